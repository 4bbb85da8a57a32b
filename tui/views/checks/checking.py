"""Check the open plan after every edit, on a thread."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from desk.checking import checked
from desk.today import today
from plan.council.format import FormatError

if TYPE_CHECKING:
    from tui.window import Window


def check_soon(app: "Window") -> None:
    """Start checking the plan as it is now, and drop a check that is still running."""
    work: Callable[[], Awaitable[None]] = partial(_check, app)
    app.run_worker(work, group="checks", exclusive=True, exit_on_error=False)


async def _check(app: "Window") -> None:
    """Check until the findings are those of the plan as it is: it may be edited meanwhile."""
    session = app.session
    while (
        session is not None and app.session is session and session.findings_of is not session.plan
    ):
        plan = session.plan
        try:
            found = await asyncio.to_thread(checked, plan, session.council, today())
        except FormatError:
            return  # the views report what is wrong with the format
        if app.session is session and session.plan is plan:
            session.findings, session.findings_of = found, plan
            app.show_findings()
