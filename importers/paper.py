"""A whole committee paper read from a Word file: plan, report, appendices, assessments."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from pydantic import ValidationError

from importers.account.account import NO_ACCOUNT, Account
from importers.account.counting import account_of
from importers.account.file_words import FileParagraph, FileWords, file_words
from importers.account.ledger import open_ledger
from importers.account.spots import spotted
from importers.account.values import values_of_paper
from importers.appendices import appendix_number
from importers.asking import Asking
from importers.assessments_of_paper import read_assessments
from importers.bracketed_notes import with_marked_notes
from importers.coloured_tables import with_words_for_colours
from importers.comments import Commented, read_comments
from importers.decisions import NOTHING_DECIDED, Case, Decisions
from importers.errors import UnreadableError
from importers.likely_slips import likely_slips_in
from importers.paper_appendices import appendices_of, with_plan
from importers.part import Part, PartKind
from importers.parts import Division, Pages, form_words
from importers.plan.assembling import Assembly
from importers.plan.blank_plans import is_about_plans
from importers.plan.colour_keys import key_remark, without_key, without_own_keys
from importers.plan.columns import HeadingWords, as_read, heading_words
from importers.plan.contents_lists import without_front_pages
from importers.plan.header_column import own_key
from importers.plan.headings import heading_key
from importers.plan.plan_outline import outline_of_plan, read_plan_blocks
from importers.plan.plan_tables import is_plan_table
from importers.plan.unknown_columns import UnknownColumn, likely_columns, unknown_columns
from importers.prompts import without_prompts
from importers.refusal import no_plan
from importers.remarks import Remark, copy_remark, gathered
from importers.report.not_understood import filled_from_pages, header_lines_on_pages, unread_before
from importers.report.report import ReadReport, absent_appendices, read_report
from importers.struck import without_struck
from importers.unread import is_filled, unread_remark
from importers.word.package import Package
from importers.word.reader import WordReading, read_word, remarks_on_file
from plan.council.form import Form
from plan.council.format import ColumnField, Format
from plan.model.bulk import without_collection
from plan.model.outline import (
    PlanOutline,
    ReportOutline,
    built_plan,
)
from plan.model.rows import PLAN_HERE
from plan.papers.blocks import Block, Paragraph, paragraphs_of
from plan.text.clean import clean_line
from plan.text.line_breaks import counted

_NO_COLUMNS: Mapping[str, ColumnField | None] = MappingProxyType({})
_NO_KEY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class PaperReading:
    """What was found in a paper, for the officer to check.

    `outline` has the plan, the report and the assessments, each as far as the paper has it.
    `remarks` say what the officer should know of the reading, and what was not read.
    `unknown_columns` are table columns that were not understood: the paper can be read again once
    the officer has said what they hold. `account` says where each word of the file went, where
    that was asked for. `cases` are the places of the file that an officer may decide about,
    `unpacked` counts the tables that were taken out of cells side by side. `status_key` has what
    its own key says of status letters and colours, by the sign, `abbreviations` what it explains
    in its lines. `unread` has the lines that were not understood of the report's "header", at its
    "end" and of its text ("report"), and by the number of each assessment, from 0, the questions of
    its form that it was not seen to ask.
    """

    outline: PlanOutline
    remarks: tuple[Remark, ...]
    unknown_columns: tuple[UnknownColumn, ...] = ()
    account: Account = NO_ACCOUNT
    cases: tuple[Case, ...] = ()
    unpacked: int = 0
    status_key: Mapping[str, str] = field(default_factory=lambda: _NO_KEY)
    abbreviations: Mapping[str, str] = field(default_factory=lambda: _NO_KEY)
    unread: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict, compare=False, repr=False)
    """What the pictures of its report hold, by the names that the outline has."""
    heads_read: tuple[str, ...] = ()
    """The lines at the head of its pages that were read as the report's."""

    @property
    def has_plan(self) -> bool:
        """Whether the paper holds a plan."""
        return bool(self.outline.aims)

    @property
    def has_report(self) -> bool:
        """Whether the paper holds a committee report, or an appendix other than the plan."""
        return self.outline.report != ReportOutline()

    @property
    def summary(self) -> str:
        """How much was found, such as "4 aims and 10 actions, the report, 1 assessment"."""
        outline = self.outline
        actions = sum(len(aim.actions) for aim in outline.aims)
        plan = f"{counted(len(outline.aims), 'aim')} and {counted(actions, 'action')}"
        found = [plan] if self.has_plan else ["no plan"]
        if outline.report.passages:
            passages = counted(len(outline.report.passages), "paragraph")
            found.append(f"the report with {passages}")
        others = sum(appendix.kind != "plan" for appendix in outline.report.appendices)
        if others:
            found.append(counted(others, "other appendix", "other appendices"))
        if outline.assessments:
            found.append(counted(len(outline.assessments), "assessment"))
        return ", ".join(found)


