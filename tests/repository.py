"""The files of the repository, for the tests that look at it as a whole."""

import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

PACKAGES = ("files", "plan", "store", "importers", "exporters", "desk", "tui", "sample_data")

NOT_OURS = frozenset({".git", ".venv", "__pycache__", "build", "dist"})
"""Folders that no copy of the repository brings along; caches, which start with a dot and end in
"_cache", are no part of it either."""


@cache
def our_files() -> tuple[Path, ...]:
    """Return every file that is or would be committed, relative to the root.

    Where git is not there, or this is a copy without history, every file but caches and builds.
    """
    listed = _listed_by_git()
    names = _walked(ROOT) if listed is None else listed
    return tuple(sorted(name for name in names if (ROOT / name).is_file()))


def our_modules() -> tuple[Path, ...]:
    """Return every Python file of ours, relative to the root."""
    return tuple(file for file in our_files() if file.suffix == ".py")


def our_texts() -> Iterator[tuple[Path, str]]:
    """Yield every file that is text, with its text."""
    for file in our_files():
        try:
            yield file, (ROOT / file).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def _listed_by_git() -> list[Path] | None:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        return None
    command = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if listing.returncode != 0:
        return None
    return [Path(name) for name in listing.stdout.decode("utf-8").split("\0") if name]


def _walked(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        is_cache = path.name.startswith(".") and path.name.endswith("_cache")
        if path.name in NOT_OURS or is_cache or path.name == ".hypothesis":
            continue
        if path.is_dir():
            yield from _walked(path)
        else:
            yield path.relative_to(ROOT)
