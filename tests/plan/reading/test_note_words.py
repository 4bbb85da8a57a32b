"""What the words of a progress note say: the status they begin with, and what is still open."""

import pytest

from plan.reading.note_words import leading_status, said_open

LEADING = [
    ("Complete. The guide was issued to all teams.", "Complete"),
    ("Completed 25 August 2026. First report published.", "Completed 25 August 2026"),
    ("Complete (June 2026). All teams have it.", "Complete"),
    ("Complete: all teams have it.", "Complete"),
    ("Done.", "Done"),
    ("Finished and now business as usual.", "Finished and now business as usual"),
    ("Closed – nine placements began.", "Closed"),
    ("Cancelled. The council decided otherwise.", "Cancelled"),
    ("Delayed. The contractor left.", "Delayed"),
    ("Delayed, because two posts were vacant.", "Delayed"),
    ("On track – the draft is ready.", "On track"),
    ("On target. Tender issued.", "On target"),
    ("Not started; planned for March.", "Not started"),
    ("Not yet due.", "Not yet due"),
    ("Ongoing.", "Ongoing"),
    ("Behind schedule: one post is vacant.", "Behind schedule"),
    ("12 May 2026: On track – the draft is ready.", "On track"),
    ("Sept 26 – Complete. All teams have it.", "Complete"),
    ("At 12 September: Amber. Two teams have it.", "Amber"),
    ("Not complete. One team has it.", "Not complete"),
    ("Completed in two schools. The rest follow.", ""),
    ("Complete but awaiting sign-off.", ""),
    ("Complete, awaiting sign-off.", ""),
    ("Delayed by the tender; the contract was let.", ""),
    ("On track to begin in May.", ""),
    ("Completion is planned for May.", ""),
    ("The guide is complete.", ""),
    ("Greenfield Primary has the guide.", ""),
    ("No progress reports were due.", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "status"), LEADING)
def test_the_status_stands_first(text: str, status: str) -> None:
    assert leading_status(text) == status


OPEN = [
    ("It still has to be printed.", "still has to be printed"),
    ("Training has still to be delivered.", "has still to be delivered"),
    ("One post is vacant.", "post is vacant"),
    ("Nothing is still to be done.", ""),
    ("Families who have not been found are asked.", ""),
    ("It will be reviewed each year.", ""),
]


@pytest.mark.parametrize(("text", "words"), OPEN)
def test_what_is_still_to_be_done_is_quoted(text: str, words: str) -> None:
    assert (said_open(text) in words) if words else said_open(text) == ""
    assert bool(said_open(text)) is bool(words)
