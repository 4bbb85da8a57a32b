"""Another paper of the same council: labels to the letter, every value changed, a row more.

`python -m benchmarks.learning FILE.docx …` prints how much of it comes through.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import docx
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from importers.word.reader import read_word
from importers.wording import is_date
from plan.papers.blocks import Block, Table, paragraphs_of

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_NOUNS = (
    *("bridges", "gardens", "harbours", "libraries", "museums", "orchards", "footpaths", "clinics"),
    *("markets", "theatres", "allotments", "ferries", "workshops", "meadows", "reservoirs"),
)
_NAMES = (
    *("Kelp", "Rowan", "Heather", "Tay", "Lomond", "Alder", "Corrie", "Skerry", "Machair"),
    *("Strath", "Cairn", "Bracken", "Osprey", "Sorrel"),
)
_KEPT = re.compile(
    r"Officers?|Managers?|Heads?|Director|Executive|Lead(?:er)?|Services?|Committee|Board|Council"
    r"|Teams?|Chief|Assistant|Strategic|Coordinator|Co-ordinator|Chair|Plan|Report|Appendix|Partnership"
    r"|Q[1-4]|Year|Easter|This|The|That|None|Within|Ongoing|Complete|There|are|Designated|Articles?"
    r"|Act|Scotland|Members|Agree|Approve|Note|Publish",
)
_KEPT_SMALL = frozenset(
    [
        "monthly",
        "quarterly",
        "annually",
        "weekly",
        "within",
        "months",
        "weeks",
        "years",
        "quarter",
        "review",
        "extended",
        "version",
        "final",
        "draft",
        "end",
        "from",
        "with",
        "that",
        "this",
        "asks",
        "approve",
        "approves",
        "note",
        "notes",
        "request",
        "requests",
        "agree",
        "instruct",
        "instructs",
    ]
)
_STATUS = {
    "Green": "Amber",
    "Amber": "Red",
    "Red": "Green",
    "Blue": "Green",
    "Not started": "Amber",
    "In Progress": "Complete",
    "Complete": "In Progress",
    "To Be Added": "In Progress",
    "Positive": "No impact",
    "No impact": "Positive",
    "Yes": "None",
    "None": "Yes",
}
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})+|\d{1,2}[.)]|[ivx]{1,4}\.|\([a-z]\))[\t ]+")
_REF = re.compile(r"\d{1,2}(?:\.\d{1,2}|[a-z])?")
_EDGES = re.compile(r"(?P<before>…*)(?P<said>[^…()]+)(?P<after>…*|\))")
_ENDS = re.compile(r"(?:; and|;|\.)\Z")


class Piece(NamedTuple):
    """A value of a second paper, and the line that it stands in."""

    value: str
    line: str


@dataclass
class Changing:
    """Changes every value of a paper; `fixed` are lines that are labels, `prefixes` begin lines."""

    fixed: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    statuses: Mapping[str, str] = field(default_factory=lambda: _STATUS)
    values: list[str] = field(default_factory=list)
    turn: int = 0

    def line(self, text: str) -> str:
        """Return a line of the second paper, and keep what it says."""
        if text.strip() in self.fixed or not text.strip():
            return text
        label = next((one for one in self.prefixes if text.startswith(one)), "")
        if not label:
            label = next((m[0] for one in self.prefixes if (m := re.match(one, text))), "")
        rest = text[len(label) :]
        numbered = _NUMBERED.match(rest)
        if numbered:
            label, rest = label + numbered[0], rest[numbered.end() :]
        if label + rest in self.fixed or rest.strip() in self.fixed:
            return text
        new = self.value(rest)
        edge = _EDGES.fullmatch(new.strip())
        if new.strip():
            self.values.append(edge["said"] if edge else new.strip())
        return label + new

    def value(self, text: str) -> str:
        """Return another value that is written as this one is."""
        said = text.strip()
        edge = _EDGES.fullmatch(said)
        if edge and edge["said"] != said:
            return f"{edge['before']}{self.value(edge['said'])}{edge['after']}"
        self.turn += 1
        if said in self.statuses:
            return self.statuses[said]
        if _REF.fullmatch(said) or not said:
            return text
        if is_date(said):
            return self._dated(said)
        end = _ENDS.search(said)
        body = said[: end.start()] if end else said
        new = re.sub(r"[^\W\d_]+|\d+", self._word, body)
        if new == body:
            new = str(int(body) + 1) if body.isdecimal() else f"{body} {_NAMES[self.turn % 14]}"
        return new + (end[0] if end else "")

    def _dated(self, text: str) -> str:
        new = re.sub("|".join(_MONTHS), self._month, text)
        return re.sub(r"\b(20\d\d)\b", lambda m: str(int(m[1]) + 1), new)

    def _month(self, match: re.Match[str]) -> str:
        return _MONTHS[(_MONTHS.index(match[0]) + 1 + self.turn % 3) % 12]

    def _word(self, match: re.Match[str]) -> str:
        word = match[0]
        self.turn += 1
        if word.isdecimal():
            if len(word) == 4:
                return str(int(word) + 1)
            return word if match.start() == 0 else str(int(word) + 1)[-len(word) :].zfill(len(word))
        if word.capitalize() in _MONTHS and word[0].isupper():
            new = _MONTHS[(_MONTHS.index(word.capitalize()) + 1) % 12]
            return new.upper() if word.isupper() else new
        if _KEPT.fullmatch(word) or len(word) < 4 or word.lower() in _KEPT_SMALL:
            return word
        if match.start() == 0:
            return word
        pool = _NOUNS if word.islower() else _NAMES
        new = pool[(self.turn * 7 + len(word)) % len(pool)]
        return new.upper() if word.isupper() else new


def make_second(
    source: Path, target: Path, changing: Changing, more_rows: Callable[[Element], bool]
) -> list[str]:
    """Write the second paper of a paper; return its values. `more_rows` tells open tables."""
    document = docx.Document(str(source))
    body = document.element.body
    for table in list(body.iter(qn("w:tbl"))):
        rows = table.findall(qn("w:tr"))
        if len(rows) > 1 and more_rows(table):
            rows[-1].addnext(deepcopy(rows[-1]))
    for row in body.iter(qn("w:tr")):
        _rotate_marks(row)
    for paragraph in body.iter(qn("w:p")):
        _change(paragraph, changing)
    document.save(str(target))
    return changing.values


def _rotate_marks(row: Element) -> None:
    """Move the mark of a row of marks one column to the left, round the marked columns."""
    cells = row.findall(qn("w:tc"))
    texts = ["".join(t.text or "" for t in cell.iter(qn("w:t"))).strip() for cell in cells]
    marks = [n for n, text in enumerate(texts) if text in ("X", "☒", "☐", "") and n]
    marked = [n for n in marks if texts[n] in ("X", "☒")]
    if len(marked) != 1 or len(marks) < 3:
        return
    here = marked[0]
    place = marks[marks.index(here) - 1]
    first, second = cells[here], cells[place]
    one, other = list(first.findall(qn("w:p"))), list(second.findall(qn("w:p")))
    for paragraph in one:
        second.append(paragraph)
    for paragraph in other:
        first.append(paragraph)


def _change(paragraph: Element, changing: Changing) -> None:
    texts = [
        one
        for one in paragraph.iter(qn("w:t"), qn("w:tab"))
        if next(one.iterancestors(qn("w:p"))) is paragraph
        and next(one.iterancestors(qn("w:pPr")), None) is None
    ]
    said = "".join(map(_said, texts))
    if not said.strip() or said.strip() in ("X", "☒", "☐"):
        return
    new = _flipped(said) if "☒" in said or "☐" in said else changing.line(said)
    if new != said:
        _put(texts, said, new)


def _said(one: Element) -> str:
    return "\t" if one.tag == qn("w:tab") else one.text or ""


def _flipped(said: str) -> str:
    """Return a line of boxes with others ticked."""
    return said.translate({ord("☒"): "☐", ord("☐"): "☒"})


def _put(texts: Sequence[Element], said: str, new: str) -> None:
    """Put a text in the place of several runs, with the tabs that these had.

    A label stays in its own run, as bold as it was.
    """
    pairs = enumerate(zip(said, new, strict=False))
    same = next((n for n, (one, other) in pairs if one != other), min(len(said), len(new)))
    at = 0
    kept = 0
    for one in texts:
        at += 1 if one.tag == qn("w:tab") else len(one.text or "")
        if at > same or at == len(said):
            break
        kept += 1
    texts, before = texts[kept:], "".join(map(_said, texts[:kept]))
    pieces = new[len(before) :].split("\t")
    place = 0
    filled: set[int] = set()
    for one in texts:
        if one.tag == qn("w:tab"):
            place += 1
        elif place in filled:
            one.text = ""
        else:
            one.text = pieces[place] if place < len(pieces) else ""
            one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            filled.add(place)


# What came through


@dataclass(frozen=True)
class Figures:
    """How many values of a second paper stand alone in the JSON, and lines in the Word file."""

    values: int
    found: int
    lines: int
    printed: int
    missing: tuple[str, ...] = ()
    not_printed: tuple[str, ...] = ()
    questions: int = 0
    account: str = ""

    @property
    def values_share(self) -> float:
        return self.found / self.values if self.values else 1.0

    @property
    def lines_share(self) -> float:
        return self.printed / self.lines if self.lines else 1.0


def alone_in(value: object) -> Iterator[str]:
    """Yield every text that stands alone in what show --json prints."""
    if isinstance(value, Mapping):
        for one in value.values():
            yield from alone_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from alone_in(one)
    elif isinstance(value, str):
        yield value


def plain(text: str) -> str:
    """Return a line without what Markdown, numbers, capitals and spaces differ in."""
    bare = text.replace("\\", "").replace("**", "").replace("’", "'")
    return " ".join(bare.split()).casefold().strip()


def lines_of(path: Path) -> list[str]:
    """Return the lines of a Word file, a cell's paragraphs each, as they are compared."""
    lines = []
    for paragraph in paragraphs_of(_without_repeated_headers(read_word(path).blocks)):
        text = f"{paragraph.label} {paragraph.text}".replace("\t", " ")
        for line in text.split("\n"):
            said = _boxes_apart(plain(line))
            if said and said not in ("☐", "…"):
                lines.append(said)
    return lines


