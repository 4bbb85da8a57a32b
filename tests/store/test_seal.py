"""A letter that changes in a plan file by itself is noticed; a new layout of the file is not."""

import json
from pathlib import Path

import pytest

from store.errors import DamagedPlanError
from store.plan_file import PlanFile
from tests.store.plans import SMALL, made, stored_tables


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.plan.json"
    made(path)
    return path


@pytest.mark.slow
def test_every_letter_of_the_plan_that_changes_is_noticed(path: Path) -> None:
    content = path.read_bytes()
    end = content.rindex(b',\n "seal"')
    for place in range(end):
        other = b"b" if content[place : place + 1] == b"a" else b"a"
        path.write_bytes(content[:place] + other + content[place + 1 :])
        try:
            assert PlanFile.open(path).plan == SMALL
        except DamagedPlanError:
            continue
        raise AssertionError(content[place - 20 : place + 20])


def test_a_word_changed_for_another_is_damage(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Review the audit", b"Review the adult"))
    with pytest.raises(DamagedPlanError, match="does not hold what plandesk has saved"):
        PlanFile.open(path)


@pytest.mark.parametrize(
    "laid_out",
    [
        lambda content: json.dumps(json.loads(content)).encode(),
        lambda content: json.dumps(json.loads(content), indent=4, ensure_ascii=False).encode(),
        lambda content: content.replace(b"\n", b"\r\n"),
        lambda content: b"\xef\xbb\xbf" + content,
        lambda content: content + b"\n",
    ],
    ids=["one line", "indented", "Windows line ends", "byte order mark", "line end"],
)
def test_another_layout_of_the_same_rows_is_no_damage(path: Path, laid_out) -> None:  # type: ignore[no-untyped-def]
    path.write_bytes(laid_out(path.read_bytes()))
    assert PlanFile.open(path).plan == SMALL


def test_a_file_without_a_seal_is_taken_as_it_is(path: Path) -> None:
    path.write_bytes(json.dumps(stored_tables(path.read_bytes())).encode())
    assert PlanFile.open(path).plan == SMALL


@pytest.mark.parametrize("seal", [{}, {"plan": {}}, {"plan": {"sha256": 5}}, {"plan": None}])
def test_a_seal_that_is_none_is_damage(path: Path, seal: object) -> None:
    tables = stored_tables(path.read_bytes())
    path.write_bytes(json.dumps({**tables, "seal": seal}).encode())
    with pytest.raises(DamagedPlanError):
        PlanFile.open(path)
