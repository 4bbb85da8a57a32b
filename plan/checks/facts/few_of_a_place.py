"""Few people of a small place, somebody told by age and place, and a post that is ill."""

import re

from plan.reading.atoms import word_set
from plan.reading.dates import MONTHS, WEEKDAYS
from plan.text.patterns import late_pattern, pattern_with
from plan.text.signs import Signs

FEW = r"(?:one|two|three|four|both|[1-4])"
WHO = (
    r"(?:pupils?|child(?:ren)?|young (?:people|persons?)|boys?|girls?|residents?|tenants?|"
    r"families|family|service users?|patients?|parents?|carers?|teachers?|employees?|adults?|"
    r"(?:young |older |elderly )?(?:men|man|women|woman)|brothers?|sisters?|siblings?|prisoners?|"
    r"members? of staff|looked[- ]after (?:children|child|young people))"
)
OF_A_KIND = r"(?:(?:[PS][1-7]|(?i:young|older|elderly|disabled|foster|care experienced)) ){0,2}"
FEW_TYPED = word_set(
    "one two three four both One Two Three Four Both ONE TWO THREE FOUR BOTH 1 2 3 4"
)
"""Words without any of which no text has a few people: most are not looked through."""
ALL_OF = re.compile(
    r"\b(?:each|every|per|all|least|than|to|up to|between|or|and)\W*$", re.IGNORECASE
)
"""Words before a small number that make it a measure and not some people."""
TAKES_PART = re.compile(
    r"\b(?:panel|committee|council|working group|steering|menu|network|forum|volunteers?|"
    r"represent\w*|took part|take part|taking part|consulted|replied|joined|interviewed|asked for "
    r"(?:their|his|her) views|trained as|lead the|spoke|ambassadors?|assembly)\b",
    re.IGNORECASE,
)
"""Somebody who takes part in what anybody may see."""
IN_SO_MANY = re.compile(
    r"\b(?:one|two|three|\d+|nine|eight|seven) (?:in|out of) (?:every )?$", re.IGNORECASE
)
_NO_VILLAGE = (
    rf"(?:{'|'.join((*MONTHS, *WEEKDAYS))}|"
    r"Scotland|Scottish|England|Wales|"
    r"Britain|Ireland|Europe\w*|UK|Glasgow|Edinburgh|Dundee|Aberdeen\w*|Inverness|Perth|Stirling|"
    r"Paisley|Fife|Moray|Angus|Highlands?|Falkirk|Argyll|Orkney|Shetland|Midlothian|Inverclyde|"
    r"Clackmannanshire|Renfrewshire|Lanarkshire|Ayrshire|Dumfries|Borders|[NSEW]\w+ "
    r"(?:Lothian|Lanarkshire|Ayrshire|Renfrewshire|Dunbartonshire)|North|South|East|West|Central|"
    r"Part|Table|Section|Appendix|Aim|Action|Paragraph|Phase|Stage|Year|Term|Session|Gaelic|"
    r"[A-Z]{2,}|[PS]\d)\b"
)
"""Words with a capital that name no place so small that few people are known in it."""
_VILLAGE = (
    rf"(?:the (?:village|island|isle|hamlet|estate) of )?(?!{_NO_VILLAGE})[A-Z][a-z’'-]{{2,}}"
    r"(?: [A-Z][a-z’'-]+)?\b(?! (?:Council|Partnership|Team|Group|Board|Service|Committee|Trust|"
    r"Area|Locality|College|University|Hospital|Forum))"
)
_AT_A_VILLAGE = rf"(?:in|at|from|of|near|on) {_VILLAGE}"
_ONE_OF_THEM = (
    r"(?:pupil|child|boy|girl|toddler|baby|teenager|young person|tenant|resident|patient|woman|"
    r"man|adult|mother|father|grandmother|grandfather|widow(?:er)?|family|household|couple|"
    r"prisoner)"
)
_OF_ONE_BOND = r"(?:siblings|brothers|sisters|twins|cousins|couple)"
_SO_FEW = (
    rf"(?<![\w.,/-])(?=[1-4abfjotABFJOT])(?:"
    rf"(?i:(?:the |our |those |only |just )?(?:{FEW}) {OF_A_KIND}(?:{WHO}|"
    rf"households?|couples?|twins|cousins|toddlers?|teenagers?|mothers?|fathers?))|"
    rf"(?i:(?:the|these|those) {_OF_ONE_BOND}|(?:the only|the|that|this|"
    rf"one) (?:(?-i:[A-Z])[a-z]+ )?{OF_A_KIND}{_ONE_OF_THEM}|"
    rf"(?:a|the|one) (?:family|household) of (?:two|three|four|five|six|seven|eight|nine|[2-9])))\b"
    r"(?=,| (?:in|at|from|of|near|on|who|whose|with|and|that|there|here|now|under|living|has|have|"
    r"is|are|was|were|\w+ed|known|sent|left|held)\b)"
    r"(?! (?:in|out of) (?:every |each )?(?:two|three|four|five|six|ten|twenty|\d))"
)
_FEW_IN_A_VILLAGE = re.compile(
    rf"{_SO_FEW}[^.;:]{{0,60}}? {_AT_A_VILLAGE}|"
    rf"(?:\A|(?<=[.:;] ))(?:In|At|From|Of|Near|On) {_VILLAGE},? {_SO_FEW}"
)
"""So few people, or people of one family, with the small place where they live."""
_IN_A_PLACE = re.compile(r"[A-Z](?<=[ntmfr] .)[a-z’'-]{2}")
"""A capital behind the end of "in", "at" or "of": it is found sooner than who lives there."""
_AGED_IN_A_VILLAGE = re.compile(
    rf"\b(?i:an?|the|one) (?i:\w+ )?(?:(?:\d{{1,2}}|10\d)[- ]year[- ]old(?: (?i:{_ONE_OF_THEM}))?|"
    rf"(?i:{_ONE_OF_THEM}),? (?:aged|of) \d{{1,3}})\b[^.;:]{{0,40}}? {_AT_A_VILLAGE}"
)
"""Somebody by the age and any place: "an 84-year-old man in Kilbrae"."""
_TOLD = (
    "contest supervision hearing court adopted adoption foster custody removed taken placed "
    "placement evict arrears homeless abus neglect violen assault self selfharm suicid overdose "
    "convict arrest prison police tribunal complain appeal exclu suspend bully bullied refus "
    "wheelchair tube autis dementia epilep diabet cancer hiv syndrome palsy depress addict alcohol "
    "drug diagnos disab ill. illness pregnan died death stroke mental additional asylum deport "
    "risk harm whose learning"
)
_OF_WHAT_IS_TOLD = Signs(f"{_TOLD} under. on. subject", f"{_TOLD} a. an. the. order")
_TOLD_OF_THEM = pattern_with(
    r"\b(?:contest\w*|supervision orders?|(?:under|on|subject to) (?:an?|the|orders?)\b|hearings?|"
    r"court|adopt(?:ed|ion)|foster\w*|custody|removed from|taken into|placed|placement|evict\w*|"
    r"arrears|homeless\w*|abus\w*|neglect\w*|violen\w*|assault\w*|self-harm\w*|suicid\w*|"
    r"overdose\w*|convict\w*|arrest\w*|prison|police|tribunal|complain\w*|appeal(?:ed|s)?|exclu\w*|"
    r"suspend\w*|bull(?:y|ied)\w*|refus\w*|wheelchair|tube|autis\w*|dementia|epilep\w*|diabet\w*|"
    r"cancer|hiv|syndrome|palsy|depress\w*|addict\w*|alcohol|drugs?|diagnos\w*|disab\w*|"
    r"ill(?:ness)?|pregnan\w*|died|death|stroke|mental health|additional support|asylum|deport\w*|"
    r"at risk|harm\w*|whose (?:mother|father|parents?|sons?|daughters?|child\w*|wife|husband)|"
    r"learning difficult\w*)\b",
    re.IGNORECASE,
    signs=_OF_WHAT_IS_TOLD,
)
"""What is told of people that nobody else should know."""
_OF_OTHER_PEOPLE = re.compile(
    r"\b(?:for|with|by|to|of|help\w*|support\w*) (?:other |all |any |young |older )*(?:people|"
    r"those|children|adults|families|tenants|pupils|residents|anyone|everyone)\b[^.;]*|"
    r"\bcomplaints? (?:form|procedure|process|policy)|\b(?:awareness|training|group|course|"
    r"policy|strategy|standards|friendly|prevention)\b",
    re.IGNORECASE,
)
_DOES_MORE = re.compile(
    rf"{TAKES_PART.pattern}|\b(?:r[au]ns?|leads?|organis\w+|set up|offered to|(?:was|were|"
    r"been) trained)\b",
    re.IGNORECASE,
)
_ALONE = word_set("only sole single last")
_ONE_OF_FEW = ("the one ", "ne of ", "s one ", "ur one ", "f the ")
"""Letters before one, or a few, that are all there are."""
_ONE_PERSON = (
    rf"(?:(?:foster |kinship |young |male |female )?carers?|{_ONE_OF_THEM}|(?:wheelchair )?user|"
    r"childminder|refugee|student|learner|applicant|complainant|survivor|victim)"
)
_THE_ONLY_ONE = re.compile(
    r"(?:\b(?i:the|our|its) |[’']s )(?:only|sole|single|last|one)(?: remaining| left)? (?:(?!(?:of|"
    r"in|at|for|to|that|way|thing|point|time|stop|or|and|is|was|with|by|on)\b)[\w’'-]+ ){0,3}?"
    rf"{_ONE_PERSON}(?=,| (?:in|at|from|of|near|on|who|whose|with|that|there|here|now|under|living|"
    r"left|has|have|had|is|was|withdrew|fell|broke|told|held|\w+ed)\b)[^.;:]{0,50}(?!\w)"
)
"""Somebody, or a family, of whom there is one: "the only Traveller family"."""
_SO_MANY_OF_THEM = re.compile(
    rf"\b(?i:of the (?:{FEW}) |one of (?:the |our )?(?:two|three|four) )(?:[\w-]+ ){{0,2}}?"
    rf"(?i:{WHO})\b[^.;:]{{0,50}}(?!\w)"
)
"""Some of so few: "of the three boys in the Craigend unit one absconded"."""
_HELD = word_set(
    "head headteacher minister priest postmistress postmaster shopkeeper doctor GP nurse janitor "
    "cook warden matron publican landlord caretaker teacher"
)
_HOLDERS = _HELD.union(*((f"{one}’s", f"{one}'s") for one in _HELD))
_HOLDER = re.compile(
    r"\b(?:[Tt]he|[Oo]ur) (?i:(?:head of the (?:\w+ )?(?:school|nursery|home)|headteacher|minister|"
    r"priest|postmistress|postmaster|shopkeeper|doctor|gp|nurse|janitor|cook|warden|matron|"
    r"publican|landlord|caretaker|teacher)(?:[’']s (?:wife|husband|son|daughter|mother|father|"
    r"child))?)\b[^.;:]{0,60}?\b(?:(?:is|was|has been) (?:\w+ )?(?:on (?:[\w-]+ )?sick|off (?:sick|"
    r"ill)|suspended|arrested|charged|diagnosed|treated|ill|bereaved)|(?:has|"
    r"had) (?:\w+ )?(?:dementia|cancer|depression|a stroke(?! of)|a breakdown|HIV)|"
    r"who complained)\b"
)
"""The only one who holds a post in a village, or somebody of the family."""
_PLACED = re.compile(
    r"(?:\b(?:[Ii]n|[Aa]t|[Ff]rom|[Oo]f|[Nn]ear|[Oo]n) (?:the (?:[a-z]+ (?:of )?)?)?"
    rf"(?:(?!{_NO_VILLAGE})[A-Z][a-z’'-]{{2,}}|Ward \d)|\b(?!{_NO_VILLAGE}|The\b|This\b|Each\b|"
    r"Every\b|Council|Government)[A-Z][a-z]{2,}(?: (?:School|Primary|Academy|Nursery|House|Home|"
    r"Court|Lodge|High))?[’']s (?:only|one|sole|last|single)\b)(?! (?:Council|Partnership|Team|"
    r"Group|Board|Service|Committee|Trust|Centre for)\b)"
)
"""A small place, in a sentence that tells of somebody there."""
_TOLD_OF_ONE = re.compile(
    r"\b(?:Travellers?|Gypsy|Roma|Muslim|Jewish|Sikh|Hindu|Polish|Syrian|Ukrainian|Afghan|Romanian|"
    r"Chinese|Nigerian|trans|gay|lesbian|racis[mt]\w*|schizo\w*|psychosis|bereave\w*|charged|"
    r"cannabis|heroin|hiv|hospital\w*|debts?|abscond\w*|headscarf|hijab|fell|injur\w*|broke down|"
    r"broke (?:her|his|their)|deregistered|allegations?|self-harm\w*|bullied|sick(?:ness)?|"
    r"long-term sick|unwell|breakdown|withdrew|offend\w*|rape\w*|assault\w*|refused|ten days|"
    r"absent|absence|truan\w*)\b"
)
_MAY_BE_FEW = word_set(
    "pupil pupils child children boy boys girl girls toddler baby teenager person persons people "
    "tenant tenants resident residents patient patients woman women man men adult adults mother "
    "father grandmother grandfather widow widower family families household households couple "
    "prisoner siblings sibling brothers brother sisters sister twins cousins parents parent carer "
    "carers user users old"
)
_ONE_OR_A_FEW = _MAY_BE_FEW | word_set(
    "user childminder refugee student learner applicant complainant survivor victim"
)
_MAY_BE_ONE = word_set(
    "pupil child boy girl toddler baby teenager person tenant resident patient woman man adult "
    "mother father grandmother grandfather widow widower family household couple prisoner siblings "
    "brothers sisters twins cousins"
)
"""Words for one of whom a few words tell more, and for those of one family."""
_KINDS = word_set("young older elderly disabled foster care experienced looked looked-after")
_CLASSES = frozenset(f"{stage}{year}" for stage in "PSps" for year in range(1, 8))
_PEOPLE = (
    _MAY_BE_FEW
    | _KINDS
    | _CLASSES
    | word_set(
        "service members teacher teachers employee employees prisoners patients toddlers teenagers "
        "mothers fathers couples"
    )
)
"""How the words for several people begin, which stand right behind their number."""
_BEFORE_ONE = (
    word_set("the only that this these those one The Only That This These Those One")
    | _KINDS
    | _CLASSES
)
"""What stands right before one of whom a few words tell more."""
_FEW_OR_ONE = FEW_TYPED | _MAY_BE_ONE
OF_A_FEW = FEW_TYPED | _ONE_OR_A_FEW | _HOLDERS | _ALONE
"""Words without any of which a text tells of no few people, and of nobody who is alone."""
_OF_AN_AGE = tuple(map(re.compile, (r"of \d", r"aged \d", "year[- ]old")))
"""Each begins with letters, by which it is found soonest."""
_OFF_ILL = late_pattern(
    r"\b(?:the |our )?(?:[A-Z][\w’'-]+ (?:of |for |and |& )?){0,5}(?:Officer|Manager|Director|"
    r"Co-?ordinator|Lead|Head(?: of [A-Z]\w+(?: [A-Z]\w+)?| ?[Tt]eacher)|Adviser|Worker|Planner|"
    r"Engineer|Solicitor|Analyst|Teacher)\b(?:,? who)? (?:(?:is|was|has been|had been|went|remains|"
    r"being) (?:\w+ )?(?:off (?:sick|ill|work)|signed off|"
    r"on (?:long[- ]term )?sick(?:ness)?\b(?! pay)|ill\b|suspended|diagnosed|"
    r"(?:being )?treated for(?! the purposes?)|unwell|recovering from|in hospital)|(?:has|had|"
    r"having) (?:\w+ )?(?:cancer|depression|a breakdown|a stroke(?! of)|surgery|"
    r"an operation))[^.;]{0,30}",
    signs=Signs(
        "sick ill. off. signed suspended diagnosed treated unwell recovering hospital cancer "
        "depression breakdown stroke surgery operation"
    ),
)
_WHO = word_set("who whose")
_SENTENCE_ENDS = re.compile(r"[.;](?=\s|$)")
NEAR = 20


