"""A timescale in tokens: its dates, rhythms and spells, and the words that say what they are."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from plan.reading.atoms import Words, word_set
from plan.reading.moved_spans import BESIDE, moved
from plan.reading.named_spans import BREAKS
from plan.reading.periods import PERIOD_WORDS, period_at
from plan.reading.rhythms import (
    RHYTHM_WORDS,
    Biannually,
    Rhythm,
    SoLong,
    rhythm_at,
    so_long_at,
)
from plan.reading.spans import COUNTS, SHORT, YEAR_DIGITS, Period, month_meant

Kind: TypeAlias = Literal[
    "period", "rhythm", "spell", "role", "done", "ongoing", "started", "status", "not", "if",
    "vague", "see", "before", "sign", "word",
]  # fmt: skip
"""What a token is. `spell`: so long from a day. `role`: what the next date is. `before`: a word
before a date that leaves it due. `if`: what makes a date depend on something. `word`: any other."""

_ROLES = {
    **dict.fromkeys(("review", "reviews", "reviewed", "reviewing"), "review"),
    **dict.fromkeys(
        word_set(
            "due deadline target completion finish finishes ends ending timescale timeframe "
            "delivery"
        ),
        "due",
    ),
    **dict.fromkeys(
        word_set(
            "from start starts starting begin begins beginning commence commences commencing "
            "commencement effective wef since earliest restart restarts resume resumes resuming"
        ),
        "begins",
    ),
    **dict.fromkeys(("onwards", "onward"), "onwards"),
    **dict.fromkeys(
        ("original", "originally", "was", "previously", "formerly", "initially"), "was"
    ),
    **dict.fromkeys(
        ("previous", "missed", "replaces", "replacing", "supersedes", "superseding"), "was"
    ),
    **dict.fromkeys(
        word_set(
            "revised new now extended slipped moved rescheduled postponed deferred changed "
            "amended brought rolled carried pushed extension slippage slipping slip delay "
            "reprofiled rephased rebaselined delayed updated reset → >"
        ),
        "now",
    ),
}
_DONE = word_set(
    "completed done achieved delivered closed implemented finished actioned "
    "concluded fulfilled discharged met complete"
)
_ONGOING = word_set(
    "ongoing continuous continuously continuing continual continually continues "
    "throughout bau rolling lifetime immediate immediately forthwith"
)
_STARTED = frozenset(("started", "begun", "underway", "commenced"))
_STATUS = word_set(
    "green amber red blue black grey overdue delayed outstanding open active rag brag"
)
_NOT = word_set("not no never neither without isn't hasn't")
_IF = word_set(
    "subject if unless once when depending dependent pending tbc tba awaiting "
    "contingent provided providing unknown"
)
_VAGUE = word_set(
    "soon asap around about approximately approx circa roughly near shortly "
    "possibly possible probably tentative tentatively provisional provisionally so"
)
_BEFORE = word_set(
    "by before in on at for during within over until till to through up the a of "
    "and next first be is are an with date dates no than later thereafter then"
)
_SIGNS = frozenset(".;,()-:/&+[]|•*!?\"'“”")
_KNOWN: dict[str, Kind] = {
    **dict.fromkeys(_ROLES, "role"),
    **dict.fromkeys(_BEFORE, "before"),
    **dict.fromkeys(_DONE, "done"),
    **dict.fromkeys(_ONGOING, "ongoing"),
    **dict.fromkeys(_STARTED, "started"),
    **dict.fromkeys(_STATUS, "status"),
    **dict.fromkeys(_IF, "if"),
    **dict.fromkeys(_VAGUE, "vague"),
    **dict.fromkeys(_NOT, "not"),
    **dict.fromkeys(_SIGNS, "sign"),
    "see": "see",
}
_DATED = ("date", "dates", "timescale", "deadline")
_OF_NOW = ("date", "forecast date", "forecast", "target date", "due date", "completion date")
_SAID_TOGETHER: dict[tuple[Kind, str], tuple[str, ...]] = {
    ("ongoing", ""): (
        *("on - going", "on going", "straight away", "at once", "business as usual"),
        *("with immediate effect", "until further notice"),
    ),
    ("status", ""): (
        *("on target", "on track", "on schedule", "on hold", "at risk", "off track", "off target"),
        "behind schedule",
    ),
    ("started", ""): ("under way", "in progress", "in hand"),
    ("done", ""): ("in place", "signed off", "signed - off"),
    ("if", ""): (
        *("not started", "not yet started", "to be confirmed", "to be agreed", "to be advised"),
        *(f"{one} to be {is_so}" for one in _DATED for is_so in ("set", "determined")),
        *(f"{one} to be {is_so}" for one in _DATED for is_so in ("decided", "fixed")),
    ),
    ("vague", ""): ("or so",),
    ("before", ""): ("no later than", "not later than"),
    ("role", "due"): (
        *("overdue since", "end :", "end date", "finish date", "to be completed"),
        *("to be delivered", "to be done", "to be achieved", "to be implemented"),
        *("to be in place", "to be finished"),
    ),
    ("role", "begins"): (
        *("w . e . f .", "w . e . f", "with effect from", "no sooner than", "no earlier than"),
        *("not before", "not sooner than", "not earlier than", "not until"),
    ),
    ("role", "onwards"): ("and beyond",),
    ("role", "told"): ("as at", "as of"),
    ("role", "was"): (
        *("delayed from", "set back from", "instead of", "rather than", "in place of"),
        *("in lieu of", "orig .", "orig", "prev .", "prev"),
    ),
    ("role", "now"): (
        *("delayed to", "delayed until", "delayed till", "delayed by", "put back", "put off to"),
        *("set back to", "replaced by", "replaced with", "superseded by"),
        *("re - profiled", "re - phased", "re - scheduled", "re - baselined", "re - planned"),
        "re - programmed",
        *(f"{one} {said}" for one in ("current", "latest", "forecast") for said in _OF_NOW),
    ),
}
"""What words say together, atom by atom, by their kind and their role."""
_Phrase: TypeAlias = tuple[tuple[str, ...], Kind, str]


def _by_first_word() -> dict[str, tuple[_Phrase, ...]]:
    """Return what words say together by the first of them: the rest, the longest first."""
    found: dict[str, list[_Phrase]] = {}
    for (kind, role), phrases in _SAID_TOGETHER.items():
        for first, *rest in map(str.split, phrases):
            found.setdefault(first, []).append((tuple(rest), kind, role))
    return {
        first: tuple(sorted(said, key=lambda one: -len(one[0]))) for first, said in found.items()
    }


_PHRASES = _by_first_word()
_LASTING = frozenset(("life", "lifetime", "duration", "course", "term"))
_LASTS = frozenset(("plan", "strategy", "programme", "project", "framework"))
_RANGE = frozenset(("-", "to", "/", "until", "till", "or", "through"))
NUMBERED = word_set(
    "phase stage part step tranche cohort batch round block lot band module unit item version wave "
    "milestone priority action appendix group level objective no ward area site zone locality"
)
"""After these a number is no day: "Phase 1 June 2027"."""
_NEW_FOLLOWS = word_set(
    "date target deadline timescale to until till from by : ) - due end completion "
    "expected planned anticipated likely back forward over"
)
"""What must follow "new" or "revised" if it speaks of a date and not of a new policy."""
_STARTERS = PERIOD_WORDS | RHYTHM_WORDS
ARROWS = frozenset(("→", ">"))
_MOVES = frozenset(("extension", "slippage", "slipping", "slip", "delay"))
"""Nouns that speak of a date that has moved, where it is said from when or to when."""
_MOVED_TO = frozenset(("to", "until", "till", "from", "of"))
_MOVE_LENGTH, _LONGEST_DATE = 10, 6
_NAMED_DAYS = frozenset(("day", "week", "weekend", "fortnight", "month", "festival", "games"))
_MOST_IN_NAME = 6


@dataclass(slots=True)
class Token:
    """Some atoms of a timescale, from `start` up to but without `end`.

    `role` is what a date that follows is; the others are what was read, `until` up to when.
    """

    kind: Kind
    start: int
    end: int
    role: str = ""
    period: Period | None = None
    until: Period | None = None
    rhythm: Rhythm | None = None
    spell: SoLong | None = None


def tokens_of(
    text: str,
    meeting: date | None = None,
    year_1_begins: date | None = None,
    biannually: Biannually = "",
) -> tuple[Words, list[Token]]:
    """Return a timescale in atoms and in tokens."""
    words, i = Words(text, meeting, year_1_begins), 0
    tokens: list[Token] = []
    atoms = words.atoms
    misspelt: list[int] = []
    while i < words.count:
        atom = atoms[i]
        token = None
        if atom in _PHRASES:
            token = _phrase(words, i)
        if token is None and (atom in _STARTERS or atom.isdecimal()):
            token = _timed(words, i, biannually)
        if token is None and _is_one(atoms, i):
            spell = so_long_at(words, i)
            token = Token("spell", i, spell.end, spell=spell) if spell else None
        if token is None:
            token = _known(words, i)
        if token.kind == "period" and _is_month_misspelt(words, tokens, token):
            misspelt.append(token.start - 1)
            i = tokens[-_LONGEST_DATE:][0].start  # it may end a date: "28th Febuary 2027"
            del tokens[-_LONGEST_DATE:]
            continue
        tokens.append(token)
        i = token.end
    for place in misspelt:
        _tell_month(words, tokens, place)
    return words, tokens


def _is_month_misspelt(words: Words, tokens: list[Token], token: Token) -> bool:
    """Put right the name before a bare year if it misspells a month, and return whether it did."""
    i = token.start
    if token.end != i + 1 or not tokens or tokens[-1].kind != "word" or not _is_year(words, i):
        return False
    month = month_meant(words.atoms[i - 1])
    words.atoms[i - 1] = month or words.atoms[i - 1]
    return bool(month)


def _tell_month(words: Words, tokens: list[Token], place: int) -> None:
    for one in tokens:
        for period in (one.period, one.until):
            if period is not None and one.start <= place < one.end and not period.told:
                meant = words.atoms[place].title()
                period.told = f"“{words.quoted(place, place + 1)}” is read as {meant}."
                break


def _is_one(atoms: list[str], i: int) -> bool:
    """Return whether "a year" or "next year" is one year from now: "within a year"."""
    if atoms[i] in ("a", "an"):
        return atoms[i - 1] in ("within", "in") or atoms[i + 2] in ("after", "following")
    return (
        atoms[i] in ("next", "coming")
        and atoms[i - 1] == "the"
        and atoms[i + 1] in ("year", "month")
    )


def _is_open_end(words: Words, i: int) -> bool:
    """Return whether a sign leaves the end open: "2027+"."""
    return words.atoms[i] == "+" and words.is_glued(i) and _is_year(words, i - 1)


def _phrase(words: Words, i: int) -> Token | None:
    for rest, kind, role in _PHRASES[words.atoms[i]]:
        if rest and words.atoms[i + 1] != rest[0]:
            continue
        end = i + 1 + len(rest)
        if tuple(words.atoms[i + 1 : end]) == rest:
            return Token(kind, i, end, role)
    return None


_SOMETIMES = frozenset(
    ("after", "post", "+", "update", "updates", "report", "revision", "complete", *_STARTED)
)
_LATER = frozenset(("second", "third", "latest", "further", "final", "last", "new"))
"""What says what a date is only where others stand beside it."""


def _known(words: Words, i: int) -> Token:
    atom = words.atoms[i]
    if atom in _LASTING and words.atoms[i + 1] == "of":
        last = next((k for k in range(i + 2, i + 6) if words.atoms[k] in _LASTS), 0)
        if last:
            return Token("ongoing", i, last + 1)
    kind = _KNOWN.get(atom, "word")
    if atom in _SOMETIMES and (role := _role_here(words, i)):
        return Token("role", i, i + 1, role)
    if kind == "role":
        role = _ROLES[atom]
        if role == "begins" and _is_up_to(words.atoms, i):
            return Token("before", i, i + 1)
        if role == "now" and not _is_of_a_date(words, i):
            return Token("sign" if atom in ARROWS else "word", i, i + 1)
        return Token("role", i, i + 1, role)
    return Token(kind, i, i + 1)


def _is_up_to(atoms: list[str], i: int) -> bool:
    """Return whether it is to be done when something else starts: "before the start of term"."""
    before = atoms[i - 2] if i > 1 and atoms[i - 1] == "the" else atoms[i - 1] if i else ""
    return atoms[i + 1] == "of" and before in ("before", "by", "to", "of", "for", "at", "until")


_REPEATED = frozenset(
    ("ongoing", "quarterly", "monthly", "termly", "annually", "annual", "yearly", "every", "each")
)
"""Words beside which the first report is one of many, and not what is to be done."""


def _is_dated(words: Words, i: int) -> bool:
    """Return whether a date follows: "started in August 2026"."""
    j = i + 2 if words.atoms[i + 1] in ("in", "on") else i + 1
    is_time = words.atoms[j].isdecimal() or words.atoms[j] in PERIOD_WORDS
    return is_time and period_at(words, j) is not None


def _role_here(words: Words, i: int) -> str:
    """Return what "after June 2027" and "next update" say of a date; empty if nothing."""
    if words.atoms[i] in ("complete", "+"):
        role, is_so = (
            ("due", _is_due) if words.atoms[i] == "complete" else ("onwards", _is_open_end)
        )
        return role if is_so(words, i) else ""
    if words.atoms[i] in _STARTED:
        return "begins" if _is_dated(words, i) else ""
    if words.atoms[i] in ("after", "post"):
        j = i + 2 if words.atoms[i + 1] in ("the", "-") else i + 1
        follows = words.atoms[j]
        is_time = follows.isdecimal() or follows in PERIOD_WORDS
        return "begins" if is_time and period_at(words, j) else ""
    before = words.atoms[i - 1] if i else ""
    if words.atoms[i] == "revision":
        return "now" if before in _LATER else ""
    if words.atoms[i] == "report" and _REPEATED.isdisjoint(words.atoms):
        return ""
    return "review" if before in ("next", "progress", "first", "interim") else ""


def _is_of_a_date(words: Words, i: int) -> bool:
    """Return whether "new", "now" or "extended" is said of a date that follows or ends there."""
    follows = words.atoms[i + 1]
    if words.atoms[i] in _MOVES:
        return _is_moved(words, i)
    is_arrow = words.atoms[i] in ARROWS
    if not is_arrow and (not follows or follows in _NEW_FOLLOWS or follows.isdecimal()):
        return True
    is_time = follows in PERIOD_WORDS or follows.isdecimal()
    return is_time and period_at(words, i + 1) is not None


def _is_moved(words: Words, i: int) -> bool:
    """Return whether a move names its day or how long: "extension agreed to March 2027"."""
    for j in range(i + 1, i + _MOVE_LENGTH):
        atom = words.atoms[j]
        if atom in _MOVED_TO or atom == ":":
            k = j + 2 if words.atoms[j + 1] == "the" else j + 1
            is_time = words.atoms[k].isdecimal() or words.atoms[k] in PERIOD_WORDS
            if words.atoms[k] in COUNTS or (is_time and period_at(words, k) is not None):
                return True
        if atom in (".", ";", "(", ")", ""):
            return False
    return False


def _is_due(words: Words, i: int) -> bool:
    """Return whether "complete" is to be: "complete by June 2027", "to complete"."""
    return words.atoms[i + 1] in ("by", "before", "for", "no") or words.atoms[i - 1 : i] == ["to"]


def _timed(words: Words, i: int, biannually: Biannually) -> Token | None:
    """Return the period, spell or rhythm that begins at an atom, or None."""
    atom = words.atoms[i]
    is_number = atom.isdecimal()
    if (
        is_number
        and i
        and (words.atoms[i - 1] in NUMBERED or (len(atom) == 1 and _is_label(words, i)))
    ):
        return None
    if not is_number and atom in RHYTHM_WORDS:
        rhythm = rhythm_at(words, i, biannually)
        if rhythm:
            return Token("rhythm", i, rhythm.end, rhythm=rhythm)
    if is_number or atom in PERIOD_WORDS:
        period = period_at(words, i)
        if period is not None:
            is_moved = words.atoms[i - 1] in BESIDE
            return _ranged(words, i, moved(words, i, period) if is_moved else period)
    if is_number or atom in COUNTS:
        rhythm = rhythm_at(words, i, biannually)
        if rhythm:
            return Token("rhythm", i, rhythm.end, rhythm=rhythm)
        spell = so_long_at(words, i)
        if spell:
            return Token("spell", i, spell.end, spell=spell)
    return None


def _is_label(words: Words, i: int) -> bool:
    """Return whether a number is glued to a letter, and so names something: "M1 March 2027"."""
    before = words.atoms[i - 1]
    return len(before) == 1 and before.isalpha() and words.is_glued(i)


def _day_with_a_name(words: Words, i: int, period: Period) -> str:
    """Return the question which day is meant by "World Book Day 2027"; empty for other years."""
    atoms = words.atoms
    is_bare_year = period.end == i + 1 and len(atoms[i]) == YEAR_DIGITS and atoms[i].isdecimal()
    if i and is_bare_year and atoms[i - 1] in BREAKS:
        return f"Which days are meant by “{words.quoted(max(0, i - 2), period.end)}”?"
    if i < SHORT or not is_bare_year or atoms[i - 1] not in _NAMED_DAYS:
        return ""
    first = i - 1
    while first > max(0, i - _MOST_IN_NAME) and _is_of_name(words, first - 1):
        first -= 1
    quoted = words.quoted(first, period.end)
    return f"Which day is meant by “{quoted}”?" if first < i - 1 else ""


def _is_of_name(words: Words, k: int) -> bool:
    """Return whether a word is part of a name: it is written large."""
    atom = words.atoms[k]
    is_other = atom in _BEFORE or atom in RHYTHM_WORDS or atom in _KNOWN
    return words.said[words.starts[k]].isupper() and not is_other


def _are_two_days(sign: str, period: Period, until: Period) -> bool:
    """Return whether a stroke stands between two whole dates: "30/06/2027 / 31/12/2027"."""
    spans = (period.span, until.span)
    return sign == "/" and all(span is not None and span.is_day for span in spans)


def _is_year(words: Words, j: int) -> bool:
    return len(words.atoms[j]) == YEAR_DIGITS and words.atoms[j].isdecimal()


def _tell_years(words: Words, i: int, period: Period, until: Period) -> None:
    """Tell how whole years are read: "2026 to 2029" is to the end of the last."""
    ends = words.atoms[until.end - 1]
    if _is_year(words, i) and _is_year(words, until.end - 1) and period.end == i + 1:
        quoted = words.quoted(i, until.end)
        until.told = f"“{quoted}” is read as to the end of {ends}."


def _ranged(words: Words, i: int, period: Period) -> Token:
    """Return a period, and the one up to which it lasts if the text goes on so."""
    if named := _day_with_a_name(words, i, period):
        period = Period(period.end, asks=named)
    sign = words.atoms[period.end]
    is_between = sign == "and" and words.atoms[i - 1] == "between"
    if (sign in _RANGE and not period.plan_years) or is_between:
        j = period.end + 1
        j += words.atoms[j] == "the"
        if words.atoms[j] in PERIOD_WORDS or words.atoms[j].isdecimal():
            until = period_at(words, j)
            is_usable = until is not None and not until.is_bad and not until.asks
            if sign in ("until", "till") and period.span is None and _is_year(words, j):
                return Token("period", i, period.end, period=period)  # "every March until 2029"
            if until is not None and is_usable and not _are_two_days(sign, period, until):
                _tell_years(words, i, period, until)
                return Token("period", i, until.end, period=period, until=until)
    return Token("period", i, period.end, period=period)
