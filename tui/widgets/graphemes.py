"""What a reader sees as one character, though it may be several: accents, emoji, flags.

A small part of Unicode's rules for text segmentation (UAX #29, extended grapheme clusters): what
occurs in officers' texts, without a table of every character.
"""

from unicodedata import category

_JOINER = "\u200d"
_EXTENDING = frozenset("\u200c\u200d\u0e33\u0eb3")
"""Joiners, and two vowels of Thai and Lao: never without what stands before."""


def seen_before(text: str, place: int) -> int:
    """Return where the character begins that ends at `place`."""
    place -= 1
    while place > 0 and _is_joined(text, place):
        place -= 1
    return max(place, 0)


def seen_after(text: str, place: int) -> int:
    """Return where the character ends that begins at `place`."""
    return seen_edge(text, place + 1)


def seen_edge(text: str, place: int) -> int:
    """Return `place`, or where it would lie within a character, the end of that."""
    while 0 < place < len(text) and _is_joined(text, place):
        place += 1
    return min(place, len(text))


def _is_joined(text: str, place: int) -> bool:
    """Return whether what stands at `place` is seen as one with what stands before it."""
    before, char = text[place - 1], text[place]
    if char.isascii():
        return False
    if _is_extending(char):
        return not before.isspace() or category(char)[0] != "M"
    if before == _JOINER:
        return _is_picture(char) and _is_picture(_base_of(text, place - 1))
    if _is_flag_letter(char):
        return _flag_letters_before(text, place) % 2 == 1
    return _is_jamo(before) and _is_jamo(char) and _follows_in_syllable(before, char)


def _is_extending(char: str) -> bool:
    return (
        category(char)[0] == "M"
        or char in _EXTENDING
        or "\U0001f3fb" <= char <= "\U0001f3ff"  # the tones of a skin
        or "\U000e0020" <= char <= "\U000e007f"  # the letters of a flag such as Scotland's
    )


def _is_picture(char: str) -> bool:
    return category(char) == "So" or char in "\u203c\u2049\u2194\u21aa\u3030"


def _base_of(text: str, place: int) -> str:
    """Return the last character up to `place` that extends no other."""
    while place > 0 and _is_extending(text[place]):
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
    """Return whether a character is of Korean: a syllable or a part of one."""
    return "\u1100" <= char <= "\u11ff" or "\uac00" <= char <= "\ud7fb"


def _follows_in_syllable(before: str, char: str) -> bool:
    if "\u1100" <= char <= "\u115f" or "\uac00" <= char <= "\ud7a3":
        return "\u1100" <= before <= "\u115f"
    return True
