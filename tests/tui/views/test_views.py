"""The views of a plan: keys and tabs go from one to the other, and back to where one was."""

import re
import subprocess
import sys
from collections.abc import Sequence

import pytest
from textual.geometry import Region
from textual.widget import Widget

from plan.changes.edits import set_action_field, set_report_field
from store.settings import Settings, load_settings, save_settings
from tests.repository import ROOT
from tests.tui.papers import WITH_PAPERS
from tests.tui.window import (
    NARROW,
    PATIENCE,
    WIDE,
    app_of,
    click,
    edit,
    go_to_view,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    saved_plan,
    shown,
    type_text,
    until,
    view_of,
)
from tui.commands import commands_at, keys_of
from tui.views.equality.equality_view import EqualityView
from tui.views.plan.plan_view import PlanView
from tui.views.plan_views import PLAN_VIEWS, PlanViewKind
from tui.views.report.report_view import ReportView
from tui.widgets.tab_line import TabLine


def tabs(lines: str) -> str:
    return lines.splitlines()[1]


@pytest.mark.slow
async def test_the_tabs_name_every_view_with_its_key_and_mark_the_open_one() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        for view in PLAN_VIEWS:
            assert f"{view.number} {view.title}" in tabs(shown(pilot))
        assert "▸1 Plan◂" in tabs(shown(pilot))
        await go_to_view(pilot, ReportView, "2")
        assert "▸2 Report◂" in tabs(shown(pilot))
        assert "▸1 Plan◂" not in tabs(shown(pilot))


async def test_the_desk_has_no_tabs() -> None:
    async with plandesk() as pilot:
        assert "Report" not in tabs(shown(pilot))


@pytest.mark.parametrize("view", PLAN_VIEWS, ids=lambda view: view.id)
@pytest.mark.slow
async def test_every_view_opens_with_its_key_and_has_its_commands(view) -> None:  # type: ignore[no-untyped-def]
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await press(pilot, view.number)
        await until(pilot, lambda: app_of(pilot).view and app_of(pilot).view.id == view.id)  # type: ignore[union-attr]
        await until(pilot, lambda: pilot.app.screen.focused is not None)
        assert {f"view-{one.id}" for one in PLAN_VIEWS} <= {
            command.id for command in commands_at(app_of(pilot).where)
        }
        offered = set(pilot.app.screen.active_bindings)
        for command in commands_at(app_of(pilot).where):
            assert set(keys_of(command, {}).split(",")) <= offered, command.id


@pytest.mark.parametrize("size", [NARROW, WIDE])
@pytest.mark.parametrize("view", PLAN_VIEWS, ids=lambda view: view.id)
async def test_every_view_fills_the_window_with_a_framed_panel(
    view: PlanViewKind, size: tuple[int, int]
) -> None:
    async with plandesk(on_disk(WITH_PAPERS), size=size) as pilot:
        await press(pilot, view.number)
        await until(pilot, lambda: app_of(pilot).body.query(f"#{view.id}"))
        inside = app_of(pilot).body.query_one(f"#{view.id}").children
        await until(pilot, lambda: filled(inside) == app_of(pilot).body.region)
        assert "round" in {one.styles.border_top[0] for one in inside if one.region.area}


def filled(widgets: Sequence[Widget]) -> Region:
    """Return the part of the window that widgets take between them."""
    regions = [one.region for one in widgets if one.region.area]
    return Region.from_union(regions) if regions else Region()


def test_the_readme_names_every_view_with_the_keys_from_the_first_to_the_last() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    ((first, last, names),) = re.findall(r"^\| `(\d)` … `(\d)` \| (.*) \|$", readme, re.MULTILINE)
    assert [view.number for view in PLAN_VIEWS] == [
        str(n) for n in range(int(first), int(last) + 1)
    ]
    assert len(names.split(", ")) == len(PLAN_VIEWS)


async def test_a_click_on_a_tab_opens_its_view_and_keeps_what_was_being_typed() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await edit(pilot, "Timescale")
        await type_text(pilot, "June 2017")
        await click(pilot, TabLine, offset=(tabs(shown(pilot)).index("Report"), 0))
        await until(pilot, lambda: isinstance(app_of(pilot).view, ReportView))
        assert plan_of(pilot).actions[0].timescale == "June 2017"


@pytest.mark.slow
async def test_a_view_is_as_it_was_left() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await press(pilot, "down", "right")
        report = await go_to_view(pilot, ReportView, "2")
        await press(pilot, "down", "down")
        part = report.part
        view = await go_to_view(pilot, PlanView, "1")
        assert plan_of(pilot).ref_of(view.cursor.action) == "1.2"
        await go_to_view(pilot, ReportView, "2")
        assert report.part == part
        assert len(app_of(pilot).views) == 2


