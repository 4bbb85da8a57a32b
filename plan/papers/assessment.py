"""An equality impact assessment as document blocks: the form, with its answers."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from plan.council.form import Form
from plan.council.form_groups import FormPart, Group, Questions, Rows
from plan.council.form_layout import (
    PrintedAnswer,
    PrintedBoxes,
    PrintedCell,
    PrintedRow,
    PrintedWords,
)
from plan.model.plan import Plan
from plan.model.rows import Answer, Assessment
from plan.papers.blocks import (
    Block,
    Cell,
    Document,
    Inline,
    Paragraph,
    Role,
    Row,
    Section,
    Table,
    Text,
    TickBox,
)
from plan.papers.blocks import plain as plain_paragraph
from plan.papers.comments import Comments, comments_of
from plan.papers.documents import Paper, PaperMaker, PaperSource
from plan.papers.markdown import blocks_of
from plan.papers.own_fields import own_blocks
from plan.reading.answered_form import AnsweredForm

_WIDE_SPACE = "\u2003"
"""Between two boxes: one wide space, since a screen reader would read out a row of spaces."""
_NO_ANSWER = Answer(id="none", question="none")


def paper_makers(source: PaperSource) -> Iterator[PaperMaker]:
    """Yield the maker of each assessment's paper; those after the first are numbered."""
    for number, assessment in enumerate(source.plan.assessments, 1):
        form = source.form_named(assessment.form)
        name = form.short if number == 1 else f"{form.short} {number}"

        def made(assessment_id: str = assessment.id, form: Form = form, name: str = name) -> Paper:
            has_comments = source.occasion.choices.has_comments
            comments = comments_of(source.plan, are_printed=has_comments)
            document = assessment_of(source.plan, assessment_id, form, comments)
            return Paper("assessment", name, document, source.file("assessment"), name)

        yield PaperMaker(name, made)


@dataclass(frozen=True)
class _PrintedForm(AnsweredForm):
    """An answered form, with the comments that are printed beside the answers of the assessment."""

    assessment: Assessment
    comments: Comments


def assessment_of(
    plan: Plan, assessment_id: str, form: Form, comments: Comments | None = None
) -> Document:
    """Return an assessment as a paper of its own: what its form asks, with the answers.

    `comments` are printed beside what they are on.
    """
    comments = comments or Comments()
    assessment = plan.assessment_rows[assessment_id]
    answers = plan.answers_of(assessment_id)
    blocks = _assessment_blocks(_PrintedForm(form, answers, assessment, comments))
    blocks = comments.left(blocks, "assessments", assessment_id, "form-title")
    title = ", ".join(filter(None, (form.name, plan.report.title or plan.cover.title)))
    return Document(
        title=title, subject=form.short, sections=(Section(blocks, footer=form.footer),)
    )


def _assessment_blocks(answered: _PrintedForm) -> tuple[Block, ...]:
    """Return the form's title, then its parts with the answers; what is not asked is left out."""
    form = answered.form
    title = Paragraph((Text(form.title),), "form-title", capitals=form.capitals)
    above, intro, closing = (
        tuple(map(plain_paragraph, lines)) for lines in (form.above, form.intro, form.closing)
    )
    parts = (
        block for part in form.parts if answered.asks_part(part) for block in _part(part, answered)
    )
    return (*above, title, *intro, *parts, *closing)


def _part(part: FormPart, answered: _PrintedForm) -> Iterable[Block]:
    yield plain_paragraph(part.heading, "heading-2")
    for text in part.intro:
        yield plain_paragraph(text)
    groups = [group for group in part.groups if answered.asks_group(part, group)]
    for place, group in enumerate(groups):
        if place:  # Word would merge two adjacent tables
            yield plain_paragraph(group.title, "heading-3")
        if isinstance(group, Questions) and group.layout == "below":
            yield from _paragraphs(group, answered)
        elif isinstance(group, Questions) and group.layout == "line":
            yield from _on_lines(group, answered)
        else:
            yield _table(group, answered)


def _paragraphs(group: Questions, answered: _PrintedForm) -> Iterator[Paragraph]:
    """Yield the questions of a group, each with its answer in the paragraphs below it."""
    for question in group.questions:
        if answered.asks(question.id):
            yield from _printed(question.words, answered)
            answer = _printed(question.printed_answer(answered.form), answered)
            yield from (replace(paragraph, role="form-answer") for paragraph in answer)


