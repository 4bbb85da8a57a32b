"""Removes everything from a council's template that would fetch or run something.

A template may come from anywhere, and every file written with it goes to councillors, whose Word
opens whatever the file names. So only hyperlinks, which wait for a click, still lead outside, and
nothing runs: no attached template, no remote or inserted file, no embedded object or control, no
add-in, no mail merge, no field that fetches. The picture or text that such a part showed last
stays, if it is in the file itself. Parts that neither fetch nor run (custom XML behind content
controls, building blocks, web settings) stay too, and are cleaned in the same way.
"""

import re
from collections import Counter

from lxml import etree
from lxml.etree import _Element as Element

from exporters.word.package import RELATION, R, W, take_out
from exporters.word.template_fields import unlinked_fields

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_STRICT = "{http://purl.oclc.org/ooxml/"
_STRICT_R = f"{_STRICT}officeDocument/relationships}}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WEB_VIDEO = "{http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing}webVideoPr"
_SVG = "{http://www.w3.org/2000/svg}"

_KINDS = {
    "attachedtemplate": "attached template",
    "oleobject": "embedded object",
    "package": "embedded object",
    "control": "ActiveX control",
    "activexcontrolbinary": "",
    "afchunk": "inserted file",
    "subdocument": "inserted file",
    "frame": "frame of another page",
    "transform": "style sheet from elsewhere",
    "mailmergesource": "mail merge",
    "mailmergeheadersource": "mail merge",
    "recipientdata": "",
    "webextensiontaskpanes": "Office add-in",
    "webextension": "Office add-in",
    "keymapcustomizations": "set of keys and menus",
    "attachedtoolbars": "set of keys and menus",
    "extensibility": "set of keys and menus",
    "printersettings": "",
    "thumbnail": "",
    "origin": "",
}
"""The kinds of relationship that are always removed, each in the officer's words.

No word means that the officer is not told, as the letterhead looks the same without it: printer
settings name the council's printers, a signature ("origin") covers other words, a thumbnail shows
another paper's first page.
"""

_ALWAYS = frozenset(
    [
        *(f"{W}{name}" for name in ("attachedTemplate", "linkStyles", "mailMerge", "frameset")),
        *(f"{W}{name}" for name in ("saveThroughXslt", "attachedSchema", "smartTagType")),
        *(f"{W}{name}" for name in ("altChunk", "subDoc", "entryMacro", "exitMacro")),
        *(f"{W}{name}" for name in ("control", "objectEmbed", "objectLink", "printerSettings")),
        f"{_O}OLEObject",
        "{http://schemas.openxmlformats.org/schemaLibrary/2006/main}schemaLibrary",
        f"{_SVG}script",
    ]
)
"""Elements that are always removed: each only fetches or runs something else."""

_LINKS = frozenset(
    (f"{W}hyperlink", *(f"{_A}{name}" for name in ("hlinkClick", "hlinkHover", "hlinkMouseOver")))
)
_HOLDERS = frozenset((f"{_A}ext", f"{W}drawing", f"{W}pict"))
"""Elements around a picture: the nearest one is removed together with it."""
_CHOICES = frozenset((f"{_MC}Choice", f"{_MC}Fallback"))
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]+:|[\\/]{2}", re.IGNORECASE)


class UnreadablePartError(Exception):
    """A part that should be XML is not; the message is the part's name."""


def disarmed(parts: dict[str, bytes]) -> tuple[dict[str, bytes], Counter[str]]:
    """Return the parts of a Word file without what fetches or runs, and counts of what was removed.

    Parts that hold nothing of the kind come back byte for byte. Raises UnreadablePartError.
    """
    trees = {name: tree for name in parts if (tree := part_tree(name, parts[name])) is not None}
    left_out: Counter[str] = Counter()
    changed: set[str] = set()
    gone: dict[str, dict[str, str]] = {}
    for name in filter(_is_relations, trees):
        source = _source_of(name)
        gone[source], remote = _relations_out_of(trees[name], left_out)
        changed |= {name} if remote else set()
    for name, tree in trees.items():
        if not _is_relations(name) and _cleaned(name, tree, gone.get(name, {}), left_out):
            changed.add(name)
    whole = {
        name: etree.tostring(trees[name], xml_declaration=True, encoding="UTF-8", standalone=True)
        for name in changed
    }
    return {**parts, **whole}, left_out


def part_tree(name: str, part: bytes) -> Element | None:
    """Return the XML of a part, None for a part that is not XML, such as a picture."""
    is_xml = name.lower().endswith((".xml", ".rels"))
    start = part[:64].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")
    if not is_xml and not start.startswith(b"<"):
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        if is_xml:
            raise UnreadablePartError(name) from error
        return None


def _is_relations(name: str) -> bool:
    return name.lower().endswith(".rels")


def _source_of(relations: str) -> str:
    """Return the name of the part that a relationships part belongs to."""
    folder, _, name = relations.rpartition("_rels/")
    return folder + name[: -len(".rels")]


