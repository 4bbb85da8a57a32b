"""What goes to committee: the report, its appendices and the assessments, apart or as one paper."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from plan.council.form import Form
from plan.council.format import Format
from plan.following.ledger import with_notes
from plan.model.fields import DrawnKind
from plan.model.plan import Plan
from plan.model.rows import Appendix
from plan.papers.appendix import appendix_label, appendix_of
from plan.papers.assessment import assessment_blocks, assessment_of
from plan.papers.blocks import Document, Paragraph, Section, plain
from plan.papers.generated_tables import Occasion, drawn_blocks, drawn_document, drawn_section
from plan.papers.markdown import blocks_of
from plan.papers.report import numbers_of, report_blocks, report_of

DocumentKind: TypeAlias = Literal[
    "report", "plan", "assessment", "pack", "reviews", "progress", "tracing"
]
FormNamed: TypeAlias = Callable[[str], Form]
ANY_DAY = Occasion()
"""An occasion that nothing is known of: all notes are printed, and no day is today."""

_DRAWN: dict[DrawnKind, str] = {
    "reviews": "the reviews",
    "progress": "the progress summary",
    "tracing": "the tracing",
}
"""What the officer calls the documents that are drawn up from the plan."""


@dataclass(frozen=True)
class Paper:
    """A document that goes to committee, and the pattern and words of its file's name.

    `what` names it for the officer: "the report", "Appendix 1", "the committee paper".
    """

    kind: DocumentKind
    what: str
    document: Document
    file: str
    name: str


def papers(
    plan: Plan,
    council: Format,
    form_named: FormNamed,
    kind: DocumentKind,
    occasion: Occasion = ANY_DAY,
) -> list[Paper]:
    """Return the documents of a kind; a pack is all of them, the paper that holds all first.

    Each is made when it is asked for and may take a moment. `form_named` gives the form of an
    assessment by its id. An assessment that is asked for and not there gives no document. What is
    drawn up from the plan is in the pack only as an appendix of the paper.
    """
    return [make() for make in paper_makers(plan, council, form_named, kind, occasion)]


def paper_makers(
    plan: Plan,
    council: Format,
    form_named: FormNamed,
    kind: DocumentKind,
    occasion: Occasion = ANY_DAY,
) -> list[Callable[[], Paper]]:
    """Return what makes each of the documents of `papers`, one after the other.

    The plan as an appendix, by far the longest, is laid out once for all of them.
    """
    appendix = cache(lambda: appendix_of(with_notes(plan, occasion.notes), council))
    match kind:
        case "report":
            return [lambda: _report(plan, council)]
        case "plan":
            return [lambda: _appendix(plan, council, appendix())]
        case "assessment":
            return list(_assessments(plan, council, form_named))
        case "reviews" | "progress" | "tracing":
            return [lambda: _drawn(plan, council, kind, occasion)]
        case "pack":
            return [
                lambda: _pack(plan, council, form_named, appendix(), occasion),
                lambda: _report(plan, council),
                lambda: _appendix(plan, council, appendix()),
                *_assessments(plan, council, form_named),
            ]


def _report(plan: Plan, council: Format) -> Paper:
    return Paper("report", "the report", report_of(plan, council), council.files.report, "")


def _appendix(plan: Plan, council: Format, appendix: Document) -> Paper:
    return Paper("plan", appendix_label(plan, council), appendix, council.files.plan, "")


def _assessments(
    plan: Plan, council: Format, form_named: FormNamed
) -> Iterator[Callable[[], Paper]]:
    for number, assessment in enumerate(plan.assessments, 1):
        asked = form_named(assessment.form)
        name = asked.short if number == 1 else f"{asked.short} {number}"

        def made(
            assessment_id: str = assessment.id, asked: Form = asked, name: str = name
        ) -> Paper:
            document = assessment_of(plan, assessment_id, asked)
            return Paper("assessment", name, document, council.files.assessment, name)

        yield made


def _drawn(plan: Plan, council: Format, kind: DrawnKind, occasion: Occasion) -> Paper:
    document = drawn_document(plan, council, kind, occasion)
    pattern: str = getattr(council.files, kind)
    if occasion.reviews is None:
        return Paper(kind, _DRAWN[kind], document, pattern, "")
    stem, dot, ending = pattern.rpartition(".")
    return Paper(
        kind, _DRAWN[kind], document, f"{stem} {{form}}{dot}{ending}", occasion.reviews.in_short
    )


def _pack(
    plan: Plan, council: Format, form_named: FormNamed, appendix: Document, occasion: Occasion
) -> Paper:
    document = pack_of(plan, council, form_named, appendix, occasion)
    return Paper("pack", "the committee paper", document, council.files.pack, "")


def pack_of(
    plan: Plan,
    council: Format,
    form_named: FormNamed,
    appendix: Document | None = None,
    occasion: Occasion = ANY_DAY,
) -> Document:
    """Return the committee paper: the report, each appendix, each assessment on its own pages.

    `appendix` is the plan as an appendix, where that has been laid out already.
    """
    plan_paper = appendix or appendix_of(with_notes(plan, occasion.notes), council)
    report = Section(report_blocks(plan, council.report), footer=council.report.footer)
    return Document(
        title=plan.report.title or plan.cover.title or council.name,
        subject=f"Report no. {plan.report.number}" if plan.report.number else "Committee paper",
        sections=(
            report,
            *_appendix_sections(plan, council, plan_paper, occasion),
            *_assessment_sections(plan, form_named),
        ),
        numbers=numbers_of(council.report),
    )


def _appendix_sections(
    plan: Plan, council: Format, plan_paper: Document, occasion: Occasion
) -> Iterator[Section]:
    appendices = plan.appendices
    for number, appendix in enumerate(appendices, 1):
        label = plain(council.plan.appendix_label.format(number=number), "appendix-label")
        match appendix.kind:
            case "plan":
                yield from plan_paper.sections
            case "reviews" | "progress" | "tracing":
                blocks = drawn_blocks(plan, council, appendix.kind, occasion)
                yield drawn_section(label, blocks, council)
            case "text" | "file":
                yield _appendix_section(appendix, label, council)
    if not any(appendix.kind == "plan" for appendix in appendices):
        yield from plan_paper.sections


def _appendix_section(appendix: Appendix, label: Paragraph, council: Format) -> Section:
    """Return the pages of an appendix that is a text, or the slip for a file that is not ours."""
    body: tuple[Paragraph, ...]
    title = (plain(appendix.title, "cover-title"),) if appendix.title else ()
    if appendix.kind == "file":
        body = (plain(council.report.separate_file.format(file=appendix.file)),)
    else:
        body = blocks_of(appendix.text)
    return Section((label, *title, *body), footer=council.report.footer)


def _assessment_sections(plan: Plan, form_named: FormNamed) -> Iterator[Section]:
    for assessment in plan.assessments:
        form = form_named(assessment.form)
        yield Section(assessment_blocks(plan.answers_of(assessment.id), form), footer=form.footer)
