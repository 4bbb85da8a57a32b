"""What ends a report and what follows it: signature, plan, appendices, what is not known."""

from pathlib import Path

import pytest

from importers.paper import account_of_file, read_paper
from plan.model.outline import AppendixOutline, PassageOutline
from tests.importers.plan_papers import FORM, FORMS, HEADER, action_row
from tests.importers.report.report_papers import TWO, bold, reading_of, report_of, sections
from tests.importers.word_files import cell, docx_of, para, raw, row, run, table


@pytest.mark.parametrize(
    "lines",
    [
        ("", "", "A. Person", "Head of Parks", "May 2021"),
        ("A. Person", "Head of Parks", "May 2021"),
        ("A. Person", "", "Head of Parks", "", "3 May 2021"),
    ],
)
def test_the_signature_is_no_text_of_the_last_section(
    tmp_path: Path, lines: tuple[str, ...]
) -> None:
    report = report_of(tmp_path, *TWO, *lines)
    assert sections(report)["background"] == [("text", "None.")]
    assert (report.signatory, report.signatory_post) == ("A. Person", "Head of Parks")
    assert report.signed_on == lines[-1]


def test_a_report_without_a_signature_keeps_its_last_text(tmp_path: Path) -> None:
    report = report_of(tmp_path, *TWO, "A paper of May 2021.")
    assert sections(report)["background"] == [("text", "None."), ("text", "A paper of May 2021.")]
    assert report.signatory == ""


def test_a_section_that_the_format_has_not_is_kept_in_its_place_and_said(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, *TWO, bold("8.0\tLEGAL IMPLICATIONS"), "Counsel was asked.")
    report = reading.outline.report
    assert report.own_sections == ("LEGAL IMPLICATIONS [own-legal-implications, after background]",)
    assert sections(report)["own-legal-implications"] == [("text", "Counsel was asked.")]
    said = [one.text for one in reading.remarks if one.kind == "note"]
    assert said[0].startswith("The council's format has no “LEGAL IMPLICATIONS”: it is kept")


def test_a_table_in_a_section_is_kept_with_its_rows_and_cells(tmp_path: Path) -> None:
    text = "| Year | Cost |\n| --- | --- |\n| 2026 | £5<br>or more |\n| 2027 | £6<br><br>less |"
    rows = (row("Year", "Cost"), row("2026", "£5\nor more"), row("2027", cell("£6", "less")))
    report = report_of(tmp_path, *TWO, table(*rows), "Thereafter less.")
    assert sections(report)["background"] == [
        ("text", "None."),
        ("table", text),
        ("text", "Thereafter less."),
    ]


def test_a_number_out_of_order_is_pointed_at(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, *TWO[:2], "4.0\tMAIN TEXT", "4.1\tOne.", "4.3\tThree.", *TWO[2:])
    odd = [one.text for one in reading.remarks if one.place == "Main text"]
    assert odd == ["The paper numbers this paragraph 4.3; its place makes it 4.2."]


def test_one_heading_alone_makes_no_report(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path, para("Recommendations"), para("Aim"), table(HEADER, action_row("1.1"))
    )
    assert not reading.has_report
    assert reading.has_plan


PLAN = (para("Our Plan"), para("June 2016"), para("Aim."), table(HEADER, action_row("1.1")))


def test_a_report_and_a_plan_without_a_label_between_are_told_apart(tmp_path: Path) -> None:
    signature = ("A. Person", "Head of Parks", "May 2021")
    outline = reading_of(tmp_path, *TWO, *signature, *PLAN).outline
    assert sections(outline.report)["background"] == [("text", "None.")]
    assert (outline.title, outline.date) == ("Our Plan", "June 2016")
    assert outline.report.appendices == (AppendixOutline("plan"),)


def test_the_pages_of_a_plan_begin_where_word_begins_new_ones(tmp_path: Path) -> None:
    pages = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    outline = reading_of(tmp_path, *TWO, pages, *PLAN).outline
    assert sections(outline.report)["background"] == [("text", "None.")]
    assert (outline.title, outline.date) == ("Our Plan", "June 2016")


BREAK = '<w:r><w:br w:type="page"/></w:r>'
COVER = ("Riverside Nursery", "Improvement Plan 2026/27")
NUMBERED_AIM = "Priority 1: Children choose their books"
LIBRARY = table(HEADER, action_row("1.1"))


def on_a_page(text: str, how: str) -> tuple[str, ...]:
    """Return a line that begins a page, in each way that Word has."""
    ways = {
        "alone": (raw(BREAK), para(text)),
        "before its words": (raw(BREAK, run(text)),),
        "behind the words above": (raw(run("The paper ends."), BREAK), para(text)),
        "by its paragraph": (para(text, "<w:pageBreakBefore/>"),),
        "by its style": (para(text, '<w:pStyle w:val="New"/>'),),
    }
    return ways[how]


