"""What was read from a Word file, and what was not understood, before anything is made of it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from plan.glance import glance
from plan.outline import PlanOutline
from tui.counting import counted
from tui.dialogs.dialog import Dialog, Words
from tui.importing import WordPlan


class ImportPreview(Dialog[bool]):
    """Shows a plan as it was read; Enter makes it a plan of the desk, Esc leaves all as it was."""

    heading = "Read from Word"
    keys_in_words = "Enter: make this plan   Esc: leave it   ↑↓: read on"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "accept", show=False)]

    def __init__(self, word_plan: WordPlan) -> None:
        super().__init__()
        self._word_plan = word_plan

    def contents(self) -> ComposeResult:
        """Yield the summary, the remarks and the plan in outline."""
        lines: list[Content | str] = [Content.styled(self._word_plan.summary, "bold"), ""]
        remarks = self._word_plan.remarks
        lines.append(
            Content.styled("To look at:" if remarks else "Everything was understood.", "bold")
        )
        lines += [f"• {remark}" for remark in remarks]
        yield Words([*lines, "", *outline_lines(self._word_plan.outline)])

    def action_accept(self) -> None:
        """Close, to make the plan."""
        self.dismiss(True)


def outline_lines(outline: PlanOutline) -> list[Content | str]:
    """Return the plan in outline, a line for each aim and action."""
    cover = ", ".join(filter(None, (outline.title, outline.subtitle, outline.date)))
    lines: list[Content | str] = [Content.styled(cover or "(no cover lines)", "bold")]
    for number, aim in enumerate(outline.aims, 1):
        lines += ["", Content.styled(f"{number} {aim.text}", "bold")]
        for place, action in enumerate(aim.actions, 1):
            lines.append(f"{number}.{place} {glance(action.text)}")
            facts = [action.pages, action.timescale, counted(len(action.leads), "lead")]
            lines.append(
                Content.styled("    " + " · ".join(filter(None, facts)), "$foreground 65%")
            )
    return lines
