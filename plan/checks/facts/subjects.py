"""What a paper touches: children, money, a school that closes, people's data; as its words say.

A word of a title weighs more than one of the text: a paper is about what its title, its decisions,
its aims and its actions speak of, not about all that its background mentions.
"""

import re
from collections.abc import Iterator
from itertools import repeat
from typing import Literal, TypeAlias

from plan.checks.facts.report_text import Words, report_words, words_in
from plan.checks.facts.schools_moved import MAY_BE_MOVED, is_moved
from plan.checks.paper import Paper, once_for_each_paper
from plan.model.rows import Action
from plan.papers.report_sections import own_sections
from plan.text.patterns import late_pattern, signs_of
from plan.text.remembered import remembered, remembered_by_row
from plan.text.signs import Signs

Subject: TypeAlias = Literal[
    "children", "closing", "cost", "data", "school", "strategic", "services", "forces"
]

_CLOSES = (
    r"(?:clos(?:e(?! (?:partnerships?|working|links?|co-?operation|collaboration|relationships?|"
    r"contact|ties|attention|liaison|support|look)\b)|es|ed|ing|ure)|merg(?:e|es|ed|er|ing)|"
    r"amalgamat\w+|discontinu\w+|relocat\w+|rezon\w+|mothball\w*|shut\b|re-?drawn?)"
)
_SCHOOL = (
    r"(?:(?:schools?|(?-i:[A-Z][\w’']+ Primary)|primaries|academy|nurser(?:y|ies)(?: "
    r"class(?:es)?)?)(?! (?:hubs?|hours|holidays?|registers?|"
    r"archives?|librar\w+|offices?|records?|websites?|crossing\w*|funds?|bus(?:es)?|closures?|"
    r"gates?|meals?|kitchens?|transport|waiting|year|day|term|session))|catchment(?: areas?)?)"
)
_WORDS: dict[Subject, str] = {
    "children": (
        r"\b(?<!former )(?<!former primary )(?<!former secondary )(?:bairns?|under[- ](?:fives|"
        r"5s|16s|18s)|breakfast clubs?|child(?:ren|ren's|ren’s|care|hood|minders?)?(?:'s|’s)?|"
        r"young (?:people|persons?|carers?|women|men)|youths?|pupils?|schools?|nurser(?:y|ies)|"
        r"playgroups?|early (?:years|learning)|toddlers?|infants?|babies|teenagers?|adolescents?|"
        r"foster(?:ing|ed)?|kinship|looked[- ]after|throughcare|girfec|named persons?|"
        r"additional support needs?|attainment|play (?:strategy|parks?|areas?|sufficiency)|"
        r"childminding|corporate parent\w*|care[- ]experienced|care leavers?|"
        r"adoption (?:services?|agenc\w+|panels?|support|and fostering|order)|adoptive|"
        r"(?:education|youth) (?:strategy|services?|work|plan|scotland|department|improvement|"
        r"authority|committee))\b"
    ),
    "school": (
        rf"\b{_CLOSES}\b (?!(?:the )?(?:\w+ )?gaps?\b)(?:of |between |the |two |three |both |"
        r"its |or |and |(?!offices?\b|librar|kitchens?\b|records\b|files\b|staff\b|teams?\b|"
        rf"pools?\b)\w+ ){{0,5}}?\b{_SCHOOL}\b|\b{_SCHOOL}\b (?:and \w+ (?:\w+ )?{_SCHOOL} )?"
        rf"(?:(?:is|are|was|be|will|to|should|its) ){{0,4}}?{_CLOSES}\b"
    ),
    "closing": (
        r"\b(?:clos(?:e|es|ing|ure) (?!to\b|the gap|gaps?\b|work|link|look|the attainment|"
        r"the poverty|the loop|cooperat|co-operat|partner|relation|monitor|observ|off\b|contact)|"
        r"clos(?:e|es|ed|ing|ure)$|closures?\b|charg(?:e|es|ed|ing)\b(?! of\b)|fees?\b|"
        r"(?:budget |efficiency )?savings? of £|(?:reduc\w+|cut(?:s|ting)?|withdraw\w*|"
        r"stop\w*) (?:the )?(?:\w+ ){0,2}?(?:services?|provision|opening hours|funding|grants?|"
        r"routes?)|age limits?|(?:under|over|aged?) \d\d(?:s\b| only| years? (?:or|and) (?:over|"
        r"under)))"
    ),
    "data": (
        r"\b(?:(?:fit|install|put|place)\w* [^.;]{0,40}?\b(?:sensors?|cameras?|trackers?|"
        r"monitors?) (?:in|into|inside) [^.;]{0,40}?\b(?:homes?|houses?|flats?|bedrooms?|"
        r"tenanc\w+)|cctv|body[- ](?:worn|cam\w*)|(?:case|client|patient|pupil|medical|health|"
        r"social work|tenancy) (?:files|records|notes|data) "
        r"(?:[\w ]{0,20}?)(?:will be|are to be|are|be) (?:shared|exchanged|linked|pooled|"
        r"matched|merged)|(?:predict|scor|flag|forecast)\w* which (?:tenants|families|pupils|"
        r"children|people|households|patients|customers|residents)|(?:carry|wear|fitted with|"
        r"given) (?:\w+ )?(?:trackers|location (?:devices|trackers|tags))|"
        r"(?<!of )calls [^.;]{0,40}?(?:will be|are to be|be) (?:\w+ "
        r")?recorded|dash ?cams?|(?:install|fit|use)\w* (?:\w+ ){0,2}?cameras?|"
        r"(?:film|video|tape)(?:ed|ing)? (?:of )?(?:\w+ ){0,3}?(?:children|pupils|families|"
        r"patients|residents|tenants|people|lessons|visits|interviews|calls|meetings with)|"
        r"record(?:ed|ings?)? (?:of )?(?:\w+ ){0,3}?(?:interviews|calls|meetings with|"
        r"conversations)|(?:sensors?|trackers?) (?:that |which |when |where |"
        r"how )(?:\w+ ){0,4}?(?:children|pupils|families|patients|residents|tenants|people|adults|"
        r"staff)|access to (?:\w+ )?(?:social work|health|medical|pupil|case|patient|"
        r"police|client|gp|education) records?|(?:artificial intelligence|predictive|algorithm\w*|"
        r"machine learning)\b[^.;]{0,60}\b(?:children|pupils|families|patients|residents|tenants|"
        r"people|adults|customers|applicants)|facial recognition|biometric\w*|"
        r"fingerprints?|profil(?:e|es|ing) (?:of )?(?:\w+ ){0,2}?(?:children|pupils|families|"
        r"patients|residents|tenants|people)|(?:data|information)[- ]sharing (?:with|"
        r"between|agreement|protocol|system|platform)|dashboards? (?:of|on|"
        r"for) (?:each |every |individual |named )?(?:pupils?|child(?:ren)?|famil(?:y|ies)|"
        r"patients?|tenants?|clients?|residents?))\b"
    ),
    "strategic": (
        r"\b(?:strateg(?:y|ies)|strategic (?:(?:\w+ )?plans?\b|framework|outcomes?|priorities|"
        r"decisions?|investment|commissioning|reviews?)|capital plan|(?:revenue|capital|council|"
        r"annual|three[- ]year) budgets?|budget \d{4}|(?:council|corporate|community|"
        r"local development|city|housing investment|transformation|financial|commissioning) plan|"
        r"local outcomes? improvement plan|loip|children.?s services plan|transformation programme|"
        r"poverty (?:action |reduction )?plan|council tax|charging policy|asset management plan|"
        r"strategic housing investment)\b"
    ),
    "services": (
        rf"\b{_CLOSES}\b|\b(?:ferr(?:y|ies)|transport|bus(?:es)? (?:services?|routes?)|"
        r"air services?|piers?|harbours?|centralis\w+|rationalis\w+)\b"
    ),
    "forces": (
        r"\b(?:housing|homeless\w*|tenan\w+|education|schools?|pupils?|nurser(?:y|ies)|"
        r"health(?:care)?|nhs)\b"
    ),
    "cost": (
        r"\b(?:recruit(?:s|ing|ment of)?\b(?! (?:[\w-]+ ){0,2}?(?:volunteers?|adopters?|carers?|"
        r"members?|children|young|families|parents|pupils|tenants|mentors?|champions?|"
        r"ambassadors?|buddies|panel\w*|participants?|peer|from within|internally))|employ(?:s|"
        r"ing)? (?:a|an|two|three|four|five|six|\d+)\b(?! (?:[\w-]+ )?(?:approach|method|strategy|"
        r"model|range|variety))|appoint(?:s|ing)? (?![^.;]*\bfrom (?:among|within)\b)"
        r"(?:a|an|two|three|four|five|six|\d+) (?!lead officer|link |designated |named |single )"
        r"(?:new |additional |full[- ]time |part[- ]time |temporary |"
        r"permanent )*(?:\w+ ){0,3}?(?:officers?|workers?|managers?|"
        r"teachers?|co-?ordinators?|posts?|staff|assistants?|advisers?|nurses?|analysts?)|"
        r"(?:buy(?![- ]ins?\b| nothing\b)|purchase(?! (?:ledger|orders?|"
        r"cards?|to pay))|lease(?! (?:[\w’'-]+ ){0,4}to )|hire(?! out)|procure)(?:s|ing)?\b|"
        r"commission(?:s|ing)? (?:an? |the )?(?:outside|external|independent|private|firm|company|"
        r"university|consult\w+)|\A\W*(?:install?|fit|engage|replace)(?:s|ing)? (?:an?|the|all|new|"
        r"two|three|four|five|six|\d+) (?!(?:\w+ )?(?:approach|policy|procedure|form|plan|guidance|"
        r"group|process|template|strategy|person|member|word|term|target)s?\b)|\A\W*(?:provide|"
        r"give|offer) free (?!time|rein|advice|access)|"
        r"build(?:s|ing)? (?:a|an|the|two|three|new|\d+)\b(?! (?:\w+ )?(?:culture|case|plan|"
        r"picture|relationship))|clos(?:e|es|ing) (?!(?:the )?(?:\w+ )?gaps?\b)(?:the |"
        r"two |three |one )?(?:\w+ ){0,3}?(?:schools?|centres?|homes?|offices?|halls?|librar(?:y|"
        r"ies)|depots?|units?)\b(?!['’])|sav(?:e|es|ing) £)|(?:cost\w*|spend\w*|pay\w*|invest\w*|"
        r"pric\w*|budget\w*|fund\w*|grants?|sav(?:e[sd]?|ings?)|worth|fees?|"
        r"charg\w+)\b[^.;]{0,40}£ ?\d|£ ?\d[\d,.]*(?: ?(?:k|m|million))? (?:a|per|each|"
        r"every) (?:year|annum|month|week)\b"
    ),
}
_PATTERNS: dict[Subject, re.Pattern[str]] = {
    subject: re.compile(words, re.IGNORECASE) for subject, words in _WORDS.items()
}
_CLOSING = "clos merg amalgam discontinu relocat rezon mothball shut draw redraw"
_SIGNS: dict[Subject, Signs] = {
    "children": Signs(
        "bairn under breakfast child young youth pupil school nurser playgroup early toddler "
        "infant babies teenager adolescent foster kinship looked throughcare girfec named "
        "additional attainment play corporate care adopti education"
    ),
    "school": Signs("school primar academy nurser catchment", _CLOSING),
    "closing": Signs("clos charg fee saving reduc cut withdr stop age under over"),
    "data": Signs(
        "sensor camera tracker monitor cctv body file record note data predict scor flag forecast "
        "location dash film video tape access intelligence algorithm machine recognition "
        "biometric fingerprint profil information dashboard detail"
    ),
    "strategic": Signs(
        "strateg capital revenue council annual three budget corporate community local city "
        "housing transformation financial commissioning loip child poverty charging asset"
    ),
    "services": Signs(f"{_CLOSING} ferr transport bus air pier harbour centralis rationalis"),
    "forces": Signs("housing homeless tenan education school pupil nurser health nhs"),
    "cost": Signs(
        "recruit employ appoint buy purchas leas hir procur build clos sav commission "
        "instal fit engag replac provide give offer £"
    ),
}


