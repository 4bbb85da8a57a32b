"""Signs of Wingdings, Webdings and Symbol are read as what they show, never as letters."""

from pathlib import Path

import pytest

from importers.word.reader import read_word
from importers.word.symbol_fonts import SYMBOL_FONTS, sign_of
from plan.papers.blocks import Beside, Paragraph, Text, TickBox
from tests.importers.word_files import docx_of, para, raw, run

SIGN = Beside("sign")


def fonts(font: str, *, ascii_only: bool = False) -> str:
    others = "" if ascii_only else f' w:hAnsi="{font}"'
    return f'<w:rFonts w:ascii="{font}"{others}/>'


def signs(font: str, text: str) -> str:
    return run(text, fonts(font))


def symbol(font: str, code: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def paragraph_of(folder: Path, *runs: str, styles: str = "", properties: str = "") -> Paragraph:
    body = f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"
    (paragraph,) = read_word(docx_of(folder, body, styles=styles)).blocks
    assert isinstance(paragraph, Paragraph)
    return paragraph


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Wingdings", 0xFC, "✓"),
        ("Wingdings", 0xFB, "✗"),
        ("Wingdings", 0xFE, "☑"),
        ("Wingdings", 0xFD, "☒"),
        ("Wingdings", 0xA8, "☐"),
        ("Wingdings", 0x6F, "☐"),
        ("Wingdings", 0xA7, "•"),
        ("Wingdings", 0x6C, "•"),
        ("Wingdings", 0xD8, "➢"),
        ("Wingdings", 0xE0, "→"),
        ("Wingdings", 0xDF, "←"),
        ("Wingdings", 0x4A, "☺"),
        ("Wingdings", 0x4C, "☹"),
        ("Wingdings", 0xAB, "★"),
        ("Wingdings 2", 0x50, "✓"),
        ("Wingdings 2", 0x4F, "✗"),
        ("Wingdings 2", 0x52, "☑"),
        ("Wingdings 2", 0x53, "☒"),
        ("Wingdings 2", 0xA3, "☐"),
        ("Wingdings 3", 0x70, "▲"),
        ("Wingdings 3", 0x71, "▼"),
        ("Wingdings 3", 0x21, "⭠"),
        ("Webdings", 0x61, "✓"),
        ("Webdings", 0x72, "✗"),
        ("Webdings", 0x63, "☐"),
        ("Webdings", 0xFC, "🌍"),
        ("Symbol", 0xB3, "≥"),
        ("Symbol", 0xA3, "≤"),
        ("Symbol", 0xB7, "•"),
        ("Symbol", 0x61, "α"),
        ("Symbol", 0x6D, "μ"),
        ("Symbol", 0x57, "Ω"),
        ("Symbol", 0xB1, "±"),
        ("Symbol", 0xAE, "→"),
        ("Symbol", 0x35, "5"),
    ],
)
def test_a_code_has_the_sign_that_the_font_draws(font: str, code: int, sign: str) -> None:
    found = sign_of(font.lower(), code)
    assert found in {sign, "µ" if sign == "μ" else sign}
    assert sign_of(font.lower(), 0xF000 + code) == found


@pytest.mark.parametrize("font", sorted(SYMBOL_FONTS))
def test_every_sign_of_a_font_is_one_character_that_can_be_printed(font: str) -> None:
    codes = range(0x21, 0x100)
    found = [sign for code in codes if (sign := sign_of(font, code)) is not None]
    assert len(found) > 180
    assert all(len(sign) == 1 and sign.isprintable() and not sign.isspace() for sign in found)


def test_a_sign_by_its_number_and_one_typed_in_the_font_read_the_same(tmp_path: Path) -> None:
    paragraph = paragraph_of(
        tmp_path,
        symbol("Wingdings", "F0FC"),
        run(" done, "),
        signs("Wingdings", "\uf0fc"),
        run(" done, "),
        signs("Wingdings", "ü\uf020"),
        run("done; "),
        symbol("Symbol", "F0B3"),
        run(" 90% or "),
        signs("Symbol", "³"),
        run(" 90%"),
    )
    assert paragraph.text == "✓ done, ✓ done, ✓ done; ≥ 90% or ≥ 90%"


