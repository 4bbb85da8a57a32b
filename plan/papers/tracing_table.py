"""The table from page to indicator to action, as document blocks for an appendix."""

from collections.abc import Iterator

from plan.council.framework import Framework, Indicator, framework_of
from plan.model.documents import TRACING
from plan.model.plan import Plan
from plan.papers.blocks import Block, Row, plain
from plan.papers.documents import PaperSource
from plan.papers.text_tables import (
    text_row,
    text_table,
)
from plan.tracing.tracing import PageTrace, RecommendationTrace, recommendation_traces, tracing_of

_COLUMNS, _PAGES_COLUMNS, _RECOMMENDED_COLUMNS = TRACING.columns
_WIDTHS = (18.0, 88.0, 99.0, 60.0)
_PAGES_WIDTHS = (25.0, 135.0)
_RECOMMENDED_WIDTHS = (14.0, 108.0, 93.0, 50.0)

NO_ACTION = "none"
_NO_INDICATOR = "none"
_NOT_KNOWN = "not known"
"""Printed for a page that no part in the report's contents list covers."""
_NO_CONTENTS = "The contents of the inspection report are not known here: only its pages are named."
_NOTHING = "No action names a page of an inspection report, and no recommendation of one is known."


def table_blocks(source: PaperSource) -> tuple[Block, ...]:
    """Return how the plan responds to the inspection report, in its framework's words."""
    return tracing_blocks(source.plan, framework_of(source.plan, source.council))


def tracing_blocks(plan: Plan, framework: Framework | None) -> tuple[Block, ...]:
    """Return how the plan responds to the inspection report: by page, then by recommendation.

    A sentence above lists pages that are covered only by an action for the whole report. If there
    is nothing to trace, a sentence replaces the tables.
    """
    traced = tracing_of(plan, framework)
    blocks: list[Block] = [plain(TRACING.heading, "heading-2")]
    blocks.extend(map(plain, _remarks(traced.whole_report, traced.unanswered)))
    if traced.pages:
        blocks.extend(_pages(traced.pages))
    recommendations = recommendation_traces(plan)
    if recommendations:
        rows = map(_recommendation_row, recommendations)
        blocks.append(plain("Recommendations of the inspection report", "heading-3"))
        title = "Recommendations and aims"
        blocks.append(text_table(_RECOMMENDED_COLUMNS, _RECOMMENDED_WIDTHS, rows, title))
    return tuple(blocks) if len(blocks) > 1 else (*blocks, plain(_NOTHING))


def _remarks(whole_report: tuple[str, ...], unanswered: tuple[int, ...]) -> Iterator[str]:
    if whole_report:
        word = "Actions" if len(whole_report) > 1 else "Action"
        verb = "answer" if len(whole_report) > 1 else "answers"
        yield f"{word} {', '.join(whole_report)} {verb} the whole report."
    if unanswered:
        word = "Pages" if len(unanswered) > 1 else "Page"
        named = ", ".join(map(str, unanswered))
        yield f"{word} {named}: no action names {'them' if len(unanswered) > 1 else 'it'}."


def _pages(pages: tuple[PageTrace, ...]) -> Iterator[Block]:
    title = "The report's pages and the actions"
    if any(trace.spans for trace in pages):
        yield text_table(_COLUMNS, _WIDTHS, map(_page_row, pages), title)
        return
    rows = (text_row(str(trace.page), _refs(trace.refs)) for trace in pages)
    yield plain(_NO_CONTENTS)
    yield text_table(_PAGES_COLUMNS, _PAGES_WIDTHS, rows, title)


def _page_row(trace: PageTrace) -> Row:
    part = "\n".join(dict.fromkeys(span.heading for span in trace.spans))
    indicators = "\n".join(map(_indicator, trace.indicators))
    missing = _NO_INDICATOR if part else _NOT_KNOWN
    return text_row(str(trace.page), part or _NOT_KNOWN, indicators or missing, _refs(trace.refs))


def _indicator(one: Indicator) -> str:
    return f"{one.name} ({one.number})" if one.number else one.name


def _recommendation_row(trace: RecommendationTrace) -> Row:
    aim = trace.aim.text if trace.aim else NO_ACTION
    return text_row(str(trace.number), trace.text, aim, _refs(trace.refs))


def _refs(refs: tuple[str, ...]) -> str:
    return ", ".join(refs) or NO_ACTION
