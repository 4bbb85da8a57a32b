"""What a check is, and what it reports about a place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import NamedTuple, TypeAlias

from plan.checks.paper import Paper
from plan.council.format import ColumnField
from plan.model.finding import Finding, Place, Severity
from plan.text.remembered import remembered

COUNCILS_PLAN = "The council's plan format"
"""The source of rules about what a council's own plan must have."""


class Found(NamedTuple):
    """What one rule reports about one place.

    `text` is a sentence saying what is wrong and why it matters. `facts` are the values the finding
    is based on: a reason for leaving it counts as long as they stay the same. `severity` is set if
    it is not the rule's usual one. `about` tells apart two findings of one rule at the same place,
    for example by the missing appendix, so that a reason answers only one of them. No reason can
    answer a `final` one.
    """

    place: Place
    text: str
    facts: tuple[str, ...] = ()
    severity: Severity | None = None
    about: str = ""
    final: bool = False


@dataclass(frozen=True)
class Check:
    """A rule: its id, what it requires, its source, and the function that looks.

    `column` is the plan's column that it looks at: a council that does not print the column is not
    asked about it. `since` is the day from which it holds: an earlier meeting is not judged by it.
    The rules of a form are data: see `plan.council.form_rules`.
    """

    rule: str
    severity: Severity
    holds: str
    source: str
    look: Callable[[Paper], Iterator[Found]]
    column: ColumnField | None = None
    since: date | None = None

    def findings(self, paper: Paper) -> Iterator[Finding]:
        """Yield the findings in a paper, or nothing if the rule does not apply to it."""
        if self.column is not None and not paper.prints(self.column):
            return
        if self.since is not None and paper.judged_at < self.since:
            return
        for found in self.look(paper):
            yield finding_of(self.rule, found.severity or self.severity, self.source, found)


@remembered
def _digest(text: str, facts: tuple[str, ...]) -> str:
    said = "\x1f".join((text, *facts))
    return sha256(said.encode(errors="surrogatepass")).hexdigest()[:16]


Look: TypeAlias = Callable[[Paper], Iterator[Found]]


def check(
    rule: str,
    severity: Severity,
    holds: str,
    source: str,
    *,
    column: ColumnField | None = None,
    since: date | None = None,
) -> Callable[[Look], Check]:
    """Turn the decorated function into a check."""
    return lambda look: Check(rule, severity, holds, source, look, column, since)


def finding_of(
    rule: str, severity: Severity, source: str, found: Found, *, final: bool = False
) -> Finding:
    """Return what was found as a finding of a rule, without the officer's reason."""
    digest = _digest(found.text, found.facts)
    return Finding(
        rule,
        severity,
        found.place,
        found.text,
        source,
        digest,
        final=final or found.final,
        about=found.about,
    )
