"""The editor of one field, mounted while the field is edited and removed when it is left.

It is a text area even for a single line: text pasted from Word may have several, and none is lost.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual._styles_cache import StylesCache
from textual.app import SuspendNotSupported
from textual.content import Content
from textual.css.styles import RenderStyles, Styles
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Location, Selection

from desk.field_contents import HINTS, FieldContent
from plan.text.line_breaks import cells
from tui.keys.bindings import bindings_at
from tui.widgets import own_editor
from tui.widgets.graphemes import grapheme_edge, grapheme_end, grapheme_start

if TYPE_CHECKING:
    from tui.window import Window

_DOUBLE_CLICK = 2
_MISSPELT = "underline"
"""Underlined and in no colour: so it is seen by everybody, and in every terminal."""
_TAKEN = "→: take what is in grey"
_GAP, _EDGES = "   ", 6
"""What separates two keys in a hint, and the cells of the frame's edge that it cannot use."""
_WORD = re.compile(r"[\w'’]+(?:-[\w'’]+)*")

_LETTERS = re.compile(r"[^\W\d_]{3}")
_AS_TEXT = (
    "That table went in as text, and Ctrl+Z takes it out again. Pasted on the list of aims or of "
    "actions, with no field open, it makes actions."
)


class FieldEditor(TextArea):
    """An editor for one field; Tab goes to the next, Esc to the list; both keep what was typed."""

    DEFAULT_CSS = """
    FieldEditor {
        height: auto;
        min-height: 3;
        max-height: 16;
        margin: 0 1 1 0;
        border-title-color: $accent;
        border-subtitle-color: $text-muted;
        background: $background;
    }

    FieldEditor, FieldEditor:focus { border: round $accent; }
    """

    BINDINGS = bindings_at("editing")

    tab_leads_on = False
    """Whether Tab leads elsewhere than to the next field; the frame says then where."""

    @dataclass
    class Left(Message):
        """The officer left the field; `step`: 1 next, -1 the one before, 0 the list.

        `by_enter` says that Enter was pressed where that goes to the next that is wanted.
        """

        editor: "FieldEditor"
        step: int
        by_enter: bool = False

    @dataclass
    class Asked(Message):
        """The officer asked for what the field cannot do: "suggest", "word-counts" or "choose"."""

        editor: "FieldEditor"
        what: str

    def __init__(self, field: FieldContent, choices: Sequence[str] = ()) -> None:
        super().__init__(field.typed, soft_wrap=True, tab_behavior="focus")
        self.field = field
        self.has_begun = False
        self._enter_goes_on = False
        self._typed_at: Location | None = None
        self._choices = choices
        self.border_title = Content(field.label)
        self._hint = ""
        self.say_hint(HINTS[field.kind])
        self.move_cursor(self.document.end)

    def on_mount(self) -> None:
        """Keep the signal that `on_unmount` must unsubscribe from."""
        self._selections_begun = self.screen.text_selection_started_signal
        self.mark_misspelt()

    def on_unmount(self) -> None:
        """Drop every reference that Textual holds to the editor, or no editor would ever be freed.

        Textual keeps the watchers of the theme until it changes, and the subscribers to text
        selection until something is selected, each with everything it refers to.
        """
        self._selections_begun.unsubscribe(self)
        watching: list[tuple[object, object]] = getattr(self.app, "__watchers", {}).get("theme", [])
        watching[:] = [entry for entry in watching if entry[0] is not self]
        # This cache of Textual's keeps hundreds of widgets alive too, with all their painted lines.
        StylesCache.get_inner_outer.cache_clear()

    def on_focus(self) -> None:
        """Note that the editor has had the focus: from now on, losing it ends the edit."""
        self.has_begun = True

    def on_resize(self) -> None:
        """Stay in view when the text, and so the box, grows: a paste may add many lines."""
        self.say_hint(self._hint)
        if self.has_focus:
            self.call_after_refresh(self.scroll_visible, animate=False)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Scroll to the cursor, unless it stands on a line that was just deleted.

        Undoing a long paste removes the scrollbar before Textual moves the cursor up.
        """
        row, column = self.cursor_location
        is_there = row < self.document.line_count and column <= len(self.document.get_line(row))
        if not is_there:
            return Offset(0, 0)
        return super().scroll_cursor_visible(center, animate)

    def get_component_styles(self, *names: str) -> RenderStyles:
        """Return the styles of the editor's parts, or empty ones once it has been removed.

        Textual drops a removed widget's styles before the screen is painted without it.
        """
        if self.is_attached or all(name in self._component_styles for name in names):
            return super().get_component_styles(*names)
        return RenderStyles(self, Styles(), Styles())

    def update_suggestion(self) -> None:
        """Suggest the rest of a known indicator or lead that begins with what was typed."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        self.suggestion = ""
        if column == len(line):
            self.suggestion = completion(line, self._choices)

    def watch_suggestion(self) -> None:
        """Say which key takes what is shown in grey, while anything is."""
        self.say_hint(self._hint)

    # Spelling

    def mark_misspelt(self) -> None:
        """Mark the words that may be misspelt, if the dictionary is loaded."""
        app = cast("Window", self.app)
        if app.spelling is not None and app.session is not None:
            app.spelling.use_names_of(app.session.plan)
            self._line_cache.clear()
            self.refresh()

    def edit(self, edit: Edit) -> EditResult:
        """Make an edit, and note where it ends: the word there is still being typed."""
        result = super().edit(edit)
        self._typed_at = result.end_location
        return result

    def get_line(self, line_index: int) -> Any:
        """Return a line as it is painted, with the words underlined that may be misspelt."""
        line = super().get_line(line_index)
        spelling = cast("Window", self.app).spelling
        if spelling is not None:
            is_typing = self._typed_at == self.cursor_location and self.has_focus
            for start, end in spelling.misspelt_in(line.plain):
                if not (is_typing and (line_index, end) == self._typed_at):
                    line.stylize(_MISSPELT, start, end)
        return line

    def on_paste(self, event: events.Paste) -> None:
        """Say of a table that the terminal pastes what becomes of it."""
        self._say_of_table(event.text)

    def action_paste(self) -> None:
        """Paste what was copied; say of a table what becomes of it."""
        super().action_paste()
        self._say_of_table(self.app.clipboard)

    def _say_of_table(self, text: str) -> None:
        if _has_rows(text):
            self.notify(_AS_TEXT, markup=False)

    def action_suggest(self) -> None:
        """Offer what the misspelt word at the cursor may be, or the next one in the field."""
        self.post_message(self.Asked(self, "suggest"))

    def action_word_counts(self) -> None:
        """Show how many words the field, the section and the paper have."""
        self.post_message(self.Asked(self, "word-counts"))

    # What is known of the field

    @property
    def known(self) -> tuple[str, ...]:
        """What the line at the cursor may be: all that is known and stands in no other line."""
        lines = self.text.split("\n")
        return tuple(one for one in self._choices if one not in lines)

    @property
    def begun(self) -> str:
        """What is typed of the line at the cursor; empty where that is one of what is known."""
        line = self.document.get_line(self.cursor_location[0]).strip()
        return "" if line in self._choices else line

    def take_known(self, chosen: str) -> None:
        """Put what was chosen in the place of what is typed of the line, or on a line below."""
        row = self.cursor_location[0]
        line = self.document.get_line(row)
        if line.strip() and not self.begun:
            self.replace(f"\n{chosen}", (row, len(line)), (row, len(line)))
        else:
            self.replace(chosen, (row, 0), (row, len(line)))

    def action_choose(self) -> None:
        """Offer a list of what is known, to choose from."""
        self.post_message(self.Asked(self, "choose"))

    def on_click(self, event: events.Click) -> None:
        """Select the word that was double-clicked."""
        if event.chain == _DOUBLE_CLICK:
            row, column = self.cursor_location
            line = self.document.get_line(row)
            word = next((one for one in _WORD.finditer(line) if one.end() >= column), None)
            if word is not None and word.start() <= column:
                self.selection = Selection((row, word.start()), (row, word.end()))

    async def on_key(self, event: events.Key) -> None:
        """Go on at Enter: from one line to the next field, or to the next that is wanted."""
        if event.key == "enter" and (self._enter_goes_on or self.field.kind == "line"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Left(self, 1, by_enter=self._enter_goes_on))
        elif event.key == "ctrl+j" and self._enter_goes_on and self.field.kind != "line":
            event.stop()
            event.prevent_default()
            self.insert("\n")

    def let_enter_go_on(self, hint: str) -> None:
        """Have Enter leave the field for the next that is wanted, which `hint` says."""
        self._enter_goes_on = True
        self.say_hint(hint)

    def say_hint(self, hint: str) -> None:
        """Say below the field what its keys do: as many of them, the first ones, as are whole."""
        self._hint = hint
        said = f"{_TAKEN}{_GAP}{hint}" if self.suggestion else hint
        self.border_subtitle = Content(_whole_keys(said, self.outer_size.width - _EDGES))

    # The cursor moves by graphemes, and Backspace and Delete remove whole ones.

    def clamp_visitable(self, location: Location) -> Location:
        """Return the nearest place for the cursor: never inside a grapheme."""
        row, column = super().clamp_visitable(location)
        return row, grapheme_edge(self.document.get_line(row), column)

    def get_cursor_left_location(self) -> Location:
        """Return where a step to the left leads; Backspace deletes back to there."""
        row, column = self.cursor_location
        if not column:
            return super().get_cursor_left_location()
        return row, grapheme_start(self.document.get_line(row), column)

    def get_cursor_right_location(self) -> Location:
        """Return where a step to the right leads; Delete deletes up to there."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        if column >= len(line):
            return super().get_cursor_right_location()
        return row, grapheme_end(line, column)

    def get_cursor_word_left_location(self) -> Location:
        """Return where the word to the left begins, without cutting an accent off its letter."""
        row, column = super().get_cursor_word_left_location()
        line = self.document.get_line(row)
        is_inside = grapheme_edge(line, column) != column
        return row, grapheme_start(line, column) if is_inside else column

    def action_done(self) -> None:
        """Go back to the list, keeping what was typed."""
        self.post_message(self.Left(self, 0))

    def action_next_field(self) -> None:
        """Go to the next field."""
        self.post_message(self.Left(self, 1))

    def action_previous_field(self) -> None:
        """Go to the field before."""
        self.post_message(self.Left(self, -1))

    def action_own_editor(self) -> None:
        """Edit the text in the officer's own editor and take over the result."""
        text, problem = self.text, ""
        try:
            with self.app.suspend():
                try:  # after an error that leaves suspend(), the window would not come back
                    text = own_editor.edited_outside(self.text)
                except own_editor.NoEditorError as error:
                    problem = str(error)
        except SuspendNotSupported as error:
            problem = str(error)
        if problem:
            self.notify(problem, severity="error", markup=False)
        elif text == self.text:
            self.notify(own_editor.AS_IT_WAS, markup=False)
        else:
            self.replace(text, (0, 0), self.document.end)


def _whole_keys(hint: str, room: int) -> str:
    """Return as many of the keys in a hint as `room` cells have room for; the key line has Esc."""
    keys = hint.split(_GAP)
    while room > 0 and len(keys) > 1 and cells(_GAP.join(keys)) > room:
        keys.pop()
    return _GAP.join(keys)


def _has_rows(text: str) -> bool:
    """Return whether a text has rows of cells: in a list, only a bullet stands before the tab."""
    lines = [line.strip() for line in text.splitlines()]
    barred = (line[:1] == line[-1:] == "|" and len(line) > 1 for line in lines)
    tabbed = (_LETTERS.search(line.rpartition("\t")[0]) for line in lines)
    return sum(map(bool, barred)) + sum(map(bool, tabbed)) > 1


def completion(typed: str, choices: Sequence[str]) -> str:
    """Return what `typed` lacks of the first choice that begins with it, in whatever case."""
    if len(typed.strip()) < 2:  # noqa: PLR2004 - one letter would complete to anything
        return ""
    lowered = typed.lower()
    for choice in choices:
        if choice.lower().startswith(lowered) and len(choice) > len(typed):
            return choice[len(typed) :]
    return ""
