"""A formula is read in its place, as a line of text that keeps every word in order."""

import re
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from importers.word.formulas import formula_text
from importers.word.reader import read_word
from plan.papers.blocks import Paragraph
from tests.importers.word_files import docx_of, para, raw, run

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def text(words: str) -> str:
    return f"<m:r><m:t>{escape(words)}</m:t></m:r>"


def part(name: str, *content: str) -> str:
    return f"<m:{name}>{''.join(content)}</m:{name}>"


def said(name: str, value: str) -> str:
    return f'<m:{name} m:val="{value}"/>'


def fraction(above: str, below: str, kind: str = "") -> str:
    properties = part("fPr", said("type", kind)) if kind else ""
    return part("f", properties, part("num", above), part("den", below))


def power(base: str, above: str) -> str:
    return part("sSup", part("e", base), part("sup", above))


def index(base: str, below: str) -> str:
    return part("sSub", part("e", base), part("sub", below))


def root(under: str, degree: str = "") -> str:
    hidden = "" if degree else part("radPr", said("degHide", "1"))
    return part("rad", hidden, part("deg", degree), part("e", under))


def brackets(*inside: str, begin: str = "(", end: str = ")") -> str:
    properties = part("dPr", said("begChr", begin), said("endChr", end))
    return part("d", properties, *(part("e", one) for one in inside))


def total(sign: str, below: str, above: str, of: str) -> str:
    properties = part("naryPr", said("chr", sign)) if sign else ""
    return part("nary", properties, part("sub", below), part("sup", above), part("e", of))


def matrix(*rows: tuple[str, ...]) -> str:
    return part("m", *(part("mr", *(part("e", one) for one in row)) for row in rows))


def formula(*content: str) -> etree._Element:
    return etree.fromstring(
        f'<m:oMath xmlns:m="{MATH}" xmlns:w="{WORD}">{"".join(content)}</m:oMath>'
    )


X, Y, N = text("x"), text("y"), text("n")
QUADRATIC = fraction(text("-b±") + root(power(text("b"), text("2")) + text("-4ac")), text("2a"))


@pytest.mark.parametrize(
    ("content", "written"),
    [
        (text("x>90"), "x>90"),
        (fraction(X, Y), "x/y"),
        (fraction(text("children seen"), text("all children")), "(children seen)/(all children)"),
        (fraction(X, Y, "lin"), "x/y"),
        (brackets(fraction(N, X, "noBar")), "(n; x)"),
        (power(X, text("2")), "x^2"),
        (power(text("a+b"), text("n+1")), "(a+b)^(n+1)"),
        (power(brackets(text("a+b")), text("2")), "(a+b)^2"),
        (power(brackets(X) + brackets(Y), text("2")), "((x)(y))^2"),
        (index(X, text("i+1")), "x_(i+1)"),
        (part("sSubSup", part("e", X), part("sub", text("1")), part("sup", N)), "x_1^n"),
        (
            part("sPre", part("sub", text("6")), part("sup", text("14")), part("e", text("C"))),
            "_6^14 C",
        ),
        (root(X), "√(x)"),
        (root(brackets(X)), "√(x)"),
        (root(text("x+1"), text("3")), "√[3](x+1)"),
        (total("∑", text("i=1"), N, index(X, text("i"))), "∑_(i=1)^n x_i"),
        (total("", text("0"), text("1"), text("f dx")), "∫_0^1 f dx"),
        (
            part(
                "nary",
                part("naryPr", said("chr", "∑"), said("subHide", "1"), said("supHide", "on")),
                part("sub"),
                part("sup"),
                part("e", X),
            ),
            "∑ x",
        ),
        (brackets(X, Y), "(x|y)"),
        (brackets(text("x+y"), begin="|", end="|"), "|x+y|"),
        (brackets(part("eqArr", part("e", X), part("e", Y)), begin="{", end=""), "{x; y"),
        (part("func", part("fName", text("sin")), part("e", X)), "sin x"),
        (part("func", part("fName", text("sin")), part("e", text("x+y"))), "sin(x+y)"),
        (
            part("func", part("fName", index(text("log"), text("2"))), part("e", brackets(X))),
            "log_2(x)",
        ),
        (
            part(
                "func",
                part("fName", part("limLow", part("e", text("lim")), part("lim", text("x→0")))),
                part("e", X),
            ),
            "lim_(x→0) x",
        ),
        (part("limUpp", part("e", text("=")), part("lim", text("def"))), "=^def"),
        (part("acc", part("accPr", said("chr", "\u0303")), part("e", X)), "x\u0303"),
        (part("acc", part("e", X)), "x\u0302"),
        (part("bar", part("barPr", said("pos", "top")), part("e", X)), "x\u0305"),
        (part("bar", part("e", text("xy"))), "xy"),
        (part("groupChr", part("e", text("a+b"))), "a+b"),
        (part("borderBox", part("e", X)), "x"),
        (
            text("x") + part("phant", part("phantPr", said("show", "0")), part("e", text("gone"))),
            "x",
        ),
        (part("phant", part("e", X)), "x"),
        (matrix((X, Y), (N, text("0"))), "[x, y; n, 0]"),
        (brackets(matrix((X, Y), (N, text("0")))), "(x, y; n, 0)"),
        (text("x=") + QUADRATIC, "x=(-b±√(b^2-4ac))/2a"),
        (text("\U0001d465") + text("=\u210e") + text("\u2061"), "x=h"),
        (f"<w:ins>{text('kept')}</w:ins><w:del>{text('gone')}</w:del>", "kept"),
        ("<m:r><w:rPr><w:vanish/></w:rPr><m:t>hidden</m:t></m:r>" + X, "x"),
        ("<m:r><m:rPr><m:nor/></m:rPr><w:t>plain words</w:t></m:r>", "plain words"),
        ("<m:r><m:t>a</m:t><w:br/><m:t>b</m:t></m:r>", "a\nb"),
        ("<m:ctrlPr/><m:f/><m:rad/><m:nary/><m:d/><m:m/><m:func/><m:acc/>", "/√()∫ ()[]"),
    ],
)
def test_a_formula_is_a_line_of_text(content: str, written: str) -> None:
    assert formula_text(formula(content)) == written


