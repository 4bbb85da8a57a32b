"""A file that is no plan is refused in a sentence and stays as it is."""

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from plan.changes.change import applied
from store import schema
from store.errors import DamagedPlanError, NotAPlanError, NotSavedError, StoreError
from store.plan_file import PlanFile
from store.schema import SCHEMA_VERSION
from store.storage import PlanStorage, Tables
from tests.plan.strategies import small_plan
from tests.store.plans import SMALL, made, stored_tables, stored_timescale, timescale

VERSION = b'"schema_version": %d' % SCHEMA_VERSION


def whole(path: Path) -> bytes:
    """Return the bytes of a plan with an aim and an action."""
    made(path, small_plan(("An aim", "An action")))
    return path.read_bytes()


def refused(path: Path, content: bytes) -> StoreError:
    """Return with what error a file of this content is refused; it must stay as it is."""
    path.write_bytes(content)
    written = path.stat().st_mtime_ns
    with pytest.raises(StoreError, match=re.escape(path.name)) as raised:
        PlanFile.open(path)
    assert path.read_bytes() == content
    assert path.stat().st_mtime_ns == written
    return raised.value


def a_word_file() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    return content.getvalue()


@pytest.mark.parametrize("content", [b"", b"\n", b"\x00" * 4_096], ids=["empty", "line", "nulls"])
def test_a_file_that_has_lost_its_content_is_damaged_and_not_a_new_plan(
    path: Path, content: bytes
) -> None:
    assert isinstance(refused(path, content), DamagedPlanError)


@pytest.mark.parametrize(
    "content",
    [
        b"null",
        b"[]",
        b"7",
        b"{}",
        b'{"a": 1}',
        b'{"actions": {}}',
        b'{"meta": {"plan": 5}}',
        b'{"meta": {"plan": {"format": "another"}}}',
        a_word_file(),
        b"%PDF-1.7",
    ],
)
def test_another_kind_of_file_is_said_to_be_no_plan(path: Path, content: bytes) -> None:
    assert isinstance(refused(path, content), NotAPlanError)


def test_a_plan_cut_off_anywhere_is_damaged(path: Path) -> None:
    content = whole(path)
    end = len(content.rstrip())
    for length in range(1, end):
        assert isinstance(refused(path, content[:length]), DamagedPlanError)


@pytest.mark.slow
def test_a_plan_with_a_byte_changed_opens_or_is_refused(path: Path) -> None:
    content = whole(path)
    for place in range(len(content)):
        path.write_bytes(content[:place] + b"\xff" + content[place + 1 :])
        with pytest.raises(StoreError):
            PlanFile.open(path)
        path.write_bytes(content[:place] + b"7" + content[place + 1 :])
        try:
            PlanFile.open(path)
        except StoreError:
            continue


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content + content,
        lambda content: b"<<<<<<< HEAD\n" + content,
        lambda content: b"<!DOCTYPE html><title>Sign in</title>",
        lambda content: content.decode().encode("utf-16"),
        lambda content: content.replace(b"An aim", b"A\xe9"),
        lambda content: content.replace(b"An aim", b"\\ud800"),
        lambda content: content.replace(b"An aim", b"\\u0000"),
        lambda content: b"[" * 100_000,
        lambda content: content.replace(b'"schema_version":', b'"schema_version": -5, "x":'),
        lambda content: content.replace(b'"schema_version":', b'"x":'),
        lambda content: content.replace(VERSION, b'"schema_version": 0'),
    ],
    ids=[
        "twice", "conflict", "sign-in page", "UTF-16", "Latin-1", "surrogate", "NUL", "depth",
        "version -5", "no version", "version 0",
    ],
)  # fmt: skip
def test_damage_of_many_kinds_is_refused(path: Path, damage: Any) -> None:
    content = whole(path)
    damaged = damage(content)
    assert damaged != content
    assert isinstance(refused(path, damaged), DamagedPlanError)


def changed(content: bytes, **tables: Any) -> bytes:
    return json.dumps({**stored_tables(content), **tables}).encode()


