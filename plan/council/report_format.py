"""How a council prints its committee reports: header, sections, recommendations, signature."""

import re
from string import Formatter
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, field_validator, model_validator

from plan.council.counting import COUNTERS, Counting, counted_as, counting_of
from plan.council.format_part import FormatPart, Key, Words, check_pattern
from plan.council.number_pattern import ANY, is_number, pattern_problem
from plan.council.own_field import (
    MOST_FIELDS,
    OwnField,
    OwnFields,
    check_own_fields,
    first_twice,
    own_fields,
    wrong_at,
)
from plan.council.report_table import ReportTable
from plan.model.fields import (
    HEADER_FIELDS,
    SIGNATURE_FIELDS,
    ReportField,
    ReportFields,
    SignatureField,
    described,
)

MOST_DAYS_BEFORE = 366
"""Somebody sees a report at most so many days before its meeting."""
MOST_BESIDE = 3
"""Pairs of a label and a text in one row of a header."""
LISTED = "appendices"
"""Stands in a line at the end for the list of the appendices."""
_COMMITTEE = "{committee}"
"""Stands in the words before the recommendations for the committee that is asked."""
_MOST_TABLES = 20
"""Of one section, or of the end of a report."""
SectionKind: TypeAlias = Literal["text", "numbered", "recommendations"]


ClearDays: TypeAlias = Literal["", "every-day", "weekdays", "working-days"]
"""Which days count as clear days before a meeting: all, no weekends, no public holidays either."""


