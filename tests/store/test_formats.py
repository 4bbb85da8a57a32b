"""A council's own formats lie in the settings folder, win over ours, and are read when changed."""

import os
from pathlib import Path

import pytest

from plan.council import DEFAULT_FORMAT
from plan.council.format import FormatError, form_named, format_named
from store.formats import form_for, format_for, own_format_ids
from store.places import formats_folder
from tests.plan.councils import (
    GLENSHIRE,
    GLENSHIRE_FORM,
    glenshire,
    glenshire_form,
    glenshire_form_source,
    glenshire_source,
    put_glenshire_in,
)


@pytest.fixture
def formats(home: Path) -> Path:
    """Return the folder of the council's own formats, which is there."""
    folder = formats_folder()
    assert home in folder.parents
    (folder / "forms").mkdir(parents=True)
    return folder


def rewritten(path: Path, text: str) -> None:
    """Write a file again, as a clock that ticks would see it."""
    before = path.stat().st_mtime_ns
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))


def test_without_a_folder_there_are_the_formats_of_plandesk() -> None:
    assert format_for(DEFAULT_FORMAT) == format_named(DEFAULT_FORMAT)
    assert form_for("dundee-eqia-2016") == form_named("dundee-eqia-2016")
    assert list(own_format_ids()) == []


def test_a_councils_own_format_and_form_are_found(formats: Path) -> None:
    put_glenshire_in(formats)
    assert format_for(GLENSHIRE) == glenshire()
    assert form_for(GLENSHIRE_FORM) == glenshire_form()
    assert list(own_format_ids()) == [GLENSHIRE]
    assert [form_for(form) for form in format_for(GLENSHIRE).forms] == [glenshire_form()]


def test_a_councils_own_wins_over_ours_of_the_same_name(formats: Path) -> None:
    own = glenshire_source().replace(f'id = "{GLENSHIRE}"', f'id = "{DEFAULT_FORMAT}"')
    (formats / f"{DEFAULT_FORMAT}.toml").write_text(own, encoding="utf-8")
    assert format_for(DEFAULT_FORMAT).name == "Glenshire Council, 2020"
    form = formats / "forms" / "dundee-eqia-2016.toml"
    own_form = glenshire_form_source().replace(GLENSHIRE_FORM, "dundee-eqia-2016")
    form.write_text(own_form, encoding="utf-8")
    assert form_for("dundee-eqia-2016").short == "IIA"


def test_a_changed_file_is_read_again_and_a_deleted_one_is_gone(formats: Path) -> None:
    put_glenshire_in(formats)
    path = formats / f"{GLENSHIRE}.toml"
    assert format_for(GLENSHIRE).name == "Glenshire Council, 2020"
    rewritten(path, glenshire_source().replace("Glenshire Council, 2020", "Glenshire, new"))
    assert format_for(GLENSHIRE).name == "Glenshire, new"
    path.unlink()
    with pytest.raises(FormatError, match=f"no council format called {GLENSHIRE}"):
        format_for(GLENSHIRE)


def test_an_unchanged_file_is_read_once(formats: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_glenshire_in(formats)
    first = format_for(GLENSHIRE)
    monkeypatch.setattr(Path, "read_text", None)
    assert format_for(GLENSHIRE) is first


def test_a_file_saved_by_an_editor_that_marks_its_start_is_read(formats: Path) -> None:
    (formats / f"{GLENSHIRE}.toml").write_text(glenshire_source(), encoding="utf-8-sig")
    assert format_for(GLENSHIRE) == glenshire()


def test_what_is_wrong_is_said_with_the_file_the_key_and_the_reason(formats: Path) -> None:
    path = formats / f"{GLENSHIRE}.toml"
    path.write_text(glenshire_source().replace("width = 15", "width = 0"), encoding="utf-8")
    with pytest.raises(FormatError) as refusal:
        format_for(GLENSHIRE)
    said = str(refusal.value)
    assert said.startswith(f"{path}: plan.columns.1.width: ")
    assert said.endswith(".")
    assert "\n" not in said


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"name = \xe9"])
def test_a_file_that_is_no_text_is_said_so(formats: Path, content: bytes) -> None:
    path = formats / "forms" / f"{GLENSHIRE_FORM}.toml"
    path.write_bytes(content)
    with pytest.raises(FormatError, match="cannot be read") as refusal:
        form_for(GLENSHIRE_FORM)
    assert str(path) in str(refusal.value)


def test_a_folder_where_the_file_should_be_is_said_so(formats: Path) -> None:
    (formats / f"{GLENSHIRE}.toml").mkdir()
    with pytest.raises(FormatError, match="cannot be read"):
        format_for(GLENSHIRE)


def test_a_file_whose_name_is_not_its_id_is_refused(formats: Path) -> None:
    path = formats / "glenshire-2021.toml"
    path.write_text(glenshire_source(), encoding="utf-8")
    with pytest.raises(FormatError, match="glenshire-2021") as refusal:
        format_for("glenshire-2021")
    assert GLENSHIRE in str(refusal.value)


@pytest.mark.parametrize("name", ["../settings", "a/b", "..", "", "forms/x"])
def test_no_name_leads_out_of_the_folder(formats: Path, name: str) -> None:
    (formats.parent / "settings.toml").write_text(glenshire_source(), encoding="utf-8")
    with pytest.raises(FormatError):
        format_for(name)
    with pytest.raises(FormatError):
        form_for(name)
