"""Where a plan's papers say who is reached and how: the people named there, and what may stay.

A block is a table or a list of questions that asks for a telephone or an e-mail, or for a person
with a post or a signature; a line of the report or the cover that is called so; and a line of a
text that begins with "Contact:". No code knows a form: its labels say what it asks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias

from plan.council.form import Form
from plan.council.form_groups import FormField, Questions
from plan.council.format import Format
from plan.council.own_field import OwnFields
from plan.model.plan import Plan
from plan.model.rows import Passage
from plan.papers.markdown import plain_of
from plan.papers.passage_tables import rows_of
from plan.papers.report_sections import sections_of_plan
from plan.reading.answered_form import AnsweredForm
from plan.reading.person_names import NamePattern, PersonName, people_in, post_in
from plan.text.plain_letters import plain_letters

AskedFor: TypeAlias = Literal["reach", "post", "base", "date", "name", ""]
_OFFICER = r"(?:officer|person|manager|author|director|lead|contact|assessor|owner|convener)s?"
_REACH = (
    r"(?:tele)?phone.*|tel(?: no| number)?|mobile.*|fax.*|ext(?:n|ension)?(?: no)?|e-?mail.*|"
    r"(?:contact|direct) (?:details|number|information|no|line|telephone|e-?mail).*|contact"
)
_NAME = (
    rf"(?:full |contact |officer )?names?(?: of (?:the )?(?:[\w-]+ ){{0,3}}{_OFFICER}.*)?|"
    rf"(?:[\w-]+ ){{0,2}}{_OFFICER}(?: (?:name|responsible))?|signatures?.*|signed|head of service|"
    r"(?:prepared|completed|approved|written|signed(?: off)?|authorised|reviewed|carried out) by.*"
)
_ASKED: dict[AskedFor, re.Pattern[str]] = {
    "reach": re.compile(_REACH),
    "post": re.compile(r"(?:job )?title|designation|posts?(?: title)?|position|role"),
    "base": re.compile(r"base|(?:office |work |postal )?(?:location|address|base)|office"),
    "date": re.compile(r"(?:date|when)(?: .*)?"),
    "name": re.compile(_NAME),
}
_BARE = ("name", "names")
_EDGES = re.compile(r"^\W*(?:\d{1,2}[.)]\s+)?|\s*[(\[][^)\]]*[)\]]|[\s:?.*…_]+$")
_LABELLED = re.compile(
    r"(?im)^[\s•*-]*(?:(?:key |main )?contact(?: officer| person| name)?|(?:report |lead |policy )?"
    r"author|lead officer|(?:prepared|written|completed) by|for (?:more|further) (?:information|"
    r"details),? (?:please )?contact|(?:further|more) information from)\s*[:–-]?\s+(?P<said>.+)$"
)
_LONGEST_LINE = 160
"""Characters; a longer line of a section on whom to contact is a sentence."""
CellKey: TypeAlias = tuple[str, str, str]
"""The id of a row, its field and the key of a cell in it, empty for the whole field."""


class ContactBlocks(NamedTuple):
    """The people of a plan's contact blocks, and what stays of each text there.

    `kept` are the texts in which the signatory stays.
    """

    people: tuple[PersonName, ...]
    stays: Mapping[CellKey, str]
    kept: frozenset[CellKey] = frozenset()


class _Said(NamedTuple):
    key: CellKey
    text: str
    asked: AskedFor
    can_be_signatory: bool = False


def asked_for(*labels: str) -> AskedFor:
    """Return what a place with these labels asks of a person, empty if it is of something else."""
    said = [_EDGES.sub("", label).strip().casefold() for label in labels]
    for kind, words in _ASKED.items():
        if any(words.fullmatch(one) for one in said if one):
            return kind
    return ""


def contact_blocks(plan: Plan, council: Format, forms: Mapping[str, Form]) -> ContactBlocks:
    """Return the contact blocks of a plan; `forms` are those of its assessments, by id."""
    signatories = people_in(plan.report.signatory)
    people: list[PersonName] = []
    stays: dict[CellKey, str] = {}
    kept: set[CellKey] = set()
    for said in _said_in_blocks(plan, council, forms):
        named = people_in(said.text) if said.asked in ("reach", "name") else ()
        own = signatories if said.can_be_signatory else ()
        if named and all(any(_is_same(one, two) for two in own) for one in named):
            kept.add(said.key)
            continue
        people += named
        if said.asked in ("reach", "name", "base"):
            stays[said.key] = "" if said.asked == "base" else post_in(said.text)
    people += (one for line in _contact_lines(plan, council) for one in people_in(line))
    return ContactBlocks(tuple(dict.fromkeys(people)), stays, frozenset(kept))


def _is_same(one: PersonName, other: PersonName) -> bool:
    return NamePattern(other).is_all_of(one.in_words)


def _said_in_blocks(plan: Plan, council: Format, forms: Mapping[str, Form]) -> Iterator[_Said]:
    for assessment in plan.assessments:
        form = forms.get(assessment.form)
        if form is not None:
            yield from _of_form(AnsweredForm(form, plan.answers_of(assessment.id)))
    yield from _of_cells(plan.cover.id, plan.cover.own, council.plan.own_of_cover)
    yield from _of_cells(plan.report.id, plan.report.own, council.report.own)
    for aim in plan.aims:
        yield from _reached(_of_cells(aim.id, aim.own, council.plan.own_of_aims))
    for action in plan.actions:
        yield from _reached(_of_cells(action.id, action.own, council.plan.own))
    for section in council.report.sections:
        for table in section.tables:
            labels = {column.id: column.label for column in table.columns}
            rows = {row.id: row.label for row in table.rows}
            for passage in plan.passages_of(table.id):
                yield from _of_row(passage, labels, rows.get(passage.row_id, ""))


def _reached(said: Iterable[_Said]) -> Iterator[_Said]:
    """Yield what says how to reach somebody: a lead of an action is no contact."""
    return (one for one in said if one.asked == "reach")


def _of_form(answered: AnsweredForm) -> Iterator[_Said]:
    for part in answered.form.every_part:
        for group in part.groups:
            fields = answered.fields_of(part, group)
            asked = {one.question: _asked_of(one) for one in fields}
            is_reached = "reach" in asked.values()
            is_of_people = is_reached or "post" in asked.values()
            for field in fields:
                answer, kind = answered.answers.get(field.question), asked[field.question]
                if answer is None or not answer.text or (kind == "base" and not is_reached):
                    continue
                if kind and (is_of_people or _labels_of(field)[-1] not in _BARE):
                    text = plain_of(answer.text) if field.answered.is_prose else answer.text
                    yield _Said((answer.id, "text", ""), text, kind, not is_reached)


def _asked_of(field: FormField) -> AskedFor:
    asked = asked_for(*_labels_of(field))
    is_prose = isinstance(field.group, Questions) and field.answered.is_prose
    return asked if asked == "reach" or not is_prose else ""


def _labels_of(field: FormField) -> tuple[str, ...]:
    labels = (*field.label.split(" – "), field.row_name, field.asks)
    return tuple(_EDGES.sub("", label).strip().casefold() for label in labels)


def _of_cells(row_id: str, cells: Iterable[tuple[str, str]], own: OwnFields) -> Iterator[_Said]:
    for key, text in cells:
        field = own.get(key)
        asked = asked_for(field.label if field is not None else key)
        if asked in ("reach", "name"):
            yield _Said((row_id, "own", key), text, asked, can_be_signatory=True)


def _of_row(passage: Passage, labels: Mapping[str, str], row: str) -> Iterator[_Said]:
    asked = {column: asked_for(row, label) for column, label in labels.items()}
    kinds = set(asked.values())
    if "reach" in kinds or {"name", "post"} <= kinds or (row and asked_for(row)):
        for column, text in passage.cells:
            yield _Said((passage.id, "cells", column), text, asked.get(column, ""))


def _contact_lines(plan: Plan, council: Format) -> Iterator[str]:
    """Yield what texts say of whom to contact: behind a label, in a table, in a section of it."""
    sections = {one.id: one.heading for one in sections_of_plan(plan, council.report)}
    texts = [plan.cover.introduction, plan.cover.closing, *(one.text for one in plan.appendices)]
    for passage in plan.passage_rows.values():
        if passage.kind == "table":
            yield from _of_table(rows_of(passage.text))
            continue
        texts.append(passage.text)
        if "contact" in sections.get(passage.section, "").casefold():
            lines = plain_of(passage.text).split("\n")
            yield from (line for line in lines if len(line) <= _LONGEST_LINE)
    for text in filter(None, texts):
        said = plain_letters(plain_of(text)).text
        yield from (_name_in_front(match["said"]) for match in _LABELLED.finditer(said))


def _of_table(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    cells = [[plain_of(cell) for cell in row] for row in rows]
    if not cells:
        return
    header = [asked_for(cell) for cell in cells[0]]
    if "reach" in header or {"name", "post"} <= set(header):
        places = [place for place, asked in enumerate(header) if asked in ("name", "reach")]
        yield from (row[place] for row in cells[1:] for place in places if place < len(row))
    firsts = [asked_for(row[0]) for row in cells]
    if "reach" in firsts:
        for row, asked in zip(cells, firsts, strict=True):
            yield from row[1:] if asked in ("name", "reach") else ()


_NAME_IN_FRONT = re.compile(r"(?:[A-Z][\w'.-]*\s?){1,5}")


def _name_in_front(said: str) -> str:
    """Return the words with a capital that a text begins with: the name of whom to contact."""
    match = _NAME_IN_FRONT.match(said)
    return match[0].strip() if match is not None and " " in match[0].strip() else ""
