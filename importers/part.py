"""The parts that a paper consists of, and how those that belong together are joined."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from importers.unread import is_filled
from plan.model.documents import DocumentKind
from plan.papers.blocks import Block, Paragraph

PartKind: TypeAlias = Literal["before", "report", "plan", "appendix", "assessment"] | DocumentKind


@dataclass(frozen=True)
class Part:
    """A part of a paper: its blocks, and the number of an appendix that is labelled with one.

    A plan that `is_within` stands among the sections of the report.
    """

    kind: PartKind
    blocks: tuple[Block, ...]
    number: int = 0
    is_within: bool = False


def joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts of a paper: the report is one, and one is the plan if any can be."""
    yield from _merged(_with_plan(list(_with_one_report(parts))))


def _with_plan(parts: list[Part]) -> list[Part]:
    """Return the parts; of printed appendices that say nothing the first is the plan, if none is.

    A plan that has but its title is printed like any appendix, and an appendix of text has text.
    """
    if all(part.kind != "plan" for part in parts):
        for place, part in enumerate(parts):
            if part.kind == "appendix" and _is_bare(part.blocks):
                return [*parts[:place], replace(part, kind="plan"), *parts[place + 1 :]]
    return parts


def _is_bare(blocks: Sequence[Block]) -> bool:
    return all(
        isinstance(block, Paragraph) and block.role in {"appendix-label", "cover-title"}
        for block in blocks
        if is_filled(block)
    )


def _with_one_report(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts; what of the report stands below a plan within it goes on with the report."""
    whole = list(parts)
    report = tuple(block for part in whole if part.kind == "report" for block in part.blocks)
    is_first = True
    for part in whole:
        if part.kind != "report":
            yield part
        elif is_first:
            yield replace(part, blocks=report)
            is_first = False


def _merged(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts; what stands before a plan without a report above it belongs to the plan."""
    waiting: Part | None = None
    for part in parts:
        if part.kind == "before":
            waiting = part
            continue
        if waiting is not None and part.kind == "plan":
            yield replace(part, blocks=waiting.blocks + part.blocks)
        else:
            if waiting is not None:
                yield waiting
            yield part
        waiting = None
    if waiting is not None:
        yield waiting
