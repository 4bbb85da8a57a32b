"""What is found in a plan comes best first, by sentence; what is replaced is only that."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.changes.change import applied
from plan.changes.edits.plan_texts import replace_words
from plan.council.form import Form
from plan.council.format import form_named, format_named
from plan.model.outline import ActionOutline, AimOutline, PlanOutline
from plan.model.plan import Plan
from plan.papers.found_texts import Found, TextIndex
from plan.papers.plan_texts import texts_of
from plan.text.word_search import Wanted
from tests.plan.checks.sound import OUTLINE
from tests.plan.judged_papers import DUNDEE_FORM
from tests.plan.paper_strategies import papers
from tests.plan.strategies import plan_from
from tests.promises.test_every_field import whole_plan

DUNDEE = format_named("dundee-2016")
FORMS: Mapping[str, Form] = {DUNDEE_FORM: form_named(DUNDEE_FORM)}


def index_of(plan: Plan) -> TextIndex:
    return TextIndex(plan, texts_of(plan, DUNDEE, FORMS))


def of_actions(*actions: ActionOutline) -> Plan:
    return plan_from(PlanOutline("A plan", aims=(AimOutline("Help families.", actions),)))


def told(found: tuple[Found, ...]) -> list[tuple[str, str, str]]:
    return [(one.kind, one.text.said.place.path, one.sentence) for one in found]


def test_whole_words_come_before_parts_and_parts_before_near_ones() -> None:
    plan = of_actions(
        ActionOutline("Tell the familes. Write to them."),
        ActionOutline("Do it interfamily.", leads=("Board", "Family team")),
    )
    assert told(index_of(plan).find(Wanted("family"))) == [
        ("word", "action/1.2/leads", "Family team"),
        ("part", "action/1.2/text", "Do it interfamily."),
    ]
    assert told(index_of(plan).find(Wanted("families"))) == [
        ("word", "aim/1", "Help families."),
        ("near", "action/1.1/text", "Tell the familes."),
    ]
    for strictly in (Wanted("families", whole_word=True), Wanted("families", same_case=True)):
        assert [one.kind for one in index_of(plan).find(strictly)] == ["word"]


def test_words_that_stand_apart_in_one_sentence_are_near() -> None:
    plan = of_actions(ActionOutline("Guides for all families. A guide. Families too."))
    assert told(index_of(plan).find(Wanted("guid FAM"))) == [
        ("near", "action/1.1/text", "Guides for all families.")
    ]
    assert index_of(plan).find(Wanted("1.3")) == ()


def test_a_ref_finds_its_action_first_even_one_without_a_text() -> None:
    plan = of_actions(ActionOutline("See 1.2 and 1.20."), ActionOutline(""))
    assert told(index_of(plan).find(Wanted("1.2"))) == [
        ("ref", "action/1.2/text", ""),
        ("word", "action/1.1/text", "See 1.2 and 1.20."),
    ]


def test_everything_that_a_plan_says_is_found_in_its_own_sentence() -> None:
    plan = whole_plan()
    index = index_of(plan)
    for text in index.texts:
        words = text.plain.strip().split("\n")[0]
        found = index.find(Wanted(words, same_case=True))
        assert any(one.text is text for one in found), words


@pytest.mark.parametrize(
    ("text", "old", "after"),
    [
        ("**GIRFEC** is right", "GIRFEC", "**New** is right"),
        ("**Getting** it right", "getting it right", "**New**"),
        ("it is **right for** all", "is right", "it **New for** all"),
        ("it is **right** for all", "is right for", "it New all"),
        ("a *b* c", "a b c", "New"),
        ("- one GIRFEC\n- *two* GIRFEC", "GIRFEC", "- one New\n- *two* New"),
        ("5 \\* 3", "5 * 3", "New"),
        ("GIRFECs and girfec", "girfec", "News and New"),
    ],
)
def test_words_are_replaced_across_marks_of_emphasis(text: str, old: str, after: str) -> None:
    plan = of_actions(ActionOutline(text))
    wanted = Wanted(old)
    change = replace_words(index_of(plan).said(wanted), wanted, "New", DUNDEE)
    (now,) = index_of(applied(plan, change)).find(Wanted("New"))[:1]
    assert now.text.said.text == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("values of GIRFEC through it", "values of through it"),
        ("the GIRFEC. Then GIRFEC", "the. Then"),
        ("GIRFEC is right", "is right"),
        ("girfec girfec girfec", ""),
        ("(GIRFEC) pre-GIRFEC", "() pre-"),
    ],
)
def test_words_that_are_deleted_leave_no_space_behind(text: str, after: str) -> None:
    plan = of_actions(ActionOutline(text))
    wanted = Wanted("GIRFEC")
    found = index_of(plan).said(wanted)
    assert " ".join(one.sentence_with(wanted, "") for one in found).strip() == after
    (action,) = applied(plan, replace_words(found, wanted, "", DUNDEE)).actions
    assert action.text == after


def test_what_is_shown_before_is_what_stands_there_after() -> None:
    plan = plan_from(OUTLINE)
    wanted = Wanted("the")
    found = index_of(plan).said(wanted)
    assert found
    change = replace_words(found, wanted, "zzz", DUNDEE)
    after = index_of(applied(plan, change))
    sentences = [one.sentence for one in after.said(Wanted("zzz"))]
    assert sentences == [one.sentence_with(wanted, "zzz") for one in found]
    assert all(
        re.search("the", one.sentence[slice(*span)], re.IGNORECASE)
        for one in found
        for span in one.words_in_sentence
    )


def test_only_chosen_sentences_are_changed_in_one_change_with_a_label() -> None:
    plan = of_actions(ActionOutline("Staff meet. The staff go.", leads=("Staff team", "Board")))
    wanted = Wanted("staff")
    found = index_of(plan).said(wanted)
    change = replace_words(found[1:], wanted, "workforce", DUNDEE)
    assert change.label == "Replace “staff” by “workforce”, 2 times"
    (action,) = applied(plan, change).actions
    assert action.text == "Staff meet. The workforce go."
    assert action.leads == ("Workforce team", "Board")
    emptied = replace_words(found[2:], Wanted("Staff team"), "", DUNDEE)
    assert emptied.label == "Delete “Staff team”, 1 time"


@given(papers(DUNDEE, [FORMS[DUNDEE_FORM]]).map(plan_from), st.sampled_from(["e", "a", "0"]))
@pytest.mark.slow
def test_a_word_replaced_is_found_no_more_and_every_other_text_stays(plan: Plan, old: str) -> None:
    wanted = Wanted(old)
    found = index_of(plan).said(wanted)
    after = applied(plan, replace_words(found, wanted, "Qq", DUNDEE))
    touched = {one.text.said.row.id for one in found}
    before = {(one.row.id, one.field, one.key): one.text for one in texts_of(plan, DUNDEE, FORMS)}
    for one in texts_of(after, DUNDEE, FORMS):
        if one.row.id not in touched:
            assert before[one.row.id, one.field, one.key] == one.text
    assert index_of(after).said(wanted) == ()


def test_the_first_of_what_is_found_are_those_of_all() -> None:
    index = index_of(plan_from(replace(OUTLINE)))
    for text in ("the", "e", "plans", "child famly"):
        whole = index.find(Wanted(text))
        assert index.find(Wanted(text), 5) == whole[:5]
