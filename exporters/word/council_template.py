"""Prepares a council's own template; the styles and lists that it lacks come from ours."""

import re
from collections import Counter
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from lxml import etree
from lxml.etree import LxmlError, SubElement
from lxml.etree import _Element as Element

from exporters.word.council_lists import add_lists, bind_lists, free_number, without_lists
from exporters.word.council_styles import add_styles
from exporters.word.disarming import UnreadablePartError, disarmed
from exporters.word.document import word_file_of
from exporters.word.package import (
    DOCUMENT_PART,
    NUMBERING_PART,
    PROGRAM_PART,
    PROPERTIES_PART,
    STYLES_PART,
    W,
    packaged_template,
    parts_of,
    with_part,
    zipped,
)
from exporters.word.sections import other_size, page_problem
from exporters.word.styles import used_styles
from exporters.word.template_body import (
    OwnText,
    emptied,
    own_text,
    without_body,
    without_comments,
    without_guide,
    written,
)
from exporters.word.template_faults import faults_of
from exporters.word.template_file import TemplateError, template_parts
from exporters.word.word_template import PLACEHOLDER, WordTemplate
from plan.papers.blocks import Document, Section

SETTINGS_PART = "word/settings.xml"
LANGUAGE = "en-GB"
_TRIAL = Document("", (Section((), footer="{page}"), Section((), landscape=True)), mark="Trial")
_MALFORMED = (LookupError, ValueError, AttributeError, TypeError, OverflowError)
"""Raised by python-docx and by us where a part lacks something or has it in another shape."""
_PLAN_CELL = "Plan Cell"
"""The style of the text in the plan's tables, as Word lists it."""
_MOST_NAMED = 6
"""How many missing styles are named one by one."""

_FOOTER = re.compile(r"word/footer\d*\.xml")
_WITH_CONTROLS = re.compile(r"word/(?:document|(?:header|footer|footnotes|endnotes)\d*)\.xml")
_SAYS_SOMETHING = re.compile(rb"<w:t[ >][^<]|<w:fldChar|<w:fldSimple|<w:drawing|<w:pict|<w:tbl>")
_PAGE_NUMBER = re.compile(rb"\bPAGE\b")


def council_template(path: Path, *, keep_body: bool = False) -> WordTemplate:
    """Return a council's template, prepared: with a style for every role, and with our lists.

    Its own style of the same name is used where there is one; the others are added, based on its
    own. Whatever fetches or runs something is removed. So is the text of its body, unless it holds
    {{REPORT}} or `keep_body` is given. The rest stays. Raises TemplateError.
    """
    parts, left_out = _read_disarmed(path)
    parts, of_body = _with_body_for_paper(parts, path, keep_body=keep_body)
    has_styles = STYLES_PART in parts
    ours = parts_of(packaged_template())
    parts = _with_missing_parts(parts, ours)
    styles, numbering = _styles_and_numbering(parts, path)
    lists = add_lists(numbering, etree.fromstring(ours[NUMBERING_PART]))
    names, added = add_styles(styles, etree.fromstring(ours[STYLES_PART]), lists)
    bind_lists(numbering, names, lists)
    _set_language(styles)
    parts = _with_prepared(parts, styles, numbering)
    footers = [part for name, part in parts.items() if _FOOTER.fullmatch(name)]
    template = WordTemplate(
        zipped(parts),
        names,
        lists,
        is_councils=True,
        has_footer=any(map(_SAYS_SOMETHING.search, footers)),
        first_list=free_number(numbering),
        takes_plan_size=_PLAN_CELL in added,
        controls=_controls(parts),
    )
    remarks = (
        *of_body,
        *_left_out(path, left_out),
        *_on_pages(path, _write_trial(template, path)),
        *_on_styles(path, added, has_styles=has_styles),
        *_on_footer(path, footers),
        *faults_of(parts, styles, [names.get(one, one) for one in used_styles()], path.name),
    )
    return replace(template, remarks=remarks)


def _read_disarmed(path: Path) -> tuple[dict[str, bytes], Counter[str]]:
    """Return the parts of a template without what fetches or runs something, and what that was."""
    try:
        return disarmed(template_parts(path))
    except UnreadablePartError as error:
        raise _damaged(path, f"its part {error} cannot be read") from error


