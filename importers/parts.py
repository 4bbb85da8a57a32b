"""A paper divided into what it consists of: report, plan, appendices, assessments."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import NamedTuple

from importers.appendices import MOST, appendix_number
from importers.assessment.form_words import FormWords
from importers.generated_tables import generated_kind_at
from importers.part import Part, PartKind, joined
from importers.plan.aims import aim_label
from importers.plan.columns import HeadingWords
from importers.plan.cover import mentions_plan, says_when
from importers.plan.listed_actions import holds_listed_actions
from importers.plan.plan_tables import is_plan_table, unpacked
from importers.report.declared_tables import is_declared
from importers.report.layout_tables import without_layout_tables
from importers.report.listed_appendices import ReportAround
from importers.report.plan_within import PlanWithin, parted, plan_within, printed_within
from importers.report.report_headings import (
    HEADING_ROLES,
    TYPED_NUMBER,
    ReportWording,
    heading_parts,
    is_annex_label,
    look_of,
    paragraph_below,
    wording_of,
)
from importers.report.report_start import ReportStart, shows_report
from importers.report.report_words import is_name, is_post
from importers.unread import is_filled
from importers.wording import is_date, is_short_line
from plan.council.form import Form
from plan.council.format import Format
from plan.model.documents import DocumentKind
from plan.papers.blocks import Block, Paragraph, Table, plain

_OF_PLAN = frozenset({"appendix-label", "cover-title", "cover-subtitle", "cover-date"})
"""The roles of what this program prints above the tables of a plan."""
_PLAN_ROLES = frozenset({"cover-subtitle", "cover-date", "heading-2"})
_COVER_ROLES = frozenset({"cover-title", "cover-subtitle", "cover-date"})
_MOST_ON_COVER = 8
"""Lines of the cover of a plan that has a page of its own."""
_TITLE_LINES = 3
_ASSESSMENT = re.compile(
    r"\b(?:impact assessments?|equalit(?:y|ies) (?:assessments?|screening))\b"
    r"(?!:? ?(?:[–-] )?(?:improvement |action )plan\b)",
    re.IGNORECASE,
)
_FORM_LINES_ABOVE = 6
"""Paragraphs above an assessment's first table among which its heading and intro are."""


class Pages(NamedTuple):
    """The places of the blocks that begin a section of pages, and of those that begin a page."""

    starts: frozenset[int] = frozenset()
    breaks: frozenset[int] = frozenset()


@dataclass
class _Begun:
    """A part that begins at block `start`."""

    kind: PartKind
    start: int
    number: int = 0
    within: PlanWithin | None = None
    has_no_label: bool = False


