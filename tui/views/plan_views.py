"""The views of an open plan: what the tab line and the number keys go to.

To add a view, add a row. A view's module is loaded when the view is first shown.
"""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from plan.model.fields import TableName


class PlanViewKind(NamedTuple):
    """A view of a plan: its id, its key, its title, and where to find its class.

    The class is called with the open plan's session, and the widget has the view's id. `tables`
    are the tables of a plan whose changes can be seen in the view.
    """

    id: str
    number: str
    title: str
    module: str
    class_name: str
    tables: tuple[str, ...] = ()


PLAN_VIEWS: tuple[PlanViewKind, ...] = (
    PlanViewKind(
        "plan",
        "1",
        "Plan",
        "tui.views.plan.plan_view",
        "PlanView",
        ("plan", "aims", "actions", "progress", "source"),
    ),
    PlanViewKind(
        "report",
        "2",
        "Report",
        "tui.views.report.report_view",
        "ReportView",
        ("report", "passages", "appendices", "commitments", "consultations"),
    ),
    PlanViewKind(
        "equality",
        "3",
        "Equality",
        "tui.views.equality.equality_view",
        "EqualityView",
        ("assessments", "answers"),
    ),
    PlanViewKind(
        "reviews",
        "4",
        "Reviews",
        "tui.views.reviews.reviews_view",
        "ReviewsView",
        ("actions", "progress", "commitments"),
    ),
    PlanViewKind(
        "checks",
        "5",
        "Checks",
        "tui.views.checks.checks_view",
        "ChecksView",
        ("reasons", "comments", "conflicts"),
    ),
    PlanViewKind(
        "preview",
        "6",
        "Preview",
        "tui.views.preview.preview_view",
        "PreviewView",
        (
            *("plan", "aims", "actions", "progress", "report", "passages", "appendices"),
            *("assessments", "answers"),
        ),
    ),
)

PLAN_VIEW: dict[str, PlanViewKind] = {view.id: view for view in PLAN_VIEWS}
FIRST_VIEW = PLAN_VIEWS[0]

VIEW_OF_TABLE: "dict[TableName, str]" = {
    "plan": "plan",
    "aims": "plan",
    "actions": "plan",
    "progress": "plan",
    "source": "plan",
    "report": "report",
    "passages": "report",
    "appendices": "report",
    "assessments": "equality",
    "answers": "equality",
    "commitments": "report",
    "consultations": "report",
}
"""The view in which the rows of each table are edited."""
