"""Small and large windows, and a dense one: nothing is cut without need, no label is broken."""

import re

import pytest
from textual.content import Content
from textual.pilot import Pilot

from desk.field_contents import FieldContent
from desk.tick_boxes import Box, MarkGrid, MarkRow
from plan.council.form_kinds import Option
from plan.model.outline import ActionOutline, AimOutline, PlanOutline
from store.settings import load_settings
from tests.tui.printed_papers import PAPER
from tests.tui.window import (
    NARROW,
    app_of,
    notices_gone,
    on_disk,
    on_list,
    plandesk,
    press,
    resize,
    shown,
    until,
    view_of,
)
from tui.views.preview.preview_view import PreviewView
from tui.widgets.field_panel import FieldRow
from tui.widgets.mark_table import MarkTable
from tui.widgets.row_lines import cut as cut_row
from tui.widgets.row_lines import on_one_line, wrapped

pytestmark = pytest.mark.slow

LARGE = (200, 60)
LONG = "Publish one guide for families " * 9
MANY = PlanOutline(
    title="Long texts",
    aims=(
        AimOutline(
            "Make help easy to find, early to arrive and joined up. " * 3,
            tuple(ActionOutline(f"{LONG}{number} to the end.") for number in range(1, 31)),
        ),
    ),
)


def cut(pilot: Pilot[None]) -> list[str]:
    """Return the lines of the body that end with … in one of the panels."""
    body = shown(pilot).split("\n")[2:-2]
    return [line for line in body if "… " in line or "…│" in line]


async def test_in_a_large_window_no_row_is_cut() -> None:
    async with plandesk(on_disk(MANY), size=LARGE) as pilot:
        assert cut(pilot) == []
        for key in ("5", "4", "3", "2"):
            await press(pilot, key)
            await until(pilot, lambda: app_of(pilot).view is not None)
            assert cut(pilot) == []


async def test_where_rows_have_no_room_they_are_cut_and_told_so() -> None:
    async with plandesk(on_disk(MANY), size=(120, 40)) as pilot:
        assert len(cut(pilot)) > 10
        await resize(pilot, *LARGE)
        assert cut(pilot) == []


async def test_rows_that_do_not_fit_whole_have_as_many_lines_as_there_are() -> None:
    some = PlanOutline("Some", aims=(AimOutline("Aim", (ActionOutline(LONG),) * 11),))
    async with plandesk(on_disk(some), size=(120, 40)) as pilot:
        rows = shown(pilot).split("\n")[3:-4]
        assert len(cut(pilot)) == 11
        listed = on_list(pilot, "actions").content_region
        assert sum(bool(row[listed.x : listed.right].strip()) for row in rows) == 22 + 11


def test_a_line_is_cut_after_as_many_lines_as_it_has_and_not_in_a_word() -> None:
    row = Content("1.1 Publish one guide for all families")
    assert wrapped(row, 16, 2).plain.split("\n") == ["1.1 Publish one", "    guide for…"]
    assert wrapped(row, 60, 2).plain == row.plain
    assert wrapped(row, 13, 2).plain.split("\n") == ["1.1 Publish", "    one…"]
    assert wrapped(Content("1 Unbreakably long"), 9, 1).plain == "1 Unbreak…"[:8] + "…"


def test_a_row_that_may_not_wrap_is_cut_after_a_word() -> None:
    row = Content("1.1 Publish one guide\n    Pages 9 · March 2017")
    assert cut_row(row, 30).plain == row.plain
    assert cut_row(row, 20).plain.split("\n") == ["1.1 Publish one…", "    Pages 9 · March…"]
    assert cut_row(row, 16).plain.split("\n") == ["1.1 Publish one…", "    Pages 9…"]
    assert cut_row(Content("1 Unbreakably long"), 9).plain == "1 Unbrea…"
    assert cut_row(Content("家庭 和 学校 的 支持"), 8).plain == "家庭 和…"
    assert cut_row(row, 1).plain.split("\n") == ["…", "…"]


