"""Sums and numbers that stand twice in a paper, and otherwise the second time: for R51.

Every amount, share and number of things is taken out of the report, its tables, the actions with
their notes, the forms and the text of appendices, with the words that say of what it is. Where two
digits changed places, "£140,000" and "£104,000", half of these words in common are enough: such a
pair is hardly ever of two things. Any other pair is asked of only where nearly all are the same, or
where both tell what was saved, spent or received in the same year.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from plan.checks.facts.report_text import place_of_words, prose_words, sentences_of
from plan.checks.facts.spoken_of import stems_of
from plan.checks.paper import Paper
from plan.model.finding import Place
from plan.papers.markdown import plain_of
from plan.papers.passage_tables import rows_of
from plan.papers.places import action_place, appendix_place, assessment_place
from plan.reading.atoms import word_set
from plan.reading.dates import A_MONTH
from plan.reading.number_words import in_figures
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered
from plan.text.sentences import sentences_in
from plan.text.signs import ANY_FIGURE, Signs

_FIGURE = re.compile(
    r"(?<![\w.,/:–-])(?P<money>£ ?)?"
    r"(?P<figure>\d{1,3}(?:,\d{3}){1,3}(?:\.\d\d)?|\d{1,9}(?:\.\d{1,3})?)"
    r"(?: ?(?P<scale>m(?:illion|n)?\b|bn\b|billion\b|k\b))?(?P<share> ?(?:%|per ?cent\b))?"
    r"(?![\d/:–-]|[.,]\d|st\b|nd\b|rd\b|th\b)",
    re.IGNORECASE,
)
_SUMS = Signs(f"{ANY_FIGURE} £")
"""What stands wherever a figure is told, but in words."""
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERS_A_PLACE = late_pattern(
    r"\b(?:actions?|paragraphs?|appendi(?:x|ces)|annex|pages?|sections?|tables?|figures?|aims?|"
    r"priority|priorities|outcomes?|no|number|ref|item|stage|phase|ward|level|part|year|article|"
    r"schedule|version|regulations?|standards?|p) ?\.? ?\Z",
    re.IGNORECASE,
)
"""What stands before the number of a page, a section or a ward, which counts nothing."""
_IS_DAY = late_pattern(rf" {A_MONTH}\b")
_OF_EACH = late_pattern(
    r" ?(?:(?:an?|per) (?!year|annum)[a-z]|(?:for )?(?:each|every)\b(?! year))", re.IGNORECASE
)
"""What stands behind the price of one, or of a week of it."""
_THINGS = late_pattern(r"(?: (?:[A-Za-z][\w’'-]*)){1,3}")
_ENDS_A_NAME = word_set(
    "of in to and or at on for from by with a an the who that which are is was were have has had "
    "will be been per each as but than not more under over this these those between during"
)
_TIME = late_pattern(
    rf"20\d\d ?[/–-] ?\d\d(?:\d\d)?|\d{{1,2}}(?:st|nd|rd|th)? {A_MONTH}(?: 20\d\d)?|"
    rf"{A_MONTH} 20\d\d|\b20\d\d\b"
)
_WAS = late_pattern(
    r"\b(?:from|against|compared (?:with|to)|than|baseline\w*|previously|was|were|stood at|"
    r"(?:up|down) (?:on|from))\W+(?:(?:of|a|an|the|about|around|only|just|at|is) )*\Z",
    re.IGNORECASE,
)
_DEEDS = {
    "saved": r"saved|savings? (?:of|made|achieved|delivered|realised)|(?:made|achieved|delivered|"
    r"realised|found) savings?",
    "spent": r"spent|spending|expenditure|paid|invested",
    "received": r"received|raised|collected|recovered|brought in|generated|income",
}
_DEED = late_pattern(
    r"\b(?:" + "|".join(rf"(?P<{what}>{words})" for what, words in _DEEDS.items()) + r")\b",
    re.IGNORECASE,
    signs=Signs(
        "saved saving savings made achieved delivered realised found spent spending expenditure "
        "paid invested received raised collected recovered brought generated income"
    ),
)
_NOT_DONE = late_pattern(
    r"\b(?:will|would|should|could|may|might|to be|plan(?:s|ned)? to|expect(?:s|ed)?|forecast\w*|"
    r"estimat\w+|project(?:ed|ion)|budget\w*|proposed|of which|includ\w+|each|per|"
    r"a (?:week|month|day))\b",
    re.IGNORECASE,
)
"""Words by which a sum was not saved or spent yet, or is that of one of many."""
_OF_ALL = late_pattern(r"\b[Oo]f (?:the |its |our |all |some |about )*\Z")
"""What stands before all the things of which the next figure is a part."""
_HELD_AGAINST = late_pattern(
    r",? (?:against|compared (?:with|to)|up from|down from|instead of|rather than)\b.*|"
    r"\band no more\b.*",
    re.IGNORECASE,
    signs=Signs("against compared from instead rather more"),
)
"""What follows a figure and is of another one."""
_HOPED_FOR = late_pattern(
    r"\b(?:targets?|aims? (?:to|for)|goals?|should|to (?:reach|become|rise|fall)|at least|at most|"
    r"or more)\b",
    re.IGNORECASE,
)
_NOT_THE_THING = late_pattern(
    r"\b(?:national\w*|scotland|average|other councils?|respectively|of (?:these|those|them|whom|"
    r"which)|the rest|remain\w*|others?|further|additional|another|last year|if|might|could)\b",
    re.IGNORECASE,
)
"""Words by which a figure is of a part, of another council or of another year."""
_PART = late_pattern(
    r"\b(?:girls?|boys?|women|men|female|male|primary|secondary|nursery|urban|rural|"
    r"north\w*|south\w*|east\w*|west\w*|reading|writing|numeracy|first|second|third|new|"
    r"[PSN]\d(?:[-–][PSN]?\d)?|internal|external|capital|revenue|gross|net)\b",
    re.IGNORECASE,
)
_NAME = late_pattern(r"(?<=[a-z,;] )[A-Z][a-z]\w+")
"""A name inside a sentence: what is told of Ayre is not told of Leck."""
_COMMON = word_set(
    "this that which will from with have been council year years plan report would their there "
    "where when than they them into within about only every each more less over under also here "
    "said says some after before costs cost total approved made were million thousand pounds "
    "number numbers figure figures the and for was has had now are our its all through into came "
    "come per out two who not any spent saved saving savings paid invested received raised "
    "collected recovered brought generated income spending expenditure achieved delivered realised "
    "found"
)
_SWAPPED_FEWEST, _SWAPPED_SHARE, _SURE_DIGITS = 2, 0.5, 3
_FEWEST, _OF_THE_SHORTER, _OF_THE_LONGER = 3, 0.7, 0.45
_DONE_SHARE = 0.6
_SCALES = {"m": 1_000_000, "b": 1_000_000_000, "k": 1_000}


class Figure(NamedTuple):
    """A figure as typed, its digits and scale, its value, and what tells of what it is.

    `slack` is what it may be off by as it is rounded, and `deed` whether it was saved, spent or
    received.
    """

    typed: str
    digits: str
    value: float
    slack: float
    kind: str
    deed: str
    things: frozenset[str]
    about: frozenset[str]
    times: frozenset[str]
    parts: frozenset[str]
    names: frozenset[str]
    is_rate: bool
    is_hope: bool
    was: bool
    sentence: str

    def is_told_otherwise(self, other: "Figure") -> bool:
        """Return whether the other one, of another value, is of the same thing and time."""
        if abs(self.value - other.value) <= self.slack + other.slack or self._is_apart(other):
            return False
        shared = len(self.about & other.about)
        shorter, longer = sorted((len(self.about), len(other.about)))
        if is_swapped(self.digits, other.digits):
            is_sure = len(self.digits) >= _SURE_DIGITS and shared == shorter
            return shared >= max(_SWAPPED_FEWEST if is_sure else _FEWEST, _SWAPPED_SHARE * shorter)
        if self.kind == _SHARE or self.times != other.times:  # told_measures compares shares
            return False
        if (self.is_hope, self.was) != (other.is_hope, other.was):
            return False
        if self.deed and self.deed == other.deed and self.times:
            return shared >= max(_FEWEST, _DONE_SHARE * shorter)
        is_of_one_scale = self.digits[-1:].isalpha() == other.digits[-1:].isalpha()
        return is_of_one_scale and shared >= max(
            _FEWEST, _OF_THE_SHORTER * shorter, _OF_THE_LONGER * longer
        )

    def _is_apart(self, other: "Figure") -> bool:
        """Return whether the other one is plainly of something else, or of another time."""
        return (
            self.is_rate != other.is_rate
            or self.parts != other.parts
            or (self.kind == _COUNT and not self.things & other.things)
            or any(
                ours and theirs and not ours & theirs
                for ours, theirs in ((self.times, other.times), (self.names, other.names))
            )
            or (self.deed != other.deed and bool(self.deed and other.deed))
        )


_COUNT, _SHARE, _MONEY = "count", "%", "£"


def is_swapped(one: str, other: str) -> bool:
    """Return whether two figures are one, but for two neighbouring digits that changed places."""
    if len(one) != len(other):
        return False
    unlike = [k for k in range(len(one)) if one[k] != other[k]]
    if len(unlike) != 2 or any(char.isdigit() for char in one[unlike[0] + 1 : unlike[1]]):  # noqa: PLR2004
        return False
    first, last = unlike
    return one[first] == other[last] and one[last] == other[first]


class ToldFigure(NamedTuple):
    """A figure at its place; `where` is how the place is called behind "and"."""

    figure: Figure
    place: Place
    where: str

    def may_be_of_one_thing(self, other: "ToldFigure") -> bool:
        """Return whether two places let their figures be compared: no two actions or tables do."""
        are_actions = self.place.table == other.place.table == "actions"
        are_tables = self.where == other.where == _IN_A_TABLE
        return not (are_actions or are_tables)


_IN_A_TABLE = "a table"
_MOST_ALIKE = 40
"""Of a thing of which so much is told there are several, and no more is compared."""


def figures_told_otherwise(paper: Paper) -> Iterator[tuple[ToldFigure, ToldFigure]]:
    """Yield each figure that stands twice and otherwise, once, with the one that differs.

    Where either sentence has the other's value as well, both are known to it.
    """
    earlier: dict[tuple[str, str], list[ToldFigure]] = {}
    asked: set[frozenset[str]] = set()
    told = (*_in_report(paper), *_in_forms(paper))
    for other in (*told, *_in_plan(paper, told)):
        keys = [(other.figure.kind, stem) for stem in other.figure.about]
        near = {id(one): one for key in keys for one in earlier.get(key, ())}
        for one in near.values():
            pair = frozenset((one.figure.typed, other.figure.typed))
            if pair in asked or not one.may_be_of_one_thing(other):
                continue
            if one.figure.is_told_otherwise(other.figure) and not _knows(one, other):
                asked.add(pair)
                yield one, other
                break
        if other.place.table != "actions":
            for key in keys:
                alike = earlier.setdefault(key, [])
                if len(alike) < _MOST_ALIKE:
                    alike.append(other)


def _knows(one: ToldFigure, other: ToldFigure) -> bool:
    pairs = ((one, other), (other, one))
    return any(
        sought.figure.digits in {each.digits for each in figures_in(told.figure.sentence)}
        for told, sought in pairs
    )


def _in_report(paper: Paper) -> Iterator[ToldFigure]:
    for words in prose_words(paper):
        is_table = words.passage.kind == "table"
        text = words.passage.text if is_table else words.text
        if not _may_tell(text):
            continue
        said = _cells_told(text) if is_table else tuple(one for one, _ in sentences_of(words))
        where = _IN_A_TABLE if is_table else "another sentence"
        for sentence in said:
            for figure in figures_in(sentence):
                yield ToldFigure(figure, place_of_words(paper, words), where)


@remembered
def _cells_told(table: str) -> tuple[str, ...]:
    """Return each cell with a figure as a sentence: what its row and its column are, and it."""
    header, *rows = [[plain_of(cell).strip() for cell in row] for row in rows_of(table)] or [[]]
    return tuple(
        f"{row[0]}, {heading}: {cell}"
        for row in rows
        for heading, cell in zip(header[1:], row[1:], strict=False)
        if _may_tell(cell)
    )


def _in_plan(paper: Paper, told: tuple[ToldFigure, ...]) -> Iterator[ToldFigure]:
    """Yield the figures of the actions, as far as one that is told elsewhere may be meant.

    In a long plan few texts have a sum, or a figure that another is but for two digits.
    """
    if not told:
        return
    swapped = frozenset(each for one in told for each in _swapped_forms(one.figure.typed))
    noted = {action.id: notes for action, notes in paper.noted_with(_SUMS)}
    with_sums = {action.id for action in paper.actions_with(_SUMS)} | noted.keys()
    for action in paper.plan.actions:
        if action.id not in with_sums:
            continue
        notes = tuple(("progress", note.text) for note in noted.get(action.id, ()))
        criteria = tuple(("success_criteria", text) for text in action.success_criteria)
        for field, text in (("text", action.text), *criteria, *notes):
            for figure in _figures_meant(text, swapped):
                where = f"action {paper.plan.refs_in_words(action.id)}"
                yield ToldFigure(figure, action_place(paper.plan, action.id, field), where)


@remembered
def _figures_meant(text: str, swapped: frozenset[str]) -> tuple[Figure, ...]:
    """Return the figures of a text that has a sum, or one of those that may be swapped."""
    return figures_of(text) if _any_of(swapped).search(text) else ()


@lru_cache(maxsize=4)
def _any_of(figures: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(("£", *map(re.escape, sorted(figures)))))


@remembered
def _swapped_forms(typed: str) -> tuple[str, ...]:
    """Return a figure as typed with each two neighbouring digits in the other's place."""
    places = [k for k, char in enumerate(typed) if char.isdigit()]
    forms = set()
    for one, other in pairwise(places):
        chars = list(typed)
        chars[one], chars[other] = chars[other], chars[one]
        forms.add("".join(chars).strip("£ %abcdefghijklmnopqrstuvwxyz"))
    return tuple(sorted(forms - {typed}))


