"""A form drafted from an assessment, blank or filled in: its parts, tables and questions."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from importers.learning.asked import Asked
from importers.learning.controls import Control
from importers.learning.documents import DocumentPart
from importers.learning.form_questions import SIGNED, AskedFor, label_parts, signed_in
from importers.learning.form_tables import FormTables
from importers.learning.names import id_of, short_label
from importers.learning.report_header_draft import in_sentence_case
from importers.learning.toml_text import Values
from importers.report.report_headings import look_of
from importers.unread import is_filled
from importers.wording import is_short_line
from plan.papers.blocks import Block, Paragraph, Table, paragraphs_of
from plan.text.clean import clean_line

_PART = re.compile(r"(?:part|section|stage|step)\s+(?:\d{1,2}|[a-z])\b", re.IGNORECASE)
_DIRECTS = re.compile(
    r"\?\s*\Z|\b(?:please|tick|mark an?|place an?|complete|consider|describe|state|list|set out"
    r"|explain|identify|for example|e\.g\.|this (?:form|part|section|stage|table|tool)|should be"
    r"|must|guidance|delete as|use this|see )\b",
    re.IGNORECASE,
)
"""What says that a paragraph tells whoever fills the form in what to do."""
_NUMBERED = re.compile(r"\s*(?:Q(?:uestion)?\s*)?\d{1,2}(?:\.\d{1,2})?[.):]?(?:\s|\Z)")


@dataclass(frozen=True)
class FormDraft:
    """A form as in its file, and what the paper answers, which belongs in none."""

    values: Values
    texts: tuple[str, ...]
    people: tuple[str, ...]


def drafted_form(
    part: DocumentPart,
    form_id: str,
    number: int,
    asked: Asked,
    controls: Mapping[str, Control],
) -> FormDraft:
    """Return the form that an assessment answers, the `number`-th of its paper.

    `controls` is what Word lets be entered behind a label.
    """
    drafting = _Drafting(asked, AskedFor(asked, f"form {number}", controls))
    drafting.read([block for block in part.blocks if is_filled(block)])
    title = drafting.title or "Impact assessment"
    values: Values = {
        "id": form_id,
        "name": in_sentence_case(title),
        "short": short_label(in_sentence_case(title), 60),
        "title": in_sentence_case(title),
        "capitals": title.isupper(),
        "yes": drafting.found.yes,
        "no": drafting.found.no,
        "footer": "Page {page} of {pages}",
        "parts": drafting.parts_with_groups(),
    }
    return FormDraft(values, tuple(drafting.found.texts), tuple(drafting.found.people))


@dataclass
class _Drafting:
    """Reads a form from top to bottom, a part at a time."""

    asked: Asked
    found: AskedFor
    title: str = ""
    parts: list[Values] = field(default_factory=list)
    _waiting: list[Paragraph] = field(default_factory=list)

    def read(self, blocks: Sequence[Block]) -> None:
        """Read the blocks of a form, none of which is blank."""
        for place, block in enumerate(blocks):
            below = blocks[place + 1] if place + 1 < len(blocks) else None
            if isinstance(block, Table):
                self._table(block)
            elif not self.title:
                self.title = clean_line(block.text)
            elif self._is_heading(block, below):
                self._begin(clean_line(_with_label(block)))
            else:
                self._waiting.append(block)
        self._take_waiting(below_table=False)

    def parts_with_groups(self) -> list[Values]:
        """Return the parts that ask something; a heading alone is of the part below it."""
        made = [
            {key: value for key, value in part.items() if key != "said" and value != []}
            for part in self.parts
            if part["groups"]
        ]
        return made or [_nothing_asked(self.title)]

    def _is_heading(self, paragraph: Paragraph, below: Block | None) -> bool:
        if not is_short_line(paragraph) or paragraph.text.rstrip().endswith("?"):
            return False
        is_part = _PART.match(paragraph.text.strip()) is not None
        is_marked = look_of(paragraph).is_marked
        if not (is_part or is_marked):
            return False
        return below is not None and not (_NUMBERED.match(paragraph.text) and not is_part)

    def _begin(self, heading: str) -> None:
        self._take_waiting(below_table=False)
        ids = {part["id"] for part in self.parts}
        said = _PART.sub("", heading).strip(" :–—-") or heading
        self.parts.append(
            {
                "id": id_of(said, ids),
                "heading": heading,
                "label": short_label(said),
                "said": said,
                "intro": [],
                "groups": [],
            }
        )

    @property
    def _part(self) -> Values:
        if not self.parts:
            self._begin(self.title or "The assessment")
        return self.parts[-1]

    def _table(self, table: Table) -> None:
        if self._waiting and _is_box(table):
            self._waiting += [one for one in paragraphs_of((table,)) if is_filled(one)]
            return
        self._take_waiting(below_table=True)
        groups = FormTables(self.found, self._part["heading"], self._part["said"]).groups(table)
        self._part["groups"] += groups

    def _take_waiting(self, *, below_table: bool) -> None:
        """Take the paragraphs since the last table: questions with answers, or an introduction."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        part = self._part
        place = f"under {part['heading']}"
        rest: list[Paragraph] = []
        questions = list(_questions_in(waiting, self.found, rest))
        for paragraph in rest:
            said = clean_line(_with_label(paragraph))
            usual = below_table and _DIRECTS.search(said) is not None and not part["groups"]
            if self.asked.yes("lines", place, said, usual=usual):
                part["intro"].append(said)
            else:
                self.found.texts.append(said)
        if questions:
            part["groups"].append(_group(questions, part))


