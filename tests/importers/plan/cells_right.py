"""Counts the cells of a plan that were read right, against values written down before."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from importers.paper import PaperReading
from plan.model.outline import ActionOutline

Right: TypeAlias = dict[str, Any]
Cell: TypeAlias = tuple[str, Any, Any]
"""Where a cell is, what it should say and what was read."""


def cells_of(reading: PaperReading, right: Right) -> Iterator[Cell]:
    """Yield every cell that says something: the title, each aim, each field of each action."""
    outline = reading.outline
    yield "title", right["title"], outline.title
    yield "number of aims", len(right["aims"]), len(outline.aims)
    for number, aim in enumerate(right["aims"], 1):
        read = outline.aims[number - 1] if number <= len(outline.aims) else None
        yield f"aim {number}", aim["text"], read.text if read else None
        actions = read.actions if read else ()
        yield f"actions of aim {number}", len(aim["actions"]), len(actions)
        for place, action in enumerate(aim["actions"], 1):
            row = actions[place - 1] if place <= len(actions) else ActionOutline()
            ref = f"{number}.{place}"
            yield from ((f"{ref} {name}", *pair) for name, *pair in _fields(action, row, ref))


def _fields(action: Right, row: ActionOutline, place: str) -> Iterator[Cell]:
    ref = action.get("ref") or place
    if ref != place:
        yield "own_ref", ref, row.own_ref
    said: dict[str, Any] = {
        "text": row.text,
        "leads": list(row.leads),
        "timescale": row.timescale,
        "success": list(row.success_criteria),
        "progress": "\n".join(note.text for note in row.progress if note.text),
        "status": row.progress[-1].status if row.progress else "",
        "indicators": list(row.indicators),
        "pages": row.pages,
    }
    yield from ((name, action[name], said[name]) for name in said if action.get(name))
    own = dict(row.own)
    for heading, text in action.get("own", {}).items():
        yield f"own {heading}", text, own.get(heading)
    extra = list(action.get("extra", {}).values())
    yield from ((f"extra {text}", True, text in own.values()) for text in extra)


def wrong_in(reading: PaperReading, right: Right) -> list[Cell]:
    """Return the cells that were not read right."""
    return [cell for cell in cells_of(reading, right) if cell[1] != cell[2]]
