"""Which sentences promise that somebody comes back to the committee, and by when."""

from datetime import date

import pytest
from hypothesis import given

from plan.reading.promises import promises_in, read_by_when, said_when
from tests.plan.strategies import any_texts

MEETING = date(2026, 3, 2)
DECIDED = {
    "ask the Head of Parks to report to the Committee every six months, the first report to be "
    "made by 30 September 2026": (
        "every six months, the first report to be made by 30 September 2026"
    ),
    "agree that the results be published on the website by 31 May 2026": "by 31 May 2026",
    "instruct the Director to publish the strategy no later than 1 June 2026": (
        "no later than 1 June 2026"
    ),
    "ask the Director to bring a review of the first year of the new service to Committee by "
    "June 2028": "by June 2028",
    "agree that the Executive Director reports on its results within twelve months": (
        "within twelve months"
    ),
    "remits the Director of Education to report on attendance at the end of each session": (
        "each session"
    ),
    "request that officers report on savings by June 2027": "by June 2027",
    "report back to the Board by June 2027": "by June 2027",
    "that the Director submits a further report in twelve months": "in twelve months",
    "a further report be brought to Committee in March 2027": "in March 2027",
    "Requires the Chief Executive to lay a report before Council by 31 December 2026": (
        "by 31 December 2026"
    ),
    "Notes that an annual performance report will be presented each August": "each August",
    "Delegates authority to finalise the plan and to report it to the Committee in May 2026": (
        "in May 2026"
    ),
    "Agrees to consider a progress report at its November 2026 meeting": (
        "at its November 2026 meeting"
    ),
    "instructs the Executive Director to report progress to this Committee by 30 June 2027": (
        "by 30 June 2027"
    ),
    "instructs the Chief Officer to submit a further report in twelve months": "in twelve months",
    "asks the Head of Service to bring back a report to the next meeting": "to the next meeting",
    "agrees that a progress report be submitted to Committee in December 2026": "in December 2026",
    "remit to the Director to report back within six months": "within six months",
    "agree to receive an update report in June 2027 and annually thereafter": (
        "in June 2027 and annually thereafter"
    ),
    "request that the Chief Officer provides an update to the Board every six months": (
        "every six months"
    ),
    "requests an update report on delivery in twelve months": "in twelve months",
    "notes that progress will be reported to this Committee on a six-monthly basis": (
        "on a six-monthly basis"
    ),
    "instructs the Executive Director to report back on progress annually": "annually",
    "instructs that updates are reported to Committee on a quarterly basis": "on a quarterly basis",
    "direct the Chief Officer to provide a briefing to elected members within three months": (
        "within three months"
    ),
    "Instructs officers to return to Committee with costed options by March 2027": "by March 2027",
    "approve the plan and instruct a review, the findings of which will be reported to Committee "
    "in twelve months": "in twelve months",
}
WRITTEN = {
    "The estate strategy comes to the Committee in October 2027.": "in October 2027",
    "The Council receives the evaluation on 24 June 2027.": "on 24 June 2027",
    "The Cabinet considers the outline business case in November 2027.": "in November 2027",
    "A second paper follows in March 2028.": "in March 2028",
    "An updated risk register is presented to the Board in May 2027.": "in May 2027",
    "We will let the Board know how the trial went by 31 May 2027.": "by 31 May 2027",
    "The Committee’s agreement to the design will be sought in August 2027.": "in August 2027",
    "Costed options for the hall will be put before members in May 2027.": "in May 2027",
    "An evaluation of the trial is due to come to the Committee by 30 June 2027.": (
        "by 30 June 2027"
    ),
    "A paper on rents is timetabled for the February 2027 committee.": ("February 2027 committee"),
    "The Director undertakes to inform members of the result by the end of 2027.": (
        "by the end of 2027"
    ),
    "A progress report is scheduled for the Committee's meeting of 14 November 2026.": (
        "14 November 2026"
    ),
    "The Director will return with a full business case before the end of the year.": (
        "before the end of the year"
    ),
    "The findings of the review will be brought back to members by the autumn.": "by the autumn",
    "Six-monthly progress reports will be submitted to the Education Committee.": "Six-monthly",
    "Should the bid succeed, a report will be presented to the May Committee.": (
        "to the May Committee"
    ),
    "The Service undertakes to bring the evaluation before Committee in May 2027.": "in May 2027",
    "A further report will be presented to the Committee in twelve months.": "in twelve months",
    "Officers will report by 30 June 2027.": "by 30 June 2027",
    "Progress will be reported to this Committee every six months.": "every six months",
    "The Partnership will bring an update to the Board before the summer recess.": (
        "before the summer recess"
    ),
    "It is intended that an annual report will be submitted to Committee each September.": (
        "each September"
    ),
    "It is proposed to bring a further report before the end of the financial year.": (
        "before the end of the financial year"
    ),
    "A final report will follow in March 2027.": "in March 2027",
    "The plan will be brought back to Committee for approval in August 2026.": "in August 2026",
    "A detailed business case will be presented to Council in October 2026.": "in October 2026",
    "Committee will be updated on progress in twelve months.": "in twelve months",
    "Regular progress reports will be provided to members.": "",
    "Update reports will be submitted to the Scrutiny Panel twice a year.": "twice a year",
    "Findings from the audit are to be reported to the Audit Committee in May 2027.": "in May 2027",
    "Members can expect a verbal update at the meeting on 12 May 2027.": "on 12 May 2027",
    "The Clerk will table revised standing orders at the Council meeting of 24 June 2027.": (
        "at the Council meeting of 24 June 2027"
    ),
    "An update on recruitment will follow in the autumn.": "in the autumn",
    "Members asked that a report on transport costs be brought to them by May 2027.": "by May 2027",
    "Officers intend to seek approval for the business case at the Council meeting in May 2027.": (
        "in May 2027"
    ),
    "The Committee will be asked to approve the final plan in June 2027.": "in June 2027",
    "The action plan will be reviewed annually and the results reported to Committee.": "annually",
    "An implementation plan will be submitted for the Committee's approval in May 2027.": (
        "in May 2027"
    ),
    "Further detail will be provided to Committee in due course.": "in due course",
    "In the autumn officers will bring a report to Committee.": "In the autumn",
    "After the consultation, which is to end in May 2026, a report will be brought to Committee in "
    "August 2027.": "in August 2027",
}
NO_PROMISE = (
    "The purpose of this report is to tell the Committee what was done by June 2026.",
    "The grant will be paid to the council in June 2027.",
    "Parents are to be told of the options by June 2027.",
    "The committee will meet in the new hall from June 2027.",
    "The inspectors will report on the service in June 2027.",
    "The purpose of this report is to inform the Committee of progress since June 2026.",
    "The service will inform members of the public by leaflet in June 2027.",
    "The evaluation of bids will be carried out in May 2027.",
    "A summary for pupils will be published by 26 June 2026.",
    "Each lead will report monthly to the programme manager.",
    "Schools return their figures every September.",
    "Staff will receive an update at team meetings in May 2026.",
    "The group will prepare a report template by May 2026.",
    "A previous report (12-2025) set out the options.",
    "The plan was due to be reported to Committee in 2024.",
    "The strategy will be presented to the public at four events in June 2026.",
    "Head teachers will be given monthly attendance reports from August 2026.",
    "The inspection report was published in June 2025.",
    "Progress was reported to Committee in March 2025.",
    "The report was submitted to Committee on 3 March 2025 and approved.",
    "A further report was to be brought in 2024.",
    "Committee previously agreed that a further report would be brought.",
    "There will be no further report.",
    "The purpose of this report is to seek the Committee's approval of the plan.",
    "Tenants will be asked to approve the new rents in May 2027.",
    "Further information will be provided to parents in June 2027.",
    "A report on the pilot was due to be presented to Committee in June 2025.",
    "There are no plans to bring a further report to Committee.",
    "A further report could be brought to Committee should members wish.",
    "The Service will report annually to the Scottish Government.",
    "The purpose of this report is to inform Members of the findings.",
    "This report provides an update to Committee on progress since June 2025.",
    "This report will be published on the website in June 2026.",
    "The committee will consider the report on 3 June 2026.",
    "The Care Inspectorate will publish its report in June 2026.",
    "Staff will report concerns to their line manager within 24 hours.",
    "The Council will report its gender pay gap by April 2027.",
    "Schools will provide reports to parents twice a year.",
    "All incidents are to be reported to the manager within 24 hours.",
    "Parents will report that they feel supported.",
    "No financial implications arise from this report.",
)
NO_DECISION = (
    "note that the guide was published by 30 April 2025",
    "notes that the inspectors’ letter will be published by 31 May 2026",
    "agree that the summary be published in plain English",
    "note the duty to report on attendance each session",
    "note that the Director reports on the plan in June each year",
    "notes the contents of this report",
    "notes the annual report of the Chief Social Work Officer",
    "approves the plan for submission to the Scottish Ministers by 30 June 2026",
    "instructs the Executive Director to implement the plan by June 2027",
    "agree the actions set out in this report to be delivered by March 2027",
    "remits the report to the Integration Joint Board for its interest",
    "note the update on progress provided in Section 4 of this report",
)