class HeaderLine(FormatPart):
    """A line of the report's header: a printed label, then `text` with fields in braces.

    If all its fields are blank, the label is still printed. `place` says where the line goes: the
    item number at the top right, a line with its text after a tab, or a centred line. One that is
    `beside` stands in one row with the line before it.
    """

    label: str = ""
    text: str
    place: Literal["item", "line", "centred"] = "line"
    beside: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that the line prints, in order."""
        return tuple(name for _, name, _, _ in Formatter().parse(self.text) if name)


def rows_of_lines(lines: tuple[HeaderLine, ...]) -> tuple[tuple[HeaderLine, ...], ...]:
    """Return the lines of a header, those together that stand in one row."""
    rows: list[list[HeaderLine]] = []
    for line in lines:
        if line.beside and rows:
            rows[-1].append(line)
        else:
            rows.append([line])
    return tuple(map(tuple, rows))


def check_rows(name: str, lines: tuple[HeaderLine, ...], *, is_of_cells: bool = False) -> None:
    """Raise ValueError where the lines called `name` stand beside one another as they cannot."""
    for row in rows_of_lines(lines):
        alone = [line for line in row if line.place != "line" or not line.label]
        if row[0].beside or (len(row) > 1 and alone and not is_of_cells):
            raise ValueError(
                f"{name}: beside is {row[-1].label!r}, with no line with a label before it"
            )
        if len(row) > MOST_BESIDE:
            raise ValueError(f"{name}: a row has {MOST_BESIDE} pairs at most")


class ConsultedFormat(FormatPart):
    """Somebody who must see a report before it goes: finance, legal, equality.

    `name` is what they are called, `days_before` how many days before the meeting they must have
    seen it, 0 if that is not said. `help` tells the officer whom to ask.
    """

    id: Key
    name: Words
    days_before: Annotated[int, Field(ge=0, le=MOST_DAYS_BEFORE)] = 0
    help: str = ""


class SectionFormat(FormatPart):
    """A section of the report.

    `boilerplate` lists texts in Markdown offered while the section is empty; `lead_in` comes before
    the list in a section of recommendations, with a number of its own where it is
    `lead_in_numbered`; `{committee}` in it is the report's. `tables` stand below its paragraphs, or
    above them. One that `restarts` has the number 1, as the first of an annex has; one that is
    `unnumbered` has none, and is not counted; one `after_end` is printed below who signs.
    `sub_heading` prints its sub-headings, `{text}` counted by one of COUNTERS. `topics` are what a
    report is screened for; `help` tells the officer what belongs here. In one that is `consulted`
    the table of who has seen the report is printed below what is written.
    """

    id: Key
    heading: Words
    kind: SectionKind = "text"
    lead_in: str = ""
    lead_in_numbered: bool = False
    restarts: bool = False
    unnumbered: bool = False
    after_end: bool = False
    sub_heading: str = "{text}"
    boilerplate: tuple[Words, ...] = ()
    topics: tuple[Words, ...] = ()
    help: str = ""
    consulted: bool = False
    tables: Annotated[tuple[ReportTable, ...], Field(max_length=_MOST_TABLES)] = ()

    @model_validator(mode="after")
    def _can_be_printed(self) -> Self:
        check_pattern("sub_heading", self.sub_heading, {**dict.fromkeys(COUNTERS, ""), "text": ""})
        if "{text}" not in self.sub_heading:
            raise ValueError("sub_heading must hold {text}")
        if self.unnumbered and (self.restarts or self.kind == "numbered"):
            raise ValueError("unnumbered is for a section whose number nothing else needs")
        return self

    def heading_below(self, place: int, text: str) -> str:
        """Return what its sub-heading at a place, from 1, prints."""
        signs = {name: counted_as(name, place) for name in COUNTERS}
        return self.sub_heading.format(text=text, **signs)

    def lead_in_of(self, committee: str) -> str:
        """Return the words before the recommendations, as a committee is asked by them."""
        return self.lead_in.replace(_COMMITTEE, committee or "Committee")

    def leads_with(self, said: str) -> bool:
        """Return whether a printed line is the words before the recommendations."""
        words = map(_printed_words, self.lead_in.split(_COMMITTEE))
        pattern = r"\W.*".join(map(re.escape, words))
        return bool(self.lead_in) and re.fullmatch(pattern, _printed_words(said)) is not None


def _printed_words(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text).split()).casefold()


class ReportFormat(FormatPart):
    """A council's committee report.

    `section_number` prints a section's number from `{section}`, `paragraph_number` a numbered
    paragraph's from `{section}` and `{paragraph}`; `footer` may contain `{page}` and `{pages}`.
    Labels and headings are written in sentence case; `capitals` prints them in capitals. `labels`
    name the fields on screen, but for `fields`, which this council adds. A report's number matches
    the regular expression `number_pattern`; `number_example` is an example. `joiner` follows each
    recommendation except the last, `end` follows the last, `last_joiner` the one before it;
    `recommendation_number` counts them ("{section}.{number}", "({letter})"), and where it is empty
    they have bullets. `end_lines` print
    the signature with labels, as header lines do; where `end_layout` is "cells", each is a cell of
    a table, with a label, a text, or both. `end_tables` are those of who wrote and approved
    the report. Below `appendices_heading` its appendices are listed, each as `listed_appendix`.
    `consulted` are those who must see a report before it goes.
    `clear_days` says which days count before a meeting, empty if that is not known; `islands` that
    there are island communities in the council's area.
    """

    header: tuple[HeaderLine, ...]
    header_layout: Literal["lines", "table"] = "lines"
    fields: Annotated[tuple[OwnField, ...], Field(max_length=MOST_FIELDS)] = ()
    labels: dict[ReportField, Words]
    sections: Annotated[tuple[SectionFormat, ...], Field(min_length=1)]
    consulted: tuple[ConsultedFormat, ...] = ()
    section_number: str
    paragraph_number: str
    capitals: bool = False
    joiner: str = ";"
    last_joiner: str = ""
    end: str = "."
    recommendation_number: str = ""
    signature: tuple[SignatureField, ...] = SIGNATURE_FIELDS
    end_lines: tuple[HeaderLine, ...] = ()
    end_layout: Literal["lines", "table", "cells"] = "lines"
    end_tables: Annotated[tuple[ReportTable, ...], Field(max_length=_MOST_TABLES)] = ()
    appendices_heading: str = ""
    listed_appendix: str = "Appendix {number}: {title}"
    number_pattern: str = ANY
    number_example: str = ""
    separate_file: str
    footer: str
    clear_days: ClearDays = ""
    islands: bool = False

    @model_validator(mode="after")
    def _has_fields_of_its_own(self) -> Self:
        check_own_fields(self.fields, described(ReportFields))
        names = (*HEADER_FIELDS, *(one.id for one in self.fields))
        filled: dict[str, object] = dict.fromkeys(names, "")
        signed = filled | dict.fromkeys((*SIGNATURE_FIELDS, LISTED), "")
        lines = [("header", place, one, filled) for place, one in enumerate(self.header)]
        lines += [("end_lines", place, one, signed) for place, one in enumerate(self.end_lines)]
        for name, place, line, values in lines:
            try:
                check_pattern("text", line.text, dict(values))
            except ValueError as error:
                raise wrong_at((name, place), str(error)) from error
        return self

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        check_pattern("section_number", self.section_number, {"section": 1})
        check_pattern("paragraph_number", self.paragraph_number, {"section": 1, "paragraph": 1})
        check_pattern("listed_appendix", self.listed_appendix, {"number": 1, "title": ""})
        check_pattern("separate_file", self.separate_file, {"file": ""})
        check_pattern("footer", self.footer, {"page": 1, "pages": 1})
        self._check_recommendation_number()
        check_rows("header", self.header)
        check_rows("end_lines", self.end_lines, is_of_cells=self.end_layout == "cells")
        missing = [name for name in self.printed_fields if name not in self.labels]
        if missing:
            raise ValueError(f"labels has no label for {', '.join(missing)}")
        self._check_number_example()
        ids = [section.id for section in self.sections]
        if len(set(ids)) < len(ids):
            raise ValueError("two sections have the same id")
        if len({one.id for one in self.consulted}) < len(self.consulted):
            raise ValueError("two of consulted have the same id")
        if twice := first_twice([*ids, *(table.id for table in self.tables)]):
            raise ValueError(f"two sections or tables have the id {twice}")
        return self

    @field_validator("number_pattern")
    @classmethod
    def _always_answers(cls, pattern: str) -> str:
        if problem := pattern_problem(pattern):
            raise ValueError(problem)
        return pattern

    def _check_recommendation_number(self) -> None:
        pattern = self.recommendation_number
        if pattern:
            values = dict.fromkeys(("section", *COUNTERS), "")
            check_pattern("recommendation_number", pattern, dict(values))
            if self.counting is None:
                counters = ", ".join(f"{{{name}}}" for name in COUNTERS)
                raise ValueError(f"recommendation_number must hold one of {counters}")

    @property
    def counting(self) -> Counting | None:
        """How recommendations are counted, None where they have bullets."""
        return counting_of(self.recommendation_number) if self.recommendation_number else None

    def recommendation_label(self, section: int, place: int) -> str:
        """Return the number of a recommendation, empty where the format gives them bullets."""
        return self.counting.label(section, place) if self.counting is not None else ""

    def counted_before(self, section: SectionFormat | None) -> int:
        """Return how many numbers of a section come before that of its first recommendation."""
        is_led = section is not None and bool(section.lead_in) and section.lead_in_numbered
        return int(is_led and self.counts_as_paragraphs)

    @property
    def counts_as_paragraphs(self) -> bool:
        """Whether recommendations are numbered as the numbered paragraphs of any section are."""
        same = self.paragraph_number.replace("{paragraph}", "{number}")
        return bool(self.recommendation_number) and self.recommendation_number == same

    def _check_number_example(self) -> None:
        if self.number_example and not self.is_number(self.number_example):
            raise ValueError("number_example does not match number_pattern")

    def is_number(self, number: str) -> bool:
        """Return whether a report's number is as this council's are."""
        return is_number(self.number_pattern, number)

    @property
    def printed_fields(self) -> tuple[str, ...]:
        """The names of the printed fields, the header's, then the signature's; none of its own."""
        own = {one.id for one in self.fields}
        header = [name for line in self.header for name in line.fields if name not in own]
        return tuple(dict.fromkeys((*header, *self.signed_fields)))

    @property
    def signed_fields(self) -> tuple[str, ...]:
        """The names of the fields that are printed at the end, none of its own."""
        own = {one.id for one in self.fields}
        own |= {LISTED}
        at_end = [name for line in self.end_lines for name in line.fields if name not in own]
        return tuple(dict.fromkeys(at_end)) if self.end_lines else self.signature

    @property
    def own_at_end(self) -> frozenset[str]:
        """The ids of the council's own fields that only the end of the report prints."""
        above = {name for line in self.header for name in line.fields}
        below = {name for line in self.end_lines for name in line.fields}
        return frozenset({one.id for one in self.fields} & below - above)

    @property
    def tables(self) -> tuple[ReportTable, ...]:
        """Every table that this format declares, in printed order."""
        in_sections = (table for section in self.sections for table in section.tables)
        return (*in_sections, *self.end_tables)

    @property
    def own_in_rows(self) -> OwnFields:
        """The columns of all tables as fields; of two with one id, the first."""
        columns: dict[str, OwnField] = {}
        for table in self.tables:
            for column in table.columns:
                columns.setdefault(column.id, column)
        return OwnFields(tuple(columns.values()))

    def table(self, table_id: str) -> ReportTable | None:
        """Return the table called `table_id`, or None if this format declares none of that id."""
        return next((table for table in self.tables if table.id == table_id), None)

    def section_with(self, table_id: str) -> str:
        """Return the id of the section that a table belongs to, empty for one at the end."""
        found = (
            one.id for one in self.sections if any(table.id == table_id for table in one.tables)
        )
        return next(found, "")

    @property
    def own(self) -> OwnFields:
        """The fields that this council adds to its reports."""
        lines = (*self.header, *self.end_lines)
        alone = ((line.fields[0], line.label) for line in lines if len(line.fields) == 1)
        return own_fields(self.fields, ((name, (label,)) for name, label in alone if label))

    def ending(self, place: int, decisions: int) -> str:
        """Return what follows the recommendation at a place, from 0, of so many."""
        if place == decisions - 1:
            return self.end
        is_last = place == decisions - 2
        return self.last_joiner if is_last and self.last_joiner else self.joiner

    def section(self, section_id: str) -> SectionFormat | None:
        """Return the section called `section_id`, or None if this format has none."""
        return next((section for section in self.sections if section.id == section_id), None)

    def number_of(self, section_id: str) -> int:
        """Return the section's number, from 1."""
        number = 0
        for section in self.sections:
            number = 1 if section.restarts else number + (not section.unnumbered)
            if section.id == section_id:
                return number
        raise ValueError(f"there is no section {section_id}")
