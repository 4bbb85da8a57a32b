"""Parts of a number that sentences or the items of a list tell one after the other: R41 and R51.

"It received 214 referrals. Of these, 128 led to an inquiry, 61 needed no further action and 35 were
passed on": the parts make 224. Whether they are all of its parts their sum alone does not say: they
are reckoned only where they make more than the whole, or where the words say that nothing is left.
"""

import re
from typing import NamedTuple

from plan.checks.facts.report_text import Words
from plan.checks.facts.whole_and_parts import wrong_whole
from plan.reading.number_words import counts_in_figures, in_figures
from plan.text.line_breaks import shortened
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered
from plan.text.sentences import sentences_in

_COUNT = late_pattern(
    r"(?<![\w.,/£–-])(?P<pounds>£ ?)?(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<scale> ?(?:million|m|k)\b)?(?![\w/–%-]|[.,:]\d| ?%| ?per ?cent)",
    re.IGNORECASE,
)
_SCALES = {"million": 10**6, "m": 10**6, "k": 10**3, "": 1}
_COUNTS_NOTHING = late_pattern(
    r"\b(?:actions?|aims?|priority|paragraphs?|sections?|pages?|grades?|levels?|appendix|table|"
    r"report|ward|phase|stage|option|item|rule|aged?|ages|class|room|band|tier|no|number|part|"
    r"step|week|day|year|quarter|primary|lot|route)\.? $",
    re.IGNORECASE,
)
_OF_TIME = late_pattern(
    r" ?-?(?:minutes?|hours?|days?|weeks?|months?|years?|miles?|km|metres?|tonnes?|times|"
    r"points?)\b",
    re.IGNORECASE,
)
_ROUGHLY = late_pattern(
    r"\b(?:about|around|nearly|almost|approximately|roughly|over|under|up to|at least|more than|"
    r"less than|fewer than|between|circa|just|some) (?=£ ?\d|\d)",
    re.IGNORECASE,
)
_OF_THEM = late_pattern(
    r"\A\W*(?:(?:Out )?[Oo]f (?:these|those|them|which|this|that number)|These (?:were|are|"
    r"comprise|comprised|consist(?:ed)? of)|This (?:was|is|comprises?|includes) )\b"
)
_LEFT = late_pattern(
    r"\b(?:the |its )?(?:other|others|remaining|remainder|rest|balance|last)\b[^\d£.;]{0,30}$",
    re.IGNORECASE,
)
"""What comes before the last of all the parts: "the other 35"."""
_SHARED = late_pattern(
    r"\b(?:both|also|some of|more than one|several|includ\w+|such as|among|mainly|mostly|"
    r"previous\w*|last year|compared|than|of whom|respectively|target|average|per|every|each|net|"
    r"or more|rose|fell|risen|fallen|increas\w*|decreas\w*|if|could|would|then|again|(?:further|"
    r"another|same) \d)",
    re.IGNORECASE,
)
"""Words by which the numbers are not a whole and parts of it that exclude each other."""
_MAY_OVERLAP = late_pattern(
    r"\b(?:had|has|have|having|with|mention\w*|said|say|ask\w*|raised?|report\w*|use[sd]?|want\w*|"
    r"like[sd]?|let|women|men|girls|boys|(?:part|full)-time|out of hours|evenings?|weekends?|"
    r"nights?|years old|nam(?:ed|es?)|speak|attend\w*|took part|support\w*|found|agree\w*|felt|"
    r"cited)\b",
    re.IGNORECASE,
)
"""What may be true of one beside another: the parts may be the same people."""
_LEADS = late_pattern(r"\A\W*(?:and |the |a further |another )?(?=£ ?\d|\d)", re.IGNORECASE)
_NEAR = 0.35
"""The parts miss the whole by no more than this share of it: else they are parts of another."""
_FEWEST, _LEAST = 3, 10
"""So many parts there are at least, of a whole that is not smaller."""
_EXACT = 0.011
"""A penny, and what floating point may lose."""
_MAY_HAVE_PARTS = late_pattern(r"\d\D+\d[\d,.]*\D+\d")
_LONGEST_LIST = 8
_WITHOUT_LEFT = late_pattern(r"\b(?:other|others|remaining|remainder|rest)\b", re.IGNORECASE)
_TAIL = late_pattern(r"\)?[.;,]?(?: and)?\W*\Z")
"""What may stand behind the number of an item that ends with it: "Inquiries: 128;"."""


class _Number(NamedTuple):
    typed: str
    value: float
    is_money: bool
    slack: float
    start: int
    end: int


def wrong_parts_in(words: Words) -> tuple[tuple[str, str, bool], ...]:
    """Return what is said of each wrong whole of a passage, a fact of it, and if it is of money."""
    if words.passage.kind == "table" or not _MAY_HAVE_PARTS.search(words.text):
        return ()
    return _wrong_parts(words.paragraphs, words.bullets)


