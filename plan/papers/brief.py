"""A brief: one page for a convener on the aims, how they stand, what is late and what is asked.

It is one page whatever the size of the plan, in our own template: what there is no room for is
counted, or named by its number, and the page says so. Large print may take more. Nothing in it is a
judgement: why something is late is what its latest note says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from plan.council.own_field import OwnFields
from plan.following.action_state import last_notes, state_of
from plan.following.ledger import NO_NOTE, NO_STATUS, status_counts
from plan.following.reviews import KIND_WORDS, Review, overdue
from plan.model.documents import BRIEF
from plan.model.plan import Plan
from plan.papers.blocks import Block, Document, Paragraph, Row, Section, Table, plain
from plan.papers.documents import Paper, PaperMaker, PaperSource
from plan.papers.text_tables import text_row, text_table
from plan.reading.dates import date_in_words, span_in_words
from plan.text.line_breaks import NO_TEXT, counted, sentence_line, shortened

_ROOM = 255.0
"""Millimetres of a page that are filled: a council's letterhead takes some of what there is."""
_USUAL_SIZE = 11.0
_MOST_AIMS, _MOST_ASKED, _MOST_STATUSES, _MOST_REFS = 8, 4, 6, 24
_FEW_AIMS = 5
"""Aims of which each may take two lines."""
_AIM_LINE, _ACTION_WIDTH, _WHY_WIDTH, _ASKED_WIDTH = 62, 56, 100, 160
"""Characters up to which texts are quoted."""
_AIM_COLUMNS, _AIM_WIDTHS = ("Aim", "Actions", "Done", "Late"), (118.0, 16.0, 13.0, 13.0)
_LATE_COLUMNS, _LATE_WIDTHS = ("Ref", "Action", "Late since", "Why"), (13.0, 54.0, 30.0, 63.0)
_ASKED, _LATE = "What is asked", "What is late, and why"
_NO_WHY = "no note says why"


@dataclass(frozen=True)
class _Standing:
    """How a plan stands on a day; `late` has what is longest overdue first, `is_done` by ids."""

    plan: Plan
    own: OwnFields
    today: date | None
    late: tuple[Review, ...]
    done: frozenset[str]
    enlarged: float = 1.0
    """How much larger than usual the text is printed."""


def paper_makers(source: PaperSource) -> Iterator[PaperMaker]:
    """Yield the maker of the brief."""
    yield PaperMaker(BRIEF.title, lambda: _paper(source))


def _paper(source: PaperSource) -> Paper:
    plan, council = source.plan, source.council
    cover = plan.cover
    named = ", ".join(filter(None, (cover.title, cover.subtitle, cover.date))) or council.name
    standing = _standing(source)
    blocks = tuple(_blocks(plain(shortened(named, _ASKED_WIDTH), "heading-1"), standing))
    document = Document(
        title=f"Brief: {named}",
        subject="Brief for the convener",
        sections=(Section(blocks, footer=council.plan.footer),),
    )
    return Paper(BRIEF.kind, BRIEF.name, document, source.file(BRIEF.kind))


def _standing(source: PaperSource) -> _Standing:
    plan, own, today = source.plan, source.council.plan.own, source.occasion.today
    enlarged = (source.occasion.choices.size or _USUAL_SIZE) / _USUAL_SIZE
    if today is None:
        return _Standing(plan, own, None, (), frozenset(), enlarged)
    done = (one.id for one in plan.actions if state_of(plan, one, today, own).is_done)
    late = sorted(overdue(plan, today, own), key=lambda one: (one.kind == "review", one.when.last))
    return _Standing(plan, own, today, tuple(late), frozenset(done), enlarged)


def _blocks(title: Paragraph, standing: _Standing) -> Iterator[Block]:
    first = [title, plain(" ".join(_introduction(standing))), *_aims(standing), *_stand(standing)]
    asked = [plain(_ASKED, "heading-2"), *_asked(standing.plan)]
    room = _ROOM / standing.enlarged**2 - sum(map(_height_of, (*first, *asked)))
    yield from first
    yield from _late(standing, room)
    yield from asked


def _introduction(standing: _Standing) -> Iterator[str]:
    report = standing.plan.report
    yield "Brief for the convener"
    if standing.today is not None:
        yield f"as at {date_in_words(standing.today)}."
    meets = ", ".join(filter(None, (report.committee, report.meeting_date)))
    if meets:
        number = f" {report.number}" if report.number else ""
        yield f"Report{number} goes to: {shortened(meets)}."
    yield "What is shortened ends in …, and what has no room here is counted: the plan has it all."


def _aims(standing: _Standing) -> Iterator[Block]:
    plan = standing.plan
    yield plain("The aims", "heading-2")
    if not plan.aims:
        yield plain("The plan has no aim yet.")
        return
    late = [one.action_id for one in standing.late]
    width = _AIM_LINE if len(plan.aims) > _FEW_AIMS else 2 * _AIM_LINE
    rows: list[Row] = []
    for aim in plan.aims[:_MOST_AIMS]:
        ids = [one.id for one in plan.actions_of(aim.id)]
        counts = (
            len(ids),
            sum(one in standing.done for one in ids),
            sum(one in late for one in ids),
        )
        words = shortened(aim.text or NO_TEXT, width)
        rows.append(text_row(f"{plan.number_of(aim.id)} {words}", *map(str, counts)))
    yield text_table(_AIM_COLUMNS, _AIM_WIDTHS, rows, "The aims and how many actions each has")
    others = plan.aims[_MOST_AIMS:]
    if others:
        actions = sum(len(plan.actions_of(aim.id)) for aim in others)
        yield plain(f"And {counted(len(others), 'more aim')}, with {counted(actions, 'action')}.")


