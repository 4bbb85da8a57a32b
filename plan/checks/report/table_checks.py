"""The checks of the tables that the council's format declares for its report: R21 and R22."""

from collections.abc import Iterator

from plan.checks.check import Check, Found, check
from plan.checks.paper import Paper
from plan.council.report_table import TOTAL, ReportTable
from plan.model.finding import Place
from plan.papers.places import fixed_row_place, passage_place
from plan.papers.report_rows import TableRow, rows_in, sum_of, value_of, wrong_totals
from plan.reading.own_values import problem_of

_FORMAT = "The council's report format"


@check("R21", "FIX", "Every row of a table of the report is answered as its columns ask.", _FORMAT)
def rows_are_answered(paper: Paper) -> Iterator[Found]:
    """R21: a fixed row without an answer; a value that its column does not allow."""
    for table in paper.council.report.tables if paper.has_report else ():
        for row in rows_in(paper.plan, table):
            is_asked = table.is_fixed and row.is_known and not row.is_band
            if is_asked and not row.cells.get(table.columns[0].id):
                text = f"“{row.label}” of “{table.title}” has no answer yet."
                yield Found(fixed_row_place(table.id, row.row_id), text)
            for column_id, said in row.cells.items():
                column = table.own.get(column_id)
                problem = problem_of(column, said) if column is not None else ""
                if problem:
                    place = _place_of(paper, table, row)
                    text = f"In “{table.title}”: {problem}. It is kept as it is."
                    yield Found(place, text, (said,), about=f"{row.passage}.{column_id}")


def _place_of(paper: Paper, table: ReportTable, row: TableRow) -> Place:
    if row.row_id:
        return fixed_row_place(table.id, row.row_id)
    return passage_place(paper.plan, paper.plan.passage_rows[row.passage])


@check("R22", "FIX", "The total of a table of the report adds up.", _FORMAT)
def totals_add_up(paper: Paper) -> Iterator[Found]:
    """R22: a total that somebody wrote and that is not the sum; a column that cannot be added."""
    for table in paper.council.report.tables if paper.has_report else ():
        place = fixed_row_place(table.id, TOTAL)
        for column, written, total in wrong_totals(paper.plan, table):
            text = (
                f"The total of “{column.label}” in “{table.title}” says {written}, and the rows "
                f"add up to {total}."
            )
            yield Found(place, text, (written, total), about=column.id)
        for column in table.added:
            if sum_of(paper.plan, table, column) is None:
                said = (row.cells.get(column.id, "") for row in rows_in(paper.plan, table))
                odd = next(one for one in said if one and value_of(column, one) is None)
                text = f"“{column.label}” in “{table.title}” cannot be added up: {odd}."
                yield Found(place, text, (odd,), "ASK", about=f"{column.id}.odd")


TABLE_CHECKS: tuple[Check, ...] = (rows_are_answered, totals_add_up)
