"""Comments of a Word file: kept with the plan, each on what it was made on, or left as decided.

A comment is on the field that its paragraph was read into. At words that went into none it is on
what its row of a table was read into, such as the action, else on what was read next to it, else on
the plan as a whole.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from importers.account.ledger import Ledger, took
from importers.account.spots import Spot, Spotted, spotted
from importers.account.values import REF, Value, values_of_paper
from importers.decisions import Case, Decisions
from importers.struck import without_struck
from plan.council.form import Form
from plan.council.format import Format
from plan.model.fields import TableName
from plan.model.outline import AnswerOutline, CommentOutline, PlanOutline
from plan.papers.blocks import Beside, Block, Paragraph, Text, paragraphs_of
from plan.papers.comments import parted_answer


@dataclass(frozen=True)
class Commented:
    """What the comments of a paper can be on: what was made of it, and of which paragraphs."""

    outline: PlanOutline
    council: Format
    forms: Mapping[str, Form]
    ledger: Ledger


def read_comments(
    blocks: Sequence[Block], loose: Sequence[Beside], paper: Commented, decisions: Decisions
) -> tuple[tuple[CommentOutline, ...], tuple[Case, ...]]:
    """Return the comments that are kept, in the order of their places, and a case for each.

    They stand at the text of `blocks`; those that are `loose` come last.
    """
    places = _Places(paper, spotted(blocks))
    kept: list[CommentOutline] = []
    cases: list[Case] = []
    found = (*_comments(blocks), *((None, one) for one in loose if one.kind == "comment"))
    for anchor, printed in found:
        live, _ = without_struck(printed.blocks, decisions)
        comment = replace(printed, blocks=live)
        paragraphs = tuple(paragraphs_of(comment.blocks))
        if not comment.text:
            continue
        number = min(at for one in paragraphs for at in one.at)
        choice = decisions.of("comments", number)
        on, where = places.of(min(anchor.at, default=None) if anchor is not None else None)
        is_answered = comment.is_resolved
        cases.append(Case("comments", number, where, comment.text, choice, is_answered=is_answered))
        if choice == "keep":
            text, answer = parted_answer(comment.text) if is_answered else (comment.text, "")
            outline = replace(on, text=text, is_resolved=is_answered, answer=answer)
            kept.append(took(outline, paragraphs, "text"))
    return tuple(kept), tuple(cases)


def _comments(blocks: Sequence[Block]) -> Iterator[tuple[Paragraph, Beside]]:
    """Yield each comment with the paragraph of the text that it, or its footnote, stands in."""
    for paragraph in paragraphs_of(tuple(blocks)):
        for inline in paragraph.inlines:
            if isinstance(inline, Text) and inline.beside is not None:
                if inline.beside.kind == "comment":
                    yield paragraph, inline.beside
                for _, inner in _comments(inline.beside.blocks):
                    yield paragraph, inner


@dataclass(frozen=True)
class _Owner:
    """What a paragraph was read into: a comment without words on it, and what it is called."""

    on: CommentOutline
    value: Value

    @property
    def row(self) -> CommentOutline:
        """The row as a whole: of a form the whole form, of the report's header its line."""
        return self.on if self.on.on_table == "report" else replace(self.on, on_field="")


@dataclass
class _Places:
    """Finds what the words of a paragraph went into, or what is nearest to them."""

    paper: Commented
    read: Spotted
    _owners: dict[int, _Owner] = field(default_factory=dict)
    _rows: dict[tuple[int, int], _Owner] = field(default_factory=dict)
    _columns: dict[tuple[int, int], set[str]] = field(default_factory=dict)
    _labels: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Note what each paragraph was read into."""
        numbers = _rows_by_id(self.paper.outline)
        texts = {text: list(noted) for text, noted in self.paper.ledger.texts.items()}
        for value in values_of_paper(self.paper.outline, self.paper.council, self.paper.forms):
            owner = _owner(value, numbers)
            if owner is not None:
                for at in self._sources(value, texts):
                    self._own(at, owner)
        self._order = sorted(self._owners)
        for left in self.paper.ledger.left:
            if left.rule == "labels" and left.said is None:
                self._labels.update(left.at)

    def _sources(self, value: Value, texts: Mapping[str, list[tuple[int, ...]]]) -> Iterator[int]:
        noted = self.paper.ledger.fields_of(value.row)
        if isinstance(value.row, AnswerOutline):
            yield from noted.get("ticks", ())
        if value.name in noted:
            yield from noted[value.name]
            return
        for text in value.texts:
            if texts.get(text):
                yield from texts[text].pop(0)

    def _own(self, at: int, owner: _Owner) -> None:
        self._owners.setdefault(at, owner)
        spot = self.read.spots.get(at)
        if spot is None or not spot.table:
            return
        beside = self._rows.setdefault((spot.table, spot.row), owner)
        if owner.on.on_table == "actions":
            if beside.on.on_table == "aims":
                self._rows[spot.table, spot.row] = owner
            names = self._columns.setdefault((spot.table, spot.column), set())
            names.add(owner.on.on_field)

    def of(self, at: int | None) -> tuple[CommentOutline, str]:
        """Return what a comment at a paragraph is on, and that in words."""
        if at in self._owners:
            owner = self._owners[at]
            return owner.on, f"beside {owner.value.where}"
        spot = self.read.spots.get(at) if at is not None else None
        if spot is not None and (spot.table, spot.row) in self._rows:
            return self._beside(self._rows[spot.table, spot.row], spot)
        if at is None or not self._order:
            return CommentOutline(), "in the file"
        return self._nearest(at)

    def _beside(self, owner: _Owner, spot: Spot) -> tuple[CommentOutline, str]:
        """Return what a comment in a row of a table is on: of an action the field of the column."""
        if owner.on.on_table != "actions":
            return owner.on, f"beside {owner.value.where}"
        names = self._columns.get((spot.table, spot.column), set())
        name = next(iter(names)) if len(names) == 1 else ""
        return replace(owner.on, on_field=name), f"beside {owner.value.place}"

    def _nearest(self, at: int) -> tuple[CommentOutline, str]:
        """Return what was read before a paragraph, or behind a heading, or the first of all."""
        behind = bisect_left(self._order, at)
        spot = self.read.spots[at]
        if behind == 0 or (at in self._labels and not spot.table and behind < len(self._order)):
            owner, word = self._owners[self._order[behind]], "before"
        else:
            owner, word = self._owners[self._order[behind - 1]], "after"
        return owner.row, f"{word} {owner.value.place}"


def _rows_by_id(outline: PlanOutline) -> dict[int, tuple[TableName, int]]:
    """Return the table and the number of each row of an outline, by the identity of its value."""
    report = outline.report
    actions = [action for aim in outline.aims for action in aim.actions]
    rows: dict[TableName, Sequence[object]] = {
        "plan": (outline,),
        "aims": outline.aims,
        "actions": actions,
        "report": (report,),
        "passages": report.passages,
        "appendices": report.appendices,
    }
    found = {id(row): (table, n) for table, those in rows.items() for n, row in enumerate(those)}
    for number, assessment in enumerate(outline.assessments):
        found |= {id(answer): ("assessments", number) for answer in assessment.answers}
    return found


def _owner(value: Value, numbers: Mapping[int, tuple[TableName, int]]) -> _Owner | None:
    if id(value.row) not in numbers:
        return None
    table, number = numbers[id(value.row)]
    name = value.row.question if isinstance(value.row, AnswerOutline) else value.name
    return _Owner(
        CommentOutline(on_table=table, on_field="" if name == REF else name, number=number), value
    )
