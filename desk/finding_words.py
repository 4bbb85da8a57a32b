"""Find and replace words in the open plan, and find them in every plan of the desk."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from desk.field_contents import OWN_CELL as OWN_FIELD
from desk.history_steps import wording_of
from desk.plan_summaries import desk_plans
from desk.session import LONGEST_SAVE, PlanSession
from desk.spelling import Misspelling, with_word
from plan.changes.change import Change
from plan.changes.edits.plan_texts import replace_words, set_texts
from plan.council.format import Format, FormatError
from plan.model.finding import Place
from plan.model.plan import Plan
from plan.papers.found_texts import Found, TextIndex
from plan.papers.plan_texts import OWN_CELL, PlanText, texts_of
from plan.text.line_breaks import counted, shortened
from plan.text.word_search import Wanted
from plan.wording.wording import Wording
from store.errors import StoreError
from store.formats import format_for


class SearchedPlan(NamedTuple):
    """A plan with the index of its words; `path` is empty for the one that is open."""

    name: str
    wording: Wording
    words: TextIndex
    path: Path | None = None


class FoundInPlan(NamedTuple):
    """A sentence in which something was found, and its plan."""

    of: SearchedPlan
    found: Found


def searched(plan: Plan, council: Format, name: str, path: Path | None = None) -> SearchedPlan:
    """Return a plan with the index of its words, which takes a moment: make it on a thread."""
    wording = wording_of(council, plan)
    texts = texts_of(plan, council, wording.forms)
    return SearchedPlan(name, wording, TextIndex(plan, texts), path)


def searched_desk(
    but_not: Path | None = None,
) -> tuple[tuple[SearchedPlan, ...], tuple[str, ...]]:
    """Return every plan of the desk but one, and a sentence for each that cannot be searched."""
    plans, unread = desk_plans()
    found, problems = [], list(unread)
    for one in plans:
        if but_not is not None and one.path.resolve() == but_not.resolve():
            continue
        try:
            council = format_for(one.plan.cover.format)
        except FormatError as error:
            problems.append(f"{one.name} is left out: {error}")
        else:
            found.append(searched(one.plan, council, one.name, one.path))
    return tuple(found), tuple(problems)


def found_in(
    plans: tuple[SearchedPlan, ...], wanted: Wanted, most: int | None = None
) -> tuple[FoundInPlan, ...]:
    """Return what is found in some plans: the best kind first, within it plan by plan."""
    found = [FoundInPlan(of, one) for of in plans for one in of.words.find(wanted, most)]
    return tuple(sorted(found, key=lambda one: one.found.rank))[:most]


def said_in(plans: tuple[SearchedPlan, ...], wanted: Wanted) -> tuple[FoundInPlan, ...]:
    """Return the sentences that say just what is wanted, plan by plan in the order of the paper."""
    return tuple(FoundInPlan(of, one) for of in plans for one in of.words.said(wanted))


def goal_of(found: Found) -> Place:
    """Return the place where a view shows what was found: its own field where it has one.

    A ref leads to the action as a whole, so that it can be moved, copied or followed by another.
    """
    said = found.text.said
    if found.kind == "ref":
        return said.place._replace(field="")
    if said.part != OWN_CELL or said.row.table not in ("plan", "aims", "actions", "report"):
        return said.place
    return said.place._replace(field=f"{OWN_FIELD}{said.key}")


def sentence_key(found: Found) -> tuple[str, ...]:
    """Return what a sentence is known by in the plan as it was and as it is after an edit."""
    said = found.text.said
    return (said.row.id, said.field, said.part, said.key, found.sentence)


class Replaced(NamedTuple):
    """What became of replacing words in a plan, in a sentence, and whether it is done."""

    sentence: str
    is_done: bool


def replace_elsewhere(chosen: tuple[FoundInPlan, ...], wanted: Wanted, new: str) -> Replaced:
    """Replace the wanted words in some sentences of a plan that is not open, and save it.

    What has changed there since it was searched is left alone.
    """
    name, path = chosen[0].of.name, chosen[0].of.path
    if path is None:
        raise ValueError(f"{name} is the open plan")
    try:
        session = PlanSession.opened(path)
    except StoreError as error:
        return Replaced(f"{name} is unchanged: {error}", is_done=False)
    try:
        return _replace_in(session, {sentence_key(one.found) for one in chosen}, wanted, new)
    finally:
        session.close()


def _replace_in(
    session: PlanSession, chosen: set[tuple[str, ...]], wanted: Wanted, new: str
) -> Replaced:
    name = session.name
    if session.read_only_reason:
        return Replaced(f"{name} is unchanged: {session.read_only_reason}", is_done=False)
    try:
        said = searched(session.plan, session.council, name).words.said(wanted)
        there = [one for one in said if sentence_key(one) in chosen]
        change = named_after(replace_words(there, wanted, new, session.council), name)
    except FormatError as error:
        return Replaced(f"{name} is unchanged: {error}", is_done=False)
    except ValidationError:
        problem = f"a text gets longer than plandesk keeps with “{shortened(new)}” in it"
        return Replaced(f"{name} is unchanged: {problem}.", is_done=False)
    session.make(change)
    if session.saved(LONGEST_SAVE):
        return Replaced(f"{change.label}. Undo in that plan takes it back.", is_done=True)
    reason = session.save_state.reason
    if session.give_up():
        return Replaced(f"{name} is unchanged: {reason}", is_done=False)
    return Replaced(f"{change.label}.", is_done=True)


def named_after(change: Change, name: str) -> Change:
    """Return a change that is one of several plans, its label with the name of its own.

    Each plan has its own undo, and what that says of the change must not seem to be about all.
    """
    return change.model_copy(update={"label": f"{change.label}, in {shortened(name)}"})


def nothing_in_words(wanted: Wanted, where: str) -> str:
    """Return a sentence that says that nothing is found; `where` is a plan's name, or empty."""
    how = " as whole words" if wanted.whole_word else ""
    how += f"{' and' if how else ''} in this case" if wanted.same_case else ""
    said = f"“{wanted.text.strip()}”{how}"
    return f"Nothing in {where} says {said}." if where else f"No plan on the desk says {said}."


def times_in_words(found: tuple[Found, ...]) -> str:
    """Return how often the words stand where they were found: "7 times in 5 sentences"."""
    times = sum(len(one.words) for one in found)
    return f"{counted(times, 'time')} in {counted(len(found), 'sentence')}"


def corrected(found: Sequence[Misspelling], to: str, council: Format) -> Change:
    """Return the change that puts another word in the place of each of some misspelt ones.

    Raises pydantic's ValidationError if a text is then too long for its field.
    """
    typed: dict[int, tuple[PlanText, str]] = {}
    for one in sorted(found, key=lambda one: one.span, reverse=True):  # or the places would shift
        _, text = typed.get(one.number, (one.text, one.text.text))
        typed[one.number] = one.text, with_word(text, one.span, to)
    label = f"Spelling: “{found[0].word}” is now “{to}”" if found else ""
    return set_texts(typed.values(), council, label)
