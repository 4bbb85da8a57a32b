"""Of several criteria one that can only be felt, beside others that can be counted: for P9.

"Six forums have met; residents feel listened to": the first half does not make the second one
known.
"""

import re

from plan.text.remembered import remembered
from plan.text.sentences import sentences_in

_QUALITY = (
    r"(?:ethos|culture|communications?|leadership|confidence|awareness|understanding|outcomes|"
    r"relationships?|morale|engagement|trust|partnership working|joint working|experiences?|"
    r"wellbeing|quality of life|practice|motivation|ownership|collaboration|teamwork)"
)
_FELT = re.compile(
    r"\b(?:feels?|felt)\b|"
    r"\b(?:is|are|be|been|becomes?|become) (?:\w+ ){0,2}?(?:confident|aware|engaged|valued|"
    r"respected|happy|happier|satisfied|empowered|listened to|heard|informed|motivated|committed|"
    r"included|well supported|better supported|reassured|proud|inspired)\b|"
    r"\A(?:[\w’'-]+ ){1,3}(?:confident|aware|engaged|informed|committed|satisfied|motivated) "
    r"(?:of|in|with|about|to|that)\b|\b(?:understands?|appreciates?|trusts?|takes? ownership)\b|"
    r"\b(?:better|improved|stronger|increased|greater|positive|enhanced|strengthened|healthier) "
    rf"(?:\w+ ){{0,2}}?{_QUALITY}\b|\b{_QUALITY} (?:\w+ ){{0,4}}?(?:is|are|has|"
    r"have)(?: been)? (?:\w+ )?(?:better|improved|stronger|strengthened|embedded|positive|good|"
    r"enhanced)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\d|%|\b(?:per ?cent|half|third|quarters?|surveys?|audit\w*|scor\w+|rates?|rated|measur\w+|"
    r"feedback|evaluat\w+|questionnaires?|focus groups?|polls?|grade[ds]?|sample\w*|interview\w*|"
    r"forms?|quiz\w*|tests?|baseline|one|two|three|four|five|six|seven|eight|nine|ten|complaints?)\b",
    re.IGNORECASE,
)
_ASKED_OF_PEOPLE = re.compile(
    r"\b(?:say|says|said|report\w*|feel|feels|felt|agree|rate|rated|satisf\w+|tell|surveys?|"
    r"feedback|questionnaires?|focus groups?|evaluat\w+|confiden\w+|views?)\b",
    re.IGNORECASE,
)
"""How a count is made of what people feel: another half that has it measures this one."""
_AND_PEOPLE = re.compile(
    r",? and (?=(?:[\w’'-]+ ){1,4}?(?:feels?|felt|understands?|trusts?|(?:is|are) (?:\w+ )?"
    r"(?:confident|aware|engaged|valued|listened to|heard|informed)|"
    r"(?:confident|aware|engaged|informed|committed|satisfied|motivated) "
    r"(?:of|in|with|about|to|that))\b)",
    re.IGNORECASE,
)


@remembered
def unmeasured_part(criteria: tuple[str, ...]) -> str:
    """Return the first of several criteria that can only be felt, or "" where there is none.

    None is returned where another of them says how it is asked, in a survey or by a share.
    """
    parts = [
        part
        for one in criteria
        for clause in sentences_in(one, at_clauses=True)
        for part in _AND_PEOPLE.split(clause)
    ]
    if len(parts) == 1:
        return ""
    if any(_COUNTED.search(part) and _ASKED_OF_PEOPLE.search(part) for part in parts):
        return ""
    felt = (part for part in parts if _FELT.search(part) and not _COUNTED.search(part))
    return next(felt, "").strip(" .;")
