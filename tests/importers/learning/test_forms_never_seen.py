"""What is drafted of forms in layouts that no case has: every label, and nothing answered."""

from pathlib import Path
from typing import Any

import pytest

from desk.learning import learning_of
from tests.importers.learning.unseen_papers import Layout, Line, Rows, heading, write_first

TITLE = heading("Equality Impact Assessment", 1)


def form_of(layout: Layout, tmp_path: Path) -> dict[str, Any]:
    """Return the one form that is drafted of a paper, which has no other document."""
    draft = learning_of(write_first(layout, tmp_path / "paper.docx"), "unseen").draft
    assert draft.learned == ("form",)
    (form,) = draft.forms.values()
    assert not [said for said in answers_in(layout) if said in str(form)]
    return dict(form)


def answers_in(layout: Layout) -> list[str]:
    """Return what a paper answers: longer answers and everything that names or dates."""
    texts = [block.text for block in layout if isinstance(block, Line)]
    texts += [
        text for block in layout if isinstance(block, Rows) for row in block.rows for text in row
    ]
    return [piece.split("»")[0] for text in texts for piece in text.split("«")[1:]]


def groups_of(form: dict[str, Any]) -> list[dict[str, Any]]:
    return [group for part in form["parts"] for group in part["groups"]]


def questions_of(form: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for group in groups_of(form) for one in group.get("questions", ())]


def asked_in(form: dict[str, Any]) -> list[str]:
    return [one.get("text", "") for one in questions_of(form)]


# Nothing answered is a label


def test_what_begins_with_a_figure_below_a_question_is_its_answer(tmp_path: Path) -> None:
    form = form_of(
        (
            TITLE,
            Line("1. When did the group meet?", bold=True),
            Line("«19 January 2026»"),
            Line("2. How many people came?", bold=True),
            Line("«31 people and 2 dogs came to the hall.»"),
            Line("3. What will it cost?", bold=True),
            Line("«14,200 pounds in the first year.»"),
        ),
        tmp_path,
    )
    assert len(asked_in(form)) == 3


def test_numbers_without_bold_ask_where_they_go_on_by_one(tmp_path: Path) -> None:
    form = form_of(
        (
            TITLE,
            Line("1. Describe the proposal"),
            Line("«12 benches will stand on the shore.»"),
            Line("2. Who will use them"),
            Line("«40. The number of walkers on a Sunday.»"),
            Line("3. What do they say"),
            Line("«More of them.»"),
        ),
        tmp_path,
    )
    assert asked_in(form) == ["Describe the proposal", "Who will use them", "What do they say"]


def test_what_is_said_below_boxes_is_no_word_of_a_box(tmp_path: Path) -> None:
    form = form_of(
        (
            TITLE,
            Line("1. Is a full assessment needed?", bold=True),
            Line("☐ Yes"),
            Line("☒ No"),
            Line("«Few people walk there in winter.»"),
            Line("2. What does it concern?", bold=True),
            Line("Tick all that apply."),
            Line("☒ Policy"),
            Line("☐ Budget"),
            Line("☐ Contract"),
        ),
        tmp_path,
    )
    needed, concerns = questions_of(form)
    assert (needed["kind"], needed["has_text"]) == ("yes-no", True)
    assert [one["label"] for one in concerns["options"]] == ["Policy", "Budget", "Contract"]
    assert concerns["help"] == "Tick all that apply."
    assert "has_text" not in concerns


def test_what_is_written_behind_a_box_is_no_word_of_it(tmp_path: Path) -> None:
    form = form_of(
        (
            TITLE,
            Line("1. Is a full assessment needed?", bold=True),
            Line("☐ Yes ☒ No – «few people walk there»"),
            Line("2. What is it?", bold=True),
            Line("☐ A policy ☒ Other: «a new pier»"),
            Line("3. What follows?", bold=True),
            Line("☐ No major change ☒ A change"),
        ),
        tmp_path,
    )
    assert [[one["label"] for one in asked.get("options", ())] for asked in questions_of(form)] == [
        [],
        ["A policy", "Other:"],
        ["No major change", "A change"],
    ]
    assert [one.get("has_text", False) for one in questions_of(form)] == [True, True, False]


