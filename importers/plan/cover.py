"""The cover of a plan: the lines between the appendix's label and the first aim."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from importers.account.ledger import left_out, took
from importers.appendices import appendix_number, title_on_label
from plan.council.format import CoverField, Format
from plan.papers.blocks import Paragraph
from plan.reading.progress import read_heading
from plan.text.clean import clean_line

_LONGEST_DATE = 60
"""Characters."""
_BODY = re.compile(
    r"council|partnership|board|trust|school|academy|college|university|authority|services?"
    r"|hscp|police|fire and rescue|nhs|forum|association|consortium|nursery|centre|ijb",
    re.IGNORECASE,
)
"""Words in the name of a body, whose paper a plan is."""
_PLAN = re.compile(
    r"\b(?:plan|strategy|framework|programme|report|response|roadmap|agenda|priorities|actions?"
    r"|review|inspection|improvements?)\b",
    re.IGNORECASE,
)
"""Words in the title of a plan."""
_SHORT_PAPER = 8
"""The most paragraphs above the first table of a paper that is only a plan."""


@dataclass(frozen=True)
class CoverLines:
    """The texts of the cover by field, and the paragraphs left over: `before` it and in it."""

    texts: dict[CoverField, str]
    before: tuple[Paragraph, ...]
    unread: tuple[Paragraph, ...]


def cover_lines(paragraphs: Sequence[Paragraph], council: Format) -> CoverLines:
    """Return the cover in the paragraphs above the first aim, none of which is blank."""
    fields = [line.field for line in council.plan.cover]
    place = _label_place(paragraphs, council)
    if place is None:
        is_short = len(paragraphs) <= _SHORT_PAPER
        lines = tuple(paragraphs) if is_short else ()
        texts, unread = _assigned(lines, [name for name in fields if name != "appendix"])
        return CoverLines(texts, () if is_short else tuple(paragraphs), unread)
    left_out((paragraphs[place],), "labels")
    split = fields.index("appendix") if "appendix" in fields else 0
    start = max(0, place - split)
    above, _ = _assigned(tuple(paragraphs[start:place]), fields[:split])
    below, unread = _assigned(
        (*title_on_label(paragraphs[place]), *paragraphs[place + 1 :]),
        [name for name in fields[split:] if name != "appendix"],
    )
    return CoverLines(above | below, tuple(paragraphs[:start]), unread)


def _label_place(paragraphs: Sequence[Paragraph], council: Format) -> int | None:
    places = (
        place
        for place in reversed(range(len(paragraphs)))
        if appendix_number(paragraphs[place], council) is not None
    )
    return next(places, None)


def _assigned(
    lines: tuple[Paragraph, ...], fields: Sequence[CoverField]
) -> tuple[dict[CoverField, str], tuple[Paragraph, ...]]:
    """Assign a date to the date and the other lines in order; return what is left over too."""
    texts: dict[CoverField, str] = {}
    unread: list[Paragraph] = []
    free = list(fields)
    dated = _date_line(lines) if "date" in free else None
    if dated is not None:
        texts["date"] = took(clean_line(dated.text), (dated,))
        free.remove("date")
    elif "date" in free and not _may_be_date(lines, free):
        free.remove("date")
    for paragraph in _title_first(lines, free):
        if paragraph is dated:
            continue
        line = clean_line(paragraph.text)
        named = _field_of_role(paragraph, free)
        if named is not None or free:
            name = named or free[0]
            free.remove(name)
            texts[name] = took(line, (paragraph,))
        else:
            unread.append(paragraph)
    return texts, tuple(unread)


def _may_be_date(lines: Sequence[Paragraph], free: Sequence[CoverField]) -> bool:
    """Return whether the line in the place of the date may be one: short, with figures."""
    place = free.index("date")
    text = lines[place].text.strip() if len(lines) >= len(free) else ""
    return 0 < len(text) <= _LONGEST_DATE and any(map(str.isdigit, text)) and text[-1:] != "."


def _title_first(lines: tuple[Paragraph, ...], free: Sequence[CoverField]) -> tuple[Paragraph, ...]:
    """Return the lines of a cover, those of the title before the name of the body above it."""
    if "subtitle" not in free or len(lines) < 2:  # noqa: PLR2004
        return lines
    first, second, *others = lines
    return (second, first, *others) if names_body_above(first.text, second.text) else lines


def names_body_above(above: str, below: str) -> bool:
    """Return whether a line above another names the body whose plan that below is."""
    is_body = _BODY.search(above) is not None and _PLAN.search(above) is None
    return is_body and _PLAN.search(below) is not None


def printed_cover(
    paragraphs: Sequence[Paragraph], council: Format
) -> tuple[dict[CoverField, str], tuple[Paragraph, ...]]:
    """Return the cover that this program printed, found by its styles, and the lines left over."""
    fields = [line.field for line in council.plan.cover if line.field in {"date", "partnership"}]
    texts: dict[CoverField, str] = {}
    unread: list[Paragraph] = []
    for paragraph in paragraphs:
        line = clean_line(paragraph.text)
        match paragraph.role:
            case "appendix-label":
                left_out((paragraph,), "labels")
            case "cover-title":
                texts["title"] = took(line, (paragraph,))
            case "cover-subtitle":
                texts["subtitle"] = took(line, (paragraph,))
            case "cover-date" if fields:
                texts[fields.pop(0)] = took(line, (paragraph,))
            case _:
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
