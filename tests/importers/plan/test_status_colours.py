"""A cell that only has a colour says the status that the colour means, where statuses stand."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers.account.account import Account
from importers.decisions import NOTHING_DECIDED, Case, Decisions
from importers.paper import PaperReading, read_with_account
from importers.plan.colour_names import names_of
from importers.plan.header_column import HeaderColumn
from importers.plan.status_colours import with_status_words
from plan.papers.blocks import Beside, Cell, Paragraph, Row, Text, plain
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.word_files import cell, docx_of, merged, para, raw, row, run, spanning, table

HEADINGS = ("Ref", "Action", "Lead", "By when")
AIM = para("Aim 1: Homes are warm")
RED, AMBER, GREEN, BLUE, PURPLE = "FF0000", "FFC000", "00B050", "0070C0", "7030A0"
NAVY = "1F3864"
DOT = "\u25cf"


def shaded(fill: str, *content: str, properties: str = "") -> str:
    """Return a cell with a colour behind it."""
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    return cell(*content, properties=properties + shading)


def with_shading(shading: str, *content: str) -> str:
    return cell(*content, properties=f"<w:shd {shading}/>")


def header(*more: str) -> str:
    return row(*HEADINGS, *more)


def line(number: int, *more: str, **said: str) -> str:
    text = said.get("text", f"Do {number}.")
    return row(f"1.{number}", text, "Team", "May 2027", *more)


def reading_of(folder: Path, *blocks: str, decisions: Decisions = NOTHING_DECIDED) -> PaperReading:
    reading = read_with_account(docx_of(folder, "".join(blocks)), FORM, FORMS, decisions=decisions)
    account = reading.account
    assert account.words == account.taken + account.shown + sum(account.left_out.values())
    assert account.unaccounted == ()
    return reading


def statuses(reading: PaperReading) -> list[str]:
    """Return the status of each action's only note, empty where it has none."""
    return [
        " + ".join(note.status for note in action.progress)
        for aim in reading.outline.aims
        for action in aim.actions
    ]


def oddities(reading: PaperReading) -> list[tuple[str, str]]:
    return [(one.place, one.text) for one in reading.remarks if "colour" in one.text]


WORDS = {
    **dict.fromkeys(("FF0000", "C00000", "ff5050", "FFC7CE", "C0504D"), "Red"),
    **dict.fromkeys(("FFC000", "FFBF00", "FF9900", "ED7D31", "FFEB9C", "FFFF00"), "Amber"),
    **dict.fromkeys(("00B050", "92D050", "00FF00", "C6EFCE", "70AD47", "006100"), "Green"),
    **dict.fromkeys(("0070C0", "00B0F0", "4F81BD", "0000FF", "9BC2E6"), "Blue"),
}


@pytest.mark.parametrize("fill", WORDS)
def test_a_coloured_cell_without_a_word_says_the_status(tmp_path: Path, fill: str) -> None:
    reading = reading_of(tmp_path, AIM, table(header("RAG"), line(1, shaded(fill)), line(2, "")))
    assert statuses(reading) == [WORDS[fill], ""]
    (case,) = reading.cases
    assert (case.kind, case.text, case.choice) == ("colours", WORDS[fill], "words")
    assert case.place == "in 1.1, Progress"


SAID_OTHERWISE = {
    "a solid pattern": with_shading('w:val="solid" w:color="FF0000" w:fill="auto"'),
    "dots of it": with_shading('w:val="pct60" w:color="FF0000" w:fill="FF0000"'),
    "a theme's colour": with_shading('w:val="clear" w:themeFill="accent2" w:fill="C0504D"'),
    "a shaded paragraph": cell(para("", '<w:shd w:val="clear" w:fill="FF0000"/>')),
    "blanks": cell(raw(run("   ", '<w:shd w:val="clear" w:fill="FF0000"/>'))),
    "highlighted blanks": cell(raw(run("  ", '<w:highlight w:val="red"/>'))),
    "a coloured dot": cell(raw(run(DOT, '<w:color w:val="FF0000"/>'))),
    "a dot on a colour": shaded(RED, DOT),
    "a dash on a colour": shaded(RED, "–"),
    "a coloured dot on a pale ground": shaded("F2F2F2", raw(run(DOT, '<w:color w:val="FF0000"/>'))),
    "a sign of a symbol font": cell(
        raw(
            '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr>'
            '<w:sym w:font="Wingdings" w:char="F06C"/></w:r>'
        )
    ),
    "nothing but a prompt": (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + shaded(RED, "Choose an item.")
        + "</w:sdtContent></w:sdt>"
    ),
}