@pytest.mark.parametrize(
    "how",
    ["alone", "before its words", "behind the words above", "by its paragraph", "by its style"],
)
@pytest.mark.parametrize(
    "cover", [COVER, ("Improvement Plan 2026/27", "Riverside Nursery", "August 2026")]
)
def test_a_plan_without_a_label_begins_with_the_cover_at_the_head_of_its_page(
    tmp_path: Path, how: str, cover: tuple[str, ...]
) -> None:
    new_page = (
        '<w:style w:type="paragraph" w:styleId="New"><w:name w:val="New"/>'
        "<w:pPr><w:pageBreakBefore/></w:pPr></w:style>"
    )
    first, *more = cover
    blocks = [*TWO, *on_a_page(first, how), *more, "We serve 40 children.", NUMBERED_AIM, LIBRARY]
    body = "".join(one if one.startswith("<") else para(one) for one in blocks)
    path = docx_of(tmp_path, body, styles=new_page)
    outline = read_paper(path, FORM, FORMS).outline
    assert sections(outline.report)["background"][0] == ("text", "None.")
    assert not any(line in str(outline.report.passages) for line in (*cover, "children"))
    assert "Improvement Plan 2026/27" in (outline.title, outline.subtitle)
    assert [(aim.text, len(aim.actions)) for aim in outline.aims] == [
        ("Children choose their books", 1)
    ]
    account = account_of_file(path, FORM, FORMS)
    assert account.unaccounted == ()
    shown = [one.text for one in account.not_taken]
    assert any("We serve 40 children." in text for text in shown)
    assert not any("Improvement Plan" in text for text in shown)


def test_a_cover_may_have_a_page_of_its_own(tmp_path: Path) -> None:
    pages = (*TWO, raw(BREAK), *COVER, raw(BREAK), NUMBERED_AIM, LIBRARY)
    outline = reading_of(tmp_path, *pages).outline
    assert sections(outline.report)["background"] == [("text", "None.")]
    assert "Improvement Plan 2026/27" in (outline.title, outline.subtitle)


@pytest.mark.parametrize(
    "below",
    [
        ("The list of papers goes on here, and says more of each than fits on a line.",),
        ("A. Person", "Head of Parks"),
    ],
)
def test_a_page_on_which_the_report_goes_on_begins_no_plan(
    tmp_path: Path, below: tuple[str, ...]
) -> None:
    outline = reading_of(tmp_path, *TWO, raw(BREAK), *below, NUMBERED_AIM, LIBRARY).outline
    report = outline.report
    assert below[0] in (str(sections(report)["background"][-1][1]), report.signatory)
    assert [aim.text for aim in outline.aims] == ["Children choose their books"]
    assert not outline.title


def test_appendices_stand_at_their_numbers(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path,
        *TWO,
        "As Appendix 1 and Appendices 2, 3 and 4 show.",
        "Appendix 2",
        *PLAN,
        "Appendix 3",
        bold("The Evidence"),
        "Some words.",
        "• A bullet.",
        table(row("1", "2")),
    )
    assert reading.outline.report.appendices == (
        AppendixOutline("file"),
        AppendixOutline("plan"),
        AppendixOutline("text", "The Evidence", "Some words.\n\n- A bullet.\n- 1: 2"),
    )
    said = {(one.place, one.text) for one in reading.remarks}
    assert ("Report", "The report speaks of Appendix 4, which is not in this paper.") in said
    assert ("Appendix 3", "1 table is kept as lines of text, one to a row.") in said
    assert any(place == "Appendix 1" for place, _ in said)


def test_a_blank_cell_among_answers_is_seen_in_the_lines(tmp_path: Path) -> None:
    rows = (
        row("Group", "Negative", "What we will do about it"),
        row("Age", "X", "Two mornings are kept open"),
        row("Disability", "X", ""),
        row("Race", "", ""),
    )
    report = report_of(tmp_path, *TWO, "Appendix 1", bold("The Impact"), "Words.", table(*rows))
    assert report.appendices[0].text.split("\n")[2:] == [
        "- Age: Negative: X; What we will do about it: Two mornings are kept open",
        "- Disability: Negative: X; What we will do about it:",
        "- Race: What we will do about it:",
    ]


