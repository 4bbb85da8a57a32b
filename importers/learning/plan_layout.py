"""How a plan prints its actions drafted: in tables, as cards, or as lines with labels."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from importers.plan.aim_levels import ReadAim
from importers.plan.columns import HeadingWords
from importers.plan.contents_lists import without_contents
from importers.plan.headings import heading_key
from importers.plan.listed_actions import holds_listed_actions, with_listed_actions
from importers.plan.plan_rows import ActionRow
from importers.plan.plan_tables import holds_cards, is_plan_table, plan_table, unpacked
from plan.papers.blocks import Block, Paragraph, Table
from plan.text.clean import clean_line

_PIECE = re.compile(r"[A-Za-z]{0,5}[-/_.]?\d[\w./-]*(?<![.])|(?<=\s)[a-z](?=[.)])")
_CARD_DESCRIPTION = "Labels and texts of an action of aim {number}: {columns}."


class PlanLayout(NamedTuple):
    """How a plan prints its actions: `layout` and `action_heading` are as in a format.

    `blocks` has a table for each action that the paper prints in another way; `labels` are the
    keys of the labels that are printed, None where headings are.
    """

    layout: str
    action_heading: str
    blocks: tuple[Block, ...]
    labels: frozenset[str] | None = None

    @property
    def values(self) -> dict[str, str]:
        """The keys of a format that say it, none for the usual table."""
        if self.layout == "table":
            return {}
        described = {"table_description": _CARD_DESCRIPTION} if self.layout == "cards" else {}
        heading = {"action_heading": self.action_heading} if self.action_heading else {}
        return {"layout": self.layout, **heading, **described}

    def prints(self, heading: str, field: str) -> bool:
        """Return whether a column is printed with its heading, or stands in that of the action."""
        if self.layout == "table":
            return True
        if f"{{{field}}}" in self.action_heading:
            return False
        return self.labels is None or heading_key(heading) in self.labels


def layout_of(
    blocks: tuple[Block, ...], words: HeadingWords, aims: Sequence[ReadAim]
) -> PlanLayout:
    """Return how the plan in some blocks, whose aims are read, prints its actions."""
    actions = [action for aim in aims for action in aim.actions]
    usual = PlanLayout("table", "", blocks)
    if not any(isinstance(one, Table) and is_plan_table(one, words) for one in blocks):
        listed = without_contents(blocks)
        are_lines = not any(isinstance(one, Table) for one in blocks)
        if are_lines and holds_listed_actions(listed, words):
            heading = _common(_headings_of_lines(listed, actions), actions)
            heading = heading if "{text}" in heading else f"{heading} {{text}}".strip()
            return PlanLayout("lines", heading, with_listed_actions(listed, words))
    inner = [one for one in unpacked(blocks, words) if isinstance(one, Table)]
    tables = [one for one in inner if plan_table(one, words) is not None]
    cards = [one for one in tables if holds_cards(one, words)]
    if not cards or len(cards) * 2 <= len(tables):
        return usual
    labels = frozenset(heading_key(text) for card in cards for text in _labels_in(card))
    heading = _common(list(_bands_in(cards)), actions)
    heading = heading or _common([text for card in cards for text in _named_in(card)], actions)
    return PlanLayout("cards", heading, blocks, labels)


def _labels_in(card: Table) -> Iterator[str]:
    for row in card.rows:
        if len(row.cells) > 1:
            yield from (clean_line(cell.text).rstrip(":–- ") for cell in row.cells[::2])


def _bands_in(cards: Sequence[Table]) -> Iterator[str]:
    """Yield what stands across the cards, a line each."""
    for card in cards:
        for row in card.rows:
            if len(row.cells) == 1 and row.cells[0].text.strip():
                yield clean_line(row.cells[0].text)


def _named_in(card: Table) -> Iterator[str]:
    """Yield labels that have a number: "Action C1"."""
    yield from (text for text in _labels_in(card) if re.search(r"\d", text))


def _headings_of_lines(blocks: Sequence[Block], actions: Sequence[ActionRow]) -> list[str]:
    """Return the line that each action begins with, `{text}` in the place of what is done."""
    made: list[str] = []
    lines = iter([one for one in blocks if isinstance(one, Paragraph)])
    for action in actions:
        said = clean_line(next((one.text for one in action.cells.get("text", ())), ""))
        found = (one for one in lines if said and clean_line(one.text).endswith(said))
        line = next(found, None)
        if line is not None:
            text = clean_line(line.text)
            before = f"{line.label} " if line.label else ""
            made.append(f"{before}{text[: len(text) - len(said)]}{{text}}")
    return made


def _common(lines: Sequence[str], actions: Sequence[ActionRow]) -> str:
    """Return the pattern of the lines above the actions; nothing unless it is that of each."""
    if not lines or len(lines) != len(actions):
        return ""
    refs = [clean_line(" ".join(one.text for one in row.cells.get("ref", ()))) for row in actions]
    by_count = {_counted(line, n, len(lines)) for n, line in enumerate(lines, 1)}
    by_ref = {_with_ref(line, ref) for line, ref in zip(lines, refs, strict=True)}
    both = (one for one in (by_count, by_ref) if len(one) == 1)
    found = next((pattern for one in both for pattern in one if pattern), "")
    return re.sub(r"(?<=\})\s+(?=\{)", " ", found)


def _counted(line: str, number: int, count: int) -> str:
    """Return a line with the place of its action, and how many there are, as fields."""
    said = [str(number), str(count)]
    names = iter(("{number}", "{count}"))
    pieces = re.split(r"(?<![\w.])(\d+)(?![\w.]*\d)", line.replace("{text}", "\0"))
    found = pieces[1::2]
    if found not in ([said[0]], said):
        return ""
    made = "".join(next(names) if place % 2 else piece for place, piece in enumerate(pieces))
    return made.replace("\0", "{text}")


def _with_ref(line: str, ref: str) -> str:
    """Return a line with the ref of its action as a field."""
    bare = ref.strip(".():")
    before, sign, text = line.partition("{text}")
    place = next((one for one in _PIECE.finditer(before) if one[0] == bare), None)
    if place is None or not bare:
        return "" if re.search(r"\d", before) else line
    return f"{before[: place.start()]}{{ref}}{before[place.end() :]}{sign}{text}"
