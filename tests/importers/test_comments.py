"""Comments of a Word file are kept with the plan, each on what it was made on."""

from pathlib import Path

import pytest

from importers.decisions import NOTHING_DECIDED, Case, Decisions, became, decided_in_words
from importers.errors import NoPlanFoundError
from importers.paper import PaperReading, account_of_file, read_paper, read_with_account
from plan.council.format import form_named
from plan.model.outline import CommentOutline
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.word.test_beside import begun, ended, note, part, reference
from tests.importers.word_files import SPACES, cell, docx_of, para, raw, row, run, table

HEADER = row("Actions", "Lead", "Timescale", "Progress")
AIM = para("Priority 1: Borrowing is easy")
LEAVE = NOTHING_DECIDED.with_kind("comments", "leave")


def commented(text: str, number: int) -> str:
    """Return a cell with a comment on the whole of its text."""
    return cell(raw(begun(number), run(text), ended(number)))


def paper(folder: Path, body: str, *said: str, **more: str) -> Path:
    """Return a file of this body with comments that say this, in the order of their numbers."""
    notes = (note("comment", number, text) for number, text in enumerate(said))
    return docx_of(folder, body, extra=part("comment", *notes) | more)


def read(path: Path, decisions: Decisions = NOTHING_DECIDED) -> PaperReading:
    """Return the reading, once it is known that each word of the file is accounted for."""
    reading = read_with_account(path, FORM, FORMS, decisions=decisions)
    account = reading.account
    assert account.unaccounted == ()
    assert account.words == account.taken + account.shown + sum(account.left_out.values())
    assert read_paper(path, FORM, FORMS, decisions=decisions).outline == reading.outline
    return reading


def on(reading: PaperReading) -> list[tuple[str, int, str, str]]:
    return [(c.on_table, c.number, c.on_field, c.text) for c in reading.outline.comments]


def shown(reading: PaperReading) -> list[tuple[str, str, str]]:
    return [(one.kind, one.place, one.text) for one in reading.account.not_taken]


def two_actions(*second: str) -> str:
    first = row("Lend tools", "Team", "May 2027", "Begun")
    return AIM + table(HEADER, first, row(*second))


def test_a_comment_is_on_the_field_that_its_words_went_into(tmp_path: Path) -> None:
    body = two_actions(
        commented("Lend books", 0),
        commented("Head of Tools", 1),
        commented("June 2027", 2),
        commented("Not begun", 3),
    )
    reading = read(paper(tmp_path, body, "All?", "By name?", "Which?", "Why?"))
    assert on(reading) == [
        ("actions", 1, "text", "All?"),
        ("actions", 1, "leads", "By name?"),
        ("actions", 1, "timescale", "Which?"),
        ("actions", 1, "progress", "Why?"),
    ]
    assert shown(reading) == []
    assert reading.cases[2] == Case(
        "comments", reading.cases[2].number, "beside 1.2, Timescale", "Which?", "keep"
    )


def test_a_comment_that_is_left_is_shown_in_the_account(tmp_path: Path) -> None:
    path = paper(tmp_path, two_actions("Lend books", "", commented("June", 0), ""), "Which?")
    reading = read(path, LEAVE)
    assert reading.outline.comments == ()
    assert shown(reading) == [("comment", "beside 1.2, Timescale", "Which?")]
    kept = read(path)
    assert kept.account.taken == reading.account.taken + 1
    assert kept.account.words == reading.account.words


def test_one_comment_is_decided_by_itself(tmp_path: Path) -> None:
    body = two_actions(commented("Lend books", 0), "", commented("June 2027", 1), "")
    path = paper(tmp_path, body, "All of them?", "Which?")
    first, second = read(path).cases
    assert first.number != second.number
    reading = read(path, NOTHING_DECIDED.with_case("comments", first.number, "leave"))
    assert on(reading) == [("actions", 1, "timescale", "Which?")]
    assert [case.choice for case in reading.cases] == ["leave", "keep"]
    assert [text for _, _, text in shown(reading)] == ["All of them?"]
    reading = read(path, LEAVE.with_case("comments", second.number, "keep"))
    assert on(reading) == [("actions", 1, "timescale", "Which?")]


def test_a_comment_on_an_empty_cell_is_on_the_field_of_its_column(tmp_path: Path) -> None:
    empty = cell(raw(begun(0), ended(0)))
    reading = read(paper(tmp_path, two_actions("Lend books", "", empty, "Begun"), "By when?"))
    assert on(reading) == [("actions", 1, "timescale", "By when?")]


def test_a_comment_on_the_aim_is_on_the_aim(tmp_path: Path) -> None:
    aim = raw(begun(0), run("Priority 1: Borrowing is easy"), ended(0))
    body = aim + table(HEADER, row("Lend tools", "Team", "May 2027", ""))
    assert on(read(paper(tmp_path, body, "Is it?"))) == [("aims", 0, "text", "Is it?")]


