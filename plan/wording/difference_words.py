"""What differs between the screen and the file, in the officer's words.

Values in, values out; the dialog only lays them out.
"""

from dataclasses import dataclass
from typing import Any

from plan.changes.merging import Difference, KeptRow
from plan.model.fields import TableName
from plan.model.merged_fields import PLACE
from plan.model.plan import Plan
from plan.wording.wording import EMPTY, Wording


@dataclass(frozen=True)
class DifferenceWords:
    """Names what differs as numbered in the plan on screen, or else in the file's."""

    ours: Plan
    theirs: Plan
    wording: Wording

    def thing(self, one: Difference) -> str:
        """Return which field of what differs, such as "Action 2.1 – Timescale"."""
        return f"{self._row(one.table, one.id)} – {self.wording.label(one.table, one.field)}"

    def values(self, one: Difference) -> tuple[str, str]:
        """Return what is on the screen and what is in the file."""
        if one.field == PLACE:
            return self._place(self.ours, one), self._place(self.theirs, one)
        ours, theirs = self._value(one, one.ours), self._value(one, one.theirs)
        if ours == theirs:  # only the Markdown marks differ
            return str(one.ours), str(one.theirs)
        return ours, theirs

    def kept(self, row: KeptRow) -> str:
        """Return a sentence saying that a row stays although it was deleted, and why."""
        deleted, edited = "on your screen", "in the file"
        if row.deleted_by == "theirs":
            deleted, edited = edited, deleted
        what = "changed" if row.is_edited else "has something in it that was changed"
        return (
            f"{self._row(row.table, row.id)} was deleted {deleted}, but {what} {edited}: "
            "it stays. You can delete it again."
        )

    def _plan(self, table: TableName, row_id: str) -> Plan:
        return self.ours if row_id in self.ours.table(table) else self.theirs

    def _row(self, table: TableName, row_id: str) -> str:
        return self.wording.thing(self._plan(table, row_id), table, row_id)

    def _place(self, plan: Plan, one: Difference) -> str:
        return self.wording.place(plan, plan.table(one.table)[one.id])

    def _value(self, one: Difference, value: Any) -> str:
        plan = self._plan(one.table, one.id)
        values = {**plan.table(one.table)[one.id].as_json(), one.field: value}
        return self.wording.value(plan, one.table, values, one.field) or EMPTY


_CONTEXT = 30
"""How many unchanged characters to show around a difference."""
_MOST = 240
"""How many characters of a text to show in the list; a longer text ends in …."""


def excerpts(one: str, other: str) -> tuple[str, str]:
    """Return two texts without the parts they share at both ends, if they are long."""
    one, other = one.replace("\n", " ↵ "), other.replace("\n", " ↵ ")
    start = _word_start(one, max(0, _same(one, other) - _CONTEXT))
    return _excerpt(one, start), _excerpt(other, start)


def _same(one: str, other: str) -> int:
    """Return how many characters two texts share at the start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _word_start(text: str, place: int) -> int:
    return text.rfind(" ", 0, place) + 1 if place else 0


def _excerpt(text: str, start: int) -> str:
    end = start + _MOST
    if end < len(text):
        space = text.rfind(" ", start + _CONTEXT, end + 1)  # after a whole word, if there is one
        end = end if space < 0 else space
    before = "… " if start else ""
    return f"{before}{text[start:end].rstrip()}{' …' if end < len(text) else ''}"
