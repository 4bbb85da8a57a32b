"""Laptops of several officers who share a plan, each with a home folder of its own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk.joining import join
from desk.session import PlanSession
from desk.sharing import Exchanged, Sharing, exchange_now
from plan.changes.change import Change
from plan.changes.edits import add_note, set_action_field
from plan.model.conflicts import open_conflicts
from plan.model.outline import NoteOutline
from plan.model.plan import Plan
from store.places import HOME_VARIABLE
from tests.store.plans import SMALL, made


class Laptop:
    """One officer's laptop, with a plan open."""

    def __init__(self, home: Path, path: Path) -> None:
        self.home = home
        with self._at_home():
            self.session = PlanSession.opened(path)

    @contextmanager
    def _at_home(self) -> Iterator[None]:
        before = os.environ[HOME_VARIABLE]
        os.environ[HOME_VARIABLE] = str(self.home)
        try:
            yield
        finally:
            os.environ[HOME_VARIABLE] = before

    @property
    def plan(self) -> Plan:
        return self.session.plan

    def make(self, change: Change) -> None:
        with self._at_home():
            self.session.make(change)

    def write(self, text: str, field: str = "timescale", action: int = 0) -> None:
        row = self.plan.actions[action].id
        self.make(set_action_field(self.plan, row, field, text, name=field))

    def note(self, text: str, action: int = 0) -> None:
        self.make(add_note(self.plan, self.plan.actions[action].id, NoteOutline(text=text)))

    def undo(self) -> None:
        with self._at_home():
            self.session.undo()

    def share(self, to: str = "") -> Exchanged:
        return self._exchange(to, to_share=True)

    def fetch(self) -> Exchanged:
        return self._exchange("", to_share=False)

    def _exchange(self, to: str, *, to_share: bool) -> Exchanged:
        with self._at_home():
            exchanged = exchange_now(self.session, to, to_share=to_share)
            assert self.session.saved(30)
            return exchanged

    def sharing(self) -> Sharing:
        with self._at_home():
            return Sharing(self.session)

    def wordings(self, field: str = "timescale", action: int = 0) -> set[str]:
        """Return every wording that a field has, the one it shows and those of a conflict."""
        row = self.plan.actions[action]
        others = (
            value
            for one in open_conflicts(self.plan)
            if (one.row, one.field) == (row.id, field)
            for value in one.others
        )
        return {getattr(row, field), *others}

    def notes(self) -> set[str]:
        return {note.text for note in self.plan.note_rows.values()}

    def conflicts(self) -> int:
        return len(open_conflicts(self.plan))

    def close(self) -> None:
        with self._at_home():
            self.session.close()


def first_laptop(home: Path, where: str, plan: Plan = SMALL) -> Laptop:
    """Return a laptop with a plan that it has shared."""
    home.mkdir(parents=True)
    path = home / "plans" / "Small.plan.json"
    path.parent.mkdir()
    made(path, plan)
    laptop = Laptop(home, path)
    laptop.share(where)
    return laptop


def joined_laptop(home: Path, where: str) -> Laptop:
    """Return another laptop that has joined what is shared."""
    home.mkdir(parents=True)
    before = os.environ[HOME_VARIABLE]
    os.environ[HOME_VARIABLE] = str(home)
    try:
        (joined,) = join(where, "", print)
    finally:
        os.environ[HOME_VARIABLE] = before
    return Laptop(home, joined.path)


def three_laptops(folder: Path, where: str) -> tuple[Laptop, Laptop, Laptop]:
    """Return three laptops that share a plan."""
    first = first_laptop(folder / "first", where)
    return first, joined_laptop(folder / "second", where), joined_laptop(folder / "third", where)
