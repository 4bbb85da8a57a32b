"""Opens the place that an officer names: a folder, or an engine by its address."""

from importlib import import_module
from pathlib import Path

from store.errors import StoreError
from store.sharing.engine import Engine
from store.sharing.folder import SharedFolder

_ENGINES = {
    "http": "store.sharing.couchdb",
    "https": "store.sharing.couchdb",
    "postgres": "store.sharing.postgresql",
    "postgresql": "store.sharing.postgresql",
}
"""The module of the engine behind each kind of address; it is loaded where one is shared to."""


def is_address(where: str) -> bool:
    """Return whether a place is named by an address and not by the path of a folder."""
    return "://" in where


def opened_place(where: str, *, is_new: bool = False) -> Engine:
    """Return the place that is named; a folder that `is_new` is made if the one above it is there.

    Raises StoreError, whose text is for the officer.
    """
    if is_address(where):
        kind = where.partition("://")[0].lower()
        if kind not in _ENGINES:
            raise StoreError(
                f"“{kind}” is no kind of address that plandesk shares with: it takes a folder, "
                "https:// of a CouchDB, or postgresql://. Nothing was shared."
            )
        try:
            module = import_module(_ENGINES[kind])
        except ImportError as error:
            raise StoreError(
                f"Sharing with {kind}:// needs what plandesk[server] brings: pip install "
                "“plandesk[server]”. Nothing was shared."
            ) from error
        engine: Engine = module.opened(where)
        return engine
    return SharedFolder(_folder(where, is_new=is_new))


def _folder(where: str, *, is_new: bool) -> Path:
    try:
        folder = Path(where).expanduser().absolute()
        if is_new and not folder.exists() and folder.parent.is_dir():
            folder.mkdir()
        is_folder = folder.is_dir() or not folder.exists()
    except (OSError, RuntimeError, ValueError):
        is_folder = False
    if not where.strip() or not is_folder:
        raise StoreError(f"“{where}” is no folder that can be shared in. Nothing was shared.")
    return folder
