"""The cover of a plan: the lines between the appendix's label and the first aim."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from importers.account.ledger import left_out, took
from importers.appendices import appendix_number, title_on_label
from importers.bracketed_notes import line_with_notes
from importers.kept_text import kept_prose
from importers.plan.colour_keys import explains_colours
from importers.wording import is_marking, is_short_line
from plan.council.format import CoverField, Format
from plan.model.field_kinds import Cells
from plan.papers.blocks import Block, Paragraph
from plan.reading.progress import read_heading
from plan.text.clean import clean_line

_ORGANISATION = re.compile(
    r"(?:.*\b(?:council|partnership|board|trust|committee|group|services?|department|directorate"
    r"|school|academy|college|authority|nurser(?:y|ies)|librar(?:y|ies)|museums?|universit(?:y|ies)"
    r"|hospitals?|associations?|communit(?:y|ies)|parents|carers|alliance|collaborative|"
    r"localit(?:y|ies)"
    r"|champions|trio|hub|region|constabulary|regulator|agency|assembly|village|town|burgh"
    r"|federation|forum|network|consortium|teams?|unit|section|division"
    r"|centre|company|class(?:es)?|campus|cluster|isles|islands|hscp|ijb|cpp)|nhs .*|police .*"
    r"|.*\b(?:committee|board|council|partnership|network|trust|authority|group|forum) (?:of|for)"
    r" .{3,60})"
    r"(?:(?:,? (?:and|with)|,? &|,) (?:(?:its|our|their|the|\w+ planning|local|key) ){0,2}"
    r"(?:partners|partner agencies))?\W*",
    re.IGNORECASE,
)
_PART_OF_IT = re.compile(r" [–—|-] |: ")
"""What stands between an organisation and a part of it: "… Council – Education"."""
_PLAN = re.compile(
    r"\b(?:plans?|plana|programmes?|strateg(?:y|ies)|frameworks?|logs?|trackers?|response)\b",
    re.IGNORECASE,
)
_TRACKS = re.compile(
    r"\b(?:follow[- ]?up|registers?|road ?maps?|route ?maps?|blueprint)\b|\bactions\W*$|\bactions:",
    re.IGNORECASE,
)
"""What names a plan as well, right below whose it is."""
_GENERAL = re.compile(
    r"\b(?:improvement|action|delivery|development|annual|draft|plans?|programmes?|and|minutes?|of"
    r"|the|meetings?|logs?|notes?|agenda|tracker|template|form)\b",
    re.IGNORECASE,
)
"""Words that name a plan, but not which: it is a subtitle."""
_NAME = re.compile(r"[^\W\d_]{3}")
_LABELLED = re.compile(r"\s*(?:[^\W\d_]+(?: [^\W\d_]+)?:\s+\S|\d{1,2}[.)]\s+\S)")
"""A line that says something of a paper by a label ("Present: …"), or has a number."""
_DATE_LABEL = re.compile(r"\s*date\s*:\s*(?=\S)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_DATED = re.compile(rf"(?:19|20)\d\d|{_MONTHS}")
_OF_TIME = re.compile(
    rf"v?\d{{1,4}}(?:st|nd|rd|th)?|q[1-4]|v|{_MONTHS}|spring|summer|autumn|winter"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|from|to|until|till|and|of|the|for|in|on|by|at|as"
    r"|dated?|years?|session|term|quarter|financial|school|academic|draft|final|version|revised"
    r"|revision|updated?|issued?|published|approved|agreed|amended|last|period"
)
"""Words of a line that says when a plan was made, or for when."""
_NUMBERED = r"(?:\d{1,2}(?:\.\d)?[.):]?\s+)?(?:(?:an|the|our|list of) )?"
_INTRODUCES = (
    r"introduction|background|foreword|preface|key|legend|abbreviations?|acronyms?|glossary"
    r"|terms used|contents|how to (?:read|use)"
    r"|about (?:us|(?:this|the|our) [\w’'-]{1,15}(?: [\w’'-]{1,15})?)"
)
_OF_WHAT = (
    r"(?: (?:of|to|for|and|&) [\w ’'&-]{1,40}| (?:this|the|our) [\w ’'-]{1,40}"
    r"| (?:used|information|statement|notes?))?[:.]?"
)
_INTRODUCTION = re.compile(rf"{_NUMBERED}(?:{_INTRODUCES}){_OF_WHAT}", re.IGNORECASE)
"""The heading of a text that is no part of a plan's actions."""
_BEGINS_TEXT = re.compile(
    rf"{_NUMBERED}(?:{_INTRODUCES}|context|(?:executive )?summary|overview|rationale|purpose|vision"
    rf"|values){_OF_WHAT}",
    re.IGNORECASE,
)
"""The heading of a text below a cover, such as "Introduction": from there on nothing is of it."""
_PAPER = (
    r"(?:[\w’'-]+ ){0,3}(?:plans?|programme|document|papers?|tables?|log|tracker|template|section"
    r"|appendix)"
)
_TELLS = (
    r"(?:sets?|shows?|lists?|describes?|explains?|gives?|contains?|covers?|records?|outlines?"
    r"|details?|summari[sz]es?|responds?|follows?|builds?|supports?|links?)"
)
_ABOUT_PAPER = re.compile(
    rf"(?:this|these) {_PAPER} (?:{_TELLS}|is|are|was|were|has|have|will|should|must|can|may)\b"
    rf"|(?:the|our|each) {_PAPER} {_TELLS}\b"
    rf"|(?:the|our|each) {_PAPER} (?:below|above|overleaf|that follows?)\b"
    r"|the following [\w ]{0,30}\b(?:tables?|actions|plan|priorities|pages?|sections?)\b"
    r"|(?:the|these|all|each|our)(?: of the| \w+){0,3}? (?:actions?|tasks|measures|steps"
    r"|priorities)"
    r"(?: (?:below|above|that follow|overleaf))? (?:was|were|is|are|has|have|answers?|responds?"
    r"|follows?|reflects?|supports?|addresses|address|comes?) (?!there\b)"
    r"|progress (?:is|will be) (?:reported|reviewed|monitored|told)\b"
    rf"|we will review (?:this|the) {_PAPER}\b"
    r"|it (?:was|is|has|sets|shows|will be|should be|must be)\b",
    re.IGNORECASE,
)
"""How a sentence begins that says something of the plan, and nothing that is to be reached."""
_SENTENCE_ENDS = re.compile(r"[.!?]\s+(?=[A-Z])")
_MOST_SENTENCES = 2
"""Sentences of an aim; what has more is an introduction."""

