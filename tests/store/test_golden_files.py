"""Plan files of every version that was given to officers: each opens, and nothing in it is lost.

The files in `golden` were written by the version they are named after and are never made anew.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plan.changes.change import applied, tables_of
from plan.model.plan import Plan
from plan.model.rows import ROW_KINDS
from plan.wording.history import plan_after
from store.plan_file import PlanFile
from store.schema import SCHEMA_VERSION
from tests.store.plans import stored_tables, timescale

GOLDEN = Path(__file__).parent / "golden"
WITHOUT_SIBLINGS = {
    *("plan", "report", "answers", "source", "reasons"),
    *("commitments", "consultations", "conflicts", "versions"),
}
"""The tables whose rows have no order."""


@pytest.fixture(params=range(1, SCHEMA_VERSION + 1))
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a copy of the plan and the history that a version of the schema wrote."""
    for kind in ("plan.json", "history.jsonl"):
        shutil.copy(GOLDEN / f"schema-{request.param}.{kind}", tmp_path)
    return tmp_path / f"schema-{request.param}.plan.json"


def texts(value: Any) -> Iterator[str]:
    """Yield every text in values of JSON, those that are empty left out."""
    match value:
        case str():
            yield from [value] if value else []
        case dict():
            for one in value.values():
                yield from texts(one)
        case list() | tuple():
            for one in value:
                yield from texts(one)


def stored_rows(path: Path) -> dict[str, Any]:
    tables = stored_tables(path.read_bytes())
    return {name: table for name, table in tables.items() if name in ROW_KINDS}


def texts_of(plan: Plan) -> list[str]:
    return sorted(texts(tables_of(plan)))


def test_every_text_of_an_older_plan_is_in_the_plan_that_is_opened(path: Path) -> None:
    ids = [row_id for table in stored_rows(path).values() for row_id in table]
    assert texts_of(PlanFile.open(path).plan) == sorted([*texts(stored_rows(path)), *ids])


def test_what_was_written_is_where_it_was(path: Path) -> None:
    plan = PlanFile.open(path).plan
    first, second = plan.actions
    assert [aim.text for aim in plan.aims] == ["Children are safe at home", "Families are heard"]
    assert (first.pages, first.timescale_is) == ("7, 12–14", "due")
    assert second.leads == ("Team Leader",)
    assert [(note.as_at, note.status) for note in plan.notes_of(first.id)] == [
        ("June 2016", "On track"),
        ("1 September 2016", "Delayed"),
    ]
    assert plan.report.number == "101-2016"
    assert [one.kind for one in plan.appendices] == [
        *("plan", "text", "file", "reviews", "progress", "tracing")
    ]
    assert plan.source.recommendations == ("Share what is learned",)
    assert [one.reason for one in plan.reason_rows.values()] == ["Agreed with the convener."]
    answers = plan.answers_of(plan.assessments[0].id)
    assert sorted(len(answer.ticks) for answer in answers.values()) == [0, 0, 1, 1]


def test_an_older_plan_is_edited_and_has_the_past_that_it_had(path: Path) -> None:
    file = PlanFile.open(path)
    before = file.plan
    recorded = file.save(timescale(before, "Monthly"))
    again = PlanFile.open(path)
    assert again.plan == applied(before, recorded)
    past = again.history.read()
    assert [change.revision for change in past] == list(range(1, again.revision + 1))
    assert plan_after(again.plan, past, 2).actions[0].pages == "7, 12-14"


def test_the_file_of_todays_version_holds_every_field_that_there_is() -> None:
    """A field that it lacks is one that an installed plandesk would refuse: a new version."""
    rows = json.loads((GOLDEN / f"schema-{SCHEMA_VERSION}.plan.json").read_bytes())
    empty = [
        (table, name)
        for table, kind in ROW_KINDS.items()
        for name in kind.model_fields
        if name != "id" and not any(row.get(name) for row in rows[table].values())
    ]
    assert empty == [
        ("plan", "parent"),
        *((table, "rank") for table in ROW_KINDS if table in WITHOUT_SIBLINGS),
    ]
