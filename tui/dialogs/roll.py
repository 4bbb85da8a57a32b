"""Roll the open plan forward: what becomes of each action, looked at, then made as a new plan."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from pydantic import ValidationError
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from desk.new_plan import make_new_plan_file
from desk.report_pictures import bring_pictures
from desk.rolling import ended, roll, rolled_lines, title_of_next
from desk.today import today
from plan.changes.edits import set_action_field
from plan.changes.rolling import CannotRollError, Chosen, Fate, Kind, Rolled
from plan.text.line_breaks import NO_TEXT, counted, sentence_line, shortened
from store.errors import StoreError
from store.places import plans_folder
from store.plans_folder import plans_on_desk
from tui.commands import COMMAND, shown_key
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.dialog import Dialog, ScrolledText
from tui.dialogs.name import NameDialog
from tui.dialogs.reason import ReasonDialog
from tui.opening import change_plan
from tui.widgets.row_list import ListedRow, RowList
from tui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from desk.session import PlanSession
    from plan.model.rows import Action
    from tui.window import Window

_WHY: dict[Kind, str] = {
    "close": "It does not go on, because …",
    "merge": "It goes on in another action, because …",
    "split": "It goes on as two actions, because …",
}
_MOST = 160
"""Most cells of an action's text where something is asked of it."""
_NO_REASON = "It wants a reason: it goes on as it did."
_TOO_LONG = "That is longer than a timescale can be. What you typed is on the clipboard."


class FateReasonDialog(ReasonDialog):
    """Asks why an action does not just go on; Enter in the empty field takes the `last` reason."""

    asks = "The reason, which the sealed plan keeps"

    def __init__(self, kind: Kind, text: str, reason: str, last: str) -> None:
        super().__init__(f"{text}\n\nEnter alone takes: {last}" if last else text, reason)
        self._kind = kind

    def on_mount(self) -> None:
        """Say in the frame what is asked, and focus the field."""
        self.query_one("#dialog").border_title = Content(_WHY[self._kind])
        super().on_mount()


