"""Puts a plan together from the blocks of a paper: its cover, and its aims with their actions."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from importers.account.ledger import took
from importers.plan.aims import PrintedAim, aim_place, own_aim, printed_aim
from importers.plan.columns import HeadingWords
from importers.plan.cover import CoverLines, cover_lines, printed_cover
from importers.plan.plan_rows import ActionRow, UnknownCells
from importers.plan.plan_tables import PlanTable, plan_table, unpacked
from importers.remarks import Remark
from importers.unread import is_filled, unread_remark
from plan.council.format import ColumnField, Format
from plan.papers.blocks import Block, Paragraph, Table
from plan.text.line_breaks import counted, shortened


@dataclass
class ReadAim:
    """An aim with its actions as printed."""

    printed: PrintedAim
    actions: list[ActionRow] = field(default_factory=list)


@dataclass
class Assembly:
    """Reads a paper from top to bottom; `aims`, `cover` and `remarks` are what it found.

    `unknown` has the cells of columns that were not understood; `is_ours` says that this program
    printed the paper.
    """

    council: Format
    words: HeadingWords
    aims: list[ReadAim] = field(default_factory=list)
    cover: CoverLines = field(default_factory=lambda: CoverLines({}, (), ()))
    fields: set[ColumnField] = field(default_factory=set)
    remarks: list[Remark] = field(default_factory=list)
    tables: int = 0
    unknown: UnknownCells = field(default_factory=UnknownCells)
    is_ours: bool = False
    _since: list[Block] = field(default_factory=list)
    _between: list[Block] = field(default_factory=list)

    def read(self, blocks: tuple[Block, ...]) -> None:
        """Read all blocks of a paper."""
        self.is_ours = any(
            isinstance(block, Paragraph) and block.role == "appendix-label" for block in blocks
        )
        for block in unpacked(blocks, self.words):
            table = plan_table(block, self.words) if isinstance(block, Table) else None
            if table is None:
                self._since.append(block)
            else:
                self._read_table(table)
        if self.is_ours:
            self._begin_printed_aims()
        self.remarks.extend(unread_remark(self._between, "Between the plan's tables"))
        self.remarks.extend(unread_remark(self._since, "After the plan"))
        self.remarks.extend(_unknown_columns(self.unknown))

    def _read_table(self, table: PlanTable) -> None:
        self.is_ours = self.is_ours or table.is_ours
        if table.is_ours:
            heading = None
            self._begin_printed_aims()
        else:
            heading = self._heading_above()
        self._since = []
        self.tables += 1
        self.fields |= table.fields
        self.remarks.extend(table.remarks)
        self.unknown.add(table.unknown)
        if not table.groups and heading is not None:
            self._begin_aim(heading)
        for number, group in enumerate(table.groups):
            own = printed_aim(group.heading, "", self.council) if group.heading else None
            if number == 0 and own is not None and heading is not None:
                text = f"Not read: “{own.text}”, above the header of the table."
                self.remarks.append(Remark("not understood", self._place, text))
            self._begin_aim(heading if number == 0 and heading is not None else own)
            self.aims[-1].actions.extend(group.actions)

    @property
    def _place(self) -> str:
        return f"Aim {len(self.aims)}" if self.aims else ""

    def _begin_printed_aims(self) -> None:
        """Begin the aims whose headings follow the last table, also those without actions."""
        cover: list[Paragraph] = []
        rest: list[Block] = []
        for block in self._since:
            if not isinstance(block, Paragraph):
                rest.append(block)
            elif block.role == "heading-2":
                printed = own_aim(block.text, self.council)
                took(printed.text, (block,))
                self.aims.append(ReadAim(printed))
            elif block.text.strip():
                cover.append(block)
        self._since = []
        if self.tables == 0 and not self.cover.texts:
            texts, unread = printed_cover(cover, self.council)
            self.cover = CoverLines(texts, (), ())
            self.remarks.extend(unread_remark((*rest, *unread), "Before the plan"))
        else:
            self._between.extend((*cover, *rest))

    def _begin_aim(self, printed: PrintedAim | None) -> None:
        """Begin an aim, unless the table continues the one before."""
        if printed is None and self.aims:
            return
        if printed is not None and self.aims and printed.is_same(self.aims[-1].printed):
            return
        self.aims.append(ReadAim(printed or PrintedAim("")))

    def _heading_above(self) -> PrintedAim | None:
        """Return the aim above a table; anything else there is remarked on."""
        above = tuple(self._paragraphs_above())
        taken = set(map(id, above))
        rest = [block for block in self._since if id(block) not in taken]
        place = aim_place(above, self.council)
        lines = above if place is None else above[:place]
        if self.tables == 0:
            self.cover = cover_lines(lines, self.council)
            self.remarks.extend(unread_remark((*rest, *self.cover.before), "Before the plan"))
            self.remarks.extend(unread_remark(self.cover.unread, "Below the cover"))
        else:
            self._between.extend((*rest, *lines))
        return None if place is None else self._aim_at(above, place)

    def _aim_at(self, above: tuple[Paragraph, ...], place: int) -> PrintedAim:
        first = above[place]
        printed = printed_aim(first.text, first.label, self.council)
        following = above[place + 1 :]
        lines = [first]
        if not printed.text and following:
            whole = printed_aim(following[0].text, "", self.council)
            printed = PrintedAim(whole.text, printed.number)
            lines.append(following[0])
            following = following[1:]
        took(printed.text, lines)
        self._between.extend(following)
        return printed

    def _paragraphs_above(self) -> Iterator[Paragraph]:
        """Yield the paragraphs with text since the last table of any kind, the cover's too."""
        start = 0
        for place, block in enumerate(self._since):
            if isinstance(block, Table) and is_filled(block):
                start = place + 1
        for block in self._since[start:]:
            if isinstance(block, Paragraph) and (block.text.strip() or block.label):
                yield block


def _unknown_columns(unknown: UnknownCells) -> Iterator[Remark]:
    for heading, cells in unknown.counts.items():
        name = f"“{shortened(heading)}”" if heading else "without a heading"
        text = f"The column {name} was not understood: {counted(cells, 'cell')} not read."
        yield Remark("not understood", "", text)
