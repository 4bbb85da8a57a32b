"""One slip in a written paper adds and removes just what was listed for it by hand."""

from collections import Counter

from plan.checks.all_checks import CHECKS
from plan.checks.form.form_checks import assessment_is_attached
from plan.council.format import form_named
from tests.plan.checks.slips import Slip, slips
from tests.plan.checks.written_papers import Written, listed, places, written_paper
from tests.plan.councils import glenshire_form
from tests.plan.judged_papers import DUNDEE_FORM


def test_a_slip_adds_and_removes_just_what_was_listed(slip: Slip) -> None:
    paper = written_paper(slip.paper)
    spoilt = slip.made()
    assert spoilt != paper
    before = Counter(listed(paper.expected)) - Counter(listed(paper.missed))
    before += Counter(listed(paper.false))
    added, removed = Counter(listed(slip.added)), Counter(listed(slip.removed))
    assert removed <= before
    assert Counter(places(spoilt.found())) == before - removed + added


def test_each_slip_is_told_apart_and_each_paper_has_some(papers: list[Written]) -> None:
    assert len(set(map(str, slips()))) == len(slips())
    of_paper = Counter(slip.paper for slip in slips())
    assert all(of_paper[paper.name] >= 2 for paper in papers)


def test_every_rule_fires_in_a_written_paper_or_a_spoilt_one(papers: list[Written]) -> None:
    lists = [paper.expected for paper in papers] + [slip.added for slip in slips()]
    fired = {rule for lines in lists for _, rule, _ in listed(lines)}
    forms = (form_named(DUNDEE_FORM), glenshire_form())
    rules = {check.rule for check in (*CHECKS, assessment_is_attached)}
    rules |= {rule.id for form in forms for rule in form.rules}
    # None of their formats says who must see a report, none has a table of grades, was merged or
    # was read from a Word file; none has a picture.
    assert rules - fired == {"P40", "R23", "R30", "R46", "R59"}
