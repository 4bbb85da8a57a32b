"""The committee report as blocks: numbers, header, recommendations, signature, of two councils."""

import pytest

from plan.council.format import Format, format_named
from plan.council.report_format import HeaderLine
from plan.model.fields import PassageKind
from plan.model.rows import REPORT_ID, Report
from plan.papers.blocks import Block, Paragraph, Text
from plan.papers.header_lines import header_text
from plan.papers.report import numbers_of, report_of, section_blocks
from plan.papers.report_sections import section_of
from tests.plan.councils import glenshire
from tests.plan.judged_papers import report_plan

DUNDEE = format_named("dundee-2016")


def section(name: str, *texts: tuple[PassageKind, str]) -> list[str]:
    """Return what a section of Dundee's report prints: labels, a bullet's depth, words."""
    plan = report_plan(*((name, kind, text) for kind, text in texts))
    found = section_of(plan, DUNDEE.report, name)
    assert found
    blocks = section_blocks(plan, found, DUNDEE.report)
    return [shown(block) for block in blocks]


def shown(block: Block) -> str:
    assert isinstance(block, Paragraph)
    bullet = "" if block.bullet is None else "  " * block.bullet + "• "
    return " ".join(filter(None, (block.label, bullet + block.text)))


def roles(document_blocks: tuple[Block, ...], role: str) -> list[str]:
    return [
        shown(block)
        for block in document_blocks
        if isinstance(block, Paragraph) and block.role == role
    ]


def test_an_empty_report_has_its_header_and_every_section() -> None:
    document = report_of(report_plan(), DUNDEE)
    assert [shown(block) for block in document.blocks] == [
        "ITEM No ………",
        "Report to:\t",
        "Report on:\t",
        "Report by:\t",
        "Report no:\t",
        "1.0 Purpose of report",
        "2.0 Recommendations",
        "3.0 Financial implications",
        "4.0 Main text",
        "5.0 Policy implications",
        "6.0 Consultations",
        "7.0 Background papers",
    ]
    assert document.title == DUNDEE.name
    assert document.numbers == ("{1}.0", "{1}.{2}")


def test_headings_and_labels_are_capitals_of_the_style_and_sentence_case_in_the_text() -> None:
    blocks = report_of(report_plan(title="A plan"), DUNDEE).blocks
    capital = [block for block in blocks if isinstance(block, Paragraph) and block.capitals]
    assert {block.role for block in capital} == {"report-line", "section-heading"}
    assert not any(block.text.isupper() for block in capital)


def test_the_header_prints_what_is_filled_in() -> None:
    plan = report_plan(
        item_no="3",
        committee="Children’s Committee",
        meeting_date="26 September 2016",
        title="Improvement plan",
        by="Head of Service",
        number="299-2016",
    )
    texts = [shown(block) for block in report_of(plan, DUNDEE).blocks[:5]]
    assert texts == [
        "ITEM No …3……",
        "Report to:\tChildren’s Committee – 26 September 2016",
        "Report on:\tImprovement plan",
        "Report by:\tHead of Service",
        "Report no:\t299-2016",
    ]
    assert report_of(plan, DUNDEE).subject == "Report no. 299-2016"


@pytest.mark.parametrize(
    ("committee", "meeting_date", "printed"),
    [
        ("Committee", "", "Committee"),
        ("", "26 September 2016", "26 September 2016"),
        ("– Committee –", "", "– Committee –"),
        ("", "", ""),
    ],
)
def test_a_blank_field_leaves_neither_gap_nor_dash_and_takes_nothing_of_what_was_typed(
    committee: str, meeting_date: str, printed: str
) -> None:
    line = HeaderLine(label="Report to:", text="{committee} – {meeting_date}")
    report = Report(id=REPORT_ID, committee=committee, meeting_date=meeting_date)
    assert header_text(report, line) == printed


def test_words_before_the_first_field_stay_and_what_closes_the_last_goes_with_it() -> None:
    line = HeaderLine(text="To the {committee} ({meeting_date})")
    assert header_text(Report(id=REPORT_ID, committee="Council"), line) == "To the Council"
    whole = Report(id=REPORT_ID, committee="Council", meeting_date="1 May 2020")
    assert header_text(whole, line) == "To the Council (1 May 2020)"
    assert header_text(Report(id=REPORT_ID), line) == ""


def test_braces_that_an_officer_types_are_words() -> None:
    line = HeaderLine(text="{committee} – {meeting_date}")
    report = Report(id=REPORT_ID, committee="{title} {0}", meeting_date="{")
    assert header_text(report, line) == "{title} {0} – {"


def test_numbered_paragraphs_count_on_past_headings_and_plain_ones() -> None:
    assert section(
        "main-text",
        ("heading", "Findings"),
        ("numbered", "First"),
        ("text", "Between"),
        ("numbered", "Second:\n\n- one\n  - deeper"),
        ("heading", "Next"),
        ("numbered", ""),
        ("numbered", "Last"),
    ) == [
        "Findings",
        "4.1 First",
        "Between",
        "4.2 Second:",
        "• one",
        "  • deeper",
        "Next",
        "4.3",
        "4.4 Last",
    ]


