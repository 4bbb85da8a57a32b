"""What is crossed out by hand is left out of the plan, or taken, and is shown where it is not."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers.account.account import Account
from importers.decisions import NOTHING_DECIDED, Decisions
from importers.paper import PaperReading, read_with_account
from importers.struck import without_struck
from importers.word.reader import read_word
from plan.papers.blocks import Paragraph, TickBox
from tests.importers.plan_papers import FORM, FORMS, HEADER, action_row, only_action, texts
from tests.importers.word_files import (
    BULLETS,
    SPACES,
    cell,
    docx_of,
    listed,
    merged,
    para,
    raw,
    row,
    run,
    table,
)

STRUCK = "<w:strike/>"
AIM = para("Priority 1: Borrowing")
TAKE = NOTHING_DECIDED.with_kind("struck", "take")
REPORT = para("REPORT TO: Committee") + para("1.0 RECOMMENDATIONS") + para("4.0 MAIN TEXT")


def gone(text: str) -> str:
    """Return a paragraph that is crossed out whole."""
    return raw(run(text, STRUCK))


def partly(*texts: str) -> str:
    """Return a paragraph of which every second piece is crossed out, the second first."""
    return raw(*(run(text, STRUCK if n % 2 else "") for n, text in enumerate(texts)))


def holds(account: Account) -> Account:
    assert account.words == account.taken + account.shown + sum(account.left_out.values())
    assert account.unaccounted == ()
    return account


def read(folder: Path, *blocks: str, decisions: Decisions = NOTHING_DECIDED) -> PaperReading:
    path = docx_of(folder, "".join(blocks), numbering=BULLETS)
    reading = read_with_account(path, FORM, FORMS, decisions=decisions)
    holds(reading.account)
    return reading


def shown(reading: PaperReading) -> list[tuple[str, str, str]]:
    return [(one.kind, one.place, one.text) for one in reading.account.not_taken]


def places(reading: PaperReading) -> list[tuple[str, str]]:
    return [(case.place, case.text) for case in reading.cases]


@pytest.mark.parametrize(
    ("pieces", "left"),
    [
        (("", "June 2026", " June 2027"), "June 2027"),
        (("By ", "June 2026", " June 2027"), "By June 2027"),
        (("June 2027", " or sooner"), "June 2027"),
        (("June", " or July ", "2027"), "June 2027"),
        (("June 2027 ", "or sooner", "."), "June 2027."),
        (("Team", "s"), "Team"),
        (("", "re", "written"), "written"),
        (("June", "\nJuly\n", "August"), "June\nAugust"),
        (("June", " ", "2027"), "June 2027"),
        (("June; ", "July", "; May"), "June; May"),
        (("June, ", "July, ", "May"), "June, May"),
        (("June", ", July", ", May"), "June, May"),
        (("", "June", "; May"), "May"),
        (("June; ", "July"), "June"),
        (("June / ", "July", " / May"), "June / May"),
    ],
)
def test_what_is_left_of_a_paragraph_closes_up(
    tmp_path: Path, pieces: tuple[str, ...], left: str
) -> None:
    action = row("1.1", "Lend tools", "", "", "Team", cell(partly(*pieces)), "", "")
    reading = read(tmp_path, AIM, table(HEADER, action))
    assert only_action(reading).timescale == left


def test_struck_text_is_shown_with_its_place_and_what_follows(tmp_path: Path) -> None:
    timescale = cell(partly("", "June 2026", " June 2027"))
    action = row("1.1", "Lend tools", "", "", cell(gone("Team")), timescale, "", "")
    reading = read(tmp_path, AIM, table(HEADER, action))
    assert shown(reading) == [
        ("struck text", "beside 1.1, Lead(s)", "Team"),
        ("struck text", "in 1.1, Timescale", "June 2026"),
    ]
    assert places(reading) == [
        ("beside 1.1, Lead(s)", "Team"),
        ("in 1.1, Timescale", "June 2026"),
    ]
    assert "--struck take" in reading.account.not_taken[0].means
    assert only_action(reading).leads == ()


def test_struck_text_that_is_taken_is_a_case_and_is_not_shown(tmp_path: Path) -> None:
    action = row("1.1", cell(partly("Lend ", "old ", "tools")), "", "", "Team", "May", "", "")
    reading = read(tmp_path, AIM, table(HEADER, action), decisions=TAKE)
    assert only_action(reading).text == "Lend old tools"
    assert shown(reading) == []
    assert [(case.place, case.text, case.choice) for case in reading.cases] == [
        ("in 1.1, Actions", "old", "take")
    ]


def test_one_case_may_be_decided_by_itself(tmp_path: Path) -> None:
    action = row(
        "1.1", cell(partly("Lend ", "old ", "tools")), "", "", cell(gone("Team")), "", "", ""
    )
    first = read(tmp_path, AIM, table(HEADER, action))
    decisions = NOTHING_DECIDED.with_case("struck", first.cases[1].number, "take")
    reading = read(tmp_path, AIM, table(HEADER, action), decisions=decisions)
    assert only_action(reading).text == "Lend tools"
    assert only_action(reading).leads == ("Team",)
    assert shown(reading) == [("struck text", "in 1.1, Actions", "old")]


# Rows, aims and headings


def crossed(*cells: str) -> str:
    """Return a row that is crossed out whole, but for what begins with "="."""
    return row(
        *(cell(one[1:]) if one.startswith("=") else cell(gone(one) if one else "") for one in cells)
    )


ROW = ("Sell tools", "", "", "Shop", "May 2026", "", "")


@pytest.mark.parametrize("ref", ["1.2", "=1.2", "=", "=1.2."])
def test_a_row_that_is_crossed_out_is_no_action(tmp_path: Path, ref: str) -> None:
    plan = table(HEADER, action_row("1.1"), crossed(ref, *ROW), action_row("1.3", "Mend tools"))
    reading = read(tmp_path, AIM, plan)
    assert texts(reading) == [["Publish a guide.", "Mend tools"]]
    ((first, last),) = (aim.actions for aim in reading.outline.aims)
    assert (first.own_ref, last.own_ref) == ("", "1.3")
    assert first.leads == last.leads == ("Team",)
    struck = [text for kind, _, text in shown(reading) if kind == "struck text"]
    number = f"{ref} | " if ref == "1.2" else ""
    assert struck == [f"{number}Sell tools | Shop | May 2026"]
    assert reading.account.shown == len(struck[0].replace("|", "").replace(".", " ").split())
    assert places(reading) == [("after 1.1", struck[0])]
    taken = read(
        tmp_path,
        AIM,
        plan,
        decisions=NOTHING_DECIDED.with_case("struck", reading.cases[0].number, "take"),
    )
    assert "Sell tools" in repr(texts(taken))
    assert taken.account.shown == 0


def test_the_first_rows_may_be_crossed_out_and_all_of_them(tmp_path: Path) -> None:
    reading = read(tmp_path, AIM, table(HEADER, crossed("=1.1", *ROW), action_row("1.2")))
    assert texts(reading) == [["Publish a guide."]]
    reading = read(tmp_path, AIM, table(HEADER, crossed("=1.1", *ROW), crossed("=1.2", *ROW)))
    assert texts(reading) == [[]]
    assert reading.outline.aims[0].text == "Borrowing"


def test_an_action_whose_text_is_crossed_out_is_not_joined_to_the_one_above(
    tmp_path: Path,
) -> None:
    header = row("Actions", "Lead", "Timescale")
    plan = table(
        header,
        row("Lend tools", "Team", "May 2027"),
        row(cell(gone("Sell tools")), "Shop", "May 2028"),
    )
    reading = read(tmp_path, AIM, plan)
    ((first, last),) = (aim.actions for aim in reading.outline.aims)
    assert (first.text, first.leads, first.timescale) == ("Lend tools", ("Team",), "May 2027")
    assert (last.text, last.leads, last.timescale) == ("", ("Shop",), "May 2028")


def test_what_a_crossed_out_row_shares_with_those_below_stays_theirs(tmp_path: Path) -> None:
    header = row("Ref", "Actions", "Lead", "Timescale")
    plan = table(
        header,
        row("1.1", "Lend tools", "Team", "May 2027"),
        row("1.2", cell(gone("Sell tools")), merged("Shop", start=True), cell(gone("May 2028"))),
        row("1.3", "Mend tools", merged(), "May 2029"),
    )
    reading = read(tmp_path, AIM, plan)
    ((first, last),) = (aim.actions for aim in reading.outline.aims)
    assert (first.leads, last.leads) == (("Team",), ("Shop",))
    assert (last.text, last.own_ref) == ("Mend tools", "1.3")


def test_numbers_that_word_counts_stay_as_printed(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="1.%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>'
    )
    ref = cell(listed("", 3))
    plan = table(
        HEADER,
        row(ref, "Lend tools", "", "", "Team", "", "", ""),
        row(ref, *(cell(gone(one)) if one else one for one in ROW)),
        row(ref, "Mend tools", "", "", "Team", "", "", ""),
    )
    path = docx_of(tmp_path, AIM + plan, numbering=numbering)
    reading = read_with_account(path, FORM, FORMS)
    ((first, last),) = (aim.actions for aim in reading.outline.aims)
    assert (first.text, first.own_ref) == ("Lend tools", "")
    assert (last.text, last.own_ref) == ("Mend tools", "1.3")


def test_a_crossed_out_bullet_leaves_none(tmp_path: Path) -> None:
    bullets = cell(
        listed("Tools are lent", 7),
        raw('<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>', run("Sold", STRUCK)),
        listed("Tools are mended", 7),
    )
    action = row("1.1", "Lend tools", "", "", "Team", "", bullets, "")
    reading = read(tmp_path, AIM, table(HEADER, action))
    assert only_action(reading).success_criteria == ("Tools are lent", "Tools are mended")
    assert shown(reading) == [("struck text", "in 1.1, Success Criteria", "Sold")]


def test_a_crossed_out_aim_does_not_give_its_actions_to_the_aim_above(tmp_path: Path) -> None:
    second = table(HEADER, action_row("2.1", "Mend tools"))
    reading = read(
        tmp_path, AIM, table(HEADER, action_row("1.1")), gone("Priority 2: Mending"), second
    )
    assert [aim.text for aim in reading.outline.aims] == ["Borrowing", ""]
    assert texts(reading) == [["Publish a guide."], ["Mend tools"]]
    assert [one.place for one in reading.remarks if "crossed out" in one.text] == ["Aim 2"]
    assert places(reading) == [("after 1.1", "Priority 2: Mending")]


def test_an_aim_in_the_place_of_a_crossed_out_one_is_the_aim(tmp_path: Path) -> None:
    plan = table(HEADER, action_row("1.1"))
    for lines in (
        gone("Priority 1: Selling") + AIM,
        AIM + gone("Priority 1: Selling"),
        raw(run("Priority 1: "), run("Selling", STRUCK), run("Borrowing")),
    ):
        reading = read(tmp_path, lines, plan)
        assert [aim.text for aim in reading.outline.aims] == ["Borrowing"]


def test_an_aim_crossed_out_with_all_its_actions_is_none(tmp_path: Path) -> None:
    second = table(HEADER, crossed("=2.1", *ROW))
    reading = read(
        tmp_path, AIM, table(HEADER, action_row("1.1")), gone("Priority 2: Mending"), second
    )
    assert [aim.text for aim in reading.outline.aims] == ["Borrowing"]


@pytest.mark.parametrize("is_column", [False, True])
def test_an_aim_in_a_table_may_be_crossed_out(tmp_path: Path, is_column: bool) -> None:
    header = ("Actions", "Lead", "Timescale")

    def aim(text: str, *, is_struck: bool) -> str:
        inner = gone(text) if is_struck else para(text)
        if is_column:
            return merged(inner, start=True)
        return row(cell(inner, properties='<w:gridSpan w:val="3"/>'))

    def actions(text: str, *, is_struck: bool = False) -> str:
        first, second = (
            ("Lend tools", "Team", "May 2027"),
            ("Mend tools", "Team", "May 2028"),
        )
        if is_column:
            head = aim(text, is_struck=is_struck)
            return row(head, *first) + row(merged(), *second)
        return aim(text, is_struck=is_struck) + row(*first) + row(*second)

    top = row("Aim", *header) if is_column else row(*header)
    plan = table(top, actions("Borrowing"), actions("Selling", is_struck=True), actions("Making"))
    reading = read(tmp_path, para("Libraries Improvement Plan"), plan)
    assert [aim.text for aim in reading.outline.aims] == ["Borrowing", "", "Making"]
    assert texts(reading) == [["Lend tools", "Mend tools"]] * 3


def test_an_aim_above_the_header_of_a_table_may_be_crossed_out(tmp_path: Path) -> None:
    aim = row(cell(gone("Priority 1: Selling"), properties='<w:gridSpan w:val="8"/>'))
    title = para("Libraries Improvement Plan")
    reading = read(tmp_path, title, table(aim, HEADER, action_row("1.1")))
    assert [aim.text for aim in reading.outline.aims] == [""]
    assert reading.outline.title == "Libraries Improvement Plan"


def test_a_crossed_out_aim_below_a_crossed_out_row_is_known(tmp_path: Path) -> None:
    aim = row(cell(gone("Priority 2: Selling"), properties='<w:gridSpan w:val="8"/>'))
    plan = table(HEADER, action_row("1.1"), crossed("=1.2", *ROW), aim, action_row("2.1"))
    reading = read(tmp_path, AIM, plan)
    assert [aim.text for aim in reading.outline.aims] == ["Borrowing", ""]


def test_a_crossed_out_heading_still_says_what_its_column_holds(tmp_path: Path) -> None:
    header = row("Actions", cell(gone("Lead")), cell(partly("", "By ", "Timescale")))
    plan = table(header, row("Lend tools", "Team", "May 2027"))
    reading = read(tmp_path, AIM, plan)
    action = only_action(reading)
    assert (action.text, action.leads, action.timescale) == ("Lend tools", ("Team",), "May 2027")
    assert [text for kind, _, text in shown(reading) if kind == "struck text"] == ["Lead | By"]


def test_struck_text_in_a_nested_table_and_in_a_text_box_is_left_out(tmp_path: Path) -> None:
    inner = table(row("Lend", cell(gone("Sell"))), row(cell(gone("Mend")), cell(gone("Make"))))
    action = row("1.1", cell(inner + para()), "", "", "Team", "", "", "")
    box = (
        "<w:r><w:pict><w:shape><w:txbxContent>"
        f"{partly('Priority 1: ', 'Selling ', 'Borrowing')}"
        "</w:txbxContent></w:shape></w:pict></w:r>"
    )
    reading = read(tmp_path, raw(box), table(HEADER, action))
    assert reading.outline.aims[0].text == "Borrowing"
    assert only_action(reading).text == "Lend"
    struck = [text for kind, _, text in shown(reading) if kind == "struck text"]
    assert " ".join(struck).replace("\n", " | ") == "Selling Sell Mend | Make"


def test_struck_text_of_a_report_is_left_out_of_it(tmp_path: Path) -> None:
    rows = table(row("Costs", "Sum"), row("Tools", cell(partly("", "four ", "five"))))
    struck = table(row(cell(gone("Old")), cell(gone("1"))))
    reading = read(
        tmp_path,
        REPORT,
        raw(run("4.1 Tools are "), run("sold", STRUCK), run(" lent.")),
        gone("4.2 Houses are sold."),
        para("4.3 Books are lent."),
        rows,
        struck,
    )
    said = [passage.text for passage in reading.outline.report.passages]
    assert said[:2] == ["Tools are lent.", "Books are lent."]
    assert "five" in said[2]
    assert "four" not in said[2]
    assert len(said) == 3
    assert [text for kind, _, text in shown(reading) if kind == "struck text"] == [
        "sold",
        "4.2 Houses are sold.",
        "four",
        "Old | 1",
    ]


# Whatever is crossed out

SOME = st.sampled_from(("tools", "lend", "house", "Team", "May", "2027", "books", "ünï", "mend"))
PIECES = st.lists(st.tuples(SOME, st.booleans()), max_size=5)
FIELDS = st.lists(PIECES, min_size=7, max_size=7)


def mixed(pieces: list[tuple[str, bool]], first: str) -> str:
    words = [(first, False), *pieces]
    return raw(*(run(f"{word} ", STRUCK if is_struck else "") for word, is_struck in words))


@given(st.lists(FIELDS, min_size=1, max_size=3), PIECES, PIECES)
@settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_left_and_taken_differ_by_the_struck_words(
    tmp_path: Path,
    rows: list[list[list[tuple[str, bool]]]],
    aim: list[tuple[str, bool]],
    passage: list[tuple[str, bool]],
) -> None:
    actions = (
        row(f"1.{number}", *(cell(mixed(pieces, "Every")) for pieces in cells))
        for number, cells in enumerate(rows, 1)
    )
    blocks = (
        REPORT,
        mixed(passage, "4.1 Libraries"),
        mixed(aim, "Priority 1: Borrowing"),
        table(HEADER, *actions),
    )
    left, taken = (read(tmp_path, *blocks, decisions=one) for one in (NOTHING_DECIDED, TAKE))
    pieces = [*aim, *passage, *(piece for cells in rows for one in cells for piece in one)]
    struck = [word for word, is_struck in pieces if is_struck]
    assert left.account.words == taken.account.words
    assert left.account.taken == taken.account.taken - len(struck)
    assert left.account.left_out == taken.account.left_out
    said = [text for kind, _, text in shown(left) if kind == "struck text"]
    words = (word for text in said for word in text.split() if word not in "…|")
    assert sorted(words) == sorted(struck)


def test_a_box_that_is_crossed_out_is_no_tick(tmp_path: Path) -> None:
    symbol = '<w:sym w:font="Wingdings" w:char="F0FD"/>'
    boxes = f"<w:r><w:rPr>{STRUCK}</w:rPr>{symbol}</w:r><w:r>{symbol}</w:r>"
    word = read_word(docx_of(tmp_path, raw(boxes)))
    (left,), (case,) = without_struck(word.blocks, NOTHING_DECIDED)
    (taken,), _ = without_struck(word.blocks, TAKE)
    assert isinstance(left, Paragraph)
    assert isinstance(taken, Paragraph)
    assert (left.text, case.text, taken.text) == ("☒", "☒", "☒☒")
    assert left.inlines == (TickBox("", ticked=True),)


def test_a_table_that_is_crossed_out_whole_has_no_action(tmp_path: Path) -> None:
    plan = table(crossed("Actions", "Lead", "Timescale"), crossed("Lend", "Team", "May 2027"))
    reading = read(tmp_path, AIM, table(HEADER, action_row("1.1")), plan)
    assert texts(reading) == [["Publish a guide."]]
    said = "Actions | Lead | Timescale\nLend | Team | May 2027"
    assert shown(reading) == [("struck text", "after 1.1", said)]


@pytest.mark.parametrize("decisions", [NOTHING_DECIDED, TAKE])
def test_struck_text_of_a_comment_is_left_out_of_it(tmp_path: Path, decisions: Decisions) -> None:
    said = partly("Is it ", "still ", "right?")
    comments = f'<w:comments {SPACES}><w:comment w:id="1">{said}</w:comment></w:comments>'
    text = raw(run("Lend tools"), '<w:r><w:commentReference w:id="1"/></w:r>')
    plan = table(HEADER, row("1.1", cell(text), "", "", "Team", "May", "", ""))
    path = docx_of(tmp_path, AIM + plan, extra={"comments": comments})
    reading = read_with_account(path, FORM, FORMS, decisions=decisions)
    holds(reading.account)
    (comment,) = reading.outline.comments
    is_left = decisions is NOTHING_DECIDED
    assert comment.text == ("Is it right?" if is_left else "Is it still right?")
    left = [("struck text", "beside 1.1, Actions", "still")]
    assert shown(reading) == (left if is_left else [])


@pytest.mark.parametrize("kind", ["comment", "footnote"])
def test_struck_text_of_a_note_that_stands_at_no_text_is_decided_as_any(
    tmp_path: Path, kind: str
) -> None:
    said = partly("Is it ", "still ", "right?")
    notes = f'<w:{kind}s {SPACES}><w:{kind} w:id="2">{said}</w:{kind}></w:{kind}s>'
    path = docx_of(tmp_path, AIM + table(HEADER, action_row("1.1")), extra={f"{kind}s": notes})
    left = read_with_account(path, FORM, FORMS)
    holds(left.account)
    (case,) = (one for one in left.cases if one.kind == "struck")
    assert (case.text, case.choice) == ("still", "leave")
    assert ("struck text", "still") in [(one.kind, one.text) for one in left.account.not_taken]
    taken = read_with_account(path, FORM, FORMS, decisions=TAKE)
    holds(taken.account)
    assert "struck text" not in {one.kind for one in taken.account.not_taken}
    comments = [[one.text for one in reading.outline.comments] for reading in (left, taken)]
    kept = kind == "comment"
    assert comments == ([["Is it right?"], ["Is it still right?"]] if kept else [[], []])
