"""A person's name as a form gives it, and every way in which a text may say it.

"Jane Smith" is also "J Smith", "J. M. Smith", "Ms Smith", "Smith, Jane", "SMITH" and "Smith's". A
surname that is an ordinary word, or a place, is a name only beside a first name, an initial or a
title: "Brown bins" and "A Long Term Plan" name nobody.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from plan.reading.atoms import word_set
from plan.reading.contact_details import contact_details
from plan.text.plain_letters import PlainLetters, plain_letters
from plan.text.word_search import Span

_TITLE_WORDS = word_set(
    "Mr Mrs Ms Miss Mx Dr Prof Professor Cllr Councillor Sir Dame Lord Lady Rev Revd Bailie "
    "Provost Sister Brother Father Sgt Insp Supt"
)
_TITLES = "|".join(sorted(_TITLE_WORDS, key=len, reverse=True))
_TITLED = rf"\b(?:{_TITLES}|{_TITLES.upper()}|PC|DC|DI|DCI|DS)"
_SMALL_TITLE = rf"\b(?i:{_TITLES})"
_TITLE = re.compile(rf"(?:{_TITLES})\.?$", re.IGNORECASE)
_PARTICLES = word_set(
    "de da di du del della van von der den ter le la al el bin ibn ben mac mc o ni nic st dos das"
)
_NO_PERSON = word_set(
    # posts
    "officer officers manager managers lead leads leader leaders director directors head "
    "heads depute deputy coordinator co-ordinator adviser advisor worker workers teacher "
    "teachers headteacher nurse nurses chief executive senior principal convener convenor "
    "chair chairperson vice consultant lecturer analyst assistant administrator planner "
    "inspector constable superintendent sergeant secretary treasurer solicitor accountant "
    "auditor surveyor engineer architect librarian psychologist therapist practitioner "
    "practitioners supervisor commissioner registrar clerk dean specialist champion president "
    "member members staff owner owners post posts author designation "
    # groups and bodies
    "service services team teams group groups board boards committee committees council "
    "councils partnership partnerships department directorate division unit forum network "
    "panel office offices authority trust association federation inspectorate police fire nhs "
    "health education school schools college university nursery academy centre hub agency "
    "agencies company ltd limited organisation society club union government scotland all "
    "partners partner providers hscp cjs "
    # what they are about
    "children child families family people social work care housing community communities "
    "policy strategy strategic performance quality improvement finance legal learning "
    "protection planning development communications information corporate resources human "
    "support integrated operations operational business public youth justice adult adults "
    "equality equalities environment roads transport culture leisure procurement data digital "
    "engagement inclusion "
    # places
    "house street road avenue lane court building buildings floor square place hall tower "
    "campus hospital clinic library town city county"
)
"""Words of a post, a group or a place: what has one of them is no person."""
_NAMES_TOO = word_set("dean hall lane street court place constable")
"""Words of a post or a place that are names as well: beside another word they may be one."""
_NOTHING = word_set(
    "tbc tba n/a na nil none vacant various unknown pending as above below see same the to be "
    "confirmed not applicable and or of for with in on at by signed per pro yes no any other "
    "contact name names email telephone phone mobile ext"
)
ORDINARY = word_set(
    "abbey abbot archer ash ball banks barber barker barn baron bass bates beach bean bear "
    "beard bell bench berry best bird bishop black blessing blood bloom blue boil bold bond "
    "bone book booth bowl box boyle brand bridge bridges bright brook brooks broom brown buck "
    "bull bunch burns bush butler cannon carpenter carr carter cartwright case cave chain "
    "chamber chambers chance chapel charity chase child church clark clay cliff close coach "
    "cole constable cook cooper corner cotton court cow craft crane cross crown curry dale "
    "dance day deal dean dear divine doctor drake draper drew drum duke dunbar dunn early "
    "earl east england ever fair faith fall farmer farrow fennel field fields finch fish "
    "fisher fleet flint flood flowers ford forest forrest forth foster fountain fowler fox "
    "frank freed free freeman french friend frost fuller gage gale garden gardener gardner "
    "garland gates gay gentle gift glass glen glover gold golden good goodness gore grace "
    "grant grave graves gray green greenwood grey grove guest guide gunn hail hall hand hands "
    "hardy harper hart harvest hatch hay head heath held herd hill hills hoare hobbs holder "
    "holiday holland hollow holly holmes home honey hood hook hope hopper horn house howe "
    "hunt hunter hurt inch ireland iron irons ivory jack joiner joy judge justice kay keen "
    "key keys kid kidd kind king knight lake lamb lambert lane large law lawless lawn lead "
    "leader leaf lee lent light little lock london long longer lord love low lowe lucky lynch "
    "major makepeace manner manners march marine mark market marks marsh mason massey master "
    "masters may mayor mead means mercy merry mill miller mills minor mole money monk moody "
    "moon moor moore moss mould mount mountain nail new newman noble north nurse oak oakes "
    "page pain palmer park parker parks parson parsons patience peace peach peacock pearl "
    "penny pepper perry person pike pilgrim pine piper pitt plant pole pool poole poor pope "
    "porter post pot potter potts pound powder power powers pratt price pride priest prince "
    "prior prudence purse quick raine ranger read reader ready reed reeve reeves rice rich "
    "riddle ring rivers roach road robin rock rocks rose row rowe rule rush sadler sage saint "
    "sales salmon salt sands sargent savage saylor school scott self sellers senior service "
    "sexton sharp shaw sheep sheldon shepherd shields ship shore short shorter shows silver "
    "singer single skill skinner sky slater small smart snell snow soul south spark sparks "
    "spear speed spence spencer spicer spring stamp steel steele stern stock stone stones "
    "storey storm straw street strong style sugar summer summers sumner swan sweet swift "
    "sword tailor tanner tate taylor teller temple thatcher thorn thread tiller todd tower "
    "towers townsend trainer travis tree trip true trust tucker turner twine tyler tyne "
    "underwood vale vicar virtue wade wait walker wall waller walls ward wards warden ware "
    "warner wash water waters watt way weaver webb webster weeks weir well wells west wheat "
    "wheeler whistler white whites wild wilder will wills win winter winters wise wolf wood "
    "wooden woods woodward word words worth wright yard yards young younger youth april june "
    "july august hamilton stirling livingston livingstone sutherland moray murray ross gordon "
    "douglas lewis harris paisley ayr perth fife angus argyll bute arran skye cumming "
    "cummings dundas dunlop irvine kilmarnock johnstone houston barrie lothian melrose kelso "
    "selkirk crawford motherwell blair buchanan cunningham drummond elgin forsyth forfar "
    "galloway glasgow inverness kirkcaldy kinross montrose nairn oban peebles renfrew "
    "rothesay stewarton wallace wick york lincoln bradford burton craig campbell christie "
    "cameron"
)
"""Surnames that are words, months or places as well: alone they name nobody."""
_PLACES_AFTER = (
    r"(?:Street|St|Road|Rd|Row|Avenue|Drive|Crescent|Terrace|Place|Lane|Gardens|Court|Wynd|House|Hall|School|"
    r"Primary|Academy|High|Nursery|Lodge|Centre|Park|Unit|Ward|Hospital|Library|Ltd|Limited|LLP|plc|"
    r"Bank|Trust|Foundation|Award|Review|Report|Act|Inquiry|Model|Commission|Scale|University|College)"
)
_GAP = r"(?:\.?[\s_]{1,3}|\.)"
_BEFORE, _AFTER = r"(?<![^\W_])", r"(?![^\W_])(?!-[A-Z])"
_OWN = r"(?:'s(?![^\W_])|'(?!\w))?"
_NO_NAME_BEFORE = {
    "young": r"(?!\s(?i:people|persons?|adults?|carers?|children|m[ae]n|wom[ae]n|parents?))",
    "may": r"(?!\s\d)",
    "long": r"(?![\s-](?i:term))",
}
"""What follows a word that is then no surname: "Will Young people …"."""
_SIGNS = {"-": r"(?:[\s_]?-[\s_]?|[\s_])", "'": r"[\s_]?'?[\s_]?"}
_MAC = re.compile(r"^Mc(?=[A-Z])|^Mac(?=[A-Z])")
_APART = re.compile(r"\b(Ma?c) (?=[A-Z])")
_OF_BRIEN = re.compile(r"\bO (?=[A-Z])")
_LETTERS = re.compile(r"[^\W\d_]+")
_SPLIT = re.compile(r"\n|;|/|\||\+| and | & |\s[–—-]\s|\t| or ", re.IGNORECASE)
_PIECES = re.compile(r"[;,()\[\]|]|\s[–—-]\s")
_BRACKETS = re.compile(r"[()\[\]]")
_LONGEST = 5
"""Words of a name; what has more is a sentence."""
_TWO = 2
_WORD_BEFORE = re.compile(r"(?P<word>[\w'-]+)\.?[ ]$")
_NOTHING_AFTER = re.compile(
    r"\s*(?:[.,;:!?)\]/\n(|*–-]|$)|\s(?:will|to|is|has|shall|who|reports?|leads?|said|agreed)\b"
)
_LETTERED = word_set(
    "group team section area phase block appendix part zone unit option grade level class band "
    "type tier priority stage annex schedule plan category cohort list site room vitamin"
)
"""Words before a letter that make it one of several."""
_OF_PLACES = word_set("st saint mount port fort glen loch ben")
_NO_FIRST_NAME = word_set(
    "the a an and with by to for from of in at on as but or if so please contact ask see via "
    "per cc when then that this"
)


class PersonName(NamedTuple):
    """A person's name in plain letters: first names or initials, in order, and the surname."""

    firsts: tuple[str, ...]
    surname: str

    @property
    def in_words(self) -> str:
        """The name as it is usually said."""
        return " ".join((*self.firsts, self.surname))

    @property
    def initials(self) -> str:
        """The initials, which may point to the person: "JS"."""
        return "".join(one[0] for one in (*self.firsts, self.surname)).upper()

    @property
    def pieces(self) -> Iterator[str]:
        """The pieces of the name, one of which stands in each way of saying it."""
        for word in (self.surname, *self.firsts):
            found = [one for one in _LETTERS.findall(_MAC.sub("", word)) if len(one) > 1]
            yield from found or (() if word in self.firsts else (word,))

    @property
    def is_ordinary(self) -> bool:
        """Whether the surname alone is a word that may mean something else."""
        return self.surname.casefold() in ORDINARY


