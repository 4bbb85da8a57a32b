"""The comments of a plan go out as comments of Word, and come back as the same comments."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.exporting import WITH_COMMENTS, Export
from desk.resolved_comments import with_resolved_answered
from exporters.word.document import word_file_of
from exporters.word.package import COMMENTS_PART, DOCUMENT_PART, parts_of
from exporters.word.tracked import tracked_word_file
from importers.account.account import Account
from importers.paper import read_with_account
from plan.changes import edits
from plan.changes.change import applied
from plan.changes.edits.reasons import give_reason
from plan.checks.actions.plan_checks import comments_are_answered
from plan.checks.paper import Paper
from plan.council.format import form_named, format_named
from plan.model.documents import DocumentKind
from plan.model.outline import CommentOutline, PlanOutline, built_plan, outline_of
from plan.model.plan import Plan
from plan.papers.blocks import Document
from plan.papers.choices import Choices
from plan.papers.comments import RESOLVED, answer_to, parted_answer
from plan.papers.documents import Occasion, papers
from sample_data.sample import sample_outline
from tests.exporters.tracked_changes import accepted, rejected

COUNCIL = format_named("dundee-2016")
FORMS = [form_named(one) for one in COUNCIL.forms]
WHEN = datetime(2016, 9, 26, 14, 2, tzinfo=UTC)
SAMPLE = sample_outline()
WITH = Occasion(choices=Choices(has_comments=True))
COMMENTED = [
    *[CommentOutline(on_table="plan", on_field=one) for one in ("", "title", "subtitle", "date")],
    *[CommentOutline(on_table="aims", on_field="text", number=one) for one in range(4)],
    *[
        CommentOutline(on_table="actions", on_field=field, number=number)
        for number in (0, 1, 5, 15)
        for field in ("", "text", "pages", "indicators", "leads", "timescale", "progress")
    ],
    *[CommentOutline(on_table="report", on_field=one) for one in ("title", "committee", "by")],
    *[CommentOutline(on_table="passages", on_field="text", number=one) for one in (0, 1, 2)],
    CommentOutline(on_table="appendices", on_field="title", number=1),
    CommentOutline(on_table="assessments"),
    *[
        CommentOutline(on_table="assessments", on_field=answer.question)
        for answer in SAMPLE.assessments[0].answers
    ],
]
"""What a comment can be on, as a Word file is read."""


def commented(comments: Iterable[CommentOutline]) -> Plan:
    outline = replace(SAMPLE, comments=tuple(comments))
    return with_resolved_answered(
        built_plan(outline, "dundee-2016"), outline, COUNCIL, {one.id: one for one in FORMS}
    )


def document_of(plan: Plan, kind: DocumentKind = "pack", occasion: Occasion = WITH) -> Document:
    document = papers(plan, COUNCIL, form_named, kind, occasion)[0].document
    return replace(document, dates=(None, WHEN))


def word_of(plan: Plan, kind: DocumentKind = "pack") -> bytes:
    return word_file_of(document_of(plan, kind), author="A. Officer")


def read(content: bytes, folder: Path) -> tuple[PlanOutline, Account]:
    path = folder / "paper.docx"
    path.write_bytes(content)
    reading = read_with_account(path, COUNCIL, FORMS)
    return reading.outline, reading.account


def answered(plan: Plan, answer: str) -> Plan:
    """Return the plan with its first comment answered."""
    forms = {one.id: one for one in FORMS}
    found, *_ = comments_are_answered.findings(Paper(plan, COUNCIL, WHEN.date(), forms))
    return applied(plan, give_reason(plan, found, answer, given_on="26 September 2016"))


def test_each_comment_comes_back_on_the_field_it_was_on(tmp_path: Path) -> None:
    said = [replace(one, text=f"No. {place}?") for place, one in enumerate(COMMENTED)]
    outline, account = read(word_of(commented(said)), tmp_path)
    assert sorted(outline.comments, key=lambda one: one.text) == sorted(
        said, key=lambda one: one.text
    )
    assert account.unaccounted == ()


def test_out_in_and_out_again_gives_the_same_bytes_and_doubles_nothing(tmp_path: Path) -> None:
    plan = commented(replace(one, text=f"{n}?\nWell?") for n, one in enumerate(COMMENTED))
    outline, _ = read(word_of(plan, "plan"), tmp_path)
    first = word_of(built_plan(outline, "dundee-2016"), "plan")
    again, _ = read(first, tmp_path)
    assert again.comments == outline.comments
    assert word_of(built_plan(again, "dundee-2016"), "plan") == first
    assert len(again.comments) == sum(
        one.on_table in ("plan", "aims", "actions") for one in COMMENTED
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.builds(
            lambda one, text: replace(one, text=text),
            st.sampled_from([one for one in COMMENTED if one.on_table in ("aims", "actions")]),
            st.text("ab &<>\"'é…✓", min_size=1).map(lambda text: f"?{text}!"),
        ),
        max_size=5,
    )
)
def test_whatever_is_said_comes_back(tmp_path: Path, said: list[CommentOutline]) -> None:
    outline, _ = read(word_of(commented(said), "plan"), tmp_path)

    def as_set(comments: Iterable[CommentOutline]) -> list[tuple[object, ...]]:
        return sorted(
            (c.on_table, c.number, c.on_field, " ".join(c.text.split())) for c in comments
        )

    assert as_set(outline.comments) == as_set(said)


def test_they_say_who_sends_them_and_when_and_stand_at_their_words() -> None:
    plan = commented([CommentOutline("By when?", "actions", "timescale", 1)])
    parts = parts_of(word_of(plan, "plan"))
    said = parts[COMMENTS_PART].decode()
    assert 'w:author="A. Officer" w:initials="AO" w:date="2016-09-26T14:02:00Z"' in said
    (anchored,) = re.findall(
        r'<w:commentRangeStart w:id="0"/>(.*?)<w:commentRangeEnd w:id="0"/>',
        parts[DOCUMENT_PART].decode(),
    )
    assert re.sub("<[^>]+>", "", anchored) == plan.actions[1].timescale
    assert parts[DOCUMENT_PART].count(b"commentReference") == 1


def test_a_comment_on_an_empty_field_stands_in_its_empty_cell(tmp_path: Path) -> None:
    plan = commented([CommentOutline("By when?", "actions", "timescale", 1)])
    action = plan.actions[1].id
    plan = applied(plan, edits.set_action_field(plan, action, "timescale", "", name="timescale"))
    outline, _ = read(word_of(plan, "plan"), tmp_path)
    assert outline.comments == (CommentOutline("By when?", "actions", "timescale", 1),)


def test_one_whose_row_is_gone_is_on_the_plan_as_a_whole(tmp_path: Path) -> None:
    plan = commented([CommentOutline("By when?", "actions", "timescale", 1)])
    plan = applied(plan, edits.delete_action(plan, plan.actions[1].id))
    outline, _ = read(word_of(plan, "plan"), tmp_path)
    assert outline.comments == (CommentOutline("By when?"),)


def test_one_on_what_the_paper_does_not_print_stands_where_its_row_begins(tmp_path: Path) -> None:
    plan = commented([CommentOutline("By when?", "actions", "timescale", 1)])
    occasion = Occasion(choices=Choices(columns=("ref", "text"), has_comments=True))
    outline, _ = read(word_file_of(document_of(plan, "plan", occasion)), tmp_path)
    assert outline.comments == (CommentOutline("By when?", "actions", "", 1),)


@pytest.mark.parametrize("answer", ["It is May.\nSee 1.2.", "Answer: no"])
def test_an_answer_goes_with_its_comment_and_comes_back(tmp_path: Path, answer: str) -> None:
    plan = answered(commented([CommentOutline("By when?\nMay?", "actions", "text", 1)]), answer)
    outline, account = read(word_of(plan, "plan"), tmp_path)
    (one,) = outline.comments
    assert (one.text, one.is_resolved, one.answer) == ("By when?\nMay?", True, answer)
    assert account.unaccounted == ()
    again = commented(outline.comments)
    assert [answer_to(again, one) for one in again.comments] == [answer]
    assert word_of(again, "plan") == word_of(plan, "plan")


def test_that_it_was_resolved_in_word_is_no_words_of_anybody(tmp_path: Path) -> None:
    plan = answered(commented([CommentOutline("By when?", "actions", "text", 1)]), RESOLVED)
    outline, _ = read(word_of(plan, "plan"), tmp_path)
    assert [(one.text, one.is_resolved, one.answer) for one in outline.comments] == [
        ("By when?", True, "")
    ]


def test_an_answer_is_parted_from_its_comment_only_below_it() -> None:
    assert parted_answer("Answer: yes") == ("Answer: yes", "")
    assert parted_answer("Which?\nAnswer: both\nand more") == ("Which?", "both\nand more")


def test_a_paper_has_none_unless_that_was_chosen() -> None:
    plan = commented(replace(one, text="?") for one in COMMENTED)
    content = word_file_of(document_of(plan, occasion=Occasion()))
    bare = built_plan(replace(outline_of(plan), comments=()), "dundee-2016")
    assert content == word_file_of(document_of(bare, occasion=Occasion()))
    assert not any("comments" in name for name in parts_of(content))


def test_only_word_files_have_them_and_a_public_copy_never_has(tmp_path: Path) -> None:
    plan = commented([CommentOutline("Who is that?", "actions", "leads", 1)])
    ways = ("docx", "html", "md")
    export = Export(plan, "Plan", "plan", tmp_path, choices=Choices(has_comments=True), ways=ways)
    done = list(export.write())
    names = {one.path.name for one in done}
    assert {name for name in names if WITH_COMMENTS in name} == {
        name for name in names if name.endswith(".docx")
    }
    assert "1 comment of the plan's" in done[0].sentence
    for path in tmp_path.iterdir():
        is_word = path.suffix == ".docx"
        content = b"".join(parts_of(path.read_bytes()).values()) if is_word else path.read_bytes()
        assert (b"Who is that?" in content) == is_word
    public = replace(export, copy="public", ways=("docx",), folder=tmp_path / "public")
    (one,) = public.write()
    assert WITH_COMMENTS not in one.path.name
    parts = parts_of(one.path.read_bytes())
    assert COMMENTS_PART not in parts
    assert not any(b"Who is that?" in part or b"commentRef" in part for part in parts.values())


def test_each_file_of_a_set_has_its_own_numbers(tmp_path: Path) -> None:
    """What several papers have in common is written once, but not where a comment is in it."""
    plan = commented(replace(one, text=f"{n}?") for n, one in enumerate(COMMENTED))
    export = Export(plan, "Plan", "pack", tmp_path, choices=Choices(has_comments=True))
    files = [one.path for one in export.write()]
    assert len(files) > 2
    for path in files:
        parts = parts_of(path.read_bytes())
        said = parts.get(COMMENTS_PART, b"").decode()
        numbers = re.findall(r'<w:comment w:id="(\d+)"', said)
        body = parts[DOCUMENT_PART].decode()
        assert re.findall(r'<w:commentReference w:id="(\d+)"', body) == numbers
        assert len(numbers) == len(set(numbers))
    assert parts_of(files[0].read_bytes())[COMMENTS_PART].count(b"<w:comment ") == len(COMMENTED)


def test_beside_tracked_changes_they_are_those_of_the_newer_plan(tmp_path: Path) -> None:
    old = commented([])
    new = commented(
        [
            CommentOutline("Which?", "actions", "timescale", 0),
            CommentOutline("Why?", "actions", "text", 1),
            CommentOutline("New?", "actions", "leads", 2),
        ]
    )
    for field, text in (("timescale", "By May 2027"), ("text", "Something else altogether.")):
        number = 0 if field == "timescale" else 1
        change = edits.set_action_field(new, new.actions[number].id, field, text, name=field)
        new = applied(new, change)
    content = tracked_word_file(
        document_of(old, "plan", Occasion()), document_of(new, "plan"), author="A", when=WHEN
    )
    for state in (content, accepted(content)):
        outline, _ = read(state, tmp_path)
        assert outline.comments == outline_of(new).comments
    older, _ = read(rejected(content), tmp_path)
    assert replace(older, comments=()) == read(word_of(old, "plan"), tmp_path)[0]
