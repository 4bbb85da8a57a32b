"""What plandesk draws up from the plan: reviews, progress, tracing; as pages, as a document.

They are drawn up anew whenever they are printed, and what draws them is loaded only then.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from plan.council.format import Format
from plan.following.ledger import PrintedNotes
from plan.model.fields import DrawnKind
from plan.model.plan import Plan
from plan.papers.blocks import Block, Document, Paragraph, Section, Table, plain
from plan.papers.text_tables import DRAWN_HEADINGS

if TYPE_CHECKING:
    from plan.following.timeline import ShownReviews

ALL_NOTES = PrintedNotes()
PORTRAIT_ROOM = 160.0
"""Millimetres; a table that needs more is printed on pages on their side."""


@dataclass(frozen=True)
class Occasion:
    """When and how a paper is printed: what of it does not lie in the plan itself.

    `today` is the day from which reviews count where the report has no readable day of its
    meeting. `notes` are the progress notes that the plan prints, and the day since which the
    progress summary tells them, where they are those since a day. `reviews` are those that are to
    be printed as they are shown, in the place of all that are due or reviewed.
    """

    today: date | None = None
    notes: PrintedNotes = ALL_NOTES
    reviews: "ShownReviews | None" = None


def drawn_blocks(
    plan: Plan, council: Format, kind: DrawnKind, occasion: Occasion
) -> tuple[Block, ...]:
    """Return the heading of what is drawn up, its tables and sentences."""
    match kind:
        case "reviews":
            from plan.papers.reviews_table import reviews_blocks, shown_blocks

            if occasion.reviews is not None:
                return shown_blocks(occasion.reviews)
            return reviews_blocks(plan, occasion.today)
        case "progress":
            from plan.papers.progress_table import progress_blocks

            since = occasion.notes.since if occasion.notes.kind == "since" else None
            return progress_blocks(plan, since)
        case "tracing":
            from plan.council.framework import framework_of
            from plan.papers.tracing_table import tracing_blocks

            return tracing_blocks(plan, framework_of(plan, council))


def drawn_section(first: Paragraph, blocks: tuple[Block, ...], council: Format) -> Section:
    """Return pages of their own that begin with a line, on their side where a table is wide."""
    is_wide = any(isinstance(one, Table) and sum(one.widths) > PORTRAIT_ROOM for one in blocks)
    return Section((first, *blocks), landscape=is_wide, footer=council.plan.footer)


def drawn_document(plan: Plan, council: Format, kind: DrawnKind, occasion: Occasion) -> Document:
    """Return what is drawn up as a document of its own, below the title of the plan."""
    named = _named(plan, council, occasion)
    blocks = drawn_blocks(plan, council, kind, occasion)
    return Document(
        title=f"{DRAWN_HEADINGS[kind]}: {named}",
        subject=DRAWN_HEADINGS[kind],
        sections=(drawn_section(plain(named, "heading-1"), blocks, council),),
    )


def _named(plan: Plan, council: Format, occasion: Occasion) -> str:
    """Return what a document is drawn up from: the plan by its cover, or the plans by name."""
    if occasion.reviews is not None and occasion.reviews.is_of_desk:
        return f"Plans: {', '.join(occasion.reviews.plans)}"
    cover = plan.cover
    return ", ".join(filter(None, (cover.title, cover.subtitle, cover.date))) or council.name
