"""What belongs to the closing of an action that is given up: P37."""

import re
from collections.abc import Iterator

from plan.checks.actions.deadline_checks import PRACTICE
from plan.checks.check import Check, Found, check
from plan.checks.paper import Paper
from plan.following.action_state import in_words, key_of, state_of
from plan.model.rows import Action
from plan.papers.places import action_place
from plan.reading.given_up import says_ended, says_where, taken_over_by
from plan.reading.reasons import says_cause
from plan.text.sentences import sentences_in

_REASON = re.compile(
    r"\b(?:because|due to|owing to|as|since|for|after|following|agreed|decision|decided|"
    r"instead|replaced|now|no longer|funding|budget|committee|board|law|legislation|national|"
    r"duplicat\w+|already|by)\b",
    re.IGNORECASE,
)
_OF_REASONS = re.compile(r"\b(?:reason|why|comment|explanation|narrative|note)", re.IGNORECASE)


@check(
    "P37",
    "ASK",
    "An action that is given up says why, or which one has taken its place.",
    PRACTICE,
    column="progress",
)
def what_is_given_up_says_why(paper: Paper) -> Iterator[Found]:
    """P37: "Dropped" and no word of why; merged with an action that the plan has not."""
    if not paper.closed:
        return
    refs = {paper.plan.ref_of(one.id) for one in paper.plan.actions}
    refs |= {one.own_ref.strip() for one in paper.plan.actions}
    key = key_of(paper.plan)
    for action in paper.plan.actions:
        if action.id not in paper.closed:
            continue
        state = state_of(paper.plan, action, paper.judged_at, paper.own)
        if not state.is_ended:
            continue
        said = in_words(state.status, key) if says_ended(state.status) else ""
        note = state.note.text if state.note is not None else ""
        told = (said, action.timescale, note)
        place = action_place(paper.plan, action.id, "progress" if said else "timescale")
        own = {paper.plan.ref_of(action.id), action.own_ref.strip()}
        into = [ref for text in told for ref in taken_over_by(text)]
        if lost := next((ref for ref in into if ref not in refs or ref in own), ""):
            what = (
                f"{lost} is the action itself" if lost in own else f"the plan has no action {lost}"
            )
            text = f"It is said to go on in {lost}, and {what}: which is meant?"
            yield Found(place, text, (lost,), about=lost)
        elif not into and not _says_why(action, said, note):
            text = f"It is given up{f' (“{said}”)' if said else ''}: it is not said why."
            yield Found(place, text, (said, note), about="why")


def _says_why(action: Action, status: str, note: str) -> bool:
    """Return whether a status, a note or a column tells why an action was given up."""
    if any(_OF_REASONS.search(heading) and text.strip() for heading, text in action.own):
        return True
    note = " ".join(one for one in sentences_in(note) if not _says_no_more(one))
    timescale = "" if _NAMES_AN_END.fullmatch(action.timescale) else action.timescale
    told = f"{status}\n{timescale}\n{note}"
    is_told = (
        says_cause(told.replace(status, "", 1))
        or _REASON.search(_NO_WHY.sub("", told))
        or says_where(told)
    )
    return bool(is_told) or _is_said_besides(note) or _tells_more(status)


_NAMES_AN_END = re.compile(
    r"\W*(?:now |since )?(?:superseded|withdrawn|paused|on hold|no longer (?:required|needed)|"
    r"cancelled|"
    r"dropped|removed|deleted|merged|not proceeding)\W*",
    re.IGNORECASE,
)
"""A timescale that only says that the action has ended, whose words are no reason for it."""
_EMPTY = re.compile(
    r"\W*(?:see (?:above|below|note|report)|as (?:above|agreed|before)|n/?a|none|tbc|done|"
    r"complete[d]?|(?:was |were |it was )?(?:not|never) (?:achieved|done|delivered|completed|met|"
    r"started|progressed|taken forward)|(?:all )?work (?:has )?(?:stopped|ceased|ended)|"
    r"action (?:closed|ended|stopped))\W*",
    re.IGNORECASE,
)
"""A note that says nothing which its status does not say."""


def _is_said_besides(note: str) -> bool:
    """Return whether what is left of a note tells something: few words may, "Too dear"."""
    words = [one for one in note.split() if any(map(str.isalpha, one))]
    return len(words) > 1 and _EMPTY.fullmatch(note) is None


_NO_MORE = re.compile(
    r"\W*(?:there (?:is|will be) )?(?:no|nothing) (?:further|more|other)?\s?(?:actions?|work|"
    r"updates?|progress|steps?)? ?(?:(?:is|are|was|were|will be|to be) )?(?:planned|required|"
    r"proposed|needed|taken|done|made|intended|reported|expected|report)?\W*",
    re.IGNORECASE,
)
"""A sentence that only says again that nothing more is done."""


def _says_no_more(sentence: str) -> bool:
    if _tells_more(sentence):
        return False
    return bool(_NO_MORE.fullmatch(sentence)) or (
        says_ended(sentence) and not _REASON.search(_GIVEN_UP_BY.sub("", sentence))
    )


_NO_WHY = re.compile(
    r"\b(?:no longer (?=(?:being |to be |going to be )?(?:taking|taken|doing|done|pursu\w+|"
    r"progress\w*|proceeding|continu\w+|going)\b)|(?:it )?(?:has |have |was |"
    r"were )?(?:been )?decided\b|now\b|by the lead(?: officer)?\b|from (?:the|"
    r"this) (?:\w+ )?plan\b)",
    re.IGNORECASE,
)
"""Words of giving up that give no reason; "no longer required" does."""
_GIVEN_UP_BY = re.compile(
    r"\b(?:no longer|(?:it )?(?:has |have |was |were )?(?:been )?decided|now|by the lead(?: "
    r"officer)?|from (?:the|this) (?:\w+ )?plan)\b",
    re.IGNORECASE,
)
"""Words of giving up in which those of a reason stand, and which give none."""


def _tells_more(status: str) -> bool:
    """Return whether a status goes on behind what it is: "Cancelled: funding ended"."""
    _, _, rest = re.sub(r"\s[-–—]\s|[(:;,]", ":", status).partition(":")
    words = [one for one in rest.strip(" ()[].").split() if one[0].isalpha()]
    return len(words) > 1 and not says_ended(rest) and _EMPTY.fullmatch(rest) is None


CLOSING_CHECKS: tuple[Check, ...] = (what_is_given_up_says_why,)
