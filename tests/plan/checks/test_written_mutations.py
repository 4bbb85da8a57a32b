"""One slip in a written paper adds and removes just what was listed for it by hand."""

from collections import Counter

import pytest

from plan.checks.every import CHECKS
from plan.checks.form_checks import assessment_is_attached
from plan.format import form_named
from tests.plan.checks.written.all_papers import PAPERS
from tests.plan.checks.written.spoilt_actions import SPOILT_ACTIONS
from tests.plan.checks.written.spoilt_agreement import SPOILT_AGREEMENT
from tests.plan.checks.written.spoilt_forms import SPOILT_FORMS
from tests.plan.checks.written.spoilt_impacts import SPOILT_IMPACTS
from tests.plan.checks.written.spoilt_plans import SPOILT_PLANS
from tests.plan.checks.written.spoilt_reports import SPOILT_REPORTS
from tests.plan.checks.written.spoilt_signatures import SPOILT_SIGNATURES
from tests.plan.checks.written.writing import Spoilt, listed, places
from tests.plan.councils import glenshire_form
from tests.plan.papers import DUNDEE_FORM

SPOILT = (
    *SPOILT_REPORTS,
    *SPOILT_AGREEMENT,
    *SPOILT_PLANS,
    *SPOILT_ACTIONS,
    *SPOILT_FORMS,
    *SPOILT_IMPACTS,
    *SPOILT_SIGNATURES,
)


@pytest.mark.parametrize("one", SPOILT, ids=lambda one: f"{one.paper.name}: {one.what}")
def test_a_slip_adds_and_removes_just_what_was_listed(one: Spoilt) -> None:
    paper = one.paper
    before = Counter(listed(paper.expected)) - Counter(listed(paper.missed))
    before += Counter(listed(paper.false))
    added, removed = Counter(listed(one.added)), Counter(listed(one.removed))
    assert removed <= before
    assert Counter(places(one.spoil(paper).found())) == before - removed + added


def test_each_slip_is_told_apart_and_each_paper_has_some() -> None:
    told = [(one.paper.name, one.what) for one in SPOILT]
    assert len(set(told)) == len(told)
    of_paper = Counter(one.paper.name for one in SPOILT)
    assert all(of_paper[paper.name] >= 2 for paper in PAPERS)


def test_every_rule_fires_in_a_written_paper_or_a_spoilt_one() -> None:
    lists = [paper.expected for paper in PAPERS] + [one.added for one in SPOILT]
    fired = {rule for lines in lists for _, rule, _ in listed(lines)}
    forms = (form_named(DUNDEE_FORM), glenshire_form())
    rules = {check.rule for check in (*CHECKS, assessment_is_attached)}
    rules |= {rule.id for form in forms for rule in form.rules}
    assert rules - fired == set()
