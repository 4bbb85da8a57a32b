"""The usual paragraph: a style and one run of text. Most are, so these are read at a glance."""

from typing import TYPE_CHECKING, NamedTuple

from importers.word.names import VAL, W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PROPERTIES, _STYLE, _RUN, _TEXT = W + "pPr", W + "pStyle", W + "r", W + "t"


class UsualText(NamedTuple):
    """The id of a paragraph's style, if it names one, and its text."""

    style_id: str | None
    text: str


def usual_text(paragraph: "Element") -> UsualText | None:
    """Return what a paragraph of a style and one plain run says; None where there is more to it."""
    count = len(paragraph)
    if count == 0 or count > 2:  # noqa: PLR2004 - its properties and its run
        return None
    run = paragraph[-1]
    if run.tag != _RUN or len(run) != 1 or run[0].tag != _TEXT:
        return None
    if count == 1:
        return UsualText(None, run[0].text or "")
    properties = paragraph[0]
    if properties.tag != _PROPERTIES or len(properties) != 1 or properties[0].tag != _STYLE:
        return None
    return UsualText(properties[0].get(VAL), run[0].text or "")