def _with_label(paragraph: Paragraph) -> str:
    return f"{paragraph.label} {paragraph.text}".strip()


def _questions_in(
    paragraphs: Sequence[Paragraph], found: AskedFor, rest: list[Paragraph]
) -> Iterator[Values]:
    """Yield the questions that are paragraphs, each with its answer below; others go to `rest`."""
    place = 0
    while place < len(paragraphs):
        if not _is_question(paragraphs[place]):
            rest.append(paragraphs[place])
            place += 1
            continue
        end = place + 1
        while end < len(paragraphs) and not _is_question(paragraphs[end]):
            end += 1
        asked = signed_in(paragraphs[place])
        if asked:
            yield from (found.question(label, said) for label, said in asked)
            rest += paragraphs[place + 1 : end]
        else:
            parts = label_parts(paragraphs[place : place + 1])
            yield found.question(parts, paragraphs[place + 1 : end])
        place = end


def _is_box(table: Table) -> bool:
    """Return whether a table is a frame for answers: none of its cells asks anything."""
    if any(len(row.cells) != 1 for row in table.rows):
        return False
    return not any(_is_question(one) for one in paragraphs_of((table,)))


def _is_question(paragraph: Paragraph) -> bool:
    """Return whether a paragraph asks: by its number, its question mark, or a label to sign by."""
    text = _with_label(paragraph)
    if paragraph.bullet is None and SIGNED.match(text):
        return True
    is_numbered = _NUMBERED.match(text) is not None and len(text) > 3  # noqa: PLR2004
    is_asked = text.rstrip().endswith("?") and look_of(paragraph).is_marked
    return paragraph.bullet is None and (is_asked or is_numbered)


def _group(questions: list[Values], part: Values) -> Values:
    return {
        "kind": "questions",
        "layout": "below",
        "title": short_label(part["label"], 60),
        "questions": questions,
    }


def _nothing_asked(title: str) -> Values:
    """Return a part for a form in which nothing was found, so that it can be filled in by hand."""
    question = {"id": "answer", "text": "Answer", "label": "Answer"}
    part = {"id": "part", "heading": title, "label": short_label(title), "groups": list[Values]()}
    part["groups"] = [_group([question], part)]
    return part
