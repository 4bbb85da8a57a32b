"""The checks that compare the report with the plan: R11, R12, and what R42 asks of leads."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from plan.checks.check import Check, Found, check
from plan.checks.facts.actions_told import is_of_others, led_by_another
from plan.checks.facts.counted_things import (
    built_otherwise,
    listed_as,
    lists_differ,
    numbers_in_column,
    unanswered,
)
from plan.checks.facts.report_text import (
    Words,
    is_introduction,
    place_of_words,
    prose_words,
    report_words,
    sentences_of,
)
from plan.checks.facts.spoken_of import speaks_of
from plan.checks.paper import Paper
from plan.model.finding import Severity
from plan.model.rows import Action, Aim
from plan.papers.places import aim_place, passage_place
from plan.reading.number_words import ORDINAL, place_of, said_once
from plan.text.comparing import in_common, steps_between
from plan.text.line_breaks import counted
from plan.text.remembered import remembered
from plan.tracing.tracing_wording import Difference

_SURELY, _PERHAPS = 0.55, 0.3
"""From the first likeness on a bullet quotes an aim; from the second on, in a list that does."""
_FEWEST, _MOST_NAMED = 2, 3
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_COUNTED = re.compile(
    r"\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+"
    r"(?:(?:(?:main|key|priority|broad)\s+)?(?:recommendations|aims|areas\s+for\s+(?:development|"
    r"improvement))|(?:(?!of|new|other|more|further|old|late|open|remaining|corporate|national|"
    r"council|their|its|own|different|similar|previous|in|and|or|to|with|for|are|is)[a-z-]+\s+)"
    r"{1,2}aims)\b(?! of (?:its|their|his|her) own\b)",
    re.IGNORECASE,
)
_WHICH_AIM = re.compile(
    rf"\b(?P<first>{ORDINAL}) (?:[a-z-]+ )?aim\b(?! of (?!the plan\b|this plan\b))|"
    r"\bAim (?P<number>\d{1,2})\b(?![.,:]\d| of (?!the plan\b|this plan\b))",
    re.IGNORECASE,
)
"""One aim by its place: "the fourth aim", "Aim 5"."""
_COUNT = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_DEMANDS = re.compile(
    rf"\b(?P<count>{_COUNT})\s+(?:(?:main|key|priority|broad|formal)\s+)?(?P<what>requirement|"
    r"recommendation|areas?\s+for\s+(?:development|improvement))s?\b",
    re.IGNORECASE,
)
"""What inspectors may ask for in two kinds: requirements, and areas for improvement."""
_TOGETHER = re.compile(
    rf"{_DEMANDS.pattern.replace('?P<count>', '').replace('?P<what>', '')}(?:,? (?:and|with) "
    rf"(?:also )?){_DEMANDS.pattern.replace('?P<count>', '').replace('?P<what>', '')}",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\A\W*(?:(?:recommendation|requirement|area for (?:improvement|development)|priority|aim|"
    r"theme|objective|outcome|finding|action point)\s+)?(?:[A-Z]{1,4} ?\d{1,2}|"
    r"\d{1,2}(?:\.\d{1,2})?)"
    r"(?:\s*\([^)]{1,25}\))?\s*(?:[:.)–—]|\s-)\s*(?=\S)",
    re.IGNORECASE,
)
"""The number of a demand, and how it was graded: "R1 (high):", "Requirement 2 –"."""
_GRADE = re.compile(
    r"\s*[(\[](?:grade[d:]? ?)?(?:high|medium|low|critical|essential|important|significant|"
    r"moderate|minor|major|[A-D1-5])(?: (?:risk|priority|grade))?[)\]]\W*\Z",
    re.IGNORECASE,
)
_DEMANDED = re.compile(r"\b(?:should|must|shall|(?:is|are) required to|ought to)\b", re.IGNORECASE)
"""How inspectors put what a plan's aim may put as what is so once it is done."""
_SOME = re.compile(
    r"\b(?:first|last|other|next|latter|former|remaining|another|further|of)\s*$", re.IGNORECASE
)
"""What comes before a count of only some of them: "the first two aims"."""
_BEFORE = 80
"""How many characters before a count we look at."""
_OWN = re.compile(
    r"\W*(?:(?:which are|that are|set out|listed|made|contained)\s+)?(?:above|below|"
    r"(?:in|at|under|of)\s+(?:section|paragraph|part|this report))\b",
    re.IGNORECASE,
)
"""What follows the report's own recommendations, those to the committee."""
_PARTLY = re.compile(
    rf"\bof (?:which|these|those|them)\b|\b{_COUNT} (?:of|is|are|was|were|has|have)\b(?! (?:new|"
    r"for)\b)|\b(?:group\w*|merg\w+|combin\w+|already|completed?|met|closed|some|most|"
    r"remaining|rest|in (?:this|the) plan|addressed (?:here|in))\b",
    re.IGNORECASE,
)
"""Words by which a plan answers some of what was asked, or several of them together."""
_ONE_AIM_EACH = re.compile(
    r"\b(?:each (?:of (?:which|them|these) )?(?:is|has|becomes?|became|was made) (?:now )?(?:an? |"
    r"its )?"
    r"(?:own )?(?:aim|priority|theme|outcome)|one (?:aim|priority) for each|an aim for each)\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\bplan\b[^.;]{0,80}\b(?:answers?|respon\w+|address\w*|meets?|tak\w+ up|follows?|sets? out)\b|"
    r"\b(?:answers?|respon\w+|address\w*|to meet|taken up|tak\w+ up|acts? on)\b[^.;]{0,80}"
    r"\b(?:recommendations?|requirements?|areas? for|inspect\w*|findings|audit\w*|all of them)\b|"
    r"\b(?:recommendations?|areas? for (?:improvement|development)|requirements?)\b[^.;]{0,60}"
    r"\b(?:taken up|answered|addressed|met by|set out)\b",
    re.IGNORECASE,
)
"""Words by which the plan is the answer to what was asked."""
_WORD = re.compile(r"[\w'’]+")
_FROM = "The report and the plan go to committee as one paper"


