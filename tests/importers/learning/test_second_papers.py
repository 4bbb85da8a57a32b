"""Another paper of the council comes in, and goes out, in the format learned from the first."""

from collections.abc import Callable
from pathlib import Path

import pytest

from importers.word.reader import read_word
from plan.papers.blocks import paragraphs_of
from store.places import settings_folder
from tests.importers.case_files import CASES, case_file
from tests.importers.learning.case_labels import changing_of, is_open_table
from tests.importers.learning.second_papers import (
    Figures,
    in_order,
    lines_of,
    make_second,
    measured,
)
from tests.importers.learning.unseen_papers import (
    LAYOUTS,
    write_blank,
    write_first,
    write_second,
)
from tui.__main__ import main

pytestmark = pytest.mark.slow

Run = Callable[..., str]
LEAST = 0.95
"""Of the values that stand alone in the JSON, and of the lines that stand in order in Word."""
PAPERS = (
    *("form1-dundee-iia", "form3-crwia", "plan1-best-value", "plan2-asp-inspection"),
    *("plan4-delivery-plan", "plan6-ilacs", "report1-highland", "report3-pk"),
)
REFERENCE = CASES.parent / "reference" / "report-299-2016.docx"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command of plandesk and returns what it prints."""

    def ran(*arguments: str) -> str:
        capsys.readouterr()
        status = main(list(arguments))
        said = capsys.readouterr()
        assert status == 0, said.out + said.err
        return said.out

    return ran


def assert_whole(figures: Figures) -> None:
    assert figures.questions <= 10
    assert figures.values_share >= LEAST, figures.missing
    assert figures.lines_share >= LEAST, figures.not_printed


@pytest.mark.parametrize("name", PAPERS)
def test_a_second_paper_of_each_case_comes_through(name: str, run: Run, tmp_path: Path) -> None:
    source = case_file(f"papers/{name}.docx")
    second = tmp_path / "second.docx"
    values = make_second(source, second, changing_of(source), is_open_table)
    assert_whole(measured(source, second, values, run, None))


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("write", [write_first, write_blank])
def test_layouts_of_no_case_come_through_filled_in_or_blank(
    name: str, write: Callable[..., Path], run: Run, tmp_path: Path
) -> None:
    first = write(LAYOUTS[name], tmp_path / "first.docx")
    values = write_second(LAYOUTS[name], tmp_path / "second.docx")
    figures = measured(first, tmp_path / "second.docx", values, run, None)
    assert figures.values_share >= LEAST, figures.missing
    assert figures.lines_share >= 0.8, figures.not_printed


def test_what_is_learned_of_the_reference_prints_it_as_its_own_format_does(
    run: Run, tmp_path: Path
) -> None:
    if not REFERENCE.exists():
        pytest.skip("the reference paper is not beside this checkout")
    run("learn", str(REFERENCE), "--name", "Learned", "--yes")
    wanted = lines_of(REFERENCE)
    kept = {}
    for council in ("dundee-2016", "learned"):
        run("settings", "council_format", council)
        run("settings", "council_template", "none")
        run("import", str(REFERENCE), "--out", council, "--yes")
        run("export", council, "--document", "pack", "--out", str(tmp_path / council))
        printed = [
            line for file in sorted((tmp_path / council).glob("*.docx")) for line in lines_of(file)
        ]
        kept[council] = len(in_order(wanted, printed))
    assert kept["learned"] >= 0.98 * kept["dundee-2016"]


def test_no_value_of_a_paper_is_in_the_format_learned_from_it(run: Run, tmp_path: Path) -> None:
    for name, layout in LAYOUTS.items():
        first = write_first(layout, tmp_path / "first.docx")
        blank = write_blank(layout, tmp_path / "blank.docx")
        run("learn", str(first), "--name", "leak", "--yes", "--force")
        blank_words = {one.text for one in paragraphs_of(read_word(blank).blocks)}
        said = [one.text for one in paragraphs_of(read_word(first).blocks)]
        answers = [text for text in said if text not in blank_words and len(text) > 12]
        files = sorted(settings_folder().rglob("*.toml"))
        texts = "\n".join(file.read_text(encoding="utf-8") for file in files)
        assert not [text for text in answers if text in texts], name
