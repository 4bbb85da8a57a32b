"""Words in text boxes, shapes and alternatives are read where they stand, and once."""

from pathlib import Path

import pytest

from importers.word.reader import read_word
from plan.papers.blocks import Block, Paragraph, Table
from tests.importers.word_files import cell, docx_of, para, raw, row, run, table


def drawing(*inside: str) -> str:
    return f"<w:drawing><a:graphic>{''.join(inside)}</a:graphic></w:drawing>"


def box(*content: str) -> str:
    return (
        f"<wps:wsp><wps:txbx><w:txbxContent>{''.join(content)}</w:txbxContent></wps:txbx></wps:wsp>"
    )


def old_box(*content: str) -> str:
    inside = f"<w:txbxContent>{''.join(content)}</w:txbxContent>"
    return f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"


def either(choice: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def in_run(*content: str) -> str:
    return f"<w:r>{''.join(content)}</w:r>"


def lines(blocks: tuple[Block, ...]) -> list[object]:
    """Return the words of blocks: a line for a paragraph, rows of cells for a table."""
    return [
        block.text
        if isinstance(block, Paragraph)
        else [[lines(one.blocks) for one in line.cells] for line in block.rows]
        for block in blocks
    ]


def read(folder: Path, *body: str) -> list[object]:
    return lines(read_word(docx_of(folder, "".join(body))).blocks)


@pytest.mark.parametrize(
    "drawn",
    [
        in_run(drawing(box(para("in a box")))),
        in_run(old_box(para("in a box"))),
        in_run(f"<w:object>{old_box(para('in a box'))}</w:object>"),
        in_run(either(drawing(box(para("in a box"))), old_box(para("in a box")))),
        in_run(either(drawing("<wps:wsp/>"), old_box(para("in a box")))),
        either(in_run(drawing(box(para("in a box")))), in_run(old_box(para("in a box")))),
        in_run(drawing(f"<wpg:wgp><wps:wsp/>{box(para('in a box'))}</wpg:wgp>")),
        in_run(drawing(f"<wpc:wpc>{either(box(para('in a box')), box(para('again')))}</wpc:wpc>")),
    ],
)
def test_the_words_of_a_box_stand_below_its_paragraph(tmp_path: Path, drawn: str) -> None:
    body = (raw(run("before "), drawn, run("after")), para("next"))
    assert read(tmp_path, *body) == ["before after", "in a box", "next"]


def test_boxes_of_a_group_are_read_in_order(tmp_path: Path) -> None:
    group = f"<wpg:wgp>{box(para('one'))}<wpg:grpSp>{box(para('two'))}</wpg:grpSp></wpg:wgp>"
    assert read(tmp_path, raw(in_run(drawing(group)))) == ["", "one", "two"]


def test_a_box_in_a_cell_stays_in_its_cell(tmp_path: Path) -> None:
    held = raw(run("said"), in_run(drawing(box(para("in a box"), para("and more")))))
    assert read(tmp_path, table(row(cell(held, para("last")), "beside"))) == [
        [[["said", "in a box", "and more", "last"], ["beside"]]]
    ]


def test_a_table_in_a_box_is_a_table(tmp_path: Path) -> None:
    inside = either(
        drawing(box(para("Aim"), table(row("1.1", "a")), para())),
        old_box(para("Aim"), table(row("1.1", "a")), para()),
    )
    assert read(tmp_path, raw(in_run(inside))) == ["", "Aim", [[["1.1"], ["a"]]], ""]


def test_a_box_in_a_box_is_read_once(tmp_path: Path) -> None:
    inner = raw(run("outer"), in_run(drawing(box(para("inner")))))
    assert read(tmp_path, raw(in_run(drawing(box(inner))))) == ["", "outer", "inner"]


def test_a_box_that_is_deleted_or_hidden_is_not_read(tmp_path: Path) -> None:
    held = drawing(box(para("gone")))
    deleted = raw(run("kept"), f"<w:del>{in_run(held)}</w:del>")
    hidden = raw(run("seen"), f"<w:r><w:rPr><w:vanish/></w:rPr>{held}</w:r>")
    assert read(tmp_path, deleted, hidden) == ["kept", "seen"]


def test_a_drawing_without_words_is_a_picture(tmp_path: Path) -> None:
    reading = read_word(docx_of(tmp_path, raw(in_run(drawing("<pic:pic/>")))))
    assert [remark.text for remark in reading.remarks] == ["Not read: 1 picture."]


def test_a_section_of_pages_ends_below_the_box_of_its_last_paragraph(tmp_path: Path) -> None:
    last = f"<w:p><w:pPr><w:sectPr/></w:pPr>{in_run(drawing(box(para('box'))))}</w:p>"
    assert read_word(docx_of(tmp_path, last + para("next"))).starts == {2}


EMOJI = '<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F7E2"/>'


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (in_run(either(EMOJI, "<w:t>🟢</w:t>")), "🟢"),
        (in_run(either(EMOJI, "")), "🟢"),
        (in_run(EMOJI), "🟢"),
        (in_run('<w16se:symEx w16se:char="D800"/><w16se:symEx w16se:char="x"/>'), ""),
        (in_run(either("<w:t>once</w:t>", "<w:t>once</w:t>")), "once"),
        (in_run(either("", "<w:t>otherwise</w:t>")), "otherwise"),
        (either("", run("otherwise")), "otherwise"),
        (either(in_run("<w:drawing/>"), run("otherwise")), "otherwise"),
        (in_run("<mc:AlternateContent/>"), ""),
    ],
)
def test_of_alternatives_the_one_with_words_is_read(tmp_path: Path, inside: str, text: str) -> None:
    assert read(tmp_path, raw(inside)) == [text]


def test_alternatives_round_paragraphs_tables_rows_and_cells_are_read_once(tmp_path: Path) -> None:
    cells = either("", cell("two"))
    rows = either(row("three", "four"), row("three", "four"))
    body = either("", para("above")) + table(row("one", cells), rows)
    assert read(tmp_path, body) == ["above", [[["one"], ["two"]], [["three"], ["four"]]]]


def test_a_box_with_only_a_table_is_that_table(tmp_path: Path) -> None:
    (_, found) = read_word(docx_of(tmp_path, raw(in_run(drawing(box(table(row("a")))))))).blocks
    assert isinstance(found, Table)
