"""Measures as a paper tells them: a value of something at a time, wherever it stands, for R51.

Every per cent and every length of time is taken out of the report, its tables, the actions, their
criteria and newest notes and the form, with the words that say of what it is, its time, and whether
it is where things stand or where they are to get to. Two values of one thing, at one time and in
one role, contradict each other, however either sentence is built. Where it is not clear of what a
value is, or of when, nothing is compared.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan.checks.facts.report_text import Words, place_of_words, prose_words, sentences_of
from plan.checks.facts.spoken_of import stems_of
from plan.checks.paper import Paper
from plan.model.finding import Place
from plan.model.rows import Action
from plan.papers.markdown import plain_of
from plan.papers.passage_tables import rows_of
from plan.papers.places import action_place, assessment_place
from plan.reading.atoms import word_set
from plan.reading.dates import A_MONTH, MONTHS
from plan.reading.number_words import ORDINAL, in_figures
from plan.text.remembered import remembered, remembered_by_row
from plan.text.sentences import sentences_in

_VALUE = re.compile(
    r"(?<![\d.,/–-])(?<!£)(?P<figure>\d{1,4}(?:\.\d+)?) ?(?:(?P<share>%|per ?cent\b|percent\b)"
    r"(?! ?points?\b)|(?P<unit>(?:working |calendar |school )?(?:day|week|month|minute|hour)s?\b)"
    r"(?! (?:later|earlier|ago|before|after|old|notice|from|of the)\b))",
    re.IGNORECASE,
)
_YEARS = r"20\d\d ?[/–-] ?\d\d(?:\d\d)?"
_TIME = re.compile(
    rf"(?P<years>(?:(?:session|school year|financial year) )?{_YEARS})(?![/–-]?\d)|"
    rf"(?P<month>{A_MONTH}),? (?P<of>20\d\d)\b|(?P<year>\b20\d\d\b)(?![/–-]\d)|"
    rf"\b(?P<which>{ORDINAL}|last|latest|previous) (?:[a-z]+ )?(?P<event>audit|survey|sample|"
    r"review|inspection|round|census|visit|exercise)\b",
    re.IGNORECASE,
)
_STANDS_NOW = re.compile(
    r"\b(?:currently|at present|at the moment|now|today|stands at)\b", re.IGNORECASE
)
_BEFORE_THAT = re.compile(
    r"\b(?:from|against|compared (?:with|to)|than|baseline\w*|was|were|had been|stood at|"
    r"previously|(?:up|down|rising|falling) (?:on|from))\W+"
    r"(?:(?:of|a|an|the|about|around|only|just|at|is) )*\Z",
    re.IGNORECASE,
)
_HOPED_FOR = re.compile(
    r"\b(?:targets?|aims?|goals?|will|shall|should|is to|are to|to (?:reach|be|become|have|rise|"
    r"fall|get)|at least|at most|no (?:more|fewer|less|later) than|or more|by (?:the end of |"
    rf"(?:\d{{1,2}} )?{A_MONTH} )?20\d\d|by {A_MONTH})\b",
    re.IGNORECASE,
)
_BORDER = re.compile(
    r"[;()]|, | – |\b(?:and|but|while|whilst|whereas|against|compared|up from|down from)\b",
    re.IGNORECASE,
)
_NOT_THE_THING = re.compile(
    r"\b(?:national\w*|scotland|average|other councils?|comparator|neighbouring|respectively|"
    r"between \d|from \d+ to|of (?:these|those|them|whom|which)|the rest|remain\w*|others?|"
    r"percentage points?|margin|confidence interval|response rate|if|unless|might|could|would)\b",
    re.IGNORECASE,
)
"""Words by which a value is of another thing than its sentence names, or is none yet."""
_TURNS = re.compile(
    r"\b(?:not|no|never|without|very|late|missed|fail\w*|unsatisf\w*|dissatisf\w*|disagree\w*|"
    r"weak|poor|only|except|excluding)\b",
    re.IGNORECASE,
)
"""Words that make another thing of a measure: two values with and without one are not compared."""
_WHO = {
    "child": "child children pupil pupils learner learners young people",
    "family": "parent parents family families",
    "carer": "carer carers",
    "staff": "staff employee employees worker workers officers",
    "teacher": "teacher teachers",
    "manager": "manager managers",
    "member": "member members councillor councillors",
    "tenant": "tenant tenants resident residents household households",
}
_GROUP = {word: group for group, words in _WHO.items() for word in words.split()}
_PART = re.compile(
    r"\b(?:girls?|boys?|women|men|female|male|primary|secondary|nursery|urban|rural|island|mainland|"
    r"north\w*|south\w*|east\w*|west\w*|reading|writing|literacy|numeracy|maths|mathematics|"
    r"listening|english|gaelic|looked after|care[- ]experienced|disab\w+|deprived|simd|new|former|"
    r"[PSN]\d(?:[-–][PSN]?\d)?|(?:stage|level|phase|type|band|tier|class|category|part|year|group|"
    r"team|ward|priority|wave) (?:\d+|[a-z]\b)|(?:hospital|community|early|later|initial|final|"
    r"emergency|urgent|routine|non-urgent|higher|lower|highest|lowest|most|half))\b",
    re.IGNORECASE,
)
"""What is only a part of those of whom a measure may be."""
_NAME = re.compile(r"(?<=[a-z,;:] )[A-Z][\w’'-]+")
_NO_NAMES = word_set("Council Committee Board Partnership Service Scotland Appendix The")
_COMMON = word_set(
    "target targets goal aims baseline current currently year years found find made were been have "
    "with that this from than they least most will would should against compared time times "
    "measure measures percent cent percentage proportion share number rate figure figures report "
    "reported reports plan council committee audit survey inspection sample second first third "
    "last latest stood stands rose rise rises fell fall falls reach reached reaching improve "
    "improved increase increased reduce reduced end session financial working days weeks months "
    "hours minutes january february march april may june july august september october november "
    "december here said says some also now over under when where which there their them into "
    "within about only every each more less inspectors showed shows show position level"
)
_FEWEST, _OF_THE_SHORTER, _OF_THE_LONGER = 2, 0.75, 0.5
_WHOLE = 100


class Measure(NamedTuple):
    """A value with its unit and role, its times, and what tells of what it is."""

    figure: float
    typed: str
    unit: str
    is_hope: bool
    times: frozenset[str]
    about: frozenset[str]
    marks: frozenset[str]
    who: frozenset[str]
    sentence: str

    def keys(self) -> tuple[tuple[object, ...], ...]:
        """Return what another has one of that is of the same time and of a thing that is alike."""
        return tuple(
            (self.unit, self.is_hope, self.marks, when, stem)
            for when in self.times
            for stem in self.about
        )

    def is_told_otherwise(self, other: "Measure") -> bool:
        """Return whether the other is of the same thing, time and role, and has another value."""
        if (self.unit, self.is_hope) != (other.unit, other.is_hope) or self.marks != other.marks:
            return False
        if self.who and other.who and not self.who & other.who:
            return False
        if abs(self.figure - other.figure) < 1 or not _is_one_time(self.times, other.times):
            return False
        if self.unit == "%" and not self.is_hope and self.figure + other.figure == _WHOLE:
            return False
        return _is_of_one_thing(self.about, other.about)


def _is_of_one_thing(one: frozenset[str], other: frozenset[str]) -> bool:
    shared, lengths = len(one & other), sorted((len(one), len(other)))
    return (
        shared >= _FEWEST
        and shared >= _OF_THE_SHORTER * lengths[0]
        and shared >= _OF_THE_LONGER * lengths[1]
    )


def _is_one_time(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two times are the same: of days the same ones, or else one event."""
    ours, theirs = (
        frozenset(when for when in times if when[:1].isdigit()) for times in (one, other)
    )
    return ours == theirs if ours and theirs else bool(one & other)


