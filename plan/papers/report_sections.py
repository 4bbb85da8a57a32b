"""The sections of a report in their order: those of the council's format, and the report's own.

A report that was read from another council's paper has sections that the format has not. Each is a
line of the report's `own_sections`: its heading, its id, and the section of the format below which
it stands. Its passages name it by its id, as those of any other section do.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from plan.model.fields import ReportFields
from plan.text.clean import clean_line

if TYPE_CHECKING:
    from plan.council.report_format import ReportFormat, SectionFormat

_LINE = re.compile(
    r"(?P<heading>.*?) ?\[(?P<id>[a-z0-9-]{1,40})(?:, after (?P<after>[a-z0-9-]+))?\]"
)
_OWN = "own-"
_LONGEST_ID = 34
"""Characters of an id, so that a number still fits behind it."""


class ReportSection(NamedTuple):
    """A section of a report, numbered from 1; `format` is None where it is the report's own."""

    id: str
    heading: str
    number: int
    format: "SectionFormat | None"


class OwnSection(NamedTuple):
    """A section that the format has not; `after` is the id of the one above, empty for none."""

    id: str
    heading: str
    after: str = ""

    @property
    def line(self) -> str:
        """The section as the report keeps it."""
        place = f", after {self.after}" if self.after else ""
        return f"{clean_line(self.heading)} [{self.id}{place}]".lstrip()


def own_sections(report: ReportFields) -> tuple[OwnSection, ...]:
    """Return the sections that are the report's own, in the order in which it keeps them."""
    return tuple(map(_read_line, report.own_sections))


def _read_line(line: str) -> OwnSection:
    match = _LINE.fullmatch(line)
    if match is None:  # a line that someone wrote by hand
        return OwnSection(own_id(line, ()), line)
    return OwnSection(match["id"], match["heading"], match["after"] or "")


def own_id(heading: str, taken: Collection[str]) -> str:
    """Return an id for a section of its own, made from its heading, that is none of `taken`."""
    words = re.sub(r"[^a-z0-9]+", "-", heading.casefold()).strip("-")
    first = (_OWN + (words or "section"))[:_LONGEST_ID].rstrip("-")
    ids = (f"{first}-{number}" for number in range(2, len(taken) + 3))
    return first if first not in taken else next(one for one in ids if one not in taken)


def sections_of(report: ReportFields, report_format: "ReportFormat") -> tuple[ReportSection, ...]:
    """Return every section of a report in the order in which it is printed.

    Own sections follow the one that they stand below; where this format has not got that, they
    come last.
    """
    own = own_sections(report)
    ordered = tuple(_in_order(own, report_format))
    return tuple(
        ReportSection(one.id, one.heading, number, None if isinstance(one, OwnSection) else one)
        for number, one in enumerate(ordered, 1)
    )


def _in_order(
    own: Iterable[OwnSection], report_format: "ReportFormat"
) -> "Iterator[SectionFormat | OwnSection]":
    ids = [section.id for section in report_format.sections]
    below: dict[str, list[OwnSection]] = {}
    for one in own:
        below.setdefault(one.after if one.after in ("", *ids) else ids[-1], []).append(one)
    yield from below.get("", ())
    for section in report_format.sections:
        yield section
        yield from below.get(section.id, ())


def section_of(
    report: ReportFields, report_format: "ReportFormat", section_id: str
) -> ReportSection | None:
    """Return a section of a report by its id, None where it has none of that."""
    return next((one for one in sections_of(report, report_format) if one.id == section_id), None)
