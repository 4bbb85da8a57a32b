"""The preview says above every page that a paper must not go out; tables of the plan are in it."""

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from plan.changes import edits
from plan.model.outline import AppendixOutline
from tests.tui.printed_papers import PAPER
from tests.tui.views.test_preview import go_to_preview, read
from tests.tui.window import NARROW, SMALL, WIDE, app_of, on_disk, plandesk, press, shown, until


def is_marked(pilot: Pilot[None]) -> bool:
    """Return whether the line above the pages says that the paper must not go out yet."""
    above, _, _ = shown(pilot).partition("╭")
    return "NOT FOR ISSUE" in above


async def test_a_paper_that_must_not_go_out_yet_says_so_above_every_page() -> None:
    async with plandesk(on_disk(PAPER), size=NARROW) as pilot:
        view = await go_to_preview(pilot)
        await until(pilot, lambda: is_marked(pilot))
        for key in ("k", "pagedown", "end", "p"):
            await press(pilot, key)
            assert is_marked(pilot)
        await read(pilot, "r", "▸r Report◂")
        await press(pilot, "c")
        assert pilot.app.clipboard.startswith("NOT FOR ISSUE\n\n")
        assert "REPORT NO:  299-2016" in pilot.app.clipboard
        assert view.pages.page == 1


@pytest.mark.slow
async def test_the_mark_goes_when_nothing_stops_the_paper_and_comes_back() -> None:
    words = "An Equality Impact Assessment has been carried out and is attached to this report."
    async with plandesk(on_disk(PAPER), size=NARROW) as pilot:
        session = app_of(pilot).session
        assert session is not None
        report_format = session.council.report
        await go_to_preview(pilot)
        await until(pilot, lambda: is_marked(pilot))
        await press(pilot, "1")
        session.make(edits.add_passage(session.plan, "policy", 0, report_format, text=words))
        await press(pilot, "6")
        await until(pilot, lambda: session.findings_of is session.plan)
        assert [one.rule for one in session.findings if one.severity == "STOP"] == []
        await until(pilot, lambda: not is_marked(pilot))
        await press(pilot, "u")
        await until(pilot, lambda: is_marked(pilot))


async def test_a_paper_that_nothing_stops_has_no_mark() -> None:
    async with plandesk(on_disk(SMALL), size=NARROW) as pilot:
        await go_to_preview(pilot)
        session = app_of(pilot).session
        assert session is not None
        assert session.findings_of is session.plan
        assert not is_marked(pilot)


async def test_what_is_drawn_up_from_the_plan_is_read_in_the_committee_paper() -> None:
    report = replace(PAPER.report, appendices=(AppendixOutline("plan"), AppendixOutline("reviews")))
    async with plandesk(on_disk(replace(PAPER, report=report)), size=WIDE) as pilot:
        view = await go_to_preview(pilot)
        await press(pilot, "k")
        await until(
            pilot,
            lambda: any("│ Overdue since" in line.text for line in view.pages._lines),
        )
        assert "—— Appendix 2 ——" in [line.text for line in view.pages._lines]
