"""A council's own frameworks lie in the settings folder and are followed as plandesk's are."""

import os
from pathlib import Path

import pytest

from plan.council import DEFAULT_FORMAT
from plan.council.framework import framework_of, frameworks
from plan.model.outline import PlanOutline, built_plan
from store.formats import format_for, own_frameworks
from store.places import frameworks_folder
from tests.tui.window import on_disk, saved_plan
from tui.__main__ import main

OURS = """\
id = "ours"
name = "Our themes"

[[indicators]]
name = "Warm homes"
aliases = ["Warmth"]
"""


def lay(name: str, text: str = OURS) -> Path:
    folder = frameworks_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_folder_there_is_none() -> None:
    assert own_frameworks() == ()
    assert format_for(DEFAULT_FORMAT).own_frameworks == ()


def test_a_plan_follows_a_framework_of_the_councils_own(capsys: pytest.CaptureFixture[str]) -> None:
    lay("ours")
    path = on_disk()
    assert main(["set", "Small", "plan", "framework", "Our themes"]) == 0
    plan = saved_plan(path)
    assert plan.cover.framework == "ours"
    followed = framework_of(plan, format_for(plan.cover.format))
    assert followed is not None
    assert followed.find("warmth") is not None
    capsys.readouterr()
    main(["check", "Small"])
    assert "follows “Our themes”: which is meant?" in capsys.readouterr().out


def test_it_is_read_again_when_it_was_changed() -> None:
    path = lay("ours")
    assert [one.name for one in own_frameworks()] == ["Our themes"]
    before = path.stat().st_mtime_ns
    path.write_text(OURS.replace("Our themes", "Our aims"), encoding="utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))
    assert [one.name for one in own_frameworks()] == ["Our aims"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ours", "id = ["),
        ("ours", OURS.replace("ours", "another")),
        ("ours", OURS + "colour = 1"),
        ("none", OURS.replace("ours", "none")),
        ("Our Own", OURS),
        ("ours", OURS.replace("Warm homes", "x" * 201)),
        ("ours", OURS + '[[indicators]]\nname = "Another"\n' * 200),
        ("ours", OURS.replace('["Warmth"]', str([f"w{number}" for number in range(11)]))),
        ("ours", OURS + "".join(f'[[indicators]]\nname = "{n:0>190}"\n' for n in range(150))),
        ("ours", "# " + "x" * 600_000 + "\n" + OURS),
    ],
)
def test_one_that_cannot_be_used_is_left_out_and_told_of(
    name: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = lay(name, text)
    assert own_frameworks() == ()
    assert format_for(DEFAULT_FORMAT).own_frameworks == ()
    assert main(["formats"]) == 1
    assert f"framework {name}: cannot be used: {path}" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["../ours", "..", "/ours", "formats/ours"])
def test_no_name_leads_out_of_the_folder(name: str) -> None:
    lay("../ours")
    council = format_for(DEFAULT_FORMAT)
    plan = built_plan(PlanOutline(), DEFAULT_FORMAT)
    plan.cover.__dict__["framework"] = name
    assert framework_of(plan, council) is None


def test_a_councils_own_stands_among_those_there_are() -> None:
    lay("ours")
    own = own_frameworks()
    assert "ours" in [one.id for one in frameworks(own)]
    assert "ours" not in [one.id for one in frameworks()]
