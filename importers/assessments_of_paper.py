"""The assessments of a paper: those on a form that is known, and the others, kept as appendices."""

from collections.abc import Sequence
from dataclasses import replace

from importers.account.ledger import left_out
from importers.assessment.assessment import ReadForm, read_on_known_form
from importers.part import Part
from importers.unread import is_filled
from plan.council.form import Form
from plan.papers.blocks import Paragraph, paragraphs_of, plain

_LINES_OF_A_HEAD = 4
"""A label, a title and a heading or two stand above the first table of a form."""


def read_assessments(
    parts: Sequence[Part], forms: Sequence[Form]
) -> tuple[tuple[Part, ...], list[ReadForm]]:
    """Return the parts of a paper, and each assessment on one of the forms with remarks on it.

    One on another form is an appendix like any other: every word of it is kept as text.
    """
    found: list[Part] = []
    read: list[ReadForm] = []
    for part in parts:
        if part.kind != "assessment" or not forms:
            found.append(part)
            continue
        label = _label_before(found)
        assessment = read_on_known_form(part.blocks, forms)
        if assessment is None and label is None and _is_head_of_one(found):
            head = found.pop()
            found.append(replace(head, blocks=(*head.blocks, *part.blocks)))
            continue
        if assessment is None:
            found.append(_as_appendix(part, label))
            continue
        read.append(assessment)
        if label is not None:
            left_out(paragraphs_of(label.blocks), "labels")
        found.append(part if label is None else replace(part, number=label.number))
    return tuple(found), read


def _is_head_of_one(found: Sequence[Part]) -> bool:
    """Return whether the last part is the head of an assessment: its title and a heading or two."""
    if not found or found[-1].kind != "appendix":
        return False
    blocks = [one for one in found[-1].blocks if is_filled(one)]
    lines = [one.text for one in blocks if isinstance(one, Paragraph)]
    is_short = len(blocks) == len(lines) <= _LINES_OF_A_HEAD
    return is_short and any("assessment" in line.casefold() for line in lines)


def _label_before(found: list[Part]) -> Part | None:
    """Take the label of an appendix, and a title on it, that stands alone before an assessment."""
    is_alone = bool(found) and sum(map(is_filled, found[-1].blocks)) == 1
    return found.pop() if is_alone and found[-1].kind == "appendix" else None


def _as_appendix(part: Part, label: Part | None) -> Part:
    """Return an assessment as an appendix below its label, if it has one."""
    first, *rest = part.blocks
    if isinstance(first, Paragraph) and first.role == "body":  # its title, which is not marked so
        first = replace(first, role="heading-1")
    if label is not None:
        return replace(label, blocks=(*label.blocks, first, *rest))
    return Part("appendix", (plain(""), first, *rest), part.number)
