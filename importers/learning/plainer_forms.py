"""A drafted form as forms could be said before they had rows that are added.

To be taken out once `plan.council.form` has such rows: then nothing calls it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from importers.learning.toml_text import Values
from plan.council import form

CAN_SAY_ALL = hasattr(form, "Rows")
"""Whether forms have rows that are added, texts beside marks, answers below, dates."""
_KINDS: Mapping[str, str] = {
    **dict.fromkeys(("date", "person", "number", "money", "items", "choice", "link"), "line"),
    **dict.fromkeys(("tick-one", "scale"), "ticks"),
}
_ROWS = 3


def plainer(part: Values) -> Values:
    """Return a part of a form without what such forms have not."""
    return {**part, "groups": [_group(group) for group in part["groups"]]}


def _group(group: Values) -> Values:
    made = {key: value for key, value in group.items() if key not in ("texts", "layout", "action")}
    match group["kind"]:
        case "matrix":
            made["widths"] = group["widths"][: 1 + len(group["columns"])]
        case "rows":
            numbers = [{"id": f"r{n}", "label": str(n)} for n in range(1, _ROWS + 1)]
            widths = list(group["widths"])
            if "corner" not in group:
                widths = [10, *widths]
            made |= {"kind": "grid", "corner": group.get("corner", "No."), "widths": widths}
            made |= {"columns": _plain(group["columns"]), "rows": numbers, "by": "row"}
        case "grid":
            made["columns"] = _plain(group["columns"])
        case "questions":
            made["questions"] = [_question(one) for one in group["questions"]]
            made.setdefault("headings", ["Question", "Answer"])
            made.setdefault("widths", [80, 80])
    return made


def _plain(columns: Sequence[Mapping[str, Any]]) -> list[Values]:
    return [{"id": one["id"], "label": one["label"]} for one in columns]


def _question(question: Values) -> Values:
    kind = question.get("kind", "prose")
    return {**question, "kind": _KINDS.get(kind, kind)}