@pytest.mark.parametrize("is_headed", [True, False])
def test_evidence_is_added_by_the_officer(tmp_path: Path, is_headed: bool) -> None:
    evidence = Rows(
        (
            ("Evidence", "Where it is kept", "What it shows"),
            ("«Counts at the gate»", "«Parks office»", "«Fewer come in the rain.»"),
            ("«Letters of readers»", "«Press office»", "«Most want a roof.»"),
        ),
        headed=is_headed,
    )
    form = form_of((TITLE, heading("Part 1: What is known"), evidence), tmp_path)
    (group,) = groups_of(form)
    assert group["kind"] == "rows"
    assert [one["label"] for one in group["columns"]] == list(evidence.rows[0])


def test_groups_that_the_form_names_are_its_rows(tmp_path: Path) -> None:
    form = form_of(
        (
            TITLE,
            heading("Part 1: Who is affected"),
            Rows(
                (
                    ("Group", "Good effects", "Bad effects"),
                    ("Age", "«Seats for all.»", "«Fewer parking places.»"),
                    ("Disability", "«Level ways.»", "None"),
                    ("Night workers", "None", "None"),
                    ("Race", "None", "«Signs in English.»"),
                ),
                headed=True,
            ),
        ),
        tmp_path,
    )
    (group,) = groups_of(form)
    assert group["kind"] == "grid"
    assert [one["label"] for one in group["rows"]] == ["Age", "Disability", "Night workers", "Race"]


def test_groups_that_the_officer_names_are_not(tmp_path: Path) -> None:
    form = form_of(
        (
            TITLE,
            heading("Part 1: Who is affected"),
            Rows(
                (
                    ("Group", "Good effects", "Bad effects"),
                    ("«Walkers of dogs»", "«A new field.»", "«Fewer bins.»"),
                    ("«Boat owners»", "«Longer pier.»", "«Higher dues.»"),
                    ("«Young swimmers»", "«A raft.»", "«Cold huts.»"),
                ),
                headed=True,
            ),
        ),
        tmp_path,
    )
    (group,) = groups_of(form)
    assert group["kind"] == "rows"


def test_rows_with_two_labels_each_are_questions(tmp_path: Path) -> None:
    form = form_of(
        (
            TITLE,
            heading("Step 1. The basics"),
            Rows(
                (
                    ("Proposal", "«A roof over the market»", "Reference", "«PK-0071»"),
                    ("Service", "«Parks and Markets»", "Finished on", "«3 February 2026»"),
                    ("In a few words", *("«Stalls stay dry from October on.»",) * 3),
                )
            ),
        ),
        tmp_path,
    )
    assert asked_in(form) == ["Proposal", "Reference", "Service", "Finished on", "In a few words"]


def test_a_first_row_that_reads_as_an_answer_is_no_header(tmp_path: Path) -> None:
    form = form_of(
        (
            TITLE,
            heading("Part 1: The proposal"),
            Line("1. Is it new?", bold=True),
            Line("«It is, and it comes in May.»"),
            heading("Part 2: Steps"),
            Rows(
                (
                    ("«Ask the bowlers.»", "«Head Gardener»", "«May 2026»"),
                    ("«Buy seeds.»", "«Clerk»", "«June 2026»"),
                )
            ),
        ),
        tmp_path,
    )
    assert asked_in(form) == ["Is it new?"]


def test_numbers_may_have_a_column_of_their_own(tmp_path: Path) -> None:
    form = form_of(
        (
            TITLE,
            heading("Part 1: The proposal"),
            Rows(
                (
                    ("1", "Name of the policy", "«Winter charges»"),
                    ("2", "What is it for?", "«Fewer cars on the shore.»"),
                    ("3", "Who was asked?", "«Shop keepers.»"),
                )
            ),
        ),
        tmp_path,
    )
    assert [(one["number"], one["text"]) for one in questions_of(form)] == [
        ("1", "Name of the policy"),
        ("2", "What is it for?"),
        ("3", "Who was asked?"),
    ]


def test_an_answer_in_the_cell_of_its_label_is_no_help(tmp_path: Path) -> None:
    form = form_of(
        (
            TITLE,
            heading("Part 1: The proposal"),
            Rows(
                (
                    ("Lead officer\n«Ann Brodie»", ""),
                    ("Aim of the policy\n«Fewer cars on the shore»", ""),
                    ("Who is affected?", "«Everybody who walks there.»"),
                )
            ),
        ),
        tmp_path,
    )
    assert asked_in(form) == ["Lead officer", "Aim of the policy", "Who is affected?"]
    assert not any(one.get("help") for one in questions_of(form))


