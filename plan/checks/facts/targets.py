"""What success is counted from, and a target that runs backwards from there."""

import re

from plan.reading.atoms import word_set
from plan.reading.dates import A_MONTH, MONTHS
from plan.reading.number_words import in_figures
from plan.text.patterns import late_pattern, pattern_with
from plan.text.remembered import remembered
from plan.text.signs import ANY_FIGURE, Signs

WORDS_FOR_NUMBERS = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|(?:thir|four|fif|six|"
    r"seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand"
)
_FROM_WHERE = "baseline from. compared since before than. present currently previously"
_BASELINE = pattern_with(
    r"\d in (?:19|20)\d\d|\d\S* (?:(?:and )?(?:rising|growing|increasing|going up|falling|dropping|"
    r"going down|rises?|grows?|up|down) )?to (?:under |over |below |above |at (?:least|most) )?"
    r"£?\d|\bbaseline\b|\bfrom\s+\S*\d|\bfrom\s+\w+ (?:in|to)\b|\bcompared (?:with|to)\b|\bsince\b|"
    r"\bbefore\b.*\bafter\b|\bthan (?:in|last|at present|now)\b|\([^()]*\d[^()]*\)|"
    r"\b(?:at present|currently|previously)\b|\b(?:no|or) (?:more|fewer|less|lower|higher|later|"
    rf"worse)\b|\b(?:more|fewer|less|longer|later) than (?:\d|{WORDS_FOR_NUMBERS})",
    re.IGNORECASE | re.DOTALL,
    signs=Signs(
        f"{ANY_FIGURE} {_FROM_WHERE} no. or.",
        f"{_FROM_WHERE} no. or. in. to. (",
    ),
)
_FROM_YEAR = pattern_with(
    r"\b(?:from|on|against|above|below|over) (?:the |its |their |a )?(?:\w+ ){0,4}?(?:(?:19|20)\d\d"
    r"|(?:last|previous|prior) (?:year|session|term|winter|summer|season|quarter)|baseline|current|"
    r"present|same (?:month|quarter|term|period|season)|(?:year|session|term|winter|season|quarter)"
    r" before)\b|\byear[ -]on[ -]year\b",
    re.IGNORECASE,
    signs=Signs(
        "from. on. against above below over. year",
        "19 20 last previous prior baseline current present same year session term winter season "
        "quarter",
    ),
)
_BY_ITS_PERIOD = pattern_with(
    r"\bby (?:at least |over |about )?\d[\d.,]*(?:\s?%| per ?cent)?[^.;]{0,40}\b(?:in|over|during|"
    r"within) (?:the|its|their) (?:first )?(?:year|session|term|winter|season|quarter|"
    r"(?:six|twelve|6|12) months) (?:after|following|from|since)\b",
    re.IGNORECASE,
    signs=Signs("by.", ANY_FIGURE, "in. over. during within"),
)
"""By how much in a time after something: as long before it is what is compared with."""
_SO_MUCH = pattern_with(
    r"\bby (?:at least |over |about )?(?:£\s?\d[\d,.]*|\d[\d,.]* ?(?:[kMG]Wh|tonnes?|litres|miles|"
    r"kilometres|km|hours)\b)",
    signs=Signs("by.", ANY_FIGURE),
)
"""By how much, in pounds or in what is metered: such a sum is counted by itself."""
GRADED = pattern_with(
    r"\b(?:all|each|every|no)\b[^.;]{0,60}\b(?:graded?|grades|evaluated|rated) (?:as |of )?(?:at "
    r"least |or )?['“\"]?(?:good|very good|adequate|satisfactory|excellent)\b|"
    r"\b(?:graded?|grades|evaluated|rated) (?:as |of )?(?:at least )?['“\"]?(?:good|very good|"
    r"adequate|satisfactory)['”\"]? or (?:better|above)\b|"
    r"\bfrom ['“\"]?(?:weak|adequate|satisfactory|good|[A-F])['”\"]? to ['“\"]?(?:adequate|"
    r"satisfactory|good|very good|excellent|[A-F])\b",
    re.IGNORECASE,
    signs=Signs(
        "grade evaluated rated from.",
        "good very adequate satisfactory excellent weak a. b. c. d. e. f.",
    ),
)
"""A grade that is to be reached says how far, and the scale from where."""
_UP = (
    r"(?:ris(?:es?|en|ing)|rose|increas(?:e[sd]?|ing)|gr(?:ows?|ew|owing)|go(?:es|ing)? up|"
    r"climb\w*)"
)
_DOWN = (
    r"(?:falls?|fell|fallen|falling|reduc(?:e[sd]?|ing|tions?)|decreas(?:e[sd]?|ing)|drops?|"
    r"dropp(?:ed|ing)|cut|lowered|lowering|declin(?:e[sd]?|ing)|go(?:es|ing)? down|down|shrinks?)"
)
_SCALE = r"(?P<{0}_scale>k|m|bn|million|billion|thousand)?"
_FIGURE = (
    r"[£€]?(?P<{0}>\d[\d,]*(?:\.\d+)?)\s?" + _SCALE + r"(?![\w/])\s?(?P<{0}_unit>%|per ?cent|"
    r"[a-z]{{3,}}(?: points)?)?"
)
_ABOUT = r"(?:about |around |approximately |over |under |at least |at most |only |some |nearly )?"
_FROM_TO = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?P<between>[^.;]{{0,60}}?)\bfrom (?:the )?{_ABOUT}"
    rf"{_FIGURE.format('old')}(?:\s?\([^()]{{0,60}}\))?[^.;()]{{0,40}}?\bto {_ABOUT}"
    rf"{_FIGURE.format('new')}",
    re.IGNORECASE,
)
"""From one figure to another: "rises from 71% (June 2026) to 68%"."""
_TO_BASE = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?P<between>[^.;()]{{0,30}}?)\bto {_ABOUT}"
    rf"{_FIGURE.format('new')}[^.;()]{{0,40}}?\((?:baseline|from|was|currently|now|at present)?:?"
    rf" ?{_ABOUT}{_FIGURE.format('old')}(?: (?:in|at|now|today|currently)\b[^()]*)?\)",
    re.IGNORECASE,
)
"""To a figure, with the one before in brackets: "falls to 12 (9 in 2025/26)"."""
_MONTHS = frozenset(month.lower() for month in MONTHS)
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_AMOUNT = r"[£€]?\d[\d,]*(?:\.\d+)?(?:\s?%| per ?cent|\s?(?:k|m|bn|million|billion)\b)?"
_LAST = r"(?:last|previous|prior) (?:financial )?(?:year|session|term|season|quarter|winter|summer)"
_TODAY = rf"(?:now|today|currently|at present|at the moment|presently|{_LAST})"
_IN_BRACKETS = (
    r"\((?![^()]*\b(?:targets?|aim|goal|by|until|to)\b)[^()]*\b(?:(?:19|20)\d\d|now|today|"
    r"currently|present|baseline|was|were|from|last|previous(?:ly)?|average)\b[^()]*\)"
)
_THE_OLD = r"(?:(?:the|its|about|around|an?|average|total|baseline|of|figure) )*"
_OF_A_TIME = rf"(?:(?:in|of|for|at) (?:\w+ )?(?:19|20)\d\d(?:[/–-]\d\d)?|{_TODAY})"
_AFTER_FROM = (
    r"\b(?:from|against|compared (?:with|to)|(?:up|down) (?:on|from)|on (?:the|its)) "
    rf"{_THE_OLD}{_AMOUNT}(?:(?<=[%mnk\dt])(?=\s*(?:$|[,.;)]|by\b))|(?<=%)|(?<=cent)|"
    rf" (?:days?|weeks?|months?|hours?|minutes?|points?)\b|[^.;,()]{{0,40}}? {_OF_A_TIME})"
)
_AFTER_NOW = (
    rf"\b(?:{_TODAY}|current|present|existing|baseline(?: of)?|was|were)\W+"
    rf"(?:(?:is|was|of|about|around|only|an?|average|the) )*{_AMOUNT}"
    r"(?: (?:days?|weeks?|months?|hours?))?"
)
_BRACKETS = late_pattern(
    _IN_BRACKETS,
    re.IGNORECASE,
    signs=Signs(
        "(", "19 20 now today currently present baseline was were from last previous average"
    ),
)
_WHERE_IT_STANDS = tuple(
    late_pattern(pattern, re.IGNORECASE, signs=signs)
    for pattern, signs in (
        (_AFTER_FROM, Signs(ANY_FIGURE, "from. against compared up. down. on.")),
        (
            _AFTER_NOW,
            Signs(
                ANY_FIGURE,
                "now today current present existing baseline was. were. last previous prior moment",
            ),
        ),
        (
            rf"{_AMOUNT}(?: [a-z]+){{0,3}}? {_TODAY}",
            Signs(ANY_FIGURE, "now today current present last previous prior moment"),
        ),
        (
            rf"{_AMOUNT}[^.;]{{0,60}}? (?:is|are) (?:improved (?:up)?on|bettered)\b",
            Signs(ANY_FIGURE, "improved bettered"),
        ),
    )
)
"""What tells of where success is counted from, with its figure: "now 14 weeks"; or in `_BRACKETS`.
"""
_DATE_IN_FIGURES = re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b")
_COUNTS_NOTHING = pattern_with(
    r"\b(?:(?:two|three|four)[- ]way\b|(?:two|three|four|five)-(?!thirds|fifths|quarters|fold)\w+|"
    r"360[- ]degree|one[- ](?:team|stop|off|page|voice|council|system|"
    r"to[- ]one)\b|1[:-](?:to-)?1\b|zero[- ]tolerance\b|24[/-]7\b|(?:p|s|"
    r"n)\d(?:\s?[-–/]\s?[psn]?\d)?\b|half[- ](?:term|day|way)\w*|third (?:sector|part(?:y|"
    r"ies))\b|once (?!a\b|an\b|every|per)|(?:actions?|aims?|priorit(?:y|ies)|outcomes?|"
    r"objectives?|standards?|sections?|pages?|paragraphs?|appendi(?:x|ces)|recommendations?|"
    r"levels?|tiers?|phases?|stages?|steps?|parts?|items?|years?|weeks?|terms?|key questions?|"
    r"indicators?|qi|hgios) ?\d[\d.]*[a-z]?\b|(?:aged?|ages) \d+(?:\s?(?:-|–|to|and) ?\d+)?|"
    r"(?:under|over)[- ]\d+(?:s|['’]s)\b|(?:\d{1,2}(?:st|nd|rd|th)? )?"
    rf"{A_MONTH},? (?:19|20)\d\d\b|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b|(?:19|"
    r"20)\d\d(?:\s?[/–-]\s?\d{2,4})?\b(?!\s*(?:homes?|houses?|people|children|pupils|places)))",
    re.IGNORECASE,
    signs=Signs(
        "two three four five 360 one. 1. zero 24. p. s. n. half third once action aim priorit "
        "outcome objective standard section page paragraph appendi recommendation level tier phase "
        f"stage step part item year week term key indicator qi hgios age. aged ages {ANY_FIGURE}"
    ),
)
"""Figures and number words that count nothing: a year, a class, an action's ref, "two way"."""
_CHANGES_BY = pattern_with(
    rf"\b(?:{_UP}|{_DOWN}|drop|cuts?|cutting|shrink\w*|declin\w+|climb\w*|slash\w*|trim\w*)\b"
    r"(?=[^.;()]{0,60}?\b(?:by|to|from) (?:at least |about |around |over |an? |one |under )*"
    rf"(?:[£€]?\d|{WORDS_FOR_NUMBERS})\b)|(?<!of )(?<!for )(?<!at )\b(?:up|down) (?:to|"
    r"by) \d[\d.]*\s?(?:%|per ?cent)|\b(?:short|quick|fast|slow|long|small|larg|bigg|"
    r"cheap)er (?:\w+ ){0,2}?(?:waits?|waiting|times?|lengths?|delays?|turnaround|responses?|"
    r"stays?|queues?|journeys?|lists?|gaps?|bills?|costs?|periods?|intervals?)\b",
    re.IGNORECASE,
    signs=Signs("by. to. from. shorter quicker faster slower longer smaller larger bigger cheaper"),
)
"""A change in any word for one, told by its amount: "drops by 8 days", "up to 90%".

What halves, or falls by a third, is counted from where it is, and needs no figure for it.
"""
_MEASURED = re.compile(_FIGURE.format("value"), re.IGNORECASE)
_KEPT = re.compile(
    r"\b(?:ke(?:ep|pt)|remain\w*|stay\w*|maintain\w*|sustain\w*|h[eo]ld|hold\w*|continu\w*|still|"
    r"no worse|at or|not (?:rise|fall|drop)\w*|despite|whil(?:e|st))\b",
    re.IGNORECASE,
)
"""What is to stay as it is may stand there already."""
_AT_LEAST = re.compile(
    rf"\b(?:at least|no (?:fewer|less|lower) than|minimum|reach\w*|exceed\w*|up (?:to|from)|"
    rf"(?<!no )more than|or (?:more|better|above|higher)|{_UP})\b",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    rf"\b(?:at most|no (?:more|higher|later) than|maximum|(?<!no )(?:fewer|less) than|under|below|"
    rf"or (?:fewer|less|below|lower)|down (?:to|from)|(?:no|nobody|none|neither)\b[^.;()]{{3,40}}? "
    rf"more than|{_DOWN})\b",
    re.IGNORECASE,
)
_WELL_DONE = re.compile(
    r"(?:%|per ?cent) of [^.;()]{2,60}?\b(?:made|met|repaired|answered|completed|paid|seen|issued|"
    r"inspected|trained|satisfied|collected|recycled|attend\w*|achiev\w*|on time|in time|resolved|"
    r"delivered|cleared|reviewed|assessed|acknowledged|decided|returned|visited|treated|gritted|"
    r"compliant|meet\w*)\b",
    re.IGNORECASE,
)
"""A share of what is done well, of which more is better."""
_DONE_BADLY = re.compile(
    r"\b(?:late|miss\w*|overdue|complain\w*|absen\w*|sick\w*|arrears|void|vacan\w*|fail\w*|waste|"
    r"landfill|offend\w*|re-?offend\w*|unpaid|not|without|repeat\w*|reject\w*|exclu\w*|no longer|"
    r"agency|error\w*|cancel\w*|refus\w*|poverty|accident\w*|incident\w*|readmi\w*|wait\w*)\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(r"\b(?:not|no|never|more slowly|less|gap|than)\b", re.IGNORECASE)
_OF_A_RANK = re.compile(
    r"\b(?:position|rank\w*|place[ds]?|quartile|decile|league|benchmark\w*|band|grade)\b",
    re.IGNORECASE,
)
"""What is better the lower its figure: it "rises" from 7th to 4th."""
_YEARS = range(1900, 2101)
_NO_UNITS = word_set(
    "today now currently last high and the for per each with over within before"
) | {""}


@remembered
def runs_backwards(criterion: str) -> str:
    """Return the words of a criterion whose target lies on the wrong side of its baseline, or "".

    "rises from 71% to 68%" falls. Figures of different units are not compared.
    """
    if "from" not in criterion and "(" not in criterion:
        return ""
    for pattern in (_FROM_TO, _TO_BASE):
        for found in pattern.finditer(criterion):
            if _OTHERWISE.search(found["between"]) or not _alike(found):
                continue
            if _OF_A_RANK.search(criterion, 0, found.end()):
                continue
            old, new = _number(found, "old"), _number(found, "new")
            if (found["up"] and new < old) or (found["down"] and new > old):
                return _quoted(found)
    return ""


def _number(found: re.Match[str], name: str) -> float:
    scale = (found[f"{name}_scale"] or "").lower()
    return float(found[name].replace(",", "")) * _SCALES.get(scale, 1)


def _alike(found: re.Match[str]) -> bool:
    """Return whether two figures can be compared: of one unit, and neither a year nor a day."""
    old, new = (_unit(found[f"{name}_unit"]) for name in ("old", "new"))
    years = [found[name].isdecimal() and int(found[name]) in _YEARS for name in ("old", "new")]
    if all(years) or _MONTHS & {old, new}:
        return False
    return old == new or ("" in (old, new) and "%" not in (old, new))


def _unit(said: str | None) -> str:
    unit = (said or "").lower().replace("per cent", "%").replace("percent", "%").split(" ")[0]
    return "" if unit in _NO_UNITS else unit


def _quoted(found: re.Match[str]) -> str:
    return " ".join(found[0].split()).rstrip(" ,")


def without_what_counts_nothing(text: str) -> str:
    """Return a text without the figures and number words in it that count nothing."""
    return _COUNTS_NOTHING.sub(" ", _DATE_IN_FIGURES.sub(" ", text))


def says_from_where(criterion: str) -> bool:
    """Return whether a criterion says from what a change is counted."""
    patterns = (_BASELINE, _FROM_YEAR, _BY_ITS_PERIOD, _SO_MUCH)
    return any(
        pattern.search(one) for one in (criterion, in_figures(criterion)) for pattern in patterns
    )


def changes_by(criterion: str) -> bool:
    """Return whether a criterion tells of a change by its amount, in whatever words."""
    return _CHANGES_BY.search(criterion) is not None


@remembered
def without_where_it_stands(criterion: str) -> str:
    """Return a criterion without what tells of where success is counted from.

    "Arrears reduced from £1.4m by June" is left without a figure, and so without a target.
    """
    for pattern in (_BRACKETS, *_WHERE_IT_STANDS):
        criterion = pattern.sub(" ", criterion)
    return criterion


@remembered
def already_reached(criterion: str) -> str:
    """Return the figure at which something stands that is to be reached and is passed, or "".

    "At least 70 households, up from 74" asks for less than there is; what is to be kept may.
    """
    told = without_where_it_stands(criterion)
    if told == criterion or _KEPT.search(criterion) or _OF_A_RANK.search(criterion):
        return ""
    standing = set(_figures_in(criterion)) - set(_figures_in(told))
    if len(standing) != 1:
        return ""
    ((now, unit, typed),) = standing
    targets = [value for value, of, _ in _figures_in(told) if of == unit or _is_a_count(of, unit)]
    if len(targets) != 1 or (is_more := _wants_more(criterion)) is None:
        return ""
    is_passed = targets[0] < now if is_more else targets[0] > now
    return typed if is_passed else ""


def _is_a_count(one: str, other: str) -> bool:
    return "" in (one, other) and "%" not in (one, other)


@remembered
def _figures_in(text: str) -> tuple[tuple[float, str, str], ...]:
    """Return the figures of a text with their units, and as typed; years and days are none."""
    told = without_what_counts_nothing(text)
    return tuple(
        (_number(found, "value"), _unit(found["value_unit"]), _as_typed(found))
        for found in _MEASURED.finditer(told)
        if (found["value_unit"] or "").casefold() not in _MONTHS
    )


def _as_typed(found: re.Match[str]) -> str:
    unit = found["value_unit"] if _unit(found["value_unit"]) else ""
    return found[0].removesuffix(found["value_unit"] or "").strip() + (
        unit if unit in ("", "%") else f" {unit}"
    )


def _wants_more(criterion: str) -> bool | None:
    """Return whether a criterion asks for more, for less, or does not say."""
    more, less = _AT_LEAST.search(criterion), _AT_MOST.search(criterion)
    if more or less:
        return None if more and less else more is not None
    is_good = _WELL_DONE.search(criterion) and not _DONE_BADLY.search(criterion)
    return True if is_good else None
