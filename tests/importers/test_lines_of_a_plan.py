"""What a council adds to a plan and its aims, and what stands around them, comes back from Word."""

from dataclasses import replace
from pathlib import Path

import pytest

from exporters.word.document import word_file_of
from importers.paper import read_paper, read_with_account
from plan.council.format import Format, FormatError, parsed_format
from plan.model.outline import ActionOutline, AimOutline, PlanOutline, built_plan
from plan.papers.appendix import appendix_of
from plan.papers.blocks import Paragraph, Table, paragraphs_of
from tests.importers.word_files import docx_of, para, row, table
from tests.plan.councils import glenshire_source

ADDED = """
[[plan.cover_fields]]
id = "owner"
kind = "person"
label = "Owner"

[[plan.cover_fields]]
id = "agreed"
kind = "date"
label = "Agreed on"

[[plan.cover_fields]]
id = "contact"
kind = "line"
label = "Plan contact"

[[plan.lines]]
label = "Owner:"
text = "{owner}"

[[plan.lines]]
label = "Agreed on:"
text = "{agreed}"
beside = true

[[plan.end_lines]]
label = "Plan contact:"
text = "{contact}"

[[plan.aim_fields]]
id = "lead"
kind = "person"
label = "Strategic lead"
"""
OUTLINE = PlanOutline(
    title="Harbours plan",
    introduction="About this plan\n\n| Sign | Meaning |\n| --- | --- |\n| G | on course |",
    closing="It is read twice a year.\n\n| Day | What |\n| --- | --- |\n| 1 May 2027 | A look |",
    own=(
        ("owner", "Harbour Master\nClerk"),
        ("agreed", "3 May 2026"),
        ("contact", "The quay office"),
    ),
    aims=(
        AimOutline(
            "Boats come in at low water.",
            (ActionOutline(text="Dredge the basin."), ActionOutline(text="Light the quay.")),
            own=(("lead", "Chief Pilot"),),
        ),
        AimOutline("People know the tides.", (ActionOutline(text="Put up a board."),)),
    ),
)
LINE = 'kind = "line"\nlabel = "A"'
TABLE = ('layout = "table"',)
CARDS = ('layout = "cards"', 'action_heading = "Action {ref}"')
LINES = ('layout = "lines"', 'action_heading = "{ref} {text}"')
AS_TABLES = ('lines_layout = "table"', 'end_layout = "table"')


def council_with(*lines: str, added: str = ADDED) -> Format:
    more = "\n".join(lines)
    return parsed_format(
        glenshire_source().replace("[plan]\n", f"[plan]\n{more}\n", 1) + added, "test"
    )


@pytest.mark.parametrize("lines", [TABLE, CARDS, LINES, (*TABLE, *AS_TABLES)])
def test_it_comes_back_from_word(lines: tuple[str, ...], tmp_path: Path) -> None:
    council = council_with(*lines)
    document = appendix_of(built_plan(OUTLINE, council.id), council)
    path = tmp_path / "plan.docx"
    path.write_bytes(word_file_of(document))
    read = read_with_account(path, council, ())
    assert replace(read.outline, report=OUTLINE.report) == OUTLINE
    assert [one.text for one in read.account.not_taken] == []


def test_each_stands_where_the_format_prints_it() -> None:
    council = council_with()
    blocks = appendix_of(built_plan(OUTLINE, council.id), council).blocks
    lines = [one.text for one in paragraphs_of(blocks) if one.text]
    assert lines[:4] == [
        "Harbours plan",
        "Annex 1",
        "Owner: Harbour Master; Clerk\tAgreed on: 3 May 2026",
        "About this plan",
    ]
    assert lines[lines.index("Strategic lead: Chief Pilot") - 1].endswith("at low water.")
    assert lines[-1] == "Plan contact: The quay office"
    assert [len(one.rows) for one in blocks if isinstance(one, Table)] == [2, 3, 2, 2]


def test_a_blank_line_parts_a_table_of_them_from_the_introduction() -> None:
    council = council_with(*AS_TABLES, added=ADDED.replace("beside = true\n", ""))
    blocks = appendix_of(built_plan(OUTLINE, council.id), council).blocks
    first = next(place for place, one in enumerate(blocks) if isinstance(one, Table))
    below = [one.text for one in blocks[first + 1 : first + 3] if isinstance(one, Paragraph)]
    assert below == ["", "About this plan"]


def test_a_paper_that_was_typed_is_read_by_its_labels(tmp_path: Path) -> None:
    body = (
        para("Harbours plan")
        + table(row("Owner", "Harbour Master"), row("Agreed on", "3 May 2026"))
        + para("Priority 1: Boats come in at low water.")
        + para("Strategic lead: Chief Pilot")
        + table(row("Action", "Who", "Timescale"), row("Dredge the basin.", "Pilot", "June 2027"))
        + para("The next look is in May, when the tides are known to all of us.")
        + para("Plan contact: The quay office")
    )
    read = read_paper(docx_of(tmp_path, body), council_with(), ()).outline
    assert read.own == (
        ("owner", "Harbour Master"),
        ("agreed", "3 May 2026"),
        ("contact", "The quay office"),
    )
    assert [aim.own for aim in read.aims] == [(("lead", "Chief Pilot"),)]
    assert read.aims[0].text == "Boats come in at low water."
    assert read.closing == "The next look is in May, when the tides are known to all of us."


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ('[[plan.lines]]\nlabel = "A"\ntext = "{a}"', "plan.lines.0"),
        ('[[plan.lines]]\nlabel = "A"\ntext = "{title}"\nbeside = true', "lines: beside is 'A'"),
        (
            '[[plan.cover_fields]]\nid = "title"\nkind = "line"\nlabel = "A"',
            "plan.cover_fields.0.id",
        ),
        ('[[plan.aim_fields]]\nid = "text"\nkind = "line"\nlabel = "A"', "plan.aim_fields.0.id"),
    ],
)
def test_a_wrong_key_is_named(added: str, said: str) -> None:
    with pytest.raises(FormatError, match=said.replace(".", r"\.")):
        council_with(added=f"\n{added}\n")