def test_a_comment_at_words_that_were_not_taken_is_on_what_is_next_to_them(tmp_path: Path) -> None:
    body = two_actions("Lend books", "Team", "June 2027", "") + raw(
        run("Costs to be met"), reference("comment", 0)
    )
    reading = read(paper(tmp_path, body, "Are they?"))
    assert on(reading) == [("actions", 1, "", "Are they?")]
    assert shown(reading) == [("text", "after 1.2", "Costs to be met")]


def test_a_comment_in_the_report_is_on_its_paragraph_and_on_a_heading_on_what_follows(
    tmp_path: Path,
) -> None:
    heading = raw(begun(2), run("4.0 MAIN TEXT"), ended(2))
    body = "".join(
        (
            raw(run("REPORT TO: "), begun(0), run("Children Committee"), ended(0)),
            para("1.0 RECOMMENDATIONS"),
            raw(begun(1), run("It is recommended that the Committee note the plan."), ended(1)),
            heading,
            para("Tools are lent to every house."),
        )
    )
    reading = read(paper(tmp_path, body, "Which?", "Only note?", "Shorter, please"))
    passages = reading.outline.report.passages
    (main,) = (n for n, one in enumerate(passages) if one.section == "main-text")
    assert on(reading)[0] == ("report", 0, "committee", "Which?")
    assert on(reading)[2] == ("passages", main, "", "Shorter, please")
    assert [text for _, _, _, text in on(reading)] == ["Which?", "Only note?", "Shorter, please"]


def test_a_comment_in_a_form_is_on_its_question_or_on_the_whole_form(tmp_path: Path) -> None:
    form = form_named("dundee-eqia-2016")
    description, outcome = (
        found for name in ("description", "outcome") if (found := form.field(name))
    )
    body = "".join(
        (
            raw(begun(0), run("EQUALITY IMPACT ASSESSMENT TOOL"), ended(0)),
            table(row(description.asks, commented("Lend tools", 1))),
            table(row(commented(outcome.asks, 2), "Fewer sheds")),
            raw(begun(3), run("A line of no question"), ended(3)),
        )
    )
    reading = read(paper(tmp_path, body, "Old form?", "To whom?", "Whose?", "What is it?"))
    assert on(reading) == [
        ("assessments", 0, "", "Old form?"),
        ("assessments", 0, description.question, "To whom?"),
        ("assessments", 0, outcome.question, "Whose?"),
        ("assessments", 0, "", "What is it?"),
    ]


def test_a_comment_on_a_label_of_the_header_is_on_the_line_beside_it(tmp_path: Path) -> None:
    header = table(row(commented("Report to:", 0), "Children Committee"))
    body = header + para("1.0 RECOMMENDATIONS") + para("That the Committee note the plan.")
    reading = read(paper(tmp_path, body, "Not the sub-committee?"))
    assert on(reading) == [("report", 0, "committee", "Not the sub-committee?")]


def test_a_comment_on_a_cell_beside_the_aim_of_its_row_is_on_the_action(tmp_path: Path) -> None:
    header = row("Aim", "Actions", "Lead", "Timescale")
    first = row("Borrowing is easy", "Lend tools", cell(raw(begun(0), ended(0))), "May 2027")
    body = table(header, first, row("Borrowing is easy", "Lend books", "Team", "June 2027"))
    assert on(read(paper(tmp_path, body, "Who?"))) == [("actions", 0, "leads", "Who?")]


def test_a_comment_on_nothing_that_is_shown_is_on_the_plan(tmp_path: Path) -> None:
    body = two_actions("Lend books", "Team", "June 2027", "")
    reading = read(paper(tmp_path, body, "Where was this?"))
    assert reading.outline.comments == (CommentOutline("Where was this?"),)
    assert reading.cases[0].place == "in the file"


def test_a_comment_on_a_footnote_is_on_the_field_of_the_footnote(tmp_path: Path) -> None:
    inner = raw(begun(0), run("Subject to the grant"), ended(0))
    notes = part("footnote", note("footnote", 2, inner))
    cited = cell(raw(run("June 2027"), reference("footnote", 2)))
    path = paper(tmp_path, two_actions("Lend books", "", cited, ""), "Which grant?", **notes)
    reading = read(path)
    assert on(reading) == [("actions", 1, "timescale", "Which grant?")]
    assert [kind for kind, _, _ in shown(reading)] == ["footnote"]


def test_paragraphs_of_a_comment_are_lines_and_no_author_is_told(tmp_path: Path) -> None:
    said = note("comment", 0, "Who pays?", "And when?", author="A. Person", initials="AP")
    body = two_actions("Lend books", commented("Team", 0), "June 2027", "")
    reading = read(docx_of(tmp_path, body, extra=part("comment", said)))
    assert on(reading) == [("actions", 1, "leads", "Who pays?\nAnd when?")]
    assert "Person" not in repr(reading.outline)


