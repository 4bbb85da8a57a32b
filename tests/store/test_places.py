"""Everything lies on this machine, and in one folder where one is named."""

from pathlib import Path

import pytest

from store.places import plans_folder, settings_folder, state_folder

PLACES = (plans_folder, settings_folder, state_folder)


def test_where_a_folder_is_named_everything_lies_in_it(home: Path) -> None:
    assert [place() for place in PLACES] == [home / "plans", home / "settings", home / "state"]


def test_the_folder_named_may_be_below_the_officers_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANDESK_HOME", "~/plandesk")
    assert plans_folder() == Path.home() / "plandesk" / "plans"


@pytest.mark.parametrize("unset", ["", None])
def test_otherwise_everything_lies_where_the_system_keeps_such_things(
    monkeypatch: pytest.MonkeyPatch, unset: str | None
) -> None:
    if unset is None:
        monkeypatch.delenv("PLANDESK_HOME")
    else:
        monkeypatch.setenv("PLANDESK_HOME", unset)
    folders = [place() for place in PLACES]
    assert all(folder.is_absolute() and "plandesk" in folder.parts for folder in folders)
    assert not any("Roaming" in folder.parts for folder in folders)
    assert [folder.name for folder in folders] == ["plans", "settings", "state"]


def test_asking_for_a_place_makes_nothing(home: Path) -> None:
    for place in PLACES:
        place()
    assert list(home.iterdir()) == []
