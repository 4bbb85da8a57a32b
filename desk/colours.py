"""The names of the colour choices; the colours themselves belong to the window."""

COLOURS_IN_WORDS = {"light": "Light", "dark": "Dark", "high-contrast": "High contrast"}
USUAL_COLOURS = "dark"

_OF_LIGHT_THEMES = ("light", "latte", "dawn", "day", "white", "paper")


def nearest_colours(name: str) -> str:
    """Return the name of the choice that is nearest to a theme of whatever name."""
    said = name.strip().lower().replace("_", "-").replace(" ", "-")
    if said in COLOURS_IN_WORDS:
        return said
    if "contrast" in said:
        return "high-contrast"
    return "light" if any(word in said for word in _OF_LIGHT_THEMES) else USUAL_COLOURS
