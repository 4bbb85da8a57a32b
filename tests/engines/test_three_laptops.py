"""Three laptops share a plan by a real engine that is killed in the middle: nothing is lost."""

import datetime as clock
import random
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from desk.sharing import Sharing
from plan.changes.change import tables_of
from store.sharing.engine import AwayError
from store.sharing.places import opened_place
from tests.desk.sharing.laptops import Laptop, three_laptops
from tests.engines.servers import Server, started

EDITS = 100
"""Of each laptop; every second one is a note."""
KILLED_FROM, KILLED_BY = EDITS // 3, EDITS * 2 // 3
"""After which of its edits the engine is killed, and before which."""
WAITS_FOR_ENGINE = 5
"""How often an officer meets an engine that is away before waiting until it is back."""
_HOURS = threading.local()


class SkewedClock(clock.datetime):
    """A clock that is hours apart on each laptop's thread."""

    @classmethod
    def now(cls, tz: Any = None) -> Any:
        return clock.datetime.now(tz) + clock.timedelta(hours=getattr(_HOURS, "apart", 0))


class Engine:
    """What the officers and the test tell each other of the engine that is killed."""

    def __init__(self) -> None:
        self.may_die, self.has_died = threading.Event(), threading.Event()
        self.was_away, self.is_back = threading.Event(), threading.Event()

    def killed_in_the_middle(self, server: Server) -> None:
        """Kill an engine while officers edit, and start it again once one has missed it."""
        self.may_die.wait()
        server.kill()
        self.has_died.set()
        self.was_away.wait()
        try:
            server.start()
        finally:
            self.is_back.set()


class Officer(threading.Thread):
    """Edits and shares on one laptop, and goes on where the engine is away."""

    def __init__(self, number: int, laptop: Laptop, where: str, engine: "Engine") -> None:
        super().__init__(daemon=True)
        self.number, self.laptop, self.where = number, laptop, where
        self.engine = engine
        self.sharing: Sharing = laptop.sharing()
        self.written: dict[str, str] = {}
        self.noted: set[str] = set()
        self.superseded: set[str] = set()
        self.away = 0
        self.done = 0

    def run(self) -> None:
        try:
            self._work()
        finally:  # the test waits for no officer who met an error
            self.engine.may_die.set()
            self.engine.was_away.set()

    def _work(self) -> None:
        _HOURS.apart = (self.number - 1) * 7
        chance = random.Random(self.number)
        for edit in range(EDITS):
            if edit == KILLED_FROM:
                self.engine.may_die.set()
            if edit == KILLED_BY:
                self.engine.has_died.wait()
            self._edit(edit, chance)
            if chance.random() < 0.4:
                self.exchange()
            self.done = edit + 1

    def _edit(self, edit: int, chance: random.Random) -> None:
        text, action = f"{self.number}-{edit}", chance.randrange(3)
        if edit % 2:
            self.laptop.note(text, action)
            self.noted.add(text)
            return
        field = chance.choice(["timescale", "pages"])
        self.superseded.add(getattr(self.laptop.plan.actions[action], field))
        self.laptop.write(text, field, action)
        self.written[text] = field

    def exchange(self) -> None:
        engine = opened_place(self.where)
        try:
            self.sharing.taken(self.sharing.begun(engine, to_share=True)(), engine)
        except AwayError:
            self.away += 1
            self.engine.was_away.set()
            if self.away % WAITS_FOR_ENGINE == 0:
                self.engine.is_back.wait()  # nobody writes twenty edits while an engine starts
        finally:
            engine.close()


def shared_by(officers: list[Officer]) -> None:
    for _ in range(3):
        for officer in officers:
            officer.exchange()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["folder", "postgresql", "pouchdb-server"])
def test_all_laptops_are_equal_in_the_end_with_every_note_and_every_edit(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "place"
    server = started(name) if name != "folder" else None
    where = server.where if server is not None else str(place)
    monkeypatch.setattr("store.saver.datetime", SkewedClock)
    try:
        laptops = three_laptops(tmp_path, where)
        engine = Engine()
        officers = [Officer(number, one, where, engine) for number, one in enumerate(laptops)]
        for officer in officers:
            officer.start()
        if server is not None:
            engine.killed_in_the_middle(server)
        else:
            engine.has_died.set()
        for officer in officers:
            officer.join()
            assert officer.done == EDITS
        shared_by(officers)
        assert_nothing_is_lost(name, laptops, officers)
        for laptop in laptops:
            laptop.close()
    finally:
        if server is not None:
            server.end()


def assert_nothing_is_lost(name: str, laptops: tuple[Laptop, ...], officers: list[Officer]) -> None:
    first, *others = (tables_of(laptop.plan) for laptop in laptops)
    assert all(other == first for other in others)
    noted = set().union(*(officer.noted for officer in officers))
    assert noted == laptops[0].notes()
    superseded = set().union(*(officer.superseded for officer in officers))
    there = set().union(
        *(
            laptops[0].wordings(field, action)
            for field in ("timescale", "pages")
            for action in range(3)
        )
    )
    written = {text for officer in officers for text in officer.written}
    assert written - superseded <= there
    away = sum(officer.away for officer in officers)
    assert away or name == "folder"
    sys.stdout.write(
        f"{name}: 3 laptops, {len(noted)} notes and {len(written)} edits, "
        f"{away} exchanges met an engine that was away; "
        "all equal, 0 notes lost, 0 edits dropped\n"
    )