def _with_prepared(
    parts: dict[str, bytes], styles: Element, numbering: Element
) -> dict[str, bytes]:
    """Return the parts with these styles and lists, shown in Word at its usual size."""
    made = {
        **parts,
        STYLES_PART: etree.tostring(styles, xml_declaration=True, encoding="UTF-8"),
        NUMBERING_PART: etree.tostring(numbering, xml_declaration=True, encoding="UTF-8"),
    }
    if SETTINGS_PART in parts:
        made[SETTINGS_PART] = _with_size_on_screen(parts[SETTINGS_PART])
    return made


def _with_missing_parts(parts: dict[str, bytes], ours: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts with our own styles, lists and properties where a template has none.

    What tells of the program is ours in any case: its own tells of another paper, with its
    headings, its company and its manager.
    """
    if PROGRAM_PART in parts:
        parts = {**parts, PROGRAM_PART: ours[PROGRAM_PART]}
    for name, part in (
        (STYLES_PART, ours[STYLES_PART]),
        (NUMBERING_PART, without_lists(ours[NUMBERING_PART])),
        (PROPERTIES_PART, ours[PROPERTIES_PART]),
    ):
        parts = parts if name in parts else with_part(parts, name, part)
    return parts


def _styles_and_numbering(parts: dict[str, bytes], path: Path) -> tuple[Element, Element]:
    """Return the roots of two parts. Raises TemplateError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return (
            etree.fromstring(parts[STYLES_PART], parser),
            etree.fromstring(parts[NUMBERING_PART], parser),
        )
    except etree.XMLSyntaxError as error:
        raise _damaged(path, "its styles cannot be read") from error


def text_to_choose(path: Path) -> str:
    """Return in words how much text there is in a template's body, to be kept or left out.

    Returns nothing where there is none, or where {{REPORT}} in it decides that it is kept. Raises
    TemplateError.
    """
    try:
        parts, _ = disarmed(template_parts(path))
    except UnreadablePartError as error:
        raise _damaged(path, f"its part {error} cannot be read") from error
    document = etree.fromstring(parts[DOCUMENT_PART])
    without_guide(document)
    body = document.find(W + "body")
    text = own_text(body) if body is not None else None
    return "" if text is None or text.is_empty or text.has_placeholder else text.in_words()


def _with_body_for_paper(
    parts: dict[str, bytes], path: Path, *, keep_body: bool
) -> tuple[dict[str, bytes], list[str]]:
    """Return the parts with the body ready to take a paper, and remarks on its own text.

    Raises TemplateError.
    """
    document = etree.fromstring(parts[DOCUMENT_PART])
    body = document.find(W + "body")
    if body is None:
        raise _damaged(path, "it has no body")
    if without_guide(document):
        parts = {**parts, DOCUMENT_PART: written(document)}
    text = own_text(body)
    stays = text.has_placeholder or keep_body or text.is_empty
    remarks = _on_body(path, text, stays=stays)
    if stays:
        parts, comments = without_comments(parts, document)
        remarks += _on_comments(path, comments)
    words = "".join(piece.text or "" for piece in body.iter(W + "t"))
    if PLACEHOLDER in words and not text.has_placeholder:
        then = "the paper was put at the end" if stays else "it does not say where the paper goes"
        remarks.append(
            f"In the template {path.name}, {PLACEHOLDER} stands among other words, so {then}. "
            "Put it into a paragraph by itself."
        )
    return parts if stays else without_body(parts, document), remarks


def _on_body(path: Path, text: OwnText, *, stays: bool) -> list[str]:
    """Return a sentence on how much text a template's body has, and whether it is printed."""
    if text.is_empty:
        return []
    has = f"The template {path.name} has {text.in_words()} of its own."
    if text.has_placeholder:
        return [f"{has} This text is printed round the paper, which stands where {PLACEHOLDER} is."]
    if stays:
        return [f"{has} This text is printed before the paper."]
    sentence = (
        f"{has} This text is left out; the headers, footers and styles are used. To print it, keep "
        f"it when you export (--keep-body), or put a paragraph {PLACEHOLDER} where the paper goes."
    )
    return [sentence]


def _on_comments(path: Path, count: int) -> list[str]:
    if not count:
        return []
    comments = "The comment" if count == 1 else f"The {count:,} comments"
    is_ = "is" if count == 1 else "are"
    return [f"{comments} in the text of the template {path.name} {is_} left out."]


def _left_out(path: Path, left_out: Counter[str]) -> list[str]:
    """Return a sentence on what was removed because it would have fetched or run something."""
    if not left_out:
        return []
    said = ", ".join(f"{count} × {what}" for what, count in sorted(left_out.items()))
    sentence = (
        f"Left out of the template {path.name}, as it would fetch or run something on the machine "
        f"of whoever opens the paper: {said}. What a field or an object showed stays as it was."
    )
    return [sentence]


def _set_language(styles: Element) -> None:
    """Set the language to British English, unless the template is in that or in Gaelic already."""
    place = styles
    for name in ("docDefaults", "rPrDefault", "rPr", "lang"):
        found = place.find(W + name)
        if found is None:
            found = SubElement(place, W + name)
            if name in ("docDefaults", "rPrDefault"):
                place.insert(0, found)
        place = found
    if not place.get(W + "val", "").startswith((LANGUAGE, "gd")):
        place.set(W + "val", LANGUAGE)


def _with_size_on_screen(settings: bytes) -> bytes:
    """Return the settings with the `w:percent` that every `w:zoom` must have (ISO/IEC 29500-1).

    Templates made by python-docx lack it. All other settings come back byte for byte.
    """
    tree = etree.fromstring(settings)
    lacking = [zoom for zoom in tree.iter(f"{W}zoom") if not zoom.get(f"{W}percent")]
    for zoom in lacking:
        zoom.set(f"{W}percent", "100")
    if not lacking:
        return settings
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _controls(parts: dict[str, bytes]) -> frozenset[int]:
    """Return the numbers of the content controls that a template has, wherever they stand."""
    found: set[int] = set()
    for name in filter(_WITH_CONTROLS.fullmatch, parts):
        for control in etree.fromstring(parts[name]).iter(f"{W}sdtPr"):
            number = control.find(f"{W}id")
            value = "" if number is None else number.get(W + "val", "")
            found |= {int(value)} if value.isdecimal() else set()
    return frozenset(found)


def _write_trial(template: WordTemplate, path: Path) -> str:
    """Write a trial paper of one portrait and one landscape page, as papers are written later.

    Returns the size of the template's pages, nothing where they are A4. Raises TemplateError where
    the paper cannot be written.
    """
    try:
        document = docx.Document(BytesIO(template.package))
        is_whole = bool(document.sections) and document.part.numbering_part is not None
        problem = next(filter(None, map(page_problem, document.sections)), "")
        emptied(document)
        size = other_size(document.sections[0]) if is_whole and not problem else ""
        if is_whole and not problem:
            word_file_of(_TRIAL, template=template)
    except (OpcError, PythonDocxError, LxmlError, BadZipFile, *_MALFORMED) as error:
        raise _damaged(path, "not all of its parts can be read") from error
    if not is_whole:
        raise _damaged(path, "its pages have no size")
    if problem:
        raise TemplateError(
            f"The template {path.name} cannot be used: {problem}. Nothing was written and the plan "
            "is as it was. Put its pages right in Word, under Layout, or write the paper without a "
            "template."
        )
    return size


def _damaged(path: Path, why: str) -> TemplateError:
    return TemplateError(
        f"The template {path.name} is damaged: {why}. Nothing was written and the plan is as it "
        "was. Open it in Word and save it again, or write the paper without a template."
    )


def _on_pages(path: Path, size: str) -> list[str]:
    if not size:
        return []
    sentence = (
        f"The pages of the template {path.name} are {size}. The paper is written on A4; the "
        "template's margins stay."
    )
    return [sentence]


def _on_styles(path: Path, added: list[str], *, has_styles: bool) -> list[str]:
    """Return a sentence on the styles that the template lacks, and on how to have them."""
    if not has_styles:
        return [f"The template {path.name} has no styles at all: plandesk's own are used."]
    if not added:
        return []
    named = ", ".join(f"“{name}”" for name in added[:_MOST_NAMED])
    more = f" and {len(added) - _MOST_NAMED} more" if len(added) > _MOST_NAMED else ""
    sentence = (
        f"The template {path.name} has no style {named}{more}: plandesk's own are used, on the "
        "template's usual text and headings. A template that has every style, each with what it is "
        "for, is written by plandesk template."
    )
    return [sentence]


def _on_footer(path: Path, footers: list[bytes]) -> list[str]:
    if not any(map(_SAYS_SOMETHING.search, footers)) or any(map(_PAGE_NUMBER.search, footers)):
        return []
    return [f"The footer of the template {path.name} has no page numbers, and was left as it is."]
