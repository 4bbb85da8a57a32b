"""What the panel of fields shows: each field's label, its text to read and its text to edit.

Values in, values out; the widgets only lay them out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal, TypeAlias

from plan.council.format import Column, Format, FormatError, screen_columns
from plan.council.framework import NONE, Framework, followed_by, framework_of
from plan.council.own_field import NO_OWN_FIELDS, OwnField, OwnFields
from plan.following.action_state import reading_of
from plan.model.field_kinds import FieldKind as Held
from plan.model.fields import LIST_FIELDS, ActionFields, SourceFields, described, label_of
from plan.model.open_rows import OPEN_ROW, numbered_rows, row_key, rows_in_order
from plan.model.outline import NoteOutline
from plan.model.plan import Plan
from plan.model.rows import SOURCE_ID, Action, Aim, Answer, Cover, ProgressNote, Report
from plan.papers.markdown import plain_of
from plan.papers.own_fields import own_as_plain
from plan.papers.typed_text import plain_value, shown_of, typed_value
from plan.reading.own_values import meaning_of_value, problem_of, tone_of_value
from plan.reading.pages import read_pages
from plan.reading.progress import written_note
from plan.reading.status import Tone, tone_of
from plan.reading.timescale_said import PlanField
from plan.reading.timescales import reading_in_words
from store.formats import form_for

FieldKind: TypeAlias = Literal[
    "line", "lines", "prose", "items", "note", "choice", "yes-no", "told"
]

HINTS: dict[FieldKind, str] = {
    "line": "Enter or Tab: next field   Esc: done",
    "lines": "Tab: next field   Esc: done",
    "prose": "start a line with - for a bullet   Tab: next   Esc: done",
    "items": "one item to a line   Tab: next   Esc: done",
    "note": "date – status on the first line   Tab: next   Esc: done",
    "choice": "Enter: choose",
    "yes-no": "Enter: Yes, No or neither",
    "told": "",
}


_EDITED_AS: dict[Held, FieldKind] = {
    "lines": "lines",
    "pages": "lines",
    "timescale": "lines",
    "prose": "prose",
    "items": "items",
}
"""In which kind of editor a field is typed, by what it holds; what is not named here is a line."""
_OWN_EDITED_AS: dict[str, FieldKind] = {
    "text": "prose",
    "items": "items",
    "person": "items",
    "choice": "choice",
    "yes-no": "yes-no",
}
"""In which kind of editor a field of the council's own is typed; what is not named is a line."""
OWN_CELL = "own."
"""What the key of a field begins with that plandesk does not have: its id or heading follows."""
FORMAT = "format"
"""The key of the field of the cover that is the council's format."""
_SOURCE_WORDS = {
    "pages": ("Pages", "empty"),
    "contents": ("Contents", "its contents list, a line for each part: 12-16 Impact on children"),
    "recommendations": ("Asks for", "what it asks for, a line for each"),
}
"""What fields of the inspection report are called in the panel, and what stands in empty ones."""


@dataclass(frozen=True)
class FieldContent:
    """One field of what is shown.

    `shown` is its text to read, `typed` its text in an editor; `remark` says in words what could
    not be understood of it, `reading` what it was read to say, `meaning` what the council's key
    says of its word; `tone` is how the status sounds that its first line says. Where it is chosen
    and not typed, `options` are the words, each with its meaning. `owner` is the id of its row,
    `key` the name of its field.
    """

    owner: str
    key: str
    label: str
    kind: FieldKind
    shown: str
    typed: str
    remark: str = ""
    placeholder: str = ""
    reading: str = ""
    tone: Tone = ""
    meaning: str = ""
    options: tuple[tuple[str, str], ...] = ()


def cover_fields(plan: Plan, council: Format) -> tuple[FieldContent, ...]:
    """Return the lines of the cover that the council's format prints or adds, and its two texts."""
    lines = (
        _cover_line(plan, line.field, line.label)
        for line in council.plan.cover
        if line.field != "appendix"
    )
    own = council.plan.own_of_cover
    added = own_contents(plan.cover, own, (one.id for one in own.fields))
    texts = (_text_of_cover(plan, *one) for one in _COVER_TEXTS)
    return (*lines, *added, *_own_cells(plan.cover, own), *texts)


