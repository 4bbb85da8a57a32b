"""Who signs a report, and who else wrote or approved it: in lines, behind labels, in tables."""

from pathlib import Path

import pytest

from tests.importers.report.report_papers import TWO, bold, reading_of, report_of, sections
from tests.importers.word_files import cell, para, raw, row, run, spanning, table

NAMED = row("Name", "Designation", "Contact"), row("A. Writer", "Officer", "01632 960001")
APPROVED = row("Name", "Designation", "Date"), row("B. Head", "Director", "3 May 2021")


@pytest.mark.parametrize(
    "tables",
    [
        (table(*NAMED), bold("Approved"), table(*APPROVED)),
        (bold("Author(s)"), table(*NAMED), bold("Approved by"), table(*APPROVED)),
        (
            table(row(spanning("Author(s)", 3)), *NAMED),
            "",
            table(row(spanning("Approved", 3)), *APPROVED),
        ),
        (
            table(
                row("Report author", "A. Writer", "Officer", "01632 960001"),
                row("Approved by", "B. Head", "Director", "3 May 2021"),
            ),
        ),
    ],
)
def test_the_table_of_who_approved_it_signs_and_that_of_the_author_is_shown(
    tmp_path: Path, tables: tuple[str, ...]
) -> None:
    reading = reading_of(tmp_path, *TWO, *tables)
    report = reading.outline.report
    assert (report.signatory, report.signatory_post) == ("B. Head", "Director")
    assert report.signed_on == "3 May 2021"
    assert sections(report)["background"] == [("text", "None.")]
    said = " ".join(one.text for one in reading.remarks if one.kind == "not understood")
    assert all(one in said for one in ("A. Writer", "Officer", "01632 960001"))


@pytest.mark.parametrize(
    "end",
    [
        (table(row("Name", "A. Writer"), row("Title", "Officer"), row("Email", "a@glen.example")),),
        (table(row("Author", "A. Writer"), row("Post", "Officer"), row("Phone", "1234")),),
        (table(*NAMED),),
        (table(row("Report author", "A. Writer", "Officer", "1234")),),
        ("A. Writer", "Officer"),
        ("", "Ann Writer", "Policy Officer, Glen Council", "Telephone: 1234"),
        (bold("Report Contact"), "Ann Writer", "Policy Officer", "Glen House", "Tel: 1234"),
    ],
)
def test_a_name_and_a_post_sign_without_a_date(tmp_path: Path, end: tuple[str, ...]) -> None:
    report = report_of(tmp_path, *TWO, *end)
    assert report.signatory.endswith("Writer")
    assert "Officer" in report.signatory_post
    assert sections(report)["background"] == [("text", "None.")]


def test_papers_named_at_the_end_are_a_section_and_sign_nothing(tmp_path: Path) -> None:
    papers = "Background Papers: The survey of 2020"
    minute = "Previous Minute: Parks Committee, 9 March 2021"
    above = "3.0\tFINANCIAL IMPLICATIONS", "There are none."
    reading = reading_of(tmp_path, *TWO[:2], *above, "", papers, minute)
    report = reading.outline.report
    assert (report.signatory, report.signatory_post, report.signed_on) == ("", "", "")
    assert sections(report)["background"] == [("text", "The survey of 2020")]
    assert minute in " ".join(one.text for one in reading.remarks)


def test_a_section_of_who_wrote_it_keeps_how_to_reach_them(tmp_path: Path) -> None:
    contact = table(
        row("Name", "A. Writer"), row("Title", "Officer"), row("Email", "a@glen.example")
    )
    report = report_of(tmp_path, *TWO, bold("8.0\tREPORT AUTHOR CONTACT DETAILS"), contact)
    assert (report.signatory, report.signatory_post) == ("A. Writer", "Officer")
    assert sections(report)["own-report-author-contact-details"] == [
        ("text", "Email: a@glen.example")
    ]


def test_who_signs_below_the_recommendations_is_no_recommendation(tmp_path: Path) -> None:
    lines = ("The Board is asked to:", "a) note the costs.", "", "Ruth Binnie", "Head of Parks")
    report = report_of(
        tmp_path, bold("1 Recommendations"), *lines, bold("2 Background"), "2.1 It began."
    )
    assert (report.signatory, report.signatory_post) == ("Ruth Binnie", "Head of Parks")
    assert sections(report)["recommendations"] == [("recommendation", "note the costs")]


