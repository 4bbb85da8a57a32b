"""Covering reports in ten layouts of Scottish councils and boards, and what is right of each.

The layouts are those that such bodies use; the words are made up. A line of a layout is a
paragraph: `*` before it makes it bold, `#` and `##` headings of Word's, `•` a bullet; lines that
begin with `|` are the rows of a table, `---` begins a new page.
"""

from typing import NamedTuple

PLAN = """
Appendix 1
*Improvement Plan
Families are heard.
| Ref | Actions | Lead(s) | Timescale | Success Criteria
| 1.1 | Ask every family twice a year. | Team manager | June 2027 | Families say so."""


class Layout(NamedTuple):
    """A report as it is laid out, and what is right of it."""

    text: str
    header: tuple[str, str, str, str, str, str]
    sections: str
    """Their headings, "; " between them."""
    asked: tuple[str, ...]
    signed: tuple[str, str, str] = ("", "", "")
    appendices: tuple[tuple[str, str], ...] = ()
    tables: tuple[tuple[str, ...], ...] = ()
    """The rows of tables that are the report's."""


LAYOUTS = {
    "highland": Layout(
        """
| Agenda Item | 9
| Report No | HCW/12/27

*GLENMORE COUNCIL

| Committee: | Health, Social Care and Wellbeing
| Date: | 4 March 2027
| Report Title: | Home Care Improvement Plan
| Report By: | Chief Social Work Officer

*1	Purpose/Executive Summary
1.1	This report asks for a plan to be agreed.
1.2	The inspectors came in May.
*2	Recommendations
2.1	Members are asked to:
i.	Note the findings of the inspectors.
ii.	Agree the plan in Appendix 1.
*3	Implications
3.1	Resource – The plan costs £12,000.
3.2	Legal – There are no implications.
3.3	Gaelic – Letters go out in Gaelic too.
*4	What the inspectors found
4.1	Visits were too short.

Designation:	Chief Social Work Officer
Date:	15 February 2027
Author:	M. Raeburn, Planning Manager
Background Papers:	None
Appendices:	Appendix 1 – Improvement Plan
---"""
        + PLAN,
        (
            "9",
            "HCW/12/27",
            "Health, Social Care and Wellbeing",
            "4 March 2027",
            "Home Care Improvement Plan",
            "Chief Social Work Officer",
        ),
        (
            "Purpose/Executive Summary; Recommendations; Implications; What the inspectors "
            "found; Background papers"
        ),
        ("Note the findings of the inspectors", "Agree the plan in Appendix 1"),
        ("", "Chief Social Work Officer", "15 February 2027"),
        (("plan", ""),),
    ),
    "orkney-ijb": Layout(
        """
Author: Iona Flett (Chief Officer), extension 2601.
Agenda Item: 4.
*Integration Joint Board
Date of Meeting: 17 February 2027.
Subject: Improvement Plan for Home First.
*1. Summary
1.1. This report presents the improvement plan.
*2. Purpose
2.1. To present the plan for approval.
*3. Recommendations
The Integration Joint Board is invited to note:
3.1. That inspectors visited in June 2026.
3.2. That a plan was drawn up, attached as Appendix 1.
It is recommended:
3.3. That the plan be approved.
*4. Background
4.1. Home First began in 2022.
*5. Legal Aspects
5.1. There are no legal implications.
*6. Contact Officers
6.1. Iona Flett (Chief Officer), extension 2601.
*7. Supporting Documents
7.1. Appendix 1: Improvement Plan.
7.2. Appendix 2: Figures.
---"""
        + PLAN,
        (
            "4",
            "",
            "Integration Joint Board",
            "17 February 2027",
            "Improvement Plan for Home First",
            "Iona Flett (Chief Officer), extension 2601",
        ),
        (
            "Summary; Purpose of report; Recommendations; Background; Legal Aspects; "
            "Contact Officers; Supporting Documents"
        ),
        (
            "That inspectors visited in June 2026",
            "That a plan was drawn up, attached as Appendix 1",
            "That the plan be approved",
        ),
        appendices=(("plan", ""),),
    ),
    "angus": Layout(
        """
*AGENDA ITEM NO 5
*REPORT NO 61/27
*STRATHUIST COUNCIL
*FAMILIES COMMITTEE – 2 MARCH 2027
*KINSHIP CARE REVIEW
*REPORT BY DIRECTOR OF PEOPLE
*ABSTRACT
This report tells the Committee of the review of kinship care and of the plan that answers it.
*1.	RECOMMENDATIONS
It is recommended that the Committee:-
(a)	note the review;
(b)	agree the plan at Appendix 1; and
(c)	ask for a report in a year.
*2.	BACKGROUND
2.1	The review took a year.
*3.	FINANCIAL IMPLICATIONS
There are none.
*4.	EQUALITY IMPACT ASSESSMENT
An assessment is not required.
NOTE:	No background papers were relied on.
REPORT AUTHOR:	P. Gow, Service Leader
EMAIL DETAILS:	people@strathuist.example
List of Appendices:
Appendix 1 – Improvement Plan
Appendix 2 – Review""",
        (
            "5",
            "61/27",
            "FAMILIES COMMITTEE",
            "2 MARCH 2027",
            "KINSHIP CARE REVIEW",
            "DIRECTOR OF PEOPLE",
        ),
        (
            "ABSTRACT; Recommendations; BACKGROUND; Financial implications; EQUALITY IMPACT"
            " ASSESSMENT"
        ),
        ("note the review", "agree the plan at Appendix 1", "ask for a report in a year"),
        ("P. Gow", "Service Leader", ""),
    ),
    "inverclyde": Layout(
        """
| Report To: | Education Committee | Date: | 2 March 2027
| Report By: | Corporate Director | Report No: | EDU/11/27/AB
| Contact Officer: | Jean Orr | Contact No: | 01632 960001
| Subject: | Attendance in Secondary Schools | |

*1.0	PURPOSE AND SUMMARY
1.1	☐ For Decision	☒ For Information/Noting
1.2	The purpose of this report is to tell the Committee of attendance.
*2.0	RECOMMENDATIONS
2.1	It is recommended that the Committee:
•notes the figures; and
•supports the plan.
Ruth Binnie
Corporate Director
Education
*3.0	BACKGROUND AND CONTEXT
3.1	Attendance fell.
*4.0	PROPOSALS
4.1	None.
*5.0	IMPLICATIONS
5.1	The table below shows whether risks and implications apply:
| SUBJECT | YES | NO
| Financial | X |
| Legal/Risk | | X
| Human Resources | | X
5.2	Finance
One-off costs: £4,000.
*6.0	CONSULTATION
6.1	Head teachers were consulted.
*7.0	BACKGROUND PAPERS
7.1	None.""",
        (
            "",
            "EDU/11/27/AB",
            "Education Committee",
            "2 March 2027",
            "Attendance in Secondary Schools",
            "Corporate Director",
        ),
        (
            "PURPOSE AND SUMMARY; Recommendations; BACKGROUND AND CONTEXT; PROPOSALS; "
            "IMPLICATIONS; Consultations; Background papers"
        ),
        ("notes the figures", "supports the plan"),
        ("Ruth Binnie", "Corporate Director Education", ""),
        tables=(("Financial", "X", ""), ("Legal/Risk", "", "X")),
    ),
    "nhs-board": Layout(
        """
*NHS Northlands
| Meeting: | Northlands NHS Board
| Meeting date: | 25 February 2027
| Title: | Falls Improvement Plan
| Responsible Executive/Non-Executive: | Dr Ellis Muir, Medical Director
| Report Author: | Tam Weir, Programme Lead

#1	Purpose
This is presented to the Board for:
•Assurance
•Decision
#2	Report summary
##2.1	Situation
Falls went up.
##2.2	Background
The audit was in May.
##2.3	Assessment
###2.3.1	Quality/Patient Care
Fewer falls mean fewer broken hips.
#3	Recommendation
The Board is asked to:-
•Decision – agree the plan.
•Assurance – take assurance from the figures.
#4	List of appendices
The following appendices are included with this report:
Appendix 1, Improvement Plan
Appendix 2, Figures
---
"""
        + PLAN,
        (
            "",
            "",
            "Northlands NHS Board",
            "25 February 2027",
            "Falls Improvement Plan",
            "Dr Ellis Muir, Medical Director",
        ),
        "Purpose of report; Report summary; Recommendations; List of appendices",
        ("Decision – agree the plan", "Assurance – take assurance from the figures"),
        appendices=(("plan", ""),),
    ),
    "edinburgh": Layout(
        """
*Culture and Communities Committee
*10.00am, Tuesday, 16 March 2027
*Libraries Improvement Plan
Executive/routine	Executive
Wards	All
*1. Recommendations
1.1	It is recommended that the Committee:
1.1.1	notes the survey of readers; and
1.1.2	agrees the plan in Appendix 1.

Amanda Hillock
Executive Director of Place
Contact: Ben Reidie, Libraries Manager
E-mail: libraries@eastburgh.example
---
*Report
*Libraries Improvement Plan
*2. Executive Summary
2.1	The plan has nine actions.
*3. Background
3.1	Readers were asked in May.
*4. Next Steps
4.1	Work begins in June.
*5. Financial impact
5.1	£30,000 is in the budget.
*6. Equality and Poverty Impact
6.1	An assessment was done.
*7. Background reading/external references
7.1	The survey of 2026.
*8. Appendices
Appendix 1 – Improvement Plan
Appendix 2 – Survey""",
        (
            "",
            "",
            "Culture and Communities Committee",
            "Tuesday, 16 March 2027",
            "Libraries Improvement Plan",
            "",
        ),
        (
            "Recommendations; Executive Summary; Background; Next Steps; Financial impact; "
            "Equality and Poverty Impact; Background reading/external references; "
            "Appendices"
        ),
        ("notes the survey of readers", "agrees the plan in Appendix 1"),
        ("Amanda Hillock", "Executive Director of Place", ""),
    ),
    "falkirk": Layout(
        """
Agenda Item 7
*Title:	Youth Work Improvement Plan
*Meeting:	Scrutiny Committee
*Date:	11 March 2027
*Submitted By:	Director of Children’s Services
*1.	Purpose of Report
1.1	To report on the inspection of youth work.
*2.	Recommendation(s)
The Scrutiny Committee is asked to:-
(1)	note the inspection report; and
(2)	agree the plan.
*3.	Climate Change Implications
3.1	There are none.
*4.	Considerations
4.1	Clubs were closed at weekends.
*5.	Consultation
5.1	Young people were asked.
*6.	Implications
*Financial
6.1	There are no financial implications.
*Legal
6.2	There are no legal implications.
*7.	Conclusions
7.1	Clubs will open on Saturdays.

Author – Neil Brownlie, Team Manager, 01632 960002
Date: 3 March 2027
*Appendices
Appendix 1 – Improvement Plan
*List of Background Papers:
None""",
        (
            "7",
            "",
            "Scrutiny Committee",
            "11 March 2027",
            "Youth Work Improvement Plan",
            "Director of Children’s Services",
        ),
        (
            "Purpose of report; Recommendations; Climate Change Implications; "
            "Considerations; Consultations; Implications; Conclusions; Background papers"
        ),
        ("note the inspection report", "agree the plan"),
        ("Neil Brownlie", "Team Manager, 01632 960002", "3 March 2027"),
    ),
    "glasgow-ijb": Layout(
        """
| Item No: | 8
| Meeting Date: | Wednesday 24th March 2027
*Clydeburgh City
*Integration Joint Board
| Report By: | Ann Forsyth, Chief Officer
| Contact: | Lou Gemmell, Head of Planning
| Phone: | 01632 960003
*Unscheduled Care Improvement Plan
| Purpose of Report: | To ask the Board to approve the plan.
| Background/Engagement: | Carers were asked.
| Recommendations: | The Board is asked to:¶a) note the figures; and¶b) approve the plan.
*1. Purpose
1.1	To ask the Board to approve the plan for unscheduled care.
*2. Background
2.1	Beds were full all winter.
*3. Recommendations
3.1	The Integration Joint Board is asked to:
a)	note the figures; and
b)	approve the plan.
| Direction Required | Direction to:
| No Direction Required | ☒
| Clydeburgh City Council | ☐""",
        (
            "8",
            "",
            "Integration Joint Board",
            "Wednesday 24th March 2027",
            "Unscheduled Care Improvement Plan",
            "Ann Forsyth, Chief Officer",
        ),
        "Purpose of report; Background; Recommendations",
        ("note the figures", "approve the plan"),
        tables=(("No Direction Required", "☒"),),
    ),
    "argyll": Layout(
        """
*LORNSIDE COUNCIL
*COMMUNITY SERVICES COMMITTEE
*CUSTOMER SERVICES
*11 MARCH 2027
*EARLY YEARS IMPROVEMENT PLAN
*1.0	EXECUTIVE SUMMARY
1.1	The purpose of this report is to present the plan.
*2.0	INTRODUCTION
2.1	The nurseries were inspected.
*3.0	RECOMMENDATIONS
3.1	It is recommended that the Committee
a)	note the inspection; and
b)	approve the plan.
*4.0	DETAIL
4.1	Three nurseries were graded good.
*5.0	CONCLUSION
5.1	The plan mends what was found.
*6.0	IMPLICATIONS
6.1	Policy: none
6.2	Financial: £9,000 from the fund
6.3	Legal: none

*Executive Director with responsibility for Community Services
*3 March 2027
For further information contact: Rhona Muir, Early Years Manager
*APPENDICES
Appendix 1: Improvement Plan
Appendix 2: Grades""",
        (
            "",
            "",
            "COMMUNITY SERVICES COMMITTEE",
            "11 MARCH 2027",
            "EARLY YEARS IMPROVEMENT PLAN",
            "",
        ),
        "EXECUTIVE SUMMARY; INTRODUCTION; Recommendations; DETAIL; CONCLUSION; IMPLICATIONS",
        ("note the inspection", "approve the plan"),
        (
            "",
            "Executive Director with responsibility for Community Services",
            "3 March 2027",
        ),
    ),
    "fife": Layout(
        """
*Education Scrutiny Committee
*9 March 2027
*Agenda Item No. 5
*School Meals Improvement Plan
Report by: Head of Education
Wards Affected: All Kinrossie wards
*Purpose
To tell the Committee what pupils think of school meals.
*Recommendation(s)
The Committee is asked to:-
•consider the survey;
•agree the plan.
*Resource Implications
There are none.
*Legal & Risk Implications
There are no legal implications.
*Consultation and Engagement
Pupils of twelve schools were asked.
*Next Steps
The plan starts after Easter.

*Report Contact
Wilma Kerrigan
Catering Manager
Telephone: 01632 960004""",
        (
            "5",
            "",
            "Education Scrutiny Committee",
            "9 March 2027",
            "School Meals Improvement Plan",
            "Head of Education",
        ),
        (
            "Purpose of report; Recommendations; Resource Implications; Legal & Risk "
            "Implications; Consultation and Engagement; Next Steps"
        ),
        ("consider the survey", "agree the plan"),
        ("Wilma Kerrigan", "Catering Manager", ""),
    ),
}
