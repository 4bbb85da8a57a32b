"""Whatever stands in a paper, in whatever order, it is read or refused: nothing breaks."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers.errors import NoPlanFoundError
from importers.paper import read_paper
from plan.council.form_groups import Questions
from plan.model.outline import PlanOutline, built_plan
from tests.importers.plan_papers import FORM, FORMS, HEADER, action_row
from tests.importers.word_files import BULLETS, cell, docx_of, listed, para, raw, row, run, table
from tests.plan.strategies import lines

_GROUPS = [group for part in FORMS[0].parts for group in part.groups]
_ASKED = [q.text for g in _GROUPS if isinstance(g, Questions) for q in g.questions if q.text]
_LABELS = [f"{line.label}\tWords – 1 May 2021" for line in FORM.report.header]
_HEADINGS = [f"{n}.0\t{one.heading.upper()}" for n, one in enumerate(FORM.report.sections, 1)]
_PARTS = [FORMS[0].title, *(part.heading for part in FORMS[0].parts)]
_OTHERS = [
    *("Appendix 1", "Appendix 2 – Map", "Annex", "4.1\tText", "(a) approve it; and", "May 2021"),
    *("It is recommended that Committee:", "A. Person", "Head of Parks", ""),
]
words = st.sampled_from([*_LABELS, *_HEADINGS, *_PARTS, *_ASKED, *_OTHERS]) | lines
cells = st.lists(words | st.sampled_from(["☒", "☐", "X", "Yes ☒ No ☐"]), min_size=1, max_size=5)
blocks = st.one_of(
    words.map(para),
    words.map(lambda text: raw(run(text, "<w:b/>"))),
    words.map(lambda text: listed(text, 7)),
    st.lists(cells, min_size=1, max_size=4).map(
        lambda rows: table(*(row(*(cell(para(text)) for text in one)) for one in rows))
    ),
    st.just(table(HEADER, action_row("1.1"))),
    st.just("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"),
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=3 * settings().max_examples,
    deadline=None,
)
@given(body=st.lists(blocks, max_size=25))
def test_it_is_read_or_refused(tmp_path: Path, body: list[str]) -> None:
    path = docx_of(tmp_path, "".join(body), numbering=BULLETS)
    try:
        reading = read_paper(path, FORM, FORMS)
    except NoPlanFoundError:
        return
    assert reading.outline != PlanOutline()
    plan = built_plan(reading.outline, FORM.id)
    assert len(plan.aims) == len(reading.outline.aims)
