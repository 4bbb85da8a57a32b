"""Finds the addresses of pages and of mail in a text, and the words that lead there.

An address leads where it says. Words may lead there instead: "[our plan](https://…)", which is how
Markdown has it and how a link of a Word file is kept in a plan.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_ADDRESS = re.compile(
    r"\[(?P<words>[^\[\]\n]+)\]\((?P<to>(?:https?://|mailto:)[^\s<>\"“”]+)|"
    r"(?P<page>\bhttps?://[^\s<>\"“”]+|\bwww\.[a-z0-9-]+\.[^\s<>\"“”]+)|"
    r"(?:mailto:)?(?P<mail>\b[\w.+'-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+)",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"https?://[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*\.?(?::[1-5]?\d{1,4})?"
    r"(?P<rest>[/?#].*)?",
    re.IGNORECASE,
)
"""An address that every program can follow: a host, perhaps a port, and what is asked of it."""
_MAIL = re.compile(r"mailto:[\w.+'-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)
_BEHIND = ".,;:!?'’”)]}*"
"""What ends a sentence or a bracket and no address."""
_PAIRS = {")": "(", "]": "[", "}": "{"}
_TO_ESCAPE = re.compile(r"[\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})")
"""What may stand in no address, but in one as it is typed."""


class Address(NamedTuple):
    """An address in a text: from one character up to another, and where it leads.

    `said` is what is shown for it: the address itself, or the words that lead there, which stand
    at `said_at`.
    """

    start: int
    end: int
    target: str
    said: str
    said_at: int


def may_have_address(text: str) -> bool:
    """Return whether it is worth looking for addresses in a text, quickly."""
    return "@" in text or "://" in text or "www." in text or "WWW." in text


def addresses_in(text: str) -> Iterator[Address]:
    """Yield the addresses in a text, in order, each without the end of its sentence."""
    if not may_have_address(text):
        return
    place = 0
    while (found := _ADDRESS.search(text, place)) is not None:
        has_words = found["to"] is not None
        one = _with_words(found) if has_words else _bare(found)
        if one is not None:
            yield one
        within = found.start() + 1 if has_words else found.end()
        place = within if one is None else one.end


def link_text(words: str, target: str) -> str:
    """Return words and where they lead as a text keeps them, empty where it cannot."""
    text = f"[{words}]({target})"
    whole = [(0, len(text), target)]
    return text if [one[:3] for one in addresses_in(text)] == whole else ""


def site_of(target: str) -> str:
    """Return the site on which a page is, as it is called: "example.org"; empty for mail."""
    page = _PAGE.fullmatch(target)
    if page is None:
        return ""
    head = target[: len(target) - len(page["rest"] or "")]
    return re.sub(r"\Ahttps?://(?:www\.(?=.*\.))?", "", head, flags=re.IGNORECASE).rstrip(".")


def length_of_site(words: str, target: str = "") -> int:
    """Return how long the name of a site is, with its bracket, that is printed before an address.

    That is 0 where the words of a link say anything else, or another address than its `target`,
    if that is given: see `plan.papers.links.with_site`.
    """
    site, bracket, rest = words.partition(" (")
    said = rest.removesuffix(")")
    if not site or said == rest:
        return 0
    for one in addresses_in(said):
        is_whole = one.said == said and target in ("", one.target)
        return len(site + bracket) if is_whole and site_of(one.target) == site else 0
    return 0


def _bare(found: re.Match[str]) -> Address | None:
    said = _without_ending(found[0])
    start = found.start()
    if found["mail"] is not None:
        target = f"mailto:{found['mail'][: len(said) - (found.start('mail') - start)]}"
    else:
        target = _followed(said if "://" in said else f"https://{said}")
    return Address(start, start + len(said), target, said, start) if target else None


def _with_words(found: re.Match[str]) -> Address | None:
    """Return the link of words in brackets, None where its own bracket is not closed."""
    depth, address = 1, found["to"]
    for place, sign in enumerate(address):
        depth += (sign == "(") - (sign == ")")
        if not depth:
            said = address[:place]
            is_mail = said[:7].casefold() == "mailto:"
            target = (said if _MAIL.fullmatch(said) else "") if is_mail else _followed(said)
            end = found.start("to") + place + 1
            if not (target and found["words"].strip()):
                return None
            return Address(found.start(), end, target, found["words"], found.start("words"))
    return None


def _followed(address: str) -> str:
    """Return the address of a page as a file can hold it, empty where nothing can follow it."""
    page = _PAGE.fullmatch(address)
    if page is None:
        return ""
    rest = page["rest"] or ""
    head = address[: len(address) - len(rest)]
    path, mark, fragment = rest.partition("#")
    escaped = f"{_escaped(path)}{mark}{_escaped(fragment).replace('#', '%23')}"
    return f"{head}{escaped}"


def _escaped(part: str) -> str:
    return _TO_ESCAPE.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), part)


def _without_ending(said: str) -> str:
    """Return an address without what stands behind it; a bracket that it opens is its own."""
    while said and said[-1] in _BEHIND:
        pair = _PAIRS.get(said[-1])
        if pair is not None and said.count(pair) >= said.count(said[-1]):
            break
        said = said[:-1]
    return said
