"""Learn a council's format, its forms and its template from one of the council's Word files."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desk.errors import ImportRefusedError
from exporters.word.learned_template import learned_template, refuse_unusable
from exporters.word.template_file import TemplateError
from files.ordinary import content_of, reason_of
from importers.account.account import Account
from importers.errors import NoPlanFoundError, UnreadableError
from importers.learning.answers_file import answers_text, check_answers, read_answers
from importers.learning.asked import Question
from importers.learning.draft import Drafted, Known, SourcePaper, drafted, source_paper
from importers.learning.toml_text import toml_text
from importers.paper import account_of_shown
from plan.council.format import (
    LARGEST,
    FormatError,
    format_named,
    packaged_format_ids,
    parsed_form,
    parsed_format,
)
from plan.text.clean import clean_line
from store.formats import form_for, format_for
from store.learned_formats import (
    form_path,
    format_path,
    save_learned,
    tables_of,
    template_path,
)
from store.settings import changed_settings, load_settings, save_settings

_ANY_COUNCIL = "plain-council"
"""The format that any council can use: what a paper does not show is taken from it."""
_LONGEST_ID = 24
"""Characters, so that the id of a form can begin with that of its format."""
_WHAT = {"plan": "the plan", "report": "the report", "form": "the form"}


@dataclass(frozen=True)
class Learning:
    """What has been learned from a Word file so far: the questions, and the files to be made.

    `answers` has the answers given, by question, place and words; for the rest the suggestion is
    taken.
    """

    paper: SourcePaper
    name: str
    format_id: str
    draft: Drafted
    known: Known
    force: bool = False
    answers: Mapping[tuple[str, str, str], str] | None = None

    @property
    def source(self) -> Path:
        """The Word file."""
        return self.paper.path

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions, in order."""
        return self.draft.questions

    @property
    def summary(self) -> str:
        """What the file holds, in a sentence."""
        said = [_WHAT[part] for part in self.draft.learned]
        parts = f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else said[0]
        there = " There is such a format already:" if self.known.format else ""
        changes = (
            " what it has is replaced by what this paper has."
            if self.force
            else (" what it lacks is added, and nothing in it is changed.")
        )
        sentence = f"{self.source.name} shows {parts} of the format {self.format_id}."
        return sentence + (there + changes if there else "")

    def told(self, answers: Mapping[tuple[str, str, str], str]) -> "Learning":
        """Return what is learned with more answers. Raises ImportRefusedError."""
        given = {**(self.answers or {}), **answers}
        return replace(
            self,
            answers=given,
            draft=_drafted(
                self.paper, self.name, self.format_id, given, self.known, force=self.force
            ),
        )


@dataclass(frozen=True)
class Learned:
    """What was written: the paths, and the account of the same paper read in the new format.

    `is_used` says whether plandesk uses the format from now on.
    """

    written: tuple[Path, ...]
    account: Account
    template: Path
    remarks: tuple[str, ...]
    is_used: bool


def learning_of(path: Path, name: str = "", *, force: bool = False) -> Learning:
    """Return what a Word file shows of its council's format, which is to be called `name`.

    Raises ImportRefusedError, in a sentence for the officer.
    """
    called = clean_line(name) or path.stem
    format_id = format_id_of(called)
    if format_id in packaged_format_ids():
        raise ImportRefusedError(
            f"The format {format_id} comes with plandesk, so nothing was learned under its name. "
            "Give another (--name)."
        )
    known = _known(format_id)
    called = str(known.format.get("name", called)) if not force or not name else called
    paper = _paper_of(path)
    draft = _drafted(paper, called, format_id, {}, known, force=force)
    return Learning(paper, called, format_id, draft, known, force, {})


def format_id_of(name: str) -> str:
    """Return the id of a format that is called `name`. Raises ImportRefusedError for no name."""
    made = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:_LONGEST_ID].strip("-")
    if not made:
        raise ImportRefusedError(
            f"“{name}” is no name for a format: it wants a letter or a figure. Nothing was learned."
        )
    return made


def write_learned(learning: Learning) -> Learned:
    """Write the format, its forms and the template; read the same paper with them.

    A format is used from now on where none was chosen before. Raises ImportRefusedError where
    nothing was written.
    """
    files = _files_of(learning)
    template, remarks = _template_of(learning)
    own = template_path(learning.format_id)
    if template and (learning.force or not own.exists()):
        files = {own: template, **files}
    try:
        paths = save_learned(files)
    except OSError as error:
        raise ImportRefusedError(
            f"The format could not be written: {reason_of(error)}. Give the command again once "
            "that is mended; what was written before is as it was."
        ) from error
    remarks += _why_template_is_unusable(own)
    is_used = _use(learning.format_id, own)
    council = format_for(learning.format_id)
    forms = [form_for(form_id) for form_id in council.forms]
    account = account_of_shown(learning.paper.file, council, forms)
    return Learned(paths, account, own, tuple(remarks), is_used)


