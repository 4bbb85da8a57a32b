"""A round of progress: a note for one action after another, its status by a letter."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from desk.field_contents import FieldContent, new_note_field
from desk.progress_round import (
    NONE_WANTED,
    StatusLetter,
    next_to_note,
    status_letters,
    with_status,
)
from desk.today import today, today_in_words
from tui.views.plan.rows import cursor_on
from tui.widgets.field_editor import FieldEditor

if TYPE_CHECKING:
    from tui.views.marks_view import MarksView

_NONE_LEFT = "No other action wants a note: each that is open has one."
_NO_LETTER = "Press a letter of the key for the status, or Enter to write without one."
_FIRST_LETTER, _THEN = "status letter", "the text"
_HINT_STATUS = "Enter: no status   Tab: the next action   Esc: done"
_HINT_TEXT = "Enter: the next action   Esc: done"


class LettersOfStatus(Widget):
    """The statuses with their letters, above the note; a letter is never parted from its word."""

    DEFAULT_CSS = """
    LettersOfStatus { height: auto; }
    """

    def __init__(self, letters: tuple[StatusLetter, ...]) -> None:
        super().__init__()
        self._letters = [_in_words(one) for one in letters]

    def render(self) -> Content:
        """Return the letters on as many lines as they take."""
        return self._on_lines(self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines they take at `width`."""
        return self._on_lines(width).plain.count("\n") + 1

    def _on_lines(self, width: int) -> Content:
        lines: list[Content] = []
        for one in self._letters:
            longer = Content("   ").join([*lines[-1:], one])
            if lines and longer.cell_length <= width:
                lines[-1] = longer
            else:
                lines.append(one)
        return Content("\n").join(lines)


class NoteEditor(FieldEditor):
    """The editor of a note in a round: first a letter for the status, then the text.

    Enter keeps the note and asks for the next action's; `passed` are the actions that had their
    turn in this round.
    """

    tab_leads_on = True

    @dataclass
    class Noted(Message):
        """The officer is done with this note and wants the next action."""

        editor: "NoteEditor"

    def __init__(
        self, field: FieldContent, letters: tuple[StatusLetter, ...], passed: frozenset[str]
    ) -> None:
        super().__init__(field)
        self.passed = passed
        self._letters = letters
        self._today = field.typed.strip()
        self._wants_status = True
        self._shown = LettersOfStatus(letters)
        self._show_step()

    def on_mount(self) -> None:
        """Show the letters above."""
        if self.parent is not None:
            self.parent.mount(self._shown, before=self)  # type: ignore[attr-defined]

    def on_unmount(self) -> None:
        """Take the letters away with the editor."""
        if self._shown.is_attached:
            self._shown.remove()

    async def on_key(self, event: events.Key) -> None:
        """Take a letter for the status; after it, Enter goes to the next action."""
        if self._wants_status:
            self._take_key(event)
        elif event.key == "enter":
            _stop(event)
            self.action_next_field()
        elif event.key == "backspace" and self.cursor_location == (1, 0) and not self._text:
            _stop(event)
            self._set_status("")
            self._wants_status = True
            self._show_step()

    def on_paste(self, event: events.Paste) -> None:
        """Have what is pasted as the text, without a status where none was given."""
        self._write()

    def action_next_field(self) -> None:
        """Keep the note and go to the next action that wants one."""
        self.post_message(self.Noted(self))

    @property
    def known(self) -> tuple[str, ...]:
        """The statuses that the note may have."""
        return tuple(one.word for one in self._letters)

    @property
    def begun(self) -> str:
        """Nothing: a status is not typed, but chosen."""
        return ""

    def take_known(self, chosen: str) -> None:
        """Give the note a status, and have its text written; what is written of it stays."""
        self._set_status(chosen)
        self._write()

    @property
    def _text(self) -> str:
        return self.text.partition("\n")[2]

    def _take_key(self, event: events.Key) -> None:
        letter = next((one for one in self._letters if one.letter == event.character), None)
        if letter is not None:
            self._set_status(letter.word)
            self._write()
        elif event.key == "enter":
            self._write()
        elif event.is_printable:
            self.notify(_NO_LETTER, severity="warning", markup=False)
        else:
            return  # Tab, Esc and the arrows do what they do in every field
        _stop(event)

    def _write(self) -> None:
        self._wants_status = False
        self._show_step()

    def _set_status(self, status: str) -> None:
        self.replace(with_status(self.text, self._today, status), (0, 0), self.document.end)
        self.move_cursor(self.document.end)

    def _show_step(self) -> None:
        step = _FIRST_LETTER if self._wants_status else _THEN
        self.border_title = Content(f"{self.field.label} – {step}")
        self.say_hint(_HINT_STATUS if self._wants_status else _HINT_TEXT)


def _stop(event: events.Key) -> None:
    event.stop()
    event.prevent_default()


def _in_words(one: StatusLetter) -> Content:
    said = f" {one.word}" if one.letter else f"{one.word} (no letter)"
    return Content.assemble((one.letter, "bold $accent"), said)


def begin_round(view: "MarksView") -> None:
    """Open the note of the action under the cursor, or of the next that wants one."""
    action = view.cursor.action if view.cursor.is_at_action else _first(view)
    if action:
        open_note(view, action, frozenset())
    else:
        view.say(NONE_WANTED)


def _first(view: "MarksView") -> str:
    """Return the first action that wants a note, from the aim under the cursor on."""
    plan = view.plan
    before = [one.id for one in plan.actions if _is_before(view, one.parent)]
    after = before[-1] if before else ""
    return next_to_note(plan, after, (), today(), view.session.council.plan.own)


def _is_before(view: "MarksView", aim_id: str) -> bool:
    here = view.cursor.aim
    return here in view.plan.aim_rows and view.plan.number_of(aim_id) < view.plan.number_of(here)


def open_note(view: "MarksView", action_id: str, passed: frozenset[str]) -> None:
    """Open the note of an action, with the cursor on the action."""
    if view.is_read_only() or not view.leave_field() or action_id not in view.plan.action_rows:
        return
    view.cursor = cursor_on(view.plan, "actions", action_id)
    view.show_fields()
    field = new_note_field(view.plan, action_id, today_in_words())
    editor = NoteEditor(field, status_letters(view.session.council), passed)
    view.fields.open(_place_of_new(view.contents()), editor)
    view.update_keys()


def _place_of_new(contents: tuple[FieldContent, ...]) -> int:
    """Return the place of a note that is added: after the others, or of the sentence "none"."""
    return len(contents) - (contents[-1].key == "progress")


def note_next(view: "MarksView", message: NoteEditor.Noted) -> None:
    """Keep a note, and open that of the next action that wants one."""
    here = message.editor.field.owner
    passed = message.editor.passed | {here}
    if not view.leave_field():
        return
    found = next_to_note(view.plan, here, passed, today(), view.session.council.plan.own)
    if found:
        view.call_after_refresh(open_note, view, found, passed)
    else:
        view.list_here.focus()
        view.say(_NONE_LEFT)
