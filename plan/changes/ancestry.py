"""Versions of a plan that come from one another: which are the newest, and one made of several.

A version is known by a name, the hash of its file, and names every version that it comes from. So
which of two is the older can be told even where those between them are gone.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from plan.changes.merging import merge
from plan.model.conflicts import JsonTables

DEEPEST = 40
"""How often common ancestors are brought together to find one ancestor for two versions."""


@dataclass(frozen=True)
class PlanVersion:
    """A state of a plan: its rows, the versions it was made of, and all that those come from.

    `ancestors` holds the `parents` too, but not the version itself.
    """

    rows: JsonTables
    parents: tuple[str, ...] = ()
    ancestors: frozenset[str] = frozenset()


Versions = Mapping[str, PlanVersion]
"""The versions that are at hand, by name."""


def newest(versions: Versions, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of the named versions from which no other of them comes, in order of name."""
    wanted = set(names)
    older: set[str] = set()
    for name in wanted:
        if name in versions:
            older |= versions[name].ancestors
    return tuple(sorted(wanted - older))


def descendant(versions: Versions, names: Iterable[str]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return parents and ancestors of what is made of the named versions."""
    parents = newest(versions, names)
    ancestors = frozenset(parents).union(*(versions[one].ancestors for one in parents))
    return parents, ancestors


def brought_together(
    versions: Versions, names: Iterable[str], lists: Container[str] = ()
) -> PlanVersion:
    """Return the version that the named ones make together: the same wherever it is made.

    `lists` are the ids of the council's own fields that hold lists. Raises ValueError where they
    are not versions of one plan, KeyError where one is not at hand.
    """
    parents, ancestors = descendant(versions, names)
    rows = _Joiner(versions, lists).joined(parents, 0).rows
    return PlanVersion(rows, parents, ancestors)


def outdated(versions: Versions, stands: Sequence[str]) -> frozenset[str]:
    """Return the versions that are asked for no more once every laptop has what it `stands` on.

    `stands` has the version of each laptop: it has merged that, and all that this one comes from,
    and whatever it makes from now on comes from all of that. So a version that everybody has
    merged, and from which another comes that everybody has merged too, never again is the latest
    that two versions have in common. None is outdated where a version that one stands on is not at
    hand.
    """
    if not stands or not all(name in versions for name in stands):
        return frozenset()
    merged = [versions[name].ancestors | {name} for name in stands]
    everybodys = frozenset.intersection(*merged)
    older: set[str] = set()
    for name in (*stands, *everybodys):
        if name in everybodys and name not in older and name in versions:
            older |= versions[name].ancestors
    return frozenset(older)


@dataclass(frozen=True)
class _Joined:
    """Rows, and every version that they hold."""

    rows: JsonTables
    seen: frozenset[str]


class _Joiner:
    """Brings versions together two by two, each time from what both come from.

    Where two have several latest ancestors in common, as after laptops have merged each other's
    work crosswise, these are brought together in the same way, and what comes of them is the base.
    Any one of them alone would drop something: a wording that was taken from another and then set
    back to that one's would count as never changed. In the base made of all, a field about which
    the ancestors disagree is a conflict with every wording, so two ways of settling it both count.
    Where an ancestor is not at hand, or too many lie behind one another, there is no base: what
    differs is then asked once more, and nothing is dropped.
    """

    def __init__(self, versions: Versions, lists: Container[str]) -> None:
        self._versions = versions
        self._lists = lists
        self._made: dict[tuple[str, ...], _Joined] = {}

    def joined(self, names: tuple[str, ...], depth: int) -> _Joined:
        if names not in self._made:
            first, *others = (self._one(name) for name in names)
            for other in others:
                base = self._base(first.seen & other.seen, depth)
                rows = merge(base, first.rows, other.rows, self._lists)
                first = _Joined(rows, first.seen | other.seen)
            self._made[names] = first
        return self._made[names]

    def _one(self, name: str) -> _Joined:
        version = self._versions[name]
        return _Joined(version.rows, version.ancestors | {name})

    def _base(self, common: frozenset[str], depth: int) -> JsonTables:
        latest = newest(self._versions, common)
        is_known = all(name in self._versions for name in latest)
        if not latest or not is_known or depth == DEEPEST:
            return {}
        return self.joined(latest, depth + 1).rows
