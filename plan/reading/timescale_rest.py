"""Whether a timescale says that all is done or goes on, and the words that nobody could date."""

import re
from datetime import date

from plan.reading.atoms import word_set
from plan.reading.dates import DateSpan, date_in_words, span_in_words
from plan.reading.rhythms import APPROVAL
from plan.reading.spans import COUNTS
from plan.reading.status import says_done
from plan.reading.timescale_said import STRONG, TokenReader
from plan.reading.timescale_tokens import Token

_BODIES = word_set(
    "committee board ijb council cabinet meeting cycle group team smt slt cmt executive the to "
    "end session year thereafter basis at a least of"
)
"""Words beside a date that leave nothing open."""
_PAST = word_set("held sent met set begun made given taken written drawn")
_REVIEWED = frozenset(("review", "reviews", "reviewed"))
_SENTENCE_ENDS = re.compile(r"[.;](?=\s|$)")
AT_ONCE = frozenset(("immediate", "immediately", "straight", "forthwith", "once"))
"""Words by which something begins as soon as it is approved."""
_AFTER = frozenset(("after", "following", "on", "upon", "once", "when"))
_IS = word_set("is are remains remain becomes")
_UNCOUNTED = frozenset(("term", "terms", "sessions", "cycle", "cycles"))
_COUNTED_BY = frozenset(("after", "for", "within", "over", "in"))
_TO_COME = frozenset(("by", "before", "for", "until", "no"))


_PARTS_OF_A_YEAR = word_set(
    "festive night eve way point third thirds season halfway midpoint calendar recess half"
)
"""Words before a year that make a part of it: "half way through 2027", "Bonfire Night 2027"."""
_BUSY = word_set("festive holiday growing busy christmas new breeding nesting tourist")
_JOINED = frozenset((",", ".", "-", "(", ")"))
_LONG_AS_A_YEAR = 270


