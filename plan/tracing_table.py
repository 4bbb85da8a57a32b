"""The matrix from page to indicator to action, as document blocks for an appendix."""

from collections.abc import Iterable, Iterator

from plan.blocks import Block, Cell, Paragraph, Row, Table, plain
from plan.framework import Framework
from plan.model import Plan
from plan.tracing import PageTrace, RecommendationTrace, recommendation_traces, tracing_of

_HEADINGS = ("Page", "Part of the report", "Quality indicator", "Actions")
_WIDTHS = (18.0, 70.0, 80.0, 50.0)
_RECOMMENDED = ("Recommendation", "Aim", "Actions")
_RECOMMENDED_WIDTHS = (100.0, 78.0, 40.0)

NO_ACTION = "none"


def tracing_blocks(plan: Plan, framework: Framework | None) -> tuple[Block, ...]:
    """Return where the plan answers the inspection report: page by page, then by recommendation.

    Pages that an action answers only by answering the whole report say so in a sentence below.
    """
    traced = tracing_of(plan, framework)
    blocks: list[Block] = [plain("Where the plan answers the inspection report", "heading-2")]
    if traced.pages:
        rows = map(_page_row, traced.pages)
        blocks.append(_table(_HEADINGS, _WIDTHS, rows, "The report's pages and the actions"))
    blocks.extend(map(plain, _remarks(traced.whole_report, traced.unanswered)))
    recommendations = recommendation_traces(plan)
    if recommendations:
        rows = map(_recommendation_row, recommendations)
        blocks.append(plain("Recommendations of the inspection report", "heading-3"))
        blocks.append(_table(_RECOMMENDED, _RECOMMENDED_WIDTHS, rows, "Recommendations and aims"))
    return tuple(blocks)


def _remarks(whole_report: tuple[str, ...], unanswered: tuple[int, ...]) -> Iterator[str]:
    if whole_report:
        word = "Actions" if len(whole_report) > 1 else "Action"
        verb = "answer" if len(whole_report) > 1 else "answers"
        yield f"{word} {', '.join(whole_report)} {verb} the whole report."
    if unanswered:
        word = "Pages" if len(unanswered) > 1 else "Page"
        named = ", ".join(map(str, unanswered))
        yield f"{word} {named}: no action names {'them' if len(unanswered) > 1 else 'it'}."


def _page_row(trace: PageTrace) -> Row:
    headings = dict.fromkeys(span.heading for span in trace.spans)
    indicators = (f"{one.number} {one.name}" for one in trace.indicators)
    return _row(str(trace.page), *map("\n".join, (headings, indicators)), _refs(trace.refs))


def _recommendation_row(trace: RecommendationTrace) -> Row:
    aim = trace.aim.text if trace.aim else NO_ACTION
    return _row(f"{trace.number}. {trace.text}", aim, _refs(trace.refs))


def _refs(refs: tuple[str, ...]) -> str:
    return ", ".join(refs) or NO_ACTION


def _row(*texts: str) -> Row:
    return Row(tuple(Cell(tuple(_paragraphs(text))) for text in texts))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    yield from (plain(line, "plan-cell") for line in text.split("\n"))


def _table(
    headings: tuple[str, ...], widths: tuple[float, ...], rows: Iterable[Row], title: str
) -> Table:
    header = Row(tuple(Cell((plain(name, "plan-header"),)) for name in headings), is_header=True)
    description = f"{title}: {', '.join(headings)}."
    return Table((header, *rows), widths, title, description)
