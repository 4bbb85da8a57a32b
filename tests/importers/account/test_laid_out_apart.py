"""What Word lays out apart is read for what it is: prompts, drop caps, notes on headings, cards."""

from pathlib import Path

import pytest

from importers.account.file_words import WORD
from importers.decisions import Decisions
from importers.paper import read_paper, read_with_account
from plan.council.form import Form
from tests.importers.account import made_up_files as made
from tests.importers.account.made_up_files import Piece, line
from tests.importers.account.test_account import BUDGETED, account_of, holds
from tests.importers.plan_papers import (
    FORM,
    FORMS,
    HEADER,
    action_row,
    only_action,
    reading_of,
)
from tests.importers.word_files import cell, docx_of, para, raw, row, run, table

HEADINGS_OF_PLAN = (
    "Actions Care Inspectorate Report Page No Quality Indicator s Lead s Timescale Success Criteria"
    " Progress"
)


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
@pytest.mark.parametrize("decisions", [Decisions(), Decisions({"notes": "brackets"})])
def test_a_note_on_the_heading_of_a_column_is_shown_beside_it_and_makes_no_other_heading(
    tmp_path: Path, kind: str, decisions: Decisions
) -> None:
    mark = f'<w:r><w:{kind}Reference w:id="{{number}}"/></w:r>'
    header = row("Ref", "Actions", "Leads", cell(raw(run("Timescale"), mark)), "Progress")
    plan = Piece(
        table(header, row("1.1", "Lend tools", "Team", "May 2027", "Lent")),
        notes=((kind, "To the end of the month"),),
    )
    pieces = (line("Priority 1: Borrowing"), plan)
    path = made.file_of(tmp_path, pieces)
    reading = read_with_account(path, FORM, FORMS, decisions=decisions)
    account = reading.account
    holds(account)
    assert reading.cases == ()
    (note,) = account.not_taken
    assert (note.kind, note.place) == (kind, "beside the heading “Timescale”")
    assert note.means.startswith("It is on the heading of a column")
    assert account.taken == len(["Borrowing", "Lend", "tools", "Team", "May", "2027", "Lent"])


@pytest.mark.parametrize(
    "prompt",
    ["Choose an item.", "Choose one", "Select a status", "Please select", "RAG: [Choose one]"],
)
@pytest.mark.parametrize("how", ["in the line", "around the line", "around the cell", "of a form"])
def test_a_drop_down_left_at_its_prompt_says_nothing_though_word_does_not_mark_it(
    tmp_path: Path, prompt: str, how: str
) -> None:
    chosen = "<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    label, _, asked = prompt.rpartition("RAG: ")
    before = run("RAG: ") if label != prompt and prompt.startswith("RAG") else ""
    cells = {
        "in the line": cell(raw(before, chosen.format(run(asked)))),
        "around the line": cell(chosen.format(para(prompt))),
        "around the cell": chosen.format(cell(prompt)),
        "of a form": cell(before + made.drop_down(asked, "Done").xml if not before else prompt),
    }
    header = row("Ref", "Actions", "Leads", "Timescale", "Status")
    control = chosen.format(run("Team"))
    action = row("1.1", "Lend tools", cell(raw(control)), "May 2027", cells[how])
    body = (para("Priority 1: Borrowing"), table(header, action))
    account = account_of(tmp_path, *body)
    read = only_action(reading_of(tmp_path, *body))
    assert (read.leads, read.progress) == (("Team",), ())
    assert account.shown == 0
    assert account.taken == len(["Borrowing", "Lend", "tools", "Team", "May", "2027"])


@pytest.mark.parametrize("said", ["Choose one school as a pilot", "Select tools", "Pick up books"])
def test_what_only_begins_like_a_prompt_is_an_answer(tmp_path: Path, said: str) -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run(said)}</w:sdtContent></w:sdt>"
    action = row("1.1", cell(raw(control)), "", "", "Team", "May 2027", "", "")
    body = (para("Priority 1: Borrowing"), table(HEADER, action))
    assert only_action(reading_of(tmp_path, *body)).text == said
    assert account_of(tmp_path, *body).shown == 0


