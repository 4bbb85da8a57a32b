"""Loading what a plan needs while the frame is being painted, and the rest when it is asked for."""

import gc
from collections.abc import Callable, Mapping
from importlib import import_module

from tui.views.plan_views import FIRST_VIEW

NEEDED_BY_A_PLAN = ("tui.opening", FIRST_VIEW.module)
"""The modules that open a plan and show it; they bring in pydantic, half of what a start costs."""


def load() -> None:
    """Import what knows a plan; done on a thread of its own."""
    for name in NEEDED_BY_A_PLAN:
        import_module(name)


def loaded_when_asked(modules: Mapping[str, str]) -> Callable[[str], object]:
    """Return a module's `__getattr__`, which loads what is first asked for by its name.

    `modules` says for each name in which module it is. Textual has its widgets loaded in this way.
    """

    def look_up(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"nothing here is called {name}")
        return getattr(import_module(modules[name]), name)

    return look_up


def keep_what_is_loaded() -> None:
    """Keep what has been loaded out of the garbage collector's rounds: they cause pauses."""
    gc.freeze()
    gc.enable()