class RestReader(TokenReader):
    """Reads what is left once the dates are known."""

    def read(self) -> None:
        """Decide on "completed" and "ongoing", and quote what is left."""
        kinds = {one.kind for one in self.tokens}
        if "done" in kinds:
            self._judge_done()
        if "ongoing" in kinds or "started" in kinds:
            self._judge_ongoing()
        self._judge_past()
        self._judge_past_reviews()
        self._gather_unread()

    def _judge_done(self) -> None:
        """Decide whether a word such as "completed" says that all of it is done."""
        i = next(i for i, one in enumerate(self.tokens) if one.kind == "done")
        _, behind = self.segment(i)
        meeting, found = self.words.meeting, self.found
        ends = self._date_of_done(i, behind)
        later = [one for one in found.dues if ends is None or one.when != ends]
        if ends is not None and meeting and ends.first > meeting:
            follows = self.words.atoms[behind[0].start] if behind else ""
            if follows not in _TO_COME and self.words.atoms[self.tokens[i].start] != "complete":
                told = f"{span_in_words(ends)} is after the meeting: it is read as still to come."
                found.told.append(told)
            return
        if not self._says_done(i):
            self._ask_whether_done(i, behind, ends)
            return
        if self._comes_first(i) and any(
            meeting is None or one.when.last > meeting for one in later
        ):
            found.asks.append("Is all of it done? A date follows that is still to come.")
            return
        found.is_done = True
        if ends is not None or self._comes_first(i):
            found.dues = later if not self._comes_first(i) else []

    def _says_done(self, i: int) -> bool:
        """Return whether the words say it plainly, past a date that stands first."""
        token, words = self.tokens[i], self.words
        before, behind = self.segment(i)
        if token.end - token.start > 1 and words.atoms[token.start] == "in":
            return not before and not behind
        first = 0
        for j in range(i - 1, -1, -1):
            if self.tokens[j].kind == "period":
                first = j + 1
                break
        ahead = self.tokens[: max(0, first - 1)]
        if any(one.kind not in ("before", "sign") and one.role != "due" for one in ahead):
            return False
        if first and (dated := self.tokens[first - 1].period) and dated.plan_years:
            return False
        said = " ".join(words.said[words.starts[self.tokens[first].start] :].split())
        said = said.lstrip(" .,;:-–—")
        if said.startswith("(") and said.endswith(")"):
            said = said[1:-1]
        until = words.meeting or date.max
        return says_done(said, until) or (
            first == 0
            and not _REVIEWED.isdisjoint(words.atoms)
            and says_done(_SENTENCE_ENDS.split(said, maxsplit=1)[0], until)
        )

    def _ask_whether_done(self, i: int, behind: list[Token], ends: DateSpan | None) -> None:
        """Ask where a text begins with "Complete" and names a past day, if it is not plain."""
        meeting, found = self.words.meeting, self.found
        follows = self.words.atoms[behind[0].start] if behind else ""
        if i > 0 or meeting is None or follows in _TO_COME or not found.dues:
            return
        past = [one for one in found.dues if one.when.last <= meeting and ends in (None, one.when)]
        if past:
            found.dues = [one for one in found.dues if one not in past]
            found.asks.append(f"Is it done? “{self.words.said.strip()}” does not say so plainly.")

    def _comes_first(self, i: int) -> bool:
        return not any(one.kind == "period" for one in self.tokens[:i])

    def _date_of_done(self, i: int, behind: list[Token]) -> DateSpan | None:
        """Return the day that stands with "completed": in its clause, or right behind a sign."""
        period = next((one for one in behind if one.kind == "period"), None)
        j = i + 1
        if period is None and not behind:
            while j < len(self.tokens) and self._leads_on(j) and j < i + 4:
                j += 1
            if j < len(self.tokens) and self.tokens[j].kind == "period" and self.sign(i + 1) != ".":
                period = self.tokens[j]
        return period.period.span if period and period.period else None

    def _leads_on(self, j: int) -> bool:
        """Return whether a sign or a small word goes on in the same sentence."""
        return self.tokens[j].kind in ("sign", "before") and self.sign(j) not in STRONG

    def _judge_ongoing(self) -> None:
        found = self.found
        for i, one in enumerate(self.tokens):
            if one.kind not in ("ongoing", "started"):
                continue
            before, _ = self.segment(i)
            if any(two.kind == "not" for two in before) or self._is_to_come(one, before):
                self.found.left.append((before[0].start, one.end))
            elif not AT_ONCE.isdisjoint(self.words.atoms[one.start : one.end]):
                self._begin_at_once(i)
            elif one.kind == "ongoing" or not found.dues:
                found.is_ongoing = True

    def _is_to_come(self, token: Token, before: list[Token]) -> bool:
        """Return whether it waits for what is to happen: "once the Act is commenced"."""
        is_told = token.kind == "started" or self.word_before(token) in _IS
        if not is_told or not before:
            return False
        opens = self.words.atoms[before[0].start]
        return opens in _AFTER or any(one.kind == "if" for one in before)

    def _begin_at_once(self, i: int) -> None:
        """Let "immediately" begin at the meeting that approves it, or after what it names."""
        token, words, found = self.tokens[i], self.words, self.found
        behind = [two for two in self.segment(i)[1] if two.end > token.end]
        quoted = words.quoted(token.start, token.end)
        if words.atoms[token.end] in _AFTER:
            if any(two.kind == "period" for two in behind):
                return
            end = behind[-1].end
            quoted = words.quoted(token.start, end)
            if APPROVAL.isdisjoint(words.atoms[token.end : end]):
                found.asks.append(f"When is that? “{quoted}” counts from a day that is not given.")
                found.left.append((token.start, end))
                return
        if words.meeting is None:
            found.is_ongoing = True
            found.asks.append(f"Which day is the meeting? “{quoted}” counts from it.")
        elif found.begins is None and not found.is_done:
            found.begins = DateSpan(words.meeting, words.meeting)
            day = date_in_words(words.meeting)
            found.told.append(f"“{quoted}” is read as from the meeting on, {day}.")

    def _judge_past(self) -> None:
        """Take a date back that only says what happened then: "One officer appointed July 2004"."""
        meeting, found = self.words.meeting, self.found
        if meeting is None or found.is_done or found.was or not found.dues:
            return
        for i, one in enumerate(self.tokens):
            if one.kind != "period" or i == 0 or not one.period or not one.period.span:
                continue
            span = one.period.span
            if one.until and one.until.span:
                span = DateSpan(span.first, one.until.span.last)
            if span.last >= meeting or not self._happened(i):
                continue
            kept = [step for step in found.dues if step.when != span]
            if len(kept) < len(found.dues) and any(step.when.last >= meeting for step in kept):
                quoted = self.words.quoted(self.tokens[max(0, i - 3)].start, one.end)
                found.told.append(f"“{quoted}” was before the meeting.")
            elif len(kept) < len(found.dues):
                found.dues = kept
                quoted = self.words.quoted(self.tokens[max(0, i - 3)].start, one.end)
                found.asks.append(f"Is it done? “{quoted}” was before the meeting.")

    def _happened(self, i: int) -> bool:
        """Return whether a verb before a date says what was done then, "agreed by the board"."""
        words, before = self.words, self.segment(i)[0]
        near = self.tokens[i - 1]
        verbs = [near] if near.kind in ("word", "done") else []
        if before and before[0].kind == "word" and words.atoms[before[0].end] in ("by", "at"):
            verbs.append(before[0])
        said = [words.atoms[one.start] for one in verbs]
        return any(one.endswith("ed") or one in _PAST for one in said)

    def _judge_past_reviews(self) -> None:
        """Of a review that was and one that will be only the next counts."""
        found, meeting = self.found, self.words.meeting
        if meeting is None or not found.reviews or found.is_done:
            return
        to_come = [one for one in found.reviews if one.when.last >= meeting]
        if to_come:
            found.reviews = to_come
        elif "reviewed" in self.words.atoms and not found.rhythm and not found.dues:
            found.reviews = []
            quoted = self.words.said.strip()
            found.asks.append(f"When is the next review? “{quoted}” was before the meeting.")

    def _gather_unread(self) -> None:
        """Keep the first words that nobody could date and that may matter, as they were typed."""
        tokens = self.tokens
        has_date = bool(self.found.dues or self.found.reviews or self.found.begins)
        segments: list[list[Token]] = [[]]
        for one in tokens:
            if not self.is_boundary(one):
                segments[-1].append(one)
            elif segments[-1]:
                segments.append([])
        seen_time = False
        for i, segment in enumerate(segments):
            if not segment:
                continue
            follows = [one for two in segments[i + 1 : i + 3] for one in two[:3]]
            names_next = any(one.kind == "period" for one in follows)
            look = self._look_over(
                segment, seen_time=seen_time and not names_next, has_date=has_date
            )
            seen_time = seen_time or look
        self._leave_uncounted()
        self._leave_parts_of_years()
        if self.found.left:
            start, end = min(self.found.left)
            self.found.unread = self.words.quoted(start, end)

    def _leave_uncounted(self) -> None:
        """Leave what is counted in terms, of which nobody can tell the days: "after one term"."""
        atoms = self.words.atoms
        for i, one in enumerate(self.tokens):
            if one.kind != "word" or atoms[one.start] not in _UNCOUNTED or not one.start:
                continue
            number = atoms[one.start - 1]
            k = one.start - 2
            is_counted = k < 0 or atoms[k] in _COUNTED_BY
            if is_counted and (number in COUNTS or number.isdecimal()):
                before = self.tokens[i - 3] if i > 2 else None  # noqa: PLR2004 - past both words
                is_review = before is not None and before.role == "review" and before.end == k
                self.found.left.append((max(k - is_review, 0), one.end))

    def _leave_parts_of_years(self) -> None:
        """Leave a year of which only a part is meant that nobody can date: "festive period 2026".

        The year itself is not the date then: nothing is due at its end.
        """
        for i, one in enumerate(self.tokens):
            span = one.period.span if one.kind == "period" and one.period else None
            if span is None:
                continue
            behind = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
            end = behind.end if behind and self.words.atoms[behind.start] == "season" else one.end
            is_year = (span.last - span.first).days >= _LONG_AS_A_YEAR
            start = self._part_before(i) if is_year else None
            if start is None and end == one.end:
                continue
            self.found.left.append((one.start if start is None else start, end))
            self.found.dues = [due for due in self.found.dues if due.when != span]

    def _part_before(self, i: int) -> int | None:
        """Return where the words begin that make a part of the year at a place, None without."""
        atoms, j = self.words.atoms, i - 1
        while j >= 0 and (self.tokens[j].kind == "before" or self.sign(j) in _JOINED):
            j -= 1
        if j < 0 or self.tokens[j].kind != "word":
            return None
        word, start = atoms[self.tokens[j].start], self.tokens[j].start
        led = self.tokens[j - 1].start if j else None
        before = atoms[led] if led is not None else ""
        if word == "period":
            return led if before in _BUSY else None
        if word.isdecimal():
            is_month = j + 2 == i and self.sign(j + 1) == "."
            return led if before == "week" else (start if is_month else None)
        if word not in _PARTS_OF_A_YEAR:
            return None
        return led if led is not None and self.tokens[j - 1].kind in ("word", "spell") else start

    def _look_over(self, segment: list[Token], *, seen_time: bool, has_date: bool) -> bool:
        """Note what of a segment is unread; return whether a time has been seen by its end."""
        kinds = {one.kind for one in segment}
        matters = next((one for one in segment if one.kind in ("if", "vague")), None)
        if matters is not None:
            end = matters.end if matters.kind == "vague" else segment[-1].end
            if matters.kind == "if":
                periods = [one.start for one in segment if one.period and one.start > matters.start]
                end = min(periods, default=end)
            self.found.left.append((matters.start, end))
        is_time = bool(kinds & {"period", "rhythm", "spell", "done", "ongoing", "started"})
        if is_time or seen_time is False:
            return seen_time or is_time
        if "status" in kinds or "role" in kinds or matters is not None:
            return True
        left = [one for one in segment if one.kind in ("word", "not")]
        if any(start <= segment[0].start < end for start, end in self.found.named):
            return True
        if len(segment) == 1 and _is_of_a_list(self.words.atoms[segment[0].start]):
            return True
        is_of_time = has_date or self.words.atoms[segment[0].start] in ("in", "by", "on", "from")
        if is_of_time and any(self.words.atoms[one.start] not in _BODIES for one in left):
            self.found.left.append((segment[0].start, segment[-1].end))
        return True


def _is_of_a_list(atom: str) -> bool:
    """Return whether it is the sign of a list: (ii), (b), (3)."""
    return len(atom) == 1 or set(atom) <= set("ivx")
