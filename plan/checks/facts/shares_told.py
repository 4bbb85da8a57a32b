"""A part, its whole and its share, in whatever order a sentence or the next one tells them: R51.

The three are looked for by what they are and not by how the sentence is built: two counts, of which
one is told as the whole, and one share that is told as that of the other; or a number of what was
counted before it, "of whom 126 (80%)". Of several shares each is held against the numbers told
since the one before it. Where the share is of something else, nothing is reckoned.
"""

import re
from typing import NamedTuple

from plan.checks.facts.whole_and_parts import is_told_by
from plan.reading.number_words import ShareInWords, counts_in_figures, shares_in_words
from plan.text.line_breaks import shortened
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered
from plan.text.signs import Signs

_COUNT = late_pattern(
    r"(?<![\w.,/£–-])(?P<figure>\d{1,3}(?:,\d{3})+|\d+)(?![\w/–%]|-(?!page)|[.,]\d| ?%| ?per ?cent)"
)
_PERCENT = late_pattern(
    r"(?<![\d.,£/–-])(?P<share>\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent\b)(?! ?points?)", re.IGNORECASE
)
_COUNTS_NOTHING = late_pattern(
    r"\b(?:actions?|aims?|priority|paragraphs?|sections?|pages?|grades?|levels?|appendix|table|"
    r"report|ward|phase|stage|option|item|article|rule|aged?|ages|class|room|band|tier|no|number|"
    r"part|schedule|step|week|day|year|quarter|primary|lot|over|under|than|about|around|nearly|"
    r"almost|some|roughly|approximately|least|most|up to|just)\.? $",
    re.IGNORECASE,
    signs=Signs(
        "action aim priority paragraph section page grade level appendix table report ward phase "
        "stage option item article rule age. aged ages class room band tier no. number part "
        "schedule step week day year quarter primary lot over under than about around nearly "
        "almost some roughly approximately least most up. to. just"
    ),
)
"""What comes before a number that counts nothing, or roughly."""
_OF_TIME = late_pattern(
    r" ?-?(?:minutes?|hours?|days?|weeks?|months?|years?|miles?|km|metres?|tonnes?|million|bn|"
    r"points?|times)\b",
    re.IGNORECASE,
)
_ARTICLES = r"(?:(?:all|the|these|those|its|our|their|some|every) ){0,2}"
_IS_WHOLE = late_pattern(
    rf"\b(?:(?:out )?of|from(?: among)?|among|in) {_ARTICLES}(?:[a-z]+ (?=\Z))?\Z", re.IGNORECASE
)
"""What comes before the whole."""
_IS_WHOLE_OF = late_pattern(rf"\b[Oo]f {_ARTICLES}(?:[a-z]+ (?=\Z))?\Z")
_LINKED = late_pattern(
    r"(?:[(\[–—]|,|\b(?:or|that is|that’s|which is|which was|i\.e\.|ie|making|equal to|equivalent "
    r"to|represents|representing|equals|meaning|namely|a (?:share|rate|proportion|figure) of|"
    r"amounts to|comes to|this is|being|=))(?:,)? ?(?:a |an )?\Z",
    re.IGNORECASE,
)
"""What comes before a share that says the same as the numbers before it."""
_BY_THE_WAY = late_pattern(
    r"\A\W*(?:put another way|put differently|in other words|to put it another way|that is|that’s|"
    r"which is|this is|that means|this means|which means|so|thus|this represents|that represents|"
    r"this equals|this amounts to|that amounts to|expressed as a (?:share|percentage|proportion)|"
    r"as a (?:share|percentage|proportion)|in percentage terms|i\.e\.)\b",
    re.IGNORECASE,
    signs=Signs(
        "put. in. to. that. which. this. so. thus expressed as. i.",
        "another differently words is. s. means so. thus represents equals amounts share "
        "percentage proportion terms e.",
    ),
)
"""How a sentence begins that says again what the one before it said."""
_OTHERWISE = late_pattern(
    r"\b(?:target\w*|goal|threshold|average|mean|median|national\w*|scotland|than|weighted|spend\w*|"
    r"compar\w+|respectively|estimat\w+|previous\w*|earlier|last year|rose|risen|fell|"
    r"fallen|increas\w*|decreas\w*|reduc\w*|against|remain\w*|others?|rest|further|another|aim\w*|"
    r"will|would|should|could|if|by when|expect\w*|from \d[\d,.]*%? to)\b|£",
    re.IGNORECASE,
    signs=Signs(
        "target goal. threshold average mean. median. national scotland than. weighted spend "
        "compar respectively estimat previous earlier last. rose. risen. fell. fallen. increas "
        "decreas reduc against. remain other. others. rest. further another. aim will. would. "
        "should. could. if. by. expect from. £"
    ),
)
"""Words by which a share may be of another time, another whole or another thing."""


