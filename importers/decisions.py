"""What a Word file leaves to the officer: struck text, comments, notes, colours and leads.

Each is asked once, by kind, and may be answered otherwise for a single case.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal, TypeAlias

DecisionKind: TypeAlias = Literal["struck", "comments", "notes", "colours", "leads"]
Choice: TypeAlias = Literal["leave", "take", "keep", "brackets", "words", "one", "several"]

CHOICES: Mapping[DecisionKind, tuple[Choice, Choice]] = MappingProxyType(
    {
        "struck": ("leave", "take"),
        "comments": ("keep", "leave"),
        "notes": ("leave", "brackets"),
        "colours": ("words", "leave"),
        "leads": ("one", "several"),
    }
)
"""What can be chosen for each kind; the first holds where nothing was."""


@dataclass(frozen=True)
class Case:
    """One place of a file that a decision is about.

    `number` knows it again when the file is read anew: that of the first paragraph that it stands
    in. `place` is where it is, such as "in 1.1, Timescale", `text` its words, `choice` what holds.
    """

    kind: DecisionKind
    number: int
    place: str
    text: str
    choice: Choice


@dataclass(frozen=True)
class Decisions:
    """What an officer decided: for a kind, and for the single cases that differ from it."""

    kinds: Mapping[DecisionKind, Choice] = field(default_factory=lambda: MappingProxyType({}))
    cases: Mapping[tuple[DecisionKind, int], Choice] = field(
        default_factory=lambda: MappingProxyType({})
    )

    def of(self, kind: DecisionKind, number: int | None = None) -> Choice:
        """Return what holds for a kind, or for the case of it with this number."""
        of_kind = self.kinds.get(kind, CHOICES[kind][0])
        return of_kind if number is None else self.cases.get((kind, number), of_kind)

    def with_kind(self, kind: DecisionKind, choice: Choice) -> "Decisions":
        """Return the decisions with one for a whole kind: it counts for each of its cases."""
        cases = {case: chosen for case, chosen in self.cases.items() if case[0] != kind}
        return replace(self, kinds={**self.kinds, kind: choice}, cases=cases)

    def with_case(self, kind: DecisionKind, number: int, choice: Choice) -> "Decisions":
        """Return the decisions with one for a single case."""
        return replace(self, cases={**self.cases, (kind, number): choice})


def other(kind: DecisionKind, choice: Choice) -> Choice:
    """Return the other one of the two choices of a kind."""
    first, second = CHOICES[kind]
    return second if choice == first else first


NOTHING_DECIDED = Decisions()
"""Each kind is treated as it is where nobody was asked."""
