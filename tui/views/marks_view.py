"""The base of the plan view: where the officer is, which rows are marked, and what was copied."""

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual.reactive import var

from desk.session import PlanSession
from tui.views.fields_view import FieldsView
from tui.views.plan.rows import Cursor, cursor_at

if TYPE_CHECKING:
    from desk.action_filter import ActionFilter
    from desk.field_contents import FieldContent
    from plan.changes.change import Change
    from store.copied import Copied
    from tui.views.plan.row_edits import RowEdits


class MarksView(FieldsView):
    """A view of aims and actions that can be marked.

    `cursor` is where the officer is, `marks` are the ids of the aims and actions that are marked;
    `copied` is what was copied last if that could not be kept outside the window. `only` is the
    filter by which the list of actions is limited, None while there is none.
    """

    cursor: var[Cursor] = var(Cursor(), init=False)
    marks: var[frozenset[str]] = var(frozenset[str](), init=False)

    only: "var[ActionFilter | None]" = var(None, init=False)

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session, id="plan")
        self.set_reactive(MarksView.cursor, cursor_at(session.plan, {}))
        self.copied: Copied | None = None

    @property
    @abstractmethod
    def row_edits(self) -> "RowEdits":
        """The changes that can be made to the row under the cursor, or to those marked."""

    @property
    @abstractmethod
    def listed(self) -> tuple[str, ...]:
        """The ids of the actions that the filter lets through, and that under the cursor."""

    def begin_added(self, change: "Change | None") -> None:
        """Make the change that adds a row, and edit its first field."""
        if change is None:
            self.say("An action belongs to an aim: add an aim first, in the panel on the left.")
        elif self.make(change):
            self.edit_field(0)

    @abstractmethod
    def keep(self, field: "FieldContent", typed: str) -> bool:
        """Put `typed` into a field of the plan; if the field does not take it, say so."""