@check("R11", "FIX", "The report quotes the plan's aims in their wording and order.", _FROM)
def aims_are_quoted(paper: Paper) -> Iterator[Found]:
    """R11: bullets in the report that quote the aims use their wording and their order.

    We compare the first list that quotes two or more aims; anything said about an aim again further
    down is not counted twice. The number and the grade of a demand are none of its words, and where
    inspectors say what should be and the aim what is, each keeps its own words.
    """
    for words in report_words(paper):
        quoted = _quoted(paper.plan.aims, words.bullets)
        if not quoted:
            continue
        place = passage_place(paper.plan, words.passage)
        order = [number for number, _ in quoted]
        if order != sorted(order):
            said = ", ".join(map(str, order))
            text = f"The report lists the aims in another order than the plan: {said}."
            yield Found(place, text, (said,))
        for number, bullet in sorted(quoted):
            aim = paper.plan.aims[number - 1]
            ours, theirs = _without_label(aim.text), _without_label(bullet)
            is_put_otherwise = bool(_DEMANDED.search(theirs)) != bool(_DEMANDED.search(ours))
            if not (is_put_otherwise or _is_same(ours, theirs)):
                differs = _differences(ours, theirs)
                text = f"Aim {number} reads otherwise in the report: {differs}."
                yield Found(aim_place(paper.plan, aim.id), text, (aim.text, bullet))
        return


