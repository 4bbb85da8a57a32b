"""Loading what a plan needs while the frame of the window is being painted."""

import gc
import sys
from types import ModuleType

_METADATA = "importlib.metadata"


def load() -> None:
    """Import what knows a plan; done on a thread of its own."""
    _load_pydantic_without_plugins()
    import tui.opening
    import tui.views.plan_view  # noqa: F401


def keep_what_is_loaded() -> None:
    """Keep what has been loaded out of the garbage collector's rounds: they cause pauses."""
    gc.freeze()
    gc.enable()


def _load_pydantic_without_plugins() -> None:
    """Spare the start what Pydantic loads to look for plug-ins.

    It is told not to look (`tui.__main__`), but imports half of Python's e-mail package for it all
    the same: a thirtieth of the start. Where it ever does without, this does nothing.
    """
    import pydantic.plugin

    if _METADATA in sys.modules:
        return
    stand_in = ModuleType(_METADATA)
    stand_in.entry_points = tuple  # type: ignore[attr-defined]
    sys.modules[_METADATA] = stand_in
    try:
        import pydantic.plugin._loader  # noqa: F401
    except ImportError:
        return
    finally:
        del sys.modules[_METADATA]
