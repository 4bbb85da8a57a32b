"""The papers that showed a fault of Word's own constructs say in a plan what Word shows."""

from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pytest

from importers.paper import PaperReading, read_paper, read_with_account
from importers.word.reader import read_word
from plan.model.outline import ActionOutline, NoteOutline
from plan.papers.blocks import Text, paragraphs_of
from tests.importers.case_files import case_file
from tests.importers.plan_papers import FORM, FORMS

TICKS_AND_CROSSES = (
    "✓ guidance written",
    "✗ staff not trained",
    "✔ audit done",
    "✘ families not asked",
)
USUAL = ActionOutline(
    text="Write the guidance for staff.",
    pages="Pages 9, 18",
    indicators=("Impact on families",),
    leads=("Policy team",),
    timescale="June 2027",
    success_criteria=("Nine in ten families say so.",),
)
"""What the action of such a paper says where nothing else is told."""


def paper(name: str) -> PaperReading:
    return read_paper(case_file(f"word/{name}.docx"), FORM, FORMS)


def actions(name: str) -> list[ActionOutline]:
    return [action for aim in paper(name).outline.aims for action in aim.actions]


def said(action: ActionOutline) -> dict[str, object]:
    """Return the fields of an action that are not the usual ones; progress as its notes' words."""
    found: dict[str, object] = {
        name: getattr(action, name)
        for name in ("text", "pages", "indicators", "leads", "timescale", "success_criteria")
        if getattr(action, name) != getattr(USUAL, name)
    }
    if action.progress:
        found["progress"] = [(note.status, note.text) for note in action.progress]
    return found


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "b04_nested_table",
            {"success_criteria": ("Measures:", "Baseline | 40%", "Target | 90%")},
        ),
        ("b11_text_box_in_cell", {"text": "Write the guidance.\n\nText in a box."}),
        ("b12_text_box_whole_heading", {}),
        ("b13_alt_chunk", {}),
        ("b14_comment_and_ranges", {}),
        (
            "c01_no_break_hyphen",
            {
                "text": "Self-evaluation with all multiagency teams.",
                "timescale": "2026-27",
            },
        ),
        ("c02_symbols", {"success_criteria": ("✓ done; ≥ 90% by June",)}),
        ("c03_superscript_ordinal", {"timescale": "1st June 2027"}),
        ("c04_tab_cr_breaks", {"success_criteria": ("One", "Two", "Three Four")}),
        ("c05_hidden_text", {"text": "Seen."}),
        (
            "c06_smart_quotes_nbsp",
            {"text": "Children’s\xa0plan – “getting it right”… £10\xa0000"},
        ),
        ("c10_footnote", {}),
        (
            "d02_unicode_ticks",
            {
                "progress": [("", "\n\n".join(TICKS_AND_CROSSES))],
            },
        ),
        (
            "d03_wingdings_tick_and_cross",
            {"progress": [("", "✓ written\n\n✗ not trained")]},
        ),
        ("d04_symbol_font_operators", {"success_criteria": ("≥ 90% and ≤ 5 days",)}),
        (
            "d06_other_headings",
            {
                "text": "Write it.",
                "pages": "",
                "indicators": (),
                "success_criteria": ("Nine in ten say so.",),
                "progress": [("Amber", "Begun in May 2026.")],
            },
        ),
        ("d08_header_with_breaks", {}),
        ("d14_caption_and_seq", {}),
        ("d15_toc", {}),
        ("d18_empty_paragraph_with_page_break", {}),
        ("d19_permission_and_proof", {"text": "Write it."}),
        ("d20_ruby_and_dir", {"text": "Left right base"}),
        (
            "f01_complex_hyperlink",
            {"text": "Read [the national plan](https://example.org/plan) first."},
        ),
        ("f02_simple_field", {"text": "As in section 4.2."}),
        ("f03_date_field", {"timescale": "26 November 2026"}),
        ("f04_nested_field", {"text": "Page one of it."}),
        ("f05_formtext_field", {"leads": ("Head of Service",)}),
        ("f08_field_over_paragraphs", {"success_criteria": ("First of it.", "Second of it.")}),
        ("s01_sdt_cell", {"leads": ("Team in a control",), "timescale": "1 June 2027"}),
        ("s03_sdt_dropdown_placeholder", {"leads": (), "timescale": ""}),
        ("s04_sdt_table", {}),
        ("s05_sdt_checkbox_in_cell", {"progress": [("", "☒ Done ☐ Not done")]}),
        ("s06_custom_xml", {"text": "Text in custom XML. And a smart tag."}),
        ("t01_tracked_replace", {}),
        (
            "t02_tracked_whole_paragraph",
            {"success_criteria": ("First criterion.", "Second criterion, inserted.")},
        ),
        ("t05_tracked_paragraph_mark_deleted", {}),
        ("t06_moved_text", {"text": "Write the guidance soon."}),
        ("t07_hyperlink_with_tracked", {"text": "See the new page."}),
    ],
)
def test_the_one_action_of_a_paper_says_what_word_shows(
    name: str, expected: dict[str, object]
) -> None:
    (action,) = actions(name)
    assert said(action) == expected


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("f06_ref_autonumber", ["", "Second action."]),
        ("f07_unclosed_field", ["Before result", "After an unclosed field."]),
        ("s02_sdt_row", ["", "Row inside a repeating control."]),
        ("t03_tracked_row_deleted", ["", "Action that stays."]),
        ("t04_tracked_row_inserted", ["", "Row put in with tracking on."]),
    ],
)
def test_two_actions_of_a_paper_say_what_word_shows(name: str, texts: list[str]) -> None:
    assert [action.text for action in actions(name)] == [text or USUAL.text for text in texts]


