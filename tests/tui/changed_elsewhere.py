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
    """Return what the dialog says, on one line, between what is seen of the window behind it."""
    return _on_one_line(shown(pilot).split("\n"))


def words_in_box(pilot: Pilot[None]) -> str:
    """Return what the box of the differences says, on one line, and nothing of what is beside it.

    So words are found here however they wrap.
    """
    box = dialog_of(pilot).query_one("#dialog").region
    rows = shown(pilot).split("\n")[box.y : box.bottom]
    return _on_one_line([row[box.x : box.right] for row in rows])


def _on_one_line(rows: list[str]) -> str:
    return " ".join(" ".join(row.strip(" │╭╮╰╯─") for row in rows).split())
