"""A council's format that lays its report out in every way that a format can say."""

from plan.council.format import Format, parsed_format
from plan.model.outline import PassageOutline, ReportOutline
from tests.plan.councils import glenshire_source

TABLES = """
[[report.sections]]
id = "finance"
heading = "Finance"
kind = "numbered"

[[report.sections.tables]]
id = "costs"
title = "Costs"
heading = "What it costs"
total = "Total"
columns = [
    { id = "item", kind = "line", label = "Item" },
    { id = "year", kind = "line", label = "Year", width = 30 },
    { id = "cost", kind = "money", label = "Cost", total = true },
]

[[report.sections.tables]]
id = "milestones"
title = "Milestones"
columns = [
    { id = "action", kind = "text", label = "Action" },
    { id = "lead", kind = "person", label = "Lead" },
    { id = "by", kind = "date", label = "Timescale" },
]

[[report.sections]]
id = "screening"
heading = "Screening and risk"

[[report.sections.tables]]
id = "screen"
title = "Screening"
corner = "Area"
above = true
columns = [
    { id = "relevant", kind = "yes-no", label = "Relevant?", width = 30 },
    { id = "rating", kind = "choice", label = "Rating", choices = [
        { word = "High" },
        { word = "Low" },
    ] },
    { id = "why", kind = "text", label = "Why" },
]
rows = [
    { id = "equality", label = "Equality" },
    { id = "rural", label = "Rural and islands", help = "Any place far from a town." },
]

[[report.sections]]
id = "consequences"
heading = "Consequences"
kind = "numbered"

[[report.sections.tables]]
id = "kinds"
title = "Consequences of each kind"
layout = "lead-words"
lead = "{label} –"
columns = [{ id = "text", kind = "text", label = "Consequence" }]
rows = [{ id = "legal", label = "Legal" }, { id = "people", label = "Workforce" }]

[[report.sections]]
id = "assessments"
heading = "Assessments"

[[report.sections.tables]]
id = "headed"
title = "Assessments"
layout = "sub-headings"
columns = [{ id = "text", kind = "text", label = "Assessment" }]
rows = [{ id = "data", label = "Data protection" }, { id = "climate", label = "Climate" }]

[files]"""
END = """
appendices_heading = "Appendices"

[[report.end_lines]]
label = "Designation"
text = "{signatory_post}"

[[report.end_lines]]
label = "Date"
text = "{signed_on}"
beside = true

[[report.end_tables]]
id = "people"
title = "Who wrote and approved it"
corner = "Role"
columns = [
    { id = "name", kind = "person", label = "Name" },
    { id = "post", kind = "line", label = "Job title" },
    { id = "contact", kind = "line", label = "Contact" },
]
rows = [{ id = "author", label = "Author" }, { id = "approver", label = "Approved by" }]

[report.labels]
"""


def row(table: str, row_id: str = "", **cells: str) -> PassageOutline:
    """Return a row of a table that the format declares."""
    return PassageOutline(table, "row", row_id=row_id, cells=tuple(cells.items()))


REPORT = ReportOutline(
    committee="Care Committee",
    meeting_date="2 December 2026",
    title="Joint inspection: plan",
    by="Head of Care",
    number="HC/41/26",
    signatory_post="Head of Care",
    signed_on="November 2026",
    passages=(
        row("costs", item="Training", year="2026/27", cost="£12,500"),
        row("costs", item="Rooms", year="2027/28", cost="£2,000.50"),
        PassageOutline("decisions", "recommendation", "approve the plan"),
        PassageOutline("finance", "numbered", "The costs are these."),
        row("headed", "climate", text="None.\n\n- no travel\n- no building"),
        row("headed", "data", text="An assessment was made."),
        row("kinds", "legal", text="The council **must** answer."),
        row("milestones", action="Begin", lead="Head of Care\nChair", by="March 2027"),
        row("milestones", action="End\n\n- all of it", lead="Chair", by="May 2028"),
        row("people", "approver", name="Ann Person", post="Chief Officer"),
        row("people", "author", name="Bea Person", post="Planner", contact="Room 4"),
        row("screen", "equality", relevant="Yes", rating="High", why="Many are affected."),
        row("screen", "rural", relevant="No"),
        PassageOutline("screening", "text", "This was screened in May."),
        PassageOutline("summary", "numbered", "The plan answers the inspection."),
    ),
)
"""A report with something in every table."""


def laid_out(*changes: tuple[str, str], report: str = "") -> Format:
    """Return the second council's format with texts changed and keys added below `[report]`."""
    source = glenshire_source()
    for old, new in changes:
        assert old in source, old
        source = source.replace(old, new, 1)
    return parsed_format(source.replace("[report]\n", f"[report]\n{report}\n", 1), "test.toml")


def source_with_tables(*changes: tuple[str, str]) -> str:
    """Return the second council's format with tables of every kind, in sections and at the end."""
    source = glenshire_source().replace("[files]", TABLES, 1)
    source = source.replace("\n[report.labels]\n", END, 1)
    for old, new in changes:
        assert old in source, old
        source = source.replace(old, new, 1)
    return source


def with_tables(*changes: tuple[str, str]) -> Format:
    """Return that format, read."""
    return parsed_format(source_with_tables(*changes), "test.toml")
