"""The nouns in headings by what they mean, with what may stand before and behind them."""

import re

from importers.plan.meanings import known

WHO_OR_WHEN = re.compile(
    r"(?:(?:to be|being|will be) )?(?:(?:actions?|work|task|improvement) )?(?:(?:delivered|delivery"
    r"|implemented|implementation|actioned|completed?|completion|done|achieved|undertaken"
    r"|carried out|progressed|taken forward|finished|provided|action) )?by"
)
"""A heading that ends with "by": behind it stands a post or a date."""
TAIL = re.compile(
    r" (?:of|for|to|by|from|that|which|in|on|at|with|as|since|against|towards?|following|under"
    r"|before|after|when|who|are|is|will|being|arising|so|period)\b.*"
)
"""What belongs to a noun and stands behind it."""
PARTICIPLE = re.compile(
    r"(?: (?:made|raised|identified|agreed|planned|proposed|required|needed|sought|expected|set"
    r"|intended|used|noted|recommended))+$"
)
NONE_OF_THEM = re.compile(
    r"%|\b(?:risks?|mitigat\w+|costs?|costed|budgets?|fund(?:s|ing|ed|er)?|spend|finance|finances"
    r"|financial|resourc\w+|locations?|venues?|baselines?|rationale|reasons?|barriers?|obstacles?"
    r"|dependenc\w+|dependent|links?|linked|linkages?|align\w*|categor\w+|types?|telephone|tel"
    r"|phone|mobile|e?mails?|(?<!to )address|consult\w*|training|monitor\w*|oversee\w*|oversight"
    r"|overseen"
    r"|approv\w+|sign off|signed off|strengths?|weakness\w*|confidence|likelihood|severity|quantity"
    r"|price|version|author|escalat\w+|equalit\w+(?! outcomes?)|environmental|legal|accepted|grade"
    r"|score"
    r"|percent\w*|nif"
    r"|national|loip|previous|start|starts|started"
    r"|starting|begin|begins|beginning|began|commence\w*|actual)\b"
)
"""Words in a heading of what no field of a plan holds."""
_BODIES = (
    r"action|actions|delivery|improvement|project|task|activity|service|operational|department"
    r"|departmental|council|partner|partnership|agency|hscp|nhs|ijb|board|team|local|main|overall"
    r"|key|work ?stream|programme|objective|milestone|school|college|implementation|organisation"
    r"|organisational|police|scotland|division|divisional|locality|clinical|professional|health"
    r"|care|social work|education|trust|recommendation|outcome|priority|agreed|proposed|joint|co"
    r"|primary|plan|faculty|curriculum|setting|nursery|nominated|named|designated|identified"
    r"|assigned|allocated|responsible|accountable|theme|area|current|day to day"
)
_PERSONS = (
    r"(?:officers?|persons?|people|staff(?: members?)?|members?(?: of staff)?|individuals?"
    r"|managers?"
    r"|partners?|agenc(?:y|ies)|services?|teams?|groups?|roles?|posts?|post ?holders?|contacts?"
    r"|organisations?|departments?|directorates?|teachers?|practitioners?|professionals?"
    r"|bod(?:y|ies)|boards?|parents?|governors?|champions?|part(?:y|ies)|functions?|heads?|names?|committees?|forums?|nurses?"
    r"|officials?|divisions?|consultants?|lecturers?)"
)
_TOP = r"(?:strategic|executive|corporate|exec|governance|elected member)"
_NO_END = (
    r"(?!.*\b(?:start|starts|begin|beginning|commencement|review|reviewed|meeting|report|reporting"
    r"|reported|last|updated?|created|raised|issued?|inspection|closed|actual|birth|entered|added"
    r"|logged|received|published|approved|written|(?<!be )completed$)\b)"
)
_BEFORE_DATE = (
    r"target|targeted|due|end|finish|finishing|completion|complete|delivery|implementation|planned"
    r"|expected|estimated|anticipated|forecast|forecasted|projected|proposed|agreed|scheduled"
    r"|intended|final|action|closing|go live|required|deadline|proposed|task|by"
)
_OTHER_DATE = (
    r"revised|original|originally|new|current|updated|amended|extended|initial|latest|first"
)
_HOPED = (
    r"intended|expected|desired|anticipated|target|targeted|predicted|projected|measurable|hoped"
    r"|hoped for|likely"
)
_LATEST = (
    r"latest|current|overall|recent|present|action|project|monthly|quarterly|termly|weekly|annual"
    r"|interim|mid|year|session|term|end|of|start|six|month|6|12|half|yearly|general|brief"
    r"|regular|further|officer"
    r"|lead"
    r"|service|team|committee|board|written|detailed|status|narrative|summary|performance|final"
    r"|first|second|additional|any|other|manager|school|council|partner|impact"
)
_ACTS = r"(?:actions?|tasks?)"
_OTHER_ACTS = r"(?:activit(?:y|ies)|steps?|interventions?)"
_AGREED = (
    r"improvement|agreed|proposed|planned|key|specific|required|recommended|intended|main|detailed"
    r"|overall|management|corrective|remedial|follow up|further|new|additional|smart|delivery|local"
    r"|service|school|council|partnership|partner|board|college|police|scotland|hscp|ijb|nhs|team"
    r"|project|priority|high impact|high level|climate|quick win|immediate|short term|medium term"
    r"|long term|strategic|individual|suggested"
    r"|resulting|next|practical|targeted|universal|outstanding|annual|operational|joint|core"
    r"|development|headline|identified|necessary|response|departmental|organisational"
)
_TO_DO = (
    r"(?: (?:points?|items?|steps?|details?|description|title|summary|statement|(?:agreed|required"
    r"|needed|proposed|identified|planned)(?: .*)?|necessary|recommended|.*\bwill\b.*"
    r"|to(?! date\b)\b.*|required .*"
    r"|needed .*|will .*|that .*|which .*|for improvement.*|being taken|for|in|year|session|term"
    r"|in full|(?:need|have|must|are|can|should)\b.*"
    r"|and (?:tasks?|actions?|activities|steps?|interventions?|milestones?)"
    r"|or (?:tasks?|actions?|activity|activities|steps?)|(?:taken )?(?:or|and) (?:planned|proposed)"
    r"))?"
)
_AIMS = (
    r"(?:aims?|objectives?|priorit(?:y|ies)|recommendations?|requirements?|themes?|goals?|findings?"
    r"|issues?|work ?streams?|strands?|standards?|commitments?|ambitions?|drivers?|challenges?"
    r"|(?:audit|inspection|learning|discussion|key) points?|(?:key )?areas?|gaps?(?: identified)?"
    r"|principles?|promises?|pledges?|enablers?|missions?|lessons?(?: learned| learnt)?"
    r"|afis?|areas? (?:for|of) (?:improvement|development|action|focus)|priorit(?:y|ies) for \w+"
    r"|(?:improvement|priority|action|focus|key|development) areas?|pillars?|identified (?:needs?"
    r"|gaps?))"
)
_OF_AIMS = (
    r"(?:(?:strategic|improvement|inspection|audit|service|school|corporate|partnership|key|main"
    r"|overall|overarching|high level|long term|care inspectorate|inspectorate|inspectors|hmics"
    r"|hmie|education scotland|audit scotland|best value|external|internal|report|review"
    r"|self evaluation|care|learning|agreed|plan|delivery|identified|focus|focused|council|board"
    r"|college|cpp)"
    r" ){0,3}"
)
_SERVED = (
    r"(?: (?:identified|raised|description|text|statement|title|made|areas?|themes?"
    r"|(?:from|in|of|for) .*))?"
)

