"""Fields of one character repeated, or of two in turn, through all the work that a plan costs.

Every reading, check, rendering and export is given a plan in which every field holds such a text.
"""

import gc
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache, partial
from itertools import combinations
from math import inf
from time import thread_time
from typing import TYPE_CHECKING, Any

from desk.field_contents import action_fields, aim_fields, cover_fields, source_fields
from exporters.word.document import word_file_of
from plan.checks.all_checks import CHECKS
from plan.checks.form.form_checks import form_findings
from plan.checks.paper import Paper
from plan.council import DEFAULT_FORMAT
from plan.council.format import form_named, format_named, screen_columns
from plan.following.timeline import timeline
from plan.model.field_kinds import LINE_LIMIT
from plan.model.fields import kind_of
from plan.model.outline import (
    ActionOutline,
    AimOutline,
    AnswerOutline,
    AppendixOutline,
    AssessmentOutline,
    NoteOutline,
    PassageOutline,
    PlanOutline,
    ReportOutline,
    SourceOutline,
    built_plan,
)
from plan.model.plan import Plan, plan_of
from plan.model.rows import ROW_KINDS, Row
from plan.papers.appendix import field_blocks
from plan.papers.documents import paper_makers
from plan.papers.linear import lines_of
from plan.papers.markdown import canonical, plain_of
from plan.reading.progress import read_note
from plan.text.clean import clean_items, clean_line, clean_text, safe_characters
from plan.text.line_breaks import broken, shortened, summary_line

if TYPE_CHECKING:
    from plan.papers.documents import Paper as WordPaper


CHARACTERS: Mapping[str, str] = {
    "space": " ",
    "tab": "\t",
    "new line": "\n",
    "no-break space": "\xa0",
    "small a": "a",
    "capital A": "A",
    "e with an accent": "é",
    "nought": "0",
    "one": "1",
    "underscore": "_",
    "full stop": ".",
    "comma": ",",
    "semicolon": ";",
    "colon": ":",
    "exclamation mark": "!",
    "question mark": "?",
    "hyphen": "-",
    "en dash": "–",
    "slash": "/",
    "backslash": "\\",
    "opening bracket": "(",
    "closing bracket": ")",
    "opening square bracket": "[",
    "closing square bracket": "]",
    "opening brace": "{",
    "asterisk": "*",
    "hash": "#",
    "greater than": ">",
    "less than": "<",
    "backtick": "`",
    "quotation mark": '"',
    "apostrophe": "'",
    "raised comma": "’",
    "ampersand": "&",
    "plus": "+",
    "equals": "=",
    "tilde": "~",
    "vertical bar": "|",
    "at": "@",
    "per cent": "%",
}
"""Forty characters by what they are called."""

TODAY = date(2026, 11, 24)
FORM = format_named(DEFAULT_FORMAT)
FORMS = {name: form_named(name) for name in FORM.forms}
_KEPT = (None, "key", "lists", "choice", "ticks")
"""Kinds of fields that are no text of the officer's; an id and a place are of none."""

LETTERS = (2_000, 8_000)
MOST_GROWTH = 5.0
"""So many times as much may the longer cost: it is four times as long."""
NOTHING = 0.03
"""Seconds of the processor; what takes no longer is not looked at any closer."""
TRIES = 8
FEW_LETTERS = 10
"""A text so short costs what any text does."""

Work = Callable[[], object]
_OF_A_PAPER = ("blocks", "plain lines", "Word file")


def units() -> Iterator[str]:
    """Yield each of the characters, and each pair of them."""
    yield from CHARACTERS.values()
    yield from map("".join, combinations(CHARACTERS.values(), 2))


