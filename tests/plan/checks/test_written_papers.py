"""In papers as officers write them the checks find what was listed by hand, and nothing else."""

import re
from collections import Counter

from plan.changes.change import applied
from plan.changes.edits.reasons import give_reason
from plan.checks.all_checks import findings
from plan.model.finding import SEVERITIES, Finding, Place
from plan.model.plan import Plan
from plan.model.rows import Row
from tests.plan.checks.written_papers import Written, listed, places

_ENDS = re.compile(r"[.?!…](?:\s|$)")


def test_what_was_listed_is_found_and_nothing_else(paper: Written) -> None:
    expected = Counter(listed(paper.expected))
    missed, false = Counter(listed(paper.missed)), Counter(listed(paper.false))
    assert missed <= expected
    assert Counter(places(paper.found())) == expected - missed + false


def test_the_papers_are_whole_and_differ(papers: list[Written]) -> None:
    assert len(papers) >= 12
    for paper in papers:
        assert 2 <= len(paper.plan.aims) <= 5
        assert 4 <= len(paper.plan.actions) <= 30
        assert len(paper.plan.passage_rows) >= 5
    texts = [action.text for paper in papers for action in paper.plan.actions]
    assert len(set(texts)) == len(texts)


def row_of(plan: Plan, place: Place) -> Row | None:
    """Return the row that Enter opens; of report and inspection also where it is not begun yet."""
    begun: dict[str, Row] = {"report": plan.report, "source": plan.source}
    return begun.get(place.table) or plan.table(place.table).get(place.id)


def test_every_place_opens(paper: Written) -> None:
    questions = {
        field.question for form in paper.paper().forms.values() for field in form.every_field
    }
    groups = {question.partition(".")[0] for question in questions}
    sections = {section.id for section in paper.paper().council.report.sections}
    for one in paper.found():
        row = row_of(paper.plan, one.place)
        assert row is not None
        asked = {"assessments": questions | groups, "report": sections, "actions": {"progress"}}
        assert one.place.field in {*type(row).model_fields, *asked.get(one.place.table, ())}


def test_a_finding_is_told_in_a_sentence_or_two_and_once(paper: Written) -> None:
    found = paper.found()
    assert len({one.id for one in found}) == len(found)
    assert len({(one.place.path, one.text) for one in found}) == len(found)
    for one in found:
        assert 1 <= len(_ENDS.findall(one.text)) <= 3
        assert one.text[-1] in ".?…"
        assert one.text[0].isupper() or one.text[0] in "“0123456789"
        assert "{" not in one.text
        assert one.source


def test_the_most_urgent_come_first(paper: Written) -> None:
    urgencies = [SEVERITIES.index(one.severity) for one in paper.found()]
    assert urgencies == sorted(urgencies)


def found_in(paper: Written, plan: Plan) -> dict[str, Finding]:
    return {one.id: one for one in findings(paper.paper(plan))}


def test_a_reason_closes_a_finding_and_one_given_on_other_facts_does_not(paper: Written) -> None:
    plan = paper.plan
    for one in paper.found():
        change = give_reason(plan, one, "It is meant so.", given_on="today")
        plan = applied(plan, change)
    after = found_in(paper, plan)
    assert {one.id for one in paper.found()} == set(after)
    assert [one.rule for one in after.values() if one.is_open] == [
        one.rule for one in after.values() if one.final
    ]
    for one in after.values():
        if not one.final:
            other = one._replace(facts="other facts", reason="")
            stale = applied(paper.plan, give_reason(paper.plan, other, "Why.", given_on="today"))
            assert found_in(paper, stale)[one.id].is_open
