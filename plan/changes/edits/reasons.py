"""Edits that answer a check's finding: give a reason for leaving it, or withdraw the reason."""

from collections.abc import Iterable, Mapping

from plan.changes.change import Change, row_added, row_edited, row_removed
from plan.model.field_kinds import LINE_LIMIT
from plan.model.finding import Finding
from plan.model.plan import Plan
from plan.model.rows import KEY_RULE, UNREAD_RULE, Reason, reason_id, unread_path
from plan.reading.status_key import key_in_words
from plan.text.clean import clean_line, clean_text


def give_reason(plan: Plan, finding: Finding, reason: str, *, given_on: str) -> Change:
    """Return the change that leaves a finding as it is for a reason; `given_on` is in words.

    An empty reason reopens it; that of a comment is its answer. Raises pydantic's ValidationError
    if the reason is too long.
    """
    given = clean_text(reason).strip()
    if not given:
        return take_reason_back(plan, finding)
    path = finding.place.path
    label = f"Leave {finding.rule} ({path}) for a reason"
    if finding.is_comment:
        label = f"Answer the comment ({path})"
    values = {"facts": finding.facts, "reason": given, "given_on": clean_line(given_on)}
    old = plan.reason_rows.get(finding.id)
    if old is not None:
        return Change(label=label, rows=(row_edited(old, **values),))
    row = Reason(
        id=finding.id,
        parent=plan.cover.id,
        rule=finding.rule,
        path=path,
        **values,
    )
    return Change(label=label, rows=(row_added(row),))


def keep_key(plan: Plan, key: Mapping[str, str], *, given_on: str) -> Change:
    """Return the change that keeps what a paper's own key says of its status letters.

    It stands as the reason for leaving the finding that asks for their words.
    """
    row = Reason(
        id=reason_id(KEY_RULE, "the paper's own key"),
        parent=plan.cover.id,
        rule=KEY_RULE,
        path="plan/progress",
        facts="",
        reason=f"The paper's own key: {key_in_words(key)}",
        given_on=given_on,
    )
    return Change(label="Keep the key of the statuses", rows=(row_added(row),))


def keep_unread(plan: Plan, part: str, lines: Iterable[str], *, given_on: str) -> Change:
    """Return the change that keeps with the plan what was not read of a part of its Word file."""
    said = "\n".join(filter(None, map(clean_line, lines)))[:LINE_LIMIT]
    row = Reason(
        id=reason_id(UNREAD_RULE, unread_path(part)),
        parent=plan.cover.id,
        rule=UNREAD_RULE,
        path=unread_path(part),
        facts="",
        reason=said,
        given_on=clean_line(given_on),
    )
    return Change(label="Keep what was not read", rows=(row_added(row),) if said else ())


def take_reason_back(plan: Plan, finding: Finding) -> Change:
    """Return the change that reopens a finding; empty if it is open."""
    what = "the comment" if finding.is_comment else finding.rule
    label = f"Open {what} ({finding.place.path}) again"
    old = plan.reason_rows.get(finding.id)
    return Change(label=label, rows=(row_removed(old),) if old else ())
