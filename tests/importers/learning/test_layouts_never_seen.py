"""What is drafted of layouts that no case has: kinds of papers that were refused or lost lines."""

from pathlib import Path
from typing import Any

import pytest

from desk.learning import learning_of
from exporters.word.document import word_file_of
from importers.learning.toml_text import toml_text
from importers.paper import read_paper
from importers.word.reader import read_word
from plan.council.format import form_named, format_named, parsed_format
from plan.model.outline import built_plan
from plan.papers.blocks import paragraphs_of
from plan.papers.report import report_of as report_of_plan
from tests.importers.learning.unseen_papers import Layout, Line, Rows, heading, write_first


def report_of(layout: Layout, tmp_path: Path) -> dict[str, Any]:
    """Return the part [report] that is drafted of a paper in a layout."""
    return dict(drafted(layout, tmp_path)["report"])


def drafted(layout: Layout, tmp_path: Path) -> dict[str, Any]:
    path = write_first(layout, tmp_path / "paper.docx")
    return dict(learning_of(path, "unseen").draft.format)


def tables_in(report: dict[str, Any]) -> list[dict[str, Any]]:
    return [table for section in report["sections"] for table in section.get("tables", ())]


def report_with(*blocks: Line | Rows) -> Layout:
    """Return a report that has some blocks in its last section."""
    return (
        Line("Report to: «Piers Committee»"),
        Line("Date: «4 May 2026»"),
        Line("Subject: «Lamps on the old pier»"),
        heading("1. Purpose"),
        Line("1.1 «This report proposes lamps for the old pier.»"),
        heading("2. Recommendations"),
        Line("The Committee is asked to:"),
        Line("(a) «agree to the lamps»; and"),
        Line("(b) «note what they cost»."),
        heading("3. What was found"),
        Line("3.1 «The pier was dark in each of the last four winters.»"),
        *blocks,
    )


def test_a_table_of_years_has_ids_with_letters(tmp_path: Path) -> None:
    years = Rows(
        (
            ("Measure", "2023", "2024/25"),
            ("Falls", "«12»", "«9»"),
            ("Boats", "«40»", "«44»"),
            ("Lamps", "«3»", "«3»"),
        ),
        headed=True,
    )
    (table,) = tables_in(report_of(report_with(years), tmp_path))
    assert [one["id"] for one in table["columns"]] == ["measure", "column-2023", "column-2024-25"]


def test_a_second_officer_of_the_header_is_the_councils_own_field(tmp_path: Path) -> None:
    """Director and chief officer are one field of ours: a paper that has both keeps both."""
    above = Rows(
        (
            ("DIRECTOR", "«Director of Piers»"),
            ("CHIEF OFFICER", "«Chief Officer – Lamps»"),
            ("DIRECTOR", "«Director of Piers»"),
        )
    )
    header = report_of((above, *report_with()), tmp_path)["header"]
    assert [(one["label"], one["text"]) for one in header[:3]] == [
        ("DIRECTOR", "{by}"),
        ("CHIEF OFFICER", "{chief-officer}"),
        ("Report to:", "{committee}"),
    ]


def test_labels_and_answers_are_no_headings_of_columns(tmp_path: Path) -> None:
    pairs = Rows(
        (
            ("Written by:", "«Ann Brodie, Pier Master»"),
            ("Presented by:", "«Iain Rae, Head of Piers»"),
            ("Sponsored by:", "«Head of Piers»"),
        )
    )
    numbered = Rows(
        (
            ("3.2", "Officer:", "«Head of Piers»"),
            ("3.3", "Level:", "«Substantial»"),
            ("3.4", "Reason:", "«All lamps were counted.»"),
        )
    )
    asked = Rows(
        (
            ("«The lamps have been through an assessment of their effects on all who walk.»", "X"),
            ("«No assessment was needed, as nothing changes for anybody who walks there.»", ""),
        )
    )
    for rows in (pairs, numbered, asked):
        draft = drafted(report_with(rows), tmp_path)
        assert tables_in(draft["report"]) == []
        assert "Piers" not in str(draft["report"])


def plan_of(layout: Layout, tmp_path: Path) -> dict[str, Any]:
    """Return the part [plan] that is drafted of a paper in a layout."""
    return dict(drafted(layout, tmp_path)["plan"])


def card(*rows: tuple[str, ...]) -> tuple[Rows, Line]:
    return Rows(rows), Line("")


