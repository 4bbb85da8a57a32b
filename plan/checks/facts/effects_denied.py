"""Where a paper says that it affects nobody, or everybody alike: report, table or assessment."""

import re
from collections.abc import Iterable, Iterator, Sequence

from plan.checks.facts.appended_forms import marked_text
from plan.checks.facts.denials import denial_of
from plan.checks.facts.report_text import report_words, told_in
from plan.checks.paper import Paper
from plan.model.finding import Place
from plan.model.rows import Appendix
from plan.papers.places import appendix_place, passage_place
from plan.text.remembered import remembered

_FEWEST_ROWS = 3
"""From so many rows on a table is one of screening."""
_PEOPLE = (
    r"(?:equalit(?:y|ies)|protected (?:characteristics?|groups?)|(?:particular |specific |"
    r"low[- ]income )?(?:groups?|people|persons?|individuals?|households?|communit(?:y|ies)|"
    r"famil(?:y|ies)|residents|users|customers|characteristics?)|anybody|anyone|"
    r"those (?:who|with)|any (?:negative|adverse) (?:impacts?|effects?)|wellbeing of the community)"
)
_NO_EFFECT = re.compile(
    r"\bnot (?:\w+ ){0,2}?(?:use|need|require|process|share|change|alter)\b", re.IGNORECASE
)
"""What a proposal does without, or leaves as it is: nothing is said of an effect on people."""
_ASSESSMENT = (
    r"(?:(?:(?:equalit\w+|integrated)(?: \w+){0,3} |(?:(?<=\bno )|(?<=full )|(?<=further )|"
    r"(?<=\ban ))impact )(?:assessment|screening)|EQ?IA|IIA)"
)
_DENIES = re.compile(
    r"\bno (?:\w+,? (?:or )?){0,2}?(?:adverse|negative|differential|disproportionate)(?: or \w+)? "
    r"(?:impacts?|effects?)\b|\b(?:no(?:body|[- ]one| (?!other\b)(?:\w+ )?(?:groups?|people|"
    r"person|body|one|households?|characteristics?)))\b(?! else| other)[^.;?]{0,50}?\b(?:(?:is|"
    r"are|will be|would be) (?:\w+ to be |\w+ )?(?:affected|disadvantaged|touched|treated|worse "
    r"off)|los(?:es?|ing)|loses? out)\b|\b(?:effects?|impacts?|plan|proposals?|changes?|"
    r"report)\b[^.;]{0,40} (?:is|are|will be) neutral\b|\bneutral (?:in its |effect|impact|for )|"
    r"\b(?:worse off|los(?:e|es|ing|er)|disadvantaged)\b[^.;?]{0,60}\?\W{0,3}no(?:body|ne|\b)|"
    r"\b(?:affect|impact|treat|bear|appl(?:y|ies))\w*\b[^.;]{0,50}?\b(?:all|every\w*|each|"
    r"both)\b[^.;]{0,40}?\b(?:alike|equally|the same|in the same|in like|no differently)\b|"
    r"\b(?:appl(?:y|ies)|affect\w*|impact\w*) (?:equally|alike|in the same way) (?:to|on|upon)? "
    r"?(?:all|every\w*)\b|\b(?:impact|effect) is the same for (?:all|every\w*|each)\b|\b(?:change|"
    r"charge|policy|scheme|measure) is universal\b|\b(?:all|every) (?:\w+ ){0,2}(?:is|are|will "
    r"be) (?:affected|treated) (?:alike|equally|in the same|the same)\b|\bnot (?:\w+ "
    r"){0,3}(?:that )?[^.;]{0,40}?(?:disadvantage|adversely affect|affect) (?:any\w*|people|"
    r"groups?|those)\b",
    re.IGNORECASE,
)
"""That nobody loses, or all are touched alike, in words of their own."""
_ALL_NONE = re.compile(
    r"[^:]{3,80}: (?:there (?:are|is) )?(?:none|nil|no \w+)[^;]{0,12}", re.IGNORECASE
)
"""A row of a table of screening that finds nothing."""
_OF_EQUALITY = re.compile(r"\bequalit|\bhuman rights|\bwellbeing of", re.IGNORECASE)
_OF_PART = re.compile(r"\b(?:staff|environment\w*|climate|biodiversity|budget)\b", re.IGNORECASE)
"""What else may be unaffected: a sentence of it denies nothing of people's equality."""


def effects_denied(paper: Paper, appended: Iterable[Appendix]) -> Iterator[tuple[Place, str]]:
    """Yield the sentences by which nobody is affected, or all alike, each with its place.

    They stand in the report, in a row of its table of screening, and in appended assessments.
    """
    for words in report_words(paper):
        told = told_in(words)
        if words.passage.kind == "table":
            found = _denied_in_table(told)
        else:
            found = next(filter(_is_denial, told), "")
        if found:
            yield passage_place(paper.plan, words.passage), found
    for appendix in appended:
        for line in marked_text(appendix).split("\n"):
            if _says_nobody(line) and not _OF_PART.search(line):
                yield appendix_place(paper.plan, appendix.id), line.replace("\\", "").strip(" -*")


def _is_denial(sentence: str) -> bool:
    is_of_part = _OF_PART.search(sentence) and not _OF_EQUALITY.search(sentence)
    return _says_nobody(sentence) and not is_of_part


@remembered
def _says_nobody(sentence: str) -> bool:
    if _DENIES.search(sentence) or denial_of(_ASSESSMENT).search(sentence):
        return True
    said = denial_of(_PEOPLE).search(sentence)
    return said is not None and _NO_EFFECT.search(said[0]) is None


def _denied_in_table(rows: Sequence[str]) -> str:
    """Return the row of equality in a table of screening that finds nothing in any row."""
    below = [
        row for row in rows if not row.lower().startswith(("impact assessment", "area", "duty"))
    ]
    if len(below) < _FEWEST_ROWS or not all(map(_ALL_NONE.fullmatch, below)):
        return next(filter(_is_denial, rows), "")
    return next((row for row in below if row.lower().startswith("equalit")), "")
