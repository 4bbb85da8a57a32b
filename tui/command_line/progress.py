"""The command `plandesk progress`: print how the actions stand by their latest progress notes."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from desk.council import own_fields_of
from plan.following.ledger import StatusCount, noted_since, status_counts
from plan.model.plan import Plan
from plan.papers.typed_text import shown_of
from plan.reading.dates import date_in_words
from plan.reading.progress import note_heading
from plan.text.line_breaks import bar, cells, padded, sentence_line
from tui.command_line.shared import AsJson, PlanName, day_of, opened


def progress(
    plan: PlanName,
    since: Annotated[
        str, typer.Option("--since", metavar="DATE", help="And what was noted since that day.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Print how many actions stand in which way, and which, by their latest progress notes."""
    of_plan = opened(plan).plan
    day = day_of(since).first if since else None
    stand = status_counts(of_plan, own_fields_of(of_plan))
    if as_json:
        rows = [{"status": one.status, "count": one.count, "refs": list(one.refs)} for one in stand]
        found = rows if day is None else {"standings": rows, **_since_values(of_plan, day)}
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for line in (*_lines(stand), *(_since_lines(of_plan, day) if day is not None else ())):
        typer.echo(line)


def _lines(stand: tuple[StatusCount, ...]) -> Iterator[str]:
    if not stand:
        yield "The plan has no action yet."
    widest = max((cells(one.status) for one in stand), default=0)
    most = max((one.count for one in stand), default=1)
    for one in stand:
        length = bar(one.count, most)
        yield f"{padded(one.status, widest)}  {one.count:>3}  {length}  {', '.join(one.refs)}"


def _since_lines(plan: Plan, day: date) -> Iterator[str]:
    silent: list[str] = []
    yield ""
    yield f"Since {date_in_words(day)}:"
    for action, notes in noted_since(plan, day):
        ref = plan.ref_of(action.id)
        if not notes:
            silent.append(ref)
        for note in notes:
            yield f"  {ref} {note_heading(note.as_at, note.status)}: {sentence_line(note.text)}"
    yield f"Without a note since: {', '.join(silent) or 'none'}"


def _since_values(plan: Plan, day: date) -> dict[str, object]:
    found = noted_since(plan, day)
    return {
        "since": day.isoformat(),
        "noted": [
            {
                "ref": plan.ref_of(action.id),
                "as_at": note.as_at,
                "status": note.status,
                "text": shown_of(note.text),
            }
            for action, notes in found
            for note in notes
        ],
        "without": [plan.ref_of(action.id) for action, notes in found if not notes],
    }
