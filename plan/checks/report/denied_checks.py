"""What a report says there is none of, against what the paper itself does: R47 and R48."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan.checks.check import Check, Found, check
from plan.checks.facts.data_shared import denies_data, shares_data
from plan.checks.facts.denials import IT, NONE, NOT_ALL, denies
from plan.checks.facts.objections_told import none_and_some_against
from plan.checks.facts.proposed import proposed_in
from plan.checks.facts.report_text import (
    Words,
    report_sections,
    report_words,
    sentences_of,
    told_in,
)
from plan.checks.facts.spoken_of import stems_of
from plan.checks.facts.subjects import decisions, watches_people
from plan.checks.facts.who_was_asked import asked_and_not_asked
from plan.checks.paper import Paper
from plan.model.rows import Action
from plan.papers.places import passage_place
from plan.reading.dates import A_MONTH, DateSpan, read_date, span_in_words
from plan.reading.timescales import read_timescale
from plan.text.line_breaks import shortened
from plan.text.remembered import remembered, remembered_by_row

_PRACTICE = "Council practice: who answers for people, buildings and contracts reads only this line"
_BUILDING = (
    r"(?:schools?|nurser\w+|centres?|offices?|halls?|depots?|buildings?|premises|librar\w+|homes?|"
    r"sites?|units?|pools?|toilets?|land|propert\w+)"
)


_WILL_BE = r"(?:(?:will|shall|is to|are to|must|should|to) be|is being|are being)"
_STAFF = (
    r"(?:staff|employees|(?:home )?carers|cleaners|drivers|teachers|workers|officers|cooks|wardens|"
    r"therapists|assistants|nurses|janitors|fitters)"
)


class _Denied(NamedTuple):
    """A matter of which a report may say that there is none, and what shows that there is.

    `letters` are some of which stand wherever it is named.
    """

    what: str
    letters: tuple[str, ...]
    named: str
    shown: re.Pattern[str]
    told: re.Pattern[str]


_DATA = "data protection"
_MATTERS = (
    _Denied(
        "staffing",
        ("staff", "workforce", "personnel", "human res", "hr", "employ", "job", "post"),
        r"(?:staff(?:ing)?(?: levels)?|workforce|personnel|human resources?|hr|employees?|"
        r"employment|jobs|posts)",
        re.compile(
            r"\A(?![^.;]*\bwithin (?:the |its )?(?:\w+ )?(?:establishment|structure|complement))"
            r"\W*(?:to )?(?:recruit(?! (?:and|from within|internally)\b)|employ|appoint|hire)\b "
            r"(?!(?:[\w-]+ ){0,3}?(?:volunteers?|adopters?|foster|carers?|members?|children|young|"
            r"families|parents|pupils|tenants|mentors?|champions?|ambassadors?|panel\w*|"
            r"contractors?|chair|lead officer|consultants?|auditors?|households?|participants?))"
            r"(?:[\w-]+ ){0,5}?(?:officers?|workers?|managers?|teachers?|co-?ordinators?|"
            r"posts?|staff|assistants?|advisers?|nurses?|analysts?|surveyors?|inspectors?|"
            r"trainers?|leads?|apprentices?|engineers?|drivers?|practitioners?|psychologists?|"
            r"therapists?|solicitors?)\b|\b(?:new|additional|extra|further|permanent|temporary|"
            r"vacant) (?:[\w-]+ ){0,3}?posts?\b|\b(?:reduce|cut|"
            r"lower) (?:the )?(?:number of )?(?:\w+ )?(?:posts|staff|"
            r"jobs)\b(?! (?:absence|turnover|sickness|time|travel|costs|hours|vacanc\w+|stress))|"
            r"\bvoluntary (?:early )?(?:release|severance|redundancy|retirement)\b|\b(?:delete|"
            r"deletion of|remove|reduction of|lose|loss of|cut)\b [^.;]{0,30}?"
            r"\bposts?\b|\bredundan(?:cy|cies)\b|\bredeploy\w*|\bTUPE\b|\btransfer\b[^.;]{0,20}\b"
            r"(?:staff|employees)\b|"
            rf"\A\W*(?:to )?(?:transfer|move|relocate|redeploy)\b (?:(?!of\b|for\b|from\b|"
            rf"with\b)[\w-]+ ){{0,3}}?"
            rf"{_STAFF} "
            r"(?:(?:from|between) [^.;]{2,40}? (?:to|and)|to(?: the)?(?= (?-i:[A-Z]))) "
            r"(?!(?:an? |the )?"
            r"(?:new |online |paper )?(?:systems?|software|forms?|laptops?|e-?mail|working|Teams|"
            r"Windows|Office|Microsoft)\b)",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\bposts?\b[^.;]{{0,60}}?\b{_WILL_BE} (?:\w+ ){{0,2}}?(?:created|deleted|cut|lost|"
            rf"regraded|established|removed)\b|\b{_STAFF}\b[^.;]{{0,40}}?\b{_WILL_BE} (?:\w+ )?"
            r"(?:transferred|appointed)\b|\A(?![^.;]*?\b(?:volunteers?|adopters?|foster\w*|mentors?|"
            rf"champions?|members|panel|participants?|families|young people)\b)[^.;]*?\b{_WILL_BE} "
            r"(?:\w+ )?(?:redeployed|regraded|made redundant|taken on|recruited)\b|"
            rf"\b{_STAFF} (?:will|are to) (?:transfer|move) to (?:an? |the )?(?:new |other |"
            r"[\w-]+ )?(?:shift|rota|employer|trust|pattern|contract|hours)\w*\b",
            re.IGNORECASE,
        ),
    ),
    _Denied(
        "property",
        ("propert", "asset", "accommodation", "estate", "land"),
        r"(?:property|properties|assets?|accommodation|estate|land)",
        re.compile(
            r"\A\W*(?:to )?(?:clos(?:e|ing)|sell|dispos\w+|demolish|build|lease|buy|purchase|"
            r"refurbish|extend|acquire|vacate)\b (?:(?!culture|trust|teams?|confidence|capacity|on|"
            rf"links?)[\w’'-]+ ){{0,5}}?{_BUILDING}\b(?! (?:of|for) (?:trust|goodwill))",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b{_BUILDING}\b(?! ?(?:staff|managers?))[^.;]{{0,40}}?\b{_WILL_BE} (?:\w+ "
            r"){0,2}?(?:closed(?! (?:on|for|over|at|during|between|to)\b)|"
            r"sold|demolished|declared surplus|disposed|leased|let|refurbished|vacated|rebuilt)\b|"
            rf"\b{_BUILDING}\b[^.;]{{0,30}}? will close\b(?! (?:at|early|for|on (?:mon|tues|wed|"
            r"thu|fri|sat|sun)))",
            re.IGNORECASE,
        ),
    ),
    _Denied(
        "procurement",
        ("procurement", "purchasing", "contract"),
        r"(?:procurement|purchasing|contracts?)",
        re.compile(
            r"\A\W*(?:to )?(?:procure|tender|re-?tender|buy|purchase|lease|commission|award)\b "
            r"(?!(?:ins?|orders?|ledger|time|certificates?|prizes?|badges?|grants?)\b)",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b{_WILL_BE} (?:\w+ ){{0,2}}?(?:procured|tendered|re-?tendered|purchased|put out to "
            r"tender|sought by (?:\w+ )?tender|leased)\b|"
            rf"\bcontracts?\b[^.;]{{0,50}}\b{_WILL_BE} (?:\w+ )?(?:awarded|let|re-?let)\b",
            re.IGNORECASE,
        ),
    ),
    _Denied(
        _DATA,
        ("data", "information", "privacy", "gdpr", "dpia"),
        r"(?:data (?:protection|rights)|information governance|privacy|gdpr)",
        re.compile(r"\bcctv\b", re.IGNORECASE),
        re.compile(
            r"\b(?:addresses|records|names|details|personal data|conditions|histories|case "
            rf"files)\b[^.;]{{0,60}}\b{_WILL_BE} (?:\w+ )?(?:shared|passed|exchanged|matched|"
            r"transferred)\b",
            re.IGNORECASE,
        ),
    ),
    _Denied(
        "Gaelic",
        ("gaelic",),
        r"gaelic(?: language| medium)?",
        re.compile(
            r"\bgaelic\b(?! (?:language )?(?:plan|act|policy|implications?))", re.IGNORECASE
        ),
        re.compile(
            r"\bgaelic (?:medium|unit|class\w*|nurser\w+|signs?|officers?|lessons|schools?)\b[^.;]"
            rf"{{0,60}}?\b{_WILL_BE}\b",
            re.IGNORECASE,
        ),
    ),
    _Denied(
        "climate",
        ("climate", "carbon", "environment", "sustainab"),
        r"(?:climate(?: change)?|carbon|environment(?:al)?|sustainability)",
        re.compile(
            r"\A\W*(?:to )?(?:demolish|build|fell|widen)\b (?:[\w’'-]{1,30} ){0,5}?(?:schools?|"
            r"roads?|trees|barns?|car parks?|depots?|homes|houses|pier|bridges?|halls?|centres?)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:diesel|petrol) \w+\b[^.;]{0,60}?\b(?:will|is to|are to)\b|\b(?:adds?|will add|"
            r"more) (?:to )?(?:car miles|tonnes of carbon|emissions|car journeys)\b|\b(?:trees|"
            rf"woodland)\b[^.;]{{0,40}}?\b{_WILL_BE} (?:felled|cleared|removed)\b",
            re.IGNORECASE,
        ),
    ),
)
_MAYBE_NONE = re.compile(r"\b(?:no\b|none|nil|n/a|not\b|un(?:chang|affect)ed|neutral|remain|stay)")
_BARE_NONE = re.compile(
    rf"\W*{NONE}(?:(?: \w+){{0,3}}? ?(?:{IT})?|(?: such| {IT})?(?: arising| resulting|"
    r" identified)?(?: directly)?(?: (?:from|of|in|as a result of|for) (?:this|the) (?:\w+ )?"
    r"(?:report|paper|plan|proposals?|recommendations?|decision))?)\W*",
    re.IGNORECASE,
)


@check("R47", "ASK", "“No implications” of staff, property or contracts holds.", _PRACTICE)
def what_is_denied_is_not_done(paper: Paper) -> Iterator[Found]:
    """R47: none of staffing, property, data and the like, and an action or a decision shows some.

    "No additional staffing" is no denial, nor is what is denied with an exception. That some people
    were not asked is denied too, and the report or an assessment may tell that they were.
    """
    headings = {one.id: one.heading for one in report_sections(paper)}
    for matter in _MATTERS:
        for words in report_words(paper):
            said = _denied_in(words, matter, headings.get(words.passage.section, ""))
            if not said:
                continue
            shown = next(
                _shown(paper, matter, words), None
            )  # only now: all actions are looked through
            if shown is not None:
                where, text = shown
                asked = (
                    f"“{shortened(said)}” is said of {matter.what}, and {where} is "
                    f"“{shortened(text)}”: which is right?"
                )
                place = passage_place(paper.plan, words.passage)
                yield Found(place, asked, (said, text), about=matter.what)
            break
    if both := asked_and_not_asked(paper):
        denied, told = both
        asked = (
            f"“{shortened(denied.sentence)}” is said here, and {told.source} says "
            f"“{shortened(told.sentence)}”: which is right?"
        )
        yield Found(denied.place, asked, (denied.sentence, told.sentence), about="asked")
    for words, none, some in none_and_some_against(paper):
        asked = (
            f"“{shortened(none)}” is said here, and “{shortened(some)}” elsewhere: which is right?"
        )
        yield Found(passage_place(paper.plan, words.passage), asked, (none, some), about="against")


def _denied_in(words: Words, matter: _Denied, heading: str) -> str:
    lowered = f"{heading} {words.text}".lower()
    if not any(one in lowered for one in matter.letters):
        return ""
    if matter.what == _DATA and (said := next(filter(denies_data, told_in(words)), "")):
        return said
    if not _MAYBE_NONE.search(lowered):
        return ""
    is_headed = re.search(rf"\b{matter.named}\b", heading, re.IGNORECASE) is not None
    for sentence in told_in(words):
        is_bare = is_headed and _BARE_NONE.fullmatch(sentence) and not NOT_ALL.search(sentence)
        if is_bare or denies(sentence, matter.named):
            return sentence
    return ""


def _shown(paper: Paper, matter: _Denied, denied: Words) -> Iterator[tuple[str, str]]:
    for action in paper.open_actions:
        if _shows(action, matter):
            yield f"action {paper.plan.refs_in_words(action.id)}", action.text
    for text in decisions(paper):
        if matter.shown.search(_without_asking(text)):
            yield "a decision", text
    for words in report_words(paper):
        if words.passage.id == denied.passage.id or words.passage.kind == "recommendation":
            continue
        for sentence in told_in(words) if matter.told.search(words.text) else ():
            if matter.told.search(sentence) and not _NOT_BY_THIS.search(sentence):
                yield "the report's own word", sentence
    if matter.what == _DATA:
        told = (one for one in proposed_in(paper) if one.words.passage.id != denied.passage.id)
        yield from (
            ("the report's own word", one.sentence) for one in told if _uses_data(one.sentence)
        )


def tells_of_staff(text: str) -> bool:
    """Return whether a sentence tells that people are to be taken on or moved, or posts made."""
    staffing = _MATTERS[0]
    return bool(staffing.told.search(text)) and not _NOT_BY_THIS.search(text)


def _uses_data(text: str) -> bool:
    return shares_data(text) or watches_people(text)


_NOT_BY_THIS = re.compile(
    r"\b(?:if|could|would|may|might|not|no|never|unless|volunteers?|existing|present|current|"
    r"already|separate(?:ly)?|another report|later report|government|ministers|contractor|asked|"
    r"option|previous\w*|was|were)\b",
    re.IGNORECASE,
)
"""Words by which what is told is not done by the decision that is asked for."""


@remembered
def _without_asking(text: str) -> str:
    return _ASKED_TO.sub("", text)


_ASKED_TO = re.compile(
    r"\A\W*(?:agree|approve|authorise)s?(?: the Director)? (?:to|that)\s+", re.IGNORECASE
)


@remembered_by_row
def _shows(action: Action, matter: _Denied) -> bool:
    if matter.what == _DATA:
        return _uses_data(action.text)
    return matter.shown.search(action.text) is not None


_ASKED_FOR = re.compile(
    r"\b(?:committee|members|council|board|cabinet|panel|executive)\b[^.;]{0,60}?\b(?:asked for|"
    r"requested|called for|instructed|agreed to receive|was promised|were promised|was to receive|"
    r"were to receive|remitted|was told that|were told that|was told to expect|had been promised)\b"
    r"[^.;]{0,80}?\b(?:report|update|paper|briefing)\b[^.;]{0,60}?\b(?:in|"
    rf"by|for) (?P<when>(?:\d{{1,2}} )?{A_MONTH} 20\d\d)|"
    r"\b(?:committee|members|council|board|cabinet|panel|executive)\b[^.;]{0,40}?\b(?:asked|"
    r"requested|instructed|directed|required|remitted)\b[^.;]{0,60}?\bto (?:report|bring|submit|"
    r"prepare|present|come back|return)\b[^.;]{0,90}?\b(?:in|by|for|before) (?:the )?(?:end of )?"
    rf"(?P<then>(?:\d{{1,2}} )?{A_MONTH} 20\d\d|(?:spring|summer|autumn|winter)(?: of)? 20\d\d)",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"\b(?:reported|considered|received|noted|submitted|brought|presented|given|came|provided|"
    r"circulated|deferred|postponed|delayed|put off|not (?:brought|made|given|possible)|did not|"
    r"this (?:report|paper|update) (?:is|fulfils|meets|answers|responds|provides)|overtaken|"
    r"withdrawn|cancelled|because|instead)\b",
    re.IGNORECASE,
)
_NEVER_CAME = re.compile(r"\bfirst (?:\w+ )?(?:report|update|paper)\b", re.IGNORECASE)


@check(
    "R48",
    "ASK",
    "What an earlier meeting asked for has come, or it is said why not.",
    "What the committee was told",
)
def what_was_asked_for_came(paper: Paper) -> Iterator[Found]:
    """R48: the committee had asked for a report by a day that is past, and no word of it is said.

    It came if any other sentence names that month, or the same or the next one tells of it.
    """
    said = [one for words in report_words(paper) for one in _pairs(words)]
    for words, sentence, after in said:
        found = _ASKED_FOR.search(sentence) if "20" in sentence else None
        typed = (found["when"] or found["then"]) if found else ""
        when = read_date(typed) or (read_timescale(typed).due if typed else None)
        if found is None or when is None or paper.meeting is None:
            continue
        is_past = when.last < paper.meeting.replace(day=1)
        rest = sentence[found.end() :]
        is_told = _CAME.search(rest) or (_CAME.search(after) and not _NEVER_CAME.search(after))
        if not is_past or is_told or _named_elsewhere(said, sentence, when, typed):
            continue
        text = (
            f"A report was asked for by {span_in_words(when)}, and nothing says whether it came: "
            f"“{shortened(sentence)}”"
        )
        place = passage_place(paper.plan, words.passage)
        yield Found(place, text, (sentence,), about=str(when.first))
    yield from _referred_to(paper, said)


_REFERS = re.compile(
    r"\b(?:minutes?|article)\b[^.;:]{0,60}\brefers?\b\W{0,3}(?:that )?(?:it was remitted to )?"
    r"(?:the )?[A-Z][^.;:]{3,60}? (?:(?:was|were) (?:asked|instructed|requested|required) )?to "
    r"(?:bring|report|prepare|submit|come)\b(?: (?:forward|back|a report|on|with))* "
    r"(?P<what>[^.;]{5,80})"
)
"""What an earlier minute had officers bring: "Article V of the minute of 4 March refers: …"."""


_REQUESTED = re.compile(
    r"\b(?:committee|members|council|board|cabinet|panel|executive)\b(?: \w+)? (?:requested|asked "
    r"for|called for)(?: (?:at|on|in) [^,.;()]{3,40},)? ?(?P<day>\([^()]{4,40}\))? "
    r"(?P<what>(?:an?|further|more) [^.;]{5,90})",
    re.IGNORECASE,
)
"""What a meeting had asked for: "Members had requested (4 May) a list"."""
_ANSWERED_HERE = re.compile(
    rf"{_CAME.pattern}|\b(?:this (?:report|paper|plan)|presents?|sets? out|attached|appendix|"
    rf"below|above|here|now|"
    r"follows|therefore|answer\w*)\b",
    re.IGNORECASE,
)
_HAD = re.compile(
    r"\b(?:had|previously|earlier|last (?:year|meeting|time)|at (?:its|their|the) (?:last|"
    r"previous))\b",
    re.IGNORECASE,
)


def _referred_to(paper: Paper, said: list[tuple[Words, str, str]]) -> Iterator[Found]:
    """Yield what an earlier minute asked for and nothing else in the paper speaks of."""
    for words, sentence, after in said:
        found = _REFERS.search(sentence) if "refer" in sentence else None
        may_ask = "requested" in sentence or "ed for" in sentence
        asked = _REQUESTED.search(sentence) if may_ask and found is None else None
        if (
            asked
            and (asked["day"] or _HAD.search(sentence))
            and not _ANSWERED_HERE.search(sentence)
        ):
            found = asked
        about = stems_of(found["what"]) - _OF_ANY_PAPER if found else frozenset()
        if not about or _CAME.search(after):
            continue
        others = [one for _, one, _ in said if one != sentence]
        others += [one.text for one in paper.plan.actions]
        if any(2 * len(about & stems_of(one)) >= len(about) for one in others):
            continue
        text = f"It is not said what came of this: “{shortened(sentence)}”"
        place = passage_place(paper.plan, words.passage)
        yield Found(place, text, (sentence,), about=sentence)


_OF_ANY_PAPER = frozenset(("optio", "propo", "paper", "updat", "furth", "commi", "board"))


def _pairs(words: Words) -> Iterator[tuple[Words, str, str]]:
    return ((words, sentence, after) for sentence, after in sentences_of(words))


def _named_elsewhere(
    said: list[tuple[Words, str, str]], own: str, when: DateSpan, typed: str
) -> bool:
    """Return whether another sentence of the report names the month in which it was to come."""
    is_season = typed[:6].casefold() in ("spring", "summer", "autumn", "winter")
    named = re.escape(typed) if is_season else rf"{when.last:%B} {when.last:%Y}"
    month = re.compile(rf"\b{named}\b", re.IGNORECASE)
    return any(month.search(sentence) for _, sentence, _ in said if sentence != own)


DENIED_CHECKS: tuple[Check, ...] = (what_is_denied_is_not_done, what_was_asked_for_came)
