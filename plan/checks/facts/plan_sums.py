"""The same money told twice and otherwise: what is decided, what the plan costs as a whole: R16.

A recommendation's amount that nothing else in the paper has, where the report tells another one of
the same fund or purpose; and two costs of the plan as a whole. Amounts that are the same when they
are rounded as they are typed, £1.2m and £1,196,000, are one.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan.checks.check import Found
from plan.checks.facts.report_text import Words, report_words, sentences_of
from plan.checks.facts.spoken_of import OF_ANY_PAPER, stems_of
from plan.checks.facts.told_amounts import amounts_in, rounding_of
from plan.checks.paper import Paper
from plan.papers.places import passage_place
from plan.reading.atoms import word_set
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered

_FUND = late_pattern(
    r"\b(?P<name>(?:[A-Z][\w’'-]+ (?:(?:and|of|for) )?){1,5}(?:Fund|Grant|Budget|Reserve|Programme|"
    r"Allocation|Account))\b"
)
_OF_A_PART = late_pattern(
    r"\b(?:up to|at least|about|around|nearly|almost|over £|under £|more than|less than|not "
    r"exceed\w*|maximum|of which|remain\w*|balance|first year|second year|(?:a|per|each|every) "
    r"(?:\w+ )?(?:year|month|week|home|pupil|head|annum)|annual\w*|saves?|saving\w*|income|further|"
    r"additional|extra|already|previous\w*|last year|spent|raise[sd]?|stood at|stands at|holds|"
    r"uncommitted|half|match\w*|includ\w+|excluding|instead|between|rather|reduced|"
    r"rise[sn]?|from £)"
    r"\b",
    re.IGNORECASE,
)
"""Words by which an amount is of a part, of a year, or of another time than the plan's own sum."""
_ASKED_FOR = late_pattern(
    r"\b(?:needs?|requires?|costs?|cost of|from the|funded|met|allocat\w*|approv\w*|asked for|"
    r"request\w*|release[sd]?|provid\w+|total\w*|set aside|budget)\b",
    re.IGNORECASE,
)
_A_YEAR = late_pattern(r"\b(?:19|20)\d\d[/–-]\d\d\b")
_OF_MONEY = OF_ANY_PAPER | word_set(
    "funds funding fund budget budgets costs total amount amounts money spend spending allocation "
    "change section financial implications requires sum plan pounds first where further"
)
_LEAST, _MOST = 0.5, 2.0
"""How far apart two amounts may lie that are told of one thing."""
_FEWEST_STEMS, _SHARE = 3, 0.6


class _Sum(NamedTuple):
    amount: float
    typed: str
    slack: float

    def is_like(self, other: "_Sum") -> bool:
        """Return whether two are the same as they are rounded."""
        return abs(self.amount - other.amount) <= max(self.slack, other.slack) * 1.001 + 0.01


@remembered
def _sums_in(text: str) -> tuple[_Sum, ...]:
    return tuple(_Sum(one, typed, rounding_of(typed)) for one, typed in amounts_in(text))


def plan_sums_differ(paper: Paper) -> Iterator[Found]:
    """Yield where a decision's amount, or the cost of the plan, is told twice and otherwise."""
    said = report_words(paper)
    if sum("£" in words.text for words in said) > 1:
        yield from _decided_otherwise(paper, said)
        yield from _costs_otherwise(paper, said)


def _decided_otherwise(paper: Paper, said: tuple[Words, ...]) -> Iterator[Found]:
    told = [(words, one) for words in said for one, _ in sentences_of(words) if "£" in one]
    decided = [one for one in told if one[0].passage.kind == "recommendation"]
    others = [one for one in told if one[0].passage.kind != "recommendation"]
    if not decided or not others:
        return
    held = [one for _, sentence in others for one in _all_sums_in(sentence)]
    held += [one for action in paper.plan.actions for one in _sums_in(action.text)]
    held += [
        one for action in paper.plan.actions for c in action.success_criteria for one in _sums_in(c)
    ]
    for words, sentence in decided:
        sums = _sums_in(sentence)
        if len(sums) != 1 or _OF_A_PART.search(sentence) or any(map(sums[0].is_like, held)):
            continue
        if (other := _told_of_it(sentence, sums[0], [one for _, one in others])) is not None:
            text = (
                f"“{sums[0].typed}” is to be decided here, and “{other.typed}” is told of it "
                "elsewhere in the report: which is right?"
            )
            place = passage_place(paper.plan, words.passage)
            yield Found(place, text, (sums[0].typed, other.typed), about="decided")


