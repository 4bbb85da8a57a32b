"""What other programs say of our Word files, where they are at hand; each says when it is not."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from exporters.word.council_template import council_template
from exporters.word.document import word_file_of
from plan.papers.blocks import Document, paragraphs_of
from tests.exporters.conftest import NS, SAMPLE, W, WordFile, opened, text_of
from tests.exporters.council_templates import CouncilPaper

W14 = f"{{{NS['w14']}}}"

PATIENCE = 120
VALIDATOR = "ooxml-validator"
"""Microsoft's own validator of Open XML, as a program of Node."""


def _fails(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode != 0


def validator() -> list[str]:
    """Return the command that runs the validator; skip the test where there is none."""
    path = shutil.which(VALIDATOR)
    if path is not None:
        return [path]
    npx = shutil.which("npx")
    command = [npx or "", "--no-install", VALIDATOR]
    if npx is None or _fails([*command, "--version"]):
        pytest.skip("the Open XML validator is not at hand, so it did not look at this paper")
    return command


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(SAMPLE))
def test_microsofts_validator_finds_no_fault(kind: str, tmp_path: Path) -> None:
    command = validator()
    path = tmp_path / f"{kind}.docx"
    path.write_bytes(word_file_of(SAMPLE[kind]))
    said = subprocess.run(
        [*command, str(path)], capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert json.loads(said.stdout)["errors"] == []


def test_microsofts_validator_finds_no_fault_in_a_councils_template(tmp_path: Path) -> None:
    command = validator()
    prepared = council_template(CouncilPaper().as_dotx().written(tmp_path / "council.dotx"))
    path = tmp_path / "paper.docx"
    path.write_bytes(word_file_of(SAMPLE["pack"], template=prepared))
    said = subprocess.run(
        [*command, str(path)], capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert json.loads(said.stdout)["errors"] == []


def saved_by_libreoffice(content: bytes, folder: Path) -> bytes:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not at hand, so it did not open this paper")
    (folder / "paper.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = folder / "saved"
    subprocess.run(
        [
            program,
            profile,
            "--headless",
            "--convert-to",
            "docx",
            "--outdir",
            str(out),
            "paper.docx",
        ],
        cwd=folder,
        capture_output=True,
        timeout=PATIENCE,
        check=True,
    )
    return (out / "paper.docx").read_bytes()


def words(document: Document) -> list[str]:
    """Return the words of each paragraph that has any; a tick box is its glyph."""
    return [p.text.strip() for p in paragraphs_of(document.blocks) if p.text.strip()]


def ticks(word_file: WordFile) -> list[str | None]:
    """Return whether each tick box is ticked, in order."""
    return [box.get(f"{W14}val") for box in word_file.document.iter(f"{W14}checked")]


@pytest.mark.slow
def test_libreoffice_opens_the_pack_and_keeps_its_content(tmp_path: Path) -> None:
    ours = word_file_of(SAMPLE["pack"])
    saved = opened(saved_by_libreoffice(ours, tmp_path))
    printed = [text_of(p).strip() for p in saved.document.iter(f"{W}p")]
    assert [text for text in printed if text] == words(SAMPLE["pack"])
    assert ticks(saved) == ticks(opened(ours))
    assert len(list(saved.document.iter(f"{W}tblHeader"))) == len(
        list(saved.document.iter(f"{W}tbl"))
    )
    turned = [size.get(f"{W}orient", "portrait") for size in saved.document.iter(f"{W}pgSz")]
    assert turned.count("landscape") == 1


@pytest.mark.slow
def test_libreoffice_opens_a_paper_in_a_councils_template(tmp_path: Path) -> None:
    prepared = council_template(CouncilPaper().written(tmp_path / "council.docx"))
    saved = opened(
        saved_by_libreoffice(word_file_of(SAMPLE["report"], template=prepared), tmp_path)
    )
    printed = [text_of(p).strip() for p in saved.document.iter(f"{W}p")]
    assert [text for text in printed if text] == words(SAMPLE["report"])
    headers = [part.decode() for name, part in saved.parts.items() if "word/header" in name]
    assert any("Glenshire Council" in header for header in headers)
