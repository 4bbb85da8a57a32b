"""A folder in which laptops share plans: a network drive, a synchronised folder, a stick.

Each version is a file of its own that is never changed, so there is no lock, and no two laptops
write the same file with different content. What else lies there is let be.
"""

import contextlib
import hashlib
from collections.abc import Container, Sequence
from pathlib import Path

from files.ordinary import content_of, reason_of
from store.errors import NotSavedError, StoreError
from store.places import is_file
from store.safe_file import EVERYBODY, EVERYBODYS_FOLDER, make_folder, write_safely
from store.sharing.engine import AwayError, Held, KeepingEngine, StaleError
from store.sharing.version_file import (
    ENDING,
    LARGEST_VERSION,
    PLAN_ID,
    name_of,
    named_digits,
    plan_id_of,
)

PICTURES = "pictures"
"""The folder in which the pictures of all plans lie that are shared there, by their hashes."""
SEEN = "laptops"
"""The folder in which each laptop says up to which version it has merged a plan."""
_SEEN_ENDING = ".seen"
_LONGEST_SEEN = 200


class SharedFolder(KeepingEngine):
    """Versions of plans in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.where = str(folder)

    def plans(self) -> tuple[str, ...]:
        """Return the ids of the plans that have versions in the folder. Raises AwayError."""
        ids = (plan_id_of(content) for path in self._files() if (content := _whole(path)))
        return tuple(sorted({one for one in ids if one}))

    def get(self, plan_id: str, known: frozenset[str] = frozenset()) -> Held:
        """Return the versions in the folder, those that are not `known`, of whichever plan.

        Half-copied files, and files that hold anything else, are none. Raises AwayError.
        """
        files = self._files()
        there = frozenset(map(named_digits, files))
        new = (path for path in files if named_digits(path) not in known)
        contents = (content for path in new if (content := _whole(path)))
        versions = tuple(dict.fromkeys(one for one in contents if plan_id_of(one) == plan_id))
        return Held(self._rev(files), versions, there & known)

    def put(self, plan_id: str, rev: str, content: bytes, between: Sequence[bytes] = ()) -> str:
        """Write a version, and those `between`, as files that are named by their hash.

        Raises as `Engine.put` does.
        """
        files = self._files()
        if self._rev(files) != rev:
            raise StaleError("A colleague has just shared something in the folder, too.")
        _refuse_no_id(plan_id)
        try:
            for one in (*between, content):
                self._write(one)
        except OSError as error:
            raise NotSavedError(
                f"The plan could not be shared in {self.folder}: {reason_of(error)}. It is whole "
                "on this laptop. Share it again once that is mended."
            ) from error
        return self._rev(self._files())

    def _write(self, content: bytes) -> None:
        path = self.folder / f"{name_of(content)}{ENDING}"
        if _whole(path) != content:
            path.unlink(missing_ok=True)
            write_safely(path, content, new_mode=EVERYBODY)

    def note_merged(self, plan_id: str, laptop: str, version: str) -> None:
        """Say in the folder that a laptop has all up to a version. A folder may refuse that."""
        path = self._seen_path(plan_id, laptop)
        with contextlib.suppress(OSError):
            if path.is_symlink():  # a colleague's, which would lead the writing elsewhere
                path.unlink()
            if not is_file(path) or _seen(path) != version:
                make_folder(path.parent, mode=EVERYBODYS_FOLDER)
                if path.parent.resolve() == self.folder.resolve() / SEEN:
                    write_safely(path, version.encode(), new_mode=EVERYBODY)

    def stands(self, plan_id: str) -> tuple[str, ...]:
        """Return for each laptop that shares a plan there the version up to which it has all."""
        try:
            paths = [*(self.folder / SEEN).glob(f"{plan_id}.*{_SEEN_ENDING}")]
        except OSError:
            return ()
        return tuple(_seen(path) for path in paths)

    def prune(self, names: Container[str]) -> None:
        """Remove the versions with these names, as far as the folder lets them be removed."""
        for path in self._files():
            if named_digits(path) in names:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _seen_path(self, plan_id: str, laptop: str) -> Path:
        _refuse_no_id(plan_id)
        _refuse_no_id(laptop)
        return self.folder / SEEN / f"{plan_id}.{laptop}{_SEEN_ENDING}"

    @property
    def pictures(self) -> Path:
        """Where pictures lie that plans show which are shared there."""
        return self.folder / PICTURES

    def close(self) -> None:
        """Let the folder go: nothing of it is held."""

    def _files(self) -> list[Path]:
        """Return the files that are named as versions are, in order of name."""
        try:
            return sorted(path for path in self.folder.iterdir() if named_digits(path))
        except OSError as error:
            raise AwayError(
                f"The folder {self.folder} cannot be reached: {reason_of(error)}. What you did is "
                "safe in the plan; share and fetch again once the folder is there."
            ) from error

    def _rev(self, files: list[Path]) -> str:
        named = "\n".join(map(named_digits, files))
        return hashlib.sha256(named.encode()).hexdigest() if files else ""


def _refuse_no_id(named: str) -> None:
    if not PLAN_ID.fullmatch(named):
        raise StoreError("This plan has no proper id, so it cannot be shared. It is as it was.")


def _whole(path: Path) -> bytes:
    """Return what a version's file holds; nothing of one that does not agree with its name."""
    try:
        content = content_of(path, LARGEST_VERSION)
    except OSError:
        return b""
    return content if name_of(content).startswith(named_digits(path)) else b""


def _seen(path: Path) -> str:
    try:
        return content_of(path, _LONGEST_SEEN).decode("ascii", "replace").strip()
    except OSError:
        return ""
