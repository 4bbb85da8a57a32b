"""The comments of a plan in its papers: each beside what it is on, for whoever checks a draft.

A paper has them only where that was chosen, and a Word file alone shows them: as comments of Word.
Read again, they are the same comments on the same fields.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias, TypeVar

from plan.model.fields import TableName
from plan.model.finding import finding_id
from plan.model.outline import COMMENTED
from plan.model.plan import Plan
from plan.model.rows import COMMENT_RULE, Comment, Row
from plan.papers.blocks import (
    Beside,
    Block,
    Document,
    Paragraph,
    Role,
    Table,
    Text,
    paragraphs_of,
    plain,
)
from plan.papers.places import comment_place

BlockT = TypeVar("BlockT", Block, Paragraph)
RowKey: TypeAlias = tuple[TableName, str]
RESOLVED = "It was marked as resolved in Word."
"""The answer to a comment that came as resolved, with no other words."""
_ANSWER = "Answer: "
"""Begins the answer below the words of a comment that is resolved."""


class Comments:
    """The comments that a paper has yet to print; each is printed once.

    Those of which the field is not printed stand where their row begins, those of a row that is
    gone where the plan does.
    """

    def __init__(self, plan: Plan | None = None) -> None:
        self._waiting: dict[RowKey, list[tuple[str, Text]]] = {}
        if plan is None:
            return
        for comment in plan.comments:
            key: RowKey = (comment.on_table, comment.on_row)
            field = comment.on_field
            if not _is_there(plan, comment):
                key, field = ("plan", plan.cover.id), ""
            mark = Text("", beside=_beside(plan, comment))
            self._waiting.setdefault(key, []).append((field, mark))

    def at(
        self, blocks: Sequence[BlockT], row: Row, *fields: str, role: Role = "plan-cell"
    ) -> tuple[BlockT, ...]:
        """Return blocks with the comments on some fields of a row beside the first of them.

        Where there is none a blank paragraph of the `role` has them.
        """
        return _with(blocks, self._taken((row.table, row.id), fields), role)

    def on(self, paragraph: Paragraph, row: Row, *fields: str) -> Paragraph:
        """Return a paragraph with the comments on some fields of a row beside it."""
        return _marked(paragraph, self._taken((row.table, row.id), fields))

    def left(
        self, blocks: Sequence[BlockT], table: TableName, row_id: str, role: Role = "plan-cell"
    ) -> tuple[BlockT, ...]:
        """Return blocks with whatever comments of a row are not printed yet beside the first."""
        return _with(blocks, self._taken((table, row_id), None), role)

    def left_on(self, paragraph: Paragraph, row: Row) -> Paragraph:
        """Return a paragraph with whatever comments of a row are not printed yet beside it."""
        return _marked(paragraph, self._taken((row.table, row.id), None))

    def _taken(self, key: RowKey, fields: Sequence[str] | None) -> tuple[Text, ...]:
        waiting = self._waiting.get(key)
        if not waiting:
            return ()
        found = [one for one in waiting if fields is None or one[0] in fields]
        self._waiting[key] = [one for one in waiting if one not in found]
        return tuple(text for _, text in found)


def comments_of(plan: Plan, *, are_printed: bool) -> Comments:
    """Return what prints the comments of a plan in a paper, nothing unless they are printed."""
    return Comments(plan if are_printed else None)


def comments_in(document: Document) -> Iterator[Beside]:
    """Yield the comments of a paper, in the order of their places."""
    for paragraph in paragraphs_of(document.blocks):
        for inline in paragraph.inlines:
            if isinstance(inline, Text) and inline.beside and inline.beside.kind == "comment":
                yield inline.beside


def answer_to(plan: Plan, comment: Comment) -> str:
    """Return the reason given for the finding that a comment is, empty while there is none."""
    asked = finding_id(COMMENT_RULE, comment_place(plan, comment), comment.id)
    reason = plan.reason_rows.get(asked)
    return reason.reason if reason else ""


def parted_answer(said: str) -> tuple[str, str]:
    """Return the words of a comment that is resolved and its answer; each may be empty.

    A comment that plandesk has written has its answer in its last lines.
    """
    lines = said.split("\n")
    place = next((n for n in reversed(range(len(lines))) if lines[n].startswith(_ANSWER)), 0)
    if not place:
        return said, ""
    answer = "\n".join(lines[place:]).removeprefix(_ANSWER)
    return "\n".join(lines[:place]), answer


def _is_there(plan: Plan, comment: Comment) -> bool:
    return comment.on_table in COMMENTED and comment.on_row in plan.table(comment.on_table)


def _beside(plan: Plan, comment: Comment) -> Beside:
    answer = answer_to(plan, comment)
    more = () if answer in ("", RESOLVED) else f"{_ANSWER}{answer}".split("\n")
    lines = (*comment.text.split("\n"), *more)
    return Beside("comment", tuple(plain(one) for one in lines if one), is_resolved=bool(answer))


def _with(blocks: Sequence[BlockT], marks: tuple[Text, ...], role: Role) -> tuple[BlockT, ...]:
    if not marks:
        return tuple(blocks)
    first, *others = blocks or (Paragraph((), role),)
    marked = (
        _marked(first, marks) if isinstance(first, Paragraph) else _in_table(first, marks, role)
    )
    return (marked, *others)


def _in_table(table: Table, marks: tuple[Text, ...], role: Role) -> Table:
    """Return a table with comments on its first cell."""
    (row, *rows) = table.rows
    cell = replace(row.cells[0], blocks=_with(row.cells[0].blocks, marks, role))
    return replace(table, rows=(replace(row, cells=(cell, *row.cells[1:])), *rows))


def _marked(paragraph: Paragraph, marks: tuple[Text, ...]) -> Paragraph:
    return replace(paragraph, inlines=(*paragraph.inlines, *marks)) if marks else paragraph
