"""Forms for the leads of the open plan: write them, see who has replied, take a reply that came."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from desk.council import look_of
from desk.errors import ExportError, ImportRefusedError
from desk.folders import export_folder
from desk.lead_packs import (
    Reply,
    answer_lines,
    field_in_words,
    part_of_reply,
    read_reply_to,
    reply_found,
    who_replied,
    write_forms,
)
from plan.changes.change import Change
from plan.changes.replies import ANSWER_FIELDS
from plan.council.format import FormatError
from plan.text.line_breaks import broken, cells, counted, padded
from store.settings import load_settings
from store.written import keep_written
from tui import dialogs
from tui.dialogs.dialog import Dialog, ScrolledText
from tui.opening import open_plan
from tui.widgets.notice_line import done_in_words
from tui.widgets.row_list import ListedRow, RowList

if TYPE_CHECKING:
    from desk.lead_packs import Waiting
    from desk.session import PlanSession
    from plan.changes.replies import AnswerField
    from plan.model.plan import Plan
    from tui.window import Window

Wanted: TypeAlias = Literal["write", "read"]
_TO_WHICH = "{} is a lead's reply to one of these plans:"
_NO_PLAN = (
    "{} is a lead's form of a plan that is not on this list, so nothing was taken: open that plan, "
    "and there the form."
)
_LEAST_LEAD = 36
"""Cells that the column of leads has at least; a lead too long for it has a line of its own."""
_BETWEEN = "  "
_SAID = {True: "has replied", False: "has not replied"}
_NONE_SENT = "No forms were sent from this laptop: p writes them."
_SEND = "{} written into {}: send each to its lead. o lists them."
_NOBODY = "No action of the plan that is still open names a lead."


@dataclass(frozen=True, slots=True)
class AnswerRow(ListedRow):
    """An action of a reply, or what a lead says in a field of it, and below what stood there.

    What can be taken has a mark that says whether it is.
    """

    lines: tuple[str, ...] = ()
    is_taken: bool | None = None
    is_action: bool = False

    @property
    def content(self) -> Content:
        """What is painted; never parsed as markup."""
        if self.is_action:
            first = Content.styled(self.line, "bold")
        else:
            mark = {True: "[x]", False: "[ ]", None: "   "}[self.is_taken]
            first = Content(f"  {mark} {self.line}")
        return Content("\n").join([first, *(Content.styled(one, "dim") for one in self.lines)])


class LeadsDialog(Dialog[Wanted]):
    """Shows who has replied; the result is what the officer wants to do."""

    heading = "The leads, and who has replied"
    keys_in_words = "p: write their forms   o: open a reply   Esc: close"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "want('write')", show=False),
        Binding("o", "want('read')", show=False),
    ]

    def __init__(self, plan: "Plan") -> None:
        super().__init__()
        self._day, self._waiting = who_replied(plan)

    def contents(self) -> ComposeResult:
        """Yield each lead with whether a reply was taken."""
        yield ScrolledText(self._lines(0))

    def _lines(self, room: int) -> list[str]:
        lines = [*_in_columns(self._waiting, room)] if self._waiting else [_NOBODY]
        return lines if self._day else [*lines, _NONE_SENT]

    def on_mount(self) -> None:
        """Focus the lines, so that the arrows scroll them."""
        self.query_one(ScrolledText).focus()

    def on_resize(self) -> None:
        """Give the leads the room that there is."""
        self.call_after_refresh(self._show_lines)

    def _show_lines(self) -> None:
        words = self.query_one(ScrolledText)
        words.show(self._lines(words.room))

    def action_want(self, what: Wanted) -> None:
        """Close with what the officer wants to do."""
        self.dismiss(what)


def _in_columns(waiting: "Sequence[Waiting]", room: int) -> Iterator[str]:
    """Yield who has not replied, then who has: the lead, how many actions, and whether."""
    many = max(len(counted(one.actions, "action")) for one in waiting)
    left = room - many - max(map(len, _SAID.values())) - 2 * len(_BETWEEN)
    width = min(max(cells(one.lead) for one in waiting), max(left, _LEAST_LEAD))
    for one in sorted(waiting, key=lambda each: each.has_replied):
        is_long = cells(one.lead) > width
        if is_long:
            parts = [one.lead[slice(*at)].strip() for at in broken(one.lead, room, room - 2)]
            yield "\n  ".join(parts if room > _LEAST_LEAD else [one.lead])
        lead = padded("" if is_long else one.lead, width)
        yield _BETWEEN.join(
            [lead, f"{counted(one.actions, 'action'):{many}}", _SAID[one.has_replied]]
        )


class ReplyDialog(Dialog[Change]):
    """Shows a reply field by field, each beside what stood there; some are taken, some left.

    The result is the one change that takes what is ticked.
    """

    DEFAULT_CSS = """
    ReplyDialog #answers { text-wrap: wrap; }
    """
    heading = "What a lead has replied"
    keys_in_words = (
        "Space: take it or leave it   a: all or none   Enter: take what is ticked   "
        "Esc: leave it as it is"
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "switch", show=False),
        Binding("a", "switch_all", show=False),
    ]

    def __init__(self, plan: "Plan", reply: Reply) -> None:
        super().__init__()
        self._plan = plan
        self._answers = reply.answers
        self._remark = reply.remark
        leads = "; ".join(dict.fromkeys(one.lead for one in reply.answers if one.lead))
        self._from = f"From {leads}: " if leads else ""
        self._offered = frozenset(
            (place, field) for place, one in enumerate(reply.answers) for field in one.fields
        )
        self._taken = {one for one in self._offered if not reply.answers[one[0]].is_left}

    def contents(self) -> ComposeResult:
        """Yield how much is taken, and the list."""
        yield Static("", id="how-many", markup=False)
        yield Static("")
        yield RowList(id="answers")

    def on_mount(self) -> None:
        """List what was replied, with the cursor on the first field that can be taken."""
        first = min(((place, ANSWER_FIELDS.index(one)) for place, one in self._offered), default=())
        self._show(f"{first[0]}/{ANSWER_FIELDS[first[1]]}" if first else "")
        self.query_one(RowList).focus()

    def _show(self, current: str) -> None:
        said = (
            f"{self._from}{counted(len(self._offered), 'field')} new, {len(self._taken)} to take."
        )
        worded = any(one.other_wording for one in self._answers)
        more = " Wording that was changed is not taken." if worded else ""
        remark = f"{self._remark}\n" if self._remark else ""
        self.query_one("#how-many", Static).update(Content(f"{remark}{said}{more}"))
        self.query_one(RowList).show([*self._rows()], current)

    def _rows(self) -> Iterator[ListedRow]:
        for place, one in enumerate(self._answers):
            first, *others = answer_lines(self._plan, one)
            if one.standing != "new":
                yield AnswerRow(str(place), first, "", tuple(others), is_action=True)
                continue
            worded = tuple(others[-1:]) if one.other_wording else ()
            yield AnswerRow(str(place), first, "", worded, is_action=True)
            for field in filter(one.said, ANSWER_FIELDS):
                line, below = field_in_words(self._plan, one, field)
                key = (place, field)
                is_taken = key in self._taken if key in self._offered else None
                lines = tuple(f"      {each}" for each in below)
                yield AnswerRow(f"{place}/{field}", line, "", lines, is_taken)

    def action_switch(self) -> None:
        """Take the field under the cursor or leave it; on an action, both of its fields."""
        current = self.query_one(RowList).current
        place, _, field = current.partition("/")
        here = {one for one in self._offered if str(one[0]) == place and field in ("", one[1])}
        self._switch(here)

    def action_switch_all(self) -> None:
        """Take every field that is new, or none where all are taken."""
        self._switch(set(self._offered))

    def _switch(self, here: "set[tuple[int, AnswerField]]") -> None:
        self._taken = self._taken - here if here <= self._taken else self._taken | here
        self._show(self.query_one(RowList).current)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the change that takes what is ticked."""
        event.stop()
        taken = (
            one.without(*(field for field in one.fields if (place, field) not in self._taken))
            for place, one in enumerate(self._answers)
        )
        self.dismiss(part_of_reply(self._plan, taken).change)


