"""What a reader of the report needs: papers it points to, text that all can read: R19, R20, R23."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from plan.checks.check import Check, Found, check
from plan.checks.facts.figures_told import is_swapped
from plan.checks.facts.report_text import (
    BY_ANOTHER_WORD,
    is_meant,
    report_sections,
    report_words,
    words_in,
)
from plan.checks.facts.subjects import titles
from plan.checks.paper import Paper
from plan.checks.report.report_checks import is_in_own_layout
from plan.model.rows import Appendix
from plan.papers.places import passage_place, section_place
from plan.reading.atoms import word_set
from plan.reading.dates import A_MONTH
from plan.text.comparing import in_common
from plan.text.sentences import sentences_in

_PRACTICE = "Council practice: what is cited is attached or listed"
_ACCESS = (
    "Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018 "
    "(SI 2018/952), for what is published after 23 September 2018"
)
_HEARD = "Equality Act 2010, section 20: accessible information; SI 2018/952 for the web"
_ANNEX = re.compile(
    r"(?<!Appendix \d, )(?<!Appendix \d )\b(?P<what>(?:Annexe?|Attachment|Enclosure|(?<=in "
    r")Schedule|(?<=[Ss]ee )Schedule|(?<=attached )Schedule) (?:[A-Z]|"
    r"\d{1,2}))\b(?![-–]\w)(?! of the minutes?)"
    r"(?! (?:forms?|templates?|certificates?|checklists?)\b)(?!\s+(?:to|"
    r"of) (?:the |that )?(?:\w+ ){0,3}?(?:Act|Regulations?|Order|agreement|guidance|code|"
    r"report of)\b)"
)
_ATTACHED = re.compile(
    r"\b(?:the )?(?:attached|enclosed|appended|"
    r"accompanying) (?P<what>(?:[a-z][\w'’-]*\s){0,3}?(?:business case|map|plans? of the site|"
    r"drawing|letter|options appraisal|strategy|budget|business plan|risk register|statement|"
    r"terms of reference|timetable|protocol|policy|guidance|presentation|spreadsheet))\b"
    r"(?=\W*(?:$|[.,;)])|\s+(?:is|are|was|shows?|sets?|gives?|lists?|contains?|to|and|for|of|which|"
    r"that|has|will|at|as)\b)(?![^.;]{0,60}\b(?:website|online|published|on the web)\b)",
    re.IGNORECASE,
)
_GOES_WITH = re.compile(
    r"\b(?P<what>(?:(?!the |a |an |and |of |for |to |in )[\w’'-]{1,30} ){0,2}?(?:business case|"
    r"letter|strategy|survey|risk register|options appraisal|statement|timetable|policy|"
    r"business plan|terms of reference|protocol|feasibility study))\b(?: (?:of|from|by|to|"
    r"about) [\w’' ]{3,40}?)?"
    r"(?:,? (?:a )?copy of which"
    r"|,? which| that)? (?:is |are )?(?:attached|enclosed|appended|accompanies|accompanying|"
    r"presented alongside|goes with|tabled with) (?=(?:to |with )?(?:this|these|the (?:report|plan|"
    r"paper)|it\b))",
    re.IGNORECASE,
)
"""A document that is said to go with the paper, named before that is said."""
_CITED_NUMBER = re.compile(
    r"\breport (?:no|number)\.?:?\s*(?P<what>[A-Z]{0,6}/?\d[\w/-]*\d)", re.IGNORECASE
)
_NONE = re.compile(r"\W*(?:none|no background papers?.*)\W*", re.IGNORECASE)
_COLOUR_ONLY = re.compile(
    r"\b(?:shown|marked|highlighted|coloured|shaded|text|items?|actions?|rows?) (?:are |"
    r"is )?in (?:red|green|amber|blue|yellow|orange|purple)\b",
    re.IGNORECASE,
)
_WHERE_ONLY = re.compile(
    r"\b(?:see|as|shown|listed|table|diagram|picture) (?:the )?(?:above|below)\b(?! (?:the|"
    r"average))|\b(?:the )?(?:table|diagram|picture|chart|graph) (?:above|below)\b",
    re.IGNORECASE,
)
_BARE_LINK = re.compile(r"(?<!\()\bhttps?://\S+|\bclick here\b|\bthis link\b", re.IGNORECASE)
_ACRONYM = re.compile(r"\b[A-Z]{3,8}s?\b")
_WELL_KNOWN = word_set("NHS BBC COVID UNESCO")
_DESCRIBED = re.compile(
    r"(?!(?:a |the )?(?:picture|image|photo(?:graph)?|figure|graphic|chart|logo|screenshot)"
    r"\W*\d*\W*$)(?![\w ()-]+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf)$)(?=.*\w).+",
    re.IGNORECASE,
)
"""A text that says what a picture shows, and not only that there is one, or what its file is."""
_LONGEST = 40
_MANY = 8
"""So many columns are too many for a small screen."""


@check("R19", "ASK", "What the report points to is there, attached or listed.", _PRACTICE)
def papers_are_there(paper: Paper) -> Iterator[Found]:
    """R19: an annex, an attached document or an earlier report that is in no list.

    So too a section, paragraph, table or recommendation of its own that there is not. R4 looks at
    appendices with a number, R10 at a list that says there are none.
    """
    yield from _parts_that_are_not(paper)
    yield from _numbers_like_another(paper)
    there = " ".join(
        f"{one.title} {one.file} {one.text}".replace("_", " ") for one in paper.plan.appendices
    ).casefold()
    sections = paper.council.report.sections
    background = " ".join(words.text for words in words_in(paper, sections[-1].id))
    said: set[str] = set()
    for words in report_words(paper):
        if words.passage.section == sections[-1].id:
            continue
        missing = [
            one
            for one in _pointed_to(paper, words.text)
            if not (_is_there(one, there, paper) or _is_attached(paper, one, words.text))
        ]
        if background and not _NONE.fullmatch(background):
            cited = [found["what"] for found in _CITED_NUMBER.finditer(words.text)]
            missing += [
                f"Report no. {one}"
                for one in cited
                if one.casefold() not in background.casefold() and one != paper.plan.report.number
            ]
        for what in dict.fromkeys(missing):
            if what.casefold() not in said:
                said.add(what.casefold())
                text = f"“{what}” is pointed to, and is neither attached nor listed."
                yield Found(passage_place(paper.plan, words.passage), text, (what,), about=what)


_REPORT_NUMBER = re.compile(
    r"\b[Rr]eports? (?:[Nn]o\.?:? |[Nn]umber )?(?P<what>(?:[A-Z]{1,5}/)?\d{2,4}[-/]\d{2,4})\b"
    r"(?![-/.]\d)"
)
_A_DAY = re.compile(rf"\b\d{{1,2}} {A_MONTH} (?:19|20)\d\d\b")


def _numbers_like_another(paper: Paper) -> Iterator[Found]:
    """Yield the number of a report that is another's of that day, but for two digits.

    Two reports of one meeting may have such numbers; that of one report is told in one way.
    """
    found: dict[str, set[str]] = {}
    for words in report_words(paper):
        for sentence in sentences_in(words.text) if "eport" in words.text else ():
            numbers = [one["what"] for one in _REPORT_NUMBER.finditer(sentence)]
            days = set(_A_DAY.findall(sentence)) if len(numbers) == 1 else set()
            for what in numbers if days else ():
                like = next((one for one in found if is_swapped(one, what)), "")
                if like and found[like] & days and what not in found:
                    text = f"“{what}” is pointed to, and “{like}” elsewhere: are they one report?"
                    place = passage_place(paper.plan, words.passage)
                    yield Found(place, text, (like, what), about=what)
                found.setdefault(what, set()).update(days)


_PART_POINTED_TO = re.compile(
    r"\b(?P<what>(?P<kind>paragraph|para\.?|section|table|figure|"
    r"recommendation|part) (?:no\.? )?\(?(?P<number>\d{1,2}(?:\.\d{1,2})?|[a-z](?=\)))\)?)(?![\w/])"
    r"(?!\.\d)(?P<after>[^.;]{0,40})",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\(\Z|\b(?:in|see|at|as|by|from|to|and|on|with|per|within|read|ask\w*|mak\w+)\W*\Z",
    re.IGNORECASE,
)
_OF_THIS = re.compile(
    r"\W*(?:above|below|of (?:this|the committee) (?:report|paper)|in this (?:report|paper))\b",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\W{0,3}(?:of|in|to|from) (?!this\b|the committee report)|\s*(?:to|[-–—]|and|,) ?\d|"
    r"\s*[’']s\b|\W*(?:agreements?|officers?|notices?|statements?|assessments?|duties|meetings?|"
    r"orders?|"
    r"inspections?|hearings?)\b",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(r"(?:[’']s|s[’'])\s\Z")
_SPEAKS_OF_ANOTHER = re.compile(
    r"\b(?:Acts?|Regulations|Order|Orders|Code|Schedule|Directive|Convention|statut\w+|legislation|"
    r"law|duty|duties|licen[cs]e|leases?|contract|by-?laws?|constitution|scheme|guidance|"
    r"framework|standards?|handbook|toolkit|strategy|(?:inspect\w+|audit\w*|their|its|his|her|"
    r"Commission['’]s|Regulator['’]s|previous|earlier|last|annual|national) (?:\w+ )?(?:report|"
    r"letter|findings|paper)|report (?:by|of|from|on|number|no)\b)|\b[A-Z]{1,5}/?\d+[/-]\d+",
)
"""A sentence that may mean the section of a law, or of another paper."""
_MOST_SECTIONS = 30


def _parts_that_are_not(paper: Paper) -> Iterator[Found]:
    """Yield the sections, paragraphs, tables and recommendations that are pointed to in vain."""
    held = _parts_held(paper)
    said: set[str] = set()
    for words in report_words(paper):
        place = passage_place(paper.plan, words.passage)
        for sentence in sentences_in(words.text) if words.passage.kind != "heading" else ():
            for found in _PART_POINTED_TO.finditer(sentence):
                lacks = _lacks(found, sentence, held)
                if lacks and found["what"].lower() not in said:
                    said.add(found["what"].lower())
                    text = f"“{found['what']}” is pointed to, and {lacks}: which is meant?"
                    yield Found(place, text, (found["what"],), about=found["what"])


class _Held(NamedTuple):
    """What a report has: its last section, the paragraphs of each, tables and recommendations.

    Of a section that counts no paragraphs, and of tables where a file is attached, we know none.
    """

    sections: int
    paragraphs: Mapping[int, int]
    tables: int
    recommendations: int


def _parts_held(paper: Paper) -> _Held:
    sections = [one for one in report_sections(paper) if one.number]
    number = {one.id: one.number for one in sections}
    paragraphs: Counter[int] = Counter()
    counted: set[int] = set()
    tables = len(paper.plan.aims) + sum(
        one.text.count("\n|") + _MANY * (one.kind == "file") for one in paper.plan.appendices
    )
    for words in report_words(paper):
        place, kind = number.get(words.passage.section, 0), words.passage.kind
        tables += kind in ("table", "row")
        if kind not in ("heading", "picture"):
            paragraphs[place] += max(1, len(words.paragraphs)) if kind != "table" else 1
        if kind in ("numbered", "recommendation"):
            counted.add(place)
    asked = sum(one.passage.kind == "recommendation" for one in report_words(paper))
    return _Held(
        max(number.values(), default=0),
        {place: count for place, count in paragraphs.items() if place in counted},
        tables,
        asked,
    )


def _lacks(found: re.Match[str], sentence: str, held: _Held) -> str:
    """Return what is said of a part that is not there; empty if it is, or is another's."""
    is_own = _OF_THIS.match(found["after"]) is not None
    if not is_own and _is_anothers(found, sentence):
        return ""
    kind, (place, _, below) = found["kind"].lower(), found["number"].partition(".")
    if kind in ("recommendation", "table", "figure") and not below:
        return _lacks_of_a_list(kind, place, held, is_own=is_own)
    if not (is_own or _POINTS.search(_before(found))) or not place.isdecimal() or not held.sections:
        return ""
    section = int(place)
    if section > held.sections and section <= _MOST_SECTIONS and kind != "part":
        is_counted = below or kind == "section"
        return f"the report has {held.sections} sections" if is_counted else ""
    count = held.paragraphs.get(section, 0)
    if below and 0 < count < int(below):
        return f"section {section} has {count} paragraphs"
    return ""


