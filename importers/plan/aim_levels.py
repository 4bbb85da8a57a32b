"""Aims as they are read, and which of several levels of them is that of the plan's aims."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from importers.plan.aims import LONGEST_AIM, PrintedAim
from importers.plan.plan_rows import ActionRow, Group
from importers.remarks import Remark
from plan.model.field_kinds import Cells
from plan.model.fields import LIST_FIELDS
from plan.papers.blocks import Paragraph
from plan.text.clean import clean_line
from plan.text.line_breaks import shortened

_FIRST_REF = re.compile(r"(\d{1,2})\.1\.?")
"""The ref of the first action of an aim."""


@dataclass
class ReadAim:
    """An aim with its actions as printed.

    `source` is where it stands, in a heading or in a table, `role` what a heading is for;
    `has_table` says that it is one though no action is below it yet, by a table or a ref; `said`
    are the paragraphs that print it, `own` what a council adds to it. One that `is_crossed_out` has
    no words.
    """

    printed: PrintedAim
    actions: list[ActionRow] = field(default_factory=list)
    source: str = ""
    role: str = ""
    has_table: bool = False
    said: tuple[Paragraph, ...] = ()
    is_crossed_out: bool = False
    own: Cells = ()

    @property
    def sign(self) -> tuple[str, str, str, bool]:
        """What is the same for all aims of one level."""
        printed = self.printed
        return self.source, self.role, printed.kind, not printed.kind and printed.text.isupper()


def aims_before(groups: Sequence[Group]) -> int:
    """Return how many aims stand before that of a table, as the ref of its first action says.

    "2.1" says one; 0 where there is no such ref.
    """
    first = next((action for group in groups for action in group.actions), None)
    ref = " ".join(clean_line(one.text) for one in first.cells.get("ref", ())) if first else ""
    match = _FIRST_REF.fullmatch(ref)
    return int(match[1]) - 1 if match is not None else 0


def skipped_aims(
    lines: Sequence[Paragraph], above: Sequence[Paragraph], count: int
) -> tuple[tuple[Paragraph, ...], list[Paragraph]]:
    """Return the aims without a table that stand just above another one, and the lines left over.

    `lines` are those that nothing else has read, `above` all that stand above the other aim. They
    are as many as the refs skip, each a line of its own.
    """
    found = tuple(above[-count:]) if 0 < count <= len(above) else ()
    read = {id(line) for line in lines}
    if not all(id(one) in read and len(one.text) <= LONGEST_AIM for one in found):
        found = ()
    taken = set(map(id, found))
    return found, [line for line in lines if id(line) not in taken]


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


def flattened(
    actions: Sequence[ActionRow], aim: int, all_of_aim: Sequence[ActionRow]
) -> Iterator[Remark]:
    """Yield a remark on each action with bullets below bullets in one of its lists.

    `aim` is the number of their aim, `all_of_aim` its actions so far, these the last of them.
    """
    for place, action in enumerate(actions, len(all_of_aim) - len(actions) + 1):
        cells = (action.cells.get(name, ()) for name in LIST_FIELDS)
        if any(one.bullet for cell in cells for one in cell):
            text = "A bullet below another was read as an item of the same list; in success"
            text += " criteria a dash stands before it."
            yield Remark("note", f"{aim}.{place}", text)
