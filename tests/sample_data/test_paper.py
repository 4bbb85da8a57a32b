"""The sample's report and assessment: whole, of posts only, with two things to put right."""

import re

import pytest

from plan.checks.form.form_judging import wanted
from plan.council import DEFAULT_FORMAT
from plan.council.format import form_named, format_named
from plan.council.report_format import SectionFormat
from plan.model.fields import HEADER_FIELDS, SIGNATURE_FIELDS
from plan.model.outline import PassageOutline, built_plan
from plan.papers.markdown import blocks_of, canonical
from plan.papers.report_paragraphs import KINDS_OF, kept_text
from plan.reading.references import number_problem, reference_problems
from plan.text.clean import clean_line, clean_text
from sample_data.sample import large_outline, sample_outline

SAMPLE = sample_outline()
REPORT = SAMPLE.report
(ASSESSMENT,) = SAMPLE.assessments
ANSWERS = {answer.question: answer for answer in ASSESSMENT.answers}
DUNDEE = format_named(DEFAULT_FORMAT)
FORM = form_named(ASSESSMENT.form)


def passages(section: str) -> list[PassageOutline]:
    return [passage for passage in REPORT.passages if passage.section == section]


def texts() -> list[str]:
    """Return every text of report and assessment."""
    fields_of_report = [getattr(REPORT, name) for name in (*HEADER_FIELDS, *SIGNATURE_FIELDS)]
    appendices = [text for one in REPORT.appendices for text in (one.title, one.text, one.file)]
    words = [*fields_of_report, *appendices, *(answer.text for answer in ASSESSMENT.answers)]
    return [*words, *(passage.text for passage in REPORT.passages)]


def test_every_line_of_header_and_signature_is_filled() -> None:
    for name in DUNDEE.report.printed_fields:
        assert getattr(REPORT, name)
    assert number_problem(REPORT.number, DUNDEE.report) == ""


@pytest.mark.parametrize("section", DUNDEE.report.sections, ids=lambda section: section.id)
def test_every_section_says_something_of_a_kind_that_it_holds(section: SectionFormat) -> None:
    written = passages(section.id)
    assert written
    assert {passage.kind for passage in written} <= set(KINDS_OF[section.kind])


def test_no_passage_lies_outside_the_sections_of_the_format() -> None:
    known = {section.id for section in DUNDEE.report.sections}
    assert {passage.section for passage in REPORT.passages} <= known


def test_there_are_three_recommendations_each_begun_by_a_verb_of_decision() -> None:
    decisions = passages("recommendations")
    assert [passage.kind for passage in decisions] == ["recommendation"] * 3
    verbs = [passage.text.split()[0] for passage in decisions]
    assert verbs == ["approve", "instruct", "note"]


def test_the_main_text_has_sub_headings_numbered_paragraphs_and_nested_bullets() -> None:
    main = passages("main-text")
    assert {passage.kind for passage in main} == {"heading", "numbered"}
    bullets = {block.bullet for passage in main for block in blocks_of(passage.text)}
    assert bullets == {None, 0, 1}


def test_the_minute_that_it_goes_back_to_is_cited_rightly() -> None:
    (purpose,) = passages("purpose")
    assert re.search(r"Article [IVX]+ \([ivx]+\) of the Minute of Meeting", purpose.text)
    assert reference_problems(purpose.text, DUNDEE.report) == ()


def test_every_appendix_that_the_report_cites_is_there_and_cited() -> None:
    assert [appendix.kind for appendix in REPORT.appendices] == ["plan", "text", "file"]
    prose = "\n".join(passage.text for passage in REPORT.passages)
    cited = {int(number) for number in re.findall(r"Appendix (\d)", prose)}
    assert cited == {1, 2, 3}


def test_the_actions_that_it_names_are_in_the_plan() -> None:
    plan = built_plan(SAMPLE, DEFAULT_FORMAT)
    named = set(re.findall(r"actions? (\d\.\d)", "\n".join(texts())))
    assert len(named) >= 4
    assert all(plan.action_at(ref) for ref in named)


def test_the_answers_are_to_questions_of_the_form_and_tick_boxes_that_it_has() -> None:
    for question, answer in ANSWERS.items():
        field = FORM.field(question)
        assert field
        assert set(answer.ticks) <= {option.id for option in field.options}
        assert not answer.text or field.has_text or field.kind in ("line", "prose")


def test_all_is_answered_but_question_7_the_type_of_document_and_private_contacts() -> None:
    blank = [field.question for field in FORM.fields if field.question not in ANSWERS]
    assert blank == [
        "evidence",
        "document-type",
        "contacts.manager.telephone",
        "contacts.manager.email",
        "contacts.author.telephone",
        "contacts.author.email",
    ]


def test_a_check_finds_the_two_things_to_put_right_and_no_others() -> None:
    plan = built_plan(SAMPLE, DEFAULT_FORMAT)
    found = wanted(FORM, plan.answers_of(plan.assessments[0].id))
    assert [(rule.id, rule.severity) for rule in found] == [("E11", "STOP"), ("E27", "FIX")]


def test_report_and_assessment_agree() -> None:
    assert ANSWERS["report-number"].text == REPORT.number
    assert ANSWERS["title"].text == REPORT.title
    attached = "Assessment has been carried out and is attached"
    assert any(attached in passage.text for passage in passages("policy"))


def test_every_text_is_as_an_edit_would_keep_it() -> None:
    for passage in REPORT.passages:
        assert kept_text(passage.kind, passage.text, DUNDEE.report) == passage.text
    for appendix in REPORT.appendices:
        assert canonical(clean_text(appendix.text)) == appendix.text
    for name in (*HEADER_FIELDS, *SIGNATURE_FIELDS):
        assert clean_line(getattr(REPORT, name)) == getattr(REPORT, name)
    for question, answer in ANSWERS.items():
        field = FORM.field(question)
        assert field
        is_prose = field.kind == "prose"
        kept = canonical(clean_text(answer.text)) if is_prose else clean_line(answer.text)
        assert kept == answer.text


def test_nobody_is_named_and_nobody_can_be_rung_up() -> None:
    """A post or a group stands wherever a name could."""
    posts = re.compile(r"(?:Director|Head|Manager|Council)\b")
    people = ("signatures.signature", "contacts.manager.name", "contacts.author.name", "director")
    for question, answer in ANSWERS.items():
        if question.startswith(people):
            assert posts.search(answer.text)
    assert posts.search(REPORT.signatory)
    for text in texts():
        assert "@" not in text
        assert not re.search(r"\b0\d{3,4}[ \d]{5,}", text)
        assert not re.search(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\b", text)


def test_a_large_sample_keeps_the_report_and_the_assessment() -> None:
    for actions in (1, 1_000):
        large = large_outline(actions)
        assert large.report == REPORT
        assert large.assessments == SAMPLE.assessments
