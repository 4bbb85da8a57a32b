"""The desk lists every plan of a folder, and a plan's name suits every system."""

import os
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plan.model.outline import AimOutline, PlanOutline
from store.places import free_path, plan_path, plans_folder, safe_name
from store.plans_folder import DeskEntry, plans_on_desk
from tests.plan.strategies import plan_from
from tests.store.plans import NOW, SMALL, made

ON_DESK = ("Family support", "Plan con", "a.b", "~mine", "two  spaces")


@given(st.text(max_size=300))
@example("CON")
@example("con.txt")
@example("Lpt1 .x")
@example("COM¹")
@example("  .. ")
@example("計" * 100)
@example("a\ud800b")
@example("x" * 79 + " .")
def test_any_title_gives_a_name_that_every_system_accepts(title: str) -> None:
    name = safe_name(title)
    assert name
    assert not set(name) & set('<>:"/\\|?*')
    assert not any(ord(character) < 32 for character in name)
    assert name == name.strip(" .")
    first = name.split(".")[0].strip().upper()
    assert first not in {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    assert not (first[:3] in {"COM", "LPT"} and first[3:] in set("0123456789¹²³"))
    assert len(name) <= 85
    assert len(f".{name}.plan.json.1234567-1234567.tmp".encode()) <= 255


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Improvement plan, June 2016", "Improvement plan, June 2016"),
        ("Children’s services: 2016/17", "Children’s services 2016 17"),
        ("", "Plan"),
        ("con", "Plan con"),
        ("con.txt", "Plan con.txt"),
        ("Conwy", "Conwy"),
        (".hidden", "hidden"),
    ],
)
def test_a_name_keeps_of_the_title_what_it_can(title: str, name: str) -> None:
    assert safe_name(title) == name


@given(st.text(max_size=100))
def test_a_name_made_safe_once_stays_as_it_is(title: str) -> None:
    assert safe_name(safe_name(title)) == safe_name(title)


def test_a_free_path_is_taken_by_no_other_plan(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        path = free_path(tmp_path, "Review: 2016")
        made(path)
        names.append(path.name)
    assert names == ["Review 2016.plan.json", "Review 2016 2.plan.json", "Review 2016 3.plan.json"]


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return the desk's folder, made; the working folder is another, and empty."""
    monkeypatch.chdir(tmp_path)
    folder = plans_folder()
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize("name", ON_DESK)
def test_a_plan_on_the_desk_is_found_by_its_name(desk: Path, name: str) -> None:
    made(desk / f"{name}.plan.json")
    assert plan_path(name) == desk / f"{name}.plan.json"
    assert plan_path(f"{name}.plan.json") == desk / f"{name}.plan.json"


def test_a_name_that_is_nowhere_is_a_plan_to_be_made_on_the_desk(desk: Path) -> None:
    assert plan_path("New plan") == desk / "New plan.plan.json"
    assert plan_path("Review: 2016?") == desk / "Review 2016.plan.json"
    assert plan_path("x" * 5_000).parent == desk


def test_a_path_is_taken_as_it_is_given(desk: Path, tmp_path: Path) -> None:
    made(tmp_path / "here.plan.json")
    assert plan_path("here.plan.json") == Path("here.plan.json")
    assert plan_path("new.json") == Path("new.json")
    assert plan_path("folder/plan") == Path("folder/plan")
    assert plan_path(str(tmp_path / "a")) == tmp_path / "a"
    assert plan_path("~/a.json") == Path.home() / "a.json"


def test_a_folder_of_the_same_name_does_not_hide_a_plan_on_the_desk(
    desk: Path, tmp_path: Path
) -> None:
    made(desk / "Family support.plan.json")
    (tmp_path / "Family support").mkdir()
    assert plan_path("Family support") == desk / "Family support.plan.json"


def test_the_plan_changed_last_comes_first(tmp_path: Path) -> None:
    for age, name in enumerate(["new", "middle", "old"]):
        path = tmp_path / f"{name}.plan.json"
        made(path)
        os.utime(path, (1_000_000 - age, 1_000_000 - age))
    (tmp_path / "notes.txt").write_text("no plan", encoding="utf-8")
    (tmp_path / "folder.plan.json").mkdir()
    assert [entry.name for entry in plans_on_desk(tmp_path)] == ["new", "middle", "old"]


def test_an_entry_says_what_is_on_the_cover_and_how_much_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "a.plan.json"
    outline = PlanOutline("Family support", "Improvement Plan", "June 2016", aims=(AimOutline(),))
    made(path, plan_from(outline))
    (entry,) = plans_on_desk(tmp_path)
    said = ("a", path, "Family support", "Improvement Plan", "June 2016", 1, 0)
    assert entry == DeskEntry(*said, NOW.astimezone(), entry.plan_id)
    made(path, SMALL, replace=True)
    (entry,) = plans_on_desk(tmp_path)
    assert (entry.aims, entry.actions) == (2, 3)
    assert isinstance(entry.saved_at, datetime)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"{}", b"null", b"PK\x03\x04", b'{"plan": {"a": 5}, "meta": {"plan": 5}}'],
)
def test_a_plan_that_cannot_be_read_is_listed_with_its_problem(
    tmp_path: Path, content: bytes
) -> None:
    made(tmp_path / "good.plan.json")
    (tmp_path / "bad.plan.json").write_bytes(content)
    entries = {entry.name: entry for entry in plans_on_desk(tmp_path)}
    assert entries["good"].problem == ""
    assert "bad.plan.json" in entries["bad"].problem


def test_a_cover_that_is_none_does_not_keep_the_desk_from_being_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.plan.json"
    made(path)
    content = path.read_bytes().replace(b'"plan": {\n  "row-1": {', b'"plan": {"x": 5,\n "y": {')
    assert content != path.read_bytes()
    path.write_bytes(content)
    (entry,) = plans_on_desk(tmp_path)
    assert entry.name == "a"


def test_a_folder_that_is_not_there_has_no_plans(tmp_path: Path) -> None:
    assert plans_on_desk(tmp_path / "none") == ()
