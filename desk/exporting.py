"""From the plan to its files: what is to be written, and in which ways."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from importlib import import_module
from pathlib import Path

from desk.checking import checked
from desk.council import PLAIN_LOOK, Look
from desk.errors import ExportError
from desk.today import today
from exporters.names import file_name
from plan.council.format import FormatError
from plan.following.timeline import ShownReviews
from plan.model.documents import DOCUMENTS, REVIEWS, DocumentKind
from plan.model.finding import Finding
from plan.model.plan import Plan
from plan.papers.blocks import NOT_FOR_ISSUE
from plan.papers.choices import AS_IN_FORMAT, Choices
from plan.papers.documents import Occasion, Paper, PaperSource, paper_makers
from plan.papers.sheets import SHEET_TITLES
from store.formats import form_for, format_for

WAYS: Mapping[str, str] = {
    "docx": "desk.word_papers",
    "html": "desk.text_papers:pages_written",
    "md": "desk.text_papers:markdown_written",
    "csv": "desk.sheet_files:csv_written",
    "xlsx": "desk.sheet_files:workbook_written",
    "pdf": "desk.pdf_papers",  # last, as it ends with an error where nothing makes one
}
"""The ways in which papers are written, in the order in which they are: each with its module.

A module is loaded when it is first needed. Its function, `written` where none is named, takes an
Export and what the ways before have written (`Exported`), writes and yields where each file went.
"""
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


def _as_it_is(plan: Plan) -> Plan:
    return plan


@dataclass(frozen=True)
class Export:
    """What is to be written: the documents of a `kind` of the plan called `name`, into `folder`.

    The folder is made if it is not there. `is_stopped` is asked again and again on the way.
    Where `reviews` are given, they are what a document of the reviews holds. `choices` are how the
    papers are laid out, `ways` those of WAYS in which they are written. `change` is what is done to
    the plan before it is printed, as for a copy from which something is left out. `dates` are when
    it was made and last changed.
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
    change: Callable[[Plan], Plan] = _as_it_is
    dates: tuple[datetime | None, datetime | None] = (None, None)

    @cached_property
    def printed(self) -> Plan:
        """The plan as it is printed."""
        return self.change(self.plan)

    @property
    def source(self) -> PaperSource:
        """What the papers are made from. Raises ExportError."""
        try:
            council = format_for(self.printed.cover.format)
        except FormatError as error:
            raise unusable_format(error) from error
        return PaperSource(self.printed, council, form_for, self._occasion())

    @cached_property
    def papers(self) -> Sequence[Callable[[], Paper]]:
        """What makes each of the documents. Raises ExportError where there is none."""
        try:
            council = format_for(self.printed.cover.format)
            makers = paper_makers(self.printed, council, form_for, self.kind, self._occasion())
        except FormatError as error:
            raise unusable_format(error) from error
        if not makers:
            raise ExportError(
                f"The plan {self.name} has no equality impact assessment yet, so there is none to "
                "write. Nothing was written. Begin one in the Equality view, or write the report "
                "or the plan."
            )
        return makers

    def written(self) -> Iterator[Exported]:
        """Write the documents in each of the ways and yield where each file went.

        Raises ExportError, and ExportStoppedError where the officer stopped it.
        """
        self._refuse_what_is_no_list()
        done: list[Exported] = []
        for way in (one for one in WAYS if one in self.ways):
            module, _, function = WAYS[way].partition(":")
            write = getattr(import_module(module), function or "written")
            for exported in write(self, tuple(done)):
                done.append(exported)
                yield exported

    def _refuse_what_is_no_list(self) -> None:
        """Raise ExportError where a paper is wanted in a way that is for lists only."""
        way = next((one for one in OF_LISTS if one in self.ways), "")
        if way and self.kind not in SHEET_TITLES:
            lists = ", ".join(SHEET_TITLES)
            raise ExportError(
                f"Only a list is written as {way}, and {DOCUMENTS[self.kind].name} is a paper, so "
                f"nothing was written. The lists are: {lists}."
            )

    def _occasion(self) -> Occasion:
        """Return the day on which the papers are printed, and how they are laid out."""
        return Occasion(today(), self.choices, self._reviews)

    @property
    def _reviews(self) -> ShownReviews | None:
        return self.reviews if self.kind == REVIEWS.kind else None

    @property
    def said_of_reviews(self) -> tuple[str, ...]:
        """A sentence on which reviews are written, none where all of the plan are."""
        return (f"It holds: {self._reviews.in_words}.",) if self._reviews is not None else ()

    def findings(self) -> tuple[Finding, ...]:
        """Return what the checks find in the plan today."""
        return checked(self.plan, format_for(self.plan.cover.format), today())

    def made(self, make: Callable[[], Paper]) -> Paper:
        """Return the paper that `make` makes. Raises ExportError, ExportStoppedError."""
        self.check()
        try:
            return make()
        except FormatError as error:
            raise unusable_format(error) from error

    def file_of(self, paper: Paper) -> str:
        """Return the name of a paper's Word file."""
        values = {"appendix": self.printed.plan_appendix_number, "form": paper.name}
        return file_name(paper.file, self.printed.report.number or self.name, **values)

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
