"""Rename a plan: its title, which is its name on the desk, and its file with it."""

from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from desk.session import LONGEST_SAVE, PlanSession, who_is_here
from plan.changes.edits import set_cover_field
from plan.text.clean import clean_line
from store.lock import hold
from store.places import ENDING, plans_folder, safe_name
from store.plan_file import PlanFile
from store.plans_folder import DeskEntry, plans_on_desk
from store.renaming import is_taken, rename_file


class RenameRefusedError(Exception):
    """The plan was not renamed; the message is for the officer."""


class Renamed(NamedTuple):
    """Where a renamed plan lies now, and a sentence that says what was done and the way back."""

    path: Path
    sentence: str


def file_named(path: Path, title: str) -> Path:
    """Return the path that the plan at `path` has when its file is called by its title."""
    return path.with_name(f"{safe_name(title)}{ENDING}")


def rename_plan(path: Path, typed: str) -> Renamed:
    """Give the plan at `path` the title `typed`, and its file a name of it.

    The title is one change in the plan's history. Raises RenameRefusedError and StoreError; nothing
    is renamed then.
    """
    title = clean_line(typed)
    if not title:
        raise RenameRefusedError("A plan wants a title. Nothing was renamed.")
    new = file_named(path, title)
    if clash := _clash(path, new, title):
        raise RenameRefusedError(f"{clash} Nothing was renamed: give it another name.")
    held = hold(path, who_is_here())
    try:
        if held.read_only_reason:
            raise RenameRefusedError(f"{held.read_only_reason} Nothing was renamed.")
        before = _retitle(path, title)
        rename_file(path, new)
    finally:
        held.release()
    return Renamed(new, f"“{before or path.name}” is called “{title}” now. r renames it back.")


def _retitle(path: Path, title: str) -> str:
    """Save the title of a plan whose lock is held; return the one before."""
    session = PlanSession(PlanFile.open(path), lambda _: None)
    try:
        if session.read_only_reason:
            raise RenameRefusedError(f"{session.read_only_reason} Nothing was renamed.")
        before = session.plan.cover.title
        try:
            change = set_cover_field(session.plan, "title", title, name="title")
        except ValidationError as error:
            raise RenameRefusedError("That title is too long. Nothing was renamed.") from error
        session.make(change.model_copy(update={"label": f"Rename the plan to “{title}”"}))
        if not session.saved(LONGEST_SAVE):
            session.give_up()
            raise RenameRefusedError(f"{session.save_state.reason} Nothing was renamed.")
    finally:
        session.close()
    return before


def _clash(path: Path, new: Path, title: str) -> str:
    """Return a sentence on the other plan that has the title or the file's name, or nothing."""
    others = [one for one in plans_on_desk(path.parent) if one.path != path]
    for one in others:
        if one.title.casefold() == title.casefold():
            where = "" if one.path.parent == plans_folder() else f" in {one.path.parent}"
            return f"There is another plan called “{one.title}”{where}."
    if is_taken(new, path):
        return f"There is another plan in the file {new.name}{_titled(others, new)}."
    return ""


def _titled(others: list[DeskEntry], new: Path) -> str:
    title = next((one.title for one in others if one.path == new), "")
    return f", with the title “{title}”" if title else ""
