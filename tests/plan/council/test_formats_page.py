"""The page on adding a format names every key that a format may have, and shows none that fail."""

import re

import pytest

from plan.council import form, form_rules, framework, own_field, report_format
from plan.council import format as council_format
from plan.council.form_rules import CONDITIONS
from plan.council.format_part import FormatPart
from plan.council.own_field import OWN_KINDS
from tests.repository import ROOT

PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")

PARTS = [
    kind
    for module in (council_format, own_field, report_format, form, form_rules, framework)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, FormatPart) and kind is not FormatPart
]
KEYS = sorted(
    {
        f"{kind.__name__}.{field.alias or name}"
        for kind in PARTS
        for name, field in kind.model_fields.items()
    }
)


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_explained(key: str) -> None:
    name = key.partition(".")[2]
    assert re.search(rf"`\[*(?:\w+\.)*{name}\]*`", PAGE)


@pytest.mark.parametrize("word", sorted(CONDITIONS))
def test_every_condition_is_explained(word: str) -> None:
    assert f'["{word}", ' in PAGE


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_every_kind_of_own_field_is_explained(kind: str) -> None:
    section = PAGE.partition("### Fields of a council's own")[2].partition("### ")[0]
    assert f"| `{kind}`" in section


def test_what_it_quotes_of_dundee_stands_in_dundees_files() -> None:
    folder = ROOT / "plan" / "council" / "formats"
    files = [folder / "dundee-2016.toml", folder / "forms" / "dundee-eqia-2016.toml"]
    written = "\n".join(file.read_text(encoding="utf-8") for file in files)
    last_cells = [line.split(" | ")[-1] for line in PAGE.split("\n") if line.startswith("| `")]
    quoted = [value for cell in last_cells for value in re.findall(r"`([\"'\[][^`]*)`", cell)]
    assert len(quoted) > 40
    assert [value for value in quoted if value.partition(" …")[0] not in written] == []
