"""The report as the checks read it: its passages as plain words, and what it cites."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from plan.checks.paper import Paper, once_for_each_paper
from plan.model.finding import Place
from plan.model.rows import PLAN_HERE, Appendix, Passage
from plan.papers.blocks import Paragraph, plain
from plan.papers.markdown import blocks_of, plain_of
from plan.papers.passage_tables import rows_of, words_of_rows
from plan.papers.places import cover_place, passage_place
from plan.papers.report_sections import ReportSection, sections_of_plan
from plan.reading.number_words import number_of
from plan.text.remembered import remembered
from plan.text.sentences import sentences_in

_NUMBERS = r"\d{1,2}(?:\s*(?:,|and|&|or|to|[-–—])\s*\d{1,2})*"
_OF_ANOTHER_PAPER = (
    r"(?!\)?,?\s+(?:of|to|in)\s+(?:report\b|(?:the|that|its|a)\s+(?:[\w'’-]+\s+){0,4}"
    r"(?:reports?|minutes?|inspection|strategy|guidance|act|code|plan)\b))"
)
_RANGE = re.compile(r"(\d{1,2})(?:\s*(?:to|[-–—])\s*(\d{1,2}))?")
_LETTERS = r"(?-i:[A-H])(?![\w’'])(?:\s*(?:,|and|&|or|to|[-–—])\s*(?-i:[A-H])(?![\w’']))*"
_RANGE_OF_LETTERS = re.compile(r"\b([A-H])\b(?:\s*(?:to|[-–—])\s*([A-H])\b)?")


_PAGES = re.compile(
    r"\b(?<!this )(?<!committee )(?:(?:inspection|inspectors?['’]?|audit|auditors?['’]?|published|"
    r"full|final|their) )*(?<!this )(?<!committee )(?:report|it) (?:runs to|extends to|has|is|"
    r"covers|is of|comes to) (\d{2,3}) pages\b(?! (?:of|on|in|about|for)\b)|"
    r"\b(\d{2,3})[- ]page (?:inspection |audit |joint )?report\b|"
    r"\b(?:their|inspect\w+['’]?|inspection|audit\w*['’]?) report (?:is )?of (\d{2,3}) pages\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Words:
    """A passage as plain words: its paragraphs, and which of them are bullets."""

    passage: Passage
    paragraphs: tuple[str, ...]
    bullets: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it on one line."""
        return " ".join(self.paragraphs)


def words_in(paper: Paper, section: str) -> tuple[Words, ...]:
    """Return the passages in a section of the report that are not empty."""
    passages = paper.plan.passages_of(section)
    said = (words_of(passage) for passage in passages if passage.text != PLAN_HERE)
    return tuple(words for words in said if words.text.strip())


@once_for_each_paper
def report_sections(paper: Paper) -> tuple[ReportSection, ...]:
    """Return the sections of the report, its own among them, in printed order."""
    return sections_of_plan(paper.plan, paper.council.report)


@once_for_each_paper
def report_words(paper: Paper) -> tuple[Words, ...]:
    """Return every passage of the report that is not empty, in printed order."""
    sections = report_sections(paper)
    tables = {section.id: section.tables for section in paper.council.report.sections}
    ids = (
        one
        for section in sections
        for one in (section.id, *(table.id for table in tables.get(section.id, ())))
    )
    return tuple(words for one in ids for words in words_in(paper, one))


@once_for_each_paper
def prose_words(paper: Paper) -> tuple[Words, ...]:
    """Return every passage of the report, and the plan's introduction as one more behind them."""
    cover = paper.plan.cover
    if not cover.introduction:
        return report_words(paper)
    passage = Passage(id=cover.id, section="introduction", text=cover.introduction)
    return (*report_words(paper), words_of(passage))


def place_of_words(paper: Paper, words: Words) -> Place:
    """Return the place of a passage of the report, or of the plan's introduction."""
    if is_introduction(paper, words):
        return cover_place(paper.plan, "introduction")
    return passage_place(paper.plan, words.passage)


def is_introduction(paper: Paper, words: Words) -> bool:
    """Return whether words are the introduction of the plan, and no passage of the report."""
    return words.passage.id == paper.plan.cover.id


@remembered
def words_of(passage: Passage) -> Words:
    """Return a passage as plain words."""
    blocks = _blocks_of(passage)
    return Words(
        passage,
        tuple(" ".join(block.text.split()) for block in blocks),
        tuple(" ".join(block.text.split()) for block in blocks if block.bullet is not None),
    )


