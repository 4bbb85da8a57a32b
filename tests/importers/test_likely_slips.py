"""Slips in a paper are pointed at with their place, and what is right is left in peace."""

from pathlib import Path

import pytest

from importers.paper import read_paper
from tests.importers.plan_papers import HEADER, action_row, reading_of
from tests.importers.word_files import cell, docx_of, para, row, table
from tests.plan.councils import glenshire


def odd(folder: Path, *blocks: str) -> list[tuple[str, str]]:
    remarks = reading_of(folder, *blocks).remarks
    return [(remark.place, remark.text) for remark in remarks if remark.kind == "oddity"]


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"indicators": cell("Help", "Plans", "help")}, "“Help” is named more than once"),
        ({"success_criteria": cell("Known.", "Known.")}, "“Known.” is named more than once"),
        ({"indicators": cell("Help", "Plans.")}, "“Plans.” ends in a full stop"),
        ({"pages": "Pages 9, x"}, "“Pages 9, x” were kept as they are"),
        ({"leads": ""}, "No lead is named."),
        ({"timescale": ""}, "No timescale is given."),
    ],
)
def test_a_slip_in_an_action_is_named_once(
    tmp_path: Path, cells: dict[str, str], says: str
) -> None:
    (found,) = odd(tmp_path, para("Aim"), table(HEADER, action_row("1.1", **cells)))
    assert found[0] == "1.1"
    assert says in found[1]


def test_an_action_without_text_is_odd(tmp_path: Path) -> None:
    rows = (HEADER, action_row("1.1", "", pages="All", indicators="Help", success_criteria="x"))
    assert odd(tmp_path, para("Aim"), table(*rows)) == [("1.1", "The action has no text.")]


def test_a_paper_without_a_column_of_leads_lacks_no_leads(tmp_path: Path) -> None:
    header = row("Ref", "Action", "Timescale", "Progress")
    assert odd(tmp_path, para("Aim"), table(header, row("1.1", "a", "May 2017", ""))) == []


def test_a_ref_that_is_not_the_place_is_odd(tmp_path: Path) -> None:
    rows = (HEADER, action_row("1.1."), action_row("1.3"))
    assert odd(tmp_path, para("Aim"), table(*rows)) == [
        ("1.2", "The paper gives this action the ref 1.3.")
    ]


def test_refs_of_another_kind_are_one_remark(tmp_path: Path) -> None:
    rows = (action_row(f"A{number}") for number in range(1, 7))
    (found,) = odd(tmp_path, para("Aim"), table(HEADER, *rows))
    assert found == (
        "",
        (
            "The paper's refs differ from the places of the actions: “A1” is 1.1, “A2” is 1.2,"
            " “A3” is 1.3 and so on."
        ),
    )


def test_an_aim_with_another_number_or_without_text_is_odd(tmp_path: Path) -> None:
    assert odd(tmp_path, para("Aim 2: Better."), table(HEADER, action_row("1.1"))) == [
        ("Aim 1", "The paper numbers this aim 2.")
    ]
    assert odd(tmp_path, table(HEADER, action_row("1.1"))) == [
        ("Aim 1", "No text of an aim was found above its actions.")
    ]


def test_many_aims_with_other_numbers_are_one_remark(tmp_path: Path) -> None:
    aims = "".join(
        para(f"Aim {number}: Better {number}.") + table(HEADER, action_row(f"{number - 4}.1"))
        for number in range(5, 10)
    )
    assert odd(tmp_path, aims) == [
        ("Aim 1", "The paper numbers 5 aims otherwise, the first of them 5.")
    ]


def test_refs_of_the_councils_own_are_not_held_to_be_places(tmp_path: Path) -> None:
    rows = table(
        row("No.", "What we will do", "Who", "By when"), row("WH-01", "Fit meters.", "Team", "May")
    )
    reading = read_paper(docx_of(tmp_path, para("Aim 1: Better.") + rows), glenshire(), ())
    assert [action.own_ref for action in reading.outline.aims[0].actions] == ["WH-01"]
    assert not any("refs differ" in remark.text for remark in reading.remarks)
