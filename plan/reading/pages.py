"""Page references: which pages of the inspection report an action responds to.

What the officer typed is never altered or replaced; we work out the reading separately.
"""

import re
from collections import Counter
from dataclasses import dataclass

from plan.text.patterns import late_pattern
from plan.text.signs import Signs

LAST_PAGE = 9_999
"""Longer than any inspection report; a higher number is a typing mistake."""

_WORDS = late_pattern(r"\b(?:see (?:also )?)?(?:pages?|pp?)(?=\b|\d)\.?|\band\b", re.IGNORECASE)
_ALL = late_pattern(
    r"all(?: pages| of (?:it|the report))?|(?:the )?(?:whole|entire) report"
    r"|throughout(?: (?:the )?report)?",
    re.IGNORECASE,
)
_NO_PAGE = late_pattern(
    r"\A[-–—]+|\A(?:n ?[/.]? ?a\.?|not applicable|none|nil|self[- ]evaluation|locally identified|"
    r"not (?:from|in|of) the (?:inspection )?report)(?:\s*(?:[-–—:,(]).*)?",
    re.IGNORECASE | re.DOTALL,
    signs=Signs("- – — n. na not none nil self locally"),
)
"""What says that there is no page: a dash, or "N/A - self-evaluation"."""
_SECOND_WORD = late_pattern(r"(?<=\d)\s*([-–—]|to\b)\s*(?:pages?|pp?)\.?\s*(?=\d)", re.IGNORECASE)
"""The word for a page again behind a dash: "p.4-p.6"."""
_ITEM = late_pattern(r"(\d{1,6})(?:\s*(?:[-–—]|to)\s*(\d{1,6}))?")


@dataclass(frozen=True)
class PageReading:
    """How a page reference was understood.

    `is_all` means the whole report; otherwise `pages` lists the pages, ascending and each once.
    `problem` is a sentence for the officer if part of it could not be understood, else empty.
    """

    is_all: bool = False
    pages: tuple[int, ...] = ()
    problem: str = ""


def read_pages(text: str) -> PageReading:
    """Return how a typed page reference reads: "All", "Pages 9, 18, 19", "pp 28-37".

    An empty text, a dash or "N/A" reads as no pages, without a problem.
    """
    bare = text.strip().rstrip(".")
    if not bare or _NO_PAGE.fullmatch(bare):
        return PageReading()
    if _ALL.fullmatch(bare):
        return PageReading(is_all=True)
    pages, problem = _listed_pages(_WORDS.sub(",", _SECOND_WORD.sub(r"\1", bare)))
    if problem or not pages:
        return PageReading(problem=problem or f"“{bare}” names no page.")
    return PageReading(pages=tuple(sorted(set(pages))), problem=_order_problem(pages))


def says_no_page(text: str) -> bool:
    """Return whether a page reference says in words that there is none: "N/A"."""
    bare = text.strip().rstrip(".")
    return any(map(str.isalpha, bare)) and bool(_NO_PAGE.fullmatch(bare))


def _listed_pages(listed: str) -> tuple[list[int], str]:
    """Return the pages named, in the text's order, and what is wrong with them, if anything."""
    pages: list[int] = []
    for item in filter(None, (part.strip() for part in re.split(r"[,;&/\n]", listed))):
        match = _ITEM.fullmatch(item)
        if match is None:
            return pages, f"“{item}” is not a page number."
        first, last = int(match[1]), int(match[2] or match[1])
        problem = _span_problem(first, last)
        pages.extend(() if problem else range(first, last + 1))
        if problem or len(pages) > LAST_PAGE:
            return pages, problem or "That is more pages than any report has."
    return pages, ""


def _span_problem(first: int, last: int) -> str:
    if first > last:
        return f"“{first}-{last}” runs backwards."
    if first == 0:
        return "Pages are numbered from 1."
    if last > LAST_PAGE:
        return f"Page {last} is further than any report goes."
    return ""


def _order_problem(pages: list[int]) -> str:
    twice = [page for page, times in Counter(pages).items() if times > 1]
    if twice:
        return f"Page {twice[0]} is named twice."
    if pages != sorted(pages):
        return "The pages are not in ascending order."
    return ""
