"""Edits to the committee report: its header, its passages and its appendices."""

from typing import Any, NamedTuple

from plan.changes.change import Change, RowChange, row_added, row_edited, row_removed
from plan.changes.edits.fields import as_added, cleaned_value, set_field
from plan.changes.edits.placing import copied_below, rank_at
from plan.council.report_format import ReportFormat
from plan.model.fields import AppendixKind, PassageKind, ReportField
from plan.model.plan import Plan
from plan.model.ranks import spread_ranks
from plan.model.rows import REPORT_ID, Appendix, Passage, Report, Row, new_id
from plan.papers.report_paragraphs import fitting_kind, text_as, text_typed, usual_kind
from plan.papers.report_sections import own_sections, section_of, sections_of_plan
from plan.text.clean import clean_line

_WHOLE_REPORT = "the report"


def set_report_field(plan: Plan, field: ReportField, typed: str, *, name: str) -> Change:
    """Return the change to a header or signature line; `name` is what the council calls it."""
    change = set_field(plan.report, field, typed, label=f"Edit {name} of the report")
    return change if plan.report_rows else as_added(change)


def set_own_heading(plan: Plan, section_id: str, typed: str, report_format: ReportFormat) -> Change:
    """Return the change of the heading of a section that is the report's own.

    Without a heading it is no section any more: its paragraphs go to the one above, from the first
    of all to the one below.
    """
    heading = clean_line(typed)
    own = own_sections(plan.report)
    named = next(one.heading for one in own if one.id == section_id)
    if not heading:
        return Change(
            label=f"End the section “{named}”",
            rows=_own_section_ended(plan, section_id, report_format),
        )
    lines = (one._replace(heading=heading) if one.id == section_id else one for one in own)
    kept = tuple(one.line for one in lines)
    return _edit(plan.report, f"Edit the heading “{named}” of the report", own_sections=kept)


def _own_section_ended(
    plan: Plan, section_id: str, report_format: ReportFormat
) -> tuple[RowChange, ...]:
    ids = [section.id for section in sections_of_plan(plan, report_format)]
    place = ids.index(section_id)
    into = ids[place - 1] if place else ids[1]
    pair = (ids[place - 1], section_id) if place else (section_id, ids[1])
    joined = [passage for one in pair for passage in plan.passages_of(one)]
    rows = [
        _edited_to_fit(passage, into, rank, report_format)
        for passage, rank in zip(joined, spread_ranks(len(joined)), strict=True)
    ]
    kept = tuple(one.line for one in own_sections(plan.report) if one.id != section_id)
    changed = (row for row in rows if row.before != row.after)
    return (row_edited(plan.report, own_sections=kept), *changed)


def _edited_to_fit(
    passage: Passage, section: str, rank: str, report_format: ReportFormat
) -> RowChange:
    """Return the change that puts a passage into a section, as one that the section holds."""
    kind = fitting_kind(report_format, section, passage.kind)
    said = _as_kind(passage, kind, report_format)
    return row_edited(passage, section=section, rank=rank, **said)


def add_passage(
    plan: Plan,
    section: str,
    place: int,
    report_format: ReportFormat,
    *,
    kind: PassageKind | None = None,
    text: str = "",
) -> Change:
    """Return the change that adds a passage, as typed, at position `place` in a section.

    If no kind is given, it is of the section's usual kind.
    """
    chosen = kind or usual_kind(report_format, section)
    said = {"kind": chosen, "text": text_typed(chosen, text, report_format)}
    return _passage_added(plan, section, place, report_format, said)


def _passage_added(
    plan: Plan, section: str, place: int, report_format: ReportFormat, said: dict[str, Any]
) -> Change:
    """Return the change that adds a passage with what is `said` in its fields."""
    rank, spread = rank_at(plan.passages_of(section), place)
    passage = Passage(id=new_id(), parent=REPORT_ID, rank=rank, section=section, **said)
    label = f"Add to {section_name(plan, section, report_format)}"
    return Change(label=label, rows=(*begun_report(plan), *spread, row_added(passage)))


class NewPicture(NamedTuple):
    """A picture that is added: the name of its file among the plan's, and what is said of it.

    `alternative` is read out for it.
    """

    name: str
    alternative: str = ""
    caption: str = ""


def add_picture(
    plan: Plan, section: str, place: int, report_format: ReportFormat, picture: NewPicture
) -> Change:
    """Return the change that adds a picture at position `place` in a section."""
    said = {
        "kind": "picture",
        "text": clean_line(picture.alternative),
        "caption": clean_line(picture.caption),
        "picture": picture.name,
    }
    change = _passage_added(plan, section, place, report_format, said)
    named = section_name(plan, section, report_format)
    return change.model_copy(update={"label": f"Add a picture to {named}"})


def paste_passage(
    plan: Plan, section: str, place: int, report_format: ReportFormat, copied: Passage
) -> Change:
    """Return the change that adds a copy of a passage at position `place` in a section.

    If the section cannot hold its kind, it becomes one of the section's usual kind.
    """
    kind = fitting_kind(report_format, section, copied.kind)
    said = _as_kind(copied, kind, report_format)
    return _passage_added(plan, section, place, report_format, said)


def _as_kind(passage: Passage, kind: PassageKind, report_format: ReportFormat) -> dict[str, Any]:
    """Return what a passage says in its fields once it is of a kind: the same words."""
    said = {name: getattr(passage, name) for name in ("caption", "row_id", "cells", "picture")}
    if kind != passage.kind:
        said = {"caption": "", "row_id": "", "cells": (), "picture": ""}
    return {"kind": kind, "text": text_as(kind, passage, report_format), **said}


