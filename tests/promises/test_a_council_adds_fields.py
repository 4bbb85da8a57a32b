"""A field that a council adds by its format alone is everywhere at once, of whatever kind it is.

Nothing but the text of a format says that there is such a field.
"""

from datetime import date
from pathlib import Path

import pytest

from desk.explaining import explanation
from desk.field_contents import FieldContent, action_fields
from desk.field_edits import edited
from desk.finding_words import searched
from desk.lost_texts import is_in, lost_of
from desk.named_fields import remark_on, set_by_ref
from desk.report_contents import HEADER, edited_report, part_contents
from importers.paper import read_paper
from plan.changes import edits
from plan.changes.change import applied, inverse, tables_of
from plan.changes.merging import compared, merge_change, resolved
from plan.checks.all_checks import findings
from plan.checks.paper import Paper as Judged
from plan.council.own_field import OWN_KINDS
from plan.model.outline import (
    ActionOutline,
    AimOutline,
    NoteOutline,
    PlanOutline,
    ReportOutline,
    action_outline,
    built_plan,
)
from plan.model.plan import Plan
from plan.papers.appendix import appendix_of
from plan.papers.blocks import Cell, Table
from plan.papers.paper_json import printed_papers
from plan.papers.plan_json import printed_plan
from plan.papers.plan_texts import OWN_CELL
from plan.papers.report import report_of
from plan.text.word_search import Wanted
from plan.wording.change_words import steps_in_words
from plan.wording.difference_words import DifferenceWords
from plan.wording.place_words import place_in_words
from plan.wording.restore_change import Part, restored
from plan.wording.wording import Wording
from store.drafts import Draft
from tests.importers.styled_papers import our_word
from tests.plan.councils import glenshire_form
from tests.plan.own_format import own_council, own_id, own_label
from tui.views.plan.row_edits import RowEdits
from tui.views.plan.rows import cursor_on

COUNCIL = own_council()
TODAY = date(2027, 1, 4)
WORDING = Wording(COUNCIL)
SAID = {
    "text": "Audits of **March**\n\n- 40 files\n- two schools",
    "line": "Risk register, item 7",
    "items": "NHS Board\nPolice Scotland",
    "choice": "Amber",
    "date": "31/3/27",
    "money": "£12.5k",
    "number": "85%",
    "person": "Head of Service\nTeam Leader",
    "yes-no": "Yes",
    "link": "Plan for schools",
}
"""Something that a field of each kind may hold."""
OTHER = {
    **{kind: f"Another {kind}" for kind in SAID},
    "choice": "Red",
    "date": "June 2027",
    "money": "£5",
    "number": "9",
    "yes-no": "No",
}
NOT_ALLOWED = {
    "choice": "Beige",
    "date": "by the board",
    "money": "cheap",
    "number": "many",
    "yes-no": "in part",
}
"""What the kinds do not allow that are choosy."""
ACTIONS = (
    ActionOutline("Publish a guide.", leads=("Team Leader",), timescale="May 2027"),
    ActionOutline("Train the staff.", leads=("Team Leader",), timescale="June 2027"),
)
EMPTY = built_plan(PlanOutline(title="Plan", aims=(AimOutline("First", ACTIONS),)), COUNCIL.id)
FIRST = EMPTY.actions[0].id


def with_set(plan: Plan, kind: str, text: str, ref: str = "1.1") -> Plan:
    return applied(plan, set_by_ref(plan, ref, own_id(kind), text, COUNCIL))


def whole_plan() -> Plan:
    """Return the plan in which each field holds something, set as on the command line."""
    plan = EMPTY
    for kind, text in SAID.items():
        plan = with_set(with_set(plan, kind, text), kind, text, "report")
    return plan


PLAN = whole_plan()
HELD = {own_id(kind): text for kind, text in SAID.items()}


def own_in(plan: Plan) -> list[dict[str, str]]:
    return [dict(action.own) for action in plan.actions]


def field_of(plan: Plan, kind: str) -> FieldContent:
    fields = {field.key: field for field in action_fields(plan, FIRST, COUNCIL)}
    return fields[f"own.{own_id(kind)}"]


def test_there_is_a_field_of_every_kind() -> None:
    assert set(SAID) == set(OTHER) == set(OWN_KINDS)
    assert own_in(PLAN) == [HELD, {}]
    assert dict(PLAN.report.own) == HELD


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_it_is_in_the_panel_under_its_label_and_typed_there(kind: str) -> None:
    field = field_of(PLAN, kind)
    assert (field.label, field.typed, field.remark) == (own_label(kind), SAID[kind], "")
    typed = applied(PLAN, edited(PLAN, field, OTHER[kind], COUNCIL))
    assert own_in(typed) == [{**HELD, own_id(kind): OTHER[kind]}, {}]
    emptied = applied(PLAN, edited(PLAN, field, "", COUNCIL))
    assert own_id(kind) not in own_in(emptied)[0]
    contents = part_contents(PLAN, HEADER, COUNCIL.report)
    in_header = next(one for one in contents if one.key == field.key)
    assert (in_header.label, in_header.typed) == (own_label(kind), SAID[kind])
    typed = applied(PLAN, edited_report(PLAN, in_header, OTHER[kind], COUNCIL.report))
    assert dict(typed.report.own)[own_id(kind)] == OTHER[kind]


