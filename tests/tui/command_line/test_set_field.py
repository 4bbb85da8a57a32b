"""A field set by ref and name."""

import pytest

from plan.changes.change import applied
from plan.council import DEFAULT_FORMAT
from plan.council.format import format_named
from plan.model.outline import built_plan
from tests.tui.window import SMALL
from tui.command_line.set_field import SettingError, set_by_ref

FORM = format_named(DEFAULT_FORMAT)
PLAN = built_plan(SMALL, DEFAULT_FORMAT)


def test_a_field_of_an_action_of_an_aim_and_of_the_cover_is_set() -> None:
    plan = applied(PLAN, set_by_ref(PLAN, " 1.2 ", "leads", "One\nTwo", FORM))
    plan = applied(plan, set_by_ref(plan, "2", "text", "Listen.", FORM))
    plan = applied(plan, set_by_ref(plan, "cover", "date", "June 2017", FORM))
    assert plan.actions[1].leads == ("One", "Two")
    assert plan.aims[1].text == "Listen."
    assert plan.cover.date == "June 2017"


def test_an_own_ref_and_what_stands_under_an_own_heading_are_set() -> None:
    plan = applied(PLAN, set_by_ref(PLAN, "1.2", "own_ref", " CP-SUB-1 ", FORM))
    plan = applied(plan, set_by_ref(plan, "1.2", "own.Evidence", "Minutes\n\nVisits", FORM))
    plan = applied(plan, set_by_ref(plan, "1.2", "own.Risk", "low", FORM))
    plan = applied(plan, set_by_ref(plan, "1.2", "own.Evidence", "Visits", FORM))
    assert plan.actions[1].own_ref == "CP-SUB-1"
    assert plan.actions[1].own == (("Evidence", "Visits"), ("Risk", "low"))
    plan = applied(plan, set_by_ref(plan, "1.2", "own.Evidence", "", FORM))
    assert plan.actions[1].own == (("Risk", "low"),)


@pytest.mark.parametrize(
    ("ref", "field", "says"),
    [
        ("9.9", "text", "There is no action 9.9."),
        ("0", "text", "There is no action 0."),
        ("9" * 5000, "text", "There is no action"),
        ("²", "text", "There is no action"),
        ("", "text", "There is no action"),
        ("1.1", "colour", "An action has no field colour: it has text, pages"),
        ("1.1", "ref", "An action has no field ref"),
        ("1.1", "progress", "plandesk note PLAN REF TEXT"),
        ("1", "leads", "only text"),
        ("cover", "format", "There is no council format called text"),
        ("cover", "colour", "The cover has no field colour: title, .*, format"),
        ("plan", "framework", "There is no framework “text”: there are best-value-2020, care-"),
    ],
)
def test_what_cannot_be_set_is_refused_in_words(ref: str, field: str, says: str) -> None:
    with pytest.raises(SettingError, match=says):
        set_by_ref(PLAN, ref, field, "text", FORM)


@pytest.mark.parametrize("ref", ["plan", "cover"])
def test_the_framework_of_the_plan_is_set(ref: str) -> None:
    chosen = applied(PLAN, set_by_ref(PLAN, ref, "framework", "care-inspectorate-2019", FORM))
    assert chosen.cover.framework == "care-inspectorate-2019"
    assert applied(chosen, set_by_ref(chosen, ref, "framework", "", FORM)).cover == PLAN.cover


def test_that_a_plan_follows_no_framework_is_set() -> None:
    chosen = applied(PLAN, set_by_ref(PLAN, "plan", "framework", "none", FORM))
    assert chosen.cover.framework == "none"


def test_a_text_that_is_too_long_is_refused_in_words() -> None:
    with pytest.raises(SettingError, match=r"too long for timescale of 1\.1"):
        set_by_ref(PLAN, "1.1", "timescale", "x" * 10_001, FORM)
