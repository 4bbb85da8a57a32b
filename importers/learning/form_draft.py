"""A form drafted from an assessment, blank or filled in: its parts, tables and questions."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from importers.learning.asked import Asked
from importers.learning.controls import Control
from importers.learning.documents import DocumentPart, is_form_title
from importers.learning.form_paragraphs import (
    AskedInParagraphs,
    Layout,
    asks_in_bold,
    declared_in,
    instructs,
    is_blank,
    with_label,
)
from importers.learning.form_questions import AskedFor
from importers.learning.form_tables import FormTables
from importers.learning.names import id_of, short_label
from importers.learning.report_header_draft import in_sentence_case
from importers.learning.toml_text import Values
from importers.report.report_headings import look_of
from importers.unread import is_filled
from importers.wording import is_short_line
from plan.papers.blocks import Block, Paragraph, Table, paragraphs_of, plain
from plan.text.clean import clean_line

_PART = re.compile(r"(?:part|section|stage|step)\s+(?:\d{1,2}|[a-z])\b", re.IGNORECASE)
_DECLARES = re.compile(
    r"(?:i|we) (?:confirm|declare|agree|certify|(?:am|are) satisfied|have (?:read|considered))\b"
    r"|by (?:signing|approving|submitting|completing) this\b",
    re.IGNORECASE,
)
"""How a sentence begins that whoever signs a form declares."""
_COUNCIL = re.compile(
    r"\b(?:council|comhairle|board|partnership|authority|nhs|trust)\b", re.IGNORECASE
)
_GOES_NO_FURTHER = re.compile(
    r"\bgo no further\b|\b(?:do|need) not (?:need to )?(?:complete|continue|fill)"
    r"|\bno need to (?:complete|continue|fill)|\bneed not be completed\b|\b(?:stop|end)s? here\b"
    r"|\bno further (?:part|section|question|stage)s?\b",
    re.IGNORECASE,
)
"""How a form says that what follows a declaration is not to be filled in."""
_SIGNED_OFF = re.compile(r"\b(?:sign|approv|authoris|declar|contact|publi)", re.IGNORECASE)
_NOT_ASKED, _ALL_ASKED = "not asked", "asked"
_TITLE_WITHIN = 6
"""Lines at the top of a form among which its title stands."""
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
    found = AskedFor(asked, f"form {number}", controls)
    blocks = [block for block in part.blocks if is_filled(block)]
    found.is_blank = is_blank(blocks)
    drafting = _Drafting(asked, found, AskedInParagraphs(found, asks_in_bold(blocks)))
    drafting.read(blocks)
    around = {"above": drafting.above, "intro": drafting.intro, "closing": drafting.closing}
    title = drafting.title or "Impact assessment"
    values: Values = {
        "id": form_id,
        "name": in_sentence_case(title),
        "short": short_label(in_sentence_case(title), 60),
        "title": in_sentence_case(title),
        "capitals": title.isupper(),
        "yes": drafting.found.yes,
        "no": drafting.found.no,
        **({"boxes": "before"} if sum(found.before) * 2 > len(found.before) else {}),
        **{key: lines for key, lines in around.items() if lines},
        "footer": "Page {page} of {pages}",
        "parts": _routed(drafting.parts_with_groups(), blocks, asked, f"form {number}"),
    }
    return FormDraft(values, tuple(drafting.found.texts), tuple(drafting.found.people))


@dataclass
class _Drafting:
    """Reads a form from top to bottom, a part at a time."""

    asked: Asked
    found: AskedFor
    paragraphs: AskedInParagraphs
    title: str = ""
    above: list[str] = field(default_factory=list)
    intro: list[str] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    parts: list[Values] = field(default_factory=list)
    _waiting: list[Paragraph] = field(default_factory=list)

    def read(self, blocks: Sequence[Block]) -> None:
        """Read the blocks of a form, none of which is blank."""
        titled = self._take_title(blocks)
        for place in range(titled, len(blocks)):
            block = blocks[place]
            below = blocks[place + 1] if place + 1 < len(blocks) else None
            if isinstance(block, Table):
                self._table(block)
            elif not self.title:
                self.title = clean_line(block.text)
            elif self._is_heading(block, below):
                self._begin(clean_line(with_label(block)))
            else:
                self._waiting.append(block)
        self._take_waiting(below_table=False, is_last=True)

    def _take_title(self, blocks: Sequence[Block]) -> int:
        """Take the title with what stands above it; return where the blocks below it begin."""
        for place, block in enumerate(blocks[:_TITLE_WITHIN]):
            if isinstance(block, Table):
                break
            if is_form_title(block):
                self.title = clean_line(block.text)
                for above in blocks[:place]:
                    self._letterhead(clean_line(above.text) if isinstance(above, Paragraph) else "")
                return place + 1
        return 0

    def _letterhead(self, line: str) -> None:
        usual = _COUNCIL.search(line) is not None and len(line) <= 60 and line[-1:] != "."  # noqa: PLR2004
        if self.asked.yes("lines", "above the form's title", line, usual=usual):
            self.above.append(line)
        else:
            self.found.texts.append(line)

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
        self.paragraphs.begin_part()
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
        if self._waiting and self._is_box(table):
            self._waiting += [one for one in paragraphs_of((table,)) if is_filled(one)]
            return
        self._take_waiting(below_table=True)
        groups = FormTables(self.found, self._part["heading"], self._part["said"]).groups(table)
        self._part["groups"] += groups

    def _is_box(self, table: Table) -> bool:
        """Return whether a table is a frame for answers: none of its cells asks anything."""
        if any(len(row.cells) != 1 for row in table.rows):
            return False
        return not any(self.paragraphs.is_question(one) for one in paragraphs_of((table,)))

    def _take_waiting(self, *, below_table: bool, is_last: bool = False) -> None:
        """Take the paragraphs since the last table: questions with answers, or what tells of them.

        What stands above the first part is of the whole form, what stands behind the last its end.
        """
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        self.paragraphs.read(waiting)
        groups = self.paragraphs.groups
        is_top = not self.parts and not groups and not below_table
        part = None if is_top else self._part
        is_above = below_table or bool(groups)
        into = self.intro if part is None else part["intro"]
        for paragraph in self.paragraphs.above:
            is_end = is_last and not groups
            may_stay = is_top or is_end or (is_above and not (part or {}).get("groups"))
            self._line(paragraph, self.closing if is_end else into, may_stay=may_stay)
        for paragraph in self.paragraphs.below:
            self._line(paragraph, self.closing, may_stay=is_last)
        for layout, questions in groups:
            if part is not None:
                part["groups"].append(_group(questions, part, layout))

    def _line(self, paragraph: Paragraph, into: list[str], *, may_stay: bool) -> None:
        """Take a line that asks nothing: what tells whoever fills the form in what to do stays."""
        said = clean_line(with_label(paragraph))
        where = f"under {self.parts[-1]['heading'] if self.parts else self.title}"
        is_own = instructs(said) or _DECLARES.match(said) is not None
        is_own = is_own or self.found.is_blank
        if self.asked.yes("lines", where, said, usual=may_stay and is_own):
            into.append(said)
        else:
            self.found.texts.append(said)


def _routed(parts: list[Values], blocks: Sequence[Block], asked: Asked, place: str) -> list[Values]:
    """Return the parts; those below a declaration that nothing is required may hang on it.

    They do where the form says so, or the officer; who signs is asked in any case.
    """
    says_so = any(_GOES_NO_FURTHER.search(one.text) for one in paragraphs_of(tuple(blocks)))
    usual = _NOT_ASKED if says_so else _ALL_ASKED
    declared: list[str] = []
    for part in parts:
        if declared and not _SIGNED_OFF.search(part["heading"]):
            part["when"] = [declared]
        for words, condition in _declared_in(part) if not declared else ():
            line = f"{words} What follows, once it is so"
            said = asked.about("answers", place, line, usual, (_NOT_ASKED, _ALL_ASKED))
            declared = condition if said == _NOT_ASKED else []
    return parts


def _declared_in(part: Values) -> Iterator[tuple[str, list[str]]]:
    """Yield the declarations of a part that nothing is required, and when they are not made."""
    for question in _questions_in(part):
        text = question.get("text", "")  # boxes in place of question and answer have none
        if text and declared_in(plain(f"{text} …")) is not None:
            yield text, ["blank", question["id"]]
        for option in question.get("options", ()):
            if declared_in(plain(f"{option['label']} …")) is not None:
                yield option["label"], ["unticked", question["id"], option["id"]]


def _questions_in(part: Values) -> Iterator[Values]:
    for group in part["groups"]:
        if group["kind"] == "questions":
            yield from group["questions"]


def _group(questions: list[Values], part: Values, layout: Layout = "below") -> Values:
    return {
        "kind": "questions",
        "layout": layout,
        "title": short_label(part["label"], 60),
        "questions": questions,
    }


def _nothing_asked(title: str) -> Values:
    """Return a part for a form in which nothing was found, so that it can be filled in by hand."""
    question = {"id": "answer", "text": "Answer", "label": "Answer"}
    part = {"id": "part", "heading": title, "label": short_label(title), "groups": list[Values]()}
    part["groups"] = [_group([question], part)]
    return part
