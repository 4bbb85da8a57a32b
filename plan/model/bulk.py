"""Making many values at once, all of which stay in use."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


class _Loaded:
    """What was loaded before the work began."""

    is_kept = False
    """Whether it is kept from the collector. `gc.get_freeze_count` counts it object by object."""


def keep_loaded() -> None:
    """Keep whatever there is from the garbage collector for good; it is all still in use."""
    gc.freeze()
    _Loaded.is_kept = True


@contextmanager
def without_collection() -> Iterator[None]:
    """Pause the garbage collector during bulk work; it would take almost half the time.

    What was made counts as old afterwards: looked at once more, it would all be found in use. Where
    what was loaded at the start is kept from the collector, as in the window, it stays so.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not _Loaded.is_kept:
                gc.freeze()
                gc.unfreeze()  # into the oldest generation
            gc.enable()