def set_passage(plan: Plan, passage_id: str, typed: str, report_format: ReportFormat) -> Change:
    """Return the change to a passage's text."""
    passage = plan.passage_rows[passage_id]
    text = text_typed(passage.kind, typed, report_format, before=passage.text)
    return _edit(passage, f"Edit {section_name(plan, passage.section, report_format)}", text=text)


def set_passage_kind(
    plan: Plan, passage_id: str, kind: PassageKind, report_format: ReportFormat
) -> Change:
    """Return the change that turns a passage into a heading, a numbered paragraph or plain text."""
    passage = plan.passage_rows[passage_id]
    named = section_name(plan, passage.section, report_format)
    label = f"Change the kind of a paragraph of {named}"
    return _edit(passage, label, **_as_kind(passage, kind, report_format))


def move_passage(
    plan: Plan, passage_id: str, section: str, place: int, report_format: ReportFormat
) -> Change:
    """Return the change that moves a passage to position `place` in a section.

    If the section cannot hold its kind, it becomes one of the section's usual kind.
    """
    passage = plan.passage_rows[passage_id]
    others = [one for one in plan.passages_of(section) if one.id != passage_id]
    rank, spread = rank_at(others, place)
    moved = _edited_to_fit(passage, section, rank, report_format)
    label = f"Move a {_what(passage)} of {section_name(plan, passage.section, report_format)}"
    return Change(label=label, rows=(*spread, moved))


def duplicate_passage(plan: Plan, passage_id: str, report_format: ReportFormat) -> Change:
    """Return the change that adds a copy of a passage below it."""
    passage = plan.passage_rows[passage_id]
    label = f"Duplicate a {_what(passage)} of {section_name(plan, passage.section, report_format)}"
    rows = copied_below(passage, plan.passages_of(passage.section), new_id())
    return Change(label=label, rows=rows)


def delete_passage(plan: Plan, passage_id: str, report_format: ReportFormat) -> Change:
    """Return the change that deletes a passage."""
    passage = plan.passage_rows[passage_id]
    label = f"Delete a {_what(passage)} of {section_name(plan, passage.section, report_format)}"
    return Change(label=label, rows=(row_removed(passage),))


def _what(passage: Passage) -> str:
    return passage.kind if passage.kind in ("table", "row", "picture") else "paragraph"


def add_appendix(plan: Plan, place: int, kind: AppendixKind, *, title: str = "") -> Change:
    """Return the change that adds an appendix at position `place` in the report.

    A report that lists no appendices has the plan as its Appendix 1. Adding the first other
    appendix lists the plan as well, so that it keeps that number until it is moved. A generated
    table can be listed only once.
    """
    if kind not in ("text", "file") and any(one.kind == kind for one in plan.appendices):
        return Change(label=f"Add appendix {place + 1}", rows=())
    if plan.appendices or kind == "plan" or plan.stands_in_report:
        rank, spread = rank_at(plan.appendices, place)
        appendix = _new_appendix(rank, kind, title)
        rows = (*begun_report(plan), *spread, row_added(appendix))
        return Change(label=f"Add appendix {place + 1}", rows=rows)
    first, second = spread_ranks(2)
    listed = (_new_appendix(first, "plan", ""), _new_appendix(second, kind, title))
    return Change(label="Add appendix 2", rows=(*begun_report(plan), *map(row_added, listed)))


def _new_appendix(rank: str, kind: AppendixKind, title: str) -> Appendix:
    return Appendix(id=new_id(), parent=REPORT_ID, rank=rank, kind=kind, title=clean_line(title))


def set_appendix_field(plan: Plan, appendix_id: str, field: str, typed: str) -> Change:
    """Return the change to an appendix's `title`, `text` (Markdown) or `file`."""
    appendix = plan.appendix_rows[appendix_id]
    value = cleaned_value("appendices", field, typed, appendix.text)
    return _edit(appendix, f"Edit {field} of appendix {_number(plan, appendix)}", **{field: value})


def move_appendix(plan: Plan, appendix_id: str, place: int) -> Change:
    """Return the change that moves an appendix to position `place`."""
    appendix = plan.appendix_rows[appendix_id]
    rank, spread = rank_at([one for one in plan.appendices if one.id != appendix_id], place)
    label = f"Move appendix {_number(plan, appendix)}"
    return Change(label=label, rows=(*spread, row_edited(appendix, rank=rank)))


def delete_appendix(plan: Plan, appendix_id: str) -> Change:
    """Return the change that removes an appendix from the report; the plan itself stays."""
    appendix = plan.appendix_rows[appendix_id]
    label = f"Delete appendix {_number(plan, appendix)}"
    return Change(label=label, rows=(row_removed(appendix),))


def _number(plan: Plan, appendix: Appendix) -> int:
    return plan.appendices.index(appendix) + 1


def section_name(plan: Plan, section_id: str, report_format: ReportFormat) -> str:
    """Return what a section of the report is called in a sentence."""
    if (table := report_format.table(section_id)) is not None:
        return f"“{table.title}”"
    section = section_of(plan, report_format, section_id)
    return f"“{section.heading}”" if section else _WHOLE_REPORT


def _edit(row: Row, label: str, **fields: object) -> Change:
    change = row_edited(row, **fields)
    return Change(label=label, rows=() if change.before == change.after else (change,))


def begun_report(plan: Plan) -> tuple[RowChange, ...]:
    """Return the change that adds the report's row if there is none yet."""
    return () if plan.report_rows else (row_added(Report(id=REPORT_ID, parent=plan.cover.id)),)