async def test_a_view_that_comes_back_shows_what_was_changed_meanwhile() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        session = app_of(pilot).session
        assert session is not None
        await go_to_view(pilot, ReportView, "2")
        action = session.plan.actions[0]
        session.make(set_action_field(session.plan, action.id, "pages", "Page 99", name="pages"))
        await go_to_view(pilot, PlanView, "1")
        await until(pilot, lambda: "Page 99" in shown(pilot))


@pytest.mark.slow
async def test_undo_goes_to_the_view_that_it_changes() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        session = app_of(pilot).session
        assert session is not None
        session.make(set_report_field(session.plan, "signatory", "A. Person", name="signed by"))
        await press(pilot, "u")
        await until(pilot, lambda: isinstance(app_of(pilot).view, ReportView))
        await until(pilot, lambda: app_of(pilot).where == "passages")
        report = app_of(pilot).view
        assert isinstance(report, ReportView)
        assert (report.part, report.fields.rows[report.fields.current].field.label) == (
            "signature",
            "Signed by",
        )
        assert plan_of(pilot).report.signatory == ""
        assert "Undo: Edit signed by of the report." in said(pilot)
        await go_to_view(pilot, EqualityView, "3")
        await press(pilot, "y")
        await until(pilot, lambda: isinstance(app_of(pilot).view, ReportView))
        assert plan_of(pilot).report.signatory == "A. Person"


@pytest.mark.slow
async def test_the_view_and_the_place_in_it_are_there_again_at_the_next_start() -> None:
    path = on_disk(WITH_PAPERS)
    async with plandesk(path) as pilot:
        await go_to_view(pilot, ReportView, "2")
        await press(pilot, "down", "down", "down", "down", "right", "down")
        await until(pilot, lambda: app_of(pilot).where == "passages")
        await press(pilot, "ctrl+q")
        await until(pilot, lambda: app_of(pilot)._exit)
    assert load_settings()[0].last_place["view"] == "report"
    async with plandesk() as pilot:
        await until(pilot, lambda: app_of(pilot).where == "passages")
        report = app_of(pilot).view
        assert isinstance(report, ReportView)
        assert report.part == "section.main-text"
        field = report.field_here()
        assert field is not None
        assert field.shown == "The services were inspected in March."


async def test_a_view_that_is_no_longer_there_gives_the_first() -> None:
    path = on_disk(WITH_PAPERS)
    save_settings(Settings(last_plan=str(path), last_place={"view": "horoscope"}))
    async with plandesk() as pilot:
        assert isinstance(app_of(pilot).view, PlanView)


@pytest.mark.slow
async def test_what_is_written_in_every_view_is_saved() -> None:
    path = on_disk(WITH_PAPERS)
    async with plandesk(path) as pilot:
        await go_to_view(pilot, ReportView, "2")
        await press(pilot, "down", "right", "d")
        await go_to_view(pilot, EqualityView, "3")
        await press(pilot, "d")
        await go_to_view(pilot, PlanView, "1")
        await press(pilot, "d")
        session = app_of(pilot).session
        assert session is not None
        assert session.saved(10)
    plan = saved_plan(path)
    assert plan.passages_of("purpose") == ()
    assert plan.assessments == ()
    assert len(plan.actions) == 3


async def test_while_a_row_is_on_the_move_no_other_view_is_opened() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await press(pilot, "m", "2")
        assert view_of(pilot).where == "moving"
        assert isinstance(app_of(pilot).view, PlanView)


OPENING = """
import sys
from pathlib import Path
import tui.__main__
from tui.app import Plandesk

loaded = []

def note_what_is_loaded(app, session):
    loaded.extend(name for name in sys.modules if name.startswith(("tui.", "desk.", "plan.")))
    app.exit()

Plandesk.inspect_opened_plan = note_what_is_loaded
Plandesk(Path(sys.argv[1])).run(headless=True)
print(*loaded)
"""
"""Opens a plan, and ends where what else there is would be looked at: the plan is shown by then."""


def test_opening_a_plan_loads_no_view_but_its_own(home) -> None:  # type: ignore[no-untyped-def]
    ran = subprocess.run(
        [sys.executable, "-c", OPENING, str(on_disk())],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    loaded = set(ran.stdout.split())
    assert "tui.views.plan.plan_view" in loaded, ran.stderr
    for view in PLAN_VIEWS[1:]:
        assert view.module not in loaded
    assert (
        not {"plan.council.form", "plan.changes.edits", "desk.report_contents", "desk.tick_boxes"}
        & loaded
    )
