"""Nothing typed is lost wherever an operation fails or the power is cut."""

from pathlib import Path
from random import Random

import pytest

from tests.store.crash_points import every_error, every_held_file, every_power_cut
from tests.store.operation import Operation
from tests.store.operations import OPERATIONS

pytestmark = pytest.mark.slow

each_operation = pytest.mark.parametrize(
    "operation", OPERATIONS, ids=[operation.name for operation in OPERATIONS]
)


@each_operation
def test_whichever_call_fails_the_old_state_or_the_new_is_there(
    tmp_path: Path, operation: Operation
) -> None:
    tally = every_error(operation, tmp_path)
    assert tally.failures == []
    assert tally.points >= 12


@each_operation
def test_a_file_that_another_program_holds_is_waited_for_and_never_harmed(
    tmp_path: Path, operation: Operation
) -> None:
    assert every_held_file(operation, tmp_path).failures == []


@each_operation
def test_wherever_the_power_is_cut_the_old_state_or_the_new_is_there(
    tmp_path: Path, operation: Operation
) -> None:
    tally = every_power_cut(operation, tmp_path, Random(4))
    assert tally.failures == []
    assert tally.points >= 4
    assert tally.states > tally.points / 2
