"""Constructs of Word's tables, in files kept beside the project: where each word of them goes."""

import pytest

from importers.paper import read_paper
from tests.importers.plan_papers import FORM, FORMS
from tests.repository import ROOT

CASES = ROOT.parent / "shared" / "cases" / "word"
USUAL = [("Help families at the right time.", ["Write the guidance for staff."])]
RIGHT = {
    "09-aim-in-text-box": [
        ("Every school library is open in the evening", ["Open the libraries until 8 pm"]),
        ("Every library lends tools", ["Buy tools for lending"]),
    ],
    "12-aim-row-above-header": [
        ("Open in the evening", ["Open until 8 pm"]),
        ("Lend tools", ["Buy tools"]),
    ],
    "b01_vmerge_lead": [
        (
            "Help families at the right time.",
            ["Write the guidance for staff.", "Second.", "Third."],
        )
    ],
    "b02_gridspan_row": [
        ("early help", ["Write the guidance for staff."]),
        ("later help", ["Second."]),
    ],
    "b03_grid_before": [
        (
            "Help families at the right time.",
            ["Write the guidance for staff.\n\nMore of the text of 1.1."],
        )
    ],
    "b04_nested_table": USUAL,
    "b05_header_repeated_in_table": [
        ("Help families at the right time.", ["Write the guidance for staff.", "Second."])
    ],
    "b06_split_table": [
        ("Help families at the right time.", ["Write the guidance for staff.", "After the cut."])
    ],
    "b07_two_row_header": [("Help families.", ["Write the guidance for staff."])],
    "b08_list_levels_in_cell": USUAL,
    "b09_numbered_list_in_cell": [
        (
            "Help families at the right time.",
            [
                "We will:\n\n1\\. write guidance\n\n2\\. train staff",
                "We will:\n\n1\\. listen\n\n2\\. act",
            ],
        )
    ],
    "b10_two_paragraph_action": [
        ("Help families at the right time.", ["Write the guidance.\n\nTrain the staff."])
    ],
    "b15_rtl_table": USUAL,
    "b16_empty_rows": [
        ("Help families at the right time.", ["Write the guidance for staff.", "Second."])
    ],
}


@pytest.mark.skipif(not CASES.exists(), reason="the cases lie beside the project and are not here")
@pytest.mark.parametrize("name", RIGHT)
def test_aims_and_actions_of_a_case_are_told_apart(name: str) -> None:
    outline = read_paper(CASES / f"{name}.docx", FORM, FORMS).outline
    said = [(aim.text, [action.text for action in aim.actions]) for aim in outline.aims]
    assert said == RIGHT[name]
    for action in (action for aim in outline.aims for action in aim.actions):
        assert (bool(action.leads), bool(action.timescale)) == (True, True)
    if name.startswith("b"):
        first = outline.aims[0].actions[0]
        pages = "Pages 9, 18\nPage 40" if name == "b03_grid_before" else "Pages 9, 18"
        assert (first.pages, first.indicators[0]) == (pages, "Impact on families")
