"""Find words from any view, go to them one after the other, and put others in their place."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from pydantic import ValidationError

from desk.finding_words import (
    FoundInPlan,
    found_in,
    goal_of,
    named_after,
    nothing_in_words,
    replace_elsewhere,
    sentence_key,
)
from plan.changes.edits.plan_texts import replace_words
from plan.council.format import FormatError
from plan.text.line_breaks import shortened
from tui.dialogs.find import Chosen, FindDialog
from tui.views.plan_views import VIEW_OF_TABLE
from tui.words.search import Search

if TYPE_CHECKING:
    from desk.session import PlanSession
    from plan.papers.found_texts import Found
    from tui.views.session_view import SessionView
    from tui.window import Window

_TOO_LONG = "A text gets longer than plandesk keeps with “{new}” in it. The plan is unchanged."
_CHANGED = "The plan has changed meanwhile: look at what is found once more. Nothing was replaced."


def find(app: "Window", asked_for: str) -> None:
    """Find words from the view that is shown, go to the next ones, or put others in their place.

    `asked_for` is the command: "find", "find-next" or "replace".
    """
    view = app.view
    if view is None:
        return
    if app.search is None:
        app.search = Search()
    search = app.search
    if asked_for == "find-next" and not search.wanted.is_empty:
        work: Callable[[], Awaitable[None]] = partial(_go_on, view, search)
        app.run_worker(work, group="find", exclusive=True, exit_on_error=False)
        return
    search.forget_desk()
    dialog = FindDialog(search, view.session, is_replacing=asked_for == "replace")
    app.push_screen(dialog, partial(_chosen, view, search))


async def _go_on(view: "SessionView", search: Search) -> None:
    try:
        await search.get_ready(view.session)
    except FormatError:
        return  # the views say what is wrong with the format
    found = await asyncio.to_thread(found_in, search.plans, search.wanted)
    if not found:
        where = "" if search.is_of_desk else view.session.name
        view.say(nothing_in_words(search.wanted, where))
        return
    place = (_place_of(search.at, found, view.session) + 1) % len(found)
    near = ", near" if found[place].found.is_near else ""
    view.say(f"{place + 1} of {len(found)}: “{shortened(search.wanted.text)}”{near}.")
    go_to(view, search, found[place])


def _place_of(
    at: FoundInPlan | None, found: tuple[FoundInPlan, ...], session: "PlanSession"
) -> int:
    """Return where in what is found the officer was left; -1 before the first."""
    if at is None:
        return -1
    where = (at.of.path or session.path, sentence_key(at.found))
    keys = [(one.of.path or session.path, sentence_key(one.found)) for one in found]
    return keys.index(where) if where in keys else -1


def go_to(view: "SessionView", search: Search, one: FoundInPlan) -> None:
    """Go to a sentence that was found, in its plan and in the view where it is written."""
    path = one.of.path or view.session.path
    search.at = FoundInPlan(one.of._replace(path=path), one.found)
    place = goal_of(one.found)
    view.post_message(view.Asked("view", VIEW_OF_TABLE[place.table], place=place, plan=one.of.path))


def _chosen(view: "SessionView", search: Search, chosen: "Chosen | None") -> None:
    if chosen is None:
        return
    if not chosen.is_to_replace:
        go_to(view, search, chosen.found[0])
        if chosen.found[0].found.words_in_sentence:
            view.say(f"{shortened(search.wanted.text)}: n goes to the next place.")
        return
    here = tuple(one.found for one in chosen.found if one.of.path is None)
    elsewhere = tuple(one for one in chosen.found if one.of.path is not None)
    if here and not _replace_here(view, search, here):
        return
    if elsewhere:
        work: Callable[[], Awaitable[None]] = partial(_replace_elsewhere, view, search, elsewhere)
        view.app.run_worker(work, group="find", exit_on_error=False)


def _replace_here(view: "SessionView", search: Search, found: "tuple[Found, ...]") -> bool:
    if search.open_plan is None or search.open_plan.words.plan is not view.session.plan:
        view.say(_CHANGED, is_problem=True)
        return False
    try:
        change = replace_words(found, search.wanted, search.new, view.session.council)
    except ValidationError:
        view.say(_TOO_LONG.format(new=shortened(search.new)), is_problem=True)
        return False
    if change.is_empty:
        view.say("That is so already. Nothing was changed.")
    else:
        view.bring_back(named_after(change, view.session.name) if search.is_of_desk else change)
    return True


async def _replace_elsewhere(
    view: "SessionView", search: Search, found: tuple[FoundInPlan, ...]
) -> None:
    """Replace words in plans that are not open, each in one change of its own history."""
    wanted, new = search.wanted, search.new
    for path in dict.fromkeys(one.of.path for one in found):
        of_plan = tuple(one for one in found if one.of.path == path)
        done = await asyncio.to_thread(replace_elsewhere, of_plan, wanted, new)
        view.say(done.sentence, is_problem=not done.is_done)
