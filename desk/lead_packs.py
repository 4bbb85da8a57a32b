"""Forms for the leads of a plan: written for each, read back, and who has not replied."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desk.council import Look
from desk.errors import ImportRefusedError
from desk.exporting import Exported
from desk.today import today, today_in_words
from desk.word_papers import template_of, write_word_file
from exporters.names import file_name
from exporters.word.lead_forms import lead_form_file
from importers.errors import UnreadableError
from importers.lead_reply import read_reply
from plan.changes.change import Change
from plan.changes.replies import Answer, Replied, answers_in, lead_key, notes_taken
from plan.council.own_field import OwnFields
from plan.following.action_state import closed_actions
from plan.model.plan import Plan
from plan.papers.lead_form import actions_of_lead, lead_form, leads_asked
from plan.reading.dates import read_date
from plan.text.line_breaks import counted, shortened
from store.lead_packs import Sent, keep_sent, sent_of


def write_forms(
    plan: Plan, name: str, own: OwnFields, folder: Path, look: Look
) -> Iterator[Exported]:
    """Write a form for each lead of an action that is not closed; yield where each went.

    Raises ExportError.
    """
    leads = leads_asked(plan, closed_actions(plan, today(), own))
    title = ", ".join(filter(None, (plan.cover.title, plan.cover.subtitle))) or name
    template = template_of(look)
    taken: set[Path] = set()
    for lead in leads:
        form = lead_form(plan, lead, title)
        content = lead_form_file(form, author=look.author, template=template)
        path = folder / file_name("{name} {form}.docx", "Progress", form=lead)
        written = write_word_file(content, path, f"the form of {lead}", frozenset(taken))
        taken.add(written.path)
        yield written
    keep_sent(plan.cover.id, Sent(day=today().isoformat(), leads=leads))


def left_out_lines(plan: Plan, own: OwnFields) -> Iterator[str]:
    """Yield which actions are in nobody's form, as they are closed or have no lead."""
    closed = closed_actions(plan, today(), own)
    done = [plan.ref_of(one.id) for one in plan.actions if one.id in closed]
    if done:
        yield f"Closed, so that nobody is asked only for it: {', '.join(done)}."
    without = [plan.ref_of(one.id) for one in plan.actions if not one.leads]
    if without:
        yield f"No lead is named, so it is in no form: {', '.join(without)}."


@dataclass(frozen=True)
class Reply:
    """A lead's reply: what becomes of each of its tables, and the change that takes it."""

    answers: tuple[Answer, ...]
    change: Change


def read_reply_to(plan: Plan, path: Path) -> Reply:
    """Return what a lead's reply says of a plan. Raises ImportRefusedError."""
    try:
        tables = read_reply(path)
    except UnreadableError as error:
        raise ImportRefusedError(str(error)) from error
    replied = (Replied(**vars(one)) for one in tables)
    return part_of_reply(plan, answers_in(plan, replied))


def part_of_reply(plan: Plan, answers: Iterable[Answer]) -> Reply:
    """Return a reply of which only these answers are taken."""
    kept = tuple(answers)
    return Reply(kept, notes_taken(plan, kept, today_in_words()))


def reply_lines(plan: Plan, reply: Reply) -> Iterator[str]:
    """Yield what a reply says line by line, and what is not taken of it."""
    for one in reply.answers:
        yield from answer_lines(plan, one)


def answer_lines(plan: Plan, one: Answer) -> Iterator[str]:
    """Yield what a reply says of one action line by line, and what is not taken of it."""
    if one.standing == "unknown":
        text = shortened(one.replied.text)
        yield f"Not taken, as no action of the plan reads so: {one.replied.ref} “{text}”"
        yield from _said(one)
        return
    ref = plan.ref_of(one.action)
    match one.standing:
        case "empty":
            yield f"Action {ref}: nothing was written."
        case "taken":
            yield f"Action {ref}: the plan has this note already."
        case _:
            yield f"Action {ref}: {shortened(one.replied.text)}"
            yield from _said(one)
    if one.other_wording:
        said = f"“{one.other_wording}”".replace("\n", " / ")
        yield f"  The lead has worded the action otherwise, which is not taken: {said}"


def _said(answer: Answer) -> Iterator[str]:
    for label, text in (("Status", answer.replied.status), ("Progress", answer.replied.progress)):
        if text:
            yield f"  {label}: {text.replace(chr(10), ' / ')}"


@dataclass(frozen=True)
class Waiting:
    """A lead who was sent a form, how many actions are in it, and whether a reply was taken."""

    lead: str
    actions: int
    has_replied: bool


def who_replied(plan: Plan) -> tuple[str, tuple[Waiting, ...]]:
    """Return the day on which forms were last sent (ISO), and each lead with what came back.

    The day is empty where none were sent from this laptop: then every lead is asked of.
    """
    sent = sent_of(plan.cover.id)
    leads = sent.leads or leads_asked(plan, frozenset())
    since = date.fromisoformat(sent.day) if sent.day else date.min
    return sent.day, tuple(
        Waiting(lead, len(actions_of_lead(plan, lead)), _has_replied(plan, lead, since))
        for lead in leads
    )


def _has_replied(plan: Plan, lead: str, since: date) -> bool:
    begins = f"reply-{lead_key(lead)}-"
    for note in plan.note_rows.values():
        if note.id.startswith(begins):
            read = read_date(note.as_at)
            if read is None or read.last >= since:
                return True
    return False


def waiting_lines(day: str, waiting: tuple[Waiting, ...]) -> Iterator[str]:
    """Yield who has not replied, then who has."""
    for one in sorted(waiting, key=lambda each: each.has_replied):
        said = "has replied" if one.has_replied else "has not replied"
        yield f"{one.lead} ({counted(one.actions, 'action')}): {said}"
    if not day:
        yield "No forms were sent from this laptop: plandesk pack-leads PLAN --out DIR writes them."
