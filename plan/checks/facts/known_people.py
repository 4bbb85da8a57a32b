"""By which words of a paper people could be known: few at a place, names, initials, homes."""

import re

from plan.checks.facts.few_of_a_place import (
    ALL_OF,
    FEW,
    FEW_TYPED,
    IN_SO_MANY,
    NEAR,
    OF_A_FEW,
    OF_A_KIND,
    TAKES_PART,
    WHO,
    known_otherwise,
)
from plan.reading.atoms import word_set
from plan.reading.dates import A_MONTH
from plan.text.patterns import pattern_with
from plan.text.remembered import remembered
from plan.text.signs import Signs

_PLACE = (
    r"(?:one|a single|the same|this|that) (?:school|nursery|home|unit|ward|street|village|"
    r"centre|family|household)\b|(?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3} (?:School|"
    r"Primary|Academy|High|Nursery|House|Home|Unit|Centre|Street|Road|Lodge|Court)\b|"
    r"(?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2} (?:(?:day|resource|respite|early years|family|"
    r"community|health) (?:centre|unit)|(?:care|nursing|children[’']s|residential) home|(?:primary|"
    r"secondary|special|high) school|nursery|hostel)\b"
)
_SMALL = re.compile(
    rf"(?<![\w.,/-])(?i:only |just )?(?P<few>(?i:{FEW})) {OF_A_KIND}(?i:{WHO})"
    rf"[^.;,]{{0,30}}? (?i:at|in|from|of) (?:{_PLACE})"
)
_OF_THE_STAFF = re.compile(
    r"\b(?:teachers?|employees?|members? of staff|parents?|carers?)\b", re.IGNORECASE
)
_DELICATE = re.compile(
    r"\b(?:disciplin\w*|grievance|dismiss\w*|suspend\w*|suspension|absen\w+|sick\w*|ill(?:ness)?|"
    r"health|complain\w*|tribunal|convict\w*|arrest\w*|addict\w*|abus\w*|redundan\w*|"
    r"underperform\w*|capability|injur\w*|died|death|pregnan\w*|diagnos\w*|disab\w*|bully\w*|"
    r"bullied|exclu\w*)",
    re.IGNORECASE,
)
"""What makes it matter that staff or parents of a place could be known."""
_TRIBUNAL = re.compile(
    r"\b(?:one|a|an|the|1) (?:\w+ ){0,2}?(?:tribunal|complaint|grievance|adoption|exclusion|"
    r"significant case review|disciplinary(?: case| hearing)?) (?:case |hearing |claim )?(?:at|"
    rf"in|from|involving|about|concerning) (?:(?!{A_MONTH}\b)[A-Z][\w'’-]+"
    r"(?: [A-Z][\w'’-]+)*|(?:one|a single) (?:school|home|unit|family|pupil|child))"
)
_INITIALS = re.compile(
    r"\b(?i:child|pupil|boy|girl|young person|student|baby|infant)\s+(?P<who>[A-Z]\.\s?[A-Z]\.?|"
    r"[A-Z]{2})(?=[\s,.;)])|\b(?P<other>[A-Z]\.?\s?[A-Z]\.?), aged \d{1,2}\b"
)
_TWO_CAPITALS = re.compile(r"[A-Z]\.?\s?[A-Z](?![a-z])")
"""What initials have: it is found sooner than who has them."""
_PLACES = word_set(
    "School Primary Academy High Nursery House Home Unit Centre Street Road Lodge Court"
)
_CASES = word_set("tribunal complaint grievance adoption exclusion disciplinary")
_CHILDREN = word_set("child pupil boy girl person student baby infant aged")
_PHRASES = {
    "one ": ("one school", "one home", "one family", "one household", "one village", "one street"),
    " centre": (
        *(" day centre", "resource centre", "early years centre", "family centre"),
        *("community centre", "health centre"),
    ),
    " home": ("care home", "nursing home", "s home"),
    " school": ("primary school", "secondary school", "special school", "high school"),
    **{one: (one,) for one in ("a single ", "the same ", "respite ", "residential")},
    **{one: (one,) for one in (" nursery", " hostel")},
}
"""Words without which nobody can be known, so that most texts are not looked through."""
_OF_A_PHRASE = Signs("one. single. same. respite. residential centre home school nursery hostel")
_HINTS = _PLACES | _CASES | _CHILDREN
_TITLES = word_set("Mr Mrs Ms Miss Dr Cllr Councillor Bailie")
_TITLED = re.compile(rf"\b(?:{'|'.join(sorted(_TITLES))})\.? [A-Z]")
_INITIAL_AND_NAME = re.compile(
    r"(?:[A-Z]\.\s?){1,2}(?:Mac|Mc|O['’])?[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?"
)
_NAME_AND_INITIAL = re.compile(r"[A-Z][a-z]{2,} [A-Z]\.")
_OF_A_LIST = word_set("Team Group Unit Area Board Locality Zone Ward Phase Part Annex Panel Block")
"""Words before a letter that make it one of several: "Team B."."""
_FULL_NAME = re.compile(
    r"(?P<first>[A-Z][a-z]+) (?:[A-Z]\.? )?(?:Mac|Mc|O['’])?[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
)
_BESIDE_A_POST = re.compile(r"[,(–—/:-]")
_FIRST_NAMES = word_set(
    "aileen alan alasdair alastair alex alice alison amanda amy andrew angela ann anna "
    "anne annie anthony ashley barbara ben brenda brian callum cameron carol caroline "
    "catherine charles charlotte chris christine christopher claire clare colin craig "
    "daniel david dawn debbie deborah denise derek diane donald donna dorothy douglas "
    "duncan eileen elaine elizabeth ellen emily emma eric euan ewan fiona frances frank "
    "fraser gail gary gavin geoff george gillian gordon graeme graham gregor hannah "
    "heather helen hugh iain ian irene isabel isla jack jackie jacqueline james jamie jan "
    "jane janet janice jason jean jennifer jenny jill jim joan joanna joanne john "
    "jonathan joseph josh joyce judith julia julie karen kate katherine kathleen keith "
    "kelly kenneth kenny kerry kevin kim kirsty laura lauren leanne lee lesley linda "
    "lindsay lisa lorna lorraine louise lucy lynn lynne malcolm margaret maria marie "
    "marion mark martin mary matthew maureen michael michelle mike moira morag murray "
    "nancy natalie neil nicola nicole norma norman olivia pamela patricia patrick paul "
    "pauline peter philip rachel ray rebecca richard rob robert robin roderick roger "
    "ronald rory rosemary ross ruth ryan sandra sarah scott shaun sheena sheila shirley "
    "simon sophie stephanie stephen steven stewart stuart sue susan suzanne tanya tom "
    "tracey tracy trevor valerie victoria vivienne wendy william yvonne zoe"
)
"""First names that are common in Scotland and are no word of a team's name."""
_MAYBE_A_WORD = word_set(
    "mark will rob sue ray dawn frank jack carol ruth patrick lee craig ross scott cameron "
    "gordon douglas graham stewart stuart fraser ewan lindsay isla murray kelly kerry ashley jan "
    "charlotte victoria george martin gary bill tom"
)
"""First names that are verbs, places and surnames too: in a text they want a cue of a person."""
_NAMED_IN_TEXT = re.compile(
    r"(?<![\w’'-])(?P<first>[A-Z][a-z]{2,})(?= (?:[A-Z]\.? )?(?P<last>(?:Mac|Mc|O['’])?[A-Z]"
    r"[a-z]{2,}(?:-[A-Z][a-z]+)?)(?P<after>[^.;]{0,24}))"
)
_NO_PERSON_AFTER = re.compile(
    r"(?i:['’]s? )(?:\w+ )?(?i:law|act|award|model|review|report|rule|theory|framework|"
    r"principle\w*|index|scale|test|programme|approach|day|bequest|legacy|charter|book|work|"
    r"poems?)\b| (?:and |& )?(?:[A-Z][a-z]+|of the|Ltd|LLP|plc)\b|[-–][A-Z]|"
    r" (?:\w+ )?(?:tool|scale|method|approach|model|assessment|programme|framework|training|award|"
    r"review|report|inquiry|recommendations|principles|test|index|technique|resources?|"
    r"materials)\b",
)
_NO_PERSON_BEFORE = re.compile(
    r"(?:\b(?:st|saint|queen|king|prince|princess|lady|sir|lord|duke|the|by poet|poet|author|"
    r"artist|by|royal)\.? |[“\"‘'])$",
    re.IGNORECASE,
)
_OF_A_CLASS = re.compile(
    r"(?<![\w’'-])(?P<first>[A-Z][a-z]{2,})(?: [A-Z]\.?)?,? \(?(?:(?:in |of )?(?:P[1-7]|S[1-6])\b|"
    r"aged? \d{1,2}\b)"
)
"""A first name alone with the class or the age: "Jamie (P6)"."""
_OF_FAME = word_set(
    "curie burns carnegie owen muir rowntree ryder erskine napier watt moore slessor nightingale "
    "spurgeon barnardo fry parks mandela thunberg bowlby piaget maslow heckman ainsworth tyndrum"
)
_PERSON_CUE = re.compile(
    r"^(?:,? \((?:P|S)\d\)|,? aged? \d|, who\b|, (?:his|her|their) )|\b(?:pupils?|child|boy|girl|"
    r"resident|tenant|patient|son|daughter|mother|father|family of|including|mr|mrs|ms)\W*$",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b(?i:the|an?|one|this|that) (?:\w+ )?(?i:child|boy|girl|pupil|baby|toddler|teenager|young "
    r"person|resident|tenant|patient|man|woman|adult)(?:,? aged| of) (?:\d{1,2}|(?i:one|two|three|"
    r"four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen))\b(?! (?i:or|and|to|years? "
    rf"or)\b)[^.;]{{0,40}}? (?i:at|in|from|of) (?:{_PLACE})"
)
"""Somebody by the age and a place: "the boy of seven from Portnamara Primary"."""
_OF_AN_AGE = re.compile(
    r" (?:aged|of) (?:\d|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"\w{3,5}teen)\b)"
)
"""What tells the age: it is found sooner than who is of it."""
_STREETS = word_set("Street Road Row Avenue Drive Crescent Terrace Place Lane Gardens Court Wynd")
_AT_HOME = re.compile(
    r"\b(?i:tenants?|residents?|famil(?:y|ies)|households?|patients?|couple|occupiers?|owner|man|"
    r"woman|adult|child|children|mother|father|neighbours?|complainant|complaint|(?:wheelchair |"
    r"service )?user|pensioner|customer|claimant|applicant|carer)\b[^.;]{0,30}? "
    r"(?:at|in|of|from) (?P<at>\d{1,3}[A-Za-z]?,? (?:[A-Z][\w'’-]+ ){1,2}"
    rf"(?:{'|'.join(sorted(_STREETS))})\b)"
)
"""Somebody by the house: "the tenant of 14 Shore Street"."""
_STYLED = word_set("Mr Mrs Ms Miss")
_STYLED_NAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss)\.? (?!Speaker\b|President\b)"
    r"(?:(?:[A-Z]\.? )?(?:Mac|Mc|O['’])?[A-Z][a-z]+(?:-[A-Z][a-z]+)?|[A-Z](?=[.,; ]|['’]s|$))(?!\w)"
)
"""How people are named who hold no office: a doctor or a councillor may be."""
_FIRST_NAMES_TYPED = frozenset(name.title() for name in _FIRST_NAMES)
_LOOKED_FOR = _HINTS | _STREETS | _STYLED | _FIRST_NAMES_TYPED | word_set("one single same review")
"""Words without any of which nobody can be known, those of `_PHRASES` among them."""
_PLACES_IN_SMALL = word_set("centre home school nursery hostel")
"""Places that only a few people beside them make matter: "two brothers of Rowan care home"."""
_WORDS_THAT_MATTER = _LOOKED_FOR | _PLACES_IN_SMALL | OF_A_FEW
"""What a text is asked for once: most have little of it, and that is looked through further."""
_OF_NO_PERSON = word_set(
    "school primary academy college university hospital house hall home centre court road street "
    "park lodge unit ward team group service services trust association committee board council "
    "partnership forum network nursery clinic church project programme foundation society club "
    "officer manager lead director head coordinator adviser worker teacher nurse partners works"
)
"""Words after a first name that make it the name of a place, a body or a post."""
_OF_A_CLIENT = re.compile(
    r"\b(?i:pupils?|child(?:ren)?|tenants?|patients?|residents?|clients?|young (?:person|people)|"
    r"mother|father|parents?|family of|complainant|witness|victim|son|daughter|boy|girl)\b,?\s+"
    r"(?P<beside>[A-Z][a-z]+ [A-Z][\w'’]+(?:-[A-Z][a-z]+)?)(?! [A-Z])|"
    r"\b(?P<aged>[A-Z][a-z]+ [A-Z][\w'’]+(?:-[A-Z][a-z]+)?),?\s+\(?(?:aged \d|(?:P[1-7]|S[1-6])\b)|"
    r"\b(?P<said>[A-Z][a-z]+ [A-Z][\w'’]+(?:-[A-Z][a-z]+)?), (?:an?|the|whose|their) (?:\w+ )?"
    r"(?:pupil|child|tenant|patient|resident|client|mother|father|parent|carer|son|daughter)\b"
)
"""A name beside what makes it that of somebody the council serves."""
"""Who holds a post, of whom an illness is told: everybody knows who that is."""
_IN_BRACKETS = re.compile(r"[(\[]\s*(?P<said>[^)\]]+)")
_REACHED_AT = re.compile(r"@|\d{5}|\d{3} \d{3}")


