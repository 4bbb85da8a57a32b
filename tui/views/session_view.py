"""The base of every view of an open plan: it shows the session's plan and edits it there."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias

from textual import events
from textual.message import Message
from textual.reactive import var
from textual.widget import Widget

from desk.session import PlanSession
from tui.commands import Where, applies, with_keys
from tui.views.plan_views import PLAN_VIEW, PLAN_VIEWS
from tui.widgets.ground import Ground
from tui.widgets.key_line import KeyLine
from tui.widgets.notice_line import done_in_words, gone_in_words

if TYPE_CHECKING:
    from pathlib import Path

    from plan.changes.change import Change
    from plan.following.timeline import ShownReviews
    from plan.model.documents import DocumentKind
    from plan.model.finding import Place
    from tui.jump import Jump

OfWords: TypeAlias = Literal[
    "register", "find", "find-next", "replace", "spelling", "since", "word-counts"
]
"""What looks through the words of the whole paper."""
WithOthers: TypeAlias = Literal["share", "fetch", "conflicts", "versions", "leads", "roll"]
"""What colleagues, leads or another year have a part in."""
Elsewhere: TypeAlias = Literal["back", "forward", "jump", "move-choose"]
"""What leads to another place, or a row to another."""
AskedFor: TypeAlias = Literal[
    OfWords,
    WithOthers,
    Elsewhere,
    "export",
    "history",
    "written",
    "merge-with-file",
    "desk",
    "view",
]
"""The ids of the commands that a view passes on, as it cannot do them itself."""


class SessionView(Ground, Widget):
    """A view of an open plan.

    It keeps no copy of the plan, only where the officer is in it. A view that was left stays
    mounted but hidden, and `enter` is called when it is shown again.
    """

    class Asked(Message):
        """The officer asked for something that the view cannot do itself.

        For "view", `view` is its id, with the cursor on what `change` changed or at `place`; for
        "conflicts", `place` is that of the one to begin at. `plan` is the path of a plan that is
        not the open one.
        """

        def __init__(
            self,
            what: AskedFor,
            view: str = "",
            change: "Change | None" = None,
            place: "Place | None" = None,
            plan: "Path | None" = None,
        ) -> None:
            super().__init__()
            self.what: AskedFor = what
            self.view = view
            self.change = change
            self.place = place
            self.plan = plan

    jump: "var[Jump | None]" = var(None, init=False)
    """The letters by which the cursor jumps, while they stand there."""
    keys: var[tuple[Where, frozenset[str]]] = var(("everywhere", frozenset()), init=False)
    """Which commands apply where the officer is, and the ids of those that would do nothing."""

    def __init__(self, session: PlanSession, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.session = session

    # What a view tells the window

    @property
    @abstractmethod
    def where(self) -> Where:
        """Which commands apply now."""

    @property
    def idle(self) -> frozenset[str]:
        """The ids of the commands that would do nothing under the cursor, or only say why not."""
        return frozenset()

    @property
    def document(self) -> "DocumentKind":
        """The kind of document that the view shows, which an export offers first."""
        return "plan"

    @property
    def reviews(self) -> "ShownReviews | None":
        """The reviews on the screen, for an export to offer; None in other views."""
        return None

    @property
    def place(self) -> dict[str, str]:
        """Where the officer is in the view, in a form that `return_to` takes."""
        return {}

    @property
    def choices(self) -> dict[str, str]:
        """The part of `place` that makes sense in another plan too, for `return_to` there."""
        return {}

    def return_to(self, place: Mapping[str, str]) -> None:
        """Go back to where the officer was, as far as that still exists.

        It is called before the view is mounted.
        """

    @property
    def stop(self) -> dict[str, str]:
        """Where the officer is in the view, to come back to it with `show_stop`."""
        return self.place

    def stop_near(self, stop: Mapping[str, str]) -> Mapping[str, str]:
        """Return a place where the officer was, or what is nearest to it now if that is gone."""
        return stop

    @abstractmethod
    def show_stop(self, stop: Mapping[str, str]) -> None:
        """Put the cursor where the officer was; called when the view is shown."""

    def begin_writing(self) -> None:
        """Open the first field of a new plan, if it is in this view."""

    @abstractmethod
    def enter(self) -> None:
        """Show the plan as it is now, and take the focus."""

    def leave_field(self, otherwise: str = "") -> bool:
        """End the edit of a field, if there is one, and keep what was typed.

        Return whether no field is open now. A text too long for its field stays open, and the
        officer is told so; `otherwise` ends that sentence with another way out.
        """
        return True

    def show_change(self, change: "Change") -> None:
        """Show the plan after a change, with the cursor on what it changed."""

    def begin_note(self, action_id: str) -> None:
        """Open a progress note of an action, in the view that has a place for it."""

    def show_own_keys(self) -> None:
        """Show the officer's own keys, which have changed, wherever the view names one."""

    def show_findings(self) -> None:
        """Show the checks' new findings, if the view shows findings."""

    def show_place(self, place: "Place") -> None:
        """Put the cursor at a place of the plan that is edited in this view."""

    # Jumping by a letter

    def watch_jump(self, before: "Jump | None", jump: "Jump | None") -> None:
        """Take letters away that were shown, and show which keys apply."""
        if before is not None:
            before.take_away()
        self.update_keys()

    def action_jump(self) -> None:
        """Show a letter wherever the cursor can jump to."""
        self.post_message(self.Asked("jump"))

    def action_jump_to(self) -> None:
        """Say what to do: the letter itself comes as a key."""
        self.say("Type a letter that stands at the edge of a panel.")

    def action_jump_leave(self) -> None:
        """Take the letters away, and stay."""
        self.jump = None

    def on_key(self, event: events.Key) -> None:
        """Jump where a letter leads, while letters are shown."""
        if self.jump is None:
            return
        taken = self.jump.taken(event)
        if taken.is_over:
            self.jump = None
        if taken.is_used:
            event.stop()
            event.prevent_default()
        if taken.goal is not None:
            taken.goal.go()
        elif taken.nowhere:
            stay = self.keyed("{jump-leave} takes the letters away.", "jumping")
            self.say(f"{taken.nowhere} stands nowhere here. {stay}")

    def on_resize(self) -> None:
        """Take the letters away where lines may wrap otherwise now."""
        if self.jump is not None and self.jump.width != self.size.width:
            self.jump = None

    def on_lettered_scrolled(self) -> None:
        """Take the letters away: they would stand beside other lines."""
        self.jump = None

    # Commands of every view

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse a command that does not apply where the officer is."""
        return applies(action, self.where)

    def action_undo(self) -> None:
        """Undo the last edit, in whichever view and session it was made."""
        if not self.is_read_only():
            self._step(self.session.undo(), "undo")

    def action_redo(self) -> None:
        """Redo what was undone last."""
        if not self.is_read_only():
            self._step(self.session.redo(), "redo")

    def _step(self, change: "Change | None", asked_for: str) -> None:
        if change is None:
            self.say_nothing_to(asked_for)
            return
        self._follow(change)
        self.say(f"{change.label}.")

    def say_nothing_to(self, asked_for: str) -> None:
        """Say that there is nothing to undo or redo, or why nothing more is known of it."""
        if problem := self.session.past_problem:
            self.say(f"Nothing more is known to {asked_for}. {problem}", is_problem=True)
        else:
            self.say(f"There is nothing to {asked_for}.")

    def bring_back(self, change: "Change") -> None:
        """Make a change that the History screen returned, and show what it changed."""
        if not self.is_read_only() and self.session.make(change):
            self._follow(change)
            self.say(done_in_words(change.label))

    def _follow(self, change: "Change") -> None:
        """Show what a change changed, in this view if it can be seen here, otherwise in another."""
        tables = {row.table for row in change.rows}
        if tables & set(PLAN_VIEW[self.id or ""].tables):
            self.show_change(change)
        else:
            view = next((view for view in PLAN_VIEWS if tables & set(view.tables)), None)
            if view is not None:  # a version is in no view
                self.post_message(self.Asked("view", view.id, change))

    def action_find(self) -> None:
        """Find words, or an action by its ref, and go there."""
        if self.leave_field():
            self.post_message(self.Asked("find"))

    def action_find_next(self) -> None:
        """Go to the next sentence in which what was looked for last is found."""
        self.post_message(self.Asked("find-next"))

    def action_replace(self) -> None:
        """Put words in the place of others, in the plan or in all plans."""
        if self.leave_field() and not self.is_read_only():
            self.post_message(self.Asked("replace"))

    def action_view(self, view_id: str) -> None:
        """Go to another view of the plan."""
        if self.leave_field():
            self.post_message(self.Asked("view", view_id))

    def action_export(self) -> None:
        """Ask for Word files to be written."""
        if self.leave_field():
            self.post_message(self.Asked("export"))

    def action_written(self) -> None:
        """Ask for the files that were written of the plan, to open or print one."""
        if self.leave_field():
            self.post_message(self.Asked("written"))

    def action_history(self) -> None:
        """Ask for the History screen."""
        if self.leave_field():
            self.post_message(self.Asked("history"))

    def action_since(self) -> None:
        """Ask what has changed since a day."""
        if self.leave_field():
            self.post_message(self.Asked("since"))

    def action_versions(self) -> None:
        """Ask for the versions of the plan."""
        if self.leave_field():
            self.post_message(self.Asked("versions"))

    def action_leads(self) -> None:
        """Ask for the forms of the leads, and for their replies."""
        if self.leave_field():
            self.post_message(self.Asked("leads"))

    def action_roll(self) -> None:
        """Ask for the plan to be rolled forward to the next year."""
        if self.leave_field():
            self.post_message(self.Asked("roll"))

    def action_register(self) -> None:
        """Ask for the register of names."""
        if self.leave_field():
            self.post_message(self.Asked("register"))

    def action_spelling(self) -> None:
        """Ask for the walk through the words that may be misspelt."""
        if self.leave_field():
            self.post_message(self.Asked("spelling"))

    def action_word_counts(self) -> None:
        """Show how many words the field, the section and the paper have."""
        self.post_message(self.Asked("word-counts"))

    def action_merge_with_file(self) -> None:
        """Ask for the plan to be merged with its file, which another program has changed."""
        if self.leave_field():
            self.post_message(self.Asked("merge-with-file"))

    def action_share(self) -> None:
        """Ask for the plan to be shared with colleagues."""
        if self.leave_field():
            self.post_message(self.Asked("share"))

    def action_fetch(self) -> None:
        """Ask for what colleagues have shared, and for copies beside the plan."""
        if self.leave_field():
            self.post_message(self.Asked("fetch"))

    def action_conflicts(self) -> None:
        """Ask for the conflicts that wait, to settle them."""
        if self.leave_field():
            self.post_message(self.Asked("conflicts"))

    def action_back(self) -> None:
        """Go back to where the officer was before."""
        self.post_message(self.Asked("back"))

    def action_forward(self) -> None:
        """Go forward again to where the officer has come back from."""
        self.post_message(self.Asked("forward"))

    def action_desk(self) -> None:
        """Ask for the list of plans."""
        self.post_message(self.Asked("desk"))

    async def action_density(self) -> None:
        """Show more at once, or as usual."""
        await self.run_action("app.density")

    async def action_settings(self) -> None:
        """Show the settings."""
        await self.run_action("app.settings")

    # For the commands

    def update_keys(self) -> None:
        """Show the keys that apply under the cursor."""
        waits = self.session.has_open_conflicts
        self.keys = (self.where, self.idle if waits else self.idle | {"conflicts"})

    def keyed(self, sentence: str, where: Where) -> str:
        """Return a sentence with the keys of a place, instead of the ids of their commands."""
        if "{" not in sentence:
            return sentence
        own_keys = self.app.screen_stack[0].query_one(KeyLine).own_keys
        return with_keys(sentence, where, own_keys)

    def make(self, change: "Change | None") -> bool:
        """Make a change and show what it changed; return whether it was made."""
        if change is None or self.is_read_only() or not self.session.make(change):
            return False
        self.show_change(change)
        return True

    def is_read_only(self) -> bool:
        """Return whether the plan cannot be changed here; if so, tell the officer why."""
        if self.session.read_only_reason:
            self.say(self.session.read_only_reason, is_problem=True)
        return bool(self.session.read_only_reason)

    def say_gone(self, gone: str) -> None:
        """Say what was deleted or emptied, and how it is brought back."""
        self.say(gone_in_words(gone))

    def say(self, sentence: str, *, is_problem: bool = False) -> None:
        """Tell the officer something, in a notice that goes away by itself."""
        severity: Literal["error", "information"] = "error" if is_problem else "information"
        self.notify(sentence, severity=severity, markup=False)
