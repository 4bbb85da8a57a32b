"""How an action is worded: whether it starts with what to do, or is a heading or an outcome.

English verbs and nouns look alike, so we report only what clearly is not an action.
"""

import re

_NOT_VERBS = frozenset(
    {"the", "a", "an", "all", "our", "quality", "better", "more", "new", "protocol", "strategy"}
    | {"policy", "guidance", "guidelines", "framework", "training", "procedures", "programme"}
    | {"daily", "weekly", "monthly", "quarterly", "annual", "regular", "joint", "multi-agency"}
)
_NOUN_OF = re.compile(r"(?!dispose\b)\w+\s+of\b", re.IGNORECASE)
_DONE = re.compile(
    r"(?!(?:em|im)bed|\w*(?:feed|need|speed|seed|heed|wed|shed|ceed)\b)\w{3,}ed\b", re.IGNORECASE
)
"""A participle, "Looked after children’s reviews", but not a verb that ends like one, "embed"."""
_HEADED = re.compile(
    r"(?:\S+ ){1,4}[–—-] (?:explore|improve|develop|review|introduce|increase|reduce|provide|"
    r"ensure|continue|extend|promote|consider|investigate|implement|set up|roll out)\b",
    re.IGNORECASE,
)
"""A heading followed by what to do: "Furniture packs – improve quality"."""

_ACRONYM = re.compile(r"[A-Z]{3,}s?\b(?!-)")
"""An acronym first, with what to do after it: "CSE inputs to all pupils"."""

_SENTENCE_ENDS = re.compile(r"[.!?;:](?:\s|$)")
_OUTCOME = re.compile(r"\b(?:must|should|shall|will|is|are) (?:be|have)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"\b(?:which|that|what|who|how|where|when|whether|until|once|if|why)\b", re.IGNORECASE
)
"""What starts a clause inside a sentence, whose verb is not the action's."""
_WANTED = re.compile(
    r"[^,;]*\bto be (?:re-?)?(?:\w+ed|written|drawn|given|taken|made|held|set|put)\b", re.IGNORECASE
)
_ASKS = re.compile(
    r"(?:ask|encourag|enabl|allow|support|invit|requir|help|arrang|expect|seek|identif|agree|"
    r"select|choos|commission|press|lobb)",
    re.IGNORECASE,
)
"""How a sentence starts that wants others to be something: "Encourage fathers to be involved"."""


def is_heading(text: str) -> bool:
    """Return whether a text starts like a heading: "Protocol for …", "Implementation of …"."""
    first = next(iter(text.split(maxsplit=1)), "").casefold().strip(".,:;")
    if (
        first in _NOT_VERBS
        or ("ed" in first and _DONE.match(text))
        or _NOUN_OF.match(text)
        or _ACRONYM.match(text)
    ):
        return True
    if len(text) <= _FEW_LETTERS and _NAMES_A_THING.fullmatch(text):
        return True
    return any(map(text.__contains__, ("– ", "— ", "- "))) and bool(_HEADED.match(text))


_NAMES_A_THING = re.compile(
    r"(?!(?:re)?(?:assess|audit|build|check|consult|deliver|develop|employ|ensure|establish|extend|"
    r"find|hold|improve|increase|introduce|investigate|lead|maintain|make|manage|monitor|plan|"
    r"prepare|promote|provide|publish|raise|recruit|reduce|report|review|run|secure|set|share|"
    r"simplify|start|strengthen|support|survey|test|train|update|use|work|agree|approve|appoint|"
    r"arrange|ask|audit|begin|buy|celebrate|close|collect|commission|complete|create|design|embed|"
    r"enable|encourage|engage|enhance|evaluate|expand|explore|give|help|identify|implement|invest|"
    r"keep|launch|map|market|cut|lower|boost|grow|fill|fix|stop|end|draft|draw|adopt|apply|bring|"
    r"carry|change|clear|compare|consult|count|define|drive|focus|fund|gather|inform|join|link|"
    r"look|move|pay|put|rebuild|repair|replace|restore|reward|see|sell|show|shape|sign|spread|"
    r"study|take|tell|turn|understand|measure|meet|minimise|maximise|offer|open|organise|pilot|"
    r"procure|"
    r"protect|pursue|recognise|record|refresh|refurbish|renew|research|revise|roll|seek|send|"
    r"sustain|tackle|target|teach|track|undertake|upgrade|value|widen|write)\b)"
    r"[a-z]+(?: [a-z]+)? (?!action|the )[a-z]*(?:acy|ility|ness|ship|tion|ogy|ivity|ality|ence|"
    r"ance)"
    r"\W*",
    re.IGNORECASE,
)
"""Two or three words of which the last names a thing, and the first is no verb: "Digital "
"literacy"."""

_FEW_LETTERS = 48


def is_outcome(text: str) -> bool:
    """Return whether the first sentence says what should be true rather than what to do."""
    lowered = text.lower()
    if " be" not in lowered and " have" not in lowered:
        return False
    sentence = _SENTENCE_ENDS.split(text, maxsplit=1)[0]
    found = _OUTCOME.search(sentence)
    if found is not None and not _CLAUSE.search(sentence[: found.start()]):
        return True
    return _WANTED.match(sentence) is not None and _ASKS.match(sentence) is None
