"""The Checks view: what was found, a step from its place, and answered with a reason."""

from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

from desk.checking import checked
from plan.changes import edits
from plan.changes.edits import set_action_field
from plan.council.format import FormatError
from plan.model.outline import CommentOutline, PlanOutline
from tests.plan.checks.sound import OUTLINE, action, passage, report
from tests.tui.pending import wait_for_idle
from tests.tui.window import (
    NARROW,
    PATIENCE,
    WIDE,
    app_of,
    at_rest,
    cursor_ref,
    notices_gone,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    shown,
    until,
    view_of,
)
from tui.dialogs.reason import ReasonDialog
from tui.views.checks import checking
from tui.views.checks.checks_view import ChecksView
from tui.views.equality.equality_view import EqualityView
from tui.views.report.report_view import ReportView
from tui.widgets.detail_pane import DetailPane
from tui.widgets.field_editor import FieldEditor
from tui.widgets.field_panel import FieldRow

pytestmark = pytest.mark.usefixtures("frozen")


@pytest.fixture
def path() -> Path:
    """A paper without a page for action 2.1, with a wrong order of pages in 1.1, and no number."""
    spoilt = action(2, pages="")(action(1, pages="Pages 18, 9")(OUTLINE))
    return on_disk(replace(spoilt, assessments=spoilt.assessments))


def checks_of(pilot: Pilot[None]) -> ChecksView:
    (view,) = (one for one in app_of(pilot).views if isinstance(one, ChecksView))
    return view


async def open_checks(pilot: Pilot[None]) -> ChecksView:
    await until(pilot, lambda: "to check" in app_of(pilot).title_line.to_check)
    await press(pilot, "5")
    await until(pilot, lambda: any(isinstance(one, ChecksView) for one in app_of(pilot).views))
    view = checks_of(pilot)
    await until(pilot, lambda: view.query("#findings") and view.current is not None)
    return view


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=str)
async def test_each_finding_says_how_urgent_it_is_what_and_where(
    path: Path, size: tuple[int, int]
) -> None:
    async with plandesk(path, size=size) as pilot:
        await open_checks(pilot)
        words = " ".join(shown(pilot).split())
        assert "FIX The pages are not in ascending order." in words
        assert "P3, action 1.1, Pages" in words
        assert "ASK No page of the inspection report is named." in words
        assert "FIX: must be answered" in words
        assert "prompts, not legal advice" in words
        assert "1 FIX, 1 ASK" in words


async def test_the_count_follows_every_edit(path: Path) -> None:
    async with plandesk(path) as pilot:
        title = app_of(pilot).title_line
        await until(pilot, lambda: title.to_check == "2 to check")
        plan = plan_of(pilot)
        view_of(pilot).make(
            set_action_field(plan, plan.actions[1].id, "pages", "All", name="pages")
        )
        await until(pilot, lambda: title.to_check == "1 to check")
        await press(pilot, "u")
        await until(pilot, lambda: title.to_check == "2 to check")


async def edit_pages(pilot: Pilot[None], *pages: str) -> None:
    """Give the second action pages, one edit after the other."""
    for each in pages:
        plan = plan_of(pilot)
        change = set_action_field(plan, plan.actions[1].id, "pages", each, name="pages")
        view_of(pilot).make(change)
        await at_rest(pilot)


