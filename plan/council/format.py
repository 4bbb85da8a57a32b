"""A council's format: the labels, columns and cover lines of its papers, as data.

Formats are TOML files in `plan/council/formats/`. The screen, the Word files and the reader all
follow the same definition; to add a council, add a file.
"""

import re
from functools import cache
from string import Formatter
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, TypeAlias, cast, get_args

from pydantic import Field, PrivateAttr, create_model, model_validator

from plan.council.counting import AIM_COUNTERS, counted_as, sign_of
from plan.council.format_file import LARGEST, FormatError, parsed_part
from plan.council.format_part import (
    MOST_COLUMNS,
    FormatPart,
    Key,
    Words,
    check_pattern,
    packaged,
    packaged_ids,
)
from plan.council.own_field import (
    MOST_FIELDS,
    NO_OWN_FIELDS,
    OwnField,
    OwnFields,
    check_own_fields,
    first_twice,
    own_fields,
    wrong_at,
)
from plan.council.report_format import HeaderLine, ReportFormat, check_rows
from plan.model.documents import DOCUMENTS, DocumentKind
from plan.model.fields import (
    ActionFields,
    AimFields,
    CoverLines,
    described,
    label_of,
)
from plan.model.ways import COLUMN_FIELDS

if TYPE_CHECKING:
    from plan.council.form import Form
    from plan.council.framework import Framework

__all__ = ["LARGEST", "Format", "FormatError", "parsed_part"]

if TYPE_CHECKING:
    ColumnField: TypeAlias = str
    """What a column prints: a field of an action, its ref or its progress, or the id of an own."""
else:
    ColumnField = Literal["ref", *COLUMN_FIELDS, "progress"]
_BUILT_IN: tuple[str, ...] = ("ref", *COLUMN_FIELDS, "progress")
CoverField: TypeAlias = Literal["appendix", "title", "subtitle", "date", "partnership"]
COVER_FIELDS: tuple[CoverField, ...] = get_args(CoverField)[1:]
"""What of a plan itself a line of its cover may print, besides its label as an appendix."""


WIDEST_COLUMN = 250.0
"""Millimetres."""


class Column(FormatPart):
    """A column of the plan's table; `field` is one of an action, or the id of one of `plan.fields`.

    `heading` is printed and read back; `label` names the field on screen; `width` is in
    millimetres; `also` lists headings that this council's older papers use for the same column.
    In a column of refs `own` prints what the partners call an action, where that is not its place.
    In one of progress `dated` is printed for `heading`, and the date in no cell, where all notes
    have the date `{as_at}`.
    """

    field: str
    heading: Annotated[str, Field(min_length=1)]
    label: Annotated[str, Field(min_length=1)]
    width: Annotated[float, Field(gt=0, le=WIDEST_COLUMN)]
    also: tuple[str, ...] = ()
    own: bool = False
    dated: str = ""

    @property
    def label_in_lines(self) -> str:
        """The words before what the column holds, where a format prints lines."""
        return f"{self.heading.rstrip(': ')}:"

    @model_validator(mode="after")
    def _only_refs_are_own(self) -> Self:
        if self.own and self.field != "ref":
            raise ValueError(f"own belongs to the column of the ref, not to {self.field}")
        return self

    @model_validator(mode="after")
    def _only_progress_is_dated(self) -> Self:
        check_pattern("dated", self.dated, {"as_at": ""})
        if self.dated and self.field != "progress":
            raise ValueError(f"dated belongs to the column of progress, not to {self.field}")
        if self.dated and "{as_at}" not in self.dated:
            raise ValueError("dated must hold {as_at}")
        return self

    def dated_at(self, as_at: str) -> "Column":
        """Return the column as it is printed where all notes have one date."""
        if not self.dated:
            return self
        return self.model_copy(update={"heading": self.dated.format(as_at=as_at)})


CARD_HEADING = "Action {ref}"
"""Stands above each action that is printed as a card where the format has no words for it."""


class CoverLine(FormatPart):
    """A line on the cover page: which text it prints and its name on screen."""

    field: CoverField
    label: Annotated[str, Field(min_length=1)]


def _labels_in(fields: Any) -> dict[str, Any]:
    """Return the labels of own fields by their ids, of what a file says before it is looked at."""
    tables = [one for one in fields if isinstance(one, dict)] if isinstance(fields, list) else []
    return {
        one["id"]: one["label"]
        for one in tables
        if isinstance(one.get("id"), str) and "label" in one
    }


