"""Paragraphs that a report numbers as typed from its first section to its last: 1., 2., 3."""

import re
from collections.abc import Iterator, Sequence

from importers.remarks import Remark
from importers.report.read_section import ReadPassage, ReadSection

_NUMBER = re.compile(r"[ \t\u00a0]*\(?(?P<number>\d{1,3})[.)]?(?:[ \t\u00a0]+)(?=\S)")
_LEAST = 3
"""The fewest paragraphs, and of two sections, by which numbers are seen to run through a report."""


def number_on(sections: Sequence[ReadSection]) -> None:
    """Take the numbers that run through the sections off their paragraphs: they are no text.

    A list that begins with 1 below such a paragraph keeps its own numbers.
    """
    found = list(_running(sections))
    if len(found) < _LEAST or len({section.id for section, _, _ in found}) == 1:
        return
    for section, passage, match in found:
        if match is not None and not section.takes_recommendations:
            section.take_number_off(passage, match["number"], match.end())
    first, last = found[0][0], len(found)
    text = f"The paper numbers its paragraphs 1 to {last} through the report; here each section"
    first.remarks.append(Remark("oddity", "Report", f"{text} counts its own."))


def _running(
    sections: Sequence[ReadSection],
) -> Iterator[tuple[ReadSection, ReadPassage, re.Match[str] | None]]:
    """Yield each passage that has the next number, with where that is typed if it still is.

    A number that is written otherwise than the first is one of a list.
    """
    wanted, look = 1, ""
    for section in sections:
        in_list = 0
        for passage in section.passages:
            match = _NUMBER.match(passage.blocks[0].text) if passage.kind == "text" else None
            said = match["number"] if match is not None else passage.number.strip("(.)")
            number = int(said) if said.isdecimal() else 0
            written = (match[0] if match is not None else passage.number).strip().replace(said, "")
            if not number or (look and written != look[1:]):
                continue
            if number == in_list + 1 and (in_list or wanted > 1):
                in_list = number
            elif number == wanted:
                yield section, passage, match
                wanted, in_list, look = wanted + 1, 0, f"0{written}"
