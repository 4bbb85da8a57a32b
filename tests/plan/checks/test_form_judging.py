"""What a form's rules say where the day of the paper counts, and how they name rows."""

from datetime import date

import pytest

from plan.checks.facts.form_facts import PaperFacts
from tests.plan.councils import form_with
from tests.plan.judged_papers import rules_wanted, ticks, wants

CHILDREN = "people.children"
PAPER = PaperFacts(meeting=date(2021, 5, 20), today=date(2021, 5, 10))


@pytest.mark.parametrize("more", [{"since": "2000-01-01"}, {"until": "2100-01-01"}])
def test_law_of_some_years_is_judged_only_where_the_day_is_known(more: dict[str, str]) -> None:
    form = form_with(("blank", "why"), **more)
    assert wants(form, {}) == []
    assert wants(form, {}, PAPER) == [("T", "why")]


def test_a_row_that_two_conditions_are_about_is_named_once() -> None:
    form = form_with(("any", "people", "worse"), ("overmarked", "people"), text='"See {rows}."')
    (rule,) = rules_wanted(form, {CHILDREN: ticks("worse", "better")})
    label = next(one.label for one in form.fields if one.question == CHILDREN)
    assert rule.text == f"See {label}."
