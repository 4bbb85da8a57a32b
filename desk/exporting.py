"""An export: which papers of a plan are written, where to, and in which ways."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from importlib import import_module
from pathlib import Path

from desk.checking import checked
from desk.council import PLAIN_LOOK, Look
from desk.errors import ExportError
from desk.paper_copies import CopyKind, PaperCopy
from desk.report_pictures import pictures_of
from desk.today import today
from exporters.names import file_name
from plan.council.form import Form
from plan.council.format import FormatError
from plan.following.timeline import ShownReviews
from plan.model.documents import REVIEWS, DocumentKind, appendix_number, document_name
from plan.model.finding import Finding
from plan.model.plan import Plan
from plan.papers.blocks import NOT_FOR_ISSUE, Document
from plan.papers.choices import AS_IN_FORMAT, Choices
from plan.papers.comments import comments_in
from plan.papers.documents import Occasion, Paper, PaperSource, makers_from
from plan.papers.sheets import SHEET_TITLES
from plan.text.line_breaks import counted
from store.formats import form_for, format_for, usable_forms

WAYS: Mapping[str, str] = {
    "docx": "desk.word_papers:write_word_papers",
    "html": "desk.text_papers:write_pages",
    "md": "desk.text_papers:write_markdown",
    "csv": "desk.sheet_files:write_csv",
    "xlsx": "desk.sheet_files:write_workbook",
    "pdf": "desk.pdf_papers:write_pdfs",  # last, as it ends with an error where nothing makes one
}
"""The ways in which papers are written, in that order: each with its module and its function.

