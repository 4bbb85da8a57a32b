"""Sums, shares and rises are reckoned right, report and plan have the same percentages: R51."""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from plan.checks.check import Check, Found, check
from plan.checks.each_action import Notes, Said, of_each_with_notes
from plan.checks.facts.directions_told import wrong_changes, wrong_direction
from plan.checks.facts.figures_told import Figure, figures_told_otherwise
from plan.checks.facts.parts_told import wrong_parts_in
from plan.checks.facts.report_text import (
    Words,
    place_of_words,
    prose_words,
    report_words,
    sentences_of,
)
from plan.checks.facts.rises_told import wrong_rise
from plan.checks.facts.shares_told import SHARE_OF, may_be_a_share, wrong_share_told
from plan.checks.facts.spoken_of import speaks_of
from plan.checks.facts.table_sums import unlike_count
from plan.checks.facts.told_measures import Measure, told_twice
from plan.checks.facts.whole_and_parts import wrong_whole
from plan.checks.paper import Paper
from plan.model.finding import Place
from plan.model.rows import Action
from plan.papers.markdown import plain_of
from plan.papers.passage_tables import rows_of
from plan.reading.dates import read_date
from plan.reading.number_words import in_figures
from plan.text.line_breaks import shortened
from plan.text.remembered import remembered, remembered_by_row
from plan.text.sentences import sentences_in

_FROM = "The report and the plan go to committee as one paper"
_PERCENT = re.compile(r"(?<![\d.,–-])(?P<figure>\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent\b)")
_WHOLE = 100
_ROUNDING, _SLACK = 0.5, 0.6
"""How much each part may be off by rounding, and all together besides."""
_FEWEST = 3
_AGREES = re.compile(r"\b(?:agree[ds]?|yes|in favour|support(?:ed|s)?|satisfied)\b", re.IGNORECASE)
_DISAGREES = re.compile(
    r"\b(?:disagree[ds]?|no|against|opposed?|dissatisfied|not (?:agree|support))\b", re.IGNORECASE
)
_UNSURE = re.compile(
    r"\b(?:(?:did not|do not|didn['’]t|don['’]t) know|not sure|unsure|undecided|neither|no (?:view|"
    r"opinion)|neutral|no answer)\b",
    re.IGNORECASE,
)
_DIVIDED = re.compile(
    r"\b(?:made up of|broken down|breaks? down|split|divided|shared|apportioned|comprises?|"
    r"consists? of)\b",
    re.IGNORECASE,
)
_OF_REPLIES = re.compile(
    r"\b[Oo]f (?:the )?(?:those|all|\d[\d,]*)(?: [a-z]+){0,3}? who (?:replied|responded|answered|"
    r"took part|returned it)\b|\b[Oo]f (?:the )?(?:\d[\d,]* )?(?:respondents|replies|responses)\b"
)
"""All of whom the percentages are: who replied and had no view has no other one."""
_NO_VIEW = re.compile(
    r"\b(?:no (?:view|opinion|preference|answer)|undecided|unsure|not sure|(?:did|do) not (?:know|"
    r"say|answer|mind))\b",
    re.IGNORECASE,
)
_NOT_OF_ONE_WHOLE = re.compile(
    r"\b(?:of (?:these|those|them|whom|which)|than|from \d|rest|remain\w*|others?|several|both|"
    r"more than one|compared|respectively|against \d|rose|fell|(?<!made )up|"
    r"(?<!breaks )(?<!broken )down|increas\w*|reduc\w*|target|"
    r"national\w*|average|could (?:choose|tick|give)|multiple|at least|over|under|nearly|about|"
    r"around|almost|some)\b|\b20\d\d\b",
    re.IGNORECASE,
)
"""Words by which the percentages of a sentence are not all parts of the same whole."""