def _blocks_of(passage: Passage) -> tuple[Paragraph, ...]:
    match passage.kind:
        case "heading":
            return (plain(passage.text),)
        case "table":
            caption = (plain(passage.caption),) if passage.caption else ()
            return (*caption, *words_of_rows(passage.text))
        case "picture":
            caption = (plain(passage.caption),) if passage.caption else ()
            return (*caption, *((plain(passage.text),) if passage.text else ()))
        case "row":
            return tuple(plain(line) for _, text in passage.cells for line in text.split("\n"))
        case _:
            return blocks_of(passage.text)


def cited_appendices(text: str, label: str = "Appendix") -> set[int]:
    """Return the numbers of the appendices that a text cites; `label` is the word for one.

    "Appendices 1 to 3" are three; "Appendix 2 of the inspection report" is in another paper.
    """
    text = _in_full(text) if label == "Appendix" and "pp" in text else text
    return {
        number
        for match in _appendix_pattern(label).finditer(text)
        for first, last in _RANGE.findall(match[1])
        for number in range(int(first), int(last or first) + 1)
    }


_SHORT_FOR = re.compile(r"\b(?:Apps?|Appx|Appendx)\b\.?(?= \d)")
_IN_WORDS = re.compile(r"(?<=\b[Aa]ppendix )(?P<which>[A-Z][a-z]{2,5})\b")


def _in_full(text: str) -> str:
    """Return a text in which "Apps 5 and 6" and "Appendix Four" are as they mostly are."""
    return _IN_WORDS.sub(
        lambda found: str(number_of(found[0]) or found[0]), _SHORT_FOR.sub("Appendices", text)
    )


def appendices_cited(
    said: Iterable[Words], label: str = "Appendix"
) -> dict[int, tuple[Words, str]]:
    """Return the numbers of the appendices that a report cites, each with where and how first.

    They may go by letters, "Appendix B" for the second, where none is cited by a number.
    """
    said = tuple(said)
    found: dict[int, tuple[Words, str]] = {}
    for words in said:
        for number in sorted(cited_appendices(words.text, label)):
            found.setdefault(number, (words, str(number)))
    for words in said if not found else ():
        for match in _appendix_pattern(label, _LETTERS).finditer(words.text):
            for first, last in _RANGE_OF_LETTERS.findall(match[1]):
                for place in range(ord(first), ord(last or first) + 1):
                    found.setdefault(place - ord("A") + 1, (words, chr(place)))
    return found


_EXEMPT = re.compile(
    r"(?<!not )(?<!no )\b(?:exempt|confidential|not for publication|"
    r"(?:withheld|excluded|kept) from (?:the )?public\w*|circulated (?:separately|privately)|"
    r"in private|(?:to|for) (?:elected )?members only)\b",
    re.IGNORECASE,
)
"""Words of a paper that only members are given."""


def exempt_appendices(
    said: Iterable[Words], label: str = "Appendix"
) -> dict[int, tuple[Words, str]]:
    """Return the numbers of the appendices that a report says are exempt, with where and how first.

    "Appendix C (exempt)" and "Appendix 2 is not for publication": they go to members alone, so
    that no public paper has them.
    """
    found: dict[int, tuple[Words, str]] = {}
    for words in said:
        for sentence in told_in(words) if _EXEMPT.search(words.text) else ():
            if _EXEMPT.search(sentence):
                alone = Words(words.passage, (sentence,), ())
                for number, (_, typed) in appendices_cited((alone,), label).items():
                    found.setdefault(number, (words, typed))
    return found


def cited_otherwise(said: Iterable[Words], appendices: Sequence[Appendix]) -> set[int]:
    """Return the numbers of the appendices that are cited by another word, or by their title.

    "Annex B" is the second of two, whatever its heading is; or the one that its sentence speaks of:
    "the action plan at Annex A", "an assessment is enclosed as Attachment 1".
    """
    found: set[int] = set()
    for words in said:
        lowered = words.text.casefold()
        found.update(
            number
            for number, one in enumerate(appendices, 1)
            if len(one.title.split()) >= _WORDS_OF_A_TITLE and one.title.casefold() in lowered
        )
        for match in BY_ANOTHER_WORD.finditer(words.text):
            found.update({place_cited(match)} & set(range(1, len(appendices) + 1)))
        for sentence in sentences_in(words.text, at_clauses=True):
            if BY_ANOTHER_WORD.search(sentence):
                found.update(n for n, one in enumerate(appendices, 1) if is_meant(one, sentence))
    return found