@check(
    "R12",
    "FIX",
    "Counts in the report agree with the plan's aims and columns, and with what is listed.",
    _FROM,
)
def counts_agree(paper: Paper) -> Iterator[Found]:
    """R12: "four areas", "the 4 recommendations": as many as the plan has aims.

    If the report counts its aims, its recommendations are somebody else's: an auditor's nine may
    have become two aims. What a column of the plan has by its number is answered there, and what a
    sentence counts and names is as many as it names.
    """
    yield from lists_differ(paper)
    aims = len(paper.plan.aims)
    if not aims:
        return
    counts = [
        (words, match, f"{sentence} {after}")
        for words in prose_words(paper)
        for sentence, after in sentences_of(words)
        for match in _counts(said_once(sentence))
        if _is_of_aims(match) or not is_introduction(paper, words)
        if not is_of_others(paper, sentence)
        if not numbers_in_column(paper, match[0].split()[-1])[1]
    ]
    yield from _one_too_many(paper, aims)
    yield from built_otherwise(paper)
    yield from unanswered(paper)
    is_told = any(_is_of_aims(match) for _, match, _ in counts)
    demands = {} if is_told else _demands(paper)
    together = _asked_together(paper, demands, aims)
    if together is not None:
        yield together
    if together is not None or sum(demands.values()) == aims:
        return
    said: set[str] = set()
    for words, match, sentences in counts:
        told = match[0].casefold()
        is_other = _count(match) != aims and (_is_of_aims(match) or not is_told)
        if is_other and told not in said and (found := _differs(paper, words, match, sentences)):
            said.add(told)
            yield found


def _differs(paper: Paper, words: Words, match: re.Match[str], sentences: str) -> Found | None:
    """Return the finding of a count that is not that of the aims, None if it is answered so."""
    aims, count, is_of_aims = len(paper.plan.aims), _count(match), _is_of_aims(match)
    severity = None if is_of_aims else _weight_of(paper, sentences)
    listed = 0 if is_of_aims else listed_as(paper, match[0].split(None, 1)[1])
    is_listed = listed in (0, count)
    if severity == "silent" or (is_listed and severity and count == len(paper.plan.actions)):
        return None  # answered together, or each by an action of its own
    where = "introduction" if is_introduction(paper, words) else "report"
    than, number = f"the plan has {counted(aims, 'aim')}", aims
    if not is_listed:
        than, number = f"{listed} are listed", listed
    text = f"The {where} speaks of “{match[0]}”, and {than}."
    facts = (match[0], str(number))
    return Found(place_of_words(paper, words), text, facts, severity, about=match[0].casefold())


def _one_too_many(paper: Paper, aims: int) -> Iterator[Found]:
    """Yield the first aim that is spoken of by a place that the plan has not: "the fourth aim"."""
    labels = " ".join(aim.text for aim in paper.plan.aims).casefold()
    for words in prose_words(paper):
        for sentence, _ in sentences_of(words) if "aim" in words.text.casefold() else ():
            found = _WHICH_AIM.search(sentence)
            if found is None or is_of_others(paper, sentence) or found[0].casefold() in labels:
                continue
            place = place_of(found["first"]) if found["first"] else int(found["number"])
            if place is not None and place > aims:
                text = f"“{found[0]}” is spoken of, and the plan has {counted(aims, 'aim')}."
                where = place_of_words(paper, words)
                yield Found(where, text, (found[0], str(aims)), "ASK", about=found[0].casefold())
                return


def _weight_of(paper: Paper, sentences: str) -> Severity | Literal["silent"] | None:
    """Return how much it weighs that inspectors ask for so many things and the plan has other aims.

    It contradicts the plan where the report quotes the aims as what was asked; where the plan is
    only said to answer it, it is asked. Otherwise several may be answered together: to be known.
    """
    if _ONE_AIM_EACH.search(sentences):
        return None
    if _PARTLY.search(sentences):
        return "silent"
    if any(_quoted(paper.plan.aims, words.bullets) for words in report_words(paper)):
        return None
    said = (words.text for words in prose_words(paper))
    return "ASK" if any(map(_ANSWERS.search, said)) else "INFO"


def _demands(paper: Paper) -> dict[str, int]:
    """Return how many of each kind inspectors ask for, if two kinds are told of, each one way."""
    found: dict[str, set[int]] = {}
    for words in report_words(paper):
        for match in _DEMANDS.finditer(words.text):
            if not _is_of_others(words.text, match):
                kind = match["what"].casefold().split()[0].rstrip("s")
                found.setdefault(kind, set()).add(_number(match["count"]))
    is_clear = len(found) > 1 and all(len(counts) == 1 for counts in found.values())
    return {kind: next(iter(counts)) for kind, counts in found.items()} if is_clear else {}


