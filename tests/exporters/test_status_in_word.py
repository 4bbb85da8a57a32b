"""A status in Word: the word says it, a colour behind the word shows it at a summary_line."""

from datetime import date

from lxml import etree

from exporters.word.document import word_file_of
from exporters.word.styles import HEADER_SHADE, TONE_SHADES
from plan.council import DEFAULT_FORMAT
from plan.council.format import form_named, format_named
from plan.following.ledger import NO_NOTE, PrintedNotes
from plan.model.outline import NoteOutline
from plan.papers.choices import Choices
from plan.papers.documents import Occasion, papers
from tests.exporters.conftest import NS, W, opened, text_of
from tests.plan.noted_plans import noted

LEAST_CONTRAST = 7.0
"""What WCAG 2.2 asks for text at its strictest (1.4.6)."""


def shades_of(*statuses: str) -> dict[str, str]:
    """Return the shade behind each cell of the progress table of a plan with these statuses."""
    plan = noted(*(NoteOutline("1 June 2016", status, "Said.") for status in statuses))
    occasion = Occasion(date(2016, 9, 26), Choices(notes=PrintedNotes("since", date(2016, 1, 1))))
    (paper,) = papers(plan, format_named(DEFAULT_FORMAT), form_named, "progress", occasion)
    document = paper.document
    cells = opened(word_file_of(document)).document.findall(".//w:tc", NS)
    return {
        "".join(text_of(paragraph) for paragraph in cell.iter(f"{W}p")): shade_of(cell)
        for cell in cells
    }


def shade_of(cell: etree._Element) -> str:
    shading = cell.find("w:tcPr/w:shd", NS)
    return "" if shading is None else shading.get(f"{W}fill", "")


def luminance(shade: str) -> float:
    """Return the relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = (int(shade[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_status_has_the_colour_of_what_its_word_says() -> None:
    shades = shades_of("Not started", "At risk", "On track")
    assert shades["On track"] == TONE_SHADES["good"]
    assert shades["At risk"] == TONE_SHADES["doubtful"]
    assert shades_of("At risk", "Not started")["Not started"] == TONE_SHADES["bad"]


def test_what_is_no_status_and_what_is_not_understood_has_no_colour() -> None:
    shades = shades_of("On track", "Being looked into")
    assert {shades[text] for text in ("Being looked into", NO_NOTE, "1.1, 1.2", "Said.")} == {""}


def test_black_words_stand_out_from_every_colour() -> None:
    for shade in (HEADER_SHADE, *filter(None, TONE_SHADES.values())):
        assert (luminance(shade) + 0.05) / 0.05 > LEAST_CONTRAST
