"""What the first frame waits for, what is loaded beside it, and what only when it is needed."""

import ast
import inspect
import json
from importlib import import_module
from pathlib import Path

import pytest

from sample_data.sample import sample_outline
from tests.repository import ROOT
from tests.test_architecture import run_python
from tests.tui.window import on_disk
from tui import dialogs, loading, tasks
from tui.dialogs import DIALOGS
from tui.dialogs.dialog import Dialog
from tui.tasks import TASKS
from tui.views.plan import later
from tui.views.plan.later import LATER as LATER_IN_PLAN
from tui.views.plan_views import PLAN_VIEWS, PlanViewKind
from tui.views.session_view import SessionView

LOADED = "import sys, json\n{code}\nprint(json.dumps(sorted(sys.modules)))"

FRAME = "import tui.__main__, tui.app"
OPENED = "import tui.__main__\ntui.__main__.load_without_openssl()\nimport tui.app\n"
PLAN = f"{FRAME}\nfrom tui.loading import load\nload()"
SHOWN = f"""{FRAME}
import asyncio
from pathlib import Path

from tui.views.plan.plan_view import PlanView

class ActionsShown(Exception): pass

def stop(view):
    raise ActionsShown(view.actions.rows)

PlanView._show_whole = stop

async def show():
    async with tui.app.Plandesk(Path({{plan!r}})).run_test() as pilot:
        while pilot.app._exception is None:
            await pilot.pause()

try:
    asyncio.run(show())
except ActionsShown as shown:
    assert shown.args[0], "no action is shown"
"""
"""Opens a plan and stops when its actions are on the screen and the fields follow."""
LATER = {
    *(
        "docx",
        "lxml",
        "openpyxl",
        "typer",
        "click",
        "markdown_it",
        "icalendar",
        "tinydb",
        "exporters",
    ),
    *("importers", "plan.checks", "plan.changes.edits", "plan.council.format"),
    *("plan.reading.dates", "dateutil", "desk.promises_kept"),
    *("plan.model.conflicts", "store.pictures", "store.save_copy", "glob"),
    *(
        "desk.checking",
        "tui.views.checks.checking",
        "tui.recovery",
        "tui.desk_commands",
        "tui.merge_with_file",
    ),
    *(
        "desk.spelling",
        "store.dictionary",
        "hunspell",
        "tui.words.spelling",
        "tui.words.word_counts",
    ),
    "textual.widgets._text_area",
    *("importlib.metadata", "email", "csv"),
}
"""What no plan needs to be shown."""


def loaded_by(code: str, home: Path) -> set[str]:
    """Return the modules that a process of its own has loaded after `code`."""
    return set(json.loads(run_python(LOADED.format(code=code), home=home)))


def dialogs_of(loaded: set[str]) -> set[str]:
    """Return the dialogs among the modules loaded."""
    return {name for name in loaded if name.startswith("tui.dialogs.")}


def test_the_first_frame_waits_for_nothing_that_knows_a_plan(tmp_path: Path) -> None:
    loaded = loaded_by(FRAME, tmp_path)
    assert "textual.app" in loaded
    assert not {"pydantic", "plan.model.rows", "desk.session", "store.plan_file"} & loaded
    assert not (set(TASKS.values()) | LATER) & loaded
    assert not dialogs_of(loaded)


def test_what_knows_a_plan_is_loaded_while_the_frame_is_painted(tmp_path: Path) -> None:
    loaded = loaded_by(PLAN, tmp_path)
    assert {"pydantic", "plan.model.rows", "tui.opening", "tui.views.plan.plan_view"} <= loaded


def test_a_plan_is_shown_without_what_is_needed_later(tmp_path: Path) -> None:
    loaded = loaded_by(PLAN, tmp_path)
    assert not LATER & loaded
    assert not dialogs_of(loaded)


def test_the_actions_are_on_the_screen_before_a_format_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANDESK_HOME", str(tmp_path))
    path = on_disk(sample_outline())
    loaded = loaded_by(SHOWN.format(plan=str(path)), tmp_path)
    assert "tui.views.plan.plan_view" in loaded
    assert not LATER & loaded
    assert not dialogs_of(loaded)


@pytest.mark.parametrize("name", DIALOGS)
def test_each_dialog_is_where_the_table_says(name: str) -> None:
    opened = getattr(dialogs, name)
    assert opened.__module__ == DIALOGS[name]
    assert inspect.isclass(opened)


def test_every_dialog_that_is_opened_from_outside_is_in_the_table() -> None:
    within = {
        *("Chooser", "OneByOne", "WordingsDialog", "AllWordingsDialog", "WriteWordingDialog"),
        *("FateReasonDialog", "RolledDialog", "WordsDialog"),
    }
    found = {
        name
        for file in (ROOT / "tui" / "dialogs").glob("*.py")
        for name, one in vars(import_module(f"tui.dialogs.{file.stem}")).items()
        if inspect.isclass(one) and issubclass(one, Dialog)
    }
    assert found - within == {
        name for name in DIALOGS if issubclass(getattr(dialogs, name), Dialog)
    }


