"""Formats, forms and frameworks: a council's own in the settings folder, else those of plandesk.

`files_found` looks at every one of them, and at the frameworks, and says what is wrong.
"""

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, TypeVar

from files.ordinary import TooLargeError, content_of, reason_of
from plan.council.format import (
    LARGEST,
    Format,
    FormatError,
    form_named,
    format_named,
    packaged_format_ids,
    parsed_form,
    parsed_format,
)
from plan.council.format_part import packaged_ids
from store.places import formats_folder, frameworks_folder

if TYPE_CHECKING:
    from plan.council.form import Form
    from plan.council.framework import Framework

KindT = TypeVar("KindT", Format, "Form", "Framework")

_LARGEST_FILE = 4 * LARGEST
"""Bytes of a file that defines a format or a form: at most four to a character."""

_NAME = re.compile(r"[a-z0-9-]+")
"""What a format may be called, so that its name cannot lead out of the folder."""


def format_for(format_id: str) -> Format:
    """Return the council format called `format_id`, with the council's own frameworks beside it.

    Raises FormatError, naming the file, the key and the reason, where it cannot be used.
    """
    own = _own(formats_folder(), format_id, parsed_format)
    council = own or format_named(format_id)
    frameworks = own_frameworks()
    return council.beside(frameworks) if frameworks else council


def format_or_last(format_id: str, last: Format | None) -> Format:
    """Return the council format called `format_id`; the `last` one where it cannot be used now.

    Raises FormatError where there is no last one.
    """
    try:
        return format_for(format_id)
    except FormatError:
        if last is None:
            raise
        return last


def form_for(form_id: str) -> "Form":
    """Return the form of an assessment called `form_id`.

    Raises FormatError, naming the file, the key and the reason, where it cannot be used.
    """
    own = _own(formats_folder() / "forms", form_id, parsed_form)
    return own or form_named(form_id)


def usable_forms(form_ids: Iterable[str]) -> "dict[str, Form]":
    """Return some forms by their ids; one that cannot be used is left out."""
    found: dict[str, Form] = {}
    for form_id in form_ids:
        with contextlib.suppress(FormatError):
            found[form_id] = form_for(form_id)
    return found


def own_format_ids() -> Iterator[str]:
    """Yield the ids of the council's own formats."""
    yield from _own_ids(formats_folder())


def own_frameworks() -> tuple["Framework", ...]:
    """Return the council's own frameworks of quality indicators, as far as they can be used."""
    folder = frameworks_folder()
    names = _own_ids(folder)
    if not names:
        return ()
    # Few councils have one: what reads frameworks is loaded only then.
    from plan.council.framework import parsed_framework  # noqa: PLC0415

    found: list[Framework] = []
    for name in names:
        with contextlib.suppress(FormatError):  # plandesk formats says why it cannot be used
            framework = _own(folder, name, parsed_framework)
            found += [framework] if framework is not None else []
    return tuple(found)


FileKind: TypeAlias = Literal["format", "form", "framework"]


class FoundFile(NamedTuple):
    """A format, a form or a framework: its id and its name, or what is wrong with its file.

    `is_own` says that it lies in the settings folder.
    """

    kind: FileKind
    id: str
    name: str
    problems: tuple[str, ...] = ()
    is_own: bool = False


def files_found() -> Iterator[FoundFile]:
    """Yield every format, form and framework that there is, plandesk's and the council's own.

    Each is read whole. A format is also held against the forms and the framework that it names.
    """
    # Only the command that lists them all reads frameworks here.
    from plan.council.framework import (  # noqa: PLC0415
        NONE,
        framework_ids,
        framework_of_file,
        parsed_framework,
    )

    forms, frameworks = formats_folder() / "forms", frameworks_folder()
    known = {
        "forms": {*packaged_ids("formats", "forms"), *_own_ids(forms)},
        "framework": {NONE, *framework_ids(), *_own_ids(frameworks)},
    }
    for name in sorted({*packaged_format_ids(), *_own_ids(formats_folder())}):
        found = _found("format", name, format_for, formats_folder())
        yield found if found.problems else found._replace(problems=_unknown(name, known))
    for name in sorted(known["forms"]):
        yield _found("form", name, form_for, forms)

    def framework_for(name: str) -> "Framework":
        return _own(frameworks, name, parsed_framework) or framework_of_file(name)

    for name in sorted({*framework_ids(), *_own_ids(frameworks)}):
        yield _found("framework", name, framework_for, frameworks)


def _found(
    kind: FileKind, name: str, read: "Callable[[str], Format | Form | Framework]", folder: Path
) -> FoundFile:
    is_own = (folder / f"{name}.toml").exists()
    try:
        return FoundFile(kind, name, read(name).name, (), is_own)
    except FormatError as error:
        return FoundFile(kind, name, "", error.sentences, is_own)


def _unknown(format_id: str, known: dict[str, set[str]]) -> tuple[str, ...]:
    """Return what a sound format names that there is not."""
    council = format_for(format_id)
    own = formats_folder() / f"{format_id}.toml"
    file = str(own) if own.exists() else own.name
    missing = [
        f"{file}: forms.{place}: there is no form called {form}."
        for place, form in enumerate(council.forms)
        if form not in known["forms"]
    ]
    framework = council.plan.framework
    if framework and framework not in known["framework"]:
        missing.append(f"{file}: plan.framework: there is no framework called {framework}.")
    return tuple(missing)


def _own_ids(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in folder.glob("*.toml")))


def _own(folder: Path, name: str, parsed: Callable[[str, str], KindT]) -> KindT | None:
    if not _NAME.fullmatch(name):
        if name in {path.stem for path in folder.glob("*.toml")}:
            raise FormatError(
                f"{folder / name}.toml: its name can only have small letters, digits and hyphens."
            )
        return None
    path = folder / f"{name}.toml"
    try:
        seen = path.stat().st_mtime_ns
    except OSError:
        return None
    found: KindT = _read(path, seen, parsed)
    if found.id != path.stem:
        raise FormatError(f"{path}: id: it says {found.id}, but must say {path.stem} as the file.")
    return found


@cache
def _read(path: Path, seen: int, parsed: Callable[[str, str], KindT]) -> KindT:  # noqa: ARG001
    """Return what a file defines; `seen` is its time, so that a changed file is read again."""
    try:
        source = content_of(path, _LARGEST_FILE).decode("utf-8-sig")
    except TooLargeError as error:
        raise FormatError(
            f"{path} is larger than a format can be: {LARGEST:,} characters."
        ) from error
    except UnicodeDecodeError as error:
        raise FormatError(f"{path} cannot be read: it is no text file.") from error
    except OSError as error:
        raise FormatError(f"{path} cannot be read: {reason_of(error)}.") from error
    return parsed(source, str(path))
