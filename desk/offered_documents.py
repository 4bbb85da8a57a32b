"""List the documents that can be written of a plan, each with the line that offers it."""

from collections.abc import Iterator
from typing import NamedTuple

from desk.session import PlanSession
from plan.council.format import Format, FormatError
from plan.model.documents import CONSULTED, DOCUMENTS, DocumentKind
from plan.model.plan import Plan
from plan.papers.appendices import called
from plan.papers.appendix import appendix_label
from plan.papers.consulted import consulted_of

_APPENDIX, _PACK = "appendix", "pack"


class OfferedDocument(NamedTuple):
    """A document that can be written, and the line that offers it."""

    kind: DocumentKind
    line: str


def offered_documents(session: PlanSession) -> tuple[OfferedDocument, ...]:
    """Return the documents of an open plan in the order in which they are offered.

    Where the council's format cannot be used, documents that need it are left out; the officer is
    told why on trying to write one.
    """
    try:
        council = session.council
    except FormatError:
        council = None
    return tuple(_offered(session.plan, council))


def _offered(plan: Plan, council: Format | None) -> Iterator[OfferedDocument]:
    count = len(plan.assessments)
    assessments = f"{f'{count} ' * (count > 1)}equality impact assessment{'s' * (count > 1)}"
    words = {
        "appendix": appendix_label(plan, council) if council is not None else "Appendix",
        "assessments": assessments if count else f"{assessments} (none yet)",
    }
    others = tuple(_appendices(plan, council)) if council is not None else ()
    for kind, one in DOCUMENTS.items():
        if kind == CONSULTED.kind and not (council and consulted_of(plan, council.report)):
            continue  # nobody must see the report: there is no list of them to write
        if kind != _APPENDIX:
            yield OfferedDocument(kind, one.offered.format(**words))
        if kind == _PACK and others:
            yield OfferedDocument(_APPENDIX, DOCUMENTS[_APPENDIX].offered)
            yield from others


def _appendices(plan: Plan, council: Format) -> Iterator[OfferedDocument]:
    """Yield each appendix but the plan, with its number."""
    for number, one in enumerate(plan.appendices, 1):
        if one.kind != "plan":
            label = council.plan.appendix_label.format(number=number)
            yield OfferedDocument(f"{_APPENDIX}-{number}", f"{label}: {called(one)}")
