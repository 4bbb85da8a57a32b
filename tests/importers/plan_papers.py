"""Papers with plans in them for the tests: a header, rows of actions, and the reading of both."""

from pathlib import Path

from importers.paper import PaperReading, read_paper
from plan.council import DEFAULT_FORMAT
from plan.council.format import form_named, format_named
from plan.model.outline import ActionOutline
from tests.importers.word_files import BULLETS, docx_of, row

FORM = format_named(DEFAULT_FORMAT)
FORMS = tuple(map(form_named, FORM.forms))
HEADER = row(
    "",
    "Actions",
    "Care Inspectorate Report Page No.",
    "Quality Indicator(s)",
    "Lead(s)",
    "Timescale",
    "Success Criteria",
    "Progress",
)


def reading_of(folder: Path, *blocks: str) -> PaperReading:
    return read_paper(docx_of(folder, "".join(blocks), numbering=BULLETS), FORM, FORMS)


def action_row(ref: str, text: str = "Publish a guide.", **cells: str) -> str:
    names = ("pages", "indicators", "leads", "timescale", "success_criteria", "progress")
    usual = {"leads": "Team", "timescale": "June 2017"}
    return row(ref, text, *((usual | cells).get(name, "") for name in names))


def only_action(reading: PaperReading) -> ActionOutline:
    ((action,),) = (aim.actions for aim in reading.outline.aims)
    return action


def texts(reading: PaperReading) -> list[list[str]]:
    return [[action.text for action in aim.actions] for aim in reading.outline.aims]
