"""Gives every date of a timescale a year: its own, a neighbour's, or the next after the meeting."""

from datetime import date, timedelta

from plan.reading.atoms import Words
from plan.reading.dates import DateSpan, span_in_words
from plan.reading.named_spans import SEASONS
from plan.reading.spans import Period
from plan.reading.timescale_said import DatesSaid, TokenReader
from plan.reading.timescale_tokens import Token

JOINS = frozenset(("and", "&", ",", "/", "or"))
"""What stands between two dates of one list."""


def date_tokens(words: Words, tokens: list[Token], found: DatesSaid) -> tuple[list[Token], int]:
    """Give the dates among the tokens their years, and tell or ask about those that had none.

    Return the tokens without dates that another in brackets explains, and how many months of a
    rhythm were read as one date.
    """
    reader = _YearReader(words, tokens, found)
    reader.read()
    return reader.tokens, reader.months_of_rhythm


class _YearReader(TokenReader):
    """Dates the tokens in place."""

    months_of_rhythm = 0

    def read(self) -> None:
        self._drop_glosses()
        self._date_neighbours()
        self._date_the_rest()

    def _drop_glosses(self) -> None:
        """Let a date in brackets count for what it explains: "Quarter 4 (Jan-Mar 2027)"."""
        tokens, kept = self.tokens, []
        has_dates = any(
            one.period and one.period.span and not one.period.plan_years for one in tokens
        )
        i = 0
        while i < len(tokens):
            one = tokens[i]
            explained = one.kind in ("period", "spell")
            if explained and self.sign(i + 1) == "(" and self.sign(i + 3) == ")":
                inner = tokens[i + 2]
                if inner.kind == "period" and _explains(one, inner):
                    inner.start, inner.end = one.start, tokens[i + 3].end
                    _keep_the_shorter(one.period, inner)
                    kept.append(inner)
                    i += 4
                    continue
            named = one.period and (_is_explained(one.period) or self._names_more(i))
            if has_dates and named:
                one.kind = "word"
            kept.append(one)
            i += 1
        self.tokens = kept

    def _names_more(self, i: int) -> bool:
        """Return whether a season names something: "winter pressures plan by October 2027"."""
        one, following = self.tokens[i], self.tokens[i + 1 : i + 2]
        is_open = one.until is None and one.period is not None and one.period.span is None
        is_season = self.words.atoms[one.start] in (*SEASONS, "easter", "christmas")
        return is_open and is_season and bool(following) and following[0].kind == "word"

    def _date_neighbours(self) -> None:
        """Give a date without a year the year of the one that it is joined to."""
        tokens = self.tokens
        for one in tokens:
            if one.period and one.until:
                _date_each_other(one.period, one.until)
        for i in range(len(tokens) - 3, -1, -1):
            one, following = tokens[i], tokens[i + 2]
            if one.kind == "period" == following.kind and self.sign(i + 1) in JOINS:
                later = following.period.span if following.period else None
                if later is not None:
                    _date_before(one, later.last)
        if not self.has_rhythm and self._date_those_after():
            self._date_those_before()

    def _date_those_after(self) -> bool:
        """Date what stands after a date, and return whether there is one."""
        previous: DateSpan | None = None
        for one in self.tokens:
            period = one.period
            if one.kind != "period" or period is None:
                continue
            if previous and period.span is None and period.of_year:
                quoted = self.words.quoted(one.start, one.end)
                period.span = period.after(previous.last, previous.first.year)
                self._tell_year(quoted, period.span, "after the date before it")
                if one.until:
                    _date_each_other(period, one.until)
            previous = (one.until or period).span or previous
        return previous is not None

    def _date_those_before(self) -> None:
        """Date what stands before a date, and before all others that have a year."""
        following: DateSpan | None = None
        for one in reversed(self.tokens):
            if one.kind != "period" or one.period is None or one.period.is_bad:
                continue
            if following and (one.until or one.period).span is None and one.period.of_year:
                _date_before(one, following.last)
                quoted = self.words.quoted(one.start, one.end)
                self._tell_year(quoted, one.period.span, "before the date after it")
            following = one.period.span or following

    def _date_the_rest(self) -> None:
        """Give a date without a year the next year after the meeting; without a meeting, ask."""
        asks = any(one.period and one.period.plan_years and one.period.asks for one in self.tokens)
        first = self._first_of_many() if self.has_rhythm else None
        for one in self.tokens:
            period = one.period
            if one.kind != "period" or period is None or period.span or period.is_bad:
                continue
            if asks and not period.asks:
                continue  # "Y2 Q1": dated once the plan says when year 1 begins
            if period.asks:
                self.found.asks.append(period.asks)
                if period.plan_years:
                    self.found.needs.append("year_1_begins")
            elif first is not None and period.of_year and not one.until:
                period.span = period.after(first - timedelta(days=1), first.year)
            elif self.words.meeting is not None:
                self._date_next(one, period, self.words.meeting)
            else:
                quoted = self.words.quoted(one.start, one.end)
                self.found.asks.append(f"Which year is meant by “{quoted}”?")

    def _first_of_many(self) -> date | None:
        """Return when what recurs comes first: "each June, first in June 2028"."""
        for i, one in enumerate(self.tokens):
            if one.period is None or one.period.span is None or one.period.span.first == date.min:
                continue
            before = self.tokens[max(0, i - 2) : i]
            if any(
                two.role == "begins" or self.words.atoms[two.start] == "first" for two in before
            ):
                return one.period.span.first
        return None

    def _date_next(self, token: Token, period: Period, meeting: date) -> None:
        """Give a date the next year after the meeting."""
        quoted = self.words.quoted(token.start, token.end)
        if period.each and self.has_rhythm:  # "Q2 & Q4 each year": the sooner of the two
            spans = [Period(0, of_year=one).after(meeting, meeting.year - 1) for one in period.each]
            period.span = min(filter(None, spans), key=lambda span: span.last, default=None)
            self.months_of_rhythm += 1
        if token.until and token.until.span is None and self.has_rhythm:
            # "twice yearly (June/December)": the sooner of two months
            spans = [one.after(meeting, meeting.year - 1) for one in (period, token.until)]
            period.span = min(filter(None, spans), key=lambda span: span.last, default=None)
            token.until = None
            self.months_of_rhythm += 1
        last = token.until or period
        last.span = last.span or last.after(meeting, meeting.year - 1)
        if token.until and last.span:
            period.span = period.before(last.span.last)
        if period.span:
            self._tell_year(quoted, last.span, "the next after the meeting")

    def _tell_year(self, quoted: str, span: DateSpan | None, why: str) -> None:
        if span is not None:
            told = f"“{quoted}” has no year: {span_in_words(span)} is read, {why}."
            self.found.told.append(told)