def thread(*pairs: tuple[str, str]) -> dict[str, str]:
    """Return the part that says which comment is a reply to which, by their paragraphs."""
    said = "".join(
        f'<w15:commentEx w15:paraId="{one}" w15:paraIdParent="{above}"/>' for one, above in pairs
    )
    return {"commentsExtended": f"<w15:commentsEx {SPACES}>{said}</w15:commentsEx>"}


def told(number: int, paragraph: str, text: str) -> str:
    return note("comment", number, f'<w:p w14:paraId="{paragraph}">{run(text)}</w:p>')


def test_replies_are_read_below_their_comment_in_order(tmp_path: Path) -> None:
    marks = (begun(0), begun(1), begun(2), begun(3), run("June 2027"), *map(ended, range(4)))
    said = (
        told(0, "0A", "Which June?"),
        told(1, "0B", "Another matter"),
        told(2, "0C", "The next one"),
        told(3, "0D", "Thank you"),
    )
    threads = thread(("0A", ""), ("0B", ""), ("0C", "0A"), ("0D", "0A"))
    body = two_actions("Lend books", "", cell(raw(*marks)), "")
    reading = read(docx_of(tmp_path, body, extra=part("comment", *said) | threads))
    assert [text for _, _, _, text in on(reading)] == [
        "Which June?\nThe next one\nThank you",
        "Another matter",
    ]


def test_a_reply_that_is_referred_to_first_and_one_to_itself_lose_no_word(tmp_path: Path) -> None:
    marks = (reference("comment", 1), run("June 2027"), reference("comment", 0))
    said = (told(0, "0A", "Which June?"), told(1, "0B", "The next"), told(2, "0C", "To myself"))
    threads = thread(("0A", ""), ("0B", "0A"), ("0C", "0C"), ("0D", "0E"))
    body = two_actions("Lend books", "", cell(raw(*marks)), "")
    reading = read(docx_of(tmp_path, body, extra=part("comment", *said) | threads))
    assert [text for _, _, _, text in on(reading)] == ["Which June?\nThe next", "To myself"]


def test_a_reply_to_a_reply_is_of_the_same_thread_and_a_ring_of_them_loses_none(
    tmp_path: Path,
) -> None:
    marks = (run("June 2027"), *(reference("comment", number) for number in range(5)))
    said = (told(n, f"0{n}", text) for n, text in enumerate(("a", "b", "c", "d", "e")))
    threads = thread(("01", "00"), ("02", "01"), ("03", "04"), ("04", "03"))
    body = two_actions("Lend books", "", cell(raw(*marks)), "")
    reading = read(docx_of(tmp_path, body, extra=part("comment", *said) | threads))
    texts = [text for _, _, _, text in on(reading)]
    assert texts[0] == "a\nb\nc"
    assert sorted("".join(texts[1:]).replace("\n", "")) == ["d", "e"]


def test_a_comment_without_words_is_none(tmp_path: Path) -> None:
    reading = read(paper(tmp_path, two_actions(commented("Lend", 0), "", "June", ""), ""))
    assert (reading.outline.comments, reading.cases) == ((), ())


@pytest.mark.parametrize("decisions", [NOTHING_DECIDED, LEAVE])
def test_a_file_that_is_no_paper_is_made_none_by_its_comments(
    tmp_path: Path, decisions: Decisions
) -> None:
    path = paper(tmp_path, raw(begun(0), run("Dear friend"), ended(0)), "How kind")
    with pytest.raises(NoPlanFoundError):
        read_paper(path, FORM, FORMS, decisions=decisions)
    account = account_of_file(path, FORM, FORMS, decisions=decisions)
    assert [one.text for one in account.not_taken] == ["Dear friend", "How kind"]


@pytest.mark.parametrize("done", ["1", "true"])
def test_a_comment_that_is_marked_as_resolved_needs_no_answer(tmp_path: Path, done: str) -> None:
    marks = (begun(0), begun(1), begun(2), run("June 2027"), *map(ended, range(3)))
    said = (told(0, "0A", "Which June?"), told(1, "0B", "Why?"), told(2, "0C", "The next"))
    threads = "".join(
        f'<w15:commentEx w15:paraId="{one}" w15:paraIdParent="{above}" w15:done="{is_done}"/>'
        for one, above, is_done in (("0A", "", done), ("0B", "", "0"), ("0C", "0A", "0"))
    )
    extended = {"commentsExtended": f"<w15:commentsEx {SPACES}>{threads}</w15:commentsEx>"}
    body = two_actions("Lend books", "", cell(raw(*marks)), "")
    reading = read(docx_of(tmp_path, body, extra=part("comment", *said) | extended))
    assert [(one.text, one.is_resolved) for one in reading.outline.comments] == [
        ("Which June?\nThe next", True),
        ("Why?", False),
    ]
    assert [became(case) for case in reading.cases] == [
        "kept with the plan, answered",
        "kept with the plan, to be answered",
    ]
    (decided,) = decided_in_words(reading.cases)
    assert decided.said == "2 comments: kept with the plan, 1 of them to be answered"