async def test_many_edits_are_checked_one_at_a_time_and_the_count_is_of_the_last(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    running, most, go_on = [], [], Event()

    def slowly(*judged: Any) -> object:
        running.append(judged)
        most.append(len(running))
        go_on.wait(PATIENCE)
        running.remove(judged)
        return checked(*judged)

    async with plandesk(path) as pilot:
        await until(pilot, lambda: app_of(pilot).title_line.to_check == "2 to check")
        monkeypatch.setattr(checking, "checked", slowly)
        for number in range(4):
            plan = plan_of(pilot)
            change = set_action_field(
                plan, plan.actions[1].id, "pages", f"Page {number + 1}", name="pages"
            )
            view_of(pilot).make(change)
            app_of(pilot).show_saving(app_of(pilot).session.save_state)  # type: ignore[union-attr]
            await wait_for_idle()
        go_on.set()
        await until(pilot, lambda: app_of(pilot).title_line.to_check == "1 to check")
        assert max(most) == 1


async def test_where_the_checks_cannot_run_no_old_count_stays_and_the_next_edit_is_checked(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> object:
        raise FormatError("The form cannot be used.")

    async with plandesk(path) as pilot:
        title = app_of(pilot).title_line
        await until(pilot, lambda: title.to_check == "2 to check")
        with monkeypatch.context() as patched:
            patched.setattr(checking, "checked", refused)
            await edit_pages(pilot, "All")
            await until(pilot, lambda: title.to_check == "")
        await edit_pages(pilot, "")
        await until(pilot, lambda: title.to_check == "2 to check")


async def test_a_plan_whose_checks_could_not_run_when_it_was_opened_is_checked_after_an_edit(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def refused(*judged: object) -> object:
        tried.append(judged)
        raise FormatError("The form cannot be used.")

    with monkeypatch.context() as patched:
        patched.setattr(checking, "checked", refused)
        async with plandesk(path) as pilot:
            await until(pilot, lambda: tried)
            patched.undo()
            await edit_pages(pilot, "All")
            await until(pilot, lambda: app_of(pilot).title_line.to_check == "1 to check")


async def test_enter_goes_to_the_field_and_5_comes_back(path: Path) -> None:
    async with plandesk(path) as pilot:
        await open_checks(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: app_of(pilot).tab_line.current == "plan")
        await until(pilot, lambda: cursor_ref(pilot) == "1.1")
        await until(pilot, lambda: isinstance(pilot.app.screen.focused, FieldRow))
        assert view_of(pilot).contents()[view_of(pilot).fields.current].key == "pages"
        await press(pilot, "5")
        await until(pilot, lambda: app_of(pilot).tab_line.current == "checks")
        assert checks_of(pilot).current is not None


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (report(meeting_date=""), ReportView),
        (passage("financial", ""), ReportView),
        (passage("recommendations", "the plan is good", "recommendation"), ReportView),
        (report(number="298-2016"), EqualityView),
    ],
)
@pytest.mark.slow
async def test_enter_goes_to_report_and_form_as_well(spoil, kind) -> None:  # type: ignore[no-untyped-def]
    async with plandesk(on_disk(spoil(OUTLINE))) as pilot:
        await open_checks(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app_of(pilot).view, kind))
        await until(pilot, lambda: pilot.app.screen.focused is not None)


@pytest.mark.slow
async def test_a_reason_is_asked_for_kept_and_undone(path: Path) -> None:
    async with plandesk(path) as pilot:
        view = await open_checks(pilot)
        await press(pilot, "r")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReasonDialog))
        for letter in "As printed":
            await press(pilot, "space" if letter == " " else letter)
        await press(pilot, "enter")
        await until(pilot, lambda: app_of(pilot).title_line.to_check == "1 to check")
        assert "Kept" in said(pilot)
        (reason,) = plan_of(pilot).reason_rows.values()
        assert (reason.rule, reason.reason) == ("P3", "As printed")
        assert reason.given_on == "26 September 2026"
        assert [one.rule for one in view.shown if one.severity == "FIX"] == []
        await press(pilot, "s")
        await until(pilot, lambda: "(left as it is)" in shown(pilot))
        await press(pilot, "u")
        await until(pilot, lambda: app_of(pilot).title_line.to_check == "2 to check")
        assert app_of(pilot).tab_line.current == "checks"


async def open_reason(pilot: Pilot[None]) -> FieldEditor:
    await press(pilot, "r")
    await until(pilot, lambda: isinstance(pilot.app.screen, ReasonDialog))
    editor = pilot.app.screen.query_one(FieldEditor)
    await until(pilot, lambda: editor.has_focus)
    return editor


async def until_reason(pilot: Pilot[None], reason: str) -> None:
    await until(
        pilot, lambda: [one.reason for one in plan_of(pilot).reason_rows.values()] == [reason]
    )


