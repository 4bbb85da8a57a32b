"""The ids of answers in tables of a form to which rows are added: "people..1.name".

Before the two full stops stands the table, behind them the key of the row and then the column; the
answer without a column stands for the row itself. A key is the row's for good: one that came in
with a paper is its number there, one that was added since is made up, so that two copies of a plan
never add the same.
"""

from collections.abc import Iterable, Mapping

OPEN_ROW = ".."
"""Stands before the key of a row."""
ROW_KEY_LENGTH = 8
"""Characters of a key that is made up."""


def row_key(question: str) -> str:
    """Return the key of the open row that an answer stands in, empty where it is in none."""
    return question.partition(OPEN_ROW)[2].partition(".")[0]


def row_of(question: str) -> str:
    """Return the id of the row itself that an answer stands in, empty where it is in none."""
    key = row_key(question)
    return f"{question.partition(OPEN_ROW)[0]}{OPEN_ROW}{key}" if key else ""


def rows_in_order(questions: Iterable[str], ranks: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of the rows that answers stand in, table by table, in order.

    `ranks` are those of the rows that have one; the others come last.
    """
    rows = {row for question in questions if (row := row_of(question))}

    def place(row: str) -> tuple[object, ...]:
        rank, key = ranks.get(row, ""), row_key(row)
        number = int(key) if key.isdecimal() else 0
        return row.partition(OPEN_ROW)[0], not rank, rank, number, key

    return tuple(sorted(rows, key=place))


def numbered_rows(rows: Iterable[str]) -> dict[str, str]:
    """Return the ids that rows have by their numbers, from 1 in each table, by their own ids."""
    numbers: dict[str, int] = {}
    found: dict[str, str] = {}
    for row in rows:
        table = row.partition(OPEN_ROW)[0]
        numbers[table] = numbers.get(table, 0) + 1
        found[row] = f"{table}{OPEN_ROW}{numbers[table]}"
    return found
