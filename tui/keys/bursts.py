"""Tell pasted text from pressed keys when the terminal does not mark its pastes.

A terminal without bracketed paste sends pasted text as if it were typed. On a list, every letter
of it would run a command. Speed tells the two apart: nobody types that fast, and a key held down
repeats about 30 times a second. Measured through a pseudo-terminal and through tmux:

- a paste of 6 to 2,000 characters arrives in one read;
- a longer paste arrives in pieces a tenth of a millisecond apart;
- a paste written letter by letter arrives as one letter and, 2 ms later, the rest;
- keys sent by a program arrive 2 to 9 ms apart.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from plan.text.clean import safe_characters
from plan.text.patterns import late_pattern

SHORTEST_PASTE = 6
"""Characters and line ends in the shortest paste."""
PASTE_ARRIVES_WITHIN = 0.030
"""Seconds within which they must arrive to count as a paste."""
LONGEST_GAP = 0.015
"""Seconds of silence after which what came was keys; shorter than a frame, so nobody notices."""
PASTE_OVER_AFTER = 0.030
"""Seconds of silence after which an unmarked paste is over."""
TYPED_PER_SECOND = 25.0
"""Characters a second that the officer may have typed while plandesk was stalled."""
STALLED_AFTER = 0.2
"""Seconds without reading the terminal that count as a stall; a busy machine stays below that."""
END_MARK_LOST_AFTER = 1.0
"""Seconds of silence after which a marked paste is taken to have lost its end mark."""
_ESCAPE_ENDS = 0.1
"""Seconds of silence after which a lone escape character was the Esc key."""

ESCAPE = "\x1b"
_START_MARK, _END_MARK = "\x1b[200~", "\x1b[201~"
_CUT_MARK = late_pattern(r"\x1b(\[(2(0[01]?)?)?)?$")
"""The beginning of a start or end mark, cut off at the end of a read."""
_MAY_BE_A_KEY = (ESCAPE, "\x1b[")
"""Cut marks that may also be the beginning of an ordinary key."""
_REPORTS = late_pattern(r"(\x1b\[[IO]|\x1b\[<[\d;-]+[mM]|\x1b\[\?[\d;]+\$y)")
"""Reports that the terminal sends by itself: focus, mouse, capabilities."""
_UNFINISHED = late_pattern(r"\x1b(\[[0-9:;<=>?]*|O)?$")
_IN_TEXT = frozenset("\r\n\t")
_FIRST_BEYOND_ASCII = "\xa0"


@dataclass(frozen=True)
class Keys:
    """Characters sent by keys, for Textual's parser."""

    sent: str


@dataclass(frozen=True)
class Pasted:
    """The text of a paste, with line feeds as line ends."""

    text: str


class Arrival(NamedTuple):
    """When text arrived, and what plandesk was doing then.

    `at` is a time in seconds, `unseen` the seconds since the terminal was last read; `is_busy` is
    whether earlier keys are still being handled, `is_field_open` whether typed letters go into a
    field.
    """

    at: float
    unseen: float = 0.0
    is_busy: bool = False
    is_field_open: bool = False


