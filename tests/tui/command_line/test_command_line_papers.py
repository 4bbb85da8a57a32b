"""The command line's papers: shown, written, read, and what is remembered of the council."""

import json
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from plan.council import DEFAULT_FORMAT
from plan.model.outline import PlanOutline, ReportOutline
from plan.model.rows import Report
from store.places import formats_folder, plan_path
from store.settings import Settings, load_settings, save_settings
from tests.importers.word_files import cell, docx_of, para, row, table
from tests.plan.checks.sound import OUTLINE, report
from tests.plan.councils import GLENSHIRE, put_glenshire_in
from tests.tui.printed_papers import MARK, NUMBER, PAPER
from tests.tui.window import SMALL, on_disk, saved_plan
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]


def table_file(path: Path, *rows: tuple[str, ...]) -> Path:
    """Make a Word file with a table of these rows."""
    return docx_of(path, table(*(row(*(cell(para(text)) for text in one)) for one in rows)))


def said(capsys: Captured, *arguments: str, status: int = 0) -> str:
    """Run a command and return what it says, wherever it says it."""
    assert main(list(arguments)) == status
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    return captured.out if status == 0 else captured.err


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("report", ["REPORT NO:  299-2016", "1.0   PURPOSE OF REPORT", "• approve the plan."]),
        ("plan", ["Appendix 1", "Timescale: December 2016", "  Voluntary Sector Forum"]),
        ("assessment", ["EQUALITY IMPACT ASSESSMENT TOOL", "Gender: Positively", "Age: no mark"]),
        ("pack", ["REPORT NO:  299-2016", "—— Appendix 1 ——", "Gender: Positively"]),
    ],
)
def test_a_document_is_shown_in_plain_lines(
    document: str, words: list[str], capsys: Captured
) -> None:
    on_disk(PAPER)
    lines = said(capsys, "show", "Small", "--document", document).split("\n")
    assert [word for word in words if word not in lines] == []


