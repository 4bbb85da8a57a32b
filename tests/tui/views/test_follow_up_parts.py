"""Who must see the report, and what it promises: two parts of the Report view, and the reviews."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.follow_up_contents import CONSULTED, PROMISED
from plan.changes.edits.fields import set_cover_field
from plan.model.outline import PassageOutline
from plan.model.plan import Plan
from store.places import formats_folder
from store.plan_file import PlanFile
from tests.plan.checks.sound import OUTLINE
from tests.plan.councils import GLENSHIRE, glenshire_source, put_glenshire_in
from tests.tui.reviews_of import go_to, open_reviews, until_shown
from tests.tui.window import (
    NARROW,
    app_of,
    at_rest,
    editor_of,
    go_to_view,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    until,
    write,
)
from tui.views.report.report_view import ReportView

pytestmark = pytest.mark.usefixtures("frozen")
PROMISE = "A further report will be brought to the Committee by March 2027."
WHOM = """
[[report.consulted]]
id = "finance"
name = "Finance"
days_before = 14

[[report.consulted]]
id = "legal"
name = "Legal"

[files]
"""


@pytest.fixture
def path() -> Path:
    passages = (PassageOutline("main-text", "numbered", PROMISE),)
    return on_disk(replace(OUTLINE, report=replace(OUTLINE.report, passages=passages)))


@pytest.fixture
def asking(path: Path) -> Path:
    """Have the plan follow a format that says who must see a report."""
    put_glenshire_in(formats_folder())
    own = formats_folder() / f"{GLENSHIRE}.toml"
    own.write_text(glenshire_source().replace("[files]\n", WHOM, 1), encoding="utf-8")
    file = PlanFile.open(path)
    file.save(set_cover_field(file.plan, "format", GLENSHIRE, name="format"))
    return path


async def at(pilot: Pilot[None], part: str, place: int = 0) -> ReportView:
    view = await go_to_view(pilot, ReportView, "2")
    view.part = part
    view.show()
    view.fields.go_to(place)
    await until(pilot, lambda: app_of(pilot).where == "passages")
    await at_rest(pilot)
    return view


def seen(plan: Plan) -> dict[str, str]:
    return {one.name: one.seen_on for one in plan.consultation_rows.values()}


async def test_who_has_seen_the_report_is_said_on_a_checklist(asking: Path) -> None:
    async with plandesk(asking, size=NARROW) as pilot:
        await at(pilot, CONSULTED)
        await until_shown(pilot, "Finance [ ] not seen yet, to be seen by 12 September 2016")
        await press(pilot, "w")
        await until(pilot, lambda: seen(plan_of(pilot)) == {"Finance": "26 September 2026"})
        await until_shown(pilot, "Finance [x] 26 September 2026")
        await press(pilot, "u")
        await until(pilot, lambda: not plan_of(pilot).consultation_rows)


@pytest.mark.slow
async def test_somebody_is_added_and_taken_off_again(asking: Path) -> None:
    async with plandesk(asking) as pilot:
        view = await at(pilot, CONSULTED)
        await press(pilot, "a")
        await until(pilot, lambda: len(plan_of(pilot).consultation_rows) == 1)
        await until(pilot, lambda: view.fields.editor is not None)
        assert editor_of(pilot).field.key == "name"
        await write(pilot, "The IJB", "escape")
        assert seen(plan_of(pilot)) == {"The IJB": ""}
        await press(pilot, "d")
        await until(pilot, lambda: not plan_of(pilot).consultation_rows)


@pytest.mark.slow
async def test_a_promise_is_closed_in_its_part_and_goes_from_the_reviews(path: Path) -> None:
    async with plandesk(path) as pilot:
        reviews = await open_reviews(pilot)
        await go_to(pilot, reviews, "/commitment/")
        await until_shown(pilot, "Promised to the committee, and not closed")
        await press(pilot, "enter")
        await until(pilot, lambda: app_of(pilot).where == "passages")
        await until_shown(pilot, "1 open")
        await press(pilot, "enter")
        await write(pilot, "3 March 2027", "escape")
        (row,) = plan_of(pilot).commitment_rows.values()
        assert (row.text, row.standing, row.closed_when) == (PROMISE, "closed", "3 March 2027")
        await until_shown(pilot, "1 closed")
        again = await open_reviews(pilot)
        assert not any(entry.commitment for entry in again.reviews.entries)


@pytest.mark.slow
async def test_what_is_no_promise_is_taken_off_and_stays_off(path: Path) -> None:
    async with plandesk(path) as pilot:
        view = await at(pilot, PROMISED)
        await press(pilot, "d")
        await until(pilot, lambda: "u brings it back" in said(pilot))
        assert [one.standing for one in plan_of(pilot).commitment_rows.values()] == ["dismissed"]
        assert view.part != PROMISED
        await press(pilot, "u")
        await until(pilot, lambda: not plan_of(pilot).commitment_rows)


@pytest.mark.slow
async def test_what_was_promised_elsewhere_is_added_and_written_at_once(path: Path) -> None:
    async with plandesk(path) as pilot:
        view = await at(pilot, PROMISED)
        await press(pilot, "a")
        await until(pilot, lambda: view.fields.editor is not None)
        assert editor_of(pilot).field.key == "text"
        await write(pilot, "To visit the school", "escape")
        (row,) = plan_of(pilot).commitment_rows.values()
        assert row.text == "To visit the school"


@pytest.mark.slow
async def test_a_paragraph_that_is_deleted_after_the_meeting_leaves_its_promise(path: Path) -> None:
    async with plandesk(path) as pilot:
        await at(pilot, "section.main-text")
        await press(pilot, "d")
        await until(pilot, lambda: not plan_of(pilot).passages_of("main-text"))
        (row,) = plan_of(pilot).commitment_rows.values()
        assert (row.text, row.standing) == (PROMISE, "open")
        await press(pilot, "u")
        await until(pilot, lambda: not plan_of(pilot).commitment_rows)


@pytest.mark.slow
async def test_what_was_promised_at_the_meeting_is_noted_from_the_reviews() -> None:
    async with plandesk(on_disk(OUTLINE)) as pilot:
        await open_reviews(pilot)
        await press(pilot, "P")
        await until(pilot, lambda: app_of(pilot).where == "passages")
        await press(pilot, "enter")
        await write(pilot, "To visit the school", "tab")
        await until(pilot, lambda: editor_of(pilot).field.key == "by_when")
        await write(pilot, "May 2027", "escape")
        (row,) = plan_of(pilot).commitment_rows.values()
        assert (row.text, row.by_when, row.standing) == ("To visit the school", "May 2027", "open")
        await open_reviews(pilot)
        await until_shown(pilot, "promised C1 To visit the school")
