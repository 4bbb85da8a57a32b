"""How a plan responds to the inspection report, line by line: problems first, then every page.

For the window and the command line; `plan.papers.tracing_table` makes the appendix's tables.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, TypeAlias

from plan.checks.actions.inspection_checks import in_words
from plan.council.framework import Framework
from plan.model.finding import Finding, Place
from plan.model.plan import Plan
from plan.papers.places import action_place, aim_place, source_place
from plan.reading.source import PageSpan
from plan.text.line_breaks import NO_TEXT, sentence_line
from plan.tracing.tracing import (
    PageTrace,
    RecommendationTrace,
    Tracing,
    recommendation_traces,
    tracing_of,
)
from plan.tracing.tracing_wording import differences

LineKind: TypeAlias = Literal["heading", "problem", "row", "remark"]

NO_ACTION = "no action names it"
NOTHING_WRONG = "Nothing to look at: pages, indicators, recommendations and actions go together."
CONTENTS_WANTED = (
    "What the pages of the inspection report are about is not known yet: go to Inspection report, "
    "the last row of the aims, and type its contents list under Contents, a line for each part, "
    "such as “12-16 Impact on children and young people”."
)
FRAMEWORK_WANTED = (
    "The plan follows no framework of quality indicators, so pages cannot be traced to indicators: "
    "choose one on the Cover, under Framework."
)


@dataclass(frozen=True)
class Link:
    """A place that a line leads to, and the words for choosing it among several."""

    place: Place
    words: str


@dataclass(frozen=True)
class MatrixLine:
    """A line of the matrix.

    `beside` is the text shown while the cursor is on the line, one string per paragraph; `links`
    are the places it leads to.
    """

    kind: LineKind
    text: str
    beside: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


def matrix_lines(
    plan: Plan,
    framework: Framework | None,
    findings: Iterable[Finding],
    *,
    is_framework_wanted: bool = True,
) -> tuple[MatrixLine, ...]:
    """Return the whole matrix; `findings` are those of the whole paper.

    `is_framework_wanted` says that one is asked for where there is none.
    """
    traced = tracing_of(plan, framework)
    wrong = problem_lines(plan, findings)
    asks = framework is None and is_framework_wanted
    remarks = tuple(_remarks(plan, framework, traced, asks_for_framework=asks))
    if not wrong and not remarks:
        remarks = (MatrixLine("remark", NOTHING_WRONG),)
    return (
        *remarks,
        *wrong,
        *_by_page(plan, traced),
        *_whole_report(plan, traced),
        *_recommended(plan),
    )


def _remarks(
    plan: Plan, framework: Framework | None, traced: Tracing, *, asks_for_framework: bool
) -> Iterator[MatrixLine]:
    """Yield what is missing before pages can be traced to indicators."""
    if asks_for_framework:
        place = Place("plan/framework", "plan", plan.cover.id, "framework")
        yield MatrixLine("remark", FRAMEWORK_WANTED, links=(Link(place, "Framework"),))
    contents = (Link(source_place("contents"), "Contents of the inspection report"),)
    if not plan.source.contents:
        yield MatrixLine("remark", CONTENTS_WANTED, links=contents)
    elif framework is not None and not traced.reading.findings:
        text = f"No heading of the contents list names an indicator of {framework.name}."
        yield MatrixLine("remark", text, links=contents)


# What is wrong


def problem_lines(plan: Plan, findings: Iterable[Finding]) -> tuple[MatrixLine, ...]:
    """Return the mismatches under headings, or nothing if everything matches.

    They are what the checks P3 to P5, P10 and R11 found, and aims worded or ordered differently
    from the inspection report's recommendations.
    """
    found = sorted(findings, key=_in_order_of(plan))
    groups = (
        ("Pages that no action names", (_problem(plan, one) for one in found if _is_pages(one))),
        (
            "Pages and indicators that do not go together",
            (_problem(plan, one) for one in found if one.rule in ("P3", "P4", "P5")),
        ),
        (
            "Recommendations without an action",
            (_problem(plan, one) for one in found if one.rule == "P10" and one.about),
        ),
        (
            "Wording and order",
            (*_worded(plan), *(_problem(plan, one) for one in found if one.rule == "R11")),
        ),
    )
    lines: list[MatrixLine] = []
    for heading, problems in groups:
        problem = tuple(problems)
        lines += (MatrixLine("heading", heading), *problem) if problem else ()
    return tuple(lines)


def _is_pages(finding: Finding) -> bool:
    return finding.rule == "P10" and not finding.about


def _in_order_of(plan: Plan) -> Callable[[Finding], int]:
    places = {action.id: place for place, action in enumerate(plan.actions)}
    return lambda finding: places.get(finding.place.id, -1)


def _problem(plan: Plan, finding: Finding) -> MatrixLine:
    about: tuple[str, ...] = ()
    text = finding.text
    if finding.place.path.startswith("plan/"):
        pass  # it is of several actions, which it lists
    elif finding.place.table == "actions":
        action = plan.action_rows[finding.place.id]
        text = f"{plan.ref_of(action.id)}: {text}"
        about = (
            f"{plan.ref_of(action.id)} {sentence_line(action.text) or NO_TEXT}",
            f"Pages: {' '.join(action.pages.split()) or 'none'}",
            f"Indicators: {'; '.join(action.indicators) or 'none'}",
        )
    elif finding.place.table == "aims":
        aim = plan.aim_rows[finding.place.id]
        about = (f"Aim {plan.number_of(aim.id)}: {aim.text or NO_TEXT}",)
    if finding.reason:
        text = f"{text} Left as it is: {finding.reason}"
    source = f"{finding.severity} {finding.rule}. Source: {finding.source}"
    return MatrixLine("problem", text, (*about, source), (Link(finding.place, text),))


def _worded(plan: Plan) -> Iterator[MatrixLine]:
    """Yield the aims worded or ordered differently from the inspectors' recommendations."""
    taken = [(one, one.aim) for one in recommendation_traces(plan) if one.aim is not None]
    order = [plan.number_of(aim.id) for _, aim in taken]
    if order != sorted(order):
        said = ", ".join(map(str, order))
        text = f"The recommendations are in another order than the aims: they became aims {said}."
        link = Link(source_place("recommendations"), "Recommendations")
        yield MatrixLine("problem", text, links=(link,))
    for trace, aim in taken:
        differ = differences(trace.text, aim.text)
        if differ:
            number = plan.number_of(aim.id)
            text = f"Aim {number} is worded otherwise than recommendation {trace.number}: "
            text += "; ".join(one.words for one in differ) + "."
            beside = (f"Recommendation {trace.number}: {trace.text}", f"Aim {number}: {aim.text}")
            yield MatrixLine("problem", text, beside, (Link(aim_place(plan, aim.id), text),))


