"""The house as it was drawn: who imports whom, what things are called."""

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from functools import cache, lru_cache
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.repository import PACKAGES, ROOT, our_modules

DONE_WITHOUT = frozenset({"hunspell", "psycopg"})
"""Extras bring them; `test_without_a_dictionary_…` and `test_without_the_extra_…` go without."""

LONGEST_MODULE = 500
"""Lines; a longer module is two rooms in one. No idea is cut to meet a lower number."""

MOST_HIDDEN_IMPORTS = 26
"""Imports inside functions in what is shipped, beside the tables of what is loaded later."""

NAMES_THAT_SAY_NOTHING = frozenset(
    {"util", "utils", "helper", "helpers", "manager", "managers", "misc", "common", "data"}
)


def run_python(code: str, *arguments: str, home: Path) -> str:
    """Run `code` in a process of its own, in a home folder of its own; return what it prints."""
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **own_folders(home)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def own_folders(home: Path) -> dict[str, str]:
    """Return the environment in which settings and plans of this user are out of reach."""
    names = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
    xdg = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    return {name: str(home) for name in (*names, *xdg)}


def test_imports_go_down_the_house_only(tmp_path: Path) -> None:
    code = (
        "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    )
    assert re.search(r"Contracts: \d+ kept, 0 broken", run_python(code, home=tmp_path))


def test_plan_reaches_for_no_screen_no_store_and_no_word_file(tmp_path: Path) -> None:
    modules = [
        ".".join(file.with_suffix("").parts)
        for file in our_modules()
        if file.parts[0] == "plan" and file.name != "__init__.py"
    ]
    code = f"import sys, json, {', '.join(modules)}; print(json.dumps(list(sys.modules)))"
    loaded = top_levels(run_python(code, home=tmp_path))
    assert {"plan", "pydantic"} <= loaded
    assert not loaded & {"textual", "rich", "typer", "tinydb", "docx", "lxml", "markdown_it"}
    assert not loaded & (set(PACKAGES) - {"plan"})


@lru_cache(maxsize=1)
def nodes_of(module: Path) -> tuple[ast.AST, ...]:
    """Return all that a module consists of; it is asked for one module after the other."""
    return tuple(ast.walk(ast.parse((ROOT / module).read_text(encoding="utf-8"))))


def imported_by(module: Path) -> set[str]:
    """Return the top-level names that a module imports anywhere in it, at its head or later."""
    found: set[str] = set()
    for node in nodes_of(module):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module.partition(".")[0])
    return found


@cache
def names_of_modules() -> frozenset[str]:
    return frozenset(".".join(file.with_suffix("").parts) for file in our_modules())


def modules_named_by(name: str, module: Path) -> set[str]:
    """Return the modules of ours that a module imports anywhere in it, for its types as well."""
    found: set[str] = set()
    for node in nodes_of(module):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found & names_of_modules() - {name}


@pytest.mark.slow
def test_no_modules_know_each_other_round_in_a_circle() -> None:
    files = {".".join(file.with_suffix("").parts): file for file in our_modules()}
    known = {name: modules_named_by(name, file) for name, file in files.items()}
    TopologicalSorter(known).prepare()


@pytest.mark.slow
def test_what_is_shipped_imports_nothing_that_an_installation_would_lack() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {Requirement(item).name for item in project["dependencies"]}
    brought = {
        module
        for module, distributions in packages_distributions().items()
        if declared & set(distributions)
    }
    known = brought | set(PACKAGES) | sys.stdlib_module_names | {"pydantic_core"} | DONE_WITHOUT
    shipped = [module for module in our_modules() if module.parts[0] in PACKAGES]
    undeclared = {module: imported_by(module) - known for module in shipped}
    assert {module: names for module, names in undeclared.items() if names} == {}


def top_levels(printed: str) -> set[str]:
    names: list[str] = json.loads(printed.splitlines()[-1])
    return {name.partition(".")[0] for name in names}


