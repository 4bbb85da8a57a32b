"""A person is found in each way of saying the name, and nobody in words that are like a name."""

import pytest

from plan.reading.person_names import NamePattern, PersonName, people_in, post_in
from plan.text.plain_letters import plain_letters

WAYS = {
    "Jane Smith": (
        "Jane Smith",
        "jane smith",
        "JANE SMITH",
        "Jane\u00a0Smith",
        "Jane\nSmith",
        "Ja\u00adne Smith",
        "Jane Elizabeth Smith",
        "Jane E. Smith",
        "J Smith",
        "J. Smith",
        "J.Smith",
        "J. M. Smith",
        "JM Smith",
        "Ms Smith",
        "Mrs J Smith",
        "Ms. Jane Smith",
        "MS SMITH",
        "Smith, Jane",
        "SMITH, Jane",
        "Smith, J.",
        "Smith Jane",
        "Smith J",
        "Jane S.",
        "Smith",
        "Jane Smith's",
        "Jane Smith’s",
        "Jane_Smith",
        "JaneSmith",
        "jane.smith",
        "janesmith",
    ),
    "Seán O’Brien": ("Sean O'Brien", "Seán O Brien", "S O’Brien", "OBrien", "O'Brien, Sean"),
    "Siân Müller-Łodz": ("Sian Muller-Lodz", "Si\u0061\u0302n Müller‑Łodz", "Ms Muller", "S Lodz"),
    "Anne-Marie Wiśniewska": ("Anne Marie Wisniewska", "A-M Wiśniewska", "WIŚNIEWSKA"),
    "Iain McDonald": ("Iain MacDonald", "I McDonald", "Mr Mc Donald"),
    "Iain Mac Donald": ("Iain MacDonald", "I McDonald", "Mr MacDonald"),
    "Sean O Brien": ("Sean O'Brien", "S OBrien"),
    "Sarah St John": ("Sarah St. John", "Ms St John"),
    "Mary Hall": ("Mary Hall", "M Hall", "Hall, Mary"),
    "Dean Quill": ("Dean Quill", "D. Quill", "Quill"),
    "Ludwig van der Berg": ("L van der Berg", "Mr van der Berg", "van der Berg"),
    "Anne Brown": ("Anne Brown", "A. Brown", "A Brown", "Ms Brown", "BROWN, Anne", "Anne Brown’s"),
    "Alan Young": ("Mr Young", "Young, Alan", "ALAN YOUNG", "A. Young"),
    "J Smith": ("Jane Smith", "J Smith", "Ms Smith"),
    "محمد علي": ("محمد علي",),
}
NOBODY = {
    "Anne Brown": ("Brown bins", "A Brown bin", "brown", "BROWN BINS", "Charlie Brown"),
    "Alan Young": ("Young people", "A Young Person", "a young person", "I Young"),
    "Bob Young": ("Group B Young Carers",),
    "Alice Grant": ("A Grant Scheme", "Grant funding", "grant", "GRANTS"),
    "Mark Long": ("Long term", "mark long grass", "A Long Road", "MARK"),
    "Tess May": ("May 2026", "in May", "It may be", "children who miss May Day"),
    "Will Young": ("Will Young people say so?", "will young people"),
    "Jane Smith": (
        "Smith Street",
        "blacksmith",
        "Smithson",
        "Jane Brown",
        "St Smith",
        "ask Bob Smith-Lee",
    ),
    "Mary Hall": ("Town Hall", "in the hall", "Hall"),
    "Glyn Lloyd": ("Lloyds Bank", "Lloyd House", "the David Lloyd prize"),
}


def said_of(name: str, text: str) -> list[str]:
    patterns = map(NamePattern, people_in(name))
    return [text[slice(*span)] for one in patterns for span in one.spans(plain_letters(text))]


@pytest.mark.parametrize(("name", "way"), [(name, way) for name in WAYS for way in WAYS[name]])
@pytest.mark.parametrize("around", ["{}", "Ask {}, who knows.", "({})", "**{}**", "• {}\n• Team"])
def test_a_person_is_found_in_each_way_of_saying_the_name(name: str, way: str, around: str) -> None:
    found = said_of(name, around.format(way))
    assert any(way.rstrip(".") in one for one in found), found


@pytest.mark.parametrize(("name", "text"), [(name, one) for name in NOBODY for one in NOBODY[name]])
def test_words_that_are_like_a_name_name_nobody(name: str, text: str) -> None:
    assert said_of(name, text) == []


def test_a_cell_for_a_name_may_give_several_people_with_posts_and_numbers() -> None:
    cells = {
        "Jane Smith (Service Manager), 01632 960001": ["Jane Smith"],
        "Smith, Jane": ["Jane Smith"],
        "Ms J. Smith, jane@council.example": ["J. Smith"],
        "Jane Smith, Service Manager\nBob Brown – Team Leader": ["Jane Smith", "Bob Brown"],
        "Jane Smith and Bob Brown": ["Jane Smith", "Bob Brown"],
        "JANE SMITH / anne brown": ["JANE SMITH", "anne brown"],
        "Fatima al-Hassan": ["Fatima al-Hassan"],
    }
    assert {cell: [one.in_words for one in people_in(cell)] for cell in cells} == cells


@pytest.mark.parametrize(
    "cell",
    [
        "Head of Service",
        "Service Manager, Quality and Performance",
        "Head of Children, Families and Learning",
        "Child Protection Committee",
        "TBC",
        "To be confirmed",
        "Vacant",
        "As above",
        "Dundee House",
        "Chief Constable",
        "Dean of Education",
        "01632 960001",
        "",
    ],
)
def test_a_post_a_group_and_a_blank_are_nobody(cell: str) -> None:
    assert people_in(cell) == ()


def test_of_a_cell_with_a_person_the_post_is_left() -> None:
    cells = {
        "Jane Smith": "",
        "Jane Smith, Service Manager": "Service Manager",
        "Jane Smith (Service Manager), 01632 960001": "Service Manager",
        "Head of Children, Families and Learning": "Head of Children, Families and Learning",
        "jane@council.example": "",
        "Dundee": "",
    }
    assert {cell: post_in(cell) for cell in cells} == cells


def test_a_name_has_its_initials() -> None:
    assert PersonName(("Jane", "Mary"), "Smith").initials == "JMS"