@pytest.mark.parametrize("how", SAID_OTHERWISE)
def test_a_colour_counts_however_word_shows_it(tmp_path: Path, how: str) -> None:
    reading = reading_of(tmp_path, AIM, table(header("Status"), line(1, SAID_OTHERWISE[how])))
    assert statuses(reading) == ["Red"]
    assert reading.account.shown == 0


NOTHING = {
    "white": shaded("FFFFFF"),
    "no colour": shaded("auto"),
    "no shading": with_shading('w:val="nil" w:fill="FF0000"'),
    "the colour of text that is not there": cell(
        '<w:p><w:pPr><w:rPr><w:color w:val="FF0000"/><w:highlight w:val="red"/>'
        "</w:rPr></w:pPr></w:p>"
    ),
    "a run without text": cell(raw('<w:r><w:rPr><w:highlight w:val="red"/></w:rPr></w:r>')),
}


@pytest.mark.parametrize("what", NOTHING)
def test_what_word_shows_without_a_colour_says_nothing(tmp_path: Path, what: str) -> None:
    reading = reading_of(tmp_path, AIM, table(header("Status"), line(1, NOTHING[what])))
    assert statuses(reading) == [""]
    assert not reading.cases
    assert not oddities(reading)


def test_the_word_of_a_cell_counts_and_a_contrary_colour_is_told(tmp_path: Path) -> None:
    said = ("Green", "Complete", "G", "On track", "Superseded", "Off track")
    fills = (RED, BLUE, AMBER, GREEN, AMBER, RED)
    rows = (line(n, shaded(f, w)) for n, (f, w) in enumerate(zip(fills, said, strict=True), 1))
    reading = reading_of(tmp_path, AIM, table(header("RAG"), *rows))
    assert statuses(reading) == list(said)
    assert not reading.cases
    told = "The words of its status do not say what its colour, {}, does: the words were read."
    assert oddities(reading) == [("1.1", told.format("red")), ("1.3", told.format("amber"))]


def test_a_colour_that_is_none_of_the_four_is_told_and_left(tmp_path: Path) -> None:
    rows = (line(1, shaded(PURPLE)), line(2, shaded("A6A6A6")), line(3, shaded(RED)))
    reading = reading_of(tmp_path, AIM, table(header("RAG"), *rows))
    assert statuses(reading) == ["", "", "Red"]
    assert [place for place, _ in oddities(reading)] == ["1.1", "1.2"]
    assert "purple" in oddities(reading)[0][1]
    assert len(reading.cases) == 1


# Where a colour is no status


def banded(fill: str, number: int, *, every: int = 2) -> str:
    return row(
        *(shaded(fill if number % every else "auto", text) for text in (f"1.{number}", "Do.")),
        *(shaded(fill if number % every else "auto", text) for text in ("Team", "May 2027", "")),
    )


OTHERS = {
    "bands": table(header("RAG"), *(banded("DEEAF6", n) for n in range(1, 5))),
    "bands of green": table(header("RAG"), *(banded("E2EFDA", n) for n in range(1, 5))),
    "one ground for all": table(header("RAG"), *(banded("92D050", n, every=9) for n in (1, 2))),
    "a column as its heading": table(
        header(shaded("C6EFCE", "RAG")), *(line(n, shaded("C6EFCE")) for n in (1, 2, 3))
    ),
    "a tinted column": table(header("RAG"), *(line(n, shaded("FFF2CC")) for n in (1, 2, 3))),
    "a time line": table(
        header("Q1", "Q2"),
        line(1, shaded(BLUE), shaded(BLUE)),
        line(2, "", shaded(BLUE)),
        line(3, shaded(BLUE), ""),
    ),
    "cells to fill in": table(header("Progress"), *(line(n, shaded("FFF2CC")) for n in (1, 2, 3))),
    "other columns": table(
        header("RAG"),
        row("1.1", "Do.", shaded(RED, "Team"), shaded(GREEN, "May 2027"), ""),
        row(shaded(RED, "1.2"), "Do.", "Team", shaded(GREEN), ""),
    ),
    "the header": table(row(*(shaded(NAVY, text) for text in (*HEADINGS, "RAG"))), line(1, "")),
}


