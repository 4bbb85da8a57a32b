"""What inspectors said of a thing, in a table and in a sentence, is one grade: R46.

The table, or a list in a sentence, says what was graded and how. A sentence of the report, an
action or an answer of the form that tells of the same thing with a grade is held against it,
however it is built.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan.checks.check import Found, check
from plan.checks.facts.report_text import (
    Words,
    place_of_words,
    prose_words,
    report_words,
    sentences_of,
)
from plan.checks.facts.spoken_of import stems_of
from plan.checks.paper import Paper, once_for_each_paper
from plan.model.finding import Place
from plan.papers.markdown import plain_of
from plan.papers.passage_tables import rows_of
from plan.papers.places import action_place, assessment_place
from plan.reading.atoms import word_set
from plan.text.remembered import remembered
from plan.text.sentences import sentences_in

_GRADES = ("unsatisfactory", "weak", "adequate", "satisfactory", "very good", "good", "excellent")
_RAG = ("red", "amber", "green")
_OTHERS = (
    *("very effective", "partially effective", "not effective", "ineffective", "effective"),
    *("non-compliant", "not compliant", "partially compliant", "compliant"),
    *("not met", "partially met", "partly met", "met", "requires improvement"),
    *("working towards compliance", "statutory action"),
)
_STRONG = {"strong": frozenset({"unsatisfactory", "weak", "adequate"}),
           "poor": frozenset({"satisfactory", "good", "very good", "excellent"})}  # fmt: skip
"""What is no grade of any scale, and the grades that it cannot mean."""
_GRADE = re.compile(rf"\b(?:{'|'.join(_GRADES)})\b", re.IGNORECASE)
_SCALE = (*_GRADES, *_OTHERS, *_RAG)
_CELL = re.compile(
    rf"(?:(?:grade )?[1-6]\s*[-–—:.]?\s*)?(?P<grade>{'|'.join(_SCALE)})(?:\s*[(–—-]?\s*[1-6]\)?)?",
    re.IGNORECASE,
)
_ANY = "|".join((*_SCALE, *_STRONG))
_AFTER = (
    r"(?=\W*(?:\Z|[.,;:)]|(?:by|for|in|and|but|with|at|on|overall|although|though|while|because|"
    r"since|as|when|this|last|again|grade|evaluation|rating|judgement|throughout|across|so)\b))"
)
_PREDICATE = re.compile(
    r"\b(?:as|was|were|is|are|be|been|of|at|an?|to|found|judged|rated|graded|evaluated|considered|"
    r"thought|called|scored|got|received|given|gave|awarded|remain(?:s|ed)?|stays?|stood at|into|"
    rf"only|both|still|again|the|with)\s+(?:an? |to be )?[“‘'\"]?(?P<grade>{_ANY})[”’'\"]?{_AFTER}|"
    rf"[–—:,(]\s*[“‘'\"]?(?P<listed>{_ANY})[”’'\"]?(?=\s*(?:\Z|[.;,)]))|"
    rf"[“‘'\"]?\b(?P<fronted>{_ANY})[”’'\"]? (?:was|were|is|grades?|evaluations?|ratings?|"
    r"judgements?)\b|"
    rf"(?P<bare>{_ANY}){_AFTER}",
    re.IGNORECASE,
)
"""A grade in a sentence, and not "good practice" or "a weak bridge"."""
_IS_JUDGED = re.compile(
    r"\b(?:grad(?:e[sd]?|ing)|evaluat(?:ed|ions?)|rat(?:ed?|ing)|judged?|judgements?|inspectors?|"
    r"inspection|auditors?|regulator|inspectorate|education scotland|care inspectorate|"
    r"healthcare improvement|assessed|scored|awarded|status|indicators?|qi|found)\b",
    re.IGNORECASE,
)
_IS_GRADED = re.compile(
    r"\b(?:grad(?:ed|e|es)|evaluat(?:ed|ion)|rat(?:ed|ing)|judg(?:ed|ement)|assessed as|inspectors|"
    r"inspection|auditors|inspectorate|education scotland|regulator)\b",
    re.IGNORECASE,
)
"""The same in an action: what it says of itself, and not of inspectors, is no grade."""
_OF_ANOTHER_TIME = re.compile(
    r"\b(?:previous\w*|earlier|last (?:inspection|time|year|session|report)|former\w*|self[- ]"
    r"evaluat\w*|own (?:view|evaluation|judgement)|aim\w*|target\w*|expect\w*|hop(?:e|es|ed|ing)|"
    r"will|would|should|seek\w*|to be|improved|rose|moved|nationally|other (?:schools|services)|"
    r"next|return|follow-up|re-?inspect\w*|become\w*|or better|or above|at least|reach\w*|"
    r"achiev\w*|until|by 20\d\d|before|had been|draft|if|not|no longer|than|from|between|"
    r"elsewhere|national\w*|stage \d|probation\w*)\b",
    re.IGNORECASE,
)
"""Words by which a grade is another than the one that inspectors gave now."""
_JUDGED_TO_BE = re.compile(
    r"\b((?:judged|found|considered|assessed|said|evaluated|thought)\b[^.;]{0,70}?) to be\b"
    r"(?! (?:graded|rated|judged|evaluated|made|given|put))",
    re.IGNORECASE,
)
_GRADES_GIVEN = re.compile(
    r"\b(?:graded|evaluated|rated|judged|called|considered|awarded|scored|gave)\b", re.IGNORECASE
)
_A_YEAR_NAMED = re.compile(r"\b(?:19|20)\d\d\b")
_OF_THE_QUESTION = word_set(
    "how good well our what does do the and for people quality indicator question key with that "
    "this service services council report improvement"
)
_SHORT = 40
"""Characters of a cell that is a grade."""
_NUMBERED = re.compile(r"\A\W*(?:QI |Q)?(?P<number>\d\.\d)\b")
_AS_FOLLOWS = re.compile(
    r"\b(?:graded|evaluated|rated|judged|assessed|grades|evaluations)\b", re.IGNORECASE
)
_ITEM = re.compile(
    r"(?P<label>[^;:,–—]+(?:, [^;:–—]+?)?)\s*(?:[,:–—(]|was|were|as)\s*"
    rf"(?P<grade>{'|'.join(_SCALE)})\)?(?=\s*[;.,)]|\s*\Z| and )",
    re.IGNORECASE,
)


_HOW_GOOD = re.compile(r"\bhow good (?:is|are)\b", re.IGNORECASE)
"""How a key question begins, which is no grade."""


def _as_long(found: re.Match[str]) -> str:
    return "·" * len(found[0])


class _Row(NamedTuple):
    """What was graded: how it is called, how its words begin, its number, and its grades."""

    label: str
    named: frozenset[str]
    number: str
    grades: frozenset[str]
    source: str

    def is_named_in(self, sentence: str, named: frozenset[str]) -> bool:
        """Return whether a sentence speaks of it: by all its words, or by its number."""
        if self.number and re.search(rf"\b{re.escape(self.number)}\b", sentence):
            return True
        return bool(self.named) and self.named <= named


@check(
    "R46",
    "ASK",
    "A grade that is told in a sentence is the one of the table.",
    "The report itself: what inspectors said is told as they said it",
)
def grades_are_those_of_the_table(paper: Paper) -> Iterator[Found]:
    """R46: "leadership, which was graded adequate", and the table of grades has weak.

    A list in a sentence counts as a table: "evaluated as follows: leadership, weak; staff, good".
    Actions and the form's answers are held against it as the report's own sentences are.
    """
    graded = _graded(paper)
    if not graded:
        return
    for place, sentence, is_of_plan in _sentences(paper):
        if is_of_plan and not _IS_GRADED.search(sentence):
            continue
        for typed, row in _told_otherwise(sentence, graded):
            if _is_of_long_ago(paper, sentence):
                continue
            text = (
                f"“{typed}” is said here of “{row.label}”, and the table has "
                f"{' and '.join(f'“{one}”' for one in sorted(row.grades))}: which is right?"
            )
            yield Found(place, text, (sentence, row.label))


def _sentences(paper: Paper) -> Iterator[tuple[Place, str, bool]]:
    """Yield each sentence that may tell of a grade, with its place, and whether the plan has it."""
    for words in prose_words(paper):
        if words.passage.kind != "table":
            place = place_of_words(paper, words)
            for sentence, after in sentences_of(words):
                is_asked = sentence.endswith("?") and after[:1].islower()
                yield place, f"{sentence} {after}" if is_asked else sentence, False
    for action in paper.plan.actions:
        place = action_place(paper.plan, action.id, "text")
        yield from ((place, sentence, True) for sentence in sentences_in(action.text))
    for assessment in paper.plan.assessments:
        form = paper.forms.get(assessment.form)
        if form is None:
            continue
        for question, answer in paper.plan.answers_of(assessment.id).items():
            if answer.text:
                place = assessment_place(paper.plan, assessment.id, form, question)
                yield from ((place, sentence, True) for sentence in sentences_in(answer.text))


def _told_otherwise(sentence: str, graded: tuple[_Row, ...]) -> Iterator[tuple[str, _Row]]:
    """Yield each grade of a sentence that is another than the table's, with the row it is of."""
    told = [one for one in _grades_told(sentence) if sentence not in {row.source for row in graded}]
    if not told:
        return
    rows = _rows_named(sentence, graded)
    for row, grade in _paired(sentence, rows, told):
        is_another = grade not in row.grades and _is_of_scale(grade, row.grades)
        if is_another or row.grades & _STRONG.get(grade, frozenset()):
            yield grade, row


