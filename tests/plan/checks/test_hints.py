"""Letters by which a text is passed over soonest: they stand in whatever the pattern matches."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plan.reading import lateness, what_is_left

_PAIRS: dict[str, tuple["re.Pattern[str]", tuple[str, ...]]] = {
    "late": (lateness._STANDS_STILL, lateness._STILL_HINTS),
    "remains": (what_is_left._REMAINS, what_is_left._REMAINS_HINTS),
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
    said = text.lower()
    assert any(hint in said for hint in hints), text