def test_colours_of_a_column_that_holds_no_status_are_told(tmp_path: Path) -> None:
    said = "Cells of the column “Lead” are green and red: their colours were not read."
    rows = (row("1", "Do.", shaded(fill, "Team"), "May 2027", "") for fill in (RED, GREEN))
    reading = reading_of(tmp_path, AIM, table(header("RAG"), *rows))
    assert said in [remark.text for remark in reading.remarks]


@pytest.mark.parametrize("what", OTHERS)
def test_a_colour_that_is_no_status_says_nothing(tmp_path: Path, what: str) -> None:
    reading = reading_of(tmp_path, AIM, OTHERS[what])
    assert set(statuses(reading)) == {""}
    assert not reading.cases


def test_rows_in_the_colours_of_their_statuses_say_them(tmp_path: Path) -> None:
    rows = (banded(fill, 1) for fill in ("C6EFCE", "FFC7CE", "FFEB9C"))
    reading = reading_of(tmp_path, AIM, table(header("RAG"), *rows))
    assert statuses(reading) == ["Green", "Red", "Amber"]


def test_a_row_across_the_table_and_a_repeated_header_stay_what_they_are(tmp_path: Path) -> None:
    again = row(*HEADINGS, shaded(NAVY, "RAG"))
    band = row(shaded(GREEN, "Aim 2: Heard", properties='<w:gridSpan w:val="5"/>'))
    other = row("Aim 3: Seen", "", "", "", shaded(AMBER))
    rows = (line(1, shaded(RED)), again, band, line(2, shaded(GREEN)), other, line(3, ""))
    reading = reading_of(tmp_path, AIM, table(again, *rows))
    assert [aim.text for aim in reading.outline.aims] == ["Homes are warm", "Heard", "Seen"]
    assert statuses(reading) == ["Red", "Green", ""]


@pytest.mark.parametrize("heading", ["", "How it stands", "Progress"])
def test_a_column_of_nothing_but_colours_is_of_statuses(tmp_path: Path, heading: str) -> None:
    rows = (line(1, shaded(RED)), line(2, shaded(GREEN)), line(3, ""))
    reading = reading_of(tmp_path, AIM, table(header(heading), *rows))
    assert statuses(reading) == ["Red", "Green", ""]
    assert not reading.unknown_columns


def test_several_such_columns_are_kept_below_their_headings(tmp_path: Path) -> None:
    rows = (line(1, shaded(RED), shaded(GREEN)), line(2, shaded(GREEN), shaded(GREEN)))
    reading = reading_of(tmp_path, AIM, table(header("RAG Q1", "RAG Q2"), *rows))
    first, second = reading.outline.aims[0].actions
    assert first.own == (("RAG Q1", "Red"), ("RAG Q2", "Green"))
    assert second.own == (("RAG Q1", "Green"), ("RAG Q2", "Green"))
    assert [case.place for case in reading.cases[:2]] == ["in 1.1, RAG Q1", "in 1.1, RAG Q2"]


def test_the_status_belongs_to_the_progress_beside_it(tmp_path: Path) -> None:
    rows = (line(1, "Begun in May.", shaded(AMBER)), line(2, "", shaded(BLUE)))
    reading = reading_of(tmp_path, AIM, table(header("Progress", "RAG"), *rows))
    (first,), (second,) = (action.progress for action in reading.outline.aims[0].actions)
    assert (first.status, first.text) == ("Amber", "Begun in May.")
    assert (second.status, second.text) == ("Blue", "")


def progress_of(reading: PaperReading) -> list[list[tuple[str, str, str]]]:
    return [
        [(note.as_at, note.status, note.text) for note in action.progress]
        for action in reading.outline.aims[0].actions
    ]


