"""The values that were made of a paper, each with its place in the plan and what it is called."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from importers.plan.header_column import own_key
from plan.council.form import Form
from plan.council.format import Format
from plan.council.own_field import OwnFields
from plan.model.fields import label_of
from plan.model.outline import (
    ActionOutline,
    AnswerOutline,
    PassageOutline,
    PlanOutline,
    ReportOutline,
)
from plan.papers.markdown import plain_of
from plan.papers.passage_tables import is_table, parts_of, rows_of
from plan.papers.report_sections import ReportSection, own_sections, sections_of

_NO_TEXT = frozenset(
    {"row_id", "section", "kind", "form", "question", "ticks", "bulleted", "timescale_is"}
)
"""Fields of outlines that hold ids and choices, not words of the paper."""

REF = "ref"
"""The name of what is no field: the number that an action has by its place, and may be printed."""
OWN_REF = "own_ref"
"""The field for what the paper calls an action, where that is not its place."""
_OWN = "own"
"""The field of columns without one of their own: their headings with what they say."""


@dataclass(slots=True)
class Value:
    """What a field holds, or several of one row: the row, its place ("1.1") and the field's label.

    For a line of the cover the row is the whole outline, for the heading of a section of its own
    the report's, with the section's id as name.
    """

    place: str
    label: str
    texts: tuple[str, ...]
    row: object = None
    name: str = ""

    @property
    def where(self) -> str:
        """Its place and label: "1.1, Timescale"."""
        return f"{self.place}, {self.label}" if self.label else self.place


def values_of_paper(
    outline: PlanOutline, council: Format, forms: Mapping[str, Form]
) -> Iterator[Value]:
    """Yield everything that a plan made of a paper says, field by field."""
    yield from _report_values(outline.report, council)
    yield from _cover_values(outline, council)
    named, own = _action_fields(council), council.plan.own
    for number, aim in enumerate(outline.aims, 1):
        yield from _row_values(aim, f"aim {number}", leaving=("actions",))
        for place, action in enumerate(aim.actions, 1):
            yield from _action_values(action, f"{number}.{place}", named, own)
    for number, appendix in enumerate(outline.report.appendices, 1):
        yield from _row_values(appendix, f"Appendix {number}")
    for comment in outline.comments:
        yield Value(
            "the comments", "", tuple(filter(None, (comment.text, comment.answer))), comment, "text"
        )
    for assessment in outline.assessments:
        form = forms.get(assessment.form)
        for answer in assessment.answers:
            yield _answer_value(answer, form)


def _cover_values(outline: PlanOutline, council: Format) -> Iterator[Value]:
    for line in council.plan.cover:
        if line.field != "appendix":
            text = getattr(outline, line.field)
            yield Value("the cover", line.label, (text,), outline, line.field)
    for name in ("introduction", "closing"):
        if text := getattr(outline, name):
            for part in parts_of(text):
                yield Value("the cover", label_of("plan", name), (*_said(part),), outline, name)
    for key, text in outline.own:
        field = council.plan.own_of_cover.get(key)
        yield Value("the cover", field.label if field else key, (text,), outline, own_key(key))


def _report_values(report: ReportOutline, council: Format) -> Iterator[Value]:
    labels: Mapping[Any, str] = council.report.labels
    for one in fields(report):
        if one.name not in ("passages", "appendices", "own_sections"):
            texts = tuple(texts_in(getattr(report, one.name)))
            label = labels.get(one.name, one.name)
            yield Value("the report’s header", label, texts, report, one.name)
    for own in own_sections(report):
        yield Value("the report", "", (own.heading,), report, own.id)
    numbers: dict[str, int] = {}
    sections = {one.id: one for one in sections_of(report, council.report, report.passages)}
    for passage in report.passages:
        yield _passage_value(passage, council, sections.get(passage.section), numbers)


def _passage_value(
    passage: PassageOutline,
    council: Format,
    section: ReportSection | None,
    numbers: dict[str, int],
) -> Value:
    place = f"“{section.heading}”" if section else "the report"
    if section is not None and passage.kind == "numbered":
        numbers[section.id] = numbers.get(section.id, 0) + 1
        place = council.report.paragraph_number.format(
            section=section.number, paragraph=numbers[section.id]
        )
    if passage.kind == "row":
        table = council.report.table(passage.section)
        where = f"“{table.title}”" if table else place
        return Value(where, "", tuple(text for _, text in passage.cells), passage, "cells")
    if passage.kind == "table":
        cells = tuple(plain_of(cell) for row in rows_of(passage.text) for cell in row)
        return Value(place, "", (*filter(None, (passage.caption,)), *cells), passage, "text")
    return Value(place, "", tuple(texts_in(passage)), passage, "text")


def _action_fields(council: Format) -> list[tuple[str, str]]:
    """Return the fields of an action with what they are called."""
    labels = {column.field: column.heading for column in council.plan.columns}
    return [
        (one.name, labels.get(one.name) or label_of("actions", one.name))
        for one in fields(ActionOutline)
        if one.name not in _NO_TEXT
    ]


def _action_values(
    action: ActionOutline, ref: str, named: Iterable[tuple[str, str]], own: OwnFields
) -> Iterator[Value]:
    yield Value(ref, "", (ref,), action, REF)
    for name, label in named:
        said = getattr(action, name)
        if name == _OWN:
            yield from (_own_value(action, ref, label, own, *cell) for cell in said)
        elif texts := tuple(texts_in(said)):
            yield Value(ref, label, texts, action, name)


def _own_value(
    action: ActionOutline, ref: str, label: str, own: OwnFields, key: str, text: str
) -> Value:
    """Return what stands in a field of the council's own, or below a heading."""
    field = own.get(key)
    return Value(ref, field.label if field else key or label, (text,), action, own_key(key))


def _said(part: str) -> Iterator[str]:
    """Yield a part of a text as it is kept, the cells one by one if it is a table."""
    if is_table(part):
        yield from (plain_of(cell) for row in rows_of(part) for cell in row)
    else:
        yield part


def _row_values(row: Any, place: str, leaving: tuple[str, ...] = ()) -> Iterator[Value]:
    for one in fields(row):
        if one.name not in _NO_TEXT and one.name not in leaving:
            held = getattr(row, one.name)
            texts = (text for _, text in held) if one.name == _OWN else texts_in(held)
            yield Value(place, "", tuple(texts), row, one.name)


def _answer_value(answer: AnswerOutline, form: Form | None) -> Value:
    asked = form.field(answer.question) if form else None
    label = asked.label if asked else answer.question
    return Value(form.short if form else "the form", label, (answer.text,), answer, "text")


def texts_in(value: Any) -> Iterator[str]:
    """Yield the texts in a value of an outline, in order, those of the rows in it too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, (tuple, list)):
        for inner in value:
            yield from texts_in(inner)
    elif is_dataclass(value):
        for one in fields(value):
            if one.name not in _NO_TEXT:
                yield from texts_in(getattr(value, one.name))
