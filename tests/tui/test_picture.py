"""The picture in the README is the window as it is now, and it fetches nothing from anywhere."""

import os
import re
from pathlib import Path

import pytest

from plan.format import DEFAULT_FORMAT
from plan.outline import built_plan
from sample_data.sample import sample_outline
from store.places import plans_folder
from store.plan_file import PlanFile
from tests.repository import ROOT
from tests.tui.window import MADE_AT, app_of, plandesk, press, until

PICTURE = ROOT / "docs" / "pictures" / "plan-view.svg"
SIZE = (110, 34)


def self_contained(svg: str) -> str:
    """Return a picture without the fonts of other people's servers, its ids always the same."""
    without_fonts = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    return re.sub(r"terminal-\d+", "terminal", without_fonts)


def words_of(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


@pytest.mark.usefixtures("frozen")
async def test_the_picture_of_the_readme_is_the_plan_view_of_today() -> None:
    path = plans_folder() / "Strathbrannoch.plan.json"
    path.parent.mkdir(parents=True)
    plan = built_plan(sample_outline(), DEFAULT_FORMAT)
    PlanFile.create(path, plan, label="Sample", who="", now=MADE_AT)
    async with plandesk(path, size=SIZE) as pilot:
        await press(pilot, "left", "down", "right")
        await until(pilot, lambda: "to check" in app_of(pilot).title_line.to_check)
        await pilot.pause(0.2)
        now = self_contained(pilot.app.export_screenshot(title="plandesk"))
    if os.environ.get("PLANDESK_WRITE_SCREENS"):
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        PICTURE.write_text(now, encoding="utf-8")
    kept = PICTURE.read_text(encoding="utf-8")
    assert words_of(kept) == words_of(now)


def test_the_picture_fetches_nothing() -> None:
    addresses = re.findall(r"https?://[^\s\"')]+", PICTURE.read_text(encoding="utf-8"))
    assert {address.partition("/")[2].split("/")[1] for address in addresses} <= {
        "www.w3.org",
        "www.textualize.io",
    }, "the names of the picture's language, and a remark on what drew it"
    assert "url(" not in re.sub(r"url\(#[\w-]+\)", "", PICTURE.read_text(encoding="utf-8"))


def test_the_readme_shows_the_picture() -> None:
    readme = Path(ROOT / "README.md").read_text(encoding="utf-8")
    assert PICTURE.relative_to(ROOT).as_posix() in readme