def known_otherwise(text: str, words: list[str], told: frozenset[str]) -> str:
    """Return the few of a small place, somebody by age and place, or a post that is ill.

    `told` are those of its words that are in `OF_A_FEW`, and others.
    """
    is_placed = not _MAY_BE_FEW.isdisjoint(told) and _IN_A_PLACE.search(text) is not None
    may_be_few = is_placed and not _FEW_OR_ONE.isdisjoint(told) and _may_be_few(words)
    if may_be_few and _OF_WHAT_IS_TOLD.stand_in(text):
        for found in _FEW_IN_A_VILLAGE.finditer(text):
            if _is_told_of(text, found):
                return found[0].strip()
    is_placed = is_placed or "-year-old" in text
    if is_placed and any(one.search(text) for one in _OF_AN_AGE):
        aged = _AGED_IN_A_VILLAGE.search(text)
        if aged is not None and not _DOES_MORE.search(text):
            return aged[0].strip()
    if ill := _OFF_ILL.search(text):
        return ill[0].strip()
    if not _WHO.isdisjoint(words) and _IN_A_PLACE.search(text) and (known := _somebody_in(text)):
        return known
    return _alone_in(text, told)


def _alone_in(text: str, told: frozenset[str]) -> str:
    """Return somebody of whom there is one at a small place, and what is told of them is delicate.

    What is told stands in the same sentence, and so does the place.
    """
    is_alone = not _ALONE.isdisjoint(told) or (
        not FEW_TYPED.isdisjoint(told) and any(map(text.__contains__, _ONE_OF_FEW))
    )
    is_alone = is_alone and not _ONE_OR_A_FEW.isdisjoint(told)
    is_holder = not _HOLDERS.isdisjoint(told)
    if not (is_alone or is_holder) or _PLACED.search(text) is None:
        return ""
    for sentence in _SENTENCE_ENDS.split(text):
        found = _THE_ONLY_ONE.search(sentence) or _SO_MANY_OF_THEM.search(sentence)
        said = _OF_OTHER_PEOPLE.sub(" ", sentence) if found else ""
        if found is None or not (_TOLD_OF_THEM.search(said) or _TOLD_OF_ONE.search(said)):
            found = _HOLDER.search(sentence) if is_holder else None
        if found is not None and _PLACED.search(sentence) and not _DOES_MORE.search(sentence):
            return found[0].strip(" ’'").removeprefix("s ")
    return ""


