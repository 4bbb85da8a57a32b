"""Finish an export: copy files from elsewhere beside the papers, remove those it replaces."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from desk.errors import ExportError
from desk.exporting import Export, Exported
from desk.report_pictures import missing_in_words, public_remark
from desk.word_papers import PaperKind, write_paper
from exporters.names import unnumbered
from files.ordinary import content_of, reason_of
from plan.model.documents import appendix_number
from plan.model.rows import Appendix
from plan.papers.blocks import NOT_FOR_ISSUE
from plan.text.clean import file_words
from store.places import ENDING
from store.written import is_as_written, keep_written, written_of

LARGEST_APPENDIX = 64 * 1024 * 1024
"""Bytes of a file from elsewhere that is copied beside the papers."""
_IN_NAME = f" {NOT_FOR_ISSUE}"


@dataclass(frozen=True)
class AfterExport:
    """What was done after an export: which files were copied, and what the officer is told."""

    copied: tuple[Path, ...]
    sentences: tuple[str, ...]


def after_export(export: Export, done: Sequence[Exported]) -> AfterExport:
    """Finish an export that wrote `done`, and return what else there is to say.

    What was written is remembered with the plan. An appendix that is a file from elsewhere is
    copied beside its slip. Once papers may be issued, those that were not are removed where
    plandesk wrote them and nobody has touched them. What a public copy left out is said last.
    """
    if not done:
        return AfterExport((), ())
    copied, said = list[Path](), list[str]()
    for one in _copy_beside(export):
        said.append(one.sentence)
        if one.path.name:
            copied.append(one.path)
    if export.plan_file is not None:
        written = [*(one.path for one in done), *copied]
        keep_written(export.plan_file, written[::-1])  # what was asked for is listed first
    said += _remove_replaced(export, done)
    said += _on_pictures(export)
    return AfterExport(tuple(copied), (*said, *export.copied.told()))


def _on_pictures(export: Export) -> Iterator[str]:
    """Yield what there is to say of the pictures, where the report with them was written."""
    if export.kind in ("pack", "report"):
        yield from missing_in_words(export.printed, export.plan_file, export.pictures)
        if export.copied.public is not None and (said := public_remark(export.printed)):
            yield said


# Files from elsewhere


def _copy_beside(export: Export) -> Iterator[Exported]:
    """Yield where each file from elsewhere went; one that was not copied has no path."""
    wanted = appendix_number(export.kind)
    if not wanted and export.kind not in ("pack", "appendix"):
        return
    for number, appendix in enumerate(export.plan.appendices, 1):
        if appendix.kind == "file" and wanted in (0, number):
            label = export.copied.council.plan.appendix_label.format(number=number)
            yield _copy_appendix(export, appendix, label)


def _copy_appendix(export: Export, appendix: Appendix, label: str) -> Exported:
    name = appendix.file.strip()
    source = _beside_plan(export.plan_file, name)
    why = ""
    if not name:
        return _told(f"{label} is a file from elsewhere, and nobody has named it yet.")
    if export.copied.public is not None:
        why = "which was not copied: plandesk leaves nobody out of a file from elsewhere"
    elif source is None:
        why = "which was not copied: only a file in the plan's folder is"
    if why or source is None:
        return _told(
            f"{label} is {name}, {why}. Look at it, and lay it beside the others yourself."
        )
    try:
        content = content_of(source, LARGEST_APPENDIX)
        wanted = export.folder / file_words(source.name)
        if wanted.exists() and wanted.samefile(source):
            return _told(f"{label} is {source.name}, which lies there already.")
        same = PaperKind("file", lambda path: _has(path, content), "is another file")
        return write_paper(same, content, wanted, label, frozenset())
    except (OSError, ValueError, ExportError) as error:
        why = reason_of(error) if isinstance(error, OSError) else str(error)
        return _told(f"{label} is {name}, which could not be copied from {source.parent}: {why}.")


def _told(sentence: str) -> Exported:
    return Exported(Path(), sentence)


def _has(path: Path, content: bytes) -> bool:
    try:
        return content_of(path, LARGEST_APPENDIX) == content
    except OSError:
        return False


def _beside_plan(plan_file: Path | None, name: str) -> Path | None:
    """Return the file of that name in the plan's folder, None for a path that leads elsewhere.

    A plan comes from anywhere: it must not fetch what its officer never meant to publish. So
    neither a hidden file nor another plan is taken, and no link out of the folder is followed.
    """
    steps = PurePosixPath(name.replace("\\", "/"))
    if plan_file is None or steps.is_absolute() or ":" in name or "\0" in name:
        return None
    if any(step.startswith(".") for step in steps.parts) or name.lower().endswith(ENDING):
        return None
    folder = plan_file.parent
    path = folder.joinpath(*steps.parts)
    try:
        is_inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):
        return None
    return path if is_inside else None


# Papers that were not for issue


def _remove_replaced(export: Export, done: Sequence[Exported]) -> Iterator[str]:
    """Remove the marked papers that these replace, and yield what became of each marked one."""
    if export.plan_file is None or NOT_FOR_ISSUE in export.mark:
        return
    names = {unnumbered(one.path).name for one in done}
    for path in written_of(export.plan_file):
        if _IN_NAME in path.stem:
            replaced = unnumbered(path).name.replace(_IN_NAME, "") in names
            yield (
                _remove_marked(path)
                if replaced
                else (
                    f"{path} still says {NOT_FOR_ISSUE}: it was written before and has not been "
                    "written anew."
                )
            )


def _remove_marked(path: Path) -> str:
    if path.is_symlink() or not is_as_written(path):
        return (
            f"{path} still says {NOT_FOR_ISSUE}: somebody has worked on it, so it was left as it "
            "is. Remove it when it is no longer wanted."
        )
    try:
        path.unlink()
    except OSError as error:
        return f"{path} still says {NOT_FOR_ISSUE} and could not be removed: {reason_of(error)}."
    return f"Removed: {path}, which said {NOT_FOR_ISSUE}"
