"""A template made of a paper has its letterhead, styles and pages, and nothing of the paper."""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import pytest

from exporters.word.council_template import council_template
from exporters.word.learned_template import learned_template
from exporters.word.plain_pictures import plain_picture
from exporters.word.template_file import TemplateError
from tests.importers.learning.made_papers import NAMES, REACHED, make_form

KEPT = frozenset({"Council of the Outer Skerries"})
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TRACKED = (
    '<w:p><w:ins w:id="1" w:author="Una Sandmann">'
    "<w:r><w:t>Council of the Outer </w:t></w:r></w:ins>"
    '<w:del w:id="2" w:author="Una Sandmann"><w:r><w:delText>Old name</w:delText></w:r></w:del>'
    "<w:r><w:t>Skerries</w:t></w:r></w:p>"
)


def parts_of(package: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(package)) as opened:
        return {name: opened.read(name).decode("utf-8", "replace") for name in opened.namelist()}


def with_parts(path: Path, changed: dict[str, str], rels: str = "", types: str = "") -> Path:
    """Write a copy of a Word file with further parts, related to its main one."""
    parts = parts_of(path.read_bytes()) | changed
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace("</Relationships>", f"{rels}</Relationships>")
    content = parts["[Content_Types].xml"].replace("</Types>", f"{types}</Types>")
    parts["[Content_Types].xml"] = content
    with zipfile.ZipFile(path, "w") as made:
        for part, text in parts.items():
            made.writestr(part, text)
    return path


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return make_form(tmp_path / "form.docx", filled=True)


def test_the_letterhead_stays_and_the_paper_goes(paper: Path) -> None:
    parts = parts_of(learned_template(paper, KEPT))
    whole = "\n".join(parts.values())
    assert "Council of the Outer Skerries" in whole
    for words in (*NAMES, *REACHED, "Ferry timetable", "Equality Impact Assessment"):
        assert escape(words) not in whole
    assert "<w:t" not in parts["word/document.xml"]
    assert "<w:sectPr" in parts["word/document.xml"]


def test_comments_changes_and_custom_parts_go(paper: Path) -> None:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    comments = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="Isla Quill"><w:p><w:r>'
        "<w:t>Ask Rory</w:t></w:r></w:p></w:comment></w:comments>"
    )
    with_parts(
        paper,
        {"word/comments.xml": comments, "customXml/item1.xml": "<who>Isla Quill</who>"},
        f'<Relationship Id="rIdC" Type="{kinds}/comments" Target="comments.xml"/>'
        f'<Relationship Id="rIdX" Type="{kinds}/customXml" Target="../customXml/item1.xml"/>',
        '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.comments+xml"/>',
    )
    parts = parts_of(learned_template(paper, KEPT))
    assert not [name for name in parts if "comments" in name or "customXml" in name]
    whole = "\n".join(parts.values())
    assert "Isla Quill" not in whole
    assert "comments" not in whole
    assert not re.search(r"w:rsid|customXml", whole)


def test_tracked_changes_in_a_letterhead_are_accepted(paper: Path) -> None:
    parts = parts_of(paper.read_bytes())
    header = next(name for name in parts if re.fullmatch(r"word/header\d*\.xml", name))
    changed = re.sub(r"<w:p>.*</w:p>|<w:p .*</w:p>", TRACKED, parts[header], flags=re.DOTALL)
    with_parts(paper, {header: changed})
    made = parts_of(learned_template(paper, KEPT))[header]
    assert "Una Sandmann" not in made
    assert "Old name" not in made
    assert "Council of the Outer " in made
    assert "<w:ins" not in made


def test_papers_are_written_with_it(paper: Path, tmp_path: Path) -> None:
    template = tmp_path / "template.docx"
    template.write_bytes(learned_template(paper, KEPT))
    assert council_template(template).is_councils
    said = docx.Document(str(template)).core_properties
    assert (said.author, said.last_modified_by, said.comments) == ("", "", "")


def test_a_file_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(b"no zip")
    with pytest.raises(TemplateError):
        learned_template(path, KEPT)


def test_pictures_lose_what_was_written_into_them() -> None:
    png = b"\x89PNG\r\n\x1a\n"
    chunk = b"\x00\x00\x00\x0btEXtAuthor\x00Isla\x00\x00\x00\x00"
    end = b"\x00\x00\x00\x00IEND\xaeB`\x82"
    assert plain_picture(png + chunk + end) == png + end
    jpeg = b"\xff\xd8" + b"\xff\xe1\x00\x0aExifIsla" + b"\xff\xda\x00\x02data\xff\xd9"
    assert plain_picture(jpeg) == b"\xff\xd8\xff\xda\x00\x02data\xff\xd9"
    assert plain_picture(b"GIF89a") == b"GIF89a"
