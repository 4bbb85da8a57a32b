"""Where a paper says that it affects nobody, or everybody alike: report, table or assessment."""

import re
from collections.abc import Iterable, Iterator, Sequence

from plan.checks.facts.appended_forms import marked_text
from plan.checks.facts.report_text import report_words, told_in
from plan.checks.paper import Paper
from plan.model.finding import Place
from plan.model.rows import Appendix
from plan.papers.places import appendix_place, passage_place

_FEWEST_ROWS = 3
"""From so many rows on a table is one of screening."""
_DENIES = re.compile(
    r"\bno (?:\w+,? (?:or )?){0,2}?(?:adverse|negative|differential|disproportionate)(?: or \w+)? "
    r"(?:impacts?|effects?)\b|\b(?:equalit\w+|integrated)(?: \w+){0,3} (?:assessment|"
    r"screening)\b[^.;]{0,60}\bnot (?:\w+ )?(?:required|needed|necessary)\b|"
    r"\b(?:EQ?IA|IIA)\b[^.;]{0,60}\bnot (?:\w+ )?(?:required|needed|necessary)\b|"
    r"\bno relevance to equality\b|\bno equalit(?:y|ies) (?:implications|issues|impacts?|"
    r"effects?)\b(?! assess)|"
    r"\b(?:does|do|will|would) not (?:\w+ )?affect\b[^.;]{0,60}\b(?:wellbeing of the community|"
    r"equalit\w+|protected)\b|"
    r"\bno (?:full |further )?(?:(?:equalit\w+|integrated) )?(?:impact assessment|EQ?IA|IIA) "
    r"(?:is|was) (?:\w+ )?(?:required|needed|necessary)\b|"
    r"\bno (?:implications|issues|impacts?) (?:for|on) equalit|"
    r"\bno (?:\w+ )?(?:impacts?|effects?|implications) (?:on|for) (?:any|people|protected|those|"
    r"groups?|anybody|anyone)\b|\bno (?:\w+ )?(?:groups?|people|person|body|one|characteristics?)\b"
    r"[^.;]{0,50}\b(?:is|are|will be) (?:\w+ to be |\w+ )?(?:affected|disadvantaged)\b|"
    r"\b(?:effects?|impacts?)\b[^.;]{0,40} (?:is|are|will be) neutral\b|"
    r"\bneutral (?:in its |effect|impact|for )[^.;]{0,30}|"
    r"\bnot (?:\w+ ){0,3}(?:that )?[^.;]{0,40}?(?:disadvantage|adversely affect|affect) (?:any\w*|"
    r"people|groups?|those)\b|\A\W*(?:\d[\d.]* ?)?equalit(?:y|ies)(?: \w+){0,2} ?[:–—-] ?(?:nil|"
    r"none|no (?:\w+ )?(?:impact|effect|implications?))\b|"
    r"\b(?:affect|impact|treat|bear|appl(?:y|ies))\w*\b[^.;]{0,50}?\b(?:all|every\w*|each|"
    r"both)\b[^.;]{0,40}?\b(?:alike|equally|the same|in the same|in like|no differently)\b|"
    r"\b(?:appl(?:y|ies)|affect\w*|impact\w*) (?:equally|alike|in the same way) (?:to|on|upon)? ?"
    r"(?:all|every\w*)\b|\b(?:nobody|no one|no group|no household) (?:is|will be|would be) "
    r"(?:treated|affected) (?:any )?(?:differently|more|otherwise|less)\b|\b(?:impact|effect) is "
    r"the same for (?:all|every\w*|each)\b|\b(?:change|charge|policy|scheme|"
    r"measure) is universal\b|\b(?:all|every) (?:\w+ ){0,2}(?:is|are|will be) (?:affected|"
    r"treated) (?:alike|equally|in the same|the same)\b",
    re.IGNORECASE,
)
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
            if _DENIES.search(line) and not _OF_PART.search(line):
                yield appendix_place(paper.plan, appendix.id), line.replace("\\", "").strip(" -*")


def _is_denial(sentence: str) -> bool:
    is_of_part = _OF_PART.search(sentence) and not _OF_EQUALITY.search(sentence)
    return _DENIES.search(sentence) is not None and not is_of_part


def _denied_in_table(rows: Sequence[str]) -> str:
    """Return the row of equality in a table of screening that finds nothing in any row."""
    below = [
        row for row in rows if not row.lower().startswith(("impact assessment", "area", "duty"))
    ]
    if len(below) < _FEWEST_ROWS or not all(map(_ALL_NONE.fullmatch, below)):
        return next(filter(_is_denial, rows), "")
    return next((row for row in below if row.lower().startswith("equalit")), "")
