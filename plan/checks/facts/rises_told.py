"""Whether a rise or a fall that a sentence tells is that of its own numbers, for R51.

From 910 to 1,240 is an increase of 330. Only numbers that stand plainly beside each other are
reckoned with: an estimate, a rate of a year or a target is none.
"""

import re
from typing import NamedTuple

from plan.checks.facts.whole_and_parts import is_told_by
from plan.reading.dates import A_MONTH
from plan.reading.number_words import in_figures, shares_in_words
from plan.text.line_breaks import shortened
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered

_TIMES = late_pattern(
    rf"(?:\b(?:in|at|by|for|during|since|on|of) )?(?:\b(?:\d{{1,2}} )?{A_MONTH} (?:19|20)\d\d\b|"
    rf"\b\d{{1,2}} {A_MONTH}\b|(?<![\d,.£])(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?"
    r"(?![/–-]?\d|[,.]\d|%))"
)
"""A date or a year, which is no number of anything."""
_UNITS = {"million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9, "k": 10**3}
_UNIT = r" ?(?:%|per ?cent\b|percentage points?\b|million\b|billion\b|bn\b|m\b|k\b)"
_AMOUNT = (
    rf"(?<![\d.,£/:–-])£? ?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?(?:{_UNIT})?(?![\da-z/:]|[.,]\d)"
)
_UP = r"increase|rise|growth|gain"
_DOWN = r"fall|drop|decrease|reduction|decline|cut"
_BY = rf"(?P<by>{_AMOUNT})(?! ?(?:a|per|each|every) |[^.;]{{0,20}}\b(?:annual|average|a year)\b)"
_CHANGE = (
    r"(?:,| \(|:)? ?(?:which (?:is|was) |that is,? )?(?:an?|the) (?:net |overall |total )?"
    rf"(?P<kind>{_UP}|{_DOWN}) of {_BY}"
)
_WHAT = r"[^.;:,£%\d()]{0,60}"
_RISES = (
    late_pattern(
        rf"\bfrom (?P<was>{_AMOUNT}){_WHAT}? to (?P<now>{_AMOUNT}){_WHAT}?{_CHANGE}",
        re.IGNORECASE,
    ),
    late_pattern(
        rf"(?P<now>{_AMOUNT})[^.;:£%\d()]{{0,80}}?,? (?:up|down) from (?P<was>{_AMOUNT}){_WHAT}?"
        rf"{_CHANGE}",
        re.IGNORECASE,
    ),
    late_pattern(
        r"\b(?P<kind>rose|risen|increased|grew|grown|(?:went|gone|go) up|fell|fallen|decreased|"
        r"dropped|declined|reduced|cut|shortened|lowered|(?:came|come|brought|went|gone) down) by "
        rf"{_BY}(?: (?!a\b|per\b|each\b)[a-z]+){{0,3}},? from (?P<was>{_AMOUNT}){_WHAT}? to "
        rf"(?P<now>{_AMOUNT})",
        re.IGNORECASE,
    ),
    late_pattern(
        rf"\bfrom (?P<was>{_AMOUNT}){_WHAT}? to (?P<now>{_AMOUNT}){_WHAT}?(?:,| \() ?"
        rf"(?P<kind>up|down)(?: by)? {_BY}",
        re.IGNORECASE,
    ),
    late_pattern(
        rf"(?P<now>{_AMOUNT}){_WHAT}?, (?P<by>{_AMOUNT}) (?P<kind>more|fewer|less) than the "
        rf"(?P<was>{_AMOUNT})",
        re.IGNORECASE,
    ),
    late_pattern(
        rf"\ban? (?P<kind>{_UP}|{_DOWN}) of {_BY},? from (?P<was>{_AMOUNT}){_WHAT}? to "
        rf"(?P<now>{_AMOUNT})",
        re.IGNORECASE,
    ),
)
"""What was, what is, and by how much the one is more or less than the other."""
_TURNED = late_pattern(
    r"\b(?P<kind>rose|risen|increased|grew|grown|fell|fallen|decreased|dropped|declined) from "
    rf"(?P<was>{_AMOUNT}){_WHAT}? to (?P<now>{_AMOUNT})",
    re.IGNORECASE,
)
_MAY_BE_A_RISE = late_pattern(
    r"(?:of|by|up|down|than the) £? ?\d|"
    r"(?:rose|risen|increased|grew|grown|fell|fallen|decreased|dropped|declined) from £? ?\d|"
    r"(?:doubl|halv|trebl|tripl|quadrupl)ed\b|\b(?:by|of) (?:an?|half|one|two|three) ?"
)
"""What every rise has that is reckoned: it is soon looked for, and few sentences have it."""
_IN_A_LIST = late_pattern(
    r"\b(?:rank\w*|plac(?:e|ed|ing)|positions?|quartile|decile|out of|bands?|levels?|grades?|"
    r"scores?|ratings?|tables?)\b",
    re.IGNORECASE,
)
"""Words of numbers of which the lower may be the better one."""
_ROUGHLY = late_pattern(
    r"\b(?:about|around|nearly|almost|over|than|some|approximately|roughly|up to|at least|just) "
    r"(?:£ ?)?\d|\b(?:(?:annual|monthly|yearly) (?:increase|rise|fall)|real terms|inflation)\b",
    re.IGNORECASE,
)


class _Amount(NamedTuple):
    """A number as typed, what it is of, and by how much it is exact."""

    typed: str
    value: float
    unit: str
    places: int

    @property
    def scale(self) -> int:
        return _UNITS.get(self.unit, 1)

    @property
    def step(self) -> float:
        return float(self.scale) * 0.1**self.places

    @property
    def slack(self) -> float:
        """How much it may be off by rounding; a whole number of things is what it is."""
        return self.step / 2 if self.unit or self.places else 0.0

    @property
    def is_money(self) -> bool:
        return "£" in self.typed

    @property
    def is_share(self) -> bool:
        return self.unit in ("%", "points")


def _amount(typed: str, unit: str = "") -> _Amount:
    """Return a typed number with its unit, or with another's where it has none of its own."""
    figure = "".join(_DIGITS.findall(typed)[:1])
    own = typed.casefold().partition(figure)[2].strip()
    own = "points" if own.startswith("percentage") else "%" if own.startswith("per") else own
    named = own or unit
    value = _figure(figure) * _UNITS.get(named, 1)
    return _Amount(typed.strip(), value, named, len(figure.partition(".")[2]))


def _figure(typed: str) -> float:
    return float(typed.replace(",", ""))


_DIGITS = late_pattern(r"\d[\d,]*(?:\.\d+)?")


@remembered
def wrong_rise(sentence: str) -> str:
    """Return what is said of a rise or a fall that is another by its own numbers, or nothing."""
    if " from " not in sentence and " than the " not in sentence:
        return ""
    figures = in_figures(sentence)
    if not _MAY_BE_A_RISE.search(figures):
        return ""
    bare = re.sub(r" (?=[,.;)])", "", " ".join(_TIMES.sub("", figures).split()))
    for pattern in _RISES:
        for found in pattern.finditer(bare):
            if not _ROUGHLY.search(found[0]) and (text := _wrong_by(found)):
                return f"“{shortened(sentence)}”: {text}"
    if text := _wrong_by_a_part(bare):
        return f"“{shortened(sentence)}”: {text}"
    for found in _TURNED.finditer(bare) if not _IN_A_LIST.search(bare) else ():
        if text := _turned(_amount(found["was"]), _amount(found["now"]), found["kind"]):
            return f"“{shortened(sentence)}”: {text}"
    return ""


_FROM_TO = late_pattern(rf"\bfrom (?P<was>{_AMOUNT}){_WHAT}? to (?P<now>{_AMOUNT})", re.IGNORECASE)
_BY_A_PART = late_pattern(
    r"\b(?P<kind>rose|risen|increased|grew|grown|fell|fallen|decreased|dropped|declined|reduced|"
    rf"cut|came down|went (?:up|down))\b[^.;£\d]{{0,30}}? by $|\b(?P<of>{_UP}|"
    rf"{_DOWN}) of (?:nearly )?$",
    re.IGNORECASE,
)
"""What comes before a rise or a fall that is told in words: "fell by a third"."""
_TIMES_AS_MANY = {"doubl": 2.0, "halv": 0.5, "trebl": 3.0, "tripl": 3.0, "quadr": 4.0}
_MULTIPLIED = late_pattern(
    r"\b(?P<kind>doubled|halved|trebled|tripled|quadrupled)\b[^.;£\d]{0,60}?(?=\bfrom\b)",
    re.IGNORECASE,
)
_ABOUT_SO_MANY = 0.07


def _wrong_by_a_part(bare: str) -> str:
    """Return what is wrong where a rise or a fall is told in words: "fell by a third"."""
    between = list(_FROM_TO.finditer(bare))
    if len(between) != 1 or _ROUGHLY.search(bare) or _NEARLY_SO.search(bare):
        return ""
    was, now = _amount(between[0]["was"]), _amount(between[0]["now"])
    if was.unit != now.unit or not was.value:
        return ""
    if times := _MULTIPLIED.search(bare):
        right = now.value / was.value
        told = _TIMES_AS_MANY[times["kind"].casefold()[:5].rstrip("e")]
        if abs(right - told) > _ABOUT_SO_MANY * told:
            return f"{was.typed} has not “{times['kind']}” to {now.typed}."
    for share in shares_in_words(bare):
        said = _BY_A_PART.search(bare[: share.start])
        if said is None:
            continue
        if text := _turned(was, now, said["kind"] or said["of"]):
            return text
        change = abs(now.value - was.value) / was.value
        if not is_told_by(share, change):
            return f"from {was.typed} to {now.typed} is {100 * change:.0f}%, not “{share.typed}”."
    return ""


_NEARLY_SO = late_pattern(
    r"\b(?:about|around|nearly|almost|over|than|approximately|roughly|at least|just|close to)\b",
    re.IGNORECASE,
)


def _turned(was: _Amount, now: _Amount, kind: str) -> str:
    """Return what is said where what rose is less than it was, or what fell is more."""
    is_up = _GOES_UP.match(kind) is not None
    if was.unit != now.unit or was.value == now.value or is_up == (now.value > was.value):
        return ""
    other = "a fall" if is_up else "an increase"
    return f"from {was.typed} to {now.typed} is {other}, not “{kind}”."


def _wrong_by(found: re.Match[str]) -> str:
    """Return what is right in place of a rise or a fall that is told, nothing if that is right."""
    now, by = _amount(found["now"]), _amount(found["by"])
    was = _amount(found["was"], now.unit)
    if was.unit != now.unit or was.is_money != now.is_money or not was.value:
        return ""
    told = f"from {was.typed} to {now.typed}"
    if text := _turned(was, now, found["kind"]):
        return text
    if by.unit == "points" if not was.is_share else not by.is_share:
        return ""
    right = [_change_of(was, now, by)] if was.is_share or not by.is_share else []
    right += [_share_of(was, now, by)] if by.unit == "%" else []
    if not right or "" in right:
        return ""
    return f"{told} is {right[0]}, not {by.typed}."


def _change_of(was: _Amount, now: _Amount, by: _Amount) -> str:
    """Return by how much one is more than the other, or nothing if that is as much as is told."""
    by = _amount(by.typed, was.unit) if by.value < _LEAST_OF_MONEY < was.scale else by
    change = abs(now.value - was.value)
    is_told = abs(change - by.value) <= (was.slack + now.slack + by.slack) * _NEARLY
    if is_told or by.is_money != was.is_money:
        return ""
    figure = f"{change / was.scale:,.{max(was.places, now.places)}f}"
    unit = " percentage points" if was.is_share else f" {was.unit}" if was.unit else ""
    return f"{'£' if was.is_money else ''}{figure}{unit}"


def _share_of(was: _Amount, now: _Amount, by: _Amount) -> str:
    """Return by how many per cent one is more than the other, or nothing if it is what is told."""
    share = 100 * abs(now.value - was.value) / was.value
    off = 100 * (was.slack * now.value / was.value + now.slack) / was.value
    return "" if abs(share - by.value) < by.step + off else f"{share:.{by.places}f}%"


_LEAST_OF_MONEY = 1000
"""Below which a figure beside millions is one of millions."""
_NEARLY = 1.001
"""What a sum of parts that are no binary fractions may be more than it is."""
_GOES_UP = late_pattern(rf"(?:{_UP}|rose|risen|increas|grew|grown|went up|up|more)", re.IGNORECASE)
