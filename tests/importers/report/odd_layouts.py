"""Covering reports in six layouts seldom seen, and what is right of each.

They are written as `layouts` says.
"""

from tests.importers.report.layouts import Layout

ODD_LAYOUTS = {
    "two-facts-on-a-line": Layout(
        """
*LORN AND LOMOND COUNCIL	AUDIT AND SCRUTINY COMMITTEE
*FINANCE	4 FEBRUARY 2027
____________________________
*PROCUREMENT: IMPROVEMENT PLAN
____________________________
*1.0	EXECUTIVE SUMMARY
1.1	This report brings a plan for procurement.
*2.0	RECOMMENDATIONS
2.1	It is recommended that the Audit and Scrutiny Committee:
a)	notes the review, and
b)	agrees the plan.
*3.0	IMPLICATIONS
3.1	Financial – None
3.1.1	Grants – One may end.
3.2	Legal – None
*Executive Director with responsibility for Finance
*Policy Lead for Finance: Councillor B Sample
7 January 2027""",
        (
            "",
            "",
            "AUDIT AND SCRUTINY COMMITTEE",
            "4 FEBRUARY 2027",
            "PROCUREMENT: IMPROVEMENT PLAN",
            "",
        ),
        "EXECUTIVE SUMMARY; Recommendations; IMPLICATIONS",
        ("notes the review", "agrees the plan"),
        ("", "Executive Director with responsibility for Finance", "7 January 2027"),
    ),
    "full-stops": Layout(
        """
*Item: 12
*Education Committee: 10 March 2027.
*School Meals Improvement Plan.
*Report by Corporate Director for Education.
*1. Overview
1.1. Forty schools serve meals.
*2. Recommendations
It is recommended that members of the Committee:
2.1. Note the survey.
2.2. Approve the plan.
*3. Findings
3.1. Queues are long.
*For Further Information please contact:
Kirsty Sample, Service Manager, extension 2411.
*Implications of Report
Financial: The plan costs £9,000.
*List of Background Papers
Survey of meals, May 2026.""",
        (
            "12",
            "",
            "Education Committee",
            "10 March 2027",
            "School Meals Improvement Plan",
            "Corporate Director for Education",
        ),
        (
            "Overview; Recommendations; Findings; For Further Information please contact; "
            "Implications of Report; Background papers"
        ),
        ("Note the survey", "Approve the plan"),
    ),
    "college": Layout(
        """
*Kelvin Water College
| Agenda Item | 4 | Paper Ref | AC26-7 | Status | Open
| Meeting | Audit and Risk Committee | Date of meeting | 11 March 2027
| Title | Estates: Action Plan | Author | Head of Estates

*What this paper is about
To bring a plan for the estate.
*What we ask
The Audit and Risk Committee is invited to:
•endorse the plan; and
•note the survey of roofs.
*What we found
Nine roofs leak.
*What happens next
The plan goes to the Board in June.""",
        (
            "4",
            "AC26-7",
            "Audit and Risk Committee",
            "11 March 2027",
            "Estates: Action Plan",
            "Head of Estates",
        ),
        "What this paper is about; Recommendations; What we found; What happens next",
        ("endorse the plan", "note the survey of roofs"),
    ),
    "author-below-the-director": Layout(
        """
*Carron Council
Title:	Parks Improvement Plan
Meeting:	Executive
Date:	9 February 2027
Submitted By:	Director of Place
*1. Purpose of Report
1.1 To seek approval for a plan for parks.
*2. Recommendation(s)
*The Executive is asked to:-
(1) approve the plan;
(2) agree the sites, and
(3) note that a report will come each year.
*3. Implications
*(a) Financial
The plan costs £2m.
*(b) Legal
None.
*4. Conclusions
4.1 The plan renews forty parks.
_________________
*Director of Place
Author – Parks Officer, 01632 960021, parks@carron.example
Date: 12 January 2027
*Appendices
Appendix 1: Parks Improvement Plan""",
        (
            "",
            "",
            "Executive",
            "9 February 2027",
            "Parks Improvement Plan",
            "Director of Place",
        ),
        "Purpose of report; Recommendations; Implications; Conclusions",
        (
            "approve the plan",
            "agree the sites",
            "note that a report will come each year",
        ),
        ("", "Director of Place", "12 January 2027"),
    ),
    "fire-board": Layout(
        """
*SCOTTISH HEATH FIRE BOARD
Report No: C/SPPC/12-27
Agenda Item: 9
| Report to: | SERVICE DELIVERY COMMITTEE
| Meeting Date: | 25 FEBRUARY 2027
| Report Title: | WILDFIRE IMPROVEMENT PLAN
*1	Purpose
1.1	To present the plan for scrutiny.
*2	Background
2.1	Forty wildfires were fought in 2026.
*3	Recommendation
3.1	The Committee is asked to:
a) Scrutinise the plan.
b) Approve the dates in it.
*4	Key Strategic Implications
*4.1	Risk
4.1.1	The risk is drought.
*4.2	Financial
4.2.1	Pumps cost £40,000.
*5	Core Brief
5.1	Not applicable
*6	Appendices/Further Reading
6.1	Appendix A: Wildfire Improvement Plan
Prepared by: Ash Example, Group Commander
Sponsored by: Lee Sample, Director of Service Delivery""",
        (
            "9",
            "C/SPPC/12-27",
            "SERVICE DELIVERY COMMITTEE",
            "25 FEBRUARY 2027",
            "WILDFIRE IMPROVEMENT PLAN",
            "",
        ),
        (
            "Purpose of report; Background; Recommendations; Key Strategic Implications; "
            "Core Brief; Appendices/Further Reading"
        ),
        ("Scrutinise the plan", "Approve the dates in it"),
    ),
    "community-council-partnership": Layout(
        """
*Braes Community Planning Partnership Board
*18 March 2027, Braes Town Hall
*Play Parks: Action Plan
Prepared by Mary Example
*Situation so far
Six parks are shut.
*Decisions
The Partnership Board is asked to:
1. Agree the action plan.
2. Note the cost.
*Cost
The plan costs £70,000.
*Mary Example
*Partnership Manager
1 March 2027""",
        (
            "",
            "",
            "Braes Community Planning Partnership Board",
            "18 March 2027",
            "Play Parks: Action Plan",
            "Mary Example",
        ),
        "Situation so far; Recommendations; Cost",
        ("Agree the action plan", "Note the cost"),
        ("Mary Example", "Partnership Manager", "1 March 2027"),
    ),
}
