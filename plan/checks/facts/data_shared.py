"""Personal data that go to somebody else, and where a paper says that there are none.

A report or a form that says that no personal data are shared is held against every action and
sentence that sends, matches or publishes what is known of people.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan.checks.facts.appended_forms import lines_of_assessments
from plan.checks.facts.denials import denial_of
from plan.checks.paper import Paper
from plan.model.finding import Place
from plan.papers.places import appendix_place, assessment_place
from plan.text.remembered import remembered
from plan.text.sentences import sentences_in

_PEOPLE = (
    r"(?:adults?|carers?|tenants?|tenancy|residents?|pupils?|children|learners?|patients?|clients?|"
    r"famil(?:y|ies)|households?|customers?|applicants?|claimants?|users?|people|staff|employees?|"
    r"drivers?|homeless(?:ness)?|benefits?|council tax|case|social work|health|medical|housing|"
    r"education|school meals?|police|(?:tele)?phone|call)"
)
_OF_THEM = (
    r"(?:records?|files?|notes|details|data|information|names|addresses|dates of birth|"
    r"photographs?|accounts|postcodes|(?:support |care )?needs|circumstances|lists?|registers?|"
    r"databases?|systems?|claims|histor(?:y|ies)|numbers and addresses|case notes)"
)
_GOES = (
    r"(?:(?:build|create|keep|compile|set up) (?:an? |the )?(?:\w+ )?(?:register|list|database)|"
    r"exchang\w+|shar(?:e|es|ed|ing)|pass(?:es|ed|ing)?|send(?:s|ing)?|sent|give[sn]?|giving|"
    r"transfer\w*|match\w*|link\w*|pool\w*|combin\w+|publish\w*|joint|go to|goes to|upload\w*|"
    r"access to|supply|supplied|supplies|provid\w+ to|disclos\w+|cross-check\w*|merge[sd]?|"
    r"held on (?:the |an? )?[\w’' -]{0,30}?(?:app|cloud|platform|contractor)|use (?:the |its )?"
    r"[\w ]{0,20}?(?:register|records) to (?:find|identify|target))"
)
_PASSED_ON = re.compile(rf"\b{_GOES}", re.IGNORECASE)
_WHAT_IS_KNOWN = re.compile(
    rf"\b(?:{_PEOPLE}\b['’]?(?: \w{{1,30}}){{0,2}} {_OF_THEM}|{_OF_THEM}(?: and {_OF_THEM})? (?:of|"
    rf"about|on|"
    rf"for|from) (?:(?:all|the|each|every|any|vulnerable|named|young|older|at-risk) "
    rf"){{0,3}}{_PEOPLE}|"
    r"(?:council tax|electoral|housing|pupil) registers?)\b",
    re.IGNORECASE,
)
_OF_NOBODY = re.compile(
    r"\b(?:send|give|provide|offer)s? (?:all |each |every )?(?:staff|famil(?:y|ies)|households?|"
    r"tenants?|residents?|carers?|parents?|people|customers?|pupils?) (?:with )?(?:an? |the "
    r")?(?:list|details|information|data|register)\b|\b(?:waiting[- ]times?|anonym\w*|aggregat\w*|"
    r"statistic\w*|totals?|figures|counts?|numbers? of|good practice|guidance|training|lessons|"
    r"publicly available|committee|(?<!health )board|members of the|councillors|agenda|how to|"
    r"leaflets?|awareness|stories|examples|car park|building|register of (?:assets|buildings|land|"
    r"risks?)|risk registers?|with consent|protocols?|agreements?)\b",
    re.IGNORECASE,
)
"""Words by which nobody can be told from what is passed on."""
_NAMED = r"(?:DPIA|(?:data protection|privacy)(?: impact)?(?: assessment)?s?)"
_OF_DATA = (
    rf"(?:{_NAMED}|personal (?:data|information|details)|data (?:rights|sharing)|information "
    r"governance|gdpr)"
)
_NO_SHARING = re.compile(
    r"\bno (?:\w+ ){0,2}?(?:sharing|processing|use|exchange|collection|transfer) of (?:any )?"
    r"(?:personal|sensitive|people['’]?s?)\b|\bno personal (?:data|information)\b",
    re.IGNORECASE,
)
_LETTERS = ("personal", "data", "dpia", "privacy", "gdpr", "information gov")
_MADE = re.compile(
    rf"\b{_NAMED}\b[^.;]{{0,60}}?\b(?:completed|carried out|made|done|approved|in place|attached|"
    r"published|updated|signed)\b",
    re.IGNORECASE,
)


class Denied(NamedTuple):
    """A sentence by which no personal data are shared, and its place."""

    place: Place
    sentence: str


@remembered
def shares_data(text: str) -> bool:
    """Return whether a text passes on what is known of people, to whomever."""
    return bool(
        _WHAT_IS_KNOWN.search(text) and _PASSED_ON.search(text) and not _OF_NOBODY.search(text)
    )


@remembered
def denies_data(sentence: str) -> bool:
    """Return whether a sentence says that no personal data are used, or need protection."""
    lowered = sentence.lower()
    if not any(one in lowered for one in _LETTERS) or _MADE.search(sentence):
        return False
    return bool(_NO_SHARING.search(sentence) or denial_of(_OF_DATA).search(sentence))


def data_denied_in(paper: Paper) -> Iterator[Denied]:
    """Yield where a form or an appended assessment says it: of the report R47 asks."""
    plan = paper.plan
    for assessment in plan.assessments:
        form = paper.forms.get(assessment.form)
        for question, answer in plan.answers_of(assessment.id).items() if form else ():
            for sentence in sentences_in(answer.text) if form and answer.text else ():
                if form and denies_data(sentence):
                    place = assessment_place(plan, assessment.id, form, question)
                    yield Denied(place, sentence)
    for appendix, line in lines_of_assessments(plan):
        if denies_data(line):
            yield Denied(appendix_place(plan, appendix.id), line.strip(" -*"))
