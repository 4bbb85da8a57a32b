"""Tables come out cell by cell: spans, merges, late rows, tables in cells, cells in controls."""

from pathlib import Path

from importers.word.reader import nested_remark, read_word
from importers.word.tables import MOST_COLUMNS
from plan.papers.blocks import Cell, Paragraph, Table
from tests.importers.word_files import (
    SPACES,
    cell,
    docx_of,
    merged,
    para,
    row,
    run,
    spanning,
    table,
)


def table_of(folder: Path, *rows: str) -> Table:
    (found,) = read_word(docx_of(folder, table(*rows))).blocks
    assert isinstance(found, Table)
    return found


def texts(found: Table) -> list[list[str]]:
    return [[one.text for one in line.cells] for line in found.rows]


def test_a_cell_keeps_its_paragraphs(tmp_path: Path) -> None:
    found = table_of(tmp_path, row(cell("one", "two"), "three"))
    assert texts(found) == [["one\ntwo", "three"]]


def test_a_spanning_cell_says_how_far_and_never_further_than_word_allows(tmp_path: Path) -> None:
    found = table_of(tmp_path, row(spanning("wide", 3), "x"), row(spanning("wider", 2_000_000)))
    assert [[one.span for one in line.cells] for line in found.rows] == [[3, 1], [MOST_COLUMNS]]


def test_cells_merged_in_the_old_way_are_one(tmp_path: Path) -> None:
    gone = cell(properties='<w:hMerge w:val="continue"/>')
    assert table_of(tmp_path, row("a", gone, "b")).rows[0].cells[0].span == 2


def test_a_cell_merged_with_the_one_above_has_no_words_of_its_own(tmp_path: Path) -> None:
    path = docx_of(tmp_path, table(row(merged("down", start=True), "a"), row(merged("x"), "b")))
    reading = read_word(path)
    (found,) = reading.blocks
    assert isinstance(found, Table)
    assert found.rows[1].cells[0] == Cell(merged_up=True)
    assert not found.rows[0].cells[0].merged_up
    assert [remark.text for remark in reading.remarks] == ["1 cell is merged with the cell above."]


def test_a_row_that_starts_late_says_so(tmp_path: Path) -> None:
    found = table_of(tmp_path, row("late", properties='<w:gridBefore w:val="2"/>'))
    assert found.rows[0].first_column == 2


def test_rows_and_cells_in_content_controls_are_in_their_places(tmp_path: Path) -> None:
    def controlled(content: str) -> str:
        return f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    found = table_of(
        tmp_path,
        row("a", controlled(cell("b")), cell(controlled(para("c"))), cell(para("d"))),
        controlled(row("e", "f")),
    )
    assert texts(found) == [["a", "b", "c", "d"], ["e", "f"]]


def prompting(content: str, *kinds: str) -> str:
    inside = "".join(f"<{kind}/>" for kind in ("w:showingPlcHdr", *kinds))
    return f"<w:sdt><w:sdtPr>{inside}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_the_prompt_of_a_control_round_a_cell_or_row_leaves_the_cells_empty(tmp_path: Path) -> None:
    prompt = "Click or tap here to enter text."
    wide = spanning(prompt, 2)
    found = table_of(
        tmp_path,
        row("1.1", prompting(cell(prompt)), prompting(wide), "June 2027"),
        prompting(row(prompt, wide, prompt)),
        f"<w:sdt><w:sdtContent>{prompting(row('1.3', prompt), 'w15:repeatingSectionItem')}"
        f"{row('1.4', prompting(cell(prompt)))}</w:sdtContent></w:sdt>",
        row(cell(prompting(para(prompt))), cell(f"<w:p>{prompting(run(prompt))}</w:p>")),
    )
    assert texts(found) == [
        ["1.1", "", "", "June 2027"],
        ["", "", ""],
        ["", ""],
        ["1.4", ""],
        ["", ""],
    ]
    assert [one.span for one in found.rows[0].cells] == [1, 1, 2, 1]
    assert [one.span for one in found.rows[1].cells] == [1, 2, 1]


