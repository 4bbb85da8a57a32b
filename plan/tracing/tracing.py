"""Tracing: from a page of the inspection report to an indicator to the actions, and back."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from plan.council.framework import Framework, Indicator, bare_words
from plan.model.plan import Plan
from plan.model.rows import Action, Aim
from plan.reading.pages import PageReading, read_pages
from plan.reading.source import ContentsReading, PageSpan, read_source
from plan.text.remembered import remembered, remembered_by_row
from plan.tracing.tracing_wording import paired

pages_read = remembered(read_pages)
"""Cached reading of a page reference, because a plan is checked after every edit."""


@dataclass(frozen=True)
class PageTrace:
    """A page of the inspection report: the parts it belongs to and the refs that name it."""

    page: int
    spans: tuple[PageSpan, ...]
    refs: tuple[str, ...]

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators that the page is about."""
        found = (span.indicator for span in self.spans)
        return tuple(dict.fromkeys(one for one in found if one is not None))


@dataclass(frozen=True)
class Tracing:
    """How a plan responds to the inspection report.

    `pages` are those with findings or named by an action, in order; `whole_report` lists the refs
    of the actions that respond to all of it.
    """

    pages: tuple[PageTrace, ...]
    whole_report: tuple[str, ...]
    reading: ContentsReading

    @property
    def unanswered(self) -> tuple[int, ...]:
        """The pages with findings that no action names; "all pages" names none of them."""
        return tuple(one.page for one in self.pages if not one.refs)

    @cached_property
    def findings_from_to(self) -> tuple[int, int]:
        """The first and last page with findings, or 0 and 0 if none are known."""
        spans = self.reading.findings
        if not spans:
            return 0, 0
        return min(span.first for span in spans), max(span.last for span in spans)


class Mismatch(NamedTuple):
    """A mismatch between an action's indicators and its pages.

    `unsupported` are indicators it names although none of its pages is about them. `unnamed` are
    indicators its pages are about but it does not name, each with those pages, most pages first.
    `twice` are indicators it names more than once, and `meant` the one that was probably meant the
    second time.
    """

    unsupported: tuple[Indicator, ...] = ()
    unnamed: tuple[tuple[Indicator, tuple[int, ...]], ...] = ()
    twice: tuple[str, ...] = ()
    meant: Indicator | None = None


@dataclass(frozen=True)
class RecommendationTrace:
    """An inspectors' recommendation, with the aim that takes it up and that aim's actions."""

    number: int
    text: str
    aim: Aim | None
    refs: tuple[str, ...]


def tracing_of(plan: Plan, framework: Framework | None) -> Tracing:
    """Return which actions respond to which pages of the inspection report."""
    reading = read_source(plan.source, framework)
    refs: dict[int, list[str]] = {}
    whole: list[str] = []
    for action in plan.actions:
        read = pages_read(action.pages)
        if read.is_all:
            whole.append(plan.ref_of(action.id))
        for page in read.pages:
            refs.setdefault(page, []).append(plan.ref_of(action.id))
    found = {page for span in reading.findings for page in range(span.first, span.last + 1)}
    pages = (
        PageTrace(page, reading.spans_at(page), tuple(refs.get(page, ())))
        for page in sorted(found | set(refs))
    )
    return Tracing(tuple(pages), tuple(whole), reading)


