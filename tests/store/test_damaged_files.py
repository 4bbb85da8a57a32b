"""A damaged plan file is refused in a sentence or opens as it was, and is never touched."""

from pathlib import Path
from random import Random

import pytest

from store.errors import DamagedPlanError
from store.history import history_path
from store.plan_file import PlanFile
from store.storage import parsed_tables
from tests.store.damaged_files import (
    NAME,
    Judge,
    a_few,
    damaged_bytes,
    damaged_files,
    sound_file,
)
from tests.store.plans import timescale
from tui.command_line.program import run


def test_each_damaged_file_is_refused_in_one_sentence_that_names_it_and_none_is_touched(
    tmp_path: Path,
) -> None:
    judge, chance = Judge(tmp_path), Random(4)
    verdicts = judge.judge_all(a_few(damaged_files(judge.content, chance), 30, chance))
    assert verdicts.files >= 300
    assert verdicts.tracebacks == []
    assert verdicts.touched == []
    assert sum(verdicts.refused.values()) > verdicts.files / 2
    assert verdicts.unnoticed == {}
    assert verdicts.unclear == []


@pytest.mark.slow
def test_the_command_line_shows_a_damaged_file_or_says_what_is_wrong_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    judge = Judge(tmp_path)
    chance = Random(4)
    for damaged in a_few(damaged_files(judge.content, chance), 3, chance):
        judge.put(damaged)
        status = run(["show", str(judge.path)])
        printed, problem = capsys.readouterr()
        assert status in (0, 1)
        assert (NAME in problem) if status else printed
        assert "Traceback" not in printed + problem


@pytest.mark.parametrize(
    ("content", "why"), [(b'{"aims": {', "it breaks off"), (b'{"aims": \n ?', "it makes no sense")]
)
def test_that_a_file_is_damaged_is_said_in_an_officers_words(content: bytes, why: str) -> None:
    with pytest.raises(DamagedPlanError) as refused:
        parsed_tables(content, Path(NAME))
    assert f"{NAME} is damaged and cannot be read as a plan: {why} in line " in str(refused.value)


@pytest.mark.slow
def test_a_damaged_history_costs_no_plan(tmp_path: Path) -> None:
    sound_file(tmp_path)
    path = tmp_path / NAME
    content, plan = path.read_bytes(), PlanFile.open(path).plan
    lines = history_path(path).read_bytes()
    chance = Random(4)
    for damaged in a_few(damaged_bytes(lines, chance), 15, chance):
        path.write_bytes(content)
        history_path(path).write_bytes(damaged.content)
        file = PlanFile.open(path)
        assert file.plan == plan
        assert path.read_bytes() == content
        assert file.history.read()[-1].revision == file.revision
        recorded = file.save(timescale(plan, "Weekly"))
        assert PlanFile.open(path).history.read()[-1] == recorded
