"""Reading 1,000 rows back from Word, against python-docx reading the text of the same cells."""

import gc
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.ratios import Ratio, timed, turn_about
from plan.council import DEFAULT_FORMAT
from plan.council.format import Format, form_named, format_named
from plan.model.outline import built_plan
from plan.papers.appendix import appendix_of
from sample_data.sample import large_outline

FASTER = 2.0
ROUNDS = 5


def reading() -> list[Ratio]:
    """Return the ratios of the reader alone, and of the whole way to a recognised plan."""
    from importers.paper import read_paper
    from importers.word.reader import read_word

    gc.collect()
    council = format_named(DEFAULT_FORMAT)
    forms = tuple(map(form_named, council.forms))
    content = a_thousand_rows(council)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plan.docx"
        path.write_bytes(content)
        blocks, bare = turn_about(
            lambda: timed(lambda: read_word(path)), lambda: timed(lambda: _texts(content)), ROUNDS
        )
        plan, whole = turn_about(
            lambda: timed(lambda: read_paper(path, council, forms)),
            lambda: timed(lambda: _runs(content)),
            ROUNDS,
        )
    return [
        Ratio("1,000 rows read as blocks", blocks, "python-docx, text", bare, FASTER, True),
        Ratio(
            "1,000 rows read as a plan", plan, "python-docx, runs and styles", whole, FASTER, True
        ),
    ]


def a_thousand_rows(council: Format) -> bytes:
    """Return the Word file of a plan of a thousand actions."""
    from exporters.word.document import word_file_of

    return word_file_of(appendix_of(built_plan(large_outline(1_000), council.id), council))


def _texts(content: bytes) -> int:
    """Read the bare text of every cell, as carefully as python-docx allows."""
    import docx

    return sum(
        len(paragraph.text)
        for table in docx.Document(BytesIO(content)).tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
    )


def _runs(content: bytes) -> int:
    """Read what a plan needs of every cell: its runs with their emphasis, its styles."""
    import docx

    return sum(
        len(run.text) + bool(run.bold) + bool(run.italic) + len(paragraph.style.name or "")
        for table in docx.Document(BytesIO(content)).tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        if paragraph.style is not None
        for run in paragraph.runs
    )