class RollDialog(Dialog[bool]):
    """Lists the actions, each with what becomes of it; the result says to look at the new plan.

    Nothing is written here: what was chosen is kept with the open plan, also at Esc.
    """

    DEFAULT_CSS = """
    RollDialog {
        & > #dialog { width: 96%; max-width: 132; }
    }
    """
    heading = "Roll forward: next year's plan"
    keys_in_words = (
        "c: close   m: merge   s: split   Space: it goes on   t: by when now   "
        "Enter: look at it, and make it   Esc: close"
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "become('close')", show=False),
        Binding("s", "become('split')", show=False),
        Binding("m", "merge", show=False),
        Binding("space", "go_on", show=False),
        Binding("t", "ask_when", show=False),
    ]

    def __init__(self, session: "PlanSession") -> None:
        super().__init__()
        self._session = session
        self._plan = session.plan
        self._chosen = (session.rolling or Chosen()).fitting(session.plan)
        self._ended = ended(session.plan, today())

    def contents(self) -> ComposeResult:
        """Yield how many go on, and the list of actions."""
        yield Static("", id="how-many", markup=False)
        yield Static("")
        yield RowList(id="actions", empty="The plan has no action that could go on.")

    def on_mount(self) -> None:
        """List the actions with the cursor on the first."""
        self._show("")
        self.query_one(RowList).focus()

    def _show(self, current: str) -> None:
        fates = self._chosen.fates
        goes = sum(fate.kind != "split" for fate in fates.values())
        going = counted(len(self._plan.actions) - goes, "action")
        asked = sum(map(self._asks_when, self._plan.actions))
        when = f" {counted(asked, 'timescale')} to give." if asked else ""
        said = f"{going} of {len(self._plan.actions)} go on.{when} This plan stays as it is."
        self.query_one("#how-many", Static).update(Content(said))
        self.query_one(RowList).show([self._row(one) for one in self._plan.actions], current)

    def _row(self, action: "Action") -> ListedRow:
        below = "\n".join(f"    {line}" for line in self._lines(action))
        return ListedRow(action.id, self._line(action), below)

    def _lines(self, action: "Action") -> Iterator[str]:
        fate = self._chosen.fates.get(action.id)
        match fate.kind if fate is not None else "":
            case "close":
                became = "closed"
            case "merge":
                became = f"merged into {self._plan.ref_of(fate.into if fate else '')}"
            case "split":
                became = "split in two"
            case _:
                became = "goes on"
        if fate is not None:
            yield f"{became.upper()}: {fate.reason}"
        if fate is None or fate.kind == "split":
            goes = became if fate is None else "both"
            yield f"{goes} · {self._last_noted(action)} · {self._when(action)}"

    def _when(self, action: "Action") -> str:
        if said := self._chosen.timescales.get(action.id):
            return f"now {sentence_line(said)}"
        asked = "by when now? " if self._asks_when(action) else ""
        return f"{asked}{sentence_line(action.timescale) or 'no timescale'}"

    def _last_noted(self, action: "Action") -> str:
        notes = self._plan.notes_of(action.id)
        return (notes[-1].status or notes[-1].as_at or "noted") if notes else "no note yet"

    def _asks_when(self, action: "Action") -> bool:
        fate = self._chosen.fates.get(action.id)
        is_going = fate is None or fate.kind == "split"
        is_over = action.id in self._ended or not action.timescale
        return is_going and is_over and not self._chosen.timescales.get(action.id)

    @property
    def _current(self) -> "Action | None":
        """The action under the cursor."""
        return self._plan.action_rows.get(self.query_one(RowList).current)

    def _named(self, action: "Action") -> str:
        said = shortened(sentence_line(action.text), _MOST) or NO_TEXT
        return f"Action {self._plan.ref_of(action.id)}: {said}"

    def _line(self, action: "Action") -> str:
        return f"{self._plan.ref_of(action.id)} {sentence_line(action.text) or NO_TEXT}"

    @work
    async def action_become(self, kind: Kind) -> None:
        """Close the action under the cursor, or split it in two, for a reason that is asked."""
        if (action := self._current) is not None:
            await self._ask_why(action, kind)

    @work
    async def action_merge(self) -> None:
        """Ask into which other action the one under the cursor goes, and why."""
        if (action := self._current) is None:
            return
        others = [one for one in self._plan.actions if one.id != action.id and self._is_going(one)]
        if not others:
            self.notify("No other action goes on that it could be merged into.", markup=False)
            return
        rows = [ListedRow(one.id, self._line(one)) for one in others]
        title = f"Merge {self._plan.ref_of(action.id)} into …"
        into = await self.app.push_screen_wait(ChooseDialog(title, self._named(action), rows))
        if into is not None:
            await self._ask_why(action, "merge", into)

    def _is_going(self, action: "Action") -> bool:
        fate = self._chosen.fates.get(action.id)
        return fate is None or fate.kind == "split"

    async def _ask_why(self, action: "Action", kind: Kind, into: str = "") -> None:
        before = self._chosen.fates.get(action.id)
        reason = before.reason if before is not None else ""
        last = "" if reason else shortened(self._chosen.reason)
        asked = FateReasonDialog(kind, self._named(action), reason, last)
        typed = await self.app.push_screen_wait(asked)
        said = " ".join((typed or "").split())
        if typed == "" and last:
            said = self._chosen.reason
        if typed is not None and not said:
            self.notify(_NO_REASON, markup=False)
        if said:
            self._become(action, Fate(kind, said, into))

    def _become(self, action: "Action", fate: Fate | None) -> None:
        """Have a fate become of an action and go to the next, or say why that cannot be."""
        try:
            self._keep(self._chosen.with_fate(self._plan, action.id, fate))
        except CannotRollError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self._show(self._after(action.id))

    def _keep(self, chosen: Chosen) -> None:
        self._chosen = self._session.rolling = chosen

    def _after(self, current: str) -> str:
        """Return the action below one, itself for the last."""
        ids = [row.id for row in self.query_one(RowList).rows]
        place = ids.index(current) + 1 if current in ids else 0
        return ids[place] if place < len(ids) else current

    def action_go_on(self) -> None:
        """Have the action under the cursor just go on."""
        if (action := self._current) is not None:
            self._become(action, None)

    @work
    async def action_ask_when(self) -> None:
        """Ask by when the action under the cursor is to be done now; then go to the next asked."""
        if (action := self._current) is None:
            return
        said = self._chosen.timescales.get(action.id) or action.timescale
        asked = f"{self._named(action)}\nIt is to be done by, or reviewed:"
        name = NameDialog("By when now?", asked, " ".join(said.split()), ())
        typed = await self.app.push_screen_wait(name)
        if typed is None:
            return
        try:
            set_action_field(self._plan, action.id, "timescale", typed, name="timescale")
        except ValidationError:
            self.app.copy_to_clipboard(typed)
            self.notify(_TOO_LONG, severity="error", markup=False)
            return
        self._keep(self._chosen.with_timescale(action.id, typed.strip()))
        below = self._plan.actions[[one.id for one in self._plan.actions].index(action.id) + 1 :]
        self._show(next((one.id for one in below if self._asks_when(one)), action.id))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close, to look at what is made."""
        event.stop()
        self.dismiss(True)


class RolledDialog(Dialog[str]):
    """Shows the plan that would be made; the result is its title, with which it is made."""

    DEFAULT_CSS = """
    RolledDialog {
        & > #dialog { width: 96%; max-width: 132; height: 94%; max-height: 94%; }

        #title { margin: 0; }
        #words { height: 1fr; margin-top: 1; }
    }
    """
    heading = "Next year's plan, as it would be made"
    keys_in_words = "Enter: make it   Esc: back"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "make", show=False)]

    def __init__(self, title: str, taken: frozenset[str], lines: list[str]) -> None:
        super().__init__()
        self._title = title
        self._taken = taken
        self._lines = lines

    def contents(self) -> ComposeResult:
        """Yield the title to change, and what becomes of each action."""
        yield Static("Its title, which is its name on the list of plans:", markup=False)
        yield TextLine(self._title, id="title")
        yield Static("", id="problem", markup=False)
        yield ScrolledText(self._lines)

    def on_mount(self) -> None:
        """Focus the title."""
        self.query_one("#problem").display = False
        self.query_one("#title", Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Make it with the title that was typed."""
        event.stop()
        self.action_make()

    def action_make(self) -> None:
        """Close with the title, or say why it cannot be that."""
        title = " ".join(self.query_one("#title", Input).value.split())
        problem = self.query_one("#problem", Static)
        if title and title.casefold() not in self._taken:
            self.dismiss(title)
            return
        said = f"Another plan is called “{title}”" if title else "It wants a title"
        problem.update(Content(f"{said}: give it one of its own."))
        problem.display = True
        self.query_one("#title", Input).focus()