def test_a_text_stands_below_its_label_where_it_has_no_room_beside_it() -> None:
    label, words = "Part 1: Description/Consultation", "5 of 12 answered, 5 wanted"
    row = FieldRow(FieldContent("row", "part", label, "line", words, words), 30)
    narrow, wide = (row._laid_out(width).plain.split("\n") for width in (38, 60))
    assert narrow == [label, f"  {words}"]
    assert wide == ["Part 1:                       5 of 12 answered, 5 wanted", label[8:] + " " * 6]


async def test_eight_aims_are_seen_at_once_beside_their_actions() -> None:
    aims = tuple(AimOutline(LONG, (ActionOutline("Do."),)) for _ in range(8))
    async with plandesk(on_disk(PlanOutline("Eight", aims=aims)), size=(120, 40)) as pilot:
        assert on_list(pilot, "aims").max_scroll_y == 0
        assert all(f"│ {number} " in shown(pilot) for number in range(1, 9))
        await press(pilot, "left")
        assert LONG.rsplit(maxsplit=1)[-1] in shown(pilot), "the whole aim stands beside the list"


async def test_rows_that_fit_wrap_in_any_window() -> None:
    few = PlanOutline("Few", aims=(AimOutline("Aim", (ActionOutline(LONG),)),))
    async with plandesk(on_disk(few), size=(120, 40)) as pilot:
        assert cut(pilot) == []


def test_what_wraps_stands_below_the_words_of_its_row() -> None:
    action = Content("1.10 Publish one guide\n     Pages 9, 16, 18 and 19")
    assert wrapped(action, 18).plain.split("\n") == [
        "1.10 Publish one",
        "     guide",
        "     Pages 9, 16,",
        "     18 and 19",
    ]
    assert wrapped(Content("2 Hear young people"), 12).plain.split("\n") == [
        "2 Hear young",
        "  people",
    ]


def test_a_dense_row_is_one_line_with_what_stands_below_it() -> None:
    row = Content("1.1 Publish one guide for families\n    Pages 9 · 2016\n    On track")
    assert on_one_line(row, 80).plain == (
        "1.1 Publish one guide for families  Pages 9 · 2016 · On track"
    )
    assert on_one_line(row, 40).plain == "1.1 Publish one guide…  Pages 9 · 2016…"
    assert on_one_line(Content("Cover"), 40).plain == "Cover"


def test_what_stands_below_dense_rows_is_aligned() -> None:
    long, short = Content("1.1 Publish one guide\n Pages 9"), Content("1.2 Train\n Pages 10")
    assert on_one_line(long, 40, 20).plain == "1.1 Publish one…    Pages 9"
    assert on_one_line(short, 40, 20).plain == "1.2 Train           Pages 10"


async def test_dense_reviews_have_their_days_in_one_column() -> None:
    async with plandesk(on_disk(PAPER), size=(120, 40)) as pilot:
        await press(pilot, "z", "4")
        rows = [line for line in shown(pilot).split("\n") if line.startswith("│   ")]
        assert len({row.index("  ", row.index(".")) for row in rows if "…  " in row}) <= 1


@pytest.mark.parametrize(("view", "downs"), [("2", 4), ("3", 3)])
async def test_an_inner_panel_that_fills_the_window_says_how_to_go_back(
    view: str, downs: int
) -> None:
    async with plandesk(on_disk(PAPER), size=NARROW) as pilot:
        await press(pilot, view, *["down"] * downs)
        assert "→ in ─╯" in shown(pilot)
        await press(pilot, "right")
        assert "Esc back" in shown(pilot)
        await resize(pilot, 160, 50)
        assert "Esc back ─╯" not in shown(pilot)


async def test_dense_shows_more_at_once_and_is_remembered() -> None:
    path = on_disk(MANY)
    async with plandesk(path, size=NARROW) as pilot:
        usual = sum(f"│ 1.{number} " in shown(pilot) for number in range(1, 31))
        await press(pilot, "z")
        dense = sum(f"│ 1.{number} " in shown(pilot) for number in range(1, 31))
        assert dense >= 2 * usual - 1
        assert load_settings()[0].density == "dense"
        assert on_list(pilot, "actions").current == view_of(pilot).cursor.action
    async with plandesk(path, size=NARROW) as pilot:
        assert pilot.app.has_class("-dense")
        rows = shown(pilot).split("\n")
        label = next(at for at, row in enumerate(rows) if row.startswith("│ Pages "))
        assert rows[label + 1].startswith("│ Indicators ")
        await press(pilot, "z")
        assert load_settings()[0].density == ""
        assert sum(f"│ 1.{number} " in shown(pilot) for number in range(1, 31)) == usual


