"""The look of every other question and of what is empty, at two sizes; and that none lacks.

With PLANDESK_WRITE_SCREENS=1 in the environment the screens are written anew: look at each of them
before it is kept.
"""

import ast
import shutil
from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from desk.importing import read_word_paper
from desk.learning import learning_of
from exporters.spreadsheet import csv_file
from plan.council.own_field import NO_OWN_FIELDS
from plan.model.outline import AssessmentOutline, PlanOutline
from plan.papers.sheets import actions_sheet
from store.bin import delete
from store.places import formats_folder
from store.plan_file import PlanFile
from store.settings import Settings, save_settings
from tests.importers.learning.made_papers import make_plan
from tests.importers.word_files import cell, docx_of, para, raw, row, run, table
from tests.plan.harbour import FILLED, HARBOUR_ID, SOURCE
from tests.plan.own_format import own_label, own_source
from tests.repository import ROOT
from tests.tui.command_line.test_conflicts_command import clash
from tests.tui.command_line.test_lead_packs_command import filled
from tests.tui.kept_screens import BY_TITLE, KEPT, NAMED_AFTER, SCREENS
from tests.tui.papers import WITH_PAPERS
from tests.tui.test_screens import check
from tests.tui.window import (
    MADE_AT,
    NARROW,
    SMALL,
    FrozenTime,
    app_of,
    on_disk,
    plandesk,
    press,
    saved_plan,
    shown,
    type_text,
    until,
    view_of,
)
from tui.dialogs.import_preview import ImportPreview
from tui.dialogs.learn import LearnDialog
from tui.views.session_view import SessionView
from tui.widgets.row_list import RowList

BOTH = [NARROW, (120, 40)]
on_both = pytest.mark.parametrize("size", BOTH)
slowly = pytest.mark.slow

QUESTIONS_BY_KEYS = {
    "set a field": ("space", "space", "s"),
    "layout": ("6", "l"),
    "seal": ("V", "s"),
    "refs of a version": ("V", "s", *"approved", "enter"),
    "share": ("f9",),
    "reminder": ("4", "i"),
    "framework": ("left", "home", "right", "end", "enter"),
    "format of a plan": ("left", "home", "right", "end", "up", "enter"),
    "merge names": ("N", "ctrl+g"),
    "rename a name": ("N", "enter"),
    "which action": ("t", *["down"] * 5, "enter"),
    "colours": ("comma", *["up"] * 5, "enter"),
    "density": ("comma", *["up"] * 4, "enter"),
    "author": ("comma", *["down"] * 4, "enter"),
    "spelling list": ("comma", *["up"] * 2, "enter"),
    "word for the list": ("comma", *["up"] * 2, "enter", "enter"),
    "reason for a fate": ("R", "c"),
    "merge into": ("R", "m"),
    "by when": ("R", "t"),
    "rolled": ("R", "enter"),
    "picture": ("2", "down", "right", "i"),
    "key that is taken": ("comma", "up", "enter", *"delete what", "enter", "a"),
}
"""The keys that lead to a question from the first action of the sample, by its screen's name."""


async def closed(pilot: Pilot[None]) -> None:
    """Close every dialog."""
    while len(pilot.app.screen_stack) > 1:
        await press(pilot, "escape")


@slowly
@pytest.mark.usefixtures("frozen")
@on_both
@pytest.mark.parametrize("name", QUESTIONS_BY_KEYS)
async def test_a_question(sample: Path, name: str, size: tuple[int, int]) -> None:
    async with plandesk(sample, size=size) as pilot:
        await press(pilot, *QUESTIONS_BY_KEYS[name])
        await check(pilot, name, size)


