"""What is told with a number, and how many of it the paper has itself: for R12.

A plan that is built round five priorities has five aims; of seven recommendations that are all said
to be answered each stands in the plan's column of them; and of two things that are named two are
listed. What another paper has is counted nowhere here.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plan.checks.check import Found
from plan.checks.facts.report_text import (
    Words,
    place_of_words,
    prose_words,
    report_words,
    sentences_of,
)
from plan.checks.paper import Paper
from plan.model.finding import Place
from plan.papers.passage_tables import rows_of
from plan.reading.number_words import number_of, said_once
from plan.text.line_breaks import counted, shortened
from plan.text.remembered import remembered

_COUNT = (
    r"(?P<count>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen)"
)
_KIND = r"(?:(?:main|key|priority|broad|strategic|improvement|big|core|overarching|high-level) )?"
_BUILT = re.compile(
    r"\b(?:plan|actions|it)\b[^.;]{0,40}?\b(?:built|structured|organi[sz]ed|arranged|grouped|"
    r"shaped|framed|ordered|divided|split|based|set out|brought together|gathered|laid out|"
    r"presented|written|follows?|mirrors?|rests? on|takes? up|falls? into)\b[^.;\d]{0,25}?"
    r"(?:\b(?:round|around|under|by|into|in|on|against|across|along|upon|for|each of)\b )?"
    rf"\b(?:(?:the|these|its|our|same) )*(?P<typed>{_COUNT} {_KIND}(?P<what>priorities|themes|"
    r"headings|outcomes|objectives|goals|pillars|strands|work ?streams|areas for improvement|"
    r"improvement areas|areas|sections))\b(?! of (?:the )?(?:council|corporate|community|local|"
    r"national|government|partnership|strategy|strategic))",
    re.IGNORECASE,
)
"""What the plan is made of: as many as it has aims."""
_ONLY_SOME = re.compile(
    r"\b(?:first|last|other|next|further|some|also|among|one of|out of|each|another|more)\W*\Z",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:council plan|corporate plan|community plan|outcomes? improvement plan|loip|strategy|"
    r"national|government|promise|framework|supports?|contribut\w+|previous|earlier|former|years?|"
    r"would|could|not|(?:some|most|one|two|three|four|five|six) of the)\b",
    re.IGNORECASE,
)


def built_otherwise(paper: Paper) -> Iterator[Found]:
    """Yield where the plan is said to be built of so many priorities and has other aims.

    So many actions, or so many values of a column that is called so, may be meant as well.
    """
    plan = paper.plan
    for words in prose_words(paper):
        for sentence, _ in sentences_of(words):
            found = _BUILT.search(said_once(sentence))
            if found is None or _OTHERS.search(sentence):
                continue
            if _ONLY_SOME.search(sentence[: found.start("typed")].rstrip(" ")):
                continue
            told = number_of(found["count"])
            may_be = {len(plan.aims), len(plan.actions), *_values_of_column(paper, found["what"])}
            if told not in may_be:
                text = (
                    f"The plan is said to be made of “{found['typed']}”, and it has "
                    f"{counted(len(plan.aims), 'aim')}."
                )
                facts = (found["typed"], str(len(plan.aims)))
                about = found["typed"].casefold()
                yield Found(place_of_words(paper, words), text, facts, "ASK", about=about)
                return


def _values_of_column(paper: Paper, what: str) -> Iterator[int]:
    """Yield how many values each column of the plan's own has that is called by a word."""
    columns: dict[str, set[str]] = {}
    for action in paper.plan.actions:
        for heading, text in action.own:
            columns.setdefault(heading, set()).add(text.strip().casefold())
    stem = what.casefold().split()[-1][:6]
    yield from (len(values - {""}) for name, values in columns.items() if stem in name.casefold())


# What is answered

