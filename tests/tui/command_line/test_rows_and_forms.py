"""What is added, moved, removed, answered and ticked without the window is saved, and is told."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plan.model.outline import (
    AnswerOutline,
    AppendixOutline,
    AssessmentOutline,
    PassageOutline,
    ReportOutline,
)
from plan.model.plan import Plan
from store.places import formats_folder, plan_path
from tests.plan.councils import glenshire_form_source, glenshire_source
from tests.tui.window import SMALL, on_disk, saved_plan
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]

BROUGHT_BACK = "plandesk undo 'Small' brings it back."
WITH_PAPERS = replace(
    SMALL,
    report=ReportOutline(
        number="214-2016",
        passages=(
            PassageOutline("main-text", "heading", "What was found"),
            PassageOutline("main-text", "numbered", "The inspectors **came** in May."),
            PassageOutline("main-text", "table", "| Year | Cost |\n| --- | --- |\n| 2016 | £9 |"),
            PassageOutline("recommendations", "recommendation", "approve the plan"),
        ),
        appendices=(AppendixOutline(), AppendixOutline("file", "Map", file="map.pdf")),
    ),
    assessments=(AssessmentOutline("dundee-eqia-2016"),),
)


def texts(plan: Plan) -> list[list[str]]:
    """Return the first words of the actions, aim by aim."""
    return [[one.text.split()[0] for one in plan.actions_of(aim.id)] for aim in plan.aims]


def said_by(capsys: Captured, *arguments: str) -> str:
    """Run a command that succeeds and return what it says."""
    capsys.readouterr()
    assert main(list(arguments)) == 0
    return capsys.readouterr().out.rstrip("\n")


def refused(capsys: Captured, path: Path, *arguments: str) -> str:
    """Run a command that is refused, which changes nothing, and return its sentence."""
    before = path.read_bytes()
    capsys.readouterr()
    assert main(list(arguments)) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert path.read_bytes() == before
    said = captured.err.rstrip("\n")
    assert said.endswith(" The plan Small is unchanged.")
    return said.removesuffix(" The plan Small is unchanged.")


@pytest.mark.parametrize(
    ("command", "says", "after"),
    [
        (["add", "Small", "aim", "Learn."], "Added: aim 4.", [[*"POT"], ["H"], [], []]),
        (["add", "Small", "1", "Xylo"], "Added: action 1.4.", [[*"POTX"], ["H"], []]),
        (["add", "Small", "3", "Xylo"], "Added: action 3.1.", [[*"POT"], ["H"], ["X"]]),
        (
            ["move", "Small", "1.3", "2.1"],
            "Moved: action 1.3 is action 2.1 now.",
            [[*"PO"], [*"TH"], []],
        ),
        (
            ["move", "Small", "1.1", "1.3"],
            "Moved: action 1.1 is action 1.3 now.",
            [[*"OTP"], ["H"], []],
        ),
        (
            ["move", "Small", "action/1.2", "3"],
            "Moved: action 1.2 is action 3.1 now.",
            [[*"PT"], ["H"], ["O"]],
        ),
        (["move", "Small", "3", "1"], "Moved: aim 3 is aim 1 now.", [[], [*"POT"], ["H"]]),
        (["duplicate", "Small", "1.1"], "Copied: action 1.2.", [[*"PPOT"], ["H"], []]),
        (["duplicate", "Small", "2"], "Copied: aim 3.", [[*"POT"], ["H"], ["H"], []]),
        (
            ["remove", "Small", "1.1"],
            f"Removed: action 1.1, with 1 progress note. {BROUGHT_BACK}",
            [[*"OT"], ["H"], []],
        ),
        (
            ["remove", "Small", "1"],
            f"Removed: aim 1, with 3 actions and 1 progress note. {BROUGHT_BACK}",
            [["H"], []],
        ),
        (
            ["remove", "Small", "3"],
            f"Removed: aim 3. {BROUGHT_BACK}",
            [[*"POT"], ["H"]],
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) and "Small" in value else "",
)
def test_a_row_of_the_plan_is_changed_told_by_its_new_ref_and_undone(
    command: list[str], says: str, after: list[list[str]], capsys: Captured
) -> None:
    path = on_disk()
    before = saved_plan(path)
    assert said_by(capsys, *command) == says
    assert [[text[0] for text in aim] for aim in texts(saved_plan(path))] == after
    assert said_by(capsys, "undo", "Small").startswith("Undo: ")
    assert saved_plan(path) == before
    assert said_by(capsys, "redo", "Small").startswith("Redo: ")
    assert [[text[0] for text in aim] for aim in texts(saved_plan(path))] == after


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (["add", "Small", "9", "x"], "There is no aim 9: the plan has 3 aims."),
        (["add", "Small", "0", "x"], "There is no aim 0: the plan has 3 aims."),
        (["add", "Small", "1.1", "x"], "Nothing is added to “1.1”: name aim for a new aim"),
        (["add", "Small", "zoo", "x"], "Nothing is added to “zoo”"),
        (["add", "Small", "aim", " "], "There is nothing in the text."),
        (["add", "Small", "aim", "x" * 10_001], "The text is longer than plandesk keeps."),
        (["add", "Small", "report/zoo", "x"], "The report has no section “zoo”: it has purpose"),
        (
            ["add", "Small", "report/purpose", "x", "--kind", "numbered"],
            "A paragraph of that section has no kind “numbered”: it can be text, heading, table.",
        ),
        (["add", "Small", "assessment", "zoo"], "The council has no form “zoo”. It has dundee"),
        (["move", "Small", "9.9", "1"], "There is no action 9.9."),
        (["move", "Small", "1.1", "9.1"], "There is no aim 9: the plan has 3 aims."),
        (["move", "Small", "1.1", "2.3"], "It cannot become 2.3: in aim 2 it can be 2.1 to 2.2."),
        (["move", "Small", "1.1", "3.2"], "It cannot become 3.2: in aim 3 it can be 3.1."),
        (["move", "Small", "1.1", "up"], "An action becomes one of an aim, such as 2.1, and not"),
        (["move", "Small", "1", "4"], "It cannot become “4”: an aim becomes 1 to 3."),
        (["move", "Small", "1", "1.1"], "It cannot become “1.1”"),
        (["move", "Small", "1.1/progress/1", "1.2"], "1.1/progress/1 stays where it is"),
        (["duplicate", "Small", "appendix/1"], "No copy is made of appendix/1."),
        (["remove", "Small", "zebra"], "There is no “zebra”: name an action's ref (2.1)"),
        (["remove", "Small", ""], "There is no “”"),
        (["remove", "Small", "²"], "There is no “²”"),
        (["remove", "Small", "9" * 5000], "There is no “999"),
        (["remove", "Small", "report/main-text"], "report/main-text/1 and so on; it has 3 parag"),
        (["remove", "Small", "report/main-text/9"], "no paragraph 9 of main-text: there are 3."),
        (["remove", "Small", "appendix"], "There are 2 of them: say appendix-1 and so on."),
        (["remove", "Small", "assessment-2"], "There is no assessment 2: there are 1."),
        (["remove", "Small", "1.2/progress/1"], "progress note 1 of 1.2: there is none."),
        (["undo", "Small"], "There is nothing to undo."),
        (["redo", "Small"], "There is nothing to redo."),
        (["answer", "Small", "zoo", "x"], "has no question “zoo”"),
        (["answer", "Small", "monitoring", "x" * 100_001], "The answer is longer than plandesk"),
        (["mark", "Small", "age", "zoo"], "“Age” has no box “zoo”"),
        (["answer", "Small", "monitoring", "x", "--form", "3"], "There is no assessment “3”."),
        (["reason", "Small", "X9", "report/number", "x"], "X9 finds nothing in this plan"),
        (["take", "Small", "report/main-text"], "No wording is offered for that section."),
        (["take", "Small", "monitoring"], "No answer is offered there"),
        (["take", "Small", "report/policy"], "Several wordings are offered: 1 “This report has"),
        (["set", "Small", "1.1", "bulleted", "pages"], "“pages” is no list of an action"),
        (["set", "Small", "report/main-text/2", "kind", "zoo"], "it can be numbered, text, head"),
        (["set", "Small", "report/main-text/2", "leads", "x"], "has no field leads: text, kind."),
        (["set", "Small", "report/purpose", "heading", "x"], "The council's format gives that"),
        (["set", "Small", "report/zoo/1", "text", "x"], "The report has no section “zoo”"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
@pytest.mark.slow
def test_what_cannot_be_done_is_said_with_what_there_is(
    command: list[str], says: str, capsys: Captured
) -> None:
    assert says in refused(capsys, on_disk(WITH_PAPERS), *command)


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (["move", "Small", "1.2", "1.2"], "It is action 1.2 already. Nothing was changed."),
        (["mark", "Small", "age", "positively", "--off"], "It is not ticked: Age: Positively. No"),
        (["answer", "Small", "monitoring", ""], "The answer is just that already. Nothing was"),
    ],
)
def test_what_is_so_already_is_said_and_makes_no_step(
    command: list[str], says: str, capsys: Captured
) -> None:
    path = on_disk(WITH_PAPERS)
    before = path.read_bytes()
    assert said_by(capsys, *command).startswith(says)
    assert path.read_bytes() == before


def test_paragraphs_and_appendices_are_added_moved_edited_and_removed(capsys: Captured) -> None:
    path = on_disk(WITH_PAPERS)

    def passages(section: str) -> list[tuple[str, str]]:
        return [(one.kind, one.text) for one in saved_plan(path).passages_of(section)]

    assert said_by(capsys, "add", "Small", "report/1", "Seek *it*.") == "Added: report/purpose/1."
    assert passages("purpose") == [("text", "Seek *it*.")]
    moved = said_by(capsys, "move", "Small", "report/main-text/2", "report/purpose/1")
    assert moved == "Moved: report/main-text/2 is report/purpose/1 now."
    assert [text for _, text in passages("purpose")] == [
        "The inspectors **came** in May.",
        "Seek *it*.",
    ]
    assert said_by(capsys, "move", "Small", "report/purpose/2", "1").startswith("Moved: ")
    assert said_by(capsys, "move", "Small", "report/purpose/1", "2").startswith("Moved: ")
    said_by(capsys, "set", "Small", "report/purpose/2", "text", "Sought.")
    said_by(capsys, "set", "Small", "report/purpose/2", "kind", "Heading")
    assert passages("purpose")[1] == ("heading", "Sought.")
    said_by(capsys, "remove", "Small", "report/purpose/1")
    assert passages("purpose") == [("heading", "Sought.")]
    added = said_by(capsys, "add", "Small", "appendix", "Costs", "--kind", "text")
    assert added == "Added: appendix/3."
    said_by(capsys, "set", "Small", "appendix/3", "text", "None.")
    said_by(capsys, "move", "Small", "appendix/3", "appendix/1")
    assert [(one.kind, one.title) for one in saved_plan(path).appendices] == [
        ("text", "Costs"),
        ("plan", ""),
        ("file", "Map"),
    ]


def test_a_note_is_corrected_and_the_bullets_of_a_list_are_chosen(capsys: Captured) -> None:
    path = on_disk()
    said_by(capsys, "set", "Small", "1.1/progress/1", "status", "Done")
    said_by(capsys, "set", "Small", "1.1/progress/1", "text", "It is **out**.")
    said_by(capsys, "set", "Small", "1.1", "bulleted", "leads, indicators")
    plan = saved_plan(path)
    (note,) = plan.notes_of(plan.actions[0].id)
    assert (note.as_at, note.status, note.text) == ("1 September 2016", "Done", "It is **out**.")
    assert plan.actions[0].bulleted == ("indicators", "leads")


def answers(path: Path, number: int = 1) -> dict[str, tuple[str, tuple[str, ...]]]:
    plan = saved_plan(path)
    rows = plan.answers_of(plan.assessments[number - 1].id)
    return {question: (one.text, one.ticks) for question, one in rows.items()}


def test_an_assessment_is_begun_answered_marked_and_removed(capsys: Captured) -> None:
    path = on_disk()
    assert "plandesk add PLAN assessment." in refused(capsys, path, "answer", "Small", "full", "x")
    assert said_by(capsys, "add", "Small", "assessment") == "Added: assessment-1."
    said = said_by(capsys, "answer", "Small", "part-3/2", "None:\n- *none* at all")
    assert said == "Saved: Answer 2. Negative impacts."
    assert said_by(capsys, "mark", "Small", "Age", "positively") == "Ticked: Age: Positively."
    said = said_by(capsys, "mark", "Small", "age", "positively", "--off")
    assert said == "No longer ticked: Age: Positively."
    said_by(capsys, "mark", "Small", "full", "yes")
    assert answers(path) == {
        "negative-impacts": ("None:\n\n- *none* at all", ()),
        "characteristics.age": ("", ()),
        "full": ("", ("yes",)),
    }
    said_by(capsys, "add", "Small", "assessment")
    assert "Say which with --form" in refused(capsys, path, "mark", "Small", "full", "no")
    said_by(capsys, "mark", "Small", "full", "no", "--form", "2")
    said_by(capsys, "answer", "Small", "assessment-2/part-3/6", "Yearly.")
    assert answers(path, 2) == {"full": ("", ("no",)), "monitoring": ("Yearly.", ())}
    said = said_by(capsys, "remove", "Small", "assessment-2")
    assert said.startswith("Removed: assessment-2, with 2 answers.")


def test_of_a_council_with_several_forms_one_is_named(capsys: Captured) -> None:
    forms = formats_folder() / "forms"
    forms.mkdir(parents=True)
    council = glenshire_source().replace(
        '["glenshire-iia-2020"]', '["glenshire-iia-2020", "dundee-eqia-2016"]'
    )
    (formats_folder() / "glenshire-2020.toml").write_text(council, encoding="utf-8")
    (forms / "glenshire-iia-2020.toml").write_text(glenshire_form_source(), encoding="utf-8")
    assert main(["settings", "council_format", "glenshire-2020"]) == 0
    assert "plan.plan.json" in said_by(capsys, "new", "Small", "--out", "Small plan")
    (plan_path("Small plan")).rename(plan_path("Small"))
    path = plan_path("Small")
    assert "add PLAN assessment FORM." in refused(capsys, path, "answer", "Small", "why", "x")
    assert "The council has several forms" in refused(capsys, path, "add", "Small", "assessment")
    said_by(capsys, "add", "Small", "assessment", "iia")
    said_by(capsys, "add", "Small", "assessment", "dundee-eqia-2016")
    said_by(capsys, "answer", "Small", "why", "Because.", "--form", "Integrated impact assessment")
    said_by(capsys, "mark", "Small", "talked-to", "done", "--form", "IIA")
    said_by(capsys, "mark", "Small", "outcome", "stop", "--form", "1")
    said_by(capsys, "mark", "Small", "outcome", "go ahead", "--form", "1")
    said_by(capsys, "mark", "Small", "full", "yes", "--form", "dundee-eqia-2016")
    assert answers(path) == {
        "why": ("Because.", ()),
        "talked-to": ("", ("yes",)),
        "outcome": ("", ("go-ahead", "stop")),
    }
    assert answers(path, 2) == {"full": ("", ("yes",))}


def test_a_finding_is_left_for_a_reason_and_opened_again(capsys: Captured) -> None:
    path = on_disk(WITH_PAPERS)
    main(["check", "Small", "--json"])
    finding = next(
        one for one in json.loads(capsys.readouterr().out) if one["severity"] in ("FIX", "ASK")
    )
    rule, place = finding["rule"], finding["place"]
    said = said_by(capsys, "reason", "Small", rule, place, "It is so.")
    assert said == f"Saved: Leave {rule} ({place}) for a reason."
    main(["check", "Small", "--answered"])
    assert "Left as it is: It is so." in capsys.readouterr().out
    told = refused(capsys, path, "reason", "Small", rule, "zoo", "x")
    assert told.startswith(f"{rule} finds nothing at zoo, only at ")
    said = said_by(capsys, "reason", "Small", rule.lower(), place, "")
    assert said == f"Saved: Open {rule} ({place}) again."
    assert not saved_plan(path).reason_rows


def test_a_wording_or_an_answer_that_is_offered_is_taken(capsys: Captured) -> None:
    path = on_disk(WITH_PAPERS)
    said_by(capsys, "take", "Small", "report/policy", "--from", "2")
    (taken,) = saved_plan(path).passages_of("policy")
    assert taken.text.endswith("Equality Impact Assessment and Risk Management.")
    assert "has a text already" in refused(capsys, path, "take", "Small", "report/policy")
    said_by(capsys, "take", "Small", "report-number")
    assert answers(path) == {"report-number": ("214-2016", ())}


def test_a_new_plan_is_made_with_its_title(capsys: Captured) -> None:
    assert said_by(capsys, "new", " Our  plan ").endswith("Our plan.plan.json")
    assert saved_plan(plan_path("Our plan")).cover.title == "Our plan"
    assert main(["new", " "]) == 1
    assert capsys.readouterr().err == "A plan wants a title. Nothing was made.\n"


def test_what_a_step_changed_is_offered_and_brought_back(capsys: Captured) -> None:
    path = on_disk()
    said_by(capsys, "set", "Small", "1.1", "timescale", "June 2099")
    said_by(capsys, "set", "Small", "1.2", "timescale", "May 2099")
    offers = said_by(capsys, "history", "Small", "--revision", "2", "--offers").splitlines()
    (wanted,) = (one for one in offers if one.endswith("Timescale – Action 1.1: December 2016"))
    said = said_by(capsys, "history", "Small", "--revision", "2", "--bring-back", wanted.split()[0])
    assert said.endswith("Nothing is lost: it can be undone.")
    plan = saved_plan(path)
    assert [one.timescale for one in plan.actions[:2]] == ["December 2016", "May 2099"]
    told = refused(capsys, path, "history", "Small", "--revision", "2", "--bring-back", "99")
    assert told.startswith("Revision 2 has ")
    assert main(["history", "Small", "--offers"]) == 2


def shown(capsys: Captured) -> Any:
    return json.loads(said_by(capsys, "show", "Small", "--json"))


def test_the_json_has_the_report_with_its_tables_as_rows_of_cells(capsys: Captured) -> None:
    on_disk(WITH_PAPERS)
    report = shown(capsys)["report"]
    assert report["header"]["number"] == "214-2016"
    assert report["recommendations"] == ["approve the plan"]
    assert [one["section"] for one in report["sections"]][:2] == ["purpose", "recommendations"]
    main_text = report["sections"][3]
    assert (main_text["number"], main_text["heading"]) == ("4.0", "Main text")
    assert main_text["passages"] == [
        {"place": "report/main-text/1", "kind": "heading", "text": "What was found"},
        {
            "place": "report/main-text/2",
            "kind": "numbered",
            "text": "The inspectors **came** in May.",
        },
        {
            "place": "report/main-text/3",
            "kind": "table",
            "text": "| Year | Cost |\n| --- | --- |\n| 2016 | £9 |",
            "rows": [["Year", "Cost"], ["2016", "£9"]],
        },
    ]
    assert report["tables"] == [
        {"place": "report/main-text/3", "rows": [["Year", "Cost"], ["2016", "£9"]]}
    ]
    assert report["appendices"][1] == {
        "number": 2,
        "kind": "file",
        "title": "Map",
        "text": "",
        "file": "map.pdf",
    }


@pytest.mark.slow
def test_the_json_has_every_question_of_an_assessment_as_answer_and_mark_take_it(
    capsys: Captured,
) -> None:
    path = on_disk(WITH_PAPERS)
    (one,) = shown(capsys)["assessments"]
    assert (one["number"], one["form"]) == (1, "dundee-eqia-2016")
    for question in one["answers"]:
        said_by(capsys, "answer", "Small", question["question"], f"To {question['question']}")
    for row in one["marks"]:
        said_by(capsys, "mark", "Small", row["question"], next(iter(row["columns"])))
    for cell in (name for table in one["rows"] for row in table["rows"] for name in row["cells"]):
        said_by(capsys, "answer", "Small", cell, f"To {cell}")
    (after,) = shown(capsys)["assessments"]
    assert all(answer["text"] == f"To {answer['question']}" for answer in after["answers"])
    assert all(row["ticks"] == [next(iter(row["columns"]))] for row in after["marks"])
    assert after["rows"][0]["rows"][0]["cells"]["contacts.author.name"] == (
        "To contacts.author.name"
    )
    assert after["not_asked"] == []
    assert len(answers(path)) == len(after["answers"]) + len(after["marks"]) + sum(
        len(row["cells"]) for table in after["rows"] for row in table["rows"]
    )


def test_the_json_is_there_where_the_format_and_the_form_cannot_be_used(capsys: Captured) -> None:
    path = on_disk(WITH_PAPERS)
    said_by(capsys, "answer", "Small", "monitoring", "Yearly.")
    forms = formats_folder() / "forms"
    forms.mkdir(parents=True)
    (forms / "dundee-eqia-2016.toml").write_text("id = 3")
    (formats_folder() / "dundee-2016.toml").write_text("id = 3")
    values = shown(capsys)
    assert [one["section"] for one in values["report"]["sections"]] == [
        "main-text",
        "recommendations",
    ]
    assert values["assessments"][0]["not_asked"] == [
        {"question": "monitoring", "text": "Yearly.", "ticks": []}
    ]
    before = path.read_bytes()
    for command in (["answer", "Small", "monitoring", "x"], ["remove", "Small", "1"]):
        assert main(command) == 1
        assert "dundee-2016.toml: " in capsys.readouterr().err
    assert path.read_bytes() == before


@pytest.mark.parametrize("text", ["- one\n- two", "-5 % of them", "-- quite", "-"])
def test_a_text_may_begin_with_a_dash(text: str, capsys: Captured) -> None:
    path = on_disk(WITH_PAPERS)
    said_by(capsys, "answer", "Small", "title", text, "--form", "1")
    said_by(capsys, "set", "Small", "1.1", "timescale", text)
    assert answers(path)["title"][0] == " ".join(text.split())
    assert saved_plan(path).actions[0].timescale == text


def test_an_option_that_there_is_not_is_still_wrong_usage(capsys: Captured) -> None:
    on_disk(WITH_PAPERS)
    assert main(["answer", "Small", "title", "x", "--forms", "1"]) == 2
    assert "--forms" in capsys.readouterr().err
    assert main(["answer", "Small", "title", "- x", "--forms", "1"]) == 2


def test_a_tick_that_the_form_has_no_more_is_kept(capsys: Captured) -> None:
    ticked = AnswerOutline("document-type", ticks=("by-hand", "guidelines"))
    assessment = AssessmentOutline("dundee-eqia-2016", (ticked,))
    path = on_disk(replace(WITH_PAPERS, assessments=(assessment,)))
    said_by(capsys, "mark", "Small", "document-type", "general policy")
    assert answers(path)["document-type"][1] == ("general-policy", "guidelines", "by-hand")
