"""The committee report as document blocks, in the council's format."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from plan.council.counting import Counting
from plan.council.format import Format
from plan.council.report_format import LISTED, HeaderLine, ReportFormat
from plan.council.report_table import ReportTable
from plan.following.ledger import with_notes
from plan.model.documents import DOCUMENTS, GENERATED
from plan.model.plan import Plan
from plan.model.rows import PLAN_HERE, REPORT_ID, Appendix, Passage, Report
from plan.papers.appendix import plan_in_report
from plan.papers.blocks import (
    Block,
    Document,
    Paragraph,
    Role,
    Section,
    Text,
    picture_block,
    plain,
)
from plan.papers.choices import AS_IN_FORMAT, Choices
from plan.papers.comments import Comments, comments_of
from plan.papers.consulted_table import consulted_table
from plan.papers.documents import Paper, PaperMaker, PaperSource
from plan.papers.header_lines import lines_as_blocks
from plan.papers.markdown import blocks_of
from plan.papers.passage_tables import printed_rows, table_of
from plan.papers.report_paragraphs import joined_by
from plan.papers.report_rows import lead_paragraphs, table_block
from plan.papers.report_sections import ReportSection, sections_of_plan


def paper_makers(source: PaperSource) -> Iterator[PaperMaker]:
    """Yield the maker of the report."""

    def made() -> Paper:
        choices = source.occasion.choices
        comments = comments_of(source.plan, are_printed=choices.has_comments)
        document = report_of(source.plan, source.chosen, comments, choices)
        return Paper("report", DOCUMENTS["report"].name, document, source.file("report"))

    yield PaperMaker("Report", made)


def report_of(
    plan: Plan,
    council: Format,
    comments: Comments | None = None,
    choices: Choices = AS_IN_FORMAT,
) -> Document:
    """Return the plan's committee report: header, sections, signature.

    The plan is in it where it stands in a section, with the notes and the columns of `choices`;
    `comments` are printed beside what they are on.
    """
    comments = comments or Comments()
    blocks = _report_blocks(plan, council.report, comments)
    if plan.stands_in_report:
        blocks = tuple(_with_plan(blocks, plan, council, choices, comments))
    return Document(
        title=plan.report.title or plan.cover.title or council.name,
        subject=f"Report no. {plan.report.number}" if plan.report.number else "Committee report",
        sections=(Section(blocks, footer=council.report.footer),),
        numbers=numbers_of(council.report),
        counting=counting_in_word(council.report),
    )


def _with_plan(
    blocks: Iterable[Block], plan: Plan, council: Format, choices: Choices, comments: Comments
) -> Iterator[Block]:
    """Yield the blocks of a report, with the plan in its place among them."""
    for block in blocks:
        if isinstance(block, Paragraph) and block.text == PLAN_HERE:
            noted = with_notes(plan, choices.notes)
            yield from plan_in_report(noted, council, choices, comments)
        else:
            yield block


def numbers_of(report_format: ReportFormat) -> tuple[str, str]:
    """Return the patterns for the report's numbers, in the form a document holds them."""
    values = {"section": "{1}", "paragraph": "{2}"}
    return report_format.section_number.format(**values), report_format.paragraph_number.format(
        **values
    )


def counting_in_word(report_format: ReportFormat) -> Counting | None:
    """Return how the report's recommendations are counted where a list of their own does it."""
    return None if report_format.counts_as_paragraphs else report_format.counting


def _report_blocks(
    plan: Plan, report_format: ReportFormat, comments: Comments
) -> tuple[Block, ...]:
    """Return the report's paragraphs and tables from top to bottom."""
    blocks: list[Block] = list(
        lines_as_blocks(
            plan.report,
            report_format.header,
            report_format.header_layout,
            report_format,
            comments,
        )
    )
    sections = [one for one in sections_of_plan(plan, report_format) if one.number]
    behind = [one for one in sections if one.format is not None and one.format.after_end]
    for section in sections:
        if section not in behind:
            blocks += _section(plan, section, report_format, comments)
    blocks.extend(_end(plan, report_format, comments))
    for section in behind:
        blocks += _section(plan, section, report_format, comments)
    return comments.left(blocks, "report", REPORT_ID, "report-line")


