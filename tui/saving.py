"""The state of saving in the officer's words."""

from store.saver import SaveState


def saving_in_words(state: SaveState) -> str:
    """Return the state as the title line shows it: "Saved 14:02", "Saving …", "NOT SAVED"."""
    if state.kind == "saving":
        return "Saving …"
    if state.kind == "unsaved":
        return "NOT SAVED"
    return f"Saved {state.at:%H:%M}" if state.at else "Saved"
