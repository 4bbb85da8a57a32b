"""Duties that a decision answers besides its form: E36, E39 to E41, E44 and E45.

Each asks once, and only where the paper's own words touch the matter. It is answered by what the
paper says or attaches: an assessment, a declaration that none is required, a consultation.
"""

import re
from collections.abc import Iterator
from datetime import date

from plan.checks.check import Check, Found, check
from plan.checks.facts.duties_denied import duty_denied
from plan.checks.facts.proposed import proposed_in
from plan.checks.facts.report_text import named_as, report_sections, report_words, told_in
from plan.checks.facts.subjects import (
    MAY_CHANGE_A_SCHOOL,
    Subject,
    actions_about,
    changes_a_school,
    decisions,
    headed,
    is_said,
    is_to_decide,
    subjects_of,
    titled,
    titles,
    touches,
    touching,
)
from plan.checks.paper import Paper
from plan.model.finding import Place
from plan.papers.places import (
    passage_place,
    section_place,
)
from plan.papers.report_sections import own_sections
from plan.text.line_breaks import shortened
from plan.text.sentences import sentences_in

SCREENED = re.compile(
    r"\b(?:impact assessments?|screen(?:ed|ing)|equalit(?:y|ies)|eq?ias?|iias?|riat|"
    r"appraisal toolkit|protected characteristics?|assessments? (?:is|are|was|were|"
    r"has been|have been) (?:not )?(?:required|needed|done|made|carried out|undertaken|"
    r"completed))\b",
    re.IGNORECASE,
)
_CHILDRENS_RIGHTS = re.compile(
    r"\b(?:child(?:ren)?['’]?s['’]? (?:human )?rights|child rights|crwia|uncrc|"
    r"rights of the child)\b",
    re.IGNORECASE,
)
_FAIRER = re.compile(
    r"\b(?:fairer scotland|low[- ]incomes?|socio-?\s?economic|inequalit(?:y|ies) of outcome)",
    re.IGNORECASE,
)
_CONSUMERS = re.compile(r"\bconsumers?\b", re.IGNORECASE)
_CONSULTED = re.compile(
    r"\b(?:schools \(consultation\)|2010 act\b|statutory consultation|consultation (?:report|"
    r"paper|proposal)|proposal (?:paper|document)\b|educational benefits statement)",
    re.IGNORECASE,
)
_FORCES = re.compile(r"\b(?:armed forces|veterans?|service (?:families|personnel)|"
r"forces covenant)\b",
                     re.IGNORECASE)  # fmt: skip
_FORECLOSES = re.compile(
    r"\W*(?:to )?(?:approve|agree|adopt)s?\b(?![^.;]{0,200}\b(?:consult|proposal))", re.IGNORECASE
)
_EQUALITY = re.compile(
    r"\bequalit|\bimpact assessment|(?<!risk )(?<=[a-z] )assessments?$|"
    r"\A\W*(?:assessments|impacts?)$|\bscreening|\beq?ias?\b|\biias?\b",
    re.IGNORECASE,
)
_OF_OTHER_DUTIES = re.compile(
    r"\b(?:fairer scotland|socio-?\s?economic|consumers?|island|uncrc|crwia|"
    r"child(?:ren)?['’]?s['’]? rights|data protection)\b",
    re.IGNORECASE,
)
_SCREENED_LATER = re.compile(
    r"\b(?:will|shall|(?:is|are|has|have) (?:yet |still )?to) (?:then |also |now )?be\b|"
    r"\b(?:not yet|(?:has|have|is|are) (?:yet|still) to|yet to (?:be|decide|determine|consider)|"
    r"whether (?:an? |any )?(?:[\w-]+ ){0,3}?(?:assessment|eq?ia|iia|screening) (?:is|was|will be)|"
    r"to follow|to be (?:completed|done|carried out|made|confirmed|undertaken|considered|"
    r"prepared)|in due course|pending|awaited|tb[acd])\b",
    re.IGNORECASE,
)
_HAS_FOUND = re.compile(
    r"\b(?:screening|assessment|EQ?IA|IIA)\b[^.;]{0,60}?\b(?:found|finds|showed|shows|concluded|"
    r"was (?:made|done|carried out))\b",
    re.IGNORECASE,
)
"""An assessment that was made, whatever else is still to come by its sentence."""
_OF_ANOTHER_TOPIC = re.compile(
    r"\W*(?:sustainab\w+|strategic environmental \w+|sea|environment\w*|climate(?: change)?|"
    r"biodiversity|risk(?: management)?|procurement|health and safety) ?[:–—-]",
    re.IGNORECASE,
)
"""A clause of the screening that is of another topic: "Sustainability: screened, no effect"."""
_IS_LAW = re.compile(
    r"\b(?:must|(?:is|are) (?:required|obliged) to|duty (?:to|under)|due regard|commit\w*)\b",
    re.IGNORECASE,
)
_2010 = "Equality Act 2010"
_UNCRC = (
    "UNCRC (Incorporation) (Scotland) Act 2024, section 6, in force from 16 July 2024, in the "
    "functions that it reaches; an assessment of children's rights is good practice for councils"
)


