"""Roll a plan forward to next year: the new plan, what it asks, what its actions were."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from desk.session import who_is_here
from desk.versions import plan_of_version
from plan.changes.rolling import (
    Chosen,
    Fate,
    Origin,
    Rolled,
    Sealing,
    origin_of,
    rolled_forward,
)
from plan.changes.versions import DamagedVersionError, sealed_cover, versions_of
from plan.following.action_state import reading_of
from plan.model.plan import Plan
from plan.model.rows import Action, Version
from plan.papers.typed_text import shown_of
from plan.reading.dates import date_in_words
from plan.reading.progress import note_heading
from plan.text.line_breaks import counted, sentence_line, shortened
from store.schema import SCHEMA_VERSION

_DONE = {"close": "Closed", "merge": "Merged", "split": "Split in two"}
_YEAR = re.compile(r"(?<!\d)(19|20)(\d\d)(?!\d)|(?<=\d[/–-])(\d\d)(?!\d)")
"""A year, or the second of two as in 2026/27."""


def roll(
    plan: Plan,
    name: str,
    chosen: Chosen,
    today: date,
) -> Rolled:
    """Return next year's plan of the plan called `name`, with the years before sealed in it.

    Raises CannotRollError, and pydantic's ValidationError where a text is longer than its field.
    """
    words = date_in_words(today)
    sealing = Sealing(
        f"{name}, as it was rolled forward on {words}",
        who_is_here(),
        datetime.now(UTC).isoformat(timespec="microseconds"),
        SCHEMA_VERSION,
        tuple(_past_years(plan)),
    )
    return rolled_forward(plan, chosen, sealing, today_in_words=words, ends=ended(plan, today))


def ended(plan: Plan, today: date) -> frozenset[str]:
    """Return the ids of the actions whose timescale is past, or says nothing that can be read."""
    return frozenset(one.id for one in plan.actions if _is_over(plan, one.id, today))


def _is_over(plan: Plan, action_id: str, today: date) -> bool:
    reading = reading_of(plan, plan.action_rows[action_id])
    if reading.rhythm or reading.is_ongoing:
        return False
    last = reading.due or reading.review
    return last is None or last.last < today


def title_of_next(title: str) -> str:
    """Return a title to begin with for next year's plan: each year in it is one later."""
    return _YEAR.sub(_one_later, title)


def _one_later(year: re.Match[str]) -> str:
    if year[3]:
        return f"{(int(year[3]) + 1) % 100:02}"
    return str(int(year[0]) + 1)


# In words


def rolled_lines(plan: Plan, fates: Mapping[str, Fate], rolled: Rolled) -> Iterator[str]:
    """Yield what becomes of `plan`, why, and each timescale that is asked, line by line."""
    parts = [f"{counted(rolled.carried, 'action')} carried"]
    if rolled.closed:
        parts.append(f"{rolled.closed} closed or merged")
    if rolled.promises:
        parts.append(f"{counted(rolled.promises, 'open promise')} to the committee carried")
    yield f"{', '.join(parts)}. The plan as it was is sealed in it, with its progress."
    for action in plan.actions:
        if fate := fates.get(action.id):
            said = _quoted(plan, action)
            into = f" into {plan.ref_of(fate.into)}" if fate.into else ""
            yield f"{_DONE[fate.kind]}{into}: {said}: {fate.reason}"
    if rolled.wants_timescale:
        yield "By when now? In the new plan these timescales are past, or say no date:"
    for action_id in rolled.wants_timescale:
        action = rolled.plan.action_rows[action_id]
        said = shortened(action.timescale) or "none"
        yield f"  {_quoted(rolled.plan, action)}: {said}"


_MOST = 90
"""Cells of what is quoted of an action: a line has room for a ref and a date besides."""


def _quoted(plan: Plan, action: Action) -> str:
    return f"{plan.ref_of(action.id)} {shortened(sentence_line(action.text), _MOST)}"


# What an action was


def _past_years(plan: Plan) -> Iterator[Version]:
    """Yield the versions that are another plan's: those from which this one was rolled forward."""
    for version in reversed(versions_of(plan)):
        try:
            if sealed_cover(version) != plan.cover.id:
                yield version
        except DamagedVersionError:
            continue


@dataclass(frozen=True)
class Ancestor:
    """What an action was in one of the plans from which its own was rolled forward.

    `name` is that of the sealed version, `plan` what it holds; `problem` why it cannot be read.
    """

    name: str
    plan: Plan | None = None
    origin: Origin | None = None
    problem: str = ""


def lineage(plan: Plan, action_id: str) -> Iterator[Ancestor]:
    """Yield what an action was in the plans from which this one was rolled forward.

    The latest of them comes first; nothing for a plan or an action that began here.
    """
    for version in _past_years(plan):
        try:
            archived = plan_of_version(version)
        except DamagedVersionError as error:
            yield Ancestor(version.name, problem=str(error))
            continue
        origin = origin_of(archived, action_id)
        if origin is not None:
            yield Ancestor(version.name, archived, origin)


def lineage_lines(plan: Plan, action_id: str) -> Iterator[str]:
    """Yield what an action was in the years before, in plain lines; see `lineage`."""
    for one in lineage(plan, action_id):
        if one.plan is None or one.origin is None:
            yield one.problem
        else:
            yield from _origin_lines(one.plan, one.origin, one.name)


def lineage_as_json(plan: Plan, action_id: str) -> list[dict[str, Any]]:
    """Return what an action was in the years before, for a program; see `lineage`."""
    return [_ancestor_as_json(one) for one in lineage(plan, action_id)]


def _ancestor_as_json(one: Ancestor) -> dict[str, Any]:
    if one.plan is None or one.origin is None:
        nothing: dict[str, Any] = {"split": "", "merged": [], "last_noted": None}
        return {"version": one.name, "ref": "", "text": one.problem, **nothing}
    archived, origin, note = one.plan, one.origin, one.origin.note
    return {
        "version": one.name,
        "ref": archived.ref_of(origin.action.id),
        "text": shown_of(origin.action.text),
        "split": shown_of(origin.split),
        "merged": [
            {
                "ref": archived.ref_of(merged.id),
                "text": shown_of(merged.text),
                "reason": shown_of(reason),
            }
            for merged, reason in origin.merged
        ],
        "last_noted": None
        if note is None
        else {"as_at": note.as_at, "status": note.status, "text": shown_of(note.text)},
    }


def _origin_lines(archived: Plan, origin: Origin, name: str) -> Iterator[str]:
    yield f"Before: action {archived.ref_of(origin.action.id)} of “{name}”"
    if origin.split:
        yield f"  split in two: {sentence_line(shown_of(origin.split))}"
    for one, reason in origin.merged:
        yield f"  merged into it: {_quoted(archived, one)}: {sentence_line(shown_of(reason))}"
    if origin.note is not None:
        heading = note_heading(origin.note.as_at, origin.note.status)
        parts = ("  last noted", heading, sentence_line(origin.note.text))
        yield ": ".join(filter(None, parts))
