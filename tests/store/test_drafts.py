"""What is typed is on the disk soon, and found again by the plan it belongs to."""

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.changes.change import Change
from store import drafts, safe_file
from store.drafts import (
    Draft,
    DraftKeeper,
    TypedText,
    drafts_of,
    drop_draft,
    tidy_all_unfinished_drafts,
    tidy_unfinished_drafts,
)
from store.places import drafts_folder
from tests.store.plans import SMALL, made, timescale

PATIENCE = 60.0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Family support.plan.json"
    made(path)
    return path


def draft(path: Path, typed: str, *, unsaved: tuple[Change, ...] = (), plan_id: str = "p") -> Draft:
    field = TypedText(label="Timescale", was="June", typed=typed) if typed else None
    return Draft(
        plan_id=plan_id,
        path=str(path.resolve()),
        at="2026-09-26T09:30:00+00:00",
        unsaved=unsaved,
        field=field,
    )


def kept(keeper: DraftKeeper, one: Draft) -> None:
    keeper.keep(one)
    assert keeper.flush(PATIENCE)


def test_a_draft_is_found_again_by_its_plan_with_what_was_there_and_what_was_typed(
    path: Path,
) -> None:
    one = draft(path, "July", unsaved=(timescale(SMALL, "Monthly"),))
    kept(DraftKeeper("p", path), one)
    assert [found for _, found in drafts_of("p", path)] == [one]
    assert drafts_of("another", path) == ()


def test_an_empty_draft_leaves_nothing_on_the_disk(path: Path) -> None:
    keeper = DraftKeeper("p", path)
    kept(keeper, draft(path, "July"))
    kept(keeper, draft(path, ""))
    assert not keeper.path.exists()


def test_a_plan_that_was_typed_into_with_nothing_to_lose_makes_no_file(path: Path) -> None:
    keeper = DraftKeeper("p", path)
    kept(keeper, draft(path, ""))
    assert not keeper.path.parent.exists()


def test_the_newest_draft_is_the_one_that_stays(path: Path) -> None:
    keeper = DraftKeeper("p", path)
    for number in range(200):
        keeper.keep(draft(path, f"July {number}"))
    assert keeper.flush(PATIENCE)
    (_, found), *others = drafts_of("p", path)
    assert found.field is not None
    assert (found.field.typed, others) == ("July 199", [])


