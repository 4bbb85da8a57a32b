"""The Markdown in action texts, prose and progress notes: a small subset, to blocks and back.

The subset is paragraphs, nested bullets, **bold** and *italic*. Line breaks within a paragraph are
kept. Anything else with a meaning in Markdown (headings, numbers, tables, links) is plain text
here, so that what an officer types is what gets printed.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import groupby
from typing import TYPE_CHECKING
from unicodedata import category

from plan.papers.blocks import Paragraph, Text
from plan.text.patterns import late_pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

DEEPEST_BULLET = 8

_PARSED_DEPTH = 100
"""The parser's own nesting limit: beyond it text is dropped, so we must never get there."""
_TOO_DEEP = late_pattern(
    r"^(?:[ \t]*(?:[-+*]|\d{1,9}[.)])(?=\s)){12}|^(?:[ ]{40}|[ ]*\t)", re.MULTILINE
)

_INLINE_MARKS = late_pattern(r"([\\*_])")
_PLAIN_SENTENCE = late_pattern(r"[A-Za-z][A-Za-z0-9 ,.;:()£%/'’‘“”?!&+=–-]*")
"""Text that has no meaning in Markdown, and does not begin like the item of a list."""
_SIMPLE = r"(?![-+*](?:\s|$)|\d{1,9}[.)])\S(?:.*\S)?"
_SIMPLE_LINE = late_pattern(_SIMPLE)
_SIMPLE_BULLET = late_pattern(rf"(?P<indent>(?: {{2}})*)- (?P<text>{_SIMPLE})")
_DEEPEST_SIMPLE = 4
_STARS = late_pattern(
    r"(?<![\w*])(?P<mark>\*{1,2})(?P<said>[^\W_*](?:[^*]*"
    r"(?:[^\W_*]|[^\w\s*](?=\*{1,2}(?:\s|\Z))))?)(?P=mark)(?![\w*])"
)
"""Words between stars that can be nothing but italic or bold."""
_LINE_START_MARK = late_pattern(r"^(\d{1,9})([.)])(?=\s|$)|^([-+])(?=\s|$)", re.MULTILINE)