def _before(found: re.Match[str]) -> str:
    """Return the end of what stands before a part: the word that points to it, or whose it is."""
    return found.string[max(0, found.start() - _LONGEST) : found.start()]


def _is_anothers(found: re.Match[str], sentence: str) -> bool:
    """Return whether a part may be one of a law, or of another paper."""
    return any(
        (
            _OF_SOMEBODY.search(_before(found)),
            _OF_ANOTHER.match(found["after"]),
            _SPEAKS_OF_ANOTHER.search(sentence),
        )
    )


def _lacks_of_a_list(kind: str, place: str, held: _Held, *, is_own: bool) -> str:
    """Return what is said of a table or a recommendation of a number that is not there."""
    is_letter = not place.isdecimal()
    number = ord(place.lower()) - ord("a") + 1 if is_letter else int(place)
    if kind == "recommendation" and (is_own or is_letter) and 0 < held.recommendations < number:
        return f"the report makes {held.recommendations}"
    if kind == "table" and not is_letter and held.tables < number:
        return f"the paper has {held.tables or 'no'} {'table' if held.tables == 1 else 'tables'}"
    return ""


def _pointed_to(paper: Paper, text: str) -> list[str]:
    """Return the annexes and attached documents of which a text speaks; R4 has the appendices."""
    label = paper.council.plan.appendix_label.casefold()
    annexes = (found["what"] for found in _ANNEX.finditer(text))
    attached = (found["what"] for found in _ATTACHED.finditer(text))
    return [
        *(one for one in annexes if one.split()[0].casefold() not in label),
        *(one for one in attached if not _is_the_plan(paper, one)),
        *(found["what"] for found in _GOES_WITH.finditer(text)),
    ]