_SAID_ONCE: dict[PlanField, str] = {
    "year_1_begins": "a month or a day, such as April 2027",
    "biannually_means": "twice a year, or every two years",
}
"""What the officer says once of all the timescales, with what stands in the empty field."""


def timescale_fields(plan: Plan) -> tuple[FieldContent, ...]:
    """Return what is to be said once of all the timescales: what one needs, or what is said."""
    needed = {name for action in plan.actions for name in reading_of(plan, action).needs}
    return tuple(
        _said_once(plan, name, hint)
        for name, hint in _SAID_ONCE.items()
        if name in needed or getattr(plan.cover, name)
    )


def _said_once(plan: Plan, name: PlanField, hint: str) -> FieldContent:
    text: str = getattr(plan.cover, name)
    label = label_of("plan", name)
    return FieldContent(plan.cover.id, name, label, "line", text, text, placeholder=hint)


def _cover_line(plan: Plan, field: str, label: str) -> FieldContent:
    text = getattr(plan.cover, field)
    return FieldContent(plan.cover.id, field, label, "line", text, text, placeholder="empty")


_COVER_TEXTS: tuple[tuple[str, str, str], ...] = (
    (
        "introduction",
        "Intro",
        "what the plan answers, who made it, what its abbreviations mean",
    ),
    ("closing", "Closing", "what stands below the last aim: notes, what comes next"),
)
"""What is written above and below the aims: its label, and what stands in the empty field."""


def _text_of_cover(plan: Plan, name: str, label: str, hint: str) -> FieldContent:
    held = getattr(plan.cover, name)
    shown, typed = plain_value("prose", held), typed_value("prose", held)
    return FieldContent(plan.cover.id, name, label, "prose", shown, typed, placeholder=hint)


def framework_field(plan: Plan, council: Format) -> FieldContent:
    """Return the framework of quality indicators that the plan follows: one to choose."""
    followed = framework_of(plan, council)
    whose = "" if plan.cover.framework else " – the council's own choice"
    key, chosen, named = "framework", plan.cover.framework, followed_by(plan, council)
    shown = f"{followed.name}{whose}" if followed else ""
    if named == NONE:
        shown = f"none{whose}"
    elif named and followed is None:
        shown = f"{named} (there is none that can be used: see plandesk formats)"
    return FieldContent(
        plan.cover.id, key, "Framework", "choice", shown, chosen, placeholder="none is followed"
    )


def format_field(plan: Plan, council: Format) -> FieldContent:
    """Return the council's format that the plan follows: one to choose."""
    named, chosen = council.name, plan.cover.format
    return FieldContent(plan.cover.id, FORMAT, "Format", "choice", named, chosen)


def source_fields(plan: Plan) -> tuple[FieldContent, ...]:
    """Return what is known of the inspection report that the plan answers."""
    return tuple(_source_field(plan, name) for name in described(SourceFields))


def _source_field(plan: Plan, name: str) -> FieldContent:
    held = described(SourceFields)[name].kind
    typed = typed_value(held, getattr(plan.source, name))
    label, hint = _SOURCE_WORDS.get(name, (label_of("source", name), "empty"))
    return FieldContent(
        SOURCE_ID, name, label, _EDITED_AS.get(held, "line"), typed, typed, placeholder=hint
    )


def aim_fields(plan: Plan, aim_id: str, council: Format) -> tuple[FieldContent, ...]:
    """Return the text of an aim, and what the council's format adds to it."""
    aim, own = plan.aim_rows[aim_id], council.plan.own_of_aims
    label, hint = f"Aim {plan.number_of(aim_id)}", "no text yet"
    text = FieldContent(aim_id, "text", label, "line", aim.text, aim.text, placeholder=hint)
    added = own_contents(aim, own, (one.id for one in own.fields))
    return (text, *added, *_own_cells(aim, own))


