"""What a form's rules look at beyond the form: the committee report and its dates.

Every word here comes from what the officer wrote; nothing is a verdict.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import SequenceMatcher

from plan.checks.facts.promised_work import is_named_in, promises_of
from plan.checks.facts.spoken_of import stems_of
from plan.reading.atoms import word_set
from plan.reading.dates import DateSpan, read_date

ALIKE = 0.6
"""Two titles with at least this share of letters in common count as the same."""
_REMINDED_FOR = timedelta(days=365)
"""How long after a meeting we keep asking whether the results were published."""

_DATE = re.compile(
    r"(?:\b\d{1,2}(?:st|nd|rd|th)? )?\b[A-Za-z]{3,9}\.? \d{4}\b|"
    r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d{1,2}(?:-\d{1,2})?\b"
)
_ACRONYM = re.compile(r"\W*([A-Z][A-Z&]{1,9})\b(?:\W*(?:19|20)\d\d\S*)?\W*$")
_LONG_WORD = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class PaperFacts:
    """What we know about the paper that an assessment belongs to.

    `fields` has "report.number", "report.title", "plan.title" and "plan.subtitle" as typed, and
    "report.service": the committee, who reports to it and signs, and the partnership. `facts` names
    what is true: "approves" (the report asks the committee to approve something), "cites" (it names
    reports, surveys or research), "children" (it touches children or young people),
    "childrens-rights" (an assessment of their rights is named or attached). `ticked` has the boxes
    ticked in any of the paper's assessments on the same form, each with its question. `acronyms`
    are those that the paper ties to a full name, `actions` the words of each action.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    facts: frozenset[str] = frozenset()
    ticked: frozenset[tuple[str, str]] = frozenset()
    acronyms: frozenset[str] = frozenset()
    actions: tuple[str, ...] = ()
    meeting: date | None = None
    today: date = date.max

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of the report and the plan."""
        names = ("report.title", "plan.title", "plan.subtitle")
        return tuple(filter(None, (self.fields.get(name) for name in names)))

    @property
    def judged_at(self) -> date:
        """The day as of which we judge the rules."""
        return self.meeting or self.today

    def day(self, word: str) -> date | None:
        """Return the day that a rule means by `meeting`, `judged` or `today`, None if not known.

        What is still to come today may come before the meeting; what comes after it is late anyhow.
        """
        if word == "meeting":
            return self.meeting
        return self.judged_at if word == "judged" else min(self.judged_at, self.today)

    def is_past(self) -> bool:
        """Return whether the meeting was held recently."""
        return self.meeting is not None and (
            self.meeting < self.today <= self.meeting + _REMINDED_FOR
        )


def differs(text: str, wanted: str) -> bool:
    """Return whether both texts exist and `text` does not contain `wanted` as whole words.

    Spaces, capitals and punctuation do not count: "Report no. 299/2016" contains "299-2016".
    """
    said, looked_for = _bare(text), _bare(wanted)
    return bool(said and looked_for) and f" {looked_for} " not in f" {said} "


def is_unlike(text: str, titles: Iterable[str], acronyms: Collection[str] = ()) -> bool:
    """Return whether a title is like none of `titles`; it may be part of one, or contain one.

    One of `acronyms`, which the paper ties to a full name, may stand for it.
    """
    said, titles = _bare(text), tuple(titles)
    if (short := _ACRONYM.match(text)) and short[1] in acronyms:
        return False
    if _is_of_other_years(text, titles):
        return True
    known = [bare for bare in map(_bare, titles) if bare]
    return bool(known) and not any(
        said in one or one in said or SequenceMatcher(None, said, one).ratio() >= ALIKE
        for one in known
    )


def _is_of_other_years(text: str, titles: Iterable[str]) -> bool:
    """Return whether a title has its years, "2023-26", and those of `titles` are all others.

    One plan ends in the year in which the next begins.
    """
    own = _years_in(text)
    others = [years for one in titles if (years := _years_in(one))]
    if own is None or not others:
        return False
    return all(_is_before(own, years) or _is_before(years, own) for years in others)


def _is_before(one: tuple[int, int], other: tuple[int, int]) -> bool:
    are_spans = one[0] < one[1] and other[0] < other[1]
    return one[1] < other[0] or (are_spans and one[1] == other[0])


def _years_in(text: str) -> tuple[int, int] | None:
    """Return the first and the last year of a span, or of a single year, that a title names."""
    found = _YEARS.search(text)
    if found is None:
        return None
    first, last = int(found["first"]), found["last"] or found["first"]
    return first, int(last) if len(last) == len(found["first"]) else first // 100 * 100 + int(last)


_YEARS = re.compile(
    r"\b(?P<first>20\d\d)(?: ?(?:[-–—/]|to) ?(?P<last>20\d\d|\d\d)(?!\d))?(?![-–—/]?\d)"
)


def has_no_word_of(text: str, other: str) -> bool:
    """Return whether two texts both exist and share no word but short ones."""
    one, two = (
        {word.rstrip("s") for word in _bare(said).split() if len(word) >= _LONG_WORD}
        for said in (text, other)
    )
    return bool(one and two) and not one & two


def date_in(text: str) -> DateSpan | None:
    """Return the date that a text is, or the first date in it, or None."""
    spans = (read_date(found[0]) for found in _DATE.finditer(text))
    return read_date(text) or next(filter(None, spans), None)


def last_date_in(text: str) -> DateSpan | None:
    """Return the latest date in a text, or None."""
    spans = filter(None, (read_date(found[0]) for found in _DATE.finditer(text)))
    return max(spans, key=lambda one: one.first, default=None)


def is_no_date(text: str) -> bool:
    """Return whether a text exists and contains no date."""
    return bool(text.strip()) and date_in(text) is None


def is_after(text: str, day: date | None) -> bool:
    """Return whether all of a date is after a day."""
    read = date_in(text)
    return read is not None and day is not None and read.first > day


def is_not_later(text: str, other: str) -> bool:
    """Return whether one date does not come after another; two in the same month do not."""
    one, before = date_in(text), date_in(other)
    return one is not None and before is not None and one.last <= before.last


def is_later_by(text: str, other: str, months: int) -> bool:
    """Return whether one date is more than so many months after another."""
    one, before = date_in(text), date_in(other)
    return one is not None and before is not None and _months(before, one) > months


def is_same_name(one: str, other: str) -> bool:
    """Return whether two answers name the same person, however it is spelt out."""
    if not _bare(one) or not _bare(other):
        return False
    mine, theirs = (
        {said for part in _PARTS.split(text) if (said := _bare(part))} for text in (one, other)
    )
    is_within = mine <= theirs or theirs <= mine
    return mine == theirs or (is_within and not _OF_A_POST.search(" ".join(mine & theirs)))


_PARTS = re.compile(r"[,;()\n]| [-–—] ")
_OF_A_POST = re.compile(
    r"\b(?:officer|manager|head|director|lead|adviser|advisor|co ?ordinator|team|service|chief|"
    r"teacher|planner|analyst|assistant|librarian|worker|engineer|tbc)\b"
)
"""Words by which what two lines share is a post and no name."""


def is_named(label: str, own: str, text: str) -> bool:
    """Return whether a text names a row of a form: by its label, by people of it, or as one of all.

    `own` is what stands in the row itself, as beside "Other".
    """
    said = _bare(text)
    if _OF_ALL.search(said):
        return True
    row = _bare(f"{label} {own}")
    words = {word for word in row.split() if len(word) >= _LONG_WORD} - _OF_EVERY_ROW
    if any(word[: max(_LONG_WORD, len(word) - 3)] in said for word in words):
        return True
    return any(
        re.search(rf"\b(?:{beginnings})", said)
        for kind, beginnings in _PEOPLE
        if re.search(rf"\b(?:{kind})", row)
    )


_OF_ALL = re.compile(
    r"\b(?:(?:all|every|each|any) (?:of )?(?:the |these |those |"
    r"other )?(?:\w+ )?(?:characteristics?|groups?|communit|rows?|people|person|categor)|"
    r"everyone\b|everybody\b|across the board\b)"
)
_OF_EVERY_ROW = word_set(
    "people person persons with communities including impact group groups other please "
    "state from characteristic characteristics their they that this have belief identity "
    "status"
)
_PEOPLE = (
    (
        "age",
        (
            r"age|aged|oap|over \d\d|under \d\d|old|young|child|pension|youth|elder|teen|pupil|"
            "infant|baby|babies|toddler|"
            "adult|"
            "senior|retire|student"
        ),
    ),
    (
        "disab",
        (
            "disab|deaf|blind|sight|hearing|wheelchair|mobility|autis|learning d|mental health|"
            "sensory|impair|long term condition|neurodiver|bsl|access"
        ),
    ),
    (
        "race|ethnic",
        (
            "rac|ethnic|minorit|gypsy|gypsies|travell|asylum|refugee|migrant|"
            "language|english|polish|black|asian|"
            "interpret|translat"
        ),
    ),
    (
        "gender|sex",
        "gender|sex|women|woman|men|man|girl|boy|female|male|mother|father|lone parent",
    ),
    ("reassign|trans", "trans|reassign|gender identity|non binary"),
    (
        "religio|belief",
        (
            "religio|church|mosque|chapel|worship|sabbath|synagogue|faith|belief|muslim|christian|"
            "jewish|sikh|hindu|catholic|prayer"
        ),
    ),
    ("lesbian|gay|orientation", "lesbian|gay|bisexual|lgb|orientation|same sex"),
    (
        "socio|income|poverty|economic",
        "socio|incom|povert|poor|depriv|disadvantag|afford|cost|benefits|unemploy|debt|rent",
    ),
    ("pregnan|matern", "pregnan|matern|mother|expectant|breastfeed|baby|babies|midwi"),
    ("marriage|civil", "marri|civil|spouse|wedd|couple"),
    ("care|carer", "care|foster|kinship|adopt"),
)
"""What people of a characteristic are called, by what its row is called."""


def is_taken_up(text: str, actions: Iterable[str]) -> bool:
    """Return whether an action does what a text says: it is cited, or shares its main words.

    A thing that is promised, "A minibus will collect them", has its name in the action.
    """
    if _CITED.search(text):
        return True
    actions = tuple(actions)
    if any(not is_named_in(one.thing, actions) for one in promises_of(text)):
        return False
    wanted = stems_of(text, _PLAIN_WORDS, long=_LONG_WORD)
    least = min(_SHARED, len(wanted))
    theirs = (stems_of(action, _PLAIN_WORDS, long=_LONG_WORD) for action in actions)
    return not wanted or any(len(wanted & one) >= least for one in theirs)


_SHARED = 2
"""So many main words in common, and an action does what was promised."""
_CITED = re.compile(r"\bactions? \d|\b(?:action|improvement) plan\b", re.IGNORECASE)
_PLAIN_WORDS = word_set(
    "will with that this from have been they their there what when where which would "
    "could should also into more make made such these those other each being through "
    "about between people impact impacts negative positive action actions plan council "
    "service services policy overcome mitigate ensure review monitor provide provided"
)


def _months(one: DateSpan, other: DateSpan) -> int:
    return (other.first.year - one.last.year) * 12 + other.first.month - one.last.month


def _bare(text: str) -> str:
    """Return the words of a text, figures without the noughts that some put before them."""
    return " ".join(word.lstrip("0") or "0" for word in _WORD.findall(text.casefold()))
