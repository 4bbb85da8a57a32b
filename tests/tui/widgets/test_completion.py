"""Lists complete to what the plan uses already, and never insist."""

from desk.field_contents import known_choices
from plan.council import DEFAULT_FORMAT
from plan.council.framework import framework_named
from plan.model.outline import ActionOutline, AimOutline, PlanOutline, built_plan
from tests.tui.window import edit, on_disk, plan_of, plandesk, press, until, view_of
from tui.widgets.field_editor import completion

ACTIONS = (
    ActionOutline(leads=("Forum",), success_criteria=("Done.",)),
    ActionOutline(leads=("Parenting Group", "Forum"), indicators=("Impact on families",)),
)
PLAN = built_plan(PlanOutline(aims=(AimOutline("", ACTIONS),)), DEFAULT_FORMAT)


def test_the_commonest_item_comes_first() -> None:
    assert known_choices(PLAN, "leads") == ("Forum", "Parenting Group")
    assert known_choices(PLAN, "indicators") == ("Impact on families",)


def test_the_names_of_the_framework_come_before_what_the_plan_prints() -> None:
    framework = framework_named("care-inspectorate-2019")
    assert framework is not None
    own = built_plan(
        PlanOutline(aims=(AimOutline("", (ActionOutline(indicators=("Impact of our own",)),)),)),
        DEFAULT_FORMAT,
    )
    offered = known_choices(own, "indicators", framework)
    assert offered == (*(one.name for one in framework.indicators), "Impact of our own")
    assert known_choices(PLAN, "indicators", framework).count("Impact on families") == 1
    assert known_choices(PLAN, "leads", framework) == ("Forum", "Parenting Group")


def test_only_indicators_and_leads_complete() -> None:
    for field in ("success_criteria", "text", "timescale", "title", "note"):
        assert known_choices(PLAN, field) == ()


def test_a_completion_is_what_is_missing_whatever_the_case() -> None:
    assert completion("par", ("Forum", "Parenting Group")) == "enting Group"
    assert completion("Parenting Group", ("Parenting Group",)) == ""


def test_nothing_is_offered_for_a_letter_or_for_new_words() -> None:
    assert completion("p", ("Parenting Group",)) == ""
    assert completion("  ", ("  odd",)) == ""
    assert completion("Police", ("Parenting Group",)) == ""


async def test_the_completion_is_taken_with_the_right_arrow() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "down")
        editor = await edit(pilot, "Leads")
        assert "→: take" not in str(editor.border_subtitle)
        editor.insert("Volun")
        await until(pilot, lambda: editor.suggestion == "tary Sector Forum")
        assert str(editor.border_subtitle).startswith("→: take what is in grey")
        await press(pilot, "right")
        assert "→: take" not in str(editor.border_subtitle)
        await press(pilot, "escape")
        await until(pilot, lambda: view_of(pilot).where == "fields")
        assert plan_of(pilot).actions[1].leads == ("Voluntary Sector Forum",)
