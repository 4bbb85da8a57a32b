"""The look of the window, compared as text; the picture of the README is one of these screens.

With PLANDESK_WRITE_SCREENS=1 in the environment the screens are written anew: look at each of them
before it is kept.
"""

import os
from difflib import unified_diff
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.exporting import Export
from desk.importing import read_word_paper
from plan.changes.edits.fields import set_source_field
from store.plan_file import PlanFile
from tests.tui.kept_screens import KEPT, SCREENS, what_is_shown
from tests.tui.window import (
    NARROW,
    WIDE,
    app_of,
    at_rest,
    edit,
    plandesk,
    press,
    shown,
    until,
)
from tui.dialogs.export import ExportDialog
from tui.dialogs.import_preview import ImportPreview

WRITES = bool(os.environ.get("PLANDESK_WRITE_SCREENS"))
HOME_ON_SCREEN = "…/plans"
CONTENTS = """\
7-10 Key performance outcomes
11-14 Impact on children and young people
15-17 Impact on families
18-20 Providing help and support at an early stage
21-24 Assessing and responding to risks and needs
25-28 Planning for individual children and young people
29-32 Planning and improving services
33-35 Participation of children, young people, families and other stakeholders
36-39 Leadership of improvement and change
40-41 Conclusion"""

EVERY_SIZE = [
    NARROW,
    WIDE,
    *(pytest.param(size, marks=pytest.mark.slow) for size in ((120, 40), (200, 60))),
]

pytestmark = pytest.mark.usefixtures("frozen")


async def check(pilot: Pilot[None], name: str, size: tuple[int, int]) -> None:
    """Compare the window, once it has come to rest, with the screen kept under `name`."""
    kept = SCREENS / f"{name} {size[0]}x{size[1]}.txt"
    await at_rest(pilot)
    assert name in KEPT[what_is_shown(pilot.app)], "each screen is listed in kept_screens.py"
    now = shown(pilot)
    if WRITES:
        kept.write_text(now, encoding="utf-8")
    lines = kept.read_text(encoding="utf-8").splitlines()
    difference = list(unified_diff(lines, now.splitlines(), kept.name, "now", lineterm=""))
    assert difference == [], "\n".join(difference)
    assert all(len(line) <= size[0] for line in lines)


@pytest.mark.parametrize("size", EVERY_SIZE)
async def test_the_plan_view(sample: Path, size: tuple[int, int]) -> None:
    async with plandesk(sample, size=size) as pilot:
        await check(pilot, "actions", size)
        await press(pilot, "left")
        await check(pilot, "aims", size)
        await press(pilot, "right", "right")
        await check(pilot, "fields", size)


@pytest.mark.slow
@pytest.mark.parametrize("size", [NARROW, (120, 40), (200, 60)])
async def test_the_names(sample: Path, size: tuple[int, int]) -> None:
    async with plandesk(sample, size=size) as pilot:
        await press(pilot, "N")
        await check(pilot, "names", size)
        await press(pilot, *"acro", "enter")
        await check(pilot, "what an acronym stands for", size)


@pytest.mark.slow
@pytest.mark.parametrize("size", [NARROW, (120, 40), (200, 60)])
async def test_a_list_that_is_narrowed_and_the_letters_to_jump_by(
    sample: Path, size: tuple[int, int]
) -> None:
    async with plandesk(sample, size=size) as pilot:
        await press(pilot, "f")
        await check(pilot, "show only", size)
        await press(pilot, *"lead nhs")
        await check(pilot, "show only of a lead", size)
        await press(pilot, "enter")
        await check(pilot, "narrowed", size)
        await press(pilot, "j")
        await check(pilot, "jumping", size)
        await press(pilot, "escape", "m", "slash")
        await check(pilot, "where it is moved", size)


@pytest.mark.parametrize("size", EVERY_SIZE)
async def test_the_checks(sample: Path, size: tuple[int, int]) -> None:
    async with plandesk(sample, size=size) as pilot:
        await press(pilot, "5")
        await until(pilot, lambda: "E11" in shown(pilot))
        await check(pilot, "checks", size)