def test_a_plan_of_cards_is_drafted_as_cards_with_what_stands_across_them(tmp_path: Path) -> None:
    def action(number: int, text: str, who: str) -> tuple[Rows, Line]:
        return card(
            (f"Promise {number} of 3",) * 2,
            ("What will be done", f"«{text}»"),
            ("Responsible", f"«{who}»"),
            ("Timescale", "«May 2027»"),
            ("Progress", "«It has begun.»"),
        )

    plan = plan_of(
        (
            heading("«Pier plan for 2026»", 1),
            heading("Outcome 1: «The pier is lit.»"),
            *action(1, "Buy lamps for the pier.", "Pier Master"),
            *action(2, "Hang the lamps up.", "Roads Team"),
            heading("Outcome 2: «The pier is safe.»"),
            *action(3, "Mend the rails.", "Roads Team"),
        ),
        tmp_path,
    )
    assert (plan["layout"], plan["action_heading"]) == ("cards", "Promise {number} of {count}")
    assert [column["heading"] for column in plan["columns"]] == [
        *("What will be done", "Responsible", "Timescale", "Progress"),
    ]


def test_a_plan_of_lines_is_drafted_as_lines(tmp_path: Path) -> None:
    plan = plan_of(
        (
            heading("«Pier plan for 2026»", 1),
            heading("Goal 1: «The pier is lit.»"),
            heading("Action 1.1: «Buy lamps for the pier.»", 3),
            Line("Owner: «Pier Master»"),
            Line("Due by: «May 2027»"),
            heading("Action 1.2: «Hang the lamps up.»", 3),
            Line("Owner: «Roads Team»"),
            Line("Due by: «June 2027»"),
            Line("Update: «Half of them hang.»"),
        ),
        tmp_path,
    )
    assert (plan["layout"], plan["action_heading"]) == ("lines", "Action {ref}: {text}")
    assert [column["heading"] for column in plan["columns"]] == ["Owner", "Due by", "Update"]


@pytest.mark.parametrize(
    ("labels", "pattern"),
    [
        ((("Theme A – ",), ("Theme B – ",)), "Theme {LETTER} – {text}"),
        ((("Priority One: ",), ("Priority Two: ",)), "Priority {Word}: {text}"),
        ((("Driver: ",), ("Driver: ",)), "Driver: {text}"),
        ((("Requirement 1", ""), ("Requirement 2", "")), "Requirement {number}\n{text}"),
        ((("Priority 1: ",), ("Goal 2: ",)), "{text}"),
    ],
)
def test_the_label_of_aims_is_drafted_however_it_counts(
    labels: tuple[tuple[str, ...], ...], pattern: str, tmp_path: Path
) -> None:
    texts = ("«The pier is lit at night.»", "«The rails are safe.»")
    rows = Rows(
        (
            ("What we will do", "Who leads", "By when"),
            ("«Buy lamps.»", "«Pier Master»", "«May 2027»"),
            ("«Hang them up.»", "«Roads Team»", "«June 2027»"),
        ),
        headed=True,
    )
    layout: list[Line | Rows] = [heading("«Pier plan for 2026»", 1)]
    for (label, *more), text in zip(labels, texts, strict=True):
        layout += [heading(label), Line(text)] if more else [heading(f"{label}{text}")]
        layout.append(rows)
    assert plan_of(layout, tmp_path)["aim_heading"] == pattern


def test_a_section_that_reads_as_a_forms_title_is_no_form(tmp_path: Path) -> None:
    path = write_first(
        report_with(
            heading("4. Integrated Impact Assessment"),
            Line("4.1 «An assessment was not needed for the lamps.»"),
            heading("5. Background papers"),
            Line("5.1 «The count of falls in the last four winters.»"),
        ),
        tmp_path / "report.docx",
    )
    council = format_named("plain-council")
    outline = read_paper(path, council, tuple(map(form_named, council.forms))).outline
    said = {one.text for one in outline.report.passages}
    assert "An assessment was not needed for the lamps." in said
    assert "The count of falls in the last four winters." in said
    assert outline.assessments == ()


def test_sections_without_a_number_and_counted_lines_are_drafted_so(tmp_path: Path) -> None:
    report = report_of(
        report_with(
            heading("4. Options:"),
            Line("(a) Oil", bold=True),
            Line("«Oil is dear.»"),
            Line("(b) Gas", bold=True),
            Line("«Gas is bright.»"),
            Line("Implications of the Report", bold=True),
            Line("1. Financial – «£400 a year.»"),
            Line("2. Legal – «There is no duty.»"),
            Line("3. Risk – «Somebody may fall.»"),
        ),
        tmp_path,
    )
    options, implications = report["sections"][-2:]
    assert options["heading"] == "Options:"
    assert options["sub_heading"] == "({letter}) {text}"
    assert implications["unnumbered"]
    (table,) = implications["tables"]
    assert table["lead"] == "{number}. {label} –"
    assert [row["label"] for row in table["rows"]] == ["Financial", "Legal", "Risk"]


def test_the_committee_that_is_asked_is_no_wording(tmp_path: Path) -> None:
    layout = [
        Line("The «Piers Committee» is asked to:")
        if "asked to" in getattr(one, "text", "")
        else one
        for one in report_with()
    ]
    (asked,) = [one for one in report_of(layout, tmp_path)["sections"] if "lead_in" in one]
    assert asked["lead_in"] == "The {committee} is asked to:"
    layout[0] = Line("Report to: «PIERS COMMITTEE»")
    (asked,) = [one for one in report_of(layout, tmp_path)["sections"] if "lead_in" in one]
    assert asked["lead_in"] == "The Piers Committee is asked to:"


