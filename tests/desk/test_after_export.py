"""After an export: files from elsewhere lie by their slips, marked papers go once it is ready."""

import os
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from desk.after_export import LARGEST_APPENDIX, AfterExport, after_export
from desk.exporting import Export
from desk.paper_copies import CopyKind
from plan.council import DEFAULT_FORMAT
from plan.model.documents import DocumentKind
from plan.model.outline import AppendixOutline, PlanOutline, ReportOutline, built_plan
from plan.model.plan import Plan
from store.written import written_of
from tests.tui.printed_papers import PAPER
from tests.tui.window import SMALL

READY = built_plan(SMALL, DEFAULT_FORMAT)
NOT_READY = built_plan(PAPER, DEFAULT_FORMAT)


def plan_with_file(file: str) -> Plan:
    appendices = (AppendixOutline("plan"), AppendixOutline("file", "The survey", file=file))
    outline = PlanOutline("Plan", aims=SMALL.aims, report=ReportOutline(appendices=appendices))
    return built_plan(outline, DEFAULT_FORMAT)


def written(
    folder: Path, plan: Plan, kind: DocumentKind = "pack", copy: CopyKind = "", name: str = "Plan"
) -> AfterExport:
    """Export the papers of the plan that lies in `folder`, into a folder below it."""
    plan_file = folder / "Plan.plan.json"
    export = Export(plan, name, kind, folder / "out", copy=copy, plan_file=plan_file)
    return after_export(export, list(export.write()))


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


# Files from elsewhere


def test_a_file_from_elsewhere_is_copied_beside_its_slip(tmp_path: Path) -> None:
    (tmp_path / "Survey.pdf").write_bytes(b"%PDF-1.7 survey")
    after = written(tmp_path, plan_with_file("Survey.pdf"))
    assert (tmp_path / "out" / "Survey.pdf").read_bytes() == b"%PDF-1.7 survey"
    assert after.copied == (tmp_path / "out" / "Survey.pdf",)
    slip = docx.Document(str(tmp_path / "out" / "Plan Appendix 2.docx"))
    assert "Survey.pdf" in slip.paragraphs[-1].text


@pytest.mark.parametrize(("kind", "is_copied"), [("appendix-2", True), ("appendix-1", False)])
def test_it_comes_with_its_own_appendix_only(
    kind: DocumentKind, is_copied: bool, tmp_path: Path
) -> None:
    (tmp_path / "Survey.pdf").write_bytes(b"x")
    after = written(tmp_path, plan_with_file("Survey.pdf"), kind)
    assert bool(after.copied) is is_copied


def test_one_that_is_not_there_is_told(tmp_path: Path) -> None:
    after = written(tmp_path, plan_with_file("Survey.pdf"))
    (said,) = after.sentences
    assert said.startswith("Appendix 2 is Survey.pdf, which could not be copied from")


def test_another_file_of_its_name_is_left_and_the_same_one_is_no_other(tmp_path: Path) -> None:
    (tmp_path / "Survey.pdf").write_bytes(b"new")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "Survey.pdf").write_bytes(b"another")
    for _ in range(2):
        written(tmp_path, plan_with_file("Survey.pdf"))
    assert (tmp_path / "out" / "Survey.pdf").read_bytes() == b"another"
    assert (tmp_path / "out" / "Survey (2).pdf").read_bytes() == b"new"
    assert "Survey (3).pdf" not in names_in(tmp_path / "out")


def outside(folder: Path) -> str:
    (folder.parent / "secret.pdf").write_bytes(b"secret")
    return "../secret.pdf"


def absolute(folder: Path) -> str:
    outside(folder)
    return str(folder.parent / "secret.pdf")


def link(folder: Path) -> str:
    outside(folder)
    (folder / "Survey.pdf").symlink_to(folder.parent / "secret.pdf")
    return "Survey.pdf"


def hidden(folder: Path) -> str:
    (folder / ".secret.pdf").write_bytes(b"secret")
    return ".secret.pdf"


def other_plan(folder: Path) -> str:
    (folder / "Other.plan.json").write_bytes(b"secret")
    return "Other.plan.json"


def pipe(folder: Path) -> str:
    os.mkfifo(folder / "Survey.pdf")
    return "Survey.pdf"