def _is_there(what: str, there: str, paper: Paper) -> bool:
    if what.casefold() in there:
        return True
    headings = (
        one.text.casefold() for one in paper.plan.passage_rows.values() if one.kind == "heading"
    )
    if any(what.casefold() in one for one in headings):
        return True
    wanted = what.casefold().split()
    is_numbered = len(wanted[-1]) <= 2  # noqa: PLR2004 - "Annex B": the letter is what counts
    return not is_numbered and in_common(wanted[-1:], there.split()) > 0


def _is_attached(paper: Paper, what: str, text: str) -> bool:
    """Return whether "Annex A" is what goes with the paper: its sentence speaks of that.

    The plan is there wherever it is printed, and an assessment on a form has no number.
    """
    if BY_ANOTHER_WORD.fullmatch(what) is None:
        return False
    pointing = [one for one in sentences_in(text, at_clauses=True) if what in one]
    held = [*paper.plan.appendices]
    if paper.plan.actions:
        held.append(Appendix(id="plan", kind="plan"))
    if paper.plan.assessments:
        held.append(Appendix(id="form", title="Impact assessment"))
    return any(is_meant(one, sentence) for one in held for sentence in pointing)


def _is_the_plan(paper: Paper, what: str) -> bool:
    """Return whether an attached document is the plan itself: its title names it."""
    last = what.casefold().split()[-1]
    return any(last in title.casefold() for title in titles(paper))


