"""What a format says of its report's layout is printed so, and comes back from Word as it was."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from exporters.word.document import word_file_of
from importers.paper import read_paper, read_with_account
from importers.word.reader import read_word
from plan.council.format import Format, FormatError, parsed_form
from plan.model.outline import PassageOutline, PlanOutline, ReportOutline, built_plan
from plan.papers.blocks import Paragraph, Table, paragraphs_of
from plan.papers.report import report_of
from tests.importers.word_files import cell, docx_of, para, row
from tests.importers.word_files import table as word_table
from tests.plan.councils import glenshire_form
from tests.plan.harbour import SOURCE as HARBOUR_SOURCE
from tests.plan.laid_out_council import REPORT as WHOLE
from tests.plan.laid_out_council import laid_out, with_tables
from tests.plan.own_format import own_council

REPORT = ReportOutline(
    item_no="",
    committee="Care Committee",
    meeting_date="2 December 2026",
    title="Joint inspection: plan",
    by="Head of Care",
    number="HC/41/26",
    signatory_post="Head of Care",
    signed_on="November 2026",
    passages=(
        PassageOutline("decisions", "recommendation", "approve the plan"),
        PassageOutline("decisions", "recommendation", "note:\n\n- the costs\n- the risks"),
        PassageOutline("decisions", "recommendation", "agree a review, i.e. in May"),
        PassageOutline("summary", "numbered", "The plan answers the inspection."),
    ),
)
COSTS = "| Item |  |\n| --- | --- |\n| Staff | 5 |"
PAIRED = (
    (
        'label = "Report No"\ntext = "{number}"',
        'label = "Report No"\ntext = "{number}"\nbeside = true',
    ),
    ('text = "{meeting_date}"', 'text = "{meeting_date}"\nbeside = true'),
)


def printed(council: Format, folder: Path, report: ReportOutline = REPORT) -> Path:
    plan = built_plan(PlanOutline(report=report), council.id)
    path = folder / "report.docx"
    path.write_bytes(word_file_of(report_of(plan, council)))
    return path


def by_section(report: ReportOutline) -> list[PassageOutline]:
    return sorted(report.passages, key=lambda one: one.section)


def by_place(report: ReportOutline) -> list[str]:
    return sorted(map(repr, report.passages))


def read_back(path: Path, council: Format) -> ReportOutline:
    return read_paper(path, council, [glenshire_form()]).outline.report


@pytest.mark.parametrize(
    ("pattern", "labels"),
    [
        ("{section}.{number}", ["2.1", "2.2", "2.3"]),
        ("({letter})", ["(a)", "(b)", "(c)"]),
        ("{ROMAN}.", ["I.", "II.", "III."]),
    ],
)
def test_recommendations_are_counted_by_word_as_the_format_says(
    tmp_path: Path, pattern: str, labels: list[str]
) -> None:
    council = laid_out(report=f'recommendation_number = "{pattern}"')
    path = printed(council, tmp_path)
    counted = [
        block.label
        for block in read_word(path).blocks
        if isinstance(block, Paragraph) and block.text.startswith(("approve", "note", "agree"))
    ]
    assert counted == labels
    assert by_section(read_back(path, council)) == by_section(REPORT)


def test_a_lead_in_with_a_number_takes_the_first(tmp_path: Path) -> None:
    key = ('lead_in = "Members', 'lead_in_numbered = true\nlead_in = "Members')
    council = laid_out(key, report='recommendation_number = "{section}.{number}"')
    path = printed(council, tmp_path)
    labels = [one.label for one in read_word(path).blocks if isinstance(one, Paragraph)]
    assert [label for label in labels if label.startswith("2.")] == [
        "2.",
        "2.1",
        "2.2",
        "2.3",
        "2.4",
    ]
    assert by_section(read_back(path, council)) == by_section(REPORT)


@pytest.mark.parametrize("layout", ["lines", "table"])
@pytest.mark.parametrize("pairs", [(), PAIRED])
def test_a_header_comes_back_from_lines_and_tables_of_one_pair_or_two(
    tmp_path: Path, layout: str, pairs: tuple[tuple[str, str], ...]
) -> None:
    council = laid_out(*pairs, report=f'header_layout = "{layout}"')
    path = printed(council, tmp_path)
    back = read_back(path, council)
    names = ("item_no", "committee", "meeting_date", "title", "by", "number")
    assert [getattr(back, one) for one in names] == [getattr(REPORT, one) for one in names]
    tables = [one for one in read_word(path).blocks if isinstance(one, Table)]
    assert [[len(row.cells) for row in one.rows] for one in tables] == (
        [] if layout == "lines" else [[4] * 4] if pairs else [[2] * 6]
    )


def test_the_first_row_of_a_header_is_marked_and_has_no_blank_cell(tmp_path: Path) -> None:
    council = laid_out(*PAIRED, report='header_layout = "table"')
    (table,) = (
        one for one in read_word(printed(council, tmp_path)).blocks if isinstance(one, Table)
    )
    assert [row.is_header for row in table.rows] == [True, False, False, False]
    assert all(
        one.text.strip() for cell in table.rows[0].cells for one in paragraphs_of(cell.blocks)
    )


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ('recommendation_number = "{section}"', "recommendation_number must hold one of"),
        ('recommendation_number = "{letter}{number}"', "recommendation_number must hold one of"),
        ('recommendation_number = "{day}"', "can only hold {section}"),
        ('header_layout = "boxes"', "report.header_layout: Input should be 'lines' or 'table'"),
    ],
)
def test_a_layout_that_there_is_not_is_said_by_its_key(key: str, said: str) -> None:
    with pytest.raises(FormatError, match=r"test\.toml: report") as raised:
        laid_out(report=key)
    assert said in str(raised.value)


def test_a_line_stands_beside_one_with_a_label_and_not_alone() -> None:
    with pytest.raises(FormatError, match="header: beside is 'Agenda Item'"):
        laid_out(('text = "{item_no}"', 'text = "{item_no}"\nbeside = true'))


def test_a_table_of_the_officers_is_printed_below_its_caption_and_comes_back(
    tmp_path: Path,
) -> None:
    council = laid_out()
    table = PassageOutline("next", "table", COSTS, "What it costs")
    path = printed(council, tmp_path, replace(REPORT, passages=(table,)))
    caption, drawn, *_ = read_word(path).blocks[-4:]
    assert isinstance(caption, Paragraph)
    assert (caption.role, caption.text) == ("caption", "What it costs")
    assert isinstance(drawn, Table)
    assert [row.is_header for row in drawn.rows] == [True, False]
    assert [cell.text for cell in drawn.rows[0].cells] == ["Item", "Column 2"]
    assert read_back(path, council).passages == (table,)


def test_a_caption_of_word_above_a_table_of_any_council_is_its_caption(tmp_path: Path) -> None:
    body = "".join(
        (
            para("1. Summary", "<w:b/>"),
            para("The costs are below."),
            para("Table 1: Costs", '<w:pStyle w:val="Caption"/>'),
            word_table(
                row(cell(para("Item")), cell(para("Cost"))),
                row(cell(para("Staff")), cell(para("5"))),
            ),
            para("2. What Members are asked to decide", "<w:b/>"),
            para("Members are invited to:"),
            para("approve the costs."),
        )
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )
    path = docx_of(tmp_path, body, styles=styles)
    tables = [one for one in read_back(path, laid_out()).passages if one.kind == "table"]
    assert [(one.caption, one.text) for one in tables] == [
        ("Table 1: Costs", "| Item | Cost |\n| --- | --- |\n| Staff | 5 |")
    ]


def test_every_table_that_a_format_declares_comes_back_with_the_account_right(
    tmp_path: Path,
) -> None:
    council = with_tables()
    path = printed(council, tmp_path, WHOLE)
    reading = read_with_account(path, council, [glenshire_form()])
    assert by_place(reading.outline.report) == by_place(WHOLE)
    assert replace(reading.outline.report, passages=()) == replace(WHOLE, passages=())
    assert reading.account.not_taken == ()
    assert reading.account.unaccounted == ()


def test_tables_have_header_rows_without_blank_cells_and_never_touch_one_another(
    tmp_path: Path,
) -> None:
    blocks = read_word(printed(with_tables(), tmp_path, WHOLE)).blocks
    tables = [one for one in blocks if isinstance(one, Table)]
    assert [len(one.rows) for one in tables] == [4, 3, 3, 3]
    for table in tables:
        assert [row.is_header for row in table.rows] == [True] + [False] * (len(table.rows) - 1)
        assert all(cell.text.strip() for cell in table.rows[0].cells)
        assert all(any(cell.text.strip() for cell in row.cells) for row in table.rows)
    assert not any(
        isinstance(one, Table) and isinstance(below, Table) for one, below in pairwise(blocks)
    )


def test_lead_words_are_numbered_in_a_numbered_section_and_the_appendices_are_listed(
    tmp_path: Path,
) -> None:
    blocks = read_word(printed(with_tables(), tmp_path, WHOLE)).blocks
    lines = [(one.label, one.text) for one in blocks if isinstance(one, Paragraph)]
    assert ("9.1", "Legal – The council must answer.") in lines
    assert ("9.2", "Workforce –") in lines
    assert lines[-2:] == [("", "Appendices"), ("", "Appendix 1")]


def foreign(folder: Path, *content: str) -> Path:
    body = (
        para("1. Summary", "<w:b/>"),
        para("The costs are below."),
        para("2. What Members are asked to decide", "<w:b/>"),
        para("Members are invited to:"),
        para("approve the costs."),
        *content,
    )
    return docx_of(folder, "".join(body))


def drawn(*rows: tuple[str, ...]) -> str:
    return word_table(*(row(*(cell(para(text)) for text in one)) for one in rows))


def test_a_total_of_a_paper_is_kept_only_where_it_is_not_the_sum(tmp_path: Path) -> None:
    def totals(total: str) -> list[tuple[tuple[str, str], ...]]:
        costs = drawn(("Item", "Year", "Cost"), ("Staff", "", "£5"), ("TOTAL", "", total))
        path = foreign(tmp_path, para("7. Finance", "<w:b/>"), costs)
        rows = [one for one in read_back(path, with_tables()).passages if one.section == "costs"]
        return [one.cells for one in rows if one.row_id == "total"]

    assert totals("£5.00") == []
    assert totals("£6") == [(("cost", "£6"),)]


def test_what_a_fixed_table_of_a_paper_has_besides_is_listed_as_not_read(tmp_path: Path) -> None:
    screening = drawn(
        ("Area", "Relevant?", "Rating", "Why"),
        ("Rural and Islands:", "yes", "LOW", "Far away"),
        ("Gaelic", "No", "", ""),
        ("Equality", "No", "", ""),
    )
    path = foreign(tmp_path, para("8. Screening and risk", "<w:b/>"), screening)
    reading = read_with_account(path, with_tables(), [glenshire_form()])
    rows = [one for one in reading.outline.report.passages if one.section == "screen"]
    assert {one.row_id: dict(one.cells) for one in rows} == {
        "rural": {"relevant": "Yes", "rating": "Low", "why": "Far away"},
        "equality": {"relevant": "No"},
    }
    assert any("Gaelic" in one.text for one in reading.remarks)


def test_a_table_with_another_column_stays_a_table_of_the_officers(tmp_path: Path) -> None:
    costs = drawn(("Item", "Year", "Funder", "Cost"), ("Staff", "2026", "Council", "£5"))
    path = foreign(tmp_path, para("7. Finance", "<w:b/>"), costs)
    passages = [one for one in read_back(path, with_tables()).passages if one.kind == "table"]
    assert [one.section for one in passages] == ["finance"]


def test_lead_words_and_sub_headings_of_any_paper_are_read(tmp_path: Path) -> None:
    path = foreign(
        tmp_path,
        para("9. Consequences", "<w:b/>"),
        para("9.1 Legal: The council must answer."),
        para("9.2 Workforce - none"),
        para("10. Assessments", "<w:b/>"),
        para("Climate", "<w:b/>"),
        para("None is needed."),
    )
    passages = {one.row_id: one.cells for one in read_back(path, with_tables()).passages}
    assert passages["legal"] == (("text", "The council must answer."),)
    assert passages["people"] == (("text", "none"),)
    assert passages["climate"] == (("text", "None is needed."),)


def test_who_wrote_and_who_approved_a_paper_are_read_below_their_headings(tmp_path: Path) -> None:
    people = drawn(
        ("Role", "Name", "Job title", "Contact"), ("Author", "Ann Person", "Planner", "01234 5")
    )
    path = foreign(tmp_path, para("Who wrote and approved it:", "<w:b/>"), people)
    back = read_back(path, with_tables())
    assert [one.cells for one in back.passages if one.section == "people"] == [
        (("name", "Ann Person"), ("post", "Planner"), ("contact", "01234 5"))
    ]
    assert not any("Who wrote" in one.text for one in back.passages)


def test_a_table_of_the_report_is_no_table_of_a_form_that_has_some_of_its_headings(
    tmp_path: Path,
) -> None:
    last = '    { id = "training", label = "Date of training", kind = "date" },\n'
    source = HARBOUR_SOURCE.replace(last, "").replace("[12, 55, 55, 38]", "[12, 55, 55]")
    form = parsed_form(source, "harbour-iia-2026.toml")
    people = drawn(
        ("Role", "Name", "Job title", "Contact"), ("Author", "Ann Person", "Planner", "01234 5")
    )
    path = foreign(tmp_path, para("Who wrote and approved it:", "<w:b/>"), people)
    for council, rows in ((with_tables(), 1), (laid_out(), 0)):
        outline = read_paper(path, council, [form]).outline
        assert outline.assessments == ()
        assert sum(one.section == "people" for one in outline.report.passages) == rows


def test_each_line_beside_a_label_is_an_item_of_a_list_and_boxes_are_its_answer(
    tmp_path: Path,
) -> None:
    header = word_table(
        row(
            "Kind items:", cell(para("Harbour"), para("Castle Hill")), "Kind yes-no:", "☐ Yes ☒ No"
        ),
        row("Kind person:", cell(para("Ann Person"), para("Bo Person")), "Kind line:", "One; two"),
    )
    body = header + para("1. Summary", "<w:b/>") + para("The costs are below.")
    reading = read_with_account(docx_of(tmp_path, body), own_council(), [glenshire_form()])
    assert dict(reading.outline.report.own) == {
        "a-items": "Harbour\nCastle Hill",
        "a-yes-no": "No",
        "a-person": "Ann Person\nBo Person",
        "a-line": "One; two",
    }
    assert (reading.account.unaccounted, reading.account.not_taken) == ((), ())


def test_a_band_heads_fixed_rows_and_a_line_at_the_end_lists_the_appendices(
    tmp_path: Path,
) -> None:
    equality = '    { id = "equality"'
    band = (equality, f'    {{ id = "all", label = "For all", band = true }},\n{equality}')
    signed = 'label = "Date"\ntext = "{signed_on}"'
    listed = 'label = "Appendices"\ntext = "{appendices}"'
    line = (signed, f"{listed}\n\n[[report.end_lines]]\n{signed}")
    council = with_tables(band, line)
    path = printed(council, tmp_path, WHOLE)
    screening = [one for one in read_word(path).blocks if isinstance(one, Table)][2]
    assert [row.cells[0].text for row in screening.rows][:3] == ["Area", "For all", "Equality"]
    assert "Appendices\tAppendix 1" in "".join(
        one.text for one in read_word(path).blocks if isinstance(one, Paragraph)
    )
    back = read_back(path, council)
    assert (by_place(back), back.signed_on) == (by_place(WHOLE), WHOLE.signed_on)


def test_an_answer_may_be_a_mark_below_yes_or_no(tmp_path: Path) -> None:
    screening = drawn(
        ("Area", "Yes", "No", "Rating", "Why"),
        ("Equality", "X", "", "High", "Many"),
        ("Rural and islands", "☐", "☒", "", ""),
    )
    path = foreign(tmp_path, para("8. Screening and risk", "<w:b/>"), screening)
    reading = read_with_account(path, with_tables(), [glenshire_form()])
    rows = [one for one in reading.outline.report.passages if one.section == "screen"]
    assert {one.row_id: dict(one.cells) for one in rows} == {
        "equality": {"relevant": "Yes", "rating": "High", "why": "Many"},
        "rural": {"relevant": "No"},
    }
    assert reading.account.not_taken == ()


def test_boxes_in_one_cell_say_yes_or_no(tmp_path: Path) -> None:
    screening = drawn(
        ("Area", "Relevant?", "Rating", "Why"),
        ("Equality", "☒ Yes ☐ No", "low", ""),
        ("Rural and islands", "N", "", ""),
    )
    path = foreign(tmp_path, para("8. Screening and risk", "<w:b/>"), screening)
    rows = [one for one in read_back(path, with_tables()).passages if one.section == "screen"]
    assert [one.cells for one in rows] == [
        (("relevant", "Yes"), ("rating", "Low")),
        (("relevant", "No"),),
    ]
    reading = read_with_account(path, with_tables(), [glenshire_form()])
    assert (reading.account.unaccounted, reading.account.not_taken) == ((), ())
