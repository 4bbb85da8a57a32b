"""The rows of the Reviews view, and the details beside each. Values only."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from textual.content import Content

from desk.council import own_fields_of
from plan.following.action_state import approved_on, reading_of
from plan.following.ledger import latest, noted_since, status_counts
from plan.following.reviews import KIND_WORDS, Kind
from plan.following.timeline import Standing, TimelineEntry, TimelineGroup, counted_entries
from plan.model.plan import Plan
from plan.model.rows import Commitment, ProgressNote
from plan.reading.dates import date_in_words, span_in_words
from plan.reading.status import tone_of
from plan.reading.timescales import reading_in_words
from plan.text.line_breaks import NO_TEXT, bar, cells, counted, padded, sentence_line
from tui.widgets.field_panel import TONE_COLOURS
from tui.widgets.row_list import ListedRow

OVERVIEW = "overview"
"""The id of the first row, above all groups."""
KINDS: dict[Kind, str] = {
    "due": "due",
    "milestone": "milestone",
    "review": "review",
    "either": "either",
    "commitment": "promised",
}
_INDENT = 12
"""Width of the first column, in cells: an entry's word, or the bar and count of a heading."""
_COLOURS = {
    "overdue": "bold $text-error",
    "due": "bold $text-accent",
    "milestone": "bold $text-accent",
    "review": "bold $foreground",
    "either": "bold $text-warning",
    "promised": "bold $text-accent",
    "say": "bold $text-warning",
    "unread": "bold $text-warning",
}
_WORDS: dict[Standing, str] = {"overdue": "overdue", "unsaid": "say", "unread": "unread"}


@dataclass(frozen=True, slots=True)
class ReviewRow(ListedRow):
    """An entry of the timeline, in two lines; `word` says how it stands."""

    word: str = ""

    @property
    def content(self) -> Content:
        """What is painted; never parsed as markup."""
        word = Content.styled(f"  {self.word}".ljust(_INDENT), _COLOURS[self.word])
        below = f"{' ' * _INDENT}{self.below}"
        return Content.assemble(word, f"{self.line}\n", (below, "dim"))


@dataclass(frozen=True, slots=True)
class HeadingRow(ListedRow):
    """The heading of a group; `below` is a bar for its length, painted before it."""

    @property
    def content(self) -> Content:
        """What is painted; never parsed as markup."""
        before = self.below.ljust(_INDENT) if self.below else ""
        return Content.assemble(before, (self.line, "bold $text-accent"))


def review_rows(
    groups: Sequence[TimelineGroup], overview: str, *, with_plan: bool
) -> tuple[ListedRow, ...]:
    """Return the rows of the view: the overview, then each group with its entries.

    With `with_plan` each entry names its plan.
    """
    rows: list[ListedRow] = [HeadingRow(OVERVIEW, overview)]
    most = max((len(group.entries) for group in groups), default=1)
    widest = _INDENT - len(f" {most}  ")
    for group in groups:
        count = len(group.entries)
        length = f"{bar(count, most, widest):<{widest}} {count:>{len(str(most))}}"
        rows.append(HeadingRow(heading_id(group), group.heading, length))
        rows.extend(_entry_row(group, entry, with_plan=with_plan) for entry in group.entries)
    return tuple(rows)


def heading_id(group: TimelineGroup) -> str:
    """Return the id of the row of a group's heading."""
    return f"group/{group.heading}"


def row_id(group: TimelineGroup, entry: TimelineEntry) -> str:
    """Return the id of the row of an entry in a group: the entry may be in several groups."""
    return f"{group.heading}/{entry.id}"


def _entry_row(group: TimelineGroup, entry: TimelineEntry, *, with_plan: bool) -> ReviewRow:
    parts = (
        when_in_words(entry),
        entry.plan if with_plan else "",
        "; ".join(entry.action.leads),
    )
    return ReviewRow(
        row_id(group, entry),
        f"{entry.ref} {sentence_line(entry.action.text) or NO_TEXT}",
        " · ".join(filter(None, parts)),
        _word(entry),
    )


def _word(entry: TimelineEntry) -> str:
    return _WORDS.get(entry.standing) or KINDS[entry.kind or "either"]


def when_in_words(entry: TimelineEntry) -> str:
    """Return when an entry is, "since June 2026" or "31 March 2027", or what is wrong with it."""
    if entry.when is None:
        return entry.remark or f"“{' '.join(entry.action.timescale.split())}”"
    when = span_in_words(entry.when)
    if entry.standing != "overdue":
        return when
    return f"since {when}; {entry.remark}" if entry.remark else f"since {when}"


# The details beside the list