class Row(NamedTuple):
    """What the first papers say of an action: these three things."""

    leads: tuple[str, ...]
    timescale: str
    progress: tuple[NoteOutline, ...]


def rows(name: str) -> list[Row]:
    return [Row(one.leads, one.timescale, one.progress) for one in actions(name)]


def test_01_the_prompts_of_empty_controls_round_cells_are_no_values() -> None:
    assert rows("01-cell-placeholder")[0] == Row((), "", ())


def test_02_emoji_are_read() -> None:
    first, second = (row.progress for row in rows("02-emoji-status"))
    assert [(note.status, note.text) for note in first] == [("🟢", "✅ Timetable agreed")]
    assert [note.status for note in second] == ["🔴"]


def test_03_the_entry_chosen_in_a_list_of_a_form_is_read() -> None:
    first, second = rows("03-legacy-dropdown")
    assert first.leads == ("Head of Libraries",)
    assert [note.status for note in first.progress] == ["Complete"]
    assert [note.status for note in second.progress] == ["On track"]


def test_09_aims_in_text_boxes_are_aims() -> None:
    assert [(aim.text, len(aim.actions)) for aim in paper("09-aim-in-text-box").outline.aims] == [
        ("Every school library is open in the evening", 1),
        ("Every library lends tools", 1),
    ]


def test_10_boxes_in_the_font_wingdings_are_ticked() -> None:
    (assessment,) = paper("10-eqia-boxes-as-wingdings-text").outline.assessments
    ticks = {one.question.rpartition(".")[2]: one.ticks for one in assessment.answers if one.ticks}
    assert ticks == {
        "rapid": ("yes",),
        "full": ("no",),
        "race": ("positively",),
        "gender": ("negatively",),
        "gender-reassignment": ("no-impact",),
        "religion-or-belief": ("not-known",),
        "disability": ("positively",),
        "age": ("negatively",),
        "lesbian-gay-bisexual": ("no-impact",),
        "socio-economic": ("not-known",),
        "pregnancy-maternity": ("positively",),
    }


