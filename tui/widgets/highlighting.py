"""How text that the mouse has highlighted is painted, where a widget paints it by itself."""

from textual.style import Style
from textual.widget import Widget


def selection_style(widget: Widget) -> Style:
    """Return the style of highlighted text, the same everywhere in the window."""
    return Style.from_styles(widget.screen.get_component_styles("screen--selection"))