def action_fields(plan: Plan, action_id: str, council: Format) -> tuple[FieldContent, ...]:
    """Return the fields of an action in the order of the paper, each progress note by itself.

    What the partners call it comes first, what plandesk has no field for before the notes.
    """
    action = plan.action_rows[action_id]
    own = council.plan.own
    fields = [*_own_ref(action, council)]
    notes: list[FieldContent] = []
    for column in screen_columns(council):
        if column.field == "progress":
            notes.extend(_note_fields(plan, action, column))
        elif own.get(column.field) is None:
            fields.append(_action_field(plan, action, column))
        else:
            fields.extend(own_contents(action, own, (column.field,)))
    printed = {column.field for column in council.plan.columns}
    unprinted = [one.id for one in own.fields if one.id not in printed]
    beside = (*own_contents(action, own, unprinted), *_own_cells(action, own))
    return (*fields, *beside, *_from_form(plan, action), *notes)


def own_contents(
    row: Cover | Aim | Action | Report, own: OwnFields, ids: Iterable[str]
) -> Iterator[FieldContent]:
    """Yield fields that the council's format adds to a row, `own` being all of these."""
    said = own.values(row.own)
    for field_id in ids:
        field = own.get(field_id)
        if field is not None:
            key, text = f"{OWN_CELL}{field.id}", said.get(field_id, "")
            yield own_content(row.id, key, field.label, field, text)


def own_content(
    owner: str, key: str, label: str, field: OwnField, text: str, placeholder: str = "none"
) -> FieldContent:
    """Return a field of the council's own, with what is read of its text and what can be chosen."""
    meaning = meaning_of_value(field, text)
    is_chosen = field.kind == "choice"
    options = tuple((one.word, one.meaning) for one in field.choices)
    return FieldContent(
        owner,
        key,
        label,
        _OWN_EDITED_AS.get(field.kind, "line"),
        own_as_plain(field, text),
        text,
        remark=problem_of(field, text),
        placeholder=placeholder,
        reading="" if is_chosen else meaning,
        tone=tone_of_value(field, text),
        meaning=meaning if is_chosen else "",
        options=(("Yes", ""), ("No", "")) if field.kind == "yes-no" else options,
    )


def is_link(field: FieldContent, council: Format) -> bool:
    """Return whether a field of an action names another plan."""
    own = council.plan.own.get(field.key.removeprefix(OWN_CELL))
    return field.key.startswith(OWN_CELL) and own is not None and own.kind == "link"


def _from_form(plan: Plan, action: Action) -> Iterator[FieldContent]:
    """Yield the row of an assessment that an action was made of, if it was made of one."""
    for answer in plan.answer_rows.values():
        if answer.action == action.id:
            said = _row_in_words(plan, answer)
            yield FieldContent(action.id, "action", "Comes from", "told", said, said)


def _own_ref(action: Action, council: Format) -> Iterator[FieldContent]:
    """Yield what the partners call an action, where it has such a ref or the council prints one."""
    column = council.plan.column("ref")
    if action.own_ref or (column is not None and column.own):
        text, label = action.own_ref, label_of("actions", "own_ref")
        yield FieldContent(action.id, "own_ref", label, "line", text, text, placeholder="none")


def _own_cells(row: Cover | Aim | Action, own: OwnFields) -> Iterator[FieldContent]:
    """Yield what a row says below headings that neither plandesk nor its format has a field for."""
    for heading, text in own.others(row.own):
        label = heading or label_of("actions", "own")
        yield FieldContent(row.id, f"{OWN_CELL}{heading}", label, "lines", text, text)


def _action_field(plan: Plan, action: Action, column: Column) -> FieldContent:
    name, value = column.field, getattr(action, column.field)
    held = described(ActionFields)[name].kind
    shown, typed = plain_value(held, value), typed_value(held, value)
    if name in action.bulleted:
        shown = "\n".join(f"• {item}" for item in value)
    remark, read = "", ""
    if held == "pages":
        remark = read_pages(value).problem
    elif held == "timescale":
        reading = reading_of(plan, action)
        remark = reading.remark
        read = ". ".join(filter(None, (reading_in_words(reading), reading.told)))
    hint = "no text yet" if name == "text" else ""
    kind = _EDITED_AS.get(held, "line")
    return FieldContent(action.id, name, column.label, kind, shown, typed, remark, hint, read)


