"""The preview: the papers as they will be, page by page, as the plan is now."""

from threading import Event

import pytest
from textual.pilot import Pilot
from textual.strip import Strip

from desk.shown_papers import ShownPaper
from plan.changes import edits
from plan.model.outline import AssessmentOutline, PlanOutline, built_plan
from plan.papers.linear_paragraphs import Line
from sample_data.sample import large_outline
from store.places import formats_folder, plans_folder
from store.plan_file import PlanFile
from tests.plan.councils import (
    GLENSHIRE,
    GLENSHIRE_FORM,
    glenshire,
    glenshire_form,
    put_glenshire_in,
)
from tests.tui.printed_papers import PAPER
from tests.tui.window import (
    MADE_AT,
    NARROW,
    PATIENCE,
    SMALL,
    WIDE,
    app_of,
    at_rest,
    notices_gone,
    on_disk,
    plan_of,
    plandesk,
    press,
    resize,
    said,
    shown,
    until,
)
from tui.dialogs.export import ExportDialog
from tui.views.preview.preview_view import PreviewView
from tui.widgets.row_list import RowList


def preview(pilot: Pilot[None]) -> PreviewView:
    return app_of(pilot).body.query_one(PreviewView)


async def go_to_preview(pilot: Pilot[None]) -> PreviewView:
    """Show the preview, and wait until there is something to read in it."""
    await press(pilot, "6")
    await until(pilot, lambda: app_of(pilot).view is not None and preview(pilot).pages.has_lines)
    return preview(pilot)


async def read(pilot: Pilot[None], key: str, words: str) -> None:
    await press(pilot, key)
    await until(pilot, lambda: words in shown(pilot))


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_each_paper_is_read_by_its_key(size: tuple[int, int]) -> None:
    async with plandesk(on_disk(PAPER), size=size) as pilot:
        await go_to_preview(pilot)
        assert "REPORT NO:  299-2016" in shown(pilot)
        is_drawn = size == WIDE
        await read(pilot, "p", "│ Publish one guide" if is_drawn else "Actions: Publish one guide")
        await read(pilot, "a", "EQUALITY IMPACT ASSESSMENT TOOL")
        await read(pilot, "k", "REPORT NO:  299-2016")
        await read(pilot, "r", "▸r Report◂")


async def test_the_papers_follow_one_another() -> None:
    async with plandesk(on_disk(PAPER), size=WIDE) as pilot:
        view = await go_to_preview(pilot)
        kinds = []
        for key in ("tab", "right", "tab", "tab", "shift+tab", "left"):
            await press(pilot, key)
            kinds.append(view.document)
    assert kinds == ["plan", "assessment", "pack", "report", "pack", "assessment"]


async def test_the_key_of_the_assessment_goes_from_one_to_the_next() -> None:
    two = (*PAPER.assessments, AssessmentOutline("dundee-eqia-2016"))
    outline = PlanOutline("Plan", assessments=two)
    async with plandesk(on_disk(outline), size=WIDE) as pilot:
        await go_to_preview(pilot)
        await read(pilot, "a", "▸a Equality Impact Assessment◂")
        await read(pilot, "a", "▸a Equality Impact Assessment 2◂")
        await read(pilot, "a", "▸a Equality Impact Assessment◂")


async def test_an_assessment_that_is_not_there_is_said() -> None:
    async with plandesk(on_disk(SMALL)) as pilot:
        await go_to_preview(pilot)
        await press(pilot, "a")
        assert "no equality impact assessment yet" in said(pilot)
        assert preview(pilot).document == "report"


