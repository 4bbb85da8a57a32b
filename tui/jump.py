"""Jump to what is on the screen by its letter: which letter stands where, and where it leads."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui.commands import LETTERS
from tui.widgets.lettered import Lettered, Target

if TYPE_CHECKING:
    from textual import events

    from tui.views.session_view import SessionView

_ALL = LETTERS.replace(",", "")
_NOTHING = "There is nothing here to jump to."


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

    def typed(self, letter: str) -> Target | None:
        """Return what the letters that are typed by now lead to, None if there is nothing yet."""
        self._typed += letter
        goal = self.goals.get(self._typed)
        if goal is None and not any(one.startswith(self._typed) for one in self.goals):
            self._typed = ""
        return goal

    @property
    def is_on_the_way(self) -> bool:
        """Whether the first of two letters has been typed."""
        return bool(self._typed)


def begin_jump(view: "SessionView") -> None:
    """Show the letters in the panels of a view."""
    panels = (one for one in view.walk_children() if isinstance(one, Lettered))
    jump = Jump((one for one in panels if one.display and one.region), view.size.width)
    if jump.goals:
        view.jump = jump
    else:
        view.say(_NOTHING)


def take_key(view: "SessionView", event: "events.Key") -> None:
    """Jump to what a key leads to; another key takes the letters away and does what it does."""
    jump = view.jump
    if jump is None:
        return
    letter = (event.character or "").lower()
    if letter not in _ALL or not letter:
        view.jump = None
        if event.key == "escape":
            _stop(event)
        return
    _stop(event)
    goal = jump.typed(letter)
    if goal is not None:
        view.jump = None
        goal.go()
    elif not jump.is_on_the_way:
        view.say(f"{letter} stands nowhere here. Esc takes the letters away.")


def _stop(event: "events.Key") -> None:
    event.stop()
    event.prevent_default()
