"""Share a plan with colleagues: exchange versions of it by a folder or an engine.

What comes in is merged with the plan and saved as one change, which can be undone. The exchange
itself works on a plan as it was when it began, so it can be done while the officer goes on.
"""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from desk.session import PlanSession
from files.ordinary import reason_of
from plan.changes.ancestry import PlanVersion, brought_together, newest, outdated
from plan.changes.change import Change, tables_of
from plan.changes.merging import merge, merge_change
from plan.council.format import FormatError
from plan.model.conflicts import JsonTables, open_conflicts
from plan.text.line_breaks import counted
from store.errors import NotSavedError, StoreError
from store.pictures import picture_names, pictures_folder, pictures_in, take_along
from store.schema import local_time
from store.sharing.engine import AwayError, Engine, Held, KeepingEngine, StaleError
from store.sharing.folder import SharedFolder
from store.sharing.own_versions import OwnVersions, SharedState, Step, hash_of, step_in
from store.sharing.places import opened_place
from store.sharing.version_file import NewerVersionError, content_of_version, name_of

FETCH_LABEL = "Fetch what colleagues have shared"
LEFT_OUT = (
    "A version that is shared there is damaged and was left out: the plan holds nothing of it. "
    "Who shared it can share it again."
)
LARGE = 8 * 1024 * 1024
"""Bytes of a version from which on it is asked whether the plan with it is not too large."""
MOST_TRIES = 200
"""How often a version is put again where colleagues put theirs at the same time."""


@dataclass(frozen=True)
class Exchanged:
    """What an exchange with a place came to, before it is in the plan.

    `wanted` are the rows that the plan should have, made from those of `before`. They come from the
    version `base`, and are nothing more than that where `is_all`. `is_shared` says that the place
    has that version, `is_new` that it was made of what was done here. `fetched` is how many
    versions came in, `problems` has a sentence for each that waits, `pictures` one on those of the
    plan that are not there.
    """

    before: JsonTables
    wanted: JsonTables
    base: str
    is_all: bool
    is_shared: bool = False
    is_new: bool = False
    fetched: int = 0
    problems: tuple[str, ...] = ()
    pictures: str = ""


@dataclass(frozen=True)
class SharingStatus:
    """Where a plan is shared, and whether all of it is.

    `exchanged_at` is on the officer's own clock; `away` is why the last try came to nothing,
    `conflicts` how many conflicts wait for the officer, and `waiting` how many versions of
    colleagues lay there when it was looked last.
    """

    where: str
    is_shared: bool
    exchanged_at: datetime | None
    away: str = ""
    conflicts: int = 0
    waiting: int = 0