@remembered
def subjects_of(text: str) -> frozenset[Subject]:
    """Return what a text touches."""
    return frozenset(one for one in _WORDS if _touches(text, one))


def _touches(text: str, subject: Subject) -> bool:
    return _SIGNS[subject].stand_in(text) and _PATTERNS[subject].search(text) is not None


_PEOPLE = (
    r"(?:drivers?|tenants?|patients?|pupils?|child(?:ren)?|residents?|applicants?|applications?|"
    r"famil(?:y|ies)|customers?|staff|workers?|visitors?|users?|clients?|people|members|employees?|"
    r"carers?|households?|wardens?|attendants?|interviews?|calls?)"
)
_WATCHES = late_pattern(
    rf"(?=.*\b{_PEOPLE}\b)(?=.*\b(?:cameras?|cctv|monitors?|sensors?|trackers?|biometric\w*|"
    r"fingerprints?|facial|software|algorithms?|artificial intelligence|AI|database|dashboards?|"
    r"number plates?|wearables?|GPS|telematics)\b)(?=.*\b(?:record\w*|film\w*|score[sd]?|scoring|"
    r"profil\w*|predict\w*|join(?:ed|s)?|link\w*|match\w*|shar(?:e|es|ed|ing)|pool\w*|combin\w*|"
    r"tracks?|tracking|monitors?|monitored|scan\w*|recognis\w*|identif\w*|held|watch\w*)\b)|"
    r"\b(?:data|information|records|details) (?:of|on|about) [^.;]{0,40}?"
    rf"\b{_PEOPLE}\b[^.;]{{0,20}} (?:is|are|be) (?:passed|shared|given|sent|linked|matched|"
    r"joined) |\b(?:recognis(?:e|es)|identif(?:y|ies)) (?:faces|people)\b|"
    r"\b(?:records?|tracks?|shows?) where (?:each|every) [^.;]{0,40}? is\b|\blogs? where (?:they|"
    r"people|staff) are\b|\b(?:number plate|ANPR|surveillance|cctv|security|"
    r"body)[- ](?:recognition )?cameras?\b[^.;]{0,30}"
    r"\b(?:put up|installed|fitted|worn|mounted|placed|introduced|used)\b",
    re.IGNORECASE | re.DOTALL,
    signs=Signs(
        "camera cctv monitor sensor tracker biometric fingerprint facial software algorithm "
        "artificial ai. database dashboard plate wearable gps telematic data information records "
        "details recognis identif log record track show"
    ),
)
_SCHOOL_CHANGES = late_pattern(
    r"\A(?=.*\b(?:schools?|primar(?:y|ies)|academ(?:y|ies)|nurser(?:y|ies)|catchments?|campus|P1|"
    r"S1)\b)(?=.*\b(?:brought together|ceases? to operate|under one roof|one campus|will (?:then "
    r")?close|will merge|amalgamated|(?:boundar(?:y|ies)|catchments?)\b[^.;]{0,60}\b(?:redrawn|"
    r"changed?|moved?|altered)|no (?:new )?(?:P1|S1|first[- ]year)\b|(?:is|are|be) (?:closed|"
    r"discontinued|amalgamated|merged|mothballed)|(?:nursery (?:class(?:es)?|provision)|(?:primary|"
    r"secondary) (?:classes|stages?))\b[^.;]{0,30}? "
    r"(?:is|are|be) (?:withdrawn|ended|shut)|"
    r"(?:campus|new school)\b[^.;]{0,30}?\breplaces? (?:the )?(?:\w+ ){0,3}(?:schools|"
    r"primaries)\b))",
    re.IGNORECASE | re.DOTALL,
    signs=Signs(
        "school primar academ nurser catchment campus p1 s1",
        "brought cease roof campus close merge amalgam redrawn change moved altered p1 s1 first "
        "discontinued mothball withdrawn ended shut replace",
        "brought cease roof campus close merge amalgam redrawn change moved altered no. "
        "discontinued mothball withdrawn ended shut replace",
    ),
)
_PART_OF_A_SCHOOL = (
    r"(?:nurser(?:y|ies)(?: (?:class(?:es)?|school|unit|provision))?|(?:\w+ )?(?:primary|"
    r"secondary|special)(?: school)?|academy|school(?: roll)?|(?:support|language|enhanced|"
    r"Gaelic(?: medium)?|communication) (?:unit|base|provision)|early (?:learning(?: and "
    r"childcare)?|years) (?:class|centre|setting))"
)
_PLACE_OF_A_SCHOOL = (
    r"(?:(?:(?:the|an?|its|their|one|former|new|other|neighbouring|vacant|permanent) )+"
    r"(?:(?-i:[A-Z])[\w’'-]+ ){0,4}(?:schools?|primary|academy|campus|(?:\w+ )?buildings?|sites?|"
    r"premises|annexe?|centre|hall|accommodation|hub)|(?:the )?(?:(?-i:[A-Z])[\w’'-]+ ){1,3}"
    r"(?:Schools?|Primary|Academy|Campus|Centre|Street|Road|Avenue|Place|House|Park))"
)
_MOVED = r"(?:(?:mov|relocat|rehous)(?:e|es|ed|ing)|transfer(?:s|red|ring)?)"
_AWAY = (
    r"(?:(?:permanently|for good|out|away|across|and|(?:out of|from) [^.;,]{2,50}?),? ){0,4}"
    r"(?:in)?to "
)
_SCHOOL_MOVES = late_pattern(
    rf"\b{_PART_OF_A_SCHOOL} (?:(?:will|shall|is|are|to|be|then|now|permanently|due|planned) )"
    rf"{{0,5}}(?:{_MOVED} {_AWAY}|rehoused in ){_PLACE_OF_A_SCHOOL}\b|\b{_MOVED} (?:(?!from|to\b|"
    rf"into|through|between)[\w’'-]+ ){{0,3}}?{_PART_OF_A_SCHOOL} {_AWAY}{_PLACE_OF_A_SCHOOL}\b|"
    rf"\b{_PART_OF_A_SCHOOL} (?:will|shall|must|is to|are to) (?:permanently )?leave (?:the |its |"
    rf"their )(?:present |current |old |existing )*(?:building|site|premises|home)\b",
    re.IGNORECASE,
    signs=Signs(
        "nurser primary secondary special academy school unit base provision early",
        "mov relocat rehous transfer leave",
    ),
)
"""A school or a class of it that goes to another building, whoever moves it."""
_STAGES = r"(?:P[1-7]|S[1-6]|(?:upper|lower|senior|early|infant|first) (?:stages?|school|years?))"
_STAGES_END = late_pattern(
    rf"\b{_STAGES}(?: ?(?:to|and|[-–]) ?{_STAGES})? (?:at [^.;]{{3,40}} )?(?:(?:will|shall|is|are|"
    rf"to|be) ){{1,3}}(?:then |now )?(?:taught at|educated at|discontinued|ended|withdrawn from|"
    rf"moved to) |\b(?:schools?|primary|academy)\b[^.;]{{0,40}} (?:will|shall|is to|are to) "
    rf"(?:lose|no longer (?:have|offer|teach|take)|cease to (?:have|offer|teach)) (?:its |their |"
    rf"the |an? |any |pupils in )?(?:{_STAGES}|nursery(?: class)?)\b",
    re.IGNORECASE,
    signs=Signs(
        "school primary academy stage year p1 p2 p3 p4 p5 p6 p7 s1 s2 s3 s4 s5 s6",
        "taught educated discontinued ended withdrawn moved lose longer cease",
    ),
)
"""Stages that a school has no more."""
_NOT_FOR_GOOD = re.compile(
    r"\b(?:early(?! (?:learning|years)\b)|holidays?|summer break|for (?:the|a|one|two|\d+) "
    r"(?:days?|weeks?|summer|session|election)|school (?:year|day|term|session)|refurbish\w*|snow|"
    r"weather|elections?|polling|temporar\w+|decant\w*|while|same (?:site|campus)|"
    r"training|in-service|libraries|road|lane|street|path|beside|outside|near|opposite|hours|gaps?|"
    r"meetings?|offices?|house|kitchens?|clubs?|use of|(?:each|every) year|end of P7|"
    r"buildings? (?:is|are) sold|good friday)\b",
    re.IGNORECASE,
)
"""A school that closes for a while, or beside which, or of which, something else closes."""
_NAMED_BY_A_ROAD = re.compile(r"\b[A-Z]\w+ (?:Road|Street|Lane) (?=School|Primary)")