_ABBREVIATION = re.compile(
    r"[•·*]?\s*(?P<short>[A-Z][A-Za-z&]{0,6}[A-Z]s?)\s*(?:[:=–—]|-(?= )|\bstands for\b|\t)\s*"
    r"(?P<words>[^:;]{5,100}?)\.?"
)
_LONGEST_DATE = 80
_MOST_ORGANISATIONS = 3
"""Lines above a title that say whose it is: a council, its service, its section."""
_SHORT_PAPER = 8
"""The most paragraphs above the first table of a paper that is only a plan."""


@dataclass(frozen=True)
class CoverLines:
    """The texts of the cover by field, and the paragraphs left over: `before` it and in it.

    `introduction` is the Markdown of what stands below it, once that is found among these,
    `closing` of what stands below the last aim. `own` has what the council's format adds.
    """

    texts: dict[CoverField, str]
    before: tuple[Paragraph, ...]
    unread: tuple[Paragraph, ...]
    introduction: str = ""
    closing: str = ""
    own: Cells = ()


def cover_lines(
    paragraphs: Sequence[Paragraph], council: Format, above_headings: int = 0
) -> CoverLines:
    """Return the cover in the paragraphs above the first aim, none of which is blank.

    So many of them stand above the first of the paper's headings.
    """
    fields = [line.field for line in council.plan.cover]
    place = _label_place(paragraphs, council)
    if place is None:
        lines = _front(paragraphs, above_headings)
        texts, unread = _assigned(lines, [name for name in fields if name != "appendix"])
        return CoverLines(texts, tuple(paragraphs[len(lines) :]), unread)
    titles = title_on_label(paragraphs[place])
    line = clean_line(paragraphs[place].text)
    label = line.removesuffix(titles[0].text) if titles else line
    left_out((paragraphs[place],), "labels", label)
    split = fields.index("appendix") if "appendix" in fields else 0
    start = max(0, place - split)
    above, _ = _assigned(tuple(paragraphs[start:place]), fields[:split])
    below, unread = _assigned(
        (*titles, *paragraphs[place + 1 :]),
        [name for name in fields[split:] if name != "appendix"],
    )
    return CoverLines(above | below, tuple(paragraphs[:start]), unread)