def _without_repeated_headers(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks; the first row of a table that one above has too is printed once."""
    seen: set[tuple[str, ...]] = set()
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and len(block.rows[0].cells) > 3:
            first = tuple(cell.text for cell in block.rows[0].cells)
            rows = block.rows[1:] if first in seen else block.rows
            seen.add(first)
            made.append(replace(block, rows=rows))
        else:
            made.append(block)
    return tuple(made)


def _boxes_apart(line: str) -> str:
    if line == "x":
        return "☒"
    if "☒" not in line and "☐" not in line:
        return line
    words = re.findall(r"[^\W_]+", line)
    ticked, boxes = line.count("☒"), line.count("☒") + line.count("☐")
    return f"{' '.join(sorted(words))} {ticked} of {boxes}".strip() if words else line


def in_order(wanted: Sequence[str], found: Sequence[str]) -> list[str]:
    """Return the longest row of lines of the one that stand in the same order in the other."""
    table = [[0] * (len(found) + 1) for _ in range(len(wanted) + 1)]
    for i in range(len(wanted) - 1, -1, -1):
        for j in range(len(found) - 1, -1, -1):
            same = wanted[i] == found[j]
            table[i][j] = table[i + 1][j + 1] + 1 if same else max(table[i + 1][j], table[i][j + 1])
    i = j = 0
    kept: list[str] = []
    while i < len(wanted) and j < len(found):
        if wanted[i] == found[j]:
            kept.append(wanted[i])
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1
    return kept


def values_alone(values: Sequence[str], shown: Any) -> tuple[list[str], list[str]]:
    """Return the distinct values that stand alone in the JSON, and those that do not."""
    alone = {plain(one) for one in alone_in(shown)}
    alone |= {line for one in alone_in(shown) for line in map(plain, one.split("\n"))}
    alone |= {one.removeprefix("- ") for one in alone}
    alone |= {_ENDS.sub("", one) for one in alone}
    found: list[str] = []
    missing: list[str] = []
    for value in dict.fromkeys(values):
        said = plain(value)
        is_there = said in alone or _ENDS.sub("", said) in alone
        (found if is_there else missing).append(value)
    return found, missing


def measured(
    first: Path, second: Path, values: Sequence[str], run: Callable[..., str], answers: Path | None
) -> Figures:
    """Learn from one paper, read the other, and return what came through. `run` runs a command."""
    learn = ["learn", str(first), "--name", "Learned", "--yes"]
    if answers is not None:
        learn += ["--answers", str(answers)]
    told = run(*learn)
    run("settings", "council_format", "learned")
    run("import", str(second), "--out", "Second", "--yes", "--force")
    shown = json.loads(run("show", "Second", "--json"))
    account = run("import", str(second), "--account").partition("\n")[0]
    with TemporaryDirectory() as folder:
        run("export", "Second", "--document", "pack", "--out", folder)
        printed = [line for file in sorted(Path(folder).rglob("*.docx")) for line in lines_of(file)]
    wanted = lines_of(second)
    kept = in_order(wanted, printed)
    left = list(wanted)
    for line in kept:
        left.remove(line)
    found, missing = values_alone(values, shown)
    asked = len(re.findall(r"^\S.*\?$", told, re.MULTILINE))
    return Figures(
        len(found) + len(missing),
        len(found),
        len(wanted),
        len(kept),
        tuple(missing),
        tuple(left),
        asked,
        account,
    )


def runner(home: Path) -> Callable[..., str]:
    """Return what runs a command of plandesk in a home folder of its own and returns its output."""

    def run(*arguments: str) -> str:
        ran = subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PLANDESK_HOME": str(home / "desk")},
        )
        if ran.returncode:
            raise RuntimeError(f"{arguments}: {ran.stdout}{ran.stderr}")
        return ran.stdout

    return run
