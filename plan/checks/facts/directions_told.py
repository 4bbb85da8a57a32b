"""Whether what is told to rise or to fall does so by its own two values: R51.

"Rose from 61% in 2024 to 58% in 2026", "at 58% it is up on the 61% of 2024", "fell to 14 (2024:
12)", and a column of change in a table. The direction is held against the two values however they
are told; where a sentence has more values of the kind, or hopes for one, nothing is asked.
"""

import re
from typing import NamedTuple

from plan.papers.markdown import plain_of
from plan.papers.passage_tables import rows_of
from plan.reading.dates import A_MONTH
from plan.reading.number_words import in_figures
from plan.text.line_breaks import shortened
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered
from plan.text.signs import Signs

_VALUE = (
    r"(?<![\w.,/£:–-])(?P<pounds>£ ?)?(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<unit> ?(?:%|per ?cent\b|million\b|billion\b|bn\b|m\b|k\b))?(?![\w/]|[.,]\d| points?)"
)
_VALUES = late_pattern(_VALUE, re.IGNORECASE)
_A_TIME = late_pattern(
    rf"\b(?:\d{{1,2}} )?{A_MONTH} (?P<one>(?:19|20)\d\d)\b|"
    r"(?<![\d,.£/–-])(?P<other>(?:19|20)\d\d)(?:[/–-]\d\d(?:\d\d)?)?(?![/–-]?\d|[,.]\d|%)|"
    rf"\b(?:\d{{1,2}} )?{A_MONTH}\b"
)
_UP = (
    r"rose|risen|rising|grew|grown|growing|increased|increasing|climbed|climbing|jumped|"
    r"went up|gone up|going up|up|higher|doubled|trebled|tripled"
)
_DOWN = (
    r"fell|fallen|falling|dropped|dropping|decreased|decreasing|declined|declining|shrank|shrunk|"
    r"went down|gone down|came down|come down|going down|down|lower|halved"
)
_NAMED_UP, _NAMED_DOWN = "rise|increase|growth", "fall|drop|decrease|decline|reduction"
_TURN = late_pattern(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|"
    rf"an? (?:\w+ )?(?:(?P<named_up>{_NAMED_UP})|(?P<named_down>{_NAMED_DOWN})))\b",
    re.IGNORECASE,
    signs=Signs(
        "rose risen rising grew grow increas climb jump went gone going up. higher doubl trebl "
        "tripl fell fall dropp drop decreas declin shrank shrunk came come down lower halv rise "
        "reduction"
    ),
)
_BETTER = late_pattern(
    r"\b(?P<kind>improved|improving)\b", re.IGNORECASE, signs=Signs("improved improving")
)
_IS_GOOD = late_pattern(
    r"\b(?:attend\w*|attain\w*|satisf\w*|complet\w+|reach\w*|achiev\w*|pass\w*|in time|on time|"
    r"within|answer\w*|positive\w*|litera\w*|numera\w*|particip\w*|recycl\w*|train\w*|expected "
    r"level|agree\w*|confiden\w*|met|signed)\b",
    re.IGNORECASE,
)
"""Of which more is better: of much else that improves less may be."""
_IN_A_LIST = late_pattern(
    r"\b(?:rank\w*|plac(?:e|ed|ing)|positions?|quartile|decile|out of|bands?|tables?)\b",
    re.IGNORECASE,
)
_OTHERWISE = late_pattern(
    r"\b(?:target\w*|aim\w*|goal|will|would|should|could|if|(?:is|are|was|"
    r"were) expected|expects?|forecast|project(?:ed|ion)|"
    r"hop(?:e|es|ed)|by (?:19|20)\d\d|to (?:rise|fall|increase|reduce|improve)|not|no|never|"
    r"national\w*|average|elsewhere|than in (?:the )?[A-Z]|respectively|while|whereas|but|although|"
    r"despite|then|again|peak\w*|set up|made up|taken up|take up|signed up|follow\w* up|up to|"
    r"step down|broken down|laid down|more than|less than|at least|over the|lowest|highest|since "
    r"when|from which)\b|;",
)
"""Words by which a sentence tells of more than of one value that was and is."""
_FROM = late_pattern(r"\bfrom (?:a baseline of |only |just )?(?:the )?\Z", re.IGNORECASE)
_TO = late_pattern(r"\bto (?:only |just )?(?:the )?(?:\w+ )?\Z", re.IGNORECASE)
_WAS = late_pattern(
    r"\b(?:from|against|compared (?:with|to)|than|up on|down on|on|previously|originally)"
    r"(?: (?:only|just|the|a|an|its|last year’s|earlier|baseline|figure|level|of)){0,4} ?\Z|"
    r"\b(?:was|were|stood at|had been)(?: (?:only|just))? ?\Z",
    re.IGNORECASE,
)
_IS = late_pattern(
    r"\b(?:to|is|are|now|at|has reached|stands at)(?: (?:only|just|now|the|a)){0,2} ?\Z",
    re.IGNORECASE,
)
_FARTHEST = 60
"""Characters between a word of direction and the first of its values."""


