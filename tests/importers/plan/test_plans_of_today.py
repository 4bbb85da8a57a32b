"""Plans in today's layouts, files kept beside the project: each cell is where it belongs."""

import json
from pathlib import Path

import pytest

from importers.paper import read_paper
from tests.importers.plan.cells_right import cells_of, wrong_in
from tests.importers.plan_papers import FORM, FORMS
from tests.repository import ROOT

PAPERS = ROOT.parent / "shared" / "cases" / "papers"
PLANS = sorted(PAPERS.glob("plan*.docx"))


@pytest.mark.skipif(not PLANS, reason="the cases lie beside the project and are not here")
@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_cell_of_a_plan_of_today_is_where_it_belongs(path: Path) -> None:
    right = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    reading = read_paper(path, FORM, FORMS)
    assert len(list(cells_of(reading, right))) > 20
    assert wrong_in(reading, right) == []
