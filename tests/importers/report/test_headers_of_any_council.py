"""A header is understood whichever council's words it has, and however it is laid out."""

from pathlib import Path

import pytest

from importers.paper import read_paper
from importers.report.report_words import header_label
from plan.council.format import Format
from plan.model.outline import ReportOutline
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.report.report_papers import TWO, bold, reading_of, report_of
from tests.importers.word_files import SPACES, docx_of, para, row, table

WANTED = {
    "item_no": "7",
    "committee": "Parks Committee",
    "meeting_date": "3 May 2021",
    "title": "Paths for all",
    "by": "Head of Parks",
    "number": "PRK/7/21",
}


def fields(report: ReportOutline) -> dict[str, str]:
    return {name: getattr(report, name) for name in WANTED}


def lost(folder: Path, *blocks: str) -> list[str]:
    return [one.text for one in reading_of(folder, *blocks).remarks if one.kind == "not understood"]


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param(
            (
                table(row("Agenda Item", "7"), row("Report No", "PRK/7/21")),
                table(
                    row("Committee:", "Parks Committee"),
                    row("Date:", "3 May 2021"),
                    row("Report Title:", "Paths for all"),
                    row("Report By:", "Head of Parks"),
                ),
            ),
            id="one pair in a row",
        ),
        pytest.param(
            (
                table(
                    row("Report To:", "Parks Committee", "Date:", "3 May 2021"),
                    row("Report By:", "Head of Parks", "Report No:", "PRK/7/21"),
                    row("Subject:", "Paths for all", "Agenda Item No:", "7"),
                ),
            ),
            id="two pairs in a row",
        ),
        pytest.param(
            (
                table(
                    row("Report To: Parks Committee", "Date: 3 May 2021"),
                    row("Author: Head of Parks", "Paper No: PRK/7/21"),
                    row("Subject: Paths for all", "Agenda Item: 7"),
                ),
            ),
            id="a label and its text in one cell",
        ),
        pytest.param(
            (
                table(
                    row("Agenda Item", "Report Number", "Date of Meeting"),
                    row("7", "PRK/7/21", "3 May 2021"),
                ),
                "Name of Committee: Parks Committee",
                "Title of Report: Paths for all",
                "Report Author: Head of Parks",
            ),
            id="labels above their texts",
        ),
        pytest.param(
            (
                "Report To:\tParks Committee\tDate:\t3 May 2021",
                "Report By:\tHead of Parks\tReport No:\tPRK/7/21",
                "Subject:\tPaths for all\tItem:\t7",
            ),
            id="two pairs on a line with tabs",
        ),
        pytest.param(
            (
                "Agenda Item 7",
                "Meeting of: Parks Committee – 3 May 2021",
                "Subject: Paths for all",
                "Report by Head of Parks",
                "(Report No. PRK/7/21)",
            ),
            id="labels that a space follows",
        ),
        pytest.param(
            (
                bold("GLENSHIRE COUNCIL"),
                bold("Parks Committee"),
                bold("3 May 2021"),
                bold("Paths for all"),
                "Report by Head of Parks",
                "Report No: PRK/7/21",
                "Item 7",
            ),
            id="lines without a label",
        ),
        pytest.param(
            (
                "Committee:",
                "Parks Committee",
                "Meeting Date:",
                "3 May 2021",
                "Subject:",
                "Paths for all",
                "Report By:",
                "Head of Parks",
                "Report No:",
                "PRK/7/21",
                "Item No: 7",
            ),
            id="a label above its text",
        ),
    ],
)
def test_every_field_is_found(tmp_path: Path, blocks: tuple[str, ...]) -> None:
    assert fields(report_of(tmp_path, *blocks, *TWO)) == WANTED


def test_what_has_no_field_is_shown_with_all_its_words(tmp_path: Path) -> None:
    header = table(
        row("Report To:", "Parks Committee", "Wards:", "All of them, without exception"),
        row("Report By:", "Head of Parks", "Contact Officer:", "A. Person, Park House"),
    )
    said = lost(tmp_path, header, *TWO)
    assert said == [
        "“Wards: All of them, without exception” was not read: no field of the report holds it.",
        "“Contact Officer: A. Person, Park House” was not read: no field of the report holds it.",
    ]


