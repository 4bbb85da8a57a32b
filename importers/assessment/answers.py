"""Collects the answers found in an assessment, one to a question, as a plan keeps them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from importers.account.ledger import left_out, marked, places, took, took_over
from importers.bracketed_notes import with_notes
from importers.plan.cells import lines_of, listed, printed_lines, prose_of
from importers.remarks import Remark
from plan.council.form import Form
from plan.model.open_rows import OPEN_ROW, row_of
from plan.model.outline import AnswerOutline, AssessmentOutline
from plan.papers.blocks import Paragraph, plain
from plan.papers.own_fields import cleaned_own
from plan.text.clean import clean_text
from plan.text.line_breaks import shortened


@dataclass
class AnswerSheet:
    """The answers to one form; `remarks` are on what could not be read as an answer.

    `is_ours` says that this program printed the form: bullets and numbers are then kept as typed.
    """

    form: Form
    is_ours: bool = False
    remarks: list[Remark] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    """The questions that were found in the paper, answered or not."""
    _rows: dict[str, int] = field(default_factory=dict)
    _answers: dict[str, AnswerOutline] = field(default_factory=dict)
    _labels: list[tuple[Sequence[Paragraph], str | None]] = field(default_factory=list)
    _marks: list[Paragraph] = field(default_factory=list)

    def give(
        self,
        question: str,
        paragraphs: Sequence[Paragraph] = (),
        ticks: Iterable[str] = (),
        boxes: Iterable[Paragraph] = (),
    ) -> None:
        """Keep the answer to a question; a second, different one is remarked on.

        The `ticks` were read in `boxes`.
        """
        self.asked.add(row_of(question).partition(OPEN_ROW)[0] or question)
        answer = AnswerOutline(question, self._text(question, paragraphs), tuple(ticks))
        if not answer.text and not answer.ticks:
            return
        known = self._answers.setdefault(question, answer)
        if known is answer:
            took(answer, paragraphs, "text")
            took(answer, boxes, "ticks")
        if known != answer:
            said = shortened(answer.text or ", ".join(answer.ticks))
            self.not_read(said, f"it is a second answer to “{self._label(question)}”")

    @property
    def ticks(self) -> dict[str, tuple[str, ...]]:
        """The boxes that are ticked, by question."""
        return {one.question: one.ticks for one in self._answers.values() if one.ticks}

    def ticked_unlike(self, other: "AnswerSheet") -> tuple[str, ...]:
        """Return the questions that are ticked otherwise on another sheet."""
        own, others = self.ticks, other.ticks
        return tuple(
            question
            for question in {**own, **others}
            if own.get(question, ()) != others.get(question, ())
        )

    def next_row(self, table: str) -> str:
        """Return the key of the next row of a table to which rows are added."""
        self._rows[table] = self._rows.get(table, 0) + 1
        return str(self._rows[table])

    def take_ticks(self, other: "AnswerSheet") -> None:
        """Tick the boxes that another sheet has ticked, and no others; the words stay."""
        ticks = other.ticks
        for question in self.ticked_unlike(other):
            before = self._answers.pop(question, AnswerOutline(question))
            answer = took_over(replace(before, ticks=ticks.get(question, ())), before)
            if answer.text or answer.ticks:
                self._answers[question] = answer

    def know(self, paragraphs: Sequence[Paragraph], said: str | None = None) -> None:
        """Note that paragraphs, or only what they say of `said`, are the form's own wording."""
        self._labels.append((paragraphs, said))

    def mark(self, paragraphs: Iterable[Paragraph]) -> None:
        """Note that paragraphs with nothing but a mark were read as one."""
        self._marks.extend(paragraphs)

    def close(self) -> None:
        """Tell the account what was noted; for the sheet that is kept of several."""
        marked(self._marks)
        for paragraphs, said in self._labels:
            left_out(paragraphs, "labels", said)

    def not_read(self, said: str, reason: str = "") -> None:
        """Remark on words that were not read."""
        because = f": {reason}" if reason else ""
        text = f"Not read: “{shortened(said)}”{because}."
        self.remarks.append(Remark("not understood", self.form.short, text))

    def tell_name(self, said: str, label: str) -> None:
        """Remark on a row that the paper calls otherwise than the form."""
        text = f"“{shortened(said)}” was read as the form's “{label}”."
        self.remarks.append(Remark("note", self.form.short, text))

    def _label(self, question: str) -> str:
        found = self.form.field(question)
        return found.label if found else question

    def _text(self, question: str, paragraphs: Sequence[Paragraph]) -> str:
        found = self.form.field(question)
        said = tuple(paragraphs) if self.is_ours else listed(paragraphs)
        if found is not None and found.answered.is_prose:
            return prose_of(said)
        if found is not None and found.own is not None:
            return cleaned_own(found.own, lines_of(tuple(map(with_notes, said))))
        noted = tuple(map(with_notes, said))
        return printed_lines(noted) if self.is_ours else lines_of(noted)

    @property
    def outline(self) -> AssessmentOutline:
        """The assessment as a value, its answers by their question's id."""
        answers = sorted(self._answers.values(), key=lambda answer: answer.question)
        return AssessmentOutline(self.form.id, tuple(answers))


def typed(text: str, within: Sequence[Paragraph] = ()) -> tuple[Paragraph, ...]:
    """Return as paragraphs the words that follow a label in its cell, whose paragraphs they are."""
    lines = (line.strip() for line in clean_text(text).split("\n"))
    at = places(within)
    return tuple(replace(plain(line), at=at) for line in lines if line)
