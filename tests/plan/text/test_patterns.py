"""A pattern that is compiled late does what a compiled one does."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.text.patterns import late_pattern

WORDS = r"(?P<day>\d{1,2}) (?P<month>May|June)"


@given(st.text("0123456789 MayJune.\n", max_size=30))
def test_it_finds_what_a_compiled_pattern_finds(text: str) -> None:
    late, compiled = late_pattern(WORDS, re.IGNORECASE), re.compile(WORDS, re.IGNORECASE)
    assert [one.span() for one in late.finditer(text)] == [
        one.span() for one in compiled.finditer(text)
    ]
    assert late.sub("-", text) == compiled.sub("-", text)
    assert bool(late.fullmatch(text)) == bool(compiled.fullmatch(text))
    assert late.split(text) == compiled.split(text)


def test_it_is_compiled_for_its_first_use_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile

    def counted(words: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(words)
        return real(words, flags)

    monkeypatch.setattr(re, "compile", counted)
    late = late_pattern(WORDS)
    assert late.pattern == WORDS
    assert not compiled
    assert late.search("on 12 May")
    assert late.match("12 June")
    assert late.groups == 2
    assert compiled == [WORDS]
