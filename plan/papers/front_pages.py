"""The pages that can be put before a paper: its cover and its table of contents."""

from collections.abc import Iterator
from dataclasses import replace

from plan.model.documents import DocumentKind
from plan.model.plan import Plan
from plan.papers.blocks import (
    CONTENTS,
    HEADING_LEVELS,
    Block,
    Document,
    Paragraph,
    Role,
    Section,
    Text,
    plain,
)
from plan.papers.choices import Choices

CONTENTS_TITLE = "Contents"
_MOST_OF_ALL_LEVELS = 60
"""Headings of which all are listed; of more those of the third level are left out."""
LONGEST_TITLE = 200
"""Characters of a title that is made a heading: who hears a longer one has lost its beginning."""
_APPENDIX_TITLE: Role = "cover-title"
_OF_REPORT = ("report", "pack")


def as_chosen(document: Document, kind: DocumentKind, plan: Plan, choices: Choices) -> Document:
    """Return a paper in the chosen size, with the pages before it: a cover, a table of contents."""
    footer = document.sections[0].footer if document.sections else ""
    front: list[Section] = []
    if choices.has_cover:
        front.append(Section(tuple(_cover_lines(document, kind, plan))))
    if choices.has_contents and (lines := contents_of(document)):
        front.append(Section((plain(CONTENTS_TITLE, "contents-title"), *lines), footer=footer))
    return replace(document, sections=(*front, *document.sections), size=choices.size)


def _cover_lines(document: Document, kind: DocumentKind, plan: Plan) -> Iterator[Paragraph]:
    """Yield what stands on the cover: the committee, the title, what it is, by whom and when."""
    report, cover = plan.report, plan.cover
    title, above = document.title, ""
    below: tuple[str, ...] = (document.subject,)
    if kind in _OF_REPORT:
        above = " – ".join(filter(None, (report.committee, report.meeting_date)))
        below = (document.subject if report.number else "", report.by)
    elif kind == "plan":
        title = cover.title or title
        below = (cover.subtitle, document.subject, cover.partnership, cover.date)
    if above:
        yield plain(above, "front-line")
    yield plain(title, "front-title")
    yield from (plain(text, "front-line") for text in below if text and text not in title)


def listed_headings(blocks: tuple[Block, ...]) -> tuple[Paragraph, ...]:
    """Return the headings that a table of contents lists, in order."""
    return tuple(heading for heading, _ in _listed(blocks))


def deepest_level(blocks: tuple[Block, ...]) -> int:
    """Return the deepest level of the headings that a table of contents lists, 0 without any."""
    return max((level for _, level in _listed(blocks)), default=0)


def _listed(blocks: tuple[Block, ...]) -> tuple[tuple[Paragraph, int], ...]:
    found = tuple(_with_levels(blocks))
    deepest = len(CONTENTS) - (len(found) > _MOST_OF_ALL_LEVELS)
    return tuple(one for one in found if one[1] <= deepest)


def _with_levels(blocks: tuple[Block, ...]) -> Iterator[tuple[Paragraph, int]]:
    """Yield each heading with its level; the title of an appendix is one level below its label."""
    is_below_label = False
    for one in blocks:
        if not isinstance(one, Paragraph):
            continue
        level = level_of(one)
        if level:
            is_below_label = one.role == "appendix-label"
            yield one, level
        elif is_below_label and one.role == _APPENDIX_TITLE and 0 < len(one.text) <= LONGEST_TITLE:
            yield one, HEADING_LEVELS["appendix-label"] + 1


def level_of(paragraph: Paragraph) -> int:
    """Return the level of a heading with words, 0 for any other paragraph."""
    level = HEADING_LEVELS.get(paragraph.role, 0)
    return level if level and paragraph.text.strip() else 0


def contents_of(document: Document) -> tuple[Paragraph, ...]:
    """Return the lines of a table of contents: one for each heading, its number before it."""
    return tuple(
        Paragraph(
            (Text(" ".join(f"{one.label} {one.text}".split())),),
            CONTENTS[level - 1],
        )
        for one, level in _listed(document.blocks)
    )