def beside(name: str) -> list[tuple[str, str, str]]:
    """Return the notes, comments and struck words of a paper with the paragraph they stand in."""
    return [
        (paragraph.text, inline.beside.kind, inline.beside.text or inline.text)
        for paragraph in paragraphs_of(read_word(case_file(f"word/{name}.docx")).blocks)
        for inline in paragraph.inlines
        if isinstance(inline, Text) and inline.beside is not None
    ]


@pytest.mark.parametrize(
    ("name", "place", "kind", "words"),
    [
        ("04-comment", "Open the libraries until 8 pm", "comment", ""),
        ("08-footnote", "Open the libraries until 8 pm", "footnote", "Subject to the grant"),
        ("b14_comment_and_ranges", "June 2027", "comment", ""),
        ("c08_strikethrough", "June 2026 June 2027", "struck", "June 2026"),
        ("c10_footnote", "Write the guidance for staff.", "footnote", ""),
        ("d01_strike_whole_row", "Action struck out by hand.", "struck", ""),
        ("d05_comment_in_report", "", "comment", ""),
    ],
)
def test_what_stands_beside_the_words_is_kept_with_its_place(
    name: str, place: str, kind: str, words: str
) -> None:
    found = [one for one in beside(name) if one[1] == kind and place in one[0]]
    assert found
    assert all(said.startswith(words) and said for _, _, said in found)


def test_r02_a_footnote_and_a_link_of_the_report() -> None:
    passages = [one.text for one in paper("r02_hyperlink_and_footnote").outline.report.passages]
    link = "See [the inspection report](https://example.org/report.pdf) for more."
    assert link in passages
    kinds = [kind for text, kind, _ in beside("r02_hyperlink_and_footnote") if text.startswith("4")]
    assert kinds == ["link", "footnote"]


def test_b12_a_box_above_the_plan_is_quoted() -> None:
    texts = [remark.text for remark in paper("b12_text_box_whole_heading").remarks]
    assert any("Draft for consultation only" in text for text in texts)


def test_b13_an_embedded_document_is_told_of() -> None:
    texts = [remark.text for remark in paper("b13_alt_chunk").remarks]
    assert any("embedded document" in text for text in texts)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("d14_caption_and_seq", ["Table 1: Actions"]),
        ("d18_empty_paragraph_with_page_break", []),
    ],
)
def test_what_stands_beside_the_plan_is_no_action_and_is_kept_or_shown(
    name: str, shown: list[str]
) -> None:
    reading = read_with_account(case_file(f"word/{name}.docx"), FORM, FORMS)
    assert [one.text for one in reading.account.not_taken] == shown
    kept = "" if shown else "Glossary: GIRFEC means getting it right."
    assert reading.outline.closing == kept


def test_a_list_of_contents_is_left_out_and_counted() -> None:
    account = read_with_account(case_file("word/d15_toc.docx"), FORM, FORMS).account
    assert account.left_out["contents"] > 0
    assert not account.not_taken


def test_a_paragraph_whose_number_was_taken_off_is_plain() -> None:
    report = paper("d16_list_style_without_numpr_after_delete").outline.report
    points = [one for one in report.passages if one.section == "main-text"]
    assert [(one.kind, one.text) for one in points] == [
        ("text", "- First point."),
        ("text", "Plain paragraph in a list style, numbering taken off."),
    ]


def test_the_body_of_a_file_may_go_by_any_name(tmp_path: Path) -> None:
    """Word in a browser writes `document2.xml`."""
    renamed = tmp_path / "renamed.docx"
    known = case_file("word/d19_permission_and_proof.docx")
    with ZipFile(known) as before, ZipFile(renamed, "w") as after:
        for name in before.namelist():
            content = before.read(name).replace(b"document.xml", b"document2.xml")
            after.writestr(name.replace("document.xml", "document2.xml"), content)
    assert read_paper(renamed, FORM, FORMS).outline == paper("d19_permission_and_proof").outline
