"""The Reviews view: what is overdue, due or reviewed when, in this plan or in all of the desk."""

import asyncio
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import work
from textual.content import Content
from textual.reactive import var

from desk.action_filter import ActionFilter, admitted_in_reviews
from desk.calendar_file import calendar_path, reminder_of, write_calendar
from desk.council import own_fields_of
from desk.folders import what_is_at
from desk.plan_summaries import DeskPlan, desk_plans
from desk.progress_round import NONE_WANTED, next_to_note
from desk.session import PlanSession
from desk.today import today
from files.ordinary import reason_of
from plan.changes.edits.fields import say_what_timescale_is
from plan.changes.edits.follow_up import add_commitment
from plan.following.action_state import reading_of
from plan.following.timeline import ShownReviews, counted_entries, grouped, months
from plan.papers.places import action_place, commitment_place
from plan.reading.dates import a_year_from, date_in_words
from store.settings import changed_settings, load_settings, save_settings
from store.written import keep_written
from tui import tasks
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.narrow import NarrowDialog
from tui.dialogs.period import Period, PeriodDialog
from tui.keys.bindings import bindings_at
from tui.views.list_view import ListView
from tui.views.reviews import reviews_rows
from tui.views.reviews.review_choices import (
    GROUPINGS,
    NEXT_GROUPING,
    Choice,
    reminder_rows,
)
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from plan.changes.change import Change
    from plan.following.timeline import TimelineEntry, TimelineGroup
    from plan.model.documents import DocumentKind
    from plan.model.plan import Plan
    from plan.reading.timescales import Meant
    from tui.window import Window

_NOTHING_DUE = "the plan's timescales come here. {view-plan} goes to the plan."


