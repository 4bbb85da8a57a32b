"""Papers in layouts that no other test has: values stand in «…», and are others in the second."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import docx

from tests.importers.learning.second_papers import Changing

_VALUE = re.compile("«([^»]*)»")


class Line(NamedTuple):
    """A paragraph: its text, its style, and whether it is bold or in italics."""

    text: str
    style: str = "Normal"
    bold: bool = False
    italic: bool = False


class Rows(NamedTuple):
    """A table: its rows, the first bold where it is `headed`; `again` is added as a row."""

    rows: Sequence[Sequence[str]]
    headed: bool = False


Layout = Sequence[Line | Rows]


def heading(text: str, level: int = 2) -> Line:
    return Line(text, f"Heading {level}")


PLAN_BY_BANDS: Layout = (
    heading("«Roads and Paths Improvement Plan 2026»", 1),
    Line("«Version of May 2026»"),
    Rows(
        (
            ("What we will do", "Who leads", "When", "Cost", "How far are we?", "Risk"),
            ("Outcome 1: «Roads are safe in winter.»",) * 6,
            (
                "«Grit the hills first.»",
                "«Head of Roads»",
                "«By 31 October 2026»",
                "«£12,000»",
                "«Half of them done.»",
                "«High»",
            ),
            (
                "«Tell people by text.»",
                "«Press Officer»",
                "«December 2026»",
                "«£900»",
                "«Not begun.»",
                "«Low»",
            ),
            ("Outcome 2: «Paths are open all year.»",) * 6,
            (
                "«Cut the verges twice.»",
                "«Parks Manager»",
                "«Every spring»",
                "«£3,400»",
                "«Agreed with the board.»",
                "«Low»",
            ),
            (
                "«Mend two bridges.»",
                "«Head of Roads»",
                "«March 2027»",
                "«£60,000»",
                "«Tender is out.»",
                "«High»",
            ),
        ),
        headed=True,
    ),
)
PLAN_BY_RECOMMENDATION: Layout = (
    heading("«Libraries after the inspection»", 1),
    Line("Recommendation 1: «Open on Sundays.»", bold=True),
    Rows(
        (
            (
                "Ref",
                "Planned improvement",
                "Responsible",
                "Target date",
                "Evidence of impact",
                "Status",
            ),
            (
                "«L1»",
                "«Ask the readers.»",
                "«Chief Librarian»",
                "«June 2026»",
                "«Four in five say yes.»",
                "«Complete»",
            ),
            (
                "«L2»",
                "«Train the staff.»",
                "«Training Team»",
                "«August 2026»",
                "«All are trained.»",
                "«On track»",
            ),
        ),
        headed=True,
    ),
    Line("Recommendation 2: «Lend more to schools.»", bold=True),
    Rows(
        (
            (
                "Ref",
                "Planned improvement",
                "Responsible",
                "Target date",
                "Evidence of impact",
                "Status",
            ),
            (
                "«L3»",
                "«Send a van each week.»",
                "«Transport Manager»",
                "«September 2026»",
                "«Nine schools are visited.»",
                "«Delayed»",
            ),
            (
                "«L4»",
                "«Lend for a term.»",
                "«Chief Librarian»",
                "«October 2026»",
                "«Loans have doubled.»",
                "«On track»",
            ),
        ),
        headed=True,
    ),
)
REPORT_WITH_BOX: Layout = (
    Rows(
        (
            ("Meeting:", "«Harbours Sub-Committee»", "Date:", "«4 March 2026»"),
            ("Report Title:", "«Dredging of the inner basin»", "Report No:", "«HB/7/26»"),
            ("Report by:", "«Director of Harbours»", "Wards:", "«Northwick and Sound»"),
        )
    ),
    heading("1. Reason for the report"),
    Line("1.1 «The basin has silted since the storm of January.»"),
    Line("1.2 «Boats of more than two metres cannot enter at low water.»"),
    heading("2. Recommendations"),
    Line("The Sub-Committee is invited to:"),
    Line("(a) «approve the dredging of the inner basin»;"),
    Line("(b) «note the cost of the work»; and"),
    Line("(c) «ask for a report in the autumn»."),
    heading("3. What it costs"),
    Rows(
        (
            ("Item", "Year", "Amount"),
            ("«Dredger»", "«2026/27»", "«£40,000»"),
            ("«Survey»", "«2026/27»", "«£5,000»"),
        ),
        headed=True,
    ),
    heading("4. Who was asked"),
    Line("4.1 «The boat owners and the lifeboat crew were asked in May.»"),
    heading("5. Background papers"),
    Line("5.1 «The survey of the inner basin.»"),
    Line("Contact officer:\t«Planning Officer, Harbours»"),
    Line("Date:\t«27 February 2026»"),
)
REPORT_BY_CAPITALS: Layout = (
    Line("ITEM: «6»"),
    Line("COMMITTEE:\t«Culture Committee»", bold=True),
    Line("DATE:\t«9 June 2026»", bold=True),
    Line("SUBJECT:\t«Opening hours of the museum»", bold=True),
    Line("REPORT BY:\t«Head of Culture»", bold=True),
    Line("PURPOSE", bold=True),
    Line("«This report proposes that the museum opens on Mondays.»"),
    Line("RECOMMENDATIONS", bold=True),
    Line("It is recommended that the Committee:"),
    Line("«agrees to open the museum on Mondays»; and", "List Bullet"),
    Line("«notes what it costs».", "List Bullet"),
    Line("DETAIL", bold=True),
    Line("«Visitors have asked for it in each of the last three years.»"),
    Line("«Two posts would be filled from April.»"),
    Line("RISK", bold=True),
    Line("«Too few visitors may come in winter.»"),
    Line("«Ann Brodie»", bold=True),
    Line("«Head of Culture»"),
    Line("«1 June 2026»"),
)
FORM_BELOW: Layout = (
    heading("Equality and Fairness Screening Form", 1),
    heading("Section A: The proposal"),
    Line("1. What is the proposal called?", bold=True),
    Line("«Winter timetable of the ferries»"),
    Line("2. What will change for people?", bold=True),
    Line("«The last boat leaves an hour earlier on weekdays.»"),
    Line("3. Who was consulted, and when?", bold=True),
    Line("«Shop keepers and the school, in spring.»"),
    heading("Section B: Who is affected"),
    Rows(
        (
            ("Group", "Better", "Worse", "No effect", "How do you know?"),
            ("Older people", "", "X", "", "«They told us at the lunch club.»"),
            ("Disabled people", "", "X", "", "«The survey says so.»"),
            ("Carers", "", "", "X", "«None of them travels late.»"),
        ),
        headed=True,
    ),
    heading("Section C: What will be done"),
    Rows(
        (
            ("No", "Action", "Person responsible", "Deadline"),
            ("1", "«Run a bus at nine.»", "«Transport Manager»", "«1 October 2026»"),
            ("2", "«Ask again in a year.»", "«Policy Officer»", "«March 2027»"),
        ),
        headed=True,
    ),
    heading("Section D: Sign off"),
    Rows((("Completed by", "«Policy Officer, Ferries»"), ("Date completed", "«4 May 2026»"))),
)
FORM_BY_PAIRS: Layout = (
    heading("Island Impact Assessment", 1),
    Rows(
        (
            ("Title of policy", "«Waste collection on the isles»"),
            ("Service", "«Environment»"),
            ("Is it new or changed?", "☐ New ☒ Changed"),
        )
    ),
    heading("Step 1 – What is known"),
    Rows(
        (
            ("What data do you hold on the islands?", "«Weights of each island for five years.»"),
            ("What do islanders say?", "«That the boat comes too seldom.»"),
        )
    ),
    heading("Step 2 – Effects"),
    Rows(
        (
            ("Area", "Positive effects", "Negative effects"),
            ("Economy", "«Two more jobs.»", "«Higher charges for shops.»"),
            ("Environment", "«Less litter on the shore.»", "«More lorries.»"),
            ("Community", "«Cleaner streets.»", "«None that is known.»"),
        ),
        headed=True,
    ),
    heading("Step 3 – Declaration"),
    Rows((("Signed:", "«Head of Waste»", "Date:", "«2 June 2026»"),)),
)
FORM_BY_GROUPS: Layout = (
    heading("Fairness Impact Assessment", 1),
    Line("Complete this form before the proposal goes to committee."),
    Rows(
        (
            ("Proposal", "«Rents of council homes»"),
            ("Directorate", "«Housing»"),
            ("Date", "«3 May 2026»"),
        )
    ),
    heading("1. Impact on groups"),
    Rows(
        (
            ("Who is affected", "+", "–", "0", "Why you think so"),
            ("Women", "X", "", "", "«More of them rent.»"),
            ("Men", "", "", "X", "«No change for them.»"),
            ("Young people", "", "X", "", "«Rents go up by two per cent.»"),
            ("Other (please state)", "", "", "X", "«Nobody else.»"),
        ),
        headed=True,
    ),
    heading("2. How strong is the evidence?"),
    Rows(
        (
            ("Rate the evidence (tick one)", "☐ 1 ☐ 2 ☒ 3 ☐ 4 ☐ 5"),
            ("Where is it kept?", "«In the housing file.»"),
        )
    ),
    heading("3. People who took part"),
    Rows(
        (
            ("Name", "Job title", "Trained on"),
            ("«Ann Brodie»", "«Housing Officer»", "«May 2025»"),
            ("«Iain Rae»", "«Tenant Adviser»", "«June 2025»"),
        ),
        headed=True,
    ),
    heading("4. Sign off"),
    Rows(
        (
            ("Lead officer:", "«Ann Brodie»", "Date:", "«4 May 2026»"),
            ("Head of Service:", "«Iain Rae»", "Date:", "«6 May 2026»"),
        )
    ),
)
PLAN_BELOW_PRIORITIES: Layout = (
    heading("«School improvement plan of Brae Academy»", 1),
    Line("«Session 2026/27»"),
    heading("Priority 1: «Every child reads each day.»"),
    Rows(
        (
            ("Actions", "Led by", "Timescale", "Measures of success", "Resources", "Evaluation"),
            (
                "«Buy new books.»",
                "«Head Teacher»",
                "«August 2026»",
                "«Two hundred are bought.»",
                "«£2,000»",
                "«Half were bought by May.»",
            ),
            (
                "«Read for twenty minutes.»",
                "«Class teachers»",
                "«Term 2»",
                "«All classes do so.»",
                "«None»",
                "«It began in June.»",
            ),
        ),
        headed=True,
    ),
    heading("Priority 2: «Sums are done with joy.»"),
    Rows(
        (
            ("Actions", "Led by", "Timescale", "Measures of success", "Resources", "Evaluation"),
            (
                "«Play with numbers.»",
                "«Depute Head»",
                "«By June 2027»",
                "«Three in four like sums.»",
                "«£300»",
                "«Not yet seen.»",
            ),
        ),
        headed=True,
    ),
)
FORM_BOXED: Layout = (
    heading("Impact Assessment Record", 1),
    heading("Background"),
    Line("1. Describe the proposal"),
    Rows((("«A new bus lane on the shore road.»",),)),
    Line("2. Who will use it?"),
    Rows((("«Everybody who goes to work by bus.»",),)),
    Line("3. How certain are you? (please tick one)"),
    Line("☐ Very ☒ Fairly ☐ Not at all"),
    heading("Approval"),
    Line("Signed: «Ann Brodie»"),
    Line("Date: «3 May 2026»"),
)
FORM_ROWS_BELOW: Layout = (
    heading("Equality Screening Record", 1),
    Rows(
        (
            ("1. What is being assessed?",),
            ("«The winter parking charges.»",),
            ("2. Why is it needed?",),
            ("«Too few places are free at noon.»",),
        )
    ),
    heading("Groups"),
    Rows(
        (
            ("Characteristic", "Effect (+ / – / 0)", "Comment"),
            ("Age", "+", "«Older people park nearer.»"),
            ("Sex", "0", "«None.»"),
            ("Race", "–", "«Signs are in English only.»"),
        ),
        headed=True,
    ),
)
REPORT_WITH_TABLES: Layout = (
    Rows(
        (
            ("Report to:", "«Roads Committee»"),
            ("Date:", "«5 May 2026»"),
            ("Report by:", "«Head of Roads»"),
            ("Subject:", "«Potholes on the shore road»"),
            ("Contact Officer:", "«Roads Engineer»"),
        )
    ),
    heading("1 PURPOSE", 1),
    Line("1.1\t«This report tells of the holes that the frost made.»"),
    heading("2 RECOMMENDATIONS", 1),
    Line("2.1\tThe Committee is asked to:"),
    Line("i)\t«agree the repairs»;"),
    Line("ii)\t«note the cost»; and"),
    Line("iii)\t«ask for a report in June»."),
    heading("3 IMPLICATIONS", 1),
    Rows(
        (
            ("Implication", "Yes/No", "Comment"),
            ("Financial", "«Yes»", "«The repairs cost £40,000.»"),
            ("Legal", "«No»", "«None arise.»"),
            ("Staffing", "«No»", "«None arise here.»"),
            ("Equality", "«Yes»", "«An assessment is attached.»"),
        ),
        headed=True,
    ),
    heading("4 RISKS", 1),
    Rows(
        (
            ("Risk", "Likelihood", "Impact", "Mitigation"),
            ("«Frost comes back»", "«High»", "«Medium»", "«Grit is stored.»"),
            ("«The contractor is late»", "«Low»", "«High»", "«A clause says what follows.»"),
        ),
        headed=True,
    ),
    Line("«Ann Brodie»", bold=True),
    Line("«Head of Roads»"),
    Line("«1 May 2026»"),
)
LAYOUTS: Mapping[str, Layout] = MappingProxyType(
    {
        "plan by bands": PLAN_BY_BANDS,
        "plan by recommendation": PLAN_BY_RECOMMENDATION,
        "report with a box": REPORT_WITH_BOX,
        "report by capitals": REPORT_BY_CAPITALS,
        "form below": FORM_BELOW,
        "form by pairs": FORM_BY_PAIRS,
        "form by groups": FORM_BY_GROUPS,
        "form boxed": FORM_BOXED,
        "form rows below": FORM_ROWS_BELOW,
        "report with tables": REPORT_WITH_TABLES,
        "plan below priorities": PLAN_BELOW_PRIORITIES,
    }
)


def write_first(layout: Layout, path: Path) -> Path:
    """Write the paper of a council as the layout has it."""
    return _written(layout, path, lambda said: said)


def write_blank(layout: Layout, path: Path) -> Path:
    """Write what the council's officers begin with: the paper without its values."""
    return _written(layout, path, lambda _: "")