def read_paper(
    path: Path,
    council: Format,
    forms: Sequence[Form],
    columns: Mapping[str, ColumnField | None] = _NO_COLUMNS,
    decisions: Decisions = NOTHING_DECIDED,
) -> PaperReading:
    """Return what a Word file holds, found by the words of a council's format and its forms.

    `columns` says what unknown columns hold, by their headings as printed; None leaves one out,
    `decisions` what the officer decided of what the file leaves open.
    Raises UnreadableError, with a sentence for the officer, where the file is not a readable Word
    file, and NoPlanFoundError where it holds neither plan nor report nor assessment.
    """
    terms = _Terms(council, forms, heading_words(council, columns), decisions)
    with without_collection():
        return _read_paper(path, terms)


class _Terms(NamedTuple):
    """By what a file is read: a format, its forms, what headings mean, and what was decided."""

    council: Format
    forms: Sequence[Form]
    words: HeadingWords
    decisions: Decisions


def _read_paper(path: Path, terms: _Terms) -> PaperReading:
    # All that is needed only meanwhile is gone when this returns, before garbage is looked for.
    word = read_word(path)
    return _checked(_with_comments(word, terms), word, path, terms)


@dataclass(frozen=True)
class ShownFile:
    """A Word file as it was read once, and all the words that it shows, to account for them."""

    word: WordReading
    words: FileWords


def shown_file(path: Path, beside: Callable[[Package], None] | None = None) -> ShownFile:
    """Return what a Word file shows; `beside` is shown its parts too, while the file is open.

    Raises UnreadableError where it is not a readable Word file.
    """
    shown: list[FileWords] = []

    def look(package: Package) -> None:
        shown.append(file_words(package))
        if beside is not None:
            beside(package)

    return ShownFile(read_word(path, look), shown[0])


def read_with_account(
    path: Path,
    council: Format,
    forms: Sequence[Form],
    columns: Mapping[str, ColumnField | None] = _NO_COLUMNS,
    decisions: Decisions = NOTHING_DECIDED,
) -> PaperReading:
    """Return what `read_paper` does, with the account of where each word of the file went.

    Raises what that raises.
    """
    terms = _Terms(council, forms, heading_words(council, columns), decisions)
    with without_collection():
        file = shown_file(path)
        return _checked(_accounted(file, terms), file.word, path, terms)


def account_of_file(
    path: Path,
    council: Format,
    forms: Sequence[Form],
    columns: Mapping[str, ColumnField | None] = _NO_COLUMNS,
    decisions: Decisions = NOTHING_DECIDED,
) -> Account:
    """Return where each word of a Word file goes, also of one that is no committee paper.

    Raises UnreadableError where it is not a readable Word file.
    """
    return account_of_shown(shown_file(path), council, forms, columns, decisions)


def account_of_shown(
    file: ShownFile,
    council: Format,
    forms: Sequence[Form],
    columns: Mapping[str, ColumnField | None] = _NO_COLUMNS,
    decisions: Decisions = NOTHING_DECIDED,
) -> Account:
    """Return what `account_of_file` does, of a file that was read before."""
    terms = _Terms(council, forms, heading_words(council, columns), decisions)
    with without_collection():
        return _accounted(file, terms).account


def _accounted(file: ShownFile, terms: _Terms) -> PaperReading:
    word = file.word
    with open_ledger() as ledger:
        reading = _with_comments(word, terms)
    shown = _without_read_out(file.words, reading.outline.report)
    forms = {form.id: form for form in terms.forms}
    values = values_of_paper(reading.outline, terms.council, forms)
    read = spotted(word.blocks, word.loose)
    account, cases = account_of(shown, read, ledger, values, reading.cases)
    return replace(reading, account=account, cases=cases)


def _without_read_out(shown: FileWords, report: ReportOutline) -> FileWords:
    """Return a file's words without what is read out for pictures that the report has with it."""
    read_out = Counter(one.text for one in report.passages if one.picture)
    if not read_out:
        return shown
    left: list[FileParagraph] = []
    for paragraph in shown.paragraphs:
        said = clean_line(paragraph.text)
        if paragraph.kind == "alternative text" and read_out[said]:
            read_out[said] -= 1
        else:
            left.append(paragraph)
    return replace(shown, paragraphs=left)


