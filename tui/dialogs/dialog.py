"""The base of every dialog: a framed box over the window that Esc closes."""

import re
from collections.abc import Sequence
from typing import Any, ClassVar, TypeVar, cast

from textual import events
from textual._time import get_time
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen, Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from plan.text.line_breaks import cells
from tui.widgets.notice_line import NoticeLine
from tui.widgets.once import once_after

ResultT = TypeVar("ResultT")


def nothing_to_wait_for() -> AwaitComplete:
    """Return an awaitable that is already done."""
    return cast("AwaitComplete", AwaitComplete.nothing())  # type: ignore[no-untyped-call]


def may_close(screen: Screen[Any]) -> bool:
    """Return whether `screen` is on top of the window, so that closing it closes nothing else.

    A screen that is dismissed twice makes Textual deliver the result twice and remove whatever is
    on top.
    """
    stack = screen.app.screen_stack
    return len(stack) > 1 and stack[-1] is screen


_GAP = "   "
"""What separates two keys in `keys_in_words`."""
READ_ON, READ_BELOW, READ_BACK = "↑↓: read on", "Tab: read on below", "Tab: back above"
"""Shown by a frame whose text goes on; no dialog has them among its own keys."""
_TAB, _OF_LIST = "Tab: ", ("Tab: ", "↑↓: ", "↑↓ PgUp PgDn: ")
"""How keys begin that lead elsewhere, and those that are no keys of the text."""
_EDGES = 6
"""Cells of the frame's lower edge that its words cannot use: corners, lines and spaces."""


