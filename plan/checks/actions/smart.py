"""The success criteria (P9): asks about what is missing by name, and never rewrites.

Each action gets one question at most, about something that none of its criteria has. A lead owns
the criteria and a timescale dates them, so we look for those only on the action.
"""

import re
from collections.abc import Callable, Iterator
from itertools import chain

from plan.checks.actions.unfinished_checks import is_success_left_blank
from plan.checks.check import Check, Found, check
from plan.checks.each_action import Said, found_at, holds_of_all, of_the_plan
from plan.checks.facts.felt_criteria import unmeasured_part
from plan.checks.facts.spoken_of import copy_of_two
from plan.checks.facts.targets import (
    GRADED,
    WORDS_FOR_NUMBERS,
    already_reached,
    changes_by,
    runs_backwards,
    says_from_where,
    without_what_counts_nothing,
    without_where_it_stands,
)
from plan.checks.paper import Paper
from plan.council.framework import bare_words
from plan.model.finding import Severity
from plan.model.rows import Action
from plan.papers.places import action_place
from plan.reading.dates import A_MONTH
from plan.reading.given_up import REF
from plan.reading.number_words import A_NUMBER
from plan.text.patterns import pattern_with
from plan.text.remembered import remembered, remembered_by_row
from plan.text.sentences import sentences_in
from plan.text.signs import Signs