@slowly
@pytest.mark.usefixtures("frozen")
@on_both
async def test_the_bin(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.bin.Deleted.deleted_locally", FrozenTime.now())
    for day, name in enumerate(("Strathbrannoch", "Ferries")):
        delete(on_disk(name=name), MADE_AT + timedelta(days=day))
    async with plandesk(size=size) as pilot:
        pilot.app.screen.query_one("#plans").border_subtitle = "…/plans"
        await check(pilot, "desk without a plan", size)
        await press(pilot, "b")
        await check(pilot, "deleted plans", size)
        await press(pilot, "end", "enter")
        await check(pilot, "empty the bin", size)


@slowly
@pytest.mark.usefixtures("frozen")
@on_both
async def test_a_plan_with_nothing_in_it(size: tuple[int, int]) -> None:
    async with plandesk(on_disk(PlanOutline("Ferries and piers")), size=size) as pilot:
        views = ("plan", "report", "equality", "reviews", "checks", "preview")
        for key, name in enumerate(views, 1):
            await press(pilot, str(key))
            await check(pilot, f"empty {name}", size)


@slowly
@pytest.mark.usefixtures("frozen")
@on_both
async def test_several_assessments(size: tuple[int, int]) -> None:
    both = (*WITH_PAPERS.assessments, AssessmentOutline(WITH_PAPERS.assessments[0].form))
    async with plandesk(on_disk(replace(WITH_PAPERS, assessments=both)), size=size) as pilot:
        await press(pilot, "3", "left", "left")
        await check(pilot, "several assessments", size)


@slowly
@pytest.mark.usefixtures("frozen")
@on_both
async def test_which_form_an_assessment_follows(size: tuple[int, int]) -> None:
    async with plandesk(on_disk(SMALL, council="plain-council"), size=size) as pilot:
        await press(pilot, "3", "a")
        await check(pilot, "which form", size)


@slowly
@pytest.mark.usefixtures("frozen")
@on_both
async def test_which_aim_a_row_of_a_form_goes_to(size: tuple[int, int]) -> None:
    forms = formats_folder() / "forms"
    forms.mkdir(parents=True)
    (forms / f"{HARBOUR_ID}.toml").write_text(SOURCE, encoding="utf-8")
    path = on_disk(replace(SMALL, assessments=(FILLED,)))
    async with plandesk(path, size=size) as pilot:
        await press(pilot, "3")
        view = app_of(pilot).view
        view.go_to("mitigation..1")  # type: ignore[union-attr]
        await press(pilot, "t")
        await check(pilot, "which aim", size)


@slowly
@pytest.mark.usefixtures("frozen")
@on_both
async def test_a_word_of_the_councils_key(size: tuple[int, int]) -> None:
    source = own_source().replace('id = "glenshire-2020"', 'id = "dundee-2016"')
    source = source.replace(own_label("choice"), "A word of the key")
    formats_folder().mkdir(parents=True)
    (formats_folder() / "dundee-2016.toml").write_text(source, encoding="utf-8")
    async with plandesk(on_disk(SMALL), size=size) as pilot:
        labels = [one.label for one in view_of(pilot).contents()]
        view_of(pilot).fields.go_to(labels.index("A word of the key"))
        await press(pilot, "enter")
        await check(pilot, "word of a key", size)


@slowly
@pytest.mark.usefixtures("frozen")
@on_both
async def test_what_is_asked_of_a_plan_that_is_damaged_or_cannot_be_saved(
    size: tuple[int, int],
) -> None:
    path = on_disk()
    whole = path.read_bytes()
    path.write_bytes(b"")
    async with plandesk(path, size=size) as pilot:
        await until(pilot, lambda: len(pilot.app.screen_stack) > 1)
        pilot.app.screen_stack[0].query_one("#plans").border_subtitle = "…/plans"
        await check(pilot, "damaged plan", size)
    path.write_bytes(whole)
    async with plandesk(path, size=size) as pilot:
        path.write_bytes(whole[:100])
        await press(pilot, "right", "down", "down", "down", "enter")
        await type_text(pilot, "Every month")
        await press(pilot, "escape")
        await until(pilot, lambda: len(pilot.app.screen_stack) > 1)
        await check(pilot, "not saved", size)


@slowly
@pytest.mark.usefixtures("frozen")
@on_both
async def test_a_list_and_a_plan_with_two_names(size: tuple[int, int], own_home: Path) -> None:
    path = on_disk()
    folder = own_home / "Documents"
    folder.mkdir()
    sheet = csv_file(actions_sheet(saved_plan(path), NO_OWN_FIELDS)).decode("utf-8-sig")
    (folder / "list.csv").write_text(sheet.replace("March 2017", "May 2017"), encoding="utf-8")
    save_settings(Settings(open_folder=str(folder)))
    shutil.copy(path, path.with_name("As approved.plan.json"))
    async with plandesk(size=size) as pilot:
        pilot.app.screen.query_one("#plans").border_subtitle = "…/plans"
        await press(pilot, "o", *"list", "enter")
        await check(pilot, "into which plan", size)
        await press(pilot, "down", "enter")
        await check(pilot, "list from a spreadsheet", size)
    async with plandesk(path, size=size) as pilot:
        await press(pilot, "f6")
        await check(pilot, "copy or plan", size)


@slowly
@pytest.mark.usefixtures("frozen")
@on_both
async def test_every_wording_of_a_conflict(size: tuple[int, int]) -> None:
    path = on_disk()
    path.unlink()
    PlanFile.create(path, clash(), label="Made", who="A. Officer", now=MADE_AT)
    async with plandesk(path, size=size) as pilot:
        await press(pilot, "C", "home", "r")
        await check(pilot, "every wording", size)
        await press(pilot, "escape", "end", "e")
        await check(pilot, "another wording", size)


@slowly
@pytest.mark.usefixtures("frozen")
@on_both
async def test_a_reply(size: tuple[int, int], tmp_path: Path) -> None:
    save_settings(Settings(export_folder=str(tmp_path)))
    path = on_disk()
    async with plandesk(path, size=size) as pilot:
        await press(pilot, "L", "p")
        form = tmp_path / "Forms for Small" / "Progress Parenting Group.docx"
        await until(pilot, form.exists)
        text = saved_plan(path).actions[0].text
        said = "It is out, in print and online, and every nursery and health centre has copies."
        reply = filled(form, (text, "Complete", said))
        await press(pilot, "L", "o")
        await type_text(pilot, str(reply))
        await press(pilot, "enter")
        app_of(pilot).on_notice_line_read()
        await check(pilot, "reply", size)


@slowly
@pytest.mark.usefixtures("frozen")
@on_both
async def test_what_is_asked_of_a_word_file(size: tuple[int, int], tmp_path: Path) -> None:
    struck = raw(run("May 2026", "<w:strike/>"), run(" June 2027"))
    heads = ("Actions", "Lead(s)", "Timescale", "Wer", "Budget")
    paper = docx_of(
        tmp_path / "odd.docx",
        para("Priority 1: Borrowing")
        + table(
            row(*(cell(para(text)) for text in heads)),
            row(
                *(cell(para(text)) for text in ("Publish a guide", "Team")),
                f"<w:tc>{struck}</w:tc>",
                *(cell(para(text)) for text in ("Social work", "£5")),
            ),
        ),
    )
    async with plandesk(size=size) as pilot:
        pilot.app.screen.query_one("#plans").border_subtitle = "…/plans"
        pilot.app.push_screen(ImportPreview(read_word_paper(paper)))
        await until(pilot, lambda: "odd.docx" in shown(pilot))
        await check(pilot, "import with a column", size)
        await press(pilot, "d")
        await check(pilot, "one by one", size)
        await press(pilot, "escape", "c")
        await check(pilot, "which column", size)
        await press(pilot, "enter")
        await check(pilot, "what a column is", size)


@slowly
@pytest.mark.usefixtures("frozen")
@on_both
async def test_what_a_line_of_a_paper_is(size: tuple[int, int], tmp_path: Path) -> None:
    learning = learning_of(make_plan(tmp_path / "Plan.docx"), "Harbours")
    async with plandesk(size=size) as pilot:
        pilot.app.screen.query_one("#plans").border_subtitle = "…/plans"
        pilot.app.push_screen(LearnDialog(learning))
        await until(pilot, lambda: "Budget" in shown(pilot))
        listed = pilot.app.screen.query_one(RowList)
        listed.go_to(next(one.id for one in listed.rows if "Budget" in one.line))
        await press(pilot, "space")
        await check(pilot, "what a line is", size)


# None lacks


def kinds(base: type) -> set[str]:
    """Return the names of the classes below `base` that are plandesk's own."""
    found: set[type] = set()
    waiting = [base]
    while waiting:
        below: set[type] = set(waiting.pop().__subclasses__()) - found
        found |= below
        waiting += below
    return {one.__name__ for one in found if one.__module__.startswith("tui.")}


ONLY_BASES = {
    *("ListView", "FieldsView", "CopyingView", "MarksView", "NarrowedView", "RowsView"),
    *("TablesView", "AddingView", "AnsweringView", "Dialog", "Chooser", "Frame"),
}
"""What several views or dialogs have in common, or lies behind all: none is shown as such."""


def _load_all() -> None:
    for path in (ROOT / "tui").rglob("*.py"):
        if path.stem != "__main__":
            import_module(
                ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            )


def test_every_view_and_dialog_is_kept_at_both_sizes() -> None:
    _load_all()
    there = (kinds(SessionView) | kinds(Screen) | {"DeskView"}) - ONLY_BASES
    listed = {one.partition(":")[0] for one in KEPT}
    assert there - listed == set(), "which screen shows it?"
    assert listed - there == set()
    lacking = [
        f"{name} {width}x{height}"
        for names in KEPT.values()
        for name in names
        for width, height in BOTH
        if not (SCREENS / f"{name} {width}x{height}.txt").exists()
    ]
    assert lacking == []
    kept = {path.stem.rpartition(" ")[0] for path in SCREENS.glob("*.txt")}
    assert kept == {name for names in KEPT.values() for name in names}


def _titles(path: Path) -> list[str]:
    """Return the titles of the questions that a module asks, as they are called in KEPT."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            kind = ast.unparse(node.func).rpartition(".")[2]
            if kind in BY_TITLE:
                title = ast.unparse(node.args[0])
                is_literal = isinstance(node.args[0], ast.Constant)
                found.append(
                    f"{kind}: {ast.literal_eval(title)}" if is_literal else f"{kind} {title}"
                )
    return found


EXCUSED = {
    "ChooseDialog: A lead's reply": "asked of two plans with one lead; it looks as “A list”",
}
"""Questions of which no screen is kept, each with the reason."""


def test_every_question_is_kept() -> None:
    asked = {one for path in (ROOT / "tui").rglob("*.py") for one in _titles(path)}
    assert set(EXCUSED) <= asked
    asked -= set(EXCUSED)
    made_up = {one for one in asked if ": " not in one}
    assert made_up == set(NAMED_AFTER)
    assert {one for one in asked if ": " in one} | set(NAMED_AFTER.values()) == {
        one for one in KEPT if ": " in one
    }
