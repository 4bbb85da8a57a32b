"""A machine whose power is cut at a given call, under the real files of a test.

In the manner of SQLite's test6.c: what passes through `os` in the modules of the store, and through
pathlib, is done to the real files and written down besides. At the cut nothing more happens, and
the record says what may then be found on the disk.
"""

# ruff: noqa: PTH100, PTH101, PTH102, PTH105, PTH106, PTH108, PTH118, PTH206
# It stands for `os`, and pathlib calls it.

import errno
import importlib
import os
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import store
from tests.store.disk_model import Node, StoredFile, StoredFolder, StoredTree


class PowerCut(BaseException):
    """Nothing more happens: no handler may clean up after it."""


@cache
def store_modules() -> tuple[str, ...]:
    """Return the modules of the store that call the system through `os`."""
    names = [f"store.{module.name}" for module in pkgutil.iter_modules(store.__path__)]
    return tuple(name for name in names if hasattr(importlib.import_module(name), "os"))


class RecordedDisk:
    """Stands for `os`: does and writes down what changes the folder, until the power is cut.

    A call counts if it changes something, or forces it to the disk, in the folder.
    """

    def __init__(self, folder: Path) -> None:
        self.tree = StoredTree(folder)
        self.called: list[str] = []
        self.cut_at = 0
        self.is_cut = False
        self.full_at = 0
        self._folder = os.path.realpath(folder)
        self._open: dict[int, tuple[Node, bool]] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    @property
    def has_failed(self) -> bool:
        """Whether a call has found the disk full."""
        return 0 < self.full_at <= len(self.called)

    def cut_after(self, calls: int) -> None:
        """Have the power cut before the call that comes after `calls` more calls."""
        self.cut_at = len(self.called) + calls + 1

    def full_after(self, calls: int) -> None:
        """Let the call that comes after `calls` more calls find the disk full."""
        self.full_at = len(self.called) + calls + 1

    def close_all(self) -> None:
        """Close the real files that a cut has left open."""
        for handle in self._open:
            os.close(handle)
        self._open.clear()

    def open(self, path: str | Path, flags: int, mode: int = 0o777) -> int:
        place = self._place(path)
        if place is None:
            return os.open(path, flags, mode)
        self._count("open")
        handle = os.open(path, flags, mode)
        node = self.tree.root if place == () else self._opened(place, flags)
        self._open[handle] = (node, bool(flags & os.O_APPEND))
        return handle

    def write(self, handle: int, content: bytes) -> int:
        if handle not in self._open:
            return os.write(handle, content)
        self._count("write")
        node, is_appended = self._open[handle]
        assert isinstance(node, StoredFile)
        place = len(node.content) if is_appended else os.lseek(handle, 0, os.SEEK_CUR)
        written = os.write(handle, content)
        before = node.content[:place].ljust(place, b"\0")
        node.content = before + bytes(content[:written]) + node.content[place + written :]
        return written

    def fsync(self, handle: int) -> None:
        if handle in self._open:
            self._count("fsync")
            self.tree.force(self._open[handle][0])
        os.fsync(handle)

    def close(self, handle: int) -> None:
        if handle in self._open:
            self._count("close")
            del self._open[handle]
        os.close(handle)

    def replace(self, source: str | Path, target: str | Path) -> None:
        here, there = self._place(source), self._place(target)
        if here is None and there is None:
            os.replace(source, target)
            return
        assert here
        assert there, "A file was moved into or out of the folder that is watched."
        self._count("replace")
        os.replace(source, target)
        node = self._parent(here).entries[here[-1]]
        taken = (self._parent(here), here[-1], None)
        self.tree.step(taken, (self._parent(there), there[-1], node))

    rename = replace

    def link(self, source: str | Path, target: str | Path) -> None:
        here = self._place(source)
        node = self._parent(here).entries[here[-1]] if here else None
        self._changed("link", target, node, lambda: os.link(source, target))

    def unlink(self, path: str | Path) -> None:
        self._changed("unlink", path, None, lambda: os.unlink(path))

    remove = unlink

    def rmdir(self, path: str | Path) -> None:
        self._changed("rmdir", path, None, lambda: os.rmdir(path))

    def mkdir(self, path: str | Path, mode: int = 0o777) -> None:
        self._changed("mkdir", path, StoredFolder(), lambda: os.mkdir(path, mode))

    def chmod(self, path: str | Path, mode: int, **named: Any) -> None:
        if self._place(path) is not None:
            self._count("chmod")
        os.chmod(path, mode, **named)

    def _changed(
        self, call: str, path: str | Path, node: Node | None, really: Callable[[], None]
    ) -> None:
        place = self._place(path)
        if place:
            self._count(call)
        really()
        if place:
            self.tree.step((self._parent(place), place[-1], node))

    def _count(self, call: str) -> None:
        self.is_cut = self.is_cut or len(self.called) + 1 == self.cut_at
        if self.is_cut:
            raise PowerCut
        self.called.append(call)
        if len(self.called) == self.full_at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def _opened(self, place: tuple[str, ...], flags: int) -> Node:
        parent, name = self._parent(place), place[-1]
        if name not in parent.entries:
            self.tree.step((parent, name, StoredFile()))
        node = parent.entries[name]
        if flags & os.O_TRUNC and isinstance(node, StoredFile):
            node.content = b""
        return node

    def _place(self, path: str | Path) -> tuple[str, ...] | None:
        """Return a path below the folder in parts, None if it is elsewhere.

        A lock is nowhere: without the process that holds it, it means nothing.
        """
        above, name = os.path.split(os.path.abspath(path))
        if name.endswith(".lock"):
            return None
        whole = os.path.join(os.path.realpath(above), name)
        if whole == self._folder:
            return ()
        below = whole.removeprefix(self._folder + os.sep)
        return None if below == whole else tuple(below.split(os.sep))

    def _parent(self, place: tuple[str, ...]) -> StoredFolder:
        folder = self.tree.root
        for name in place[:-1]:
            below = folder.entries[name]
            assert isinstance(below, StoredFolder)
            folder = below
        return folder


@contextmanager
def recorded(folder: Path) -> Iterator[RecordedDisk]:
    """Write down what the store does in a folder; a power cut ends the block, not the test."""
    disk = RecordedDisk(folder)
    with pytest.MonkeyPatch.context() as patch:
        for module in store_modules():
            patch.setattr(f"{module}.os", disk)
        # Every version of Python has pathlib's methods in another module, which knows `os`.
        patch.setitem(Path.unlink.__globals__, "os", disk)
        try:
            yield disk
        except PowerCut:
            assert disk.is_cut
        finally:
            disk.close_all()
