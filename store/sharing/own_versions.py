"""What this laptop keeps of its exchange with others: on which version a plan stands here.

It lies in plandesk's own folder, never in the shared one: others may prune what everybody has
merged, and a laptop that was away for a month still has the version from which it went on.
"""

import hashlib
import secrets
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import AliasChoices, BaseModel, ConfigDict, Field

from files.ordinary import content_of
from plan.changes.ancestry import PlanVersion, outdated
from plan.changes.change import Change
from plan.model.plan import Plan
from store.errors import StoreError
from store.places import SHARED, changed_at, versions_folder
from store.safe_file import make_folder, write_safely
from store.sharing.version_file import (
    ENDING,
    LARGEST_VERSION,
    PLAN_ID,
    content_of_version,
    name_of,
    plan_of_rows,
    read_version,
)

_LARGEST_STATE = 4 * 1024 * 1024
_MOST_STEPS = 50
KEPT_BEHIND = 20
"""How many versions are kept beside those that are needed, for laptops that nobody knows of."""


class Step(BaseModel):
    """The plan stood on `version` once the change `revision` was made, of which `change` is a hash.

    `fetched_by` is the revision of the change that took the version up, so that to undo it is to
    leave the version again; 0 where the version was made of the plan. `is_all` says that the plan
    then held nothing that the version does not.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    version: str
    revision: int
    change: str
    fetched_by: int = 0
    is_all: bool = False


class SharedState(BaseModel):
    """Where a plan is shared, by which name this laptop is known there, and on what it stands.

    `where` is a folder or an address without a password. `exchanged_at` is when it was last
    exchanged (UTC, ISO 8601), `away` a sentence on why it could not be since, and `steps` are the
    versions on which the plan stood, the last one last. An earlier plandesk wrote "waiting" for
    `away`.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    where: str = ""
    laptop: str = ""
    exchanged_at: str = ""
    away: Annotated[str, Field(validation_alias=AliasChoices("away", "waiting"))] = ""
    steps: tuple[Step, ...] = ()


class OwnVersions(Mapping[str, PlanVersion]):
    """The versions of a plan that this laptop has, read from the disk as they are asked for."""

    def __init__(self, plan_id: str) -> None:
        if not PLAN_ID.fullmatch(plan_id):
            raise StoreError("This plan has no proper id, so it cannot be shared. It is as it was.")
        self.plan_id = plan_id
        self.folder = versions_folder() / plan_id
        self._read: dict[str, PlanVersion | None] = {}
        self._content: dict[str, bytes] = {}

    def __getitem__(self, name: str) -> PlanVersion:
        """Return the version of that name. Raises KeyError where it is not at hand."""
        if name not in self._read:
            self._read[name] = self._from_disk(name)
        version = self._read[name]
        if version is None:
            raise KeyError(name)
        return version

    def __contains__(self, name: object) -> bool:
        """Return whether the version can be read."""
        return isinstance(name, str) and self.get(name) is not None

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the versions at hand."""
        return iter(self._names())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._names())

    def names(self) -> frozenset[str]:
        """Return the names of the versions at hand, without a look into them."""
        return frozenset(self._names())

    def _names(self) -> list[str]:
        on_disk = (path.name.removesuffix(ENDING) for path in self._files())
        return sorted({*on_disk, *(name for name, one in self._read.items() if one is not None)})

    def _files(self) -> list[Path]:
        try:
            return [path for path in self.folder.glob(f"*{ENDING}") if path.name != SHARED]
        except OSError:
            return []

    def _from_disk(self, name: str) -> PlanVersion | None:
        try:
            content = content_of(self.folder / f"{name}{ENDING}", LARGEST_VERSION)
            if name_of(content) != name:
                return None
            version = read_version(content, self.plan_id)
        except (OSError, StoreError):
            return None
        self._content[name] = content
        return version

    def taken(self, content: bytes) -> str:
        """Read a version that came in and return its name; it is on the disk once it is kept.

        Raises StoreError where it is none of this plan.
        """
        name = name_of(content)
        if self._read.get(name) is None:
            self._read[name] = read_version(content, self.plan_id)
        self._content[name] = content
        return name

    def added(self, version: PlanVersion, *, is_sound: bool = False) -> tuple[str, bytes]:
        """Take up a version made here; return its name and its bytes.

        One that `is_sound` has the rows of a plan that is open. Raises StoreError where it could
        not be read by others: nothing of it is shared then.
        """
        content = content_of_version(self.plan_id, version)
        if is_sound:
            self._read[name_of(content)] = version
        return self.taken(content), content

    def content(self, name: str) -> bytes:
        """Return the bytes of a version at hand. Raises KeyError."""
        if name not in self._content:
            self[name]
        return self._content[name]

    def plan(self, name: str) -> Plan:
        """Return the plan that a version is. Raises KeyError where it is not at hand."""
        return plan_of_rows(self[name].rows)

    def keep(self, name: str) -> None:
        """Have a version on the disk. Raises OSError where the disk refuses."""
        path = self.folder / f"{name}{ENDING}"
        if name in self._content and not path.exists():
            make_folder(self.folder)
            write_safely(path, self._content[name])

    def state(self) -> SharedState:
        """Return what is known of the plan's sharing; nothing where it cannot be read."""
        try:
            content = content_of(self.folder / SHARED, _LARGEST_STATE)
            return SharedState.model_validate_json(content)
        except (OSError, ValueError):
            return SharedState()

    def save_state(self, state: SharedState) -> None:
        """Keep what is known of the plan's sharing. Raises OSError where the disk refuses."""
        make_folder(self.folder)
        laptop = state.laptop or secrets.token_hex(8)
        kept = state.model_copy(update={"laptop": laptop, "steps": state.steps[-_MOST_STEPS:]})
        write_safely(self.folder / SHARED, kept.model_dump_json(indent=1).encode())

    def prune(self, base: str) -> None:
        """Remove what lies behind the version `base`, but for the newest of it.

        It is looked at only once there is twice as much as is kept. Raises OSError.
        """
        files = self._files()
        if len(files) <= 2 * KEPT_BEHIND:
            return
        behind = outdated(self, (base,))
        spare = [path for path in files if path.name.removesuffix(ENDING) in behind]
        for path in sorted(spare, key=changed_at, reverse=True)[KEPT_BEHIND:]:
            path.unlink(missing_ok=True)


def hash_of(change: Change) -> str:
    """Return what tells a recorded change from every other."""
    return hashlib.sha256(change.model_dump_json().encode()).hexdigest()


def step_in(steps: Iterable[Step], newest_first: Iterable[Change]) -> Step | None:
    """Return the step on which a plan with this past stands, None where there is none.

    It is the latest whose change is in the past and was not undone since: who undoes what was
    fetched stands on the version before again, and fetches it another time.
    """
    left = sorted(steps, key=lambda step: step.revision)
    undone: dict[int, bool] = {}
    for change in newest_first:
        if change.of:
            undone.setdefault(change.of, change.kind == "undo")
        while left and left[-1].revision > change.revision:
            left.pop()
        while left and left[-1].revision == change.revision:
            step = left.pop()
            is_left = undone.get(step.fetched_by, False)
            if step.change == hash_of(change) and not is_left:
                return step
        if not left:
            return None
    return None
