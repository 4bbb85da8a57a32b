"""Whatever the disk does, a change is saved wholly or not at all, and can be saved again."""

import contextlib
from pathlib import Path

from plan.changes.change import applied, tables_of
from store.errors import NotSavedError, StoreError
from store.plan_file import PlanFile
from tests.store.failing_disk import ERRORS, failing, temporaries
from tests.store.plans import SMALL, made, stored_timescale, three_rows, timescale

STORE = ("store.safe_file", "store.storage", "store.history")


@ERRORS
def test_whichever_call_fails_saving_again_succeeds_and_nothing_is_made_twice(
    path: Path, error: int
) -> None:
    change = three_rows(SMALL)
    wanted = tables_of(applied(SMALL, change))
    for number in range(1, 100):
        file = made(path, replace=True)
        with failing(STORE, number, error) as disk:
            try:
                file.save(change)
                is_saved = True
            except NotSavedError:
                is_saved = False
        assert tables_of(PlanFile.open(path).plan) in (tables_of(SMALL), wanted)
        assert temporaries(path.parent) == []
        if not is_saved:
            assert file.revision == 1
            assert file.save(change).revision == 2
        after = file.save(timescale(applied(SMALL, change), "Weekly"))
        reopened = PlanFile.open(path)
        assert reopened.plan.action_rows["added"].text == "Train staff"
        assert stored_timescale(path) == "Weekly"
        kinds = [(change.revision, change.label) for change in reopened.history.read()]
        assert kinds == [(1, "Made"), (2, "Three rows"), (3, after.label)]
        if not disk.has_failed:
            break
    assert not disk.has_failed
    assert disk.calls >= 12


@ERRORS
def test_another_change_may_be_saved_instead_of_one_that_failed(path: Path, error: int) -> None:
    for number in range(1, 100):
        file = made(path, replace=True)
        with failing(STORE, number, error) as disk:
            try:
                file.save(timescale(SMALL, "Monthly"))
            except NotSavedError:
                file.save(timescale(SMALL, "Weekly"))
                assert stored_timescale(path) == "Weekly"
        if not disk.has_failed:
            break
    assert stored_timescale(path) == "Monthly"


@ERRORS
def test_where_replacing_fails_the_earlier_plan_keeps_its_history(path: Path, error: int) -> None:
    made(path).save(timescale(SMALL, "Monthly"))
    history = PlanFile.open(path).history.read()
    for number in range(1, 100):
        with failing(STORE, number, error) as disk, contextlib.suppress(StoreError):
            made(path, replace=True)
        if stored_timescale(path) == "Monthly":
            assert PlanFile.open(path).history.read() == history
        else:
            PlanFile.open(path).save(timescale(SMALL, "Monthly"))
            history = PlanFile.open(path).history.read()
        if not disk.has_failed:
            break
    assert not disk.has_failed
