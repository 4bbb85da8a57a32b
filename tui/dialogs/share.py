"""Share the open plan with colleagues, fetch what they have shared, and say how that stands."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from desk.copies import Merged, copies_of, make_own, merged, namesakes_of, put_in_bin
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
from plan.text.line_breaks import counted
from store.errors import StoreError
from store.places import plan_name
from store.settings import load_settings
from store.sharing.engine import AwayError
from store.sharing.places import is_address, opened_place
from tui import dialogs
from tui.commands import COMMAND, shown_key
from tui.dialogs.dialog import Dialog
from tui.widgets.row_list import ListedRow
from tui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from desk.session import PlanSession
    from tui.window import Window

_TOGETHER, _OWN, _LATER = "together", "own", "later"


def sharing_in_words(session: "PlanSession") -> tuple[str, str]:
    """Return how a shared plan stands, for the title line, and the same more briefly.

    Such as "Shared 14:05" and "Shared", or "2 wait, not shared since 14:05" and "2 wait".
    """
    try:
        status = Sharing(session).status()
    except StoreError:
        return "", ""
    parts = [*_in_words(status)]
    if not parts:
        return "", ""
    said, briefly = ", ".join(f"{what}{when}" for what, when in parts), parts[0][0]
    return f"{said[0].upper()}{said[1:]}", f"{briefly[0].upper()}{briefly[1:]}"


def _in_words(status: SharingStatus) -> Iterator[tuple[str, str]]:
    """Yield how a shared plan stands, what matters most first, each with since when."""
    if not status.where:
        return
    if status.waiting:
        yield f"{status.waiting} wait{'s' if status.waiting == 1 else ''}", ""
    if status.away:
        yield "away", ""
    if status.exchanged_at is None:
        yield "not shared yet", ""
    elif status.is_shared and not status.away:
        yield "shared", f" {_moment(status.exchanged_at)}"
    else:
        yield "not shared", f" since {_moment(status.exchanged_at)}"


def _moment(at: datetime) -> str:
    return f"{at:%H:%M}" if at.date() == today() else date_in_words(at.date())


def look_for_versions(app: "Window", session: "PlanSession") -> None:
    """Look on a thread, by itself, whether colleagues have shared something since."""
    looking: Callable[[], Awaitable[None]] = partial(_look, app, session)
    app.run_worker(looking, group="versions", exclusive=True, exit_on_error=False)


async def _look(app: "Window", session: "PlanSession") -> None:
    """Say how many versions wait; where the place cannot be reached, say nothing."""
    if app.session is not session or session.read_only_reason:
        return
    try:
        sharing = Sharing(session)
        if not _may_look(sharing.where, load_settings()[0].look_for_versions):
            return
        count = await _on_its_own_thread(sharing.look())
    except (StoreError, OSError):
        return
    if not count or app.session is not session:
        return
    session.versions_waiting = count
    app.show_saving(session.save_state)
    key = shown_key(COMMAND["fetch"], app.where, app.key_line.own_keys)
    waits, them = ("waits", "it") if count == 1 else ("wait", "them")
    app.say(f"{counted(count, 'version')} {waits}: {key} brings {them} in.")


def _may_look(where: str, looks: str) -> bool:
    """Return whether an opened plan may look there: on a server only where that was set up."""
    return bool(where) and looks != "never" and (looks == "servers" or not is_address(where))


async def _on_its_own_thread(call: Callable[[], int]) -> int:
    """Return what a thread of its own returns: a drive that hangs never holds up the end."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[int] = loop.create_future()

    def told(count: int, error: Exception | None) -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(count)

    def run() -> None:
        count, met = 0, None
        try:
            count = call()
        except Exception as error:  # noqa: BLE001 - told to whoever waits
            met = error
        with contextlib.suppress(RuntimeError):  # the window is closed meanwhile
            loop.call_soon_threadsafe(told, count, met)

    Thread(target=run, name="look for versions", daemon=True).start()
    return await answer


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
    brought = await asyncio.to_thread(put_in_bin, done)
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
        path = await asyncio.to_thread(make_own, path, session.name)
        app.say(f"{plan_name(path)} is a plan of its own now.")
    return chosen == _TOGETHER


class ShareDialog(Dialog[str]):
    """Asks where a plan is shared, until that can be; the result is the folder or the address."""

    heading = "Share the plan"
    keys_in_words = "Enter: share it there   Esc: leave it as it is"

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def contents(self) -> ComposeResult:
        """Yield the line, what may stand in it, and below it what is wrong with it."""
        yield Static(
            "A folder that your colleagues reach too: on a network drive, synchronised, or on a "
            "stick. Or the address of a database that your IT service gives you: "
            "https://USER@HOST/DATABASE (CouchDB) or postgresql://USER@HOST/DATABASE. "
            "It is remembered.",
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
