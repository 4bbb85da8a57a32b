"""Saves in a loop until it is killed, and says each revision once it is saved."""

import sys
from itertools import count
from pathlib import Path

from plan.changes.change import applied
from plan.changes.edits import set_action_field
from store.plan_file import PlanFile


def save_for_ever(path: Path) -> None:
    """Edit the first action of the plan again and again; its timescale is the revision."""
    file = PlanFile.open(path)
    plan = file.plan
    action = plan.actions[0].id
    for number in count(file.revision + 1):
        change = set_action_field(plan, action, "timescale", str(number), name="timescale")
        plan = applied(plan, file.save(change))
        sys.stdout.write(f"{file.revision}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    save_for_ever(Path(sys.argv[1]))
