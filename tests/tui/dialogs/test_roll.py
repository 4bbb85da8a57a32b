"""A plan is rolled forward in the window: chosen, shown, and only then made, with one key."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.rolling import lineage_lines, title_of_next
from desk.versions import plan_of_version
from plan.changes.versions import versions_of
from plan.model.plan import Plan
from store.places import plans_folder
from tests.tui.changed_elsewhere import words_of
from tests.tui.window import on_disk, plan_of, plandesk, press, said, saved_plan, type_text, until
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.name import NameDialog
from tui.dialogs.reason import ReasonDialog
from tui.dialogs.roll import RollDialog, RolledDialog
from tui.widgets.row_list import RowList

pytestmark = pytest.mark.usefixtures("frozen")


async def because(pilot: Pilot[None], reason: str) -> None:
    """Give the reason that is asked for."""
    await until(pilot, lambda: isinstance(pilot.app.screen, ReasonDialog))
    await type_text(pilot, reason)
    await press(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, RollDialog))


async def made(pilot: Pilot[None], title: str) -> Plan:
    """Look at what is made, give it a title and make it; return the plan that is open then."""
    before = plan_of(pilot).cover.id
    await press(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, RolledDialog))
    await type_text(pilot, title)
    await press(pilot, "enter")
    await until(pilot, lambda: plan_of(pilot).cover.id != before)
    return plan_of(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_each_action_is_carried_closed_merged_or_split_and_the_old_plan_stays(
    size: tuple[int, int],
) -> None:
    path = on_disk()
    before = path.read_bytes()
    async with plandesk(path, size=size) as pilot:
        old = plan_of(pilot)
        await press(pilot, "R")
        assert "4 actions of 4 go on. 4 timescales to give." in words_of(pilot)
        await press(pilot, "c")
        await because(pilot, "The guide is [b]out[/b].")
        assert "CLOSED: The guide is [b]out[/b]." in words_of(pilot)
        await press(pilot, "m")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        offered = pilot.app.screen.query_one("#choices", RowList).rows
        assert [row.line[:3] for row in offered] == ["1.3", "2.1"]
        await press(pilot, "enter")
        await because(pilot, "One course.")
        await press(pilot, "s")
        await because(pilot, "Two teams.")
        assert "2 actions of 4 go on." in words_of(pilot)
        new = await made(pilot, "Children's services, next year")
        assert path.read_bytes() == before
        texts = ["Train the staff who advise."] * 2 + ["Hold a yearly event."]
        assert [one.text for one in new.actions] == texts
        (version,) = versions_of(new)
        archived = plan_of_version(version)
        assert {one.text for one in archived.note_rows.values()} >= {
            *("The guide is [b]out[/b].", "Merged into action 1.3. One course.", "Two teams.")
        }
        assert archived.cover.id == old.cover.id
        lineage = "\n".join(lineage_lines(new, new.actions[1].id))
        assert "Before: action 1.3 of “Small, as it was rolled forward on" in lineage
        assert "split in two: Two teams." in lineage
        assert "merged into it: 1.2 Offer the programme in all localities.: One course." in lineage
        assert "This is Children's services, next year, with 3 actions." in said(pilot)
        assert new.cover.title == "Children's services, next year"


async def test_a_timescale_is_asked_given_and_the_cursor_goes_to_the_next() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "R")
        assert "goes on · On track · by when now? December 2016" in words_of(pilot)
        for when in ("May 2027", "June 2027"):
            await press(pilot, "t")
            await until(pilot, lambda: isinstance(pilot.app.screen, NameDialog))
            await type_text(pilot, when)
            await press(pilot, "enter")
            await until(pilot, lambda: isinstance(pilot.app.screen, RollDialog))
        assert "now May 2027" in words_of(pilot)
        assert "2 timescales to give" in words_of(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, RolledDialog))
        assert "By when now?" in words_of(pilot)
        assert "1.3 Train the staff who advise.: none" in words_of(pilot)
        assert "May 2027" not in words_of(pilot)
        await press(pilot, "escape")
        new = await made(pilot, "Next")
        assert [one.timescale for one in new.actions] == ["May 2027", "June 2027", "", ""]


async def test_nothing_is_made_before_it_was_looked_at_and_what_was_chosen_is_kept() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "R", "c")
        await because(pilot, "Done.")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, RolledDialog))
        assert "Closed: 1.1 Publish one guide for families.: Done." in words_of(pilot)
        await press(pilot, "escape", "escape")
        assert len(list(plans_folder().glob("*.plan.json"))) == 1
        await press(pilot, "R")
        assert "CLOSED: Done." in words_of(pilot)
        await press(pilot, "home", "space")
        assert "4 actions of 4 go on." in words_of(pilot)


async def test_what_cannot_be_is_said_and_changes_nothing_that_was_chosen() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "R", "m")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        await press(pilot, "enter")
        await because(pilot, "One course.")
        await press(pilot, "c")
        await because(pilot, "Done.")
        assert "can only be merged into another one that goes on itself" in said(pilot)
        assert "3 actions of 4 go on." in words_of(pilot)


async def test_what_has_no_reason_goes_on() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "R", "s")
        await because(pilot, "")
        assert "It wants a reason" in said(pilot)
        assert "SPLIT" not in words_of(pilot)


async def test_a_title_that_a_plan_has_is_asked_again() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        await press(pilot, "R", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, RolledDialog))
        await press(pilot, "enter")
        assert "Another plan is called “Children's services”" in words_of(pilot)
        await type_text(pilot, " ")
        await press(pilot, "enter")
        assert "It wants a title" in words_of(pilot)
        await press(pilot, "escape", "escape")
        assert len(list(plans_folder().glob("*.plan.json"))) == 1


async def test_the_reason_given_last_is_there_for_the_next_action(tmp_path: Path) -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        await press(pilot, "R", "c")
        await because(pilot, "The money is spent.")
        await press(pilot, "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReasonDialog))
        assert "Enter alone takes: The money is spent." in words_of(pilot)
        await press(pilot, "enter")
        assert words_of(pilot).count("CLOSED: The money is spent.") == 2
    assert not saved_plan(path).version_rows


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Plan 2016", "Plan 2017"),
        ("Plan 2016/17", "Plan 2017/18"),
        ("Plan 1999-2000", "Plan 2000-2001"),
        ("Plan for 3 to 18", "Plan for 3 to 18"),
        ("Plan 2099/00", "Plan 2100/01"),
        ("", ""),
    ],
)
def test_each_year_in_a_title_is_one_later(title: str, expected: str) -> None:
    assert title_of_next(title) == expected
