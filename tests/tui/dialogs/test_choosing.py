"""Every chooser lists what says the words that are typed, and Enter takes the one that is left."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.screen import Screen
from textual.widgets import Input

from plan.text.word_search import says_words
from store.formats import form_for
from tests.tui.window import (
    NARROW,
    app_of,
    on_disk,
    plandesk,
    press,
    screen,
    type_text,
    until,
)
from tui.dialogs.appendix_kind import AppendixKindDialog
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.form_choice import FormChoice
from tui.dialogs.import_preview import OneByOne
from tui.widgets.row_list import ListedRow, RowList

pytestmark = pytest.mark.slow

ROWS = [
    ListedRow("a", "Families Group", "  4 actions"),
    ListedRow("b", "Early Years’ Team", "  2 actions"),
    ListedRow("c", "Families First", "  1 action"),
]


def forms() -> FormChoice:
    ids = ("childrens-rights", "fairer-scotland")
    return FormChoice([form_for(one) for one in ids])


CHOOSERS: dict[str, tuple[Callable[[], Screen[Any]], str, Callable[[Any], object]]] = {
    "a question": (lambda: ChooseDialog("Lead", "Which?", ROWS, "a"), "first", lambda one: one),
    "a case": (lambda: OneByOne("Cases", "Which?", ROWS), "first fam", lambda one: one),
    "a form": (forms, "fairer", lambda one: one.id),
    "an appendix": (lambda: AppendixKindDialog(()), "file own", lambda one: one),
}
CHOSEN = {"a question": "c", "a case": "c", "a form": "fairer-scotland", "an appendix": "file"}


@pytest.mark.slow
@pytest.mark.parametrize("name", CHOOSERS)
async def test_typing_leaves_what_says_it_and_enter_takes_that(name: str) -> None:
    make, typed, read = CHOOSERS[name]
    chosen: list[object] = []
    async with plandesk(on_disk(), size=NARROW) as pilot:
        pilot.app.push_screen(make(), chosen.append)
        await until(pilot, lambda: pilot.app.screen.query("#wanted"))
        await press(pilot, *("space" if sign == " " else sign for sign in typed))
        assert len(pilot.app.screen.query_one(RowList).rows) == 1
        await press(pilot, "enter")
        assert [read(one) for one in chosen] == [CHOSEN[name]]


async def test_the_arrows_go_through_what_is_left_and_nothing_left_is_said() -> None:
    chosen: list[object] = []
    async with plandesk(on_disk(), size=NARROW) as pilot:
        pilot.app.push_screen(ChooseDialog("Lead", "Which?", ROWS, "b"), chosen.append)
        await until(pilot, lambda: pilot.app.screen.query("#wanted"))
        rows = pilot.app.screen.query_one(RowList)
        assert rows.current == "b"
        await type_text(pilot, "families")
        assert [row.id for row in rows.rows] == ["a", "c"]
        await press(pilot, "down")
        assert rows.current == "c"
        await type_text(pilot, "families nobody")
        assert "Nothing here says that" in screen(pilot.app)
        await press(pilot, "enter")
        assert chosen == []
        await type_text(pilot, "")
        assert rows.current == "b"
        await press(pilot, "end", "up", "home", "enter")
        assert chosen == ["a"]


@pytest.mark.slow
async def test_what_is_typed_and_answered_in_one_go_is_chosen() -> None:
    chosen: list[object] = []
    async with plandesk(on_disk(), size=NARROW) as pilot:
        pilot.app.push_screen(ChooseDialog("Lead", "Which?", ROWS, "a"), chosen.append)
        await until(pilot, lambda: pilot.app.screen.query("#wanted"))
        line = pilot.app.screen.query_one(Input)
        line.value = "years"
        line.post_message(Input.Submitted(line, "years"))
        await until(pilot, lambda: chosen)
        assert chosen == ["b"]
        assert len(app_of(pilot).screen_stack) == 1


@pytest.mark.parametrize(
    ("said", "typed", "does"),
    [
        ("Early Years’ Team", "years' team", True),
        ("Early Years’ Team", "TEAM early", True),
        ("Early Years’ Team", "teams", False),
        ("Early Years’ Team", "  ", True),
    ],
)
def test_words_are_found_in_any_order_case_and_quotation_mark(
    said: str, typed: str, does: bool
) -> None:
    assert says_words(said, typed) is does