_IN_A_TABLE = "a table"


class Told(NamedTuple):
    """A measure at its place, and how the place is called behind "and"."""

    measure: Measure
    place: Place
    where: str

    def may_be_of_one_thing(self, other: "Told") -> bool:
        """Return whether the places of two measures let them be compared.

        The tables of two services may have the same rows; and of two actions each may have a target
        of its own for what its criterion only hints at, unless they use the very same words.
        """
        if self.where == other.where == _IN_A_TABLE:
            return False
        is_of_two = self.place.table == other.place.table == "actions" and self.where != other.where
        are_same = self.measure.about == other.measure.about
        return not is_of_two or (are_same and len(self.measure.about) > _FEWEST)


def told_twice(paper: Paper) -> Iterator[tuple[Told, Told]]:
    """Yield each measure that stands twice and otherwise, once, with the place that has the other.

    Where either sentence has the other's value as well, both are known to it, and nothing is asked.
    """
    asked: set[tuple[frozenset[str], frozenset[str]]] = set()
    earlier: dict[tuple[object, ...], list[tuple[int, Told]]] = {}
    for k, other in enumerate((*_in_report(paper), *_in_plan(paper), *_in_forms(paper))):
        keys = other.measure.keys()
        near = dict(one for key in keys for one in earlier.get(key, ()))
        for _, one in sorted(near.items()):
            if not one.may_be_of_one_thing(other):
                continue
            pair = frozenset((one.measure.typed, other.measure.typed)), one.measure.about
            if pair in asked or not one.measure.is_told_otherwise(other.measure):
                continue
            if not _knows_both(one.measure, other.measure):
                asked.add(pair)
                yield one, other
                break
        for key in keys:
            earlier.setdefault(key, []).append((k, other))


