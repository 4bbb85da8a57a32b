"""Versions of a plan: sealing one, listing them, and what differs between two states."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from desk.history_steps import when_in_words, wording_of
from desk.session import PlanSession, who_is_here
from desk.since import (
    NOTHING_CHANGED,
    NoSuchDayError,
    changed_since,
    day_since,
    difference_lines,
    row_in_words,
)
from desk.today import today
from plan.changes.change import Change
from plan.changes.versions import DamagedVersionError, seal, unpacked_state, versions_of
from plan.model.fields import TableName, kind_of
from plan.model.plan import Plan
from plan.model.rows import Row, Version
from plan.reading.dates import date_in_words
from plan.text.clean import clean_line
from plan.wording.compared import RowDifference, compared
from store.errors import DamagedPlanError
from store.schema import SCHEMA_VERSION, opened_tables, plan_of_file

NOW = "now"
"""What the plan as it is now is called beside its versions."""
BEGINNING = "its beginning"
_KINDS = {"added": "added", "removed": "deleted", "moved": "moved", "edited": "changed"}
_ROWS: dict[TableName, str] = {
    "plan": "cover",
    "aims": "aim",
    "actions": "action",
    "progress": "note",
    "report": "report",
    "passages": "passage",
    "appendices": "appendix",
    "assessments": "assessment",
    "answers": "answer",
    "source": "source",
    "reasons": "reason",
    "comments": "comment",
    "commitments": "commitment",
    "consultations": "consultation",
}
"""What a row of each table is called in the JSON; conflicts and versions are no part of a paper."""
_FEWEST_DIGITS = 4
"""Of a hash, to name a version by."""
_TEXT_FIELDS = ("text", "title", "name", "reason", "form")
_NEVER_TOLD = ("id", "parent", "rank", "sealed_ref")


class NoSuchVersionError(ValueError):
    """There is no such version or day to compare with; the message is a sentence."""


def seal_change(session: PlanSession, typed: str, *, freeze: bool) -> Change:
    """Return the change that seals the plan under the name that was typed.

    Raises CannotSealError, whose text is for the officer.
    """
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    return seal(
        session.plan,
        clean_line(typed).strip(),
        who=who_is_here(),
        when=now,
        schema=SCHEMA_VERSION,
        freeze=freeze,
    )


def plan_of_version(version: Version) -> Plan:
    """Return the plan as it was sealed. Raises DamagedVersionError."""
    schema, rows = unpacked_state(version)
    try:
        tables = {
            name: {row_id: _without_id(row) for row_id, row in table.items()}
            for name, table in opened_tables(rows, schema).items()
        }
        return plan_of_file(tables, Path(version.name or "version"))
    except (DamagedPlanError, TypeError, AttributeError, KeyError) as error:
        raise DamagedVersionError(
            f"The version “{version.name}” holds what is no plan and cannot be compared. The plan "
            "as it is now is not touched by that."
        ) from error


def _without_id(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != "id"}


def version_as_json(version: Version) -> dict[str, str]:
    """Return a version for a program."""
    return {
        "name": version.name,
        "hash": version.hash,
        "when": version.when,
        "who": version.who,
    }


def version_line(version: Version) -> str:
    """Return a version on one line: its name, when it was sealed, by whom, and its hash's start."""
    who = f", {version.who}" if version.who else ""
    return f"{version.name}: {when_in_words(version.when)}{who}, {version.hash[:12]}"


@dataclass(frozen=True)
class Compared:
    """Two states of a plan, and what differs. `short` says why the first is later than asked."""

    then_name: str
    now_name: str
    then: Plan
    now: Plan
    rows: tuple[RowDifference, ...]
    short: str = ""


@dataclass(frozen=True)
class _State:
    name: str
    plan: Plan
    short: str = ""


def compared_states(session: PlanSession, since: str = "", to: str = "") -> Compared:
    """Return what differs between two states of a plan.

    `since` is a version's name, the first digits of its hash, or a date, "week" or "committee"; the
    latest version where it is empty, or else the plan's beginning. `to` is a version, or the plan
    as it is now where it is empty. Raises NoSuchVersionError, DamagedVersionError, and FormatError
    where the council's format cannot be read.
    """
    now = _version_state(session, to) if to else _State(NOW, session.plan)
    then = _since_state(session, since)
    wording = wording_of(session.council, then.plan, now.plan)
    rows = compared(then.plan, now.plan, wording)
    told = tuple(row for row in rows if row.table in _ROWS)
    return Compared(then.name, now.name, then.plan, now.plan, told, then.short)


def _since_state(session: PlanSession, since: str) -> _State:
    if not since:
        sealed = versions_of(session.plan)
        if sealed:
            return _State(sealed[-1].name, plan_of_version(sealed[-1]))
    elif (version := _version_named(session.plan, since)) is not None:
        return _State(version.name, plan_of_version(version))
    past = session.newest_first()
    history = list(past)
    if not since:
        day = _first_day(history)
    else:
        try:
            day = day_since(since, session.plan, history, today())
        except NoSuchDayError as error:
            raise _no_such(session, since) from error
    found = changed_since(session.plan, history, day, session.council, past.problem)
    name = date_in_words(found.day) if since else BEGINNING
    return _State(name, found.then, found.short if since else "")


def _first_day(newest_first: Sequence[Change]) -> date:
    for change in reversed(newest_first):
        try:
            return datetime.fromisoformat(change.when).date()
        except ValueError:
            continue
    return today()