def test_ticks_crosses_and_boxes_with_either_stay_apart_in_text(tmp_path: Path) -> None:
    paragraph = paragraph_of(tmp_path, signs("Wingdings", "ü û þ ý o"))
    assert paragraph.text == "✓ ✗ ☑ ☒ ☐"
    assert [one for one in paragraph.inlines if isinstance(one, TickBox)] == [
        TickBox("", ticked=True),
        TickBox("", ticked=False),
    ]


def test_the_font_may_be_that_of_the_runs_style_or_of_the_paragraphs(tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:type="{kind}" w:styleId="{name}">{base}<w:rPr>{said}</w:rPr></w:style>'
        for kind, name, base, said in (
            ("character", "Tick", "", fonts("Wingdings")),
            ("character", "BoldTick", '<w:basedOn w:val="Tick"/>', "<w:b/>"),
            ("character", "Words", "", fonts("Arial")),
            ("paragraph", "Boxes", "", fonts("Wingdings 2")),
        )
    )
    ticked = paragraph_of(
        tmp_path, run("ü", '<w:rStyle w:val="BoldTick"/>'), run(" done"), styles=styles
    )
    assert ticked.inlines == (Text("✓", bold=True), Text(" done"))
    boxes = paragraph_of(
        tmp_path,
        run("£"),
        run(" here ", '<w:rStyle w:val="Words"/>'),
        run("R"),
        run(" and there", fonts("Calibri")),
        styles=styles,
        properties='<w:pStyle w:val="Boxes"/>',
    )
    assert boxes.text == "☐ here ☑ and there"
    alone = read_word(docx_of(tmp_path, para("P", '<w:pStyle w:val="Boxes"/>'), styles=styles))
    assert [block.text for block in alone.blocks if isinstance(block, Paragraph)] == ["✓"]


@pytest.mark.parametrize(
    ("name", "text", "sign"),
    [
        ("WINGDINGS", "ü", "✓"),
        ("Wingdings-Regular", "ü", "✓"),
        ("Wingdings2", "P", "✓"),
        ("Wingdings 2 Regular", "P", "✓"),
        ("SymbolMT", "³", "≥"),
        ("Segoe UI Symbol", "☒", "☒"),
        ("Symbol Tiger", "a", "a"),
        ("Webdings 2", "a", "a"),
    ],
)
def test_a_font_is_known_by_the_names_that_systems_give_it(
    tmp_path: Path, name: str, text: str, sign: str
) -> None:
    assert paragraph_of(tmp_path, signs(name, text)).text == sign


def test_a_font_of_the_theme_is_none_of_signs(tmp_path: Path) -> None:
    themed = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol" w:asciiTheme="minorHAnsi"/>'
    assert paragraph_of(tmp_path, run("Lamps", themed)).text == "Lamps"
    assert paragraph_of(tmp_path, run("Lamps", '<w:rFonts w:cs="Symbol"/>')).text == "Lamps"


def test_letters_of_a_symbol_font_are_marked_as_signs(tmp_path: Path) -> None:
    paragraph = paragraph_of(tmp_path, run("at "), signs("Symbol", "m = 5"), run(" km"))
    assert "".join(
        inline.text
        for inline in paragraph.inlines
        if isinstance(inline, Text) and inline.beside == SIGN
    ) in {"μ5", "µ5"}


def test_what_has_no_sign_is_counted_and_is_no_letter(tmp_path: Path) -> None:
    reading = read_word(docx_of(tmp_path, raw(run("a"), signs("Symbol", "\uf081\uf082"))))
    assert [block.text for block in reading.blocks if isinstance(block, Paragraph)] == ["a"]
    assert [remark.text for remark in reading.remarks] == [
        "Not read: 2 characters of symbol fonts."
    ]


def test_a_character_of_an_unknown_symbol_font_is_counted_and_not_guessed(tmp_path: Path) -> None:
    reading = read_word(docx_of(tmp_path, raw(run("a"), symbol("Marlett", "F061"))))
    assert [remark.text for remark in reading.remarks] == [
        "Not read: 1 character of a symbol font."
    ]


def test_a_character_that_a_symbol_font_has_not_stays_what_it_is(tmp_path: Path) -> None:
    assert paragraph_of(tmp_path, signs("Symbol", "≥ 90")).text == "≥ 90"
    assert paragraph_of(tmp_path, symbol("MS Gothic", "2612")).text == "☒"
