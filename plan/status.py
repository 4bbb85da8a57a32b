"""What the words of a status say: the word is the officer's, the tone only chooses a colour."""

import re
from typing import Literal, TypeAlias

Tone: TypeAlias = Literal["good", "doubtful", "bad", ""]

_BAD = (
    r"(?:not|no longer|off)(?: yet)? (?:on )?(?:track|target|schedule)",
    r"not (?:yet )?(?:started|begun|achieved|met)",
    r"red|overdue|stalled|stopped|blocked|failed|missed|no progress|behind(?: schedule)?",
)
_DOUBTFUL = (
    r"not (?:yet )?(?:fully )?(?:complete[d]?|done)|incomplete|part(?:ly|ially)",
    r"amber|yellow|at risk|delay(?:ed|s)?|slip(?:ped|page|ping)|on hold|paused",
    r"(?:some|limited) progress",
)
_GOOD = (
    r"green|blue|on (?:track|target|schedule)|ahead(?: of schedule)?|good progress",
    r"complete[d]?|done|achieved|closed|met|delivered|under ?way|progressing(?: well)?",
    r"started|begun|in progress|ongoing",
)


def _words(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b")


_TONES: tuple[tuple[Tone, re.Pattern[str]], ...] = (
    ("bad", _words(_BAD)),
    ("doubtful", _words(_DOUBTFUL)),
    ("good", _words(_GOOD)),
)
"""Looked for in this order: "not on track" is not "on track"."""

_ENDED = _words((r"complete[d]?|done|achieved|closed|met|delivered",))


def tone_of(status: str) -> Tone:
    """Return how a status sounds, for a colour beside its word; nothing where it is not known."""
    said = " ".join(status.lower().replace("-", " ").split())
    return next((tone for tone, words in _TONES if words.search(said)), "")


def says_done(status: str) -> bool:
    """Return whether a status says that there is nothing left to do."""
    return tone_of(status) == "good" and bool(_ENDED.search(status.lower()))