def test_a_second_text_for_a_field_is_shown_and_not_dropped(tmp_path: Path) -> None:
    said = lost(tmp_path, "REPORT BY:\tHEAD OF PARKS", "Author: A. Person", *TWO)
    assert said == ["“Author: A. Person” was not read: no field of the report holds it."]
    twice = lost(tmp_path, "REPORT BY:\tHEAD OF PARKS", "REPORT BY:\tSOMEONE ELSE", *TWO)
    assert len(twice) == 1
    assert "SOMEONE ELSE" in twice[0]


def test_a_label_that_nobody_knows_is_shown_with_its_text(tmp_path: Path) -> None:
    said = lost(tmp_path, table(row("REPORT ON:", "PATHS", "Lucky colour:", "Green")), *TWO)
    assert len(said) == 1
    assert "Lucky colour: Green" in " ".join(said[0].split())


def test_a_blank_text_takes_nothing_from_the_next_label(tmp_path: Path) -> None:
    report = report_of(tmp_path, table(row("Report No:", "", "Date", "3 May 2021")), *TWO)
    assert (report.number, report.meeting_date) == ("", "3 May 2021")


def test_the_councils_own_words_win(tmp_path: Path, odd_format: Format) -> None:
    reading = reading_of(
        tmp_path, "Subject: Head of Parks", "Title: Paths", *TWO, council=odd_format
    )
    report = reading.outline.report
    assert (report.by, report.title) == ("Head of Parks", "Paths")


@pytest.fixture
def odd_format() -> Format:
    header = [
        line.model_copy(update={"label": "Subject:"}) if line.fields == ("by",) else line
        for line in FORM.report.header
    ]
    report = FORM.report.model_copy(update={"header": tuple(header)})
    return FORM.model_copy(update={"report": report})


@pytest.mark.parametrize(
    "date",
    [
        "TUESDAY 8TH DECEMBER 2026",
        "Tuesday, 8 December 2026",
        "8th December 2026",
        "Tuesday the 8th of December 2026",
    ],
)
def test_a_date_may_have_a_weekday_capitals_and_an_ordinal(tmp_path: Path, date: str) -> None:
    one = report_of(tmp_path, "Committee: Parks Committee", f"Date: {date}", *TWO)
    assert one.meeting_date == date
    both = report_of(tmp_path, f"REPORT TO:\tPARKS COMMITTEE – {date}", *TWO)
    assert (both.committee, both.meeting_date) == ("PARKS COMMITTEE", date)
    alone = report_of(tmp_path, bold("Parks Committee"), bold(date), *TWO)
    assert (alone.committee, alone.meeting_date) == ("Parks Committee", date)


@pytest.mark.parametrize(
    "line", ["The plan has six aims.", "Committee papers are public", "Item by item", "Report"]
)
def test_a_sentence_is_no_label(line: str) -> None:
    assert header_label(line) is None


def test_an_abstract_above_the_numbered_sections_is_kept_as_the_first(tmp_path: Path) -> None:
    report = report_of(
        tmp_path,
        "REPORT ON:\tPATHS",
        bold("ABSTRACT"),
        "This report says which paths are closed and why they are.",
        *TWO,
    )
    assert report.title == "PATHS"
    assert report.own_sections == ("ABSTRACT [own-abstract]",)
    assert report.passages[1].text == "This report says which paths are closed and why they are."


@pytest.mark.parametrize(
    "top",
    [
        (bold("EXAMPLE COMMITTEE ON 9 DECEMBER 2026"), "Report by Director"),
        (table(row("EXAMPLE COMMITTEE", "9 DECEMBER 2026")), "Report by Director"),
        (bold("EXAMPLE COMMITTEE"), bold("10.00am, Wednesday, 9 December 2026"), "Wards: All"),
        ("Agenda Item: 5", "Meeting Date: 9 December 2026"),
    ],
)
def test_one_heading_of_the_format_and_a_header_of_any_council_make_a_report(
    tmp_path: Path, top: tuple[str, ...]
) -> None:
    lead_in = "1.1\tIt is recommended that the Committee:"
    sections = (bold("1\tRecommendations"), lead_in, "a) agree.", "A. Person")
    report = report_of(tmp_path, *top, *sections, bold("2\tHistory"), "2.1 It began.")
    assert [one.kind for one in report.passages] == ["numbered", "recommendation", "text"]
    assert "9 December 2026".casefold() in report.meeting_date.casefold()


