"""What reading costs grows with the paper alone, and what says nothing costs next to nothing.

Work is counted in calls, which are the same on every machine, and never timed.
"""

import sys
from pathlib import Path

import pytest

from importers.errors import UnreadableError
from importers.paper import read_paper
from plan.council.format import form_named, format_named
from tests.importers.plan_papers import HEADER, action_row
from tests.importers.word_files import docx_of, para, row, table

COUNCIL = format_named("dundee-2016")
FORMS = tuple(map(form_named, COUNCIL.forms))
MANY = 400
PLAN = table(HEADER, action_row("1.1"))
EMPTY = {
    "no run": "<w:p/>",
    "no text": "<w:p><w:r/></w:p>",
    "an empty text": "<w:p><w:r><w:t/></w:r></w:p>",
    "properties": '<w:p><w:pPr><w:jc w:val="left"/></w:pPr></w:p>',
}
MOST_CALLS_FOR_EMPTY = 90
MOST_CALLS_FOR_SHORT = 290


def calls_to_read(path: Path) -> int:
    """Return how many functions, ours and the libraries', are called to read a paper."""
    count = 0

    def counted(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        read_paper(path, COUNCIL, FORMS)
    except UnreadableError:
        pass  # it holds no plan; it was read to its end
    finally:
        sys.setprofile(before)
    return count


def calls_for_each(folder: Path, piece: str) -> float:
    """Return how many calls one more `piece` costs in a paper that has many."""
    few = docx_of(folder / "Few.docx", PLAN + piece * MANY)
    calls_to_read(few)  # what is looked up once and kept is kept now
    many = docx_of(folder / "Many.docx", PLAN + piece * 2 * MANY)
    return (calls_to_read(many) - calls_to_read(few)) / MANY


@pytest.mark.parametrize("kind", EMPTY)
def test_an_empty_paragraph_costs_next_to_nothing(tmp_path: Path, kind: str) -> None:
    assert calls_for_each(tmp_path, EMPTY[kind]) <= MOST_CALLS_FOR_EMPTY


def test_a_short_paragraph_is_compared_with_no_heading_anew(tmp_path: Path) -> None:
    assert calls_for_each(tmp_path, para("word")) <= MOST_CALLS_FOR_SHORT


GROWING = {
    **EMPTY,
    "short paragraphs": para("word"),
    "empty rows": table(*[row("")] * 3),
    "small tables": table(row("a", "b")),
    "plans": para("Aim") + PLAN,
    "labels": para("Appendix 2"),
    "tables drawn up": para("Progress summary") + para("Tracing"),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", GROWING)
def test_each_piece_costs_the_same_however_many_there_are(tmp_path: Path, kind: str) -> None:
    _, few, more, most = (  # the first fills what is looked up once and kept
        calls_to_read(docx_of(tmp_path / f"{count}.docx", para("x") + GROWING[kind] * count))
        for count in (50, 50, 100, 200)
    )
    assert most - more <= 2.2 * (more - few)
