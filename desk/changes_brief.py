"""Write what has changed between two states of a plan as a Word paper of one page."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from desk.council import look_of
from desk.errors import ExportError
from desk.session import PlanSession
from desk.since import row_in_words
from desk.versions import Compared
from desk.word_papers import word_file, write_word_file
from exporters.names import file_name
from plan.papers.blocks import Block, Document, Paragraph, Section, Text, plain
from plan.text.line_breaks import cells, counted, shortened
from plan.wording.change_words import FieldStep
from plan.wording.compared import Became, RowDifference
from store.settings import load_settings

_FOOTER = "Page {page} of {pages}"
_MOST_LINES = 40
"""Printed lines of changes that a page has room for."""
_LINE = 90
"""Characters on a printed line."""
_LONGEST = 160
"""Characters of a text that is shown; a longer one ends in …."""
_FILES = {"brief": "what has changed", "tracked": "tracked changes"}
"""What is added to a plan's name in that of a file."""
_SAID: dict[Became, str] = {
    "added": "added",
    "removed": "deleted",
    "moved": "moved",
    "edited": "changed",
}


def brief_of(found: Compared, title: str, council: str) -> Document:
    """Return the brief: what is compared, how much of it differs, and each change as a bullet.

    What a page has no room for is counted.
    """
    heading = f"What has changed: {title}" if title else "What has changed"
    blocks: list[Block] = [
        plain(heading, "heading-1"),
        plain(f"From {found.then_name} to {found.now_name}."),
        *([plain(found.short)] if found.short else []),
        plain(_counts(found.rows)),
    ]
    room = _MOST_LINES
    for shown, row in enumerate(found.rows):
        lines = list(_bullets(row))
        room -= sum(1 + cells(one.text) // _LINE for one in lines)
        if room < 0 and shown:
            left = counted(len(found.rows) - shown, "more change")
            blocks.append(plain(f"And {left}: plandesk changes lists them all."))
            break
        blocks += lines
    return Document(heading, (Section(tuple(blocks), footer=_FOOTER),), subject=council)


def _counts(rows: tuple[RowDifference, ...]) -> str:
    if not rows:
        return "Nothing has changed."
    done = Counter(row.done for row in rows)
    parts = (f"{done[kind]} {word}" for kind, word in _SAID.items() if done[kind])
    return f"{counted(len(rows), 'change')}: {', '.join(parts)}."


def _bullets(row: RowDifference) -> Iterator[Paragraph]:
    yield Paragraph((Text(row_in_words(row), bold=True),), bullet=0)
    for field in row.fields:
        yield plain(_field(row, field), bullet=1)


def _field(row: RowDifference, field: FieldStep) -> str:
    before, after = (shortened(one, _LONGEST) for one in (field.before, field.after))
    if row.done == "added":
        return f"{field.label}: {after}"
    if row.done == "removed":
        return f"{field.label}: {before}"
    return f"{field.label}: “{before or '–'}” is now “{after or '–'}”"


def paper_of_changes(name: str, what: str, folder: Path) -> Path:
    """Return where a paper on what has changed in the plan called `name` goes: its "brief"."""
    return folder / file_name("{name} {what}.docx", name, what=_FILES[what])


def write_brief(session: PlanSession, found: Compared, path: Path) -> str:
    """Write the brief as a Word file and return a sentence that says where. Raises ExportError."""
    if path.suffix.lower() != ".docx":
        raise ExportError(
            f"The brief is a Word file, so its name ends in .docx, unlike {path.name}. Nothing was "
            "written."
        )
    cover = session.plan.cover
    title = ", ".join(filter(None, (cover.title, cover.subtitle)))
    document = brief_of(found, title or session.name, session.council.name)
    look = look_of(load_settings()[0])
    content = word_file(document, look)
    return write_word_file(content, path, "the brief").sentence
