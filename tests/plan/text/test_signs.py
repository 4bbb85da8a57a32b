"""Signs by which a text is passed over soonest: they stand in whatever the pattern matches."""

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import plan
from plan.checks.form import form_checks
from plan.text.patterns import SignedPattern, late_pattern
from plan.text.signs import _BEGINNINGS, ANY_FIGURE, LONGEST_SIGN, SignedRows, Signs

_TYPED = st.characters(min_codepoint=32, max_codepoint=126, include_characters="£–—’“”")


def _signed() -> dict[str, tuple["re.Pattern[str]", Signs]]:
    """Return every pattern of `plan` that has signs, by its place."""
    found = {
        "form_checks._ASSESSMENT": (
            re.compile(form_checks._ASSESSMENT, re.IGNORECASE),
            form_checks._ASSESSED,
        ),
    }
    for module in walk_packages(plan.__path__, "plan."):
        for name, held in vars(import_module(module.name)).items():
            for place, pattern in _patterns_in(held, f"{module.name}.{name}"):
                compiled = re.compile(pattern.pattern, pattern.flags)
                found.setdefault(place, (compiled, pattern.signs))
    return found


def _patterns_in(held: object, place: str) -> Iterator[tuple[str, SignedPattern]]:
    if isinstance(held, SignedPattern):
        yield place, held
    elif isinstance(held, tuple | list):
        for number, one in enumerate(held):
            yield from _patterns_in(one, f"{place}[{number}]")


_SIGNED = _signed()


@pytest.mark.parametrize("place", _SIGNED)
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(data=st.data())
def test_its_signs_stand_in_whatever_a_pattern_matches(place: str, data: st.DataObject) -> None:
    pattern, signs = _SIGNED[place]
    text = data.draw(st.from_regex(pattern, alphabet=_TYPED))
    assert signs.stand_in(text), text


def test_no_sign_is_longer_than_a_word_is_looked_through() -> None:
    assert 3 < max(map(len, _BEGINNINGS)) <= LONGEST_SIGN


def test_a_sign_stands_where_a_word_begins_with_it() -> None:
    signs = Signs("complet plan")
    assert signs.stand_in("It is (now) Completed.")
    assert signs.stand_in("the re-planning")
    assert not signs.stand_in("an airplane is incomplete")


def test_a_sign_with_a_stop_is_a_whole_word_and_a_figure_is_the_beginning_of_a_number() -> None:
    assert Signs("ai.").stand_in("by AI, it is said")
    assert not Signs("ai.").stand_in("an aim")
    assert Signs("20").stand_in("in May 2026")
    assert not Signs("20").stand_in("in May 1920")
    assert Signs("p1").stand_in("from P1 on")
    assert Signs(ANY_FIGURE).stand_in("5days")


def test_of_each_group_of_signs_one_has_to_stand_in_a_text() -> None:
    signs = Signs("school nurser", "clos merg")
    assert signs.stand_in("Two nurseries are merged")
    assert not signs.stand_in("Two nurseries are opened")


def test_signs_that_come_later_are_found_in_texts_that_were_read_before() -> None:
    text = "The kirkyard wall was harled"
    rows = SignedRows((text,), lambda row: (row,))
    assert rows.having(Signs("kirkyard")) == [text]
    assert rows.having(Signs("harl")) == [text]
    assert Signs("harl", "kirk").stand_in(text)


def test_a_pattern_does_what_the_compiled_one_does_with_its_signs_and_finds_nothing_without() -> (
    None
):
    signed = late_pattern(r"clos(?:es|ed)", signs=Signs("clos"))
    plain = re.compile(r"clos(?:es|ed)")
    for text in ("it closes, and closed", "closed", "nothing of it", ""):
        for name in ("search", "match", "fullmatch"):
            ours, theirs = (getattr(one, name)(text) for one in (signed, plain))
            assert (ours and ours.span()) == (theirs and theirs.span())
        assert [one.span() for one in signed.finditer(text)] == [
            one.span() for one in plain.finditer(text)
        ]
        assert signed.findall(text) == plain.findall(text)
        assert signed.sub("-", text) == plain.sub("-", text)
    assert signed.search("it closes", 5) is None
