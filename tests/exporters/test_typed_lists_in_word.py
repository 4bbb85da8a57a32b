"""What a clerk would mend by hand: typed lists, long headings, words put below one another.

Each is what it should be in Word, no word is lost, and it is read back as it was typed.
"""

import subprocess
import sys
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporters.word.document import word_file_of
from exporters.word.text import without_layout
from importers.plan.cells import printed_lines, prose_of
from importers.word.reader import read_word
from plan.papers.blocks import Cell, Document, Paragraph, Row, Section, Table, Text, plain
from plan.papers.markdown import blocks_of, canonical
from tests.exporters.conftest import CHECKER, NS, W, opened, text_of


def document(*texts: str) -> Document:
    return Document("A paper", (Section(tuple(one for text in texts for one in blocks_of(text))),))


def read(folder: Path, made: Document) -> tuple[Paragraph, ...]:
    path = folder / "paper.docx"
    path.write_bytes(word_file_of(made))
    return tuple(one for one in read_word(path).blocks if isinstance(one, Paragraph))


def lists_in(content: bytes) -> list[tuple[str, str, str]]:
    """Return of each paragraph of a list its words, its level and the sign of that."""
    file = opened(content)
    numbering = file.tree("word/numbering.xml")
    found = []
    for paragraph in file.document.iter(f"{W}p"):
        own = paragraph.find("w:pPr/w:numPr", NS)
        if own is not None:
            level, number = (own.find(f"w:{name}", NS).get(f"{W}val") for name in ("ilvl", "numId"))  # type: ignore[union-attr]
            kind = numbering.find(f"w:num[@w:numId='{number}']/w:abstractNumId", NS)
            one = f"w:abstractNum[@w:abstractNumId='{kind.get(f'{W}val')}']"  # type: ignore[union-attr]
            sign = numbering.find(f"{one}/w:lvl[@w:ilvl='{level}']/w:lvlText", NS)
            found.append((text_of(paragraph), str(level), str(sign.get(f"{W}val"))))  # type: ignore[union-attr]
    return found


def test_a_typed_list_is_a_real_one() -> None:
    content = word_file_of(document("We will:\n1\\. ask\n2\\. listen", "\\- and act"))
    assert lists_in(content) == [("ask", "0", "%1."), ("listen", "0", "%1."), ("and act", "0", "-")]
    assert content == word_file_of(document("We will:\n1\\. ask\n2\\. listen", "\\- and act"))


def test_a_list_that_begins_elsewhere_or_anew_has_the_numbers_that_were_typed(
    tmp_path: Path,
) -> None:
    typed = "3\\. c\n4\\. d\n1\\. a\n1\\. a again"
    (paragraph,) = read(tmp_path, document(typed))
    assert paragraph.text == "3. c\n4. d\n1. a\n1. a again"


SIGNS = ("1. ", "2. ", "7) ", "(a) ", "(b) ", "i. ", "ii. ", "- ", "• ", "", "A. ")
lines = st.lists(
    st.tuples(st.sampled_from(SIGNS), st.sampled_from(("ask", "**act**", "*be* heard"))),
    min_size=1,
    max_size=5,
).map(lambda typed: "\n".join(sign + words for sign, words in typed))


