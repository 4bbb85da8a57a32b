"""Key t: where the plan answers the inspection report, each page a step from its actions."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from desk.checking import checked, found_now
from desk.session import PlanSession
from plan.changes.edits import set_action_field
from plan.changes.edits.fields import set_source_field
from plan.council.format import FormatError
from plan.model.outline import AssessmentOutline
from store.plan_file import PlanFile
from tests.plan.checks.sound import AIMS, OUTLINE, TODAY, action, passage
from tests.tui.window import (
    NARROW,
    WIDE,
    app_of,
    at_rest,
    cursor_ref,
    on_disk,
    on_list,
    plan_of,
    plandesk,
    press,
    said,
    shown,
    until,
    view_of,
)
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.trace import TraceDialog
from tui.views.report.report_view import ReportView

CONTENTS = """\
8-11 Key performance outcomes
12-16 Impact on children and young people
17-19 Impact on families"""


@pytest.fixture
def traced() -> Path:
    path = on_disk(action(2, pages="Pages 18, 19")(OUTLINE))
    plan = PlanFile.open(path).plan
    PlanFile.open(path).save(set_source_field(plan, "contents", CONTENTS))
    return path


@asynccontextmanager
async def looked_at(path: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[None]]:
    """Open plandesk on a plan, and yield it once the checks have looked at that."""
    async with plandesk(path, size=size) as pilot:
        session = app_of(pilot).session
        assert session is not None
        await until(pilot, lambda: session.findings_of is not None)
        yield pilot


async def matrix(pilot: Pilot[None]) -> TraceDialog:
    await press(pilot, "t")
    await until(pilot, lambda: isinstance(pilot.app.screen, TraceDialog))
    dialog = pilot.app.screen
    assert isinstance(dialog, TraceDialog)
    await until(pilot, lambda: dialog.query_one(OptionList).has_focus)
    return dialog


async def go_to_line(pilot: Pilot[None], dialog: TraceDialog, begins: str) -> None:
    """Put the cursor on the line that begins so, and press Enter."""
    texts = [one.text.strip() for one in dialog._lines]
    found = next(n for n, text in enumerate(texts) if text.startswith(begins))
    dialog.query_one(OptionList).highlighted = found
    await at_rest(pilot)
    await press(pilot, "enter")


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=str)
async def test_t_shows_what_is_wrong_and_then_the_pages(
    traced: Path, size: tuple[int, int]
) -> None:
    async with looked_at(traced, size=size) as pilot:
        await matrix(pilot)
        assert "Pages that no action names" in shown(pilot)
        await press(pilot, "end")
        await until(pilot, lambda: "19  2.1" in shown(pilot))
        await press(pilot, "escape")
        await until(pilot, lambda: len(pilot.app.screen_stack) == 1)
        assert cursor_ref(pilot) == "1.1"


async def test_a_page_of_one_action_goes_there(traced: Path) -> None:
    async with looked_at(traced) as pilot:
        await go_to_line(pilot, await matrix(pilot), "19  2.1")
        await until(pilot, lambda: cursor_ref(pilot) == "2.1")
        await until(pilot, lambda: on_list(pilot, "actions").has_focus)


@pytest.mark.slow
async def test_it_opens_again_where_it_was_left(traced: Path) -> None:
    async with looked_at(traced) as pilot:
        first = await matrix(pilot)
        at_first = first.at
        await go_to_line(pilot, first, "19  2.1")
        await until(pilot, lambda: cursor_ref(pilot) == "2.1")
        again = await matrix(pilot)
        assert again.at == first.at != at_first
        await press(pilot, "escape")
        plan = plan_of(pilot)
        view_of(pilot).make(
            set_action_field(plan, plan.actions[1].id, "pages", "Page 18", name="pages")
        )
        assert (await matrix(pilot)).line.text.strip() == "19  no action names it"


@pytest.mark.slow
async def test_a_page_of_several_actions_asks_to_which(traced: Path) -> None:
    async with looked_at(traced) as pilot:
        dialog = await matrix(pilot)
        await go_to_line(pilot, dialog, "18  1.1, 2.1")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        await press(pilot, "escape")
        await until(pilot, lambda: pilot.app.screen is dialog)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        await press(pilot, "down", "enter")
        await until(pilot, lambda: cursor_ref(pilot) == "2.1")


async def test_the_line_under_the_cursor_is_told_whole_below(traced: Path) -> None:
    async with looked_at(traced) as pilot:
        dialog = await matrix(pilot)
        texts = [one.text.strip() for one in dialog._lines]
        dialog.query_one(OptionList).highlighted = texts.index("18  1.1, 2.1")
        await until(pilot, lambda: "1.1 Publish one guide to family support." in shown(pilot))
        assert "2.1 Ask children in every school for their views." in shown(pilot)


async def test_the_list_has_all_lines_that_no_details_need(traced: Path) -> None:
    async with looked_at(traced, (120, 40)) as pilot:
        dialog = await matrix(pilot)
        listed, words = dialog.query_one(OptionList), dialog.query_one("#words")
        most = max(len(one.beside) for one in dialog._lines)
        await until(pilot, lambda: words.size.height <= max(most * 2, 4))
        assert (
            listed.size.height + words.size.height + 3
            == dialog.query_one("#dialog").size.height + 2
        )


async def test_a_page_without_an_action_says_what_to_do(traced: Path) -> None:
    async with looked_at(traced) as pilot:
        dialog = await matrix(pilot)
        await go_to_line(pilot, dialog, "12  no action")
        await until(pilot, lambda: "add it to the Pages of the action" in said(pilot))
        await go_to_line(pilot, dialog, "Pages 12 to 16")
        await until(pilot, lambda: "This line leads nowhere" in said(pilot))
        assert pilot.app.screen is dialog


@pytest.mark.slow
async def test_without_contents_enter_goes_to_where_they_are_typed() -> None:
    async with looked_at(on_disk(OUTLINE)) as pilot:
        dialog = await matrix(pilot)
        assert "type its contents list under Contents" in " ".join(shown(pilot).split())
        assert "   9  1.1" in [one.text for one in dialog._lines]
        await press(pilot, "enter")
        await until(pilot, lambda: view_of(pilot).fields.border_title == "Inspection report")
        contents = [field.key for field in view_of(pilot).contents()].index("contents")
        await until(pilot, lambda: view_of(pilot).where == "fields")
        await until(pilot, lambda: view_of(pilot).fields.current == contents)


async def test_what_is_wrong_in_the_committee_report_is_gone_to_in_its_view() -> None:
    swapped = f"It names two areas:\n\n- {AIMS[1]}\n- {AIMS[0]}"
    async with looked_at(on_disk(passage("main-text", swapped, "numbered")(OUTLINE))) as pilot:
        await go_to_line(pilot, await matrix(pilot), "The report lists the aims")
        await until(pilot, lambda: isinstance(app_of(pilot).view, ReportView))


async def test_the_plan_is_traced_as_it_is_now_even_before_the_checks_have_looked() -> None:
    async with looked_at(on_disk(OUTLINE)) as pilot:
        session = app_of(pilot).session
        assert session is not None
        change = set_source_field(plan_of(pilot), "contents", CONTENTS)
        session.make(change)
        session.findings, session.findings_of = (), None
        dialog = await matrix(pilot)
        assert dialog._lines[1].text.startswith("No action names pages 8")


def test_a_form_that_cannot_be_used_does_not_keep_the_plan_from_being_traced() -> None:
    path = on_disk(replace(OUTLINE, assessments=(AssessmentOutline("no-such-form"),)))
    plan = PlanFile.open(path).plan
    PlanFile.open(path).save(set_source_field(plan, "contents", CONTENTS))
    session = PlanSession.opened(path, to_write=False)
    with pytest.raises(FormatError):
        checked(session.plan, session.council, TODAY)
    assert "P10" in [one.rule for one in found_now(session)]
    session.close()
