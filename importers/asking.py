"""Asks, while the actions of a paper are made, what was decided of each of their cases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from importers.decisions import NOTHING_DECIDED, Case, Choice, DecisionKind, Decisions
from importers.plan.status_keys import key_of_statuses
from importers.remarks import Remark
from plan.council.own_field import NO_OWN_FIELDS, OwnFields
from plan.papers.blocks import Block, Paragraph
from plan.reading.abbreviations import abbreviations_in
from plan.reading.status_key import is_sign


@dataclass
class Asking:
    """Answers by `decisions`, and keeps each case that was asked about and what is to be told.

    `labels` are what the council calls the columns of a plan, by field, and `own` the fields that
    it adds to an action; `has_colours` says whether any cell of the paper is coloured. `blocks`
    are those of the paper, `colours` what a key says of coloured cells.
    """

    decisions: Decisions = NOTHING_DECIDED
    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    has_colours: bool = False
    own: OwnFields = NO_OWN_FIELDS
    blocks: tuple[Block, ...] = ()
    colours: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    remarks: list[Remark] = field(default_factory=list)
    _signs: set[str] = field(default_factory=set)
    _cases: dict[tuple[DecisionKind, int], Case] = field(default_factory=dict)

    @property
    def cases(self) -> tuple[Case, ...]:
        """Each case once, in the order in which they were asked about."""
        return tuple(self._cases.values())

    def about(
        self, kind: DecisionKind, paragraphs: Iterable[Paragraph], place: str, text: str
    ) -> Choice:
        """Return what holds for the case in a cell of these paragraphs, and keep the case."""
        number = min((at for paragraph in paragraphs for at in paragraph.at), default=-1)
        choice = self.decisions.of(kind, number)
        known = self._cases.get((kind, number))
        if known is None or not known.place:
            self._cases[kind, number] = Case(kind, number, place, text, choice)
        return choice

    def note_sign(self, status: str) -> None:
        """Note that a status is only a letter or a colour, which the paper's key may explain."""
        self._signs.add(status.strip().casefold().rstrip("."))

    @cached_property
    def key(self) -> dict[str, str]:
        """What the paper's key says of its statuses, if any of them is a letter or a colour."""
        if not self._signs:
            return {}
        colours = {name.casefold(): said for name, said in self.colours.items() if is_sign(name)}
        found = colours | key_of_statuses(self.blocks)
        return found if self._signs & found.keys() else {}

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """What the paper explains of its abbreviations in lines beside its tables."""
        found: dict[str, str] = {}
        for block in self.blocks:
            if block.__class__ is Paragraph and block.inlines:  # no call for each of very many
                found = {**abbreviations_in(block.text), **found}
        return found

    def where(self, ref: str, name: str) -> str:
        """Return the place of a field of an action, as the account says it: "in 1.1, Lead(s)"."""
        label = self.labels.get(name, "")
        return f"in {ref}, {label}" if label else f"in {ref}"
