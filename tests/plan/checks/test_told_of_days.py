"""What a report tells of days, of who was against it and of courts is held together.

Beside what must be asked about stands what only looks like it.
"""

from dataclasses import replace

import pytest

from tests.plan.checks.test_papers_of_any_council import told
from tests.plan.checks.test_told_of_the_plan import roads


def dated(rule: str, said: str) -> list[str]:
    """Return what a rule says above INFO of a paper of 16 February 2027."""
    outline = roads(said)
    report = replace(outline.report, meeting_date="16 February 2027", signed_on="1 February 2027")
    found = told(replace(outline, report=report), rule)
    return [one.text for one in found if one.severity != "INFO"]


TOLD = [
    ("R44", "The plan was considered by the Tenants' Panel on 4 March 2027."),
    ("R44", "The strategy was approved by the Board on 2 April 2027."),
    ("R44", "It was then discussed at the Forum on 20 February 2027, which was content."),
    ("R44", "The report was published on 3 March 2027."),
    ("R44", "The budget for it was agreed by the Council on 25 February 2027."),
    ("R44", "The draft had been endorsed by the Housing Forum on 1 March 2027."),
    ("R44", "The findings were presented to the Access Panel on 9 March 2027."),
    (
        "R44",
        (
            "A workshop with community councils was held on 3 September 2026. At the "
            "workshop with community councils on 3 October 2026 routes were agreed."
        ),
    ),
    (
        "R44",
        (
            "A public meeting in Ayre took place on 4 May 2026. The public meeting in Ayre "
            "on 14 May 2026 drew ninety people."
        ),
    ),
    (
        "R44",
        (
            "On 4 June 2026 a seminar for head teachers was held. Since the seminar for head "
            "teachers on 6 July 2026 all have a plan."
        ),
    ),
    (
        "R44",
        (
            "An open day at the depot was held on 4 June 2026. That open day at the depot, "
            "on 14 June 2026, was well liked."
        ),
    ),
    ("R47", "No objections to the permit were received. Of 400 replies 62% were against a permit."),
    ("R47", "Nobody objected to the closure. A third of those who replied opposed the closure."),
    (
        "R47",
        (
            "There was unanimous support for the charge. In the survey 40 of the 90 tenants "
            "did not support the charge."
        ),
    ),
    ("R47", "All respondents were in favour. Some tenants objected to the panel."),
    (
        "R47",
        "The proposals met with no opposition. Half of the community councils objected to them.",
    ),
    ("R41", "The fans cost £9,000 (fans £4,500, fitting £3,500)."),
    ("R41", "A grant of £60,000 (salt £30,000, signs £20,000 and lamps £15,000) was given."),
    ("R41", "£1,200 (hire £700, travel £300, food £300) was used for the open day."),
    (
        "R51",
        (
            "Of those who replied, 62% wanted earlier gritting, 31% wanted no change and 17% "
            "had no view."
        ),
    ),
    ("R51", "Of the respondents 55% liked it, 38% did not and 12% were unsure."),
    ("R48", "The Board asked the Head of Roads to bring options to it by October 2026."),
    (
        "R48",
        (
            "Article V of the minute of 4 March 2026 refers: the Head of Roads was asked to "
            "bring forward options for school crossing routes."
        ),
    ),
]
TOLD_RIGHT = [
    ("R44", "The plan will be considered by the Tenants' Panel on 4 March 2027."),
    ("R44", "It was agreed that the plan be considered by the Panel on 4 March 2027."),
    ("R44", "The plan was considered by the Tenants' Panel on 4 February 2027."),
    ("R44", "The plan was approved for publication on 4 March 2027."),
    ("R44", "A meeting was asked for on 4 March 2027."),
    ("R44", "The works were approved to start on 4 March 2027."),
    ("R44", "The plan was approved by the Board which meets on 4 March 2027."),
    ("R44", "The lease was signed and ends on 31 March 2027."),
    ("R44", "It was noted that schools close on 2 April 2027."),
    ("R44", "The budget was agreed by the Council for the year that begins on 1 April 2027."),
    ("R44", "The plan was considered by the Panel and goes to the Board on 4 March 2027."),
    (
        "R44",
        (
            "A workshop with community councils was held on 3 September 2026. A workshop "
            "with community councils was held on 3 October 2026."
        ),
    ),
    (
        "R44",
        (
            "A workshop with tenants was held on 3 September 2026. At the workshop with "
            "community councils on 3 October 2026 routes were agreed."
        ),
    ),
    (
        "R44",
        (
            "A workshop with tenants was held on 3 September 2026. At the second workshop "
            "with tenants on 3 October 2026 routes were agreed."
        ),
    ),
    (
        "R44",
        (
            "A public meeting in Ayre took place on 4 May 2026. The public meeting in Leck "
            "on 14 May 2026 drew ninety people."
        ),
    ),
    (
        "R44",
        (
            "Workshops with tenants were held on 4 May 2026. The workshop with tenants on 14 "
            "May 2026 drew nine people."
        ),
    ),
    (
        "R44",
        (
            "A workshop with tenants was held on 3 September 2026. The workshop with tenants "
            "in September 2026 drew nine."
        ),
    ),
    (
        "R47",
        (
            "No objections to the traffic order were received. Of 400 replies 62% were "
            "against a permit."
        ),
    ),
    ("R47", "No objections were received. In 2019 62% were against a charge."),
    ("R47", "No objections to the permit were received. Of 400 replies 62% were for the permit."),
    ("R47", "Nobody objected to the closure. Councillors in Leck objected to it in May."),
    (
        "R47",
        "There was unanimous support for the panel. The two members opposed the motion on rents.",
    ),
    ("R47", "No objections to the fans were received. Some tenants objected to the visits."),
    ("R41", "The fans cost £9,000 (fans £5,500, fitting £3,500)."),
    ("R41", "The fans cost £9,000 (2025: £4,500, 2024: £3,500)."),
    ("R41", "The fans cost £9,000 (budget £8,000, forecast £9,500)."),
    (
        "R51",
        (
            "Of those who replied, 52% wanted earlier gritting, 31% wanted no change and 17% "
            "had no view."
        ),
    ),
    (
        "R51",
        "Of those who replied, 62% wanted earlier gritting, 41% wider routes and 17% more salt.",
    ),
    (
        "R51",
        "Of those who replied 60% had no view of fans and 50% no view of rent, 20% none of either.",
    ),
    (
        "R48",
        (
            "At its meeting on 10 June 2026 the Committee instructed the Director to report "
            "on the cost of a salt shed by the summer of 2027."
        ),
    ),
    (
        "R48",
        (
            "The Board asked the Head of Roads to bring options to it by October 2026. They "
            "were considered on 8 October 2026."
        ),
    ),
    (
        "R48",
        (
            "Article V of the minute of 4 March 2026 refers: the Head of Roads was asked to "
            "bring forward options for the gritting map."
        ),
    ),
]