@pytest.mark.parametrize(
    "label", ["Appendix 1: Safe paths", "Appendix A – Safe paths", "Annex 1 Safe paths"]
)
def test_a_title_on_the_label_of_the_plan_is_its_own_without_the_label(
    tmp_path: Path, label: str
) -> None:
    heading = para(label, '<w:pStyle w:val="H1"/>')
    said = "The actions below were agreed with the wardens in November 2026."
    outline = reading_of(tmp_path, *TWO, heading, said, table(HEADER, action_row("1.1"))).outline
    assert outline.title == "Safe paths"
    assert outline.introduction == said
    assert [aim.text for aim in outline.aims] == ["Safe paths"]


def test_pairs_beside_one_another_in_a_kept_table_keep_each_its_label(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path,
        *TWO,
        "As Appendices 1 and 2 show.",
        "Appendix 1",
        *PLAN,
        "Appendix 2",
        bold("Integrated Impact Assessment"),
        table(
            row("Completed by", "Development Officer", "Date", "8 December 2026"),
            row("Approved by:", "Head of Service", "Date:", "9 December 2026"),
            row("Date of review", "December 2027", "Published", "With the report"),
        ),
        table(row("Group", "Mark", "Why", "Date"), row("Age", "None", "All alike", "May")),
    )
    assert reading.outline.report.appendices[1].text == (
        "- Completed by: Development Officer; Date: 8 December 2026\n"
        "- Approved by: Head of Service; Date: 9 December 2026\n"
        "- Date of review: December 2027; Published: With the report\n"
        "- Age: Mark: None; Why: All alike; Date: May"
    )


def test_an_appendix_that_is_a_file_gives_its_name(tmp_path: Path) -> None:
    slip = FORM.report.separate_file.format(file="Map of paths.pdf")
    report = report_of(tmp_path, *TWO, "Appendix 1", *PLAN, "Appendix 2 – Map", slip)
    assert report.appendices[1] == AppendixOutline("file", "Map", file="Map of paths.pdf")


def test_a_paper_that_is_only_a_report_can_be_read(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, *TWO)
    assert (reading.has_plan, reading.has_report) == (False, True)
    assert reading.outline.report.passages == (
        PassageOutline("background", "text", "None."),
        PassageOutline("purpose", "text", "To report."),
    )
    assert "no table with the actions of a plan" in " ".join(one.text for one in reading.remarks)
    assert reading.summary == "no plan, the report with 2 paragraphs"


LISTED = ("Appendix 1 – Improvement Plan", "Appendix 2: Figures")


@pytest.mark.parametrize(
    "end",
    [
        (bold("8.0\tAPPENDICES"), *LISTED),
        (bold("8.0\tLIST OF APPENDICES"), "The following come with this report:", *LISTED),
        (bold("8.0\tATTACHMENTS"), *LISTED, bold("9.0\tCONTACT"), "A. Person"),
        (bold("8.0\tAPPENDICES"), *LISTED, "", "A. Person", "Head of Parks", "May 2021"),
        (bold("8.0\tAPPENDICES"), "Appendix A - Plan", "", "Appendix B - Figures"),
        (bold("8.0\tAPPENDICES"), "Appendix 1", "Appendix 2"),
        (
            *(bold("8.0\tAPPENDICES"), *LISTED),
            table(row("Name", "Post", "Date"), row("A. Person", "Head of Parks", "May 2021")),
        ),
    ],
)
def test_a_list_of_appendices_begins_none(tmp_path: Path, end: tuple[str, ...]) -> None:
    reading = reading_of(tmp_path, *TWO, *end)
    report = reading.outline.report
    assert report.appendices == ()
    listed = " ".join(one.text for one in report.passages if one.section.startswith("own-"))
    assert all(line in listed for line in end if line.startswith("Appendix"))


@pytest.mark.parametrize("line", ["Appendix 1: Map of the paths", "Annex A – Map of the paths"])
@pytest.mark.parametrize("below", [(), ("8.0\tCONTACT", "8.1 A. Person"), TWO[2:]])
def test_the_name_of_an_appendix_with_nothing_below_it_is_text(
    tmp_path: Path, line: str, below: tuple[str, ...]
) -> None:
    above = "3.0\tFINANCIAL IMPLICATIONS", "There are none."
    report = reading_of(tmp_path, *TWO[:2], *above, line, *below).outline.report
    assert report.appendices == ()
    assert sections(report)["financial"][1:] == [("text", line)]


def test_an_appendix_with_sections_like_the_report_s_is_one(tmp_path: Path) -> None:
    title = "Appendix 1: Terms of reference"
    reading = reading_of(tmp_path, *TWO, title, "1.0\tPURPOSE OF REPORT", "To say who meets.")
    (appendix,) = reading.outline.report.appendices
    assert (appendix.kind, appendix.title) == ("text", "Terms of reference")
    assert "To say who meets." in appendix.text


