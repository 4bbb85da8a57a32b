"""A PDF that LibreOffice makes of a paper is tagged: what a screen reader is told of it."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from exporters.pdf.converting import PdfMaker
from exporters.pdf.office import NoPdfError, office_here
from exporters.word.document import word_file_of
from plan.papers.blocks import Document, Paragraph
from tests.exporters.conftest import SAMPLE

pytestmark = pytest.mark.slow

HEADINGS = ("/H1", "/H2", "/H3")


@pytest.fixture(scope="module")
def paper() -> Document:
    return SAMPLE["whole"]


@pytest.fixture(scope="module")
def made(paper: Document) -> PdfReader:
    try:
        office = office_here({})
    except NoPdfError as error:
        pytest.skip(f"there is no LibreOffice here, so no PDF was looked at: {error}")
    with PdfMaker(office) as maker:
        return PdfReader(BytesIO(maker.pdf_of(word_file_of(paper))))


def elements(node: PdfObject | None) -> Iterator[DictionaryObject]:
    """Yield the elements of the structure tree in reading order."""
    node = node.get_object() if node is not None else None
    if isinstance(node, ArrayObject):
        for child in node:
            yield from elements(child)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            yield node
        yield from elements(node.get("/K"))


def kind(element: DictionaryObject) -> str:
    return str(element["/S"])


def catalogue(made: PdfReader) -> DictionaryObject:
    root = made.trailer["/Root"].get_object()
    assert isinstance(root, DictionaryObject)
    return root


def within(holder: DictionaryObject, name: str) -> DictionaryObject:
    found = holder[name].get_object()
    assert isinstance(found, DictionaryObject)
    return found


def tree(made: PdfReader) -> list[DictionaryObject]:
    return list(elements(catalogue(made)["/StructTreeRoot"]))


def test_it_says_that_it_is_tagged_its_language_and_its_title(
    made: PdfReader, paper: Document
) -> None:
    root = catalogue(made)
    assert within(root, "/MarkInfo")["/Marked"]
    assert str(root["/Lang"]) == "en-GB"
    assert within(root, "/ViewerPreferences")["/DisplayDocTitle"], "not the name of the file"
    assert made.metadata is not None
    assert made.metadata.title == paper.title


def test_its_headings_go_down_one_level_at_a_time_from_the_first(made: PdfReader) -> None:
    levels = [int(kind(one)[2:]) for one in tree(made) if kind(one) in HEADINGS]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_every_heading_of_the_paper_is_one_of_the_pdf(made: PdfReader, paper: Document) -> None:
    roles = {
        "heading-1": "/H1",
        "section-heading": "/H1",
        "appendix-label": "/H1",
        "form-title": "/H1",
        "heading-2": "/H2",
        "heading-3": "/H3",
        "cover-title": "/H2",  # below the label of its appendix
    }
    wanted = Counter({"/H1": 1})  # the line that says the report's title
    wanted += Counter(
        roles[block.role]
        for block in paper.blocks
        if isinstance(block, Paragraph) and block.role in roles
    )
    found = Counter(kind(one) for one in tree(made) if kind(one) in HEADINGS)
    assert found == wanted


def test_every_header_row_is_one_of_header_cells(made: PdfReader) -> None:
    tables = [one for one in tree(made) if kind(one) == "/Table"]
    assert tables
    for table in tables:
        row = next(one for one in elements(table.get("/K")) if kind(one) == "/TR")
        cells = [kind(one) for one in elements(row.get("/K")) if kind(one) in ("/TH", "/TD")]
        assert set(cells) == {"/TH"}


def test_it_runs_nothing_and_holds_no_other_file(made: PdfReader) -> None:
    for name in ("/JavaScript", "/EmbeddedFiles"):
        assert name not in str(catalogue(made).get("/Names", ""))
    assert "/JS" not in str(catalogue(made).get("/OpenAction", ""))
