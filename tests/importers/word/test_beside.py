"""Notes, comments, struck words and links are kept beside the words, which stay as they are."""

from pathlib import Path

import pytest

from importers.word.reader import WordReading, read_word
from plan.papers.blocks import Beside, Paragraph, Text
from tests.importers.word_files import (
    SPACES,
    cell,
    document_xml,
    docx_of,
    para,
    raw,
    row,
    run,
    table,
    word_parts,
    zip_of,
)

BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
STRUCK = "<w:strike/>"


def part(kind: str, *notes: str) -> dict[str, str]:
    return {f"{kind}s": f"<w:{kind}s {SPACES}>{''.join(notes)}</w:{kind}s>"}


def note(kind: str, number: int, *content: str, **attributes: str) -> str:
    said = "".join(f' w:{name}="{value}"' for name, value in attributes.items())
    blocks = "".join(one if one.startswith("<") else para(one) for one in content)
    return f'<w:{kind} w:id="{number}"{said}>{blocks}</w:{kind}>'


def reference(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def begun(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def ended(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/>{reference("comment", number)}'


def only_paragraph(reading: WordReading) -> Paragraph:
    (paragraph,) = reading.blocks
    assert isinstance(paragraph, Paragraph)
    return paragraph


def said_beside(paragraph: Paragraph) -> list[tuple[str, str, str]]:
    """Return the text before each note of a paragraph, the kind of the note, and its words."""
    found: list[tuple[str, str, str]] = []
    before = ""
    for inline in paragraph.inlines:
        assert isinstance(inline, Text)
        before += inline.text
        if inline.beside is not None:
            found.append((before, inline.beside.kind, inline.beside.text))
    return found


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_stands_at_its_reference_and_leaves_the_text_as_it_is(
    tmp_path: Path, kind: str
) -> None:
    notes = part(
        kind,
        note(kind, 0, "", type="separator"),
        note(kind, 1, "", type="continuationSeparator"),
        note(kind, 2, raw("<w:r><w:footnoteRef/></w:r>", run(" Subject to the grant")), "of 2026"),
    )
    body = raw(run("Write the guidance"), reference(kind, 2), run(" for staff."))
    reading = read_word(docx_of(tmp_path, body, extra=notes))
    paragraph = only_paragraph(reading)
    assert paragraph.text == "Write the guidance for staff."
    assert said_beside(paragraph) == [("Write the guidance", kind, "Subject to the grant\nof 2026")]
    assert reading.loose == ()


@pytest.mark.parametrize("before", ["", "Open ", "Open\n"])
def test_a_note_at_an_end_of_the_text_stays(tmp_path: Path, before: str) -> None:
    notes = part("footnote", note("footnote", 2, "Why"))
    body = raw(reference("footnote", 2), run(before))
    assert said_beside(only_paragraph(read_word(docx_of(tmp_path, body, extra=notes)))) == [
        ("", "footnote", "Why")
    ]
    body = raw(run(before), reference("footnote", 2))
    paragraph = only_paragraph(read_word(docx_of(tmp_path, body, extra=notes)))
    assert paragraph.text == before.rstrip()
    assert [kind for _, kind, _ in said_beside(paragraph)] == ["footnote"]


def test_a_comment_stands_where_its_range_begins_without_its_author(tmp_path: Path) -> None:
    comments = part(
        "comment",
        note("comment", 0, "Is this still right?", author="A. Person", initials="AP"),
        note("comment", 1, "Say by whom.", author="A. Person"),
    )
    body = raw(
        run("By "),
        begun(0),
        run("June 2027"),
        ended(0),
        run(", then yearly"),
        reference("comment", 1),
    )
    reading = read_word(docx_of(tmp_path, body, extra=comments))
    assert only_paragraph(reading).text == "By June 2027, then yearly"
    assert said_beside(only_paragraph(reading)) == [
        ("By ", "comment", "Is this still right?"),
        ("By June 2027, then yearly", "comment", "Say by whom."),
    ]
    assert "Person" not in repr(reading)


def test_a_comment_over_cells_stands_in_the_first_or_at_its_reference(tmp_path: Path) -> None:
    comments = part("comment", note("comment", 0, "Both?"), note("comment", 1, "All?"))
    first = raw(begun(0), run("a"))
    body = table(row(cell(first), cell(raw(run("b"), ended(0)))), begun(1))
    body += raw(run("c"), ended(1))
    found, last = read_word(docx_of(tmp_path, body, extra=comments)).blocks
    assert not isinstance(found, Paragraph)
    cells = [said_beside(*one.paragraphs) for one in found.rows[0].cells]
    assert cells == [[("", "comment", "Both?")], []]
    assert isinstance(last, Paragraph)
    assert said_beside(last) == [("c", "comment", "All?")]


def test_notes_that_no_text_refers_to_are_kept_apart(tmp_path: Path) -> None:
    comments = part("comment", note("comment", 0, "On what was deleted"))
    notes = part("footnote", note("footnote", 5, "Left over"))
    gone = f"<w:del>{begun(0)}<w:r><w:delText>gone</w:delText></w:r></w:del>"
    reading = read_word(docx_of(tmp_path, raw(gone, run("kept")), extra=comments | notes))
    assert only_paragraph(reading).inlines == (Text("kept"),)
    assert [(one.kind, one.text) for one in reading.loose] == [
        ("footnote", "Left over"),
        ("comment", "On what was deleted"),
    ]


def test_a_number_that_two_notes_share_loses_neither(tmp_path: Path) -> None:
    comments = part("comment", note("comment", 0, "one"), note("comment", 0, "two"))
    reading = read_word(docx_of(tmp_path, raw(run("a"), reference("comment", 0)), extra=comments))
    assert said_beside(only_paragraph(reading)) == [("a", "comment", "one")]
    assert [one.text for one in reading.loose] == ["two"]
    assert reading.has_comments


def test_notes_that_refer_to_each_other_are_no_trap(tmp_path: Path) -> None:
    notes = part(
        "footnote",
        *(
            note("footnote", place, raw(run(f"note {place}"), reference("footnote", place + 1)))
            for place in range(2, 3_000)
        ),
        note("footnote", 3_000, raw(run("last"), reference("footnote", 2))),
    )
    reading = read_word(docx_of(tmp_path, raw(reference("footnote", 2)), extra=notes))
    kept = [inline.beside for inline in only_paragraph(reading).inlines if isinstance(inline, Text)]
    assert [one.text for one in kept if one is not None] == ["note 2"]
    assert len(reading.loose) > 1_000


def test_a_comment_on_a_footnote_stands_in_it(tmp_path: Path) -> None:
    comments = part("comment", note("comment", 0, "Which grant?"))
    held = raw(run("Subject to "), begun(0), run("the grant"), ended(0))
    notes = part("footnote", note("footnote", 2, held))
    body = raw(run("Open"), reference("footnote", 2))
    reading = read_word(docx_of(tmp_path, body, extra=comments | notes))
    footnote = only_paragraph(reading).inlines[-1]
    assert isinstance(footnote, Text)
    assert footnote.beside is not None
    (inner,) = footnote.beside.blocks
    assert isinstance(inner, Paragraph)
    assert said_beside(inner) == [("Subject to ", "comment", "Which grant?")]


@pytest.mark.parametrize(
    ("properties", "is_struck"),
    [
        (STRUCK, True),
        ("<w:dstrike/>", True),
        ('<w:strike w:val="0"/>', False),
        ('<w:rStyle w:val="Out"/>', True),
        ('<w:rStyle w:val="Out"/><w:strike w:val="false"/>', False),
        ("", False),
    ],
)
def test_words_struck_out_by_hand_are_marked(
    tmp_path: Path, properties: str, is_struck: bool
) -> None:
    styles = f'<w:style w:type="character" w:styleId="Out"><w:rPr>{STRUCK}</w:rPr></w:style>'
    body = raw(run("June 2026", properties), run(" June 2027"))
    reading = read_word(docx_of(tmp_path, body, styles=styles))
    paragraph = only_paragraph(reading)
    assert paragraph.text == "June 2026 June 2027"
    assert reading.has_struck == is_struck
    assert not reading.remarks
    struck = Text("June 2026", beside=Beside("struck"))
    expected = (struck, Text(" June 2027")) if is_struck else (Text("June 2026 June 2027"),)
    assert paragraph.inlines == expected


def test_a_style_of_the_paragraph_strikes_out_too(tmp_path: Path) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="Gone"><w:rPr>{STRUCK}</w:rPr></w:style>'
    body = para("all of it", '<w:pStyle w:val="Gone"/>')
    plain = "<w:p><w:pPr><w:pStyle w:val='Gone'/></w:pPr><w:r><w:t>all of it</w:t></w:r></w:p>"
    for blocks in (
        read_word(docx_of(tmp_path, one, styles=styles)).blocks for one in (body, plain)
    ):
        (paragraph,) = blocks
        assert isinstance(paragraph, Paragraph)
        assert paragraph.inlines == (Text("all of it", beside=Beside("struck")),)


def linking_to(folder: Path, address: str, *words: str, mode: str = "External") -> Paragraph:
    link = f'<w:hyperlink r:id="rLink">{"".join(words)}</w:hyperlink>'
    parts = word_parts("")
    parts["word/document.xml"] = document_xml(raw(run("See "), link, run(".")))
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts["word/_rels/document.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rLink" Type="{office}/hyperlink" Target="{address}"'
        f' TargetMode="{mode}"/></Relationships>'
    )
    return only_paragraph(read_word(zip_of(folder / "Paper.docx", parts)))


def test_a_link_keeps_the_address_that_its_words_do_not_say(tmp_path: Path) -> None:
    paragraph = linking_to(tmp_path, "https://example.org/plan", run("the "), run("plan", "<w:b/>"))
    link = Beside("link", address="https://example.org/plan")
    assert paragraph.text == "See the plan."
    assert paragraph.inlines == (
        Text("See "),
        Text("the ", beside=link),
        Text("plan", bold=True, beside=link),
        Text("."),
    )


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://example.org/plan", "https://example.org/plan"),
        ("https://www.example.org/", "example.org"),
        ("mailto:team@example.org", "team@example.org"),
        ("mailto:team@example.org?subject=Plan", "Team@example.org"),
        ("HTTP://Example.org/plan/", "www.example.org/plan"),
    ],
)
def test_a_link_whose_words_are_its_address_is_plain_text(
    tmp_path: Path, address: str, words: str
) -> None:
    half = len(words) // 2
    paragraph = linking_to(tmp_path, address, run(words[:half]), run(words[half:]))
    assert [inline.beside for inline in paragraph.inlines if isinstance(inline, Text)] == [
        None
    ] * len(paragraph.inlines)
    assert paragraph.text == f"See {words}."


@pytest.mark.parametrize(
    ("instruction", "address"),
    [
        (' HYPERLINK "https://example.org/plan" ', "https://example.org/plan"),
        ('HYPERLINK "https://example.org/plan" \\o "Tip"', "https://example.org/plan"),
        ('HYPERLINK "https://example.org/plan" \\l "aims"', "https://example.org/plan#aims"),
        (' HYPERLINK \\l "Bookmark" ', ""),
        (" PAGEREF _Toc1 ", ""),
    ],
)
def test_a_link_may_be_a_field(tmp_path: Path, instruction: str, address: str) -> None:
    written = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    simple = f"<w:fldSimple w:instr='{instruction}'>{run('the plan')}</w:fldSimple>"
    for field in (BEGIN + written + SEPARATE + run("the plan") + END, simple):
        paragraph = only_paragraph(read_word(docx_of(tmp_path, raw(field, run(" first")))))
        assert paragraph.text == "the plan first"
        linked = paragraph.inlines[0]
        assert isinstance(linked, Text)
        assert linked.beside == (Beside("link", address=address) if address else None)


def test_a_field_may_stand_in_one_run_and_hold_another(tmp_path: Path) -> None:
    instruction = '<w:instrText>HYPERLINK "https://example.org/{}"</w:instrText>'
    begin, separate, end = (one[5:-6] for one in (BEGIN, SEPARATE, END))
    inner = f"{begin}{instruction.format('b')}{separate}<w:t>b</w:t>{end}"
    outer = f"{begin}{instruction.format('a')}{separate}<w:t>a</w:t>{inner}<w:t>c</w:t>{end}"
    paragraph = only_paragraph(read_word(docx_of(tmp_path, raw(f"<w:r>{outer}<w:t>d</w:t></w:r>"))))
    said = [
        (inline.text, inline.beside.address if inline.beside else "")
        for inline in paragraph.inlines
        if isinstance(inline, Text)
    ]
    site = "https://example.org/"
    assert said == [("a", f"{site}a"), ("b", f"{site}b"), ("c", f"{site}a"), ("d", "")]


def test_where_nothing_stands_beside_the_words_nothing_is_kept(tmp_path: Path) -> None:
    paragraph = only_paragraph(read_word(docx_of(tmp_path, raw(run("one"), run(" two")))))
    assert paragraph.inlines == (Text("one two"),)