def test_the_council_s_own_label_may_stand_before_another_pattern(tmp_path: Path) -> None:
    report = report_of(tmp_path, "REPORT TO: PARKS COMMITTEE ON 9 DECEMBER 2026", *TWO)
    assert (report.committee, report.meeting_date) == ("PARKS COMMITTEE", "9 DECEMBER 2026")


@pytest.mark.parametrize(
    ("top", "committee", "date", "title"),
    [
        (
            (
                bold("Glen Area Partnership"),
                bold("Report for meeting of 3 May 2021"),
                bold("Paths"),
            ),
            *("Glen Area Partnership", "3 May 2021", "Paths"),
        ),
        (
            (
                bold("Glen Council"),
                bold("Meeting of the Parks Committee on 3 May 2021"),
                bold("Paths"),
            ),
            *("Parks Committee", "3 May 2021", "Paths"),
        ),
        (
            ("Parks Committee", "Meeting to be held on 3 May 2021", "Paths for all"),
            *("Parks Committee", "3 May 2021", "Paths for all"),
        ),
        (
            (
                bold("GLEN CITY"),
                bold("PARKS COMMITTEE"),
                bold("3 MAY 2021"),
                bold("PATHS"),
                bold("FOR ALL"),
            ),
            *("PARKS COMMITTEE", "3 MAY 2021", "PATHS FOR ALL"),
        ),
        (
            (bold("NHS Glen"), bold("Board Committee A"), bold("Paths"), bold("3 May 2021")),
            *("Board Committee A", "3 May 2021", "Paths"),
        ),
        (
            (bold("Glen Council – 3 May 2021"), bold("Parks Board Improvement Plan")),
            *("Glen Council", "3 May 2021", "Parks Board Improvement Plan"),
        ),
        (
            ("Report to the Parks Forum", "Meeting of 3 May 2021", "Subject: Paths"),
            *("Parks Forum", "3 May 2021", "Paths"),
        ),
        (
            (bold("Parks Board Meeting"), "Date of meeting: 3 May 2021", "Title: Paths"),
            *("Parks Board", "3 May 2021", "Paths"),
        ),
        (
            (bold("GLEN COUNCIL"), bold("PATHS"), bold("PARKS COMMITTEE"), bold("3 May 2021")),
            *("PARKS COMMITTEE", "3 May 2021", "PATHS"),
        ),
        (
            (bold("Parks Committee"), bold("3 May 2021, Glen House, Glen"), bold("Paths")),
            *("Parks Committee", "3 May 2021", "Paths"),
        ),
        (
            (bold("Glen City\nJoint Board\nParks Committee"), bold("3 May 2021"), bold("Paths")),
            *("Parks Committee", "3 May 2021", "Paths"),
        ),
        (
            (bold("Parks Committee"), table(row("3rd May 2021.")), bold("Paths\nfor all")),
            *("Parks Committee", "3rd May 2021", "Paths for all"),
        ),
        (
            ("Direction to: Glen Joint Board", "Forum: Parks Forum", "3 May 2021", bold("Paths")),
            *("Parks Forum", "3 May 2021", "Paths"),
        ),
        (
            (bold("Glen Council"), bold("to Parks Panel"), bold("of 3 May 2021"), bold("Paths")),
            *("Parks Panel", "3 May 2021", "Paths"),
        ),
        (
            (bold("PARKS COMMITTEE"), bold("3 MAY 2021"), bold("NOT EXEMPT"), bold("Paths")),
            *("PARKS COMMITTEE", "3 MAY 2021", "Paths"),
        ),
        (
            ("Report to:\tmeeting of the Parks Panel, 3 May 2021", "Subject:\tPaths"),
            *("Parks Panel", "3 May 2021", "Paths"),
        ),
    ],
)
def test_a_committee_a_date_and_a_title_need_no_label(
    tmp_path: Path, top: tuple[str, ...], committee: str, date: str, title: str
) -> None:
    report = report_of(tmp_path, *top, "Report by Head of Parks", *TWO)
    assert (report.committee, report.meeting_date, report.title) == (committee, date, title)
    assert report.by == "Head of Parks"


