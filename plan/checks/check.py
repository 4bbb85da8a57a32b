"""What a check is, and what it says of a place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeAlias

from plan.checks.paper import Paper
from plan.council.format import ColumnField
from plan.model.finding import Finding, Place, Severity

COUNCILS_PLAN = "The council's plan format"
"""The source of a rule about what a council's own plan has."""


@dataclass(frozen=True)
class Found:
    """What one rule says of one place.

    `text` is a sentence that says what is wrong and why it matters. `facts` are the values it was
    judged on: a reason given for leaving it counts as long as they are the same. `severity` is
    given where it is not the rule's usual one. `about` tells two findings of one rule at the same
    place apart, for example by the missing appendix: a reason answers one, not the other.
    """

    place: Place
    text: str
    facts: tuple[str, ...] = ()
    severity: Severity | None = None
    about: str = ""


@dataclass(frozen=True)
class Check:
    """A rule: its id, what it holds, where it comes from, and the function that looks.

    `column` is that of the plan which it looks at: a council that prints none is asked nothing of
    it. What it holds is of any year; rules of dated law are those of a form
    (`plan.council.form_rules`).
    """

    rule: str
    severity: Severity
    holds: str
    source: str
    look: Callable[[Paper], Iterator[Found]]
    column: ColumnField | None = None

    def findings(self, paper: Paper) -> Iterator[Finding]:
        """Yield what is found in a paper; nothing where the rule does not apply to it."""
        if self.column is not None and not paper.prints(self.column):
            return
        for found in self.look(paper):
            yield finding_of(self.rule, found.severity or self.severity, self.source, found)


Look: TypeAlias = Callable[[Paper], Iterator[Found]]


def check(
    rule: str,
    severity: Severity,
    holds: str,
    source: str,
    *,
    column: ColumnField | None = None,
) -> Callable[[Look], Check]:
    """Make a check of the function below it."""
    return lambda look: Check(rule, severity, holds, source, look, column)


def finding_of(
    rule: str, severity: Severity, source: str, found: Found, *, final: bool = False
) -> Finding:
    """Return what was found as a finding of a rule, without the officer's reason."""
    facts = "\x1f".join((found.text, *found.facts))
    digest = sha256(facts.encode(errors="surrogatepass")).hexdigest()[:16]
    return Finding(
        rule, severity, found.place, found.text, source, digest, final=final, about=found.about
    )
