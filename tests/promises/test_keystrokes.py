"""Every task of docs/keystrokes.toml is done with its keys, through a real terminal of 80 by 24.

The tasks on the reference paper are walked where it lies beside this checkout.
"""

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are needed", allow_module_level=True)

from benchmarks.terminal import Terminal
from plan.model.plan import Plan
from tests.repository import ROOT
from tests.tui.window import saved_plan

pytestmark = pytest.mark.slow

TASKS: list[dict[str, Any]] = tomllib.loads(
    (ROOT / "docs" / "keystrokes.toml").read_text(encoding="utf-8")
)["task"]
PAPER = ROOT.parent / "shared/reference/report-299-2016.docx"
MOST = {
    "insert-action": 3,
    "move-action": 4,
    "ten-notes": 25,
    "what-is-due": 1,
    "canonical-names": 2,
    "rapid-assessment": 45,
    "rename-lead": 5,
    "actions-of-a-lead": 4,
    "pack": 4,
    "copy-three": 9,
    "one-timescale": 8,
    "paste-table": 3,
    "replace-everywhere": 5,
    "bring-back": 5,
}
"""How many keys a task may take."""
LEAD, NEW_LEAD = "ICS Strategy and Performance Team", "ICS Strategy Team"
FIVE, TEN = 5, 10
_BYTES = {
    "enter": "\r",
    "escape": "\x1b",
    "space": " ",
    "tab": "\t",
    "slash": "/",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
}


def typed(key: str) -> str:
    """Return what a terminal sends for a key, for prose or for a paste."""
    if key.startswith("text:"):
        return key.removeprefix("text:")
    if key.startswith("paste:"):
        return f"\x1b[200~{key.removeprefix('paste:')}\x1b[201~"
    if key.startswith("ctrl+"):
        return chr(ord(key[-1]) & 31)
    return _BYTES.get(key, key)


def plandesk(home: Path, *arguments: str) -> str:
    """Run a command of plandesk and return what it says."""
    ran = subprocess.run(
        (sys.executable, "-m", "tui", *arguments),
        cwd=ROOT,
        env={"PLANDESK_HOME": str(home), "PATH": ""},
        capture_output=True,
        text=True,
        check=arguments[0] != "check",  # which tells by its status whether a paper is ready
    )
    return ran.stdout


def plan_for(kind: str, home: Path) -> Path:
    """Make the plans that a task begins with, and return the path of the one that is opened."""
    path = home / "Mine.plan.json"
    match kind:
        case "sample-140":
            plandesk(home, "sample", "--actions", "140", "--out", str(path))
        case "without report and form":
            plandesk(home, "new", "Mine", "--out", str(path))
            plandesk(home, "add", str(path), "aim", "Help comes early")
            plandesk(home, "add", str(path), "1", "Publish one guide")
        case _:
            if not PAPER.exists():
                pytest.skip("the reference paper is not beside this checkout")
            plandesk(home, "import", str(PAPER), "--yes", "--out", str(path))
            if kind == "reference, 2.2 deleted":
                plandesk(home, "remove", str(path), "2.2")
            if kind == "desk-of-two":
                plandesk(home, "new", "Next year")
                path = on_the_desk(path, home)
    return path


def on_the_desk(path: Path, home: Path) -> Path:
    """Move a plan to the desk's folder, beside that which lies there."""
    (other,) = home.rglob("Next year.plan.json")
    for one in sorted(path.parent.glob("Mine.*")):
        one.rename(other.parent / one.name)
    return other.parent / path.name


def walked(path: Path, home: Path, keys: list[str]) -> str:
    """Press keys in the window of a plan, quit, and return the last screen before that."""
    env = {"PLANDESK_HOME": str(home), "HOME": str(home), "TERM": "xterm-256color"}
    env["TEXTUAL_ANIMATIONS"] = "none"
    command = (sys.executable, "-m", "tui", str(path))
    with Terminal(command, env, columns=80, lines=24, folder=ROOT) as window:
        window.until("to check|to put right|nothing to check")
        window.settle()
        for key in keys:
            window.send(typed(key))
            window.settle(0.3)
        shown = window.text
        window.send("\x11")
        assert window.ended() == 0, shown
    return shown


