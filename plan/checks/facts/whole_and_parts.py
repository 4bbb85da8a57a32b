"""A whole and its parts as a sentence tells them, whichever comes first: for R41 and R51.

A total and what makes it up, a whole and what is left of it, a price and how many, a part in words:
each is reckoned with only where every number of its kind has its place in it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from plan.reading.number_words import ShareInWords, counts_in_figures, in_figures, shares_in_words
from plan.text.line_breaks import shortened
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered

Kind: TypeAlias = Literal["money", "count"]

_FIGURE = late_pattern(
    r"(?<![\w.,/£–-])(?P<pounds>£\s?)?(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<scale> ?(?:million|billion|bn|m|k)\b)?"
    r"(?![\w/–]|-(?!page)|[.,:]\d)(?P<share> ?(?:%|per ?cent\b|percentage points?\b))?",
    re.IGNORECASE,
)
_SCALES = {"million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9, "k": 10**3}
_A_NUMBER_OF = late_pattern(
    r"\b(?:actions?|aims?|priority|paragraphs?|sections?|pages?|grades?|levels?|appendix|"
    r"appendices|tables?|reports?|wards?|phases?|stages?|options?|items?|articles?|rule|age|aged|"
    r"ages|class|room|route|band|tier|no|number|figures?|part|schedule|regulation|step|week|day|"
    r"year|quarter|period|primary|lot)\.? $",
    re.IGNORECASE,
)
"""What comes before a number that counts nothing."""
_OF_TIME = late_pattern(
    r" ?(?:-?(?:minutes?|hours?|days?|weeks?|months?|years?|miles?|km|kilometres?|metres?|mm|cm|"
    r"tonnes?|degrees|mph|kg|am|pm|times|to \d)\b)",
    re.IGNORECASE,
)
_ROUGHLY = late_pattern(
    r"\b(?:about|around|nearly|almost|some|approximately|roughly|over|under|up to|at least|more "
    r"than|less than|fewer than|between|circa|just|the region of)(?: over| under)? "
    r"(?=£ ?\d|\d|an? (?:half|third|quarter|fifth|tenth)|half|(?:one|two|three|four|nine)[ -])",
    re.IGNORECASE,
)
_OTHERWISE = late_pattern(
    r"\b(?:includ\w+|among|such as|of whom|of which|from [£\d][^.;]{0,60}? to [£\d]|rose|risen|"
    r"rise|fell|fallen|increas\w*|decreas\w*|compared|than|previous\w*|last year|respectively|"
    r"instead|"
    r"net|also|both|more than one|several|another|target|followed|then|if|or|could|would|plus|"
    r"per|average|every|against|saves?|saving|savings)\b|\bfurther \d",
    re.IGNORECASE,
)
"""Words by which the numbers of a sentence are not a whole and all of its parts."""
_REST = late_pattern(
    r"\b(?:leav(?:es|ing)|balance|remainder|rest|remaining|left)\b[^£\d.;]{0,40}?$", re.IGNORECASE
)
_SPEAKS_OF_REST = late_pattern(
    r"\b(?:leav(?:es|ing)|balance|remainder|rest|remain\w*|left|others?)\b", re.IGNORECASE
)
_OF_THE_WHOLE = late_pattern(
    r"\b[Oo]f (?:the|these|this|its|our|those)? ?(?:total |sum )?(?:of )?$"
)
_OF_THIS = late_pattern(r"\A\W*(?:Of|From) (?:this|these|that|those|it|which|the total)\b")
_MADE_UP_OF = late_pattern(
    r"\b(?:made up of|consist(?:s|ing)? of|compris(?:es?|ing|ed of)|composed of|split|broken down|"
    r"divided)\b",
    re.IGNORECASE,
)
_LISTED = late_pattern(
    r":|\b(?:being|namely|that is|in all|in total|altogether|overall)\b", re.IGNORECASE
)
"""What leads to the parts of a number, of which two may be only some."""
_TOGETHER = late_pattern(
    r"\b(?:together|in all|in total|altogether|combined|total(?:s|ling)?|sums?|"
    r"(?:come|comes|add|adds|adding|amount|amounts)(?: up)? to|makes?|making|gives?|giving)\b"
    r"[^£\d.;]{0,25}?$",
    re.IGNORECASE,
)
_IN_ALL = late_pattern(r"\W*\b(?:in all|in total|altogether|combined|overall)\b", re.IGNORECASE)
_EACH = late_pattern(
    r"\A[^£\d.;,]{0,12}?\b(?:each|apiece|a head|per (?!cent\b|year\b|annum\b|month\b|week\b)\w+)\b",
    re.IGNORECASE,
)
_EACH_OF = late_pattern(r"\b(?:each|every one) of (?:the |its |our )?$", re.IGNORECASE)
_EQUALLY = late_pattern(
    r"\b(?:equally|evenly|half each|half and half|50[:/]50|in equal (?:shares|parts))\b",
    re.IGNORECASE,
)
_AND = late_pattern(r"\b[\w’' -]{3,40}? and [\w’' -]{3,40}? $", re.IGNORECASE)
_EVERY = {"month": 12, "quarter": 4, "week": 52}
_RHYTHM = late_pattern(r" (?:a|per|each|every) (?P<every>month|quarter|week)\b", re.IGNORECASE)
_OF_A_YEAR = late_pattern(
    r"(?:,? (?:a|per|each|every|in a|for a|over a|in the|over the|for the|in|for) (?:full |whole |"
    r"financial )?(?:year|annum)| annually)\b",
    re.IGNORECASE,
)
_THAT_IS = late_pattern(r"\b(?:or|that is|which is|i\.e\.|making|equal to|equivalent to|=)\b")
_FEWEST = 3
_NEAR = 0.35
"""The part of a whole that its parts may be off by: further off they are of something else."""
_LONGEST = 600
_SHARES = (1 / 10, 1 / 5, 1 / 4, 1 / 3, 1 / 2, 2 / 3, 3 / 4, 9 / 10)
"""The parts that are told in words: what is nearer to another of them is told by the wrong one."""
_ROUND_SHARE, _NEARLY = 0.02, 0.06


class _Number(NamedTuple):
    """A number of a sentence with what it is of and where it stands."""

    typed: str
    value: float
    kind: Kind
    slack: float
    start: int
    end: int


@remembered
def wrong_whole(sentence: str, before: str = "") -> tuple[Kind, str] | None:
    """Return what is wrong of a whole or a part that a sentence tells, and of what it is, or None.

    `before` is the sentence before it, of whose amount "of this" is.
    """
    if not _has_several(sentence) or len(sentence) > _LONGEST:
        return None
    bare = counts_in_figures(sentence)
    numbers = _numbers_in(bare)
    for kind in ("money", "count"):
        ours = [one for one in numbers if one.kind == kind]
        others = [one for one in numbers if one.kind != kind]
        wrong = _wrong(bare, ours, others, before)
        if wrong:
            return kind, f"“{shortened(sentence)}”: {wrong}"
    typed = [one.typed for one in shares_in_words(sentence)]
    wrong = _wrong_part(bare, numbers, typed[0]) if len(typed) == 1 else ""
    return ("count", f"“{shortened(sentence)}”: {wrong}") if wrong else None


_TWO_NUMBERS = late_pattern(r"\d\D*[^\d,./]\D*\d")
_CUES = (
    *("made up of", "consist", "compris", "composed", "split", "divided", "broken down", ": "),
    *("total", "together", "in all", "combined", " each", "equally", "evenly", "50:50", "apiece"),
    *(
        " half",
        "Of the £",
        "of the £",
        "third",
        "quarter",
        "fifth",
        "tenth",
        "sixth",
        "Half",
        "One in",
        "ne in ",
    ),
    *("leav", "balance", "remain", "the rest", " left", " a month", " a week", "per ", "come to"),
    *("comes to", "add up", "adds", "making", "giving", "amounts to", "being", "namely", "head"),
)
"""Words of which some stand wherever a whole and its parts are told: few sentences have one."""


def _has_several(sentence: str) -> bool:
    if not any(one in sentence for one in _CUES):
        return False
    return _TWO_NUMBERS.search(in_figures(sentence)) is not None


def _numbers_in(text: str) -> tuple[_Number, ...]:
    found = []
    for one in _FIGURE.finditer(text):
        is_money = one["pounds"] is not None
        if one["share"] or (not is_money and _counts_nothing(text, one)):
            continue
        scale = _SCALES.get((one["scale"] or "").strip().casefold(), 1)
        places = len(one["figure"].partition(".")[2])
        value = float(one["figure"].replace(",", "")) * scale
        slack = scale * 0.1**places / 2 if scale > 1 else 0.0
        kind: Kind = "money" if is_money else "count"
        found.append(_Number(one[0].strip(), value, kind, slack, *one.span()))
    return tuple(found)


def _counts_nothing(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 20) : found.start()]
    return bool(_A_NUMBER_OF.search(before) or _OF_TIME.match(text, found.end()))


def _wrong(text: str, ours: Sequence[_Number], others: Sequence[_Number], before: str) -> str:
    """Return what is wrong of the numbers of one kind, empty if nothing is."""
    if not ours or _ROUGHLY.search(text):
        return ""
    if ours[0].kind == "money" and (wrong := _wrong_price(text, ours, others)):
        return wrong
    if wrong := _wrong_rest(text, ours, before) or _more_than_all(text, ours):
        return wrong
    if len(ours) < _FEWEST or _OTHERWISE.search(text) or _SPEAKS_OF_REST.search(text):
        return ""
    for total, parts in _totals(text, ours):
        if wrong := _unlike(total, parts):
            return wrong
    return ""


def _totals(text: str, ours: Sequence[_Number]) -> Iterator[tuple[_Number, Sequence[_Number]]]:
    """Yield the number of a sentence that is the total of all the others, as its words say."""
    first, last = ours[0], ours[-1]
    is_whole = _MADE_UP_OF.search(text, first.end, ours[1].start) or (
        len(ours) > _FEWEST and _LISTED.search(text, first.end, ours[1].start)
    )
    if is_whole and _lists(text, ours[1:]):
        yield first, ours[1:]
    elif _TOGETHER.search(text[ours[-2].end : last.start]) or _IN_ALL.match(text, last.end):
        yield last, ours[:-1]


def _lists(text: str, parts: Sequence[_Number]) -> bool:
    """Return whether numbers are listed, the last one behind an "and"."""
    between = text[parts[-2].end : parts[-1].start]
    return re.search(r"\band\b|&", between) is not None


def _unlike(total: _Number, parts: Sequence[_Number]) -> str:
    told = sum(one.value for one in parts)
    slack = total.slack + sum(one.slack for one in parts)
    off = abs(told - total.value)
    if off <= slack + _EXACT or off > _NEAR * total.value:
        return ""
    return f"the parts make {_typed(told, total)}, not {total.typed}."


_EXACT = 0.011


def _typed(value: float, like: _Number) -> str:
    return f"{'£' if like.kind == 'money' else ''}{value:,.10g}"


def _wrong_rest(text: str, ours: Sequence[_Number], before: str) -> str:
    """Return what is wrong where a whole, what is taken of it and the rest are all told."""
    rest = next((one for one in ours[1:] if _REST.search(text[: one.start])), None)
    if rest is None or _OTHERWISE.search(re.sub(r"\bof which\b", " ", text)):
        return ""
    whole, parts = ours[0], list(ours[1:])
    if _OF_THIS.search(text):
        told = [one for one in _numbers_in(in_figures(before)) if one.kind == rest.kind]
        if len(told) != 1:
            return ""
        whole, parts = told[0], list(ours)
    elif not (_OF_THE_WHOLE.search(text[: whole.start]) or " of which" in text[whole.end :]):
        return ""
    return _unlike(whole, parts) if len(parts) > 1 else ""


def _wrong_price(text: str, ours: Sequence[_Number], others: Sequence[_Number]) -> str:
    """Return what is wrong where so many cost so much each, or one of two shares it by halves."""
    if len(ours) != _TWO or _OTHERWISE.search(text.replace(" or ", " ")):
        return ""
    one, whole = ours
    if _EQUALLY.search(text) and _AND.search(text[: one.start]) and not others:
        return _half(one, whole)
    every = _RHYTHM.match(text, one.end)
    is_told = _THAT_IS.search(text, one.end, whole.start)
    if every and is_told and _OF_A_YEAR.match(text, whole.end):
        return _product(one, _EVERY[every["every"].casefold()], f"{every['every']}s", whole)
    return _wrong_price_of_many(text, ours, others[0]) if len(others) == 1 else ""


_TWO = 2
_OF_WHICH = late_pattern(
    r"\A(?:(?! and | will | is | are )[^£\d.;,:]){0,60}(?:, |: )[^£\d.;]{0,40}$|"
    r"\A[^£\d.;]{0,60}? of which $"
)
"""What stands between a whole and its first part: "Of the £1.2m programme, £700k is for"."""
_NOT_PARTS = late_pattern(
    r"\b(?:remain\w*|left|rest|other|instead|or|if|up to|already|last year|previous\w*|increas\w*|"
    r"rise|rose|fell|plus|including|each|between|from £|match\w*|lever\w*|external\w*|further|"
    r"additional\w*|while|whereas|compared)\b",
    re.IGNORECASE,
)


def _more_than_all(text: str, ours: Sequence[_Number]) -> str:
    """Return what is wrong where the parts of a whole, all of them or some, are more than it."""
    whole, parts = ours[0], ours[1:]
    if len(parts) < _TWO or whole.kind != "money" or _NOT_PARTS.search(text):
        return ""
    if not (_OF_THE_WHOLE.search(text[: whole.start]) and whole.start < _NEAR_BEGIN):
        return ""
    if not _OF_WHICH.match(text[whole.end : parts[0].start]) or not _lists(text, parts):
        return ""
    told = sum(one.value for one in parts)
    slack = whole.slack + sum(one.slack for one in parts)
    if told <= whole.value + slack + _EXACT or any(one.value >= whole.value for one in parts):
        return ""
    return f"the parts make {_typed(told, whole)}, more than {whole.typed}."


_NEAR_BEGIN = 20


def _half(one: _Number, half: _Number) -> str:
    right = one.value / 2
    told = f"half of {one.typed} is {_typed(right, one)}, not {half.typed}."
    return "" if abs(right - half.value) <= _EXACT else told


def _wrong_price_of_many(text: str, ours: Sequence[_Number], many: _Number) -> str:
    one, whole = ours
    if _EACH.match(text[one.end :]) and one.value < whole.value:
        return _product(one, many.value, "", whole)
    if _EACH.match(text[whole.end :]) and whole.value < one.value:
        return _product(whole, many.value, "", one)
    is_of_each = _EACH_OF.search(text[: many.start]) and many.end < one.start
    is_told = _THAT_IS.search(text, one.end, whole.start) or _IN_ALL.match(text, whole.end)
    return _product(one, many.value, "", whole) if is_of_each and is_told else ""


def _product(one: _Number, many: float, what: str, whole: _Number) -> str:
    told = one.value * many
    if abs(told - whole.value) <= whole.slack + many * one.slack + _EXACT:
        return ""
    if abs(told - whole.value) > _NEAR * whole.value:
        return ""
    of_them = f"{what} of" if what else "times"
    return f"{many:,.10g} {of_them} {one.typed} is {_typed(told, whole)}, not {whole.typed}."


# A part in words

_WHOLE_AFTER = late_pattern(r"\A of (?:all |the |those |these |our |its ){0,2}$")
_OUT_OF = late_pattern(
    r"\A(?: [a-z]+){0,2} (?:out )?of (?:all |the |those |these |our |its ){0,2}$"
)


def _wrong_part(text: str, numbers: Sequence[_Number], typed: str) -> str:
    """Return what is wrong where a part is told in words and in numbers: "two thirds (6 of 8)"."""
    if len(numbers) < _TWO or _ROUGHLY.search(text):
        return ""
    told = shares_in_words(text)
    if len(told) != 1:
        return ""
    share = told[0]._replace(typed=typed)
    counted = [one for one in numbers if not share.start <= one.start < share.end]
    if len(counted) != _TWO or counted[0].kind != counted[1].kind:
        return ""
    first, second = counted
    if _WHOLE_AFTER.match(text[share.end : first.start]) and first.start > share.end:
        return _off(share, second, first) if _is_beside(text, first, second) else ""
    if _OUT_OF.match(text[first.end : second.start]):
        return _off(share, first, second)
    return ""


_BESIDE = late_pattern(r"(?: [\w’'-]+){0,8}?(?: \(|, (?:that is,? |or )?| or | that is,? )")


def _is_beside(text: str, whole: _Number, part: _Number) -> bool:
    """Return whether a number is told as what the share before it comes to."""
    between = text[whole.end : part.start]
    return _BESIDE.fullmatch(between) is not None


def _off(share: ShareInWords, part: _Number, whole: _Number) -> str:
    if part.value > whole.value or not whole.value:
        return ""
    right = part.value / whole.value
    if is_told_by(share, right):
        return ""
    return f"{part.typed} of {whole.typed} is {100 * right:.0f}%, not “{share.typed}”."


def is_told_by(share: ShareInWords, right: float) -> bool:
    """Return whether a part is what a share in words says, or no other share is nearer to it."""
    off = abs(right - share.value)
    is_nearest = off <= min(abs(right - one) for one in _SHARES)
    return off <= _ROUND_SHARE or (is_nearest and off <= _NEARLY)
