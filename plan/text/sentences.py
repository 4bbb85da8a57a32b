"""Where a sentence of a text ends."""

import re

_ENDS = re.compile(r"(?<=[.;!?])\s+(?=[A-Z“(£])")
"""A full stop inside a sentence, as in "approx. five", has a small letter behind it."""
_CLAUSE_ENDS = re.compile(r"(?<=[.;!?])\s+")
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
