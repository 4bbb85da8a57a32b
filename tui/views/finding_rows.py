"""The rows of the list of findings: how urgent each is, in word and colour, and what it says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from tui.widgets.row_list import ListedRow

if TYPE_CHECKING:
    from plan.model.finding import Finding, Severity

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

    @property
    def content(self) -> Content:
        """What is painted; never read as markup."""
        word = Content.styled(f"{self.severity:<4}", COLOURS[self.severity])
        answered = "" if self.is_open else "(left as it is) "
        return Content.assemble(word, f"  {self.line}\n", (f"      {answered}{self.below}", "dim"))


def finding_rows(
    found: "Sequence[Finding]", where: "Callable[[Finding], str]"
) -> tuple[FindingRow, ...]:
    """Return a row for each finding; `where` says its place in words."""
    return tuple(
        FindingRow(
            one.id,
            one.text,
            f"{one.rule}, {where(one)}",
            severity=one.severity,
            is_open=one.is_open,
        )
        for one in found
    )
