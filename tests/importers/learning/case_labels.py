"""What in the papers kept beside the project is a label: the other words are values."""

import json
from pathlib import Path

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from importers.word.reader import read_word
from plan.council.format import form_named, format_named
from plan.papers.blocks import Paragraph, Table
from tests.importers.learning.second_papers import Changing, alone_in

_AIMS = (
    r"Area for Improvement \d+: ",
    r"Priority \d+ – ",
    r"\d\. (?=[A-Z])",
)
_DUNDEE_PREFIXES = (
    *("ITEM No …", "REPORT TO:\t", "REPORT ON:\t", "REPORT BY:\t", "REPORT NO:\t"),
    *("Date of assessment: ", r"\d\. "),
)
_REPORT_FIXED = frozenset(
    {
        *("Members are asked to:", "It is recommended that the Committee:", "Name", "Designation"),
        *("It is recommended that Committee:", "Contact Details", "Date", "Approved", "APPENDICES"),
        *("ANNEX", "None.", "None"),
    }
)
_REPORT_PREFIXES = (
    *("Agenda Item", "Report No", "Committee:", "Date:\t", "Report Title:", "Report By:"),
    *("Report by ", r"\(Report No. ", "Designation:\t", "Author:\t", "Background Papers:\t"),
    *("Appendices:\t", "Date:", r"\d\.\d\tResource - ", r"\d\.\d\tLegal - ", r"\d\.\d\tRisk - "),
    *(r"\d\.\d\tGaelic - ", r"\d\.\d\tHealth and Safety \([^)]*\) - "),
)


def changing_of(source: Path) -> Changing:
    """Return what changes the values of a paper and leaves its labels."""
    blocks = read_word(source).blocks
    fixed: set[str] = set()
    prefixes: tuple[str, ...] = ()
    kind = source.name[:4]
    if kind == "repo" and any(getattr(b, "text", "") == "Appendix 1" for b in blocks):
        return Changing(_labels_of_dundee(), (*_REPORT_PREFIXES, *_DUNDEE_PREFIXES))
    for block in blocks:
        if isinstance(block, Table):
            fixed |= _labels_of(block, kind)
        elif kind == "form" and isinstance(block, Paragraph):
            fixed.add(block.text.strip())
        elif isinstance(block, Paragraph) and _is_heading(block):
            fixed.add(block.text.strip())
            fixed.add(block.text.strip().partition("\t")[2] or block.text.strip())
    if kind == "repo":
        fixed |= _REPORT_FIXED
        fixed |= {b.text for b in blocks[:3] if isinstance(b, Paragraph) and _is_letterhead(b)}
        expected = source.with_suffix(".json")
        title = json.loads(expected.read_text()).get("title", "") if expected.exists() else ""
        fixed.discard(title)
        prefixes = _REPORT_PREFIXES
    if kind == "plan":
        fixed = {one for one in fixed if not one.startswith(("Area for", "Priority "))}
        fixed.discard(next(b.text.strip() for b in blocks if isinstance(b, Paragraph)))
        prefixes = _AIMS
    return Changing(frozenset(fixed), prefixes)


def _labels_of_dundee() -> frozenset[str]:
    """Return every line that Dundee prints in its report, its plan and its form of 2016."""
    council, form = format_named("dundee-2016"), form_named("dundee-eqia-2016")
    said = [
        *alone_in(council.model_dump(mode="json")),
        *alone_in(form.model_dump(mode="json")),
    ]
    said += ["(If yes please check box) ☐", "(If yes please check box) ☒", "Appendix 1", "None."]
    said += [f"{n}.0\t{one.heading}" for n, one in enumerate(council.report.sections, 1)]
    return frozenset({*said, *(line.upper() for line in said)})


def answers_for(source: Path) -> Path:
    """Return where the answers lie to what is asked of a paper; there need not be any."""
    return Path(__file__).parent / "answers" / f"{source.stem}.toml"


def _is_letterhead(block: Paragraph) -> bool:
    return block.text.casefold().endswith("council")


def _is_heading(block: Paragraph) -> bool:
    text = block.text.strip()
    is_marked = block.role.startswith("heading") or text[:2].rstrip(".").isdecimal()
    return is_marked and not text.rstrip().endswith(".")


def _labels_of(table: Table, kind: str) -> set[str]:
    rows = [[cell.text.strip() for cell in row.cells] for row in table.rows]
    width = max(map(len, rows))
    if kind == "plan":
        return set(rows[0]) if width > 2 else {cell for row in rows for cell in row}
    if kind == "repo":
        firsts = {row[0] for row in rows}
        return firsts | (set(rows[0]) if len(rows) > 4 or width > 2 else set())
    if width == 5 and rows[0][0] == "Negative impact":
        return set(rows[0])
    if width == 4:
        return {cell for row in rows for cell in row[::2]}
    return {row[0] for row in rows} | (
        set(rows[0]) if width > 2 or rows[0][1] == "Answer" else set()
    )


def is_open_table(table: Element) -> bool:
    """Return whether a row may be added to a table: those of actions."""
    first = next(table.iter(qn("w:tr")))
    texts = [
        "".join(t.text or "" for t in cell.iter(qn("w:t"))) for cell in first.findall(qn("w:tc"))
    ]
    return len(texts) > 4 and not {"Positive Impact", "Positive"} & set(texts)
