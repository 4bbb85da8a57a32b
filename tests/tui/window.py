"""plandesk in a window that is not there: opened, waited for, and read as text."""

from asyncio import sleep
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic
from typing import Any, Self, TypeVar

from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input

from plan.model.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline, built_plan
from plan.model.plan import Plan
from store.places import plans_folder
from store.plan_file import PlanFile
from tests.tui.pending import ERRORS, counted_threads, pending, wait_for_idle
from tui.app import Plandesk
from tui.views.fields_view import FieldsView
from tui.views.plan.plan_view import PlanView
from tui.widgets.field_editor import FieldEditor
from tui.widgets.row_list import RowList

ViewT = TypeVar("ViewT", bound=FieldsView)

NARROW, WIDE = (80, 24), (160, 50)
PATIENCE = 60.0
"""Seconds after which what is waited for is taken not to come about; nothing waits so long else."""
A_LOOK = 0.002
"""Seconds between two looks at whether it has; no result depends on it."""

MADE_AT = datetime(2026, 9, 26, 9, 30, tzinfo=UTC)


class FrozenDay(date):
    """The date on which every test of the window is run."""

    @classmethod
    def today(cls) -> Self:
        return cls(2026, 9, 26)


class FrozenTime(datetime):
    """The time at which whatever is saved has been saved, wherever the machine stands."""

    @classmethod
    def now(cls, tz: object = None) -> Self:
        return cls(2026, 9, 26, 14, 2, tzinfo=UTC)

    @classmethod
    def fromisoformat(cls, text: str) -> Self:
        datetime.fromisoformat(text)
        return cls.now()

    def astimezone(self, tz: object = None) -> Self:
        return self


SMALL = PlanOutline(
    title="Children's services",
    subtitle="Improvement Plan",
    date="August 2016",
    aims=(
        AimOutline(
            "Make help easy to find.",
            (
                ActionOutline(
                    "Publish one guide for families.",
                    pages="Pages 9, 16",
                    indicators=("Impact on families",),
                    leads=("Parenting Group", "Voluntary Sector Forum"),
                    timescale="December 2016",
                    success_criteria=("Guide published.", "Parents know where to go."),
                    bulleted=("success_criteria",),
                    progress=(NoteOutline("1 September 2016", "On track", "A draft is out."),),
                ),
                ActionOutline("Offer the programme in all localities.", timescale="March 2017"),
                ActionOutline("Train the staff who advise."),
            ),
        ),
        AimOutline("Hear children and young people.", (ActionOutline("Hold a yearly event."),)),
        AimOutline("Lead the improvement together."),
    ),
)


def on_disk(
    outline: PlanOutline = SMALL, name: str = "Small", council: str = "dundee-2016"
) -> Path:
    """Make a plan's file on the desk and return its path."""
    path = plans_folder() / f"{name}.plan.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    plan = built_plan(outline, council)
    PlanFile.create(path, plan, label="Made", who="A. Officer", now=MADE_AT)
    return path


def saved_plan(path: Path) -> Plan:
    """Return the plan as it is on the disk."""
    return PlanFile.open(path).plan


async def until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    """Wait until `condition` holds, and then for rest; if it never holds, show the screen."""
    end = monotonic() + PATIENCE
    while not condition():
        if monotonic() > end:
            met = ERRORS.get(pilot.app, "no error")
            raise AssertionError(
                f"this did not come about, workers met {met}, the screen was:\n{screen(pilot.app)}"
            )
        await pilot.pause()
        await sleep(A_LOOK)
    await at_rest(pilot)


async def at_rest(pilot: Pilot[None]) -> None:
    """Wait until no message, timer, worker or thread of ours is pending: nothing changes by itself.

    What waits for the officer (a dialog), for another program (a plan that is open elsewhere) or
    for the disk (a save that failed and is tried again) is at rest; toasts and cursors are too.
    """
    end = monotonic() + PATIENCE
    await wait_for_idle()
    while pilot.app.is_running and pilot.app._exception is None:
        left = pending(pilot.app)
        if not left:
            return
        if monotonic() > end:
            raise AssertionError(f"{left} did not end, the screen was:\n{screen(pilot.app)}")
        await sleep(0 if left in (["messages"], ["painting"]) else A_LOOK)


@asynccontextmanager
async def plandesk(
    path: Path | None = None, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Pilot[None]]:
    """Open plandesk on a plan, or as it opens by itself, and yield it once it is there."""
    counted_threads()
    app = Plandesk(path)
    app.animation_level = "none"
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            await at_rest(pilot)
            yield pilot
    finally:
        if app.session is not None:
            app.session.close()


