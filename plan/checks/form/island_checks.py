"""What a decision does to island communities: E42."""

import re
from collections.abc import Iterator
from datetime import date

from plan.checks.check import Check, Found, check
from plan.checks.facts.denials import denial_of
from plan.checks.facts.duties_denied import said_in
from plan.checks.facts.proposed import proposed_in
from plan.checks.facts.report_text import report_words, sentences_of
from plan.checks.facts.subjects import decisions, is_said, is_to_decide, subjects_of, titles
from plan.checks.facts.taken_away import is_taken_by
from plan.checks.form.duty_checks import is_strategic, policy_place
from plan.checks.paper import Paper
from plan.model.rows import Action
from plan.text.line_breaks import shortened
from plan.text.remembered import remembered, remembered_by_row
from plan.text.sentences import sentences_in

_SAID = re.compile(
    r"\b(?:icias?\b|islands? (?:communit(?:y|ies)|(?:communities )?impact|proof\w*|assessments?|"
    r"implications?|screening|considerations?|duty|duties|authorit(?:y|ies)|effects?|issues?)\b|"
    r"island[- ]proof\w*|islands (?:\(scotland\) )?act\b|(?:effects?|impacts?|affect\w*|"
    r"implications?|bearing) (?:on |upon |for )?(?:\w+ ){0,3}?islands?\b|"
    r"islands?\b[^.;]{0,60}\b(?:affected|assess\w+|considered|differen\w+|disproportion\w+)|"
    r"islands?\b(?: and rural(?: communit\w+)?)?\s*[:|–—-]\s*(?:there (?:is|"
    r"are) )?(?:no(?:ne|t)?|nil|n/?a)\b|no (?:\w+ ){0,3}?islands?\b)",
    re.IGNORECASE,
)
"""Words by which a paper says how it bears on islands, or that there are none."""
_OTHER_ISLANDS = (
    r"traffic|refuge|pedestrian|central|splitter|heat|kitchen|roundabout|treasure|love|desert|"
    r"safe|green|wildlife|floating|bus|channel|falkland|faroe|canary|marshall|cayman|solomon|"
    r"highlands and|highlands &|long|coney|ellis|rhode|cook|fantasy"
)
_IS_ISLAND = re.compile(
    rf"(?<!\w)(?:(?P<other>{_OTHER_ISLANDS})[ -]+)?(?P<name>islands?|islanders?|(?:outer|northern|"
    r"western|small|inner) isles)\b(?! (?:of (?:knowledge|calm|safety)|games|road|street|terrace|"
    r"avenue|place|drive|lane|view|crescent|site|platforms?|hopp\w+|beds?|units?|stops?|deal)\b)",
    re.IGNORECASE,
)
_OF_ANOTHER_COUNCIL = re.compile(
    r"\b(?:learn\w*|shared|visit(?:ed|ing)|example|similar|neighbour\w*|benchmark\w*|"
    r"other councils|colleagues|compar\w+|nhs|health board|enterprise|university|college)\b",
    re.IGNORECASE,
)
"""Words by which an island that is named is elsewhere."""
_NO_ISLANDS = re.compile(
    r"\b(?:no|not|without|non-?)(?: an?| any)?(?: \w+){0,2} islands?\b", re.IGNORECASE
)
_ASSESSED = re.compile(
    r"\bicias?\b|\bisland communit(?:y|ies) impact assessments?\b", re.IGNORECASE
)
_DENIES = denial_of(r"islands?(?: communit(?:y|ies))?")
_NONE_NEEDED = re.compile(
    r"\b(?:no|nor|without|neither|not (?:need|require)) (?:an? |any |a full )?(?:(?:full|separate|"
    r"further) )?(?:icias?|islands?(?: communit(?:y|ies))? impact assessments?)\b|"
    r"\b(?:icias?|islands?(?: communit(?:y|ies))? impact assessments?) (?:is|are|was|were) (?:\w+ )"
    r"?not (?:\w+ )?(?:needed|required|necessary|made|carried out)\b",
    re.IGNORECASE,
)
"""An assessment that is only named to say that none is needed."""
_TAKEN_FROM = re.compile(
    r"\A\W*end(?:ing)?\b|\b(?:clos(?:e|es|ed|ing|ure)(?! (?:the )?(?:\w+ )?gaps?\b)|"
    r"withdraw\w*|cease[sd]?|discontinu\w+|relocat\w+|mov(?:e|es|ed|ing)|transferr?\w*|centralis\w+|(?:cut|reduc)\w*)\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(r"\b(?:no|not|never|without|avoid\w*|prevent\w*|keep\w*)\b", re.IGNORECASE)
_A_PLACE = (
    r"(?:services?|schools?|nurser\w+|academy|centres?|homes?|offices?|halls?|librar\w+|hospitals?|"
    r"surger\w+|units?|depots?|toilets?|pools?|clinics?|museums?|provision|routes?|hostels?|wards?|"
    r"branch\w*|sites?|care|hubs?|stations?|piers?|harbours?|bridges?|roads?)"
)
_CLOSES_A_PLACE = re.compile(
    r"\b(?:clos(?:e|es|ed|ing|ure)|merg\w+|amalgamat\w+|discontinu\w+|relocat\w+|withdraw\w*|"
    rf"centralis\w+|rationalis\w+|mothball\w*)\b[^.;]{{0,60}}?\b{_A_PLACE}\b(?! (?:of|"
    rf"in) practice)|\b{_A_PLACE}\b[^.;]{{0,40}}?\b(?:clos(?:es|ed|ing|ure)|to close|merg(?:e|es|"
    r"ed|er)|relocat\w+|withdrawn|discontinued)\b|\b(?:ferr(?:y|ies)|bus(?:es)? (?:services?|"
    r"routes?|timetables?)|transport (?:services?|strategy|"
    r"plan|policy|links?|routes?)|air services?|piers?|harbours?)\b",
    re.IGNORECASE,
)
"""A service or a place that closes or moves, and how people and goods travel."""
_NO_PLACE = re.compile(
    r"\bclos(?:e|es|ed|ing)\s+(?:the )?(?:\w+ )?(?:gaps?|cases?|complaints?|loop|audit|"
    r"actions?|links?|work\w*|partnership\w*|liaison|contact|monitoring)\b|\bclose of\b|"
    r"\bclosing dates?\b",
    re.IGNORECASE,
)


@check(
    "E42",
    "ASK",
    "A council with islands says how a decision bears on island communities.",
    "Islands (Scotland) Act 2018, sections 7 and 8; regulations of 2020, whose day was not read: "
    "asked of meetings from 2021",
    since=date(2021, 1, 1),
)
def islands_are_regarded(paper: Paper) -> Iterator[Found]:
    """E42: a service that closes or moves, transport or a strategy; where there are islands.

    There are some where the settings or the format say so, or the paper itself names one. Where it
    is said that nothing bears on them, it is asked only of what is taken from an island by name.
    """
    if not is_to_decide(paper):
        return
    if is_said(paper, _SAID):
        yield from _denied(paper)
        return
    is_of_islands = paper.has_islands or _names_an_island(paper)
    told = [one.sentence for one in proposed_in(paper)]
    if (
        (is_of_islands and _may_differ(paper))
        or _ends_by_sea(paper)
        or any(is_on_an_island(one) and _bears_on_it(one) for one in told)
        or any(map(_BY_SEA.search, told))
        or _is_otherwise_there(paper)
    ):
        text = (
            "Does this affect an island community significantly differently from others? Then it "
            "is assessed, or the reasons why it is not are published."
        )
        yield Found(policy_place(paper), text)


_BY_SEA = re.compile(
    r"\b(?:end|withdraw|close|stop|cease|discontinue|cut|remove)(?:s|d|ing)?\b(?!-)[^.;]{0,40}?"
    r"\b(?:sailings?|ferr(?:y|ies)(?! (?:company|terminal|port))|passenger boats?|"
    r"inter-island \w+)\b|\b(?:sailings?|ferry services?|passenger boats?|"
    r"the ferry)\b[^.;]{0,60}?\b(?:ends?|ceases?|stops?|withdrawn|discontinued|lost)\b",
    re.IGNORECASE,
)
"""Passengers are carried over water no longer: mostly to an island, whatever it is called."""


_ISLES = (
    r"Arran|Bute|(?:Great )?Cumbrae|Islay|Jura|Mull(?! of)|Iona|Tiree|Coll|Colonsay|Gigha|"
    r"Lismore|Luing|Easdale|Kerrera|Ulva|Skye|Raasay|Eigg|Rum|Muck|Canna|Lewis|Harris|North Uist|"
    r"South Uist|Uist|Benbecula|Barra|Vatersay|Eriskay|Berneray|Scalpay|Hoy|Westray|Sanday|"
    r"Stronsay|Eday|Rousay|Shapinsay|North Ronaldsay|Flotta|Graemsay|Yell|Unst|Fetlar|Whalsay|"
    r"Bressay|Foula|Fair Isle|Papa Stour"
)
_ON_AN_ISLE = re.compile(
    rf"\b(?:[Oo]n|[Tt]o|[Ff]rom|[Ii]n|[Oo]f|between) (?:the (?:[Ii]sle|[Ii]sland) of "
    rf")?(?:{_ISLES})\b(?! "
    rf"(?:[A-Z]|and "
    rf"(?:Sons|Partners)))(?<!Argyll and Bute)|\b(?:[Oo]n|[Tt]o|[Ff]rom|[Oo]f|"
    rf"[Ii]n) (?:the )?(?:[Ii]sle|[Ii]sland) of "
    rf"[A-Z][a-z]+(?! "
    rf"(?:Road|Street|House|Court))|\b(?:{_ISLES})[’']s (?=[a-z])|, (?:{_ISLES})\b(?=[,.])|"
    rf"\b(?:{_ISLES}) (?:ferry|ferries|sailings?|boat|crossing|flights?|causeway)\b|"
    r"\binter-island\b"
)
"""An island of Scotland on which people live, by its name, where it is a place and no surname."""
_CROSSES = re.compile(
    r"\b(?:mainland|ferr(?:y|ies)|sailings?|flights?|freight|crossings?|boats?|flown|board(?:s|"
    r"ing)?|(?:is|are|be) (?:removed|centralised|transferred|moved)|moves?|transfers?|travel)\b",
    re.IGNORECASE,
)


@remembered
def is_on_an_island(sentence: str) -> bool:
    """Return whether a sentence names an island by its own name: "residents of Arran"."""
    return _ON_AN_ISLE.search(sentence) is not None


def _bears_on_it(sentence: str) -> bool:
    return (
        _CROSSES.search(sentence) is not None
        or _IS_OTHERWISE.search(sentence) is not None
        or is_taken_by(sentence)
        or _moves_a_place(sentence)
    )


_IS_OTHERWISE = re.compile(
    r"\b(?:instead|rather than|no longer|will not|is not to|not weekly|not daily|without|lost|"
    r"fewer|less often|only (?:once|twice|every|on|in|by)|every (?:\w+ )?(?:weeks?|months?|second|"
    r"other)|from (?:weekly|fortnightly|daily|monthly) to|(?:to have|with|has) no (?:\w+ )?(?:crew|"
    r"staff|cover|service|nurse|doctor|warden)|will (?:sit|be (?:held|based|taught|provided|"
    r"delivered|done|treated|heard)) (?:in|from|at|with) )",
    re.IGNORECASE,
)
"""What is done on an island otherwise than before, or than elsewhere."""
_COMES = re.compile(
    r"\b(?:will|shall|(?:is|are) to|goes|moves?|become|from (?:\d|[A-Z])|after (?:\d|[A-Z])|by "
    r"(?:\d|[A-Z]))"
)
_IN_DOUBT = re.compile(
    r"\b(?:would|could|might|option|whether|was|were|had|if|unless|last year|until|again)\b",
    re.IGNORECASE,
)


def _is_otherwise_there(paper: Paper) -> bool:
    """Return whether the report tells that something is otherwise on an island by its name.

    What is denied counts as well: "the library van will not cross to Cumbrae".
    """
    return any(
        (is_on_an_island(sentence) or _names_one(sentence))
        and (_IS_OTHERWISE.search(sentence) or is_taken_by(sentence))
        and _COMES.search(sentence)
        and not _IN_DOUBT.search(sentence)
        and not _OF_ANOTHER_COUNCIL.search(sentence)
        for words in report_words(paper)
        if words.passage.kind in ("text", "numbered")
        for sentence, _ in sentences_of(words)
    )


def _ends_by_sea(paper: Paper) -> bool:
    return any(map(_BY_SEA.search, (*titles(paper), *decisions(paper))))


def _may_differ(paper: Paper) -> bool:
    """Return whether something closes, moves or is a strategy: it may be otherwise on an island."""
    if is_strategic(paper):
        return True
    heads = (*titles(paper), *decisions(paper), *(aim.text for aim in paper.plan.aims))
    return any(map(_moves_a_place, heads)) or any(map(_is_move, paper.open_actions))


@remembered
def _moves_a_place(text: str) -> bool:
    if "school" in subjects_of(text):
        return True
    return _CLOSES_A_PLACE.search(_NO_PLACE.sub(" ", text)) is not None


@remembered_by_row
def _is_move(action: Action) -> bool:
    return _moves_a_place(action.text)


def _denied(paper: Paper) -> Iterator[Found]:
    """Yield where no effect on islands is said, and something is taken from one by name."""
    if _is_assessed(paper):
        return
    told = next(_taken(paper), None)
    for place, sentence in said_in(paper) if told else ():
        if told and _DENIES.search(sentence):
            where, text = told
            asked = (
                f"“{shortened(sentence)}” is said, and {where} says “{shortened(text)}”: which "
                "is right?"
            )
            yield Found(place, asked, (sentence, text))
            return


def _is_assessed(paper: Paper) -> bool:
    """Return whether an assessment for islands is told of, and not only as not needed."""
    if not is_said(paper, _ASSESSED):
        return False
    texts = (*titles(paper), *(words.text for words in report_words(paper)))
    return any(_ASSESSED.search(_NONE_NEEDED.sub(" ", text)) for text in texts)


def _taken(paper: Paper) -> Iterator[tuple[str, str]]:
    """Yield what is closed on an island, or moved from it, by who says so."""
    for action in paper.open_actions:
        if _is_of_an_island(action) and _takes_from_island(action.text):
            yield f"action {paper.plan.refs_in_words(action.id)}", action.text
    for words in report_words(paper):
        for sentence, _ in sentences_of(words):
            is_there = _names_one(sentence) or is_on_an_island(sentence)
            if is_there and (_takes_from_island(sentence) or _is_worse(sentence)):
                yield "the report", sentence


def _takes_from_island(sentence: str) -> bool:
    found = _TAKEN_FROM.search(sentence)
    return found is not None and not (_NOT_SO.search(sentence) or _DENIES.search(sentence))


def _is_worse(sentence: str) -> bool:
    return bool(
        _IS_OTHERWISE.search(sentence)
        and _COMES.search(sentence)
        and not _IN_DOUBT.search(sentence)
        and not _DENIES.search(sentence)
    )


@remembered
def _names_one(text: str) -> bool:
    """Return whether a text names an island: no traffic island, and not to say that it is none."""
    if "sland" not in text and "SLAND" not in text and "isles" not in text.lower():
        return False
    if _NO_ISLANDS.search(text):
        return False
    return any(not found["other"] for found in _IS_ISLAND.finditer(text))


def _names_an_island(paper: Paper) -> bool:
    plan = paper.plan
    told = (one for words in report_words(paper) for one in sentences_in(words.text))
    said = (
        *titles(paper),
        plan.report.committee,
        *(sentence for sentence in told if not _OF_ANOTHER_COUNCIL.search(sentence)),
        *(aim.text for aim in plan.aims),
    )
    return any(map(_names_one, said)) or any(map(_is_of_an_island, plan.actions))


@remembered_by_row
def _is_of_an_island(action: Action) -> bool:
    return _names_one(action.text) and not _OF_ANOTHER_COUNCIL.search(action.text)


ISLAND_CHECKS: tuple[Check, ...] = (islands_are_regarded,)
