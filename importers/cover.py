"""The cover of a plan: the lines between the appendix's label and the first aim."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plan.blocks import Paragraph, plain
from plan.clean import clean_line
from plan.format import CoverField, Format
from plan.progress import read_heading

_LABEL = re.compile(r"(?:appendix|annex)(?: [A-Z]|(?: no\.?)? \d{1,2})?:?", re.IGNORECASE)
_LABEL_AND_TITLE = re.compile(
    r"(?:appendix|annex) (?:[A-Z]|\d{1,2}) ?[:–—-] ?(?P<title>.+)", re.IGNORECASE
)
_SHORT_PAPER = 8
"""Paragraphs above the first table of a paper that is nothing but a plan."""


@dataclass(frozen=True)
class CoverLines:
    """The texts of the cover by field, and the paragraphs that are none of it."""

    texts: dict[CoverField, str]
    before: tuple[Paragraph, ...]
    unread: tuple[Paragraph, ...]


def cover_lines(paragraphs: Sequence[Paragraph], form: Format) -> CoverLines:
    """Return the cover found in the paragraphs above the first aim, none of them blank."""
    fields = [line.field for line in form.plan.cover]
    place = _label_place(paragraphs, form)
    if place is None:
        is_short = len(paragraphs) <= _SHORT_PAPER
        lines = tuple(paragraphs) if is_short else ()
        texts, unread = _assigned(lines, [name for name in fields if name != "appendix"])
        return CoverLines(texts, () if is_short else tuple(paragraphs), unread)
    split = fields.index("appendix") if "appendix" in fields else 0
    start = max(0, place - split)
    above, _ = _assigned(tuple(paragraphs[start:place]), fields[:split])
    below, unread = _assigned(
        (*_title_on_label(paragraphs[place]), *paragraphs[place + 1 :]),
        [name for name in fields[split:] if name != "appendix"],
    )
    return CoverLines(above | below, tuple(paragraphs[:start]), unread)


def _label_place(paragraphs: Sequence[Paragraph], form: Format) -> int | None:
    places = (
        place
        for place in reversed(range(len(paragraphs)))
        if _is_label(paragraphs[place], form) or _title_on_label(paragraphs[place])
    )
    return next(places, None)


def _is_label(paragraph: Paragraph, form: Format) -> bool:
    line = clean_line(paragraph.text)
    own = clean_line(form.plan.appendix_label)
    return (
        paragraph.role == "appendix-label"
        or _LABEL.fullmatch(line) is not None
        or (bool(own) and line.casefold() == own.casefold())
    )


def _title_on_label(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    match = _LABEL_AND_TITLE.fullmatch(clean_line(paragraph.text))
    return (plain(match["title"]),) if match else ()


def _assigned(
    lines: tuple[Paragraph, ...], fields: Sequence[CoverField]
) -> tuple[dict[CoverField, str], tuple[Paragraph, ...]]:
    """Give each line to a field: a date to the date, the others in order; return what is over."""
    texts: dict[CoverField, str] = {}
    unread: list[Paragraph] = []
    free = list(fields)
    dated = _date_line(lines) if "date" in free else None
    if dated is not None:
        texts["date"] = clean_line(dated.text)
        free.remove("date")
    elif "date" in free and len(lines) < len(free):
        free.remove("date")
    for paragraph in lines:
        if paragraph is dated:
            continue
        line = clean_line(paragraph.text)
        named = _field_of_role(paragraph, free)
        if named is not None or free:
            name = named or free[0]
            free.remove(name)
            texts[name] = line
        else:
            unread.append(paragraph)
    return texts, tuple(unread)


def _date_line(lines: tuple[Paragraph, ...]) -> Paragraph | None:
    for paragraph in reversed(lines):
        heading = read_heading(paragraph.text)
        if paragraph.role == "cover-date" or (heading and heading[0] and not heading[1]):
            return paragraph
    return None


def _field_of_role(paragraph: Paragraph, free: Sequence[CoverField]) -> CoverField | None:
    roles: dict[str, CoverField] = {"cover-title": "title", "cover-subtitle": "subtitle"}
    name = roles.get(paragraph.role)
    return name if name in free else None
