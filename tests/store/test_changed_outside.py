"""A file that another program has changed: read, gone on from, or left with the plan beside it."""

import json
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from plan.changes.change import Change, applied, tables_of
from plan.changes.edits import set_action_field
from plan.changes.merging import MERGE_LABEL, compared, merge_change, resolved
from plan.model.plan import Plan, plan_of
from store.errors import CannotMergeError, ChangedOutsideError, NotSavedError
from store.history import Past, history_path
from store.places import plans_folder
from store.plan_file import PlanFile
from store.save_copy import copy_path, save_copy
from store.saver import Saver, SaveState
from tests.plan.strategies import small_plan
from tests.store.failing_disk import history_unreadable_before
from tests.store.plans import (
    NOW,
    SMALL,
    made,
    stored_tables,
    stored_timescale,
    three_rows,
    timescale,
)

LONG = 60.0


def pages(plan: Plan, text: str) -> Change:
    return set_action_field(plan, plan.actions[0].id, "pages", text, name="pages")


def edited_by_hand(path: Path, field: str, text: str) -> None:
    """Change a field of the first action in the file itself, as no plandesk would."""
    tables = stored_tables(path.read_bytes())
    tables["actions"][SMALL.actions[0].id][field] = text
    path.write_text(json.dumps(tables), encoding="utf-8")


def merged_with_file(file: PlanFile, ours: Plan) -> Plan:
    """Bring the plan together with what is in the file, save it and return it."""
    changed = file.changed_outside()
    assert changed is not None
    wanted = resolved(compared(changed.base, tables_of(ours), changed.rows), {})
    change = merge_change(changed.rows, wanted)
    file.adopt(changed)
    file.save(change)
    return applied(changed.plan, change)


def test_a_file_as_it_was_left_is_not_changed(path: Path) -> None:
    file = made(path)
    assert file.changed_outside() is None
    file.save(timescale(SMALL, "Monthly"))
    assert file.changed_outside() is None
    path.write_bytes(path.read_bytes())
    os.utime(path, (0, 0))
    assert file.changed_outside() is None


def test_what_another_plandesk_saved_is_brought_together_in_one_change_on_top(path: Path) -> None:
    file = made(path)
    other = PlanFile.open(path)
    other.save(timescale(SMALL, "Monthly"))
    other.save(pages(applied(SMALL, timescale(SMALL, "Monthly")), "Page 9"))
    ours = applied(SMALL, timescale(SMALL, "Weekly"))
    merged = merged_with_file(file, ours)
    assert PlanFile.open(path).plan == merged
    assert (merged.actions[0].timescale, merged.actions[0].pages) == ("Weekly", "Page 9")
    history = PlanFile.open(path).history.read()
    assert [change.revision for change in history] == [1, 2, 3, 4]
    assert history[-1].label == MERGE_LABEL


def test_both_states_can_be_reached_again_through_the_history(path: Path) -> None:
    file = made(path)
    PlanFile.open(path).save(timescale(SMALL, "Monthly"))
    merged_with_file(file, applied(SMALL, timescale(SMALL, "Weekly")))
    merge = PlanFile.open(path).history.read()[-1]
    (row,) = merge.rows
    assert row.before is not None
    assert row.after is not None
    assert (row.before["timescale"], row.after["timescale"]) == ("Monthly", "Weekly")


def test_what_was_written_in_the_file_itself_goes_on_from_what_was_saved(path: Path) -> None:
    file = made(path)
    edited_by_hand(path, "pages", "Page 9")
    changed = file.changed_outside()
    assert changed is not None
    assert changed.base == tables_of(SMALL)
    merged = merged_with_file(file, applied(SMALL, timescale(SMALL, "Weekly")))
    assert (merged.actions[0].timescale, merged.actions[0].pages) == ("Weekly", "Page 9")
    assert PlanFile.open(path).plan == merged


