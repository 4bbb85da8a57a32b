"""Tables in the report view: those that the officer makes, and those that the format declares."""

import pytest

from plan.model.fields import PassageKind
from plan.model.outline import PassageOutline, PlanOutline, ReportOutline
from plan.papers.passage_tables import rows_of
from store.places import formats_folder
from tests.plan.councils import glenshire_source
from tests.tui.papers import WITH_PAPERS
from tests.tui.views.test_report_view import MAIN, at
from tests.tui.window import at_rest, on_disk, plan_of, plandesk, press, said, write

pytestmark = pytest.mark.slow


async def test_a_table_is_made_and_its_rows_and_columns_changed_by_keyboard() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        view = await at(pilot, MAIN)
        await press(pilot, "t")
        await at_rest(pilot)
        await write(pilot, "What it costs", "tab")
        await write(pilot, "Item", "tab")
        await write(pilot, "Cost", "tab")
        await write(pilot, "Vans", "tab")
        await write(pilot, "5", "escape")
        await press(pilot, "a")
        await at_rest(pilot)
        await press(pilot, "enter")
        await write(pilot, "Boats", "escape")

        def table() -> tuple[tuple[str, ...], ...]:
            return rows_of(plan_of(pilot).passages_of("main-text")[-1].text)

        assert table() == (("Item", "Cost"), ("Vans", "5"), ("Boats", ""))
        await press(pilot, "m", "up", "enter")
        await at_rest(pilot)
        assert table() == (("Item", "Cost"), ("Boats", ""), ("Vans", "5"))
        await press(pilot, "greater_than_sign")
        await at_rest(pilot)
        assert table() == (("Cost", "Item"), ("", "Boats"), ("5", "Vans"))
        await press(pilot, "A")
        await at_rest(pilot)
        assert table()[0] == ("Cost", "Item", "")
        await press(pilot, "D")
        await at_rest(pilot)
        await press(pilot, "d")
        await at_rest(pilot)
        assert table() == (("Cost", "Item"), ("5", "Vans"))
        assert plan_of(pilot).passages_of("main-text")[-1].caption == "What it costs"
        field = view.field_here()
        assert field is not None
        assert field.key == "cell.2.2"
        await press(pilot, "less_than_sign", "less_than_sign")
        assert said(pilot).endswith("This column is the first.")


def row(table: str, **cells: str) -> PassageOutline:
    kind: PassageKind = "row"
    return PassageOutline(table, kind, cells=tuple(cells.items()))


async def test_rows_of_a_declared_table_are_added_moved_and_deleted_and_added_up() -> None:
    source = glenshire_source().replace('id = "glenshire-2020"', 'id = "dundee-2016"')
    formats_folder().mkdir(parents=True)
    (formats_folder() / "dundee-2016.toml").write_text(source, encoding="utf-8")
    report = ReportOutline(
        passages=(
            row("consulted", who="Families", answers="143"),
            row("consulted", who="Schools", answers="7"),
        )
    )
    plan = on_disk(PlanOutline(title="Glens", report=report))
    async with plandesk(plan) as pilot:
        view = await at(pilot, "section.engagement", 1)

        def rows() -> list[dict[str, str]]:
            return [dict(one.cells) for one in plan_of(pilot).passages_of("consulted")]

        shown = [(one.label, one.shown) for one in view.contents()]
        assert shown[-1] == ("Together: Answers", "150")
        await press(pilot, "a")
        await at_rest(pilot)
        await write(pilot, "Clubs", "escape")
        assert [one["who"] for one in rows()] == ["Families", "Clubs", "Schools"]
        await press(pilot, "m", "down", "enter")
        await at_rest(pilot)
        assert [one["who"] for one in rows()] == ["Families", "Schools", "Clubs"]
        await press(pilot, "d")
        await at_rest(pilot)
        assert [one["who"] for one in rows()] == ["Families", "Schools"]
