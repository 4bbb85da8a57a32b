"""The plan of the real paper of 2016 is read whole: structure, refs, pages, timescales, digests."""

import hashlib
from pathlib import Path

import pytest

from importers.paper import PaperReading, read_paper
from plan.council import DEFAULT_FORMAT
from plan.council.format import form_named, format_named
from plan.model.outline import ActionOutline, built_plan

PAPER = Path(__file__).resolve().parents[2].parent / "shared/reference/report-299-2016.docx"


@pytest.fixture(scope="module")
def reading() -> PaperReading:
    if not PAPER.exists():
        pytest.skip("the reference paper is not beside this checkout")
    council = format_named(DEFAULT_FORMAT)
    return read_paper(PAPER, council, tuple(map(form_named, council.forms)))


@pytest.fixture(scope="module")
def actions(reading: PaperReading) -> dict[str, ActionOutline]:
    return {
        f"{number}.{place}": action
        for number, aim in enumerate(reading.outline.aims, 1)
        for place, action in enumerate(aim.actions, 1)
    }


def digest(*texts: str) -> str:
    return hashlib.sha256("\n".join(texts).encode("utf-8")).hexdigest()[:16]


PRINTED = {
    "1.1": ("Pages 9, 18, 19", "First review December 2016 and reviewed annually thereafter"),
    "2.1": ("All", "September 2016 and six monthly thereafter"),
    "2.2": (
        "Pages 12, 13, 15, 16, 17, 20, 22, 24, 25, 26, 27",
        "Next review of progress September 2016 and six monthly thereafter",
    ),
    "2.3": (
        "Pages 12, 13, 16, 19, 20, 21, 22, 24, 25, 26, 27, 36",
        (
            "Next review of progress September 2016. Annual reviews of learning and organisational"
            " development thereafter"
        ),
    ),
    "3.1": ("Pages 21, 25, 26, 35, 36", "December 2016. Annual reviews thereafter"),
    "4.1": (
        "Pages 8, 10, 14, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37",
        "1st April 2017. First review of progress September 2016",
    ),
    "4.2": (
        "Pages 8, 10, 14, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37",
        "1st April 2017. First review of progress September 2016",
    ),
    "4.3": ("Pages 28, 29, 32, 34", "September 2016"),
    "4.4": ("Pages 10, 11, 12, 14, 15", "1st April 2017. First review of progress September 2016"),
    "4.5": ("Pages 11, 37", "December 2016 and six monthly thereafter"),
}
AMOUNTS = {
    "1.1": (2, 1, 5),
    "2.1": (4, 4, 3),
    "2.2": (4, 2, 2),
    "2.3": (4, 4, 5),
    "3.1": (3, 2, 3),
    "4.1": (4, 1, 1),
    "4.2": (4, 1, 1),
    "4.3": (2, 1, 4),
    "4.4": (2, 1, 2),
    "4.5": (2, 1, 3),
}
"""How many indicators, leads and success criteria."""
AIMS = (
    (141, "d1f42783cf99a27d"),
    (159, "0d541f031d95b498"),
    (143, "2694020d2a1fb3a1"),
    (170, "484d63d84180e1f5"),
)
LAST_DIGEST = "5c558dbe86217d58"


def test_the_cover_is_read(reading: PaperReading) -> None:
    outline = reading.outline
    assert digest(outline.title) == "d179cbeff09469fa"
    assert (outline.subtitle, outline.date) == ("Improvement Plan", "June 2016")


def test_there_are_four_aims(reading: PaperReading) -> None:
    assert tuple((len(aim.text), digest(aim.text)) for aim in reading.outline.aims) == AIMS


def test_pages_and_timescales_are_as_printed(actions: dict[str, ActionOutline]) -> None:
    found = {ref: (action.pages, action.timescale) for ref, action in actions.items()}
    assert found == PRINTED


def test_lists_have_one_item_a_line(actions: dict[str, ActionOutline]) -> None:
    found = {
        ref: (len(action.indicators), len(action.leads), len(action.success_criteria))
        for ref, action in actions.items()
    }
    assert found == AMOUNTS


def test_slashes_never_split_a_lead(actions: dict[str, ActionOutline]) -> None:
    (lead,) = actions["4.5"].leads
    assert lead.startswith("JMG/COG/CPC/")
    assert actions["4.1"].leads[0].count("/") == 5


def test_bullets_are_kept(actions: dict[str, ActionOutline]) -> None:
    bulleted = {ref: action.bulleted for ref, action in actions.items() if action.bulleted}
    assert bulleted == {"3.1": ("success_criteria",), "4.3": ("success_criteria",)}
    paragraphs = actions["4.4"].text.split("\n")
    assert [line.startswith("- ") for line in paragraphs] == [False, False, True, True, True]


def test_no_action_has_progress_yet(actions: dict[str, ActionOutline]) -> None:
    assert all(action.progress == () for action in actions.values())
    assert digest(actions["4.5"].text) == LAST_DIGEST


def test_every_cell_says_what_another_reader_finds_in_it(actions: dict[str, ActionOutline]) -> None:
    """The paper has none of the shapes that python-docx loses, so it must agree to the letter."""
    import docx

    tables = [table for table in docx.Document(str(PAPER)).tables if len(table.columns) == 8]
    assert len(tables) == len(actions)
    for table, (ref, action) in zip(tables, actions.items(), strict=True):
        cells = [
            [paragraph.text for paragraph in cell.paragraphs if paragraph.text]
            for cell in table.rows[1].cells
        ]
        lists = (action.indicators, action.leads)
        plain = action.text.replace("\n\n", "\n").replace("\n- ", "\n").split("\n")
        ours = [[ref], plain, [action.pages], *map(list, lists), [action.timescale]]
        assert [*ours, list(action.success_criteria), []] == cells


def test_its_oddities_are_listed_and_no_others(reading: PaperReading) -> None:
    odd = [(one.place, one.text) for one in reading.remarks if one.kind == "oddity"]
    assert [place for place, _ in odd] == ["2.3", "4.3", "Report"]
    assert "named more than once" in odd[0][1]
    assert "ends in a full stop" in odd[1][1]
    assert "speaks of Appendix 2" in odd[2][1]


def test_a_plan_can_be_made_of_it(reading: PaperReading) -> None:
    plan = built_plan(reading.outline, DEFAULT_FORMAT)
    assert [plan.ref_of(action.id) for action in plan.actions] == list(PRINTED)
