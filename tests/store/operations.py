"""Everything that saves, as a table: what was there before, what is done, what must hold after.

`KEPT_ELSEWHERE` are those with backups, the bin and drafts. To add an operation: one `Operation` in
OPERATIONS. `prepare` makes the files of a folder, `run` does one thing there and returns once it
would be reported as done, and `check` asserts that what it is given holds the old state or the
new, and the new one if it was reported.
"""

import json
from pathlib import Path

from desk.new_plan import make_plan_file
from plan.changes.change import Change, applied, tables_of
from sample_data.sample import sample_outline
from store.history import History, history_path
from store.plan_file import PlanFile
from store.safe_file import EVERYBODY, write_safely
from store.schema import SCHEMA_VERSION
from store.settings import Settings, load_settings, save_settings
from tests.plan.strategies import plan_from
from tests.store.keeping_operations import KEPT_ELSEWHERE
from tests.store.older_plan import make_older, next_version
from tests.store.operation import (
    MONTHLY,
    MONTHLY_PLAN,
    PLAN,
    Operation,
    at_home,
    check_three_rows,
    is_one_of,
    save_three_rows,
    saved_monthly,
    sound_plan,
)
from tests.store.plans import SMALL, made, three_rows

WORD = "Report.docx"
OLD_WORD, NEW_WORD = b"PK\x03\x04 the old paper" * 50, b"PK\x03\x04 the new and longer paper" * 60

IMPORTED = plan_from(sample_outline())
REPLACEMENT = applied(SMALL, three_rows(SMALL))
OLDER, NEWER = Settings(theme="textual-dark"), Settings(theme="nord", author="A. Officer")


def save_two_changes(folder: Path) -> None:
    file = PlanFile.open(folder / PLAN)
    file.save(MONTHLY)
    file.save(three_rows(MONTHLY_PLAN))


def check_two_changes(folder: Path, is_done: bool) -> None:
    file = sound_plan(folder / PLAN)
    states = [SMALL, MONTHLY_PLAN, applied(MONTHLY_PLAN, three_rows(MONTHLY_PLAN))]
    assert tables_of(file.plan) == tables_of(states[file.revision - 1])
    assert file.revision == len(states) or not is_done


def check_created(folder: Path, is_done: bool) -> None:
    path = folder / PLAN
    assert path.exists() or not is_done
    if path.exists():
        assert sound_plan(path).plan == SMALL
    else:
        assert made(path).plan == SMALL


def check_replaced(folder: Path, is_done: bool) -> None:
    is_one_of(folder / PLAN, MONTHLY_PLAN, REPLACEMENT, is_done)


def import_plan(folder: Path) -> None:
    make_plan_file(folder / PLAN, IMPORTED, "Imported from Report.docx")


def check_imported(folder: Path, is_done: bool) -> None:
    path = folder / PLAN
    assert path.exists() or not is_done
    if path.exists():
        assert sound_plan(path).plan == IMPORTED


def migrate(folder: Path) -> None:
    with next_version():
        PlanFile.open(folder / PLAN).save(MONTHLY)


def check_migrated(folder: Path, is_done: bool) -> None:
    path = folder / PLAN
    version = json.loads(path.read_bytes())["meta"]["plan"]["schema_version"]
    if version > SCHEMA_VERSION:
        copy = path.with_name(f"Family support.v{SCHEMA_VERSION}.bak").read_bytes()
        assert json.loads(copy)["meta"]["plan"]["revision"] == 1
        assert b'"when"' in copy
    with next_version():
        is_one_of(path, SMALL, MONTHLY_PLAN, is_done)
        assert (version > SCHEMA_VERSION) == (PlanFile.open(path).plan == MONTHLY_PLAN)


def line(revision: int) -> Change:
    return Change(label=f"Change {revision}", rows=(), revision=revision)


def history_of(folder: Path) -> History:
    return History(history_path(folder / PLAN))


def two_lines(folder: Path) -> None:
    for revision in (1, 2):
        history_of(folder).append(line(revision))


def torn_line(folder: Path) -> None:
    two_lines(folder)
    with history_of(folder).path.open("ab") as file:
        file.write(b'{"label": "Torn')


def append_a_line(folder: Path) -> None:
    history_of(folder).append(line(3))


def check_lines(folder: Path, is_done: bool) -> None:
    changes = history_of(folder).read()
    whole = (line(1), line(2), line(3))
    assert changes == whole or (changes == whole[:2] and not is_done)
    history_of(folder).append(line(4))
    assert history_of(folder).read() == (*changes, line(4))


def export_word(folder: Path) -> None:
    write_safely(folder / WORD, NEW_WORD, new_mode=EVERYBODY)


def check_word(folder: Path, is_done: bool) -> None:
    content = (folder / WORD).read_bytes()
    assert content == NEW_WORD or (content == OLD_WORD and not is_done)


def check_new_word(folder: Path, is_done: bool) -> None:
    path = folder / WORD
    assert path.read_bytes() == NEW_WORD if path.exists() else not is_done


def remember(folder: Path, settings: Settings) -> None:
    with at_home(folder):
        save_settings(settings)


def check_settings(folder: Path, is_done: bool) -> None:
    with at_home(folder):
        settings, remark = load_settings()
    assert not remark
    assert settings == NEWER or (settings == OLDER and not is_done)


def nothing(folder: Path) -> None:
    """Leave the folder empty."""


OPERATIONS = (
    Operation("save a change", saved_monthly, save_three_rows, check_three_rows),
    Operation("save two changes", lambda folder: made(folder / PLAN), save_two_changes,
              check_two_changes),
    Operation("create a plan", nothing, lambda folder: made(folder / PLAN), check_created),
    Operation("replace a plan", saved_monthly,
              lambda folder: made(folder / PLAN, REPLACEMENT, replace=True), check_replaced),
    Operation("migrate a plan", lambda folder: make_older(folder / PLAN), migrate, check_migrated),
    Operation("append to the history", two_lines, append_a_line, check_lines),
    Operation("append after a torn line", torn_line, append_a_line, check_lines),
    Operation("export over a Word file",
              lambda folder: (folder / WORD).write_bytes(OLD_WORD), export_word, check_word),
    Operation("export a Word file", nothing, export_word, check_new_word),
    Operation("import a paper", nothing, import_plan, check_imported),
    Operation("save the settings", lambda folder: remember(folder, OLDER),
              lambda folder: remember(folder, NEWER), check_settings),
    *KEPT_ELSEWHERE,
)  # fmt: skip