def keys_on_lines(keys_in_words: str, width: int) -> list[str]:
    """Wrap a dialog's keys to lines of `width` cells, keeping each key with what it does."""
    lines: list[str] = []
    for key in keys_in_words.split(_GAP):
        longer = f"{lines[-1]}{_GAP}{key}" if lines else key
        if lines and cells(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(key)
    return lines


LEAST_SECONDS_SEEN = 0.3
"""Seconds that an unrequested dialog is on the screen before any key counts as an answer."""


class Frame(VerticalScroll):
    """A dialog's box, with the keys in its lower edge, or on lines above it if they do not fit.

    Those lines stay in view however the box is scrolled.
    """

    def __init__(self, heading: str) -> None:
        super().__init__(id="dialog", can_focus=False)
        self.border_title = Content(heading)
        self._keys = ""
        self._below = Static("", id="keys-below", markup=False)
        self._below.display = False

    def compose(self) -> ComposeResult:
        """Yield the lines for keys that do not fit into the edge."""
        yield self._below

    def show_keys(self, keys_in_words: str) -> None:
        """Show the keys, such as "Enter: write   Esc: close", and the one that reads on."""
        self._keys = keys_in_words
        keys_in_words = self._with_reading(keys_in_words)
        room = self.outer_size.width - _EDGES
        is_in_edge = room <= 0 or cells(keys_in_words) <= room
        beside_scrollbar = room - self.styles.scrollbar_size_vertical
        lines = [] if is_in_edge else keys_on_lines(keys_in_words, beside_scrollbar)
        self.border_subtitle = Content(keys_in_words if is_in_edge else "")
        self._below.update(Content("\n".join(lines)))
        self._below.display = not is_in_edge

    def _with_reading(self, keys_in_words: str) -> str:
        """Return the keys with the one that leads to a text of which more follows, or reads on."""
        text = next((one for one in self.children if isinstance(one, TextToRead)), None)
        if text is None or not keys_in_words or not text.goes_on:
            return keys_in_words
        keys = keys_in_words.split(_GAP)
        others = [one for one in self.screen.focus_chain if one is not text]
        if text.has_focus or not others:
            keys = [key for key in keys if not key.startswith(_OF_LIST)]
            reading = [READ_ON, *([READ_BACK] if others else [])]
        elif _after_focus(self.screen) is text:
            keys = [key for key in keys if not key.startswith(_TAB)]
            reading = [READ_BELOW]
        else:
            return keys_in_words
        place = next((n for n, key in enumerate(keys) if "Esc: " in key), len(keys))
        return _GAP.join([*keys[:place], *reading, *keys[place:]])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the height of what is in the box, which has as much room as there is now."""
        self._clear_arrangement_cache()
        return super().get_content_height(container, viewport, width)

    def show_keys_again(self) -> None:
        """Show the keys as they fit now, and the one that reads on where that is of use."""
        self.show_keys(self._keys)

    def on_resize(self) -> None:
        """Show the keys again where they fit now."""
        self.show_keys_again()

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus now."""
        self.show_keys_again()


def _after_focus(screen: Screen[Any]) -> Widget | None:
    """Return what Tab leads to."""
    chain = screen.focus_chain
    if screen.focused not in chain:
        return None
    return chain[(chain.index(screen.focused) + 1) % len(chain)]


class TextToRead(VerticalScroll, can_focus=True):
    """Text in a dialog, scrolled with the arrows; the dialog's frame says so where more follows.

    Tab leads to it only then, unless nothing else in the dialog takes the focus.
    """

    _is_new = True
    """Whether it is not laid out yet, so that nobody knows how far it goes."""

    @property
    def goes_on(self) -> bool:
        """Whether more follows than is seen."""
        return self.max_scroll_y > 0

    def allow_focus(self) -> bool:
        """Return whether there is anything to do here."""
        others = (one for one in self.siblings if one.focusable)
        return self.has_focus or self._is_new or self.goes_on or not any(others)

    def watch_virtual_size(self) -> None:
        """Say that more follows, or no more that it does."""
        self.call_after_refresh(self._say)

    def on_resize(self) -> None:
        """Say that more follows, or no more that it does."""
        self.call_after_refresh(self._say)

    def _say(self) -> None:
        self._is_new = False
        if isinstance(self.parent, Frame):
            self.parent.show_keys_again()


class Dialog(ModalScreen[ResultT | None]):
    """A framed box that Esc closes without changing anything.

    A dialog that `opens_unasked` was opened by plandesk and not by the officer. It shows its keys
    and takes answers only after `LEAST_SECONDS_SEEN`: earlier keys were meant for what it covers.
    """

    # The notice line is at the bottom: the window's key line is behind the dialog.
    DEFAULT_CSS = """
    Dialog {
        align: center middle;

        NoticeLine { dock: bottom; }

        & > #dialog {
            width: 90%;
            max-width: 100;
            height: auto;
            max-height: 90%;
            padding: 0 1;
            border: round $accent;
            border-title-color: $accent;
            border-title-style: bold;
            border-subtitle-color: $text-muted;
            background: $background;
        }

        #keys-below {
            dock: bottom;
            color: $text-muted;
            background: $background;
        }

        RowList {
            height: auto;
            background: $background;
            border: none;
            scrollbar-size-vertical: 1;
        }

        #words {
            height: auto;
            max-height: 100%;
            background: $background;
            scrollbar-size-vertical: 1;

            & > Static { padding-right: 1; }
        }

        Input {
            padding: 0;
            height: 1;
            background: $surface;
            margin: 1 0;
        }

        Input, Input:focus { border: none; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss_it", "Close", show=False)]
    heading: ClassVar[str] = ""
    keys_in_words: str = "Esc: close"
    opens_unasked: bool = False
    _answers_from: float | None = None
    _look_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Yield the box with the dialog's contents."""
        with Frame(self.heading) as box:
            box.show_keys("" if self.opens_unasked else self.keys_in_words)
            yield from self.contents()
        yield NoticeLine()

    def on_mount(self) -> None:
        """Start the time during which a dialog that opens unasked takes no answers."""
        if self.opens_unasked:
            self.call_after_refresh(self._start_look_timer)

    def _start_look_timer(self) -> None:
        self._look_timer = once_after(LEAST_SECONDS_SEEN, self, self._take_answers)

    def _take_answers(self) -> None:
        self._answers_from = get_time()
        self.show_keys(self.keys_in_words)

    def show_keys(self, keys_in_words: str) -> None:
        """Show other keys in the frame."""
        self.query_one(Frame).show_keys(keys_in_words)

    def takes_answer(self, event: events.Event) -> bool:
        """Return whether a key or click can be meant for this dialog.

        An officer who is still typing has not seen it yet, so each such key restarts the wait.
        """
        begun = self._answers_from
        if not self.opens_unasked or (begun is not None and event.time >= begun):
            return True
        if self._look_timer is not None:
            self._look_timer.reset()
        return False

    def contents(self) -> ComposeResult:
        """Yield the widgets in the box."""
        yield from ()

    def dismiss(self, result: ResultT | None = None) -> AwaitComplete:
        """Close with a result, unless the dialog is closed already or another lies on top of it."""
        return super().dismiss(result) if may_close(self) else nothing_to_wait_for()

    def action_dismiss_it(self) -> None:
        """Close the dialog without a result."""
        self.dismiss(None)


class _HungText(Static):
    """Lines of text; what wraps of one that is indented, numbered or a bullet stands below it."""

    def __init__(self, lines: Content) -> None:
        super().__init__(lines, markup=False)
        self._all = lines
        self._laid_out: tuple[int, Content] = (0, lines)

    def show(self, lines: Content) -> None:
        """Show other lines."""
        self._all, self._laid_out = lines, (0, lines)
        self.update(lines)

    def render(self) -> Content:
        """Return the lines as they wrap."""
        return self._at(self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the text takes at `width`."""
        return self._at(width).get_height({}, width)

    def lines_of(self, text: Content) -> int:
        """Return how many lines another text would take."""
        width = self.size.width
        return _all_hung(text, width).get_height({}, width) if width else 1

    def _at(self, width: int) -> Content:
        if width > 0 and self._laid_out[0] != width:
            self._laid_out = (width, _all_hung(self._all, width))
        return self._laid_out[1]


def _all_hung(text: Content, width: int) -> Content:
    lines = text.split("\n", allow_blank=True)
    return Content("\n").join(_hung(line, width) for line in lines)


_BEFORE_WORDS = re.compile(r" *(?:• |→ |\d+[.)] |\d+\.\d+ )?")


def _hung(line: Content, width: int) -> Content:
    """Return a line, wrapped below its first word where something stands before that."""
    before = _BEFORE_WORDS.match(line.plain)
    hang = before.end() if before is not None else 0
    if not hang or line.cell_length <= width or hang > width // 2:
        return line
    first, *others = line[hang:].wrap(width - hang)
    return Content("\n").join([line[:hang] + first, *(Content(" " * hang) + one for one in others)])


class ScrolledText(TextToRead):
    """Text to read in a dialog, scrolled with the arrows."""

    def __init__(self, lines: Sequence[Content | str]) -> None:
        super().__init__(id="words")
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Yield the text as one block, never parsed as markup."""
        yield _HungText(_joined(self._lines))

    @property
    def room(self) -> int:
        """The cells that a line of the text has; 0 before it is laid out."""
        return self.query_one(_HungText).size.width

    def lines_of(self, lines: Sequence[Content | str]) -> int:
        """Return how many lines a text would take here."""
        return self.query_one(_HungText).lines_of(_joined(lines))

    def show(self, lines: Sequence[Content | str]) -> None:
        """Replace the text and scroll to the top."""
        self._lines = lines
        self._is_new = True
        self.query_one(_HungText).show(_joined(lines))
        self.scroll_home(animate=False)
        self.call_after_refresh(self._say)


def _joined(lines: Sequence[Content | str]) -> Content:
    contents = [line if isinstance(line, Content) else Content(line) for line in lines]
    return Content("\n").join(contents)
