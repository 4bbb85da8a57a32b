"""The public and the internal copy as files: every part of each file, in each way of writing."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject, StreamObject

from desk.council import Look
from desk.errors import ExportError
from desk.exporting import Export
from desk.importing import read_word_paper
from desk.paper_copies import CopyKind, read_copy
from exporters.pdf.office import NoPdfError, office_here
from plan.following.timeline import EVERYTHING, ShownReviews
from plan.model.documents import DocumentKind
from plan.model.outline import (
    ActionOutline,
    AppendixOutline,
    AssessmentOutline,
    NoteOutline,
    PassageOutline,
    PlanOutline,
    ReportOutline,
    built_plan,
)
from plan.model.plan import Plan
from plan.papers.blocks import LEFT_OUT
from tests.plan.papers.test_public_copy import E_MAIL, NAME, TELEPHONE, plan_with

LEAKS = re.compile(rb"smith|960001|960 001|council\.example|town house", re.IGNORECASE)
WAYS = ("docx", "html", "md")


def whole_plan() -> Plan:
    """Return a plan that names its contact wherever a plan says anything."""
    return plan_with(
        ActionOutline(
            "**Jane** Smith leads, with J. Smith’s team; ring **01632** 960 001.",
            pages="Page 4",
            leads=(NAME, "Smith, Jane (Service Manager)", "Head of Service"),
            timescale="By May 2026 (Ms Smith)",
            success_criteria=(f"Signed by {NAME}", "All families reached"),
            own=(("Contact", f"{NAME}, {E_MAIL}"),),
            progress=(NoteOutline("1 May 2026", "On track", f"Told {NAME} by <{E_MAIL}>."),),
        ),
        report=ReportOutline(
            committee="Committee of J Smith",
            title="A plan by Jane Smith",
            by="Jane Smith, Head of Service",
            number="41-2026",
            signatory="Ann Bell",
            signatory_post="Executive Director",
            passages=(
                PassageOutline("main-text", "heading", "What Jane Smith found"),
                PassageOutline("main-text", "numbered", f"Write to {E_MAIL} or {TELEPHONE}."),
                PassageOutline(
                    "main-text",
                    "table",
                    f"| Who | How |\n| --- | --- |\n| {NAME} | {TELEPHONE} |",
                    caption="Team of Jane Smith",
                ),
            ),
            own_sections=("Words of Jane Smith [own-words]",),
        ),
        appendices=(
            AppendixOutline("plan"),
            AppendixOutline("text", f"Notes of {NAME}", f"- {NAME}\n- {E_MAIL}"),
            AppendixOutline("file", f"CV of {NAME}", file="Jane_Smith.pdf"),
            AppendixOutline("progress"),
            AppendixOutline("reviews"),
        ),
    )


def exported(
    folder: Path,
    copy: CopyKind,
    kind: DocumentKind = "pack",
    *,
    way: str = "docx",
    look: Look = Look(author=NAME),  # noqa: B008 - it never changes
) -> list[Path]:
    plan, name = whole_plan(), f"Plan of {NAME}"
    export = Export(plan, name, kind, folder, look, ways=(way,), copy=copy)
    return [one.path for one in export.write()]


def parts_of(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield all that a file holds: of a package each part, its words joined as well."""
    yield "name", path.name.encode()
    content = path.read_bytes()
    if not content.startswith(b"PK"):
        yield "whole", content
        return
    with ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            part = package.read(name)
            yield name, name.encode() + part
            yield f"{name}, joined", re.sub(rb"<[^>]*>", b"", part)
            yield f"{name}, in paragraphs", re.sub(rb"<(?!/w:p>)[^>]*>", b"", part)


def leaks_in(paths: list[Path]) -> list[tuple[str, str, bytes]]:
    return [
        (path.name, name, part[max(0, found.start() - 60) : found.end() + 20])
        for path in paths
        for name, part in parts_of(path)
        if (found := LEAKS.search(part)) is not None
    ]


def test_the_plan_that_is_tried_leaks_without_it(tmp_path: Path) -> None:
    paths = exported(tmp_path, "")
    assert {name for name, *_ in leaks_in(paths)} == {path.name for path in paths}


@pytest.mark.parametrize("way", WAYS)
def test_no_part_of_any_file_of_the_public_copy_names_the_contact(way: str, tmp_path: Path) -> None:
    paths = exported(tmp_path, "public", way=way)
    assert len(paths) == 8
    assert leaks_in(paths) == []
    assert all("PUBLIC" in path.name for path in paths)


