"""What is done with backups, the bin and drafts, as a table like that of the operations."""

import shutil
from collections.abc import Callable
from pathlib import Path

from plan.changes.ancestry import PlanVersion
from plan.changes.change import tables_of
from store import bin as plan_bin
from store.backups import backups_of
from store.drafts import Draft, TypedText, write_draft
from store.plan_file import PlanFile
from store.restoring import bring_back, recoveries
from store.sharing.folder import SharedFolder
from store.sharing.own_versions import OwnVersions, SharedState
from store.sharing.version_file import content_of_version, name_of
from tests.store.operation import (
    MONTHLY_PLAN,
    PLAN,
    Operation,
    at_home,
    check_three_rows,
    save_three_rows,
    saved_monthly,
    sound_plan,
)
from tests.store.plans import NOW, SMALL

SPOILT = b'{"meta": {"plan": {"format": "plan'


def inside(folder: Path, prepare: Callable[[Path], object]) -> None:
    """Prepare with everything of plandesk's own in the folder as well."""
    with at_home(folder):
        prepare(folder)


def without_backups(folder: Path) -> None:
    """Make a plan whose next save is the first of the day, so that it is backed up before."""
    with at_home(folder):
        saved_monthly(folder)
    shutil.rmtree(folder / "backups")


def save_with_backup(folder: Path) -> None:
    with at_home(folder):
        save_three_rows(folder)


def check_backed_up(folder: Path, is_done: bool) -> None:
    with at_home(folder):
        path = folder / PLAN
        check_three_rows(folder, is_done)
        for backup in backups_of(SMALL.cover.id):
            assert PlanFile.open(backup.path, read_only_because="a backup").plan == MONTHLY_PLAN
        newest_first = [recovery.plan for recovery in recoveries(path)]
        assert newest_first[:1] in ([], [PlanFile.open(path).plan])
        assert newest_first[1:] in ([], [MONTHLY_PLAN])


def spoilt(folder: Path) -> None:
    with at_home(folder):
        saved_monthly(folder)
        (folder / PLAN).write_bytes(SPOILT)


def restore(folder: Path) -> None:
    with at_home(folder):
        bring_back(folder / PLAN, recoveries(folder / PLAN)[0], NOW)


def check_restored(folder: Path, is_done: bool) -> None:
    path = folder / PLAN
    beside = {file.read_bytes() for file in folder.glob("*.json")}
    assert SPOILT in beside
    if is_done or path.read_bytes() != SPOILT:
        assert sound_plan(path).plan == MONTHLY_PLAN
    else:
        restore(folder)
        assert sound_plan(path).plan == MONTHLY_PLAN


def delete(folder: Path) -> None:
    with at_home(folder):
        plan_bin.delete(folder / PLAN, NOW)


def check_deleted(folder: Path, is_done: bool) -> None:
    path = folder / PLAN
    with at_home(folder):
        in_bin = plan_bin.deleted_plans()
        assert not path.exists() if is_done else path.exists() or in_bin
        if not path.exists():
            plan_bin.bring_back(in_bin[0])
        assert sound_plan(path).plan == MONTHLY_PLAN


def deleted(folder: Path) -> None:
    with at_home(folder):
        saved_monthly(folder)
    delete(folder)


def bring_back_from_bin(folder: Path) -> None:
    with at_home(folder):
        plan_bin.bring_back(plan_bin.deleted_plans()[0])


def check_back_from_bin(folder: Path, is_done: bool) -> None:
    path = folder / PLAN
    assert path.exists() or not is_done
    if not path.exists():
        bring_back_from_bin(folder)
    assert sound_plan(path).plan == MONTHLY_PLAN


def draft_of(text: str) -> Draft:
    typed = TypedText(label="Timescale", was="", typed=text)
    return Draft(plan_id=SMALL.cover.id, path="", at="", field=typed)


def keep_draft(folder: Path, text: str) -> None:
    write_draft(folder / "drafts" / "one.draft", draft_of(text))


def check_draft(folder: Path, is_done: bool) -> None:
    content = (folder / "drafts" / "one.draft").read_bytes()
    kept = Draft.model_validate_json(content)
    assert kept == draft_of("Decem") or (kept == draft_of("Dec") and not is_done)


VERSIONS = [
    content_of_version(SMALL.cover.id, PlanVersion(tables_of(plan)))
    for plan in (SMALL, MONTHLY_PLAN)
]


def share_version(folder: Path, content: bytes) -> None:
    """Put a version in the shared folder, keep it here, and note that the plan stands on it."""
    with at_home(folder):
        place, own = SharedFolder(folder / "shared"), OwnVersions(SMALL.cover.id)
        (folder / "shared").mkdir(exist_ok=True)
        name = own.taken(content)
        place.put(SMALL.cover.id, place.get(SMALL.cover.id).rev, content)
        own.keep(name)
        own.save_state(SharedState(where=name, laptop="laptop"))
        place.note_merged(SMALL.cover.id, "laptop", name)


def check_shared(folder: Path, is_done: bool) -> None:
    with at_home(folder):
        place, own = SharedFolder(folder / "shared"), OwnVersions(SMALL.cover.id)
        there = place.get(SMALL.cover.id).versions
        assert VERSIONS[0] in there
        assert set(there) <= set(VERSIONS)
        assert set(own) <= set(map(name_of, VERSIONS))
        assert name_of(VERSIONS[0]) in own
        noted = own.state().where
        assert noted in own
        assert noted == name_of(VERSIONS[1]) or not is_done
        share_version(folder, VERSIONS[1])
        assert set(place.get(SMALL.cover.id).versions) == set(VERSIONS)


KEPT_ELSEWHERE = (
    Operation("back up before a change", without_backups, save_with_backup, check_backed_up),
    Operation("restore a plan", spoilt, restore, check_restored),
    Operation("delete a plan", lambda folder: inside(folder, saved_monthly), delete, check_deleted),
    Operation("bring a plan back from the bin", deleted, bring_back_from_bin, check_back_from_bin),
    Operation("share a version", lambda folder: share_version(folder, VERSIONS[0]),
              lambda folder: share_version(folder, VERSIONS[1]), check_shared),
    Operation("keep a draft", lambda folder: keep_draft(folder, "Dec"),
              lambda folder: keep_draft(folder, "Decem"), check_draft),
)  # fmt: skip
