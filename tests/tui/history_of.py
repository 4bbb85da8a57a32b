"""A plan with a history on the disk, for the tests of the History screen and command."""

from pathlib import Path

from plan.changes import edits
from plan.changes.change import Change
from plan.council.format import format_named
from plan.model.plan import Plan
from store.history import history_path
from store.plan_file import PlanFile
from tests.tui.papers import WITH_PAPERS
from tests.tui.window import on_disk, saved_plan

FORM = format_named("dundee-2016")
LONG = "The [bold]guide[/bold] is [read by all. " + "Every service has its own page in it. " * 40


def with_history() -> Path:
    """Make a plan of which the timescale and the text of 1.1, 1.2 and a paragraph were edited."""
    path = on_disk(WITH_PAPERS)
    file = PlanFile.open(path)
    plan = file.plan
    first = plan.actions[0].id
    passage = plan.passages_of("purpose")[0].id
    for change in (
        edits.set_action_field(plan, first, "timescale", "June 2017", name="timescale"),
        edits.set_action_field(plan, first, "text", LONG, name="action"),
        edits.delete_action(plan, plan.actions[1].id),
        edits.set_passage(plan, passage, "To ask committee.", FORM.report),
    ):
        edited(path, change)
    return path


def edited(path: Path, change: Change) -> Plan:
    """Save a change of a plan as another day did, on the plan as it is on the disk."""
    now = saved_plan(path)
    rows = []
    for row in change.rows:
        if row.before is None or row.after is None:
            rows.append(row)
            continue
        fields = {key: value for key, value in row.after.items() if value != row.before[key]}
        before = now.table(row.table)[row.id].as_json()
        rows.append(row.model_copy(update={"before": before, "after": {**before, **fields}}))
    saved = change.model_copy(
        update={"rows": tuple(rows), "when": "2016-09-26T14:02:00.000+00:00", "who": "A. Officer"}
    )
    PlanFile.open(path).save(saved)
    return saved_plan(path)


def forget(path: Path, revision: int) -> None:
    """Take the line of a revision out of the history file."""
    file = history_path(path)
    lines = file.read_bytes().splitlines(keepends=True)
    del lines[revision - 1]
    file.write_bytes(b"".join(lines))


def beginning_of(path: Path, revision: int) -> int:
    """Return where the line of a revision begins in the history file, in bytes."""
    lines = history_path(path).read_bytes().splitlines(keepends=True)
    return sum(map(len, lines[: revision - 1]))