def test_a_change_that_only_the_file_has_recorded_still_goes_on_from_ours(path: Path) -> None:
    file = made(path)
    kept = file.history.path.read_bytes()
    PlanFile.open(path).save(timescale(SMALL, "Monthly"))
    file.history.path.write_bytes(kept)
    changed = file.changed_outside()
    assert changed is not None
    assert changed.base == tables_of(SMALL)


def test_a_history_that_cannot_be_read_is_said_and_nothing_is_taken_for_known(path: Path) -> None:
    file = made(path)
    other = PlanFile.open(path)
    other.save(timescale(SMALL, "Monthly"))
    other.save(pages(applied(SMALL, timescale(SMALL, "Monthly")), "Page 9"))
    newest = history_path(path).read_bytes().splitlines(keepends=True)[-1]
    with history_unreadable_before(history_path(path).stat().st_size - len(newest)):
        problem = read_to_its_end(PlanFile.open(path))
        changed = file.changed_outside()
    assert changed is not None
    assert changed.base == {}
    assert changed.problem == problem
    assert problem.startswith("The history of a cannot be read to its beginning:")
    again = file.changed_outside()
    assert again is not None
    assert (again.base, again.problem) == (tables_of(SMALL), "")


def read_to_its_end(file: PlanFile) -> str:
    """Return what the history says of itself where it cannot be read to its beginning."""
    past = Past(file.newest_first())
    assert list(past)
    return past.problem


def test_an_older_copy_brought_back_takes_nothing_from_the_screen(path: Path) -> None:
    file = made(path)
    copy = path.read_bytes()
    file.save(timescale(SMALL, "Monthly"))
    saved = applied(SMALL, timescale(SMALL, "Monthly"))
    path.write_bytes(copy)
    changed = file.changed_outside()
    assert changed is not None
    assert changed.base == {}
    merged = merged_with_file(file, applied(saved, pages(saved, "Page 9")))
    assert (merged.actions[0].timescale, merged.actions[0].pages) == ("Monthly", "Page 9")
    assert [change.revision for change in PlanFile.open(path).history.read()] == [1, 2]


def test_a_copy_that_went_another_way_takes_nothing_from_the_screen(path: Path) -> None:
    file = made(path)
    elsewhere = path.with_name("elsewhere.plan.json")
    elsewhere.write_bytes(path.read_bytes())
    other = PlanFile.open(elsewhere)
    plan = SMALL
    for change in (three_rows(SMALL), pages(applied(SMALL, three_rows(SMALL)), "Page 9")):
        other.save(change)
        plan = applied(plan, change)
    file.save(timescale(SMALL, "Weekly"))
    path.write_bytes(elsewhere.read_bytes())
    ours = applied(SMALL, timescale(SMALL, "Weekly"))
    changed = file.changed_outside()
    assert changed is not None
    found = compared(changed.base, tables_of(ours), changed.rows)
    assert [(one.field, one.ours, one.theirs) for one in found.differences] == [
        ("timescale", "Weekly", "Monthly")
    ]
    merged = merged_with_file(file, ours)
    assert merged.actions[0].timescale == "Weekly"
    assert set(plan.action_rows) | set(SMALL.action_rows) == set(merged.action_rows)


def test_a_second_change_from_outside_is_noticed_as_the_first_was(path: Path) -> None:
    file = made(path)
    PlanFile.open(path).save(timescale(SMALL, "Monthly"))
    changed = file.changed_outside()
    assert changed is not None
    edited_by_hand(path, "pages", "Page 9")
    file.adopt(changed)
    ours = applied(changed.plan, timescale(changed.plan, "Weekly"))
    with pytest.raises(ChangedOutsideError):
        file.save(timescale(changed.plan, "Weekly"))
    merged = merged_with_file(file, ours)
    assert (merged.actions[0].timescale, merged.actions[0].pages) == ("Weekly", "Page 9")


def damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def gone(path: Path) -> None:
    path.unlink()