def _labelled(column: Any, labels: dict[str, Any]) -> Any:
    name = column.get("field") if isinstance(column, dict) else None
    if not isinstance(name, str) or name in _BUILT_IN:
        return column
    label = labels.get(name, name)  # of a field that there is not: that is told, and no more
    return {"label": label, "heading": label, **column}


_NO_LONGER = ("all_pages", "one_page", "many_pages")


class PlanFormat(FormatPart):
    """How the plan is printed as an appendix.

    `appendix_label` prints the appendix's `{number}`, `aim_heading` an aim's `{number}`, or its
    place by another of AIM_COUNTERS, and its `{text}`; `table_title` and `table_description` are
    the alternative text of table `{number}`;
    `footer` may contain `{page}` and `{pages}`. `layout` "cards" prints a small table for each
    action, with the headings of its columns as labels on the left; "lines" prints paragraphs that
    begin with them. `action_heading` stands above each of either: `{number}` counts the actions of
    the plan, of which there are `{count}`; a `{ref}` in it is not printed again, nor is `{text}`,
    which lines have to have in it and cards cannot have. `fields` are what this council adds to an
    action; one without a column is not printed. `cover_fields` are what it adds to the plan itself,
    printed by `lines` below the cover and `end_lines` below the last aim; `aim_fields` what it adds
    to an aim, a line to each below its heading. `framework` is the id of the quality indicators
    that this council's plans use unless they say otherwise. `text_size` is that of the text in its
    tables, in points; a template of the council's that has a style for it keeps its own.
    """

    appendix_label: str
    aim_heading: str
    layout: Literal["table", "cards", "lines"] = "table"
    action_heading: str = ""
    table_title: str
    table_description: str
    footer: str
    cover: tuple[CoverLine, ...]
    lines: Annotated[tuple[HeaderLine, ...], Field(max_length=MOST_FIELDS)] = ()
    lines_layout: Literal["lines", "table"] = "lines"
    end_lines: Annotated[tuple[HeaderLine, ...], Field(max_length=MOST_FIELDS)] = ()
    end_layout: Literal["lines", "table"] = "lines"
    cover_fields: Annotated[tuple[OwnField, ...], Field(max_length=MOST_FIELDS)] = ()
    aim_fields: Annotated[tuple[OwnField, ...], Field(max_length=MOST_FIELDS)] = ()
    fields: Annotated[tuple[OwnField, ...], Field(max_length=MOST_FIELDS)] = ()
    columns: Annotated[tuple[Column, ...], Field(max_length=MOST_COLUMNS)]
    framework: Key | Literal[""] = ""
    text_size: Annotated[float, Field(ge=8, le=24, multiple_of=0.5)] | None = None

    @model_validator(mode="after")
    def _patterns_can_be_filled(self) -> Self:
        """Refuse a pattern that cannot be filled: better now than at the first export."""
        filling: dict[str, dict[str, object]] = {
            "appendix_label": {"number": 1},
            "aim_heading": {**dict.fromkeys(AIM_COUNTERS, ""), "text": ""},
            "action_heading": {"number": 1, "count": 1, "ref": "", "text": ""},
            "table_title": {"number": 1},
            "table_description": {"number": 1, "columns": ""},
            "footer": {"page": 1, "pages": 1},
        }
        for name, values in filling.items():
            check_pattern(name, getattr(self, name), values)
        return self

    @model_validator(mode="before")
    @classmethod
    def _without_what_is_no_longer(cls, values: Any) -> Any:
        """Let keys be that an earlier plandesk wanted in every format, and that printed nothing."""
        if not isinstance(values, dict):
            return values
        return {key: value for key, value in values.items() if key not in _NO_LONGER}

    @model_validator(mode="before")
    @classmethod
    def _columns_are_labelled(cls, values: Any) -> Any:
        """Give a column of an own field the field's label, where it has no other."""
        columns = values.get("columns") if isinstance(values, dict) else None
        if not isinstance(columns, list):
            return values
        labels = _labels_in(values.get("fields"))
        return {**values, "columns": [_labelled(column, labels) for column in columns]}

    @model_validator(mode="after")
    def _has_fields_of_its_own(self) -> Self:
        built_in = (*_BUILT_IN, *described(ActionFields))
        check_own_fields(self.fields, built_in)
        known = (*_BUILT_IN, *(one.id for one in self.fields))
        for place, column in enumerate(self.columns):
            if column.field not in known:
                reason = f"there is no field {column.field}: it can be {', '.join(known)}"
                raise wrong_at(("columns", place, "field"), reason)
            before = [one.field for one in self.columns[:place]]
            if column.field in before:
                twice = f"plan.columns.{before.index(column.field)}"
                reason = f"{column.field} is printed in {twice} already"
                raise wrong_at(("columns", place, "field"), reason)
        return self

    @model_validator(mode="after")
    def _has_fields_of_cover_and_aims(self) -> Self:
        for key, own, row in (
            ("cover_fields", self.cover_fields, CoverLines),
            ("aim_fields", self.aim_fields, AimFields),
        ):
            check_own_fields(own, described(row), key)
        known = (*COVER_FIELDS, *(one.id for one in self.cover_fields))
        for key, lines in (("lines", self.lines), ("end_lines", self.end_lines)):
            for place, line in enumerate(lines):
                try:
                    check_pattern("text", line.text, dict.fromkeys(known, ""))
                except ValueError as error:
                    raise wrong_at((key, place), str(error)) from error
            check_rows(key, lines)
        return self

    @model_validator(mode="after")
    def _prints_each_line_once(self) -> Self:
        if twice := first_twice([line.field for line in self.cover]):
            raise ValueError(f"cover has {twice} twice")
        return self

    @model_validator(mode="after")
    def _has_headings_of_actions(self) -> Self:
        if self.action_heading and self.layout == "table":
            raise ValueError("action_heading is for layout cards or lines: a table has none")
        if self.layout == "lines" and "text" not in self.headed:
            raise ValueError("action_heading must hold {text} where layout is lines")
        if self.layout == "cards" and "text" in self.headed:
            raise ValueError("action_heading cannot hold {text} where layout is cards")
        return self

    def heading_of_aim(self, number: int, text: str) -> str:
        """Return what is printed above the actions of an aim."""
        signs = {name: counted_as(name, number) for name in AIM_COUNTERS}
        return self.aim_heading.format(text=text, **signs).strip()

    @property
    def aim_pattern(self) -> str:
        """The regular expression of `aim_heading` in a line, with a group for each field of it."""
        pattern = re.escape(" ".join(self.aim_heading.split("\n")))
        for name, sign in (*((name, sign_of(name)) for name in AIM_COUNTERS), ("text", ".*")):
            pattern = pattern.replace(re.escape(f"{{{name}}}"), f"(?P<{name}>{sign})", 1)
        return pattern

    @property
    def headed(self) -> frozenset[str]:
        """The fields that stand in the heading of each action."""
        names = (name for _, name, _, _ in Formatter().parse(self.action_heading) if name)
        return frozenset(names) & {"ref", "text"}

    @property
    def own(self) -> OwnFields:
        """The fields that this council adds to an action."""
        printed = ((one.field, (one.heading, *one.also)) for one in self.columns)
        return own_fields(self.fields, printed)

    @property
    def own_of_cover(self) -> OwnFields:
        """The fields that this council adds to the plan itself."""
        lines = (*self.lines, *self.end_lines)
        labels = ((name, (line.label,)) for line in lines if line.label for name in line.fields)
        return own_fields(self.cover_fields, labels)

    @property
    def own_of_aims(self) -> OwnFields:
        """The fields that this council adds to an aim."""
        return own_fields(self.aim_fields, ())

    def column(self, field: ColumnField) -> Column | None:
        """Return the column for a field, or None if this format does not print it."""
        return next((column for column in self.columns if column.field == field), None)

    def cover_label(self, field: str) -> str:
        """Return what a line or a text of the cover is called, whether or not it is printed."""
        printed = (line.label for line in self.cover if line.field == field)
        return next(printed, label_of("plan", field))


