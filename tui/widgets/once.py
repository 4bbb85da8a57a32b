"""A call that comes once, some time later, and comes whatever holds the machine up."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.timer import Timer


def once_after(seconds: float, pump: "MessagePump", do: Callable[[], object]) -> "Timer":
    """Call `do` in the turn of `pump` once so many seconds have passed; return the timer.

    `set_timer` alone leaves the call out where the machine is busy for so long just when its time
    begins, as a repeated timer leaves out a tick that is late.
    """
    timer = pump.set_timer(seconds, do)
    timer._skip = False  # noqa: SLF001 - no public way
    return timer