@dataclass(frozen=True)
class Walked:
    """A plan before and after a task, where it lies, and the last screen."""

    before: Plan
    after: Plan
    path: Path
    home: Path
    shown: str

    def asked(self, *arguments: str) -> Any:
        """Return what a command says of the plan as JSON."""
        return json.loads(plandesk(self.home, arguments[0], *arguments[1:], "--json"))


def refs_of(plan: Plan, lead: str) -> list[str]:
    """Return the refs of the actions that have a lead."""
    return [plan.ref_of(one.id) for one in plan.actions if lead in one.leads]


def is_inserted(done: Walked) -> bool:
    there = done.after.action_at("4.3")
    return there is not None and there.id not in done.before.action_rows and bool(there.text)


def is_moved(done: Walked) -> bool:
    moved = done.before.action_at("4.3")
    return moved is not None and done.after.aim_of(moved.id) == done.after.aims[0]


def has_ten_notes(done: Walked) -> bool:
    notes = done.after.note_rows.values()
    added = [one for one in notes if one.id not in done.before.note_rows]
    return len({one.parent for one in added if one.status and one.text}) == len(added) == TEN


def is_renamed(done: Walked) -> bool:
    were = refs_of(done.before, LEAD)
    return bool(were) and not refs_of(done.after, LEAD) and were == refs_of(done.after, NEW_LEAD)


def is_assessed(done: Walked) -> bool:
    found = [one for one in done.asked("check", str(done.path)) if "assessment" in one["place"]]
    return bool(done.after.assessments) and not [
        one for one in found if one["severity"] in ("STOP", "FIX")
    ]


def is_copied(done: Walked) -> bool:
    other = saved_plan(done.path.parent / "Next year.plan.json")
    return [one.text for one in other.actions] == [one.text for one in done.before.actions[:3]]


def lists_actions_of_lead(done: Walked) -> bool:
    return all(f"{ref}" in done.shown for ref in refs_of(done.after, LEAD))


IS_DONE: dict[str, Callable[[Walked], bool]] = {
    "insert-action": is_inserted,
    "move-action": is_moved,
    "ten-notes": has_ten_notes,
    "what-is-due": lambda done: "▸4 Reviews◂" in done.shown,
    "canonical-names": lambda done: not done.asked("names", str(done.path), "--dry-run")["renamed"],
    "rapid-assessment": is_assessed,
    "rename-lead": is_renamed,
    "actions-of-a-lead": lists_actions_of_lead,
    "pack": lambda done: len([*done.home.rglob("*.docx")]) > 1,
    "copy-three": is_copied,
    "one-timescale": lambda done: (
        [one.timescale for one in done.after.actions].count("June 2027") == FIVE
    ),
    "paste-table": lambda done: len(done.after.actions) == len(done.before.actions) + 3,
    "replace-everywhere": lambda done: not done.asked("find", "GIRFEC", str(done.path), "--word"),
    "bring-back": lambda done: len(done.after.actions) == len(done.before.actions) + 1,
}
"""How the file of a plan, or the screen where a task only asks, tells that the task is done."""


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["id"])
def test_a_task_is_done_with_no_more_keys_than_it_may_take(
    task: dict[str, Any], home: Path
) -> None:
    assert len([key for key in task["keys"] if not key.startswith("text:")]) <= MOST[task["id"]]
    path = plan_for(task["plan"], home)
    before = saved_plan(path)
    shown = walked(path, home, [*task["from"], *task["keys"]])
    assert IS_DONE[task["id"]](Walked(before, saved_plan(path), path, home, shown)), shown
