"""What the first frame waits for, and what is loaded beside it."""

import json
from pathlib import Path

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
