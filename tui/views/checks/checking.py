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

_CHECKS = "checks"


def check_soon(app: "Window", *, anew: bool = False) -> None:
    """Check the plan as it is now; with `anew`, drop a check that is still running.

    One that runs looks again by itself when the plan was edited meanwhile. Its thread cannot be
    stopped: were it dropped at every edit, many would run at once, and the last one take long.
    """
    if app.session is not None:
        app.session.is_checked = True
    if not anew and any(one.group == _CHECKS and not one.is_finished for one in app.workers):
        return
    work: Callable[[], Awaitable[None]] = partial(_check, app)
    app.run_worker(work, group=_CHECKS, exclusive=True, exit_on_error=False)


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
            app.title_line.to_check = ""  # nobody knows; the views say what is wrong with it
            return
        if app.session is session and session.plan is plan:
            session.findings, session.findings_of = found, plan
            app.show_findings()
