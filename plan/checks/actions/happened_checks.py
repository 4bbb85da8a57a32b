"""What a note tells as done, on a day that has not come: P42."""

import re
from collections.abc import Iterator
from datetime import date

from plan.checks.check import COUNCILS_PLAN, Found, check
from plan.checks.facts.form_facts import date_in
from plan.checks.paper import Paper
from plan.following.ledger import latest
from plan.papers.places import action_place
from plan.reading.dates import A_MONTH, date_in_words
from plan.text.remembered import remembered

_HAPPENED = re.compile(
    r"\b(?:started|began|opened|launched|completed|held|met|took place|finished|issued|published|"
    r"approved|went live|received|appointed|signed|visited|trained|submitted|introduced|delivered|"
    r"closed|ended|sent|recruited|installed|(?:(?:(?<=\A)|(?<=[.;:\n]\s)|(?<=was )|(?<=were )|"
    r"(?<=been ))(?:\w{3,}ed|made|given|built|taken|put|paid|won|done)\b(?: over| out|"
    r" up)?))(?:(?: (?!by|for|from|until|before|after|if|when|"
    r"and|or|start|begin|open|run)[\w’'-]+)"
    rf"{{0,5}}? (?:on|in))? (?P<when>(?:\d{{1,2}}(?:st|nd|rd|th)? )?{A_MONTH} 20\d\d)",
    re.IGNORECASE,
)
_STILL_AHEAD = re.compile(
    r"\b(?:will|shall|to|be|being|due|plan\w*|expect\w*|schedul\w*|once|when|if|until|till|after|"
    r"before|would|should|may|might|can|could|hop\w+|aim\w*|target\w*|next|forecast\w*|propos\w*|"
    r"book\w*|arrang\w*|intend\w*|agreed|moved|extended|ready|for|deadline|programm\w*|"
    r"is|are|gets?|anticipat\w*|project\w*)\b",
    re.IGNORECASE,
)
"""Words of a sentence by which its date is one to come."""


_IS_AHEAD = re.compile(
    r"(?:plann|schedul|expect|propos|arrang|book|programm|target|forecast|anticipat|intend|project|"
    r"delay|postpon|deferr|revis|extend|reschedul|agree|need|requir|bas|dat|commission|commit|"
    r"invit|"
    r"fund|reserv|profil|set|fix|allocat|allow|earmark|authoris|grant|contract|licens|renew)\w*",
    re.IGNORECASE,
)
"""Words that end as what is done does, and may tell of a day to come: "scheduled in March"."""


@check(
    "P42",
    "ASK",
    "What a note tells as done was done by the day of the meeting.",
    COUNCILS_PLAN,
    column="progress",
)
def what_is_told_has_happened(paper: Paper) -> Iterator[Found]:
    """P42: "Card started on 4 May 2027" before a meeting in March 2027."""
    until = paper.meeting
    if until is None:
        return
    for action, notes in paper.noted:
        note = latest(notes)
        if note is None or (told := _told_too_early(note.text, until)) is None:
            continue
        text = (
            f"“{told}” is told as done, and the meeting is on {date_in_words(until)}: which is "
            "right?"
        )
        place = action_place(paper.plan, action.id, "progress")
        yield Found(place, text, (note.text,))


@remembered
def _told_too_early(text: str, until: date) -> str | None:
    for found in _HAPPENED.finditer(text) if "20" in text else ():
        start = max(text.rfind(sign, 0, found.start()) for sign in ".;:\n")
        if _STILL_AHEAD.search(text[start + 1 : found.start()]) or _IS_AHEAD.match(found[0]):
            continue
        when = date_in(found["when"])
        if when is not None and when.first > until:
            return found[0]
    return None
