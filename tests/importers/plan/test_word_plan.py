"""Every cell of a plan in a Word file lands in its field, whatever became of its rows."""

from pathlib import Path

from importers.paper import read_paper
from plan.model.outline import ActionOutline, NoteOutline
from tests.importers.plan_papers import (
    FORM,
    FORMS,
    HEADER,
    action_row,
    only_action,
    reading_of,
    texts,
)
from tests.importers.word_files import (
    cell,
    docx_of,
    listed,
    merged,
    para,
    row,
    run,
    table,
)


def test_every_cell_lands_in_its_field(tmp_path: Path) -> None:
    cells = {
        "pages": "Pages 9, 18",
        "indicators": cell("Impact on families", "Leadership"),
        "leads": cell("JMG/COG/CPC", "Team"),
        "success_criteria": cell(listed("Staff know.", 7), listed("Families know.", 7)),
        "progress": cell("26 September 2016 – on track", "Begun."),
    }
    reading = reading_of(tmp_path, para("An aim."), table(HEADER, action_row("1.1", **cells)))
    assert only_action(reading) == ActionOutline(
        text="Publish a guide.",
        pages="Pages 9, 18",
        indicators=("Impact on families", "Leadership"),
        leads=("JMG/COG/CPC", "Team"),
        timescale="June 2017",
        success_criteria=("Staff know.", "Families know."),
        bulleted=("success_criteria",),
        progress=(NoteOutline("26 September 2016", "on track", "Begun."),),
    )
    assert reading.remarks == ()


def test_the_text_of_an_action_keeps_bullets_numbers_and_marks_to_the_letter(
    tmp_path: Path,
) -> None:
    text = cell("Do 3*4 of:", listed("one", 7), listed("half", 7, 1), "• typed")
    reading = reading_of(tmp_path, table(HEADER, action_row("1.1", text)))
    assert only_action(reading).text == "Do 3\\*4 of:\n\n- one\n  - half\n- typed"


def test_lines_of_a_cell_are_items_and_slashes_never_split(tmp_path: Path) -> None:
    leads = cell("Group A/\u00a0B\nGroup  C", "", "D / E")
    reading = reading_of(tmp_path, table(HEADER, action_row("1.1", leads=leads)))
    assert only_action(reading).leads == ("Group A/ B", "Group C", "D / E")


def test_a_row_cut_by_a_page_break_is_made_whole_and_remarked_on(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path,
        table(
            HEADER,
            action_row(
                "1.1",
                cell("Focus on:", listed("one", 7)),
                indicators=cell("Impact", "Planning for individual"),
                success_criteria="All is well.",
            ),
            row("", cell(listed("two", 7)), "", "children", "", "", "so we hear", ""),
        ),
    )
    action = only_action(reading)
    assert action.text == "Focus on:\n\n- one\n- two"
    assert action.indicators == ("Impact", "Planning for individual children")
    assert action.success_criteria == ("All is well.", "so we hear")
    (remark,) = [remark for remark in reading.remarks if remark.kind == "note"]
    assert (remark.place, "continuation" in remark.text) == ("1.1", True)


def test_headers_repeated_within_a_table_and_blank_rows_are_no_actions(tmp_path: Path) -> None:
    rows = (HEADER, action_row("1.1"), HEADER, row(*[""] * 8), action_row("1.2"))
    assert texts(reading_of(tmp_path, para("Aim"), table(*rows))) == [["Publish a guide."] * 2]


def test_a_cell_merged_over_two_actions_is_read_for_both(tmp_path: Path) -> None:
    header = row("Ref", "Action", "Lead", "Timescale")
    rows = (
        row("1.1", "a", merged("Team", start=True), "May 2017"),
        row("1.2", "b", merged(), "June 2017"),
    )
    reading = reading_of(tmp_path, para("Aim"), table(header, *rows))
    assert [action.leads for action in reading.outline.aims[0].actions] == [("Team",), ("Team",)]
    assert [remark.place for remark in reading.remarks if remark.kind == "note"] == ["1.2", ""]


