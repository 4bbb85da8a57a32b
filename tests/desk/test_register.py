"""The register of names: each with how often it stands in the plan and where; one for another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.field_contents import known_choices
from desk.register import WHOLE, Kind, RegisteredName, register_of, rename_refused, renamed
from plan.changes.change import Change, applied
from plan.changes.edits.names import say_what_it_stands_for
from plan.council.format import Format, form_named, format_named
from plan.model.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline
from plan.model.plan import Plan
from tests.plan.judged_papers import DUNDEE_FORM
from tests.plan.own_format import own_council, own_id
from tests.plan.strategies import plan_from, plans_with_actions
from tui.widgets.field_editor import completion

DUNDEE = format_named("dundee-2016")
FORMS = {DUNDEE_FORM: form_named(DUNDEE_FORM)}
OWN = own_council().plan.own
TEAM, TEAM_AND = "Family Support Team", "Family support team"


def plan_of(*actions: ActionOutline) -> Plan:
    return plan_from(PlanOutline(aims=(AimOutline("One", actions),)))


def names_in(plan: Plan, kind: str) -> dict[str, RegisteredName]:
    return {one.name: one for one in register_of(plan, DUNDEE, FORMS) if one.kind == kind}


def counts(plan: Plan, kind: str) -> dict[str, int]:
    return {name: one.count for name, one in names_in(plan, kind).items()}


def rename(plan: Plan, old: str, new: str, *kinds: Kind, council: Format = DUNDEE) -> Change:
    return renamed(register_of(plan, council, FORMS), council, old, new, kinds or WHOLE)


NAMED = plan_of(
    ActionOutline(
        "The Public Protection Committee (PPC) visits the PPC.",
        leads=(TEAM, "Head of Service"),
        indicators=("Early help",),
        progress=(NoteOutline("1 May 2026", "On track", "x"), NoteOutline("", "On track", "y")),
    ),
    ActionOutline("Two", leads=(TEAM, f"{TEAM} and others", TEAM_AND), indicators=("Early help",)),
)


def test_each_name_has_its_kind_its_count_and_its_places() -> None:
    assert counts(NAMED, "lead") == {
        TEAM: 2,
        "Head of Service": 1,
        f"{TEAM} and others": 1,
        TEAM_AND: 1,
    }
    team = names_in(NAMED, "lead")[TEAM]
    assert [one.path for one in team.places] == ["action/1.1/leads", "action/1.2/leads"]
    assert counts(NAMED, "indicator") == {"Early help": 2}
    assert counts(NAMED, "status") == {"On track": 2}
    assert [one.path for one in names_in(NAMED, "status")["On track"].places] == [
        "action/1.1/progress"
    ]


def test_a_group_and_an_acronym_stand_anywhere_in_a_text() -> None:
    assert counts(NAMED, "group") == {TEAM: 3, "Public Protection Committee": 1}
    assert counts(NAMED, "acronym") == {"PPC": 2}
    assert [one.path for one in names_in(NAMED, "acronym")["PPC"].places] == ["action/1.1/text"]


def test_two_spellings_of_a_name_are_told_of_each_other() -> None:
    leads = names_in(NAMED, "lead")
    assert leads[TEAM].like == (TEAM_AND,)
    assert leads[TEAM_AND].like == (TEAM,)
    assert leads["Head of Service"].like == ()


def test_names_that_differ_in_a_figure_are_no_spellings_of_each_other() -> None:
    plan = plan_of(ActionOutline("x", leads=("Locality group 1", "Locality group 2")))
    assert {one.like for one in names_in(plan, "lead").values()} == {()}


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("The Adult Protection Committee (APC) meets.", "Adult Protection Committee"),
        ("Ask the APC (Adult Protection Committee) to meet.", "Adult Protection Committee"),
        ("The Adult Protection Committee meets; tell APC.", "Adult Protection Committee"),
        ("Tell APC.", ""),
        ("Tell APC (monthly).", ""),
        ("Adults Come First (they say) and APC.", ""),
    ],
)
def test_an_acronym_is_given_the_name_that_the_paper_writes(text: str, full: str) -> None:
    assert names_in(plan_of(ActionOutline(text)), "acronym")["APC"].stands_for == full


def test_words_in_capitals_and_numerals_are_no_acronyms() -> None:
    plan = plan_of(ActionOutline("This is NOT part II of AB12. ALL OF THIS IS SHOUTED HERE"))
    assert counts(plan, "acronym") == {}


def test_what_the_officer_says_of_an_acronym_comes_first_and_can_be_taken_back() -> None:
    said = say_what_it_stands_for(NAMED, "PPC", "Private Plumbers Club", given_on="1 May 2026")
    plan = applied(NAMED, said)
    assert names_in(plan, "acronym")["PPC"].stands_for == "Private Plumbers Club"
    again = say_what_it_stands_for(plan, "PPC", "Private Plumbers Club", given_on="2 May 2026")
    assert again.is_empty
    other = say_what_it_stands_for(plan, "PPC", "Paper Print Club", given_on="2 May 2026")
    assert applied(plan, other).acronyms == {"PPC": "Paper Print Club"}
    back = say_what_it_stands_for(plan, "PPC", " ", given_on="2 May 2026")
    assert applied(plan, back).acronyms == {}
    assert say_what_it_stands_for(NAMED, "PPC", "", given_on="").is_empty


def test_a_name_is_renamed_wherever_it_is_the_whole_item_and_nowhere_else() -> None:
    change = rename(NAMED, TEAM, "  The   new team ")
    assert change.label == f"Rename “{TEAM}” to “The new team”"
    plan = applied(NAMED, change)
    assert [one.leads for one in plan.actions] == [
        ("The new team", "Head of Service"),
        ("The new team", f"{TEAM} and others", TEAM_AND),
    ]
    assert len(change.rows) == 2


def test_a_status_and_an_indicator_are_renamed_too() -> None:
    plan = applied(NAMED, rename(NAMED, "On track", "Green"))
    assert {note.status for note in plan.note_rows.values()} == {"Green"}
    plan = applied(NAMED, rename(NAMED, "Early help", "Help early"))
    assert {one.indicators for one in plan.actions} == {("Help early",)}


def test_two_spellings_become_one_that_stands_once_in_a_list() -> None:
    plan = applied(NAMED, rename(NAMED, TEAM_AND, TEAM))
    assert plan.actions[1].leads == (TEAM, f"{TEAM} and others")
    first = applied(NAMED, rename(NAMED, TEAM, TEAM_AND))
    assert first.actions[1].leads == (f"{TEAM} and others", TEAM_AND)


def test_a_name_of_several_kinds_can_be_renamed_in_one_of_them() -> None:
    plan = plan_of(ActionOutline("x", leads=("Early help",), indicators=("Early help",)))
    one = applied(plan, rename(plan, "Early help", "Team", "lead")).actions[0]
    assert (one.leads, one.indicators) == (("Team",), ("Early help",))
    both = applied(plan, rename(plan, "Early help", "Team")).actions[0]
    assert (both.leads, both.indicators) == (("Team",), ("Team",))


def test_a_person_in_a_field_of_the_councils_own_is_a_lead() -> None:
    council = own_council()
    action = ActionOutline("x", own=((own_id("person"), f"{TEAM}\nB"), (own_id("line"), TEAM)))
    plan = plan_of(action)
    names = register_of(plan, council, {})
    assert [one.name for one in names if one.kind == "lead"] == ["B", TEAM]
    changed = applied(plan, rename(plan, TEAM, "The team", council=council))
    assert dict(changed.actions[0].own) == {
        own_id("person"): "The team\nB",
        own_id("line"): TEAM,
    }


def test_a_word_of_a_key_that_says_what_is_done_is_a_status() -> None:
    council = own_council()
    plan = plan_of(ActionOutline("x", own=((own_id("choice"), "Reddish"),)))
    (status,) = (one for one in register_of(plan, council, {}) if one.kind == "status")
    assert (status.name, [one.path for one in status.places]) == (
        "Reddish",
        ["action/1.1/a-choice"],
    )
    changed = applied(plan, rename(plan, "Reddish", "red", council=council))
    assert changed.actions[0].own == ((own_id("choice"), "Red"),)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (TEAM, "", "A name needs words"),
        ("Nobody", "X", "“Nobody” is no lead, indicator or status of the plan."),
        ("Head of service", "X", "Is “Head of Service” meant?"),
        ("PPC", "X", "plandesk replace changes words"),
        ("Public Protection Committee", "X", "1 time in longer texts"),
    ],
)
def test_what_cannot_be_renamed_is_said_in_a_sentence(old: str, new: str, said: str) -> None:
    assert said in rename_refused(register_of(NAMED, DUNDEE, FORMS), old, new)
    assert rename(NAMED, old, new).is_empty


@given(plans_with_actions, st.data())
def test_a_renaming_leaves_every_other_name_as_it_was(plan: Plan, data: st.DataObject) -> None:
    names = [one for one in register_of(plan, DUNDEE, FORMS) if one.kind in ("lead", "indicator")]
    if not names:
        return
    old = data.draw(st.sampled_from(names)).name
    after = applied(plan, rename(plan, old, "Zed"))
    for before, now in zip(plan.actions, after.actions, strict=True):
        for was, held in ((before.leads, now.leads), (before.indicators, now.indicators)):
            is_in = [" ".join(one.split()) == old for one in was]
            others = [one for one, is_it in zip(was, is_in, strict=True) if not is_it]
            assert [one for one in held if one != "Zed"] == [one for one in others if one != "Zed"]
            assert held.count("Zed") <= 1 or not any(is_in)
            assert ("Zed" in held) == (any(is_in) or "Zed" in was)


def test_what_an_acronym_stands_for_completes_a_lead_either_way_round() -> None:
    said = say_what_it_stands_for(NAMED, "PPC", "Public Protection Committee", given_on="")
    plan = applied(NAMED, said)
    for choices in (known_choices(plan, "leads"), known_choices(plan, "own.a-person", own=OWN)):
        assert completion("PPC", choices) == " (Public Protection Committee)"
        assert completion("public pr", choices) == "otection Committee (PPC)"
        assert choices[0] == TEAM
    assert completion("PPC", known_choices(plan, "indicators")) == ""
