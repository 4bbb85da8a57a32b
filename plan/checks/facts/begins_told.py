"""When a thing begins, as report and plan tell it: a permit, a charge, a contract: for R42.

"The permit costs £45 a year and starts on 1 June 2027" and an action "Bring in the permit", whose
permits "start on 1 April 2027", tell of one day.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan.checks.facts.spoken_of import singular
from plan.checks.paper import Paper, once_for_each_paper
from plan.model.rows import Action
from plan.reading.dates import A_FULL_DATE, DateSpan, read_date, span_in_words
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered, remembered_by_row

_STARTS = (
    r"(?:(?:will|is to|are to|is due to|are due to) )?(?:starts?|begins?|commences?|comes? into "
    r"(?:force|effect|use)|takes? effect|goes live|go live|appl(?:y|ies)|runs?|opens?)"
)
_BEGINS = late_pattern(
    rf"\b(?P<verb>{_STARTS})\b(?: [a-z]+ly)?,? (?:on|from|in|with effect from|as from) "
    rf"(?:[A-Z][a-z]+day,? )?(?P<when>{A_FULL_DATE})\b"
)
_VERBS = (
    r"is|are|was|were|will|has|have|had|costs?|runs?|can|may|starts?|begins?|applies|apply|takes?|"
    r"comes?|goes|opens?|commences?"
)
_NOUN = rf"(?!(?:{_VERBS}|which|that|and|of|for|in|on|at|to|from|with)\b)[\w’'-]+"
_SUBJECT = late_pattern(
    rf"\A\W*(?:The|This|A|An|Our|Its|New|Their)?\s*(?P<what>(?:{_NOUN} ){{0,5}}{_NOUN})"
    rf"(?=,? (?:{_VERBS}|which|that|of|for|in|at|to|with)\b)"
)
_OTHERWISE = late_pattern(
    r"\b(?:not|first (?:phase|stage)|second|phase|stage|pilot|if|unless|once|until|was|were|had|"
    r"previous\w*|old|last|national|consultation|recruitment|training|work on|review|earliest|"
    r"originally|instead|some|(?-i:may)|might|could|would|applications?|registration|tender\w*)\b",
    re.IGNORECASE,
)
_HEADS = late_pattern(
    r"\A\W*(?:bring in|introduce|start|launch|begin|open|roll out|put in place|set up|implement|"
    r"establish|let|award|run|operate|create) (?:the |a |an |new |our )*(?P<what>(?:(?!(?:for|of|"
    r"in|on|at|to|with|by|from|and|across|so|that|which)\b)[\w’'-]+ ?){1,5})",
    re.IGNORECASE,
)
_THEIR_START = late_pattern(
    r"\b(?:(?P<what>[\w’'-]+) )?(?:will )?(?:starts?|begins?|commences?|comes? into force|from|"
    rf"live)(?: on| from| in)? (?P<when>{A_FULL_DATE})",
    re.IGNORECASE,
)
_OF_SOME = late_pattern(
    r"\A,? (?:for|to|in|at|on|with)\b(?! (?:the )?(?:all|every\w*|each|whole|a cost|£))",
    re.IGNORECASE,
)
"""What follows a day that holds only for some, or in one place: "on 1 June 2027 for new homes"."""
_SHORTEST = 3
"""Letters of the shortest word that names a thing."""
_HINTS = ("start", "begin", "commence", "into ", "effect", " live", "appl", "runs", "open")
"""Letters of which some stand wherever `_BEGINS` matches: without them we do not look."""
_NOT_A_THING = frozenset(
    ("it", "this", "that", "they", "work", "plan", "action", "year", "session")
)


class _Begins(NamedTuple):
    """What begins: how it is called, what narrows that, and its day as typed and as read."""

    head: str
    names: frozenset[str]
    typed: str
    when: DateSpan


@remembered
def _begins_in(sentence: str) -> _Begins | None:
    found = list(_BEGINS.finditer(sentence))
    if len(found) != 1 or _OTHERWISE.search(sentence):
        return None
    if _OF_SOME.match(sentence[found[0].end() :]):
        return None
    when, subject = read_date(found[0]["when"]), _SUBJECT.match(sentence)
    if when is None or subject is None or subject.end() > found[0].start():
        return None
    thing = _thing(subject["what"])
    return _Begins(*thing, found[0]["when"], when) if thing else None


def _thing(what: str) -> tuple[str, frozenset[str]] | None:
    """Return how the head of a thing is called, and the beginnings of what narrows it."""
    words = what.casefold().split()
    head = singular(words[-1]) if words else ""
    if len(head) < _SHORTEST or head in _NOT_A_THING:
        return None
    return head, frozenset(word[:5] for word in words[:-1] if len(word) >= _SHORTEST)


@remembered_by_row
def _begun_by(action: Action) -> _Begins | None:
    """Return what an action brings in, and when that starts by its timescale."""
    starts = _THEIR_START.search(action.timescale) if "20" in action.timescale else None
    found = _HEADS.match(action.text) if starts is not None else None
    thing = _thing(found["what"]) if found else None
    when = read_date(starts["when"]) if starts else None
    if starts is None or thing is None or when is None:
        return None
    named = (starts["what"] or thing[0]).casefold()
    return _Begins(*thing, starts["when"], when) if singular(named) == thing[0] else None


@once_for_each_paper
def _begun(paper: Paper) -> tuple[tuple[Action, _Begins], ...]:
    told = ((one, _begun_by(one)) for one in paper.open_actions)
    return tuple((action, begins) for action, begins in told if begins is not None)


def begins_otherwise(paper: Paper, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield where a thing begins on another day than by the one action that brings it in."""
    if not any(map(sentence.__contains__, _HINTS)):
        return
    ours = _begins_in(sentence)
    if ours is None:
        return
    same = [
        (action, theirs)
        for action, theirs in _begun(paper)
        if theirs.head == ours.head and (theirs.names <= ours.names or ours.names <= theirs.names)
    ]
    if len(same) == 1 and not same[0][1].when.overlaps(ours.when):
        action, theirs = same[0]
        ref = paper.plan.refs_in_words(action.id)
        said = f"“{ours.typed}” is when it begins by this sentence, and by action {ref}"
        yield f"{said} it is {span_in_words(theirs.when)}: which is right?", ours.typed
