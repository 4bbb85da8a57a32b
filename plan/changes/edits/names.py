"""Edits to a plan's names: one name for another wherever it is the whole item; an acronym's name.

Words inside a longer text stay as they are: `plan.changes.edits.plan_texts` edits those.
"""

from collections.abc import Iterable

from plan.changes.change import Change, row_added, row_edited, row_removed
from plan.changes.edits.plan_texts import set_texts
from plan.council.format import Format
from plan.model.plan import Plan
from plan.model.rows import ACRONYM_RULE, Reason, acronym_path, reason_id
from plan.papers.names import HeldNames, as_name
from plan.text.clean import clean_line


def rename(held: Iterable[HeldNames], council: Format, old: str, new: str) -> Change:
    """Return the change that says `new` wherever `old` is a whole item of some texts of one plan.

    Where a list has `new` already the two become one. The change is empty if none has `old`, or
    `new` says nothing. Raises pydantic's ValidationError if `new` is too long.
    """
    was, now = as_name(old), as_name(clean_line(new))
    label = f"Rename “{was}” to “{now}”"
    if not now:
        return Change(label=label, rows=())
    of_it = (one for one in held if was in one.names)
    return set_texts(((one.text, _renamed(one, was, now)) for one in of_it), council, label)


def _renamed(held: HeldNames, was: str, now: str) -> str:
    """Return the lines of a list of names with a name in place of another, and once in all."""
    kept: list[str] = []
    for name in held.names:
        is_it = name == was
        if not is_it or now not in (*kept, *(one for one in held.names if one != was)):
            kept.append(now if is_it else name)
    return "\n".join(kept)


def say_what_it_stands_for(plan: Plan, acronym: str, name: str, *, given_on: str) -> Change:
    """Return the change that keeps the name that an acronym stands for; none takes it back.

    It is kept as the reason for leaving what the check of such names asks, with the plan, so that
    whoever opens it is told. `given_on` is in words. Raises pydantic's ValidationError if the name
    is too long.
    """
    short, said = clean_line(acronym).strip(), clean_line(name).strip()
    path = acronym_path(short)
    old = plan.reason_rows.get(reason_id(ACRONYM_RULE, path))
    if old is not None and not said:
        label = f"Forget what {short} stands for"
        return Change(label=label, rows=(row_removed(old),))
    label = f"{short} stands for “{said}”"
    if old is not None:
        is_so = old.reason == said
        rows = () if is_so else (row_edited(old, reason=said, given_on=clean_line(given_on)),)
        return Change(label=label, rows=rows)
    if not said:
        return Change(label=label, rows=())
    row = Reason(
        id=reason_id(ACRONYM_RULE, path),
        parent=plan.cover.id,
        rule=ACRONYM_RULE,
        path=path,
        facts=short,
        reason=said,
        given_on=clean_line(given_on),
    )
    return Change(label=label, rows=(row_added(row),))
