"""The public copy: contact blocks empty, and nobody of them left in any text of any kind."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan.council.format import Format, form_named, format_named
from plan.model.documents import DOCUMENTS
from plan.model.fields import SHAPES, described
from plan.model.outline import (
    ActionOutline,
    AimOutline,
    AnswerOutline,
    AppendixOutline,
    AssessmentOutline,
    NoteOutline,
    PassageOutline,
    PlanOutline,
    ReportOutline,
    built_plan,
)
from plan.model.plan import Plan, plan_of
from plan.model.rows import ROW_KINDS, Comment, Consultation, Reason, Row
from plan.papers.blocks import LEFT_OUT, Document, Paragraph
from plan.papers.documents import papers
from plan.papers.leaving_out import GONE, LeavingOut
from plan.papers.linear import lines_of
from plan.papers.public_copy import PublicCopy, public_copy
from plan.papers.report import report_of
from plan.reading.person_names import people_in
from tests.plan.box import whole_paper
from tests.plan.judged_papers import DUNDEE_FORM

DUNDEE = format_named("dundee-2016")
FORMS = {DUNDEE_FORM: form_named(DUNDEE_FORM)}
NAME, TELEPHONE, E_MAIL = "Jane Smith", "01632 960001", "jane.smith@council.example"


def block(name: str = NAME, post: str = "Service Manager") -> tuple[AnswerOutline, ...]:
    """Return the contact block of an assessment, its author filled in."""
    said = {
        "name": name,
        "designation": post,
        "base": "Town House",
        "telephone": TELEPHONE,
        "email": E_MAIL,
    }
    return tuple(AnswerOutline(f"contacts.author.{one}", text) for one, text in said.items())


def plan_with(
    *actions: ActionOutline,
    report: ReportOutline | None = None,
    answers: tuple[AnswerOutline, ...] = (),
    name: str = NAME,
    appendices: tuple[AppendixOutline, ...] = (),
) -> Plan:
    assessment = AssessmentOutline(DUNDEE_FORM, (*block(name), *answers))
    outline = PlanOutline(
        "Plan",
        aims=(AimOutline("Aim", actions),),
        report=replace(report or ReportOutline(), appendices=appendices),
        assessments=(assessment,),
    )
    return built_plan(outline, "dundee-2016")


def copied(plan: Plan, council: Format = DUNDEE) -> PublicCopy:
    return public_copy(plan, council, FORMS)


def with_rows(plan: Plan, *more: Row) -> Plan:
    return plan_of((*(row for name in ROW_KINDS for row in plan.table(name).values()), *more))


def texts(plan: Plan) -> Iterator[str]:
    """Yield all that stands in the fields of a plan."""
    for name in ROW_KINDS:
        for row in plan.table(name).values():
            for field in described(SHAPES[name]):
                value = getattr(row, field)
                yield from (value,) if isinstance(value, str) else map(str, value)


def assert_nobody_in(text: str) -> None:
    words = text.casefold()
    for leak in ("smith", "960001", "council.example"):
        assert leak not in words, text


def answers_of(plan: Plan) -> dict[str, str]:
    return {one.question: one.text for one in plan.answer_rows.values()}


def test_a_contact_block_is_empty_but_for_the_post() -> None:
    plan = plan_with(answers=(AnswerOutline("contacts.manager.name", "Head of Service"),))
    assert {key: text for key, text in answers_of(copied(plan).plan).items() if text} == {
        "contacts.author.designation": "Service Manager",
        "contacts.manager.name": "Head of Service",
    }


def test_who_is_named_there_is_left_out_wherever_it_stands() -> None:
    plan = plan_with(
        ActionOutline(
            "**Jane** Smith and the board meet; J. Smith's notes are kept.",
            leads=("Jane Smith", "Smith, Jane (Service Manager)", "Head of Service"),
            timescale="Ask Ms Smith",
            success_criteria=("Signed by J Smith, Service Manager",),
            own=(("Jane Smith says", "JANE SMITH"),),
            progress=(NoteOutline("1 May 2026", "On track", f"Ring Jane on {TELEPHONE}."),),
        ),
        report=ReportOutline(
            title="Plan by Jane Smith",
            by="Jane Smith, Head of Service",
            passages=(
                PassageOutline("main-text", "heading", "What Jane Smith found"),
                PassageOutline("main-text", "numbered", f"Write to <{E_MAIL}>."),
                PassageOutline(
                    "main-text", "table", "| Who | Where |\n| --- | --- |\n| Jane Smith | x |"
                ),
            ),
            own_sections=("Jane Smith [own-words]",),
        ),
        answers=(AnswerOutline("officers", "J Smith, and the Head of Service."),),
        appendices=(
            AppendixOutline("plan"),
            AppendixOutline("file", "CV of Jane Smith", file="Jane_Smith.pdf"),
        ),
    )
    public = copied(plan).plan
    for text in texts(public):
        assert_nobody_in(text)
    action = public.actions[0]
    assert action.text == f"**{GONE}** and the board meet; {GONE} notes are kept."
    assert action.leads == ("Service Manager", "Head of Service")
    assert public.report.by == "Head of Service"
    assert answers_of(public)["officers"] == f"{GONE}, and the Head of Service."


def test_the_plan_itself_is_as_it_was() -> None:
    plan = plan_with(ActionOutline("Jane Smith leads.", leads=(NAME,)))
    before = tuple(texts(plan))
    copied(plan)
    assert tuple(texts(plan)) == before


def test_a_signatory_who_is_a_contact_stays_in_the_signature_only() -> None:
    report = ReportOutline(signatory=NAME, signatory_post="Executive Director")
    plan = plan_with(ActionOutline("Jane Smith signs."), report=report)
    public = copied(plan)
    assert public.plan.report.signatory == NAME
    assert public.plan.report.signatory_post == "Executive Director"
    assert public.plan.actions[0].text == f"{GONE} signs."
    assert [one.in_words for one in public.signatories] == [NAME]


def test_a_signatory_who_signs_the_assessment_too_stays_there() -> None:
    report = ReportOutline(signatory="Ann Bell")
    answers = (
        AnswerOutline("director-name", "Ann Bell"),
        AnswerOutline("signatures.signature.director", "Ann Bell"),
        AnswerOutline("signatures.signature.author", NAME),
    )
    said = answers_of(copied(plan_with(report=report, answers=answers)).plan)
    assert (said["director-name"], said["signatures.signature.director"]) == ("Ann Bell",) * 2
    assert said["signatures.signature.author"] == ""


def test_posts_groups_dates_pages_and_money_stay() -> None:
    action = ActionOutline(
        "Spend £1,250,000 by 26 September 2026, as in Report 299-2016.",
        pages="Page 12-13",
        indicators=("1.1 Improvements", "QI 5.2"),
        leads=("Service Manager", "Child Protection Committee"),
        timescale="01/02/2027",
    )
    plan = plan_with(action)
    assert copied(plan).plan.action_rows == plan.action_rows


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ann Brown", "Brown bins are emptied."),
        ("Alan Young", "Young people lead the Young Carers group."),
        ("Alice Grant", "A Grant Scheme opens."),
        ("Tess May", "It may open in May 2026."),
        ("Mark Long", "A Long Term Plan. Mark the long day."),
    ],
)
def test_a_surname_that_is_a_word_eats_no_word(name: str, text: str) -> None:
    plan = plan_with(ActionOutline(text, leads=(name,)), name=name)
    action = copied(plan).plan.actions[0]
    assert (action.text, action.leads) == (text, ())


def test_remarks_and_comments_are_gone() -> None:
    plan = with_rows(
        plan_with(ActionOutline("x")),
        Comment(id="c", parent="plan", text="Ask Jane", on_row="x"),
        Reason(id="r", parent="plan", rule="P1", path="x", facts="", reason="She is away."),
        Consultation(id="n", parent="plan", name="Head of Finance", note="Off sick"),
    )
    public = copied(plan)
    assert not public.plan.comment_rows
    assert not public.plan.reason_rows
    assert public.plan.consultation_rows["n"].note == ""
    kinds = [one.kind for one in public.taken]
    assert (kinds.count("remark"), kinds.count("comment")) == (2, 1)


def test_what_was_taken_out_is_told_with_its_place() -> None:
    plan = plan_with(ActionOutline("Jane Smith leads.", leads=(NAME,)))
    told = {(one.kind, one.words, one.place and one.place.path) for one in copied(plan).taken}
    assert ("name", NAME, "action/1.1/text") in told
    assert ("name", NAME, "action/1.1/leads") in told
    assert ("contact", E_MAIL, "assessment/part-4/contacts.author.email") in told


def test_a_contact_in_the_text_of_the_report_counts_as_well() -> None:
    passage = PassageOutline("main-text", "text", "Contact officer: Rosa Quill, Team Leader")
    report = ReportOutline(passages=(passage,))
    plan = plan_with(ActionOutline("Rosa Quill leads.", leads=("R Quill",)), report=report)
    assert not any("Quill" in text for text in texts(copied(plan).plan))


@pytest.mark.parametrize("key", ["Contact officer", "Report author", "Contact", "E-mail"])
def test_a_line_of_the_report_that_is_called_so_is_a_contact_block(key: str) -> None:
    said = f"Rosa Quill, Team Leader, {TELEPHONE}"
    report = ReportOutline(own=((key, said), ("Wards affected", "All")))
    public = copied(plan_with(ActionOutline("Rosa Quill leads."), report=report)).plan
    assert public.report.own == ((key, "Team Leader"), ("Wards affected", "All"))
    assert public.actions[0].text == f"{GONE} leads."


def test_a_table_of_the_report_with_a_telephone_names_contacts() -> None:
    table = f"| Author | Tel |\n| --- | --- |\n| Rosa Quill, Officer | {TELEPHONE} |"
    report = ReportOutline(passages=(PassageOutline("main-text", "table", table),))
    public = copied(plan_with(ActionOutline("Ms Quill leads."), report=report)).plan
    assert not any("Quill" in text or "960001" in text for text in texts(public))
    assert any("Officer" in text for text in texts(public))


def test_no_number_bullet_or_heading_is_left_bare_where_a_whole_text_went() -> None:
    passages = [
        PassageOutline("background", "heading", NAME),
        PassageOutline("background", "numbered", f"{NAME}, {TELEPHONE}"),
        PassageOutline("background", "text", NAME),
        PassageOutline("background", "numbered", f"- {NAME}\n- {TELEPHONE}"),
        PassageOutline("recommendations", "recommendation", E_MAIL),
        PassageOutline("background", "numbered", "What follows."),
    ]
    note = NoteOutline("1 June 2016", "On track", NAME)
    plan = plan_with(
        ActionOutline(NAME, progress=(note,)), report=ReportOutline(passages=tuple(passages))
    )
    plan = plan_with_aim(plan, NAME)
    public = copied(plan)
    for kind in ("report", "plan"):
        (paper,) = papers(public.plan, DUNDEE, form_named, kind)
        assert bare(paper.document) == []
    report = report_of(public.plan, DUNDEE)
    following = "What follows."
    assert label_of(report, following) == label_of(report_of(plan, DUNDEE), following)
    assert len({one.text for one in public.plan.passage_rows.values()} & {LEFT_OUT}) == 1


def test_no_heading_stands_alone_where_all_below_it_is_left_out() -> None:
    passages = (
        PassageOutline("main-text", "text", E_MAIL),
        PassageOutline("main-text", "heading", "Whom to ask"),
        PassageOutline("main-text", "text", TELEPHONE),
        PassageOutline("main-text", "text", E_MAIL),
        PassageOutline("main-text", "heading", "What was done"),
        PassageOutline("main-text", "text", E_MAIL),
        PassageOutline("main-text", "numbered", "Much was done."),
    )
    plan = plan_with(report=ReportOutline(passages=passages))
    passed = copied(plan).plan.passages_of("main-text")
    assert [one.text for one in passed] == [
        LEFT_OUT,
        "Whom to ask",
        LEFT_OUT,
        "",
        "What was done",
        "",
        "Much was done.",
    ]


def plan_with_aim(plan: Plan, text: str) -> Plan:
    """Return a plan with another text of its only aim."""
    (aim,) = plan.aims
    rows = (row for name in ROW_KINDS for row in plan.table(name).values() if row != aim)
    return plan_of((*rows, aim.model_copy(update={"text": text})))


def bare(document: Document) -> list[str]:
    """Return the numbers and bullets of a paper that have no words, and its empty headings."""
    return [
        f"{one.label or one.bullet or one.role}"
        for one in document.blocks
        if isinstance(one, Paragraph)
        and not one.text.strip(" ,;.")
        and (one.label or one.bullet is not None or "heading" in one.role)
    ]


def label_of(document: Document, text: str) -> str:
    (label,) = (
        one.label for one in document.blocks if isinstance(one, Paragraph) and one.text == text
    )
    return label


def test_a_file_name_and_an_author_are_cleaned_as_well() -> None:
    public = copied(plan_with(ActionOutline("x")))
    assert public.without_people("Plan of Jane Smith 01632 960001.docx") == "Plan of .docx"
    assert public.without_people("Children's Services") == "Children's Services"


SURNAMES = ("Smith", "Quill", "O’Brien", "Müller-Łodz", "McAllan", "van der Berg", "Brown", "Young")
FIRSTS = ("Jane", "Seán", "Anne-Marie", "Will", "May", "Agnieszka")
people = st.builds("{} {}".format, st.sampled_from(FIRSTS), st.sampled_from(SURNAMES))
ways = st.sampled_from(
    ("{f} {s}", "{i} {s}.", "{i}. {s}", "Ms {s}", "{s}, {f}", "{f} {s}’s", "**{f}** {s}", "{F} {S}")
)
around = st.sampled_from(("{}", "The board asks {}, who knows.", "- {}", "({})", "Tel: {}"))


def said_in(way: str, name: str) -> str:
    first, surname = name.split(" ", 1)
    return way.format(f=first, s=surname, i=first[0], F=first.upper(), S=surname.upper())


@settings(max_examples=60, deadline=None)
@given(people, ways, around, st.integers(0, 99))
@pytest.mark.slow
def test_no_way_of_saying_a_name_or_a_number_comes_through(
    name: str, way: str, where: str, last: int
) -> None:
    number = f"01632 9600{last:02}"
    text = where.format(said_in(way, name)) + f"\n\nRing {number} or a.b@c.example."
    plan = plan_with(ActionOutline(text, leads=(name, number)), name=name)
    public = copied(plan).plan
    surname = name.split(" ", 1)[1]
    for said in texts(public):
        plain = said.replace("*", "")
        assert surname.casefold() not in plain.casefold(), said
        assert number not in plain
        assert "c.example" not in plain


@given(st.lists(st.sampled_from(("Jane Smith", " ", ",", "(", ")", "01632", "960001", "**", "a"))))
def test_what_is_left_holds_nothing_more_to_leave_out(pieces: list[str]) -> None:
    out = LeavingOut(people_in(NAME))
    for left in (out.line("".join(pieces)), out.prose("".join(pieces))):
        out.found.clear()
        assert out.line(left) == left
        assert out.found == []


def test_every_document_of_the_copy_names_nobody() -> None:
    plan = built_plan(whole_paper(DUNDEE, FORMS[DUNDEE_FORM]), "dundee-2016")
    rows = {row.question: row for row in plan.answer_rows.values()}
    named = {
        "contacts.author.name": NAME,
        "contacts.author.telephone": TELEPHONE,
        "contacts.author.email": E_MAIL,
        "officers": "Jane Smith and J Smith",
    }
    rows_with = tuple(rows[key].model_copy(update={"text": text}) for key, text in named.items())
    public = copied(with_rows(plan, *rows_with)).plan
    for kind in DOCUMENTS:
        for paper in papers(public, DUNDEE, form_named, kind):
            for line in lines_of(paper.document):
                assert_nobody_in(line.text)
            assert_nobody_in(paper.document.title + paper.document.subject)