async def roll_forward(app: "Window") -> None:
    """Ask what becomes of each action of the open plan, show the plan of next year and make it."""
    session = app.session
    if session is None:
        return
    while await app.push_screen_wait(RollDialog(session)):
        if await _made(app, session):
            return


async def _made(app: "Window", session: "PlanSession") -> bool:
    """Show next year's plan and make it if that is wanted; return whether it is made."""
    chosen = (session.rolling or Chosen()).fitting(session.plan)
    begun = title_of_next(session.plan.cover.title or session.name)
    try:
        rolled = _rolled(session, chosen, begun)
    except (CannotRollError, ValidationError) as error:
        app.say(str(error), is_problem=True)
        return False
    lines = [*rolled_lines(session.plan, chosen.fates, rolled)]
    entries = await asyncio.to_thread(plans_on_desk, plans_folder())
    taken = frozenset((one.title or one.name).casefold() for one in entries)
    title = await app.push_screen_wait(RolledDialog(begun, taken, lines))
    if title is None:
        return False
    try:
        rolled = _rolled(session, chosen, title)
        label = f"Rolled forward from {session.name}"
        path = await asyncio.to_thread(make_new_plan_file, title, rolled.plan, label)
        await asyncio.to_thread(bring_pictures, session.path, path)
    except (CannotRollError, ValidationError, StoreError, OSError) as error:
        app.say(f"The plan was not made: {error}", is_problem=True)
        return False
    session.rolling = None
    if app.session is session and await change_plan(app, path):
        key = shown_key(COMMAND["versions"], app.where, app.key_line.own_keys)
        many = counted(rolled.carried, "action")
        app.say(
            f"This is {title}, with {many}. {key} has the plan as it was; its file is as it was."
        )
    return True


def _rolled(session: "PlanSession", chosen: Chosen, title: str) -> Rolled:
    return roll(session.plan, session.name, replace(chosen, title=title), today())
