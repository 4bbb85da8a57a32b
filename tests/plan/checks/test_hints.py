"""Letters by which a text is passed over soonest: they stand in whatever the pattern matches."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plan.checks.actions import (
    acronym_checks,
    lead_checks,
    plan_checks,
    smart,
)
from plan.checks.facts import (
    actions_told,
    events_compared,
    few_of_a_place,
    known_people,
    subjects,
    targets,
    told_measures,
)
from plan.checks.form import (
    form_checks,
)
from plan.checks.report import (
    cited_law_checks,
)
from plan.reading import lateness, note_words, number_words, what_is_left

_PAIRS: dict[str, tuple["re.Pattern[str]", tuple[str, ...]]] = {
    "led by": (actions_told._LED_BY, actions_told._LED_HINTS),
    "tied": (acronym_checks._MAY_BE_TIED, acronym_checks._TIES),
    "graded": (smart._GRADED, smart._GRADED_HINTS),
    "to nothing": (smart._TO_NOTHING, smart._NOTHING_HINTS),
    "no change": (smart._NO_CHANGE, smart._NO_CHANGE_HINTS),
    "changes by": (targets._CHANGES_BY, targets._CHANGE_HINTS),
    "in brackets": (targets._BRACKETS, ("(",)),
    "assessment": (re.compile(form_checks._ASSESSMENT, re.IGNORECASE), form_checks._ASSESSED),
    "the one": (known_people._THE_ONE, (" one ", " only ")),
    "off ill": (few_of_a_place._OFF_ILL, few_of_a_place._ILL_WORDS),
    "an address": (plan_checks._HIDDEN, (*plan_checks._HINTS, "ext")),
    "said gone": (lead_checks._SAID_GONE, lead_checks._GONE_HINTS),
    "late": (lateness._STANDS_STILL, lateness._STILL_HINTS),
    "remains": (what_is_left._REMAINS, what_is_left._REMAINS_HINTS),
    "still open": (note_words._OPEN, note_words._OPEN_HINTS),
    "baseline": (targets._BASELINE, targets._BASELINE_HINTS),
    **{f"school {n}": (one, parts) for n, (one, parts, _) in enumerate(subjects._CHANGES)},
    **{f"school's end {n}": (one, ends) for n, (one, _, ends) in enumerate(subjects._CHANGES)},
    "timed": (told_measures._TIME, told_measures._TIMED),
    "now": (told_measures._STANDS_NOW, told_measures._TIMED),
    "a law": (cited_law_checks._NAMED, cited_law_checks._HINTS),
    "again": (events_compared._AGAIN, events_compared._AGAIN_HINTS),
    "value": (told_measures._VALUE, told_measures._MEASURED_IN),
    "twelve (12)": (number_words._AGAIN, (" (",)),
    **{f"where it stands {number}": pair for number, pair in enumerate(targets._WHERE_IT_STANDS)},
    **{f"new date {number}": pair for number, pair in enumerate(note_words._NEW_DATES)},
}
_ASCII = st.characters(min_codepoint=32, max_codepoint=126)


@pytest.mark.parametrize("name", _PAIRS)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(data=st.data())
def test_one_of_its_hints_stands_in_whatever_a_pattern_matches(
    name: str, data: st.DataObject
) -> None:
    pattern, hints = _PAIRS[name]
    compiled = re.compile(pattern.pattern, pattern.flags)
    text = data.draw(st.from_regex(compiled, alphabet=_ASCII))
    said = text if name in ("tied", "a law") else text.lower()
    assert any(hint in said for hint in hints), text
