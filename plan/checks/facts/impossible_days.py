"""Days of which a sentence tells what cannot be, for R44.

No calendar has them, their period ends before it begins, or what is past is still to come.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from plan.checks.paper import Paper
from plan.reading.dates import A_MONTH, DateSpan, read_date
from plan.reading.promises import promises_in
from plan.text.patterns import late_pattern
from plan.text.signs import Signs

_A_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?{A_MONTH} \d{{4}}"
_DATE = late_pattern(rf"\b{_A_DATE}\b")
_NUMBERED_DAY = late_pattern(rf"\b\d{{1,2}}(?:st|nd|rd|th)? {A_MONTH} (?:19|20)\d\d\b")
_FROM_TO = late_pattern(
    rf"\bfrom (?P<first>{_A_DATE}) (?:to|until) (?:the end of )?(?P<last>{_A_DATE})\b",
    signs=Signs("from.", "to. until"),
)
_ON_A_DAY = late_pattern(
    rf"\b(?P<how>[Ii]n|[Oo]n|[Bb]y|[Ff]rom) (?P<when>{_A_DATE})\b"
    r"(?! (?:prices|money|values|terms|rates)\b)"
)
_WAS = late_pattern(
    r"\b(?:was|were|took place|has been|have been|began|met|received|completed)\b", re.IGNORECASE
)
_IS_TO_COME = late_pattern(
    r"\b(?:will|shall|due|to be|to (?:start|begin|open|close|report|meet|take)|expected|planned|"
    r"agreed|scheduled|until|would|set|target|if|plans?|promised|proposed|deadline|extended|"
    r"intended|should|may|might|could|timetabled|forecast|valid|approved|awarded|booked|end|ends|"
    r"expire\w*|(?:that|which) (?:starts?|begins?|opens?|runs?)|fixed|date|told|budget\w*|"
    r"allocated|secured|funded|asked|from)\b",
    re.IGNORECASE,
)
_WILL = late_pattern(
    r"\b(?:will|shall|(?:is|are) (?:due )?to) (?:be |then |also )*[a-z]+\b[^.;]{0,80}?$",
    re.IGNORECASE,
    signs=Signs("will. shall. is. are."),
)
_TOLD_BY_SOMEBODY = late_pattern(
    r"\b(?:said|told|promised|stated|reported|asked|agreed|noted|approved|that|was|were|had|"
    r"“|recommended|plans?|actions?|since|original\w*|previous\w*|had been|minute)\b",
    re.IGNORECASE,
)
_OF_WHAT_WAS = late_pattern(
    r"\b(?:those|that|ones?|figures?|results?|held|made|taken|published|agreed|adopted|dated|"
    r"issued|carried out|completed|begun|used|set) $",
    re.IGNORECASE,
)
"""What stands right before a past day that is that of a thing: "the survey held in May 2025"."""
_SAID_THAT = late_pattern(r"\b(?:was|were|been) (?:noted|heard|reported|recorded) that\b")
_DONE_ON = late_pattern(
    r"\b(?:was|were|has been|have been|had been) (?:\w+ly |also |then |first |duly )*(?:considered|"
    r"approved|agreed|endorsed|noted|discussed|adopted|presented|submitted|published|issued|signed|"
    r"received|reviewed|examined|scrutinised|launched|completed|visited|inspected|consulted|seen|"
    r"accepted|ratified|signed off)(?: (?:by|at|to the|with the) (?:(?!(?:that|which|for|who|"
    r"goes|go|meets|will|is)\b)[\w’',&()-]+ ){1,10}?)?\Z",
    re.IGNORECASE,
    signs=Signs(
        "was. were. has. have. had.",
        "considered approved agreed endorsed noted discussed adopted presented submitted "
        "published issued signed received reviewed examined scrutinised launched completed "
        "visited inspected consulted seen accepted ratified",
    ),
)
"""What stands before the day on which something was done, and by whom."""
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
    is_told = _WAS.search(clause) and not _IS_TO_COME.search(sentence)
    is_told = is_told and not _SAID_THAT.search(clause)
    if is_past and (is_told or _DONE_ON.search(sentence[: day.start()])):
        yield (
            f"“{day['when']}” is after the meeting, and it is told as past: which is meant?",
            day[0],
        )
    is_long_ago = when.last < meeting - _WRITTEN_BEFORE
    will = _WILL.search(sentence[: day.start()]) if is_long_ago else None
    is_of_a_thing = _OF_WHAT_WAS.search(sentence[: day.start()]) is not None
    is_to_come = will is not None and not is_of_a_thing and not _TOLD_BY_SOMEBODY.search(sentence)
    if is_to_come and not promises_in(sentence, meeting=meeting):
        said = f"“{day['when']}” is past at the meeting, and it is told as still to come"
        yield f"{said}: which is meant?", day[0]