def test_the_appendix_begins_where_its_label_stands_again(tmp_path: Path) -> None:
    listed = (bold("8.0\tAPPENDICES"), *LISTED)
    whole = (*TWO, *listed, "Appendix 1", *PLAN, "Appendix 2", bold("Figures"), "Some words.")
    report = reading_of(tmp_path, *whole).outline.report
    assert report.appendices == (
        AppendixOutline("plan"),
        AppendixOutline("text", "Figures", "Some words."),
    )
    assert sections(report)["own-appendices"] == [("text", line) for line in LISTED]


def test_a_list_below_background_papers_begins_no_appendix(tmp_path: Path) -> None:
    report = reading_of(tmp_path, *TWO[:3], "The survey of 2020", *LISTED).outline.report
    assert report.appendices == ()
    assert [text for _, text in sections(report)["background"]][1:] == list(LISTED)


@pytest.mark.parametrize(
    "below",
    [
        ("Appendix 1", *PLAN),
        ("Appendix 1 – Improvement Plan", *PLAN[2:]),
        (bold("8.0\tAPPENDICES"), "Appendix 1", *PLAN),
        (bold("8.0\tAPPENDICES"), "Appendix 1 – Improvement Plan", *PLAN[3:]),
    ],
)
def test_an_appendix_with_something_below_begins_at_its_label(
    tmp_path: Path, below: tuple[str, ...]
) -> None:
    outline = reading_of(tmp_path, *TWO, *below).outline
    assert outline.report.appendices == (AppendixOutline("plan"),)
    assert len(outline.aims) == 1


def test_a_table_without_a_row_is_passed_over(tmp_path: Path) -> None:
    body = para("REPORT TO: Committee") + table() + para("1.0 RECOMMENDATIONS") + para("4.0 MAIN")
    account = account_of_file(docx_of(tmp_path, table() + body), FORM, FORMS)
    assert account.words == account.taken + account.shown + sum(account.left_out.values())


def test_a_plan_below_its_label_and_title_is_no_section_of_the_report(tmp_path: Path) -> None:
    above = (bold("PURPOSE OF REPORT"), "1.\tTo report.", bold("BACKGROUND PAPERS"), "A survey")
    plan = (bold("APPENDIX 1"), bold("SAFE PATHS PLAN"), bold("Objective 1: Paths are safe"))
    tables = (table(HEADER, action_row("1.1")),)
    outline = reading_of(tmp_path, "Report to: Parks Committee", *above, *plan, *tables).outline
    assert outline.report.own_sections == ()
    assert sections(outline.report)["background"] == [("text", "A survey")]
    assert outline.title == "SAFE PATHS PLAN"
    assert [aim.text for aim in outline.aims] == ["Paths are safe"]


SMALL = table(row("Action", "Responsible", "Timescale"), row("Mend it", "Wardens", "May 2021"))
BEHIND = (bold("4.\tFinancial Implications"), "4.1\tNone.", bold("5.\tRisks"), "5.1\tFew.")


@pytest.mark.parametrize(
    ("tables", "end"),
    [
        ((SMALL,), ()),
        ((bold("Table 1: actions"), table(HEADER, action_row("1.1"))), (para("Appendix 1"), *PLAN)),
        ((table(HEADER, action_row("1.1")),), (para("Appendix 1"), *PLAN)),
    ],
)
def test_a_table_of_actions_among_the_sections_is_the_report_s(
    tmp_path: Path, tables: tuple[str, ...], end: tuple[str, ...]
) -> None:
    above = (bold("1.\tPurpose of Report"), "1.1\tSee.", bold("3.\tThe Actions"), "3.1\tThese:")
    reading = reading_of(tmp_path, "Report to: Parks Committee", *above, *tables, *BEHIND, *end)
    report = reading.outline.report
    found = sections(report)
    assert [kind for kind, _ in found["own-the-actions"] if kind == "table"] == ["table"]
    assert found["financial"] == [("numbered", "None.")]
    assert found["own-risks"] == [("numbered", "Few.")]
    assert reading.has_plan == bool(end)


def test_aims_with_numbers_between_tables_are_no_sections_of_the_report(tmp_path: Path) -> None:
    above = (bold("1.\tPurpose of Report"), "1.1\tSee.", bold("2.\tRisks"), "2.1\tFew.")
    aims = [(bold(f"{n}.\tAim {n}"), table(HEADER, action_row(f"{n}.1"))) for n in (1, 2, 3)]
    reading = reading_of(tmp_path, "Report to: Parks Committee", *above, *sum(aims, ()))
    assert len(reading.outline.aims) == 3