async def show_leads(app: "Window") -> None:
    """Show who has replied, and write the forms or take a reply where that is asked for."""
    session = app.session
    if session is None:
        return
    wanted = await app.push_screen_wait(LeadsDialog(session.plan))
    if wanted == "write":
        await _write(app, session)
    elif wanted == "read":
        await _take(app, session)


async def _write(app: "Window", session: "PlanSession") -> None:
    folder = export_folder() / f"Forms for {session.name}"
    settings, _ = load_settings()
    try:
        own = session.council.plan.own
        written = await asyncio.to_thread(
            lambda: [*write_forms(session.plan, session.name, own, folder, look_of(settings))]
        )
    except (ExportError, FormatError) as error:
        app.say(str(error), is_problem=True)
        return
    keep_written(session.path, (one.path for one in written))
    many = counted(len(written), "form")
    app.say(_SEND.format(many, folder) if written else _NOBODY)


async def _take(app: "Window", session: "PlanSession") -> None:
    folder = export_folder()
    chosen = await app.push_screen_wait(dialogs.OpenFileDialog(folder))
    if chosen is not None:
        await take_reply(app, session, Path(chosen))


async def take_reply(app: "Window", session: "PlanSession", path: Path) -> None:
    """Show what a lead's reply to the open plan says, and take what the officer takes of it."""
    if session.read_only_reason:
        app.say(session.read_only_reason, is_problem=True)
        return
    try:
        reply = await asyncio.to_thread(read_reply_to, session.plan, path)
    except ImportRefusedError as error:
        app.say(str(error), is_problem=True)
        return
    change = await app.push_screen_wait(ReplyDialog(session.plan, reply))
    if change is None:
        return
    if app.session is session and session.make(change):
        if app.view is not None:
            app.view.enter()
        app.say(done_in_words(change.label))
    else:
        app.say("There was nothing to take. The plan is as it was.")


async def open_reply(app: "Window", path: Path) -> bool:
    """Open the plan to which a Word file is a lead's reply, and that; return whether it is one.

    It is asked to which where several may be meant.
    """
    found = await asyncio.to_thread(reply_found, path)
    if not found.plans:
        if found.is_form:
            app.say(_NO_PLAN.format(path.name), is_problem=True)
        return found.is_form
    plan = found.plans[0]
    if len(found.plans) > 1:
        rows = [ListedRow(str(n), one.name) for n, one in enumerate(found.plans)]
        asked = dialogs.ChooseDialog("A lead's reply", _TO_WHICH.format(path.name), rows, "0")
        chosen = await app.push_screen_wait(asked)
        if chosen is None:
            return True
        plan = found.plans[int(chosen)]
    if await open_plan(app, plan.path) and app.session is not None:
        await take_reply(app, app.session, path)
    return True
