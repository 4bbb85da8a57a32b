"""Which documents a paper consists of: a plan, a report, forms. It is never "whatever is left"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from importers.learning.asked import Asked
from importers.parts import Division
from importers.plan.columns import HeadingWords
from importers.report.report_headings import heading_parts, look_of
from importers.unread import is_filled
from importers.wording import is_short_line
from plan.council.format import Format
from plan.papers.blocks import Block, Paragraph, Table, TickBox, paragraphs_of
from plan.text.clean import clean_line
from plan.text.line_breaks import shortened

DocumentKind: TypeAlias = Literal["plan", "report", "form", "none"]
KINDS: tuple[DocumentKind, ...] = ("plan", "report", "form", "none")

_FORM_TITLE = re.compile(
    r"\b(?:(?:impact|equality|equalities|rights|needs|wellbeing|screening|duty|fairer scotland)"
    r" (?:\w+ ){0,4}(?:assessment|appraisal|screening)|eq?h?ia|iia|crwia|dpia|icia|ia)\b"
    r"|\b(?:assessment|screening|appraisal|declaration) (?:form|tool|record|template|checklist)\b"
    r"|\b(?:equality|impact) (?:screening|checklist)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?\s*\Z|\?\s*[(\n]")
_TITLE_WITHIN = 6
"""Lines at the top of a paper among which the title of a form stands."""
_LEAST_QUESTIONS = 3
_LEAST_BOXES = 2


class DocumentPart(NamedTuple):
    """A document in a paper: its kind, its blocks, its number where it is a numbered appendix."""

    kind: DocumentKind
    blocks: tuple[Block, ...]
    number: int = 0


def likely_documents(
    blocks: Sequence[Block], starts: frozenset[int], council: Format, words: HeadingWords
) -> tuple[DocumentPart, ...]:
    """Return the documents of a paper, each as what it looks like before the officer is asked.

    `council` is a format whose words are those of any council.
    """
    return tuple(_likely(tuple(blocks), starts, council, words))


def documents_as_told(likely: Iterable[DocumentPart], asked: Asked) -> tuple[DocumentPart, ...]:
    """Return the documents of a paper, each as the officer says what it is."""
    made: list[DocumentPart] = []
    for part in likely:
        first = next((one for one in paragraphs_of(part.blocks) if one.text.strip()), None)
        said = shortened(clean_line(first.text)) if first is not None else ""
        kind = asked.about(
            "documents", f"part {len(made) + 1}", said, part.kind, KINDS, is_sure=_is_sure(part)
        )
        made.append(part._replace(kind=next(one for one in KINDS if one == kind)))
    return tuple(made)


def _likely(
    blocks: tuple[Block, ...], starts: frozenset[int], council: Format, words: HeadingWords
) -> Iterator[DocumentPart]:
    division = Division(blocks, council, (), words, starts)
    parts = division.parts()
    has_report = any(part.kind == "report" for part in parts)
    top = [one for one in blocks if is_filled(one)][:_TITLE_WITHIN]
    if not has_report and any(map(is_form_title, top)):
        yield from _forms(blocks)
        return
    for part in parts:
        if part.kind not in ("plan", "report", "before", "appendix"):
            continue
        inner = part.blocks
        at = _form_at(inner) if part.kind != "report" else None
        own, behind = (inner, ()) if at is None else (inner[:at], inner[at:])
        if part.kind in ("plan", "report"):
            kind: DocumentKind = "plan" if part.kind == "plan" else "report"
            yield DocumentPart(kind, own, part.number)
        elif any(map(is_filled, own)):
            yield DocumentPart("form" if _looks_like_form(own) else "none", own)
        if behind:
            yield from _forms(behind)


def _forms(blocks: tuple[Block, ...]) -> Iterator[DocumentPart]:
    """Yield the forms of a paper that is one, or several one behind another."""
    begun = 0
    for place in range(1, len(blocks)):
        block = blocks[place]
        is_again = is_form_title(block) and _is_title_role(block)
        above = blocks[begun:place]
        if is_again and any(isinstance(one, Table) for one in above):
            yield DocumentPart("form", above)
            begun = place
    yield DocumentPart("form", blocks[begun:])


def _is_title_role(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in ("heading-1", "cover-title", "form-title")


def _form_at(blocks: Sequence[Block]) -> int | None:
    """Return where a form begins: at its title, below which its tables or questions stand."""
    for place, block in enumerate(blocks):
        if is_form_title(block) and _looks_like_form(blocks[place + 1 :]):
            return place
    return None


def is_form_title(block: Block) -> bool:
    """Return whether a block is a line that stands out and names a form."""
    if not isinstance(block, Paragraph) or not is_short_line(block):
        return False
    number, words = heading_parts(block)
    is_marked = look_of(block).is_marked or _is_title_role(block)
    return not number and is_marked and _FORM_TITLE.search(words) is not None


def _looks_like_form(blocks: Sequence[Block]) -> bool:
    boxes, questions = _boxes_and_questions(blocks)
    return boxes >= _LEAST_BOXES or questions >= _LEAST_QUESTIONS


def _boxes_and_questions(blocks: Sequence[Block]) -> tuple[int, int]:
    paragraphs = list(paragraphs_of(tuple(blocks)))
    boxes = sum(isinstance(inline, TickBox) for one in paragraphs for inline in one.inlines)
    boxes += sum(one.text.count("☐") + one.text.count("☒") for one in paragraphs)
    questions = sum(_QUESTION.search(one.text) is not None for one in paragraphs)
    return boxes, questions


def _is_sure(part: DocumentPart) -> bool:
    """Return whether what a document is need not be asked: it shows it in two ways."""
    if part.kind == "none":
        return False
    if part.kind != "form":
        return True
    top = [one for one in part.blocks if is_filled(one)][:_TITLE_WITHIN]
    return any(map(is_form_title, top)) and _looks_like_form(part.blocks)
