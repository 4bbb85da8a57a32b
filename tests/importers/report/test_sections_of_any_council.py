"""Sections, recommendations and the end of a report, in whatever layout they stand."""

from pathlib import Path

import pytest

from importers.paper import account_of_file, read_paper
from plan.model.outline import PassageOutline, PlanOutline, ReportOutline, built_plan
from plan.papers.report import report_of as report_of_plan
from plan.papers.report_sections import own_sections
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.report.report_papers import TWO, bold, reading_of, report_of, sections
from tests.importers.styled_papers import our_word
from tests.importers.word_files import docx_of, listed, para, row, table


def own(report: ReportOutline) -> list[tuple[str, str]]:
    return [(one.heading, one.after) for one in own_sections(report)]


@pytest.mark.parametrize(
    "headings",
    [
        ("1 Purpose of Report", "2 Recommendations", "3 Implications", "4 Conclusion"),
        ("1.\tPURPOSE OF REPORT", "2.\tRECOMMENDATIONS", "3.\tIMPLICATIONS", "4.\tCONCLUSION"),
        ("1.0 Purpose of Report", "2.0 Recommendations", "3.0 Implications", "4.0 Conclusion"),
    ],
)
def test_an_unknown_numbered_heading_ends_the_section_before_it(
    tmp_path: Path, headings: tuple[str, ...]
) -> None:
    one, two, three, four = map(bold, headings)
    report = report_of(
        tmp_path, one, "To report.", two, "(a) note the costs.", three, "3.1 None.", four, "Good."
    )
    assert sections(report) == {
        "purpose": [("text", "To report.")],
        "recommendations": [("recommendation", "note the costs")],
        "own-implications": [("numbered", "None.")],
        "own-conclusion": [("text", "Good.")],
    }
    assert [place for _, place in own(report)] == ["recommendations", "recommendations"]


def test_a_plain_heading_is_known_by_the_number_of_what_follows(tmp_path: Path) -> None:
    report = report_of(
        tmp_path,
        "1. Summary",
        "1.1 In short.",
        "2. Recommendations",
        "1. note the costs",
        "2. approve the plan",
        "3. ask for a report",
        "3. Finance",
        "3.1 It costs nothing.",
        "4. Background Papers",
        "None.",
    )
    assert sections(report)["recommendations"] == [
        ("recommendation", "note the costs"),
        ("recommendation", "approve the plan"),
        ("recommendation", "ask for a report"),
    ]
    assert own(report) == [("Summary", ""), ("Finance", "recommendations")]


def test_headings_in_words_style_need_no_number(tmp_path: Path) -> None:
    def heading(text: str) -> str:
        return para(text, '<w:pStyle w:val="H1"/>')

    report = report_of(
        tmp_path,
        heading("Purpose of Report"),
        "To report.",
        heading("Recommendations"),
        listed("note the costs", 7),
        heading("Next steps"),
        "A letter is sent.",
    )
    assert own(report) == [("Next steps", "recommendations")]
    assert sections(report)["own-next-steps"] == [("text", "A letter is sent.")]


def test_recommendations_end_at_a_bold_heading_without_a_number(tmp_path: Path) -> None:
    report = report_of(
        tmp_path,
        bold("Purpose of Report"),
        "To report.",
        bold("Recommendations"),
        listed("note the costs", 7),
        bold("Approval pathways"),
        "The board has seen it.",
    )
    assert own(report) == [("Approval pathways", "recommendations")]


def test_what_a_lead_in_says_of_its_report_is_shown(tmp_path: Path) -> None:
    lead_in = "Members are asked to note that forty fire doors failed and agree to:"
    lines = (*TWO[:2], "2.0\tRECOMMENDATIONS", lead_in, "a) mend them", "b) report", *TWO[2:])
    account = account_of_file(docx_of(tmp_path, "".join(map(para, lines))), FORM, FORMS)
    (shown,) = account.not_taken
    assert (shown.text, account.unaccounted) == ("forty fire doors failed", ())


LEAD_INS = (
    "2.1 The Committee is asked to:",
    "2.1\tMembers are asked to:",
    "It is recommended that the Committee",
    "The Integration Joint Board is invited to:",
    "Council is requested to:",
)


@pytest.mark.parametrize("lead_in", LEAD_INS)
@pytest.mark.parametrize(
    "items",
    [
        ("i.\tapprove the plan;", "ii.\tnote the costs."),
        ("I. approve the plan", "II. note the costs"),
        ("(a) approve the plan; and", "(b) note the costs."),
        ("a) approve the plan", "b) note the costs"),
        ("2.1.1 approve the plan", "2.1.2 note the costs"),
        ("2.2 approve the plan", "2.3 note the costs"),
        ("approve the plan; and", "note the costs."),
        (listed("approve the plan", 7), listed("note the costs", 7)),
        (listed("approve the plan", 8, 1), listed("note the costs", 8, 1)),
    ],
)
def test_the_lead_in_is_no_recommendation_and_each_item_is_one(
    tmp_path: Path, lead_in: str, items: tuple[str, ...]
) -> None:
    report = report_of(tmp_path, *TWO[:2], "2.0\tRECOMMENDATIONS", lead_in, *items, *TWO[2:])
    assert sections(report)["recommendations"] == [
        ("recommendation", "approve the plan"),
        ("recommendation", "note the costs"),
    ]