class Bursts:
    """Sorts what the terminal sends into keys and pastes.

    Pass everything that is read to `take`. What cannot be decided yet is held back: call `flush`
    when the time `due` has come.
    """

    def __init__(self) -> None:
        self._held = ""
        self._began = 0.0
        self._last = 0.0
        self._unseen = 0.0
        self._pasted = ""
        self._cut_off = ""
        self._bracketed: str | None = None
        self._late: str | None = None
        self._is_unfinished = False

    @property
    def due(self) -> float | None:
        """When to call `flush`, in seconds; None if nothing is held back."""
        if self._cut_off:
            return self._last + _ESCAPE_ENDS
        if self._pasted:
            return self._last + PASTE_OVER_AFTER
        if self._held:
            return min(self._began + PASTE_ARRIVES_WITHIN, self._last + LONGEST_GAP)
        if self._bracketed is not None:
            return self._last + END_MARK_LOST_AFTER
        return None

    def take(self, text: str, arrival: Arrival) -> "Iterator[Keys | Pasted]":
        """Yield the keys and pastes that are certain after reading `text`.

        Everything between the marks of a paste is text. If the end mark is missing, `flush` ends
        the paste so that keys work again; text that then arrives with a late end mark still
        belongs to the paste.
        """
        if self._bracketed is None:
            if self._cut_off == ESCAPE and text[:1] not in ("[", "O"):
                yield from self._release_escape()
            text, self._cut_off = self._cut_off + text, ""
            if self._late is not None:
                text = yield from self._take_late_end(text)
            text, begins, pasted = text.partition(_START_MARK)
            if not begins:
                text, self._cut_off = self._cut(text)
            if text:
                yield from self._unmarked(text, arrival)
            self._bracketed = pasted if begins else None
        else:
            self._bracketed += text
        self._last = arrival.at
        if self._bracketed is not None and _END_MARK in self._bracketed:
            pasted, _, rest = self._bracketed.partition(_END_MARK)
            self._bracketed = None
            yield from self._release()
            yield Pasted(safe_characters(pasted))
            if rest:
                yield from self.take(rest, arrival)

    def _release_escape(self) -> "Iterator[Keys | Pasted]":
        """Yield Esc as a key: what came in the next read does not continue its sequence."""
        self._cut_off = ""
        yield from self._release()
        yield self._keys(ESCAPE)

    def _cut(self, text: str) -> tuple[str, str]:
        """Split `text` into what can be sorted now and a cut mark at its end, which must wait.

        If the cut mark may be a key, all of the text waits: an escape makes the whole of it keys.
        """
        cut = _CUT_MARK.search(text)
        if cut is None:
            return text, ""
        place = 0 if cut[0] in _MAY_BE_A_KEY and not self._pasted else cut.start()
        return text[:place], text[place:]

    def _take_late_end(self, text: str) -> "Generator[Pasted, None, str]":
        """Yield the rest of a paste if its end mark has come late; return the text after it."""
        late, ends, rest = f"{self._late}{text}".partition(_END_MARK)
        is_another = _START_MARK in late
        self._late = None if ends or is_another else ""
        if not ends or is_another:
            return text
        if pasted := safe_characters(late):
            yield Pasted(pasted)
        return rest

    def _unmarked(self, text: str, arrival: Arrival) -> "Iterator[Keys | Pasted]":
        if self._is_unfinished and arrival.at - self._last < _ESCAPE_ENDS:
            yield from self._release()
            yield self._keys(text)
        else:
            for number, part in enumerate(_REPORTS.split(text)):
                if number % 2:
                    yield Keys(part)
                elif part:
                    yield from self._sort_text(part, arrival)

    def flush(self) -> "Iterator[Keys | Pasted]":
        """Yield everything that is held back. Call it when `due` has passed."""
        if not (self._held or self._pasted or self._cut_off):
            yield from self._unended_paste()
        yield from self._release()
        if self._cut_off:
            begun, self._cut_off = self._cut_off, ""
            yield self._keys(begun)

    def _unended_paste(self) -> "Iterator[Pasted]":
        """Yield what has arrived of a paste that lost its end mark."""
        if self._bracketed is None:
            return
        cut = _CUT_MARK.search(self._bracketed)
        self._late = cut[0] if cut else ""
        pasted = safe_characters(self._bracketed.removesuffix(self._late))
        self._bracketed = None
        if pasted:
            yield Pasted(pasted)

    def _release(self) -> "Iterator[Keys | Pasted]":
        """Yield the held-back text, but not a cut mark at its end: that still waits."""
        if self._pasted:
            yield Pasted(self._pasted.replace("\r\n", "\n").replace("\r", "\n"))
        elif self._held:
            yield Keys(self._held)
        self._held = self._pasted = ""

    def _sort_text(self, text: str, arrival: Arrival) -> "Iterator[Keys | Pasted]":
        if not all(map(_is_text, text)):
            if self._pasted:  # the paste continues up to the first character that only a key sends
                more = "".join(takewhile(_is_text, text))
                self._pasted, text = self._pasted + more, text.removeprefix(more)
            yield from self._release()
            yield self._keys(text)
        elif self._pasted:
            self._pasted += text
        elif self._held:
            yield from self._judge(self._held + text, arrival)
        elif arrival.is_busy:
            yield self._keys(text)
        else:
            self._began, self._unseen = arrival.at, arrival.unseen
            yield from self._judge(text, arrival)

    def _judge(self, burst: str, arrival: Arrival) -> "Iterator[Keys | Pasted]":
        """Yield a burst as keys, or hold it back if it is a paste or may become one.

        In an open field letters are not held back: they go into the text either way.
        """
        count = sum(one != "\t" for one in burst)
        self._held = ""
        if self._is_too_fast(count, arrival.at) and len(set(burst)) > 1:
            self._pasted = burst
        elif count >= SHORTEST_PASTE or count == 0 or (arrival.is_field_open and "\r" not in burst):
            yield self._keys(burst)
        else:
            self._held = burst

    def _is_too_fast(self, count: int, at: float) -> bool:
        typed_meanwhile = TYPED_PER_SECOND * max(0.0, self._unseen - STALLED_AFTER)
        is_at_once = at - self._began <= PASTE_ARRIVES_WITHIN
        return is_at_once and count >= SHORTEST_PASTE + typed_meanwhile

    def _keys(self, sent: str) -> Keys:
        self._is_unfinished = _UNFINISHED.search(sent) is not None
        return Keys(sent)


def _is_text(character: str) -> bool:
    return (
        character.isprintable() or character in _IN_TEXT or character >= _FIRST_BEYOND_ASCII
    ) and character != "\x7f"
