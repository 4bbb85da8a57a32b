"""List the papers of a plan that can be shown, and lay one of them out."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from itertools import islice

from desk.today import today
from plan.model.documents import DOCUMENTS, PREVIEWED, DocumentKind, appendix_number
from plan.model.plan import Plan
from plan.papers.choices import AS_IN_FORMAT, Choices
from plan.papers.documents import Occasion, Paper, PaperSource
from plan.papers.linear import lines_of
from plan.papers.linear_paragraphs import Line
from store.formats import form_for, format_for

_FIRST_ACTIONS = 3


@dataclass(frozen=True)
class ShownPaper:
    """A paper by its kind and its title on the screen; `make` makes it, which may take a moment."""

    kind: DocumentKind
    title: str
    make: Callable[[], Paper]

    def laid_out(self, width: int, mark: str = "", table_width: int = 0) -> tuple[Line, ...]:
        """Return the paper's lines, each at most `width` cells wide, below the `mark` of a paper.

        With a `table_width` tables are drawn, at most so many cells wide.

        Raises FormatError where the council's format or a form cannot be used.
        """
        return lines_of(replace(self.make().document, mark=mark), width, table_width)


def shown_papers(
    plan: Plan,
    kinds: Collection[DocumentKind] = PREVIEWED,
    choices: Choices = AS_IN_FORMAT,
) -> tuple[ShownPaper, ...]:
    """Return the papers of a plan: the report, the plan, each assessment, all of them as one.

    `kinds` are those that are wanted, in the order of the list above, `choices` how they are laid
    out. Raises FormatError where the council's format or a form cannot be used.
    """
    occasion = Occasion(today(), choices)
    source = PaperSource(plan, format_for(plan.cover.format), form_for, occasion)
    return tuple(
        ShownPaper(kind, make.title, make)
        for kind in (*(one for one in DOCUMENTS if one in kinds), *filter(appendix_number, kinds))
        for make in source.printed(kind)
    )


def beginning_of(plan: Plan, choices: Choices, width: int) -> tuple[Line, ...]:
    """Return how a plan begins with some choices: all its aims, and the first actions.

    Raises FormatError where the council's format cannot be used.
    """
    first = dict(islice(plan.action_rows.items(), _FIRST_ACTIONS))
    (paper,) = shown_papers(replace(plan, action_rows=first), ("plan",), choices)
    return paper.laid_out(width)
