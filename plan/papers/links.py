"""The links of a paragraph: the addresses in its text, and the words that lead to them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from plan.papers.blocks import Beside, Inline, Paragraph, Text
from plan.text.addresses import Address, addresses_in, may_have_address, site_of


def linked(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph in which what leads somewhere is a link, as a reader of Word finds it.

    Each is a `Text` with a "link" beside it: the address as it is typed, or the words for it.
    """
    text = paragraph.text
    if not may_have_address(text):
        return paragraph
    found = tuple(addresses_in(text))
    if not found:
        return paragraph
    return replace(paragraph, inlines=tuple(_linked(paragraph.inlines, found)))


def target_of(inline: Inline) -> str:
    """Return where an inline leads, empty where it is no link."""
    beside = inline.beside if isinstance(inline, Text) else None
    return beside.address if beside is not None and beside.kind == "link" else ""


def by_target(inlines: Sequence[Inline]) -> Iterator[tuple[str, list[Inline]]]:
    """Yield inlines in order, those of one link together, with where they lead."""
    for target, group in groupby(inlines, target_of):
        yield target, list(group)


def with_site(target: str, inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return what is shown of a link: a bare address of a page behind the name of its site.

    "example.org (https://www.example.org/plans/2016)" says where it leads, read out too, and can
    be typed from paper. `plan.text.addresses.length_of_site` finds it again.
    """
    words = "".join(one.text for one in inlines if isinstance(one, Text))
    first, last = inlines[0], inlines[-1]
    is_bare = any(one.said_at == one.start and one.said == words for one in addresses_in(words))
    site = site_of(target) if is_bare else ""
    if not site or not isinstance(first, Text) or not isinstance(last, Text):
        return tuple(inlines)
    shown = [replace(first, text=f"{site} ({first.text}"), *inlines[1:]]
    last = shown[-1] if len(shown) == 1 and isinstance(shown[-1], Text) else last
    return (*shown[:-1], replace(last, text=f"{last.text})"))


def _linked(inlines: Sequence[Inline], found: Sequence[Address]) -> Iterator[Inline]:
    start = 0
    for inline in inlines:
        if not isinstance(inline, Text) or not inline.text:  # a comment has no words in the text
            yield inline
            start += not isinstance(inline, Text)
            continue
        end, place = start + len(inline.text), start
        for one in found:
            if one.end <= start or one.start >= end:
                continue
            first, last = one.said_at, one.said_at + len(one.said)
            before = inline.text[place - start : max(one.start, start) - start]
            words = inline.text[max(first, start) - start : max(min(last, end), start) - start]
            if before:
                yield replace(inline, text=before)
            if words:
                yield replace(inline, text=words, beside=Beside("link", address=one.target))
            place = min(one.end, end)
        if rest := inline.text[max(place, start) - start :]:
            yield replace(inline, text=rest)
        start = end
