"""What a paper tells twice, and otherwise: the day of an event, a grade: R44 and R46."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plan.checks.check import Check, Found, check
from plan.checks.facts.events_compared import (
    returns_differ,
    rhythm_not_kept,
    told_at_two_times,
    told_in_no_order,
)
from plan.checks.facts.gatherings_told import gathered_on_two_days
from plan.checks.facts.impossible_days import impossible_days
from plan.checks.facts.report_text import (
    Words,
    place_of_words,
    prose_words,
    report_words,
    sentences_of,
)
from plan.checks.paper import Paper
from plan.checks.report.grade_checks import grades_are_those_of_the_table
from plan.papers.places import passage_place
from plan.reading.dates import A_MONTH, WEEKDAYS, DateSpan, date_in_words, read_date
from plan.reading.promises import promises_in
from plan.text.remembered import remembered

_DAY_AND_DATE = re.compile(
    rf"\b(?P<day>{'|'.join(WEEKDAYS)}),? (?:the )?(?P<when>\d{{1,2}}(?:st|nd|rd|"
    rf"th)? (?:of )?{A_MONTH},? \d{{4}})\b",
    re.IGNORECASE,
)
_FIRST_REPORT = re.compile(
    r"\bfirst (?:\w+ )?(?:report|update|progress report|monitoring report)\b", re.IGNORECASE
)
_REPORT_OF_PROGRESS = re.compile(
    r"\b(?:progress (?:report|update)|(?:report|update) on progress|report (?:on )?progress)\b"
    r"(?! (?:of|in|on|with|against|made|towards?|about|for) "
    rf"(?!(?:the|this|its) (?:\w+ )?(?:plan|actions)\b|\d|{A_MONTH}))",
    re.IGNORECASE,
)
"""The report on the plan, and not on one thing in it."""
_ONE_OF_SEVERAL = re.compile(
    r"\b(?:each|every|annual\w*|yearly|quarterly|monthly|six-monthly|regular\w*|twice|thereafter|"
    r"then|also|again|further|another|interim|final|closing|second|next|later|following|"
    r"half-year\w*|mid-year|verbal|oral|written|short|briefing|reports|updates)\b",
    re.IGNORECASE,
)
_A_BODY = re.compile(
    r"(?P<which>(?:(?:[A-Z][\w’'-]+|and|of|for|&),? )*)(?P<body>[Bb]oard|[Cc]ommittees?|[Cc]ouncil|"
    r"[Cc]abinet|[Pp]anel|[Ff]orum|[Gg]roup|[Pp]artnership|[Pp]arents|IJB)\b"
)
_AN_INSPECTION = re.compile(
    r"\b(?:(?:[Tt]he|[Aa]n|[Tt]his|[Ii]ts|[Oo]ur|(?P<kind>[\w-]+)) )?inspection "
    r"(?:of (?P<what>(?:the )?[A-Z][\w’'& -]{2,60}?) )?"
    r"(?:(?:that |which )?(?:was |were )?(?:carried out|undertaken|made|held|conducted|took place) "
    rf"(?:by [^.;,\d]{{3,60}}? )?)?in (?P<when>{A_MONTH} \d{{4}})\b(?! (?:and|"
    rf"to) (?:in )?{A_MONTH})",
)
"""The month of an inspection: not of its report, of its letter or of several inspections."""
_ANOTHER_INSPECTION = re.compile(
    r"\b(?:follow-up|inspections|re-inspect\w*|revisit\w*)\b|"
    r"\b(?:second|first|previous|earlier|last|next|other|another|further) (?:\w+ ){0,2}?"
    r"inspection\b",
    re.IGNORECASE,
)
_SLIP = 4
"""Months apart that two dates of one inspection may be: further apart they are two inspections."""


@check("R44", "ASK", "What the report dates twice has one date.", "The report itself")
def events_have_one_date(paper: Paper) -> Iterator[Found]:
    """R44: a day that is another of the week, or one thing on two different days.

    The inspection is made once and its report published once; the plan is agreed once, and its
    first report promised once.
    """
    yield from _days_of_the_week(paper)
    yield from _first_reports(paper)
    yield from _reports_of_progress(paper)
    yield from _inspected_twice(paper)
    yield from _impossible_days(paper)
    asked: set[frozenset[str]] = set()
    for place, what, day, another in told_at_two_times(paper):
        if frozenset((day, another)) in asked:
            continue
        asked.add(frozenset((day, another)))
        text = (
            f"It was {what} “{day}” by another sentence, “{another}” by this one: which is right?"
        )
        yield Found(place, text, (day, another), about=f"{what} {another}")
    for words, what, day, another in gathered_on_two_days(paper):
        text = f"The {what} is told of “{day}” and of “{another}”: which is right?"
        yield Found(place_of_words(paper, words), text, (day, another), about=f"{what} {another}")
    for place, text, facts in (*told_in_no_order(paper), *returns_differ(paper)):
        yield Found(place, text, facts, about=facts[0])
    for words, text, facts in rhythm_not_kept(paper):
        yield Found(place_of_words(paper, words), text, facts, about="rhythm")


def _impossible_days(paper: Paper) -> Iterator[Found]:
    for words in prose_words(paper):
        for sentence, _ in sentences_of(words) if "20" in words.text else ():
            for text, fact in impossible_days(paper, sentence):
                yield Found(place_of_words(paper, words), text, (sentence,), about=fact)


def _days_of_the_week(paper: Paper) -> Iterator[Found]:
    """Yield each date in the report that stands beside another day of the week than its own."""
    for words in report_words(paper):
        for typed, day in _wrong_days(words.text):
            text = (
                f"“{typed}”: {date_in_words(day)} is a {WEEKDAYS[day.weekday()]}. Which is meant?"
            )
            yield Found(passage_place(paper.plan, words.passage), text, (typed,), about=typed)


@remembered
def _wrong_days(text: str) -> tuple[tuple[str, date], ...]:
    found = ((one, read_date(one["when"])) for one in _DAY_AND_DATE.finditer(text))
    return tuple(
        (one[0], when.first)
        for one, when in found
        if when is not None and WEEKDAYS[when.first.weekday()].casefold() != one["day"].casefold()
    )


class _Promise(NamedTuple):
    """A report that is promised: its sentence, by when as typed and as read, and where."""

    sentence: str
    typed: str
    when: DateSpan | None
    words: Words

    @property
    def is_decision(self) -> bool:
        """Whether a recommendation promises it."""
        return self.words.passage.kind == "recommendation"

    def is_of_the_time_of(self, other: "_Promise") -> bool:
        """Return whether both are promised for one time."""
        return self.when is not None and other.when is not None and self.when.overlaps(other.when)


def _promised(paper: Paper, report: re.Pattern[str]) -> Iterator[_Promise]:
    """Yield each promise of a report that is called so."""
    for words in report_words(paper):
        if not report.search(words.text):
            continue
        is_decision = words.passage.kind == "recommendation"
        promises = promises_in(words.text, is_recommendation=is_decision, meeting=paper.meeting)
        for sentence, by_when in promises:
            if report.search(sentence):
                yield _Promise(sentence, by_when, read_date(_BY.sub("", by_when)), words)


_BY = re.compile(r"\A(?:in|by|on|at)\s+")


def _first_reports(paper: Paper) -> Iterator[Found]:
    """Yield where the first report of progress is promised for two different times."""
    first: _Promise | None = None
    for one in _promised(paper, _FIRST_REPORT):
        if one.when is None:
            continue
        if first is not None and not one.is_of_the_time_of(first):
            text = (
                f"The first report is promised “{first.typed}” and “{one.typed}”: which is right?"
            )
            place = passage_place(paper.plan, one.words.passage)
            yield Found(place, text, (first.typed, one.typed), about="first report")
            return
        first = first or one


def _reports_of_progress(paper: Paper) -> Iterator[Found]:
    """Yield where the text promises the one report on progress for another time than is decided.

    One of several reports, or one to somebody else, is another report.
    """
    decided: list[_Promise] = []
    told: list[_Promise] = []
    for one in _promised(paper, _REPORT_OF_PROGRESS):
        is_another = _ONE_OF_SEVERAL.search(one.sentence) or _goes_elsewhere(paper, one.sentence)
        if one.when is None or is_another:
            return
        (decided if one.is_decision else told).append(one)
    if len(decided) == len(told) == 1 and not told[0].is_of_the_time_of(decided[0]):
        (one,), (other,) = told, decided
        text = (
            f"The report on progress is promised “{one.typed}” here, and “{other.typed}” by the "
            "recommendation: which is right?"
        )
        place = passage_place(paper.plan, one.words.passage)
        yield Found(place, text, (one.typed, other.typed), about="progress report")


def _goes_elsewhere(paper: Paper, sentence: str) -> bool:
    """Return whether a sentence names anybody but the body that this report goes to."""
    ours = paper.plan.report.committee.casefold()
    return any(
        found["body"].casefold() not in ours or found["which"].strip(" ,").casefold() not in ours
        for found in _A_BODY.finditer(sentence)
    )


def _inspected_twice(paper: Paper) -> Iterator[Found]:
    """Yield where one inspection is told of two months that lie near together."""
    told: list[tuple[str, str, DateSpan, Words]] = []
    for words in report_words(paper):
        for sentence, _ in sentences_of(words) if "inspection " in words.text else ():
            if _ANOTHER_INSPECTION.search(sentence):
                continue
            for found in _AN_INSPECTION.finditer(sentence):
                when = read_date(found["when"])
                if when is not None:
                    what = found["what"] or found["kind"] or ""
                    told.append((what, found["when"], when, words))
    if not told or len({what for what, *_ in told} - {""}) > 1:
        return
    _, typed, first, _ = told[0]
    for _, other, when, words in told:
        apart = (when.first.year - first.first.year) * 12 + when.first.month - first.first.month
        if 0 < abs(apart) <= _SLIP:
            text = f"The inspection is told of “{typed}” and of “{other}”: which is right?"
            place = passage_place(paper.plan, words.passage)
            yield Found(place, text, (typed, other), about="inspection")
            return


TOLD_TWICE_CHECKS: tuple[Check, ...] = (events_have_one_date, grades_are_those_of_the_table)
