"""How far painted text stands out from its ground, by the measure of WCAG 2.2."""

from collections.abc import Iterator
from typing import Any

from rich.color import Color
from rich.style import Style
from textual.errors import NoWidget
from textual.screen import ModalScreen

LEAST = 4.5
"""What WCAG 2.2 asks of text (1.4.3, level AA)."""
_FRAMES = range(0x2500, 0x25A0)
"""Lines, boxes and blocks: frames, scroll bars and bars, which say nothing by themselves."""


def _luminance(red: int, green: int, blue: int) -> float:
    parts = [part / 255 for part in (red, green, blue)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(text: Color, ground: Color) -> float:
    """Return the ratio of two colours, from 1 to 21."""
    light, dark = sorted(
        (_luminance(*color.get_truecolor()) for color in (text, ground)), reverse=True
    )
    return (light + 0.05) / (dark + 0.05)


def painted_pairs(app: Any) -> Iterator[tuple[str, float, str]]:
    """Yield each text that is painted, how far it stands out, and its colours in words.

    What lies behind a dialog is left out: it is dimmed, and cannot be reached.
    """
    screen = app.screen
    for y, strip in enumerate(screen._compositor.render_strips()):
        x = 0
        for text, style, _ in strip:
            said = "".join(sign for sign in text if ord(sign) not in _FRAMES).strip()
            if said and not _is_behind(screen, x, y):
                yield said, *_measured(style)
            x += len(text)


def faint_texts(app: Any) -> list[str]:
    """Return in words each text that stands out too little."""
    pairs = painted_pairs(app)
    return [f"{ratio:.1f} {said!r} {colours}" for said, ratio, colours in pairs if ratio < LEAST]


def _measured(style: Style | None) -> tuple[float, str]:
    assert style is not None
    assert style.color is not None, style
    assert style.bgcolor is not None, style
    assert not style.dim, f"a terminal dims {style} as it likes"
    text, ground = style.color, style.bgcolor
    if style.reverse:
        text, ground = ground, text
    return contrast(text, ground), f"{text.name} on {ground.name}"


def _is_behind(screen: Any, x: int, y: int) -> bool:
    if not isinstance(screen, ModalScreen):
        return False
    try:
        return screen.get_widget_at(x, y)[0] is screen
    except NoWidget:
        return True
