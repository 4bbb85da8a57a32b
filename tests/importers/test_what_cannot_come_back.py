"""Every value of a plan comes back from its papers but these, each for its reason.

docs/guide.md says the same to officers ("How they are laid out"). Of the awkward plan some values
are as no editor of plandesk keeps them: they were written into its file.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from desk.session import PlanSession
from exporters.word.document import word_file_of
from importers.paper import read_paper
from plan.council import DEFAULT_FORMAT
from plan.council.format import form_named, format_named
from plan.model.outline import PlanOutline, built_plan, outline_of
from plan.papers.pack import pack_of
from sample_data.sample import sample_outline
from tests.repository import ROOT

AWKWARD = ROOT.parent / "shared" / "cases" / "templates" / "awkward.plan.json"
FORM = format_named(DEFAULT_FORMAT)
FORMS = tuple(map(form_named, FORM.forms))
NOT_PRINTED = "no paper of this format prints it"
OF_BOTH = {
    ".partnership": NOT_PRINTED,
    ".source.title": NOT_PRINTED,
    ".source.publisher": NOT_PRINTED,
    ".source.published": NOT_PRINTED,
    ".source.pages": NOT_PRINTED,
    ".source.contents": NOT_PRINTED,
    ".source.recommendations": NOT_PRINTED,
}
OF_AWKWARD = {
    ".aims[0].actions[2].success_criteria": "a no-break space in an item is a space, as if typed",
    ".aims[0].actions[3].success_criteria": "a tab in an item is a space, as if typed",
    ".aims[0].actions[2].progress[1].text": "a blank at the end of a text, which no editor keeps",
    ".aims[0].actions[3].text": "three blanks that put words below one another are one in Word",
    ".assessments[0].answers[5].text": "a blank line in an answer of short lines",
}


def values_in(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Yield every value that is filled in, with its place."""
    if is_dataclass(value):
        for field in fields(value):
            yield from values_in(getattr(value, field.name), f"{path}.{field.name}")
    elif isinstance(value, tuple) and value and is_dataclass(value[0]):
        for place, one in enumerate(value):
            yield from values_in(one, f"{path}[{place}]")
    elif value not in ("", (), None, False):
        yield path, value


def lost(outline: PlanOutline, folder: Path) -> set[str]:
    """Return the places of the values that are others once the pack of a plan was read."""
    plan = built_plan(outline, FORM.id)
    path = folder / "pack.docx"
    path.write_bytes(word_file_of(pack_of(plan, FORM, {one.id: one for one in FORMS}.__getitem__)))
    before = dict(values_in(outline_of(plan)))
    after = dict(values_in(read_paper(path, FORM, FORMS).outline))
    return {one for one in {*before, *after} if before.get(one) != after.get(one)}


def test_all_that_the_sample_holds_comes_back_but_what_no_paper_prints(tmp_path: Path) -> None:
    assert lost(sample_outline(), tmp_path) == {*OF_BOTH}


def test_all_that_the_awkward_plan_holds_comes_back_but_these(tmp_path: Path) -> None:
    if not AWKWARD.exists():
        pytest.skip("the awkward plan is not here")
    opened = tmp_path / AWKWARD.name
    opened.write_bytes(AWKWARD.read_bytes())
    outline = outline_of(PlanSession.opened(opened).plan)
    assert lost(outline, tmp_path) == {*OF_BOTH, *OF_AWKWARD}
