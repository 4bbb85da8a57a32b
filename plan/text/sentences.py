"""Where a sentence of a text ends, and a clause of a note."""

import re

from plan.text.patterns import late_pattern

_ENDS = re.compile(r"(?<=[.;!?])\s+(?=[A-Z“(£])")
"""A full stop inside a sentence, as in "approx. five", has a small letter behind it."""
_CLAUSE_ENDS = re.compile(r"(?<=[.;!?])\s+")
_CLAUSES = late_pattern(
    r"[.;!?:](?=\s|$)|\n|\s[–—-]\s|[()\[\]–—]|,\s|(?<!\ball)(?<!\beverything)\s(?=but\b)",
    re.IGNORECASE,
)
"""What parts the clauses of a note; "all but two" and "everything but" are one."""
_SHORTEST, _LONGEST = 3, 300
"""A clause is longer than the first, and shorter than the second: a longer one is no note."""
_MAY_END = re.compile(r"[.;!?]\s")
"""What stands where either may end: it is found sooner, and many texts have one sentence."""


def sentences_in(text: str, *, at_clauses: bool = False) -> tuple[str, ...]:
    """Return the sentences of a text, each with its stop; what a semicolon ends is one too.

    `at_clauses` says that one may begin with a small letter: "; no advice was taken".
    """
    said = text.strip()
    if not _MAY_END.search(said):
        return (said,) if said else ()
    ends = _CLAUSE_ENDS if at_clauses else _ENDS
    return tuple(one for one in ends.split(said) if one)


def clauses_in(text: str) -> tuple[str, ...]:
    """Return the clauses of a note as typed, without those too short or too long to say anything.

    A note is read by clauses, so that how its sentences are built does not matter.
    """
    return tuple(one for one in _CLAUSES.split(text) if _SHORTEST < len(one) < _LONGEST)
