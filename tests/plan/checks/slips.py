"""Slips in a written paper, or what puts one right: each with what it adds and removes.

They stand in the files of `written/slips`, under the paper's name and what is amiss. Parts of a
paper are named as findings name their places, but that a question goes by its id:
`action/2.1/leads`, `aim/3/text`, `report/number`, `report/policy`, `source/pages`,
`cover/framework`, `assessment/date`, `assessment-2/outcome`.

- `set` says a part anew: "" or [] leaves it blank
- `reword` has the part say `to` in the one place where it says `from`
- `add` says one thing more in a list
- `drop` leaves out an aim, an assessment or a section of the report
- `today` looks at the paper on another day
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from typing import Any

from tests.plan.checks.written_papers import WRITTEN, Table, Written, read_paper, say


@dataclass(frozen=True)
class Slip:
    """One small slip in a paper, and what it adds to the paper's findings and removes."""

    paper: str
    what: str
    set: Table = field(default_factory=dict)
    reword: Table = field(default_factory=dict)
    add: Table = field(default_factory=dict)
    drop: str = ""
    today: date | None = None
    added: str = ""
    removed: str = ""

    def __str__(self) -> str:
        return f"{self.paper}: {self.what}"

    def made(self) -> Written:
        """Return the paper with the slip in it."""
        return read_paper(self.paper, partial(_make, self))


@cache
def slips() -> tuple[Slip, ...]:
    """Return every slip, in the order of the files."""
    return tuple(_read())


def _read() -> Iterator[Slip]:
    for file in sorted((WRITTEN / "slips").glob("*.toml")):
        for paper, them in tomllib.loads(file.read_text(encoding="utf-8")).items():
            for what, said in them.items():
                yield Slip(paper, what, **said)


def _make(slip: Slip, paper: Table) -> None:
    for place, said in slip.set.items():
        _set(paper, place, said)
    for place, changes in slip.reword.items():
        for change in changes if isinstance(changes, list) else [changes]:
            _reword(paper, place, change["from"], change["to"])
    for place, text in slip.add.items():
        part, name = _part(paper, place)
        part[name] = [*part[name], text]
    if slip.drop:
        _drop(paper, slip.drop)
    if slip.today:
        paper["checked"]["today"] = slip.today


def _set(paper: Table, place: str, said: Any) -> None:
    part, name = _part(paper, place)
    if place.startswith("assessment"):
        say(part, name, said)
    else:
        part[name] = said


def _reword(paper: Table, place: str, old: str, new: str) -> None:
    part, name = _part(paper, place)
    texts = [part[name]] if isinstance(part[name], str) else part[name]
    times = sum(text.count(old) for text in texts)
    assert times == 1, f"“{old}” stands {times} times in {place}"
    said = [text.replace(old, new).strip() if old in text else text for text in texts]
    part[name] = said[0] if isinstance(part[name], str) else said


def _drop(paper: Table, place: str) -> None:
    kind, _, number = place.partition("/")
    if kind == "aim":
        del paper["aims"][int(number) - 1]
    elif kind == "report":
        del paper["report"]["passages"][number]
    else:
        del paper["assessments"][_which(kind)]


def _part(paper: Table, place: str) -> tuple[Table, str]:
    """Return the table in which a part of the paper stands, and its name there."""
    kind, _, name = place.partition("/")
    if kind == "cover":
        return paper, name
    if kind == "report":
        passages: Table = paper["report"]["passages"]
        return (passages if name in passages else paper["report"]), name
    if kind in ("aim", "action"):
        number, _, name = name.partition("/")
        return _numbered(paper, number), name
    if kind == "source":
        return paper["source"], name
    return paper["assessments"][_which(kind)]["answers"], name


def _numbered(paper: Table, number: str) -> Table:
    aim, *action = (int(part) - 1 for part in number.split("."))
    table: Table = paper["aims"][aim]
    return table["actions"][action[0]] if action else table


def _which(assessment: str) -> int:
    return int(assessment.removeprefix("assessment").removeprefix("-") or 1) - 1
