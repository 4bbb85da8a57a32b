"""Leaves people's names, e-mail addresses and telephone numbers out of a text.

What is left out goes with the marks that only belong to it: "Jane Smith, Service Manager" is
"Service Manager" then. Within a sentence "[…]" stands in its place, which says that something was
left out and not what.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple, TypeAlias

from plan.papers.blocks import Inline, Paragraph, Text
from plan.papers.markdown import blocks_of, markdown_of
from plan.papers.passage_tables import is_table, parts_of, rows_of, table_lines
from plan.reading.contact_details import contact_details
from plan.reading.person_names import NamePattern, PersonName
from plan.text.plain_letters import plain_letters

LeftOutKind: TypeAlias = Literal["name", "e-mail address", "telephone number"]
GONE = "[…]"
"""What stands where something was left out of a sentence: the usual sign of an omission."""
_JOINS = re.compile(
    r"[\s,;:|/()<>\[\]–—-]*(?:(?:on|at|or|and|by|via|to|tel|telephone|phone|mobile|call|e-?mail|&)\b"
    r"[\s,;:|/()<>–—.-]*)*",
    re.IGNORECASE,
)
"""What stands between two things that are left out and goes with them."""
_LEADS_ON = re.compile(r"\s*(?:[,;:|/–—-]+|\s&|\sand\b|\+)(?=\s|$)\s*")
_LED_UP_TO = re.compile(r"\s*(?:[,;|/–—-]|\s&|\sand\b|\+)\s*$")
_MARKS_AFTER = re.compile(r"\s*[,;:|/–—-]+(?=\s|$)(?!\s*(?:and|or)\b)\s*")
_MARKS_BEFORE = re.compile(r"\s*[,;|/–—-]\s*$")
_MARK = re.compile(r"\s*[,;|/–—-]")
_NOTHING_SAID = re.compile(r"[\W_]*")
_IN_BRACKETS = re.compile(r"\s*[(\[](?P<said>[^()\[\]]*)[)\]]\s*")
_MAIL_LINK = re.compile(r"\[([^\[\]\n]+)\]\(mailto:([^()\s]+)\)", re.IGNORECASE)
"""Words that lead to somebody's mail; without it they are words as any."""
_OPEN, _CLOSED = "([<", ")]>"


class LeftOutWords(NamedTuple):
    """Words that were left out of a text, and what they were."""

    kind: LeftOutKind
    words: str


def names_person(text: str, person: PersonName) -> bool:
    """Return whether a text names a person."""
    return next(NamePattern(person).spans(plain_letters(text)), None) is not None


class _Span(NamedTuple):
    start: int
    end: int


class Cut(NamedTuple):
    """What is cut out of a text: from where to where, and what stands in its place."""

    start: int
    end: int
    instead: str