def test_a_table_of_labels_that_ends_a_report_is_drafted_as_its_end(tmp_path: Path) -> None:
    report = report_of(
        report_with(
            Rows(
                (
                    ("Person to contact", "«Ann Brodie»"),
                    ("Designation", "«Pier Master»"),
                    ("Wards", "«All»"),
                )
            )
        ),
        tmp_path,
    )
    assert report["end_layout"] == "table"
    labels = [line["label"] for line in report["end_lines"]]
    assert labels == ["Person to contact", "Designation", "Wards"]
    assert not tables_in(report)
    assert "Brodie" not in str(report)


def test_a_line_that_names_the_author_ends_a_report(tmp_path: Path) -> None:
    report = report_of(report_with(Line("Author: «Pier Master, Harbours»")), tmp_path)
    assert [line["label"] for line in report["end_lines"]] == ["Author:"]


def test_a_card_whose_status_could_be_a_heading_is_an_action(tmp_path: Path) -> None:
    cards = [
        block
        for status in ("On track", "Delayed")
        for block in card(
            ("Action", f"«Hang lamp {status} on the pier.»", "Lead", "«Pier Master»"),
            ("Timescale", "«May 2027»", "Success measure", "«It is lit.»"),
            ("Progress", "«Half of it hangs.»", "Status", status),
        )
    ]
    layout = (heading("«Pier plan»", 1), *cards)
    council = parsed_format(toml_text(drafted(layout, tmp_path)), "learned")
    outline = read_paper(tmp_path / "paper.docx", council, ()).outline
    assert [action.text for aim in outline.aims for action in aim.actions] == [
        "Hang lamp On track on the pier.",
        "Hang lamp Delayed on the pier.",
    ]


def test_a_date_in_the_heading_of_the_progress_is_that_of_the_notes(tmp_path: Path) -> None:
    rows = Rows(
        (
            ("What we will do", "Who leads", "By when", "Update March 2026"),
            ("«Buy lamps.»", "«Pier Master»", "«May 2027»", "«Two are bought.»"),
            ("«Hang them up.»", "«Roads Team»", "«June 2027»", "«Not begun.»"),
        ),
        headed=True,
    )
    plan = plan_of((heading("«Pier plan for 2026»", 1), rows), tmp_path)
    column = plan["columns"][-1]
    assert (column["heading"], column["dated"]) == ("Update", "Update {as_at}")


def test_labels_in_the_cells_of_a_column_of_its_own_are_found_in_the_second_paper(
    tmp_path: Path,
) -> None:
    rows = [
        (
            f"«{n}.»",
            "«The lamps are old and dim.»",
            "«The board should replace the lamps.»",
            "\n".join(
                (
                    f"«Accepted. Lamp {n} will be replaced.»",
                    "Responsible officer: «Pier Master»",
                    "Agreed date: «May 2027»",
                )
            ),
        )
        for n in (1, 2, 3)
    ]
    heads = ("", "Issue/risk", "Recommendation", "Agreed management action/timing")
    layout = (heading("«Action plan»", 1), Rows((heads, *rows), headed=True))
    council = parsed_format(toml_text(drafted(layout, tmp_path)), "learned")
    outline = read_paper(tmp_path / "paper.docx", council, ()).outline
    actions = [action for aim in outline.aims for action in aim.actions]
    assert [action.leads for action in actions] == [("Pier Master",)] * 3
    assert [action.timescale for action in actions] == ["May 2027"] * 3


def test_recommendations_are_counted_below_the_number_of_their_lead_in(tmp_path: Path) -> None:
    numbers = {"(a)": "2.1.1", "(b)": "2.1.2"}
    layout = [
        Line(f"{numbers[one.text[:3]]}\t{one.text[4:]}")
        if isinstance(one, Line) and one.text[:3] in numbers
        else Line("2.1\tThe Committee is asked to:")
        if isinstance(one, Line) and one.text == "The Committee is asked to:"
        else one
        for one in report_with()
    ]
    report = report_of(layout, tmp_path)
    assert report["recommendation_number"] == "{section}.1.{number}"
    council = parsed_format(toml_text(drafted(layout, tmp_path)), "learned")
    outline = read_paper(tmp_path / "paper.docx", council, ()).outline
    path = tmp_path / "printed.docx"
    path.write_bytes(word_file_of(report_of_plan(built_plan(outline, "learned"), council)))
    assert read_paper(path, council, ()).outline.report == outline.report
    printed = [f"{one.label} {one.text}" for one in paragraphs_of(read_word(path).blocks)]
    assert "2.1.2 note what they cost." in printed