def answers_of(path: Path, learning: Learning) -> Learning:
    """Return what is learned with the answers in a file. Raises ImportRefusedError."""
    try:
        source = content_of(path, 4 * LARGEST).decode("utf-8-sig")
        answers = read_answers(source, str(path))
        told = learning.told(answers)
        check_answers(answers, told.questions, str(path))
    except (OSError, UnicodeDecodeError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else "it is no text file"
        raise ImportRefusedError(
            f"The answers in {path} cannot be read: {reason}. Nothing was learned."
        ) from error
    except FormatError as error:
        raise ImportRefusedError(f"{error} Nothing was learned.") from error
    return told


def text_of_answers(learning: Learning) -> str:
    """Return the text of a file of answers that takes every suggestion."""
    return answers_text(learning.questions, learning.source.name)


# What is written


def _paper_of(path: Path) -> SourcePaper:
    try:
        return source_paper(path, format_named(_ANY_COUNCIL))
    except UnreadableError as error:
        raise ImportRefusedError(str(error)) from error


def _drafted(
    paper: SourcePaper,
    name: str,
    format_id: str,
    answers: Mapping[tuple[str, str, str], str],
    known: Known,
    *,
    force: bool,
) -> Drafted:
    try:
        return drafted(paper, name, format_id, answers, known, force=force)
    except NoPlanFoundError as error:
        raise ImportRefusedError(str(error)) from error


def _known(format_id: str) -> Known:
    """Return the format of this id and its own forms. Raises ImportRefusedError if unreadable."""
    try:
        made = tables_of(format_path(format_id))
        forms = {one: tables_of(form_path(one)) for one in made.get("forms", ())}
        if made:
            format_for(format_id)
    except (OSError, ValueError, FormatError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        raise ImportRefusedError(
            f"The format {format_id} is there and cannot be added to: {reason} Nothing was learned."
        ) from error
    return Known(made, {one: values for one, values in forms.items() if values})


def _files_of(learning: Learning) -> dict[Path, bytes]:
    """Return the files of the forms and of the format, which comes last: it names the forms.

    Raises ImportRefusedError where what was drafted is no format.
    """
    draft = learning.draft
    head = [
        f"Learned from {_kind_of_file(learning.source)}. What was a guess can be changed here;",
        "docs/formats.md explains every key.",
    ]
    files: dict[Path, bytes] = {}
    try:
        for form_id, values in draft.forms.items():
            path = form_path(form_id)
            text = _text(values, head, learning.known.forms.get(form_id))
            if text:
                parsed_form(text, str(path))
                files[path] = text.encode()
        path = format_path(learning.format_id)
        text = _text(draft.format, head, learning.known.format)
        if text:
            parsed_format(text, str(path))
            files[path] = text.encode()
    except FormatError as error:
        raise ImportRefusedError(
            f"What {learning.source.name} shows makes no format, so no file was written: {error}"
        ) from error
    return files


def _text(values: Mapping[str, Any], head: list[str], known: Mapping[str, Any] | None) -> str:
    """Return the text of a file, or an empty text if it would add nothing."""
    if known and known == _plain(values):
        return ""
    return "".join(f"# {line}\n" for line in head) + "\n" + toml_text(values)


def _plain(values: Any) -> Any:
    """Return a format as it is read back from its file: with lists for tuples."""
    if isinstance(values, Mapping):
        return {key: _plain(one) for key, one in values.items()}
    if isinstance(values, list | tuple):
        return [_plain(one) for one in values]
    return values


def _kind_of_file(path: Path) -> str:
    """Return what a comment calls a file: not by its name, which may be a person's."""
    return f"a Word file ({path.suffix.lstrip('.') or 'docx'})"


def _template_of(learning: Learning) -> tuple[bytes, list[str]]:
    if not learning.source.exists():
        return b"", [f"No template was made: there is no file {learning.source} any more."]
    try:
        return learned_template(learning.source, learning.draft.edges), []
    except TemplateError as error:
        return b"", [f"No template was made: {error}"]


def _why_template_is_unusable(path: Path) -> list[str]:
    """Return why papers cannot be written with a template, after removing it; else nothing."""
    if not path.exists():
        return []
    try:
        refuse_unusable(path)
    except TemplateError as error:
        path.unlink(missing_ok=True)
        return [f"No template was made: {error}"]
    return []


def _use(format_id: str, template: Path) -> bool:
    """Use the format, and its template, where none was chosen; return whether it is used."""
    settings, problem = load_settings()
    if problem:
        return False
    changed = settings
    if not settings.council_format:
        changed = changed_settings(changed, council_format=format_id)
    if not settings.council_template and changed.council_format == format_id and template.exists():
        changed = changed_settings(changed, council_template=str(template))
    if changed != settings:
        try:
            save_settings(changed)
        except OSError:
            return settings.council_format == format_id
    return changed.council_format == format_id