class LeavingOut:
    """Leaves some people, and every e-mail address and telephone number, out of texts."""

    def __init__(self, people: Iterable[PersonName] = ()) -> None:
        names = tuple(people)
        self._patterns = tuple(map(NamePattern, names))
        pieces = {re.escape(piece) for name in names for piece in name.pieces}
        self._likely = re.compile("|".join(sorted(pieces)) or r"(?!)", re.IGNORECASE)
        self.found: list[LeftOutWords] = []
        """What was left out of the texts since this was emptied last."""

    def line(self, text: str, *, keeps_names: bool = False) -> str:
        """Return a text of one or more lines without them; a line with nothing else goes."""
        spans = self._spans(text, keeps_names=keeps_names)
        if not spans:
            return text
        if _MAIL_LINK.search(text):
            self.found.clear()
            return self.line(_without_mail_links(text), keeps_names=keeps_names)
        lines: list[str] = []  # what is left may say another: "01632 (Jane Smith) 960001"
        for line, start in _lines_of(text):
            end = start + len(line)
            own = [
                _Span(max(one.start, start) - start, min(one.end, end) - start)
                for one in spans
                if one.start < end and one.end > start
            ]
            cut = _applied(line, _cuts(line, _joined(line, own))) if own else line
            if not own or cut:
                lines.append(cut)
        return self.line("\n".join(lines), keeps_names=keeps_names)

    def name(self, text: str) -> str:
        """Return a title or the name of a file without them, with no sign of what was there."""
        spans = _joined(text, self._spans(text))
        cuts = [Cut(one.start, one.end, " ") for one in spans]
        return self.name(" ".join(_applied(text, cuts).split())) if cuts else text

    def cuts(self, text: str) -> tuple[Cut, ...]:
        """Return what is cut out of the text of a paragraph, in order."""
        return tuple(_cuts(text, _joined(text, self._spans(text)), is_prose=True))

    def items(self, items: Sequence[str]) -> tuple[str, ...]:
        """Return the items of a list without them; an item of which nothing is left goes."""
        return tuple(cleaned for item in items if (cleaned := self.line(item)) or not item)

    def prose(self, markdown: str) -> str:
        """Return Markdown without them, tables in it too; its emphasis stays."""
        if not self._may_have_any(markdown):
            return markdown
        before = len(self.found)
        parts = [
            self.table(part) if is_table(part) else self._paragraphs(part)
            for part in parts_of(markdown)
        ]
        return "\n\n".join(filter(None, parts)) if len(self.found) > before else markdown

    def table(self, text: str) -> str:
        """Return a table that is kept as a text without them."""
        before = len(self.found)
        rows = [[self.prose(cell) for cell in row] for row in rows_of(text)]
        return table_lines(rows) if len(self.found) > before else text

    def _may_have_any(self, markdown: str) -> bool:
        """Return whether it is worth looking, quickly; marks of emphasis may stand anywhere."""
        bare = markdown.replace("*", "").replace("\\", "") if "*" in markdown else markdown
        return bool(contact_details(bare)) or bool(self._likely.search(plain_letters(bare).text))

    def _paragraphs(self, markdown: str) -> str:
        kept: list[Paragraph] = []
        is_changed = False
        for paragraph in blocks_of(_without_mail_links(markdown)):
            spans = _joined(paragraph.text, self._spans(paragraph.text))
            if not spans:
                kept.append(paragraph)
                continue
            is_changed = True
            cuts = _cuts(paragraph.text, spans, is_prose=True)
            inlines = _cut_inlines(paragraph.inlines, cuts)
            if any(map(str.isalnum, "".join(one.text for one in inlines))):
                kept.append(replace(paragraph, inlines=inlines))
        return self._paragraphs(markdown_of(kept)) if is_changed else markdown

    def _spans(self, text: str, *, keeps_names: bool = False) -> "list[_Span]":
        """Return where something is to be left out of a text, and remember what it is."""
        found: list[_Span] = []
        for start, end, kind in contact_details(text):
            found.append(_Span(start, end))
            self.found.append(LeftOutWords(kind, text[start:end].strip()))
        letters = plain_letters(text)
        if not keeps_names and self._likely.search(letters.text):
            for pattern in self._patterns:
                own = [_Span(*span) for span in pattern.spans(letters)]
                self.found += [LeftOutWords("name", pattern.name.in_words)] * len(own)
                found += own
        return found


def _without_mail_links(text: str) -> str:
    """Return a text in which no words lead to mail: the address is in brackets behind them."""
    return _MAIL_LINK.sub(r"\1 (\2)", text)


def _joined(text: str, spans: "Iterable[_Span]") -> "list[_Span]":
    """Return spans in order, as one where only marks and small words stand between them."""
    joined: list[_Span] = []
    for span in sorted(_with_brackets(text, one) for one in spans):
        last = joined[-1] if joined else None
        if last is not None and (
            span.start <= last.end or _JOINS.fullmatch(text, last.end, span.start)
        ):
            joined[-1] = _Span(last.start, max(last.end, span.end))
        else:
            joined.append(span)
    return joined