def _section(
    plan: Plan, section: ReportSection, report_format: ReportFormat, comments: Comments
) -> tuple[Block, ...]:
    heading = comments.on(_heading(section, report_format), plan.report, section.id)
    return (heading, *section_blocks(plan, section, report_format, comments))


def _end(plan: Plan, report_format: ReportFormat, comments: Comments) -> Iterator[Block]:
    """Yield what stands below the last section: who signs, who wrote it, and the appendices."""
    if report_format.end_lines:
        listed = "; ".join(listed_appendices(plan, report_format))
        listed = listed.replace("{", "{{").replace("}", "}}")
        lines = tuple(_with_listed(line, listed) for line in report_format.end_lines)
        layout = report_format.end_layout
        yield from lines_as_blocks(plan.report, lines, layout, report_format, comments)
    else:
        yield from _signature(plan.report, report_format, comments)
    for table in report_format.end_tables:
        yield from _declared(plan, table, comments)
    if report_format.appendices_heading:
        yield plain(report_format.appendices_heading, "heading-2")
        yield from (plain(line, bullet=0) for line in listed_appendices(plan, report_format))


def _with_listed(line: HeaderLine, listed: str) -> HeaderLine:
    """Return a line at the end with the list of the appendices where it has a place for it."""
    return line.model_copy(update={"text": line.text.replace(f"{{{LISTED}}}", listed)})


def listed_appendices(plan: Plan, report_format: ReportFormat) -> Iterator[str]:
    """Yield a line for each appendix: its label and its title."""
    label = report_format.listed_appendix
    titles = [_appendix_title(plan, one) for one in plan.appendices]
    titles = titles or ([] if plan.stands_in_report else [plan.cover.title])
    for number, title in enumerate(titles, 1):
        yield label.format(number=number, title=title).strip(" :–-")


def _appendix_title(plan: Plan, appendix: Appendix) -> str:
    if appendix.kind == "plan":
        return plan.cover.title
    generated = GENERATED.get(appendix.kind)
    return generated.name if generated is not None else appendix.title or appendix.file


def _heading(section: ReportSection, report_format: ReportFormat) -> Paragraph:
    if section.is_unnumbered:
        return replace(plain(section.heading, "heading-1"), capitals=report_format.capitals)
    label = report_format.section_number.format(section=section.number)
    inlines = (Text(section.heading),)
    return Paragraph(inlines, "section-heading", label=label, capitals=report_format.capitals)


def section_blocks(
    plan: Plan,
    section: ReportSection,
    report_format: ReportFormat,
    comments: Comments | None = None,
) -> tuple[Block, ...]:
    """Return the paragraphs and tables of a section below its heading."""
    comments = comments or Comments()
    declared = section.format.tables if section.format else ()
    numbers = _Numbers(section, report_format)
    is_numbered = section.format is not None and section.format.kind == "numbered"
    lead = numbers.next_label if is_numbered else str
    above, below = (
        [
            block
            for one in declared
            if one.above == is_above
            for block in _declared(plan, one, comments, lead)
        ]
        for is_above in (True, False)
    )
    prose = list(_passage_blocks(plan, section, report_format, numbers, comments))
    is_consulted = section.format is not None and section.format.consulted
    seen = consulted_table(plan, report_format) if is_consulted else None
    return (*above, *prose, *below, *([seen] if seen else []))


@dataclass
class _Numbers:
    """Counts the numbered paragraphs of a section."""

    section: ReportSection
    report_format: ReportFormat
    count: int = 0

    def next_label(self) -> str:
        """Return the number of the next paragraph."""
        self.count += 1
        return self.report_format.paragraph_number.format(
            section=self.section.number, paragraph=self.count
        )


