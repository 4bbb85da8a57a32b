"""The look of every other view and dialog, compared as text at three sizes.

With PLANDESK_WRITE_SCREENS=1 in the environment the screens are written anew: look at each of them
before it is kept.
"""

from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from desk.importing import read_word_paper
from desk.learning import learning_of
from desk.lost_texts import LostText
from store.plan_file import PlanFile
from tests.importers.learning.made_papers import make_plan
from tests.tui.changed_elsewhere import elsewhere, is_asked, written_here
from tests.tui.command_line.test_conflicts_command import clash
from tests.tui.papers import WITH_PAPERS
from tests.tui.test_screens import check
from tests.tui.window import MADE_AT, on_disk, plandesk, press, shown, until
from tui.dialogs.dialog import Dialog
from tui.dialogs.draft import DraftDialog
from tui.dialogs.import_preview import ImportPreview
from tui.dialogs.learn import FormatNameDialog, LearnDialog
from tui.dialogs.notice import MessagesDialog, NoticeDialog
from tui.dialogs.open_file import OpenFileDialog
from tui.dialogs.own_keys import PressKeyDialog
from tui.dialogs.reason import AnswerDialog
from tui.dialogs.spelling import SpellingDialog
from tui.dialogs.written import WrittenDialog
from tui.widgets.notice_line import Notice

SIZES = [(80, 24), (120, 40), (200, 60)]
NARROWEST = (60, 20)

VIEWS = {
    "cover": ("left", "home"),
    "inspection report": ("left", "end"),
    "status letters": ("p",),
    "report outline": ("2",),
    "report passages": ("2", "down", "right"),
    "report passage edited": ("2", "down", "right", "enter"),
    "equality": ("3",),
    "equality question": ("3", "down", "down", "down", "down"),
    "equality boxes": ("3", "down", "down", "enter"),
    "preview plan": ("6", "p"),
    "dense": ("z",),
    "dense reviews": ("4", "z"),
}
"""The keys that lead to a view from the first action of the sample, by the name of its screen."""

DIALOGS_BY_KEYS = {
    "palette": ("ctrl+p",),
    "find": ("slash", *"family"),
    "find nothing": ("slash", *"xyzzy"),
    "replace": ("ctrl+r", *"family", "enter", *"household"),
    "replace preview": ("ctrl+r", *"family", "enter", *"household", "enter"),
    "explain": ("x",),
    "word counts": ("f8",),
    "what is added": ("left", "a"),
    "a lead is chosen": ("right", "down", "down", "down", "enter", "ctrl+l"),
    "dates": ("4", "b"),
    "reviews only": ("4", "f"),
    "reason": ("5", "r"),
    "which appendix": ("2", "end", "up", "a"),
    "settings": ("comma",),
    "own keys": ("comma", "end", "enter"),
    "history": ("d", "h"),
    "bring back": ("h", "enter"),
    "since": ("S",),
    "versions": ("V",),
    "leads": ("L",),
    "roll forward": ("R",),
}
"""The keys that open a dialog from the first action of the sample, by the name of its screen."""

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("frozen")]
on_screen = pytest.mark.parametrize("size", SIZES)
and_narrowest = pytest.mark.parametrize("size", [NARROWEST, *SIZES])


