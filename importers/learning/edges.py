"""The lines in headers and footers: which are a letterhead, and which tell of one paper."""

import re
from collections.abc import Iterator, Sequence

from importers.learning.asked import Asked
from importers.learning.personal import Personal
from importers.word.names import W
from importers.word.package import Package
from importers.word.reader import PAGE_NUMBER
from plan.text.clean import clean_line

_OF_ONE_PAPER = re.compile(
    r"\b\d{1,4}[-/]\d{2,4}\b|\b(?:19|20)\d\d\b|\b(?:version|draft|report|item|appendix|plan|v)\b",
    re.IGNORECASE,
)
"""What tells of one paper: its number, its year, its version, its title."""


def edge_lines(package: Package) -> Iterator[str]:
    """Yield the lines of the headers and footers of a Word file that say more than a page."""
    for kind in ("header", "footer"):
        for root in package.parts(kind):
            for paragraph in root.iter(W + "p"):
                said = clean_line(
                    "".join(
                        piece.text or ""
                        for piece in paragraph.iter(W + "t")
                        if next(piece.iterancestors(W + "p"), None) is paragraph
                    )
                )
                if said and not PAGE_NUMBER.fullmatch(said):
                    yield said


def edges_that_stay(lines: Sequence[str], personal: Personal, asked: Asked) -> frozenset[str]:
    """Return the lines that the template keeps, each as the officer says."""
    kept: set[str] = set()
    for line in dict.fromkeys(lines):
        texts = [clean_line(text) for text in personal.texts]
        is_said = any(len(text) > 3 and (text in line or line in text) for text in texts)  # noqa: PLR2004
        usual = personal.is_free(line) and not is_said and not _OF_ONE_PAPER.search(line)
        if asked.yes("lines", "a header or footer of the file", line, usual=usual):
            kept.add(line)
    return frozenset(kept)
