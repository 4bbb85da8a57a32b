"""What kind of field the cells below a heading look like."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from importers.plan.columns_by_cells import is_when
from importers.plan.headings import meaning_of
from importers.report.report_words import is_name, is_post
from plan.reading.dates import read_date

ONE_LINE = 60
"""Characters of a text that fits on a line."""
_ALIKE = 0.7
"""How many of the filled cells must look alike."""
_MONEY = re.compile(r"(?:c\.? ?|circa |approx\.? )?£ ?[\d,.]+ ?(?:k|m|bn)?\b.*|nil", re.IGNORECASE)
_NUMBER = re.compile(r"[\d,.]+ ?%?")
_MOST_WORDS = 12
_SAID_IN_HEADING = re.compile(r"[^/|]{2,20}(?:\s*[/|]\s*[^/|]{2,20}){1,4}")
_MOST_CHOICES = 20


def kind_of_cells(heading: str, texts: Sequence[str], *, has_bullets: bool = False) -> str:
    """Return the kind of field that cells look like, with what their heading says."""
    for kind, looks in _LOOKS.items():
        if _are(texts, looks):
            return kind
    meant = {kind.name for kind in meaning_of(heading).kinds}
    if "leads" in meant:
        return "person"
    if has_bullets:
        return "items"
    if _are_few_words(texts) or (words_in_heading(heading) and _are_short(texts)):
        return "choice"
    is_line = bool(texts) and all(
        len(text) <= ONE_LINE and "\n" not in text and not text.endswith(".") for text in texts
    )
    return "line" if is_line else "text"


def words_of_choice(heading: str, texts: Sequence[str]) -> list[str]:
    """Return the words of a key: those that the heading names, then the others in the cells."""
    found: dict[str, str] = {}
    for word in (*words_in_heading(heading), *texts):
        if len(word) <= ONE_LINE and "\n" not in word:
            found.setdefault(word.casefold(), word)
    return list(found.values())[:_MOST_CHOICES]


def words_in_heading(heading: str) -> list[str]:
    """Return the words that a heading names as what can stand below it: "Yes / None"."""
    if not _SAID_IN_HEADING.fullmatch(heading):
        return []
    words = [word.strip() for word in re.split(r"[/|]", heading)]
    are_marks = any(word.casefold() in {"yes", "no", "none", "high", "low"} for word in words)
    return words if are_marks else []


def _are(texts: Sequence[str], looks: Callable[[str], bool]) -> bool:
    return bool(texts) and sum(map(looks, texts)) >= _ALIKE * len(texts)


def _are_short(texts: Sequence[str]) -> bool:
    return bool(texts) and all(len(text.split()) <= 3 for text in texts)  # noqa: PLR2004


def _are_few_words(texts: Sequence[str]) -> bool:
    """Return whether the same short words stand in the cells again and again."""
    said = Counter(text.casefold() for text in texts)
    return _are_short(texts) and 1 < len(said) <= _MOST_WORDS and len(texts) >= 2 * len(said)


def _is_yes_or_no(text: str) -> bool:
    return text.casefold().rstrip(".") in {"yes", "no", "y", "n"}


def _is_date(text: str) -> bool:
    return read_date(text) is not None and is_when(text)


def _is_person(text: str) -> bool:
    lines = text.split("\n")
    return all(is_post(line) or is_name(line) for line in lines) and "." not in text


_LOOKS: Mapping[str, Callable[[str], bool]] = {
    "yes-no": _is_yes_or_no,
    "money": lambda text: _MONEY.fullmatch(text) is not None,
    "number": lambda text: _NUMBER.fullmatch(text) is not None,
    "date": _is_date,
    "person": _is_person,
}
