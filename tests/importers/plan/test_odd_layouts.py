"""Plans that are easily misread are read whole, and only labels are left out as labels."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers.errors import NoPlanFoundError
from importers.paper import account_of_file, read_with_account
from tests.importers.plan.cells_right import wrong_in
from tests.importers.plan.odd_cards import CARDS
from tests.importers.plan.odd_columns import COLUMNS_TOGETHER
from tests.importers.plan.odd_headings import HEADINGS
from tests.importers.plan.odd_lists import LISTS
from tests.importers.plan.odd_minutes import MINUTES
from tests.importers.plan.odd_papers import COVERS, KEYS, OTHERS, UNDER_A_COVER
from tests.importers.plan.odd_pieces import NUMBERS, Layout
from tests.importers.plan.odd_shapes import SHAPES
from tests.importers.plan.odd_tables import ABOVE, ROWS
from tests.importers.plan.random_plans import RandomPlan
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.styled_papers import STYLES
from tests.importers.word_files import docx_of

ODD_LAYOUTS: dict[str, Layout] = {
    **HEADINGS,
    **LISTS,
    **ABOVE,
    **KEYS,
    **MINUTES,
    **OTHERS,
    **ROWS,
    **CARDS,
    **SHAPES,
    **COLUMNS_TOGETHER,
}


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


@pytest.mark.parametrize("name", COVERS)
def test_each_line_of_a_cover_is_where_it_belongs(tmp_path: Path, name: str) -> None:
    body, right, shown = COVERS[name]
    path = docx_of(tmp_path, body + UNDER_A_COVER, styles=STYLES)
    reading = read_with_account(path, FORM, FORMS)
    said = {field: getattr(reading.outline, field) for field in ("title", "subtitle", "date")}
    assert {field: text for field, text in said.items() if text} == right
    assert [one.text for one in reading.account.not_taken] == shown
    assert [aim.text for aim in reading.outline.aims] == ["Homes are warm"]


@pytest.mark.slow
@given(st.randoms(use_true_random=False))
@settings(
    max_examples=2 * settings().max_examples,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_each_word_of_a_plan_is_in_it_or_is_shown_however_it_is_laid_out(
    tmp_path: Path, random: Random
) -> None:
    plan = RandomPlan(random)
    path = docx_of(tmp_path, plan.body(), numbering=NUMBERS, styles=STYLES)
    try:
        reading = read_with_account(path, FORM, FORMS)
        outline, account = repr(reading.outline), reading.account
    except NoPlanFoundError:
        outline, account = "", account_of_file(path, FORM, FORMS)
    found = f"{outline} {' '.join(one.text for one in account.not_taken)}".casefold()
    assert [word for word in plan.words if word not in found] == []
    assert account.unaccounted == ()
