"""Every word that Word shows is read once, in its place; none that it does not show is read.

Each word of the made-up documents says itself where it belongs: `box7` stands in a text box,
`deleted8` was deleted. So the count does not hang on any reading of the file.
"""

import importlib.util
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers.word.drawing_words import words_apart
from importers.word.package import opened
from importers.word.reader import WordReading, read_word
from plan.papers.blocks import Block, Text, paragraphs_of
from tests.importers.case_files import BESIDE_THE_PROJECT, CASES
from tests.importers.word_files import cell, docx_of, para, raw, row, run, table

_WORD = re.compile(r"[^\W_]+")
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
DRAWING = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def words_read(reading: WordReading) -> dict[str, list[str]]:
    """Return the words that were read of the body, its boxes included, of notes and comments.

    A letter that a symbol font draws is a sign and no word.
    """
    found: dict[str, list[str]] = defaultdict(list)

    def read(blocks: tuple[Block, ...], kind: str) -> None:
        for paragraph in paragraphs_of(blocks):
            text = ""
            for inline in paragraph.inlines:
                beside = inline.beside if isinstance(inline, Text) else None
                is_word = isinstance(inline, Text) and (beside is None or beside.kind != "sign")
                text += inline.text if is_word and isinstance(inline, Text) else " "
                if beside is not None and beside.blocks:
                    read(beside.blocks, "comment" if beside.kind == "comment" else "note")
            found[kind] += _WORD.findall(text.replace("\u00ad", ""))

    read(reading.blocks, "body")
    for beside in reading.loose:
        read(beside.blocks, "comment" if beside.kind == "comment" else "note")
    return found


_Makes: TypeAlias = Callable[[str, int], str]


