"""A form for one lead: only its actions, each a table with room for a status and progress.

It is sent by hand, filled in with Word or LibreOffice, and read back by `importers.lead_reply`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from plan.model.plan import Plan
from plan.model.rows import Action
from plan.papers.blocks import (
    LABEL_WIDTH,
    PAGE_WIDTH,
    Block,
    Cell,
    Document,
    Paragraph,
    Row,
    Section,
    Table,
    plain,
)
from plan.papers.markdown import blocks_of
from plan.papers.typed_text import shown_of

REF, ACTION, TIMESCALE, SUCCESS, LAST = "Ref", "Action", "Timescale", "Success", "Last note"
STATUS, PROGRESS = "Status", "Progress"
ASKED = (STATUS, PROGRESS)
"""The labels of what a lead writes."""
TO_WRITE = {STATUS: "Write the status here", PROGRESS: "Write what was done, and what is next"}
"""What stands where a lead is to write; it is no answer."""
_EXPLAINED = (
    "Please fill in Status and Progress of each action below, save the file and send it back. "
    "Nothing else is read: to have another wording or date, write so under Progress."
)
_STATUSES = "A status is a word or two, such as On track, Delayed or Complete."
_NONE = "–"
_BOOKMARK = "plandesk_"
_FOOTER = "Page {page} of {pages}"


@dataclass(frozen=True)
class LeadForm:
    """The form of a lead: its document, and for each table in it the key of its action."""

    lead: str
    document: Document
    keys: tuple[str, ...]


def lead_form(plan: Plan, lead: str, title: str) -> LeadForm:
    """Return the form with the actions of a lead; `title` is the plan's."""
    actions = actions_of_lead(plan, lead)
    blocks: list[Block] = [
        plain(f"Progress: {lead}", "heading-1"),
        plain(title),
        plain(_EXPLAINED),
        plain(_STATUSES),
    ]
    for action in actions:
        blocks += [plain(f"Action {plan.ref_of(action.id)}", "heading-2"), _table(plan, action)]
    document = Document(
        f"Progress: {lead}", (Section(tuple(blocks), footer=_FOOTER),), subject=title
    )
    keys = tuple(key_of(plan, action, lead) for action in actions)
    return LeadForm(lead, document, keys)


def leads_asked(plan: Plan, done: frozenset[str]) -> tuple[str, ...]:
    """Return every lead of an action that is not `done`, in alphabetical order, each once."""
    named: dict[str, str] = {}
    for action in plan.actions:
        for lead in action.leads:
            if action.id not in done:
                named.setdefault(lead.casefold(), lead)
    return tuple(sorted(named.values(), key=str.casefold))


def actions_of_lead(plan: Plan, lead: str) -> tuple[Action, ...]:
    """Return the actions that a lead has a part in, in printed order."""
    asked = lead.casefold()
    return tuple(
        action for action in plan.actions if asked in (one.casefold() for one in action.leads)
    )


def key_of(plan: Plan, action: Action, lead: str) -> str:
    """Return what tells in the form of a lead which action it is, and how it read then."""
    return f"{action_key(plan, action.id, lead)}-{text_key(shown_text(action))}"


def bookmark_of(key: str) -> str:
    """Return the name of the bookmark that says of which action a table is.

    LibreOffice before 7.5 drops the tags of controls, and keeps bookmarks.
    """
    return f"{_BOOKMARK}{key.replace('-', '_')}"


def key_in_bookmark(name: str) -> str:
    """Return the key that the name of a bookmark has in it, empty where it is none of ours."""
    return name.removeprefix(_BOOKMARK).replace("_", "-") if name.startswith(_BOOKMARK) else ""


def action_key(plan: Plan, action_id: str, lead: str) -> str:
    """Return the part of a key that says which action it is, and whose form."""
    return sha256(f"{plan.cover.id}/{action_id}/{lead.casefold()}".encode()).hexdigest()[:20]


def text_key(text: str) -> str:
    """Return the part of a key that tells whether an action's wording was changed."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def shown_text(action: Action) -> str:
    """Return the wording of an action as the form shows it."""
    return "\n".join(one.text for one in _paragraphs(action))


def _paragraphs(action: Action) -> tuple[Paragraph, ...]:
    return tuple(one for one in blocks_of(action.text) if one.text.strip())


def _table(plan: Plan, action: Action) -> Table:
    rows = tuple(
        Row(
            (Cell((plain(label, "form-header"),)), Cell(said)),
            is_header=label == REF,
        )
        for label, said in _rows(plan, action)
    )
    ref = plan.ref_of(action.id)
    return Table(rows, (LABEL_WIDTH, PAGE_WIDTH - LABEL_WIDTH), f"Action {ref}")


def _rows(plan: Plan, action: Action) -> Iterator[tuple[str, tuple[Block, ...]]]:
    yield REF, _lines(plan.refs_in_words(action.id))
    yield ACTION, _paragraphs(action) or _lines(_NONE)
    yield TIMESCALE, _lines(action.timescale or _NONE)
    yield SUCCESS, _lines("\n".join(action.success_criteria) or _NONE)
    notes = plan.notes_of(action.id)
    last = notes[-1] if notes else None
    said = (last.as_at, last.status, shown_of(last.text)) if last is not None else ()
    yield LAST, _lines(": ".join(filter(None, said)) or _NONE)
    yield STATUS, _lines("")
    yield PROGRESS, _lines("")


def _lines(text: str) -> tuple[Block, ...]:
    lines = [line for line in text.split("\n") if line.strip()] or [""]
    return tuple(plain(line, "form-answer") for line in lines)
