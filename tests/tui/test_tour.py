"""The tour of the guide is walked: its keys are pressed, and its pictures are what is seen then."""

import os
import re
from collections import Counter
from collections.abc import Iterable
from html import escape
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.pilot import Pilot

from tests.repository import ROOT
from tests.tui.window import notices_gone, plandesk, press, shown, type_text

TOUR = ROOT / "docs" / "tour.md"
PICTURES = ROOT / "docs" / "tour"
SIZE = (100, 28)
STEP = re.compile(r"<!-- keys: (.*?) -->(?:\n!\[([^\]]+)\]\(tour/([\w-]+)\.svg\))?")
LARGEST = 32_000
"""Bytes of a picture: the pages are read on the web, and kept with every change."""

_WIDE, _HIGH, _FONT = 8.4, 18, 14
_SPACE = "\N{NO-BREAK SPACE}"
"""A space that no program takes for less than a cell."""
_BOLD = ' font-weight="bold"'


def steps() -> list[tuple[list[str], str]]:
    """Return the keys of each step of the tour, and the name of its picture if it has one."""
    found = STEP.findall(TOUR.read_text(encoding="utf-8"))
    return [(keys.split(", "), picture) for keys, _, picture in found]


async def walk(pilot: Pilot[None], keys: list[str]) -> None:
    for key in keys:
        if key.startswith("text:"):
            await type_text(pilot, key.removeprefix("text:"))
        else:
            await press(pilot, key)


def picture_of(pilot: Pilot[None]) -> str:
    """Return the window as a small SVG: its characters in their colours, and nothing else."""
    screen = pilot.app.screen
    width, height = SIZE[0] * _WIDE, SIZE[1] * _HIGH
    strips = [list(Segment.simplify(one)) for one in screen._compositor.render_strips()]
    grounds = Counter(_colours(each.style)[1] for one in strips for each in one for _ in each.text)
    behind = grounds.most_common(1)[0][0]
    fonts = "Menlo,DejaVu Sans Mono,Consolas,monospace"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height}">',
        f'<rect width="{width:g}" height="{height}" fill="{behind}"/>',
        f'<g font-family="{fonts}" font-size="{_FONT}" shape-rendering="crispEdges">',
    ]
    for row, strip in enumerate(strips):
        lines += _row(row, strip, behind)
    return "\n".join([*lines, "</g>", "</svg>", ""])


def _row(row: int, segments: Iterable[Segment], behind: str) -> list[str]:
    """Return a row of the window: what lies behind its cells, and a text for each colour in it."""
    column, behinds = 0, [(0, behind)]
    texts: dict[tuple[str, bool], str] = {}
    for text, style, _ in segments:
        fill, ground = _colours(style)
        if ground != behinds[-1][1]:
            behinds.append((column, ground))
        if text.strip():
            key = fill, bool(style is not None and style.bold)
            texts[key] = f"{texts.get(key, ''):<{column}}{text.rstrip()}"
        column += Segment(text).cell_length
    ends = [*(start for start, _ in behinds[1:]), column]
    grounds = [
        f'<rect x="{start * _WIDE:g}" y="{row * _HIGH}" width="{(end - start) * _WIDE:g}" '
        f'height="{_HIGH}" fill="{ground}"/>'
        for (start, ground), end in zip(behinds, ends, strict=True)
        if ground != behind and end > start
    ]
    return [
        *grounds,
        *(
            f'<text y="{row * _HIGH + _FONT}" fill="{fill}"{_BOLD * is_bold}>'
            f"{escape(text, quote=False).replace(' ', _SPACE)}</text>"
            for (fill, is_bold), text in texts.items()
        ),
    ]


def _colours(style: Style | None) -> tuple[str, str]:
    """Return the colours of the characters and of what lies behind them."""
    style = style or Style()
    fore, back = (
        one.get_truecolor().hex if one is not None and not one.is_default else usual
        for one, usual in ((style.color, "#e0e0e0"), (style.bgcolor, "#121212"))
    )
    return (back, fore) if style.reverse else (fore, back)


def words_of(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


@pytest.mark.slow
@pytest.mark.usefixtures("frozen")
async def test_the_keys_of_the_tour_lead_to_its_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    walked = steps()
    async with plandesk(size=SIZE) as pilot:
        for keys, name in walked:
            await walk(pilot, keys)
            if not name:
                continue
            await notices_gone(pilot)
            now, path = picture_of(pilot), PICTURES / f"{name}.svg"
            if os.environ.get("PLANDESK_WRITE_SCREENS"):
                PICTURES.mkdir(exist_ok=True)
                path.write_text(now, encoding="utf-8")
                print(f"{name}\n{shown(pilot)}")  # noqa: T201 - to be read before it is kept
            assert words_of(path.read_text(encoding="utf-8")) == words_of(now), name


def test_every_picture_of_the_tour_is_shown_is_small_and_fetches_nothing() -> None:
    names = [name for _, name in steps() if name]
    assert sorted(names) == sorted(path.stem for path in PICTURES.glob("*"))
    for name in names:
        picture = (PICTURES / f"{name}.svg").read_text(encoding="utf-8")
        assert len(picture.encode()) < LARGEST, name
        assert set(re.findall(r"https?://[^\s\"')]+", picture)) == {"http://www.w3.org/2000/svg"}


def test_the_readme_and_the_guide_lead_to_the_tour() -> None:
    for path in (ROOT / "README.md", ROOT / "docs" / "guide.md"):
        assert "tour.md" in Path(path).read_text(encoding="utf-8")
