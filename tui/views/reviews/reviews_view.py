"""The reviews: what is overdue, due or looked at when, in this plan or across the desk."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from desk.session import PlanSession
from desk.today import a_year_from, today
from plan.following.timeline import Only, ShownReviews, counted_entries, grouped, months
from plan.reading.dates import date_in_words
from tui.commands import Where
from tui.dialogs.period import Period
from tui.keys.bindings import bindings_at
from tui.views.reviews import reviews_rows
from tui.views.reviews.review_choices import (
    GROUPINGS,
    NEXT_GROUPING,
    Choice,
    narrowing_rows,
    only_of,
    row_of,
)
from tui.views.session_view import SessionView
from tui.widgets.detail_pane import Beside
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from desk.plan_summaries import DeskPlan
    from plan.changes.change import Change
    from plan.following.timeline import TimelineEntry, TimelineGroup
    from plan.model.documents import DocumentKind
    from plan.model.plan import Plan
    from plan.reading.timescales import Meant


class ReviewsView(SessionView, can_focus=False):
    """The timeline in groups, and beside it what the row under the cursor says."""

    BINDINGS = bindings_at("reviews")

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session, id="reviews")
        self._choice = Choice()
        self._period = Period(today(), a_year_from(today()))
        self._others: tuple[DeskPlan, ...] = ()
        self._problems: tuple[str, ...] = ()
        self._current = ""
        self._groups: tuple[TimelineGroup, ...] = ()
        self._entries: tuple[TimelineEntry, ...] = ()

    def compose(self) -> ComposeResult:
        """Yield the list, and the words of a row."""
        yield RowList(id="timeline")
        yield Beside(id="words-of-row")

    def on_mount(self) -> None:
        """Show the timeline, with the other plans where they were shown last."""
        self.enter()
        if self._choice.is_of_desk:
            self._read_desk()

    @property
    def list_here(self) -> RowList:
        """The list of the timeline."""
        return self.query_one(RowList)

    @property
    def where(self) -> Where:
        """Which commands apply now."""
        return "reviews"

    @property
    def place(self) -> dict[str, str]:
        """The row under the cursor, and what was chosen."""
        return {"row": self._current, **self._choice.kept}

    @property
    def choices(self) -> dict[str, str]:
        """What was chosen, and from when to when."""
        return {**self._choice.kept, **self._period.kept}

    def return_to(self, place: Mapping[str, str]) -> None:
        """Be at the row where the officer was, with what was chosen."""
        self._current = place.get("row", "")
        self._choice = Choice.of(place)
        self._period = Period.of(place) or self._period

    def enter(self) -> None:
        """Show the timeline as it is now, and take the focus."""
        self.show()
        self.screen.set_focus(self.list_here)
        self.post_message(self.Moved())

    def show_change(self, change: "Change") -> None:
        """Show the timeline after a change."""
        self.show()

    @property
    def idle(self) -> frozenset[str]:
        """The commands for which there is nothing on a heading, or in this action."""
        entry = self.current
        if entry is None:
            return frozenset({"open-place", "meant-due", "meant-review"})
        from plan.following.reviews import reading_of

        can_be_said = entry.plan == self.session.name and (
            bool(entry.action.timescale_is) or reading_of(self.session.plan, entry.action).is_either
        )
        return frozenset() if can_be_said else frozenset({"meant-due", "meant-review"})

    # What is shown

    @property
    def plans(self) -> "dict[str, Plan]":
        """The plans that are looked at, by name: the open one as it is in memory."""
        plans = {self.session.name: self.session.plan}
        if self._choice.is_of_desk:
            plans |= {one.name: one.plan for one in self._others}
        return plans

    @property
    def document(self) -> "DocumentKind":
        """The reviews: what an export writes from here."""
        return "reviews"

    @property
    def reviews(self) -> ShownReviews:
        """The reviews as they are on the screen."""
        choice, period = self._choice, self._period
        return ShownReviews(
            self.plans, period.first, period.last, choice.by, choice.only, choice.is_of_desk
        )

    @property
    def current(self) -> "TimelineEntry | None":
        """The entry under the cursor, None where that is a heading."""
        return next(
            (
                entry
                for group in self._groups
                for entry in group.entries
                if reviews_rows.row_id(group, entry) == self._current
            ),
            None,
        )

    def show(self) -> None:
        """Show the timeline as it is now, with the cursor on the same row if it is there."""
        first, last = self._period.first, self._period.last
        self._entries = self.reviews.entries
        self._groups = grouped(self._entries, self._choice.by)
        rows = self.list_here
        said = counted_entries(self._entries)
        overview = f"{said[:1].upper()}{said[1:]}"
        rows.show(
            reviews_rows.review_rows(self._groups, overview, with_plan=self._choice.is_of_desk),
            self._current,
        )
        until = f"{date_in_words(first)} to {date_in_words(last)}"
        rows.border_title = Content(f"Reviews {GROUPINGS[self._choice.by]}{self._choice.in_words}")
        rows.border_subtitle = Content(until)
        self._current = rows.current
        self._show_words()
        self.tell_keys()

    def _show_words(self) -> None:
        title = self.current.ref if self.current is not None else ""
        self.query_one(Beside).show(Content("\n").join(self._words()), title)

    def _words(self) -> "list[Content]":
        entry = self.current
        if entry is not None:
            with_plan = self._choice.is_of_desk
            plan = self.plans[entry.plan]
            return list(reviews_rows.words_of_entry(entry, plan, with_plan=with_plan))
        for group in self._groups:
            if reviews_rows.heading_id(group) == self._current:
                return list(reviews_rows.words_of_group(group))
        line = months(self._entries, self._period.first, self._period.last)
        return list(reviews_rows.words_of_overview(line, self.plans, self._problems, today()))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what there is to know of the row that the cursor has come to."""
        event.stop()
        self._current = self.list_here.current
        self._show_words()
        self.tell_keys()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the place of the row."""
        event.stop()
        self.action_open_place()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say which keys apply."""
        self.post_message(self.Moved())

    # What can be done

    def action_open_place(self) -> None:
        """Go to the action's timescale, in whichever plan of the desk it is."""
        entry = self._entry_or_say()
        if entry is None:
            return
        from plan.checks.places import action_place

        place = action_place(self.plans[entry.plan], entry.action.id, "timescale")
        self.post_message(self.Asked("view", "plan", place=place, plan=self._path_of(entry)))

    def _entry_or_say(self) -> "TimelineEntry | None":
        """Return the entry under the cursor; say what is to be done where that is a heading."""
        if self.current is None:
            self.say("This line is a heading: go to an action first.")
        return self.current

    def _path_of(self, entry: "TimelineEntry") -> Path | None:
        """Return where the plan of an entry lies, None where it is the open one."""
        if entry.plan == self.session.name:
            return None
        return next(one.path for one in self._others if one.name == entry.plan)

    def action_meant_due(self) -> None:
        """Say that the date is when the action is done."""
        self._say_meant("due")

    def action_meant_review(self) -> None:
        """Say that the date is when the action is reviewed."""
        self._say_meant("review")

    def _say_meant(self, meant: "Meant") -> None:
        from plan.changes.edits.fields import say_what_timescale_is
        from plan.following.reviews import reading_of

        entry = self._entry_or_say()
        if entry is None:
            return
        if entry.plan != self.session.name:
            self.say(f"Open {entry.plan} with Enter to say that: it is another plan.")
            return
        action = self.session.plan.action_rows[entry.action.id]
        if not reading_of(self.session.plan, action).is_either and not action.timescale_is:
            self.say(f"The timescale of action {entry.ref} says that itself.")
        elif self.make(say_what_timescale_is(self.session.plan, action.id, meant)):
            words = "done" if meant == "due" else "reviewed"
            self.say(f"Kept: action {entry.ref} is {words} then. The text is as it was.")

    def action_grouping(self) -> None:
        """List by month, by lead, by aim or by plan: the next of them."""
        self._choose(self._choice.with_grouping(NEXT_GROUPING[self._choice.by]))

    def action_whole_desk(self) -> None:
        """List every plan of the desk, or only the open one."""
        self._choose(self._choice.with_desk(is_of_desk=not self._choice.is_of_desk))
        if self._choice.is_of_desk:
            self._read_desk()

    def _choose(self, choice: Choice) -> None:
        self._choice = choice
        self._show_anew()

    def _show_anew(self) -> None:
        """Show other groups, with the cursor on the same entry wherever it stands in them."""
        entry, self._current = self.current, ""
        self.show()
        if entry is not None:
            self._current = next(
                (
                    reviews_rows.row_id(group, one)
                    for group in self._groups
                    for one in group.entries
                    if one.id == entry.id
                ),
                "",
            )
            self.show()

    @work(exclusive=True, group="desk-plans")
    async def _read_desk(self) -> None:
        from desk.plan_summaries import desk_plans

        others, self._problems = await asyncio.to_thread(desk_plans)
        here = self.session.path.resolve()
        self._others = tuple(one for one in others if one.path.resolve() != here)
        self.show()

    @work
    async def action_narrow(self) -> None:
        """List only what is of one lead or one aim, or all of it again."""
        from tui.dialogs.choose import ChooseDialog

        rows = narrowing_rows(self.plans)
        question = "The reviews of one lead, of one aim, or all of them:"
        now = row_of(self._choice.only)
        ask = ChooseDialog("Show only …", question, rows, now)
        chosen = await self.app.push_screen_wait(ask)
        if chosen is not None:
            only = only_of(chosen) if chosen else Only()
            self._choose(self._choice.with_only(only))

    @work
    async def action_period(self) -> None:
        """Ask from when to when reviews are listed, such as up to the next committee."""
        from tui.dialogs.period import PeriodDialog

        period = await self.app.push_screen_wait(PeriodDialog(self._period))
        if period is not None:
            self._period = period
            self._show_anew()

    @work
    async def action_calendar(self) -> None:
        """Write what is to come as a calendar file, into the folder of the Word files."""
        from desk.calendar_file import calendar_of, free_calendar_path, write_calendar
        from desk.folders import what_is_at

        ids = {self.session.name: self.session.plan_id}
        ids |= {one.name: one.plan_id for one in self._others}
        content = calendar_of(self._entries, self.plans, ids)
        path = free_calendar_path(self.session.name)
        if what_is_at(path.parent) == "nothing":
            self.say(
                f"The folder {path.parent} is not there, so no calendar was written. e writes a "
                "Word file to another folder, and calendars go there from then on.",
                is_problem=True,
            )
            return
        problem = await asyncio.to_thread(write_calendar, path, content)
        self.say(problem or f"Written: {path}", is_problem=bool(problem))