def repeated(unit: str, length: int) -> str:
    """Return a text of `length` characters that is `unit` again and again."""
    return (unit * (length // len(unit) + 1))[:length]


def grows_too_fast(unit: str, only: Container[str] = ()) -> dict[str, float]:
    """Return the work that grows more than `MOST_GROWTH`-fold with a text, and how much it does.

    `only` are the names of the work to look at, none for all. Only what would take some time with
    the longer text if it grew with the square is measured, by the clock of the thread. The longer
    and as many letters in shorter texts are measured in turn, so that whatever else the machine
    does slows both, and of each the least of several tries counts. Each text has another length:
    what has been worked out for a text is remembered.
    """
    shorter, longer = LETTERS
    times = longer // shorter
    once = taken_by(unit, shorter, only)
    suspects = {
        name
        for name, taken in once.items()
        if (taken - _taken_by_any().get(name, 0.0)) * times**2 > NOTHING
    }
    few: dict[str, float] = {}
    many: dict[str, float] = {}
    for number in range(TRIES if suspects else 0):
        if many.keys() != suspects:  # what is looked at together may work for one another
            looked_at = frozenset(suspects)
            few, many = dict.fromkeys(looked_at, inf), dict.fromkeys(looked_at, inf)
        _keep_least(many, [taken_by(unit, longer - number, looked_at)])
        suspects = {name for name in suspects if many[name] > NOTHING}
        if not suspects:
            break
        first = shorter - 1 - number * times
        _keep_least(few, [taken_by(unit, first - turn, looked_at) for turn in range(times)])
        suspects = {name for name in suspects if many[name] * times > few[name] * MOST_GROWTH}
    return {name: many[name] / few[name] * times for name in suspects}


def _keep_least(least: dict[str, float], turns: Sequence[Mapping[str, float]]) -> None:
    for name, before in least.items():
        least[name] = min(before, sum(taken[name] for taken in turns))


@cache
def _taken_by_any() -> Mapping[str, float]:
    """Return the seconds that each piece of work takes with next to no text, once it has begun."""
    tries = [taken_by("x", FEW_LETTERS - number) for number in range(3)]
    return {name: min(one[name] for one in tries) for name in tries[0]}


def taken_by(unit: str, length: int, only: Container[str] = ()) -> dict[str, float]:
    """Return the seconds of the processor that each piece of work takes, all or only some."""
    taken: dict[str, float] = {}
    with _no_collection():
        for name, work in works(repeated(unit, length), only):
            if not only or name in only:
                start = thread_time()
                work()
                taken[name] = taken.get(name, 0.0) + thread_time() - start
    return taken


@contextmanager
def _no_collection() -> Iterator[None]:
    """Collect no garbage meanwhile: that takes as long as all that the process holds is large."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def plan_filled_with(text: str) -> Plan:
    """Return a plan with each kind of row, in which every field holds `text`, as far as it fits."""
    rows = (row for name in ROW_KINDS for row in _SHORT.table(name).values())
    return plan_of([_filled(row, text) for row in rows])


def _filled(row: Row, text: str) -> Row:
    line = " ".join(text.splitlines())[:LINE_LIMIT]
    values: dict[str, Any] = row.as_json()
    for name, value in values.items():
        if kind_of(row.table, name) in _KEPT:
            continue
        if kind_of(row.table, name) == "cells":
            values[name] = [["Heading", text]]
            continue
        info = str(type(row).model_fields[name].metadata)
        is_line = isinstance(value, list) or "\\n" in info
        fitting = line if is_line else text[: LINE_LIMIT if f"={LINE_LIMIT}" in info else None]
        values[name] = [fitting] if isinstance(value, list) else fitting
    return type(row).model_validate(values)


def works(text: str, only: Container[str] = ()) -> Iterator[tuple[str, Work]]:
    """Yield the work that a plan filled with `text` costs, each with its name.

    A paper is only made where `only` is empty or names some work on it.
    """
    plan = plan_filled_with(text)
    paper = Paper(plan, FORM, TODAY, FORMS)
    for check in CHECKS:
        yield f"check {check.rule}", partial(lambda check: [*check.findings(paper)], check)
    yield "checks of the form", lambda: [*form_findings(paper)]
    yield "timeline", lambda: timeline({"Plan": plan}, TODAY, date(2027, 12, 31))
    yield "fields", lambda: _fields(plan)
    yield "lists", lambda: [summary_line(action.text) for action in plan.actions]
    yield "blocks of the action", lambda: _action_blocks(plan)
    yield "canonical Markdown", lambda: canonical(text)
    yield "plain words", lambda: plain_of(text)
    yield "a note read", lambda: read_note(text)
    yield "cleaning", lambda: (safe_characters(text), clean_text(text), clean_line(text))
    yield "items", lambda: clean_items(text)
    yield "broken lines", lambda: [*broken(text, 30, 30)]
    yield "shortened", lambda: shortened(text, 60)
    for kind in ("report", "plan", "assessment", "reviews", "progress", "tracing"):
        blocks, lines, word = (f"{one} of the {kind}" for one in _OF_A_PAPER)
        for make in paper_makers(plan, FORM, form_named, kind):
            yield blocks, make
            if not only or lines in only or word in only:
                made = make()
                yield lines, partial(lines_of, made.document, 80)
                yield word, partial(_word, made)


def _word(paper: "WordPaper") -> bytes:
    return word_file_of(paper.document, author="", template=None)


def _fields(plan: Plan) -> None:
    action = plan.actions[0]
    action_fields(plan, action.id, FORM)
    aim_fields(plan, plan.aims[0].id, FORM)
    cover_fields(plan, FORM)
    source_fields(plan)


def _action_blocks(plan: Plan) -> None:
    for column in screen_columns(FORM):
        field_blocks(plan, plan.actions[0], column.field)


def _short_plan() -> Plan:
    action = ActionOutline(
        text="x",
        pages="1",
        indicators=("x",),
        leads=("x",),
        timescale="x",
        success_criteria=("x",),
        bulleted=("success_criteria",),
        progress=(NoteOutline("x", "x", "x"),),
    )
    passages = [PassageOutline(section.id, "text", "x") for section in FORM.report.sections]
    form = FORMS[FORM.forms[0]]
    kinds = {question.kind: question.question for question in form.every_field}
    answers = tuple(AnswerOutline(question, "x") for question in kinds.values())
    appendix = AppendixOutline("text", "x", "x")
    return built_plan(
        PlanOutline(
            title="x",
            aims=(AimOutline("x", (action,)),),
            report=ReportOutline(passages=tuple(passages), appendices=(appendix,)),
            assessments=(AssessmentOutline(form.id, answers),),
            source=SourceOutline(title="x", recommendations=("x",)),
        ),
        FORM.id,
    )


_SHORT = _short_plan()


LONGEST = 100_000
LIMIT = 1.0
"""Seconds of the processor that any one piece of work may take."""
WORST = 10


def freezing() -> list[str]:
    """Return in words what the ten worst take, found at 8,000 characters, at 100,000."""
    found = [
        (seconds, name, called)
        for called, unit in CHARACTERS.items()
        for name, seconds in taken_by(unit, LETTERS[-1]).items()
    ]
    worst = sorted(found, reverse=True)[:WORST]
    lines = [f"The ten worst of {LONGEST:,} characters repeated, at most {LIMIT:.0f} s each"]
    for _, name, called in worst:
        seconds = taken_by(CHARACTERS[called], LONGEST, (name,))[name]
        over = "  OVER" if seconds > LIMIT else ""
        lines.append(f"  {name}, of {called}: {seconds:.2f} s{over}")
    return lines
