"""The table of the commands: each row names what there is, and only the one given is loaded."""

import inspect
from pathlib import Path

import pytest

from tests.tui.test_loading import loaded_by
from tui.command_line.commands import COMMANDS, command_function


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_where_the_table_says_with_the_line_that_help_prints(name: str) -> None:
    said = inspect.getdoc(command_function(name)) or ""
    assert said.partition("\n\n")[0] == COMMANDS[name].help


MAKES_WORD_FILES = ("changes", "pack-leads", "replies", "template")
"""The commands that are about Word files, whatever they are given."""


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_loaded_without_the_window_and_the_other_commands(
    name: str, tmp_path: Path
) -> None:
    module = COMMANDS[name].module
    asked = f"from tui.command_line.commands import command_function\ncommand_function({name!r})"
    loaded = loaded_by(f"import tui.command_line.program\n{asked}", tmp_path)
    assert {module, "typer"} <= loaded
    if name not in MAKES_WORD_FILES:
        assert not {"docx", "lxml"} & loaded
    assert not {"textual", "icalendar", "tinydb"} & loaded