class _Count(NamedTuple):
    typed: str
    value: int
    start: int
    end: int


class _Share(NamedTuple):
    typed: str
    start: int
    end: int
    places: int
    value: float
    words: ShareInWords | None


SHARE_OF = Signs("of.", "% cent percent")
"""What stands in whatever tells a share in per cent with what it is of."""


def may_be_a_share(text: str) -> bool:
    """Return whether a text has what a share in per cent has: it is soon known of most."""
    return ("%" in text or "cent" in text) and _MAY_BE_A_SHARE.search(text) is not None


_MAY_BE_A_SHARE = late_pattern(
    r"[Oo]f(?<=\b..) (?:(?:[a-z]+ ){0,2}\d|(?:whom|which|these|those|them)\b)"
)


@remembered
def wrong_share_told(sentence: str, before: str = "") -> str:
    """Return what is said of a share that is not that of the numbers told with it, or nothing.

    `before` is the sentence before it, whose numbers it may say again: "put another way, a half".
    """
    if not _may_tell(sentence):
        return ""
    text = counts_in_figures(sentence)
    led = _BY_THE_WAY.match(text) if before else None
    shares = _shares_in(text)
    if len(shares) > 1:
        return _first_wrong(sentence, text, shares, before)
    if len(shares) != 1:
        return ""
    is_bracketed = text[shares[0].start - 1 : shares[0].start] == "(" and _closes(text, shares[0])
    end = shares[0].end if is_bracketed else len(text)  # what follows a bracket is no more of it
    if _OTHERWISE.search(text, led.end() if led else 0, end):
        return ""
    share, counts = shares[0], _counts_in(text, shares)
    if share.words is not None and len(typed := shares_in_words(sentence)) == 1:
        share = share._replace(typed=typed[0].typed)
    if led and not counts:
        return _said_again(sentence, text, share, before)
    pair = _pair_of(text, share, counts, before)
    return _unlike(shortened(sentence), share, pair)


def _first_wrong(sentence: str, text: str, shares: list[_Share], before: str) -> str:
    """Return what is said of the first of several shares that is not that of its own numbers."""
    begin = 0
    for share in shares:
        told = "·" * begin + text[begin : share.end + 1]
        begin = share.end
        counts = [] if _OTHERWISE.search(told) else _counts_in(told, shares)
        pair = _pair_of(told, share, counts, before)
        if said := _unlike(shortened(sentence), share, pair):
            return said
    return ""


def _pair_of(
    text: str, share: _Share, counts: list[_Count], before: str
) -> tuple[_Count, _Count] | None:
    """Return the part and the whole of which a share is told, in its sentence or before it."""
    pair = _part_and_whole(text, counts)
    if pair is not None:
        is_small = share.words is not None and pair[1].value < _FEWEST
        return pair if not is_small and _is_theirs(text, share, *pair) else None
    parts = [one for one in counts if _BRACKETED.fullmatch(text[one.end : share.start])]
    if len(parts) != 1 or parts[0].value < 0 or not _closes(text, share):
        return None
    (part,) = parts
    is_of_them = _OF_THEM.search(text[: part.start]) or "of th" in text[part.end : share.start]
    wholes = [one for one in counts if one.end <= part.start] if is_of_them else []
    if is_of_them and not wholes and before:
        wholes = _counts_in(counts_in_figures(before), [])
    if len(wholes) != 1 or not 0 <= part.value <= wholes[0].value or not wholes[0].value:
        return None
    return part, wholes[0]


_OF_THEM = late_pattern(r"\bof (?:whom|which|these|those|them),? \Z", re.IGNORECASE)
_BRACKETED = late_pattern(r"(?: of (?:them|these|those))?(?: [a-z]+)? \(")


def _closes(text: str, share: _Share) -> bool:
    return text[share.end : share.end + 1] == ")"


def _said_again(sentence: str, text: str, share: _Share, before: str) -> str:
    """Return what is said of a share that says again what the numbers of the sentence before do."""
    told = counts_in_figures(before)
    if _OTHERWISE.search(told) or _shares_in(told):
        return ""
    of = _OF_WHAT.match(text, share.end)
    if of and of["what"].casefold() not in before.casefold():
        return ""
    pair = _part_and_whole(told, _counts_in(told, []))
    return _unlike(f"{shortened(before)} {shortened(sentence)}", share, pair)


_OF_WHAT = late_pattern(
    r" of (?:all |the |those |these |our |its |their |council ){0,2}(?!them\b|the\b)"
    r"(?P<what>[\w’'-]+)"
)
_HAS_SHARE = late_pattern(
    r"%|per ?cent|half|halves|third|quarter|fifth|tenth|sixth|eighth|"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d+) in (?:every )?[a-z\d]+",
    re.IGNORECASE,
)


