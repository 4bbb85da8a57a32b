"""Why a readable Word file is no committee paper: what was looked for, in which words."""

import re
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path

from importers.errors import NoPlanFoundError
from importers.generated_tables import generated_kind_at
from importers.plan.headings import parsed_column_words
from importers.plan.unknown_columns import UnknownColumn
from importers.unread import is_filled
from importers.wording import is_short_line
from plan.council.format import ColumnField, Format
from plan.model.documents import GENERATED
from plan.papers.blocks import Block, Paragraph, Table, paragraphs_of
from plan.text.clean import clean_line
from plan.text.line_breaks import counted, shortened

_ASSESSMENT = re.compile(
    r"impact assessment|equality (?:and|&|,)?.{0,40}\bassessment|\bright(?:s)?.{0,40}\bassessment"
    r"|\b(?:eqia|iia|crwia|ceqia|icia|dpia)\b|fairer scotland.{0,30}\b(?:assessment|duty)"
    r"|consumer duty.{0,30}\b(?:assessment|declaration)|assessment screening"
    r"|screening (?:record|form)",
    re.IGNORECASE,
)
_TITLE_WITHIN = 6
"""Lines at the top of a file, among which the title of a form is looked for."""
_SHOWN: tuple[ColumnField, ...] = ("leads", "timescale", "success_criteria", "progress")
_OF_EACH = 2
"""Headings of a column that are quoted in other councils' words."""
_STEM = 4
"""Letters."""


def no_plan(
    path: Path,
    blocks: Sequence[Block],
    council: Format,
    columns: tuple[UnknownColumn, ...] = (),
    *,
    is_blank: bool = False,
) -> NoPlanFoundError:
    """Return the error for a Word file that holds no part of a committee paper.

    `is_blank` says that a table for actions is in it, and no action.
    """
    generated = [
        kind for n in range(len(blocks)) if (kind := generated_kind_at(blocks, n)) is not None
    ]
    if generated:
        return NoPlanFoundError(
            f"{path.name} holds “{GENERATED[generated[0]].heading}”, which plandesk draws up from a"
            " plan, and not the plan itself, so nothing was read. The file is as it was. Choose the"
            " Word file of the plan or of the committee paper."
        )
    title = assessment_title(blocks)
    if title:
        return NoPlanFoundError(
            f"{path.name} looks like a form of an impact assessment (“{shortened(title)}”), with"
            f" another layout than the forms of {council.name}, so nothing was read. The file is as"
            " it was. Its questions can be described as a form of the council's own:"
            " docs/formats.md says how. Or choose the Word file of the plan or of the report."
        )
    if is_blank:
        return NoPlanFoundError(
            f"{path.name} has a table for the actions of a plan, but the table is blank, and no"
            " committee report, so nothing was read. The file is as it was. Choose another file, or"
            " fill in the table in Word."
        )
    return NoPlanFoundError(" ".join(_sentences(path, blocks, council, columns)), columns)


def assessment_title(blocks: Sequence[Block]) -> str:
    """Return the title of a form of an impact assessment at the top of a file, empty for none."""
    for line in _first_lines(blocks):
        text = clean_line(line.text)
        if is_short_line(line) and _ASSESSMENT.search(text):
            return text
    return ""


def _first_lines(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    filled = (one for one in paragraphs_of(tuple(blocks[:_TITLE_WITHIN])) if is_filled(one))
    for _, paragraph in zip(range(_TITLE_WITHIN), filled, strict=False):
        yield paragraph


def _sentences(
    path: Path, blocks: Sequence[Block], council: Format, columns: Sequence[UnknownColumn]
) -> Iterator[str]:
    tables = sum(isinstance(block, Table) for block in blocks)
    has = "no table" if not tables else counted(tables, "table")
    none = ", but none with the actions of a plan" if tables else ""
    yield f"{path.name} is a Word file with {has}{none}, and no committee report, so nothing was"
    yield "read. The file is as it was."
    yield from _likely_sentences(columns)
    yield from _plan_sentences(council)
    yield from _report_sentences(council)
    yield "Choose another file, or put such a row above the actions in Word."


def _likely_sentences(columns: Sequence[UnknownColumn]) -> Iterator[str]:
    """Say which columns may have the actions, in tables that are likely to be of actions."""
    actions = [f"“{one.heading}”" for one in columns if one.likely == "text"]
    others = [f"“{one.heading}”" for one in columns if one.likely != "text"]
    if actions:
        yield f"The actions may stand below {' or '.join(actions)}: say so, and it is read."
    elif others:
        yield f"One of its tables has columns that may be those of a plan: {', '.join(others)}."


def _plan_sentences(council: Format) -> Iterator[str]:
    """Say by which headings a plan's table is known: the council's, and those of others."""
    action = council.plan.column("text")
    needed = f"“{action.heading}”" if action else "the actions"
    own = [one for name in _SHOWN if (one := council.plan.column(name)) is not None]
    others = ", ".join(f"“{column.heading}”" for column in own)
    yield f"A plan's table needs a header row with {needed} and at least two others, such as"
    yield f"{others}; or with the words of other councils: {_elsewhere(council, 'text')},"
    yield f"with {', '.join(filter(None, (_elsewhere(council, name) for name in _SHOWN)))}."


def _elsewhere(council: Format, field: ColumnField) -> str:
    """Return a few headings of a column that have no word of the council's own or of each other."""
    seen = {
        stem
        for column in council.plan.columns
        if column.field == field
        for heading in (column.heading, *column.also)
        for stem in _stems(heading)
    }
    others: list[str] = []
    for heading in _column_words().get(field, ()):
        stems = _stems(heading)
        if stems and not stems & seen and len(others) < _OF_EACH:
            others.append(f"“{heading}”")
            seen |= stems
    return " or ".join(others)


def _stems(heading: str) -> set[str]:
    """Return the beginnings of the words in a heading, by which two that differ little are told."""
    return {word[:_STEM] for word in re.findall(r"[a-z]{2,}", heading.casefold())}


def _column_words() -> dict[str, tuple[str, ...]]:
    file = resources.files("importers.plan") / "column_words.toml"
    return parsed_column_words(file.read_text(encoding="utf-8"), file.name)


def _report_sentences(council: Format) -> Iterator[str]:
    labels = [line.label.rstrip(": ") for line in council.report.header if line.label]
    headings = [section.heading for section in council.report.sections]
    named = ", ".join(f"“{words}”" for words in (*labels[:3], *headings[:2]))
    yield f"A report is known by its labels and headings, such as {named}; or by “Committee”,"
    yield "“Agenda item”, “Report no.” and “Recommendations”."
