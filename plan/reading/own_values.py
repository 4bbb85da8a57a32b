"""What a field of a council's own says: a date, an amount, a number, yes or no, a word of its key.

Nothing is refused here: what a kind does not allow is told in a sentence, and kept.
"""

import re
from colorsys import rgb_to_hls
from decimal import Decimal

from plan.council.own_field import Cells, Choice, OwnField, OwnFields
from plan.reading.dates import read_date, span_in_words
from plan.reading.status import Tone, tone_of
from plan.text.clean import clean_items, clean_line
from plan.text.line_breaks import shortened
from plan.text.patterns import late_pattern

_FIGURES = r"\d{1,3}(?:[, ]\d{3}){1,5}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?"
_NUMBER = late_pattern(rf"(?P<minus>[-−])?(?P<figures>{_FIGURES}) ?(?:%|per ?cent)?", re.IGNORECASE)
_MONEY = late_pattern(
    r"(?:(?:about|approx(?:\.|imately)?|around|circa|c\.|up to|est(?:\.|imated)?) )?"
    r"(?P<bracket>\()?(?P<minus>[-−])? ?£? ?(?P<after>[-−])?"
    rf"(?P<figures>{_FIGURES}) ?(?P<times>k|m|bn|thousand|million|billion)?(?(bracket)\))"
    r"(?: ?(?:pa|p\.a\.|per (?:annum|year|month|week|day|head)|a (?:year|month|week)|each"
    r"|recurring|one[- ]off))?",
    re.IGNORECASE,
)
_TIMES = {
    "k": 1_000,
    "thousand": 1_000,
    "m": 1_000_000,
    "million": 1_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
}
_YES = frozenset({"yes", "y", "✓", "✔", "☑", "☒"})
_NO = frozenset({"no", "n", "✗", "☐"})
_TICKED = late_pattern(r"(?:☐ ?\w+ ?[/,]? ?)?[☒☑] ?(\w+)(?: ?[/,]? ?☐ ?\w+)?")
"""Two boxes, of which one is ticked: what stands behind that."""
_GREY = 0.2
_TONES: tuple[tuple[float, Tone], ...] = (
    (0.055, "bad"),
    (0.2, "doubtful"),
    (0.7, "good"),
    (0.93, ""),
    (1.0, "bad"),
)
"""Up to which hue a colour means what: red; orange to yellow; green to blue; purple; red again."""


def number_of(text: str) -> Decimal | None:
    """Return the number that a text says, such as "1,200", "3.5" or "85%"; None if it says none."""
    found = _NUMBER.fullmatch(clean_line(text).rstrip("."))
    return _decimal(found["figures"], is_less=bool(found["minus"])) if found else None


def money_of(text: str) -> Decimal | None:
    """Return the pounds that a text says: "£12,500", "£1.2m", "£25k per annum", "(£300)".

    None if it says no amount; "nil" and "none" are nothing to pay.
    """
    said = clean_line(text).rstrip(".")
    if said.casefold() in ("nil", "none"):
        return Decimal(0)
    found = _MONEY.fullmatch(said)
    if found is None:
        return None
    is_less = bool(found["bracket"] or found["minus"] or found["after"])
    return _decimal(found["figures"], is_less=is_less) * _TIMES.get(
        (found["times"] or "").lower(), 1
    )


def _decimal(figures: str, *, is_less: bool) -> Decimal:
    said = Decimal(re.sub("[, ]", "", figures))
    return -said if is_less else said


def yes_or_no(text: str) -> bool | None:
    """Return what a text answers, by words or by boxes; None if it is neither Yes nor No."""
    said = clean_line(text).rstrip(".").casefold()
    ticked = _TICKED.fullmatch(said)
    said = ticked[1] if ticked else said
    return True if said in _YES else False if said in _NO else None


def chosen_in(field: OwnField, text: str) -> Choice | None:
    """Return the word of the key that is chosen, None if none is or the field is no choice."""
    return field.choice(text) if field.kind == "choice" and text.strip() else None


def says_it_is_done(field: OwnField, text: str) -> bool:
    """Return whether the word that is chosen says that nothing is left to do."""
    chosen = chosen_in(field, text)
    return chosen is not None and chosen.done


def status_chosen(own: OwnFields, cells: Cells) -> Choice | None:
    """Return the word that says how far a row has got, None if no such word is chosen.

    It is that of the first of the council's choices in whose key a word says *done*.
    """
    if not cells:
        return None
    said = own.values(cells)
    chosen = (
        chosen_in(one, said.get(one.id, ""))
        for one in own.fields
        if any(word.done for word in one.choices)
    )
    return next(filter(None, chosen), None)


def problem_of(field: OwnField, text: str) -> str:
    """Return in words what in a text the field's kind does not allow, empty if it allows it all.

    A field in which nothing stands is always allowed.
    """
    if not text.strip() or field.holds.is_list or field.holds.is_text:
        return ""
    if len(clean_items(text)) > 1:
        return f"{field.label} holds {field.holds.example} and has several"
    reason = _not_understood(field, text)
    return f"“{shortened(clean_line(text))}” {reason}" if reason else ""


def _not_understood(field: OwnField, text: str) -> str:
    """Return why a line is not what a field holds, empty if it is."""
    match field.kind:
        case "choice" if field.choice(text) is None:
            words = ", ".join(one.word for one in field.choices)
            return f"is not among the words of {field.label}: {words}"
        case "date" if read_date(text) is None:
            return "is not understood as a date"
        case "money" if money_of(text) is None:
            return "is not understood as an amount"
        case "number" if number_of(text) is None:
            return "is not understood as a number"
        case "yes-no" if yes_or_no(text) is None:
            return "is neither Yes nor No"
        case _:
            return ""


def meaning_of_value(field: OwnField, text: str) -> str:
    """Return what a text was read to say where its words do not, empty if there is nothing to add.

    Of a choice it is what the key says of the word, of a date the day in words, of a short amount
    the pounds.
    """
    if chosen := chosen_in(field, text):
        return chosen.meaning
    if field.kind == "date" and (span := read_date(text)) is not None:
        words = span_in_words(span)
        return "" if words == clean_line(text) else words
    if field.kind == "money" and (pounds := money_of(text)) is not None:
        words = money_in_words(pounds)
        return "" if words == clean_line(text) else words
    return ""


def money_in_words(pounds: Decimal) -> str:
    """Return an amount such as "£12,500" or "£0.50"."""
    pence = f"{abs(pounds):,.2f}".removesuffix(".00")
    return f"-£{pence}" if pounds < 0 else f"£{pence}"


def tone_of_value(field: OwnField, text: str) -> Tone:
    """Return the tone of the word that is chosen, by its colour in the key, else by its words."""
    chosen = chosen_in(field, text)
    if chosen is None:
        return ""
    if chosen.done:
        return "good"
    return _tone_of_colour(chosen.fill) if chosen.fill else tone_of(chosen.word)


def _tone_of_colour(fill: str) -> Tone:
    red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, _, saturation = rgb_to_hls(red, green, blue)
    is_grey = saturation < _GREY or max(red, green, blue) < _GREY
    return "" if is_grey else next(tone for end, tone in _TONES if hue <= end)
