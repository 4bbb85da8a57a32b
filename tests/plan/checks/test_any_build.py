"""One fact in many builds is read, and what only looks like it is not: see `any_build.toml`.

People who can be known (P19), who was asked (R47), schools that move (E44), data that are shared
(E43, R47), effects denied (E51), islands (E42), duties denied (E39 to E41), the header of an
appended form (E53), what is promised (R50, E54), what is denied of any matter (E42, E51, R16,
R47) and who is asked too late (E55).
"""

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from plan.checks.facts.known_people import known_in
from plan.model.outline import PlanOutline
from tests.plan.checks.sound import Spoil
from tests.plan.checks.test_ordinary_papers import (
    ORDINARY,
    acting,
    appended,
    asked,
    every,
    saying,
)

SAID = tomllib.loads(Path(__file__).with_name("any_build.toml").read_text(encoding="utf-8"))
SCREENED = "A screening of 3 November 2026 is on the Council's website."
TO_DECIDE = saying("recommendations", "agree the proposals in section 3", "recommendation")
NAMED = "- Title of proposal: {}\n- {}: {}\n"


def rows(kind: str) -> list[tuple[Sequence[str], bool]]:
    found, left = SAID[kind]["found"], SAID[kind]["left"]
    return [*((one, True) for one in found), *((one, False) for one in left)]


def told(text: str) -> Spoil:
    """Have a sentence told by the report, or done by an action if it has no full stop."""
    return saying("own-background", text) if text.endswith(".") else acting(0, text=text)


def screened(denial: str) -> Spoil:
    """Have a denial in the report's section of equality, or as a question of an appended form."""
    question, mark, answer = denial.partition("?: ")
    if not mark:
        return saying("own-equality", f"{SCREENED} {denial}", alone=True)
    return appended(NAMED.format("Improvement plan", f"{question}?", answer))


def is_asked(outline: PlanOutline, *rules: str, words: str = "") -> bool:
    return any(words in said for rule in rules for said in asked(rule, outline))


@pytest.mark.parametrize(("text", "found"), rows("people"))
def test_who_can_be_known_from_a_text(text: str, found: bool) -> None:
    assert bool(known_in(text)) is found


@pytest.mark.parametrize(("text", "found"), rows("schools"))
def test_a_school_that_moves_or_ends_has_its_consultation(text: str, found: bool) -> None:
    outline = every(TO_DECIDE, told(text), screened(""))(ORDINARY)
    assert is_asked(outline, "E44") is found


@pytest.mark.parametrize(("said", "found"), rows("data"))
def test_data_that_are_shared_are_not_denied(said: Sequence[str], found: bool) -> None:
    text, denial = said
    outline = every(TO_DECIDE, told(text), screened(denial))(ORDINARY)
    assert is_asked(outline, "E43", "R47", words="which is right?") is found


@pytest.mark.parametrize(("said", "found"), rows("alike"))
def test_what_weighs_on_people_does_not_affect_all_alike(said: Sequence[str], found: bool) -> None:
    text, denial = said
    outline = every(TO_DECIDE, told(text), screened(denial))(ORDINARY)
    assert is_asked(outline, "E51", words="who is affected") is found


@pytest.mark.parametrize(("text", "found"), rows("islands"))
def test_an_island_by_its_name_is_regarded(text: str, found: bool) -> None:
    outline = every(TO_DECIDE, told(text), screened(""))(ORDINARY)
    assert is_asked(outline, "E42") is found


@pytest.mark.parametrize(
    ("said", "found"), [(said, found) for said, found in rows("asked") if said[0]]
)
def test_who_was_asked_is_told_alike_by_report_and_form(said: Sequence[str], found: bool) -> None:
    question, answer, text = said
    form = appended(NAMED.format("Improvement plan", question, answer))
    outline = every(form, saying("own-background", text))(ORDINARY)
    assert is_asked(outline, "R47", words="which is right?") is found


@pytest.mark.parametrize(("said", "found"), rows("duties"))
def test_a_duty_that_applies_is_not_denied(said: Sequence[str], found: bool) -> None:
    title, text, denial = said
    decides = saying("recommendations", f"approve the {title}", "recommendation", alone=True)
    outline = every(decides, told(text), screened(denial))(ORDINARY)
    outline = replace(outline, report=replace(outline.report, title=title))
    assert is_asked(outline, "E39", "E40", "E41") is found


@pytest.mark.parametrize(("said", "found"), rows("header"))
def test_an_appended_form_is_of_this_meeting_of_this_committee(
    said: Sequence[str], found: bool
) -> None:
    report = replace(
        ORDINARY.report,
        committee="CITY SERVICES COMMITTEE",
        meeting_date="3 December 2026",
        number="311-2026",
    )
    outline = appended(NAMED.format(ORDINARY.title, *said))(replace(ORDINARY, report=report))
    assert is_asked(outline, "E50", "E53") is found


@pytest.mark.parametrize(("said", "found"), rows("promised"))
def test_what_is_promised_or_decided_is_an_action(said: Sequence[str], found: bool) -> None:
    text, act = said
    question, mark, answer = text.partition("?: ")
    if mark:
        promise = appended(NAMED.format("Improvement plan", f"{question}?", answer))
    elif text.endswith("."):
        promise = saying("own-background", text)
    else:
        promise = saying("recommendations", text, "recommendation")
    outline = every(promise, acting(0, text=act))(ORDINARY)
    assert is_asked(outline, "R50", "E54", words="action of the plan") is found


def put(place: str, text: str) -> Spoil:
    """Have one thing said where it stands; a row of implications is the only word of money."""
    match place:
        case "action":
            act, _, when = text.partition("; ")
            return acting(0, text=act, timescale=when or "June 2027")
        case "decision":
            return saying("recommendations", text, "recommendation", alone=True)
        case "form":
            return appended(f"- Title of proposal: Improvement plan\n- {text}\n")
        case "row":
            table = f"| Area | Implications |\n|---|---|\n| {text} |"
            return every(
                saying("financial", "", alone=True), saying("own-legal", table, "table", alone=True)
            )
    sections = {"money": "financial", "equality": "own-equality", "consulted": "consultations"}
    return saying(sections.get(place, "own-background"), text, alone=place in sections)


@pytest.mark.parametrize(("said", "found"), rows("denied"))
def test_what_is_denied_of_any_matter_is_not_done(
    said: Sequence[tuple[str, str]], found: bool
) -> None:
    outline = every(*(put(place, text) for place, text in said))(ORDINARY)
    assert is_asked(outline, "E42", "E51", "R16", "R17", "R47", "E43") is found


@pytest.mark.parametrize(("said", "found"), rows("before"))
def test_people_are_asked_before_it_is_decided(
    said: Sequence[tuple[str, str]], found: bool
) -> None:
    outline = every(*(put(place, text) for place, text in said))(ORDINARY)
    report = replace(outline.report, meeting_date="10 March 2027", signed_on="26 February 2027")
    assert is_asked(replace(outline, report=report), "E55", words="before") is found
