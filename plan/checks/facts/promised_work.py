"""What the paper says will be done, in the report or by a decision, and whether an action does it.

A promise is something that somebody can be seen to do: a guide is sent, a helpline opens, records
are sampled. What the plan as a whole brings about, what others do, what goes on as it does now, and
what is done with the paper itself is none.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from plan.checks.facts.spoken_of import stems_of
from plan.reading.atoms import word_set
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered
from plan.text.signs import Signs

_WILL = (
    r"(?:will|shall|(?:is|are) (?:now |then |also )?(?:to|going to|(?:due|planned|intended) to)|"
    r"(?:has|have) (?:undertaken|promised|committed|agreed) to|(?:intends?|undertakes?|promises|"
    r"commits(?: itself)?|plans) to|it is (?:intended|planned|proposed) to)"
)
_DONE = (
    r"(?:sent|written|issued|posted|visited|telephoned|rung|phoned|opened|appointed|recruited|"
    r"carried out|undertaken|conducted|held|offered|given|provided|installed|fitted|put (?:up|on|"
    r"in|out)|set up|established|created|published|surveyed|sampled|audited|interviewed|trained|"
    r"bought|purchased|built|run|paid|launched|introduced|lent|delivered|employed|texted|emailed|"
    r"used|hosted|arranged|organised|commissioned|produced|made available|invited|shown|placed|"
    r"kept|doubled|distributed|laid on|hired|started|begun|booked|open|leased|measured|"
    r"reserved|handed)"
)
_DO = (
    r"(?:send|write|issue|post|visit|telephone|ring|phone|open|appoint|recruit|carry out|undertake|"
    r"conduct|hold|offer|give|provide|install|fit|put (?:up|on|in|out)|set up|establish|create|"
    r"publish|survey|sample|audit|interview|train|buy|purchase|build|run|pay|launch|introduce|lend|"
    r"deliver|employ|text|email|host|arrange|organise|commission|produce|invite|place|double|"
    r"distribute|hire|start|receive|get|go to|call (?:at|on)|shadow|collect|fetch|bring|keep)"
)
_ADVERB = r"(?:(?:also|then|all|each|both|now|be able to|\w+ly) )*"
_PROMISED = late_pattern(
    rf"\A(?P<who>[^.;]{{0,120}}?)\b(?:(?P<first>{_WILL} {_ADVERB}(?:be {_ADVERB}{_DONE}|go to)\b|"
    rf"(?:{_WILL} )?opens? (?:on|in|at)\b)|{_WILL} {_ADVERB}{_DO}\b|"
    r"there (?:will|shall) be\b|(?:will|shall) have (?=an?\b))(?P<what>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""That somebody gives, opens, sends or carries out something that can be seen."""
_BY_ITSELF = late_pattern(
    r"\A\W*(?:no|neither|none|nobody|where|when)\b|\b(?:plans?|actions?|measures?|reports?|"
    r"strateg(?:y|ies)|polic(?:y|ies)|frameworks?|approach|programme|changes?|proposals?|appendix|"
    r"document|recommendations?|priorit(?:y|ies)|inspect\w+|inspectorate|government|ministers?|"
    r"parliament|act|bill|scottish|scotland|cosla|regulator|ombudsman|commission|auditors?|"
    r"national\w*|nhs|health board|police|network rail|company|companies|charity|law|legislation|"
    r"guidance|members|committee|board|council tax|this|these|they|it|which|consultation|"
    r"meetings?|objections?|contract|updates?|evidence|progress|results?|savings?|costs?|funding|"
    r"grant|consideration|attention|priority|effect|regard|work)\b",
    re.IGNORECASE,
)
"""What a sentence is of that promises nothing of the council's own work."""
_NOT_PROMISED = late_pattern(
    r"\b(?:never|nor|may(?! 20)(?!\W*\Z)|might|could|would|should|if|unless|whether|where|once|"
    r"subject to|as (?:now|before|usual|always|in other years|(?:it|they|we) (?:does|do|did|has|"
    r"have))|in return|usual|on request|(?:who|anybody|anyone) (?:\w+ )?wish(?:es)?|already|"
    r"continues?|existing|remain\w*|was|were|had|until|option|expected|consulted|consultation|"
    r"asked for (?:their|its)|reported|committee|elected members|this report|this meeting|the "
    r"plan|action plan|actions? \d|the actions?|in (?:19|20)[01]\d|support|assurance|leadership|"
    r"oversight|advice|opportunit\w+|scrutiny|challenge|focus|clarity|better|stronger|improved|"
    r"help|time|place|voice|chance|benefits?|priority|each of these|way)\b",
    re.IGNORECASE,
)
"""Conditions, what goes on, what goes to the committee, and what nobody can be seen to do."""
_OF_EVERY_PLAN = word_set(
    "will shall with that this from have been they their there what when where which would them "
    "could should also into more make made such these those other each every being through about "
    "between action actions plan council service services ensure provide provided offered given "
    "held carried out year years month months week weeks quarter term end spring summer autumn "
    "winter january february march april june july august september october november december "
    "within before after next until during date people staff officers head director manager chief "
    "team teams group groups member members partner partners report reports asked agree agreed "
    "approve approved half second first third agrees open opens opened sent written issued"
)
_OF_ANYBODY = (
    "school schools pupils children parents families tenants residents homes home carers users "
    "community communities support information area areas"
)
_ENOUGH, _LETTERS = 2, 4


