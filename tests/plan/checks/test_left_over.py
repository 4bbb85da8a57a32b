"""What a template or a draft left to be filled in is found, and what only looks like it is not."""

from dataclasses import replace

import pytest

from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.model.outline import AppendixOutline, PlanOutline
from tests.plan.checks.sound import FORMAT, FORMS, OUTLINE, TODAY, passage, report
from tests.plan.strategies import plan_from


def left(outline: PlanOutline) -> list[tuple[str, str]]:
    """Return where something is left to be filled in, and how urgent that is."""
    found = findings(Paper(plan_from(outline), FORMAT, TODAY, FORMS))
    return [(one.place.path, one.severity) for one in found if one.rule == "R33"]


LEFT = [
    "[Insert consultees] were consulted.",
    "The cost is £xx a year.",
    "The report of XX November was heard.",
    "[Finance to complete]",
    "The plan has XX actions.",
    "Lorem ipsum dolor sit amet.",
    "Click or tap here to enter text.",
    "The [date] meeting was told.",
    "The <insert name> was consulted.",
    "There are ?? teams.",
    "The … were consulted in the preparation of this report.",
    "No assessment is required, because …",
    "Delete as appropriate: yes or no.",
    "Choose an item.",
    "Agreed by ________ on the day.",
]
FINISHED = [
    "The 2016 Act, Part XX, applies.",
    "Article XX of the Minute refers.",
    "Articles X and XX of the Minute refer.",
    "The inspectors write: “[the council] … and its partners”.",
    "“Is it known [by families] where to ask?”",
    "The Supreme Court ruled so ([2025] UKSC 16).",
    "The Act says that the authority must […] consult.",
    "Who was asked? Everybody?",
    "The names of the schools are added each year.",
    "Fewer than <5 pupils were absent.",
    "To be agreed with the Board, a plan needs its lead.",
    "The XXL bus stops here.",
    "The Board is to be told of the date.",
]


@pytest.mark.parametrize("said", LEFT)
def test_what_is_left_to_be_filled_in_is_found(said: str) -> None:
    at = [("report/consultations/1", "FIX")]
    assert left(passage("consultations", said)(OUTLINE)) == at


@pytest.mark.parametrize("said", FINISHED)
def test_what_only_looks_left_is_not(said: str) -> None:
    assert left(passage("consultations", said)(OUTLINE)) == []


def test_what_is_to_be_confirmed_is_asked_about() -> None:
    said = passage("main-text", "The venue is the hall (TBC).", "numbered")(OUTLINE)
    assert left(said) == [("report/main-text/1", "ASK")]
    assert left(passage("consultations", "To be confirmed.")(OUTLINE)) == [
        ("report/consultations/1", "ASK")
    ]


def test_it_is_found_wherever_it_stands() -> None:
    assert left(report(by="[Insert post]")(OUTLINE)) == [("report/by", "FIX")]
    assert left(report(number="EDU/xx/31")(OUTLINE)) == []
    assert left(replace(OUTLINE, title="[Title]")) == [("plan/title", "FIX")]
    listed = AppendixOutline("plan"), AppendixOutline("text", "A framework", "Lorem ipsum.")
    outline = replace(OUTLINE, report=replace(OUTLINE.report, appendices=listed))
    assert left(outline) == [("appendix/2", "FIX")]
