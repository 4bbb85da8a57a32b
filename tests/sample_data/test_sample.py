"""The sample: a plan that an officer would recognise, with every form that the app must read."""

import re
import tomllib
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from plan.council import DEFAULT_FORMAT
from plan.council.format import format_named
from plan.council.framework import framework_named
from plan.model.outline import (
    ActionOutline,
    AssessmentOutline,
    PlanOutline,
    ReportOutline,
    built_plan,
    outline_of,
)
from plan.papers.blocks import Text
from plan.papers.markdown import blocks_of, canonical
from plan.reading.pages import read_pages
from plan.reading.progress import read_note, written_note
from plan.reading.source import read_source
from plan.text.clean import clean_line, clean_text
from sample_data.sample import sample_outline

REFERENCE = (
    Path(__file__).resolve().parents[2].parent / "shared" / "reference" / "report-299-2016.txt"
)

SAMPLE = sample_outline()
ACTIONS = [action for aim in SAMPLE.aims for action in aim.actions]
NOTES = [note for action in ACTIONS for note in action.progress]

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
WHEN = rf"{MONTH} \d{{4}}"

TIMESCALE_FORMS = [
    rf"First review {WHEN} and reviewed annually thereafter",
    rf"{WHEN} and six monthly thereafter",
    rf"Next review of progress {WHEN} and six monthly thereafter",
    rf"Next review of progress {WHEN}\. Annual reviews of [a-z ]+ thereafter",
    rf"{WHEN}\. Annual reviews thereafter",
    rf"1st {WHEN}\. First review of progress {WHEN}",
    rf"\d{{1,2}} {WHEN}\. First review of progress {WHEN}",
    WHEN,
    rf"{WHEN} and reviewed annually thereafter",
    rf"First review {WHEN}",
    rf"First review of progress {WHEN} and quarterly thereafter",
    rf"Review {WHEN} and monthly thereafter",
    rf"{WHEN}\. Six monthly reviews of [a-z ]+ thereafter",
    rf"\d{{1,2}} {WHEN}; quarterly reviews thereafter",
]
PAGE_FORMS = [
    r"All",
    r"Page \d+",
    r"Pages \d+(?:, \d+)+",
    r"Pages \d+-\d+, \d+",
    r"\d+-\d+, \d+-\d+",
    r"pp \d+-\d+",
    r"p\.\d+",
]


SPANS = read_source(
    built_plan(SAMPLE, DEFAULT_FORMAT).source, framework_named("care-inspectorate-2014")
).findings


def in_span(page: int, indicator: str) -> bool:
    return any(one.heading == indicator and one.first <= page <= one.last for one in SPANS)


def test_it_has_four_aims_and_more_than_ten_actions() -> None:
    assert len(SAMPLE.aims) == 4
    assert len(ACTIONS) >= 10
    assert all(aim.actions for aim in SAMPLE.aims)
    assert all((SAMPLE.title, SAMPLE.subtitle, SAMPLE.date, SAMPLE.partnership))


@pytest.mark.parametrize("form", TIMESCALE_FORMS)
def test_every_form_of_timescale_is_in_it(form: str) -> None:
    assert any(re.fullmatch(form, action.timescale) for action in ACTIONS)


@pytest.mark.parametrize("form", PAGE_FORMS)
def test_every_form_of_page_reference_is_in_it(form: str) -> None:
    assert any(re.fullmatch(form, action.pages) for action in ACTIONS)


def test_no_timescale_or_page_reference_is_of_any_other_form() -> None:
    for action in ACTIONS:
        assert any(re.fullmatch(form, action.timescale) for form in TIMESCALE_FORMS)
        assert any(re.fullmatch(form, action.pages) for form in PAGE_FORMS)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.text[:20])
def test_every_field_of_an_action_is_filled_and_nothing_is_said_twice(
    action: ActionOutline,
) -> None:
    assert all((action.text, action.pages, action.timescale))
    for items in (action.indicators, action.leads, action.success_criteria):
        assert items
        assert len(set(items)) == len(items)
    assert [other.text for other in ACTIONS].count(action.text) == 1


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.text[:20])
def test_pages_lie_where_the_report_treats_the_indicators_of_the_action(
    action: ActionOutline,
) -> None:
    reading = read_pages(action.pages)
    assert not reading.problem
    assert set(action.indicators) <= {one.heading for one in SPANS}
    if not reading.is_all:
        for page in reading.pages:
            assert any(in_span(page, indicator) for indicator in action.indicators)
        for indicator in action.indicators:
            assert any(in_span(page, indicator) for page in reading.pages)