def test_what_is_asked_for_with_a_list_of_its_own_is_one_recommendation(tmp_path: Path) -> None:
    report = report_of(
        tmp_path,
        *TWO[:2],
        "2.0\tRECOMMENDATIONS",
        "2.1 Members are asked to:",
        "2.2 approve the plan, for:",
        "(a) this year",
        "(b) next year",
        "2.3 note the costs",
        *TWO[2:],
    )
    assert sections(report)["recommendations"] == [
        ("recommendation", "approve the plan, for:\n\n- this year\n- next year"),
        ("recommendation", "note the costs"),
    ]


@pytest.mark.parametrize("heading", ["Recommendation", "Decisions required", "RECOMMENDATION(S)"])
def test_the_section_of_the_recommendations_has_other_names(tmp_path: Path, heading: str) -> None:
    report = report_of(
        tmp_path,
        *TWO[:2],
        f"2.0\t{heading}",
        "(a) note the costs.",
        "7.0 Background papers",
        "None.",
    )
    assert sections(report)["recommendations"] == [("recommendation", "note the costs")]


@pytest.mark.parametrize("nothing", ["None", "None.", "Nil", "Not applicable", "N/A"])
def test_none_below_the_last_heading_signs_nothing(tmp_path: Path, nothing: str) -> None:
    report = report_of(tmp_path, *TWO[:3], "", nothing, "", "")
    assert report.signatory == ""
    assert sections(report)["background"] == [("text", nothing)]
    signed = report_of(tmp_path, *TWO[:3], nothing, "", "A. Person", "Head of Parks", "3 May 2021")
    assert (signed.signatory, signed.signed_on) == ("A. Person", "3 May 2021")


def test_a_signature_behind_labels_is_one_and_what_else_stands_there_is_kept(
    tmp_path: Path,
) -> None:
    reading = reading_of(
        tmp_path,
        *TWO[:2],
        "2.0 Recommendations",
        "(a) note the costs.",
        bold("5.0\tHistory"),
        "It began in March.",
        "Designation:\tHead of Parks",
        "Date:\t3 May 2021",
        "Author:\tA. Person",
        "Background Papers:\tNone",
        "Appendices:\tAppendix 1 – Map",
    )
    report = reading.outline.report
    assert (report.signatory, report.signatory_post) == ("A. Person", "Head of Parks")
    assert report.signed_on == "3 May 2021"
    assert sections(report)["own-history"] == [("text", "It began in March.")]
    assert sections(report)["background"] == [("text", "None")]
    assert "“Appendices: Appendix 1 – Map” was not read" in " ".join(
        one.text for one in reading.remarks
    )


def test_the_table_of_who_approved_it_signs_and_that_of_the_author_stays(tmp_path: Path) -> None:
    author = table(row("Name", "Designation", "Contact"), row("A. Writer", "Officer", "01234"))
    approved = table(row("Name", "Designation", "Date"), row("B. Head", "Director", "3 May 2021"))
    report = report_of(tmp_path, *TWO, author, bold("Approved"), approved)
    assert (report.signatory, report.signatory_post) == ("B. Head", "Director")
    assert report.signed_on == "3 May 2021"
    assert [kind for kind, _ in sections(report)["background"]] == ["text", "table"]


def test_an_annex_without_a_number_that_holds_more_sections_belongs_to_the_report(
    tmp_path: Path,
) -> None:
    report = report_of(
        tmp_path,
        bold("1. PURPOSE"),
        "1.1 To report.",
        bold("2. RECOMMENDATIONS"),
        "2.1 note the costs",
        bold("3. CONCLUSION"),
        "3.1 All is well.",
        bold("ANNEX"),
        bold("1. IMPLICATIONS"),
        table(row("Financial", "None"), row("Risk", "Yes")),
        bold("2. BACKGROUND PAPERS"),
        "2.1 None.",
    )
    assert own(report) == [("CONCLUSION", "recommendations"), ("IMPLICATIONS", "recommendations")]
    assert sections(report)["background"] == [("numbered", "None.")]
    assert report.appendices == ()


def test_a_sub_heading_that_reads_like_a_label_comes_back_in_its_section(tmp_path: Path) -> None:
    passages = (
        PassageOutline("own-end", "heading", "ANNEX"),
        PassageOutline("own-end", "text", "More of it."),
    )
    outline = ReportOutline(own_sections=("End [own-end, after background]",), passages=passages)
    plan = built_plan(PlanOutline(report=outline), FORM.id)
    path = our_word(tmp_path, report_of_plan(plan, FORM))
    report = read_paper(path, FORM, FORMS).outline.report
    assert (report.own_sections, report.passages) == (outline.own_sections, passages)
