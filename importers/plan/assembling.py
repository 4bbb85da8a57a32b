"""Puts a plan together from the blocks of a paper: its cover, and its aims with their actions."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from importers.account.ledger import left_out, took
from importers.bracketed_notes import line_with_notes
from importers.kept_text import kept_prose
from importers.plan.above_header import AboveHeader, aim_in_box, says_aim
from importers.plan.aim_levels import ReadAim, aims_before, flattened, settled, skipped_aims
from importers.plan.aims import (
    PrintedAim,
    aim_label,
    aim_place,
    has_label_of_aim,
    own_aim,
    own_heading_of_action,
    printed_aim,
    with_common_labels,
)
from importers.plan.around_tables import (
    below_headings,
    closed,
    cover_above,
    introduced,
    ref_in,
    ref_of_card,
    says_continued,
    with_texts_below_labels,
    without_cells,
    without_introduction,
)
from importers.plan.cards import with_milestones
from importers.plan.columns import HeadingWords
from importers.plan.contents_lists import is_line_of_contents, without_contents
from importers.plan.cover import (
    CoverLines,
    names_plan,
    printed_cover,
    title_below_organisation,
)
from importers.plan.listed_actions import with_listed_actions
from importers.plan.own_lines import with_own_lines
from importers.plan.plan_lines import PlanLines, line_of_aim, lines_of_aim
from importers.plan.plan_rows import Group
from importers.plan.plan_tables import (
    PlanTable,
    continued_table,
    plan_table,
    unpacked,
    unpacked_tables,
    unread_above,
)
from importers.plan.unknown_cells import UnknownCells
from importers.plan.unknown_columns import kept_columns
from importers.remarks import Remark
from importers.unread import is_filled, unread_remark
from plan.council.format import ColumnField, CoverField, Format
from plan.model.field_kinds import Cells
from plan.papers.blocks import Block, Paragraph, Table, crossed_out
from plan.text.clean import clean_line
from plan.text.line_breaks import shortened

_TITLE_ROLES = frozenset({"heading-1", "cover-title"})


@dataclass
class Assembly:
    """Reads a paper from top to bottom; `aims`, `cover` and `remarks` are what it found.

    `unknown` has the cells of columns that were not understood, `unread` the tables that are none
    of a plan's; `is_ours` says that this program printed the paper, `unpacked` how many tables were
    taken out of cells that stand beside others.
    """

    council: Format
    words: HeadingWords
    aims: list[ReadAim] = field(default_factory=list)
    cover: CoverLines = field(default_factory=lambda: CoverLines({}, (), ()))
    fields: set[ColumnField] = field(default_factory=set)
    remarks: list[Remark] = field(default_factory=list)
    tables: int = 0
    unknown: UnknownCells = field(default_factory=UnknownCells)
    unread: list[Block] = field(default_factory=list)
    is_ours: bool = False
    unpacked: int = 0
    _since: list[Block] = field(default_factory=list)
    _between: list[Block] = field(default_factory=list)
    _last_table: PlanTable | None = None
    _ref_above: tuple[Paragraph, ...] = ()
    _heading_of_action: dict[ColumnField, tuple[Paragraph, ...]] | None = None
    _below_headings: frozenset[int] = frozenset()
    """The tables that stand below a heading each, though their header is the same."""

    def read(self, blocks: tuple[Block, ...]) -> None:
        """Read all blocks of a paper."""
        has_contents = False
        for block in blocks:
            if block.__class__ is Paragraph and block.inlines:  # no call for each of very many
                self.is_ours |= block.role == "appendix-label"
                has_contents |= is_line_of_contents(block)
        lines = PlanLines(self.council)
        blocks = lines.without(blocks, self.words)
        if not self.is_ours:
            blocks = without_contents(blocks) if has_contents else blocks
            blocks = with_texts_below_labels(blocks)
            blocks = with_listed_actions(with_milestones(blocks, self.words), self.words)
        elif self.council.plan.layout == "lines":
            blocks = tuple(with_own_lines(blocks, self.council))
        whole, blocks = blocks, tuple(unpacked(blocks, self.words))
        self.unpacked = 0 if blocks == whole else unpacked_tables(whole, self.words)
        self._below_headings = below_headings(blocks)
        for block in blocks:
            table = self._table_of(block) if block.__class__ is Table else None
            if table is not None:
                self._read_table(table)
                continue
            self._since.append(block)
            self.unread += [block] if block.__class__ is Table else []
        if self.is_ours:
            self._begin_printed_aims(is_last=True)
        else:
            self._settle_aims()
        self.cover = lines.filled(self.cover)
        self.remarks.extend(unread_remark(self._between, "Between the plan's tables"))
        self.remarks.extend(unread_remark(self._since, "After the plan"))
        self.remarks.extend(kept_columns(self.unknown))

    def _settle_aims(self) -> None:
        """Settle which aims and which cover were read, once all blocks are."""
        self._begin_last_aims()
        printed = with_common_labels([aim.printed for aim in self.aims])
        for aim, one in zip(self.aims, printed, strict=True):
            aim.printed = one
        self._take_title()
        self.aims, remarks = settled(self.aims)
        self.remarks.extend(remarks)
        self._name_one_aim()
        for aim in self.aims:
            text = line_with_notes(aim.printed.text, aim.said)
            aim.printed = replace(aim.printed, text=text)
            took(text, aim.said)
            left_out(aim.said, "labels")
        if self.aims:
            self.cover, self._since = closed(self.cover, self._since, keeps_all=self._keeps_all)

    def _name_one_aim(self) -> None:
        """Name the aim of a paper that has none, such as the minutes of a meeting, by its title.

        A heading at the top of a paper that has nothing else above its actions is both.
        """
        first = self.aims[0] if self.aims else None
        title = self.cover.texts.get("title", "")
        fields = {line.field for line in self.council.plan.cover}
        if first is None or first.is_crossed_out:
            return
        if not first.printed.words and len(self.aims) == 1 and title:
            first.printed = PrintedAim(title)
            text = (
                f"The paper names no aim above its actions: its title, “{shortened(title)}”, is it."
            )
            self.remarks.append(Remark("note", "Aim 1", text))
        elif not title and "title" in fields and not first.printed.kind:
            is_top = first.role in _TITLE_ROLES or bool(self.cover.texts)
            is_top = is_top or (len(self.aims) == 1 and names_plan(first.printed.text))
            if is_top and all(aim.role not in _TITLE_ROLES for aim in self.aims[1:]):
                took(first.printed.text, first.said)
                self.cover = replace(
                    self.cover, texts={**self.cover.texts, "title": first.printed.text}
                )

    def _table_of(self, block: Table) -> PlanTable | None:
        """Return a table as a plan's, also one that goes on where the last of them was cut."""
        table = plan_table(block, self.words, is_below_aim=lambda: self._is_below_aim(block))
        if self._last_table is None:
            return table
        since = [one for one in self._since if is_filled(one)]
        if table is not None:
            if since and all(map(self._only_continues, since)):
                left_out((one for one in since if isinstance(one, Paragraph)), "labels")
                self._since = []
            return table
        if not since:
            return continued_table(block, self._last_table, self.words)
        if all(map(says_continued, since)):
            table = continued_table(block, self._last_table, self.words)
            if table is not None:
                left_out((one for one in since if isinstance(one, Paragraph)), "labels")
                self._since = []
            return table
        if all(isinstance(one, Paragraph) and has_label_of_aim(one) for one in since):
            return continued_table(block, replace(self._last_table, groups=()), self.words)
        return None

    def _only_continues(self, block: Block) -> bool:
        """Return whether a line says only that the table above goes on, and no other aim does."""
        if not isinstance(block, Paragraph) or not says_continued(block) or has_label_of_aim(block):
            return False
        said = printed_aim(block.text, block.label, self.council).text.casefold()
        return all(aim.printed.text.casefold() != said for aim in self.aims[:-1])

    def _is_below_aim(self, table: Table) -> bool:
        """Return whether a table is below a labelled aim, which may stand above those before it.

        A heading of its own above each of several tables with the same header is an aim too.
        """
        if id(table) in self._below_headings or any(
            map(has_label_of_aim, self._paragraphs_above())
        ):
            return True
        return (
            bool(self.aims)
            and self.aims[-1].source == "heading"
            and bool(self.aims[-1].printed.kind)
        )

    def _read_table(self, table: PlanTable) -> None:
        self.is_ours = self.is_ours or table.is_ours
        first = table.groups[0] if table.groups else Group()
        own = first if first.heading or first.crossed_out else None
        own_of_aim: Cells = ()
        if table.is_ours:
            heading, own, head = None, None, None
            self._begin_printed_aims()
            self._give_heading(table)
        else:
            self._card_ref()
            own_of_aim, self._since = lines_of_aim(self._since, self.council)
            head = self._head_above(table) if own is None else None
            own = own or head
            heading = self._heading_above(own, aims_before(table.groups))
            self._give_ref(table)
        self._since = []
        self.tables += 1
        self._last_table = table
        self.fields |= table.fields
        self.remarks.extend(table.remarks)
        self.unknown.add(table.unknown)
        if not table.groups and heading is not None and not heading.is_crossed_out:
            self._begin_aim(heading)
            self.aims[-1].has_table = True
        for number, group in enumerate(table.groups):
            printed = self._printed(head if head is not None and number == 0 else group)
            if number == 0 and printed is not None and heading is not None:
                if heading.printed.kind and not printed.printed.kind and group.source == "above":
                    text = f"Not read: “{group.heading}”, above the header of the table."
                    self.remarks.append(Remark("not understood", self._place, text, is_listed=True))
                    printed = heading
                else:
                    self._begin_aim(heading)
            self._begin_aim(heading if number == 0 and printed is None else printed)
            self.aims[-1].actions.extend(group.actions)
            if number == 0 and own_of_aim:
                self.aims[-1].own = own_of_aim
            if not table.is_ours:
                self.remarks.extend(flattened(group.actions, len(self.aims), self.aims[-1].actions))

    def _head_above(self, table: PlanTable) -> Group | None:
        """Return the aim that a small table right above says, if one does; its rest is common."""
        filled = [block for block in self._since if is_filled(block)]
        last = filled[-1] if filled else None
        if not isinstance(last, Table) or not says_aim(last.rows, self.words):
            return self._aim_in_box(filled)
        above = AboveHeader(self.words, table.columns, is_apart=True)
        above.read(last.rows)
        self._since.remove(last)
        self.remarks.extend(unread_above(text) for text in above.rest)
        for group in table.groups:
            for action in group.actions:
                action.cells = {**above.common, **action.cells}
        self.remarks.extend(unread_above(group.heading) for group in above.groups[:-1])
        return above.groups[-1] if above.groups else None

    def _aim_in_box(self, filled: list[Block]) -> Group | None:
        """Return the aim that a small table above says by its label; the rest of it stays.

        It stands right above, or is an item of an agenda, with other tables on it between.
        """
        for block in reversed(filled):
            if not isinstance(block, Table):
                return None
            cells = aim_in_box(block.rows)
            said = " ".join(clean_line(cell.text) for cell in cells)
            label = aim_label(said) or aim_label(said.replace(" ", ": ", 1))
            is_agenda = label is not None and label.kind.endswith(("item", "topic"))
            if cells and (is_agenda or block is filled[-1]):
                at = next(n for n, one in enumerate(self._since) if one is block)
                self._since[at] = without_cells(block, cells)
                paragraphs = tuple(one for cell in cells for one in cell.paragraphs)
                return Group(said, source="above", said=paragraphs)
        return None

    def _give_ref(self, table: PlanTable) -> None:
        actions = [action for group in table.groups for action in group.actions]
        if self._ref_above and len(actions) == 1:
            actions[0].cells.setdefault("ref", self._ref_above)
        self._ref_above = ()

    def _give_heading(self, table: PlanTable) -> None:
        """Give what the heading that this program printed above an action says to that action."""
        actions = [action for group in table.groups for action in group.actions]
        if self._heading_of_action is not None and len(actions) == 1:
            actions[0].cells = {**actions[0].cells, **self._heading_of_action}
        self._heading_of_action = None

    def _printed(self, group: Group) -> ReadAim | None:
        """Return the aim that the table itself prints above some actions."""
        source = "band" if group.source == "above" else group.source
        if group.crossed_out:
            bare = replace(printed_aim(group.crossed_out, "", self.council), text="")
            return ReadAim(bare, source=source, is_crossed_out=True)
        if not group.heading:
            return None
        printed = printed_aim(group.heading, "", self.council)
        if not printed.text:
            printed = PrintedAim(group.heading, printed.number, kind=printed.kind)
        return ReadAim(printed, source=source, said=group.said)

    @property
    def _keeps_all(self) -> bool:
        """Whether all that stands around the plan is kept: the format was learned from its like."""
        return "plan" in self.council.learned

    @property
    def _place(self) -> str:
        return f"Aim {len(self.aims)}" if self.aims else ""

    def _begin_printed_aims(self, *, is_last: bool = False) -> None:
        """Begin the aims whose headings follow the last table, also those without actions."""
        rest: list[Block] = []
        is_first = self.tables == 0 and not self.cover.texts
        for block in self._since:
            if not isinstance(block, Paragraph):
                rest.append(block)
            elif block.role == "heading-2" and block.text.strip():
                printed = own_aim(block.text, self.council, len(self.aims) + 1)
                took(printed.text, (block,))
                left_out((block,), "labels")
                self.cover = printed_cover(rest, self.council) if is_first else self.cover
                rest, is_first = [] if is_first else rest, False
                self.aims.append(ReadAim(printed, has_table=True))
            elif (of_action := own_heading_of_action(block, self.council)) is not None:
                self._heading_of_action = of_action
            elif self.aims and (said := line_of_aim(block, self.council)) is not None:
                self.aims[-1].own += (said,)
            elif block.text.strip():
                rest.append(block)
        self._since = []
        if is_first:
            self.cover = printed_cover(rest, self.council)
        elif is_last:
            self.cover = replace(self.cover, closing=kept_prose(rest))
        else:
            self._between.extend(rest)

    def _begin_aim(self, aim: ReadAim | None) -> None:
        """Begin an aim, unless the table continues the one before."""
        if aim is None and self.aims:
            return
        if aim is not None and self.aims and aim.printed.is_same(self.aims[-1].printed):
            self.aims[-1].said += aim.said
            return
        self.aims.append(aim or ReadAim(PrintedAim("")))

    def _heading_above(self, own: Group | None, before: int = 0) -> ReadAim | None:
        """Return the aim above a table, None where only the table prints its own.

        Aims above that one have no actions, `before` of them by the refs; the rest is remarked on.
        """
        above = tuple(without_introduction(self._paragraphs_above()))
        taken = set(map(id, above))
        rest = [block for block in self._since if id(block) not in taken]
        place = aim_place(above, self.council)
        if (
            place is not None
            and self.tables == 0
            and title_below_organisation(above) is above[place]
        ):
            place = None
        if own is not None and (place is None or not has_label_of_aim(above[place])):
            place = None
        live = None if place is None else above[place]
        crossed = None if own is not None else self._crossed_out_above(live)
        place = place if crossed is None else None
        end = len(above) if place is None else place
        levels = [n for n in range(end) if self._is_level(above, n, place)]
        lines = [one for n, one in enumerate(above[:end]) if n not in levels]
        if self.tables == 0:
            self.cover, rest = cover_above(self._since, (*rest, *lines), self.council)
            lines = list(self.cover.unread)
        skipped, lines = skipped_aims(lines, above[:end], before - len(self.aims) - len(levels))
        if self.tables == 0:
            below = () if place is None or has_label_of_aim(above[place]) else above[place + 1 :]
            cover = replace(self.cover, unread=(*lines, *below))
            self.cover, rest = introduced(cover, rest, self._since, keeps_all=self._keeps_all)
            self.remarks.extend(unread_remark((*rest, *self.cover.before), "Before the plan"))
            self.remarks.extend(unread_remark(self.cover.unread, "Below the cover"))
        else:
            self._between.extend((*rest, *lines))
        for n in levels:
            self._begin_aim(self._aim_of(above[n]))
        for one in skipped:
            self._begin_aim(replace(self._aim_of(one), has_table=True))
        return crossed if place is None else self._aim_at(above, place)

    def _crossed_out_above(self, live: Paragraph | None) -> ReadAim | None:
        """Return the aim above a table if it is crossed out, and nothing stands in its place.

        `live` is the aim above the table that is not, if there is one.
        """
        for block in reversed(self._since):
            if block is live or (isinstance(block, Table) and is_filled(block)):
                return None
            for said in crossed_out((block,)) if isinstance(block, Paragraph) else ():
                printed = printed_aim(said.text, said.label, self.council)
                if has_label_of_aim(said) or said.role.startswith("heading"):
                    above = printed_aim(live.text, live.label, self.council) if live else None
                    if above is not None and above.kind and above.number == printed.number:
                        return None
                    bare = replace(printed, text="")
                    return ReadAim(bare, source="heading", role=said.role, is_crossed_out=True)
        return None

    def _is_level(self, above: tuple[Paragraph, ...], n: int, place: int | None) -> bool:
        """Return whether a paragraph above an aim is a level above it, or an aim without actions.

        It is labelled, or a heading of a higher level, or one of the same with nothing below it.
        """
        if has_label_of_aim(above[n]):
            return True
        role = above[n].role
        if place is None or not role.startswith("heading"):
            return False
        if role < above[place].role and above[place].role.startswith("heading"):
            return self.tables > 0 or (n > 0 and title_below_organisation(above) is not above[n])
        is_empty = above[n + 1].role.startswith("heading")
        return self.tables > 0 and role == above[place].role and is_empty

    def _card_ref(self) -> None:
        """Give a card the ref that stands alone above it ("Action 1.2"): it is no aim."""
        found = ref_of_card(self._since)
        if found is not None:
            self._since.remove(found)
            self._ref_above = (ref_in(found),)

    def _aim_of(self, paragraph: Paragraph) -> ReadAim:
        printed = printed_aim(paragraph.text, paragraph.label, self.council)
        return ReadAim(printed, source="heading", role=paragraph.role, said=(paragraph,))

    def _aim_at(self, above: tuple[Paragraph, ...], place: int) -> ReadAim:
        aim = self._aim_of(above[place])
        following = above[place + 1 :]
        if not aim.printed.text and following:
            whole = printed_aim(following[0].text, "", self.council)
            aim.printed = replace(aim.printed, text=whole.text)
            aim.said = (*aim.said, following[0])
            following = following[1:]
        if self.tables or has_label_of_aim(above[place]):
            self._between.extend(following)  # below a heading of the whole plan they introduce it
        return aim

    def _begin_last_aims(self) -> None:
        """Begin the aims below the last table: they look like those that have actions."""
        known = {aim.sign for aim in self.aims if aim.source == "heading" and aim.actions}
        rest: list[Block] = []
        for block in self._since if known else ():
            if block.__class__ is Paragraph and block.inlines and has_label_of_aim(block):
                aim = self._aim_of(block)
                if aim.sign in known:
                    self._begin_aim(aim)
                    continue
            rest.append(block)
        if known:
            self._since = rest

    def _take_title(self) -> None:
        """Have a heading that names the plan as its title, or one below the title as subtitle."""
        first = self.aims[0] if len(self.aims) > 1 else None
        if first is None or first.source != "heading" or first.role != "heading-1":
            return
        texts = self.cover.texts
        field: CoverField = "subtitle" if "title" in texts else "title"
        is_alone = all(other.sign != first.sign for other in self.aims[1:])
        has_place = any(line.field == field for line in self.council.plan.cover)
        if not (is_alone and has_place) or first.printed.kind or first.actions or field in texts:
            return
        if field == "subtitle" or names_plan(first.printed.text):
            texts[field] = took(first.printed.text, first.said)
            del self.aims[0]

    def _paragraphs_above(self) -> Iterator[Paragraph]:
        """Yield the paragraphs with text since the last table of any kind, the cover's too."""
        start = 0
        for place, block in enumerate(self._since):
            if isinstance(block, Table) and is_filled(block):
                start = place + 1
        for block in self._since[start:]:
            if isinstance(block, Paragraph) and (block.text.strip() or block.label):
                yield block
