"""The desk: the plans there are, and the ways to a new one."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from exporters.word.document import word_file_of
from plan.council import DEFAULT_FORMAT
from plan.council.format import format_named
from plan.model.outline import ActionOutline, AimOutline, PlanOutline, built_plan
from plan.papers.appendix import appendix_of
from store.places import plans_folder
from store.settings import Settings, save_settings
from tests.tui.window import (
    SMALL,
    app_of,
    on_disk,
    on_list,
    plan_of,
    plandesk,
    press,
    said,
    shown,
    until,
)
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.import_preview import ImportPreview
from tui.dialogs.open_file import OpenFileDialog


@pytest.fixture
def word_file(own_home: Path) -> Path:
    council = format_named(DEFAULT_FORMAT)
    path = own_home / "Documents" / "last year.docx"
    path.parent.mkdir()
    path.write_bytes(word_file_of(appendix_of(built_plan(SMALL, council.id), council)))
    save_settings(Settings(open_folder=str(path.parent)))
    return path


async def choose(pilot: Pilot[None], name: str) -> None:
    await press(pilot, "o")
    await until(pilot, lambda: isinstance(pilot.app.screen, OpenFileDialog))
    await press(pilot, *name)
    await press(pilot, "enter")


async def test_an_empty_desk_says_how_to_begin() -> None:
    async with plandesk() as pilot:
        assert "n makes one, o opens a Word file, s the sample" in shown(pilot)


async def test_a_new_plan_is_made_and_opened() -> None:
    async with plandesk() as pilot:
        await press(pilot, "n")
        await until(pilot, lambda: app_of(pilot).session is not None)
        assert plan_of(pilot).actions == ()
    assert [path.name for path in plans_folder().glob("*.plan.json")] == [
        "Improvement plan.plan.json"
    ]


async def test_the_sample_is_opened() -> None:
    async with plandesk() as pilot:
        await press(pilot, "s")
        await until(pilot, lambda: app_of(pilot).session is not None)
        assert len(plan_of(pilot).aims) == 4


async def test_a_plan_is_opened_by_enter_and_left_by_ctrl_o() -> None:
    on_disk()
    async with plandesk() as pilot:
        assert "3 aims, 4 actions" in shown(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: app_of(pilot).session is not None)
        await press(pilot, "ctrl+o")
        await until(pilot, lambda: app_of(pilot).session is None)
        assert on_list(pilot, "plans").has_focus


async def test_the_desk_counts_in_words_and_dates_as_papers_do(frozen: None) -> None:
    on_disk()
    async with plandesk() as pilot:
        assert "saved 26 September 2026, 14:02" in shown(pilot)


async def test_the_desk_says_what_is_due_and_unfinished_in_each_plan(frozen: None) -> None:
    on_disk()
    on_disk(
        PlanOutline(aims=(AimOutline("An aim.", (ActionOutline("Act.", timescale="May 2026"),)),)),
        "Late",
    )
    async with plandesk() as pilot:
        await until(pilot, lambda: "1 overdue" in shown(pilot))
        words = " ".join(shown(pilot).split())
        assert "Late │ │ 1 aim, 1 action, saved" in words
        assert "to check" in words
        await press(pilot, "down", "enter")
        await until(pilot, lambda: app_of(pilot).session is not None)


async def test_a_damaged_plan_is_named_and_the_desk_stays() -> None:
    path = on_disk()
    path.write_bytes(b"")
    async with plandesk() as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        assert path.name in shown(pilot)
        await press(pilot, "escape")
        assert app_of(pilot).session is None
        assert on_list(pilot, "plans").has_focus
    assert path.read_bytes() == b""


async def test_a_word_file_is_shown_before_anything_is_made(word_file: Path) -> None:
    async with plandesk() as pilot:
        await choose(pilot, "last year")
        await until(pilot, lambda: isinstance(pilot.app.screen, ImportPreview))
        await until(pilot, lambda: "last year.docx: 3 aims and 4 actions." in shown(pilot))
        assert list(plans_folder().glob("*.plan.json")) == []
        await press(pilot, "escape")
    assert list(plans_folder().glob("*.plan.json")) == []


async def test_a_word_file_becomes_a_plan_by_enter(word_file: Path) -> None:
    async with plandesk() as pilot:
        await choose(pilot, "last year")
        await until(pilot, lambda: isinstance(pilot.app.screen, ImportPreview))
        await press(pilot, "enter")
        await until(pilot, lambda: app_of(pilot).session is not None)
        assert [aim.text for aim in plan_of(pilot).aims] == [aim.text for aim in SMALL.aims]


async def test_what_is_no_word_file_is_refused_in_a_sentence(word_file: Path) -> None:
    word_file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    async with plandesk() as pilot:
        await choose(pilot, "last year")
        await until(pilot, lambda: "last year.docx" in said(pilot))
        assert isinstance(pilot.app.screen, OpenFileDialog)
        assert list(plans_folder().glob("*.plan.json")) == []


async def test_the_arrows_choose_while_the_line_is_typed_in(word_file: Path) -> None:
    (word_file.parent / "another.docx").write_bytes(word_file.read_bytes())
    async with plandesk() as pilot:
        await press(pilot, "o")
        await until(pilot, lambda: "another.docx" in shown(pilot))
        await press(pilot, "down")
        await press(pilot, "enter")
        await until(pilot, lambda: "last year.docx: 3 aims" in shown(pilot))


async def test_escape_leaves_the_choice_of_a_file(word_file: Path) -> None:
    async with plandesk() as pilot:
        await press(pilot, "o")
        await until(pilot, lambda: isinstance(pilot.app.screen, OpenFileDialog))
        await press(pilot, "escape")
        await until(pilot, lambda: on_list(pilot, "plans").has_focus)
