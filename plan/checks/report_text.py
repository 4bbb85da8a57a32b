"""The report as the checks read it: its passages as plain words, and what it cites."""

import re
from dataclasses import dataclass
from functools import lru_cache

from plan.checks.paper import Paper
from plan.markdown import blocks_of
from plan.rows import Passage

_APPENDIX = re.compile(r"\bAppendi(?:x|ces)\s+\d{1,2}(?:\s*(?:,|and|&)\s*\d{1,2})*", re.IGNORECASE)
_FIGURE = re.compile(r"\d{1,2}")


@dataclass(frozen=True)
class Words:
    """A passage as plain words: its paragraphs, and those of them that are bullets."""

    passage: Passage
    paragraphs: tuple[str, ...]
    bullets: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it on one line."""
        return " ".join(self.paragraphs)


def words_in(paper: Paper, section: str) -> tuple[Words, ...]:
    """Return the passages of a section of the report that say something."""
    said = (words_of(passage) for passage in paper.plan.passages_of(section))
    return tuple(words for words in said if words.text.strip())


def report_words(paper: Paper) -> tuple[Words, ...]:
    """Return every passage of the report that says something, in the order of the paper."""
    sections = paper.format.report.sections
    return tuple(words for section in sections for words in words_in(paper, section.id))


@lru_cache(maxsize=4_096)
def words_of(passage: Passage) -> Words:
    """Return a passage as plain words."""
    blocks = blocks_of(passage.text)
    return Words(
        passage,
        tuple(" ".join(block.text.split()) for block in blocks),
        tuple(" ".join(block.text.split()) for block in blocks if block.bullet is not None),
    )


def cited_appendices(text: str) -> set[int]:
    """Return the numbers of the appendices that a text speaks of."""
    return {
        int(number) for match in _APPENDIX.finditer(text) for number in _FIGURE.findall(match[0])
    }
