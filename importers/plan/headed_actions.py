"""Tells which headings, bold lines and questions begin an action: labels stand below them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from importers.plan.aims import GRADES, aim_label
from importers.plan.columns import HeadingWords
from importers.plan.labelled_lines import label_alone, labels_in, labels_in_table
from importers.wording import is_bold
from plan.papers.blocks import Block, Paragraph

NAMED = re.compile(
    r"(?:(?:improvement|agreed|key|priority)\s+)?(?:action|task|activity|step|deliverable)"
    r"(?:\s(?:no\.?|number|ref\.?))?\s#?"
    r"(?P<ref>[a-z]{0,4}[-_/]?\d{1,3}(?:[.-]\d{1,3}){0,3}[a-z]?|(?-i:[A-Z]))"
    r"(?:\s?[.:)–—-]\s+|\s+(?-i:(?=[A-Z]))|[.:)]?$)",
    re.IGNORECASE,
)
"""What names an action: "Action 1.1:", "Task 3 –"."""
_NUMBERED = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*[a-z]?|[a-z]|[A-Z]{1,4}-?\d{1,3})[.:)]?\s")
_BELOW = re.compile(r"(?P<above>\d{1,3})\.\d{1,3}[.:)]?\s")
_LEAST_LABELS = 2
_LEAST_ALIKE = 2
"""Two that look alike with two labels each: one might be the title of a paper."""
_LONGEST = 300


@dataclass
class _Beginning:
    """A line that may begin an action, what it looks like, and what the labels below it mean."""

    place: int
    look: str
    is_named: bool = False
    is_asked: bool = False
    meanings: set[str] = field(default_factory=set)

    @property
    def is_likely(self) -> bool:
        """Whether labels show that it begins an action, where others look like it."""
        if self.is_named or self.is_asked:
            return bool(self.meanings)
        is_told = bool(self.meanings & {"leads", "timescale"})
        return is_told and len(self.meanings) >= _LEAST_LABELS


def look_of(line: Paragraph) -> str:
    """Return what is the same for lines of one kind: the level of a heading, or how they stand."""
    if line.role.startswith("heading"):
        return line.role
    return "bold" if is_bold(line) else "plain"


def beginnings(blocks: Sequence[Block], words: HeadingWords) -> frozenset[int]:
    """Return the places of the lines that begin an action and have neither number nor bullet.

    A heading or a bold line does that has labels below it; so does "What will we do?" where other
    questions like it follow.
    """
    found: list[_Beginning] = []
    above: _Beginning | None = None
    is_first = True
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            if above is not None:
                above.meanings.update(one[0] for one in labels_in_table(block, words))
            above = None
        elif block.inlines and block.text.strip():
            if above is not None and above.is_named and not above.meanings:
                is_of_it = _counts_below(block, blocks[above.place])
                found = [one for one in found if not (is_of_it and one is above)]
            one = _beginning(block, place, above, words)
            if one is not None and not (is_first and not one.is_named):
                found.append(one)
            is_over = _is_aim(block) or (above is not None and _begins_below(block, above))
            above = one or (None if is_over else above)
            is_first = False
    return _accepted(found)


def _beginning(
    line: Paragraph, place: int, above: _Beginning | None, words: HeadingWords
) -> _Beginning | None:
    """Return the beginning that a line is; one that is a label adds to the one above it."""
    look = look_of(line)
    alone = label_alone(line, words)
    if alone is not None and alone[0] != "text":
        if above is not None and not (above.is_asked and above.look != look):
            above.meanings.add(alone[0])
        return None
    if alone is not None:
        is_below = above is not None and not above.is_asked and not above.meanings
        return None if is_below else _Beginning(place, look, is_asked=True)
    labels = labels_in(line, words) if above is not None or look != "plain" else {}
    if labels and above is not None and not above.is_asked:
        above.meanings.update(labels)
    if labels or look == "plain" or line.bullet is not None or _is_aim(line):
        return None
    if len(line.text) > _LONGEST:
        return None
    return _Beginning(place, look, is_named=NAMED.match(line.text) is not None)


def _counts_below(line: Paragraph, heading: Block) -> bool:
    """Return whether a line below "Priority action 1" has a number below that one: "1.1"."""
    named = NAMED.match(heading.text) if isinstance(heading, Paragraph) else None
    below = _BELOW.match(f"{line.label} {line.text}".lstrip())
    return named is not None and below is not None and below["above"] == named["ref"]


def _begins_below(line: Paragraph, above: _Beginning) -> bool:
    """Return whether a line with a number or a bullet begins an action below what was no more."""
    if above.is_named or above.is_asked or above.meanings:
        return False
    is_listed = bool(line.label) or line.bullet is not None
    return is_listed or _NUMBERED.match(line.text) is not None


def _is_aim(line: Paragraph) -> bool:
    label = aim_label(line.text)
    if label is None or label.is_code or not (label.text or label.number):
        return False
    return label.text.casefold() not in GRADES


def _accepted(found: Sequence[_Beginning]) -> frozenset[int]:
    likely = [one for one in found if one.is_likely]
    named = {one.look for one in likely if one.is_named}
    looks = [one.look for one in likely if not one.is_named]
    return frozenset(
        one.place
        for one in found
        if (one.is_named and one.look in named)
        or (one.is_likely and (one.is_asked or looks.count(one.look) >= _LEAST_ALIKE))
    )
