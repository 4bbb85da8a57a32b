"""Which office program makes the PDFs, on each system and as the officer says."""

from pathlib import Path

import pytest

from exporters.pdf.office import NoPdfError, Office, office_here


def _office(
    environment: dict[str, str],
    *there: str,
    platform: str = "linux",
    on_path: dict[str, str] | None = None,
) -> Office:
    return office_here(
        environment, platform, (on_path or {}).get, lambda path: path.as_posix() in there
    )


def test_the_program_on_the_path_is_used() -> None:
    found = _office({}, "/my/soffice", on_path={"soffice": "/my/soffice"})
    assert found == Office(Path("/my/soffice"), 60.0)


@pytest.mark.parametrize(
    ("platform", "environment", "program"),
    [
        ("linux", {}, "/usr/lib/libreoffice/program/soffice"),
        ("freebsd14", {}, "/usr/local/bin/soffice"),
        ("darwin", {}, "/Applications/LibreOffice.app/Contents/MacOS/soffice"),
        (
            "darwin",
            {"HOME": "/Users/o"},
            "/Users/o/Applications/LibreOffice.app/Contents/MacOS/soffice",
        ),
        ("win32", {"ProgramFiles": "C:/P"}, "C:/P/LibreOffice/program/soffice.exe"),
        ("win32", {"ProgramFiles(x86)": "C:/P86"}, "C:/P86/LibreOffice/program/soffice.exe"),
    ],
)
def test_libreoffice_is_found_where_it_usually_lies(
    platform: str, environment: dict[str, str], program: str
) -> None:
    found = _office(environment, program, platform=platform)
    assert found.program == Path(program)
    assert not found.is_word


def test_word_is_used_on_windows_where_there_is_no_libreoffice() -> None:
    word = "C:/P/Microsoft Office/Office16/WINWORD.EXE"
    soffice = "C:/P/LibreOffice/program/soffice.exe"
    both = {"ProgramFiles": "C:/P"}
    assert _office(both, word, platform="win32") == Office(Path(word), is_word=True)
    assert _office(both, word, soffice, platform="win32").program == Path(soffice)
    with pytest.raises(NoPdfError):
        _office(both, word)


@pytest.mark.parametrize(
    ("platform", "said"),
    [
        ("linux", "no LibreOffice was found on this machine. PLANDESK_OFFICE can name it"),
        ("win32", "neither LibreOffice nor Word was found on this machine. PLANDESK_OFFICE can"),
    ],
)
def test_where_there_is_none_a_sentence_says_so(platform: str, said: str) -> None:
    with pytest.raises(NoPdfError, match="found on this machine") as error:
        _office({}, platform=platform)
    assert str(error.value).startswith(said)


def test_the_officer_names_another_program_by_its_path_or_its_name() -> None:
    on_path = {"soffice": "/usr/bin/soffice", "office7": "/opt/seven/office7"}
    by_path = _office({"PLANDESK_OFFICE": '"/my/own office"'}, "/my/own office", on_path=on_path)
    assert by_path.program == Path("/my/own office")
    by_name = _office({"PLANDESK_OFFICE": "office7"}, on_path=on_path)
    assert by_name.program == Path("/opt/seven/office7")


def test_the_officer_names_word() -> None:
    word = "/Programs/Office16/WINWORD.EXE"
    assert _office({"PLANDESK_OFFICE": word}, word).is_word


def test_a_named_program_that_is_not_there_is_not_replaced_by_another() -> None:
    environment = {"PLANDESK_OFFICE": "/not/there"}
    with pytest.raises(NoPdfError, match="PLANDESK_OFFICE names “/not/there”, which is no program"):
        _office(environment, "/usr/bin/soffice", on_path={"soffice": "/usr/bin/soffice"})


def test_the_officer_says_that_there_is_none() -> None:
    with pytest.raises(NoPdfError, match="PLANDESK_OFFICE says “none”"):
        _office({"PLANDESK_OFFICE": "None"}, "/usr/bin/soffice")


@pytest.mark.parametrize(("typed", "seconds"), [("", 60.0), ("5", 5.0), (" 2.5 ", 2.5)])
def test_the_officer_says_how_long_it_may_take(typed: str, seconds: float) -> None:
    environment = {"PLANDESK_OFFICE_SECONDS": typed}
    assert _office(environment, "/usr/bin/soffice").seconds == seconds


@pytest.mark.parametrize("typed", ["soon", "0", "-1", "nan", "inf", "3601", "1e9", "60 s"])
def test_what_is_no_number_of_seconds_is_said(typed: str) -> None:
    environment = {"PLANDESK_OFFICE_SECONDS": typed}
    with pytest.raises(NoPdfError, match="is no number of seconds up to 3,600") as error:
        _office(environment, "/usr/bin/soffice")
    assert f"PLANDESK_OFFICE_SECONDS says “{typed}”" in str(error.value)
