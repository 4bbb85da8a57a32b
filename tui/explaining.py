"""One action explained in plain lines: everything in the paper that hangs on it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from plan.appendix import note_heading
from plan.framework import framework_of
from plan.glance import glance
from plan.tracing_action import Explanation, PageExplained, PrintedIndicator, explained

if TYPE_CHECKING:
    from plan.checks.finding import Finding
    from plan.format import Format
    from plan.model import Plan


def explanation(
    plan: "Plan", action_id: str, form: "Format", found: "Iterable[Finding]"
) -> tuple[str, ...]:
    """Return everything that hangs on an action, a fact to a line; `found` is of the paper."""
    one = explained(plan, action_id, framework_of(plan, form), found)
    return (*_what(one), *_of_the_report(one), *_how(one))


def _what(one: Explanation) -> Iterator[str]:
    yield f"Action {one.ref}: {glance(one.action.text) or '(no text yet)'}"
    yield f"Aim {one.aim_number}: {one.aim.text or '(no text yet)'}"
    if one.recommendation is not None:
        yield f"Recommendation {one.recommendation.number}: {one.recommendation.text}"


def _of_the_report(one: Explanation) -> Iterator[str]:
    yield "Pages: all of the inspection report" if one.answers_all else "Pages:"
    yield from (f"  {_page(page)}" for page in one.pages)
    yield "Indicators:"
    for printed in one.indicators:
        yield f"  {_indicator(printed)}"
        yield from (f"    in {there.framework.id}: {there.words}" for there in printed.elsewhere)


def _how(one: Explanation) -> Iterator[str]:
    action = one.action
    yield f"Leads: {'; '.join(action.leads) or 'none'}"
    yield f"Timescale: {' '.join(action.timescale.split()) or 'none'}"
    yield "Success:"
    yield from (f"  {text}" for text in action.success_criteria)
    yield "Progress:" if one.notes else "Progress: no note yet"
    for note in one.notes:
        yield f"  {note_heading(note.as_at, note.status)}: {glance(note.text)}"
    yield "To check:" if one.findings else "To check: nothing"
    yield from (f"  {finding.severity} {finding.rule}: {finding.text}" for finding in one.findings)


def _page(page: PageExplained) -> str:
    parts = [
        f"{span.heading} ({span.indicator.number})" if span.indicator else span.heading
        for span in page.spans
    ]
    return f"{page.page}: {'; '.join(parts)}" if parts else str(page.page)


def _indicator(printed: PrintedIndicator) -> str:
    if printed.indicator is None:
        return f"{printed.printed} (not in the framework)"
    if printed.is_canonical:
        return printed.printed
    return f"{printed.printed} (the framework's “{printed.indicator.name}”)"
