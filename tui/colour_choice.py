"""Choosing the colours: the three choices, the one in use first under the cursor."""

from typing import TYPE_CHECKING

from desk.colours import COLOURS_IN_WORDS
from store.settings import load_settings
from tui.dialogs.choose import ChooseDialog
from tui.opening import update_settings
from tui.widgets.row_list import ListedRow

if TYPE_CHECKING:
    from tui.window import Window


async def choose_colours(app: "Window") -> None:
    """Ask for the colours, paint the window in them and remember them."""
    rows = [ListedRow(name, said) for name, said in COLOURS_IN_WORDS.items()]
    asked = ChooseDialog("Colours", "Which colours?", rows, app.theme)
    chosen = await app.push_screen_wait(asked)
    if chosen:
        app.theme = chosen
        update_settings(load_settings()[0], theme=chosen)
