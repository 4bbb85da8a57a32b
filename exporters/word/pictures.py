"""Pictures in Word: in line with the text, as wide as it at most, with what is read out for them.

As the text is written, a picture names its file; the files become parts once the text is whole.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import count

from exporters.word.comments import anchored
from exporters.word.package import CONTENT_TYPES, RELATIONS_PART, with_relation
from exporters.word.styles import STYLE_OF
from exporters.word.text import attribute, run_xml
from files.pictures import PictureFacts, PictureRefusedError, picture_facts
from plan.papers.blocks import Paragraph, Text, missing_picture_words, picture_in

_EMU_A_MM = 36_000
_MM_A_DOT = 25.4 / 96
"""As Word takes a picture that does not say how large it is."""
_MOST_OF_PAGE = 0.8
"""Of the height of a page, so that the caption stands on it too."""
_FIRST_ID = 200_000
"""Above the numbers of the pictures that a template brings."""
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_EMBEDDED = re.compile(r'r:embed="([0-9a-f]{64}\.(?:png|jpeg|gif))"')
_TYPES = re.compile(rb"<Types\b[^>]*>")
_NUMBERED = re.compile(r'<wp:docPr id="picture"')


def picture_xml(
    paragraph: Paragraph, content: bytes, page: tuple[float, float], comments: Sequence[int] = ()
) -> str:
    """Return a picture as a paragraph of XML; a page is so wide and high, in millimetres.

    Without `content`, words say that it is not there. `comments` are the numbers of those on it.
    """
    try:
        shown = _drawing_xml(paragraph, *_size(picture_facts(content), *page))
    except PictureRefusedError:
        shown = run_xml(Text(missing_picture_words(paragraph), italic=True))
    shown = anchored(shown, comments) if comments else shown
    return f'<w:p><w:pPr><w:pStyle w:val="{STYLE_OF["picture"]}"/></w:pPr>{shown}</w:p>'


def _drawing_xml(paragraph: Paragraph, wide: float, high: float) -> str:
    """Return a picture of that size as a run, which names its file until that has an id."""
    name = picture_in(paragraph)
    said = attribute(paragraph.text)
    size = f'cx="{round(wide * _EMU_A_MM)}" cy="{round(high * _EMU_A_MM)}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="picture" name="Picture" descr="{said}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}/main" '
        f'noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="0" name="Picture" descr="{said}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{name}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def _size(facts: PictureFacts, room: float, height: float) -> tuple[float, float]:
    """Return how wide and high a picture is shown, in millimetres: as it is, or made to fit."""
    wide, high = facts.width * _MM_A_DOT, facts.height * _MM_A_DOT
    share = min(1.0, room / wide, height * _MOST_OF_PAGE / high)
    return max(wide * share, 0.1), max(high * share, 0.1)


def with_pictures(body: str, parts: dict[str, bytes], pictures: Mapping[str, bytes]) -> str:
    """Return a body whose pictures have ids and numbers; each becomes one of the `parts`."""
    names = tuple(dict.fromkeys(_EMBEDDED.findall(body)))
    if not names:
        return body
    relations, kinds = parts[RELATIONS_PART], parts[CONTENT_TYPES]
    free = (one for n in count(1) if f'"{(one := f"rIdPicture{n}")}"'.encode() not in relations)
    ids = dict(zip(names, free, strict=False))
    for name in names:
        parts[f"word/media/{name}"] = pictures[name]
        relations = with_relation(relations, ids[name], "image", f"media/{name}")
        kinds = _with_kind(kinds, name.partition(".")[2])
    parts[RELATIONS_PART], parts[CONTENT_TYPES] = relations, kinds
    numbers = iter(range(_FIRST_ID, _FIRST_ID + len(_NUMBERED.findall(body))))
    body = _NUMBERED.sub(lambda _: f'<wp:docPr id="{next(numbers)}"', body)
    return _EMBEDDED.sub(lambda found: f'r:embed="{ids[found[1]]}"', body)


def _with_kind(kinds: bytes, kind: str) -> bytes:
    """Return the content types of a file with that of a kind of pictures among them."""
    if f'Extension="{kind}"'.encode() in kinds:
        return kinds
    own = f'<Default Extension="{kind}" ContentType="image/{kind}"/>'.encode()
    return _TYPES.sub(lambda head: head[0] + own, kinds, count=1)
