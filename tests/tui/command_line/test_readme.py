"""The README's list of commands, held against the program: what there is, and nothing else."""

import re
import shlex
from typing import Any

import pytest
from typer.main import get_command

from tests.repository import ROOT
from tui.command_line.commands import COMMANDS
from tui.command_line.program import _app

FENCED = re.compile(r"^```\n(plandesk import .*?)^```$", re.DOTALL | re.MULTILINE)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
GAP = re.compile(r" {2,}")


def listed() -> dict[str, list[str]]:
    """Return the lines of the README's list by their command, what follows its name first."""
    (block,) = FENCED.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    lines: dict[str, list[str]] = {}
    name = ""
    for line in block.splitlines():
        if line.startswith("plandesk "):
            _, name, *rest = line.split(" ", 2)
            lines.setdefault(name, []).append(" ".join(rest))
        else:
            lines[name].append(line)
    return lines


def usages(name: str) -> list[str]:
    """Return how the README writes a command, without the words on what it does."""
    return [GAP.split(line)[0] for line in listed()[name] if not line.startswith(" ")]


def command(name: str) -> Any:
    program: Any = get_command(_app(name, is_first=True))
    return program.commands[name]


def options(name: str) -> set[str]:
    params = [one for one in command(name).params if one.param_type_name == "option"]
    return {opt for one in params for opt in (*one.opts, *one.secondary_opts)} - {"--help"}


def test_every_command_is_listed_and_no_other() -> None:
    assert set(listed()) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_options_that_are_listed_are_those_that_there_are(name: str) -> None:
    assert set(OPTION.findall("\n".join(listed()[name]))) == options(name)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_usage_is_taken_by_the_program(name: str) -> None:
    for usage in usages(name):
        words = shlex.split(re.sub(r"[\[\]]", "", usage))
        context = command(name).make_context(name, ["1" if one == "N" else one for one in words])
        assert not context.args
