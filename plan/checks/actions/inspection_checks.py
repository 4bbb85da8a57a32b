"""The checks that compare the plan with the inspection report: P3 to P5 and P10.

They know the report's number of pages, contents list and recommendations, as far as an officer has
typed them. They say nothing about what was not typed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from plan.checks.check import COUNCILS_PLAN, Check, Found, check
from plan.checks.each_action import holds_of_all, of_the_plan, refs_of
from plan.checks.facts.report_text import pages_told, report_words
from plan.checks.paper import Paper
from plan.checks.report.report_checks import is_in_own_layout
from plan.council.framework import (
    NONE,
    Framework,
    fitting_framework,
    framework_named,
    suited_framework,
)
from plan.model.finding import Severity
from plan.model.rows import Action
from plan.papers.places import action_place, cover_place, source_place
from plan.reading.pages import says_no_page
from plan.tracing.tracing import (
    Mismatch,
    pages_read,
    recommendation_traces,
    wrong_indicators,
)

_REPORT = "The inspection report's contents list"
_NAMES_ITS_FRAMEWORK = re.compile(r"[A-Z]{3,}\w* (?:QI )?\d")
"""An indicator with the framework it is of: "HGIOELC 3.2 Securing children's progress"."""
_SEVERAL = 3
"""From so many actions on, the same remark is made once, with the actions listed."""


@check(
    "P3",
    "FIX",
    "Page references can be read, and are of the inspection report.",
    COUNCILS_PLAN,
    column="pages",
)
def pages_can_be_read(paper: Paper) -> Iterator[Found]:
    """P3: pages are given, in ascending order, each once, and among those with findings.

    Where no inspection report is known and no action names a page, P4 asks once what the plan
    follows; without a column of indicators that is asked here.
    """
    known = paper.tracing.reading.page_count
    last = pages_told(report_words(paper)) if known is None else known
    lacking: list[Action] = []
    for action in paper.open_actions:
        reading = pages_read(action.pages)
        if reading.problem:
            place = action_place(paper.plan, action.id, "pages")
            is_other = is_in_own_layout(paper) and not _knows_inspection(paper)
            weight: Severity | None = "INFO" if is_other else None
            yield Found(place, reading.problem, (action.pages,), weight)
        elif not reading.pages and not reading.is_all:
            lacking.append(action)
        elif last is not None and reading.pages and reading.pages[-1] > last:
            place = action_place(paper.plan, action.id, "pages")
            text = f"Page {reading.pages[-1]} is beyond the inspection report's {last} pages."
            severity: Severity | None = "ASK" if known is None else None
            yield Found(place, text, (action.pages, str(last)), severity)
        else:
            yield from _outside_the_findings(paper, action)
    yield from _without_pages(paper, [one for one in lacking if not says_no_page(one.pages)])


def _without_pages(paper: Paper, lacking: list[Action]) -> Iterator[Found]:
    if not lacking:
        return
    if len(lacking) == len(paper.open_actions) and not _knows_inspection(paper):
        if paper.plan.cover.framework == NONE or paper.prints("indicators"):
            return
        text = (
            "No inspection report is known, and {refs} name no page of one: is there one? A reason "
            "given here leaves the plan in peace."
        )
        yield of_the_plan(paper, "pages", text, lacking, "ASK", place=source_place("title"))
        return
    if len(lacking) >= _SEVERAL or holds_of_all(paper, lacking):
        text = "No page of the inspection report is named in {refs}."
        yield of_the_plan(paper, "pages", text, lacking, "ASK")
        return
    for action in lacking:
        place = action_place(paper.plan, action.id, "pages")
        yield Found(place, "No page of the inspection report is named.", (), "ASK")


def _knows_inspection(paper: Paper) -> bool:
    """Return whether anything is known of the inspection report that the plan responds to."""
    source = paper.plan.source
    return bool(source.title or source.pages or source.contents or source.recommendations)


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

    A plan for which no framework was chosen is left in peace. One whose indicators are another
    framework's is asked once which it follows. Where nobody chose the framework, it is only the
    council's usual one, so that nothing more than a remark is made of what it does not have.
    """
    if paper.follows_no_framework:
        return
    actions = paper.open_actions
    lacking = [action for action in actions if not action.indicators]
    yield from _without_indicators(paper, lacking)
    named = [action for action in actions if action.indicators]
    other = _of_another_framework(paper, named)
    if other is not None:
        yield other
        return
    for action in named:
        yield from _named_twice(paper, action)
    yield from _unknown_ones(paper, named)
    yield from _numbered_otherwise(paper, named)


def _named_twice(paper: Paper, action: Action) -> Iterator[Found]:
    twice, _ = wrong_indicators(action, paper.framework)
    for name in twice:
        text = f"“{name}” is named twice: {_meant(paper.mismatches.get(action.id))}"
        place = action_place(paper.plan, action.id, "indicators")
        yield Found(place, text, action.indicators, about=name)


