"""Tells whether the columns of a table are those of a plan's: actions, and what shows them."""

import re
from collections.abc import Sequence

from importers.account.ledger import left_out
from importers.plan.columns import HeadingWords, header_columns
from importers.plan.header_column import HeaderColumn
from importers.plan.heading_kinds import is_who_or_when
from importers.plan.headings import AIM, STATUS
from importers.plan.meanings import Kind
from plan.council.format import Format
from plan.papers.blocks import NO_ACTION, Block, Paragraph, Row

_OF_RISKS = re.compile(
    r"\b(?:likelihood|severity|probability|inherent|residual|risk (?:score|rating|description|id)"
    r"|(?:existing|current|key) controls|controls in place)\b",
    re.IGNORECASE,
)
"""What a heading says in a register of risks or a form, and in no plan."""
_PROTECTED = re.compile(r"\bprotected characteristics?\b", re.IGNORECASE)
"""What the rows of an equality form are of; in a plan it says more of an action."""
_ACTION_WORD = re.compile(r"\b(?:action|task)", re.IGNORECASE)
_LEAST_OTHERS = 2
"""The fewest known columns that a plan's table has besides its actions."""
TELLING = frozenset({"leads", "timescale", "success_criteria", "progress"})
"""What shows a table of actions, besides the actions."""


def plan_columns(row: Row, words: HeadingWords) -> tuple[HeaderColumn, ...]:
    """Return the columns below the header `row`; none where it is not a plan's header.

    A plan's table has a column of actions and at least two others that are known; one that this
    program printed may have fewer, as an officer chose which to print.
    """
    columns = header_columns(row, words)
    return columns if are_a_plans(columns) or (has_our_header(row) and _are_chosen(columns)) else ()


def has_our_header(header: Row) -> bool:
    """Return whether this program printed a table, so that every row is an action."""
    return any(one.role == "plan-header" for cell in header.cells for one in cell.paragraphs)


def without_no_action(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows without one that only says that an aim has no action yet."""
    kept: list[Row] = []
    for row in rows:
        said = [cell for cell in row.cells if cell.text.strip()]
        if len(said) == 1 and said[0].text.strip() == NO_ACTION:
            left_out(said[0].paragraphs, "labels")
        else:
            kept.append(row)
    return tuple(kept)


def without_lines_of_tables(blocks: tuple[Block, ...], council: Format) -> tuple[Block, ...]:
    """Return the blocks without lines that say something of a table of ours, and nothing else.

    That an aim has no action yet, and what the table is: pandoc writes its alternative text above
    it.
    """
    of_table = _alternative_text(council).fullmatch
    lines: list[Paragraph] = []
    for block in blocks:
        if block.__class__ is Paragraph and block.inlines:  # no call for each of very many
            said = block.text.strip()
            if said == NO_ACTION or of_table(said):
                lines.append(block)
    if not lines:
        return blocks
    left_out(lines, "labels")
    taken = set(map(id, lines))
    return tuple(block for block in blocks if id(block) not in taken)


def _alternative_text(council: Format) -> re.Pattern[str]:
    """Return what the title and the description of a table say together, for any aim."""
    title, described = (
        re.escape(said).replace(r"\{number\}", r"\d+").replace(r"\{columns\}", ".+")
        for said in (council.plan.table_title, council.plan.table_description)
    )
    return re.compile(rf"{title}(?:, [\d.]+)?\s*{described}")


def _are_chosen(columns: Sequence[HeaderColumn]) -> bool:
    """Return whether columns are nothing but those of a format, with that of the actions."""
    fields = [column.field for column in columns]
    return "text" in fields and None not in fields


def are_a_plans(columns: Sequence[HeaderColumn]) -> bool:
    """Return whether columns are those of a plan's table.

    Where the heading of its actions may mean something else too, those of the others are plain.
    """
    text = next((column for column in columns if column.field == "text"), None)
    if text is None:
        return False
    others = [column for column in columns if column.field not in (None, "text", "ref")]
    joined = {name for column in columns for name in column.joined} - {"text", "ref"}
    joined |= {"leads or timescale"} if _has_who_or_when(columns) else set()
    joined |= {"progress"} if any(map(_may_be_status, columns)) else set()
    is_question = bool(text.joined) and not others  # "What will be done: what, who, by when"
    if is_question or len({column.field for column in others} | joined) < _LEAST_OTHERS:
        return False
    if _is_of_risks_or_groups(columns):
        return False
    sure = {column.field for column in others if column.strength == "plain"} & TELLING
    if text.strength == "plain":
        return bool(sure or joined or _ACTION_WORD.search(text.heading))
    if text.strength == "last":
        return "leads" in sure and bool(sure & {"timescale", "progress"})
    fields = {column.field for column in others}
    has_aim = any(one.field == AIM and one.meaning.is_plainly(AIM) for one in others)
    return len(sure) >= _LEAST_OTHERS or (
        has_aim and bool(sure) and {"leads", "timescale"} <= fields
    )


def _is_of_risks_or_groups(columns: Sequence[HeaderColumn]) -> bool:
    """Return whether a header is that of a register of risks, or of groups of people in a form."""
    if any(_OF_RISKS.search(column.heading) for column in columns):
        return True
    subject = next((one for one in columns if one.heading and one.field != "ref"), columns[0])
    plain = {column.field for column in columns if column.strength == "plain"}
    is_reported_on = {"text", "leads", "timescale", "progress"} <= plain
    return _PROTECTED.search(subject.heading) is not None and not is_reported_on


def _has_who_or_when(columns: Sequence[HeaderColumn]) -> bool:
    """Return whether there is a column of leads or of dates besides those that have a field.

    So there is where "By" has been read as the dates, and others stand beside it.
    """
    both = [column for column in columns if is_who_or_when(column.heading)]
    others = {one.meaning.field("plain", "weak") for one in columns if one.field is None}
    return any(one.field is None or one.field in others for one in both)


def _may_be_status(column: HeaderColumn) -> bool:
    return column.field is None and Kind(STATUS, "asked") in column.meaning.kinds
