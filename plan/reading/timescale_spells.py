"""What a timescale counts: so long from the meeting, from a date, or from what begins."""

from datetime import date, timedelta
from itertools import pairwise

from plan.reading.atoms import Words, word_set
from plan.reading.dates import DateSpan, date_in_words
from plan.reading.rhythms import SoLong
from plan.reading.spans import MONTH_NUMBERS
from plan.reading.timescale_said import DatesSaid, Milestone, TokenReader
from plan.reading.timescale_tokens import Token

_OTHERWISE = word_set("last past previous than for")
"""After these so many months are not from now: "the last 6 months"."""
_AHEAD = frozenset(("before", "prior"))
"""So long before a date is no time from now."""
_CLOSING = (["closing"], ["final"], ["concluding"], ["last"])
_BEHIND = frozenset(("after", "at"))
"""Before so long these count it from what begins: "from June 2027, review after six months"."""
_MORE = word_set("further another additional")
"""Before so long these count it from the date before: "within a further three months"."""
_BEGINNING = word_set(
    "the it start starting commencing commencement launch beginning going live of"
)
UP_TO = frozenset(("until", "till", "to", "through"))
"""Before a date these say that what lasts or recurs ends then."""
_ORDINALS = word_set("third fourth fifth sixth seventh eighth ninth tenth twelfth")
_TWO = 2
_WORKING = "Monday to Friday, without public holidays"


