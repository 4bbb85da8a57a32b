"""Three laptops write, settle and exchange in any order: what nobody has answered is still there.

Each time that somebody writes or settles is told apart by its words. Words may go only where
somebody who saw them said something else in their place.
"""

from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan.changes import edits
from plan.changes.ancestry import PlanVersion, brought_together, newest
from plan.changes.change import applied, tables_of
from plan.changes.merging import merge, merge_change
from plan.changes.settling import settled
from plan.model.conflicts import in_json, open_conflicts
from plan.model.plan import Plan
from tests.plan.strategies import small_plan

PLAN = small_plan(("Safe", "Review", "Train"), ("Heard", "Go"))
ACTION = PLAN.actions[0].id
MANY = 20 * settings().max_examples


@dataclass
class Said:
    """Words that somebody has put into the field, and what they stand in the place of.

    Who settled a conflict for words that were there has `chosen` these; otherwise they are new.
    """

    words: str
    instead_of: frozenset[int]
    chosen: frozenset[int] = frozenset()
    is_settled: bool = False


@dataclass
class Laptop:
    """An officer's plan, the version that it comes from, and which words it has heard of."""

    plan: Plan = PLAN
    base: str = ""
    heard: frozenset[int] = frozenset()


@dataclass
class Team:
    """Three laptops, the versions that they share, and everything that was said."""

    laptops: tuple[Laptop, ...] = field(default_factory=lambda: tuple(Laptop() for _ in range(3)))
    versions: dict[str, PlanVersion] = field(default_factory=dict)
    heard: dict[str, frozenset[int]] = field(default_factory=dict)
    said: dict[int, Said] = field(default_factory=dict)
    number: "count[int]" = field(default_factory=count)

    def share(self, laptop: Laptop) -> None:
        """Bring together what is shared with what is here, and share that."""
        names = newest(self.versions, {*self.versions, *filter(None, [laptop.base])})
        theirs, before = laptop.base, self.versions.get(laptop.base, PlanVersion({})).rows
        if names:
            together = brought_together(self.versions, names)
            theirs = names[0] if len(names) == 1 else self._add(together)
            laptop.heard |= self.heard[theirs]
            rows = merge(before, tables_of(laptop.plan), self.versions[theirs].rows)
            laptop.plan = applied(laptop.plan, merge_change(tables_of(laptop.plan), rows))
        laptop.base = theirs
        here = tables_of(laptop.plan)
        if not theirs or here != self.versions[theirs].rows:
            above = self.versions[theirs].ancestors | {theirs} if theirs else frozenset()
            parents = (theirs,) if theirs else ()
            laptop.base = self._add(PlanVersion(here, parents, frozenset(above)), laptop.heard)

    def _add(self, version: PlanVersion, heard: frozenset[int] = frozenset()) -> str:
        told = in_json([version.rows, sorted(version.ancestors)])
        name = sha256(told.encode()).hexdigest()
        self.versions[name] = version
        come = (self.heard[one] for one in version.ancestors)
        self.heard[name] = heard.union(self.heard.get(name, ()), *come)
        return name

    def write(self, laptop: Laptop) -> None:
        """Write over what the field shows; the other wordings of a conflict stay."""
        shown = laptop.plan.action_rows[ACTION].timescale
        words = self._say(laptop, {shown})
        change = edits.set_action_field(laptop.plan, ACTION, "timescale", words, name="timescale")
        laptop.plan = applied(laptop.plan, change)

    def settle(self, laptop: Laptop, which: int) -> None:
        """Settle a conflict for one of its wordings, or for new words."""
        for one in open_conflicts(laptop.plan):
            wordings = [one.shown, *one.others]
            own = which % (len(wordings) + 1)
            words = wordings[own] if own < len(wordings) else ""
            words = self._say(laptop, set(wordings), words, is_settled=True)
            laptop.plan = applied(laptop.plan, settled(laptop.plan, one, words, "Settle"))

    def _say(
        self, laptop: Laptop, seen: set[str], words: str = "", *, is_settled: bool = False
    ) -> str:
        number = next(self.number)
        instead_of, chosen = (
            frozenset(at for at in laptop.heard if self.said[at].words in those)
            for those in (seen, {words})
        )
        words = words or f"May {2000 + number}"
        self.said[number] = Said(words, instead_of, chosen, is_settled)
        laptop.heard |= {number}
        return words

    @property
    def unanswered(self) -> set[str]:
        """The words that nobody who saw them has put others in the place of.

        Words that were chosen of several go where somebody who did not know that there were
        several went on writing in them.
        """
        answered = {at for one in self.said.values() for at in one.instead_of}
        written_over = {
            at for one in self.said.values() if not one.is_settled for at in one.instead_of
        }
        return {
            one.words
            for at, one in self.said.items()
            if at not in answered and not one.chosen & written_over
        }


steps = st.lists(
    st.tuples(
        st.sampled_from(["write", "settle", "settle", "share", "share", "share"]),
        st.integers(0, 2),
        st.integers(0, 3),
    ),
    min_size=6,
    max_size=30,
)


@settings(max_examples=MANY)
@given(steps)
@pytest.mark.slow
def test_what_nobody_has_answered_is_on_every_laptop_and_nothing_else(
    taken: list[tuple[str, int, int]],
) -> None:
    team = Team()
    for one in team.laptops:
        team.share(one)
    for what, who, which in taken:
        laptop = team.laptops[who]
        match what:
            case "write":
                team.write(laptop)
            case "settle":
                team.settle(laptop, which)
            case _:
                team.share(laptop)
    for one in team.laptops * 2:
        team.share(one)
    first, second, third = (one.plan for one in team.laptops)
    assert first == second == third
    found = {
        first.action_rows[ACTION].timescale,
        *(words for one in open_conflicts(first) for words in one.others),
    }
    if team.said:
        assert team.unanswered <= found
