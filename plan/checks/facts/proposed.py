"""What is to happen by the paper's own words, wherever in the report they stand.

A committee that approves "the changes in section 4" decides what section 4 tells. What was, what
may be, what is denied and what others do is none of it.
"""

import re
from datetime import date
from typing import NamedTuple

from plan.checks.facts.form_facts import last_date_in
from plan.checks.facts.report_text import Words, report_words, sentences_of
from plan.checks.facts.subjects import decisions, is_to_decide
from plan.checks.paper import Paper, once_for_each_paper
from plan.text.remembered import remembered

_TO_COME = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:now |then )?to(?! (?:be found|date)\b)|(?:is|are) (?:due|"
    r"proposed|planned|intended|expected) (?:to|that|for)|it is proposed that|proposals? (?:is|"
    r"are) (?:to|that|for))\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:(?:will|shall|is|are|does|do|be|would|can) not\b(?! (?:re-?open|be (?:renewed|replaced)|"
    r"cross|call at|stop at)\b)|n['’]t\b|(?:no|neither|nobody|"
    r"none|nor|never)\b(?! (?:longer|later than|more than|(?:new )?(?:intake|crew|P1|S1)\b))|"
    r"(?:would|could|might|may(?! 20\d\d)|if|unless|whether|should|option(?:s|al)?|consider(?:s|"
    r"ed|ing)?|avoid\w*|prevent\w*|without|(?:instead of|rather than)(?= (?:the |an? )?(?:\w+ing\b|"
    r"clos|cut|withdraw|end))|example|stays? open|remains?|asked whether|risk of|fear\w*)\b)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|gave|took|made|went|came|began|held|met|found|sent|built|led|told|"
    r"visited|agreed|asked|(?:has|have) (?:already |now |since )?(?:been )?\w+(?:ed|n|t)|already|"
    r"since (?:19|20)\d\d|in (?:19|20)[01]\d|former(?:ly)?|previous(?:ly)?|last year)\b",
    re.IGNORECASE,
)
_OF_CHANGES = re.compile(
    r"\b(?:changes|proposals?|reductions?|savings|closures?|charges|recommendations|measures)\b",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\b(?:is|are|no longer|(?:close|end|cease|stop|move|rise|merge|go|come|pay|change|transfer|"
    r"increase|replace|start|begin|run|lose|get|need|become|cost|shut|join|share|stay|wind|pay|"
    r"apply|leave|reduce)s?|goes|applies)\b",
    re.IGNORECASE,
)
"""A verb of the present that tells of a change."""


class Proposed(NamedTuple):
    """A sentence of the report that tells what is to happen, and the passage it stands in."""

    words: Words
    sentence: str


@once_for_each_paper
def proposed_in(paper: Paper) -> tuple[Proposed, ...]:
    """Return the sentences of the report that tell what is to happen, in their order.

    Present words do so where they have a day to come, or where the decision itself is for the
    changes or proposals that the report sets out. Where nothing is to be decided there is none.
    """
    if not is_to_decide(paper):
        return ()
    of_changes = any(map(_OF_CHANGES.search, decisions(paper)))
    return tuple(
        Proposed(words, sentence)
        for words in report_words(paper)
        if words.passage.kind in ("text", "numbered")
        for sentence, _ in sentences_of(words)
        if _is_to_come(sentence, paper.meeting, of_changes)
    )


@remembered
def _is_to_come(sentence: str, meeting: date | None, of_changes: bool) -> bool:
    if _NOT_SO.search(sentence):
        return False
    if _TO_COME.search(sentence):
        return True
    if _PAST.search(sentence) or not _IS.search(sentence):
        return False
    if of_changes:
        return True
    when = last_date_in(sentence)
    return when is not None and meeting is not None and when.first > meeting
