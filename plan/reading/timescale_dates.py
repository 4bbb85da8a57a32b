"""What each date of a timescale is: due, its beginning, a review, a milestone, or replaced."""

from datetime import date, timedelta

from plan.reading.atoms import Words, word_set
from plan.reading.dates import DateSpan, span_in_words
from plan.reading.rhythms import APPROVAL, Rhythm, SoLong, months_of, one_later, rhythm_in_words
from plan.reading.spans import YEAR_DIGITS, Period
from plan.reading.status import says_done
from plan.reading.timescale_rest import RestReader
from plan.reading.timescale_said import STRONG, TRIMMED, WEAK, DatesSaid, Milestone
from plan.reading.timescale_spells import UP_TO, SpellReader
from plan.reading.timescale_tokens import ARROWS, NUMBERED, Token
from plan.reading.timescale_years import JOINS, date_tokens

_NAMING = word_set("first next annual initial final interim progress")
"""Before "review" these say that it is this action's own review: "the next review"."""
_VERBS = frozenset(("start", "starts", "begin", "begins", "commence", "commences"))
_ASKED_FOR = word_set("requested sought proposed asked applied requesting seeking proposing")
"""Beside a new date these say that it is not agreed yet."""
_NEAR_DATE, _NEAR_LAST = 6, 3
_REVIEWS = frozenset(("reviews", "dates"))
"""Beside a review these say that there are several."""
_OF_APPROVAL = word_set("the of date day this our report plan committee's board council on by")
"""What may stand beside "approval" and leaves it the meeting's day."""
_REPEATED = word_set(
    "check checks audit audits survey surveys return returns sample samples sampling visit visits "
    "monitoring inspection inspections test tests count counts census "
    "evaluation evaluations assessment assessments observation observations analysis moderation"
)
"""What looks at how things are, again and again, where it is called the first one."""
_MOST_IN_NAME = 6


def dates_of(words: Words, tokens: list[Token]) -> DatesSaid:
    """Return what the tokens of a timescale say together."""
    found = DatesSaid()
    kinds = {one.kind for one in tokens}
    if "see" in kinds:  # it is said elsewhere
        found.is_done = "done" in kinds and says_done(
            " ".join(words.said.split()), words.meeting or date.max
        )
        return found
    months = 0
    if "period" in kinds:
        tokens, months = date_tokens(words, tokens, found)
    _DateReader(words, tokens, found, months).read()
    RestReader(words, tokens, found).read()
    return found


