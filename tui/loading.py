"""Loading what a plan needs while the frame of the window is being painted."""

import gc
from importlib import import_module

from tui.views.plan_views import FIRST_VIEW

NEEDED_BY_A_PLAN = ("tui.opening", FIRST_VIEW.module)
"""The modules that open a plan and show it; they bring in pydantic, half of what a start costs."""


def load() -> None:
    """Import what knows a plan; done on a thread of its own."""
    for name in NEEDED_BY_A_PLAN:
        import_module(name)


def keep_what_is_loaded() -> None:
    """Keep what has been loaded out of the garbage collector's rounds: they cause pauses."""
    gc.freeze()
    gc.enable()