@remembered
def known_in(text: str, *, with_names: bool = False) -> str:
    """Return the words by which somebody could be known, empty if there are none.

    A report names its authors: there a name tells nothing.
    """
    words = text.replace(",", " ").replace(".", " ").replace("(", " ").split()
    told = _WORDS_THAT_MATTER.intersection(words)
    by_hints = _known_by_hints(text, told, with_names=with_names)
    return by_hints or known_otherwise(text, words, told)


def _known_by_hints(text: str, told: frozenset[str], *, with_names: bool) -> str:
    """Return who is known by the words told, which are those of the text that matter."""
    hints = _LOOKED_FOR & told
    if not hints and (_PLACES_IN_SMALL.isdisjoint(told) or FEW_TYPED.isdisjoint(told)):
        return ""
    if with_names and (name := _named_in(text, hints)):
        return name
    if not _STREETS.isdisjoint(hints) and (home := _AT_HOME.search(text)):
        return home[0]
    is_placed = not _PLACES.isdisjoint(hints)
    is_of_few = is_placed or "one" in hints or "only" in told
    if is_of_few and (ill := _of_an_illness(text, is_placed=is_placed)):
        return ill
    is_placed = is_placed or (_OF_A_PHRASE.stand_in(text) and _has_phrase(text))
    return (is_placed and _at_a_place(text, told)) or _of_a_case(text, hints)