def _is_of_scale(grade: str, grades: frozenset[str]) -> bool:
    """Return whether a grade is one of the scale by which the others were given."""
    scales = (frozenset(_GRADES), frozenset(_OTHERS), frozenset(_RAG))
    return any(grade in scale and grades <= scale for scale in scales)


@remembered
def _grades_told(sentence: str) -> tuple[tuple[str, int], ...]:
    """Return the grades that a sentence tells of now, each with where it ends."""
    said = _JUDGED_TO_BE.sub(r"\1 as", _HOW_GOOD.sub(_as_long, sentence))
    if not _IS_JUDGED.search(said) or _OF_ANOTHER_TIME.search(said):
        return ()
    may_be_bare = _GRADES_GIVEN.search(said) is not None
    return tuple(
        (next(filter(None, one.group("grade", "listed", "fronted", "bare"))).casefold(), one.end())
        for one in _PREDICATE.finditer(said)
        if may_be_bare or not one["bare"]
    )


def _rows_named(sentence: str, graded: tuple[_Row, ...]) -> list[_Row]:
    named = _named(sentence)
    rows = [row for row in graded if row.is_named_in(sentence, named)]
    # "Leadership of change" is not "leadership" as well
    return [row for row in rows if not any(row.named < one.named for one in rows)]


