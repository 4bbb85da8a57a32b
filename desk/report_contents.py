"""What the report's view shows: the outline of the report, and the fields of each part of it.

Values in, values out; the widgets only lay them out. A part is the header, a section, the
signature or the appendices.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.field_contents import OWN_CELL, FieldContent, own_contents
from desk.follow_up_contents import (
    CONSULTED,
    PROMISED,
    consulted_fields,
    follow_up_parts,
    promised_fields,
)
from desk.table_contents import (
    FIXED_ROWS,
    NEW_ROW,
    RowCell,
    declared_fields,
    edited_row,
    edited_table,
    picture_fields,
    table_fields,
)
from plan.changes import edits
from plan.changes.change import Change
from plan.changes.edits.fields import set_own_report_field
from plan.council.report_format import ReportFormat, SectionFormat
from plan.model.documents import GENERATED
from plan.model.fields import HEADER_FIELDS, SIGNATURE_FIELDS, PassageKind, ReportField
from plan.model.plan import Plan
from plan.model.rows import PLAN_HERE, REPORT_ID, Appendix, Passage
from plan.papers.markdown import plain_of
from plan.papers.report_paragraphs import KINDS_OF, OWN_KINDS, usual_kind
from plan.papers.report_sections import ReportSection, section_of, sections_of_plan
from plan.papers.typed_text import shown_of
from plan.reading.references import number_problem, reference_problems
from plan.text.clean import clean_line

HEADER, SIGNATURE, APPENDICES = "header", "signature", "appendices"
_SECTION = "section."

THE_PLAN_IS_HERE = "The plan stands here, with its aims and actions."
OFFERED, EMPTY, THE_PLAN, GENERATED_TABLE = "offered", "empty", "plan", "generated"
"""The keys of fields that cannot be edited: an offered wording, nothing yet, the plan, a table."""
OWN_HEADING = "own-heading."
"""What the key of a field begins with that is the heading of a section of the report's own."""
UNTYPED = frozenset({THE_PLAN, GENERATED_TABLE, NEW_ROW, FIXED_ROWS})
"""Of these, what nobody types here: appendices that come from the plan, titles of tables."""

KIND_NAMES: dict[PassageKind, str] = {
    "numbered": "numbered paragraph",
    "heading": "heading",
    "text": "text",
    "recommendation": "recommendation",
    "table": "table",
    "row": "row",
    "picture": "picture",
}


@dataclass(frozen=True)
class NewPassage(FieldContent):
    """A passage that is being written for the first time, at `place` in its section."""

    section: str = ""
    place: int = 0


def part_of_section(section_id: str) -> str:
    """Return the part that is a section."""
    return _SECTION + section_id


def part_with(section: str, report_format: ReportFormat) -> str:
    """Return the part in which the passages of a section, or the rows of a table, are shown."""
    if report_format.table(section) is None:
        return part_of_section(section)
    in_section = report_format.section_with(section)
    return part_of_section(in_section) if in_section else SIGNATURE


def section_of_part(part: str) -> str:
    """Return the id of the section that a part is, empty where it is none."""
    return part.removeprefix(_SECTION) if part.startswith(_SECTION) else ""


def parts_of(plan: Plan, report_format: ReportFormat) -> tuple[str, ...]:
    """Return the parts of the report in the order of the paper.

    Sections that only the plan's passages know, and neither the format nor the report, come last:
    no text is hidden.
    """
    sections = [section.id for section in sections_of_plan(plan, report_format)]
    written = {passage.section for passage in plan.passage_rows.values()}
    declared = {table.id for table in report_format.tables}
    unknown = sorted(written - set(sections) - declared)
    return (
        HEADER,
        *map(part_of_section, sections),
        SIGNATURE,
        APPENDICES,
        *follow_up_parts(plan, report_format),
        *map(part_of_section, unknown),
    )


def part_contents(plan: Plan, part: str, report_format: ReportFormat) -> tuple[FieldContent, ...]:
    """Return the fields of a part of the report; never none."""
    if part == HEADER:
        names: list[ReportField] = [
            name for name in HEADER_FIELDS if name in report_format.printed_fields
        ]
        own = report_format.own
        ids = [one.id for one in own.fields if one.id not in report_format.own_at_end]
        return (
            *_report_fields(plan, names, report_format),
            *own_contents(plan.report, own, ids),
        )
    if part == SIGNATURE:
        own = report_format.own
        at_end = [one.id for one in own.fields if one.id in report_format.own_at_end]
        known = {name: name for name in SIGNATURE_FIELDS}
        signed = [known[name] for name in report_format.signed_fields if name in known]
        return (
            *_report_fields(plan, [*signed], report_format),
            *own_contents(plan.report, own, at_end),
            *declared_fields(plan, report_format.end_tables),
        )
    if part == APPENDICES:
        return _appendix_fields(plan)
    if part == CONSULTED:
        return consulted_fields(plan, report_format)
    if part == PROMISED:
        return promised_fields(plan)
    return _section_fields(plan, section_of_part(part), report_format)


