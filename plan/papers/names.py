"""The names that a plan has as whole items: its leads, its indicators, the statuses of its notes.

Each is a text of its own, as `plan.papers.plan_texts` yields them. A name inside a longer text is
none of these: it is found and replaced as words are.
"""

from typing import Literal, NamedTuple, TypeAlias

from plan.council.format import Format
from plan.papers.plan_texts import OWN_CELL, PlanText

NameKind: TypeAlias = Literal["lead", "indicator", "status"]
_FIELDS: dict[tuple[str, str], NameKind] = {
    ("actions", "leads"): "lead",
    ("actions", "indicators"): "indicator",
    ("progress", "status"): "status",
}
"""What the fields of which rows name."""


class HeldNames(NamedTuple):
    """A text of the plan that is nothing but names, an item to a line."""

    kind: NameKind
    text: PlanText

    @property
    def names(self) -> tuple[str, ...]:
        """The names in it, in order."""
        return tuple(filter(None, map(as_name, self.text.text.split("\n"))))


def as_name(text: str) -> str:
    """Return a name without the spaces that tell no two names apart."""
    return " ".join(text.split())


def name_kind(text: PlanText, council: Format) -> NameKind | None:
    """Return what a text of a plan names, None where it is no list of names.

    In a field of the council's own a person or a post is a lead, and a word of a key that says
    which actions are done is a status.
    """
    if text.part == OWN_CELL:
        field = council.own_of(text.row.table).get(text.key)
        if field is not None and any(one.done for one in field.choices):
            return "status"
        return "lead" if field is not None and field.kind == "person" else None
    return _FIELDS.get((text.row.table, text.field))
