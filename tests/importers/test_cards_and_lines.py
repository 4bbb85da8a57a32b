"""A plan that a format prints as cards or as lines goes to Word and comes back the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from exporters.word.document import word_file_of
from importers.paper import read_paper
from plan.council.format import Format, FormatError, parsed_format
from plan.model.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline, built_plan
from plan.papers.appendix import appendix_of
from plan.papers.blocks import Paragraph, Table, paragraphs_of
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.word_files import docx_of, para, row, table
from tests.plan.councils import glenshire_source

OUTLINE = PlanOutline(
    title="Harbours plan",
    introduction=(
        "**About this plan**\n\nIt was made by *everybody* at the quay:\n\n- boats\n- tides\n\n"
        "HM: Harbour Master\nRT: Roads Team\n\nKey: green – done; red – late"
    ),
    aims=(
        AimOutline(
            "Boats come in at low water.",
            (
                ActionOutline(
                    text="Dredge the basin.\n\nBegin at the inner quay.",
                    leads=("Harbour Master", "Roads Team"),
                    timescale="May 2027",
                    progress=(NoteOutline("June 2026", "", "Half is done."),),
                ),
                ActionOutline(text="Light the quay.", leads=("Harbour Master",)),
            ),
        ),
        AimOutline(
            "People know the tides.",
            (ActionOutline(text="Put up a board.", timescale="Each spring", leads=("Clerk",)),),
        ),
    ),
)


def council_with(*lines: str) -> Format:
    more = "\n".join(lines)
    return parsed_format(glenshire_source().replace("[plan]\n", f"[plan]\n{more}\n", 1), "test")


def printed(outline: PlanOutline, council: Format) -> list[str]:
    blocks = appendix_of(built_plan(outline, council.id), council).blocks
    return [one.text for one in paragraphs_of(blocks) if one.text]


@pytest.mark.parametrize(
    "lines",
    [
        ('layout = "cards"',),
        ('layout = "cards"', 'action_heading = "Commitment {number} of {count}"'),
        ('layout = "cards"', 'action_heading = "Action {ref}"'),
        ('layout = "lines"', 'action_heading = "Action {ref}: {text}"'),
        ('layout = "lines"', 'action_heading = "{ref} {text}"'),
    ],
)
def test_a_plan_of_cards_or_lines_comes_back_from_word(
    lines: tuple[str, ...], tmp_path: Path
) -> None:
    council = council_with(*lines)
    document = appendix_of(built_plan(OUTLINE, council.id), council)
    path = tmp_path / "plan.docx"
    path.write_bytes(word_file_of(document))
    read = read_paper(path, council, ()).outline
    assert (read.title, read.aims) == (OUTLINE.title, OUTLINE.aims)
    assert read.introduction == OUTLINE.introduction


@pytest.mark.parametrize(
    ("pattern", "second"),
    [
        ("Workstream {LETTER} – {text}", "Workstream B – People know the tides."),
        ("Priority {Word}: {text}", "Priority Two: People know the tides."),
        ("{roman}) {text}", "ii) People know the tides."),
        ("Theme: {text}", "Theme: People know the tides."),
        ("Requirement {number}\\n{text}", "Requirement 2\nPeople know the tides."),
    ],
)
def test_aims_are_counted_in_any_way_and_come_back_from_word(
    pattern: str, second: str, tmp_path: Path
) -> None:
    source = glenshire_source()
    line = next(one for one in source.splitlines() if one.startswith("aim_heading"))
    council = parsed_format(source.replace(line, f'aim_heading = "{pattern}"'), "test")
    document = appendix_of(built_plan(OUTLINE, council.id), council)
    headings = [
        one.text
        for one in document.blocks
        if isinstance(one, Paragraph) and one.role == "heading-2"
    ]
    assert headings[1] == second
    path = tmp_path / "plan.docx"
    path.write_bytes(word_file_of(document))
    assert read_paper(path, council, ()).outline.aims == OUTLINE.aims


def test_a_card_has_the_labels_of_its_action_and_a_heading_of_its_own() -> None:
    council = council_with('layout = "cards"', 'action_heading = "Commitment {number} of {count}"')
    document = appendix_of(built_plan(OUTLINE, council.id), council)
    cards = [block for block in document.blocks if isinstance(block, Table)]
    assert len(cards) == 3
    labels = [column.heading for column in council.plan.columns]
    for card in cards:
        assert [row.cells[0].text for row in card.rows] == labels
        assert [row.is_header for row in card.rows] == [True, *[False] * (len(labels) - 1)]
    headings = [
        one.text
        for one in document.blocks
        if isinstance(one, Paragraph) and one.role == "heading-3"
    ]
    assert headings == [f"Commitment {number} of 3" for number in (1, 2, 3)]
    assert not document.sections[0].landscape


def test_lines_begin_with_their_labels_and_blank_ones_are_not_printed() -> None:
    council = council_with('layout = "lines"', 'action_heading = "{ref} {text}"')
    said = printed(OUTLINE, council)
    start = said.index("1.2 Light the quay.")
    assert said[start : start + 3] == [
        "1.2 Light the quay.",
        "Who: Harbour Master",
        council.plan.aim_heading.format(number=2, text="People know the tides."),
    ]


def test_what_a_heading_of_actions_may_hold_is_said() -> None:
    with pytest.raises(FormatError, match="action_heading is for layout cards or lines"):
        council_with('action_heading = "Action {ref}"')
    with pytest.raises(FormatError, match=r"must hold .text. where layout is lines"):
        council_with('layout = "lines"')
    with pytest.raises(FormatError, match=r"cannot hold .text. where layout is cards"):
        council_with('layout = "cards"', 'action_heading = "{text}"')


@pytest.mark.parametrize("layout", ["table", "cards"])
def test_the_date_of_all_notes_stands_in_the_heading_and_comes_back(
    layout: str, tmp_path: Path
) -> None:
    source = glenshire_source()
    line = next(one for one in source.splitlines() if one == 'field = "progress"')
    source = source.replace(line, f'{line}\ndated = "So far, to {{as_at}}"')
    source = source.replace("[plan]\n", f'[plan]\nlayout = "{layout}"\n', 1)
    council = parsed_format(source, "test")
    said = printed(OUTLINE, council)
    assert "So far, to June 2026" in said
    assert "June 2026" not in said
    path = tmp_path / "plan.docx"
    path.write_bytes(word_file_of(appendix_of(built_plan(OUTLINE, council.id), council)))
    assert read_paper(path, council, ()).outline.aims == OUTLINE.aims
    later = NoteOutline("July 2026", "", "All is done.")
    second = replace(OUTLINE.aims[1].actions[0], progress=(later,))
    both = replace(OUTLINE, aims=(OUTLINE.aims[0], replace(OUTLINE.aims[1], actions=(second,))))
    assert {"June 2026", "July 2026", "So far"} <= set(printed(both, council))


CARD = (
    row("Improvement 1", "Inspect each road"),
    row("Owner", "Roads Lead"),
    row("Target date", "May 2027"),
)
STEPS = table(
    row("Milestones", "Target"), row("Routes mapped", "January 2027"), row("Second man", "")
)


def test_milestones_right_below_a_card_are_kept_with_its_action(tmp_path: Path) -> None:
    body = para("Our Plan") + para("Aim 1: Safer roads") + table(*CARD) + para("") + STEPS
    reading = read_paper(docx_of(tmp_path, body), FORM, FORMS)
    ((action,),) = (aim.actions for aim in reading.outline.aims)
    assert (action.text, action.leads, action.timescale) == (
        "Inspect each road",
        ("Roads Lead",),
        "May 2027",
    )
    assert action.own == (("Milestones", "Routes mapped: January 2027\nSecond man"),)


def test_a_table_below_other_words_is_no_part_of_the_card(tmp_path: Path) -> None:
    body = para("Our Plan") + para("Aim 1: Safer roads") + table(*CARD) + para("Risks:") + STEPS
    reading = read_paper(docx_of(tmp_path, body), FORM, FORMS)
    assert [one.own for aim in reading.outline.aims for one in aim.actions] == [()]
    assert any("1 table" in one.text for one in reading.remarks)