def _explains(one: Token, inner: Token) -> bool:
    """Return whether a date in brackets makes the time before it more exact."""
    if one.until is not None or inner.period is None:
        return False
    if one.kind == "spell" or one.period is None or one.period.span is None:
        return True
    span, within = one.period.span, inner.period.span
    if within is None:
        return inner.period.of_year is not None
    last = inner.until.span if inner.until and inner.until.span else within
    return within.first <= span.last and last.last >= span.first


def _is_explained(period: Period) -> bool:
    """Return whether a date beside it says when it is: "Year 1 (2026/27)", "the new session"."""
    return bool(period.plan_years and period.asks) or (period.is_general and period.span is None)


def _keep_the_shorter(period: Period | None, inner: Token) -> None:
    """Let the more exact of a time and its explanation count: "March 2027 (Q4)", "Q4 (2026/27)"."""
    exact = inner.period
    if period is None or exact is None or inner.until is not None:
        return
    for one, other in ((period, exact), (exact, period)):
        if one.span is None and one.of_year is not None and other.span is not None:
            one.span = one.after(other.span.first, other.span.first.year)
    if period.span and exact.span and _length(period.span) < _length(exact.span):
        exact.span = period.span


def _length(span: DateSpan) -> int:
    return (span.last - span.first).days


def _date_each_other(first: Period, last: Period) -> None:
    """Give a period without a year the one of the other: "Jan-Mar 2027", "March 2027 to May"."""
    if first.span is None and first.of_year and last.span:
        first.span = first.before(last.span.last)
    elif last.span is None and last.of_year and first.span:
        last.span = last.after(first.span.last, first.span.first.year)


def _date_before(token: Token, day: date) -> None:
    period, last = token.period, token.until or token.period
    if period is None or last is None or last.span is not None or last.of_year is None:
        return
    last.span = last.before(day)
    if token.until is not None:
        _date_each_other(period, token.until)