@check("R20", "INFO", "All can read the report on the web.", _ACCESS, since=date(2018, 9, 24))
def all_can_read_it(paper: Paper) -> Iterator[Found]:
    """R20: colour or place alone, bare links, an acronym first, long sentences, narrow columns.

    Each kind is said once, where it first stands.
    """
    kinds: set[str] = set()
    for words in report_words(paper):
        for kind, text in _hard_to_read(words.text, words.passage.kind):
            if kind not in kinds:
                kinds.add(kind)
                yield Found(passage_place(paper.plan, words.passage), text, (text,), about=kind)
    title = paper.plan.report.title
    short = [one for one in _ACRONYM.findall(title) if one not in _WELL_KNOWN]
    if short and not title.isupper():
        text = f"“{short[0]}” stands in the title: write it out where it is first read."
        yield Found(
            section_place(paper.council.report.sections[0].id), text, (short[0],), about="title"
        )
    columns = paper.council.plan.columns
    is_printed_so = paper.has_report and not is_in_own_layout(paper)
    if is_printed_so and paper.plan.action_rows and len(columns) >= _MANY:
        text = (
            f"The plan's table has {len(columns)} columns, narrow on paper and worse on a small "
            "screen: a plain list of the actions beside it reads better."
        )
        section = paper.council.report.sections[0].id
        yield Found(section_place(section), text, (str(len(columns)),), about="columns")


@check("R23", "FIX", "A picture of the report says in words what it shows.", _HEARD)
def pictures_are_described(paper: Paper) -> Iterator[Found]:
    """R23: a picture without alternative text, or with a file's name or "picture" for one."""
    for passage in paper.plan.passage_rows.values():
        if passage.kind != "picture" or _DESCRIBED.fullmatch(passage.text):
            continue
        called = f" “{passage.caption[:60]}”" if passage.caption else ""
        text = f"The picture{called} has no alternative text: who cannot see it hears nothing."
        if passage.text:
            text = f"“{passage.text[:60]}” says nothing of what the picture{called} shows."
        place = passage_place(paper.plan, passage)
        yield Found(place, text, (passage.text, passage.picture), about=passage.id)


def _hard_to_read(text: str, kind: str) -> Iterator[tuple[str, str]]:
    if found := _COLOUR_ONLY.search(text):
        yield "colour", f"“{found[0]}”: say it in words too, colour is not seen by all."
    if found := _WHERE_ONLY.search(text):
        yield (
            "place",
            f"“{found[0]}”: name the paragraph or the table, read aloud nothing is above.",
        )
    if found := _BARE_LINK.search(text):
        yield "link", f"“{found[0][:60]}”: let the words of the link say where it leads."
    if kind != "table":
        for sentence in sentences_in(text.replace(": ", "; "), at_clauses=True):
            if len(sentence.split()) > _LONGEST:
                start = " ".join(sentence.split()[:6])
                yield "long", f"The sentence “{start} …” has more than {_LONGEST} words."
                break


READER_CHECKS: tuple[Check, ...] = (papers_are_there, all_can_read_it, pictures_are_described)
