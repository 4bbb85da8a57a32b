"""The written papers and the slips in them, read from the files of `written/`."""

import pytest

from tests.plan.checks.slips import Slip, slips
from tests.plan.checks.written_papers import Written, paper_names, written_paper


@pytest.fixture(params=paper_names())
def paper(request: pytest.FixtureRequest) -> Written:
    """Each written paper, read when a test asks for it."""
    return written_paper(request.param)


@pytest.fixture
def papers() -> list[Written]:
    """All the written papers."""
    return [written_paper(name) for name in paper_names()]


@pytest.fixture(params=slips(), ids=str)
def slip(request: pytest.FixtureRequest) -> Slip:
    """Each slip in a written paper."""
    one: Slip = request.param
    return one
