"""What was promised to the committee: kept with the plan, or found in the report as it is.

A promise counts as soon as the report makes it: nobody has to confirm it, so none is lost. It
becomes a row of the plan once somebody closes, edits or dismisses it, or once its sentence leaves
the report. Its id comes from its words, so that a dismissed promise stays dismissed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from plan.following.action_state import approved_on
from plan.following.reviews import Review
from plan.model.plan import Plan
from plan.model.rows import Commitment, commitment_id
from plan.reading.dates import DateSpan, read_date
from plan.reading.promises import promises_in, read_by_when
from plan.reading.rhythms import biannually_of
from plan.reading.timescales import TimescaleReading
from plan.text.comparing import in_common
from plan.text.line_breaks import summary_line
from plan.text.remembered import remembered

_ALIKE = 0.6
"""Share of their words above which two sentences of a paragraph are the same promise."""
_SHORT = 4
"""Letters, at most, of words that two sentences share by chance: "will", "that"."""
NO_TIME = "It was not said by when."
_LATEST = date(9900, 1, 1)
_MOST_REPEATS = 1_000
_WORD = re.compile(r"\w+")
_CLOSING, _ASSESSMENT = "Below the plan", "Impact assessment"
"""Where a promise stands that the report itself does not make."""
_IS_ASSESSMENT = re.compile(r"\bassessment|\bEQ?IA\b|\bIIA\b", re.IGNORECASE)


class _Said(NamedTuple):
    """A text in which a promise may stand: its row, its place in the paper, and its kind."""

    id: str
    section: str
    kind: str
    text: str


@dataclass(frozen=True)
class Promised:
    """A commitment with its number, from 1; `is_kept` says that it is a row of the plan."""

    number: int
    row: Commitment
    is_kept: bool

    @property
    def ref(self) -> str:
        """What it is called: "C2"."""
        return f"C{self.number}"

    @property
    def is_open(self) -> bool:
        """Whether the committee still waits for it."""
        return self.row.standing == "open"


def commitments_of(plan: Plan) -> tuple[Promised, ...]:
    """Return every commitment of a plan, dismissed ones too, in the order of the report.

    Those whose paragraph is no longer there come last. Numbers are places in this order.
    """
    places = {passage.id: place for place, passage in enumerate(_passages(plan))}
    kept = plan.commitment_rows
    rows = [*kept.values(), *found_in(plan)]
    rows.sort(key=lambda row: (places.get(row.on_row, len(places)), row.rank, row.id))
    return tuple(Promised(number, row, row.id in kept) for number, row in enumerate(rows, 1))


def promised_at(plan: Plan, ref: str) -> Promised | None:
    """Return the commitment of a ref such as "C2" or "2", or None."""
    number = ref.strip().upper().removeprefix("C")
    return next((one for one in commitments_of(plan) if str(one.number) == number), None)


def found_in(plan: Plan) -> tuple[Commitment, ...]:
    """Return the promises that the paper makes and that are no rows of the plan, in order.

    They stand in the report, in the plan's closing text or in an appended assessment, "Monitoring:
    reported to the committee in June"; what those only say over again counts once.
    """
    meeting = approved_on(plan)
    found: dict[str, Commitment] = {}
    for passage in _passages(plan):
        is_decided = passage.kind == "recommendation"
        text = _plain(passage.text)
        for one in promises_in(text, is_recommendation=is_decided, meeting=meeting):
            row = Commitment(
                id=commitment_id(" ".join(_words(one.sentence))),
                parent=plan.cover.id,
                text=one.sentence,
                by_when=one.by_when,
                where=_where(plan, passage),
                on_row=passage.id,
                promised_on=plan.report.meeting_date,
            )
            is_repeated = passage.section in (_CLOSING, _ASSESSMENT) and any(
                _says_again(plan, row, other) for other in found.values()
            )
            if not is_repeated:
                found.setdefault(row.id, row)
    kept = plan.commitment_rows
    return tuple(
        row for row in found.values() if row.id not in kept and not _is_kept(plan, row, found)
    )


def reading_of_promise(plan: Plan, row: Commitment) -> TimescaleReading:
    """Return when a commitment is due, as read; spells count from the day of the promise."""
    begins = read_date(plan.cover.year_1_begins)
    means = biannually_of(plan.cover.biannually_means)
    return read_by_when(row.by_when, _promised_on(row), begins.first if begins else None, means)


def why_undated(plan: Plan, row: Commitment) -> str:
    """Return why it is not known when a commitment is due, empty if it is."""
    if next(_dates(plan, row), None) is not None:
        return ""
    if not row.by_when.strip():
        return NO_TIME
    reading = reading_of_promise(plan, row)
    return reading.remark or f"“{row.by_when}” gives no day. {reading.told}".strip()


def promises_due(plan: Plan, first: date, last: date) -> tuple[Review, ...]:
    """Return the open promises that are due between two days, soonest first."""
    found = [
        _review(one, number, when)
        for one in commitments_of(plan)
        if one.is_open
        for number, when in _until(_dates(plan, one.row), last)
        if when.last >= first
    ]
    return tuple(sorted(found, key=lambda one: one.when.last))


def promises_overdue(plan: Plan, today: date) -> tuple[Review, ...]:
    """Return the open promises that were due before `today`, soonest first.

    A promise that recurs is never overdue: nothing says which of its reports were made.
    """
    found = [
        _review(one, number, when)
        for one in commitments_of(plan)
        if one.is_open and not reading_of_promise(plan, one.row).every
        for number, when in list(_until(_dates(plan, one.row), today))[-1:]
        if when.last < today
    ]
    return tuple(sorted(found, key=lambda one: one.when.last))


def promise_numbered(plan: Plan, row_id: str, number: int) -> Review | None:
    """Return the day on which a commitment is due for the `number`th time, or None."""
    for one in commitments_of(plan):
        if one.row.id == row_id and one.is_open and 0 < number <= _MOST_REPEATS:
            when = next(islice(_dates(plan, one.row), number - 1, None), None)
            return None if when is None else _review(one, number, when)
    return None


def _passages(plan: Plan) -> list[_Said]:
    """Return the paragraphs of the report, section by section, then what stands beside it."""
    sections = dict.fromkeys(passage.section for passage in plan.passage_rows.values())
    found = [
        _Said(passage.id, passage.section, passage.kind, passage.text)
        for section in sections
        for passage in plan.passages_of(section)
        if passage.kind in ("text", "numbered", "recommendation")
    ]
    if plan.cover.closing:
        found.append(_Said(plan.cover.id, _CLOSING, "text", plan.cover.closing))
    return found + [
        _Said(one.id, _ASSESSMENT, "text", one.text)
        for one in plan.appendices
        if one.kind == "text" and _IS_ASSESSMENT.search(one.title)
    ]


@remembered
def _plain(markdown: str) -> str:
    return "\n".join(filter(None, map(summary_line, markdown.split("\n"))))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _is_kept(plan: Plan, row: Commitment, found: dict[str, Commitment]) -> bool:
    """Return whether a sentence rewords a promise that was kept from the same paragraph."""
    kept = (one for one in plan.commitment_rows.values() if one.id not in found)
    return any(one.on_row == row.on_row and is_same_promise(row.text, one.text) for one in kept)


def is_same_promise(sentence: str, other: str) -> bool:
    """Return whether two sentences of a paragraph make the same promise, one a rewording."""
    ours, theirs = _words(sentence), _words(other)
    return 2 * in_common(ours, theirs) > _ALIKE * (len(ours) + len(theirs))


def _says_again(plan: Plan, row: Commitment, other: Commitment) -> bool:
    """Return whether a form or a closing text only says again what the report promises.

    It says that in other words, at the same time or at none.
    """
    if is_same_promise(row.text, other.text):
        return True
    ours, theirs = (reading_of_promise(plan, one) for one in (row, other))
    is_same_time = (ours.due, ours.review, ours.rhythm) == (
        theirs.due,
        theirs.review,
        theirs.rhythm,
    )
    if row.by_when and not (is_same_time and ours.says_when):
        return False
    shared = {word for word in _words(row.text) if len(word) > _SHORT} & {*_words(other.text)}
    return len(shared) > 1


def _where(plan: Plan, passage: _Said) -> str:
    report = f"report {plan.report.number}" if plan.report.number else ""
    if passage.section in (_CLOSING, _ASSESSMENT):
        return ", ".join(filter(None, (passage.section, report, plan.report.meeting_date)))
    among = [one for one in plan.passages_of(passage.section) if one.kind == passage.kind]
    number = [one.id for one in among].index(passage.id) + 1
    section = passage.section.removeprefix("own-").replace("-", " ").capitalize()
    place = (
        f"Recommendation {number}"
        if passage.kind == "recommendation"
        else f"{section}, paragraph {number}"
    )
    return ", ".join(filter(None, (place, report, plan.report.meeting_date)))


def _promised_on(row: Commitment) -> date | None:
    read = read_date(row.promised_on)
    return read.first if read and read.is_day else None


def _dates(plan: Plan, row: Commitment) -> Iterator[DateSpan]:
    """Yield the days or months for which a commitment was promised, soonest first."""
    reading = reading_of_promise(plan, row)
    once: list[DateSpan | None] = [one.when for one in reading.milestones]
    once = once or [reading.due or reading.review or reading.begins]
    known = [when for when in once if when is not None]
    yield from known
    if not reading.every:
        return
    promised = _promised_on(row)
    anchor, step = reading.review or (known[-1] if known else None), 1
    if anchor is None and promised is not None and not reading.told:  # of "every term" no day
        anchor = DateSpan(promised, promised)
    while anchor is not None:
        begin = anchor.first + relativedelta(months=reading.every * step)
        if begin > _LATEST:
            return
        yield DateSpan(begin, begin if anchor.is_day else begin + relativedelta(day=31))
        step += 1


def _until(dates: Iterator[DateSpan], last: date) -> Iterator[tuple[int, DateSpan]]:
    for number, when in enumerate(islice(dates, _MOST_REPEATS), 1):
        if when.first > last:
            return
        yield number, when


def _review(one: Promised, number: int, when: DateSpan) -> Review:
    return Review(one.ref, one.row.id, when, "commitment", one.row.text, (), 0, number)