# The matrix


def _by_page(plan: Plan, traced: Tracing) -> Iterator[MatrixLine]:
    if not traced.pages:
        yield MatrixLine("remark", "No action names a page of the inspection report yet.")
    for spans, pages in groupby(traced.pages, key=lambda one: one.spans):
        part = tuple(pages)
        numbers = in_words([one.page for one in part]).capitalize()
        about = _parts(spans, is_known=bool(traced.reading.spans))
        yield MatrixLine("heading", f"{numbers}: {about}")
        yield from (_page(plan, one, about) for one in part)


def _page(plan: Plan, trace: PageTrace, about: str) -> MatrixLine:
    links = tuple(_links(plan, trace.refs))
    words = (link.words for link in links)
    text = f"{trace.page:>4}  {', '.join(trace.refs) or NO_ACTION}"
    return MatrixLine("row", text, (f"Page {trace.page}: {about}", *words), links)


def _parts(spans: tuple[PageSpan, ...], *, is_known: bool) -> str:
    if not spans:
        return "in no part of the contents list" if is_known else "named by an action"
    return "; ".join(dict.fromkeys(map(_part, spans)))


def _part(span: PageSpan) -> str:
    if span.indicator is None:
        return f"{span.heading} (no indicator)"
    one = span.indicator
    if span.heading.endswith(one.name):
        return f"{span.heading} (indicator {one.number})" if one.number else span.heading
    return f"{span.heading} (indicator {one.title})"


def _whole_report(plan: Plan, traced: Tracing) -> Iterator[MatrixLine]:
    if traced.whole_report:
        yield MatrixLine("heading", "All pages: what answers the whole report")
    for link in _links(plan, traced.whole_report):
        yield MatrixLine("row", f"  {link.words}", (link.words,), (link,))


def _recommended(plan: Plan) -> Iterator[MatrixLine]:
    traces = recommendation_traces(plan)
    if traces:
        yield MatrixLine("heading", "Recommendations of the inspection report")
    yield from (_recommendation(plan, one) for one in traces)


def _recommendation(plan: Plan, trace: RecommendationTrace) -> MatrixLine:
    links = tuple(_links(plan, trace.refs))
    became = "no aim is worded like it"
    if trace.aim is not None:
        refs = ", ".join(trace.refs) or "which has no action"
        became = f"aim {plan.number_of(trace.aim.id)}: {refs}"
        links = links or (Link(aim_place(plan, trace.aim.id), trace.aim.text),)
    text = f"  {trace.number}. {trace.text} ({became})"
    return MatrixLine("row", text, tuple(link.words for link in links), links)


def _links(plan: Plan, refs: Iterable[str]) -> Iterator[Link]:
    for ref in refs:
        if (action := plan.action_at(ref)) is not None:
            words = f"{ref} {sentence_line(action.text) or NO_TEXT}"
            yield Link(action_place(plan, action.id, ""), words)
