"""The command `plandesk spell`: list the words of a plan that may be misspelt."""

import json
from typing import Annotated

import typer

from desk.spelling import load_spelling, misspellings
from files.ordinary import reason_of
from plan.text.line_breaks import counted
from store.dictionary import NoDictionaryError, words_path
from tui.command_line.printing import say_done
from tui.command_line.shared import AsJson, PlanName, opened, refuse


def spell(
    plan: PlanName,
    as_json: AsJson = False,
    add: Annotated[
        list[str] | None,
        typer.Option("--add", metavar="WORD", help="First add a word to the council's own list."),
    ] = None,
) -> None:
    """List the words of a plan, its report and its assessments that may be misspelt, with places.

    By a British dictionary on this machine and the council's own list of words. Words with digits,
    acronyms, addresses and the plan's names are left in peace.
    """
    session = opened(plan)
    try:
        spelling = load_spelling()
    except NoDictionaryError as error:
        refuse(str(error))
    for word in add or ():
        try:
            spelling.add(word)
        except OSError as error:
            refuse(f"“{word}” could not be added to {words_path()}: {reason_of(error)}.")
        if not as_json:
            say_done(f"“{word}” is in the council's own list, {words_path()}.")
    found = misspellings(session.plan, session.council, spelling)
    rows = [(one.word, one.text.place.path, spelling.suggestions(one.word)) for one in found]
    if as_json:
        values = [dict(zip(("word", "place", "suggestions"), row, strict=True)) for row in rows]
        typer.echo(json.dumps(values, ensure_ascii=False, indent=2))
        return
    for word, place, suggestions in rows:
        typer.echo(f"{place}: {word}" + (f" → {', '.join(suggestions)}" if suggestions else ""))
    different = len({word for word, _, _ in rows})
    words = counted(different, "word")
    typer.echo(f"{words} may be misspelt." if rows else f"Nothing is misspelt in {session.name}.")