def _may_tell(sentence: str) -> bool:
    return len(sentence) < _LONGEST and _HAS_SHARE.search(sentence) is not None


_LONGEST = 500


def _shares_in(text: str) -> list[_Share]:
    found = [
        _Share(
            one[0].strip(),
            *one.span(),
            len(one["share"].partition(".")[2]),
            float(one["share"]) / 100,
            None,
        )
        for one in _PERCENT.finditer(text)
    ]
    found += [
        _Share(one.typed, one.start, one.end, 0, one.value, one) for one in shares_in_words(text)
    ]
    return found


def _counts_in(text: str, shares: list[_Share]) -> list[_Count]:
    found = []
    for one in _COUNT.finditer(text):
        is_in_share = any(share.start <= one.start() < share.end for share in shares)
        before = text[max(0, one.start() - 20) : one.start()]
        if is_in_share or _OF_TIME.match(text, one.end()):
            continue
        is_rough = _COUNTS_NOTHING.search(before) is not None
        value = -1 if is_rough else int(one["figure"].replace(",", ""))
        found.append(_Count(one[0], value, *one.span()))
    return found


def _part_and_whole(text: str, counts: list[_Count]) -> tuple[_Count, _Count] | None:
    """Return the two counts of a text if one is told as the whole of which the other is a part."""
    if len(counts) != _TWO or min(one.value for one in counts) < 0:
        return None
    wholes = [one for one in counts if _IS_WHOLE.search(text[: one.start])]
    if len(wholes) == _TWO:
        wholes = [one for one in counts if _IS_WHOLE_OF.search(text[: one.start])]
    if len(wholes) != 1:
        return None
    (whole,) = wholes
    (part,) = (one for one in counts if one != whole)
    if part.value > whole.value or not whole.value:
        return None
    between = text[min(part.end, whole.end) : max(part.start, whole.start)]
    return None if _ANOTHER_CLAUSE.search(between) else (part, whole)


_TWO, _FEWEST = 2, 5
_ANOTHER_CLAUSE = late_pattern(r"[;:]|\b(?:but|while|whereas|and|although|because)\b")
"""What parts two numbers that are of two things."""


def _is_theirs(text: str, share: _Share, part: _Count, whole: _Count) -> bool:
    """Return whether a share is told as that of the two numbers, and of nothing else."""
    first, last = min(part.start, whole.start), max(part.end, whole.end)
    if share.start > last or share.start > part.end:  # told behind a number, or between the two
        near = part if share.start < last else max(part, whole, key=lambda one: one.end)
        gap = text[near.end : share.start]
        is_linked = _LINKED.search(text[: share.start]) is not None
        ends = _ENDS.match(text, share.end) is not None
        return is_linked and ends and not _ANOTHER_CLAUSE.search(gap)
    if share.end <= first:  # it leads: "18% of the 240 homes, 36, went" or "18% (36 of 240)"
        to_whole = text[share.end : whole.start]
        if whole.start < part.start:
            told = text[whole.end : part.start]
            is_aside = _ASIDE.search(told) and _CLOSES.match(text, part.end)
            return _OF.fullmatch(to_whole) is not None and is_aside is not None
        return _OPENS.search(text[share.end : part.start]) is not None
    return False


_ENDS = late_pattern(
    r" ?(?:[)\],.;–—]|\Z)| of (?:them|the (?:whole|total|lot))\b| in all\b|· ?[).,]"
)
_OF = late_pattern(r" of (?:all |the |those |these |our |its ){0,2}")
_ASIDE = late_pattern(r"(?:[(,–—]|, or|that is,?|namely) ?(?:a total of )?\Z")
_CLOSES = late_pattern(r"(?: in (?:all|number|total)| [a-z]+(?=[)]))?(?:[),.–—]| –|\Z)")
_OPENS = late_pattern(r"\A[^.;,()]{0,60}(?: \(|, or |, that is,? |, namely )(?:some )?\Z")


def _unlike(said: str, share: _Share, pair: tuple[_Count, _Count] | None) -> str:
    if pair is None:
        return ""
    part, whole = pair
    right = part.value / whole.value
    if share.words is not None:
        is_right = is_told_by(share.words, right)
    else:
        is_right = abs(100 * right - 100 * share.value) < 10**-share.places
    if is_right:
        return ""
    figure = f"{100 * right:.{share.places}f}%"
    return f"“{said}”: {part.typed} of {whole.typed} is {figure}, not {_typed(share)}."


def _typed(share: _Share) -> str:
    return f"“{share.typed}”" if share.words is not None else share.typed
