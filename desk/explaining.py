"""One action explained in plain lines: everything in the paper that hangs on it."""

from collections.abc import Iterable, Iterator
from datetime import date

from desk.council import own_fields_of
from desk.rolling import lineage_lines
from desk.tracing_json import LOOKED_AHEAD
from plan.council.format import Format
from plan.council.framework import Framework, framework_of
from plan.following.action_state import reading_of
from plan.following.reviews import overdue, reviews
from plan.model.finding import Finding
from plan.model.plan import Plan
from plan.reading.dates import span_in_words
from plan.reading.own_values import meaning_of_value
from plan.reading.progress import note_heading
from plan.reading.timescales import reading_in_words
from plan.text.line_breaks import NO_TEXT, sentence_line
from plan.tracing.tracing_action import Explanation, PageExplained, PrintedIndicator, explained


def explanation(
    plan: Plan, action_id: str, council: Format, found: Iterable[Finding], today: date
) -> tuple[str, ...]:
    """Return everything that hangs on an action, a fact to a line; `found` is of the paper.

    What is overdue, and what comes next, is as on the day `today`.
    """
    framework = framework_of(plan, council)
    one = explained(plan, action_id, framework, found, council.own_frameworks)
    when = _when(plan, action_id, today)
    own = _own(one, council)
    return (
        *_what(one),
        *_of_the_report(one, framework),
        *_how(one, when),
        *own,
        *_how_it_stands(one),
        *lineage_lines(plan, action_id),
    )


def _what(one: Explanation) -> Iterator[str]:
    yield f"Action {one.ref}: {sentence_line(one.action.text) or NO_TEXT}"
    yield f"Aim {one.aim_number}: {one.aim.text or NO_TEXT}"
    if one.recommendation is not None:
        yield f"Recommendation {one.recommendation.number}: {one.recommendation.text}"


def _of_the_report(one: Explanation, framework: Framework | None) -> Iterator[str]:
    yield from _pages(one)
    yield "Indicators:" if one.indicators else "Indicators: none"
    for printed in one.indicators:
        yield f"  {_indicator(printed) if framework else printed.printed}"
        yield from (
            f"    in “{there.framework.name}”: {there.words}" for there in printed.elsewhere
        )


def _how(one: Explanation, when: Iterable[str]) -> Iterator[str]:
    action = one.action
    yield f"Leads: {'; '.join(action.leads) or 'none'}"
    yield f"Timescale: {' '.join(action.timescale.split()) or 'none'}"
    yield from (f"  {words}" for words in when)
    yield "Success:" if action.success_criteria else "Success: none"
    yield from (f"  {text}" for text in action.success_criteria)


def _own(one: Explanation, council: Format) -> Iterator[str]:
    """Yield what the action says in the fields that the council's format adds."""
    own = council.plan.own
    said = own.values(one.action.own)
    for field in own.fields:
        if text := said.get(field.id, ""):
            meaning = meaning_of_value(field, text)
            yield f"{field.label}: {sentence_line(text)}{f' ({meaning})' if meaning else ''}"


def _when(plan: Plan, action_id: str, today: date) -> Iterator[str]:
    """Yield what was read of an action's timescale, what is overdue of it and what comes next."""
    action = plan.action_rows[action_id]
    reading = reading_of(plan, action)
    if words := reading_in_words(reading):
        yield f"read as: {words}"
    yield from filter(None, (reading.told, reading.remark))
    own = own_fields_of(plan)
    late = [one for one in overdue(plan, today, own) if one.action_id == action_id]
    yield from (f"overdue since {span_in_words(one.when)}: no note since" for one in late)
    until = today + LOOKED_AHEAD
    coming = [one for one in reviews(plan, today, until, own) if one.action_id == action_id]
    if coming:
        kind = "due or reviewed" if coming[0].kind == "either" else coming[0].kind
        yield f"next: {kind} {span_in_words(coming[0].when)}"


def _how_it_stands(one: Explanation) -> Iterator[str]:
    yield "Progress:" if one.notes else "Progress: no note yet"
    for note in one.notes:
        yield f"  {note_heading(note.as_at, note.status)}: {sentence_line(note.text)}"
    yield "To check:" if one.findings else "To check: nothing"
    yield from (f"  {finding.severity} {finding.rule}: {finding.text}" for finding in one.findings)


def _pages(one: Explanation) -> Iterator[str]:
    """Yield the pages: each with what the report has there; else all in a line."""
    is_known = any(page.spans for page in one.pages)
    numbers = ", ".join(str(page.page) for page in one.pages)
    if one.answers_all:
        yield "Pages: all of the inspection report"
    else:
        yield "Pages:" if is_known else f"Pages: {numbers or 'none'}"
    if is_known:
        yield from (f"  {_page(page)}" for page in one.pages)


def _page(page: PageExplained) -> str:
    parts = [
        f"{span.heading} ({span.indicator.number or span.indicator.name})"
        if span.indicator
        else span.heading
        for span in page.spans
    ]
    return f"{page.page}: {'; '.join(parts)}" if parts else str(page.page)


def _indicator(printed: PrintedIndicator) -> str:
    if printed.indicator is None:
        return f"{printed.printed} (not in the framework)"
    if printed.is_canonical:
        return printed.printed
    return f"{printed.printed} (the framework's “{printed.indicator.name}”)"