def _on_lines(group: Questions, answered: _PrintedForm) -> Iterator[Paragraph]:
    """Yield the questions of a group, each on a line with the beginning of its answer."""
    for question in group.questions:
        if answered.asks(question.id):
            asked = question.words
            said = _printed(question.printed_answer(answered.form), answered)
            first = said[:1] if said and said[0].bullet is None else ()
            words = f"{asked.words} " if first else asked.words
            inlines = (Text(words), *(one for paragraph in first for one in paragraph.inlines))
            yield Paragraph(inlines, "form-question", label=asked.number)
            if asked.help:
                yield plain_paragraph(asked.help, "form-help")
            yield from (replace(one, role="form-answer") for one in said[len(first) :])


def _table(group: Group, answered: _PrintedForm) -> Table:
    headings = group.printed_headings
    header = Row(tuple(_cell(heading, "form-header") for heading in headings), is_header=True)
    rows = (
        Row(tuple(Cell(_printed(cell, answered)) for cell in row))
        for row in _asked_rows(group, answered)
    )
    return Table(
        rows=(header, *rows),
        widths=group.widths,
        title=group.title,
        description=f"{group.title}: {', '.join(headings)}.",
    )


def _asked_rows(group: Group, answered: _PrintedForm) -> Iterator[PrintedRow]:
    """Yield the rows of a table as far as they are asked."""
    form = answered.form
    if isinstance(group, Questions):
        for question in group.questions:
            if answered.asks(question.id):
                yield question.printed_row(form)
    elif isinstance(group, Rows):
        yield from group.printed_rows(form, [row.key for row in answered.open_rows[group.id]])
    else:
        yield from group.printed_rows(form)


def _printed(cell: PrintedCell, answered: _PrintedForm) -> tuple[Paragraph, ...]:
    """Return the paragraphs in a cell of the form, with the comments on its answer."""
    said = tuple(_said(cell, answered))
    question = cell.answer_to if isinstance(cell, PrintedWords) else cell.question
    if not question:
        return said
    return answered.comments.at(said, answered.assessment, question, role="form-answer")


def _said(cell: PrintedCell, answered: AnsweredForm) -> Iterator[Paragraph]:
    answers: Mapping[str, Answer] = answered.counted
    match cell:
        case PrintedWords():
            yield Paragraph((Text(cell.words),), "form-question", label=cell.number)
            if cell.help:
                yield plain_paragraph(cell.help, "form-help")
            yield from _lines(answers.get(cell.answer_to, _NO_ANSWER).text)
        case PrintedAnswer():
            text = answers.get(cell.question, _NO_ANSWER).text
            if cell.own is not None:
                yield from own_blocks(cell.own, text, "form-answer")
            else:
                yield from _prose(text) if cell.is_prose else _lines(text)
        case PrintedBoxes():
            answer = answers.get(cell.question, _NO_ANSWER)
            yield from _boxes(cell, answer.ticks, answered.form)
            if cell.has_text:
                yield from _lines(answer.text)


def _boxes(cell: PrintedBoxes, ticks: Collection[str], form: Form) -> Iterator[Paragraph]:
    boxes = [(box.label, TickBox(box.name, box.option in ticks)) for box in cell.boxes]
    match cell.style:
        case "alone":
            yield from (Paragraph((box,), "form-mark") for _, box in boxes)
        case "below":
            for label, box in boxes:
                yield Paragraph(_boxed(label, box, form), "form-question", label=cell.number)
        case "side by side":
            inlines: list[Inline] = []
            for label, box in boxes:
                inlines += [Text(_WIDE_SPACE)] if inlines and form.boxes == "before" else []
                gap = _WIDE_SPACE if inlines and form.boxes == "behind" else ""
                inlines += _boxed(f"{gap}{label}", box, form)
            yield Paragraph(tuple(inlines), "form-answer")


def _boxed(label: str, box: TickBox, form: Form) -> tuple[Inline, ...]:
    return (box, Text(f" {label}")) if form.boxes == "before" else (Text(f"{label} "), box)


def _prose(text: str) -> Iterator[Paragraph]:
    for block in blocks_of(text):
        yield Paragraph(block.inlines, "form-answer", block.bullet)


def _lines(text: str) -> Iterator[Paragraph]:
    yield from (plain_paragraph(line, "form-answer") for line in text.split("\n") if line)


def _cell(text: str, role: Role) -> Cell:
    return Cell((plain_paragraph(text, role),))
