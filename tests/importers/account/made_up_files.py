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
    body, parts = "", {"footnotes": "", "endnotes": "", "comments": "", "header": ""}
    number = 0
    for piece in pieces:
        xml = piece.xml
        for kind, text in piece.notes:
            number += 1
            xml = xml.replace("{number}", str(number), 1)
            if kind == "header":
                parts["header"] += para(text)
            else:
                parts[f"{kind}s"] += f'<w:{kind} w:id="{number}">{para(text)}</w:{kind}>'
        body += xml
    extra = {
        kind: f"<w:{'hdr' if kind == 'header' else kind} {SPACES}>{xml}"
        f"</w:{'hdr' if kind == 'header' else kind}>"
        for kind, xml in parts.items()
        if xml
    }
    return docx_of(folder, body, styles=STYLES, numbering=BULLETS, extra=extra)


def account_of_pieces(
    folder: Path, *pieces: Piece, decisions: Decisions = NOTHING_DECIDED
) -> Account:
    return account_of_file(file_of(folder, pieces), FORM, FORMS, decisions=decisions)
