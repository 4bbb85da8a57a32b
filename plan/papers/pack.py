"""The committee paper: the report, its appendices and the assessments as one document."""

from collections.abc import Iterator

from plan.council.format import Format
from plan.model.documents import DOCUMENTS
from plan.model.plan import Plan
from plan.papers.blocks import Document
from plan.papers.documents import (
    ANY_DAY,
    FormNamed,
    Occasion,
    Paper,
    PaperMaker,
    PaperSource,
    pack_parts,
)
from plan.papers.report import counting_in_word, numbers_of

_APART = ("report", "appendix")
"""The parts of a pack with a fixed place; any other part comes after these."""


def paper_makers(source: PaperSource) -> Iterator[PaperMaker]:
    """Yield the maker of the committee paper."""
    name, file = DOCUMENTS["pack"].name, source.file("pack")
    yield PaperMaker("Committee paper", lambda: Paper("pack", name, _pack(source), file))


def pack_of(
    plan: Plan, council: Format, form_named: FormNamed, occasion: Occasion = ANY_DAY
) -> Document:
    """Return the committee paper: report, appendices and assessments, each on its own pages."""
    return _pack(PaperSource(plan, council, form_named, occasion))


def _pack(source: PaperSource) -> Document:
    plan, council = source.plan, source.council
    others = (kind for kind in pack_parts() if kind not in _APART)
    return Document(
        title=plan.report.title or plan.cover.title or council.name,
        subject=f"Report no. {plan.report.number}" if plan.report.number else "Committee paper",
        sections=(
            *source.sections("report"),
            *source.sections("appendix"),
            *(section for kind in others for section in source.sections(kind)),
        ),
        numbers=numbers_of(council.report),
        counting=counting_in_word(council.report),
    )
