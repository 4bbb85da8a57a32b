"""A list counts the lines of its rows without painting them, and is right about it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from tui.widgets.row_list import ListedRow, RowList, RowOption


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


LINE = st.text(st.sampled_from("ab é\n☒\t"), max_size=12)


@given(LINE, LINE)
def test_a_row_has_as_many_lines_as_its_content(line: str, below: str) -> None:
    row = ListedRow("1", line, below)
    assert RowOption(row).height == row.content.plain.count("\n") + 1


ROWS = [
    ListedRow("1", "1.1 One line that is far too long for the list that it is in"),
    ListedRow("2", "1.2 Two", "    below, and that is too long for the list as well"),
    ListedRow("3", "1.3 Three", "    below\n    and again"),
]


@pytest.mark.parametrize("rows", [ROWS, ROWS[::-1]])
async def test_the_lines_are_those_that_textual_would_count(rows: list[ListedRow]) -> None:
    async with Lists().run_test() as pilot:
        ours = pilot.app.query_one("#ours", RowList)
        theirs = pilot.app.query_one("#theirs", OptionList)
        ours.show(rows, "")
        theirs.set_options([row.content for row in rows])
        await pilot.pause()
        assert [ours._heights[n] for n in range(3)] == [theirs._heights[n] for n in range(3)]
        assert ours.virtual_size.height == theirs.virtual_size.height == 6


async def test_a_row_that_changes_is_painted_as_it_is_now() -> None:
    async with Lists().run_test() as pilot:
        ours = pilot.app.query_one(RowList)
        ours.show(ROWS, "2")
        await pilot.pause()
        ours.show([ROWS[0], ListedRow("2", "Another", "    below\n    it"), ROWS[2]], "2")
        await pilot.pause()
        assert [ours._heights[n] for n in range(3)] == [1, 3, 3]
        assert ours.get_option_at_index(1).prompt == Content.assemble(
            "Another", "\n", ("    below\n    it", "dim")
        )
        assert "Another" in "".join(strip.text for strip in ours.render_lines(ours.size.region))
