"""`plandesk pack-leads` and `replies`: what leads write comes back, once and on its own action."""

from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table

from plan.model.plan import Plan
from plan.papers.blocks import LEFT_OUT
from store.plan_file import PlanFile
from tests.plan.strategies import small_plan
from tests.tui.window import MADE_AT
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "Plan.plan.json"
    plan = small_plan(("Safe", "Review", "Train"), ("Heard", "Go"))
    PlanFile.create(file, plan, label="Made", who="A. Officer", now=MADE_AT)
    for ref, leads in (("1.1", "Team A\nTeam B"), ("1.2", "Team A"), ("2.1", "Team B")):
        assert main(["set", str(file), ref, "leads", leads]) == 0
    return file


def sent(path: Path) -> Path:
    folder = path.parent / "forms"
    assert main(["pack-leads", str(path), "--out", str(folder)]) == 0
    return folder


def plan_in(path: Path) -> Plan:
    return PlanFile.open(path).plan


def notes(path: Path) -> dict[str, list[tuple[str, str]]]:
    plan = plan_in(path)
    return {
        action.text: [(one.status, one.text) for one in plan.notes_of(action.id)]
        for action in plan.actions
        if plan.notes_of(action.id)
    }


def table_of(word: Document, text: str) -> Table:
    return next(one for one in word.tables if one.cell(1, 1).text == text)


def write(table: Table, label: str, text: str) -> None:
    """Type in the control beside a label, as Word does: the prompt is gone then."""
    cell = next(row.cells[-1] for row in table.rows if row.cells[0].text == label)
    (control,) = cell._tc.iter(qn("w:sdt"))
    for prompt in control.iter(qn("w:showingPlcHdr")):
        prompt.getparent().remove(prompt)
    (words,) = control.iter(qn("w:t"))
    words.text = text


def filled(form: Path, *answers: tuple[str, str, str], save: str = "reply.docx") -> Path:
    word = docx.Document(str(form))
    for text, status, progress in answers:
        write(table_of(word, text), "Status", status)
        write(table_of(word, text), "Progress", progress)
    reply = form.with_name(save)
    word.save(str(reply))
    return reply


def test_each_lead_gets_its_own_actions_and_no_others(path: Path) -> None:
    folder = sent(path)
    assert sorted(one.name for one in folder.iterdir()) == [
        *("Progress Team A.docx", "Progress Team B.docx")
    ]
    word = docx.Document(str(folder / "Progress Team A.docx"))
    assert [one.cell(1, 1).text for one in word.tables] == ["Review", "Train"]
    assert [row.cells[0].text for row in word.tables[0].rows] == [
        *("Ref", "Action", "Timescale", "Success", "Last note", "Status", "Progress")
    ]


def test_what_is_in_nobodys_form_is_said(path: Path, capsys: Captured) -> None:
    assert main(["note", str(path), "2.1", "It is done.", "--status", "Complete"]) == 0
    assert main(["set", str(path), "1.2", "leads", ""]) == 0
    capsys.readouterr()
    sent(path)
    said = capsys.readouterr().out
    assert "Closed, so that nobody is asked only for it: 2.1." in said
    assert "No lead is named, so it is in no form: 1.2." in said


def test_a_reply_is_shown_then_taken_and_never_twice(path: Path, capsys: Captured) -> None:
    reply = filled(sent(path) / "Progress Team A.docx", ("Review", "On track", "It is begun."))
    before = path.read_bytes()
    assert main(["replies", str(path), str(reply)]) == 1
    assert "It is begun." in capsys.readouterr().out
    assert path.read_bytes() == before
    for _ in range(2):
        assert main(["replies", str(path), str(reply), "--yes"]) == 0
        assert notes(path) == {"Review": [("On track", "It is begun.")]}
    assert main(["undo", str(path)]) == 0
    assert notes(path) == {}


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("Progress Team A PUBLIC.docx", "It is begun."),
        ("reply.docx", f"It is begun by {LEFT_OUT}."),
    ],
)
def test_that_a_reply_is_written_in_a_public_copy_is_told_before_it_is_taken(
    name: str, note: str, path: Path, capsys: Captured
) -> None:
    form = sent(path) / "Progress Team A.docx"
    reply = filled(form, ("Review", "On track", note), save=name)
    capsys.readouterr()
    assert main(["replies", str(path), str(reply)]) == 1
    assert "This is the public copy of a paper" in capsys.readouterr().out
    usual = filled(form, ("Review", "On track", "It is begun."), save="usual.docx")
    assert main(["replies", str(path), str(usual)]) == 1
    assert "public copy" not in capsys.readouterr().out