@pytest.fixture(autouse=True)
def named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the history name the same officer on every machine."""
    monkeypatch.setattr("desk.session.getpass.getuser", lambda: "officer")


async def closed(pilot: Pilot[None]) -> None:
    """Close every dialog."""
    while len(pilot.app.screen_stack) > 1:
        await press(pilot, "escape")


@on_screen
@pytest.mark.parametrize("name", VIEWS)
async def test_a_view(sample: Path, name: str, size: tuple[int, int]) -> None:
    async with plandesk(sample, size=size) as pilot:
        await press(pilot, *VIEWS[name])
        await check(pilot, name, size)


@on_screen
async def test_the_dialogs_of_a_plan(sample: Path, size: tuple[int, int]) -> None:
    async with plandesk(sample, size=size) as pilot:
        for name, keys in DIALOGS_BY_KEYS.items():
            await press(pilot, "1", "left", "home", "down", "right", *keys)
            await until(pilot, lambda: len(pilot.app.screen_stack) > 1)
            await check(pilot, name, size)
            await closed(pilot)
            await press(pilot, "escape")


@on_screen
async def test_the_dialogs_of_the_desk(size: tuple[int, int]) -> None:
    on_disk(WITH_PAPERS)
    async with plandesk(size=size) as pilot:
        pilot.app.screen.query_one("#plans").border_subtitle = "…/plans"
        await until(pilot, lambda: "to check" in shown(pilot))
        for name, key in (("rename", "r"), ("format", "f"), ("desk keys", "question_mark")):
            await press(pilot, key)
            await check(pilot, name, size)
            await closed(pilot)


@on_screen
async def test_what_opens_by_itself_or_after_another(size: tuple[int, int], tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "report.docx").touch()
    files = [Path(f"/council/papers/299-2016 {name}.docx") for name in ("Paper", "Appendix 1")]
    lost = LostText("Timescale of action 1.2", "June 2026", "August 2026, as the team is new", None)
    told = (Notice("Undo: Add action 4.3."), Notice("The disk is full. The plan is safe.", True))
    sentence = ("It is ", " to receive replies from every partner of the plan.")
    opened: dict[str, Dialog[Any]] = {
        "draft": DraftDialog("Strathbrannoch", "26 September 2026, 14:02", (lost,)),
        "what was said": MessagesDialog(told),
        "notice": NoticeDialog("Learned", "Papers are read and written in the format now."),
        "another key": PressKeyDialog("Progress: a note", "p", "That is the key of Paste."),
        "format name": FormatNameDialog("What is the format called?", "Plan"),
        "answer a comment": AnswerDialog("Is this date agreed with the board?", ""),
        "what was written": WrittenDialog(files),
        "open a file": OpenFileDialog(tmp_path),
        "open a file below": OpenFileDialog(tmp_path, "report"),
    }
    opened["misspelt"] = SpellingDialog(
        "neccessary", sentence, ("necessary", "necessarily"), "Action 1.2, Action"
    )
    async with plandesk(on_disk(), size=size) as pilot:
        for name, dialog in opened.items():
            pilot.app.push_screen(dialog)
            await until(pilot, lambda: len(pilot.app.screen_stack) > 1)
            for folder in pilot.app.screen.query("#folder"):
                folder.update("…/council")  # type: ignore[attr-defined]
            await check(pilot, name, size)
            await closed(pilot)


@and_narrowest
async def test_what_differs_from_the_file(size: tuple[int, int]) -> None:
    path = on_disk()
    async with plandesk(path, size=size) as pilot:
        elsewhere(path, timescale="Every week, from the day on which the board has agreed to it")
        await written_here(pilot, "Timescale", "Every month")
        await is_asked(pilot)
        await check(pilot, "differences", size)
        await press(pilot, "r")
        await check(pilot, "both wordings", size)


@and_narrowest
async def test_a_pasted_table(size: tuple[int, int]) -> None:
    table = (
        "Lead\tAction\tBy when\n"
        "Individual operational managers in every service, with the agreed audit tool\t"
        "Publish a guide for families, and for the carers of those who have none.\tMay 2027\n"
        "\tNobody leads this one.\t\n"
    )
    async with plandesk(on_disk(), size=size) as pilot:
        pilot.app.post_message(Paste(table))
        await until(pilot, lambda: "A table was pasted" in shown(pilot))
        await check(pilot, "pasted table", size)


@and_narrowest
async def test_what_is_learned_of_a_paper(size: tuple[int, int], tmp_path: Path) -> None:
    learning = learning_of(make_plan(tmp_path / "Plan.docx"), "Harbours")
    async with plandesk(size=size) as pilot:
        pilot.app.screen.query_one("#plans").border_subtitle = "…/plans"
        pilot.app.push_screen(LearnDialog(learning))
        await until(pilot, lambda: "Ref: its number" in shown(pilot))
        await check(pilot, "learn", size)


@and_narrowest
async def test_what_was_read_with_what_is_to_be_decided(
    size: tuple[int, int], tmp_path: Path
) -> None:
    paper = read_word_paper(make_plan(tmp_path / "Plan.docx"))
    async with plandesk(size=size) as pilot:
        pilot.app.screen.query_one("#plans").border_subtitle = "…/plans"
        pilot.app.push_screen(ImportPreview(paper))
        await until(pilot, lambda: "2 aims" in shown(pilot))
        await check(pilot, "import of a plan", size)


@on_screen
async def test_the_conflicts(size: tuple[int, int]) -> None:
    path = on_disk()
    path.unlink()
    PlanFile.create(path, clash(), label="Made", who="A. Officer", now=MADE_AT)
    async with plandesk(path, size=size) as pilot:
        await until(pilot, lambda: "3 conflicts" in shown(pilot))
        await check(pilot, "a conflict waits", size)
        await press(pilot, "C", "end", "right")
        await check(pilot, "conflicts", size)
