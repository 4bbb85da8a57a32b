"""The committee paper: the report, its appendices and the assessments as one document."""

from collections.abc import Iterator

from plan.council.format import Format
from plan.model.documents import DOCUMENTS, GENERATED
from plan.model.plan import Plan
from plan.model.rows import Appendix
from plan.papers.blocks import Document, Paragraph, Section, plain
from plan.papers.documents import (
    ANY_DAY,
    FormNamed,
    Occasion,
    Paper,
    PaperMaker,
    PaperSource,
    generated_section,
    pack_parts,
)
from plan.papers.markdown import blocks_of
from plan.papers.report import counting_in_word, numbers_of

_APART = ("report", "plan")
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
            *_appendices(source),
            *(section for kind in others for section in source.sections(kind)),
        ),
        numbers=numbers_of(council.report),
        counting=counting_in_word(council.report),
    )


def _appendices(source: PaperSource) -> Iterator[Section]:
    appendices, council = source.plan.appendices, source.council
    for number, appendix in enumerate(appendices, 1):
        label = plain(council.plan.appendix_label.format(number=number), "appendix-label")
        if appendix.kind == "plan":
            yield from source.sections("plan")
        elif appendix.kind in GENERATED:
            yield generated_section(label, appendix.kind, source)
        else:
            yield _appendix_section(appendix, label, council)
    if not any(appendix.kind == "plan" for appendix in appendices):
        yield from source.sections("plan")


def _appendix_section(appendix: Appendix, label: Paragraph, council: Format) -> Section:
    """Return the pages of a text appendix, or the slip sheet for a file from elsewhere."""
    body: tuple[Paragraph, ...]
    title = (plain(appendix.title, "cover-title"),) if appendix.title else ()
    if appendix.kind == "file":
        body = (plain(council.report.separate_file.format(file=appendix.file)),)
    else:
        body = blocks_of(appendix.text)
    return Section((label, *title, *body), footer=council.report.footer)
