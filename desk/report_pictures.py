"""Keep a picture for the report from a file, and give pictures to the papers that show them."""

import contextlib
from collections.abc import Container
from pathlib import Path

from desk.errors import PictureError
from desk.named_questions import UnknownNameError
from desk.named_rows import NamedRows
from desk.session import PlanSession
from exporters.word.plain_pictures import plain_picture
from files.ordinary import TooLargeError, content_of, reason_of
from files.pictures import LARGEST_PICTURE, PictureRefusedError
from plan.changes.change import Change
from plan.changes.edits import NewPicture, add_picture
from plan.model.plan import Plan
from store.pictures import (
    keep_picture,
    kept_pictures,
    picture_names,
    pictures_folder,
    take_along,
)


def keep_typed_picture(
    session: PlanSession, typed: str, *, alternative: str = "", caption: str = ""
) -> NewPicture:
    """Keep the picture in a file beside an open plan, and return it to be added to the report.

    `typed` is the path of the file. Raises PictureError, whose message is for the officer, and
    NotSavedError.
    """
    if session.read_only_reason:
        raise PictureError(session.read_only_reason)
    path = _path(typed)
    try:
        content = content_of(path, LARGEST_PICTURE)
        name = keep_picture(session.path, content)
    except TooLargeError as error:
        most = LARGEST_PICTURE // 2**20
        raise PictureError(
            f"{path.name} is larger than {most} megabytes, which is the most that a picture may "
            f"have: save it smaller."
        ) from error
    except FileNotFoundError as error:
        raise PictureError(f"There is no file {path}.") from error
    except OSError as error:
        raise PictureError(f"{path.name} could not be read: {reason_of(error)}.") from error
    except PictureRefusedError as error:
        raise PictureError(f"{path.name} {error}.") from error
    return NewPicture(name, alternative, caption)


def _path(typed: str) -> Path:
    said = typed.strip().strip("\"'")
    if not said:
        raise PictureError("The path of a picture is wanted.")
    try:
        return Path(said).expanduser()
    except RuntimeError:
        return Path(said)


def picture_added(rows: NamedRows, parent: str, picture: NewPicture) -> Change:
    """Return the change that adds a picture to a section, "report/SECTION", as its last."""
    section = section_named(rows, parent)
    place = len(rows.plan.passages_of(section))
    return add_picture(rows.plan, section, place, rows.council.report, picture)


def section_named(rows: NamedRows, parent: str) -> str:
    """Return the id of the section, "report/SECTION", in which a picture can stand.

    Raises UnknownNameError.
    """
    report, _, named = parent.strip().partition("/")
    if report.casefold() != "report" or not named or "/" in named or rows.table(named):
        raise UnknownNameError(
            "A picture is added to a section of the report, such as report/main-text."
        )
    return rows.section(named)


def pictures_of(plan: Plan, plan_file: Path | None, *, is_public: bool = False) -> dict[str, bytes]:
    """Return what the pictures of a plan hold, by name; one whose file is gone is left out.

    For a public copy they are without what cameras and programs have written into them.
    """
    if plan_file is None or not picture_names(plan):
        return {}
    found = kept_pictures(plan_file, picture_names(plan))
    return {name: plain_picture(one) for name, one in found.items()} if is_public else found


def bring_pictures(before: Path, after: Path) -> None:
    """Lay the pictures of a plan beside one that was made of it; its past states show them too.

    Where the disk refuses, they are beside the first all the same.
    """
    with contextlib.suppress(OSError):
        take_along(pictures_folder(before), pictures_folder(after))


def missing_in_words(plan: Plan, plan_file: Path | None, found: Container[str]) -> tuple[str, ...]:
    """Return a sentence on each picture of a plan whose file is not among those that were found."""
    if plan_file is None:
        return ()
    folder = pictures_folder(plan_file)
    gone = [one for one in plan.passage_rows.values() if one.picture and one.picture not in found]
    return tuple(
        f"A picture is not here{_called(one.text or one.caption)}: {one.picture} is not in "
        f"{folder}, or is no longer what it was. The paper says so in its place. Lay the file "
        "there again, or delete the picture from the report."
        for one in gone
    )


def _called(words: str) -> str:
    return f" (“{words}”)" if words else ""


def public_remark(plan: Plan) -> str:
    """Return what the officer is told of the pictures in a public copy, empty without one."""
    if not picture_names(plan):
        return ""
    return (
        "Pictures are not looked into: whom or what they show stays. Look at each before you "
        "publish. What cameras write into them (where, when, with what) is left out."
    )
