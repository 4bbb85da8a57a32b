"""Loading what a plan needs while the frame of the window is being painted."""

import gc


def load() -> None:
    """Import what knows a plan; done on a thread of its own."""


def keep_what_is_loaded() -> None:
    """Keep what has been loaded out of the garbage collector's rounds: they cause pauses."""
    gc.freeze()
    gc.enable()
