"""Papers with a committee report in them for the tests, and the reading of them."""

from pathlib import Path

from importers.paper import PaperReading, read_paper
from plan.council.format import Format
from plan.model.outline import ReportOutline
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.word_files import BULLETS, docx_of, para, raw, run

NUMBERED = (
    '<w:abstractNum w:abstractNumId="8">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.0"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="8"><w:abstractNumId w:val="8"/></w:num>'
)
HEADINGS = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'


def bold(text: str) -> str:
    return raw(run(text, "<w:b/>"))


def reading_of(folder: Path, *blocks: str, council: Format = FORM) -> PaperReading:
    body = "".join(block if block.startswith("<") else para(block) for block in blocks)
    path = docx_of(folder, body, styles=HEADINGS, numbering=BULLETS + NUMBERED)
    return read_paper(path, council, FORMS)


def report_of(folder: Path, *blocks: str) -> ReportOutline:
    return reading_of(folder, *blocks).outline.report


def sections(report: ReportOutline) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for passage in report.passages:
        found.setdefault(passage.section, []).append((passage.kind, passage.text))
    return found


TWO = ("1.0\tPURPOSE OF REPORT", "To report.", "7.0\tBACKGROUND PAPERS", "None.")
