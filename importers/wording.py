"""Compares printed words as officers mean them, whatever their case, spaces and punctuation."""

import re
from functools import lru_cache

from importers.plan.headings import normalised
from plan.papers.blocks import Paragraph, Text
from plan.reading.dates import read_date
from plan.reading.progress import read_heading
from plan.text.clean import clean_line

_PLURAL_END = re.compile(r"s\Z")
_WORD = re.compile(r"[^\W_]+")
_RULE = re.compile(r"[\s_=~*–—-]{3,}")
_MARKING = re.compile(
    r"(?:(?:data label|(?:protective|security) marking|(?:security |document |information )?"
    r"classification|marking|status)\s*[:–-]\s*)?[(\[]?(?:(?:strictly |private and |private & )?"
    r"confidential|official(?:[ :–-]+sensitive)?|restricted|public|private|unclassified|open"
    r"|(?:not )?protectively marked|internal(?: use(?: only)?)?|for internal use(?: only)?"
    r"|not for publication|embargoed|(?:(?:final|working|consultation|first|second) )?draft"
    r"(?: for (?:consultation|comment|discussion|approval))?)[)\]]?",
    re.IGNORECASE,
)
_LONGEST_LINE = 120
"""Characters; a longer line is prose, and not a heading, a name or a post."""


@lru_cache(maxsize=2_000)
def said_words(line: str) -> str:
    """Return what a printed line says, the same for all that say the same; a plural s is ignored.

    Empty for a line that says nothing. Who asks of every paragraph keeps what its own words say.
    """
    return _PLURAL_END.sub("", normalised(line)) if line else ""


@lru_cache(maxsize=2_000)
def beginning(words: str) -> re.Pattern[str]:
    """Return a pattern for texts that begin with `words`, with or without a number before them.

    Its group "rest" is what follows the words.
    """
    inner = r"[\W_]*".join(map(re.escape, _WORD.findall(words)))
    if not inner:
        return re.compile(r"(?!)(?P<rest>)")
    return re.compile(
        rf"[\W_]*(?:\d{{1,2}}[\W_]+)?{inner}(?![^\W_])(?P<rest>.*)", re.IGNORECASE | re.DOTALL
    )


def is_bold(paragraph: Paragraph) -> bool:
    """Return whether all words of a paragraph are bold."""
    texts = [inline for inline in paragraph.inlines if isinstance(inline, Text)]
    return bool(texts) and all(text.bold or not text.text.strip() for text in texts)


def is_short_line(paragraph: Paragraph) -> bool:
    """Return whether a paragraph looks like a heading, a name or a post, and not like prose."""
    text = paragraph.text.strip()
    is_line = 0 < len(text) <= _LONGEST_LINE and "\n" not in text
    return is_line and paragraph.bullet is None and not text.endswith((".", ";", ":", ","))


def is_marking(text: str) -> bool:
    """Return whether a line only says who may see a paper, or that it is a draft: "OFFICIAL"."""
    return _MARKING.fullmatch(text.strip()) is not None


def is_rule(text: str) -> bool:
    """Return whether a line is one across the page, drawn with characters: "________"."""
    return _RULE.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Return whether a line is a date, such as "September 2016", and nothing else.

    A weekday may stand before it.
    """
    line = clean_line(text)
    heading = read_heading(line)
    if heading is not None and heading[0] and not heading[1]:
        return True
    return any(map(str.isalpha, line)) and read_date(line) is not None
