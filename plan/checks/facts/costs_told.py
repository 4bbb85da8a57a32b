"""What a thing costs, as a sentence of the report and the action that buys it tell it: R41.

"Sensors cost £40,000" and "buy sensors at a cost of £55,000" tell of one price; what one of several
costs is not what they cost together.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan.checks.facts.told_amounts import amounts_in
from plan.checks.paper import Paper, once_for_each_paper
from plan.model.rows import Action
from plan.reading.atoms import word_set
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered, remembered_by_row

_NOUN = r"(?!(?:on|of|in|for|to|at|with|and|the|by|from|is|are|was|that)\b)[a-z][\w’'-]{2,}"
_THING = rf"(?P<what>(?:{_NOUN} ){{0,3}}?{_NOUN})"
_SO_MUCH = r"(?P<sum>£ ?\d[\d,]*(?:\.\d+)?(?: ?(?:million|m|k)\b)?)"
_DET = r"(?:(?:the|a|an|all|new|these|its|our|two|three|\d+) )*"
_ROUND = r"(?:about |around |up to |some |an estimated |a total of )?"
_PRICED = (
    late_pattern(
        rf"(?:\A\W*|, |[;:] | and | that ){_DET}{_THING} "
        r"(?:(?:will|would|is expected to|are expected to|are to|is to|is estimated to|"
        r"are estimated to) )?(?:cost|costs|be bought for|are priced at|is priced at) "
        rf"{_ROUND}{_SO_MUCH}",
        re.IGNORECASE,
    ),
    late_pattern(
        rf"\b(?:cost|price) of {_DET}{_THING} (?:is|are|will be|comes to|at|of|:|is put at|"
        rf"is estimated at|has been put at) {_ROUND}{_SO_MUCH}",
        re.IGNORECASE,
    ),
    late_pattern(
        r"\A\W*(?:buy|purchase|install|fit|build|procure|order|acquire|lease|replace|provide|"
        rf"supply) {_DET}{_THING}(?: (?:for|in|at|to|on|of|with) [^.;£]{{2,60}}?)?,? "
        rf"(?:at an? (?:[a-z]+ )?cost of|costing|for|at|priced at) {_ROUND}{_SO_MUCH}",
        re.IGNORECASE,
    ),
    late_pattern(
        rf"{_SO_MUCH} (?:(?:is|has been|will be|was) (?:[a-z]+ ){{1,3}})?"
        rf"(?:for|to buy|to install|to fit|to build|to purchase) {_DET}{_THING}"
        r"(?=[,.;:)]| (?:is|are|in|for|at|from|and|to)\b)",
        re.IGNORECASE,
    ),
)
_OF_EACH = late_pattern(
    r"\A ?(?:each|apiece|per\b|an?\b|every|a (?:year|month|week)|for each)|\A[^.;]{0,30}\beach\b",
    re.IGNORECASE,
)
_NOT_A_THING = word_set(
    "this that which work works plan actions action costs cost it they total remainder rest sum "
    "amount funding budget grant year council service changes proposals project programme each "
    "these those first second phase part share"
)
_NOT_THE_SAME = late_pattern(
    r"\b(?:second|further|another|additional|other|last|previous|earlier|instead|first|phase|half|"
    r"some|most|if|would|could|option|was|were|had|saves?|saving)\b",
    re.IGNORECASE,
)


_SHORTEST = 3
"""Letters of a word that names a thing."""


class _Price(NamedTuple):
    """What a thing costs: the word that names it, the words before that, and the sum."""

    head: str
    names: frozenset[str]
    amount: float
    typed: str


@remembered
def _prices_in(sentence: str) -> tuple[_Price, ...]:
    if sentence.count("£") != 1 or _NOT_THE_SAME.search(sentence):
        return ()
    for pattern in _PRICED:
        found = pattern.search(sentence)
        if found is None or _OF_EACH.match(sentence[found.end("sum") :]):
            continue
        words = found["what"].casefold().split()
        head = words[-1].removesuffix("s")
        if words[-1] in _NOT_A_THING or len(head) < _SHORTEST:
            continue
        ((amount, typed),) = amounts_in(found["sum"])
        return (_Price(head, frozenset(word[:5] for word in words[:-1]), amount, typed),)
    return ()


@remembered_by_row
def _prices_of(action: Action) -> tuple[_Price, ...]:
    texts = (action.text, *action.success_criteria)
    return tuple(one for text in texts if "£" in text for one in _prices_in(text))


@once_for_each_paper
def _with_money(paper: Paper) -> tuple[Action, ...]:
    return tuple(
        one
        for one in paper.plan.actions
        if "£" in one.text or any("£" in text for text in one.success_criteria)
    )


def priced_otherwise(paper: Paper, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield what a sentence says of the price of a thing that one action has otherwise."""
    priced = _with_money(paper) if "£" in sentence else ()
    for ours in _prices_in(sentence) if priced else ():
        same = [
            (action, theirs)
            for action in priced
            for theirs in _prices_of(action)
            if theirs.head == ours.head
            and (theirs.names <= ours.names or ours.names <= theirs.names)
        ]
        if len(same) == 1 and same[0][1].amount != ours.amount:
            action, theirs = same[0]
            said = (
                f"“{ours.typed}” is said here, and action {paper.plan.refs_in_words(action.id)} has"
            )
            yield f"{said} “{theirs.typed}” for the same: which is right?", ours.typed
