"""People who can be known, criteria that come too late, and what stands twice: P18 to P20."""

import re
from collections.abc import Iterator
from datetime import date

from plan.checks.check import COUNCILS_PLAN, Check, Found, check
from plan.checks.copied_text import copy_of_two
from plan.checks.each_action import (
    Notes,
    Said,
    of_each_action,
    of_each_with_notes,
)
from plan.checks.form_facts import date_in
from plan.checks.paper import Paper
from plan.checks.report_text import report_words
from plan.council.framework import bare_words
from plan.model.rows import Action
from plan.papers.places import action_place, aim_place, passage_place
from plan.reading.atoms import word_set
from plan.reading.dates import span_in_words
from plan.text.remembered import remembered, remembered_by_row

_PRIVACY = "Data protection law: people who can be known are not published"
_FEW = r"(?:one|two|three|four|[1-4])"
_WHO = (
    r"(?:pupils?|child(?:ren)?|young (?:people|persons?)|boys?|girls?|residents?|tenants?|"
    r"families|family|service users?|patients?|parents?|carers?|teachers?|employees?|adults?|"
    r"(?:young |older |elderly )?(?:men|man|women|woman)|brothers?|sisters?|siblings?|prisoners?|"
    r"members? of staff|looked[- ]after (?:children|child|young people))"
)
_PLACE = (
    r"(?:one|a single|the same|this|that) (?:school|nursery|home|unit|ward|street|village|"
    r"centre|family|household)\b|(?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3} (?:School|"
    r"Primary|Academy|High|"
    r"Nursery|House|Home|Unit|Centre|Street|Road|Lodge|Court)\b"
)
_SMALL = re.compile(
    rf"(?<![\w.,/-])(?i:only |just )?(?P<few>(?i:{_FEW})) (?i:{_WHO})[^.;,]{{0,30}}? (?i:at|in|"
    rf"from|of) (?:{_PLACE})"
)
_ALL_OF = re.compile(
    r"\b(?:each|every|per|all|least|than|to|up to|between|or|and)\W*$", re.IGNORECASE
)
"""Words before a small number that make it a measure and not some people."""
_TRIBUNAL = re.compile(
    r"\b(?:one|a|an|the|1) (?:\w+ ){0,2}?(?:tribunal|complaint|grievance|adoption|exclusion|"
    r"significant case review|disciplinary(?: case| hearing)?) (?:case |hearing |claim )?(?:at|"
    r"in|from|involving|about|concerning) (?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*|(?:one|"
    r"a single) (?:school|home|unit|family|pupil|child))"
)
_INITIALS = re.compile(
    r"\b(?i:child|pupil|boy|girl|young person|student|baby|infant)\s+(?P<who>[A-Z]\.\s?[A-Z]\.?|"
    r"[A-Z]{2})(?=[\s,.;)])|\b(?P<other>[A-Z]\.?\s?[A-Z]\.?), aged \d{1,2}\b"
)
_PLACES = word_set(
    "School Primary Academy High Nursery House Home Unit Centre Street Road Lodge Court"
)
_CASES = word_set("tribunal complaint grievance adoption exclusion disciplinary")
_CHILDREN = word_set("child pupil boy girl person student baby infant aged")
_PHRASES = (
    *("one school", "one home", "one nursery", "a single ", "the same ", "one family"),
    *("one household", "one village", "one street"),
)
"""Words without which nobody can be known, so that most texts are not looked through."""
_HINTS = _PLACES | _CASES | _CHILDREN
_TITLES = word_set("Mr Mrs Ms Miss Dr Cllr Councillor Bailie")
_TITLED = re.compile(rf"\b(?:{'|'.join(sorted(_TITLES))})\.? [A-Z]")
_INITIAL_AND_NAME = re.compile(r"(?:[A-Z]\.\s?){1,2}[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?")
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
    r"['’]s? (?:\w+ )?(?:law|act|award|model|review|report|rule|theory|framework|principle\w*|"
    r"index|"
    r"scale|test|programme|approach|day|bequest|legacy|charter|book|work|poems?)\b|"
    r" (?:and |& )?(?:[A-Z][a-z]+|of the|Ltd|LLP|plc)\b|[-–][A-Z]",
)
_NO_PERSON_BEFORE = re.compile(
    r"(?:\b(?:st|saint|queen|king|prince|princess|lady|sir|lord|duke|the|by poet|poet|author|"
    r"artist|"
    r"by|royal)\.? |[“\"‘'])$",
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
_STYLED = word_set("Mr Mrs Ms Miss")
_STYLED_NAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss)\.? (?:[A-Z]\.? )?(?:Mac|Mc|O['’])?[A-Z][a-z]+(?:-[A-Z][a-z]+)?\b"
)
"""How people are named who hold no office: a doctor or a councillor may be."""
_FIRST_NAMES_TYPED = frozenset(name.title() for name in _FIRST_NAMES)
_LOOKED_FOR = _HINTS | _STYLED | _FIRST_NAMES_TYPED | word_set("one single same review")
"""Words without any of which nobody can be known, those of `_PHRASES` among them."""
_FIGURES = re.compile(r"\d\d")
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
_IN_BRACKETS = re.compile(r"[(\[]\s*(?P<said>[^)\]]+)")
_REACHED_AT = re.compile(r"@|\d{5}|\d{3} \d{3}")
_UNTIL = re.compile(
    r"\b(?:by|before|until|from|in|on)\s+(?:the )?(?:end of |early |late |"
    r"mid[- ])?(?P<when>(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|june?|july?|aug|"
    r"sept?|oct|nov|dec)[a-z]*\.?,? \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})",
    re.IGNORECASE,
)
_NO_ARTICLE = re.compile(r"\Athe ", re.IGNORECASE)
_NEAR = 20
_SHORTEST = 4
"""Words of an action's text that may well stand twice: "As in 1.1"."""
_SHORTEST_NOTE = 30
"""Letters of a note from which on it does not stand twice by chance."""
_LONG = 9
"""Letters of a word in which one that is missing is a slip: "Protecton"."""
_ENDING = re.compile(r"(\w{4,})al \1\b|(\w{4,}) \2al\b")
"""Two words of which one ends otherwise: "nation" and "national"."""


@check(
    "P18",
    "INFO",
    "What success is judged by comes no later than the action.",
    "Council practice: an action ends when its success can be seen",
    column="success_criteria",
)
def criteria_come_in_time(paper: Paper) -> Iterator[Found]:
    """P18: a criterion with a date of its own after the one by which the action is due."""
    for action in paper.plan.actions:
        named = _latest_named(action)
        if named is None:
            continue
        reading = paper.reading_of(action)
        last = reading.due
        if last is None or reading.rhythm or reading.is_ongoing or reading.is_either:
            continue
        when = date_in(named)
        if when is not None and when.first > last.last:
            place = action_place(paper.plan, action.id, "success_criteria")
            text = (
                f"Success is judged {span_in_words(when)}, and the action is due "
                f"{span_in_words(last)}: which is meant?"
            )
            yield Found(place, text, (named, action.timescale))


@remembered_by_row
def _latest_named(action: Action) -> str | None:
    """Return the latest date that the criteria name as theirs, as typed."""
    dated = [one for text in action.success_criteria for one in _named_in(text)]
    return max(dated)[1] if dated else None


@remembered
def _named_in(text: str) -> tuple[tuple[date, str], ...]:
    """Return the dates that a criterion names as its own, each with how it is typed."""
    if not _FIGURES.search(text):
        return ()
    named = (found["when"] for found in _UNTIL.finditer(text))
    return tuple((when.first, one) for one in named if (when := date_in(one)) is not None)


@check("P19", "ASK", "Nobody can be known from the plan or the report.", _PRIVACY)
def nobody_can_be_known(paper: Paper) -> Iterator[Found]:
    """P19: a few people at a named place, a single case, a child's initials, a name as lead."""
    yield from of_each_action(paper, _known_in_action)
    yield from of_each_with_notes(paper, _known_in_notes)
    for words in report_words(paper):
        if said := _known_in(words.text) or _client_named_in(words.text):
            place = passage_place(paper.plan, words.passage)
            yield Found(place, f"“{said}”: could the people be known from it?", (said,))


@remembered_by_row
def _known_in_action(action: Action) -> tuple[Said, ...]:
    found = []
    for field, texts in (
        ("text", (action.text,)),
        ("success_criteria", action.success_criteria),
    ):
        for text in texts:
            if said := _known_in(text, with_names=True):
                asked = f"“{said}”: could the people be known from it?"
                found.append(Said(field, asked, (said,)))
    if names := [one for one in map(_name_of_lead, action.leads) if one]:
        asked = f"“{names[0]}” reads as a person's name: a post or a group stays when people move."
        found.append(Said("leads", asked, tuple(names)))
    return tuple(found)


@remembered_by_row
def _known_in_notes(_: Action, notes: Notes) -> tuple[Said, ...]:
    known = (_known_in(note.text, with_names=True) for note in notes)
    said = next(filter(None, known), "")
    asked = f"“{said}”: could the people be known from it?"
    return (Said("progress", asked, (said,)),) if said else ()


@remembered
def _known_in(text: str, *, with_names: bool = False) -> str:
    """Return the words by which somebody could be known, empty if there are none.

    A report names its authors: there a name tells nothing.
    """
    words = text.replace(",", " ").replace(".", " ").replace("(", " ").split()
    if _LOOKED_FOR.isdisjoint(words):
        return ""
    if with_names and not _FIRST_NAMES_TYPED.isdisjoint(words) and (name := person_named_in(text)):
        return name
    if with_names and not _STYLED.isdisjoint(words) and (styled := _STYLED_NAME.search(text)):
        return styled[0]
    if _HINTS.isdisjoint(words) and not any(one in text for one in (*_PHRASES, "case review")):
        return ""
    if not _PLACES.isdisjoint(words) or any(one in text for one in _PHRASES):
        for found in _SMALL.finditer(text):
            if not _ALL_OF.search(text, max(0, found.start() - _NEAR), found.start()):
                return found[0].strip()
    is_case = not _CASES.isdisjoint(words) or "case review" in text
    other = _TRIBUNAL.search(text) if is_case else None
    if other is None and not _CHILDREN.isdisjoint(words):
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
        before = text[max(0, found.start() - _NEAR) : found.start()]
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
def _client_named_in(text: str) -> str:
    """Return the name of a pupil, a tenant, a patient; a report may speak of its officers."""
    for found in _OF_A_CLIENT.finditer(text):
        name = found["beside"] or found["aged"] or found["said"]
        first, last = name.lower().split()
        if first in _FIRST_NAMES and last not in _OF_NO_PERSON:
            return name
    return ""


@remembered
def _name_of_lead(lead: str) -> str:
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
    if len(first) > 1 and first.lower() not in _FIRST_NAMES and first not in _TITLES:
        return False
    said = _BESIDE_A_POST.split(lead.strip())[0].strip()
    if _TITLED.match(said) or _INITIAL_AND_NAME.fullmatch(said):
        return True
    whole = _FULL_NAME.fullmatch(said)
    if whole is None or said.split()[-1].lower() in _OF_NO_PERSON:
        return False
    return whole["first"].lower() in _FIRST_NAMES


@check("P20", "ASK", "Nothing stands twice, and a lead has one spelling.", COUNCILS_PLAN)
def nothing_stands_twice(paper: Paper) -> Iterator[Found]:
    """P20: an action or an aim word for word again, a lead that is spelt in two ways."""
    plan = paper.plan
    first: dict[tuple[str, ...], str] = {}
    for aim in plan.aims:
        words = bare_words(aim.text)
        number = first.setdefault(words, str(plan.number_of(aim.id)))
        if words and number != str(plan.number_of(aim.id)):
            text = f"The aim is word for word aim {number}: is one of them meant otherwise?"
            yield Found(aim_place(plan, aim.id), text, (aim.text,))
    yield from _copied_notes(paper)
    yield from _misspelt_leads(paper)
    spelt: dict[str, str] = {}
    said: dict[tuple[str, ...], str] = {}
    for action in plan.actions:
        words, leads = _words_and_leads(action)
        ref = plan.ref_of(action.id)
        if len(words) >= _SHORTEST and (one := said.setdefault(words, ref)) != ref:
            text = f"The action is word for word action {one}: is one of them meant otherwise?"
            yield Found(action_place(plan, action.id, "text"), text, (action.text,))
        for bare, typed in leads:
            other = spelt.setdefault(bare, typed)
            if other != typed and _NO_ARTICLE.sub("", other) != _NO_ARTICLE.sub("", typed):
                spelt[bare] = typed
                text = f"“{typed}” is spelt “{other}” elsewhere: is it the same lead?"
                place = action_place(plan, action.id, "leads")
                yield Found(place, text, (typed, other), about=bare)


def _copied_notes(paper: Paper) -> Iterator[Found]:
    """Yield each note that is word for word that of an action which alone it speaks of."""
    plan = paper.plan
    first: dict[str, Action] = {}
    for action in plan.actions:
        notes = plan.notes_of(action.id)
        text = _last_said(action, notes) if notes else ""
        if len(text) < _SHORTEST_NOTE:
            continue
        other = first.setdefault(text, action)
        copy = copy_of_two(action, other, text) if other is not action else None
        if copy is not None:
            origin = action if copy is other else other
            said = f"The note is word for word that of {plan.ref_of(origin.id)}, and speaks of it"
            place = action_place(plan, copy.id, "progress")
            yield Found(place, f"{said} alone: is it copied?", (text,), about="note")


@remembered_by_row
def _last_said(_: Action, notes: Notes) -> str:
    return notes[-1].text.casefold().strip()


def _misspelt_leads(paper: Paper) -> Iterator[Found]:
    """Yield each lead that differs from an earlier one by a letter of a long word."""
    leads: dict[str, str] = {}
    for action in paper.plan.actions:
        for bare, typed in _words_and_leads(action)[1]:
            leads.setdefault(bare, typed)
    wrong = dict(_near_to_another(tuple(leads)))
    for action in paper.plan.actions if wrong else ():
        for bare, typed in _words_and_leads(action)[1]:
            if bare in wrong:
                text = f"“{typed}” is nearly “{leads[wrong.pop(bare)]}”: is it the same lead?"
                place = action_place(paper.plan, action.id, "leads")
                yield Found(place, text, (typed,), about=f"near {bare}")


@remembered
def _near_to_another(leads: tuple[str, ...]) -> dict[str, str]:
    """Return the leads that are an earlier one but for a letter, with that one."""
    near: dict[str, str] = {}
    without: dict[str, str] = {}
    for lead in leads:
        shorter = _without_a_letter(lead)
        other = next((without[one] for one in (lead, *shorter) if one in without), "")
        if other and _is_slip(lead, other):
            near[lead] = other
        for one in (lead, *shorter):
            without.setdefault(one, lead)
    return near


@remembered
def _without_a_letter(lead: str) -> tuple[str, ...]:
    """Return a lead with each letter of its long words left out in turn."""
    found = []
    for word in re.finditer(r"[^\W\d_]+", lead):
        if len(word[0]) >= _LONG:
            found += [f"{lead[:at]}{lead[at + 1 :]}" for at in range(word.start(), word.end())]
    return tuple(found)


def _is_slip(one: str, other: str) -> bool:
    """Return whether two leads differ in one word, by a letter too few or two that changed places.

    Another letter instead is a slip only in a very long word: police is no policy.
    """
    ours, theirs = one.split(), other.split()
    pairs = [pair for pair in zip(ours, theirs, strict=False) if pair[0] != pair[1]]
    if len(ours) != len(theirs) or len(pairs) != 1:
        return False
    (mine, yours), longest = pairs[0], max(map(len, pairs[0]))
    if sorted(mine) == sorted(yours) or len(mine) != len(yours):
        return longest >= _LONG and not _ENDING.search(mine + " " + yours)
    return longest > _LONG


@remembered_by_row
def _words_and_leads(action: Action) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    words = tuple(action.text.casefold().rstrip(" .").split())
    return words, tuple(map(_spelling, action.leads))


@remembered
def _spelling(lead: str) -> tuple[str, str]:
    """Return a lead without what two spellings of it differ in, and as it is typed.

    Those are signs, "and", plurals and capitals.
    """
    words = re.findall(r"[^\W_]+", lead.casefold().replace("’", "").replace("'", ""))
    bare = " ".join(word.rstrip("s") for word in words if word not in ("the", "and"))
    return bare, " ".join(lead.split())


PEOPLE_CHECKS: tuple[Check, ...] = (
    criteria_come_in_time,
    nobody_can_be_known,
    nothing_stands_twice,
)
