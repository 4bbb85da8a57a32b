"""The plan as an appendix to a committee report: document blocks in the council's format."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from plan.council.format import Column, ColumnField, CoverField, Format
from plan.council.own_field import OwnFields
from plan.council.report_format import HeaderLine
from plan.following.ledger import with_notes
from plan.model.bulk import without_collection
from plan.model.fields import kind_of
from plan.model.merged_fields import cell_name
from plan.model.plan import Plan
from plan.model.rows import Action, Aim, ProgressNote
from plan.papers.blocks import (
    LABEL_WIDTH,
    NO_ACTION,
    PAGE_WIDTH,
    TO_FILL_IN,
    UNNAMED_AIM,
    Block,
    Cell,
    Document,
    Paragraph,
    Role,
    Row,
    Section,
    Table,
    Text,
    plain,
)
from plan.papers.choices import AS_IN_FORMAT, Choices
from plan.papers.comments import Comments, comments_of
from plan.papers.documents import Paper, PaperMaker, PaperSource
from plan.papers.header_lines import lines_of_plan
from plan.papers.markdown import blocks_of
from plan.papers.own_fields import key_table, own_as_plain, own_blocks, own_fill
from plan.papers.passage_tables import prose_with_tables
from plan.reading.own_values import tone_of_value
from plan.reading.progress import note_heading

_COVER_ROLES: dict[CoverField, Role] = {
    "appendix": "appendix-label",
    "title": "cover-title",
    "subtitle": "cover-subtitle",
    "date": "cover-date",
    "partnership": "cover-date",
}


def paper_makers(source: PaperSource) -> Iterator[PaperMaker]:
    """Yield the maker of the plan as an appendix, with the progress notes to be printed."""
    plan, council, choices = source.plan, source.chosen, source.occasion.choices
    label = appendix_label(plan, council)

    def made() -> Paper:
        comments = comments_of(plan, are_printed=choices.has_comments)
        printed = with_notes(plan, choices.notes)
        document = appendix_of(printed, council, choices, comments)
        number = plan.plan_appendix_number
        return Paper("plan", label, document, source.file("plan"), number=number)

    yield PaperMaker(label, made, plan.plan_appendix_number)


def appendix_of(
    plan: Plan,
    council: Format,
    choices: Choices = AS_IN_FORMAT,
    comments: Comments | None = None,
) -> Document:
    """Return the plan as an appendix: the cover, its introduction, each aim, what closes it.

    `council` is the format as chosen, `choices` say how its pages lie; `comments` are printed
    beside what they are on.
    """
    comments = comments or Comments()
    as_at = _date_of_all(plan, council)
    if as_at:
        plan, council = _dated_above(plan, council, as_at)
    blocks: list[Block] = [*_cover(plan, council, comments)]
    blocks += _body(plan, council, choices, comments)
    for appendix in (one for one in plan.appendices if one.kind == "plan"):
        blocks = [*comments.left(blocks, "appendices", appendix.id)]
    blocks = [*comments.left(blocks, "plan", plan.cover.id)]
    title = ", ".join(filter(None, (plan.cover.title, plan.cover.subtitle)))
    label = appendix_label(plan, council) if plan.plan_appendix_number else "The plan"
    return Document(
        title=title or label,
        subject=label,
        sections=(Section(tuple(blocks), _is_wide(council, choices), council.plan.footer),),
    )


def plan_in_report(
    plan: Plan, council: Format, choices: Choices, comments: Comments
) -> tuple[Block, ...]:
    """Return the plan as a section of the report prints it: without its cover, on those pages."""
    as_at = _date_of_all(plan, council)
    if as_at:
        plan, council = _dated_above(plan, council, as_at)
    return tuple(comments.left(_body(plan, council, choices, comments), "plan", plan.cover.id))


def _body(plan: Plan, council: Format, choices: Choices, comments: Comments) -> list[Block]:
    """Return what stands below the cover of a plan."""
    are_on_pages = choices.layout == "cards"
    blocks: list[Block] = []
    blocks += _lines(plan, council, council.plan.lines, council.plan.lines_layout, comments)
    blocks += _prose_of_cover(plan, "introduction", comments)
    blocks += _keys(council)
    with without_collection():
        for place, (number, aim) in enumerate(plan.numbered_aims):
            starts_page = place > 0 and (choices.breaks_by_aim or are_on_pages)
            lines = tuple(_aim_lines(aim, council, comments))
            heading = _aim_heading(aim, number, council, starts_page=starts_page)
            blocks += [comments.left_on(heading, aim), *lines]
            if council.plan.layout == "table":
                blocks.append(_aim_table(plan, aim, number, council, comments))
            else:
                apart = _apart(plan, aim, number, council, comments, are_on_pages=are_on_pages)
                blocks.extend(apart)
    blocks += _closing(plan, council, comments)
    return blocks


def _is_wide(council: Format, choices: Choices) -> bool:
    return council.plan.layout == "table" and choices.layout != "portrait"


def appendix_label(plan: Plan, council: Format) -> str:
    """Return the plan's label as an appendix, such as "Appendix 1"."""
    if not plan.plan_appendix_number:
        return "In the report"
    return council.plan.appendix_label.format(number=plan.plan_appendix_number)