class _Value(NamedTuple):
    typed: str
    value: float
    unit: str
    start: int
    end: int


@remembered
def wrong_direction(sentence: str) -> str:
    """Return what is said of a rise that is a fall by its two values, or the reverse."""
    if not (_TURN.search(sentence) or _BETTER.search(sentence)) or len(sentence) > _LONGEST:
        return ""
    figures = in_figures(sentence)
    if _OTHERWISE.search(figures):
        return ""
    bare = _A_TIME.sub(lambda found: "·" * len(found[0]), figures)
    turn, values = _turn_of(bare), _values_in(bare)
    if turn is None or len(values) != _TWO or values[0].unit != values[1].unit:
        return ""
    is_up, kind, where = turn
    ordered = _was_and_is(figures, bare, values) if _is_of_them(bare, where, values) else None
    if ordered is None or (not values[0].unit and _IN_A_LIST.search(bare)):
        return ""
    was, now = ordered
    if was.value == now.value or is_up == (now.value > was.value):
        return ""
    other = "a fall" if is_up else "an increase"
    return f"“{shortened(sentence)}”: from {was.typed} to {now.typed} is {other}, not “{kind}”."


_LONGEST, _TWO = 400, 2


def _values_in(bare: str) -> list[_Value]:
    found = []
    for one in _VALUES.finditer(bare):
        unit = (one["unit"] or "").strip().casefold().replace("per cent", "%")
        scale = _SCALES.get(unit, 1)
        if _LEADS_NO_VALUE.search(bare[: one.start()]):
            continue
        value = float(one["figure"].replace(",", "")) * scale
        kind = "£" if one["pounds"] else "%" if unit in ("%", "percent") else ""
        found.append(_Value(one[0].strip(), value, kind, *one.span()))
    return found


