"""A council's format drafted from one of its papers, with what an officer is asked of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from importers.errors import NoPlanFoundError
from importers.learning.adding import is_same_form, with_added, with_added_to_form
from importers.learning.asked import Asked, Question
from importers.learning.controls import Control, controls_in
from importers.learning.documents import DocumentPart, documents_as_told, likely_documents
from importers.learning.edges import edge_lines, edges_that_stay
from importers.learning.form_draft import drafted_form
from importers.learning.names import id_of
from importers.learning.personal import Personal
from importers.learning.plan_draft import drafted_plan
from importers.learning.report_draft import drafted_report
from importers.learning.toml_text import Values
from importers.paper import ShownFile, shown_file
from importers.plan.colour_keys import without_key
from importers.plan.columns import HeadingWords, heading_words
from importers.plan.plan_tables import is_plan_table
from importers.word.package import Package
from plan.council.format import Format
from plan.model.bulk import without_collection

_FILES = {
    "report": "{name}.docx",
    "plan": "{name} Appendix {appendix}.docx",
    "assessment": "{name} {form}.docx",
    "pack": "{name} Committee paper.docx",
}
_LONGEST_FORM_ID = 40


@dataclass(frozen=True)
class Known:
    """What is there already under a name: the format as in its file, and its forms by their ids."""

    format: Values = field(default_factory=dict)
    forms: Mapping[str, Values] = field(default_factory=dict)


@dataclass(frozen=True)
class Drafted:
    """A format and its forms as they would be written, and what was asked.

    `edges` are the lines of headers and footers that stay in the template, `learned` the parts of
    a format that the paper has: of `plan`, `report` and `form`.
    """

    format: Values
    forms: Mapping[str, Values]
    questions: tuple[Question, ...]
    edges: frozenset[str]
    learned: tuple[str, ...]


@dataclass(frozen=True)
class SourcePaper:
    """A paper that a format is learned from, read once: every draft is made of the same reading.

    `council` is a format in the words of any council, `words` are the meanings of headings in it.
    `likely` are the documents as they look before the officer says what they are, `colours` what
    the paper's own key says of colours, `edges` the lines of its headers and footers, `controls`
    what Word lets be entered.
    """

    path: Path
    file: ShownFile
    council: Format
    words: HeadingWords
    likely: tuple[DocumentPart, ...]
    colours: Mapping[str, str]
    edges: tuple[str, ...]
    controls: Mapping[str, Control]


def source_paper(path: Path, council: Format) -> SourcePaper:
    """Return a paper as it is learned from; what it cannot show is as in `council`.

    Raises UnreadableError where the file is no readable Word file.
    """
    edges: list[str] = []
    controls: dict[str, Control] = {}

    def look(package: Package) -> None:
        edges.extend(edge_lines(package))
        controls.update(controls_in(package))

    words = _words_of_any_council(council)
    with without_collection():
        file = shown_file(path, look)
        blocks, colours = without_key(file.word.blocks, lambda table: is_plan_table(table, words))
        likely = likely_documents(blocks, file.word.starts, council, words)
    return SourcePaper(path, file, council, words, likely, colours, tuple(edges), controls)


def drafted(
    paper: SourcePaper,
    name: str,
    format_id: str,
    answers: Mapping[tuple[str, str, str], str],
    known: Known,
    *,
    force: bool = False,
) -> Drafted:
    """Return the format that a paper shows, named `name`, with what is known already.

    With `force`, what the paper has replaces what is known. Raises NoPlanFoundError where the paper
    holds neither plan nor report nor form.
    """
    asked = Asked(answers)
    making = _Making(asked, paper, format_id, known)
    with without_collection():
        making.read(documents_as_told(paper.likely, asked))
    if not making.learned:
        raise _nothing_learned(paper.path)
    personal = Personal(tuple(making.people), tuple(making.texts))
    made = personal.without(making.format_values(name), asked)
    forms = {
        own: personal.without(values, asked, f"forms.{own}") for own, values in making.forms.items()
    }
    stay = edges_that_stay(paper.edges, personal, asked)
    if known.format:
        made = with_added(known.format, made, force=force)
    for own, values in forms.items():
        if own in known.forms:
            forms[own] = with_added_to_form(dict(known.forms[own]), values, force=force)
    return Drafted(made, forms, asked.questions, stay, tuple(making.learned))


def _nothing_learned(path: Path) -> NoPlanFoundError:
    return NoPlanFoundError(
        f"{path.name} looks like no plan, no committee report and no form of an assessment, so "
        "nothing was learned and no file was written. Say what it is (--answers), or choose "
        "another paper."
    )


def _words_of_any_council(council: Format) -> HeadingWords:
    """Return what headings mean; a blank one above the first column is that of the refs."""
    words = heading_words(council, {})
    return replace(words, own={**words.own, "": "ref"})


@dataclass
class _Making:
    """Drafts one document of a paper after another."""

    asked: Asked
    paper: SourcePaper
    format_id: str
    known: Known
    plan: Values = field(default_factory=dict)
    report: Values = field(default_factory=dict)
    forms: dict[str, Values] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)

    @property
    def learned(self) -> list[str]:
        found = {"plan": self.plan, "report": self.report, "form": self.forms}
        return [name for name, values in found.items() if values]

    def read(self, parts: Sequence[DocumentPart]) -> None:
        """Draft the first plan, the first report and every form of the paper."""
        for part in parts:
            if part.kind == "plan" and not self.plan:
                self._plan(part)
            elif part.kind == "report" and not self.report:
                self._report(part)
            elif part.kind == "form":
                self._form(part)

    def _plan(self, part: DocumentPart) -> None:
        paper = self.paper
        draft = drafted_plan(
            part, paper.council, paper.words, self.asked, paper.colours, paper.controls
        )
        self.plan = draft.values
        self.texts += draft.texts
        self.people += draft.people

    def _report(self, part: DocumentPart) -> None:
        draft = drafted_report(part, self.paper.council, self.asked)
        self.report = draft.values
        self.texts += draft.texts
        self.people += draft.people

    def _form(self, part: DocumentPart) -> None:
        number = len(self.forms) + 1
        draft = drafted_form(part, "form", number, self.asked, self.paper.controls)
        same = next(
            (own for own, one in self.known.forms.items() if is_same_form(one, draft.values)), None
        )
        own = same or self._new_form_id(str(draft.values["title"]))
        self.forms[own] = {**draft.values, "id": own}
        self.texts += draft.texts
        self.people += draft.people

    def _new_form_id(self, title: str) -> str:
        taken = {*self.forms, *self.known.forms}
        room = _LONGEST_FORM_ID - len(self.format_id) - 1
        said = id_of(title, (), "form", max(room, 6))
        first = f"{self.format_id}-{said}"[:_LONGEST_FORM_ID].rstrip("-")
        return first if first not in taken else f"{first[:37]}-{len(taken) + 1}"

    def format_values(self, name: str) -> Values:
        """Return the format as in its file; what was not in the paper is as in any council's."""
        usual: dict[str, Any] = self.paper.council.model_dump(exclude_defaults=True)
        return {
            "id": self.format_id,
            "name": re.sub(r"\s+", " ", name),
            "learned": self.learned,
            "forms": list(self.forms) or list(usual["forms"]),
            "plan": self.plan or usual["plan"],
            "report": self.report or usual["report"],
            "files": _FILES,
        }