_SOMEBODY = re.compile(
    r"\b[Aa]n? (?:(?:retired|former|elderly|young|local|single|widowed|disabled|blind|deaf|older|"
    rf"pregnant|lone) ){{0,2}}(?:{_ONE_OF_THEM}|teacher|nurse|farmer|minister|postman|shopkeeper|"
    r"doctor|fisherman|joiner|driver|pensioner|crofter|councillor|wheelchair user|carer)\b "
    rf"{_AT_A_VILLAGE}(?: of [A-Z][a-z]+)?,? (?:who|whose)\b[^.;:]{{3,60}}(?!\w)"
)
"""Somebody by the work or the age, in a village, with what befell: "a retired teacher in"."""


def _somebody_in(text: str) -> str:
    """Return somebody at a small place of whom what befell is told in the same sentence."""
    for sentence in _SENTENCE_ENDS.split(text):
        found = _SOMEBODY.search(sentence)
        if found is None or _DOES_MORE.search(sentence):
            continue
        if _TOLD_OF_THEM.search(found[0]) or _TOLD_OF_ONE.search(found[0]):
            return found[0].strip()
    return ""


def _may_be_few(words: list[str]) -> bool:
    """Return whether a number stands before people, or "the" before one, or "of" behind them."""
    for n, word in enumerate(words):
        if word not in _FEW_OR_ONE:
            continue
        if word in FEW_TYPED and not _PEOPLE.isdisjoint(words[n + 1 : n + 2]):
            return True
        if word in _MAY_BE_ONE:
            beside = words[max(0, n - 1) : n], words[n + 1 : n + 2]
            if beside[1] == ["of"] or not _BEFORE_ONE.isdisjoint(beside[0]):
                return True
            if n and beside[0][0].istitle():  # "the Kilbrae boy"
                return True
    return False


def _is_told_of(text: str, found: re.Match[str]) -> bool:
    """Return whether something is told of a few people that others should not know of them.

    It stands in their sentence, is no share of many, and is not of others whom they help.
    """
    if ALL_OF.search(text, max(0, found.start() - NEAR), found.start()) or IN_SO_MANY.search(
        text, max(0, found.start() - NEAR), found.start()
    ):
        return False
    end = _SENTENCE_ENDS.search(text, found.end())
    said = text[found.start() : end.start() if end else len(text)]
    return _DOES_MORE.search(said) is None and bool(
        _TOLD_OF_THEM.search(_OF_OTHER_PEOPLE.sub(" ", said))
    )