def a_word_file(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 and more")


def another_plan(path: Path) -> None:
    other = small_plan(("Another aim", "Another action"))
    cover = other.cover.model_copy(update={"id": "another"})
    aims = (aim.model_copy(update={"parent": "another"}) for aim in other.aims)
    made(path, plan_of([cover, *aims]), replace=True)


def newer(path: Path) -> None:
    tables = stored_tables(path.read_bytes())
    tables["meta"]["plan"]["schema_version"] = 99
    path.write_text(json.dumps(tables), encoding="utf-8")


def marked_read_only(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")
    path.chmod(0o444)


def folder_gone(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (damaged, "damaged"),
        (emptied, "empty"),
        (gone, "is gone"),
        (a_word_file, "another kind of document"),
        (another_plan, "another plan"),
        (newer, "was written by a newer plandesk meanwhile, so"),
        (marked_read_only, "is marked as read-only now, so"),
        (folder_gone, "could not be read"),
    ],
)
def test_what_is_no_state_of_this_plan_is_said_and_the_plan_kept_beside_it(
    path: Path, spoil: Callable[[Path], None], words: str
) -> None:
    file = made(path)
    ours = applied(SMALL, timescale(SMALL, "Weekly"))
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(CannotMergeError, match=words):
        file.changed_outside()
    kept = copy_path(path)
    save_copy(kept, ours, name=path.name, who="A. Officer", now=NOW)
    assert kept.name == "a (kept).plan.json"
    assert PlanFile.open(kept).plan == ours
    assert (path.read_bytes() if path.is_file() else None) == before


def test_what_is_kept_beside_overwrites_nothing(path: Path) -> None:
    made(path)
    first = copy_path(path)
    save_copy(first, SMALL, name=path.name, who="", now=NOW)
    second = copy_path(path)
    save_copy(second, applied(SMALL, timescale(SMALL, "Weekly")), name=path.name, who="", now=NOW)
    assert [first.name, second.name] == ["a (kept).plan.json", "a (kept 2).plan.json"]
    assert stored_timescale(first) == ""


def test_a_plan_whose_folder_is_gone_is_kept_on_the_desk(tmp_path: Path) -> None:
    kept = copy_path(tmp_path / "a stick that was pulled out" / "a.plan.json")
    assert kept == plans_folder() / "a (kept).plan.json"
    save_copy(kept, SMALL, name="a.plan.json", who="", now=NOW)
    assert PlanFile.open(kept).plan == SMALL


def test_keeping_a_plan_where_the_disk_refuses_is_said(tmp_path: Path) -> None:
    (tmp_path / "a file").write_bytes(b"")
    with pytest.raises(NotSavedError):
        save_copy(tmp_path / "a file" / "a.plan.json", SMALL, name="a", who="", now=NOW)


def test_the_saver_says_that_the_file_was_changed_outside_and_gives_up_what_waits(
    path: Path,
) -> None:
    told: list[SaveState] = []
    file = made(path)
    saver = Saver(file, told.append)
    PlanFile.open(path).save(pages(SMALL, "Page 9"))
    first = timescale(SMALL, "Weekly")
    second = timescale(applied(SMALL, first), "Monthly")
    saver.submit(first)
    saver.submit(second)
    assert not saver.flush(LONG)
    assert saver.state.is_changed_outside
    with saver.paused():
        changed = file.changed_outside()
        assert changed is not None
        assert saver.abandon() == (first, second)
        file.adopt(changed)
    assert saver.state.kind == "saved"
    saver.submit(timescale(changed.plan, "Weekly"))
    assert saver.flush(LONG)
    saver.close()
    assert stored_timescale(path) == "Weekly"
    assert [thread for thread in threading.enumerate() if thread.name == "saving"] == []


def test_a_full_disk_is_no_change_from_outside(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = made(path)

    def refuses(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuses)
    saver = Saver(file, lambda _: None)
    saver.submit(timescale(SMALL, "Weekly"))
    assert not saver.flush(LONG)
    assert saver.state.kind == "unsaved"
    assert not saver.state.is_changed_outside
    monkeypatch.undo()
    saver.close()
