"""A plan whose every field holds what a program might take for something other than text."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from plan.model.outline import (
    ActionOutline,
    AimOutline,
    AnswerOutline,
    AppendixOutline,
    AssessmentOutline,
    NoteOutline,
    PassageOutline,
    PlanOutline,
    ReportOutline,
    SourceOutline,
)
from plan.papers.typed_text import stored_of
from tests.tui.papers import EQIA
from tests.tui.window import app_of, is_within, on_disk, plandesk, press, until
from tui.views.session_view import SessionView

MARKS = "[/] [red]x[/red] [x=1] [@click=app.quit]q[/] \\[ $key"
"""What other screens read as markup."""
SIGNS = "👩‍👧 👋🏽 e\u0301 قدِّم __init__ \\\\server\\share 12*12*2"
"""Characters of several code points, from right to left, and what is no Markdown."""
LONG_WORD, LONG_LINE = "a" * 60_000, "a" * 10_000


def line(name: str) -> str:
    """Return the text of a field of one line, told from all others by `name`."""
    return f"{name} {MARKS} {SIGNS}"


def prose(name: str) -> str:
    """Return the text of a field of prose as it is kept."""
    return stored_of(f"{name} {MARKS}\n\n- {SIGNS}\n- {MARKS}")


def _action(name: str, timescale: str) -> ActionOutline:
    return ActionOutline(
        prose(name),
        pages=f"Page 3 {MARKS}",
        indicators=(line("Indicator"), "Impact on families"),
        leads=(line("Lead"), line("Other lead")),
        timescale=timescale,
        success_criteria=(line("Measure"),),
        bulleted=("success_criteria",),
        progress=(
            NoteOutline("1 September 2016", line("On track"), prose("Note")),
            NoteOutline("", line("Complete"), prose("Undated")),
        ),
    )


HOSTILE = PlanOutline(
    title=line("Title"),
    subtitle=line("Subtitle"),
    date=line("Date"),
    partnership=line("Partnership"),
    aims=(
        AimOutline(
            line("Aim"),
            (
                _action("Agree", "December 2016"),
                _action("Publish", f"{MARKS} March 2027"),
                ActionOutline(LONG_WORD, leads=(LONG_LINE,), success_criteria=(LONG_LINE,)),
            ),
        ),
        AimOutline(LONG_LINE, (ActionOutline("Hold a yearly event.", timescale=MARKS),)),
    ),
    report=ReportOutline(
        item_no=line("Item"),
        committee=line("Committee"),
        meeting_date=line("Meeting"),
        title=line("Report"),
        by=line("By"),
        number=line("Number"),
        passages=(
            PassageOutline("purpose", "text", prose("Purpose")),
            PassageOutline("recommendations", "recommendation", prose("Approve")),
            PassageOutline("main-text", "heading", line("Heading")),
            PassageOutline("main-text", "numbered", prose("Numbered")),
            PassageOutline("nowhere", "text", prose("Unknown section")),
        ),
        appendices=(
            AppendixOutline("plan"),
            AppendixOutline("text", line("Glossary"), prose("Words")),
            AppendixOutline("file", line("Named"), file=line("File")),
            AppendixOutline("tracing"),
        ),
        signatory=line("Signatory"),
        signatory_post=line("Post"),
        signed_on=line("Signed"),
    ),
    assessments=(
        AssessmentOutline(
            EQIA,
            (
                AnswerOutline("rapid", ticks=("yes",)),
                AnswerOutline("full", ticks=("no",)),
                AnswerOutline("date", line("Answer date")),
                AnswerOutline("title", line("Answer title")),
                AnswerOutline("description", prose("Description")),
                AnswerOutline("consultation", prose("Consultation")),
                AnswerOutline("never-asked", line("Never asked"), ticks=(MARKS,)),
            ),
        ),
        AssessmentOutline(EQIA, (AnswerOutline("description", prose("Second")),)),
    ),
    source=SourceOutline(
        title=line("Source"),
        publisher=line("Publisher"),
        published=line("Published"),
        pages="40",
        contents=f"3-5 {MARKS}\n6-9 {SIGNS}",
        recommendations=(line("Asked for"), MARKS),
    ),
)


def squeezed(text: str) -> str:
    """Return a text without its spaces, which wrapping moves about."""
    return "".join(text.split())


def painted(app: Any) -> Iterator[str]:
    """Yield what each widget of the window shows within its border, and its titles, squeezed."""
    strips = app.screen._compositor.render_strips()
    for widget in app.screen.query("*"):
        region = widget.content_region.intersection(app.screen.region)
        crops = (
            strips[y].crop(region.x, region.right).text for y in range(region.y, region.bottom)
        )
        yield squeezed("".join(crops))
        yield from titles_of(widget)


def titles_of(widget: Widget) -> Iterator[str]:
    """Yield the titles in a widget's border as they are painted."""
    for title in (widget._border_title, widget._border_subtitle):
        if title is not None:
            yield squeezed(title.plain)


def says(pilot: Pilot[None], text: str) -> bool:
    """Return whether some widget of the window shows a text as it is."""
    wanted = squeezed(text)
    return any(wanted in shown for shown in painted(pilot.app))


sizes = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
Size = tuple[int, int]
ViewT = TypeVar("ViewT", bound=SessionView)


@asynccontextmanager
async def hostile(size: Size, name: str = "Hostile") -> AsyncIterator[Pilot[None]]:
    """Open the hostile plan on its first action."""
    async with plandesk(on_disk(HOSTILE, name), size) as pilot:
        yield pilot


async def shows(pilot: Pilot[None], *texts: str) -> None:
    """Wait until the window shows each of these texts as it is."""
    for text in texts:
        await until(pilot, lambda text=text: says(pilot, text))  # type: ignore[misc]


async def opens(pilot: Pilot[None], kind: type[object], *keys: str) -> None:
    """Press keys, and wait for the dialog that they open."""
    await press(pilot, *keys)
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await until(pilot, lambda: pilot.app.screen.focused is not None)


async def go_on_to(pilot: Pilot[None], kind: type[ViewT], key: str) -> ViewT:
    """Go to a view that only shows, with its key."""
    await press(pilot, key)
    await until(pilot, lambda: isinstance(app_of(pilot).view, kind))
    await until(pilot, lambda: is_within(pilot.app.screen.focused, kind))
    return app_of(pilot).body.query_one(kind)


async def closes(pilot: Pilot[None]) -> None:
    """Close the dialog that is open."""
    while len(pilot.app.screen_stack) > 1:
        await press(pilot, "escape")
