"""A plan that stands among the sections of a report: where it begins and ends, and what is its own.

Short papers have no appendix: the table of actions follows the heading of a section, and further
sections follow it. Those are the report's, as are the sentences around the tables.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from importers.plan.aims import aim_label
from importers.report.listed_appendices import ReportAround
from importers.report.report_headings import TYPED_NUMBER, heading_parts
from importers.report.report_words import is_name, is_post
from importers.unread import is_filled
from importers.wording import is_bold, is_date, is_short_line
from plan.council.format import Format
from plan.model.rows import PLAN_HERE
from plan.papers.blocks import Block, Paragraph, Table, plain
from plan.text.clean import clean_line

_MOST_SIGNED = 6
"""Lines of who signs and when."""

_FEWEST = 3
"""Columns by which a table is known to be the plan's."""
_SECTION = frozenset({"section-heading"})
_BEHIND = _SECTION | {"numbered", "signatory", "signatory-post", "appendix-label"}
"""Roles of what follows a plan within a section, and of what stands in no plan."""


class PlanWithin(NamedTuple):
    """The places of a plan's first block and of that behind its last, and of the heading above."""

    first: int
    end: int
    heading: int


def plan_within(around: ReportAround, place: int) -> PlanWithin | None:
    """Return where the plan is whose first table is at `place`, if the report goes on below it.

    None where the plan has pages of its own at the end, or the report has been signed above it.
    """
    heading = around.heading_above(place)
    if heading is None:
        return None
    signed = [one for one in around.blocks[around.start : heading] if is_filled(one)][-1:]
    above = [one for one in around.blocks[heading + 1 : place] if is_filled(one)]
    if any(isinstance(one, Paragraph) and is_date(one.text) for one in (*signed, *above)):
        return None
    end = _end(around, place, is_apart=around.begins_page(heading + 1, place + 1))
    return None if end is None else PlanWithin(_first(around.blocks, heading, place), end, heading)


def printed_within(around: ReportAround, place: int, council: Format) -> PlanWithin | None:
    """Return where the plan is whose first table is at `place`, in a report of this program's.

    An aim stands right above each of its tables; the heading of the section is a section's role.
    """
    aim = _printed_aim(around.blocks, place, council)
    headings = (n for n in range(place, around.start, -1) if _has_role(around.blocks[n], _SECTION))
    heading = next(headings, None)
    if aim is None or heading is None:
        return None
    end = place + 1
    for n in range(end, len(around.blocks)):
        block = around.blocks[n]
        if n in around.starts or _has_role(block, _BEHIND):
            break
        if isinstance(block, Table):
            if _printed_aim(around.blocks, n, council) is None:
                break
            end = n + 1
    return PlanWithin(aim, end, heading)


def _has_role(block: Block, roles: Collection[str]) -> bool:
    return isinstance(block, Paragraph) and block.role in roles


def _printed_aim(blocks: Sequence[Block], place: int, council: Format) -> int | None:
    """Return where this program printed the aim of a table, with lines of the aim's own below."""
    table = blocks[place]
    for n in range(place - 1, -1, -1):
        block = blocks[n]
        if not isinstance(block, Paragraph) or _has_role(block, _BEHIND):
            return None
        if block.role == "heading-2" and isinstance(table, Table):
            return n if _is_aim(block, council) or _has_columns(table, council) else None
    return None


def _is_aim(heading: Paragraph, council: Format) -> bool:
    """Return whether a heading is that of an aim, in a format that counts them."""
    is_counted = "{number" in council.plan.aim_heading
    return is_counted and bool(re.fullmatch(council.plan.aim_pattern, clean_line(heading.text)))


def _has_columns(table: Table, council: Format) -> bool:
    """Return whether the header of a table has the columns of the plan, or those chosen of them."""
    headings = {clean_line(column.heading) for column in council.plan.columns}
    cells = table.rows[0].cells if table.rows else ()
    return len(cells) >= _FEWEST and all(clean_line(one.text) in headings for one in cells)


def _end(around: ReportAround, place: int, *, is_apart: bool) -> int | None:
    """Return the place behind the plan's last table, None where the report does not go on.

    It goes on below a plan on pages of its own, that `is_apart`, only with a further section.
    """
    last = place
    for n in range(place + 1, len(around.blocks)):
        block = around.blocks[n]
        if isinstance(block, Table):
            last = n if around.is_of_plan(block) else last
        elif around.number_on(block) is not None:
            break
        elif around.goes_on_at(n, place, is_apart=is_apart):
            return last + 1
    if is_apart:
        return None
    below = around.blocks[last + 1 : around.end_of_page(last + 1)]
    return last + 1 if _signs([one for one in below if is_filled(one)]) else None


def _signs(blocks: Sequence[Block]) -> bool:
    """Return whether the report ends in these blocks, with who signs it and when."""
    lines = [one for one in blocks if isinstance(one, Paragraph)]
    if not 0 < len(lines) == len(blocks) <= _MOST_SIGNED:
        return False
    is_signed = any(is_post(one.text) or is_name(one.text) for one in lines)
    return is_signed and all(map(is_short_line, lines)) and is_date(lines[-1].text)


def _first(blocks: Sequence[Block], heading: int, place: int) -> int:
    """Return where the lines begin that are the aim above a table."""
    first = place
    for n in range(place - 1, heading, -1):
        block = blocks[n]
        if isinstance(block, Table) or (is_filled(block) and not _heads(block)):
            break
        first = n if is_filled(block) else first
    return first


def _heads(line: Paragraph) -> bool:
    """Return whether a line heads a table of actions: it is labelled, or it stands out."""
    if TYPED_NUMBER.match(line.text) or not is_short_line(line):
        return False
    return aim_label(line.text) is not None or line.role.startswith("heading") or is_bold(line)


def parted(
    blocks: Sequence[Block], heading: Block, *, is_ours: bool
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return what of the blocks of a plan among the sections is the plan's, and what the report's.

    What is said between its tables is said in the report, which keeps the plan's place. The
    `heading` of its section, which names it as well, is the plan's title without its number.
    """
    mine = {id(one) for one in blocks if is_ours or isinstance(one, Table) or _heads(one)}
    title = _title_of(heading, is_ours=is_ours) if isinstance(heading, Paragraph) else ()
    of_plan = (one for one in blocks if id(one) in mine)
    of_report = (one for one in blocks if id(one) not in mine)
    return (*title, *of_plan), (*of_report, plain(PLAN_HERE))


def _title_of(heading: Paragraph, *, is_ours: bool) -> tuple[Paragraph, ...]:
    words = heading.text if is_ours else heading_parts(heading)[1]
    return (replace(plain(words, "cover-title" if is_ours else "heading-1"), at=heading.at),)
