"""Whatever is done in whatever order, no acknowledged edit is lost to a crash or a power cut."""

from hypothesis import settings

from tests.store.plan_sequences import PlanOnDisk

PlanOnDisk.TestCase.settings = settings(deadline=None, max_examples=100, stateful_step_count=15)
TestPlanOnDisk = PlanOnDisk.TestCase
