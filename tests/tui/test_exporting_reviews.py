"""Export from the Reviews: the Word file holds what the screen shows, and says what that is."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from plan.model.documents import REVIEWS
from tests.plan.checks.sound import OUTLINE
from tests.tui.reviews_of import AIMS, OTHER, open_reviews
from tests.tui.test_exporting import opened, result
from tests.tui.window import app_of, on_disk, plandesk, press, shown, until
from tui.__main__ import main
from tui.dialogs.narrow import NarrowDialog
from tui.dialogs.period import PeriodDialog
from tui.views.reviews.reviews_view import ReviewsView
from tui.widgets.row_list import RowList

pytestmark = pytest.mark.usefixtures("frozen")
REVIEWED = replace(OUTLINE, aims=AIMS)
FORUM = "Reviews of Forum, 26 September 2026 to 31 December 2026, by month"


async def narrow_to(pilot: Pilot[None], line: str) -> None:
    """List only the reviews of one lead or aim."""
    await press(pilot, "f")
    await until(pilot, lambda: isinstance(pilot.app.screen, NarrowDialog))
    choices = pilot.app.screen.query_one(RowList)
    await until(pilot, lambda: choices.rows)
    choices.highlighted = next(n for n, row in enumerate(choices.rows) if line in row.line)
    await press(pilot, "enter")
    await until(pilot, lambda: not isinstance(pilot.app.screen, NarrowDialog))


async def up_to(pilot: Pilot[None], day: str) -> None:
    """List the reviews up to a day."""
    await press(pilot, "b")
    await until(pilot, lambda: isinstance(pilot.app.screen, PeriodDialog))
    await until(pilot, lambda: isinstance(pilot.app.screen.focused, Input))
    pilot.app.screen.query_one("#last", Input).value = day
    await press(pilot, "enter")
    await until(pilot, lambda: not isinstance(pilot.app.screen, PeriodDialog))


async def written_to(pilot: Pilot[None], folder: Path) -> str:
    """Write what the dialog offers first, and return what it said of that."""
    dialog = await opened(pilot)
    dialog.query_one("#folder", Input).value = str(folder)
    await press(pilot, "enter")
    await until(pilot, lambda: "Written" in result(dialog))
    said = result(dialog)
    await press(pilot, "escape")
    return said


def rows_of(path: Path) -> list[tuple[str, ...]]:
    """Return the rows of all tables of a Word file, without their headers."""
    tables = docx.Document(str(path)).tables
    return [tuple(cell.text for cell in row.cells) for table in tables for row in table.rows[1:]]


def refs_shown(pilot: Pilot[None]) -> list[str]:
    """Return the refs of the entries on the screen, from above down."""
    view = app_of(pilot).view
    assert isinstance(view, ReviewsView)
    return [one.ref for group in view.reviews.groups for one in group.entries]


@pytest.mark.slow
async def test_what_is_narrowed_to_a_lead_and_dates_is_written_as_it_is_shown(
    tmp_path: Path,
) -> None:
    async with plandesk(on_disk(REVIEWED), size=(80, 24)) as pilot:
        await open_reviews(pilot)
        await narrow_to(pilot, "Forum")
        await up_to(pilot, "31 December 2026")
        on_screen = refs_shown(pilot)
        said = await written_to(pilot, tmp_path)
        assert f"It holds: {FORUM}." in said
    (path,) = tmp_path.iterdir()
    assert path.name.endswith("Reviews Forum to 31 December 2026.docx")
    paper = docx.Document(str(path))
    assert f"{FORUM}: 1 overdue." in [one.text for one in paper.paragraphs]
    assert tuple(cell.text for cell in paper.tables[0].rows[0].cells) == REVIEWS.columns[0]
    assert [row[1] for row in rows_of(path)] == on_screen == ["1.2"]
    assert rows_of(path)[0][0] == "Overdue since June 2026"


@pytest.mark.parametrize("groupings", range(4))
@pytest.mark.slow
async def test_the_groups_of_the_screen_are_the_headings_of_the_file(
    groupings: int, tmp_path: Path
) -> None:
    async with plandesk(on_disk(REVIEWED)) as pilot:
        view = await open_reviews(pilot)
        await press(pilot, *["g"] * groupings)
        groups = view.reviews.groups
        await written_to(pilot, tmp_path)
        on_screen = refs_shown(pilot)
    (path,) = tmp_path.iterdir()
    paper = docx.Document(str(path))
    headings = [one.text for one in paper.paragraphs if one.style and one.style.name == "Heading 3"]
    assert headings == [group.heading for group in groups]
    assert [row[1] for row in rows_of(path)] == on_screen


@pytest.mark.slow
async def test_every_plan_of_the_desk_is_written_where_all_are_shown(tmp_path: Path) -> None:
    on_disk(OTHER, "Other")
    async with plandesk(on_disk(REVIEWED)) as pilot:
        await open_reviews(pilot)
        await press(pilot, "a")
        await until(pilot, lambda: "Cook." in shown(pilot))
        await written_to(pilot, tmp_path)
    (path,) = tmp_path.iterdir()
    paper = docx.Document(str(path))
    assert tuple(cell.text for cell in paper.tables[0].rows[0].cells) == REVIEWS.columns[1]
    assert {row[1] for row in rows_of(path)} == {"Small", "Other"}
    assert any("every plan of the desk" in one.text for one in paper.paragraphs)


@pytest.mark.slow
async def test_all_reviews_of_the_plan_are_offered_beside_those_on_the_screen(
    tmp_path: Path,
) -> None:
    async with plandesk(on_disk(REVIEWED)) as pilot:
        await open_reviews(pilot)
        await narrow_to(pilot, "Forum")
        dialog = await opened(pilot)
        assert "Chosen: Reviews of Forum, 26 September 2026 to 26 September 2027" in " ".join(
            str(dialog.query_one("#chosen").render()).split()
        )
        await press(pilot, "down")
        dialog.query_one("#folder", Input).value = str(tmp_path)
        await press(pilot, "enter")
        await until(pilot, lambda: "Written" in result(dialog))
        assert "It holds" not in result(dialog)
    (path,) = tmp_path.iterdir()
    assert path.name.endswith(" Reviews.docx")
    assert {row[1] for row in rows_of(path)} == {"1.1", "1.2", "2.1"}


@pytest.mark.slow
async def test_from_another_view_all_reviews_are_written(tmp_path: Path) -> None:
    async with plandesk(on_disk(REVIEWED)) as pilot:
        await open_reviews(pilot)
        await narrow_to(pilot, "Forum")
        await press(pilot, "1")
        dialog = await opened(pilot)
        assert "On the screen" not in shown(pilot)
        dialog.query_one("#folder", Input).value = str(tmp_path)
        await press(pilot, *["down"] * 3, "enter")
        await until(pilot, lambda: "Written" in result(dialog))
    (path,) = tmp_path.iterdir()
    assert path.name.endswith(" Reviews.docx")


def test_the_command_line_writes_what_its_reviews_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    on_disk(REVIEWED)
    narrowed = ["--lead", "Forum", "--before", "31 December 2026"]
    assert main(["reviews", "Small", *narrowed]) == 0
    listed = capsys.readouterr().out
    written = ["export", "Small", "--document", "reviews", "--out", str(tmp_path)]
    assert main([*written, *narrowed]) == 0
    assert f"It holds: {FORUM}." in capsys.readouterr().out
    (path,) = tmp_path.iterdir()
    assert [row[1] for row in rows_of(path)] == ["1.2"]
    assert "  1.2 " in listed
    assert "  1.1 " not in listed


def test_what_narrows_the_reviews_goes_with_no_other_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    on_disk(REVIEWED)
    assert main(["export", "Small", "--lead", "Forum", "--out", str(tmp_path)]) == 2
    assert "go with --document reviews" in " ".join(capsys.readouterr().err.split())
    assert (
        main(
            ["export", "Small", "--document", "reviews", "--lead", "Nobody", "--out", str(tmp_path)]
        )
        == 1
    )
    assert list(tmp_path.iterdir()) == []