@check(
    "E36",
    "ASK",
    "A decision goes with an assessment, or says where its screening is recorded.",
    f"{_2010}, section 149; SSI 2012/162, regulation 5, in force from 27 May 2012",
    since=date(2012, 5, 27),
)
def decision_is_screened(paper: Paper) -> Iterator[Found]:
    """E36: something is to be approved, no form goes with it and no word is said of screening."""
    if not is_to_decide(paper) or paper.plan.assessments or is_screened(paper):
        return
    text = (
        "The committee is asked to decide, and neither an impact assessment nor a screening is "
        "named: where is the screening recorded?"
    )
    yield Found(policy_place(paper), text)


def is_screened(paper: Paper) -> bool:
    """Return whether it is said that the paper was screened or assessed, or need not be.

    What is still to come is not said, nor what the law wants.
    """
    if any(SCREENED.search(named_as(one)) for one in paper.plan.appendices):
        return True
    headed = {one.id for one in report_sections(paper) if _EQUALITY.search(one.heading)}
    for words in report_words(paper):
        for sentence in sentences_in(words.text, at_clauses=True):
            if _SCREENED_LATER.search(sentence) and not _HAS_FOUND.search(sentence):
                continue
            found = SCREENED.search(sentence)
            if found and _OF_ANOTHER_TOPIC.match(sentence) and found[0][:6].lower() == "screen":
                continue
            is_bare = found is not None and found[0][:7].lower() == "equalit"
            if found and not (is_bare and _IS_LAW.search(sentence)):
                return True
            is_of_equality = not _OF_OTHER_DUTIES.search(sentence) and not _IS_LAW.search(sentence)
            if words.passage.section in headed and is_of_equality:
                return True
    return False


@check(
    "E39",
    "ASK",
    "What touches children is assessed for their rights.",
    _UNCRC,
    since=date(2024, 7, 16),
)
def childrens_rights_are_assessed(paper: Paper) -> Iterator[Found]:
    """E39: as E33 of the form, for a paper whose forms do not ask it.

    One action of many that names a school does not make a paper one about children: a remark.
    """
    if _is_asked_by_form(paper, "E33"):
        return
    if names_childrens_rights(paper):
        yield from _denied_of_children(paper) or _not_required(paper)
        return
    if is_to_decide(paper) and touches(paper, "children"):
        is_about = is_about_children(paper)
        text = (
            "This touches children or young people: has it been assessed what it does to their "
            "rights (UNCRC), so far as the Act reaches the function?"
        )
        yield Found(policy_place(paper), text, (), None if is_about else "INFO")


def _denied_of_children(paper: Paper) -> tuple[Found, ...]:
    """Return that children's rights are said not to be touched by a paper about children."""
    said = duty_denied(paper, "children")
    if said is None or not (is_to_decide(paper) and headed(paper, "children")):
        return ()
    text = (
        f"“{shortened(said[1])}” is said, and this is about children or young people: is that so?"
    )
    return (Found(said[0], text, (said[1],), about="denied"),)