def _cover(plan: Plan, council: Format, comments: Comments) -> list[Paragraph]:
    lines: list[Paragraph] = []
    for line in council.plan.cover:
        is_label = line.field == "appendix"
        text = appendix_label(plan, council) if is_label else getattr(plan.cover, line.field)
        if text and not (is_label and not plan.plan_appendix_number):
            printed = plain(text, _COVER_ROLES[line.field])
            lines.append(comments.on(printed, plan.cover, line.field))
    return lines


def _lines(
    plan: Plan,
    council: Format,
    lines: tuple[HeaderLine, ...],
    layout: str,
    comments: Comments,
) -> Iterator[Block]:
    """Yield lines of the plan itself that the council's format adds."""
    if lines:
        printed = council.with_header_of_plan(lines)
        made = tuple(lines_of_plan(plan.cover, lines, layout, printed, comments))
        yield from made
        if isinstance(made[-1], Table) and lines is council.plan.lines:
            yield plain("")


def _prose_of_cover(plan: Plan, field: str, comments: Comments) -> tuple[Block, ...]:
    blocks = tuple(prose_with_tables(getattr(plan.cover, field)))
    return comments.at(blocks, plan.cover, field) if blocks else ()


def _closing(plan: Plan, council: Format, comments: Comments) -> Iterator[Block]:
    """Yield what stands below the last aim; actions printed as lines end with a blank one."""
    closing = _prose_of_cover(plan, "closing", comments)
    if closing and council.plan.layout == "lines":
        yield plain("", "caption")
    yield from closing
    yield from _lines(plan, council, council.plan.end_lines, council.plan.end_layout, comments)


def _aim_lines(aim: Aim, council: Format, comments: Comments) -> Iterator[Paragraph]:
    """Yield what the council adds to an aim, a line to each behind its label."""
    own = council.plan.own_of_aims
    for field in own.fields:
        said = own_as_plain(field, own.value(aim.own, field.id)).split("\n")
        text = "; ".join(filter(None, said))
        if text:
            line = Paragraph((Text(f"{field.label}: ", bold=True), Text(text)), "body")
            yield comments.on(line, aim, cell_name("own", field.id))


def _keys(council: Format) -> Iterator[Block]:
    """Yield the keys of the council's own fields that are printed, a line between two of them."""
    for place, field in enumerate(one for one in council.plan.fields if one.key):
        if place:
            yield plain("")
        yield key_table(field)


def _aim_heading(aim: Aim, number: int, council: Format, *, starts_page: bool) -> Paragraph:
    text = council.plan.heading_of_aim(number, aim.text)
    return replace(
        plain(text or UNNAMED_AIM.format(number=number), "heading-2"), starts_page=starts_page
    )


def _aim_table(plan: Plan, aim: Aim, number: int, council: Format, comments: Comments) -> Table:
    """Return an aim's table; without actions it says so, in a row that can be filled in Word."""
    actions, columns = plan.actions_of(aim.id), council.plan.columns
    header = Row(
        tuple(Cell((plain(column.heading, "plan-header"),)) for column in columns), is_header=True
    )
    own = council.plan.own
    rows = (_row(plan, action, columns, own, comments) for action in actions)
    headings = ", ".join(column.heading for column in columns)
    return Table(
        rows=(header, *(rows if actions else (_no_action(columns),))),
        widths=tuple(column.width for column in columns),
        title=council.plan.table_title.format(number=number),
        description=council.plan.table_description.format(number=number, columns=headings),
    )


