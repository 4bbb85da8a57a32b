"""The papers that are shown: which there are of a plan, and one of them laid out."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from desk.today import today
from plan.model.plan import Plan
from plan.papers.appendix import appendix_label
from plan.papers.generated_tables import Occasion
from plan.papers.linear import lines_of
from plan.papers.linear_paragraphs import Line
from plan.papers.pack import DocumentKind, Paper, paper_makers
from plan.papers.text_tables import DRAWN_HEADINGS
from store.formats import form_for, format_for

PREVIEWED: tuple[DocumentKind, ...] = ("report", "plan", "assessment", "pack")
"""The papers of the preview; what is drawn up from the plan is read there as an appendix."""


@dataclass(frozen=True)
class ShownPaper:
    """A paper by its kind and its title on the screen; `make` makes it, which may take a moment."""

    kind: DocumentKind
    title: str
    make: Callable[[], Paper]

    def laid_out(self, width: int, mark: str = "") -> tuple[Line, ...]:
        """Return the paper's lines, each at most `width` cells wide, below the `mark` of a paper.

        Raises FormatError where the council's format or a form cannot be used.
        """
        return lines_of(replace(self.make().document, mark=mark), width)


def shown_papers(plan: Plan, kinds: Collection[DocumentKind] = PREVIEWED) -> tuple[ShownPaper, ...]:
    """Return the papers of a plan: the report, the plan, each assessment, all of them as one.

    `kinds` are those that are wanted, in the order of the list above. Raises FormatError where the
    council's format or a form cannot be used.
    """
    council = format_for(plan.cover.format)
    occasion = Occasion(today())
    titles: dict[DocumentKind, list[str]] = {
        "report": ["Report"],
        "plan": [appendix_label(plan, council)],
        "assessment": _assessment_titles(plan),
        "pack": ["Committee paper"],
        **{kind: [heading] for kind, heading in DRAWN_HEADINGS.items()},
    }
    return tuple(
        ShownPaper(kind, title, make)
        for kind, named in titles.items()
        if kind in kinds
        for title, make in zip(
            named, paper_makers(plan, council, form_for, kind, occasion), strict=False
        )
    )


def _assessment_titles(plan: Plan) -> list[str]:
    titles = [form_for(assessment.form).short for assessment in plan.assessments]
    return [title if place == 1 else f"{title} {place}" for place, title in enumerate(titles, 1)]
