"""The papers of an export as texts that need no office program: web pages and Markdown."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from desk.exporting import Export, Exported, stop_remarks
from desk.word_papers import PaperKind, write_paper
from exporters.markdown_file import markdown_file
from exporters.web_page import web_page
from plan.papers.blocks import Document
from store.written import is_as_written

_NOT_OURS = "is not as plandesk wrote it here"
_PAGE = PaperKind("web page", is_as_written, _NOT_OURS)
_MARKDOWN = PaperKind("Markdown file", is_as_written, _NOT_OURS)


def pages_written(export: Export, _: Sequence[Exported]) -> Iterator[Exported]:
    """Write the documents as web pages and yield where each went. Raises ExportError."""
    return _written(export, web_page, _PAGE, ".html")


def markdown_written(export: Export, _: Sequence[Exported]) -> Iterator[Exported]:
    """Write the documents as Markdown files and yield where each went. Raises ExportError."""
    return _written(export, markdown_file, _MARKDOWN, ".md")


def _written(
    export: Export, made: Callable[[Document], bytes], kind: PaperKind, ending: str
) -> Iterator[Exported]:
    makers = export.papers
    remarks = (*export.said_of_reviews, *stop_remarks(export.findings))
    taken: set[Path] = set()
    for make in makers:
        paper = export.made(make)
        content = made(replace(paper.document, mark=export.mark))
        path = (export.folder / export.file_of(paper)).with_suffix(ending)
        exported = write_paper(kind, content, path, paper.what, frozenset(taken))
        taken.add(exported.path)
        yield replace(exported, sentence="\n".join((exported.sentence, *remarks)))
        remarks = ()
