"""Reads the plan in some blocks into an outline: its cover, its aims and their actions in order."""

from collections.abc import Iterable

from importers.asking import Asking
from importers.plan.actions import action_of
from importers.plan.assembling import Assembly
from importers.plan.columns import HeadingWords
from importers.plan.tables_of_plans import without_lines_of_tables
from plan.council.format import Format
from plan.model.outline import AimOutline, PlanOutline
from plan.papers.blocks import Block


def read_plan_blocks(blocks: Iterable[Block], council: Format, words: HeadingWords) -> Assembly:
    """Return the plan in some blocks, as far as they hold one."""
    assembly = Assembly(council, words)
    assembly.read(without_lines_of_tables(tuple(blocks), council))
    return assembly


def outline_of_plan(assembly: Assembly, asking: Asking) -> PlanOutline:
    """Return a plan that was read as an outline, without report and assessments."""
    texts = assembly.cover.texts
    return PlanOutline(
        title=texts.get("title", ""),
        subtitle=texts.get("subtitle", ""),
        date=texts.get("date", ""),
        partnership=texts.get("partnership", ""),
        introduction=assembly.cover.introduction,
        closing=assembly.cover.closing,
        own=assembly.cover.own,
        aims=tuple(
            AimOutline(
                aim.printed.text,
                tuple(
                    action_of(row, f"{number}.{n}", asking) for n, row in enumerate(aim.actions, 1)
                ),
                own=aim.own,
            )
            for number, aim in enumerate(assembly.aims, 1)
        ),
    )
