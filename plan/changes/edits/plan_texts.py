"""Edits to any of a plan's texts at once, wherever they stand: one change, one undo."""

from collections.abc import Iterable
from typing import Any

from plan.changes.change import Change, row_edited
from plan.changes.edits.assessment import cleaned_answer
from plan.changes.edits.fields import cleaned_lines, cleaned_value
from plan.council.format import Format
from plan.model.rows import Passage, Row
from plan.papers.found_texts import Found
from plan.papers.own_fields import cleaned_own
from plan.papers.passage_tables import rows_of, table_lines
from plan.papers.plan_texts import OWN_CELL, OWN_HEADING, TABLE_CELL, PlanText
from plan.papers.report_sections import OwnSection
from plan.papers.typed_text import stored_of
from plan.text.clean import clean_line
from plan.text.line_breaks import counted, shortened
from plan.text.word_search import Span, Wanted

_QUOTED = 30
"""Widest that a word in the label of a change may be, in cells."""


def set_texts(typed: Iterable[tuple[PlanText, str]], council: Format, label: str) -> Change:
    """Return the change that puts what was typed into each of some texts of one plan, cleaned.

    Texts that say so already are left out; the change is empty if all do. Raises pydantic's
    ValidationError if a text is too long for its field.
    """
    edited: dict[tuple[str, str], tuple[Row, dict[str, Any]]] = {}
    for one, text in typed:
        if text == one.text:
            continue
        row, values = edited.setdefault((one.row.table, one.row.id), (one.row, {}))
        held = values.get(one.field, getattr(row, one.field))
        values[one.field] = _stored(one, text, held, council)
        if one.field == "timescale":
            values["timescale_is"] = ""
    rows = [row_edited(row, **values) for row, values in edited.values()]
    return Change(label=label, rows=tuple(row for row in rows if row.before != row.after))


def replace_words(chosen: Iterable[Found], wanted: Wanted, new: str, council: Format) -> Change:
    """Return the change that puts `new` in the place of the wanted words in some sentences.

    They are of one plan, and nothing else of it changes. Raises pydantic's ValidationError if a
    text gets too long for its field.
    """
    by_text: dict[int, tuple[Found, list[Span]]] = {}
    for one in chosen:
        by_text.setdefault(id(one.text), (one, []))[1].extend(one.words)
    typed = [
        (one.text.said, one.text.with_words(spans, wanted, new)) for one, spans in by_text.values()
    ]
    times = counted(sum(len(spans) for _, spans in by_text.values()), "time")
    quoted = (f"“{shortened(text, _QUOTED)}”" for text in (wanted.text, new))
    verb = f"Replace {' by '.join(quoted)}" if new.strip() else f"Delete {next(quoted)}"
    return set_texts(typed, council, f"{verb}, {times}")


def _stored(one: PlanText, typed: str, held: Any, council: Format) -> Any:
    """Return what the field of a text holds with what was typed, where it holds `held` now."""
    if one.part == OWN_CELL:
        return _with_cell(one, typed, held, council)
    if one.part == OWN_HEADING:
        return tuple(_with_heading(line, one, typed) for line in held)
    if one.part == TABLE_CELL:
        return _with_table_cell(held, one.key, typed)
    if one.asked is not None:
        return cleaned_answer(one.asked, typed, held)
    if isinstance(one.row, Passage) and one.row.kind == "heading":
        return clean_line(typed)
    return cleaned_value(one.row.table, one.field, typed, held if isinstance(held, str) else "")


def _with_cell(
    one: PlanText, typed: str, held: tuple[tuple[str, str], ...], council: Format
) -> tuple[tuple[str, str], ...]:
    field = council.own_of(one.row.table).get(one.key)
    text = cleaned_own(field, typed) if field is not None else cleaned_lines(typed)
    return tuple((name, text if name == one.key else said) for name, said in held)


def _with_heading(line: str, one: PlanText, typed: str) -> str:
    before = OwnSection(one.key, one.text).line
    is_it = line.startswith(before[: before.rindex("]")])
    return clean_line(typed) + line[len(one.text) :] if is_it else line


def _with_table_cell(held: str, key: str, typed: str) -> str:
    rows = [list(row) for row in rows_of(held)]
    row, column = map(int, key.split("."))
    rows[row][column] = stored_of(typed, rows[row][column])
    return table_lines(rows)
