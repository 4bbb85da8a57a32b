"""The Checks view: lists what is missing or contradictory in plan, report and form."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError
from textual import work
from textual.content import Content
from textual.reactive import var

from desk.checking import CONFLICT_RULE
from desk.history_steps import wording_of
from desk.session import PlanSession
from desk.today import today_in_words
from plan.changes.edits.reasons import give_reason
from plan.checks.readiness import NOTHING_YET, readiness
from plan.council.form_rules import MEANINGS
from plan.papers.places import is_gone
from plan.wording.place_words import place_in_words
from tui import dialogs
from tui.keys.bindings import bindings_at
from tui.views.list_view import ListView
from tui.views.plan_views import VIEW_OF_TABLE
from tui.widgets.row_list import ListedRow, RowList

if TYPE_CHECKING:
    from plan.changes.change import Change
    from plan.council.format import Format
    from plan.model.finding import Finding, Place, Severity
    from plan.model.rows import Reason


_NOT_YET = "The checks have not looked yet."
_KEPT = "Kept: it comes back when what it was judged on changes. u undoes it."
_ANSWERED = "The comment is answered. s shows it again, u undoes it."
_OPEN_AGAIN = "It is open again. u undoes it."
_TOO_LONG = "A reason is shorter than that. What you typed is on the clipboard: paste it with r."
_NOTHING_YET = f"{NOTHING_YET} {{view-plan}} goes to the plan, where the first is added."
_NOTHING = "Nothing to look at: the checks find report, plan and form in order."


class ChecksView(ListView):
    """The findings, the most urgent first, and the details of the one under the cursor."""

    BINDINGS = bindings_at("checks", "jumping")
    WHERE = "checks"
    LIST = "findings"

    shows_answered: var[bool] = var(False, init=False)
    """Whether findings answered by a reason are listed too."""

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session, id="checks")
        self._places = _PlaceWords()

    @property
    def idle(self) -> frozenset[str]:
        """The commands that do nothing: without a finding, or on one that no reason can answer."""
        finding = self.current
        if finding is None:
            return frozenset({"open-place", "reason"})
        return frozenset({"reason"}) if finding.final else frozenset()

    @property
    def place(self) -> dict[str, str]:
        """The finding under the cursor."""
        return {"finding": self.row}

    def return_to(self, place: Mapping[str, str]) -> None:
        """Go back to the finding where the officer was."""
        self.set_reactive(ChecksView.row, place.get("finding", ""))

    def show_change(self, change: "Change") -> None:
        """Do nothing yet: `show_findings` is called when the checks have run."""

    def show_findings(self) -> None:
        """Show the checks' new findings."""
        self.show()

    # What is shown

    @property
    def shown(self) -> "tuple[Finding, ...]":
        """The findings that are listed: the open ones, and if asked for the answered ones."""
        found = self.session.findings
        return tuple(one for one in found if one.is_open or self.shows_answered)

    @property
    def current(self) -> "Finding | None":
        """The finding under the cursor, or None."""
        return next((one for one in self.shown if one.id == self.row), None)

    def watch_shows_answered(self) -> None:
        """List the answered findings, or leave them out."""
        self.show()

    def show_rows(self, rows: RowList) -> None:
        """Show the findings as they are now."""
        rows.empty = self._said_of_none
        rows.show(finding_rows(self.shown, self._places.describer(self.session)), self.row)
        answered = " and those left for a reason" if self.shows_answered else ""
        rows.border_title = Content(f"Checks{answered}: prompts, not legal advice")
        rows.border_subtitle = Content(self._readiness())

    def _readiness(self) -> str:
        if not self.session.findings:
            return ""
        return readiness(self.session.plan, self.session.findings)

    @property
    def _said_of_none(self) -> str:
        checked = self.session.findings_of
        if checked is None:
            return _NOT_YET
        return _NOTHING if checked.actions else self.keyed(_NOTHING_YET, "checks")

    def words(self) -> tuple[Content, str]:
        """Return the details of the finding under the cursor, and the name of its rule."""
        finding = self.current
        if finding is None:
            return Content(""), ""
        where = self._places.describer(self.session)
        return _words_of(finding, where(finding), self._given(finding)), finding.rule

    def _given(self, finding: "Finding") -> "Reason | None":
        """Return the reason given for a finding, even if the facts have changed since."""
        return self.session.plan.reason_rows.get(finding.id)

    # What can be done

    def action_open_place(self) -> None:
        """Go to the place of the finding under the cursor."""
        finding = self.current
        if finding is not None and finding.rule == CONFLICT_RULE:
            self.post_message(self.Asked("conflicts", place=finding.place))
        elif finding is not None:
            view = VIEW_OF_TABLE[finding.place.table]
            place = None if is_gone(self.session.plan, finding.place) else finding.place
            self.post_message(self.Asked("view", view, place=place))

    @work
    async def action_reason(self) -> None:
        """Ask why the finding under the cursor is left as it is, and keep the reason."""
        finding = self.current
        if finding is None or self.is_read_only():
            return
        if finding.final:
            self.say(f"No reason answers {finding.rule}: {finding.text}", is_problem=True)
            return
        given = self._given(finding)
        dialog = dialogs.AnswerDialog if finding.is_comment else dialogs.ReasonDialog
        ask = dialog(finding.text, given.reason if given is not None else "")
        reason = await self.app.push_screen_wait(ask)
        if reason is None:
            return
        plan = self.session.plan
        try:
            change = give_reason(plan, finding, reason, given_on=today_in_words())
        except ValidationError:
            self.app.copy_to_clipboard(reason)
            self.say(_TOO_LONG, is_problem=True)
            return
        if self.make(change):
            kept = _ANSWERED if finding.is_comment else _KEPT
            self.say(kept if reason.strip() else _OPEN_AGAIN)

    def action_answered(self) -> None:
        """Switch between listing and leaving out the answered findings."""
        self.shows_answered = not self.shows_answered
        if self.shows_answered and all(one.is_open for one in self.session.findings):
            self.say("Nothing has been left as it is for a reason: r does that.")