def _lines_of(text: str) -> Iterator[tuple[str, int]]:
    start = 0
    for line in text.split("\n"):
        yield line, start
        start += len(line) + 1


def _with_brackets(text: str, span: _Span) -> _Span:
    """Return a span with the brackets that have nothing else in them."""
    start, end = span
    while start and end < len(text) and text[start - 1] in _OPEN and text[end] in _CLOSED:
        start, end = start - 1, end + 1
    return _Span(start, end)


def _cuts(text: str, spans: Sequence[_Span], *, is_prose: bool = False) -> list[Cut]:
    """Return what is cut, and what stands in its place: nothing at an edge or between marks.

    In prose an "and" belongs to the sentence, elsewhere to what is left out.
    """
    leads_on, led_up_to = (_MARKS_AFTER, _MARKS_BEFORE) if is_prose else (_LEADS_ON, _LED_UP_TO)
    cuts: list[Cut] = []
    for span in spans:
        line = text.rfind("\n", 0, span.start) + 1
        first = max(line, cuts[-1].end if cuts else 0)
        after_line = text.find("\n", span.end)
        last = after_line if after_line >= 0 else len(text)
        opens = first == line and not text[first : span.start].strip(" \t•*-")
        cut = _at_begin(text, span, last, leads_on) if opens else None
        cuts.append(cut or _further_on(text, span, (first, last), led_up_to))
    return cuts


def _at_begin(text: str, span: _Span, last: int, marks: re.Pattern[str]) -> Cut | None:
    """Return how a span is cut with which a line begins, None where a sentence goes on."""
    after = text[span.end : last]
    if not after.strip(" .;"):
        return Cut(text.rfind("\n", 0, span.start) + 1, last, "")
    if leads_on := marks.match(after):
        return Cut(span.start, span.end + leads_on.end(), "")
    if said := _IN_BRACKETS.fullmatch(after):
        return Cut(span.start, last, said["said"])
    return None


def _further_on(text: str, span: _Span, edges: tuple[int, int], marks: re.Pattern[str]) -> Cut:
    first, last = edges
    before, after = text[first : span.start], text[span.end : last]
    is_end = not after.strip(" .;")
    led_up_to = marks.search(before)
    if led_up_to and (is_end or _MARK.match(after)):
        return Cut(first + led_up_to.start(), span.end, "")
    is_label = is_end and before.rstrip().endswith(":")
    if is_label or (text[span.start] in _OPEN and text[span.end - 1] in _CLOSED):
        return Cut(first + len(before.rstrip()), span.end, "")
    return Cut(span.start, span.end, GONE)


def _applied(text: str, cuts: Sequence[Cut]) -> str:
    parts, place = [], 0
    for cut in cuts:
        parts += [text[place : cut.start], cut.instead]
        place = cut.end
    made = "".join((*parts, text[place:])).strip()
    return "" if _NOTHING_SAID.fullmatch(made.replace(GONE, "")) else made


def _cut_inlines(inlines: Sequence[Inline], cuts: Sequence[Cut]) -> tuple[Text, ...]:
    """Return the runs of a paragraph with some of its text cut; each keeps its emphasis."""
    runs = [one for one in inlines if isinstance(one, Text)]
    left = cut_runs([one.text for one in runs], cuts)
    return tuple(replace(run, text=text) for run, text in zip(runs, left, strict=True) if text)


def cut_runs(runs: Sequence[str], cuts: Sequence[Cut]) -> list[str]:
    """Return the runs of a text with some of it cut; what stands instead is in the first one."""
    left: list[str] = []
    start = 0
    for run in runs:
        end, parts, place = start + len(run), list[str](), start
        for cut in cuts:
            if cut.end <= start or cut.start >= end:
                continue
            parts.append(run[place - start : max(cut.start, start) - start])
            if start <= cut.start:
                parts.append(cut.instead)
            place = min(cut.end, end)
        left.append("".join((*parts, run[max(place, start) - start :])))
        start = end
    return left
