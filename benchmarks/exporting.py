"""What the Word file costs, against the same table by python-docx's `add_row().cells`."""

import gc
from io import BytesIO

from benchmarks.ratios import Ratio, timed, turn_about
from plan.council import DEFAULT_FORMAT
from plan.council.format import format_named
from plan.model.outline import built_plan
from plan.papers.appendix import appendix_of
from plan.papers.blocks import Document, Table
from sample_data.sample import large_outline

AGAINST_ROWS = 5.0
GROWTH = 12.0


def exporting() -> list[Ratio]:
    """Return the ratio at 1,000 actions, and the growth from there to 10,000."""
    from exporters.word.document import word_file_of

    thousand, ten_thousand = _document(1_000), _document(10_000)
    word_file_of(thousand)
    ours, by_rows = turn_about(
        lambda: timed(lambda: word_file_of(thousand)), lambda: timed(lambda: _by_rows(thousand)), 3
    )
    gc.collect()
    small, large = turn_about(
        lambda: timed(lambda: word_file_of(thousand)),
        lambda: timed(lambda: word_file_of(ten_thousand)),
        7,
    )
    return [
        Ratio("export of 1,000 actions", ours, "add_row().cells", by_rows, AGAINST_ROWS, True),
        Ratio("export of 10,000 actions", large, "export of 1,000", small, GROWTH),
    ]


def _document(actions: int) -> Document:
    council = format_named(DEFAULT_FORMAT)
    return appendix_of(built_plan(large_outline(actions), DEFAULT_FORMAT), council)


def _by_rows(document: Document) -> bytes:
    """Write the same tables as python-docx's own documentation shows it."""
    import docx

    paper = docx.Document()
    for block in document.blocks:
        if isinstance(block, Table):
            _table_by_rows(paper, block)
        else:
            paper.add_paragraph(block.text)
    stream = BytesIO()
    paper.save(stream)
    return stream.getvalue()


def _table_by_rows(paper: object, block: Table) -> None:
    table = paper.add_table(rows=0, cols=len(block.rows[0].cells))  # type: ignore[attr-defined]
    for row in block.rows:
        for cell, content in zip(table.add_row().cells, row.cells, strict=True):
            first, *more = content.paragraphs or (None,)
            cell.text = first.text if first else ""
            for paragraph in more:
                if paragraph is not None:
                    cell.add_paragraph(paragraph.text)
