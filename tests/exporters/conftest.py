"""A Word file as its parts, to be looked at in tests."""

from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from exporters.word.document import written
from plan.blocks import Document
from plan.format import DEFAULT_FORMAT, form_named, format_named
from plan.outline import built_plan
from plan.pack import papers
from sample_data.sample import sample_outline

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {
    "w": W[1:-1],
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}


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


def sample_papers() -> dict[str, Document]:
    """Return the documents of the sample by their kind."""
    form = format_named(DEFAULT_FORMAT)
    plan = built_plan(sample_outline(), DEFAULT_FORMAT)
    return {paper.kind: paper.document for paper in papers(plan, form, form_named, "pack")}


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
    return opened(written(document))
