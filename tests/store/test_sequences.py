"""Whatever is done in whatever order, no acknowledged edit is lost to a crash or a power cut."""

import pytest
from hypothesis import settings

from tests.store.plan_sequences import PlanOnDisk

pytestmark = pytest.mark.slow

PlanOnDisk.TestCase.settings = settings(deadline=None, max_examples=100, stateful_step_count=15)
TestPlanOnDisk = PlanOnDisk.TestCase
