"""Plans that are easily misread are read whole, and only labels are left out as labels."""

from pathlib import Path

import pytest

from importers.paper import read_with_account
from tests.importers.plan.cells_right import wrong_in
from tests.importers.plan.odd_layouts import NUMBERS, ODD_LAYOUTS
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.styled_papers import STYLES
from tests.importers.word_files import docx_of


@pytest.mark.parametrize("name", ODD_LAYOUTS)
def test_an_odd_layout_is_read_and_only_its_labels_are_left_out(tmp_path: Path, name: str) -> None:
    body, right, shown, labels = ODD_LAYOUTS[name]
    path = docx_of(tmp_path, body, numbering=NUMBERS, styles=STYLES)
    reading = read_with_account(path, FORM, FORMS)
    assert wrong_in(reading, right) == []
    account = reading.account
    assert [one.text for one in account.not_taken] == shown
    assert account.unaccounted == ()
    assert account.left_out["labels"] == len(labels.split())
