"""The key of status letters and colours, in words: "R = at risk; A = behind schedule"."""

from collections.abc import Mapping

from plan.text.clean import clean_line
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered

_COLOURS = "red|amber|yellow|orange|green|blue|purple|gr[ea]y|white|black"
_SIGN = rf"(?:[A-Z]{{1,2}}|(?i:{_COLOURS}))(?:\s?[(/]\s?(?:[A-Z]{{1,2}}|(?i:{_COLOURS}))\)?)?"
_ENTRY = late_pattern(
    rf"(?<![\w’'-])(?P<sign>{_SIGN})\s*(?:=|:|\s[-–—]|[–—]|\bmeans\b)\s*(?=[\w(])"
)
_ONLY_SIGN = late_pattern(_SIGN)
_EACH_SIGN = late_pattern(rf"\b(?:(?i:{_COLOURS})|[A-Z]{{1,2}})\b")
_TITLE = late_pattern(r"[^\n:=]{0,60}[:=–—-]\s*")
_ENDS = late_pattern(r"(?:[\s;,.|/•]|\band\b)+$")
_CLAUSE = late_pattern(r"[;,.(]\s|[;,.(]$|\s\(")
_SENTENCE_ENDS = late_pattern(r"(?<=[.;!?])\s+")
_LETTERS, _LONGEST_LINE, _LONGEST_MEANING = 2, 600, 45


def is_sign(text: str) -> bool:
    """Return whether a text is a letter or a colour and no more, as a key has it."""
    return _ONLY_SIGN.fullmatch(text) is not None


@remembered
def entries_of_line(text: str) -> tuple[tuple[str, str], ...]:
    """Return the signs of a line such as "Key: R = at risk; G = on track", each with its words.

    A sign is in small letters. It is empty for any other line.
    """
    if len(text) > _LONGEST_LINE:
        return ()
    starts = list(_ENTRY.finditer(text))
    if not starts:
        return ()
    before = _SENTENCE_ENDS.split(text[: starts[0].start()])[-1].strip()
    if before and not _TITLE.fullmatch(f"{before} "):
        return ()
    ends = [match.start() for match in starts[1:]] + [len(text)]
    return tuple(
        entry
        for match, end in zip(starts, ends, strict=True)
        for entry in entries_of(match["sign"], text[match.end() : end])
    )


def entries_of(signs: str, meaning: str) -> list[tuple[str, str]]:
    """Return the words of each sign of a few that mean the same: "R (Red)"."""
    said = _ENDS.sub("", clean_line(meaning))
    if said.count(")") > said.count("("):
        said = said.rstrip(")")
    if len(said) > _LONGEST_MEANING and (clause := _CLAUSE.search(said)):
        said = said[: clause.start()]
    return [(sign.casefold(), said) for sign in _EACH_SIGN.findall(signs)] if said else []


def key_in_words(key: Mapping[str, str]) -> str:
    """Return a key as a line, which `entries_of_line` reads again."""
    return "; ".join(f"{_typed(sign)} – {said}" for sign, said in key.items())


def _typed(sign: str) -> str:
    return sign.upper() if len(sign) <= _LETTERS else sign.capitalize()