def people_in(text: str) -> tuple[PersonName, ...]:
    """Return the people that a cell for a name gives; posts, groups and places are none.

    Several may stand in it, each with a post and a number: "Jane Smith (Manager), 01632 960001".
    """
    for start, end, _ in reversed(contact_details(text)):
        text = f"{text[:start]};{text[end:]}"
    found: list[PersonName] = []
    for line in _SPLIT.split(_BRACKETS.sub(";", plain_letters(text).text)):
        for piece in line.split(";"):
            found += _people_in_piece(piece)
    return tuple(dict.fromkeys(found))


def post_in(text: str) -> str:
    """Return what a cell for a name says that is no person: a post, a group; empty for nothing.

    A telephone, an e-mail and the name of a place go as well.
    """
    if not people_in(text) and not contact_details(text):
        return text if _says_post(text) else ""
    lines: list[str] = []
    for start, end, _ in reversed(contact_details(text)):
        text = f"{text[:start]};{text[end:]}"
    for line in text.split("\n"):
        pieces = (piece.strip(" .:") for piece in _PIECES.split(line))
        lines.append(", ".join(one for one in pieces if _says_post(one) and not people_in(one)))
    return "\n".join(filter(None, lines))


def _says_post(text: str) -> bool:
    words = re.findall(r"[\w'-]+", plain_letters(text).text.casefold())
    return any(word in _NO_PERSON for word in words)


