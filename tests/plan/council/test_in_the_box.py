"""What comes with plandesk to begin with anywhere: plain formats, a plain form, starting points."""

from dataclasses import replace
from datetime import date

import pytest

from plan.checks.facts.form_facts import PaperFacts
from plan.council.form import Form
from plan.council.format import Format, form_named
from tests.plan.box import FORMATS, FORMS, OURS, PLAIN, sheet
from tests.plan.dundee_answers import OF_2016
from tests.plan.judged_papers import Said, rules_wanted, ticks
from tests.repository import ROOT

FOLDER = ROOT / "plan" / "council" / "formats"
STARTING_POINTS = {
    "childrens-rights",
    "consumer-duty",
    "fairer-scotland",
    "integrated-assessment",
    "island-communities",
}
DECLARED = tuple(form for form in OURS if form.field("need") is not None)
"""The forms in which it can be declared that no assessment is required."""
TODAY = replace(
    OF_2016,
    fields={**OF_2016.fields, "report.number": "41-2026"},
    meeting=date(2026, 10, 26),
    today=date(2026, 9, 27),
)
MET = replace(TODAY, today=date(2026, 11, 27), facts=frozenset({"met"}))


def by_id(one: Format | Form) -> str:
    return one.id


def written(one: Format | Form) -> str:
    folder = FOLDER if isinstance(one, Format) else FOLDER / "forms"
    return (folder / f"{one.id}.toml").read_text(encoding="utf-8")


# Formats


def test_the_format_of_2016_is_there_and_plain_ones_beside_it() -> None:
    assert [council.id for council in FORMATS] == [
        "dundee-2016",
        "plain-council",
        "plain-indicators",
        "plain-inspection",
    ]


@pytest.mark.parametrize("council", FORMATS, ids=by_id)
def test_a_table_of_actions_fits_a_landscape_page(council: Format) -> None:
    assert sum(column.width for column in council.plan.columns) <= 297 - 2 * 12.7


@pytest.mark.parametrize("council", FORMATS, ids=by_id)
def test_its_forms_are_there(council: Format) -> None:
    assert all(form_named(name).id == name for name in council.forms)


def test_the_plain_formats_differ_in_their_name_and_their_columns_alone() -> None:
    first, *others = PLAIN
    for council in others:
        assert council.report == first.report
        assert council.files == first.files
        assert council.forms == first.forms
        assert council.plan.cover == first.plan.cover
        assert council.plan.aim_heading == first.plan.aim_heading
    fields = {one.id: {column.field for column in one.plan.columns} for one in PLAIN}
    assert fields["plain-indicators"] - fields["plain-council"] == {"indicators"}
    assert fields["plain-inspection"] - fields["plain-indicators"] == {"pages"}


def test_the_plainest_format_asks_for_no_framework() -> None:
    assert {one.id: one.plan.framework for one in PLAIN} == {
        "plain-council": "none",
        "plain-indicators": "",
        "plain-inspection": "",
    }


@pytest.mark.parametrize("council", PLAIN, ids=by_id)
def test_a_plain_format_offers_every_form_of_ours_the_plain_one_first(council: Format) -> None:
    assert council.forms[0] == "plain-equality"
    assert set(council.forms) == {form.id for form in OURS}


@pytest.mark.parametrize("council", PLAIN, ids=by_id)
def test_what_a_plain_format_offers_to_say_names_every_topic_of_screening(council: Format) -> None:
    for section in council.report.sections:
        for text in section.boilerplate if section.topics else ():
            said = text.casefold()
            assert [one for one in section.topics if one.casefold() not in said] == []


@pytest.mark.parametrize("one", [*PLAIN, *OURS], ids=by_id)
def test_it_names_no_council(one: Format | Form) -> None:
    for name in (
        "Dundee",
        "Highland",
        "Lothian",
        "Inverclyde",
        "Perth",
        "Angus",
        "Glasgow",
        "City",
    ):
        assert name not in written(one)


# Forms


@pytest.mark.parametrize("form", OURS, ids=by_id)
def test_a_starting_point_is_named_so_and_says_where_it_comes_from(form: Form) -> None:
    head = "\n".join(line for line in written(form).splitlines() if line.startswith("#"))
    assert ("(starting point)" in form.name) == (form.id in STARTING_POINTS)
    assert form.id in STARTING_POINTS or "(plain)" in form.name
    words = " ".join(head.replace("#", " ").split())
    assert "no council's form and no official one" in words.replace("No", "no")
    assert "Law" in words
    assert "Read" in words
    assert "end" in words, "until when it holds"


@pytest.mark.parametrize("form", FORMS, ids=by_id)
def test_its_tables_fill_a_portrait_page(form: Form) -> None:
    for part in form.parts:
        for group in part.groups:
            assert sum(group.widths) == 160


