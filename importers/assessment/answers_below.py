"""Reads questions that are paragraphs, each with its answer in the paragraphs below it."""

import re
from dataclasses import dataclass, field, replace

from importers.assessment.answers import AnswerSheet, typed
from importers.assessment.form_words import FormWords
from importers.assessment.headed_tables import give_boxes, know_boxes
from plan.council.form_groups import Question
from plan.papers.blocks import Cell, Paragraph, Table, paragraphs_of, plain


@dataclass
class AnswersBelow:
    """Reads paragraphs one after another: a question, then what is answered to it."""

    words: FormWords
    sheet: AnswerSheet
    _question: Question | None = None
    _said: list[Paragraph] = field(default_factory=list)
    _may_be_help: bool = False
    _is_listed: bool = False
    """Whether the question itself is an item of a list."""
    _just_answered: Question | None = None
    """The question right above whose answer stood on its own line: its help may follow."""

    def read(self, paragraph: Paragraph) -> bool:
        """Read a paragraph; return whether it is a question or belongs to the answer to one."""
        if not self.words.below:
            return False
        pieces = self._pieces_of(paragraph) or (paragraph,)
        for piece in pieces[:-1]:
            self._read(piece)
        return self._read(pieces[-1])

    def _read(self, paragraph: Paragraph) -> bool:
        if self.sheet.is_ours and paragraph.role in ("form-answer", "form-help"):
            return self._goes_on(paragraph, is_help=paragraph.role == "form-help")
        if self._is_help_of_answered(paragraph):
            self.sheet.know((paragraph,))
            return True
        is_item = self._is_item(paragraph)
        found = self.words.asked_in_paragraph(paragraph, self.sheet.asked, is_exact=is_item)
        if found is not None:
            self._begin(paragraph, *found)
            return True
        if self._is_help(paragraph):
            return self._goes_on(paragraph, is_help=True)
        if not self._ends_at(paragraph):
            return self._goes_on(paragraph, is_help=False)
        self.close()
        return False

    def _pieces_of(self, paragraph: Paragraph) -> tuple[Paragraph, ...]:
        """Return the questions of a line that has several with their answers: "Signed: Date:"."""
        if "\t" not in paragraph.text.strip():
            return ()
        texts = [one for one in re.split(r"\t+", paragraph.text) if one.strip()]
        pieces = [replace(plain(text.strip()), at=paragraph.at) for text in texts]
        asked = [self.words.asked_in_paragraph(one, self.sheet.asked) for one in pieces]
        return tuple(pieces) if len(pieces) > 1 and all(asked) else ()

    def read_table(self, table: Table) -> bool:
        """Read a table of one column, a frame around answers; return whether it is one."""
        paragraphs = [
            one for row in table.rows for cell in row.cells for one in paragraphs_of(cell.blocks)
        ]
        if not self.words.below or any(len(row.cells) != 1 for row in table.rows):
            return False
        filled = [one for one in paragraphs if one.text.strip()]
        begins = filled and self.words.asked_in_paragraph(filled[0], self.sheet.asked)
        if self._question is None and not begins:
            return False
        left = [one for one in paragraphs if not self.read(one) and one.text.strip()]
        own = [one for one in left if self.words.is_own_line(one.text)]
        self.sheet.know(own)
        for one in left:
            if one not in own:
                self.sheet.not_read(one.text)
        return True

    def _is_help(self, paragraph: Paragraph) -> bool:
        question = self._question
        if question is None or not (self._may_be_help and question.help):
            return False
        return self.words.is_help(paragraph.text, question)

    def close(self) -> None:
        """Keep the answer to the last question."""
        question, said = self._question, tuple(one for one in self._said if one.text.strip())
        self._question, self._said = None, []
        if question is None:
            return
        boxes = question.boxes(self.words.form)
        if boxes:
            give_boxes(self.sheet, question.id, said, boxes)
            know_boxes(self.sheet, Cell(said), boxes)
        else:
            self.sheet.give(question.id, said)

    def _begin(self, paragraph: Paragraph, question: Question, rest: str) -> None:
        self.close()
        self._question, self._may_be_help = question, True
        self._is_listed = paragraph.bullet is not None
        self.sheet.asked.add(question.id)
        if not rest:
            self.sheet.know((paragraph,))
            return
        lines = rest.split("\n")
        helped = self.words.lines_of_help(lines, question)
        own = paragraph.text.removesuffix(rest) + "\n".join(lines[:helped])
        self.sheet.know((paragraph,), own)
        self._said.extend(typed("\n".join(lines[helped:]), (paragraph,)))
        if question.id in self.words.on_lines and not question.answered.is_prose and self._said:
            self.close()
            self._just_answered = question

    def _is_help_of_answered(self, paragraph: Paragraph) -> bool:
        question = self._just_answered
        if question is None or not paragraph.text.strip():
            return False
        self._just_answered = None
        return bool(question.help) and self.words.is_help(paragraph.text, question)

    def _goes_on(self, paragraph: Paragraph, *, is_help: bool) -> bool:
        if self._question is None:
            return False
        if is_help:
            self.sheet.know((paragraph,))
        else:
            self._said.append(paragraph)
            self._may_be_help = self._may_be_help and not paragraph.text.strip()
        return True

    def _ends_at(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph is no part of an answer: a heading, or the form's own line."""
        if not paragraph.text.strip():
            return False
        is_item = self._is_item(paragraph)
        is_heading = paragraph.role.startswith("heading")
        return is_heading or self.words.is_own_line(paragraph.text, is_exact=is_item)

    def _is_item(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph is an item of an answer's list, and no misprinted line."""
        is_below = self._question is not None and not self._is_listed
        return is_below and paragraph.bullet is not None
