"""Write a form for each lead of a plan, read it back, and say who has not replied.

A reply is taken field by field: status and progress of each action, each beside what stood there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desk.council import Look
from desk.errors import ImportRefusedError
from desk.exporting import Exported
from desk.plan_summaries import DeskPlan, desk_plans
from desk.today import today, today_in_words
from desk.word_papers import template_of, write_word_file
from exporters.names import file_name
from exporters.word.lead_forms import lead_form_file
from importers.errors import UnreadableError
from importers.lead_reply import may_be_reply, read_reply
from importers.remarks import copy_remark
from plan.changes.change import Change
from plan.changes.replies import (
    ANSWER_FIELDS,
    Answer,
    AnswerField,
    Replied,
    answers_in,
    lead_key,
    notes_taken,
    until_now,
)
from plan.council.own_field import OwnFields
from plan.following.action_state import closed_actions
from plan.model.plan import Plan
from plan.papers.lead_form import PROGRESS, STATUS, actions_of_lead, lead_form, leads_asked
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
    if leads:
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


_LABEL: dict[AnswerField, str] = {"status": STATUS, "progress": PROGRESS}
_LONGEST_BEFORE = 300
"""Most cells of what stood in a field until now."""


@dataclass(frozen=True)
class Reply:
    """A lead's reply: what becomes of each of its tables, and the change that takes it."""

    answers: tuple[Answer, ...]
    change: Change
    remark: str = ""
    """What the officer should know of the file."""


def read_reply_to(plan: Plan, path: Path) -> Reply:
    """Return what a lead's reply says of a plan. Raises ImportRefusedError."""
    replied = _replied(path)
    said = copy_remark(
        path, (text for one in replied for text in vars(one).values() if isinstance(text, str))
    )
    remark = " ".join(one.text for one in said)
    return replace(part_of_reply(plan, answers_in(plan, replied)), remark=remark)


def _replied(path: Path) -> tuple[Replied, ...]:
    try:
        return tuple(Replied(**vars(one)) for one in read_reply(path))
    except UnreadableError as error:
        raise ImportRefusedError(str(error)) from error


def part_of_reply(plan: Plan, answers: Iterable[Answer]) -> Reply:
    """Return a reply of which only these answers are taken."""
    kept = tuple(answers)
    return Reply(kept, notes_taken(plan, kept, today_in_words()))


@dataclass(frozen=True)
class ReplyFound:
    """The plans of the desk to which a Word file may be a lead's reply.

    `is_form` says that it is a lead's form, also where the plan is not on the desk.
    """

    plans: tuple[DeskPlan, ...] = ()
    is_form: bool = False


def reply_found(path: Path) -> ReplyFound:
    """Return the plans of the desk to which a Word file may be a lead's reply.

    It is known by its controls, or else where every action in it is one of the plan by its text.
    """
    try:
        replied = _replied(path) if may_be_reply(path) else ()
    except ImportRefusedError:
        replied = ()
    if not replied:
        return ReplyFound()
    plans, _ = desk_plans()
    answers = {one.path: answers_in(one.plan, replied) for one in plans}
    named = tuple(one for one in plans if any(each.is_keyed for each in answers[one.path]))
    alike = (one for one in plans if all(each.standing != "unknown" for each in answers[one.path]))
    return ReplyFound(named or tuple(alike), any(one.key for one in replied))


def reply_lines(plan: Plan, reply: Reply) -> Iterator[str]:
    """Yield what a reply says line by line, and what is not taken of it."""
    if reply.remark:
        yield reply.remark
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
            for field in ANSWER_FIELDS:
                if one.said(field):
                    line, below = field_in_words(plan, one, field)
                    yield f"  {line}"
                    yield from (f"    {each}" for each in below)
    if one.other_wording:
        said = f"“{one.other_wording}”".replace("\n", " / ")
        yield f"  The lead has worded the action otherwise, which is not taken: {said}"


def field_in_words(plan: Plan, one: Answer, field: AnswerField) -> tuple[str, tuple[str, ...]]:
    """Return what a reply says in a field of an action, and below it what stood there until now."""
    line = f"{_LABEL[field]}: {_on_a_line(one.said(field))}"
    if one.standing == "new" and field not in one.fields:
        return line, ("the plan has this already",)
    before = until_now(plan, one, field)
    return line, (f"until now: {shortened(before, _LONGEST_BEFORE)}",) if before else ()


def _said(answer: Answer) -> Iterator[str]:
    for field in ANSWER_FIELDS:
        if text := answer.said(field):
            yield f"  {_LABEL[field]}: {_on_a_line(text)}"


def _on_a_line(text: str) -> str:
    return text.replace("\n", " / ")


def left(plan: Plan, answers: Iterable[Answer], named: Iterable[str]) -> tuple[Answer, ...]:
    """Return answers without the fields that are named "1.1/status", or "1.1" for both.

    Raises ValueError, in a sentence, where something is named that is not in them.
    """
    kept = tuple(answers)
    for name in named:
        ref, _, wanted = name.strip().partition("/")
        fields = tuple(one for one in ANSWER_FIELDS if wanted.casefold() in ("", one))
        there = [one for one in kept if one.action and plan.ref_of(one.action) == ref]
        if not there or not fields:
            raise ValueError(
                f"“{name}” is no field in the reply: name it as in 1.1/status, or 1.1/progress."
            )
        kept = tuple(one.without(*fields) if one in there else one for one in kept)
    return kept


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
