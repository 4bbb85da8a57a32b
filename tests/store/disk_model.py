"""What of a folder is surely on the disk, and what a power cut may leave of the rest.

Nothing is taken for granted that POSIX does not promise: a file's content is safe once the file
was forced to the disk, its name once the folder was. A rename is done wholly or not at all.
"""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TypeAlias

Remains: TypeAlias = dict[str, bytes | None]
"""Files by their path below the folder, with their content; None for a folder."""

KINDS = ("lost", "whole", "torn", "zeroed", "mixed")
"""What may have become of content that was written and not forced to the disk."""

MOST_STEPS = 5
"""Names changed and not forced: up to so many, every choice among them is tried."""

SECTOR = 512


@dataclass(eq=False)
class StoredFile:
    """A file: as programs see it, and as it was forced to the disk last."""

    content: bytes = b""
    forced: bytes = b""

    def force(self) -> None:
        """Have the content on the disk."""
        self.forced = self.content

    def after_cut(self, kind: str, chance: Random) -> bytes:
        """Return what a power cut leaves of the content."""
        old, new = self.forced, self.content
        if kind == "lost" or old == new:
            return old
        if kind == "whole":
            return new
        first = _first_difference(old, new)
        if kind == "torn":
            end = chance.randint(first, max(len(old), len(new)))
            return new[:end] + old[end:]
        if kind == "zeroed":
            return new[:first] + b"\0" * (len(new) - first)
        return _mixed(old, new, first, chance)


@dataclass(eq=False)
class StoredFolder:
    """A folder: the names in it as programs see them, and as they were forced to the disk last."""

    entries: dict[str, Node] = field(default_factory=dict)
    forced: dict[str, Node] = field(default_factory=dict)


Node: TypeAlias = StoredFile | StoredFolder

Step: TypeAlias = tuple[tuple[StoredFolder, str, Node | None], ...]
"""Names that one call has given and taken: what each stands for from then on."""


class StoredTree:
    """A folder with all that is below it, and the steps that may not be on the disk yet."""

    def __init__(self, path: Path) -> None:
        self.root = _read(path)
        self.waiting: list[Step] = []

    def step(self, *named: tuple[StoredFolder, str, Node | None]) -> None:
        """Give names to files and take them away, as one call does."""
        for folder, name, node in named:
            _named(folder.entries, name, node)
        self.waiting.append(named)

    def force(self, node: Node) -> None:
        """Have a file's content on the disk, or the names in a folder.

        A rename between two folders is on the disk with the first of them that is forced.
        """
        if isinstance(node, StoredFile):
            node.force()
            return
        folders, forced = {id(node)}, 0
        while len(folders) != forced:
            forced = len(folders)
            for step in self.waiting:
                touched = {id(folder) for folder, _, _ in step}
                folders |= touched if touched & folders else set()
        steps = [step for step in self.waiting if id(step[0][0]) in folders]
        self.waiting = [step for step in self.waiting if id(step[0][0]) not in folders]
        for folder, name, forced_node in itertools.chain.from_iterable(steps):
            _named(folder.forced, name, forced_node)

    def seen(self) -> Remains:
        """Return what programs see now."""
        return dict(_walked(self.root, lambda folder: folder.entries, lambda file: file.content))

    def after_cut(self, chance: Random) -> Iterator[Remains]:
        """Yield what a power cut now may leave, each once."""
        known: set[frozenset[tuple[str, bytes | None]]] = set()
        for done in _choices(len(self.waiting), chance):
            steps = list(itertools.compress(self.waiting, done))
            for kind in KINDS:
                remains = self._left(steps, kind, chance)
                key = frozenset(remains.items())
                if key not in known:
                    known.add(key)
                    yield remains

    def one_after_cut(self, chance: Random) -> Remains:
        """Return one of the states that a power cut now may leave."""
        done = [chance.random() < 0.5 for _ in self.waiting]
        steps = list(itertools.compress(self.waiting, done))
        return self._left(steps, chance.choice(KINDS), chance)

    def _left(self, steps: list[Step], kind: str, chance: Random) -> Remains:
        def names(folder: StoredFolder) -> dict[str, Node]:
            left = dict(folder.forced)
            for changed, name, node in itertools.chain.from_iterable(steps):
                if changed is folder:
                    _named(left, name, node)
            return left

        return dict(_walked(self.root, names, lambda file: file.after_cut(kind, chance)))


def written_back(path: Path, remains: Remains) -> None:
    """Make the folder at `path` hold these files and no others."""
    for there in path.iterdir():
        if there.is_dir() and not there.is_symlink():
            shutil.rmtree(there)
        else:
            there.unlink()
    for name, content in remains.items():
        if content is None:
            (path / name).mkdir(parents=True, exist_ok=True)
        else:
            (path / name).write_bytes(content)


def all_files(path: Path) -> Remains:
    """Return what is in the real folder at `path`."""
    return StoredTree(path).seen()


def _read(path: Path) -> StoredFolder:
    folder = StoredFolder()
    for there in path.iterdir():
        if there.is_dir():
            folder.entries[there.name] = _read(there)
        else:
            content = there.read_bytes()
            folder.entries[there.name] = StoredFile(content, content)
    folder.forced = dict(folder.entries)
    return folder


def _named(names: dict[str, Node], name: str, node: Node | None) -> None:
    if node is None:
        names.pop(name, None)
    else:
        names[name] = node


def _walked(
    folder: StoredFolder,
    names: Callable[[StoredFolder], dict[str, Node]],
    content: Callable[[StoredFile], bytes],
    above: str = "",
) -> Iterator[tuple[str, bytes | None]]:
    for name, node in names(folder).items():
        if isinstance(node, StoredFile):
            yield above + name, content(node)
        else:
            yield above + name, None
            yield from _walked(node, names, content, f"{above}{name}/")


def _choices(steps: int, chance: Random) -> Iterator[tuple[bool, ...]]:
    """Yield which steps are on the disk: every choice of a few, of many all, none and some."""
    if steps <= MOST_STEPS:
        yield from itertools.product((True, False), repeat=steps)
        return
    for done in range(steps + 1):
        yield (True,) * done + (False,) * (steps - done)
    for _ in range(2**MOST_STEPS):
        yield tuple(chance.random() < 0.5 for _ in range(steps))


def _first_difference(old: bytes, new: bytes) -> int:
    if new.startswith(old):
        return len(old)
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(old), len(new)))


def _mixed(old: bytes, new: bytes, first: int, chance: Random) -> bytes:
    """Return content of which each sector is the old one, the new one or nothing.

    What is forced and not overwritten stays, as SQLite has it too ("powersafe overwrite").
    """
    sectors = [new[:first]]
    for start in range(first, max(len(old), len(new)), SECTOR):
        end = start + SECTOR
        nothing = b"\0" * len(new[start:end])
        sectors.append(chance.choice((old[start:end], new[start:end], nothing)))
    return b"".join(sectors)
