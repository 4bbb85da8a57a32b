"""Writes a formula as one line of text: a/b, x^2, √(x), ∑_(i=1)^n x_i.

What a reader sees keeps its order, and no word is added. The elements are those of ECMA-376 part
1, 22.1 (Office Math); the notation is what people type, and mostly that of UnicodeMath.
"""

import re
from collections.abc import Callable
from unicodedata import normalize

from lxml.etree import _Element as Element

from importers.word.names import M, W, is_on, switch, value

FORMULAS = frozenset({M + "oMath", M + "oMathPara"})
"""The elements that are a formula."""
_DEEPEST = 60
"""Beyond this, a formula's words are put side by side: no one writes one so deep."""
_VALUE = M + "val"
_ALPHABETS = re.compile("[\U0001d400-\U0001d7ff\u210e]")
_INVISIBLE = re.compile("[\u2061-\u2064]")
_ATOM = re.compile(r"[\w.,%′″∞]*|.")
_DELETED = frozenset({W + "del", W + "moveFrom"})
_CHARACTERS = {W + "br": "\n", W + "cr": "\n", W + "tab": "\t", W + "noBreakHyphen": "-"}
_TEXTS = frozenset({M + "t", W + "t"})
_OVER, _UNDER, _HAT = "\u0305", "\u0332", "\u0302"
_INTEGRAL = "\u222b"


def formula_text(formula: Element) -> str:
    """Return a formula (m:oMath, or m:oMathPara with its lines) as text."""
    if formula.tag == M + "oMathPara":
        lines = (formula_text(line) for line in formula.iterfind(M + "oMath"))
        return "\n".join(line for line in lines if line)
    text = _inside(formula, 0).strip()
    return _ALPHABETS.sub(lambda sign: normalize("NFKC", sign[0]), _INVISIBLE.sub("", text))


def _inside(parent: Element | None, depth: int) -> str:
    """Return what stands in an element, in order."""
    if parent is None:
        return ""
    if depth > _DEEPEST:
        return " ".join(text.text or "" for text in parent.iter(*_TEXTS))
    return "".join(_written(element, depth + 1) for element in parent)


def _written(element: Element, depth: int) -> str:
    tag = element.tag
    if tag in _TEXTS:
        return element.text or ""
    if tag in _CHARACTERS:
        return _CHARACTERS[tag]
    if tag in _DELETED or tag.endswith("Pr"):
        return ""
    if tag == M + "r":
        is_hidden = switch(element.find(W + "rPr"), W + "vanish")
        return "" if is_hidden else _inside(element, depth)
    write = _STRUCTURES.get(tag)
    return _inside(element, depth) if write is None else write(element, depth)


def _part(element: Element, name: str, depth: int) -> str:
    """Return one part of a structure, such as its numerator."""
    return _inside(element.find(M + name), depth).strip()


def _parts(element: Element, name: str, depth: int) -> list[str]:
    return [_inside(part, depth).strip() for part in element.iterfind(M + name)]


def _property(element: Element, group: str, name: str, default: str) -> str:
    """Return a property of a structure, such as the sign of a sum."""
    found = value(element.find(M + group), M + name, _VALUE)
    return default if found is None else found


def _is_set(element: Element, group: str, name: str) -> bool:
    found = element.find(f"{M}{group}/{M}{name}")
    return found is not None and is_on(found, _VALUE)


def _one(text: str) -> str:
    """Return a text that reads as one thing: in brackets where it is more than a word."""
    return text if _ATOM.fullmatch(text) or _is_bracketed(text) else f"({text})"


def _is_bracketed(text: str) -> bool:
    """Return whether a text is in one pair of brackets."""
    if len(text) < len("()") or text[0] != "(" or text[-1] != ")":
        return False
    depth = 0
    for sign in text[:-1]:
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return False
    return depth == 1


def _scripts(below: str, above: str) -> str:
    return (f"_{_one(below)}" if below else "") + (f"^{_one(above)}" if above else "")


