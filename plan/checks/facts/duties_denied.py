"""Where a paper says that a duty does not apply: of children's rights, poverty or consumers.

An assessment that was made and found nothing is no such word.
"""

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from plan.checks.facts.appended_forms import lines_of_assessments
from plan.checks.facts.denials import denial_of
from plan.checks.facts.report_text import report_words, told_in
from plan.checks.paper import Paper
from plan.model.finding import Place
from plan.papers.places import appendix_place, passage_place
from plan.text.remembered import remembered

Duty: TypeAlias = Literal["children", "fairer", "consumers"]

_CHILDREN = (
    r"(?:child(?:ren)?['’]?s['’]?(?: human)? rights|CRWIA|UNCRC|rights of (?:the )?child(?:ren)?)"
)
_NAMED: dict[Duty, str] = {
    "children": _CHILDREN,
    "fairer": r"(?:fairer scotland(?: duty)?|socio-?\s?economic (?:disadvantage|inequality|duty))",
    "consumers": r"consumers?(?: duty)?",
}
_OF_A_FORM = re.compile(r"\b(?:required|needed|necessary|touched)\b", re.IGNORECASE)
"""That a form is not needed, or what one found."""
_NO_CHILDREN = re.compile(
    rf"\b{_CHILDREN}\b[^\n]{{0,80}}?\b(?:no (?:impact|effect) on children|(?:does|do|will) not "
    r"(?:\w+ )?(?:affect|concern|involve|bear on|touch) (?:any )?(?:children|young people|"
    r"pupils))\b",
    re.IGNORECASE,
)
"""That children are not affected, said of their rights."""
_LETTERS = ("child", "crwia", "uncrc", "fairer", "socio", "consumer")
_MADE = re.compile(
    r"\b(?:assessment|CRWIA|screening|form)\b[^.;]{0,40}? (?:was|were|has been|have been|is) "
    r"(?:\w+ )?(?:completed|carried out|made|done|found|attached|appended|published)\b|"
    r"\bassessment found\b|\b(?:was|were) (?:found|identified)\b",
    re.IGNORECASE,
)


@remembered
def duties_denied_by(sentence: str) -> frozenset[Duty]:
    """Return which duties a sentence says do not apply."""
    lowered = sentence.lower()
    if not any(one in lowered for one in _LETTERS) or _MADE.search(sentence):
        return frozenset()
    found = {
        duty
        for duty, named in _NAMED.items()
        if (said := denial_of(named).search(sentence)) and not _OF_A_FORM.search(said[0])
    }
    if _NO_CHILDREN.search(sentence):
        found.add("children")
    return frozenset(found)


def duty_denied(paper: Paper, duty: Duty) -> tuple[Place, str] | None:
    """Return the first place of the report or an appended assessment that denies a duty."""
    return next((said for said in said_in(paper) if duty in duties_denied_by(said[1])), None)


def said_in(paper: Paper) -> Iterator[tuple[Place, str]]:
    """Yield the sentences of the report and of appended assessments, with their places."""
    plan = paper.plan
    for words in report_words(paper):
        place = passage_place(plan, words.passage)
        yield from ((place, one) for one in told_in(words))
    for appendix, line in lines_of_assessments(plan):
        yield appendix_place(plan, appendix.id), line.strip(" -*")