_ASKED_FOR = re.compile(
    rf"\b{_COUNT} (?:(?!of|and|or|to|in|for|are|were|is|other|further|more|these|new)[a-z-]+ )?"
    r"(?P<what>recommendations|requirements|standards|findings|priorities|"
    r"areas for improvement|areas for development|outcomes|objectives|improvement actions)\b",
    re.IGNORECASE,
)
_ALL_ANSWERED = re.compile(
    r"\b(?:each|every|all|both)\b[^.;]{0,60}\b(?:answered|addressed|met|taken up|covered|picked up|"
    r"matched|tackled|has (?:at least )?(?:one|an) action|have (?:at least )?(?:one|an) action)\b|"
    r"\b(?:answers?|address\w*|covers?|meets?|tackles?|takes? up|respon\w+ to|actions? for)\b"
    r"[^.;]{0,30}\b(?:each|every|all)\b",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"\b(?:except|other than|apart from|but (?:one|two)|all but|nearly|almost|already|closed|"
    r"separate\w*|elsewhere|another plan)\b",
    re.IGNORECASE,
)
_HEADINGS = {
    "recommendations": re.compile(r"\brec(?:s|ommendations?)?\b", re.IGNORECASE),
    "requirements": re.compile(r"\breq(?:s|uirements?)?\b", re.IGNORECASE),
    "standards": re.compile(r"\b(?:standards?|std)\b", re.IGNORECASE),
    "findings": re.compile(r"\bfindings?\b", re.IGNORECASE),
    "priorities": re.compile(r"\bpriority (?:no|number|ref)|\bpriorities\b", re.IGNORECASE),
    "areas": re.compile(r"\b(?:areas?|AFIs?)\b", re.IGNORECASE),
    "outcomes": re.compile(r"\boutcome (?:no|number|ref)", re.IGNORECASE),
    "objectives": re.compile(r"\bobjectives?\b", re.IGNORECASE),
    "improvement": re.compile(r"\bimprovement actions?\b", re.IGNORECASE),
}
_NUMBERS_ONLY = re.compile(
    r"\W*(?:(?:rec(?:ommendation)?|r|req(?:uirement)?|standard|area|no|and|to|s|f)\W*|\d{1,2}\W*)+",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d{1,2})(?:\s*(?:[-–—]|to)\s*\D{0,3}(\d{1,2}))?(?![\d.])")


def unanswered(paper: Paper) -> Iterator[Found]:
    """Yield which of the things that are all said to be answered stands in the column of none."""
    for words in report_words(paper):
        if not _ALL_ANSWERED.search(words.text) or _NOT_ALL.search(words.text):
            continue
        for what, told, typed in _asked_for(paper, words):
            heading, numbers = numbers_in_column(paper, what)
            missing = sorted(set(range(1, told + 1)) - numbers)
            beyond = sorted(one for one in numbers if one > told)
            if not numbers or len(missing) > told // 2 or not (missing or beyond):
                continue
            said = f"“{heading}” of no action has {_listed(missing)}" if missing else (
                f"“{heading}” has {_listed(beyond)} as well"
            )  # fmt: skip
            text = f"The report speaks of “{typed}”, all of them answered, and {said}."
            place = place_of_words(paper, words)
            yield Found(place, text, (typed, _listed(missing or beyond)), "ASK", about=heading)
            return


def _asked_for(paper: Paper, words: Words) -> Iterator[tuple[str, int, str]]:
    """Yield what is counted where all is said to be answered: in that passage, or in one before."""
    told = [words, *(one for one in report_words(paper) if one is not words)]
    seen: set[str] = set()
    for each in told:
        for found in _ASKED_FOR.finditer(said_once(each.text)):
            what = found["what"].casefold().split()[0]
            is_spoken_of = each is words or what.rstrip("s")[:7] in words.text.casefold()
            if what not in seen and is_spoken_of:
                seen.add(what)
                yield what, number_of(found["count"]) or 0, found[0]


