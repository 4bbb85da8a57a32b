"""What comes from the terminal in one go: keys that were pressed, or a paste without brackets.

A terminal that cannot mark a paste sends its text as if it were typed. On a list every letter of
it would be a command. What tells it from keys is its speed: nobody types so fast, and a key that is
held comes one at a time, 30 a second. Measured through a pseudo-terminal and through tmux: a paste
of 6 to 2,000 characters is one read; a longer one comes in pieces a tenth of a millisecond apart;
one that is written letter by letter is one letter and, 2 ms later, the rest; keys that a program
presses one after another are 2 to 9 ms apart.
"""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from plan.text.clean import safe_characters

LEAST = 6
"""Characters and line ends that make a paste."""
WITHIN = 0.030
"""Seconds in which they come."""
LONGEST_GAP = 0.015
"""Seconds without another character after which the one before was a key: less than a frame."""
PASTE_ENDS = 0.030
"""Seconds without more text after which a paste is over."""
BY_HAND = 25.0
"""Characters a second that a hand may type while plandesk stands."""
STOOD = 0.2
"""Seconds not looked at the terminal after which plandesk has stood; a busy machine needs less."""
ENDLESS_AFTER = 1.0
"""Seconds without anything more after which the end of a marked paste does not come any more."""
_ESCAPE_ENDS = 0.1
"""Seconds after which an escape without anything behind it was the key."""

ESCAPE = "\x1b"
_PASTE_BEGINS, _PASTE_ENDS = "\x1b[200~", "\x1b[201~"
_CUT_MARK = re.compile(r"\x1b(\[(2(0[01]?)?)?)?$")
"""What may become a mark of a paste, cut off where one read ended."""
_MAY_BE_A_KEY = (ESCAPE, "\x1b[")
"""Of these, what most keys begin with."""
_REPORTS = re.compile(r"(\x1b\[[IO]|\x1b\[<[\d;-]+[mM]|\x1b\[\?[\d;]+\$y)")
"""What a terminal says without a key: the focus, the mouse, what it can do."""
_UNFINISHED = re.compile(r"\x1b(\[[0-9:;<=>?]*|O)?$")
_IN_TEXT = frozenset("\r\n\t")
_FIRST_BEYOND_ASCII = "\xa0"


@dataclass(frozen=True)
class Keys:
    """What the keys have sent, to be read as keys."""

    sent: str


@dataclass(frozen=True)
class Pasted:
    """The text of a paste, its lines ended by a line feed."""

    text: str


class Arrival(NamedTuple):
    """When text came, and what plandesk did then.

    `at` is a time in seconds, `unseen` the seconds for which the terminal had not been looked at;
    `is_busy` is whether keys that came before are still being done, `is_field_open` whether
    letters go into a text.
    """

    at: float
    unseen: float = 0.0
    is_busy: bool = False
    is_field_open: bool = False


