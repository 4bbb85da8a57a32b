"""A paper that was read, in outline: what it holds, a line or two each."""

from collections.abc import Iterator

from textual.content import Content

from plan.council.format import Format
from plan.council.report_format import SectionFormat
from plan.model.documents import GENERATED
from plan.model.outline import ActionOutline, AppendixOutline, PlanOutline, ReportOutline
from plan.text.line_breaks import glance

ReadLine = Content | str


def outline_lines(outline: PlanOutline, council: Format) -> list[ReadLine]:
    """Return the paper in outline: the report by sections, the plan by actions, the assessments."""
    parts = [
        list(_report_lines(outline.report, council)),
        list(_plan_lines(outline)),
        list(_appendix_lines(outline.report)),
        list(_assessment_lines(outline)),
    ]
    lines: list[ReadLine] = []
    for part in filter(None, parts):
        lines += ["", *part] if lines else part
    return lines


def _bold(text: str) -> Content:
    return Content.styled(text, "bold")


def _faint(text: str) -> Content:
    return Content.styled(f"    {text}", "dim")


def _report_lines(report: ReportOutline, council: Format) -> Iterator[ReadLine]:
    header = [(name, getattr(report, name)) for name in council.report.fields]
    filled = [(council.report.labels[name], text) for name, text in header if text]  # type: ignore[index]
    if not filled and not report.passages:
        return
    yield _bold("The report")
    for label, text in filled:
        yield f"{label}: {text}"
    for number, section in enumerate(council.report.sections, 1):
        yield from _section_lines(section, number, report)


def _section_lines(
    section: SectionFormat, number: int, report: ReportOutline
) -> Iterator[ReadLine]:
    passages = [passage for passage in report.passages if passage.section == section.id]
    count = f"{len(passages)} paragraph{'s' * (len(passages) != 1)}" if passages else "nothing"
    yield f"{number} {section.heading}: {count}"
    if passages:
        yield _faint(glance(passages[0].text))


def _plan_lines(outline: PlanOutline) -> Iterator[ReadLine]:
    cover = ", ".join(filter(None, (outline.title, outline.subtitle, outline.date)))
    if not outline.aims and not cover:
        return
    yield _bold(f"The plan: {cover or '(no cover lines)'}")
    for number, aim in enumerate(outline.aims, 1):
        yield ""
        yield _bold(f"{number} {aim.text}")
        for place, action in enumerate(aim.actions, 1):
            yield f"{number}.{place} {glance(action.text)}"
            yield _faint(_facts(action))


def _facts(action: ActionOutline) -> str:
    leads = f"{len(action.leads)} lead{'s' * (len(action.leads) != 1)}"
    notes = f"{len(action.progress)} progress note{'s' * (len(action.progress) != 1)}"
    facts = (action.pages, action.timescale, leads, notes if action.progress else "")
    return " · ".join(filter(None, facts)).replace("\n", " ")


def _appendix_lines(report: ReportOutline) -> Iterator[ReadLine]:
    for number, appendix in enumerate(report.appendices, 1):
        yield _bold(f"Appendix {number}: {_said_of(appendix)}")


def _said_of(appendix: AppendixOutline) -> str:
    if appendix.kind == "plan":
        return "the plan"
    if appendix.kind == "file":
        return f"a file of its own, {appendix.file or 'not named'}"
    if appendix.kind in GENERATED:
        return f"“{GENERATED[appendix.kind].heading}”, drawn up from the plan"
    return appendix.title or glance(appendix.text)


def _assessment_lines(outline: PlanOutline) -> Iterator[ReadLine]:
    for assessment in outline.assessments:
        count = len(assessment.answers)
        yield _bold(f"An equality impact assessment: {count} answer{'s' * (count != 1)}")
