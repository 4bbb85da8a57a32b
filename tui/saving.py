"""The state of saving in the officer's words."""

from typing import TYPE_CHECKING

from store.saver import SaveState

if TYPE_CHECKING:
    from tui.window import Window


def saving_in_words(state: SaveState) -> str:
    """Return the state as the title line shows it: "Saved 14:02", "Saving …", "NOT SAVED"."""
    if state.kind == "saving":
        return "Saving …"
    if state.kind == "unsaved":
        return "NOT SAVED"
    return f"Saved {state.at:%H:%M}" if state.at else "Saved"


def tell_problem(app: "Window", state: SaveState, warning: str) -> None:
    """Say why the plan is not saved, or `warning` about the last save; each once, not every try."""
    problem = state.problem or warning
    is_new = bool(problem) and problem != app.problem_said
    app.problem_said = problem
    if state.kind == "saved":
        app.has_offered_to_bring_together = False
    if state.kind == "unsaved":
        from tui.offering import offer_to_bring_together, way_out

        if state.is_changed_outside and offer_to_bring_together(app):
            return
        problem = f"{problem} {way_out(app)}"
    if is_new:
        app.say(problem, is_problem=True)
