"""Light, dark and high contrast: in each of them everything that is painted can be read."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.theme import BUILTIN_THEMES, Theme
from textual.widgets import OptionList

from desk.colours import COLOURS_IN_WORDS, nearest_colours
from desk.exporting import Export
from desk.importing import read_word_paper
from desk.lost_texts import LostText
from store.plan_file import PlanFile
from store.settings import Settings, load_settings, save_settings
from tests.tui.changed_elsewhere import elsewhere, is_asked, written_here
from tests.tui.contrast import contrast, faint_texts, painted_pairs
from tests.tui.window import (
    app_of,
    at_rest,
    edit,
    editor_of,
    on_disk,
    on_list,
    plandesk,
    press,
    shown,
    until,
)
from tui.__main__ import main
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.draft import DraftDialog
from tui.dialogs.import_preview import ImportPreview
from tui.themes import THEMES
from tui.widgets.row_list import RowList

WIDE = (120, 30)
NAMES = list(COLOURS_IN_WORDS)
EACH = [*((name, WIDE) for name in NAMES), ("dark", (80, 24))]
"""Each choice of colours, and what only a narrow window paints; it has the same colours there."""

pytestmark = pytest.mark.usefixtures("frozen")


async def can_be_read(pilot: Pilot[None], *words: str) -> None:
    """Wait until the window shows `words` and rests; everything in it then stands out."""
    await until(pilot, lambda: all(word in shown(pilot) for word in words))
    await at_rest(pilot)
    assert faint_texts(pilot.app) == [], f"with {words} shown:\n{shown(pilot)}"


@pytest.fixture(
    params=[NAMES[0], *(pytest.param(name, marks=pytest.mark.slow) for name in NAMES[1:])]
)
def colours(request: pytest.FixtureRequest) -> str:
    """Remember one of the choices of colours, and return its name."""
    save_settings(Settings(theme=request.param))
    return str(request.param)


@pytest.mark.slow
@pytest.mark.parametrize(("colours", "size"), EACH, indirect=["colours"])
async def test_in_the_views(sample: Path, colours: str, size: tuple[int, int]) -> None:
    async with plandesk(sample, size=size) as pilot:
        assert pilot.app.theme == colours
        await can_be_read(pilot, "Actions")
        await press(pilot, "left")
        await can_be_read(pilot, "Aims")
        await press(pilot, "right", "right")
        await can_be_read(pilot, "Timescale")
        await press(pilot, "left", "m", "down")
        await can_be_read(pilot, "put it back")
        await press(pilot, "escape", "2")
        await can_be_read(pilot, "ecommendations")
        await press(pilot, "right", "enter")
        await until(pilot, lambda: app_of(pilot).where == "editing")
        await can_be_read(pilot, "done")
        await press(pilot, "escape", "3")
        await can_be_read(pilot, "Part")
        for keys in (["right"], ["right"], ["down"] * 6, ["left"] * 2, ["down"] * 8, ["right"] * 2):
            await press(pilot, *keys)
            await can_be_read(pilot)
        await press(pilot, "escape", "escape", "4")
        await can_be_read(pilot, "What is to come")
        for _ in range(6):
            await press(pilot, "down")
            await can_be_read(pilot)
        await press(pilot, "5")
        await can_be_read(pilot, "E11")
        await press(pilot, *["down"] * 3)
        await can_be_read(pilot)
        for key, words in (
            ("6", "▸6 Preview"),
            ("r", "REPORT TO"),
            ("a", "TOOL"),
            ("p", "Appendix"),
        ):
            await press(pilot, key)
            await can_be_read(pilot, words)


@pytest.mark.slow
@pytest.mark.parametrize(("colours", "size"), EACH, indirect=["colours"])
async def test_in_the_dialogs(
    sample: Path, colours: str, size: tuple[int, int], tmp_path: Path
) -> None:
    plan = PlanFile.open(sample).plan
    written = next(Export(plan, "Last year", "plan", tmp_path).write())
    paper = read_word_paper(written.path)
    lost = [LostText("Action 1.1 – Timescale", "May 2026", "June 2026", None)]
    async with plandesk(sample, size=size) as pilot:
        for keys, words in (
            (["question_mark"], "In the actions:"),
            (["slash", *"guide"], "Publish one guide"),
            (["ctrl+r"], "Replace by"),
            (["x"], "Action 1.1"),
            (["t"], "inspection report"),
            (["h"], "Sample"),
            (["e"], "Write the Word file"),
            (["ctrl+p"], "type what the command does"),
            (["ctrl+p", "d", "e", "l"], "Delete"),
            (["4", "b"], "From when to when?"),
            (["4", "f"], "Show only"),
            (["5", "r"], "Leave it as it is, because"),
        ):
            await press(pilot, *keys)
            await can_be_read(pilot, words)
            await press(pilot, "tab")
            await can_be_read(pilot)
            await press(pilot, "down")
            await can_be_read(pilot)
            while len(pilot.app.screen_stack) > 1:
                await press(pilot, "escape")
        for dialog, words in (
            (ImportPreview(paper), "16 actions"),
            (DraftDialog("Strathbrannoch", "14:02", lost), "June 2026"),
        ):
            pilot.app.push_screen(dialog)
            await can_be_read(pilot, words)
            await press(pilot, "escape")


async def test_in_a_field_and_what_is_highlighted_in_it(sample: Path, colours: str) -> None:
    async with plandesk(sample) as pilot:
        editor = await edit(pilot, "Leads")
        await can_be_read(pilot)
        await press(pilot, "shift+home")
        assert editor.selected_text
        await can_be_read(pilot)
        editor.clear()
        editor.insert(plan_leads(sample)[:4])
        await until(pilot, lambda: editor_of(pilot).suggestion)
        await can_be_read(pilot)


def plan_leads(path: Path) -> str:
    """Return the first lead of the plan."""
    return next(action.leads[0] for action in PlanFile.open(path).plan.actions if action.leads)


@pytest.mark.slow
async def test_on_the_desk_and_while_something_is_said(sample: Path, colours: str) -> None:
    async with plandesk() as pilot:
        await can_be_read(pilot, "to check")
        await press(pilot, "o")
        await can_be_read(pilot, "Open a Word file")
        await press(pilot, "escape", "b")
        await can_be_read(pilot)
    async with plandesk(sample) as pilot:
        app_of(pilot).say("Something was done.")
        await can_be_read(pilot, "Something was done.")
        app_of(pilot).say("Something is wrong.", is_problem=True)
        await can_be_read(pilot, "Something is wrong.")
        app_of(pilot).title_line.is_unsaved = True
        await can_be_read(pilot)
        for offset in range(0, 100, 7):
            await pilot.hover(app_of(pilot).key_line, (offset, 0))
            await can_be_read(pilot)
            await pilot.hover(app_of(pilot).tab_line, (offset, 0))
            await can_be_read(pilot)


@pytest.mark.slow
async def test_while_two_wordings_are_compared(colours: str) -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        elsewhere(path, timescale="Every week")
        await written_here(pilot, "Timescale", "Every month")
        await is_asked(pilot)
        await can_be_read(pilot, "Every week")


async def test_the_row_under_the_cursor_is_plain_to_see(sample: Path, colours: str) -> None:
    async with plandesk(sample) as pilot:
        await at_rest(pilot)
        assert is_plain_to_see(on_list(pilot, "actions"))
        await press(pilot, "m")
        assert is_plain_to_see(on_list(pilot, "actions")), "also the row that is being moved"
        await press(pilot, "escape")
        for keys in (
            ("f",),
            ("slash", *"family"),
            ("N",),
            ("e",),
            ("comma", "up", "enter"),
            ("ctrl+p",),
        ):
            await press(pilot, *keys)
            assert is_plain_to_see(pilot.app.screen.query(OptionList).first()), "what Enter takes"
            while len(pilot.app.screen_stack) > 1:
                await press(pilot, "escape")


def is_plain_to_see(rows: OptionList) -> bool:
    """Return whether the row under the cursor stands out as WCAG 2.2 asks of a state (1.4.11)."""
    ground = rows.get_component_rich_style("option-list--option-highlighted").bgcolor
    beside = rows.rich_style.bgcolor
    assert ground is not None
    assert beside is not None
    return contrast(ground, beside) >= 3


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
async def test_the_palette_offers_the_three_and_the_choice_is_remembered(name: str) -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        await press(pilot, "ctrl+p", *"colours")
        await until(pilot, lambda: "Light, dark or high contrast" in shown(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        choices = pilot.app.screen.query_one("#choices", RowList)
        assert [row.line for row in choices.rows] == ["Light", "Dark", "High contrast"]
        choices.highlighted = NAMES.index(name)
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.theme == name and len(pilot.app.screen_stack) == 1)
    assert load_settings()[0].theme == name
    async with plandesk(path) as pilot:
        assert pilot.app.theme == name
    assert sorted(THEMES) == sorted(NAMES)


@pytest.mark.parametrize(("name", "theme"), BUILTIN_THEMES.items())
def test_a_theme_of_another_name_becomes_the_nearest(name: str, theme: Theme) -> None:
    assert nearest_colours(name) == ("dark" if theme.dark else "light")


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("high-contrast", "high-contrast"), ("High contrast", "high-contrast"), ("LIGHT", "light")],
)
def test_the_names_are_read_as_people_write_them(name: str, nearest: str) -> None:
    assert nearest_colours(name) == nearest


async def test_a_remembered_theme_of_another_name_is_no_hindrance(sample: Path) -> None:
    save_settings(Settings(theme="catppuccin-latte"))
    async with plandesk(sample) as pilot:
        assert pilot.app.theme == "light"


def test_the_command_line_sets_the_colours(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["settings", "colours"]) == 0
    assert capsys.readouterr().out.startswith("colours: dark (")
    assert main(["settings", "colours", "high-contrast"]) == 0
    assert capsys.readouterr().out == "Set: colours: high-contrast.\n"
    assert load_settings()[0].theme == "high-contrast"
    assert main(["settings", "colours", "pink"]) == 1
    assert "there are: light, dark, high-contrast" in capsys.readouterr().err
    assert load_settings()[0].theme == "high-contrast"


@pytest.mark.slow
async def test_without_colours_nothing_but_greys_is_painted(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with plandesk(sample) as pilot:
        await can_be_read(pilot, "Actions")
        for _, _, colours in painted_pairs(pilot.app):
            for colour in colours.split(" on "):
                assert colour[1:3] == colour[3:5] == colour[5:7], colours