def _in_forms(paper: Paper) -> Iterator[ToldFigure]:
    for assessment in paper.plan.assessments:
        form = paper.forms.get(assessment.form)
        if form is None:
            continue
        for question, answer in paper.plan.answers_of(assessment.id).items():
            for figure in figures_of(answer.text):
                place = assessment_place(paper.plan, assessment.id, form, question)
                yield ToldFigure(figure, place, "the assessment")
    for number, appendix in enumerate(paper.plan.appendices, 1):
        label = paper.council.plan.appendix_label.format(number=number)
        for figure in figures_of(appendix.text) if appendix.kind == "text" else ():
            yield ToldFigure(figure, appendix_place(paper.plan, appendix.id), label)


@remembered
def figures_of(text: str) -> tuple[Figure, ...]:
    """Return the figures in the sentences of a text."""
    if not _may_tell(text):
        return ()
    lines = (sentences_in(line) for line in text.split("\n") if _may_tell(line))
    return tuple(one for said in lines for sentence in said for one in figures_in(sentence))


_MAY_TELL = re.compile(r"\d\.?\d|%|£")


def _may_tell(text: str) -> bool:
    return _MAY_TELL.search(text) is not None


@remembered
def figures_in(sentence: str) -> tuple[Figure, ...]:
    """Return the figures of a sentence that tell of something, in its order."""
    said = _HELD_AGAINST.sub(" ", in_figures(sentence))
    every = [one for one in _FIGURE.finditer(said) if _counts(said, one)]
    whole = every[0] if len(every) > 1 and _OF_ALL.search(said[: every[0].start()]) else None
    found = every if whole is None else every[1:]
    if not found or _NOT_THE_THING.search(said):
        return ()
    bare = _FIGURE.sub(" ", _TIME.sub(" ", said))
    deed = _deed_of(said) if len(found) == 1 and found[0]["money"] else ""
    about = stems_of(bare, _COMMON, long=3) | ({deed} if deed else set())
    times = frozenset(re.sub(r" ?[/–-] ?", "/", one[0].casefold()) for one in _TIME.finditer(said))
    parts = frozenset(one[0].casefold() for one in _PART.finditer(bare))
    names = frozenset(_NAME.findall(bare))
    is_hope = _HOPED_FOR.search(said) is not None
    return tuple(
        Figure(
            typed=one[0].strip(),
            digits=f"{one['figure'].replace(',', '')}{_scale_of(one)}",
            value=float(one["figure"].replace(",", "")) * _SCALES.get(_scale_of(one), 1),
            slack=_slack(one),
            kind=_kind_of(one),
            deed=deed,
            things=_things(said, one) or (_things(said, whole) if whole else frozenset()),
            about=about,
            times=times,
            parts=parts,
            names=names,
            is_rate=_OF_EACH.match(said, one.end()) is not None,
            is_hope=is_hope,
            was=_WAS.search(said[: one.start()]) is not None,
            sentence=sentence,
        )
        for one in found
    )


