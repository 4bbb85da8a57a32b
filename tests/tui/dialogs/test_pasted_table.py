"""A table pasted on a list is shown, and Enter makes actions of it below the cursor."""

import pytest
from textual import events
from textual.pilot import Pilot

from plan.model.plan import Plan
from plan.papers.passage_tables import rows_of
from tests.tui.window import (
    at_rest,
    cursor_ref,
    go_to_view,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    shown,
    write,
)
from tui.views.report.report_view import ReportView

pytestmark = pytest.mark.slow

TABLE = 'Lead\tAction\nCPC\tPublish a guide.\nNHS\t"Train the staff.\nAll of them."\n'


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste as the terminal does, between its marks."""
    pilot.app.post_message(events.Paste(text))
    await at_rest(pilot)


def _texts(plan: Plan) -> list[str]:
    return [plan.ref_of(one.id) + " " + one.text for one in plan.actions]


async def test_enter_makes_the_actions_below_the_cursor_in_one_change() -> None:
    async with plandesk(on_disk()) as pilot:
        before = _texts(plan_of(pilot))
        await paste(pilot, TABLE)
        assert "2 actions below 1.1" in shown(pilot)
        assert _texts(plan_of(pilot)) == before
        await press(pilot, "enter")
        plan = plan_of(pilot)
        assert _texts(plan)[1:3] == ["1.2 Publish a guide.", "1.3 Train the staff.\n\nAll of them."]
        assert plan.actions[1].leads == ("CPC",)
        assert cursor_ref(pilot) == "1.2"
        await press(pilot, "u")
        assert _texts(plan_of(pilot)) == before


async def test_what_wraps_stands_below_its_words() -> None:
    long = "Individual operational managers in every service, using the audit tool as agreed"
    async with plandesk(on_disk(), size=(60, 24)) as pilot:
        await paste(pilot, f"Lead\tAction\n{long}\tPublish a guide.\n")
        lines = shown(pilot).splitlines()
        first = next(line for line in lines if "Individual operational" in line)
        after = lines[lines.index(first) + 1]
        assert first.index("Individual") == after.index("service, using")


async def test_the_arrows_to_what_columns_are_taken_for_stand_below_one_another() -> None:
    async with plandesk(on_disk()) as pilot:
        await paste(pilot, "Care Inspectorate Report Page No.\tActions\n12\tPublish a guide.\n")
        arrows = {line.index("→") for line in shown(pilot).splitlines() if "  →  " in line}
        assert len(arrows) == 1


async def test_esc_makes_none_and_words_are_told_of() -> None:
    async with plandesk(on_disk()) as pilot:
        before = plan_of(pilot)
        await paste(pilot, TABLE)
        await press(pilot, "escape")
        await paste(pilot, "We met the board.\nIt agreed.")
        assert plan_of(pilot) == before
        assert "went nowhere" in said(pilot)
        await press(pilot, "right", "right")
        await paste(pilot, TABLE)
        assert "A table is pasted on the list of aims or of actions" in said(pilot)
        assert plan_of(pilot) == before


async def test_in_a_reports_table_it_makes_cells() -> None:
    async with plandesk(on_disk()) as pilot:
        view = await go_to_view(pilot, ReportView, "2")
        view.part = "section.recommendations"
        await at_rest(pilot)
        await press(pilot, "right", "t")
        await write(pilot, "", "escape")
        passage = next(iter(plan_of(pilot).passage_rows.values()))

        def table() -> tuple[tuple[str, ...], ...]:
            return rows_of(plan_of(pilot).passage_rows[passage.id].text)

        view.go_to_row(passage.id, "cell.1.2")
        await at_rest(pilot)
        await paste(pilot, "Item\tCost\nVans\t5*\n")
        assert table() == (("", "Item", "Cost"), ("", "Vans", "5\\*"))
        await paste(pilot, "only words")
        assert len(table()) == 2
        assert "That is no table" in said(pilot)
        await press(pilot, "u")
        assert table() == (("", ""), ("", ""))
