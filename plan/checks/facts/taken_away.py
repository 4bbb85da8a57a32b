"""What is taken from people, or charged for: a place that closes, a service that ends, a limit.

One reader for all that asks of it: E51 where an effect is denied, E55 where people are asked too
late, E42 where it is taken from an island.
"""

import re

from plan.model.rows import Action
from plan.text.patterns import pattern_with
from plan.text.remembered import remembered, remembered_by_row
from plan.text.signs import Signs

_PLACES = (
    r"(?:librar\w+|hostels?|centres?|schools?|nurser\w+|halls?|homes?|offices?|branch\w*|services?|"
    r"units?|routes?|toilets?|pools?|clinics?|depots?|museums?|provision|gritting|buses|grants?|"
    r"day care|support|wards?|courses?|clubs?|(?:public )?conveniences|service points?)"
)
_IS_CLOSED = re.compile(
    r"\A\W*(?:\w{1,4}[.)] )?(?:to )?(?:agree|approve|adopt|note and approve)s?\b[^.;]{0,40}?"
    rf"(?:\b{_PLACES}\b[^.;]{{0,50}}? (?:closes?|ceases?|(?:is|are|be|should be) (?:closed|"
    r"withdrawn|discontinued|ended))\b|\b(?:closures?|withdrawal|ending) (?:of|and)\b)|"
    r"\b(?:asked|invited|recommended) to (?:agree|approve) the closures?\b",
    re.IGNORECASE,
)
"""A decision by which something closes, whatever the words: "agree that the hostel closes"."""
_VERB = (
    r"(?:(?P<hard>clos(?:e|ing)|withdraw\w*|end(?:ing)?|stop\w*|discontinu\w+|ceas(?:e|ing)|"
    r"scrap\w*|abolish\w*|shut\w*)|(?:cut\w*|reduc(?:e|ing)|halv(?:e|ing)|merg(?:e|ing)|limit\w*|"
    r"restrict\w*|remov(?:e|ing)|delet(?:e|ing)))"
)
_VERBS = Signs(
    "clos withdraw end stop discontinu ceas scrap abolish shut cut reduc halv merg limit restrict "
    "remov delet"
)
_TAKES_AWAY = re.compile(rf"\A\W*(?:to )?{_VERB}\b (?P<what>[^.;]+)", re.IGNORECASE)
_PARTS = re.compile(rf" and (?={_VERB.replace('?P<hard>', '?:')} )", re.IGNORECASE)
_KEPT = re.compile(
    r"\A(?:(?:the )?(?:\w+ )?gaps?\b|(?:each|every) [^.;]{3,40}? with\b|(?:to|off|in|on|of|for|"
    r"with|from|at|by|into|up|down|the use|us(?:e|ing)|red tape)\b|[^.;]*?\b(?:waste|wait(?:s|"
    r"ing)|queues?|time|paper\w*|plastics?|carbon|energy|delays?|errors?|duplicat\w+|stigma|"
    r"violence|bullying|discriminat\w+|harm|abuse|fly|smoking|cases?|complaints?|risks?|actions?|"
    r"audits?|accounts?|loops?|files?|records?|project|use of|need for|practice|decline|fall|"
    r"drop(?!-)|rise|loss|spread|shortages?|reliance|homeless\w*|poverty|exclusions?|absence|debt|"
    r"arrears|inequalit\w+|isolation|offending|misuse|meetings?|year|phase|contracts?|registers?|"
    r"websites?|lists?|databases?|process\w*|spend\w*|costs?)\b)",
    re.IGNORECASE,
)
"""What may well end: nobody loses by it."""
CHARGES = re.compile(
    r"\A\W*(?:to )?(?:charge\b(?! (?:of|(?:\w+ )?(?:vehicles|cars|vans|batteries|phones))\b)|"
    r"(?:introduce|bring in|agree|approve|set|raise|increase|double)\w* (?:(?!review|options|"
    r"report|consultation)[\w£’'.,-]+ ){0,4}?(?:charges?|fees?|fares?|rents?|tariffs?)\b(?! "
    r"(?:card|holder|payer|waivers?|relief|exempt\w*|levels in line|for filming)))",
    re.IGNORECASE,
)
LIMITS_AGE = pattern_with(
    r"\b(?:upper |lower |minimum |maximum )?age limits?\b|\b(?:minimum|maximum) age\b(?! of "
    r"(?:\w+ )?(?:vehicles|buses|fleet|equipment|plant|machines))|"
    r"\b(?:only|no longer) (?!staff|drivers|employees)[^.;]{0,40}\b(?:under|over|aged) \d\d\b",
    re.IGNORECASE,
    signs=Signs("age. minimum maximum only. longer."),
)
_FREE = re.compile(r"\b(?:remov|abolish|end|stop|lower|reduc|waiv|free of|no)\w* ", re.IGNORECASE)
_THING = (
    r"(?:(?:mobile |branch )?librar(?:y|ies)|hostels?|(?:day|community|resource|leisure|sports|"
    r"family|youth|drop-in|advice|recycling) (?:centres?|hubs?|points?)|centres?|nurser(?:y|ies)|"
    r"halls?|(?:care|residential) homes?|(?:area|customer|local|cash|housing) offices?|counters?|"
    r"toilets?|conveniences|pools?|clinics?|museums?|theatres?|wards?|units?|beds|places|lunch "
    r"clubs?|clubs?|cafes?|meals(?: on wheels)?|services?|provision|routes?|buses|sailings?|"
    r"ferr(?:y|ies)|flights|transport|collections?|opening hours|hours|classes|lessons|sessions|"
    r"groups?|courses?|concessions?|discounts?|allowances?|passes|payments?|bursar(?:y|ies)|"
    r"(?:hardship|welfare|discretionary) funds?|grants?(?= (?:to|for)\b)|subsid(?:y|ies)|gritting|"
    r"uplifts?|mowing|entitlements?|eligibility|helplines?|bus|visits|vouchers?|support|respite|"
    r"assistants?|wardens?|(?:\w+ )?posts|crossing patrols?|allotments?|play ?parks?|play areas|"
    r"creches?)"
)
_IS_ENDED = (
    r"(?:(?:closes?|ends?|ceases?|stops?)(?= (?:on|in|from|at the end of|after|for good|by)\b|"
    r"[.;,]|$)|will (?:close|end|cease|stop(?! at (?:the|an?|its|every|each)\b)|shut|go)\b|comes? "
    r"to an end|(?:is|are|be|being) (?:permanently |to be |then |all )?(?:closed|shut|withdrawn|"
    r"ended|stopped|wound up|discontinued|abolished|removed|deleted|cut|halved|reduced|axed|"
    r"scrapped|lost|restricted|limited|tightened|narrowed|phased out|decommissioned|disbanded)\b|"
    r"(?:will )?stops? running\b|shuts? its doors\b|no longer (?:be )?(?:provided|offered|"
    r"available|funded|run|paid|supported|open|given)\b)"
)
_ENDED = re.compile(rf"\b{_THING}\b[^.;]{{0,60}}?\b{_IS_ENDED}", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:will|shall|to|and|council|we) (?:then |also |permanently )?(?:close|withdraw|end|stop|"
    r"discontinue|abolish|remove|delete|cut|halve|scrap|restrict|tighten|phase out|decommission) "
    rf"(?:(?!on\b|in\b|of\b|for\b|with\b|from\b|to\b|at\b|by\b)[\w’'-]+ ){{0,5}}?{_THING}\b|"
    r"\bno longer (?:pays?|provides?|offers?|funds?|runs?|supports?|subsidis\w+)\b",
    re.IGNORECASE,
)
_A_PRICE = r"£\d{1,3}(?:\.\d\d)?(?![\d,.]*\d|[km]\b| ?(?:million|thousand|bn))"
_SOLD = (
    r"(?:charges?|fees?|fares?|permits?|tickets?|pass(?:es)?|parking|meals?|lunch(?:es)?|"
    r"memberships?|admission|entry|hire|uplifts?|collections?|sessions?|class(?:es)?|lessons?|"
    r"burials?|swims?|visits?|places?|trips?)"
)
COSTS = re.compile(
    r"\b(?:charges?|fees?|fares?|rents?|prices?|tariffs?)\b[^.;]{0,60}?\b(?:(?:is|are|be) "
    r"(?:brought in|introduced|imposed|raised|increased|doubled)|rises?|go(?:es)? up|increases?)\b|"
    r"\b(?:bring in|introduce|impose|levy|raise|increase|double) (?:[\w£’'.,-]+ "
    r"){0,4}?(?:charges?|fees?|fares?|rents?|tariffs?)\b|\bwill (?:then )?pay £\d[\d.,]* "
    r"(?:(?:(?:a|per|each) \w+ )?more|(?:a|per|each|for)\b)|\b(?:there (?:will be|is)|with) an? "
    rf"(?:\w+ )?(?:charge|fee|fare) of {_A_PRICE}|\b{_SOLD}\b[^.;]{{0,40}}? (?:will |is to |then )*"
    rf"(?:costs?|be|rise to|go(?:es)? up to) {_A_PRICE}|\bonly (?:for|from|to|by) (?:those|"
    r"people|households|residents|families|tenants|customers|members) (?:that|who|which|with) "
    r"(?:hold|have|buy|pay|a) [^.;]{0,20}?(?:permit|pass|ticket|subscription|membership)\b",
    re.IGNORECASE,
)
_NO_PRICE = re.compile(
    r"\b(?:from the (?:\w+ )?budget|to (?:run|make|provide|deliver|build)|audit\w*|licen[cs]e|"
    r"software|consultan\w+|contract\w*|suppliers?|hardware|vehicles?|vans?|the council|tender\w*|"
    r"agency|(?:costs?|prices?) of (?:the )?(?:works?|building|repairs?))\b|\bno (?:\w+ "
    r")?(?:charge|fee|fare)\b",
    re.IGNORECASE,
)
"""What the council pays itself, or nobody."""
_ONLY = re.compile(
    r"\b(?:online|digital(?:ly)?|by app|on the web|by (?:tele)?phone) only\b|\bonly (?:be "
    r")?(?:\w+ )?(?:online|by app)\b|\bcash (?:payments? )?(?:is|are|will) (?:be )?no longer\b",
    re.IGNORECASE,
)
_AS_NOW = r"(?:as (?:now|before|usual|at present)|(?:each|every) (?:night|evening))"
_FOR_A_WHILE = re.compile(
    r"\b(?:temporar\w+|refurbish\w*|repair\w*|resurfac\w*|holidays?|christmas|easter|festive|"
    r"public holiday|early(?= (?:on|for))|reopen\w*|consultation|survey|gaps?|(?:applications?|"
    r"nominations|bids|entries|bookings)\b[^.;]{0,40}? (?:closes?|(?:is|are) due)|vacanc\w+|"
    r"tenders?|(?-i:road|street)|emissions|waivers?|in principle|carbon|energy|errors?|duplicat\w+|"
    r"overlap\w*|queues?|waiting|risk\w*|backlog|sickness|for (?:a|an|one|two|three|\d+) (?:days?|"
    r"weeks?|hours?|months?)|(?:of charge|for|is|are) free(?! (?:today|now|at present))|free of|"
    r"lower(?:ed|s)?|demand|use of|need for|number of|pilot|test|agenc(?:y|ies)|project|programme "
    rf"board|contract|working group|period|term|{_AS_NOW})\b",
    re.IGNORECASE,
)
"""Words by which nothing is taken for good, or nothing that people would miss."""
_SIGNS = Signs(
    "clos end ceas stop shut withdr discontin aboli remov delet cut halv redu axe scrap lost "
    "restrict limit confin tight narrow phase decomm disband longer charg fee fare rent price "
    "tariff only pay wound more £"
)
"""What stands wherever something is taken, or charged for."""
_GONE = re.compile(
    r"\b(?:is|are|will be|be) (?:then |all |to be )?(?:scrapped|abolished|withdrawn|discontinued|"
    r"axed)\b|\b(?:will|shall) cease\b(?! (?:to|the|us))|\b(?:will|do|does) no longer (?!need|"
    r"have to|wait|depend|rely|face|be (?:required|needed|late|asked)|use paper)\w+",
    re.IGNORECASE,
)
"""Gone, whatever it is."""
_NOT_MISSED = re.compile(
    r"\b(?:charges?|fees?|limits?|restrictions?|requirements?|forms?|polic(?:y|ies)|targets?|"
    r"delays?|barriers?|duplicate|boilers?|vans?|old|outdated|software|systems?|versions?|guidance|"
    r"procedures?|objections?|offer|reports?|papers?|recommendations?|complaints?|cases?|notices?|"
    r"fines?|penalt(?:y|ies)|surcharges?|standing orders?|committees?|boards?)\b",
    re.IGNORECASE,
)
"""What nobody misses."""
_LIMITED = re.compile(
    r"\b(?:is|are|will be|be) (?:then |to be )?(?:limited|restricted|confined) to (?:those|people|"
    r"families|households|tenants|residents|pupils|children|adults|carers|users|members)\b",
    re.IGNORECASE,
)


