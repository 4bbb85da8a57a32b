"""Settings are remembered, and what is wrong with them costs nothing but them."""

import pytest
from pydantic import ValidationError

from store.settings import (
    Settings,
    changed_settings,
    load_settings,
    save_settings,
    settings_path,
)

MINE = Settings(
    theme="textual-dark",
    last_plan="/plans/a.plan.json",
    last_place={"aim": "row-2"},
    keys={"add_action": "ctrl+n"},
)


def test_without_a_file_the_settings_are_the_usual_ones() -> None:
    assert load_settings() == (Settings(), "")
    assert not settings_path().exists()


def test_settings_come_back_as_they_were_saved() -> None:
    save_settings(MINE)
    assert load_settings() == (MINE, "")


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"null", b"[]", b"\xff\xfe{\x00", b'{"theme": 5}', b'{"keys": {"a": null}}'],
)
def test_damaged_settings_give_the_usual_ones_and_a_remark(content: bytes) -> None:
    save_settings(MINE)
    settings_path().write_bytes(content)
    settings, remark = load_settings()
    assert settings == Settings()
    assert str(settings_path()) in remark
    assert settings_path().read_bytes() == content


def test_settings_that_are_a_folder_give_the_usual_ones_and_a_remark() -> None:
    settings_path().mkdir(parents=True)
    settings, remark = load_settings()
    assert settings == Settings()
    assert remark


def test_settings_of_another_version_are_read_as_far_as_they_are_known() -> None:
    save_settings(MINE)
    content = settings_path().read_text(encoding="utf-8")
    settings_path().write_text(content.replace("{", '{"new": 1,', 1), encoding="utf-8")
    assert load_settings() == (MINE, "")


def test_changed_settings_are_validated() -> None:
    assert changed_settings(MINE, theme="light").theme == "light"
    assert changed_settings(MINE, theme="light").keys == MINE.keys
    with pytest.raises(ValidationError):
        changed_settings(MINE, theme=5)


def test_what_is_right_in_settings_holds_though_something_else_is_wrong() -> None:
    save_settings(MINE)
    settings_path().write_text(
        '{"theme": "light", "density": "crowded", "keys": {"add": "i", "move": null}}',
        encoding="utf-8",
    )
    settings, remark = load_settings()
    assert settings == Settings(theme="light", keys={"add": "i"})
    assert "density, keys/move" in remark
    assert str(settings_path()) in remark


def test_a_file_of_settings_that_cannot_be_read_is_put_aside_when_one_is_set() -> None:
    save_settings(MINE)
    settings_path().write_bytes(b"{ mine")
    save_settings(changed_settings(load_settings()[0], author="A. Clerk"))
    assert load_settings() == (Settings(author="A. Clerk"), "")
    assert settings_path().with_name("settings-damaged.json").read_bytes() == b"{ mine"


def test_sound_settings_are_replaced_and_nothing_is_put_aside() -> None:
    save_settings(MINE)
    save_settings(Settings())
    assert [path.name for path in settings_path().parent.iterdir()] == ["settings.json"]
