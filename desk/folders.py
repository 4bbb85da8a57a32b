"""The folder that files are written to: as it was typed, or the one that was used last."""

import os
from pathlib import Path
from typing import Literal

from store.settings import load_settings


def folder_of(typed: str) -> Path:
    """Return the folder that was typed or pasted, quotes and all, whole from the top."""
    return Path(os.path.abspath(os.path.expanduser(typed.strip().strip("\"'"))))  # noqa: PTH100, PTH111 - never raise


def what_is_at(path: Path) -> Literal["folder", "file", "nothing"]:
    """Return what is at a path; nothing where no system takes it as a name."""
    try:
        if path.is_dir():
            return "folder"
        return "file" if path.exists() else "nothing"
    except (OSError, ValueError):
        return "nothing"


def export_folder() -> Path:
    """Return the folder that files were written to last, else the one of documents."""
    settings, _ = load_settings()
    return Path(settings.export_folder) if settings.export_folder else _usual_folder()


def _usual_folder() -> Path:
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()
