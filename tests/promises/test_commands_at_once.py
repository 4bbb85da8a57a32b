"""Commands that several programs run on one plan at the same time: each is done or says why not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from store.plan_file import PlanFile
from tests.repository import ROOT
from tests.tui.window import on_disk

AT_ONCE = 6


@pytest.mark.slow
def test_each_note_of_several_commands_is_saved_or_its_command_says_who_has_the_plan(
    home: Path,
) -> None:
    path = on_disk()
    before = len(PlanFile.open(path).plan.note_rows)
    command = [sys.executable, "-m", "tui", "note", str(path), "1.1"]
    env = {**os.environ, "PLANDESK_HOME": str(home)}
    running = [
        subprocess.Popen(
            [*command, f"Note {number}"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=env,
        )
        for number in range(AT_ONCE)
    ]
    ended = [(*process.communicate(timeout=120), process.returncode) for process in running]
    refused = [err for _, err, code in ended if code]
    assert all(err.strip() and "Traceback" not in err for err in refused)
    plan = PlanFile.open(path).plan
    texts = [note.text for note in plan.note_rows.values()]
    saved = [f"Note {number}" for number, (_, _, code) in enumerate(ended) if not code]
    assert len(texts) == before + AT_ONCE - len(refused)
    assert set(saved) <= set(texts)