def test_a_control_that_was_filled_in_is_read(tmp_path: Path) -> None:
    filled = f"<w:sdt><w:sdtPr><w:showingPlcHdr w:val='0'/></w:sdtPr><w:sdtContent>{cell('Lead')}"
    assert texts(table_of(tmp_path, row("1.1", f"{filled}</w:sdtContent></w:sdt>"))) == [
        ["1.1", "Lead"]
    ]


def test_a_row_deleted_in_tracked_changes_is_left_out(tmp_path: Path) -> None:
    found = table_of(tmp_path, row("gone", properties="<w:del/>"), row("here"))
    assert texts(found) == [["here"]]


def test_a_table_in_a_cell_stays_in_its_cell(tmp_path: Path) -> None:
    found = table_of(tmp_path, row(cell(para("before"), table(row("in", "side")), para("after"))))
    before, inner, after = found.rows[0].cells[0].blocks
    assert isinstance(inner, Table)
    assert texts(inner) == [["in", "side"]]
    assert isinstance(before, Paragraph)
    assert isinstance(after, Paragraph)
    assert (before.text, after.text) == ("before", "after")


def test_a_row_of_a_table_in_a_cell_is_one_line_of_that_cell(tmp_path: Path) -> None:
    inner = table(
        row("Measure", "Now", ""),
        row(cell("Seen", "in time"), cell("40%", table(row("a", "b")))),
        row("", "alone"),
        row("", ""),
    )
    path = docx_of(tmp_path, table(row("1.1", cell("Reach:", inner, "by June"))))
    (found,) = (reading := read_word(path)).blocks
    assert isinstance(found, Table)
    lines = ["Reach:", "Measure | Now", "Seen / in time | 40% / a | b", "alone", "by June"]
    assert found.rows[0].cells[1].text.split("\n") == lines
    assert [remark.text for remark in nested_remark(reading.nested_tables)] == [
        "2 tables inside cells are read row by row, with “|” between the cells of a row."
    ]


def test_a_table_that_only_lays_another_out_is_not_told_of(tmp_path: Path) -> None:
    path = docx_of(tmp_path, table(row(cell("Reach:", table(row("a", "b"))))))
    assert read_word(path).nested_tables == 0
    assert not list(nested_remark(0))


def test_tables_nested_deep_are_read_in_time_that_grows_with_their_depth(tmp_path: Path) -> None:
    inner = "end"
    for _ in range(25):
        inner = table(row("x", cell(inner, "")))
    (found,) = read_word(docx_of(tmp_path, inner)).blocks
    assert isinstance(found, Table)
    assert found.rows[0].cells[1].text.strip() == "x | " * 24 + "end"


def test_header_rows_widths_and_the_alternative_text_are_read(tmp_path: Path) -> None:
    properties = '<w:tblCaption w:val="Aim 1"/><w:tblDescription w:val="One row each."/>'
    grid = '<w:gridCol w:w="1440"/><w:gridCol w:w="x"/>'
    body = (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{row('h', properties='<w:tblHeader/>')}{row('b')}</w:tbl>"
    )
    (found,) = read_word(docx_of(tmp_path, body)).blocks
    assert isinstance(found, Table)
    assert (found.title, found.description) == ("Aim 1", "One row each.")
    assert found.widths == (25.4, 0.0)
    assert [line.is_header for line in found.rows] == [True, False]


def test_headers_and_footers_with_words_are_mentioned(tmp_path: Path) -> None:
    header = f"<w:hdr {SPACES}><w:p>{run('DRAFT')}</w:p></w:hdr>"
    empty = f"<w:ftr {SPACES}><w:p/></w:ftr>"
    path = docx_of(tmp_path, para("x"), extra={"header": header, "footer": empty})
    assert [remark.text for remark in read_word(path).remarks] == ["Not read: 1 header or footer."]
