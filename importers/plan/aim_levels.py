"""Aims as they are read, and which of several levels of them is that of the plan's aims."""

from dataclasses import dataclass, field

from importers.plan.aims import PrintedAim
from importers.plan.plan_rows import ActionRow
from importers.remarks import Remark
from plan.papers.blocks import Paragraph
from plan.text.line_breaks import shortened


@dataclass
class ReadAim:
    """An aim with its actions as printed.

    `source` is where it stands, in a heading or in a table, `role` what a heading is for;
    `has_table` says that a table of actions stands below it, though no action is in it yet; `said`
    are the paragraphs that print it. One that `is_crossed_out` has no words.
    """

    printed: PrintedAim
    actions: list[ActionRow] = field(default_factory=list)
    source: str = ""
    role: str = ""
    has_table: bool = False
    said: tuple[Paragraph, ...] = ()
    is_crossed_out: bool = False

    @property
    def sign(self) -> tuple[str, str, str, bool]:
        """What is the same for all aims of one level."""
        printed = self.printed
        return self.source, self.role, printed.kind, not printed.kind and printed.text.isupper()


def settled(aims: list[ReadAim]) -> tuple[list[ReadAim], list[Remark]]:
    """Return the aims of the lowest level that has actions, and remarks on the levels above.

    An aim without an action is one of them if it looks as they do.
    """
    served = [aim for aim in aims if aim.actions]
    signs = {aim.sign for aim in served}
    known = {(aim.printed.label.casefold(), aim.printed.text.casefold()) for aim in served}
    has_levels = _has_levels(aims)
    kept: list[ReadAim] = []
    remarks: list[Remark] = []
    for place, aim in enumerate(aims):
        following = aims[place + 1] if place + 1 < len(aims) else None
        is_above = (
            has_levels
            and not aim.printed.kind
            and following is not None
            and following.sign == aim.sign
        )
        said = (aim.printed.label.casefold(), aim.printed.text.casefold())
        is_aim = aim.sign in signs and said not in known and not is_above
        if aim.actions or aim.has_table or is_aim or not served:
            kept.append(aim)
        else:
            text = f"“{shortened(aim.printed.words)}” stands above the aims here and is no aim."
            remarks.append(Remark("not understood", f"Aim {len(kept) + 1}", text))
    return kept, remarks


def _has_levels(aims: list[ReadAim]) -> bool:
    """Return whether the first aim without a label stands above others, and has no action."""
    first = next((n for n, aim in enumerate(aims) if not aim.printed.kind), None)
    if first is None or aims[first].actions or first + 1 >= len(aims):
        return False
    return aims[first + 1].sign == aims[first].sign
