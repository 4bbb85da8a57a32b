"""Columns of a council's own are read into its fields, by whatever its format says of them."""

from pathlib import Path

import pytest

from importers.paper import read_with_account
from plan.council.own_field import OWN_KINDS
from tests.importers.word_files import cell, docx_of, para, row, table
from tests.plan.councils import glenshire_form
from tests.plan.own_format import own_council, own_id

COUNCIL = own_council()
RED, AMBER, BLUE, PURPLE = "FF0000", "FFC000", "0070C0", "7030A0"


def shaded(fill: str, *content: str) -> str:
    """Return a cell with a colour behind it."""
    return cell(*content, properties=f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>')


def own_of(
    folder: Path, header: tuple[str, ...], *rows: tuple[str, ...], **more: object
) -> list[dict[str, str]]:
    """Return what the actions of a paper say in own fields."""
    first = row("Ref", "Action", "Lead", "By when", *header)
    others = [
        row(f"1.{n}", f"Do thing {n}.", "Team", "May 2027", *cells)
        for n, cells in enumerate(rows, 1)
    ]
    body = para("Aim 1: Homes are warm") + table(first, *others)
    path = docx_of(folder, body)
    reading = read_with_account(path, COUNCIL, (glenshire_form(),), **more)  # type: ignore[arg-type]
    assert reading.account.unaccounted == ()
    return [dict(one.own) for aim in reading.outline.aims for one in aim.actions]


@pytest.mark.parametrize("heading", ["Kind {}", "SORT OF {}:"])
def test_each_heading_of_the_council_leads_to_its_field(tmp_path: Path, heading: str) -> None:
    headings = tuple(heading.format(kind) for kind in OWN_KINDS)
    said = own_of(tmp_path, headings, tuple(f"One {kind}" for kind in OWN_KINDS))
    assert said == [{own_id(kind): f"One {kind}" for kind in OWN_KINDS}]


def test_a_cell_is_read_as_its_kind_holds_it(tmp_path: Path) -> None:
    lines = cell(para("First"), para("Second"))
    kinds = ("line", "items", "text", "person", "date")
    (said,) = own_of(tmp_path, tuple(f"Kind {kind}" for kind in kinds), (lines,) * len(kinds))
    assert said == {
        "a-line": "First Second",
        "a-items": "First\nSecond",
        "a-text": "First\n\nSecond",
        "a-person": "First\nSecond",
        "a-date": "First Second",
    }


def test_a_cell_with_a_colour_alone_says_the_word_of_the_councils_key(tmp_path: Path) -> None:
    cells = ((shaded(RED),), (shaded(AMBER, "Amber"),), (shaded(BLUE),), (shaded(AMBER),))
    said = own_of(tmp_path, ("Kind choice",), *cells)
    assert [one.get("a-choice") for one in said] == ["Red", "Amber", "Blue", "Amber"]


def test_a_word_outside_the_key_is_kept_to_the_letter(tmp_path: Path) -> None:
    said = own_of(tmp_path, ("Kind choice",), ("Beige",), ("RED",))
    assert said == [{"a-choice": "Beige"}, {"a-choice": "RED"}]


def test_a_column_of_another_heading_can_be_said_to_be_the_councils_field(tmp_path: Path) -> None:
    columns = {"Zebra": "a-line"}
    assert own_of(tmp_path, ("Zebra",), ("seven",)) == [{"Zebra": "seven"}]
    assert own_of(tmp_path, ("Zebra",), ("seven",), columns=columns) == [{"a-line": "seven"}]


@pytest.mark.parametrize(
    ("kind", "printed", "kept"),
    [
        ("yes-no", "☒ Yes ☐ No", "Yes"),
        ("yes-no", "☐ Yes ☒ No", "No"),
        ("yes-no", "☐ Yes ☐ No", "☐ Yes ☐ No"),
        ("yes-no", "N", "No"),
        ("yes-no", "✓", "Yes"),
    ],
)
def test_what_a_kind_spells_in_one_way_is_spelt_so(
    tmp_path: Path, kind: str, printed: str, kept: str
) -> None:
    assert own_of(tmp_path, (f"Kind {kind}",), (printed,)) == [{own_id(kind): kept}]