@pytest.mark.slow
async def test_esc_keeps_the_reason_that_was_typed_and_a_paste_of_two_lines(path: Path) -> None:
    async with plandesk(path) as pilot:
        await open_checks(pilot)
        await open_reason(pilot)
        await press(pilot, "escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, ReasonDialog))
        assert not plan_of(pilot).reason_rows
        await open_reason(pilot)
        pilot.app.post_message(events.Paste("As printed.\nThe inspectors agree."))
        await at_rest(pilot)
        await press(pilot, "escape")
        await until_reason(pilot, "As printed.\nThe inspectors agree.")


@pytest.mark.slow
async def test_a_finding_that_has_come_back_says_why_and_offers_its_reason(path: Path) -> None:
    async with plandesk(path) as pilot:
        view = await open_checks(pilot)
        (await open_reason(pilot)).insert("As printed")
        await press(pilot, "enter")
        await until(pilot, lambda: app_of(pilot).title_line.to_check == "1 to check")
        plan = plan_of(pilot)
        view_of(pilot).make(
            set_action_field(plan, plan.actions[0].id, "pages", "Pages 19, 9", name="pages")
        )
        await until(pilot, lambda: app_of(pilot).title_line.to_check == "2 to check")
        view.list_here.highlighted = 0
        await until(pilot, lambda: "It has come back" in shown(pilot))
        assert "Left as it is on 26 September 2026: As printed" in " ".join(
            view.query_one(DetailPane).query_one(Static).visual.plain.split()  # type: ignore[attr-defined]
        )
        assert (await open_reason(pilot)).text == "As printed"
        await press(pilot, "enter")
        await until(pilot, lambda: app_of(pilot).title_line.to_check == "1 to check")


@pytest.mark.slow
async def test_a_reason_that_is_too_long_is_said_and_not_lost(path: Path) -> None:
    async with plandesk(path) as pilot:
        await open_checks(pilot)
        (await open_reason(pilot)).insert("As printed. " * 20_000)
        await press(pilot, "escape")
        await until(pilot, lambda: "on the clipboard" in said(pilot))
        assert pilot.app.clipboard.startswith("As printed. As")
        assert not plan_of(pilot).reason_rows


@pytest.mark.slow
async def test_it_is_said_where_nothing_has_been_left_for_a_reason(path: Path) -> None:
    async with plandesk(path) as pilot:
        await open_checks(pilot)
        await press(pilot, "s")
        await until(pilot, lambda: "Checks and those left for a reason" in shown(pilot))
        assert "Nothing has been left as it is for a reason" in said(pilot)
        (await open_reason(pilot)).insert("As printed")
        await press(pilot, "enter")
        await notices_gone(pilot)
        assert "1 left for a reason." in shown(pilot)


async def test_a_paper_in_order_says_so() -> None:
    async with plandesk(on_disk(OUTLINE)) as pilot:
        session = app_of(pilot).session
        assert session is not None
        await until(pilot, lambda: session.findings_of is not None)
        assert "to check" not in app_of(pilot).title_line.to_check
        await press(pilot, "5")
        await until(pilot, lambda: "INFO" in shown(pilot))


async def test_a_plan_without_actions_is_not_said_to_be_in_order() -> None:
    empty = PlanOutline(title="", subtitle="", date="", aims=())
    async with plandesk(on_disk(empty)) as pilot:
        await press(pilot, "5")
        await until(pilot, lambda: "There is nothing to check yet" in shown(pilot))


COMMENTED = replace(
    OUTLINE,
    comments=(
        CommentOutline("Which June?\nThe next one", "actions", "timescale", 1),
        CommentOutline("Shorter, please", "passages", "text", 0),
    ),
)


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=str)
async def test_a_comment_is_listed_at_its_place_and_gone_once_it_is_answered(
    size: tuple[int, int],
) -> None:
    async with plandesk(on_disk(COMMENTED), size=size) as pilot:
        view = await open_checks(pilot)
        words = " ".join(shown(pilot).split())
        assert "ASK A comment waits for an answer: “Which June? / The next one”" in words
        assert "P13, action 2.1, Timescale" in words
        assert "Ready for committee: 2 ASK" in words
        await press(pilot, "r")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReasonDialog))
        assert "Answer the comment" in shown(pilot)
        await press(pilot, *"June")
        await press(pilot, "enter")
        await until(pilot, lambda: view.current is not None and "Shorter" in view.current.text)
        assert "Which June?" not in shown(pilot)
        assert "The comment is answered." in said(pilot)
        await notices_gone(pilot)
        await press(pilot, "s")
        await until(pilot, lambda: "(answered) P13, action 2.1" in shown(pilot))
        (answer,) = plan_of(pilot).reason_rows.values()
        assert answer.reason == "June"


@pytest.mark.slow
async def test_enter_goes_to_what_a_comment_is_on_and_stays_within_the_plan_if_that_is_gone() -> (
    None
):
    async with plandesk(on_disk(COMMENTED)) as pilot:
        view = await open_checks(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: app_of(pilot).tab_line.current == "plan")
        await until(pilot, lambda: cursor_ref(pilot) == "2.1")
        plan = plan_of(pilot)
        view.make(edits.delete_action(plan, plan.actions[1].id))
        await press(pilot, "5")
        await until(pilot, lambda: "P13, the plan as a whole" in shown(pilot))
        place = next(one for one in view.shown if one.place.path == "plan")
        view.row = place.id
        await press(pilot, "enter")
        await until(pilot, lambda: app_of(pilot).tab_line.current == "plan")
        await at_rest(pilot)
