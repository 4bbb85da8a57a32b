"""The rows of the report's outline, and the guidance beside each part of the report."""

from collections.abc import Iterable

from desk.follow_up_contents import CONSULTED, PART_OF_TABLE, PROMISED, follow_up_amounts
from desk.report_contents import (
    APPENDICES,
    HEADER,
    SIGNATURE,
    UNTYPED,
    part_contents,
    part_with,
    parts_of,
    section_of_part,
)
from plan.changes.change import Change, RowChange
from plan.council.report_format import ReportFormat, SectionFormat
from plan.council.report_table import ReportTable
from plan.model.plan import Plan
from plan.model.rows import REPORT_ID
from plan.papers.report_rows import rows_in
from plan.papers.report_sections import section_of
from plan.text.line_breaks import counted
from tui.widgets.row_list import ListedRow

_NOT_PRINTED = (
    "Not printed while it is empty: this report has sections of its own, from another council."
)
_TITLES = {
    HEADER: "Header",
    SIGNATURE: "Signature",
    APPENDICES: "Appendices",
    CONSULTED: "Who must see it",
    PROMISED: "Promised to committee",
}
_GUIDES = {
    CONSULTED: (
        "Who must see the report before it goes, and the day on which each has; w: that was today.",
        "a adds somebody, d takes off whom you added. e writes the list as a Word file of its own.",
    ),
    PROMISED: (
        "What the report says will come back to the committee: in the reviews until it is closed.",
        "d takes off what is no promise, and it stays off. a adds what was promised elsewhere.",
    ),
}


def outline_rows(plan: Plan, report_format: ReportFormat) -> list[ListedRow]:
    """Return a row for each part of the report, which says how much it holds.

    Of an empty part it says how that is begun, with the ids of commands.
    """
    return [_row(plan, part, report_format) for part in parts_of(plan, report_format)]


def part_title(plan: Plan, part: str, report_format: ReportFormat) -> str:
    """Return the title of a part of the report: "Header", "4.0 Main text"."""
    if part in _TITLES:
        return _TITLES[part]
    section = section_of(plan, report_format, section_of_part(part))
    if section is None:
        return f"“{section_of_part(part)}”, no section of this council's"
    return section.title(report_format)


def _row(plan: Plan, part: str, report_format: ReportFormat) -> ListedRow:
    amount = follow_up_amounts if part in _GUIDES else _amount
    title = part_title(plan, part, report_format)
    return ListedRow(part, title, f"    {amount(plan, part, report_format)}")


def _amount(plan: Plan, part: str, report_format: ReportFormat) -> str:
    if part in (HEADER, SIGNATURE):
        contents = part_contents(plan, part, report_format)
        fields = [field for field in contents if field.key not in UNTYPED]
        filled = sum(bool(field.typed) for field in fields)
        begun = f"{filled} of {len(fields)} filled in"
        return begun if filled or not fields else f"{begun}: {{edit}} fills them in"
    if part == APPENDICES:
        number = len(plan.appendices)
        return counted(number, "appendix", "appendices") if number else "the plan alone"
    return _amount_in_section(plan, part, report_format)


def _amount_in_section(plan: Plan, part: str, report_format: ReportFormat) -> str:
    passages = plan.passages_of(section_of_part(part))
    section = report_format.section(section_of_part(part))
    tables = section.tables if section else ()
    rows = _rows(plan, tables)
    if tables and (rows or not passages):
        prose = f"{counted(len(passages), 'paragraph')}, " if passages else ""
        return f"{prose}{rows or 'no row filled in'}"
    if not passages:
        return _said_of_empty(plan, part, report_format)
    if section and section.kind == "recommendations":
        decisions = sum(passage.kind == "recommendation" for passage in passages)
        if decisions:
            return counted(decisions, "recommendation")
        return counted(len(passages), "paragraph")
    paragraphs = sum(passage.kind != "heading" for passage in passages)
    return counted(paragraphs, "paragraph") if paragraphs else "only a heading"


def _rows(plan: Plan, tables: Iterable[ReportTable]) -> str:
    """Return how many rows of tables are filled in, empty where none is."""
    rows = [row for table in tables for row in rows_in(plan, table) if not row.is_band]
    filled = sum(any(row.cells.values()) for row in rows)
    if not filled:
        return ""
    return (
        f"{filled} of {counted(len(rows), 'row')}" if filled < len(rows) else counted(filled, "row")
    )


def _said_of_empty(plan: Plan, part: str, report_format: ReportFormat) -> str:
    section = section_of(plan, report_format, section_of_part(part))
    if section is not None and not section.number:
        return "empty: not printed"
    is_offered = section is not None and section.format is not None and section.format.boilerplate
    return "empty: {take} takes the wording offered" if is_offered else "empty: {add} begins it"


def guide_lines(plan: Plan, part: str, report_format: ReportFormat) -> tuple[str, ...]:
    """Return the guidance for a part: its help, its topics, and what is printed in any case."""
    if part in _GUIDES:
        return _GUIDES[part]
    if part == APPENDICES:
        if plan.appendices:
            return (
                "Numbered by their place. a adds one: a text, a file, or a table of the plan's.",
            )
        return ("The plan is the one appendix. a adds another: a text, a file, or a table.",)
    section = section_of(plan, report_format, section_of_part(part))
    if section is not None and section.format is None:
        return (
            "This section is the report's own: the council's format has none of that heading.",
            "Without its heading it ends, and its paragraphs go to the section above.",
        )
    if section is None or section.format is None:
        return ()
    unprinted = () if section.number else (_NOT_PRINTED,)
    return (*unprinted, *_section_guide(plan, section.format))


def _section_guide(plan: Plan, section: SectionFormat) -> tuple[str, ...]:
    lines = [section.help] if section.help else []
    if section.topics:
        lines.append(f"Screened for: {' · '.join(section.topics)}.")
    if not plan.passages_of(section.id) and section.boilerplate:
        lines.append("Empty: take the wording that is offered, or begin your own with a.")
    if section.lead_in:
        lines.append(f"Printed before the list: “{section.lead_in_of('')}”")
    return tuple(lines)


def touched(change: Change, report_format: ReportFormat) -> tuple[str, str, str]:
    """Return the part, row and field that a change changed, each empty if there is none."""
    rows = sorted(change.rows, key=lambda row: row.after is None)
    for row in rows:
        values = row.after or row.before or {}
        if row.table in PART_OF_TABLE:
            return PART_OF_TABLE[row.table], row.id, ""
        if row.table == "passages":
            return part_with(values["section"], report_format), row.id, ""
        if row.table == "appendices" and (row.after is None or values["kind"] != "plan"):
            return APPENDICES, row.id, ""
    for row in rows:
        if row.table == "appendices":
            return APPENDICES, row.id, ""
        if row.table == "report" and (found := _touched_of_report(row, report_format)):
            return found
    return "", "", ""


def _touched_of_report(row: RowChange, report_format: ReportFormat) -> tuple[str, str, str] | None:
    """Return the part and field of header or signature that was changed, or None if none was."""
    before, after = row.before or {}, row.after or {}
    names = [name for name in report_format.printed_fields if before.get(name) != after.get(name)]
    if names:
        return SIGNATURE if names[0] in report_format.signed_fields else HEADER, REPORT_ID, names[0]
    return (HEADER, REPORT_ID, "") if before.get("own") != after.get("own") else None
