"""Events of which a report tells more than once, each with its day: for R44.

Two sentences tell of one event where what they say happened is alike and what it happened to has
the same words: the opening of a depot and "the depot opened" are one, those of two depots are two.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from plan.checks.facts.report_text import Words, prose_words, sentences_of
from plan.checks.facts.spoken_of import stems_of
from plan.checks.paper import Paper
from plan.reading.atoms import word_set
from plan.reading.dates import A_MONTH, DateSpan, read_date
from plan.reading.promises import promises_in
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered

_A_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?{A_MONTH} \d{{4}}"
_DATE = late_pattern(rf"\b{_A_DATE}\b")
_HAPPENED = {
    "published": "publish|publication",
    "opened": "opened|opening|opens",
    "closed": "closed|closing|closes|closure",
    "launched": "launched|launch",
    "approved": "approved|approval|adopted|adoption",
    "visited": "visited|visit",
    "carried out": "carried out|undertaken|conducted|took place",
    "signed": "signed|signing",
    "extended": "extended|extension",
    "completed": "completed|completion",
}
_EVENT = late_pattern(
    r"\b(?:"
    + "|".join(f"(?P<e{place}>{words})" for place, words in enumerate(_HAPPENED.values()))
    + r")(?:ed)?\b",
    re.IGNORECASE,
)
_NOUN_OF = late_pattern(
    r"\A (?:of|to|with) (?:the |a |its |our )?(?P<what>[^.;,]{3,80}?)(?= (?:in|on|to|until|from|"
    r"by|at) "
    r"\d| (?:in|on|to|until|from|by) "
    rf"{A_MONTH}|[.;,]|$)",
    re.IGNORECASE,
)
_CLAUSE = late_pattern(r"[,;:()]|\b(?:and|but|when|which|while|after|before|because|so that)\b")
_ONE_OF_SEVERAL = late_pattern(
    r"\b(?:follow-up|first|second|third|previous\w*|earlier|last|next|draft|interim|final|revised|"
    r"updated|national\w*|two|three|both|several|(?:each|every) (?:year|month|quarter|term|"
    r"session|week)|annual\w*|quarterly|monthly|again|"
    r"also|another|further|other|reports|phase|part|half|originally|due|expected|planned|would|"
    r"between|various|since then|not|re-?opened|temporar\w+|new version|other)\b",
    re.IGNORECASE,
)
_NAME = late_pattern(r"(?<=[a-z,] )[A-Z][a-z]\w+")
_COMMON = word_set(
    "the that this with from their there they been were which when what where each every council "
    "committee meeting its our new was has have had will for and are is not into more than note "
    "approve agree board members on at in of to by"
)
_LONG = 4
_FEWEST, _SHARE = 2, 0.6
_MOST_MONTHS = 14
"""Further apart, two days of one event may be those of two years."""


class _Told(NamedTuple):
    """An event as a sentence tells it: what happened, to what, all it is about, and when."""

    what: str
    subject: frozenset[str]
    about: frozenset[str]
    names: frozenset[str]
    typed: str
    when: DateSpan


def told_of_two_days(paper: Paper) -> Iterator[tuple[Words, str, str, str]]:
    """Yield where an event has another day than before: what happened, and both days as typed."""
    earlier: list[_Told] = []
    for words in prose_words(paper):
        for sentence, _ in sentences_of(words) if "20" in words.text else ():
            told = _told_in(sentence)
            if told is None:
                continue
            other = next((one for one in earlier if _is_one_event(one, told)), None)
            if other is None:
                earlier.append(told)
            elif not other.when.overlaps(told.when):
                yield words, told.what, other.typed, told.typed


@remembered
def _told_in(sentence: str) -> _Told | None:
    dates = list(_DATE.finditer(sentence))
    if len(dates) != 1 or _ONE_OF_SEVERAL.search(sentence):
        return None
    events = list(_EVENT.finditer(sentence))
    when = read_date(dates[0][0])
    if not events or when is None or _is_of_inspection(sentence):
        return None  # when an inspection was made is asked by itself
    found = events[-1]
    place = next(place for place in range(len(_HAPPENED)) if found[f"e{place}"])
    bare = f"{sentence[: dates[0].start()]} {sentence[dates[0].end() :]}"
    noun = _NOUN_OF.match(sentence[found.end() :])
    clause = noun["what"] if noun else _clause_of(sentence, found.start())
    own = found[0].casefold()
    return _Told(
        tuple(_HAPPENED)[place],
        _stems(clause, own),
        _stems(bare, own),
        frozenset(_NAME.findall(clause)),
        dates[0][0],
        when,
    )


def _is_of_inspection(sentence: str) -> bool:
    return "inspection " in sentence and "publish" not in sentence


def _clause_of(sentence: str, at: int) -> str:
    """Return the part of a sentence between two joints in which a place lies, without dates."""
    starts = [one.end() for one in _CLAUSE.finditer(sentence, 0, at)]
    ends = [one.start() for one in _CLAUSE.finditer(sentence, at)]
    clause = sentence[starts[-1] if starts else 0 : ends[0] if ends else len(sentence)]
    return _DATE.sub(" ", clause)


def _stems(text: str, happened: str) -> frozenset[str]:
    said = _EVENT.sub(" ", _DATE.sub(" ", text)).casefold().replace(happened, " ")
    return stems_of(said, _COMMON, long=_LONG)


def _is_one_event(one: _Told, other: _Told) -> bool:
    apart = abs((one.when.first.year - other.when.first.year) * 12
                + one.when.first.month - other.when.first.month)  # fmt: skip
    if one.what != other.what or apart > _MOST_MONTHS:
        return False
    if one.names and other.names and not one.names & other.names:
        return False
    shared = len(one.subject & other.subject)
    most = max(len(one.subject), len(other.subject))
    is_all_of_one = shared == min(len(one.subject), len(other.subject)) and most <= 2 * shared
    if shared >= _FEWEST and (shared >= _SHARE * most or is_all_of_one):
        return True
    is_within = one.subject <= other.about and other.subject <= one.about
    return (
        is_within and bool(one.subject and other.subject) and len(one.subject | other.subject) > 1
    )


# Days that cannot be

_NUMBERED_DAY = late_pattern(rf"\b\d{{1,2}}(?:st|nd|rd|th)? {A_MONTH} (?:19|20)\d\d\b")
_FROM_TO = late_pattern(
    rf"\bfrom (?P<first>{_A_DATE}) (?:to|until) (?:the end of )?(?P<last>{_A_DATE})\b"
)
_ON_A_DAY = late_pattern(rf"\b(?P<how>[Ii]n|[Oo]n|[Bb]y|[Ff]rom) (?P<when>{_A_DATE})\b")
_WAS = late_pattern(
    r"\b(?:was|were|took place|has been|have been|began|met|received|completed)\b", re.IGNORECASE
)
_IS_TO_COME = late_pattern(
    r"\b(?:will|shall|due|to be|to (?:start|begin|open|close|report|meet|take)|expected|planned|"
    r"agreed|scheduled|until|would|set|target|if|plans?|promised|proposed|deadline|extended|"
    r"intended|should|may|might|could|timetabled|forecast|valid|approved|awarded|booked|end|ends|"
    r"expire\w*|fixed|date|told|budget\w*|allocated|secured|funded|asked|from)\b",
    re.IGNORECASE,
)
_WILL = late_pattern(
    r"\b(?:will|shall|(?:is|are) (?:due )?to) (?:be |then |also )*[a-z]+\b[^.;]{0,80}?$",
    re.IGNORECASE,
)
_TOLD_BY_SOMEBODY = late_pattern(
    r"\b(?:said|told|promised|stated|reported|asked|agreed|noted|approved|that|was|were|had|"
    r"“|recommended|plans?|actions?|since|original\w*|previous\w*|had been|minute)\b",
    re.IGNORECASE,
)
_OF_ANOTHER_RULE = late_pattern(r"\b(?:assess\w*|screen\w*|meeting|signed)\b", re.IGNORECASE)
"""What the rules of forms and of the signature ask of its day."""
_WRITTEN_BEFORE = timedelta(days=45)
"""A paper is written so long before its meeting: what was then to come is told so."""


def impossible_days(paper: Paper, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield what is said of a day that cannot be meant, with the day as typed.

    No calendar has it, its period goes backwards, or what is to come is told as past, or the other
    way about.
    """
    for found in _NUMBERED_DAY.finditer(sentence):
        if read_date(found[0]) is None:
            yield f"“{found[0]}” is no day that the calendar has.", found[0]
            return
    if (period := _FROM_TO.search(sentence) if "from " in sentence else None) is not None:
        begins, ends = read_date(period["first"]), read_date(period["last"])
        if begins is not None and ends is not None and ends.last < begins.first:
            yield f"“{period[0]}” ends before it begins: which is meant?", period[0]
        return
    days = list(_ON_A_DAY.finditer(sentence))
    if paper.meeting is None or len(days) != 1 or len(_DATE.findall(sentence)) != 1:
        return
    when = read_date(days[0]["when"])
    if when is not None:
        yield from _told_in_another_tense(paper.meeting, sentence, days[0], when)


def _told_in_another_tense(
    meeting: date, sentence: str, day: re.Match[str], when: DateSpan
) -> Iterator[tuple[str, str]]:
    is_past = day["how"].lower() in ("in", "on") and when.first > meeting
    if _OF_ANOTHER_RULE.search(sentence):
        return
    begin = max(sentence.rfind(sign, 0, day.start()) for sign in ";:–")
    clause = re.split("[;:–]", sentence[begin + 1 :])[0]
    if is_past and _WAS.search(clause) and not _IS_TO_COME.search(sentence):
        yield (
            f"“{day['when']}” is after the meeting, and it is told as past: which is meant?",
            day[0],
        )
    is_long_ago = when.last < meeting - _WRITTEN_BEFORE
    will = _WILL.search(sentence[: day.start()]) if is_long_ago else None
    is_told = will is not None and not _TOLD_BY_SOMEBODY.search(sentence)
    if is_told and not promises_in(sentence, meeting=meeting):
        said = f"“{day['when']}” is past at the meeting, and it is told as still to come"
        yield f"{said}: which is meant?", day[0]