def numbers_in_column(paper: Paper, what: str) -> tuple[str, set[int]]:
    """Return the heading of the plan's own column of such things, and the numbers in it.

    The set is empty where there is no such column, or where it holds other words than numbers.
    """
    pattern = _HEADINGS.get(what.casefold().split()[0])
    found: dict[str, list[str]] = {}
    for action in paper.plan.actions if pattern else ():
        for heading, text in action.own:
            if pattern and pattern.search(heading) and text.strip(" –-"):
                found.setdefault(heading, []).append(text)
    for heading, texts in found.items():
        if all(map(_NUMBERS_ONLY.fullmatch, texts)):
            numbers = (
                number
                for text in texts
                for first, last in _RANGE.findall(text)
                for number in range(int(first), int(last or first) + 1)
            )
            return heading, set(numbers)
    return "", set()


def _listed(numbers: Sequence[int]) -> str:
    *others, last = map(str, numbers)
    return f"{', '.join(others)} and {last}" if others else last


# What is listed

_THINGS = (
    r"(?P<what>priorities|themes|recommendations|areas(?: for (?:improvement|development))?|"
    r"standards|outcomes|objectives|work ?streams|projects|aims|things|points|strengths|issues|"
    r"risks|reasons|options|steps|stages|phases|tests|conditions|questions|requirements|findings|"
    r"principles|goals|indicators|criteria|changes|messages|weaknesses|concerns|gaps|matters|ways)"
)
_LIST_FOLLOWS = re.compile(
    rf"(?<!of )(?<!of the )\b(?P<typed>{_COUNT} (?:[a-z-]+ )?{_THINGS})\b"
    r"(?P<between>[^:;.]{0,50}):(?P<list>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_ANOTHER_COUNT = re.compile(rf"\b{_COUNT.replace('?P<count>', '?:')}\b", re.IGNORECASE)
_NOT_LISTED = re.compile(
    r"\band (?:so on|others?|the rest)\b|\betc\b|\b(?:for example|such as|see|appendi\w+|"
    r"paragraphs?|section|page|among (?:them|others)|including|mainly)\b",
    re.IGNORECASE,
)
"""Words by which a list is not all that is counted, or stands elsewhere."""
_SAYS_MORE = re.compile(
    r"\W*(?:and )?(?:none|all|each|these|they|this|it|which|both|the (?:first|last|latter)|some|"
    r"most|of these)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\((?:[a-h]|i{1,3}|iv|vi?|\d)\)", re.IGNORECASE)
_JOINED = re.compile(
    r",\s+(?:and\s+)?|\band\s+|\bor\s+|\bas well as\s+|[&/]|\bplus\b", re.IGNORECASE
)


def lists_differ(paper: Paper) -> Iterator[Found]:
    """Yield where a sentence counts what it names behind a colon, and names others than so many."""
    for words in report_words(paper):
        if words.passage.kind == "table":
            continue
        place = place_of_words(paper, words)
        for paragraph in words.paragraphs if ":" in words.text else ():
            for said, typed, told, named in _lists_in(paragraph):
                yield _of_a_list(place, said, typed, told, named)
    yield from _lists_below(paper)


def _of_a_list(place: Place, said: str, typed: str, told: int, named: int) -> Found:
    text = f"“{shortened(said)}”: “{typed}” are spoken of, and {named} are listed."
    return Found(place, text, (typed, str(named)), "ASK", about=f"{told} {typed.casefold()}")


@remembered
def _lists_in(paragraph: str) -> tuple[tuple[str, str, int, int], ...]:
    """Return each list behind a colon that has certainly more or fewer than are told of."""
    found = []
    for said in re.split(r"(?<=[.!?])\s+(?=[A-Z“])", paragraph):
        match = _LIST_FOLLOWS.search(said_once(said))
        if match is None or not match["list"].strip() or _NOT_LISTED.search(match["list"]):
            continue
        if _ANOTHER_COUNT.search(match["between"]) or ":" in match["list"]:
            continue
        told = number_of(match["count"]) or 0
        least, most = _how_many(match["list"].strip(" ."))
        if not least <= told <= most and most > 1:
            found.append((said, match["typed"], told, most if told > most else least))
    return tuple(found)


def _how_many(listed: str) -> tuple[int, int]:
    """Return how many things a list has at least and at most.

    Of those that semicolons part it is certain. A comma may stand in one of them, and so may "and".
    """
    if (numbered := len(_NUMBERED.findall(listed))) > 1:
        return numbered, numbered
    if ";" in listed:
        items = [one for one in listed.split(";") if one.strip() and not _SAYS_MORE.match(one)]
        return len(items), len(items)
    parts = [one for one in _JOINED.split(listed) if one.strip()]
    return 1, len(parts)


def _lists_below(paper: Paper) -> Iterator[Found]:
    """Yield where what is counted before a colon stands below it as bullets or in a table."""
    for words, after in pairwise(report_words(paper)):
        yield from _bullets_within(paper, words)
        if words.passage.section != after.passage.section or not words.paragraphs:
            continue
        last = words.paragraphs[-1]
        match = _LIST_FOLLOWS.search(said_once(last)) if last.endswith(":") else None
        if match is None or match["between"].strip() not in _SAID_OF_A_LIST:
            continue
        told, named = number_of(match["count"]) or 0, _rows_below(after)
        if named > 1 and told != named:
            yield _of_a_list(place_of_words(paper, words), last, match["typed"], told, named)


def _bullets_within(paper: Paper, words: Words) -> Iterator[Found]:
    """Yield where a paragraph counts before a colon what stands as bullets right below it."""
    bullets = tuple(words.bullets)
    lines = [one for one in words.paragraphs if one not in bullets]
    if len(bullets) < _FEWEST_BULLETS or len(lines) != 1 or words.paragraphs[0] != lines[0]:
        return
    match = _LIST_FOLLOWS.search(said_once(lines[0])) if lines[0].endswith(":") else None
    if match is None or match["between"].strip() not in _SAID_OF_A_LIST:
        return
    told = number_of(match["count"]) or 0
    if told != len(bullets) and not _OF_AIMS.search(match["typed"]):
        place = place_of_words(paper, words)
        yield _of_a_list(place, lines[0], match["typed"], told, len(bullets))


def listed_as(paper: Paper, what: str) -> int:
    """Return how many bullets the report lists as "the recommendations", or 0 for no such list."""
    for words in report_words(paper):
        heads = [one for one in words.paragraphs if one not in words.bullets]
        is_of_it = len(heads) == 1 and words.paragraphs[0] == heads[0] and heads[0].endswith(":")
        if is_of_it and re.search(rf"\bthe(?:ir|se)? {re.escape(what)}\b", heads[0], re.IGNORECASE):
            return len(words.bullets) if len(words.bullets) >= _FEWEST_BULLETS else 0
    return 0


_OF_AIMS = re.compile(r"\b(?:recommendations?|aims?|areas?|priorit\w+|actions?)\b", re.IGNORECASE)
"""What is held against the plan itself."""
_FEWEST_BULLETS = 2
_SAID_OF_A_LIST = (
    *("", "were evaluated", "were graded", "are", "were", "were made", "as follows", "were found"),
    *("are proposed", "were set", "were named", "were identified", "were praised", "are shown"),
)


def _rows_below(words: Words) -> int:
    """Return how many rows with names of their own a table has below its header, or bullets."""
    if words.passage.kind != "table":
        return len(words.bullets) if len(words.bullets) == len(words.paragraphs) else 0
    names = [row[0].strip(" *").casefold() for row in rows_of(words.passage.text)[1:]]
    is_sure = all(names) and len(set(names)) == len(names)
    return len(names) if is_sure and not any("total" in one for one in names) else 0
