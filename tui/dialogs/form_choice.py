"""Ask which of the council's forms a new assessment follows."""

from collections.abc import Sequence

from desk.equality_contents import days_in_words
from plan.council.form import Form
from tui.dialogs.choose import Chooser
from tui.widgets.row_list import ListedRow


class FormChoice(Chooser[Form]):
    """Lists the council's forms, the usual one first; the result is the chosen one."""

    def __init__(self, forms: Sequence[Form]) -> None:
        rows = [ListedRow(form.id, form.name, _below(form)) for form in forms]
        super().__init__("Which form?", "", rows)
        self._forms = {form.id: form for form in forms}

    def result_of(self, row: str) -> Form:
        """Return the form with this id."""
        return self._forms[row]


def _below(form: Form) -> str:
    """Return what stands below a form's name: how long it is, and its law and its days."""
    said = ", ".join(filter(None, (f"{len(form.fields)} answers", days_in_words(form))))
    return "\n".join(f"  {line}" for line in (said, form.law) if line)
