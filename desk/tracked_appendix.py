"""The plan's appendix as a Word file with tracked changes between two states of the plan."""

from datetime import UTC, datetime
from pathlib import Path

from desk.council import Look, look_of
from desk.errors import ExportError
from desk.session import PlanSession, who_is_here
from desk.today import today
from desk.versions import Compared
from desk.word_papers import template_of, write_word_file
from exporters.word.tracked import tracked_word_file
from plan.model.plan import Plan
from plan.papers.blocks import Document
from plan.papers.choices import Choices
from plan.papers.documents import Occasion, papers
from store.formats import form_for
from store.settings import load_settings


def write_tracked(
    session: PlanSession, found: Compared, path: Path, *, has_comments: bool = False
) -> str:
    """Write the appendix in both states as one Word file, and return a sentence that says where.

    To accept the changes in it gives the plan as it is in the newer state, to reject them as it was
    in the older one. With `has_comments` it has the newer plan's comments, too. Raises ExportError,
    and FormatError where the council's cannot be read.
    """
    if path.suffix.lower() != ".docx":
        raise ExportError(
            f"Tracked changes are in a Word file, so its name ends in .docx, unlike {path.name}. "
            "Nothing was written."
        )
    look = look_of(load_settings()[0])
    content = tracked_appendix(session, found, look, has_comments=has_comments)
    return write_word_file(content, path, "the appendix with tracked changes").sentence


def tracked_appendix(
    session: PlanSession, found: Compared, look: Look, *, has_comments: bool = False
) -> bytes:
    """Return the appendix with tracked changes as the bytes of a Word file."""
    old = _appendix(session, found.then, Choices())
    new = _appendix(session, found.now, Choices(has_comments=has_comments))
    author = look.author or who_is_here()
    now = datetime.now(UTC)
    return tracked_word_file(old, new, author=author, when=now, template=template_of(look))


def _appendix(session: PlanSession, plan: Plan, choices: Choices) -> Document:
    (paper,) = papers(plan, session.council, form_for, "plan", Occasion(today(), choices))
    return paper.document
