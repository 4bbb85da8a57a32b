"""The style of captions, which a template is given only where a paper has a caption.

A caption stands above its table or its picture, and is kept on the page of that.
"""

import re

STYLE_ID = "Caption"
_USED = f'<w:pStyle w:val="{STYLE_ID}"/>'
_NAMED = re.compile(
    rb'<w:style\b(?=[^>]*w:styleId="([^"]*)")[^>]*>\s*<w:name w:val="caption"/>', re.IGNORECASE
)
_NORMAL = re.compile(rb'<w:style\b(?=[^>]*w:default="1")(?=[^>]*w:type="paragraph")[^>]*>')
_ID = re.compile(rb'w:styleId="([^"]*)"')


def with_captions(body: str, styles: bytes) -> tuple[str, bytes]:
    """Return a body and the styles of its template, in which the captions have their style.

    A template's own style of that name is used; without captions both stay as they are.
    """
    if _USED not in body:
        return body, styles
    named = _NAMED.search(styles)
    if named is not None:
        return body.replace(_USED, f'<w:pStyle w:val="{named[1].decode()}"/>'), styles
    head, end, tail = styles.rpartition(b"</w:styles>")
    return body, head + _style(styles) + end + tail


def _style(styles: bytes) -> bytes:
    """Return the XML of the style, based on the template's usual paragraph."""
    normal = _NORMAL.search(styles)
    found = _ID.search(normal[0]) if normal is not None else None
    based = f'<w:basedOn w:val="{found[1].decode()}"/>' if found is not None else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{STYLE_ID}"><w:name w:val="caption"/>{based}'
        '<w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="80"/></w:pPr>'
        "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
    ).encode()
