"""What a check finds: where in the paper, and how serious it is."""

from typing import Literal, NamedTuple, TypeAlias

from plan.model.fields import TableName
from plan.model.rows import COMMENT_RULE, reason_id

Severity: TypeAlias = Literal["STOP", "FIX", "ASK", "INFO"]
SEVERITIES: tuple[Severity, ...] = ("STOP", "FIX", "ASK", "INFO")
"""Most urgent first: STOP prevents a pack from being marked ready, INFO asks for nothing."""


class Place(NamedTuple):
    """A place in a plan's papers.

    `path` names it with the numbers printed in the paper, such as "action/2.1/timescale",
    "report/number" or "assessment/part-1/7". `table`, `id` and `field` are the row to open. An
    unanswered question of a form has no row, so its `id` is the assessment's and its `field` the
    question's.
    """

    path: str
    table: TableName
    id: str
    field: str = ""


class Finding(NamedTuple):
    """Something to correct, answer or know about.

    `source` is where the rule comes from. `reason` is why the officer left it as it is, empty while
    it is open; no reason can answer a `final` one.
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
        """An id that stays the same for as long as the paper has this finding."""
        return finding_id(self.rule, self.place, self.about)

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered it with a reason yet."""
        return not self.reason

    @property
    def is_comment(self) -> bool:
        """Whether it is a comment on the paper, whose reason is an answer."""
        return self.rule == COMMENT_RULE


def finding_id(rule: str, place: Place, about: str = "") -> str:
    """Return the id of a rule's finding at a place; its reason has the same."""
    more = f"/{about}" if about else ""
    return reason_id(rule, f"{place.table}/{place.id}/{place.field}{more}")