def write_second(layout: Layout, path: Path) -> list[str]:
    """Write another paper of that council; return its values."""
    changing = Changing()
    values: list[str] = []

    def other(said: str) -> str:
        new = changing.value(said)
        values.append(new)
        return new

    _written(layout, path, other)
    return values


def _written(layout: Layout, path: Path, change: Callable[[str], str]) -> Path:
    document = docx.Document()
    for block in layout:
        if isinstance(block, Line):
            paragraph = document.add_paragraph(style=block.style)
            run = paragraph.add_run(_changed(block.text, change))
            run.bold, run.italic = block.bold or None, block.italic or None
        else:
            _table(document, block, change)
            document.add_paragraph()
    document.save(str(path))
    return path


def _table(document: Any, rows: Rows, change: Callable[[str], str]) -> None:
    table = document.add_table(rows=0, cols=max(map(len, rows.rows)))
    for number, texts in enumerate(rows.rows):
        cells = table.add_row().cells
        if len(set(texts)) == 1 and len(texts) > 1:
            cells[0].merge(cells[-1]).text = _changed(texts[0], change)
            continue
        is_wide = len(texts) > 3 and bool(texts[1]) and len(set(texts[1:])) == 1
        if is_wide:  # a label, and a text over the rest of the width
            cells[1].merge(cells[-1])
        for cell, text in zip(cells, texts[:2] if is_wide else texts, strict=False):
            cell.text = _changed(text, change)
            for run in cell.paragraphs[0].runs:
                run.bold = rows.headed and number == 0


def _changed(text: str, change: Callable[[str], str]) -> str:
    return _VALUE.sub(lambda match: change(match[1]), text)
