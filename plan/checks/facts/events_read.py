"""Reads events out of sentences of any build: what happened, to what, by whom, and when.

"The report was published in May", "after the publication of the report in May", "in May the board
published its report" and "the report, published in May" tell of one event. What a sentence leaves
open, to what it happened or when, makes it no event here.
"""

import re
from datetime import timedelta
from typing import NamedTuple

from plan.checks.facts.spoken_of import stems_of
from plan.reading.atoms import word_set
from plan.reading.dates import A_MONTH, DateSpan, read_date
from plan.reading.timescales import read_timescale
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered
from plan.text.signs import Signs

_KINDS = {
    "published": ("published|came out|released", "publication|release"),
    "issued": ("issued", "issue"),
    "approved": ("approved|agreed|adopted|endorsed", "approval|adoption"),
    "launched": ("launched", "launch"),
    "opened": ("opened", "opening"),
    "closed": ("closed", "closure|closing"),
    "signed": ("signed", "signing|signature"),
    "submitted": ("submitted|lodged", "submission"),
    "evaluated": ("evaluated", "evaluation"),
    "started": ("started|began|begun|commenced", "start|beginning"),
    "finished": ("finished|ended|completed|concluded", "completion|end"),
    "appointed": ("appointed|recruited|filled", "appointment|recruitment"),
    "carried out": ("carried out|undertaken|conducted|took place", "(?!)"),
    "extended": ("extended|prolonged", "extension"),
    "visited": (
        "visited|inspected|(?<=inspectors )(?:were|was) (?:on site|in|at)",
        "visit|inspection|fieldwork",
    ),
}
"""What happens once to one thing: its participles, and its nouns."""
_EVENT = late_pattern(
    r"\b(?:"
    + "|".join(
        rf"(?P<v{place}>{verbs})|(?P<n{place}>{nouns})"
        for place, (verbs, nouns) in enumerate(_KINDS.values())
    )
    + r")\b(?! (?:reports?|letters?|findings|teams?|framework|evidence|statements?|plans?|dates?|"
    r"programmes?|hours|events?|process|panel|criteria)\b)",
    re.IGNORECASE,
)
_BESIDE_A_WORD = re.compile(r"\(\?[^()]*\)")
DATED_EVENT = Signs(
    "20",
    " ".join(
        word[0]
        for kind in _KINDS.values()
        for said in _BESIDE_A_WORD.sub("", "|".join(kind)).split("|")
        if (word := re.search("[a-z]+", said))
    )
    + " inspectors",
)
"""What stands wherever an event is told with its date: how each of their words begins."""
_A_DATE = (
    rf"\d{{1,2}}(?:st|nd|rd|th)? {A_MONTH},? 20\d\d|{A_MONTH},? 20\d\d|\d{{1,2}}/\d{{1,2}}/20\d\d|"
    r"(?:spring|summer|autumn|winter|easter|christmas) 20\d\d"
)
_WHEN = late_pattern(
    r"\b(?P<how>on|in|of|during|at|between|dated|from|by|until|before|after|since|to)?\b\s*"
    r"(?:the )?(?:end of |middle of |start of |early |late |mid[- ])?(?P<week>week (?:beginning|"
    rf"commencing|of|starting) )?(?:[A-Z][a-z]+day,? )?(?P<when>{_A_DATE})\b",
    re.IGNORECASE,
)
_UP_TO = ("to", "until")
"""How it is said to what day something was extended."""
_TOOK_PLACE = ("took place", "carried out", "undertaken", "conducted")
_POINTS = ("on", "in", "of", "during", "at", "between", "dated")
_JOINT = late_pattern(
    r"[;:()—]|, (?=(?:and|but|which|when|where|while|who) )|\b(?:but|when|while|once|since|after|"
    r"before|because|whereas)\b|\band (?=(?:the|its|their|our|a|an|this|his|her) )",
    re.IGNORECASE,
)
_WAS = r"(?:was|were|has been|have been|had been|is|are|came to be)"
_SUBJECT = late_pattern(
    rf"\A(?P<what>.{{2,90}}?) (?:{_WAS}|(?:will|shall|is to|are to) be)"
    r"(?: (?:\w+ly|first|then|also|so))*\s*\Z",
    re.IGNORECASE,
)
_FIRST_SUBJECT = late_pattern(rf"\A(?P<what>.{{2,90}}?) {_WAS}\b", re.IGNORECASE)
_OBJECT = late_pattern(
    r"\A (?P<what>(?!(?:on|in|by|at|for|with|to|and|or|as|up|until|from|over|during|between|"
    rf"that|through|online|when)\b|\d|{A_MONTH} )[^,.;()]{{2,80}}?)"
    r"(?= (?:on|in|by|at|during|between|and|to|until|after|before) |[,.;()]|\Z)",
    re.IGNORECASE,
)
_OF = late_pattern(
    r"\A (?:of|to) (?P<what>[^,.;()]{2,80}?)(?= (?:on|in|by|at(?! (?-i:[A-Z]))|during|between|and|"
    r"to|until|after|before|followed|went|has|was|were|is|took) |[,.;()]|\Z)",
    re.IGNORECASE,
)
_BARE_SUBJECT = late_pattern(
    r"\b(?P<what>(?:the|this|its|their|our) [^,.;()]{2,60}?),?\s*\Z", re.IGNORECASE
)
_A_SUBJECT = late_pattern(
    r"(?<!\bof )(?<!\bin )(?<!\bon )(?<!\bto )(?<!\bfor )(?<!\bby )(?<!\bat )(?<!\band )"
    r"(?<!\bwith )(?<!\bfrom )(?<!\babout )\b(?:the|this|its|their|our) ",
    re.IGNORECASE,
)
"""Where a noun begins that no word before it hangs on another one."""
_WHEN_IT = late_pattern(r",? when (?:the|this|its|their|our) [^,;:()]{3,60}\Z", re.IGNORECASE)
_AT_A_MEETING = late_pattern(
    r"\A(?:at|in) (?:a|its|the|their|this) (?:[a-z]+ ){0,3}meeting (?:of [^,;:()]{3,60} )?\Z",
    re.IGNORECASE,
    signs=Signs("meeting"),
)
_LED_IN = re.compile(
    r"\A(?:(?:to )?(?:note|agree|welcome|record|say)s? that |(?:the )?(?:building |repair )?works? "
    r"(?:on|to|at|in) )+",
    re.IGNORECASE,
)
"""Words before a thing that are none of its own: "note that the policy", "work on the bridge"."""
_IS_EXTENDED = re.compile(r"\b(?:will|shall|until|due|to be)\b", re.IGNORECASE)
_SUBJECT_BEHIND = late_pattern(
    r"20\d\d, (?P<what>(?:the|this|its|their|our) [^,.;()]{2,60}?)(?= (?:is|was|has|had|will|"
    r"were|runs|sets|names|covers|lists|says|gives|shows|found|finds|makes|asks|contains)\b)",
    re.IGNORECASE,
)
_INTRANSITIVE = frozenset(("opened", "closed", "started", "finished", "published", "carried out"))
_ONE_OF_SEVERAL = late_pattern(
    r"\b(?:previous\w*|earlier|last|next|first|second|third|fourth|follow-up|draft|interim|final|"
    r"revised|updated|annual|each|every|again|another|other|further|originally|due|expected|"
    r"planned|would|will|shall|not|version|phase|part|until|re-\w+|also|between|older|current|"
    r"should|may be|might|yearly|quarterly|monthly|in principle|half|some|most|two|three|four|"
    r"both|several|many|various|to be|stage|round|edition|series|if|unless|year’s|year's)\b",
    re.IGNORECASE,
    signs=Signs(
        "previous earlier last. next. first. second. third. fourth. follow draft. interim final. "
        "revised updated annual. each. every. again. another. other. further. originally due. "
        "expected planned would. will. shall. not. version. phase. part. until. re. also. "
        "between. older. current. should. may. might. yearly quarterly monthly principle half. "
        "some. most. two three four both several many various to. stage round edition series if. "
        "unless year"
    ),
)
"""Words by which it may be one of several events, or none yet."""
_BODY = late_pattern(
    r"\b(?:committee|board|council(?!’s|'s)|cabinet|panel|forum|parliament|government|ministers|"
    r"commission|partnership|ijb|executive|regulator|members|officers|trustees|governors)\b",
    re.IGNORECASE,
    signs=Signs(
        "committee board council cabinet panel forum parliament government ministers commission "
        "partnership ijb executive regulator members officers trustees governors"
    ),
)
_OWNED = re.compile(r"(?:and )?(?:their|its|our|his|her)\b", re.IGNORECASE)
_MANY = re.compile(r"\A(?:an?|each|every|any|no|some|both|all|\d+)\b", re.IGNORECASE)
_DETERMINER = re.compile(
    r"\A(?:(?:and|that|then|the|this|its|their|our|his|her|new|whole|full) )+", re.IGNORECASE
)
_CUT = re.compile(
    r" (?:of|on|in|for|to|by|from|with|into|at|about|under|between|against|as|which|that)\b.*",
    re.IGNORECASE,
)
_OWNERS = re.compile(
    r"\A(?:(?!(?:on|in|for|to|by|from|with|about|at)\b)[^\s]+ )*?[^\s]+(?:[’']s|s[’']) ",
    re.IGNORECASE,
)
"""Whose it is: the report of "the Controller of Audit's report on Best Value"."""
_PRONOUN = word_set("it they this these those which that who he she we i there")
_NOT_PLURAL = ("ss", "us", "is")
_PLURALS_OF_ONE = ("findings", "proposals", "results", "accounts", "minutes")
_RECURS = ("meetin", "sessio", "worksh", "interv", "traini", "event", "discus")
"""What is held more than once, and not told apart by its name."""
RECURS_BY_NAME = frozenset(("survey", "audit"))
"""What is held again after a while, and is one by the name of what it was held of."""
_COMMON = word_set(
    "the that this with from their its our new whole full council committee board report plan "
    "which been have was were joint"
)
_PARTY = late_pattern(
    r"\b(?P<how>by|to) (?:the |this |our |its )?(?P<who>(?:(?!(?:on|in|at|and|by|to|of)\b)"
    r"[\w’'-]+ ?){1,5})",
    re.IGNORECASE,
    signs=Signs("by. to."),
)
_NAME = re.compile(r"(?:(?<=[a-z,] )|(?<=[A-Z][a-z]{2} )|(?<=\AThe ))[A-Z][a-z]\w+")
_LONGEST_GAP, _STEM = 70, 5