def test_each_kind_is_typed_or_chosen_in_its_own_way() -> None:
    kinds = {kind: field_of(PLAN, kind).kind for kind in OWN_KINDS}
    assert kinds == {
        **dict.fromkeys(("line", "date", "money", "number", "link"), "line"),
        **dict.fromkeys(("items", "person"), "items"),
        "text": "prose",
        "choice": "choice",
        "yes-no": "yes-no",
    }
    assert field_of(PLAN, "date").reading == "31 March 2027"
    assert field_of(PLAN, "choice").tone == "doubtful"
    assert field_of(with_set(PLAN, "choice", "red"), "choice").meaning == "Late"
    assert [word for word, _ in field_of(PLAN, "choice").options] == [
        *("Red", "Amber", "Blue", "Parked"),
    ]
    assert field_of(PLAN, "text").shown == "Audits of March\n• 40 files\n• two schools"


def test_the_panel_has_them_in_the_order_of_the_columns_and_the_notes_last() -> None:
    note = NoteOutline("1 May 2027", "On track", "Begun.")
    noted = applied(PLAN, edits.add_note(PLAN, FIRST, note))
    labels = [field.label for field in action_fields(noted, FIRST, COUNCIL)]
    own = [label for label in labels if label.startswith("Kind ")]
    assert own == [own_label(kind) for kind in OWN_KINDS]
    assert labels[-1] == COUNCIL.plan.column("progress").label  # type: ignore[union-attr]


def test_json_has_it_by_its_id_below_own_a_list_as_a_list() -> None:
    first, second = printed_plan(PLAN, COUNCIL)["aims"][0]["actions"]
    lists = {own_id(kind): SAID[kind].split("\n") for kind in ("items", "person")}
    assert first["own"] == HELD | lists
    assert "own" not in second
    report = printed_papers(PLAN, COUNCIL, {})["report"]
    assert report["own"] == HELD | lists


@pytest.mark.parametrize("kind", NOT_ALLOWED)
def test_what_its_kind_does_not_allow_is_kept_and_told(kind: str) -> None:
    text = NOT_ALLOWED[kind]
    assert text in remark_on("1.1", own_id(kind), text, COUNCIL)
    plan = with_set(with_set(PLAN, kind, text), kind, text, "report")
    assert dict(plan.actions[0].own)[own_id(kind)] == text
    assert text in field_of(plan, kind).remark
    found = [one for one in findings(Judged(plan, COUNCIL, TODAY)) if one.rule == "P14"]
    assert [one.place.path for one in found] == [
        f"action/1.1/{own_id(kind)}",
        f"report/{own_id(kind)}",
    ]
    assert all(text in one.text for one in found)
    assert [place_in_words(plan, one.place, WORDING) for one in found] == [
        f"action 1.1, {own_label(kind)}",
        f"report, {own_label(kind)}",
    ]
    assert not [one for one in findings(Judged(PLAN, COUNCIL, TODAY)) if one.rule == "P14"]


