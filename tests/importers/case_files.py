"""The files that once showed a fault: they are kept beside the project, not in it."""

import os
from pathlib import Path

import pytest

BESIDE_THE_PROJECT = Path(__file__).parents[3] / "shared"
CASES = Path(os.environ.get("PLANDESK_CASES", BESIDE_THE_PROJECT / "cases"))
"""The folder named in PLANDESK_CASES, else `shared/cases` beside the project's own folder."""


def case_file(name: str) -> Path:
    """Return a file that showed a fault ("word/11-strict.docx"); skip the test where it is not."""
    path = CASES / name
    if not path.exists():
        pytest.skip(f"the file {name} that showed a fault is not here: {path}")
    return path
