"""A table that a format declares for its report is whole, or is refused with file, key, reason."""

import pytest

from plan.council.format import FormatError
from tests.plan.laid_out_council import laid_out, with_tables

COLUMNS = """\
columns = [{ id = "who", kind = "line", label = "Who" }, { id = "n", kind = "number", label = "N" }]
"""
ROWS = 'rows = [{ id = "one", label = "One" }]'


def refusal(*lines: str) -> str:
    table = "\n".join(("[[report.end_tables]]", 'id = "t"', 'title = "T"', *lines))
    with pytest.raises(FormatError, match=r"^test\.toml: report\.end_tables\.0") as raised:
        laid_out(("[report.labels]", f"{table}\n\n[report.labels]"))
    return str(raised.value)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((COLUMNS, ROWS), "corner is missing"),
        ((COLUMNS, 'total = "Total"'), "no column has total = true"),
        ((COLUMNS.replace('"N" }', '"N", total = true }'),), "total is missing"),
        ((COLUMNS.replace('"Who" }', '"Who", total = true }'),), "who is a line"),
        ((COLUMNS.replace('"n"', '"who"'),), "columns has the id who twice"),
        ((COLUMNS, 'corner = "A"', ROWS.replace("]", ', { id = "one", label = "Two" }]')), "twice"),
        ((COLUMNS, 'corner = "A"', ROWS.replace('"one"', '"total"')), "row with the totals"),
        ((COLUMNS, ROWS, 'layout = "lead-words"'), "for fixed rows with one column"),
        ((COLUMNS, 'layout = "cards"'), "Input should be"),
        (('columns = [{ id = "a", kind = "line", label = "A" }]',), "two columns at least"),
        (("columns = []",), "at least 1"),
        ((COLUMNS, 'lead = "{day}"'), "can only hold {label}"),
        (('columns = [{ id = "a", kind = "choice", label = "A" }]',), "has no choices"),
        ((COLUMNS, "colour = 3"), "there is no such key"),
    ],
)
def test_what_cannot_be_a_table_is_said(lines: tuple[str, ...], said: str) -> None:
    assert said in refusal(*lines)


def test_no_two_sections_or_tables_have_one_id() -> None:
    with pytest.raises(FormatError, match="two sections or tables have the id finance"):
        with_tables(('id = "costs"', 'id = "finance"'))


def test_a_table_knows_its_section_and_those_at_the_end_have_none() -> None:
    report = with_tables().report
    places = {table.id: report.section_with(table.id) for table in report.tables}
    assert (places["costs"], places["people"]) == ("finance", "")