_SCALES = {"million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9, "k": 10**3}
_LEADS_NO_VALUE = late_pattern(
    r"\b(?:actions?|aims?|priority|paragraphs?|sections?|pages?|appendix|table|grades?|levels?|"
    r"report|aged?|class|primary|P|S|indicator|question|number|no|stage|year)\.? \Z",
    re.IGNORECASE,
)


def _turn_of(bare: str) -> tuple[bool, str, tuple[int, int]] | None:
    """Return the one direction that a text tells: whether it is up, its word and where it is."""
    turns = list(_TURN.finditer(bare))
    ups = {bool(one["up"] or one["named_up"]) for one in turns}
    better = _BETTER.search(bare)
    if better and not turns and _IS_GOOD.search(bare) and "%" in bare:
        return True, better["kind"], better.span()
    if len(ups) != 1 or (better and False in ups):
        return None
    return ups.pop(), turns[0][0], (turns[0].start(), turns[-1].end())


def _was_and_is(figures: str, bare: str, values: list[_Value]) -> tuple[_Value, _Value] | None:
    """Return which value was and which one is, as the years beside them or the words say."""
    first, second = values
    years = _year_of(figures, first, second.start), _year_of(figures, second, len(bare))
    if years[0] and years[1]:
        if years[0] == years[1]:
            return None
        by_year = (first, second) if years[0] < years[1] else (second, first)
        by_words = _by_words(bare, first, second)
        return by_year if by_words in (None, by_year) else None
    return _by_words(bare, first, second)


def _by_words(bare: str, first: _Value, second: _Value) -> tuple[_Value, _Value] | None:
    before, between = bare[: first.start], bare[first.end : second.start]
    if _FROM.search(before) and _TO.search(between):
        return first, second
    if _IN_BRACKETS.fullmatch(between) and _IS.search(before):
        return second, first
    if _WAS.search(between) and not _WAS.search(before):
        return second, first
    if _WAS.search(before) and _IS.search(between):
        return first, second
    return None


_IN_BRACKETS = late_pattern(r" [(](?:in |baseline,? )?·+(?:[:,] |: ?| )?")
"""What stands before a value of an earlier time: "14 (2024: 12)"."""


def _year_of(figures: str, value: _Value, until: int) -> int:
    """Return the year that stands right behind a value, or in brackets before it; 0 for none."""
    behind = _YEAR_BEHIND.match(figures, value.end, min(until, value.end + _NEAR))
    if behind is not None:
        return int(behind["year"])
    before = _YEAR_BEFORE.search(figures, max(0, value.start - _NEAR), value.start)
    return int(before["year"]) if before is not None else 0


_NEAR = 40
_YEAR_BEHIND = late_pattern(
    r",?(?: of (?:them|pupils|cases))? ?\(?(?:in |at |for |of |by |during |since )?(?:the )?"
    rf"(?:end of |(?:\d{{1,2}} )?{A_MONTH} |session )?(?P<year>(?:19|20)\d\d)(?!\d|"
    r"[,.]\d|(?:[/–-]\d\d)?:)"
)
_YEAR_BEFORE = late_pattern(
    rf"\(?\b(?:[Ii]n )?(?:{A_MONTH} )?(?P<year>(?:19|20)\d\d)(?:[/–-]\d\d)?(?::|,? (?:it )?(?:was|"
    r"is|were|stood at|stands at))? \Z"
)


def _is_of_them(bare: str, where: tuple[int, int], values: list[_Value]) -> bool:
    """Return whether a direction is told of two values: near them, and in their clause."""
    first, second = values
    start, end = where
    if _BY.fullmatch(bare[end : (first if end <= first.start else second).start]):
        return False  # "up 4%", "a rise of 4%"
    if end <= first.start:
        gap = bare[end : first.start]
        return len(gap) <= _FARTHEST and not _PARTED.search(gap)
    if start >= second.end:
        gap = bare[second.end : start]
        return len(gap) <= _FARTHEST and _SUMMED_UP.fullmatch(gap) is not None
    return not _PARTED.search(
        re.sub(r"\band (?=has|have|is|are|had|it)", "", bare[first.end : second.start])
    )


_BY = late_pattern(r" (?:(?:by|of|some|another) )*")
_PARTED = late_pattern(
    r"\b(?:and|as|which|who|by|with|because|when|or|for)\b|[;:]|,(?! (?:up|down|from|to|against|"
    r"compared|has|have|had|it has|is|are)\b)"
)
_SUMMED_UP = late_pattern(
    r"[·\s)]*(?:\(?(?:in )?·+\)?)?(?:,| –|:| \()? ?(?:(?:which|this|that) (?:is|was) )?"
)


# A column of change

_CHANGE = late_pattern(
    r"\W*(?:change|difference|movement|variance|\+/[-–−])\b.{0,25}", re.IGNORECASE
)
_HELD = late_pattern(r"\W*£?\s?(?P<figure>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>%|m|k)?\W*", re.IGNORECASE)
_MOVED = late_pattern(
    r"\s*(?P<sign>[+−–-]|up|down|▲|▼|↑|↓)?\s?£?\s?(?P<figure>\d[\d,]*(?:\.\d+)?)\s?"
    r"(?P<unit>%|m|k|pp|points?|percentage points?|% points?)?\s*",
    re.IGNORECASE,
)
_YEAR = late_pattern(r"(?:19|20)\d\d")
_FALLS = ("−", "–", "-", "down", "▼", "↓")


@remembered
def wrong_changes(table: str) -> tuple[tuple[str, str], ...]:
    """Return what is said of each row whose change is not that between its two years."""
    rows = [[plain_of(cell).strip() for cell in row] for row in rows_of(table)]
    if len(rows) < _TWO:
        return ()
    head = rows[0]
    changes = [at for at, one in enumerate(head) if _CHANGE.fullmatch(one)]
    years = [
        (int(year[0]), at) for at, one in enumerate(head) if (year := _YEAR.search(one)) is not None
    ]
    years = [one for one in years if one[1] not in changes]
    if len(changes) != 1 or len(years) != _TWO or years[0][0] == years[1][0]:
        return ()
    (_, was), (_, now) = sorted(years)
    named = head[changes[0]]
    found: list[tuple[str, str]] = []
    for row in rows[1:]:
        change = row[changes[0]]
        if right := _wrong_change(row[was], row[now], change, named):
            told = f"“{row[0]}” goes from {row[was]} to {row[now]}, and “{named}” says {change}"
            found.append((f"{told}: it makes {right}.", f"{row[0]} {change}"))
    return tuple(found)


def _wrong_change(was: str, now: str, change: str, named: str) -> str:
    """Return the right change between two cells, or nothing where the one told is right."""
    first, second, told = _HELD.fullmatch(was), _HELD.fullmatch(now), _MOVED.fullmatch(change)
    if first is None or second is None or told is None or first["unit"] != second["unit"]:
        return ""
    before, after, by = (float(one["figure"].replace(",", "")) for one in (first, second, told))
    right = after - before
    slack = 10.0 ** -min(_places(one["figure"]) for one in (first, second, told)) / 2
    slack = slack * 1.01 if any(_places(one["figure"]) for one in (first, second)) else slack
    is_share = "%" in f"{told['unit'] or ''}{named}" and first["unit"] != "%"
    moved = 100 * right / before if is_share and before else right
    is_of_size = abs(abs(moved) - by) <= max(slack, 0.5 if is_share else 0.051)
    is_signed = told["sign"] is not None
    is_turned = is_signed and by > 0 and ((told["sign"].casefold() in _FALLS) == (right > 0))
    if is_of_size and not is_turned:
        return ""
    if first["unit"] == "%" and before and abs(100 * abs(right) / before - by) <= 1:
        return ""  # per cent of what it was
    return f"{moved:+.{max(_places(first['figure']), _places(second['figure']))}f}" + (
        "%" if is_share else ""
    )


def _places(figure: str) -> int:
    return len(figure.partition(".")[2])
