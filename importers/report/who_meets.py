"""The committee and the date in a line of a report's header, in whatever phrase they stand."""

import re

from importers.wording import is_date
from plan.text.clean import clean_line

_COMMITTEE = re.compile(
    r"\b(?:committee|board|panel|forum|cabinet|partnership group"
    r"|(?!(?:chief|the|an?|of|by|non|and)\b)[^\W\d_]+ executive"
    r"|(?:area|community|locality|planning|safety|joint|care) partnership)"
    r"(?:\s+(?:of|on|for)\b[\w ,&/’'-]{1,60}|\s*\([^)]*\)|\s+(?:[A-Z]|\d{1,2}))?\s*\Z",
    re.IGNORECASE,
)
_COUNCIL = re.compile(r"\b(?:council|comhairle)\s*\Z", re.IGNORECASE)
_NO_TITLE = re.compile(rf"{_COMMITTEE.pattern}|{_COUNCIL.pattern}", re.IGNORECASE)
_GAP = re.compile(r"(?:[\s,:–—-]|\bon\b)+", re.IGNORECASE)
_MEETING = (
    r"(?:(?:report |paper )?(?:for|to|at) )?(?:(?:the|a|its) )?meeting"
    r"(?: (?:to be held|held|taking place|scheduled|dated|date))?(?: (?:of|on|for))?(?: the)?"
)
_BEFORE_COMMITTEE = re.compile(rf"{_MEETING}\b[\s,:]*", re.IGNORECASE)
_BEFORE_DATE = re.compile(rf"(?:\A|[\s,:–—-]+){_MEETING}\Z", re.IGNORECASE)
_HELD = re.compile(r"[\s,(]+(?:to be )?held\Z", re.IGNORECASE)
_DATE_AND_PLACE = re.compile(
    r"(?P<date>(?:[A-Z][a-z]{2,8}day,? )?[^,]*\b\d{4})(?:,| in | at )(?: ?the)? ?[A-Z][^.:;]{2,60}"
)
"""A date with where they meet: "3 May 2026, Council Chamber"."""
_TIME = (
    r"(?:\d{1,2}[.:]\d{2}(?: ?(?:[ap]\.?m\b\.?|noon|hours|hrs))?"
    r"|\d{1,4} ?(?:[ap]\.?m\b\.?|noon|hours|hrs)|(?:12 )?(?:noon|midday))"
)
_DATE_AND_TIME = re.compile(
    r"(?P<date>(?:[a-z]{3,9}day,? )?[^,|@(]{5,30}?\b\d{4})(?P<rest>[\s,;|@(–—-].{1,80})",
    re.IGNORECASE,
)
"""A date with the time behind it among other words: "3 May 2026, 10.00 am, via Teams"."""
_ANY_TIME = re.compile(rf"(?<![\w.:/]){_TIME}(?![\w/])|\b\d{{1,2}} o[’']clock\b", re.IGNORECASE)
_TIME_BEFORE = re.compile(rf"(?:at )?{_TIME}(?:[\s,–—-]|\bon\b)+", re.IGNORECASE)
"""The time of a meeting before its date: "10.00am, Thursday, 3 May 2026"."""
_TIME_BEHIND = re.compile(
    rf"(?:[\s,–—(-]|\b(?:at|from|commencing|starting|beginning)\b)+{_TIME}"
    rf"(?: ?(?:[–—-]|to|until) ?{_TIME})?(?: prompt)?\)?(?=[ ,.]|\Z)",
    re.IGNORECASE,
)
"""The time of a meeting behind its date: "3 May 2026 at 10.00 am"."""
_HELD_ON = re.compile(r"(?:(?:to be )?held )?(?:of|on|for) (?=[\w])", re.IGNORECASE)
"""What stands before a date below who meets: "of 3 May 2026"."""
_TO = re.compile(r"(?:to )?(?:the )?(?=[\w])", re.IGNORECASE)
_JOINING = re.compile(
    r"(?:\W|\b(?:on|of|at|for|the|a|its|to|be|held|meeting|taking|place|scheduled|dated)\b)+",
    re.IGNORECASE,
)
_LETTERHEAD = re.compile(
    r"(?:the )?[\w .,&’'-]{2,60} (?:council|comhairle|partnership|hscp|health board|ijb)"
    r"|(?:comhairle|nhs|cl[àa]r) [\w ’'-]{2,40}",
    re.IGNORECASE,
)
"""A line that says no more than whose paper it is."""


