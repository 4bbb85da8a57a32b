"""What a document is poured into: our template, or a council's with its letterhead and fonts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from exporters.word.package import (
    CONTENT_TYPES,
    DOCUMENT_PART,
    PROPERTIES_PART,
    parts_of,
    template,
)
from exporters.word.styles import QUESTION_NUMBERING, REPORT_NUMBERING

PLACEHOLDER = "{{REPORT}}"
"""The paragraph of a council's template in whose place the document is put."""

_ALTERED = frozenset(
    (CONTENT_TYPES, DOCUMENT_PART, PROPERTIES_PART, "_rels/.rels", "word/_rels/document.xml.rels")
)
"""The parts of a template that are not the same in what is written with it."""

_STYLE = re.compile(r'(<w:(?:pStyle|tblStyle) w:val=")([^"]*)(")')
_LIST = re.compile(r'(<w:numId w:val=")(\d+)(")')


@dataclass(frozen=True)
class House:
    """A template that is ready to be filled.

    `package` is a Word file that has a style for every role; `styles` and `lists` lead from the
    ids of ours to its own where they differ. `remarks` say in sentences what it lacked. In a
    council's own, its margins, headers and footers stay; it `has_footer` where one of them says
    something.
    """

    package: bytes
    styles: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    lists: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    remarks: tuple[str, ...] = ()
    is_councils: bool = False
    has_footer: bool = False
    first_list: int = 100
    """The number from which the lists of questions are numbered: above all others."""

    @property
    def report_list(self) -> int:
        """The number of the abstract list that counts sections and numbered paragraphs."""
        return self.lists.get(REPORT_NUMBERING, REPORT_NUMBERING)

    @property
    def question_list(self) -> int:
        """The number of the abstract list that counts the questions of a form."""
        return self.lists.get(QUESTION_NUMBERING, QUESTION_NUMBERING)

    def with_its_own(self, parts: dict[str, bytes], *, is_marked: bool = False) -> dict[str, bytes]:
        """Return the parts of a file as python-docx saved it; those that need not alter as here.

        It writes every part anew, in its own way, even one that it only looked at. `is_marked`
        says that the headers have been written in.
        """
        if not self.is_councils:
            return parts
        own = parts_of(self.package)
        return {
            name: part if self._is_altered(name, is_marked=is_marked) else own.get(name, part)
            for name, part in parts.items()
        }

    def _is_altered(self, name: str, *, is_marked: bool) -> bool:
        is_footer = name.startswith("word/footer") and not self.has_footer
        is_header = name.startswith("word/header") and is_marked
        return name in _ALTERED or is_footer or is_header

    def in_its_words(self, body: str) -> str:
        """Return the XML of a body with its styles and lists named as the template names them."""
        if self.styles:
            body = _STYLE.sub(lambda m: m[1] + self.styles.get(m[2], m[2]) + m[3], body)
        if self.lists:
            body = _LIST.sub(lambda m: m[1] + str(self.lists.get(int(m[2]), m[2])) + m[3], body)
        return body


@cache
def our_house() -> House:
    """Return our own template: A4, en-GB, with a style for every role."""
    return House(template())