class ReviewsView(ListView):
    """The timeline in groups, and the details of the row under the cursor."""

    BINDINGS = bindings_at("reviews", "jumping")
    WHERE = "reviews"
    LIST = "timeline"

    choice: var[Choice] = var(Choice(), init=False)
    """How the timeline is grouped, for whom, and of which plans."""
    period: var[Period] = var(lambda: Period(today(), a_year_from(today())), init=False)
    """The first and last day for which reviews are listed."""

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session, id="reviews")
        self._others: tuple[DeskPlan, ...] = ()
        self._problems: tuple[str, ...] = ()
        self._groups: tuple[TimelineGroup, ...] = ()
        self._entries: tuple[TimelineEntry, ...] = ()

    def on_mount(self) -> None:
        """Read the other plans of the desk if they are to be listed."""
        if self.choice.is_of_desk:
            self._read_desk()

    @property
    def place(self) -> dict[str, str]:
        """The row under the cursor, and the choice."""
        return {"row": self.row, **self.choice.kept}

    @property
    def choices(self) -> dict[str, str]:
        """The choice, and the period."""
        return {**self.choice.kept, **self.period.kept}

    def return_to(self, place: Mapping[str, str]) -> None:
        """Go back to the row where the officer was, with the same choice and period."""
        self.set_reactive(ReviewsView.row, place.get("row", ""))
        self.set_reactive(ReviewsView.choice, Choice.of(place))
        self.set_reactive(ReviewsView.period, Period.of(place) or self.period)

    def show_change(self, change: "Change") -> None:
        """Show the timeline after a change."""
        self.show()

    @property
    def idle(self) -> frozenset[str]:
        """The ids of the commands that would do nothing on a heading, or on this entry."""
        entry, unlimited = self.current, () if self.choice.only.conditions else ("show-all",)
        if entry is None:
            return frozenset({"open-place", "meant-due", "meant-review", *unlimited})
        is_ours = entry.plan == self.session.name and entry.commitment is None
        can_be_said = is_ours and (
            bool(entry.action.timescale_is) or reading_of(self.session.plan, entry.action).is_either
        )
        return frozenset(unlimited if can_be_said else {*unlimited, "meant-due", "meant-review"})

    # What is shown

    @property
    def plans(self) -> "dict[str, Plan]":
        """The plans that are listed, by name; the open one with its unsaved edits."""
        plans = {self.session.name: self.session.plan}
        if self.choice.is_of_desk:
            plans |= {one.name: one.plan for one in self._others}
        return plans

    @property
    def document(self) -> "DocumentKind":
        """The reviews, which an export offers first here."""
        return "reviews"

    @property
    def reviews(self) -> ShownReviews:
        """The reviews on the screen, for an export to offer."""
        choice, period = self.choice, self.period
        return ShownReviews(
            self.plans,
            period.first,
            period.last,
            choice.by,
            admitted_in_reviews(choice.only, self.plans, self.session.council),
            choice.is_of_desk,
            {name: own_fields_of(plan) for name, plan in self.plans.items()},
        )

    @property
    def current(self) -> "TimelineEntry | None":
        """The entry under the cursor, or None on a heading."""
        return next(
            (
                entry
                for group in self._groups
                for entry in group.entries
                if reviews_rows.row_id(group, entry) == self.row
            ),
            None,
        )

    def show_rows(self, rows: RowList) -> None:
        """Show the timeline as it is now."""
        self._entries = self.reviews.entries
        self._groups = grouped(self._entries, self.choice.by)
        said = counted_entries(self._entries)
        overview = f"{said[:1].upper()}{said[1:]}"
        if not self._entries:
            overview = f"{overview}: {self.keyed(_NOTHING_DUE, 'reviews')}"
        rows.show(
            reviews_rows.review_rows(self._groups, overview, with_plan=self.choice.is_of_desk),
            self.row,
        )
        until = f"{date_in_words(self.period.first)} to {date_in_words(self.period.last)}"
        rows.border_title = Content(f"Reviews {GROUPINGS[self.choice.by]}{self.choice.in_words}")
        rows.border_subtitle = Content(until)

    def words(self) -> tuple[Content, str]:
        """Return the details of the row under the cursor, and the action's ref as their title."""
        title = self.current.ref if self.current is not None else ""
        return Content("\n").join(self._words()), title

    def _words(self) -> "Iterator[Content]":
        entry = self.current
        if entry is not None:
            with_plan = self.choice.is_of_desk
            return reviews_rows.words_of_entry(entry, self.plans[entry.plan], with_plan=with_plan)
        for group in self._groups:
            if reviews_rows.heading_id(group) == self.row:
                return reviews_rows.words_of_group(group)
        line = months(self._entries, self.period.first, self.period.last)
        return reviews_rows.words_of_overview(line, self.plans, self._problems, today())

    # What can be done

    def action_open_place(self) -> None:
        """Go to the timescale of the entry's action or to the promise, in whichever plan it is."""
        entry = self._entry_or_say()
        if entry is None:
            return
        if entry.commitment is not None:
            view, place = "report", commitment_place(entry.commitment, entry.ref)
        else:
            place = action_place(self.plans[entry.plan], entry.action.id, "timescale")
            view = "plan"
        self.post_message(self.Asked("view", view, place=place, plan=self._path_of(entry)))

    def action_promise(self) -> None:
        """Add what was promised to the committee elsewhere than in the report, and go to it."""
        change = add_commitment(self.session.plan)
        if not self.make(change):
            return
        row = self.session.plan.commitment_rows[change.rows[0].id]
        place = commitment_place(row, "", "text")
        self.post_message(self.Asked("view", "report", place=place))

    @work
    async def action_note(self) -> None:
        """Begin a round of progress notes, at the action under the cursor if it is of this plan."""
        plan, entry = self.session.plan, self.current
        is_ours = entry is not None and entry.plan == self.session.name and not entry.commitment
        action = entry.action.id if entry is not None and is_ours else ""
        action = action or next_to_note(plan, "", (), today(), self.session.council.plan.own)
        if not action:
            self.say(NONE_WANTED)
            return
        app = cast("Window", self.app)
        await tasks.show_view(app, "plan", place=action_place(plan, action, ""))
        if app.view is not None:
            app.call_after_refresh(app.view.begin_note, action)

    def _entry_or_say(self) -> "TimelineEntry | None":
        """Return the entry under the cursor; on a heading, say what to do and return None."""
        if self.current is None:
            self.say("This line is a heading: go to an action first.")
        return self.current

    def _path_of(self, entry: "TimelineEntry") -> Path | None:
        """Return the path of an entry's plan, or None if it is the open one."""
        if entry.plan == self.session.name:
            return None
        return next(one.path for one in self._others if one.name == entry.plan)

    def action_meant_due(self) -> None:
        """Record that the date is the day by which the action is done."""
        self._say_meant("due")

    def action_meant_review(self) -> None:
        """Record that the date is the day on which the action is reviewed."""
        self._say_meant("review")

    def _say_meant(self, meant: "Meant") -> None:
        entry = self._entry_or_say()
        if entry is None:
            return
        if entry.commitment is not None:
            self.say("It was promised to the committee: Enter goes to it.")
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
        """Group by the next of month, lead, aim and plan."""
        self.choice = self.choice.with_grouping(NEXT_GROUPING[self.choice.by])

    def action_whole_desk(self) -> None:
        """Switch between listing every plan of the desk and only the open one."""
        self.choice = self.choice.with_desk(is_of_desk=not self.choice.is_of_desk)
        if self.choice.is_of_desk:
            self._read_desk()

    def watch_choice(self) -> None:
        """Show the reviews that are chosen now."""
        self._regroup()

    def watch_period(self) -> None:
        """Show the reviews of the new period."""
        self._regroup()

    def _regroup(self) -> None:
        """Group the entries again and keep the cursor on its entry, whatever group that is in."""
        entry = self.current
        self.set_reactive(ReviewsView.row, "")
        self.show()
        if entry is not None:
            found = (
                reviews_rows.row_id(group, one)
                for group in self._groups
                for one in group.entries
                if one.id == entry.id
            )
            self.set_reactive(ReviewsView.row, next(found, ""))
            self.show()

    @work(exclusive=True, group="desk-plans")
    async def _read_desk(self) -> None:
        others, self._problems = await asyncio.to_thread(desk_plans)
        here = self.session.path.resolve()
        self._others = tuple(one for one in others if one.path.resolve() != here)
        self.show()

    def action_narrow(self) -> None:
        """Ask which actions' reviews are listed: of a lead, an aim, a status, with some words."""
        council = self.session.council
        ask = NarrowDialog("Show only …", self.plans, council, self.choice.only)
        self.app.push_screen(ask, self._limit)

    def _limit(self, only: ActionFilter | None) -> None:
        if only is not None:
            self.choice = self.choice.with_only(only)

    def action_show_all(self) -> None:
        """List the reviews of all actions again."""
        self._limit(ActionFilter())

    @work
    async def action_period(self) -> None:
        """Ask for the period to list, such as up to the next committee."""
        period = await self.app.push_screen_wait(PeriodDialog(self.period))
        if period is not None:
            self.period = period

    @work
    async def action_calendar(self) -> None:
        """Write the coming reviews as a calendar file, into the folder of the Word files."""
        ids = {self.session.name: self.session.plan_id}
        ids |= {one.name: one.plan_id for one in self._others}
        path = calendar_path(self.session.name)
        if what_is_at(path.parent) == "nothing":
            self.say(
                f"The folder {path.parent} is not there, so no calendar was written. e writes a "
                "Word file to another folder, and calendars go there from then on.",
                is_problem=True,
            )
            return
        remind = reminder_of(load_settings()[0])
        problem = await asyncio.to_thread(
            write_calendar, path, self._entries, self.plans, ids, remind
        )
        if not problem:
            keep_written(self.session.path, [path])
        self.say(problem or f"Written: {path}. o opens it.", is_problem=bool(problem))

    @work
    async def action_reminder(self) -> None:
        """Ask how long before what is due the calendar reminds, and remember it."""
        settings = load_settings()[0]
        days = "" if reminder_of(settings) is None else settings.calendar_reminder
        question = "In calendar files that are written from now on, a reminder comes:"
        ask = ChooseDialog("Reminder", question, [*reminder_rows(days)], days or "none")
        chosen = await self.app.push_screen_wait(ask)
        if chosen is None:
            return
        kept = changed_settings(settings, calendar_reminder=chosen.replace("none", ""))
        try:
            save_settings(kept)
        except OSError as error:
            self.say(f"That could not be saved: {reason_of(error)}.", is_problem=True)
        else:
            self.say("Kept. c writes the calendar file.")
