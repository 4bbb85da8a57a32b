"""The first light: last year's Word plan in, edited by keyboard, the appendix out as Word.

The real program in a real (pseudo-)terminal, on the real paper.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from plan.council import DEFAULT_FORMAT
from plan.council.format import format_named
from plan.model.plan import Plan
from store.plan_file import PlanFile

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is needed, which Windows does not have", allow_module_level=True)

from benchmarks.terminal import Terminal

REFERENCE = (
    Path(__file__).resolve().parents[2].parent / "shared" / "reference" / "report-299-2016.docx"
)
DOWN, UP, ENTER, ESCAPE, TAB = "\x1b[B", "\x1b[A", "\r", "\x1b", "\t"

needs_reference = pytest.mark.skipif(
    not REFERENCE.exists(), reason="the reference paper is not beside this checkout"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home of plandesk's own, with nothing in it yet."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def plandesk(home: Path) -> Iterator[Terminal]:
    """plandesk started as an officer starts it, in a window of 80 by 24."""
    with started(home) as terminal:
        yield terminal


def started(home: Path) -> Terminal:
    """Start plandesk without any argument."""
    env = {
        "PLANDESK_HOME": str(home),
        "TEXTUAL_ANIMATIONS": "none",
        "TERM": "xterm-256color",
        "HOME": str(home),
    }
    return Terminal((sys.executable, "-m", "tui"), env, columns=80, lines=24)


def press(terminal: Terminal, keys: str, shows: str) -> None:
    """Press keys and wait until the screen shows what comes of them."""
    terminal.send(keys)
    terminal.until(shows)


def only_plan(home: Path) -> Path:
    """Return the one plan of the desk."""
    (path,) = (home / "plans").glob("*.plan.json")
    return path


def id_at(plan: Plan, ref: str) -> str:
    """Return the id of the action that has a ref now."""
    action = plan.action_at(ref)
    assert action is not None
    return action.id


def appendix_rows(path: Path) -> list[list[str]]:
    """Return the actions of every table of eight columns in a Word file, headers left out."""
    return [
        [cell.text for cell in row.cells]
        for table in docx.Document(str(path)).tables
        for row in table.rows[1:]
        if len(row.cells) == len(format_named(DEFAULT_FORMAT).plan.columns)
    ]


@pytest.mark.slow
@needs_reference
def test_an_officer_takes_last_years_paper_to_this_years_appendix(
    plandesk: Terminal, home: Path, tmp_path: Path
) -> None:
    plandesk.until("No plan here yet")

    # Open the paper, look at what was read, and make a plan of it.
    press(plandesk, "o", "paste a whole path")
    press(plandesk, f"\x1b[200~{REFERENCE}\x1b[201~", REFERENCE.name)
    press(plandesk, ENTER, "4 aims and 10 actions")
    press(plandesk, ENTER, r"1\.1 ")
    plan = PlanFile.open(only_plan(home)).plan
    assert [plan.ref_of(action.id) for action in plan.actions] == (
        ["1.1", "2.1", "2.2", "2.3", "3.1", "4.1", "4.2", "4.3", "4.4", "4.5"]
    )

    # Change the timescale of 2.1.
    press(plandesk, "/", "Find words")
    press(plandesk, "2.1", r"2\.1 ")
    press(plandesk, ENTER, r"Aim 2: .* Actions")
    press(plandesk, "\x1b[C", "─ 2.1 ─")
    press(plandesk, DOWN * 4, "Timescale")
    press(plandesk, ENTER, "Esc done")
    press(plandesk, "\x15", r"│ +│")
    press(plandesk, "October 2016 and quarterly thereafter", "October 2016 and quarterly there")
    press(plandesk, ESCAPE, "Enter edit")
    press(plandesk, "\x1b[D", r"Aim 2: .* Actions")

    # Move 4.3 above 4.2, see it there, and take it back.
    press(plandesk, "/", "Find words")
    press(plandesk, "4.3", r"4\.3 ")
    press(plandesk, ENTER, r"Aim 4: .* Actions")
    press(plandesk, "m", "put it here")
    press(plandesk, UP + ENTER, "Move action 4.3 to 4.2")
    plandesk.settle()
    moved = PlanFile.open(only_plan(home)).plan
    assert id_at(moved, "4.2") == id_at(plan, "4.3")
    press(plandesk, "u", "Undo: Move action 4.3 to 4.2")

    # Export, and quit with no question asked.
    press(plandesk, "e", "goes to this folder")
    press(plandesk, str(tmp_path / "out"), "Enter asks before it is made")
    press(plandesk, ENTER, "or change the folder")
    press(plandesk, ENTER, "Written:")
    press(plandesk, ENTER, r"Aim 4: .* Actions")
    plandesk.send("q")
    assert plandesk.ended() == 0

    # Everything is there: in Word,
    (word_file,) = (tmp_path / "out").glob("*.docx")
    wanted = appendix_rows(REFERENCE)
    wanted[1][5] = "October 2016 and quarterly thereafter"
    assert appendix_rows(word_file) == wanted

    # and on the screen, at the next start, where the officer was.
    with started(home) as again:
        again.until(r"Aim 4: .* Actions")
        press(again, "/", "Find words")
        press(again, "2.1" + ENTER, "October 2016 and quarterly thereafter")
        press(again, "y", "Redo: Move action 4.3 to 4.2")
        again.send("q")
        assert again.ended() == 0