def _has_phrase(text: str) -> bool:
    held = filter(text.__contains__, _PHRASES)
    return any(one in text for word in held for one in _PHRASES[word])


def _named_in(text: str, hints: frozenset[str]) -> str:
    if not _FIRST_NAMES_TYPED.isdisjoint(hints) and (name := person_named_in(text)):
        return name
    styled = None if _STYLED.isdisjoint(hints) else _STYLED_NAME.search(text)
    return styled[0] if styled else ""


def _at_a_place(text: str, told: frozenset[str]) -> str:
    """Return the few people, or somebody of an age, that a text names with their place."""
    is_few = "“" in text or not FEW_TYPED.isdisjoint(told)
    for found in _SMALL.finditer(text) if is_few else ():
        if not ALL_OF.search(text, max(0, found.start() - NEAR), found.start()) and not (
            _is_of_no_matter(text, found)
        ):
            return found[0].strip()
    aged = _AGED.search(text) if _OF_AN_AGE.search(text) else None
    return aged[0].strip() if aged else ""


def _is_of_no_matter(text: str, found: re.Match[str]) -> bool:
    """Return whether a few people of a place are a share, do what all may see, or work there."""
    if IN_SO_MANY.search(text, max(0, found.start() - NEAR), found.start()):
        return True
    if _DELICATE.search(text):
        return False
    return bool(TAKES_PART.search(text) or _OF_THE_STAFF.search(found[0]))