def _not_required(paper: Paper) -> Iterator[Found]:
    """Yield that no assessment of children's rights is required, without a word of why."""
    if not (is_to_decide(paper) and headed(paper, "children")):
        return
    said = [
        (words, one)
        for words in report_words(paper)
        for one in told_in(words)
        if _CHILDRENS_RIGHTS.search(one)
    ]
    bare = [(words, one) for words, one in said if _BARELY_NOT_REQUIRED.search(one)]
    if bare and len(bare) == len(said):
        words, sentence = bare[0]
        text = (
            f"“{shortened(sentence)}” is said without a reason, and this touches children or young "
            "people: why is none required?"
        )
        yield Found(passage_place(paper.plan, words.passage), text, (sentence,), about="reason")


_BARELY_NOT_REQUIRED = re.compile(
    r"\b(?:not (?:required|needed|necessary|applicable)|none|n/a)\W*\Z", re.IGNORECASE
)

_FEW = 0.25
"""Up to this share of actions, what they touch is not what the paper is about."""


def is_about_children(paper: Paper) -> bool:
    """Return whether a paper is about children: its headlines say so, or a good part of it."""
    return headed(paper, "children") or touching(paper, "children") > _FEW


def speaks_of_fairness(paper: Paper) -> bool:
    """Return whether the report answers the Fairer Scotland Duty in words."""
    return any("fairer scotland" in words.text.lower() for words in report_words(paper))


def names_childrens_rights(paper: Paper) -> bool:
    """Return whether an assessment of children's rights is named, or goes with the paper."""
    return is_said(paper, _CHILDRENS_RIGHTS)


@check(
    "E40",
    "ASK",
    "A strategic decision answers the Fairer Scotland Duty.",
    f"{_2010}, section 1 (the Fairer Scotland Duty), SSI 2018/101, in force from 1 April 2018",
    since=date(2018, 4, 1),
)
def fairer_scotland_is_answered(paper: Paper) -> Iterator[Found]:
    """E40: as E32 of the form, for a strategic paper whose forms do not ask it."""
    if _is_asked_by_form(paper, "E32") or not is_strategic(paper):
        return
    if said := duty_denied(paper, "fairer"):
        text = f"“{shortened(said[1])}” is said, and the decision reads as a strategic one: why?"
        yield Found(said[0], text, (said[1],), about="denied")
        return
    if is_said(paper, _FAIRER):
        return
    text = (
        "The decision reads as a strategic one: has its bearing on inequality between rich and "
        "poor been assessed (the Fairer Scotland Duty), or declared as not required?"
    )
    yield Found(policy_place(paper), text)


@check(
    "E41",
    "ASK",
    "A strategic decision has regard to consumers.",
    "Consumer Scotland Act 2020, section 21 (the consumer duty of relevant public authorities; "
    "that councils are among them was not read), in force from 1 April 2024, in full from "
    "April 2025",
    since=date(2024, 4, 1),
)
def consumers_are_regarded(paper: Paper) -> Iterator[Found]:
    """E41: nothing is said of consumers; in the first year, of implementation, that is INFO.

    A charge that is to be agreed weighs on consumers whatever the title is, and so does a service
    to the public that closes: whether that is strategic, the officer knows.
    """
    reads_as_one = is_strategic(paper)
    closes = not reads_as_one and closes_for_the_public(paper)
    if not (reads_as_one or closes or _brings_in_a_charge(paper)):
        return
    said = duty_denied(paper, "consumers")
    if said is None and is_said(paper, _CONSUMERS):
        return
    reads = "The decision reads as a strategic one" if reads_as_one else "A charge is to be agreed"
    if closes:
        reads = "Something that the public uses is to close or to end"
    if said is not None:
        text = f"“{shortened(said[1])}” is said. {reads}: is that so?"
        yield Found(said[0], text, (said[1],), about="denied")
        return
    text = (
        f"{reads}: what does it do to consumers, small businesses "
        "among them, and where is that published, or why is no assessment required?"
    )
    is_first_year = paper.judged_at < _IN_FULL or closes
    yield Found(policy_place(paper), text, (), "INFO" if is_first_year else None)


