"""The list of documents: each names the module that makes it, and every such module is there."""

from importlib import import_module

import pytest

from plan.council.format import form_named, format_named
from plan.model.documents import DOCUMENTS, GENERATED, PREVIEWED, DocumentKind
from plan.papers.blocks import plain
from plan.papers.documents import PaperSource, generated_blocks
from plan.papers.pack import pack_of
from tests.plan.councils import glenshire
from tests.plan.generated_plans import SINCE, whole
from tests.repository import ROOT

FORMAT = format_named("dundee-2016")
WHOLE = whole()


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_module_of_each_offers_what_makes_it(kind: DocumentKind) -> None:
    module = import_module(DOCUMENTS[kind].module)
    assert hasattr(module, "table_blocks" if kind in GENERATED else "paper_makers")


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_each_makes_papers_of_its_own_kind_with_a_title_and_a_file(kind: DocumentKind) -> None:
    for council in (FORMAT, glenshire()):
        makers = PaperSource(WHOLE, council, form_named, SINCE).makers(kind)
        assert makers or kind == "assessment"
        for make in makers:
            paper = make()
            assert paper.kind == kind or (kind, paper.kind) == ("appendix", "plan")
            assert paper.file.endswith(".docx")
            assert paper.document.sections
            assert make.title


def test_a_paper_that_the_pack_holds_is_laid_out_once_for_both() -> None:
    source = PaperSource(WHOLE, FORMAT, form_named, SINCE)
    (pack,), (plan,) = source.makers("pack"), source.makers("plan")
    sections = pack().document.sections
    assert any(section is plan().document.sections[0] for section in sections)
    assert pack_of(WHOLE, FORMAT, form_named, SINCE).sections == sections


@pytest.mark.parametrize("kind", GENERATED)
def test_a_generated_table_begins_with_the_heading_by_which_it_is_known(kind: DocumentKind) -> None:
    known = GENERATED[kind]
    blocks = generated_blocks(kind, PaperSource(WHOLE, FORMAT, form_named))
    assert blocks[0] == plain(known.heading, "heading-2")
    assert (known.title, known.tells) == tuple(known.offered.split(": "))
    assert known.columns


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_guide_to_formats_has_the_file_of_each(kind: DocumentKind) -> None:
    guide = (ROOT / "docs/formats.md").read_text(encoding="utf-8")
    names = guide.partition("### `[files]`")[2].partition("\n#")[0]
    assert f"| `{kind}` |" in names


def test_the_preview_shows_each_by_a_letter_of_its_own() -> None:
    letters = [DOCUMENTS[kind].letter for kind in PREVIEWED]
    assert len(set(letters)) == len(letters) > 0
