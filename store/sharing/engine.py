"""What every place does in which laptops share a plan: give what is there, take what follows.

No place merges. Whoever puts a version says which state of the place it was made from; where that
is not the state any more the place refuses, and the laptop gets, merges and puts again.
"""

from abc import ABC, abstractmethod
from collections.abc import Container, Sequence
from dataclasses import dataclass

from store.errors import StoreError


class AwayError(StoreError):
    """A place cannot be reached. What was done is safe in the plan and shared later."""


class StaleError(StoreError):
    """The place holds something newer than what a version was made from."""


@dataclass(frozen=True)
class Held:
    """What a place holds of a plan: its state, in words of its own, and its versions.

    `rev` is empty where there is nothing of the plan yet. There may be several versions that nobody
    has brought together yet; their bytes are not checked. `known` are the names of those that are
    there and were left out.
    """

    rev: str
    versions: tuple[bytes, ...] = ()
    known: frozenset[str] = frozenset()


class Engine(ABC):
    """A place in which laptops share plans. `where` names it without a password."""

    where: str

    @abstractmethod
    def plans(self) -> tuple[str, ...]:
        """Return the ids of the plans that are shared there. Raises AwayError."""

    @abstractmethod
    def get(self, plan_id: str, known: frozenset[str] = frozenset()) -> Held:
        """Return what is there of a plan; versions whose names are `known` may be left out.

        Raises AwayError.
        """

    @abstractmethod
    def put(self, plan_id: str, rev: str, content: bytes, between: Sequence[bytes] = ()) -> str:
        """Put a version there that was made of what `get` gave with `rev`; return the new rev.

        `between` are versions that it comes from and that the place has not got; one that keeps
        only the newest has no need of them.
        Raises StaleError where the place is in another state, AwayError, and StoreError where it
        refuses.
        """

    @abstractmethod
    def close(self) -> None:
        """Let the place go."""


class KeepingEngine(Engine):
    """A place that keeps every version that is put there, until it is pruned."""

    @abstractmethod
    def note_merged(self, plan_id: str, laptop: str, version: str) -> None:
        """Note that a laptop has all up to a version."""

    @abstractmethod
    def stands(self, plan_id: str) -> tuple[str, ...]:
        """Return for each laptop that shares a plan there the version up to which it has all."""

    @abstractmethod
    def prune(self, names: Container[str]) -> None:
        """Remove versions that are asked for no more."""