@pytest.mark.parametrize("sentence", DECIDED)
def test_a_recommendation_that_instructs_somebody_to_come_back_promises(sentence: str) -> None:
    ((said, by_when),) = promises_in(sentence, is_recommendation=True, meeting=MEETING)
    assert (said, by_when) == (sentence, DECIDED[sentence])


@pytest.mark.parametrize("sentence", WRITTEN)
def test_a_sentence_that_says_that_a_report_will_come_promises(sentence: str) -> None:
    around = f"We have looked at it. {sentence} None of it is costed."
    ((said, by_when),) = promises_in(around, meeting=MEETING)
    assert (said, by_when) == (sentence, WRITTEN[sentence])


@pytest.mark.parametrize("sentence", NO_PROMISE)
def test_what_was_done_denied_or_is_for_others_promises_nothing(sentence: str) -> None:
    assert promises_in(sentence, meeting=MEETING) == ()


@pytest.mark.parametrize("sentence", NO_DECISION)
def test_a_recommendation_for_which_nobody_comes_back_promises_nothing(sentence: str) -> None:
    assert promises_in(sentence, is_recommendation=True, meeting=MEETING) == ()


def test_when_is_counted_from_the_meeting_and_asked_for_without_one() -> None:
    read = read_by_when("in twelve months", MEETING)
    assert read.due is not None
    assert read.due.first == date(2027, 3, 2)
    assert said_when("A further report will be brought in twelve months.") == "in twelve months"
    assert read_by_when("in twelve months", None).asks


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        (
            (
                "ask the Director to report to Committee every six months and to bring the closing "
                "report by 30 June 2028"
            ),
            [
                ("ask the Director to report to Committee every six months", "every six months"),
                ("bring the closing report by 30 June 2028", "by 30 June 2028"),
            ],
        ),
        (
            (
                "Officers will report to the Board in May 2027, and then bring a final report in "
                "March 2028."
            ),
            [
                ("Officers will report to the Board in May 2027", "in May 2027"),
                ("bring a final report in March 2028.", "in March 2028"),
            ],
        ),
        (
            "instructs the Director to review the scheme and report back in twelve months",
            [
                (
                    "instructs the Director to review the scheme and report back in twelve months",
                    "in twelve months",
                )
            ],
        ),
    ],
)
def test_a_sentence_that_promises_twice_makes_two_promises(
    sentence: str, promised: list[tuple[str, str]]
) -> None:
    assert [*promises_in(sentence, is_recommendation=True, meeting=MEETING)] == promised


def test_when_somebody_comes_back_is_not_when_something_else_is_done() -> None:
    said = "instruct the Director to review the scheme by May 2027 and report back by June 2028"
    assert promises_in(said, is_recommendation=True, meeting=MEETING) == ((said, "by June 2028"),)


@given(any_texts)
def test_whatever_is_written_a_promise_is_a_sentence_of_it_with_its_own_words(text: str) -> None:
    around = f"{text} A further report will be brought to Committee by June 2027. {text}"
    for sentence, by_when in promises_in(around, is_recommendation=True):
        assert sentence in " ".join(around.split())
        assert by_when in sentence