_IN_FULL = date(2025, 4, 1)
_FOR_THE_PUBLIC = (
    r"(?:librar\w+|museums?|(?:public )?(?:toilets?|conveniences)|pools?|leisure centres?|sports "
    r"centres?|community (?:centres?|halls?)|halls?|parks?|playparks?|theatres?|galler(?:y|ies)|"
    r"(?:bus|ferry) (?:services?|routes?)|routes?|recycling (?:centres?|points?)|service points?|"
    r"(?:customer |cash |area )offices?|day centres?|care homes?|hostels?|car parks?|clinics?)"
)
_CLOSES_FOR_THE_PUBLIC = re.compile(
    r"\b(?:clos(?:e|es|ing|ures?)(?: of)?|withdraw\w*|discontinu\w+|end(?:ing)?|ceas\w+) "
    rf"(?:(?!on\b|in\b|at\b|for\b|to\b|from\b|temporar)[\w’'-]+ ){{0,5}}?{_FOR_THE_PUBLIC}\b|"
    rf"\b{_FOR_THE_PUBLIC}\b[^.;]{{0,50}}? (?:closes?|(?:is|are|be) (?:closed|withdrawn|"
    r"discontinued))\b",
    re.IGNORECASE,
)


def closes_for_the_public(paper: Paper) -> bool:
    """Return whether a decision or a title closes what anybody uses: a library, a bus route."""
    if not is_to_decide(paper):
        return False
    return any(map(_CLOSES_FOR_THE_PUBLIC.search, (*titles(paper), *decisions(paper))))


@check(
    "E44",
    "ASK",
    "Moving or closing a school has its statutory consultation, whose outcome stays open.",
    "Schools (Consultation) (Scotland) Act 2010, sections 1 to 10, whose day was not read: asked "
    "of meetings from 2011",
    since=date(2011, 1, 1),
)
def schools_are_consulted_on(paper: Paper) -> Iterator[Found]:
    """E44: a school that closes, merges or moves, without the consultation of the Act."""
    if not is_to_decide(paper):
        return
    is_about = titled(paper, "school") or any(True for _ in actions_about(paper, "school"))
    told = [one.sentence for one in proposed_in(paper)]
    if not (
        is_about
        or any(map(_MOVES.search, (*decisions(paper), *told)))
        or any(map(changes_a_school, (*told, *decisions(paper))))
        or any(changes_a_school(one.text) for one in paper.open_with(MAY_CHANGE_A_SCHOOL))
    ):
        return
    if not is_said(paper, _CONSULTED):
        text = (
            "A school or nursery is to close, merge or move: where is the consultation under the "
            "Schools (Consultation) (Scotland) Act 2010?"
        )
        yield Found(policy_place(paper), text)
    elif not is_said(paper, _REPORTED):
        for words in report_words(paper):
            is_decision = words.passage.kind == "recommendation"
            if (
                is_decision
                and "school" in subjects_of(words.text)
                and _FORECLOSES.match(words.text)
            ):
                text = "The consultation is not reported yet: does this decide what it is to ask?"
                yield Found(passage_place(paper.plan, words.passage), text, (words.text,))


_MOVES = re.compile(
    r"\b(?i:nursery class(?:es)?|nursery|primary|academy|school|gaelic(?: medium)? unit|"
    r"(?:support|language|learning|enhanced) (?:unit|base|provision))\b[^.;]{0,50}? (?:moves?|"
    r"be moved|move|transfers?|be transferred|relocates?) (?:from [^.;]{1,40} )?to (?:the "
    r")?[A-Z][a-z]"
)
_REPORTED = re.compile(
    r"\bconsultation report\b|\b(?:outcome|results?|findings|responses) (?:of|to|"
    r"from) the (?:statutory )?consultation|\bconsultation (?:has been|was) (?:held|carried out|"
    r"completed)",
    re.IGNORECASE,
)


@check(
    "E45",
    "INFO",
    "Housing, education and health decisions have due regard to the Armed Forces Covenant.",
    "Armed Forces Act 2006, Part 16A (section 343AC), SI 2022/1160, in force from November 2022, "
    "on a day that was not read: asked of meetings from December 2022",
    since=date(2022, 12, 1),
)
def covenant_is_regarded(paper: Paper) -> Iterator[Found]:
    """E45: to be known only: most such papers bear on service families as on anybody."""
    if is_to_decide(paper) and titled(paper, "forces") and not is_said(paper, _FORCES):
        text = (
            "Due regard is had to the Armed Forces Covenant in housing, education and healthcare: "
            "does this bear on service families or veterans?"
        )
        yield Found(policy_place(paper), text)


