"""Load what a plan needs while the frame is being painted, and other modules on demand."""

import gc
from collections.abc import Callable, Mapping
from importlib import import_module

from plan.model.bulk import keep_loaded
from tui.views.plan_views import FIRST_VIEW

NEEDED_BY_A_PLAN = ("tui.opening", FIRST_VIEW.module)
"""The modules that open and show a plan; they import pydantic, which is half the start-up time."""


def load() -> None:
    """Import the modules that know a plan; run it on a thread of its own."""
    for name in NEEDED_BY_A_PLAN:
        import_module(name)


def loaded_when_asked(modules: Mapping[str, str]) -> Callable[[str], object]:
    """Return a module's `__getattr__` that imports a name when it is first used.

    `modules` gives the module of each name. Textual loads its widgets in the same way.
    """

    def look_up(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"nothing here is called {name}")
        return getattr(import_module(modules[name]), name)

    return look_up


def freeze_loaded() -> None:
    """Turn garbage collection on, but not for what is loaded so far: that would cause pauses."""
    keep_loaded()
    gc.enable()