@remembered
def _wrong_parts(
    paragraphs: tuple[str, ...], bullets: tuple[str, ...]
) -> tuple[tuple[str, str, bool], ...]:
    found = []
    for said in paragraphs:
        sentences = [one for one in sentences_in(said) if one.strip()]
        for k in range(len(sentences) - 1):
            whole = _only_number(sentences[k])
            wrong = whole and (
                _told_of_them(whole, sentences[k], sentences[k + 1])
                or _told_in_turn(whole, sentences[k + 1 : k + 1 + _LONGEST_LIST])
            )
            if whole and wrong:
                found.append(
                    (f"“{shortened(sentences[k])}”: {wrong}", sentences[k], whole.is_money)
                )
    if len(bullets) >= _FEWEST and (listed := _told_in_list(paragraphs, bullets)):
        found.append(listed)
    return tuple(found)


def _numbers(sentence: str) -> tuple[_Number, ...]:
    text = counts_in_figures(sentence)
    found = []
    for one in _COUNT.finditer(text):
        before = text[max(0, one.start() - 20) : one.start()]
        if _COUNTS_NOTHING.search(before) or (
            not one["pounds"] and _OF_TIME.match(text, one.end())
        ):
            continue
        scale = _SCALES[(one["scale"] or "").strip().casefold()]
        places = len(one["figure"].partition(".")[2])
        value = float(one["figure"].replace(",", "")) * scale
        slack = scale * 0.1**places / 2 if scale > 1 else 0.0
        found.append(_Number(one[0].strip(), value, bool(one["pounds"]), slack, *one.span()))
    return tuple(found)


@remembered
def _only_number(sentence: str) -> _Number | None:
    """Return the number of a sentence that tells one, and does not compare it."""
    numbers = _numbers(sentence)
    is_plain = len(numbers) == 1 and not (_ROUGHLY.search(sentence) or _SHARED.search(sentence))
    return numbers[0] if is_plain and numbers[0].value >= _LEAST else None


def _told_of_them(whole: _Number, sentence: str, after: str) -> str:
    """Return what is wrong of the parts of a sentence that begins "of these"."""
    if not _OF_THEM.match(after) or _SHARED.search(after) or _ROUGHLY.search(after):
        return ""
    if wrong_whole(after, sentence) is not None:
        return ""  # that tells it already
    parts = [one for one in _numbers(after) if one.is_money == whole.is_money]
    if len(parts) < _FEWEST or len(parts) != len(_numbers(after)):
        return ""
    text = in_figures(after)
    is_all = _LEFT.search(text[: parts[-1].start]) is not None
    is_all = is_all or not _OF_THEM.match(after)[0].casefold().strip().startswith(("of", "out"))  # type: ignore[index]
    return _unlike(whole, parts, is_all=is_all, may_overlap=bool(_MAY_OVERLAP.search(after)))


def _told_in_turn(whole: _Number, after: list[str]) -> str:
    """Return what is wrong of parts of which each has a sentence, the last one "the other 35"."""
    parts: list[_Number] = []
    for one in after:
        numbers = _numbers(one)
        is_last = bool(numbers) and _LEFT.search(in_figures(one)[: numbers[0].start]) is not None
        if len(numbers) != 1 or _SHARED.search(_WITHOUT_LEFT.sub(" ", one)) or _ROUGHLY.search(one):
            return ""
        if not (_LEADS.match(in_figures(one)) or is_last) or numbers[0].is_money != whole.is_money:
            return ""
        parts.append(numbers[0])
        if is_last:
            is_list = len(parts) >= _FEWEST
            return _unlike(whole, parts, is_all=True, may_overlap=False) if is_list else ""
    return ""


def _told_in_list(
    paragraphs: tuple[str, ...], bullets: tuple[str, ...]
) -> tuple[str, str, bool] | None:
    """Return what is wrong of the items of a list, of which each begins with its number."""
    place = next((k for k, one in enumerate(paragraphs) if one == bullets[0]), 0)
    lead = paragraphs[place - 1] if place else ""
    sentences = sentences_in(lead)
    whole = _only_number(sentences[-1]) if sentences and lead.rstrip().endswith(":") else None
    if whole is None:
        return None
    parts = []
    for one in bullets:
        numbers = _numbers(one)
        is_led = _LEADS.match(in_figures(one)) is not None
        is_tail = bool(numbers) and _TAIL.match(in_figures(one), numbers[0].end) is not None
        if len(numbers) != 1 or not (is_led or is_tail) or _ROUGHLY.search(one):
            return None
        if numbers[0].is_money != whole.is_money or _SHARED.search(_WITHOUT_LEFT.sub(" ", one)):
            return None
        parts.append(numbers[0])
    wrong = _unlike(whole, parts, is_all=True, may_overlap=False)
    return (
        (f"“{shortened(sentences[-1])}”: {wrong}", sentences[-1], whole.is_money) if wrong else None
    )


def _unlike(whole: _Number, parts: list[_Number], *, is_all: bool, may_overlap: bool) -> str:
    told = sum(one.value for one in parts)
    slack = whole.slack + sum(one.slack for one in parts)
    off = told - whole.value
    if abs(off) <= slack + _EXACT or abs(off) > _NEAR * whole.value:
        return ""
    if not is_all and (off < 0 or may_overlap):
        return ""
    pounds = "£" if whole.is_money else ""
    return f"the parts that are told make {pounds}{told:,.10g}, not {whole.typed}."
