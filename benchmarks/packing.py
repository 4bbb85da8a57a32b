"""The whole pack, four files, against the same text by string and zipfile, and against others.

docxtpl and pandoc are measured where they are at hand; they are no part of the project.
"""

import gc
import re
import shutil
import subprocess
import sys
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape, unescape
from zipfile import ZIP_DEFLATED, ZipFile

from benchmarks.ratios import Ratio, timed, turn_about
from plan.council import DEFAULT_FORMAT
from plan.council.format import form_named, format_named
from plan.model.outline import built_plan
from plan.model.plan import Plan
from plan.papers.blocks import Document, Table
from plan.papers.documents import paper_makers
from sample_data.sample import large_outline

FLOORS = {100: 6.0, 1_000: 4.0, 10_000: 4.0}
"""By the number of actions, how many times the floor a pack may take."""
GROWTH = 12.0
MEGABYTES = 350
_MAIN = "word/document.xml"

_PEAK = """
import sys
from pathlib import Path
from benchmarks.packing import packed, plan_of_size
packed(plan_of_size(int(sys.argv[1])))
status = Path("/proc/self/status").read_text()
print(int(status.partition("VmHWM:")[2].split()[0]) // 1024)
"""


def packing() -> list[Ratio]:
    """Return the ratios at each size, the growth, and print the peak of memory."""
    plans = {size: plan_of_size(size) for size in FLOORS}
    packed(plans[100])
    ratios = [_against_floor(plan, size) for size, plan in plans.items()]
    gc.collect()
    small, large = turn_about(
        lambda: timed(lambda: packed(plans[1_000])), lambda: timed(lambda: packed(plans[10_000])), 3
    )
    ratios.append(Ratio("pack of 10,000 actions", large, "pack of 1,000", small, GROWTH))
    ratios += _against_others(documents_of(plans[1_000]), small)
    _say_peak()
    return ratios


def plan_of_size(actions: int) -> Plan:
    """Return a plan of so many actions, with its report and assessment."""
    return built_plan(large_outline(actions), DEFAULT_FORMAT)


def documents_of(plan: Plan) -> list[Document]:
    """Return the four documents of a plan's pack."""
    makers = paper_makers(plan, format_named(DEFAULT_FORMAT), form_named, "pack")
    return [make().document for make in makers]


def packed(plan: Plan) -> list[bytes]:
    """Return the pack as Word files, from the plan in memory."""
    from exporters.word.document import writer_of_papers

    write = writer_of_papers()
    makers = paper_makers(plan, format_named(DEFAULT_FORMAT), form_named, "pack")
    return [write(make().document) for make in makers]


def _against_floor(plan: Plan, size: int) -> Ratio:
    papers = [_pieces(content) for content in packed(plan)]
    rounds = 3 if size > 1_000 else 7
    ours, floor = turn_about(
        lambda: timed(lambda: packed(plan)),
        lambda: timed(lambda: [_by_string(*paper) for paper in papers]),
        rounds,
    )
    return Ratio(f"pack of {size:,} actions", ours, "the same XML by string", floor, FLOORS[size])


def _pieces(content: bytes) -> tuple[list[str], dict[str, bytes]]:
    """Return the main part of a file as markup and words by turns, and its other parts."""
    with ZipFile(BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    pieces = re.split(r"(?<=<w:t xml:space=\"preserve\">)([^<]*)", parts.pop(_MAIN).decode())
    return [unescape(piece) if place % 2 else piece for place, piece in enumerate(pieces)], parts


def _by_string(pieces: list[str], parts: dict[str, bytes]) -> bytes:
    """Write the same file with the least that it takes: one string, one zip."""
    body = "".join(escape(piece) if place % 2 else piece for place, piece in enumerate(pieces))
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        package.writestr(_MAIN, body)
        for name, part in parts.items():
            package.writestr(name, part)
    return stream.getvalue()


def _against_others(documents: list[Document], ours: float) -> list[Ratio]:
    others = {
        "python-docx, used carefully": partial(_each, documents, _by_python_docx),
        "docxtpl": partial(_each, documents, _by_docxtpl) if _has_docxtpl() else None,
        "pandoc": partial(_each, documents, _by_pandoc) if shutil.which("pandoc") else None,
    }
    ratios = []
    for name, work in others.items():
        if work is None:
            print(f"{name} is not at hand: the pack is not measured against it.")
        else:
            ratios.append(Ratio("pack of 1,000 actions", ours, name, timed(work), 1.0, True))
    return ratios


def _each(documents: list[Document], write) -> None:  # type: ignore[no-untyped-def]
    for document in documents:
        write(document)


def _by_python_docx(document: Document) -> None:
    import docx

    paper = docx.Document()
    for block in document.blocks:
        if not isinstance(block, Table):
            paper.add_paragraph(block.text)
            continue
        table = paper.add_table(len(block.rows), len(block.rows[0].cells))
        for row, content in zip(table.rows, block.rows, strict=True):
            for cell, words in zip(row.cells, content.cells, strict=True):
                first, *more = [paragraph.text for paragraph in words.paragraphs] or [""]
                cell.paragraphs[0].add_run(first)
                for text in more:
                    cell.add_paragraph(text)
    paper.save(BytesIO())


def _has_docxtpl() -> bool:
    try:
        import docxtpl  # type: ignore[import-not-found]  # noqa: F401
    except ImportError:
        return False
    return True


def _by_docxtpl(document: Document) -> None:
    import docx
    from docxtpl import DocxTemplate

    widest = max((len(b.rows[0].cells) for b in document.blocks if isinstance(b, Table)), default=1)
    template = docx.Document()
    template.add_paragraph("{% for p in paragraphs %}{{ p }}\n{% endfor %}")
    table = template.add_table(3, widest)
    table.rows[0].cells[0].text = "{%tr for row in rows %}"
    for place, cell in enumerate(table.rows[1].cells):
        cell.text = f"{{{{ row[{place}] }}}}"
    table.rows[2].cells[0].text = "{%tr endfor %}"
    stream = BytesIO()
    template.save(stream)
    rows = [
        [*(cell.text for cell in row.cells), *[""] * (widest - len(row.cells))]
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]
    paragraphs = [block.text for block in document.blocks if not isinstance(block, Table)]
    paper = DocxTemplate(BytesIO(stream.getvalue()))
    paper.render({"rows": rows, "paragraphs": paragraphs}, autoescape=True)
    paper.save(BytesIO())


def _by_pandoc(document: Document) -> None:
    pieces = [
        f"<p>{escape(block.text)}</p>" if not isinstance(block, Table) else _as_html(block)
        for block in document.blocks
    ]
    with TemporaryDirectory() as folder:
        subprocess.run(
            ["pandoc", "-f", "html", "-t", "docx", "-o", str(Path(folder) / "paper.docx")],
            input="".join(pieces).encode(),
            check=True,
        )


def _as_html(table: Table) -> str:
    rows = (
        "".join(
            f"<td>{''.join(f'<p>{escape(p.text)}</p>' for p in cell.paragraphs)}</td>"
            for cell in row.cells
        )
        for row in table.rows
    )
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _say_peak() -> None:
    if not Path("/proc/self/status").exists():
        print("The peak of memory is not measured here: the system does not say it.")
        return
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, "10000"], capture_output=True, text=True, check=True
    )
    peak = int(done.stdout)
    verdict = "kept" if peak <= MEGABYTES else "MISSED"
    print(f"pack of 10,000 actions: {peak} MB at its peak, at most {MEGABYTES}: {verdict}")
