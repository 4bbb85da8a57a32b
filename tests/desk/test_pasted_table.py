"""A pasted table: its columns known by a header in any order or by the plan's, words never."""

import pytest

from desk.pasted_table import NoTableError, cells_pasted, pasted_actions, table_in_words
from plan.council.format import Format
from store.formats import format_for

EIGHT = (
    "1\t4.7\tImprove transition planning\t12, 13\tPlanning for children\tCPC\tJune 2027\tReviewed\n"
    "2\t4.8\tAgree a shared data set\t14\tLeadership\tScrutiny Group\tMarch 2027\tAgreed\n"
)


@pytest.fixture(scope="module")
def council() -> Format:
    return format_for("dundee-2016")


def test_a_header_in_any_order_names_the_columns(council: Format) -> None:
    table = pasted_actions(
        "By when\tWho\tCost\tWhat we will do\nJune 2027\tCPC\t£5\tPublish a guide.\n", council
    )
    (action,) = table.actions
    assert table.is_headed
    assert (action.text, action.leads, action.timescale) == (
        "Publish a guide.",
        ("CPC",),
        "June 2027",
    )
    assert action.own == (("Cost", "£5"),)


def test_a_cell_of_several_lines_is_quoted_as_excel_does(council: Format) -> None:
    table = pasted_actions(
        'Action\tLead\n"Publish a guide.\nIn ""plain"" words."\t"CPC\nNHS Tayside"\n', council
    )
    (action,) = table.actions
    assert 'In "plain" words.' in action.text
    assert action.leads == ("CPC", "NHS Tayside")


def test_without_a_header_the_columns_are_the_plans(council: Format) -> None:
    first, second = pasted_actions(EIGHT, council).actions
    assert first.text == "Improve transition planning"
    assert (first.pages, first.indicators) == ("12, 13", ("Planning for children",))
    assert (second.leads, second.timescale) == (("Scrutiny Group",), "March 2027")
    assert second.success_criteria == ("Agreed",)
    assert first.own == ()
    assert first.own_ref == ""


@pytest.mark.parametrize("start", [0, 1, 2])
def test_rows_may_begin_with_their_number_the_ref_or_the_action(
    start: int, council: Format
) -> None:
    rows = ["\t".join(row.split("\t")[start:]) for row in EIGHT.splitlines()]
    assert [one.text for one in pasted_actions("\n".join(rows), council).actions] == [
        "Improve transition planning",
        "Agree a shared data set",
    ]


def test_a_ref_of_the_partners_own_is_kept_and_a_number_is_not(council: Format) -> None:
    table = pasted_actions("Ref\tAction\tLead\nCP-SUB-1\tAct.\tCPC\n4.7\tAct.\tCPC\n", council)
    assert [one.own_ref for one in table.actions] == ["CP-SUB-1", ""]


def test_a_markdown_table_is_one(council: Format) -> None:
    table = pasted_actions(
        "| Lead | Action | When |\n|:--|---|-:|\n| CPC<br>NHS | Do **this** \\| that | May |\n",
        council,
    )
    (action,) = table.actions
    assert (action.text, action.leads) == ("Do **this** | that", ("CPC", "NHS"))


def test_progress_with_its_status_becomes_a_note(council: Format) -> None:
    table = pasted_actions("Action\tStatus\tProgress\nAct.\tGreen\tBegun in May.\n", council)
    (note,) = table.actions[0].progress
    assert (note.status, note.text) == ("Green", "Begun in May.")


def test_each_column_and_row_is_shown_first(council: Format) -> None:
    table = pasted_actions("Action\tWho\tCost\nAct.\tCPC\t£5\n\tNobody\t£6\n", council)
    shown = "\n".join(table_in_words(table, "below 4.6"))
    assert "1 action below 4.6; its first row names the columns." in shown
    assert "  Action  →  Action\n  Who     →  Leads\n" in shown
    assert "  Cost    →  kept beside the action, under this heading" in shown
    assert "Nobody | £6" in shown


@pytest.mark.parametrize(
    "words",
    [
        "",
        "\t\t\n",
        "We met the board.\nIt agreed.",
        "•\tPublish a guide\n•\tTrain the staff",
        "1.\tPublish a guide\n2.\tTrain the staff",
        "One tab\tin a line",
        "Dear all,\tplease\tnote",
        "Yes | no | perhaps",
        "Action\tLead",
        "A line\twith\ttabs\tin it\nand a line without",
    ],
)
def test_words_that_are_no_table_never_become_actions(words: str, council: Format) -> None:
    with pytest.raises(NoTableError):
        pasted_actions(words, council)


def test_a_table_without_a_column_of_actions_is_told_so(council: Format) -> None:
    with pytest.raises(NoTableError, match="No column of that table"):
        pasted_actions("Lead\tTimescale\tSuccess criteria\nCPC\tMay 2027\tDone\n", council)


def test_the_cells_of_a_table_are_those_that_were_copied() -> None:
    table = cells_pasted('a\t\r\n\r\n"b\nc"\td\r\n')
    assert table is not None
    assert table.rows == (("a", ""), ("b\nc", "d"))
