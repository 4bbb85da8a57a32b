"""The account of a file: how many of its words were taken, and every word that was not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from importers.account.ledger import Rule
from plan.text.line_breaks import counted

RULES: dict[Rule, tuple[str, str]] = {
    "labels": ("label", "labels"),
    "headers_and_footers": ("in a header or footer", "in headers and footers"),
    "contents": ("in the list of contents", "in the list of contents"),
    "repeated_headers": ("in a repeated header row", "in repeated header rows"),
    "drawn_up_anew": ("drawn up anew from the plan", "drawn up anew from the plan"),
}
"""What each rule leaves out, said of one word and of several."""

_WAYS = re.compile(r"\b(\w), or (--[a-z]+(?: [a-z]+)?)")
_NONE_LEFT_OUT: Mapping[Rule, int] = MappingProxyType(dict.fromkeys(RULES, 0))
_NONE_UNSEEN: Mapping[str, int] = MappingProxyType({"deleted": 0, "hidden": 0, "prompts": 0})


@dataclass(frozen=True)
class NotTaken:
    """Words of the file that went nowhere: what they stand in, where, whole, and what follows."""

    kind: str
    place: str
    text: str
    means: str
    """What follows; a way to take it is a key and an option, as in "s, or --struck take"."""

    @property
    def means_by_key(self) -> str:
        """What follows, with the key of the window where there is a way to take it."""
        return _WAYS.sub(r"\1", self.means)

    @property
    def means_by_option(self) -> str:
        """What follows, with the option of the command line where there is a way to take it."""
        return _WAYS.sub(r"\2", self.means)


@dataclass(frozen=True)
class Account:
    """Where each word went that a file shows: `taken`, on the list `not_taken`, or `left_out`.

    `shown` is the number of the words of `not_taken`. `unseen` are words that the file holds but
    does not show. `unaccounted` has what the reader read without its being found in the file by
    the count: it is empty, or the account is wrong.
    """

    taken: int = 0
    shown: int = 0
    left_out: Mapping[Rule, int] = field(default_factory=lambda: _NONE_LEFT_OUT)
    unseen: Mapping[str, int] = field(default_factory=lambda: _NONE_UNSEEN)
    unaccounted: tuple[str, ...] = ()
    not_taken: tuple[NotTaken, ...] = ()

    @property
    def words(self) -> int:
        """The number of words that the file shows."""
        return self.taken + self.shown + sum(self.left_out.values())

    @property
    def sentence(self) -> str:
        """The account in a line: "3,214 words: 3,040 taken, 140 labels, 34 to look at".

        Where every word has its place it says so: there may be other things to look at.
        """
        left = [
            f"{number:,} {RULES[rule][number != 1]}"
            for rule, number in self.left_out.items()
            if number
        ]
        look = f"{self.shown:,} to look at" if self.shown else "none left over"
        parts = ", ".join((f"{self.taken:,} taken", *left, look))
        return f"{self.words:,} word{'s' * (self.words != 1)}: {parts}"

    def as_json(self) -> dict[str, Any]:
        """Return the account as `plandesk import --account --json` prints it."""
        return {
            "words": self.words,
            "taken": self.taken,
            "shown": self.shown,
            "left_out": dict(self.left_out),
            "unseen": dict(self.unseen),
            "unaccounted": list(self.unaccounted),
            "not_taken": [
                {
                    "kind": one.kind,
                    "place": one.place,
                    "text": one.text,
                    "means": one.means_by_option,
                }
                for one in self.not_taken
            ],
        }

    def lines(self) -> Iterator[str]:
        """Yield the account in plain lines."""
        yield f"{self.sentence}."
        unseen = [f"{number:,} {name}" for name, number in self.unseen.items() if number]
        if unseen:
            yield f"Held but not shown: {', '.join(unseen)}."
        if self.unaccounted:
            pieces = counted(len(self.unaccounted), "piece")
            yield f"Read, but not found again in the file: {pieces}."
            yield from self.unaccounted
        for one in self.not_taken:
            yield ""
            yield f"Not taken, {one.kind} {one.place}:"
            yield from one.text.split("\n")
            yield one.means_by_option


NO_ACCOUNT = Account()
"""The account of nothing: of a paper that none was asked for."""
