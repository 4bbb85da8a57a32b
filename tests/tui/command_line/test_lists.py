"""A list goes to a spreadsheet with `export --as` and comes back with `import --into`."""

from pathlib import Path

import pytest

from store.plan_file import PlanFile
from tests.tui.command_line.test_rows_and_forms import said_by
from tests.tui.window import on_disk, saved_plan
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]


def exported(capsys: Captured, tmp_path: Path, document: str, way: str) -> Path:
    said = said_by(
        capsys, "export", "Small", "--document", document, "--as", way, "--out", str(tmp_path)
    )
    return Path(said.splitlines()[0].removeprefix("Written: "))


def refused(capsys: Captured, plan: Path, *arguments: str) -> str:
    """Run a command that is refused, which changes nothing, and return its sentence."""
    before = plan.read_bytes()
    capsys.readouterr()
    assert main(list(arguments)) == 1
    captured = capsys.readouterr()
    assert (captured.out, plan.read_bytes()) == ("", before)
    return captured.err.rstrip("\n")


def in_place(path: Path, before: str, after: str) -> None:
    content = path.read_bytes()
    assert before.encode() in content
    path.write_bytes(content.replace(before.encode(), after.encode()))


@pytest.mark.parametrize("way", ["csv", "xlsx"])
@pytest.mark.parametrize("document", ["actions", "reviews", "progress"])
def test_an_unchanged_list_makes_no_revision(
    document: str, way: str, capsys: Captured, tmp_path: Path
) -> None:
    plan = on_disk()
    path = exported(capsys, tmp_path, document, way)
    assert path.suffix == f".{way}"
    before = plan.read_bytes()
    said = said_by(capsys, "import", str(path), "--into", "Small", "--yes")
    assert said.endswith("It is so already. Nothing was changed.")
    assert plan.read_bytes() == before


def test_a_changed_cell_is_shown_and_only_with_yes_it_is_saved_as_one_undo(
    capsys: Captured, tmp_path: Path
) -> None:
    plan = on_disk()
    path = exported(capsys, tmp_path, "actions", "csv")
    in_place(path, "March 2017", "May 2017")
    before = plan.read_bytes()
    said = said_by(capsys, "import", str(path), "--into", "Small")
    assert said.splitlines() == [
        f"{path.name}: 4 rows of actions.",
        "",
        "Action 1.2",
        "  Timescale",
        "    before: March 2017",
        "    after:  May 2017",
        "",
        "Nothing was saved in Small: --yes takes it so.",
    ]
    assert plan.read_bytes() == before
    said = said_by(capsys, "import", str(path), "--into", "Small", "--yes")
    assert said.splitlines()[-1] == (
        f"Saved: Take 1 field from {path.name}. plandesk undo 'Small' takes it back."
    )
    assert saved_plan(plan).actions[1].timescale == "May 2017"
    assert PlanFile.open(plan).revision == 2
    said_by(capsys, "undo", "Small")
    assert saved_plan(plan).actions[1].timescale == "March 2017"


def test_a_list_says_for_which_plan_it_is_and_goes_with_nothing_else(
    capsys: Captured, tmp_path: Path
) -> None:
    plan = on_disk()
    path = exported(capsys, tmp_path, "actions", "csv")
    assert "--into PLAN says for which" in refused(capsys, plan, "import", str(path))
    assert main(["import", str(path), "--into", "Small", "--json"]) == 2
    assert "no other option" in capsys.readouterr().err


def test_what_is_no_list_is_refused_and_the_plan_is_as_it_was(
    capsys: Captured, tmp_path: Path
) -> None:
    plan = on_disk()
    path = tmp_path / "notes.csv"
    path.write_text("Remember,the milk\n", encoding="utf-8")
    said = refused(capsys, plan, "import", str(path), "--into", "Small", "--yes")
    assert said.startswith("notes.csv was not taken: Its first row names no column")


def test_only_a_list_is_written_for_a_spreadsheet(capsys: Captured, tmp_path: Path) -> None:
    plan = on_disk()
    said = refused(capsys, plan, "export", "Small", "--as", "csv", "--out", str(tmp_path / "out"))
    assert said.startswith("Only a list is written as csv, and the plan is a paper")
    assert not (tmp_path / "out").exists()
    assert main(["export", "Small", "--as", "odt"]) == 2
    assert "A paper is written as docx" in capsys.readouterr().err


def test_a_list_that_somebody_has_worked_on_is_not_overwritten(
    capsys: Captured, tmp_path: Path
) -> None:
    on_disk()
    first = exported(capsys, tmp_path, "actions", "csv")
    assert exported(capsys, tmp_path, "actions", "csv") == first
    in_place(first, "March 2017", "May 2017")
    capsys.readouterr()
    said = said_by(
        capsys, "export", "Small", "--document", "actions", "--as", "csv", "--out", str(tmp_path)
    )
    assert said.startswith(
        f"{first.name} is not as plandesk wrote it here, so it was left as it is"
    )
    assert b"May 2017" in first.read_bytes()
