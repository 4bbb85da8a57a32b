"""Write the papers of an export as Word files, never over somebody's work."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desk.council import Look
from desk.errors import ExportError
from desk.exporting import Export, Exported, stop_remarks
from exporters.names import numbered
from exporters.word.file_owner import is_untouched
from exporters.word.template_file import TemplateError
from files.ordinary import reason_of, why_unreadable
from plan.papers.blocks import Document
from plan.papers.comments import comments_in
from plan.papers.public_copy import PublicCopy
from plan.text.line_breaks import counted
from store.safe_file import EVERYBODY, EVERYBODYS_FOLDER, FileInUseError, new_folder, write_safely

if TYPE_CHECKING:
    from exporters.word.word_template import WordTemplate

_TRIES = 99


def write_word_papers(export: Export, _: Sequence[Exported]) -> Iterator[Exported]:
    """Write the documents one by one and yield where each went.

    A file that plandesk wrote and nobody has changed since is replaced. One that is open in
    Word, or that somebody has worked on, is left alone: the new one gets a number. What a council's
    template lacks is said with the first. Raises ExportError and ExportStoppedError.
    """
    taken: set[Path] = set()
    for one in word_files(export):
        exported = write_word_file(one.content, one.path, one.what, frozenset(taken))
        taken.add(exported.path)
        yield one.told_with(exported)


@dataclass(frozen=True)
class MadeWordFile:
    """A Word file that is not written yet: its bytes, where it goes, and what is said with it."""

    content: bytes
    path: Path
    what: str
    remarks: tuple[str, ...] = ()

    def told_with(self, exported: Exported) -> Exported:
        """Return where it went, with the remarks below the sentence that says so."""
        return replace(exported, sentence="\n".join((exported.sentence, *self.remarks)))


def word_files(export: Export) -> Iterator[MadeWordFile]:
    """Make the Word files of an export one by one. Raises ExportError, ExportStoppedError."""
    makers = export.papers
    template = template_of(export.look)
    remarks = (
        *export.said_of_reviews,
        *(template.remarks if template is not None else ()),
        *stop_remarks(export.findings),
    )
    look = replace(export.look, author=export.author)
    write = _writer(look, template, export.check, export.copied.public)
    for make in makers:
        paper = export.made(make)
        document = export.dressed(paper.document)
        content = write(document)
        export.check()
        path = export.folder / export.file_of(paper)
        yield MadeWordFile(content, path, paper.what, (*_said_of_comments(document), *remarks))
        remarks = ()


def _said_of_comments(document: Document) -> tuple[str, ...]:
    count = sum(1 for _ in comments_in(document))
    return (f"It has {counted(count, 'comment')} of the plan's.",) if count else ()


def word_file(document: Document, look: Look) -> bytes:
    """Return one document, of no export, as a Word file. Raises ExportError."""
    return _writer(look, template_of(look))(document)


def template_of(look: Look) -> "WordTemplate | None":
    """Return the council's template made ready, None where plandesk's own is used."""
    if look.template is None:
        return None
    # Word is loaded for the first export, not for a paper that is shown.
    from exporters.word.council_template import council_template  # noqa: PLC0415

    try:
        return council_template(look.template, keep_body=look.keep_body)
    except TemplateError as error:
        raise ExportError(str(error)) from error


def _writer(
    look: Look,
    template: "WordTemplate | None",
    check: Callable[[], None] = lambda: None,
    public: PublicCopy | None = None,
) -> Callable[[Document], bytes]:
    """Return what writes the papers of one export as Word files."""
    # As above: Word is loaded for the first export.
    from exporters.word.document import writer_of_papers  # noqa: PLC0415

    return writer_of_papers(author=look.author, template=template, check=check, public=public)


def write_word_file(
    content: bytes, wanted: Path, what: str = "the plan", taken: frozenset[Path] = frozenset()
) -> Exported:
    """Write a Word file at `wanted`, or beside it under another name. Raises ExportError.

    `taken` are the paths of other documents of the same export.
    """
    return write_paper(WORD, content, wanted, what, taken)


class PaperKind(NamedTuple):
    """A kind of file that papers are written as.

    `is_ours` says whether the file at a path is as plandesk wrote it; `if_not` ends the sentence
    about one that is not, after its name.
    """

    name: str
    is_ours: Callable[[Path], bool]
    if_not: str


WORD = PaperKind("Word file", is_untouched, "was last saved by another program")


def write_paper(
    kind: PaperKind, content: bytes, wanted: Path, what: str, taken: frozenset[Path]
) -> Exported:
    """Write a file at `wanted`, or beside it under another name. Raises ExportError."""
    reason = ""
    try:
        with new_folder(wanted.parent, mode=EVERYBODYS_FOLDER):
            for number in range(1, _TRIES):
                path = wanted if number == 1 else numbered(wanted, number)
                if path in taken:
                    continue
                if path.exists() and not kind.is_ours(path):
                    why = why_unreadable(path) or kind.if_not
                    reason = reason or f"{path.name} {why}"
                    continue
                try:
                    write_safely(path, content, new_mode=EVERYBODY)
                except FileInUseError:
                    reason = f"{path.name} is open in another program, such as Word"
                    continue
                return Exported(path, _where(path, what, reason), what)
    except OSError as error:
        raise ExportError(
            f"The {kind.name} could not be written to {wanted.parent}: "
            f"{reason_of(error)}. The plan itself is safe. "
            "Choose another folder."
        ) from error
    raise ExportError(
        f"Every name like {wanted.name} is taken in {wanted.parent}. The plan itself is safe. "
        "Choose another folder, or clear that one."
    )


def _where(path: Path, what: str, reason: str) -> str:
    if reason:
        return f"{reason}, so it was left as it is. {what[:1].upper()}{what[1:]} went to {path}"
    return f"Written: {path}"