@pytest.mark.parametrize(
    "tables",
    [
        {"plan": {}},
        {"aims": {}},
        {"aims": {"row-2": []}},
        {"aims": {"row-2": {"text": 5}}},
        {"progress": {"note": {"parent": "nowhere"}}},
    ],
)
def test_rows_that_make_no_plan_are_named_as_damaged(path: Path, tables: Tables) -> None:
    assert isinstance(refused(path, changed(whole(path), **tables)), DamagedPlanError)


@pytest.mark.parametrize("last", [5, {}, {"revision": "x"}, None])
def test_a_last_change_that_is_none_costs_only_the_history(path: Path, last: Any) -> None:
    meta = stored_tables(whole(path))["meta"]
    meta["plan"] |= {"last_change": last, "saved_at": 5, "plan_id": 7}
    path.write_bytes(changed(path.read_bytes(), meta=meta))
    assert PlanFile.open(path).plan == small_plan(("An aim", "An action"))


def test_a_byte_order_mark_is_no_damage(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + whole(path))
    assert PlanFile.open(path).plan.aims[0].text == "An aim"


def test_a_file_larger_than_any_plan_is_not_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = whole(path)
    monkeypatch.setattr("store.storage.LARGEST", len(content) - 1)
    assert isinstance(refused(path, content), NotAPlanError)


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="it claims to be empty")
def test_what_is_larger_than_it_claims_is_no_plan_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.storage.LARGEST", 1)
    with pytest.raises(NotAPlanError, match="environ is larger than any plan can be"):
        PlanStorage(Path("/proc/self/environ")).read()


def of_version(path: Path, version: int, **tables: Any) -> bytes:
    """Return the small plan as another version of plandesk would write it."""
    made(path)
    content = stored_tables(path.read_bytes())
    content["meta"]["plan"]["schema_version"] = version
    return json.dumps(content | tables).encode()


def test_a_newer_plan_is_read_but_never_written(path: Path) -> None:
    content = of_version(path, SCHEMA_VERSION + 1, reviews={"r": {"new": 1}}).replace(
        b'"timescale": ""', b'"timescale": "", "cost": 5'
    )
    path.write_bytes(content)
    history = path.with_name("a.history.jsonl")
    history.unlink()
    written = path.stat().st_mtime_ns
    file = PlanFile.open(path)
    assert file.plan == SMALL
    assert "newer plandesk" in file.read_only_reason
    with pytest.raises(NotSavedError, match="newer plandesk"):
        file.save(timescale(SMALL, "Monthly"))
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (content, written)
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_newer_plan_of_another_shape_is_refused_as_newer_and_not_as_damaged(path: Path) -> None:
    error = refused(path, of_version(path, SCHEMA_VERSION + 1, plan={"a": {}, "b": {}}))
    assert "newer plandesk" in str(error)
    assert not isinstance(error, DamagedPlanError)


def test_an_older_plan_is_brought_up_to_date_at_its_first_change_after_a_copy_is_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = of_version(path, SCHEMA_VERSION).replace(b'"timescale"', b'"when"')
    path.write_bytes(content)

    def renamed(tables: Tables) -> Tables:
        actions = {
            row_id: {("timescale" if key == "when" else key): value for key, value in row.items()}
            for row_id, row in tables["actions"].items()
        }
        return {**tables, "actions": actions}

    monkeypatch.setitem(schema.MIGRATIONS, SCHEMA_VERSION, renamed)
    monkeypatch.setattr("store.schema.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr("store.plan_file.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    file = PlanFile.open(path)
    assert file.plan == SMALL
    assert path.read_bytes() == content
    change = timescale(SMALL, "Monthly")
    file.save(change)
    assert path.with_name(f"a.v{SCHEMA_VERSION}.bak").read_bytes() == content
    assert PlanFile.open(path).plan == applied(SMALL, change)
    assert json.loads(path.read_bytes())["meta"]["plan"]["schema_version"] == SCHEMA_VERSION + 1
    assert stored_timescale(path) == "Monthly"
