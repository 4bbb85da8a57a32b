"""A line that names several leads is one lead, or several, as the officer decides."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.account.account import Account
from importers.account.file_words import words_in
from importers.decisions import NOTHING_DECIDED, Decisions
from importers.paper import PaperReading, read_paper, read_with_account
from importers.plan.several_leads import parted, parted_as_decided
from tests.importers.plan_papers import FORM, FORMS, HEADER, action_row
from tests.importers.word_files import cell, docx_of, para, row, table

ONE = (
    "Head of Schools and Learning",
    "Care and Support Manager",
    "A/Head Teacher",
    "HR & OD",
    "HR/OD Manager",
    "Chair, Adult Protection Committee",
    "Independent Chair, APC",
    "Service Manager, Children & Families",
    "Head of Children and Families Service",
    "Director of Children and Young People Services",
    "Health and Social Care Partnership",
    "Chief Social Work Officer, Northside Council",
    "Mr and Mrs Ogg",
    "Mrs Ogg, Head Teacher",
    "Health, Safety and Wellbeing Team",
    "Roads, Transport and Waste",
    "Police and Crime Commissioner",
    "R & D",
    "Education, Children, Families and Communities Committee",
    "Schools and Early Years Manager",
    "Adult / Children Services Manager",
    "Education and Social Work",
    "Head of Service (Housing, Care and Justice)",
    "Business Manager (Education; Housing)",
    "Using the agreed audit tool, and the one before",
    "and/or",
    "24/7 Team",
    "; /",
)
SEVERAL = {
    "Housing Manager; Police Scotland / NHS Northside, Lead Officer & Depute Director": [
        *("Housing Manager", "Police Scotland", "NHS Northside", "Lead Officer"),
        "Depute Director",
    ],
    "Education; Social Work;": ["Education", "Social Work"],
    "Head of Care / Chair of CPC": ["Head of Care", "Chair of CPC"],
    "Head Teacher/Depute Head Teacher": ["Head Teacher", "Depute Head Teacher"],
    "Head Teacher and Depute Head Teacher": ["Head Teacher", "Depute Head Teacher"],
    "Police Scotland & NHS Northside": ["Police Scotland", "NHS Northside"],
    "SMT, Head Teacher and all staff": ["SMT", "Head Teacher", "all staff"],
    "Finance Manager, HR Manager, and IT Manager": [
        *("Finance Manager", "HR Manager", "IT Manager"),
    ],
    "Head of Adult Services and Chief Social Work Officer": [
        *("Head of Adult Services", "Chief Social Work Officer"),
    ],
    "Housing / Building Standards": ["Housing", "Building Standards"],
    "Education, Housing, Social Work": ["Education", "Housing", "Social Work"],
    "Policy team; Health Visiting / Education, Police Scotland & NHS Northside": [
        *("Policy team", "Health Visiting", "Education", "Police Scotland", "NHS Northside"),
    ],
    "A; B / C, D & E": ["A", "B", "C", "D", "E"],
    "Team 1; Team A / Team B, Team C & Team D": ["Team 1", "Team A", "Team B", "Team C", "Team D"],
    "JMG/COG/SPGs/Service Management Teams": ["JMG", "COG", "SPGs", "Service Management Teams"],
    "Ada Orr, Bo Reid & Cy Hay": ["Ada Orr", "Bo Reid", "Cy Hay"],
    "NHS Northside, Health and Wellbeing": ["NHS Northside", "Health and Wellbeing"],
    "Police Scotland, Housing, Roads and Parks": ["Police Scotland", "Housing", "Roads", "Parks"],
    "Education, Housing, Roads and Parks": ["Education", "Housing", "Roads", "Parks"],
    "Service Manager (East), Service Manager (West)": [
        *("Service Manager (East)", "Service Manager (West)"),
    ],
    "Service Manager (Care & Justice); Head of Schools and Learning": [
        *("Service Manager (Care & Justice)", "Head of Schools and Learning"),
    ],
    "Mr Tweedie and Mrs Ogg": ["Mr Tweedie", "Mrs Ogg"],
}
DECIDED = {
    "Depot Supervisor / Duty Officer, Night Desk & Weather Desk": [
        *("Depot Supervisor", "Duty Officer", "Night Desk", "Weather Desk"),
    ],
    "Gala Society / Tenants’ Federation": ["Gala Society", "Tenants’ Federation"],
    "Housing Manager; Head of Schools and Learning": [
        *("Housing Manager", "Head of Schools and Learning"),
    ],
    "HR & OD; Finance Manager": ["HR & OD", "Finance Manager"],
    "A/Head Teacher; Depute Head Teacher": ["A/Head Teacher", "Depute Head Teacher"],
    "Chair, Adult Protection Committee; NHS Northside": [
        *("Chair, Adult Protection Committee", "NHS Northside"),
    ],
    "Service Manager, Children & Families; Police Scotland": [
        *("Service Manager, Children & Families", "Police Scotland"),
    ],
    "Mrs Ogg, Head Teacher; Social Work": ["Mrs Ogg, Head Teacher", "Social Work"],
    "Police Scotland; Health and Wellbeing": ["Police Scotland", "Health and Wellbeing"],
    "Parks Officer; Care and Support Manager": ["Parks Officer", "Care and Support Manager"],
    "Team Leader (East, West and North); Social Work": [
        *("Team Leader (East, West and North)", "Social Work"),
    ],
    "Bus Station & Tram Desk; Duty Officer": ["Bus Station", "Tram Desk", "Duty Officer"],
}
LINE = "Housing Manager; Police Scotland and NHS Northside"
PARTED = ("Housing Manager", "Police Scotland", "NHS Northside")


@pytest.mark.parametrize("line", ONE)
def test_a_post_or_body_with_a_sign_in_its_name_is_one_lead(line: str) -> None:
    assert parted(line) == (line,)


@pytest.mark.parametrize("line", SEVERAL)
def test_a_line_is_parted_where_both_sides_stand_by_themselves(line: str) -> None:
    assert list(parted(line)) == SEVERAL[line]


@pytest.mark.parametrize("line", DECIDED)
def test_once_they_are_several_each_sign_parts_them_but_one_within_a_name(line: str) -> None:
    assert len(parted(line)) > 1
    assert list(parted_as_decided(line)) == DECIDED[line]


@pytest.mark.parametrize("line", [*ONE, *SEVERAL])
def test_what_the_officer_decides_parts_no_less_and_no_single_lead(line: str) -> None:
    assert len(parted_as_decided(line)) >= len(parted(line))
    assert line not in ONE or parted_as_decided(line) == (line,)


LEADS = st.sampled_from(
    ("Head of Care", "NHS Northside", "CPC", "Team", "Chair", "Education", "a (b, c; d)", "Mrs Ogg")
)
SIGNS = st.sampled_from((";", "; ", " / ", "/", ", ", " and ", " & ", ", and ", " + ", " "))
LINES = st.lists(st.tuples(LEADS, SIGNS), min_size=1, max_size=6).map(
    lambda pairs: "".join(lead + sign for lead, sign in pairs)
)


@given(st.one_of(LINES, st.text("Aa1 ;,/&()", max_size=20)))
def test_the_leads_of_a_line_together_have_its_words(line: str) -> None:
    for leads in (parted(line), parted_as_decided(line)):
        assert _words(" ".join(leads)) == _words(line)
        assert len(leads) == 1 or all(re.search("[^\\W\\d_]", lead) for lead in leads)


def _words(line: str) -> list[str]:
    return [word for word in words_in(line) if word != "and"]


def reading_of(folder: Path, *rows: str, decisions: Decisions = NOTHING_DECIDED) -> PaperReading:
    file = docx_of(folder, para("Priority 1: Homes are warm") + table(HEADER, *rows))
    return read_with_account(file, FORM, FORMS, decisions=decisions)


def leads_of(reading: PaperReading) -> list[tuple[str, ...]]:
    return [action.leads for aim in reading.outline.aims for action in aim.actions]


def test_a_line_is_one_lead_until_the_officer_decides_otherwise(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, action_row("1.1", leads=LINE), action_row("1.2"))
    assert leads_of(reading) == [(LINE,), ("Team",)]
    (case,) = reading.cases
    assert (case.kind, case.place, case.text) == ("leads", "in 1.1, Lead(s)", LINE)
    assert case.choice == "one"


def test_leads_are_parted_for_the_whole_paper_or_for_one_action(tmp_path: Path) -> None:
    rows = (action_row("1.1", leads=LINE), action_row("1.2", leads="Education; Housing"))
    every = Decisions().with_kind("leads", "several")
    reading = reading_of(tmp_path, *rows, decisions=every)
    assert leads_of(reading) == [PARTED, ("Education", "Housing")]
    assert [case.choice for case in reading.cases] == ["several", "several"]
    second = reading.cases[1].number
    but_one = reading_of(tmp_path, *rows, decisions=every.with_case("leads", second, "one"))
    assert leads_of(but_one) == [PARTED, ("Education; Housing",)]
    only_one = Decisions().with_case("leads", second, "several")
    alone = reading_of(tmp_path, *rows, decisions=only_one)
    assert leads_of(alone) == [(LINE,), ("Education", "Housing")]


def test_lines_of_their_own_stay_several_leads(tmp_path: Path) -> None:
    lines = row("1.1", "Insulate.", "", "", cell("Head of Care", "Team; Unit"), "May 2027", "", "")
    assert leads_of(reading_of(tmp_path, lines)) == [("Head of Care", "Team; Unit")]
    several = Decisions().with_kind("leads", "several")
    reading = reading_of(tmp_path, lines, decisions=several)
    assert leads_of(reading) == [("Head of Care", "Team", "Unit")]
    assert reading.cases[0].text == "Team; Unit"


def test_each_word_is_taken_whether_or_not_leads_are_parted(tmp_path: Path) -> None:
    def account(decisions: Decisions) -> Account:
        return reading_of(tmp_path, action_row("1.1", leads=LINE), decisions=decisions).account

    one, several = account(NOTHING_DECIDED), account(Decisions().with_kind("leads", "several"))
    assert one == several
    assert one.shown == 0


@pytest.mark.parametrize("heading", ["Action (lead)", "Actions (lead officer)", "Action"])
def test_who_does_an_action_may_stand_in_brackets_behind_it(tmp_path: Path, heading: str) -> None:
    said = (("Open a hall (Libraries Manager)", "June 2027"), ("Mend it (all of it)", "May 2027"))
    rows = (*said, ("Paint it (Head of Parks; Roads Team)", "May 2028"))
    body = (
        para("Our Plan")
        + para("Aim 1: Halls")
        + table(
            row(heading, "By when", "Progress"), *(row(text, when, "Begun.") for text, when in rows)
        )
    )
    path = docx_of(tmp_path, body)
    (aim,) = read_paper(path, FORM, FORMS).outline.aims
    assert [(one.text, one.leads) for one in aim.actions] == [
        ("Open a hall", ("Libraries Manager",)),
        ("Mend it (all of it)", ()),
        ("Paint it", ("Head of Parks; Roads Team",)),
    ]
