"""What a check finds: its place in the paper, and how much it matters."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from plan.model.fields import TableName
from plan.model.rows import reason_id

Severity: TypeAlias = Literal["STOP", "FIX", "ASK", "INFO"]
SEVERITIES: tuple[Severity, ...] = ("STOP", "FIX", "ASK", "INFO")
"""The most urgent first: STOP keeps a pack from being marked ready, INFO asks for nothing."""


@dataclass(frozen=True)
class Place:
    """A place in a plan's papers.

    `path` names it in the paper's own numbers, such as "action/2.1/timescale", "report/number" or
    "assessment/part-1/7". `table`, `id` and `field` are the row to open; a question of a form that
    was not answered has no row, so its `id` is the assessment's and `field` the question's.
    """

    path: str
    table: TableName
    id: str
    field: str = ""


@dataclass(frozen=True)
class Finding:
    """Something to be put right, answered or known.

    `source` is where the rule comes from. `reason` is why the officer left it as it is, empty
    where it is open; a `final` one is answered by no reason.
    """

    rule: str
    severity: Severity
    place: Place
    text: str
    source: str
    facts: str = ""
    reason: str = ""
    final: bool = False
    about: str = ""

    @property
    def id(self) -> str:
        """What stays the same of the finding as long as the paper has it."""
        about = f"/{self.about}" if self.about else ""
        place = f"{self.place.table}/{self.place.id}/{self.place.field}{about}"
        return reason_id(self.rule, place)

    @property
    def is_open(self) -> bool:
        """Whether it has not been answered with a reason."""
        return not self.reason
