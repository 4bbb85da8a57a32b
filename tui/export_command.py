"""The command Export: asks which papers and where to; remembers folder and template."""

from typing import TYPE_CHECKING

from desk.council import with_look
from desk.exporting import export_folder
from store.settings import load_settings
from tui.dialogs.export import ExportDialog
from tui.opening import update_settings

if TYPE_CHECKING:
    from plan.following.timeline import ShownReviews
    from plan.papers.pack import DocumentKind
    from tui.window import Window


async def export(app: "Window") -> None:
    """Let the officer write the open plan's Word files, those of the view that is open first."""
    if app.session is None:
        return
    template = load_settings()[0].council_template
    wrote = await app.push_screen_wait(
        ExportDialog(
            app.session, export_folder(), _document_here(app), template, _reviews_here(app)
        )
    )
    if wrote is not None:
        now = with_look(load_settings()[0], wrote.look)
        update_settings(now, export_folder=str(wrote.folder))


def _document_here(app: "Window") -> "DocumentKind":
    """Return the kind of document that the view which is open shows."""
    return app.view.document if app.view is not None else "plan"


def _reviews_here(app: "Window") -> "ShownReviews | None":
    """Return the reviews that are on the screen, None in other views."""
    return app.view.reviews if app.view is not None else None
