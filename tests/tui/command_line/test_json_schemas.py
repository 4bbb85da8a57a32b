"""Every answer of --json is as docs/json describes it, and every command that has one is there."""

import json
import shlex
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from plan.changes.change import applied
from plan.changes.edits.fields import set_source_field
from plan.model.outline import NoteOutline, PlanOutline, built_plan
from plan.model.plan import Plan
from plan.model.rows import COMMENT_RULE
from store.places import formats_folder, plans_folder
from store.plan_file import PlanFile
from tests.importers.word_files import docx_of, para, row, table
from tests.plan.checks.sound import OUTLINE, action
from tests.plan.councils import GLENSHIRE, put_glenshire_in
from tests.plan.laid_out_council import REPORT, source_with_tables
from tests.plan.strategies import plan_from, small_plan
from tests.promises.test_every_field import whole_plan
from tests.repository import ROOT
from tests.spelt import HAS_DICTIONARY
from tests.tui.command_line.json_schema import problems
from tests.tui.command_line.test_conflicts_command import clash
from tests.tui.command_line.test_readme import command, options
from tests.tui.window import MADE_AT
from tui.__main__ import main
from tui.command_line.commands import COMMANDS

FOLDER = ROOT / "docs" / "json"
WITH_JSON = [name for name in COMMANDS if "--json" in options(name)]
Captured = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("frozen")

ASKED: dict[str, tuple[str, ...]] = {
    "import": ("{word} --account --column Budget=out",),
    "show": ("Whole", "Tables", "Bare"),
    "list": ("",),
    "find": ("bridges", "bridge Whole", "brigdes Whole", "zoo Bare"),
    "check": ("Whole", "Whole --answered", "Bare"),
    "progress": ("Whole", "Whole --since 1/1/2000", "Bare"),
    "reviews": ("Whole --from 1/1/2016", "", "Bare", "Moved"),
    "conflicts": ("Clash", "Bare"),
    "versions": ("Sealed", "Bare"),
    "changes": ("Sealed --since First", "Sealed --since 1/1/2000", "Bare"),
    "commitments": ("Whole", "", "Whole --dismissed", "Bare"),
    "reading": ("'June 2027'", "'Phase 1 June 2026, Phase 2 May 2027' --meeting 1/3/2026", ""),
    "trace": ("Whole", "Whole 1.1", "Rolled 1.1", "Bare"),
    "names": ("Whole --dry-run",),
    "register": ("Whole", "Bare"),
    "framework": (
        "",
        "care-inspectorate-2019",
        "care-inspectorate-2014 --to care-inspectorate-2019",
    ),
    "history": ("Whole", "Whole --revision 2", "Bare"),
    "since": ("Whole week", "Frozen week", "Bare week"),
    "formats": ("",),
    **({"spell": ("Misspelt", "Bare")} if HAS_DICTIONARY else {}),
}
"""What each command is given, all of them in one home."""


