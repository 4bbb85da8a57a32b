"""What was copied last: kept outside the window, for another plan and the next start."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from files.ordinary import content_of
from plan.model.outline import ActionOutline, AimOutline
from store.places import state_folder
from store.safe_file import clear_leftovers, make_folder, write_safely

LARGEST_COPY = 32 * 1024 * 1024
"""Bytes of the file: more than all rows of the largest plan."""


class Copied(BaseModel):
    """Rows or the text of a field, as they were copied.

    `aims` have their actions, `actions` are those that were copied without their aim, and `aim` is
    the text of the aim that the first of them served. `plan_id` is the plan that they come from,
    `format` the council's format that it follows; rows that `are_cut` stand there no more. `words`
    is what other programs get; of a field it is the text itself, and there are no rows.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    plan_id: str = ""
    format: str = ""
    are_cut: bool = False
    aims: tuple[AimOutline, ...] = ()
    actions: tuple[ActionOutline, ...] = ()
    aim: str = ""
    words: str = ""

    @property
    def are_rows(self) -> bool:
        """Whether rows were copied, and not the text of a field."""
        return bool(self.aims or self.actions)


def copied_path() -> Path:
    """Return where what was copied lies."""
    return state_folder() / "copied.json"


def keep_copied(copied: Copied) -> None:
    """Keep what was copied, in the place of what was copied before. Raises OSError."""
    path = copied_path()
    make_folder(path.parent)
    clear_leftovers(path)
    write_safely(path, copied.model_dump_json().encode())


def load_copied() -> Copied | None:
    """Return what was copied last, or None if that is nothing or cannot be read."""
    try:
        return Copied.model_validate_json(content_of(copied_path(), LARGEST_COPY))
    except (OSError, ValidationError):
        return None
