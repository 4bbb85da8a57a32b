"""Covering reports in ten layouts of councils and boards: every part is where it belongs."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from importers.paper import PaperReading, read_with_account
from plan.papers.markdown import plain_of
from plan.papers.passage_tables import rows_of
from plan.papers.report_sections import sections_of
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.report.further_layouts import FURTHER_LAYOUTS
from tests.importers.report.layouts import LAYOUTS as FIRST_LAYOUTS
from tests.importers.report.report_papers import HEADINGS, NUMBERED, bold
from tests.importers.word_files import BULLETS, cell, docx_of, listed, para, row, table

LAYOUTS = FIRST_LAYOUTS | FURTHER_LAYOUTS
PAGE = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
STYLES = HEADINGS + HEADINGS.replace("H1", "H2").replace("heading 1", "heading 2")
HEADER = ("item_no", "number", "committee", "meeting_date", "title", "by")
SIGNATURE = ("signatory", "signatory_post", "signed_on")
LABELS = """
    a action actions agenda and appendix approve approved are asked author b board by c
    cabinet committee conclusion consultation contact council criteria d date decisions
    designation director documents e executive f following i ii implications integration
    invited is it item job joint lead list meeting members name no non note number of
    paper papers prepared presented recommended ref reference references report
    requested required resolves responsible s scrutiny subject submitted success that
    the timescale title to
"""
"""What is left out of these layouts: words of labels, of lead-ins, and letters that number."""


def blocks_of(text: str) -> Iterator[str]:
    """Yield the blocks of a layout as they stand in a Word file."""
    lines = text.strip("\n").split("\n")
    for is_row, group in groupby(lines, key=lambda line: line.startswith("|")):
        if is_row:
            yield table(*map(_row, group))
        else:
            yield from map(_paragraph, group)


def _row(line: str) -> str:
    cells = [text.strip() for text in line.split("|")[1:]]
    return row(*(cell(*text.split("¶")) for text in cells))


def _paragraph(line: str) -> str:
    if line == "---":
        return PAGE
    if line.startswith("*"):
        return bold(line[1:])
    if line.startswith("•"):
        return listed(line[1:], 7)
    heading = re.match("#+", line)
    if heading is not None:
        level = min(2, heading.end())
        return para(line[heading.end() :], f'<w:pStyle w:val="H{level}"/>')
    return para(line)


def reading_of(folder: Path, text: str) -> PaperReading:
    path = docx_of(folder, "".join(blocks_of(text)), styles=STYLES, numbering=BULLETS + NUMBERED)
    return read_with_account(path, FORM, FORMS)


def found_in(reading: PaperReading) -> dict[str, Any]:
    """Return what was read, by the fields of a layout."""
    report = reading.outline.report
    filled = {passage.section for passage in report.passages}
    asked = [plain_of(one.text) for one in report.passages if one.kind == "recommendation"]
    return {
        "header": tuple(getattr(report, name).rstrip(".") for name in HEADER),
        "sections": tuple(
            one.heading
            for one in sections_of(report, FORM.report, report.passages)
            if one.id in filled
        ),
        "asked": tuple(asked),
        "signed": tuple(getattr(report, name) for name in SIGNATURE),
        "appendices": tuple((one.kind, one.title) for one in report.appendices),
    }


def rows_in(reading: PaperReading) -> set[tuple[str, ...]]:
    tables = (one.text for one in reading.outline.report.passages if one.kind == "table")
    return {tuple(map(plain_of, row)) for text in tables for row in rows_of(text)}


def words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text.casefold()))


def texts_of(value: Any) -> Iterator[str]:
    """Yield every text in the values of an outline."""
    match value:
        case str():
            yield value
        case dict():
            yield from (text for one in value.values() for text in texts_of(one))
        case tuple() | list():
            yield from (text for one in value for text in texts_of(one))


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PaperReading]:
    folder = tmp_path_factory.mktemp("layouts")
    return {name: reading_of(folder, layout.text) for name, layout in LAYOUTS.items()}


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_part_of_a_report_is_where_it_belongs(
    name: str, readings: dict[str, PaperReading]
) -> None:
    layout = LAYOUTS[name]
    assert found_in(readings[name]) == {
        "header": layout.header,
        "sections": tuple(layout.sections.split("; ")),
        "asked": layout.asked,
        "signed": layout.signed,
        "appendices": layout.appendices,
    }
    assert set(layout.tables) <= rows_in(readings[name])


@pytest.mark.parametrize("name", LAYOUTS)
def test_nothing_but_a_label_is_left_out(name: str, readings: dict[str, PaperReading]) -> None:
    reading = readings[name]
    taken = [*texts_of(asdict(reading.outline)), *(one.text for one in reading.account.not_taken)]
    left = words_of(LAYOUTS[name].text) - words_of(" ".join(taken))
    assert {word for word in left if not word.isdigit()} - set(LABELS.split()) == set()
    assert reading.account.unaccounted == ()