A module is loaded when it is first needed. Its function takes an Export and the files that the ways
before it have written (`Exported`), writes and yields where each file went.
"""
WITH_COMMENTS = "with comments"
"""In the name of a Word file that has comments: it is a draft, and replaces no paper."""
OF_LISTS = ("csv", "xlsx")
"""The ways in which only a list is written, such as the actions."""


def read_ways(typed: str) -> tuple[str, ...]:
    """Return the ways in which papers are written, typed with spaces or commas between them.

    That is Word where nothing is typed. Raises ExportError for a way that there is not.
    """
    ways = tuple(dict.fromkeys(typed.lower().replace(",", " ").split())) or ("docx",)
    unknown = next((one for one in ways if one not in WAYS), None)
    if unknown is not None:
        raise ExportError(
            f"A paper is written as {', '.join(WAYS)}, not as “{unknown}”. Nothing was written."
        )
    return ways


class ExportStoppedError(Exception):
    """The officer stopped the export; no part of a file was written."""


@dataclass(frozen=True)
class Exported:
    """Where a file went, and a sentence that says so; `what` names the document in it."""

    path: Path
    sentence: str
    what: str = ""


def _never() -> bool:
    return False


@dataclass(frozen=True)
class Export:
    """What is to be written: the documents of a `kind` of the plan called `name`, into `folder`.

    The folder is made if it is not there. `is_stopped` is asked at each block of a paper.
    Where `reviews` are given, they are what a document of the reviews holds. `choices` are how the
    papers are laid out, `ways` those of WAYS in which they are written. `copy` is which copy of the
    papers it is, empty for what the format prints. `plan_file` is where the plan lies: an appendix
    that is a file from elsewhere is looked for beside it. `dates` are when the plan was made and
    last changed.
    """

    plan: Plan
    name: str
    kind: DocumentKind
    folder: Path
    look: Look = PLAIN_LOOK
    is_stopped: Callable[[], bool] = _never
    reviews: ShownReviews | None = None
    choices: Choices = AS_IN_FORMAT
    ways: tuple[str, ...] = ("docx",)
    copy: CopyKind = ""
    plan_file: Path | None = None
    dates: tuple[datetime | None, datetime | None] = (None, None)

    @cached_property
    def copied(self) -> PaperCopy:
        """The copy of the plan that is printed. Raises FormatError."""
        named = dict.fromkeys(one.form for one in self.plan.assessments)
        # Without its form nobody knows who is named in an assessment, so a public copy wants it.
        is_public = self.copy == "public"
        forms = {one: form_for(one) for one in named} if is_public else usable_forms(named)
        return PaperCopy(self.copy, self.plan, format_for(self.plan.cover.format), forms)

    @property
    def printed(self) -> Plan:
        """The plan as it is printed."""
        return self.copied.plan

    @property
    def printed_name(self) -> str:
        """The name of the plan as the copy has it."""
        return self.copied.text(self.name) or "Plan"

    @property
    def author(self) -> str:
        """The author in the properties of the files."""
        return self.copied.author(self.look.author)

    @cached_property
    def source(self) -> PaperSource:
        """What the papers are made from. Raises ExportError."""
        try:
            council = self.copied.part(format_for(self.printed.cover.format))
            occasion = Occasion(today(), self.choices, self._copied_reviews())
        except FormatError as error:
            raise unusable_format(error) from error
        return PaperSource(self.printed, council, self._form, occasion)

    @cached_property
    def papers(self) -> Sequence[Callable[[], Paper]]:
        """What makes each of the documents. Raises ExportError where there is none."""
        try:
            makers = makers_from(self.source, self.kind)
        except FormatError as error:
            raise unusable_format(error) from error
        if not makers:
            raise ExportError(self._why_none())
        return makers

    def _form(self, form_id: str) -> Form:
        return self.copied.part(form_for(form_id))

    def _why_none(self) -> str:
        """Return why there is no document of the kind."""
        if number := appendix_number(self.kind):
            count = max(len(self.plan.appendices), self.plan.plan_appendix_number)
            return (
                f"The paper of {self.name} has {counted(count, 'appendix', 'appendices')}, so "
                f"there is none with the number {number}. Nothing was written."
            )
        return (
            f"The plan {self.name} has no equality impact assessment yet, so there is none to "
            "write. Nothing was written. Begin one in the Equality view, or write the report "
            "or the plan."
        )

    def write(self) -> Iterator[Exported]:
        """Write the documents in each of the ways and yield where each file went.

        Raises ExportError, and ExportStoppedError where the officer stopped it.
        """
        self._refuse_what_is_no_list()
        done: list[Exported] = []
        for way in (one for one in WAYS if one in self.ways):
            module, function = WAYS[way].split(":")
            write = getattr(import_module(module), function)
            for exported in write(self if way == "docx" else self._bare, tuple(done)):
                done.append(exported)
                yield exported

    @property
    def _bare(self) -> "Export":
        """The export without comments, which Word files alone show."""
        if not self.choices.has_comments:
            return self
        return replace(self, choices=replace(self.choices, has_comments=False))

    def _copied_reviews(self) -> ShownReviews | None:
        """Return the reviews as the copy prints them. Raises ExportError where it cannot."""
        shown = self._reviews
        if shown is None or self.copied.public is None:
            return shown
        if shown.is_of_desk:
            raise ExportError(
                "A public copy is of one plan, and these reviews are of every plan. Nothing was "
                "written."
            )
        if self.copied.text(shown.only.lead) != shown.only.lead:
            raise ExportError(
                "These reviews are those of a person whom the public copy leaves out. Nothing was "
                "written."
            )
        return replace(shown, plans=dict.fromkeys(shown.plans, self.printed))

    def _refuse_what_is_no_list(self) -> None:
        """Raise ExportError where a paper is wanted in a way that is for lists only."""
        way = next((one for one in OF_LISTS if one in self.ways), "")
        if way and self.kind not in SHEET_TITLES:
            lists = ", ".join(SHEET_TITLES)
            raise ExportError(
                f"Only a list is written as {way}, and {document_name(self.kind)} is a paper, so "
                f"nothing was written. The lists are: {lists}."
            )

    @cached_property
    def pictures(self) -> dict[str, bytes]:
        """What the pictures of the report hold, by name; one whose file is gone is left out."""
        is_public = self.copied.public is not None
        return pictures_of(self.printed, self.plan_file, is_public=is_public)

    def dressed(self, document: Document) -> Document:
        """Return a document with its mark, its dates and its pictures."""
        return replace(document, mark=self.mark, dates=self.dates, pictures=self.pictures)

    @property
    def _reviews(self) -> ShownReviews | None:
        return self.reviews if self.kind == REVIEWS.kind else None

    @property
    def said_of_reviews(self) -> tuple[str, ...]:
        """A sentence on which reviews are written, none where all of the plan are."""
        return (f"It holds: {self._reviews.in_words}.",) if self._reviews is not None else ()

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks find in the plan today; a copy is as ready as it. Raises ExportError."""
        try:
            return checked(self.plan, format_for(self.plan.cover.format), today())
        except FormatError as error:
            raise unusable_format(error) from error

    @property
    def mark(self) -> str:
        """What is said at the top of each page and in the properties of each file."""
        return " – ".join(filter(None, (self.copied.mark, mark_of(self.findings))))

    def made(self, make: Callable[[], Paper]) -> Paper:
        """Return the paper that `make` makes. Raises ExportError, ExportStoppedError."""
        self.check()
        try:
            return make()
        except FormatError as error:
            raise unusable_format(error) from error

    def file_of(self, paper: Paper, *, is_list: bool = False) -> str:
        """Return the name of a paper's Word file, which says what kind of copy it is.

        It also says that a paper has comments and that it is not for issue; a list to be worked on
        in a spreadsheet is no paper.
        """
        number = paper.number or self.printed.plan_appendix_number
        values = {"appendix": number, "form": self.copied.text(paper.name)}
        name = self.copied.text(self.printed.report.number) or self.printed_name
        mark = "" if is_list else mark_of(self.findings)
        comments = "" if next(comments_in(paper.document), None) is None else WITH_COMMENTS
        said = " ".join(filter(None, (self.copied.in_file_names, comments, mark)))
        return file_name(paper.file, name, more=said, **values)

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


def unusable_format(error: Exception) -> ExportError:
    """Return what is told where the council's format cannot be used."""
    return ExportError(f"Nothing was written: the council's format cannot be used. {error}")