@pytest.mark.parametrize(
    ("document", "file", "words"),
    [
        ("reviews", "Reviews", ["Overdue since December 2016", "Lead(s): none named"]),
        ("progress", "Progress summary", ["Status: On track", "Which: 1.1"]),
        ("tracing", "Tracing", ["Page: 16", "Actions: 1.1"]),
    ],
)
def test_what_is_drawn_up_from_the_plan_is_shown_and_written(
    document: str, file: str, words: list[str], capsys: Captured, tmp_path: Path
) -> None:
    on_disk(PAPER)
    shown = said(capsys, "show", "Small", "--document", document)
    assert [word for word in words if word not in shown] == []
    said(capsys, "export", "Small", "--document", document, "--out", str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == [f"{NUMBER} {file}{MARK}.docx"]


@pytest.mark.parametrize(
    ("paper", "named"),
    [
        (PAPER, "Appendix 1"),
        (replace(PAPER, aims=()), NUMBER),
        (replace(PAPER, aims=(), report=ReportOutline()), "Equality"),
    ],
)
def test_without_a_document_a_paper_writes_its_plan_or_what_it_has(
    paper: PlanOutline, named: str, capsys: Captured, tmp_path: Path
) -> None:
    on_disk(paper)
    said(capsys, "export", "Small", "--out", str(tmp_path))
    (path,) = tmp_path.glob("*.docx")
    assert named in path.stem


def test_the_progress_since_a_day_is_told_where_one_is_given(
    capsys: Captured, tmp_path: Path
) -> None:
    on_disk(PAPER)
    told = []
    for number, options in enumerate(((), ("--progress", "1 August 2016"))):
        out = tmp_path / str(number)
        said(capsys, "export", "Small", "--document", "progress", "--out", str(out), *options)
        word = docx.Document(str(out / f"{NUMBER} Progress summary{MARK}.docx"))
        told.append([[cell.text for cell in table.rows[-1].cells] for table in word.tables])
    assert [len(tables) for tables in told] == [1, 2]
    assert told[1][1][2:] == ["1 September 2016", "On track", "A draft is out."]


def test_a_paper_that_must_not_go_out_yet_says_so_in_its_first_line(capsys: Captured) -> None:
    on_disk(PAPER)
    assert said(capsys, "show", "Small", "--document", "report").startswith("NOT FOR ISSUE\n\n")
    on_disk(SMALL, "Sound")
    assert "NOT FOR ISSUE" not in said(capsys, "show", "Sound", "--document", "report")


def test_a_paper_is_shown_as_it_is_laid_out(capsys: Captured) -> None:
    on_disk(PAPER)
    command = ("show", "Small", "--document", "plan")
    chosen = ("--layout", "cards", "--columns", "ref,text", "--cover", "--contents")
    lines = said(capsys, *command, *chosen).split("\n")
    assert "Contents" in lines
    assert not any(line.startswith("Timescale:") for line in lines)
    assert "there is no layout" in said(capsys, *command, "--layout", "zigzag", status=2).lower()
    assert "--document" in said(capsys, "show", "Small", "--layout", "cards", status=2)


def test_of_large_print_in_narrow_columns_is_told_before_it_is_written(
    capsys: Captured, tmp_path: Path
) -> None:
    on_disk(PAPER)
    command = ("export", "Small", "--document", "plan", "--out", str(tmp_path), "--size", "16")
    told, written, *_ = said(capsys, *command).split("\n")
    assert "8 columns of the plan are narrow" in told
    assert "cards" in told
    assert written.startswith("Written")
    for rest in (("--layout", "cards"), ("--columns", "ref,text")):
        assert "are narrow" not in said(capsys, *command, *rest)


def test_away_from_a_terminal_a_paragraph_is_one_line(capsys: Captured) -> None:
    on_disk(PAPER)
    main(["set", "Small", "1.1", "text", "word " * 200])
    lines = said(capsys, "show", "Small", "--document", "plan").split("\n")
    assert any(line.startswith("Actions: word word") and len(line) > 900 for line in lines)


def test_what_is_not_there_is_said_with_status_1(capsys: Captured, tmp_path: Path) -> None:
    on_disk()
    for command in (["show"], ["export", "--out", str(tmp_path)]):
        name, *options = command
        words = said(capsys, name, "Small", "--document", "assessment", *options, status=1)
        assert "has no equality impact assessment yet" in words
    assert "plandesk add “Small” assessment begins one" in said(
        capsys, "show", "Small", "--document", "assessment", status=1
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "Small", "--document", "poem"],
        ["export", "Small", "--document", "poem"],
        ["show", "Small", "--document", "plan", "--json"],
        ["import", "paper.docx", "--column", "Heading"],
        ["import", "paper.docx", "--column", "Heading=colour"],
        ["settings", "weather"],
    ],
)
def test_wrong_usage_has_status_2_and_says_what_there_is(
    arguments: list[str], capsys: Captured
) -> None:
    on_disk()
    assert " --help says more." in said(capsys, *arguments, status=2)


def test_a_pack_is_written_and_each_file_named(capsys: Captured, tmp_path: Path) -> None:
    on_disk(PAPER)
    lines = said(capsys, "export", "Small", "--document", "pack", "--out", str(tmp_path))
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {
        f"{NUMBER}{MARK}.docx",
        f"{NUMBER} Appendix 1{MARK}.docx",
        f"{NUMBER} Equality Impact Assessment{MARK}.docx",
        f"{NUMBER} Committee paper{MARK}.docx",
    }
    assert {
        Path(line.removeprefix("Written: ")).name
        for line in lines.splitlines()
        if line.startswith("Written: ")
    } == names


def test_a_field_of_the_report_is_set(capsys: Captured) -> None:
    path = on_disk()
    words = said(capsys, "set", "Small", "report", "number", "299-2016")
    assert words == "Saved: Edit number of the report.\n"
    assert saved_plan(path).report.number == "299-2016"
    words = said(capsys, "set", "Small", "report", "colour", "red", status=1)
    assert "The report has no field colour: it has item_no, committee" in words


