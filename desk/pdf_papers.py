"""Write the papers of an export as PDFs, made from Word files by an office program."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from desk.errors import PdfMissingError
from desk.exporting import Export, Exported
from desk.word_papers import MadeWordFile, PaperKind, word_files, write_paper, write_word_file
from exporters.pdf.converting import PdfMaker
from exporters.pdf.office import NoPdfError, office_here
from exporters.pdf.seal import is_sealed

_PDF = PaperKind("PDF", is_sealed, "is not as plandesk wrote it")


def write_pdfs(export: Export, _: Sequence[Exported]) -> Iterator[Exported]:
    """Write the papers one by one as PDFs and yield where each went.

    As soon as one cannot be made, the Word files of that and of those after it are written instead,
    unless the export writes them anyway; PdfMissingError says why at the end. A PDF that somebody
    has changed is left alone: the new one gets a number. Raises ExportError, ExportStoppedError.
    """
    has_word = "docx" in export.ways
    taken: set[Path] = set()
    without: list[str] = []
    why = ""
    with ExitStack() as stack:
        maker: PdfMaker | None = None
        for one in word_files(export):
            try:
                if not why:
                    maker = maker or stack.enter_context(PdfMaker(office_here(), export.check))
                    exported = _write_pdf(maker, one, frozenset(taken))
            except NoPdfError as error:
                why = str(error)
            if why:
                without.append(one.what)
                if has_word:
                    continue
                exported = write_word_file(one.content, one.path, one.what, frozenset(taken))
            taken.add(exported.path)
            yield exported if has_word else one.told_with(exported)
    if why:
        raise PdfMissingError(_missing(without, why))


def _write_pdf(maker: PdfMaker, one: MadeWordFile, taken: frozenset[Path]) -> Exported:
    content = maker.pdf_of(one.content)
    return write_paper(_PDF, content, one.path.with_suffix(".pdf"), one.what, taken)


def _missing(without: Sequence[str], why: str) -> str:
    *others, last = without
    named = " and ".join(filter(None, (", ".join(others), last)))
    files = "Word files are" if others else "Word file is"
    return f"There is no PDF of {named}: {why}. The {files} there."