def test_an_action_merged_over_two_rows_is_one(tmp_path: Path) -> None:
    header = row("Ref", "Action", "Lead", "Success Criteria")
    rows = (
        row(merged("1.1", start=True), merged("a", start=True), "Team", "One."),
        row(merged(), merged(), "", "Two."),
    )
    reading = reading_of(tmp_path, para("Aim"), table(header, *rows))
    assert only_action(reading).success_criteria == ("One.", "Two.")


def test_refs_that_word_numbers_are_refs(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:lvlText w:val="1.%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    numbered = cell(listed("", 1))
    body = para("Aim") + table(HEADER, action_row(numbered, "a"), action_row(numbered, "b"))
    reading = read_paper(docx_of(tmp_path, body, numbering=numbering), FORM, FORMS)
    assert texts(reading) == [["a", "b"]]
    assert reading.remarks == ()


def test_a_plan_that_stands_in_text_boxes_is_read(tmp_path: Path) -> None:
    def boxed(*blocks: str) -> str:
        inside = f"<wps:txbx><w:txbxContent>{''.join(blocks)}</w:txbxContent></wps:txbx>"
        return f"<w:p><w:r><w:drawing>{inside}</w:drawing></w:r></w:p>"

    reading = reading_of(
        tmp_path,
        para("Improvement Plan"),
        boxed(para("Priority 1: Open in the evening"), table(HEADER, action_row("1.1", "a"))),
        boxed(para("Priority 2: Lend tools")),
        table(HEADER, action_row("2.1", "b")),
    )
    assert [aim.text for aim in reading.outline.aims] == ["Open in the evening", "Lend tools"]
    assert texts(reading) == [["a"], ["b"]]


def test_the_address_of_a_link_is_kept_with_its_words_where_the_officer_writes_freely(
    tmp_path: Path,
) -> None:
    def linked(words: str, address: str = "https://example.org/plan") -> str:
        field = f"HYPERLINK &quot;{address}&quot;"
        return f'<w:p><w:fldSimple w:instr="{field}">{run(words)}</w:fldSimple>{run(".")}</w:p>'

    cells = {
        name: cell(linked("the plan"))
        for name in ("leads", "indicators", "success_criteria", "progress")
    }
    action = only_action(
        reading_of(tmp_path, table(HEADER, action_row("1.1", cell(linked("Read")), **cells)))
    )
    assert action.text == "[Read](https://example.org/plan)."
    assert action.success_criteria == ("[the plan](https://example.org/plan).",)
    assert action.progress[0].text == "[the plan](https://example.org/plan)."
    held = cell(
        linked("Ask the team", "mailto:team@example.org?subject=Plan"),
        linked("Draft", "file:///C:/Users/Someone/Draft.docx"),
    )
    another = only_action(reading_of(tmp_path, table(HEADER, action_row("1.1", held))))
    assert another.text == "[Ask the team](mailto:team@example.org).\n\nDraft."
    assert (action.leads, action.indicators) == (("the plan.",), ("the plan.",))


def test_several_progress_notes_begin_with_their_dates(tmp_path: Path) -> None:
    progress = cell("June 2016", "Begun.", "26 September 2016 – on track", "Going.", "Still.")
    reading = reading_of(tmp_path, table(HEADER, action_row("1.1", progress=progress)))
    assert only_action(reading).progress == (
        NoteOutline("June 2016", "", "Begun."),
        NoteOutline("26 September 2016", "on track", "Going.\n\nStill."),
    )


def test_a_sentence_behind_a_date_is_what_a_note_says(tmp_path: Path) -> None:
    progress = cell(
        "02/10/26 – List changed.",
        "30/10/26 – Six of seven came.",
        "1/11/26 – Done.",
        "2/12/26 – Asked.",
    )
    reading = reading_of(tmp_path, table(HEADER, action_row("1.1", progress=progress)))
    assert only_action(reading).progress == (
        NoteOutline("02/10/26", "", "List changed."),
        NoteOutline("30/10/26", "", "Six of seven came."),
        NoteOutline("1/11/26", "Done.", ""),
        NoteOutline("2/12/26", "", "Asked."),
    )
