"""The date that a note gives in place of the timescale's, and what only looks like one."""

import pytest

from plan.reading.dates import span_in_words
from plan.reading.note_words import new_date_in


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("New date agreed: 28 February 2025.", "28 February 2025"),
        ("Two weeks behind; the new date of 14 October 2025 was agreed.", "14 October 2025"),
        (
            "The Board agreed 28 February 2025 as the new date on 12 November 2024.",
            "28 February 2025",
        ),
        ("New target date: 31/03/2027", "31 March 2027"),
        ("Revised completion date is now June 2027.", "June 2027"),
        ("New date agreed by Board: March 2027.", "March 2027"),
        ("The deadline has been extended to 30 June 2027.", "30 June 2027"),
        ("Moved to March 2027 as the post is vacant.", "March 2027"),
        ("It was put back to the end of March 2027.", "March 2027"),
        ("Rescheduled by the contractor. Rescheduled to 4 May 2027.", "4 May 2027"),
        ("Extension agreed to 31 March 2027.", "31 March 2027"),
        ("Training is now planned for May 2027.", "May 2027"),
        ("Now due by 30 April 2027.", "30 April 2027"),
        ("Slippage to June 2027 because of the flood.", "June 2027"),
        ("Re-profiled to September 2027", "September 2027"),
        ("A later date of 1 June 2027 was set.", "1 June 2027"),
    ],
)
def test_a_note_gives_a_new_date(note: str, day: str) -> None:
    found = new_date_in(note)
    assert found is not None
    assert span_in_words(found) == day


@pytest.mark.parametrize(
    "note",
    [
        "",
        "New date agreed by the Board on 12 November 2024.",
        "No new date of June 2027 was agreed.",
        "The team asked for a new date of June 2027.",
        "An extension to June 2027 might be sought: extension to be decided.",
        "We proposed a new date of 1 June 2027.",
        "The new guide was published in June 2026.",
        "Staff moved to the new hall in June 2026.",
        "The new service has run since 4 May 2026.",
        "It has now been used by 40 families (June 2026).",
        "17 plans agreed by 17 April 2026.",
        "The new date is not known.",
    ],
)
def test_other_dates_of_a_note_are_no_new_ones(note: str) -> None:
    assert new_date_in(note) is None
