"""The pictures of a plan's report: files in a folder beside the plan, each named by its hash.

The plan says which picture stands where; what the picture holds is only here. A file is written
once and never changed or removed, so that undo, redo and every earlier state find theirs.
"""

import contextlib
import os
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from files.ordinary import content_of, reason_of
from files.pictures import LARGEST_PICTURE, name_of_picture
from plan.model.plan import Plan
from plan.text.patterns import late_pattern
from store.errors import NotSavedError
from store.places import plan_name
from store.safe_file import (
    EVERYBODY,
    EVERYBODYS_FOLDER,
    OWNER_ONLY,
    OWNER_ONLY_FOLDER,
    make_folder,
    write_safely,
)

ENDING = ".pictures"
"""Of the folder beside a plan."""
_NAME = late_pattern(r"(?P<hash>[0-9a-f]{64})\.(?:png|jpeg|gif)")


def pictures_folder(plan_path: Path) -> Path:
    """Return where the pictures of the plan at `plan_path` lie: beside it.

    Of a link, beside what it points to, as its history does.
    """
    target = Path(os.path.realpath(plan_path))
    return target.with_name(f"{plan_name(target)}{ENDING}")


def keep_picture(plan_path: Path, content: bytes) -> str:
    """Keep a picture beside the plan at `plan_path` and return its name.

    Raises PictureRefusedError where it is none, NotSavedError where the disk refuses.
    """
    name = name_of_picture(content)
    _keep(pictures_folder(plan_path), {name: content})
    return name


def keep_pictures(plan_path: Path, pictures: Mapping[str, bytes]) -> None:
    """Keep pictures beside a plan by the names that they have. Raises NotSavedError."""
    _keep(pictures_folder(plan_path), pictures)


def picture_names(plan: Plan) -> tuple[str, ...]:
    """Return the names of the pictures that a plan shows, each once."""
    names = (passage.picture for passage in plan.passage_rows.values() if passage.picture)
    return tuple(dict.fromkeys(names))


def kept_pictures(plan_path: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Return what the files of some pictures hold, by name; one that is gone is left out.

    So is one that is no longer what its name says: another picture is never shown in its place.
    """
    return pictures_in(pictures_folder(plan_path), names)


def pictures_in(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Return what the pictures in a folder hold, as `kept_pictures` does."""
    return {name: content for name in names if (content := _content(folder / name))}


def names_in(folder: Path) -> tuple[str, ...]:
    """Return the names of the pictures that lie in a folder, none where it is none."""
    try:
        return tuple(sorted(one.name for one in folder.iterdir() if _NAME.fullmatch(one.name)))
    except OSError:
        return ()


def take_along(
    before: Path, after: Path, names: Iterable[str] | None = None, *, for_everybody: bool = False
) -> None:
    """Copy the pictures of one folder to another, which is made if need be: all, or those named.

    Among others' files no link is followed: it would lead the writing elsewhere. Raises OSError.
    """
    if for_everybody and after.is_symlink():
        return
    folder_mode = EVERYBODYS_FOLDER if for_everybody else OWNER_ONLY_FOLDER
    mode = EVERYBODY if for_everybody else OWNER_ONLY
    for name in names_in(before) if names is None else names:
        if not _content(after / name) and (content := _content(before / name)):
            make_folder(after, mode=folder_mode)
            if for_everybody and (after / name).is_symlink():
                (after / name).unlink()
            write_safely(after / name, content, new_mode=mode)


def remove_pictures(folder: Path) -> None:
    """Remove a folder of pictures that were taken along, and nothing else that lies there."""
    for name in names_in(folder):
        (folder / name).unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # what else lies there stays
        folder.rmdir()


def _keep(folder: Path, pictures: Mapping[str, bytes]) -> None:
    try:
        for name, content in pictures.items():
            if _content(folder / name) != content:
                make_folder(folder)
                write_safely(folder / name, content)
    except OSError as error:
        raise NotSavedError(
            f"The picture could not be kept in {folder}: {reason_of(error)}. The plan is as it was."
        ) from error


def _content(path: Path) -> bytes:
    """Return what a picture's file holds; nothing where that does not agree with its name."""
    named = _NAME.fullmatch(path.name)
    try:
        content = content_of(path, LARGEST_PICTURE)
    except OSError:
        return b""
    return content if named and sha256(content).hexdigest() == named["hash"] else b""
