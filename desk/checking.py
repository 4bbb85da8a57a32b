"""Run the checks on a plan, once for each state of it, and count what is open."""

from concurrent.futures import Future
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias
from weakref import ref

from desk.today import today
from plan.council.format import FormatError
from plan.text.line_breaks import counted
from store.formats import form_for
from store.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from desk.session import PlanSession
    from plan.council.form import Form
    from plan.council.format import Format
    from plan.model.finding import Finding
    from plan.model.plan import Plan
    from store.settings import ClearDays

    Judged: TypeAlias = tuple[Format, date, Mapping[str, Form], tuple[ClearDays, bool]]
    Findings: TypeAlias = tuple[Finding, ...]

_KNOWN: "dict[int, tuple[ref[Plan], Judged, Future[Findings]]]" = {}
"""By the plan's identity, as long as it is there: what it was judged by last, and what came of it.

A plan never changes, so it stands for its state; whoever asks while it is looked at waits for that.
"""

CONFLICT_RULE = "P40"
"""The rule of a conflict: a field that was written differently on several laptops."""
_LOOKING_UP = Lock()


def checked(plan: "Plan", council: "Format", today: "date") -> "tuple[Finding, ...]":
    """Return what the checks find in a plan at a day, the most urgent first.

    They run once for a plan, a format with its forms, and a day. Raises FormatError where the form
    of an assessment cannot be used.
    """
    forms = {one.form: form_for(one.form) for one in plan.assessments}
    judged = (council, today, forms, said_of_council())
    place = id(plan)
    with _LOOKING_UP:
        known = _KNOWN.get(place)
        is_known = known is not None and known[0]() is plan and known[1] == judged
        found: Future[Findings] = known[2] if known is not None and is_known else Future()
        if not is_known:
            _KNOWN[place] = ref(plan, lambda _: _KNOWN.pop(place, None)), judged, found
    return found.result() if is_known else _looked_for(plan, judged, found)


def said_of_council() -> "tuple[ClearDays, bool]":
    """Return how the settings say that clear days are counted, and whether there are islands."""
    kept, _ = load_settings()
    return kept.clear_days, kept.islands == "yes"


def _looked_for(plan: "Plan", judged: "Judged", found: "Future[Findings]") -> "Findings":
    """Run the checks and tell whoever waits for `found`, even of a failure."""
    # A plan can be open, and shown, before any check is loaded.
    from plan.checks import all_checks, paper  # noqa: PLC0415

    try:
        council, day, forms, said = judged
        judged_by = paper.Practice(*said)
        found.set_result(all_checks.findings(paper.Paper(plan, council, day, forms, judged_by)))
    except BaseException as error:
        _KNOWN.pop(id(plan), None)
        found.set_exception(error)
        raise
    return found.result()


def found_now(session: "PlanSession") -> "tuple[Finding, ...]":
    """Return what the checks find in the plan as it is now, without waiting for their turn."""
    try:
        return checked(session.plan, session.council, today())
    except FormatError:
        # The form of an assessment cannot be used; what is traced here asks for none, and only
        # here are these checks run without the others.
        from plan.checks import all_checks, paper  # noqa: PLC0415

        judged = paper.Paper(session.plan, session.council, today())
        return all_checks.traced_findings(judged)


def open_in_words(found: "tuple[Finding, ...]") -> str:
    """Return how many findings need an answer, such as "3 to check"; empty where none does.

    Conflicts, which are settled and not answered, are counted by themselves: "2 conflicts".
    """
    conflicts = sum(one.rule == CONFLICT_RULE for one in found)
    count = sum(one.is_open and one.severity != "INFO" for one in found) - conflicts
    said = (
        counted(conflicts, "conflict") if conflicts else "",
        f"{count} to check" if count else "",
    )
    return ", ".join(filter(None, said))