def _decided(word: WordReading, terms: _Terms) -> PaperReading:
    """Return what a file holds, in the way of what was decided of what it leaves open."""
    council, forms, words, decisions = terms
    blocks = without_front_pages(word.blocks)
    blocks = without_prompts(blocks, forms) if word.has_controls else blocks
    cases: list[Case] = []
    if word.has_struck:
        loose = tuple(block for one in word.loose for block in one.blocks)
        blocks, struck = without_struck(blocks, decisions)
        cases += (*struck, *without_struck(loose, decisions)[1])
    if word.has_notes:
        blocks, noted = with_marked_notes(blocks, decisions)
        cases += noted
    own = council.plan.own
    labels = {own_key(one.id): one.label for one in own.fields}
    labels |= {as_read(one.field, own): one.heading for one in council.plan.columns}
    asking = Asking(decisions, labels, word.has_colours, own)
    is_of_plan = partial(is_plan_table, words=words)
    asking.blocks = blocks
    blocks, colours = without_key(without_own_keys(blocks, council), is_of_plan, keeps_lines=True)
    asking.colours = colours
    if word.has_colours:
        blocks = with_words_for_colours(blocks, is_of_plan, colours, asking)
    words = replace(words, colours=colours)
    reading = paper_in(blocks, Pages(word.starts, word.pages), council, forms, words, asking)
    reading = _with_heads_of_pages(reading, word, council)
    return replace(
        reading,
        remarks=(*reading.remarks, *asking.remarks, *key_remark(colours, asking.cases)),
        cases=(*cases, *asking.cases),
        status_key=asking.key,
        abbreviations=asking.abbreviations,
    )


def _with_heads_of_pages(reading: PaperReading, word: WordReading, council: Format) -> PaperReading:
    """Return a reading with what only the heads of the pages say of its report, or may say."""
    heads = header_lines_on_pages(word.page_heads) if reading.has_report else ()
    report, taken = filled_from_pages(reading.outline.report, heads, council.report)
    said = (f"“{line}” at the head of the pages was read as the report's." for line in taken)
    found, left = dict(reading.unread), tuple(line for line in heads if line not in taken)
    if left:
        found["header"] = (*found.get("header", ()), *left)
    return replace(
        reading,
        outline=replace(reading.outline, report=report),
        remarks=(*reading.remarks, *(Remark("note", "Report", text) for text in said)),
        unread=found,
        heads_read=taken,
    )


def _with_comments(word: WordReading, terms: _Terms) -> PaperReading:
    """Return what `_decided` does, with the comments that are kept, each on what was read of it."""
    if not word.has_comments:
        return _decided(word, terms)
    with open_ledger() as ledger:
        reading = _decided(word, terms)
        outline = reading.outline
        if outline == PlanOutline():
            return reading
        forms = {form.id: form for form in terms.forms}
        commented = Commented(outline, terms.council, forms, ledger)
        kept, cases = read_comments(word.blocks, word.loose, commented, terms.decisions)
    outline = replace(outline, comments=kept)
    return replace(reading, outline=outline, cases=(*reading.cases, *cases))


def _checked(reading: PaperReading, word: WordReading, path: Path, terms: _Terms) -> PaperReading:
    council, words = terms.council, terms.words
    if reading.outline == PlanOutline():
        is_blank = is_about_plans(word.blocks, words)
        columns = () if is_blank else likely_columns(word.blocks, words)
        raise no_plan(path, word.blocks, council, columns, is_blank=is_blank)
    refuse_too_long(reading.outline, path, council)
    shown = [one.picture for one in reading.outline.report.passages if one.picture]
    of_file = remarks_on_file(word, reading.unpacked, shown, reading.heads_read)
    copy = copy_remark(path, (one.text for one in paragraphs_of(word.blocks) if one.inlines))
    return replace(
        reading,
        remarks=gathered((*copy, *reading.remarks, *of_file)),
        pictures={name: word.pictures[name] for name in shown},
    )


def paper_in(
    blocks: tuple[Block, ...],
    pages: Pages,
    council: Format,
    forms: Sequence[Form],
    words: HeadingWords,
    asking: Asking,
) -> PaperReading:
    """Return what the blocks of a paper hold, each part read by its kind.

    `pages` has the places of the blocks that begin new pages, `asking` answers what the paper
    leaves open.
    """
    parts = Division(blocks, council, form_words(forms), words, *pages).parts()
    if not is_paper(parts, blocks, council, words):
        parts = ()
    parts, read = read_assessments(parts, forms)
    assembly = read_plan_blocks(_blocks_of(parts, "plan"), council, words)
    reports = [read_report(part.blocks, council) for part in parts if part.kind == "report"]
    report = reports[0] if reports else ReadReport(ReportOutline(), (), {})
    appendices, about = appendices_of(parts, council, report.listed, has_report=bool(reports))
    outline = replace(
        outline_of_plan(assembly, asking),
        report=replace(report.outline, appendices=appendices),
        assessments=tuple(one.outline for one in read),
    )
    asked = tuple(_asked_columns(assembly, parts, words))
    remarks = (
        *_remarks_on_plan(outline, assembly, parts, council),
        *report.remarks,
        *(remark for one in read for remark in one.remarks),
        *_within_remark(parts),
        *about,
        *_remarks_on_absent(outline, parts),
        *_unread_actions_remark(asked, assembly),
    )
    unread = {str(n): one.not_asked for n, one in enumerate(read)} | {**report.unread}
    if not reports:
        unread["report"] = unread_before(_blocks_of(parts, "before"))
    return PaperReading(outline, remarks, asked, unpacked=assembly.unpacked, unread=unread)