def _knows_both(one: Measure, other: Measure) -> bool:
    return any(
        abs(value.figure - sought.figure) < 1 and value.unit == sought.unit
        for told, sought in ((one, other), (other, one))
        for value in measures_in(told.sentence, is_criterion=False)
    )


def _in_report(paper: Paper) -> Iterator[Told]:
    for words in prose_words(paper):
        if not _VALUE.search(in_figures(words.text)):
            continue
        place = place_of_words(paper, words)
        where = _IN_A_TABLE if words.passage.kind == "table" else "another sentence"
        for sentence in _said_in(words):
            for measure in measures_in(sentence, is_criterion=False):
                yield Told(measure, place, where)


def _said_in(words: Words) -> tuple[str, ...]:
    if words.passage.kind == "table":
        return _cells_told(words.passage.text)
    return tuple(sentence for sentence, _ in sentences_of(words))


_ROLE = re.compile(
    r"\b(?:actual|outturn|results?|values?|performance|data|per ?cent)\b", re.IGNORECASE
)


@remembered
def _cells_told(table: str) -> tuple[str, ...]:
    """Return each cell of a table as a sentence: what its row and its column are, and the value.

    A column that is headed by more than a time or a role is of another thing than its row names.
    """
    header, *rows = [[plain_of(cell).strip() for cell in row] for row in rows_of(table)] or [[]]
    return tuple(
        f"{row[0]}, {header[k]}: {cell}"
        for row in rows
        for k, cell in enumerate(row)
        if k and _VALUE.search(cell) and not _stems(_ROLE.sub(" ", header[k]))
    )


def _in_plan(paper: Paper) -> Iterator[Told]:
    noted = {action.id: notes[-1].text for action, notes in paper.noted}
    for action in paper.plan.actions:
        note = noted.get(action.id, "")
        told = _measured(action)
        if note and (of_note := measures_of(note, is_criterion=False)):
            told = (*told, *(("progress", one) for one in of_note))
        for field, measure in told:
            dated = measure if measure.times else _by_due(paper, action, measure)
            where = f"action {paper.plan.refs_in_words(action.id)}"
            yield Told(dated, action_place(paper.plan, action.id, field), where)


@remembered_by_row
def _measured(action: Action) -> tuple[tuple[str, Measure], ...]:
    """Return the measures of an action's own texts, each with the field that has it."""
    return (
        *(("text", one) for one in measures_of(action.text, is_criterion=False)),
        *(
            ("success_criteria", one)
            for text in action.success_criteria
            for one in measures_of(text, is_criterion=True)
        ),
    )


