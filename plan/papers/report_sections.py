"""The sections of a report in their order: those of the council's format, and the report's own.

A report that was read from another council's paper has sections that the format has not. Each is a
line of the report's `own_sections`: its heading, its id, and the section of the format below which
it stands. Its passages name it by its id, as those of any other section do.

Such a report is printed without those sections of the format in which nothing stands, and below
which none of its own does: they would be empty headings among the others, and would move the
numbers. They keep their places on the screen.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from plan.model.fields import PassageFields, ReportFields
from plan.text.clean import clean_line

if TYPE_CHECKING:
    from plan.council.report_format import ReportFormat, SectionFormat
    from plan.model.plan import Plan

_LINE = re.compile(
    r"(?P<heading>.*?) ?\[(?P<id>[a-z0-9-]{1,40})(?:, after (?P<after>[a-z0-9-]+))?\]"
)
_OWN = "own-"
_LONGEST_ID = 34
"""Characters of an id, so that a number still fits behind it."""


class ReportSection(NamedTuple):
    """A section of a report, numbered from 1; `format` is None where it is the report's own.

    The number of one that is not printed is 0, that of one printed without a number is that of the
    section above it.
    """

    id: str
    heading: str
    number: int
    format: "SectionFormat | None"

    @property
    def is_unnumbered(self) -> bool:
        """Whether it is printed without a number."""
        return self.format is not None and self.format.unnumbered

    def title(self, report_format: "ReportFormat") -> str:
        """Return the heading with its number, such as "4.0 Main text"."""
        if not self.number or self.is_unnumbered:
            return self.heading
        return f"{report_format.section_number.format(section=self.number)} {self.heading}"


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


def sections_of(
    report: ReportFields, report_format: "ReportFormat", passages: Iterable[PassageFields]
) -> tuple[ReportSection, ...]:
    """Return every section of a report with these passages, in the order of the paper.

    Own sections follow the one that they stand below; where this format has not got that, they
    come last.
    """
    own = own_sections(report)
    below = _below(own, report_format)
    printed = {passage.section for passage in passages}
    is_whole = printed.isdisjoint(one.id for one in own)
    printed.update(below)
    sections: list[ReportSection] = []
    number = 0
    for one in _in_order(below, report_format):
        section_format = None if isinstance(one, OwnSection) else one
        is_own_or_drawn = section_format is None or section_format.consulted
        is_printed = is_whole or is_own_or_drawn or one.id in printed
        is_first = section_format is not None and section_format.restarts
        is_counted = is_printed and not (section_format is not None and section_format.unnumbered)
        number = int(is_counted) if is_first else number + is_counted
        place = max(number, 1) if is_printed else 0
        sections.append(ReportSection(one.id, one.heading, place, section_format))
    return tuple(sections)


def sections_of_plan(plan: "Plan", report_format: "ReportFormat") -> tuple[ReportSection, ...]:
    """Return every section of a plan's report in the order of the paper."""
    return sections_of(plan.report, report_format, plan.passage_rows.values())


def _below(own: Iterable[OwnSection], report_format: "ReportFormat") -> dict[str, list[OwnSection]]:
    """Return the report's own sections by the id of the one below which they stand."""
    ids = [section.id for section in report_format.sections]
    below: dict[str, list[OwnSection]] = {}
    for one in own:
        below.setdefault(one.after if one.after in ("", *ids) else ids[-1], []).append(one)
    return below


def _in_order(
    below: Mapping[str, Iterable[OwnSection]], report_format: "ReportFormat"
) -> "Iterator[SectionFormat | OwnSection]":
    yield from below.get("", ())
    for section in report_format.sections:
        yield section
        yield from below.get(section.id, ())


def section_of(
    plan: "Plan", report_format: "ReportFormat", section_id: str
) -> ReportSection | None:
    """Return a section of a plan's report by its id, None where it has none of that."""
    sections = sections_of_plan(plan, report_format)
    return next((one for one in sections if one.id == section_id), None)
