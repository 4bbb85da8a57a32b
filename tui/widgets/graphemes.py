"""Find the edges of graphemes: what a reader sees as one character, such as an accented letter.

An emoji or a flag may be several characters too. This is the part of Unicode's rules (UAX #29,
extended grapheme clusters) that occurs in officers' texts, without a table of every character.
"""

from unicodedata import category

_JOINER = "\u200d"
_EXTENDING = frozenset("\u200c\u200d\u0e33\u0eb3")
"""Joiners, and two vowels of Thai and Lao: always part of the grapheme before them."""


def grapheme_start(text: str, place: int) -> int:
    """Return where the grapheme that ends at `place` begins."""
    place -= 1
    while place > 0 and _is_joined(text, place):
        place -= 1
    return max(place, 0)


def grapheme_end(text: str, place: int) -> int:
    """Return where the grapheme that begins at `place` ends."""
    return grapheme_edge(text, place + 1)


def grapheme_edge(text: str, place: int) -> int:
    """Return `place`, or the end of the grapheme if `place` lies inside one."""
    while 0 < place < len(text) and _is_joined(text, place):
        place += 1
    return min(place, len(text))


def _is_joined(text: str, place: int) -> bool:
    """Return whether the character at `place` belongs to the same grapheme as the one before."""
    before, char = text[place - 1], text[place]
    if char.isascii():
        return False
    if _is_extending(char):
        return not before.isspace() or category(char)[0] != "M"
    if before == _JOINER and _is_picture(char):
        return place > 1 and _is_picture(_base_of(text, place - 2))
    if _is_flag_letter(char):
        return _flag_letters_before(text, place) % 2 == 1
    return _is_jamo(before) and _is_jamo(char) and _follows_in_syllable(before, char)


def _is_extending(char: str) -> bool:
    return (
        category(char)[0] == "M"
        or char in _EXTENDING
        or "\U0001f3fb" <= char <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= char <= "\U000e007f"  # the letters of a flag such as Scotland's
    )


def _is_picture(char: str) -> bool:
    """Return whether a joiner may join a character to another; a letter of a flag is no picture."""
    if _is_flag_letter(char):
        return False
    return category(char) == "So" or char in "\u203c\u2049\u2194\u21aa\u3030"


def _base_of(text: str, place: int) -> str:
    """Return the character that is extended up to `place`, or a joiner: no two join pictures."""
    while place > 0 and text[place] != _JOINER and _is_extending(text[place]):
        place -= 1
    return text[place]


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _flag_letters_before(text: str, place: int) -> int:
    start = place
    while start > 0 and _is_flag_letter(text[start - 1]):
        start -= 1
    return place - start


def _is_jamo(char: str) -> bool:
    """Return whether a character is a Korean syllable or a part of one."""
    return "\u1100" <= char <= "\u11ff" or "\uac00" <= char <= "\ud7fb"


def _follows_in_syllable(before: str, char: str) -> bool:
    if "\u1100" <= char <= "\u115f" or "\uac00" <= char <= "\ud7a3":
        return "\u1100" <= before <= "\u115f"
    return True
