"""Gives the parts of a Strict Open XML file the names that the usual kind of .docx has.

Word saves both kinds with the same elements; the namespaces and the types of relationships differ
(ECMA-376 part 1, annex A, and part 4, annex A).
"""

import re

from lxml.etree import _Element as Element

from importers.word.names import W

STRICT = "http://purl.oclc.org/ooxml/"
_NAME = re.compile(STRICT.replace(".", r"\.") + r"(\w+)/")
_USUAL_NAME = r"http://schemas.openxmlformats.org/\1/2006/"
_DECLARED = re.compile(rf"""xmlns(?::[\w.-]+)?\s*=\s*["'](?={re.escape(STRICT)})""")
_ATTRIBUTES = r"""(?:\s+[^\s="'<>]+\s*=\s*(?:"[^"]*"|'[^']*'))*+\s+"""
_REST_OF_TAG = re.compile(_ATTRIBUTES)
_START_OF_TAG = re.compile(r"""<[^\s<>/"'=]+""" + _ATTRIBUTES)
_STRICT_BOX = "{http://schemas.microsoft.com/office/word/2006/wordml}txbxContent"
_USUAL_BOX = W + "txbxContent"
_HEAD = 8_192
"""Where a part says whether it is Strict: its root declares its namespaces."""


def with_usual_boxes(root: Element) -> None:
    """Give the text boxes of a Strict part the name that they have in the usual kind.

    Word itself writes them under a name of its own there, which stands in no standard.
    """
    for box in list(root.iter(_STRICT_BOX)):
        box.tag = _USUAL_BOX


def usual_name(name: str) -> str:
    """Return what the usual kind of .docx calls a namespace or a type of relationship."""
    return _NAME.sub(_USUAL_NAME, name, count=1) if name.startswith(STRICT) else name


def with_usual_names(xml: str) -> str:
    """Return the text of an XML part with the namespaces that it declares renamed.

    Words of the document that look like a declaration are left alone: one stands in a tag. The
    text is gone through once, however many declarations it has; that of a usual part is returned
    as it is.
    """
    if xml.find(STRICT, 0, _HEAD) < 0:
        return xml
    pieces: list[str] = []
    done = looked = 0
    in_tag = False
    for declared in _DECLARED.finditer(xml):
        tag = xml.rfind("<", looked, declared.start())
        start = _START_OF_TAG.fullmatch(xml, tag, declared.start()) if tag >= 0 else None
        goes_on = in_tag and tag < 0 and _REST_OF_TAG.fullmatch(xml, looked, declared.start())
        in_tag = bool(start or goes_on)
        looked = declared.end()
        if not in_tag:
            continue
        name = _NAME.match(xml, declared.end())
        if name is not None:
            pieces += [xml[done : declared.end()], name.expand(_USUAL_NAME)]
            done = name.end()
        looked = xml.find(xml[declared.end() - 1], declared.end()) + 1
    return "".join([*pieces, xml[done:]])
