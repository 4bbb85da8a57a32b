"""Who must see the report: a table of its own, in the report only where the format has a place."""

from pathlib import Path

import pytest

from importers.paper import read_with_account
from plan.changes.change import applied
from plan.changes.edits.follow_up import add_consultation, set_consultation
from plan.council.report_format import ConsultedFormat
from plan.model.documents import CONSULTED_COLUMNS
from plan.model.plan import Plan
from plan.papers.blocks import Table
from plan.papers.consulted import consulted_of
from plan.papers.documents import papers
from plan.papers.report import report_of
from tests.importers.styled_papers import our_word
from tests.plan.checks.sound import FORMAT, OUTLINE
from tests.plan.checks.test_follow_up import CONSULTING, WHOM
from tests.plan.strategies import plan_from

PLAN = plan_from(OUTLINE)
PLACED = CONSULTING.model_copy(
    update={
        "report": CONSULTING.report.model_copy(
            update={
                "sections": tuple(
                    one.model_copy(update={"consulted": one.id == "consultations"})
                    for one in CONSULTING.report.sections
                )
            }
        )
    }
)


def some_known() -> Plan:
    finance, _ = consulted_of(PLAN, CONSULTING.report)
    plan = applied(PLAN, set_consultation(PLAN, finance.row, "seen_on", "1 September 2016"))
    return applied(plan, add_consultation(plan, "The IJB"))


def tables(blocks: object) -> list[Table]:
    return [one for one in blocks if isinstance(one, Table)]  # type: ignore[attr-defined]


def test_those_of_the_format_come_first_and_then_whom_the_officer_added() -> None:
    listed = consulted_of(some_known(), CONSULTING.report)
    assert [(one.row.name, one.by_when, one.has_seen) for one in listed] == [
        ("Finance", "12 September 2016", True),
        ("Legal", "", False),
        ("The IJB", "", False),
    ]


def test_what_is_known_of_somebody_stays_where_the_format_names_them_no_more() -> None:
    only_legal = CONSULTING.report.model_copy(update={"consulted": WHOM[1:]})
    assert [one.row.name for one in consulted_of(some_known(), only_legal)] == [
        *("Legal", "Finance", "The IJB")
    ]


def test_the_table_is_a_paper_of_its_own_and_in_the_report_only_where_the_format_says() -> None:
    plan = some_known()
    (paper,) = papers(plan, CONSULTING, lambda _: None, "consulted")  # type: ignore[arg-type,return-value]
    (table,) = tables(paper.document.sections[0].blocks)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        [*CONSULTED_COLUMNS],
        ["Finance", "12 September 2016", "1 September 2016", "–"],
        ["Legal", "not said", "not yet", "–"],
        ["The IJB", "not said", "not yet", "–"],
    ]
    assert tables(report_of(plan, CONSULTING).sections[0].blocks) == []
    assert tables(report_of(plan, PLACED).sections[0].blocks) == [table]
    assert tables(report_of(plan, FORMAT).sections[0].blocks) == []


def test_a_report_with_the_table_is_read_without_it_and_says_so(tmp_path: Path) -> None:
    plan = some_known()
    path = our_word(tmp_path, report_of(plan, PLACED))
    reading = read_with_account(path, PLACED, [])
    kinds = [one.kind for one in reading.outline.report.passages]
    assert "table" not in kinds
    assert reading.account.left_out["drawn_up_anew"] > 0
    assert any("say again who has" in one.text for one in reading.remarks)
    elsewhere = read_with_account(path, FORMAT, [])
    assert "table" in [one.kind for one in elsewhere.outline.report.passages]


def test_two_of_one_id_are_refused() -> None:
    twice = (WHOM[0], ConsultedFormat(id="finance", name="Finance again"))
    values = {**FORMAT.report.model_dump(), "consulted": [one.model_dump() for one in twice]}
    with pytest.raises(ValueError, match="two of consulted have the same id"):
        type(FORMAT.report).model_validate(values)
