"""The Preview view: the papers as they will be, made from the same blocks as the Word files."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from desk.council import remembered_choices, with_choices
from desk.exporting import mark_of
from desk.session import PlanSession
from desk.shown_papers import ShownPaper, shown_papers
from plan.council.format import FormatError
from plan.papers.choices import AS_IN_FORMAT, Choices, choices_in_words
from store.settings import load_settings
from tui import dialogs, tasks
from tui.commands import PREVIEW, Where
from tui.keys.bindings import bindings_at
from tui.views.preview.preview_pages import PreviewPages
from tui.views.session_view import SessionView
from tui.widgets.paper_line import PaperLine

if TYPE_CHECKING:
    from plan.changes.change import Change
    from plan.model.documents import DocumentKind
    from plan.model.plan import Plan
    from plan.papers.linear_paragraphs import Line
    from tui.window import Window


@dataclass(frozen=True)
class _Wanted:
    """What should be on the screen: a paper of a plan, at a width in cells, tables at another.

    `choices` are how it is laid out.
    """

    plan: "Plan"
    choices: Choices
    paper: int
    width: int
    table_width: int

    def is_same(self, other: "_Wanted | None") -> bool:
        """Return whether both are the same; plans are compared by identity, which is quick."""
        return other is not None and (
            self.plan is other.plan
            and self.choices == other.choices
            and self.paper == other.paper
            and (self.width, self.table_width) == (other.width, other.table_width)
        )


class PreviewView(SessionView, can_focus=False):
    """The papers of a plan, to be read page by page."""

    DEFAULT_CSS = """
    PreviewView {
        height: 1fr;

        #mark {
            display: none;
            height: 1;
            text-align: center;
            text-style: bold;
            color: $text-error;
        }
        &.-is-marked #mark { display: block; }

        #problem { display: none; padding: 1; }
        &.-has-problem #mark { display: none; }
        &.-has-problem #problem { display: block; }
        &.-has-problem PreviewPages { display: none; }
    }
    """

    BINDINGS = bindings_at(*PREVIEW)

    pages = query_one(PreviewPages)

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session, id="preview")
        self._papers: tuple[ShownPaper, ...] = ()
        self._current = 0
        self._choices = AS_IN_FORMAT
        self._is_chosen_anew = False
        self._wanted: _Wanted | None = None
        self._on_screen = 0
        self._first_lines: dict[int, int] = {}

    def compose(self) -> ComposeResult:
        """Yield the line of papers, the mark, the pages, and a line for a problem."""
        yield PaperLine()
        yield Static("", id="mark", markup=False)
        yield PreviewPages()
        yield Static("", id="problem", markup=False)

    def on_mount(self) -> None:
        """Show the paper that the officer read last, or the first one."""
        self.enter()

    @property
    def where(self) -> Where:
        """Which commands apply now."""
        return "preview"

    @property
    def document(self) -> "DocumentKind":
        """The kind of the paper that is shown, which an export offers first."""
        return self._papers[self._current].kind if self._papers else "report"

    @property
    def place(self) -> dict[str, str]:
        """The paper that is shown, and the line at the top."""
        return {"paper": str(self._current), "line": str(self.pages.first_line)}

    def return_to(self, place: Mapping[str, str]) -> None:
        """Go back to the paper and the line where the officer was."""
        paper, line = place.get("paper", ""), place.get("line", "")
        if paper.isdecimal() and line.isdecimal():
            self._current = int(paper)
            self._first_lines[self._current] = int(line)

    def show_stop(self, stop: Mapping[str, str]) -> None:
        """Show the paper that was read, from the line that was at the top."""
        paper, line = int(stop["paper"]), int(stop["line"])
        if paper == self._on_screen and self.pages.has_lines:
            self.pages.go_to(line)
        else:
            self._first_lines[paper] = line
        self._go_to(min(paper, max(len(self._papers) - 1, 0)))

    def enter(self) -> None:
        """Show the papers of the plan as it is now, and take the focus."""
        self.show()
        self.screen.set_focus(self.pages)
        self.update_keys()

    def show_change(self, change: "Change") -> None:
        """Show the papers after a change, at the same page."""
        self.show()

    # What is shown

    def show(self) -> None:
        """Show the current paper of the plan as it is now; do nothing if it is already shown."""
        plan = self.session.plan
        self.show_findings()
        if self._wanted is None or self._wanted.plan is not plan or self._is_chosen_anew:
            self._list_papers(plan)
        wanted = _Wanted(
            plan, self._choices, self._current, self.pages.text_width, self.pages.table_width
        )
        if not self._papers or wanted.width <= 0 or wanted.is_same(self._wanted):
            return
        self._keep_line()
        self._wanted = wanted
        self._lay_out(self._papers[self._current], wanted)

    def _list_papers(self, plan: "Plan") -> None:
        self._is_chosen_anew = False
        try:
            self._choices = remembered_choices(load_settings()[0], self.session.council)
            self._papers = shown_papers(plan, choices=self._choices)
            problem = ""
        except FormatError as error:
            self._papers = ()
            problem = f"There is nothing to show: the council's format cannot be used. {error}"
        self._current = min(self._current, max(len(self._papers) - 1, 0))
        self.query_one("#problem", Static).update(problem)
        self.set_class(bool(problem), "-has-problem")
        self._show_papers()

    def _show_papers(self) -> None:
        titles = [(paper.kind, paper.title) for paper in self._papers]
        self.query_one(PaperLine).show(titles, self._current)

    @work(exclusive=True, group="preview")
    async def _lay_out(self, paper: "ShownPaper", wanted: _Wanted) -> None:
        """Lay out the paper in a thread, since a large plan takes a moment."""
        if not self.pages.has_lines:
            self.pages.border_subtitle = "being laid out …"
        lines = await asyncio.to_thread(
            paper.laid_out, wanted.width, table_width=wanted.table_width
        )
        if wanted.is_same(self._wanted):
            self._laid_out(lines)

    def _laid_out(self, lines: "tuple[Line, ...]") -> None:
        self._on_screen = self._current
        self.pages.border_title = Content(self._titled(self._papers[self._current]))
        self.pages.show(lines, self._first_lines.get(self._current, 0))

    def _titled(self, paper: "ShownPaper") -> str:
        """Return the title of a paper, with how it is laid out where that was chosen."""
        if self._choices == AS_IN_FORMAT:
            return paper.title
        return f"{paper.title}: {choices_in_words(self._choices, self.session.council)}"

    @work(exclusive=True, group="layout")
    async def action_layout(self) -> None:
        """Ask how the papers are laid out, remember it for the council, and show them so."""
        if not self._papers:
            return
        session = self.session
        chosen = await self.app.push_screen_wait(
            dialogs.ChoicesDialog(session.plan, session.council, self._choices)
        )
        if chosen is not None and chosen != self._choices:
            now = with_choices(load_settings()[0], session.council, chosen)
            tasks.remember_setting(cast("Window", self.app), {"choices": now.choices})
            self._is_chosen_anew = True
            self.show()

    # The mark above every page

    def show_findings(self) -> None:
        """Show the mark that the Word files would have, according to the latest findings."""
        mark = mark_of(self.session.findings)
        self.query_one("#mark", Static).update(mark)
        self.set_class(bool(mark), "-is-marked")

    @on(PreviewPages.Resized)
    def wrap_lines(self) -> None:
        """Wrap the lines to the new width."""
        self.show()

    @on(PreviewPages.Turned)
    def show_page_number(self) -> None:
        """Show how many screens in the officer is: where a printed page ends, Word decides."""
        pages = self.pages
        pages.border_subtitle = Content(f"screen {pages.page} of {pages.pages}")

    def _keep_line(self) -> None:
        if self.pages.has_lines:
            self._first_lines[self._on_screen] = self.pages.first_line

    def show_own_keys(self) -> None:
        """Name the papers by the officer's own keys."""
        self.query_one(PaperLine).refresh()

    # Which paper

    def action_next_paper(self) -> None:
        """Show the next paper, or after the last the first."""
        self._go_to(self._current + 1)

    def action_previous_paper(self) -> None:
        """Show the paper before, or before the first the last."""
        self._go_to(self._current - 1)

    def action_paper(self, kind: str) -> None:
        """Show the paper of a kind; if an assessment is shown already, show the next one."""
        places = [place for place, paper in enumerate(self._papers) if paper.kind == kind]
        if places:
            after = [place for place in places if place > self._current]
            is_there = self._current in places
            self._go_to(after[0] if is_there and after else places[0])
        elif self._papers:
            self.say("The plan has no equality impact assessment yet: view 3 begins one.")

    def _go_to(self, place: int) -> None:
        if not self._papers:
            return
        self._current = place % len(self._papers)
        self._show_papers()
        self.show()

    # Which page

    def action_page_down(self) -> None:
        """Go to the next page."""
        self.pages.turn(1)

    def action_page_up(self) -> None:
        """Go to the page before."""
        self.pages.turn(-1)

    def action_line_down(self) -> None:
        """Go one line down."""
        self.pages.go_to(self.pages.first_line + 1)

    def action_line_up(self) -> None:
        """Go one line up."""
        self.pages.go_to(self.pages.first_line - 1)

    def action_first_page(self) -> None:
        """Go to the beginning of the paper."""
        self.pages.go_to(0)

    def action_last_page(self) -> None:
        """Go to the last page."""
        self.pages.turn(self.pages.pages)

    def action_copy_page(self) -> None:
        """Copy the text on the screen, to be pasted into other programs."""
        mark = mark_of(self.session.findings)
        page = self.pages.text_of_screen()
        self.app.copy_to_clipboard(f"{mark}\n\n{page}" if mark else page)
        self.say("What is on the screen is on the clipboard.")