def test_each_field_is_shown_beside_what_stood_there_until_now(
    path: Path, capsys: Captured
) -> None:
    assert main(["note", str(path), "1.1", "A draft is out.", "--status", "On track"]) == 0
    reply = filled(sent(path) / "Progress Team A.docx", ("Review", "Complete", "It is out."))
    capsys.readouterr()
    assert main(["replies", str(path), str(reply)]) == 1
    assert [line.strip() for line in capsys.readouterr().out.splitlines()[:5]] == [
        "Action 1.1: Review",
        "Status: Complete",
        "until now: On track",
        "Progress: It is out.",
        "until now: A draft is out.",
    ]


def test_a_field_is_left_by_its_name_and_taken_later_into_the_same_note(
    path: Path, capsys: Captured
) -> None:
    reply = filled(
        sent(path) / "Progress Team A.docx", ("Review", "Done", "One."), ("Train", "Late", "Two.")
    )
    ask = ["replies", str(path), str(reply), "--yes"]
    assert main([*ask, "--leave", "1.1/status", "--leave", "1.2"]) == 0
    assert notes(path) == {"Review": [("", "One.")]}
    capsys.readouterr()
    assert main(ask[:-1]) == 1
    assert "the plan has this already" in capsys.readouterr().out
    for _ in range(2):
        assert main(ask) == 0
        assert notes(path) == {"Review": [("Done", "One.")], "Train": [("Late", "Two.")]}


@pytest.mark.parametrize("name", ["2.1/status", "1.1/leads", "9", ""])
def test_what_is_to_be_left_and_is_not_in_the_reply_is_refused(path: Path, name: str) -> None:
    reply = filled(sent(path) / "Progress Team A.docx", ("Review", "Done", "One."))
    assert main(["replies", str(path), str(reply), "--yes", "--leave", name]) == 1
    assert notes(path) == {}


def test_what_the_officer_wrote_into_the_note_of_a_reply_stays(path: Path) -> None:
    reply = filled(sent(path) / "Progress Team A.docx", ("Review", "Done", "One."))
    ask = ["replies", str(path), str(reply), "--yes"]
    assert main([*ask, "--leave", "1.1/status"]) == 0
    assert main(["set", str(path), "1.1/progress/1", "text", "One, and more."]) == 0
    assert main(ask) == 0
    assert notes(path) == {"Review": [("Done", "One, and more.")]}


def test_what_is_typed_beside_the_control_or_in_its_place_is_read_too(path: Path) -> None:
    form = sent(path) / "Progress Team A.docx"
    word = docx.Document(str(form))
    first, second = word.tables
    first.rows[-1].cells[-1].paragraphs[0].add_run("It is begun.")
    second.rows[-2].cells[-1].text = "Delayed"
    word.save(str(form))
    assert main(["replies", str(path), str(form), "--yes"]) == 0
    assert notes(path) == {"Review": [("", "It is begun.")], "Train": [("Delayed", "")]}


def without_controls(form: Path) -> Path:
    """Save a form as LibreOffice 7.4 does: what stood in controls stays, as do bookmarks."""
    word = docx.Document(str(form))
    for control in list(word.element.body.iter(qn("w:sdt"))):
        for run in control.find(qn("w:sdtContent")):
            control.addprevious(run)
        control.getparent().remove(control)
    word.save(str(form))
    return form


def test_a_prompt_that_was_left_beside_what_was_typed_is_no_answer(path: Path) -> None:
    form = without_controls(sent(path) / "Progress Team A.docx")
    word = docx.Document(str(form))
    first, second = word.tables
    first.rows[-1].cells[-1].paragraphs[0].add_run(" It is begun.")
    second.rows[-2].cells[-1].paragraphs[0].insert_paragraph_before("Delayed")
    word.save(str(form))
    assert main(["replies", str(path), str(form), "--yes"]) == 0
    assert notes(path) == {"Review": [("", "It is begun.")], "Train": [("Delayed", "")]}


def test_an_action_worded_anew_is_known_by_the_bookmark_where_the_controls_are_gone(
    path: Path,
) -> None:
    reply = without_controls(
        filled(sent(path) / "Progress Team A.docx", ("Review", "Done", "One."))
    )
    assert main(["set", str(path), "1.1", "text", "Review everything"]) == 0
    assert main(["move", str(path), "1.1", "2.1"]) == 0
    assert main(["replies", str(path), str(reply), "--yes"]) == 0
    assert notes(path) == {"Review everything": [("Done", "One.")]}


