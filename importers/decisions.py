"""What a Word file leaves to the officer: struck text, comments, notes, colours and leads.

Each is asked once, by kind, and may be answered otherwise for a single case.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from plan.text.line_breaks import counted

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
    `also` are the numbers of the other paragraphs of the case, such as those of a row. A comment
    `is_answered` where it is marked as resolved.
    """

    kind: DecisionKind
    number: int
    place: str
    text: str
    choice: Choice
    also: tuple[int, ...] = ()
    is_answered: bool = False


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


def decisions_typed(typed: Mapping[str, str]) -> Decisions:
    """Return the decisions that were typed by kind, such as "take" for "struck".

    Raises ValueError, in a sentence, where a kind has no such choice.
    """
    kinds: dict[DecisionKind, Choice] = {}
    for kind, choices in CHOICES.items():
        said = typed.get(kind, choices[0])
        chosen = next((choice for choice in choices if choice == said), None)
        if chosen is None:
            raise ValueError(f"--{kind} is {' or '.join(choices)}, not “{said}”")
        kinds[kind] = chosen
    return Decisions(kinds)


class Decided(NamedTuple):
    """What was decided of one kind of what a file leaves open, in words.

    `said` is the number of its cases with what becomes of them, such as "3 pieces of struck text:
    left out"; `other` the choice that would change it, and `would` what that would do: "takes
    them".
    """

    kind: DecisionKind
    said: str
    other: Choice
    would: str


class _Words(NamedTuple):
    """What one case of a kind and several are called."""

    one: str
    many: str


_CASES: Mapping[DecisionKind, _Words] = {
    "struck": _Words("piece of struck text", "pieces of struck text"),
    "comments": _Words("comment", "comments"),
    "notes": _Words("footnote or endnote", "footnotes and endnotes"),
    "colours": _Words("coloured cell without a word", "coloured cells without a word"),
    "leads": _Words("field that may name several leads", "fields that may name several leads"),
}
_BECAME: Mapping[tuple[DecisionKind, Choice], str] = {
    ("struck", "leave"): "left out",
    ("struck", "take"): "taken",
    ("comments", "keep"): "kept with the plan, to be answered",
    ("comments", "leave"): "left out",
    ("notes", "leave"): "left out",
    ("notes", "brackets"): "taken in brackets",
    ("colours", "words"): "read as the status",
    ("colours", "leave"): "left out",
    ("leads", "one"): "kept as one lead each",
    ("leads", "several"): "divided into several leads",
}
_EACH = " each"
_ANSWERED = "kept with the plan, answered"
_WOULD: Mapping[Choice, _Words] = {
    "leave": _Words("leaves it out", "leaves them out"),
    "take": _Words("takes it", "takes them"),
    "keep": _Words("keeps it", "keeps them"),
    "brackets": _Words("takes it in brackets", "takes them in brackets"),
    "words": _Words("reads it as the status", "reads them as the status"),
    "one": _Words("keeps it as one lead", "keeps each as one lead"),
    "several": _Words("divides it", "divides them"),
}


def became(case: Case) -> str:
    """Return what becomes of a case, such as "left out"."""
    is_answered = case.is_answered and case.choice == "keep"
    return _ANSWERED if is_answered else _BECAME[case.kind, case.choice].removesuffix(_EACH)


def _became_of_all(cases: Sequence[Case]) -> str:
    """Return what becomes of all cases of a kind, which were decided alike."""
    answered = sum(became(case) == _ANSWERED for case in cases)
    if answered in (0, len(cases)):
        return became(cases[0])
    return f"kept with the plan, {len(cases) - answered:,} of them to be answered"


def decided_in_words(cases: Iterable[Case]) -> Iterator[Decided]:
    """Yield what was decided of each kind that has cases."""
    every = tuple(cases)
    for kind, choices in CHOICES.items():
        chosen = [case.choice for case in every if case.kind == kind]
        if not chosen:
            continue
        first, second = choices
        number = len(chosen)
        if len(set(chosen)) == 1:
            became = _became_of_all([case for case in every if case.kind == kind])
            became += _EACH if number > 1 and chosen[0] == "one" else ""
        else:
            became = ", ".join(
                f"{chosen.count(choice):,} {_BECAME[kind, choice]}" for choice in choices
            )
        offered = second if first in chosen else first
        yield Decided(
            kind,
            f"{counted(number, *_CASES[kind])}: {became}",
            offered,
            _WOULD[offered][number != 1],
        )
