"""What a committee is asked for is taken, also where it stands in the sentence that asks it."""

from pathlib import Path

import pytest

from tests.importers.report.test_sections_of_any_council import recommendations_of


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("The Board is asked to approve the plan.", "approve the plan"),
        ("2.1\tCommittee is invited to note the position", "note the position"),
        ("It is recommended that the Committee notes the costs.", "notes the costs"),
        ("The Committee is therefore asked to approve the plan.", "approve the plan"),
        ("The Board is invited to formally approve the plan.", "formally approve the plan"),
        ("Members are invited to discuss the plan", "discuss the plan"),
        ("The Board is asked to take note of the Glen Plan.", "take note of the Glen Plan"),
        ("Officers recommend that the Board should endorse the plan.", "endorse the plan"),
        ("That the Committee approves the plan.", "approves the plan"),
        (
            "It is recommended that the plan be approved.",
            "It is recommended that the plan be approved",
        ),
        ("Members are asked to contact the author with questions.", ""),
        ("The plan was asked to be noted.", ""),
    ],
)
def test_a_lead_in_and_its_one_decision_may_be_a_sentence(
    tmp_path: Path, line: str, asked: str
) -> None:
    found = [text for kind, text in recommendations_of(tmp_path, line) if kind == "recommendation"]
    assert found == ([asked] if asked else [])


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        (
            ("The Board is asked to approve the plan.", "The Board is also asked to note costs."),
            ["approve the plan", "The Board is also asked to note costs"],
        ),
        (("The Board is asked to", "discuss the plan."), ["discuss the plan"]),
        (("The Board is asked to:", "Discuss the plan", "Go on"), ["Discuss the plan", "Go on"]),
        (("The Board is asked to consider the following", "a) the costs"), ["the costs"]),
        (
            ("The Board is invited to approve the Glen Plan, in particular:", "a) its aims"),
            ["approve the Glen Plan, in particular:", "its aims"],
        ),
    ],
)
def test_what_is_asked_for_is_taken_however_its_lead_in_ends(
    tmp_path: Path, lines: tuple[str, ...], asked: list[str]
) -> None:
    found = recommendations_of(tmp_path, *lines)
    assert [text for kind, text in found if kind == "recommendation"] == asked