class Sharing:
    """The exchange of one open plan with a place. Raises StoreError for a plan without an id."""

    def __init__(self, session: PlanSession) -> None:
        self._session = session
        self._own = OwnVersions(session.plan_id)

    @property
    def where(self) -> str:
        """Where the plan is shared, empty where it is not."""
        return self._own.state().where

    def begun(self, engine: Engine, *, to_share: bool) -> Callable[[], Exchanged]:
        """Return an exchange of the plan as it is now, to be run on any thread.

        It raises AwayError where the place cannot be reached, and StoreError.
        """
        plan, step = self._session.plan, self._step()
        lists = lists_of(self._session)

        def exchange() -> Exchanged:
            return _Exchange(self._own, engine, step, lists).done(tables_of(plan), to_share)

        return exchange

    def look(self) -> Callable[[], int]:
        """Return a look at how many versions of colleagues the plan has not, for any thread.

        Nothing is merged or kept. It raises AwayError where the place cannot be reached, and
        StoreError.
        """
        where, step = self.where, self._step()

        def count() -> int:
            with closing(opened_place(where)) as engine:
                return _Exchange(self._own, engine, step, frozenset()).waiting()

        return count

    def taken(self, exchanged: Exchanged, engine: Engine) -> bool:
        """Put what came in into the plan, as one change, and note it; return whether any came.

        What was edited meanwhile stays. Raises NotSavedError where nothing can come of it.
        """
        now, wanted = tables_of(self._session.plan), exchanged.wanted
        is_as_it_was = now == exchanged.before
        if not is_as_it_was:
            wanted = merge(exchanged.before, now, wanted, lists_of(self._session))
        change = merge_change(now, wanted).model_copy(update={"label": FETCH_LABEL})
        try:
            is_changed = self._session.make(change)
        except ValueError as error:
            raise NotSavedError(
                f"What colleagues have shared does not make a plan with {self._session.name} "
                f"({error}). The plan is as it was."
            ) from error
        self._session.versions_waiting = 0
        is_all = exchanged.is_all and is_as_it_was
        self._note(exchanged, engine, is_changed=is_changed, is_all=is_all)
        return is_changed

    def note_away(self, where: str, problem: str) -> None:
        """Remember where a plan is to be shared, and why it could not be."""
        state = self._own.state()
        self._save(state.model_copy(update={"where": where or state.where, "away": problem}))

    def status(self) -> SharingStatus:
        """Return whether everything of the plan is shared, and when it was exchanged last."""
        state = self._own.state()
        step, last = next(reversed(state.steps), None), next(self._session.newest_first(), None)
        is_shared = (
            step is not None
            and step.is_all
            and last is not None
            and (step.revision, step.change) == (last.revision, hash_of(last))
        )
        conflicts = len(open_conflicts(self._session.plan))
        at = local_time(state.exchanged_at)
        waiting = self._session.versions_waiting
        return SharingStatus(state.where, is_shared, at, state.away, conflicts, waiting)

    def _step(self) -> Step | None:
        return step_in(self._own.state().steps, self._session.newest_first())

    def _note(
        self, exchanged: Exchanged, engine: Engine, *, is_changed: bool, is_all: bool
    ) -> None:
        state, last, before = self._own.state(), next(self._session.newest_first(), None), None
        steps = state.steps
        if exchanged.base and last is not None:
            before = step_in(steps, self._session.newest_first())
            step = Step(
                version=exchanged.base,
                revision=last.revision,
                change=hash_of(last),
                fetched_by=_fetched_by(exchanged, before, last, is_changed=is_changed),
                is_all=is_all,
            )
            steps = steps if step == before else (*steps, step)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        noted = {"where": engine.where, "exchanged_at": now, "away": "", "steps": steps}
        self._save(state.model_copy(update=noted))
        if exchanged.base and isinstance(engine, KeepingEngine):
            engine.note_merged(self._own.plan_id, self._own.state().laptop, exchanged.base)
            if exchanged.is_shared:
                engine.prune(outdated(self._own, engine.stands(self._own.plan_id)))

    def _save(self, state: SharedState) -> None:
        try:
            self._own.save_state(state)
        except OSError as error:
            raise NotSavedError(
                f"The plan {self._session.name} is saved, but what was exchanged could not be "
                f"noted: {reason_of(error)}. The next exchange asks for it again."
            ) from error


def _fetched_by(
    exchanged: Exchanged, before: Step | None, last: Change, *, is_changed: bool
) -> int:
    """Return which change took up the version on which the plan stands, 0 where none did."""
    if before is not None and before.version == exchanged.base:
        return before.fetched_by
    return last.revision if is_changed and not exchanged.is_new else 0


def exchange_now(session: PlanSession, to: str = "", *, to_share: bool) -> Exchanged:
    """Exchange an open plan with the place where it is shared, or from now on with another.

    Raises AwayError, which is noted, and StoreError; nothing of the plan is changed then.
    """
    sharing = Sharing(session)
    if session.read_only_reason:
        raise NotSavedError(session.read_only_reason)
    where = to or sharing.where
    if not where:
        raise StoreError(
            f"The plan {session.name} is not shared yet: say where, as in plandesk share "
            f"“{session.name}” --to FOLDER. It is as it was."
        )
    with closing(opened_place(where, is_new=bool(to))) as engine:
        try:
            exchanged = sharing.begun(engine, to_share=to_share)()
        except AwayError as error:
            sharing.note_away(engine.where, str(error))
            raise
        sharing.taken(exchanged, engine)
        return with_pictures(exchanged, session, engine)


