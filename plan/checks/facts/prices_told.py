"""Whether a price is that of what was bought: "12 homes for £780,000", "a home costs £56,000": R41.

The sum, how many it buys and what one costs may stand in one sentence or in two that follow each
other, in any order; the thing that is counted is the one that is priced.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan.checks.facts.spoken_of import singular
from plan.reading.number_words import in_figures
from plan.text.line_breaks import shortened
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered
from plan.text.signs import ANY_FIGURE, Signs

_SUM = r"(?P<sum>£ ?\d[\d,]*(?:\.\d+)?(?: ?(?:million|m|k)\b)?)"
_MANY = r"(?P<many>(?!(?:19|20)\d\d\b)\d{1,3}(?:,\d{3})*)(?![\d%/–-]|[.,]\d)"
_NAME = r"(?:[a-z][a-z-]+ ){0,2}?"
_BOUGHT = (
    late_pattern(
        rf"{_SUM} (?:(?:is|was|has been|will be) )?(?:needed |set aside |spent |"
        r"used )?(?:to [a-z]+ |for "
        r"|on |pays for |buys |bought |will buy )(?:the |its |"
        rf"these )?{_MANY} (?P<what>[a-z][a-z -]{{2,40}})"
    ),
    late_pattern(
        rf"\b{_MANY} (?P<what>[a-z][a-z -]{{2,40}}?) (?:(?:will|are|were|have been|"
        r"to be) )*(?:[a-z]+ )?(?:for|at|cost|costs|costing|priced at|at a cost of|"
        rf"at a total cost of)(?: a total of)? {_SUM}(?! (?:each|a |per ))"
    ),
)
_PRICED = (
    late_pattern(
        rf"\b(?:[Oo]n average,? )?(?:[Aa]n?|[Ee]ach|[Ee]very|[Oo]ne) (?P<what>{_NAME}[a-z-]{{3,}}) "
        r"(?:(?:will|would|has|had|on average|now|is expected to) )*(?:costs?|cost|"
        rf"comes to|is priced at|came to)(?: on average| an average of| about)? {_SUM}"
    ),
    late_pattern(
        rf"{_SUM} (?:an?|per|each|for each|for every|for an?|for one) (?P<what>{_NAME}[a-z-]{{3,}})"
    ),
    late_pattern(
        r"\b(?:[Aa]verage )?(?:cost|price) (?:of|per|for) (?:an?|each|every|"
        rf"one) (?P<what>{_NAME}[a-z-]{{3,}}) (?:is|was|of|has been|comes to|will be|at|"
        rf"being) {_SUM}"
    ),
)
_ROUGHLY = late_pattern(
    r"\b(?:about|around|nearly|almost|some £|over £|under £|more than|less than|up to|at least|"
    r"approximately|between|from £|would|if|plus|instead|other council\w*|elsewhere|national\w*|"
    r"last year|previous\w*|grants? of|saves?|saving)\b",
    re.IGNORECASE,
)
_A_RHYTHM = late_pattern(r"(?:year|month|week|day|hour|annum|quarter|time|term|head)s?\b")
_YEARS = late_pattern(
    rf"{_SUM} (?:a|per|each|every|in each) (?:financial )?year (?:for|over|during|"
    r"in each of) (?:the )?(?:next |first |coming )?(?P<many>\d{1,2}) years\b",
    signs=Signs("£", "year", ANY_FIGURE),
)
_IN_ALL = late_pattern(
    r"(?:\b(?:total(?:ling|s)?|total (?:cost )?of|comes? to|making|altogether|in all\b,?|sum of)"
    rf"[^.;£\d]{{0,15}} ?{_SUM}|{_SUM.replace('<sum>', '<other>')},? (?:in all\b|"
    r"in total|altogether))",
    signs=Signs("£", "total comes come making altogether all sum"),
)
_NEAR = 0.5


class _Price(NamedTuple):
    what: str
    typed: str
    value: float
    is_average: bool


@remembered
def wrong_price_told(sentence: str, before: str = "") -> str:
    """Return what is said of a price, or of so much a year, that makes another sum, or nothing.

    `before` is the sentence before it.
    """
    figures, earlier = in_figures(sentence), in_figures(before)
    if "£" not in figures or f"{earlier} {figures}".count("£") < _TWO:
        return ""
    if wrong := _wrong_years(figures):
        return f"“{shortened(sentence)}”: {wrong}"
    if _ROUGHLY.search(figures):
        return ""
    for price in _prices_in(figures):
        texts = (figures, earlier) if earlier and not _ROUGHLY.search(earlier) else (figures,)
        for text in texts:
            if wrong := _not_the_sum(price, text):
                return f"“{shortened(sentence)}”: {wrong}"
    for text in (earlier,):  # what one costs may be told first
        for price in _prices_in(text) if not _ROUGHLY.search(text) else ():
            if wrong := _not_the_sum(price, figures):
                return f"“{shortened(sentence)}”: {wrong}"
    return ""


_TWO = 2


def _prices_in(text: str) -> Iterator[_Price]:
    for pattern in _PRICED:
        for found in pattern.finditer(text):
            what = singular(found["what"].split()[-1])
            if not _A_RHYTHM.match(what):
                is_average = "verage" in text
                yield _Price(what, found["sum"].strip(), _value(found["sum"]), is_average)


def _not_the_sum(price: _Price, text: str) -> str:
    bought = [
        found
        for pattern in _BOUGHT
        for found in pattern.finditer(text)
        if price.what in map(singular, found["what"].split())
    ]
    if len(bought) != 1:
        return ""
    many, whole = float(bought[0]["many"].replace(",", "")), _value(bought[0]["sum"])
    made = many * price.value
    slack = many * _step(price.typed, is_round=price.is_average) + _step(
        bought[0]["sum"], is_round=False
    )
    if many < _TWO or abs(made - whole) <= slack + _EXACT or abs(made - whole) > _NEAR * whole:
        return ""
    total = bought[0]["sum"].strip()
    if price.is_average:
        return f"{total} for {many:,.10g} is £{whole / many:,.0f} on average, not {price.typed}."
    return f"{many:,.10g} times {price.typed} is £{made:,.10g}, not {total}."


_EXACT = 0.011


def _wrong_years(figures: str) -> str:
    yearly, whole = _YEARS.search(figures), _IN_ALL.search(figures)
    if yearly is None or whole is None or figures.count("£") != _TWO or _ROUGHLY.search(figures):
        return ""
    typed = (whole["sum"] or whole["other"]).strip()
    one, many, told = _value(yearly["sum"]), float(yearly["many"]), _value(typed)
    slack = many * _step(yearly["sum"], is_round=False) + _step(typed, is_round=False)
    if abs(one * many - told) <= slack + _EXACT or abs(one * many - told) > _NEAR * told:
        return ""
    return f"{many:.0f} years of {yearly['sum'].strip()} are £{one * many:,.10g}, not {typed}."


def _value(typed: str) -> float:
    figure, scale = _parsed(typed)
    return float(figure) * scale


def _step(typed: str, *, is_round: bool) -> float:
    """Return what an amount may be off as typed; one that is rounded by half of its last digit."""
    figure, scale = _parsed(typed)
    if scale > 1:
        return float(scale) * 0.1 ** len(figure.partition(".")[2]) / 2
    zeros = len(figure) - len(figure.rstrip("0"))
    return 10.0 ** min(zeros, _ROUND_TO) / 2 if is_round else 0.0


_ROUND_TO = 3
"""Noughts at the end of an average that may be rounding."""


def _parsed(typed: str) -> tuple[str, int]:
    """Return the figure of an amount without commas, and what it is multiplied by."""
    figure = "".join(_DIGITS.findall(typed)[:1]).replace(",", "")
    scales = [scale for letter, scale in _SCALES.items() if typed.rstrip().endswith(letter)]
    return figure or "0", scales[0] if scales else 1


_DIGITS = late_pattern(r"\d[\d,]*(?:\.\d+)?")
_SCALES = {"million": 1_000_000, "m": 1_000_000, "k": 1_000}