def _version_state(session: PlanSession, named: str) -> _State:
    version = _version_named(session.plan, named)
    if version is None:
        raise _no_such(session, named)
    return _State(version.name, plan_of_version(version))


def _version_named(plan: Plan, named: str) -> Version | None:
    """Return the version with this name, or the only one whose hash begins so; None if none."""
    asked = named.strip().casefold()
    by_name = [one for one in versions_of(plan) if one.name.casefold() == asked]
    by_hash = [one for one in versions_of(plan) if asked and one.hash.startswith(asked)]
    if by_name:
        return by_name[-1]
    return by_hash[0] if len(by_hash) == 1 and len(asked) >= _FEWEST_DIGITS else None


def _no_such(session: PlanSession, named: str) -> NoSuchVersionError:
    names = ", ".join(f"“{one.name}”" for one in versions_of(session.plan))
    there = (
        f"The versions of {session.name} are {names}."
        if names
        else (f"No version of {session.name} has been sealed: plandesk seal PLAN NAME.")
    )
    return NoSuchVersionError(
        f"“{named}” is no version of the plan, and no date such as 26 September 2016. {there}"
    )


# In words and for a program


def compared_lines(found: Compared) -> Iterator[str]:
    """Yield what differs line by line, each row with its fields before and after."""
    yield f"From {found.then_name} to {found.now_name}:"
    yield from difference_lines(found.rows, found.short)


def compared_markdown(found: Compared) -> Iterator[str]:
    """Yield what differs as Markdown: a heading, and a bullet for each row with its fields."""
    yield f"# What has changed from {_literal(found.then_name)} to {_literal(found.now_name)}"
    yield ""
    if found.short:
        yield _literal(found.short)
        yield ""
    if not found.rows:
        yield NOTHING_CHANGED
    for row in found.rows:
        yield f"- **{_literal(row_in_words(row))}**"
        for field in row.fields:
            before, after = _one_line(field.before), _one_line(field.after)
            said = after if row.done == "added" else before if row.done == "removed" else ""
            yield f"    - {_literal(field.label)}: {said or f'{before} → {after}'}"


def _one_line(text: str) -> str:
    return _literal(" / ".join(filter(None, map(str.strip, text.split("\n"))))) or "(nothing)"


def _literal(text: str) -> str:
    return "".join(f"\\{one}" if one in "\\`*_[]<>#|" else one for one in text)


def compared_as_json(found: Compared) -> dict[str, Any]:
    """Return what differs for a program: a row that moved and was edited is in several changes."""
    telling = _Telling(found.then, found.now)
    changes = [change for row in found.rows for change in telling.changes(row)]
    return {
        "from": found.then_name,
        "to": found.now_name,
        **({"short": found.short} if found.short else {}),
        "changes": changes,
    }


@dataclass(frozen=True)
class _Telling:
    then: Plan
    now: Plan

    def changes(self, row: RowDifference) -> Iterator[dict[str, Any]]:
        old = self.then.table(row.table).get(row.id)
        new = self.now.table(row.table).get(row.id)
        refs = {"ref_before": self._ref(self.then, old), "ref": self._ref(self.now, new)}
        told = {
            "row": _ROWS[row.table],
            "what": row.thing,
            **{key: ref for key, ref in refs.items() if ref is not None},
        }
        if row.done in {"added", "removed"}:
            yield {"kind": _KINDS[row.done], **told, **_whole(old, new)}
            return
        if row.done == "moved":
            yield {
                "kind": "moved",
                **told,
                "field": "place",
                "before": row.was if row.place else refs["ref_before"] or row.was,
                "after": row.place or refs["ref"] or row.thing,
            }
        for name, before, after in _fields(row.table, old, new):
            yield {"kind": "changed", **told, "field": name, "before": before, "after": after}

    def _ref(self, plan: Plan, row: Row | None) -> str | None:
        """Return the ref of an action, or of a note's action, or an aim's number; else nothing."""
        if row is None:
            return None
        if row.table == "actions":
            return plan.ref_of(row.id)
        if row.table == "progress":
            return plan.ref_of(row.parent)
        return str(plan.number_of(row.id)) if row.table == "aims" else ""


def _fields(table: TableName, old: Row | None, new: Row | None) -> Iterator[tuple[str, Any, Any]]:
    """Yield key, value before and after of each field that differs; a cell counts as a field."""
    before, after = (row.as_json() if row is not None else {} for row in (old, new))
    for name in dict.fromkeys((*before, *after)):
        if name in {*_NEVER_TOLD, "section"} or before.get(name) == after.get(name):
            continue
        was, now = before.get(name, ""), after.get(name, "")
        if kind_of(table, name) == "cells":
            yield from _cells(dict(was or ()), dict(now or ()))
        else:
            yield name, was, now


def _cells(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for key in dict.fromkeys((*before, *after)):
        if before.get(key, "") != after.get(key, ""):
            yield key, before.get(key, ""), after.get(key, "")


def _whole(old: Row | None, new: Row | None) -> dict[str, Any]:
    """Return what a row says that was added or deleted: its text, and every field."""
    row = new or old
    values = row.as_json() if row is not None else {}
    named = next((name for name in _TEXT_FIELDS if values.get(name)), "text")
    text = values.get(named, "")
    fields = {name: one for name, one in values.items() if name not in _NEVER_TOLD and one}
    return {
        "field": named,
        "before": "" if new is not None else text,
        "after": text if new is not None else "",
        "fields": fields,
    }
