"""A plan from which every table that is drawn up has something to say, and what such tables say."""

from dataclasses import replace
from datetime import date

from plan.following.ledger import PrintedNotes
from plan.model.documents import GENERATED
from plan.model.outline import AppendixOutline
from plan.model.plan import Plan
from plan.model.rows import SourceReport
from plan.papers.blocks import Block, Table
from plan.papers.choices import Choices
from plan.papers.documents import Occasion
from tests.plan.checks.sound import FIRST, OUTLINE
from tests.plan.noted_plans import NOTES
from tests.plan.strategies import plan_from

KINDS = tuple(GENERATED)
SINCE = Occasion(date(2016, 9, 12), Choices(notes=PrintedNotes("since", date(2016, 9, 1))))

CONTENTS = "8-11 Key performance outcomes\n12-19 Impact on families"


def whole(*appendices: AppendixOutline) -> Plan:
    """Return a plan of which every table has something to say, with these appendices."""
    noted = replace(FIRST, progress=NOTES)
    aims = (replace(OUTLINE.aims[0], actions=(noted, *OUTLINE.aims[0].actions[1:])),)
    report = replace(OUTLINE.report, appendices=appendices)
    plan = plan_from(replace(OUTLINE, aims=(*aims, *OUTLINE.aims[1:]), report=report))
    source = SourceReport(
        id="source", parent=plan.cover.id, contents=CONTENTS, recommendations=("Help parents",)
    )
    return replace(plan, source_rows={"source": source})


def sentences(blocks: tuple[Block, ...]) -> list[str]:
    """Return what stands below the heading besides tables."""
    return [block.text for block in blocks[1:] if not isinstance(block, Table)]
