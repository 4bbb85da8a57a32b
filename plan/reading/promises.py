"""Promises to the committee: sentences that say that somebody will come back to it, and by when.

A recommendation that instructs somebody to report back or to publish by a day is one, and so is a
sentence that says that a report will be brought. What was done, denied or only may be is none, nor
is what goes to somebody else, such as an inspectorate.
"""

import re
from datetime import date
from typing import NamedTuple

from plan.reading.atoms import word_set
from plan.reading.rhythms import Biannually
from plan.reading.timescales import TimescaleReading, read_timescale
from plan.text.remembered import remembered

_PAPER = (
    r"(?:progress |update |annual |final |interim |further |fuller |full |evaluation |monitoring |"
    r"performance |detailed |follow-up |closing |end of year |six-monthly |quarterly )*"
    r"(?:reports?|updates?|papers?|briefings?|position statements?)"
)
_SUCH_A_PAPER = rf"(?:an? |the |this |its |their |regular |another |annual |any )*{_PAPER}"
_NEW_PAPER = (
    r"(?:(?:an?|another|regular|annual|the) )?(?:(?:progress|update|further|final|interim|annual|"
    r"evaluation|monitoring|follow-up|fuller|subsequent|closing|six-monthly|quarterly|second|"
    r"new) )+(?:reports?|updates?|papers?|briefings?|position statements?)|"
    r"an? (?:report|update|paper|briefing)s?|(?:reports|updates)"
)
_CARRIED = (
    r"(?:brought|laid|put|submitted|presented|provided|tabled|prepared|made|given|reported|issued|"
    r"sent)"
)
_CARRY = (
    r"(?:brings?|lays?|submits?|presents?|provides?|tables?|receives?|circulates?|bringing|"
    r"submitting|presenting|providing|tabling|receiving|circulating)"
)
_MAKE = r"(?:prepare|produce|make|give|issue|send|preparing|producing)"
_WHO = (
    r"(?:(?:sub-?)?committees?|council(?! (?:officers|staff|plan|services))|boards?|cabinet|"
    r"members|councillors|panel|forum|executive|partnership|convener|ijb|cycle|"
    r"(?<!\bteam )(?<!\bstaff )(?<!\bparents )meetings?)"
)
_AS_A_VERB = "".join(
    rf"(?<!\b{one} )"
    for one in ("this", "the", "a", "an", "of", "its", "in", "progress", "each", "that")
)
_BODY = r"(?:committee|council|board|cabinet|members|panel|ijb)"
_COMING_BACK = re.compile(
    r"\b(?:(?:report(?:ing)?|come|coming|revert(?:ing)?|return(?:ing)?|bring(?:ing)?|brought|"
    rf"reported) (?:\w+ ){{0,3}}?back\b|{_AS_A_VERB}report(?:s|"
    rf"ing)? (?:\w+ ){{0,6}}?to (?:\w+ ){{0,4}}?{_WHO}\b"
    rf"|{_AS_A_VERB}report(?:s|ing)? (?:further|again|progress|on progress|annually|"
    r"quarterly|six[- ]monthly)\b"
    rf"|{_AS_A_VERB}report(?:s|ing)? (?:the |its |their )?(?:outcomes?|results?|findings|"
    r"conclusions)\b|(?:will|shall|to) (?:return|revert|come back) with\b"
    rf"|(?:return|come|revert) to (?:\w+ ){{0,3}}?{_WHO}\b"
    rf"|{_CARRY} (?:(?:back|forward) )?(?:\w+ ){{0,4}}?{_SUCH_A_PAPER}\b"
    r"(?! (?:templates?|formats?|cards?|forms?|writing))"
    rf"|{_MAKE} (?:\w+ ){{0,4}}?{_SUCH_A_PAPER} (?:\w+ ){{0,8}}?(?:to|for|before) "
    rf"(?:\w+ ){{0,4}}?{_BODY}\b"
    r"|(?:bring|return|present|submit|lay|put)(?:ing|s)? (?:[\w-]+ ){0,12}?(?:to|before) "
    rf"(?:\w+ ){{0,4}}?{_BODY}\b"
    rf"|(?:will|shall|to) table (?:[\w-]+ ){{0,6}}?(?:at|to|before) (?:\w+ ){{0,4}}?{_WHO}\b"
    r"|consider (?:an?|another|further) (?:\w+ ){0,3}?(?:report|update|paper)s?\b"
    rf"|(?:request|require|seek|receive|ask for|call for)(?:s|ed)? (?:{_NEW_PAPER})\b"
    r"|(?:keep|update) (?:\w+ )?(?:members|the committee|committee|the board)"
    r"(?: (?:informed|updated))?\b)",
    re.IGNORECASE,
)
"""Said actively: somebody reports back, brings a further report, returns to the committee."""
_TO_REPORT = re.compile(
    r"\b(?:will|shall|to) (?:(?:then|also|next|again|jointly|each|\w+ly) )*report"
    r"(?= (?:back|by|in|within|before|again|on|to|no|not|every|each|twice|\w+ly)\b|[.,;]|$)",
    re.IGNORECASE,
)
"""Said shortest: officers will report by a day."""
_INSTRUCTS = re.compile(
    r"\A\W*(?:(?:[a-z]|[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})?)[.)]\s*)?(?:to )?(?:instruct|remit|ask|"
    r"request|direct|require|invite|delegate|task|authorise|agree|approve)s?\b(?:(?! note).)*?\b"
    r"(?:(?:to|and|shall|will|should) report|(?:officer|director|head|chief|manager|executive|"
    r"service|convener|group|team|clerk|solicitor|treasurer)s?\b[\w ’',]{0,60}? reports?)(?: back)?"
    r"(?: (?:annually|quarterly|yearly))?(?: (?:on|about|by|in|within|at|before|each|every|once|"
    r"twice)\b|[.,;]|$)",
    re.IGNORECASE,
)
"""A recommendation by which somebody is to report: "remit the Director to report on attendance"."""
_WILL_BE = re.compile(
    rf"\b(?:(?:{_NEW_PAPER})\b[^.;]{{0,120}}?\b(?:will|shall|is to|are to|to)? ?be(?:ing)? "
    rf"(?:\w+ )?{_CARRIED}\b"
    r"|(?<!\bthis )(?:report|update|paper|briefing)s? (?:will|shall|is to|are to) be "
    rf"(?:\w+ )?{_CARRIED}\b"
    r"|(?:will|shall|is to|are to|to be|be) (?:be )?(?:\w+ )?reported\b"
    rf"|{_WHO} (?:will|shall|are to|is to) be (?:kept )?(?:updated|informed|briefed)\b"
    rf"|(?:is|are) reported (?:\w+ ){{0,3}}?to (?:\w+ ){{0,4}}?{_WHO}\b"
    rf"|(?:agree|ask|request|require|resolve|decide)s? that (?:{_NEW_PAPER})\b[^.;]{{0,60}}? "
    rf"(?:is|are|be) (?:then )?{_CARRIED} (?:back )?(?:to|before) (?:\w+ ){{0,4}}?{_WHO}\b"
    rf"|there (?:will|shall) be (?:{_NEW_PAPER})\b"
    rf"|(?:{_NEW_PAPER}) (?:(?:on|about|with) (?:[\w-]+ ){{1,6}}?)?(?:will|shall) "
    r"(?:follow|come|go)\b"
    rf"|{_WHO} (?:can|may|should|will) expect (?:an? )?(?:\w+ )?{_PAPER}\b"
    r"|(?:will|shall|is to|are to|to) be (?:brought|submitted|presented|returned) (?:back )?"
    rf"(?:\w+ ){{0,2}}?(?:to|before|for) (?:\w+ ){{0,6}}?{_WHO}\b"
    r"|(?:further|additional|more) (?:details?|information|proposals?|figures) "
    rf"(?:will|shall) be (?:\w+ )?{_CARRIED} (?:\w+ ){{0,2}}?to (?:\w+ ){{0,6}}?{_WHO}\b"
    r"|(?:will|shall) be \w+[^.;]{0,60}? and (?:the |its |their )?"
    r"(?:results?|findings|outcomes?|progress|conclusions) (?:then )?reported\b"
    rf"|{_WHO} (?:will|shall) (?:then |also )?be (?:asked|invited|requested) to "
    r"(?:approve|consider|agree|decide|endorse|ratify|scrutinise|note)\b"
    r"|(?:will|shall|intends? to) (?:then )?seek (?:[\w'-]+ ){0,4}?approval\b)",
    re.IGNORECASE,
)
"""Said passively: a further report will be brought."""
_DOCUMENT = (
    r"(?:reports?|updates?|papers?|briefings?|(?:business )?cases?|proposals?|options|strategy|"
    r"policy|scheme|evaluation|review|findings|results|outcomes?|design|figures|appraisal|"
    r"recommendations|statement)"
)
_THEM = (
    r"(?:(?:sub-?)?committees?|council(?! (?:officers|staff|plan|services|tax))|cabinet|boards?|"
    r"members(?! of (?:the |our )?(?:public|staff|team|community|group))|councillors)\b"
)
_BEFORE_THEM = re.compile(
    rf"\b(?:{_DOCUMENT}\b[^.;]{{0,30}}? (?:is|are) (?:scheduled|due|planned|timetabled|programmed) "
    rf"(?:for|at) (?:[\w'’]+ ){{0,4}}?(?:{_THEM}|(?:meeting|cycle|panel|executive|ijb)\b)|"
    r"(?:will|shall|(?:undertake|commit|intend|officer|director|head of [\w ]{3,40}|executive|"
    r"manager|service)s? to) (?:then |also )?(?:advise|inform|notify|brief) "
    rf"(?:the |all |elected |local |ward )*{_THEM}"
    r"|(?:will|shall|to|that [^.;]{3,60}) be (?:notified|given|shared|explained|circulated|"
    rf"sent|issued|relayed|fed back) (?:\w+ ){{0,3}}?(?:to|with) (?:[\w’'-]+ ){{0,3}}?{_THEM}"
    rf"|let (?:the |this |all |elected |local )*{_THEM}"
    r"|(?:will|shall) (?:then |also |next |first )?be (?!paid|delegated|appointed|elected|"
    r"co-opted|transferred|charged|added|open)\w+ (?:\w+ )?(?:to|before) (?:the |this |its |full |"
    r"next )*(?:[\w-]+ )?(?:committees?|council\b(?=[,. ](?:in|on|by|$))|board|cabinet|councillors|"
    r"members)\b(?! of (?:the )?(?:public|staff|community|group))"
    rf"|{_THEM}['’]s? (?:agreement|approval|decision|views)\b[^.;]{{0,40}} (?:will|shall) be "
    r"(?:asked for|sought|requested)\b|members['’] (?:briefing|seminar|workshop)\b"
    rf"|(?:{_THEM}(?: is| are)?|asks?|requests?|agrees?|wish(?:es)?) to be (?:told|shown|informed|"
    r"given|sent) "
    rf"|(?:comes|returns|goes) back\b[^.;]{{0,40}}? (?:by|to|before) (?:[\w-]+ ){{0,3}}?{_THEM}"
    rf"|(?:will|shall) be (?:back )?(?:before|with) (?:the |this )?(?:[\w’'-]+ ){{0,2}}?{_THEM}"
    rf"|{_THEM} (?:will|can|may) (?:then |also )?(?:see|look forward to) "
    rf"|give (?:an )?account [^.;]{{0,40}}?\bto (?:[\w’'-]+ ){{0,3}}?{_THEM}"
    r"|(?:produce|prepare|draft|submit|bring|make) [^.;]{0,80}?\bfor (?:[\w’'-]+ ){0,3}?(?:"
    r"committee|council|cabinet|board|members)['’]s? (?:approval|decision|consideration|scrutiny)\b"
    r"|(?:presented|submitted|brought|tabled) for (?:approval|decision|consideration|agreement)\b"
    rf"|request sight of (?:an? |the )?(?:\w+ ){{0,3}}?{_DOCUMENT}\b"
    r"|consult (?:with )?(?:elected )?members (?=on\b)"
    rf"|bring forward (?:an? |the |its )?(?:[\w-]+ ){{0,4}}?{_DOCUMENT}\b)",
    re.IGNORECASE,
)
"""Whatever is put before the committee, whoever does it: a business case, options."""
_COMES = re.compile(
    rf"\b(?:{_DOCUMENT}|{_PAPER}|plan|masterplan|register|decision|approval|agreement|"
    r"views|progress|(?<!the )(?<!local )authority)\b[^.;]{0,80}? (?:comes?|goes|go|returns?|"
    r"follow|(?:is|are|be) (?:then |next |to be )?(?:brought|reported|submitted|presented|laid|put|"
    r"taken|tabled|considered|discussed|sought|due))\b[^.;]{0,50}?\b(?:to|before|from|by|at|for) "
    rf"(?:[\w’'-]+ ){{0,4}}?(?:{_THEM}|ijb\b)(?!['’]s (?!meeting))"
    rf"|\b(?:{_THEM}|ijb) (?:gets?|receives?|considers?|sees?|(?:will|shall) (?:then |also )?"
    r"(?:get|receive|have|be given|see)|(?:is|are) due to (?:consider|receive|see|have)) "
    rf"(?:[\w’'-]+ ){{0,5}}?(?:{_DOCUMENT}|{_PAPER})\b"
    rf"|\b(?:{_NEW_PAPER}) follows\b|\b(?:officers|we|director|chief officer) (?:will|shall) "
    r"(?:return|update the (?:ijb|council))\b",
    re.IGNORECASE,
)
"""Put before them in so many words: "the estate strategy comes to the Committee in October"."""
_BY_OTHERS = re.compile(
    r"\b(?:inspect\w+|auditors?|government|ministers|care inspectorate|education scotland|audit "
    r"scotland|contractors?|regulator|ombudsman|commission) (?:will|shall|is to|are to) (?:then )?"
    r"(?:report|publish|submit|present|issue)\b",
    re.IGNORECASE,
)
_COMES_BACK = (_COMING_BACK, _WILL_BE, _BEFORE_THEM, _COMES)
_PUBLISHES = re.compile(
    r"\A(?!\W*(?:\w{1,4}[.)] )?(?:to )?(?:notes?|acknowledges?|considers?|welcomes?)\b).*\b"
    r"(?:(?:will|shall|is to|are to|to|should|that [^.;]{3,80}) be published\b|"
    r"(?:will|shall|is to|are to|officer to|director to|executive to|and to|to) publish\b)"
    r"[^.;]{0,80}?\b(?:by|before|no later than|not later than) ",
    re.IGNORECASE,
)
"""What is decided to be published by a day; a sentence that only tells of it is no promise."""
_FUTURE = re.compile(
    r"\b(?:will|shall|due to (?:come|go|be)|(?:planned|due) for|(?:comes|returns|goes) back|"
    r"undertakes?|commits?|committed to|intends?|intended|proposes? to|is to|are to|agreed to|to "
    r"be|plans? to|scheduled|timetabled|programmed|(?:proposed|planned|expected) to|recommended "
    r"that|(?:asked|requested|instructed) that|(?:can|may|should) expect)\b",
    re.IGNORECASE,
)
_TO_COMMITTEE = re.compile(
    rf"\b(?:to|before|for|with|by|at|of) (?:[\w-]+ ){{0,6}}?{_WHO}\b", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"\bto (?:the )?(?:scottish |uk )?(?:government|ministers?|parliament|care inspectorate|"
    r"education scotland|audit scotland|accounts commission|inspectorate|inspectors|regulator|"
    r"hmie|healthcare improvement scotland|police|children's reporter|reporter|parents|families|"
    r"staff|public|funders?)\b|\breport(?:s|ed|ing)? (?:\w+ )?to (?:the |their |its |an? "
    r")?(?:[\w-]+ ){0,2}?(?:managers?|team|group|leads?|officers?|director|head)\b|\b(?:staff|"
    r"parents|carers|pupils|families|people|children|teachers|employees) (?:will|shall) "
    r"(?:receive|get|be (?:given|sent|provided))\b",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"\b(?:no|without any?) (?:further |progress |update )*(?:report|update|paper|briefing)s?\b|"
    r"\bno (?:\w+ )?(?:plans?|intention|need|requirement|proposals?|commitment) (?:to|for|that)\b|"
    r"\b(?:was|were) (?:(?:due|expected|intended|scheduled|supposed) )?to (?:be|have been)\b|"
    r"\b(?:will|shall|need|does|do|is|are) not\b|\bnot (?:be )?(?:report|brought|submitted)|"
    r"\b(?:could|(?-i:may)(?! expect)|might|would|can(?! expect)|should (?:members|the committee|"
    r"committee|it|they))\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|has been|have been|had been|having been|been|previously|last|already|"
    r"reported to|which) (?:\w+ )?$",
    re.IGNORECASE,
)
_WILL = re.compile(r"(?:will|shall) ", re.IGNORECASE)
_ASIDE = re.compile(r", (?:which|who|whose)\b[^,]*,", re.IGNORECASE)
_VERB = re.compile(r"\s(?:are|is|was|were|will|shall|be|been)\b", re.IGNORECASE)
_WORTH_A_LOOK = re.compile(
    r"report|publish|update|paper|briefing|brought|bring|return|back|revert|informed|"
    r"position|members|committee|cabinet|board|council|evaluation|options|strategy|results|"
    r"findings|design|business case|advise|inform|notify|brief|considered|scheduled|"
    r"present|submit|\btable\b|approval|be asked|be invited|"
    r"(?:further|additional|more) (?:detail|information|proposal|figure)",
    re.IGNORECASE,
)
_AND_ALSO = re.compile(
    r"[,;]?\s(?:and|then)\s(?:(?:also|then|finally|thereafter)\s)?(?:(?:to|will|shall)\s)?"
    r"(?=(?:bring|report|submit|present|provide|return|come|lay|table|circulate)s?\b)",
    re.IGNORECASE,
)
"""What joins a second promise to the first: "and to bring the closing report by June 2028"."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"'(0-9])|\n+")
_TIME_WORD = re.compile(
    r"\b(?:by|in|within|before|at|on|no|not|from|every|each|once|twice|after|during|next|"
    r"to(?! (?:bring|report|submit|present|provide|return|come|prepare|table|put|lay|"
    r"review)\b)|early|late|end|annual\w*|year\w*|quarter\w*|month\w*|six|biannual\w*|biennial\w*|"
    r"bi-?\w*|fortnight\w*|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|spring|summer|autumn|winter|\d[\w/.-]*)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"[,;:()]|\.(?!\d)|\s(?:and|to|on|with|which|for|of|that|so|as|about|setting|detailing|once|in|"
    r"at|if|from|including|outlining|when)\b|\san? (?!(?:year|month|week|quarter|term|day)\b)",
    re.IGNORECASE,
)
_NO_DAY = re.compile(
    r"(?:at |to )?(?:an?|the|its|their) (?:future|next|subsequent|later|following|early) (?:\w+ "
    r")?(?:meeting|cycle|committee|council|board|cabinet)s?|in (?:due course|the near future)|at "
    r"the earliest opportunity|as soon as [^,.;]+|(?:on|following|after) (?:the "
    r")?completion[^,.;]*",
    re.IGNORECASE,
)
_LEADS = word_set("by in within before at on no not from every each after to once twice")
_ON_A = re.compile(r"\bon an? $", re.IGNORECASE)
_FIRST_ONE = re.compile(
    r",? (?:and |with |from |beginning with |starting with )?(?:the |an? )?(?:first|initial)\b(?: "
    r"(?!by\b|in\b|on\b|at\b|before\b|no\b)[\w’'-]+){0,7}? (?=(?:by|in|on|at|before|no later)\b)",
    re.IGNORECASE,
)
"""What recurs, and then its first one: ", the first report to be made by"."""
_LONGEST = 1_500
"""Characters of a sentence that is looked at; a longer one is no sentence."""
_MOST_STARTS = 24


class Promise(NamedTuple):
    """A sentence that promises, and its own words for when, empty if it says none."""

    sentence: str
    by_when: str


@remembered
def promises_in(
    text: str,
    *,
    is_recommendation: bool = False,
    meeting: date | None = None,
) -> tuple[Promise, ...]:
    """Return the promises in plain text, a line for each paragraph, in order.

    A recommendation may instruct where other sentences must say that it will be. `meeting` is the
    day from which "in twelve months" counts.
    """
    if not _WORTH_A_LOOK.search(text):
        return ()
    found = []
    for part in _SENTENCE.split(text):
        sentence = " ".join(part.split())
        may_promise = is_recommendation or _FUTURE.search(sentence) or _COMES.search(sentence)
        if len(sentence) > _LONGEST or not may_promise:
            continue
        if _says_so(sentence) or (is_recommendation and _publishes(sentence)):
            when = said_when(sentence, meeting)
            if _is_promise(sentence, when, meeting, is_recommendation=is_recommendation):
                found += _apart(Promise(sentence, when), meeting)
    return tuple(dict.fromkeys(found))


def read_by_when(
    by_when: str,
    meeting: date | None,
    year_1_begins: date | None = None,
    biannually: Biannually = "",
) -> TimescaleReading:
    """Return what the words of a promise say, counted from the day of the meeting."""
    return read_timescale(by_when, meeting, year_1_begins, biannually)


def said_when(sentence: str, meeting: date | None = None) -> str:
    """Return the words of a sentence that say when, as they are; empty if none do."""
    best = ""
    starts = [one.start() for one in _TIME_WORD.finditer(sentence)][:_MOST_STARTS]
    asides = [one.span() for one in _ASIDE.finditer(sentence)]
    if asides:  # when something else is comes last
        starts.sort(key=lambda start: any(first < start < last for first, last in asides))
    for start in starts:
        end = _end_of_time(sentence, start, meeting)
        if end:
            best = sentence[start : _end_of_first(sentence, start, end, meeting)]
            break
    if not best:
        found = _NO_DAY.search(sentence)
        return found[0].strip() if found else ""
    return _without_lead(best, meeting)


def _apart(whole: Promise, meeting: date | None) -> list[Promise]:
    """Return the promises of a sentence that makes several, each with a time of its own.

    "Report every six months and bring the closing report by June 2028" makes two.
    """
    for one in reversed(list(_AND_ALSO.finditer(whole.sentence))[:_MOST_STARTS]):
        head, tail = whole.sentence[: one.start()], whole.sentence[one.end() :]
        first, last = said_when(head, meeting), said_when(tail, meeting)
        if not (first and last and first != last and _says_so(f"will {tail}")):
            continue
        if _says_so(head) or _publishes(head):
            return [*_apart(Promise(head, first), meeting), Promise(tail, last)]
        return [Promise(whole.sentence, last)]  # "review it by May and report back by June"
    return [whole]


def _says_so(sentence: str) -> bool:
    if _NEVER.search(sentence):
        return False
    said = [one for pattern in _COMES_BACK for one in pattern.finditer(sentence)]
    shortest = _TO_REPORT.finditer(sentence)
    is_said = any(not _is_past(sentence, one) for one in (*said, *shortest))
    return is_said or bool(_INSTRUCTS.match(sentence))


def _publishes(sentence: str) -> bool:
    """Return whether a recommendation has something published by a day."""
    return _PUBLISHES.search(sentence) is not None and _NEVER.search(sentence) is None


def _is_past(sentence: str, said: re.Match[str]) -> bool:
    """Return whether the words before say that it was so, or always is: "which reports to"."""
    before = _PAST.search(sentence[: said.start()])
    return before is not None and not _WILL.match(said[0])


def _is_promise(sentence: str, when: str, meeting: date | None, *, is_recommendation: bool) -> bool:
    to_committee = bool(_TO_COMMITTEE.search(sentence))
    if not to_committee and (_ELSEWHERE.search(sentence) or _BY_OTHERS.search(sentence)):
        return False
    comes_back = any(pattern.search(sentence) for pattern in _COMES_BACK)
    if is_recommendation and (comes_back or (when and _INSTRUCTS.match(sentence))):
        return True
    if is_recommendation and _publishes(sentence):
        return bool(when) and read_timescale(when).is_dated
    if not _FUTURE.search(sentence):
        due = read_timescale(when, meeting).due if _COMES.search(sentence) else None
        return due is not None and meeting is not None and due.last > meeting
    return bool(when) or (comes_back and to_committee)


def _end_of_time(sentence: str, start: int, meeting: date | None) -> int:
    """Return where the words end that say when from `start` on, 0 if they say no time."""
    ends = [one.start() for one in _BREAK.finditer(sentence, start + 1)]
    verb = _VERB.search(sentence, start)
    if verb and sentence[start:].split(maxsplit=1)[0].casefold() in _LEADS:
        ends = [*(end for end in ends if end < verb.start()), verb.start()]
        reaching = ends  # "from the audit are to be reported in May": not from May
    else:
        reaching = [*ends, len(sentence)]
    found, best = 0, None
    for end in reaching[:6]:
        reading = read_timescale(sentence[start:end], meeting)
        if (reading.says_when or reading.asks) and not reading.unread:
            said = (reading.due, reading.review, reading.rhythm, reading.milestones, reading.asks)
            if said != best:
                found, best = end, said
        elif found:
            break
    if verb and found == verb.start():
        found = start + len(_without_subject(sentence[start:found], meeting))
    return found


def _end_of_first(sentence: str, start: int, end: int, meeting: date | None) -> int:
    """Return where the day of the first one ends, of what recurs: "…, the first by 31 August"."""
    reading = read_timescale(sentence[start:end], meeting)
    first = _FIRST_ONE.match(sentence, end) if reading.rhythm and not reading.is_dated else None
    if first is None:
        return end
    last = _end_of_time(sentence, first.end(), meeting)
    both = read_timescale(sentence[start:last], meeting) if last else reading
    return last if both.is_dated and both.rhythm == reading.rhythm and not both.unread else end


def _without_subject(words: str, meeting: date | None) -> str:
    """Return the words up to where they say when: "In the autumn" of "In the autumn officers"."""
    whole, kept = _said(words, meeting), words
    while " " in kept and _said(shorter := kept.rpartition(" ")[0], meeting) == whole:
        kept = shorter
    return kept


def _without_lead(words: str, meeting: date | None) -> str:
    """Return the words from where they begin to say it: "in June" of "at its meeting in June"."""
    whole = _said(words, meeting)
    starts = [one.start() for one in _TIME_WORD.finditer(words) if one.start()]
    kept = words
    for start in starts:
        rest = words[start:]
        if _begins_a_time(words[:start], rest) and _said(rest, meeting) == whole:
            kept = rest
    return _how_often(kept).strip(" .,;:")


def _how_often(words: str) -> str:
    """Return the one word of "quarterly briefings" that says how often; other words as they are."""
    first = words.split(maxsplit=1)[0]
    is_one = first.casefold().endswith("ly") or first.casefold() in ("annual", "biennial")
    return first if is_one and _said(first, None) == _said(words, None) else words


def _begins_a_time(before: str, rest: str) -> bool:
    first = rest.split(maxsplit=1)[0].casefold()
    says_how_often = first.endswith("ly") or first in ("annual", "biennial")
    return first in _LEADS or (says_how_often and not _ON_A.search(before))


def _said(words: str, meeting: date | None) -> tuple[object, ...]:
    one = read_timescale(words, meeting)
    return one.due, one.review, one.rhythm, one.milestones, one.asks, one.begins
