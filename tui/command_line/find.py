"""The commands `plandesk find` and `replace`: words in everything that a plan says."""

import json
from typing import Annotated, Any

import typer

from desk.finding_words import (
    FoundInPlan,
    SearchedPlan,
    found_in,
    nothing_in_words,
    searched,
    searched_desk,
    times_in_words,
)
from plan.changes.edits.plan_texts import replace_words
from plan.papers.found_texts import Found
from plan.text.clean import clean_line
from plan.text.word_search import Wanted
from tui.command_line.printing import say_done
from tui.command_line.shared import (
    AsJson,
    PlanName,
    PlanOrDesk,
    changing,
    opened,
    refuse,
    save_or_say_nothing,
)

WholeWord = Annotated[bool, typer.Option("--word", help="Only whole words.")]
SameCase = Annotated[bool, typer.Option("--case", help="Only with the same capitals.")]


def find(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="Words as they stand, or an action's ref.")
    ],
    plan: PlanOrDesk = "",
    word: WholeWord = False,
    case: SameCase = False,
    as_json: AsJson = False,
) -> None:
    """Print the sentences that say some words, in one plan or in every plan of the desk.

    Whole words come first, then parts of words, then what is near: a letter or two otherwise, or
    the words apart in one sentence. --word and --case leave out what is near.
    """
    wanted = _wanted(text, word=word, case=case)
    plans, problems = _plans(plan)
    found = found_in(plans, wanted)
    if as_json:
        rows = [_values(one, with_plan=not plan) for one in found]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for one in found:
            typer.echo(_line(one, with_plan=not plan))
        if not found:
            typer.echo(nothing_in_words(wanted, plans[0].name if plan else ""))
    for problem in problems:
        typer.echo(clean_line(problem), err=True)


def replace(
    old: Annotated[str, typer.Argument(metavar="OLD", help="Words as they stand.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="What is to stand there; “”: nothing.")],
    plan: PlanName,
    word: WholeWord = False,
    case: SameCase = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do it; else it is only shown.")] = False,
) -> None:
    """Print each sentence of a plan with NEW in the place of OLD; with --yes it is saved so.

    It is one change, and plandesk undo takes it back. Parts of words are replaced too, unless
    --word is given; a capital at the start of a word that is typed small stays one.
    """
    wanted = _wanted(old, word=word, case=case)
    if not yes:
        session = opened(plan)
        found = searched(session.plan, session.council, session.name).words.said(wanted)
        _print_replaced(found, wanted, new)
        if not found:
            typer.echo(nothing_in_words(wanted, session.name))
            return
        typer.echo(f"Nothing was changed: {times_in_words(found)}. --yes replaces it.")
        return
    with changing(plan) as session:
        found = searched(session.plan, session.council, session.name).words.said(wanted)
        change = replace_words(found, wanted, new, session.council)
        already = "That is so already" if found else nothing_in_words(wanted, session.name)[:-1]
        if save_or_say_nothing(session, change, already):
            _print_replaced(found, wanted, new)
            say_done(f"Saved: {change.label}. plandesk undo {session.name!r} takes it back.")


def _wanted(text: str, *, word: bool, case: bool) -> Wanted:
    wanted = Wanted(text.strip(), whole_word=word, same_case=case)
    if wanted.is_empty:
        refuse("Nothing to look for was given. Nothing was changed.")
    return wanted


def _plans(named: str) -> tuple[tuple[SearchedPlan, ...], tuple[str, ...]]:
    if not named:
        return searched_desk()
    session = opened(named)
    return (searched(session.plan, session.council, session.name),), ()


def _print_replaced(found: tuple[Found, ...], wanted: Wanted, new: str) -> None:
    for one in found:
        after = one.sentence_with(wanted, new)
        typer.echo(f"{one.text.said.place.path}: {one.sentence} -> {after}")


def _line(one: FoundInPlan, *, with_plan: bool) -> str:
    plan = f"{one.of.name}: " if with_plan else ""
    near = " (near)" if one.found.is_near else ""
    return f"{plan}{one.found.text.said.place.path}: {one.found.sentence}{near}"


def _values(one: FoundInPlan, *, with_plan: bool) -> dict[str, Any]:
    values = {
        "place": one.found.text.said.place.path,
        "text": one.found.sentence,
        "near": one.found.is_near,
    }
    return {"plan": one.of.name, **values} if with_plan else values