@pytest.mark.parametrize(
    "lines",
    [
        ("These were asked:", "Ann Writer", "Head of Parks", "Bo Reader", "Head of Paths"),
        ("Ann Writer", "Head of Parks", "Bo Reader", "Head of Paths"),
        ("The survey of 2020", "Paths for all"),
        (table(row("Name", "Role"), row("A. Writer", "Chair"), row("B. Reader", "Clerk")),),
        (
            table(
                row("Name", "Role", "Date"),
                *(row(f"{one}. Reader", "Chair", "3 May 2021") for one in "ABC"),
            ),
        ),
    ],
)
def test_names_in_a_section_do_not_sign(tmp_path: Path, lines: tuple[str, ...]) -> None:
    report = report_of(tmp_path, *TWO[:2], "6.0\tCONSULTATIONS", *lines, *TWO[2:])
    assert (report.signatory, report.signatory_post) == ("", "")


def test_a_post_may_take_two_lines_below_the_name(tmp_path: Path) -> None:
    end = ("Ann Writer", "Director of Parks", "Glen Council", "3 May 2027")
    report = report_of(tmp_path, *TWO, *end)
    assert (report.signatory, report.signatory_post, report.signed_on) == (
        *("Ann Writer", "Director of Parks Glen Council", "3 May 2027"),
    )
    assert sections(report)["background"] == [("text", "None.")]


def test_a_section_of_contacts_keeps_how_to_reach_them_in_lines(tmp_path: Path) -> None:
    lines = (bold("8.0\tCONTACTS"), "Jo Bain", "Partnership Manager", "jo@glen.example")
    report = report_of(tmp_path, *TWO, *lines)
    assert (report.signatory, report.signatory_post) == ("Jo Bain", "Partnership Manager")
    assert sections(report)["own-contacts"] == [("text", "jo@glen.example")]


def test_labels_at_the_end_may_have_a_dash_and_stand_above_a_section(tmp_path: Path) -> None:
    lines = ("Author – Jo Bain, Manager", "Date: 3 May 2021", bold("List of Background Papers:"))
    report = report_of(tmp_path, *TWO[:2], bold("6.0\tCONSULTATIONS"), "None.", *lines, "A survey")
    assert (report.signatory, report.signatory_post) == ("Jo Bain", "Manager")
    assert report.signed_on == "3 May 2021"
    assert sections(report)["background"] == [("text", "A survey")]


def test_a_section_that_only_says_who_wrote_it_is_no_empty_one(tmp_path: Path) -> None:
    contact = table(row("Name", "Post"), row("A. Writer", "Officer"))
    for lines in ((contact,), ("Ann Writer", "Policy Officer"), (contact, "Date: 3 May 2021")):
        report = report_of(tmp_path, *TWO, bold("8.0\tREPORT AUTHOR"), *lines)
        assert report.own_sections == ()
        assert report.signatory.endswith("Writer")


def test_a_name_may_stand_beside_a_signature_on_its_line(tmp_path: Path) -> None:
    report = report_of(tmp_path, *TWO, "", "Ann Writer\t(signed)", "Head of Parks", "May 2021")
    assert (report.signatory, report.signed_on) == ("Ann Writer (signed)", "May 2021")


def test_papers_below_bold_words_and_a_lone_author_end_a_report(tmp_path: Path) -> None:
    above = (bold("1.\tPURPOSE OF REPORT"), "1.1 To report.", bold("2.\tRISKS"), "2.1 None.")
    end = (bold("LIST OF BACKGROUND PAPERS"), "The survey", bold("Author:\tAnn Writer, Officer"))
    header = "Report to: Parks Committee – 3 May 2021"
    report = report_of(tmp_path, header, *above, *end)
    assert sections(report)["background"] == [("text", "The survey")]
    assert (report.signatory, report.signatory_post) == ("Ann Writer", "Officer")


@pytest.mark.parametrize(
    "behind",
    [
        (bold("Report Author: Paths Officer"), bold("BACKGROUND PAPERS"), "The survey of 2020"),
        ("Report Author: Paths Officer", bold("BACKGROUND PAPERS"), "The survey of 2020"),
        (bold("BACKGROUND PAPERS"), "The survey of 2020"),
    ],
)
def test_a_post_and_a_date_sign_above_the_papers_at_the_end(
    tmp_path: Path, behind: tuple[str, ...]
) -> None:
    above = (bold("PURPOSE OF REPORT"), "1.\tTo report.", bold("CONCLUSION"), "2.\tMend them.")
    signed = (*above, "", "Director of Parks", "7 May 2021", *behind)
    report = report_of(tmp_path, "Report to: Parks Committee", *signed)
    assert (report.signatory_post, report.signed_on) == ("Director of Parks", "7 May 2021")
    assert sections(report)["background"] == [("text", "The survey of 2020")]