def _row(
    plan: Plan, action: Action, columns: Sequence[Column], own: OwnFields, comments: Comments
) -> Row:
    cells = [_cell(plan, action, column, own, comments) for column in columns]
    if cells:
        left = comments.left(cells[0].blocks, "actions", action.id)
        cells[0] = cells[0] if left is cells[0].blocks else replace(cells[0], blocks=left)
    return Row(tuple(cells))


def _no_action(columns: Sequence[Column]) -> Row:
    """Return the row of an aim without actions: it says so in the column of the actions."""
    fields = [column.field for column in columns]
    place = fields.index("text") if "text" in fields else min(1, len(fields) - 1)
    said = Cell((Paragraph((Text(NO_ACTION, italic=True),), "plan-cell"),))
    return Row(tuple(said if one == place else Cell() for one in range(len(fields))))


# Each action by itself


def _apart(
    plan: Plan,
    aim: Aim,
    number: int,
    council: Format,
    comments: Comments,
    *,
    are_on_pages: bool,
) -> Iterator[Block]:
    """Yield the actions of an aim as cards or as lines, a line between two that nothing parts.

    Where they `are_on_pages`, each has its own; the first stands below the aim. An aim that has
    none says so.
    """
    numbers = {action.id: place for place, action in enumerate(_actions_in_order(plan), 1)}
    columns = [one for one in council.plan.columns if one.field not in council.plan.headed]
    are_bare = council.plan.layout == "cards" and not council.plan.action_heading
    actions = plan.actions_of(aim.id)
    if not actions:
        yield Paragraph((Text(NO_ACTION, italic=True),), "body")
    for place, action in enumerate(actions):
        if place and are_bare:
            yield plain("")
        heading = _action_heading(plan, action, numbers, council)
        if council.plan.layout == "cards":
            below: tuple[Block, ...] = (_card(plan, action, columns, number, council, comments),)
        else:
            below = tuple(_as_lines(plan, action, columns, council, comments))
        for line in comments.left((*heading, *below), "actions", action.id, "body"):
            if isinstance(line, Paragraph) and line.role == "heading-3":
                yield replace(line, starts_page=are_on_pages and place > 0)
            else:
                yield line


def _as_lines(
    plan: Plan, action: Action, columns: Sequence[Column], council: Format, comments: Comments
) -> Iterator[Paragraph]:
    for column in columns:
        cell = _cell(plan, action, column, council.plan.own, comments)
        yield from _labelled(column, cell)


def _actions_in_order(plan: Plan) -> Iterator[Action]:
    for aim in plan.aims:
        yield from plan.actions_of(aim.id)


def _action_heading(
    plan: Plan, action: Action, numbers: Mapping[str, int], council: Format
) -> Iterator[Paragraph]:
    """Yield what stands above an action: a heading of a card, the first of its lines."""
    pattern = council.plan.action_heading
    if not pattern:
        return
    first, *more = _prose(action.text) or (Paragraph(()),)
    said = pattern.format(
        number=numbers[action.id],
        count=len(numbers),
        ref=action.own_ref or plan.ref_of(action.id),
        text=first.text,
    )
    yield plain(said.strip(), "heading-3")
    if "text" in council.plan.headed:
        yield from (replace(one, role="body") for one in more)


def _card(
    plan: Plan,
    action: Action,
    columns: Sequence[Column],
    number: int,
    council: Format,
    comments: Comments,
) -> Table:
    """Return an action as a table of labels and texts, of which the first row is the header."""
    rows: list[Row] = []
    for column in columns:
        cell = _cell(plan, action, column, council.plan.own, comments)
        if not rows and not cell.blocks:
            cell = Cell((plain(TO_FILL_IN, "plan-cell"),))
        rows.append(Row((Cell((plain(column.heading, "plan-header"),)), cell), is_header=not rows))
    headings = ", ".join(column.heading for column in columns)
    title = council.plan.table_title.format(number=number)
    return Table(
        rows=tuple(rows),
        widths=(LABEL_WIDTH, PAGE_WIDTH - LABEL_WIDTH),
        title=f"{title}, {plan.ref_of(action.id)}",
        description=council.plan.table_description.format(number=number, columns=headings),
    )


