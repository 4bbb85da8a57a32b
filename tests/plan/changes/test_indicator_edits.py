"""The framework's names on request, and the choice of the framework."""

import pytest

from plan.changes.edits.indicators import (
    NoSuchFrameworkError,
    Renaming,
    canonical_naming,
    choose_framework,
    use_canonical_names,
)
from plan.council.framework import Framework, framework_ids, framework_named
from plan.model.outline import ActionOutline, AimOutline, PlanOutline
from tests.plan.judged_papers import made
from tests.plan.strategies import plan_from

FRAMEWORK = framework_named("care-inspectorate-2014")
assert FRAMEWORK is not None
OF_2014 = FRAMEWORK
LONG = "Planning for individual children and young people"
PLAN = plan_from(
    PlanOutline(
        aims=(
            AimOutline("", (ActionOutline(indicators=("Planning for individual children",)),)),
            AimOutline(
                "",
                (
                    ActionOutline(indicators=("Early help", "Impact on families", "Our own")),
                    ActionOutline(indicators=("Impact on the community",)),
                ),
            ),
        )
    )
)


def test_what_is_renamed_and_what_is_left_and_why_is_told() -> None:
    naming = canonical_naming(PLAN, OF_2014)
    assert naming.renamed == (
        Renaming("1.1", "Planning for individual children", LONG),
        Renaming("2.1", "Early help", "Providing help and support at an early stage"),
    )
    assert naming.unknown == (("2.1", "Our own"),)
    assert naming.unread == (Renaming("2.2", "Impact on the community", "Impact on communities"),)
    after = made(PLAN, naming.change)
    assert [action.indicators for action in after.actions] == [
        (LONG,),
        ("Providing help and support at an early stage", "Impact on families", "Our own"),
        ("Impact on the community",),
    ]
    assert naming.change.label == "Use the framework's names of the indicators"


def test_one_action_is_renamed_alone_and_the_label_names_it() -> None:
    second = PLAN.actions[1].id
    naming = canonical_naming(PLAN, OF_2014, [second])
    assert [one.ref for one in naming.renamed] == ["2.1"]
    assert naming.unread == ()
    after = made(PLAN, naming.change)
    assert after.actions[0] == PLAN.actions[0]
    assert naming.change.label == "Use the framework's names of the indicators in action 2.1"


def test_asked_twice_there_is_nothing_left_to_rename() -> None:
    after = made(PLAN, use_canonical_names(PLAN, OF_2014))
    again = canonical_naming(after, OF_2014)
    assert again.change.is_empty
    assert again.renamed == ()
    assert again.unknown == (("2.1", "Our own"),)


@pytest.mark.parametrize("framework_id", framework_ids())
def test_a_framework_is_chosen_by_its_id_or_name_and_given_up_by_nothing(
    framework_id: str,
) -> None:
    framework = framework_named(framework_id)
    assert framework is not None
    after = made(PLAN, choose_framework(PLAN, framework_id))
    assert after.cover.framework == framework_id
    assert choose_framework(after, framework.name).is_empty
    assert made(after, choose_framework(after, "  ")).cover.framework == ""


def test_what_is_no_framework_is_refused_with_those_there_are() -> None:
    with pytest.raises(
        NoSuchFrameworkError, match=r"no framework “Some other”: there are best-value"
    ):
        choose_framework(PLAN, "Some other")


@pytest.mark.parametrize("typed", ["none", " None "])
def test_a_plan_may_follow_no_framework_at_all(typed: str) -> None:
    change = choose_framework(PLAN, typed)
    after = made(PLAN, change)
    assert after.cover.framework == "none"
    assert change.label == "Follow no framework"
    assert made(after, choose_framework(after, "")).cover.framework == ""


def test_a_framework_of_the_councils_own_is_chosen_and_named_among_those_there_are() -> None:
    own = Framework.model_validate(
        {"id": "ours", "name": "Our themes", "indicators": [{"name": "A"}]}
    )
    assert made(PLAN, choose_framework(PLAN, "Our themes", [own])).cover.framework == "ours"
    with pytest.raises(NoSuchFrameworkError, match=r"hgios-4, nif-2025, ours, wellbeing"):
        choose_framework(PLAN, "theirs", [own])
