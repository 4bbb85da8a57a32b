"""A paper as a web page or as Markdown says what the paper says, and nothing in it is a mark."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from exporters.markdown_file import markdown_file
from exporters.web_page import web_page
from plan.council.format import form_named, format_named
from plan.model.documents import DOCUMENTS, DocumentKind
from plan.papers.blocks import (
    Block,
    Cell,
    Document,
    Paragraph,
    Role,
    Row,
    Section,
    Table,
    Text,
    TickBox,
    plain,
)
from plan.papers.choices import Choices
from plan.papers.documents import PaperSource
from plan.papers.markdown import blocks_of
from tests.plan.councils import glenshire
from tests.plan.generated_plans import SINCE, whole
from tests.plan.strategies import MARKS

FORMAT = format_named("dundee-2016")
WHOLE = whole()
words = st.text(alphabet=MARKS.replace("\t", "") + "&;<https://a.b/c_d@e", max_size=30) | st.text(
    st.characters(exclude_categories=("C", "Z")), max_size=12
)
runs = st.builds(Text, words, bold=st.booleans(), italic=st.booleans())
roles: list[Role] = ["body", "heading-2", "numbered", "report-line", "caption"]
paragraphs = st.builds(
    Paragraph,
    st.lists(runs, max_size=3).map(tuple),
    role=st.sampled_from(roles),
    bullet=st.none() | st.integers(0, 2),
)
cells = st.builds(Cell, st.lists(paragraphs, max_size=2).map(tuple))
tables = st.lists(st.tuples(cells, cells), min_size=1, max_size=3).map(
    lambda rows: Table(tuple(Row(row, is_header=not place) for place, row in enumerate(rows)))
)
blocks = st.lists(paragraphs | tables, max_size=5)


def document(*said: Block, title: str = "A paper") -> Document:
    return Document(title, (Section(said),))


def page(made: Document) -> "etree._Element":
    """Return the root of a web page, which is well-formed XML besides."""
    return etree.fromstring(web_page(made).partition(b"<!DOCTYPE html>\n")[2])


def letters(text: str) -> str:
    """Return a text without its blanks, and without what stands for a bullet."""
    return re.sub(r"[\s\u200b•]+", "", text)


def words_of(said: Document) -> str:
    parts: list[str] = []
    for block in said.blocks:
        rows = block.rows if isinstance(block, Table) else (Row((Cell((block,)),)),)
        shown = (cell for row in rows for cell in row.cells)
        parts += [one.text for cell in shown for one in cell.paragraphs]
    return letters(said.title + "".join(parts))


class _Shown(HTMLParser):
    """What a page shows; what Markdown was made of is read so too."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def shown(html: str) -> str:
    parser = _Shown()
    parser.feed(html)
    parser.close()
    return letters("".join(parser.said))


def read_markdown(content: bytes) -> str:
    html: str = MarkdownIt("commonmark").enable("table").render(content.decode())
    return html


@given(blocks)
def test_a_web_page_says_what_the_paper_says(said: list[Block]) -> None:
    made = document(*said)
    main = page(made).find("body/main")
    assert main is not None
    assert letters("".join(map(str, main.itertext()))) == words_of(made)


@given(blocks)
def test_markdown_says_what_the_paper_says(said: list[Block]) -> None:
    made = document(*said)
    assert shown(read_markdown(markdown_file(made))) == words_of(made)


@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("council", [FORMAT, glenshire()], ids=["dundee", "glenshire"])
def test_every_paper_is_a_page_with_a_title_a_language_and_headed_tables(
    council: object, kind: DocumentKind
) -> None:
    for make in PaperSource(WHOLE, council, form_named, SINCE).makers(kind):  # type: ignore[arg-type]
        paper = make().document
        root = page(paper)
        assert root.get("lang") == "en-GB"
        assert root.findtext("head/title") == paper.title
        headings = [int(one.tag[1]) for one in root.iter("h1", "h2", "h3", "h4", "h5")]
        assert headings[0] == 1
        assert headings.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(headings))
        assert all(one.get("scope") for one in root.iter("th"))
        assert not list(root.iter("script", "img", "link"))
        for table in root.iter("table"):
            assert len(set(_rows(table))) == 1


