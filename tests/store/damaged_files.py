"""Damaged plan files of every kind, made from a sound one, and what opening each of them does."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from plan.model.plan import Plan
from store.errors import StoreError
from store.history import history_path
from store.plan_file import PlanFile
from tests.store.damaged_rows import damaged_rows
from tests.store.plans import SMALL, made, timescale

NAME = "Damaged.plan.json"
SENTENCE = re.compile(r"[^\n]*\.")

CONFLICT = b"<<<<<<< HEAD\n%b=======\n%b>>>>>>> theirs\n"
SIGN_IN = b"<!DOCTYPE html><html><head><title>Sign in to your account</title></head></html>"


@dataclass(frozen=True)
class DamagedFile:
    """What lies where a plan should be; `size`, if given, is reached with nothing but zeros."""

    kind: str
    content: bytes
    size: int = 0


@dataclass
class Verdicts:
    """What opening many damaged files did, by their kinds."""

    files: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    unharmed: Counter[str] = field(default_factory=Counter)
    unnoticed: Counter[str] = field(default_factory=Counter)
    unclear: list[str] = field(default_factory=list)
    tracebacks: list[str] = field(default_factory=list)
    touched: list[str] = field(default_factory=list)


def damaged_files(content: bytes, chance: Random) -> Iterator[DamagedFile]:
    """Yield several thousand damaged plan files, those of each kind together."""
    yield from damaged_bytes(content, chance)
    yield from _in_other_codes(content)
    for kind, text in damaged_rows(content.decode()):
        yield DamagedFile(kind, text.encode())
    yield DamagedFile("too large", b"", 1024**3)
    yield DamagedFile("too large", content, 1024**3)
    yield DamagedFile("zeros after it", content, 16 * 1024**2)


def damaged_bytes(content: bytes, chance: Random) -> Iterator[DamagedFile]:
    """Yield what may become of any file."""
    yield from _cut_off(content)
    yield from _overwritten(content, chance)
    yield from _of_something_else(content, chance)


def a_few(damaged: Iterable[DamagedFile], of_each_kind: int, chance: Random) -> list[DamagedFile]:
    """Return up to so many files of each kind."""
    kinds: dict[str, list[DamagedFile]] = {}
    for file in damaged:
        kinds.setdefault(file.kind, []).append(file)
    return [
        file
        for kind in kinds.values()
        for file in chance.sample(kind, min(of_each_kind, len(kind)))
    ]


def _cut_off(content: bytes) -> Iterator[DamagedFile]:
    for length in range(len(content)):
        yield DamagedFile("cut off", content[:length])
        if length:
            yield DamagedFile("begun late", content[length:])


def _overwritten(content: bytes, chance: Random) -> Iterator[DamagedFile]:
    for place in range(len(content)):
        flipped = content[place] ^ (1 << chance.randrange(8))
        yield DamagedFile("bit flipped", _with(content, place, bytes([flipped])))
    for place in range(0, len(content), 3):
        other = chance.choice(b'7a ",:{}[]\\\n\x00\xff')
        yield DamagedFile("byte replaced", _with(content, place, bytes([other])))
    for size in (1, 8, 64, 512):
        for _ in range(30):
            place = chance.randrange(len(content))
            yield DamagedFile("block of zeros", _with(content, place, b"\0" * size))
            moved = content[chance.randrange(len(content)) :][:size]
            yield DamagedFile("block of elsewhere", _with(content, place, moved))
            yield DamagedFile("block lost", content[:place] + content[place + size :])
            yield DamagedFile("block twice", content[: place + size] + content[place:])


def _with(content: bytes, place: int, block: bytes) -> bytes:
    return (content[:place] + block + content[place + len(block) :])[: len(content)]


def _in_other_codes(content: bytes) -> Iterator[DamagedFile]:
    text = content.decode()
    for code in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "utf-8-sig", "cp500"):
        yield DamagedFile(f"saved as {code}", text.encode(code))
    yield DamagedFile("two byte order marks", b"\xef\xbb\xbf" * 2 + content)
    yield DamagedFile("saved as latin-1", text.replace("Safe", "Á").encode("latin-1"))
    yield DamagedFile("other line ends", text.replace("\n", "\r\n").encode())
    yield DamagedFile("other indents", json.dumps(json.loads(text), indent=4).encode())
    yield DamagedFile("other indents", json.dumps(json.loads(text)).encode())


def _of_something_else(content: bytes, chance: Random) -> Iterator[DamagedFile]:
    half = len(content) // 2
    for other in (b"", b"\n", b"\0" * len(content), b"null", b"[]", b"7", b'"plan"', b"{}", b"{"):
        yield DamagedFile("nothing in it", other)
    for other in (b"PK\x03\x04", b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0", b"SQLite format 3\0", SIGN_IN):
        yield DamagedFile("another kind of file", other)
        yield DamagedFile("another kind of file", other + content)
    for size in (1, 100, 4_096, 100_000):
        yield DamagedFile("noise", chance.randbytes(size))
    yield DamagedFile("conflict marks", CONFLICT % (content, content))
    yield DamagedFile("conflict marks", content[:half] + CONFLICT % (b"1", b"2") + content[half:])
    for junk in (content, b"}", b"{}", b"null", b"\0", b"// end\n", content[half:]):
        yield DamagedFile("two roots", content + junk)
        yield DamagedFile("two roots", junk + content)
    for deep in (b"[", b'{"a":', b'{"meta": {"plan": ' + b'{"a":'):
        yield DamagedFile("deep nesting", deep * 100_000)
    yield DamagedFile("deep nesting", content.replace(b'""', b"[" * 150 + b"]" * 150))


def sound_file(folder: Path) -> bytes:
    """Make the plan whose damage is tried, changed once, and return its content."""
    file = made(folder / NAME)
    file.save(timescale(SMALL, "Monthly"))
    return (folder / NAME).read_bytes()


class Judge:
    """Opens damaged files where a sound plan was, and says what came of it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self.content = sound_file(folder)
        self._lines = history_path(self.path).read_bytes()
        self._state = self._opened()
        self.verdicts = Verdicts()

    def put(self, damaged: DamagedFile) -> None:
        """Have the damaged file in the place of the plan, whose history stays."""
        history_path(self.path).write_bytes(self._lines)
        self.path.write_bytes(damaged.content)
        if damaged.size:
            with self.path.open("r+b") as file:
                file.truncate(damaged.size)

    def judge_all(self, files: Iterable[DamagedFile]) -> Verdicts:
        """Open each of the damaged files; return what came of all."""
        for damaged in files:
            self.judge(damaged)
        return self.verdicts

    def judge(self, damaged: DamagedFile) -> None:
        """Open a damaged file and write down what came of it."""
        self.put(damaged)
        before = self._stamp()
        verdicts, kind = self.verdicts, damaged.kind
        verdicts.files += 1
        try:
            is_as_it_was = self._opened() == self._state
            (verdicts.unharmed if is_as_it_was else verdicts.unnoticed)[kind] += 1
        except StoreError as error:
            verdicts.refused[kind] += 1
            if not (SENTENCE.fullmatch(str(error)) and NAME in str(error)):
                verdicts.unclear.append(f"{kind}: {error!r}")
        except Exception as error:  # noqa: BLE001 - whatever else is raised is a failure
            verdicts.tracebacks.append(f"{kind}: {error!r} from {damaged.content[:200]!r}")
        is_same = damaged.size or self.path.read_bytes() == damaged.content
        if not is_same or self._stamp() != before:
            verdicts.touched.append(kind)

    def _stamp(self) -> tuple[int, int, int]:
        status = self.path.stat()
        return status.st_size, status.st_mtime_ns, status.st_ino

    def _opened(self) -> tuple[Plan, int, str, object]:
        file = PlanFile.open(self.path)
        return file.plan, file.revision, file.read_only_reason, file.history.read()