def _labelled(column: Column, cell: Cell) -> Iterator[Paragraph]:
    """Yield what a column holds as paragraphs, the first behind its label; nothing if empty."""
    label = Text(f"{column.label_in_lines} ", bold=True)
    for place, one in enumerate(cell.paragraphs):
        line = one if one.role == "progress-date" else replace(one, role="body")
        yield line if place else replace(line, inlines=(label, *one.inlines))


def _date_of_all(plan: Plan, council: Format) -> str:
    """Return the date that all progress notes have, one to an action, where a heading prints it."""
    column = council.plan.column("progress")
    if column is None or not column.dated or council.plan.layout == "lines":
        return ""
    notes = [plan.notes_of(action.id) for action in _actions_in_order(plan)]
    dates = {note.as_at for each in notes for note in each}
    return dates.pop() if len(dates) == 1 and max(map(len, notes)) == 1 else ""


def _dated_above(plan: Plan, council: Format, as_at: str) -> tuple[Plan, Format]:
    """Return a plan whose notes have no date, and its format with the date in the heading."""
    notes = {name: note.model_copy(update={"as_at": ""}) for name, note in plan.note_rows.items()}
    columns = tuple(column.dated_at(as_at) for column in council.plan.columns)
    printed = council.plan.model_copy(update={"columns": columns})
    return replace(plan, note_rows=notes), council.model_copy(update={"plan": printed})


def _cell(plan: Plan, action: Action, column: Column, own: OwnFields, comments: Comments) -> Cell:
    """Return the cell of a column, with the colour of the word that is chosen in it."""
    field = own.get(column.field)
    if field is None:
        name = "" if column.field == "ref" else column.field
        return Cell(comments.at(cell_blocks(plan, action, column), action, name))
    text = own.value(action.own, field.id)
    blocks = own_blocks(field, text, "plan-cell")
    return Cell(
        comments.at(blocks, action, cell_name("own", field.id)),
        tone=tone_of_value(field, text),
        fill=own_fill(field, text),
    )


def cell_blocks(plan: Plan, action: Action, column: Column) -> tuple[Paragraph, ...]:
    """Return what a column prints of an action, as `field_blocks` does, its own ref if need be."""
    if column.own and action.own_ref:
        return (plain(action.own_ref, "plan-cell"),)
    return field_blocks(plan, action, column.field)


def field_blocks(plan: Plan, action: Action, field: ColumnField) -> tuple[Paragraph, ...]:
    """Return what a column prints for an action, or no paragraph if it is empty."""
    if field == "ref":
        return (plain(plan.ref_of(action.id), "plan-cell"),)
    if field == "progress":
        notes = enumerate(plan.notes_of(action.id))
        return tuple(block for place, note in notes for block in note_blocks(note, place))
    value = getattr(action, field)
    match kind_of("actions", field):
        case "prose":
            return _prose(value)
        case "items":
            return _items(value, is_bulleted=field in action.bulleted)
        case _:
            return tuple(_short_lines(value))


def note_blocks(note: ProgressNote, place: int = 0) -> tuple[Paragraph, ...]:
    """Return a progress note as printed: a line with its date and status, then its text.

    One that has neither and stands below others, at a `place` above 0, begins as an item of its
    own, or it would be read as more of the note above.
    """
    heading = note_heading(note.as_at, note.status)
    text = _prose(note.text)
    if heading or not place or not text or text[0].bullet is not None:
        return (*((plain(heading, "progress-date"),) if heading else ()), *text)
    return (replace(text[0], role="plan-item"), *text[1:])


def _short_lines(value: str) -> Iterator[Paragraph]:
    """Yield a paragraph for each line; the first below a blank one begins as an item of its own."""
    role: Role = "plan-cell"
    for place, line in enumerate(value.split("\n")):
        if line.strip():
            yield plain(line, role)
            role = "plan-cell"
        elif place:
            role = "plan-item"


def _prose(markdown: str) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(block.inlines, "plan-cell", block.bullet) for block in blocks_of(markdown)
    )


def _items(items: tuple[str, ...], *, is_bulleted: bool) -> tuple[Paragraph, ...]:
    if is_bulleted:
        return tuple(Paragraph((Text(item),), "plan-cell", 0) for item in items)
    role: Role = "plan-item" if len(items) > 1 else "plan-cell"
    return tuple(Paragraph((Text(item),), role) for item in items)
