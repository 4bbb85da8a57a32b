"""Every place in which plans are shared keeps the same contract."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from plan.changes.ancestry import PlanVersion
from plan.changes.change import applied, tables_of
from store.sharing.couchdb import CouchDB
from store.sharing.engine import AwayError, Engine, Held, StaleError
from store.sharing.folder import SharedFolder
from store.sharing.places import opened_place
from store.sharing.version_file import content_of_version, name_of
from tests.engines.servers import Server, started
from tests.store.plans import SMALL, timescale

ID = SMALL.cover.id


def version(text: str, *parents: bytes) -> bytes:
    """Return the bytes of a version of the small plan."""
    plan = applied(SMALL, timescale(SMALL, text))
    names = tuple(map(name_of, parents))
    return content_of_version(ID, PlanVersion(tables_of(plan), names, frozenset(names)))


FIRST = version("May")
SECOND, OTHER = version("June", FIRST), version("Ünïcode “July” 100%\n\\", FIRST)


@pytest.fixture(scope="module", params=["folder", "postgresql", "pouchdb-server"])
def server(request: pytest.FixtureRequest) -> Iterator[Server | None]:
    """Yield a running engine; None for a folder, which needs none."""
    if request.param == "folder":
        yield None
        return
    running = started(request.param)
    yield running
    running.end()


@pytest.fixture
def engine(
    server: Server | None, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Engine]:
    """Yield a place with nothing in it."""
    if server is None:
        yield SharedFolder(tmp_path)
        return
    where = server.where
    if "http" in where:
        where = where.replace("/plans", f"/{request.node.name.split('[')[0][:60].lower()}")
    with closing(opened_place(where)) as place:
        yield place
        if "postgresql" in where:
            import psycopg

            with psycopg.connect(where, autocommit=True) as connection:
                connection.execute("DROP TABLE IF EXISTS plandesk_plans")


def test_a_place_begins_empty(engine: Engine) -> None:
    assert engine.get(ID) == Held("")
    assert engine.plans() == ()


def test_what_is_put_is_got_byte_for_byte(engine: Engine) -> None:
    rev = engine.put(ID, "", OTHER)
    held = engine.get(ID)
    assert held == Held(rev, (OTHER,))
    assert engine.plans() == (ID,)


def test_what_follows_is_got_next(engine: Engine) -> None:
    rev = engine.put(ID, engine.put(ID, "", FIRST), SECOND)
    held = engine.get(ID)
    assert held.rev == rev
    assert SECOND in held.versions


def test_a_put_on_an_older_state_is_refused_and_nothing_is_lost(engine: Engine) -> None:
    first = engine.put(ID, "", FIRST)
    second = engine.put(ID, first, SECOND)
    for rev in (first, ""):
        with pytest.raises(StaleError):
            engine.put(ID, rev, OTHER)
    held = engine.get(ID)
    assert held.rev == second
    assert OTHER not in held.versions


def test_plans_do_not_meet(engine: Engine) -> None:
    engine.put(ID, "", FIRST)
    assert engine.get("another").versions == ()


def test_a_large_plan_comes_back_whole(engine: Engine) -> None:
    rows = tables_of(SMALL)
    action = next(iter(rows["actions"].values()))
    many = {f"a{n}": {**action, "id": f"a{n}", "text": f"{n} " * 500} for n in range(2000)}
    large = content_of_version(ID, PlanVersion({**rows, "actions": many}))
    engine.put(ID, "", large)
    assert engine.get(ID).versions == (large,)


def test_two_revisions_that_two_nodes_took_are_both_got_and_then_one(
    server: Server | None, engine: Engine
) -> None:
    """As where a CouchDB of two nodes has taken a put on each while they were apart."""
    if not isinstance(engine, CouchDB):
        pytest.skip("only CouchDB has several nodes that take a put")
    engine.put(ID, "", FIRST)
    document = {**json.loads(OTHER), "_id": ID, "_rev": "1-0123456789abcdef0123456789abcdef"}
    engine._asked("POST", "_bulk_docs", {"docs": [document], "new_edits": False})
    held = engine.get(ID)
    assert set(held.versions) == {FIRST, OTHER}
    both = version("Both", FIRST, OTHER)
    engine.put(ID, held.rev, both)
    assert engine.get(ID).versions == (both,)


def test_a_server_that_is_killed_is_away_and_then_has_everything() -> None:
    for name in ("postgresql", "pouchdb-server"):
        running = started(name)
        try:
            with closing(opened_place(running.where)) as engine:
                engine.put(ID, "", FIRST)
                running.kill()
                with pytest.raises(AwayError, match="safe in the plan"):
                    engine.get(ID)
                running.start()
                assert engine.get(ID).versions == (FIRST,)
        finally:
            running.end()
