"""What success is counted from, and a target that runs backwards from there."""

import re

from plan.reading.dates import MONTHS
from plan.text.remembered import remembered

WORDS_FOR_NUMBERS = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|\w{3,5}teen|(?:twen|"
    r"thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand"
)
_BASELINE = re.compile(
    r"\d in (?:19|20)\d\d|\d\S* (?:(?:and )?(?:rising|growing|increasing|going up|falling|dropping|"
    r"going down|rises?|grows?|up|down) )?to (?:under |over |below |above |at (?:least|most) )?"
    r"£?\d|"
    r"\bbaseline\b|\bfrom\s+\S*\d|\bfrom\s+\w+ (?:in|to)\b|\bcompared (?:with|to)\b|\bsince\b|"
    r"\bbefore\b.*\bafter\b|\bthan (?:in|last|at present|now)\b|\([^()]*\d[^()]*\)|"
    r"\b(?:at present|currently|previously)\b|\b(?:no|or) (?:more|fewer|less|lower|higher|later|"
    r"worse)\b|"
    rf"\b(?:more|fewer|less|longer|later) than (?:\d|{WORDS_FOR_NUMBERS})",
    re.IGNORECASE | re.DOTALL,
)
_FROM_YEAR = re.compile(
    r"\b(?:from|on|against|above|below|over) (?:the |its |their |a )?(?:\w+ ){0,4}?(?:(?:19|20)\d\d"
    r"|(?:last|previous|prior) (?:year|session|term|winter|summer|season|quarter)|baseline|current|"
    r"present|same (?:month|quarter|term|period|season)|(?:year|session|term|winter|season|quarter)"
    r" before)\b|\byear[ -]on[ -]year\b",
    re.IGNORECASE,
)
_BASELINE_HINTS = (
    *(" in ", " to ", "(", "baseline", "from", "compared", "since", "before", "than", "present"),
    *("currently", "previously", "no ", "or "),
)
"""Letters of which some stand wherever `_BASELINE` matches: without them we do not look."""
_BY_ITS_PERIOD = re.compile(
    r"\bby (?:at least |over |about )?\d[\d.,]*(?:\s?%| per ?cent)?[^.;]{0,40}\b(?:in|over|during|"
    r"within) (?:the|its|their) (?:first )?(?:year|session|term|winter|season|quarter|"
    r"(?:six|twelve|6|12) months) (?:after|following|from|since)\b",
    re.IGNORECASE,
)
"""By how much in a time after something: as long before it is what is compared with."""
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
_OTHERWISE = re.compile(r"\b(?:not|no|never|more slowly|less|gap|than)\b", re.IGNORECASE)
_OF_A_RANK = re.compile(
    r"\b(?:position|rank\w*|place[ds]?|quartile|decile|league|benchmark\w*|band|grade)\b",
    re.IGNORECASE,
)
"""What is better the lower its figure: it "rises" from 7th to 4th."""
_YEARS = range(1900, 2101)
_NO_UNITS = frozenset({"", "and", "the", "for", "per", "each", "with", "over", "within", "before"})


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


def says_from_where(criterion: str) -> bool:
    """Return whether a criterion says from what a change is counted."""
    lowered = criterion.lower()
    if any(one in lowered for one in _BASELINE_HINTS) and _BASELINE.search(criterion):
        return True
    return bool(_FROM_YEAR.search(criterion) or _BY_ITS_PERIOD.search(criterion))