def test_the_spans_of_the_report_follow_each_other_and_end_within_it() -> None:
    assert len(SPANS) == 9, "a joint inspection evaluates nine indicators"
    for before, after in pairwise(SPANS):
        assert after.first == before.last + 1
    assert SPANS[-1].last < int(SAMPLE.source.pages)


def test_some_actions_have_progress_with_a_date_and_a_status_and_some_have_none() -> None:
    assert 0 < sum(bool(action.progress) for action in ACTIONS) < len(ACTIONS)
    assert any(len(action.progress) > 1 for action in ACTIONS)
    assert any(note.as_at == "26 September 2016" for note in NOTES)
    for note in NOTES:
        assert re.fullmatch(rf"\d{{1,2}} {WHEN}", note.as_at)
        assert note.text
        assert read_note(written_note(note)) == note
    assert any(note.status for note in NOTES)


def test_texts_have_bullets_nested_bullets_bold_and_italic() -> None:
    blocks = [
        block
        for text in [action.text for action in ACTIONS] + [note.text for note in NOTES]
        for block in blocks_of(text)
    ]
    assert {block.bullet for block in blocks} == {None, 0, 1}
    runs = [run for block in blocks for run in block.inlines if isinstance(run, Text)]
    marks = {(run.bold, run.italic) for run in runs}
    assert {(True, False), (False, True), (False, False)} <= marks


def test_some_lists_of_criteria_have_bullets_and_some_have_none() -> None:
    assert {action.bulleted for action in ACTIONS} == {(), ("success_criteria",)}


def test_every_text_is_clean_and_in_its_canonical_spelling() -> None:
    for prose in [action.text for action in ACTIONS] + [note.text for note in NOTES]:
        assert clean_text(prose) == prose
        assert canonical(prose) == prose
    cover = [SAMPLE.title, SAMPLE.subtitle, SAMPLE.date, SAMPLE.partnership]
    for line in cover + [aim.text for aim in SAMPLE.aims]:
        assert clean_line(line) == line
    for action in ACTIONS:
        plain = [action.pages, action.timescale, *action.leads, *action.success_criteria]
        assert [clean_line(line) for line in plain] == plain


def test_it_can_be_built_and_read_again() -> None:
    assert outline_of(built_plan(SAMPLE, DEFAULT_FORMAT)) == SAMPLE


def written_in(name: str) -> dict[str, Any]:
    file = resources.files("sample_data") / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "kind"),
    [("plan", PlanOutline), ("report", ReportOutline), ("assessment", AssessmentOutline)],
)
def test_the_files_have_no_key_that_is_not_read(name: str, kind: type[Any]) -> None:
    TypeAdapter(kind).validate_python(written_in(name), extra="forbid")


def runs_of_words(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def without_fixed_wording(text: str) -> str:
    """Return `text` without what every report of the council says in the same words."""
    sections = format_named(DEFAULT_FORMAT).report.sections
    fixed = [offered for section in sections for offered in section.boilerplate]
    parts = [part for offered in fixed for part in offered.split("…") if len(part.split()) > 1]
    for part in (*sorted(parts, key=len, reverse=True), " of the Minute of Meeting of the "):
        text = text.replace(part, " | ")
    return text


def test_no_sentence_of_the_reference_is_in_it() -> None:
    if not REFERENCE.exists():
        pytest.skip("the reference paper is not beside this checkout")
    official = runs_of_words(REFERENCE.read_text(encoding="utf-8"), 7)
    prose = [SAMPLE.title, *(aim.text for aim in SAMPLE.aims), *(note.text for note in NOTES)]
    for action in ACTIONS:
        prose += [action.text, *action.leads, *action.success_criteria]
    prose += [SAMPLE.report.title, *(passage.text for passage in SAMPLE.report.passages)]
    prose += [appendix.text for appendix in SAMPLE.report.appendices]
    prose += [SAMPLE.source.title, *SAMPLE.source.recommendations]
    prose += [answer.text for one in SAMPLE.assessments for answer in one.answers]
    prose = [without_fixed_wording(text) for text in prose]
    copied = [run for text in prose for run in runs_of_words(text, 7) & official]
    assert copied == []
