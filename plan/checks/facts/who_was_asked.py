"""Whom a paper says it asked, and whom it says that nobody asked, wherever it says so.

The report tells that young people were not asked, and the assessment that their forum talked of the
draft on a day: one of the two is wrong. A sentence is read by whom it names and by what was done,
however it is built; a sentence that only some of them were asked, or of another matter, tells
nothing. That nobody at all was asked, or that it is answered so where a form asks who was, holds of
all whom the council serves: its staff and its members may have been.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan.checks.facts.appended_forms import lines_of_assessments
from plan.checks.facts.form_facts import last_date_in
from plan.checks.facts.report_text import report_words, told_in
from plan.checks.facts.spoken_of import stems_of
from plan.checks.paper import Paper
from plan.model.finding import Place
from plan.papers.places import appendix_place, assessment_place, passage_place
from plan.reading.answer_words import says_no_but
from plan.reading.atoms import word_set
from plan.text.line_breaks import shortened
from plan.text.patterns import pattern_with
from plan.text.remembered import remembered
from plan.text.sentences import sentences_in
from plan.text.signs import Signs

_GROUPS = {
    "youth": r"young people|youth (?:forum|council|parliament|panel|voice)|msyps",
    "children": r"children(?! ?(?:['’]s|and families))",
    "pupils": r"pupils?|pupil (?:councils?|forum)|learners",
    "parents": r"parents?|parent councils?|mothers and fathers",
    "carers": r"(?:unpaid |kinship |family )?carers?|carers['’]? (?:forum|centre|group)",
    "staff": r"staff|employees|the workforce",
    "teachers": r"teachers",
    "unions": r"(?:the )?(?:joint )?(?:trade )?unions?|unison|gmb|eis",
    "tenants": r"tenants?|tenants['’]? (?:forum|federation|association|panel)",
    "residents": r"residents?|local people|the community|communit(?:y|ies) councils?",
    "disabled": r"disabled people|people with (?:a )?disabilit(?:y|ies)|(?:the )?access panel|"
    r"disability (?:forum|network|group)",
    "older": r"older people|older people['’]s (?:forum|group)",
    "users": r"service users|people who use (?:the |our )?services?|people with lived experience",
    "members": r"(?:ward|local) members|(?:ward|local) councillors",
    "traders": r"traders|(?:local )?business(?:es)?(?! (?:case|plan|support))",
}
_GROUP = re.compile(
    "|".join(rf"\b(?P<{kind}>{named})\b" for kind, named in _GROUPS.items()), re.IGNORECASE
)
_ASKED = (
    r"(?:consulted|surveyed|interviewed|engaged|involved|approached|heard|invited to comment|"
    r"spoken (?:to|with)|asked(?= (?:about|for (?:their|its) (?:views?|opinions?|comments?)|what|"
    r"on|whether|in|by|at|directly|yet)\b|[.,;)]|$))"
)
_DENIES = pattern_with(
    rf"\b(?:(?:not|never|neither|nor)\b[^.;:]{{0,24}}?\b{_ASKED}|still to be {_ASKED}|"
    r"no (?:\w+ ){0,2}?(?:consultation|engagement|involvement|discussions?|surveys?)\b|"
    rf"without (?:first )?(?:asking|consulting|involving|surveying)\b|nobody (?:\w+ )?{_ASKED}|"
    rf"none of [^.;:]{{3,40}} (?:was|were|has been|have been) {_ASKED}|yet to be {_ASKED}|"
    r"(?:did|has|have|had) not (?:yet )?(?:ask(?:ed)? (?!for\b|to\b)|consult(?:ed)?|involved?|"
    r"survey(?:ed)?|met|meet|spoken (?:to|with))\b|has yet to be held\b)",
    re.IGNORECASE,
    signs=Signs("not. never. neither. nor. still. no. without. nobody. none. yet. has."),
)
_TELLS = pattern_with(
    rf"\b(?:was|were|has been|have been|had been|been) (?:\w+ )?{_ASKED}|"
    r"\b(?:discussed|considered|commented on|talked (?:about|over)|debated|helped (?:to )?(?:write|"
    r"shape|draft|design)) (?:the|this|its|our|an? early) (?:\w+ ){0,2}?(?:plan|draft|proposals?|"
    r"policy|changes?|strategy|actions)\b|\b(?:gave (?:us )?(?:their|its) (?:views|opinions?|"
    r"comments)|took part|replied|responded|told us|answered (?:the|our|a) (?:survey|questions))\b|"
    r"\b(?:we|officers|the service|the council|the team|the partnership) (?:also |have |has )*"
    r"(?:asked(?! (?:for|to)\b)|consulted|surveyed|interviewed|met(?: with)?|spoke (?:to|with))\b|"
    r"\b(?:consultation|engagement|discussions?|sessions?|workshops?|focus groups?|surveys?|"
    r"meetings?)\b[^.;:]{0,60}? (?:took place|was held|were held|was carried out|ran|closed)\b|"
    r"\b(?:views|comments|opinions) of [^.;:]{3,60} (?:were|have been) (?:sought|gathered|taken|"
    r"heard|collected)\b|\A(?:yes\W+)?(?:a |the )?(?:consultation|engagement|discussions?|"
    r"workshops?|focus groups?|survey|meetings?) (?:with|of|for) ",
    re.IGNORECASE,
    signs=Signs(
        "consult survey interview engage involved approached heard invited spoke asked discuss "
        "considered commented talked debated helped gave took replied responded told answered met. "
        "held carried ran. closed sought gathered taken collected workshop focus meeting"
    ),
)
_NOT_YET = re.compile(
    r"\b(?:will|shall|is to|are to|to be|would|could|should|(?-i:may)|might|planned|intend\w*|if|"
    r"propose[sd]?|not|no|never|nobody|none|without|unless)\b",
    re.IGNORECASE,
)
_OF_VIEWS = re.compile(
    r"\b(?:plans?|drafts?|proposals?|policy|changes?|strategy|consult\w*|survey\w*|asked|views|"
    r"met|opinions?|comment\w*|workshops?|focus groups?|engage\w*|drop-ins?|interviewed)\b",
    re.IGNORECASE,
)
"""What people are asked for: somebody who took part in anything else was not asked of the plan."""
_OF_OTHERS = re.compile(
    r"\b(?:inspect\w+|auditors?|care inspectorate|education scotland|ombudsman|national\w*|"
    r"scottish government|other (?:councils?|areas))\b",
    re.IGNORECASE,
)
"""Who asked people for a purpose of their own."""
_OF_SOME = re.compile(
    r"\b(?:all|other|some|many|most|those|enough|remaining|rest|new|again|further|part-time|every|"
    r"until|initially|at first|at that time|then|before|previous\w*|last|formally|directly|"
    r"individually|separately|only|except|apart)\b",
    re.IGNORECASE,
)
"""Words by which only some were not asked, not in one way, or not at one time."""
_ABOUT = re.compile(r"\b(?:about|on|of|over)\b(?P<what>[^.;:]{3,80})", re.IGNORECASE)
_ABOUT_IT = re.compile(
    r"\b(?:about|on|upon|over)\b(?P<what>(?:(?!\bbefore\b|\bwhen\b|\bbecause\b|"
    r"\bby\b)[^.;:,]){3,60})",
    re.IGNORECASE,
)
_OF_ANY_PLAN = word_set(
    "plan plans draft drafts proposal proposals proposed policy strategy change changes report "
    "paper assessment impact impacts action actions itself service services improvement this these "
    "their they them october november december january february march april august september july "
    "june young people forum council parents carers tenants staff pupils children residents"
)
_YEAR = re.compile(r"\b20\d\d\b")
_LINE = re.compile(
    r"\s*[-*]?\s*(?:\d{1,2}(?:\.\d)?\\?[.)] )?(?P<asked>[^:?\n]{3,220}\??):? (?P<said>.*)\Z"
)
_WITHIN = frozenset({"staff", "teachers", "unions", "members"})
"""Who may have been asked although nobody was whom the council serves."""
_EVERYBODY = frozenset({"everybody"})
_PROTECTED = frozenset({"youth", "children", "pupils", "older", "disabled"})
"""Who is asked where a form asks of the communities that the law protects."""
_OF_PROTECTED = re.compile(r"\b(?:protected|equalit)", re.IGNORECASE)
_OF_ANYBODY = re.compile(
    r"\b(?:nobody|no[- ]one|communities|no (?:consultation|involvement|engagement))\b(?! with "
    r"protected)",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"\b(?:readers|visitors|customers|passengers|patients|famil(?:y|ies)|householders?|households|"
    r"(?:members of )?the public|public meetings?|focus groups?|respondents|[\d,]+ (?:people|"
    r"persons|replies|responses|answers))\b",
    re.IGNORECASE,
)
_OF_THE_PLAN = re.compile(
    r"\b(?:plan|drafts?|proposals?|policy|changes?|strategy|consult\w*|survey\w*|questionnaires?|"
    r"views|opinions?|comment\w*|charges?|closures?)\b",
    re.IGNORECASE,
)
_NOBODY_ASKED = pattern_with(
    r"\b(?:(?:no|without(?: any)?) (?:prior |public |community |wider |such )?(?:consultation|"
    r"engagement|involvement)(?: (?:or|and) (?:consultation|engagement|involvement))?\b(?! (?:"
    r"fatigue|paper|document|report|period|responses?|events?|meetings?|sessions?|costs?))|"
    rf"(?:nobody|no[- ]one) (?:was|has been|had been) {_ASKED}|no time (?:for|to) (?:any )?"
    r"(?:consult\w*|engag\w*)|not (?:yet )?been (?:the subject of (?:any |a )?consultation|"
    r"consulted (?:on|upon|about))\b)",
    re.IGNORECASE,
    signs=Signs("no. without. nobody. not."),
)
_HAS_BEEN = re.compile(
    r"\b(?:has|have|had|was|were|took|taken|without|to date|so far|undertaken|carried)\b",
    re.IGNORECASE,
)
_IN_ANOTHER_WAY = re.compile(
    r"\b(?:will|planned|propos(?:e|es|ed) (?:any|no|to)|required|needed|necessary|duty|further|"
    r"additional|formal\w*|statutory|separate\w*|specific\w*|targeted|direct\w*|again|other|until|"
    r"if|unless|should|beyond|besides|except|apart|wider|detailed|individual\w*)\b",
    re.IGNORECASE,
)
"""Words by which people were not asked in one way, or need not be."""
_WITH = re.compile(
    r"\A[^.;:]{0,30}?\b(?:with|of|by|from) (?:the |any |all )?(?P<whom>[^.;:,]{3,60})"
)
_WITH_ANYBODY = re.compile(
    r"\b(?:public|communit(?:y|ies)|people|anyone|anybody|protected|those|stakeholders|families|"
    r"residents|citizens|equality)\b",
    re.IGNORECASE,
)
_ASKS_WHO = re.compile(
    r"\b(?:consult\w*|engage\w*|involv\w*|been (?:heard|asked|spoken))\b", re.IGNORECASE
)
_ASKS_MORE = re.compile(
    r"\b(?:officers?|further|need|needed|will|planned|future|next|staff|unions?|legal|required|why|"
    r"monitor\w*|review|by whom|internal\w*)\b",
    re.IGNORECASE,
)
"""A question of who is yet to be asked, or of who of the council's own was."""
_ANSWERS_NOBODY = re.compile(
    r"\W*(?:no\b(?! (?:later|more|fewer|less))|none\b|nil\b|not yet\b|nobody\b|no-?one\b|"
    r"not consulted|(?:they|people|communities) (?:have|were|had) not\b|"
    r"there (?:has|have|was|were) (?:been )?no\b)",
    re.IGNORECASE,
)
_SHORT = 40
"""Letters up to which an answer is quoted with what it answers."""


