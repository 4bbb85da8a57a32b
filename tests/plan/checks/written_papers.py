"""The written papers: each as an officer would have put it down, in a file of `written/`.

A file has the keys of the sample's files. Said more shortly are the passages of the report, by
section, and the answers of an assessment, by question: words, or a list of the boxes ticked, or
both. `marked.positively` marks rows of Dundee's form in that column, `signed` says who is
responsible and who has signed; `based_on = 1` takes over what the first assessment answers. The
actions of an aim may be lines: text, pages, indicator, lead, timescale and success criterion.

Under `checked` stands the day on which the paper is looked at and what is to be found in it then,
by hand, a line to a finding: its severity, its rule and its place.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import count
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from plan.checks.all_checks import findings
from plan.checks.paper import Paper, Practice
from plan.council import DEFAULT_FORMAT
from plan.council.form import Form
from plan.council.format import Format, form_named, format_named
from plan.council.report_format import ClearDays
from plan.model.finding import Finding
from plan.model.outline import PlanOutline, built_plan
from plan.model.plan import Plan
from tests.plan.councils import GLENSHIRE, glenshire, glenshire_form

WRITTEN = Path(__file__).parent / "written"

Table = dict[str, Any]
"""A paper, or a part of one, as TOML says it."""
Place = tuple[str, str, str]
"""A finding as it is listed: its severity, its rule and its place."""

EVERYBODY = (
    "race",
    "gender",
    "gender-reassignment",
    "religion-or-belief",
    "disability",
    "age",
    "lesbian-gay-bisexual",
    "socio-economic",
    "pregnancy-maternity",
)
"""The rows of Dundee's form, without Other."""

_LINE = ("text", "pages", "indicators", "leads", "timescale", "success_criteria")
_LISTS = ("indicators", "leads", "success_criteria")
_UNNUMBERED = ("purpose", "financial", "policy", "consultations", "background")
_SIGNED = {
    "manager": ("contacts.manager.name",),
    "author": ("contacts.author.name", "signatures.signature.author"),
    "director": ("signatures.signature.director", "director-name"),
    "on": ("signatures.date.author", "signatures.date.director"),
    "base": ("contacts.manager.base", "contacts.author.base"),
}


@dataclass(frozen=True)
class Written:
    """A paper as it was written, the day on which it is looked at, and what is to be found then.

    `expected` was listed by hand. `false` is what is found all the same, `missed` what is not:
    faults outside the checks, to be mended there, whereupon these are emptied.
    `council` is the id of its format, `clear_days` how it counts the days before a meeting.
    """

    name: str
    outline: PlanOutline
    today: date
    expected: str
    false: str = ""
    missed: str = ""
    council: str = DEFAULT_FORMAT
    clear_days: ClearDays = "every-day"

    @cached_property
    def plan(self) -> Plan:
        """The plan, its rows numbered, the same at every run."""
        numbers = count(1)
        return built_plan(self.outline, self.council, lambda: f"row-{next(numbers)}")

    def paper(self, plan: Plan | None = None) -> Paper:
        """Return what the checks look at: the plan as it was written, or as it is now."""
        council = glenshire() if self.council == GLENSHIRE else format_named(self.council)
        return Paper(
            plan or self.plan, council, self.today, _forms(council), Practice(self.clear_days)
        )

    def found(self) -> tuple[Finding, ...]:
        """Return what the checks find."""
        return findings(self.paper())


def _forms(council: Format) -> Mapping[str, Form]:
    find = glenshire_form if council.id == GLENSHIRE else form_named
    return {name: find(name) for name in council.forms}


def listed(lines: str) -> list[Place]:
    """Return findings from a list of them, a line each; a line that begins with # explains."""
    said = (line.split() for line in lines.splitlines() if line.strip() and line.strip()[0] != "#")
    return sorted((severity, rule, place) for severity, rule, place in said)


def places(found: Iterable[Finding]) -> list[Place]:
    """Return findings as they are listed."""
    return sorted((one.severity, one.rule, one.place.path) for one in found)


def paper_names() -> list[str]:
    """Return the names of the written papers, none of which is read for it."""
    return sorted(file.stem for file in WRITTEN.glob("*.toml"))


@cache
def written_paper(name: str) -> Written:
    """Return a written paper by the name of its file."""
    return read_paper(name, lambda table: None)


def read_paper(name: str, change: Callable[[Table], None]) -> Written:
    """Return a written paper, what it says changed.

    What is changed is its table, the answers of its assessments by their question's id.
    Raises pydantic's ValidationError for a key that no part of a paper has.
    """
    table = deepcopy(_table(name))
    change(table)
    checked, council = table.pop("checked"), table.pop("council", DEFAULT_FORMAT)
    table["report"]["passages"] = list(_passages(table["report"]["passages"]))
    for assessment in table["assessments"]:
        assessment["answers"] = list(_answers(assessment["answers"]))
    outline = _outlines().validate_python(table, extra="forbid")
    return Written(name, outline, council=council, **checked)


@cache
def _outlines() -> TypeAdapter[PlanOutline]:
    return TypeAdapter(PlanOutline)


@cache
def _table(name: str) -> Table:
    table = tomllib.loads((WRITTEN / f"{name}.toml").read_text(encoding="utf-8"))
    for aim in table["aims"]:
        if isinstance(aim.get("actions"), str):
            aim["actions"] = [_action(line) for line in aim["actions"].splitlines()]
    assessments = table.setdefault("assessments", [])
    for one in assessments:
        if based_on := one.pop("based_on", 0):
            other = assessments[based_on - 1]
            one["form"], answers = other["form"], dict(other["answers"])
        else:
            answers = {}
        for question, said in _by_question(one["answers"]):
            say(answers, question, said)
        one["answers"] = answers
    return table


def _action(line: str) -> Table:
    said = zip(_LINE, line.split(" | "), strict=True)
    return {name: [text] if name in _LISTS else text for name, text in said}


def _by_question(answers: Table, group: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the answers by the whole id of their question, which TOML says as nested tables."""
    for name, said in answers.items():
        if isinstance(said, dict) and not {"text", "ticks"} & said.keys():
            yield from _by_question(said, f"{group}{name}.")
        else:
            yield f"{group}{name}", said


def say(answers: Table, question: str, said: Any) -> None:
    """Answer a question, or all that `marked` or `signed` stands for."""
    group, _, part = question.partition(".")
    if group == "marked":
        for row in EVERYBODY if said == ["everybody"] else said:
            answers[f"characteristics.{row}"] = [part]
    elif group == "signed":
        answers.update(dict.fromkeys(_SIGNED[part], said))
    else:
        answers[question] = said


def _answers(answers: Table) -> Iterator[Table]:
    for question, said in answers.items():
        if isinstance(said, dict):
            yield {"question": question, **said}
        elif said:
            yield {"question": question, "text" if isinstance(said, str) else "ticks": said}


def _passages(sections: Table) -> Iterator[Table]:
    """Yield the passages; one that begins with "# " is a heading, and a blank one is none."""
    for section, texts in sections.items():
        for text in [texts] if isinstance(texts, str) else texts:
            if isinstance(text, dict):
                row_id = text.get("row", "")
                cells = [one for one in text.items() if one[0] != "row"]
                yield {"section": section, "kind": "row", "row_id": row_id, "cells": cells}
            elif text:
                kind = _kind(section, text)
                yield {"section": section, "kind": kind, "text": text.removeprefix("# ")}


def _kind(section: str, text: str) -> str:
    if text.startswith("# "):
        return "heading"
    if section in ("recommendations", "decisions"):
        return "recommendation"
    return "text" if section in _UNNUMBERED else "numbered"