class PageIndicators:
    """Which indicators each page of the inspection report is about.

    The first page of a part may contain the end of the previous one, so it may be about either.
    """

    def __init__(self, reading: ContentsReading, framework: Framework) -> None:
        self.framework = framework
        self.about: dict[int, list[str]] = {}
        self.maybe_about: dict[int, list[str]] = {}
        self.covered: set[str] = set()
        for span in reading.findings:
            key = span.indicator.key if span.indicator else ""
            self.covered.add(key)
            for page in range(span.first, span.last + 1):
                self.about.setdefault(page, []).append(key)
            for page in range(span.first, span.last + 2):
                self.maybe_about.setdefault(page, []).append(key)

    def mismatch(self, indicators: tuple[str, ...], pages: str) -> Mismatch:
        """Return where the indicators of an action do not match its pages.

        Indicators missing from the contents list are ignored.
        """
        twice = repeated(indicators, self.framework)
        read = pages_read(pages)
        if not read.pages:
            return Mismatch(twice=twice)
        found = map(self.framework.find, indicators)
        named = dict.fromkeys(one.key for one in found if one is not None)
        supported = {key for page in read.pages for key in self.maybe_about.get(page, ())}
        unnamed = self._unnamed(read, named.keys()) if named else ()
        beyond = self.covered - supported
        return Mismatch(
            tuple(one for key in named if key in beyond and (one := self.framework.keyed(key))),
            unnamed,
            twice,
            unnamed[0][0] if twice and unnamed else None,
        )

    def _unnamed(
        self, read: PageReading, named: AbstractSet[str]
    ) -> tuple[tuple[Indicator, tuple[int, ...]], ...]:
        pages: dict[str, list[int]] = {}
        certain: set[str] = set()
        for page in read.pages:
            about = self.about.get(page, [])
            if not named.isdisjoint(about):
                continue
            for key in about:
                pages.setdefault(key, []).append(page)
            if named.isdisjoint(self.maybe_about.get(page, ())):
                certain.update(about)
        most_first = sorted(pages.items(), key=lambda item: -len(item[1]))
        return tuple(
            (one, tuple(found))
            for key, found in most_first
            if key in certain and (one := self.framework.keyed(key))
        )


def mismatches(plan: Plan, about: PageIndicators) -> dict[str, Mismatch]:
    """Return the actions whose indicators and pages do not match, by id and in order."""
    found = (
        (action.id, _mismatch(action.indicators, action.pages, about)) for action in plan.actions
    )
    return {action_id: one for action_id, one in found if one is not None}


@remembered_by_row
def page_indicators(reading: ContentsReading, framework: Framework) -> PageIndicators:
    """Return which indicators each page is about, once for the contents list as it was read."""
    return PageIndicators(reading, framework)


@remembered
def _mismatch(indicators: tuple[str, ...], pages: str, about: PageIndicators) -> Mismatch | None:
    found = about.mismatch(indicators, pages)
    return found if found.unsupported or found.unnamed or found.twice else None


def repeated(indicators: tuple[str, ...], framework: Framework | None) -> tuple[str, ...]:
    """Return the indicators that appear in a list for the second time, as printed."""
    if len(indicators) <= 1:
        return ()
    seen: set[object] = set()
    twice: list[str] = []
    for printed in indicators:
        found = framework.find(printed) if framework else None
        meant = found.key if found else bare_words(printed)
        if meant in seen:
            twice.append(printed)
        seen.add(meant)
    return tuple(twice)


@remembered_by_row
def wrong_indicators(
    action: Action, framework: Framework | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the indicators of an action that stand twice, and those the framework does not have.

    Each is named once.
    """
    indicators = action.indicators
    unknown = () if framework is None else (one for one in indicators if not framework.find(one))
    twice = repeated(indicators, framework)
    return tuple(dict.fromkeys(twice)), tuple(dict.fromkeys(unknown))


def recommendation_traces(plan: Plan) -> tuple[RecommendationTrace, ...]:
    """Return each recommendation of the inspection report with its aim and actions.

    We match an aim by its wording, which need not be identical.
    """
    recommendations = plan.source.recommendations
    pairs = paired(recommendations, tuple(aim.text for aim in plan.aims))
    return tuple(
        RecommendationTrace(place + 1, text, aim, _refs_of(plan, aim))
        for place, text in enumerate(recommendations)
        for aim in (plan.aims[pairs[place]] if place in pairs else None,)
    )


def _refs_of(plan: Plan, aim: Aim | None) -> tuple[str, ...]:
    actions = plan.actions_of(aim.id) if aim else ()
    return tuple(plan.ref_of(action.id) for action in actions)
