"""No text of an officer is read as markup: every way in which Textual would do so is barred."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repository import ROOT

SCREENS = sorted((ROOT / "tui").rglob("*.py"))

TITLES = frozenset({"border_title", "border_subtitle", "tooltip"})
"""Attributes whose strings Textual reads as markup; a `Content` it leaves as it is."""

READS_MARKUP = frozenset({"Static", "Label", "notify"})
"""What reads its text as markup unless it is told not to."""

NOT_OURS = frozenset({"search_commands", "highlight", "SimpleCommand", "Button", "Checkbox"})
"""What always reads its text as markup."""


def is_literal(node: ast.expr) -> bool:
    """Return whether a text is one of ours, without a bracket that could begin a tag."""
    return isinstance(node, ast.Constant) and "[" not in str(node.value)


def is_content(node: ast.expr) -> bool:
    """Return whether a text is given as a `Content`, which is never read again."""
    called = node.func if isinstance(node, ast.Call) else None
    if isinstance(called, ast.Attribute):
        called = called.value
    return isinstance(called, ast.Name) and called.id == "Content"


def name_of(call: ast.Call) -> str:
    """Return the name of what is called, without what it belongs to."""
    called = call.func
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def is_told_not_to(call: ast.Call) -> bool:
    """Return whether `markup=False` stands in a call."""
    return any(
        word.arg == "markup" and isinstance(word.value, ast.Constant) and word.value.value is False
        for word in call.keywords
    )


def faults(source: str) -> Iterator[str]:
    """Yield each place where a text could be read as markup."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign):
            named = {one.attr for one in node.targets if isinstance(one, ast.Attribute)}
            if named & TITLES and not (is_literal(node.value) or is_content(node.value)):
                yield f"line {node.lineno}: a title that may be markup"
        if isinstance(node, ast.Call):
            yield from (f"line {node.lineno}: {fault}" for fault in faults_of(node))


def faults_of(call: ast.Call) -> Iterator[str]:
    """Yield what is wrong with a call."""
    name, first = name_of(call), call.args[0] if call.args else None
    said = first is None or is_literal(first) or is_content(first)
    if name in READS_MARKUP and not said and not is_told_not_to(call):
        yield f"{name} may read its text as markup"
    if name == "Option" and isinstance(first, ast.JoinedStr):
        yield "an option that may be markup"
    if name == "from_markup" and first is not None and not only_ours(first):
        yield "from_markup of what is not known"
    if name == "SystemCommand" and any(isinstance(one, ast.JoinedStr) for one in call.args):
        yield "a command whose help may be markup"
    if name in NOT_OURS:
        yield f"{name} always reads markup"


def only_ours(template: ast.expr) -> bool:
    """Return whether a template of markup holds nothing but names of commands and views.

    What is shown goes into it as a variable (`$title`), which is not read as markup.
    """
    if not isinstance(template, ast.JoinedStr):
        return isinstance(template, ast.Constant)
    put_in = (part.value for part in template.values if isinstance(part, ast.FormattedValue))
    return all(ast.unparse(part) in OUR_PARTS for part in put_in)


OUR_PARTS = frozenset({"click", "words", "view.id", "_style(is_current)"})


@pytest.mark.parametrize("module", SCREENS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_text_can_be_read_as_markup(module: Path) -> None:
    assert list(faults(module.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "self.border_title = title",
        "box.border_subtitle = f'{plan.title}'",
        "yield Static(question)",
        "self.notify(sentence)",
        "Content.from_markup(text)",
        "Content.from_markup(f'[b]{title}[/b]')",
        "app.search_commands(commands)",
        "Option(f'{name}')",
        "SystemCommand(title, f'Key: {key}', do)",
    ],
)
def test_each_way_in_which_it_could_is_seen(source: str) -> None:
    assert list(faults(source)) != []
