"""A table that ends a report, in whose cells a label and a text stand, or one of the two."""

from pathlib import Path

import pytest

from desk.learning import learning_of
from exporters.word.document import word_file_of
from importers.learning.toml_text import toml_text
from importers.paper import read_paper
from plan.council.format import Format, FormatError, parsed_format
from plan.model.outline import PlanOutline, ReportOutline, built_plan
from plan.papers.blocks import Table
from plan.papers.report import report_of
from tests.importers.learning.test_layouts_never_seen import report_with
from tests.importers.learning.unseen_papers import Rows, write_first, write_second

BY_PERSON = Rows(
    (
        ("Report author", "Approved for submission"),
        ("Name: «Ann Brodie»", "Name: «Iain Rae»"),
        ("Designation: «Pier Master»", "Designation: «Head of Piers»"),
        ("E-mail: «ann.brodie@example.org»", "Date: «10 May 2026»"),
    ),
    headed=True,
)
BY_ROW = Rows(
    (
        ("Author", "«Ann Brodie»", "«Pier Master»"),
        ("Approved by", "«Iain Rae»", "«Head of Piers»"),
        ("Date approved", "«10 May 2026»", ""),
    )
)
ENDS = pytest.mark.parametrize("end", [BY_PERSON, BY_ROW], ids=["by person", "by row"])


def learned(end: Rows, tmp_path: Path) -> Format:
    path = write_first(report_with(end), tmp_path / "first.docx")
    draft = learning_of(path, "unseen").draft
    source = toml_text(draft.format)
    for said in ("Brodie", "Rae", "Pier Master", "example.org", "10 May"):
        assert said not in source
    return parsed_format(source, "unseen.toml")


def read(path: Path, council: Format) -> ReportOutline:
    return read_paper(path, council, ()).outline.report


@ENDS
def test_it_is_learned_with_a_field_to_each_text(end: Rows, tmp_path: Path) -> None:
    council = learned(end, tmp_path)
    assert council.report.end_layout == "cells"
    values = write_second(report_with(end), tmp_path / "second.docx")
    report = read(tmp_path / "second.docx", council)
    said = {report.signatory, report.signatory_post, report.signed_on, *(v for _, v in report.own)}
    wanted = values[-sum(text.count("«") for row in end.rows for text in row) :]
    assert said >= set(wanted)


@ENDS
def test_it_is_printed_as_it_was_and_comes_back_from_word(end: Rows, tmp_path: Path) -> None:
    council = learned(end, tmp_path)
    report = read(tmp_path / "first.docx", council)
    document = report_of(built_plan(PlanOutline(report=report), "test"), council)
    (table,) = [one for one in document.blocks if isinstance(one, Table)]
    printed = [[cell.text for cell in row.cells] for row in table.rows]
    wanted = [[text.replace("«", "").replace("»", "") for text in row] for row in end.rows]
    assert printed == wanted
    path = tmp_path / "again.docx"
    path.write_bytes(word_file_of(document))
    assert read(path, council) == report


def test_cells_of_lines_may_have_no_label(tmp_path: Path) -> None:
    source = toml_text(learning_of(_first(tmp_path), "unseen").draft.format)
    assert 'end_layout = "cells"' in source
    with pytest.raises(FormatError, match="beside"):
        parsed_format(source.replace('end_layout = "cells"', 'end_layout = "table"'), "unseen.toml")


def _first(tmp_path: Path) -> Path:
    return write_first(report_with(BY_ROW), tmp_path / "first.docx")
