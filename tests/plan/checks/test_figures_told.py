"""A figure that stands twice is the same one: two digits that changed places are asked of, R51.

Each pair of sentences is told by a report and by an action's note.
"""

from dataclasses import replace

import pytest

from plan.checks.facts.figures_told import is_swapped
from plan.model.outline import ActionOutline, AimOutline, NoteOutline
from tests.plan.checks.sound import passage
from tests.plan.checks.test_papers_of_any_council import other, told

SWAPPED = [
    ("The replacement of the boilers costs £140,000.", "Boiler replacement: £104,000 set aside."),
    ("Some 1,240 homes have no cavity insulation.", "Cavity insulation is missing in 1,420 homes."),
    ("The programme saved £3.2 million.", "£2.3 million was saved by the programme."),
    ("We lend 3,860 laptops to pupils without one.", "Pupils without one were lent 3,680 laptops."),
    ("In all 417 parking permits were issued in the harbour area.",
     "Harbour area: 471 permits for parking issued."),
    ("The grant (£86,500) pays for the youth workers.",
     "Youth workers are paid by the grant of £85,600."),
    ("Overtime in the crematorium was £18,700.", "Crematorium overtime came to £17,800."),
    ("The depot has 132 vehicles on its register.", "Register of the depot: 123 vehicles checked."),
    ("A total of 2,906 tenants answered the survey of repairs.",
     "Of the repairs survey, 2,096 tenants sent an answer."),
    ("Food waste is 38.4% of the contents of grey bins.",
     "Grey bins: food waste 34.8% of contents."),
    ("The waiting list for allotments stands at 564 people.",
     "There are 546 people waiting for allotments, the list shows."),
    ("A survey found 2,460 bins with a broken lid.", "Of 9,300 bins, 2,640 had a broken lid."),
    ("Subsidy of the ferry is £1.26m.", "The ferry has a subsidy of £1.62m."),
]  # fmt: skip
EACH_ITS_OWN = [
    ("The replacement of the boilers costs £140,000.", "The lease of the vans costs £104,000."),
    ("Some 1,240 homes have no cavity insulation.", "Cavity insulation: 1,420 windows renewed."),
    ("The programme saved £3.2 million in 2025/26.",
     "£2.3 million was saved by the programme in 2026/27."),
    ("The programme saved £3.2 million.", "The programme saved £3.2 million and not £2.3 million."),
    ("The depot has 132 vehicles on its register.", "Vehicles of the northern depot: 123."),
    ("A permit for the harbour costs £36 a week.", "The harbour permit brings in £63."),
    ("In ward 12 there are 340 homes.", "In ward 21 there are 340 homes."),
    ("The national average is 417 permits for parking.", "471 permits for parking were issued."),
    ("Girls: 132 learners swim.", "Boys: 123 learners swim."),
    ("The report of 12 May 2026 on the hostel was read.", "The hostel's report of 21 May 2026."),
    ("Inspectors read 82 files.", "In the 2018 inspection inspectors read 60 files."),
    ("Page 34 of the hostel inspection report says so.", "See page 43 of the hostel inspection."),
    ("Capital cost of the depot £480,000.", "Revenue cost of the depot £840,000."),
    ("The remaining 1,240 homes have no insulation.", "1,420 homes have no insulation."),
    ("The roads programme saved £3.2 million.", "£2.3 million was saved by housing programmes."),
    ("The new hall in Ayre costs £140,000.", "A hall in Leck for £104,000."),
    ("A survey found 3,900 bins with a broken lid.", "Of 9,300 bins we wash 800 a day."),
    ("There are 34 school places.", "There are 43 nursery places in the school."),
]  # fmt: skip


def asked(said: str, again: str) -> list[str]:
    outline = passage("own-legal", said)(other())
    action = ActionOutline(
        text="Publish one guide.", progress=(NoteOutline(status="On track", text=again),)
    )
    aims = (AimOutline("Better services.", (action,)),)
    return [one.text for one in told(replace(outline, aims=aims), "R51")]


@pytest.mark.parametrize(("said", "again"), SWAPPED)
def test_two_digits_that_changed_places_are_asked_of(said: str, again: str) -> None:
    (text,) = asked(said, again)
    assert "of the same thing" in text


def test_any_other_figure_is_asked_of_where_nearly_all_words_are_the_same() -> None:
    (text,) = asked(
        "The roof of the swimming pool costs £310,000.", "Swimming pool roof: £290,000 of repairs."
    )
    assert "£290,000" in text
    said = (
        "The breakfast clubs served 5,400 free meals to pupils. Free meals that were served to "
        "pupils by breakfast clubs: 4,900 meals."
    )
    (text,) = asked(said, "There are none.")
    assert "4,900" in text


@pytest.mark.parametrize(("said", "again"), EACH_ITS_OWN)
def test_figures_that_only_look_alike_are_not_compared(said: str, again: str) -> None:
    assert asked(said, again) == []


def test_only_neighbouring_digits_change_places() -> None:
    assert is_swapped("86.4", "84.6")
    assert is_swapped("1240", "1420")
    assert is_swapped("34.8", "38.4")
    assert not is_swapped("120", "021")
    assert not is_swapped("12", "12")
    assert not is_swapped("12", "210")