def _report_fields(
    plan: Plan, names: "list[ReportField]", report_format: ReportFormat
) -> tuple[FieldContent, ...]:
    fields = []
    for name in names:
        text = getattr(plan.report, name)
        remark = number_problem(text, report_format) if name == "number" else ""
        label = report_format.labels[name]
        fields.append(FieldContent(REPORT_ID, name, label, "line", text, text, remark, "empty"))
    return tuple(fields)


def _section_fields(
    plan: Plan, section_id: str, report_format: ReportFormat
) -> tuple[FieldContent, ...]:
    passages = plan.passages_of(section_id)
    section = section_of(plan, report_format, section_id)
    fields: list[FieldContent] = []
    if section is not None and section.format is None:
        fields.append(_own_heading(section))
    declared = section.format.tables if section and section.format else ()
    fields += declared_fields(plan, [table for table in declared if table.above])
    below = tuple(declared_fields(plan, [table for table in declared if not table.above]))
    if not passages:
        offered = _offered(report_format.section(section_id))
        return (*fields, *(offered or (() if declared else (_nothing_yet(),))), *below)
    return (*fields, *_fields_of_passages(passages, section, report_format), *below)


def _fields_of_passages(
    passages: Sequence[Passage], section: ReportSection | None, report_format: ReportFormat
) -> Iterator[FieldContent]:
    """Yield the fields of the paragraphs and tables of a section, each counted as it is printed."""
    decisions = [passage for passage in passages if passage.kind == "recommendation"]
    place = section.number if section else 0
    led = bool(decisions and section and section.format and section.format.lead_in_numbered)
    counts = {"numbered": int(led), "recommendation": 0}
    if decisions and section is not None:
        counts["recommendation"] = report_format.counted_before(section.format)
    for passage in passages:
        if passage.kind in ("table", "picture"):
            yield from table_fields(passage) if passage.kind == "table" else picture_fields(passage)
            continue
        if passage.kind in counts:
            counts[passage.kind] += 1
        is_decision = passage in decisions
        at = decisions.index(passage) if is_decision else 0
        end = report_format.ending(at, len(decisions)) if is_decision else ""
        label = _label(passage, place, counts.get(passage.kind, 0), report_format)
        yield _passage_field(passage, label, end, report_format)


def _own_heading(section: ReportSection) -> FieldContent:
    """Return the heading of a section that is the report's own: it can be edited, and emptied."""
    return FieldContent(
        REPORT_ID,
        OWN_HEADING + section.id,
        "Heading",
        "line",
        section.heading,
        section.heading,
        placeholder="no heading",
    )


def _nothing_yet() -> FieldContent:
    words = "No paragraph yet: Enter or a begins one."
    return FieldContent("", EMPTY, "", "prose", "", "", placeholder=words)


def offered_once(plan: Plan, report_format: ReportFormat) -> dict[str, str]:
    """Return the wording of each empty section for which one is offered, as typed, by its id.

    Of several wordings for one section the officer chooses.
    """
    return {
        section.id: shown_of(section.boilerplate[0])
        for section in report_format.sections
        if len(section.boilerplate) == 1 and not plan.passages_of(section.id)
    }


def _offered(section: SectionFormat | None) -> tuple[FieldContent, ...]:
    wordings = section.boilerplate if section else ()
    many = len(wordings) > 1
    return tuple(
        FieldContent(
            "",
            OFFERED,
            f"Offered {place}" if many else "Offered",
            "prose",
            "",
            shown_of(wording),
            placeholder=f"Enter or w takes this wording: “{plain_of(wording)}”",
        )
        for place, wording in enumerate(wordings, 1)
    )


def _label(passage: Passage, section: int, number: int, report_format: ReportFormat) -> str:
    match passage.kind:
        case "numbered":
            return report_format.paragraph_number.format(section=section, paragraph=number)
        case "heading":
            return "Heading"
        case "recommendation":
            return report_format.recommendation_label(section, number) or "•"
        case "table" | "row" | "picture":
            return passage.kind.capitalize()
        case "text":
            return "Text"


def _passage_field(
    passage: Passage, label: str, end: str, report_format: ReportFormat
) -> FieldContent:
    is_prose = passage.kind != "heading"
    words = _words_of(passage)
    shown = words + end if words and passage.kind == "recommendation" else words
    problems = reference_problems(words, report_format)
    return FieldContent(
        passage.id,
        "text",
        label,
        "prose" if is_prose else "line",
        shown,
        shown_of(passage.text) if is_prose else passage.text,
        "; ".join(problems),
        "no text yet",
    )


