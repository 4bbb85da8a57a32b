"""One sum of money as report and plan tell it, saved or spent, or the price of a thing: R41.

"The programme saved £3.2 million in 2026/27" and "£2.3 million was saved in 2026/27 by the
programme" tell of one sum; so do "sensors cost £40,000" and "buy sensors at a cost of £55,000". A
target is none that was reached, and what one of several costs is not what they cost together.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan.checks.facts.report_text import place_of_words, prose_words, sentences_of
from plan.checks.facts.spoken_of import stems_of
from plan.checks.facts.told_amounts import AMOUNT, amounts_in
from plan.checks.paper import Paper, once_for_each_paper
from plan.model.finding import Place
from plan.model.rows import Action, ProgressNote
from plan.papers.places import action_place
from plan.reading.atoms import word_set
from plan.reading.dates import A_MONTH
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered, remembered_by_row
from plan.text.sentences import sentences_in

_DONE = {
    "saved": r"saved|savings? (?:of|made|achieved|delivered|realised)|(?:made|achieved|delivered|"
    r"realised|found) savings?",
    "spent": r"spent|spending|expenditure|paid|invested",
    "received": r"received|raised|collected|recovered|brought in|generated|income",
}
_VERB = late_pattern(
    r"\b(?:" + "|".join(rf"(?P<d{k}>{words})" for k, words in enumerate(_DONE.values())) + r")\b",
    re.IGNORECASE,
)
_YEAR = late_pattern(
    rf"\b(?P<first>20\d\d)(?: ?[/–-] ?(?P<last>\d\d(?:\d\d)?))?(?![\d,])|\b{A_MONTH}\b"
)
_NOT_YET = late_pattern(
    r"\b(?:will|would|should|could|may|might|to be|target\w*|aim\w*|plan(?:s|ned)? to|expected?|"
    r"forecast\w*|estimat\w+|project(?:ed|ion)|budget\w*|if|national\w*|other councils?|proposed|"
    r"further|another|additional|of which|includ\w+|average|each|per|a (?:week|month|day))\b",
    re.IGNORECASE,
)
_ASIDE = late_pattern(
    r",? (?:against|compared (?:with|to)|from|up from|down from|but|while|whereas|instead of|"
    r"rather "
    r"than)\b.*|;.*|\band no more\b.*|\([^)]*\)",
    re.IGNORECASE,
)
"""What follows a sum and is of another: what it is held against."""
_COMMON = word_set(
    "this that which will from with have been council year years plan report total were made spent "
    "saved saving savings paid received raised income spending expenditure million thousand first "
    "over under more less than also only last achieved delivered realised found brought generated "
    "collected recovered invested pounds service services the and for was has had now were are our "
    "its all was through into came come per out two new who they not any"
)
_FEWEST, _SHARE = 2, 0.6


class _Sum(NamedTuple):
    """An amount that was saved or spent: how much, what of, when, and where it is told."""

    what: str
    amount: float
    typed: str
    slack: float
    years: frozenset[str]
    about: frozenset[str]
    names: frozenset[str]


@remembered
def _sums_in(sentence: str) -> tuple[_Sum, ...]:
    if "£" not in sentence or not any(map(sentence.lower().__contains__, _HINTS)):
        return ()
    if not _VERB.search(sentence):
        return ()
    said = _ASIDE.sub(" ", sentence)
    found = list(AMOUNT.finditer(said))
    verbs = list(_VERB.finditer(said))
    kinds = {next(what for k, what in enumerate(_DONE) if one[f"d{k}"]) for one in verbs}
    if len(found) != 1 or len(kinds) != 1 or _NOT_YET.search(said):
        return ()
    ((amount, typed),) = amounts_in(found[0][0]) or ((0.0, ""),)
    years = frozenset(
        f"{one['first']}/{(one['last'] or '')[-2:]}" for one in _YEAR.finditer(said) if one["first"]
    )
    about = stems_of(_YEAR.sub(" ", said.replace(found[0][0], " ")), _COMMON, long=3)
    names = frozenset(_NAME.findall(said))
    return (_Sum(kinds.pop(), amount, typed, _slack(typed), years, about, names),) if amount else ()


_HINTS = (
    *("saved", "saving", "spent", "spend", "paid", "invested", "received", "raised", "collected"),
    *("recovered", "brought in", "generated", "income", "expenditure"),
)
"""Letters of which some stand wherever `_VERB` matches: without them we do not look."""
_NAME = late_pattern(r"(?<=[a-z,] )[A-Z][a-z]\w+")


def _slack(typed: str) -> float:
    """Return what an amount may be off by as typed: half of its last digit that is no nought."""
    figure = "".join(re.findall(r"\d[\d,]*(?:\.\d+)?", typed)[:1]).replace(",", "")
    scale = amounts_in(typed.replace("£", "£", 1))[0][0] / float(figure)
    places = len(figure.partition(".")[2])
    noughts = 0 if places else len(figure) - len(figure.rstrip("0"))
    return scale * 10.0 ** (noughts - places) / 2


def sums_told_twice(paper: Paper) -> Iterator[tuple[Place, str, tuple[str, str]]]:
    """Yield where what was saved or spent is another sum in another place of the paper."""
    earlier: dict[str, list[tuple[_Sum, str]]] = {}
    asked: set[frozenset[str]] = set()
    for place, where, one in _sums(paper):
        for other, there in earlier.get(one.what, ()):
            pair = frozenset((one.typed, other.typed))
            if pair not in asked and _is_told_otherwise(one, other):
                asked.add(pair)
                text = (
                    f"“{one.typed}” was {one.what} by {where}, and “{other.typed}” by {there}, of "
                    "the same thing: which is right?"
                )
                yield place, text, (one.typed, other.typed)
                break
        earlier.setdefault(one.what, []).append((one, there_is(where)))


def there_is(where: str) -> str:
    """Return how the place of a sum is called from another one."""
    return "another" if where == _HERE else where


_HERE = "this sentence"


def _is_told_otherwise(one: _Sum, other: _Sum) -> bool:
    if abs(one.amount - other.amount) <= one.slack + other.slack or one.years != other.years:
        return False
    if not one.years and sorted(_digits(one.typed)) != sorted(_digits(other.typed)):
        return False
    if one.names and other.names and not one.names & other.names:
        return False
    shared, lengths = len(one.about & other.about), sorted((len(one.about), len(other.about)))
    return shared >= _FEWEST and shared >= _SHARE * lengths[0]


def _digits(typed: str) -> str:
    return re.sub(r"\D", "", typed)


def _sums(paper: Paper) -> Iterator[tuple[Place, str, _Sum]]:
    for words in prose_words(paper):
        if "£" in words.text and words.passage.kind != "table":
            for sentence, _ in sentences_of(words):
                for one in _sums_in(sentence):
                    yield place_of_words(paper, words), _HERE, one
    told = ((action, notes) for action, notes in paper.noted if "£" in notes[-1].text)
    for action, notes in told:
        for one in _sums_of_note(notes[-1]):
            where = f"the note of action {paper.plan.refs_in_words(action.id)}"
            yield action_place(paper.plan, action.id, "progress"), where, one


@remembered_by_row
def _sums_of_note(note: ProgressNote) -> tuple[_Sum, ...]:
    return tuple(one for sentence in sentences_in(note.text) for one in _sums_in(sentence))


# What a thing costs

_NOUN = r"(?!(?:on|of|in|for|to|at|with|and|the|by|from|is|are|was|that)\b)[a-z][\w’'-]{2,}"
_THING = rf"(?P<what>(?:{_NOUN} ){{0,3}}?{_NOUN})"
_SO_MUCH = r"(?P<sum>£ ?\d[\d,]*(?:\.\d+)?(?: ?(?:million|m|k)\b)?)"
_DET = r"(?:(?:the|a|an|all|new|these|its|our|two|three|\d+) )*"
_ROUND = r"(?:about |around |up to |some |an estimated |a total of )?"
_PRICED = (
    late_pattern(
        rf"(?:\A\W*|, |[;:] | and | that ){_DET}{_THING} (?:(?:will|would|is expected to|are "
        rf"expected to|"
        rf"are to|is to|is estimated to|are estimated to) )?(?:cost|costs|be bought for|are "
        rf"priced at|"
        rf"is priced at) {_ROUND}{_SO_MUCH}",
        re.IGNORECASE,
    ),
    late_pattern(
        rf"\b(?:cost|price) of {_DET}{_THING} (?:is|are|will be|comes to|at|of|:|is put at|is "
        rf"estimated "
        rf"at|has been put at) {_ROUND}{_SO_MUCH}",
        re.IGNORECASE,
    ),
    late_pattern(
        rf"\A\W*(?:buy|purchase|install|fit|build|procure|order|acquire|lease|replace|provide|"
        rf"supply) "
        rf"{_DET}{_THING}(?: (?:for|in|at|to|on|of|with) [^.;£]{{2,60}}?)?,? (?:at an? (?:[a-z]+ "
        rf")?cost "
        rf"of|costing|for|at|priced at) {_ROUND}{_SO_MUCH}",
        re.IGNORECASE,
    ),
    late_pattern(
        rf"{_SO_MUCH} (?:(?:is|has been|will be|was) (?:[a-z]+ ){{1,3}})?(?:for|to buy|to "
        rf"install|to fit|"
        rf"to build|to purchase) {_DET}{_THING}(?=[,.;:)]| (?:is|are|in|for|at|from|and|to)\b)",
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


class _Price(NamedTuple):
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


_SHORTEST = 3


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
