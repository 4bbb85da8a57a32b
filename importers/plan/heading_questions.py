"""Words of the questions that headings ask: "Who's leading?", "How we'll know it has worked"."""

import re

from importers.plan.kinds_of_words import known

QUESTION = re.compile(
    r"(?:by |from |until |before |for |to |with )?"
    r"(?:who|whom|whose|when|what|which|how|where|why)\b"
)
_AUX = (
    r"(?:(?:will|would|shall|should|must|could|can|do|does|did|is|are|was|were|be|been|being|have"
    r"|has|had|need|needs|needed|to|going|plan|planning|intend|aim|want|hope|hoping|trying|also"
    r"|still|best|all|school|schools|service|services|council|team|partnership|board|college"
    r"|hscp|ijb|nhs|setting|establishment|staff|officers|partners) )*"
)
_WILL = r"(?:(?:will|would|shall|should|must|is|are|be|has|have|needs|to|going|also|been) )*"
_LEADING = (
    r"(?:lead|leads|leading|led|deliver|delivers|delivering|own|owns|owning|undertake|undertaking"
    r"|implement|implements|implementing|drive|drives|driving|manage|manages|managing|coordinate"
    r"|coordinating|complete|completing|act|action|actioning|ensure|carry out|carrying out"
    r"|(?:take|taking|takes)(?: \w+)? (?:forward|responsibility|lead|action|charge)"
    r"|(?:make|makes|making)(?: \w+)? happen)"
)
_KNOWING = r"(?:know|tell|recognise|see|judge)"
_MEASURING = (
    r"(?:measure|evidence|evaluate|assesse?|demonstrate|show|prove|track|check|test|gauge)"
    r"(?:d|s|n)?"
)
_MEASURED = r"(?:(?:success|progress|impact|improvements?|outcomes?|performance|change) )?"
_DONE = r"(?:do|doing|done|happen|happening)"
_ACTING = (
    rf"(?:{_DONE}|change|deliver|implement|put in place|take place|work on|act|undertake|tackle"
    r"|focus on|carry out|introduce|take forward)"
)
_GOOD = (
    r"(?:success\w*|good|great|excellent|excellence|impacts?|outcomes?|benefits?|difference"
    r"|different"
    r"|better|evidence|results?|see|seen|notice\w*|know|look|looks|improved|gained?|measured?|tell"
    r"|achieved)"
)
QUESTIONS = (
    known(
        "leads",
        rf"whom? {_WILL}{_LEADING}\b.*",
        rf"whom? {_WILL}(?:responsib\w+|accountab\w+|in charge|lead\w*)\b.*",
        r"whom? (?:is|are) (?:on|doing)(?: .*)?",
        rf"whom? {_WILL}(?:do|does|doing)(?: (?:what|work|task|tasks|job|action|actions))?",
        r"(?:by |for )?whom?(?: by)?(?: .*\bby)?",
        r"whose (?:action|responsibility|job|task)\b.*",
    ),
    known(
        "", r"(?:by |from |until )?when\b.*\b(?:start|begin|review|monitor|evaluat|report)\w*\b.*"
    ),
    known(
        "timescale",
        r"(?:by |until |before )?when(?: by)?",
        r"(?:by )?when (?:will|would|shall|should|must|do|does|is|are|can|to|due|needed|be)\b.*",
        r"(?:by )?(?:what|which) (?:is )?(?:\w+ )?(?:date|timescale|deadline|month|term)",
        r"by (?:what|which) (?:\w+ )?(?:date|month|term|year)\b.*",
        r"how long (?:will|do|does|should)\b.*",
    ),
    known(
        "progress",
        r"what (?:has|have|had|was|were|is) (?:been )?(?:done|happened|changed|achieved|completed"
        r"|delivered|improved|taken place|gone)\b.*",
        r"what (?:happened|changed|went|did do|did|done)(?: (?:so far|to date|well|since .*))?",
        r"what (?:\w+ )?progress\b.*",
        r"what (?:actions?|steps|work) (?:has|have) been\b.*",
        r"what is (?:\w+ )?(?:position|status|situation|picture|progress)\b.*",
        r"how (?:far|well|much progress)\b.*",
        r"how (?:are|is|was|were|did|do|have|has) (?:things |progress )?(?:doing|going(?! to)"
        r"|getting on|get on|got on|go|done|progress\w*|perform\w*|gone|coming along)\b.*",
        r"where (?:are|is|have|do|does)(?: things| action)?(?: (?:got|get|stand|reached|come|up"
        r"|at|to|with"
        r"|so far|today|date|been|far|point|at present))*",
    ),
    known(
        "progress:weak", r"what (?:impact|difference|evidence|effect) (?:has|have|did)(?! to)\b.*"
    ),
    known(
        "success_criteria",
        r"what .*\blooks? like\b.*",
        r"(?:what|how) .*\bsuccess\w*\b.*",
        r"how .*\b(?:succeeded|succeeding|made (?:\w+ )?difference)\b.*",
        rf"what {_AUX}{_GOOD}\b.*",
        r"what (?:will|would|should) (?:learners|children|pupils|people|families|students)\b.*",
    ),
    known(
        "success_criteria:weak",
        rf"how {_AUX}{_KNOWING}\b.*",
        rf"how {_AUX}{_MEASURED}{_AUX}{_MEASURING}\b.*",
        rf"how (?:\w+ ){{0,4}}(?:will|can|should|to|is|are) (?:\w+ ){{0,3}}?(?:be )?{_MEASURING}",
    ),
    known(
        "aim, success_criteria:weak",
        r"what (?:(?:do|are|is|would|will|can|could|should|to|want|need|hope|hoping|trying|try|aim"
        r"|aiming|plan|looking|school|service|partnership|team) )*(?<!do to )(?:achieve"
        r"|accomplish)\b.*",
        r"where (?:do |would |will )?(?:want|need|hope|aim|aspire)\b.*",
        r"what is (?:\w+ )?(?:aim|goal|objective|priority)\b.*",
    ),
    known(
        "aim, text:last",
        rf"what {_AUX}(?:want|need|hope|trying)(?: to)? change\b.*",
        r"what (?:do |are )?(?:want|need|hope|hoping|trying) to (?:change|improve)\b.*",
        r"what (?:needs?|has|is|must|should)(?: to)?(?: be)?"
        r" (?:change|improve|improved|better)\b.*",
    ),
    known("success_criteria:weak, text:last", r"what will improve(?:d)?"),
    known(
        "aim",
        r"what .*\b(?:said|say|told|found|find|identified|heard|recommended|learn|learned"
        r"|learnt|tells|shows)\b.*",
        r"what (?:are|do|does|is|want) .*\bimprove$",
        r"what (?:is|are|was|were) (?:\w+ )?(?:issue|problem|concern|finding|gap)s?\b.*",
    ),
    known(
        "text",
        rf"what {_AUX}{_ACTING}\b.*",
        r"what (?:actions?|tasks?|steps?|activit(?:y|ies)|interventions?)\b.*",
    ),
    known(
        "text:weak",
        r"what",
        r"what (?:is )?(?:next|needed|required|plan|planned|plans|solution|response|remedy)",
        rf"how {_AUX}(?:{_DONE}|achieved?|deliver(?:ed)?|get|go|make|improve|address"
        r"|implement(?:ed)?|tackle|act|meet|reach|change|bring)\b.*",
    ),
)
