"""A Word file as its parts, to be looked at in tests."""

from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from exporters.word.document import word_file_of
from plan.council import DEFAULT_FORMAT
from plan.council.format import Format, form_named, format_named
from plan.following.ledger import PrintedNotes
from plan.model.documents import GENERATED
from plan.model.outline import AppendixOutline, built_plan
from plan.model.rows import SOURCE_ID, SourceReport
from plan.papers.blocks import Document
from plan.papers.choices import Choices
from plan.papers.documents import Occasion, papers
from plan.papers.pack import pack_of
from sample_data.sample import sample_outline

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {
    "w": W[1:-1],
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}


CHECKER = Path(__file__).resolve().parents[2].parent / "shared" / "tools" / "check_docx.py"
"""A checker of Word files that may lie beside this checkout."""


@dataclass(frozen=True)
class WordFile:
    """The parts of a Word file, the XML ones parsed."""

    parts: dict[str, bytes]

    def tree(self, name: str) -> etree._Element:
        """Return a part's XML."""
        return etree.fromstring(self.parts[name])

    @property
    def document(self) -> etree._Element:
        """The main part."""
        return self.tree("word/document.xml")


def opened(content: bytes) -> WordFile:
    """Return the parts of a Word file."""
    with ZipFile(BytesIO(content)) as package:
        assert package.testzip() is None
        return WordFile({name: package.read(name) for name in package.namelist()})


def text_of(element: etree._Element) -> str:
    """Return the words of a paragraph, line breaks and tabs as such."""
    pieces = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        piece.text or "" if piece.tag == f"{W}t" else pieces[str(piece.tag)]
        for piece in element.iter(f"{W}t", f"{W}br", f"{W}tab")
    )


SOURCE = SourceReport(
    id=SOURCE_ID,
    contents="7-11 Key performance outcomes\n12-16 Impact on children\n17-19 Impact on families",
    recommendations=("Make help for parents easier to find", "Mend the roads"),
)


def sample_papers() -> dict[str, Document]:
    """Return the documents of the sample by their kind; "whole" has what is drawn up from it."""
    council = format_named(DEFAULT_FORMAT)
    plan = built_plan(sample_outline(), DEFAULT_FORMAT)
    found = papers(plan, council, form_named, "pack")
    return {paper.kind: paper.document for paper in found} | generated_papers(council)


def generated_papers(council: Format) -> dict[str, Document]:
    """Return what is drawn up from the sample by its kind, and "whole", the paper with it all."""
    outline = sample_outline()
    drawn = tuple(map(AppendixOutline, GENERATED))
    report = replace(outline.report, appendices=(*outline.report.appendices, *drawn))
    plan = built_plan(replace(outline, report=report), DEFAULT_FORMAT)
    source = SOURCE.model_copy(update={"parent": plan.cover.id})
    plan = replace(plan, source_rows={source.id: source})
    occasion = Occasion(date(2016, 12, 12), Choices(notes=PrintedNotes("since", date(2016, 9, 1))))
    found: dict[str, Document] = {
        kind: papers(plan, council, form_named, kind, occasion)[0].document for kind in GENERATED
    }
    return {**found, "whole": pack_of(plan, council, form_named, occasion=occasion)}


SAMPLE = sample_papers()


@pytest.fixture(scope="session")
def appendix() -> Document:
    """The sample plan as its appendix."""
    return SAMPLE["plan"]


@pytest.fixture(scope="session", params=sorted(SAMPLE))
def document(request: pytest.FixtureRequest) -> Document:
    """Each document of the sample."""
    return SAMPLE[request.param]


@pytest.fixture(scope="session")
def word_file(document: Document) -> WordFile:
    """The Word file of each document of the sample."""
    return opened(word_file_of(document))