def _asked_together(paper: Paper, demands: dict[str, int], aims: int) -> Found | None:
    """Return what is said of "one requirement and three areas for improvement", if it is wrong."""
    total = sum(demands.values())
    for words in report_words(paper) if demands and total != aims else ():
        if match := _TOGETHER.search(words.text):
            place = passage_place(paper.plan, words.passage)
            severity = _weight_of(paper, match[0])
            if severity == "silent":
                return None
            text = f"The report speaks of “{match[0]}”, and the plan has {counted(aims, 'aim')}."
            return Found(place, text, (match[0], str(aims)), severity, about=match[0].casefold())
    return None


def _counts(text: str) -> Iterator[re.Match[str]]:
    """Yield the counts of aims, areas or recommendations, except counts of some and our own."""
    for match in _COUNTED.finditer(text):
        if not _is_of_others(text, match):
            yield match


def _is_of_others(text: str, match: re.Match[str]) -> bool:
    """Return whether a count is of some of them only, or of what this report recommends."""
    is_some = _SOME.search(text[max(match.start() - _BEFORE, 0) : match.start()])
    is_own = "recommendation" in match[0].casefold() and _OWN.match(text, match.end())
    return bool(is_some or is_own)


def _count(match: re.Match[str]) -> int:
    return _number(match[1])


def _number(typed: str) -> int:
    return _NUMBERS.get(typed.lower()) or int(typed)


def _is_of_aims(match: re.Match[str]) -> bool:
    return match[0].casefold().endswith("aims")


def _quoted(aims: Sequence[Aim], bullets: Sequence[str]) -> list[tuple[int, str]]:
    """Return the aims that a list quotes, by number, each with its bullet, in the list's order.

    Returns nothing unless at least two of them clearly match.
    """
    found: dict[int, str] = {}
    sure = 0
    for bullet in bullets:
        likeness = [(_likeness(aim.text, bullet), number) for number, aim in enumerate(aims, 1)]
        best, number = max(likeness, default=(0.0, 0))
        if best >= _PERHAPS and number not in found:
            found[number] = bullet
            sure += best >= _SURELY
    return list(found.items()) if sure >= _FEWEST else []


