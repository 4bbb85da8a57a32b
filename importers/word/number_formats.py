"""Writes a number in each format that a list of Word can have.

The formats are those of ECMA-376 part 1, 17.18.59 (ST_NumberFormat). Where Word does otherwise (its
notes on that section in MS-OI29500, 2.1), its way is followed. What has no rule there that can be
followed without its language (Thai and Hindi words, sums of money) is written in figures, as is
what goes beyond a sequence that ends.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import TypeAlias

Writer: TypeAlias = Callable[[int], str]

FIGURES = frozenset({"decimal", "decimalZero", "decimalHalfWidth"})
"""The formats that legal numbering leaves as they are: it writes all others in plain figures."""

CUSTOM = "custom"
_LARGEST_WRITTEN = 4_999
"""The largest number in roman figures or letters: no list is longer."""
_MOST_TIMES = 30
"""How often Word repeats a letter at most."""
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINAL_WORDS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_LARGEST_IN_WORDS = 999_999
_HUNDRED, _THOUSAND, _MYRIAD = 100, 1_000, 10_000


def written_number(count: int, kind: str) -> str:
    """Return a number as a list of that kind prints it; in figures where the kind is unknown."""
    return _WRITERS.get(kind, str)(count)


@lru_cache(maxsize=64)
def custom_writer(format_words: str) -> Writer | None:
    """Return the writer for a format given by its first numbers, such as "001, 002, 003, ...".

    A single number is enough, as in the notation of XSLT. None where no format begins so.
    """
    first = [word.strip() for word in format_words.split(",")][:3]
    if not first[0]:
        return None
    if first[0].isascii() and first[0].isdigit() and int(first[0][-9:]) == 1:
        return f"{{:0{min(len(first[0]), 9)}}}".format
    for writer in _WRITERS.values():
        if [writer(number) for number, _ in enumerate(first, 1)] == first:
            return writer
    return None


def _lettered(letters: Sequence[str], count: int) -> str:
    """Return one letter, and from the end of the alphabet on each letter twice, then thrice.

    Word begins again after thirty times.
    """
    if not 1 <= count <= _LARGEST_WRITTEN:
        return str(count)
    times, place = divmod((count - 1) % (_MOST_TIMES * len(letters)), len(letters))
    return letters[place] * (times + 1)


def _in_turn(signs: Sequence[str], count: int) -> str:
    """Return a sign of a sequence that begins again when it ends."""
    return signs[(count - 1) % len(signs)] if count >= 1 else str(count)


def _listed(signs: Sequence[str], count: int) -> str:
    """Return a sign of a sequence after which figures follow."""
    return signs[count - 1] if 1 <= count <= len(signs) else str(count)


def _in_digits(digits: str, count: int) -> str:
    return "".join(digits[int(figure)] for figure in str(count)) if count >= 0 else str(count)


def _roman(count: int) -> str:
    if not 1 <= count <= _LARGEST_WRITTEN:
        return str(count)
    written = ""
    for size, letters in _ROMAN:
        times, count = divmod(count, size)
        written += letters * times
    return written


def _ordinal(count: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{'th' if 11 <= count % 100 <= 13 else ending}"  # noqa: PLR2004 - 11th to 13th


def _words(count: int) -> str:
    """Return a number below a million in English words, as Word does without "and"."""
    if count < len(_UNITS):
        return _UNITS[count]
    if count < _HUNDRED:
        tens, rest = divmod(count, 10)
        return _TENS[tens - 2] + (f"-{_UNITS[rest]}" if rest else "")
    size, name = (_HUNDRED, "hundred") if count < _THOUSAND else (_THOUSAND, "thousand")
    many, rest = divmod(count, size)
    return f"{_words(many)} {name}" + (f" {_words(rest)}" if rest else "")


def _cardinal_text(count: int) -> str:
    return _words(count).capitalize() if 0 <= count <= _LARGEST_IN_WORDS else str(count)


def _ordinal_text(count: int) -> str:
    if not 0 <= count <= _LARGEST_IN_WORDS:
        return str(count)
    words = _words(count)
    last = words.replace("-", " ").rpartition(" ")[2]
    before = words[: len(words) - len(last)]
    usual = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return (before + _ORDINAL_WORDS.get(last, usual)).capitalize()


@dataclass(frozen=True)
class _Counting:
    """A way of counting in tens, hundreds and thousands with a sign for each."""

    digits: str
    units: str
    myriad: str
    one_before: str
    """Before which of ten, hundred and thousand a one is written: "none", "all" or "not first"."""
    has_zeros: bool = False

    def __call__(self, count: int) -> str:
        if count == 0:
            return self.digits[0]
        if not 0 < count < _MYRIAD * _MYRIAD:
            return str(count)
        high, low = divmod(count, _MYRIAD)
        gap = self.digits[0] if self.has_zeros and high and 0 < low < _THOUSAND else ""
        above = self._group(high, begins=True) + self.myriad if high else ""
        return above + gap + self._group(low, begins=not high)

    def _group(self, count: int, *, begins: bool) -> str:
        """Return up to four digits with their signs; `begins` where the number begins with them."""
        written = ""
        gap = ""
        for place in (3, 2, 1, 0):
            digit = count // 10**place % 10
            if not digit:
                gap = self.digits[0] if written and self.has_zeros else ""
                continue
            bare = self.one_before == "none" or (
                self.one_before == "not first" and place == 1 and begins and not written
            )
            sign = "" if digit == 1 and place and bare else self.digits[digit]
            written += gap + sign + (self.units[place - 1] if place else "")
            gap = ""
        return written


def _below_a_hundred(counting: _Counting, count: int) -> str:
    """Count up to 99 and write single digits from 100 on, as Word does in two Chinese formats."""
    return counting(count) if count < _HUNDRED else _in_digits(counting.digits, count)


def _korean_legal(count: int) -> str:
    if count == 0:
        return "0"
    if not 1 <= count < _HUNDRED:
        return _KOREAN(count)
    tens, rest = divmod(count, 10)
    return _KOREAN_TENS[tens] + _KOREAN_ONES[rest]


def _hebrew_number(count: int) -> str:
    """Return a number in Hebrew letters; 15 and 16 are not spelt with the letters of God's name."""
    hundreds, rest = divmod(count, _HUNDRED)
    if not 1 <= count < _THOUSAND:
        return str(count)
    small = {15: "טו", 16: "טז"}.get(rest, _HEBREW_TENS[rest // 10] + _HEBREW_ONES[rest % 10])
    fours, more = divmod(hundreds, 4)
    return "ת" * fours + _HEBREW_HUNDREDS[more] + small


def _hebrew_letter(count: int) -> str:
    if not 1 <= count <= _LARGEST_WRITTEN:
        return str(count)
    times, place = divmod(count - 1, len(_HEBREW))
    return "ת" * times + _HEBREW[place]


def _stem_and_branch(count: int) -> str:
    return _in_turn(_STEMS, count) + _in_turn(_BRANCHES, count) if count >= 1 else str(count)


def _vietnamese(count: int) -> str:
    """Return a number up to 1,000 in Vietnamese words."""
    if not 0 <= count < _THOUSAND:
        return "một ngàn" if count == _THOUSAND else str(count)
    hundreds, rest = divmod(count, _HUNDRED)
    if hundreds:
        link = " lẻ " if rest < 10 else " "  # noqa: PLR2004 - one digit
        return f"{_VIETNAMESE[hundreds]} trăm" + (link + _vietnamese(rest) if rest else "")
    tens, ones = divmod(rest, 10)
    if not tens:
        return _VIETNAMESE[ones]
    named = {5: "lăm", 1: "một" if tens == 1 else "mốt"}.get(ones, _VIETNAMESE[ones])
    return ("mười" if tens == 1 else f"{_VIETNAMESE[tens]} mươi") + (f" {named}" if ones else "")


def _run_of(first: int, count: int) -> tuple[str, ...]:
    """Return characters that follow one another in Unicode."""
    return tuple(map(chr, range(first, first + count)))


_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_HEBREW_ONES: tuple[str, ...] = ("", *"אבגדהוזחט")
_HEBREW_TENS: tuple[str, ...] = ("", *"יכלמנסעפצ")
_HEBREW_HUNDREDS: tuple[str, ...] = ("", *"קרש")
_CIRCLED, _IN_PARENTHESES, _BEFORE_FULL_STOP = 0x2460, 0x2474, 0x2488
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_KOREAN_ONES = ("", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉")
_KOREAN_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_VIETNAMESE = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_KOREAN: _Counting = _Counting("영일이삼사오육칠팔구", "십백천", "만", "none")
_CHINESE = _Counting("〇一二三四五六七八九", "十百千", "万", "not first", has_zeros=True)
_TAIWANESE = replace(_CHINESE, digits="零一二三四五六七八九", myriad="萬")
_CHINESE_SHORT = replace(_CHINESE, digits="○一二三四五六七八九")

_WRITERS: dict[str, Writer] = {
    "decimal": str,
    "decimalZero": "{:02}".format,
    "decimalHalfWidth": str,
    "lowerLetter": partial(_lettered, _LATIN),
    "upperLetter": partial(_lettered, _LATIN.upper()),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "none": lambda _: "",
    "ordinal": _ordinal,
    "cardinalText": _cardinal_text,
    "ordinalText": _ordinal_text,
    "hex": "{:X}".format,
    "numberInDash": "- {} -".format,
    "chicago": partial(_lettered, "*†‡§"),
    "decimalFullWidth": partial(_in_digits, "０１２３４５６７８９"),
    "decimalFullWidth2": partial(_in_digits, "０１２３４５６７８９"),
    "decimalEnclosedCircle": partial(_listed, _run_of(_CIRCLED, 20)),
    "decimalEnclosedCircleChinese": partial(_listed, _run_of(_CIRCLED, 10)),
    "decimalEnclosedParen": partial(_listed, _run_of(_IN_PARENTHESES, 20)),
    "decimalEnclosedFullstop": partial(_listed, _run_of(_BEFORE_FULL_STOP, 20)),
    "ideographEnclosedCircle": partial(_listed, _run_of(0x3220, 10)),
    "ideographDigital": partial(_in_digits, "〇一二三四五六七八九"),
    "japaneseDigitalTenThousand": partial(_in_digits, "〇一二三四五六七八九"),
    "taiwaneseDigital": partial(_in_digits, "○一二三四五六七八九"),
    "koreanDigital": partial(_in_digits, _KOREAN.digits),
    "koreanDigital2": partial(_in_digits, "零一二三四五六七八九"),
    "chineseCounting": partial(_below_a_hundred, _CHINESE_SHORT),
    "taiwaneseCounting": partial(_below_a_hundred, _CHINESE_SHORT),
    "chineseCountingThousand": _CHINESE,
    "taiwaneseCountingThousand": _TAIWANESE,
    "chineseLegalSimplified": _Counting("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万", "all", True),
    "ideographLegalTraditional": _Counting("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬", "all", True),
    "japaneseCounting": _Counting("〇一二三四五六七八九", "十百千", "万", "none"),
    "japaneseLegal": _Counting("〇壱弐参四伍六七八九", "拾百阡", "萬", "all"),
    "koreanCounting": _KOREAN,
    "koreanLegal": _korean_legal,
    "ideographTraditional": partial(_listed, _STEMS),
    "ideographZodiac": partial(_listed, _BRANCHES),
    "ideographZodiacTraditional": _stem_and_branch,
    "vietnameseCounting": _vietnamese,
    "hebrew1": _hebrew_number,
    "hebrew2": _hebrew_letter,
    "arabicAlpha": partial(_lettered, "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"),
    "arabicAbjad": partial(_lettered, "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
    "russianLower": partial(_lettered, _RUSSIAN),
    "russianUpper": partial(_lettered, _RUSSIAN.upper()),
    "hindiNumbers": partial(_in_digits, "०१२३४५६७८९"),
    "hindiVowels": partial(_lettered, _run_of(0x0915, 37)),
    "hindiConsonants": partial(_lettered, (*_run_of(0x0905, 16), "अं", "अः")),
    "thaiNumbers": partial(_in_digits, "๐๑๒๓๔๕๖๗๘๙"),
    "thaiLetters": partial(_lettered, "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"),
    "aiueo": partial(_in_turn, (*_run_of(0xFF71, 44), "ｦ", "ﾝ")),
    "aiueoFullWidth": partial(
        _in_turn,
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    ),
    "iroha": partial(_in_turn, "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ"),
    "irohaFullWidth": partial(
        _in_turn,
        "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン",
    ),
    "ganada": partial(_in_turn, "가나다라마바사아자차카타파하"),
    "chosung": partial(_in_turn, "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    "lowerGreek": partial(_lettered, _GREEK),
    "upperGreek": partial(_lettered, _GREEK.upper()),
}
"""Greek letters have no name in the standard: Word writes them as a custom format."""
