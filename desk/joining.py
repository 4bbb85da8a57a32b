"""Join the plans that colleagues share: the first fetch on another laptop."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from desk.new_plan import make_new_plan_file, make_plan_file
from desk.session import PlanSession
from desk.sharing import LEFT_OUT, Exchanged, Sharing, what_waits, with_pictures
from plan.changes.ancestry import brought_together, newest
from plan.changes.change import tables_of
from plan.council.format import FormatError
from plan.model.plan import Plan
from plan.text.line_breaks import counted
from store.errors import NotAPlanError, StoreError
from store.formats import format_for
from store.places import new_plan_path, plans_folder
from store.plans_folder import plans_on_desk
from store.sharing.engine import Engine
from store.sharing.own_versions import OwnVersions
from store.sharing.places import opened_place
from store.sharing.version_file import NewerVersionError

JOIN_LABEL = "Joined"


class Joined(NamedTuple):
    """A plan that was joined: its file, and a sentence on what waits in it, empty for nothing."""

    path: Path
    waits: str


def join(where: str, out: str, on_warning: Callable[[str], None]) -> tuple[Joined, ...]:
    """Make a plan of each that is shared at `where` and not on the desk yet; return them.

    `out` names the plan, where it is one, and then it may be on the desk too. Raises StoreError,
    whose text is for the officer, where nothing can be made.
    """
    with closing(opened_place(where)) as engine:
        ids = engine.plans()
        if not ids:
            raise StoreError(f"No plan is shared in {engine.where}. Nothing was made.")
        there = {one.plan_id: one.name for one in plans_on_desk(plans_folder())}
        wanted = [one for one in ids if out or one not in there]
        if not wanted:
            raise StoreError(
                f"{there[ids[0]]} is on the desk already, and it was left as it is. plandesk share "
                f"“{there[ids[0]]}” --to “{where}” exchanges it with what is there."
            )
        if out and len(wanted) > 1:
            raise StoreError(
                f"{counted(len(wanted), 'plan')} are shared in {engine.where}, and --out names "
                "one. Nothing was made: without it they are called by their titles."
            )
        return tuple(_joined(engine, plan_id, out, on_warning) for plan_id in wanted)


def _joined(engine: Engine, plan_id: str, out: str, on_warning: Callable[[str], None]) -> Joined:
    own = OwnVersions(plan_id)
    exchanged = _fetch_all(own, engine)
    path = _make_plan(own.plan(exchanged.base), engine.where, out, on_warning)
    session = PlanSession.opened(path, is_command=True)
    try:
        Sharing(session).taken(exchanged, engine)
        shown = with_pictures(exchanged, session, engine).pictures
        return Joined(path, " ".join(filter(None, (what_waits(exchanged, session), shown))))
    finally:
        session.close()


def _fetch_all(own: OwnVersions, engine: Engine) -> Exchanged:
    """Keep here every version that is shared of a plan; return the one that holds all of them.

    Raises NotAPlanError where none can be read.
    """
    names: set[str] = set()
    problems: dict[str, None] = {}
    for content in engine.get(own.plan_id).versions:
        try:
            names.add(own.taken(content))
        except NewerVersionError as error:
            problems[str(error)] = None
        except StoreError:
            problems[LEFT_OUT] = None
    heads = newest(own, names)
    if not heads:
        raise NotAPlanError(
            f"Nothing that is shared in {engine.where} can be read as a plan. Nothing was made. "
            f"{next(iter(problems), '')}".rstrip()
        )
    name = heads[0]
    if len(heads) > 1:
        name, _ = own.added(brought_together(own, heads, _lists(own, name)))
    own.keep(name)
    rows = tables_of(own.plan(name))
    return Exchanged(rows, rows, name, is_all=True, fetched=len(names), problems=tuple(problems))


def _make_plan(plan: Plan, where: str, out: str, on_warning: Callable[[str], None]) -> Path:
    """Make the file of a plan that is shared at `where`: called `out`, or else by its title."""
    title, label = plan.cover.title or "Plan", f"{JOIN_LABEL} {where}"
    if not out:
        return make_new_plan_file(title, plan, label, on_warning)
    path = new_plan_path(out, title)
    return make_plan_file(path, plan, label, is_command=True, on_warning=on_warning)


def _lists(own: OwnVersions, name: str) -> frozenset[str]:
    """Return which of the council's own fields hold lists, as every laptop that merges has it."""
    try:
        return format_for(own.plan(name).cover.format).own_lists
    except FormatError:
        return frozenset()
