"""What the window has yet to do: asked of the event loop, its threads, timers and workers.

Nothing here waits for a time: a window is at rest when nothing is left that could change it but a
key, another program or a disk that is tried again.
"""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from textual.app import App
from textual.message_pump import MessagePump
from textual.timer import Timer
from textual.worker import Worker, WorkerState

from tui.app import Plandesk
from tui.opening import take_over
from tui.saving import is_busy, offer_merge, when_free

ArgumentsT = ParamSpec("ArgumentsT")
ResultT = TypeVar("ResultT")


class CountedThreads(ThreadPoolExecutor):
    """The threads of `asyncio.to_thread`; `at_work` is how many calls have not been answered."""

    def __init__(self) -> None:
        super().__init__(thread_name_prefix="to_thread")
        self.at_work = 0

    def submit(
        self,
        call: Callable[ArgumentsT, ResultT],
        /,
        *args: ArgumentsT.args,
        **kwargs: ArgumentsT.kwargs,
    ) -> Future[ResultT]:
        """Have a thread call something; it counts until whoever waits for it has been told."""
        loop = asyncio.get_running_loop()
        answer: Future[ResultT] = Future()

        def answered() -> None:
            try:
                if answer.set_running_or_notify_cancel():
                    answer.set_result(call(*args, **kwargs))
            except BaseException as error:  # noqa: BLE001 - passed on to whoever waits
                answer.set_exception(error)
            finally:
                loop.call_soon_threadsafe(self._answered)

        self.at_work += 1
        super().submit(answered)
        return answer

    def _answered(self) -> None:
        self.at_work -= 1


def counted_threads() -> CountedThreads:
    """Return the threads of the running event loop, from now on counted."""
    loop: Any = asyncio.get_running_loop()
    if not isinstance(loop._default_executor, CountedThreads):
        loop.set_default_executor(CountedThreads())
    threads: CountedThreads = loop._default_executor
    return threads


def loop_is_idle() -> bool:
    """Return whether the event loop has nothing to do but wait; every message is handled then."""
    loop: Any = asyncio.get_running_loop()
    return not loop._ready


async def wait_for_idle(min_sleep: float = 0, max_sleep: float = 0) -> None:
    """Let the event loop do what it can do now; takes the place of Textual's, which uses clocks."""
    await asyncio.sleep(0)
    while not loop_is_idle():
        await asyncio.sleep(0)


class WatchedWorker(Worker[Any]):
    """A worker whose error is remembered, also where the window goes on without its result."""

    async def _run(self, app: App[None]) -> None:
        await super()._run(app)
        if self.state is WorkerState.ERROR:
            ERRORS.setdefault(app, []).append(repr(self.error))


ERRORS: WeakKeyDictionary[App[None], list[str]] = WeakKeyDictionary()
"""What workers of each window have met; told where what a test waits for does not come about."""


def pending(app: App[None]) -> list[str]:
    """Return what is still to come about by itself in the window, in words; nothing at rest."""
    found = [*_threads(app), *_timers(app), *_workers(app), *_paints(app)]
    # Threads are asked first: what they have told the loop before they ended is seen here.
    return found if loop_is_idle() else [*found, "messages"]


def _threads(app: App[None]) -> Iterator[str]:
    at_work = counted_threads().at_work
    if at_work:
        yield f"{at_work} calls on threads"
    if isinstance(app, Plandesk) and app.session is not None and app.session.is_working:
        yield "a change or a draft on its way to the disk"
    if isinstance(app, Plandesk) and app.turns.is_busy:
        yield "a key that waits for its turn"


def _timers(app: App[None]) -> Iterator[str]:
    pumps: set[MessagePump] = {app, *app._registry}
    for pump in pumps:
        for timer in tuple(pump._timers):
            if _will_end(timer) and not _waits_for_others(app, timer):
                yield f"{timer.name} of {pump!r}"


def _will_end(timer: Timer) -> bool:
    """Return whether a timer calls once and has not called yet; a blinking cursor never ends."""
    return timer._repeat == 0 and timer._task is not None and not timer._task.done()


def _waits_for_others(app: App[None], timer: Timer) -> bool:
    """Return whether a timer looks again and again for what the officer or somebody else does.

    A sentence that the officer is told stands until it has been read.
    """
    called = _called(timer)
    if isinstance(app, Plandesk) and called == app.show_notice:
        return True
    if called in (offer_merge, when_free):
        return isinstance(app, Plandesk) and is_busy(app)
    return called is take_over


def _called(timer: Timer) -> object:
    """Return the function that a timer calls, without what it is given."""
    asked = timer._callback.args[0] if isinstance(timer._callback, partial) else timer._callback
    return asked.func if isinstance(asked, partial) else asked


def _workers(app: App[None]) -> Iterator[str]:
    """Yield the workers that go on, where more of them do than dialogs are waited for."""
    running = [worker for worker in app.workers if not worker.is_finished]
    asking = [
        callback
        for screen in app.screen_stack
        for callback in screen._result_callbacks
        if callback.future is not None and not callback.future.done()
    ]
    if len(running) > len(asking):
        yield from (worker.name or worker.description for worker in running)


def _paints(app: App[None]) -> Iterator[str]:
    screen: Any
    for screen in app.screen_stack:
        if screen._update_timer._active.is_set() or screen._callbacks:
            screen._on_timer_update()  # as its own timer would, a frame later
            yield "painting"
    animator: Any = app.animator
    if not (animator._idle_event.is_set() and animator._complete_event.is_set()):
        yield "an animation"
