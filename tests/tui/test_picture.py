"""The pictures of README and guide are the window as it is now, and fetch nothing from anywhere."""

import os
import re
from pathlib import Path

import pytest

from plan.council import DEFAULT_FORMAT
from plan.model.outline import built_plan
from sample_data.sample import sample_outline
from store.places import plans_folder
from store.plan_file import PlanFile
from tests.repository import ROOT
from tests.tui.window import MADE_AT, app_of, plandesk, press, shown

PICTURES = ROOT / "docs" / "pictures"
README_PICTURE = PICTURES / "plan-view.svg"
SIZE = (110, 34)
KEYS: dict[str, tuple[tuple[str, ...], str]] = {
    "plan-view": (("left", "down", "right"), "Give every lead"),
    "equality-view": (("3", *("down",) * 15, "right"), "Positively"),
    "reviews-view": (("4", "down", "down"), "Timescale:"),
    "checks-view": (("5",), "Where:"),
}
"""Which keys lead to what a picture shows, and words that are in it then."""


def self_contained(svg: str) -> str:
    """Return a picture without the fonts of other people's servers, its ids always the same."""
    without_fonts = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    return re.sub(r"terminal-\d+", "terminal", without_fonts)


def words_of(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


@pytest.mark.slow
@pytest.mark.usefixtures("frozen")
@pytest.mark.parametrize("name", KEYS)
async def test_the_pictures_of_the_guide_are_the_window_of_today(name: str) -> None:
    path = plans_folder() / "Strathbrannoch.plan.json"
    path.parent.mkdir(parents=True)
    plan = built_plan(sample_outline(), DEFAULT_FORMAT)
    PlanFile.create(path, plan, label="Sample", who="", now=MADE_AT)
    keys, words = KEYS[name]
    async with plandesk(path, size=SIZE) as pilot:
        assert "to check" in app_of(pilot).title_line.to_check
        for key in keys:
            await press(pilot, key)
        assert words in shown(pilot)
        now = self_contained(pilot.app.export_screenshot(title="plandesk"))
    picture = PICTURES / f"{name}.svg"
    if os.environ.get("PLANDESK_WRITE_SCREENS"):
        picture.parent.mkdir(parents=True, exist_ok=True)
        picture.write_text(now, encoding="utf-8")
    assert words_of(picture.read_text(encoding="utf-8")) == words_of(now)


@pytest.mark.parametrize("name", KEYS)
def test_a_picture_fetches_nothing(name: str) -> None:
    picture = (PICTURES / f"{name}.svg").read_text(encoding="utf-8")
    addresses = re.findall(r"https?://[^\s\"')]+", picture)
    assert {address.partition("/")[2].split("/")[1] for address in addresses} <= {
        "www.w3.org",
        "www.textualize.io",
    }, "the names of the picture's language, and a remark on what drew it"
    assert "url(" not in re.sub(r"url\(#[\w-]+\)", "", picture)


def test_every_picture_is_shown_somewhere() -> None:
    guide = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    assert {path.stem for path in PICTURES.glob("*")} == set(KEYS)
    for name in KEYS:
        assert f"pictures/{name}.svg" in guide


def test_the_readme_shows_the_picture() -> None:
    readme = Path(ROOT / "README.md").read_text(encoding="utf-8")
    assert README_PICTURE.relative_to(ROOT).as_posix() in readme