def test_a_numbered_paragraph_that_begins_with_a_bullet_still_has_its_number() -> None:
    assert section("main-text", ("numbered", "- one\n- two")) == ["4.1 one", "• two"]


def test_recommendations_are_a_list_with_the_joiner_between_and_a_stop_at_the_end() -> None:
    assert section(
        "recommendations",
        ("recommendation", "approve the plan"),
        ("recommendation", "note:\n\n- the cost\n- the risk"),
        ("recommendation", "instruct the **Director**"),
    ) == [
        "It is recommended that Committee:",
        "• approve the plan; and",
        "• note:",
        "  • the cost",
        "  • the risk; and",
        "• instruct the Director.",
    ]


def test_the_lead_in_is_printed_only_before_recommendations() -> None:
    assert section("recommendations", ("text", "None.")) == ["None."]


def test_a_text_after_the_last_recommendation_does_not_take_its_stop() -> None:
    assert section("recommendations", ("recommendation", "note this"), ("text", "After")) == [
        "It is recommended that Committee:",
        "• note this.",
        "After",
    ]


def test_boilerplate_is_offered_and_never_printed_by_itself() -> None:
    printed = {shown(block) for block in report_of(report_plan(), DUNDEE).blocks}
    offered = [text for one in DUNDEE.report.sections for text in one.boilerplate]
    assert offered
    assert printed.isdisjoint(offered)


def test_what_an_officer_made_of_boilerplate_is_printed_untouched() -> None:
    text = "There are *some* financial implications:\n\n- **£40,000**; and\n- more"
    assert section("financial", ("text", text)) == [
        "There are some financial implications:",
        "• £40,000; and",
        "• more",
    ]


def test_the_signature_leaves_blank_lines_out() -> None:
    plan = report_plan(signatory="", signatory_post="Director", signed_on="September 2016")
    blocks = report_of(plan, DUNDEE).blocks
    assert roles(blocks, "signatory") == []
    assert roles(blocks, "signatory-post") == ["Director", "September 2016"]


def test_another_council_prints_its_header_numbers_joiner_and_signature() -> None:
    council = glenshire()
    plan = report_plan(
        ("summary", "numbered", "In short"),
        ("decisions", "recommendation", "agree it"),
        ("decisions", "recommendation", "note it"),
        ("implications", "numbered", "None"),
        item_no="7",
        number="HC/41/20",
        committee="Highland Committee",
        meeting_date="1 May 2020",
        title="Better together",
        by="Chief Officer",
        signatory="Not printed",
        signatory_post="Chief Officer",
        signed_on="April 2020",
    )
    document = report_of(plan, council)
    assert [shown(block) for block in document.blocks] == [
        "Glenshire Council",
        "Agenda Item\t7",
        "Report No\tHC/41/20",
        "Committee\tHighland Committee",
        "Date\t1 May 2020",
        "Report Title\tBetter together",
        "Report By\tChief Officer",
        "1. Summary",
        "1.1 In short",
        "2. What Members are asked to decide",
        "Members are invited to:",
        "• agree it, and",
        "• note it.",
        "3. The story so far",
        "4. Implications",
        "4.1 None",
        "5. Engagement",
        "6. What happens next",
        "Chief Officer",
        "April 2020",
    ]
    assert document.numbers == ("{1}.", "{1}.{2}")
    assert not any(isinstance(one, Paragraph) and one.capitals for one in document.blocks)
    assert document.sections[0].footer == "Glenshire, page {page} of {pages}"


def test_the_label_of_a_header_line_is_bold_and_its_text_is_not() -> None:
    blocks = report_of(report_plan(title="A plan"), DUNDEE).blocks
    (line,) = [one for one in blocks if isinstance(one, Paragraph) and "A plan" in one.text]
    assert line.inlines == (Text("Report on:\t", bold=True), Text("A plan"))


def test_numbers_follow_the_format() -> None:
    odd = with_numbers("§{section}", "§{section}-{paragraph}")
    assert numbers_of(odd.report) == ("§{1}", "§{1}-{2}")
    document = report_of(report_plan(("main-text", "numbered", "a")), odd)
    assert "§4 Main text" in roles(document.blocks, "section-heading")
    assert roles(document.blocks, "numbered") == ["§4-1 a"]


def with_numbers(section_number: str, paragraph_number: str) -> Format:
    numbers = {"section_number": section_number, "paragraph_number": paragraph_number}
    return DUNDEE.model_copy(update={"report": DUNDEE.report.model_copy(update=numbers)})


def test_every_block_of_a_report_is_a_paragraph() -> None:
    """The header is paragraphs with a tab, never a table."""
    plan = report_plan(("purpose", "text", "Why"), title="A plan", signatory="Director")
    blocks = report_of(plan, DUNDEE).blocks
    assert all(isinstance(block, Paragraph) for block in blocks)
