"""A plan written as a list ("1. Do x. Lead: … By: …"), turned into tables of actions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from importers.account.ledger import left_out
from importers.plan.aims import GRADES, AimLabel, aim_label, says_more
from importers.plan.columns import HeadingWords
from importers.plan.headed_actions import NAMED, beginnings, look_of
from importers.plan.header_column import own_heading, own_key
from importers.plan.headings import STATUS, heading_key
from importers.plan.labelled_lines import (
    LINES,
    Said,
    action_label,
    label_alone,
    labels_in,
    labels_in_table,
    piece_of,
    repeated_lines,
    unknown_label,
)
from importers.wording import is_bold
from plan.papers.blocks import Block, Cell, Paragraph, Row, Table, Text, plain

_NUMBER = re.compile(
    r"(?:action\s+)?\(?(?:(?P<one>\d{1,3}(?:\.\d{1,3})*[a-z]?|[a-z]|[ivx]{1,4})[.:)]\s+"
    r"|(?P<two>\d{1,3}\.\d{1,3})\s+"
    r"|(?-i:(?P<three>[A-Z]{1,4}[-_]?\d{1,3}(?:\.\d{1,3})*[a-z]?))"
    r"(?:[.:)]\s+|\s+[–—-]\s+|\s+(?-i:(?=[A-Z]))))",
    re.IGNORECASE,
)
_SIGN = re.compile("[:–—]| - ")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LEAST_LABELS = 2
_LEAST_ACTIONS = 2
"""Two actions with two labels each: one might be a sentence of a letter."""


@dataclass
class _Cell:
    """What a label says: the label as first printed, and paragraphs."""

    label: str
    said: list[Paragraph] = field(default_factory=list)


@dataclass
class _Listed:
    """An action of a list, from block `start` to before `end`, and what its labels say.

    `number` is what stands before it as typed; `look` is the same for all that are numbered or
    have bullets alike; `labels` are the labels as printed, each in its paragraph.
    """

    start: int
    end: int
    ref: str
    look: str
    text: list[Paragraph]
    printed: Paragraph
    number: str = ""
    cells: dict[str, _Cell] = field(default_factory=dict)
    labels: list[tuple[str, Paragraph]] = field(default_factory=list)
    _open: str = ""
    """The name of the last label that has a line of its own."""
    look_alone: str = ""
    """How the last label looks that stands alone above what it says."""

    @property
    def is_whole(self) -> bool:
        """Whether labels enough show that it is an action: those by which a table is known too."""
        known = {"progress" if name == STATUS else name for name in self.cells}
        return sum(own_heading(name) is None for name in known) >= _LEAST_LABELS

    def add_labels(self, labels: Said, printed: Paragraph, end: int) -> None:
        """Add what a paragraph says behind labels, below what they have said before."""
        for meaning, (label, said) in labels.items():
            known = self.cells.get(meaning)
            is_other = known is not None and heading_key(known.label) != heading_key(label)
            name = own_key(label) if is_other else meaning
            cell = self.cells.setdefault(name, _Cell(label))
            if said.text.strip():
                cell.said.append(said)
            self.labels.append((label, printed))
            self._open = name if printed is not self.printed or not cell.said else ""
            self.look_alone = ""
        self.end = end

    def add_cells(self, labels: Sequence[tuple[str, str, Cell, Cell]], end: int) -> None:
        """Add what the cells of a small table say, each beside its label or below it."""
        for meaning, label, printed, said in labels:
            known = self.cells.get(meaning)
            name = meaning if known is None else own_key(label)
            cell = self.cells.setdefault(name, _Cell(label))
            cell.said += [one for one in said.paragraphs if one.text.strip()]
            self.labels += [(label, one) for one in printed.paragraphs if one.text.strip()]
        self.end = end

    def add_label_alone(self, meaning: str, label: str, printed: Paragraph, end: int) -> None:
        """Add a label that stands above what it says; that of what is to be done is no cell."""
        if meaning == "text":
            self._open = ""
            self.labels.append((label, printed))
            self.end = end
        else:
            nothing = piece_of(printed, len(printed.text), len(printed.text))
            self.add_labels({meaning: (label, nothing)}, printed, end)
        self.look_alone = look_of(printed)

    def add_line(self, paragraph: Paragraph, end: int) -> None:
        """Add a line without a label: to the label whose own line it stands below, or the text.

        A lead or a date is said in its own line.
        """
        said = self.cells[self._open].said if self._open else self.text
        is_full = self._open in LINES and bool(said) and not self.look_alone
        (self.text if is_full else said).append(paragraph)
        self.end = end

    def takes(self, line: Paragraph) -> bool:
        """Return whether a line below it without a label says more of it."""
        if self.look_alone:
            return True
        if not self._open:
            return not self.cells
        said = self.cells[self._open].said
        return not said or (line.bullet is not None and said[-1].bullet == line.bullet)


@dataclass
class _List:
    """The actions that are listed in some blocks, and the places of the aims above them."""

    words: HeadingWords
    actions: list[_Listed] = field(default_factory=list)
    aims: list[int] = field(default_factory=list)
    has_sub_actions: bool = False
    _begins: frozenset[int] = frozenset()
    _repeated: frozenset[str] = frozenset()
    _kinds: set[str] = field(default_factory=set)
    _last_aim: AimLabel | None = None
    _action: _Listed | None = None

    def read(self, blocks: Sequence[Block]) -> None:
        """Read the blocks from first to last."""
        self.has_sub_actions = _has_sub_actions(blocks, self.words)
        self._begins = beginnings(blocks, self.words)
        self._repeated = repeated_lines(blocks) if self._begins else frozenset()
        for place, block in enumerate(blocks):
            if not isinstance(block, Paragraph):
                self._read_table(block, place)
            elif block.inlines and block.text.strip():
                self._read_line(block, place)

    def _read_table(self, table: Table, place: int) -> None:
        """Give the action above what a small table of labels below it says."""
        said = labels_in_table(table, self.words) if self._action is not None else []
        if self._action is not None and said:
            self._action.add_cells(said, place + 1)
        self._action = None

    def _read_line(self, line: Paragraph, place: int) -> None:
        is_beginning = place in self._begins
        alone = None if self._action is None or is_beginning else self._alone(line)
        if alone is not None and self._action is not None:
            self._action.add_label_alone(*alone, line, place + 1)
            return
        aim = None if is_beginning else self._aim_of(line)
        if aim is not None or (line.role.startswith("heading") and not is_beginning):
            self._action = None
            if aim is not None:
                self._note_aim(aim, place)
            return
        labels = {} if is_beginning else labels_in(line, self.words)
        begun = _begun_by(line, place, labels, self.words, is_beginning=is_beginning)
        if begun is not None:
            if self._action is not None and not labels and self._is_part(begun):
                self._action.add_line(line, place + 1)
            else:
                self._action = begun
                self.actions.append(begun)
        elif self._action is None:
            return
        elif labels or (labels := unknown_label(line)):
            self._action.add_labels(labels, line, place + 1)
        elif self._action.takes(line):
            self._action.add_line(line, place + 1)
        else:
            self._action = None

    def _alone(self, line: Paragraph) -> tuple[str, str] | None:
        """Return what a label above what it says means, and the label; one not known is kept.

        That looks as the one before it, and stands below other actions too.
        """
        found = label_alone(line, self.words)
        above = self._action.look_alone if self._action else ""
        if found is not None or above in ("", "plain") or above != look_of(line):
            return found
        label = line.text.strip().rstrip(":–- ")
        is_repeated = heading_key(line.text) in self._repeated
        return (own_key(label), label) if is_repeated and aim_label(label) is None else None

    def _aim_of(self, line: Paragraph) -> AimLabel | None:
        """Return the label of the aim that a line is, whatever its number or bullet."""
        label = aim_label(line.text)
        if label is None or label.is_code or not label.text or label.text.casefold() in GRADES:
            return None
        if self._action is None:
            return label
        if line.bullet is not None and (
            line.bullet > 0 if self._action.printed.bullet is None else self._is_deeper(line)
        ):
            return None
        is_field = self.words.plainly(label.kind) is not None and not label.number
        return None if is_field and label.kind not in self._kinds and not is_bold(line) else label

    def _is_deeper(self, line: Paragraph) -> bool:
        above = self._action.printed.bullet if self._action else None
        return line.bullet is not None and above is not None and line.bullet > above

    def _note_aim(self, aim: AimLabel, place: int) -> None:
        above = self._last_aim
        has_actions = any(action.start > self.aims[-1] for action in self.actions[-1:] if self.aims)
        if above is not None and not has_actions and says_more(aim.level, above.level):
            return
        self._kinds.add(aim.kind)
        self._last_aim = aim
        self.aims.append(place)

    def _is_part(self, begun: _Listed) -> bool:
        """Return whether a line with a letter or a bullet is a part of the action above it."""
        above = self._action
        if above is None or begun.start in self._begins:
            return False
        if above.start in self._begins:
            return True
        if begun.look == above.look or not _is_sub(begun):
            return False
        is_value = bool(above.cells) and above.takes(begun.printed)
        return is_value or not (self.has_sub_actions or _is_sub(above))

    def runs(self) -> list[list[_Listed]]:
        """Return the listed actions, those that follow one another together."""
        if sum(one.is_whole for one in self.actions) < _LEAST_ACTIONS:
            return []
        runs: list[list[_Listed]] = []
        for one in self._accepted():
            if runs and runs[-1][-1].end == one.start:
                runs[-1].append(one)
            else:
                runs.append([one])
        return runs

    def _accepted(self) -> Iterator[_Listed]:
        """Yield the actions; one with few labels is one where it follows another in number."""
        before: _Listed | None = None
        for one, after in zip(self.actions, (*self.actions[1:], None), strict=True):
            is_next = before is not None and before.end == one.start and _follows(before, one)
            is_above = after is not None and after.look == one.look and not _follows(one, after)
            before = one if one.is_whole or (is_next and not is_above) else None
            if before is not None:
                yield before


def with_listed_actions(blocks: Sequence[Block], words: HeadingWords) -> tuple[Block, ...]:
    """Return the blocks, with each run of actions that are written as a list as a table.

    A line that begins an aim above one is a heading there.
    """
    found = _found_in(blocks, words)
    runs = found.runs() if found is not None else []
    if found is None or not runs:
        return tuple(blocks)
    blocks = list(blocks)
    for at in found.aims:
        blocks[at] = _as_heading(blocks[at])
    made: list[Block] = []
    place = 0
    for run in runs:
        made += [*blocks[place : run[0].start], _table(run)]
        place = run[-1].end
    return (*made, *blocks[place:])


def holds_listed_actions(blocks: Sequence[Block], words: HeadingWords) -> bool:
    """Return whether a plan is written as a list in the blocks."""
    found = _found_in(blocks, words)
    return found is not None and bool(found.runs())


def _found_in(blocks: Sequence[Block], words: HeadingWords) -> _List | None:
    if not _has_labels(blocks):
        return None
    found = _List(words)
    found.read(blocks)
    _close_gaps(found.actions, blocks)
    return found


def _close_gaps(actions: Sequence[_Listed], blocks: Sequence[Block]) -> None:
    """Let each action go on over the blank lines below it."""
    for one in actions:
        while one.end < len(blocks):
            block = blocks[one.end]
            if not isinstance(block, Paragraph) or block.text.strip():
                break
            one.end += 1


def _as_heading(block: Block) -> Block:
    if isinstance(block, Paragraph) and not block.role.startswith("heading"):
        return replace(block, role="heading-3", bullet=None)
    return block


def _has_labels(blocks: Sequence[Block]) -> bool:
    """Return whether a paragraph may hold a label; a blank one costs next to nothing."""
    for block in blocks:
        if block.__class__ is Paragraph and block.inlines and _SIGN.search(block.text):
            return True
    return False


def _has_sub_actions(blocks: Sequence[Block], words: HeadingWords) -> bool:
    """Return whether lines with letters or bullets are actions, as their own labels show.

    They have them in the line itself, or below it and above the next such line.
    """
    looks: list[str] = []
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or not block.inlines or not block.text.strip():
            continue
        labels = labels_in(block, words)
        begun = _begun_by(block, place, labels, words)
        if begun is not None:
            if _is_sub(begun) and labels:
                return True
            looks.append(begun.look if _is_sub(begun) else "number")
        elif labels and looks[-1:] != ["label"]:
            looks.append("label")
    seen = {"label", "number"}
    for before, look, after in zip(["", *looks], looks, [*looks[1:], ""], strict=False):
        if before == after == "label" and look in seen - {"label", "number"}:
            return True
        seen.add(look)
    return False


def _begun_by(
    paragraph: Paragraph,
    place: int,
    labels: Said,
    words: HeadingWords,
    *,
    is_beginning: bool = False,
) -> _Listed | None:
    """Return the action that a paragraph begins, with what is to be done.

    It has a number, a bullet or the label "Action:" before it, or labels below it.
    """
    if paragraph.role.startswith("heading") and not is_beginning:
        return None
    text = paragraph.text
    number = NAMED.match(text) or _NUMBER.match(text)
    named = action_label(paragraph, words) if number is None else None
    is_marked = bool(number or named or paragraph.label) or paragraph.bullet is not None
    if not is_marked and not is_beginning:
        return None
    alone = label_alone(paragraph, words) if is_beginning else None
    before = number or named
    start = before.end() if before else 0
    end = _start_of(labels, text)
    if not text[start:end].strip() and not is_beginning:
        return None
    ref = next(filter(None, number.groups())) if number else paragraph.label
    said = replace(piece_of(paragraph, start, end), role="body")
    said = _not_bold(said) if is_beginning and is_bold(said) else said
    begun = _Listed(
        *(place, place + 1, ref.strip(".():"), _look(ref, paragraph)),
        [said] if said.text.strip() and alone is None else [],
        paragraph,
        before[0] if before else "",
    )
    if alone is not None:
        begun.add_label_alone(*alone, paragraph, place + 1)
    begun.add_labels(labels, paragraph, place + 1)
    return begun


def _not_bold(name: Paragraph) -> Paragraph:
    """Return the name of an action without the bold type that only sets it off."""
    inlines = (replace(one, bold=False) if isinstance(one, Text) else one for one in name.inlines)
    return replace(name, inlines=tuple(inlines))


def _start_of(labels: Said, text: str) -> int:
    """Return where the first of the labels in a text begins, its end where there is none."""
    end = len(text)
    for label, _ in labels.values():
        if text.lstrip().startswith(label):
            return 0
        match = re.search(rf"(?:^|[.;,\n\t–—|(-])\s*{re.escape(label)}(?::| ?[–—-])", text)
        end = min(end, match.start() + 1 if match and match.start() else 0 if match else end)
    return end


def _look(ref: str, paragraph: Paragraph) -> str:
    """Return how an action is numbered: "9.9" for "1.12", its depth for a bullet."""
    look = re.sub(r"\d+", "9", ref.strip(".():"))
    look = re.sub(r"[a-z]", "a", look) if look else f"bullet {paragraph.bullet}"
    return re.sub(r"^a+$", "a", look)


def _is_sub(one: _Listed) -> bool:
    return "9" not in one.look


def _follows(before: _Listed, one: _Listed) -> bool:
    """Return whether an action is numbered as the next one after another."""
    if before.look != one.look or (is_bold(one.printed) and not is_bold(before.printed)):
        return False
    if not one.ref:
        return bool(one.cells)
    *above, last = re.findall(r"\d+|[a-z]+", before.ref.casefold())
    *beside, counted = re.findall(r"\d+|[a-z]+", one.ref.casefold())
    return above == beside and counted in _next_of(last)


def _next_of(counted: str) -> tuple[str, ...]:
    """Return what may follow a number: the next figure, letter or Roman number."""
    if counted.isdecimal():
        return (str(int(counted) + 1),)
    letter = chr(ord(counted) + 1) if len(counted) == 1 else ""
    roman = _ROMAN[_ROMAN.index(counted) + 1] if counted in _ROMAN[:-1] else ""
    return tuple(filter(None, (letter, roman)))


def _table(run: list[_Listed]) -> Table:
    """Return listed actions as a table; a number that only counts them is no ref."""
    headings: dict[str, str] = {}
    for one in run:
        for name, cell in one.cells.items():
            headings.setdefault(name, cell.label)
    is_counted = all(one.ref == str(number) for number, one in enumerate(run, 1))
    names = ("Ref", "Action", *headings.values())
    rows = [Row(tuple(Cell((plain(text),)) for text in names))]
    for one in run:
        said = [one.cells[name].said if name in one.cells else () for name in headings]
        ref = replace(plain("" if is_counted else one.ref), at=one.printed.at)
        rows.append(Row(tuple(Cell(tuple(each)) for each in ((ref,), one.text, *said))))
        is_whole = is_counted or NAMED.match(one.number) is not None
        count = one.number if is_whole else one.number.partition(one.ref or "\n")[0]
        left_out((one.printed,), "labels", count)
        for label, printed in one.labels:
            left_out((printed,), "labels", label)
    return Table(tuple(rows))
