"""Finds and replaces words in the open plan, and finds them in every plan of the desk."""

from pathlib import Path
from typing import NamedTuple

from desk.history_steps import wording_of
from desk.plan_summaries import desk_plans
from plan.council.format import Format, FormatError
from plan.model.plan import Plan
from plan.papers.found_texts import Found, TextIndex
from plan.papers.plan_texts import texts_of
from plan.text.line_breaks import counted
from plan.text.word_search import Wanted
from store.formats import format_for


class SearchedPlan(NamedTuple):
    """A plan with the index of its words; `path` is empty for the one that is open."""

    name: str
    council: Format
    words: TextIndex
    path: Path | None = None


class FoundInPlan(NamedTuple):
    """A sentence in which something was found, and its plan."""

    of: SearchedPlan
    found: Found


def searched(plan: Plan, council: Format, name: str, path: Path | None = None) -> SearchedPlan:
    """Return a plan with the index of its words, which takes a moment: make it on a thread."""
    forms = wording_of(council, plan).forms
    return SearchedPlan(name, council, TextIndex(plan, texts_of(plan, council, forms)), path)


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