def app_of(pilot: Pilot[None]) -> Plandesk:
    """Return the app itself."""
    assert isinstance(pilot.app, Plandesk)
    return pilot.app


def view_of(pilot: Pilot[None]) -> PlanView:
    """Return the view of the open plan."""
    return app_of(pilot).body.query_one(PlanView)


async def go_to_view(pilot: Pilot[None], kind: type[ViewT], key: str) -> ViewT:
    """Go to another view of the plan with its key, and return it."""
    await press(pilot, key)
    await until(pilot, lambda: isinstance(app_of(pilot).view, kind))
    await until(pilot, lambda: is_within(pilot.app.screen.focused, kind))
    return app_of(pilot).body.query_one(kind)


def is_within(widget: Widget | None, kind: type[Widget]) -> bool:
    """Return whether a widget is one of `kind` or in one."""
    return widget is not None and any(isinstance(node, kind) for node in widget.ancestors_with_self)


def plan_of(pilot: Pilot[None]) -> Plan:
    """Return the open plan as it is in memory."""
    session = app_of(pilot).session
    assert session is not None
    return session.plan


def fields_view_of(pilot: Pilot[None]) -> FieldsView:
    """Return the view that is shown, one with fields."""
    view = app_of(pilot).view
    assert isinstance(view, FieldsView)
    return view


def editor_of(pilot: Pilot[None]) -> FieldEditor:
    """Return the editor of the field that is being edited."""
    editor = fields_view_of(pilot).fields.editor
    assert editor is not None
    return editor


async def write(pilot: Pilot[None], text: str, *keys: str) -> None:
    """Write `text` in the field that is being edited, and leave it with `keys`."""
    await until(pilot, lambda: app_of(pilot).where == "editing" and editor_of(pilot).has_focus)
    await type_text(pilot, text)
    await press(pilot, *keys)


def cursor_ref(pilot: Pilot[None]) -> str:
    """Return the ref of the action under the cursor."""
    view = view_of(pilot)
    return view.plan.ref_of(view.cursor.action)


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Put `text` in the place of what the field or line under the cursor holds."""
    widget = pilot.app.screen.focused
    if isinstance(widget, FieldEditor):
        widget.clear()
        widget.insert(text)
    else:
        assert isinstance(widget, Input)
        widget.value = text
    await at_rest(pilot)


async def edit(pilot: Pilot[None], label: str) -> FieldEditor:
    """Begin to edit the field called `label` of what the cursor is on."""
    view = view_of(pilot)
    await until(pilot, lambda: label in labels(pilot))
    view.edit_field([field.label for field in view.contents()].index(label))
    await at_rest(pilot)
    assert view.where == "editing"
    assert editor_of(pilot).has_focus
    return editor_of(pilot)


def labels(pilot: Pilot[None]) -> list[str]:
    """Return the labels of the fields that are shown."""
    return [row.field.label for row in view_of(pilot).fields.rows]


async def click(
    pilot: Pilot[None],
    widget: Widget | type[Widget] | str,
    offset: tuple[int, int] = (0, 0),
    times: int = 1,
) -> None:
    """Click on a widget, and wait until everything that it calls for has been done."""
    await pilot.click(widget, offset=offset, times=times)
    await at_rest(pilot)


async def resize(pilot: Pilot[None], width: int, height: int) -> None:
    """Give the window another size, and wait until it is laid out."""
    await pilot.resize_terminal(width, height)
    await at_rest(pilot)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait until everything that they call for has been done."""
    await pilot.press(*keys)
    await at_rest(pilot)


def on_list(pilot: Pilot[None], name: str) -> RowList:
    """Return one of the lists in the window, by its id."""
    return app_of(pilot).body.query_one(f"#{name}", RowList)


def screen(app: Any) -> str:
    """Return what the window shows as text, line by line, without spaces at the ends."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips) + "\n"


def shown(pilot: Pilot[None]) -> str:
    """Return what the window shows as text."""
    return screen(pilot.app)


def said(pilot: Pilot[None]) -> str:
    """Return every sentence that the officer has been told, one to a line."""
    return "\n".join(notice.sentence for notice in app_of(pilot).notices.told)


async def notices_gone(pilot: Pilot[None]) -> None:
    """Let every sentence go from the window, as they go by themselves after a while."""
    await at_rest(pilot)
    while app_of(pilot).notices.shown is not None:
        app_of(pilot).on_notice_line_read()
    await at_rest(pilot)


def has_focus(pilot: Pilot[None], kind: type[Widget]) -> bool:
    """Return whether a widget of `kind` has the focus."""
    return isinstance(pilot.app.screen.focused, kind)