class _DateReader(SpellReader):
    """Reads the tokens in order and takes each date as what the words beside it say."""

    def __init__(self, words: Words, tokens: list[Token], found: DatesSaid, months: int) -> None:
        super().__init__(words, tokens, found)
        self.months_of_rhythm = months
        self.since_role = 0
        self.is_named = False
        self.is_of_other = False
        self.begins_other = False
        self.last: Token | None = None
        self.last_of_many: DateSpan | None = None
        self.last_role = ""

    def read(self) -> None:
        """Read all tokens; several months named for a yearly rhythm say how often it comes."""
        self._walk()
        self._add_next_of_many()
        found = self.found
        is_new = any(one.role == "now" for one in self.tokens)  # "new date TBC (was June 2026)"
        if found.was and not (is_new or found.left or found.dues or found.begins or found.reviews):
            found.dues, found.was = [Milestone(found.was)], None  # "was due March 2026": still is
        if self.found.rhythm == "P12M" and self.months_of_rhythm in (2, 3, 4) and self.are_apart():
            self.found.rhythm = f"P{12 // self.months_of_rhythm}M"
            often = rhythm_in_words(self.found.rhythm)
            told = f"{self.months_of_rhythm} times a year are read as {often}."
            self.found.told.append(told)

    def _walk(self) -> None:
        clause, plain = 0, True
        for i, token in enumerate(self.tokens):
            match token.kind:
                case "period":
                    self._take(i, clause, is_plain=plain)
                    named = self.found.named[-1][1] if self.found.named else 0
                    clause, plain = max(token.end, named), True
                case "rhythm" if token.rhythm:
                    self._recur(i, token.rhythm)
                    clause, plain = token.end, True
                case "sign":
                    clause, plain = self._pass_sign(i, clause, plain=plain)
                case "role":
                    self._pend(i)
                    plain = False
                case "spell" if token.spell:
                    self.count(i, token.spell, clause)
                    plain = False
                case _:
                    plain = self._pass_word(token) and plain

    def _pass_sign(self, i: int, clause: int, *, plain: bool) -> tuple[int, bool]:
        """Return where the clause begins after a sign, and whether nothing stands in it yet."""
        token = self.tokens[i]
        sign = self.words.atoms[token.start]
        if sign in STRONG:
            self.role = "review" if sign == ";" and self._lists_reviews(i) else ""
            self.last = None
            return token.end, True
        if (
            sign in WEAK
            and self.role not in ("", "told")
            and (self.since_role or self._is_of_a_noun(i) or self._goes_on_otherwise(i))
        ):
            self.role = ""
        return (token.end if sign == "," else clause), plain

    def _lists_reviews(self, i: int) -> bool:
        """Return whether nothing but another date follows: "Reviews: March 2027; May 2027"."""
        following = self.tokens[i + 1 : i + 3]
        is_bare = bool(following) and all(one.kind in ("period", "sign") for one in following)
        # The words are looked through last: of very many signs each would cost all of them.
        return is_bare and self.last_role == "review" and not _REVIEWS.isdisjoint(self.words.atoms)

    def _pass_word(self, token: Token) -> bool:
        """Return whether a word leaves a date plain: "and", "then"."""
        word = self.words.atoms[token.start]
        if word == "following" and (self.found.dues or self.found.begins or self.role == "begins"):
            self.role = "told"  # "by March 2028 following a pilot (June 2027)"
        if self.role and token.kind == "word" and word != "progress":
            self.since_role += 1
        return token.kind == "before" and word in ("and", "then", "thereafter")

    def _pend(self, i: int) -> None:
        """Let a role count for the date before it if it ends a clause there, else for the next."""
        token = self.tokens[i]
        role = "due" if self.is_before_it_begins(i) else token.role
        before = self._period_before(i)
        if role == "onwards" or (before is not None and self._ends(i)):
            if before is not None and role != "due":
                self._take_back(before, "begins" if role == "onwards" else role)
                if role == "onwards":
                    self.found.is_ongoing = True
            return
        if role == "due" and self.role in ("review", "now", "was"):
            return
        if role == "begins" and self.role in ("now", "was"):
            if self.words.atoms[token.start] == "from":
                self.role = "was"
            return
        if self._replaces(i):
            role = "was"
        elif self._is_from_elsewhere(i):
            return
        if role == "review" and self.role == "begins" and not self.since_role:
            return  # "reviews from April": the reviews begin then
        self.role, self.since_role = role, 0
        self.begins_other = role == "begins" and self._has_subject(i)
        self.is_named = self.word_before(self.tokens[i]) in _NAMING

    def _has_subject(self, i: int) -> bool:
        """Return whether a verb follows what begins: "contract starts", or two steps do."""
        before, _ = self.segment(i)
        is_verb = self.words.atoms[self.tokens[i].start] in _VERBS
        is_next_step = self.words.atoms[self.tokens[i].start - 1] in ARROWS
        is_next_step = is_next_step or sum(bool(one.what) for one in self.found.dues) > 1
        return is_verb and (is_next_step or any(one.kind == "word" for one in before))

    def _replaces(self, i: int) -> bool:
        """Return whether "from" names a date that is replaced: "moved to June from May"."""
        is_near = i > 0 and (self.tokens[i - 1].kind == "period" or self.sign(i - 1) == "(")
        is_from = self.words.atoms[self.tokens[i].start] == "from"
        return is_from and is_near and self.last_role == "now" and bool(self.found.dues)

    def _ask_whether_agreed(self, token: Token) -> None:
        """Ask where a new date is only asked for: "extension requested to March 2027"."""
        end, atoms = token.start, self.words.atoms
        near = range(max(0, end - _NEAR_DATE), end)
        k = next((k for k in near if atoms[k] in _ASKED_FOR), -1)
        if k >= 0:
            quoted = self.words.quoted(max(0, k - 1), token.end)
            self.found.asks.append(f"Is it agreed? “{quoted}” does not say so.")

    def _is_from_elsewhere(self, i: int) -> bool:
        """Return whether it begins with something that has no date, up to the date that follows.

        "From approval until June 2027" is due in June: approval is the meeting's; what nobody can
        date is left.
        """
        if self.tokens[i].role != "begins":
            return False
        upto = next((k for k in range(i + 1, len(self.tokens)) if self._ends_span(k)), 0)
        between = self.tokens[i + 1 : upto]
        if not between or any(one.kind in ("period", "spell", "rhythm") for one in between):
            return False
        if any(self.is_boundary(one) for one in between):
            return False
        found, words, meeting = self.found, self.words, self.words.meeting
        said = set(words.atoms[self.tokens[i].end : self.tokens[upto].start])
        start, end = self.tokens[i].start, between[-1].end
        if said & APPROVAL and said <= APPROVAL | _OF_APPROVAL:
            if meeting is None:
                quoted = words.quoted(start, end)
                found.asks.append(f"Which day is the meeting? “{quoted}” counts from it.")
            else:
                found.begins = DateSpan(meeting, meeting)
        else:
            found.left.append((start, end))
        found.is_until = True
        return True

    def _ends_span(self, k: int) -> bool:
        """Return whether a token is "until" or "to" before a date."""
        following = self.tokens[k + 1 : k + 3]
        is_upto = self.words.atoms[self.tokens[k].start] in UP_TO
        if following and self.words.atoms[following[0].start] == "the":
            following = following[1:]
        return is_upto and bool(following) and following[0].kind == "period"

    def _is_of_a_noun(self, i: int) -> bool:
        """Return whether "review" before a sign belongs to other words: "national review,"."""
        before, _ = self.segment(i - 1)
        return self.role == "review" and bool(before) and before[-1].kind == "word"

    def _goes_on_otherwise(self, i: int) -> bool:
        """Return whether the date behind a sign is of other work than the reviews before it.

        "Termly review, final report June 2028" is due in June; "quarterly review, first in June"
        begins then.
        """
        before, _ = self.segment(i)
        if self.role != "review" or not any(one.kind == "rhythm" for one in before):
            return False
        named = ""
        for one in self.tokens[i + 1 : i + 1 + _MOST_IN_NAME]:
            if one.kind == "period" or one.role == "due":
                return bool(named or one.role == "due") and named not in _NAMING
            if one.kind not in ("word", "before"):
                return False
            named = self.words.atoms[one.start] if one.kind == "word" else named
        return False

    def _period_before(self, i: int) -> Token | None:
        """Return the date just before a token, past an opening bracket or a dash."""
        j = i - 1
        if self.sign(j) in ("(", "-", ","):
            j -= 1
        if j >= 0 and self.tokens[j].kind == "period":
            return self.tokens[j]
        return None

    def _ends(self, i: int) -> bool:
        """Return whether a clause ends behind a token."""
        if i + 1 >= len(self.tokens):
            return True
        following = self.tokens[i + 1]
        if following.kind == "period":  # "31 March 2026 original 31 March 2027 revised"
            last, first = self.tokens[-1], self.tokens[0]
            marks = ("was", "now")
            return last.role in marks and self.tokens[i].role in marks and first.kind == "period"
        return following.kind == "sign" and self.words.atoms[following.start] != ":"

    def _take(self, i: int, clause: int, *, is_plain: bool) -> None:
        """Take a date as what the words before it say, or the date that it is joined to."""
        token = self.tokens[i]
        period = token.period
        is_denied = i > 0 and self.tokens[i - 1].kind == "not"
        if (
            self._tells_what_was(token)
            or period is None
            or period.is_bad
            or period.span is None
            or is_denied
        ):
            if period is not None and (period.is_bad or is_denied):
                self.found.left.append((token.start, token.end))
            self.last, self.role = None, ""
            return
        self._tell(i, period)
        role = self.role
        if not role and self._is_replaced_behind(i):
            role = "was"
        self.is_of_other = bool(self.since_role) and not self.is_named
        joined = i > 1 and self.tokens[i - 2] is self.last and self.sign(i - 1) in JOINS
        if not role and joined and not is_plain:
            joined = False
        if not role and joined:
            is_end = self.last_role == "begins" and self.words.atoms[token.start] == "end"
            role = "" if is_end else self.last_role  # "start in May and end in June"
        self.role, self.last, self.last_role = "", token, role
        counted = self.spell_from(i)
        if counted is not None and counted.spell:
            base = self._base_of(counted.spell, period.span)
            is_review = role == "review"
            self.date_counts(counted.spell, base, counted.start, counted, is_review=is_review)
            return
        if self._is_of_rhythm(token, clause, role):
            role = "review"
        is_month = bool(period.of_year) and self.has_rhythm
        step = Milestone(period.span, self.what(token, clause), is_plain and not joined)
        self._place(token, step, role, is_month=is_month)

    def _tell(self, i: int, period: Period) -> None:
        """Tell what was assumed of a date, and that a year beside other words is all of it."""
        token, words, told = self.tokens[i], self.words, self.found.told
        if period.told:
            told.append(period.told)
        elif token.end == token.start + 1 and i and self.tokens[i - 1].kind == "word":
            year = words.atoms[token.start]
            if len(year) == YEAR_DIGITS and year.isdecimal():
                quoted = words.quoted(self.tokens[i - 1].start, token.end)
                told.append(f"“{quoted}” is read as {year}, all of it.")
        if token.until and token.until.told:
            told.append(token.until.told)

    def _base_of(self, spell: SoLong, span: DateSpan) -> date:
        """Return the day from which is counted: "two years from April 2027" end in March."""
        is_from = self.words.atoms[spell.since - 1] == "from"
        is_whole = is_from and not span.is_day and span.first > date.min
        return span.first - timedelta(days=1) if is_whole else span.last

    def _is_replaced_behind(self, i: int) -> bool:
        """Return whether a date in brackets is the one that a new one replaces."""
        span, found = self.tokens[i].period, self.found
        is_lone = self.sign(i - 1) == "(" and self.sign(i + 1) == ")"
        is_behind_new = self.last_role == "now" and is_lone and not found.was and bool(found.dues)
        if not is_behind_new or span is None or span.span is None:
            return False
        return span.span.last < found.dues[-1].when.first

    def _is_of_rhythm(self, token: Token, clause: int, role: str) -> bool:
        """Return whether a date is one of many: a month, the next, "first in June 2028"."""
        period = token.period
        if not self.has_rhythm or role not in ("", "due") or period is None:
            return False
        if self.is_up_to(token):
            return False  # "monthly until Easter": then it ends
        if not role and period.of_year and not period.plan_years:
            return True
        before = self.words.atoms[clause : token.start]
        if "next" in before or ("first" in before and all(one in TRIMMED for one in before)):
            return True
        return self._is_first_of_many(before)

    def _tells_what_was(self, token: Token) -> bool:
        """Return whether nothing is due then: "70% as at October 2026", "last done May 2026"."""
        if not self.has_rhythm or self.role not in ("", "due", "review"):
            return self.role == "told"
        span, meeting = token.period.span if token.period else None, self.words.meeting
        near = self.words.atoms[max(0, token.start - _NEAR_LAST) : token.start]
        is_last_of_many = "last" in near and span is not None
        if span is not None and meeting is not None and span.last >= meeting:
            return False
        self.last_of_many = span if is_last_of_many else self.last_of_many
        return is_last_of_many

    def _add_next_of_many(self) -> None:
        """Add the next review after the last one that was."""
        found, last, meeting = self.found, self.last_of_many, self.words.meeting
        months = months_of(found.rhythm) if found.rhythm else 0
        if last is None or meeting is None or not months or found.reviews or found.begins:
            return
        following: DateSpan | None = last
        while following is not None and following.last < meeting:
            following = one_later(following, found.rhythm)
        if following is not None:
            found.reviews.append(Milestone(following))
            told = f"The next is read as {span_in_words(following)}, counted from the last one."
            found.told.append(told)

    def _is_first_of_many(self, before: list[str]) -> bool:
        """Return whether what stands before a date is the first of what recurs: "First check"."""
        named = [one for one in before if one not in TRIMMED or one == "first"]
        if not named or named[0] not in ("first", "initial") or len(named) > _MOST_IN_NAME:
            return False
        if not NUMBERED.isdisjoint(named):
            return False
        return not _REPEATED.isdisjoint(named)

    def _place(self, token: Token, step: Milestone, role: str, *, is_month: bool = False) -> None:
        """Keep a date as what its role says; with a second one it lasts until then."""
        found, until = self.found, token.until
        first, last = step.when, until.span if until else None
        if last is not None and role != "was" and last.last < first.first:
            first, last = DateSpan(last.first, last.last), None
        first, last = self.split_days(first, last, role)
        whole = DateSpan(first.first, last.last) if last else first
        step = Milestone(whole, step.what, step.is_plain)
        if role == "review" and self.is_of_other and self.word_before(token) == "by":
            step = Milestone(whole, step.what, is_plain=True)
            found.dues.append(step)
            found.reviews.append(step)
        elif role == "review":
            self._place_review(step, is_month=is_month)
        elif role == "begins" and not (last is None and self._is_step(first)):
            self.place_beginning(token, first, last)
        elif role == "was":
            found.was = first
            if last is not None:
                found.dues.append(Milestone(last))
        elif role == "now":
            self._ask_whether_agreed(token)
            self.replace_earlier()
            found.dues.append(step)
        else:
            found.dues = [*(() if self.is_within_label(token, first) else found.dues), step]
            is_last = self.is_up_to(token) or self.is_the_end(token, step)
            found.is_until = found.is_until or is_last

    def _is_step(self, when: DateSpan) -> bool:
        """Return whether something else begins after all that is due: "the contract starts"."""
        dues = self.found.dues
        return self.begins_other and bool(dues) and when.first > max(one.when.last for one in dues)

    def _place_review(self, step: Milestone, *, is_month: bool) -> None:
        """Keep a review; of the months of a rhythm only the soonest counts."""
        reviews = self.found.reviews
        self.months_of_rhythm += is_month
        if any(one.when == step.when for one in reviews):
            return
        if is_month and reviews:
            if step.when.last < reviews[0].when.last:
                reviews[0] = step
            return
        if is_month and self.found.dues:
            return
        reviews.append(step)

    def _take_back(self, token: Token, role: str) -> None:
        """Let the words after a date say what it is: "31 March 2026 (original)"."""
        period, found = token.period, self.found
        if period is None or period.span is None or not found.dues:
            return
        taken = found.dues.pop()
        if role == "now":
            self.replace_earlier()
            found.dues.append(taken)
        else:
            step = Milestone(period.span, taken.what)
            self._place(token, step, role, is_month=bool(period.of_year) and self.has_rhythm)
        self.last_role = role

    def _recur(self, i: int, rhythm: Rhythm) -> None:
        """Keep how often it recurs; what else recurs has the first rhythm."""
        found = self.found
        if self.is_otherwise_often(i):
            found.left.append((self.tokens[i - 1].start, self.tokens[i].end))
            return
        if rhythm.asks:
            if self._is_twofold_by_months():
                found.rhythm = found.rhythm or "P6M"
                return
            found.asks.append(rhythm.asks)
            found.needs.append("biannually_means")
        if rhythm.told:
            found.told.append(rhythm.told)
        if rhythm.every and found.rhythm and rhythm.every != found.rhythm:
            found.left.append((self.tokens[i].start, self.tokens[i].end))
        if rhythm.every and not found.rhythm:
            found.rhythm = rhythm.every
            found.scope = self._scope(i)
        if rhythm.every and found.begins and not found.reviews and self._is_reviewed(i):
            found.reviews_begin = one_later(found.begins, rhythm.every)
        if rhythm.yearly_in:
            self.role, self.since_role = "review", 0

    def _is_twofold_by_months(self) -> bool:
        """Return whether two months are named, which says twice a year."""
        months = [one for one in self.tokens if one.period and one.period.of_year]
        return 1 < len(months) < 3  # noqa: PLR2004 - twice

    def _is_reviewed(self, i: int) -> bool:
        """Return whether what recurs is called a review, beside a beginning of its own."""
        beside = self.tokens[max(0, i - 2) : i] + self.tokens[i + 1 : i + 2]
        return any(one.role == "review" for one in beside)

    def _scope(self, i: int) -> str:
        """Return what is reviewed: "Annual reviews of learning thereafter"."""
        words, tokens = self.words, self.tokens
        if i + 2 >= len(tokens) or tokens[i + 1].role != "review" or self.sign(i + 2) != "of":
            return ""
        start = end = tokens[i + 2].end
        atoms = words.atoms
        while atoms[end] and atoms[end] not in (",", ".", ";", "(", ")", "thereafter", "from"):
            end += 1
        return words.quoted(start, end)