class Said(NamedTuple):
    """Which groups of people were asked by what is said, or, where it is denied, were not."""

    kinds: frozenset[str]
    is_denied: bool


class Asked(NamedTuple):
    """A sentence that says of groups of people that they were asked, or that they were not."""

    place: Place
    source: str
    sentence: str
    kinds: frozenset[str]
    is_denied: bool


def asked_and_not_asked(paper: Paper) -> tuple[Asked, Asked] | None:
    """Return the first two sentences that contradict each other about who was asked: denied, told.

    They stand apart from each other, and neither is of another matter or of another year.
    """
    said = list(_all_said(paper))
    for denied in (one for one in said if one.is_denied):
        for told in (one for one in said if not one.is_denied and one.place != denied.place):
            if denied.kinds & told.kinds and _is_of_one_matter(
                denied.sentence, told.sentence, denied.kinds
            ):
                return denied, told
    return None


def _all_said(paper: Paper) -> Iterator[Asked]:
    since = paper.judged_at.year - 1
    for place, source, sentence in _sentences(paper):
        read = said_of_asking(sentence)
        if read is None or not read.is_denied:
            read = said_of_everybody(sentence) or read
        if read is not None and not _is_before(sentence, since):
            yield Asked(place, source, sentence, *read)
    for place, asked, answer in _answers(paper):
        answered = _answered(asked, answer)
        when = last_date_in(answer)
        is_to_come = when is not None and when.first > paper.judged_at
        if answered is None or _is_before(answer, since) or (is_to_come and not answered.is_denied):
            continue
        said = f"{shortened(asked)} {answer}" if len(answer) <= _SHORT else answer
        yield Asked(place, "the assessment", said, *answered)


