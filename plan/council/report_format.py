"""How a council prints its committee reports: header, sections, recommendations, signature."""

from string import Formatter
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, field_validator, model_validator

from plan.council.format_part import FormatPart, Key, Words, check_pattern
from plan.council.number_pattern import ANY, is_number, pattern_problem
from plan.council.own_field import (
    MOST_FIELDS,
    OwnField,
    OwnFields,
    check_own_fields,
    own_fields,
    wrong_at,
)
from plan.model.fields import (
    HEADER_FIELDS,
    SIGNATURE_FIELDS,
    ReportField,
    ReportFields,
    SignatureField,
    described,
)

SectionKind: TypeAlias = Literal["text", "numbered", "recommendations"]


class HeaderLine(FormatPart):
    """A line of the report's header: a printed label, then `text` with fields in braces.

    If all its fields are blank, the label is still printed. `place` says where the line goes: the
    item number at the top right, a line with its text after a tab, or a centred line.
    """

    label: str = ""
    text: str
    place: Literal["item", "line", "centred"] = "line"

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that the line prints, in order."""
        return tuple(name for _, name, _, _ in Formatter().parse(self.text) if name)


class SectionFormat(FormatPart):
    """A section of the report.

    `boilerplate` lists texts in Markdown offered while the section is empty; `lead_in` comes before
    the list in a section of recommendations. `topics` are what a report is screened for; `help`
    tells the officer what belongs here.
    """

    id: Key
    heading: Words
    kind: SectionKind = "text"
    lead_in: str = ""
    boilerplate: tuple[Words, ...] = ()
    topics: tuple[Words, ...] = ()
    help: str = ""


class ReportFormat(FormatPart):
    """A council's committee report.

    `section_number` prints a section's number from `{section}`, `paragraph_number` a numbered
    paragraph's from `{section}` and `{paragraph}`; `footer` may contain `{page}` and `{pages}`.
    Labels and headings are written in sentence case; `capitals` prints them in capitals. `labels`
    name the fields on screen, but for `fields`, which this council adds. A report's number matches
    the regular expression `number_pattern`; `number_example` is an example. `joiner` follows each
    recommendation except the last, `end` follows the last.
    """

    header: tuple[HeaderLine, ...]
    fields: Annotated[tuple[OwnField, ...], Field(max_length=MOST_FIELDS)] = ()
    labels: dict[ReportField, Words]
    sections: Annotated[tuple[SectionFormat, ...], Field(min_length=1)]
    section_number: str
    paragraph_number: str
    capitals: bool = False
    joiner: str = ";"
    end: str = "."
    signature: tuple[SignatureField, ...] = SIGNATURE_FIELDS
    number_pattern: str = ANY
    number_example: str = ""
    separate_file: str
    footer: str

    @model_validator(mode="after")
    def _has_fields_of_its_own(self) -> Self:
        check_own_fields(self.fields, described(ReportFields))
        names = (*HEADER_FIELDS, *(one.id for one in self.fields))
        filled: dict[str, object] = dict.fromkeys(names, "")
        for place, line in enumerate(self.header):
            try:
                check_pattern("text", line.text, filled)
            except ValueError as error:
                raise wrong_at(("header", place), str(error)) from error
        return self

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        check_pattern("section_number", self.section_number, {"section": 1})
        check_pattern("paragraph_number", self.paragraph_number, {"section": 1, "paragraph": 1})
        check_pattern("separate_file", self.separate_file, {"file": ""})
        check_pattern("footer", self.footer, {"page": 1, "pages": 1})
        missing = [name for name in self.printed_fields if name not in self.labels]
        if missing:
            raise ValueError(f"labels has no label for {', '.join(missing)}")
        self._check_number_example()
        ids = [section.id for section in self.sections]
        if len(set(ids)) < len(ids):
            raise ValueError("two sections have the same id")
        return self

    @field_validator("number_pattern")
    @classmethod
    def _always_answers(cls, pattern: str) -> str:
        if problem := pattern_problem(pattern):
            raise ValueError(problem)
        return pattern

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
        return tuple(dict.fromkeys((*header, *self.signature)))

    @property
    def own(self) -> OwnFields:
        """The fields that this council adds to its reports."""
        alone = ((line.fields[0], line.label) for line in self.header if len(line.fields) == 1)
        return own_fields(self.fields, ((name, (label,)) for name, label in alone if label))

    def section(self, section_id: str) -> SectionFormat | None:
        """Return the section called `section_id`, or None if this format has none."""
        return next((section for section in self.sections if section.id == section_id), None)

    def number_of(self, section_id: str) -> int:
        """Return the section's number, from 1."""
        return [section.id for section in self.sections].index(section_id) + 1