async def test_pages_are_turned_and_counted() -> None:
    async with plandesk(on_disk(PAPER), size=NARROW) as pilot:
        view = await go_to_preview(pilot)
        await read(pilot, "k", "Committee paper ─")
        pages = view.pages.pages
        await read(pilot, "pagedown", f"screen 2 of {pages}")
        await read(pilot, "space", f"screen 3 of {pages}")
        await read(pilot, "pageup", f"screen 2 of {pages}")
        await read(pilot, "end", f"screen {pages} of {pages}")
        await press(pilot, "pagedown", "down")
        assert view.pages.page == pages
        await read(pilot, "home", f"screen 1 of {pages}")
        await press(pilot, "up", "pageup")
        assert view.pages.first_line == 0
        await press(pilot, "down", "down", "up")
        assert view.pages.first_line == 1


async def test_every_page_together_is_the_whole_paper() -> None:
    async with plandesk(on_disk(PAPER), size=NARROW) as pilot:
        view = await go_to_preview(pilot)
        await read(pilot, "p", "Ref: 1.1")
        pages = [view.pages.text_of_screen()]
        while view.pages.page < view.pages.pages:
            await press(pilot, "pagedown")
            pages.append(view.pages.text_of_screen())
    lines = "\n".join(pages).split("\n")
    for ref in ("1.1", "1.2", "1.3", "2.1"):
        assert lines.count(f"Ref: {ref}") == 1


async def test_the_page_is_the_same_after_another_paper_was_read() -> None:
    async with plandesk(on_disk(PAPER), size=NARROW) as pilot:
        view = await go_to_preview(pilot)
        await read(pilot, "k", "Committee paper ─")
        await press(pilot, "pagedown", "pagedown")
        await read(pilot, "p", "Ref: 1.1")
        assert view.pages.page == 1
        await read(pilot, "k", "screen 3 of")


@pytest.mark.slow
async def test_an_edit_and_its_undoing_are_seen() -> None:
    async with plandesk(on_disk(PAPER)) as pilot:
        await go_to_preview(pilot)
        await press(pilot, "1")
        plan = plan_of(pilot)
        session = app_of(pilot).session
        assert session is not None
        session.make(edits.set_report_field(plan, "number", "301-2016", name="number"))
        await read(pilot, "6", "REPORT NO:  301-2016")
        await read(pilot, "u", "REPORT NO:  299-2016")
        assert preview(pilot).display
        await read(pilot, "y", "REPORT NO:  301-2016")


async def test_the_page_that_is_read_is_kept_over_an_undo() -> None:
    async with plandesk(on_disk(PAPER), size=NARROW) as pilot:
        session = app_of(pilot).session
        assert session is not None
        change = edits.set_report_field(session.plan, "number", "301-2016", name="number")
        session.make(change)
        view = await go_to_preview(pilot)
        await press(pilot, "pagedown")
        first = view.pages.first_line
        await read(pilot, "u", "Edit number")
        await until(pilot, lambda: "299-2016" in "".join(line.text for line in view.pages._lines))
        assert view.pages.first_line == first > 0
        await press(pilot, "down", "pagedown")
        assert view.pages.first_line >= first, "going on leads nowhere back"


@pytest.mark.parametrize("keys", [["pagedown"], ["end"], ["pagedown", "down"]])
@pytest.mark.slow
async def test_the_page_that_is_read_stays_while_something_is_said(keys: list[str]) -> None:
    async with plandesk(on_disk(PAPER), size=NARROW) as pilot:
        view = await go_to_preview(pilot)
        await press(pilot, *keys)
        first = view.pages.first_line
        assert first > 0
        height = view.pages.page_height
        app_of(pilot).say("Something was done.")
        await until(pilot, lambda: "Something was done." in shown(pilot))
        assert view.pages.page_height == height - 1
        assert view.pages.first_line == first
        await notices_gone(pilot)
        assert view.pages.page_height == height
        assert view.pages.first_line == first


async def test_a_narrower_window_breaks_the_lines_anew() -> None:
    async with plandesk(on_disk(PAPER), size=WIDE) as pilot:
        view = await go_to_preview(pilot)
        await resize(pilot, 60, 24)
        await until(pilot, lambda: view.pages.text_width == 56)
        await until(pilot, lambda: max(len(line.text) for line in view.pages._lines) <= 56)


