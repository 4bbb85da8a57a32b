"""The guide's table of keystrokes is that of docs/keystrokes.toml.

With PLANDESK_WRITE_SCREENS=1 in the environment the table is written anew.
"""

import os
import tomllib
from typing import Any

from tests.repository import ROOT
from tui.commands import key_name

GUIDE = ROOT / "docs" / "guide.md"
HEAD = "| task | keys | which |\n| --- | --- | --- |\n"
TASKS: list[dict[str, Any]] = tomllib.loads(
    (ROOT / "docs" / "keystrokes.toml").read_text(encoding="utf-8")
)["task"]
_LONGEST = 14
"""Keys that are named; of more, only how many there are."""


def named(key: str) -> str:
    """Return what the guide calls a key; words and a paste go by what they are."""
    kind, _, _ = key.partition(":")
    return {"text": "(words)", "paste": "(paste)"}.get(kind) or f"`{key_name(key)}`"


def line_of(task: dict[str, Any]) -> str:
    keys = [key for key in task["keys"] if not key.startswith("text:")]
    which = " ".join(map(named, task["keys"])) if len(task["keys"]) <= _LONGEST else "…"
    return f"| {task['title']} | {len(keys)} | {which} |\n"


def test_the_guide_has_the_keys_of_every_task() -> None:
    table = HEAD + "".join(map(line_of, TASKS))
    before, _, after = GUIDE.read_text(encoding="utf-8").partition(HEAD)
    if os.environ.get("PLANDESK_WRITE_SCREENS"):
        rest = after.partition("\n\n")[2]
        GUIDE.write_text(f"{before}{table}\n{rest}", encoding="utf-8")
    assert table in GUIDE.read_text(encoding="utf-8")