@dataclass
class Division:
    """Divides the blocks of a paper.

    `starts` are where Word begins a new section of pages, `pages` where a page begins otherwise.
    """

    blocks: Sequence[Block]
    council: Format
    forms: Sequence[FormWords]
    words: HeadingWords
    starts: frozenset[int] = frozenset()
    pages: frozenset[int] = frozenset()
    wording: ReportWording = field(init=False)
    _parts: list[_Begun] = field(default_factory=lambda: [_Begun("before", 0)])
    _has_labels: bool = False
    _has_titles: bool = False

    def __post_init__(self) -> None:
        """Find out which parts are in this program's own styles: there words decide nothing."""
        self.wording = wording_of(self.blocks, self.council.report)
        blocks, self.starts = without_layout_tables(self.blocks, self.starts, self.wording)
        if blocks is not self.blocks:
            self.pages = without_layout_tables(self.blocks, self.pages, self.wording)[1]
            self.blocks, self.wording = blocks, wording_of(blocks, self.council.report)
        roles = {block.role for block in self.blocks if isinstance(block, Paragraph)}
        self._has_labels = "appendix-label" in roles
        self._has_titles = "form-title" in roles

    def parts(self) -> tuple[Part, ...]:
        """Return the parts in the order of the paper; those without anything in them left out."""
        start = ReportStart(self.blocks, self.starts, self.wording, self._is_of_another)
        report = start.place()
        for place, block in enumerate(self.blocks):
            within = self._parts[-1].within
            if within is not None and place == within.end:
                self._begin("report", place)
            if place == report:
                self._begin("report", place)
            elif isinstance(block, Table):
                self._table(block, place)
            else:
                self._paragraph(block, place)
        return tuple(joined(self._filled()))

    @property
    def _kind(self) -> PartKind:
        return self._parts[-1].kind

    def _begin(self, kind: PartKind, start: int, number: int = 0) -> None:
        self._parts.append(_Begun(kind, max(start, self._parts[-1].start), number))

    def _begin_plan(self, table: Table, place: int) -> None:
        """Begin a plan without a label, whose first table is at a place; not the report's own."""
        within: PlanWithin | None = None
        around = self._report_around() if self._kind == "report" else None
        if around is not None and self.wording.is_ours:
            within = printed_within(around, place, self.council)
        if within is None and self._is_of_report(table, place):
            return
        if around is not None and not self.wording.is_ours:
            within = plan_within(around, place)
        self._begin("plan", self._plan_start(place) if within is None else within.first)
        self._parts[-1].within = within

    def _paragraph(self, paragraph: Paragraph, place: int) -> None:
        if self._is_form_title(paragraph):
            start = self._above_title(place)
            self._begin("assessment", start, self._label_above(start))
            return
        if self._kind != "assessment" and self._is_form_of_questions(place):
            self._begin("assessment", self._form_start(place))
            return
        generated = generated_kind_at(self.blocks, place) if self._kind != "report" else None
        if generated is not None:
            self._begin_generated(generated, place)
            return
        number = self._label(paragraph)
        if number is None and paragraph.inlines and self._begins_assessment(paragraph, place):
            self._begin("appendix", place)
            self._parts[-1].has_no_label = True
        if number is None or self._is_annex_of_report(paragraph, place):
            return
        if not self._is_listed(paragraph, place, number):
            self._begin("appendix", self._with_cover(place), number)

    def _begins_assessment(self, title: Paragraph, place: int) -> bool:
        """Return whether a line behind a plan is the title of an assessment without a label."""
        if self._kind not in ("plan", "appendix") or self.wording.is_ours or self._has_titles:
            return False
        is_title = _ASSESSMENT.search(title.text) is not None and is_short_line(title)
        is_title = is_title and look_of(title).is_marked and not heading_parts(title)[0]
        if not is_title or aim_label(title.text) is not None:
            return False
        below = next((one for one in self.blocks[place + 1 :] if isinstance(one, Table)), None)
        is_aim = below is not None and self._is_of_plan(below)
        return not is_aim and self._holds_plan(tuple(self.blocks[self._parts[-1].start : place]))

    def _is_listed(self, label: Paragraph, place: int, number: int) -> bool:
        if self._kind != "report" or self.wording.is_ours or place in self.starts:
            return False
        above = next((n for n in range(place - 1, -1, -1) if is_filled(self.blocks[n])), -1)
        begins_page = any(above < page <= place for page in self.pages)
        if begins_page and label.role in HEADING_ROLES:
            return False
        return self._report_around().lists(label, place, number)

    def _report_around(self) -> ReportAround:
        start = self._parts[-1].start
        return ReportAround(
            self.blocks, start, self.starts, self.wording, self._label, self._is_of_plan
        )

    def _is_of_report(self, table: Table, place: int) -> bool:
        """Return whether a table of actions stands among the sections of the report."""
        if self._kind != "report":
            return False
        if self.wording.is_ours:
            return self._is_below_section(place)
        if is_declared(table, self.council.report):
            return True
        return self._report_around().goes_on_behind(table, place)

    def _is_below_section(self, place: int) -> bool:
        """Return whether the nearest heading above, as this program prints it, is a section's."""
        for n in reversed(range(place)):
            block = self.blocks[n]
            role = block.role if isinstance(block, Paragraph) else ""
            if role == "section-heading":
                return True
            if role in _OF_PLAN or n + 1 in self.starts:
                return False
        return False

    def _is_of_plan(self, block: Block) -> bool:
        return self._holds_plan((block,))

    def _is_annex_of_report(self, paragraph: Paragraph, place: int) -> bool:
        """Return whether a label without a number stands above more sections of the report."""
        if self._kind != "report" or self.wording.is_ours or not is_annex_label(paragraph):
            return False
        below = paragraph_below(self.blocks, place)
        return below is not None and (
            self.wording.section_at(below) is not None or self.wording.is_unknown_heading(below, 0)
        )

    def _begin_generated(self, kind: DocumentKind, place: int) -> None:
        """Begin what plandesk drew up; it is the appendix whose label stands next above it."""
        last = self._parts[-1]
        above = self.blocks[last.start + 1 : place]
        if last.kind == "appendix" and not any(map(is_filled, above)):
            last.kind = kind
        else:
            self._begin(kind, place)

    def _is_of_another(self, block: Block) -> bool:
        """Return whether a block belongs to another part of the paper than the report."""
        if isinstance(block, Table):
            return self._holds_plan((block,)) or self._is_assessment(block)
        return self._label(block) is not None or self._is_form_title(block)

    def _is_form_title(self, paragraph: Paragraph) -> bool:
        if self._has_titles:
            return paragraph.role == "form-title"
        if self.wording.is_ours and paragraph.role == "caption":
            return False
        is_title = any(words.is_title(paragraph) for words in self.forms)
        return is_title and not self._is_heading_in_report(paragraph)

    def _label_above(self, start: int) -> int:
        """Return the number of the appendix whose label stands alone above a form, 0 for none."""
        last = self._parts[-1]
        is_bare = not any(map(is_filled, self.blocks[last.start + 1 : start]))
        return last.number if last.kind == "appendix" and is_bare else 0

    def _above_title(self, place: int) -> int:
        """Return where the lines begin that a form has above its title."""
        first = place
        for before in range(place - 1, self._parts[-1].start - 1, -1):
            block = self.blocks[before]
            if not isinstance(block, Paragraph):
                break
            if any(words.is_above_title(block) for words in self.forms):
                first = before
            elif block.text.strip():
                break
        return first

    def _is_heading_in_report(self, paragraph: Paragraph) -> bool:
        """Return whether a line that reads as a form's title is a heading of the report around it.

        It is one of its format's own, or has a number among others that have: "5.3 Integrated
        impact assessment".
        """
        if self._kind != "report" or self.wording.is_ours:
            return False
        is_counted = bool(
            paragraph.label or heading_parts(paragraph)[0] or TYPED_NUMBER.match(paragraph.text)
        )
        return (is_counted and self.wording.has_numbers) or self.wording.is_own_heading(paragraph)

    def _label(self, paragraph: Paragraph) -> int | None:
        if paragraph.bullet is not None or not paragraph.text.strip():
            return None
        if self._has_labels and paragraph.role != "appendix-label":
            return None
        is_of_report = self.wording.is_ours and self._kind == "report"
        if is_of_report and paragraph.role in ("heading-2", "caption"):
            return None  # a sub-heading or a caption that reads like a label
        number = appendix_number(paragraph, self.council)
        return None if number is None or number > MOST else number

    def _with_cover(self, place: int) -> int:
        """Return where an appendix begins: some formats print cover lines above its label."""
        fields = [line.field for line in self.council.plan.cover]
        above = fields.index("appendix") if "appendix" in fields else 0
        first = place
        for before in range(place - 1, self._parts[-1].start, -1):
            block = self.blocks[before]
            if not isinstance(block, Paragraph) or above == 0:
                break
            if block.role in _COVER_ROLES:
                first, above = before, above - 1
            elif self._has_labels or block.text.strip():
                break
        return first

    def _is_form_of_questions(self, place: int) -> bool:
        """Return whether a paragraph is a question of a form, and another follows it somewhere."""
        if self._has_titles:
            return False
        for words in self.forms:
            found = self._question_at(words, place, ())
            if found and any(
                self._question_at(words, after, (found,))
                for after in range(place + 1, len(self.blocks))
            ):
                return True
        return False

    def _question_at(self, words: FormWords, place: int, asked: tuple[str, ...]) -> str:
        """Return the id of the question that a paragraph is, if its answer is printed below it."""
        block = self.blocks[place]
        if not words.below or not isinstance(block, Paragraph):
            return ""
        found = words.asked_below(block, asked)
        return found.id if found is not None else ""

    def _table(self, table: Table, place: int) -> None:
        if self._kind == "assessment" and any(words.has_table(table) for words in self.forms):
            return
        if self._kind in ("plan", "appendix"):
            if not self._holds_plan((table,)) and self._is_assessment(table):
                self._begin("assessment", self._form_start(place))
        elif self._holds_plan((table,)):
            self._begin_plan(table, place)
        elif self._kind != "assessment" and self._is_assessment(table):
            self._begin("assessment", self._form_start(place))

    def _is_assessment(self, table: Table) -> bool:
        if self._has_titles or self._is_declared(table):
            return False
        return any(words.belongs(table) or words.has_table(table) for words in self.forms)

    def _is_declared(self, table: Table) -> bool:
        """Return whether a table before the appendices is one that the report's format declares.

        A form may have a table with headings that are among those of the report's.
        """
        return self._kind in ("before", "report") and is_declared(table, self.council.report)

    def _form_start(self, place: int) -> int:
        """Return where the lines of the form above its first table begin."""
        first = place
        start = max(self._parts[-1].start, place - _FORM_LINES_ABOVE)
        for before in range(place - 1, start - 1, -1):
            block = self.blocks[before]
            if not isinstance(block, Paragraph):
                break
            if block.text.strip() and any(words.is_own_line(block.text) for words in self.forms):
                first = before
        return first

    def _plan_start(self, place: int) -> int:
        """Return where a plan without a label begins: at its pages, below a date, at its aim."""
        begun = self._parts[-1].start
        if self._kind == "before":
            return begun
        if self._kind == "report":
            above = range(place - 1, begun, -1)
            begun = next((n for n in above if shows_report(self.blocks[n], self.wording)), begun)
        page = max((start for start in self.starts if begun < start <= place), default=None)
        if page is None and self._kind == "report":
            page = self._page_of_plan(begun, place)
        if page is not None:
            return page
        between = range(place - 1, begun, -1)
        last_table = next((n for n in between if isinstance(self.blocks[n], Table)), begun)
        dated = next((n for n in range(last_table + 1, place) if self._is_dated(n)), None)
        if dated is not None and any(is_filled(self.blocks[n]) for n in range(dated + 1, place)):
            return dated + 1
        if self._kind == "assessment":
            return last_table + 1
        return next((n for n in between if is_filled(self.blocks[n])), place)

    def _page_of_plan(self, begun: int, place: int) -> int | None:
        """Return the page that a plan without a label begins below a report, None for none.

        At its head stand lines of a cover, or an aim; the cover may have a page of its own.
        """
        pages = sorted((page for page in self.pages if begun < page <= place), reverse=True)
        if not pages or not self._begins_plan(pages[0], place):
            return None
        first = pages[0]
        for page in pages[1:]:
            lines = [block for block in self.blocks[page:first] if is_filled(block)]
            is_cover = len(lines) <= _MOST_ON_COVER and self._begins_plan(page, first)
            if not is_cover or not all(map(_is_line, lines)):
                break
            first = page
        return first

    def _begins_plan(self, page: int, end: int) -> bool:
        """Return whether the lines at the head of a page are those of a cover, or an aim."""
        filled = [block for block in self.blocks[page:end] if is_filled(block)]
        head = [one for one in takewhile(_is_line, filled) if isinstance(one, Paragraph)]
        if not filled or not head:
            return not filled
        is_signed = len(head) > 1 and is_name(head[0].text) and is_post(head[1].text)
        if is_signed or self.wording.section_at(head[0]) is not None:
            return False
        is_bare = len(head) == len(filled) <= _MOST_ON_COVER
        return is_bare or any(_is_of_cover(line) for line in head)

    def _is_dated(self, place: int) -> bool:
        block = self.blocks[place]
        return isinstance(block, Paragraph) and is_date(block.text)

    def _holds_plan(self, blocks: tuple[Block, ...]) -> bool:
        return any(
            isinstance(block, Table) and is_plan_table(block, self.words)
            for block in unpacked(blocks, self.words)
        )

    def _filled(self) -> Iterator[Part]:
        ends = [part.start for part in self._parts[1:]] + [len(self.blocks)]
        for begun, end in zip(self._parts, ends, strict=True):
            blocks = tuple(self.blocks[begun.start : end])
            if not any(map(is_filled, blocks)):
                continue
            kind = begun.kind
            if begun.has_no_label:
                yield Part(kind, (plain(""), *blocks), begun.number)
                continue
            if begun.within is not None:
                heading = self.blocks[begun.within.heading]
                plan, others = parted(blocks, heading, is_ours=self.wording.is_ours)
                yield Part(kind, plan, is_within=True)
                yield Part("report", others)
                continue
            if kind == "appendix" and not self._has_labels and _is_titled_assessment(blocks):
                yield Part(kind, blocks, begun.number)
                continue
            if kind == "appendix" and (self._holds_plan(blocks) or _is_printed_plan(blocks)):
                kind = "plan"
            if kind in ("before", "appendix") and holds_listed_actions(blocks, self.words):
                kind = "plan"
            yield Part(kind, blocks, begun.number)


def _is_line(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_short_line(block)


def _is_of_cover(line: Paragraph) -> bool:
    """Return whether a line at the head of a page says that a plan begins, or is its aim."""
    is_title = line.role in _COVER_ROLES or mentions_plan(line.text) or says_when(line.text)
    return is_title or aim_label(line.text) is not None


def _is_titled_assessment(blocks: Sequence[Block]) -> bool:
    """Return whether an appendix is an impact assessment by its title, whatever tables it has."""
    filled = takewhile(lambda one: isinstance(one, Paragraph), filter(is_filled, blocks))
    titles = islice(filled, _TITLE_LINES)
    lines = (one for one in titles if isinstance(one, Paragraph) and is_short_line(one))
    return any(_ASSESSMENT.search(line.text) for line in lines)


def _is_printed_plan(blocks: Sequence[Block]) -> bool:
    """Return whether this program printed a plan without an action, which has no table."""
    roles = [block.role for block in blocks if isinstance(block, Paragraph)]
    return roles[0] in _COVER_ROLES or any(role in _PLAN_ROLES for role in roles)


def form_words(forms: Sequence[Form]) -> tuple[FormWords, ...]:
    """Return the words of each form."""
    return tuple(map(FormWords, forms))
