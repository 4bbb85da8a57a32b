"""Nobody is said to be against it, and some are told to have been: for R47."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan.checks.facts.report_text import Words, report_words, sentences_of
from plan.checks.facts.spoken_of import stems_of
from plan.checks.paper import Paper
from plan.reading.number_words import in_figures
from plan.text.patterns import late_pattern

_NONE_AGAINST = late_pattern(
    r"\b(?:no|not one|not a single) (?:formal |written |single )?(?:objections?|opposition|adverse "
    r"comments?)\b(?P<to>(?: (?:to|about|on) [^.;,]{3,60}?)?) (?:was|were|has been|have been "
    r"been) (?:received|made|raised|lodged|voiced|expressed)\b|"
    r"\b(?:nobody|no one|no-one|none of (?:them|those[^.;]{0,40}?)) (?:objected|was against|"
    r"opposed|spoke against)\b|\b(?:unanimous(?:ly)?|universal(?:ly)?) (?:support\w*|welcom\w*|"
    r"in favour|agreed)\b|\bmet with no (?:objections?|opposition)\b|\b(?:all|everyone|"
    r"everybody) (?:who (?:replied|responded|answered|took part) |(?:respondents|consultees|"
    r"tenants|parents|households) )?(?:was |were )?(?:in favour|supported)\b",
    re.IGNORECASE,
)
_AGAINST = late_pattern(
    r"(?P<share>\d[\d,.]* ?(?:%|per ?cent)|(?<![\w.,/])\d[\d,]*(?: of (?:the )?\d[\d,]*)?|"
    r"\b(?:half|most|many|some|several|a (?:majority|minority|third|quarter)))(?:(?: of)?(?: the|"
    r" those| them)?(?: [a-z][\w-]*){0,4}?) (?:was |were |are |is )?(?:against|opposed(?: to)?|"
    r"objected(?: to)?|did not (?:support|want|agree with)|disagreed(?: with)?|"
    r"in opposition to)\b(?P<what>[^.;,]{0,60})",
    re.IGNORECASE,
)
_ANOTHER_TIME = late_pattern(
    r"\b(?:previous\w*|earlier|in (?:19|20)\d\d\b(?! the)|last time|national\w*|other councils?|"
    r"at first|initially|councillors|members|withdrawn|since resolved|later)\b",
    re.IGNORECASE,
)


class _Said(NamedTuple):
    words: Words
    sentence: str
    about: frozenset[str]


def none_and_some_against(paper: Paper) -> Iterator[tuple[Words, str, str]]:
    """Yield the sentence that nobody was against it with the one that some were, once."""
    said = [
        (words, sentence)
        for words in report_words(paper)
        if "bject" in words.text or "oppos" in words.text or "nanim" in words.text
        or "niversal" in words.text or "favour" in words.text or "against" in words.text
        or "support" in words.text
        for sentence, _ in sentences_of(words)
    ]  # fmt: skip
    none = next(((w, s, f) for w, s in said if (f := _NONE_AGAINST.search(s))), None)
    if none is None or _ANOTHER_TIME.search(none[1]):
        return
    words, sentence, found = none
    about = stems_of(found["to"] or "", long=4)
    for _, other in said:
        against = _AGAINST.search(in_figures(other)) if other != sentence else None
        if against is None or _ANOTHER_TIME.search(other):
            continue
        theirs = stems_of(against["what"], long=4)
        if not about or about & theirs or _are_spoken_of_together(paper, about, theirs):
            yield words, sentence, other
            return


def _are_spoken_of_together(paper: Paper, one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether a sentence or an action speaks of both: of the permit, and of garden waste."""
    texts = [sentence for words in report_words(paper) for sentence, _ in sentences_of(words)]
    texts += [action.text for action in paper.open_actions]
    return any(one & (stems := stems_of(text, long=4)) and other & stems for text in texts)
