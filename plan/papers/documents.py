"""Makes a plan's documents, each with its own module, which is loaded when first needed.

The module that `plan.model.documents` names for a document must have a function `paper_makers`,
which takes a `PaperSource` and returns the makers of the papers of that kind. The module for a
generated table has `table_blocks` instead, which takes a `PaperSource` and returns the heading,
tables and sentences.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias, cast

from plan.council.form import Form
from plan.council.format import Format
from plan.model.documents import DOCUMENTS, DocumentKind, PlanDocument, appendix_number
from plan.model.plan import Plan
from plan.papers.blocks import Block, Document, Paragraph, Section, Table, plain
from plan.papers.choices import AS_IN_FORMAT, Choices, chosen_format
from plan.papers.front_pages import as_chosen

if TYPE_CHECKING:
    from plan.following.timeline import ShownReviews

FormNamed: TypeAlias = Callable[[str], Form]

_PORTRAIT_ROOM = 160.0
"""In millimetres; pages with a wider table are printed in landscape."""


@dataclass(frozen=True)
class Occasion:
    """When and how a paper is printed: everything that is not in the plan itself.

    Reviews count from `today` if the report has no readable day for its meeting. `choices` are how
    it is laid out; if its notes are those since a day, the progress summary covers the notes since
    that day. `reviews` are the reviews to print as shown, instead of everything due or reviewed.
    """

    today: date | None = None
    choices: Choices = AS_IN_FORMAT
    reviews: "ShownReviews | None" = None


ANY_DAY = Occasion()
"""An occasion with no details: all notes are printed, and there is no today."""


@dataclass(frozen=True)
class Paper:
    """A document that goes to committee, with the pattern and words for its file name.

    `what` names it for the officer: "the report", "Appendix 1", "the committee paper". `number` is
    that of an appendix, 0 for what is none.
    """

    kind: DocumentKind
    what: str
    document: Document
    file: str
    name: str = ""
    number: int = 0


@dataclass(frozen=True)
class PaperMaker:
    """Makes a paper when called, which may take a moment; `title` is its title on screen.

    `number` is that of an appendix, 0 for what is none.
    """

    title: str
    make: Callable[[], Paper]
    number: int = 0

    def __call__(self) -> Paper:
        """Return the paper; it is made only once."""
        return self._paper

    @cached_property
    def _paper(self) -> Paper:
        return self.make()


@dataclass(frozen=True)
class PaperSource:
    """What papers are made from: a plan, its council's format, forms by id, and the occasion.

    A paper that is also part of another is laid out once for both, which matters most for the plan,
    by far the longest.
    """

    plan: Plan
    council: Format
    form_named: FormNamed
    occasion: Occasion = ANY_DAY
    _makers: dict[DocumentKind, tuple[PaperMaker, ...]] = field(default_factory=dict, compare=False)

    @property
    def chosen(self) -> Format:
        """The council's format with the layout and the columns of the plan that were chosen."""
        return chosen_format(self.council, self.occasion.choices)

    def file(self, kind: DocumentKind) -> str:
        """Return the file name pattern of a document."""
        return self.council.files.pattern(kind)

    def makers(self, kind: DocumentKind) -> tuple[PaperMaker, ...]:
        """Return the makers of the papers of one kind; for a pack, just the combined paper's."""
        if kind not in self._makers:
            self._makers[kind] = tuple(_makers_of(kind, self))
        return self._makers[kind]

    def printed(self, kind: DocumentKind) -> Iterator[PaperMaker]:
        """Yield the makers of the papers of one kind, with the size and front pages chosen."""
        for maker in self.makers(kind):
            yield PaperMaker(maker.title, partial(self._printed, maker), maker.number)

    def _printed(self, make: PaperMaker) -> Paper:
        paper = make()
        document = as_chosen(paper.document, paper.kind, self.plan, self.occasion.choices)
        return replace(paper, document=replace(document, plan_size=self.council.plan.text_size))

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
    """Return the documents of a kind; for a pack all of them, the combined paper first.

    `form_named` looks up an assessment's form by id. Asking for assessments gives nothing if there
    are none. A generated table is in a pack only as an appendix of the paper.
    """
    return [make() for make in paper_makers(plan, council, form_named, kind, occasion)]


def paper_makers(
    plan: Plan,
    council: Format,
    form_named: FormNamed,
    kind: DocumentKind,
    occasion: Occasion = ANY_DAY,
) -> list[PaperMaker]:
    """Return the makers of the documents in `papers`, in the same order."""
    return makers_from(PaperSource(plan, council, form_named, occasion), kind)


def makers_from(source: PaperSource, kind: DocumentKind) -> list[PaperMaker]:
    """Return the makers of the documents of a kind, made from what is given."""
    beside = pack_parts() if kind == "pack" else ()
    return [maker for one in (kind, *beside) for maker in source.printed(one)]


def pack_parts() -> tuple[DocumentKind, ...]:
    """Return the documents that a pack contains and that are also written separately."""
    return tuple(one.kind for one in DOCUMENTS.values() if one.is_in_pack)


def _makers_of(kind: DocumentKind, source: PaperSource) -> Iterator[PaperMaker]:
    if number := appendix_number(kind):
        yield from (one for one in source.makers("appendix") if one.number == number)
        return
    known = DOCUMENTS[kind]
    if known.columns:
        yield PaperMaker(known.heading, lambda: _generated_paper(known, source))
    else:
        yield from _module_of(kind).paper_makers(source)


def _module_of(kind: DocumentKind) -> ModuleType:
    """Return the module that makes a document, loading it the first time."""
    return import_module(DOCUMENTS[kind].module)


def generated_blocks(kind: DocumentKind, source: PaperSource) -> tuple[Block, ...]:
    """Return a generated table with its heading and sentences."""
    return cast("tuple[Block, ...]", _module_of(kind).table_blocks(source))


def generated_section(first: Paragraph, kind: DocumentKind, source: PaperSource) -> Section:
    """Return separate pages that start with a given line, in landscape if a table is wide."""
    blocks = generated_blocks(kind, source)
    is_wide = any(isinstance(one, Table) and sum(one.widths) > _PORTRAIT_ROOM for one in blocks)
    return Section((first, *blocks), landscape=is_wide, footer=source.council.plan.footer)


def _generated_paper(known: PlanDocument, source: PaperSource) -> Paper:
    """Return a generated table as a document of its own, below the plan's title."""
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
    """Return the source of a document: the plan, named by its cover, or the plans by name."""
    reviews = source.occasion.reviews
    if reviews is not None and reviews.is_of_desk:
        return f"Plans: {', '.join(reviews.plans)}"
    cover = source.plan.cover
    return ", ".join(filter(None, (cover.title, cover.subtitle, cover.date))) or source.council.name
