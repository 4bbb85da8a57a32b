"""Names the colours of cells, such as "FFC000", as officers do."""

from collections.abc import Mapping
from colorsys import rgb_to_hls
from functools import lru_cache

from plan.reading.status import Tone

TONES: Mapping[str, Tone] = {"Red": "bad", "Amber": "doubtful", "Green": "good", "Blue": "good"}
"""The colours that are the word of a status by themselves, with what they mean."""
_HUES = (
    (14, ("Red",)),
    (40, ("Amber", "Orange")),
    (53, ("Amber", "Yellow")),
    (66, ("Yellow", "Amber")),
    (165, ("Green",)),
    (185, ("Turquoise",)),
    (257, ("Blue",)),
    (318, ("Purple",)),
    (343, ("Pink",)),
    (360, ("Red",)),
)
"""What a hue is called, up to each of these degrees of the circle of colours."""
_LEAST_CHROMA, _DARKEST, _LIGHTEST, _BROWN = 0.055, 0.08, 0.97, 0.33
"""Shares of the whole: a colour below the first is grey; the others are degrees of lightness."""


def lightness_of(fill: str) -> float:
    """Return how light a colour such as "FFC000" is, from 0 for black to 1 for white."""
    return rgb_to_hls(*_parts_of(fill))[1]


@lru_cache(maxsize=500)
def names_of(fill: str) -> tuple[str, ...]:
    """Return what a colour such as "FFC000" is called, the likeliest name first."""
    if not fill:
        return ()
    red, green, blue = _parts_of(fill)
    hue, lightness, _ = rgb_to_hls(red, green, blue)
    degrees = hue * 360
    if lightness < _DARKEST:
        return ("Black",)
    if lightness > _LIGHTEST:
        return ()
    if max(red, green, blue) - min(red, green, blue) < _LEAST_CHROMA:
        return ("Grey",)
    names = next(names for end, names in _HUES if degrees <= end)
    is_brown = names[0] in ("Amber", "Yellow") and lightness < _BROWN
    return ("Brown",) if is_brown else names


def colour_of(fill: str) -> str:
    """Return which of the four colours of a status a colour is, empty where it is none."""
    return next((name for name in names_of(fill) if name in TONES), "")


def _parts_of(fill: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(fill)
    return red / 255, green / 255, blue / 255