def test_a_form_s_own_words_are_no_prompt(tmp_path: Path) -> None:
    columns = [
        {"id": "group", "label": "Group affected", "kind": "line"},
        {"id": "how", "label": "Select one", "kind": "line"},
    ]
    rows = {"kind": "rows", "id": "g", "title": "Groups", "columns": columns, "widths": [80, 80]}
    part = {"id": "p", "heading": "Part 1: People", "label": "Part", "groups": [rows]}
    words = {"id": "made", "name": "Made", "short": "Made", "title": "A form", "footer": "{page}"}
    form = Form.model_validate({**words, "parts": [part]})
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Island')}</w:sdtContent></w:sdt>"
    asked = table(row("Group affected", "Select one"), row(cell(raw(control)), "Much"))
    path = docx_of(tmp_path, para("A form") + para("Part 1: People") + asked)
    (assessment,) = read_paper(path, FORM, (form,)).outline.assessments
    assert [one.text for one in assessment.answers] == ["Island", "Much"]


def test_such_words_are_somebody_s_own_where_there_is_nothing_to_choose_from(
    tmp_path: Path,
) -> None:
    body = (para("Priority 1: Borrowing"), table(HEADER, action_row("1.1", "Choose a date.")))
    assert only_action(reading_of(tmp_path, *body)).text == "Choose a date."


@pytest.mark.parametrize("place", ["drop", "margin"])
def test_a_drop_cap_is_the_first_letter_of_the_paragraph_below(tmp_path: Path, place: str) -> None:
    letter = para("L", f'<w:framePr w:dropCap="{place}" w:lines="3"/>')
    action = row("1.1", cell(letter + para("end tools.")), "", "", "Team", "May 2027", "", "")
    body = (para("Priority 1: Borrowing"), table(HEADER, action))
    assert only_action(reading_of(tmp_path, *body)).text == "Lend tools."
    account = account_of(tmp_path, *body)
    assert account.shown == 0
    assert account.words == len(WORD.findall(f"{HEADINGS_OF_PLAN} Borrowing 1 1 L end tools")) + 5


def test_a_frame_that_is_no_drop_cap_stays_a_paragraph_of_its_own(tmp_path: Path) -> None:
    framed = para("Lend tools.", '<w:framePr w:w="2000" w:hAnchor="page"/>')
    action = row("1.1", cell(framed + para("Lend books.")), "", "", "Team", "May 2027", "", "")
    body = (para("Priority 1: Borrowing"), table(HEADER, action))
    assert only_action(reading_of(tmp_path, *body)).text == "Lend tools.\n\nLend books."


def test_a_table_of_which_every_row_is_deleted_is_none(tmp_path: Path) -> None:
    gone = table(row("Actions", "Lead", properties='<w:del w:id="5"/>'))
    account = account_of(tmp_path, gone, para("Priority 1: Borrowing"), gone, BUDGETED, gone)
    assert (account.shown, account.unseen["deleted"]) == (0, 6)


@pytest.mark.parametrize("is_beside", [True, False])
def test_cards_side_by_side_in_a_table_are_not_said_to_be_read_row_by_row(
    tmp_path: Path, is_beside: bool
) -> None:
    cards = [
        cell(table(row("Action", text), row("Lead", "Team"), row("Timescale", "2027")), para())
        for text in ("Lend tools", "Lend books")
    ]
    around = table(row(*cards)) if is_beside else table(*map(row, cards))
    reading = reading_of(tmp_path, para("Priority 1: Borrowing"), around)
    assert [one.text for one in reading.outline.aims[0].actions] == ["Lend tools", "Lend books"]
    assert not [one.text for one in reading.remarks if "row by row" in one.text]
    inner = cell(table(row("Now", "40%"), row("Then", "60%")), para())
    action = row("1.1", "Lend tools", "", "", "Team", "May 2027", inner, "")
    body = (para("Priority 1: Borrowing"), around, table(HEADER, action))
    told = [one.text for one in reading_of(tmp_path, *body).remarks if "row by row" in one.text]
    assert told == [
        "1 table inside a cell is read row by row, with “|” between the cells of a row."
    ]