def _by_due(paper: Paper, action: Action, measure: Measure) -> Measure:
    """Return what is hoped for without a time as of the month in which its action is due."""
    reading = paper.reading_of(action)
    if reading.due is None or len(reading.milestones) > 1 or reading.every:
        return measure
    last = reading.due.last
    return measure._replace(times=frozenset({f"{last.year}-{last.month:02}"}))


def _in_forms(paper: Paper) -> Iterator[Told]:
    for assessment in paper.plan.assessments:
        form = paper.forms.get(assessment.form)
        if form is None:
            continue
        for question, answer in paper.plan.answers_of(assessment.id).items():
            for measure in measures_of(answer.text, is_criterion=False):
                place = assessment_place(paper.plan, assessment.id, form, question)
                yield Told(measure, place, "the assessment")


_TIMED = (
    *("20", "audit", "survey", "sample", "review", "inspection", "round", "census", "visit"),
    *("exercise", "current", "present", "moment", "now", "today", "stands at"),
)
"""The same of `_TIME` and `_STANDS_NOW`."""
_MEASURED_IN = ("%", "cent", "day", "week", "month", "minute", "hour")
"""Letters of which some stand wherever `_VALUE` matches: without them we do not look."""


def _may_measure(text: str) -> bool:
    return any(map(text.lower().__contains__, _MEASURED_IN))


def _is_timed(said: str) -> bool:
    if not any(map(said.lower().__contains__, _TIMED)):
        return False
    return _TIME.search(said) is not None or _STANDS_NOW.search(said) is not None


@remembered
def measures_of(text: str, *, is_criterion: bool) -> tuple[Measure, ...]:
    """Return the measures in the sentences of a text."""
    if not (_may_measure(text) and _VALUE.search(in_figures(text))):
        return ()
    said = sentences_in(text, at_clauses=is_criterion)
    return tuple(one for each in said for one in measures_in(each, is_criterion=is_criterion))


@remembered
def measures_in(sentence: str, *, is_criterion: bool) -> tuple[Measure, ...]:
    """Return the measures in a sentence that are of a time, in its order.

    In a criterion all but what it is counted from is hoped for.
    """
    said = in_figures(sentence) if _may_measure(sentence) else ""
    values = list(_VALUE.finditer(said))
    if not values or not (is_criterion or _is_timed(said)) or _NOT_THE_THING.search(said):
        return ()
    first: frozenset[str] = frozenset()
    found = []
    has_share = any(one["share"] for one in values)
    for k, value in enumerate(values):
        about = _about(said, values, k) or first
        first = first or about
        times = _times_of(said, values, k)
        is_base = _is_where_it_stood(said, value)
        is_hope = not is_base and (is_criterion or _is_hoped_for(said, values, k))
        is_limit = has_share and not value["share"]  # "91% within 30 days"
        if about and not is_limit and (times or (is_criterion and is_hope)):
            unit = "%" if value["share"] else value["unit"].casefold().rstrip("s")
            found.append(
                Measure(
                    *(float(value["figure"]), value[0].strip(), unit, is_hope, times, about),
                    *(_marks_of(said, values, value), _who_of(said), sentence),
                )
            )
    return tuple(found)


def _is_where_it_stood(said: str, value: re.Match[str]) -> bool:
    """Return whether a value is in brackets of a time, or behind "from" and "against"."""
    opened, closed = said.rfind("(", 0, value.start()), said.find(")", value.end())
    if opened >= 0 <= closed and ")" not in said[opened : value.start()]:
        return not re.search(r"\b(?:target|aim|goal|by)\b", said[opened:closed], re.IGNORECASE)
    begin = max(0, value.start() - _LOOK_BACK)
    return _BEFORE_THAT.search(said, begin, value.start()) is not None


def _is_hoped_for(said: str, values: list[re.Match[str]], k: int) -> bool:
    begin = values[k - 1].end() if k else 0
    end = values[k + 1].start() if k + 1 < len(values) else len(said)
    after = re.split(r"[(]|\b(?:against|from|compared)\b", said[values[k].end() : end])[0]
    return _HOPED_FOR.search(f"{said[begin : values[k].start()]} {after}") is not None