class _PlaceWords:
    """The places of findings in words, cached: a list of a thousand is shown after every edit."""

    def __init__(self) -> None:
        self._council: Format | None = None
        self._known: dict[Place, str] = {}

    def describer(self, session: PlanSession) -> "Callable[[Finding], str]":
        """Return a function that says where a finding is, in the words of the council's format."""
        council, plan = session.council, session.findings_of or session.plan
        if self._council != council:
            self._council, self._known = council, {}
        wording = wording_of(council, plan)

        def where(finding: "Finding") -> str:
            known = self._known.get(finding.place)
            if known is None:
                known = self._known[finding.place] = place_in_words(plan, finding.place, wording)
            return known

        return where


def _words_of(finding: "Finding", where: str, given: "Reason | None") -> Content:
    lines = [
        Content.styled(f"{finding.severity}: {MEANINGS[finding.severity]}", "bold"),
        Content(""),
        Content(finding.text),
        Content(""),
        Content(f"Where: {where}"),
        Content(f"Source: {finding.source}"),
    ]
    if given is not None:
        day = f" on {given.given_on}" if given.given_on else ""
        words = f"{'Answered' if finding.is_comment else 'Left as it is'}{day}: {given.reason}"
        if finding.is_open:
            words = f"It has come back: what it was judged on has changed. {words}"
        lines += [Content(""), Content(words)]
    return Content("\n").join(lines)


COLOURS: "dict[Severity, str]" = {
    "STOP": "bold $text-error",
    "FIX": "bold $text-warning",
    "ASK": "bold $text-accent",
    "INFO": "dim",
}


@dataclass(frozen=True, slots=True)
class FindingRow(ListedRow):
    """A finding in two lines."""

    severity: "Severity" = "INFO"
    is_open: bool = True
    left: str = "left as it is"

    @property
    def content(self) -> Content:
        """What is painted; never parsed as markup."""
        word = Content.styled(f"{self.severity:<4}", COLOURS[self.severity])
        answered = "" if self.is_open else f"({self.left}) "
        return Content.assemble(word, f"  {self.line}\n", (f"      {answered}{self.below}", "dim"))


def finding_rows(
    found: "Sequence[Finding]", where: "Callable[[Finding], str]"
) -> tuple[FindingRow, ...]:
    """Return a row for each finding; `where` returns its place in words."""
    return tuple(
        FindingRow(
            one.id,
            one.text,
            f"{one.rule}, {where(one)}",
            severity=one.severity,
            is_open=one.is_open,
            left="answered" if one.is_comment else "left as it is",
        )
        for one in found
    )