def endless(folder: Path) -> str:
    with (folder / "Survey.pdf").open("wb") as file:
        file.truncate(LARGEST_APPENDIX + 1)
    return "Survey.pdf"


def sub_folder(folder: Path) -> str:
    (folder / "Survey.pdf").mkdir()
    return "Survey.pdf"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
@pytest.mark.parametrize(
    "trap", [outside, absolute, link, hidden, other_plan, pipe, endless, sub_folder]
)
def test_no_trap_is_followed_and_the_papers_are_written_all_the_same(
    trap: Callable[[Path], str], tmp_path: Path
) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    after = written(folder, plan_with_file(trap(folder)))
    assert after.copied == ()
    assert after.sentences[0].startswith("Appendix 2 is ")
    assert {path.suffix for path in (folder / "out").iterdir()} == {".docx"}


def test_no_file_goes_with_a_public_copy_and_that_is_told(tmp_path: Path) -> None:
    (tmp_path / "Survey.pdf").write_bytes(b"Jane Smith")
    after = written(tmp_path, plan_with_file("Survey.pdf"), copy="public")
    assert after.copied == ()
    assert "plandesk leaves nobody out of a file from elsewhere" in after.sentences[0]


# Papers that were not for issue


def test_what_is_not_ready_says_so_in_header_name_and_properties(tmp_path: Path) -> None:
    written(tmp_path, NOT_READY)
    for path in (tmp_path / "out").iterdir():
        word = docx.Document(str(path))
        assert path.stem.endswith(" NOT FOR ISSUE")
        assert word.sections[0].header.paragraphs[0].text == "NOT FOR ISSUE"
        properties = word.core_properties
        assert properties.title.startswith("NOT FOR ISSUE: ")
        assert properties.keywords == properties.content_status == "NOT FOR ISSUE"


def make_ready(folder: Path, kind: DocumentKind = "pack") -> AfterExport:
    """Export the same paper again, once nothing has to be put right any more."""
    return written(folder, READY, kind, name="299-2016")


def test_once_it_is_ready_the_marked_papers_are_taken_away(tmp_path: Path) -> None:
    written(tmp_path, NOT_READY)
    written(tmp_path, NOT_READY)
    after = make_ready(tmp_path)
    left = {name for name in names_in(tmp_path / "out") if "NOT FOR ISSUE" in name}
    assert left == {"299-2016 Equality Impact Assessment NOT FOR ISSUE.docx"}
    removed = [one for one in after.sentences if one.startswith("Removed: ")]
    assert len(removed) == 3
    assert any("still says NOT FOR ISSUE: it was written before" in one for one in after.sentences)


def test_one_that_somebody_has_worked_on_is_left_and_told(tmp_path: Path) -> None:
    written(tmp_path, NOT_READY, "report")
    path = tmp_path / "out" / "299-2016 NOT FOR ISSUE.docx"
    word = docx.Document(str(path))
    word.add_paragraph("A note of the clerk's.")
    word.save(str(path))
    after = make_ready(tmp_path, "report")
    assert path.exists()
    assert f"{path} still says NOT FOR ISSUE: somebody has worked on it" in after.sentences[0]


def test_a_marked_paper_that_plandesk_did_not_write_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    own = tmp_path / "out" / "299-2016 NOT FOR ISSUE.docx"
    own.write_bytes(b"of somebody")
    make_ready(tmp_path, "report")
    assert own.read_bytes() == b"of somebody"


def test_while_it_is_not_ready_nothing_is_taken_away(tmp_path: Path) -> None:
    for _ in range(2):
        written(tmp_path, NOT_READY, "report")
    assert names_in(tmp_path / "out") == {"299-2016 NOT FOR ISSUE.docx"}
    assert [one.name for one in written_of(tmp_path / "Plan.plan.json")] == [
        "299-2016 NOT FOR ISSUE.docx"
    ]


def test_a_name_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    for name in ("../../x", "/etc/x", "..", "a/b", "C:\\x", "\0x", "con", ". ."):
        written(tmp_path, READY, "report", name=name)
    assert names_in(tmp_path) == {"out"}
    assert len(names_in(tmp_path / "out")) > 1