@remembered
def is_taken_by(sentence: str) -> bool:
    """Return whether a sentence of a report tells that something is taken, or charged for."""
    if not _SIGNS.stand_in(sentence) or _FOR_A_WHILE.search(sentence):
        return False
    if any(one.search(sentence) for one in (_ENDED, _ENDS, _ONLY, _LIMITED)) or costs(sentence):
        return True
    return _GONE.search(sentence) is not None and not _NOT_MISSED.search(sentence)


@remembered
def costs(sentence: str) -> bool:
    """Return whether people are to pay, or to pay more, by a sentence."""
    return COSTS.search(sentence) is not None and _NO_PRICE.search(sentence) is None


@remembered_by_row
def takes(action: Action) -> bool:
    """Return whether an action takes something from people, charges for it or limits it."""
    return takes_in(action.text)


@remembered
def takes_in(text: str) -> bool:
    """Return whether a text begins with what it takes away or charges, or limits an age."""
    if _VERBS.stand_in(text) and any(map(_is_taken_away, _PARTS.split(text))):
        return True
    found = CHARGES.match(text) or LIMITS_AGE.search(text)
    return found is not None and not _FREE.search(text[: found.start()])


def _is_taken_away(part: str) -> bool:
    """Return whether a part of a text ends something that is not in the list of what may well end.

    What is cut, merged or limited is named: less of most things is better.
    """
    found = _TAKES_AWAY.match(part)
    if found is None or _KEPT.match(found["what"]) or _FOR_A_WHILE.search(part):
        return False
    if found["hard"] is None:
        return _SERVED.match(found["what"]) is not None
    return _NOT_MISSED.search(found["what"]) is None or _SERVED.match(found["what"]) is not None


_SERVED = re.compile(
    rf"(?:(?:the |all |our )?(?:\w+ )?(?:funding|grants?|subsid\w+) (?:for|to|from|of) )?"
    r"(?:(?!(?:on|in|of|for|with|from|to|at|by|guidance|versions?|requests?|consultation|decline|"
    rf"waits?|temporary|old|pilot|into)\b)[\w’'-]+ ){{0,5}}?{_PLACES}\b",
    re.IGNORECASE,
)


def is_closed_by(decision: str) -> bool:
    """Return whether something closes by a decision."""
    is_left = "gap" in decision or re.search(rf"\b{_AS_NOW}\b", decision, re.IGNORECASE)
    return not is_left and _IS_CLOSED.search(decision) is not None
