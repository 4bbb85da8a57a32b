"""Reading a paper in the window: what was found, what was not, and what the officer says of it."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.errors import ImportRefusedError
from desk.exporting import Export
from desk.importing import WordPaper, column_meaning, read_word_paper
from plan.council import DEFAULT_FORMAT
from plan.council.format import format_named
from plan.model.outline import AppendixOutline, PlanOutline, ReportOutline, built_plan
from store.places import formats_folder
from tests.importers.word_files import SPACES, cell, docx_of, para, raw, row, run, table
from tests.tui.printed_papers import NUMBER, PAPER
from tests.tui.window import NARROW, WIDE, at_rest, plandesk, press, said, screen, shown, until
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.import_preview import ImportPreview, OneByOne, outline_lines
from tui.widgets.row_list import RowList

FORM = format_named(DEFAULT_FORMAT)


def paper_of(path: Path, *rows: tuple[str, ...]) -> Path:
    """Make a Word file with a table of these rows."""
    return docx_of(path, table(*(row(*(cell(para(text)) for text in one)) for one in rows)))


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    return paper_of(
        tmp_path / "odd.docx",
        ("Actions", "Timescale", "Lead(s)", "Wer", "Budget"),
        ("Publish a guide", "June 2017", "Team", "Social work", "£5"),
    )


async def preview(pilot: Pilot[None], paper: WordPaper, made: list[WordPaper | None]) -> None:
    """Show a paper that was read; what becomes of it goes to `made`."""
    pilot.app.push_screen(ImportPreview(paper), made.append)
    await until(pilot, lambda: paper.summary[:30] in shown(pilot))


async def choose(pilot: Pilot[None], words: str, downs: int) -> None:
    """Wait for a choice that asks for `words`, and take the row so many below the first."""
    await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
    await until(pilot, lambda: words in " ".join(shown(pilot).split()))
    await press(pilot, *["down"] * downs, "enter")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_paper_says_everything_that_was_found_in_it(
    size: tuple[int, int], tmp_path: Path
) -> None:
    plan = built_plan(PAPER, DEFAULT_FORMAT)
    whole, *_ = Export(plan, "Small", "pack", tmp_path).write()
    async with plandesk(size=size) as pilot:
        made: list[WordPaper | None] = []
        await preview(pilot, read_word_paper(whole.path), made)
        assert "3 aims and 4 actions, the report with 3 paragraphs, 1 assessment" in " ".join(
            shown(pilot).replace("│", " ").split()
        )
        await press(pilot, "enter")
        await until(pilot, lambda: made)
    assert made[0] is not None
    assert made[0].made().report.number == NUMBER


async def test_what_was_not_taken_is_said_once(tmp_path: Path) -> None:
    comment = f'<w:comment w:id="1">{para("Who pays?")}</w:comment>'
    note = f'<w:footnote w:id="2">{para("Subject to the grant")}</w:footnote>'
    picture = "<w:r><w:drawing/></w:r>"
    marks = '<w:r><w:commentReference w:id="1"/><w:footnoteReference w:id="2"/></w:r>'
    rows = (("Actions", "Timescale", "Lead(s)"), ("Publish a guide", "June 2017", "Team"))
    cells = (row(*(cell(para(text)) for text in one)) for one in rows)
    extra = {
        "comments": f"<w:comments {SPACES}>{comment}</w:comments>",
        "footnotes": f"<w:footnotes {SPACES}>{note}</w:footnotes>",
    }
    body = table(*cells) + raw(run("It ends here."), marks, picture)
    paper = read_word_paper(docx_of(tmp_path / "paper.docx", body, extra=extra))
    assert paper.listed
    assert paper.listed < set(paper.remarks)
    async with plandesk(size=WIDE) as pilot:
        await preview(pilot, paper, [])
        words = " ".join(shown(pilot).replace("│", " ").split())
        assert "1 picture" in words
        for once in ("It ends here.", "Subject to the grant"):
            assert words.count(once) == 1
        for remark in paper.listed:
            assert remark not in words


def test_the_outline_names_the_report_the_plan_and_the_assessments() -> None:
    appendices = (
        AppendixOutline("plan"),
        AppendixOutline("file", file="inspection.pdf"),
        AppendixOutline("progress"),
    )
    outline = PlanOutline(
        PAPER.title,
        aims=PAPER.aims,
        report=ReportOutline(number=NUMBER, passages=PAPER.report.passages, appendices=appendices),
        assessments=PAPER.assessments,
    )
    lines = [str(line) for line in outline_lines(outline, FORM)]
    for words in (
        "Number: 299-2016",
        "2 Recommendations: 1 paragraph",
        "3 Financial implications: nothing",
        "The plan: Children's services",
        "1.1 Publish one guide for families.",
        "Appendix 2: a file of its own, inspection.pdf",
        "Appendix 3: “How the actions stand”, drawn up from the plan",
        "An equality impact assessment: 2 answers",
    ):
        assert words in lines


def test_of_a_plan_alone_no_report_is_told() -> None:
    lines = [str(line) for line in outline_lines(PlanOutline("Plan"), FORM)]
    assert lines == ["The plan: Plan"]


@pytest.mark.slow
async def test_what_a_column_is_can_be_said_and_the_paper_is_read_again(odd: Path) -> None:
    async with plandesk(size=NARROW) as pilot:
        made: list[WordPaper | None] = []
        await preview(pilot, read_word_paper(odd), made)
        assert "The column “Wer” was not understood" in shown(pilot)
        await press(pilot, "c")
        await choose(pilot, "Which column", 0)
        await choose(pilot, "“Social work”. What is it?", 3)
        await until(pilot, lambda: "“Wer” was not understood" not in shown(pilot))
        await press(pilot, "c")
        await choose(pilot, "Which column", 0)
        await choose(pilot, "“£5”. What is it?", 8)
        await until(pilot, lambda: "“Budget” was not understood" not in shown(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: made)
    assert made[0] is not None
    (action,) = made[0].made().actions
    assert action.indicators == ("Social work",)


async def test_what_was_said_of_a_column_can_be_said_anew(odd: Path) -> None:
    async with plandesk(size=WIDE) as pilot:
        paper = read_word_paper(odd, {"Wer": "indicators", "Budget": None})
        await preview(pilot, paper, [])
        await press(pilot, "c")
        await until(pilot, lambda: "“Wer”: Indicators" in shown(pilot))
        await choose(pilot, "“Budget”: Leave it out", 1)
        await choose(pilot, "What is it?", 7)
        await until(pilot, lambda: "1 progress note" in shown(pilot))


@pytest.mark.slow
async def test_a_choice_that_is_left_changes_nothing(odd: Path) -> None:
    async with plandesk(size=WIDE) as pilot:
        await preview(pilot, read_word_paper(odd), [])
        before = screen(pilot.app)
        for keys in (("c", "escape"), ("c", "enter", "escape")):
            for key in keys:
                await press(pilot, key)
            await until(pilot, lambda: isinstance(pilot.app.screen, ImportPreview))
            assert screen(pilot.app) == before


@pytest.mark.slow
async def test_a_file_that_goes_away_meanwhile_is_said(odd: Path) -> None:
    async with plandesk(size=WIDE) as pilot:
        await preview(pilot, read_word_paper(odd), [])
        odd.unlink()
        await press(pilot, "c", "enter")
        await choose(pilot, "What is it?", 0)
        await until(pilot, lambda: "odd.docx" in said(pilot))
        assert "The column “Wer” was not understood" in shown(pilot)


@pytest.mark.slow
async def test_a_plan_behind_unknown_headings_is_found_once_they_are_named(tmp_path: Path) -> None:
    path = paper_of(
        tmp_path / "foreign.docx", ("Actions", "Wer", "Wann"), ("Publish", "Team", "June 2017")
    )
    async with plandesk(size=WIDE) as pilot:
        made: list[WordPaper | None] = []
        await preview(pilot, read_word_paper(path), made)
        assert "none with the actions of a plan" in " ".join(shown(pilot).split())
        await press(pilot, "enter")
        assert made == []
        for downs in (4, 5):
            await press(pilot, "c")
            await choose(pilot, "Which column", 0)
            await choose(pilot, "What is it?", downs)
            await until(pilot, lambda: isinstance(pilot.app.screen, ImportPreview))
            await at_rest(pilot)
        await until(pilot, lambda: "1 aim and 1 action" in shown(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: made)
    assert made[0] is not None
    (action,) = made[0].made().actions
    assert (action.leads, action.timescale) == (("Team",), "June 2017")


CROSSED_OUT = "<w:strike/>"


@pytest.fixture
def struck(tmp_path: Path) -> Path:
    """A paper with two dates that are crossed out, the second of them within a row."""
    dates = [
        f"<w:tc>{raw(run(gone, CROSSED_OUT), run(now))}</w:tc>"
        for gone, now in (("May 2026", " June 2027"), ("July 2026", " August 2027"))
    ]
    return docx_of(
        tmp_path / "struck.docx",
        para("Priority 1: Borrowing")
        + table(
            row(*(cell(para(text)) for text in ("Actions", "Lead(s)", "Timescale"))),
            row(cell(para("Lend tools")), cell(para("Team")), dates[0]),
            row(cell(para("Lend books")), cell(para("Library")), dates[1]),
        ),
    )


def dates_of(paper: WordPaper) -> list[str]:
    return [action.timescale for action in paper.made().actions]


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_one_key_decides_of_everything_of_a_kind(size: tuple[int, int], struck: Path) -> None:
    async with plandesk(size=size) as pilot:
        made: list[WordPaper | None] = []
        await preview(pilot, read_word_paper(struck), made)
        assert "2 pieces of struck text: left out (s takes them)" in one_line(pilot)
        assert "s: struck text" in one_line(pilot)
        await press(pilot, "m")
        assert "2 pieces of struck text: left out (s takes them)" in one_line(pilot)
        await press(pilot, "s")
        await until(pilot, lambda: "struck text: taken (s leaves them out)" in one_line(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: made)
    assert made[0] is not None
    assert dates_of(made[0]) == ["May 2026 June 2027", "July 2026 August 2027"]


@pytest.mark.slow
async def test_each_case_can_be_decided_by_itself(struck: Path) -> None:
    async with plandesk(size=WIDE) as pilot:
        made: list[WordPaper | None] = []
        await preview(pilot, read_word_paper(struck), made)
        await press(pilot, "d")
        await choose(pilot, "“July 2026”", 1)
        await until(pilot, lambda: "Struck text in 1.2, Timescale, taken" in screen(pilot.app))
        assert isinstance(pilot.app.screen, OneByOne)
        assert pilot.app.screen.query_one(RowList).highlighted == 1
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ImportPreview))
        assert "2 pieces of struck text: 1 left out, 1 taken (s takes them)" in one_line(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: made)
    assert made[0] is not None
    assert dates_of(made[0]) == ["June 2027", "July 2026 August 2027"]


async def test_what_is_not_there_is_not_asked(odd: Path) -> None:
    async with plandesk(size=WIDE) as pilot:
        await preview(pilot, read_word_paper(odd), [])
        before = screen(pilot.app)
        for key in ("s", "m", "n", "o", "l", "d"):
            await press(pilot, key)
        assert screen(pilot.app) == before


def one_line(pilot: Pilot[None]) -> str:
    return " ".join(shown(pilot).replace("│", " ").split())


@pytest.mark.parametrize("typed", ["Heading", "=leads", "Heading=", "Heading=colour"])
def test_what_a_column_is_said_to_be_must_be_a_field(typed: str) -> None:
    with pytest.raises(ValueError, match=r"Heading=field|there is no field"):
        column_meaning(typed, FORM)


def test_a_heading_may_hold_the_sign_itself() -> None:
    assert column_meaning("Cost = £ = leads", FORM) == ("Cost = £", "leads")
    assert column_meaning("Cost=out", FORM) == ("Cost", None)


def test_a_format_that_cannot_be_used_is_said(odd: Path) -> None:
    formats_folder().mkdir(parents=True)
    (formats_folder() / "dundee-2016.toml").write_text("id = ", encoding="utf-8")
    with pytest.raises(ImportRefusedError, match=r"odd.docx was not read: .* is not TOML"):
        read_word_paper(odd)


async def test_the_first_line_counts_the_words_and_the_list_has_each_that_was_not_taken(
    odd: Path,
) -> None:
    async with plandesk(size=WIDE) as pilot:
        await preview(pilot, read_word_paper(odd, {"Wer": None, "Budget": None}), [])
        text = " ".join(shown(pilot).replace("│", " ").split())
        assert "15 words: 6 taken, 6 labels, 3 to look at. odd.docx: 1 aim" in text
        assert "Not taken:" in text
        assert "Cell beside 1.1, Wer: Social work" in text
        assert "Cell beside 1.1, Budget: £5" in text
        assert "Say what “Budget” holds" in text


@pytest.mark.slow
async def test_the_list_of_cases_is_as_high_as_its_window_lets_it_be(tmp_path: Path) -> None:
    actions = (
        row(f"Lend {n}", cell(raw(run(f"Team {n}", "<w:strike/>"))), "May") for n in range(60)
    )
    body = table(row("Actions", "Lead", "Timescale"), *actions)
    path = docx_of(tmp_path / "many.docx", para("Priority 1: Borrowing") + body)
    seen: list[int] = []
    for size in (NARROW, (120, 40)):
        async with plandesk(size=size) as pilot:
            await preview(pilot, read_word_paper(path), [])
            await press(pilot, "d")
            await until(pilot, lambda: isinstance(pilot.app.screen, OneByOne))
            await at_rest(pilot)
            seen.append(screen(pilot.app).count("Lead, left out: "))
    assert seen == [16, 31]  # nine tenths of the window, without frame, question and line
