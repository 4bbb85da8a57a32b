"""Every change is kept, in order, and undo goes on after a restart where it was."""

import errno
import io
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.changes.change import Change, applied
from plan.changes.undo import UndoState, undo_state
from plan.model.plan import Plan
from store.errors import HistoryError
from store.history import History, Past, _lines_from_the_end, history_path
from store.plan_file import PlanFile
from tests.store.failing_disk import ERRORS, failing, history_unreadable_before
from tests.store.plans import SMALL, made, stored_timescale, timescale


def change(revision: int, label: str = "Edit") -> Change:
    return Change(label=f"{label} {revision}", rows=(), revision=revision)


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "a.history.jsonl")


def test_without_a_file_there_is_no_history(history: History) -> None:
    assert history.read() == ()
    assert history.last() == {}


def test_changes_come_back_in_order(history: History) -> None:
    changes = [change(revision) for revision in range(1, 5)]
    for each in changes:
        history.append(each)
    assert list(history.read()) == changes
    assert history.last() == changes[-1].model_dump(mode="json")


def test_a_change_is_forced_to_the_disk(history: History) -> None:
    with failing(("store.history",), 0, errno.EIO) as disk:
        history.append(change(1))
    assert disk.called == ["open", "write", "fsync", "close"]


def test_a_last_line_torn_anywhere_is_ignored_and_the_next_is_whole(history: History) -> None:
    history.append(change(1))
    whole = history.path.read_bytes()
    history.append(change(2))
    torn = history.path.read_bytes()
    for length in range(len(whole), len(torn) - 1):
        history.path.write_bytes(torn[:length])
        assert history.read() == (change(1),)
        assert history.last()["revision"] == 1
        history.append(change(2, "Again"))
        assert history.read() == (change(1), change(2, "Again"))
        assert history.last()["label"] == "Again 2"


def test_a_damaged_line_costs_only_itself(history: History) -> None:
    for revision in (1, 2, 3):
        history.append(change(revision))
    lines = history.path.read_bytes().split(b"\n")
    history.path.write_bytes(b"\n".join([lines[0], b"\xff\x00{", *lines[2:]]))
    assert history.read() == (change(1), change(3))