def schema_of(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    return read


def kept(plan: Plan, name: str) -> Path:
    path = plans_folder() / f"{name}.plan.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    PlanFile.create(path, plan, label="Made", who="A. Officer", now=MADE_AT)
    return path


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a plan with something in every field, one with nothing, and files that are torn."""
    plan = whole_plan()
    contents = "4-6 Impact on families\n7-9 Leadership"
    told = applied(plan, set_source_field(plan, "contents", contents))
    path = kept(told, "Whole")
    file = PlanFile.open(path)
    file.save(set_source_field(file.plan, "publisher", "An inspectorate"))
    assert main(["set", "Whole", "1.1", "timescale", "December 2026"]) == 0
    assert main(["set", "Whole", "1.1", "indicators", "1.1 impact on families\nElse"]) == 0
    assert main(["reason", "Whole", COMMENT_RULE, "action/1.1/leads", "The council does."]) == 0
    noted = NoteOutline("", "Delayed", "The post is vacant. New date agreed: 1 March 2090.")
    kept(plan_from(action(1, timescale="June 2015", progress=(noted,))(OUTLINE)), "Moved")
    kept(clash(), "Clash")
    kept(small_plan(("Safe", "Review", "Train")), "Sealed")
    for given in ("seal Sealed First", "set Sealed 1.1 timescale May", "remove Sealed 1.2"):
        assert main(given.split()) == 0
    assert main(["add", "Sealed", "1", "Go"]) == 0
    kept(small_plan(("Safe", "Review", "Train")), "Frozen")
    for given in ("seal Frozen First --freeze", "move Frozen 1.2 1.1"):
        assert main(given.split()) == 0
    fates = ("--split", "1.1=Two teams.", "--merge", "1.2=1.1=One course.")
    assert main(["roll", "Sealed", "--out", "Rolled", *fates]) == 0
    assert main(["new", "Bare"]) == 0
    assert main(["new", "Misspelt"]) == 0
    assert main(["set", "Misspelt", "plan", "title", "The plann"]) == 0
    put_glenshire_in(formats_folder())
    (formats_folder() / f"{GLENSHIRE}.toml").write_text(source_with_tables(), encoding="utf-8")
    kept(built_plan(PlanOutline(report=REPORT), GLENSHIRE), "Tables")
    (formats_folder() / "torn.toml").write_text("id = 3", encoding="utf-8")
    (plans_folder() / "Torn.plan.json").write_text("{", encoding="utf-8")
    lines = TextIOWrapper(BytesIO(b"June 2027\nsoon\n"), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", lines)
    table_of_one = table(row("Actions", "Lead", "Budget"), row("Lend tools", "Team", "five pounds"))
    return docx_of(tmp_path, para("Priority 1: Borrowing") + table_of_one)


def test_every_command_with_json_is_described_and_tried_and_no_other_is() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(
        f"{name}.schema.json" for name in WITH_JSON
    )
    assert set(ASKED) | {"spell"} == set(WITH_JSON)


@pytest.mark.parametrize("name", WITH_JSON)
def test_a_description_says_which_version_it_is_and_of_which_command(name: str) -> None:
    schema = schema_of(name)
    assert schema["version"] >= 1
    assert schema["$id"] == f"urn:plandesk:json:{name}:{schema['version']}"
    assert schema["title"].startswith(f"plandesk {name} ")
    assert command(name).name == name


@pytest.mark.slow
def test_every_answer_is_as_it_is_described(paper: Path, capsys: Captured) -> None:
    answered: dict[str, list[Any]] = {}
    for name, each in ASKED.items():
        schema = schema_of(name)
        for given in each:
            typed = shlex.split(given.format(word=shlex.quote(str(paper))))
            capsys.readouterr()
            assert main([name, *typed, "--json"]) in (0, 1)
            answer = json.loads(capsys.readouterr().out)
            assert problems(answer, schema, schema) == [], (name, given)
            answered.setdefault(name, []).append(answer)
    for name, answers in answered.items():
        assert keys_of(schema_of(name)) - keys_in(answers) == set(), name


def keys_of(schema: Any) -> set[str]:
    """Return the keys that a schema names anywhere."""
    if isinstance(schema, list):
        return {key for one in schema for key in keys_of(one)}
    if not isinstance(schema, dict):
        return set()
    own = schema.get("properties", {})
    return {*own, *(key for one in (*own.values(), *_parts(schema)) for key in keys_of(one))}


def _parts(schema: dict[str, Any]) -> Iterator[Any]:
    """Yield what stands below a schema that is not its own keys."""
    yield from schema.get("$defs", {}).values()
    yield from (
        schema[name] for name in ("items", "anyOf", "additionalProperties") if name in schema
    )


def keys_in(answer: Any) -> set[str]:
    """Return the keys that an answer has anywhere."""
    if isinstance(answer, list):
        return {key for one in answer for key in keys_in(one)}
    if not isinstance(answer, dict):
        return set()
    return set(answer) | {key for one in answer.values() for key in keys_in(one)}


def test_what_is_not_as_described_is_seen() -> None:
    schema = schema_of("reviews")
    row = {
        "ref": "1.1",
        "when": "2026-12",
        "kind": "due",
        "text": "Publish a guide.",
        "standing": "coming",
        "timescale": "December 2026",
        "lead": "",
    }
    assert problems([row], schema, schema) == []
    for wrong in (
        {**row, "when": "December 2026"},
        {**row, "standing": "late"},
        {**row, "lead": None},
        {**row, "colour": "red"},
        {key: value for key, value in row.items() if key != "timescale"},
    ):
        assert len(problems([wrong], schema, schema)) == 1
    assert problems(row, schema, schema)
