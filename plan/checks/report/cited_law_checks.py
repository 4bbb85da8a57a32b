"""Whether a law that is cited is there by that year, and still in force: R62."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan.checks.check import Check, Found, check
from plan.checks.facts.report_text import (
    place_of_words,
    prose_words,
    report_sections,
)
from plan.checks.paper import Paper
from plan.council.laws import Replaced, key_of, known_laws
from plan.model.finding import Place
from plan.papers.places import action_place, assessment_place
from plan.text.patterns import pattern_with
from plan.text.remembered import remembered
from plan.text.sentences import sentences_in
from plan.text.signs import Signs

_LAW = Signs("act. acts. regulation dpa dda")
_NAMED = pattern_with(
    r"\b(?P<kind>Acts?|Regulations?|DPA|DDA)\b(?:,? (?:of )?\(?(?P<year>(?:19|20)\d\d)\b)?",
    signs=_LAW,
)
_ANOTHER_NAME = re.compile(r"[A-Z][\w’'-]*,? (?:(?:and|&|of) )?\Z|[\w’'-]*\) \Z")
"""What stands before a title that is only the end of a longer one that is not known."""
_BEGINS_A_SENTENCE = re.compile(
    r"(?:\A|[.;:(“\"] ?)(?:The|Under|In|By|This|That|Our|Its|Both|Section|Part|See|Of|Since|With|"
    r"Where|As|For|From|UK|New|Scottish|Scotland['’]s|GDPR|Council['’]s) \Z"
)
_BACK = re.compile(r"\b(?P<part>(?:Parts?|[Ss]ections?) [\w, ]{1,20}?) of (?P<which>that Act|the "
                   r"(?:same |(?P<year>(?:19|20)\d\d) )?Act)\b")  # fmt: skip
_PART_BEFORE = re.compile(
    r"\b(?P<part>(?:Parts?|[Ss]ections?|ss?\.?) ?[\dIVXA-Z][\w]{0,4}(?:(?:,| and| to|[–-]) ?"
    r"[\dIVX]\w{0,4})*),? of (?:the )?\Z"
)
_PART_BEHIND = re.compile(
    r"\A(?:,| \(|:) ?(?:in )?(?P<part>(?:Parts?|[Ss]ections?|ss?\.?) ?[\dIVX]\w{0,4}(?:(?:,| and| "
    r"to|[–-]) ?[\dIVX]\w{0,4})*)"
)
_WORD_BEGINS = re.compile(r"(?<![\w’'-])(?!the )[\w(]", re.IGNORECASE)
_NUMBER = re.compile(r"\d+[A-Z]{0,2}|\b[IVX]+\b")
_HISTORY = re.compile(
    r"\b(?:replac\w+|repeal\w*|supersed\w+|revok\w+|former(?:ly)?|then|previous(?:ly)?|no longer|"
    r"old(?:er)?|predecessor|earlier|originally|until|ceased|history|used to|since amended|"
    r"consolidat\w+|(?:designated|listed|confirmed|registered|certified|convicted|established|"
    r"created|set up|built|signed|founded|(?<!are )(?<!is )(?<!be )(?:made|granted|issued|served|"
    r"imposed|adopted)) (?:\w+ )?(?:under|by)|(?:agreement|consent|permission|order|certificate|"
    r"claim|burden)s? (?:\w+ )?(?:under|by))\b",
    re.IGNORECASE,
)
"""Words by which a sentence tells of what the law was, or what was once made by it."""
_WAS = re.compile(r"\b(?:was|were|had)\b", re.IGNORECASE)
_IS = re.compile(
    r"\b(?:is|are|has|have|must|shall|will|requires?|applies|apply|gives?|places?|sets?|means?|"
    r"remains?|continues?|comply|complies|contains?)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!Act )(?<!Acts )(?<!Regulations )(?<!DPA )(?<!DDA )\b(?:19|20)\d\d\b")
"""A year that is none of a law's title."""
_SOURCE = "The Acts and regulations themselves, as legislation.gov.uk prints them"
_MOST_YEARS = 6
_BACKGROUND = re.compile(r"\bbackground\b.*\bpapers?\b", re.IGNORECASE)


class Cited(NamedTuple):
    """A law that a sentence cites: its words, its key, year, and the Parts it names of it."""

    said: str
    key: str
    year: int
    part: str
    start: int


@check("R62", "ASK", "A law that is cited is there by that year, and in force.", _SOURCE)
def laws_are_in_force(paper: Paper) -> Iterator[Found]:
    """R62: a title with a year that is not its own; a law, or a Part of one, that was replaced.

    What tells of former law, quotes a title, or lists a background paper, is left in peace.
    """
    said: set[str] = set()
    by_year: dict[int, Cited] = {}
    for place, text in _texts(paper):
        last: Cited | None = None
        for sentence in sentences_in(text) if _NAMED.search(text) else ():
            cited = _cited_in(sentence)
            back = _cited_back(sentence, last, by_year)
            for one in (*cited, *back):
                asked = _wrong_year(one) or _out_of_force(paper, one, sentence)
                if asked and asked not in said:
                    said.add(asked)
                    yield Found(place, asked, (one.said,), about=f"{one.key} {one.year}")
            last = cited[-1] if cited else last
            by_year.update((one.year, one) for one in cited if one.year)


def _texts(paper: Paper) -> Iterator[tuple[Place, str]]:
    """Yield what the paper says itself, sentence by sentence, without its background papers."""
    plan = paper.plan
    listed = {one.id for one in report_sections(paper) if _BACKGROUND.search(one.heading)}
    for words in prose_words(paper):
        if words.passage.section not in listed:
            place = place_of_words(paper, words)
            yield place, "\n".join(words.paragraphs)
    for action in paper.actions_with(_LAW):
        criteria = "\n".join(action.success_criteria)
        for field, text in (("text", action.text), ("success_criteria", criteria)):
            yield action_place(plan, action.id, field), text
    for assessment in plan.assessments:
        form = paper.forms.get(assessment.form)
        answers = plan.answers_of(assessment.id).items() if form is not None else ()
        for question, answer in answers:
            if form is not None and answer.text:
                yield assessment_place(plan, assessment.id, form, question), answer.text


