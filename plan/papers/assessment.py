"""An equality impact assessment as document blocks: the form, with its answers."""

from collections.abc import Iterable, Iterator, Mapping

from plan.council.form import (
    Choice,
    Form,
    FormPart,
    Grid,
    Group,
    Matrix,
    Option,
    Question,
    Questions,
)
from plan.model.plan import Plan
from plan.model.rows import Answer
from plan.papers.blocks import (
    Block,
    Cell,
    Document,
    Inline,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
    TickBox,
)
from plan.papers.blocks import plain as plain_paragraph
from plan.papers.documents import Paper, PaperMaker, PaperSource
from plan.papers.markdown import blocks_of

_WIDE_SPACE = "\u2003"
"""Between two boxes: one character, for a row of spaces is read aloud as so many blanks."""
_NO_ANSWER = Answer(id="none", question="none")


def paper_makers(source: PaperSource) -> Iterator[PaperMaker]:
    """Yield what makes the paper of each assessment; those after the first have a number."""
    for number, assessment in enumerate(source.plan.assessments, 1):
        form = source.form_named(assessment.form)
        name = form.short if number == 1 else f"{form.short} {number}"

        def made(assessment_id: str = assessment.id, form: Form = form, name: str = name) -> Paper:
            document = assessment_of(source.plan, assessment_id, form)
            return Paper("assessment", name, document, source.file("assessment"), name)

        yield PaperMaker(name, made)


def assessment_of(plan: Plan, assessment_id: str, form: Form) -> Document:
    """Return an assessment as a paper of its own: every part of its form, with the answers."""
    blocks = assessment_blocks(plan.answers_of(assessment_id), form)
    title = ", ".join(filter(None, (form.name, plan.report.title or plan.cover.title)))
    return Document(
        title=title, subject=form.short, sections=(Section(blocks, footer=form.footer),)
    )


def assessment_blocks(answers: Mapping[str, Answer], form: Form) -> tuple[Block, ...]:
    """Return the form's title, then its parts with what `answers` say, by question."""
    title = Paragraph((Text(form.title),), "form-title", capitals=form.capitals)
    parts = (block for part in form.parts for block in _part(part, answers, form))
    return (title, *parts)


def _part(part: FormPart, answers: Mapping[str, Answer], form: Form) -> Iterable[Block]:
    yield plain_paragraph(part.heading, "heading-2")
    for text in part.intro:
        yield plain_paragraph(text)
    for place, group in enumerate(part.groups):
        if place:  # two tables with nothing between them would be one in Word
            yield plain_paragraph(group.title, "heading-3")
        yield _table(group, answers, form)


def _table(group: Group, answers: Mapping[str, Answer], form: Form) -> Table:
    match group:
        case Questions():
            headings: tuple[str, ...] = group.headings
            rows = [_question_row(question, answers, form) for question in group.questions]
        case Matrix():
            headings = (group.corner, *(column.label for column in group.columns))
            rows = [_matrix_row(group, row, answers) for row in group.rows]
        case Choice():
            headings = group.headings
            rows = [_choice_row(group, option, answers) for option in group.options]
        case Grid():
            headings = (group.corner, *(column.label for column in group.columns))
            rows = [_grid_row(group, row, answers) for row in group.rows]
    header = Row(tuple(_cell(heading, "form-header") for heading in headings), is_header=True)
    return Table(
        rows=(header, *rows),
        widths=group.widths,
        title=group.title,
        description=f"{group.title}: {', '.join(headings)}.",
    )


def _question_row(question: Question, answers: Mapping[str, Answer], form: Form) -> Row:
    answer = answers.get(question.id, _NO_ANSWER)
    if question.across:
        return Row(
            tuple(
                Cell((_boxed(question, option, answer, question.number if place == 0 else ""),))
                for place, option in enumerate(question.options)
            )
        )
    match question.kind:
        case "yes-no":
            blocks: tuple[Paragraph, ...] = (_yes_or_no(question, answer, form),)
        case "ticks":
            blocks = tuple(_boxed(question, option, answer) for option in question.options)
        case "line":
            blocks = _words(answer.text)
        case "prose":
            blocks = tuple(
                Paragraph(block.inlines, "form-answer", block.bullet)
                for block in blocks_of(answer.text)
            )
    return Row((Cell(_asked(question)), Cell(blocks)))


def _asked(question: Question) -> tuple[Paragraph, ...]:
    asked = Paragraph((Text(question.text),), "form-question", label=question.number)
    help_text = (plain_paragraph(question.help, "form-help"),) if question.help else ()
    return (asked, *help_text)


def _yes_or_no(question: Question, answer: Answer, form: Form) -> Paragraph:
    inlines: list[Inline] = []
    for option in form.yes_and_no:
        gap = _WIDE_SPACE if inlines else ""
        inlines.append(Text(f"{gap}{option.label} "))
        name = f"{question.label}: {option.label}"
        inlines.append(TickBox(name, option.id in answer.ticks))
    return Paragraph(tuple(inlines), "form-answer")


def _boxed(question: Question, option: Option, answer: Answer, number: str = "") -> Paragraph:
    name = f"{question.label}: {option.id.replace('-', ' ')}"
    box = TickBox(name, option.id in answer.ticks)
    return Paragraph((Text(f"{option.label} "), box), "form-question", label=number)


def _matrix_row(group: Matrix, row: Option, answers: Mapping[str, Answer]) -> Row:
    answer = answers.get(f"{group.id}.{row.id}", _NO_ANSWER)
    marks = (
        _box_cell(f"{row.label}: {column.label}", column.id in answer.ticks)
        for column in group.columns
    )
    return Row((_label_cell(row.label, answer.text), *marks))


def _choice_row(group: Choice, option: Option, answers: Mapping[str, Answer]) -> Row:
    answer = answers.get(group.id, _NO_ANSWER)
    text = answer.text if getattr(option, "has_text", False) else ""
    name = f"{group.label}: {option.label}"
    return Row((_label_cell(option.label, text), _box_cell(name, option.id in answer.ticks)))


def _grid_row(group: Grid, row: Option, answers: Mapping[str, Answer]) -> Row:
    texts = (
        answers.get(f"{group.id}.{column.id}.{row.id}", _NO_ANSWER).text for column in group.columns
    )
    return Row((_cell(row.label, "form-question"), *(Cell(_words(text)) for text in texts)))


def _label_cell(label: str, text: str) -> Cell:
    return Cell((plain_paragraph(label, "form-question"), *_words(text)))


def _box_cell(name: str, ticked: bool) -> Cell:
    return Cell((Paragraph((TickBox(name, ticked),), "form-mark"),))


def _words(text: str) -> tuple[Paragraph, ...]:
    return tuple(plain_paragraph(line, "form-answer") for line in text.split("\n") if line)


def _cell(text: str, role: str) -> Cell:
    return Cell((plain_paragraph(text, role),))  # type: ignore[arg-type]
