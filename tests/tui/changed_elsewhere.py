"""A plan that another program changes while it is open here."""

from pathlib import Path

from textual.pilot import Pilot

from plan.changes.edits import set_action_field
from store.plan_file import PlanFile
from tests.tui.window import (
    app_of,
    at_rest,
    edit,
    notices_gone,
    shown,
    write,
)
from tui.dialogs.differences import DifferencesDialog
from tui.widgets.row_list import RowList


def elsewhere(path: Path, **fields: str) -> None:
    """Save fields of the first action as another plandesk does."""
    file = PlanFile.open(path)
    for field, text in fields.items():
        plan = PlanFile.open(path).plan
        file.save(set_action_field(plan, plan.actions[0].id, field, text, name=field))


async def written_here(pilot: Pilot[None], label: str, text: str) -> None:
    await edit(pilot, label)
    await write(pilot, text, "escape")


def dialog_of(pilot: Pilot[None]) -> DifferencesDialog:
    dialog = pilot.app.screen
    assert isinstance(dialog, DifferencesDialog)
    return dialog


async def is_asked(pilot: Pilot[None]) -> None:
    await notices_gone(pilot)
    assert isinstance(pilot.app.screen, DifferencesDialog)
    assert isinstance(pilot.app.screen.focused, RowList)


async def is_saved(pilot: Pilot[None]) -> None:
    await at_rest(pilot)
    assert app_of(pilot).session.save_state.kind == "saved"  # type: ignore[union-attr]
    assert "Saved" in app_of(pilot).title_line.state


def words_of(pilot: Pilot[None]) -> str:
    """Return what the dialog says, on one line."""
    lines = [line.strip(" │╭╮╰╯─") for line in shown(pilot).split("\n")]
    return " ".join(" ".join(lines).split())
