"""The details of a review in words: what its latest note says of a new date."""

from datetime import date

from plan.following.timeline import timeline
from plan.model.outline import NoteOutline
from tests.plan.checks.sound import OUTLINE, action
from tests.plan.strategies import plan_from
from tui.views.reviews.reviews_rows import words_of_entry

DAY = date(2016, 9, 26)


def test_a_new_date_in_the_note_alone_is_told_in_the_details() -> None:
    agreed = NoteOutline("", "Amber", "The lift broke; a new date of 14 May 2017 was agreed.")
    plan = plan_from(action(1, timescale="31 March 2016", progress=(agreed,))(OUTLINE))
    late = timeline({"P": plan}, DAY, DAY)[0]
    said = [line.plain for line in words_of_entry(late, plan, with_plan=False)]
    expected = "Overdue since 31 March 2016; its note gives 14 May 2017 as the new date."
    assert any(line.startswith(expected) for line in said)