# Relationships


def _relations_out_of(
    relations: Element, left_out: Counter[str]
) -> tuple[dict[str, str], list[Element]]:
    """Remove the relationships that must not stay; return those that elements may no longer name.

    Hyperlinks stay, but are among those returned: only a link element may name them.
    """
    not_to_name: dict[str, str] = {}
    removed: list[Element] = []
    for one in list(relations.iter(RELATION)):
        kind = one.get("Type", "").rpartition("/")[2].lower()
        is_outside = one.get("TargetMode", "").lower() == "external" or bool(
            _OUTSIDE.match(one.get("Target", "").strip())
        )
        if kind not in _KINDS and not is_outside:
            continue
        not_to_name[one.get("Id", "")] = kind
        if kind == "hyperlink":
            continue
        usual = "picture from elsewhere" if kind == "image" else "link to something elsewhere"
        what = _KINDS.get(kind, usual)
        if what:
            left_out[what] += 1
        relations.remove(one)
        removed.append(one)
    return not_to_name, removed


# The parts that name them


def _cleaned(name: str, root: Element, gone: dict[str, str], left_out: Counter[str]) -> bool:
    """Remove from a part whatever fetches or runs; return whether there was anything."""
    fields = unlinked_fields(root)
    left_out.update(f"field {field}" for field in fields)
    is_changed = bool(fields)
    for element in [one for one in root.iter() if isinstance(one.tag, str)]:
        if str(element.tag).startswith(
            _STRICT
        ):  # the same elements by other names: Word reads them
            raise UnreadablePartError(name)
        if element.tag in _ALWAYS:
            take_out(element)
            is_changed = True
        elif element.tag == _WEB_VIDEO:
            left_out["online video"] += 1
            take_out(_extension_around(element))
            is_changed = True
        else:
            is_changed |= _without_addresses(element, left_out) | _without_names(element, gone)
    for element in list(root.iter(f"{W}object")):
        is_changed |= _picture_only(element)
    return is_changed


def _extension_around(element: Element) -> Element:
    parent = element.getparent()
    return parent if parent is not None and parent.tag == f"{_A}ext" else element


def _without_addresses(element: Element, left_out: Counter[str]) -> bool:
    """Remove the addresses from elements that show a picture by its address alone."""
    tag = str(element.tag)
    if tag.startswith(_V):
        names = [name for name in ("src", f"{_O}href", f"{_O}althref") if name in element.attrib]
    elif tag.startswith(_SVG) and not tag.endswith("}a"):
        names = [
            str(name)
            for name, value in element.attrib.items()
            if str(name).endswith("href") and not str(value).strip().startswith(("#", "data:"))
        ]
    else:
        return False
    for name in names:
        if _OUTSIDE.match(str(element.get(name, "")).strip()):
            left_out["picture from elsewhere"] += 1
        del element.attrib[name]
    return bool(names)


def _without_names(element: Element, gone: dict[str, str]) -> bool:
    """Take off an element what it names that is gone, or the element, or what shows it."""
    named = [
        str(name)
        for name, value in element.attrib.items()
        if str(name).startswith((R, _STRICT_R, f"{_O}relid"))
        and str(value) in gone
        and not (gone[str(value)] == "hyperlink" and _is_link(element))
    ]
    for name in named:
        del element.attrib[name]
    if named and not any(str(name).startswith(R) for name in element.attrib):
        _remove_empty(element)
    return bool(named)


def _is_link(element: Element) -> bool:
    return element.tag in _LINKS


def _remove_empty(element: Element) -> None:
    """Remove an element that has lost its picture, with whatever is empty without it."""
    parent = element.getparent()
    if _is_link(element) or parent is None:
        return
    if element.tag == f"{_A}blip" and parent.tag == f"{_A}blipFill":
        parent.tag = f"{_A}noFill"  # what is filled with a picture has words of its own
        parent.attrib.clear()
        del parent[:]
    elif element.tag in (f"{_V}fill", f"{_V}stroke"):
        parent.remove(element)
    else:
        around = (one for one in element.iterancestors() if one.tag in _HOLDERS)
        _remove_shown(next(around, element))


def _remove_shown(holder: Element) -> None:
    """Remove what shows a picture, with its alternatives in the file."""
    parent = holder.getparent()
    is_choice = parent is not None and parent.tag in _CHOICES
    choice = parent.getparent() if is_choice and parent is not None else None
    take_out(holder if choice is None else choice)


def _picture_only(held: Element) -> bool:
    """Turn the picture of a removed object into an ordinary picture."""
    if not any(isinstance(child.tag, str) for child in held):
        take_out(held)
    elif held.find(f"{W}drawing") is not None:
        parent = held.getparent()
        drawing = held.find(f"{W}drawing")
        if parent is not None and drawing is not None:
            parent.replace(held, drawing)
    else:
        held.tag = f"{W}pict"
        held.attrib.clear()
    return True
