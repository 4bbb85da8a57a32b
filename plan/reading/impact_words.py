"""Which way an effect goes by what is written of it: that somebody loses, gains, or neither.

Shared by whatever asks of an assessment: the answers of a form and the rows of an appended one.
What a clause denies is not told: "they will not have further to travel".
"""

import re

_CLAUSES = re.compile(r"[.;:\n]\s+|,? (?:but|although|however|while|whereas) ", re.IGNORECASE)
_LOSS = re.compile(
    r"\b(?:los(?:e|es|ing|s of)|worse(?: off)?|harder|(?:more|longer|further|extra) (?:\w+ )?(?:to "
    r"(?:travel|go|walk|wait)|difficult\w*|journeys?|waits?|costs?)|less (?:able|access|likely|"
    r"choice|support|time|help)|fewer (?:\w+ )?(?:places|hours|visits|books|services|buses|staff)|"
    r"pay(?:ing)? more|costs? more|disadvantag\w+|adverse(?:ly)?|negativ\w+|detriment\w*|left out|"
    r"excluded?|barriers?|suffers?|harm(?:s|ed|ful)?|miss(?:es)? out|isolat\w+|inconvenien\w+|"
    r"disproportionate\w*|penalis\w+|unable to|cannot (?:\w+ )?(?:use|reach|afford|attend|get|"
    r"access)|struggl(?:e|es|ing)|hard (?:for (?:\w+ ){1,3})?to (?:use|reach|follow|get|find|"
    r"afford|understand)|put off|no longer (?:be )?able|difficult(?:y|ies)? (?:to|for|in|getting|"
    r"using|reaching|travelling))\b",
    re.IGNORECASE,
)
_GAIN = re.compile(
    r"\b(?:benefit(?:s|ed|ing)?|gain(?:s|ed|ing)?|improv(?:e|es|ed|ing|ements?)|easier|better|"
    r"help(?:s|ed|ing|ful)?|positiv\w+|advanc(?:e|es|ing)|promot(?:e|es|ing)|enhanc\w+|more "
    r"(?:\w+ )?(?:accessible|access|choice|confident|inclusive|likely to|able to|support|easily)|"
    r"(?:fall|wait|pay|travel|suffer|worry|spend)s? less|fewer (?:\w+ )?(?:falls|accidents|"
    r"injuries|delays|barriers|steps)|safer|warmer|sooner)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|neither|nor|nil|less|without|any|anything|none|avoid\w*|prevent\w*|reduc(?:e|es|"
    r"ing)|remov(?:e|es|ing)|mitigat\w*|overcom\w*|minimis\w*) (?:[\w’-]+ (?:or )?){0,3}$|"
    r"(?:\bnot|n['’]t) (?:[\w’-]+ ){0,2}$|\b(?:whether|if|nobody|no one|unlikely|never|neutral)\b",
    re.IGNORECASE,
)
"""What stands before the word of an effect that is denied, or only asked about."""


def tells_of_loss(text: str) -> bool:
    """Return whether a text tells that somebody loses: "wheelchair users find it harder"."""
    return _tells(_LOSS, text)


def tells_of_gain(text: str) -> bool:
    """Return whether a text tells that somebody gains: "it helps women who work shifts"."""
    return _tells(_GAIN, text)


def _tells(pattern: re.Pattern[str], text: str) -> bool:
    for clause in _CLAUSES.split(text):
        found = pattern.search(clause)
        if found is not None and _DENIED.search(clause[: found.start()]) is None:
            return True
    return False