@pytest.mark.parametrize("heading", ["Progress", "RAG and Progress"])
def test_progress_on_colours_has_its_status_in_them(tmp_path: Path, heading: str) -> None:
    rows = (
        line(1, shaded(AMBER, "June 2026: Begun.", "July 2026: Slow, not green.")),
        line(2, shaded(GREEN, "All well.")),
        line(3, shaded(RED, "8 July 2026 – On hold", "No staff.")),
        line(4, shaded(RED)),
        line(5, "Not coloured."),
    )
    paper = AIM + table(header(heading), *rows)
    reading = reading_of(tmp_path, paper)
    dated = [("June 2026", "", "Begun."), ("July 2026", "Amber", "Slow, not green.")]
    held = [("8 July 2026", "On hold", "No staff.")]
    assert progress_of(reading) == [
        *(dated, [("", "Green", "All well.")], held, [("", "Red", "")]),
        [("", "", "Not coloured.")],
    ]
    assert [case.text for case in reading.cases] == ["Amber", "Green", "Red"]
    assert reading.account.shown == 0
    none = Decisions().with_kind("colours", "leave")
    left = reading_of(tmp_path, paper, decisions=none)
    assert progress_of(left)[1:4] == [[("", "", "All well.")], held, []]
    assert left.account == reading.account


def test_progress_in_one_colour_is_only_coloured(tmp_path: Path) -> None:
    rows = (line(n, shaded("FFF2CC", "Begun.")) for n in (1, 2))
    reading = reading_of(tmp_path, AIM, table(header("Progress"), *rows))
    assert progress_of(reading) == [[("", "", "Begun.")]] * 2
    assert not reading.cases


def test_a_colour_is_read_in_cards_and_where_a_table_goes_on(tmp_path: Path) -> None:
    def card(text: str, fill: str) -> str:
        return "".join(
            (
                row("Action:", text),
                row("Lead:", "Team"),
                row("By:", "May"),
                row("RAG:", shaded(fill)),
            )
        )

    reading = reading_of(tmp_path, table(card("Do a.", RED), card("Do b.", GREEN)))
    assert statuses(reading) == ["Red", "Green"]
    rest = table(line(2, shaded(AMBER)), line(3, shaded(GREEN)))
    cut = reading_of(tmp_path, AIM, table(header("RAG"), line(1, shaded(RED))), para(), rest)
    assert statuses(cut) == ["Red", "Amber", "Green"]


def test_an_action_that_goes_on_in_the_next_row_has_its_colour_once(tmp_path: Path) -> None:
    below = row("", "and so on.", "", "", shaded(RED))
    reading = reading_of(tmp_path, AIM, table(header("RAG"), line(1, shaded(RED)), below))
    assert statuses(reading) == ["Red"]


def test_a_colour_merged_downwards_is_that_of_each_action(tmp_path: Path) -> None:
    start = shaded(AMBER, properties='<w:vMerge w:val="restart"/>')
    reading = reading_of(
        tmp_path, AIM, table(header("RAG"), line(1, start), line(2, merged()), line(3, ""))
    )
    assert statuses(reading) == ["Amber", "Amber", ""]
    assert len(reading.cases) == 1


def test_a_comment_at_a_coloured_cell_stays_there() -> None:
    comment = Text("", beside=Beside("comment", (plain("Why so late?"),)))
    status = Cell((Paragraph((comment,), at=(7,)),), fill=RED)
    columns = (HeaderColumn(0, 1, "Action", "text"), HeaderColumn(1, 1, "RAG", "progress", True))
    rows = (Row((Cell((plain("Do."),)), status)),)
    _, (made,), _ = with_status_words(columns, rows, None, {})
    (said,) = made.cells[1].paragraphs
    assert (said.text, said.at, said.inlines[1:]) == ("Red", (7,), (comment,))


# What the officer decides


def test_colours_are_left_for_the_whole_paper_or_for_one_cell(tmp_path: Path) -> None:
    paper = AIM + table(header("RAG"), line(1, shaded(RED)), line(2, shaded(GREEN)))

    def decided(decisions: Decisions) -> tuple[list[str], tuple[Case, ...]]:
        reading = reading_of(tmp_path, paper, decisions=decisions)
        return statuses(reading), reading.cases

    _, cases = decided(NOTHING_DECIDED)
    second = cases[1].number
    none = Decisions().with_kind("colours", "leave")
    assert decided(none)[0] == ["", ""]
    assert [(case.number, case.text) for case in decided(none)[1]] == [
        (case.number, case.text) for case in cases
    ]
    assert decided(none.with_case("colours", second, "words"))[0] == ["", "Green"]
    assert decided(Decisions().with_case("colours", second, "leave"))[0] == ["Red", ""]