@remembered
def watches_people(text: str) -> bool:
    """Return whether a text tells that people are filmed, tracked, scored, or their data joined."""
    if "data" in subjects_of(text):
        return True
    return _WATCHES.search(text) is not None


MAY_CHANGE_A_SCHOOL = Signs.of_any(
    *(_SIGNS["school"], MAY_BE_MOVED),
    *map(signs_of, (_SCHOOL_CHANGES, _SCHOOL_MOVES, _STAGES_END)),
)
"""What stands wherever a school is changed: most actions are not looked through."""


@remembered
def changes_a_school(text: str) -> bool:
    """Return whether a text tells that a school closes, merges, moves or has another catchment."""
    is_one = (
        _touches(text, "school")
        or _SCHOOL_CHANGES.search(text)
        or _SCHOOL_MOVES.search(text)
        or _STAGES_END.search(text)
        or is_moved(text)
    )
    return bool(is_one) and _NOT_FOR_GOOD.search(_NAMED_BY_A_ROAD.sub("", text)) is None


def actions_about(paper: Paper, subject: Subject) -> Iterator[Action]:
    """Yield the open actions that touch a subject."""
    for action in paper.open_with(_SIGNS[subject]):
        if _is_action_about(action, subject):
            yield action


@remembered_by_row
def _is_action_about(action: Action, subject: Subject) -> bool:
    """Return whether an action touches a subject, by what is done and how success is known."""
    text = " ".join((action.text, *action.success_criteria))
    return _PATTERNS[subject].search(text) is not None


