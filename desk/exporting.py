"""From the plan to its Word files: blocks, bytes, and a safe place on the disk."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desk.checking import checked
from desk.council import PLAIN_LOOK, Look
from desk.errors import ExportError
from desk.today import today
from exporters.names import file_name, numbered
from exporters.word.file_owner import is_untouched
from exporters.word.template_file import TemplateError
from files.ordinary import reason_of, why_unreadable
from plan.council.format import FormatError
from plan.following.timeline import ShownReviews
from plan.model.documents import REVIEWS, DocumentKind
from plan.model.finding import Finding
from plan.model.plan import Plan
from plan.papers.blocks import NOT_FOR_ISSUE, Document
from plan.papers.documents import ALL_NOTES, Occasion, Paper, paper_makers
from store.formats import form_for, format_for
from store.safe_file import EVERYBODY, EVERYBODYS_FOLDER, FileInUseError, new_folder, write_safely

if TYPE_CHECKING:
    from exporters.word.word_template import WordTemplate

_TRIES = 99


class ExportStoppedError(Exception):
    """The officer stopped the export; no part of a file was written."""


@dataclass(frozen=True)
class Exported:
    """Where a Word file went, and a sentence that says so; `what` names the document in it."""

    path: Path
    sentence: str
    what: str = ""


def _never() -> bool:
    return False


@dataclass(frozen=True)
class Export:
    """What is to be written: the documents of a `kind` of the plan called `name`, into `folder`.

    The folder is made if it is not there. `is_stopped` is asked again and again on the way.
    Where `reviews` are given, they are what a document of the reviews holds.
    """

    plan: Plan
    name: str
    kind: DocumentKind
    folder: Path
    look: Look = PLAIN_LOOK
    is_stopped: Callable[[], bool] = _never
    reviews: ShownReviews | None = None

    def papers(self) -> Sequence[Callable[[], Paper]]:
        """Return what makes each of the documents. Raises ExportError where there is none."""
        try:
            council = format_for(self.plan.cover.format)
            makers = paper_makers(self.plan, council, form_for, self.kind, self._occasion())
        except FormatError as error:
            raise _unusable_format(error) from error
        if not makers:
            raise ExportError(
                f"The plan {self.name} has no equality impact assessment yet, so there is none to "
                "write. Nothing was written. Begin one in the Equality view, or write the report "
                "or the plan."
            )
        return makers

    def written(self) -> Iterator[Exported]:
        """Write the documents one by one and yield where each went.

        A file that plandesk wrote and nobody has changed since is replaced. One that is open in
        Word, or that somebody has worked on, is left alone: the new one gets a number. Raises
        ExportError, and ExportStoppedError where the officer stopped it. What a council's template
        lacks is said with the first.
        """
        makers = self.papers()
        template = self._template()
        found = self._findings()
        mark = mark_of(found)
        holds = (f"It holds: {self._reviews.in_words}.",) if self._reviews is not None else ()
        remarks = (
            *holds,
            *(template.remarks if template is not None else ()),
            *stop_remarks(found),
        )
        taken: set[Path] = set()
        for make in makers:
            paper = self._made(make)
            content = self._word_file(replace(paper.document, mark=mark), template)
            values = {"appendix": self.plan.plan_appendix_number, "form": paper.name}
            named = file_name(paper.file, self.plan.report.number or self.name, **values)
            exported = write_word_file(content, self.folder / named, paper.what, frozenset(taken))
            taken.add(exported.path)
            sentence = "\n".join((exported.sentence, *remarks))
            yield Exported(exported.path, sentence, paper.what)
            remarks = ()

    def _occasion(self) -> Occasion:
        """Return the day on which the papers are printed, and which progress notes are."""
        return Occasion(today(), self.look.progress or ALL_NOTES, self._reviews)

    @property
    def _reviews(self) -> ShownReviews | None:
        return self.reviews if self.kind == REVIEWS.kind else None

    def _findings(self) -> tuple[Finding, ...]:
        """Return what the checks find in the plan today."""
        return checked(self.plan, format_for(self.plan.cover.format), today())

    def _made(self, make: Callable[[], Paper]) -> Paper:
        self.check()
        try:
            return make()
        except FormatError as error:
            raise _unusable_format(error) from error

    def _template(self) -> "WordTemplate | None":
        """Return the council's template made ready, None where plandesk's own is used."""
        if self.look.template is None:
            return None
        # Word is loaded for the first export, not for a paper that is shown.
        from exporters.word.council_template import council_template  # noqa: PLC0415

        try:
            return council_template(self.look.template, keep_body=self.look.keep_body)
        except TemplateError as error:
            raise ExportError(str(error)) from error

    def _word_file(self, document: Document, template: "WordTemplate | None") -> bytes:
        # As above: Word is loaded for the first export.
        from exporters.word.document import word_file_of  # noqa: PLC0415

        content = word_file_of(
            document, author=self.look.author, template=template, check=self.check
        )
        self.check()
        return content

    def check(self) -> None:
        """Raise ExportStoppedError where the officer has stopped the export."""
        if self.is_stopped():
            raise ExportStoppedError


def _open_stops(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(one for one in found if one.severity == "STOP" and one.is_open)


def mark_of(found: tuple[Finding, ...]) -> str:
    """Return the mark of papers in which something must be put right first, else nothing."""
    return NOT_FOR_ISSUE if _open_stops(found) else ""


def stop_remarks(found: tuple[Finding, ...]) -> tuple[str, ...]:
    """Return in a sentence why the papers are marked, nothing where they are not."""
    mark = mark_of(found)
    if not mark:
        return ()
    rules = ", ".join(dict.fromkeys(one.rule for one in _open_stops(found)))
    why = f"Every page says {mark}: something must be put right first ({rules})."
    return (f"{why} The Checks view and plandesk check say what.",)


def _unusable_format(error: Exception) -> ExportError:
    return ExportError(f"Nothing was written: the council's format cannot be used. {error}")


def write_word_file(
    content: bytes, wanted: Path, what: str = "the plan", taken: frozenset[Path] = frozenset()
) -> Exported:
    """Write a Word file at `wanted`, or beside it under another name. Raises ExportError.

    `taken` are the paths of other documents of the same export.
    """
    reason = ""
    try:
        with new_folder(wanted.parent, mode=EVERYBODYS_FOLDER):
            for number in range(1, _TRIES):
                path = wanted if number == 1 else numbered(wanted, number)
                if path in taken:
                    continue
                if path.exists() and not is_untouched(path):
                    why = why_unreadable(path) or "was last saved by another program"
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
            f"The Word file could not be written to {wanted.parent}: "
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
