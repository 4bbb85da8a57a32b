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
from tests.importers.word_files import cell, docx_of, listed, para, row, table


def spanned(*lines: str) -> str:
    return cell(*lines, properties='<w:gridSpan w:val="2"/>')


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
    lead_in = "The Board is invited, since forty fire doors failed, to:"
    lines = (*TWO[:2], "2.0\tRECOMMENDATIONS", lead_in, "a) mend them", "b) report", *TWO[2:])
    account = account_of_file(docx_of(tmp_path, "".join(map(para, lines))), FORM, FORMS)
    (shown,) = account.not_taken
    assert (shown.text, account.unaccounted) == ("since forty fire doors failed", ())


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


def recommendations_of(folder: Path, *lines: str) -> list[tuple[str, str]]:
    report = report_of(folder, *TWO[:2], "2.0\tRECOMMENDATIONS", *lines, *TWO[2:])
    return sections(report)["recommendations"]


@pytest.mark.parametrize(
    "lead_in",
    [
        "It is recommended that the Committee:-",
        "2.1\tIt is recommended that the Board:–",
        "That the Committee:-",
        "That Members:",
        "The Board is asked to:",
        "The Licensing Board is asked to : -",
        "The Area Partnership is invited to:",
        "Elected members are requested to",
        "We recommend that:",
        "The Chief Officer recommends that the Trust:",
    ],
)
def test_a_line_that_only_leads_to_the_recommendations_is_none(
    tmp_path: Path, lead_in: str
) -> None:
    found = recommendations_of(tmp_path, lead_in, "(a)\tnote the costs;", "(b)\tapprove the plan.")
    assert found == [("recommendation", "note the costs"), ("recommendation", "approve the plan")]


@pytest.mark.parametrize(
    "asked",
    [
        "instruct the Chief Officer to:",
        "agree that the Board is asked to meet again:",
        "ask that officers be requested to:",
    ],
)
def test_a_recommendation_that_ends_with_a_colon_is_one(tmp_path: Path, asked: str) -> None:
    found = recommendations_of(tmp_path, "The Board is asked to:", f"(a)\t{asked}")
    assert found == [("recommendation", asked)]


@pytest.mark.parametrize(
    "number",
    [
        *("(i)\t", "\t(i)\t", "① ", "⑴ ", "a) ", "2.1\t", "2.1.1\t", "i. ", "[1] ", "1) "),
        *("Recommendation 1: ", "R1 ", "– ", "-\t"),
    ],
)
def test_the_number_of_a_recommendation_is_no_word_of_it(tmp_path: Path, number: str) -> None:
    found = recommendations_of(tmp_path, "The Board is asked to:-", f"{number}note the 2 costs.")
    assert found == [("recommendation", "note the 2 costs")]


def test_words_that_look_like_a_number_stay(tmp_path: Path) -> None:
    asked = ("R. Burns be thanked; and", "2026 be the year of the plan; and", "A plan be made.")
    found = recommendations_of(tmp_path, "The Board is asked that:", *asked)
    assert [text for _, text in found] == [
        "R. Burns be thanked",
        "2026 be the year of the plan",
        "A plan be made",
    ]


def test_a_number_that_word_computes_is_no_word_of_a_recommendation(tmp_path: Path) -> None:
    circled = (
        '<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0">'
        '<w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>'
    )
    lines = (*TWO[:2], "2.0\tRECOMMENDATIONS", "The Board is asked to:")
    asked = (listed("note the costs;", 9), listed("approve the plan.", 9))
    body = "".join([*map(para, lines), *asked, *map(para, TWO[2:])])
    report = read_paper(docx_of(tmp_path, body, numbering=circled), FORM, FORMS).outline.report
    assert sections(report)["recommendations"] == [
        ("recommendation", "note the costs"),
        ("recommendation", "approve the plan"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("The Board is asked to:\n(a) note the costs; and\n(b) approve the plan.",),
        ("The Board is asked to:", "(a) note the costs\n(b) approve the plan"),
        ("The Board is asked to:", "note the costs", "approve the plan"),
        ("The Board is asked to: note the costs", "approve the plan"),
    ],
)
def test_recommendations_may_be_lines_of_one_paragraph_or_plain(
    tmp_path: Path, lines: tuple[str, ...]
) -> None:
    found = recommendations_of(tmp_path, *lines)
    assert found == [("recommendation", "note the costs"), ("recommendation", "approve the plan")]