_WORD_ENDING = ".docx"


class FilePatterns(FormatPart):
    """The names of the Word files: `{name}` is the report's number, or the plan's name without one.

    Each ends with ".docx". `{appendix}` is the plan's number as an appendix, `{form}` the short
    name of a form.
    """

    @model_validator(mode="after")
    def _patterns_can_be_filled(self) -> Self:
        values: dict[str, object] = {"name": "", "appendix": 1, "form": ""}
        for field in type(self).model_fields:
            check_pattern(field, getattr(self, field), values)
            _check_ending(field, getattr(self, field))
        return self

    def pattern(self, kind: DocumentKind) -> str:
        """Return the file name pattern of a document.

        An appendix is called as the plan is, unless the format says otherwise.
        """
        if kind == "appendix" and kind not in self.model_fields_set:
            plan = cast("str", getattr(self, "plan"))  # noqa: B009 - the model is made below
            return plan if "{appendix}" in plan else cast("str", getattr(self, kind))
        return cast("str", getattr(self, kind))


if TYPE_CHECKING:
    FileNames: TypeAlias = FilePatterns
else:  # one pattern per document in the list; those with a default may be left out
    FileNames = create_model(
        "FileNames",
        __base__=FilePatterns,
        **{kind: (str, document.file or ...) for kind, document in DOCUMENTS.items()},
    )


