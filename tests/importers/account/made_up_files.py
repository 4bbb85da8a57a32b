"""Word files for the account's tests, and the words that each piece of them shows, counted here.

Each piece says what it shows as it is made: nothing is read back, so the counts know no reader.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from importers.account.account import Account
from importers.decisions import NOTHING_DECIDED, Decisions
from importers.paper import account_of_file
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.word_files import BULLETS, SPACES, cell, docx_of, para, raw, row, run, table

STYLES = (
    '<w:style w:type="paragraph" w:styleId="Quiet"><w:name w:val="Quiet"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
)


@dataclass
class Piece:
    """A piece of a body, the words that it shows, and those that it holds but does not."""

    xml: str
    words: int = 0
    unseen: Counter[str] = field(default_factory=Counter)
    notes: tuple[tuple[str, str], ...] = ()
    """The kind and the text of each note, comment or header that it brings with it."""


def line(text: str) -> Piece:
    return Piece(para(text), len(text.split()))


def runs(*texts: str) -> Piece:
    """Return a paragraph whose words are cut into runs at any letter."""
    return Piece(raw(*map(run, texts)), len("".join(texts).split()))


def deleted(text: str, gone: str) -> Piece:
    change = (
        f'<w:del w:id="1"><w:r><w:delText xml:space="preserve">{gone}</w:delText></w:r></w:del>'
    )
    return Piece(raw(run(text), change), len(text.split()), Counter({"deleted": len(gone.split())}))


def inserted(text: str) -> Piece:
    return Piece(raw(f'<w:ins w:id="2">{run(text)}</w:ins>'), len(text.split()))


def hidden(text: str, gone: str) -> Piece:
    return Piece(
        raw(run(text), run(gone, "<w:vanish/>")),
        len(text.split()),
        Counter({"hidden": len(gone.split())}),
    )


def struck(text: str, gone: str) -> Piece:
    """Return a paragraph of which the second half is crossed out."""
    return Piece(raw(run(f"{text} "), run(gone, "<w:strike/>")), len(f"{text} {gone}".split()))


def crossed_out(gone: str) -> Piece:
    return Piece(raw(run(gone, "<w:strike/>")), len(gone.split()))


def prompt(text: str) -> Piece:
    properties = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    control = f"<w:sdt>{properties}<w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"
    return Piece(raw(control), 0, Counter({"prompts": len(text.split())}))


def control(text: str) -> Piece:
    inner = f"<w:sdt><w:sdtPr/><w:sdtContent>{para(text)}</w:sdtContent></w:sdt>"
    return Piece(inner, len(text.split()))


def form_field(text: str) -> Piece:
    return Piece(
        raw(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            "<w:r><w:instrText>REF told MERGEFORMAT</w:instrText></w:r>",
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            run(text),
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ),
        len(text.split()),
    )


def drop_down(chosen: str, other: str) -> Piece:
    entries = f'<w:listEntry w:val="{other}"/><w:listEntry w:val="{chosen}"/>'
    listed = f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>'
    begin = f'<w:fldChar w:fldCharType="begin"><w:ffData>{listed}</w:ffData></w:fldChar>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return Piece(raw(f"<w:r>{begin}</w:r>", end), len(chosen.split()))


def symbol(text: str) -> Piece:
    font = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    return Piece(raw(run(text), run("ab", font)), len(text.split()))


def alternative(text: str) -> Piece:
    inner = (
        f'<mc:AlternateContent><mc:Choice Requires="w16se"><w:t>{text}</w:t></mc:Choice>'
        f"<mc:Fallback><w:t>{text}</w:t></mc:Fallback></mc:AlternateContent>"
    )
    return Piece(raw(f"<w:r>{inner}</w:r>"), len(text.split()))


def box(text: str, inside: str) -> Piece:
    content = f"<w:txbxContent>{para(inside)}</w:txbxContent>"
    shape = f"<w:drawing><w:shape>{content}</w:shape></w:drawing>"
    older = f"<w:pict><w:shape>{content}</w:shape></w:pict>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice>'
        f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>"
    )
    words = len(text.split()) + len(inside.split())
    return Piece(raw(run(text), f"<w:r>{both}</w:r>"), words)


def moved(text: str, gone: str) -> Piece:
    """Return a paragraph that text was moved into, and out of."""
    out = f'<w:moveFrom w:id="3">{run(gone)}</w:moveFrom>'
    into = f'<w:moveTo w:id="4">{run(text)}</w:moveTo>'
    return Piece(raw(into, out), len(text.split()), Counter({"deleted": len(gone.split())}))


def struck_twice(text: str, gone: str) -> Piece:
    """Return a paragraph with words crossed out once and twice, which Word shows."""
    out = f"{run(f' {gone}', '<w:strike/>')}{run(f' {gone}', '<w:dstrike/>')}"
    return Piece(raw(run(text), out), len(text.split()) + 2 * len(gone.split()))


def raised(text: str) -> Piece:
    """Return a paragraph that ends in "1st", its last letters raised, and an index below."""
    raised = run("st", '<w:vertAlign w:val="superscript"/>')
    below = run("2", '<w:vertAlign w:val="subscript"/>')
    return Piece(raw(run(f"{text} 1"), raised, run(" x"), below), len(text.split()) + 2)


def sign(text: str) -> Piece:
    """Return a paragraph with signs given by their characters: none is a word."""
    signs = "".join(
        f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'
        for font, char in (("Wingdings", "F0FC"), ("Symbol", "F0B3"), ("Unknown", "F041"))
    )
    return Piece(raw(run(text), signs), len(text.split()))


def ruby(text: str, base: str) -> Piece:
    """Return a paragraph with words that have a reading above them: these do not count."""
    inner = f"<w:rt>{run('above')}</w:rt><w:rubyBase>{run(base)}</w:rubyBase>"
    return Piece(raw(run(f"{text} "), f"<w:r><w:ruby>{inner}</w:ruby></w:r>"), len(text.split()))


def formula(text: str, above: str, below: str) -> Piece:
    """Return a paragraph with a fraction: what stands in it without a blank is one word."""

    def math(words: str) -> str:
        return f"<m:r><m:t>{words.replace(' ', '')}</m:t></m:r>"

    inner = f"<m:f><m:num>{math(above)}</m:num><m:den>{math(below)}</m:den></m:f>"
    space = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = f'<m:oMath xmlns:m="{space}">{inner}</m:oMath>'
    return Piece(raw(run(f"{text} "), formula), len(text.split()) + 1)


def link(text: str, linked: str) -> Piece:
    around = f'<w:hyperlink w:anchor="here">{run(f" {linked}")}</w:hyperlink>'
    field = f'<w:fldSimple w:instr="PAGE">{run(f" {linked}")}</w:fldSimple>'
    marked = f"<w:smartTag>{around}</w:smartTag><w:customXml>{field}</w:customXml>"
    return Piece(raw(run(text), marked), len(text.split()) + 2 * len(linked.split()))


def open_field(text: str) -> Piece:
    """Return a paragraph with a field in a field, the outer one without an end."""
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>' for step in ("begin", "separate", "end")
    )
    code = "<w:r><w:instrText>IF told</w:instrText></w:r>"
    return Piece(
        raw(begin, code, separate, begin, code, separate, run(text), end), len(text.split())
    )


def characters(first: str, second: str) -> Piece:
    """Return a paragraph with the characters that Word has elements for between its words."""
    between = "<w:r><w:tab/><w:br/><w:cr/><w:noBreakHyphen/></w:r>"
    soft = '<w:r><w:t>so</w:t><w:softHyphen/><w:t xml:space="preserve">ft </w:t></w:r>'
    words = len(first.split()) + 1 + len(second.split())
    return Piece(raw(run(first), between, soft, run(second)), words)


def block_prompt(gone: str) -> Piece:
    properties = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    inner = f"<w:sdt>{properties}<w:sdtContent>{para(gone)}</w:sdtContent></w:sdt>"
    return Piece(inner, 0, Counter({"prompts": len(gone.split())}))


def told_no_prompt(text: str) -> Piece:
    properties = '<w:sdtPr><w:showingPlcHdr w:val="0"/></w:sdtPr>'
    inner = f"<w:sdt>{properties}<w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"
    return Piece(raw(inner), len(text.split()))


def cell_and_row_prompts(text: str, gone: str) -> Piece:
    """Return a table with a control round a cell and one round a row, both without an entry."""
    properties = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    around_cell = f"<w:sdt>{properties}<w:sdtContent>{cell(gone)}</w:sdtContent></w:sdt>"
    around_row = f"<w:sdt>{properties}<w:sdtContent>{row(gone, gone)}</w:sdtContent></w:sdt>"
    inner = table(row(text, around_cell), around_row)
    return Piece(inner, len(text.split()), Counter({"prompts": 3 * len(gone.split())}))


def deleted_row(text: str, gone: str) -> Piece:
    inner = table(row(text), row(gone, properties='<w:del w:id="5"/>'))
    return Piece(inner, len(text.split()), Counter({"deleted": len(gone.split())}))


def joined(text: str, below: str) -> Piece:
    """Return two paragraphs, the mark between which is deleted."""
    mark = '<w:rPr><w:del w:id="6"/></w:rPr>'
    return Piece(para(f"{text} ", mark) + para(below), len(f"{text} {below}".split()))


def drop_cap(letter: str, below: str) -> Piece:
    """Return a large first letter, or word, and the paragraph that it begins."""
    frame = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    return Piece(para(letter, frame) + para(below), len(f"{letter} {below}".split()))


def paged(text: str, below: str) -> Piece:
    """Return a paragraph in which a page ends, and one that begins a page."""
    broken = raw(run(text), '<w:r><w:br w:type="page"/></w:r>', run(f" {below}"))
    return Piece(
        broken + para(below, "<w:pageBreakBefore/>"), len(f"{text} {below} {below}".split())
    )


def unmarked_prompt(text: str) -> Piece:
    """Return a drop-down at its prompt and one at an answer, neither marked as a prompt."""
    around = "<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    asked = raw(around.format(run("Choose an item.")))
    return Piece(asked + raw(around.format(run(text))), 3 + len(text.split()))


def rows_gone(gone: str) -> Piece:
    inner = table(row(gone, properties='<w:del w:id="5"/>'))
    return Piece(inner, 0, Counter({"deleted": len(gone.split())}))


def picture(text: str, described: str) -> Piece:
    """Return a paragraph with a picture, what stands for it being read out."""
    space = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    named = f'<wp:docPr xmlns:wp="{space}" id="1" name="P" descr="{described}"/>'
    drawing = f"<w:r><w:drawing>{named}</w:drawing></w:r>"
    return Piece(raw(run(text), drawing), len(text.split()) + len(described.split()))


def chart(title: str) -> Piece:
    """Return a paragraph with a chart that has a title; a file may have one."""
    space = "http://schemas.openxmlformats.org/drawingml/2006"
    at = f'<c:chart xmlns:c="{space}/chart" r:id="r2"/>'
    graphic = f"<a:graphic><a:graphicData>{at}</a:graphicData></a:graphic>"
    drawing = f"<w:r><w:drawing>{graphic}</w:drawing></w:r>"
    return Piece(raw(drawing), len(title.split()), notes=(("chart", title),))


def noted(kind: str, text: str, note: str) -> Piece:
    """Return a paragraph with a footnote, an endnote or a comment; its number is filled in."""
    mark = f'<w:r><w:{kind}Reference w:id="{{number}}"/></w:r>'
    words = len(text.split()) + len(note.split())
    return Piece(raw(run(text), mark), words, notes=((kind, note),))


def headed(text: str, said: str) -> Piece:
    return Piece(para(text), len(text.split()) + len(said.split()), notes=(("header", said),))


def quiet(gone: str) -> Piece:
    return Piece(para(gone, '<w:pStyle w:val="Quiet"/>'), 0, Counter({"hidden": len(gone.split())}))


def contents(text: str) -> Piece:
    return Piece(para(text, '<w:pStyle w:val="TOC1"/>'), len(text.split()))


def tabled(rows: Iterable[Iterable[Piece]]) -> Piece:
    """Return a table of cells that hold pieces, tables among them."""
    inner, words, unseen = [], 0, Counter[str]()
    notes: tuple[tuple[str, str], ...] = ()
    for cells in rows:
        xml = []
        for piece in cells:
            ending = "" if piece.xml.endswith("</w:p>") else "<w:p/>"
            xml.append(cell(piece.xml + ending))
            words += piece.words
            unseen += piece.unseen
            notes += piece.notes
        inner.append(row(*xml))
    return Piece(table(*inner), words, unseen, notes)


def file_of(folder: Path, pieces: Iterable[Piece]) -> Path:
    """Write a Word file of some pieces, with the parts that their notes need."""
    body, parts = "", {"chart": "", "footnotes": "", "endnotes": "", "comments": "", "header": ""}
    number = 0
    for piece in pieces:
        xml = piece.xml
        for kind, text in piece.notes:
            number += 1
            xml = xml.replace("{number}", str(number), 1)
            if kind == "chart":
                parts["chart"] = text
            elif kind == "header":
                parts["header"] += para(text)
            else:
                parts[f"{kind}s"] += f'<w:{kind} w:id="{number}">{para(text)}</w:{kind}>'
        body += xml
    extra = {kind: _part(kind, xml) for kind, xml in parts.items() if xml}
    return docx_of(folder, body, styles=STYLES, numbering=BULLETS, extra=extra)


def _part(kind: str, inner: str) -> str:
    if kind == "chart":
        space = "http://schemas.openxmlformats.org/drawingml/2006"
        title = f"<a:p><a:r><a:t>{inner}</a:t></a:r></a:p>"
        return (
            f'<c:chartSpace xmlns:c="{space}/chart" xmlns:a="{space}/main"><c:chart><c:title>'
            f"<c:tx><c:rich>{title}</c:rich></c:tx></c:title></c:chart></c:chartSpace>"
        )
    name = "hdr" if kind == "header" else kind
    return f"<w:{name} {SPACES}>{inner}</w:{name}>"


def account_of_pieces(
    folder: Path, *pieces: Piece, decisions: Decisions = NOTHING_DECIDED
) -> Account:
    return account_of_file(file_of(folder, pieces), FORM, FORMS, decisions=decisions)
