"""The documents of a plan made: each by its own module, which is loaded when it is first needed.

The module that `plan.model.documents` names for a document offers `paper_makers`, which takes a
`PaperSource` and returns what makes each paper of that kind; that of a generated table offers
`table_blocks`, which takes the same and returns the heading, the tables and their sentences.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias, cast

from plan.council.form import Form
from plan.council.format import Format
from plan.following.ledger import PrintedNotes
from plan.model.documents import DOCUMENTS, DocumentKind, PlanDocument
from plan.model.plan import Plan
from plan.papers.blocks import Block, Document, Paragraph, Section, Table, plain

if TYPE_CHECKING:
    from plan.following.timeline import ShownReviews

FormNamed: TypeAlias = Callable[[str], Form]

ALL_NOTES = PrintedNotes()
PORTRAIT_ROOM = 160.0
"""Millimetres; a table that needs more is printed on pages on their side."""


@dataclass(frozen=True)
class Occasion:
    """When and how a paper is printed: what of it does not lie in the plan itself.

    `today` is the day from which reviews count where the report has no readable day of its
    meeting. `notes` are the progress notes that the plan prints, and the day since which the
    progress summary tells them, where they are those since a day. `reviews` are those that are to
    be printed as they are shown, in the place of all that are due or reviewed.
    """

    today: date | None = None
    notes: PrintedNotes = ALL_NOTES
    reviews: "ShownReviews | None" = None


ANY_DAY = Occasion()
"""An occasion of which nothing is known: all notes are printed, and there is no today."""


@dataclass(frozen=True)
class Paper:
    """A document that goes to committee, and the pattern and words of its file's name.

    `what` names it for the officer: "the report", "Appendix 1", "the committee paper".
    """

    kind: DocumentKind
    what: str
    document: Document
    file: str
    name: str = ""


@dataclass(frozen=True)
class PaperMaker:
    """Makes a paper when it is called, which may take a moment; `title` is its on the screen."""

    title: str
    make: Callable[[], Paper]

    def __call__(self) -> Paper:
        """Return the paper, which is made once."""
        return self._paper

    @cached_property
    def _paper(self) -> Paper:
        return self.make()


@dataclass(frozen=True)
class PaperSource:
    """What papers are made from: a plan, its council's format and forms by their ids, the occasion.

    A paper that another one holds as well is laid out once for both: the plan, by far the longest.
    """

    plan: Plan
    council: Format
    form_named: FormNamed
    occasion: Occasion = ANY_DAY
    _makers: dict[DocumentKind, tuple[PaperMaker, ...]] = field(default_factory=dict, compare=False)

    def file(self, kind: DocumentKind) -> str:
        """Return the pattern of the name of a document's file."""
        return self.council.files.pattern(kind)

    def makers(self, kind: DocumentKind) -> tuple[PaperMaker, ...]:
        """Return what makes each paper of one kind: of a pack the paper that holds all, alone."""
        if kind not in self._makers:
            self._makers[kind] = tuple(_makers_of(kind, self))
        return self._makers[kind]

    def sections(self, kind: DocumentKind) -> Iterator[Section]:
        """Yield the pages of each paper of one kind."""
        for make in self.makers(kind):
            yield from make().document.sections


def papers(
    plan: Plan,
    council: Format,
    form_named: FormNamed,
    kind: DocumentKind,
    occasion: Occasion = ANY_DAY,
) -> list[Paper]:
    """Return the documents of a kind; a pack is all of them, the paper that holds all first.

    `form_named` gives the form of an assessment by its id. An assessment that is asked for and not
    there gives no document. What is drawn up from the plan is in the pack only as an appendix of
    the paper.
    """
    return [make() for make in paper_makers(plan, council, form_named, kind, occasion)]


def paper_makers(
    plan: Plan,
    council: Format,
    form_named: FormNamed,
    kind: DocumentKind,
    occasion: Occasion = ANY_DAY,
) -> list[PaperMaker]:
    """Return what makes each of the documents of `papers`, one after the other."""
    source = PaperSource(plan, council, form_named, occasion)
    beside = pack_parts() if kind == "pack" else ()
    return [maker for one in (kind, *beside) for maker in source.makers(one)]


def pack_parts() -> tuple[DocumentKind, ...]:
    """Return the documents that a pack holds, and that are written beside it as well."""
    return tuple(one.kind for one in DOCUMENTS.values() if one.is_in_pack)


def _makers_of(kind: DocumentKind, source: PaperSource) -> Iterator[PaperMaker]:
    known = DOCUMENTS[kind]
    if known.columns:
        yield PaperMaker(known.heading, lambda: _generated_paper(known, source))
    else:
        yield from _module_of(kind).paper_makers(source)


def _module_of(kind: DocumentKind) -> ModuleType:
    """Return the module that makes a document, loaded where this is the first time."""
    return import_module(DOCUMENTS[kind].module)


def generated_blocks(kind: DocumentKind, source: PaperSource) -> tuple[Block, ...]:
    """Return the heading of a generated table, its tables and sentences."""
    return cast("tuple[Block, ...]", _module_of(kind).table_blocks(source))


def generated_section(first: Paragraph, kind: DocumentKind, source: PaperSource) -> Section:
    """Return pages of their own that begin with a line, on their side where a table is wide."""
    blocks = generated_blocks(kind, source)
    is_wide = any(isinstance(one, Table) and sum(one.widths) > PORTRAIT_ROOM for one in blocks)
    return Section((first, *blocks), landscape=is_wide, footer=source.council.plan.footer)


def _generated_paper(known: PlanDocument, source: PaperSource) -> Paper:
    """Return a generated table as a document of its own, below the title of the plan."""
    named = _named(source)
    document = Document(
        title=f"{known.heading}: {named}",
        subject=known.heading,
        sections=(generated_section(plain(named, "heading-1"), known.kind, source),),
    )
    paper = Paper(known.kind, known.name, document, source.file(known.kind))
    reviews = source.occasion.reviews
    if reviews is None:
        return paper
    stem, dot, ending = paper.file.rpartition(".")
    return replace(paper, file=f"{stem} {{form}}{dot}{ending}", name=reviews.in_short)


def _named(source: PaperSource) -> str:
    """Return what a document is drawn up from: the plan by its cover, or the plans by name."""
    reviews = source.occasion.reviews
    if reviews is not None and reviews.is_of_desk:
        return f"Plans: {', '.join(reviews.plans)}"
    cover = source.plan.cover
    return ", ".join(filter(None, (cover.title, cover.subtitle, cover.date))) or source.council.name
