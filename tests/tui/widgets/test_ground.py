"""What lies behind the panels of the window is painted once, however many lines it has."""

from pathlib import Path

from textual.geometry import Region

from tests.tui.window import plandesk
from tui.widgets.ground import Ground


async def test_all_lines_behind_the_panels_are_one(sample: Path) -> None:
    async with plandesk(sample) as pilot:
        screen = pilot.app.screen
        for behind in (screen, screen.query_one("#body"), screen.query_one("#plan")):
            assert isinstance(behind, Ground)
            width, height = behind.outer_size
            lines = behind.render_lines(Region(0, 0, width, height))
            assert len(lines) == height > 10
            assert {id(line) for line in lines} == {id(lines[0])}
            assert lines[0].text == " " * width
            part = behind.render_lines(Region(3, 5, 20, 2))
            assert [line.text for line in part] == [" " * 20] * 2
