"""The public copy of a plan: a plan from which what leads to a person is left out.

The contact blocks are empty but for posts; the people named in them, and every e-mail address and
telephone number, are left out wherever they stand; remarks and comments are gone. The signatory
stays below the report. The plan itself is never changed: the copy is what papers are made of.

Where nothing is left of a text that has a number, a bullet or a date of its own, words say so in
its place, and not what it was. Without them the paper had a bare number; without the whole
paragraph, all that follow had other numbers than in the paper that the committee decides on, and
"paragraph 4.14" in a minute or a later report led to the wrong one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import Any, Literal, NamedTuple, TypeAlias

from plan.council.form import Form
from plan.council.format import Format
from plan.model.fields import SHAPES, TableName, described
from plan.model.finding import Place
from plan.model.plan import Plan, plan_of
from plan.model.rows import ACRONYM_RULE, KEY_RULE, ROW_KINDS, Answer, Passage, Reason, Report, Row
from plan.papers.blocks import LEFT_OUT
from plan.papers.contact_blocks import CellKey, ContactBlocks, contact_blocks
from plan.papers.leaving_out import LeavingOut, names_person
from plan.papers.plan_texts import PlanText, texts_of
from plan.papers.report_sections import own_sections
from plan.reading.answered_form import AnsweredForm
from plan.reading.person_names import PersonName, post_in

TakenKind: TypeAlias = Literal[
    "name", "e-mail address", "telephone number", "contact", "remark", "comment"
]
_NEVER_BLANK = (("aims", "text"), ("actions", "text"), ("notes", "text"), ("passages", "text"))
"""What has a number, a bullet, a date or the place of a heading in the paper."""
_MAY_BE_BLANK = ("text", "table", "row")
"""Kinds of passage that have none: with their words the paragraph itself is gone."""
_KEPT_REASONS = (ACRONYM_RULE, KEY_RULE)
"""Reasons that say what a word of the paper means: no remark."""


class Taken(NamedTuple):
    """Something that the copy leaves out: what it was, its words, and where it stood."""

    kind: TakenKind
    words: str
    place: Place | None = None


@dataclass(frozen=True)
class PublicCopy:
    """A plan as it may be published, what was taken out of it, and who was."""

    plan: Plan
    taken: tuple[Taken, ...]
    people: tuple[PersonName, ...] = ()
    signatories: tuple[PersonName, ...] = ()
    """Those of the people who stay in the signature."""

    def without_people(self, text: str) -> str:
        """Return a title, an author or the name of a file without what the copy leaves out."""
        return LeavingOut(self.people).name(text)

    def may_be_author(self, author: str) -> bool:
        """Return whether an author is a post or a body: any person's name is left out."""
        return self.without_people(author) == author and post_in(author) == author


def public_copy(plan: Plan, council: Format, forms: Mapping[str, Form]) -> PublicCopy:
    """Return the public copy of a plan; `forms` are those of its assessments, by id."""
    blocks = contact_blocks(plan, council, forms)
    copying = _Copying(blocks, _prose_answers(plan, forms), _places(plan, council, forms))
    rows = [copied for row in _rows_of(plan) if (copied := copying.row(row)) is not None]
    rows = list(_with_no_heading_alone(plan, rows))
    signed = plan.report.signatory
    signatories = tuple(one for one in blocks.people if names_person(signed, one))
    return PublicCopy(plan_of(rows), tuple(copying.taken), blocks.people, signatories)


def _rows_of(plan: Plan) -> Iterator[Row]:
    return (row for name in ROW_KINDS for row in plan.table(name).values())