@pytest.mark.parametrize(
    "lines",
    [
        ("These were asked:", "", "Director of Parks", "7 May 2021"),
        ("", "Head of Paths", "3 May 2021", "", "Director of Parks", "7 May 2021"),
        ("", "Director of Parks", "7 May 2021", "Nobody else was asked."),
        ("They were asked.", "Director of Parks", "7 May 2021"),
    ],
)
def test_a_post_and_a_date_in_a_text_do_not_sign(tmp_path: Path, lines: tuple[str, ...]) -> None:
    above = (bold("PURPOSE OF REPORT"), "1.\tTo report.", bold("CONSULTATION"), "2.\tYes.")
    papers = (bold("BACKGROUND PAPERS"), "The survey of 2020")
    report = report_of(tmp_path, "Report to: Parks Committee", *above, *lines, *papers)
    assert (report.signatory, report.signed_on) == ("", "")


def test_a_post_in_bold_signs_right_below_a_table(tmp_path: Path) -> None:
    kept = table(row("1.1", "It costs £5."), row("1.2", "Nobody loses."))
    report = report_of(tmp_path, *TWO, kept, bold("Director of Parks"))
    assert report.signatory_post == "Director of Parks"
    assert [kind for kind, _ in sections(report)["background"]] == ["text", "table"]
    report = report_of(tmp_path, *TWO, kept, "Asked of the Director of Parks")
    assert report.signatory == ""


def test_below_who_signs_may_stand_who_prepared_the_report_and_a_date_with_its_label(
    tmp_path: Path,
) -> None:
    end = (bold("Director of Parks"), "Report prepared by the Paths Manager", "Date: 12 May 2025")
    report = report_of(tmp_path, *TWO, *end)
    assert (report.signatory, report.signatory_post, report.signed_on) == (
        "",
        "Director of Parks",
        "12 May 2025",
    )


def test_who_signs_on_the_first_page_signs_the_report_below_it(tmp_path: Path) -> None:
    first = ("1.0\tRECOMMENDATIONS", "1.1\tIt is asked to agree the plan.")
    signed = (
        bold("Ann Writer"),
        "Director of Parks",
        "Contact: B. Person",
        "E-mail: b@glen.example",
    )
    rest = ("Report", "Safe Paths: A Plan", "2.0\tPURPOSE OF REPORT", "To report.")
    reading = reading_of(tmp_path, *first, *signed, *rest, *TWO[2:])
    report = reading.outline.report
    assert (report.signatory, report.signatory_post) == ("Ann Writer", "Director of Parks")
    said = " ".join(one.text for one in reading.remarks if one.kind == "not understood")
    assert "B. Person" in said


@pytest.mark.parametrize("lists", [(), (bold("List of Background Papers:"), "The survey.")])
def test_a_post_below_a_rule_signs_with_a_labelled_date(
    tmp_path: Path, lists: tuple[str, ...]
) -> None:
    signed = ("______________", bold("Director of Parks"), "Date: 3 May 2021")
    above = (*TWO[:2], "3.0\tFINANCIAL IMPLICATIONS", "There are none.")
    contact = ("Contact: Manager, Paths, 01632 960001",)
    report = report_of(tmp_path, *above, *signed, *contact, *lists)
    assert "Director of Parks" in (report.signatory, report.signatory_post)
    assert report.signed_on == "3 May 2021"


@pytest.mark.parametrize("heading", ["Appendices", "Further information", "Background papers"])
def test_who_signs_above_the_papers_that_come_with_it_signs_the_report(
    tmp_path: Path, heading: str
) -> None:
    above = ("Report to: Parks Committee", "Report by: Head of Parks", *HEADED)
    end = ("Head of Parks", "14 December 2026", headed(heading), "Tree survey")
    report = report_of(tmp_path, *above, *end)
    assert (report.signatory_post, report.signed_on) == ("Head of Parks", "14 December 2026")
    assert "Head of Parks" not in [text for one in sections(report).values() for _, text in one]


def test_a_last_line_that_names_who_makes_the_report_signs_it(tmp_path: Path) -> None:
    above = ("Report to: Parks Committee", "Report by: the Head of Parks", *HEADED)
    report = report_of(tmp_path, *above, "Head of Parks")
    assert (report.signatory_post, report.signed_on) == ("Head of Parks", "")


def headed(text: str) -> str:
    return para(text, '<w:pStyle w:val="H1"/>')


HEADED = (
    headed("Purpose of report"),
    "To report on the trees of the park.",
    headed("Financial implications"),
    "There are no costs in this year.",
)