def _blocks_of(parts: Iterable[Part], kind: PartKind) -> list[Block]:
    """Return the blocks of the parts of a kind, in order."""
    return [block for part in parts if part.kind == kind for block in part.blocks]


def _remarks_on_plan(
    outline: PlanOutline, assembly: Assembly, parts: Iterable[Part], council: Format
) -> Iterator[Remark]:
    """Yield what is to be said of the plan, and of what stands before all parts of the paper."""
    unread = [block for part in parts if part.kind == "before" for block in part.blocks]
    yield from unread_remark(unread, "Before the report")
    yield from likely_slips_in(
        outline.aims,
        tuple(assembly.aims),
        frozenset(assembly.fields),
        has_own_refs=any(column.own for column in council.plan.columns),
    )
    yield from assembly.remarks


def _remarks_on_absent(outline: PlanOutline, parts: Iterable[Part]) -> Iterator[Remark]:
    """Yield which appendices the report speaks of that are not there, and that there is no plan."""
    assessments = {part.number for part in parts if part.kind == "assessment"}
    appendices = with_plan(outline.report.appendices, outline)
    yield from absent_appendices(outline.report, appendices, assessments)
    yield from _no_plan_remark(outline)


def _within_remark(parts: Iterable[Part]) -> Iterator[Remark]:
    """Yield that a plan stands in the report, where it is printed again."""
    for part in parts:
        if part.is_within:
            text = (
                "The plan stands among the sections of the report: it is printed there, where"
                f" {PLAN_HERE} keeps its place, and is no appendix."
            )
            yield Remark("note", "Report", text)


def _asked_columns(
    assembly: Assembly, parts: Sequence[Part], words: HeadingWords
) -> Iterator[UnknownColumn]:
    """Yield the columns that an officer may explain: a plan's, and those of tables not read.

    Where the paper has no plan, it may stand in any table that is none of the report's.
    """
    asked = unknown_columns(assembly.unknown, assembly.fields)
    yield from asked
    unread: Sequence[Block] = assembly.unread
    if not assembly.aims:
        elsewhere = (part for part in parts if part.kind in ("plan", "appendix", "before"))
        unread = tuple(block for part in elsewhere for block in part.blocks)
    known = {heading_key(column.heading) for column in asked}
    for column in likely_columns(unread, words):
        if heading_key(column.heading) not in known:
            yield column


def is_paper(
    parts: Sequence[Part], blocks: Sequence[Block], council: Format, words: HeadingWords
) -> bool:
    """Return whether a file is a committee paper, or an appendix by itself.

    A manual has appendices too: alone they make no paper, but where the file begins with the label
    of one. Nor does a blank table that shows how to write a plan.
    """
    plans = [part for part in parts if part.kind == "plan"]
    others = any(part.kind not in ("before", "appendix", "plan") for part in parts)
    if len(plans) == 1 and not others and is_about_plans(blocks, words):
        return False
    if any(part.kind not in ("before", "appendix") for part in parts):
        return True
    first = next(filter(is_filled, blocks), None)
    return isinstance(first, Paragraph) and appendix_number(first, council) is not None


def _no_plan_remark(outline: PlanOutline) -> Iterator[Remark]:
    if not outline.aims and outline != PlanOutline():
        yield Remark("note", "", "The paper has no table with the actions of a plan.")


def _unread_actions_remark(asked: Iterable[UnknownColumn], assembly: Assembly) -> Iterator[Remark]:
    """Yield a remark on each heading below which a table that was not read may have its actions."""
    own = {heading_key(heading) for heading in assembly.unknown.counts}
    for column in asked:
        if column.likely == "text" and heading_key(column.heading) not in own:
            text = f"A table was not read whose actions may stand below “{column.heading}”: say so,"
            yield Remark("not understood", "", f"{text} and it is read.")


def refuse_too_long(outline: PlanOutline, path: Path, council: Format) -> None:
    """Raise UnreadableError where a text is longer than a plan can keep: nothing is cut off."""
    try:
        built_plan(outline, council.id)
    except ValidationError as error:
        field = error.errors(include_url=False)[0]["loc"][0]
        raise UnreadableError(
            f"A text in {path.name} is longer than a plan can hold (in: {field}), so nothing was"
            " read. The file is as it was. Shorten it in Word, or divide it, and choose the file"
            " again."
        ) from error
