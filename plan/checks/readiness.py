"""Whether a paper is ready for committee, as far as the checks can tell."""

from collections.abc import Iterable

from plan.model.fields import HEADER_FIELDS, SIGNATURE_FIELDS
from plan.model.finding import SEVERITIES, Finding
from plan.model.plan import Plan

NOTHING_YET = "There is nothing to check yet: the plan has no action."
_READY, _NOT_READY = "Ready for committee", "Not ready for committee"
_KEEP_BACK = ("STOP", "FIX")
"""What must be corrected, and what must be corrected or left for a reason."""


def keeps_back(finding: Finding) -> bool:
    """Return whether a finding means that its paper must not go to committee yet."""
    return finding.is_open and finding.severity in _KEEP_BACK


def readiness(plan: Plan, found: Iterable[Finding]) -> str:
    """Return a sentence on whether a paper is ready for committee, and what needs a look.

    It is not ready without an action, without a report to bring the plan to committee, or while its
    header, its signature or its screening is wanting.
    """
    listed = tuple(found)
    missing = (*_missing(plan), *_wanting(listed))
    counts = [
        (sum(one.is_open and one.severity == name for one in listed), name) for name in SEVERITIES
    ]
    open_ones = ", ".join(f"{count} {name}" for count, name in counts if count)
    left = sum(not one.is_open for one in listed)
    parts = [*missing, open_ones, f"{left} left for a reason" if left else ""]
    is_ready = not missing and not any(map(keeps_back, listed))
    said = "; ".join(filter(None, parts))
    return f"{_READY if is_ready else _NOT_READY}{': ' if said else ''}{said}."


def _wanting(found: Iterable[Finding]) -> tuple[str, ...]:
    """Return what is wanting of header, signature and screening, as far as it is open."""
    is_open = {
        _PARTS.get((one.rule, one.place.field)) or _PARTS.get((one.rule, ""))
        for one in found
        if one.is_open and one.severity != "INFO"
    }
    return tuple(part for part in dict.fromkeys(_PARTS.values()) if part in is_open)


_HEADER, _SIGNATURE, _SCREENING = "header not complete", "not signed yet", "no screening recorded"
_PARTS: dict[tuple[str, str], str] = {
    **dict.fromkeys((("R15", name) for name in HEADER_FIELDS), _HEADER),
    **dict.fromkeys((("R15", name) for name in SIGNATURE_FIELDS), _SIGNATURE),
    ("R2", "meeting_date"): _HEADER,
    ("R3", "number"): _HEADER,
    ("R8", ""): _SCREENING,
    ("E36", ""): _SCREENING,
}
"""What of a paper a finding is about, by its rule and field; a blank field is any."""


def _missing(plan: Plan) -> tuple[str, ...]:
    lacks = (
        ("no action yet", plan.action_rows),
        ("no report yet", plan.report_rows or plan.passage_rows),
    )
    return tuple(said for said, rows in lacks if not rows)
