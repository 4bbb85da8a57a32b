"""A call that was put off is made, however busy the machine is."""

import asyncio
from time import monotonic

import pytest
from textual.app import App

from tests.tui.window import PATIENCE
from tui.widgets.once import once_after


async def test_a_call_is_made_even_if_the_machine_is_held_up_just_as_its_time_begins(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app, called = App[None](), asyncio.Event()
    async with app.run_test():
        looks = iter((0.0,))  # a second passes between the first look at the clock and the next
        monkeypatch.setattr("textual.timer._time.get_time", lambda: monotonic() + next(looks, 1.0))
        once_after(0.01, app, called.set)
        await asyncio.wait_for(called.wait(), PATIENCE)