def is_strategic(paper: Paper) -> bool:
    """Return whether a title of what is to be approved names a strategy, budget or such a plan."""
    if not is_to_decide(paper):
        return False
    if any(map(_DECIDES_A_STRATEGY.search, decisions(paper))):
        return True
    strategic: Subject = "strategic"
    return any(
        strategic in subjects_of(text) and not _OF_A_STRATEGY.search(text) for text in titles(paper)
    )


_DECIDES_A_STRATEGY = re.compile(
    r"\A\W*(?:[\w.()]{1,5}\s+)?(?:that |to )?(?:approv|agree|adopt|set)\w*\b[^.;]{0,30}?\b(?:"
    r"(?:revenue|capital|council['’]?s?) budget(?! (?:monitoring|virement|carry|holders?|outturn|"
    r"update|report|of £))(?<!from the revenue budget)(?<!within the revenue budget)|(?:budget )?"
    r"savings (?:for|set|in|of|package|programme|proposals)\b|charging polic(?:y|ies)|"
    r"council tax (?:rates?|levels?|increase))",
    re.IGNORECASE,
)
"""A decision that is a strategic one whatever the title says: savings of a budget, charges."""
_OF_A_STRATEGY = re.compile(
    r"\b(?:updates?|progress|reviews?|audits?|implement\w+|annual report|performance|monitoring|"
    r"teams?|registers?|communications?|risk|information|ict|digital|records|internal|training|"
    r"workforce|(?<!outcomes )(?<!outcome )improvements?|annual accounts|outturn)\b",
    re.IGNORECASE,
)
"""Words of a title by which it is about a strategy, or for the council's own work, and none."""


_NO_CHARGE = re.compile(
    r"\b(?:no (?:\w+ )?(?:fees?|charges?)\b|(?:fees?|charges?) (?:for|of|to) the (?:external )?"
    r"(?:auditors?|audit)\b|(?:audit|arrangement|professional|legal|consultan\w+) fees?\b|"
    r"charges? [^.;]{0,30}\bto the (?:\w+ )?(?:fund|account|budget)\b|(?:review|options) "
    r"(?:of|on|for) (?:the )?(?:\w+ )?(?:charges|fees|charging)\b)",
    re.IGNORECASE,
)
"""What the council itself pays, or charges to an account, is no charge that people pay."""
_CHARGE = re.compile(
    r"\A\W*(?:[\w.()]{1,5}\s+)?(?:that |to )?(?:approv|agree|adopt|introduc|set|"
    r"increas)\w*\b[^.;]{0,60}?\b(?:charging polic(?:y|ies)|charges?(?! of (?!£))|fees?|fares?|"
    r"tariffs?|rent increase)\b",
    re.IGNORECASE,
)


def _brings_in_a_charge(paper: Paper) -> bool:
    """Return whether a decision is to agree what people pay."""
    return any(_CHARGE.search(one) and not _NO_CHARGE.search(one) for one in decisions(paper))


def _is_asked_by_form(paper: Paper, rule: str) -> bool:
    forms = (paper.forms.get(one.form) for one in paper.plan.assessments)
    return any(one.id == rule for form in forms if form for one in form.rules)


def policy_place(paper: Paper) -> Place:
    """Return the place where a report says what it was screened for."""
    sections = paper.council.report.sections
    own = (one for one in own_sections(paper.plan.report) if _EQUALITY.search(one.heading))
    written = (*(one.id for one in sections if one.topics), *(one.id for one in own))
    if headed := next(filter(paper.plan.passages_of, written), ""):
        return section_place(headed)
    return section_place(next((one.id for one in sections if one.topics), sections[-1].id))


DUTY_CHECKS: tuple[Check, ...] = (
    decision_is_screened,
    childrens_rights_are_assessed,
    fairer_scotland_is_answered,
    consumers_are_regarded,
    schools_are_consulted_on,
    covenant_is_regarded,
)
