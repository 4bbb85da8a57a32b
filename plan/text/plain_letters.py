"""A text as a name or a number in it is looked for, however it was typed.

Accents, curly quotation marks, long hyphens, wide spaces and signs that nobody sees make no
difference then; where each letter stood in the text as typed is kept.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import category, normalize

from plan.text.word_search import Span

_ALSO = {
    **dict.fromkeys("’‘ʼ`´′", "'"),
    **dict.fromkeys("‐‑‒–—−﹣－", "-"),
    **dict.fromkeys("łŁ", "l"),
    **dict.fromkeys("øØ", "o"),
    **dict.fromkeys("đĐðÐ", "d"),
    **dict.fromkeys("ıİ", "i"),
    "ß": "s",
    "ħ": "h",
    "∙": ".",
    "·": ".",
}
_CAPITALS = {"Ł": "L", "Ø": "O", "Đ": "D", "Ð": "D", "İ": "I"}
_USUAL = str.maketrans(
    {
        **{sign: plain for sign, plain in _ALSO.items() if sign not in "łŁøØđĐðÐıİßħ"},
        **dict.fromkeys("\u00a0\u2009\u202f\u2003", " "),
        **dict.fromkeys("“”„", '"'),
        **dict.fromkeys("£€", "$"),
        "…": ".",
        "•": "*",
    }
)
"""Signs that most texts have, each for one that is read alike."""
_UNSEEN = ("Cf", "Mn", "Me", "Mc")
"""Kinds of signs that stand for no letter of their own: soft hyphens, joiners, accents."""


class PlainLetters(NamedTuple):
    """A text with plain letters only; `places` says where each stood in the text as typed."""

    text: str
    places: Sequence[int]
    end: int

    def typed_span(self, start: int, end: int) -> Span:
        """Return where in the text as typed something stands, its accents and joiners with it."""
        after = self.places[end] if end < len(self.places) else self.end
        return self.places[start], after


def plain_letters(text: str) -> PlainLetters:
    """Return a text with plain letters, and where each of them stands."""
    usual = text if text.isascii() else text.translate(_USUAL)
    if usual.isascii():  # as almost every text is, and there is no faster way through others
        return PlainLetters(usual, range(len(text)), len(text))
    pairs = [(letter, place) for place, one in enumerate(text) for letter in _plain(one)]
    return PlainLetters(
        "".join(letter for letter, _ in pairs), [place for _, place in pairs], len(text)
    )


def _plain(sign: str) -> Iterator[str]:
    """Yield the plain letter of a sign, nothing where it is one that is not seen."""
    if sign.isascii():
        yield sign
    elif sign in _CAPITALS or sign in _ALSO:
        yield _CAPITALS.get(sign) or _ALSO[sign]
    elif category(sign) not in _UNSEEN:
        yield next((one for one in normalize("NFKD", sign) if category(one) != "Mn"), sign)
