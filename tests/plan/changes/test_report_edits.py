"""Edits of the report: what each does, what it is called, and that it can be undone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from plan.changes import edits
from plan.council.format import form_named, format_named
from plan.model.fields import HEADER_FIELDS, SIGNATURE_FIELDS, AppendixKind, PassageKind
from plan.model.outline import AppendixOutline, PassageOutline, outline_of
from plan.model.plan import Plan
from plan.model.rows import REPORT_ID
from plan.papers.typed_text import shown_of
from tests.plan.councils import glenshire
from tests.plan.judged_papers import DUNDEE_FORM, appendices_plan, made, report_plan
from tests.plan.paper_strategies import papers
from tests.plan.strategies import any_texts, plan_from

DUNDEE = format_named("dundee-2016")
REPORT = DUNDEE.report

plans = papers(DUNDEE, [form_named(DUNDEE_FORM)]).map(plan_from)


def texts(plan: Plan, section: str) -> list[str]:
    return [passage.text for passage in plan.passages_of(section)]


def three_paragraphs() -> Plan:
    return report_plan(
        ("main-text", "numbered", "a"),
        ("main-text", "numbered", "b"),
        ("main-text", "numbered", "c"),
    )


@pytest.mark.parametrize("name", [*HEADER_FIELDS, *SIGNATURE_FIELDS])
def test_every_line_of_header_and_signature_can_be_written(name: str) -> None:
    plan = report_plan()
    change = edits.set_report_field(plan, name, " 299-2016\n\x00", name="Number")  # type: ignore[arg-type]
    after = made(plan, change)
    assert getattr(after.report, name) == "299-2016"
    assert change.label == "Edit Number of the report"
    assert edits.set_report_field(after, name, "299-2016", name="Number").is_empty  # type: ignore[arg-type]


def test_the_first_word_of_a_report_begins_it_and_the_second_adds_no_other() -> None:
    plan = made(report_plan(), edits.set_report_field(report_plan(), "title", "", name="Title"))
    assert plan.report_rows == {}
    plan = report_plan()
    plan = made(plan, edits.set_report_field(plan, "title", "A plan", name="Title"))
    plan = made(plan, edits.set_report_field(plan, "by", "Director", name="By"))
    assert list(plan.report_rows) == [REPORT_ID]
    assert (plan.report.title, plan.report.by) == ("A plan", "Director")


# Passages


def test_a_new_passage_takes_its_place_and_the_kind_of_its_section() -> None:
    plan = three_paragraphs()
    change = edits.add_passage(plan, "main-text", 1, REPORT, text="new")
    after = made(plan, change)
    assert texts(after, "main-text") == ["a", "new", "b", "c"]
    assert after.passages_of("main-text")[1].kind == "numbered"
    assert change.label == "Add to “Main text”"


def test_a_first_passage_begins_the_report() -> None:
    plan = report_plan()
    plan = made(plan, edits.add_passage(plan, "purpose", 0, REPORT, text="Why"))
    assert list(plan.report_rows) == [REPORT_ID]
    assert plan.passages_of("purpose")[0].parent == REPORT_ID


def test_a_passage_of_another_kind_can_be_asked_for() -> None:
    plan = report_plan()
    change = edits.add_passage(plan, "main-text", 0, REPORT, kind="heading", text=" In\nshort ")
    assert made(plan, change).passages_of("main-text")[0].text == "In short"


def test_a_recommendation_is_kept_without_the_joiner_typed_with_it() -> None:
    plan = report_plan(("recommendations", "recommendation", "note it"))
    (first,) = plan.passages_of("recommendations")
    after = made(plan, edits.set_passage(plan, first.id, "- approve it; and", REPORT))
    assert texts(after, "recommendations") == ["approve it"]
    assert edits.set_passage(after, first.id, "approve it.", REPORT).is_empty


def test_passages_move_within_a_section_and_to_another_which_may_give_them_its_kind() -> None:
    plan = three_paragraphs()
    first, second, _ = plan.passages_of("main-text")
    plan = made(plan, edits.move_passage(plan, first.id, "main-text", 2, REPORT))
    assert texts(plan, "main-text") == ["b", "c", "a"]
    plan = made(plan, edits.move_passage(plan, second.id, "purpose", 0, REPORT))
    assert [(one.kind, one.text) for one in plan.passages_of("purpose")] == [("text", "b")]
    plan = made(plan, edits.move_passage(plan, second.id, "recommendations", 0, REPORT))
    assert plan.passages_of("recommendations")[0].kind == "text", "a recommendation may hold text"
    plan = made(plan, edits.move_passage(plan, first.id, "recommendations", 0, REPORT))
    assert plan.passages_of("recommendations")[0].kind == "recommendation"


def test_a_passage_moved_where_it_stands_is_still_there() -> None:
    plan = three_paragraphs()
    middle = plan.passages_of("main-text")[1]
    plan = made(plan, edits.move_passage(plan, middle.id, "main-text", 1, REPORT))
    assert texts(plan, "main-text") == ["a", "b", "c"]


def test_a_passage_changes_its_kind_and_keeps_its_words() -> None:
    plan = report_plan(("main-text", "numbered", "**Findings**, 2\\*\n\n- one"))
    (only,) = plan.passages_of("main-text")
    change = edits.set_passage_kind(plan, only.id, "heading", REPORT)
    plan = made(plan, change)
    assert texts(plan, "main-text") == ["Findings, 2* one"]
    assert change.label == "Change the kind of a paragraph of “Main text”"
    plan = made(plan, edits.set_passage_kind(plan, only.id, "text", REPORT))
    assert texts(plan, "main-text") == ["Findings, 2\\* one"]


def test_a_copy_of_a_passage_stands_below_it() -> None:
    plan = three_paragraphs()
    first = plan.passages_of("main-text")[0]
    change = edits.duplicate_passage(plan, first.id, REPORT)
    assert texts(made(plan, change), "main-text") == ["a", "a", "b", "c"]


def test_a_passage_is_deleted_and_the_others_stay() -> None:
    plan = three_paragraphs()
    middle = plan.passages_of("main-text")[1]
    change = edits.delete_passage(plan, middle.id, REPORT)
    assert texts(made(plan, change), "main-text") == ["a", "c"]
    assert change.label == "Delete a paragraph of “Main text”"


def test_no_room_between_two_passages_is_made_by_spreading_them() -> None:
    plan = three_paragraphs()
    level = {row.id: row.model_copy(update={"rank": "V"}) for row in plan.passages_of("main-text")}
    plan = replace(plan, passage_rows=level)
    after = made(plan, edits.add_passage(plan, "main-text", 1, REPORT, text="new"))
    assert texts(after, "main-text") == ["a", "new", "b", "c"]


def test_labels_use_the_words_of_the_council() -> None:
    report_format = glenshire().report
    assert edits.add_passage(report_plan(), "summary", 0, report_format).label == "Add to “Summary”"
    assert edits.add_passage(report_plan(), "gone", 0, report_format).label == "Add to the report"


# Appendices


def kinds(plan: Plan) -> list[AppendixKind]:
    return [appendix.kind for appendix in plan.appendices]


def test_the_first_appendix_beside_the_plan_is_appendix_2() -> None:
    plan = report_plan()
    change = edits.add_appendix(plan, 0, "text", title=" How it\nfits")
    after = made(plan, change)
    assert kinds(after) == ["plan", "text"]
    assert (after.plan_appendix_number, after.appendices[1].title) == (1, "How it fits")
    assert change.label == "Add appendix 2"


def test_the_plan_can_be_listed_by_itself() -> None:
    plan = report_plan()
    assert kinds(made(plan, edits.add_appendix(plan, 0, "plan"))) == ["plan"]


def test_another_appendix_takes_the_place_it_is_given() -> None:
    plan = appendices_plan(AppendixOutline("plan"), AppendixOutline("text", "b"))
    change = edits.add_appendix(plan, 0, "file")
    after = made(plan, change)
    assert kinds(after) == ["file", "plan", "text"]
    assert after.plan_appendix_number == 2
    assert change.label == "Add appendix 1"


def test_what_is_drawn_up_from_the_plan_is_listed_only_once() -> None:
    plan = made(report_plan(), edits.add_appendix(report_plan(), 0, "reviews"))
    assert kinds(plan) == ["plan", "reviews"]
    assert edits.add_appendix(plan, 2, "reviews").is_empty
    assert edits.add_appendix(plan, 0, "plan").is_empty
    assert kinds(made(plan, edits.add_appendix(plan, 2, "tracing")))[2:] == ["tracing"]
    twice = made(plan, edits.add_appendix(plan, 2, "text"))
    assert kinds(made(twice, edits.add_appendix(twice, 3, "text")))[2:] == ["text", "text"]


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("title", " A\nmap ", "A map"),
        ("file", "map.pdf\n", "map.pdf"),
        ("text", "* one\r\n* two", "- one\n- two"),
    ],
)
def test_the_fields_of_an_appendix_are_cleaned_each_in_its_way(
    name: str, typed: str, kept: str
) -> None:
    plan = appendices_plan(AppendixOutline("plan"), AppendixOutline("text"))
    second = plan.appendices[1]
    change = edits.set_appendix_field(plan, second.id, name, typed)
    after = made(plan, change)
    assert getattr(after.appendices[1], name) == kept
    assert change.label == f"Edit {name} of appendix 2"
    assert edits.set_appendix_field(after, second.id, name, typed).is_empty


def test_a_field_that_no_appendix_has_is_refused() -> None:
    plan = appendices_plan(AppendixOutline("text"))
    with pytest.raises(ValidationError):
        edits.set_appendix_field(plan, plan.appendices[0].id, "colour", "red")


def test_appendices_move_and_their_numbers_with_them() -> None:
    plan = appendices_plan(
        AppendixOutline("plan"), AppendixOutline("text"), AppendixOutline("file")
    )
    change = edits.move_appendix(plan, plan.appendices[0].id, 2)
    after = made(plan, change)
    assert kinds(after) == ["text", "file", "plan"]
    assert after.plan_appendix_number == 3
    assert change.label == "Move appendix 1"


def test_the_plan_taken_out_of_the_list_is_printed_last() -> None:
    plan = appendices_plan(AppendixOutline("plan"), AppendixOutline("text"))
    after = made(plan, edits.delete_appendix(plan, plan.appendices[0].id))
    assert kinds(after) == ["text"]
    assert after.plan_appendix_number == 2


@given(plans, any_texts, st.data())
@pytest.mark.slow
def test_any_edit_of_any_report_can_be_undone(plan: Plan, typed: str, data: st.DataObject) -> None:
    section = data.draw(st.sampled_from(REPORT.sections)).id
    place = data.draw(st.integers(0, len(plan.passages_of(section))))
    kind: PassageKind = data.draw(st.sampled_from(["text", "numbered", "heading"]))
    made(plan, edits.set_report_field(plan, "title", typed, name="Title"))
    made(plan, edits.add_passage(plan, section, place, REPORT, kind=kind, text=typed))
    for passage in plan.passage_rows.values():
        others = [one for one in plan.passages_of(section) if one.id != passage.id]
        made(plan, edits.set_passage(plan, passage.id, typed, REPORT))
        made(plan, edits.set_passage_kind(plan, passage.id, kind, REPORT))
        made(plan, edits.move_passage(plan, passage.id, section, min(place, len(others)), REPORT))
        made(plan, edits.duplicate_passage(plan, passage.id, REPORT))
        made(plan, edits.delete_passage(plan, passage.id, REPORT))


@given(plans, any_texts)
@pytest.mark.slow
def test_any_edit_of_any_appendix_can_be_undone(plan: Plan, typed: str) -> None:
    for appendix in plan.appendices:
        made(plan, edits.add_appendix(plan, len(plan.appendices), "text", title=typed))
        for name in ("title", "text", "file"):
            made(plan, edits.set_appendix_field(plan, appendix.id, name, typed))
        made(plan, edits.move_appendix(plan, appendix.id, 0))
        made(plan, edits.delete_appendix(plan, appendix.id))


@given(plans)
@pytest.mark.slow
def test_a_passage_opened_and_left_as_it_is_changes_nothing(plan: Plan) -> None:
    for passage in plan.passage_rows.values():
        is_as_kept = passage.kind in ("heading", "table")
        typed = passage.text if is_as_kept else shown_of(passage.text)
        assert edits.set_passage(plan, passage.id, typed, REPORT).is_empty
        assert edits.set_passage_kind(plan, passage.id, passage.kind, REPORT).is_empty


def test_the_outline_of_a_passage_is_what_was_added() -> None:
    plan = report_plan()
    plan = made(plan, edits.add_passage(plan, "purpose", 0, REPORT, text="Why"))
    assert outline_of(plan).report.passages == (PassageOutline("purpose", "text", "Why"),)