def _front(paragraphs: Sequence[Paragraph], above_headings: int) -> tuple[Paragraph, ...]:
    """Return the lines of the cover: all of a short paper, else those above its first heading.

    They are a cover's if they are few and short, and one of them names the plan.
    """
    if len(paragraphs) <= _SHORT_PAPER:
        return tuple(paragraphs)
    front = tuple(paragraphs[:above_headings])
    is_cover = 0 < len(front) <= _SHORT_PAPER and all(map(is_short_line, front))
    if is_cover and (
        title_below_organisation(front)
        or names_plan(front[0].text)
        or any(one.role == "cover-title" for one in front)
    ):
        return front
    return ()


def _label_place(paragraphs: Sequence[Paragraph], council: Format) -> int | None:
    places = (
        place
        for place in reversed(range(len(paragraphs)))
        if appendix_number(paragraphs[place], council) is not None
    )
    return next(places, None)


def _date_in(dated: Paragraph) -> str:
    """Return the date that a line of a cover says, without its label."""
    label = _DATE_LABEL.match(dated.text)
    left_out((dated,) if label else (), "labels", "Date")
    return took(clean_line(dated.text[label.end() :] if label else dated.text), (dated,))


def _title_among(lines: Sequence[Paragraph], *, is_first: bool) -> Paragraph | None:
    """Return the line that is the title, by its style or, where it comes first, by its place."""
    title = title_below_organisation(lines) if is_first else None
    styled = next((one for one in lines if one.role == "cover-title"), None)
    if styled is not None and not (title is not None and _is_of_council(styled, title)):
        return styled
    return title


def _assigned(
    lines: tuple[Paragraph, ...], fields: Sequence[CoverField]
) -> tuple[dict[CoverField, str], tuple[Paragraph, ...]]:
    """Assign a date to the date and the other lines in order; return what is left over too.

    A key of colours is no line of a cover, nor is prose below its title or about the plan.
    """
    texts: dict[CoverField, str] = {}
    free = list(fields)
    end = next((n for n, one in enumerate(lines) if _begins_text(one, n)), len(lines))
    lines, below = lines[:end], lines[end:]
    dated = _date_line(lines) if "date" in free else None
    if "date" in free:
        free.remove("date")
    if dated is not None:
        texts["date"] = _date_in(dated)
    unread = [one for one in lines if explains_colours(one.text) or introduces(one.text)]
    unread += [one for one in lines if one not in unread and _says_of_itself(one.text)]
    others = [line for line in lines if line is not dated and line not in unread]
    first = next((n for n, one in enumerate(lines) if introduces(one.text)), len(lines))
    below_prose = frozenset(map(id, lines[first:]))
    title = _title_among(others, is_first=free[:1] == ["title"])
    for paragraph in others:
        named = "title" if paragraph is title else _field_of_role(paragraph, free)
        name = named or next(iter(free), None)
        if paragraph is not title and title is not None and name == "title":
            name = "partnership" if "partnership" in free else None
        is_prose = bool(texts.keys() - {"date"}) and (
            not is_short_line(paragraph)
            or _LABELLED.match(paragraph.text)
            or id(paragraph) in below_prose
        )
        if name is None or (named is None and is_prose):
            unread.append(paragraph)
            continue
        free.remove(name)
        line = line_with_notes(clean_line(paragraph.text), (paragraph,))
        texts[name] = took(line, (paragraph,))
    left = set(map(id, unread))
    return texts, (*(one for one in lines if id(one) in left), *below)


def _is_of_council(styled: Paragraph, title: Paragraph) -> bool:
    """Return whether a line that is styled as the title only says whose plan is named below it."""
    return title.role == "body" and _ORGANISATION.fullmatch(clean_line(styled.text)) is not None


def _begins_text(paragraph: Paragraph, place: int) -> bool:
    """Return whether a line, at its place among those of a cover, is the heading of a text."""
    line = clean_line(paragraph.text)
    return (_BEGINS_TEXT if place else _INTRODUCTION).fullmatch(line) is not None


def _says_of_itself(text: str) -> bool:
    """Return whether a line says what letters stand for, or who may see the paper."""
    return spells_out(text) or is_marking(text)


