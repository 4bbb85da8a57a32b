"""A heading as long as a paragraph: its first words are the heading, the rest runs on behind it.

Word shows both on the same lines, by what it calls a style separator: a paragraph mark that is
hidden for good (ISO/IEC 29500-1, 17.3.2.36, specVanish). Lists of headings and readers of screens
have the first words alone; no word is lost, and the reader joins the two again.
"""

from dataclasses import replace

from plan.papers.blocks import HEADING_LEVELS, Paragraph
from plan.papers.front_pages import LONGEST_TITLE
from plan.papers.paragraph_parts import start_of, without_start
from plan.text.languages import has_rtl

RUNS_ON = '<w:spacing w:after="0"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>'
"""The end of the heading: hidden, with no room below it where a program shows it all the same."""
RUN_ON = '<w:numPr><w:numId w:val="0"/></w:numPr><w:spacing w:before="0"/><w:outlineLvl w:val="9"/>'
"""What runs on looks like the heading, and is none: it is body text, without a number."""
_ENDS = ("; ", ": ", ", ", " – ", " - ", " ")
_SHORTEST = 40


def parts_of_heading(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """Return a heading that is too long as its beginning and the rest, any other as it is."""
    text = paragraph.text
    if len(text) <= LONGEST_TITLE or paragraph.role not in HEADING_LEVELS or has_rtl(text):
        return (paragraph,)
    place = _end_of_first_words(text)
    if not place:
        return (paragraph,)
    below = replace(without_start(paragraph, place), label="", starts_page=False)
    return replace(paragraph, inlines=start_of(paragraph, place)), below


def _end_of_first_words(text: str) -> int:
    """Return where a long heading is parted: where it draws breath, else between two words."""
    for end in _ENDS:
        place = text.rfind(end, _SHORTEST, LONGEST_TITLE)
        if place >= 0:
            return place + len(end)
    return 0
