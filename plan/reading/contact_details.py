"""Finds the e-mail addresses and telephone numbers in a text, however they are typed.

Dates, pages, report numbers, money, references and the numbers of indicators are no telephones: a
telephone number begins with 0 or +, has as many figures as one has, or stands behind "Tel".
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from plan.text.plain_letters import PlainLetters, plain_letters
from plan.text.remembered import remembered

DetailKind: TypeAlias = Literal["e-mail address", "telephone number"]

_LOCAL = r"[\w.+'%&-]*[\w+]"
_DOMAIN = r"[\w-]+(?:\.[\w-]+)*\w"
_AT, _DOT = r"\s?[\[({<]\s?at\s?[\])}>]\s?", r"\s?(?:\.|[\[({<]\s?dot\s?[\])}>]|\sdot\s)\s?"
_E_MAIL = re.compile(
    rf"(?:\be-?mail:\s?|\bE:\s?)?(?:mailto:\s?)?(?:"
    rf"{_LOCAL}@{_DOMAIN}(?:\?[\w=&%+.-]*[\w=%])?"
    rf"|{_LOCAL}\s{{1,2}}@\s{{0,2}}[\w-]+(?:\.[\w-]+)+|{_LOCAL}@\s{{1,2}}[\w-]+(?:\.[\w-]+)+"
    rf"|{_LOCAL}{_AT}[\w-]+(?:{_DOT}[\w-]+)+"
    rf"|{_LOCAL}(?: dot [\w-]+)* at [\w-]+(?: dot [\w-]+)+"
    rf"|[\w-]+(?:[._][\w-]+)+ at [\w-]+(?:\.[\w-]+)+)",
    re.IGNORECASE,
)
_BETWEEN = r"[ \t./()\n-]{0,3}"
_LABEL = (
    r"(?:(?:\b(?:tel|mob|ph)\b\.?|\b(?:telephone|phone|mobile|fax|direct dial|contact)"
    r"(?: (?:no|number)\b\.?)?:|\b[tmpf]:)(?: (?:no|number)\b\.?)?:?[ \t]*)?"
)
_EXTENSION = r"(?:[ ,;]*\(?(?:\bext(?:ension|n)?\b\.?|\bx)[ :.]*\d{2,6}\)?)?"
_ALTERNATIVES = rf"(?:[ ]?/[ ]?\d{{1,8}}(?![\d/])|[ ]?(?:or|and|&)[ ]?\d{{5,8}}(?!\d))*{_EXTENSION}"
_NUMBER = re.compile(
    rf"{_LABEL}(?<![^\W_])(?<!\d[.,/:-])(?<![£$€#])(?P<number>"
    rf"(?:\+|\b00[ ]?)[1-9]\d{{0,2}}(?:{_BETWEEN}\d){{6,13}}|"
    rf"\(?0(?:1[1-9]|[235789]\d| [12379]\d\d)\d{{0,2}}\)?(?:{_BETWEEN}\d){{5,9}})"
    rf"(?![\d%])(?!,\d)(?!\.\d)(?P<more>{_EXTENSION}{_ALTERNATIVES})",
    re.IGNORECASE,
)
_CUED = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mobile|mob|fax|ddi|direct dial|switchboard)\b\.?"
    r"(?: (?:no|number|line)\b\.?)?[ ]?(?P<colon>[:#]?)[ ]?\(?(?P<number>\d(?:[ .-]?\d){4,7})"
    rf"(?![\d%/])(?!,\d)(?!\.\d){_EXTENSION}",
    re.IGNORECASE,
)
_EXTENSION_ALONE = re.compile(
    r"\b(?:extn?\b\.?|extension(?: (?:no|number)\b\.?)?)[ :.]{0,2}(?P<number>\d{3,6})"
    r"(?![\d/%]|,\d)",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\D+")
_A_DECIMAL = re.compile(r"\+(?!44)\d+\.\d+")
_A_DATE = re.compile(
    r"\(?\d{1,2}[ ./-]{1,2}\d{1,2}[ ./-]{1,2}(?:19|20)?\d{2}(?!\d)|\d{4}-\d\d-\d\d"
)
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_REFERENCE = re.compile(
    r"\b(?:(?:ref|reference|isbn|issn|uprn|chi|code|charity|barcode|gtin|ean)"
    r"|(?:ref|reference|case|file|account|invoice|order|policy|licence|minute|asset|project|charity|"
    r"cost cent(?:re|er)|vendor|po|tender|contract|report|article|vat|serial|item|incident|"
    r"application)\W{0,2}(?:no|nos|number|num|id|ref|code|#|:))\W{0,3}$",
    re.IGNORECASE,
)
_MAY_BE_ADDRESS = re.compile(
    r"[@＠﹫]|[\[({<]\s?at\s?[\])}>]|\sdot\s|\sat\s[\w-]+\.\w", re.IGNORECASE
)
"""Without any of this there is no address, and the longer search is spared."""
_LOOK_BACK = 30
_USUAL, _SHORT = (10, 11), 8
"""Figures of a number with its area code, and of the few short ones: "0800 1111"."""
_OF_BRITAIN, _ABROAD = range(11, 14), range(8, 16)
_LOCAL_NUMBER = (6, 7)
_SHORT_ONES = ("0800", "0845", "0808")


class Detail(NamedTuple):
    """An e-mail address or a telephone number in a text: where it stands and what it is."""

    start: int
    end: int
    kind: DetailKind


@remembered
def contact_details(text: str) -> tuple[Detail, ...]:
    """Return the e-mail addresses and telephone numbers in a text, from left to right.

    The words that only lead up to one, such as "Tel:", belong to it.
    """
    has_number = any(map(str.isdigit, text))
    has_address = _MAY_BE_ADDRESS.search(text) is not None
    if not has_number and not has_address:
        return ()
    letters = plain_letters(text)
    found = [
        *(_addresses(letters) if has_address else ()),
        *(_numbers(letters) if has_number else ()),
    ]
    found.sort(key=lambda one: (one.start, -one.end))
    return tuple(
        one for place, one in enumerate(found) if all(one.start >= two.end for two in found[:place])
    )


def _addresses(letters: PlainLetters) -> Iterator[Detail]:
    for match in _E_MAIL.finditer(letters.text):
        yield Detail(*letters.typed_span(*match.span()), "e-mail address")


def _numbers(letters: PlainLetters) -> Iterator[Detail]:
    text, place = letters.text, 0
    while (match := _NUMBER.search(text, place)) is not None:
        end = _end_of_number(match)
        if end and not _is_reference(text, match):
            yield Detail(*letters.typed_span(match.start(), end), "telephone number")
        place = end or match.start("number") + 1
    for match in _CUED.finditer(text):
        count = len(_OTHERS.sub("", match["number"]))
        if match["colon"] or count in _LOCAL_NUMBER:
            yield Detail(*letters.typed_span(*match.span()), "telephone number")
    for match in _EXTENSION_ALONE.finditer(text):
        if not (match[0].casefold().startswith("extension") and _A_YEAR.fullmatch(match["number"])):
            yield Detail(*letters.typed_span(*match.span()), "telephone number")


def _end_of_number(match: re.Match[str]) -> int:
    """Return where the telephone number ends that begins there, 0 if it is none.

    Another number may follow it, as in "01632 960001 12 hours a day".
    """
    said = match["number"]
    if _A_DATE.match(said) or _A_DECIMAL.fullmatch(said):
        return 0
    ends = [one.end() for one in re.finditer(r"\d(?!\d)", said)]
    for end in reversed(ends):
        if _has_its_figures(said[:end]):
            return match.end() if end == len(said) else match.start("number") + end
    return 0


def _has_its_figures(said: str) -> bool:
    digits = _OTHERS.sub("", said)
    if said.startswith("+") or digits.startswith("00"):
        digits = digits.removeprefix("00")
        return len(digits) in (_OF_BRITAIN if digits.startswith("44") else _ABROAD)
    return len(digits) in _USUAL or (len(digits) == _SHORT and digits.startswith(_SHORT_ONES))


def _is_reference(text: str, match: re.Match[str]) -> bool:
    start = match.start("number")
    return _REFERENCE.search(text, max(0, start - _LOOK_BACK), start) is not None
