"""Covering reports in nine more layouts of Scottish councils and boards, and what is right of each.

They are written as `layouts` says: headings with letters, paragraphs numbered through the whole
report, boxes, tables of implications or of the whole report, and much below the signature.
"""

from tests.importers.report.layouts import PLAN, Layout

FURTHER_LAYOUTS = {
    "south-lanarkshire": Layout(
        """
| Report | Agenda Item 6
| Report to: | Education Resources Committee
| Date of Meeting: | 2 February 2027
| Report by: | Executive Director (Education Resources)

| Subject: | Breakfast Clubs Improvement Plan

*1.	Purpose of Report
1.1.	The purpose of the report is to:-
•tell Members how breakfast clubs are used
*2.	Recommendation(s)
2.1.	The Committee is asked to approve the following recommendation(s):-
(1)	that the figures be noted; and
(2)	that the plan in Appendix 1 be approved.
*3.	Background
3.1.	Forty schools have a club.
*4.	Employee Implications
4.1.	Two posts will be filled.
*5.	Financial Implications
5.1.	The clubs cost £81,000.
*6.	Other Implications
6.1.	There are none.

*Rowan Sample
*Executive Director (Education Resources)

14 January 2027

*Link(s) to Council Values/Priorities/Outcomes
•Give our children a good start
*Previous References
•Education Resources Committee, 3 March 2026
*List of Background Papers
•Survey of clubs, 2026
*Contact for Further Information
If you would like to inspect the background papers, please contact:-
Robin Example, Head of Education
Ext: 4471""",
        (
            "6",
            "",
            "Education Resources Committee",
            "2 February 2027",
            "Breakfast Clubs Improvement Plan",
            "Executive Director (Education Resources)",
        ),
        (
            "Purpose of report; Recommendations; Background; Employee Implications; "
            "Financial implications; Other Implications; Link(s) to Council Values/Priorities/"
            "Outcomes; Previous References; Background papers; "
            "Contact for Further Information"
        ),
        ("that the figures be noted", "that the plan in Appendix 1 be approved"),
        ("Rowan Sample", "Executive Director (Education Resources)", "14 January 2027"),
    ),
    "west-lothian": Layout(
        """
*DATA LABEL: PUBLIC
*COUNCIL EXECUTIVE
*HOMELESSNESS IMPROVEMENT PLAN
*REPORT BY HEAD OF HOUSING
*A.	PURPOSE OF REPORT
The purpose of the report is to set out the plan.
*B.	RECOMMENDATION
It is recommended that Council Executive:
1.	notes the findings of the review; and
2.	approves the plan attached as Appendix 1.
*C.	SUMMARY OF IMPLICATIONS
| I | Council Values | Focusing on people’s needs
| II | Policy and Legal | Housing (Scotland) Act 1987
| III | Resources | £40,000 a year
*D.	TERMS OF REPORT
*D.1	Background
The review was done in spring.
*D.2	Findings
People wait too long.
*E.	CONCLUSION
The plan shortens the wait.
*F.	BACKGROUND REFERENCES
None
Appendices/Attachments: One
Contact Person: Alex Sample, Housing Needs Manager, 01632 960011
Jo Example
Head of Housing
Date of meeting: 9 February 2027
---
"""
        + PLAN,
        (
            "",
            "",
            "COUNCIL EXECUTIVE",
            "9 February 2027",
            "HOMELESSNESS IMPROVEMENT PLAN",
            "HEAD OF HOUSING",
        ),
        (
            "Purpose of report; Recommendations; SUMMARY OF IMPLICATIONS; TERMS OF REPORT; "
            "CONCLUSION; Background papers"
        ),
        (
            "notes the findings of the review",
            "approves the plan attached as Appendix 1",
        ),
        ("Jo Example", "Head of Housing", ""),
        (("plan", ""),),
        (("I", "Council Values", "Focusing on people’s needs"),),
    ),
    "perth": Layout(
        """
*TAYMOUTH COUNCIL
*Scrutiny Committee
*3 February 2027
*ROAD GRITTING IMPROVEMENT PLAN
*Report by Executive Director (Communities)
(Report No. 27/31)
| PURPOSE OF REPORT¶This report tells the Committee how gritting went and what is to be mended.
*1.	BACKGROUND / MAIN ISSUES
1.1	Gritting failed on nine nights.
1.2	The review of May 2026 asked for a plan.
*2.	PROPOSALS
2.1	Two gritters will be bought.
*3.	CONCLUSION AND RECOMMENDATIONS
3.1	The plan answers the review.
3.2	It is recommended that the Committee:
(i)	Notes the review.
(ii)	Approves the plan in Appendix 1.
Author
| Name | Designation | Contact Details
| Kit Sample | Roads Manager | 01632 960012
Approved
| Name | Designation | Date
| Lee Example | Executive Director (Communities) | 12 January 2027
*ANNEX
*1.	IMPLICATIONS, ASSESSMENTS, CONSULTATION AND COMMUNICATION
| Strategic Implications | Yes / None
| Community Plan | Yes
| Resource Implications |
| Financial | Yes
*1.	Strategic Implications
1.1	The plan serves the Community Plan.
*2.	Resource Implications
2.1	Two gritters cost £310,000.""",
        (
            "",
            "27/31",
            "Scrutiny Committee",
            "3 February 2027",
            "ROAD GRITTING IMPROVEMENT PLAN",
            "Executive Director (Communities)",
        ),
        (
            "Purpose of report; BACKGROUND / MAIN ISSUES; PROPOSALS; Recommendations; "
            "IMPLICATIONS, ASSESSMENTS, CONSULTATION AND COMMUNICATION; "
            "Strategic Implications; Resource Implications"
        ),
        ("Notes the review", "Approves the plan in Appendix 1"),
        ("Lee Example", "Executive Director (Communities)", "12 January 2027"),
        tables=(("Community Plan", "Yes"),),
    ),
    "aberdeen": Layout(
        """
*DEEMOUTH CITY COUNCIL

| COMMITTEE | Communities and Housing
| DATE | 14 January 2027
| EXEMPT | No
| CONFIDENTIAL | No
| REPORT TITLE | Voids Improvement Plan
| REPORT NUMBER | RES/27/014
| DIRECTOR | Sam Specimen
| CHIEF OFFICER | Ash Muster
| REPORT AUTHOR | Kim Muir
| TERMS OF REFERENCE | 1.1.1

*1.	PURPOSE OF REPORT
1.1	To present a plan for empty homes.
*2.	RECOMMENDATION(S)
That the Committee:-
2.1	note the number of empty homes; and
2.2	approve the plan.
*3.	CURRENT SITUATION
3.1	Six hundred homes are empty.
*4.	FINANCIAL IMPLICATIONS
4.1	Each empty home costs £90 a week.
*5.	MANAGEMENT OF RISK
| Category | Risks | Primary Controls | Target Risk Level
| Financial | Rent is lost | The plan | L
*6.	IMPACT ASSESSMENTS
| Assessment | Outcome
| Integrated Impact Assessment | Not required
*7.	BACKGROUND PAPERS
7.1	None
*8.	APPENDICES
8.1	Appendix 1: Voids Improvement Plan
*9.	REPORT AUTHOR CONTACT DETAILS
| Name | Kim Muir
| Title | Housing Manager
| Email Address | housing@deemouth.example
| Tel | 01632 960013""",
        (
            "",
            "RES/27/014",
            "Communities and Housing",
            "14 January 2027",
            "Voids Improvement Plan",
            "Sam Specimen",
        ),
        (
            "Purpose of report; Recommendations; CURRENT SITUATION; Financial implications; "
            "MANAGEMENT OF RISK; IMPACT ASSESSMENTS; Background papers; APPENDICES; "
            "REPORT AUTHOR CONTACT DETAILS"
        ),
        ("note the number of empty homes", "approve the plan"),
        ("Kim Muir", "Housing Manager", ""),
        tables=(
            ("Financial", "Rent is lost", "The plan", "L"),
            ("Integrated Impact Assessment", "Not required"),
        ),
    ),
    "shetland": Layout(
        """
Agenda Item
4
| Meeting(s): | Development Committee | 8 February 2027
| Report Title: | Ferries Improvement Plan
| Reference Number: | DV-12-27-F
| Author / Job Title: | Magnus Sample, Director of Infrastructure

*1.0	Decisions / Action required:
1.1	That the Committee RESOLVES to:
•note the survey of passengers; and
•approve the plan in Appendix 1.
*2.0	High Level Summary:
2.1	Passengers asked for later boats.
*3.0	Key Issues:
3.1	The crews are few.
*4.0	Exempt and/or confidential information:
4.1	None.
*5.0	Implications:
| 5.1 Service Users, Patients and Communities: | Islanders will travel later.
| 5.2 Finance: | There are no new costs.
| 5.3 Legal: | None.
*Contact Details:
Magnus Sample, Director of Infrastructure, 01632 960014
*Appendices:
Appendix 1 – Ferries Improvement Plan
*Background Documents:
Survey of passengers, May 2026""",
        (
            "4",
            "DV-12-27-F",
            "Development Committee",
            "8 February 2027",
            "Ferries Improvement Plan",
            "Magnus Sample, Director of Infrastructure",
        ),
        (
            "Recommendations; High Level Summary; Key Issues; "
            "Exempt and/or confidential information; Implications; Background papers"
        ),
        ("note the survey of passengers", "approve the plan in Appendix 1"),
        tables=(("5.2 Finance:", "There are no new costs."),),
    ),
    "national-park": Layout(
        """
*For decision
*Title: Path Repairs Improvement Plan
Prepared by: Iona Specimen, Access Officer
Board meeting: Friday 5th February 2027
*Purpose
To present a plan for the repair of paths.
*Recommendations
The Board is asked to:
a)	Note the survey of paths.
b)	Approve the plan annexed to this paper.
*Strategic context
1.	The Partnership Plan asks for paths that all can use.
2.	Three paths lead to the summit.
*Implications
Financial
3.	The repairs cost £52,000.
Equalities
4.	A level path helps wheelchair users.
*Success measures
5.	Fewer people leave the paths.
*Iona Specimen
5 January 2027
iona@park.example""",
        (
            "",
            "",
            "",
            "Friday 5th February 2027",
            "Path Repairs Improvement Plan",
            "Iona Specimen, Access Officer",
        ),
        "Purpose of report; Recommendations; Strategic context; Implications; Success measures",
        ("Note the survey of paths", "Approve the plan annexed to this paper"),
        ("Iona Specimen", "", "5 January 2027"),
    ),
    "police-authority": Layout(
        """
| Agenda Item 5.2
| Meeting | Authority Meeting
| Date | 25 March 2027
| Location | Video Conference
| Title of Paper | Custody Improvement Plan
| Presented By | ACC Sample, Criminal Justice
| Recommendation to Members | For Discussion
| Appendix Attached | Yes: Appendix A

*PURPOSE
The purpose of this report is to give Members an overview of the plan.
Members are invited to discuss the content of this report.
*1. BACKGROUND
1.1	Custody was inspected in May.
*2. FURTHER DETAIL ON THE REPORT TOPIC
2.1	The plan has nine actions.
*3. FINANCIAL IMPLICATIONS
3.1	There are no financial implications.
*4. PERSONNEL IMPLICATIONS
4.1	There are no personnel implications.
*RECOMMENDATIONS
Members are requested to:
•Note the report; and
•Endorse the plan.""",
        (
            "5.2",
            "",
            "Authority",
            "25 March 2027",
            "Custody Improvement Plan",
            "ACC Sample, Criminal Justice",
        ),
        (
            "Purpose of report; BACKGROUND; FURTHER DETAIL ON THE REPORT TOPIC; "
            "Recommendations; Financial implications; PERSONNEL IMPLICATIONS"
        ),
        ("Note the report", "Endorse the plan"),
    ),
    "sbar": Layout(
        """
| Meeting: | Clinical Governance Committee
| Meeting Date: | 9 March 2027
| Report Title: | Sepsis Improvement Plan
| Responsible Director: | Medical Director
| Report Author: | Kit Sample, Lead Nurse

| Situation | Sepsis is found too late on two wards.
| Background | The audit of May 2026 found delays.¶Nine patients were harmed.
| Assessment | Staff know the signs but not whom to call.
| Recommendation | The Committee is asked to:¶•note the audit; and¶•approve the plan.""",
        (
            "",
            "",
            "Clinical Governance Committee",
            "9 March 2027",
            "Sepsis Improvement Plan",
            "Medical Director",
        ),
        "Situation; Background; Assessment; Recommendations",
        ("note the audit", "approve the plan"),
    ),
    "east-renfrewshire": Layout(
        """
*EAST GLENSIDE COUNCIL
*CABINET
*4 March 2027
*Report by Director of Environment
*CLIMATE IMPROVEMENT PLAN
*PURPOSE OF REPORT
1.	The purpose of this report is to seek approval of the plan.
*RECOMMENDATIONS
2.	It is recommended that the Cabinet:
(a)	note progress; and
(b)	approve the plan.
*BACKGROUND
3.	The council declared an emergency in 2021.
4.	Emissions fell by a third.
*REPORT
5.	Nine actions are proposed.
*FINANCE AND EFFICIENCY IMPLICATIONS
6.	£80,000 is in the budget.
*CONSULTATION
7.	A forum met twice.
*CONCLUSION
8.	The plan cuts emissions.
Director of Environment
Further details can be obtained from Kit Sample, Head of Environment on 01632 960000.
January 2027
BACKGROUND PAPERS
Cabinet report, 4 March 2026""",
        ("", "", "CABINET", "4 March 2027", "CLIMATE IMPROVEMENT PLAN", "Director of Environment"),
        (
            "Purpose of report; Recommendations; BACKGROUND; REPORT; "
            "FINANCE AND EFFICIENCY IMPLICATIONS; Consultations; CONCLUSION; "
            "Background papers"
        ),
        ("note progress", "approve the plan"),
    ),
}