class Bursts:
    """Tells keys and pastes apart, as text comes from the terminal.

    `take` what comes; where it cannot be told yet, `due` says when to ask for what is `left`.
    """

    def __init__(self) -> None:
        self._held = ""
        self._began = 0.0
        self._last = 0.0
        self._unseen = 0.0
        self._pasted = ""
        self._beginning = ""
        self._bracketed: str | None = None
        self._overdue: str | None = None
        self._is_unfinished = False

    @property
    def due(self) -> float | None:
        """When what is held back is to be asked for, None where nothing is."""
        if self._beginning:
            return self._last + _ESCAPE_ENDS
        if self._pasted:
            return self._last + PASTE_ENDS
        if self._held:
            return min(self._began + WITHIN, self._last + LONGEST_GAP)
        if self._bracketed is not None:
            return self._last + ENDLESS_AFTER
        return None

    def take(self, text: str, arrival: Arrival) -> "Iterator[Keys | Pasted]":
        """Yield what is known of all that has come, now that `text` came too.

        What stands between the marks of a paste is text, whatever it holds. Where the end does not
        come, keys go on; should it come late, what it comes with is of the paste.
        """
        if self._bracketed is None:
            if self._beginning == ESCAPE and text[:1] not in ("[", "O"):
                yield from self._escape_let_go()
            text, self._beginning = self._beginning + text, ""
            if self._overdue is not None:
                text = yield from self._late_end_taken(text)
            text, begins, pasted = text.partition(_PASTE_BEGINS)
            if not begins:
                text, self._beginning = self._cut(text)
            if text:
                yield from self._unmarked(text, arrival)
            self._bracketed = pasted if begins else None
        else:
            self._bracketed += text
        self._last = arrival.at
        if self._bracketed is not None and _PASTE_ENDS in self._bracketed:
            pasted, _, rest = self._bracketed.partition(_PASTE_ENDS)
            self._bracketed = None
            yield from self._let_go()
            yield Pasted(safe_characters(pasted))
            if rest:
                yield from self.take(rest, arrival)

    def _escape_let_go(self) -> "Iterator[Keys | Pasted]":
        """Yield Esc by itself: what comes behind it in a read of its own was another key's."""
        self._beginning = ""
        yield from self._let_go()
        yield self._keys(ESCAPE)

    def _cut(self, text: str) -> tuple[str, str]:
        """Return a text without what is to wait at its end, and that.

        Behind what may be a key the text before it waits too: an escape makes all of it keys.
        """
        cut = _CUT_MARK.search(text)
        if cut is None:
            return text, ""
        place = 0 if cut[0] in _MAY_BE_A_KEY and not self._pasted else cut.start()
        return text[:place], text[place:]

    def _late_end_taken(self, text: str) -> "Generator[Pasted, None, str]":
        """Yield what came of a paste with its late end, and return the text behind that."""
        late, ends, rest = f"{self._overdue}{text}".partition(_PASTE_ENDS)
        is_another = _PASTE_BEGINS in late
        self._overdue = None if ends or is_another else ""
        if not ends or is_another:
            return text
        if pasted := safe_characters(late):
            yield Pasted(pasted)
        return rest

    def _unmarked(self, text: str, arrival: Arrival) -> "Iterator[Keys | Pasted]":
        if self._is_unfinished and arrival.at - self._last < _ESCAPE_ENDS:
            yield from self._let_go()
            yield self._keys(text)
        else:
            for number, part in enumerate(_REPORTS.split(text)):
                if number % 2:
                    yield Keys(part)
                elif part:
                    yield from self._told(part, arrival)

    def left(self) -> "Iterator[Keys | Pasted]":
        """Yield what was held back, once its time has come."""
        if not (self._held or self._pasted or self._beginning):
            yield from self._given_up()
        yield from self._let_go()
        if self._beginning:
            begun, self._beginning = self._beginning, ""
            yield self._keys(begun)

    def _given_up(self) -> "Iterator[Pasted]":
        """Yield what came of a paste whose end did not come."""
        if self._bracketed is None:
            return
        cut = _CUT_MARK.search(self._bracketed)
        self._overdue = cut[0] if cut else ""
        pasted = safe_characters(self._bracketed.removesuffix(self._overdue))
        self._bracketed = None
        if pasted:
            yield Pasted(pasted)

    def _let_go(self) -> "Iterator[Keys | Pasted]":
        """Yield the text that was held back; what may become a mark stood behind it, and waits."""
        if self._pasted:
            yield Pasted(self._pasted.replace("\r\n", "\n").replace("\r", "\n"))
        elif self._held:
            yield Keys(self._held)
        self._held = self._pasted = ""

    def _told(self, text: str, arrival: Arrival) -> "Iterator[Keys | Pasted]":
        if not all(map(_is_text, text)):
            if self._pasted:  # a paste goes on up to what can be a key
                more = "".join(takewhile(_is_text, text))
                self._pasted, text = self._pasted + more, text.removeprefix(more)
            yield from self._let_go()
            yield self._keys(text)
        elif self._pasted:
            self._pasted += text
        elif self._held:
            yield from self._judged(self._held + text, arrival)
        elif arrival.is_busy:
            yield self._keys(text)
        else:
            self._began, self._unseen = arrival.at, arrival.unseen
            yield from self._judged(text, arrival)

    def _judged(self, burst: str, arrival: Arrival) -> "Iterator[Keys | Pasted]":
        """Yield a burst of text if it is keys; hold it back where it is a paste or may become one.

        In an open field letters are not held: they go into it either way.
        """
        count = sum(one != "\t" for one in burst)
        self._held = ""
        if self._is_too_fast(count, arrival.at) and len(set(burst)) > 1:
            self._pasted = burst
        elif count >= LEAST or count == 0 or (arrival.is_field_open and "\r" not in burst):
            yield self._keys(burst)
        else:
            self._held = burst

    def _is_too_fast(self, count: int, at: float) -> bool:
        typed_meanwhile = BY_HAND * max(0.0, self._unseen - STOOD)
        return count >= LEAST + typed_meanwhile and at - self._began <= WITHIN

    def _keys(self, sent: str) -> Keys:
        self._is_unfinished = _UNFINISHED.search(sent) is not None
        return Keys(sent)


def _is_text(character: str) -> bool:
    return (
        character.isprintable() or character in _IN_TEXT or character >= _FIRST_BEYOND_ASCII
    ) and character != "\x7f"
