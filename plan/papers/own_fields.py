"""How a field of a council's own is cleaned, shown and printed, by its kind alone.

What is kept is what was typed: paragraphs and bullets are read when they are printed.
"""

from plan.council.own_field import OwnField
from plan.papers.blocks import Cell, Paragraph, Role, Row, Table, Text, plain
from plan.papers.markdown import blocks_of, plain_of
from plan.papers.typed_text import shown_of, stored_of
from plan.reading.own_values import chosen_in, yes_or_no
from plan.text.clean import clean_items, clean_line

_WORDS_MM, _MEANINGS_MM = 40.0, 120.0
"""Widths of the columns of a key."""


def cleaned_own(field: OwnField, typed: str) -> str:
    """Return what is kept of what was typed in a field.

    A word of the key, Yes and No are spelt as the key and we do; what the kind does not allow is
    kept as it is.
    """
    if field.holds.is_text:
        return shown_of(stored_of(typed))
    if field.holds.is_list:
        return "\n".join(clean_items(typed))
    line = clean_line(typed)
    if chosen := chosen_in(field, line):
        return chosen.word
    answer = yes_or_no(line) if field.kind == "yes-no" else None
    return line if answer is None else "Yes" if answer else "No"


def own_as_plain(field: OwnField, text: str) -> str:
    """Return the text of a field to read: without the marks of emphasis."""
    return plain_of(stored_of(text)) if field.holds.is_text else text


def own_in_json(field: OwnField, text: str) -> str | list[str]:
    """Return the value of a field for other programs: a list has its items, else as typed."""
    return list(clean_items(text)) if field.holds.is_list else text


def own_blocks(field: OwnField, text: str, role: Role) -> tuple[Paragraph, ...]:
    """Return what is printed of a field, or no paragraph if nothing stands in it."""
    if field.holds.is_text:
        blocks = blocks_of(stored_of(text))
        return tuple(Paragraph(one.inlines, role, one.bullet) for one in blocks)
    if field.kind == "items":
        return tuple(Paragraph((Text(item),), role, 0) for item in clean_items(text))
    return tuple(plain(line, role) for line in text.split("\n") if line)


def own_fill(field: OwnField, text: str) -> str:
    """Return the colour behind the printed word, as six hexadecimal digits; empty if there is none.

    The word is always printed with it.
    """
    chosen = chosen_in(field, text)
    return chosen.fill if chosen else ""


def key_table(field: OwnField) -> Table:
    """Return the table that prints the words of a field's key, each in its colour, and meanings."""
    header = Row(tuple(Cell((plain(one, "plan-header"),)) for one in field.key), is_header=True)
    rows = (
        Row((Cell(_cell(one.word), fill=one.fill), Cell(_cell(one.meaning))))
        for one in field.choices
    )
    title = f"Key to {field.label}"
    description = f"The words of {field.label} and what they mean."
    return Table((header, *rows), (_WORDS_MM, _MEANINGS_MM), title, description)


def _cell(text: str) -> tuple[Paragraph, ...]:
    return (plain(text, "plan-cell"),) if text else ()
