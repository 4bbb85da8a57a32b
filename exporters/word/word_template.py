"""The template that a document is written in: ours, or a council's own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from exporters.word.package import (
    CONTENT_TYPES,
    DOCUMENT_PART,
    PROPERTIES_PART,
    packaged_template,
    parts_of,
)
from exporters.word.styles import QUESTION_NUMBERING, REPORT_NUMBERING

PLACEHOLDER = "{{REPORT}}"
"""The paragraph of a council's template that the document replaces."""

_ALTERED = frozenset(
    (CONTENT_TYPES, DOCUMENT_PART, PROPERTIES_PART, "_rels/.rels", "word/_rels/document.xml.rels")
)
"""The parts of a template that change when a document is written in it."""

_STYLE = re.compile(r'(<w:(?:pStyle|tblStyle) w:val=")([^"]*)(")')
_LIST = re.compile(r'(<w:numId w:val=")(\d+)(")')


@dataclass(frozen=True)
class WordTemplate:
    """A template that is ready to take a document.

    `package` is a Word file with a style for every role. `styles` and `lists` map our ids to its
    own where they differ. `remarks` are sentences on what it lacked. `is_councils` says that it is
    a council's own, whose margins, headers and footers stay; `has_footer`, that a footer of its own
    has text.
    """

    package: bytes
    styles: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    lists: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    remarks: tuple[str, ...] = ()
    is_councils: bool = False
    has_footer: bool = False
    first_list: int = 100
    """The number from which the lists of questions are numbered: above all others."""
    scale: float = 1.0
    """How many times as large as it was made the template is, where a size was chosen."""
    takes_plan_size: bool = True
    """Whether the text of the plan's tables is in our style, whose size is the format's."""
    controls: frozenset[int] = frozenset()
    """The numbers of the template's own content controls, which no tick box may have."""

    @property
    def report_list(self) -> int:
        """The number of the abstract list that counts sections and numbered paragraphs."""
        return self.lists.get(REPORT_NUMBERING, REPORT_NUMBERING)

    @property
    def question_list(self) -> int:
        """The number of the abstract list that counts the questions of a form."""
        return self.lists.get(QUESTION_NUMBERING, QUESTION_NUMBERING)

    def with_unaltered_parts(
        self, parts: dict[str, bytes], *, is_marked: bool = False
    ) -> dict[str, bytes]:
        """Return the parts that python-docx saved, those that need no change as in the template.

        python-docx rewrites every part, even one that it has only read. `is_marked` says that the
        headers carry a mark.
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

    def with_its_styles(self, body: str) -> str:
        """Return the XML of a body with the template's own ids for our styles and lists."""
        if self.styles:
            body = _STYLE.sub(lambda m: m[1] + self.styles.get(m[2], m[2]) + m[3], body)
        if self.lists:
            body = _LIST.sub(lambda m: m[1] + str(self.lists.get(int(m[2]), m[2])) + m[3], body)
        return body


@cache
def our_template() -> WordTemplate:
    """Return our own template: A4, en-GB, with a style for every role."""
    return WordTemplate(packaged_template())