def blocks_of(markdown: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs and bullets that `markdown` stands for."""
    if not _might_be_marked(markdown):
        return tuple(_plain_paragraphs(markdown))
    simple = simply_marked(markdown)
    if simple is not None:
        return simple
    return tuple(_paragraphs(_parser(has_lists=not _TOO_DEEP.search(markdown)).parse(markdown)))


def markdown_of(paragraphs: Iterable[Paragraph]) -> str:
    """Return the canonical Markdown of `paragraphs`; whatever is literal in them stays literal.

    Reading it back gives the same paragraphs. If Markdown cannot put an emphasis exactly where it
    is (on half a word next to a mark), only whole words keep it, or it is dropped; the text always
    stays.
    """
    parts: list[str] = []
    previous: Paragraph | None = None
    for paragraph in _without_gaps(paragraphs):
        written = _written(paragraph)
        if previous is not None:
            both_bullets = previous.bullet is not None and paragraph.bullet is not None
            parts.append("\n" if both_bullets else "\n\n")
        parts.append(written)
        previous = paragraph
    return "".join(parts)


def canonical(markdown: str) -> str:
    """Return the one spelling shared by `markdown` and everything that prints the same."""
    return markdown_of(blocks_of(markdown))


def plain_of(markdown: str) -> str:
    """Return the words of `markdown`, one line per paragraph, with bullets as "• "."""
    return "\n".join(
        ("" if block.bullet is None else "  " * block.bullet + "• ") + block.text
        for block in blocks_of(markdown)
    )


def joined_runs(pieces: Iterable[tuple[str, bool, bool]]) -> Iterator[Text]:
    """Yield pieces (text, bold, italic) as runs, merging neighbours with the same emphasis."""
    for (bold, italic), group in groupby(pieces, key=lambda piece: piece[1:]):
        text = "".join(piece[0] for piece in group)
        if text:
            yield Text(text, bold, italic)


def whole_words(runs: Sequence[Text]) -> Iterator[Text]:
    """Yield the runs with emphasis only on words, not on the spaces and punctuation around them."""

    def is_before(char: str) -> bool:
        return not (char.isalnum() or char in "_\\")

    def is_after(char: str) -> bool:
        return not (is_of_a_word(char) or char == "_")

    return _edges_moved_out(runs, is_before, is_after)


def is_of_a_word(char: str) -> bool:
    """Return whether a character is a letter, a digit, or an accent belonging to one."""
    return char.isalnum() or category(char)[0] == "M"


def _might_be_marked(markdown: str) -> bool:
    return bool(re.search(r"[\\*_]|^[^\S\n]*(?:[-+]|\d+[.)])(?:\s|$)", markdown, re.MULTILINE))


def _plain_paragraphs(text: str) -> Iterator[Paragraph]:
    for part in re.split(r"\n\s*\n", text):
        lines = [line.strip() for line in part.split("\n")]
        joined = "\n".join(line for line in lines if line)
        if joined:
            yield Paragraph((Text(joined),))


def simply_marked(markdown: str) -> tuple[Paragraph, ...] | None:
    """Return the blocks of a text with the usual marks only, or None if it needs the parser.

    Those are lists of lines that begin with "- ", two spaces deeper for each level, apart from
    other text by blank lines, and single words or phrases between stars. Loading the parser takes
    longer than reading all of most reports.
    """
    if "\\" in markdown or "_" in markdown or not markdown.replace("\n", "").isprintable():
        return None
    blocks: list[Paragraph] = []
    for part in re.split(r"\n\n+", markdown.strip("\n")):
        lines = part.split("\n")
        read = _listed(lines) if lines[0].startswith("- ") else _unlisted(lines)
        if read is None:
            return None
        blocks += read
    return tuple(blocks)


def _listed(lines: Sequence[str]) -> list[Paragraph] | None:
    found, depth = [], -1
    for line in lines:
        said = _SIMPLE_BULLET.fullmatch(line)
        level = len(said["indent"]) // 2 if said else _DEEPEST_SIMPLE
        runs = _starred(said["text"]) if said and level <= depth + 1 else None
        if runs is None or level >= _DEEPEST_SIMPLE:
            return None
        depth = level
        found.append(Paragraph(runs, bullet=level))
    return found


def _unlisted(lines: Sequence[str]) -> list[Paragraph] | None:
    if not all(map(_SIMPLE_LINE.fullmatch, lines)):
        return None
    text = "\n".join(lines)
    if "*" not in text:
        return [Paragraph((Text(text),))]
    runs = _starred(text) if len(lines) == 1 else None
    return None if runs is None else [Paragraph(runs)]


def _starred(text: str) -> tuple[Text, ...] | None:
    """Return the runs of a line, or None where a star stands otherwise than around words."""
    pieces, end = [], 0
    for found in _STARS.finditer(text):
        is_bold = found["mark"] == "**"
        pieces += [
            (text[end : found.start()], False, False),
            (found["said"], is_bold, not is_bold),
        ]
        end = found.end()
    pieces.append((text[end:], False, False))
    if any("*" in piece[0] for piece in pieces):
        return None
    return tuple(joined_runs(pieces))


@cache
def _parser(*, has_lists: bool = True) -> "MarkdownIt":
    # Most texts have no marks and never need the Markdown parser.
    import markdown_it.rules_inline  # noqa: PLC0415

    rules = ["emphasis", "escape", *(["list"] if has_lists else [])]
    parser = markdown_it.MarkdownIt("zero", {"maxNesting": _PARSED_DEPTH}).enable(rules)
    tokenize = markdown_it.rules_inline.emphasis.tokenize
    parser.inline.ruler.at("emphasis", partial(_emphasis, tokenize))
    return parser


def _emphasis(
    tokenize: Callable[["StateInline", bool], bool], state: "StateInline", silent: bool
) -> bool:
    """Read a run of marks by Markdown's own rule, or as one piece of text if it cannot be a mark.

    That rule makes a token for each mark in a run, whether or not it can match.
    """
    mark = state.src[state.pos]
    if silent or mark not in "*_":
        return False
    run = state.scanDelims(state.pos, mark == "*")
    if run.can_open or run.can_close:
        return tokenize(state, silent)
    state.pending += mark * run.length
    state.pos += run.length
    return True


def _paragraphs(tokens: "Sequence[Token]") -> Iterator[Paragraph]:
    depth = 0
    numbers: list[str] = []
    for token in tokens:
        match token.type:
            case "bullet_list_open":
                depth += 1
            case "bullet_list_close":
                depth -= 1
            case "list_item_open" if token.info:
                numbers.append(token.info + token.markup + " ")
            case "inline":
                inlines = tuple(_runs(token.children or [], "".join(numbers)))
                numbers.clear()
                if inlines:
                    bullet = min(depth, DEEPEST_BULLET) - 1 if depth else None
                    yield Paragraph(inlines, bullet=bullet)


def _runs(tokens: "Sequence[Token]", start: str) -> Iterator[Text]:
    bold = italic = 0
    pieces: list[tuple[str, bool, bool]] = [(start, False, False)]
    for token in tokens:
        match token.type:
            case "strong_open":
                bold += 1
            case "strong_close":
                bold -= 1
            case "em_open":
                italic += 1
            case "em_close":
                italic -= 1
            case "softbreak" | "hardbreak":
                pieces.append(("\n", bold > 0, italic > 0))
            case _:
                pieces.append((token.content, bold > 0, italic > 0))
    yield from joined_runs(pieces)


def _without_gaps(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Drop empty paragraphs, and let no bullet be more than one level deeper than the last."""
    depth = -1
    for paragraph in paragraphs:
        inlines = tuple(_stripped(paragraph))
        if not inlines:
            continue
        bullet = paragraph.bullet
        if bullet is not None:
            bullet = min(bullet, depth + 1, DEEPEST_BULLET - 1)
        depth = -1 if bullet is None else bullet
        yield Paragraph(inlines, bullet=bullet)


def _stripped(paragraph: Paragraph) -> Iterator[Text]:
    """Yield a paragraph's runs without spaces or blank lines at the ends of its lines."""
    if len(paragraph.inlines) == 1:
        (only,) = paragraph.inlines
        if isinstance(only, Text) and "\n" not in only.text:
            text = only.text.strip()
            yield from (Text(text, only.bold, only.italic),) if text else ()
            return
    runs = [
        inline if isinstance(inline, Text) else Text("☒" if inline.ticked else "☐")
        for inline in paragraph.inlines
    ]
    if not any("\n" in run.text for run in runs):
        yield from joined_runs(_stripped_line(runs))
        return
    characters = [(char, run.bold, run.italic) for run in runs for char in run.text]
    kept: list[tuple[str, bool, bool]] = []
    for character in characters:
        if character[0] == "\n":
            while kept and kept[-1][0].isspace() and kept[-1][0] != "\n":
                kept.pop()
        if character[0].isspace() and (not kept or kept[-1][0] == "\n"):
            continue
        kept.append(character)
    while kept and kept[-1][0].isspace():
        kept.pop()
    yield from joined_runs(kept)


def _stripped_line(runs: Sequence[Text]) -> Iterator[tuple[str, bool, bool]]:
    """Yield the pieces of one line without the spaces at its ends."""
    filled = [place for place, run in enumerate(runs) if run.text.strip()]
    for place, run in enumerate(runs):
        if filled and filled[0] <= place <= filled[-1]:
            text = run.text.lstrip() if place == filled[0] else run.text
            yield text.rstrip() if place == filled[-1] else text, run.bold, run.italic


def _written(paragraph: Paragraph) -> str:
    runs = [inline for inline in paragraph.inlines if isinstance(inline, Text)]
    body = _emphasised(runs)
    indent, mark = "", ""
    if paragraph.bullet is not None:
        indent, mark = "  " * paragraph.bullet, "- "
    hanging = " " * (len(indent) + len(mark))
    return indent + mark + body.replace("\n", "\n" + hanging)


def _emphasised(runs: Sequence[Text]) -> str:
    """Return the runs with their marks, or with fewer marks if Markdown cannot hold them all."""
    if not any(run.bold or run.italic for run in runs):  # as most are
        plain = _escaped("".join(run.text for run in runs))
        if plain[:1].isalpha() and "\n" not in plain:
            return plain
        return _LINE_START_MARK.sub(_escaped_start, plain)
    bare = tuple(_edges_moved_out(runs, str.isspace, str.isspace))
    is_marked = any(run.bold or run.italic for run in bare)
    for kept in _less_and_less(bare) if is_marked else ():
        written = "".join(_marked(run) for run in kept)
        written = _LINE_START_MARK.sub(_escaped_start, written)
        if _is_plain_sentence(kept) or tuple(_reread(written)) == kept:
            return written
    plain = "".join(_escaped(run.text) for run in bare)
    return _LINE_START_MARK.sub(_escaped_start, plain)


def _is_plain_sentence(runs: Sequence[Text]) -> bool:
    """Return whether runs need no reading again: whole words are marked, of no special characters.

    By the rules of CommonMark 6.2 a mark between a letter and a blank can only open or close.
    """
    text = "".join(run.text for run in runs)
    if not _PLAIN_SENTENCE.fullmatch(text):
        return False
    end = 0
    for run in runs:
        start, end = end, end + len(run.text)
        if run.bold or run.italic:
            around = text[start - 1 : start] + text[end : end + 1]
            is_of_words = run.text[:1].isalnum() and run.text[-1:].isalnum()
            if not is_of_words or any(map(str.isalnum, around)):
                return False
    return True


def _less_and_less(runs: Sequence[Text]) -> Iterator[tuple[Text, ...]]:
    """Yield the runs with their emphasis, then only on whole words, then less and less of it."""
    yield tuple(runs)
    moved = tuple(whole_words(runs))
    for bold, italic in ((True, True), (True, False), (False, True)):
        yield tuple(
            joined_runs((run.text, run.bold and bold, run.italic and italic) for run in moved)
        )


def _reread(written: str) -> Iterator[Text]:
    for paragraph in _paragraphs(_parser().parse(written)):
        if paragraph.bullet is not None:
            return
        yield from (inline for inline in paragraph.inlines if isinstance(inline, Text))


def _edges_moved_out(
    runs: Sequence[Text], is_before: Callable[[str], bool], is_after: Callable[[str], bool]
) -> Iterator[Text]:
    """Yield the runs with emphasis removed from what comes before and after the words of each."""
    pieces: list[tuple[str, bool, bool]] = []
    for run in runs:
        if not (run.bold or run.italic):
            pieces.append((run.text, run.bold, run.italic))
            continue
        start, end = 0, len(run.text)
        while start < end and is_before(run.text[start]):
            start += 1
        while end > start and is_after(run.text[end - 1]):
            end -= 1
        pieces += [
            (run.text[:start], False, False),
            (run.text[start:end], run.bold, run.italic),
            (run.text[end:], False, False),
        ]
    yield from joined_runs(piece for piece in pieces if piece[0])


def _marked(run: Text) -> str:
    mark = "*" * (2 * run.bold + run.italic)
    return mark + _escaped(run.text) + mark


def _escaped(text: str) -> str:
    if not ("*" in text or "_" in text or "\\" in text):  # as most have none
        return text
    return _INLINE_MARKS.sub(r"\\\1", text)


def _escaped_start(match: re.Match[str]) -> str:
    number, mark, dash = match.groups()
    return f"{number}\\{mark}" if number else f"\\{dash}"