# The key that the paper prints

LINES = ("Blue – complete", "Green = on track", "AMBER: some risk to delivery", "Red (R) - Overdue")
PAIRS = (
    (BLUE, "Blue", "Complete"),
    (GREEN, "Green", "On track"),
    (AMBER, "Amber", "Some risk to delivery"),
    (RED, "Red", "Overdue"),
)
KEYS = {
    "lines": "".join(map(para, LINES)),
    "lines below a title": para("RAG key:") + "".join(map(para, LINES)),
    "one line": para(f"Key: {'; '.join(LINES)}."),
    "a table of names and meanings": table(*(row(name, said) for _, name, said in PAIRS)),
    "a table of colours and meanings": table(*(row(shaded(c), said) for c, _, said in PAIRS)),
    "named colours and meanings": table(
        row(spanning("Key to RAG status", 3)),
        *(row(shaded(c, name), said, "Explained at length.") for c, name, said in PAIRS),
    ),
    "a row of colours and meanings": table(
        row("Key:", *(part for c, _, said in PAIRS for part in (shaded(c), said)))
    ),
    "words in their colours": table(row(*(shaded(c, said) for c, _, said in PAIRS))),
    "such words below a title": table(
        row(spanning("How to read the colours", 4)), row(*(shaded(c, said) for c, _, said in PAIRS))
    ),
    "such words, one below the other": table(*(row(shaded(c, said)) for c, _, said in PAIRS)),
    "meanings and colours": table(*(row(said, shaded(c)) for c, _, said in PAIRS)),
    "letters before the names": para("R – Red: overdue; A – Amber: some risk to delivery")
    + para("G = Green (on track), B = Blue (complete)"),
    "lines in a cell": table(row(cell(*LINES))),
    "lines in cells": table(row(*LINES)),
}


@pytest.mark.parametrize("kind", KEYS)
@pytest.mark.parametrize("where", ["above", "below"])
def test_the_key_that_the_paper_prints_decides(tmp_path: Path, kind: str, where: str) -> None:
    fills = (BLUE, GREEN, AMBER, RED)
    actions = table(header("RAG"), *(line(n, shaded(fill)) for n, fill in enumerate(fills, 1)))
    blocks = (KEYS[kind], actions) if where == "above" else (actions, para(), KEYS[kind])
    reading = reading_of(tmp_path, AIM, *blocks)
    assert [aim.text for aim in reading.outline.aims] == ["Homes are warm"]
    assert statuses(reading) == [
        *("Complete", "On track", "Some risk to delivery", "Overdue"),
    ]
    assert not reading.outline.date
    (told,) = reading.remarks
    assert told.text.startswith("The paper's own key says what colours mean: ")
    assert "Amber is “Some risk to delivery”" in told.text
    assert all("track" in one.text for one in reading.account.not_taken)


@pytest.mark.parametrize("kind", ["a row of colours and meanings", "lines in cells"])
def test_a_key_in_the_rows_above_the_header_decides(tmp_path: Path, kind: str) -> None:
    inner = KEYS[kind].removeprefix("<w:tbl>").removesuffix("</w:tbl>")
    reading = reading_of(tmp_path, AIM, table(inner, header("RAG"), line(1, shaded(BLUE))))
    assert statuses(reading) == ["Complete"]
    assert not reading.outline.aims[0].actions[0].own
    assert len(reading.account.not_taken) == 1


@pytest.mark.parametrize("kind", ["a row of colours and meanings", "lines in cells"])
def test_a_key_in_the_rows_below_the_actions_decides(tmp_path: Path, kind: str) -> None:
    inner = KEYS[kind].removeprefix("<w:tbl>").removesuffix("</w:tbl>")
    reading = reading_of(tmp_path, AIM, table(header("RAG"), line(1, shaded(BLUE)), inner))
    assert statuses(reading) == ["Complete"]
    assert [aim.text for aim in reading.outline.aims] == ["Homes are warm"]
    assert len(reading.account.not_taken) == 1


