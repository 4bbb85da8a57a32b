"""A brief is one page whatever the size of the plan: the worst few, and the rest by number."""

from dataclasses import replace
from datetime import date

import pytest

from exporters.pdf.converting import PdfMaker
from exporters.pdf.office import NoPdfError, office_here
from exporters.word.document import word_file_of
from plan.council.format import form_named, format_named
from plan.model.outline import ActionOutline, AimOutline, NoteOutline, PassageOutline, ReportOutline
from plan.model.plan import Plan
from plan.papers.blocks import Document, Table
from plan.papers.documents import Occasion, PaperSource
from plan.papers.linear import lines_of
from sample_data.sample import sample_plan
from tests.plan.strategies import plan_from, small_plan
from tests.tui.window import SMALL

FORMAT = format_named("dundee-2016")
TODAY = Occasion(date(2026, 11, 28))


def brief(plan: Plan, occasion: Occasion = TODAY) -> Document:
    (make,) = PaperSource(plan, FORMAT, form_named, occasion).makers("brief")
    return make().document


def said(plan: Plan, occasion: Occasion = TODAY) -> list[str]:
    return [line.text for line in lines_of(brief(plan, occasion))]


def tables(document: Document) -> list[list[list[str]]]:
    found = [block for block in document.blocks if isinstance(block, Table)]
    return [[[cell.text for cell in row.cells] for row in one.rows] for one in found]


def test_it_says_the_aims_how_they_stand_what_is_late_and_why_and_what_is_asked() -> None:
    asked = [PassageOutline("recommendations", "recommendation", f"approve {n}") for n in range(6)]
    report = ReportOutline(number="9-2026", committee="Families", passages=tuple(asked))
    plan = plan_from(replace(SMALL, report=report))
    aims, late = tables(brief(plan))
    assert aims[1:] == [
        ["1 Make help easy to find.", "3", "0", "2"],
        ["2 Hear children and young people.", "1", "0", "0"],
        ["3 Lead the improvement together.", "0", "0", "0"],
    ]
    assert late[1:] == [
        ["1.1", "Publish one guide for families.", "December 2016", "On track: A draft is out."],
        ["1.2", "Offer the programme in all localities.", "March 2017", "no note says why"],
    ]
    lines = said(plan)
    assert "Report 9-2026 goes to: Families." in lines[2]
    assert "4 actions: 1 “On track”, 3 with no note yet." in " ".join(lines)
    assert lines[-6:] == [
        "• approve 0",
        "• approve 1",
        "• approve 2",
        "• approve 3",
        "",
        "The report asks for 2 things more.",
    ]


def test_of_many_the_worst_few_are_told_and_all_others_counted() -> None:
    plan = sample_plan(300)
    aims, late = tables(brief(plan))
    lines = said(plan)
    others = next(line for line in lines if line.startswith("And 2"))
    assert len(aims) == 9
    assert "And 4 more aims, with 100 actions." in lines
    count = int(others.split()[1])
    assert f"{len(late) - 1 + count} are late" in " ".join(lines)
    named = others.partition("first: ")[2].partition(" and ")[0].split(", ")
    assert len(named) + int(others.split()[-2]) == count
    assert all(plan.action_at(ref) for ref in named)


def test_what_is_not_there_is_said() -> None:
    lines = said(small_plan())
    assert "The plan has no aim yet." in lines
    assert "The plan has no action yet." in lines
    assert "Nothing is." in lines
    assert "The report does not say yet." in lines
    assert "On which day is not known." in said(plan_from(SMALL), Occasion())


def test_the_bullets_of_what_is_asked_and_of_why_are_parted() -> None:
    """As `PUT TO: the board` and `the partnership` ran into one another."""
    asked = "note that it goes to:\n\n- the board in October 2016\n- the partnership in May 2017"
    report = ReportOutline(passages=(PassageOutline("recommendations", "recommendation", asked),))
    note = NoteOutline("1 June 2016", "On track", "It waits for\n\n- the draft\n- the panel")
    action = ActionOutline("Write to\n\n- A\n- B", timescale="December 2016", progress=(note,))
    plan = plan_from(replace(SMALL, aims=(AimOutline("Aim", (action,)),), report=report))
    assert said(plan)[-1] == (
        "• note that it goes to: the board in October 2016; the partnership in May 2017"
    )
    _, late = tables(brief(plan))
    assert late[1][1] == "Write to; A; B"
    assert late[1][3] == "On track: It waits for; the draft; the panel"


def test_its_page_has_the_number_that_the_plan_has() -> None:
    footers = [one.footer for one in brief(sample_plan()).sections]
    assert footers == [FORMAT.plan.footer]


def test_nobody_guesses_why_something_is_late() -> None:
    note = NoteOutline("1 May 2017", "Behind", "The post is vacant.\n\nIt is advertised.")
    action = ActionOutline("Ask.", timescale="March 2017", progress=(note,))
    _, late = tables(brief(plan_from(replace(SMALL, aims=(AimOutline("Aim", (action,)),)))))
    assert late[1][-1] == "Behind: The post is vacant. It is advertised."


@pytest.mark.slow
@pytest.mark.parametrize("actions", [1, 40, 300, 2_000])
def test_it_is_one_page_where_an_office_program_can_say_so(actions: int) -> None:
    pypdf = pytest.importorskip("pypdf")
    try:
        office = office_here()
    except NoPdfError as error:
        pytest.skip(str(error))
    from io import BytesIO

    document = replace(brief(sample_plan(actions)), mark="NOT FOR ISSUE")
    with PdfMaker(office, lambda: None) as maker:
        content = maker.pdf_of(word_file_of(document))
    assert len(pypdf.PdfReader(BytesIO(content)).pages) == 1
