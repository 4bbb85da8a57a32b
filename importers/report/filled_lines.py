"""What the fields of a line are filled with: the pattern that printed it, read backwards."""

import re
from functools import lru_cache
from string import Formatter

from importers.report.who_meets import name_and_date
from importers.wording import is_date
from plan.council.report_format import HeaderLine, ReportFormat
from plan.text.clean import clean_items, clean_line

_DASH = re.compile(r"[–—-]")
_BESIDE = re.compile(r"\A\{committee\}\s+\{meeting_date\}\Z")
"""A line in which nothing but a space parts who meets from when: only a date tells where."""
_PARTED = re.compile(r"[;\t]")
"""What parts the items of a list on one line."""
_ITEM_EDGES = " .…_:-–—\t"


def field_values(line: HeaderLine, text: str, report_format: ReportFormat) -> dict[str, str]:
    """Return the fields that `text`, printed by a line's pattern, was filled with.

    A list of the council's own has an item to each line of the text.
    """
    names = line.fields
    if len(names) == 1 and _is_list(names[0], report_format):
        items = "\n".join(clean_items(_PARTED.sub("\n", text)))
        return {names[0]: items} if items else {}
    text = clean_line(text)
    if not text or not names:
        return {}
    filled = _filled(line, text)
    if filled is not None:
        return filled
    if line.place == "item":
        text = text.strip(_ITEM_EDGES)
    text = text.removeprefix(line.text.partition("{")[0].strip()).strip()
    dated = next((name for name in names if name == "meeting_date"), None)
    if dated is not None and is_date(text):
        return {dated: text}
    named = name_and_date(text) if dated is not None and len(names) > 1 else None
    if dated is not None and named is not None:
        other = next(name for name in names if name != dated)
        return {**({other: named[0]} if named[0] else {}), dated: named[1]}
    return {next((name for name in names if name != dated), names[0]): text} if text else {}


def _filled(line: HeaderLine, text: str) -> dict[str, str] | None:
    """Return the fields that a text has in a line's pattern, None where it does not match."""
    apart = name_and_date(text) if _BESIDE.search(line.text) else None
    if apart is not None and apart[0]:
        return {"committee": apart[0], "meeting_date": apart[1]}
    match = _text_pattern(line.text).fullmatch(text)
    match = match or _text_pattern(line.text, any_dash=True).fullmatch(text)
    if match is None:
        return None
    filled = zip(dict.fromkeys(line.fields), match.groups(), strict=True)
    return {name: value.strip() for name, value in filled if value.strip()}


def _is_list(name: str, report_format: ReportFormat) -> bool:
    added = next((one for one in report_format.fields if one.id == name), None)
    return added is not None and added.holds.is_list


@lru_cache(maxsize=200)
def _text_pattern(text: str, *, any_dash: bool = False) -> re.Pattern[str]:
    """Return the pattern of a filled line; with `any_dash` a dash of any length stands for its own.

    The last field begins as far behind as can be: committees have dashes in their names.
    """
    parts: list[str] = []
    seen: set[str] = set()
    for literal, name, _, _ in Formatter().parse(text):
        parts.extend(_character_pattern(one, any_dash=any_dash) for one in literal)
        if name and name not in seen:
            seen.add(name)
            parts.append("(.*)")
    return re.compile("".join(parts))


def _character_pattern(character: str, *, any_dash: bool) -> str:
    if character.isspace():
        return r"\s+"
    return "[–—-]" if any_dash and _DASH.fullmatch(character) else re.escape(character)
