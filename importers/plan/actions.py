"""Actions as printed, made into the values of a plan."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from importers.account.ledger import is_kept, left_out, marked, took
from importers.asking import Asking
from importers.bracketed_notes import with_notes
from importers.plan.cells import (
    is_bulleted,
    items_of,
    line_of,
    lines_of,
    printed_lines,
    prose_of,
    single_of,
    with_addresses,
    with_levels,
)
from importers.plan.colour_names import names_of
from importers.plan.header_column import OF_LATEST, own_heading
from importers.plan.headings import STATUS
from importers.plan.notes import notes_of, printed_notes, with_status
from importers.plan.plan_rows import ActionRow, Cells, cells_without_field
from importers.plan.several_leads import parted, parted_as_decided
from importers.plan.status_colours import colour_behind, is_made, without_colour
from importers.remarks import Remark
from importers.spelt_as_kind import spelt_as_kind
from plan.council.own_field import OwnField
from plan.model.fields import LIST_FIELDS, kind_of
from plan.model.outline import ActionOutline, NoteOutline
from plan.model.ways import COLUMN_FIELDS
from plan.papers.blocks import Paragraph, Text, plain
from plan.papers.typed_text import shown_of
from plan.reading.status import is_bare
from plan.text.clean import clean_items, clean_line

_NUMBER = re.compile(r"\d{1,2}\.\d{1,2}")
_LABEL = r"(?:(?:quality indicators?|Q\.?I\.?s?|HGIOS\s?\??\s?4?|HGIOELC)\s?:?\s?)*"
_NAMED_BY_NUMBER = re.compile(r"\d{1,2}\.\d{1,2}\b\W{0,3}[^\W\d_]")
_BEFORE_NUMBER = re.compile(r"\s*[;,]\s*(?=\d{1,2}\.\d{1,2}\b)")
"""What stands between two indicators on a line: "2.3 Learning; 3.1 Wellbeing"."""
_NUMBERS = re.compile(
    rf"{_LABEL}{_NUMBER.pattern}(?:(?:\s*[,;&/+|]\s*|\s+)(?:(?:and|"
    rf"&)\s+)?{_LABEL}{_NUMBER.pattern})+"
    r"[.;,]?",
    re.IGNORECASE,
)
_PROGRESS = re.compile(r"progress(\d*)")
_KINDS = {name: kind_of("actions", name) for name in COLUMN_FIELDS}


def action_of(row: ActionRow, ref: str, asking: Asking) -> ActionOutline:
    """Return the action that a row of the paper prints, to the letter.

    `ref` is its place in the plan: what the paper calls it is kept where that is something else.
    `asking` answers what the paper leaves open.
    """
    if asking.has_colours and _has_colour(row):
        row = _with_decided_colours(row, ref, asking)
    values = {name: _value(row, name) for name in COLUMN_FIELDS}
    if not row.is_ours:
        values["leads"] = _leads(row, values["leads"], asking, ref)
    printed_ref = row.ref
    action = ActionOutline(
        **values,
        own_ref="" if printed_ref == ref else printed_ref,
        own=tuple(
            (name, _own_text(row, asking.own.get(name), said))
            for name, said in cells_without_field(row.cells)
        ),
        bulleted=tuple(name for name in LIST_FIELDS if is_bulleted(row.cells.get(name, ()))),
        progress=tuple(_notes(row)),
    )
    for note in action.progress:
        if note.status and is_bare(note.status):
            asking.note_sign(note.status)
    for key, paragraphs in row.cells.items() if is_kept() else ():
        _note_taken(action, key, paragraphs, row.cells)
    return action


def _has_colour(row: ActionRow) -> bool:
    """Return whether any words of a row stand on a colour, or are made of one, as in few rows."""
    for paragraphs in row.cells.values():
        for paragraph in paragraphs:
            for one in paragraph.inlines:
                if one.__class__ is Text and one.beside is not None and one.beside.kind == "colour":
                    return True
        if not paragraphs:
            return True
    return False


def _with_decided_colours(row: ActionRow, ref: str, asking: Asking) -> ActionRow:
    """Return a row whose colours are words or not, as was decided; slips in them are told."""
    cells: Cells = {}
    for key, paragraphs in row.cells.items():
        made = tuple(one for one in paragraphs if is_made(one))[:1]
        said = tuple(without_colour(one) for one in paragraphs if not is_made(one))
        progress = _PROGRESS.fullmatch(key)
        if said:
            cells[key] = said
        if progress is not None:
            status = made or _status_behind(paragraphs, said)
            if status and _says_status(status, paragraphs, ref, key, asking):
                cells[f"{STATUS}{progress[1]}"] = status
        elif not said and made and _says_status(made, paragraphs, ref, key, asking):
            cells[key] = made
        elif said:
            asking.remarks += (
                remark for one in paragraphs for remark in _about_colour_behind(one, ref)
            )
    return replace(row, cells=cells)


def _status_behind(
    paragraphs: tuple[Paragraph, ...], said: tuple[Paragraph, ...]
) -> tuple[Paragraph, ...]:
    """Return the status that the colour behind progress says, none where its words say one."""
    words = next(filter(None, map(colour_behind, paragraphs)), "")
    if not words or any(note.status for note in notes_of(said)):
        return ()
    return (plain(words),)


def _says_status(
    status: tuple[Paragraph, ...],
    cell: tuple[Paragraph, ...],
    ref: str,
    key: str,
    asking: Asking,
) -> bool:
    """Return whether the word that was made of a cell's colour is to be kept."""
    word = status[0].text
    if not word.startswith("#"):
        place = f"in {ref}, {own_heading(key) or asking.labels.get('progress', '')}"
        return asking.about("colours", cell, place, word) == "words"
    name = next(iter(names_of(word[1:])), "white")
    text = f"Its status is only a colour, {name.lower()}, that no key explains: it was left out."
    asking.remarks.append(Remark("not understood", ref, text))
    return False


