"""What a note tells as having happened: that work was done, and on which day.

Of an action that is said not to have begun it is asked by its words, and of a day after the meeting
by the tense of its sentence.
"""

import re
from datetime import date

from plan.reading.dates import ANY_MONTH, DateSpan, read_date
from plan.reading.what_is_left import part_done
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered
from plan.text.signs import Signs

NOT_BEGUN = late_pattern(
    r"\b(?:has |have )?(?:not|not yet|yet to(?: be)?|to be|un)[ -]?(?:started?|begun|begin|"
    r"commenced?)(?: yet)?[.]?|\bno (?:progress|work)(?: yet)?",
    re.IGNORECASE,
    signs=Signs("not yet to. un no."),
)
"""A status by which nothing was done yet."""
_DONE = (
    r"(?:issued|published|launched|completed|finished|delivered|introduced|adopted|opened|"
    r"installed|rolled out|implemented|trained|fitted|cleaned|repainted|cleared|carried out|held|"
    r"handed over|circulated|printed|posted|distributed|built|repaired|surveyed|audited|inspected|"
    r"rewritten|done|drafted|written up|gone out|gone live|shared|signed off|signed|awarded|"
    r"recruited|visited|resurfaced|replaced)"
)
_CARRIED_OUT = late_pattern(
    r"\b(?:was|were|(?:has|have)(?: now| all)? been|(?:is|are) now) (?:\w+ly |all |now "
    rf")?(?:{_DONE}|in place|in use)\b|(?<!to be )(?<!be )(?<!being )(?<!the )(?<!a )(?<!an "
    rf")(?<!newly )(?<!that )(?<!is )(?<!are )\b{_DONE}"
    r"(?= (?:in|on|to|at|by|and|for \d|early|ahead|\d)|\W*$|[.,;:(]| \()|"
    r"\b(?:we|they|team|group|officers|board|staff|supervisors?|drivers|managers) (?:have |"
    r"has )?(?:held|wrote|ran|met|did|began|finished|completed|issued|trained|attended|cleared|"
    r"cleaned|visited|drafted|surveyed)\b|\bhas attended\b|\b(?:live|in force|in use|in place|"
    r"operational)(?= (?:since|at|in|across)|\W*$)|"
    r"\bunder ?way\b|\bwell (?:advanced|on)\b|\bhalf[- ]?way\b|\bgo(?:es|ing) well\b|"
    r"\b(?:has|have) gone (?:out|live)\b|\bwent (?:out|to|live)\b|"
    r"\b\d+ [\w-]+ (?:[\w-]+ )?(?:recruited|visited|trained|seen|met|interviewed)\b|\bit['’]s "
    r"(?:all )?done\b|\bbegan in\b",
    re.IGNORECASE,
)
_OF_THE_START = late_pattern(
    r"\b(?:start\w*|begin\w*|commenc\w*|kick-?off|will|once|when|until|till|await\w*|waiting|"
    r"waits?|national\w*|government|funding|not|n['’]t|no|nobody|nothing|none|previous\w*|pilot|"
    r"depend\w*|planned|scheduled|booked|due|still|yet|another|others?|operator|next door|old|"
    r"earlier|last year|held back|if|must|should|needs?|action [A-Z]?\d)\b",
    re.IGNORECASE,
)
"""Words of a note that tells why something has not begun, or what came before it."""
_LONGEST = 400
_SENTENCES = re.compile(r"(?<=[.;!?])\s+(?=\D)|\n")
_A_DATE = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?{ANY_MONTH}\.?,? 20\d\d|"
    r"\d{1,2}[/.]\d{1,2}[/.]20\d\d|(?:spring|summer|autumn|winter) 20\d\d)"
)
_DATE = late_pattern(_A_DATE, re.IGNORECASE)
_SEASONS = {"spring": "March", "summer": "June", "autumn": "September", "winter": "December"}
_AHEAD = late_pattern(
    r"\b(?:will|shall|should|would|may(?! 20)|might|can|could|must|to be|to (?:meet|start|"
    r"begin|sign|open|run|take|decide|report)|due|planned|planning|expect\w*|schedul\w*|if|once|"
    r"when|unless|hop(?:e[sd]?|ing)|aim\w*|intend\w*|"
    r"propos\w*|forecast\w*|anticip\w*|target\w*|book\w*|arrang\w*|programm(?:ed|ing)|before|"
    r"until|till|ahead of|is|are|gets?|next|deadline|ready|reserv\w*|invit\w*|postpon\w*|deferr\w*|"
    r"moved (?:back |out |on )?(?:to|until|from)|extend\w*|reschedul\w*|"
    r"put back|bring\w*|earmark\w*|fund(?:ed|ing)|set for|ask\w*|requested|need\w*|requir\w*|"
    r"bas(?:e|ed)|ordered)\b",
    re.IGNORECASE,
)
"""Words of a sentence by which its date is one to come."""
_WENT = (
    r"(?:met|began|ran|held|wrote|went|took place|gave|sent|made|built|came|won|saw|did|drew|"
    r"put|let|arrived|begun|written|given|taken|drawn|done|gone|heard|spoke|told|taught|sold|"
    r"bought|found|left|chose|led|paid|brought|became|spent)"
)
_FORWARD = (
    r"(?:plann|expect|schedul|propos|arrang|book|programm|target|forecast|anticipat|intend|"
    r"project|delay|postpon|deferr|revis|extend|reschedul|agree|need|requir|bas|dat|commission|"
    r"commit|invit|fund|reserv|profil|fix|allocat|allow|"
    r"earmark|authoris|grant|contract|licens|renew|award|improv|increas|reduc|updat|approv|"
    r"offer|suggest|promis|pencil|secur|announc)"
)
_PAST = (
    r"(?:(?:was|were|been|had been|we|they|who|board|council|councils|group|team|staff|"
    r"officers|members|committee|it|he|she) (?:\w+ly |all |then |"
    rf"both )?(?!{_FORWARD})(?:\w{{3,}}ed|{_WENT})|"
    r"(?:was|were|been) (?:agreed|approved) (?:by|at)|(?:agreed|approved|accepted) (?:it |"
    r"this |them )?(?:by|at|on) )"
)
_IS_PAST = late_pattern(
    rf"\b(?:{_PAST}|(?:has|have) been|(?:has|have) (?:met|run|had|gone|logged))\b", re.IGNORECASE
)
_ENDS_PAST = late_pattern(
    rf"\b(?:{_PAST}|(?!{_FORWARD})\w{{3,}}ed(?: over| out| up| off)?|{_WENT}|(?:approved|"
    r"agreed) (?:it|this|them|by [\w ]{1,30}))\b(?P<between>(?:[ ,(]+[\w’'-]+){0,9}?)[ ,(:]*$",
    re.IGNORECASE,
)
_BETWEEN_AHEAD = late_pattern(
    r"\b(?:by\W*$|by (?:the )?end\b|(?:for|until|till|before|from|that|which|ready|and|or|if|"
    r"after|starts?|begins?|opens?|runs?|ends|closes?|lasts?|goes|comes|continues|with an?)\b|"
    r"to\b(?! (?:(?:the |all |both )?(?:[A-Z]\w+|[a-z]{4,}s|staff|everybody|everyone)|"
    r"the (?!event|conference|workshop|course|session|launch|opening)\w+)\b))"
)
_FRONTED = late_pattern(
    r"^\W*(?:(?:on|in|during|by|as of|as at|between (?:[\w ]{3,16}) and) )?(?:the )?(?:\w+ "
    rf"of )?(?P<when>{_A_DATE})\W+(?=\w)",
    re.IGNORECASE,
)
_SINCE = late_pattern(rf"\bsince (?P<when>{_A_DATE})", re.IGNORECASE)
_NOUN_DONE = late_pattern(
    rf"^(?:[\w’'-]+ ){{1,5}}?(?!{_FORWARD})(?:\w{{3,}}ed|{_WENT})\b(?! (?:for|by (?:the )?\d))",
    re.IGNORECASE,
)


