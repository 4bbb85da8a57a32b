"""One fact is one finding: what a second rule says of the same place and facts is left out.

Which facts a finding names is read from its sentence: the dates, the amounts, the shares and the
numbers of actions in it.
"""

import re
from collections.abc import Iterable

from plan.model.finding import Finding
from plan.reading.dates import A_FULL_DATE, read_date
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered

_OF_THE_REPORT = ("R16", "R41", "R42", "R43", "R45", "R51")
"""The rules that hold what is told against what is told: two of them may see one contradiction."""
_A_DATE = late_pattern(rf"\b(?:{A_FULL_DATE})\b")
_A_FIGURE = late_pattern(
    r"£ ?\d[\d,.]*\d(?: ?(?:m|k|million|bn)\b)?|\d+(?:\.\d+)?%|\b\d{1,2}\.\d{1,2}\b"
)
_FEWEST = 2
"""Two findings that share a single fact may be of two things."""


def said_once(found: Iterable[Finding]) -> list[Finding]:
    """Return findings without those that name only what an earlier one of the same place names.

    The very same facts are one contradiction wherever another rule names them.
    """
    kept: list[Finding] = []
    told: dict[str, list[tuple[str, frozenset[str]]]] = {}
    rules: dict[frozenset[str], str] = {}
    for one in found:
        if one.rule in _OF_THE_REPORT:
            facts = _facts_of(one.text)
            at = told.setdefault(one.place.path, [])
            is_said = any(rule != one.rule and facts <= others for rule, others in at)
            if len(facts) >= _FEWEST and (is_said or rules.get(facts, one.rule) != one.rule):
                continue
            at.append((one.rule, facts))
            rules.setdefault(facts, one.rule)
        kept.append(one)
    return kept


@remembered
def _facts_of(text: str) -> frozenset[str]:
    """Return the facts that the sentence of a finding names; a date is known by its month."""
    facts = {re.sub(r"[ ,]", "", one[0]) for one in _A_FIGURE.finditer(text)}
    dates = (read_date(one[0]) for one in _A_DATE.finditer(text))
    return frozenset(facts | {f"{one.last:%Y-%m}" for one in dates if one is not None})
