"""Notes, while a paper is read, which paragraphs went into which field, and which are labels.

Readers call `took` where paragraphs become a value, `left_out` where they know words that the plan
does not need. Nothing is noted unless an account was asked for: then the paragraphs that were read
have numbers (`Paragraph.at`), by which they are known again however they are changed on the way.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias, TypeVar

from plan.papers.blocks import Paragraph

Rule: TypeAlias = Literal[
    "labels", "headers_and_footers", "contents", "repeated_headers", "drawn_up_anew"
]
Made = TypeVar("Made")


class LeftOut(NamedTuple):
    """Paragraphs whose words, or only those that `said` has, a rule leaves out."""

    at: tuple[int, ...]
    rule: Rule
    said: str | None


@dataclass
class Ledger:
    """What the readers noted: the paragraphs of each field of each row, and of each text."""

    rows: dict[int, tuple[object, dict[str, tuple[int, ...]]]] = field(default_factory=dict)
    texts: dict[str, list[tuple[int, ...]]] = field(default_factory=dict)
    left: list[LeftOut] = field(default_factory=list)
    marks: list[tuple[tuple[int, ...], str | None]] = field(default_factory=list)

    def fields_of(self, row: object) -> dict[str, tuple[int, ...]]:
        """Return the paragraphs that each field of a row was made of."""
        return self.rows.get(id(row), (row, {}))[1]

    def text(self, text: str) -> tuple[int, ...]:
        """Return the paragraphs that a text was made of; they are told once."""
        noted = self.texts.get(text)
        return noted.pop(0) if noted else ()


_open: ContextVar[Ledger | None] = ContextVar("ledger", default=None)


@contextmanager
def open_ledger() -> Iterator[Ledger]:
    """Have a ledger kept meanwhile: the one that is kept already, if there is one."""
    kept = _open.get()
    if kept is not None:
        yield kept
        return
    ledger = Ledger()
    token = _open.set(ledger)
    try:
        yield ledger
    finally:
        _open.reset(token)


def is_kept() -> bool:
    """Return whether anything is noted, so that nobody works out what to note for nothing."""
    return _open.get() is not None


def took(made: Made, paragraphs: Iterable[Paragraph], name: str = "") -> Made:
    """Return `made`, noting which paragraphs it was made of: a text, or the field of a row."""
    ledger = _open.get()
    if ledger is not None:
        at = places(paragraphs)
        if isinstance(made, str):
            ledger.texts.setdefault(made, []).append(at)
        else:
            fields = ledger.rows.setdefault(id(made), (made, {}))[1]
            fields[name] = (*fields.get(name, ()), *at)
    return made


def took_over(made: Made, before: object) -> Made:
    """Return `made`, noting that it was made of what `before` was made of, in whose place it is."""
    ledger = _open.get()
    if ledger is not None:
        ledger.rows[id(made)] = (made, ledger.fields_of(before))
    return made


def left_out(paragraphs: Iterable[Paragraph], rule: Rule, said: str | None = None) -> None:
    """Note that what was not taken of some paragraphs, or only its words `said`, is left out."""
    ledger = _open.get()
    if ledger is not None:
        ledger.left.append(LeftOut(places(paragraphs), rule, said))


def marked(paragraphs: Iterable[Paragraph], said: str | None = None) -> None:
    """Note that paragraphs were read as a mark, such as "X" or "Green".

    They hold nothing else, or only the words `said` of them are the mark.
    """
    ledger = _open.get()
    if ledger is not None:
        ledger.marks.append((places(paragraphs), said))


def places(paragraphs: Iterable[Paragraph]) -> tuple[int, ...]:
    """Return the numbers of paragraphs, of each once."""
    found = [paragraph.at for paragraph in paragraphs]
    if len(found) == 1:
        return found[0]
    return tuple(dict.fromkeys(at for numbers in found for at in numbers))
