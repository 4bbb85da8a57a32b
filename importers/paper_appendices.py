"""Which appendices a paper has: those that are read, the plan, and what is drawn up anew."""

from collections.abc import Mapping, Sequence

from importers.account.ledger import left_out
from importers.appendices import read_appendix
from importers.part import Part
from importers.remarks import Remark
from plan.council.format import Format
from plan.model.documents import GENERATED
from plan.model.outline import AppendixOutline, PlanOutline
from plan.model.rows import PLAN_HERE
from plan.papers.blocks import paragraphs_of


def appendices_of(
    parts: Sequence[Part], council: Format, listed: Mapping[int, str], *, has_report: bool
) -> tuple[tuple[AppendixOutline, ...], tuple[Remark, ...]]:
    """Return the appendices in the order of their numbers, and remarks on missing ones.

    `listed` has titles of those that the report lists.
    """
    found: dict[int, AppendixOutline] = {}
    remarks: list[Remark] = []
    for part in (one for one in parts if not one.is_within):  # that has its place in the report
        if part.kind == "plan" and "plan" not in {one.kind for one in found.values()}:
            if part.number or has_report:
                found.setdefault(part.number or _next(found), AppendixOutline("plan"))
        elif part.kind in GENERATED and not (part.number or has_report):
            remarks += _read(part, council, "")[1]
        elif part.kind in ("appendix", *GENERATED):
            number = part.number if part.number not in found | {0: None} else _next(found)
            appendix, said = _read(part, council, f"Appendix {number}")
            if appendix != AppendixOutline("text"):
                found[number] = appendix
            remarks += said
    if not has_report and set(found) <= {1} and all(one.kind == "plan" for one in found.values()):
        return (), tuple(remarks)  # a plan alone is its first appendix without being told
    for number in range(1, max((*found, *listed), default=0) + 1):
        if number not in found:
            found[number] = AppendixOutline("file", listed.get(number, ""))
            text = "It is not in this paper; its place was kept as a file without a name."
            remarks.append(Remark("oddity", f"Appendix {number}", text))
    return tuple(found[number] for number in sorted(found)), tuple(remarks)


def with_plan(
    appendices: tuple[AppendixOutline, ...], outline: PlanOutline
) -> tuple[AppendixOutline, ...]:
    """Return the appendices of a paper: a plan that none of them is would be the next.

    Not so one that stands in the report.
    """
    is_within = any(one.text == PLAN_HERE for one in outline.report.passages)
    if is_within:
        return appendices
    if outline.aims and not any(appendix.kind == "plan" for appendix in appendices):
        return (*appendices, AppendixOutline("plan"))
    return appendices


def _read(part: Part, council: Format, place: str) -> tuple[AppendixOutline, tuple[Remark, ...]]:
    """Return an appendix besides the plan; of what plandesk drew up only which it is."""
    if part.kind not in GENERATED:
        return read_appendix(part.blocks, council, place)
    left_out(paragraphs_of(part.blocks), "drawn_up_anew")
    text = f"“{GENERATED[part.kind].heading}” is drawn up anew from the plan, not read."
    return AppendixOutline(part.kind), (Remark("note", place, text),)


def _next(found: Mapping[int, AppendixOutline]) -> int:
    return next(number for number in range(1, len(found) + 2) if number not in found)
