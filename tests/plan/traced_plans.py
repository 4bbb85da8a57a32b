"""Plans that answer an inspection report: pages, indicators and recommendations go together."""

from dataclasses import replace

from plan.council import DEFAULT_FORMAT
from plan.council.format import format_named
from plan.model.outline import ActionOutline, AimOutline, PlanOutline
from plan.model.plan import Plan
from plan.model.rows import SOURCE_ID, SourceReport
from tests.plan.strategies import plan_from

FORM = format_named(DEFAULT_FORMAT)
CHILDREN, FAMILIES = "Impact on children and young people", "Impact on families"
EARLY, RISKS = (
    "Providing help and support at an early stage",
    "Assessing and responding to risks and needs",
)
CONTENTS = f"""\
12–16 {CHILDREN}
17–19 {FAMILIES}
20–21 {EARLY}
22–24 {RISKS}
38–39 Conclusion"""


def traced_plan(
    *actions: tuple[str, tuple[str, ...]],
    contents: str = CONTENTS,
    recommendations: tuple[str, ...] = (),
) -> Plan:
    """Return a plan of one aim whose actions have these pages and indicators."""
    outlines = tuple(
        ActionOutline(f"Do {number}.", pages, indicators)
        for number, (pages, indicators) in enumerate(actions, 1)
    )
    plan = plan_from(PlanOutline(aims=(AimOutline("Give families help early", outlines),)))
    source = SourceReport(
        id=SOURCE_ID,
        parent=plan.cover.id,
        contents=contents,
        pages="48",
        recommendations=recommendations,
    )
    return replace(plan, source_rows={SOURCE_ID: source})
