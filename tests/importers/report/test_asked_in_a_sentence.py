"""What a committee is asked for is taken, also where it stands in the sentence that asks it."""

from pathlib import Path

import pytest

from importers.paper import account_of_file
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.report.report_papers import TWO, bold, report_of, sections
from tests.importers.report.test_sections_of_any_council import recommendations_of
from tests.importers.word_files import docx_of, para, row, table


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
        ("The Board is asked, as was agreed, to approve the plan.", "approve the plan"),
        ("The Board is asked to:- approve the plan", "approve the plan"),
        ("We ask the Committee to approve the plan.", "approve the plan"),
        ("The Sub-Committee is invited to read, and note, the plan.", ""),
        ("That the plan be approved.", "That the plan be approved"),
        ("Approval is sought for the plan.", "Approval is sought for the plan"),
        ("Members to note the plan.", "Members to note the plan"),
        ("Note the plan.", "Note the plan"),
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


@pytest.mark.parametrize(
    ("lead_in", "shown"),
    [
        (
            "The Board is asked to take these decisions on the Fire Plan:",
            {"take", "these", "decisions", "Fire", "Plan"},
        ),
        ("The Parks, Roads and Bridges Committee (PRB) is invited to:", set[str]()),
        ("IT IS RECOMMENDED THAT COMMITTEE:", set[str]()),
    ],
)
def test_only_who_is_asked_and_the_words_of_any_lead_in_are_labels(
    tmp_path: Path, lead_in: str, shown: set[str]
) -> None:
    header = "Committee: Parks, Roads and Bridges Committee (PRB)"
    lines = (header, *TWO[:2], "2.0\tRECOMMENDATIONS", lead_in, "a) mend them", "b) report")
    account = account_of_file(docx_of(tmp_path, "".join(map(para, lines))), FORM, FORMS)
    said = " ".join(one.text for one in account.not_taken if one.text not in header)
    assert (set(said.replace("…", " ").split()), account.unaccounted) == (shown, ())


DECIDED = [("recommendation", "approves the plan"), ("recommendation", "asks for a report by June")]


@pytest.mark.parametrize(
    "rows",
    [
        (row("1", "approves the plan"), row("2", "asks for a report by June")),
        (row("(a)", "approves the plan"), row("(b)", "asks for a report by June")),
        (row("approves the plan"), row("asks for a report by June")),
        (
            row("No", "Recommendation"),
            row("i)", "approves the plan"),
            row("ii)", "asks for a report by June"),
        ),
    ],
)
def test_the_rows_of_a_table_below_the_lead_in_are_the_recommendations(
    tmp_path: Path, rows: tuple[str, ...]
) -> None:
    lines = (bold("Purpose of report"), "To report.", bold("Recommendations"))
    report = report_of(
        tmp_path, *lines, "That the Committee:", table(*rows), bold("Background papers"), "None."
    )
    asked = [one for one in sections(report)["recommendations"] if one[0] == "recommendation"]
    assert asked == DECIDED


def test_a_table_of_more_than_the_recommendations_stays_a_table(tmp_path: Path) -> None:
    more = table(row("approves the plan", "Head of Parks", "June 2027"))
    lines = (bold("Purpose of report"), "To report.", bold("Recommendations"))
    report = report_of(tmp_path, *lines, "That the Committee:", more)
    assert [kind for kind, _ in sections(report)["recommendations"]] == ["text", "table"]


def test_what_stands_beside_a_recommendation_is_kept_below_it_behind_its_heading(
    tmp_path: Path,
) -> None:
    rows = (
        row("No.", "Recommendation", "Reason"),
        row("1", "Agree the plan", "The Act"),
        row("2", "Note the costs", ""),
    )
    lines = (bold("Purpose of report"), "To report.", bold("Recommendations"), table(*rows))
    report = report_of(tmp_path, "COMMITTEE: Parks", *lines, bold("Background papers"), "None.")
    assert sections(report)["recommendations"] == [
        ("recommendation", "Agree the plan\n\n- Reason: The Act"),
        ("recommendation", "Note the costs"),
    ]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("The Committee is asked to: (1) approve the plan; and (2) note the costs.", 2),
        ("3. The Board is asked to: (a) approve the plan; (b) note the costs; (c) act.", 3),
        ("2.1 Members are asked to: (i) approve the plan; (ii) note the costs.", 2),
        ("The Committee is asked to approve the plan under section 3(1) and section 4(2).", 1),
    ],
)
def test_decisions_that_a_sentence_counts_are_one_each(
    tmp_path: Path, line: str, number: int
) -> None:
    lines = (bold("Purpose of report"), "To report.", bold("Recommendations"), line)
    report = report_of(tmp_path, "COMMITTEE: Parks", *lines, bold("Background papers"), "None.")
    asked = [text for kind, text in sections(report)["recommendations"] if kind != "text"]
    assert len(asked) == number
    assert asked[0].startswith("approve the plan")