@given(st.lists(lines, min_size=1, max_size=4))
@settings(
    deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_lines_are_read_back_as_they_were_typed(tmp_path: Path, typed: list[str]) -> None:
    blocks = [one for text in typed for one in blocks_of(escaped(text))]
    back = read(tmp_path, Document("A paper", (Section(tuple(blocks)),)))
    assert prose_of(back) == canonical("\n\n".join(map(escaped, typed)))


def escaped(text: str) -> str:
    """Return lines as Markdown keeps them that have signs of their own."""
    shown = (line.replace(". ", "\\. ", 1).replace(") ", "\\) ", 1) for line in text.split("\n"))
    return "\n".join(f"\\{line}" if line.startswith("- ") else line for line in shown)


def test_short_lines_come_back_with_their_depth(tmp_path: Path) -> None:
    typed = ("Ask:", "- one", "  - two", "    - three", "- four")
    made = Document("A paper", (Section(tuple(plain(one, "form-answer") for one in typed)),))
    assert printed_lines(read(tmp_path, made)) == "\n".join(typed)
    levels = [level for _, level, _ in lists_in(word_file_of(made))]
    assert levels == ["0", "1", "2", "0"]


def test_a_list_in_a_cell_and_below_a_number_stands_as_far_in_as_it_should(tmp_path: Path) -> None:
    numbered = Paragraph((Text("Ask:\n1. one"),), "numbered", label="1.1")
    cell = Cell((plain("1. one", "plan-cell"), plain("2. two", "plan-cell")))
    table = Table(
        (Row((Cell((plain("Head", "plan-header"),)),), is_header=True), Row((cell,))), (100.0,)
    )
    (tmp_path / "a.docx").write_bytes(
        word_file_of(Document("A", (Section((numbered, table)),), numbers=("{1}.0", "{1}.{2}")))
    )
    word = docx.Document(str(tmp_path / "a.docx"))
    assert [one.style.name for one in word.paragraphs if one.text == "one" and one.style] == [
        "Numbered Text"
    ]
    blocks = read_word(tmp_path / "a.docx").blocks
    assert [one.text for one in blocks if isinstance(one, Paragraph)][:1] == ["Ask:\n1. one"]
    (again,) = [one for one in blocks if isinstance(one, Table)]
    assert again.rows[1].cells[0].text == "1. one\n2. two"


LONG = "Improve the plans, so that every child " + "and every young person " * 10 + "has one."


@pytest.mark.parametrize("role", ["heading-1", "heading-2", "section-heading"])
def test_a_heading_as_long_as_a_paragraph_is_parted_in_lists_of_headings_alone(
    role: str, tmp_path: Path
) -> None:
    heading = Paragraph((Text(LONG),), role, label="1.0" * (role == "section-heading"))  # type: ignore[arg-type]
    made = Document("A", (Section((heading, plain("Words."))),), numbers=("{1}.0", "{1}.{2}"))
    back, words = read(tmp_path, made)
    assert (back.text, back.role, words.text) == (LONG, role, "Words.")
    assert back.label == heading.label
    first, rest, _ = opened(word_file_of(made)).document.iter(f"{W}p")
    assert text_of(first) + text_of(rest) == LONG
    assert len(text_of(first)) <= 200
    assert rest.find("w:pPr/w:outlineLvl", NS).get(f"{W}val") == "9"  # type: ignore[union-attr]


def test_what_follows_a_hidden_mark_otherwise_is_a_paragraph_of_its_own(tmp_path: Path) -> None:
    word = docx.Document()
    for text in ("One", "Two"):
        paragraph = word.add_paragraph(text, style="Heading 2")
        mark = paragraph._p.get_or_add_pPr().makeelement(f"{W}rPr", {})
        mark.append(mark.makeelement(f"{W}vanish", {}))
        paragraph._p.get_or_add_pPr().append(mark)
    word.save(str(tmp_path / "a.docx"))
    assert [one.text for one in read_word(tmp_path / "a.docx").blocks] == ["One", "Two"]  # type: ignore[union-attr]


def test_blanks_that_put_words_below_one_another_are_a_tab_or_one_space() -> None:
    said = "Year     Target\n  2025   12\n| a   | b |\n\t\t\tnothing  more"
    assert without_layout(said) == "Year\tTarget\n  2025\t12\n| a | b |\nnothing  more"


@pytest.mark.skipif(not CHECKER.exists(), reason="the checker of Word files is not here")
def test_the_checker_has_nothing_to_say_of_any_of_it(tmp_path: Path) -> None:
    typed = "We will:\n1\\. ask\n2\\. listen\n\n\\- act\n\nSee www.a.example/b or https://a.example"
    blocks = (plain("Part", "heading-1"), plain(LONG, "heading-2"), *blocks_of(typed))
    path = tmp_path / "paper.docx"
    path.write_bytes(word_file_of(Document("A", (Section((*blocks, plain("a    b"))),))))
    said = subprocess.run(
        [sys.executable, str(CHECKER), str(path)], capture_output=True, text=True, check=False
    ).stdout
    assert said.splitlines()[-1].endswith("0 errors, 0 warnings, 0 tips")