class Event(NamedTuple):
    """What happened, to what: its head word, what narrows it, who is named with it; and when.

    `is_owned` is "their letter" or "the council's letter". `bodies` are named in its clause, `by`
    and `to` begin the words of who did it and for whom, and `proper` are names of its clause.
    """

    kind: str
    head: str
    names: frozenset[str]
    is_owned: bool
    bodies: frozenset[str]
    by: frozenset[str]
    to: frozenset[str]
    proper: frozenset[str]
    typed: str
    when: DateSpan
    clause: str
    sentence: str

    @property
    def is_of_inspectors(self) -> bool:
        """Whether its clause names inspectors or their inspection."""
        return "inspect" in self.clause.casefold()


@remembered
def events_in(sentence: str) -> tuple[Event, ...]:
    """Return the events that a sentence dates, in its order; those of several are left out."""
    if not DATED_EVENT.stand_in(sentence):
        return ()
    hits, dates = list(_EVENT.finditer(sentence)), list(_WHEN.finditer(sentence))
    found = (_read(sentence, hit, hits, dates) for hit in hits) if dates else ()
    return tuple(one for one in found if one is not None)


def _read(
    sentence: str, hit: re.Match[str], hits: list[re.Match[str]], dates: list[re.Match[str]]
) -> Event | None:
    day = _date_of(sentence, hit, hits, dates)
    if day is None:
        return None
    start = _start_of(sentence, hit.start(), dates)
    clause = sentence[start : max(day.end(), hit.end())]
    when = _span(day)
    kind = _kind_of(hit)
    bare = _without_dates(clause)
    bare = _IS_EXTENDED.sub(" ", bare) if kind == "extended" else bare
    if when is None or _ONE_OF_SEVERAL.search(bare):
        return None
    if hit[0].lower() in _TOOK_PLACE and any(
        _is_noun(one) and start <= one.start() < hit.start() for one in hits
    ):
        return None  # the noun before it tells what took place
    what = _LED_IN.sub("", _thing(sentence, hit, start, kind))
    head = _head(what)
    if (not head and kind != "visited") or head in _RECURS:
        return None
    names = stems_of(_without_dates(what), _COMMON, long=4) - {head[:_STEM]}
    if head in RECURS_BY_NAME and not names:
        return None
    bodies = frozenset(one[0].casefold() for one in _BODY.finditer(clause.replace(what, " ")))
    bare = what.strip()
    is_owned = bool(_OWNED.match(bare) or _OWNERS.match(bare))
    between = sentence[hit.end() : max(day.start(), hit.end())]
    by, to = (_party(between, how) for how in ("by", "to"))
    proper = frozenset(_NAME.findall(_BODY.sub(" ", _without_dates(clause))))
    said = (bodies, by, to, proper, day["when"], when, clause, sentence)
    return Event(kind, head, names, is_owned, *said)


