"""Links in Word: the words in the style of links, each address a relationship of the text.

As the text is written, a link names its address; the addresses get their ids once it is whole.
"""

import re
from collections.abc import Sequence
from html import unescape
from itertools import count

from exporters.word.package import RELATIONS_PART, with_relation
from exporters.word.text import attribute, run_xml
from plan.papers.blocks import Inline, Text
from plan.papers.links import with_site
from plan.text.languages import FILES_OWN, Speech

STYLE_ID = "Hyperlink"
_OPENS = '<w:hyperlink w:history="1" r:id="'
_LINK = re.compile(rf'{_OPENS}([^"]*)"')
_STYLE = f'<w:rStyle w:val="{STYLE_ID}"/>'
_NAMED = re.compile(
    rb'<w:style\b(?=[^>]*w:styleId="([^"]*)")[^>]*>\s*<w:name w:val="hyperlink"/>', re.IGNORECASE
)
_ADDED = (
    f'<w:style w:type="character" w:styleId="{STYLE_ID}"><w:name w:val="Hyperlink"/>'
    '<w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
    '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
)
"""Blue and underlined, as Word has it: on white a contrast of 6 to 1."""


def link_xml(
    target: str, inlines: Sequence[Inline], ink: str = "", speech: Speech = FILES_OWN
) -> str:
    """Return words that lead somewhere as XML, which names the address until it has an id."""
    shown = with_site(target, inlines)
    words = "".join(run_xml(one, ink, speech, STYLE_ID) for one in shown if isinstance(one, Text))
    return f'{_OPENS}{attribute(target)}">{words}</w:hyperlink>'


def with_links(body: str, styles: bytes, parts: dict[str, bytes]) -> tuple[str, bytes]:
    """Return a body whose links have ids, and the styles of its template with that of links.

    The addresses are put among the relationships in `parts`, each once. A template's own style of
    that name is used; without links all stays as it is.
    """
    if _OPENS not in body:
        return body, styles
    relations = parts[RELATIONS_PART]
    free = (one for n in count(1) if f'"{(one := f"rIdLink{n}")}"'.encode() not in relations)
    ids = dict(zip(dict.fromkeys(_LINK.findall(body)), free, strict=False))
    for target, own in ids.items():
        relations = with_relation(relations, own, "hyperlink", unescape(target), is_outside=True)
    parts[RELATIONS_PART] = relations
    body = _LINK.sub(lambda found: f'{_OPENS}{ids[found[1]]}"', body)
    named = _NAMED.search(styles)
    if named is not None:
        return body.replace(_STYLE, f'<w:rStyle w:val="{named[1].decode()}"/>'), styles
    head, end, tail = styles.rpartition(b"</w:styles>")
    return body, head + _ADDED.encode() + end + tail
