"""The documents that can be made from a plan: one object each, all in one list.

To add a document, add it to the list and write the module it names.
"""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from plan.text.patterns import late_pattern

DocumentKind: TypeAlias = str
"""Identifies a document in --document, in a format's file names and in a plan file."""


class PlanDocument(NamedTuple):
    """A document that can be made from a plan.

    `module` makes it and is loaded when first needed; `plan.papers.documents` says what it must
    offer. `name` is the document's name in a sentence. `offered` is its entry in a list and may
    hold `{appendix}`, the plan's label, and `{assessments}`, how many there are. `file` is the file
    name pattern used if a format gives none; if it is empty, the format must give one. `is_in_pack`
    says that the committee paper includes it, and that it is written beside it as well; `letter` is
    the key that shows it in the preview.

    A document with `columns` is a generated table: plandesk builds it from the plan each time it is
    printed, alone or as an appendix of the report, and stores none of it. `heading` is printed
    above it and `columns` are the header rows of its tables. The importer recognises it by these
    and skips it.
    """

    kind: DocumentKind
    module: str
    name: str
    offered: str
    file: str = ""
    is_in_pack: bool = False
    letter: str = ""
    heading: str = ""
    columns: tuple[tuple[str, ...], ...] = ()

    @property
    def title(self) -> str:
        """Its name on screen: "The reviews"."""
        return self.offered.partition(": ")[0]

    @property
    def tells(self) -> str:
        """What the officer finds in it: "what is due or reviewed when"."""
        return self.offered.partition(": ")[2]


REVIEWS = PlanDocument(
    "reviews",
    "plan.papers.reviews_table",
    name="the reviews",
    offered="The reviews: what is due or reviewed when",
    file="{name} Reviews.docx",
    heading="Due dates and reviews of the actions",
    columns=(
        ("When", "Ref", "Action", "Due or review", "Lead(s)"),
        ("When", "Plan", "Ref", "Action", "Due or review", "Lead(s)"),
    ),
)
PROGRESS = PlanDocument(
    "progress",
    "plan.papers.progress_table",
    name="the progress summary",
    offered="The progress summary: how the actions stand",
    file="{name} Progress summary.docx",
    heading="How the actions stand",
    columns=(
        ("Status", "Actions", "Which"),
        ("Ref", "Action", "As at", "Status", "Latest note"),
    ),
)
TRACING = PlanDocument(
    "tracing",
    "plan.papers.tracing_table",
    name="the tracing",
    offered="The tracing: where the plan answers the inspection report",
    file="{name} Tracing.docx",
    heading="Where the plan answers the inspection report",
    columns=(
        ("Page", "Part of the report", "Quality indicator", "Actions"),
        ("Page", "Actions"),
        ("No.", "Recommendation", "Aim", "Actions"),
    ),
)

CONSULTED = PlanDocument(
    "consulted",
    "plan.papers.consulted_table",
    name="who has seen the report",
    offered="Consulted: who must see the report before it goes, and who has",
    file="{name} Consulted.docx",
)
ACTIONS = PlanDocument(
    "actions",
    "plan.papers.actions_table",
    name="the list of the actions",
    offered="The actions: a list to sort, or to send round",
    file="{name} Actions.docx",
)
BRIEF = PlanDocument(
    "brief",
    "plan.papers.brief",
    name="the brief",
    offered="The brief: one page for a convener",
    file="{name} Brief.docx",
)
CONSULTED_HEADING = "Who has seen this report"
CONSULTED_COLUMNS = ("Who", "By when", "Seen on", "Note")
"""The header row of the table, by which it is recognised in a section of a report."""

_LISTED: tuple[PlanDocument, ...] = (
    PlanDocument(
        "report",
        "plan.papers.report",
        name="the report",
        offered="The report",
        is_in_pack=True,
        letter="r",
    ),
    PlanDocument(
        "plan",
        "plan.papers.appendix",
        name="the plan",
        offered="{appendix}: the plan",
        letter="p",
    ),
    PlanDocument(
        "appendix",
        "plan.papers.appendices",
        name="the appendices",
        offered="The appendices: each with its number, the plan among them",
        file="{name} Appendix {appendix}.docx",
        is_in_pack=True,
    ),
    PlanDocument(
        "assessment",
        "plan.papers.assessment",
        name="the equality impact assessment",
        offered="The {assessments}",
        is_in_pack=True,
        letter="a",
    ),
    PlanDocument(
        "pack",
        "plan.papers.pack",
        name="the committee paper",
        offered="The committee paper: all as one file, and each as its own",
        letter="k",
    ),
    REVIEWS,
    PROGRESS,
    TRACING,
    CONSULTED,
    ACTIONS,
    BRIEF,
)
DOCUMENTS: Mapping[DocumentKind, PlanDocument] = {one.kind: one for one in _LISTED}
"""Every document, in the order we offer them."""
GENERATED: Mapping[DocumentKind, PlanDocument] = {one.kind: one for one in _LISTED if one.columns}
"""The documents that plandesk generates and that can be appendices of the report."""
PREVIEWED: tuple[DocumentKind, ...] = tuple(one.kind for one in _LISTED if one.letter)
"""The documents shown in the preview; generated tables appear there as appendices."""

_ONE_APPENDIX = late_pattern(r"appendix-([1-9]\d{0,3})")


def appendix_number(kind: DocumentKind) -> int:
    """Return which appendix a kind such as "appendix-2" names, 0 if it names no single one."""
    found = _ONE_APPENDIX.fullmatch(kind)
    return int(found[1]) if found is not None else 0


def is_document(kind: DocumentKind) -> bool:
    """Return whether there can be a document of this kind."""
    return kind in DOCUMENTS or appendix_number(kind) > 0


def document_name(kind: DocumentKind) -> str:
    """Return what a kind of document is called in a sentence."""
    number = appendix_number(kind)
    return f"appendix {number}" if number else DOCUMENTS[kind].name