_SMART = "SMART criteria, as the paper itself promises or as inspectors expect"
_NUMBER = re.compile(
    rf"\d|\b(?:{WORDS_FOR_NUMBERS}|half|halv(?:e[ds]?|ing)|thirds?|quarters?|"
    r"(?:dou|tre)bl(?:e[ds]?|ing)|twice|once|none|zero)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
"""Found far sooner than a number in letters."""
_COUNTED = re.compile(
    r"\W*(?:the |total )?(?:numbers?|rates?|levels?|percentage|proportion|amount|frequency|count|"
    r"%) of\b",
    re.IGNORECASE,
)
"""Names what is counted, and not how far."""
_WHOLE = re.compile(r"\b(?:all|every(?:body|one)?|each|no(?:body)?)\b", re.IGNORECASE)
_BEEN_DONE = (
    r"(?:is|are|(?:has|have) been) (?!feel|felt|confid|valued|respected|support|satisf|engaged|"
    r"included|involved|empowered|equipped|embedded|committed|motivated|protected|coordinated|"
    r"co-ordinated|integrated|joined|shared|skilled|measured|planned|aligned|focused|targeted|"
    r"informed|needed)(?:\w+ed|let|built|written|made|given|sent|bought|drawn up)\b(?! (?:to|"
    r"well|\w+ly)\b)"
)
_REACHED = re.compile(
    r"\b(?:in (?:place|use)|agreed(?!\s+(?:outcome|standard|priorit|action))|approved|adopted|"
    r"published|completed?|established|launched|appointed|recruited|in post|filled|secured|"
    r"issued|paid|granted|renewed|finished|in force|signed|implemented|withdrawn|delivered|"
    r"introduced|reported|open|opened|available|online|set up|decisions taken|implementation of|"
    r"submitted|endorsed|linked|gone|stopped|ended|closed|removed|replaced|installed|held|live|"
    r"running|presented|(?:is|are|hangs?|stands?) (?:in|on|up) (?!control|board|track)|"
    rf"{_BEEN_DONE}|goes to (?:the )?(?:committee|board|council))\b",
    re.IGNORECASE,
)
"""A state that has been reached or not, as anybody can see: it needs no number."""
_RHYTHM = re.compile(
    r"\b(?:daily|weekly|monthly|quarterly|termly|yearly|annually)\b", re.IGNORECASE
)
_DONE_OFTEN = re.compile(
    rf"\b(?:\w+ed|made|held|sent|given|run|met) (?:\w+ ){{0,2}}?{_RHYTHM.pattern}",
    re.IGNORECASE,
)
"""Something is done so often, as anybody can see: "calls logged daily", not "monthly meetings"."""
_NOT_ONLY_REACHED = re.compile(
    r"(?:,| and| but) (?:is |are |fully |well |then )*(?:embedded|understood|effective|sustained|"
    r"consistent\w*|improved|valued|followed|working)\b",
    re.IGNORECASE,
)
"""What is to come of a state that is reached, and nobody can look and see."""
_DATED = re.compile(
    r"\b(?:in|by|on|from|until|before|within) (?:(?:\w+ ){0,3}?"
    rf"{A_MONTH}|(?:the|their) first (?:day|week|month|term|year|visit|meeting))\b|"
    r"\b(?:the|at the) (?:same|next) (?:working )?(?:day|visit|inspection|meeting)\b",
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
    r"increas(?:e[ds]?|ing)|reduc(?:e[ds]?|ing|tions?)|decreas(?:e[ds]?|ing)|ris(?:e|es|en|ing)|"
    r"rose|falls?|fallen|fewer|greater|higher|lower|(?<!\bor )better|enhanced?|strengthen(?:s|ed|"
    r"ing)?|more|(?:up|down) by (?=\d))\b",
    re.IGNORECASE,
)
_NO_WORSE = re.compile(r"\bno (?:more|fewer|less|lower|higher|later|worse) than\b", re.IGNORECASE)
_N = rf"(?:\d[\d,.]*|{WORDS_FOR_NUMBERS})(?:\s?%| per ?cent)?"
_COUNTED_PEOPLE = re.compile(
    rf"\b(?:(?:{_N}|all|most|half|every|each|two[- ]thirds|three quarters|(?:nine|eight|seven|"
    r"six) in ten)\b[^.;]{0,70}\b(?:report\w*|sa(?:y|ys|id)|tell|show\w*|feel|felt|experience\w*|"
    r"demonstrat\w*|record\w*|hav(?:e|ing)|has|achiev\w*|note|see|rate|mak(?:e|ing)|gain\w*|"
    r"describe|agree|notice|evidence|find|know|indicat\w*|confirm|state|move\w*|"
    r"with)\b[^.;]{0,30}\b(?:improv\w+|increas\w+|better|greater|higher|more|reduc\w+|fewer|lower|"
    r"enhanced)\b|(?:improv\w+|increas\w+|ris(?:es?|en)|reduc\w+|falls?|better|higher|lower|"
    r"fewer|less)\b(?: \w+){0,3}? (?:for|in|among|of) (?:at least |over |more than )?"
    rf"(?:{_N} (?:of|out of) (?:the )?(?:{_N}|\w+)|\d[\d.]*(?:\s?%| per ?cent))|"
    rf"(?<!at the )(?<!in the )(?<!of the )(?<!across the ){_N}[^.;]{{0,60}}?\b(?:improves?|"
    r"increase|reduce|rise|raise)\b(?: (?:their|its|his|her|by)\b))",
    re.IGNORECASE,
)
"""A change that is counted among people or places: "75% report improved confidence"."""
_TO_NOTHING = pattern_with(
    r"\b(?:(?:to|at) (?:nil|zero|none|0)\b(?![.,]?\d| ?%? ?(?:points|in|of))|eliminat\w+|"
    r"(?:nil|zero)\b(?! tolerance)|no (?:\w+ ){0,3}(?:at all|any longer)\b)",
    re.IGNORECASE,
    signs=Signs("nil. zero none. 0 eliminat no."),
)
"""A change that ends with none at all, wherever it began."""
_NO_CHANGE = pattern_with(
    r"\b(?:higher (?:education|grades?|national|level|exams?|still)|lower (?:school|primary)|"
    rf"(?:\d[\d,]*|{WORDS_FOR_NUMBERS}) (?:or )?(?:more|fewer)\b|more than words\b|"
    r"better (?:health|value|together) (?:programme|scotland)|best value\b)",
    re.IGNORECASE,
    signs=Signs(
        "higher lower more. fewer better best",
        f"{A_NUMBER} one. dozen education grade national level exam still school primary words "
        "health "
        "value together",
        "more. fewer. education grade national level exam still school primary words health value "
        "together",
    ),
)
"""What only sounds like a change: "higher education", "40 more homes"."""
_WHERE_NOW = re.compile(
    r"\b(?:baseline\b|where (?:are we|we are)(?: now)?\b|(?:current|present|starting|previous|"
    r"latest|existing) (?:position|performance|level|figures?|data|point|value|state|status|rate|"
    r"year|result)\b|position (?:now|at)\b|20\d\d(?:[/-]\d\d)? (?:actual|figures?|outturn|data|"
    r"result|performance)\b)",
    re.IGNORECASE,
)
"""The heading of a column that tells from where success is counted."""
_SAYS_NOTHING = re.compile(
    r"[\W_]*(?:n/?a|tb[acd]|none|not (?:known|applicable))?[\W_]*", re.IGNORECASE
)
_MEASURE = re.compile(
    r"\b(?:surveys?|audit\w*|numbers?|rates?|scor(?:e[ds]?|ing)|percentage|proportion|counts?|"
    r"measur\w+|baseline|data|figures|feedback|grade[ds]?|evaluations?|questionnaires?|"
    r"focus groups?|case ?files?|minutes|inspections?|statistics|perceptions?|patterns?|"
    r"referrals?|attainment|attendance|destinations|evidence[sd]?|documentation|interviews?)\b",
    re.IGNORECASE,
)
_ACTIVITY = re.compile(
    r"\W*(?!review (?:held|done|completed?|carried out|made|published)\b)"
    r"(?:measure|assess|monitor|develop|development|review|carry out|conduct|undertake|"
    r"continue|hold|arrange|organise|consult|discuss|consider|explore|examine|look at|"
    r"work (?:with|towards)|support|encourage|promote|raise awareness|methods?|surveys?|"
    r"focus groups?|workshops?|use of|adopting|developing|measuring|assessing|monitoring|"
    r"reviewing|working|holding|using)\b",
    re.IGNORECASE,
)
_ONLY_HELD = re.compile(
    r"\W*(?:the |staff |manager |refresher |awareness |regular )*(?:training|workshops?|sessions?|"
    r"meetings?|events?|visits?|briefings?|courses?|seminars?|conferences?|staff|awareness|"
    r"consultation|engagement|discussions?|talks?)(?: (?:is|are|was|were|has been|have been))? "
    r"(?:delivered|held|provided|undertaken|completed|carried out|run|trained|attended|given|"
    r"rolled out|done|offered|raised|arranged|organised)\W*",
    re.IGNORECASE,
)
"""That what the action is was done, and nothing of what came of it: "Training delivered"."""
_VAGUE = re.compile(
    r"\b(?:appropriate(?:ly)?|as (?:required|necessary)|where (?:possible|practicable)|robust|"
    r"effective(?:ly)?|clear(?:ly)?|timely|regular(?:ly)?|adequate(?:ly)?|sufficient(?:ly)?|"
    r"significant(?:ly)?|meaningful(?:ly)?|relevant|optimise[sd]?)\b",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(
    r"\b(?:most|many|several|some|numerous|a (?:large |good |growing )?(?:number|majority|range|"
    r"proportion) of|the (?:vast |great )?majority(?: of)?) (?:of )?(?:(?:the|our|its|their) )?"
    r"(?=(?!recent|deprived|vulnerable|common|able|senior|urgent|serious|important)[a-z]+s?\b)",
    re.IGNORECASE,
)
"""How many, and nobody can say whether it is enough: "most staff"."""
_BEGINS_WITH_SOME = re.compile(rf"\W*{_HOW_MANY.pattern}", re.IGNORECASE)
_JUDGED = re.compile(
    r"\b(?:right|well|strong\w*|consisten\w+|coheren\w+|competen\w+|skilled|mature|holistic|"
    r"joined|together|partnership working|potential|positive\w*|early|needs?|outcomes?|"
    r"approach\w*|support\w*|relationships?|communication|engage\w*|governance|leadership|"
    r"practice|intervention\w*|healthy|healthier|thriv\w+|nurtur\w+|ambitio\w+|shared|"
    r"child-centred|smooth\w*|easy|easier|easily|properly|promptly|quick\w*|sustain\w*|"
    r"efficien\w+|performance|resilien\w+|opportunit\w+|knowledge\w*|expertise|eviden(?:t|ced?|"
    r"ces)|knows?|trusts?|recogni[sz]es?|appreciates?|demonstrat\w+|perceptions?|feedback|"
    r"vibran\w+|attractive|welcoming|modern|inclusive|innovati\w+|excellen\w+|outstanding|"
    r"high[- ]quality|world[- ]class|responsive|agile|rich|lively|comprehensive|"
    r"proportionate|seamless\w*|streamlined|user[- ]friendly|dynamic|creative|transparent|"
    r"proactive|reflect(?:s|ive|ing)|fair(?:er|ly)?|equitabl[ey]|compassionate|pleasant|"
    r"integrated|fit for purpose|at the (?:centre|heart)|(?:people|children|parents|carers|"
    r"families|staff|users) (?:tell|say|report|think|believe|enjoy|like))\b",
    re.IGNORECASE,
)
"""Sounds like a state that is reached, but is a judgement: nobody can look and see."""
_OF_SUCCESS = re.compile(
    r"\b(?:success|measures?|targets?|baseline|indicators?|kpis?|outcomes?|impact|evidence|"
    r"how (?:will|do) we know|what difference|benefits?|difference made)\b",
    re.IGNORECASE,
)
"""The heading of a column that plandesk has no field for and that tells how success is known."""
_SENTENCE = 5
"""From this many words on, a criterion states something rather than just naming a thing."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_copied_to = remembered_by_row(copy_of_two)


@check(
    "P9",
    "ASK",
    "Success can be judged: by what, from where, how far, by when.",
    _SMART,
    column="success_criteria",
)
def success_can_be_judged(paper: Paper) -> Iterator[Found]:
    """P9: no criterion, parts missing, or the same text twice; one question per action.

    Where no action says it, that is said once, of the plan; a report of progress may leave out the
    column of a plan that was approved long ago.
    """
    lacking = [action for action in paper.open_actions if not _criteria_of(action)]
    if holds_of_all(paper, lacking):
        text = "No action says how its success is judged: {refs}."
        # A table of progress may leave out what the approved plan has.
        noted = {one.id for one, _ in paper.noted}
        is_of_progress = all(one.id in noted for one in lacking)
        severity: Severity = "INFO" if is_of_progress else "ASK" if noted else "FIX"
        yield of_the_plan(paper, "success_criteria", text, lacking, severity)
        return
    first_said: dict[tuple[str, ...], Action] = {}
    for action in paper.open_actions:
        for said in _question(action):
            yield found_at(paper, action, said)
        all_said = [first_said.setdefault(words, action) for words in _sentences(action)]
        elsewhere = [one for one in all_said if one is not action]
        if elsewhere:
            others = list({one.id: one for one in elsewhere}.values())
            is_whole = len(elsewhere) == len(all_said)
            yield _said_twice(paper, action, others, is_whole=is_whole)


def _said_twice(paper: Paper, action: Action, others: list[Action], *, is_whole: bool) -> Found:
    """Return what is said of criteria that are word for word those of other actions.

    It is asked where all that an action says of success speaks of the other, or the other's of
    this one: then it was copied. Otherwise it may well be of both.
    """
    if is_whole and len(others) == 1:
        copy = _copied_to(action, others[0], action.success_criteria[0])
        if copy is not None:
            ref = paper.plan.refs_in_words((others[0] if copy is action else action).id)
            said = f"Success is word for word that of {ref}, and speaks of nothing here: copied?"
            place = action_place(paper.plan, copy.id, "success_criteria")
            return Found(place, said, copy.success_criteria, "ASK", about="the same")
    refs = ", ".join(paper.plan.refs_in_words(one.id) for one in others)
    place = action_place(paper.plan, action.id, "success_criteria")
    said = f"A criterion is word for word that of {refs}: is it of both?"
    return Found(place, said, action.success_criteria, "INFO", about="the same")


@remembered_by_row
def _criteria_of(action: Action) -> tuple[str, ...]:
    """Return the criteria of an action, with what its other columns say of how it is known."""
    if not action.own:
        return action.success_criteria
    beside = (text for heading, text in action.own if _OF_SUCCESS.search(heading) and text.strip())
    return (*action.success_criteria, *beside)


_ELSEWHERE = re.compile(
    r"\W*(?:(?:the )?same as|as(?: (?:in|for|per|under|with|at))?|see(?: also)?|refer to|per|"
    r"covered (?:by|in|under)|ditto)?\W*(?:(?:the )?(?:criteria|measures?) (?:of|for|in) )?"
    rf"(?:(?:action|ref|item)s? )?(?:{REF}(?: (?:above|below))?|above|below|"
    r"previous(?: action)?|(?<=ditto)|before|next action)\W*",
    re.IGNORECASE,
)
"""A criterion that only points to those of another action: "As in action 2.2", "As above"."""
_LONGEST_POINTER = 60


def _points_elsewhere(criteria: tuple[str, ...]) -> bool:
    said = criteria[0]
    is_alone = len(criteria) == 1 and len(said) <= _LONGEST_POINTER
    return is_alone and _ELSEWHERE.fullmatch(said) is not None


@remembered_by_row
def _question(action: Action) -> tuple[Said, ...]:
    criteria = _criteria_of(action)
    if is_success_left_blank(action):
        return ()
    if not criteria:
        said = "It is not said how success is judged."
        return (Said("success_criteria", said, severity="FIX"),)
    if _points_elsewhere(criteria):
        said = f"“{criteria[0].strip()}” tells nothing of this action: how is its success judged?"
        return (Said("success_criteria", said, criteria),)
    asked = open_question(
        criteria, has_date=bool(action.timescale.strip()), has_baseline=_says_where_now(action)
    )
    return (Said("success_criteria", asked, criteria),) if asked else ()


@remembered_by_row
def _sentences(action: Action) -> tuple[tuple[str, ...], ...]:
    """Return the words of each sentence of the criteria: two actions may share one of several."""
    return tuple(dict.fromkeys(chain.from_iterable(map(_sentences_of, action.success_criteria))))


@remembered
def _sentences_of(criterion: str) -> tuple[tuple[str, ...], ...]:
    said = map(_words, sentences_in(criterion, at_clauses=True))
    return tuple([words for words in said if len(words) >= _FEWEST_WORDS])


_FEWEST_WORDS = 3
"""Words of a criterion from which on it does not stand twice by chance: "7 schools" may."""


_words = remembered(bare_words)


def _says_where_now(action: Action) -> bool:
    """Return whether a column of its own says from where an action's success is counted."""
    return any(
        _WHERE_NOW.search(heading) and not _SAYS_NOTHING.fullmatch(text)
        for heading, text in action.own
    )


@remembered
def open_question(criteria: tuple[str, ...], *, has_date: bool, has_baseline: bool = False) -> str:
    """Return the question to ask about an action's criteria, or empty if there is none.

    `has_date` says that the action has a timescale, `has_baseline` that another column says from
    where success is counted.
    """
    missing = [
        name
        for name, is_missing in _PARTS
        if not (has_baseline and name == "baseline") and is_missing(criteria)
    ]
    if not has_date and not any(map(_YEAR.search, criteria)):
        missing.append("date")
    is_activity = all(
        (_ACTIVITY.match(one) or _ONLY_HELD.fullmatch(one)) and not _NUMBER.search(one)
        for one in criteria
    )
    vague = "" if any(map(_has_target, criteria)) else _vague(criteria)
    felt = "" if missing or vague or is_activity else unmeasured_part(criteria)
    backwards = next(filter(None, map(runs_backwards, criteria)), "")
    reached = "" if backwards else next(filter(None, map(already_reached, criteria)), "")
    asked = [
        f"Success has no {_in_words(missing)}: how will the committee know?" if missing else "",
        "It is said what will be done, and not what will be different." if is_activity else "",
        f"What does “{vague}” mean here?" if vague else "",
        f"“{felt}” can be counted by nobody: how will it be known?" if felt else "",
        f"“{backwards}” runs backwards: which figure is meant?" if backwards else "",
        f"It stands at {reached} already: which figure is meant?" if reached else "",
    ]
    return " ".join(filter(None, asked))


def _has_no_measure(criteria: tuple[str, ...]) -> bool:
    is_named = any(has_figure(one) or _MEASURE.search(one) or _is_reached(one) for one in criteria)
    return not (is_named or any(map(_can_be_seen, criteria)))


def _can_be_seen(criterion: str) -> bool:
    """Return whether anybody can look and see: it holds for each or all, or by a given day."""
    is_told = _WHOLE.search(criterion) or _DATED.search(criterion)
    is_other = _CHANGE.search(criterion) or _FELT.search(criterion) or _ACTIVITY.match(criterion)
    return (bool(is_told) and not is_other) or _is_plain(criterion)


@remembered
def _is_plain(criterion: str) -> bool:
    """Return whether a criterion states something in a sentence, without words of judgement."""
    if len(criterion.split()) < _SENTENCE or _ACTIVITY.match(criterion):
        return False
    return not any(one.search(criterion) for one in (_CHANGE, _FELT, _VAGUE, _JUDGED))


def _has_no_baseline(criteria: tuple[str, ...]) -> bool:
    """Return whether a change is hoped for, without saying from what starting point.

    One to nothing at all, or one that is counted among people, has its own.
    """
    return any(map(_needs_baseline, criteria)) and not any(map(says_from_where, criteria))


@remembered
def _is_change(criterion: str) -> bool:
    return _CHANGE.search(criterion) is not None or changes_by(criterion)


@remembered
def _needs_baseline(criterion: str) -> bool:
    if not _is_change(criterion):
        return False
    if _NO_CHANGE.search(criterion) and not (
        _CHANGE.search(_NO_CHANGE.sub(" ", criterion)) or changes_by(criterion)
    ):
        return False
    if _TO_NOTHING.search(criterion) or GRADED.search(criterion):
        return False
    return _COUNTED_PEOPLE.search(criterion) is None


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

    For a change, only a number counts, and not the one from which it is counted.
    """
    said = without_where_it_stands(criterion) if _is_change(criterion) else criterion
    if has_figure(said) or _NO_WORSE.search(criterion) or GRADED.search(criterion):
        return True
    if _TO_NOTHING.search(criterion):
        return True
    if _COUNTED.match(criterion):
        return False
    if _is_change(criterion) or _ACTIVITY.match(criterion):
        return False
    if _BEGINS_WITH_SOME.match(criterion):
        return False
    is_reached = _is_reached(criterion) and not _VAGUE.search(criterion)
    is_told = is_reached or _WHOLE.search(criterion) or _DATED.search(criterion)
    return bool(is_told) or _is_plain(criterion)


@remembered
def has_figure(criterion: str) -> bool:
    """Return whether a criterion counts something: a year or "two way" counts nothing."""
    return _has_number(criterion) and _has_number(without_what_counts_nothing(criterion))


def _has_number(text: str) -> bool:
    return _FIGURE.search(text) is not None or _NUMBER.search(text) is not None


@remembered
def _is_reached(criterion: str) -> bool:
    is_done = _REACHED.search(criterion) or (
        _RHYTHM.search(criterion) and _DONE_OFTEN.search(criterion)
    )
    return bool(is_done) and not _NOT_ONLY_REACHED.search(criterion)


def _vague(criteria: tuple[str, ...]) -> str:
    found = (pattern.search(one) for one in criteria for pattern in (_VAGUE, _HOW_MANY))
    return next((match[0].strip() for match in found if match), "")


def _in_words(parts: list[str]) -> str:
    return " and no ".join([", no ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]


SMART_CHECKS: tuple[Check, ...] = (success_can_be_judged,)
