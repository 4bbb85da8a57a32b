"""Each word that a Word file shows goes into a field, is left out by a rule, or is on the list."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers.account import counting
from importers.account.account import Account
from importers.account.file_words import WORD
from importers.account.matching import Place, letters
from importers.account.values import Value
from importers.decisions import CHOICES, Decisions
from importers.paper import account_of_file
from tests.importers.account import made_up_files as made
from tests.importers.account.made_up_files import Piece, account_of_pieces, line
from tests.importers.plan_papers import (
    FORM,
    FORMS,
    HEADER,
    action_row,
    only_action,
    reading_of,
)
from tests.importers.word.test_strict_files import as_strict
from tests.importers.word_files import cell, docx_of, para, raw, row, run, spanning, table

BUDGETED = table(
    row("Actions", "Budget", "Lead", "Timescale"),
    row("Lend tools", "five pounds", "Team", "May 2027"),
)
PLAN = Piece(table(HEADER, action_row("1.1", "Publish a guide.")), 26)


def words_of(account: Account) -> int:
    return sum(len(WORD.findall(one.text)) for one in account.not_taken)


def holds(account: Account) -> None:
    assert account.words == account.taken + account.shown + sum(account.left_out.values())
    assert words_of(account) == account.shown
    assert account.unaccounted == ()


def account_of(folder: Path, *blocks: str) -> Account:
    account = account_of_file(docx_of(folder, "".join(blocks)), FORM, FORMS)
    holds(account)
    return account


def listed(account: Account) -> list[tuple[str, str, str]]:
    return [(one.kind, one.place, one.text) for one in account.not_taken]


# What is taken, left out and shown


def test_a_plan_is_taken_and_its_labels_are_left_out(tmp_path: Path) -> None:
    account = account_of(
        tmp_path, para("Priority 1: Borrowing is easy"), table(HEADER, action_row("1.1"))
    )
    assert account.shown == 0
    assert account.taken == len(
        ["Borrowing", "is", "easy", "Publish", "a", "guide", "Team", "June", "2017"]
    )
    headings = "Actions Care Inspectorate Report Page No Quality Indicator s Lead s Timescale"
    assert account.left_out["labels"] == len(
        f"{headings} Success Criteria Progress 1 1 Priority 1".split()
    )


@pytest.mark.parametrize(
    ("cell", "indicators"),
    [
        ("1.3 and 2.3", ["1.3", "2.3"]),
        ("1.3, 2.3, and 3.1", ["1.3", "2.3", "3.1"]),
        ("QI 1.1, 2.2 & 3.1", ["1.1", "2.2", "3.1"]),
        ("QIs: 1.1; 2.2 / 3.1.", ["1.1", "2.2", "3.1"]),
        ("HGIOS?4 QI 1.1 and QI 2.2", ["1.1", "2.2"]),
        ("1.1 to 2.2", ["1.1 to 2.2"]),
        ("1.1 Leading and 2.2 Learning", ["1.1 Leading and 2.2 Learning"]),
        ("QI 1.1", ["QI 1.1"]),
    ],
)
def test_what_joins_the_numbers_of_indicators_is_no_loss(
    tmp_path: Path, cell: str, indicators: list[str]
) -> None:
    body = (para("Aim 1: A"), table(HEADER, action_row("1.1", indicators=cell)))
    assert account_of(tmp_path, *body).shown == 0
    assert list(only_action(reading_of(tmp_path, *body)).indicators) == indicators


def test_a_sentence_in_an_action_and_in_an_unread_table_is_taken_once_and_shown_once(
    tmp_path: Path,
) -> None:
    said = "Lend tools to every house"
    unread = table(row("Costs", said), row("Sum", "Five pounds"))
    plan = table(HEADER, action_row("1.1", said))
    above = account_of(tmp_path, unread, para("Priority 1: Borrowing"), plan)
    below = account_of(tmp_path, para("Priority 1: Borrowing"), plan, unread)
    assert listed(above) == [("table", "before aim 1", f"Costs | {said}\nSum | Five pounds")]
    assert listed(below) == [("table", "after 1.1", f"Costs | {said}\nSum | Five pounds")]
    assert above.taken == below.taken == len(f"{said} Borrowing Team June 2017".split())


def test_a_column_that_no_word_knows_is_taken_below_its_heading(tmp_path: Path) -> None:
    account = account_of(tmp_path, para("Priority 1: Borrowing"), BUDGETED)
    assert account.shown == 0
    assert account.taken == len(WORD.findall("Borrowing Lend tools five pounds Team May 2027"))


def test_a_column_that_is_left_out_is_shown_cell_by_cell(tmp_path: Path) -> None:
    path = docx_of(tmp_path, para("Priority 1: Borrowing") + BUDGETED)
    account = account_of_file(path, FORM, FORMS, {"Budget": None})
    holds(account)
    (entry,) = account.not_taken
    assert (entry.kind, entry.place, entry.text) == ("cell", "beside 1.1, Budget", "five pounds")
    assert "“Budget”" in entry.means


def test_neighbouring_unread_blocks_are_one_entry(tmp_path: Path) -> None:
    plan = table(HEADER, action_row("1.1"))
    unread = [para("One more thing"), para(), table(row("a", "b")), para("And the last")]
    account = account_of(tmp_path, para("Priority 1: Borrowing"), plan, *unread)
    ((kind, place, text),) = listed(account)
    assert (kind, place) == ("text and table", "after 1.1")
    assert text == "One more thing\na | b\nAnd the last"


def test_a_number_that_is_not_its_place_is_taken_as_the_paper_s_own(tmp_path: Path) -> None:
    plan = table(HEADER, action_row("7.3"))
    account = account_of(tmp_path, para("Priority 1: Borrowing"), plan)
    assert account.shown == 0
    assert account.taken == len(WORD.findall("Borrowing 7 3 Publish a guide Team June 2017"))


def test_a_paragraph_s_number_that_is_not_its_place_is_shown(tmp_path: Path) -> None:
    lines = ("REPORT TO: Committee", "1.0 RECOMMENDATIONS", "4.0 MAIN TEXT", "9.7 Tools are lent.")
    account = account_of(tmp_path, *map(para, lines))
    assert listed(account)[-1] == ("ref", "in 4.1", "9.7")


def test_a_repeated_header_row_is_left_out(tmp_path: Path) -> None:
    plan = table(HEADER, action_row("1.1"), HEADER, action_row("1.2"))
    account = account_of(tmp_path, para("Priority 1: Borrowing"), plan)
    assert account.left_out["repeated_headers"] == account.left_out["labels"] - 6
    assert account.shown == 0


def test_a_row_that_goes_on_below_is_taken_whole(tmp_path: Path) -> None:
    below = row("", "in every town,", "", "", "", "", "", "")
    plan = table(HEADER, action_row("1.1", "Lend tools and"), below)
    account = account_of(tmp_path, para("Priority 1: Borrowing"), plan)
    assert account.shown == 0


def test_a_file_that_is_no_paper_is_all_shown(tmp_path: Path) -> None:
    account = account_of(tmp_path, para("Dear friend"), para("the shop is shut"))
    assert (account.words, account.shown, account.taken) == (6, 6, 0)
    assert listed(account) == [("text", "in the file", "Dear friend\nthe shop is shut")]


def test_what_word_does_not_show_is_counted_beside(tmp_path: Path) -> None:
    account = account_of_pieces(
        tmp_path,
        made.deleted("two words", "gone"),
        made.hidden("seen", "not at all"),
        made.prompt("Click to enter text"),
    )
    assert account.words == 3
    assert account.unseen == {"deleted": 1, "hidden": 3, "prompts": 4}


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_is_shown_beside_the_field_that_it_hangs_on(tmp_path: Path, kind: str) -> None:
    mark = f'<w:r><w:{kind}Reference w:id="{{number}}"/></w:r>'
    action = row("1.1", "Lend tools", "", "", "Team", cell(raw(run("May 2027"), mark)), "", "")
    plan = Piece(table(HEADER, action), notes=((kind, "Subject to the grant"),))
    account = account_of_pieces(tmp_path, line("Priority 1: Borrowing"), plan)
    assert listed(account) == [(kind, "beside 1.1, Timescale", "Subject to the grant")]
    holds(account)


def test_headers_and_the_list_of_contents_are_left_out_by_rule(tmp_path: Path) -> None:
    account = account_of_pieces(
        tmp_path, made.headed("Dear friend", "Report of the head"), made.contents("Aims 4")
    )
    assert account.left_out["headers_and_footers"] == 4
    assert account.left_out["contents"] == 2
    assert account.shown == 2


def test_a_row_across_the_table_above_its_header_says_so(tmp_path: Path) -> None:
    title = row(spanning("Library plan of the year", 8))
    plan = table(title, HEADER, action_row("1.1"))
    account = account_of(tmp_path, para("Priority 1: Borrowing"), plan)
    assert listed(account)[-1] == (
        "table",
        "above the header of the table",
        "Library plan of the year",
    )


# The sum, whatever the file holds


SOME = ("tools", "lend", "house", "Team", "2027", "May", "Actions", "Lead", "ünï", "Priority", "3")
ALIKE = ("tools", "tools", "lend")
WORDS = st.one_of(
    st.lists(st.sampled_from(SOME), min_size=1, max_size=6).map(" ".join),
    st.lists(st.sampled_from(ALIKE), min_size=1, max_size=2).map(" ".join),
)
SIMPLE = st.one_of(
    st.builds(line, WORDS),
    st.lists(WORDS, min_size=1, max_size=3).map(lambda texts: made.runs(*texts)),
    st.builds(made.deleted, WORDS, WORDS),
    st.builds(made.inserted, WORDS),
    st.builds(made.hidden, WORDS, WORDS),
    st.builds(made.struck, WORDS, WORDS),
    st.builds(made.crossed_out, WORDS),
    st.builds(made.prompt, WORDS),
    st.builds(made.control, WORDS),
    st.builds(made.form_field, WORDS),
    st.builds(made.drop_down, WORDS, WORDS),
    st.builds(made.symbol, WORDS),
    st.builds(made.alternative, WORDS),
    st.builds(made.box, WORDS, WORDS),
    st.builds(made.noted, st.sampled_from(["footnote", "endnote", "comment"]), WORDS, WORDS),
    st.builds(made.quiet, WORDS),
    st.builds(made.contents, WORDS),
    st.builds(made.moved, WORDS, WORDS),
    st.builds(made.struck_twice, WORDS, WORDS),
    st.builds(made.raised, WORDS),
    st.builds(made.sign, WORDS),
    st.builds(made.ruby, WORDS, WORDS),
    st.builds(made.formula, WORDS, WORDS, WORDS),
    st.builds(made.link, WORDS, WORDS),
    st.builds(made.open_field, WORDS),
    st.builds(made.characters, WORDS, WORDS),
    st.builds(made.block_prompt, WORDS),
    st.builds(made.told_no_prompt, WORDS),
    st.builds(made.joined, WORDS, WORDS),
    st.builds(made.picture, WORDS, WORDS),
    st.builds(made.drop_cap, st.sampled_from(["L", "A", "Tools"]), WORDS),
    st.builds(made.paged, WORDS, WORDS),
    st.builds(made.unmarked_prompt, WORDS),
)
TABLES = st.recursive(
    st.lists(st.lists(SIMPLE, min_size=1, max_size=4), min_size=1, max_size=3).map(made.tabled),
    lambda inner: st.lists(
        st.lists(st.one_of(SIMPLE, inner), min_size=1, max_size=3), min_size=1, max_size=2
    ).map(made.tabled),
    max_leaves=4,
)
HEADINGS = st.permutations(["Actions", "Lead", "Timescale", "Budget", "Progress"])


@st.composite
def plan_tables(draw: st.DrawFn) -> Piece:
    header = [line(heading) for heading in draw(HEADINGS)]
    rows = draw(st.lists(st.lists(SIMPLE, min_size=5, max_size=5), min_size=1, max_size=4))
    return made.tabled([header, *rows])


REPORT_LINES = st.sampled_from(
    ["Report to: Committee", "Subject: Tools", "Report by: Head of Tools", "Recommendation", "Aims"]
)
PIECES = st.one_of(
    SIMPLE,
    TABLES,
    plan_tables(),
    st.builds(line, REPORT_LINES.map(lambda text: text.replace(":", ": "))),
    st.builds(lambda text: line(f"Priority 1: {text}"), WORDS),
    st.builds(made.headed, WORDS, WORDS),
    st.builds(made.cell_and_row_prompts, WORDS, WORDS),
    st.builds(made.deleted_row, WORDS, WORDS),
    st.builds(made.rows_gone, WORDS),
)
CHARTS = st.lists(st.builds(made.chart, WORDS), max_size=1)


DECISIONS = st.fixed_dictionaries({kind: st.sampled_from(one) for kind, one in CHOICES.items()})


@given(st.lists(PIECES, min_size=1, max_size=8), CHARTS, st.booleans(), DECISIONS.map(Decisions))
@settings(
    max_examples=2 * settings().max_examples,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_the_sum_holds_whatever_the_file_holds_and_is_decided(
    tmp_path: Path,
    found: list[Piece],
    charts: list[Piece],
    is_strict: bool,
    decisions: Decisions,
) -> None:
    pieces = [*found, *charts]
    path = made.file_of(tmp_path, pieces)
    account = account_of_file(
        as_strict(path) if is_strict else path, FORM, FORMS, decisions=decisions
    )
    holds(account)
    assert account.words == sum(piece.words for piece in pieces)
    unseen = sum((piece.unseen for piece in pieces), start=Counter[str]())
    assert {kind: number for kind, number in account.unseen.items() if number} == dict(unseen)


@pytest.fixture
def takings(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Value, list[str]]]:
    """Return the values that take words, each with these words, as an account is made."""
    taken: list[tuple[Value, list[str]]] = []
    give, give_whole = counting._Count._give, counting._Count._give_whole
    give_end = counting._Count._give_end

    def spy(count: counting._Count, value: Value, places: list[Place]) -> None:
        taken.append((value, [count._pieces(place.paragraph)[place.word] for place in places]))
        give(count, value, places)

    def spy_whole(count: counting._Count, value: Value, places: list[int]) -> None:
        taken.append((value, [word for place in places for word in count._pieces(place)]))
        give_whole(count, value, places)

    def spy_end(count: counting._Count, value: Value, place: int, said: str) -> None:
        taken.append((value, count._pieces(place)[-len(WORD.findall(said)) :]))
        give_end(count, value, place, said)

    monkeypatch.setattr(counting._Count, "_give", spy)
    monkeypatch.setattr(counting._Count, "_give_end", spy_end)
    monkeypatch.setattr(counting._Count, "_give_whole", spy_whole)
    return taken


def test_what_is_said_to_be_taken_is_in_the_field(
    tmp_path: Path, takings: list[tuple[Value, list[str]]]
) -> None:
    plan = table(HEADER, action_row("1.1", "Lend tools, lend books", leads="Team"))
    account = account_of(tmp_path, para("Priority 1: Lend tools"), plan, para("Lend tools"), plan)
    for value, words in takings:
        said = Counter(letters(word) for text in value.texts for word in WORD.findall(text))
        assert not Counter(words) - said
    assert sum(len(words) for _, words in takings) == account.taken


def test_what_a_picture_says_is_shown_beside_the_action_that_it_stands_at(tmp_path: Path) -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:docPr id="1" name="P" descr="Green light"/></wp:inline>'
        "</w:drawing></w:r>"
    )
    action = row("1.1", "Lend tools", "", "", "Team", "May 2027", "", cell(raw(drawing)))
    account = account_of(tmp_path, para("Priority 1: Borrowing"), table(HEADER, action))
    assert listed(account) == [("alternative text", "beside 1.1", "Green light")]


def test_a_status_beside_the_progress_is_taken_on_whichever_side(tmp_path: Path) -> None:
    for order in (["RAG", "Progress"], ["Progress", "RAG"]):
        said = {"RAG": "Green", "Progress": "Tools are lent"}
        header = row("Actions", "Lead", "Timescale", *order)
        plan = table(header, row("Lend tools", "Team", "May 2027", *(said[name] for name in order)))
        account = account_of(tmp_path, para("Priority 1: Borrowing"), plan)
        assert account.shown == 0


def test_two_items_that_say_the_same_are_both_taken(tmp_path: Path) -> None:
    action = action_row("1.1", success_criteria="Lent, and brought back\nLent")
    account = account_of(tmp_path, para("Priority 1: Borrowing"), table(HEADER, action))
    assert account.shown == 0


# What Word shows, whatever says so


DINGBATS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'


@pytest.mark.parametrize(
    "styles",
    [
        (
            '<w:style w:type="paragraph" w:styleId="Signs"><w:name w:val="Signs"/>'
            f"<w:rPr>{DINGBATS}</w:rPr></w:style>"
        ),
        (
            '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:rPr>'
            f'{DINGBATS}</w:rPr></w:style><w:style w:type="paragraph" w:styleId="Signs">'
            '<w:name w:val="Signs"/><w:basedOn w:val="Base"/></w:style>'
        ),
        f"<w:docDefaults><w:rPrDefault><w:rPr>{DINGBATS}</w:rPr></w:rPrDefault></w:docDefaults>",
    ],
)
def test_letters_in_the_symbol_font_of_a_style_or_of_the_whole_file_are_no_words(
    tmp_path: Path, styles: str
) -> None:
    usual = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
    body = raw('<w:pPr><w:pStyle w:val="Signs"/></w:pPr>', run("abc def"), run("said", usual))
    account = account_of_file(docx_of(tmp_path, body, styles=styles), FORM, FORMS)
    holds(account)
    assert account.words == 1


def test_letters_in_the_symbol_font_of_a_run_s_style_are_no_words(tmp_path: Path) -> None:
    style = (
        f'<w:style w:type="character" w:styleId="Signs"><w:name w:val="Signs"/><w:rPr>{DINGBATS}'
        "</w:rPr></w:style>"
    )
    body = raw(run("abc def", '<w:rStyle w:val="Signs"/>'), run("said"))
    account = account_of_file(docx_of(tmp_path, body, styles=style), FORM, FORMS)
    holds(account)
    assert account.words == 1


def test_a_font_for_another_script_alone_makes_no_sign_of_what_is_read(tmp_path: Path) -> None:
    body = raw(run("abc def", '<w:rFonts w:cs="Symbol"/>'), run(" said"))
    holds(account_of_file(docx_of(tmp_path, body), FORM, FORMS))


def test_a_control_that_says_it_shows_no_prompt_shows_its_words(tmp_path: Path) -> None:
    properties = '<w:sdtPr><w:showingPlcHdr w:val="{}"/></w:sdtPr>'
    inside = f"<w:sdt>{properties}<w:sdtContent>{run('Type here')}</w:sdtContent></w:sdt>"
    around = f"<w:sdt>{properties}<w:sdtContent>{para('Or here')}</w:sdtContent></w:sdt>"
    for value, words, prompts in (("0", 4, 0), ("false", 4, 0), ("1", 0, 4), ("true", 0, 4)):
        body = raw(inside.format(value)) + around.format(value)
        account = account_of_file(docx_of(tmp_path, body), FORM, FORMS)
        holds(account)
        assert (account.words, account.unseen["prompts"]) == (words, prompts)


def test_a_paragraph_whose_mark_is_deleted_is_found_where_the_same_words_follow(
    tmp_path: Path,
) -> None:
    account = account_of_pieces(tmp_path, made.joined("tools", "tools"), line("tools"))
    holds(account)
    assert account.words == 3


@pytest.mark.parametrize(
    "between",
    [
        made.formula("tools", "tools", "tools"),
        made.characters("tools", "tools"),
        made.ruby("tools", "tools"),
        made.box("tools", "lend tools"),
        made.symbol("tools"),
    ],
)
def test_a_paragraph_whose_mark_is_deleted_is_found_below_what_is_read_otherwise(
    tmp_path: Path, between: Piece
) -> None:
    same = [line("tools")] * 3
    rows = [[*same, line("tools"), between], [between, made.joined("tools", "tools"), *same]]
    header = map(line, ("Actions", "Lead", "Timescale", "Budget", "Progress"))
    found = made.tabled([list(header), *rows])
    account = account_of_pieces(tmp_path, found)
    holds(account)
    assert account.words == found.words
    holds(account_of_pieces(tmp_path, between, made.joined("tools", "tools"), *same))


def test_paragraphs_whose_mark_is_deleted_are_found_before_others_take_their_words(
    tmp_path: Path,
) -> None:
    noted = made.noted("endnote", "tools", "a note")
    holds(account_of_pieces(tmp_path, made.joined("lend tools", "lend"), noted, made.sign("lend")))
    below = [line("lend tools"), made.sign("lend"), made.joined("lend", "tools")]
    account = account_of_pieces(tmp_path, made.joined("lend tools", "lend"), *below)
    holds(account)
    assert account.words == 8


def test_words_with_a_reading_above_them_do_not_count_where_the_same_words_follow(
    tmp_path: Path,
) -> None:
    account = account_of_pieces(tmp_path, made.ruby("tools", "tools"), line("tools"))
    holds(account)
    assert account.words == 2


def test_words_with_a_reading_above_them_do_not_count_however_they_are_cut(tmp_path: Path) -> None:
    base = f'<w:ins w:id="1">{run("base")}</w:ins>{run("line", "<w:b/>")}'
    reading = f"<w:rt>{run('reading')}</w:rt>"
    ruby = f"<w:r><w:ruby>{reading}<w:rubyBase>{base}</w:rubyBase></w:ruby></w:r>"
    account = account_of_file(docx_of(tmp_path, raw(run("said "), ruby)), FORM, FORMS)
    holds(account)
    assert account.words == 1
