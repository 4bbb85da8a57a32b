"""A field set by ref and name."""

import pytest

from desk.field_contents import FieldContent, cover_fields, source_fields
from desk.field_edits import edited
from desk.named_fields import CannotSetError, set_by_ref
from plan.changes.change import applied
from plan.council import DEFAULT_FORMAT
from plan.council.format import format_named
from plan.model.outline import built_plan
from plan.model.rows import SOURCE_ID
from tests.tui.window import SMALL

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
    with pytest.raises(CannotSetError, match=says):
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
    with pytest.raises(CannotSetError, match=r"too long for timescale of 1\.1"):
        set_by_ref(PLAN, "1.1", "timescale", "x" * 10_001, FORM)


def test_the_history_calls_a_line_of_the_cover_and_of_the_inspection_report_by_its_label() -> None:
    labels = [
        set_by_ref(PLAN, ref, name, typed, FORM).label
        for ref, name, typed in (
            ("cover", "year_1_begins", "April 2027"),
            ("cover", "introduction", "What it answers."),
            ("cover", "date", "June 2017"),
            ("source", "pages", "24"),
            ("source", "recommendations", "Listen."),
        )
    ]
    assert labels == [
        "Edit year 1 begins of the cover",
        "Edit introduction of the cover",
        "Edit date of the cover",
        "Edit number of pages of the inspection report",
        "Edit recommendations of the inspection report",
    ]


@pytest.mark.parametrize(
    "field", [*cover_fields(PLAN, FORM), *source_fields(PLAN)], ids=lambda field: field.label
)
def test_the_command_and_the_window_tell_the_history_the_same_of_a_field(
    field: FieldContent,
) -> None:
    ref = "source" if field.owner == SOURCE_ID else "cover"
    named = set_by_ref(PLAN, ref, field.key, "Something else", FORM)
    assert edited(PLAN, field, "Something else", FORM).label == named.label
