"""What the officer is told: on one line above the key line, and never over anything else."""

import pytest
from textual.pilot import Pilot

from desk.field_contents import HINTS
from tests.tui.window import (
    app_of,
    at_rest,
    edit,
    editor_of,
    on_disk,
    plandesk,
    press,
    said,
    shown,
    until,
)
from tui.dialogs.dialog import Dialog
from tui.dialogs.export import ExportDialog
from tui.widgets.notice_line import (
    NOTICE_SECONDS,
    PROBLEM_SECONDS,
    Notice,
    NoticeLine,
    Notices,
    gone_in_words,
)

SAID = "The action is deleted. u brings it back."
LONG = (
    "The plan Small is not saved: the disk is full. It stays open, and what was typed is kept in "
    "a draft beside it. Make room on the disk, or leave once more to go without what is not saved."
)
SIZES = [(80, 24), (120, 40)]


async def lines_once_said(
    pilot: Pilot[None], sentence: str, *, is_problem: bool = False
) -> list[str]:
    """Say something, and return the lines of the window once it stands there."""
    app_of(pilot).say(sentence, is_problem=is_problem)
    await until(pilot, lambda: sentence[:20] in shown(pilot))
    await at_rest(pilot)
    return shown(pilot).splitlines()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", "123456")
@pytest.mark.slow
async def test_it_stands_on_the_line_above_the_keys_and_hides_nothing(
    view: str, size: tuple[int, int]
) -> None:
    async with plandesk(on_disk(), size=size) as pilot:
        await press(pilot, view)
        await until(pilot, lambda: f"▸{view}" in shown(pilot))
        await at_rest(pilot)
        app = app_of(pilot)
        lines = await lines_once_said(pilot, SAID)
        assert lines[-2].strip() == SAID
        assert app.key_line.region.y == size[1] - 1
        assert "?" in lines[-1]
        assert sum(SAID in line for line in lines) == 1
        assert app.body.region.bottom == size[1] - 2
        views = [one for one in app.body.children if one.display]
        assert all(app.body.region.contains_region(one.region) for one in views)