def test_the_lines_of_a_formula_that_stands_alone_are_lines() -> None:
    one, other = (f"<m:oMath>{inside}</m:oMath>" for inside in (X, Y))
    alone = etree.fromstring(
        f'<m:oMathPara xmlns:m="{MATH}"><m:oMathParaPr/>{one}{other}</m:oMathPara>'
    )
    assert formula_text(alone) == "x\ny"


def test_a_formula_stands_in_its_place_in_the_sentence(tmp_path: Path) -> None:
    inside = f'<m:oMath xmlns:m="{MATH}">{fraction(text("9"), text("10"))}</m:oMath>'
    reading = read_word(docx_of(tmp_path, raw(run("Rate "), inside, run(" of families."))))
    (paragraph,) = reading.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "Rate 9/10 of families."
    assert [(remark.kind, remark.text) for remark in reading.remarks] == [
        ("note", "1 formula is written as a line of text, such as a/b or x^2.")
    ]


def test_a_formula_outside_a_paragraph_is_a_paragraph(tmp_path: Path) -> None:
    alone = f'<m:oMathPara xmlns:m="{MATH}"><m:oMath>{power(X, N)}</m:oMath></m:oMathPara>'
    found = read_word(docx_of(tmp_path, alone + para("after"))).blocks
    assert [one.text for one in found if isinstance(one, Paragraph)] == ["x^n", "after"]


NESTINGS: tuple[Callable[[str, str], str], ...] = (
    fraction,
    lambda a, b: fraction(a, b, "noBar"),
    power,
    index,
    lambda a, b: root(b, a),
    brackets,
    lambda a, b: brackets(a, b, begin="", end=""),
    lambda a, b: total("∑", a, "", b),
    lambda a, b: matrix((a, b)),
    lambda a, b: matrix((a,), (b,)),
    lambda a, b: part("eqArr", part("e", a), part("e", b)),
    lambda a, b: part("func", part("fName", a), part("e", b)),
    lambda a, b: part("limLow", part("e", a), part("lim", b)),
    lambda a, b: part("acc", part("e", a)) + text(" ") + b,
    lambda a, b: part("borderBox", part("e", a)) + text("+") + b,
)
WORDS = st.text("abcxyzé019", min_size=1, max_size=4)
FORMULAS = st.recursive(
    WORDS.map(text),
    lambda inner: st.builds(lambda nest, a, b: nest(a, b), st.sampled_from(NESTINGS), inner, inner),
    max_leaves=12,
)


@given(FORMULAS)
def test_every_word_of_a_formula_is_there_once_and_in_order(content: str) -> None:
    found = formula(content)
    words = [one.text for one in found.iter(f"{{{MATH}}}t") if (one.text or "").strip(" +")]
    assert re.findall(r"[^\W_]+", formula_text(found)) == words


def test_a_formula_nested_beyond_reason_keeps_its_words() -> None:
    content = text("deep")
    for number in range(60):
        content = fraction(content, text(f"n{number}"))
    words = re.findall(r"[^\W_]+", formula_text(formula(content)))
    assert words == ["deep", *(f"n{number}" for number in range(60))]
