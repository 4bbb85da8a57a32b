"""A plan read from a Word file: what it holds, and what there is to say about the reading."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from importers.actions import action_of
from importers.assembling import Assembly
from importers.errors import NoPlanFoundError, UnreadableError
from importers.oddities import oddities
from importers.remarks import Remark, counted, gathered
from importers.word.reader import read_word
from plan.blocks import Block, Table
from plan.format import Format
from plan.outline import AimOutline, PlanOutline, built_plan


@dataclass(frozen=True)
class PlanReading:
    """The plan that a paper holds, and remarks for the officer who is to look at it."""

    outline: PlanOutline
    remarks: tuple[Remark, ...]


def read_plan(path: Path, form: Format) -> PlanReading:
    """Return the plan in a Word file, read in the words of a council's format.

    Raises UnreadableError, in a sentence for the officer: the file is no readable Word file, or,
    as NoPlanFoundError, it holds no plan.
    """
    word = read_word(path)
    assembly = Assembly(form)
    assembly.read(word.blocks)
    if not any(aim.actions for aim in assembly.aims):
        raise _no_plan(path, word.blocks, form)
    outline = _outline_of(assembly)
    _refuse_too_long(outline, path, form)
    odd = oddities(outline.aims, tuple(assembly.aims), frozenset(assembly.fields))
    return PlanReading(outline, gathered((*odd, *assembly.remarks, *word.remarks)))


def _outline_of(assembly: Assembly) -> PlanOutline:
    texts = assembly.cover.texts
    return PlanOutline(
        title=texts.get("title", ""),
        subtitle=texts.get("subtitle", ""),
        date=texts.get("date", ""),
        partnership=texts.get("partnership", ""),
        aims=tuple(
            AimOutline(aim.printed.text, tuple(map(action_of, aim.actions)))
            for aim in assembly.aims
        ),
    )


def _refuse_too_long(outline: PlanOutline, path: Path, form: Format) -> None:
    """Raise UnreadableError where a text is longer than a plan can keep: nothing is cut off."""
    try:
        built_plan(outline, form.id)
    except ValidationError as error:
        field = error.errors(include_url=False)[0]["loc"][0]
        raise UnreadableError(
            f"A text in {path.name} is longer than a plan can hold (in: {field}), so nothing was"
            " read. The file is as it was. Shorten it in Word, or divide it, and choose the file"
            " again."
        ) from error


def _no_plan(path: Path, blocks: tuple[Block, ...], form: Format) -> NoPlanFoundError:
    tables = sum(isinstance(block, Table) for block in blocks)
    headings = [column.heading for column in form.plan.columns if column.field != "ref"]
    action = form.plan.column("text")
    needed = f"“{action.heading}”" if action else "the actions"
    others = ", ".join(
        f"“{heading}”" for heading in headings if not action or heading != action.heading
    )
    has = "no table" if not tables else counted(tables, "table")
    plan = "" if not tables else ", but none with the actions of a plan"
    return NoPlanFoundError(
        f"{path.name} is a Word file with {has}{plan}, so nothing was read. The file is as it was."
        f" A plan's table needs a header row with {needed} and at least two others, such as"
        f" {others}. Choose another file, or put such a row above the actions in Word."
    )
