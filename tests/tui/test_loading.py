"""What the first frame waits for, and what is loaded beside it."""

import json
from pathlib import Path

import pytest

from tests.test_architecture import run_python

LOADED = "import sys, json\n{code}\nprint(json.dumps(sorted(sys.modules)))"


def loaded_by(code: str, home: Path) -> set[str]:
    """Return the modules that a process of its own has loaded after `code`."""
    return set(json.loads(run_python(LOADED.format(code=code), home=home)))


def test_the_first_frame_waits_for_nothing_that_knows_a_plan(tmp_path: Path) -> None:
    loaded = loaded_by("import tui.app", tmp_path)
    assert "textual.app" in loaded
    assert not {"pydantic", "plan.model.rows", "desk.session", "store.plan_file"} & loaded


def test_what_knows_a_plan_is_loaded_while_the_frame_is_painted(tmp_path: Path) -> None:
    loaded = loaded_by("import tui.app\nfrom tui.loading import load\nload()", tmp_path)
    assert {"pydantic", "plan.model.rows", "tui.opening", "tui.views.plan.plan_view"} <= loaded
    assert not {"docx", "lxml", "typer", "markdown_it", "icalendar", "tinydb"} & loaded
    assert not {"plan.checks.all_checks", "plan.changes.edits", "plan.council.format"} & loaded


@pytest.mark.parametrize(
    "module", ["desk.checking", "desk.exporting", "desk.importing", "desk.calendar_file"]
)
def test_word_and_the_calendar_are_loaded_for_the_first_file_only(
    module: str, tmp_path: Path
) -> None:
    loaded = loaded_by(f"import {module}", tmp_path)
    assert module in loaded
    assert not {"docx", "lxml", "icalendar", "plan.checks.all_checks"} & loaded
