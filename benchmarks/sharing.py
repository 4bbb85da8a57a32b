"""An exchange with a place in which a plan is shared, against the place's own get and put.

The engines are measured where `PLANDESK_ENGINES` names the folder in which they are; a folder on
this disk needs none.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from benchmarks.ratios import Ratio, timed, turn_about
from desk.session import PlanSession
from desk.sharing import Exchanged, Sharing
from plan.changes.edits import set_action_field
from plan.council import DEFAULT_FORMAT
from plan.model.outline import built_plan
from sample_data.sample import large_outline
from store.plan_file import PlanFile
from store.sharing.engine import Engine
from store.sharing.places import opened_place
from tests.engines.servers import ENGINES, started

AT_MOST = 5.0
ROUNDS = 15
ACTIONS = 50
_OTHER = "another"
"""The plan with which the place is measured alone."""


def sharing(folder: Path) -> list[Ratio]:
    """Return the ratio of an exchange of one edit to a get and a put of the same bytes."""
    names = ("folder", *(("postgresql", "pouchdb-server") if os.environ.get(ENGINES) else ()))
    return [_ratio(name, folder) for name in names]


def _ratio(name: str, folder: Path) -> Ratio:
    path = folder / f"{name}.plan.json"
    plan = built_plan(large_outline(ACTIONS), DEFAULT_FORMAT)
    PlanFile.create(path, plan, label="Benchmark", who="", now=datetime.now(UTC))
    session = PlanSession.opened(path)
    numbers = count()

    def edited() -> None:
        action = session.plan.actions[0].id
        session.make(
            set_action_field(session.plan, action, "timescale", f"{next(numbers)}", name="t")
        )
        session.saved(30)

    def exchange() -> float:
        edited()
        kept = Sharing(session)
        begun = kept.begun(place, to_share=True)
        seconds = timed(lambda: done.append(begun()))
        kept.taken(done.pop(), place)
        return seconds

    done: list[Exchanged] = []
    with _place(name, folder) as place:
        content = _shared(place, session)

        def alone() -> float:
            text = content.replace(session.plan_id.encode(), _OTHER.encode())
            varied = text.replace(b'"timescale":"', f'"timescale":"{next(numbers)} '.encode(), 1)
            return timed(lambda: place.put(_OTHER, place.get(_OTHER).rev, varied))

        shared, own = turn_about(exchange, alone, ROUNDS)
    session.close()
    return Ratio(
        f"exchange of {ACTIONS} actions: {name}", shared, "its own get and put", own, AT_MOST
    )


def _shared(place: Engine, session: PlanSession) -> bytes:
    """Share the plan for the first time and return the bytes of its version."""
    first = Sharing(session)
    first.taken(first.begun(place, to_share=True)(), place)
    return place.get(session.plan_id).versions[0]


@contextmanager
def _place(name: str, folder: Path) -> Iterator[Engine]:
    server = started(name) if name != "folder" else None
    try:
        where = server.where if server is not None else str(folder / "shared")
        with closing(opened_place(where, is_new=True)) as place:
            yield place
    finally:
        if server is not None:
            server.end()