def _about_colour_behind(paragraph: Paragraph, ref: str) -> Iterator[Remark]:
    colour = colour_behind(paragraph)
    if colour:
        text = f"The words of its status do not say what its colour, {colour.lower()}, does:"
        yield Remark("oddity", ref, f"{text} the words were read.")


def _note_taken(
    action: ActionOutline, key: str, paragraphs: tuple[Paragraph, ...], cells: Cells
) -> None:
    """Note which field of an action was made of the paragraphs of a column."""
    if key.startswith(STATUS):
        said = "\n".join(paragraph.text for paragraph in paragraphs)
        marked(paragraphs, said)  # it stands before or behind what it is the status of
        if not any(map(_PROGRESS.fullmatch, cells)):
            took(action, paragraphs, "progress")
    elif key == "ref":
        took(action, paragraphs, "own_ref" if action.own_ref else "ref")
    elif key == "indicators":
        took(action, paragraphs, key)
        for paragraph in paragraphs:
            for item in clean_items(paragraph.text):
                if _NUMBERS.fullmatch(item):  # "QI 1.1 and 2.3": its labels and what joins it
                    left_out((paragraph,), "labels", _NUMBER.sub(" ", item))
    elif own_heading(key) is not None:
        took(action, paragraphs, key)
    else:
        took(action, paragraphs, key.rstrip("0123456789"))


def _notes(row: ActionRow) -> Iterator[NoteOutline]:
    """Yield the notes of each column of progress, with the status of its date.

    A status behind those of several dates is that of the latest note.
    """
    if row.is_ours:
        printed = printed_notes(row.cells.get("progress", ()))
        yield from _dated(tuple(printed), row.dates.get("progress", ""))
        return
    parts = {match[1] for key in row.cells if (match := _PROGRESS.fullmatch(key))}
    parts |= {key.removeprefix(STATUS) for key in row.cells if key.startswith(STATUS)}
    notes: tuple[NoteOutline, ...] = ()
    for part in sorted(parts, key=lambda one: int(one or 0)):
        status = row.cells.get(f"{STATUS}{part}", ())
        if part == str(OF_LATEST):
            notes = with_status(notes, status)
        else:
            notes += with_status(_dated_notes(row, f"progress{part}"), status)
    yield from notes


def _dated_notes(row: ActionRow, key: str) -> tuple[NoteOutline, ...]:
    """Return the notes in a column of progress, with the date of its heading if they have none."""
    return _dated(notes_of(row.cells.get(key, ())), row.dates.get(key, ""))


def _dated(notes: tuple[NoteOutline, ...], as_at: str) -> tuple[NoteOutline, ...]:
    if notes and as_at and not any(note.as_at for note in notes):
        return (replace(notes[0], as_at=as_at), *notes[1:])
    return notes


def _value(row: ActionRow, name: str) -> Any:
    """Return what the cell of a field says, read in the way of the field's kind."""
    paragraphs = row.cells.get(name, ())
    kind = _KINDS[name]
    if kind != "prose":
        paragraphs = tuple(map(with_notes, paragraphs))
    match kind:
        case "prose":
            return prose_of(paragraphs if row.is_ours else single_of(paragraphs))
        case "items":
            if name == "success_criteria":
                said = paragraphs if row.is_ours else with_levels(paragraphs)
                paragraphs = tuple(map(with_addresses, said))
            items = items_of(paragraphs)
            return _each_number(items) if name == "indicators" and not row.is_ours else items
        case "lines" | "pages" | "timescale":
            return (printed_lines if row.is_ours else lines_of)(paragraphs)
        case _:
            return line_of(paragraphs)


def _own_text(row: ActionRow, field: OwnField | None, said: tuple[Paragraph, ...]) -> str:
    """Return what a column without a field says, or one of the council's own, by its kind."""
    if field is not None and field.holds.is_text:
        return shown_of(prose_of(said if row.is_ours else single_of(said)))
    said = tuple(map(with_notes, said))
    if field is None:
        return lines_of(said)
    if field.holds.is_list:
        return "\n".join(items_of(said))
    text = clean_line(lines_of(said))
    return spelt_as_kind(field, text, said) if field.kind == "yes-no" else text


def _leads(row: ActionRow, items: tuple[str, ...], asking: Asking, ref: str) -> tuple[str, ...]:
    """Return the leads of an action; several on one line are parted if that was decided."""
    several = [item for item in items if len(parted(item)) > 1]
    if not several:
        return items
    paragraphs = row.cells["leads"]
    said = " … ".join(several)
    if asking.about("leads", paragraphs, asking.where(ref, "leads"), said) == "one":
        return items
    marked(paragraphs)  # also the words between two leads: "and"
    return tuple(lead for item in items for lead in parted_as_decided(item))


def _each_named_by_number(item: str) -> list[str]:
    """Return the indicators of a line that says several, each with its number before its name."""
    return _BEFORE_NUMBER.split(item) if _NAMED_BY_NUMBER.match(item) else [item]


def _each_number(items: tuple[str, ...]) -> tuple[str, ...]:
    """Return indicators with those given as numbers, such as "1.3, 2.3", each by itself."""
    return tuple(
        one
        for item in items
        for one in (
            _NUMBER.findall(item) if _NUMBERS.fullmatch(item) else _each_named_by_number(item)
        )
    )
