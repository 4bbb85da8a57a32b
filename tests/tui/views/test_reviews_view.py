"""The Reviews view: what is overdue, due or reviewed when, of a plan or of the whole desk."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input

from plan.model.outline import AimOutline
from store.places import plans_folder
from store.settings import load_settings
from tests.plan.checks.sound import FIRST, OUTLINE
from tests.tui.reviews_of import AIMS, OTHER, go_to, open_reviews, until_shown
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
from tui.dialogs.narrow import NarrowDialog
from tui.dialogs.period import PeriodDialog
from tui.views.plan.plan_view import PlanView
from tui.views.reviews.reviews_view import ReviewsView
from tui.widgets.field_panel import FieldRow

pytestmark = pytest.mark.usefixtures("frozen")


@pytest.fixture
def path() -> Path:
    return on_disk(replace(OUTLINE, aims=AIMS))


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=str)
@pytest.mark.slow
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


@pytest.mark.slow
async def test_only_one_lead(path: Path) -> None:
    async with plandesk(path) as pilot:
        await open_reviews(pilot)
        await press(pilot, "f")
        await until(pilot, lambda: isinstance(pilot.app.screen, NarrowDialog))
        await press(pilot, "down", "enter")
        await until_shown(pilot, "Reviews by month, Forum")
        await until_shown(pilot, "1 overdue")
        assert "Publish one guide" not in shown(pilot)


@pytest.mark.slow
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


@pytest.mark.slow
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


async def test_a_calendar_file_goes_to_the_folder_of_the_word_files(
    path: Path, own_home: Path
) -> None:
    async with plandesk(path) as pilot:
        await open_reviews(pilot)
        await press(pilot, "c")
        await until(pilot, lambda: "Written:" in said(pilot))
    written = (own_home / "Small reviews.ics").read_text()
    assert written.count("BEGIN:VEVENT") == 2
    assert "VALARM" not in written


@pytest.mark.slow
async def test_it_is_brought_up_to_date_and_no_other_file_is_touched(
    path: Path, own_home: Path
) -> None:
    notes, file = own_home / "Small reviews.ics", own_home / "Small reviews (2).ics"
    notes.write_text("My notes")
    async with plandesk(path) as pilot:
        await open_reviews(pilot)
        await press(pilot, "i", "down", "down", "down", "enter")
        await until(pilot, lambda: "Kept." in said(pilot))
        for _ in range(2):
            await press(pilot, "c")
            await until(pilot, lambda: "reviews (2).ics" in said(pilot))
    assert notes.read_text() == "My notes"
    assert file.read_text().count("TRIGGER:-P7D") == 2
    assert file.read_text().count("SEQUENCE:0") == 2
    assert len(list(own_home.glob("Small reviews*"))) == 2


async def test_a_calendar_that_cannot_be_written_costs_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setattr("desk.folders._usual_folder", lambda: blocked)
    async with plandesk(path) as pilot:
        await open_reviews(pilot)
        await press(pilot, "c")
        await until(pilot, lambda: "could not be written" in said(pilot))


async def test_a_milestone_is_listed_before_what_it_leads_to() -> None:
    steps = replace(FIRST, text="Move.", timescale="Scoping by March 2027; launch May 2027")
    path = on_disk(replace(OUTLINE, aims=(AimOutline("Move house.", (steps,)),)))
    async with plandesk(path, size=NARROW) as pilot:
        view = await open_reviews(pilot)
        await until_shown(pilot, "milestone 1.1 Move.")
        await until_shown(pilot, "due 1.1 Move.")
        await go_to(pilot, view, "milestone")
        await until_shown(pilot, "Milestone: March 2027")
