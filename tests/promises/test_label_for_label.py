"""Every label of the first council's format stands in its paper of 2016, letter for letter."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from importers.word.reader import read_word
from plan.council.form import Form
from plan.council.form_groups import Choice, Grid, Group, Matrix, Questions
from plan.council.format import form_named, format_named
from plan.model.rows import REPORT_ID, Report
from plan.papers.blocks import Block, Table, paragraphs_of
from plan.papers.header_lines import header_text

PAPER = Path(__file__).resolve().parents[2].parent / "shared/reference/report-299-2016.docx"

DUNDEE = format_named("dundee-2016")
FORM = form_named("dundee-eqia-2016")

NOT_PRINTED = {
    # Printed blank: a header cell without words cannot be read aloud.
    "Ref",
    "Protected characteristic",
    # The paper has no header row in these tables; a table that is read aloud needs one.
    "Question",
    "Answer",
    "Contact information",
    "Please tick",
    "Contact",
    "Signatures",
    "Signature:",
    "Review",
}


@pytest.fixture(scope="module")
def blocks() -> tuple[Block, ...]:
    if not PAPER.exists():
        pytest.skip("the reference paper is not beside this checkout")
    return read_word(PAPER).blocks


@pytest.fixture(scope="module")
def paper(blocks: tuple[Block, ...]) -> str:
    """Return the paper's words, with one space wherever there are several or a line ends."""
    return in_one_line("\n".join(paragraph.text for paragraph in paragraphs_of(blocks)))


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def columns() -> Iterator[str]:
    yield from (column.heading for column in DUNDEE.plan.columns)


def wording_of_the_report() -> Iterator[str]:
    for section in DUNDEE.report.sections:
        yield from filter(None, (section.lead_in, *section.boilerplate, *section.topics))


def wording_of(form: Form) -> Iterator[str]:
    """Yield what the form prints that is no header cell."""
    yield from (form.yes, form.no)
    for part in form.parts:
        yield part.heading
        yield from part.intro
        for group in part.groups:
            yield from wording_in(group)


def wording_in(group: Group) -> Iterator[str]:
    match group:
        case Questions():
            for question in group.questions:
                asked = f"{question.number} {question.text} {question.help}".strip()
                if question.across:
                    asked = f"{question.number} {question.options[0].label}"
                yield asked
                yield from (option.label for option in question.options)
        case Matrix() | Grid():
            yield from (row.label for row in group.rows)
        case Choice():
            yield from (option.label for option in group.options)


def header_cells(form: Form) -> Iterator[str]:
    for group in (group for part in form.parts for group in part.groups):
        if isinstance(group, Matrix | Grid):
            yield from (group.corner, *(column.label for column in group.columns))
        else:
            yield from group.printed_headings


CAPITALS = [
    *(line.label for line in DUNDEE.report.header if line.place == "line"),
    FORM.title,
    *(
        f"{DUNDEE.report.section_number.format(section=number)} {section.heading}"
        for number, section in enumerate(DUNDEE.report.sections, 1)
    ),
]
"""What the style prints in capitals; the text is in sentence case."""


@pytest.mark.parametrize("words", CAPITALS)
def test_headings_and_header_are_the_papers_in_capitals(words: str, paper: str) -> None:
    assert words.upper() in paper


@pytest.mark.parametrize(
    "words", [*wording_of_the_report(), *wording_of(FORM)], ids=lambda words: words[:40]
)
def test_every_question_label_and_help_text_is_the_papers(words: str, paper: str) -> None:
    for between_gaps in filter(None, words.split("…")):
        assert in_one_line(between_gaps) in paper


@pytest.mark.parametrize("words", dict.fromkeys([*columns(), *header_cells(FORM)]))
def test_every_header_cell_is_the_papers_but_for_those_that_it_leaves_blank(
    words: str, blocks: tuple[Block, ...]
) -> None:
    assert (words in cells(blocks)) == (words not in NOT_PRINTED)


def test_the_form_asks_in_the_order_of_the_paper(blocks: tuple[Block, ...]) -> None:
    start = next(n for n, block in enumerate(blocks) if FORM.title.upper() in block_text(block))
    printed = cells(blocks[start:])
    for group in (group for part in FORM.parts for group in part.groups):
        for words in wording_in(group):
            place = next(n for n, cell in enumerate(printed) if in_one_line(words) in cell)
            printed = printed[place:]


def cells(blocks: tuple[Block, ...]) -> list[str]:
    return [
        in_one_line(cell.text)
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
    ]


def block_text(block: Block) -> str:
    return "" if isinstance(block, Table) else block.text


def test_the_item_number_is_filled_in_as_printed(paper: str) -> None:
    (item,) = [line for line in DUNDEE.report.header if line.place == "item"]
    report = Report(id=REPORT_ID, item_no="3")
    assert paper.startswith(f"{item.label} {header_text(report, item)} ")


def test_recommendations_are_joined_as_printed(paper: str) -> None:
    (section,) = [one for one in DUNDEE.report.sections if one.kind == "recommendations"]
    start = paper.index(section.lead_in) + len(section.lead_in)
    decisions = paper[start : paper.index("3.0", start)].strip()
    assert decisions.count(DUNDEE.report.joiner) == 1
    assert decisions.endswith(DUNDEE.report.end)


def test_numbered_paragraphs_are_numbered_as_printed(paper: str) -> None:
    number = DUNDEE.report.number_of("main-text")
    for paragraph in range(1, 6):
        label = DUNDEE.report.paragraph_number.format(section=number, paragraph=paragraph)
        assert f" {label} " in paper


def test_the_papers_number_is_one_of_the_councils(paper: str) -> None:
    found = re.search(r"REPORT NO: (\S+)", paper)
    assert found
    assert re.fullmatch(DUNDEE.report.number_pattern, found[1])
