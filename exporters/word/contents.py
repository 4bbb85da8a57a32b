"""The table of contents in Word: a field, its entries filled in as links to the headings.

Word asks nothing when the file is opened, and a reader that knows no fields shows the entries. They
have no page numbers: those only Word could work out.
"""

from exporters.word.styles import STYLE_OF
from exporters.word.text import run_xml
from plan.papers.blocks import CONTENTS, Document, Paragraph, Text
from plan.papers.front_pages import deepest_level, listed_headings

_FIRST_BOOKMARK = 100_000
"""Above the numbers of bookmarks that a template may bring."""
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC '
    r'\o "1-{deepest}" \n \h \z \u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


class Contents:
    """Writes the entries of a document's table of contents, and marks the headings they lead to.

    A document without one is left as it is.
    """

    def __init__(self, document: Document) -> None:
        lines = [one for one in document.blocks if isinstance(one, Paragraph)]
        self._entries = sum(one.role in CONTENTS for one in lines)
        self._headings = listed_headings(document.blocks) if self._entries else ()
        self._deepest = deepest_level(document.blocks) if self._entries else 0
        self._written = 0
        self._marked = 0

    def entry_xml(self, paragraph: Paragraph) -> str:
        """Return the next entry as XML: a link; the first begins the field, the last ends it."""
        begin = _FIELD.format(deepest=self._deepest) if self._written == 0 else ""
        link = _name(self._written)
        words = "".join(run_xml(one) for one in paragraph.inlines if isinstance(one, Text))
        self._written += 1
        end = _END if self._written == self._entries else ""
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{STYLE_OF[paragraph.role]}"/></w:pPr>{begin}'
            f'<w:hyperlink w:anchor="{link}" w:history="1">{words}</w:hyperlink>{end}</w:p>'
        )

    def marked(self, heading: Paragraph, xml: str) -> str:
        """Return the XML of the next paragraph, with a bookmark round its words if it is listed."""
        if self._marked == len(self._headings) or heading is not self._headings[self._marked]:
            return xml
        number = _FIRST_BOOKMARK + self._marked
        start = f'<w:bookmarkStart w:id="{number}" w:name="{_name(self._marked)}"/>'
        self._marked += 1
        head, properties, words = xml.partition("</w:pPr>")
        inner = words.removesuffix("</w:p>")
        return f'{head}{properties}{start}{inner}<w:bookmarkEnd w:id="{number}"/></w:p>'


def _name(place: int) -> str:
    return f"_Toc{_FIRST_BOOKMARK + place}"