@check(
    "R51",
    "ASK",
    "Sums, shares and rises are reckoned right, and a measure has one value.",
    _FROM,
)
def percentages_agree(paper: Paper) -> Iterator[Found]:
    """R51: parts that make no whole, a share or a rise that is another, a measure told twice.

    A share is held against the numbers that it is of: "31 of 50 (72%)"; a rise against what it was
    and is: "from 910 to 1,240, an increase of 230". A note's shares are reckoned again as well.
    A measure of one time that stands anywhere in the paper with another value is asked once.
    """
    asked: set[str] = set()
    for found in _reckoned_in_prose(paper):
        asked.update(found.facts)
        yield found
    yield from of_each_with_notes(paper, _reckoned_in_notes, SHARE_OF)
    for one, other in told_twice(paper):
        if not asked & {one.measure.sentence, other.measure.sentence}:
            same = "the same thing at the same time"
            yield _differ(one.place, one.measure, other.measure, other.where, same)
            asked |= {one.measure.sentence, other.measure.sentence}
    for told, again in figures_told_otherwise(paper):
        if not asked & {told.figure.sentence, again.figure.sentence}:
            yield _differ(told.place, told.figure, again.figure, again.where, "the same thing")


def _differ(
    place: Place, told: Measure | Figure, again: Measure | Figure, where: str, same: str
) -> Found:
    """Return what is asked of a value that is told otherwise elsewhere, of the `same` thing."""
    text = (
        f"“{told.typed}” is said here, and {where} has “{again.typed}” of {same}, "
        f"“{shortened(again.sentence)}”: which is right?"
    )
    about = f"{told.typed} {again.typed}"
    return Found(place, text, (told.sentence, again.sentence), about=about)


def _reckoned_in_prose(paper: Paper) -> Iterator[Found]:
    """Yield what is wrong in a passage's own sums, and what the plan has otherwise."""
    for words in prose_words(paper):
        if not _MAY_RECKON.search(words.text):
            continue
        place = place_of_words(paper, words)
        if words.passage.kind == "table":
            table = words.passage.text
            for text, fact in (*_wrong_columns(table), *wrong_changes(table)):
                yield Found(place, text, (fact,), about=fact)
        for text, fact, is_money in wrong_parts_in(words):
            if not is_money:
                yield Found(place, text, (fact,), about=fact)
        before = ""
        for sentence, _ in sentences_of(words):
            wrong = wrong_share_told(sentence, before) or _wrong_rise(sentence)
            no_sum = _no_sum(sentence, before)
            before = sentence
            if text := _no_hundred(sentence) or wrong or no_sum:
                yield Found(place, text, (sentence,), about=sentence)
            elif _NOW_AND_THEN.search(sentence):
                yield from _otherwise_in_note(paper, words, sentence)
    yield from _unlike_tables(paper)


_MAY_RECKON = re.compile(r"%|cent|\d[^.;]*\d| (?:half|third|quarter|fifth)s?\b")


def _unlike_tables(paper: Paper) -> Iterator[Found]:
    """Yield where a sentence counts what the table below it makes another number of."""
    for words, after in pairwise(report_words(paper)):
        is_above = after.passage.kind == "table" and words.passage.kind != "table"
        if not is_above or words.passage.section != after.passage.section:
            continue
        for sentence, _ in sentences_of(words):
            if told := _unlike_count(sentence, after.passage.text):
                typed, right = told
                text = f"“{typed}” is said here, and the table below makes {right}: which is right?"
                yield Found(place_of_words(paper, words), text, (sentence,), about=sentence)


@remembered
def _unlike_count(sentence: str, table: str) -> tuple[str, str] | None:
    """Return the one number of a sentence with what it counts, and what the table makes it."""
    found = list(_COUNTED.finditer(in_figures(sentence)))
    for word in found[0]["what"].split() if len(found) == 1 else ():
        figure = float(found[0]["figure"].replace(",", ""))
        if right := unlike_count(figure, word, sentence, table):
            return f"{found[0]['figure']} {word}", right
    return None


_COUNTED = re.compile(
    r"(?<![\w.,/£–-])(?!(?:19|20)\d\d\b)(?P<figure>\d[\d,]*(?:\.\d+)?)(?![\d%/–-]|[.,]\d) "
    r"(?P<what>(?:[A-Za-z][A-Za-z-]+ ){0,2}[A-Za-z][A-Za-z-]+)"
)


@remembered_by_row
def _reckoned_in_notes(_: Action, notes: Notes) -> tuple[Said, ...]:
    found = ((one.text, _wrong_in(one.text)) for one in notes)
    return tuple(Said("progress", told, (text,), about=text) for text, told in found if told)


def _wrong_in(text: str) -> str:
    """Return what is said of the first share of a note that is another by its numbers."""
    before = ""
    for sentence in sentences_in(text) if may_be_a_share(text) else ():
        if told := wrong_share_told(sentence, before):
            return told
        before = sentence
    return ""


