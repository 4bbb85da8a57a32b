"""The three choices of colours: light, dark and high contrast.

In each, every text has a contrast of at least 4.5 to 1 with its background, as WCAG 2.2 (1.4.3)
demands; the tests compute it from rendered screens.
"""

from typing import NamedTuple

from textual.theme import Theme


class _Colours(NamedTuple):
    """The colours that an officer sees together; the others of a theme are these again.

    `accent` is the background of the row under the cursor and of selected text, `tint` a background
    on which coloured words stay legible; `line` is the frame of a panel without the focus, `muted`
    the colour of less important text on any background.
    """

    background: str
    surface: str
    panel: str
    foreground: str
    accent: str
    tint: str
    line: str
    muted: str
    error: str
    warning: str
    success: str

    @property
    def derived(self) -> dict[str, str]:
        """The colours that Textual would otherwise blend, by its names for them."""
        return {
            "text-muted": self.muted,
            "text-disabled": self.muted,
            "text-primary": self.accent,
            "text-accent": self.accent,
            "text-error": self.error,
            "text-warning": self.warning,
            "text-success": self.success,
            "primary-muted": self.tint,
            "accent-muted": self.tint,
            "foreground-muted": self.foreground,
            "foreground-disabled": self.foreground,
            "border": self.accent,
            "border-blurred": self.line,
            "block-cursor-background": self.accent,
            "block-cursor-foreground": self.background,
            "block-cursor-blurred-background": self.tint,
            "block-cursor-blurred-foreground": self.foreground,
            "block-hover-background": self.panel,
            "input-selection-background": self.accent,
            "input-selection-foreground": self.background,
            "screen-selection-background": self.accent,
            "screen-selection-foreground": self.background,
            "link-color-hover": self.background,
            "link-background-hover": self.accent,
        }


def _theme(name: str, colours: _Colours, *, is_dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=colours.accent,
        secondary=colours.foreground,
        accent=colours.accent,
        foreground=colours.foreground,
        background=colours.background,
        surface=colours.surface,
        panel=colours.panel,
        error=colours.error,
        warning=colours.warning,
        success=colours.success,
        dark=is_dark,
        variables=colours.derived,
    )


LIGHT = _theme(
    "light",
    _Colours(
        background="#fbfaf7",
        surface="#efede7",
        panel="#e4e1d9",
        foreground="#1c1c1a",
        accent="#083f70",
        tint="#c6ddf3",
        line="#b9b5aa",
        muted="auto 70%",
        error="#a3161b",
        warning="#774800",
        success="#1b5e2e",
    ),
    is_dark=False,
)
DARK = _theme(
    "dark",
    _Colours(
        background="#14171a",
        surface="#1f2429",
        panel="#2a3036",
        foreground="#e9e6e0",
        accent="#a6d4ff",
        tint="#223c58",
        line="#4a525a",
        muted="auto 70%",
        error="#ffa19c",
        warning="#ffc66d",
        success="#7fd495",
    ),
    is_dark=True,
)
HIGH_CONTRAST = _theme(
    "high-contrast",
    _Colours(
        background="#000000",
        surface="#000000",
        panel="#000000",
        foreground="#ffffff",
        accent="#ffff00",
        tint="#00305c",
        line="#ffffff",
        muted="auto 85%",
        error="#ff9a9a",
        warning="#ffc34d",
        success="#66ff66",
    ),
    is_dark=True,
)
THEMES = {theme.name: theme for theme in (DARK, HIGH_CONTRAST, LIGHT)}
"""The themes by the names in the settings."""