def _stand(standing: _Standing) -> Iterator[Block]:
    yield plain("How the actions stand", "heading-2")
    found = status_counts(standing.plan, standing.own)
    if not found:
        yield plain("The plan has no action yet.")
        return
    said = [f"{one.count} {_status(one.status)}" for one in found[:_MOST_STATUSES]]
    rest = sum(one.count for one in found[_MOST_STATUSES:])
    said += [f"{rest} otherwise"] if rest else []
    total = counted(len(standing.plan.action_rows), "action")
    yield plain(f"{total}: {', '.join(said)}. {_dates_in_words(standing)}".rstrip())


def _status(status: str) -> str:
    known = {NO_NOTE: "with no note yet", NO_STATUS: "with no status given"}
    return known.get(status) or f"“{shortened(status)}”"


def _dates_in_words(standing: _Standing) -> str:
    """Return how many actions are done and late, by their notes and their timescales."""
    if standing.today is None:
        return ""
    done, late = len(standing.done), len(standing.late)
    are = "is" if late == 1 else "are"
    return f"By their notes and timescales {done or 'none'} done; {late or 'none'} {are} late."


def _late(standing: _Standing, room: float) -> Iterator[Block]:
    """Yield what is late, as much of it as there is room for; the rest goes by number."""
    yield plain(_LATE, "heading-2")
    if not standing.late:
        day = standing.today
        yield plain("Nothing is." if day is not None else "On which day is not known.")
        return
    plan = standing.plan
    late = (plan.action_rows[one.action_id] for one in standing.late)
    why = last_notes(plan, late)
    header = Table((text_row(*_LATE_COLUMNS),), _LATE_WIDTHS)
    left = room - _height_of(plain(_LATE, "heading-2")) - _height_of(header)
    rows: list[Row] = []
    for place, one in enumerate(standing.late):
        row = text_row(*_late_cells(one, why.get(one.action_id, "")))
        needed = _height_of(Table((row,), _LATE_WIDTHS))
        others = standing.late[place + 1 :]
        if rows and needed + _height_of(_by_number(others)) > left:
            others = standing.late[place:]
            break
        rows.append(row)
        left -= needed
    yield text_table(_LATE_COLUMNS, _LATE_WIDTHS, rows, _LATE)
    if others:
        yield _by_number(others)


def _late_cells(one: Review, why: str) -> tuple[str, str, str, str]:
    kind = "" if one.kind == "due" else f" ({KIND_WORDS[one.kind].lower()})"
    since = f"{span_in_words(one.when)}{kind}"
    action = shortened(sentence_line(one.text) or NO_TEXT, _ACTION_WIDTH)
    return one.ref, action, since, shortened(why, _WHY_WIDTH) or _NO_WHY


def _by_number(others: Sequence[Review]) -> Paragraph:
    named = ", ".join(one.ref for one in others[:_MOST_REFS])
    more = len(others) - _MOST_REFS
    rest = f" and {more:,} more" if more > 0 else ""
    return plain(
        f"And {len(others):,} more, the longest late first: {named}{rest}." if others else ""
    )


def _asked(plan: Plan) -> Iterator[Paragraph]:
    rows = sorted(plan.passage_rows.values(), key=lambda one: (one.section, one.rank, one.id))
    said = [sentence_line(one.text) for one in rows if one.kind == "recommendation"]
    asked = [one for one in said if one]
    yield from (plain(shortened(one, _ASKED_WIDTH), bullet=0) for one in asked[:_MOST_ASKED])
    more = len(asked) - _MOST_ASKED
    if more > 0:
        yield plain(f"The report asks for {counted(more, 'thing')} more.")
    if not asked:
        yield plain("The report does not say yet.")


# How much of the page something takes: what was measured of pages in our own template

_HEAD_HEIGHTS = {"heading-1": 6.5, "heading-2": 9.0}
_LINE_HEIGHT, _AFTER, _CELL_LINE_HEIGHT, _AROUND_CELL = 4.9, 2.5, 3.9, 3.2
_LINE, _HEAD_LINE, _OF_CELL, _BESIDE = 80, 54, 0.58, 4.0
"""Characters of a line, of one of a heading, and of a millimetre of a cell without its edges."""


def _height_of(block: Block) -> float:
    """Return how many millimetres of the page a block takes, with the space around it."""
    if isinstance(block, Table):
        return sum(map(_height_of_row, block.rows, (block.widths for _ in block.rows)))
    if not block.text:
        return 0
    height = _HEAD_HEIGHTS.get(block.role)
    if height is not None:
        return height * _lines(block.text, _HEAD_LINE) + _AFTER
    return _LINE_HEIGHT * _lines(block.text, _LINE) + (_AFTER if block.bullet is None else 0)


def _height_of_row(row: Row, widths: Sequence[float]) -> float:
    rooms = (int((width - _BESIDE) * _OF_CELL) for width in widths)
    lines = max(map(_lines, (cell.text for cell in row.cells), rooms))
    return _CELL_LINE_HEIGHT * lines + _AROUND_CELL


def _lines(text: str, room: int) -> int:
    return max(-(-len(text) // room), 1)
