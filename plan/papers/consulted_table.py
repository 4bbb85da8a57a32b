"""Who has seen the report before it goes, as document blocks."""

from collections.abc import Iterator

from plan.council.report_format import ReportFormat
from plan.model.documents import CONSULTED, CONSULTED_COLUMNS, CONSULTED_HEADING
from plan.model.plan import Plan
from plan.papers.blocks import Document, Section, Table, plain
from plan.papers.consulted import consulted_of
from plan.papers.documents import Paper, PaperMaker, PaperSource
from plan.papers.text_tables import text_row, text_table

_WIDTHS = (45.0, 35.0, 35.0, 45.0)
NOT_YET = "not yet"
_NOT_SAID = "not said"
_NONE = "–"
_NOBODY = "Nobody is named who must see the report."


def paper_makers(source: PaperSource) -> Iterator[PaperMaker]:
    """Yield the maker of the table as a paper of its own."""
    yield PaperMaker(CONSULTED_HEADING, lambda: _paper(source))


def _paper(source: PaperSource) -> Paper:
    plan, report_format = source.plan, source.council.report
    title = plan.report.title or plan.cover.title or source.council.name
    named = f"{title}, report {plan.report.number}" if plan.report.number else title
    table = consulted_table(plan, report_format) or plain(_NOBODY)
    blocks = (plain(named, "heading-1"), plain(CONSULTED_HEADING, "heading-2"), table)
    document = Document(
        title=f"{CONSULTED_HEADING}: {named}",
        subject=CONSULTED_HEADING,
        sections=(Section(blocks, footer=report_format.footer),),
    )
    return Paper(CONSULTED.kind, CONSULTED.name, document, source.file(CONSULTED.kind))


def consulted_table(plan: Plan, report_format: ReportFormat) -> Table | None:
    """Return the table of who must see the report, or None if nobody must."""
    listed = consulted_of(plan, report_format)
    if not listed:
        return None
    rows = (
        text_row(
            one.row.name or _NONE,
            one.by_when or _NOT_SAID,
            one.row.seen_on or NOT_YET,
            one.row.note or _NONE,
        )
        for one in listed
    )
    return text_table(CONSULTED_COLUMNS, _WIDTHS, rows, CONSULTED_HEADING)
