"""The three choices of colours: light, dark and high contrast.

In each, every text has a contrast of at least 4.5 to 1 with its background, as WCAG 2.2 (1.4.3)
demands; the tests compute it from rendered screens.
"""

from textual.theme import Theme


def _theme(  # noqa: PLR0913 - one name for each colour that the sheet uses
    name: str,
    *,
    is_dark: bool,
    background: str,
    surface: str,
    panel: str,
    foreground: str,
    accent: str,
    tint: str,
    line: str,
    muted: str,
    error: str,
    warning: str,
    success: str,
) -> Theme:
    """Return a theme that names the derived colours, which Textual would otherwise blend.

    `accent` is the background of the row under the cursor and of selected text, `tint` a background
    on which coloured words stay legible; `line` is the frame of a panel without the focus, `muted`
    the colour of less important text on any background.
    """
    return Theme(
        name=name,
        primary=accent,
        secondary=foreground,
        accent=accent,
        foreground=foreground,
        background=background,
        surface=surface,
        panel=panel,
        error=error,
        warning=warning,
        success=success,
        dark=is_dark,
        variables={
            "text-muted": muted,
            "text-disabled": muted,
            "text-primary": accent,
            "text-accent": accent,
            "text-error": error,
            "text-warning": warning,
            "text-success": success,
            "primary-muted": tint,
            "accent-muted": tint,
            "foreground-muted": foreground,
            "foreground-disabled": foreground,
            "border": accent,
            "border-blurred": line,
            "block-cursor-background": accent,
            "block-cursor-foreground": background,
            "block-cursor-blurred-background": tint,
            "block-cursor-blurred-foreground": foreground,
            "block-hover-background": panel,
            "input-selection-background": accent,
            "input-selection-foreground": background,
            "screen-selection-background": accent,
            "screen-selection-foreground": background,
            "link-color-hover": background,
            "link-background-hover": accent,
        },
    )


LIGHT = _theme(
    "light",
    is_dark=False,
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
)
DARK = _theme(
    "dark",
    is_dark=True,
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
)
HIGH_CONTRAST = _theme(
    "high-contrast",
    is_dark=True,
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
)
THEMES = {theme.name: theme for theme in (DARK, HIGH_CONTRAST, LIGHT)}
"""The themes by the names in the settings."""