def headed(paper: Paper, subject: Subject) -> bool:
    """Return whether the headlines or the purpose of a paper name a subject."""
    return any(subject in subjects_of(text) for text in (*headlines(paper), *purpose(paper)))


def touching(paper: Paper, subject: Subject) -> float:
    """Return which share of the actions touches a subject."""
    touched = map(_is_action_about, paper.actions_with(_SIGNS[subject]), repeat(subject))
    return sum(touched) / max(1, len(paper.plan.actions))


def touches(paper: Paper, subject: Subject) -> bool:
    """Return whether a paper is about a subject, by its headlines, its purpose and its actions."""
    return headed(paper, subject) or any(True for _ in actions_about(paper, subject))


def titled(paper: Paper, subject: Subject) -> bool:
    """Return whether the title of the report or of the plan, or a decision, names a subject."""
    return any(subject in subjects_of(text) for text in (*titles(paper), *decisions(paper)))


def titles(paper: Paper) -> Iterator[str]:
    """Yield the titles of the report and of the plan, those that are not blank."""
    cover = paper.plan.cover
    yield from filter(None, (paper.plan.report.title, cover.title, cover.subtitle))


def headlines(paper: Paper) -> Iterator[str]:
    """Yield titles, decisions and aims: what the paper is about."""
    yield from titles(paper)
    yield from decisions(paper)
    yield from (aim.text for aim in paper.plan.aims)


