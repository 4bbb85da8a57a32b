"""What `plandesk trace --json` prints: where a plan answers the inspection report, or one action.

`docs/json/trace.schema.json` describes it. The window and the plain lines say the same.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from desk.council import own_fields_of
from desk.rolling import lineage_as_json
from plan.checks.tracing_matrix import problem_lines
from plan.council.crosswalk import Counterpart
from plan.council.format import Format
from plan.council.framework import Indicator, framework_of
from plan.following.action_state import reading_of
from plan.following.reviews import overdue, reviews
from plan.model.finding import Finding
from plan.model.plan import Plan
from plan.model.rows import Action
from plan.papers.typed_text import shown_of
from plan.reading.source import PageSpan
from plan.reading.timescales import reading_in_words
from plan.tracing.tracing import recommendation_traces, tracing_of
from plan.tracing.tracing_action import PrintedIndicator, explained

LOOKED_AHEAD = timedelta(days=5 * 366)
"""How far ahead the next date of an action is looked for."""


def tracing_as_json(plan: Plan, council: Format, found: Iterable[Finding]) -> dict[str, Any]:
    """Return which actions answer which pages and recommendations; `found` is of the paper."""
    framework = framework_of(plan, council)
    traced = tracing_of(plan, framework)
    heading, problems = "", []
    for line in problem_lines(plan, found):
        if line.kind == "heading":
            heading = line.text
        else:
            problems.append({"about": heading, "text": line.text})
    return {
        "framework": framework.id if framework else "",
        "problems": problems,
        "pages": [
            {"page": one.page, "parts": _parts(one.spans), "refs": list(one.refs)}
            for one in traced.pages
        ],
        "unanswered": list(traced.unanswered),
        "whole_report": list(traced.whole_report),
        "recommendations": [
            {
                "number": one.number,
                "text": one.text,
                "aim": None if one.aim is None else _aim(plan, one.aim.id),
                "refs": list(one.refs),
            }
            for one in recommendation_traces(plan)
        ],
    }


def explanation_as_json(
    plan: Plan, action_id: str, council: Format, found: Iterable[Finding], today: date
) -> dict[str, Any]:
    """Return everything that hangs on an action, as on the day `today`; `found` is of the paper."""
    framework = framework_of(plan, council)
    one = explained(plan, action_id, framework, found, council.own_frameworks)
    recommendation = one.recommendation
    return {
        "ref": one.ref,
        "text": shown_of(one.action.text),
        "aim": _aim(plan, one.aim.id),
        "recommendation": None
        if recommendation is None
        else {"number": recommendation.number, "text": recommendation.text},
        "whole_report": one.answers_all,
        "pages": [{"page": page.page, "parts": _parts(page.spans)} for page in one.pages],
        "indicators": [_printed_indicator(each) for each in one.indicators],
        "leads": list(one.action.leads),
        "timescale": {"text": one.action.timescale, **_when(plan, one.action, today)},
        "success_criteria": list(one.action.success_criteria),
        "progress": [
            {"as_at": note.as_at, "status": note.status, "text": shown_of(note.text)}
            for note in one.notes
        ],
        "findings": [
            {"rule": each.rule, "severity": each.severity, "text": each.text}
            for each in one.findings
        ],
        "before": lineage_as_json(plan, action_id),
    }


def _aim(plan: Plan, aim_id: str) -> dict[str, Any]:
    return {"number": plan.number_of(aim_id), "text": plan.aim_rows[aim_id].text}


def _parts(spans: Iterable[PageSpan]) -> list[dict[str, Any]]:
    """Return the parts of the inspection report that a page is in, each with its indicator."""
    return [
        {"heading": one.heading, "indicator": _indicator(one.indicator)}
        for one in dict.fromkeys(spans)
    ]


def _indicator(one: Indicator | None) -> dict[str, str] | None:
    return None if one is None else {"number": one.number, "name": one.name}


def _printed_indicator(one: PrintedIndicator) -> dict[str, Any]:
    return {
        "printed": one.printed,
        "indicator": _indicator(one.indicator),
        "elsewhere": [_counterpart(each) for each in one.elsewhere],
    }


def _counterpart(one: Counterpart) -> dict[str, Any]:
    to = [_indicator(each) for each in one.to]
    return {"framework": one.framework.id, "like": one.like, "to": to, "why": one.why}


def _when(plan: Plan, action: Action, today: date) -> dict[str, Any]:
    """Return what was read of a timescale, what is overdue of it and what comes next."""
    reading = reading_of(plan, action)
    own, until = own_fields_of(plan), today + LOOKED_AHEAD
    late = [one for one in overdue(plan, today, own) if one.action_id == action.id]
    coming = [one for one in reviews(plan, today, until, own) if one.action_id == action.id]
    return {
        "read": reading_in_words(reading),
        "told": reading.told,
        "asks": reading.remark,
        "overdue_since": late[0].when_iso if late else "",
        "next": {"when": coming[0].when_iso, "kind": coming[0].kind} if coming else None,
    }