@pytest.mark.parametrize("size", SIZES)
async def test_the_hint_of_a_field_stays_in_sight(size: tuple[int, int]) -> None:
    async with plandesk(on_disk(), size=size) as pilot:
        await edit(pilot, "Success")
        for is_problem in (False, True):
            await lines_once_said(pilot, LONG if is_problem else SAID, is_problem=is_problem)
            hint = HINTS[editor_of(pilot).field.kind]
            assert hint in shown(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_the_last_row_of_a_list_stays_in_sight(size: tuple[int, int]) -> None:
    async with plandesk(on_disk(), size=size) as pilot:
        await press(pilot, "5")
        await until(pilot, lambda: "Aim 3 has no action" in shown(pilot))
        await press(pilot, "end")
        await at_rest(pilot)
        findings = app_of(pilot).body.query_one("#findings")
        last = findings.rows[-1].line[:20]  # type: ignore[attr-defined]
        assert any(last in line for line in await lines_once_said(pilot, SAID))


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_sentence_goes_on_below_and_is_whole(size: tuple[int, int]) -> None:
    async with plandesk(on_disk(), size=size) as pilot:
        lines = await lines_once_said(pilot, LONG, is_problem=True)
        first = next(place for place, line in enumerate(lines) if "! The plan Small" in line)
        assert " ".join(" ".join(lines[first:-1]).split()) == f"! {LONG}"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.slow
async def test_in_a_dialog_it_stands_below_the_box(size: tuple[int, int]) -> None:
    async with plandesk(on_disk(), size=size) as pilot:
        for key in ("e", "h", "t", "question_mark"):
            await press(pilot, key)
            await until(pilot, lambda: isinstance(pilot.app.screen, Dialog))
            await at_rest(pilot)
            lines = await lines_once_said(pilot, SAID)
            assert lines[-1].strip() == SAID
            box = pilot.app.screen.query_one("#dialog")
            assert box.region.bottom <= size[1] - 1
            await press(pilot, "escape")


async def test_a_dialog_that_opens_shows_what_is_being_said() -> None:
    async with plandesk(on_disk()) as pilot:
        await lines_once_said(pilot, SAID)
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
        await until(pilot, lambda: pilot.app.screen.query_one(NoticeLine).notice is not None)
        await at_rest(pilot)
        assert shown(pilot).splitlines()[-1].strip() == SAID


@pytest.mark.slow
async def test_a_click_takes_it_away_and_the_line_with_it() -> None:
    async with plandesk(on_disk()) as pilot:
        height = app_of(pilot).body.size.height
        await lines_once_said(pilot, SAID)
        await pilot.click(NoticeLine)
        await until(pilot, lambda: SAID not in shown(pilot))
        assert app_of(pilot).body.size.height == height


@pytest.mark.slow
async def test_what_was_said_can_be_read_again_from_the_palette() -> None:
    async with plandesk(on_disk()) as pilot:
        await lines_once_said(pilot, SAID)
        await pilot.click(NoticeLine)
        await press(pilot, "ctrl+p", *"what was said")
        await until(pilot, lambda: "The last messages" in shown(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: f"• {SAID}" in shown(pilot))
        assert SAID in said(pilot)


# Which of several is shown, and for how long: seconds from any beginning

REAL_SECONDS = {"NOTICE_SECONDS": NOTICE_SECONDS, "PROBLEM_SECONDS": PROBLEM_SECONDS}
FIRST, SECOND, PROBLEM = Notice("First."), Notice("Second."), Notice("Not saved.", is_problem=True)


@pytest.fixture
def real_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, seconds in REAL_SECONDS.items():
        monkeypatch.setattr(f"tui.widgets.notice_line.{name}", seconds)


def seen(*added: tuple[float, Notice], until_second: float = 60) -> dict[str, tuple[float, float]]:
    """Return from when to when each notice is shown."""
    notices = Notices()
    times: dict[str, tuple[float, float]] = {}
    for tenth in range(int(until_second * 10)):
        now = tenth / 10
        for when, notice in added:
            if when == now:
                notices.add(notice, now)
        notices.advance(now)
        if notices.shown is not None:
            begin, _ = times.get(notices.shown.sentence, (now, now))
            times[notices.shown.sentence] = (begin, now)
    return times


@pytest.mark.usefixtures("real_seconds")
def test_one_alone_goes_away_after_a_while_and_a_problem_stays_longer() -> None:
    assert seen((1, FIRST)) == {"First.": (1, 5.9)}
    assert seen((1, PROBLEM)) == {"Not saved.": (1, 12.9)}


@pytest.mark.usefixtures("real_seconds")
def test_several_are_shown_one_after_the_other_and_none_is_left_out() -> None:
    times = seen((1, FIRST), (1, PROBLEM), (1, SECOND))
    assert times == {"First.": (1, 2.4), "Not saved.": (2.5, 6.4), "Second.": (6.5, 11.4)}


@pytest.mark.usefixtures("real_seconds")
def test_a_newer_one_does_not_wait_long_for_its_turn() -> None:
    assert seen((1, FIRST), (4, SECOND)) == {"First.": (1, 3.9), "Second.": (4, 8.9)}


@pytest.mark.usefixtures("real_seconds")
def test_the_same_said_again_begins_anew_and_stands_once() -> None:
    assert seen((1, FIRST), (3, FIRST)) == {"First.": (1, 7.9)}


def test_what_a_later_key_did_is_shown_at_once_in_the_place_of_what_an_earlier_one_did() -> None:
    notices = Notices()
    for sentence in ("Undo.", "Redo.", "Undo."):
        notices.mark_old(1)
        notices.add(Notice(sentence), 1)
        notices.advance(1)
        assert notices.shown == Notice(sentence)
    assert [one.sentence for one in notices.told] == ["Undo.", "Redo.", "Undo."]


def test_a_hint_answers_one_key_and_goes_with_the_next() -> None:
    notices = Notices()
    for notice in (FIRST, Notice("a adds one.", is_hint=True)):
        notices.mark_old(1)
        notices.add(notice, 1)
        assert notices.advance(1)
    notices.mark_old(1)
    assert notices.shown is None


@pytest.mark.usefixtures("real_seconds")
def test_what_was_deleted_is_not_hidden_by_the_hints_for_the_letters_that_follow() -> None:
    notices = Notices()
    loss = Notice(gone_in_words("Done: delete action 1.1"))
    notices.mark_old(1)
    notices.add(loss, 1)
    notices.advance(1)
    for tenth in range(11, 60):
        notices.mark_old(tenth / 10)
        notices.add(Notice("g does nothing here.", is_hint=True), tenth / 10)
        notices.advance(tenth / 10)
        assert notices.shown == loss
    notices.advance(1 + NOTICE_SECONDS.alone)
    assert notices.shown == Notice("g does nothing here.", is_hint=True)
    notices.add(loss, 7)
    notices.advance(8)
    notices.mark_old(8)
    notices.add(SECOND, 8)
    notices.advance(8)
    assert notices.shown == SECOND


async def test_words_typed_where_no_field_is_open_leave_in_sight_what_they_deleted() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "d", "K", "G")
        assert "Done: delete action 1.1. u brings it back." in shown(pilot)
        assert "G does nothing here" in said(pilot)
        await press(pilot, "u")
        assert "Undo: " in shown(pilot)


async def test_a_key_that_does_nothing_says_so_until_the_next_one() -> None:
    async with plandesk(on_disk()) as pilot:
        for key, told in (("K", "K does nothing here"), ("f12", "F12 does nothing here")):
            await press(pilot, key)
            assert told in shown(pilot)
        await press(pilot, "down")
        assert "does nothing here" not in shown(pilot)


@pytest.mark.usefixtures("real_seconds")
def test_a_problem_stays_for_its_time_whatever_keys_are_pressed() -> None:
    notices = Notices()
    notices.add(PROBLEM, 1)
    notices.advance(1)
    for notice in (FIRST, SECOND):
        notices.mark_old(1)
        notices.add(notice, 2)
        notices.advance(2)
    assert notices.shown == PROBLEM
    notices.advance(1 + PROBLEM_SECONDS.at_least)
    assert notices.shown == SECOND


@pytest.mark.slow
async def test_after_undo_and_redo_the_line_says_what_was_done_last() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "left")
        for key, sentence in (("d", "Done: "), ("u", "Undo: "), ("y", "Redo: "), ("u", "Undo: ")):
            await press(pilot, key)
            await at_rest(pilot)
            last = app_of(pilot).notices.shown
            assert last is not None
            assert last.sentence.startswith(sentence)
