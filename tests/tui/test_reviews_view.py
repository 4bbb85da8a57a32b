"""The Reviews view: what is overdue, due or reviewed when, of a plan or of the whole desk."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from plan.outline import AimOutline, NoteOutline
from store.places import plans_folder
from store.settings import load_settings
from tests.plan.checks.sound import FIRST, OUTLINE
from tests.tui.window import (
    NARROW,
    WIDE,
    app_of,
    cursor_ref,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    shown,
    until,
)
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.period import PeriodDialog
from tui.views.plan_view import PlanView
from tui.views.reviews_view import ReviewsView
from tui.widgets.field_panel import FieldRow
from tui.widgets.row_list import RowList

pytestmark = pytest.mark.usefixtures("frozen")

AIMS = (
    AimOutline(
        "Make help easy to find.",
        (
            replace(
                FIRST,
                text="Publish one guide.",
                timescale="March 2027",
                progress=(NoteOutline("1 September 2026", "On track", "A draft is out."),),
            ),
            replace(FIRST, text="Offer the programme.", timescale="June 2026", leads=("Forum",)),
        ),
    ),
    AimOutline(
        "Hear children.",
        (
            replace(FIRST, text="Hold an event.", timescale="January 2027 and annually thereafter"),
            replace(FIRST, text="Ask in schools.", timescale="when time allows"),
        ),
    ),
)
OTHER = replace(
    OUTLINE, aims=(AimOutline("Feed.", (replace(FIRST, text="Cook.", timescale="May 2026"),)),)
)


@pytest.fixture
def path() -> Path:
    return on_disk(replace(OUTLINE, aims=AIMS))


async def open_reviews(pilot: Pilot[None]) -> ReviewsView:
    await press(pilot, "4")
    await until(pilot, lambda: isinstance(app_of(pilot).view, ReviewsView))
    view = app_of(pilot).body.query_one(ReviewsView)
    await until(pilot, lambda: view.list_here.has_focus)
    return view


async def go_to(pilot: Pilot[None], view: ReviewsView, part: str) -> None:
    """Put the cursor on the row whose id has `part` in it."""
    ids = [row.id for row in view.list_here.rows]
    view.list_here.highlighted = next(place for place, one in enumerate(ids) if part in one)
    await pilot.pause()


async def until_shown(pilot: Pilot[None], words: str) -> None:
    await until(pilot, lambda: words in " ".join(shown(pilot).split()))


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=str)
async def test_it_begins_with_how_much_is_overdue_and_to_come(
    path: Path, size: tuple[int, int]
) -> None:
    async with plandesk(path, size=size) as pilot:
        await open_reviews(pilot)
        await until_shown(pilot, "1 overdue, 2 to come, 1 to be said, 1 not understood")
        await until_shown(pilot, "26 September 2026 to 26 September 2027")
        await until_shown(pilot, "overdue 1.2 Offer the programme.")
        await until_shown(pilot, "since June 2026 · Forum")
        await until_shown(pilot, "October 2026 –")


async def test_how_the_actions_stand_and_what_is_new_since_the_committee(path: Path) -> None:
    async with plandesk(path, size=WIDE) as pilot:
        await open_reviews(pilot)
        await until_shown(pilot, "How the actions stand: 4 actions")
        await until_shown(pilot, "Since the committee of 26 September 2016")
        await until_shown(pilot, "With a new note: 1.1")
        await until_shown(pilot, "Without one: 1.2, 2.1, 2.2")


async def test_what_is_known_of_an_action_stands_beside_it(path: Path) -> None:
    async with plandesk(path) as pilot:
        view = await open_reviews(pilot)
        await go_to(pilot, view, "March 2027/")
        await until_shown(pilot, "Due: March 2027")
        await until_shown(pilot, "Last progress note: 1 September 2026")


async def test_enter_goes_to_the_timescale(path: Path) -> None:
    async with plandesk(path) as pilot:
        view = await open_reviews(pilot)
        await go_to(pilot, view, "Overdue/")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app_of(pilot).view, PlanView))
        await until(pilot, lambda: cursor_ref(pilot) == "1.2")
        await until(pilot, lambda: isinstance(pilot.app.screen.focused, FieldRow))
        focused = pilot.app.screen.focused
        assert isinstance(focused, FieldRow)
        assert focused.field.key == "timescale"


async def test_it_is_said_once_what_a_date_is_and_the_text_stays(path: Path) -> None:
    async with plandesk(path) as pilot:
        view = await open_reviews(pilot)
        await go_to(pilot, view, "To be said")
        await go_to(pilot, view, "unsaid")
        await press(pilot, "r")
        await until(pilot, lambda: "action 2.1 is reviewed then" in said(pilot))
        action = plan_of(pilot).actions[2]
        assert (action.timescale_is, action.timescale) == (
            "review",
            "January 2027 and annually thereafter",
        )
        await until_shown(pilot, "1 overdue, 2 to come, 1 not understood")
        await press(pilot, "u")
        await until_shown(pilot, "1 to be said")


async def test_where_the_text_says_it_nothing_is_asked(path: Path) -> None:
    async with plandesk(path) as pilot:
        view = await open_reviews(pilot)
        await go_to(pilot, view, "Overdue/")
        await press(pilot, "d")
        assert "The timescale of action 1.2 says that itself." in said(pilot)
        assert plan_of(pilot).actions[1].timescale_is == ""


async def test_by_lead_by_aim_and_by_plan(path: Path) -> None:
    async with plandesk(path) as pilot:
        await open_reviews(pilot)
        await press(pilot, "g")
        await until_shown(pilot, "Reviews by lead")
        await until_shown(pilot, "Forum ")
        await press(pilot, "g")
        await until_shown(pilot, "2 Hear children.")
        await press(pilot, "g", "g")
        await until_shown(pilot, "Reviews by month")


async def test_only_one_lead(path: Path) -> None:
    async with plandesk(path) as pilot:
        await open_reviews(pilot)
        await press(pilot, "f")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        await press(pilot, "down", "enter")
        await until_shown(pilot, "Reviews by month, Forum")
        await until_shown(pilot, "1 overdue")
        assert "Publish one guide" not in shown(pilot)


async def test_up_to_the_day_of_a_committee(path: Path) -> None:
    async with plandesk(path) as pilot:
        await open_reviews(pilot)
        await press(pilot, "b")
        await until(pilot, lambda: isinstance(pilot.app.screen, PeriodDialog))
        pilot.app.screen.query_one("#last", Input).value = "soon"
        await press(pilot, "enter")
        await until_shown(pilot, "“soon” is no date")
        pilot.app.screen.query_one("#last", Input).value = "1 September 2026"
        await press(pilot, "enter")
        await until_shown(pilot, "The last day is before the first.")
        pilot.app.screen.query_one("#last", Input).value = "1 February 2027"
        await press(pilot, "enter")
        await until_shown(pilot, "26 September 2026 to 1 February 2027")
        await until_shown(pilot, "1 overdue, 1 to come")


async def test_every_plan_of_the_desk_and_one_of_them_opened(path: Path) -> None:
    other = on_disk(OTHER, "Other")
    (plans_folder() / "Torn.plan.json").write_text("{")
    async with plandesk(path) as pilot:
        view = await open_reviews(pilot)
        await press(pilot, "a")
        await until_shown(pilot, "2 overdue")
        await until_shown(pilot, "Torn is left out")
        await go_to(pilot, view, "Overdue/Other/")
        await press(pilot, "d")
        assert "Open Other with Enter to say that" in said(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: app_of(pilot).session is not None)
        await until(pilot, lambda: plan_of(pilot).actions[0].text == "Cook.")
        await until(pilot, lambda: isinstance(app_of(pilot).view, PlanView))
        session = app_of(pilot).session
        assert session is not None
        assert session.path == other


async def test_what_was_chosen_is_there_at_the_next_start(path: Path) -> None:
    async with plandesk(path) as pilot:
        view = await open_reviews(pilot)
        await press(pilot, "g", "a")
        await go_to(pilot, view, "group/Forum")
        await press(pilot, "q")
    kept = load_settings()[0].last_place
    assert (kept["view"], kept["by"], kept["desk"]) == ("reviews", "lead", "yes")
    async with plandesk() as pilot:
        await until_shown(pilot, "Reviews by lead, every plan of the desk")
        again = app_of(pilot).body.query_one(ReviewsView)
        await until(pilot, lambda: again.list_here.current == "group/Forum")


async def test_what_does_not_fit_beside_is_read_with_tab_and_the_arrows(path: Path) -> None:
    async with plandesk(path, size=NARROW) as pilot:
        view = await open_reviews(pilot)
        await until_shown(pilot, "Tab read on")
        assert "How the actions stand" not in shown(pilot)
        await press(pilot, "tab", "end")
        await until_shown(pilot, "Without one: 1.2, 2.1, 2.2")
        await until_shown(pilot, "Tab back to the list")
        await press(pilot, "tab")
        await until(pilot, lambda: view.list_here.has_focus)
        await press(pilot, "tab")
        await until(pilot, lambda: not view.list_here.has_focus)
        await press(pilot, "escape")
        await until(pilot, lambda: view.list_here.has_focus)


async def test_the_cursor_stays_on_an_action_that_is_grouped_anew(path: Path) -> None:
    async with plandesk(path) as pilot:
        view = await open_reviews(pilot)
        await go_to(pilot, view, "January 2027/")
        for _ in range(4):
            await press(pilot, "g")
            assert view.current is not None
            assert view.current.ref == "2.1"
            assert view.list_here.current.endswith(view.current.id)


async def test_a_heading_leads_nowhere_and_says_so(path: Path) -> None:
    async with plandesk(path) as pilot:
        await open_reviews(pilot)
        for key in ("enter", "d", "r"):
            await press(pilot, key)
        assert said(pilot).count("This line is a heading: go to an action first.") == 3


async def test_a_long_heading_does_not_hide_how_much_is_below_it() -> None:
    lead = "Group for everything that the partnership does, " * 4
    plan = replace(OUTLINE, aims=(AimOutline("Help.", (replace(FIRST, leads=(lead.strip(),)),)),))
    async with plandesk(on_disk(plan), size=NARROW) as pilot:
        await open_reviews(pilot)
        await press(pilot, "g")
        await until_shown(pilot, "███████ 2 Group for everything")
        await press(pilot, "f")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        choices = pilot.app.screen.query_one(RowList)
        assert choices.highlighted == 0
        await press(pilot, "down", "enter")
        await press(pilot, "f")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        assert pilot.app.screen.query_one(RowList).highlighted == 1


async def test_what_was_chosen_holds_in_the_plan_that_is_gone_to(path: Path) -> None:
    on_disk(OTHER, "Other")
    async with plandesk(path) as pilot:
        view = await open_reviews(pilot)
        await press(pilot, "a", "g", "b")
        await until(pilot, lambda: isinstance(pilot.app.screen, PeriodDialog))
        pilot.app.screen.query_one("#last", Input).value = "1 February 2027"
        await press(pilot, "enter")
        await until_shown(pilot, "1 February 2027")
        await until(pilot, lambda: any("Other/" in row.id for row in view.list_here.rows))
        await go_to(pilot, view, "/Other/")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app_of(pilot).view, PlanView))
        await until(pilot, lambda: plan_of(pilot).actions[0].text == "Cook.")
        await open_reviews(pilot)
        await until_shown(pilot, "Reviews by lead, every plan of the desk")
        await until_shown(pilot, "26 September 2026 to 1 February 2027")
        await until_shown(pilot, "Small")


async def test_a_calendar_file_goes_to_the_folder_of_the_word_files(
    path: Path, own_home: Path
) -> None:
    async with plandesk(path) as pilot:
        await open_reviews(pilot)
        await press(pilot, "c")
        await until(pilot, lambda: "Written:" in said(pilot))
        await press(pilot, "c")
        await until(pilot, lambda: "reviews (2).ics" in said(pilot))
    written = (own_home / "Small reviews.ics").read_text()
    assert written.count("BEGIN:VEVENT") == 2


async def test_a_calendar_that_cannot_be_written_costs_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setattr("tui.exporting._usual_folder", lambda: blocked)
    async with plandesk(path) as pilot:
        await open_reviews(pilot)
        await press(pilot, "c")
        await until(pilot, lambda: "could not be written" in said(pilot))
