"""A Word file for the public: what a council's template brings names nobody either.

Its comments, its list of people, data behind content controls and properties of its own go. In its
headers, footers and other texts, and in what describes them, the people of a public copy, e-mail
addresses and telephone numbers are left out, across runs too.
"""

import re
from collections.abc import Sequence

from lxml import etree
from lxml.etree import _Element as Element

from exporters.word.disarming import part_tree
from exporters.word.package import (
    CONTENT_TYPES,
    DOCUMENT_PART,
    PROGRAM_PART,
    PROPERTIES_PART,
    RELATION,
    W,
    take_out,
)
from plan.papers.leaving_out import LeavingOut, cut_runs
from plan.papers.public_copy import PublicCopy

_GONE = re.compile(
    r"docProps/(?:custom\.xml|thumbnail.*)|customXml/.*|docMetadata/.*|word/people\.xml|"
    r"word/comments\w*\.xml|word/_rels/comments\w*\.xml\.rels"
)
"""Parts that are of the template's makers and of no reader."""
_REFERENCES = tuple(
    f"{W}{name}"
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference", "dataBinding")
)
_KEPT_PROPERTIES = frozenset(
    ("title", "subject", "creator", "keywords", "contentStatus", "language", "created", "modified")
)
_PROGRAM = frozenset(("Manager", "Template", "HyperlinkBase"))
_TEXTS = ("}t", "}instrText", "}delText")
_DESCRIBING = ("descr", "title", "alt", "tooltip", "string", f"{W}tooltip", f"{W}author")
_NAMING = (f"{W}alias", f"{W}tag", f"{W}docVar", f"{W}bookmarkStart")
_NAMED = (f"{W}val", f"{W}name")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_AUTHOR = "Author"
"""Stands in the place of whoever made a change that is tracked."""


def published(parts: dict[str, bytes], public: PublicCopy) -> dict[str, bytes]:
    """Return the parts of a Word file in a council's template as they may be published."""
    kept = {name: part for name, part in parts.items() if not _GONE.fullmatch(name)}
    gone = frozenset(parts) - frozenset(kept)
    signatories = LeavingOut(one for one in public.people if one not in public.signatories)
    everybody = LeavingOut(public.people)
    for name, part in kept.items():
        root = part_tree(name, part)
        if root is None:
            continue
        out = signatories if name == DOCUMENT_PART else everybody
        if _cleaned(name, root, out, gone):
            kept[name] = etree.tostring(
                root, xml_declaration=True, encoding="UTF-8", standalone=True
            )
    return kept


def _cleaned(name: str, root: Element, out: LeavingOut, gone: frozenset[str]) -> bool:
    """Clean the XML of a part in place; return whether anything changed."""
    before = etree.tostring(root)
    if name == CONTENT_TYPES:
        take_out(*(one for one in root if (one.get("PartName") or "").lstrip("/") in gone))
    elif name.endswith(".rels"):
        _clean_relations(name, root, out, gone)
    elif name == PROPERTIES_PART:
        take_out(*(one for one in root if etree.QName(one).localname not in _KEPT_PROPERTIES))
    elif name == PROGRAM_PART:
        take_out(*(one for one in root if etree.QName(one).localname in _PROGRAM))
        _clean_leaves(root, out)
    else:
        _clean_text(root, out)
    return etree.tostring(root) != before


def _clean_relations(name: str, root: Element, out: LeavingOut, gone: frozenset[str]) -> None:
    """Remove what leads to a part that went; an address of a person leads nowhere any more."""
    folder = name.partition("_rels/")[0]
    for one in [one for one in root if one.tag == RELATION]:
        target = one.get("Target") or ""
        if one.get("TargetMode") == "External":
            if target.lower().startswith(("mailto:", "tel:")) or out.line(target) != target:
                one.set("Target", "about:blank")
        elif target.lstrip("/") in gone or _joined(folder, target) in gone:
            root.remove(one)


def _joined(folder: str, target: str) -> str:
    steps = [step for step in folder.split("/") if step]
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def _clean_text(root: Element, out: LeavingOut) -> None:
    take_out(*root.iter(*_REFERENCES))
    for paragraph in root.iter(f"{W}p"):
        _cut_across([one for one in paragraph.iter(f"{W}t") if _is_own(one, paragraph)], out)
    for one in root.iter("*"):
        if one.text and one.tag.endswith(_TEXTS):
            one.text = out.line(one.text)
        names = _NAMED if one.tag in _NAMING else ()
        for key in (*_DESCRIBING, *names, *(("name",) if one.tag.endswith("}docPr") else ())):
            value = one.get(key)
            if value:
                one.set(key, _AUTHOR if key == f"{W}author" else out.name(value))


def _is_own(text: Element, paragraph: Element) -> bool:
    """Return whether a run of text is a paragraph's own and not that of a box in it."""
    return next(text.iterancestors(f"{W}p")) is paragraph


def _cut_across(runs: Sequence[Element], out: LeavingOut) -> None:
    texts = [one.text or "" for one in runs]
    cuts = out.cuts("".join(texts))
    if not cuts:
        return
    for run, left in zip(runs, cut_runs(texts, cuts), strict=True):
        run.text = left
        run.set(_SPACE, "preserve")


def _clean_leaves(root: Element, out: LeavingOut) -> None:
    for one in root.iter():
        if one.text and not len(one):
            one.text = out.name(one.text)
