"""What a plan says of itself and of its aims by labels is drafted; what has no label is kept."""

from pathlib import Path
from typing import Any

import docx
import pytest

from importers.learning.draft import Known, drafted, source_paper
from importers.learning.toml_text import toml_text
from importers.paper import read_with_account
from plan.council.format import format_named, parsed_format
from plan.model.outline import built_plan
from plan.papers.appendix import appendix_of
from plan.papers.blocks import Table, paragraphs_of

HEADER = ("Ref", "Action", "Lead", "Timescale", "Progress")


def table(paper: Any, *rows: tuple[str, ...]) -> None:
    made = paper.add_table(rows=0, cols=len(rows[0]))
    for number, row in enumerate(rows):
        for cell, text in zip(made.add_row().cells, row, strict=True):
            is_label = (number == 0 and len(row) > 2) or (
                row.index(text) % 2 == 0 and len(row) in (2, 4)
            )
            cell.paragraphs[0].add_run(text).bold = is_label


def plan_of(what: str, path: Path, *, are_in_table: bool) -> Path:
    paper = docx.Document()
    paper.add_heading(f"Marchfield {what} Improvement Plan", 0)
    about = (
        ("Owner", f"Head of {what}"),
        ("Next review", "3 May 2027" if what == "Roads" else "6 June 2026"),
    )
    if are_in_table:
        table(paper, *about)
    else:
        paper.add_paragraph("\t".join(f"{label}: {said}" for label, said in about))
    paper.add_heading("Budget", 2)
    table(paper, ("Head", "2026/27", "2027/28"), (f"{what} staff", "£12,000", "£13,500"))
    for number in (1, 2):
        paper.add_heading(f"Priority {number}: {what} are better by {number}.", 2)
        paper.add_paragraph(f"Strategic lead: {what} manager {number}")
        ref = f"{number}.1"
        table(paper, HEADER, (ref, f"Count {what}.", f"{what} officer", "June 2027", "Begun."))
    paper.add_heading("Notes", 2)
    paper.add_paragraph(f"The {what} are counted again in spring by all of the teams.")
    paper.add_paragraph(f"Plan contact:\t{what} desk")
    paper.save(str(path))
    return path


@pytest.mark.parametrize("are_in_table", [True, False])
def test_a_second_plan_comes_in_and_goes_out(are_in_table: bool, tmp_path: Path) -> None:
    first = plan_of("Parks", tmp_path / "1.docx", are_in_table=are_in_table)
    second = plan_of("Roads", tmp_path / "2.docx", are_in_table=are_in_table)
    made = toml_text(
        drafted(
            source_paper(first, format_named("plain-council")), "Own", "own", {}, Known()
        ).format
    )
    assert "Parks" not in made
    council = parsed_format(made, "own.toml")
    reading = read_with_account(second, council, ())
    outline = reading.outline
    assert [one.text for one in reading.account.not_taken] == []
    assert dict(outline.own) == {
        "owner": "Head of Roads",
        "next-review": "3 May 2027",
        "plan-contact": "Roads desk",
    }
    assert [dict(aim.own) for aim in outline.aims] == [
        {"strategic-lead": f"Roads manager {number}"} for number in (1, 2)
    ]
    assert outline.introduction.endswith("| Roads staff | £12,000 | £13,500 |")
    assert outline.closing.startswith("Notes\n\nThe Roads are counted again")
    blocks = appendix_of(built_plan(outline, "own"), council).blocks
    lines = [one.text for one in paragraphs_of(blocks)]
    assert lines[-1] == "Plan contact: Roads desk"
    assert lines[lines.index("Notes") - 1] == "Begun."
    tables = [len(one.rows) for one in blocks if isinstance(one, Table)]
    assert tables == ([2, 2, 2, 2] if are_in_table else [2, 2, 2])


def test_the_officer_may_leave_a_label_out(tmp_path: Path) -> None:
    first = plan_of("Parks", tmp_path / "1.docx", are_in_table=False)
    answers = {("answers", "the plan", "Owner"): "left out"}
    made = drafted(
        source_paper(first, format_named("plain-council")), "Own", "own", answers, Known()
    ).format
    assert [one["id"] for one in made["plan"]["cover_fields"]] == ["next-review", "plan-contact"]
