"""A paper that LibreOffice has opened and saved is read as before."""

import shutil
import subprocess
from pathlib import Path

import pytest

from importers.paper import PaperReading, read_paper
from plan.model.outline import built_plan
from plan.papers.pack import pack_of
from tests.importers.made_up_paper import made_up_paper
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.styled_papers import our_word

OFFICE = shutil.which("soffice")


pytestmark = pytest.mark.slow


def saved_by_libreoffice(path: Path, folder: Path) -> Path:
    if OFFICE is None:
        pytest.skip("LibreOffice is not on this machine")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = folder / "saved"
    subprocess.run(
        [
            *(OFFICE, profile, "--headless", "--convert-to", "docx:MS Word 2007 XML"),
            *("--outdir", str(out), str(path)),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return out / path.name


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> PaperReading:
    folder = tmp_path_factory.mktemp("office")
    plan = built_plan(made_up_paper(), FORM.id)
    document = pack_of(plan, FORM, {one.id: one for one in FORMS}.__getitem__)
    path = saved_by_libreoffice(our_word(folder, document), folder)
    return read_paper(path, FORM, FORMS)


def test_all_three_documents_come_back(reading: PaperReading) -> None:
    assert reading.outline == made_up_paper()


def test_nothing_in_it_is_left_unread(reading: PaperReading) -> None:
    assert [one for one in reading.remarks if one.kind == "not understood"] == []
