"""Tells a guide or a letter with a blank table for actions from a plan that is still to be filled.

The first has prose and no aim; the other has little more than its title, or aims with their labels.
"""

from collections.abc import Sequence

from importers.plan.aims import aim_label
from importers.plan.columns import HeadingWords
from importers.plan.listed_actions import holds_listed_actions
from importers.plan.plan_tables import is_blank_plan_table, is_plan_table, unpacked
from importers.unread import is_filled
from importers.wording import is_short_line
from plan.papers.blocks import Block, Paragraph, Table

_MOST_LINES = 8
"""Paragraphs of a file that is a plan still to be filled in, and nothing else."""
_LEAST_PROSE = 3


def is_about_plans(blocks: Sequence[Block], words: HeadingWords) -> bool:
    """Return whether the only tables of actions in some blocks are blank, among prose."""
    outer = tuple([block for block in blocks if block.__class__ is Table])
    blank = 0
    for table in unpacked(outer, words) if outer else ():
        if isinstance(table, Table) and is_plan_table(table, words):
            if not is_blank_plan_table(table, words):
                return False
            blank += 1
    if not blank:
        return False
    lines = [one for one in blocks if isinstance(one, Paragraph) and is_filled(one)]
    prose = sum(_is_prose(line) for line in lines)
    if len(lines) <= _MOST_LINES and prose < _LEAST_PROSE:
        return False
    return not any(map(_is_aim, lines)) and not holds_listed_actions(blocks, words)


def _is_prose(line: Paragraph) -> bool:
    return line.text.rstrip().endswith((".", "!", "?")) and not is_short_line(line)


def _is_aim(line: Paragraph) -> bool:
    label = aim_label(line.text)
    return label is not None and bool(label.text or label.number)