def _by_name(naming: Iterable[tuple[str, Action]]) -> dict[str, list[Action]]:
    """Return the actions that name each indicator, in the order in which it is first named."""
    found: dict[str, list[Action]] = {}
    for name, action in naming:
        found.setdefault(name, []).append(action)
    return found


def _unknown_ones(paper: Paper, named: Sequence[Action]) -> Iterator[Found]:
    """Yield each indicator that the framework does not have once, with the actions naming it."""
    framework = paper.framework
    if framework is None:
        return
    unknown = ((name, one) for one in named for name in wrong_indicators(one, framework)[1])
    for name, those in _by_name(unknown).items():
        if _NAMES_ITS_FRAMEWORK.match(name):
            continue
        text, about = _unknown(name, framework), f"unknown {name}"
        place = action_place(paper.plan, those[0].id, "indicators")
        if len(those) > 1:
            text = f"{text} It is named in {refs_of(paper, those)}."
        yield Found(place, text, (name,), "ASK", about=about)


def _numbered_otherwise(paper: Paper, named: Sequence[Action]) -> Iterator[Found]:
    """Yield each indicator once that has the number of another one."""
    framework = paper.framework
    if framework is None:
        return
    every = ((name, one) for one in named for name in one.indicators)
    numbered = ((name, one) for name, one in every if name[:1].isdigit())
    for name, those in _by_name(numbered).items():
        other, meant = framework.numbered_otherwise(name), framework.find(name)
        if other is None or meant is None:
            continue
        text = (
            f"“{name}”: {other.number} is “{other.name}”, and “{meant.name}” is {meant.number}: "
            "which is meant?"
        )
        if len(those) > 1:
            text = f"{text} It stands in {refs_of(paper, those)}."
        place = action_place(paper.plan, those[0].id, "indicators")
        yield Found(place, text, (name,), "ASK", about=f"number of {name}")


def _without_indicators(paper: Paper, lacking: list[Action]) -> Iterator[Found]:
    if not lacking:
        return
    place = cover_place(paper.plan, "framework")
    is_all = len(lacking) == len(paper.open_actions)
    if is_all and not paper.plan.cover.framework and not _judges_by_indicators(paper):
        text = (
            "No quality indicator is named in {refs}, and nobody chose a framework: "
            f"{_suited_in_words(paper)}choose the one that the plan follows, or none."
        )
        yield of_the_plan(paper, "framework", text, lacking, "INFO", place=place)
    elif len(lacking) >= _SEVERAL or holds_of_all(paper, lacking):
        text = "No quality indicator is named in {refs}."
        is_wanted = paper.plan.cover.framework or 2 * len(lacking) < len(paper.open_actions)
        severity: Severity | None = None if is_wanted or is_all else "INFO"
        yield of_the_plan(paper, "framework", text, lacking, severity, place=place)
    else:
        for action in lacking:
            at = action_place(paper.plan, action.id, "indicators")
            yield Found(at, "No quality indicator is named.")


def _judges_by_indicators(paper: Paper) -> bool:
    """Return whether the inspection report's contents name indicators of the framework."""
    return any(span.indicator is not None for span in paper.tracing.reading.findings)


def _of_another_framework(paper: Paper, named: Sequence[Action]) -> Found | None:
    """Return the one question on a plan most of whose indicators the framework does not have."""
    framework = paper.framework
    if framework is None or not named:
        return None
    names = {name for action in named for name in action.indicators}
    unknown = [name for name in names if framework.find(name) is None]
    if not unknown:
        return None
    is_chosen = bool(paper.plan.cover.framework)
    cover = paper.plan.cover
    fits = fitting_framework(
        names, framework, f"{cover.title} {cover.subtitle}", paper.council.own_frameworks
    )
    severity: Severity = "ASK"
    if fits is not None:
        text = (
            "The indicators of {refs} are those of “"
            f"{fits.name}”, and the plan {'follows' if is_chosen else 'is held against'} “"
            f"{framework.name}”: which is meant?"
        )
    elif 2 * sum(framework.nearest(name) is None for name in unknown) > len(names):
        text = f"Most indicators of {{refs}} are none of {_framework_asked_for(paper, framework)}"
        severity = "ASK" if is_chosen else "INFO"
    else:
        return None
    place = cover_place(paper.plan, "framework")
    return of_the_plan(paper, "framework", text, named, severity, place=place)


def _framework_asked_for(paper: Paper, framework: Framework) -> str:
    suited = _suited_in_words(paper)
    return f"{framework.name}: {suited}choose the framework that the plan follows, or none."


def _suited_in_words(paper: Paper) -> str:
    suited = suited_framework(f"{paper.plan.cover.title} {paper.plan.cover.subtitle}")
    framework = framework_named(suited) if suited else None
    if framework is None or framework == paper.framework:
        return ""
    return f"is “{framework.name}” meant? Otherwise "


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
        if action_id in paper.closed:
            continue
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