class Maker:
    """Makes the pieces of a document, and the notes and comments that stand in other parts."""

    def __init__(self, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
        self._draw = draw
        self._numbers = count(1)
        self.said: list[str] = []
        self.parts: dict[str, list[str]] = {"footnote": [], "endnote": [], "comment": []}

    def word(self, kind: str) -> str:
        word = f"{kind}{next(self._numbers)}"
        self.said.append(word)
        return word

    def blocks(self, kind: str, depth: int) -> str:
        """Return one to three blocks."""
        makers: list[_Makes] = [self.paragraph, self.paragraph]
        if depth:
            makers += [self.table, self.control, self.prompt, self.around, self.deleted_row]
        return "".join(self._some(makers, kind, depth))

    def _some(self, makers: list[_Makes], kind: str, depth: int) -> Iterator[str]:
        for _ in range(self._draw(st.integers(1, 3))):
            yield self._draw(st.sampled_from(makers))(kind, depth)

    # Blocks

    def paragraph(self, kind: str, depth: int) -> str:
        inlines: list[_Makes] = [
            self.plain,
            self.split,
            self.broken,
            self.inserted,
            self.deleted,
            self.moved,
            self.hidden,
            self.linked,
            self.field,
            self.nested_field,
            self.field_within_an_instruction,
            self.inline_control,
            self.inline_prompt,
            self.marked_up,
            self.signs,
            self.drop_down,
            self.formula,
        ]
        if depth:
            inlines += [self.box, self.old_box, self.emoji, self.picture]
            if kind == "body":
                inlines += [self.footnote, self.endnote, self.comment]
        return raw(*(piece + run(" ") for piece in self._some(inlines, kind, depth)))

    def table(self, kind: str, depth: int) -> str:
        cells = [cell(self.blocks(kind, depth - 1)) for _ in range(self._draw(st.integers(1, 3)))]
        in_control = f"<w:sdt><w:sdtContent>{cells[0]}</w:sdtContent></w:sdt>"
        rows = [row(in_control, *cells[1:])]
        rows.append(f"<w:sdt><w:sdtContent>{row(self.word(kind))}</w:sdtContent></w:sdt>")
        return table(*rows)

    def deleted_row(self, kind: str, _depth: int) -> str:
        gone = row(self.word("deleted"), properties="<w:del/>")
        return table(gone, row(self.word(kind)))

    def control(self, kind: str, depth: int) -> str:
        return f"<w:sdt><w:sdtContent>{self.blocks(kind, depth - 1)}</w:sdtContent></w:sdt>"

    def prompt(self, _kind: str, _depth: int) -> str:
        return _prompt(para(self.word("prompt")))

    def around(self, kind: str, depth: int) -> str:
        name = self._draw(st.sampled_from(["customXml", "ins", "moveTo"]))
        return f"<w:{name}>{self.blocks(kind, depth - 1)}</w:{name}>"

    # Inlines

    def plain(self, kind: str, _depth: int) -> str:
        look = self._draw(st.sampled_from(["", "<w:b/>", "<w:strike/>", '<w:vanish w:val="0"/>']))
        return run(self.word(kind), look)

    def split(self, kind: str, _depth: int) -> str:
        word = self.word(kind)
        return run(word[:2]) + run(word[2:])

    def broken(self, kind: str, _depth: int) -> str:
        between = self._draw(
            st.sampled_from(["<w:tab/>", "<w:br/>", "<w:cr/>", "<w:noBreakHyphen/>"])
        )
        one, other = self.word(kind), self.word(kind)
        return f"<w:r><w:t>{one}</w:t>{between}<w:t>{other}</w:t></w:r>"

    def inserted(self, kind: str, _depth: int) -> str:
        return f"<w:ins>{run(self.word(kind))}</w:ins>"

    def deleted(self, _kind: str, _depth: int) -> str:
        return f"<w:del><w:r><w:delText>{self.word('deleted')}</w:delText></w:r></w:del>"

    def moved(self, kind: str, _depth: int) -> str:
        here = f"<w:moveFrom>{run(self.word('deleted'))}</w:moveFrom>"
        return f"{here}<w:moveTo>{run(self.word(kind))}</w:moveTo>"

    def hidden(self, _kind: str, _depth: int) -> str:
        return run(self.word("hidden"), "<w:vanish/>")

    def linked(self, kind: str, _depth: int) -> str:
        return f'<w:hyperlink w:anchor="x">{run(self.word(kind))}</w:hyperlink>'

    def field(self, kind: str, _depth: int) -> str:
        return _field(self.word("instruction"), run(self.word(kind)))

    def nested_field(self, kind: str, _depth: int) -> str:
        inner = _field(self.word("instruction"), run(self.word(kind)))
        return _field(self.word("instruction"), inner + run(f" {self.word(kind)}"))

    def field_within_an_instruction(self, kind: str, _depth: int) -> str:
        inner = _field(self.word("instruction"), run(self.word("instruction")))
        return f"{_mark('begin')}{inner}{_mark('separate')}{run(self.word(kind))}{_mark('end')}"

    def inline_control(self, kind: str, _depth: int) -> str:
        return f"<w:sdt><w:sdtContent>{run(self.word(kind))}</w:sdtContent></w:sdt>"

    def inline_prompt(self, _kind: str, _depth: int) -> str:
        return _prompt(run(self.word("prompt")))

    def marked_up(self, kind: str, _depth: int) -> str:
        name = self._draw(st.sampled_from(["smartTag", "customXml", "dir", "bdo"]))
        return f"<w:{name}>{run(self.word(kind))}</w:{name}>"

    def signs(self, _kind: str, _depth: int) -> str:
        return run("abc", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')

    def drop_down(self, kind: str, _depth: int) -> str:
        other, chosen = self.word("other"), self.word(kind)
        entries = f'<w:listEntry w:val="{other}"/><w:listEntry w:val="{chosen}"/>'
        data = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
        return (
            f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
            f"<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>{_mark('end')}"
        )

    def formula(self, kind: str, _depth: int) -> str:
        above, below = (f"<m:r><m:t>{self.word(kind)}</m:t></m:r>" for _ in range(2))
        return f"<m:oMath {MATH}><m:f><m:num>{above}</m:num><m:den>{below}</m:den></m:f></m:oMath>"

    def emoji(self, kind: str, _depth: int) -> str:
        sign = f"<mc:Fallback><w:t>{self.word(kind)}</w:t></mc:Fallback>"
        return f"<w:r><mc:AlternateContent><mc:Choice/>{sign}</mc:AlternateContent></w:r>"

    def picture(self, _kind: str, _depth: int) -> str:
        return f'<w:r><w:drawing><wp:docPr {DRAWING} descr="{self.word("alt")}"/></w:drawing></w:r>'

    def box(self, kind: str, depth: int) -> str:
        inside = self.blocks("box" if kind == "body" else kind, depth - 1)
        content = f"<w:txbxContent>{inside}</w:txbxContent>"
        return (
            f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{content}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{content}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )

    def old_box(self, kind: str, depth: int) -> str:
        inside = self.blocks("box" if kind == "body" else kind, depth - 1)
        return f"<w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r>"

    def footnote(self, _kind: str, depth: int) -> str:
        number = self._noted("footnote", "note", depth)
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    def endnote(self, _kind: str, depth: int) -> str:
        number = self._noted("endnote", "note", depth)
        return f'<w:r><w:endnoteReference w:id="{number}"/></w:r>'

    def comment(self, kind: str, depth: int) -> str:
        number = self._noted("comment", "comment", depth)
        return (
            f'<w:commentRangeStart w:id="{number}"/>{run(self.word(kind))}'
            f'<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )

    def _noted(self, part: str, kind: str, depth: int) -> int:
        inside = self.blocks(kind, depth - 1)
        notes = self.parts[part]
        notes.append(f'<w:{part} w:id="{len(notes)}">{inside}</w:{part}>')
        return len(notes) - 1


def _prompt(content: str) -> str:
    properties = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _field(instruction: str, result: str) -> str:
    said = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return f"{_mark('begin')}{said}{_mark('separate')}{result}{_mark('end')}"


class Made(NamedTuple):
    """A document: its body, the parts with its notes and comments, and every word in them."""

    body: str
    parts: dict[str, str]
    said: list[str]

    def words(self, *kinds: str) -> Counter[str]:
        return Counter(word for word in self.said if word.startswith(kinds))


@st.composite
def documents(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Made:
    maker = Maker(draw)
    body = maker.blocks("body", 2)
    line = f'<w:footnote w:type="separator" w:id="-1">{para("line")}</w:footnote>'
    parts = {
        f"{kind}s": f"<w:{kind}s {SPACES}>{line if kind == 'footnote' else ''}{''.join(notes)}"
        f"</w:{kind}s>"
        for kind, notes in maker.parts.items()
        if notes
    }
    return Made(body, parts, maker.said)


@settings(
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.large_base_example,
    ],
    max_examples=3 * settings().max_examples,
    deadline=None,
)
@given(made=documents())
def test_each_word_is_read_where_it_belongs(tmp_path: Path, made: Made) -> None:
    path = docx_of(tmp_path, made.body, extra=made.parts)
    found = words_read(read_word(path))
    assert Counter(found["body"]) == made.words("body", "box")
    assert Counter(found["note"]) == made.words("note")
    assert Counter(found["comment"]) == made.words("comment")
    with opened(path) as package:
        assert Counter(one.apart.words for one in words_apart(package)) == made.words("alt")
    of_body = [word for word in found["body"] if word.startswith("body")]
    assert of_body == sorted(of_body, key=lambda word: int(word.removeprefix("body")))


_UNLIKE = {
    "c09_math.docx": "the count leaves formulas out",
    "d20_ruby_and_dir.docx": "the count leaves out words with their reading above them",
}


@pytest.mark.parametrize("folder", ["word", "papers", "templates", "checks"])
def test_the_words_are_those_that_a_count_without_plandesk_finds(folder: str) -> None:
    counter = BESIDE_THE_PROJECT / "tools" / "word_count.py"
    files = sorted((CASES / folder).glob("*.docx"))
    if not counter.exists() or not files:
        pytest.skip(f"the count or the files that it counts are not here: {counter}, {CASES}")
    word_count = _loaded(counter)
    for path in files:
        if path.name in _UNLIKE:
            continue
        counted: dict[str, list[str]] = defaultdict(list)
        for kind, texts in word_count.visible(path).items():
            words = (word for text in texts for word in word_count.words(text))
            counted["body" if kind == "box" else kind] += words
        found = words_read(read_word(path))
        for kind in ("body", "note", "comment"):
            assert (path.name, Counter(found[kind])) == (path.name, Counter(counted[kind]))


def _loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
