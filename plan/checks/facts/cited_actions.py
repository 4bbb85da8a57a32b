"""Which actions a report cites by their numbers, and who is said to lead a whole part: for R42."""

import re
from collections.abc import Iterator

from plan.checks.facts.actions_told import is_of_others
from plan.checks.paper import Paper, once_for_each_paper
from plan.model.rows import Action
from plan.reading.number_words import ORDINAL, number_of, place_of
from plan.text.line_breaks import counted
from plan.text.patterns import late_pattern
from plan.text.signs import Signs

_CITED = late_pattern(
    r"\bactions? (?:no\.? |numbers? |refs? )?(?P<refs>\d{1,2}\.\d{1,2}(?:(?:,| and| or| to|,? "
    r"and| &"
    r"|–|-)? ?(?:action )?\d{1,2}\.\d{1,2})*)(?![\d%]|[.,]\d)",
    re.IGNORECASE,
)
_REF = late_pattern(r"\d{1,2}\.\d{1,2}")
_OF_ANOTHER = late_pattern(
    r"\A[^.;]{0,12}\b(?:of|in|under|from) (?:the |our |its |a |that |last )?(?!(?:this|the|our) "
    r"plan\b|appendix 1\b)(?:[\w’'-]+ ){0,5}?(?:plan|strategy|framework|programme|report|policy|"
    r"audit|LOIP|minute|review|20\d\d)\b",
    re.IGNORECASE,
    signs=Signs(
        "of. in. under. from.",
        "plan strategy framework programme report policy audit loip minute review 20",
    ),
)
_BEFORE = late_pattern(
    r"\bplan (?:has|had|contains|includes)\b[^.;]{0,30}$|\b(?:old|former|previous|earlier|then|"
    r"last|original|national|strategy|strategic|framework|"
    r"programme|corporate|government|audit|LOIP|20\d\d(?: plan)?|what was|was once|formerly|"
    r"merged|removed|deleted|withdrawn|dropped|replaces?|replaced)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
"""Words beside a number that make it one of another plan, or of an action that is gone."""
_NAMES_ANOTHER = late_pattern(
    r"\b[A-Z]{2,6} $|(?<!\b[Tt]he plan)(?<!\b[Tt]his plan)(?<!\b[Oo]ur plan)[’']s $|"
    r"\b(?:[Bb]est [Vv]alue|[Rr]isk|[Cc]limate|[Ee]quality|[Rr]ecovery|[Ii]nspection|[Bb]udget) $"
)
"""What names another plan right before "action 3.4": "HSCP action 3.4", "the school's"."""
_GONE = late_pattern(
    r"\b(?:merged|removed|deleted|withdrawn|dropped|no longer|taken out|renumbered|replaced|closed "
    r"in|formerly|previous\w*|earlier|last year)\b",
    re.IGNORECASE,
    signs=Signs(
        "merged removed deleted withdrawn dropped longer taken renumbered replaced closed "
        "formerly previous earlier last."
    ),
)
_MOST_UNKNOWN = 2
"""Of more that the plan has not, its numbers were others when the report was written."""


def actions_not_there(paper: Paper, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield the numbers of actions that a sentence cites and the plan has not."""
    for found in _CITED.finditer(sentence) if _may_cite(sentence) else ():
        around = sentence[: found.start()], sentence[found.end() :]
        if _NAMES_ANOTHER.search(around[0]) or _BEFORE.search(around[0]):
            continue
        if _OF_ANOTHER.match(around[1]) or _GONE.search(sentence):
            continue
        if is_of_others(paper, sentence):
            continue
        cited = _REF.findall(found["refs"])
        missing = [one for one in cited if paper.plan.action_at(one) is None]
        if _are_numbered_so(paper) and 0 < len(missing) <= _MOST_UNKNOWN:
            has = counted(len(paper.plan.aims), "aim")
            said = f"“action {missing[0]}” is spoken of, and the plan has none of that number"
            yield f"{said} ({has}, the last action is {_last(paper)}): which is meant?", missing[0]


def _may_cite(sentence: str) -> bool:
    """Return whether a number follows "action": it is soon known of most sentences."""
    place = sentence.find("ction")
    while place >= 0:
        after = sentence[place + 5 : place + 12].removeprefix("s").lstrip()
        if after[:1].isdecimal() or after[:2] in ("no", "nu", "re"):
            return True
        place = sentence.find("ction", place + 5)
    return False


@once_for_each_paper
def _are_numbered_so(paper: Paper) -> bool:
    """Return whether all actions have numbers of the kind "2.1"."""
    refs = (paper.plan.ref_of(one.id) for one in paper.plan.actions)
    return bool(paper.plan.actions) and all(map(_REF.fullmatch, refs))


def _last(paper: Paper) -> str:
    return paper.plan.ref_of(paper.plan.actions[-1].id)


_POST = r"(?P<who>(?-i:[A-Z])[\w’'-]+(?: (?:of |for |and |the |& )*(?-i:[A-Z(])[\w’'()-]+){0,6})"
_PART = (
    r"(?:the )?(?:(?:whole|all|actions|every action|each action) )*(?:(?:of|in|under) )?(?:the )?"
    rf"(?:(?P<first>{ORDINAL}) (?:aim|part|priority|theme|section)|(?:aim|part|priority|theme|"
    r"section) (?P<number>\d{1,2}|one|two|three|four|five|six))\b(?![.:]\d)(?: of the plan)?"
)
_LEADS_ALL = (
    late_pattern(
        rf"\b(?:the )?{_POST} (?:leads|will lead|is to lead|is the lead (?:for|on)|takes forward|"
        r"is responsible for|is answerable for|is accountable for|owns|has charge of) "
        r"(?P<all>(?:on )?(?:the whole|all|every|each|the actions|"
        rf"everything)[^.;,]{{0,20}}?)?\b{_PART}",
        re.IGNORECASE,
    ),
    late_pattern(
        rf"\b(?P<all>(?:the whole|all|every|each|the actions|everything)[^.;,]{{0,20}}?)?\b{_PART} "
        r"(?:is|are|will be|to be) (?:led|owned|overseen|managed|taken forward|headed) by "
        rf"(?:the )?{_POST}",
        re.IGNORECASE,
    ),
)
_NOT_ALL = late_pattern(
    r"\b(?:overall|supported|together|jointly|sponsor\w*|oversight|most of|except|apart from|but "
    r"for|co-?ordinat\w+|chairs?|was|were|until|with)\b",
    re.IGNORECASE,
)


_HINTS = (
    ("ead", "led by", "forward", "ponsible", "able for", "owns", "charge", "owned", "oversee",
     "managed"),
    ("whole", "ll ", "very", "ach ", "he actions"),
    ("aim", "part", "priority", "theme", "section", "Aim", "Part"),
)  # fmt: skip
"""Letters of which some of each kind stand wherever `_LEADS_ALL` matches."""


def part_led_by(paper: Paper, sentence: str) -> tuple[str, list[Action]] | None:
    """Return the post that is said to lead all of a part, and the actions of that part."""
    if not all(any(map(sentence.__contains__, hints)) for hints in _HINTS):
        return None
    if _NOT_ALL.search(sentence):
        return None
    for pattern in _LEADS_ALL:
        found = pattern.search(sentence)
        if found is None or not found["all"]:
            continue
        place = place_of(found["first"]) if found["first"] else number_of(found["number"])
        if place is not None and 0 < place <= len(paper.plan.aims):
            return found["who"], list(paper.plan.actions_of(paper.plan.aims[place - 1].id))
    return None
