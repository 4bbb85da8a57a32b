"""A council's key of words stands above its aims, and is read again as the labels that it is."""

from pathlib import Path

import pytest

from exporters.word.document import word_file_of
from importers.paper import read_with_account
from plan.council.format import Format, FormatError, format_named, parsed_format
from plan.model.outline import ActionOutline, AimOutline, PlanOutline, built_plan
from plan.papers.appendix import appendix_of
from plan.papers.blocks import Table
from tests.repository import ROOT

PLAIN = (ROOT / "plan/council/formats/plain-council.toml").read_text(encoding="utf-8")
KEY = """
[plan.key]
field = "rag"
headings = ["RAG", "What it means"]

[[plan.fields]]
id = "rag"
kind = "choice"
label = "RAG"
choices = [
    { word = "Green", colour = "green", meaning = "On course" },
    { word = "Blue", colour = "blue", meaning = "Done", done = true },
]

[[plan.columns]]
field = "rag"
heading = "RAG"
width = 20

[report]
"""


def with_key(key: str = KEY) -> Format:
    source = PLAIN.replace('id = "plain-council"', 'id = "keyed"').replace("\n[report]\n", key, 1)
    return parsed_format(source, "keyed.toml")


def test_it_is_printed_above_the_first_aim_and_read_as_labels(tmp_path: Path) -> None:
    council = with_key()
    action = ActionOutline("Mend the pier.", own=(("rag", "Green"),), timescale="May 2027")
    outline = PlanOutline("Piers", aims=(AimOutline("Piers are safe.", (action,)),))
    document = appendix_of(built_plan(outline, council.id), council)
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["RAG", "What it means"],
        ["Green", "On course"],
        ["Blue", "Done"],
    ]
    path = tmp_path / "plan.docx"
    path.write_bytes(word_file_of(document))
    reading = read_with_account(path, council, ())
    assert reading.account.shown == 0
    assert reading.outline.aims == outline.aims


def test_a_format_without_a_key_prints_none() -> None:
    council = format_named("plain-council")
    plan = built_plan(PlanOutline("Piers"), council.id)
    assert not [block for block in appendix_of(plan, council).blocks if isinstance(block, Table)]


def test_a_key_of_a_field_without_choices_is_refused_with_its_place() -> None:
    with pytest.raises(FormatError, match=r"plan\.key\.field: it is a field with choices.*: rag\."):
        with_key(KEY.replace('field = "rag"\nheadings', 'field = "nix"\nheadings'))
