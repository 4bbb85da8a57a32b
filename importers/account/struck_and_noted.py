"""Which words of a paragraph are crossed out, and behind which of them its notes stand."""

from collections.abc import Iterator

from importers.account.file_words import words_in
from importers.account.ledger import places
from importers.account.matching import Text, alike_words, letters
from importers.struck import is_struck
from plan.papers.blocks import Paragraph, paragraphs_of
from plan.papers.blocks import Text as Inline


def notes_in(paragraph: Paragraph, *, is_live: bool) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield the paragraphs of each note of a paragraph, with how many letters stand before it."""
    before = 0
    for inline in paragraph.inlines:
        if not isinstance(inline, Inline) or (is_live and is_struck(inline)):
            continue
        if inline.beside is not None and inline.beside.blocks:
            yield before, places(paragraphs_of(inline.beside.blocks))
        before += len(letters(inline.text))


def pieces_up_to(text: Text, length: int) -> int:
    """Return how many words of a text stand before its letter number `length`."""
    at = 0
    for number, piece in enumerate(text.pieces):
        if at >= length:
            return number
        at += len(piece)
    return len(text.pieces)


def struck_pieces(found: Text, paragraph: Paragraph) -> list[bool]:
    """Return which of the words that were found of a paragraph are crossed out, every letter."""
    struck: list[bool] = []
    words: list[str] = []
    for inline in paragraph.inlines:
        if isinstance(inline, Inline):
            struck += [is_struck(inline)] * len(letters(inline.text))
            if is_struck(inline):
                words += map(letters, words_in(inline.text))
    flags: list[bool] = []
    if len(struck) == len(found.letters):
        at = 0
        for piece in found.pieces:
            flags.append(all(struck[at : at + len(piece)]))
            at += len(piece)
        return flags
    alike = {place for place, _ in alike_words(found.pieces, words)}
    return [place in alike for place in range(len(found.pieces))]
