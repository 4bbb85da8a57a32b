"""What every dialog shares: a framed box over the window, gone with Esc."""

from collections.abc import Sequence
from typing import Any, ClassVar, TypeVar, cast

from rich.cells import cell_len
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


_GAP = "   "
"""Between two keys in words."""
_EDGES = 4
"""Cells of a frame's lower edge that are not for words."""


def keys_on_lines(keys_in_words: str, width: int) -> list[str]:
    """Return a dialog's keys on lines of `width` cells, no key parted from what it does."""
    lines: list[str] = []
    for key in keys_in_words.split(_GAP):
        longer = f"{lines[-1]}{_GAP}{key}" if lines else key
        if lines and cell_len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(key)
    return lines


LEAST_LOOK = 0.3
"""Seconds that a dialog nobody asked for is on the screen before a key can be an answer to it."""


class Frame(VerticalScroll):
    """A dialog's box; its keys stand in its lower edge, or on lines above it if that is too short.

    Those lines stay in view however the box is scrolled.
    """

    def __init__(self, heading: str) -> None:
        super().__init__(id="dialog", can_focus=False)
        self.border_title = Content(heading)
        self._keys = ""
        self._below = Static("", id="keys-below", markup=False)
        self._below.display = False

    def compose(self) -> ComposeResult:
        """Yield the lines for keys that the edge has no room for."""
        yield self._below

    def show_keys(self, keys_in_words: str) -> None:
        """Say which keys there are, such as "Enter: write   Esc: close"."""
        self._keys = keys_in_words
        room = self.outer_size.width - _EDGES
        is_in_edge = room <= 0 or cell_len(keys_in_words) <= room
        beside_scrollbar = room - self.styles.scrollbar_size_vertical
        lines = [] if is_in_edge else keys_on_lines(keys_in_words, beside_scrollbar)
        self.border_subtitle = Content(keys_in_words if is_in_edge else "")
        self._below.update(Content("\n".join(lines)))
        self._below.display = not is_in_edge

    def on_resize(self) -> None:
        """Say the keys where there is room for them now."""
        self.show_keys(self._keys)


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
        with Frame(self.heading) as box:
            box.show_keys("" if self.comes_by_itself else self.keys_in_words)
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
        self.show_keys(self.keys_in_words)

    def show_keys(self, keys_in_words: str) -> None:
        """Say which keys there are now."""
        self.query_one(Frame).show_keys(keys_in_words)

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
