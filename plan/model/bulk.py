"""Making many values at once, all of which stay in use."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()  # into the oldest generation
            gc.enable()
