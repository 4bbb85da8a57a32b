"""Asking, by itself and once, about a file that another program has changed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app import Plandesk


def offered_to_bring_together(app: "Plandesk") -> bool:
    """Open the dialog about a file that was changed elsewhere, and return whether it was opened.

    Not while the officer is typing, moving a row or in another dialog: the next key would be
    taken for an answer. The saver tries again, and then it is asked.
    """
    if app.has_offered_to_bring_together:
        return False
    if app.view is None or app.where in ("editing", "moving") or len(app.screen_stack) > 1:
        return False
    app.has_offered_to_bring_together = True
    app.view.post_message(app.view.Asked("bring-together"))
    return True
