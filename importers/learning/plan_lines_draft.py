"""What a plan says of itself and of its aims by labels, drafted as fields of the council's own."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from importers.learning.asked import Asked
from importers.learning.names import MOST_LABEL, id_of, short_label
from importers.learning.toml_text import Values
from importers.plan.aim_levels import ReadAim
from importers.plan.aims import has_label_of_aim
from importers.plan.colour_keys import explains_colours
from importers.plan.columns import HeadingWords
from importers.plan.cover import spells_out
from importers.plan.plan_tables import is_plan_table
from importers.report.report_words import is_name
from importers.wording import is_bold, is_date
from plan.council.format import COVER_FIELDS
from plan.council.own_field import OWN_KINDS
from plan.council.report_format import MOST_BESIDE
from plan.papers.blocks import Block, Cell, Paragraph, Table, paragraphs_of
from plan.text.clean import clean_line
from plan.text.comparing import heading_key

_PAIR = re.compile(
    r"(?P<label>[^\W\d_][^:\t\n]{0,48}?)\s*(?P<sign>:|\t)[ \t]*(?P<text>.*)", re.DOTALL
)
_APART = re.compile(r"\t+|\n| {3,}")
_MOST_WORDS = 8
"""Words of a label; a line with more before its colon is a sentence."""
_MOST_SAID = 25
"""Words behind a label; a line with more is prose that begins with one ("Note: …")."""
_PAIRS = (2, 4)
"""Cells in a row of a table of labels and texts."""
_LEFT_OUT = "left out"
_KINDS = (*OWN_KINDS, _LEFT_OUT)
_LEAST = 2


class _Pair(NamedTuple):
    label: str
    sign: str
    text: str
    is_in_table: bool = False
    is_beside: bool = False


@dataclass
class PlanLinesDraft:
    """The keys of a plan's format that say it, and what the paper says in their place.

    `covered` are the fields of the cover that the lines print.
    """

    values: Values = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    covered: set[str] = field(default_factory=set)

    def _keep(self, said: str) -> None:
        self.texts += [said] if said else []
        self.people += [said] if is_name(said) else []

    def add(
        self, pairs: Sequence[_Pair], key: str, layout: str, cover: Mapping[str, str], asked: Asked
    ) -> None:
        """Add lines that stand together above or below the aims."""
        fields: list[Values] = self.values.setdefault("cover_fields", [])
        taken = {*COVER_FIELDS, "own", *(str(one["id"]) for one in fields)}
        lines: list[Values] = []
        for pair in pairs:
            known = next((name for name, said in cover.items() if said == pair.text), "")
            name = known if known and known not in self.covered else ""
            if name:
                self.covered.add(name)
            else:
                usual = _kind_of(pair.text)
                kind = asked.about("answers", "the plan", pair.label, usual, _KINDS, is_sure=True)
                if kind == _LEFT_OUT:
                    continue
                name = id_of(pair.label, taken, "line")
                taken.add(name)
                label = short_label(pair.label, MOST_LABEL)
                fields.append({"id": name, "kind": kind, "label": label})
            line: Values = {"label": f"{pair.label}{pair.sign}", "text": f"{{{name}}}"}
            beside = pair.is_beside and lines and sum(map(_is_beside, lines)) < MOST_BESIDE
            lines.append(line | ({"beside": True} if beside else {}))
            self._keep(pair.text)
        if lines:
            self.values[key] = lines
            in_table = sum(pair.is_in_table for pair in pairs) * 2 > len(pairs)
            self.values |= {layout: "table"} if in_table else {}

    def add_aims(self, said: Sequence[Sequence[_Pair]]) -> None:
        """Add what stands below the headings of aims by the same label, below most of them."""
        counts = Counter(heading_key(pair.label) for pairs in said for pair in pairs)
        fields: list[Values] = []
        taken = {"text", "own"}
        for pair in (pair for pairs in said for pair in pairs):
            is_usual = counts.pop(heading_key(pair.label), 0) * 2 > len(said)
            if is_usual and (len(said) >= _LEAST or pair.text):
                name = id_of(pair.label, taken, "line")
                taken.add(name)
                label = short_label(pair.label, 100)
                fields.append({"id": name, "kind": _kind_of(pair.text), "label": label})
        if fields:
            self.values["aim_fields"] = fields
            for pair in (pair for pairs in said for pair in pairs):
                self._keep(pair.text)


def drafted_lines(
    blocks: Sequence[Block],
    words: HeadingWords,
    aims: Sequence[ReadAim],
    cover: Mapping[str, str],
    asked: Asked,
) -> PlanLinesDraft:
    """Return the lines of a plan that is read, with its aims and the texts of its cover."""
    draft = PlanLinesDraft()
    of_aims = {at for aim in aims for one in aim.said for at in one.at}
    of_actions = {
        at
        for aim in aims
        for action in aim.actions
        for said in action.cells.values()
        for one in said
        for at in one.at
    }
    sides = [_side(block, words, of_aims, of_actions) for block in blocks]
    inner = [place for place, side in enumerate(sides) if side]
    if not inner:
        return draft
    first, last = inner[0], max(place for place, side in enumerate(sides) if side == "action")
    titles = {said for name, said in cover.items() if name in ("title", "partnership")}
    above = list(_pairs_in(blocks[:first], titles))
    draft.add(_without_twice(above), "lines", "lines_layout", cover, asked)
    below = list(_pairs_in(blocks[last + 1 :], titles))
    draft.add(_without_twice(below), "end_lines", "end_layout", cover, asked)
    draft.add_aims([list(_pairs_in(one, titles)) for one in _below_aims(blocks, sides)])
    if not draft.values.get("cover_fields"):
        draft.values.pop("cover_fields", None)
    return draft


def _is_beside(line: Values) -> bool:
    return bool(line.get("beside"))


def _side(block: Block, words: HeadingWords, of_aims: set[int], of_actions: set[int]) -> str:
    """Return whether a block is of an aim or of actions; empty where it stands around them."""
    at = {one for paragraph in paragraphs_of((block,)) for one in paragraph.at}
    if at & of_actions or (isinstance(block, Table) and is_plan_table(block, words)):
        return "action"
    return "aim" if at & of_aims else ""


def _below_aims(blocks: Sequence[Block], sides: Sequence[str]) -> Iterator[list[Block]]:
    """Yield what stands between the heading of each aim and its first action."""
    here: list[Block] | None = None
    for block, side in zip(blocks, sides, strict=True):
        if side == "aim":
            here = []
        elif side == "action":
            if here is not None:
                yield here
            here = None
        elif here is not None:
            here.append(block)


def _pairs_in(blocks: Iterable[Block], titles: set[str]) -> Iterator[_Pair]:
    for block in blocks:
        if isinstance(block, Table):
            yield from _pairs_of_table(block)
        elif clean_line(block.text) not in titles:
            yield from _pairs_of_line(block)


def _pairs_of_line(line: Paragraph) -> Iterator[_Pair]:
    """Yield the labels and texts of a line, if it has nothing else."""
    text = line.text.strip()
    is_other = line.bullet is not None or explains_colours(text) or spells_out(text)
    is_other = is_other or line.role.startswith(("heading", "cover-title", "cover-subtitle"))
    if not text or is_other or has_label_of_aim(line):
        return
    match = _PAIR.fullmatch(text)
    pieces = [piece for piece in _APART.split(text) if piece.strip()]
    several = [one for piece in pieces if (one := _PAIR.fullmatch(piece.strip()))]
    if len(pieces) > 1 and len(several) == len(pieces) and _has_texts(several):
        found = several
    else:
        found = [match] if match else []
    if not found or not all(map(_is_label, found)):
        return
    for place, one in enumerate(found):
        sign = ":" if one["sign"] == ":" else ""
        yield _Pair(clean_line(one["label"]), sign, clean_line(one["text"]), is_beside=place > 0)


def _has_texts(found: Sequence[re.Match[str]]) -> bool:
    return all(one["text"].strip() for one in found)


def _is_label(match: re.Match[str]) -> bool:
    words, said = match["label"].split(), match["text"].split()
    ends = match["text"].rstrip().endswith(".") and len(said) > _MOST_WORDS
    return len(words) <= _MOST_WORDS and len(said) <= _MOST_SAID and not ends


def _pairs_of_table(table: Table) -> Iterator[_Pair]:
    """Yield the labels and texts of a table that has nothing else."""
    rows = [row.cells for row in table.rows]
    if not rows or any(len(row) not in _PAIRS for row in rows):
        return
    labels = [cell for row in rows for cell in row[::2]]
    texts = [cell for row in rows for cell in row[1::2]]
    said = [clean_line(one.text) for one in labels]
    are_labels = all(map(_may_be_label, said)) and len(set(said)) == len(said)
    if not are_labels or not _stand_out(labels, texts):
        return
    for row in rows:
        for place, (label, text) in enumerate(zip(row[::2], row[1::2], strict=True)):
            line = clean_line(label.text)
            sign = ":" if line.endswith(":") else ""
            yield _Pair(line.rstrip(": "), sign, clean_line(text.text), True, place > 0)


def _may_be_label(text: str) -> bool:
    is_short = 0 < len(text.split()) <= _MOST_WORDS
    return is_short and not text.endswith(".") and text[:1].isalpha() and not explains_colours(text)


def _stand_out(labels: Sequence[Cell], texts: Sequence[Cell]) -> bool:
    """Return whether the labels look like such and the texts do not, the first row's as well."""
    if all(one.text.strip().endswith(":") for one in labels):
        return True
    bold = [_is_bold(one) for one in labels]
    filled = [one for one in texts if one.text.strip()]
    return all(bold) and not any(map(_is_bold, filled))


def _is_bold(cell: Cell) -> bool:
    filled = [one for one in cell.paragraphs if one.text.strip()]
    return bool(filled) and all(map(is_bold, filled))


def _without_twice(pairs: Iterable[_Pair]) -> list[_Pair]:
    """Return pairs of which none has the label of another: such lines would be taken for it."""
    every = list(pairs)
    counts = Counter(heading_key(pair.label) for pair in every)
    return [pair for pair in every if counts[heading_key(pair.label)] == 1]


def _kind_of(text: str) -> str:
    return "date" if text and is_date(text) else "line"
