"""An appendix with tracked changes: accepted it is the newer plan, rejected the older one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from exporters.word.document import word_file_of
from exporters.word.package import W
from exporters.word.tracked import tracked_word_file
from importers.paper import read_paper
from plan.changes import edits
from plan.changes.change import applied
from plan.council.format import form_named, format_named
from plan.model.outline import NoteOutline, built_plan
from plan.model.plan import Plan
from plan.papers.blocks import Document, plain
from plan.papers.documents import papers
from plan.papers.plan_json import printed_plan
from sample_data.sample import sample_outline
from tests.exporters.conftest import opened, text_of
from tests.exporters.tracked_changes import accepted, rejected
from tests.plan.changes.divergence import Parted, parted

EMPTY = plain("", "heading-2")
WHEN = datetime(2016, 9, 26, 14, 2, tzinfo=UTC)
FORMATS = {name: format_named(name) for name in ("dundee-2016", "plain-council")}


def sample_plan() -> Plan:
    return built_plan(sample_outline(), "dundee-2016")


def appendix(plan: Plan, council: str = "dundee-2016") -> Document:
    (paper,) = papers(plan, FORMATS[council], form_named, "plan")
    return paper.document


def tracked(old: Plan, new: Plan, council: str = "dundee-2016") -> bytes:
    return tracked_word_file(
        appendix(old, council), appendix(new, council), author="A. Officer", when=WHEN
    )


def lines(content: bytes) -> list[str]:
    """Return every paragraph with words, with how it looks and the table row it stands in."""
    return [*_lines(content)]


def _lines(content: bytes) -> Iterator[str]:
    rows = 0
    for element in opened(content).document.iter(f"{W}p", f"{W}tr", f"{W}tc"):
        if element.tag != f"{W}p":
            rows += element.tag == f"{W}tr"
            yield f"{element.tag.removeprefix(W)}"
            continue
        style = element.find(f"{W}pPr/{W}pStyle")
        bold = [
            "b" if run.find(f"{W}rPr/{W}b") is not None else "" for run in element.iter(f"{W}r")
        ]
        text = text_of(element)
        if text or element.getparent().tag == f"{W}tc":  # type: ignore[union-attr]
            look = "" if style is None else style.get(f"{W}val")
            yield f"{look} {any(bold)} {text}"


def assert_both_states(old: Plan, new: Plan, council: str = "dundee-2016") -> bytes:
    content = tracked(old, new, council)
    assert lines(accepted(content)) == lines(word_file_of(appendix(new, council)))
    assert lines(rejected(content)) == lines(word_file_of(appendix(old, council)))
    return content


def read(content: bytes, folder: Path) -> object:
    path = folder / "paper.docx"
    path.write_bytes(content)
    council = FORMATS["dundee-2016"]
    return read_paper(path, council, [form_named(one) for one in council.forms]).outline


def sample_edited() -> tuple[Plan, Plan]:
    """Return the sample, and what an officer made of it in a month."""
    old = new = sample_plan()
    first, second, third, *_ = old.actions
    last = old.actions[-1]
    leads = "\n".join((*first.leads, "Another lead"))
    text = second.text.replace("the", "each", 1)
    new = applied(
        new, edits.set_action_field(new, first.id, "timescale", "By May 2027", name="timescale")
    )
    new = applied(new, edits.set_action_field(new, first.id, "leads", leads, name="leads"))
    new = applied(new, edits.set_action_field(new, second.id, "text", text, name="text"))
    new = applied(new, edits.delete_action(new, third.id))
    new = applied(new, edits.add_action(new, new.aims[1].id, 0, "An action that is new."))
    new = applied(new, edits.add_note(new, last.id, NoteOutline("May 2027", "Done", "It is done.")))
    new = applied(new, edits.delete_aim(new, new.aims[2].id))
    new = applied(new, edits.add_aim(new, len(new.aims), "A new aim"))
    return old, new


@pytest.mark.parametrize("council", FORMATS)
def test_accepted_it_is_the_newer_and_rejected_the_older_paper(council: str) -> None:
    old, new = sample_edited()
    assert_both_states(old, new, council)
    assert_both_states(new, old, council)


def test_our_reader_reads_the_newer_plan_and_rejected_the_older(tmp_path: Path) -> None:
    old, new = sample_edited()
    content = tracked(old, new)
    newer, older = (read(word_file_of(appendix(one)), tmp_path) for one in (new, old))
    assert read(content, tmp_path) == newer
    assert read(accepted(content), tmp_path) == newer
    assert read(rejected(content), tmp_path) == older
    assert older != newer
    assert printed_plan(old) != printed_plan(new)


def test_what_is_the_same_is_not_tracked_and_an_edited_word_alone_is() -> None:
    old = sample_plan()
    action = old.actions[1]
    new = applied(
        old,
        edits.set_action_field(
            old, action.id, "text", action.text.replace("five", "six"), name="text"
        ),
    )
    document = opened(assert_both_states(old, new)).document
    came = ["".join(map(str, one.itertext())) for one in document.iter(f"{W}ins")]
    went = ["".join(map(str, one.itertext())) for one in document.iter(f"{W}del")]
    assert (came, went) == (["six"], ["five"])


def test_each_change_says_who_made_it_and_when_and_has_an_id_of_its_own() -> None:
    document = opened(tracked(*sample_edited())).document
    marks = [*document.iter(f"{W}ins", f"{W}del")]
    assert {one.get(f"{W}author") for one in marks} == {"A. Officer"}
    assert {one.get(f"{W}date") for one in marks} == {"2016-09-26T14:02:00Z"}
    ids = [one.get(f"{W}id") for one in marks]
    assert len(set(ids)) == len(ids) > 10


def test_the_same_states_give_the_same_bytes() -> None:
    old, new = sample_edited()
    assert tracked(old, new) == tracked(old, new)


@pytest.mark.parametrize("council", FORMATS)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(plans=parted)
@pytest.mark.slow
def test_whatever_was_done_to_a_plan_both_states_are_in_the_file(
    council: str, plans: Parted
) -> None:
    assert_both_states(plans.ours, plans.theirs, council)


LISTED = NoteOutline("May 2027", "On track", "Sent to:\n\n- schools\n- the library van")
LATER = NoteOutline("June 2027", "Done", "It is done.")


@pytest.mark.parametrize("is_added", [True, False])
def test_what_is_added_below_a_list_leaves_its_last_item_as_it_was(*, is_added: bool) -> None:
    """Word, and LibreOffice by its own rules, give back the bullet once it is rejected."""
    plan = sample_plan()
    action = plan.actions[0].id
    short = applied(plan, edits.add_note(plan, action, LISTED))
    long = applied(short, edits.add_note(short, action, LATER))
    content = assert_both_states(short, long) if is_added else assert_both_states(long, short)
    document = opened(content).document
    came, went = (
        [" ".join(map(str, one.itertext())) for one in document.iter(f"{W}{name}") if len(one)]
        for name in ("ins", "del")
    )
    assert (came if is_added else went) == ["June 2027 – Done", "It is done."]
    assert (went if is_added else came) == []
    (change,) = document.iter(f"{W}pPrChange")
    (look,) = change.iter(f"{W}pStyle")
    assert look.get(f"{W}val") == ("PlanBullet" if is_added else "PlanCell")


def test_an_empty_heading_that_another_program_leaves_at_the_end_is_no_aim(tmp_path: Path) -> None:
    """LibreOffice leaves one where the last aim is rejected: a text ends in a paragraph."""
    plan = sample_plan()
    document = appendix(plan)
    (section,) = document.sections
    left = replace(document, sections=(replace(section, blocks=(*section.blocks, EMPTY)),))
    assert read(word_file_of(left), tmp_path) == read(word_file_of(document), tmp_path)