def place_cited(match: re.Match[str]) -> int:
    """Return the place that a letter, a roman figure or a number of `BY_ANOTHER_WORD` gives."""
    which = match["which"]
    if which.isdecimal():
        return int(which)
    return _ROMAN.index(which) + 1 if which in _ROMAN else ord(which[0]) - ord("A") + 1


def is_meant(appendix: Appendix, sentence: str) -> bool:
    """Return whether a sentence that points to a paper speaks of what an appendix holds."""
    if appendix.kind == "plan":
        return _THE_PLAN.search(sentence) is not None
    if _AN_ASSESSMENT.search(appendix.title):
        return _AN_ASSESSMENT.search(sentence) is not None
    return len(appendix.title) >= _LONG_TITLE and appendix.title.casefold() in sentence.casefold()


BY_ANOTHER_WORD = re.compile(
    r"\b(?:Annexe?|Schedule|Attachment|Enclosure|Addendum|Appendix)\s+"
    rf"(?P<which>(?-i:[A-H]|I{{1,3}}|IV|V)|\d{{1,2}})\b{_OF_ANOTHER_PAPER}",
    re.IGNORECASE,
)
"""An appendix by any of the words for one, and by its letter, roman figure or number."""
_ROMAN = ("I", "II", "III", "IV", "V")
_THE_PLAN = re.compile(r"\b(?:plan|actions|programme)\b", re.IGNORECASE)
_AN_ASSESSMENT = re.compile(r"\b(?:assessments?|screening|EQ?IAs?|IIAs?)\b", re.IGNORECASE)
_WORDS_OF_A_TITLE, _LONG_TITLE = 4, 10
"""From so many words or letters on a title is its own, and no word that any report has."""


def named_as(appendix: Appendix) -> str:
    """Return what an appendix is called: its title, its file, and the first line of its text."""
    first = appendix.text.lstrip().partition("\n")[0]
    return f"{appendix.title} {appendix.file} {first[:_LONGEST_NAME]}".replace("_", " ")


_LONGEST_NAME = 100
"""Characters of a first line that may be a title."""


def cites_the_one(said: Iterable[Words], label: str = "Appendix") -> bool:
    """Return whether a report cites its only appendix without a number.

    "The plan is in the appendix to this report" and "the attached plan" both do.
    """
    spoken_of = re.compile(
        rf"\b(?:{re.escape(label)}(?!\s+\d)|attached|appended|annexed|enclosed|overleaf|"
        r"(?:plan|paper|table|actions?) (?:set out |given )?(?:overleaf|above|below|that follows|"
        r"in (?:section|paragraph|part) \d))\b",
        re.IGNORECASE,
    )
    return any(spoken_of.search(words.text) for words in said)


def pages_told(said: Iterable[Words]) -> int | None:
    """Return how many pages the inspection report has by the committee report's own words.

    "The report runs to 46 pages" and "the inspectors' 46-page report" say it; None where it is not
    said, or in two ways.
    """
    found = {
        int(match[1] or match[2] or match[3])
        for words in said
        for match in _PAGES.finditer(words.text)
    }
    return found.pop() if len(found) == 1 else None


def sentences_of(words: Words) -> Iterator[tuple[str, str]]:
    """Yield each sentence of a passage with the one after it."""
    said = [one for paragraph in words.paragraphs for one in _split(paragraph)]
    yield from zip(said, (*said[1:], ""), strict=False)


_split = remembered(sentences_in)


def told_in(words: Words) -> tuple[str, ...]:
    """Return the sentences of a passage; those of a table are its rows, "Data rights: No impact".

    What heads a table is no row of it.
    """
    if words.passage.kind == "table":
        return _rows_told(words.passage.text)
    return tuple(sentence for sentence, _ in sentences_of(words))


@remembered
def _rows_told(table: str) -> tuple[str, ...]:
    rows = ([" ".join(plain_of(cell).split()) for cell in row] for row in rows_of(table))
    told = (f"{row[0]}: {'; '.join(filter(None, row[1:]))}" for row in rows if row and any(row[1:]))
    return tuple(told)


@lru_cache(maxsize=16)
def _appendix_pattern(label: str, numbers: str = _NUMBERS) -> re.Pattern[str]:
    plural = "Appendices" if label == "Appendix" else f"{re.escape(label)}e?s"
    words = rf"(?<!['’]s )(?<!s['’] )(?<!its own )(?<!their )\b(?:{re.escape(label)}|{plural})\s+"
    return re.compile(rf"{words}({numbers})(?!\d){_OF_ANOTHER_PAPER}", re.IGNORECASE)
