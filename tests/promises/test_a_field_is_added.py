"""A field that is added to an action is everywhere at once: proved in a copy of the program.

Added are the field in `plan/model/fields.py`, the number of the schema with the plan file of that
version, and the column in the format of a council. Nothing else of the copy is touched.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from plan.model.fields import ActionFields, described
from store.schema import SCHEMA_VERSION
from tests.repository import ROOT, our_files

FIELD = """    budget: Annotated[Line, Description("line", "What it costs")] = ""
"""
COLUMN = """[[plan.columns]]
field = "budget"
heading = "Budget in Pounds"
label = "Budget"
width = 20

"""
GOLDEN = "tests/store/golden/schema-{}.{}"
FILES = ("plan.json", "history.jsonl")

WRITE_GOLDEN = """
import sys
from pathlib import Path
from plan.changes.edits import set_action_field
from store.plan_file import PlanFile

file = PlanFile.open(Path(sys.argv[1]))
file.save(set_action_field(file.plan, file.plan.actions[0].id, "budget", "5,000", name="budget"))
"""

LOOK = """
import json, sys
from dataclasses import replace
from pathlib import Path

import plan
from desk.field_contents import action_fields
from desk.field_edits import edited
from exporters.word.document import word_file_of
from importers.paper import read_paper
from plan.changes import edits
from plan.changes.change import applied, tables_of
from plan.changes.merging import compared, resolved
from plan.council.format import form_named, format_named
from plan.model.outline import ActionOutline, AimOutline, PlanOutline, action_outline, built_plan
from plan.papers.appendix import appendix_of
from plan.papers.plan_json import printed_plan
from plan.wording.change_words import steps_in_words
from plan.wording.difference_words import DifferenceWords
from plan.wording.wording import Wording
from desk.named_fields import set_by_ref

form = format_named("dundee-2016")
forms = [form_named(name) for name in form.forms]
action = ActionOutline("Publish a guide.", budget="5,000", leads=("Team",), timescale="May 2017")
outline = PlanOutline(title="Plan", aims=(AimOutline("First", (action,)), AimOutline("Last")))
base = built_plan(outline, form.id)
first, last = base.aims
row = base.actions[0]

(field,) = (one for one in action_fields(base, row.id, form) if one.key == "budget")
typing = edited(base, field, "  6,000 ", form)
typed = applied(base, typing)
theirs = applied(base, set_by_ref(base, "1.1", "budget", "7,000", form))
(step,) = steps_in_words(typing, base, typed, Wording(form))

def budgets(after):
    return [one.budget for one in after.actions]

apart = compared(tables_of(base), tables_of(typed), tables_of(theirs))
(difference,) = apart.differences
only_theirs = resolved(compared(tables_of(base), tables_of(base), tables_of(theirs)), {})
path = Path(sys.argv[1])
path.write_bytes(word_file_of(appendix_of(base, form)))
reading = read_paper(path, form, forms)

print(json.dumps({
    "program": plan.__file__,
    "panel": [field.label, field.kind, field.shown],
    "typed": budgets(typed),
    "set": budgets(theirs),
    "json": printed_plan(base)["aims"][0]["actions"][0]["budget"],
    "duplicate": budgets(applied(base, edits.duplicate_action(base, row.id))),
    "duplicated aim": budgets(applied(base, edits.duplicate_aim(base, first.id))),
    "paste": budgets(applied(
        base,
        edits.paste_actions(
            base, last.id, 0, (edits.without_progress(action_outline(base, row.id)),)
        ),
    )),
    "history": [typing.label, *((one.label, one.before, one.after) for one in step.fields)],
    "without a column": Wording(
        form.model_copy(update={"plan": form.plan.model_copy(update={"columns": ()})})
    ).label("actions", "budget"),
    "merge": [
        DifferenceWords(typed, theirs, Wording(form)).thing(difference),
        difference.base, difference.ours, difference.theirs,
        only_theirs["actions"][row.id]["budget"],
    ],
    "word": [one.budget for aim in reading.outline.aims for one in aim.actions],
    "not understood": [one.text for one in reading.remarks if one.kind == "not understood"],
}))
"""

SHOW = """
import asyncio, sys
from pathlib import Path
from tui.app import Plandesk

async def shown_in_the_panel():
    app = Plandesk(Path(sys.argv[1]))
    async with app.run_test(size=(120, 40)) as pilot:
        while not app.query("#fields FieldRow"):
            await pilot.pause()
        return [row.field.label for row in app.query("#fields FieldRow")]

print(*asyncio.run(shown_in_the_panel()), sep=", ")
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the repository in which actions have a budget."""
    copy = tmp_path / "copy"
    for file in our_files():
        (copy / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / file, copy / file)
    *_, last = described(ActionFields)
    fields = (copy / "plan/model/fields.py").read_text(encoding="utf-8")
    start = fields.index(f"    {last}: ", fields.index("class ActionFields"))
    end = fields.index("\n\n\n", start) + 1
    write(copy / "plan/model/fields.py", fields[:end] + FIELD + fields[end:])
    replace(copy / "store/schema.py", f"VERSION = {SCHEMA_VERSION}", f"VERSION = {next_version()}")
    progress = '[[plan.columns]]\nfield = "progress"'
    replace(copy / "plan/council/formats/dundee-2016.toml", progress, COLUMN + progress)
    for kind in FILES:
        old, new = (GOLDEN.format(n, kind) for n in (SCHEMA_VERSION, next_version()))
        shutil.copyfile(copy / old, copy / new)
    run(copy, "-c", WRITE_GOLDEN, GOLDEN.format(next_version(), "plan.json"))
    return copy


def next_version() -> int:
    return SCHEMA_VERSION + 1


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    write(path, text.replace(old, new))


def run(copy: Path, *arguments: str) -> str:
    """Run Python in the copy, in a process and with a home of its own; return what it prints."""
    ran = subprocess.run(
        [sys.executable, *arguments],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy), "PLANDESK_HOME": str(copy.parent / "home")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def found_in(copy: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(copy, "-c", LOOK, str(copy.parent / "Plan.docx")))
    return found


@pytest.mark.slow
def test_a_field_that_is_added_to_an_action_is_everywhere_at_once(copy: Path) -> None:
    found = found_in(copy)
    assert Path(found.pop("program")).is_relative_to(copy)
    assert found == {
        "panel": ["Budget", "line", "5,000"],
        "typed": ["6,000"],
        "set": ["7,000"],
        "json": "5,000",
        "duplicate": ["5,000", "5,000"],
        "duplicated aim": ["5,000", "5,000"],
        "paste": ["5,000", "5,000"],
        "history": ["Edit budget of action 1.1", ["Budget", "5,000", "6,000"]],
        "without a column": "What it costs",
        "merge": ["Action 1.1 – Budget", "5,000", "6,000", "7,000", "7,000"],
        "word": ["5,000"],
        "not understood": [],
    }


@pytest.mark.slow
def test_the_window_shows_the_field_that_was_added_in_its_column(copy: Path) -> None:
    plan = shutil.copy(copy / GOLDEN.format(next_version(), "plan.json"), copy.parent)
    assert "Success, Budget, Progress" in run(copy, "-c", SHOW, str(plan))


@pytest.mark.slow
def test_older_plans_and_every_way_out_of_a_plan_are_whole_with_a_field_added(copy: Path) -> None:
    files = ("tests/promises/test_every_field.py", "tests/store/test_golden_files.py")
    own = ("-n0", "-p", "no:randomly", "-p", "no:cacheprovider")
    assert " passed" in run(copy, "-m", "pytest", *own, *files)