def title_below_organisation(lines: Sequence[Paragraph]) -> Paragraph | None:
    """Return the title where the lines above it only name whose plan it is, and it names it."""
    for place, line in enumerate(lines[: _MOST_ORGANISATIONS + 1]):
        if is_marking(line.text):
            continue
        whose = _PART_OF_IT.split(clean_line(line.text))[0]
        if _ORGANISATION.fullmatch(whose) and not _PLAN.search(line.text):
            continue
        is_title = names_plan(line.text) or _TRACKS.search(line.text)
        return line if place and is_short_line(line) and is_title else None
    return None


def names_plan(text: str) -> bool:
    """Return whether a line says that it names a plan, a tracker and so on, and which."""
    return _PLAN.search(text) is not None and says_which(text)


def mentions_plan(text: str) -> bool:
    """Return whether a line says that it names a plan, a tracker and so on, of whatever it is."""
    return _PLAN.search(text) is not None


def heads_introduction(text: str) -> bool:
    """Return whether a line is the heading of an introduction, a key, a list of abbreviations."""
    return _INTRODUCTION.fullmatch(clean_line(text)) is not None


def introduces(text: str) -> bool:
    """Return whether a text says something of the plan itself, or is prose of several sentences."""
    said = text.strip()
    if not said.endswith((".", ":")) or _LABELLED.match(said):
        return False
    is_long = len(_SENTENCE_ENDS.findall(said)) >= _MOST_SENTENCES
    return is_long or _ABOUT_PAPER.match(said) is not None


def spells_out(text: str) -> bool:
    """Return whether a line says what abbreviations mean: "ASN: additional support needs"."""
    pieces = [piece for piece in re.split(r"[;\n]|,(?= [A-Z]{2})", text) if piece.strip()]
    return bool(pieces) and all(map(_spells_out, pieces))


def _spells_out(text: str) -> bool:
    match = _ABBREVIATION.fullmatch(text.strip())
    if match is None:
        return False
    initials = iter(word[0].casefold() for word in re.findall(r"[^\W\d_]+", match["words"]))
    return all(letter in initials for letter in match["short"].casefold() if letter.isalpha())


def says_which(text: str) -> bool:
    """Return whether a title says which plan it is of: "Action plan" or "Minutes" does not."""
    return _NAME.search(_GENERAL.sub("", text)) is not None


def printed_cover(blocks: Sequence[Block], council: Format) -> CoverLines:
    """Return the cover that this program printed, found by its styles; the rest introduces."""
    fields = [line.field for line in council.plan.cover if line.field in {"date", "partnership"}]
    texts: dict[CoverField, str] = {}
    below: list[Block] = []
    for paragraph in blocks:
        if not isinstance(paragraph, Paragraph):
            below.append(paragraph)
            continue
        line = clean_line(paragraph.text)
        match paragraph.role:
            case "appendix-label":
                left_out((paragraph,), "labels")
            case "cover-title":
                texts["title"] = took(line, (paragraph,))
            case "cover-subtitle":
                texts["subtitle"] = took(line, (paragraph,))
            case "cover-date" if fields:
                texts[fields.pop(0)] = took(line, (paragraph,))
            case _:
                below.append(paragraph)
    return CoverLines(texts, (), (), kept_prose(below))


def _date_line(lines: tuple[Paragraph, ...]) -> Paragraph | None:
    """Return the line with the date of the plan: a date alone, else one or a period with words."""
    for paragraph in reversed(lines):
        heading = read_heading(paragraph.text)
        if paragraph.role == "cover-date" or (heading and heading[0] and not heading[1]):
            return paragraph
    return next((line for line in lines if says_when(line.text)), None)


def says_when(text: str) -> bool:
    """Return whether a line says when, and nothing else: "April 2026 to March 2029, draft 2"."""
    if len(text) > _LONGEST_DATE:
        return False
    words = _WORD.findall(text.casefold())
    return any(map(_DATED.fullmatch, words)) and all(map(_OF_TIME.fullmatch, words))


def _field_of_role(paragraph: Paragraph, free: Sequence[CoverField]) -> CoverField | None:
    roles: dict[str, CoverField] = {"cover-title": "title", "cover-subtitle": "subtitle"}
    name = roles.get(paragraph.role)
    return name if name in free else None
