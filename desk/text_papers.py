"""Write the papers of an export as web pages or Markdown, which need no office program."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from desk.errors import ExportError
from desk.exporting import Export, Exported, stop_remarks
from desk.word_papers import PaperKind, write_paper
from exporters.markdown_file import PICTURES, markdown_file
from exporters.web_page import web_page
from files.ordinary import reason_of
from plan.papers.blocks import Document, Paragraph, picture_in
from store.safe_file import EVERYBODY, EVERYBODYS_FOLDER, make_folder, write_safely
from store.written import is_as_written

_NOT_OURS = "is not as plandesk wrote it here"
_PAGE = PaperKind("web page", is_as_written, _NOT_OURS)
_MARKDOWN = PaperKind("Markdown file", is_as_written, _NOT_OURS)


def write_pages(export: Export, _: Sequence[Exported]) -> Iterator[Exported]:
    """Write the documents as web pages and yield where each went. Raises ExportError."""
    return _write(export, web_page, _PAGE, ".html")


def write_markdown(export: Export, _: Sequence[Exported]) -> Iterator[Exported]:
    """Write the documents as Markdown files and yield where each went. Raises ExportError.

    Their pictures are in a folder beside them.
    """
    return _write(export, markdown_file, _MARKDOWN, ".md")


def _write(
    export: Export, made: Callable[[Document], bytes], kind: PaperKind, ending: str
) -> Iterator[Exported]:
    makers = export.papers
    remarks = (*export.said_of_reviews, *stop_remarks(export.findings))
    taken: set[Path] = set()
    for make in makers:
        paper = export.made(make)
        document = export.dressed(paper.document)
        path = (export.folder / export.file_of(paper)).with_suffix(ending)
        exported = write_paper(kind, made(document), path, paper.what, frozenset(taken))
        taken.add(exported.path)
        if kind is _MARKDOWN:
            remarks = (*_write_pictures(export, document), *remarks)
        yield replace(exported, sentence="\n".join((exported.sentence, *remarks)))
        remarks = ()


def _write_pictures(export: Export, document: Document) -> Iterator[str]:
    """Write the pictures of a document into a folder beside it, and yield a sentence on that."""
    paragraphs = (one for one in document.blocks if isinstance(one, Paragraph))
    names = {name for one in paragraphs if (name := picture_in(one)) in document.pictures}
    folder = export.folder / PICTURES
    try:
        for name in sorted(names):
            make_folder(folder, mode=EVERYBODYS_FOLDER)
            write_safely(folder / name, document.pictures[name], new_mode=EVERYBODY)
    except OSError as error:
        raise ExportError(
            f"The pictures could not be written to {folder}: {reason_of(error)}. The plan itself "
            "is safe. Choose another folder."
        ) from error
    if names:
        yield f"Its pictures: {folder}"