@pytest.mark.parametrize("size", EVERY_SIZE)
async def test_the_reviews(sample: Path, size: tuple[int, int]) -> None:
    async with plandesk(sample, size=size) as pilot:
        await press(pilot, "4")
        await until(pilot, lambda: "What is to come" in shown(pilot))
        await check(pilot, "reviews", size)
        await press(pilot, "down", "down")
        await until(pilot, lambda: "Timescale:" in shown(pilot))
        await check(pilot, "reviews of an action", size)


@pytest.mark.parametrize("size", EVERY_SIZE)
async def test_where_the_plan_answers_the_inspection_report(
    sample: Path, size: tuple[int, int]
) -> None:
    plan = PlanFile.open(sample).plan
    PlanFile.open(sample).save(set_source_field(plan, "contents", CONTENTS))
    async with plandesk(sample, size=size) as pilot:
        await press(pilot, "t")
        await until(pilot, lambda: "Pages that no action names" in shown(pilot))
        await check(pilot, "trace", size)
        await press(pilot, *["down"] * 3)
        await check(pilot, "trace page", size)


@pytest.mark.parametrize("size", EVERY_SIZE)
@pytest.mark.slow
async def test_a_field_that_is_edited(sample: Path, size: tuple[int, int]) -> None:
    async with plandesk(sample, size=size) as pilot:
        await edit(pilot, "Leads")
        await check(pilot, "editing", size)


@pytest.mark.parametrize("size", EVERY_SIZE)
async def test_an_action_on_the_move(sample: Path, size: tuple[int, int]) -> None:
    async with plandesk(sample, size=size) as pilot:
        await press(pilot, "m", "down")
        await check(pilot, "moving", size)


@pytest.mark.parametrize("size", EVERY_SIZE)
async def test_the_keys_of_where_you_are(sample: Path, size: tuple[int, int]) -> None:
    async with plandesk(sample, size=size) as pilot:
        await press(pilot, "question_mark")
        await until(pilot, lambda: "In the actions:" in shown(pilot))
        await check(pilot, "keys", size)


@pytest.mark.parametrize("size", EVERY_SIZE)
async def test_the_preview_of_what_was_read(
    sample: Path, size: tuple[int, int], tmp_path: Path
) -> None:
    plan = PlanFile.open(sample).plan
    word = next(Export(plan, "Last year", "plan", tmp_path).write()).path
    async with plandesk(size=size) as pilot:
        pilot.app.push_screen(ImportPreview(read_word_paper(word)))
        await until(pilot, lambda: "16 actions" in shown(pilot))
        pilot.app.screen_stack[0].query_one("#plans").border_subtitle = HOME_ON_SCREEN
        await check(pilot, "import", size)


@pytest.mark.parametrize("size", EVERY_SIZE)
async def test_the_export(sample: Path, size: tuple[int, int]) -> None:
    async with plandesk(sample, size=size) as pilot:
        session = app_of(pilot).session
        assert session is not None
        pilot.app.push_screen(ExportDialog(session, Path("/")))
        await until(pilot, lambda: "Write the Word file" in shown(pilot))
        await check(pilot, "export", size)


@pytest.mark.parametrize("size", EVERY_SIZE)
async def test_the_desk(sample: Path, size: tuple[int, int]) -> None:
    async with plandesk(size=size) as pilot:
        pilot.app.screen.query_one("#plans").border_subtitle = HOME_ON_SCREEN
        await until(pilot, lambda: "to check" in shown(pilot))
        await check(pilot, "desk", size)


@pytest.mark.parametrize("size", EVERY_SIZE)
@pytest.mark.parametrize(
    ("key", "name", "words"),
    [("r", "preview report", "REPORT TO"), ("a", "preview assessment", "TOOL")],
)
@pytest.mark.slow
async def test_the_preview(
    sample: Path, size: tuple[int, int], key: str, name: str, words: str
) -> None:
    async with plandesk(sample, size=size) as pilot:
        await press(pilot, "6", key)
        await until(pilot, lambda: words in shown(pilot))
        await until(pilot, lambda: "NOT FOR ISSUE" in shown(pilot))
        await check(pilot, name, size)