def _passage_blocks(
    plan: Plan,
    section: ReportSection,
    report_format: ReportFormat,
    numbers: _Numbers,
    comments: Comments,
) -> Iterator[Block]:
    """Yield the passages of a section, the lead-in of its recommendations above them."""
    passages = plan.passages_of(section.id)
    decisions = [passage.id for passage in passages if passage.kind == "recommendation"]
    if decisions and section.format and section.format.lead_in:
        lead_in = plain(section.format.lead_in_of(plan.report.committee))
        if section.format.lead_in_numbered:
            lead_in = replace(lead_in, role="numbered", label=numbers.next_label())
        yield lead_in
    decided = report_format.counted_before(section.format)
    headings = 0
    for passage in passages:
        made: tuple[Block, ...] = ()
        match passage.kind:
            case "heading":
                headings += 1
                said = passage.text
                words = section.format.heading_below(headings, said) if section.format else said
                made = (plain(words, "heading-2"),)
            case "numbered":
                made = _numbered(passage, numbers.next_label())
            case "recommendation":
                decided += 1
                end = report_format.ending(decisions.index(passage.id), len(decisions))
                label = report_format.recommendation_label(section.number, decided)
                made = _recommendation(passage, end, label, report_format)
            case "table":
                made = table_blocks(passage)
            case "picture":
                made = picture_blocks(passage)
            case "text":
                first, *below = blocks_of(passage.text) or (Paragraph(()),)
                made = (first, *(_gone_on(one, "body-continued") for one in below))
        yield from comments.left(made, "passages", passage.id) if made else ()


def _declared(
    plan: Plan,
    table: ReportTable,
    comments: Comments,
    number_of_lead: Callable[[], str] = str,
) -> Iterator[Block]:
    """Yield a table that the format declares, below its heading."""
    made = tuple(
        table_block(plan, table, comments)
        if table.layout == "table"
        else lead_paragraphs(plan, table, number_of_lead, comments)
    )
    if made and table.heading:
        yield plain(table.heading, "heading-2")
    elif made and table.layout == "table":
        yield plain(table.title, "caption")
    yield from made


def table_blocks(passage: Passage) -> tuple[Block, ...]:
    """Return a table that the officer makes, its caption above it; nothing if it has no word."""
    if not printed_rows(passage.text):
        return ()
    caption = (plain(passage.caption, "caption"),) if passage.caption else ()
    return (*caption, table_of(passage.text, passage.caption))


def picture_blocks(passage: Passage) -> tuple[Paragraph, ...]:
    """Return a picture of the report, its caption above it as above a table."""
    caption = (plain(passage.caption, "caption"),) if passage.caption else ()
    return (*caption, picture_block(passage.picture, passage.text))


def _numbered(passage: Passage, label: str) -> tuple[Paragraph, ...]:
    blocks = blocks_of(passage.text) or (Paragraph(()),)
    below = (_gone_on(one, "numbered-text") for one in blocks[1:])
    return (replace(blocks[0], role="numbered", label=label, bullet=None), *below)


def _gone_on(block: Paragraph, role: Role) -> Paragraph:
    """Return what stands below the first paragraph of a passage, so that it is known to be of it.

    Below a numbered one it stands as far in as that.
    """
    return block if block.bullet is not None else replace(block, role=role)


def _recommendation(
    passage: Passage, end: str, label: str, report_format: ReportFormat
) -> tuple[Paragraph, ...]:
    blocks = joined_by(blocks_of(passage.text) or (Paragraph(()),), end)
    if label:
        role: Role = "numbered" if report_format.counts_as_paragraphs else "recommendation"
        below = (replace(block, bullet=block.bullet or 0) for block in blocks[1:])
        return (replace(blocks[0], role=role, label=label, bullet=None), *below)
    return tuple(
        replace(block, bullet=0 if place == 0 else (block.bullet or 0) + 1)
        for place, block in enumerate(blocks)
    )


def _signature(report: Report, report_format: ReportFormat, comments: Comments) -> list[Paragraph]:
    filled = [name for name in report_format.signature if getattr(report, name)]
    return [
        comments.on(
            plain(getattr(report, name), _signed_role(place, name, report_format)), report, name
        )
        for place, name in enumerate(filled)
    ]


def _signed_role(place: int, name: str, report_format: ReportFormat) -> Role:
    """Return the role of a line of a signature, the first of which stands for who signs.

    A post without the name that the format has above it is printed as a post, as it is read.
    """
    is_alone = name == "signatory_post" and report_format.signature[0] == "signatory"
    return "signatory-post" if place or is_alone else "signatory"