def words_of_pdf(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what a PDF shows, and each object of it: its properties, marks, links and streams."""
    reader = PdfReader(path)
    yield "name", path.name.encode()
    yield "pages", "\n".join(page.extract_text() for page in reader.pages).encode()
    yield "properties", str(reader.metadata).encode()
    for generation, numbers in reader.xref.items():
        for number in numbers:
            held = reader.get_object(IndirectObject(number, generation, reader))
            yield f"object {number}", str(held).encode("utf-8", "replace")
            if isinstance(held, StreamObject) and held.get("/Type") == "/Metadata":
                yield f"properties of object {number}", held.get_data()


@pytest.mark.slow
def test_no_pdf_of_the_public_copy_names_the_contact(tmp_path: Path) -> None:
    try:
        office_here({})
    except NoPdfError as error:
        pytest.skip(f"there is no LibreOffice here, so no PDF was looked at: {error}")
    for copy, leaking in (("", True), ("public", False)):
        (path,) = exported(tmp_path / (copy or "usual"), read_copy(copy), "report", way="pdf")
        found = [(name, said) for name, said in words_of_pdf(path) if LEAKS.search(said)]
        assert bool(found) is leaking, found
        assert "Ann Bell" in dict(words_of_pdf(path))["pages"].decode()


@pytest.mark.parametrize("kind", ["actions", "reviews", "progress"])
@pytest.mark.parametrize("way", ["csv", "xlsx"])
def test_no_list_for_a_spreadsheet_does(way: str, kind: DocumentKind, tmp_path: Path) -> None:
    assert leaks_in(exported(tmp_path, "public", kind, way=way)) == []


def test_the_signatory_and_the_posts_stay(tmp_path: Path) -> None:
    paths = exported(tmp_path, "public")
    words = "\n".join(one.text for one in docx.Document(str(paths[1])).paragraphs)
    assert "Ann Bell" in words
    assert "Executive Director" in words
    cells = [cell.text for table in docx.Document(str(paths[2])).tables for cell in table._cells]
    assert "Service Manager\nHead of Service" in cells


def test_an_author_that_is_no_person_stays_in_the_properties(tmp_path: Path) -> None:
    for author in ("Strathbrannoch Council", "Agnieszka Nowak"):
        paths = exported(tmp_path / author, "public", look=Look(author=author))
        written = docx.Document(str(paths[0])).core_properties.author
        assert written == (author if "Council" in author else "")


def named_template(path: Path) -> Path:
    """Write a council's template that names the contact in each part that a template can have."""
    word = docx.Document()
    word.core_properties.author = word.core_properties.last_modified_by = NAME
    word.core_properties.comments = f"Ask {NAME}"
    word.core_properties.category = E_MAIL
    header = word.sections[0].header.paragraphs[0]
    header.add_run("Ring Jane ")
    header.add_run("Smith").bold = True
    header.add_run(", 01632 ")
    header.add_run("960001 now")
    word.sections[0].footer.paragraphs[0].text = f"{E_MAIL} – Town Council"
    said = word.add_paragraph("Kept words of Jane Smith, who wrote them")
    word.add_comment(said.runs, f"Jane Smith: ring {TELEPHONE}", author=NAME, initials="JS")
    word.save(str(path))
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    app = parts["docProps/app.xml"].replace(
        b"</Properties>",
        b"<Manager>Jane Smith</Manager><Company>J Smith Ltd</Company></Properties>",
    )
    parts["docProps/app.xml"] = app
    parts["docProps/custom.xml"] = b'<?xml version="1.0"?><Properties>Jane Smith</Properties>'
    parts["customXml/item1.xml"] = b'<?xml version="1.0"?><author>Jane Smith</author>'
    parts["word/people.xml"] = (
        b'<?xml version="1.0"?><w15:people xmlns:w15="http://schemas.microsoft.com/office/word/'
        b'2012/wordml"><w15:person w15:author="Jane Smith"/></w15:people>'
    )
    link = (
        '<Relationship Id="rIdMail" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/hyperlink" Target="mailto:{E_MAIL}" TargetMode="External"/>'
    )
    rels = parts["word/_rels/document.xml.rels"]
    parts["word/_rels/document.xml.rels"] = rels.replace(
        b"</Relationships>", f"{link}</Relationships>".encode()
    )
    body = parts["word/document.xml"].replace(
        b"</w:body>",
        b'<w:p><w:bookmarkStart w:id="7" w:name="Jane_Smith"/><w:bookmarkEnd w:id="7"/>'
        b'<w:sdt><w:sdtPr><w:alias w:val="Jane Smith"/><w:tag w:val="janesmith"/></w:sdtPr>'
        b"<w:sdtContent><w:r><w:t>of Jane Smith here</w:t></w:r></w:sdtContent></w:sdt>"
        b'<w:hyperlink r:id="rIdMail" xmlns:r="http://schemas.openxmlformats.org/officeDocument/'
        b'2006/relationships"><w:r><w:t>Write</w:t></w:r></w:hyperlink></w:p></w:body>',
    )
    sect = body.index(b"<w:sectPr")
    end = body.index(b"</w:sectPr>") + len(b"</w:sectPr>")
    section = body[sect:end]
    body = body[:sect] + body[end:].replace(b"</w:body>", section + b"</w:body>")
    parts["word/document.xml"] = body
    with ZipFile(path, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return path


@pytest.mark.slow
def test_what_a_councils_template_brings_names_nobody_either(tmp_path: Path) -> None:
    template = named_template(tmp_path / "letterhead.docx")
    look = Look(template, keep_body=True)
    assert leaks_in(exported(tmp_path / "as-it-is", "", "report", look=look))
    (path,) = exported(tmp_path / "out", "public", "report", look=look)
    assert leaks_in([path]) == []
    word = docx.Document(str(path))
    header = "".join(one.text for one in word.sections[0].header.paragraphs)
    assert "Ring […] now" in header
    assert "Town Council" in word.sections[0].footer.paragraphs[0].text
    words = "\n".join(one.text for one in word.paragraphs)
    assert "Kept words of […]" in words or "Kept words of" in words
    assert "Ann Bell" in words


def test_the_internal_copy_says_so_on_each_page_in_its_name_and_properties(tmp_path: Path) -> None:
    for path in exported(tmp_path, "internal"):
        word = docx.Document(str(path))
        assert "INTERNAL" in path.stem
        assert "INTERNAL" in word.sections[0].header.paragraphs[0].text
        properties = word.core_properties
        assert properties.title.startswith("INTERNAL")
        assert "INTERNAL" in properties.keywords
        assert "INTERNAL" in properties.content_status
    assert leaks_in(list(tmp_path.iterdir()))


def test_without_a_copy_nothing_says_that_it_is_one(tmp_path: Path) -> None:
    for path in exported(tmp_path, ""):
        assert "INTERNAL" not in path.name
        assert "PUBLIC" not in path.name


def told(plan: Plan, copy: CopyKind = "public") -> str:
    return "\n".join(Export(plan, "Plan", "pack", Path(), copy=copy).copied.told())


def test_the_screen_says_what_was_left_out_and_what_may_still_point_to_a_person() -> None:
    action = ActionOutline(
        "Jane Smith and JS meet the 2 children in one school; Jane agrees.", leads=(NAME,)
    )
    said = told(plan_with(action, report=ReportOutline(signatory=NAME)))
    assert said.startswith("Public copy. Left out: ")
    assert "name “Jane Smith” (action 1.1, Action; action 1.1, Leads)" in said
    assert "“Jane Smith” signs the report and stays in the signature." in said
    for words in ("2 children in one school", "JS", "Jane"):
        assert f"- “{words}” (action 1.1, Action)" in said
    assert told(plan_with(action), "internal") == told(plan_with(action), "") == ""


def test_a_copy_that_there_is_not_is_refused() -> None:
    assert [read_copy(typed) for typed in ("", " Public ", "INTERNAL")] == [
        "",
        "public",
        "internal",
    ]
    with pytest.raises(ExportError, match="no copy “secret”"):
        read_copy("secret")


def test_reviews_of_a_person_or_of_the_whole_desk_have_no_public_copy(tmp_path: Path) -> None:
    plan = whole_plan()
    day = __import__("datetime").date(2026, 5, 1)
    shown = ShownReviews({"Plan": plan}, day, day)
    for reviews in (
        replace(shown, is_of_desk=True),
        replace(shown, only=replace(EVERYTHING, lead=NAME)),
    ):
        export = Export(plan, "Plan", "reviews", tmp_path, reviews=reviews, copy="public")
        with pytest.raises(ExportError, match="Nothing was written"):
            list(export.write())
    assert list(tmp_path.iterdir()) == []


def test_without_a_form_nobody_knows_who_is_named_so_there_is_no_public_copy(
    tmp_path: Path,
) -> None:
    outline = PlanOutline("Plan", assessments=(AssessmentOutline("no-such-form"),))
    plan = built_plan(outline, "dundee-2016")
    with pytest.raises(ExportError, match="There is no form called no-such-form"):
        list(Export(plan, "Plan", "plan", tmp_path, copy="public").write())
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_is_read_in_again_is_told_as_one(tmp_path: Path) -> None:
    kinds: tuple[tuple[CopyKind, str], ...] = (
        ("public", "names are left out"),
        ("internal", "names people as it does"),
    )
    for kind, words in kinds:
        for path in exported(tmp_path / kind, kind, "report"):
            remarks = read_word_paper(path).remarks
            assert [words in one for one in remarks].count(True) == 1, path.name
    renamed = tmp_path / "Report.docx"
    (public,) = (tmp_path / "public").iterdir()
    paper = docx.Document(str(public))
    paper.add_paragraph(LEFT_OUT)
    paper.save(str(renamed))
    assert any("public copy" in one for one in read_word_paper(renamed).remarks)