@remembered
def _cited_in(sentence: str) -> tuple[Cited, ...]:
    """Return the laws that a sentence cites and that are known, without those in a quotation."""
    found = []
    for match in _NAMED.finditer(sentence):
        before = sentence[: match.start()]
        if before.count("“") > before.count("”"):
            continue
        title, key = _title_of(sentence[: match.end("kind")])
        if key:
            start = match.end("kind") - len(title)
            part = _PART_BEFORE.search(sentence[:start]) or _PART_BEHIND.search(
                sentence[match.end() :]
            )
            year = int(match["year"] or 0)
            said = f"{title} {year}" if year else title
            found.append(Cited(said, key, year, part["part"] if part else "", start))
    return tuple(found)


def _title_of(text: str) -> tuple[str, str]:
    """Return the longest known title with which a text ends, and its key; empty if there is none.

    A title that is only the end of a longer one, "Private Rented Housing Act", is not known by it.
    """
    laws = known_laws()
    starts = [match.start() for match in _WORD_BEGINS.finditer(text)][-laws.words - 4 :]
    for start in starts:
        key = key_of(text[start:])
        if key in laws.years or key in laws.replaced:
            before = text[:start]
            is_end = _ANOTHER_NAME.search(before) and not _BEGINS_A_SENTENCE.search(before)
            return ("", "") if is_end else (text[start:], key)
    return "", ""


def _cited_back(sentence: str, last: Cited | None, by_year: dict[int, Cited]) -> Iterator[Cited]:
    """Yield the Parts of "that Act", the last one cited, and of "the 2003 Act"."""
    for match in _BACK.finditer(sentence):
        meant = last
        for one in _cited_in(sentence):
            meant = one if one.start < match.start() else meant
        if match["year"]:
            meant = by_year.get(int(match["year"]))
        if meant is not None and meant.year:
            said = f"{match['part']} of {match['which']}"
            yield meant._replace(said=said, part=match["part"], start=match.start())


def _wrong_year(cited: Cited) -> str:
    """Return what is asked of a title whose year is none of its own, empty if it is one."""
    laws = known_laws()
    years = laws.years.get(cited.key, ())
    replaced = laws.replaced.get(cited.key)
    if not cited.year or not years or cited.year in (*years, *(replaced.years if replaced else ())):
        return ""
    recent = [str(year) for year in years[-_MOST_YEARS:]]
    told = recent[0] if len(recent) == 1 else f"{', '.join(recent[:-1])} and {recent[-1]}"
    of = f"the Act of that title is of {told}" if len(recent) == 1 else f"there are those of {told}"
    if "regulation" in cited.key:
        of = of.replace("the Act of that title is", "the regulations of that title are")
    return f"“{cited.said}” is cited, and {of}: which is meant?"


def _out_of_force(paper: Paper, cited: Cited, sentence: str) -> str:
    """Return what is asked of a law that was replaced before the meeting, empty if it holds."""
    one = known_laws().replaced.get(cited.key)
    if one is None or paper.judged_at < one.since or not _is_that(one, cited, sentence):
        return ""
    if _tells_of_before(one, sentence):
        return ""
    what = cited.said
    if one.parts and cited.part and cited.part not in what:
        what = f"{cited.part} of the {what}"
    elif one.parts and one.topic and not cited.part:
        what = f"{what}” for {one.topic}"
        return f"“{what} is cited, and in its place there is {one.by}: which is meant?"
    whose = f" ({one.title} {cited.year})" if cited.part and one.title not in what else ""
    return f"“{what}”{whose} is no longer in force, in its place is {one.by}."


def _is_that(one: Replaced, cited: Cited, sentence: str) -> bool:
    """Return whether what is cited is what was replaced: the law of that year, or that Part."""
    is_bare = not cited.year and (cited.key in known_laws().years or " " not in cited.key)
    if is_bare or (cited.year and cited.year not in one.years):
        return False
    if not one.parts:
        return True
    if cited.part:
        kind = "part" if cited.part.lower().startswith("part") else "section"
        numbers = {f"{kind} {number}".lower() for number in _NUMBER.findall(cited.part)}
        return not numbers.isdisjoint(part.lower() for part in one.parts)
    return _is_of_topic(one.topic, cited, sentence)


_NEAR = 60
_OF_MORE = re.compile(r"\bbest value|\bwell-?being\b|\bsections? \d|\bparts? \d", re.IGNORECASE)


def _is_of_topic(topic: str, cited: Cited, sentence: str) -> bool:
    """Return whether the law is cited for what was replaced, and for nothing else of it."""
    place = sentence.lower().find(topic)
    gap = max(cited.start - place - len(topic), place - cited.start - len(cited.said))
    is_mixed = _OF_MORE.search(sentence)
    return place >= 0 and gap <= _NEAR and is_mixed is None


def _tells_of_before(one: Replaced, sentence: str) -> bool:
    """Return whether a sentence tells of the time before, or names what came in place of it."""
    newer = " ".join(one.by.split()[-2:])  # "Act 2018"
    if _HISTORY.search(sentence) or newer in sentence:
        return True
    if _WAS.search(sentence) and not _IS.search(sentence):
        return True
    return any(int(year) <= one.since.year for year in _YEAR.findall(sentence))


CITED_LAW_CHECKS: tuple[Check, ...] = (laws_are_in_force,)
