"""Which columns of a form's table are marked, by their cells or by what stands above them."""

import re
from collections.abc import Sequence

from importers.assessment.tick_boxes import mark_of
from importers.learning.form_questions import text_of
from plan.papers.blocks import Cell

_MARKED = re.compile(
    r"positiv|negativ|neutral|adverse|no[ne]?\b|not known|unknown|n/?a\b|yes\b|high\b|medium\b"
    r"|low\b|none\b|impact\b|✓|✔|\+|–|-|\d{1,2}\Z|agree|likely|significant|differential|rapid|full",
    re.IGNORECASE,
)
"""Headings of columns in which a mark is put."""
_TELLS = re.compile(
    r"explan|evidence|comment|reason|describ|detail|action|mitigat|what|why|how|summary|note|who"
    r"|when|date|name|source|officer|lead|responsib",
    re.IGNORECASE,
)
"""Headings of columns in which something is written."""
_OF_WORDS = re.compile(r"\b(?:effects|impacts|benefits|consequences)\b", re.IGNORECASE)
"""Headings below which several things are told."""
_NEITHER = re.compile(r"^no\b|\bnone\b|\bneutral\b|\bnot\b|\bn/?a\b|^yes\b|[✓✔]", re.IGNORECASE)
_PAIR = 2


def mark_columns(rows: Sequence[Sequence[Cell]]) -> tuple[list[int], list[int]]:
    """Return the columns that are marked by their cells or headings, and those by headings."""
    header = rows[0]
    body = [row for row in rows[1:] if len(row) == len(header)]
    found: list[int] = []
    by_name: list[int] = []
    for place in range(1, len(header)):
        texts = [row[place].text for row in body]
        heading = text_of(header[place])
        if not body or not heading or any(mark_of(text) is None for text in texts):
            continue
        if _TELLS.search(heading):
            continue
        is_marked = any(text.strip() for text in texts)
        is_named = _MARKED.search(heading) is not None
        found += [place] if is_marked or is_named else []
        by_name += [place] if is_named and not is_marked else []
    return found, by_name


def has_marks(rows: Sequence[Sequence[Cell]], marked: Sequence[int]) -> bool:
    """Return whether anything stands in columns that are marked."""
    body = [row for row in rows[1:] if len(row) == len(rows[0])]
    return any(row[place].text.strip() for row in body for place in marked)


def are_marks(header: Sequence[Cell], places: Sequence[int]) -> bool:
    """Return whether headings of blank columns are those of marks: one says that there is none."""
    headings = [text_of(header[place]) for place in places]
    if any(_OF_WORDS.search(heading) for heading in headings):
        return False
    return len(headings) > _PAIR or any(_NEITHER.search(heading) for heading in headings)
