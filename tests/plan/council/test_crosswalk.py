"""From the indicators of one framework to those of another, both ways, and plainly where not."""

import pytest

from plan.council.crosswalk import counterpart, counterparts, crosswalk_between, related
from plan.council.framework import Framework, framework_called, framework_named

FOUND_2014 = framework_named("care-inspectorate-2014")
FOUND_2019 = framework_named("care-inspectorate-2019")
assert FOUND_2014 is not None
assert FOUND_2019 is not None
OF_2014, OF_2019 = FOUND_2014, FOUND_2019
UNCERTAIN = {"1.1", "5.1", "5.2"}


def by_number(origin: Framework, to: Framework) -> dict[str, tuple[str, list[str]]]:
    return {
        one.indicator.number: (one.like, [each.number for each in one.to])
        for one in counterparts(origin, to)
    }


@pytest.mark.parametrize(("origin", "to"), [(OF_2014, OF_2019), (OF_2019, OF_2014)])
def test_every_indicator_is_told_of_with_its_counterpart_or_that_there_is_none(
    origin: Framework, to: Framework
) -> None:
    walked = by_number(origin, to)
    assert list(walked) == [one.number for one in origin.indicators]
    assert {number for number, (like, _) in walked.items() if like == "none"} == (
        UNCERTAIN & set(walked)
    )
    assert walked["2.1"] == ("same", ["2.1"])
    assert walked["5.3"] == ("near", ["5.3"])


def test_what_counts_as_the_same_has_the_same_name() -> None:
    for one in counterparts(OF_2014, OF_2019):
        if one.like == "same":
            assert one.indicator.name == one.to[0].name


def test_where_nothing_stands_for_an_indicator_it_is_said_why() -> None:
    said = {one.indicator.number: one.words for one in counterparts(OF_2014, OF_2019)}
    assert said["5.1"].startswith("no counterpart: its successor is of another scope")
    assert said["5.3"] == (
        "5.3 Care planning, managing risk and effective intervention (near, not the same)"
    )
    assert said["2.2"] == "2.2 Impact on families (the same)"


def test_every_indicator_of_the_earlier_framework_is_judged_once() -> None:
    walk = crosswalk_between(OF_2014, OF_2019)
    assert walk is not None
    assert walk is crosswalk_between(OF_2019, OF_2014)
    judged = [*walk.same, *walk.near, *walk.unsettled]
    assert sorted(judged) == [one.number for one in OF_2014.indicators]
    assert walk.note


def test_frameworks_without_a_crosswalk_have_no_counterparts() -> None:
    own = Framework.model_validate(
        {"id": "own", "name": "Own", "indicators": [{"number": "2.1", "name": "Impact"}]}
    )
    assert counterparts(OF_2014, own) == ()
    assert counterparts(own, OF_2019) == ()
    assert related(own) == ()
    assert related(OF_2014) == (OF_2019,)
    assert related(OF_2019) == (OF_2014,)


def framework(name: str, *numbers: str, **more: object) -> Framework:
    indicators = [{"number": number, "name": f"{name} {number}"} for number in numbers]
    return Framework.model_validate({"id": name, "name": name, "indicators": indicators, **more})


EARLIER = framework("earlier", "1.1", "2.1", "3.1", "7.1")
LATER = framework(
    "later",
    *("1.1", "3.1", "7.1", "8.1"),
    crosswalk={
        "from": "earlier",
        "same": ["1.1"],
        "near": {"2.1": ["7.1", "8.1"]},
        "unsettled": {"3.1": "nobody asks it any more"},
    },
)


def test_what_became_two_is_told_both_ways() -> None:
    assert by_number(EARLIER, LATER) == {
        "1.1": ("same", ["1.1"]),
        "2.1": ("near", ["7.1", "8.1"]),
        "3.1": ("none", []),
        "7.1": ("none", []),
    }
    assert by_number(LATER, EARLIER) == {
        "1.1": ("same", ["1.1"]),
        "3.1": ("none", []),
        "7.1": ("near", ["2.1"]),
        "8.1": ("near", ["2.1"]),
    }


def test_why_there_is_none_is_known_only_of_the_earlier_one() -> None:
    onwards = {one.indicator.number: one.words for one in counterparts(EARLIER, LATER)}
    assert onwards["2.1"] == "7.1 later 7.1; 8.1 later 8.1 (near, not the same)"
    assert onwards["3.1"] == "no counterpart: nobody asks it any more"
    assert onwards["7.1"] == "no counterpart is known"
    back = {one.indicator.number: one.words for one in counterparts(LATER, EARLIER)}
    assert back["3.1"] == "no counterpart is known"


def test_without_a_crosswalk_no_counterpart_is_known() -> None:
    told = counterpart(EARLIER, OF_2019, EARLIER.indicators[0])
    assert (told.like, told.to, told.words) == ("none", (), "no counterpart is known")


@pytest.mark.parametrize(
    "typed", ["care-inspectorate-2019", " Care-Inspectorate-2019 ", OF_2019.name]
)
def test_a_framework_is_called_by_its_id_or_its_name(typed: str) -> None:
    assert framework_called(typed) is OF_2019


@pytest.mark.parametrize("typed", ["", "2019", "care", "care-inspectorate-2020"])
def test_nothing_else_calls_a_framework(typed: str) -> None:
    assert framework_called(typed) is None