@remembered
def carried_out(text: str) -> str:
    """Return the words of a note by which something is done that is said not to have begun."""
    if not text or len(text) > _LONGEST or _OF_THE_START.search(text):
        return ""
    found = _CARRIED_OUT.search(text)
    if found is not None:
        return found[0]
    part = part_done(text)
    return part.words if part else ""


@remembered
def told_too_early(text: str, until: date) -> str | None:
    """Return the words of a note that tell as past what its date puts after the day `until`."""
    if "20" not in text:
        return None
    for sentence in _SENTENCES.split(text):
        for found in _DATE.finditer(sentence) if len(sentence) <= _LONGEST else ():
            when = _day(found[0])
            if when is not None and when.first > until and (told := _told(sentence, found)):
                return told
    return None


def _day(typed: str) -> DateSpan | None:
    season, _, year = typed.partition(" ")
    month = _SEASONS.get(season.lower())
    return read_date(f"{month} {year}" if month else typed.replace(",", ""))


def _told(sentence: str, found: re.Match[str]) -> str:
    """Return the words of a sentence that tell its date as past, empty where they do not."""
    if _AHEAD.search(sentence):
        return ""
    before, after = sentence[: found.start()], sentence[found.end() :]
    since = _SINCE.search(sentence)
    if since and since.start("when") == found.start() and re.search(r"\b(?:has|have)\b", sentence):
        return sentence.strip(" .;")
    fronted = _FRONTED.match(sentence)
    if fronted and fronted.start("when") == found.start():
        rest = sentence[fronted.end() :]
        if _IS_PAST.search(rest) or _NOUN_DONE.match(rest):
            return sentence.strip(" .;")
    ended = _ENDS_PAST.search(before)
    if ended and not _BETWEEN_AHEAD.search(ended["between"]) and not after.startswith(" to "):
        return sentence[ended.start() : found.end()].strip()
    return ""
