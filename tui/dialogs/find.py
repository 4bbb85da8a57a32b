"""Find an action by its words, in a palette."""

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider, SimpleProvider
from textual.content import Content

from desk.field_contents import find_line
from tui.dialogs.palette import Palette

if TYPE_CHECKING:
    from tui.views.fields_view import FieldsView

_MOST = 150
"""Most characters of an action to list."""
_CONTEXT = 40
"""Characters to list before a match that lies far into the text."""
_NOTHING = "No action says all of these words. Delete some to see more."


class ActionsFound(SimpleProvider):
    """Finds the actions that contain every typed word, in the order of the plan.

    Parts of words match too, in upper or lower case; what is listed is never parsed as markup.
    """

    async def search(self, query: str) -> Hits:
        """Yield the actions that contain every word of `query`, those that begin with one first."""
        words = [re.compile(re.escape(word), re.IGNORECASE) for word in query.split()]
        for place, (text, go_there, _) in enumerate(self._commands):
            found = [match for word in words if (match := word.search(text))]
            if len(found) == len(words):
                begins = any(match.start() == 0 for match in found)
                listed = self._listed(text, words, max(match.start() for match in found))
                score = begins + 1 - place / len(self._commands)
                yield Hit(score, listed, go_there, text=listed.plain)

    async def discover(self) -> Hits:
        """Yield every action."""
        for text, go_there, _ in self._commands:
            listed = self._listed(text, [], 0)
            yield DiscoveryHit(listed, go_there, text=listed.plain)

    def _listed(self, text: str, words: list[re.Pattern[str]], last: int) -> Content:
        """Return the excerpt of a text to list, with the matches highlighted."""
        start = last - _CONTEXT if last > _MOST - _CONTEXT else 0
        end = start + _MOST
        shown = f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"
        content = Content(shown)
        style = self.match_style
        for match in (match for word in words for match in word.finditer(shown)):
            content = content if style is None else content.stylize(style, *match.span())
        return content


def find_action(view: "FieldsView", go_to: Callable[[str], None]) -> None:
    """Open a palette of all actions; `go_to` is called with the id of the chosen one."""
    plan, app, council = view.plan, view.app, view.session.council
    actions = [
        (find_line(plan, action, council), partial(go_to, action.id), None)
        for action in plan.actions
    ]
    found = cast("type[Provider]", ActionsFound(app.screen, [*actions]))  # as in Textual's own code
    placeholder = "Find an action: its ref or words of it"
    nothing = _NOTHING if actions else "There is no action in this plan yet."
    app.push_screen(Palette(providers=[found], placeholder=placeholder, nothing=nothing))