def with_pictures(exchanged: Exchanged, session: PlanSession, engine: Engine) -> Exchanged:
    """Exchange the pictures of a plan too, and return the exchange with what is to be said of them.

    A folder has them by their hashes, beside the versions; a server carries none.
    """
    names = picture_names(session.plan)
    if not names:
        return exchanged
    own = pictures_folder(session.path)
    why = "pictures do not travel by a server"
    if isinstance(engine, SharedFolder):
        try:
            take_along(engine.pictures, own, names)
            if exchanged.is_shared:
                take_along(own, engine.pictures, names, for_everybody=True)
            why = f"no colleague has shared them in {engine.pictures}"
        except OSError as error:
            why = f"they could not be copied: {reason_of(error)}"
            return replace(exchanged, pictures=f"The pictures: {why}.")
    missing = len(names) - len(pictures_in(own, names))
    if missing:
        said = counted(missing, "picture")
        left = f"{said} of the plan {'is' if missing == 1 else 'are'} not in {own}: {why}."
        return replace(exchanged, pictures=left)
    if isinstance(engine, SharedFolder) or not exchanged.is_shared:
        return exchanged
    said = "Pictures do not travel by a server: give your colleagues the folder"
    return replace(exchanged, pictures=f"{said} {own} yourself.")


def exchanged_in_words(exchanged: Exchanged, name: str, where: str) -> str:
    """Return what an exchange came to, in a sentence or two."""
    came = counted(exchanged.fetched, "version")
    fetched = f"{came} of colleagues came in." if exchanged.fetched else "Nothing new came in."
    if exchanged.is_shared:
        said = f"Shared: {name}, in {where}. {fetched}"
        return f"{said} {exchanged.pictures}".rstrip()
    left = "" if exchanged.is_all or not exchanged.base else " What you did here is not shared yet."
    return f"Fetched: {name}, from {where}. {fetched}{left} {exchanged.pictures}".rstrip()


def what_waits(exchanged: Exchanged, session: PlanSession, shown_by: str = "") -> str:
    """Return what waits for the officer after an exchange, empty where nothing does."""
    return " ".join(filter(None, (*exchanged.problems, conflicts_waiting(session, shown_by))))


def conflicts_waiting(session: PlanSession, shown_by: str = "") -> str:
    """Return a sentence on the conflicts that wait in a plan, empty where none does.

    `shown_by` says what shows them, where that is not the command.
    """
    count = len(open_conflicts(session.plan))
    if not count:
        return ""
    return (
        f"{counted(count, 'conflict')} {'waits' if count == 1 else 'wait'} for you: "
        f"{shown_by or f'plandesk conflicts “{session.name}” shows every wording'}, and none is "
        "lost."
    )


def lists_of(session: PlanSession) -> frozenset[str]:
    """Return the ids of the council's own fields that hold lists, none without its format."""
    try:
        return session.council.own_lists
    except FormatError:
        return frozenset()