@remembered
def _all_sums_in(sentence: str) -> tuple[_Sum, ...]:
    """Return the amounts of a sentence, and the sum of them all."""
    sums = _sums_in(sentence)
    whole = _Sum(sum(one.amount for one in sums), "", sum(one.slack for one in sums))
    return (*sums, whole) if len(sums) > 1 else sums


def _told_of_it(sentence: str, ours: _Sum, others: list[str]) -> _Sum | None:
    """Return the amount that another sentence tells of the same fund or purpose, or None.

    None as well where several sentences tell several: then it is not known of which it is.
    """
    found: list[_Sum] = []
    for other in others:
        if _OF_A_PART.search(other) or not _ASKED_FOR.search(other):
            continue
        if not _is_of_one(sentence, other):
            continue
        least, most = _LEAST * ours.amount, _MOST * ours.amount
        near = [one for one in _sums_in(other) if least < one.amount < most]
        if near:
            found.append(min(near, key=lambda one: abs(one.amount - ours.amount)))
    if not found or not all(one.is_like(found[0]) for one in found):
        return None
    return found[0]


def _is_of_one(sentence: str, other: str) -> bool:
    """Return whether two sentences are of the money of one fund, or for one purpose."""
    years = set(_A_YEAR.findall(sentence)), set(_A_YEAR.findall(other))
    if all(years) and not years[0] & years[1]:
        return False
    funds = ({one["name"] for one in _FUND.finditer(text)} for text in (sentence, other))
    ours, theirs = ({name for name in names if " " in name.removeprefix("The ")} for names in funds)
    if ours or theirs:
        return bool(ours & theirs)
    stems, others = stems_of(sentence, _OF_MONEY), stems_of(other, _OF_MONEY)
    shared = len(stems & others)
    return shared >= _FEWEST_STEMS and shared >= _SHARE * len(stems)


# The plan as a whole

_MANY = (
    r"(?:whole |entire |improvement |action |full |total |overall |estimated |new |"
    r"two-year |three-year )*"
)
_NO_PART = r"(?![^.;£]{0,40}\b(?:first|second|third|year|aim|priority|action|each)\b)"
_THE_PLAN = r"(?:plan|programme of work|action programme)"
_COST = r"(?P<sum>£ ?\d[\d,]*(?:\.\d+)?(?: ?(?:m|million|k|bn)\b)?)"
_PLAN_COSTS = (
    late_pattern(
        rf"\b[Cc]osts? of (?:the|this) {_MANY}{_THE_PLAN}\b{_NO_PART}[^.;:£\d]{{0,40}}{_COST}"
    ),
    late_pattern(
        rf"\b(?:[Tt]he|[Tt]his) {_MANY}{_THE_PLAN} (?:as a whole |will |would |is expected to |is "
        rf"estimated to |in all )*(?:costs?|needs?|requires?|is costed at|comes to|totals?)\b"
        rf"{_NO_PART}(?! (?:\w+ )?(?:no|savings?))[^.;:£\d]{{0,25}}{_COST}"
    ),
    late_pattern(
        rf"{_COST} (?:is (?:needed|required|asked for) )?(?:to (?:deliver|fund|pay for|carry out)|"
        rf"for|as the cost of) (?:the|this) {_MANY}{_THE_PLAN}\b(?! (?:team|manager|lead|and|year))"
    ),
)
"""A sum that the plan costs as a whole, in any order."""
_TOTAL_COST = late_pattern(
    rf"\b[Tt]he (?:total|overall|full|whole) cost,? (?:is|of|comes to|will be|at|"
    rf"[,–]) ?[^.;:£\d]{{0,12}}{_COST}"
)
"""The same without a word of the plan: only where the report speaks of what the plan costs."""


@remembered
def _cost_in(sentence: str, section: str = "") -> _Sum | None:
    """Return what a sentence says that the plan as a whole costs, or None."""
    if "£" not in sentence or _OF_A_PART.search(sentence) or _A_YEAR.search(sentence):
        return None
    for pattern in (*_PLAN_COSTS, *((_TOTAL_COST,) if section == "financial" else ())):
        if found := pattern.search(sentence):
            return next(iter(_sums_in(found["sum"])), None)
    return None


def _costs_otherwise(paper: Paper, said: tuple[Words, ...]) -> Iterator[Found]:
    first: _Sum | None = None
    for words in said:
        for sentence, _ in sentences_of(words):
            cost = _cost_in(sentence, words.passage.section)
            if cost is None:
                continue
            if first is not None and not cost.is_like(first):
                text = (
                    f"The plan is said to cost “{first.typed}”, and here “{cost.typed}”: which is "
                    "right?"
                )
                place = passage_place(paper.plan, words.passage)
                yield Found(place, text, (first.typed, cost.typed), about="cost")
                return
            first = first or cost
