"""A list counts the lines of its rows without painting them, and is right about it."""

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from tui.widgets.row_list import ListedRow, RowList


class Lists(App[None]):
    """A list, and one of Textual's own beside it."""

    CSS = """
    RowList, OptionList {
        width: 30; height: 10; text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def compose(self) -> ComposeResult:
        """Yield both."""
        yield RowList(id="ours")
        yield OptionList(id="theirs")


ROWS = [
    ListedRow("1", "1.1 One line that is far too long for the list that it is in"),
    ListedRow("2", "1.2 Two", "    below, and that is too long for the list as well"),
    ListedRow("3", "1.3 Three", "    below\n    and again"),
    ListedRow("4", "Four\nof two lines"),
]


@pytest.mark.parametrize("rows", [ROWS, ROWS[::-1]])
async def test_the_lines_of_rows_that_are_cut_are_those_that_textual_would_count(
    rows: list[ListedRow],
) -> None:
    async with Lists().run_test() as pilot:
        ours = pilot.app.query_one("#ours", RowList)
        theirs = pilot.app.query_one("#theirs", OptionList)
        ours.is_cut = True
        ours.show(rows, "")
        theirs.set_options([row.content for row in rows])
        await pilot.pause()
        assert [ours._heights[n] for n in range(4)] == [theirs._heights[n] for n in range(4)]
        assert ours.virtual_size.height == theirs.virtual_size.height == 8


async def test_no_row_is_made_ready_to_be_painted_before_it_is_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[str] = []
    content: property = vars(ListedRow)["content"]

    def noted(row: ListedRow) -> Content:
        made.append(row.id)
        seen: Content = content.__get__(row)
        return seen

    monkeypatch.setattr(ListedRow, "content", property(noted))
    async with Lists().run_test() as pilot:
        ours = pilot.app.query_one(RowList)
        ours.is_cut = True
        ours.show([ListedRow(str(n), f"Row {n}", "  below") for n in range(900)], "")
        await pilot.pause()
        assert ours.virtual_size.height == 1800
        assert 0 < len(set(made)) < 50


async def test_a_row_that_changes_is_painted_as_it_is_now() -> None:
    async with Lists().run_test() as pilot:
        ours = pilot.app.query_one(RowList)
        ours.is_cut = True
        ours.show(ROWS, "2")
        await pilot.pause()
        ours.show([ROWS[0], ListedRow("2", "Another", "    below\n    it"), *ROWS[2:]], "2")
        await pilot.pause()
        assert [ours._heights[n] for n in range(4)] == [1, 3, 3, 2]
        assert "Another" in "".join(strip.text for strip in ours.render_lines(ours.size.region))
