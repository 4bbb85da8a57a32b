"""Addresses lead where they say, from the Word file too, and are read from it as they were."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from exporters.word.council_template import council_template
from exporters.word.document import word_file_of
from exporters.word.package import RELATIONS_PART
from exporters.word.tracked import tracked_word_file
from importers.paper import read_paper
from importers.plan.cells import prose_of
from importers.word.reader import read_word
from plan.council.format import form_named, format_named
from plan.model.outline import (
    ActionOutline,
    AimOutline,
    NoteOutline,
    PassageOutline,
    PlanOutline,
    ReportOutline,
    built_plan,
)
from plan.papers.blocks import Cell, Document, Row, Section, Table, plain
from plan.papers.documents import papers
from plan.papers.markdown import blocks_of, canonical
from plan.papers.public_copy import public_copy
from tests.exporters.conftest import CHECKER, NS, W, opened, text_of
from tests.exporters.council_templates import CouncilPaper
from tests.exporters.tracked_changes import accepted, rejected

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SAID = "Read [our **plan**](https://a.example/p_(1)?x=1&y=2#z), www.b.example or a.b@c.example."
COUNCIL = format_named("dundee-2016")
FORMS = tuple(map(form_named, COUNCIL.forms))


def document(*texts: str) -> Document:
    return Document("A paper", (Section(tuple(one for text in texts for one in blocks_of(text))),))


def links_in(content: bytes) -> list[tuple[str, str]]:
    """Return the words of each link of a Word file, and where it leads."""
    file = opened(content)
    targets = {
        one.get("Id"): (one.get("Target"), one.get("TargetMode"))
        for one in file.tree(RELATIONS_PART).iterfind("rel:Relationship", NS)
    }
    found = []
    for link in file.document.iter(f"{W}hyperlink"):
        target, mode = targets[link.get(f"{R}id")]
        assert mode == "External"
        assert all(run.find(f"{W}rPr/{W}rStyle") is not None for run in link.iter(f"{W}r"))
        found.append((text_of(link), str(target)))
    return found


def test_an_address_is_a_link_and_so_are_words_that_lead_there() -> None:
    content = word_file_of(document(SAID))
    assert links_in(content) == [
        ("our plan", "https://a.example/p_(1)?x=1&y=2#z"),
        ("b.example (www.b.example)", "https://www.b.example"),
        ("a.b@c.example", "mailto:a.b@c.example"),
    ]
    assert content == word_file_of(document(SAID))
    styles = opened(content).tree("word/styles.xml")
    assert len(styles.findall("w:style[@w:styleId='Hyperlink']", NS)) == 1


def test_a_paper_without_addresses_has_no_such_style() -> None:
    assert (
        b"Hyperlink" not in opened(word_file_of(document("No address."))).parts["word/styles.xml"]
    )


def test_an_address_stands_once_among_the_relations() -> None:
    content = word_file_of(document("https://a.example", "[a](https://a.example)"))
    relations = opened(content).tree(RELATIONS_PART)
    assert sum(one.get("Target") == "https://a.example" for one in relations) == 1


def test_links_live_in_the_cells_of_a_table_and_on_a_dark_ground() -> None:
    cell = Cell(blocks_of(SAID), fill="1F3864")
    table = Table((Row((Cell((plain("Heading"),)),), is_header=True), Row((cell,))), (160.0,))
    content = word_file_of(Document("A paper", (Section((table,)),)))
    assert [words for words, _ in links_in(content)] == [
        "our plan",
        "b.example (www.b.example)",
        "a.b@c.example",
    ]
    colours = {
        one.get(f"{W}val")
        for link in opened(content).document.iter(f"{W}hyperlink")
        for one in link.iter(f"{W}color")
    }
    assert colours == {"FFFFFF"}


def test_a_long_address_does_not_take_the_room_of_other_columns() -> None:
    def widths(said: str) -> list[int]:
        rows = (
            Row((Cell((plain("Who"),)), Cell((plain("What"),))), is_header=True),
            Row((Cell((plain("Somebody"),)), Cell((plain(said),)))),
        )
        content = word_file_of(Document("A", (Section((Table(rows, (80.0, 80.0)),)),)))
        return [int(one.get(f"{W}w", "0")) for one in opened(content).document.iter(f"{W}gridCol")]

    address = "https://a.example/" + "with-many-parts/" * 20
    assert widths(address) == widths("words") == widths(f"[w]({address})")
    assert widths("x" * 300) != widths("words")
    assert widths(f"{'first.last.' * 12}a@c.example") == widths("words")


def test_an_address_of_mail_stands_in_one_line_where_another_column_has_room() -> None:
    rows = (
        Row((Cell((plain("Who", "plan-header"),)), Cell((plain("What", "plan-header"),))), True),
        Row((Cell((plain("jane.example@council.example", "plan-cell"),)), Cell())),
    )
    content = word_file_of(Document("A", (Section((Table(rows, (30.0, 120.0)),)),)))
    who, _ = opened(content).document.iter(f"{W}gridCol")
    assert int(who.get(f"{W}w", "0")) > 45 / 25.4 * 1440


def test_a_councils_template_keeps_its_own_style_of_links(tmp_path: Path) -> None:
    prepared = council_template(CouncilPaper().written(tmp_path / "council.docx"))
    content = word_file_of(document(SAID), template=prepared)
    assert len(links_in(content)) == 3
    again = council_template(_written(tmp_path / "again.docx", content), keep_body=True)
    twice = word_file_of(document("https://d.example"), template=again)
    assert ("d.example (https://d.example)", "https://d.example") in links_in(twice)
    ids = [one.get("Id") for one in opened(twice).tree(RELATIONS_PART)]
    assert len(ids) == len(set(ids))


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


ADDRESSES = (
    "https://a.example/b_(c)?d=1&e=%20#f",
    "https://a.example/é|x%zz",
    "www.b.example/c",
    "a.b@c.example",
    "[our plan](https://a.example/b_(c))",
    "[our **plan** here](https://a.example/b)",
    "[mail *us*](mailto:us@c.example)",
    "[no](link",
    "[a]",
)
texts = st.lists(
    st.sampled_from((*ADDRESSES, "and", "**bold**", "(", ")", ".", "\n\n", "- a")), max_size=8
).map(" ".join)


@given(texts)
@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_is_read_from_the_word_file_is_what_was_printed(tmp_path: Path, text: str) -> None:
    content = word_file_of(document(text))
    read = read_word(_written(tmp_path / "paper.docx", content)).blocks
    once = prose_of(one for one in read if not isinstance(one, Table))
    assert once == canonical(text)


KEPT = canonical(SAID)
LINKED = PlanOutline(
    title="A plan",
    aims=(
        AimOutline(
            "Go on",
            (
                ActionOutline(
                    KEPT,
                    leads=("team@c.example",),
                    success_criteria=("[It](https://a.example/c) is read.", "www.b.example"),
                    progress=(NoteOutline("June 2016", "", KEPT),),
                ),
            ),
        ),
    ),
    report=ReportOutline(
        title="A report",
        passages=(
            PassageOutline("main-text", "numbered", KEPT),
            PassageOutline("main-text", "table", f"| One | Two |\n| --- | --- |\n| 1 | {KEPT} |"),
        ),
    ),
)


def test_a_plan_with_links_comes_back_from_its_papers(tmp_path: Path) -> None:
    plan = built_plan(LINKED, COUNCIL.id)
    found = {}
    for kind in ("report", "plan"):
        for paper in papers(plan, COUNCIL, form_named, kind):
            path = _written(tmp_path / f"{kind}.docx", word_file_of(paper.document))
            found[kind] = read_paper(path, COUNCIL, FORMS).outline
            if CHECKER.exists():
                said = subprocess.run(
                    [sys.executable, str(CHECKER), str(path)],
                    capture_output=True,
                    text=True,
                    check=False,
                ).stdout
                assert "error" not in said.splitlines()[0]
    assert found["plan"].aims == LINKED.aims
    assert found["report"].report.passages == LINKED.report.passages


def test_the_public_copy_leads_to_nobodys_mail() -> None:
    report = replace(
        LINKED.report,
        passages=(
            *LINKED.report.passages,
            PassageOutline("main-text", "text", "Ask [the team](mailto:t@c.example) first."),
        ),
    )
    plan = built_plan(replace(LINKED, report=report), COUNCIL.id)
    copied = public_copy(plan, COUNCIL, {one.id: one for one in FORMS}).plan
    said = []
    for kind in ("report", "plan"):
        for paper in papers(copied, COUNCIL, form_named, kind):
            content = word_file_of(paper.document)
            said += links_in(content)
            every = b"".join(opened(content).parts.values())
            assert b"mailto:" not in every
            assert b"@" not in etree.tostring(opened(content).document)
    assert ("our plan", "https://a.example/p_(1)?x=1&y=2#z") in said
    texts = [one.text for one in copied.passage_rows.values()]
    assert "Ask the team first." in texts


def test_tracked_changes_hold_links_of_both_states() -> None:
    old, new = (
        document("Read https://a.example now."),
        document(f"Read https://d.example now. {SAID}"),
    )
    when = datetime(2016, 9, 26, tzinfo=UTC)
    content = tracked_word_file(old, new, author="A. Officer", when=when)
    assert {target for _, target in links_in(content)} >= {"https://a.example", "https://d.example"}
    assert content == tracked_word_file(old, new, author="A. Officer", when=when)
    for state, wanted in ((accepted(content), new), (rejected(content), old)):
        assert [text_of(one) for one in opened(state).document.iter(f"{W}p")] == [
            text_of(one) for one in opened(word_file_of(wanted)).document.iter(f"{W}p")
        ]