HEAD = ("Report to: Parks Committee – 3 May 2021", "Report on: Paths")
WHOLE = (
    *("1.0\tPURPOSE OF REPORT", "1.1\tTo report.", "2.0\tRECOMMENDATIONS"),
    *("The Board is asked to:", "(a) note the costs.", "7.0\tBACKGROUND PAPERS", "None."),
)


@pytest.mark.parametrize(
    "blocks",
    [
        (table(row(cell(*HEAD, *WHOLE))),),
        (table(*(row(cell(line)) for line in (*HEAD, *WHOLE))),),
        (table(row(cell(*HEAD)), row(cell(*WHOLE[:2])), row(cell(*WHOLE[2:]))),),
        (*HEAD, table(row(cell(*WHOLE)))),
        (table(*(row(*line.split(": ")) for line in HEAD), row(spanned(*WHOLE))),),
        (
            table(
                *(row(*line.split(": ")) for line in HEAD),
                row("Purpose of Report", "To report."),
                row("Recommendations", cell("The Board is asked to:", "(a) note the costs.")),
                row("Background Papers:", "None."),
            ),
        ),
    ],
)
def test_a_report_laid_out_in_a_table_is_read_like_any_other(
    tmp_path: Path, blocks: tuple[str, ...]
) -> None:
    report = report_of(tmp_path, *blocks)
    assert (report.committee, report.meeting_date, report.title) == (
        *("Parks Committee", "3 May 2021", "Paths"),
    )
    assert {
        section: [text for _, text in texts] for section, texts in sections(report).items()
    } == {
        "purpose": ["To report."],
        "recommendations": ["note the costs"],
        "background": ["None."],
    }


def test_a_recommendation_may_go_on_in_the_next_paragraph(tmp_path: Path) -> None:
    asked = ("(a) note the costs, which", "are met from the fund; and", "(b) agree to", "fund it.")
    assert recommendations_of(tmp_path, "The Board is asked to:", *asked) == [
        ("recommendation", "note the costs, which are met from the fund"),
        ("recommendation", "agree to fund it"),
    ]


@pytest.mark.parametrize("below", ["Members decided so in May.", "approve the plan."])
def test_a_sentence_of_its_own_does_not_go_on_with_a_recommendation(
    tmp_path: Path, below: str
) -> None:
    found = recommendations_of(tmp_path, "The Board is asked to:", "(a) note the costs", below)
    assert found[0] == ("recommendation", "note the costs")


def test_a_heading_of_word_with_a_number_of_two_parts_is_a_sub_heading(tmp_path: Path) -> None:
    style = '<w:pStyle w:val="H1"/>'
    heads = (para("3.0\tOUTCOMES", style), para("3.1\tSituation", style), "Paths fell in.")
    more = (para("3.2  Assessment", style), "Mend them.")
    report = report_of(tmp_path, *TWO[:2], *heads, *more, *TWO[2:])
    assert sections(report)["own-outcomes"] == [
        ("heading", "3.1 Situation"),
        ("text", "Paths fell in."),
        ("heading", "3.2 Assessment"),
        ("text", "Mend them."),
    ]


def test_numbered_paragraphs_in_a_heading_s_style_stay_paragraphs(tmp_path: Path) -> None:
    style = '<w:pStyle w:val="H1"/>'
    said = [para(f"3.{n}\tPaths are closed", style) for n in (1, 2, 3)]
    report = report_of(tmp_path, *TWO[:2], para("3.0\tOUTCOMES", style), *said, *TWO[2:])
    assert sections(report)["own-outcomes"] == [("numbered", "Paths are closed")] * 3


