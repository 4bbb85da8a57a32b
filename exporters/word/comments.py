"""The comments of a document as Word keeps them: in parts of their own, anchored in the text.

A comment is on the whole of its paragraph. One that is resolved is marked so, as Word 2013 and
later do, in a further part that older programs do not read.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from exporters.word.package import COMMENTS_MORE_PART, COMMENTS_PART, with_part
from exporters.word.text import attribute
from plan.papers.blocks import Beside
from plan.text.clean import safe_characters

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'mc:Ignorable="w14 w15"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIRST_ID = 0x70000000
"""The id of the first comment's last paragraph: Word's own are below 0x80000000."""
NOBODY = "plandesk"
"""Who wrote the comments of files that name nobody: Word wants an author."""


def anchored(inlines: str, numbers: Sequence[int]) -> str:
    """Return the inlines of a paragraph as XML with comments of these numbers on them."""
    starts = "".join(f'<w:commentRangeStart w:id="{one}"/>' for one in numbers)
    ends = "".join(
        f'<w:commentRangeEnd w:id="{one}"/><w:r><w:commentReference w:id="{one}"/></w:r>'
        for one in numbers
    )
    return f"{starts}{inlines}{ends}"


def with_comments(
    parts: dict[str, bytes], comments: Sequence[Beside], author: str, when: datetime | None
) -> dict[str, bytes]:
    """Return the parts of a Word file with its comments, numbered from 0 in this order.

    `author` and `when`, which may not be known, are those of each comment.
    """
    if not comments:
        return parts
    said = f'w:author="{attribute(author or NOBODY)}" w:initials="{attribute(_initials(author))}"'
    if when is not None:
        said += f' w:date="{when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"'
    written = "".join(
        f'<w:comment w:id="{number}" {said}>{_paragraphs(one, number)}</w:comment>'
        for number, one in enumerate(comments)
    )
    more = "".join(
        f'<w15:commentEx w15:paraId="{_id(number)}" w15:done="{one.is_resolved:d}"/>'
        for number, one in enumerate(comments)
    )
    content = f"{_HEAD}<w:comments {_NAMES}>{written}</w:comments>"
    parts = with_part(parts, COMMENTS_PART, content.encode())
    content = f"{_HEAD}<w15:commentsEx {_NAMES}>{more}</w15:commentsEx>"
    return with_part(parts, COMMENTS_MORE_PART, content.encode())


def _initials(author: str) -> str:
    return "".join(word[0] for word in (author or NOBODY).split())[:4].upper()


def _id(number: int) -> str:
    return f"{_FIRST_ID + number:08X}"


def _paragraphs(comment: Beside, number: int) -> str:
    """Return the lines of a comment as paragraphs, of which the last has its id."""
    *lines, last = (
        f'<w:r><w:t xml:space="preserve">{escape(safe_characters(line))}</w:t></w:r></w:p>'
        for line in comment.text.split("\n")
    )
    starts = [*(["<w:p>"] * len(lines)), f'<w:p w14:paraId="{_id(number)}">']
    starts[0] += "<w:r><w:annotationRef/></w:r>"
    return "".join(f"{start}{line}" for start, line in zip(starts, (*lines, last), strict=True))
