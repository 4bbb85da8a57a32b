"""Plans in the layouts of many councils are read whole, without a word said about their columns."""

from pathlib import Path

import pytest

from importers.paper import account_of_file, read_paper, read_with_account
from tests.importers.plan.cells_right import wrong_in
from tests.importers.plan.layouts import LAYOUTS
from tests.importers.plan.layouts_of_boards import BOARDS
from tests.importers.plan.layouts_of_partnerships import PARTNERSHIPS
from tests.importers.plan.layouts_of_schools import SCHOOLS
from tests.importers.plan.layouts_of_services import SERVICES
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.styled_papers import STYLES
from tests.importers.word_files import BULLETS, docx_of


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_cell_of_a_layout_is_where_it_belongs(tmp_path: Path, name: str) -> None:
    body, right = LAYOUTS[name]
    reading = read_paper(docx_of(tmp_path, body, numbering=BULLETS, styles=STYLES), FORM, FORMS)
    assert wrong_in(reading, right) == []


@pytest.mark.parametrize("name", LAYOUTS)
def test_only_levels_above_the_aims_are_not_taken(tmp_path: Path, name: str) -> None:
    path = docx_of(tmp_path, LAYOUTS[name][0], numbering=BULLETS, styles=STYLES)
    account = account_of_file(path, FORM, FORMS)
    levels = ["Theme: Our People\nLocal Outcome 1: People live longer"]
    levels += ["Theme: Our Place\nLocal Outcome 2: Homes are warm"]
    shown = levels if name == "bands of three levels" else []
    assert [one.text for one in account.not_taken] == shown
    assert account.unaccounted == ()


OTHERS = {**SERVICES, **BOARDS, **SCHOOLS, **PARTNERSHIPS}


@pytest.mark.parametrize("name", OTHERS)
def test_a_plan_of_any_service_is_read_whole(tmp_path: Path, name: str) -> None:
    body, right, shown = OTHERS[name]
    reading = read_with_account(docx_of(tmp_path, body, styles=STYLES), FORM, FORMS)
    assert wrong_in(reading, right) == []
    assert [one.text for one in reading.account.not_taken] == shown
