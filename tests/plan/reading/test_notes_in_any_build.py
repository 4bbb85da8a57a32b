"""A note is read clause by clause: what it leaves, that it is late and what it tells as past."""

from datetime import date

import pytest

from plan.reading.lateness import said_late, will_be_missed
from plan.reading.reasons import says_more_than_a_move
from plan.reading.what_is_left import part_done, what_is_left
from plan.reading.work_told import carried_out, told_too_early

_MEETING = date(2026, 12, 16)


@pytest.mark.parametrize(
    "note",
    [
        "31 of 40 shelters cleaned.",
        "Thirty-one shelters cleaned out of forty.",
        "All but two of the depots have the new rota.",
        "Roughly three quarters of drivers briefed; others next month.",
        "Signs up at every site except Mill Road and Kirk Wynd.",
        "Only the Harbour Street section left.",
        "Just waiting on legal's sign-off.",
        "9/12 lanes resurfaced (75%).",
        "Two outstanding - Seafield, Craigie.",
        "Handbook written. Translation and printing remain.",
        "Training 80% delivered, rest in January.",
        "Boards have gone up in most villages; five to go.",
        "The final visit takes place on 14 January 2027.",
        "Everything finished bar the costings.",
        "Survey in, report being written up.",
    ],
)
def test_a_part_and_what_is_left_are_seen_in_any_build(note: str) -> None:
    assert part_done(note) or what_is_left(note)


@pytest.mark.parametrize(
    "note",
    [
        "All 40 shelters cleaned.",
        "Forty of forty cleaned.",
        "40/40 lanes resurfaced.",
        "31 of 40 staff rated the course as good.",
        "Signs up at every site, including Mill Road.",
        "Nothing outstanding.",
        "The guide will be reviewed in 2028.",
        "No further work remains.",
        "The remaining two depots were done in September 2026.",
        "The last of the shelters was cleaned on 3 October 2026.",
        "Cleaned all shelters. The contractor is still paid by the month.",
        "Of the 40 shelters, 12 needed new glass, which was fitted.",
        "Three of the five bidders were interviewed and one appointed.",
        "A half-day course was held for all drivers.",
        "Legal signed it off; the two objections left by residents were answered.",
        "Offered in 94% of cases between March and October (target 90%).",
    ],
)
def test_nothing_is_left_by_what_is_whole_denied_over_or_no_work(note: str) -> None:
    assert (part_done(note), what_is_left(note)) == (None, "")


def test_a_part_says_which_share_it_is() -> None:
    part = part_done("Nine of the twelve lanes have been resurfaced.")
    assert part is not None
    assert part.share == 9 / 12


@pytest.mark.parametrize(
    "note",
    [
        "We will not meet the February date.",
        "Unlikely to be finished by February.",
        "Running six weeks late.",
        "About two months behind.",
        "The deadline cannot be met.",
        "February is no longer achievable.",
        "Slipped - supplier let us down.",
        "Work stopped in October when the contractor went bust.",
        "The target will be missed.",
        "Delivery pushed back to June 2027.",
        "Behind, as two posts are empty.",
        "Completion put off until summer.",
        "It has fallen behind plan.",
        "We've lost eight weeks to flooding.",
        "February deadline at risk.",
        "Not going to make it in time.",
        "Going slower than planned: 4 of 30 done.",
        "Hold-ups at the foundry mean a later finish.",
        "No longer possible by February; April instead.",
    ],
)
def test_lateness_is_seen_in_any_build(note: str) -> None:
    assert said_late(note)


@pytest.mark.parametrize(
    "note",
    [
        "We will meet the February date.",
        "Running two weeks ahead.",
        "No slippage expected.",
        "Nothing is late.",
        "The delay in August has been made up.",
        "Lateness of buses fell by 6%.",
        "The lead-in of two months is over.",
        "Work goes on as planned.",
        "Later phases begin in 2028.",
        "The deadline for comments was 3 November 2026.",
        "Not behind in any part.",
        "Delayed discharges fell to 14.",
        "The risk of delay is low.",
        "Late applications are now refused.",
        "The missed bins policy was revised.",
    ],
)
def test_what_is_not_late_is_not_called_so(note: str) -> None:
    assert not said_late(note)


def test_a_date_that_will_be_missed_is_no_new_date() -> None:
    assert will_be_missed("We will not meet the February date.")
    assert not will_be_missed("Running two months late.")