@remembered
def _likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1; 0 for two that are too unlike to matter."""
    ours, theirs = _words_of(one), _words_of(other)
    length = len(ours) + len(theirs)
    if not length:
        return 1.0
    there = frozenset(theirs)
    if 2 * sum(word in there for word in ours) < _PERHAPS * length:
        return 0.0
    return 2 * in_common(ours, theirs) / length


@remembered
def _words_of(text: str) -> tuple[str, ...]:
    return tuple(_plain(text).split())


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold().replace("-", " ").replace("’", "'")))


def _is_same(ours: str, theirs: str) -> bool:
    """Return whether a bullet says an aim word for word, or only puts it into a sentence.

    "To make help easy to find; and" and "Making help easy to find" do, and what stands behind the
    whole of it after a dash, a colon or in brackets says more of it.
    """
    if _plain(ours) == _plain(theirs):
        return True
    bare = _JOINED.sub("", theirs.strip())
    if _TOLD_OF_IT.match(bare[len(ours.rstrip(" .;,")) :]):
        bare = bare[: len(ours.rstrip(" .;,"))]
    mine, other = _plain(_LED_IN.sub("", ours)).split(), _plain(_LED_IN.sub("", bare)).split()
    if mine[1:] != other[1:] or not (mine and other):
        return False
    first, second = sorted((mine[0], other[0]), key=len)
    is_gerund = second.endswith("ing") and second[:-3].startswith(first.rstrip("e")[:-1] or first)
    return first == second or is_gerund


_JOINED = re.compile(r"[\s;,.]*(?:\b(?:and|or)\b)?[\s;,.]*\Z", re.IGNORECASE)
_LED_IN = re.compile(r"\A\W*to (?=\w)", re.IGNORECASE)
_TOLD_OF_IT = re.compile(r"\A\s*(?:[(:–—]|-\s)")


def _without_label(text: str) -> str:
    return _GRADE.sub("", _LABEL.sub("", text, count=1))


def _differences(aim: str, bullet: str) -> str:
    """Return in words the first few places where the report differs from the aim."""
    ours, theirs = aim.rstrip(".").split(), bullet.rstrip(".").split()
    steps = steps_between([_plain(one) for one in ours], [_plain(one) for one in theirs])
    parts = [
        Difference(" ".join(ours[start:end]), " ".join(theirs[start_there:end_there])).words
        for kind, start, end, start_there, end_there in steps
        if kind != "equal"
    ]
    rest = len(parts) - _MOST_NAMED
    more = f"; and {rest} more {'place' if rest == 1 else 'places'}" if rest > 0 else ""
    return "; ".join(parts[:_MOST_NAMED]) + more


# Leads

_LED = re.compile(
    r"\b[Tt]he (?P<who>[A-Z][\w’'-]+(?: (?:of |for |and |the |& )*[A-Z(][\w’'()-]+){0,6}) "
    r"(?:leads|will lead|is leading)(?: on)? (?P<what>[a-z](?:[^.;]|\.(?=\d))+)"
)
_POST = re.compile(
    r"\b(?:managers?|head|heads|director|officer|lead|leader|headteacher|chief|co-?ordinator|"
    r"principal|convener|adviser)\b",
    re.IGNORECASE,
)
_OF_ANY_POST = frozenset(
    (
        *("manager", "managers", "head", "heads", "director", "officer", "lead", "leader", "chief"),
        *("coordinator", "principal", "convener", "adviser", "executive", "depute", "deputy"),
        *("assistant", "senior", "service", "services", "council", "of", "for", "and", "the"),
    )
)
_REF = re.compile(r"\b(?<![£.\d])[A-Z]?\d{1,2}\.\d{1,2}\b(?![.%\d])")
_FEWEST_STEMS, _NEARLY_ALL = 3, 0.8


def led_otherwise(paper: Paper, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield where another post than the lead is said to lead what one action does, with the post.

    The action is named by its ref, or has nearly all the words of what is led. Two posts that share
    a word may be one, and a team or a partner may be led by anybody.
    """
    found = _LED.search(sentence)
    if found is None:
        if (told := led_by_another(paper, sentence)) is not None:
            yield from led_by_others(paper, *told)
        return
    if not _POST.search(found["who"]):
        return
    what, refs = found["what"], _REF.findall(found["what"])
    near = [
        one
        for one in paper.open_actions
        if paper.plan.ref_of(one.id) in refs
        or (not refs and speaks_of(one.text, what, fewest=_FEWEST_STEMS, share=_NEARLY_ALL))
    ]
    if len(near) == 1:
        yield from led_by_others(paper, near[0], found["who"])


def led_by_others(paper: Paper, action: Action, who: str) -> Iterator[tuple[str, str]]:
    """Yield what is said where a post that is said to lead an action is none of its leads."""
    if not (action.leads and _POST.search(who) and all(map(_POST.search, action.leads))):
        return
    if not any(_is_one_post(who, lead) for lead in action.leads):
        ref, leads = paper.plan.refs_in_words(action.id), " and ".join(action.leads)
        said = f"The {who} is said to lead this, and action {ref} is led by “{leads}”"
        yield f"{said}: which is right?", who


def _is_one_post(one: str, other: str) -> bool:
    ours, theirs = _plain(one), _plain(other)
    shared = frozenset(ours.split()) & frozenset(theirs.split()) - _OF_ANY_POST
    return bool(shared) or ours in theirs or theirs in ours


AGREEMENT_CHECKS: tuple[Check, ...] = (aims_are_quoted, counts_agree)
