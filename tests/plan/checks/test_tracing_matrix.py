"""The matrix in lines: what is wrong first, then every page with its part, indicator, actions."""

from dataclasses import replace

from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.checks.tracing_matrix import (
    CONTENTS_WANTED,
    FRAMEWORK_WANTED,
    NOTHING_WRONG,
    MatrixLine,
    matrix_lines,
    problem_lines,
)
from plan.council.framework import framework_of
from plan.model.finding import Finding
from plan.model.outline import ActionOutline, AimOutline, PlanOutline
from plan.model.plan import Plan
from plan.model.rows import Reason, reason_id
from plan.papers.places import aim_place
from tests.plan.checks.sound import TODAY
from tests.plan.councils import glenshire
from tests.plan.strategies import plan_from
from tests.plan.traced_plans import (
    CHILDREN,
    CONTENTS,
    EARLY,
    FAMILIES,
    FORM,
    RISKS,
    traced_plan,
)


def lines_of(plan: Plan) -> tuple[MatrixLine, ...]:
    return matrix_lines(plan, framework_of(plan, FORM), findings(Paper(plan, FORM, TODAY)))


def under(lines: tuple[MatrixLine, ...], heading: str) -> list[MatrixLine]:
    """Return the lines under the heading that begins so, up to the next one."""
    starts = [n for n, one in enumerate(lines) if one.kind == "heading"]
    start = next(n for n in starts if lines[n].text.startswith(heading))
    end = next((n for n in starts if n > start), len(lines))
    return list(lines[start + 1 : end])


def headings(lines: tuple[MatrixLine, ...]) -> list[str]:
    return [one.text for one in lines if one.kind == "heading"]


def test_every_page_stands_under_its_part_with_the_actions_that_name_it() -> None:
    lines = lines_of(traced_plan(("12-19", (CHILDREN,)), ("17, 38", (FAMILIES,))))
    assert [one.text for one in under(lines, "Pages 17 to 19: Impact on families")] == [
        "  17  1.1, 1.2",
        "  18  1.1",
        "  19  1.1",
    ]
    assert f"Pages 17 to 19: {FAMILIES} (indicator 2.2)" in headings(lines)
    assert "Page 38: Conclusion (no indicator)" in headings(lines)
    assert [one.text for one in under(lines, "Pages 22 to 24")] == [
        f"  {page}  no action names it" for page in (22, 23, 24)
    ]


def test_a_part_of_another_heading_says_the_indicator_by_number_and_name() -> None:
    plan = traced_plan(("8", ()), contents="8-9 Key performance outcomes")
    assert headings(lines_of(plan))[-1] == (
        "Pages 8 to 9: Key performance outcomes (indicator 1.1 Improvements in the wellbeing of "
        "children and young people)"
    )


def test_a_page_leads_to_each_of_its_actions_and_tells_them_whole() -> None:
    plan = traced_plan(("17", (CHILDREN,)), ("17", (FAMILIES,)))
    page = under(lines_of(plan), "Pages 17 to 19")[0]
    assert [link.place.id for link in page.links] == [action.id for action in plan.actions]
    assert page.beside == (f"Page 17: {FAMILIES} (indicator 2.2)", "1.1 Do 1.", "1.2 Do 2.")
    assert under(lines_of(plan), "Pages 12 to 16")[0].links == ()


def test_it_begins_with_what_is_wrong() -> None:
    plan = traced_plan(
        ("12-22, 24", (CHILDREN, FAMILIES, EARLY, EARLY)),
        ("All", (CHILDREN,)),
        recommendations=("Give families help early and well", "Mend the roads"),
    )
    lines = lines_of(plan)
    assert NOTHING_WRONG not in [one.text for one in lines]
    assert headings(lines)[:5] == [
        "Pages that no action names",
        "Pages and indicators that do not go together",
        "Recommendations without an action",
        "Wording and order",
        f"Pages 12 to 16: {CHILDREN} (indicator 2.1)",
    ]
    (pages,) = under(lines, "Pages that no action names")
    assert pages.text == (
        "No action names page 23 of the inspection report, though 1.2 answers all of it."
    )
    said = [one.text for one in under(lines, "Pages and indicators")]
    assert any(one.startswith("1.1: ") and f"was “{RISKS}” meant" in one for one in said)
    (left,) = under(lines, "Recommendations without")
    assert left.text == "Recommendation 2 has no action: no aim is worded like it."
    (worded,) = under(lines, "Wording and order")
    assert worded.text == (
        "Aim 1 is worded otherwise than recommendation 1: it leaves out “and well”."
    )
    assert worded.beside == (
        "Recommendation 1: Give families help early and well",
        "Aim 1: Give families help early",
    )