def _is_before(sentence: str, year: int) -> bool:
    return any(int(one) < year for one in _YEAR.findall(sentence))


def _answers(paper: Paper) -> Iterator[tuple[Place, str, str]]:
    """Yield what assessments answer where they ask who was asked, with the question."""
    plan = paper.plan
    for assessment in plan.assessments:
        form = paper.forms.get(assessment.form)
        answers = plan.answers_of(assessment.id)
        for field in form.every_field if form else ():
            answer = answers.get(field.question)
            if form and answer and answer.text.strip() and _asks_who(field.asks):
                place = assessment_place(plan, assessment.id, form, field.question)
                yield place, field.asks, " ".join(answer.text.split())
    for appendix, line in lines_of_assessments(plan):
        found = _LINE.match(line)
        if found and found["said"].strip() and _asks_who(found["asked"]):
            asked = found["asked"] if found["asked"].endswith("?") else f"{found['asked']}:"
            yield appendix_place(plan, appendix.id), asked, found["said"].strip()


@remembered
def _asks_who(question: str) -> bool:
    return _ASKS_WHO.search(question) is not None and _ASKS_MORE.search(question) is None


def _answered(asked: str, answer: str) -> Said | None:
    """Return who was asked by the answer to that very question, or that nobody was."""
    if _ANSWERS_NOBODY.match(answer):
        first = next(iter(sentences_in(answer)), answer)
        if says_no_but(answer) or _IN_ANOTHER_WAY.search(first):
            return None
        is_of_some = _OF_PROTECTED.search(asked) and not _OF_ANYBODY.search(first)
        return Said(_PROTECTED if is_of_some else _EVERYBODY, is_denied=True)
    said = [one for one in sentences_in(answer) if not _NOT_YET.search(one)]
    kinds = _kinds_in(" ".join(said))
    if not said or not (kinds - _WITHIN or _PUBLIC.search(" ".join(said))):
        return None
    return Said(kinds | _kinds_in(asked) | _EVERYBODY, is_denied=False)