async def test_dense_cuts_no_row_where_all_fit() -> None:
    few = PlanOutline("Few", aims=(AimOutline("Aim", (ActionOutline(LONG),) * 2),))
    async with plandesk(on_disk(few), size=(120, 40)) as pilot:
        assert cut(pilot) == []
        await press(pilot, "z")
        await notices_gone(pilot)
        assert pilot.app.has_class("-dense")
        assert cut(pilot) == []


async def test_dense_is_for_all_views_of_a_plan() -> None:
    async with plandesk(on_disk(PAPER), size=NARROW) as pilot:
        await press(pilot, "5")
        usual = len(re.findall("│ (STOP|FIX|ASK|INFO)  ", shown(pilot)))
        await press(pilot, "z")
        dense = len(re.findall("│ (STOP|FIX|ASK|INFO)  ", shown(pilot)))
        assert dense > usual > 0
        await press(pilot, "ctrl+o")
        await until(pilot, lambda: app_of(pilot).where == "desk")
        await until(pilot, lambda: "overdue" in shown(pilot) or "to check" in shown(pilot))


# Tables


LABELS = ("Race, Ethnic Minority Communities", "Gender Reassignment", "Age")
GRID = MarkGrid(
    "impact",
    tuple(
        MarkRow(label, tuple(Box(label, letter, letter, is_ticked=False) for letter in "pnok"))
        for label in LABELS
    ),
    tuple(
        Option(id=letter, label=label)
        for letter, label in zip(
            "pnok", ("Positively", "Negatively", "No Impact", "Not Known"), strict=True
        )
    ),
)


@pytest.mark.parametrize("width", [34, 44, 54, 60, 70, 100])
def test_no_word_of_a_label_is_broken_in_a_table_of_boxes(width: int) -> None:
    marks = MarkTable(id="marks")
    marks.grid = GRID
    lines = [*marks._heading(width), *marks._body(width)]
    assert max(line.cell_length for line in lines) <= width
    words = {word for line in lines for word in line.plain.split()}
    for label in (*LABELS, "Positively", "Negatively", "No Impact", "Not Known"):
        assert set(label.split()) <= words


async def test_a_box_is_ticked_with_the_mouse_where_it_stands() -> None:
    marks = MarkTable(id="marks")
    marks.grid = GRID
    for width in (44, 100):
        column = marks._column_width(width)
        first = marks._label_width(width)
        assert first + 4 * column <= width
        assert column == (5 if width == 44 else 12)


async def preview(pilot: Pilot[None], key: str) -> PreviewView:
    await press(pilot, "6", key)
    view = app_of(pilot).body.query_one(PreviewView)
    await until(pilot, lambda: view.pages.has_lines and view.document == "plan")
    return view


@pytest.mark.parametrize(("width", "is_drawn"), [(119, False), (120, True), (200, True)])
async def test_the_plan_is_a_table_from_120_columns_on(width: int, is_drawn: bool) -> None:
    async with plandesk(on_disk(PAPER), size=(width, 40)) as pilot:
        await preview(pilot, "p")
        await until(pilot, lambda: ("┌─" in shown(pilot)) == is_drawn)
        assert ("Actions: Publish" in shown(pilot)) != is_drawn
        assert cut(pilot) == []


async def test_a_table_is_drawn_anew_when_the_window_changes() -> None:
    async with plandesk(on_disk(PAPER), size=(120, 40)) as pilot:
        await preview(pilot, "p")
        await until(pilot, lambda: "┌─" in shown(pilot))
        await resize(pilot, 100, 40)
        await until(pilot, lambda: "Actions: Publish" in shown(pilot))
        await resize(pilot, 160, 40)
        await until(pilot, lambda: "┌─" in shown(pilot))


async def test_the_preview_counts_screens_and_no_pages_that_only_word_knows() -> None:
    async with plandesk(on_disk(PAPER), size=NARROW) as pilot:
        await preview(pilot, "p")
        assert "screen 1 of " in shown(pilot)
        assert "page 1 of" not in shown(pilot)
