"""What every dialog shares: a framed box over the window, gone with Esc."""

from collections.abc import Sequence
from typing import Any, ClassVar, TypeVar, cast

from textual import events
from textual._time import get_time
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.timer import Timer
from textual.widgets import Static

from tui.widgets.notice_line import NoticeLine

ResultT = TypeVar("ResultT")


def nothing_to_wait_for() -> AwaitComplete:
    """Return what can be awaited and is over already."""
    return cast("AwaitComplete", AwaitComplete.nothing())  # type: ignore[no-untyped-call]


def may_close(screen: Screen[Any]) -> bool:
    """Return whether a screen lies on top of the window, so that it is the one to be closed.

    Textual hands out the result again each time, and takes away whatever is on top.
    """
    stack = screen.app.screen_stack
    return len(stack) > 1 and stack[-1] is screen


LEAST_LOOK = 0.3
"""Seconds that a dialog nobody asked for is on the screen before a key can be an answer to it."""


class Dialog(ModalScreen[ResultT | None]):
    """A framed box; Esc closes it and changes nothing.

    One that `comes_by_itself` shows its keys, and takes any, once it has been there to be seen:
    what was pressed before was meant for what it covers.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss_it", "Close", show=False)]
    heading: ClassVar[str] = ""
    keys_in_words: str = "Esc: close"
    comes_by_itself: bool = False
    _seen_at: float | None = None
    _look_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Yield the box with what the dialog has in it."""
        with VerticalScroll(id="dialog", can_focus=False) as box:
            box.border_title = Content(self.heading)
            box.border_subtitle = Content("" if self.comes_by_itself else self.keys_in_words)
            yield from self.contents()
        yield NoticeLine()

    def on_mount(self) -> None:
        """Let a dialog that comes by itself be seen before it is answered."""
        if self.comes_by_itself:
            self.call_after_refresh(self._be_seen)

    def _be_seen(self) -> None:
        self._look_timer = self.set_timer(LEAST_LOOK, self._be_answered)

    def _be_answered(self) -> None:
        self._seen_at = get_time()
        self.query_one("#dialog").border_subtitle = Content(self.keys_in_words)

    def answers(self, event: events.Event) -> bool:
        """Return whether a key or click can be meant for this dialog.

        Who types on has not looked up yet: the time to see it begins anew.
        """
        if not self.comes_by_itself or (self._seen_at is not None and event.time >= self._seen_at):
            return True
        if self._look_timer is not None:
            self._look_timer.reset()
        return False

    def contents(self) -> ComposeResult:
        """Yield what is in the box."""
        yield from ()

    def dismiss(self, result: ResultT | None = None) -> AwaitComplete:
        """Close with a result; a key that comes too late, or from below, closes nothing."""
        return super().dismiss(result) if may_close(self) else nothing_to_wait_for()

    def action_dismiss_it(self) -> None:
        """Close the dialog with no result."""
        self.dismiss(None)


class Words(VerticalScroll, can_focus=True):
    """Text to read in a dialog: paragraphs and lists, scrolled with the arrows."""

    def __init__(self, lines: Sequence[Content | str]) -> None:
        super().__init__(id="words")
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Yield the text as one block; never read as markup."""
        yield Static(_joined(self._lines), markup=False)

    def show(self, lines: Sequence[Content | str]) -> None:
        """Show other text in its place, from the top."""
        self._lines = lines
        self.query_one(Static).update(_joined(lines))
        self.scroll_home(animate=False)


def _joined(lines: Sequence[Content | str]) -> Content:
    contents = [line if isinstance(line, Content) else Content(line) for line in lines]
    return Content("\n").join(contents)