def _wrong_rise(sentence: str) -> str:
    return wrong_rise(sentence) or wrong_direction(sentence)


@remembered
def _no_hundred(sentence: str) -> str:
    figures = [float(one["figure"]) for one in _PERCENT.finditer(sentence)]
    said = _OF_REPLIES.sub(" ", sentence)
    if len(figures) < _FEWEST or _NOT_OF_ONE_WHOLE.search(said):
        return ""
    if said != sentence and len(_NO_VIEW.findall(said)) == 1 and sum(figures) > _WHOLE:
        return _sum_of(figures, sentence)
    is_vote = all(one.search(sentence) for one in (_AGREES, _DISAGREES, _UNSURE))
    if not is_vote and not _DIVIDED.search(sentence):
        return ""
    return _sum_of(figures, sentence)


@remembered
def _no_sum(sentence: str, before: str) -> str:
    """Return what is said of a number of things whose parts make another, money being R41's."""
    told = wrong_whole(sentence, before)
    return told[1] if told is not None and told[0] == "count" else ""


def _sum_of(figures: list[float], sentence: str) -> str:
    total = sum(figures)
    if abs(total - _WHOLE) <= _ROUNDING * len(figures) + _SLACK:
        return ""
    return f"“{shortened(sentence)}”: the percentages make {total:.10g}, not 100."


@remembered
def _wrong_columns(table: str) -> tuple[tuple[str, str], ...]:
    """Return what is said of each column of percentages whose total is 100 and which makes none."""
    rows = [[plain_of(cell).strip() for cell in row] for row in rows_of(table)]
    if len(rows) < _FEWEST + 1 or not rows[-1][0].casefold().startswith(("total", "all")):
        return ()
    found = []
    for column in range(1, len(rows[0])):
        cells = [_PERCENT.fullmatch(row[column]) for row in rows[1:] if row[column]]
        figures = [float(one["figure"]) for one in cells if one is not None]
        if len(figures) < len(cells) or len(figures) < _FEWEST or figures[-1] != _WHOLE:
            continue
        told = sum(figures[:-1])
        if abs(told - _WHOLE) > _ROUNDING * len(figures) + _SLACK:
            named = rows[0][column] or "a column"
            text = f"The total of “{named}” says 100%, and the rows make {told:.10g}%."
            found.append((text, named))
    return tuple(found)


_FEWEST_STEMS, _SHARE = 3, 0.6
_NOW_AND_THEN = re.compile(
    r"(?<![\d.,–-])(?P<now>\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent\b),? \(?(?:against|compared (?:with|"
    r"to)|up from|down from|from) (?P<then>\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent\b)",
    re.IGNORECASE,
)
"""Where a measure stands and where it stood: "36%, against 39% in 2025"."""
_STILL_NOW = timedelta(days=100)
"""A note that is older tells of another time than the report."""


def _otherwise_in_note(paper: Paper, words: Words, sentence: str) -> Iterator[Found]:
    """Yield the measure that stood at one figure by report and note, and stands now at two."""
    ours = list(_NOW_AND_THEN.finditer(sentence))
    for action in paper.plan.actions if len(ours) == 1 else ():
        notes = paper.plan.notes_of(action.id)
        theirs = list(_NOW_AND_THEN.finditer(notes[-1].text)) if notes else []
        if len(theirs) != 1 or not speaks_of(
            sentence, action.text, fewest=_FEWEST_STEMS, share=_SHARE
        ):
            continue
        noted = read_date(notes[-1].as_at)
        is_of_now = noted is None or paper.judged_at - noted.last <= _STILL_NOW
        (now, then), (other, before) = (
            (float(one["now"]), float(one["then"])) for one in (*ours, *theirs)
        )
        if then == before and abs(now - other) >= 1 and is_of_now:
            ref = paper.plan.refs_in_words(action.id)
            text = (
                f"“{ours[0]['now']}%” is said here, and the note of action {ref} has "
                f"“{theirs[0]['now']}%”: which is right?"
            )
            place = place_of_words(paper, words)
            yield Found(place, text, (sentence, theirs[0][0]), about=f"{ref} now")


SHARE_CHECKS: tuple[Check, ...] = (percentages_agree,)
