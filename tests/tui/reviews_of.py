"""A plan whose reviews are looked at, and the Reviews view opened on it."""

from dataclasses import replace

from textual.pilot import Pilot

from plan.model.outline import AimOutline, NoteOutline
from tests.plan.checks.sound import FIRST, OUTLINE
from tests.tui.window import app_of, at_rest, press, shown, until
from tui.views.reviews.reviews_view import ReviewsView

AIMS = (
    AimOutline(
        "Make help easy to find.",
        (
            replace(
                FIRST,
                text="Publish one guide.",
                timescale="March 2027",
                progress=(NoteOutline("1 September 2026", "On track", "A draft is out."),),
            ),
            replace(FIRST, text="Offer the programme.", timescale="June 2026", leads=("Forum",)),
        ),
    ),
    AimOutline(
        "Hear children.",
        (
            replace(FIRST, text="Hold an event.", timescale="January 2027 and annually thereafter"),
            replace(FIRST, text="Ask in schools.", timescale="when time allows"),
        ),
    ),
)
OTHER = replace(
    OUTLINE, aims=(AimOutline("Feed.", (replace(FIRST, text="Cook.", timescale="May 2026"),)),)
)


async def open_reviews(pilot: Pilot[None]) -> ReviewsView:
    await press(pilot, "4")
    await until(pilot, lambda: isinstance(app_of(pilot).view, ReviewsView))
    view = app_of(pilot).body.query_one(ReviewsView)
    await until(pilot, lambda: view.list_here.has_focus)
    return view


async def go_to(pilot: Pilot[None], view: ReviewsView, part: str) -> None:
    """Put the cursor on the row whose id has `part` in it."""
    ids = [row.id for row in view.list_here.rows]
    view.list_here.highlighted = next(place for place, one in enumerate(ids) if part in one)
    await at_rest(pilot)


async def until_shown(pilot: Pilot[None], words: str) -> None:
    await until(pilot, lambda: words in " ".join(shown(pilot).split()))
