"""Plans in the layouts of many councils are read whole, without a word said about their columns."""

from pathlib import Path

import pytest

from importers.paper import read_paper
from tests.importers.plan.cells_right import wrong_in
from tests.importers.plan.layouts import LAYOUTS
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.styled_papers import STYLES
from tests.importers.word_files import BULLETS, docx_of


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_cell_of_a_layout_is_where_it_belongs(tmp_path: Path, name: str) -> None:
    body, right = LAYOUTS[name]
    reading = read_paper(docx_of(tmp_path, body, numbering=BULLETS, styles=STYLES), FORM, FORMS)
    assert wrong_in(reading, right) == []
