"""Whom a paper says it asked, and whom it says that nobody asked, wherever it says so.

The report tells that young people were not asked, and the assessment that their forum talked of the
draft on a day: one of the two is wrong. A sentence is read by whom it names and by what was done,
however it is built; a sentence that only some of them were asked, or of another matter, tells
nothing.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan.checks.facts.appended_forms import answered_lines, is_assessment, marked_text
from plan.checks.facts.report_text import report_words, told_in
from plan.checks.facts.spoken_of import stems_of
from plan.checks.paper import Paper
from plan.model.finding import Place
from plan.papers.places import appendix_place, assessment_place, passage_place
from plan.reading.atoms import word_set
from plan.text.remembered import remembered
from plan.text.sentences import sentences_in

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
    "users": r"service users|people who use (?:the |our )?services?",
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
_DENIES = re.compile(
    rf"\b(?:not|never|neither|nor)\b[^.;:]{{0,24}}?\b{_ASKED}|\bstill to be {_ASKED}|"
    r"\bno (?:\w+ ){0,2}?(?:consultation|engagement|involvement|discussions?|surveys?)\b|"
    rf"\bwithout (?:first )?(?:asking|consulting|involving|surveying)\b|\bnobody (?:\w+ )?{_ASKED}|"
    rf"\bnone of [^.;:]{{3,40}} (?:was|were|has been|have been) {_ASKED}|"
    r"\b(?:did|has|have|had) not (?:yet )?(?:ask(?:ed)? (?!for\b|to\b)|consult(?:ed)?|involved?|"
    r"survey(?:ed)?|met|meet|spoken (?:to|with))\b|\bhas yet to be held\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    rf"\b(?:was|were|has been|have been|had been|been) (?:\w+ )?{_ASKED}|"
    r"\b(?:discussed|considered|commented on|talked (?:about|over)|debated|helped (?:to )?(?:write|"
    r"shape|draft|design)) (?:the|this|its|our|an? early) (?:\w+ ){0,2}?(?:plan|draft|proposals?|"
    r"policy|changes?|strategy|actions)\b|"
    r"\b(?:gave (?:us )?(?:their|its) (?:views|opinions?|comments)|took part|replied|responded|"
    r"told us|answered (?:the|our|a) (?:survey|questions))\b|"
    r"\b(?:we|officers|the service|the council|the team|the partnership) (?:also |have |has )*"
    r"(?:asked(?! (?:for|to)\b)|consulted|surveyed|interviewed|met(?: with)?|spoke (?:to|with))\b|"
    r"\b(?:consultation|engagement|discussions?|sessions?|workshops?|focus groups?|surveys?|"
    r"meetings?)\b[^.;:]{0,60}? (?:took place|was held|were held|was carried out|ran|closed)\b|"
    r"\b(?:views|comments|opinions) of [^.;:]{3,60} (?:were|have been) (?:sought|gathered|taken|"
    r"heard|collected)\b|\A(?:yes\W+)?(?:a |the )?(?:consultation|engagement|discussions?|"
    r"workshops?|"
    r"focus groups?|survey|meetings?) (?:with|of|for) ",
    re.IGNORECASE,
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
_OF_ANY_PLAN = word_set(
    "plan plans draft drafts proposal proposals proposed policy strategy change changes report "
    "paper assessment impact impacts action actions itself service services improvement this these "
    "their they them october november december january february march april august september july "
    "june young people forum council parents carers tenants staff pupils children residents"
)
_YEAR = re.compile(r"\b20\d\d\b")
_QUESTION = re.compile(r"\?\s*:?\s*")


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
            if denied.kinds & told.kinds and _is_of_one_matter(denied.sentence, told.sentence):
                return denied, told
    return None


def _all_said(paper: Paper) -> Iterator[Asked]:
    since = paper.judged_at.year - 1
    for place, source, sentence in _sentences(paper):
        read = said_of_asking(sentence)
        if read is None or any(int(one) < since for one in _YEAR.findall(sentence)):
            continue
        yield Asked(place, source, sentence, *read)


def _sentences(paper: Paper) -> Iterator[tuple[Place, str, str]]:
    plan = paper.plan
    for words in report_words(paper):
        if words.passage.kind != "recommendation":
            place = passage_place(plan, words.passage)
            yield from ((place, "the report", one) for one in told_in(words))
    for assessment in plan.assessments:
        form = paper.forms.get(assessment.form)
        for question, answer in plan.answers_of(assessment.id).items() if form else ():
            if form and answer.text:
                place = assessment_place(plan, assessment.id, form, question)
                yield from ((place, "the assessment", one) for one in sentences_in(answer.text))
    for appendix in plan.appendices:
        if is_assessment(appendix):
            place = appendix_place(plan, appendix.id)
            for line in answered_lines(marked_text(appendix)):
                said = _QUESTION.split(line)[-1]
                yield from ((place, "the assessment", one) for one in sentences_in(said))


@remembered
def said_of_asking(sentence: str) -> tuple[frozenset[str], bool] | None:
    """Return which groups a sentence says were asked, or were not (then True); else None."""
    kinds = frozenset(one.lastgroup or "" for one in _GROUP.finditer(sentence))
    if not kinds or _OF_OTHERS.search(sentence):
        return None
    if _DENIES.search(sentence):
        return None if _OF_SOME.search(sentence) or len(kinds) > 1 else (kinds, True)
    if _TELLS.search(sentence) and _OF_VIEWS.search(sentence) and not _NOT_YET.search(sentence):
        return kinds, False
    return None


def _is_of_one_matter(denied: str, told: str) -> bool:
    """Return whether what was not asked about is what was asked about, or is not told."""
    said = _DENIES.search(denied)
    found = _ABOUT.search(denied, said.end() if said else 0)
    about = stems_of(found["what"], _OF_ANY_PLAN, long=4) if found else frozenset()
    return not about or bool(about & stems_of(told, _OF_ANY_PLAN, long=4))
