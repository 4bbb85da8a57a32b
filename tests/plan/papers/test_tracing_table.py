"""Where the plan answers the inspection report, as tables and sentences of an appendix."""

from plan.council.framework import framework_of
from plan.model.plan import Plan
from plan.papers.blocks import Paragraph, Table
from plan.papers.tracing_table import tracing_blocks
from tests.plan.traced_plans import CHILDREN, EARLY, FORM, traced_plan


def sentences(plan: Plan) -> list[str]:
    """Return what stands there besides tables, below the heading."""
    _, *blocks = tracing_blocks(plan, framework_of(plan, FORM))
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def table_texts(plan: Plan) -> list[list[list[str]]]:
    blocks = tracing_blocks(plan, framework_of(plan, FORM))
    tables = [block for block in blocks if isinstance(block, Table)]
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]


def test_the_matrix_prints_every_page_with_its_actions_and_says_what_is_missing() -> None:
    plan = traced_plan(("12-19, 21-24", ()), ("All", ()), recommendations=("Mend the roads",))
    pages, recommended = table_texts(plan)
    assert pages[0] == ["Page", "Part of the report", "Quality indicator", "Actions"]
    assert ["12", CHILDREN, f"{CHILDREN} (2.1)", "1.1"] in pages
    assert ["20", EARLY, f"{EARLY} (5.1)", "none"] in pages
    assert recommended[1] == ["1", "Mend the roads", "none", "none"]
    blocks = tracing_blocks(plan, framework_of(plan, FORM))
    said = [block.text for block in blocks if not isinstance(block, Table)]
    assert "Action 1.2 answers the whole report." in said
    assert "Page 20: no action names it." in said


def test_several_are_told_as_several() -> None:
    plan = traced_plan(("12-18, 20-23", ()), ("All", ()), ("All", ()))
    assert sentences(plan) == [
        "Actions 1.2, 1.3 answer the whole report.",
        "Pages 19, 24: no action names them.",
    ]


def test_where_nothing_is_missing_nothing_is_said() -> None:
    assert sentences(traced_plan(("12-24", ()))) == []


def test_a_page_without_indicator_and_one_in_no_part_are_told_apart() -> None:
    contents = f"12-12 {CHILDREN}\n12-12 {CHILDREN}\n38 Conclusion"
    (pages,) = table_texts(traced_plan(("5, 12, 38", ()), contents=contents))
    assert pages[1:] == [
        ["5", "not known", "not known", "1.1"],
        ["12", CHILDREN, f"{CHILDREN} (2.1)", "1.1"],
        ["38", "Conclusion", "none", "1.1"],
    ]


def test_without_a_contents_list_only_the_pages_and_their_actions_are_told() -> None:
    plan = traced_plan(("9, 18", ()), ("18", ()), contents="")
    assert table_texts(plan) == [[["Page", "Actions"], ["9", "1.1"], ["18", "1.1, 1.2"]]]
    assert sentences(plan) == [
        "The contents of the inspection report are not known here: only its pages are named."
    ]


def test_each_recommendation_has_the_aim_that_it_became() -> None:
    plan = traced_plan(
        ("", ()), contents="", recommendations=("Give families early help", "Mend the roads")
    )
    assert table_texts(plan) == [
        [
            ["No.", "Recommendation", "Aim", "Actions"],
            ["1", "Give families early help", "Give families help early", "1.1"],
            ["2", "Mend the roads", "none", "none"],
        ]
    ]
    assert sentences(plan) == ["Recommendations of the inspection report"]


def test_where_there_is_nothing_to_trace_a_sentence_says_so_and_no_table_is_printed() -> None:
    assert table_texts(traced_plan(contents="")) == []
    assert sentences(traced_plan(contents="")) == [
        "No action names a page of an inspection report, and no recommendation of one is known."
    ]
