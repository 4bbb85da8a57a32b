"""The actions as one list: who leads each, by when, and how it stands."""

from collections.abc import Iterator

from plan.following.ledger import status_in_short
from plan.model.documents import ACTIONS
from plan.papers.blocks import Document, Row, Section, Table, plain
from plan.papers.documents import Paper, PaperMaker, PaperSource
from plan.papers.text_tables import opening_of, text_row, text_table

_HEADING = "The actions"
_COLUMNS = ("Ref", "Action", "Lead(s)", "Timescale", "Status")
_WIDTHS = (16.0, 100.0, 55.0, 50.0, 40.0)
_NONE, _NO_ACTION = "–", "The plan has no action yet."


def paper_makers(source: PaperSource) -> Iterator[PaperMaker]:
    """Yield the maker of the list."""
    yield PaperMaker(_HEADING, lambda: _paper(source))


def _paper(source: PaperSource) -> Paper:
    plan, council = source.plan, source.council
    cover = plan.cover
    named = ", ".join(filter(None, (cover.title, cover.subtitle, cover.date))) or council.name
    table = _table(source) if plan.actions else plain(_NO_ACTION)
    blocks = (plain(named, "heading-1"), plain(_HEADING, "heading-2"), table)
    section = Section(blocks, landscape=True, footer=council.plan.footer)
    document = Document(title=f"{_HEADING}: {named}", subject=_HEADING, sections=(section,))
    return Paper(ACTIONS.kind, ACTIONS.name, document, source.file(ACTIONS.kind))


def _table(source: PaperSource) -> Table:
    return text_table(_COLUMNS, _WIDTHS, _rows(source), _HEADING)


def _rows(source: PaperSource) -> Iterator[Row]:
    plan, own = source.plan, source.council.plan.own
    for action in plan.actions:
        yield text_row(
            plan.refs_in_words(action.id),
            opening_of(action.text),
            "\n".join(action.leads) or _NONE,
            action.timescale or _NONE,
            status_in_short(plan, action, own),
        )