def test_a_report_number_that_looks_wrong_is_kept_and_pointed_at(capsys: Captured) -> None:
    path = on_disk()
    words = said(capsys, "set", "Small", "report", "number", "299/16")
    assert "To look at: “299/16” is not a report number" in words
    assert saved_plan(path).report.number == "299/16"


# Reading papers


def test_a_paper_comes_back_whole(capsys: Captured, tmp_path: Path) -> None:
    on_disk(PAPER)
    main(["export", "Small", "--document", "pack", "--out", str(tmp_path)])
    capsys.readouterr()
    paper = tmp_path / f"{NUMBER} Committee paper{MARK}.docx"
    words = said(capsys, "import", str(paper), "--out", "Again", "--yes")
    assert "3 aims and 4 actions, the report with 3 paragraphs, 1 assessment" in words
    again = saved_plan(plan_path("Again"))
    assert again.report.number == NUMBER
    assert len(again.assessments) == 1


@pytest.fixture
def odd_table(tmp_path: Path) -> Path:
    return table_file(
        tmp_path / "odd.docx",
        ("Actions", "Timescale", "Lead(s)", "Wer"),
        ("Publish a guide", "June 2017", "Team", "Social work"),
    )


def test_a_column_that_was_not_understood_is_told_with_how_to_name_it(
    odd_table: Path, capsys: Captured
) -> None:
    words = said(capsys, "import", str(odd_table), "--yes")
    assert "The column “Wer” has, for example: “Social work”." in words
    assert '--column "Wer=FIELD"' in words
    assert "FIELD: aim, success_criteria, progress, indicators, pages." in words


def test_what_a_column_looks_like_is_proposed_where_the_table_has_it_not(
    tmp_path: Path, capsys: Captured
) -> None:
    path = table_file(
        tmp_path / "odd.docx",
        ("Actions", "Timescale", "Success criteria", "Wer", "Wozu", "Farbe"),
        ("Publish", "June 2017", "Read", "Social work team", "Why not", "Green"),
    )
    words = said(capsys, "import", str(path), "--yes")
    assert '--column "Wer=leads" would say what that column is' in words
    assert '--column "Farbe=progress"' in words
    assert '"Wozu=' not in words


def test_a_column_is_read_as_what_the_officer_says(odd_table: Path, capsys: Captured) -> None:
    words = said(
        capsys, "import", str(odd_table), "--yes", "--out", "Odd", "--column", "Wer=indicators"
    )
    assert "Wer" not in words
    (action,) = saved_plan(plan_path("Odd")).actions
    assert action.indicators == ("Social work",)
    words = said(capsys, "import", str(odd_table), "--yes", "--column", "wer=out")
    assert "not understood" not in words


def test_a_table_whose_headings_nobody_knows_is_read_once_they_are_named(
    tmp_path: Path, capsys: Captured
) -> None:
    path = table_file(
        tmp_path / "foreign.docx", ("Was", "Wer", "Wann"), ("Publish", "Team", "June 2017")
    )
    said(capsys, "import", str(path), "--yes", status=1)
    named = ["--column", "Was=text", "--column", "Wer=leads", "--column", "Wann=timescale"]
    said(capsys, "import", str(path), "--yes", "--out", "Named", *named)
    (action,) = saved_plan(plan_path("Named")).actions
    assert (action.text, action.leads, action.timescale) == ("Publish", ("Team",), "June 2017")


# The council