@pytest.mark.parametrize("name", TASKS)
def test_each_task_is_where_the_table_says(name: str) -> None:
    done = getattr(tasks, name)
    assert done.__module__ == TASKS[name]
    assert inspect.isfunction(done)


@pytest.mark.parametrize("name", LATER_IN_PLAN)
def test_what_the_plan_view_needs_later_is_where_the_table_says(name: str) -> None:
    assert getattr(later, name).__module__ == LATER_IN_PLAN[name]


@pytest.mark.parametrize("kind", PLAN_VIEWS, ids=lambda kind: kind.id)
def test_each_view_is_where_the_table_says(kind: PlanViewKind) -> None:
    shown = getattr(import_module(kind.module), kind.class_name)
    assert issubclass(shown, SessionView)


@pytest.mark.parametrize("kind", PLAN_VIEWS, ids=lambda kind: kind.id)
def test_each_view_has_all_that_its_bases_leave_to_it(kind: PlanViewKind) -> None:
    """A view is made by its name in the table, where no type checker sees what it lacks."""
    shown = getattr(import_module(kind.module), kind.class_name)
    members = inspect.getmembers_static(shown)
    assert [name for name, one in members if getattr(one, "__isabstractmethod__", False)] == []


def test_every_view_of_a_plan_is_in_the_table() -> None:
    found = {
        (module.__name__, name)
        for file in (ROOT / "tui" / "views").glob("*/*.py")
        for module in [import_module(f"tui.views.{file.parent.name}.{file.stem}")]
        for name, one in vars(module).items()
        if inspect.isclass(one) and issubclass(one, SessionView)
        if one.__module__ == module.__name__
    }
    assert found == {(view.module, view.class_name) for view in PLAN_VIEWS}


@pytest.mark.parametrize(
    ("file", "table"),
    [
        ("tui/dialogs/__init__.py", DIALOGS),
        ("tui/tasks.py", TASKS),
        ("tui/views/plan/later.py", LATER_IN_PLAN),
    ],
)
def test_mypy_is_told_what_the_table_says(file: str, table: dict[str, str]) -> None:
    told = {
        alias.name: node.module
        for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.asname
    }
    assert told == table


def test_what_is_in_no_table_is_not_there() -> None:
    look_up = loading.loaded_when_asked({"load": "tui.loading"})
    assert look_up("load") is loading.load
    with pytest.raises(AttributeError, match="unheard_of"):
        look_up("unheard_of")
    assert not hasattr(dialogs, "UnheardOf")


@pytest.mark.parametrize(
    "module",
    ["desk.checking", "desk.exporting", "desk.importing", "desk.calendar_file", "desk.spreadsheet"],
)
def test_word_and_the_calendar_are_loaded_for_the_first_file_only(
    module: str, tmp_path: Path
) -> None:
    loaded = loaded_by(f"import {module}", tmp_path)
    assert module in loaded
    assert not {"docx", "lxml", "icalendar", "openpyxl", "plan.checks.all_checks"} & loaded


def test_a_format_is_read_without_what_reads_zip_files(tmp_path: Path) -> None:
    read = "from plan.council import DEFAULT_FORMAT\nfrom plan.council.format import format_named\n"
    loaded = loaded_by(f"{OPENED}{read}assert format_named(DEFAULT_FORMAT).forms", tmp_path)
    assert "plan.council.format" in loaded
    assert not {"zipfile", "importlib.resources"} & loaded


def test_the_window_is_opened_without_openssl(tmp_path: Path) -> None:
    loaded = loaded_by(f"{OPENED}from tui.loading import load\nload()", tmp_path)
    assert {"tui.app", "asyncio", "hashlib"} <= loaded
    assert not {"ssl", "_ssl", "_hashlib"} & loaded


def test_no_plug_in_of_pydantic_is_looked_for_though_one_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYDANTIC_DISABLE_PLUGINS", raising=False)  # set where tui was imported
    package = tmp_path / "somebody"
    (package / "plug_in-1.0.dist-info").mkdir(parents=True)
    (package / "plug_in-1.0.dist-info" / "METADATA").write_text("Name: plug-in\nVersion: 1.0\n")
    named = "[pydantic]\nplug-in = plug_in:seen\n"
    (package / "plug_in-1.0.dist-info" / "entry_points.txt").write_text(named)
    (package / "plug_in.py").write_text(
        "class seen:\n    new_schema_validator = lambda *_, **__: (None, None, None)\n"
    )
    code = f"sys.path.insert(0, {str(package)!r})\n{{start}}import pydantic\n"
    code += "class Seen(pydantic.BaseModel):\n    text: str\nSeen(text='a plan')"
    assert "plug_in" in loaded_by(code.format(start=""), tmp_path)
    assert "plug_in" not in loaded_by(code.format(start="import tui.__main__\n"), tmp_path)


def test_whoever_asks_for_tls_or_a_checksum_gets_it_all_the_same(tmp_path: Path) -> None:
    told = "import ssl, hashlib, hmac\nssl.create_default_context()\n"
    checked = "assert hashlib.sha256(b'plan').hexdigest().startswith('64879f7d')\n"
    code = f"{OPENED}{told}{checked}hmac.new(b'a', b'b', 'sha256').digest()"
    assert "ssl" in loaded_by(code, tmp_path)
