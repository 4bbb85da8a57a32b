"""The template to start from names every style, and works unchanged."""

import subprocess
import sys
from pathlib import Path

import pytest

from exporters.word.council_template import council_template, text_to_choose
from exporters.word.document import word_file_of
from exporters.word.package import packaged_template, zipped
from exporters.word.starter import PURPOSES, starter_template, style_names
from exporters.word.styles import used_styles
from tests.exporters.conftest import CHECKER, NS, SAMPLE, W, opened, text_of
from tests.exporters.structure import OWN_WORDS, faults
from tests.repository import ROOT
from tui.__main__ import main

_OF_NO_PARAGRAPH = {"DefaultParagraphFont", "TableNormal", "NoList"}


def starter(folder: Path) -> Path:
    path = folder / "Council.docx"
    path.write_bytes(starter_template())
    return path


def test_every_style_of_our_template_and_every_one_that_papers_use_is_told() -> None:
    styles = opened(packaged_template()).tree("word/styles.xml").iter(f"{W}style")
    there = {style.get(f"{W}styleId", "") for style in styles}
    assert set(PURPOSES) >= there - _OF_NO_PARAGRAPH
    assert set(PURPOSES) >= set(used_styles())


def test_each_is_told_in_itself() -> None:
    paper = opened(starter_template())
    told: dict[str, str] = {}
    for paragraph in paper.document.iter(f"{W}p"):
        style = paragraph.find("w:pPr/w:pStyle", NS)
        assert style is not None
        told[style.get(f"{W}val", "")] = text_of(paragraph)
    elsewhere = {"PlanHeader", "PlanTable", "SectionEnd"}
    for one, purpose in PURPOSES.items():
        if one not in elsewhere | {"BodyText", "Normal", "PlanCell"}:
            assert purpose in told[one]
    said = "\n".join(map(text_of, paper.document.iter(f"{W}p")))
    names = style_names()
    assert all(names[one] in said for one in PURPOSES)
    assert "write {{REPORT}} in a paragraph by itself" in said


def test_every_style_is_in_the_page_on_templates() -> None:
    page = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    names = style_names()
    lacking = [
        style
        for style, purpose in PURPOSES.items()
        if f"| {names[style]} | {purpose} |" not in page
    ]
    assert lacking == []


@pytest.mark.parametrize("keep_body", [True, False])
def test_it_works_unchanged_and_nothing_is_to_be_said(keep_body: bool, tmp_path: Path) -> None:
    path = starter(tmp_path)
    template = council_template(path, keep_body=keep_body)
    assert template.remarks == ()
    assert text_to_choose(path) == ""
    paper = opened(word_file_of(SAMPLE["pack"], template=template))
    ours = opened(word_file_of(SAMPLE["pack"]))
    assert [text_of(p) for p in paper.document.iter(f"{W}p")] == [
        text_of(p) for p in ours.document.iter(f"{W}p")
    ]
    assert faults(paper, typed=OWN_WORDS) == []


def test_text_round_a_place_for_the_paper_is_printed_and_the_guide_is_not(tmp_path: Path) -> None:
    parts = opened(starter_template()).parts
    words = "".join(
        f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in ("Above", "{{REPORT}}", "Below")
    )
    document = parts["word/document.xml"]
    parts["word/document.xml"] = document.replace(b"</w:sdt>", b"</w:sdt>" + words.encode())
    path = tmp_path / "Council.docx"
    path.write_bytes(zipped(parts))
    template = council_template(path)
    (remark,) = template.remarks
    assert "has 2 paragraphs of its own" in remark
    paper = opened(word_file_of(SAMPLE["plan"], template=template))
    texts = [text_of(p) for p in paper.document.findall("w:body/w:p", NS)]
    assert texts[0] == "Above"
    assert texts[-1] == "Below"


def test_a_template_whose_guide_lost_its_box_leaves_the_guide_out_all_the_same(
    tmp_path: Path,
) -> None:
    """As some programs save it: the words of a content control without the control."""
    parts = opened(starter_template()).parts
    document = parts["word/document.xml"].decode()
    start, _, rest = document.partition("<w:sdt>")
    inner = rest.partition("<w:sdtContent>")[2].replace("</w:sdtContent></w:sdt>", "")
    parts["word/document.xml"] = (start + inner).encode()
    path = tmp_path / "Council.docx"
    path.write_bytes(zipped(parts))
    template = council_template(path)
    assert any("This text is left out" in remark for remark in template.remarks)
    paper = opened(word_file_of(SAMPLE["plan"], template=template))
    assert "How to use" not in "".join(map(text_of, paper.document.iter(f"{W}p")))


def test_the_same_bytes_twice() -> None:
    assert starter_template() == starter_template()


def test_the_checker_finds_nothing_in_the_starter_and_in_a_paper(tmp_path: Path) -> None:
    if not CHECKER.exists():
        pytest.skip("the checker of Word files is not beside this checkout")
    paper = tmp_path / "paper.docx"
    template = council_template(starter(tmp_path))
    paper.write_bytes(word_file_of(SAMPLE["pack"], template=template))
    for path in (tmp_path / "Council.docx", paper):
        checked = subprocess.run(
            [sys.executable, str(CHECKER), str(path)], capture_output=True, text=True, check=False
        )
        assert "0 errors, 0 warnings" in checked.stdout, checked.stdout


# The command


def test_the_command_writes_it_and_says_how_to_use_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "new" / "Council.docx"
    assert main(["template", "--out", str(path.with_suffix(""))]) == 0
    assert f"Use it: plandesk export PLAN --template {path}" in capsys.readouterr().out
    assert path.read_bytes() == starter_template()
    assert main(["template", "--out", str(path)]) == 0, "ours, and nobody has changed it"
    assert [one.name for one in path.parent.iterdir()] == ["Council.docx"]


@pytest.mark.parametrize("program", ["Microsoft Office Word", "plandesk"])
def test_a_template_that_somebody_changed_is_left_alone(
    program: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Some programs change a file and leave the name in it of the program that made it."""
    parts = opened(starter_template()).parts
    told = parts["docProps/app.xml"]
    parts["docProps/app.xml"] = told.replace(b">plandesk<", f">{program}<".encode())
    parts["word/styles.xml"] += b"<!-- the council's own -->"
    changed = zipped(parts)
    (tmp_path / "Council.docx").write_bytes(changed)
    assert main(["template", "--out", str(tmp_path / "Council.docx")]) == 0
    assert (tmp_path / "Council.docx").read_bytes() == changed
    assert (tmp_path / "Council (2).docx").read_bytes() == starter_template()
    said = capsys.readouterr().out
    assert (
        "Council.docx is not the template as plandesk writes it now, so it was left as it is."
        in said
    )
    assert f'--template "{tmp_path / "Council (2).docx"}"' in said


def test_another_kind_of_file_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", "--out", str(tmp_path / "Council.doc")]) == 1
    assert "Call it Council.docx." in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