def test_a_copy_of_the_plan_elsewhere_is_not_offered_what_was_typed_here(
    path: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy" / path.name
    copy.parent.mkdir()
    copy.write_bytes(path.read_bytes())
    kept(DraftKeeper("p", path), draft(path, "July"))
    assert drafts_of("p", copy) == ()


def test_a_plan_that_was_renamed_is_offered_what_was_typed_under_its_old_name(path: Path) -> None:
    kept(DraftKeeper("p", path), draft(path, "July"))
    renamed = path.rename(path.with_name("Renamed.plan.json"))
    assert len(drafts_of("p", renamed)) == 1


def test_two_sessions_of_one_plan_keep_a_draft_each(path: Path) -> None:
    kept(DraftKeeper("p", path), draft(path, "first"))
    kept(DraftKeeper("p", path), draft(path, "second"))
    assert len(drafts_of("p", path)) == 2


def test_a_torn_draft_is_passed_over(path: Path) -> None:
    keeper = DraftKeeper("p", path)
    kept(keeper, draft(path, "July"))
    keeper.path.write_bytes(keeper.path.read_bytes()[:40])
    assert drafts_of("p", path) == ()


def test_a_dropped_draft_is_gone(path: Path) -> None:
    keeper = DraftKeeper("p", path)
    kept(keeper, draft(path, "July"))
    drop_draft(keeper.path)
    drop_draft(keeper.path)
    assert drafts_of("p", path) == ()


def test_only_its_owner_reads_a_draft(path: Path) -> None:
    keeper = DraftKeeper("p", path)
    kept(keeper, draft(path, "July"))
    assert keeper.path.stat().st_mode & 0o077 == 0


def test_a_disk_that_refuses_costs_the_draft_and_nothing_else(
    path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "state").mkdir()
    (home / "state" / "drafts").write_text("in the way")
    keeper = DraftKeeper("p", path)
    kept(keeper, draft(path, "July"))
    assert drafts_of("p", path) == ()
    (home / "state" / "drafts").unlink()
    kept(keeper, draft(path, "August"))
    assert len(drafts_of("p", path)) == 1


@given(typed=st.text(alphabet=st.characters(), max_size=50))
def test_whatever_is_typed_can_be_kept(typed: str) -> None:
    one = TypedText(label=typed, was=typed, typed=typed)
    assert TypedText.model_validate_json(one.model_dump_json()) == one
    assert json.loads(one.model_dump_json())["typed"] == one.typed


def test_keeping_does_not_wait_for_the_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on = Event()

    def slow(path: Path, content: bytes) -> None:
        assert goes_on.wait(PATIENCE)
        safe_file.write_safely(path, content)

    monkeypatch.setattr(drafts, "write_safely", slow)
    keeper = DraftKeeper("p", path)
    keeper.keep(draft(path, "July"))
    assert drafts_of("p", path) == (), "keep has returned, and the disk has not"
    goes_on.set()
    assert keeper.flush(PATIENCE)
    assert len(drafts_of("p", path)) == 1


def dead_process() -> int:
    """Return the number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def leftover(path: Path, process: int, content: bytes) -> Path:
    """Leave what a process has that was killed while it wrote a draft; return where."""
    name = DraftKeeper("p", path).path.name
    temporary = drafts_folder() / f".{name}.{process}-7.tmp"
    temporary.parent.mkdir(parents=True, exist_ok=True)
    temporary.write_bytes(content)
    return temporary


def nowhere(typed: str) -> bool:
    return False


on_posix = pytest.mark.skipif(sys.platform == "win32", reason="there its age has to tell")


@on_posix
def test_a_draft_whose_writer_was_killed_before_it_had_its_name_is_offered(path: Path) -> None:
    one = draft(path, "July")
    temporary = leftover(path, dead_process(), one.model_dump_json().encode())
    tidy_unfinished_drafts("p", nowhere)
    assert [found for _, found in drafts_of("p", path)] == [one]
    assert not temporary.exists()


def test_what_a_living_process_is_writing_is_left_alone(path: Path) -> None:
    content = draft(path, "July").model_dump_json().encode()
    temporary = leftover(path, os.getpid(), content)
    tidy_unfinished_drafts("p", lambda typed: True)
    assert temporary.read_bytes() == content
    assert drafts_of("p", path) == ()


@on_posix
@pytest.mark.parametrize("where", ["plan", "draft", "nowhere"])
def test_a_draft_cut_short_goes_only_when_its_text_is_in_a_draft_or_the_plan(
    path: Path, where: str
) -> None:
    whole = draft(path, 'July, "the\n2nd" of – it').model_dump_json().encode()
    cut = whole[: whole.index(b" of ")]
    temporary = leftover(path, dead_process(), cut)
    if where == "draft":
        kept(DraftKeeper("p", path), draft(path, 'By July, "the\n2nd" Monday'))
    in_plan = {"plan": 'July, "the\n2nd" week'}.get(where, "")
    tidy_unfinished_drafts("p", lambda typed: typed in in_plan)
    assert temporary.exists() == (where == "nowhere")


@on_posix
@pytest.mark.parametrize("ending", ["tmp", "draft"])
def test_a_pipe_among_the_drafts_holds_nobody_up(path: Path, ending: str) -> None:
    whole = draft(path, "July, and more").model_dump_json().encode()
    cut = leftover(path, dead_process(), whole[: whole.index(b" more")])
    here = drafts_folder()
    os.mkfifo(here / {"tmp": f".p.0.draft.{dead_process()}-7.tmp", "draft": "p.0.draft"}[ending])
    tidy_unfinished_drafts("p", nowhere)
    assert cut.exists()


@on_posix
def test_an_empty_leftover_and_those_of_other_plans(path: Path) -> None:
    empty = leftover(path, dead_process(), b"")
    tidy_unfinished_drafts("other", lambda typed: True)
    assert empty.exists()
    tidy_unfinished_drafts("p", lambda typed: typed == "")
    assert not empty.exists()


@on_posix
def test_what_is_left_of_any_plan_goes_by_the_same_rule(path: Path) -> None:
    cut = draft(path, "July, the 2nd").model_dump_json().encode().partition(b" the 2nd")[0]
    at_hand, elsewhere = leftover(path, dead_process(), cut), leftover(path, dead_process(), cut)
    elsewhere = elsewhere.rename(elsewhere.with_name(elsewhere.name.replace(".p.", ".other.", 1)))
    empty = leftover(path, dead_process(), cut[:20])
    empty = empty.rename(empty.with_name(empty.name.replace(".p.", ".another.", 1)))
    living = leftover(path, os.getpid(), cut)
    tidy_all_unfinished_drafts({"p": lambda typed: typed in "By July, or so"})
    assert not at_hand.exists(), "it is in the plan"
    assert elsewhere.exists(), "nobody knows whether it is in that plan"
    assert not empty.exists(), "it says nothing"
    assert living.exists()


@on_posix
@pytest.mark.parametrize("is_kept", [True, False], ids=["in a draft", "nowhere"])
@pytest.mark.parametrize("end", [b" week", b',"field":', b'field":', b'"typed":'])
def test_changes_that_were_not_saved_are_kept_where_no_draft_has_them(
    path: Path, end: bytes, is_kept: bool
) -> None:
    one = draft(path, "July").model_copy(update={"unsaved": (timescale(SMALL, "Every week"),)})
    whole = one.model_dump_json().encode()
    assert end in whole
    temporary = leftover(path, dead_process(), whole.partition(end)[0])
    if is_kept:
        kept(DraftKeeper("p", path), one)
    tidy_unfinished_drafts("p", lambda typed: True)
    assert temporary.exists() != is_kept


@on_posix
def test_a_pipe_in_the_place_of_a_leftover_holds_nothing_up(path: Path) -> None:
    temporary = leftover(path, dead_process(), b"")
    temporary.unlink()
    os.mkfifo(temporary)
    tidy_unfinished_drafts("p", lambda typed: True)
    assert temporary.exists()
