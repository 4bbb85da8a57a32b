"""Nobody is said to be against it, and some are told to have been: for R47."""

import re
from collections.abc import Iterator

from plan.checks.facts.report_text import Words, report_words, sentences_of
from plan.checks.facts.spoken_of import stems_of
from plan.checks.facts.subjects import decisions
from plan.checks.paper import Paper
from plan.reading.atoms import word_set
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
    r"objected(?: to)?|did not (?:support|want(?! to\b)|agree with)|disagreed(?: with)?|"
    r"in opposition to)\b(?P<what>[^.;,]{0,60})",
    re.IGNORECASE,
)
_ANOTHER_TIME = late_pattern(
    r"\b(?:previous\w*|earlier|in (?:19|20)\d\d\b(?! the)|last time|national\w*|other councils?|"
    r"at first|initially|councillors|members|withdrawn|since resolved|later)\b",
    re.IGNORECASE,
)


_HINTS = ("bject", "oppos", "nanim", "niversal", "favour", "against", "support", "agree", "want")
"""Letters of which some stand wherever either pattern matches: without them we do not look."""
_OF_ANY_PLAN = word_set(
    "plan plans draft drafts proposal proposals change changes strategy policy report board "
    "council committee there their this that them they were been have with from about"
)
"""Words that name nothing which people could be against, but all of the plan."""


def none_and_some_against(paper: Paper) -> Iterator[tuple[Words, str, str]]:
    """Yield the sentence that nobody was against it with the one that some were, once.

    The two are to be of one matter: they name it both, a sentence or an action speaks of both, or
    nobody was against the plan, and some were against what it does.
    """
    said = [
        (words, sentence)
        for words in report_words(paper)
        if any(map(words.text.__contains__, _HINTS))
        for sentence, _ in sentences_of(words)
        if not _ANOTHER_TIME.search(sentence)
    ]
    denied = ((words, one, found) for words, one in said if (found := _NONE_AGAINST.search(one)))
    words, sentence, found = next(denied, (None, "", None))
    if words is None or found is None:
        return
    rest = f"{sentence[: found.start()]} {found['to'] or ''} {sentence[found.end() :]}"
    about = stems_of(rest, _OF_ANY_PLAN, long=4)
    for _, other in said:
        against = _AGAINST.search(in_figures(other)) if other != sentence else None
        if against is not None and _is_of_one_matter(paper, about, against["what"]):
            yield words, sentence, other
            return


def _is_of_one_matter(paper: Paper, about: frozenset[str], what: str) -> bool:
    """Return whether people were against what nobody was against; `about` nothing is the plan."""
    theirs = stems_of(what, _OF_ANY_PLAN, long=4)
    if not theirs or about & theirs:
        return True
    if not about:
        acts = (*(action.text for action in paper.open_actions), *decisions(paper))
        return any(theirs & stems_of(text, long=4) for text in acts)
    return _are_spoken_of_together(paper, about, theirs)


def _are_spoken_of_together(paper: Paper, one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether a sentence or an action speaks of both: of the permit, and of garden waste."""
    texts = [sentence for words in report_words(paper) for sentence, _ in sentences_of(words)]
    texts += [action.text for action in paper.open_actions]
    return any(one & (stems := stems_of(text, long=4)) and other & stems for text in texts)
