"""The questions of a form that are paragraphs: numbered, asked, signed, or above some boxes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from importers.learning.form_questions import (
    BOX,
    INSTRUCTS,
    SIGNED,
    AskedFor,
    Label,
    is_in_italics,
    label_parts,
    signed_in,
)
from importers.learning.toml_text import Values
from importers.report.report_headings import look_of
from importers.wording import is_bold, is_date
from plan.papers.blocks import Block, Paragraph, paragraphs_of, plain
from plan.text.clean import clean_line

_TYPED = re.compile(
    r"\s*(?P<q>Q(?:uestion)?\s*)?(?P<number>\d{1,2}(?:\.\d{1,2})*)(?P<sign>[.):]?)(?:\s|\Z)",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?P<label>(?:reasons?|comments?|explanation|details?|further (?:details|information)|notes?"
    r"|justification|summary|outcome|conclusion|title|service|directorate|department|team|version"
    r"|reference|contact|decision|recommendation)(?: (?:for|of|on|to) [^:]{1,40})?:)"
    r"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""A label at the beginning of a line that any form may have, with its colon."""
_DECLARED = re.compile(
    r"(?P<label>(?:[^.:?!☐☒]{0,80}\b)?(?:not|un) ?(?:required|needed|necessary|applicable)\b"
    r"[^.:?!]{0,60}?\b(?:because|for the following reasons?|(?:the )?reasons? (?:is|are|why))"
    r"\s*:?)(?=[\s.…_–-]|\Z)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""A declaration that nothing is to be assessed, with the reason behind it."""
_LEADS_TO_BOXES = re.compile(r"[?:][)\s]*\Z|\btick\b|\bselect\b", re.IGNORECASE)
_LEAST_BOLD = 2
Layout: TypeAlias = Literal["below", "line"]


@dataclass
class AskedInParagraphs:
    """Reads the paragraphs between the tables of a form.

    `in_bold` says that its questions are in bold, so that no plain line is one by its number.
    """

    found: AskedFor
    in_bold: bool = False
    _last: tuple[int, ...] = ()
    groups: list[tuple[Layout, list[Values]]] = field(default_factory=list)
    above: list[Paragraph] = field(default_factory=list)
    below: list[Paragraph] = field(default_factory=list)

    def begin_part(self) -> None:
        """Note that another part begins: its questions may be counted anew."""
        self._last = ()

    def is_question(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph asks: by its number, its question mark, or a known label."""
        text = with_label(paragraph)
        if paragraph.bullet is not None or len(text) <= 3:  # noqa: PLR2004
            return False
        if self._label_in(paragraph):
            return True
        is_asked = text.rstrip().endswith("?") and look_of(paragraph).is_marked
        return is_asked or self._counts(paragraph)

    def read(self, paragraphs: Sequence[Paragraph]) -> None:
        """Read paragraphs: `groups` are what they ask, `above` and `below` stand around it."""
        self.groups, self.above, self.below = [], [], []
        place = 0
        while place < len(paragraphs):
            if not self._begins(paragraphs, place, is_open=False):
                (self.below if self.groups else self.above).append(paragraphs[place])
                place += 1
                continue
            self._last = self._number_of(paragraphs[place]) or self._last
            end = place + 1
            while end < len(paragraphs) and not self._begins(
                paragraphs, end, is_open=end == place + 1
            ):
                end += 1
            self._take(paragraphs[place], paragraphs[place + 1 : end])
            place = end

    def _begins(self, paragraphs: Sequence[Paragraph], place: int, *, is_open: bool) -> bool:
        """Return whether a question begins; `is_open` says that one stands right above."""
        paragraph = paragraphs[place]
        if self.is_question(paragraph):
            return True
        below = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
        if is_open or below is None or BOX.search(paragraph.text) or not BOX.search(below.text):
            return False
        return paragraph.bullet is None and _LEADS_TO_BOXES.search(paragraph.text) is not None

    def _take(self, paragraph: Paragraph, below: Sequence[Paragraph]) -> None:
        lines = signed_in(paragraph)
        named = _LABELLED.match(paragraph.text.strip()) or declared_in(paragraph)
        if not lines and named is not None:
            said = named["rest"].strip(" .…_–-")
            lines = [(Label("", clean_line(named["label"])), (plain(said),) if said else ())]
        if not lines:
            self._add("below", self.found.question(label_parts((paragraph,)), below))
            return
        is_answered = bool(lines[-1][1])
        told = [one for one in below if _tells_what_follows(one) or self.found.is_blank]
        if told and not is_answered and declared_in(paragraph) is not None:
            label = lines[-1][0]._replace(help=clean_line(" ".join(one.text for one in told)))
            lines[-1] = (label, lines[-1][1])
            below = [one for one in below if one not in told]
        for label, said in lines:
            more = () if is_answered or label is not lines[-1][0] else tuple(below)
            self._add("line", self.found.question(label, (*said, *more)))
        if is_answered:
            self.below += below

    def _add(self, layout: Layout, question: Values) -> None:
        if not self.groups or self.groups[-1][0] != layout:
            self.groups.append((layout, []))
        self.groups[-1][1].append(question)

    def _label_in(self, paragraph: Paragraph) -> bool:
        text = paragraph.text.strip()
        is_label = SIGNED.match(text) is not None or _LABELLED.match(text) is not None
        return is_label or declared_in(paragraph) is not None

    # Numbers

    def _counts(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph is a question by its number, which goes on from the last."""
        if is_date(paragraph.text):
            return False
        is_marked = look_of(paragraph).is_marked
        if paragraph.label:
            return (is_marked or not self.in_bold) and any(map(str.isdigit, paragraph.label))
        match = _TYPED.match(paragraph.text)
        if match is None or not paragraph.text[match.end() :].strip():
            return False
        if is_marked:
            return True
        is_written = bool(match["q"] or match["sign"]) or "." in match["number"]
        return is_written and not self.in_bold and self._goes_on(self._number_of(paragraph))

    def _number_of(self, paragraph: Paragraph) -> tuple[int, ...]:
        match = _TYPED.match(paragraph.label or paragraph.text)
        return tuple(map(int, match["number"].split("."))) if match else ()

    def _goes_on(self, number: tuple[int, ...]) -> bool:
        last = self._last
        if not last or not number:
            return bool(number)
        if len(number) != len(last):
            return number[-1] == 1 if len(number) > len(last) else number == (last[0] + 1,)
        is_next = number[:-1] == last[:-1] and number[-1] == last[-1] + 1
        is_new = len(number) > 1 and number[0] == last[0] + 1 and number[-1] == 1
        return is_next or is_new


def asks_in_bold(blocks: Sequence[Block]) -> bool:
    """Return whether the questions of a form that are paragraphs are in bold."""
    bold = [
        one
        for one in blocks
        if isinstance(one, Paragraph) and is_bold(one) and not one.role.startswith("heading")
    ]
    asked = [
        one for one in bold if one.text.rstrip().endswith("?") or _TYPED.match(with_label(one))
    ]
    return len(asked) >= _LEAST_BOLD


def is_blank(blocks: Sequence[Block]) -> bool:
    """Return whether nothing is answered in the paragraphs of a form, nor ticked anywhere."""
    paragraphs = [one for one in paragraphs_of(tuple(blocks)) if one.text.strip()]
    if any(re.search("[☒✓✔☑]", one.text) for one in paragraphs):
        return False
    return all(
        is_in_italics(one) or look_of(one).is_marked or BOX.search(one.text) is not None
        for one in paragraphs
        if not (instructs(clean_line(one.text)) or _TYPED.match(with_label(one)))
        and not _is_bare_declaration(one)
    )


def _tells_what_follows(paragraph: Paragraph) -> bool:
    line = clean_line(paragraph.text)
    return instructs(line) or re.match(r"(?:if|where) an? ", line, re.IGNORECASE) is not None


def _is_bare_declaration(paragraph: Paragraph) -> bool:
    found = declared_in(paragraph)
    return found is not None and not found["rest"].strip(" .…_–-")


def declared_in(paragraph: Paragraph) -> re.Match[str] | None:
    """Return the declaration that a line is: "Not required, because:", with what stands behind."""
    return None if paragraph.bullet is not None else _DECLARED.fullmatch(paragraph.text.strip())


def instructs(text: str) -> bool:
    """Return whether a line tells whoever fills a form in what to do."""
    return INSTRUCTS.search(text) is not None or text.rstrip().endswith("?")


def with_label(paragraph: Paragraph) -> str:
    """Return a paragraph as it is printed: its number or bullet, and its words."""
    return f"{paragraph.label} {paragraph.text}".strip()