def _kinds_in(text: str) -> frozenset[str]:
    return frozenset(one.lastgroup or "" for one in _GROUP.finditer(text))


@remembered
def said_of_everybody(sentence: str) -> Said | None:
    """Return that nobody was asked by a sentence, or who was; None if it tells neither."""
    found = _NOBODY_ASKED.search(sentence)
    if not (found or _TELLS.search(sentence)) or _OF_OTHERS.search(sentence):
        return None
    if found:
        if not _HAS_BEEN.search(sentence) or _IN_ANOTHER_WAY.search(sentence):
            return None
        whom = _WITH.match(sentence[found.end() :])
        is_anybody = whom is None or _WITH_ANYBODY.search(whom["whom"]) is not None
        is_of_some = _kinds_in(sentence) - {"residents"}
        return Said(_EVERYBODY, is_denied=True) if is_anybody and not is_of_some else None
    if _NOT_YET.search(sentence):
        return None
    kinds = _kinds_in(sentence)
    is_public = bool(kinds - _WITHIN) or _PUBLIC.search(sentence) is not None
    if not is_public or not _OF_THE_PLAN.search(sentence):
        return None
    return Said(kinds | _EVERYBODY, is_denied=False)


def _sentences(paper: Paper) -> Iterator[tuple[Place, str, str]]:
    plan = paper.plan
    for words in report_words(paper):
        if words.passage.kind != "recommendation":
            place = passage_place(plan, words.passage)
            yield from ((place, "the report", one) for one in told_in(words))
    for assessment in plan.assessments:
        form = paper.forms.get(assessment.form)
        asked = {one.question for one in form.every_field if _asks_who(one.asks)} if form else ()
        for question, answer in plan.answers_of(assessment.id).items() if form else ():
            if form and answer.text and question not in asked:
                place = assessment_place(plan, assessment.id, form, question)
                yield from ((place, "the assessment", one) for one in sentences_in(answer.text))
    for appendix, line in lines_of_assessments(plan):
        found = _LINE.match(line)
        if found is None or not _asks_who(found["asked"]):
            place = appendix_place(plan, appendix.id)
            said = line.rpartition("?")[2].lstrip(": ") or line
            yield from ((place, "the assessment", one) for one in sentences_in(said))


@remembered
def said_of_asking(sentence: str) -> Said | None:
    """Return which groups a sentence says were asked, or were not; None if it tells neither."""
    is_denied = _DENIES.search(sentence) is not None
    if not (is_denied or _TELLS.search(sentence)) or _OF_OTHERS.search(sentence):
        return None
    kinds = _kinds_in(sentence)
    if is_denied:
        is_clear = len(kinds) == 1 and not _OF_SOME.search(sentence)
        return Said(kinds, is_denied=True) if is_clear else None
    if kinds and _OF_VIEWS.search(sentence) and not _NOT_YET.search(sentence):
        return Said(kinds, is_denied=False)
    return None


def _is_of_one_matter(denied: str, told: str, kinds: frozenset[str]) -> bool:
    """Return whether what was not asked about is what was asked about, or is not told."""
    said = _DENIES.search(denied)
    pattern = _ABOUT_IT if kinds in (_EVERYBODY, _PROTECTED) else _ABOUT
    found = pattern.search(denied, said.end() if said else 0)
    about = stems_of(found["what"], _OF_ANY_PLAN, long=4) if found else frozenset()
    return not about or bool(about & stems_of(told, _OF_ANY_PLAN, long=4))
