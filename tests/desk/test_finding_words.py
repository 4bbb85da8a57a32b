"""Words replaced in a plan that is not open: what is said of it where that is refused."""

import pytest

from desk.finding_words import FoundInPlan, replace_elsewhere, searched_desk
from plan.council.format import FormatError
from plan.text.word_search import Wanted
from tests.tui.window import on_disk, saved_plan

GUIDE = Wanted("guide")


def found_on_the_desk() -> tuple[FoundInPlan, ...]:
    (plan,), _ = searched_desk()
    return tuple(FoundInPlan(plan, one) for one in plan.words.said(GUIDE))


def test_a_text_that_gets_too_long_is_told_as_that_and_the_plan_stays() -> None:
    path = on_disk()
    before = saved_plan(path)
    done = replace_elsewhere(found_on_the_desk(), GUIDE, "leaflet " * 20_000)
    assert not done.is_done
    assert done.sentence.startswith(
        "Small is unchanged: a text gets longer than plandesk keeps with “leaflet leaflet"
    )
    assert saved_plan(path) == before


def test_a_format_that_cannot_be_used_any_more_is_told_by_its_own_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    on_disk()
    chosen = found_on_the_desk()

    def spoilt(*_: object) -> None:
        raise FormatError("dundee-2016.toml: plan.columns: it is missing.")

    monkeypatch.setattr("desk.finding_words.searched", spoilt)
    done = replace_elsewhere(chosen, GUIDE, "leaflet")
    assert done.sentence == "Small is unchanged: dundee-2016.toml: plan.columns: it is missing."