def purpose(paper: Paper) -> Iterator[str]:
    """Yield what the first section of the report says: what the report is for."""
    yield from (words.text for words in purpose_words(paper))


def purpose_words(paper: Paper) -> tuple[Words, ...]:
    """Return the passages of the report's first section, none where that is what is recommended."""
    first = next(iter(report_words(paper)), None)
    if first is None or first.passage.kind == "recommendation":
        return ()
    return words_in(paper, first.passage.section)


@once_for_each_paper
def decisions(paper: Paper) -> tuple[str, ...]:
    """Return what the committee is asked to decide."""
    said = (words for words in report_words(paper) if words.passage.kind == "recommendation")
    return tuple(words.text for words in said)


_DECIDES = re.compile(
    r"\W*(?:(?:[a-z]|[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})?)[.)]\s*)?(?:that )?(?:(?:the )?(?:\w+ )?"
    r"(?:committee|members|council|board|cabinet|panel|executive) )?(?:to )?"
    r"(?:(?:agree|consider|endorse|note)s?,? (?:and|to) )?(?:approv|adopt|agree|ratif(?:y|ies)\b|"
    r"authoris(?:e|es)\b(?! (?:[\w’-]+ ){1,8}?to (?:report|write|respond|submit|publish|circulate|"
    r"prepare|consult|issue|seek)\b)|endorses? (?:the |this |these )?(?:[\w’-]+ ){0,5}?(?:plan|"
    r"policy|strategy|proposals?|changes|closure|scheme|budget|charges|programme)\b)"
    r"(?!s? (?:that |to receive |to note |to get )?(?:an? |the |its )?(?:\w+ ){0,2}?(?:reports?|"
    r"updates?|briefing)\b(?! and|,? (?:as|be) ))",
    re.IGNORECASE,
)
"""To agree that a report comes is no decision of what is done."""


def is_to_decide(paper: Paper) -> bool:
    """Return whether the committee is asked to approve, adopt or agree something."""
    return any(map(_DECIDES.match, decisions(paper)))


def is_said(paper: Paper, pattern: re.Pattern[str]) -> bool:
    """Return whether the report, its appendices, an assessment or a form's name says something."""
    plan = paper.plan
    if any(pattern.search(words.text) for words in report_words(paper)):
        return True
    files = (f"{one.title} {one.file} {one.text}".replace("_", " ") for one in plan.appendices)
    headings = (one.heading for one in own_sections(plan.report) if plan.passages_of(one.id))
    answers = (answer.text for answer in plan.answer_rows.values() if answer.text)
    return any(pattern.search(text) for text in (*files, *headings, *answers, *_form_names(paper)))


def _form_names(paper: Paper) -> Iterator[str]:
    """Yield the names of the assessments' forms, and the rows that are marked in them."""
    for assessment in paper.plan.assessments:
        form = paper.forms.get(assessment.form)
        if form is None:
            continue
        yield form.name
        answers = paper.plan.answers_of(assessment.id)
        for field in form.every_field:
            answer = answers.get(field.question)
            if field.answered.is_matrix_row and answer and answer.ticks:
                yield field.label
