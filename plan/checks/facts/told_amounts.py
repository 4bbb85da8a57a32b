"""One sum that is told twice, and otherwise: what R16 asks of amounts and of what is saved."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

from plan.checks.check import Found
from plan.checks.facts.report_text import (
    Words,
    report_sections,
    report_words,
    sentences_of,
    words_in,
)
from plan.checks.facts.spoken_of import stems_of
from plan.checks.facts.table_sums import unlike_table
from plan.checks.paper import Paper
from plan.model.rows import Action
from plan.papers.markdown import plain_of
from plan.papers.passage_tables import rows_of
from plan.papers.places import passage_place
from plan.reading.atoms import word_set
from plan.reading.number_words import in_figures
from plan.text.remembered import remembered, remembered_by_row
from plan.text.sentences import sentences_in

AMOUNT = re.compile(
    r"£\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:m(?:illion|n)?\b|bn\b|billion\b|k\b))?",
    re.IGNORECASE,
)
_OF_EACH = re.compile(
    r" ?(?:(?:an?|per) (?!year|annum)[a-z]|(?:for )?(?:each|every)\b(?! year))", re.IGNORECASE
)
"""What stands behind the price of one, or of a week of it."""
_IS_PAST = re.compile(
    r"\b(?:fell|fallen|rose|risen|spent|received|awarded|turnover|last year|to date)\b",
    re.IGNORECASE,
)
_INCOME = re.compile(
    r"\b(?:income|bring(?:s|ing)? in|raises?|raising|generat\w+|yields?|receipts?)\b", re.IGNORECASE
)
_EXPECTED = re.compile(
    r"\b(?:expect\w*|estimat\w+|forecast\w*|project(?:ed|ion)|assum\w+|would|will)\b", re.IGNORECASE
)
_YEARLY = re.compile(
    r"\b(?:a|per|each|every) (?:full )?(?:year|annum)\b|\bannual\w*|\bfull year\b", re.IGNORECASE
)
_COMMON = word_set(
    "this that which will from with have been council costs cost total funding funded "
    "budget budgets estimated approved additional existing year years plan report would "
    "pounds each were made"
)


_AS_THE_TABLE = re.compile(r"\btables?\b", re.IGNORECASE)
_TOTAL = re.compile(r"\W*(?:grand |overall )?totals?\b", re.IGNORECASE)
_BELOW = re.compile(
    r"\bunderspen[dt]\w*\b[^.;£]{0,40}(?P<before>£ ?\d[\d,.]*\d)|"
    r"(?P<after>£ ?\d[\d,.]*\d)(?: (?:net|forecast|projected|expected))?[ -]underspen[dt]\w*\b",
    re.IGNORECASE,
)
_ABOVE = re.compile(_BELOW.pattern.replace("under", "over"), re.IGNORECASE)


def told_otherwise(paper: Paper) -> Iterator[Found]:
    """Yield a sum that its table has otherwise, is over and under, or is exceeded by the plan."""
    said = report_words(paper)
    if not any("£" in words.text for words in said):
        return
    yield from _otherwise_in_table(paper, said)
    yield from _over_and_under(paper, said)
    yield from _more_in_plan(paper, said)


def _otherwise_in_table(paper: Paper, said: tuple[Words, ...]) -> Iterator[Found]:
    """Yield where a sentence gives one sum "as the table shows", and the table below another."""
    for words, after in pairwise(said):
        if after.passage.kind != "table" or words.passage.kind == "table":
            continue
        is_of_it = words.passage.section == after.passage.section
        for sentence, _ in sentences_of(words) if is_of_it else ():
            told = amounts_in(sentence)
            text = _unlike_table(sentence, told[0], after.passage.text) if len(told) == 1 else ""
            if text:
                place = passage_place(paper.plan, words.passage)
                yield Found(place, text, (sentence, told[0][1]), about="table")


@remembered
def _unlike_table(sentence: str, told: tuple[float, str], table: str) -> str:
    """Return what is asked where the table has another total than the sentence above it."""
    amount, typed = told
    totals = _totals(table) if _AS_THE_TABLE.search(sentence) else ()
    if totals and amount not in {one for one, _ in totals}:
        return (
            f"“{typed}” is said to be in the table, and its total is “{totals[-1][1]}”: which is "
            "right?"
        )
    right = unlike_table(sentence, amount, rounding_of(typed), table)
    if not right:
        return ""
    return f"“{typed}” is said here, and the table below makes £{right}: which is right?"


def rounding_of(typed: str) -> float:
    """Return what an amount as typed may be off by: £50,000 for "£1.2m", nothing for "£421,000"."""
    ((step, _),) = amounts_in(re.sub(r"\d[\d,]*(?:\.\d+)?", "1", typed, count=1)) or ((1.0, ""),)
    places = len(typed.partition(".")[2].rstrip("abcdefghijklmnopqrstuvwxyz "))
    return step * 0.1**places / 2 if step > 1 else 0.0


@remembered
def _totals(table: str) -> tuple[tuple[float, str], ...]:
    rows = [[plain_of(cell).strip() for cell in row] for row in rows_of(table)]
    last = rows[-1] if rows else [""]
    return amounts_in(" ".join(last[1:])) if _TOTAL.match(last[0]) else ()


def _over_and_under(paper: Paper, said: tuple[Words, ...]) -> Iterator[Found]:
    """Yield where the same sum is to be underspent and overspent."""
    found: dict[str, Words] = {}
    for words in said:
        for match in _BELOW.finditer(words.text):
            found.setdefault(_figure(match), words)
    for words in said if found else ():
        for match in _ABOVE.finditer(words.text):
            if (other := found.get(_figure(match))) is not None:
                typed = (match["before"] or match["after"]).strip()
                text = f"“{typed}” is said to be underspent and to be overspent: which is right?"
                yield Found(passage_place(paper.plan, other.passage), text, (typed,), about="spent")
                return


def _figure(found: re.Match[str]) -> str:
    return re.sub(r"\D", "", found["before"] or found["after"])


def _more_in_plan(paper: Paper, said: tuple[Words, ...]) -> Iterator[Found]:
    """Yield where the actions save more a year than the report says that the whole does."""
    told = [
        (words, amounts[0])
        for words in said
        for sentence, _ in (sentences_of(words) if "£" in words.text else ())
        if _SAVES_IN_ALL.search(sentence) and _YEARLY.search(sentence)
        if len(amounts := _yearly_in(sentence)) == 1
    ]
    if len({amount for _, (amount, _) in told}) != 1:
        return
    words, (amount, typed) = told[0]
    saved = [(one, found) for one in paper.open_actions for found in _saved_by(one)]
    if sum(found[0] for _, found in saved) > amount:
        refs = " and ".join(dict.fromkeys(paper.plan.refs_in_words(one.id) for one, _ in saved))
        named = " and ".join(f"“{found[1]}”" for _, found in saved)
        text = f"“{typed}” a year is to be saved in all, and {named} in {refs}: which is right?"
        yield Found(passage_place(paper.plan, words.passage), text, (typed, named), about="plan")


_SAVES_IN_ALL = re.compile(
    r"\b(?:this|it|the (?:plan|proposals?|changes?|closures?|decisions?|redesign|review|"
    r"programme))\b[^.;£]{0,40}\bsav(?:es?|ing)\b",
    re.IGNORECASE,
)


@remembered_by_row
def _saved_by(action: Action) -> tuple[tuple[float, str], ...]:
    """Return what an action saves a year, by its own words or its criteria."""
    texts = (action.text, *action.success_criteria)
    return tuple(
        amounts[0]
        for text in texts
        if "£" in text and _SAVINGS.search(text) and _YEARLY.search(text)
        if len(amounts := _yearly_in(text)) == 1
    )


_Told: TypeAlias = tuple[float, str, frozenset[str], str]
"""An amount, as typed, with the stems of its sentence, and the sentence."""


def amounts_differ(paper: Paper, financial: str, said: tuple[Words, ...]) -> Iterator[Found]:
    """Yield the question where two sections name one amount each, of the same thing, and differ."""
    ours = list(_amounts(said))
    if len({one[0] for one in ours}) != 1:
        return
    amount, typed, about, sentence = ours[0]
    if _is_rate(typed, sentence):
        return
    for section in report_sections(paper):
        others = words_in(paper, section.id) if section.id != financial else ()
        named = list(_amounts(others))
        past = {said for said in {one[3] for one in named} if _IS_PAST.search(said)}
        theirs = [one for one in named if one[3] not in past and not _is_rate(one[1], one[3])]
        same = [one for one in theirs if one[2] & about]
        if not same or _is_so_many_times(sentence, amount, same[0]):
            continue
        if amount not in {one[0] for one in theirs} and len({one[0] for one in same}) == 1:
            text = (
                f"“{typed}” is said here, and “{same[0][1]}” under “{section.heading}”: which is "
                "right?"
            )
            place = passage_place(paper.plan, said[0].passage)
            yield Found(place, text, (typed, same[0][1]), about="amounts")
            return


def _is_so_many_times(sentence: str, amount: float, other: _Told) -> bool:
    """Return whether one amount is the other for many, by a number that one of them tells.

    Nor are two the same sum of which one is a price and the other fills a budget.
    """
    large, small = max(amount, other[0]), min(amount, other[0])
    numbers = _NUMBER.findall(in_figures(f"{sentence} {other[3]}"))
    times = large / small if small else _PRICE_OF_ONE
    return times >= _PRICE_OF_ONE or times in {float(one.replace(",", "")) for one in numbers}


_NUMBER = re.compile(r"(?<![£\d.,])\d[\d,]*(?<!,)(?![\d.])")
_PRICE_OF_ONE = 100
"""So many times a sum are no slip of it: a permit at £60, and £84,000 from all of them."""


def _is_rate(typed: str, sentence: str) -> bool:
    """Return whether an amount is that of one, or of a week: no sum is held against it."""
    behind = sentence.partition(typed)[2]
    return _OF_EACH.match(behind) is not None


def _amounts(said: tuple[Words, ...]) -> Iterator[_Told]:
    """Yield each amount, as typed, with the stems of its sentence, and the sentence."""
    for words in said:
        for sentence in sentences_in(words.text):
            for figure, typed in amounts_in(sentence):
                yield figure, typed, stems_of(sentence, _COMMON), sentence


def incomes_differ(paper: Paper) -> Iterator[Found]:
    """Yield the question where the report tells of two incomes, or two savings, of a year.

    Each stands in a sentence of its own, and one of them says from where no otherwise than the
    other: two that each have their source may well be two.
    """
    for what, pattern in (("income", _INCOME), ("saving", _SAVINGS)):
        found = [
            (words, amounts[0], stems_of(_up_to(sentence, amounts[0][1]), _COMMON) - _OF_ANY_SUM)
            for words in report_words(paper)
            for sentence, _ in (sentences_of(words) if "£" in words.text else ())
            if pattern.search(sentence) and _YEARLY.search(sentence)
            if what == "saving" or _EXPECTED.search(sentence)
            if len(amounts := _yearly_in(sentence)) == 1
        ]
        if len(found) != _TWO or found[0][1][0] == found[1][1][0]:
            continue
        (_, (_, first), ours), (words, (_, second), theirs) = found
        if not ours or not theirs or ours & theirs:
            text = (
                f"“{second}” of {what} a year is told here, and “{first}” elsewhere: which is "
                "right?"
            )
            yield Found(passage_place(paper.plan, words.passage), text, (first, second), about=what)


_SAVED = re.compile(r"\b(?:sav(?:es?|ed|ing)|savings? of) (?:[a-z]+ ){0,3}\Z", re.IGNORECASE)
"""What stands before what is saved, beside what something costs: "saves £9 a year, after £2"."""
_SAVINGS = re.compile(r"\b(?:sav(?:es?|ed|ing|ings))\b", re.IGNORECASE)
_OF_ANY_SUM = frozenset(
    ("incom", "expec", "estim", "inclu", "reven", "savin", "saves", "saved", "agree", "annua",
     "reduc", "recur", "total", "about", "years", "propo", "chang", "measu", "recom", "whole",
     "after", "plan")
)  # fmt: skip
"""How words begin that say nothing of where a sum is from."""
_TWO = 2


def _up_to(sentence: str, amount: str) -> str:
    """Return what a sentence says until an amount; all of it where that is its only one."""
    if sentence.count("£") == 1:
        return sentence
    before, said, _ = sentence.partition(amount)
    return before + said


def _yearly_in(sentence: str) -> list[tuple[float, str]]:
    """Return the amount of a sentence, as typed; of several those that are said to be of a year."""
    found = list(AMOUNT.finditer(sentence))
    if len(found) > 1:
        found = [one for one in found if _YEARLY.match(sentence[one.end() :].lstrip())]
    if len(found) > 1:
        found = [one for one in found if _SAVED.search(sentence[: one.start()])] or found
    return [amount for one in found for amount in amounts_in(one[0])]


_AMOUNT = re.compile(
    r"£\s?(?P<figure>\d+(?:,\d{3})*(?:\.\d+)?)\s?(?P<scale>m(?:illion|n)?\b|bn\b|billion\b|k\b)?",
    re.IGNORECASE,
)
_SCALES = {"m": 1_000_000, "k": 1_000, "b": 1_000_000_000}


def _has_money(text: str) -> bool:
    return "£" in text or " pounds" in text


def _in_pounds(text: str) -> str:
    return in_figures(text) if " pounds" in text else text


@remembered
def amounts_in(text: str) -> tuple[tuple[float, str], ...]:
    """Return the amounts of money in a text, in pounds, each with how it is typed."""
    return tuple(
        (
            float(found["figure"].replace(",", ""))
            * _SCALES.get((found["scale"] or "")[:1].lower(), 1),
            found[0].strip(),
        )
        for found in (_AMOUNT.finditer(_in_pounds(text)) if _has_money(text) else ())
    )