class SpellReader(TokenReader):
    """Dates what is counted from a day; `role` is what the words before it say that it is."""

    def __init__(self, words: Words, tokens: list[Token], found: DatesSaid) -> None:
        super().__init__(words, tokens, found)
        self.role = ""
        self.lasting: SoLong | None = None

    def replace_earlier(self) -> None:
        """Take what was due so far for replaced: the last of it is what was."""
        found = self.found
        if found.dues:
            found.was = found.dues[-1].when
            found.dues.clear()

    def count(self, i: int, spell: SoLong, clause: int) -> None:
        """Count a spell from the meeting, or from what it says it counts from."""
        token, in_clause = self.tokens[i], self._clause_from(i)
        is_within = self.sign(i - 1) in ("within", "in", "over")
        is_behind = is_within or self.word_before(token) in _BEHIND
        has_date = any(one.period and one.period.span for one in in_clause)
        if self._is_of_a_thing(i):
            return  # "five-year plan (2027-2032)"
        if self._is_for_so_long(i):
            self.found.begins = self.found.dues.pop().when  # "April 2027 for two years"
            self.last_so_long(spell)
        elif self.found.begins and not (is_behind or self.role or spell.since):
            self.last_so_long(spell)
        elif self._begins_behind(i):
            self.lasting = spell  # "8 weeks (from 11 January)"
        elif spell.is_open or (self._is_otherwise(token) and not (spell.since and has_date)):
            self.found.left.append((token.start, token.end))
        elif self.sign(i - 1) == "(" and i > 1 and self.tokens[i - 2].period:
            return  # "2027 to 2030 (3 years)"
        elif self.sign(i + 1) == "(" and i + 2 < len(self.tokens) and self.tokens[i + 2].period:
            return  # the date in brackets counts
        elif has_date:
            self.lasting = None if spell.since or is_within else spell
            if is_within and not spell.since:
                self._count_from(i, spell, clause, is_review=self.role == "review")
        else:
            is_review = self.role == "review" or any(one.role == "review" for one in in_clause)
            is_review = is_review or (bool(self.found.reviews) and self._is_again(token))
            self._count_from(i, spell, clause, is_review=is_review)

    def _count_from(self, i: int, spell: SoLong, clause: int, *, is_review: bool) -> None:
        """Count a spell from a delivery that is reviewed so long after, else from the meeting."""
        token, found = self.tokens[i], self.found
        begins = self._begins_of(spell, token)
        if spell.since and not (is_review and found.dues) and begins is None:
            end = self._end_of_clause(i)
            quoted = self.words.quoted(token.start, end)
            found.asks.append(f"When is that? “{quoted}” counts from a day that is not given.")
            found.left.append((token.start, end))
            return
        quoted = self.words.quoted(token.start, token.end)
        if self._moves_nothing(spell):
            found.asks.append(f"Which date is moved? “{quoted}” is counted from it.")
            return
        base = self._base_for(spell, token) or begins or self.words.meeting
        if base is None:
            found.asks.append(f"Which day is the meeting? “{quoted}” counts from it.")
            return
        self._tell_from(spell, base, quoted)
        self.date_counts(spell, base, clause, token, is_review=is_review)
        self.role = ""

    def _moves_nothing(self, spell: SoLong) -> bool:
        """Return whether a date is moved by so long that is not named."""
        is_move = self.role == "now" and not spell.of_approval and not self.found.dues
        return is_move and self._replaced() is None

    def _base_for(self, spell: SoLong, token: Token) -> date | None:
        """Return the day of the date before from which so long is counted; None without one."""
        dues = self.found.dues
        if spell.of_approval:
            return None
        if self.role == "now" and not dues:
            was = self._replaced()
            return was.last if was else None  # "delayed by three months (was March 2027)"
        if not dues or not (self.role in ("review", "now") or self._is_more(token)):
            return None
        base = dues[-1].when.last  # "June 2026, extended by six months"
        if self.role == "now":
            self.replace_earlier()
        return base

    def _tell_from(self, spell: SoLong, base: date, quoted: str) -> None:
        """Tell that so long was counted from the meeting, or in working days."""
        days = f", {_WORKING}" if spell.unit == "working days" else ""
        if base == self.words.meeting and not spell.of_approval:
            told = f"“{quoted}” is counted from the meeting, {date_in_words(base)}{days}."
            self.found.told.append(told)
        elif days:
            self.found.told.append(f"“{quoted}” is counted {_WORKING}.")

    def _begins_of(self, spell: SoLong, token: Token) -> date | None:
        """Return the day on which what is counted from begins, if the text has named it before."""
        begins, atoms = self.found.begins, self.words.atoms
        if begins is None or spell.of_approval or self.role == "now":
            return None
        behind = atoms[spell.since : self._end_of_clause(self.tokens.index(token))]
        if spell.since and not _BEGINNING.issuperset(behind):
            return None
        return begins.first

    def _is_again(self, token: Token) -> bool:
        """Return whether what stands just before it repeats: "and again after 12 months"."""
        return "again" in self.words.atoms[max(0, token.start - 2) : token.start]

    def _is_more(self, token: Token) -> bool:
        """Return whether it is counted on from the date before: "a further six months"."""
        return self.word_before(token) in _MORE

    def _is_of_a_thing(self, i: int) -> bool:
        """Return whether a hyphen makes it the word for a thing, and a date stands elsewhere."""
        if not self.has_date:
            return False
        token, following = self.tokens[i], self.tokens[i + 1 : i + 2]
        is_hyphened = "-" in self.words.atoms[token.start : token.end]
        if not (is_hyphened and following and following[0].kind == "word"):
            return False
        return not any(one.period for one in self._clause_from(i))

    def _is_for_so_long(self, i: int) -> bool:
        """Return whether it lasts from the date before it on: "April 2027 for two years"."""
        is_behind = i > 1 and self.tokens[i - 2].kind == "period" and self.sign(i - 1) == "for"
        return is_behind and bool(self.found.dues)

    def _begins_behind(self, i: int) -> bool:
        """Return whether a beginning with its date follows, perhaps behind a sign."""
        first = i + 2 if self.sign(i + 1) in ("(", ")", ",") else i + 1
        following = self.tokens[first : first + 2]
        if len(following) <= 1:
            return False
        return following[0].role == "begins" and following[1].kind == "period"

    def _is_otherwise(self, token: Token) -> bool:
        """Return whether the word before makes it no time from now: "more than 6 months"."""
        is_limit = self.words.atoms[token.start - 2] == "later"  # "no later than 3 months"
        if self.words.atoms[token.end] in _AHEAD:
            return True
        return self.word_before(token) in _OTHERWISE and not is_limit

    def _replaced(self) -> DateSpan | None:
        """Return the date that is called the one before: "(was March 2027)"."""
        for one, following in pairwise(self.tokens):
            if one.role == "was" and following.period is not None:
                return following.period.span
        return None

    def last_so_long(self, spell: SoLong) -> None:
        """Read "from 1 April 2026 for 12 months": due the day before it would begin again."""
        begins = self.found.begins
        span = spell.from_day(begins.first, spell.counts[-1]) if begins else None
        if span is not None:
            last = span.first - timedelta(days=1)
            self.found.dues.append(Milestone(DateSpan(last, last)))

    def place_beginning(self, token: Token, first: DateSpan, last: DateSpan | None) -> None:
        """Keep when it begins, and until when it lasts; another beginning is left."""
        found = self.found
        if found.begins not in (None, first):
            found.left.append((token.start, token.end))
        found.begins = found.begins or first
        found.reviews_begin = found.reviews_begin or first
        if self.lasting is not None and last is None:
            self.last_so_long(self.lasting)
        if last is not None:
            found.dues.append(Milestone(last))
            found.is_until = True

    def split_days(
        self, first: DateSpan, last: DateSpan | None, role: str
    ) -> tuple[DateSpan, DateSpan | None]:
        """Begin on the first day of a time that is given by two: the other one is due."""
        found = self.found
        if role or last is None or not (first.is_day and last.is_day) or first == last:
            return first, last
        found.begins = found.begins or first  # "1/4/2027 - 31/3/2028"
        found.reviews_begin = found.reviews_begin or first
        found.is_until = True
        return last, None

    def date_counts(
        self, spell: SoLong, base: date, clause: int, token: Token, *, is_review: bool
    ) -> None:
        """Add the days that are so long after a day, to the reviews or to what is due."""
        steps = self.found.reviews if is_review else self.found.dues
        for count in spell.counts:
            span = spell.from_day(base, count)
            if span is not None:
                steps.append(Milestone(span, self.what(token, clause)))

    def spell_from(self, i: int) -> Token | None:
        """Return the spell that counts from a date: "within 6 weeks of 1 April 2027"."""
        for j in range(i - 1, max(-1, i - 9), -1):
            one = self.tokens[j]
            if one.kind == "spell" and one.spell and one.spell.since:
                return one
            if one.kind in ("period", "sign"):
                return None
        return None

    def are_apart(self) -> bool:
        """Return whether the months that are named do not follow each other, as May and June."""
        atoms = self.words.atoms
        months = sorted({MONTH_NUMBERS[one] for one in atoms if one in MONTH_NUMBERS})
        are_next = all(later - month == 1 for month, later in pairwise(months))
        return len(months) < _TWO or not are_next

    def is_otherwise_often(self, i: int) -> bool:
        """Return whether a word makes it another rhythm than the one it names: "sixth-monthly"."""
        before = self.tokens[i - 1 : i]
        if self.sign(i - 1) == "-":
            start = self.tokens[i - 1].start
            is_glued = self.words.is_glued(start) and self.words.is_glued(start + 1)
            before = self.tokens[i - 2 : i - 1] if is_glued and i > 1 else []
            return any(one.kind == "word" for one in before)
        return any(self.words.atoms[one.start] in _ORDINALS for one in before)

    def is_up_to(self, token: Token) -> bool:
        """Return whether something lasts or recurs until a date: "until the end of 2028"."""
        i = token.start - (self.word_before(token) == "the")
        return bool(i) and self.words.atoms[i - 1] in UP_TO

    def is_the_end(self, token: Token, step: Milestone) -> bool:
        """Return whether something ends then: "monthly, ending on 31 March 2028", "last report"."""
        if step.what.lower().split(maxsplit=1)[:1] in _CLOSING:
            return True
        atoms, j = self.words.atoms, token.start - 1
        j -= j > 0 and atoms[j] in ("on", "in", "by")
        if j < 0 or atoms[j] not in ("ends", "ending", "finishes", "finishing"):
            return False
        return j == 0 or atoms[j - 1] not in ("year", "quarter", "month", "week", "period")

    def _clause_from(self, i: int) -> list[Token]:
        """Return the tokens behind one up to the end of its clause."""
        found = []
        for one in self.tokens[i + 1 : i + 12]:
            if one.kind == "sign" and self.words.atoms[one.start] in ".;,()":
                break
            found.append(one)
        return found

    def _end_of_clause(self, i: int) -> int:
        behind = self._clause_from(i)
        return behind[-1].end if behind else self.tokens[i].end