def _people_in_piece(piece: str) -> Iterator[PersonName]:
    parts = [part.strip(" .:*_") for part in piece.split(",")]
    parts = [part for part in parts if part]
    if len(parts) == _TWO and _is_surname_first(parts):
        yield from _named(f"{parts[1]} {parts[0]}")
        return
    for part in parts:
        if len(part.split()) > 1 or len(parts) == 1:
            yield from _named(part)


def _is_surname_first(parts: list[str]) -> bool:
    surname, first = (part.split() for part in parts)
    names = [one for one in first if not _TITLE.match(one)]
    is_short = len(surname) <= _TWO and len(names) <= _TWO and bool(first)
    is_one = len(surname) == 1 or surname[0].casefold() in _PARTICLES
    return is_short and is_one and all(map(_may_be_name, (*surname, *names)))


def _may_be_name(word: str) -> bool:
    bare = word.strip(".'").casefold()
    return (
        bool(bare)
        and word[0].isalpha()
        and not any(map(str.isdigit, word))
        and (bare not in _NO_PERSON and bare not in _NOTHING)
    )


def _named(part: str) -> Iterator[PersonName]:
    words = part.split()
    titles = 0
    while titles < len(words) - 1 and _TITLE.match(words[titles]):
        titles += 1
    words = words[titles:]
    if len(words) > 1 and not all(one.casefold() in _NAMES_TOO for one in words):
        others = [one for one in words if one.casefold() not in _NAMES_TOO]
        is_name = all(map(_may_be_name, others))
    else:
        is_name = all(map(_may_be_name, words))
    if not is_name or not 1 <= len(words) <= _LONGEST:
        return
    if sum(map(str.isalpha, words[-1])) < _TWO:
        if len(words) == _TWO and len(words[0]) > _TWO:  # "Smith J"
            words.reverse()
        else:
            return
    place = len(words) - 1
    while place > (0 if titles else 1) and words[place - 1].casefold().strip("'") in _PARTICLES:
        place -= 1
    yield PersonName(tuple(words[:place]), " ".join(words[place:]))