def test_what_is_wrong_leads_to_where_it_is_put_right() -> None:
    plan = traced_plan(("12", (CHILDREN, RISKS)), recommendations=("Mend the roads",))
    places = [one.links[0].place for one in problem_lines(plan, findings(of(plan))) if one.links]
    assert [(place.table, place.field) for place in places] == [
        ("source", "contents"),
        ("actions", "indicators"),
        ("source", "recommendations"),
    ]


def of(plan: Plan) -> Paper:
    return Paper(plan, FORM, TODAY)


def test_recommendations_in_another_order_than_the_aims_are_told() -> None:
    aims = tuple(
        AimOutline(text, (ActionOutline("Do it.", "12", (CHILDREN,)),))
        for text in ("Give families help early", "Listen to every child")
    )
    plan = plan_from(PlanOutline(aims=aims))
    source = traced_plan(recommendations=("Listen to every child", "Give families help early"))
    plan = replace(plan, source_rows=source.source_rows)
    (order,) = under(lines_of(plan), "Wording and order")
    assert order.text.endswith("in another order than the aims: they became aims 2, 1.")


def test_what_is_wrong_stands_in_the_order_of_the_plan_not_of_its_urgency() -> None:
    plan = traced_plan(
        ("12, 18", (CHILDREN,)), ("18, 12", (CHILDREN, FAMILIES)), contents=f"{CONTENTS}\nThanks"
    )
    said = under(lines_of(plan), "Pages and indicators")
    assert [one.text.partition(" ")[0] for one in said] == ["No", "1.1:", "1.2:"]


def test_beside_what_is_wrong_stands_what_it_is_about() -> None:
    plan = traced_plan(("18,  12", (CHILDREN, FAMILIES)), ("", ()))
    backwards, no_page, no_indicator = under(lines_of(plan), "Pages and indicators")
    assert backwards.beside == (
        "1.1 Do 1.",
        "Pages: 18, 12",
        f"Indicators: {CHILDREN}; {FAMILIES}",
        "FIX P3. Source: The council's plan format",
    )
    assert no_page.beside[:3] == ("1.2 Do 2.", "Pages: none", "Indicators: none")
    assert no_indicator.beside[:3] == no_page.beside[:3]


def test_beside_an_aim_that_the_report_words_otherwise_stands_the_aim() -> None:
    plan = traced_plan()
    aim = plan.aims[0]
    bare = replace(plan, aim_rows={aim.id: aim.model_copy(update={"text": ""})})
    told = []
    for one in (plan, bare):
        finding = Finding("R11", "FIX", aim_place(one, aim.id), "It reads otherwise.", "Practice")
        (_, line) = problem_lines(one, [finding])
        told.append(line.beside)
    assert told == [
        ("Aim 1: Give families help early", "FIX R11. Source: Practice"),
        ("Aim 1: (no text yet)", "FIX R11. Source: Practice"),
    ]


def test_what_has_no_words_yet_says_so() -> None:
    plan = traced_plan(("18, 12", (CHILDREN,)))
    (action,) = plan.actions
    rows = {action.id: action.model_copy(update={"text": ""})}
    lines = lines_of(replace(plan, action_rows=rows))
    (problem, *_) = under(lines, "Pages and indicators")
    assert problem.beside[0] == "1.1 (no text yet)"
    assert under(lines, "Pages 12 to 16")[0].beside[1] == "1.1 (no text yet)"