@pytest.mark.parametrize(("rule", "said"), TOLD)
def test_what_cannot_both_be_is_asked_about(rule: str, said: str) -> None:
    assert len(dated(rule, said)) == 1


@pytest.mark.parametrize(("rule", "said"), TOLD_RIGHT)
def test_what_can_both_be_is_left(rule: str, said: str) -> None:
    assert dated(rule, said) == []


BEGINS = [
    (
        "The permit costs £45 a year and starts on 1 June 2027.",
        "Bring in the garden waste permit",
        "Permits start on 1 April 2027; first season ends 31 March 2028",
    ),
    (
        "The charge applies from 1 May 2027.",
        "Introduce the charge",
        "Starts 1 July 2027, full service by December 2027",
    ),
    (
        "The new shuttle bus will begin on 3 August 2027.",
        "Start a shuttle bus for the islands",
        "Begins 23 August 2027, review March 2028",
    ),
    (
        "The night service begins in August 2027.",
        "Launch the night service",
        "Starts in June 2027; full by December 2027",
    ),
    (
        "The parking scheme, which has 12 zones, comes into force on 1 October 2027.",
        "Introduce the parking scheme",
        "Comes into force 1 September 2027",
    ),
    (
        "The contract for salt starts on 1 July 2027.",
        "Let the contract for salt",
        "Starts 1 June 2027, ends 31 May 2030",
    ),
    ("Home visits start on 4 May 2027.", "Begin home visits", "From 4 March 2027 to 31 March 2028"),
]
BEGINS_RIGHT = [
    (
        "The permit starts on 1 April 2027.",
        "Bring in the garden waste permit",
        "Permits start on 1 April 2027; first season ends 31 March 2028",
    ),
    (
        "The permit starts in April 2027.",
        "Bring in the garden waste permit",
        "Permits start on 1 April 2027; first season ends 31 March 2028",
    ),
    (
        "The parking permit starts on 1 June 2027.",
        "Bring in the garden waste permit",
        "Permits start on 1 April 2027; first season ends 31 March 2028",
    ),
    (
        "The consultation on the permit starts on 1 June 2027.",
        "Bring in the garden waste permit",
        "Permits start on 1 April 2027; first season ends 31 March 2028",
    ),
    (
        "The old permit started on 1 June 2017.",
        "Bring in the garden waste permit",
        "Permits start on 1 April 2027; first season ends 31 March 2028",
    ),
    (
        "The charge applies from 1 May 2027.",
        "Introduce the permit",
        "Starts 1 July 2027, full service by December 2027",
    ),
    (
        "The school year starts on 16 August 2027.",
        "Start a school breakfast",
        "Starts 1 September 2027",
    ),
    (
        "The second phase of the scheme starts on 1 October 2027.",
        "Introduce the parking scheme",
        "Starts 1 September 2027",
    ),
    (
        "The scheme would begin on 1 October 2027 if funds allow.",
        "Introduce the parking scheme",
        "Starts 1 September 2027",
    ),
    (
        "The permit year runs from 1 June 2027.",
        "Bring in the garden waste permit",
        "Permits start on 1 April 2027",
    ),
    (
        "Work on the permit starts on 1 March 2027.",
        "Bring in the garden waste permit",
        "Permits start on 1 April 2027",
    ),
]