class NamePattern:
    """Finds a person in texts, in whichever way they say the name."""

    def __init__(self, name: PersonName) -> None:
        self.name = name

    @cached_property
    def _forms(self) -> re.Pattern[str]:
        surname = _word(self.name.surname)
        halves = [one for one in self.name.surname.split("-") if len(one) > _TWO]
        any_part = f"(?:{'|'.join((surname, *map(_word, halves if len(halves) > 1 else ())))})"
        titled = _SMALL_TITLE if not self.name.is_ordinary else _TITLED
        forms = [rf"{titled}\.?{_GAP}(?:[A-Z]\.?{_GAP}?){{0,3}}{any_part}{_OWN}"]
        if self.name.firsts:
            forms[:0] = self._with_first(surname, any_part)
        if not (self.name.firsts and self.name.is_ordinary):
            alone = rf"(?P<alone>{surname}){_OWN}(?!{_GAP}{_PLACES_AFTER}\b)"
            forms.append(alone)
        return re.compile("|".join(f"{_BEFORE}(?:{form}){_AFTER}" for form in forms))

    def _with_first(self, surname: str, any_part: str) -> Iterator[str]:
        """Yield the name with its first name or its initial, before and behind the surname."""
        firsts, initial = self.name.firsts, self.name.firsts[0][0].upper()
        first, is_initial = _first(firsts[0]), len(firsts[0].strip(".")) == 1
        more = rf"(?:(?:{_GAP}|-)(?:[A-Z]\.?|[A-Z][\w'-]*)){{0,2}}?"
        given = [f"{first}{more}", *(_first(one) for one in firsts[1:] if len(one) > _TWO)]
        titled = rf"(?:{_TITLED}\.?{_GAP})?"
        initials = rf"{initial}\.?(?:[\s_-]?[A-Z]\.?){{0,2}}"
        yield rf"{titled}(?:{'|'.join(given)})(?:{_GAP}|(?=[A-Z])){any_part}{_OWN}"
        yield rf"(?P<begun>{initials}(?:{_GAP}|(?=[A-Z])){any_part}){_OWN}"
        yield rf"{surname}\s?,[\s_]?{titled}(?:{first}|{initials}(?![a-z]))"
        if is_initial:
            return
        yield rf"{surname}{_GAP}{first}"
        if firsts[0].casefold() not in ORDINARY:
            yield rf"{first}{_GAP}{re.escape(self.name.surname[0].upper())}\.?(?!\w)"
        if not self.name.is_ordinary:
            yield rf"{surname}{_GAP}{initials}(?!\w)"
            yield rf"(?i:{re.escape(firsts[0] + self.name.surname)})"

    def spans(self, letters: PlainLetters) -> Iterator[Span]:
        """Yield where a text names the person, from left to right."""
        for match in self._forms.finditer(letters.text):
            if self._is_meant(letters.text, match):
                yield letters.typed_span(*match.span())

    def _is_meant(self, text: str, match: re.Match[str]) -> bool:
        said = match.groupdict()
        if said["alone" if "alone" in said else "begun"] is None and said.get("begun") is None:
            return True
        if said.get("begun") is not None:
            return not self.name.is_ordinary or self._is_initial(text, match)
        return self._is_the_person(text, match)

    @staticmethod
    def _is_initial(text: str, match: re.Match[str]) -> bool:
        """Return whether a letter before an ordinary word is an initial.

        It is not in "A Long Term Plan" and "Group B Young Carers".
        """
        if match[0][1:2] == ".":
            return True
        before = _WORD_BEFORE.search(text, 0, match.start())
        if before is not None and before["word"].casefold() in _LETTERED:
            return False
        return match[0][0] not in "AI" or _NOTHING_AFTER.match(text, match.end()) is not None

    def _is_the_person(self, text: str, match: re.Match[str]) -> bool:
        """Return whether a surname alone is the person's: not part of another name."""
        if match["alone"][0].islower() and " " not in self.name.surname:
            return False
        before = _WORD_BEFORE.search(text, 0, match.start())
        if before is None or not before["word"][0].isupper():
            return True
        word = before["word"].casefold()
        if word in _NO_FIRST_NAME or word in _NO_PERSON:
            return True
        start = text[: before.start()].rstrip(" *")
        return word not in _OF_PLACES and (not start or start[-1] in ".!?:\n•")

    def is_all_of(self, text: str) -> bool:
        """Return whether a text is the name of the person and nothing else."""
        return self._forms.fullmatch(plain_letters(text.strip()).text) is not None


def _word(name: str) -> str:
    """Return the pattern of a surname: an ordinary word only where it has a capital."""
    if name.casefold() in ORDINARY:
        spelt = f"(?:{re.escape(name.capitalize())}|{re.escape(name.upper())})"
        return f"{spelt}{_NO_NAME_BEFORE.get(name.casefold(), '')}"
    whole = _APART.sub(r"\1", _OF_BRIEN.sub("O'", name))
    words = (_MAC.sub(r"Ma?c[\\s']?", _spelt(word)) for word in whole.split())
    return f"(?i:{_GAP.join(words)})"


def _spelt(word: str) -> str:
    spelt = (_SIGNS.get(sign, re.escape(sign)) for sign in word)
    return "".join(spelt)


def _first(name: str) -> str:
    """Return the pattern of a first name; what is only an initial fits each that begins so."""
    bare = name.replace(".", "")
    if len(bare) == 1 or (len(bare) == _TWO and bare.isupper()):
        return rf"{re.escape(bare[0].upper())}[\w'.-]*"
    return _word(bare)