@pytest.mark.parametrize(
    "line", ["Report Ref: SP-108-44", "Report No. 12/27", "REPORT NUMBER: 12-27"]
)
def test_a_number_may_stand_at_the_end_of_the_report(tmp_path: Path, line: str) -> None:
    end = ("Author of Report: A. Person", "Date: 3 May 2021", line)
    report = report_of(tmp_path, "Committee: Parks Committee", *TWO, *end)
    assert report.number == line.replace(".", ":").split("No: ")[-1].split(": ")[-1]
    assert (report.signatory, report.signed_on) == ("A. Person", "3 May 2021")


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("Agenda item 7", "item_no", "7"),
        ("Item No 7.3", "item_no", "7.3"),
        ("AGENDA ITEM NO. 7(b)", "item_no", "7(b)"),
        ("Ref: SP-108-44", "number", "SP-108-44"),
        ("Report No. HC/3/27", "number", "HC/3/27"),
        ("Paper 12", "number", "12"),
    ],
)
def test_a_number_of_the_header_is_one_however_it_is_labelled(
    tmp_path: Path, line: str, name: str, value: str
) -> None:
    assert getattr(report_of(tmp_path, line, "REPORT ON:\tPATHS", *TWO), name) == value


@pytest.mark.parametrize(
    "line",
    ["THIS REPORT RELATES TO ITEM 6 ON THE AGENDA", "This paper relates to agenda item no. 6"],
)
def test_a_sentence_may_say_the_number_of_the_item(tmp_path: Path, line: str) -> None:
    assert report_of(tmp_path, bold(line), bold("Parks Committee"), *TWO).item_no == "6"


@pytest.mark.parametrize("marking", ["DATA LABEL: PUBLIC", "OFFICIAL", "Protective Marking: None"])
@pytest.mark.parametrize("body", ["EDUCATION EXECUTIVE", "Policy Executive"])
def test_a_marking_above_the_body_that_meets_is_no_title(
    tmp_path: Path, marking: str, body: str
) -> None:
    lines = (marking, body, "SAFE PATHS: A PLAN", "REPORT BY HEAD OF PARKS")
    report = report_of(tmp_path, *map(bold, lines), *TWO)
    assert (report.committee, report.title) == (body, "SAFE PATHS: A PLAN")
    assert report.by == "HEAD OF PARKS"


def test_a_chief_executive_is_no_body_that_meets(tmp_path: Path) -> None:
    lines = ("Depute Chief Executive", "Safe Paths: A Plan", "3 May 2021")
    report = report_of(tmp_path, *map(bold, lines), *TWO)
    assert report.committee == ""


@pytest.mark.parametrize("mark", [" · ", " | ", " • "])
def test_one_line_may_say_who_reports_the_number_and_the_item(tmp_path: Path, mark: str) -> None:
    line = mark.join(("Report by Head of Parks", "Report PK/07/27", "Agenda item 5"))
    report = report_of(tmp_path, line, bold("Parks Committee"), *TWO)
    assert (report.by, report.number, report.item_no) == ("Head of Parks", "PK/07/27", "5")


def test_what_only_the_head_of_the_pages_says_is_read_and_told(tmp_path: Path) -> None:
    body = "".join(map(para, ("Parks Committee", *TWO)))
    head = f"<w:hdr {SPACES}>{para('Report No: PK/07/27')}</w:hdr>"
    reading = read_paper(docx_of(tmp_path, body, extra={"header": head}), FORM, FORMS)
    assert reading.outline.report.number == "PK/07/27"
    assert any("“Report No: PK/07/27”" in one.text for one in reading.remarks)
    labelled = "".join(map(para, ("REPORT NO\tPK/08/27", *TWO)))
    reading = read_paper(docx_of(tmp_path, labelled, extra={"header": head}), FORM, FORMS)
    assert reading.outline.report.number == "PK/08/27"


@pytest.mark.parametrize(("more", "told"), [("", False), ("Page 2", False), ("Draft", True)])
def test_a_head_of_the_pages_that_was_read_is_not_said_to_be_unread(
    tmp_path: Path, more: str, told: bool
) -> None:
    body = "".join(map(para, ("Parks Committee", *TWO)))
    head = f"<w:hdr {SPACES}>{para('Report No: PK/07/27')}{para(more)}</w:hdr>"
    reading = read_paper(docx_of(tmp_path, body, extra={"header": head}), FORM, FORMS)
    assert ("Not read: 1 header or footer." in [one.text for one in reading.remarks]) is told