def test_what_moved_or_was_worded_anew_meanwhile_gets_its_own_note(path: Path) -> None:
    reply = filled(
        sent(path) / "Progress Team A.docx", ("Review", "Done", "One."), ("Train", "Late", "Two.")
    )
    assert main(["move", str(path), "1.2", "1.1"]) == 0
    assert main(["set", str(path), "1.1", "text", "Train everybody"]) == 0
    assert main(["replies", str(path), str(reply), "--yes"]) == 0
    assert notes(path) == {"Review": [("Done", "One.")], "Train everybody": [("Late", "Two.")]}


def test_what_was_pasted_into_a_new_document_is_known_by_its_text_and_else_lands_nowhere(
    path: Path, capsys: Captured
) -> None:
    sent(path)
    word = docx.Document()
    for ref, text, progress in (("9.9", "Train", "Two."), ("1.1", "Something else", "Lost?")):
        table = word.add_table(rows=0, cols=2)
        rows = (("Ref", ref), ("Action", text), ("Status", "Late"), ("Progress", progress))
        for label, said in rows:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = label, said
        word.add_paragraph()
    reply = path.with_name("pasted.docx")
    word.save(str(reply))
    assert main(["replies", str(path), str(reply), "--yes"]) == 1
    said = capsys.readouterr().err
    assert "nobody can tell of which action" in said
    assert "unchanged" not in said
    assert notes(path) == {"Train": [("Late", "Two.")]}


def test_wording_that_a_lead_has_changed_is_shown_and_not_taken(
    path: Path, capsys: Captured
) -> None:
    form = sent(path) / "Progress Team A.docx"
    word = docx.Document(str(form))
    write(table_of(word, "Review"), "Progress", "One.")
    table_of(word, "Review").cell(1, 1).paragraphs[0].add_run(" it all")
    word.save(str(form))
    assert main(["replies", str(path), str(form), "--yes"]) == 0
    assert "worded the action otherwise, which is not taken: “Review it all”" in (
        capsys.readouterr().out
    )
    assert notes(path) == {"Review": [("", "One.")]}


def test_who_has_not_replied_is_listed(path: Path, capsys: Captured) -> None:
    assert main(["replies", str(path)]) == 0
    form = sent(path) / "Progress Team A.docx"
    assert main(["replies", str(path)]) == 1
    assert "2 of 2 have not replied" in capsys.readouterr().err
    reply = filled(form, ("Review", "Done", "One."))
    assert main(["replies", str(path), str(reply), "--yes"]) == 0
    capsys.readouterr()
    assert main(["replies", str(path)]) == 1
    said = capsys.readouterr()
    assert "Team A (2 actions): has replied" in said.out
    assert "Team B (2 actions): has not replied" in said.out
    assert "1 of 2 have not replied" in said.err


def test_no_forms_were_sent_where_there_was_nobody_to_ask(path: Path, capsys: Captured) -> None:
    refs = ("1.1", "1.2", "2.1")
    leads = [action.leads for action in PlanFile.open(path).plan.actions]
    for ref in refs:
        assert main(["set", str(path), ref, "leads", ""]) == 0
    assert main(["pack-leads", str(path), "--out", str(path.parent / "out")]) == 1
    for ref, names in zip(refs, leads, strict=True):
        assert main(["set", str(path), ref, "leads", "\n".join(names)]) == 0
    capsys.readouterr()
    assert main(["replies", str(path)]) == 0
    said = capsys.readouterr().out
    assert "Forms were sent" not in said
    assert "Team A (2 actions): has not replied" in said
    assert "No forms were sent from this laptop" in said


def test_who_has_no_open_action_any_more_is_still_waited_for(path: Path, capsys: Captured) -> None:
    sent(path)
    for ref in ("1.1", "1.2", "2.1"):
        assert main(["set", str(path), ref, "leads", "Team C"]) == 0
    capsys.readouterr()
    assert main(["replies", str(path)]) == 1
    said = capsys.readouterr().out
    assert "Team A" in said
    assert "Team C" not in said, "it was sent no form"


def test_a_form_that_came_back_is_no_plan_to_import(path: Path, capsys: Captured) -> None:
    reply = filled(sent(path) / "Progress Team A.docx", ("Review", "Done", "One."))
    new = path.with_name("New.plan.json")
    assert main(["import", str(reply), "--out", str(new), "--yes"]) == 1
    assert "is a lead's form" in capsys.readouterr().err
    assert not new.exists()


def test_what_is_no_reply_is_refused(path: Path, tmp_path: Path, capsys: Captured) -> None:
    other = tmp_path / "other.docx"
    word = docx.Document()
    word.add_paragraph("Nothing of the kind.")
    word.save(str(other))
    for file in (other, tmp_path / "missing.docx", path):
        assert main(["replies", str(path), str(file)]) == 1
        assert capsys.readouterr().err