def test_a_duplicate_a_paste_and_a_copy_have_it() -> None:
    aim = PLAN.aims[0].id
    copied = edits.without_progress(action_outline(PLAN, FIRST))
    for change in (
        edits.duplicate_action(PLAN, FIRST),
        edits.paste_actions(PLAN, aim, 1, (copied,)),
    ):
        assert own_in(applied(PLAN, change)) == [HELD, HELD, {}]
    assert own_in(applied(PLAN, edits.duplicate_aim(PLAN, aim))) == [HELD, {}] * 2
    kept = RowEdits(PLAN, cursor_on(PLAN, "actions", FIRST)).copied("this plan")
    assert kept is not None
    assert all(text in kept.words for text in SAID.values())


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_the_history_tells_it_under_its_label_and_brings_it_back_alone(kind: str) -> None:
    changed = with_set(PLAN, "line", "Something else")
    change = set_by_ref(changed, "1.1", own_id(kind), OTHER[kind], COUNCIL)
    after = applied(changed, change)
    (step,) = steps_in_words(change, changed, after, WORDING)
    (field,) = step.fields
    shown = field_of(changed, kind).shown
    assert (field.label, field.before, field.after) == (own_label(kind), shown, OTHER[kind])
    part = Part("actions", FIRST, field.field)
    back = restored(after, PLAN, part, WORDING, "before")
    assert own_label(kind) in back.label
    now = own_in(applied(after, back))[0]
    assert now == {**own_in(after)[0], own_id(kind): SAID[kind]}
    undone = applied(after, inverse(change, kind="undo", label="Undo"))
    assert undone == changed


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_two_edits_of_it_are_merged_by_themselves_or_asked_about(kind: str) -> None:
    other = next(one for one in OWN_KINDS if one != kind)
    ours, theirs = with_set(PLAN, kind, OTHER[kind]), with_set(PLAN, other, OTHER[other])
    merged = compared(*map(tables_of, (PLAN, ours, theirs)))
    assert merged.differences == ()
    together = applied(theirs, merge_change(tables_of(theirs), resolved(merged, {})))
    both = {**HELD, own_id(kind): OTHER[kind], own_id(other): OTHER[other]}
    assert own_in(together) == [both, {}]
    theirs = with_set(PLAN, kind, "Yes and No")
    (difference,) = compared(*map(tables_of, (PLAN, ours, theirs))).differences
    assert (
        DifferenceWords(ours, theirs, WORDING).thing(difference)
        == f"Action 1.1 – {own_label(kind)}"
    )
    assert (difference.ours, difference.theirs) == (OTHER[kind], "Yes and No")
    asked = compared(*map(tables_of, (PLAN, ours, theirs)))
    taken = resolved(asked, {difference.key: "theirs"})
    cells = taken["actions"][FIRST]["own"]
    assert dict(cells) == {**HELD, own_id(kind): "Yes and No"}


def test_find_finds_an_action_by_it() -> None:
    words = searched(PLAN, COUNCIL, "A plan").words
    found = words.find(Wanted("Police Scotland"))
    assert ("actions", FIRST) in {(one.text.said.row.table, one.text.said.row.id) for one in found}
    assert {one.text.said.part for one in found} >= {OWN_CELL}


def test_word_prints_it_and_has_it_back_and_a_word_of_the_key_is_coloured(tmp_path: Path) -> None:
    document = appendix_of(PLAN, COUNCIL)
    key, table = (block for block in document.blocks if isinstance(block, Table))
    assert [[cell.text for cell in row.cells] for row in key.rows] == [
        *(["Word", "What it means"], ["Red", "Late"], ["Amber", ""], ["Blue", ""], ["Parked", ""])
    ]
    assert [row.cells[0].fill for row in key.rows] == ["", "C00000", "FFC000", "0070C0", ""]
    fills = {cell.text: cell.fill for cell in table.rows[1].cells if cell.fill}
    assert fills == {"Amber": "FFC000"}
    forms = [glenshire_form()]
    reading = read_paper(our_word(tmp_path, document), COUNCIL, forms)
    assert [dict(action.own) for action in reading.outline.aims[0].actions] == [HELD, {}]
    told = [one.text for one in reading.remarks if one.kind == "not understood"]
    assert told == ["Not read: 1 header or footer."]
    reading = read_paper(our_word(tmp_path, report_of(PLAN, COUNCIL)), COUNCIL, forms)
    in_header = HELD | {own_id("text"): "Audits of March • 40 files • two schools"}
    assert dict(reading.outline.report.own) == in_header


def test_it_needs_no_column_and_is_then_kept_and_not_printed() -> None:
    council = own_council(columns=False)
    labels = [field.label for field in action_fields(PLAN, FIRST, council)]
    assert [label for label in labels if label.startswith("Kind ")] == [
        own_label(kind) for kind in OWN_KINDS
    ]
    blocks = appendix_of(PLAN, council).blocks
    cells = [
        cell for one in blocks if isinstance(one, Table) for row in one.rows for cell in row.cells
    ]
    assert not any("Risk register" in cell.text for cell in cells)
    assert cells[0] != Cell()


def test_an_empty_report_has_none_of_it() -> None:
    assert built_plan(PlanOutline(report=ReportOutline()), COUNCIL.id).report.own == ()


def test_what_could_not_be_saved_of_it_is_shown_by_itself_and_known_to_be_in_the_plan() -> None:
    change = set_by_ref(PLAN, "1.1", own_id("text"), "One\n\nTwo", COUNCIL)
    draft = Draft(plan_id="p", path="p", at="2027-01-04T10:00:00+00:00", unsaved=(change,))
    (lost,) = lost_of(PLAN, draft)
    assert (lost.was, lost.typed) == (SAID["text"], "One\n\nTwo")
    assert is_in(applied(PLAN, change), "One\n\nTwo")


def test_what_concerns_an_action_has_it() -> None:
    lines = explanation(PLAN, FIRST, COUNCIL, (), TODAY)
    assert "Kind choice: Amber" in lines
    assert "Kind date: 31/3/27 (31 March 2027)" in lines
