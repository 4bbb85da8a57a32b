"""The words by which what plandesk draws up from a plan is known again in a paper.

A fixed heading tells each kind, and fixed columns its tables. They are the same for every council:
whoever reads a printed paper takes none of these tables for the plan, and keeps no copy of them.
"""

from plan.model.rows import DrawnKind

DRAWN_HEADINGS: dict[DrawnKind, str] = {
    "reviews": "Due dates and reviews of the actions",
    "progress": "How the actions stand",
    "tracing": "Where the plan answers the inspection report",
}
"""The heading of each kind."""

REVIEWS_COLUMNS = ("When", "Ref", "Action", "Due or review", "Lead(s)")
REVIEWS_OF_PLANS_COLUMNS = ("When", "Plan", *REVIEWS_COLUMNS[1:])
"""Of the reviews of several plans."""
STANDING_COLUMNS = ("Status", "Actions", "Which")
NOTED_COLUMNS = ("Ref", "Action", "As at", "Status", "Latest note")
TRACING_COLUMNS = ("Page", "Part of the report", "Quality indicator", "Actions")
PAGES_COLUMNS = ("Page", "Actions")
"""Of the tracing, where the contents list of the report is not known."""
RECOMMENDED_COLUMNS = ("No.", "Recommendation", "Aim", "Actions")

DRAWN_COLUMNS: frozenset[tuple[str, ...]] = frozenset(
    (
        REVIEWS_COLUMNS,
        REVIEWS_OF_PLANS_COLUMNS,
        STANDING_COLUMNS,
        NOTED_COLUMNS,
        TRACING_COLUMNS,
        PAGES_COLUMNS,
        RECOMMENDED_COLUMNS,
    )
)
"""The header rows of their tables; none of them is a plan's."""
