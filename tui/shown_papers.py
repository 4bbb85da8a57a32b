"""The papers that the preview shows: which there are of a plan, and one of them laid out."""

from collections.abc import Callable
from dataclasses import dataclass

from plan.appendix import appendix_label
from plan.linear import lines_of
from plan.linear_paragraphs import Line
from plan.model import Plan
from plan.pack import DocumentKind, Paper, paper_makers
from store.formats import form_for, format_for


@dataclass(frozen=True)
class ShownPaper:
    """A paper by its kind and its title on the screen; `make` makes it, which may take a moment."""

    kind: DocumentKind
    title: str
    make: Callable[[], Paper]

    def laid_out(self, width: int) -> tuple[Line, ...]:
        """Return the paper's lines, each at most `width` cells wide.

        Raises FormatError where the council's format or a form cannot be used.
        """
        return lines_of(self.make().document, width)


def shown_papers(plan: Plan) -> tuple[ShownPaper, ...]:
    """Return the papers of a plan: the report, the plan, each assessment, all of them as one.

    Raises FormatError where the council's format or a form cannot be used.
    """
    form = format_for(plan.cover.format)
    titles: dict[DocumentKind, list[str]] = {
        "report": ["Report"],
        "plan": [appendix_label(plan, form)],
        "assessment": _assessment_titles(plan),
        "pack": ["Committee paper"],
    }
    return tuple(
        ShownPaper(kind, title, make)
        for kind, named in titles.items()
        for title, make in zip(named, paper_makers(plan, form, form_for, kind), strict=False)
    )


def _assessment_titles(plan: Plan) -> list[str]:
    titles = [form_for(assessment.form).short for assessment in plan.assessments]
    return [title if place == 1 else f"{title} {place}" for place, title in enumerate(titles, 1)]