def test_formats_names_what_there_is_and_what_is_in_use(capsys: Captured) -> None:
    put_glenshire_in(formats_folder())
    (formats_folder() / "broken.toml").write_text("id = ", encoding="utf-8")
    assert main(["formats"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert f"{DEFAULT_FORMAT}: Dundee City Council, 2016 (in use)" in lines
    assert any(line.startswith(f"{GLENSHIRE}: ") for line in lines)
    assert any(line.startswith("broken: cannot be used: ") for line in lines)
    assert str(formats_folder()) in lines[-1]


def test_a_program_reads_which_formats_there_are_and_what_is_wrong_with_any(
    capsys: Captured,
) -> None:
    put_glenshire_in(formats_folder())
    (formats_folder() / "broken.toml").write_text("id = ", encoding="utf-8")
    assert main(["formats", "--json"]) == 1
    found = {(one["kind"], one["id"]): one for one in json.loads(capsys.readouterr().out)}
    broken, ours = found["format", "broken"], found["format", DEFAULT_FORMAT]
    assert (broken["name"], broken["own"], len(broken["problems"])) == ("", True, 1)
    assert (ours["own"], ours["problems"]) == (False, [])
    assert [one["id"] for one in found.values() if one["in_use"]] == [DEFAULT_FORMAT]
    assert found["format", GLENSHIRE]["own"]


def test_the_councils_format_is_used_for_what_is_read(odd_table: Path, capsys: Captured) -> None:
    put_glenshire_in(formats_folder())
    assert said(capsys, "settings", "council_format", GLENSHIRE) == (
        f"Set: council_format: {GLENSHIRE}.\n"
    )
    said(capsys, "import", str(odd_table), "--yes", "--out", "Odd")
    assert saved_plan(plan_path("Odd")).cover.format == GLENSHIRE


def test_settings_are_told_set_and_taken_back(capsys: Captured) -> None:
    said(capsys, "settings", "author", "A. Clerk")
    assert "author: A. Clerk (" in said(capsys, "settings")
    assert said(capsys, "settings", "author", "") == "Set: author: none.\n"
    assert load_settings()[0] == Settings()


def test_the_format_is_told_with_those_that_can_be_chosen(capsys: Captured) -> None:
    formats_folder().mkdir(parents=True)
    (formats_folder() / "broken.toml").write_text("id = ", encoding="utf-8")
    lines = said(capsys, "settings", "council_format").splitlines()
    assert lines[0].startswith(f"council_format: {DEFAULT_FORMAT} (")
    assert "plain-council: Plain council format" in lines
    assert any(line.startswith("broken: cannot be used: ") for line in lines)
    assert said(capsys, "settings", "council_format", "plain-council") == (
        "Set: council_format: plain-council.\n"
    )
    assert "There are:" not in said(capsys, "settings")


def test_a_setting_that_cannot_be_is_refused(capsys: Captured) -> None:
    save_settings(Settings(author="A. Clerk"))
    assert "no council format called nix" in said(
        capsys, "settings", "council_format", "nix", status=1
    )
    assert "template is not there" in said(
        capsys, "settings", "council_template", "nix.dotx", status=1
    )
    assert load_settings()[0] == Settings(author="A. Clerk")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("every-day", "The paper is to be sent out by 2 December 2100."),
        ("working days", "The paper is to be sent out by 30 November 2100."),
        ("", "The paper is to be sent out by 2 December 2100 if every day"),
    ],
)
def test_how_clear_days_are_counted_is_the_councils_setting(
    capsys: Captured, value: str, words: str
) -> None:
    on_disk(report(meeting_date="Monday 6 December 2100")(OUTLINE))
    said(capsys, "settings", "clear_days", value)
    main(["check", "Small"])
    assert words in capsys.readouterr().out
    assert "is one of every-day, weekdays, working-days" in said(
        capsys, "settings", "clear_days", "sundays", status=1
    )
    assert said(capsys, "settings", "islands", "Yes") == "Set: islands: yes.\n"


def test_a_template_that_is_not_there_is_refused(capsys: Captured, tmp_path: Path) -> None:
    on_disk()
    words = said(
        capsys, "export", "Small", "--out", str(tmp_path), "--template", "no.dotx", status=1
    )
    assert "The Word template is not there" in words
    assert list(tmp_path.iterdir()) == []
    assert load_settings()[0].council_template == ""


def test_every_field_of_the_report_can_be_set(capsys: Captured) -> None:
    path = on_disk()
    own = ("id", "parent", "rank", "own_sections", "own")
    names = [name for name in Report.model_fields if name not in own]
    for name in names:
        said(capsys, "set", "Small", "report", name, f"the {name}")
    report = saved_plan(path).report
    assert [getattr(report, name) for name in names] == [f"the {name}" for name in names]
