"""Jump to what is on the screen by its letter: which letter stands where, and where it leads."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.widget import Widget

from tui.commands import LETTERS
from tui.widgets.lettered import Lettered, Target

if TYPE_CHECKING:
    from textual import events

_ALL = LETTERS.replace(",", "")


def letters_for(labels: Sequence[str]) -> list[str]:
    """Return what is typed for each of some labels: a letter of the label, or else a free one.

    Where there are more than letters, the last ones have two, of which the first stands for none.
    """
    firsts = -(-max(len(labels) - len(_ALL), 0) // (len(_ALL) - 1))
    singles, prefixes = _ALL[: len(_ALL) - firsts], _ALL[len(_ALL) - firsts :]
    free = list(singles)
    given = []
    for label in labels[: len(singles)]:
        letter = next((one for one in label.lower() if one in free), "")
        given.append(letter)
        free = [one for one in free if one != letter]
    given = [one or free.pop(0) for one in given]
    pairs = (first + second for first in prefixes for second in _ALL)
    return [*given, *(pair for pair, _ in zip(pairs, labels[len(singles) :], strict=False))]


class Taken(NamedTuple):
    """What a key does while letters are shown.

    `goal` is what it leads to, `nowhere` the letter if that stands nowhere. At a key that is no
    letter the letters go away (`is_over`), and if it is not used up by that it does what it does.
    """

    goal: Target | None = None
    is_over: bool = False
    nowhere: str = ""
    is_used: bool = True


class Jump:
    """The letters that stand in the panels of a view, and what has been typed of them.

    They stand beside lines that were wrapped for a view of this `width`.
    """

    def __init__(self, panels: Iterable[Lettered], width: int) -> None:
        self.width = width
        found = [(panel, target) for panel in panels for target in panel.targets()]
        # What has a name is named first: a field has the same letter wherever it is shown.
        found.sort(key=lambda one: not one[1].label)
        letters = letters_for([target.label for _, target in found])
        self._panels = {panel: dict[int, str]() for panel, _ in found}
        self.goals: dict[str, Target] = {}
        self._typed = ""
        for letter, (panel, target) in zip(letters, found, strict=True):
            self._panels[panel][target.line] = letter
            self.goals[letter] = target
        for panel, lines in self._panels.items():
            panel.show_letters(lines)

    def take_away(self) -> None:
        """Take the letters away."""
        for panel in self._panels:
            panel.show_letters({})

    def taken(self, event: "events.Key") -> Taken:
        """Return what a key does: where it leads, or whether the letters go away at it."""
        letter = (event.character or "").lower()
        if letter not in _ALL or not letter:
            return Taken(is_over=True, is_used=event.key == "escape")
        goal = self._typed_on(letter)
        is_nowhere = goal is None and not self._typed
        return Taken(goal, goal is not None, letter if is_nowhere else "")

    def _typed_on(self, letter: str) -> Target | None:
        """Return what the letters that are typed by now lead to, None if there is nothing yet."""
        self._typed += letter
        goal = self.goals.get(self._typed)
        if goal is None and not any(one.startswith(self._typed) for one in self.goals):
            self._typed = ""
        return goal


def jump_in(view: Widget) -> Jump | None:
    """Show letters in the panels of a view; return None if there is nothing to jump to."""
    panels = (one for one in view.walk_children() if isinstance(one, Lettered))
    jump = Jump((one for one in panels if one.display and one.region), view.size.width)
    return jump if jump.goals else None