def _rows(table: "etree._Element") -> Iterator[int]:
    """Yield the width of each row, with the cells that reach down into it."""
    down: list[tuple[int, int]] = []
    for row in table.iter("tr"):
        width = sum(one for one, _ in down)
        down = [(one, left - 1) for one, left in down if left > 1]
        for cell in row:
            across, height = int(cell.get("colspan", "1")), int(cell.get("rowspan", "1"))
            width += across
            down += [(across, height - 1)] if height > 1 else []
        yield width


def test_lists_are_nested_and_boxes_have_names() -> None:
    said = [plain(text, bullet=depth) for text, depth in [("a", 0), ("b", 1), ("c", 0)]]
    box = Paragraph((TickBox("Age", ticked=True),))
    content = web_page(document(*said, box)).decode()
    assert "<ul>\n<li>a\n<ul>\n<li>b\n</li></ul>\n</li>\n<li>c\n</li></ul>" in content
    assert '<span role="img" aria-label="Age: ticked">☒</span>' in content


def test_a_table_of_contents_is_a_list_that_leads_to_the_headings() -> None:
    source = PaperSource(
        WHOLE, FORMAT, form_named, replace(SINCE, choices=Choices(has_contents=True))
    )
    (make,) = source.printed("report")
    root = page(make().document)
    lines = {one.get("href"): "".join(map(str, one.itertext())) for one in root.iterfind(".//li/a")}
    headings = {
        f"#{one.get('id')}": "".join(map(str, one.itertext()))
        for one in root.iter()
        if one.get("id")
    }
    assert lines == headings
    assert len(lines) > 3
    assert "\n- 1.0 Purpose" in markdown_file(make().document).decode()


def test_a_cell_that_goes_on_below_spans_its_rows() -> None:
    rows = (
        Row((Cell((plain("Aim"),)), Cell((plain("Action"),))), is_header=True),
        Row((Cell((plain("1"),)), Cell((plain("a"),)))),
        Row((Cell(merged_up=True), Cell((plain("b"),)))),
    )
    content = web_page(document(Table(rows))).decode()
    assert '<th scope="row" rowspan="2">1</th>' in content
    assert (
        markdown_file(document(Table(rows)))
        .decode()
        .endswith("| Aim | Action |\n| --- | --- |\n| 1 | a |\n|  | b |\n")
    )


def test_addresses_are_live_and_end_before_the_sentence_does() -> None:
    made = document(plain("See https://a.example/b_(c). Or ask a.b@c.example; www.d.example/e_f!"))
    content = web_page(made).decode()
    assert (
        '<a href="https://a.example/b_(c)">a.example (https://a.example/b_(c))</a>. Or' in content
    )
    assert '<a href="mailto:a.b@c.example">a.b@c.example</a>; ' in content
    assert '<a href="https://www.d.example/e_f">d.example (www.d.example/e_f)</a>!' in content
    said = markdown_file(made).decode()
    assert "<https://a.example/b_(c)>. Or ask <a.b@c.example>; " in said
    assert "[www.d.example/e\\_f](<https://www.d.example/e_f>)!" in said


def test_words_lead_to_the_address_that_is_given_for_them() -> None:
    made = document(*blocks_of("Read [our **plan**](https://a.example/b_(c)?d=1&e=2) first."))
    assert (
        '<p>Read <a href="https://a.example/b_(c)?d=1&amp;e=2">our <strong>plan</strong></a> first.'
        in web_page(made).decode()
    )
    link = "(<https://a.example/b_(c)?d=1&e=2>)"
    assert f"Read [our ]{link}**[plan]{link}** first." in markdown_file(made).decode()


def test_the_mark_stands_first() -> None:
    made = replace(document(plain("Words")), mark="NOT FOR ISSUE")
    assert web_page(made).index(b"NOT FOR ISSUE") < web_page(made).index(b"<h1>")
    assert markdown_file(made).startswith(b"**NOT FOR ISSUE**\n\n# A paper\n")


def test_two_papers_of_one_stand_apart_in_markdown() -> None:
    made = Document("A paper", (Section((plain("One"),)), Section((plain("Two"),))))
    assert markdown_file(made) == b"# A paper\n\nOne\n\n---\n\nTwo\n"