def _deed_of(said: str) -> str:
    """Return whether a sentence tells what was saved, spent or received, if one of these."""
    deeds = {one.lastgroup or "" for one in _DEED.finditer(said)}
    return deeds.pop() if len(deeds) == 1 and not _NOT_DONE.search(said) else ""


def _scale_of(found: re.Match[str]) -> str:
    return (found["scale"] or "")[:1].casefold()


def _slack(found: re.Match[str]) -> float:
    """Return what a figure may be off by as typed: half of its last digit that is no nought."""
    whole, _, decimals = found["figure"].replace(",", "").partition(".")
    noughts = 0 if decimals or not found["money"] else len(whole) - len(whole.rstrip("0"))
    return _SCALES.get(_scale_of(found), 1) * 10.0 ** (noughts - len(decimals)) / 2


def _counts(said: str, found: re.Match[str]) -> bool:
    """Return whether a figure is a sum, a share or a number of things of at least two digits."""
    if found["money"] or found["share"]:
        return True
    figure = found["figure"].replace(",", "")
    if len(figure) == 1 or "." in figure or _A_YEAR.fullmatch(found["figure"]):
        return False
    is_of_place = _NUMBERS_A_PLACE.search(said[: found.start()]) is not None
    return not is_of_place and _IS_DAY.match(said, found.end()) is None


def _kind_of(found: re.Match[str]) -> str:
    if found["money"]:
        return _MONEY
    return _SHARE if found["share"] else _COUNT


def _things(said: str, found: re.Match[str]) -> frozenset[str]:
    """Return the stems of what is counted: the words behind a number, as far as they name it."""
    behind = _THINGS.match(said, found.end())
    named: list[str] = []
    for word in behind[0].split() if behind else ():
        if word.casefold() in _ENDS_A_NAME:
            break
        named.append(word)
    return stems_of(" ".join(named), frozenset(), long=3)
