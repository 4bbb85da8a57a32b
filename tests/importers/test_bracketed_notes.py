"""Footnotes and endnotes are shown where they stand, or taken in brackets behind their word."""

from pathlib import Path

import pytest

from importers.account.account import Account
from importers.decisions import NOTHING_DECIDED, Decisions
from importers.paper import PaperReading, read_with_account
from tests.importers.plan_papers import FORM, FORMS, HEADER, only_action
from tests.importers.word_files import BULLETS, SPACES, cell, docx_of, para, raw, row, run, table

AIM = para("Priority 1: Borrowing")
BRACKETS = NOTHING_DECIDED.with_kind("notes", "brackets")
STRUCK = "<w:strike/>"


def mark(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def noted(*pieces: str | int) -> str:
    """Return a paragraph of texts and of references to footnotes, by their numbers."""
    return raw(*(mark(piece) if isinstance(piece, int) else run(piece) for piece in pieces))


def holds(account: Account) -> None:
    assert account.words == account.taken + account.shown + sum(account.left_out.values())
    assert account.unaccounted == ()


def read(
    folder: Path,
    *blocks: str,
    notes: dict[int, str | list[str]],
    decisions: Decisions = BRACKETS,
    kind: str = "footnote",
) -> PaperReading:
    """Return what a file with these notes holds; a note's paragraphs are text, or ready-made."""
    parts = ""
    for number, said in notes.items():
        paragraphs = said if isinstance(said, list) else [said]
        inner = "".join(one if one.startswith("<") else para(one) for one in paragraphs)
        parts += f'<w:{kind} w:id="{number}">{inner}</w:{kind}>'
    extra = {f"{kind}s": f"<w:{kind}s {SPACES}>{parts}</w:{kind}s>"}
    path = docx_of(folder, "".join(blocks), numbering=BULLETS, extra=extra)
    reading = read_with_account(path, FORM, FORMS, decisions=decisions)
    holds(reading.account)
    return reading


def plan_of(**cells: str) -> str:
    usual = {"text": "Lend tools", "leads": "Team", "timescale": "May 2027"}
    names = ("text", "pages", "indicators", "leads", "timescale", "success_criteria", "progress")
    said = {**dict.fromkeys(names, ""), **usual, **cells}
    inner = (cell(one) if one else "" for one in said.values())
    return AIM + table(HEADER, row("1.1", *inner))


def shown(reading: PaperReading) -> list[tuple[str, str, str]]:
    return [(one.kind, one.place, one.text) for one in reading.account.not_taken]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_that_is_left_is_shown_and_is_a_case(tmp_path: Path, kind: str) -> None:
    plan = plan_of(timescale=raw(run("May 2027"), mark(2, kind)))
    notes: dict[int, str | list[str]] = {2: "Subject to the grant"}
    reading = read(tmp_path, plan, notes=notes, decisions=NOTHING_DECIDED, kind=kind)
    assert only_action(reading).timescale == "May 2027"
    assert shown(reading) == [(kind, "beside 1.1, Timescale", "Subject to the grant")]
    assert "--notes brackets" in reading.account.not_taken[0].means
    (case,) = reading.cases
    assert (case.kind, case.place, case.text) == (
        "notes",
        "beside 1.1, Timescale",
        "Subject to the grant",
    )
    taken = read(tmp_path, plan, notes=notes, kind=kind)
    assert only_action(taken).timescale == "May 2027 (Subject to the grant)"
    assert shown(taken) == []
    assert taken.account.taken == reading.account.taken + 4


@pytest.mark.parametrize(
    ("pieces", "said"),
    [
        (("Lend tools", 2), "Lend tools (If new)"),
        (("Lend", 2, " tools"), "Lend (If new) tools"),
        (("Lend ", 2, "tools"), "Lend (If new) tools"),
        (("Lend tools.", 2, " Mend them."), "Lend tools. (If new) Mend them."),
        (("Lend", 2, ", mend"), "Lend (If new), mend"),
        ((2, "Lend tools"), "(If new) Lend tools"),
        (("Lend", 2, 3, " tools", 3), "Lend (If new) (Or old; or lent. Ask first) tools"),
        (("Lend", 2, " tools", 2), "Lend (If new) tools"),
    ],
)
def test_the_brackets_stand_behind_the_word(
    tmp_path: Path, pieces: tuple[str | int, ...], said: str
) -> None:
    notes: dict[int, str | list[str]] = {2: "If new", 3: ["Or old", "", "or lent.", "Ask first"]}
    used = {number: notes[number] for number in notes if number in pieces}
    reading = read(tmp_path, plan_of(text=noted(*pieces)), notes=used)
    assert only_action(reading).text == said
    assert shown(reading) == []


@pytest.mark.parametrize(
    ("name", "pieces", "value"),
    [
        ("leads", ("Team", 2), ("Team (If new)",)),
        ("timescale", ("May", 2, " 2027"), "May (If new) 2027"),
        ("pages", ("12", 2), "12 (If new)"),
        ("success_criteria", ("All lent", 2), ("All lent (If new)",)),
    ],
)
def test_a_note_is_taken_into_any_field(
    tmp_path: Path, name: str, pieces: tuple[str | int, ...], value: object
) -> None:
    reading = read(tmp_path, plan_of(**{name: noted(*pieces)}), notes={2: "If new"})
    assert getattr(only_action(reading), name) == value
    assert shown(reading) == []


def test_a_note_is_taken_into_progress_but_not_into_its_date(tmp_path: Path) -> None:
    progress = noted("March 2026: ", "Tools", 2, " are lent.")
    reading = read(tmp_path, plan_of(progress=progress), notes={2: "Not all"})
    (note,) = only_action(reading).progress
    assert (note.as_at, note.text) == ("March 2026", "Tools (Not all) are lent.")
    progress = noted("March 2026", 2, ": Tools are lent.")
    reading = read(tmp_path, plan_of(progress=progress), notes={2: "Not all"})
    (note,) = only_action(reading).progress
    assert note.as_at == "March 2026"
    assert ("footnote", "beside 1.1, Progress", "Not all") in shown(
        reading
    ) or note.text.startswith("(Not all)")


def test_notes_at_a_label_a_heading_and_a_number_are_shown(tmp_path: Path) -> None:
    plan = plan_of()
    plan = plan.replace(">Timescale<", ">Timescale</w:t></w:r>" + mark(2) + "<w:r><w:t><", 1)
    plan = plan.replace(">1.1<", ">1.1</w:t></w:r>" + mark(3) + "<w:r><w:t><", 1)
    aim = noted("Priority 1", 4, ": Borrowing")
    plan = plan.replace(AIM, aim)
    notes: dict[int, str | list[str]] = {2: "By month", 3: "As agreed", 4: "The first"}
    reading = read(tmp_path, plan, notes=notes)
    assert reading.outline.aims[0].text == "Borrowing"
    action = only_action(reading)
    assert (action.own_ref, action.timescale, action.text) == ("", "May 2027", "Lend tools")
    assert sorted(text for _, _, text in shown(reading)) == ["As agreed", "By month", "The first"]
    assert all("Type in" in one.means for one in reading.account.not_taken)
    asked = sorted(case.text for case in reading.cases)
    assert asked == ["As agreed", "The first"]  # no action holds what is on a heading


@pytest.mark.parametrize(
    ("pieces", "said"),
    [
        (("Priority 1: Borrowing", 2), "Borrowing (By all)"),
        (("Priority 1: Borrowing", 2, " tools"), "Borrowing (By all) tools"),
    ],
)
def test_a_note_at_the_words_of_an_aim_is_taken(
    tmp_path: Path, pieces: tuple[str | int, ...], said: str
) -> None:
    reading = read(tmp_path, plan_of().replace(AIM, noted(*pieces)), notes={2: "By all"})
    assert reading.outline.aims[0].text == said
    assert shown(reading) == []


def test_notes_of_a_report_are_taken(tmp_path: Path) -> None:
    lines = (
        noted("REPORT TO: Education Committee", 5),
        para("1.0 RECOMMENDATIONS"),
        noted("1.1 Note the plan", 2, ";"),
        para("4.0 MAIN TEXT"),
        noted("4.1 Tools", 3, " are lent."),
        table(row("Costs", "Sum"), row("Tools", cell(noted("five", 4)))),
    )
    notes: dict[int, str | list[str]] = {
        2: "Enclosed",
        3: "And books",
        4: "Pounds",
        5: "Of the council",
    }
    reading = read(tmp_path, *lines, notes=notes)
    assert reading.outline.report.committee == "Education Committee (Of the council)"
    said = [one.text for one in reading.outline.report.passages]
    assert any("Note the plan (Enclosed)" in one for one in said)
    assert "Tools (And books) are lent." in said
    assert any("five (Pounds)" in one for one in said)
    assert [one for one in shown(reading) if one[0] == "footnote"] == []


def test_emphasis_in_a_note_stays_and_struck_text_of_it_goes(tmp_path: Path) -> None:
    note = raw(run("Only ", ""), run("old ", STRUCK), run("new", "<w:b/>"))
    reading = read(tmp_path, plan_of(text=noted("Lend tools", 2)), notes={2: [note]})
    assert only_action(reading).text == "Lend tools (Only **new**)"
    assert shown(reading) == [("struck text", "beside 1.1, Actions", "old")]


def test_a_note_at_words_that_are_crossed_out_goes_with_them(tmp_path: Path) -> None:
    text = raw(run("Lend"), run(" and sell", STRUCK), mark(2), run(" tools"))
    reading = read(tmp_path, plan_of(text=text), notes={2: "At a price"})
    assert only_action(reading).text == "Lend tools"
    assert [(kind, text) for kind, _, text in shown(reading)] == [
        ("struck text", "and sell"),
        ("footnote", "At a price"),
    ]


def test_a_note_in_words_that_the_plan_has_not_is_shown(tmp_path: Path) -> None:
    reading = read(tmp_path, plan_of(), noted("One more thing", 2), notes={2: "Or two"})
    assert [(kind, text) for kind, _, text in shown(reading)] == [
        ("text", "One more thing"),
        ("footnote", "Or two"),
    ]
