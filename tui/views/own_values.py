"""Choose what stands in a field of the council's own that is not typed: a word, or Yes or No."""

from typing import TYPE_CHECKING

from tui.dialogs.choose import ChooseDialog
from tui.widgets.row_list import ListedRow

if TYPE_CHECKING:
    from desk.field_contents import FieldContent
    from tui.views.fields_view import FieldsView

_NONE = "none"
_QUESTION = "Which word of the council's key is it?"


def choose_value(view: "FieldsView", place: int, field: "FieldContent") -> None:
    """Ask for the word in the field at `place`; Yes, No and empty take turns without a question."""
    words = [word for word, _ in field.options]
    if field.kind == "yes-no":
        after = dict(zip(("", *words), (*words, ""), strict=True))
        _set(view, place, field, after.get(field.typed, words[0]))
        return

    def choose(chosen: str | None) -> None:
        if chosen is None:
            view.fields.go_to(place)
        else:
            _set(view, place, field, "" if chosen == _NONE else words[int(chosen)])

    rows = [
        ListedRow(str(number), word, f"  {meaning}" if meaning else "")
        for number, (word, meaning) in enumerate(field.options)
    ]
    rows.append(ListedRow(_NONE, "None", "  nothing stands in the field"))
    current = str(words.index(field.typed)) if field.typed in words else ""
    view.app.push_screen(ChooseDialog(field.label, _QUESTION, rows, current), choose)


def _set(view: "FieldsView", place: int, field: "FieldContent", word: str) -> None:
    if view.make(view.change_of(field, word)):
        view.say(f"{field.label}: {word or 'none'}. u takes it back.")
    view.fields.go_to(place)
