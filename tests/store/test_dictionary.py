"""Where a British dictionary is looked for, without one at hand."""

from pathlib import Path

import pytest

from store import dictionary
from store.dictionary import LANGUAGE, dictionary_folders, remove_own_word, words_path


def laid(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for ending in ("aff", "dic"):
        (folder / f"{LANGUAGE}.{ending}").write_text("", encoding="utf-8")
    return folder


def test_the_package_comes_before_libreoffice_and_that_before_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package, office, system = (laid(tmp_path / name) for name in ("package", "office", "system"))
    nothing = tmp_path / "nothing"
    for name, folder in (("package", package), ("libreoffice", office), ("system", system)):
        monkeypatch.setattr(dictionary, f"_of_{name}", lambda one=folder: iter((nothing, one)))
    assert list(dictionary_folders()) == [package, office, system]
    (package / f"{LANGUAGE}.aff").unlink()
    assert list(dictionary_folders()) == [office, system]


def test_on_windows_libreoffices_folder_is_below_program_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office = laid(tmp_path / "LibreOffice" / "share" / "extensions" / "dict-en")
    monkeypatch.setattr("store.dictionary.os.name", "nt")
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    monkeypatch.setattr(dictionary, "Path", type(tmp_path))
    assert office in [type(office)(one) for one in dictionary._of_libreoffice()]
    assert list(dictionary._of_system()) == []


def test_a_word_is_taken_off_the_list_and_the_other_lines_stay() -> None:
    words_path().parent.mkdir(parents=True, exist_ok=True)
    words_path().write_text("# ours\nGIRFEC CPC\nStrathbrannoch\n", encoding="utf-8")
    remove_own_word("GIRFEC")
    remove_own_word("Strathbrannoch")
    remove_own_word("nobody's")
    assert words_path().read_text(encoding="utf-8") == "# ours\nCPC\n"