def _fraction(element: Element, depth: int) -> str:
    above, below = _part(element, "num", depth), _part(element, "den", depth)
    if _property(element, "fPr", "type", "bar") == "noBar":
        return f"{above}; {below}"
    return f"{_one(above)}/{_one(below)}"


def _with_scripts(element: Element, depth: int) -> str:
    scripts = _scripts(_part(element, "sub", depth), _part(element, "sup", depth))
    return _one(_part(element, "e", depth)) + scripts


def _scripts_before(element: Element, depth: int) -> str:
    scripts = _scripts(_part(element, "sub", depth), _part(element, "sup", depth))
    return f"{scripts} {_one(_part(element, 'e', depth))}".strip()


def _limit(element: Element, depth: int) -> str:
    limit = _part(element, "lim", depth)
    below, above = (limit, "") if element.tag == M + "limLow" else ("", limit)
    return _one(_part(element, "e", depth)) + _scripts(below, above)


def _root(element: Element, depth: int) -> str:
    degree = "" if _is_set(element, "radPr", "degHide") else _part(element, "deg", depth)
    under = _part(element, "e", depth)
    return (
        "√" + (f"[{degree}]" if degree else "") + (under if _is_bracketed(under) else f"({under})")
    )


def _sum(element: Element, depth: int) -> str:
    """Return a sum, product, integral or the like over what follows it."""
    below = "" if _is_set(element, "naryPr", "subHide") else _part(element, "sub", depth)
    above = "" if _is_set(element, "naryPr", "supHide") else _part(element, "sup", depth)
    sign = _property(element, "naryPr", "chr", _INTEGRAL)
    return f"{sign}{_scripts(below, above)} {_part(element, 'e', depth)}"


def _brackets(element: Element, depth: int) -> str:
    begin = _property(element, "dPr", "begChr", "(")
    between = _property(element, "dPr", "sepChr", "|") or " "
    end = _property(element, "dPr", "endChr", ")")
    return begin + between.join(_parts(element, "e", depth)) + end


def _function(element: Element, depth: int) -> str:
    name, of = _part(element, "fName", depth), _part(element, "e", depth)
    if _is_bracketed(of):
        return name + of
    return f"{name} {of}" if _ATOM.fullmatch(of) else f"{name}({of})"


def _accent(element: Element, depth: int) -> str:
    return _marked(_part(element, "e", depth), _property(element, "accPr", "chr", _HAT))


def _bar(element: Element, depth: int) -> str:
    is_above = _property(element, "barPr", "pos", "bot") == "top"
    return _marked(_part(element, "e", depth), _OVER if is_above else _UNDER)


def _marked(text: str, mark: str) -> str:
    """Return a letter with its mark; the mark over several letters is left out."""
    return text + mark if len(text) == 1 else text


def _lines(element: Element, depth: int) -> str:
    return "; ".join(_parts(element, "e", depth))


def _matrix(element: Element, depth: int) -> str:
    rows = "; ".join(", ".join(_parts(row, "e", depth)) for row in element.iterfind(M + "mr"))
    within = element.getparent()
    outer = None if within is None else within.getparent()
    return rows if outer is not None and outer.tag == M + "d" else f"[{rows}]"


def _phantom(element: Element, depth: int) -> str:
    """Return what is shown; some of it may only keep a space free."""
    is_shown = element.find(f"{M}phantPr/{M}show") is None or _is_set(element, "phantPr", "show")
    return _part(element, "e", depth) if is_shown else ""


_STRUCTURES: dict[str, Callable[[Element, int], str]] = {
    M + "f": _fraction,
    M + "sSup": _with_scripts,
    M + "sSub": _with_scripts,
    M + "sSubSup": _with_scripts,
    M + "sPre": _scripts_before,
    M + "limLow": _limit,
    M + "limUpp": _limit,
    M + "rad": _root,
    M + "nary": _sum,
    M + "d": _brackets,
    M + "func": _function,
    M + "acc": _accent,
    M + "bar": _bar,
    M + "eqArr": _lines,
    M + "m": _matrix,
    M + "phant": _phantom,
}
"""How a structure is written; any other, such as a box, is written as what stands in it."""
