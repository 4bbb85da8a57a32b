"""Every file made to do harm is refused or read within five seconds and 600 MB, in a sentence.

Each is read in a process of its own, so that what it costs is what is measured.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plan.council.format import form_named
from tests.importers.plan_papers import HEADER, action_row
from tests.importers.word.test_what_is_no_word_file import OLE
from tests.importers.word_files import (
    cell,
    docx_of,
    listed,
    merged,
    para,
    row,
    spanning,
    table,
    word_parts,
    zip_of,
)

PATIENCE = 300
"""Seconds after which a reading is taken never to end: one that does takes a few at most."""
MEGABYTES = 600
ROOT = Path(__file__).resolve().parents[2]
READING = """
import sys
from pathlib import Path
from importers.errors import UnreadableError
from importers.paper import read_paper
from plan.council.format import form_named, format_named
council = format_named("dundee-2016")
try:
    reading = read_paper(Path(sys.argv[1]), council, tuple(map(form_named, council.forms)))
    said = "read " + reading.summary
except UnreadableError as error:
    said = str(error)
try:  # the peak of this process alone, where the system says it
    status = Path("/proc/self/status").read_text()
    most = int(status.partition("VmHWM:")[2].split()[0]) // 1024
except OSError:
    most = 0
print(f"{most}\\n{said}")
"""


def bomb(folder: Path) -> Path:
    return zip_of(
        folder / "Paper.docx", word_parts("") | {"word/document.xml": b" " * (400 * 1024 * 1024)}
    )


def entities(folder: Path) -> Path:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    parts = word_parts("&e11;")
    parts["word/document.xml"] = f"<!DOCTYPE x [{levels}]>{parts['word/document.xml']!s}"
    return zip_of(folder / "Paper.docx", parts)


def merge_chain(folder: Path) -> Path:
    lines = [row("1.1", merged("Do.", start=True), *["x"] * 6)]
    lines += [row("", merged(), *["x"] * 6)] * 6_000  # one cell of 12,000 characters
    return docx_of(folder, para("Aim") + table(HEADER, *lines))


def wide_spans(folder: Path) -> Path:
    wide = row(*(spanning(text, 5_000_000) for text in ("Actions", "Lead(s)", "Timescale")))
    rows = [row(spanning("Do.", 2_000_000), spanning("Team", 2_000_000), "Now")] * 200
    return docx_of(folder, table(wide, *rows) + table(HEADER, action_row("1.1")))


def nested(folder: Path) -> Path:
    body = para("x")
    for _ in range(200):
        body = table(row(cell(body + para())))
    return docx_of(folder, body)


def old_word(folder: Path) -> Path:
    path = folder / "Paper.doc"
    path.write_bytes(OLE + "WordDocument".encode("utf-16-le"))
    return path


def password(folder: Path) -> Path:
    path = folder / "Paper.docx"
    path.write_bytes(OLE + "EncryptedPackage".encode("utf-16-le"))
    return path


def macros(folder: Path) -> Path:
    parts = word_parts(para("Aim") + table(HEADER, action_row("1.1")))
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    parts["[Content_Types].xml"] = f"<Types><Override ContentType='{kind}'/></Types>"
    parts["word/vbaProject.bin"] = OLE
    return zip_of(folder / "Paper.docm", parts)


def truncated(folder: Path) -> Path:
    path = docx_of(folder, "".join(para(f"{n} of many") for n in range(5_000)))
    path.write_bytes(path.read_bytes()[:-900])
    return path


def strict(folder: Path) -> Path:
    parts = word_parts(para("x"))
    for name in ("word/document.xml", "_rels/.rels"):
        text = str(parts[name])
        parts[name] = text.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
    return zip_of(folder / "Paper.docx", parts)


def misprinted_form(folder: Path) -> Path:
    asked = form_named("dundee-eqia-2016").field("evidence")
    assert asked is not None
    rows = [row(f"{asked.asks[:-n]}?", "X" * 500) for n in range(1, 40)]
    return docx_of(folder, para("EQUALITY IMPACT ASSESSMENT TOOL") + table(*rows * 150))


def boxes_without_end(folder: Path) -> Path:
    asked = form_named("dundee-eqia-2016").field("rapid")
    assert asked is not None
    line = row(f"{asked.asks} {'Yes No ☒ ' * 100_000}")
    return docx_of(folder, para("EQUALITY IMPACT ASSESSMENT TOOL") + table(line, line))


def headings_without_end(folder: Path) -> Path:
    lines = (para("REPORT TO:\tPARKS – MAY 2021"), para("1.0\tPURPOSE OF REPORT"))
    return docx_of(folder, "".join(lines * 10_000))


def parts_without_end(folder: Path) -> Path:
    form = para("EQUALITY IMPACT ASSESSMENT TOOL")
    return docx_of(folder, (form + para("Appendix 2") + table(HEADER, action_row("1.1"))) * 1_500)


LIST = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
)
REPORT = para("REPORT TO: Committee") + para("1.0 RECOMMENDATIONS") + para("4.0 MAIN TEXT")


def numbered_paragraphs(folder: Path, count: int) -> Path:
    lines = (listed(f"Paragraph {n} of text", 7) for n in range(count))
    plan = para("Aim") + table(HEADER, action_row("1.1"))
    return docx_of(folder, REPORT + "".join(lines) + plan, numbering=LIST)


def many_numbered_paragraphs(folder: Path) -> Path:
    return numbered_paragraphs(folder, 24_900)


def numbered_paragraphs_without_end(folder: Path) -> Path:
    return numbered_paragraphs(folder, 100_000)


def own_sections_without_end(folder: Path) -> Path:
    return docx_of(folder, REPORT + "".join(para(f"{n % 90 + 5}. SECTION") for n in range(100_000)))


def table_of(folder: Path, rows: int) -> Path:
    header = row("Actions", "Foo", "Lead", "Bar", "Timescale")
    lines = (row(f"Do {n}", f"foo {n}", "Team", f"bar {n}", "May 2027") for n in range(rows))
    return docx_of(folder, para("Priority 1: Aim") + table(header, *lines))


def long_table_of_unknown_columns(folder: Path) -> Path:
    return table_of(folder, 9_900)


def table_without_end(folder: Path) -> Path:
    return table_of(folder, 50_000)


CASES: dict[str, tuple[Callable[[Path], Path], str, str]] = {
    "zip bomb": (bomb, "far larger inside", "new document"),
    "entities": (entities, "definitions", "Word"),
    "chain of merged rows": (merge_chain, "longer than a plan can hold", "divide it"),
    "spans of millions": (wide_spans, "read ", ""),
    "nested tables": (nested, "nested too deep", "Word"),
    "old Word": (old_word, "old Word format (.doc)", "save it as"),
    "password": (password, "protected with a password", "remove"),
    "macros": (macros, "read 1 aim and 1 action", ""),
    "truncated": (truncated, "damaged or incomplete", "new copy"),
    "strict": (strict, "is a Word file with no table", ""),
    "misprinted form": (misprinted_form, "read no plan, 1 assessment", ""),
    "boxes without end": (boxes_without_end, "read no plan, 1 assessment", ""),
    "headings without end": (headings_without_end, "read no plan", ""),
    "parts without end": (parts_without_end, "read ", ""),
    "many numbered paragraphs": (many_numbered_paragraphs, "read 1 aim and 1 action", ""),
    "numbered paragraphs without end": (numbered_paragraphs_without_end, "far more", "divide it"),
    "own sections without end": (own_sections_without_end, "far more", "divide it"),
    "long table of unknown columns": (long_table_of_unknown_columns, "read 1 aim", ""),
    "table without end": (table_without_end, "far more", "divide it"),
}


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_it_is_refused_or_read_in_time_and_space(tmp_path: Path, case: str) -> None:
    make, says, advises = CASES[case]
    path = make(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", READING, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    megabytes, sentence = done.stdout.split("\n", 1)
    assert says in sentence
    assert advises in sentence
    assert says.startswith("read") or path.name in sentence
    assert int(megabytes) < MEGABYTES