def begun(said: str, act: str, when: str) -> list[str]:
    """Return what R42 says of a sentence beside an action that brings something in."""
    outline = roads(said, first=act)
    first = outline.aims[0]
    actions = (replace(first.actions[0], timescale=when, progress=()), *first.actions[1:])
    aims = (replace(first, actions=actions), *outline.aims[1:])
    found = told(replace(outline, aims=aims), "R42")
    return [one.text for one in found if one.severity != "INFO"]


@pytest.mark.parametrize(("said", "act", "when"), BEGINS)
def test_a_thing_begins_on_one_day(said: str, act: str, when: str) -> None:
    assert len(begun(said, act, when)) == 1


@pytest.mark.parametrize(("said", "act", "when"), BEGINS_RIGHT)
def test_another_thing_begins_on_its_own_day(said: str, act: str, when: str) -> None:
    assert begun(said, act, when) == []


NUMBERS = [
    (
        "Approved on 24 March 2026 (report 041-26).",
        "Report 014-26 of 24 March 2026.",
        1,
    ),
    ("See report no. 214/2026 of 3 May 2026.", "On 3 May 2026 report 241/2026 was noted.", 1),
    ("Report HC/26-31 came on 3 May 2026.", "Report HC/26-13 of 3 May 2026 says why.", 1),
    (
        "Approved on 24 March 2026 (report 041-26).",
        "Report 041-26 of 24 March 2026.",
        0,
    ),
    ("Report 041-26 was made on 24 March 2026.", "Report 014-26 of 20 January 2026.", 0),
    ("Report 041-26 was made on 24 March 2026.", "Report 052-26 of 24 March 2026.", 0),
    ("Report 041-26 was made on 24 March 2026.", "Report 014-26 says why.", 0),
    ("Reports 041-26 and 014-26 were made on 24 March 2026.", "Both were noted.", 0),
]


@pytest.mark.parametrize(("one", "other", "found"), NUMBERS)
def test_a_report_has_one_number(one: str, other: str, found: int) -> None:
    asked = [text for text in dated("R19", f"{one} {other}") if "one report" in text]
    assert len(asked) == found