def _check_ending(field: str, pattern: str) -> None:
    """Raise ValueError unless the name ends as a Word file's must for the system to open it."""
    if not pattern.endswith(_WORD_ENDING):
        raise ValueError(f"{field} = {pattern!r} must end with {_WORD_ENDING}")


class Format(FormatPart):
    """A council's format; `forms` are the ids of its assessment forms, the usual one first.

    `learned` are the parts that were drafted from the council's own papers. `own_frameworks` are
    the council's own, which lie beside its format and not in its file.
    """

    id: Key
    name: Words
    plan: PlanFormat
    report: ReportFormat
    forms: Annotated[tuple[Key, ...], Field(min_length=1)]
    files: FileNames
    learned: tuple[Literal["plan", "report", "form"], ...] = ()
    _own_frameworks: tuple["Framework", ...] = PrivateAttr(default=())

    @property
    def own_frameworks(self) -> tuple["Framework", ...]:
        """The council's own frameworks of quality indicators, as far as they can be used."""
        return self._own_frameworks

    @property
    def own_lists(self) -> frozenset[str]:
        """The ids of the council's own fields that hold lists, which are merged item by item."""
        own = (*self.plan.fields, *self.report.fields)
        return frozenset(one.id for one in own if one.holds.is_list)

    def own_of(self, table: str) -> OwnFields:
        """Return the fields that the council adds to the rows of a table, where it adds any."""
        match table:
            case "actions":
                return self.plan.own
            case "aims":
                return self.plan.own_of_aims
            case "plan":
                return self.plan.own_of_cover
            case "report":
                return self.report.own
            case "passages":
                return self.report.own_in_rows
            case _:
                return NO_OWN_FIELDS

    def with_header_of_plan(self, lines: tuple[HeaderLine, ...]) -> ReportFormat:
        """Return a report's format with lines of the plan for its header.

        They are printed and read as those of a report are.
        """
        instead = {"header": lines, "fields": self.plan.cover_fields, "capitals": False}
        return self.report.model_copy(update=instead)

    def beside(self, frameworks: tuple["Framework", ...]) -> "Format":
        """Return the format of a council that has these frameworks of its own."""
        council = self.model_copy()
        council._own_frameworks = frameworks  # noqa: SLF001 - of the same kind
        return council


def screen_columns(council: Format) -> tuple[Column, ...]:
    """Return the columns that an officer fills in, in printed order."""
    return tuple(column for column in council.plan.columns if column.field != "ref")


def parsed_format(source: str, file_name: str) -> Format:
    """Return the format defined by the TOML text `source`.

    Raises FormatError, naming `file_name`, the key and the reason.
    """
    return parsed_part(Format, source, file_name)


def parsed_form(source: str, file_name: str) -> "Form":
    """Return the assessment form defined by the TOML text `source`.

    Raises FormatError, naming `file_name`, the key and the reason.
    """
    # A plan without an assessment needs no form.
    from plan.council.form import Form  # noqa: PLC0415

    return parsed_part(Form, source, file_name)


@cache
def format_named(format_id: str) -> Format:
    """Return the packaged format called `format_id`.

    Raises FormatError if there is none or its file is wrong.
    """
    return parsed_format(*_packaged(format_id, "council format", "formats"))


def packaged_format_ids() -> tuple[str, ...]:
    """Return the ids of the council formats packaged with plandesk."""
    return packaged_ids("formats")


@cache
def form_named(form_id: str) -> "Form":
    """Return the packaged form called `form_id`.

    Raises FormatError if there is none or its file is wrong.
    """
    return parsed_form(*_packaged(form_id, "form", "formats", "forms"))


_ID = re.compile(r"[a-z0-9-]+")


def _packaged(name: str, kind: str, *folders: str) -> tuple[str, str]:
    if not _ID.fullmatch(name):
        raise FormatError(f"There is no {kind} called {name}.")
    file = packaged(*folders, f"{name}.toml")
    if not file.is_file():
        raise FormatError(f"There is no {kind} called {name}.")
    return file.read_text(encoding="utf-8"), file.name