def test_the_end_of_a_long_history_is_found_without_reading_the_rest(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = change(7).model_dump_json().encode() + b"\n"
    history.path.write_bytes(line * (8_000_000 // len(line)))
    history.append(change(8))
    read: list[int] = []

    class Counted(io.FileIO):
        def read(self, size: int | None = -1, /) -> bytes:
            content = super().read(size) or b""
            read.append(len(content))
            return content

    def opened(path: Path, mode: str) -> BinaryIO:
        return Counted(path, mode)

    monkeypatch.setattr(Path, "open", opened)
    assert history.last()["revision"] == 8
    assert sum(read) < 100_000


def test_a_last_line_longer_than_what_is_read_at_first_is_found(history: History) -> None:
    history.append(change(1))
    history.append(change(2, "x" * 1_000_000))
    assert history.last()["revision"] == 2
    assert [each.revision for each in history.read()] == [1, 2]


def test_a_line_written_again_after_a_failure_counts_once(history: History) -> None:
    for revision in (1, 2, 2, 3):
        history.append(change(revision))
    assert [each.revision for each in history.read()] == [1, 2, 3]


def test_the_history_lies_beside_the_plan_and_has_its_name(tmp_path: Path) -> None:
    folder = tmp_path.resolve()
    assert history_path(folder / "A plan.plan.json") == folder / "A plan.history.jsonl"


def saved(path: Path, *texts: str) -> list[Change]:
    """Return the changes of a new plan, saved one after another."""
    file, plan = made(path), SMALL
    changes = [*file.history.read()]
    for text in texts:
        recorded = file.save(timescale(plan, text))
        plan = applied(plan, recorded)
        changes.append(recorded)
    return changes


def test_a_crash_between_plan_and_history_is_healed_at_the_next_opening(path: Path) -> None:
    changes = saved(path, "Monthly", "Weekly")
    history = history_path(path)
    lines = history.read_bytes()
    end = len(lines[: lines[:-1].rindex(b"\n") + 1])
    for length in range(end, len(lines)):
        history.write_bytes(lines[:length])
        assert list(PlanFile.open(path).history.read()) == changes
    before = history.read_bytes()
    PlanFile.open(path)
    assert history.read_bytes() == before


@ERRORS
def test_a_history_that_cannot_be_written_is_made_up_for_with_the_next_change(
    path: Path, error: int
) -> None:
    for number in range(1, 50):
        file = made(path, replace=True)
        with failing(("store.history",), number, error) as disk:
            first = file.save(timescale(SMALL, "Monthly"))
        assert stored_timescale(path) == "Monthly"
        second = file.save(timescale(applied(SMALL, first), "Weekly"))
        assert PlanFile.open(path).history.read()[1:] == (first, second)
        if not disk.has_failed:
            break
    assert not disk.has_failed


def test_a_plan_brought_back_from_a_copy_goes_on_from_there(path: Path) -> None:
    saved(path, "Monthly")
    copy = path.read_bytes()
    path.unlink()
    changes = saved(path, "Monthly", "Weekly", "Daily")
    path.write_bytes(copy)
    file = PlanFile.open(path)
    assert [each.revision for each in file.history.read()] == [1, 2]
    recorded = file.save(timescale(file.plan, "Yearly"))
    history = PlanFile.open(path).history.read()
    assert history[-1] == recorded
    assert [each.revision for each in history] == [1, 2, 3]
    assert len(changes) == 4


def undone_and_redone(file: PlanFile, plan: Plan) -> tuple[Plan, UndoState]:
    """Return the plan and what can be undone after two edits, two undos and a redo."""
    state = undo_state(file.history.read())

    def make(each: Change | None) -> None:
        nonlocal plan, state
        assert each is not None
        recorded = file.save(each)
        plan, state = applied(plan, recorded), state.after(recorded)

    make(timescale(plan, "Monthly"))
    make(timescale(plan, "Weekly"))
    make(state.next_undo)
    make(state.next_undo)
    make(state.next_redo)
    return plan, state


def test_what_can_be_undone_is_the_same_after_a_restart(path: Path) -> None:
    plan, state = undone_and_redone(made(path), SMALL)
    reopened = PlanFile.open(path)
    assert reopened.plan == plan
    assert undo_state(reopened.history.read()) == state
    assert state.next_redo is not None
    reopened.save(state.next_redo)
    assert stored_timescale(path) == "Weekly"


@given(st.lists(st.sampled_from([b"\n", b"{", b"x" * 40, b"y" * 90_000, b"\n\n"]), max_size=30))
def test_lines_read_from_the_end_are_those_of_the_file(pieces: list[bytes]) -> None:
    content = b"".join(pieces)
    wanted = [line for line in content.split(b"\n") if line.strip()]
    assert [*_lines_from_the_end(io.BytesIO(content))] == wanted[::-1]


@given(st.lists(st.integers(1, 9), max_size=20))
def test_read_from_its_end_a_history_is_what_it_is_from_its_beginning(revisions: list[int]) -> None:
    past: list[int] = []
    for revision in revisions:
        while past and past[-1] >= revision:
            past.pop()
        past.append(revision)
    with TemporaryDirectory() as folder:
        history = History(Path(folder) / "a.history.jsonl")
        for revision in revisions:
            history.append(change(revision))
        assert [each.revision for each in history.read()] == past


def test_the_newest_change_is_found_without_reading_the_rest(history: History) -> None:
    line = change(7).model_dump_json().encode() + b"\n"
    history.path.write_bytes(line * (8_000_000 // len(line)))
    history.append(change(8))
    before = read_by_this_process()
    assert next(history.newest_first()).revision == 8
    assert read_by_this_process() - before < 1_000_000


def read_by_this_process() -> int:
    """Return how many bytes have been read from files so far; 0 where the system does not say."""
    counts = Path("/proc/self/io")
    if not counts.exists():
        return 0
    return int(counts.read_text().split("\n", 1)[0].removeprefix("rchar: "))


def place_of_line(path: Path, number: int) -> int:
    """Return where a line of a plan's history begins, in bytes."""
    return sum(map(len, history_path(path).read_bytes().splitlines(keepends=True)[:number]))


def test_a_history_that_cannot_be_read_to_its_beginning_says_so_after_what_it_holds(
    path: Path,
) -> None:
    made(path)
    for text in ("Monthly", "Weekly", "Daily"):
        file = PlanFile.open(path)
        file.save(timescale(file.plan, text))
    with history_unreadable_before(place_of_line(path, 2)):
        past = Past(PlanFile.open(path).newest_first())
        assert [each.revision for each in past] == [4, 3]
        assert past.problem == (
            f"The history of {path.name.removesuffix('.plan.json')} cannot be read to its "
            f"beginning: input/output error. The plan itself is whole, and "
            f"{history_path(path).name} is as it was; try again once that is mended."
        )
        with pytest.raises(HistoryError):
            PlanFile.open(path).past()
    past = Past(PlanFile.open(path).newest_first())
    assert [each.revision for each in past] == [4, 3, 2, 1]
    assert past.problem == ""


def test_a_plan_without_a_history_has_a_short_past_and_no_problem(path: Path) -> None:
    file = made(path)
    file.save(timescale(file.plan, "Monthly"))
    history_path(path).unlink()
    past = Past(PlanFile.open(path, read_only_because="It is looked at.").newest_first())
    assert [each.revision for each in past] == [2]
    assert past.problem == ""