def committee_or_date(line: str) -> dict[str, str]:
    """Return the committee and the date that a line without a label names."""
    text = clean_line(line)
    date = date_in(text)
    if date:
        return {"meeting_date": date.rstrip(".")}
    held = _HELD_ON.match(text)
    if held is not None and is_date(text[held.end() :]):
        return {"meeting_date": text[held.end() :].rstrip(".")}
    dated = date_before_place(text)
    if dated:
        return {"meeting_date": dated}
    named = name_and_date(text)
    if named is None:
        name = _who_meets(text)
        return {"committee": name} if _COMMITTEE.search(name) else {}
    name = named[0]
    is_who_meets = not name or _COMMITTEE.search(name) or _COUNCIL.search(name)
    return _as_fields(named) if is_who_meets else {}


def _as_fields(named: tuple[str, str]) -> dict[str, str]:
    name, date = named
    return {**({"committee": name} if name else {}), "meeting_date": date}


def date_in(text: str) -> str:
    """Return a date without the time that stands beside it, empty for what is no date."""
    time = _TIME_BEFORE.match(text)
    rest = text[time.end() :] if time is not None else text
    behind = _TIME_BEHIND.search(rest)
    date = rest[: behind.start()] if behind and not rest[behind.end() :].strip(" .") else rest
    return next(filter(is_date, (date, text)), "")


def date_before_place(text: str) -> str:
    """Return the date of a line that says where or when they meet behind it, else nothing."""
    dated = _DATE_AND_PLACE.fullmatch(_TIME_BEHIND.sub("", text, count=1))
    if dated is not None and is_date(dated["date"]):
        return dated["date"]
    timed = _DATE_AND_TIME.fullmatch(text)
    is_timed = timed is not None and _ANY_TIME.search(timed["rest"]) and is_date(timed["date"])
    return timed["date"] if timed is not None and is_timed else ""


def before_time(text: str) -> str:
    """Return a line up to the time behind the date that it ends with, any other as it is."""
    behind = _TIME_BEHIND.search(text)
    if behind is None or text[behind.end() :].strip(" ."):
        return text
    line = text[: behind.start()]
    return line if date_in(line) or name_and_date(line) else text


def without_time(text: str) -> str:
    """Return what stands beside a committee and its date without the time at which it meets."""
    return _TIME_BEHIND.sub(" ", f" {text}", count=1)


def name_and_date(text: str) -> tuple[str, str] | None:
    """Return the name and the date at the end of a line that has both.

    The name is empty where the line says no more than that there is a meeting.
    """
    if date_before_place(text):
        return None
    for match in _GAP.finditer(text):
        name, rest = text[: match.start()].strip(" ,:–—-"), text[match.end() :]
        date = date_in(rest) or date_before_place(rest)
        if name and date:
            return _who_meets(name), date
    return None


def _who_meets(name: str) -> str:
    """Return the committee in what stands before a date: "Meeting of the Parks Committee"."""
    name = _HELD.sub("", _BEFORE_DATE.sub("", name)).strip(" ,:–—-")
    opening = _BEFORE_COMMITTEE.match(name)
    name = name[opening.end() :] if opening and opening.end() < len(name) else name
    return _TO.sub("", name, count=1)


def committee_and_date(text: str, meant: str) -> dict[str, str]:
    """Return the committee and the date in "Education Committee – 3 May 2026"."""
    date = date_in(text) or date_before_place(text)
    if date:
        return {"meeting_date": date.rstrip(".")}
    named = name_and_date(text)
    if named is None:
        return {meant: _who_meets(text) if meant == "committee" else text}
    return _as_fields(named)


def names_who_meets(line: str) -> bool:
    """Return whether a line names a council or a committee, and not what the report is on."""
    return _NO_TITLE.search(line) is not None


def is_joining(words: str) -> bool:
    """Return whether words only join a committee to the date on which it meets."""
    return _JOINING.fullmatch(words) is not None


def is_letterhead(text: str) -> bool:
    """Return whether a line says no more than whose paper it is: "Parkshire Council"."""
    return _LETTERHEAD.fullmatch(clean_line(text)) is not None
