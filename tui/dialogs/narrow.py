"""Ask which actions are shown: of a lead, a status, a page, before a day, with some words."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from textual.content import Content

from desk.action_filter import (
    COUNTED,
    ActionFilter,
    Admission,
    Kind,
    condition_in_words,
    day_typed,
)
from desk.today import today
from plan.council.format import Format
from plan.model.plan import Plan
from tui.dialogs.choose import Chooser
from tui.widgets.row_list import ListedRow

EVERYTHING = ""
"""The id of the row that takes the whole filter away."""
_QUESTION = "Only the actions that have this, beside what is chosen already:"
_KIND_WORDS: dict[Kind, str] = {
    "marked": "marked",
    "lead": "lead",
    "aim": "aim",
    "status": "status",
    "indicator": "indicator",
    "page": "page",
    "before": "due",
    "text": "words",
}


@dataclass(frozen=True, slots=True)
class ConditionRow(ListedRow):
    """What the actions can be limited to, behind what it is and how many actions have it."""

    kind: str = ""
    count: str = ""

    @property
    def content(self) -> Content:
        """What is painted; never parsed as markup."""
        return Content.assemble((f"{self.kind:<10}{self.count:>4}  ", "dim"), self.line)


class NarrowDialog(Chooser[ActionFilter]):
    """Lists what the actions of some plans can be limited to, by what is typed.

    A page, a day or words that are typed can be chosen too. `marks` are the rows that are marked,
    None where there are no marks. The result is the filter with what was chosen, or without it
    where it was one of its conditions.
    """

    keys_in_words = (
        "type: a name, a page, a date, words   ↑↓ and Enter: choose   Esc: leave it as it is"
    )
    hint = "a lead, a status, a page, a date it is due before, words …"

    def __init__(
        self,
        title: str,
        plans: Mapping[str, Plan],
        council: Format,
        now: ActionFilter,
        marks: frozenset[str] = frozenset(),
    ) -> None:
        first = ConditionRow(EVERYTHING, "Everything")
        super().__init__(title, _QUESTION, [first], EVERYTHING)
        self._now = now
        self._marks = marks
        self._admissions = [Admission(plan, council, marks) for plan in plans.values()]
        self._is_read = self._is_due = False

    def on_mount(self) -> None:
        """Read the actions on a thread; an Enter that comes before is done after it."""
        self.run_worker(self._read(), group="looking", exit_on_error=False)

    async def _read(self) -> None:
        rows = await asyncio.to_thread(self._rows_of_all)
        self._rows, self._current, self._is_read = tuple(rows), self._row_now(), True
        if self.is_attached:
            self.list_now()
            if self._is_due:
                self.take_current()

    def _rows_of_all(self) -> list[ListedRow]:
        """Return a row for everything, and for each condition that some action has."""
        for admission in self._admissions:
            admission.read()
        rows = list(self._rows)
        if self._marks:
            rows.append(self._row("marked", "yes", self._count("marked", "yes")))
        for kind in COUNTED:
            counts: Counter[str] = Counter()
            for admission, ids in self._within_but(kind):
                counts.update(admission.values(kind, ids))
            rows += [self._row(kind, one, counts[one]) for one in _ordered(kind, counts)]
        day = today().isoformat()
        return [*rows, self._row("before", day, self._count("before", day))]

    def _within_but(self, kind: Kind) -> list[tuple[Admission, tuple[str, ...]]]:
        """Return the actions of which all other conditions hold."""
        others = self._now._replace(**{kind: ""})
        return [(one, one.of(others)) for one in self._admissions]

    def _count(self, kind: Kind, value: str) -> int:
        wanted = self._now._replace(**{kind: value})
        return sum(len(one.of(wanted)) for one in self._admissions)

    def _row(self, kind: Kind, value: str, count: int) -> ListedRow:
        words = condition_in_words(kind, value)
        named = words if kind not in ("aim", "status", "page") else value
        on = "● " if self._now.conditions.get(kind) == value else ""
        return ConditionRow(
            f"{kind}:{value}", f"{on}{named}", kind=_KIND_WORDS[kind], count=str(count)
        )

    def _row_now(self) -> str:
        first = next(iter(self._now.conditions.items()), None)
        return f"{first[0]}:{first[1]}" if first else EVERYTHING

    def rows_for(self, typed: str) -> Sequence[ListedRow]:
        """Return the conditions that say what is typed, and what is typed as a day or as words."""
        wanted = " ".join(typed.split())
        rows = [*super().rows_for(typed)]
        if not wanted or not self._is_read:
            return rows
        day = day_typed(wanted)
        typed_too: list[tuple[Kind, str]] = [("before", day)] if day else []
        typed_too.append(("text", wanted))
        for kind, value in typed_too:
            if count := self._count(kind, value):
                rows.append(self._row(kind, value, count))
        return rows

    def take_current(self) -> None:
        """Close with what is under the cursor, once the actions are read."""
        self._is_due = not self._is_read
        if self._is_read:
            super().take_current()

    def said_by(self, row: ListedRow) -> str:
        """Return the words of a row that what is typed may say."""
        kind = row.id.partition(":")[0]
        return f"{kind} {row.line}" if row.id != EVERYTHING else ""

    def result_of(self, row: str) -> ActionFilter:
        """Return the filter with or without the condition of a row."""
        kind, _, value = row.partition(":")
        return self._now.switched(cast("Kind", kind), value) if row else ActionFilter()


def _ordered(kind: Kind, counts: Counter[str]) -> list[str]:
    """Return the values of a kind: leads and aims in their order, pages by number."""
    if kind == "aim":
        return sorted(counts, key=lambda one: int(one.partition(" ")[0]))
    if kind == "page":
        return sorted(counts, key=lambda one: (not one.isdecimal(), one.zfill(6)))
    return sorted(counts, key=str.casefold)
