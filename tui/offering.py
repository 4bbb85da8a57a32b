"""What is offered of a plan that is not saved: once by itself, and then by a key."""

from typing import TYPE_CHECKING

from tui.commands import COMMAND, shown_key

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


def way_out(app: "Plandesk") -> str:
    """Return what the officer can do about a plan that is not saved, in a sentence."""
    key = shown_key(COMMAND["bring-together"], app.where, app.key_line.own_keys)
    return f"{key} offers to keep it elsewhere."