def _party(text: str, how: str) -> frozenset[str]:
    """Return how the words begin of who did it, or for whom it was done."""
    found = (one["who"] for one in _PARTY.finditer(text) if one["how"].lower() == how)
    return frozenset(word[:_STEM] for one in found for word in one.casefold().split())


def _date_of(
    sentence: str, hit: re.Match[str], hits: list[re.Match[str]], dates: list[re.Match[str]]
) -> re.Match[str] | None:
    """Return the date of an event: the next one, or the one with which its sentence begins."""
    behind = next((one for one in dates if one.start() >= hit.end() - 1), None)
    if behind is not None:
        between = sentence[hit.end() : behind.start()]
        others = [one for one in hits if hit.end() <= one.start() < behind.start()]
        is_of_other = any(not (_is_noun(hit) and one[0].lower() in _TOOK_PLACE) for one in others)
        is_near = len(between) <= _LONGEST_GAP and not re.search(r"[;:]|\bbut\b", between)
        if is_near and not is_of_other:
            return behind if _is_point(hit, behind, between) else None
    before = [one for one in dates if one.end() <= hit.start()]
    if before and _WHEN_IT.match(sentence[before[-1].end() : hit.start()].rstrip()):
        return before[-1]  # "until 30 April 2026, when the consultation closed"
    led = sentence[: before[0].start()] if before else "?"
    is_led = not led or _AT_A_MEETING.match(led) is not None
    is_fronted = len(dates) == 1 and is_led and hits[0] is hit
    return before[0] if is_fronted and (before[0]["how"] or "").lower() in _POINTS else None


