"""What the words of a timescale say together, as far as it has been read, and who reads on."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from plan.reading.atoms import Words, word_set
from plan.reading.dates import DateSpan
from plan.reading.timescale_tokens import Token

PlanField: TypeAlias = Literal["year_1_begins", "biannually_means"]
"""A field of the plan in which the officer says once what several timescales need."""

STRONG = frozenset(".;")
"""The signs that end a sentence."""
WEAK = frozenset(",()-[]|•*→>")
"""The signs that end a part of one; a hyphen within a word does not."""
_NEAR = 30
"""How many tokens away a word still belongs to another, at most."""

_THERE = word_set("place ready live operational running open")
"""Words by which something is there, and not only worked at."""
_MOST_OF_A_YEAR = 270

TRIMMED = word_set(
    "by in on at before during : - , ( ) the end of from and & then for due a to is be completed "
    "complete with until within or / . ; first w c → > a further another additional"
)
"""What a milestone's name neither begins nor ends with."""
_LONGEST_NAME = 30
"""How many words a milestone's name may have behind its date, at most."""


@dataclass(frozen=True)
class Milestone:
    """A date at which something is due, and what the text calls it, in the officer's letters.

    `is_plain` says that nothing stands beside it, so that it may be for delivery or for review.
    """

    when: DateSpan
    what: str = ""
    is_plain: bool = False


@dataclass
class DatesSaid:
    """What a timescale says. `reviews_begin` is when reviews may begin at the soonest.

    If `is_until`, what recurs ends when it is due. `needs` are the fields of the plan that answer.
    `left` are the atoms that nobody could date, `named` those that name a milestone: from, up to.
    """

    dues: list[Milestone] = field(default_factory=list)
    reviews: list[Milestone] = field(default_factory=list)
    begins: DateSpan | None = None
    reviews_begin: DateSpan | None = None
    was: DateSpan | None = None
    rhythm: str = ""
    scope: str = ""
    is_ongoing: bool = False
    is_done: bool = False
    is_until: bool = False
    asks: list[str] = field(default_factory=list)
    needs: list[PlanField] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    left: list[tuple[int, int]] = field(default_factory=list)
    named: list[tuple[int, int]] = field(default_factory=list)
    unread: str = ""


class TokenReader:
    """Reads the tokens of a timescale and adds to what they say together."""

    def __init__(self, words: Words, tokens: list[Token], found: DatesSaid) -> None:
        self.words = words
        self.tokens = tokens
        self.found = found
        dates = sum(one.kind == "period" for one in tokens)
        self.has_date, self.has_several = dates > 0, dates > 1
        self.has_rhythm = any(one.kind == "rhythm" for one in tokens)

    def sign(self, i: int) -> str:
        """Return the sign or small word that a token is; empty if it is something else."""
        if i >= len(self.tokens) or self.tokens[i].kind not in ("sign", "before"):
            return ""
        return self.words.atoms[self.tokens[i].start]

    def segment(self, i: int) -> tuple[list[Token], list[Token]]:
        """Return the tokens before and behind one between two signs."""
        first = i
        while first > max(0, i - _NEAR) and not self.is_boundary(self.tokens[first - 1]):
            first -= 1
        last, end = i + 1, min(len(self.tokens), i + _NEAR)
        while last < end and not self.is_boundary(self.tokens[last]):
            last += 1
        return self.tokens[first:i], self.tokens[i + 1 : last]

    def is_boundary(self, token: Token) -> bool:
        """Return whether a token is a sign between two parts of a text."""
        if token.kind != "sign":
            return False
        words, i = self.words, token.start
        sign = words.atoms[i]
        if sign == "-" and words.is_glued(i) and words.is_glued(i + 1):
            return False  # a hyphen, as in "in-service"
        return sign in STRONG or sign in WEAK

    def is_within_label(self, token: Token, when: DateSpan) -> bool:
        """Return whether a date says when in the year that stands first something is there.

        "Session 2027/28 – in place for August 2027" is due in August.
        """
        dues, first = self.found.dues, self.tokens[0]
        if len(dues) != 1 or first.kind != "period" or first is token:
            return False
        year = dues[0].when
        if (year.last - year.first).days < _MOST_OF_A_YEAR:
            return False
        is_within = year.first <= when.first and when.last <= year.last
        return is_within and not _THERE.isdisjoint(self.words.atoms[first.end : token.start])

    def is_before_it_begins(self, i: int) -> bool:
        """Return whether a verb tells of what else begins: "before the season begins on 1 May"."""
        before, _ = self.segment(i)
        is_verb = self.words.atoms[self.tokens[i].start] in ("begins", "starts", "commences")
        opens = bool(before) and self.words.atoms[before[0].start] == "before"
        return is_verb and opens and any(one.kind == "word" for one in before)

    def word_before(self, token: Token) -> str:
        """Return the word just before a token, empty for the first."""
        return self.words.atoms[token.start - 1] if token.start else ""

    def what(self, token: Token, clause: int) -> str:
        """Return what the text calls a date: the words before it, else those that follow."""
        words = self.words
        start, end = clause, token.start
        atoms = words.atoms
        while start < end and (atoms[start] in TRIMMED and not self._opens_list(start, end)):
            start += 1
        while end > start and atoms[end - 1] in TRIMMED and atoms[end - 1] != ")":
            end -= 1
        if start < end:
            return words.quoted(start, end)
        end = start = token.end
        if atoms[start] == "(" and self.has_several:
            return self._named_behind(start)
        if atoms[start] not in ("for", ":", "-"):
            return ""
        last = start + _LONGEST_NAME
        while atoms[end] and atoms[end] not in (",", ".", ";", "(", ")") and end < last:
            end += 1
        self.found.named.append((start, end))
        return words.quoted(start + 1, end)

    def _named_behind(self, start: int) -> str:
        """Return the words in brackets behind one of several dates: "June 2027 (draft)"."""
        atoms = self.words.atoms
        near = range(start, start + _LONGEST_NAME)
        end = next((k for k in near if atoms[k : k + 1] == [")"]), start)
        is_time = any(one.period and start < one.start < end for one in self.tokens)
        if end == start or is_time:
            return ""
        self.found.named.append((start, end + 1))
        return self.words.quoted(start + 1, end)

    def _opens_list(self, start: int, end: int) -> bool:
        """Return whether the sign of a list begins there, "(i)" or "a)"."""
        atoms = self.words.atoms
        if len(atoms[start]) == 1 and atoms[start].isalpha():
            is_label = atoms[start + 1].isdecimal() and self.words.is_glued(start + 1)  # "A1"
            return start + 1 < end and (is_label or atoms[start + 1] == ")")
        return atoms[start] == "(" and ")" in atoms[start : min(end, start + 3)]