@pytest.mark.parametrize("form", OURS, ids=by_id)
def test_no_two_forms_of_ours_have_the_same_title_or_file_name(form: Form) -> None:
    assert [one.id for one in OURS if one.title == form.title] == [form.id]
    assert [one.id for one in FORMS if one.short == form.short] == [form.id]


@pytest.mark.parametrize(
    ("form_id", "since"),
    [
        ("fairer-scotland", date(2018, 4, 1)),
        ("childrens-rights", date(2024, 7, 16)),
        ("consumer-duty", date(2024, 4, 1)),
    ],
)
def test_a_rule_of_law_holds_from_the_day_on_which_the_law_does(form_id: str, since: date) -> None:
    form = form_named(form_id)
    by_law = [rule for rule in form.rules if rule.since is not None]
    assert by_law
    assert {rule.since for rule in by_law} == {since}
    named = {rule.place for rule in by_law}
    assert "need" in named


def wanted_of(form: Form, changed: dict[str, Said], paper: PaperFacts = TODAY) -> set[str]:
    """Return the places of which something is wanted where a whole assessment is changed."""
    return {rule.place for rule in rules_wanted(form, {**whole(form), **changed}, paper)}


def whole(form: Form) -> dict[str, Said]:
    """Return answers of which no rule wants anything: an assessment was required and made."""
    answers = sheet(form)
    for question in answers:
        if question == "need":
            answers[question] = ticks("required")
        if question == "decision":
            answers[question] = ticks("go-ahead")
    return answers


@pytest.mark.parametrize("form", OURS, ids=by_id)
def test_of_a_whole_assessment_nothing_is_wanted(form: Form) -> None:
    assert rules_wanted(form, whole(form), TODAY) == ()


@pytest.mark.parametrize("form", DECLARED, ids=by_id)
def test_not_required_with_its_reason_leaves_the_rest_in_peace(form: Form) -> None:
    only = {
        name: said
        for name, said in whole(form).items()
        if form.field(name).part.id in ("proposal", "sign-off")  # type: ignore[union-attr]
    }
    declared = Said("the decision is not strategic", ("not-required",))
    said = rules_wanted(form, {**only, "need": declared}, TODAY)
    assert {rule.severity for rule in said} <= {"ASK"}
    assert {rule.place for rule in said} <= {"published"}


@pytest.mark.parametrize("form", DECLARED, ids=by_id)
def test_not_required_wants_its_reason_and_required_wants_the_rest(form: Form) -> None:
    without = rules_wanted(form, {"need": ticks("not-required")}, TODAY)
    assert ("STOP", "need") in [(rule.severity, rule.place) for rule in without]
    assert "need" in wanted_of(form, {"need": Said()})
    assert "need" in wanted_of(form, {"need": ticks("required", "not-required")})
    asked = rules_wanted(form, {"need": ticks("required")}, TODAY)
    assert len({rule.place for rule in asked}) >= 8


def scenes(form: Form) -> list[tuple[dict[str, Said], PaperFacts]]:
    """Return answers of many kinds, in which each rule of a form should speak somewhere."""
    blank = {name: Said() for name in whole(form)}
    dated = {"date": Said("5 September 2026"), "review": Said("5 May 2026")}
    found: list[tuple[dict[str, Said], PaperFacts]] = [
        ({}, TODAY),
        ({"need": ticks("required")}, MET),
        ({"need": ticks("not-required")}, TODAY),
        ({**whole(form), "date": Said("soon"), "review": Said("soon")}, TODAY),
        ({**whole(form), "date": Said("5 November 2026"), "report-number": Said("9")}, TODAY),
        ({**whole(form), **dated}, TODAY),
        ({**blank, "need": ticks("required"), "decision": ticks("change")}, TODAY),
    ]
    marked = [one for one in form.fields if one.kind == "marks"]
    for place in range(len(marked[0].options) if marked else 0):
        marks = {
            one.question: ticks(one.options[min(place, len(one.options) - 1)].id) for one in marked
        }
        found.append(({"need": ticks("required"), **marks}, TODAY))
    every = {one.question: ticks(*(box.id for box in one.options)) for one in marked}
    return [*found, ({**whole(form), **every}, TODAY)]


@pytest.mark.parametrize("form", OURS, ids=by_id)
def test_each_rule_speaks_somewhere(form: Form) -> None:
    spoken = {
        (rule.id, rule.place, rule.severity)
        for answers, paper in scenes(form)
        for rule in rules_wanted(form, answers, paper)
    }
    silent = [one for one in form.rules if (one.id, one.place, one.severity) not in spoken]
    assert [(one.id, one.text) for one in silent] == []