async def test_a_page_is_copied() -> None:
    async with plandesk(on_disk(PAPER)) as pilot:
        await go_to_preview(pilot)
        await press(pilot, "c")
        assert "REPORT NO:  299-2016" in pilot.app.clipboard


@pytest.mark.slow
async def test_export_offers_what_is_read() -> None:
    async with plandesk(on_disk(PAPER)) as pilot:
        await go_to_preview(pilot)
        await read(pilot, "a", "TOOL")
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
        assert pilot.app.screen.query_one(RowList).current == "assessment"


async def test_the_officer_comes_back_to_the_page_that_was_left() -> None:
    path = on_disk(PAPER)
    async with plandesk(path, size=NARROW) as pilot:
        await go_to_preview(pilot)
        await read(pilot, "k", "Committee paper ─")
        await read(pilot, "pagedown", "screen 2 of")
        await press(pilot, "ctrl+q")
        await until(pilot, lambda: app_of(pilot)._exit)
    async with plandesk(size=NARROW) as pilot:
        await until(pilot, lambda: "screen 2 of" in shown(pilot))
        assert preview(pilot).document == "pack"


async def test_another_council_reads_its_own_paper() -> None:
    put_glenshire_in(formats_folder())
    path = plans_folder() / "Glenshire.plan.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    outline = PlanOutline("Plan", assessments=(AssessmentOutline(GLENSHIRE_FORM),))
    plan = built_plan(outline, GLENSHIRE)
    PlanFile.create(path, plan, label="Made", who="", now=MADE_AT)
    async with plandesk(path, size=WIDE) as pilot:
        await go_to_preview(pilot)
        for section in glenshire().report.sections:
            assert section.heading in shown(pilot)
        await read(pilot, "a", glenshire_form().parts[0].heading)


async def test_a_format_that_cannot_be_used_is_said_in_the_place_of_the_paper() -> None:
    path = on_disk(PAPER)
    async with plandesk(path) as pilot:
        own = formats_folder() / "dundee-2016.toml"
        own.parent.mkdir(parents=True)
        own.write_text("id = ", encoding="utf-8")
        await press(pilot, "6")
        await until(pilot, lambda: "the council's format cannot be used" in shown(pilot))
        assert "dundee-2016.toml" in shown(pilot).replace("\n", "")


@pytest.mark.slow
async def test_keys_are_not_kept_waiting_while_a_large_plan_is_laid_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    goes_on = Event()
    laid_out = ShownPaper.laid_out

    def slowly(paper: ShownPaper, width: int, table_width: int) -> tuple[Line, ...]:
        assert goes_on.wait(PATIENCE)
        return laid_out(paper, width, table_width=table_width)

    async with plandesk(on_disk(large_outline(1_000)), size=NARROW) as pilot:
        view = await go_to_preview(pilot)
        monkeypatch.setattr(ShownPaper, "laid_out", slowly)
        await pilot.press("k")
        here = view._current
        await pilot.press("tab")
        assert view._current != here, "the key has been done while no page is there yet"
        await pilot.press("shift+tab")
        goes_on.set()
        await at_rest(pilot)
        assert view.pages.pages > 500


@pytest.mark.slow
async def test_turning_the_pages_of_a_large_plan_paints_only_what_is_on_the_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with plandesk(on_disk(large_outline(1_000)), size=NARROW) as pilot:
        view = await go_to_preview(pilot)
        await press(pilot, "k")
        painted: list[int] = []
        rendered = view.pages.render_line

        def render_line(y: int) -> Strip:
            painted.append(y)
            return rendered(y)

        monkeypatch.setattr(view.pages, "render_line", render_line)
        await press(pilot, *["pagedown"] * 5)
        assert view.pages.page == 6
        assert 0 < len(painted) <= 5 * 2 * view.pages.page_height