def _about(said: str, values: list[re.Match[str]], k: int) -> frozenset[str]:
    """Return what a value is of: all that stands round the first, for another what follows it."""
    begin, end = values[k].end(), values[k + 1].start() if k + 1 < len(values) else len(said)
    after = said[begin:end]
    if k + 1 < len(values) and (borders := list(_BORDER.finditer(after))):
        after = after[: borders[-1].start()]
    after = after.partition("(")[0]
    behind = _stems(after)
    if len(behind) >= _FEWEST and (k or after.startswith(" of ")):
        return behind
    stems = frozenset() if k else behind | _stems(said[: values[0].start()])
    return stems if len(stems) >= _FEWEST else frozenset()


def _stems(text: str) -> frozenset[str]:
    return stems_of(_TIME.sub(" ", text), _COMMON, long=4, stem=5)


def _times_of(said: str, values: list[re.Match[str]], k: int) -> frozenset[str]:
    """Return the times of a value: those right before it, behind it, or else before the first."""
    value = values[k]
    begin = values[k - 1].end() if k else 0
    end = values[k + 1].start() if k + 1 < len(values) else len(said)
    before = [
        one
        for one in _TIME.finditer(said, begin, value.start())
        if k == 0 or not _CLOSES.fullmatch(said, begin, one.start())
    ]
    if before and _is_right_before(said[before[-1].end() : value.start()]):
        return frozenset({_key(before[-1])})
    behind = [
        one
        for one in _TIME.finditer(said, value.end(), end)
        if k + 1 == len(values)
        or _CLOSES.fullmatch(said, value.end(), one.start())
        or not _is_right_before(said[one.end() : end])
    ]
    lead = list(_TIME.finditer(said, 0, values[0].start()))
    if behind:
        events = {_key(one) for one in lead if one["event"]} if k == 0 else set()
        return frozenset({_key(behind[0])} | events) if len(behind) == 1 else frozenset()
    days = {_key(one) for one in lead if not one["event"]}
    if len(days) > 1 or (k and _is_where_it_stood(said, value)):
        return frozenset()
    now = {"now"} if not lead and _stands_now(said) else set()
    return frozenset({_key(one) for one in lead} | now)


@remembered
def _stands_now(said: str) -> bool:
    return _STANDS_NOW.search(said) is not None


def _is_right_before(between: str) -> bool:
    return (
        len(between) <= _NEAR
        and re.fullmatch(
            r"[\s:,–=-]*(?:(?:it|was|is|at|only|about|around|the figure|stood|least|of|in) ?)*",
            between,
        )
        is not None
    )


_CLOSES = re.compile(r"\s+(?:(?:in|for|at|by|during|of) )?")
"""What stands between a value and its time behind it: "71% in 2022, 66% in 2024"."""
_LOOK_BACK = 80
"""Letters before a value among which it is said that it was so before."""
_NEAR = 20
"""Characters between a time and the value of it: "2026: 49%", "in 2026 it was 49%"."""


def _key(time: re.Match[str]) -> str:
    if time["years"]:
        first, last = re.findall(r"\d+", time["years"])[-2:]
        return f"{first}/{last[-2:]}"
    if time["month"]:
        months = [one.casefold()[:3] for one in MONTHS]
        return f"{time['of']}-{months.index(time['month'].casefold()[:3]) + 1:02}"
    if time["year"]:
        return time["year"]
    return f"{time['which'].casefold()} {time['event'].casefold()}"


def _marks_of(said: str, values: list[re.Match[str]], value: re.Match[str]) -> frozenset[str]:
    """Return what makes a measure one of a part: classes, places, names, turns, other lengths."""
    bare = _TIME.sub(" ", said)
    turns = (one[0].casefold() for one in (*_TURNS.finditer(bare), *_PART.finditer(bare)))
    names = (one[0].casefold() for one in _NAME.finditer(bare) if one[0] not in _NO_NAMES)
    within = (one[0] for one in values if one["unit"]) if value["share"] else ()
    return frozenset((*turns, *names, *within))


def _who_of(said: str) -> frozenset[str]:
    words = re.findall(r"[a-z]+", said.casefold())
    return frozenset(_GROUP[word] for word in words if word in _GROUP)