_ILL = re.compile(
    r"\b(?i:one|two|three|four|[1-4]) (?i:of (?:the|our) (?:\w+ )?)?(?i:people|persons?|adults?|"
    r"children|pupils?|residents?|tenants?|boys?|girls?|men|women)\b[^.;]{0,50}? (?i:with|who "
    r"(?:has|have)) [^.;]{0,30}?\b(?:[A-Z][a-z]+['’]?s? )?(?i:syndrome|disease|palsy|dystrophy|"
    r"sclerosis|fibrosis|epilepsy|dementia|cancer|hiv)\b"
)
_THE_ONE = pattern_with(
    r"\b(?:the|that) (?:one|only) (?:boy|girl|child|pupil|baby|resident|tenant|patient|woman|man)"
    r"(?: there| here| in (?:the|this) [\w'’-]+)? (?:who|with|whose)\b[^.;,]{0,40}",
    re.IGNORECASE,
    signs=Signs(
        "one. only.",
        "boy girl child pupil baby resident tenant patient woman man.",
        "who. with. whose.",
    ),
)
"""Somebody who is the only one: "the one boy there who is fed by a tube"."""


def _of_an_illness(text: str, *, is_placed: bool) -> str:
    """Return the few at a place, or the only one, whom a text tells of a condition."""
    alone = _THE_ONE.search(text)
    if alone is not None and _DELICATE_OF_ONE.search(text):
        return alone[0].strip()
    ill = _ILL.search(text) if is_placed else None
    return ill[0].strip() if ill and not TAKES_PART.search(text) else ""