_NEXT = late_pattern(
    r"\A[^.;]{0,60}\b(?:next|following (?:will|is to) be done|will be done)\b[^:;.]{0,20}:"
    r"(?P<list>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""What happens next: things with a time each."""
_CLAUSES = re.compile(r"; |,? and (?=[^.;]{1,60}? (?:will|shall|is to|are to) )|\bthat (?=an? )")
_PHRASE = re.compile(
    r"[\w’'-]+(?: [\w’'-]+)*?(?= (?:to|for|in|on|at|by|from|of|with|that|which|who|whose|when|"
    r"where|every|each|once|twice|until|will|before|after|as|so|during|and|has|have|is|are)\b|"
    r"[,.;:(]|\W*\Z)",
    re.IGNORECASE,
)
"""The first words of a text, as far as they name one thing."""


_SIGNS = Signs("will shall is. are. has. have. intend undertake promis commit plans. open next")


class PromisedWork(NamedTuple):
    """What is promised, in its words, and the thing that is given, opened, sent or carried out."""

    text: str
    thing: str


@remembered
def promises_of(sentence: str) -> tuple[PromisedWork, ...]:
    """Return what a sentence of the report promises that can be seen, clause by clause."""
    if not _SIGNS.stand_in(sentence):
        return ()
    if listed := _NEXT.search(sentence):
        parts = (one.strip(" .") for one in re.split(r"[;,]", listed["list"]))
        return tuple(filter(None, (_listed(one) for one in parts if one)))
    if _NOT_PROMISED.search(sentence):
        return ()
    return tuple(filter(None, map(_promise, _CLAUSES.split(sentence))))


_HAS_VERB = re.compile(r"\b(?:will|go(?:es)?|comes?)\b", re.IGNORECASE)


def _listed(item: str) -> PromisedWork | None:
    """Return what an item of what happens next promises: a thing with its time, or a sentence."""
    if not _HAS_VERB.search(item):
        return PromisedWork(item, _phrase(item))
    return None if _NOT_PROMISED.search(item) else _promise(item, is_listed=True)


def _promise(clause: str, *, is_listed: bool = False) -> PromisedWork | None:
    found = _PROMISED.search(clause)
    if found is None or _BY_ITSELF.search(_phrase(found["who"])):
        return None
    is_first = found["first"] or _INDEFINITE.match(found["who"])
    thing = _phrase(found["who" if is_first else "what"].strip())
    is_known = _KNOWN.match(thing) or (is_first and _CUT.search(found["who"]))
    if _TALK.search(thing) or (is_known and not is_listed):
        return None
    return PromisedWork(clause.strip(" ."), thing)


_INDEFINITE = re.compile(
    r"\W*(?:an?|free|new|extra|additional|one|two|three|four|\d{1,2})\b", re.IGNORECASE
)
"""How a thing begins that there is not yet: "A minibus will collect them"."""
_KNOWN = re.compile(
    r"\W*(?:(?:the|this|that|these|those|its|their|our|on|in|at|by|from|with|as)\b|\Z)",
    re.IGNORECASE,
)
"""How a thing begins that is told of already: who buys "the service" is said, not promised."""
_CUT = re.compile(r", (?!and\b|which\b|who\b)")
"""Where the words before a verb are not only what it is of."""
_TALK = re.compile(
    r"\b(?:talks|discussions?|updates?|briefings?|reports?|meetings?|assessments?|views)\b",
    re.IGNORECASE,
)
"""What is said, not done, and what the reviews or other rules ask of."""


def _phrase(text: str) -> str:
    found = _PHRASE.match(text)
    return found[0] if found else text


_LEAD = r"\A\W*(?:(?:[a-z]|[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})?)[.)]?\s+)?(?:(?:that|to) )?"
_ACTS = (
    r"(?:close|transfer|sell|merge|withdraw|move|relocate|twin|demolish|replace|reduce|stop|form"
    r"(?! (?:a|an|any) (?:view|opinion))|lease)"
)
_OF_DECIDING = (
    r"(?:purchase|sale|clos(?:ure|ing)|transfer|opening|appointment|recruitment|introduction|"
    r"creation|withdrawal|merger|installation|demolition|relocation|lease)"
)
_IS_DONE = (
    r"(?:is|are|be|will be|should be|shall be) (?P<done>\w+ed|made|held|built|bought|begun|set up|"
    r"put|written)\b"
)
_DECIDED = late_pattern(
    rf"{_LEAD}(?:(?:agree|approve|authorise|resolve)s? to (?P<to>(?:{_DO}|{_ACTS})\b.*)|"
    rf"(?:agree|approve|authorise)s? (?:the )?(?P<noun>{_OF_DECIDING} of .*)|(?:instruct|remit|ask|"
    r"request|direct|require|task)s? [^.;]{3,90}?,? to (?P<what>(?P<verb>[a-z]+)\b.*)|"
    rf"(?:agree|approve|authorise|resolve|require|request)s? that (?:an? )?"
    rf"(?P<thing>(?P<of>[^.;]{{3,80}}?) (?:{_IS_DONE}|closes?|opens?|ceases?|moves?|"
    r"transfers?).*))",
    re.IGNORECASE | re.DOTALL,
)
_OF_THE_PAPER = re.compile(
    r"\A(?:report|bring|submit|present|provide|return|prepare|finalis|amend|correct|refer|send|"
    r"forward|circulat|notif|inform|advis|write|sign|publish|issue|keep|updat|consider|note|"
    r"receiv|take|make|arrange|monitor|review|consult|approv|agree|act|continue|progress|"
    r"implement|deliver|oversee|ensure|lay|put(?! (?:up|in))|share|table|seek|ask|answer|respond|"
    r"reply|convey|thank|include|add|have|be\b|carr|invite|close action|give|look|work|explore|"
    r"negotiate|enter|conclude|do\b|start|begin|go|get|hold|award|delegat|not\b)",
    re.IGNORECASE,
)
"""Verbs of what is done with the paper itself, or of carrying out the plan as a whole."""


@remembered
def decided_in(decision: str) -> PromisedWork | None:
    """Return what somebody is to do by a recommendation, None if only with the paper itself."""
    found = _DECIDED.search(decision)
    if found is None or " as now" in decision:
        return None
    what = next(filter(None, (found[one] for one in ("to", "noun", "what", "thing"))))
    verb = found["verb"] or found["done"]
    if verb and _OF_THE_PAPER.match(verb if found["done"] else what):
        return None
    thing = _phrase(found["of"] or what.partition(" ")[2].removeprefix("of "))
    if _BY_ITSELF.search(thing) or _ENDS_ITSELF.search(thing):
        return None
    return PromisedWork(what, thing)


_ENDS_ITSELF = re.compile(
    r"\b(?:period|year|item|term|appointment|secondment|dates?)\b", re.IGNORECASE
)
"""What begins or ends without anybody's doing."""


def is_named_in(thing: str, actions: Iterable[str]) -> bool:
    """Return whether an action has a word of a thing, or the thing has none to look for."""
    stems = _stems(thing) - _stems(_OF_ANYBODY)
    return not stems or any(stems & _stems(one) for one in actions)


def is_carried_out(promise: PromisedWork, actions: Iterable[str]) -> bool:
    """Return whether an action does what is promised: it has the thing, and a word more of it."""
    wanted, thing = _stems(promise.text), _stems(promise.thing) - _stems(_OF_ANYBODY)
    if not wanted:
        return True
    least = min(_ENOUGH, len(wanted))
    for one in actions:
        lowered = one.casefold()
        if sum(stem in lowered for stem in wanted) < least:
            continue  # so most are passed over soonest
        shared = wanted & _stems(one)
        if len(shared) > least or (thing & shared and len(shared) >= least):
            return True
        if not thing and len(shared) >= least and len(shared) > len(wanted) / 2:
            return True
    return False


def _stems(text: str) -> frozenset[str]:
    return stems_of(text, _OF_EVERY_PLAN, long=_LETTERS, stem=_LETTERS)
