"""Checks of who must see the report before it goes, and of what was promised to the committee."""

from collections.abc import Iterator

from plan.checks.check import Check, Found, check
from plan.checks.paper import Paper
from plan.following.commitments import commitments_of, promises_overdue
from plan.model.finding import Severity
from plan.papers.consulted import consulted_of
from plan.papers.places import commitment_place, consultation_place
from plan.reading.dates import span_in_words
from plan.text.line_breaks import shortened

_FORMAT = "The council's report format"
_PROMISED = "What the committee was told"


@check("R30", "FIX", "Whoever must see the report has seen it before it goes.", _FORMAT)
def _all_have_seen_it(paper: Paper) -> Iterator[Found]:
    has_gone = paper.meeting is not None and paper.meeting < paper.today
    if has_gone or not paper.has_report:
        return
    for one in consulted_of(paper.plan, paper.council.report):
        if not one.has_seen:
            by = f", and must have by {one.by_when}" if one.by_when else ""
            text = f"{one.row.name or 'Somebody'} has not seen the report yet{by}."
            yield Found(consultation_place(one.row), text, (one.by_when,))


@check("R31", "ASK", "What was promised to the committee is brought to it by then.", _PROMISED)
def _promises_are_kept(paper: Paper) -> Iterator[Found]:
    """R31: what an earlier meeting was promised, and a promise for a day before its own meeting.

    What the paper itself promises cannot be late at its meeting; afterwards the reviews have it.
    """
    rows = {one.row.id: one for one in commitments_of(paper.plan)}
    for late in promises_overdue(paper.plan, paper.meeting or paper.today):
        one = rows[late.action_id]
        if not one.is_kept and paper.meeting is not None:
            text = (
                f"{one.ref} is promised for {span_in_words(late.when)}, before the meeting: "
                f"“{shortened(one.row.text)}”"
            )
            yield Found(commitment_place(one.row, one.ref), text, (late.when_iso,))
    for late in promises_overdue(paper.plan, paper.today):
        one = rows[late.action_id]
        is_of_this_paper = not one.is_kept and paper.meeting is not None
        if is_of_this_paper and late.when.last < (paper.meeting or paper.today):
            continue
        text = (
            f"{one.ref} was promised to the committee for {span_in_words(late.when)} and is not "
            f"closed: “{shortened(one.row.text)}”"
        )
        severity: Severity | None = "INFO" if is_of_this_paper else None
        yield Found(commitment_place(one.row, one.ref), text, (late.when_iso,), severity)


FOLLOW_UP_CHECKS: tuple[Check, ...] = (_all_have_seen_it, _promises_are_kept)
