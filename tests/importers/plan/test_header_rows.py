"""Whatever words officers put above the columns of a plan, each column is what they meant."""

import pytest

from importers.plan.columns import header_columns, heading_words, plan_columns
from importers.plan.heading_kinds import without_period
from importers.plan.headings import meaning_of
from plan.council import DEFAULT_FORMAT
from plan.council.format import format_named
from plan.papers.blocks import Cell, Row, plain
from tests.repository import ROOT

WORDS = heading_words(format_named(DEFAULT_FORMAT))


def lines_of(name: str) -> list[str]:
    """Return the lines of a file beside this one, without its comments."""
    text = (ROOT / "tests" / "importers" / "plan" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def header(*headings: str) -> Row:
    return Row(tuple(Cell((plain(heading),)) for heading in headings))


def read(row: Row) -> list[str]:
    """Return what each column of a header was read as, in the words of the written rows."""
    return [
        "status" if column.is_status else column.field or "own"
        for column in header_columns(row, WORDS)
    ]


@pytest.mark.parametrize("line", lines_of("header_rows.txt"))
def test_each_column_of_a_header_row_is_what_its_heading_means(line: str) -> None:
    pairs = [pair.rsplit(" = ", 1) for pair in line.split(" | ")]
    row = header(*(heading for heading, _ in pairs))
    assert dict(zip(line.split(" | "), read(row), strict=True)) == {
        " = ".join(pair): pair[1] for pair in pairs
    }
    assert plan_columns(row, WORDS)


@pytest.mark.parametrize("line", lines_of("other_headers.txt"))
def test_the_header_of_another_table_is_none_of_a_plan(line: str) -> None:
    assert plan_columns(header(*line.split(" | ")), WORDS) == ()


def said(heading: str) -> set[str]:
    """Return the meanings of a heading by itself, those that are only asked about left out."""
    meaning = meaning_of(heading)
    kinds = meaning.kinds or meaning_of(without_period(heading)[0]).kinds
    return {kind.name for kind in kinds if kind.strength in ("plain", "weak")} or {"none"}


@pytest.mark.parametrize("line", lines_of("headings.txt"), ids=lambda line: line[:9])
def test_a_heading_is_known_by_its_words_or_by_their_kind(line: str) -> None:
    name, _, headings = line.partition(": ")
    wrong = {one: said(one) for one in headings.split(" | ") if name not in said(one)}
    assert wrong == {}


@pytest.mark.parametrize(
    "curly", ["Who’s leading?", "Who's leading?", "WHO’S LEADING", "Whos leading"]
)
def test_an_apostrophe_of_any_kind_changes_nothing(curly: str) -> None:
    assert said(curly) == {"leads"}
