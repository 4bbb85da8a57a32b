"""Points out what looks like a slip in a paper; nothing is corrected."""

import re
from collections import Counter
from collections.abc import Iterator

from importers.plan.aim_levels import ReadAim
from importers.remarks import Remark
from plan.council.format import ColumnField
from plan.model.outline import ActionOutline, AimOutline
from plan.reading.pages import read_pages
from plan.text.line_breaks import shortened

_REF_OF_TWO = re.compile(r"\d{1,3}\.\d{1,3}")
_FEW = 3


def likely_slips_in(
    aims: tuple[AimOutline, ...],
    read: tuple[ReadAim, ...],
    fields: frozenset[ColumnField],
    *,
    has_own_refs: bool = False,
) -> Iterator[Remark]:
    """Yield a remark on each likely slip in a plan; `fields` are the columns that the paper has.

    Where the council's format has refs of its own (`has_own_refs`) they are not held to be places.
    """
    if not has_own_refs:
        yield from _wrong_refs(read)
    yield from _wrong_numbers(read)
    for number, aim in enumerate(aims, 1):
        yield from _slips_in_aim(aim, number, is_crossed_out=read[number - 1].is_crossed_out)
        for place, action in enumerate(aim.actions, 1):
            yield from _slips_in_action(action, f"{number}.{place}", fields)


def _slips_in_aim(aim: AimOutline, number: int, *, is_crossed_out: bool) -> Iterator[Remark]:
    place = f"Aim {number}"
    if is_crossed_out:
        text = "It is crossed out in Word, the actions below it are not: it has no words."
        yield Remark("oddity", place, text)
    elif not aim.text:
        yield Remark("oddity", place, "No text of an aim was found above its actions.")
    if not aim.actions:
        yield Remark("oddity", place, "It has no actions.")


def _wrong_numbers(read: tuple[ReadAim, ...]) -> Iterator[Remark]:
    """Yield remarks on aims with a number that is not their place; one remark if they are many."""
    wrong = [
        (place, aim.printed.number)
        for place, aim in enumerate(read, 1)
        if aim.printed.number not in {None, place}
    ]
    if len(wrong) > _FEW:
        text = f"The paper numbers {len(wrong)} aims otherwise, the first of them {wrong[0][1]}."
        yield Remark("oddity", f"Aim {wrong[0][0]}", text)
        return
    for place, number in wrong:
        yield Remark("oddity", f"Aim {place}", f"The paper numbers this aim {number}.")


def _wrong_refs(read: tuple[ReadAim, ...]) -> Iterator[Remark]:
    """Yield remarks on refs that do not match the place; one remark if they are many."""
    wrong = [
        (f"{number}.{place}", action.ref)
        for number, aim in enumerate(read, 1)
        for place, action in enumerate(aim.actions, 1)
        if action.ref and action.ref != f"{number}.{place}"
    ]
    own = all(_REF_OF_TWO.fullmatch(ref) for _, ref in wrong)
    if len(wrong) > _FEW or not own:
        pairs = ", ".join(f"“{shortened(ref, 20)}” is {place}" for place, ref in wrong[:_FEW])
        more = " and so on" if len(wrong) > _FEW else ""
        text = f"The paper's refs differ from the places of the actions: {pairs}{more}."
        yield Remark("oddity", "", text)
        return
    for place, ref in wrong:
        yield Remark("oddity", place, f"The paper gives this action the ref {ref}.")


def _slips_in_action(
    action: ActionOutline, ref: str, fields: frozenset[ColumnField]
) -> Iterator[Remark]:
    for what in (
        *_missing(action, fields),
        *_twice(action.indicators, "indicator"),
        *_twice(action.success_criteria, "success criterion"),
        *_full_stops(action.indicators),
        *_page_problem(action.pages),
    ):
        yield Remark("oddity", ref, what)


def _missing(action: ActionOutline, fields: frozenset[ColumnField]) -> Iterator[str]:
    if not action.text:
        yield "The action has no text."
    if "leads" in fields and not action.leads:
        yield "No lead is named."
    if "timescale" in fields and not action.timescale:
        yield "No timescale is given."


def _twice(items: tuple[str, ...], noun: str) -> Iterator[str]:
    if len(items) < 2:  # noqa: PLR2004 - as most actions have
        return
    times = Counter(item.casefold().rstrip(".") for item in items)
    for item in dict.fromkeys(items):
        if times.pop(item.casefold().rstrip("."), 1) > 1:
            yield f"The {noun} “{shortened(item)}” is named more than once."


def _full_stops(indicators: tuple[str, ...]) -> Iterator[str]:
    """Yield a remark on each indicator with a full stop, unless all of them have one."""
    stopped = [item for item in indicators if item.endswith(".")]
    for item in stopped if len(stopped) < len(indicators) or len(indicators) == 1 else ():
        yield f"The indicator “{shortened(item)}” ends in a full stop."


def _page_problem(pages: str) -> Iterator[str]:
    problem = read_pages(pages).problem if pages else ""
    if problem:
        yield f"The pages “{shortened(pages)}” were kept as they are. {problem}"
