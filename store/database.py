"""A plan file as a TinyDB database, to be read only: plans are written change by change."""

from typing import Any

from tinydb import Storage, TinyDB
from tinydb.table import Document, Table

from store.errors import StoreError
from store.storage import PlanStorage, Tables


class RowTable(Table):
    """A table whose rows are found by their own ids, which are words and not numbers."""

    document_class = Document
    document_id_class = str  # type: ignore[assignment]  # TinyDB says int, but takes any callable


class PlanDatabase(TinyDB):
    """A plan file as a TinyDB database."""

    table_class = RowTable

    def table(self, name: str, **kwargs: Any) -> Table:
        """Return a table that remembers no answers: what has been saved since must be seen."""
        return super().table(name, **{"cache_size": 0, **kwargs})


class ReadingStorage(Storage):
    """Lets TinyDB read a plan file; it is written by whole changes and in no other way."""

    def __init__(self, storage: PlanStorage) -> None:
        self._storage = storage

    def read(self) -> Tables | None:
        """Return the tables as they were saved last, None where there is no file."""
        return self._storage.read()

    def write(self, data: Tables) -> None:  # noqa: ARG002 - TinyDB says what it is called with
        """Raise StoreError: three rows written one by one are three chances of half a change."""
        raise StoreError(
            f"The tables of {self._storage.path.name} are for reading. Save a change instead."
        )