class _Exchange:
    """One exchange with a place: get, merge, put, until the place takes it."""

    def __init__(
        self, own: OwnVersions, engine: Engine, step: Step | None, lists: frozenset[str]
    ) -> None:
        self._own = own
        self._engine = engine
        self._base = step.version if step is not None and step.version in own else ""
        self._lists = lists
        self._fetched: set[str] = set()
        self._problems: dict[str, None] = {}

    def done(self, rows: JsonTables, to_share: bool) -> Exchanged:
        for _ in range(MOST_TRIES):
            held = self._engine.get(self._own.plan_id, self._is_known())
            incoming = self._incoming(held)
            base, wanted = self._merged(rows, incoming)
            is_all = bool(base) and wanted == self._own[base].rows
            found = Exchanged(rows, wanted, base, is_all)
            if to_share:
                try:
                    found = self._put(held, found)
                except StaleError:
                    continue
            self._keep(found.base, *incoming)
            problems = tuple(self._problems)
            return replace(found, fetched=len(self._fetched), problems=problems)
        raise AwayError(
            f"Colleagues share so much at {self._engine.where} that this plan found no gap. It is "
            "as it was: try again in a minute."
        )

    def waiting(self) -> int:
        """Return how many versions are there that the plan does not hold."""
        self._incoming(self._engine.get(self._own.plan_id, self._is_known()))
        return len(self._fetched)

    def _is_known(self) -> frozenset[str]:
        return self._own.names() | self._behind()

    def _behind(self) -> frozenset[str]:
        """Return the version on which the plan stands and all that it comes from."""
        return self._own[self._base].ancestors | {self._base} if self._base else frozenset()

    def _incoming(self, held: Held) -> tuple[str, ...]:
        """Return the newest of what is there and not in the plan yet."""
        names = {name for name in held.known - self._behind() if name in self._own}
        for content in held.versions:
            try:
                name = self._own.taken(content)
            except NewerVersionError as error:
                if not isinstance(self._engine, KeepingEngine):
                    raise  # what is put there would take its place
                self._problems[str(error)] = None
            except StoreError:
                self._problems[LEFT_OUT] = None
            else:
                if name not in self._behind():
                    names.add(name)
        self._fetched |= names
        return newest(self._own, names)

    def _merged(self, rows: JsonTables, incoming: tuple[str, ...]) -> tuple[str, JsonTables]:
        """Return on which version the plan stands once what came in is in it, and its rows then.

        Versions are always brought together alone first, without what was edited here: so every
        laptop makes the same version of the same ones.
        """
        heads = newest(self._own, {*incoming, *([self._base] if self._base else ())})
        if not heads:
            return "", rows
        name = heads[0]
        if len(heads) > 1:
            together = brought_together(self._own, heads, self._lists)
            name, _ = self._own.added(together)
        before = self._own[self._base].rows if self._base else {}
        theirs = self._own[name].rows
        if rows == before or name == self._base:
            return name, theirs if rows == before else rows
        merged = merge(before, rows, theirs, self._lists)
        if len(self._own.content(name)) > LARGE:  # what comes of it could be opened by nobody
            content_of_version(self._own.plan_id, PlanVersion(merged))
        return name, merged

    def _put(self, held: Held, found: Exchanged) -> Exchanged:
        """Put the plan into the place as a version, unless the place has just that."""
        there = held.known.union(map(name_of, held.versions))
        base, between = PlanVersion({}), list[bytes]()
        if found.base:
            base = self._own[found.base]
        if found.base and found.base not in there:
            between.append(self._own.content(found.base))
        if found.is_all and not between:
            return replace(found, is_shared=True)
        if found.is_all:
            self._engine.put(self._own.plan_id, held.rev, between[0])
            return replace(found, is_shared=True)
        parents = (found.base,) if found.base else ()
        version = PlanVersion(found.wanted, parents, base.ancestors.union(parents))
        is_sound = found.wanted is found.before
        name, content = self._own.added(version, is_sound=is_sound)
        self._engine.put(self._own.plan_id, held.rev, content, between)
        return replace(found, base=name, is_all=True, is_shared=True, is_new=True)

    def _keep(self, *names: str) -> None:
        try:
            for name in filter(None, names):
                self._own.keep(name)
            if names[0]:
                self._own.prune(names[0])
        except OSError as error:
            raise NotSavedError(
                f"What colleagues have shared could not be kept here: {reason_of(error)}. The plan "
                "is as it was; fetch it again once that is mended."
            ) from error