def _note_fields(plan: Plan, action: Action, column: Column) -> tuple[FieldContent, ...]:
    notes = plan.notes_of(action.id)
    if not notes:
        hint, label = "no note yet", column.label
        return (FieldContent(action.id, "progress", label, "note", "", "", placeholder=hint),)
    return tuple(_note_field(note, column.label) for note in notes)


def new_note_field(plan: Plan, action_id: str, today: str) -> FieldContent:
    """Return the field in which a new progress note of an action is written."""
    label = f"Progress of {plan.ref_of(action_id)}"
    return FieldContent(action_id, "progress", label, "note", "", f"{today}\n")


def _note_field(note: ProgressNote, label: str) -> FieldContent:
    outline = NoteOutline(note.as_at, note.status, shown_of(note.text))
    shown = written_note(NoteOutline(note.as_at, note.status, plain_of(note.text)))
    tone = tone_of(note.status)
    return FieldContent(note.id, "note", label, "note", shown, written_note(outline), tone=tone)


def known_choices(
    plan: Plan,
    field: str,
    framework: Framework | None = None,
    own: OwnFields = NO_OWN_FIELDS,
) -> tuple[str, ...]:
    """Return the items that the plan's actions have in a list field, the commonest first.

    Before its indicators stand those of `framework`, by its own names and in its order; behind its
    leads, what the officer has said that acronyms stand for. `own` are the fields that the council
    adds: a person or post in one may be a lead as well.
    """
    if field.startswith(OWN_CELL):
        return _known_in_own(plan, field.removeprefix(OWN_CELL), own)
    if field not in LIST_FIELDS or field == "success_criteria":
        return ()
    used = Counter(item for action in plan.actions for item in getattr(action, field))
    names = [one.name for one in framework.indicators] if framework else []
    first = names if field == "indicators" else []
    last = _in_full(plan) if field == "leads" else ()
    return tuple(dict.fromkeys((*first, *(item for item, _ in used.most_common()), *last)))


def _in_full(plan: Plan) -> Iterator[str]:
    """Yield each acronym that the officer has explained with its name in full, either way round.

    So what begins with one is completed by the other, and the paper ties the two.
    """
    for acronym, name in plan.acronyms.items():
        yield f"{name} ({acronym})"
        yield f"{acronym} ({name})"


def _known_in_own(plan: Plan, field_id: str, own: OwnFields) -> tuple[str, ...]:
    """Return the lines that the plan's actions have in a field of the council's own."""
    field = own.get(field_id)
    if field is None or field.holds.is_text:
        return ()
    said = (own.value(action.own, field_id).split("\n") for action in plan.actions)
    used = Counter(line for lines in said for line in lines if line)
    leads = (lead for action in plan.actions for lead in action.leads)
    is_person = field.kind == "person"
    used.update(leads if is_person else ())
    last = _in_full(plan) if is_person else ()
    return tuple(dict.fromkeys((*(line for line, _ in used.most_common()), *last)))


def _row_in_words(plan: Plan, row: Answer) -> str:
    """Return where the row of a form stands that was made an action.

    Such as "assessment 2, Actions to mitigate, row 3".
    """
    assessment = plan.assessment_rows[row.parent]
    place = plan.assessments.index(assessment) + 1
    first = f"assessment {place}" if len(plan.assessments) > 1 else "the assessment"
    answers = plan.answers_of(row.parent)
    ranks = {question: answer.rank for question, answer in answers.items()}
    number = row_key(numbered_rows(rows_in_order(answers, ranks)).get(row.question, ""))
    title = row.question.partition(OPEN_ROW)[0]
    with suppress(FormatError, KeyError):  # the form cannot be used, or has no such table any more
        title = form_for(assessment.form).open_tables[title][1].title
    return ", ".join(filter(None, (first, title, number and f"row {number}")))
