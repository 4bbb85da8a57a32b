"""The command Export: asks for a folder, writes the Word file there, remembers the folder."""

from pathlib import Path
from typing import TYPE_CHECKING

from store.settings import load_settings
from tui.dialogs.export import ExportDialog
from tui.opening import update_settings

if TYPE_CHECKING:
    from tui.app import Plandesk


async def export(app: "Plandesk") -> None:
    """Let the officer write the open plan's Word file."""
    if app.session is None:
        return
    settings, _ = load_settings()
    folder = Path(settings.export_folder) if settings.export_folder else _usual_folder()
    written_to = await app.push_screen_wait(ExportDialog(app.session, folder))
    if written_to is not None:
        update_settings(load_settings()[0], export_folder=str(written_to))


def _usual_folder() -> Path:
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()
