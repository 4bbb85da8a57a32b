"""A section of a committee report while it is read: the passages that it consists of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from importers.account.ledger import left_out, took
from importers.bracketed_notes import with_notes
from importers.generated_tables import is_consulted_header
from importers.kept_text import kept_table
from importers.plan.cells import listed, prose_of
from importers.remarks import Remark
from importers.report.declared_tables import DeclaredTables
from importers.report.report_headings import (
    HEADING_ROLES,
    TYPED_NUMBER,
    ReportWording,
    first_number,
    number_look,
)
from importers.report.report_words import (
    OPEN_END,
    body_asked,
    is_asked_whole,
    is_cut,
    is_decision,
    is_lead_in,
    joined,
    lead_in_length,
    lead_in_words,
)
from importers.unread import unread_remark
from importers.word.pictures import pictures_in
from importers.wording import is_bold, is_rule, is_short_line
from plan.council.report_format import SectionFormat
from plan.model.documents import CONSULTED_HEADING
from plan.model.field_kinds import PROSE_LIMIT
from plan.model.fields import PassageKind
from plan.model.outline import PassageOutline
from plan.papers.blocks import Block, Paragraph, Role, Table, paragraphs_of
from plan.papers.paragraph_parts import lines_apart, start_of, without_start
from plan.papers.report_paragraphs import without_joiner
from plan.papers.report_sections import OwnSection
from plan.text.clean import clean_line
from plan.text.line_breaks import shortened

_TYPED_ITEM = re.compile(
    r"[ \t\u00a0]*(?P<number>[(\[]?(?:[a-z]|[ivx]{1,5}|\d{1,2})[)\]]"
    r"|(?:[a-z]|[ivx]{1,5}|\d{1,2})\.|\d{1,2}(?:\.\d{1,2}){1,2}[.):]?"
    r"|[①-⑳⑴-⒇⒈-⒛⒜-⒵Ⓐ-ⓩ❶-❿➀-➓Ⅰ-ⅿ][.)]?"
    r"|recommendation \d{1,2}(?: ?[:.–—-])?|R\d{1,2}(?: ?[:.–—-])?|\d{1,2}(?=\t)"
    r"|[–—*-](?=[ \t\u00a0]))"
    r"[ \t\u00a0]+",
    re.IGNORECASE,
)
_THIRD_NUMBER = re.compile(
    r"[ \t\u00a0]*(?P<number>\d{1,2}\.\d{1,2}\.\d{1,2})[.)]?[ \t\u00a0]+(?=\S)"
)
_LETTERED = re.compile(r"[ \t\u00a0]*[(\[](?P<letter>[a-z])[)\]][ \t\u00a0]+(?=\S)", re.IGNORECASE)
"""A sub-heading that a letter counts: "(b) Legal"."""
_JOINED = re.compile(r"(?:;|[;,]\s*(?:and|or))\s*\Z", re.IGNORECASE)
"""How a recommendation ends that another one follows."""

_GOES_ON: dict[Role, PassageKind] = {"numbered-text": "numbered", "body-continued": "text"}
"""What this program prints below the first words of a passage of each kind."""


@dataclass
class ReadPassage:
    """A passage while it is read."""

    kind: PassageKind
    blocks: list[Paragraph]
    table: str = ""
    caption: str = ""
    picture: str = ""
    number: str = ""
    """The number of a recommendation or its lead-in, as typed or computed."""


@dataclass
class ReadSection:
    """A section while it is read: its format, None where this format has none of that heading.

    `number` is the one that the paper gives it, else that of its place. `after` is the section of
    the format above one that the format has not, `printed` the heading of that. `other_body` is a
    committee that the lead-in names and the header does not.
    """

    wording: ReportWording
    id: str
    format: SectionFormat | None
    heading: str
    number: int
    after: str = ""
    printed: tuple[Paragraph, ...] = ()
    passages: list[ReadPassage] = field(default_factory=list)
    unread: list[Block] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    other_body: str = ""
    declared: DeclaredTables = field(init=False)
    _numbered: int = 0
    _lettered: int = 0
    _number_above: str = ""
    _is_asked: bool = False
    _is_led: bool = False

    def __post_init__(self) -> None:
        """Look for the tables that the format declares for this section."""
        tables = self.format.tables if self.format else ()
        self.declared = DeclaredTables(tables, self.wording.is_ours, self.unread)

    @property
    def place(self) -> str:
        """The section's name in a remark."""
        return self.format.heading if self.format else self.heading

    @property
    def own(self) -> OwnSection | None:
        """The section as the report keeps it, None where it is one of the format's."""
        return None if self.format else OwnSection(self.id, self.heading, self.after)

    @property
    def takes_recommendations(self) -> bool:
        """Whether this is the section in which the committee is asked for something."""
        return self.format is not None and self.format.kind == "recommendations"

    @property
    def has_numbers(self) -> bool:
        """Whether a numbered paragraph has been read."""
        return self._numbered > 0

    def counts_on(self, number: str) -> bool:
        """Return whether a number is that of the next recommendation here, such as "3."."""
        above = self._number_above
        is_alike = number_look(above) == number_look(number) and "." not in above.rstrip(".")
        return bool(above) and is_alike and first_number(number) == first_number(above) + 1

    def read(self, block: Block, *, is_heading: bool = False) -> None:
        """Read the next block below the heading; `is_heading` says that it is a sub-heading."""
        if self.declared.takes(block, is_heading=is_heading):
            return
        if isinstance(block, Table):
            self._read_table(block)
        elif not self._is_caption_below(block):
            self._read_paragraph(block, is_heading=is_heading)
            for name, alternative in pictures_in(block):
                self._read_picture(name, alternative)

    def _read_picture(self, name: str, alternative: str) -> None:
        caption = self._caption_above()
        words = clean_line(" ".join(one.text for one in map(with_notes, caption)))
        self.passages.append(ReadPassage("picture", caption, alternative, words, name))

    def _is_caption_below(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph is the caption of the picture above it; keep it if so.

        This program prints captions above; others put them below.
        """
        above = self.passages[-1] if self.passages else None
        if above is None or above.kind != "picture" or above.caption or self.wording.is_ours:
            return False
        is_one = paragraph.role == "caption" and paragraph.text.strip()
        if not is_one or paragraph.text.lstrip().casefold().startswith("table"):
            return False
        above.blocks.append(paragraph)
        above.caption = clean_line(with_notes(paragraph).text)
        return True

    def _read_paragraph(self, block: Paragraph, *, is_heading: bool) -> None:
        if is_heading and not self.takes_recommendations:
            self.passages.append(ReadPassage("heading", list(listed((block,)))))
            return
        block = self._without_third_number(block)
        is_numbered = self._is_numbered(block)
        if not block.text.strip() and not (is_numbered and self.wording.is_ours):
            return
        if not self.wording.is_ours and is_rule(block.text):
            return
        if is_numbered and not self.takes_recommendations:
            self._begin_numbered(block)
            return
        computed = "" if self.wording.is_ours or not self.takes_recommendations else block.label
        block = replace(block, label="") if computed else block
        for paragraph in (block,) if self.wording.is_ours else listed(self._items_in(block)):
            if self.takes_recommendations and self._read_recommendation(paragraph, computed):
                continue
            if self._is_sub_heading(paragraph):
                self.passages.append(ReadPassage("heading", [self._without_letter(paragraph)]))
            elif self.passages and self._belongs_above(paragraph):
                self.passages[-1].blocks.append(self._as_usual(paragraph))
            else:
                self.passages.append(ReadPassage("text", [self._as_usual(paragraph)]))

    def _read_table(self, table: Table) -> None:
        if self._is_drawn_up(table):
            left_out(paragraphs_of((table,)), "drawn_up_anew")
            text = f"“{CONSULTED_HEADING}” is drawn up anew and not read: say again who has."
            self.remarks.append(Remark("note", self.place, text))
            return
        text = kept_table(table, is_ours=self.wording.is_ours)
        if len(text) > PROSE_LIMIT:
            self.unread.append(table)
        elif text:
            caption = self._caption_above()
            blocks = [*caption, *paragraphs_of((table,))]
            words = clean_line(" ".join(one.text for one in map(with_notes, caption)))
            self.passages.append(ReadPassage("table", blocks, text, words))

    def _caption_above(self) -> list[Paragraph]:
        """Return the caption right above the table that is read, taken from the passages."""
        above = self.passages[-1] if self.passages else None
        if above is None or above.kind != "text" or above.blocks[-1].role != "caption":
            return []
        caption = above.blocks.pop()
        if not above.blocks:
            del self.passages[-1]
        return [caption]

    def _is_drawn_up(self, table: Table) -> bool:
        """Return whether plandesk has drawn a table up, in a section where the format wants it."""
        is_its_place = self.format is not None and self.format.consulted
        return is_its_place and any(map(is_consulted_header, table.rows[:1]))

    def _belongs_above(self, paragraph: Paragraph) -> bool:
        kind, above = _GOES_ON.get(paragraph.role), self.passages[-1].kind
        is_below = paragraph.bullet is not None and above not in ("heading", "table", "picture")
        return above == kind if kind else is_below

    @staticmethod
    def _as_usual(paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, role="body") if paragraph.role in _GOES_ON else paragraph

    def _is_numbered(self, paragraph: Paragraph) -> bool:
        if paragraph.bullet is not None:
            return False
        if self.wording.is_ours:
            return paragraph.role == "numbered" or bool(paragraph.label)
        if paragraph.label:
            return bool(TYPED_NUMBER.fullmatch(paragraph.label))
        is_heading = is_bold(paragraph) and is_short_line(paragraph)
        return bool(TYPED_NUMBER.match(paragraph.text)) and not is_heading

    def _begin_numbered(self, paragraph: Paragraph) -> None:
        label = paragraph.label
        if not label and not self.wording.is_ours:
            match = TYPED_NUMBER.match(paragraph.text)
            if match is not None:
                label = match["number"]
                paragraph = without_start(paragraph, match.end())
        own = self._next_number()
        if label and label.rstrip(".)") == own.rstrip(".)"):
            left_out((paragraph,), "labels", label)
        elif label:
            text = f"The paper numbers this paragraph {label}; its place makes it {own}."
            self.remarks.append(Remark("oddity", self.place, text))
        self.passages.append(ReadPassage("numbered", [replace(paragraph, label="", role="body")]))

    def _next_number(self) -> str:
        self._numbered += 1
        report_format = self.wording.report_format
        return report_format.paragraph_number.format(section=self.number, paragraph=self._numbered)

    def take_number_off(self, passage: ReadPassage, number: str, length: int) -> None:
        """Make of a text one of the numbered ones, without the number that it begins with."""
        printed = passage.blocks[0]
        if number == self._next_number().rstrip(".)"):
            left_out((printed,), "labels", number)
        passage.kind = "numbered"
        passage.blocks[0] = replace(without_start(printed, length), label="", role="body")

    def _without_third_number(self, paragraph: Paragraph) -> Paragraph:
        """Return a paragraph without a typed number of three parts, which no section prints."""
        match = _THIRD_NUMBER.match(paragraph.text)
        is_text = paragraph.bullet is None and not paragraph.label and not is_bold(paragraph)
        if match is None or self.wording.is_ours or self.takes_recommendations or not is_text:
            return paragraph
        text = f"The paper numbers this paragraph {match['number']}; here it has no number."
        self.remarks.append(Remark("oddity", self.place, text))
        return without_start(paragraph, match.end())

    def _without_letter(self, heading: Paragraph) -> Paragraph:
        """Return a sub-heading without a letter that only counts it: the second one's "(b)"."""
        if self.wording.is_ours:
            return self._without_own_counter(heading)
        match = _LETTERED.match(heading.text)
        if match is None or ord(match["letter"].lower()) - ord("a") != self._lettered:
            return heading
        self._lettered += 1
        left_out((heading,), "labels", match[0])
        return without_start(heading, match.end())

    def _without_own_counter(self, heading: Paragraph) -> Paragraph:
        """Return a sub-heading that this program printed without what its format counts it by."""
        self._lettered += 1
        printed = self.format.heading_below(self._lettered, "\0") if self.format else ""
        before = printed.partition("\0")[0]
        is_counted = bool(before) and heading.text.startswith(before)
        left_out((heading,), "labels", before if is_counted else "")
        return without_start(heading, len(before)) if is_counted else heading

    def _is_sub_heading(self, paragraph: Paragraph) -> bool:
        if self.takes_recommendations or paragraph.bullet is not None:
            return False
        if self.wording.is_ours or paragraph.role == "caption":
            return paragraph.role in HEADING_ROLES
        is_marked = paragraph.role in HEADING_ROLES or is_bold(paragraph)
        return is_marked and is_short_line(paragraph)

    def _read_recommendation(self, paragraph: Paragraph, number: str) -> bool:
        """Return whether a paragraph is a recommendation or belongs to one; keep it if so.

        `number` is the one that Word computes for it; one that is typed is taken off its text.
        """
        above = self.passages[-1] if self.passages else None
        above = above if above is not None and above.kind == "recommendation" else None
        if not self.wording.is_ours and (paragraph.bullet is None or number):
            number, paragraph = self._without_number(paragraph, number)
            if self._is_lead_in(paragraph):
                self._is_led = True
                self.passages.append(ReadPassage("text", [paragraph], number=number))
                return True
            if not number and above is not None and is_cut(above.blocks[-1], paragraph):
                above.blocks[-1] = joined(above.blocks[-1], paragraph)
                return True
            is_more = self._is_asked and lead_in_length(paragraph.text) > 0
            if not number and not is_more and not self._goes_on_below(paragraph, above):
                return False
        elif paragraph.bullet is None:
            if not self._is_counted_by_us(paragraph):
                return False
            number, paragraph = paragraph.label, replace(paragraph, label="", role="body")
        elif above is not None and above.number:
            above.blocks.append(paragraph)
            return True
        depth = None if above is None else self._depth_below(above, paragraph, number)
        if above is not None and depth is not None:
            above.blocks.append(replace(paragraph, bullet=depth))
        else:
            blocks = [replace(paragraph, bullet=None)]
            self.passages.append(ReadPassage("recommendation", blocks, number=number))
            self._is_asked = True
            self._number_above = number or self._number_above
        return True

    def _is_counted_by_us(self, paragraph: Paragraph) -> bool:
        """Return whether this program printed a paragraph as a recommendation with a number."""
        counting = self.wording.report_format.counting
        section = self.format
        if counting is None or not paragraph.label or section is None:
            return False
        return not section.leads_with(paragraph.text)

    def _items_in(self, paragraph: Paragraph) -> tuple[Paragraph, ...]:
        """Return the lines of a paragraph whose lines are recommendations, else itself."""
        length = lead_in_length(paragraph.text) if self.takes_recommendations else 0
        if length and not self._is_asked:
            lead_in = replace(paragraph, inlines=start_of(paragraph, length))
            return lead_in, without_start(paragraph, length)
        first, *others = paragraph.text.split("\n")
        if not (self.takes_recommendations and others and all(map(str.strip, others))):
            return (paragraph,)
        is_led = is_lead_in(_TYPED_ITEM.sub("", first, count=1)) or _TYPED_ITEM.match(first)
        if not (is_led and all(_TYPED_ITEM.match(one) or is_decision(one) for one in others)):
            return (paragraph,)
        return lines_apart(paragraph)

    def _without_number(self, paragraph: Paragraph, computed: str) -> tuple[str, Paragraph]:
        """Return the number of a paragraph, empty without one, and the paragraph without it."""
        match = _TYPED_ITEM.match(paragraph.text)
        if computed or match is None or not self._is_counted(match["number"]):
            return computed, paragraph
        left_out((paragraph,), "labels", match[0])
        return match["number"], without_start(paragraph, match.end())

    def _is_counted(self, number: str) -> bool:
        """Return whether what stands before a text counts it: the "A." of a name does not."""
        if not (number[0].isalpha() and number.isupper() and number.endswith(".")):
            return True
        above = self._number_above
        return above.isupper() if above else number == "I."

    def _is_lead_in(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph leads to the recommendations, of which none has been read.

        What stands above the first of such lines is text, where it decides nothing.
        """
        if self._is_led or not is_lead_in(paragraph.text):
            return not self._is_asked and is_lead_in(paragraph.text)
        above = [one for one in self.passages if one.kind == "recommendation"]
        if any(is_decision(one.blocks[0].text) for one in above):
            return not self._is_asked
        for one in above:
            one.kind = "text"
        self._is_asked, self._number_above = False, ""
        return True

    def _goes_on_below(self, paragraph: Paragraph, above: ReadPassage | None) -> bool:
        """Return whether a plain paragraph is one of several: below a lead-in, or "…; and"."""
        if _JOINED.search(paragraph.text):
            return True
        last = self.passages[-1] if self.passages else None
        led = last.blocks[-1].text if last is not None and last.kind == "text" else ""
        is_first = bool(led) and is_lead_in(led)
        if is_first and OPEN_END.search(led) and paragraph.text.lstrip()[:1].islower():
            return True
        if is_decision(paragraph.text) and (is_first or (above is not None and not above.number)):
            return True
        return (
            above is not None and not above.number and bool(_JOINED.search(above.blocks[-1].text))
        )

    def _depth_below(self, above: ReadPassage, paragraph: Paragraph, number: str) -> int | None:
        """Return how deep a paragraph stands in the recommendation above it, None for a new one."""
        if paragraph.bullet:
            return paragraph.bullet - 1
        if self.wording.is_ours or not above.number:
            return None
        is_list = above.blocks[0].text.rstrip().endswith(":")
        is_other = number_look(number) != number_look(above.number) or _letter(number) != _letter(
            above.number
        )
        return 0 if is_list and is_other else None

    def outlines(self) -> Iterator[PassageOutline]:
        """Yield the passages as values."""
        if self.takes_recommendations and not self.wording.is_ours:
            self._find_plain_recommendations()
        passages = self._without_lead_in() if self.takes_recommendations else self.passages
        kinds = [passage.kind for passage in passages]
        for passage in passages:
            blocks = tuple(passage.blocks)
            if passage.kind == "heading":
                text = clean_line(" ".join(block.text for block in map(with_notes, blocks)))
            elif passage.kind in ("table", "picture"):
                text = passage.table
            elif passage.kind == "recommendation":
                text = prose_of(without_joiner(blocks, self.wording.report_format))
                is_one_of_several = not self.wording.is_ours and kinds.count(passage.kind) > 1
                text = text.removesuffix(",").rstrip() if is_one_of_several else text
                left_out(blocks[-1:], "labels", f"{self.wording.report_format.joiner} and")
            else:
                text = prose_of(blocks)
            outline = PassageOutline(
                self.id, passage.kind, text, passage.caption, picture=passage.picture
            )
            yield took(outline, blocks, "text")
        yield from self.declared.outlines()

    def _find_plain_recommendations(self) -> None:
        """Find what is asked for where no number, bullet or verb shows it.

        So it is what stands below a lead-in with a colon, or a sentence "It is recommended that …".
        """
        if any(passage.kind == "recommendation" for passage in self.passages):
            return
        texts = [one for one in self.passages if one.kind == "text"]
        led = next((n for n, one in enumerate(texts) if is_lead_in(one.blocks[-1].text)), None)
        if led is not None and texts[led].blocks[-1].text.rstrip(" -–—").endswith(":"):
            found = texts[led + 1 :]
        else:
            found = [one for one in texts if is_asked_whole(one.blocks[0].text)]
        for passage in found:
            passage.kind = "recommendation"

    def body_asked(self) -> tuple[str, tuple[Paragraph, ...]]:
        """Return the committee that the lead-in of the recommendations names, and the lead-in."""
        for passage in self.passages if self.takes_recommendations else ():
            said = " ".join(block.text for block in passage.blocks)
            if passage.kind == "text" and is_lead_in(said):
                return body_asked(said), tuple(passage.blocks)
        return "", ()

    def _without_lead_in(self) -> list[ReadPassage]:
        """Return the passages without the words before the recommendations: they are fixed."""
        kinds = [passage.kind for passage in self.passages]
        if self.format is None or not self.format.lead_in or "recommendation" not in kinds:
            return self.passages
        end = 1 if self.wording.is_ours else kinds.index("recommendation")
        for place, passage in enumerate(self.passages[:end]):
            said = " ".join(block.text for block in passage.blocks)
            if self.format.leads_with(said):
                left_out(passage.blocks, "labels")
                return [*self.passages[:place], *self.passages[place + 1 :]]
            if not self.wording.is_ours and is_lead_in(said):
                text = f"“{shortened(said)}” was read as “{self.format.lead_in_of('')}”"
                self.remarks.append(Remark("note", self.place, text))
                own_words = said.replace(self.other_body, " ", 1)
                left_out(passage.blocks, "labels", lead_in_words(own_words))
                return [*self.passages[:place], *self.passages[place + 1 :]]
        return self.passages

    def all_remarks(self) -> Iterator[Remark]:
        """Yield what is to be said about the section; after `outlines`."""
        yield from self.remarks
        yield from unread_remark(self.unread, self.place)


def _letter(number: str) -> bool:
    return any(map(str.isalpha, number))
