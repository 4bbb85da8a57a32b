"""Numbers the tick boxes, the comments and the questions of forms while a document is written."""

import re
from collections.abc import Collection

from exporters.word.sizes import lengthened
from exporters.word.text import attribute
from exporters.word.typed_numbers import TypedList, typed_by
from plan.council.counting import Counting, counted_as
from plan.papers.blocks import Beside
from plan.papers.typed_lists import TypedItem

_NUMBER_FORMATS = {
    "number": "decimal",
    "letter": "lowerLetter",
    "roman": "lowerRoman",
    "LETTER": "upperLetter",
    "ROMAN": "upperRoman",
}
"""What Word calls the ways in which recommendations are counted."""
_RECOMMENDED = 851
"""How far a recommendation stands from its number's left edge: as a numbered paragraph does."""
_DEFINITION = re.compile(rb'<w:abstractNum\s[^>]*w:abstractNumId="(\d+)"')
_NUMBER = re.compile(r"(?P<before>\D*)(?P<number>\d{1,4})(?P<after>\D*)")


class ListNumbers:
    """Numbers the tick boxes and comments of a document, and puts questions of forms into lists.

    The lists are numbered from `first_list`; each is an instance of the abstract list `abstract`.
    `counting` is how recommendations are counted, `report` the abstract list of its sections.
    No box gets a number of `taken`: those that the template has given to controls of its own.
    """

    def __init__(
        self,
        first_list: int,
        abstract: int,
        counting: Counting | None = None,
        report: int = 0,
        taken: Collection[int] = (),
    ) -> None:
        self.asked = 0
        """How often a number was asked for."""
        self._taken = taken
        self._counting = counting
        self._report = report
        self._section = 0
        self._restarted: int | None = None
        self._recommendations = 0
        self._first_list = first_list
        self._abstract = abstract
        self._boxes = 0
        self.comments: list[Beside] = []
        self._lists: list[str | TypedList] = []
        self._typed: TypedList | None = None
        self._expected = ("", 0, "")

    def next_box(self) -> int:
        """Return the number of the next tick box, from 1."""
        self.asked += 1
        self._boxes += 1
        while self._boxes in self._taken:
            self._boxes += 1
        return self._boxes

    def next_comment(self, comment: Beside) -> int:
        """Return the number of a comment, from 0; it is one of `comments` from now on."""
        self.asked += 1
        self.comments.append(comment)
        return len(self.comments) - 1

    def list_of(self, label: str) -> int | None:
        """Return the number of the list in which Word itself counts up to `label`, such as "2.".

        That is the list of the question before, if this is its next number; else a new list that
        starts here. None where the label holds no number.
        """
        self.asked += 1
        match = _NUMBER.fullmatch(label)
        if match is None:
            return None
        before, number, after = match["before"], int(match["number"]), match["after"]
        if (before, number, after) != self._expected:
            self._lists.append(self._list_xml(before, number, after))
        self._expected = (before, number + 1, after)
        return self._first_list + len(self._lists) - 1

    def list_of_recommendation(self, label: str) -> int | None:
        """Return the number of the list in which Word itself counts up to a recommendation.

        That is the list of the one before, unless this is the first of a section. None where the
        label is not as the council's are.
        """
        self.asked += 1
        parts = self._counting.parts_of(label) if self._counting is not None else None
        if parts is None or self._counting is None:
            return None
        before, sign, after = parts
        if not self._recommendations or sign == counted_as(self._counting.counter, 1):
            how = _NUMBER_FORMATS[self._counting.counter]
            self._lists.append(self._list_xml(before, 1, after, how, _RECOMMENDED))
            self._recommendations = self._first_list + len(self._lists) - 1
            self._expected = ("", 0, "")
        return self._recommendations

    def list_of_section(self, label: str) -> int | None:
        """Return the number of the list in which Word counts sections anew, from this one on.

        None as long as the numbers of the sections go on by one, as Word's own list counts them.
        """
        self.asked += 1
        match = _NUMBER.match(label)
        number = int(match["number"]) if match else self._section + 1
        if number <= self._section:
            self._lists.append(self._restart_xml(number))
            self._restarted = self._first_list + len(self._lists) - 1
            self._expected = ("", 0, "")
        self._section = number
        return self._restarted

    def list_of_paragraphs(self) -> int | None:
        """Return the list that counts the report's numbered paragraphs, None for its usual."""
        self.asked += 1
        return self._restarted

    def list_of_typed(self, item: TypedItem) -> int:
        """Return the number of the list of an item that an officer typed.

        That is the list of the item above, if this is its next one.
        """
        self.asked += 1
        typed = self._typed
        if typed is None or not typed.takes(item):
            number = self._first_list + len(self._lists)
            typed = self._typed = TypedList(number, typed_by(item))
            self._lists.append(typed)
            self._expected = ("", 0, "")
        typed.take(item)
        return typed.number

    def _restart_xml(self, number: int) -> str:
        return (
            f'<w:num w:numId="{self._first_list + len(self._lists)}">'
            f'<w:abstractNumId w:val="{self._report}"/><w:lvlOverride w:ilvl="0">'
            f'<w:startOverride w:val="{number}"/></w:lvlOverride></w:num>'
        )

    def with_lists(self, numbering: bytes, scale: float = 1.0) -> bytes:
        """Return the numbering part with the lists of questions added, in a template so large."""
        highest = max(map(int, _DEFINITION.findall(numbering)), default=0)
        kinds, lists = "", ""
        for one in self._lists:
            highest += isinstance(one, TypedList)
            kind, own = one.xml(highest) if isinstance(one, TypedList) else ("", one)
            kinds, lists = kinds + kind, lists + own
        above, first, below = numbering.partition(b"<w:num ")  # definitions stand above lists
        if first:
            numbering = b"".join((above, lengthened(kinds, scale).encode(), first, below))
        else:
            lists = kinds + lists
        head, end, tail = numbering.rpartition(b"</w:numbering>")
        return head + lengthened(lists, scale).encode() + end + tail

    def _list_xml(
        self, before: str, number: int, after: str, how: str = "decimal", indent: int = 425
    ) -> str:
        words = attribute(f"{before}%1{after}")
        return (
            f'<w:num w:numId="{self._first_list + len(self._lists)}">'
            f'<w:abstractNumId w:val="{self._abstract}"/><w:lvlOverride w:ilvl="0">'
            f'<w:startOverride w:val="{number}"/><w:lvl w:ilvl="0"><w:start w:val="{number}"/>'
            f'<w:numFmt w:val="{how}"/><w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr></w:lvl>'
            "</w:lvlOverride></w:num>"
        )


def numbered_as(numbering: bytes, patterns: tuple[str, ...], list_id: int) -> bytes:
    """Return the numbering part with the report's levels numbered by the council's patterns.

    `list_id` is the number of the report's abstract list. "{1}.0" becomes Word's "%1.0"; a percent
    sign in a pattern stays one.
    """
    text = numbering.decode()
    match = re.search(
        rf'<w:abstractNum [^>]*w:abstractNumId="{list_id}".*?</w:abstractNum>',
        text,
        re.DOTALL,
    )
    if match is None:
        return numbering
    list_xml = match[0]
    for level, pattern in enumerate(patterns):
        list_xml = _with_level(list_xml, level, re.sub(r"\{(\d)\}", r"%\1", pattern))
    return (text[: match.start()] + list_xml + text[match.end() :]).encode()


def _with_level(list_xml: str, level: int, words: str) -> str:
    """Return a list's XML with the text of one level replaced."""
    start = list_xml.index(f'<w:lvl w:ilvl="{level}"')
    before = r'<w:lvlText w:val="[^"]*"'
    written = f'<w:lvlText w:val="{attribute(words)}"'
    return list_xml[:start] + re.sub(before, lambda _: written, list_xml[start:], count=1)
