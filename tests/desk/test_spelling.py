"""Words that may be misspelt, and those that are left in peace."""

from dataclasses import replace
from pathlib import Path

import pytest

from desk.finding_words import corrected
from desk.spelling import Spelling, load_spelling, misspellings, names_of
from plan.changes.change import applied
from plan.changes.edits.fields import set_cover_field
from plan.council import DEFAULT_FORMAT
from plan.model.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline, built_plan
from plan.model.plan import Plan
from store import dictionary
from store.dictionary import NoDictionaryError, words_path
from store.formats import format_for
from tests.spelt import needs_dictionary

pytestmark = needs_dictionary
COUNCIL = format_for(DEFAULT_FORMAT)


def made(text: str, **fields: object) -> Plan:
    action = replace(ActionOutline(text), **fields)  # type: ignore[arg-type]
    return built_plan(PlanOutline("Plan", aims=(AimOutline("Help.", (action,)),)), DEFAULT_FORMAT)


def wrong(text: str, names: frozenset[str] = frozenset()) -> list[str]:
    spelling = load_spelling()
    spelling.use_names(names)
    return [span.of(text) for span in spelling.misspelt_in(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We recieve seperate reports.", ["recieve", "seperate"]),
        ("Recieve it. RECIEVE IT.", ["Recieve"]),
        ("the color of behavior", ["color", "behavior"]),
        ("a multi-agancy, GIRFEC-ledd team", ["agancy", "ledd"]),
        ("a famly’s plan and the famly's", ["famly’s", "famly's"]),
    ],
)
def test_a_misspelt_word_is_found_wherever_it_stands(text: str, words: list[str]) -> None:
    assert wrong(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "We organise, or organize, the programme in colour; a judgement is in our favour.",
        "Children’s wellbeing, carers' views, a self-evaluation and co-ordinating workstreams.",
        "Multi-agency co-production, re-establish, e-learning, upskilling, signposting, etc.",
        "NHS, KPIs and ScotPHO by 2016-17 at jo@exampel.example, see P1 and the 4th.",
    ],
)
def test_british_words_and_what_no_dictionary_knows_are_left_in_peace(text: str) -> None:
    assert wrong(text) == []


def test_the_names_of_a_plan_are_left_in_peace_wherever_they_are_written_so() -> None:
    text = "The Glenmorrow Group meets; Glenmorrow’s plan, but glenmorrow."
    plan = made(text, leads=("Glenmorrow Group",), indicators=("Wellbieng of all",))
    assert wrong(text) == ["Glenmorrow", "Glenmorrow’s", "glenmorrow"]
    assert wrong(text, names_of(plan)) == ["glenmorrow"]
    found = misspellings(plan, COUNCIL, load_spelling())
    assert [(one.word, one.text.place.path) for one in found] == [("glenmorrow", "action/1.1/text")]


def test_every_field_of_a_plan_is_looked_at_in_the_order_of_its_paper() -> None:
    plan = made(
        "Recieve it.", success_criteria=("Seperate.",), progress=(NoteOutline("", "", "Agred."),)
    )
    change = set_cover_field(plan, "title", "The plann", name="title")
    found = misspellings(applied(plan, change), COUNCIL, load_spelling())
    assert [(one.word, one.text.place.path) for one in found] == [
        ("plann", "plan/title"),
        ("Recieve", "action/1.1/text"),
        ("Seperate", "action/1.1/success_criteria"),
        ("Agred", "action/1.1/progress"),
    ]


def test_a_word_is_put_right_where_it_stands_and_nowhere_else() -> None:
    plan = made("First. We recieve what we recieve. Last.")
    second = misspellings(plan, COUNCIL, load_spelling())[1]
    assert second.around == ("We recieve what we ", ".")
    change = corrected([second], "receive", COUNCIL)
    assert change.label == "Spelling: “recieve” is now “receive”"
    assert applied(plan, change).actions[0].text == "First. We recieve what we receive. Last."


def test_a_word_is_put_right_everywhere_in_one_change() -> None:
    plan = made("We recieve what we recieve.", success_criteria=("They recieve it.",))
    found = misspellings(plan, COUNCIL, load_spelling())
    (action,) = applied(plan, corrected(found, "receive", COUNCIL)).actions
    assert action.text == "We receive what we receive."
    assert action.success_criteria == ("They receive it.",)


def test_an_apostrophe_is_not_written_twice() -> None:
    plan = made("the childrens' plan")
    (found,) = misspellings(plan, COUNCIL, load_spelling())
    assert applied(plan, corrected([found], "children's", COUNCIL)).actions[0].text == (
        "the children's plan"
    )


def test_what_may_be_meant_is_suggested_with_the_same_apostrophe() -> None:
    spelling = load_spelling()
    assert spelling.suggestions("recieve")[0] == "receive"
    assert "children’s" in spelling.suggestions("childen’s")
    assert "wellbeing" in spelling.suggestions("wellbieng")


def test_a_word_of_the_councils_list_is_left_in_peace_from_then_on() -> None:
    text = "Glenmorrow, Glenmorrow's and GLENMORROW by the bruised-thrawn"
    spelling = load_spelling()
    assert [span.of(text) for span in spelling.misspelt_in(text)] == [
        *("Glenmorrow", "Glenmorrow's", "thrawn")
    ]
    spelling.add("Glenmorrow’s")
    spelling.add("thrawn")
    assert spelling.misspelt_in(text) == ()
    assert words_path().read_text(encoding="utf-8") == "Glenmorrow\nthrawn\n"
    assert load_spelling().misspelt_in(text) == ()
    assert load_spelling().misspelt_in("Thrawn") == ()


def test_a_list_that_the_council_wrote_itself_is_kept_as_it_is() -> None:
    words_path().parent.mkdir(parents=True)
    words_path().write_bytes(b"\xef\xbb\xbf# ours\r\nGlenmorrow\r\nBraid")
    spelling = load_spelling()
    assert spelling.misspelt_in("Glenmorrow and Braid") == ()
    spelling.add("Kirkbrannoch")
    assert words_path().read_bytes() == b"\xef\xbb\xbf# ours\r\nGlenmorrow\r\nBraid\nKirkbrannoch\n"


def test_a_list_that_cannot_be_read_is_not_written_over() -> None:
    words_path().mkdir(parents=True)
    spelling = load_spelling()
    assert spelling.misspelt_in("Glenmorrow") != ()
    with pytest.raises(OSError, match="folder"):
        spelling.add("Glenmorrow")


def test_a_word_is_looked_up_once_and_a_line_too(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = load_spelling()._dictionary

    class Watched:
        def knows(self, word: str) -> bool:
            asked.append(word)
            return real.knows(word)

    spelling = Spelling(Watched())  # type: ignore[arg-type]
    for _ in range(3):
        spelling.misspelt_in("One line here")
    assert asked == ["One", "line", "here"]


def test_without_a_dictionary_a_sentence_says_how_to_have_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dictionary, "dictionary_folders", lambda: iter(()))
    with pytest.raises(NoDictionaryError, match=r"“spelling”.*LibreOffice.*hunspell-en-gb"):
        dictionary.load_dictionary()
    monkeypatch.setattr(dictionary, "hunspell", None)
    with pytest.raises(NoDictionaryError, match="“spelling”"):
        dictionary.load_dictionary()
