"""Share the open plan with colleagues, fetch what they have shared, and say how that stands."""

import asyncio
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from desk.copies import Merged, binned, copies_of, make_own, merged, namesakes_of
from desk.session import LONGEST_SAVE
from desk.sharing import (
    Sharing,
    SharingStatus,
    conflicts_waiting,
    exchanged_in_words,
    what_waits,
    with_pictures,
)
from desk.today import today
from plan.reading.dates import date_in_words
from store.errors import StoreError
from store.places import plan_name
from store.sharing.engine import AwayError
from store.sharing.places import opened_place
from tui import dialogs
from tui.commands import COMMAND, shown_key
from tui.dialogs.dialog import Dialog
from tui.widgets.row_list import ListedRow
from tui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from desk.session import PlanSession
    from tui.window import Window

_TOGETHER, _OWN, _LATER = "together", "own", "later"


def sharing_in_words(session: "PlanSession") -> str:
    """Return how a shared plan stands, for the title line: "Shared 14:05", "Not shared since …"."""
    try:
        return _in_words(Sharing(session).status())
    except StoreError:
        return ""


def _in_words(status: SharingStatus) -> str:
    if not status.where:
        return ""
    if status.exchanged_at is None:
        return "Not shared yet"
    when = _moment(status.exchanged_at)
    away = "Away, " if status.away else ""
    if status.is_shared and not away:
        return f"Shared {when}"
    return f"{away}not shared since {when}" if away else f"Not shared since {when}"


def _moment(at: datetime) -> str:
    return f"{at:%H:%M}" if at.date() == today() else date_in_words(at.date())


async def share(app: "Window", *, to_share: bool = True) -> None:
    """Exchange the open plan with the place where it is shared; ask for that the first time.

    Copies that a synchronising program has left beside it are brought into it before.
    """
    session = app.session
    if session is None:
        return
    if session.read_only_reason:
        app.say(session.read_only_reason, is_problem=True)
        return
    try:
        is_brought = await _bring_copies(app, session)
        sharing = Sharing(session)
        where = sharing.where
        if not where and not to_share:
            _say_there_is_none(app, session, is_brought=is_brought)
            return
        if not where:
            chosen = await app.push_screen_wait(ShareDialog(session.name))
            where = chosen or ""
        if where:
            await _exchange(app, session, where, to_share=to_share)
    except (StoreError, ValueError) as error:
        app.say(str(error), is_problem=True)
    app.show_saving(session.save_state)


def _say_there_is_none(app: "Window", session: "PlanSession", *, is_brought: bool) -> None:
    if is_brought:
        if waits := conflicts_waiting(session, _settled_by(app)):
            app.say(waits, is_problem=True)
    else:
        key = shown_key(COMMAND["share"], app.where, app.key_line.own_keys)
        app.say(f"There is no copy beside the plan, and it is not shared yet: {key} shares it.")


async def _exchange(app: "Window", session: "PlanSession", where: str, *, to_share: bool) -> None:
    sharing = Sharing(session)
    begin = sharing.begun
    with closing(await asyncio.to_thread(opened_place, where)) as engine:
        try:
            exchanged = await asyncio.to_thread(begin(engine, to_share=to_share))
        except AwayError as error:
            sharing.note_away(engine.where, str(error))
            raise
        if app.session is not session:
            return
        is_changed = sharing.taken(exchanged, engine)
        exchanged = await asyncio.to_thread(with_pictures, exchanged, session, engine)
    if is_changed:
        _show_again(app)
    app.say(exchanged_in_words(exchanged, session.name, where))
    if waits := what_waits(exchanged, session, _settled_by(app)):
        app.say(waits, is_problem=True)


def _settled_by(app: "Window") -> str:
    """Return which key shows the conflicts that wait."""
    key = shown_key(COMMAND["conflicts"], app.where, app.key_line.own_keys)
    return f"{key} shows every wording"


def _show_again(app: "Window") -> None:
    if app.view is not None:
        app.view.enter()


async def _bring_copies(app: "Window", session: "PlanSession") -> bool:
    """Bring the copies beside a plan into it; return whether there were any."""
    paths = list(await asyncio.to_thread(copies_of, session))
    others = await asyncio.to_thread(namesakes_of, session)
    paths += [one for one in others if await _is_copy(app, session, one)]
    if not paths:
        return False
    done: Merged = await asyncio.to_thread(merged, session, paths)
    if app.session is not session:
        return True
    session.make(done.change)
    if not await asyncio.to_thread(session.saved, LONGEST_SAVE):
        return True  # the title line says so, and the copies are where they were
    brought = await asyncio.to_thread(binned, done)
    _show_again(app)
    for sentence in filter(None, (brought.sentence, *brought.problems)):
        app.say(sentence, is_problem=sentence in brought.problems)
    return True


async def _is_copy(app: "Window", session: "PlanSession", path: Path) -> bool:
    """Ask whether a file of the same plan is a copy; make it a plan of its own where it is one."""
    rows = (
        ListedRow(_TOGETHER, "It is a copy: bring the two together, and put it in the bin"),
        ListedRow(_OWN, "It is a plan of its own: give it an id of its own"),
        ListedRow(_LATER, "Leave it as it is for now"),
    )
    question = f"{path.name} holds the same plan as {session.name} under a name of its own."
    chosen = await app.push_screen_wait(dialogs.ChooseDialog("Copy or plan?", question, rows))
    if chosen == _OWN:
        await asyncio.to_thread(make_own, path, session.name)
        app.say(f"{plan_name(path)} is a plan of its own now.")
    return chosen == _TOGETHER


class ShareDialog(Dialog[str]):
    """Asks where a plan is shared, until that can be; the result is the folder or the address."""

    heading = "Share the plan"
    keys_in_words = "Enter: share it there   Esc: leave it"

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def contents(self) -> ComposeResult:
        """Yield the line, what may stand in it, and below it what is wrong with it."""
        yield Static(
            "A folder that your colleagues reach too: on a network drive, synchronised, or on a "
            "stick. Or the address of a server: https://USER@HOST/DATABASE of a CouchDB, "
            "postgresql://USER@HOST/DATABASE. It is remembered.",
            markup=False,
        )
        yield TextLine("", id="where", placeholder="the folder, or the address")
        yield Static("", id="problem", markup=False)

    def on_mount(self) -> None:
        """Focus the line."""
        self.query_one("#dialog").border_title = Content(f"Share {self._name}")
        self.query_one("#where", Input).focus()

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the place, or say below the line why it cannot be."""
        event.stop()
        try:
            engine = await asyncio.to_thread(opened_place, event.value, is_new=True)
        except StoreError as error:
            self.query_one("#problem", Static).update(Content(str(error)))
        else:
            engine.close()
            self.dismiss(engine.where)
