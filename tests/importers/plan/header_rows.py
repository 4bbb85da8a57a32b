"""Header rows as officers of any council, board, school or college may write them.

Each heading has its right meaning behind " = ": a field of an action, `aim`, `status`, or `own`
where it is kept as text below its own heading. They were written down before the reader saw them.
"""

ROWS = """
Ref = ref | Recommendation = aim | Agreed management action = text | Responsible officer = leads | Target date = timescale | Progress update (November 2026) = progress | RAG = status
Audit recommendation = aim | Management response = text | Responsible officer = leads | Agreed date = timescale | Status at 31 October 2026 = status
Action ref = ref | What will we do? = text | Who will lead this? = leads | By when? = timescale | How will we know we have succeeded? = success_criteria | Where are we now? = progress | RAG status = status
Tasks to achieve priority = text | Personnel = leads | Timescale = timescale | Measures of success = success_criteria | Resources = own | Evidence of impact = own
What are we going to do? = text | Who's leading? = leads | When will this be done? = timescale | How will we measure impact? = success_criteria | What resources do we need? = own | How are we doing? = progress
Priority = aim | Key actions = text | By whom = leads | When by = timescale | Intended outcomes for children = success_criteria | HGIOELC QIs = indicators | Cost = own
No. = ref | Deliverable = text | Delivery lead = leads | Original date = own | Revised date = timescale | Update = progress | BRAG = status | Risk owner = own
Improvement action = text | Named person = leads | Completion date = timescale | Evidence of impact = success_criteria | Update (November) = progress | Status = status
Action = text | Accountable officer = leads | Overseen by = own | Target end date = timescale | Impact on learners = success_criteria | Position at 1 November 2026 = progress
Area for improvement = aim | What we’re going to do = text | Who will do it = leads | When we’ll do it = timescale | What will be different? = success_criteria | Progress so far = progress
Theme = aim | Action no. = ref | Action description = text | Lead officer(s) = leads | Start date = own | End date = timescale | % complete = own | Latest update = progress
Objective = aim | Actions required = text | Lead agency = leads | Due date = timescale | Performance measure = success_criteria | RAG (Nov 26) = status | Commentary = progress
Requirement / recommendation = aim | Ref = ref | Our action = text | Owner/Lead officer = leads | Completion date = timescale | Expected impact = success_criteria | Status = status | Progress to date = progress
Driver = aim | Change idea = text | Lead = leads | Timeline = timescale | Measurement plan = success_criteria | Notes = progress | Location = own
HMICS recommendation = aim | Police Scotland action = text | Strategic owner = own | Action owner = leads | Original target date = own | Revised target date = timescale | Milestones and key deliverables = success_criteria | Status = status
Improvement priority = aim | What do we need to do? = text | Lead person = leads | Finish by = timescale | How will we evidence success? = success_criteria | Links to NIF = own
Enhancement theme = own | Action point = text | Responsibility = leads | Target completion = timescale | Success indicators = success_criteria | Progress/Impact = progress
Issue identified = aim | Action to be taken = text | Person responsible = leads | To be completed by = timescale | Date completed = own | Evidence = success_criteria
What did the inspectors say? = aim | What will we do about it? = text | Who is responsible? = leads | When will it be done by? = timescale | What difference will this make? = success_criteria | How far have we got? = progress
Self-evaluation finding = aim | Next steps = text | Lead professional = leads | Review date = own | Target timescale = timescale | Success measure = success_criteria | Progress note = progress
Ref = ref | Page no. = pages | Quality indicator = indicators | Action or task = text | Lead/s = leads | Timescales = timescale | Success criteria = success_criteria | Progress as at June 2026 = progress
Priority area = aim | Tasks = text | Lead and timescale = own | Expected outcome = success_criteria | Progress = progress | Risk = own
Action = text | Lead = leads | Target date & status = own | Outcomes = success_criteria | Comments = progress
Aim and objective = aim | Activity = text | Delivered by whom = leads | By what date = timescale | Output = success_criteria | RAG rating = status | Narrative = progress
How will we do it? = text | Who’ll lead it? = leads | When will it happen? = timescale | How will we know it’s working? = success_criteria | How much? = own | What have we done so far? = progress
Workstream = aim | Sub action = text | SRO = own | Operational lead = leads | Deadline = timescale | Benefits = success_criteria | Delivery confidence = own | Status update = progress
Outcome = success_criteria | Action = text | Lead partner = leads | Support partners = own | Timescale = timescale | Indicator = indicators | Baseline = own | Status = status
Action = text | Led by = leads | Timeframe = timescale | Intended impact = success_criteria | Q1 update = progress | Q2 update = own | RAG = status
Recommendation no. = ref | Action taken or planned = text | Responsible manager = leads | Date for implementation = timescale | Evidence required = success_criteria | Complete? = own
Standard = aim | Actions to meet standard = text | Assigned to = leads | Expected completion = timescale | Measure = success_criteria | Monitoring arrangements = own | Progress made = progress
What needs to change? = aim | How we will do this = text | Who will take this forward? = leads | By when will we do this? = timescale | What will good look like? = success_criteria | Where are we at? = progress
Strategic commitment = aim | Our actions = text | Responsible service = leads | Planned completion date = timescale | Success looks like = success_criteria | Current status = status | Latest position = progress
Ref No = ref | Improvement required = aim | Action we will take = text | Lead role = leads | Target = timescale | KPI = success_criteria | Update for IJB = progress | RAGB = status
Priority = aim | Steps to be taken = text | Staff responsible = leads | Completed by = timescale | Outcomes for learners = success_criteria | Evaluation (June 2027) = progress
Action plan ref = ref | Key task = text | Task owner = leads | Planned end date = timescale | Actual end date = own | Acceptance criteria = success_criteria | Task status = status
Finding = aim | Corrective action = text | Owner = leads | Forecast date = timescale | Measure of success = success_criteria | Blue/Red/Amber/Green = status
National outcome = own | Local action = text | HSCP lead = leads | Timescale for completion = timescale | Anticipated outcomes = success_criteria | Six month progress = progress
Code = ref | Action title = text | Directorate = leads | Due by = timescale | Performance indicators = success_criteria | Progress commentary = progress | Traffic light = status
What we want to achieve = aim | What we will do to get there = text | Lead officer = leads | Target date = timescale | How we’ll measure success = success_criteria | Budget = own
Improvement activity = text | Rationale = own | Lead = leads | When? = timescale | What will success look like? = success_criteria | What has changed? = progress
Audit finding = aim | Recommended action = text | Grade = own | Named officer = leads | Agreed completion date = timescale | Follow-up position = progress
Priority 1 actions = text | Lead member of staff = leads | Term = timescale | Expected outcomes = success_criteria | Staff development = own | Monitoring and evaluation = own
Objective = aim | Action = text | Executive lead = own | Delivery lead = leads | Delivery date = timescale | Outcome measures = success_criteria | Dependencies = own | Highlight report = own
Ref = ref | Improvement = text | Nominated officer = leads | Proposed completion date = timescale | Desired outcome = success_criteria | Progress (Dec 2026) = progress | Progress (June 2026) = progress
Actions/Tasks = text | Lead staff = leads | Start = own | Finish = timescale | Evidence of success = success_criteria | Impact statement = own
Care Inspectorate area for improvement = aim | What action will be taken? = text | Who has responsibility for this? = leads | Timescale to complete = timescale | How will this be evidenced? = success_criteria | Sign off = own
Goal = aim | Specific steps = text | Who = leads | By = timescale | Signs of success = success_criteria | Obstacles = own | Achievements to date = progress
Quality Indicator = indicators | Strengths = own | Action for improvement = text | Leads = leads | Timings = timescale | Desired impact = success_criteria | Reviewed = own
ID = ref | Milestone = text | Accountable lead = leads | Baseline date = own | Current forecast date = timescale | Status (RAG) = status | Narrative update = progress
Priority theme = aim | Tasks and activities = text | Partners = own | Lead organisation = leads | Year = timescale | Target outcome = success_criteria | Cost and funding = own
Why are we doing this? = own | What actions will we take? = text | Who will be responsible? = leads | When will we finish? = timescale | How do we know? = success_criteria | What progress have we made? = progress
Recommendation = aim | Accepted? = own | Action to implement recommendation = text | Action lead = leads | Implementation date = timescale | Intended benefit = success_criteria | Action status = status | Evidence of completion = own
Action = text | Pupils involved = own | Lead teacher = leads | To be done by = timescale | Expected impact on pupils = success_criteria | HGIOS 4 QI = indicators | PEF spend = own
Ref. = ref | Agreed action = text | Responsible lead = leads | Deadline for completion = timescale | Outcome/impact = success_criteria | Progress and next steps = progress | On track? = status
Report paragraph = own | Page = pages | Point for action = text | College lead = leads | Date due = timescale | Evidence of achievement = success_criteria | Current position = progress
Improvement goal = aim | Planned interventions = text | Teacher in charge = leads | Date to be achieved = timescale | Expected result = success_criteria | Interim review = progress
What = text | Who by = leads | When = timescale | How will we know it worked? = success_criteria | What it will cost = own | What happened? = progress
Inspection theme = aim | Planned activity = text | Officer responsible = leads | Anticipated completion date = timescale | Measurable outcome = success_criteria | Risks and issues = own | Progress RAG = status | Officer comments = progress
Priority action = text | Lead director = own | Senior responsible officer = leads | Milestone date = own | Due for completion = timescale | Success metric = success_criteria | Position statement = progress
Task = text | Allocated to = leads | Priority (H/M/L) = own | Target finish date = timescale | Definition of done = success_criteria | Update since last meeting = progress | Open/closed = status
"""