def _paired(sentence: str, rows: list[_Row], told: list[tuple[str, int]]) -> list[tuple[_Row, str]]:
    """Return each row with its grade: one of one, or as many that stand in turn by their words."""
    if len(rows) == 1 and len(told) == 1 and len(_GRADE.findall(_HOW_GOOD.sub("", sentence))) <= 1:
        return [(rows[0], told[0][0])]
    placed = sorted((_ends_at(row, sentence), row) for row in rows)
    if not placed or len(placed) != len(told) or len(told) == 1 or placed[0][0] < 0:
        return []
    ends = [end for end, _ in placed]
    is_in_turn = all(
        end < at and (k + 1 == len(ends) or at < ends[k + 1])
        for k, (end, (_, at)) in enumerate(zip(ends, told, strict=True))
    )
    return [(row, grade) for (_, row), (grade, _) in zip(placed, told, strict=True) if is_in_turn]


def _ends_at(row: _Row, sentence: str) -> int:
    """Return where the words end that name a row, -1 if one of them is not there once."""
    said = sentence.casefold()
    places = [said.find(stem) for stem in row.named]
    return -1 if not places or min(places) < 0 else max(places)


def _is_of_long_ago(paper: Paper, sentence: str) -> bool:
    years = map(int, _A_YEAR_NAMED.findall(sentence))
    return any(year < paper.judged_at.year - 1 for year in years)


@once_for_each_paper
def _graded(paper: Paper) -> tuple[_Row, ...]:
    """Return what was graded by the tables and lists of the report, each thing by one of them."""
    return tuple(row for words in report_words(paper) for row in _graded_rows(words))


def _graded_rows(words: Words) -> tuple[_Row, ...]:
    if words.passage.kind == "table":
        return _grades_in(words.passage.text)
    return tuple(row for sentence, _ in sentences_of(words) for row in _grades_listed(sentence))


@remembered
def _grades_in(table: str) -> tuple[_Row, ...]:
    """Return what each row of a table of grades is about, its words, and the grades in it."""
    found = []
    for row in rows_of(table):
        label, *cells = [plain_of(cell).strip() for cell in row] or [""]
        grades = frozenset(
            one.casefold() for cell in cells for one in _GRADE.findall(cell) if len(cell) <= _SHORT
        ) or frozenset(
            one["grade"].casefold() for cell in cells if (one := _CELL.fullmatch(cell)) is not None
        )
        if label and grades:
            found.append(_row(label, grades, ""))
    return tuple(found)


@remembered
def _grades_listed(sentence: str) -> tuple[_Row, ...]:
    """Return what a sentence lists with its grades behind a colon, two things at least."""
    before, _, listed = sentence.partition(": ")
    if not listed or not _AS_FOLLOWS.search(before):
        return ()
    items = [_ITEM.fullmatch(one.strip(" .")) for one in listed.split(";")]
    rows = [_row(one["label"].strip(" ,"), frozenset({one["grade"].casefold()}), sentence)
            for one in items if one is not None]  # fmt: skip
    return tuple(rows) if len(rows) == len(items) > 1 else ()


def _row(label: str, grades: frozenset[str], source: str) -> _Row:
    number = _NUMBERED.match(label)
    return _Row(label, _named(label), number["number"] if number else "", grades, source)


def _named(text: str) -> frozenset[str]:
    """Return how the words begin that name what is graded."""
    return stems_of(text, _OF_THE_QUESTION, long=4, stem=6)
