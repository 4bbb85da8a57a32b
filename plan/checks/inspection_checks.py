"""The checks that compare the plan with the inspection report: P3 to P5 and P10.

They know the report's number of pages, contents list and recommendations, as far as an officer has
typed them. They say nothing about what was not typed.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from plan.checks.check import COUNCILS_PLAN, Check, Found, check
from plan.checks.paper import Paper
from plan.council.framework import Framework
from plan.model.rows import Action
from plan.papers.places import action_place, source_place
from plan.tracing.tracing import Mismatch, pages_read, recommendation_traces, repeated

_REPORT = "The inspection report's contents list"


@check(
    "P3",
    "FIX",
    "Page references can be read, and are of the inspection report.",
    COUNCILS_PLAN,
    column="pages",
)
def pages_can_be_read(paper: Paper) -> Iterator[Found]:
    """P3: pages are given, in ascending order, each once, and among those with findings."""
    last = paper.tracing.reading.page_count
    for action in paper.plan.actions:
        place = action_place(paper.plan, action.id, "pages")
        reading = pages_read(action.pages)
        if not action.pages.strip():
            yield Found(place, "No page of the inspection report is named.", (), "ASK")
        elif reading.problem:
            yield Found(place, reading.problem, (action.pages,))
        elif last is not None and reading.pages and reading.pages[-1] > last:
            text = f"Page {reading.pages[-1]} is beyond the inspection report's {last} pages."
            yield Found(place, text, (action.pages, str(last)))
        else:
            yield from _outside_the_findings(paper, action)


def _outside_the_findings(paper: Paper, action: Action) -> Iterator[Found]:
    first, last = paper.tracing.findings_from_to
    outside = [page for page in pages_read(action.pages).pages if not first <= page <= last]
    if outside and last:
        are = "is" if len(outside) == 1 else "are"
        text = f"The findings stand on pages {first} to {last}: {are} {in_words(outside)} meant?"
        yield Found(action_place(paper.plan, action.id, "pages"), text, (action.pages,), "ASK")


@check(
    "P4",
    "FIX",
    "Every action has quality indicators of the framework, each once.",
    COUNCILS_PLAN,
    column="indicators",
)
def indicators_are_named(paper: Paper) -> Iterator[Found]:
    """P4: no indicator, an indicator named twice, or one that the framework does not have.

    A plan for which no framework was chosen is left in peace.
    """
    if paper.follows_no_framework:
        return
    framework = paper.framework
    for action in paper.plan.actions:
        place = action_place(paper.plan, action.id, "indicators")
        if not action.indicators:
            yield Found(place, "No quality indicator is named.")
        for name in dict.fromkeys(repeated(action.indicators, framework)):
            text = f"“{name}” is named twice: {_meant(paper.mismatches.get(action.id))}"
            yield Found(place, text, action.indicators, about=name)
        for name in dict.fromkeys(action.indicators):
            if framework is not None and framework.find(name) is None:
                text = _unknown(name, framework)
                yield Found(place, text, (name,), "ASK", about=f"unknown {name}")


def _meant(mismatch: Mismatch | None) -> str:
    if mismatch is None or mismatch.meant is None:
        return "was another indicator meant?"
    _, pages = mismatch.unnamed[0]
    are = "are" if len(pages) > 1 else "is"
    return f"was “{mismatch.meant.name}” meant, which {in_words(pages)} {are} about?"


def _unknown(name: str, framework: Framework) -> str:
    text = f"“{name}” is no indicator of {framework.name}"
    nearest = framework.nearest(name)
    return f"{text}: is “{nearest.name}” meant?" if nearest else f"{text}."


@check("P5", "INFO", "The pages of an action are about its indicators.", _REPORT, column="pages")
def pages_and_indicators_agree(paper: Paper) -> Iterator[Found]:
    """P5: an indicator that no page is about, or pages about an indicator that is not named.

    A page where one part ends and the next begins counts for both.
    """
    if unread := paper.tracing.reading.unread:
        lines = ", ".join(f"“{line}”" for line in unread)
        text = f"No pages could be read in {lines}: nothing is known of that part of the report."
        yield Found(source_place("contents"), text, unread, "ASK")
    for action_id, mismatch in paper.mismatches.items():
        names = [f"“{one.name}”" for one in mismatch.unsupported]
        if names:
            are = "is" if len(names) == 1 else "are"
            text = f"None of its pages is about {_listed(names)}, which {are} named."
            place = action_place(paper.plan, action_id, "indicators")
            yield Found(place, text, _judged_on(paper, action_id), "ASK")
        others = [
            f"“{one.name}” ({in_words(pages)})"
            for one, pages in mismatch.unnamed
            if one != mismatch.meant
        ]
        if others:
            are = "is" if len(others) == 1 else "are"
            text = f"It cites pages about {_listed(others)}, which {are} not among its indicators."
            place = action_place(paper.plan, action_id, "pages")
            yield Found(place, text, _judged_on(paper, action_id))


def _judged_on(paper: Paper, action_id: str) -> tuple[str, ...]:
    action = paper.plan.action_rows[action_id]
    return (action.pages, *action.indicators)


@check(
    "P10",
    "INFO",
    "Every recommendation has an action, and every page with findings is named by one.",
    "The inspection report's recommendations and contents list",
)
def the_whole_report_is_answered(paper: Paper) -> Iterator[Found]:
    """P10: recommendations that led to no action, and pages that no action names."""
    for trace in recommendation_traces(paper.plan):
        if not trace.refs:
            place, number = source_place("recommendations"), str(trace.number)
            by = "the aim that takes it up has none" if trace.aim else "no aim is worded like it"
            text = f"Recommendation {number} has no action: {by}."
            yield Found(place, text, (trace.text,), "ASK", about=number)
    unanswered = paper.tracing.unanswered
    if unanswered and paper.prints("pages"):
        whole = paper.tracing.whole_report
        answer = "answers" if len(whole) == 1 else "answer"
        but = f", though {_listed(whole)} {answer} all of it" if whole else ""
        text = f"No action names {in_words(unanswered)} of the inspection report{but}."
        yield Found(source_place("contents"), text)


def in_words(pages: Sequence[int]) -> str:
    """Return pages as they are named in a sentence: "page 9", "pages 12 to 16 and 22"."""
    steps = groupby(enumerate(sorted(pages)), key=lambda pair: pair[1] - pair[0])
    runs = [[page for _, page in run] for _, run in steps]
    said = [str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs]
    return f"page{'' if len(pages) == 1 else 's'} {_listed(said)}"


def _listed(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


INSPECTION_CHECKS: tuple[Check, ...] = (
    pages_can_be_read,
    indicators_are_named,
    pages_and_indicators_agree,
    the_whole_report_is_answered,
)
