"""The files that showed a fault in reading Word's own constructs show it no more."""

from importers.word.reader import read_word
from plan.papers.blocks import Paragraph, Table, paragraphs_of
from tests.importers.case_files import case_file


def paragraphs(name: str) -> list[Paragraph]:
    return list(paragraphs_of(read_word(case_file(f"word/{name}.docx")).blocks))


def labels(name: str) -> list[str]:
    return [one.label for one in paragraphs(name) if one.label]


def test_05_a_skipped_level() -> None:
    assert labels("05-skipped-level") == ["1.0", "1.1", "2.0", "2.1.1", "2.1.2", "2.2", "3.0"]


def test_06_legal_numbering_with_zeros() -> None:
    assert labels("06-legal-decimal-zero") == [
        "Article I.",
        "Section 1.01",
        "Section 1.02",
        "Article II.",
        "Section 2.01",
    ]


def test_07_formats_of_numbers() -> None:
    expected = ["1st", "2nd", "First", "Second", "One", "Two", "- 1 -", "- 2 -", "①", "②"]
    assert labels("07-number-formats") == expected


def test_08_levels_of_a_list_in_a_cell() -> None:
    found = [(one.bullet, one.label) for one in paragraphs("b08_list_levels_in_cell")]
    assert {0, 1} <= {bullet for bullet, _ in found}


def test_09_a_list_in_a_cell_begins_anew() -> None:
    assert labels("b09_numbered_list_in_cell") == ["1.", "2.", "1.", "2."]


def test_11_strict_open_xml() -> None:
    blocks = read_word(case_file("word/11-strict.docx")).blocks
    (table,) = (block for block in blocks if isinstance(block, Table))
    cells = {cell.text for row in table.rows for cell in row.cells}
    assert {"Head of Libraries", "May 2027", "Begun", "1.1", "1.2"} <= cells


def test_c09_a_formula() -> None:
    assert "Rate x>90 per cent." in [one.text for one in paragraphs("c09_math")]