def test_two_parts_of_one_heading_are_told_once() -> None:
    contents = f"12-13 {CHILDREN}\n12-13 {CHILDREN}"
    lines = lines_of(traced_plan(("12", (CHILDREN,)), contents=contents))
    assert f"Pages 12 to 13: {CHILDREN} (indicator 2.1)" in headings(lines)


def test_what_was_left_for_a_reason_says_the_reason() -> None:
    plan = traced_plan(("12", (CHILDREN,)))
    (found,) = [one for one in findings(of(plan)) if one.rule == "P10"]
    place = f"{found.place.table}/{found.place.id}/{found.place.field}"
    row = Reason(
        id=reason_id("P10", place),
        rule="P10",
        path=place,
        facts=found.facts,
        reason="The rest is for another plan.",
    )
    plan = replace(plan, reason_rows={row.id: row})
    (line,) = under(lines_of(plan), "Pages that no action names")
    assert line.text.endswith("Left as it is: The rest is for another plan.")


def test_what_answers_the_whole_report_stands_by_itself() -> None:
    plan = traced_plan(("All", (CHILDREN,)))
    (line,) = under(lines_of(plan), "All pages")
    assert (line.text, line.links[0].place.id) == ("  1.1 Do 1.", plan.actions[0].id)


def test_each_recommendation_says_what_became_of_it() -> None:
    plan = traced_plan(
        ("12", ()), ("13", ()), recommendations=("Give families help early", "Mend the roads")
    )
    taken, left = under(lines_of(plan), "Recommendations of")
    assert taken.text == "  1. Give families help early (aim 1: 1.1, 1.2)"
    assert [link.words for link in taken.links] == ["1.1 Do 1.", "1.2 Do 2."]
    assert left.text == "  2. Mend the roads (no aim is worded like it)"
    assert left.links == ()


def test_an_aim_without_actions_is_where_its_recommendation_leads() -> None:
    plan = traced_plan(recommendations=("Give families help early",))
    (line,) = under(lines_of(plan), "Recommendations of")
    assert line.text.endswith("(aim 1: which has no action)")
    assert line.links[0].place.id == plan.aims[0].id


def test_where_all_goes_together_it_says_so() -> None:
    every = (CHILDREN, FAMILIES, EARLY, RISKS)
    lines = lines_of(traced_plan(("12-24", every)))
    assert lines[0] == MatrixLine("remark", NOTHING_WRONG)


def test_without_a_contents_list_it_says_what_to_type_where_and_shows_pages_to_actions() -> None:
    lines = lines_of(traced_plan(("9, 18", (CHILDREN,)), contents=""))
    assert lines[0].text == CONTENTS_WANTED
    assert (lines[0].links[0].place.table, lines[0].links[0].place.field) == ("source", "contents")
    assert [one.text for one in under(lines, "Pages 9 and 18: named by an action")] == [
        "   9  1.1",
        "  18  1.1",
    ]


def test_a_contents_list_that_names_no_indicator_is_told_of() -> None:
    lines = lines_of(traced_plan(("9", (CHILDREN,)), contents="8-9 Streets and roads"))
    assert lines[0].text.startswith("No heading of the contents list names an indicator of How")
    assert "Page 9: Streets and roads (no indicator)" in headings(lines)


def test_without_a_framework_it_says_where_one_is_chosen() -> None:
    plan = traced_plan(("12", (CHILDREN,)))
    lines = matrix_lines(plan, framework_of(plan, glenshire()), ())
    assert lines[0].text == FRAMEWORK_WANTED
    assert lines[0].links[0].place.field == "framework"


def test_where_no_framework_is_chosen_none_is_asked_for() -> None:
    plan = traced_plan(("12", (CHILDREN,)))
    lines = matrix_lines(plan, None, (), is_framework_wanted=False)
    assert FRAMEWORK_WANTED not in [line.text for line in lines]


def test_a_page_in_no_part_and_a_plan_without_pages_say_so() -> None:
    lines = lines_of(traced_plan(("5", (CHILDREN,))))
    assert "Page 5: in no part of the contents list" in headings(lines)
    bare = lines_of(traced_plan(contents=""))
    assert bare[-1].text == "No action names a page of the inspection report yet."