def test_a_key_explains_a_colour_of_its_own(tmp_path: Path) -> None:
    key = table(row(shaded(PURPLE), "Superseded"), row(shaded(GREEN), "Going well"))
    actions = table(header("RAG"), line(1, shaded(PURPLE)), line(2, shaded("92D050")))
    reading = reading_of(tmp_path, AIM, key, actions)
    assert statuses(reading) == ["Superseded", "Going well"]


NO_KEYS = {
    "figures": table(row("Red", "3 actions"), row("Amber", "5 actions"), row("Green", "2")),
    "thresholds": table(row("Red", "Amber", "Green"), row("below 5", "5 to 9", "10")),
    "one colour": para("Green – the colour of the new vans"),
    "far from any plan": para("Blue – complete") + para("Red – late") + para("Words.") * 12,
}


@pytest.mark.parametrize("kind", NO_KEYS)
def test_what_is_no_key_of_a_plan_explains_nothing(tmp_path: Path, kind: str) -> None:
    actions = table(header("RAG"), line(1, shaded(GREEN)))
    reading = reading_of(tmp_path, para("Plan"), NO_KEYS[kind], AIM, actions)
    assert statuses(reading) == ["Green"]


def test_each_word_goes_where_it_went_whatever_is_decided(tmp_path: Path) -> None:
    rows = (line(1, "Now amber, not green.", shaded(GREEN)), line(2, "", shaded(AMBER)))
    paper = KEYS["lines"] + AIM + table(header("Progress", "RAG"), *rows, line(3, "Amber", "Red"))

    def account(decisions: Decisions) -> Account:
        return reading_of(tmp_path, paper, decisions=decisions).account

    words, left = account(NOTHING_DECIDED), account(Decisions().with_kind("colours", "leave"))
    assert words == left
    assert words.not_taken == ()


FILLS = st.sampled_from(("", RED, AMBER, GREEN, BLUE, PURPLE, "E2EFDA", "FFFFFF", "000000", NAVY))
SAID = st.sampled_from(("", "", DOT, "Green", "Red – late", "75%", "Begun.", "Blue", "RAG"))
CELLS = st.tuples(FILLS, SAID).map(lambda one: shaded(one[0], one[1]) if one[0] else cell(one[1]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    headings=st.lists(st.sampled_from(("RAG", "Progress", "", "Q1")), min_size=2, max_size=2),
    rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=4),
    kind=st.sampled_from(("", *KEYS)),
)
def test_whatever_is_coloured_each_word_is_accounted_for(
    tmp_path: Path, headings: list[str], rows: list[list[str]], kind: str
) -> None:
    lines = (row("1", "Do.", one[0], "May 2027", *one[1:]) for one in rows)
    paper = KEYS.get(kind, "") + AIM + table(header(*headings), *lines)
    none = Decisions().with_kind("colours", "leave")
    words, left = (reading_of(tmp_path, paper, decisions=one) for one in (NOTHING_DECIDED, none))
    assert words.account == left.account
    assert [case.number for case in words.cases] == [case.number for case in left.cases]


def test_colours_in_a_table_of_the_report_are_words_too(tmp_path: Path) -> None:
    risks = table(
        row(shaded(NAVY, "Risk"), shaded(NAVY, "RAG status")),
        row("Rain", shaded(AMBER)),
        row("Wind", shaded(RED, "High")),
        row("Snow", shaded(PURPLE)),
    )
    sections = (para("1.0\tPURPOSE OF REPORT"), para("To report."), risks)
    end = (para("7.0\tBACKGROUND PAPERS"), para("None."))

    def said(decisions: Decisions) -> list[str]:
        reading = reading_of(tmp_path, *sections, *end, decisions=decisions)
        assert [case.text for case in reading.cases] == ["Amber"]
        assert reading.account.shown == 0
        return [one.text for one in reading.outline.report.passages if one.kind == "table"]

    (words,) = said(NOTHING_DECIDED)
    (left,) = said(Decisions().with_kind("colours", "leave"))
    assert ("Amber" in words, "High" in words, "Red" in words) == (True, True, False)
    assert "Amber" not in left


@given(st.binary(min_size=3, max_size=3))
def test_every_colour_has_a_name_or_is_nearly_white(colour: bytes) -> None:
    fill = colour.hex().upper()
    assert names_of(fill) or min(colour) > 0xE8