MAKE_PLAN = """
import sys
from pathlib import Path
from plan.council import DEFAULT_FORMAT
from plan.model.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline, built_plan
from desk.new_plan import make_plan_file

note = NoteOutline("26 September 2016", "On track", "Begun.")
action = ActionOutline("Publish a guide.", "Page 9", leads=("Team",), progress=(note,))
outline = PlanOutline("Plan", aims=(AimOutline("Aim", (action,)),))
make_plan_file(Path(sys.argv[1]), built_plan(outline, DEFAULT_FORMAT), "New")
"""

OPEN_APP = """
import asyncio, json, sys
from pathlib import Path
import tui.__main__
from tui.app import Plandesk

async def open_and_look():
    app = Plandesk(Path(sys.argv[1]))
    async with app.run_test() as pilot:
        while app.session is None or not app.query("PlanView"):
            await pilot.pause()
        assert app.session.plan.actions[0].text == "Publish a guide."
        return list(sys.modules)

print(json.dumps(asyncio.run(open_and_look())))
"""

LIST_PLANS = """
import json, sys
from tui.__main__ import main
assert main(["list"]) == 0
print(json.dumps(list(sys.modules)))
"""


def test_opening_a_plan_loads_only_what_showing_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "plans" / "Plain.plan.json"
    run_python(MAKE_PLAN, str(path), home=tmp_path)
    loaded = top_levels(run_python(OPEN_APP, str(path), home=tmp_path))
    assert {"textual", "pydantic", "plan", "store", "tui"} <= loaded
    assert not loaded & {"docx", "lxml", "typer", "click", "markdown_it"}
    assert not loaded & {"importers", "exporters", "sample_data"}
    assert not loaded & {"pytest", "hypothesis", "importlinter", "mypy", "pyte"}


def test_the_command_line_does_without_the_window(tmp_path: Path) -> None:
    loaded = top_levels(run_python(LIST_PLANS, home=tmp_path))
    assert {"typer", "tui", "store"} <= loaded
    assert not loaded & {"textual", "rich", "docx", "lxml", "markdown_it"}


def test_imports_inside_functions_are_few_and_each_has_its_reason_above_it() -> None:
    above: list[str] = []
    for module in our_modules():
        if module.parts[0] in PACKAGES:
            lines = (ROOT / module).read_text(encoding="utf-8").splitlines()
            places = [place for place, line in enumerate(lines) if "noqa: PLC0415" in line]
            above += [lines[place - 1].strip() for place in places]
    assert [line for line in above if not line.startswith("# ")] == []
    assert 0 < len(above) <= MOST_HIDDEN_IMPORTS


def test_no_module_has_a_name_that_says_nothing() -> None:
    vague = [
        module
        for module in our_modules()
        if NAMES_THAT_SAY_NOTHING & set(module.with_suffix("").parts)
    ]
    assert vague == []


_NAMES_A_MODULE = re.compile(r"[a-z_]+(?:\.[a-z_]+)+(?::\w+)?")
"""What a table says of a module that is loaded later: its name, and a function in it or none."""


def modules_in_tables_of(module: Path) -> set[str]:
    """Return the names of modules that stand as texts of their own in a module."""
    texts = (node.value for node in nodes_of(module) if isinstance(node, ast.Constant))
    named = (one for one in texts if isinstance(one, str) and _NAMES_A_MODULE.fullmatch(one))
    return {one.partition(":")[0] for one in named}


def test_every_module_is_imported_or_named_in_a_table() -> None:
    shipped = {
        ".".join(file.with_suffix("").parts): file
        for file in our_modules()
        if file.parts[0] in PACKAGES
    }
    reached: set[str] = set()
    for name, file in shipped.items():
        reached |= modules_named_by(name, file) | (modules_in_tables_of(file) - {name})
    alone = {name for name in shipped if not name.endswith(("__init__", "__main__"))} - reached
    assert alone == set(), "a module that nothing loads: is its row in the table missing?"


def test_no_module_is_two_rooms_in_one() -> None:
    lengths = {
        module: len((ROOT / module).read_text(encoding="utf-8").splitlines())
        for module in our_modules()
    }
    assert {module: lines for module, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_every_package_is_a_package_and_has_modules() -> None:
    modules = our_modules()
    for package in PACKAGES:
        assert Path(package, "__init__.py") in modules
        assert sum(module.parts[0] == package for module in modules) > 1
