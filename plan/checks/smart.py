"""The success criteria (P9): asks about what is missing by name, and never rewrites.

Each action gets one question at most, about something that none of its criteria has. A lead owns
the criteria and a timescale dates them, so we look for those only on the action.
"""

import re
from collections.abc import Callable, Iterator

from plan.checks.check import Check, Found, check
from plan.checks.paper import Paper
from plan.council.framework import bare_words
from plan.papers.places import action_place
from plan.text.remembered import remembered

_SMART = "SMART criteria, as the paper itself promises or as inspectors expect"
_WORDS_FOR_NUMBERS = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|\w{3,5}teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand"
)
_NUMBER = re.compile(
    rf"\d|%|\b(?:per ?cent|{_WORDS_FOR_NUMBERS}|half|halv(?:e[ds]?|ing)|thirds?|quarters?|"
    r"(?:dou|tre)bl(?:e[ds]?|ing)|twice|once|"
    r"none|zero|daily|weekly|monthly|quarterly|termly|yearly|annually)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:all|every(?:body|one)?|each|no(?:body)?|most|majority)\b", re.IGNORECASE)
_BEEN_DONE = (
    r"(?:is|are|(?:has|have) been) (?!feel|felt|confid|valued|respected|support|satisf|engaged|"
    r"included|involved|empowered|equipped|embedded|committed|motivated|protected|coordinated|"
    r"co-ordinated|integrated|joined|shared|skilled|measured|planned|aligned|focused|targeted|informed|needed)"
    r"(?:\w+ed|let|built|written|made|given|sent|bought|drawn up)\b(?! (?:to|well|\w+ly)\b)"
)
_REACHED = re.compile(
    r"\b(?:in (?:place|use)|agreed(?!\s+(?:outcome|standard|priorit|action))|approved|adopted|"
    r"published|completed?|established|launched|appointed|recruited|in post|filled|identified|"
    r"issued|paid|granted|renewed|finished|in force|"
    r"signed|implemented|withdrawn|delivered|introduced|reported|open|opened|available|online|"
    r"set up|decisions taken|implementation of|"
    r"submitted|endorsed|linked|gone|stopped|ended|closed|removed|replaced|installed|held|"
    r"live|running|presented|(?:is|are|hangs?|stands?) (?:in|on|up) (?!control|board|track)|"
    rf"{_BEEN_DONE}|goes to (?:the )?(?:committee|board|council))\b",
    re.IGNORECASE,
)
"""A state that has been reached or not, as anybody can see: it needs no number."""
_DATED = re.compile(
    r"\b(?:in|by|on|from|until|before|within) (?:(?:\w+ ){0,3}?(?:january|february|march|april|may|"
    r"june|july|august|september|october|november|december)|(?:the|their) first (?:day|week|month|"
    r"term|year|visit|meeting))\b|\b(?:the|at the) (?:same|next) (?:working )?"
    r"(?:day|visit|inspection|meeting)\b",
    re.IGNORECASE,
)
_FELT = re.compile(
    r"\b(?:feel|felt|confiden\w+|aware\w*|understand\w*|understood|valued?|respected|supported|"
    r"happ(?:y|ier)|safer?|satisf\w+|engaged|included|involved|listened|heard|empowered|equipped|"
    r"embedded|culture|ethos|committed|motivated|good|quality|benefit\w*|needs?|wellbeing)\b",
    re.IGNORECASE,
)
"""Something that can only be asked or judged: saying it of everybody measures nothing."""
_CHANGE = re.compile(
    r"\b(?:improv(?:e[ds]?|ing|ements?(?!\s+(?:plan|action|group|board|programme)))|"
    r"increas(?:e[ds]?|ing)|reduc(?:e[ds]?|ing|tions?)|decreas(?:e[ds]?|ing)|"
    r"ris(?:e|es|en|ing)|rose|falls?|fallen|fewer|greater|higher|lower|(?<!\bor )better|"
    r"enhanced?|strengthen(?:s|ed|ing)?|more)\b",
    re.IGNORECASE,
)
_NO_WORSE = re.compile(r"\bno (?:more|fewer|less|lower|higher|later|worse) than\b", re.IGNORECASE)
_BASELINE = re.compile(
    r"\d in (?:19|20)\d\d|\bbaseline\b|\bfrom\s+\S*\d|\bfrom\s+\w+ (?:in|to)\b|"
    r"\bcompared (?:with|to)\b|\bsince\b|"
    r"\bbefore\b.*\bafter\b|\bthan (?:in|last|at present|now)\b|\([^()]*\d[^()]*\)|"
    r"\b(?:at present|currently|previously)\b|\b(?:no|or) (?:more|fewer|less|lower|higher|later|"
    r"worse)\b|"
    rf"\b(?:more|fewer|less|longer|later) than (?:\d|{_WORDS_FOR_NUMBERS})",
    re.IGNORECASE | re.DOTALL,
)
_MEASURE = re.compile(
    r"\b(?:surveys?|audit\w*|numbers?|rates?|scor(?:e[ds]?|ing)|percentage|proportion|counts?|"
    r"measur\w+|baseline|data|figures|feedback|grade[ds]?|evaluations?|questionnaires?|"
    r"focus groups?|"
    r"case ?files?|minutes|inspections?|statistics|perceptions?|patterns?|referrals?|attainment|"
    r"attendance|destinations|evidence[sd]?|documentation|interviews?)\b",
    re.IGNORECASE,
)
_ACTIVITY = re.compile(
    r"\W*(?:measure|assess|monitor|develop|development|review|carry out|conduct|undertake|continue|"
    r"hold|arrange|organise|consult|discuss|consider|explore|examine|look at|work (?:with|towards)|"
    r"support|encourage|promote|raise awareness|methods?|surveys?|focus groups?|workshops?|"
    r"use of|adopting|developing|measuring|assessing|monitoring|reviewing|working|holding|using)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:appropriate(?:ly)?|as (?:required|necessary)|where (?:possible|practicable)|robust|"
    r"effective(?:ly)?|clear(?:ly)?|timely|regular(?:ly)?|adequate(?:ly)?|sufficient(?:ly)?|"
    r"significant(?:ly)?|meaningful(?:ly)?|relevant|optimise[sd]?)\b",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"\b(?:right|well|strong\w*|consisten\w+|coheren\w+|competen\w+|skilled|mature|holistic|joined|"
    r"together|partnership working|potential|positive\w*|early|needs?|outcomes?|approach\w*|"
    r"support\w*|relationships?|communication|engage\w*|governance|leadership|practice|"
    r"intervention\w*|healthy|healthier|thriv\w+|nurtur\w+|ambitio\w+|shared|child-centred|"
    r"smooth\w*|easy|easier|easily|properly|promptly|quick\w*|sustain\w*|efficien\w+|"
    r"performance|resilien\w+|opportunit\w+|knowledge\w*|expertise|eviden(?:t|ced?|ces)|"
    r"demonstrat\w+|perceptions?|feedback|integrated|fit for purpose|at the (?:centre|heart)|"
    r"(?:people|children|parents|carers|families|staff|users) (?:tell|say|report|think|believe|"
    r"enjoy|like))\b",
    re.IGNORECASE,
)
"""Sounds like a state that is reached, but is a judgement: nobody can look and see."""
_SENTENCE = 5
"""From this many words on, a criterion states something rather than just naming a thing."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@check(
    "P9",
    "ASK",
    "Success can be judged: by what, from where, how far, by when.",
    _SMART,
    column="success_criteria",
)
def success_can_be_judged(paper: Paper) -> Iterator[Found]:
    """P9: no criterion, parts missing, or the same text twice; one question per action."""
    first_said: dict[tuple[str, ...], str] = {}
    for action in paper.plan.actions:
        place = action_place(paper.plan, action.id, "success_criteria")
        criteria = action.success_criteria
        if not criteria:
            yield Found(place, "It is not said how success is judged.", (), "FIX")
            continue
        if asked := open_question(criteria, has_date=bool(action.timescale.strip())):
            yield Found(place, asked, criteria)
        ref = paper.plan.ref_of(action.id)
        said = [first_said.setdefault(_words(text), ref) for text in criteria]
        elsewhere = list(dict.fromkeys(one for one in said if one != ref))
        if elsewhere:
            text = f"A criterion is word for word that of {', '.join(elsewhere)}: is it of both?"
            yield Found(place, text, criteria, "INFO", about="the same")


_words = remembered(bare_words)


@remembered
def open_question(criteria: tuple[str, ...], *, has_date: bool) -> str:
    """Return the question to ask about an action's criteria, or empty if there is none.

    `has_date` says that the action has a timescale.
    """
    missing = [name for name, is_missing in _PARTS if is_missing(criteria)]
    if not has_date and not any(map(_YEAR.search, criteria)):
        missing.append("date")
    is_activity = all(_ACTIVITY.match(one) and not _NUMBER.search(one) for one in criteria)
    vague = "" if any(map(_has_target, criteria)) else _vague(criteria)
    asked = [
        f"Success has no {_in_words(missing)}: how will the committee know?" if missing else "",
        "It is said what will be done, and not what will be different." if is_activity else "",
        f"What does “{vague}” mean here?" if vague else "",
    ]
    return " ".join(filter(None, asked))


def _has_no_measure(criteria: tuple[str, ...]) -> bool:
    patterns = (_MEASURE, _NUMBER, _REACHED)
    is_named = any(pattern.search(one) for one in criteria for pattern in patterns)
    return not (is_named or any(map(_can_be_seen, criteria)))


def _can_be_seen(criterion: str) -> bool:
    """Return whether anybody can look and see: it holds for each or all, or by a given day."""
    is_told = _WHOLE.search(criterion) or _DATED.search(criterion)
    is_other = _CHANGE.search(criterion) or _FELT.search(criterion) or _ACTIVITY.match(criterion)
    return (bool(is_told) and not is_other) or _is_plain(criterion)


def _is_plain(criterion: str) -> bool:
    """Return whether a criterion states something in a sentence, without words of judgement."""
    patterns = (_CHANGE, _FELT, _VAGUE, _JUDGED)
    is_judged = any(pattern.search(criterion) for pattern in patterns)
    return len(criterion.split()) >= _SENTENCE and not (is_judged or _ACTIVITY.match(criterion))


def _has_no_baseline(criteria: tuple[str, ...]) -> bool:
    """Return whether a change is hoped for, without saying from what starting point."""
    return any(map(_CHANGE.search, criteria)) and not any(map(_BASELINE.search, criteria))


def _has_no_target(criteria: tuple[str, ...]) -> bool:
    return not any(map(_has_target, criteria))


_PARTS: tuple[tuple[str, Callable[[tuple[str, ...]], bool]], ...] = (
    ("measure", _has_no_measure),
    ("baseline", _has_no_baseline),
    ("target", _has_no_target),
)


@remembered
def _has_target(criterion: str) -> bool:
    """Return whether a criterion says when enough is reached: a number, or a visible state.

    For a change, only a number counts.
    """
    if _NUMBER.search(criterion) or _NO_WORSE.search(criterion):
        return True
    if _CHANGE.search(criterion) or _ACTIVITY.match(criterion):
        return False
    is_reached = _REACHED.search(criterion) and not _VAGUE.search(criterion)
    is_told = is_reached or _WHOLE.search(criterion) or _DATED.search(criterion)
    return bool(is_told) or _is_plain(criterion)


def _vague(criteria: tuple[str, ...]) -> str:
    found = (_VAGUE.search(one) for one in criteria)
    return next((match[0] for match in found if match), "")


def _in_words(parts: list[str]) -> str:
    return " and no ".join([", no ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]


SMART_CHECKS: tuple[Check, ...] = (success_can_be_judged,)