def words_of_entry(entry: TimelineEntry, plan: Plan, *, with_plan: bool) -> Iterator[Content]:
    """Yield the details of an entry: its action, when it is and why, its leads, its last note."""
    if entry.commitment is not None:
        yield from _words_of_promise(entry, entry.commitment)
        if with_plan:
            yield Content(f"Plan: {entry.plan}")
        return
    action = entry.action
    yield Content.styled(f"{entry.ref} {sentence_line(action.text) or NO_TEXT}", "bold")
    yield Content("")
    yield Content(_stands_in_words(entry))
    yield Content("")
    yield Content(f"Timescale: {' '.join(action.timescale.split()) or 'none'}")
    reading = reading_of(plan, action)
    if words := reading_in_words(reading):
        yield Content.styled(f"read as: {words}", "dim")
    if reading.told:
        yield Content.styled(reading.told, "dim")
    if reading.remark and entry.standing != "unread":
        yield Content(reading.remark)
    yield Content(f"Leads: {'; '.join(action.leads) or 'none'}")
    yield Content(f"Aim: {entry.aim}")
    yield Content(f"Last progress note: {_note_in_words(latest(plan.notes_of(action.id)))}")
    if with_plan:
        yield Content(f"Plan: {entry.plan}")


def _words_of_promise(entry: TimelineEntry, row: Commitment) -> Iterator[Content]:
    """Yield the details of what was promised to the committee."""
    yield Content.styled(f"{entry.ref} {row.text or NO_TEXT}", "bold")
    yield Content("")
    yield Content("Promised to the committee, and not closed yet.")
    yield Content(when_in_words(entry).capitalize())
    yield Content("")
    yield Content(f"By when: {row.by_when or 'not said'}")
    yield Content(f"Where: {row.where or 'not said'}")
    yield Content("")
    yield Content.styled(
        "Enter goes to it: say when and how it was closed, or by when it is due.", "dim"
    )


def _stands_in_words(entry: TimelineEntry) -> str:
    when = when_in_words(entry)
    match entry.standing:
        case "overdue" if entry.remark:
            return f"Overdue {when}. Where that is agreed, write it in the timescale."
        case "overdue":
            return f"Overdue {when}: no note since."
        case "unsaid":
            return "Is that when it is done (d), or when it is reviewed (r)?"
        case "unread":
            return entry.remark
    if entry.kind == "either":
        return f"Due or reviewed {when}. Is it done then (d), or reviewed (r)?"
    return f"{KIND_WORDS[entry.kind or 'due']}: {when}"


def _note_in_words(note: ProgressNote | None) -> str:
    if note is None:
        return "none yet"
    heading = ", ".join(filter(None, (note.as_at, note.status)))
    return f"{heading}: {sentence_line(note.text)}" if heading else sentence_line(note.text)


def words_of_group(group: TimelineGroup) -> Iterator[Content]:
    """Yield the number of entries in a group, in all and for each lead."""
    yield Content.styled(group.heading, "bold")
    yield Content("")
    yield Content(counted_entries(group.entries))
    yield Content("")
    leads: dict[str, int] = {}
    for entry in group.entries:
        for lead in entry.action.leads:
            leads[lead] = leads.get(lead, 0) + 1
    for lead, count in sorted(leads.items(), key=lambda item: (-item[1], item[0])):
        yield Content(f"{count:>3}  {lead}")


def words_of_overview(
    months: Sequence[tuple[str, int]],
    plans: Mapping[str, Plan],
    remarks: Sequence[str],
    today: date,
) -> Iterator[Content]:
    """Yield the number of entries in each month, and how the actions of each plan stand."""
    for remark in remarks:
        yield Content.styled(remark, "$text-warning")
    yield Content.styled("What is to come", "bold")
    yield from _bars([(name, count, "") for name, count in months])
    for name, plan in plans.items():
        stand = [
            (one.status, one.count, TONE_COLOURS[tone_of(one.status)])
            for one in status_counts(plan, own_fields_of(plan))
        ]
        yield Content("")
        of_plan = f" in {name}" if len(plans) > 1 else ""
        actions = counted(len(plan.actions), "action")
        yield Content.styled(f"How the actions stand{of_plan}: {actions}", "bold")
        yield from _bars(stand)
        yield from _since_the_meeting(plan, today)


def _since_the_meeting(plan: Plan, today: date) -> Iterator[Content]:
    """Yield which actions have a note since the committee met, if it has met before `today`."""
    met = approved_on(plan)
    if met is None or met >= today:
        return
    after = met + timedelta(days=1)
    refs = {plan.ref_of(action.id): bool(notes) for action, notes in noted_since(plan, after)}
    noted = ", ".join(ref for ref, is_noted in refs.items() if is_noted) or "none"
    silent = ", ".join(ref for ref, is_noted in refs.items() if not is_noted) or "none"
    yield Content("")
    yield Content.styled(f"Since the committee of {date_in_words(met)}", "bold")
    yield Content(f"With a new note: {noted}")
    yield Content(f"Without one: {silent}")


def _bars(counts: Sequence[tuple[str, int, str]]) -> Iterator[Content]:
    widest = max((cells(name) for name, _, _ in counts), default=0)
    most = max((count for _, count, _ in counts), default=1)
    for name, count, colour in counts:
        length = f"{bar(count, most, 12)} {count}" if count else "–"
        yield Content.assemble(f"{padded(name, widest)}  ", (length, colour))