def test_a_sentence_with_a_colon_across_a_table_is_no_label(tmp_path: Path) -> None:
    said = "«We asked two groups of the people who walk there: bowlers and swimmers.»"
    rows = Rows((("Who was asked?", "«Two groups.»"), (said, said), ("What for?", "«Lamps.»")))
    form = form_of((TITLE, heading("Part 1: The proposal"), rows), tmp_path)
    assert asked_in(form) == ["Who was asked?", "What for?"]
    assert "We asked" not in str(form)


# What a form is, and where it begins


@pytest.mark.parametrize(
    "title", [Line("Equality Impact Assessment", "Title"), Line("EQUALITY IMPACT ASSESSMENT")]
)
def test_a_form_with_a_table_like_a_plans_is_a_form(tmp_path: Path, title: Line) -> None:
    form = form_of(
        (
            Line("Council of the Outer Isles", bold=True),
            title,
            Line("Use this form for any new policy. Send it to the clerk."),
            heading("Section A: The proposal", 1),
            Rows(
                (("Name of the proposal", "«Roof over the market»"), ("Is it", "☐ new ☒ a change"))
            ),
            heading("Section B: Putting it right", 1),
            Rows(
                (
                    ("Negative impact", "What will be done", "Who", "By when"),
                    ("«Less light»", "«Hang up lamps.»", "«Head of Parks»", "«May 2026»"),
                    ("«More noise»", "«Close at nine.»", "«Market Clerk»", "«June 2026»"),
                ),
                headed=True,
            ),
            heading("Section C: Declaration", 1),
            Line("I confirm that due regard was given to all who use the market."),
            Rows((("Head of Service", "«Ann Brodie»"), ("Date signed", "«4 May 2026»"))),
            Line("Please send the form to the clerk once it is signed."),
        ),
        tmp_path,
    )
    assert form["title"].casefold() == "equality impact assessment"
    assert form["above"] == ["Council of the Outer Isles"]
    assert form["intro"] == ["Use this form for any new policy. Send it to the clerk."]
    assert form["closing"] == ["Please send the form to the clerk once it is signed."]
    assert [part["heading"][:9] for part in form["parts"]] == [
        "Section A",
        "Section B",
        "Section C",
    ]
    assert form["parts"][2]["intro"] == [
        "I confirm that due regard was given to all who use the market."
    ]


def test_guidance_in_italics_below_a_question_is_its_help(tmp_path: Path) -> None:
    form = form_of(
        (
            TITLE,
            Line("1. Who was asked?", bold=True),
            Line("Include dates and numbers.", italic=True),
            Line("«The bowlers, in May.»"),
            Line("2. What did they say?", bold=True),
            Line("«Give us a roof.»", italic=True),
            Line("3. What is not known?", bold=True),
            Line("«Consider the ferry times of last year.»"),
        ),
        tmp_path,
    )
    assert [one.get("help", "") for one in questions_of(form)] == [
        "Include dates and numbers.",
        "",
        "",
    ]


def test_boxes_below_a_line_answer_it_and_labels_stand_on_their_line(tmp_path: Path) -> None:
    form = form_of(
        (
            TITLE,
            heading("Step 6. Outcome"),
            Line("The outcome of this assessment is (tick one):"),
            Line("☐ Go on as planned"),
            Line("☒ Go on with changes"),
            Line("☐ Stop"),
            Line("Reason: «The lamps take away the dark.»"),
            Line("Date of next review: «February 2027»"),
            heading("Sign off"),
            Line("Name: «Ann Brodie»"),
            Line("Post: «Head of Parks»"),
        ),
        tmp_path,
    )
    outcome, *lines = questions_of(form)
    assert (outcome["kind"], outcome["text"][:11]) == ("tick-one", "The outcome")
    assert [one["text"] for one in lines] == ["Reason:", "Date of next review:", "Name:", "Post:"]
    assert [group["layout"] for group in groups_of(form)] == ["below", "line", "line"]


def test_boxes_stand_before_their_words_or_behind_them(tmp_path: Path) -> None:
    before = (
        TITLE,
        Line("1. Is it new?", bold=True),
        Line("☐ Yes"),
        Line("☒ No"),
        Line("2. Is it big?", bold=True),
        Line("☐ Yes  ☒ No"),
    )
    behind = (TITLE, Line("1. Is it new?", bold=True), Line("Yes ☐  No ☒"))
    form = form_of(before, tmp_path)
    assert form["boxes"] == "before"
    assert [one.get("stacked", False) for one in questions_of(form)] == [True, False]
    assert "boxes" not in form_of(behind, tmp_path)
