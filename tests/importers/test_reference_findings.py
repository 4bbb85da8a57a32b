"""What the checks find in the reference paper: each true, in the order they are raised."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from desk.importing import read_word_paper
from plan.checks.all_checks import findings
from plan.checks.paper import Paper, Practice
from plan.council.format import form_named, format_named
from plan.model.finding import Finding
from plan.model.outline import built_plan
from tests.plan.judged_papers import DUNDEE_FORM

PAPER = Path(__file__).resolve().parents[2].parent / "shared/reference/report-299-2016.docx"
pytestmark = pytest.mark.skipif(
    not PAPER.exists(), reason="the reference paper is not beside this checkout"
)


@pytest.fixture(scope="module")
def found() -> tuple[Finding, ...]:
    plan = built_plan(read_word_paper(PAPER).outline, "dundee-2016")
    forms = {DUNDEE_FORM: form_named(DUNDEE_FORM)}
    return findings(
        Paper(plan, format_named("dundee-2016"), date(2016, 9, 12), forms, Practice("every-day"))
    )


def places(found: tuple[Finding, ...], severity: str) -> list[tuple[str, str]]:
    return [(one.rule, one.place.path) for one in found if one.severity == severity]


def test_what_must_be_put_right_or_answered(found: tuple[Finding, ...]) -> None:
    assert places(found, "STOP") == [("E11", "assessment/part-1/7")]
    assert places(found, "FIX") == [
        ("R4", "report/main-text/6"),
        ("R11", "report/main-text/3"),
        *(("R11", f"aim/{number}") for number in (1, 2, 3, 4)),
        ("P4", "action/2.3/indicators"),
        ("E3", "assessment/part-1/report-number"),
        ("E27", "assessment/part-4/document-type"),
    ]


def test_what_is_asked(found: tuple[Finding, ...]) -> None:
    asked = Counter(rule for rule, _ in places(found, "ASK"))
    assert set(asked) == {"R10", "R18", "P6", "P9", "E6", "E8", "E10", "E24", "E26", "E27"}
    said = " ".join(one.text for one in found if one.rule == "P6")
    assert all(name in said for name in ("GIRFEC", "GIG", "SPG", "L&WD", "DCC", "C&F", "LAC"))


def test_what_does_not_speak_of_a_paper_of_2016(found: tuple[Finding, ...]) -> None:
    assert not {one.rule for one in found} & {"E22", "E32", "E33", "E34", "R6", "R7"}
    assert ("E30", "assessment/part-2/characteristics") in places(found, "INFO")
