"""What Word has a control for is certain: a date, a word of a list, whatever its label says."""

from pathlib import Path

import docx
from docx.oxml import parse_xml

from desk.learning import learning_of, write_learned
from store.formats import form_for, format_for

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DATE = (
    f"<w:sdt {W}><w:sdtPr><w:showingPlcHdr/><w:date/></w:sdtPr>"
    "<w:sdtContent>{}</w:sdtContent></w:sdt>"
)
LIST = (
    f"<w:sdt {W}><w:sdtPr><w:showingPlcHdr/><w:dropDownList>"
    '<w:listItem w:displayText="Choose an item" w:value=""/>'
    '<w:listItem w:displayText="Screening" w:value="s"/>'
    '<w:listItem w:displayText="Full assessment" w:value="f"/>'
    "</w:dropDownList></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
)
PROMPT = "<w:r><w:t>Click to enter text</w:t></w:r>"


def make_form(path: Path) -> Path:
    document = docx.Document()
    document.add_heading("Equality Impact Assessment", 1)
    document.add_heading("Part 1: About it", 2)
    table = document.add_table(rows=3, cols=2)
    for row, (label, control) in zip(
        table.rows,
        (("Agreed by the board", DATE), ("Kind of assessment", LIST), ("What is it about?", "")),
        strict=True,
    ):
        row.cells[0].text = label
        if control:
            row.cells[1].paragraphs[0]._p.append(parse_xml(control.format(PROMPT)))
    document.add_heading("Part 2: Actions", 2)
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Action", "Who", "Position"), strict=True):
        cell.text = text
    table.rows[1].cells[2].paragraphs[0]._p.append(parse_xml(LIST.format(PROMPT)))
    document.save(str(path))
    return path


def test_a_date_and_a_list_are_what_word_says_they_are(tmp_path: Path) -> None:
    learning = learning_of(make_form(tmp_path / "form.docx"), "controlled")
    asked = [line.words for question in learning.questions for line in question.lines]
    assert "Agreed by the board" not in asked
    write_learned(learning)
    form = form_for(format_for("controlled").forms[0])
    kinds = {field.asks: field.kind for field in form.fields}
    assert kinds["Agreed by the board"] == "date"
    assert kinds["Kind of assessment"] == "choice"
    assert kinds["What is it about?"] == "prose"
    (choice,) = [field for field in form.fields if field.kind == "choice"]
    assert "Screening" in str(choice)
    (_, table) = next(iter(form.open_tables.values()))
    assert [column.kind for column in table.columns][2] == "choice"
    assert "Choose an item" not in str(form)
