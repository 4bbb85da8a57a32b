"""The inspection report that a plan responds to: which pages are about what.

An officer types its contents list once, one line per part, with the pages before or after the
heading. What was typed is never altered; we work out the reading separately.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from plan.council.framework import Framework, Indicator
from plan.model.rows import SourceReport
from plan.reading.pages import LAST_PAGE
from plan.text.remembered import remembered_by_row

_DASH = r"\s*(?:[-–—]|to)\s*"
_WORD = r"(?:pages?|pp?)\b\.?\s*|pp?\.?(?=\d)"
_RANGE = rf"(?P<first>\d{{1,4}})(?:{_DASH}(?P<last>\d{{1,4}}))?"
_BREAKS = ".:;,)·…_–—-"
_BREAK = rf"[\s{_BREAKS}]"

_BEFORE = re.compile(
    rf"(?P<word>{_WORD})?{_RANGE}(?![.)]\d|\d|[.)]\s)(?:{_BREAK}+|$)(?P<heading>.*)", re.IGNORECASE
)
_AFTER = re.compile(rf"(?<={_BREAK})\(?(?P<word>{_WORD})?{_RANGE}\)?\.?\Z", re.IGNORECASE)
"""Pages at the end of a line, matched on their own so that long lines stay cheap."""
_LEADER = re.compile(r"\.{2,}|…|·{2,}|_{2,}|(?:\. ){2,}|\t|\s{2,}")
_PAGES = re.compile(r"\D*(\d{1,4})\D*")


@dataclass(frozen=True)
class PageSpan:
    """A part of the report: its pages from `first` to `last`, and its subject.

    `indicator` is the framework indicator named in its heading, or None.
    """

    first: int
    last: int
    heading: str
    indicator: Indicator | None = None

    def holds(self, page: int) -> bool:
        """Whether a page belongs to it."""
        return self.first <= page <= self.last


@dataclass(frozen=True)
class ContentsReading:
    """How a contents list was understood.

    `spans` are its parts in the order of the list, `unread` the lines that could not be read, as
    typed. `page_count` is the report's number of pages, or None if not known.
    """

    spans: tuple[PageSpan, ...] = ()
    unread: tuple[str, ...] = ()
    page_count: int | None = None

    def spans_at(self, page: int) -> tuple[PageSpan, ...]:
        """Return the parts that a page belongs to."""
        return tuple(span for span in self.spans if span.holds(page))

    def spans_of(self, indicator: Indicator) -> tuple[PageSpan, ...]:
        """Return the parts about an indicator."""
        return tuple(span for span in self.spans if span.indicator == indicator)

    @property
    def findings(self) -> tuple[PageSpan, ...]:
        """The parts about an indicator: where the inspectors say what they found."""
        return tuple(span for span in self.spans if span.indicator is not None)


@remembered_by_row
def read_source(source: SourceReport, framework: Framework | None) -> ContentsReading:
    """Return which pages of the inspection report are about what.

    Indicators are looked up in `framework`; without one the parts have only their headings.
    """
    reading = _read(source.contents, source.pages)
    if framework is None:
        return reading
    spans = (replace(span, indicator=framework.find_within(span.heading)) for span in reading.spans)
    return replace(reading, spans=tuple(spans))


@lru_cache(maxsize=16)
def _read(contents: str, pages: str) -> ContentsReading:
    count = _PAGES.fullmatch(pages)
    page_count = int(count[1]) if count else None
    starts: list[tuple[int, int | None, str]] = []
    unread: list[str] = []
    for line in filter(None, map(str.strip, contents.split("\n"))):
        entry = _entry(line)
        if entry is None:
            unread.append(line)
        else:
            starts.append(entry)
    return ContentsReading(tuple(_ended(starts, page_count)), tuple(unread), page_count)


def _entry(line: str) -> tuple[int, int | None, str] | None:
    """Return a line's first page, last page and heading, or None if it cannot be read."""
    after, heading = _pages_at_the_end(line)
    before = _BEFORE.fullmatch(line)
    if after and (before is None or _stands_after(after, before, heading)):
        found = after
    elif before is not None:
        found, heading = before, before["heading"]
    else:
        return None
    first, last = int(found["first"]), int(found["last"]) if found["last"] else None
    heading = heading.strip(" .…·_\t,;:–—-(")
    is_sound = 0 < first <= (last or first) <= LAST_PAGE
    return (first, last, heading) if is_sound and heading else None


def _pages_at_the_end(line: str) -> tuple[re.Match[str] | None, str]:
    """Return the pages at the end of a line and the heading before them; no match without both."""
    after = _AFTER.search(line)
    while after and not (heading := _heading_before(line, after)):
        after = _AFTER.search(line, after.start() + 1)
    return (after, heading) if after else (None, "")


def _heading_before(line: str, after: re.Match[str]) -> str:
    """Return what comes before the pages at the end of a line, without the dots between."""
    end = after.start()
    while end > 1 and (line[end - 1].isspace() or line[end - 1] in _BREAKS):
        end -= 1
    return line[:end] if end < after.start() else ""


def _stands_after(after: re.Match[str], before: re.Match[str], heading: str) -> bool:
    """Return whether a line's pages are those at its end, when it has figures at both ends."""
    if before["word"] or before["last"]:
        return False
    leader = after.string[len(heading) : after.start()]
    return bool(after["word"] or after["last"] or _LEADER.search(leader))


def _ended(
    starts: Sequence[tuple[int, int | None, str]], page_count: int | None
) -> Iterator[PageSpan]:
    """Yield the parts; if the list gives only a first page, the next part tells where it ends."""
    following = [first for first, _, _ in starts[1:]]
    afterwards = [*following, (page_count or 0) + 1][: len(starts)]
    for (first, last, heading), following_first in zip(starts, afterwards, strict=True):
        end = last if last is not None else max(first, following_first - 1)
        yield PageSpan(first, end, heading)
