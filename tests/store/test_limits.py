"""Limits are stated and reached with a sentence; nothing that was saved is touched by them."""

from pathlib import Path

import pytest

from store.errors import NotSavedError
from store.plans_folder import plans_on_desk
from tests.store.plans import SMALL, made, stored_tables, stored_timescale, timescale


def test_a_plan_never_grows_larger_than_what_can_be_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.plan.json"
    file = made(path)
    monkeypatch.setattr("store.storage.LARGEST", path.stat().st_size + 2_000)
    with pytest.raises(NotSavedError, match=r"a\.plan\.json was not written: the plan would be"):
        file.save(timescale(SMALL, "x" * 5_000))
    assert stored_timescale(path) == ""
    file.save(timescale(SMALL, "Monthly"))
    assert stored_timescale(path) == "Monthly"


def test_what_a_file_on_the_desk_says_of_itself_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m\x07.plan.json"
    made(path)
    tables = stored_tables(path.read_bytes())
    cover = next(iter(tables["plan"].values()))
    cover["title"] = "\x1b[2J\u202eevil\x00"
    import json

    path.write_text(json.dumps(tables))
    (entry,) = plans_on_desk(tmp_path)
    assert (entry.name, entry.title) == ("a", "evil")
    assert entry.path == path
