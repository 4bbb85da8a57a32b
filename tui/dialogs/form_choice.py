"""Ask which of the council's forms a new assessment follows."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import OptionList

from desk.equality_contents import days_in_words
from plan.council.form import Form
from tui.dialogs.dialog import Dialog
from tui.widgets.row_list import ListedRow, RowList


class FormChoice(Dialog[Form]):
    """Lists the council's forms, the usual one first; the result is the chosen one."""

    heading = "Which form?"
    keys_in_words = "↑↓ and Enter: choose   Esc: close"

    def __init__(self, forms: Sequence[Form]) -> None:
        super().__init__()
        self._forms = forms

    def contents(self) -> ComposeResult:
        """Yield the list."""
        yield RowList(id="forms")

    def on_mount(self) -> None:
        """List the forms by name."""
        forms = self.query_one(RowList)
        forms.show(
            [ListedRow(form.id, form.name, _below(form)) for form in self._forms],
            "",
        )
        forms.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the chosen form."""
        event.stop()
        self.dismiss(self._forms[event.option_index])


def _below(form: Form) -> str:
    """Return what stands below a form's name: how long it is, and its law and its days."""
    said = ", ".join(filter(None, (f"{len(form.fields)} answers", days_in_words(form))))
    return "\n".join(f"  {line}" for line in (said, form.law) if line)