NOUNS_ANYWHERE = (
    known(
        "indicators",
        r"(?!.*\b(?:grades?|scores?|ratings?|levels?|evaluations?)\b)"
        r"(?:.* )?(?:qis?|hgios ?\d?|hgioelc|quality indicators?)(?: .*)?",
    ),
    known("", r".*\b(?:by|from) (?:area|theme|type)\b.*"),
    known(
        "status:asked",
        r"(?:(?:delivery|overall|current|latest|project|action|completion) )*confidence"
        r"(?: (?:rating|assessment|level|rag|status|score))*",
    ),
)
NOUNS = (
    known(
        "status",
        r"(?!.*\b(?:reasons?|last|key|explanation)\b)(?:\w+ ){0,3}?"
        r"(?:w?b?ragb?[gyw]?)(?: (?:period|status|rating|rated|colour|score|assessment|position"
        r"|progress))*",
        r"(?:(?:current|latest|present|action|overall|progress|delivery|task|completion|project"
        r"|implementation|reported|milestone|improvement|recommendation|colour|traffic light"
        r"|updated?) ){0,2}status(?: (?:open closed|colour|rag|brag|rating|open or closed"
        r"|of (?:action|task|recommendation)s?))?",
        r"(?:(?:blue|red|amber|green|yellow|grey|white|black|or|and) ?){2,}",
        r"(?!marital|employment|approval|document|legal)(?:\w+ ){1,3}status",
        r"traffic lights?(?: \w+)?|colour(?: cod(?:e|ed|ing)| rating| status)?",
        r"(?:is |are )?on (?:track|target|schedule)(?: (?:yes no|y n|or not))?",
        r"open (?:or |and )?closed|(?:progress|delivery) rating",
    ),
    known(
        "leads",
        rf"(?:(?:{_BODIES}) ){{0,3}}(?:leads?|lead s|leaders?|owners?|owner s|ownership)",
        r"(?:leads?|owners?) (?:(?:for|of|on|in) .*|responsible|role)",
        rf"(?!.*\b(?:{_TOP[3:-1]}|data|product|business|home|property)\b)(?:\w+ ){{1,2}}"
        r"(?:leads?|leaders?|owners?|lead officers?)",
        r"(?!.*\b(?:reporting|contact|review|data|elected|approving|presenting|chief)\b)"
        r"(?:\w+ ){1,2}officers?",
        r"lead (?!time|indicator|generation|paragraph|up|in|director)\w+",
        rf"(?:(?:{_BODIES}) ){{0,2}}lead(?:ing)? (?:\w+ ){{0,3}}{_PERSONS}"
        r"(?: (?:of staff|responsible|s|for .*))?",
        rf"(?!.*\b(?:{_TOP[3:-1]})\b)(?:\w+ ){{0,3}}?(?:responsib(?:le|ility|ilities)"
        r"|accountab(?:le|ility))(?: .*)?",
        r"senior responsible (?:officer|owner)s?",
        rf"(?:(?:named|nominated|designated|assigned|allocated|identified) ){{1,2}}{_PERSONS}",
        r"(?:to be |being )?(?:led|lead|owned|actioned|undertaken|carried out|taken forward|driven"
        r"|managed|coordinated|co ordinated|progressed|assigned|allocated|delegated|tasked)"
        r" (?:by|to)(?: whom?)?",
        r"(?:\w+ ){0,3}by whom?(?: .*)?|(?:for )?action by(?: whom?)?",
        r"personnel(?: (?:responsible|involved))?",
        rf"{_PERSONS} (?:in charge|leading|assigned|allocated|named|to lead|taking forward)",
        r"(?:action|project|programme|delivery|task) (?:officers?|managers?|holders?)",
    ),
    known(
        "leads:weak",
        rf"(?:\w+ )?{_TOP} (?:leads?|owners?|officers?|sponsors?|managers?|responsibility)|sro"
        rf"|(?:\w+ )?{_TOP} (?:responsib\w+|accountab\w+) (?:owners?|officers?|leads?)|sponsors?"
        r"|lead directors?",
        r"staff|staff members?|members? of staff|teams?|agency|agencies|organisations?"
        r"|directorates?|divisions?|officers?"
        r"|post ?holders?|partner (?:agency|agencies|organisations?)|key (?:staff|people|personnel)"
        r"|delivery partners?|lead and (?:support|partners?)(?: .*)?"
        r"|champions?|guardians?|stewards?|custodians?",
    ),
    known(
        "leads:asked",
        r"(?:to be )?supported by|(?:people|staff|those|partners) involved"
        r"|involving|roles?|contacts?",
    ),
    known(
        "timescale",
        rf"{_NO_END}(?!.*\b(?:{_OTHER_DATE})\b)(?:\w+ ){{0,3}}?(?:time ?scales?|time ?frames?"
        r"|time ?lines?|timings?|deadlines?)(?: .*)?",
        rf"{_NO_END}(?:(?:{_BEFORE_DATE}) ){{1,3}}(?:dates?|completion|finish|end|delivery)"
        r"(?: (?:for|of|to|by) .*)?",
        rf"{_NO_END}dates? (?:action )?(?:for|of|to|by|will|expect|hope|aim|due|expected|planned"
        rf"|agreed|target"
        rf"|targeted|required)\b.*",
        r"(?:to be )?(?:complete|completion|finish|due|achieve|target|action)(?: date)? by"
        r"(?: when| date)?",
        r"(?:to be|must be|will be) (?:completed?|done|finished|achieved|in place|implemented"
        r"|ready)"
        r" by(?: when| date)?|to be (?:completed?|finished|achieved|in place|implemented|ready)",
        r"(?:\w+ ){1,3}by when|(?:target|delivery|completion|end|finish|due"
        r"|implementation) (?:completion )?(?:month|year|quarter|term|session)",
        r"(?:completion|action) due|completion (?:targets?|expected|planned)"
        r"|target for (?:completion|delivery|implementation)",
        r"date by (?:which|when)\b.*",
        r"due|due (?:on|by|for .*|when)|finish|by (?:date|month|term|end of)",
    ),
    known(
        "timescale:weak",
        rf"{_NO_END}(?:(?:{_OTHER_DATE}) ){{1,2}}(?:(?:{_BEFORE_DATE}) ){{0,2}}(?:dates?|completion"
        r"|finish|end|delivery|time ?scales?|time ?frames?|time ?lines?|deadlines?|targets?|due)"
        r"(?: .*)?",
        r"(?:completed?|finished|achieved|done|required|needed|wanted|delivery|expected) by"
        r"|(?:completed?|done|due) on or before|milestone dates?|dates?"
        r"|years?|terms?|sessions?"
        r"|months?|quarters?|schedules?|durations?|periods?|completion|end|(?:time )?horizons?",
    ),
    known("leads:asked, timescale:asked", WHO_OR_WHEN.pattern),
    known(
        "timescale",
        r"(?:will|would|shall|going to|aim to) (?:have .*|be )?(?:finish|complete|do|done|finished"
        r"|completed|ready|in place)(?: \w+)? by(?: when)?",
    ),
    known(
        "success_criteria",
        r"(?:(?:will|would|shall|can|should|able|be|to) )*(?:know|tell)(?: (?:that|if|when))?"
        r"(?: .*\b(?:work|works|working|worked|succeed\w*|success\w*|achieved|done|difference"
        r"|better|improved|there|when|if|because|by))?",
        r"(?:(?:has|have|will|is|will have|will be) )?(?:work(?:s|ed|ing)?|succeed(?:s|ed)?"
        r"|successful|good enough) (?:when|if)",
        r"(?!.*\bplan\b)(?:\w+ ){0,3}?success(?! stor)(?!.* met$)(?: .*)?",
        rf"(?:(?:{_HOPED}|planned|agreed|proposed|key|improved|improvement|personal|learner|pupil"
        r"|service user|learners|smart|service|specific) ){1,2}(?:outcomes?|impacts?|benefits?"
        r"|results?"
        r"|differences?|effects?)(?: (?:for|on|to|of|and|or) .*)?",
        rf"(?:{_HOPED}) (?:changes?|improvements?|outputs?|achievements?)(?: .*)?",
        r"outcomes?(?: (?:for|sought|want|wanted|to be achieved|expected|desired|intended"
        r"|measures?|indicators?"
        r"|impacts?|or impacts?|and .*)\b.*)?",
        r"(?:(?:outcome|impact|performance|improvement|output|progress|achievement|key|quality|kpi)"
        r" ){1,2}(?:measures?|metrics?|measurements?|criteria|criterion|indicators?)(?: .*)?",
        r"measures?(?: (?:of|for|will|used|to be used)\b.*)?|measurables?|metrics?|measured by"
        r"|how measured",
        r"(?:signs?|indicators?|proof|definition) of \w+(?: .*)?",
        r"differences?(?: .*)?|so(?: that)?",
        r"(?!eligibility|selection|referral|entry)(?:\w+ ){0,2}criteri(?:a|on)(?! met)(?: .*)?",
        r"(?:\w+ ){0,2}looks? like(?: .*)?",
    ),
    known("success_criteria:weak, text:last", r"(?:(?:key|agreed|planned) )?outputs?"),
    known(
        "success_criteria:weak",
        r"(?:(?:overall|key|learner|pupil|main|improvement|service|potential|actual|longer term"
        r"|long term) )?impacts?(?: (?:on|for|upon)\b.*)?",
        r"(?:(?:hope|want|expect|will|would|should|going|to|be able) )+(?:see|notice|hear)(?: .*)?",
        r"(?:(?:will|would|shall) )?(?:measure|check|evidence|show|prove|test) .*\b(?:by|with"
        r"|using)|will (?:measure|check|evidence|show|prove|test)",
        r"benefits?(?: (?:to|for|of) .*)?|evidence(?: (?:of(?! progress)|for|that|required|needed"
        r"|sources?"
        r"|to)\b.*)?",
        r"(?:performance|improvement|outcome|impact|stretch|measurable|success) targets?",
        r"kpis?|targets?|measurement(?: (?:plan|methods?|approach|of .*))?|measurements|outputs?",
        r"(?:evaluation|measurement) methods?",
        r"tests? (?:of|for|that) .*",
        r"(?:means|methods?|sources?) of (?:verification|measurement|evaluation|evidence)",
    ),
    known(
        "progress",
        rf"(?:(?:{_LATEST}|rag) ){{0,3}}progress(?! (?:measures?|criteria|indicators?))(?: .*)?",
        r"(?!.*\b(?:dates?|by|frequency|due|next update|updates? to plan)\b)(?!last)"
        rf"(?:(?:(?:{_LATEST}|progress) ){{0,3}}|(?!policy|software"
        rf"|technology)\w+ )updates?(?: .*)?",
        rf"(?:(?:{_LATEST}|follow|up) ){{0,3}}position"
        r"(?: (?:statement|report|to date|(?:as )?at(?! (?:last|previous)\b)|as)\b.*)?",
        r"(?:(?:actions?|work|tasks?|steps?|activit(?:y|ies)|delivery|achievements?|improvements?"
        r"|achieved|completed|done|performance) )*(?:to date|so far|thus far)",
        r"(?:actions?|work|tasks?|steps?|activit(?:y|ies))(?! taken (?:or|and) (?:planned"
        r"|to)) (?:taken|completed|done|undertaken"
        r"|carried out|achieved|delivered)(?: .*)?",
        r"(?:commentary|comments?|notes?|report|narrative|summary|statement) (?:on|of) progress",
        r"(?:\w+ ){0,2}(?:check ?ins?|check ?points?|catch ?ups?|touch ?points?|stock ?takes?"
        r"|temperature checks?)",
        r"(?:\w+ ){1,3}(?:so far|thus far)|did|have done",
        r"achievements?|status (?:report|comments?|commentary|narrative|details?|summary|notes?)",
        rf"(?:(?:{_LATEST}) ){{1,4}}(?:evaluation|position)|evaluations?(?: of .*)?",
    ),
    known(
        "progress:weak",
        rf"(?:(?:(?:{_LATEST}|supporting) ){{0,3}}|(?:\w+ ){{0,2}})(?:comments?|commentary|notes?"
        rf"|narrative|remarks?"
        r"|observations?)",
        rf"(?:(?:{_LATEST}) ){{0,4}}(?:reviews?|feedback)",
        r"(?:impact|outcomes?|evidence) (?:to date|so far)|evidence of progress",
        r"latest(?: news)?|news",
    ),
    known("status:asked, progress:asked", rf"(?:(?:{_LATEST}) ){{0,2}}state(?: of \w+)?"),
    known(
        "progress:asked",
        r"(?:impact|evaluative|evaluation) statements?|completed?|done|achieved|closed",
    ),
    known(
        "sub_action",
        rf"(?:sub|supporting|underpinning|underlying|lower level) ?(?:{_ACTS}"
        rf"|{_OTHER_ACTS}){_TO_DO}",
    ),
    known(
        "text",
        rf"(?:(?:{_AGREED}|priority \d+) ){{0,3}}{_ACTS}{_TO_DO}",
        rf"(?:(?:{_AGREED}) ){{0,3}}{_OTHER_ACTS}{_TO_DO}",
        r"(?:(?:brief|full|short) )?(?:descriptions?|details?|summary|title|names?|outline"
        rf"|statement|wording) of (?:(?:{_AGREED}) ){{0,3}}{_ACTS}{_TO_DO}",
        r"(?:(?:will|would|shall|are|going to|plan to|intend to|need to|must) )+(?:do|doing|try"
        r"|change|deliver)(?: (?:about .*|next|now|together|differently))?",
        r"remed(?:y|ies)(?: (?:agreed|proposed|planned|taken))?",
        r"points? for action|change ideas?|work (?:to be done|required|planned|to .*)",
        r"(?:planned|proposed|agreed) (?:work|improvements?|changes?)|(?:said )?(?:will|would)"
        r"|(?:will|plan to|intend to)|changes? (?:will|to)\b.*",
        r"improvements? (?:to be made|planned|proposed|work)|next steps(?: .*)?",
    ),
    known(
        "aim, text:last",
        rf"{_OF_AIMS}(?:recommendations?|requirements?|objectives?|goals?|commitments?"
        rf"|areas? (?:for|of) (?:improvement|development|action|focus)){_SERVED}",
        r"(?:improvements?|changes?) (?:required|needed|identified)",
    ),
    known(
        "ref",
        r"(?!(?:report|telephone|page|pupil|invoice|account|driver|house|contact|total)\b)"
        r"(?:\w+ ){1,4}(?:ref|reference|no|number)",
    ),
    known("aim", rf"{_OF_AIMS}{_AIMS}{_SERVED}|(?:you |people )?said|asked"),
    known("text:weak, success_criteria:weak", r"(?:key |project |main )?deliverables?"),
    known(
        "text:weak",
        r"(?:(?:management|service|council|auditee|organisation|organisational|agreed|partnership)"
        r" )*responses?(?: .*)?",
        r"milestones?|improvements?|initiatives?|intentions?|projects?|strategies|measures? to .*"
        r"|plan of action",
        r"(?:(?:management|service|action|improvement|delivery|development|work) ){0,2}plan",
        r"(?:proposed|agreed|planned|recommended) (?:solutions?|approach(?:es)?|measures?"
        r"|way forward)",
    ),
    known("text:asked", r"approach(?:es)?|methods?|solutions?|proposals?|implementation"),
    known(
        "ref",
        r"(?:(?:actions?|sub|task|item|unique|plan|improvement|recommendation|rec|line|serial|s"
        r"|objective|outcome|priority|aim|issue|finding|milestone|measure|afi|audit|report"
        r"|inspection) )*"
        r"(?:ref|refs|reference|no|nos|number|code|id|#|identifier)(?: (?:no|number|code|id|#))?",
    ),
)
HEADS = (
    known(
        "ref:asked",
        r"(?:(?:agenda|minute|report|plan|page and|of) )?(?:minutes?|mins?|paras?|paragraphs?"
        r"|sections?|clauses?|items?|entr(?:y|ies)|lines?|index|rows?|steps?|s\.?no)",
    ),
    known(
        "leads:weak",
        r"(?!.*\b(?:contact|reporting|review|line|budget|data)\b)(?:\w+ ){1,3}"
        r"(?:leads?|leaders?|owners?|officers?|managers?|persons?|co ?ordinators?|practitioners?)",
        r"persons?|managers?|co ?ordinators?|practitioners?|person leading",
    ),
    known(
        "success_criteria:weak",
        r"(?:\w+ ){0,3}(?:outcomes?|impacts?|benefits?|measures?|metrics?|results?|evidence|kpis?)",
        r"(?:\w+ ){0,3}(?:indicators|proof)|proof",
    ),
    known(
        "progress:weak",
        r"(?:\w+ ){0,3}(?:commentary|comments?|narrative|evaluations?|progress|achievements?)",
    ),
    known(
        "text:weak",
        r"(?!.*\b(?:preventi\w+|past|complet\w+|disciplinary|legal|no|learning)\b)(?:\w+ ){0,3}"
        rf"(?:{_ACTS}|{_OTHER_ACTS})|tests?",
    ),
    known("aim:weak", rf"(?:\w+ ){{0,3}}(?:{_AIMS}|lessons?|learning|needs?|problems?)|points?"),
)
"""Nouns with any words before them: what they mean where no plainer heading does."""