@pytest.mark.parametrize(
    ("lines", "name", "post"),
    [
        (("Head of Parks", "Ann Writer", "3 May 2021"), "Ann Writer", "Head of Parks"),
        (("HEAD OF PARKS", "3 May 2021"), "", "HEAD OF PARKS"),
        (("Interim Head – Parks and Paths", "3 May 2021"), "", "Interim Head – Parks and Paths"),
        (("Ann Writer, Head of Parks", "3 May 2021"), "Ann Writer", "Head of Parks"),
        (("Approved by: Ann Writer, Head of Parks",), "Ann Writer", "Head of Parks"),
        (("Ann Head", "Director", "3 May 2021"), "Ann Head", "Director"),
    ],
)
def test_a_name_is_read_as_a_name_and_a_post_as_a_post(
    tmp_path: Path, lines: tuple[str, ...], name: str, post: str
) -> None:
    above = (*TWO[:2], "3.0\tFINANCIAL IMPLICATIONS", "There are none.", "")
    author = ("Author: Bo Scribe",) if len(lines) == 1 else ()
    report = report_of(tmp_path, *above, *lines, *author)
    assert (report.signatory, report.signatory_post) == (name, post)


def test_the_label_of_an_appendix_is_no_more_of_the_date_above_it(tmp_path: Path) -> None:
    signed = ("Signed:\tAnn Writer", "Post:\tHead of Parks", "Date:\t3 May 2021")
    lines = (*TWO, *signed, "Appendix 1 – Safe Paths", "Paths")
    reading = reading_of(tmp_path, *lines)
    assert reading.outline.report.signed_on == "3 May 2021"
    assert any("Appendix 1 – Safe Paths" in one.text for one in reading.remarks)


def test_a_post_with_its_date_in_a_table_of_contacts_signs(tmp_path: Path) -> None:
    contact = table(
        row("Title", "Policy Officer"), row("Email", "a@glen.example"), row("Date", "3 May 2021")
    )
    report = report_of(tmp_path, *TWO, bold("8.0\tREPORT AUTHOR CONTACT DETAILS"), contact)
    assert (report.signatory, report.signatory_post) == ("", "Policy Officer")
    assert report.signed_on == "3 May 2021"
    assert sections(report)["own-report-author-contact-details"] == [
        ("text", "Email: a@glen.example")
    ]


SIGNED = ("Ann Writer", "Head of Parks", "3 May 2021")
ONE_LINE = [
    raw(run("Ann Writer") + "<w:r><w:br/></w:r>" + run("Head of Parks") + "<w:r><w:br/></w:r>"
        + run("3 May 2021")),
    "Ann Writer\tHead of Parks\t3 May 2021",
    "Ann Writer, Head of Parks, 3 May 2021",
    "Ann Writer – Head of Parks – 3 May 2021",
    "Ann Writer | Head of Parks | 3 May 2021",
]  # fmt: skip


@pytest.mark.parametrize("line", ONE_LINE)
@pytest.mark.parametrize("behind", [(), (bold("BACKGROUND PAPERS: None"),)])
def test_a_name_a_post_and_a_date_sign_in_one_paragraph(
    tmp_path: Path, line: str, behind: tuple[str, ...]
) -> None:
    asked = (bold("Recommendations"), "That the Committee notes this.", bold("Consultation"))
    said = "The Chief Officer’s group was consulted."
    report = report_of(
        tmp_path, bold("Purpose of report"), "To report.", *asked, said, line, *behind
    )
    assert (report.signatory, report.signatory_post, report.signed_on) == SIGNED
    assert "Ann" not in str(report.passages)


def test_who_is_named_with_a_comma_alone_and_no_date_is_left_as_it_stands(tmp_path: Path) -> None:
    end = ("Rowan Sample", "Director of Parks", "14 January 2027", "", "Ann Writer, Head of Parks")
    report = report_of(tmp_path, *TWO, *end)
    assert report.signatory == "Rowan Sample"


def test_each_cell_below_author_and_approved_by_holds_a_name_a_post_and_a_date(
    tmp_path: Path,
) -> None:
    author = cell(*map(para, ("Ann Writer", "Policy Officer", "1 May 2021")))
    approved = cell(*map(para, ("Rowan Sample", "Head of Parks", "3 May 2021")))
    end = table(row("Report author", "Approved by"), row(author, approved))
    reading = reading_of(tmp_path, *TWO, end)
    report = reading.outline.report
    assert (report.signatory, report.signatory_post) == ("Rowan Sample", "Head of Parks")
    assert report.signed_on == "3 May 2021"
    said = " ".join(one.text for one in reading.remarks if one.kind == "not understood")
    assert all(one in said for one in ("Ann Writer", "Policy Officer", "1 May 2021"))
