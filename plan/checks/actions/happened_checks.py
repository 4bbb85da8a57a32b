"""What a note tells as done, on a day that has not come: P42."""

from collections.abc import Iterator

from plan.checks.check import COUNCILS_PLAN, Found, check
from plan.checks.paper import Paper
from plan.following.ledger import latest
from plan.papers.places import action_place
from plan.reading.dates import date_in_words
from plan.reading.work_told import told_too_early


@check(
    "P42",
    "ASK",
    "What a note tells as done was done by the day of the meeting.",
    COUNCILS_PLAN,
    column="progress",
)
def what_is_told_has_happened(paper: Paper) -> Iterator[Found]:
    """P42: "Card started on 4 May 2027" before a meeting in March 2027."""
    until = paper.meeting
    if until is None:
        return
    for action, notes in paper.noted:
        note = latest(notes)
        if note is None or (told := told_too_early(note.text, until)) is None:
            continue
        text = (
            f"“{told}” is told as done, and the meeting is on {date_in_words(until)}: which is "
            "right?"
        )
        place = action_place(paper.plan, action.id, "progress")
        yield Found(place, text, (note.text,))
