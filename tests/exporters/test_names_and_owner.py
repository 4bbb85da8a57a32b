"""Names of files, and whose a file is."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.names import LONGEST, file_name, numbered
from exporters.word.document import word_file_of
from exporters.word.file_owner import is_untouched
from plan.papers.blocks import Document


@given(st.text(max_size=300))
def test_every_name_is_one_that_windows_accepts(name: str) -> None:
    made = file_name("{name} Appendix 1.docx", name)
    assert made.endswith(".docx")
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', made)
    assert 0 < len(made) <= LONGEST + len(".docx") + 1
    assert made == made.strip(" .")


def test_a_reserved_name_of_windows_is_changed() -> None:
    assert file_name("{name}.docx", "con") == "_con.docx"


def test_a_name_has_what_is_in_braces() -> None:
    pattern = "{name} Appendix {appendix} {form}.docx"
    assert file_name(pattern, "299/2016", appendix=2, form="a: b") == (
        "299 2016 Appendix 2 a b.docx"
    )


def test_another_name_has_a_number() -> None:
    assert numbered(Path("a") / "Plan.docx", 2) == Path("a") / "Plan (2).docx"


def test_our_own_file_is_ours(appendix: Document, tmp_path: Path) -> None:
    path = tmp_path / "ours.docx"
    path.write_bytes(word_file_of(appendix))
    assert is_untouched(path)


def test_a_file_that_another_program_has_saved_is_not_ours(
    appendix: Document, tmp_path: Path
) -> None:
    path = tmp_path / "theirs.docx"
    path.write_bytes(word_file_of(appendix))
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(
        b"plandesk", b"Microsoft Office Word"
    )
    with ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert not is_untouched(path)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"hello", b"\xd0\xcf\x11\xe0" * 400])
def test_anything_else_is_not_ours(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "junk.docx"
    path.write_bytes(content)
    assert not is_untouched(path)
    assert not is_untouched(tmp_path / "missing.docx")
    assert not is_untouched(tmp_path)