def _with_no_heading_alone(plan: Plan, copied: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows of a copy: where nothing is left below a heading, words say so there."""
    rows = {row.id: row for row in copied}
    for section in {one.section for one in plan.passage_rows.values()}:
        for emptied in _emptied(plan.passages_of(section), rows):
            rows[emptied.id] = emptied.model_copy(update={"text": LEFT_OUT})
    yield from rows.values()


def _emptied(passages: Iterable[Passage], rows: Mapping[str, Row]) -> Iterator[Passage]:
    """Yield the first text below each heading, the section's too, below which no word is left."""
    for is_heading, below in groupby(passages, lambda one: one.kind == "heading"):
        before = list(below)
        after = [row for one in before if isinstance(row := rows.get(one.id), Passage)]
        texts = (
            row for row, was in zip(after, before, strict=True) if was.kind == "text" and was.text
        )
        if not is_heading and not any(map(_says, after)):
            yield from islice(texts, 1)


def _says(one: Passage) -> bool:
    return bool(one.text.strip() or one.caption or one.cells or one.picture)


def _instead(row: Row, name: str, copied: Any) -> Any:
    """Return what stands for the field of a row of which nothing is left."""
    if (row.table, name) not in _NEVER_BLANK:
        return copied
    return copied if isinstance(row, Passage) and row.kind in _MAY_BE_BLANK else LEFT_OUT


def _prose_answers(plan: Plan, forms: Mapping[str, Form]) -> frozenset[str]:
    """Return the ids of the answers that are Markdown."""
    found: set[str] = set()
    for assessment in plan.assessments:
        form = forms.get(assessment.form)
        answers = plan.answers_of(assessment.id)
        fields = AnsweredForm(form, answers).every_field if form is not None else ()
        asked = (one.question for one in fields if one.answered.is_prose)
        found |= {answers[one].id for one in asked if one in answers}
    return frozenset(found)


def _places(
    plan: Plan, council: Format, forms: Mapping[str, Form]
) -> dict[tuple[TableName, str, str], Place]:
    """Return where each text of a plan stands, by its table, its row and its field."""
    found: dict[tuple[TableName, str, str], Place] = {}
    for text in texts_of(plan, council, forms):
        found.setdefault((text.row.table, text.row.id, _key_of(text)), text.place)
    return found


def _key_of(text: PlanText) -> str:
    return f"{text.field}/{text.key}" if text.field in ("own", "cells") else text.field


@dataclass
class _Copying:
    """Copies row after row, and remembers what it left out."""

    blocks: ContactBlocks
    prose_answers: frozenset[str]
    places: Mapping[tuple[TableName, str, str], Place]
    taken: list[Taken] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Prepare the search for the people of the contact blocks."""
        self._out = LeavingOut(self.blocks.people)

    def row(self, row: Row) -> Row | None:
        """Return a row as it may be published, None where it may not."""
        if row.table == "conflicts":  # a text that was set aside: no paper prints it
            return None
        if row.table == "comments":
            self.taken.append(Taken("comment", str(getattr(row, "text", ""))))
            return None
        if isinstance(row, Reason) and row.rule not in _KEPT_REASONS:
            self.taken.append(Taken("remark", row.reason))
            return None
        changed = {}
        for name, one in described(SHAPES[row.table]).items():
            value = getattr(row, name)
            if value and one.kind not in ("key", "choice", "ticks", "lists"):
                copied = self._copied(row, name, one.kind, value)
                if copied != value:
                    changed[name] = copied or _instead(row, name, copied)
        return row.model_copy(update=changed) if changed else row

    def _copied(self, row: Row, name: str, kind: str, value: Any) -> Any:
        if row.table == "consultations" and name == "note":
            self.taken.append(Taken("remark", value))
            return ""
        if isinstance(row, Report) and name == "own_sections":
            return self._said(row, name, self._own_sections(row))
        if kind == "cells":
            return self._cells(row, name, value)
        if (row.id, name, "") in self.blocks.stays:
            return self._block(row, name, "", value)
        if kind == "items":
            return self._said(row, name, self._out.items(value))
        return self._said(row, name, self._text(row, name, kind, value))

    def _text(self, row: Row, name: str, kind: str, value: str) -> str:
        is_heading = isinstance(row, Passage) and row.kind in ("heading", "picture")
        if isinstance(row, Passage) and row.kind == "table" and name == "text":
            return self._out.table(value)
        is_prose = kind == "prose" and not is_heading
        if is_prose or (isinstance(row, Answer) and row.id in self.prose_answers):
            return self._out.prose(value)
        is_signature = isinstance(row, Report) and name == "signatory"
        keeps = is_signature or (row.id, name, "") in self.blocks.kept
        return self._out.line(value, keeps_names=keeps)

    def _own_sections(self, report: Report) -> tuple[str, ...]:
        sections = own_sections(report)
        return tuple(
            one._replace(heading=self._out.line(one.heading) or (one.heading and LEFT_OUT)).line
            for one in sections
        )

    def _cells(self, row: Row, name: str, cells: Iterable[tuple[str, str]]) -> tuple[Any, ...]:
        kept: list[tuple[str, str]] = []
        for key, text in cells:
            if (row.id, name, key) in self.blocks.stays:
                kept.append((key, self._block(row, name, key, text)))
                continue
            keeps = (row.id, name, key) in self.blocks.kept
            said = self._out.line(text, keeps_names=keeps)
            heading = self._out.line(key) or key
            kept.append((heading, self._said(row, f"{name}/{key}", said)))
        return tuple(kept)

    def _block(self, row: Row, name: str, key: str, text: str) -> str:
        """Return what stays of a text of a contact block."""
        stays = self._out.line(self.blocks.stays[self._key(row, name, key)])
        self._out.found.clear()
        if stays != text:
            at = f"{name}/{key}" if key else name
            self.taken.append(Taken("contact", text, self._place(row, at)))
        return stays

    @staticmethod
    def _key(row: Row, name: str, key: str) -> CellKey:
        return row.id, name, key

    def _said(self, row: Row, name: str, said: Any) -> Any:
        """Remember what was left out of a field, and return what is left."""
        place = self._place(row, name)
        self.taken += (Taken(kind, words, place) for kind, words in self._out.found)
        self._out.found.clear()
        return said

    def _place(self, row: Row, name: str) -> Place | None:
        return self.places.get((row.table, row.id, name))
