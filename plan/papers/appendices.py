"""The appendices of a committee paper, each with its number, alone or within the paper.

They are texts, slips in the place of files from elsewhere, generated tables, and the plan itself,
which is the first appendix of a report that lists none and has not got it in a section.
"""

from collections.abc import Iterator
from dataclasses import replace

from plan.council.format import Format
from plan.model.documents import GENERATED
from plan.model.rows import Appendix
from plan.papers.blocks import Document, Paragraph, Section, plain
from plan.papers.comments import Comments, comments_of
from plan.papers.documents import Paper, PaperMaker, PaperSource, generated_section
from plan.papers.markdown import blocks_of


def paper_makers(source: PaperSource) -> Iterator[PaperMaker]:
    """Yield the maker of each appendix in the order of the report, the plan among them."""
    plan, appendices = source.plan, source.plan.appendices
    for number, appendix in enumerate(appendices, 1):
        yield from _makers_of(appendix, number, source)
    if not (plan.stands_in_report or any(one.kind == "plan" for one in appendices)):
        yield from source.makers("plan")


def _makers_of(appendix: Appendix, number: int, source: PaperSource) -> Iterator[PaperMaker]:
    if appendix.kind == "plan":
        yield from source.makers("plan")
        return
    label = source.council.plan.appendix_label.format(number=number)

    def made() -> Paper:
        are_printed = source.occasion.choices.has_comments
        comments = comments_of(source.plan, are_printed=are_printed)
        first = plain(label, "appendix-label")
        section = _section(appendix, first, source, comments)
        blocks = comments.left(section.blocks, "appendices", appendix.id)
        section = replace(section, blocks=blocks)
        document = Document(_title(appendix, label), (section,), subject=label)
        return Paper("appendix", label, document, source.file("appendix"), number=number)

    yield PaperMaker(label, made, number)


def _section(
    appendix: Appendix, label: Paragraph, source: PaperSource, comments: Comments
) -> Section:
    if appendix.kind in GENERATED:
        return generated_section(label, appendix.kind, source)
    return _own_pages(appendix, label, source.council, comments)


def _own_pages(
    appendix: Appendix, label: Paragraph, council: Format, comments: Comments
) -> Section:
    """Return the pages of a text appendix, or the slip sheet for a file from elsewhere."""
    body: tuple[Paragraph, ...]
    title: list[Paragraph] = []
    if appendix.title:
        title = [comments.on(plain(appendix.title, "cover-title"), appendix, "title")]
    if appendix.kind == "file":
        body = (plain(council.report.separate_file.format(file=appendix.file)),)
    else:
        said = blocks_of(appendix.text)
        body = comments.at(said, appendix, "text") if said else ()
    return Section((label, *title, *body), footer=council.report.footer)


def called(appendix: Appendix) -> str:
    """Return what an appendix is about: the heading of a table, a title, the name of a file."""
    generated = GENERATED.get(appendix.kind)
    return generated.heading if generated is not None else appendix.title or appendix.file


def _title(appendix: Appendix, label: str) -> str:
    """Return what the file is called in its properties: the label and what it is about."""
    return ": ".join(filter(None, (label, called(appendix))))