_DELICATE_OF_ONE = re.compile(
    rf"{_DELICATE.pattern}|\b(?:tube|feeds?|fed|wheelchair|nappy|nappies|medic\w+|syndrome|"
    r"autis\w*|epilep\w*|seizures?|refus\w+|removed|parents|mother|father|home)\b",
    re.IGNORECASE,
)


def _of_a_case(text: str, hints: frozenset[str]) -> str:
    is_case = not _CASES.isdisjoint(hints) or "case review" in text
    other = _TRIBUNAL.search(text) if is_case else None
    if other is None and not _CHILDREN.isdisjoint(hints) and _TWO_CAPITALS.search(text):
        other = _INITIALS.search(text)
    return other[0].strip() if other else ""


def person_named_in(text: str) -> str:
    """Return the first and last name of a person that a text names, empty if none.

    Places, bodies, awards and people of fame are none. What is a word or a place as well is a
    person only beside a pupil, a year of school, an age.
    """
    for found in _NAMED_IN_TEXT.finditer(text):
        first, last = found["first"].lower(), found["last"].lower()
        if first not in _FIRST_NAMES or last in _OF_NO_PERSON or last in _OF_FAME:
            continue
        before = text[max(0, found.start() - NEAR) : found.start()]
        if _NO_PERSON_AFTER.match(found["after"]) or _NO_PERSON_BEFORE.search(before):
            continue
        is_cued = _PERSON_CUE.search(found["after"]) or _PERSON_CUE.search(before)
        if first not in _MAYBE_A_WORD or is_cued:
            return text[found.start() : found.end("last")]
    for found in _OF_A_CLASS.finditer(text):
        if found["first"].lower() in _FIRST_NAMES:
            return found[0]
    return ""


@remembered
def client_named_in(text: str) -> str:
    """Return the name of a pupil, a tenant, a patient; a report may speak of its officers."""
    for found in _OF_A_CLIENT.finditer(text):
        name = found["beside"] or found["aged"] or found["said"]
        first, last = name.lower().split()
        if first in _FIRST_NAMES and last not in _OF_NO_PERSON:
            return name
    return ""


@remembered
def name_of_lead(lead: str) -> str:
    """Return a lead that is a person's name, or the name in brackets behind a post."""
    if _is_a_name(lead):
        return lead
    if _REACHED_AT.search(lead):
        return ""  # P11 says that somebody could be reached
    names = (found["said"].strip() for found in _IN_BRACKETS.finditer(lead))
    return next(filter(_is_a_name, names), "")


@remembered
def _is_a_name(lead: str) -> bool:
    first = lead.partition(" ")[0].rstrip(".")
    is_known = first.lower() in _FIRST_NAMES or first in _TITLES
    if len(first) > 1 and not is_known and not lead.rstrip().endswith("."):
        return False
    said = _BESIDE_A_POST.split(lead.strip())[0].strip()
    if _NAME_AND_INITIAL.fullmatch(said):
        return said.split()[0] not in _OF_A_LIST
    if _TITLED.match(said) or _INITIAL_AND_NAME.fullmatch(said):
        return True
    whole = _FULL_NAME.fullmatch(said)
    if whole is None or said.split()[-1].lower() in _OF_NO_PERSON:
        return False
    return whole["first"].lower() in _FIRST_NAMES
