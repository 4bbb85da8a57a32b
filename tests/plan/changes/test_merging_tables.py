"""Two officers who write in one table of the report bring both together, row by row."""

from plan.model.merged_fields import merged_fields
from plan.model.rows import JsonRow, Passage
from plan.papers.passage_tables import rows_of, table_lines

ROWS = [["Item", "Cost"], ["Staff", "£5"], ["Rooms", "£2"]]


def passage(rows: list[list[str]]) -> JsonRow:
    text = table_lines(rows)
    return Passage(id="t", parent="report", section="s", kind="table", text=text).as_json()


def merged(ours: list[list[str]], theirs: list[list[str]]) -> tuple[list[list[str]], list[str]]:
    fields, differences = merged_fields("passages", passage(ROWS), passage(ours), passage(theirs))
    return [list(row) for row in rows_of(fields["text"])], [one.field for one in differences]


def test_rows_that_only_one_of_them_changed_or_added_are_taken() -> None:
    ours = [["Item", "Cost"], ["Staff", "£6"], ["Rooms", "£2"]]
    theirs = [["Item", "Cost"], ["Staff", "£5"], ["Rooms", "£2"], ["Vans", "£1"]]
    both = [["Item", "Cost"], ["Staff", "£6"], ["Rooms", "£2"], ["Vans", "£1"]]
    assert merged(ours, theirs) == (both, [])
    assert merged(theirs, ours) == (both, [])


def test_a_row_that_both_changed_is_asked_about() -> None:
    ours = [["Item", "Cost"], ["Staff", "£6"], ["Rooms", "£2"]]
    theirs = [["Item", "Cost"], ["Staff", "£7"], ["Rooms", "£2"]]
    assert merged(ours, theirs) == (ours, ["text"])
