"""The command `plandesk names`: rename quality indicators to their framework's names."""

import json
from typing import Annotated

import typer

from desk.rename_indicators import NOTHING_TO_RENAME, left_in_words
from plan.changes.edits.indicators import Naming, canonical_naming
from plan.council.framework import Framework, framework_of
from tui.command_line.printing import note_done
from tui.command_line.shared import AsJson, PlanName, opened, refuse, save


def names(
    plan: PlanName,
    ref: Annotated[
        str, typer.Argument(metavar="[REF]", help="An action's ref: only its indicators.")
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what it would do, and change nothing.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Print the quality indicators by their framework's names, as one change that is saved."""
    session = opened(plan, to_write=not dry_run)
    action = session.plan.action_at(ref)
    if ref and action is None:
        refuse(f"There is no action {ref}. The plan {session.name} is unchanged.")
    framework = framework_of(session.plan, session.council)
    if framework is None:
        refuse(
            f"The plan {session.name} follows no framework of quality indicators, so there are no "
            f"names to use. plandesk set “{session.name}” plan framework NAME chooses one."
        )
    naming = canonical_naming(session.plan, framework, [action.id] if action else None)
    will_save = bool(naming.renamed) and not dry_run
    if will_save:
        save(session, naming.change)
        note_done(f"Saved: {naming.change.label}.")
    else:
        session.close()
    if as_json:
        values = _values(naming, framework, is_saved=will_save)
        typer.echo(json.dumps(values, ensure_ascii=False, indent=2))
        return
    for line in _lines(naming, framework, is_saved=will_save):
        typer.echo(line)


def _lines(naming: Naming, framework: Framework, *, is_saved: bool) -> list[str]:
    lines = [f"{one.ref}: {one.printed} -> {one.name}" for one in naming.renamed]
    lines += left_in_words(naming, framework)
    if is_saved:
        return [*lines, f"Saved: {naming.change.label}."]
    return [*lines, "Nothing was changed." if naming.renamed else NOTHING_TO_RENAME]


def _values(naming: Naming, framework: Framework, *, is_saved: bool) -> dict[str, object]:
    unread = "the framework's wording was not read in a source"
    return {
        "framework": framework.id,
        "saved": is_saved,
        "renamed": [
            {"ref": one.ref, "printed": one.printed, "name": one.name} for one in naming.renamed
        ],
        "left": [
            *(
                {"ref": ref, "printed": printed, "why": "the framework does not know it"}
                for ref, printed in naming.unknown
            ),
            *({"ref": one.ref, "printed": one.printed, "why": unread} for one in naming.unread),
        ],
    }
