"""CONTRIBUTING.md stays short, and what it names is there: each file, each folder, each test."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.repository import ROOT, our_modules

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
LONGEST = 150
QUOTED = re.findall(r"`([^`\n]+)`", GUIDE)
WORDS = {word for quoted in QUOTED for word in quoted.split()}
PATHS = sorted(
    word for word in WORDS if "/" in word or re.search(r"\.(py|toml|md|tcss|lock)$", word)
)
TESTS = sorted(word for word in WORDS if re.fullmatch(r"test_\w+", word))
TABLES = sorted(word for word in WORDS if re.fullmatch(r"(?!PLANDESK)[A-Z]+(_[A-Z]+)*", word))
CHANGES = (
    "A field",
    "A rule",
    "A command of the command line",
    "A command of the window",
    "A column word",
    "A kind of question",
    "A document",
    "A view",
    "A council's format",
    "A dialog",
    "A new version of the plan file",
)


def names_in(code: str) -> set[str]:
    """Return the functions that a module defines, and the names that it gives a value."""
    found: set[str] = set()
    for node in ast.parse(code).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign):
            targets = [node.target]
        found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return found


@cache
def named() -> dict[Path, set[str]]:
    """Return those of each module; not while tests are collected, which every worker does."""
    return {
        module: names_in((ROOT / module).read_text(encoding="utf-8")) for module in our_modules()
    }


def test_it_is_read_in_one_sitting() -> None:
    assert len(GUIDE.splitlines()) <= LONGEST


@pytest.mark.parametrize("change", CHANGES)
def test_each_usual_change_has_its_heading_and_what_tells_of_something_forgotten(
    change: str,
) -> None:
    (said,) = re.findall(rf"^## {change}\n(.*?)(?=^## )", GUIDE, re.DOTALL | re.MULTILINE)
    assert "\nForgotten: " in said


@pytest.mark.parametrize("path", PATHS)
def test_every_file_and_folder_that_it_names_is_there(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("name", TESTS)
def test_every_test_that_it_names_is_there(name: str) -> None:
    assert any(name in names for file, names in named().items() if file.parts[0] == "tests")


@pytest.mark.parametrize("name", TABLES)
def test_every_table_that_it_names_is_there(name: str) -> None:
    assert any(name in names for names in named().values())


def test_the_readme_leads_to_it() -> None:
    assert "(CONTRIBUTING.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