def test_a_line_drawn_with_characters_is_no_text(tmp_path: Path) -> None:
    report = report_of(tmp_path, *TWO[:2], "_" * 40, "– – –", *TWO[2:])
    assert sections(report)["purpose"] == [("text", "To report.")]


def test_lists_and_contacts_below_bold_headings_are_sections(tmp_path: Path) -> None:
    heads = (bold("Purpose of report"), "To report.", bold("Background papers"), "None.")
    ends = (bold("List of Appendices"), "1. Map", bold("Report Contact"), "The parks team")
    report = report_of(tmp_path, *heads, *ends)
    assert own(report) == [("List of Appendices", "background"), ("Report Contact", "background")]


def test_a_table_of_implications_in_a_report_is_one_of_its_own(tmp_path: Path) -> None:
    rows = (row("Policy Implications", "None"), row("Consultations", "None"))
    report = report_of(tmp_path, *TWO[:2], bold("3.0\tIMPLICATIONS"), table(*rows), *TWO[2:])
    assert [kind for kind, _ in sections(report)["own-implications"]] == ["table"]


def test_a_plain_heading_is_known_by_its_number_and_the_prose_below(tmp_path: Path) -> None:
    lines = ("1. Purpose", "To report.", "2. Recommendation", "The Board is asked to:", "a) agree.")
    more = ("3. Situation", "Falls rose in the year, and nobody knew why.", "4. Background Papers")
    report = report_of(tmp_path, *lines, *more, "None.")
    assert own(report) == [("Situation", "recommendations")]
    assert sections(report)["recommendations"] == [("recommendation", "agree")]


def test_bold_headings_like_the_first_and_a_known_one_are_sections(tmp_path: Path) -> None:
    lines = (bold("Situation"), "Falls rose.", bold("Assessment"), "Costs.", bold("Recommendation"))
    more = ("The Board is asked to:", "a) agree.", bold("Risk"), "Low.", bold("Equality"), "None.")
    report = report_of(tmp_path, "Meeting: Glen Board", "Date: 3 May 2021", *lines, *more)
    assert [heading for heading, _ in own(report)] == [
        "Situation",
        "Assessment",
        "Risk",
        "Equality",
    ]


def test_plain_headings_above_numbered_paragraphs_end_the_recommendations(tmp_path: Path) -> None:
    lines = ("Purpose of report", "1. To report.", "Recommendations", "2. The Board is asked to:")
    more = ("• note the costs", "Background", "3. It began.", "Conclusion", "4. It ended.")
    report = report_of(tmp_path, *lines, *more)
    assert [heading for heading, _ in own(report)] == ["Background", "Conclusion"]
    assert sections(report)["recommendations"] == [("recommendation", "note the costs")]


def test_a_bold_sentence_with_a_number_is_a_paragraph(tmp_path: Path) -> None:
    report = report_of(tmp_path, TWO[0], bold("1.1\tPaths fell in."), "1.2 Often.", *TWO[2:])
    assert sections(report)["purpose"] == [
        ("numbered", "**Paths fell in.**"),
        ("numbered", "Often."),
    ]


def test_a_heading_without_a_number_whose_text_counts_anew_ends_the_numbered_sections(
    tmp_path: Path,
) -> None:
    behind = (
        bold("Implications of the Report"),
        "1.\tFinancial – The costs of £14 are met from the budget for paths.",
        "2.\tLegal – None.",
    )
    numbered = (bold("1.\tPurpose of report"), "1.1\tTo report.", bold("2.\tBackground"))
    asked = (bold("3.\tRecommendations"), "(a) note the costs.")
    report = report_of(tmp_path, *numbered, "2.1\tPaths fell in.", *asked, *behind)
    kept = sections(report)["own-implications-of-the-report"]
    assert kept[0][1].endswith("met from the budget for paths.")
    assert len(kept) == 2