def _words_of(passage: Passage) -> str:
    """Return a passage as plain words: a row of a table has its cells on a line."""
    if passage.text == PLAN_HERE:
        return THE_PLAN_IS_HERE
    match passage.kind:
        case "heading" | "picture":
            return passage.text
        case "row":
            return " | ".join(clean_line(text) for _, text in passage.cells)
        case _:
            return plain_of(passage.text)


def new_passage(plan: Plan, section_id: str, place: int, report_format: ReportFormat) -> NewPassage:
    """Return the field in which a new passage is written; it is one only once it says something."""
    section = section_of(plan, report_format, section_id)
    named = f" of “{section.heading}”" if section else ""
    label = f"New {KIND_NAMES[usual_kind(report_format, section_id)]}{named}"
    return NewPassage("", "new", label, "prose", "", "", section=section_id, place=place)


def kinds_in(section_id: str, report_format: ReportFormat) -> tuple[PassageKind, ...]:
    """Return the kinds of passage that a section may hold."""
    section = report_format.section(section_id)
    return KINDS_OF[section.kind] if section else OWN_KINDS


# Appendices


def _appendix_fields(plan: Plan) -> tuple[FieldContent, ...]:
    if not plan.appendices:
        return (_no_appendix() if plan.stands_in_report else _plan_field(plan, "", 1),)
    return tuple(
        field
        for number, appendix in enumerate(plan.appendices, 1)
        for field in _fields_of_appendix(plan, appendix, number)
    )


def _no_appendix() -> FieldContent:
    words = "No appendix: the plan stands in the report. a adds one."
    return FieldContent("", EMPTY, "", "prose", "", "", placeholder=words)


def _plan_field(plan: Plan, owner: str, number: int) -> FieldContent:
    named = ", ".join(filter(None, (plan.cover.title, plan.cover.subtitle, plan.cover.date)))
    shown = f"The plan: {named}" if named else "The plan"
    return FieldContent(owner, THE_PLAN, f"Appendix {number}", "line", shown, shown)


def _fields_of_appendix(plan: Plan, appendix: Appendix, number: int) -> tuple[FieldContent, ...]:
    if appendix.kind == "plan":
        return (_plan_field(plan, appendix.id, number),)
    label = f"Appendix {number}"
    if appendix.kind in GENERATED:
        shown = GENERATED[appendix.kind].offered
        return (FieldContent(appendix.id, GENERATED_TABLE, label, "line", shown, shown),)
    title = appendix.title
    first = FieldContent(
        appendix.id, "title", label, "line", title, title, placeholder="no title yet"
    )
    if appendix.kind == "file":
        file = appendix.file
        empty = "no file named yet: it goes to committee beside the paper"
        second = FieldContent(appendix.id, "file", "  File", "line", file, file, placeholder=empty)
    else:
        shown, text = plain_of(appendix.text), shown_of(appendix.text)
        second = FieldContent(
            appendix.id, "text", "  Text", "prose", shown, text, placeholder="no text yet"
        )
    return first, second


# Editing


def edited_report(
    plan: Plan, field: FieldContent, typed: str, report_format: ReportFormat
) -> Change:
    """Return the change that puts what was typed into a field; empty if it says that already.

    Raises pydantic's ValidationError where the text is longer than the field holds.
    """
    if isinstance(field, NewPassage):
        if not typed.strip():
            return Change(label="", rows=())
        return edits.add_passage(plan, field.section, field.place, report_format, text=typed)
    if isinstance(field, RowCell):
        return edited_row(plan, field, typed, report_format)
    if field.owner in plan.appendix_rows:
        return edits.set_appendix_field(plan, field.owner, field.key, typed)
    if field.owner in plan.passage_rows:
        of_table = edited_table(plan, field, typed, report_format)
        return of_table or edits.set_passage(plan, field.owner, typed, report_format)
    return _edited_line(plan, field, typed, report_format)


def _edited_line(
    plan: Plan, field: FieldContent, typed: str, report_format: ReportFormat
) -> Change:
    """Return the change to a line of the report itself: of its header, signature or headings."""
    if field.key.startswith(OWN_HEADING):
        section_id = field.key.removeprefix(OWN_HEADING)
        return edits.set_own_heading(plan, section_id, typed, report_format)
    return _header_edited(plan, field, typed, report_format)


def _header_edited(
    plan: Plan, field: FieldContent, typed: str, report_format: ReportFormat
) -> Change:
    own = report_format.own
    added = own.get(field.key.removeprefix(OWN_CELL)) if field.key.startswith(OWN_CELL) else None
    if added is not None:
        return set_own_report_field(plan, added, own, typed)
    names = [name for name in report_format.labels if name == field.key]
    return edits.set_report_field(plan, names[0], typed, name=field.label.lower())
