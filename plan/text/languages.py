"""Which language a whole paragraph is in, where that is sure; and which of it runs right to left.

A script that only one language here is written in tells its language, and so do words that no
other has, in a paragraph of several. A single word, a name or a mixed paragraph tells nothing: what
is not sure is left as it is, in the language of the file.
"""

import re
from typing import NamedTuple

GAELIC, HEBREW = "gd-GB", "he-IL"

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
"""Hebrew, Arabic, Syriac and Thaana (Unicode's blocks of scripts that run right to left)."""
_HAS_RTL = re.compile(f"[{_RTL}]")
_LTR = "A-Za-z\u00aa-\u024f\u0370-\u052f\u1e00-\u1fff"
_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
_FIRST_STRONG = re.compile(f"[{_LTR}{_RTL}]")
_WITHIN_LTR = re.compile(f"[{_RTL}](?:[^{_LTR}]*[{_RTL}])?")
"""From a letter that runs right to left to the last of them before another script."""
_WITHIN_RTL = re.compile(f"[{_LTR}](?:[^{_RTL}]*[{_LTR}0-9])?")
_UNUSUAL = re.compile("[\u0100-\u1fff\u3040-\ud7ff\uf900-\ufeff]")
"""A letter that English and Gaelic have not; dashes, quotation marks and £ are none."""
_WORDS = re.compile(r"[^\W\d_]+")
_LETTERS = re.compile(r"[^\W\d_]")

_SCRIPTS: tuple[tuple[str, str], ...] = (
    (HEBREW, "\u0590-\u05ff\ufb1d-\ufb4f"),
    ("el-GR", "\u0370-\u03ff\u1f00-\u1fff"),
    ("pa-IN", "\u0a00-\u0a7f"),
    ("gu-IN", "\u0a80-\u0aff"),
    ("bn-BD", "\u0980-\u09ff"),
    ("ta-IN", "\u0b80-\u0bff"),
    ("th-TH", "\u0e00-\u0e7f"),
    ("ko-KR", "\uac00-\ud7a3\u1100-\u11ff"),
    ("ja-JP", "\u3040-\u30ff"),
)
"""Languages that have a script to themselves."""
_ARABIC = "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"
_TELLING: tuple[tuple[str, str, str, str], ...] = (
    ("ur-PK", _ARABIC, "ٹڈڑںےہ", ""),
    ("fa-IR", _ARABIC, "پچژگ", "ٹڈڑںے"),
    ("ar-SA", _ARABIC, "ةىأإؤئ", "پچژگٹڈڑںے"),
    ("uk-UA", "\u0400-\u04ff", "іїєґ", "ыэёъ"),
    ("ru-RU", "\u0400-\u04ff", "ыэё", "іїєґў"),
    (
        "zh-CN",
        "\u4e00-\u9fff",
        "们这国学业习么对时说会过还个来为儿",
        "們這國學業習麼對時說會過還個來為兒",
    ),
    (
        "zh-TW",
        "\u4e00-\u9fff",
        "們這國學業習麼對時說會過還個來為兒",
        "们这国学业习么对时说会过还个来为儿",
    ),
)
"""A language, its script, letters that tell it, and letters that it does not have."""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SURE: dict[str, frozenset[str]] = {
    GAELIC: _listed(
        "tha bha bidh chan airson aig nan nam anns cuideachd agus iad seo ris dhan dhen bhith "
        "urrainn chlann òigridh gàidhlig seirbheisean còmhla feumaidh gum gur sinn"
    ),
    "pl-PL": _listed(
        "się jest oraz dla są przez lub który która które być nie ich jak także dzieci rodziców "
        "będzie mogą"
    ),
}
"""Words that tell a language of Latin letters. “agus” is Irish too, and so never enough alone."""
_COMMON: dict[str, frozenset[str]] = {
    GAELIC: _listed("an na a air do mar le gu de is ann am e i ar gach sin leis às à"),
    "pl-PL": _listed("i w z na do o to po od za że a ze we u"),
}
_ENGLISH = _listed(
    "the of and to in for is are with be that by on will this from our their have has was"
)
_FEWEST_WORDS, _FEWEST_SURE = 5, 3
_SHARE, _MOST_ENGLISH = 0.3, 0.1
_SCRIPT_SHARE = 0.8
_FEWEST_LETTERS = 8


class Speech(NamedTuple):
    """How a paragraph is spoken: its language, empty for the file's own, and its direction."""

    language: str = ""
    is_rtl: bool = False


FILES_OWN = Speech()


def speech_of(text: str) -> Speech:
    """Return the language of a whole paragraph, where it is sure, and whether it begins RTL."""
    if text.isascii() or _UNUSUAL.search(text) is None:  # as nearly all are: this must be quick
        if "agus" in text or "tha " in text or "airson" in text:
            return _spoken(_by_words(text, GAELIC))
        return FILES_OWN
    is_rtl = False
    if _HAS_RTL.search(text):
        first = _FIRST_STRONG.search(text)
        is_rtl = first is not None and _HAS_RTL.match(first[0]) is not None
    language = _by_script(text) or next(filter(None, (_by_words(text, one) for one in _SURE)), "")
    return _spoken(language, is_rtl=is_rtl)


def _spoken(language: str, *, is_rtl: bool = False) -> Speech:
    return Speech(language, is_rtl) if language or is_rtl else FILES_OWN


def language_of_piece(piece: str) -> str:
    """Return the language of a piece that runs right to left, empty for the file's own (Arabic)."""
    return HEBREW if _HEBREW.search(piece) else ""


def has_rtl(text: str) -> bool:
    """Return whether a text has letters that run right to left."""
    return not text.isascii() and _HAS_RTL.search(text) is not None


def directed(text: str, *, is_rtl: bool) -> list[tuple[str, bool]]:
    """Return the pieces of a text in order, each with whether it runs right to left.

    `is_rtl` says that its paragraph does, in which what lies between letters does too.
    """
    pattern = _WITHIN_RTL if is_rtl else _WITHIN_LTR
    pieces: list[tuple[str, bool]] = []
    done = 0
    for found in pattern.finditer(text):
        pieces += [(text[done : found.start()], is_rtl), (found[0], not is_rtl)]
        done = found.end()
    return [piece for piece in (*pieces, (text[done:], is_rtl)) if piece[0]]


def _by_script(text: str) -> str:
    """Return the language that a paragraph's script tells, nothing where that is not sure."""
    letters = len(_LETTERS.findall(text))
    if letters < _FEWEST_LETTERS:
        return ""
    for language, script in _SCRIPTS:
        if len(re.findall(f"[{script}]", text)) >= _SCRIPT_SHARE * letters:
            return language
    for language, script, telling, never in _TELLING:
        if (
            any(letter in text for letter in telling)
            and not any(letter in text for letter in never)
            and len(re.findall(f"[{script}]", text)) >= _SCRIPT_SHARE * letters
        ):
            return language
    return ""


def _by_words(text: str, language: str) -> str:
    """Return `language` if a paragraph's words tell it surely, else nothing."""
    words = _WORDS.findall(text.casefold())
    if len(words) < _FEWEST_WORDS:
        return ""
    sure = [word for word in words if word in _SURE[language]]
    common = sum(word in _COMMON[language] for word in words)
    english = sum(word in _ENGLISH for word in words)
    is_sure = (
        len(sure) >= _FEWEST_SURE
        and len(set(sure)) > 1
        and len(sure) + common >= _SHARE * len(words)
        and english <= _MOST_ENGLISH * len(words)
    )
    return language if is_sure else ""
