"""An aim without a table is kept by the refs of the next, and None is nobody's name."""

from pathlib import Path

import pytest

from tests.importers.plan_papers import HEADER, action_row, reading_of
from tests.importers.report import report_papers
from tests.importers.report.report_papers import TWO
from tests.importers.word_files import para, table

COVER = (para("Appendix 1"), para("Winter"), para("Plan"), para("July 2017"))


def aims_of(folder: Path, *blocks: str) -> list[tuple[str, int]]:
    outline = reading_of(folder, *COVER, *blocks).outline
    return [(aim.text, len(aim.actions)) for aim in outline.aims]


def test_an_aim_without_a_table_is_kept_where_the_refs_below_skip_its_number(
    tmp_path: Path,
) -> None:
    hills, paths = para("Hills are safe."), para("Paths are safe.")
    assert aims_of(tmp_path, hills, paths, table(HEADER, action_row("2.1"))) == [
        ("Hills are safe.", 0),
        ("Paths are safe.", 1),
    ]


def test_one_between_two_tables_is_kept_too(tmp_path: Path) -> None:
    blocks = (
        *(para("Hills are safe."), table(HEADER, action_row("1.1"))),
        *(para("Paths are safe."), para("Roads are safe."), table(HEADER, action_row("3.1"))),
    )
    assert aims_of(tmp_path, *blocks) == [
        ("Hills are safe.", 1),
        ("Paths are safe.", 0),
        ("Roads are safe.", 1),
    ]


@pytest.mark.parametrize("ref", ["1.1", "", "1a"])
def test_a_line_above_an_aim_is_none_where_no_number_is_skipped(tmp_path: Path, ref: str) -> None:
    hills, paths = para("Hills are safe."), para("Paths are safe.")
    found = aims_of(tmp_path, hills, paths, table(HEADER, action_row(ref)))
    assert found == [("Paths are safe.", 1)]


def test_the_title_and_the_date_of_a_cover_are_no_aims(tmp_path: Path) -> None:
    found = aims_of(tmp_path, para("Paths are safe."), table(HEADER, action_row("3.1")))
    assert found == [("Paths are safe.", 1)]


def test_none_below_background_papers_is_not_the_name_of_who_signs(tmp_path: Path) -> None:
    lines = ("7.0\tBACKGROUND PAPERS", "None", "", "Head of Roads", "July 2017")
    report = report_papers.report_of(tmp_path, *TWO[:2], *lines)
    assert "Head of Roads" in (report.signatory, report.signatory_post)
    assert report.signed_on == "July 2017"
    assert ("text", "None") in report_papers.sections(report)["background"]