@pytest.mark.parametrize(
    "note",
    [
        "The review was finished on 12 November 2026.",
        "Issued to all depots in October.",
        "Report published 3 November 2026.",
        "New rota live since September 2026.",
        "Agreed by committee on 14 October 2026 and in force.",
        "All 24 drivers have been trained.",
        "14 of 20 visits carried out.",
        "Completed ahead of time.",
        "Shelters: 10 cleaned, 6 repainted.",
        "Contract let to Harlaw Ltd, work under way at two depots.",
        "Halfway there - 12 sites fitted.",
        "We held four workshops and wrote up the findings.",
        "Work began in August and goes well.",
        "60% of gullies cleared.",
        "First two phases delivered.",
        "Guidance has gone out to schools.",
        "Handed over 1 October 2026.",
        "The group met three times and drafted its terms.",
        "Installed (20 October 2026).",
        "It's done.",
    ],
)
def test_work_that_was_done_is_told_in_any_build(note: str) -> None:
    assert carried_out(note)


@pytest.mark.parametrize(
    "note",
    [
        "Starts once the budget is agreed.",
        "Will begin in January 2027.",
        "No staff available yet.",
        "The national guidance was published in October 2026; we begin in January.",
        "Waiting for the survey that was completed by the trunk road operator.",
        "Planned for spring.",
        "A post was advertised but nobody applied.",
        "Nothing done.",
        "Depends on action 1.1, which was finished in November.",
        "The previous audit was completed in 2023.",
        "Work has not begun.",
        "To start when training is delivered.",
        "Funding was refused in October 2026.",
        "Staff have been moved to winter duties.",
        "Not due to begin until 2027.",
    ],
)
def test_why_work_has_not_begun_is_no_work(note: str) -> None:
    assert not carried_out(note)


@pytest.mark.parametrize(
    "note",
    [
        "On 22.02.2027 the protocol was signed by both councils.",
        "Since February 2027 the survey has been carried out by drone.",
        "Protocol signed 22/02/2027.",
        "In March 2027 we trained all drivers.",
        "The board met (14 January 2027).",
        "By April 2027, 30 shelters had been cleaned.",
        "14 January 2027 - first meeting held.",
        "As of March 2027 the guide has been in use at all depots.",
        "Guide issued to depots in the week of 18 January 2027.",
        "Members were briefed at the meeting of 20 January 2027.",
        "The contract was let to Harlaw Ltd in Feb 2027.",
        "Agreed by the Board, 12 March 2027.",
        "We ran the trial in January 2027 and it went well.",
        "Review finished at the end of January 2027.",
        "Handed over on 1 Feb 2027.",
        "22 February 2027: both councils signed.",
        "Staff moved into the yard in spring 2027.",
        "The last bin was replaced on 4.1.2027.",
        "Between January and March 2027 we cleared 400 gullies.",
        "It began on 11 January 2027 and has gone to plan.",
    ],
)
def test_what_is_told_as_past_and_lies_ahead_is_seen(note: str) -> None:
    assert told_too_early(note, _MEETING)


@pytest.mark.parametrize(
    "note",
    [
        "On 22.02.2027 the protocol will be signed.",
        "From February 2027 the survey is carried out by drone.",
        "Signing planned 22/02/2027.",
        "In March 2027 we train all drivers.",
        "The board meets on 14 January 2027.",
        "By April 2027, 30 shelters should be clean.",
        "A meeting is booked for 14 January 2027.",
        "On 22.02.2026 the protocol was signed.",
        "Funding was agreed until March 2027.",
        "The date was moved to February 2027.",
        "The grant awarded runs to March 2027.",
        "Drivers have been booked on the course of 20 January 2027.",
        "Contract signed for works in March 2027.",
        "A draft has been sent out for comment by 8 January 2027.",
        "The board has agreed to meet on 12 March 2027.",
    ],
)
def test_what_is_to_come_is_not_told_as_past(note: str) -> None:
    assert told_too_early(note, _MEETING) is None


@pytest.mark.parametrize(
    "note",
    [
        "The date has been changed to September 2027.",
        "Revised.",
        "Fifteen cases were read.",
        "The specification is written.",
        "A draft was prepared.",
        "The route map is nearly complete.",
        "Our first list has been started.",
        "The form is being designed.",
        "The rota is ready.",
        "",
    ],
)
def test_that_a_date_was_changed_is_no_reason(note: str) -> None:
    assert not says_more_than_a_move(note)


@pytest.mark.parametrize(
    "note",
    [
        "The lead was ill.",
        "Frost closed the yard.",
        "The yard was flooded.",
        "New guidance was prepared by ministers.",
        "The bridge was struck by a lorry.",
        "The contractor was sold.",
        "The lorry is broken.",
        "The supplier was late.",
        "Moved so that schools can take part.",
    ],
)
def test_what_else_a_note_tells_may_be_the_reason(note: str) -> None:
    assert says_more_than_a_move(note)