def _kind_of(hit: re.Match[str]) -> str:
    return next(kind for place, kind in enumerate(_KINDS) if hit[f"v{place}"] or hit[f"n{place}"])


def _is_point(hit: re.Match[str], day: re.Match[str], between: str) -> bool:
    """Return whether it happened at that date, and not by it, from it on or until it."""
    how = (day["how"] or "").lower()
    if _kind_of(hit) == "extended":
        return how in _UP_TO
    if how in _POINTS or (not how and between.strip(" (,") == ""):
        return True
    if _is_noun(hit):
        return not how and between.rstrip().endswith((" was", " is"))
    is_visit = "were" in hit[0].lower() or "was" in hit[0].lower()
    return is_visit and how in ("", "to")  # "were on site from 4 to 8 May", "between 4 and 8 May"


def _is_noun(hit: re.Match[str]) -> bool:
    return any(hit[f"n{place}"] for place in range(len(_KINDS)))


def _start_of(sentence: str, at: int, dates: list[re.Match[str]]) -> int:
    joints = [one.end() for one in _JOINT.finditer(sentence, 0, at)]
    return max([0, *joints, *(one.end() for one in dates if one.end() <= at)])


def _without_dates(text: str) -> str:
    return _WHEN.sub(" ", text)


def _span(day: re.Match[str]) -> DateSpan | None:
    when = read_date(day["when"]) or read_timescale(day["when"]).due
    if when is not None and day["week"] and when.is_day:
        return DateSpan(when.first, when.first + timedelta(days=6))
    return when


def _thing(sentence: str, hit: re.Match[str], start: int, kind: str) -> str:
    """Return the words of what it happened to, empty where the sentence leaves it open."""
    found = _thing_at(sentence, hit, start, kind)
    return found["what"] if found else ""


def _thing_at(sentence: str, hit: re.Match[str], start: int, kind: str) -> re.Match[str] | None:
    before, after = sentence[start : hit.start()].strip(" ,"), sentence[hit.end() :]
    before = before.removeprefix("(")
    if _is_noun(hit):
        found = _OF.match(after)
        is_by_whom = found is not None and _BODY.search(_CUT.sub("", found["what"]))
        return None if is_by_whom else found  # "the approval of the Council" is the Council's
    if found := _SUBJECT.match(before):
        is_which = found["what"].strip().lower() in ("which", "that", "and which")
        return _bare_subject(sentence[:start].rstrip(" ,")) if is_which else found
    if found := _OBJECT.match(after):
        return found
    if before.lower() in ("and", "then", "and then", "and was"):
        return _FIRST_SUBJECT.match(sentence)
    if not before and not start and (found := _SUBJECT_BEHIND.search(after)):
        return found  # "Approved in May, the strategy sets out"
    before = before or sentence[:start].rstrip(" (,")  # "the report (published in May"
    found = _bare_subject(before)
    is_active = kind in _INTRANSITIVE or not _has_verb(before)
    return found if is_active else None


def _bare_subject(before: str) -> re.Match[str] | None:
    """Return the last noun of the words before a verb that hangs on no other one."""
    starts = [one.start() for one in _A_SUBJECT.finditer(before)]
    return _BARE_SUBJECT.search(before, starts[-1] if starts else 0)


def _has_verb(text: str) -> bool:
    return re.search(r"\b(?:was|were|has|have|had|is|are|it)\b", text) is not None


def _head(what: str) -> str:
    """Return how the noun begins that the words of a thing are about, empty if it is of many."""
    bare = what.strip(" ,’'“”")
    if not bare or _MANY.match(bare):
        return ""
    bare = _OWNERS.sub("", bare)
    words = re.findall(r"[a-z][a-z-]+", _CUT.sub("", _DETERMINER.sub("", bare)).casefold())
    if not words or words[-1] in _PRONOUN or len(words[-1]) < 3:  # noqa: PLR2004
        return ""
    last = words[-1]
    is_many = last.endswith("s") and not last.endswith(_NOT_PLURAL)
    return "" if is_many and last not in _PLURALS_OF_ONE else last[:6]
